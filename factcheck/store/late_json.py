"""`json`, loaded when a cell is first read or written as JSON: a check of a claim mostly does neither."""

from __future__ import annotations

from typing import Any  # what JSON can hold


def loads(text: str) -> Any:
    """Return what a text of JSON says."""
    import json

    return json.loads(text)


def dumps(value: object, *, ensure_ascii: bool = True) -> str:
    """Return a value as JSON."""
    import json

    return json.dumps(value, ensure_ascii=ensure_ascii)
