"""Figures of one thing by year: "4 per cent this year, 3 per cent next year and 2 per cent in 2026".

Where sentence and passage both give such a row, and agree on one year at least, what they give for another year is of
the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.compare import compare_figures
from factcheck.models import MET, Figure, Kind, Relation
from factcheck.proofread.beside import Beside
from factcheck.proofread.ranges import is_quantity
from factcheck.stance.reading import Reading

LOOKED_AT = 3
"""In how many of the nearest passages such a row is looked for."""


def wrong_in_series(sides: Sequence[Beside]) -> Iterator[tuple[Beside, Figure, Figure]]:
    """Yield each figure of a row that the passage gives otherwise for the same time: it, and the passage's."""
    for side in sides[:LOOKED_AT]:
        mine, theirs = _row(side.pair.claim), _row(side.pair.passage)
        if len(mine) < 2 or len(theirs) < 2:
            continue
        pairs = [(f, g) for f, day in mine for g, other in theirs if _are_alike(f, g) and _is_one_time(day, other)]
        if len({id(f) for f, _ in pairs}) < len(pairs) or not any(_agree(f, g) for f, g in pairs):
            continue
        wrong = [(f, g) for f, g in pairs if compare_figures(f, g).relation is Relation.DIFFERENT]
        if wrong:
            yield from ((side, f, g) for f, g in wrong)
            return


def _row(reading: Reading) -> list[tuple[Figure, Figure]]:
    """Return the figures of a text that have a date right behind them, with it."""
    found = []
    for figure in reading.figures:
        if not is_quantity(figure) or figure.implied or figure.kind is Kind.ORDINAL:
            continue
        days = [f for f in reading.figures if f.kind is Kind.DATE and f.start >= figure.end]
        if days and _patterns().between.fullmatch(reading.text[figure.end : days[0].start]):
            found.append((figure, days[0]))
    return found


def _are_alike(figure: Figure, other: Figure) -> bool:
    roles = {figure.role, other.role} - {None}
    return (figure.kind, figure.unit) == (other.kind, other.unit) and len(roles) < 2


def _is_one_time(day: Figure, other: Figure) -> bool:
    return day.text.casefold() == other.text.casefold() or (
        day.value is not None and len(str(day.value)) == len(str(other.value)) and day.value == other.value
    )


def _agree(figure: Figure, other: Figure) -> bool:
    return compare_figures(figure, other).relation in MET


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.between = re.compile(r"\s*[,(]?\s*(?:(?:in|for|during|by|of)\s+)?(?:the\s+)?", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()
