"""The block of fields at the top of a text: YAML or TOML front matter, or plain "Title: …" lines.

Only what metadata needs of YAML is read: `key: value`, quoted values, and lists. PyYAML takes 30 ms to import
and refuses a headline with a colon in it, which people write all the time.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from factcheck.ingest.metadata import Metadata, from_fields

MAX_LINES = 200

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?$")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?")
"""What stands in place of a value that fills the indented lines below it."""
_NAME = re.compile(r"name:\s+(?P<name>\S.*)")
_PLAIN_KEYS = frozenset(
    "title headline author authors byline by date published publisher source url link publication outlet".split()
)


def read_front_matter(lines: Sequence[str]) -> tuple[Metadata, int]:
    """Return what the fields at the top say, and how many lines they take (0 where there are none)."""
    first = lines[0].rstrip() if lines else ""
    if first == "---":
        end = _closing(lines, ("---", "..."))
        return (from_fields(_yaml(lines[1:end]), "front matter"), end + 1) if end else (Metadata(), 0)
    if first == "+++":
        end = _closing(lines, ("+++",))
        return (from_fields(_toml(lines[1:end]), "front matter"), end + 1) if end else (Metadata(), 0)
    return _plain(lines)


def _closing(lines: Sequence[str], marks: tuple[str, ...]) -> int:
    """Return the line that closes the front matter, 0 where it is none (a rule and a text below it)."""
    for number, line in enumerate(lines[1:MAX_LINES], start=1):
        if line.rstrip() in marks:
            return number if any(_FIELD.match(inner) or "=" in inner for inner in lines[1:number]) else 0
    return 0


def _yaml(lines: Sequence[str]) -> dict[str, str | list[str]]:
    fields: dict[str, str | list[str]] = {}
    key, is_block = "", False
    for line in lines:
        stripped = line.strip()
        match = _FIELD.match(line)
        if match:  # a field at the margin; those of nested maps are indented and left out
            key = match["key"]
            value = _without_comment((match["value"] or "").strip())
            is_block = _BLOCK.fullmatch(value) is not None
            fields[key] = _list(value) if value.startswith("[") else "" if is_block else _unquoted(value)
        elif stripped.startswith("- ") and key and not (isinstance(fields[key], str) and fields[key]):
            fields[key] = [*fields[key], _unquoted(_without_comment(stripped[2:].strip()))]
        elif stripped and line[0].isspace() and key:
            above = fields[key]
            if isinstance(above, str) and (is_block or above):  # a value that goes on
                fields[key] = f"{above} {stripped}".strip()
            elif not above and (named := _NAME.match(stripped)):  # of an author who is a map
                fields[key] = _unquoted(_without_comment(named["name"]))
    return fields


def _list(value: str) -> list[str]:
    return [_unquoted(part.strip()) for part in value.strip("[]").split(",") if part.strip()]


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace('\\"', '"') if value[0] == '"' else inner.replace("''", "'")
    return value


def _without_comment(value: str) -> str:
    return value if value[:1] in ("'", '"') else re.split(r"\s#", value, maxsplit=1)[0].rstrip()


def _toml(lines: Sequence[str]) -> dict[str, str | list[str]]:
    try:
        fields = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    return {
        key: [str(part) for part in value] if isinstance(value, list) else str(value)
        for key, value in fields.items()
        if not isinstance(value, dict)
    }


def _plain(lines: Sequence[str]) -> tuple[Metadata, int]:
    """Return what "Title: …", "Author: …" and "Date: …" lines at the top say; it takes two of them to be fields."""
    fields: dict[str, str | list[str]] = {}
    for line in lines[:20]:
        match = _FIELD.match(line.lstrip())
        if not match or match["key"].lower() not in _PLAIN_KEYS or not match["value"]:
            break
        fields[match["key"]] = match["value"]
    return (from_fields(fields, "header lines"), len(fields)) if len(fields) >= 2 else (Metadata(), 0)
