"""A claim's figure that two figures of the passage add up to: not said, but no contradiction of either of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from factcheck.models import Figure, Kind
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_telling

_ADDED_UP = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE})


def is_sum_of_others(pair: SideBySide, bond: Bond) -> bool:
    """Is the claim's figure the sum or the difference of two of the passage's, to the last of its two or more digits?

    "Has spent £45m in all" beside "bought it for £14m and has put in a further £31m": whether or not the words say
    that the two are to be added, neither of them is what the claim tells.
    """
    figure = bond.comparison.claim_figure
    if bond.derived or figure.kind not in _ADDED_UP or not is_telling(figure) or not _has_digits(figure):
        return False
    alike = [_amount(each) for each in pair.passage.figures if each.kind is figure.kind and each.unit == figure.unit]
    amounts = sorted({amount for amount in alike if amount is not None})  # "six seasons" said twice are no twelve
    if figure.value in amounts:
        return False  # it is stated, so it need not be worked out
    return any(figure.value in (one + other, abs(one - other)) for one, other in combinations(amounts, 2))


def _has_digits(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and len(figure.value.normalize().as_tuple().digits) > 1


def _amount(figure: Figure) -> Decimal | None:
    return figure.value if isinstance(figure.value, Decimal) and figure.value_high is None else None
