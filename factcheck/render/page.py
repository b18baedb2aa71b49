"""Lines for a terminal: runs of styled text, broken to a width and painted with escape sequences.

A light stand-in for rich's console, which costs 29 ms to import, three times what Python takes to start;
`check` has to answer within a fraction of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby, zip_longest

from factcheck.render.look import Look
from factcheck.render.text import cells


class Style(StrEnum):
    """What a run of text is; the value is the parameter of the terminal's SGR sequence."""

    PLAIN = ""
    STRONG = "1"
    DIM = "2"
    FIGURE = "1;36"
    GOOD = "1;32"
    BAD = "1;31"
    SPLIT = "1;33"
    OPEN = "1;34"


SGR = re.compile(r"\x1b\[[\d;]*m")  # the escape sequences that `paint` writes
Run = tuple[str, Style]
NO_BREAK = "\u00a0\u2007\u202f"  # spaces within a number, or between it and its unit, at which no line ends
Span = tuple[int, int, Style]


def plain(text: str, style: Style = Style.PLAIN) -> list[Run]:
    """Return the text as one run."""
    return [(text, style)]


def marked(text: str, spans: Iterable[Span], base: Style = Style.PLAIN) -> list[Run]:
    """Return the text as runs, each span of it in its style; a later span lies over an earlier one."""
    styles = [base] * len(text)
    for start, end, style in spans:
        for at in range(max(start, 0), min(end, len(text))):
            styles[at] = style
    places = groupby(range(len(text)), key=styles.__getitem__)
    return [("".join(text[at] for at in group), style) for style, group in places]


def paint(runs: Iterable[Run], look: Look) -> str:
    """Return the runs as text, with escape sequences where there is colour."""
    if not look.colour:
        return "".join(text for text, _ in runs)
    return "".join(
        f"\x1b[{style.value}m{text}\x1b[0m" if style.value and text else text for text, style in _joined(runs)
    )


def width_of(runs: Iterable[Run]) -> int:
    """Return how many columns the runs take."""
    return sum(cells(text) for text, _ in runs)


def wrap(runs: Sequence[Run], look: Look, *, first: str = "", indent: str | None = None) -> list[str]:
    """Return painted lines no wider than the look; the first begins with `first`, the others with `indent`.

    Lines break at white space, of which each run becomes one space; a word too long for a line of its own
    is cut, so that nothing is lost at the margin.
    """
    indent = first if indent is None else indent
    room = max(look.width - max(cells(first), cells(indent)), 1)
    lines: list[str] = []
    line, used = plain(first), 0
    for word, gap in _words(runs):
        for number, piece in enumerate(_cut(word, room)):
            needed = width_of(piece) + (used > 0)
            if used and (number or used + needed > room):
                lines.append(paint(line, look))
                line, used, needed = plain(indent), 0, width_of(piece)
            line += [(" ", gap), *piece] if used else piece
            used += needed
    return [*lines, paint(line, look)]


def _words(runs: Sequence[Run]) -> Iterator[tuple[list[Run], Style]]:
    """Yield the words, each as runs, with the style of the space before it (plain where styles part)."""
    word: list[Run] = []
    gap = last = Style.PLAIN
    for text, style in runs:
        for is_space, group in groupby(text, key=_may_break):
            piece = "".join(group)
            if not is_space:
                if not word:
                    gap = style if style is last else Style.PLAIN
                word.append((piece, style))
            elif word:
                yield word, gap
                word, last = [], style
    if word:
        yield word, gap


def _may_break(character: str) -> bool:
    return character.isspace() and character not in NO_BREAK


def _cut(word: list[Run], room: int) -> list[list[Run]]:
    """Return the word in pieces that fit the room."""
    if width_of(word) <= room:
        return [word]
    pieces: list[list[Run]] = [[]]
    used = 0
    for text, style in word:
        for character in text:
            if used + cells(character) > room:
                pieces.append([])
                used = 0
            pieces[-1].append((character, style))
            used += cells(character)
    return [_joined(piece) for piece in pieces]


def _joined(piece: Iterable[Run]) -> list[Run]:
    """Return the runs with neighbours of one style made one."""
    return [("".join(text for text, _ in group), style) for style, group in groupby(piece, key=lambda run: run[1])]


def beside(left: Sequence[str], right: Sequence[str], width: int, between: str = "  ") -> list[str]:
    """Return two columns of painted lines side by side; `width` is that of the left one, which no line exceeds."""
    rows = zip_longest(left, right, fillvalue="")
    return [f"{one}{' ' * (width - cells(SGR.sub('', one)))}{between}{other}".rstrip() for one, other in rows]


def table(
    rows: Sequence[Sequence[Sequence[Run]]], look: Look, *, indent: str = "", right: Sequence[bool] = ()
) -> list[str] | None:
    """Return the rows in columns two spaces apart, or None where they are wider than the look.

    `right` says which columns stand flush right.
    """
    widths = [max(width_of(row[at]) for row in rows) for at in range(len(rows[0]))]
    if cells(indent) + sum(widths) + 2 * (len(widths) - 1) > look.width:
        return None
    flush = [*right, *[False] * (len(widths) - len(right))]
    return [indent + _row(row, widths, flush, look) for row in rows]


def _row(row: Sequence[Sequence[Run]], widths: Sequence[int], flush: Sequence[bool], look: Look) -> str:
    painted = []
    for runs, width, is_right in zip(row, widths, flush, strict=True):
        padding = " " * (width - width_of(runs))
        painted.append(padding + paint(runs, look) if is_right else paint(runs, look) + padding)
    return "  ".join(painted).rstrip()
