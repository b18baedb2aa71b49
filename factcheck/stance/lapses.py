"""How long before or after another thing something was, where one of the two says "a week before", "an hour after".

"A week" is no figure, so that nothing else holds "a week before his death" against "two days before his death". And a
number of years that two dates give tells by itself nothing of which of the two was first.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.models import MET, Bound, Figure, Kind
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import ONE_MEANING, VERB_FIELDS, field
from factcheck.stance.reading import Reading
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed

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
_YEAR = len("2010")
_BEFORE_IT = 3  # words by which a date before a word is farther away than one behind it


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


def told_in_other_order(pair: SideBySide) -> str:
    """Return the passage's date of what the claim puts on the other side of its "before" or "after"; "" for none.

    "The mine opened 12 years after the railway closed" against "opened in 1950; the railway closed in 1962".
    """
    if not any(bond.derived and bond.relation in MET for bond in pair.bonds):
        return ""
    if not any(word.plain in _ORDER for word in pair.claim.words):
        return ""
    for lapse in _lapses(pair.claim):
        if lapse.is_written_out or any(word.plain in _ORDER for word in pair.passage.words[:1]):
            continue
        here = [k for k in pair.alignment.links if k.is_here and k.kin in ONE_MEANING]
        here = [k for k in here if pair.claim.words[k.claim].name < 0 and _is_deed(pair.claim, k.claim)]
        deeds = [k.passage for k in here if k.claim < lapse.first], [k.passage for k in here if k.claim in lapse.anchor]
        if not deeds[0] or not deeds[1]:
            continue
        dates = _date_at(pair.passage, deeds[0][-1]), _date_at(pair.passage, deeds[1][0])
        if dates[0] is None or dates[1] is None:
            continue
        first, second = (str(figure.value)[:_YEAR] for figure in dates if figure is not None)
        before = pair.claim.words[lapse.order].plain == "before"
        if first != second and (first < second) is not before:
            return dates[0].text
    return ""


def told_on_other_side(pair: SideBySide) -> str:
    """Return the passage's "after the vote" where the claim says "before the vote", or the reverse; "" for none."""
    mine = _orders(pair.claim)
    theirs = _orders(pair.passage) if len(mine) == 1 else []
    if len(theirs) != 1 or pair.claim.has_denied or pair.passage.has_denied:
        return ""
    here, there = mine[0], theirs[0]
    if pair.claim.words[here].plain == pair.passage.words[there].plain:
        return ""
    words = pair.passage.words
    behind = [p for p in range(there + 1, len(words)) if words[p].clause == words[there].clause]
    met = [k for k in pair.alignment.links if k.is_here and pair.claim.words[k.claim].name < 0]
    anchored = [k.passage for k in met if k.claim > here and k.passage in behind]
    elsewhere = [k for k in met if (k.claim > here) is not (k.passage in behind)]
    told = any(k.claim < here for k in met)
    return pair.passage.text[words[there].start : words[anchored[0]].end] if anchored and told and not elsewhere else ""


def _orders(reading: Reading) -> list[int]:
    return [place for place, word in enumerate(reading.words) if word.plain in _ORDER]


def _is_deed(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return field(word.stem) in VERB_FIELDS or word.plain.endswith("ed") or is_irregular(word.plain)


def _date_at(reading: Reading, place: int) -> Figure | None:
    """Return the date that stands nearest to a word of a text, sooner behind it than before it; in its sentence."""
    found = []
    for number, figure in enumerate(reading.figures):
        if figure.kind is not Kind.DATE or figure.value is None or figure.value_high is not None:
            continue
        there = reading.figure_places(number)[0]
        if reading.words[there].sentence == reading.words[place].sentence:
            apart = there - place if there > place else place - there + _BEFORE_IT
            across = reading.words[there].clause != reading.words[place].clause
            found.append((across, apart, number))
    return reading.figures[min(found)[2]] if found else None


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
