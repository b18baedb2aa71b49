"""How long before or after another thing something was, where one of the two says "a week before", "an hour after".

"A week" is no figure, so that nothing else holds "a week before his death" against "two days before his death".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.models import MET, Bound, Kind
from factcheck.stance.features import SideBySide
from factcheck.stance.reading import Reading
from factcheck.values import dataclass
from factcheck.words import listed

_HOURS = {
    "minute": Decimal(1) / 60, "hour": Decimal(1), "day": Decimal(24), "week": Decimal(168), "fortnight": Decimal(336),
    "month": Decimal(730), "year": Decimal(8766), "decade": Decimal(87660),
}  # fmt: skip
_ORDER = frozenset(listed("before after"))
_ARTICLES = frozenset(listed("a an"))
_VAGUE = frozenset(
    listed("than within under over almost nearly about around some least most until not only half just up and or")
)
_TO_VAGUE = 3  # words before "a week" that may say that it was not quite that long
_APART = Decimal("1.6")  # times as long: what is "a month" may be five or six weeks
_REACH = 8


@dataclass(frozen=True, slots=True)
class Lapse:
    """How many hours before or after something: its first word, its "before" or "after", and the words of what."""

    first: int
    order: int
    hours: Decimal
    is_written_out: bool
    anchor: tuple[int, ...]


def other_lapse(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's "a week before" and what the passage has for it, where all else is told alike; else None."""
    if not any(word.plain in _ORDER for word in pair.claim.words) or pair.claim.has_denied or pair.passage.has_denied:
        return None
    mine, theirs = list(_lapses(pair.claim)), list(_lapses(pair.passage))
    if len(mine) != 1 or len(theirs) != 1 or not (mine[0].is_written_out or theirs[0].is_written_out):
        return None
    if sum(word.plain in _ORDER for word in pair.passage.words) > 1:
        return None  # "a year before the trial and again a week before it"
    one, other = mine[0], theirs[0]
    if not _is_told_alike(pair, one, other):
        return None
    orders = pair.claim.words[one.order].plain, pair.passage.words[other.order].plain
    longest, shortest = max(one.hours, other.hours), min(one.hours, other.hours)
    if orders[0] == orders[1] and longest < _APART * shortest:
        return None
    return _written(pair.claim, one), _written(pair.passage, other)


def _written(reading: Reading, lapse: Lapse) -> str:
    return reading.text[reading.words[lapse.first].start : reading.words[lapse.order].end]


def _lapses(reading: Reading) -> Iterator[Lapse]:
    """Yield each "a week before …", "two days after …" of a text."""
    words = reading.words
    for order, word in enumerate(words):
        if word.plain not in _ORDER or order < 2:
            continue
        found = _length(reading, order)
        anchor = tuple(
            place
            for place in range(order + 1, min(len(words), order + 1 + _REACH))
            if words[place].clause == word.clause and not words[place].stop and words[place].figure < 0
        )
        if found is None or not anchor:
            continue
        first, hours, is_written_out = found
        if any(each.plain in _VAGUE for each in words[max(0, first - _TO_VAGUE) : first]):
            continue
        yield Lapse(first, order, hours, is_written_out, anchor)


def _length(reading: Reading, order: int) -> tuple[int, Decimal, bool] | None:
    """Return where the length before a "before" begins, in hours, and whether it is "a week" rather than a figure."""
    words = reading.words
    unit, article = words[order - 1], words[order - 2]
    if unit.figure >= 0:
        figure = reading.figures[unit.figure]
        known = figure.kind is Kind.DURATION and figure.value_high is None and figure.bound is Bound.EXACT
        if not known or figure.unit not in _HOURS or not isinstance(figure.value, Decimal):
            return None
        return reading.figure_places(unit.figure)[0], figure.value * _HOURS[figure.unit], False
    if article.plain in _ARTICLES and unit.plain in _HOURS:
        return order - 2, _HOURS[unit.plain], True
    return None


def _is_told_alike(pair: SideBySide, mine: Lapse, theirs: Lapse) -> bool:
    """Has one sentence of the passage all other words of the claim, those behind its "before" behind its own?"""
    claim, passage = pair.claim.words, pair.passage.words
    said = [k for k in pair.alignment.links if not mine.first <= k.claim <= mine.order]
    if not all(k.covered for k in said) or any(match.covered < 1.0 for match in pair.names):
        return False
    here = [k for k in said if k.is_here]
    if any(passage[k.passage].sentence != passage[theirs.order].sentence for k in here):
        return False
    anchored = [k for k in here if k.claim in mine.anchor]
    others = [k for k in here if k.claim not in mine.anchor and claim[k.claim].name < 0]
    if not anchored or not others or not all(k.passage in theirs.anchor for k in anchored if claim[k.claim].name < 0):
        return False
    lengths = range(mine.first, mine.order)
    dated = [b for b in pair.bonds if b.claim < 0 or pair.claim.figure_places(b.claim)[0] not in lengths]
    return all(b.relation in MET for b in dated) and not any(k.passage in theirs.anchor for k in others)
