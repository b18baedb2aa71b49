"""A page of a PDF to lines in reading order: columns one after the other, rows of tables as cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.ingest.layout import squeeze
from factcheck.ingest.lines import item_text_at
from factcheck.ingest.raised import standing

MIN_COLUMN_CHARACTERS = 25
"""Pieces side by side that are this long on average are lines of columns, shorter ones cells of a table."""
CELL_GAP = 2.5
"""Words further apart than this, in sizes of their type, may stand in two cells or columns."""
ALIGNED = 4.0
"""How far apart, in points, the edges of two cells of a column may be."""
WORD_GAP = 0.6
"""Words further apart than this stand in two cells where other rows have a cell there."""
RAISED = 0.8
"""Higher characters whose type is smaller than so much of the line's are raised."""
SAME_ROW = 0.3
"""How far apart, in sizes of their type, the base lines of two pieces of one row may be."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a cell of a table, where it stands on its page (from the lower left corner, in points).

    `gaps` are the wider spaces inside it: where the words after one start, on the page and in the text.
    """

    text: str
    page: int
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    is_bold: bool = False
    end: float = 0.0
    cells: tuple[str, ...] = ()
    gaps: tuple[tuple[float, int], ...] = ()


_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)


def read_lines(page: Any, number: int) -> list[Line]:  # Any: a page of pypdf
    """Return the lines of a page in reading order, cells of one row of a table together; `number` is the page's."""
    collector = _Collector(number)
    page.extract_text(visitor_text=collector.visit)
    collector.end_line()
    return _in_columns(collector.lines)


@dataclass(slots=True)
class _Collector:
    """Puts the pieces that pypdf reports together to lines, and parts them where cells or columns lie side by side."""

    page: int
    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    start: tuple[float, float] | None = None
    reach: float = 0.0
    type_of_most: tuple[int, float, bool] = (0, 0.0, False)  # characters, size and boldness of the longest piece
    gaps: list[tuple[float, int]] = field(default_factory=list)  # where a piece after a gap starts, and its number

    def visit(self, text: str, place: Sequence[float], at: Sequence[float], font: Any, size: float) -> None:
        """Take up a piece: its words, the matrices of page and text, its font and the size of its type."""
        for part in re.split(r"(\n)", text):
            if part == "\n":
                self.end_line()
            elif part.strip():
                self._add(part, *_position(place, at, font, size))
            elif part:
                self.pieces.append(part)

    def _add(self, words: str, x: float, y: float, size: float, is_bold: bool) -> None:
        is_beside = self.start is not None and abs(y - self.start[1]) < SAME_ROW * size
        if is_beside and x - self.reach > CELL_GAP * size:
            self.end_line()
        elif is_beside and x - self.reach > WORD_GAP * size:
            self.gaps.append((x, len(self.pieces)))
        if self.start and self._is_raised(y - self.start[1], size):
            words = standing("".join(self.pieces).rstrip(), words.strip(), "")
        self.start = self.start or (x, y)
        self.reach = x + size * _width(words)
        self.type_of_most = max(self.type_of_most, (len(words), size, is_bold))
        self.pieces.append(words)

    def _is_raised(self, height: float, size: float) -> bool:
        """Whether characters of this size and height are raised above the line at hand, and smaller."""
        _, usual, _ = self.type_of_most
        return size < RAISED * usual and 0.1 * usual < height < 0.8 * usual

    def end_line(self) -> None:
        """End the line at hand."""
        text = _text(self.pieces)
        if text and self.start:
            _, size, is_bold = self.type_of_most
            gaps = tuple((x, len(_text(self.pieces[:number]))) for x, number in self.gaps)
            self.lines.append(Line(text, self.page, *self.start, size, is_bold, self.reach, gaps=gaps))
        self.pieces.clear()
        self.gaps.clear()
        self.start = None
        self.type_of_most = (0, 0.0, False)


_LOOSE_MARK = re.compile(r"(?<=\w) (?=[,;.](?:\s|$))")  # where the type changes, the mark after it seems to stand apart


def _text(pieces: Sequence[str]) -> str:
    return _LOOSE_MARK.sub("", squeeze("".join(pieces)).translate(_LIGATURES))


_NARROW, _WIDE = frozenset("iIjl.,;:'!|()[]ftr -‘’"), frozenset("mwMW—%@&")


def _width(text: str) -> float:
    """Return about how wide a text is, in sizes of its type: Helvetica's widths, from which most differ by a tenth."""
    return sum(
        0.3 if character in _NARROW else 0.85 if character in _WIDE else 0.67 if character.isupper() else 0.54
        for character in text
    )


def _position(place: Sequence[float], at: Sequence[float], font: Any, size: float) -> tuple[float, float, float, bool]:
    """Return x, y, size of type and boldness: the matrix of the text times that of the page."""
    x = at[4] * place[0] + at[5] * place[2] + place[4]
    y = at[4] * place[1] + at[5] * place[3] + place[5]
    scale = abs((at[0] * at[3] - at[1] * at[2]) * (place[0] * place[3] - place[1] * place[2])) ** 0.5
    name = str(font.get("/BaseFont", "")) if font else ""
    return float(x), float(y), float(size * scale), bool(re.search(r"bold|black|heavy|demi", name, re.IGNORECASE))


def _in_columns(lines: list[Line]) -> list[Line]:
    """Return the lines with pieces of one row put together, or where they are columns, one column after the other."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        beside = last is not None and abs(last.y - line.y) < SAME_ROW * (line.size or 1) and line.x > last.x
        if beside:
            rows[-1].append(line)
        else:
            rows.append([line])
    wide = [row for place, row in enumerate(rows) if _is_aligned(row, rows[max(0, place - 1) : place + 2])]
    pieces = [line for row in wide for line in row]
    if len(wide) >= 5 and sum(len(line.text) for line in pieces) >= MIN_COLUMN_CHARACTERS * len(pieces):
        return _by_column([line for row in rows for line in row], wide)
    tables = {id(row) for row in wide}
    return [_row(_parted(row, wide), True) if id(row) in tables else _row(row, False) for row in rows]


def _parted(row: list[Line], table: Sequence[list[Line]]) -> list[Line]:
    """Return a row of a table, a piece that fills one cell and reaches into the next parted where others start one."""
    others = [piece for other in table if other is not row for piece in other[1:]]
    parted: list[Line] = []
    for piece in row:
        left = piece
        for x, at in piece.gaps:
            is_last = at == piece.gaps[-1][1]
            is_edge = any(
                abs(x - other.x) < ALIGNED or (is_last and abs(piece.end - other.end) < ALIGNED) for other in others
            )
            if is_edge:
                done = len(piece.text) - len(left.text)
                parted.append(replace(left, text=left.text[: at - done].rstrip(), end=x))
                left = replace(left, text=left.text[at - done :].lstrip(), x=x)
        parted.append(left)
    return parted


def _is_aligned(row: list[Line], around: Sequence[list[Line]]) -> bool:
    """Whether a piece of the row that is not its first stands above or below one of the next row."""
    return any(
        abs(piece.x - other.x) < ALIGNED or abs(piece.end - other.end) < ALIGNED
        for near in around
        if near is not row
        for piece in row[1:]
        for other in near[1:]
    )


def _row(pieces: list[Line], is_table: bool) -> Line:
    """Return the pieces of a row as one line, with its cells where it is one of a table."""
    if len(pieces) == 1:
        return pieces[0]
    is_item = len(pieces) == 2 and item_text_at(pieces[0].text + " x") > 0  # the mark of an item and its words
    cells = tuple(piece.text for piece in pieces) if is_table and not is_item else ()
    return replace(
        pieces[0], text=_LOOSE_MARK.sub("", " ".join(piece.text for piece in pieces)), end=pieces[-1].end, cells=cells
    )


def _by_column(lines: list[Line], wide: list[list[Line]]) -> list[Line]:
    """Return lines drawn row by row in the order of their columns; those above the first row stay above."""
    edges = Counter(round(line.x / 4) * 4 for row in wide for line in row)
    starts: list[float] = []
    for edge in sorted(edge for edge, count in edges.items() if count >= 0.3 * len(wide)):
        if not starts or edge - starts[-1] > 60:
            starts.append(edge)
    # A row at the top of which only one piece stands in a later column is part of the columns as well.
    top = max(line.y for line in lines if any(abs(line.x - start) < 8 for start in starts[1:]))

    def column(line: Line) -> int:
        return max((place for place, start in enumerate(starts) if line.x >= start - 8), default=0)

    above = [line for line in lines if line.y > top + line.size]
    below = sorted(
        (line for line in lines if line.y <= top + line.size), key=lambda line: (column(line), -line.y, line.x)
    )
    return above + below
