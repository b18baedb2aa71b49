"""Figures that follow from others: a sum, a difference, a share, a part of a whole, what a share leaves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.compare import claim_interval, is_share
from factcheck.models import Figure, Kind
from factcheck.proofread.ranges import Range, exact_range, is_quantity, range_of
from factcheck.words import likeness

SMALL = 10
"""Counts below this are made by some two others nearly everywhere."""
MOST = 12
"""Among more figures than this something always follows from something."""
NARROW = Decimal("0.05")
"""A value that is known no better than within this share of itself bears nothing out."""
SAME_NOUN = 0.9
_BARE_TOO = (Kind.NUMBER, Kind.DURATION, Kind.AGE)  # sums of money and measures have their unit
HUNDRED = Decimal(100)


def follows_from(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether a figure may have been worked out from others."""
    if not is_quantity(figure):
        return False
    known = [other for other in others if is_quantity(other) and other.kind is not Kind.ORDINAL][:MOST]
    if is_share(figure):
        return _is_share_of(figure, known)
    alike = [other for other in known if _is_alike(other, figure)]
    if figure.kind is Kind.NUMBER and isinstance(figure.value, Decimal) and figure.value < SMALL:
        alike = []  # what two and four make, chance makes as well
    return _is_sum_or_difference(figure, alike) or _is_part_or_whole(figure, alike, [o for o in known if is_share(o)])


def is_priced(figure: Figure, beside: Sequence[Figure], known: Sequence[Figure]) -> bool:
    """Tell whether a figure is so many times another, or two such products: two adults and two children at two prices.

    How many stands in the figure's own sentence (`beside`), the rest in `known`.
    """
    if not is_quantity(figure):
        return False
    counts = [f.value for f in beside if f is not figure and f.kind is Kind.NUMBER and isinstance(f.value, Decimal)]
    alike = [other.value for other in known[:MOST] if is_quantity(other) and _is_one_unit(other, figure)]
    products = [count * value for count in counts for value in alike if isinstance(value, Decimal)]
    return figure.value in products or any(figure.value == one + other for one, other in permutations(products, 2))


def _is_one_unit(other: Figure, figure: Figure) -> bool:
    return other.kind is figure.kind and other.unit == figure.unit and figure.kind is not Kind.PERCENT


def _is_alike(other: Figure, figure: Figure) -> bool:
    """Tell whether two figures can be added: one unit, or one of them without any ("37 minutes, the bus 62")."""
    bare = other.kind is Kind.NUMBER and other.noun is None and other.unit is None
    return (bare and figure.kind in _BARE_TOO) or (other.kind is figure.kind and other.unit == figure.unit)


def _allows(figure: Figure, made: Range) -> bool:
    """Tell whether the figure's words allow a value worked out."""
    if made.high - made.low > NARROW * abs(made.high):
        return False
    allowed = claim_interval(figure)
    return (allowed.low is None or made.high >= allowed.low) and (allowed.high is None or made.low <= allowed.high)


def _is_sum_or_difference(figure: Figure, alike: Sequence[Figure]) -> bool:
    for one, other in permutations(alike, 2):
        assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal)
        if figure.unit not in (one.unit, other.unit) or (
            _has_other_noun(one, figure) and _has_other_noun(other, figure)
        ):
            continue  # 21 minutes and 9 men make no 12 of anything
        for made in (one.value + other.value, one.value - other.value):
            if made > 0 and made == figure.value:
                return True
    return False


def _has_other_noun(other: Figure, figure: Figure) -> bool:
    """Tell whether two counts are surely of different things."""
    if figure.kind is not Kind.NUMBER or not figure.noun or not other.noun:
        return False
    mine, theirs = (set((f.noun_phrase or f.noun or "").lower().split()) for f in (figure, other))
    return not mine & theirs and likeness(figure.noun, other.noun) < SAME_NOUN


def _is_share_of(figure: Figure, known: Sequence[Figure]) -> bool:
    """Tell whether a share is what one figure is of another, or what another share leaves of the whole."""
    percent = figure.kind is Kind.PERCENT
    for other in known:
        if is_share(other):
            left = range_of(other).scaled(Decimal(1) if other.kind is Kind.PERCENT else HUNDRED)
            if _allows(figure, _as_share(Range(HUNDRED - left.high, HUNDRED - left.low), percent)):
                return True
    counts = [other for other in known if not is_share(other)]
    for part, whole in permutations(counts, 2):
        if part.kind is not whole.kind or part.unit != whole.unit:
            continue
        top, bottom = exact_range(part), exact_range(whole)
        if bottom.low <= 0 or top.low > bottom.high:
            continue
        made = Range(top.low / bottom.high * HUNDRED, top.high / bottom.low * HUNDRED)
        if _allows(figure, _as_share(made, percent)):
            return True
    return False


def _as_share(made: Range, percent: bool) -> Range:
    return made if percent else made.scaled(Decimal("0.01"))


def _is_part_or_whole(figure: Figure, alike: Sequence[Figure], shares: Sequence[Figure]) -> bool:
    """Tell whether a figure is a share of another that is given, or the whole of which it is that share."""
    for other in alike:
        for share in shares:
            part = range_of(share).scaled(Decimal("0.01") if share.kind is Kind.PERCENT else Decimal(1))
            if part.low <= 0:
                continue
            value = exact_range(other)
            products = Range(value.low * part.low, value.high * part.high)
            quotients = Range(value.low / part.high, value.high / part.low)
            if _allows(figure, products) or _allows(figure, quotients):
                return True
    return False
