"""How far apart two figures are said to lie, where the source has both: "6,420 came, 845 more than the record"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.models import Bound, Figure, Kind, Role
from factcheck.proofread.beside import Beside
from factcheck.proofread.ranges import in_words, is_quantity

LOOKED_AT = 4
"""Among how many of the nearest passages one with the other figure is looked for."""
LEAST_COVER = 0.25
"""The share of the sentence's words that such a passage and its context must have."""


def wrong_gaps(sides: Sequence[Beside], text: str) -> Iterator[tuple[Figure, str, Beside]]:
    """Yield each gap that is not the one between the sentence's figure and its passage's other one; what is; where.

    Only a passage with one other figure of the unit is sure to have the one that is meant.
    """
    figures = sides[0].pair.claim.figures if sides else ()
    for gap in figures:
        if not _is_gap(text, gap):
            continue
        levels = [f for f in figures if f is not gap and _may_be_added(f, gap) and not _is_gap(text, f)]
        if len(levels) != 1:
            continue
        for side in sides[:LOOKED_AT]:
            told = _other_level(levels[0], gap, side) if side.cover >= LEAST_COVER else None
            if told is not None:
                apart = abs(_value(levels[0]) - _value(told))
                if apart != _value(gap):
                    yield gap, f"{levels[0].text} and the source’s {told.text} are {in_words(apart, gap)} apart", side
                break


def _other_level(level: Figure, gap: Figure, side: Beside) -> Figure | None:
    """Return the one other figure of a passage that has the level and states no such gap itself."""
    figures = side.pair.passage.figures
    there = [figure for figure in figures if _may_be_added(figure, gap) or _is_from(figure, gap)]
    others = [figure for figure in there if figure.value != level.value]
    has_it = any(figure.value == level.value for figure in there)
    return others[0] if has_it and len(others) == 1 and others[0].value != gap.value else None


def _may_be_added(figure: Figure, gap: Figure) -> bool:
    if not is_quantity(figure) or figure.implied or figure.value_high is not None or figure.bound is not Bound.EXACT:
        return False
    if figure.kind is not gap.kind or figure.unit != gap.unit or figure.kind is Kind.ORDINAL:
        return False
    return figure.kind is not Kind.PERCENT


def _is_from(figure: Figure, gap: Figure) -> bool:
    """Tell whether a figure is the bare number of "420 million euros, down from 515 million"."""
    bare = figure.kind is Kind.NUMBER and figure.unit is None and figure.role is Role.FROM
    return bare and gap.kind is Kind.MONEY and is_quantity(figure)


def _is_gap(text: str, figure: Figure) -> bool:
    return (
        is_quantity(figure)
        and figure.bound is Bound.EXACT
        and _patterns().than.match(text[figure.end :]) is not None
        and not _patterns().more_than.search(text[: figure.start])
    )


def _value(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.than = re.compile(
            r"\s+(?:[a-z]+\s+)?(?:more|less|fewer|higher|lower|above|below|ahead|behind|longer|shorter|taller|older|up|down)"
            r"\s+(?:than|of|on|the|what|last|its|their)\b"
        )
        self.more_than = re.compile(r"\b(?:or|at\s+least)\s+$")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
