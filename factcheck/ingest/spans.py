"""Cells of a table that reach over several columns or rows: each cell of a row put into its own column.

A cell one place too far left stands below the wrong name: the change of a year would be its count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_ACROSS, MAX_DOWN, MAX_COLUMNS = 100, 1_000, 2_000
MAX_REPEATED = 200
"""A cell with more characters than this is not said again in the rows that it reaches down to."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is written down: its text, None where it goes on with the one above; how far it reaches."""

    text: str | None
    across: int = 1
    down: int = 1


def grid(rows: Iterable[Sequence[Cell]]) -> list[list[str]]:
    """Return the rows with a text in each column: of a cell over several rows in each, over columns in the first."""
    placed: list[list[str]] = []
    reaching: dict[int, tuple[str, int]] = {}  # by column: what comes down into the next rows, and into how many
    for row in rows:
        texts: list[str] = []
        coming, reaching = reaching, {column: (text, left - 1) for column, (text, left) in reaching.items() if left > 1}
        for cell in row:
            _take_down(texts, coming)
            above = placed[-1] if placed else []
            column = len(texts)
            if cell.text is not None:
                text = cell.text
            else:
                text = above[column] if column < len(above) and len(above[column]) <= MAX_REPEATED else ""
            across = min(max(cell.across, 1), MAX_ACROSS, max(1, MAX_COLUMNS - column))
            texts += [text, *[""] * (across - 1)]
            if cell.down > 1:
                said = text if len(text) <= MAX_REPEATED else ""
                left = min(cell.down, MAX_DOWN) - 1
                reaching |= {column + place: (said if place == 0 else "", left) for place in range(across)}
        _take_down(texts, coming)
        placed.append(texts)
    return placed


def _take_down(texts: list[str], coming: dict[int, tuple[str, int]]) -> None:
    while len(texts) in coming:
        texts.append(coming.pop(len(texts))[0])
