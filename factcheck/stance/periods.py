"""A rate beside a total over several periods: "9 per cent a year" is not "9 per cent over three years"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.compare import compare_figures
from factcheck.models import Figure, Kind, Relation
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed

_OVER = frozenset(listed("over across within"))
_BETWEEN = 3  # words from an amount to the time it is spread over: "9 percent over the next three years"


def with_periods(claim: Reading, passage: Reading, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with a rate held against a total over several of its periods, where the two cannot be one."""
    return [_held_apart(claim, passage, bond) if _may_be(bond) else bond for bond in bonds]


def _may_be(bond: Bond) -> bool:
    source = bond.comparison.source_figure
    if bond.claim < 0 or bond.passage < 0 or bond.derived or source is None or bond.relation is Relation.DIFFERENT:
        return False
    return bool(bond.comparison.claim_figure.per) != bool(source.per)


def _held_apart(claim: Reading, passage: Reading, bond: Bond) -> Bond:
    rate, total, reading, number = bond.comparison.claim_figure, passage.figures[bond.passage], passage, bond.passage
    if total.per:
        rate, total, reading, number = total, rate, claim, bond.claim
    time = _time_over(reading, number, rate.per)
    if time is None or not isinstance(total.value, Decimal) or not isinstance(time.value, Decimal) or time.value <= 1:
        return bond
    a_period = replace(total, value=total.value / time.value, per=None)
    if compare_figures(replace(rate, per=None), a_period).relation is not Relation.DIFFERENT:
        return bond
    said = f"{total.text} over {time.text}" if reading is passage else rate.text
    note = f"the source says {said}"
    return replace(bond, comparison=replace(bond.comparison, relation=Relation.DIFFERENT, note=note))


def _time_over(reading: Reading, number: int, unit: str | None) -> Figure | None:
    """Return the time of a unit that an amount is spread over, None where none stands right behind it."""
    spread = False
    for word in reading.behind(number, 1 + _BETWEEN):
        if word.figure >= 0:
            time = reading.figures[word.figure]
            return time if spread and time.kind is Kind.DURATION and time.unit == unit else None
        spread = spread or word.plain in _OVER
    return None
