"""A rate beside a total over several periods, "9 per cent a year" and "over three years", and how often: "weekly"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.compare import compare_figures
from factcheck.models import Figure, Kind, Relation
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed

_OVER = frozenset(listed("over across within"))
WORTH = frozenset(listed("worth costing"))
_TO_WORTH = 4  # words from the time of "a three-year sponsorship deal worth" to the amount
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
    """Return the time of a unit that an amount is spread over, None where none stands right behind it.

    Or before it, in "a three-year deal worth £6m".
    """
    ahead = reading.before(number, _TO_WORTH)
    if ahead and ahead[-1].plain in WORTH:
        time = next((reading.figures[word.figure] for word in ahead if word.figure >= 0), None)
        if time is not None and time.kind is Kind.DURATION and time.unit == unit and "-" in time.text:
            return time
    spread = False
    for word in reading.behind(number, 1 + _BETWEEN):
        if word.figure >= 0:
            time = reading.figures[word.figure]
            return time if spread and time.kind is Kind.DURATION and time.unit == unit else None
        spread = spread or word.plain in _OVER
    return None


_UNITS = frozenset(listed("minute hour day night week fortnight month quarter year"))
_EVERY = frozenset(listed("every each"))


def another_frequency(claim: Reading, passage: Reading) -> tuple[str, str] | None:
    """Return how often claim and passage say that a thing is, where only one of them counts the weeks between."""
    bare, counted = _bare(claim), _counted(passage)
    if bare and bare[0] in counted and bare[0] not in (_bare(passage) or ("",)):
        return bare[1], counted[bare[0]]
    bare, counted = _bare(passage), _counted(claim)
    if bare and bare[0] in counted and bare[0] not in (_bare(claim) or ("",)):
        return counted[bare[0]], bare[1]
    return None


def _bare(reading: Reading) -> tuple[str, str] | None:
    """Return the unit behind an "every", with both as written."""
    words = reading.words
    for word, following in pairwise(words):
        if word.plain in _EVERY and following.stem in _UNITS and following.figure < 0:
            return following.stem, reading.text[word.start : following.end]
    return None


def _counted(reading: Reading) -> dict[str, str]:
    """Return the units of which there is a number behind an "every", with the words as written."""
    words = reading.words
    found = {}
    for place, word in enumerate(words[:-1]):
        number = words[place + 1].figure
        if word.plain not in _EVERY or number < 0:
            continue
        last = reading.figure_places(number)[-1]
        if words[last].stem in _UNITS and last > place + 1:
            found[words[last].stem] = reading.text[word.start : words[last].end]
    return found
