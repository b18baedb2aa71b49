"""The rows of a table in a text file, where a quotation mark that nobody closed swallows no row behind it.

By the rules of CSV a cell that begins with a quotation mark goes on to the next one, over any number of lines: one
mark too many and the rest of a table is a single cell.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

MAX_CELL_LINES = 1_000
"""A cell of more lines than this is no cell."""
MAX_MENDED = 100
"""After so many marks that are not closed none is taken for the beginning of a cell any more."""
_FEW, _MOST = 3, 0.8
"""A cell of so many further lines, of which this share could be rows, is rows."""


class _TooLong(Exception):
    pass


class QuotedRows:
    """Iterates over the rows of a table, each with the number of its last line; `mended` are lines with a mark open."""

    def __init__(self, lines: Sequence[str], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._commas = Counter(line.count(delimiter) for line in lines[:1_000] if line.strip()).most_common(1)
        self._at = self._start = 0
        self.mended: list[int] = []

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        while self._at < len(self._lines):
            yield from self._rows()

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield rows to the end, or to the first that has to be mended, which is the last one yielded."""
        is_marked = len(self.mended) < MAX_MENDED
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if is_marked else csv.QUOTE_NONE
        reader = csv.reader(self._fed(), delimiter=self._delimiter, quoting=quoting)
        self._start = self._at
        while True:
            try:
                row = next(reader, None)
            except (_TooLong, csv.Error):
                yield self._mend()
                return
            if row is None:
                return
            if self._at - self._start > 1 and self._has_swallowed_rows(row):
                yield self._mend()
                return
            yield self._at, row
            self._start = self._at

    def _fed(self) -> Iterator[str]:
        while self._at < len(self._lines):
            if self._at - self._start > MAX_CELL_LINES:
                raise _TooLong
            self._at += 1
            yield self._lines[self._at - 1] + "\n"

    def _has_swallowed_rows(self, row: Sequence[str]) -> bool:
        inner = [line for line in self._lines[self._start + 1 : self._at] if line.strip()]
        if self._at == len(self._lines) and row[-1:] and row[-1].endswith("\n"):  # the file ends within the cell
            return not (inner and inner[-1].rstrip().endswith('"'))
        usual = self._commas[0][0] if self._commas else 0
        alike = sum(1 for line in inner if line.count(self._delimiter) == usual)
        return bool(usual) and len(inner) >= _FEW and alike >= _MOST * len(inner)

    def _mend(self) -> tuple[int, list[str]]:
        """Return the row that the line alone is, its marks read as they stand, and go on behind it."""
        self.mended.append(self._start + 1)
        self._at = self._start + 1
        cells = next(csv.reader([self._lines[self._start]], delimiter=self._delimiter, quoting=csv.QUOTE_NONE), [])
        return self._at, [cell.strip().removeprefix('"').removesuffix('"') for cell in cells]


def note_on(mended: Sequence[int]) -> str:
    """Return what is told of lines whose quotation marks are not closed."""
    shown = ", ".join(str(number) for number in mended[:5]) + (", …" if len(mended) > 5 else "")
    return f"a quotation mark is not closed in line{'' if len(mended) == 1 else 's'} {shown}: read as a row of its own"
