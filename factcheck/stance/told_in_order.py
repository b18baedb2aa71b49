"""Two figures told in the order of what they are of: "rates of 81 per cent and 76 per cent for girls and boys".

The first is of what is named first. So it is where the names stand in front: "Orm and Tarn received £3m and £4m".
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Figure, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import VERB_FIELDS, field
from factcheck.stance.reading import Reading
from factcheck.words import is_irregular, listed

_OF_WHAT = frozenset(listed("for in among at from by to on of"))
_TO_SECOND = 3  # words between two figures of a pair: "81 girls and some 76 boys" is none
_NAMED = 4  # words of what is named
_MEASURED = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})


def told_in_order(claim: Reading, passage: Reading, alignment: Alignment, other: int) -> int:
    """Return 1 where a figure of a pair is of what the claim names, -1 where the other one is, 0 for neither."""
    for first in (other - 1, other):
        named = _named(passage, first) if _is_pair(passage, first) else None
        if named is None:
            continue
        met = {n for n, places in enumerate(named) for k in alignment.links if k.covered and k.passage in places}
        if len(met) == 1:
            return 1 if first + met.pop() == other else -1
    return 0


def _is_pair(passage: Reading, first: int) -> bool:
    """Stand two figures of one sort, and no third, with an "and" between them, in one stretch?"""
    if first < 0 or first + 1 >= len(passage.figures):
        return False
    one, two = passage.figures[first : first + 2]
    if one.kind is not two.kind or one.unit != two.unit or not (_is_amount(one) and _is_amount(two)):
        return False
    return _is_listed(passage, first) and not any(_is_listed(passage, number) for number in (first - 1, first + 1))


def _is_listed(passage: Reading, number: int) -> bool:
    """Follows the next figure of its sort on a figure, with an "and" or a comma between them?"""
    if number < 0 or number + 1 >= len(passage.figures):
        return False
    if passage.figures[number].kind is not passage.figures[number + 1].kind:
        return False
    last, first = passage.figure_places(number)[-1], passage.figure_places(number + 1)[0]
    if first - last - 1 > _TO_SECOND:
        return False
    joined = any(word.plain == "and" for word in passage.words[last + 1 : first])
    return joined or passage.words[last].clause != passage.words[first].clause


def _is_amount(figure: Figure) -> bool:
    """Is a figure an amount, and no small count: "two- and three-bedroom flats for couples and families"?"""
    if figure.value_high is not None or not isinstance(figure.value, Decimal):
        return False
    return figure.kind in _MEASURED or (figure.kind is Kind.NUMBER and (figure.value >= 10 or figure.value < 1))


def _named(passage: Reading, first: int) -> tuple[range, range] | None:
    """Return the places of the two things that a pair of figures is of, None where not just two are named."""
    words = passage.words
    start, stop = passage.figure_places(first)[0], passage.figure_places(first + 1)[-1] + 1
    clause = words[start].clause
    behind = [p for p in range(stop, len(words)) if words[p].clause == clause]
    before = [p for p in range(start) if words[p].clause == clause]
    joints = [p for p in behind if words[p].plain == "and"]
    if len(joints) == 1 and any(words[p].plain in _OF_WHAT for p in behind if p < joints[0]):
        return _around(passage, joints[0], behind[0], behind[-1] + 1)
    joints = [p for p in before if words[p].plain == "and"]
    if len(joints) == 1 and not behind[1:]:
        return _around(passage, joints[0], before[0], start)
    return None


def _around(passage: Reading, joint: int, start: int, stop: int) -> tuple[range, range] | None:
    """Return the places of what stands on both sides of an "and", up to a preposition, a verb or an end."""
    words = passage.words
    opening = joint
    while opening > start and words[opening - 1].plain not in _OF_WHAT and words[opening - 1].figure < 0:
        opening -= 1
    closing = joint + 1
    while closing < stop and words[closing].plain not in _OF_WHAT and not _is_verb(passage, closing):
        closing += 1
    sides = range(opening, joint), range(joint + 1, closing)
    told = [[p for p in side if not words[p].stop] for side in sides]
    if not all(told) or any(len(side) > _NAMED or any(_is_verb(passage, p) for p in side) for side in sides):
        return None
    return sides


def _is_verb(passage: Reading, place: int) -> bool:
    """Does a word look like a verb, so that it ends what is named?"""
    word = passage.words[place]
    if word.name >= 0:
        return False
    if word.figure >= 0 or word.plain in ("had", "has", "have", "was", "were", "is", "are"):
        return True
    return (word.plain.endswith("ed") or is_irregular(word.plain)) and field(word.stem) in VERB_FIELDS
