"""Figures of the same digits and another scale or unit, which no chance brings together: "£7bn" for "£7m"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Kind
from factcheck.stance.binding import Bond

LEAST_COVER_SLIP = 0.45  # of the claim's plain words, which figures of the same digits ask for
_LEAST_COVER_OTHER_UNIT = 0.3
_LEAST_COVER_THOUSANDFOLD, _LEAST_COVER_TENFOLD = 0.05, 0.25


def is_slip(bond: Bond) -> bool:
    """Have the two the same digits, and another scale or unit: "£7bn" for "£7m", "19 weeks" for "19 days"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or not mine or not theirs:
        return False
    digits = mine.normalize().as_tuple().digits
    if digits != theirs.normalize().as_tuple().digits:
        return False
    return len(digits) > 1 or figure.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION)


def least_cover_of_slip(bond: Bond) -> float:
    """Return how much of the claim's plain words a passage must have for figures of the same digits to contradict it.

    Little, where two or more digits and the unit are the same and only the scale is not: "£2.07m", "£2.07bn".
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if source is None or bond.derived or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return LEAST_COVER_SLIP
    digits = len(mine.normalize().as_tuple().digits)
    if figure.unit != source.unit:  # "14 weeks", "14 months"
        return _LEAST_COVER_OTHER_UNIT if digits > 1 and figure.kind is source.kind else LEAST_COVER_SLIP
    apart = max(mine / theirs, theirs / mine)
    if digits > 1 and (apart == 1000 or (apart == 10 and digits > 2)):
        return _LEAST_COVER_THOUSANDFOLD
    return _LEAST_COVER_TENFOLD if digits > 1 and apart == 10 else LEAST_COVER_SLIP
