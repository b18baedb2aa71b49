"""What a person may have meant by a path that is not there: the hint that stands below the error."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOOKED_AT = 2_000
"""So many names of a folder are compared with one mistyped."""

NEAR = 0.75
"""How alike two names are of which one may be a slip for the other, as difflib counts it: "articels", "articles"."""

# Endings of names of sites, the oldest and those of countries that papers of the English language come from.
_ENDINGS = frozenset("com org net edu gov int info news io eu uk ie us ca au nz in za de fr".split())
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,15})(:/{1,3}|//)(?=\w)", re.IGNORECASE)
_SITE = re.compile(r"(?P<www>www\.)?[\w-]+(?:\.[\w-]+)*\.(?P<ending>[a-z]{2,6})(?P<path>/.*)?", re.IGNORECASE)


def hint(text: str) -> str:
    """Return what to do about a path that is not there, "check the path" where nothing better is known."""
    return _hint_for_address(text) or _hint_for_path(text) or "check the path"


def _hint_for_address(text: str) -> str:
    scheme = _SCHEME.match(text)
    if scheme:
        name, rest = scheme[1].lower(), text[scheme.end() :]
        if name == "file":
            return f"name the file by its path: {unquote(urlsplit(text).path)}"
        if name in ("http", "https") or get_close_matches(name, ("http", "https"), 1, 0.7):
            return f"if it is a web page, write {'https' if name.endswith('s') else 'http'}://{rest}"
        return "only addresses that begin with http:// or https:// are fetched: save the page and name the file"
    site = _SITE.fullmatch(text)
    if site and (site["www"] or site["ending"].lower() in _ENDINGS):
        return f"if it is a web page, write https://{text}"
    return ""


def _hint_for_path(text: str) -> str:
    meant = next((other for other in _others(text) if other != text and _is_there(other)), None)
    if meant is not None:
        return f"is it {meant}?"
    if any(sign in text for sign in "*?["):
        return "no file matches this pattern; without quotation marks the shell fills it in"
    return ""


def _others(text: str) -> Iterator[str]:
    """Yield what else a path may have been meant for: ~ written out, slashes turned, blanks cut off, a near name."""
    yield os.path.expanduser(text)  # noqa: PTH111 (Path raises where there is no such user)
    yield text.replace("\\", "/")
    yield text.strip().strip("\"'")
    path = Path(text)
    with suppress(OSError, ValueError):  # its folder is not there either, or may not be looked into
        names = {entry.name.lower(): entry.name for entry in islice(path.parent.iterdir(), LOOKED_AT)}
        stem = path.name.lower().rpartition(".")[0]
        same = sorted(name for name in names if stem and name.rpartition(".")[0] == stem)  # with another suffix
        near = get_close_matches(path.name.lower(), names, 1, NEAR)
        yield from (str(path.parent / names[name]) for name in [*same, *near])


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
