"""Figures of the same digits: how much else a passage must have for one to contradict the other."""

from __future__ import annotations

import pytest

from factcheck.stance.features import lay_side_by_side
from factcheck.stance.slips import is_slip, least_cover_of_slip

# Claim, passage, whether the second figure is the first with a slip, and the share of the words that it asks for.
ROWS = {
    "thousandfold-of-one-digit": ("They paid £7bn.", "They paid £7m.", True, 0.45),
    "thousandfold": ("They paid £2.07bn.", "They paid £2.07m.", True, 0.05),
    "thousandth": ("They paid £2.07m.", "They paid £2.07bn.", True, 0.05),
    "tenfold": ("They paid £42.", "They paid £420.", True, 0.25),
    "tenfold-of-three-digits": ("They paid £421.", "They paid £4,210.", True, 0.05),
    "hundredfold": ("They paid £42.", "They paid £4,200.", True, 0.45),
    "tenfold-of-one-digit": ("They paid £4.", "They paid £40.", True, 0.45),
    "other-unit": ("It took 14 weeks.", "It took 14 months.", True, 0.3),
    "other-unit-of-one-digit": ("It took 4 weeks.", "It took 4 months.", True, 0.45),
    "count-of-one-digit": ("They saw 4 boats.", "They saw 40 boats.", False, 0.45),
    "count": ("They saw 42 boats.", "They saw 420 boats.", True, 0.25),
    "other-digits": ("They saw 42 boats.", "They saw 43 boats.", False, 0.45),
}


@pytest.mark.parametrize(("claim", "passage", "slip", "least"), ROWS.values(), ids=ROWS)
def test_a_slip_asks_for_some_of_the_words(claim: str, passage: str, slip: bool, least: float) -> None:
    (bond,) = lay_side_by_side(claim, passage, None, None, "").bonds
    assert (is_slip(bond), least_cover_of_slip(bond)) == (slip, least)


def test_nothing_is_no_slip_of_nothing() -> None:
    (bond,) = lay_side_by_side("They paid £0.", "They paid £0.", None, None, "").bonds
    assert not is_slip(bond)
