"""How a text is to look on the screen it goes to: its width, whether it has colour, which characters it can show."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.values import dataclass

DEFAULT_WIDTH = 80
NARROWEST, WIDEST = 20, 120  # beyond 120 columns a line of prose is hard to read


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal, file or pipe that shows a text can do."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    unicode: bool = True


def look_for(*, is_terminal: bool, columns: int, encoding: str | None, environ: Mapping[str, str]) -> Look:
    """Return the look for a stream; `columns` is the terminal's width, which COLUMNS overrides.

    NO_COLOR (no-color.org) and FORCE_COLOR count when set to anything; NO_COLOR wins. Piped text is 80
    columns wide, so that a file of it is the same wherever it was made.
    """
    return Look(_width(is_terminal, columns, environ), _has_colour(is_terminal, environ), _has_unicode(encoding))


def _width(is_terminal: bool, columns: int, environ: Mapping[str, str]) -> int:
    wished = environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished[:6]) > 0:
        columns = int(wished[:6])
    elif not is_terminal:
        columns = DEFAULT_WIDTH
    return min(max(columns or DEFAULT_WIDTH, NARROWEST), WIDEST)


def _has_colour(is_terminal: bool, environ: Mapping[str, str]) -> bool:
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return is_terminal and environ.get("TERM") != "dumb"


def _has_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("_", "-") in {"utf-8", "utf8", "utf-16", "cp65001", "utf-8-sig"}
