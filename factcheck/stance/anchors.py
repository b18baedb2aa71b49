"""Figures that surely belong together because another figure beside them is the same in claim and passage.

"Over five weeks the jury heard 16 witnesses" and "the inquest lasted five weeks and heard from 46 witnesses": that
both tell of five weeks and of witnesses is no chance, so that fewer of the other words need be there.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import compare_figures
from factcheck.models import MET, Bound, Kind, Relation
from factcheck.stance.binding import Bond
from factcheck.stance.excuses import is_far_apart
from factcheck.stance.features import SideBySide, covered_share, is_telling
from factcheck.values import replace
from factcheck.words import listed

_UNITS = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.PERCENT})
_NO_ANCHORS = frozenset({Kind.DATE, Kind.ORDINAL})
_LEAST_COVER, _LEAST_FRAME = 0.5, 0.25
_LEAST_WHOLE_COVER = 0.7
_TO_WHOLE = 3  # words from a share to its whole: "half of the £1.2m"
_DAY_LENGTH = len("2024-11-18")
_WEEKDAYS = frozenset(listed("monday tuesday wednesday thursday friday saturday sunday"))


def is_beside_an_anchor(bond: Bond, pair: SideBySide) -> bool:
    """Stands a figure that differs beside another one that is the claim's, and is it the only one of its sort?"""
    if bond.derived or bond.passage < 0 or bond.claim < 0 or bond.misplaced or bond.relation is not Relation.DIFFERENT:
        return False
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or not (bond.noun > 0 or (bond.noun == 0 and figure.kind in _UNITS)):
        return False
    if figure.kind in _NO_ANCHORS or figure.unit != source.unit or figure.kind is not source.kind or is_far_apart(bond):
        return False
    if covered_share(pair) < _LEAST_COVER or bond.plain_frame < _LEAST_FRAME:
        return False
    anchors = [other for other in pair.bonds if other is not bond and _is_anchor(other, bond, pair)]
    taken = {other.passage for other in anchors}
    alike = [each for n, each in enumerate(pair.passage.figures) if n not in taken and each.kind is source.kind]
    return bool(anchors) and sum(each.unit == source.unit for each in alike) == 1


def _is_anchor(other: Bond, bond: Bond, pair: SideBySide) -> bool:
    """Is it a figure that both texts state, in the passage in the sentence of the one that differs?"""
    figure = other.comparison.claim_figure
    if other.relation is not Relation.EQUAL or other.derived or other.misplaced or other.passage < 0:
        return False
    if figure.kind in _NO_ANCHORS or other.noun < 0 or (figure.kind is Kind.NUMBER and other.noun <= 0):
        return False
    words = pair.passage.words
    here, there = (words[pair.passage.figure_places(each.passage)[0]].sentence for each in (bond, other))
    return here == there


def is_dated_by_an_anchor(day: Bond, pair: SideBySide) -> bool:
    """Do both give one amount of many digits, and each another day for it: "61.2 gigawatts on Wednesday"?

    Days of one week only: of two years each may have had its own.
    """
    figure, source = day.comparison.claim_figure, day.comparison.source_figure
    if figure.kind is not Kind.DATE or source is None or day.passage < 0 or day.derived:
        return False
    if not all(each.text.lower() in _WEEKDAYS or _is_day(each.value) for each in (figure, source)):
        return False
    words = pair.passage.words
    clause = words[pair.passage.figure_places(day.passage)[0]].clause
    return any(
        _is_anchor(other, day, pair)
        and is_telling(other.comparison.claim_figure)
        and words[pair.passage.figure_places(other.passage)[0]].clause == clause
        for other in pair.bonds
    )


def _is_day(value: object) -> bool:
    return isinstance(value, str) and len(value) == _DAY_LENGTH


def is_share_of_the_same(bond: Bond, pair: SideBySide) -> bool:
    """Is a share worked out of the very whole that the claim's is of: "half of the £1.2m", "£0.3m of a £1.2m bill"?"""
    source = bond.comparison.source_figure
    if bond.derived not in ("share", "quantifier") or source is None or covered_share(pair) < _LEAST_WHOLE_COVER:
        return False
    if bond.plain_frame < _LEAST_FRAME or _is_rest(bond, pair):
        return False
    start = bond.comparison.claim_figure.end
    for other in pair.bonds:
        whole, told = other.comparison.claim_figure, other.comparison.source_figure
        if other.relation is not Relation.EQUAL or told is None or other.passage < 0 or whole.kind in _NO_ANCHORS:
            continue
        between = [word for word in pair.claim.words if start <= word.start and word.end <= whole.start]
        follows = whole.start >= start and len(between) <= _TO_WHOLE
        if follows and source.start <= told.start and told.end <= source.end:
            return True
    return False


def _is_rest(bond: Bond, pair: SideBySide) -> bool:
    """Is the claim's share what the passage's leaves, and perhaps told of that: "a third were won", "8 of 12 drawn"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    said = all(k.covered for k in pair.alignment.links if pair.claim.words[k.claim].start >= figure.end)
    if said or bond.derived != "share" or source is None or not isinstance(source.value, Decimal):
        return False
    if figure.bound not in (Bound.EXACT, Bound.ABOUT):
        return False  # "more than half" fits many a rest
    whole = 100 if figure.kind is Kind.PERCENT else 1
    return compare_figures(figure, replace(source, value=whole - source.value)).relation in MET
