"""A claim's figure that two figures of the passage add up to: not said, but no contradiction of either of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.models import Figure, Kind, Role
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_telling
from factcheck.words import listed

_ADDED_UP = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE})
_MORE = frozenset(listed("more less fewer extra higher lower"))
_TO_MORE = 2  # words from a figure to what says that it is more: "12 homes fewer"
_TO_OF, _TO_WHOLE = 2, 5  # words from a part to its "of" and its whole: "three libraries of the town's 11"


def is_sum_of_others(pair: SideBySide, bond: Bond) -> bool:
    """Is the claim's figure the sum or the difference of two of the passage's, to the last of its digits?

    "Has spent £45m in all" beside "bought it for £14m and has put in a further £31m": whether or not the words say
    that the two are to be added, neither of them is what the claim tells. One digit is no chance only for what is
    left of a part and its whole ("eight" of "three of the 11"), and for a claim that tells by how much more or less.
    """
    figure = bond.comparison.claim_figure
    if bond.derived or figure.kind not in _ADDED_UP or not isinstance(figure.value, Decimal):
        return False
    alike = [each for each in pair.passage.figures if each.kind is figure.kind and each.unit == figure.unit]
    amounts = {each.value: each for each in alike if _is_amount(each)}  # "six seasons" said twice are no twelve
    if figure.value in amounts:
        return False  # it is stated, so it need not be worked out
    pairs = [each for each in combinations(amounts.values(), 2) if not _counts_beside(figure, *each)]
    if not (is_telling(figure) and _has_digits(figure)) and not _tells_how_much_more(pair, bond):
        pairs = [each for each in pairs if _are_part_and_whole(pair, each) and not _names_whole(pair, each)]
    return any(figure.value in _sums(one, other) for one, other in pairs)


def _sums(one: Figure, other: Figure) -> tuple[Decimal, Decimal]:
    assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal)
    return one.value + other.value, abs(one.value - other.value)


def _counts_beside(figure: Figure, one: Figure, other: Figure) -> bool:
    """Counts only one of two what the claim counts: "29 votes to 24, with two abstentions" is no sum of votes?"""
    nouns = {one.noun, other.noun} - {None}
    return figure.noun in nouns and len(nouns) > 1


def _tells_how_much_more(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim tell by how much something is more or less: "$800,000 more", "two fewer"?"""
    behind = pair.claim.behind(bond.claim, _TO_MORE) if bond.claim >= 0 else ()
    return bond.comparison.claim_figure.role is Role.CHANGE or any(word.plain in _MORE for word in behind)


def _are_part_and_whole(pair: SideBySide, figures: Sequence[Figure]) -> bool:
    """Stands the one behind the other and an "of": "three of the town's 11"?"""
    one, other = sorted(figures, key=lambda figure: figure.start)
    between = [word.plain for word in pair.passage.words if one.end <= word.start and word.end <= other.start]
    return "of" in between[:_TO_OF] and len(between) <= _TO_WHOLE


def _names_whole(pair: SideBySide, figures: Sequence[Figure]) -> bool:
    """Has the claim the whole too, so that it tells a part of it itself: "two of the eight", "six of the eight"?"""
    values = {figure.value for figure in figures}
    return any(each.value in values for each in pair.claim.figures)


def _has_digits(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and len(figure.value.normalize().as_tuple().digits) > 1


def _is_amount(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and figure.value_high is None
