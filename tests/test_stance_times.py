"""What was so in a year gone by, beside a claim of how things are now."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 5, 17)

ROWS = {
    "then": ("The quarry employs 900 people.", "In 1974 the quarry employed 900 people.", NEUTRAL),
    "then-another": ("The quarry employs 120 people.", "In 1974 the quarry employed 900 people.", NEUTRAL),
    "then-be": ("The bridge is 40 metres wide.", "In 1920 the bridge was 40 metres wide.", NEUTRAL),
    "now": ("The quarry employs 900 people.", "The quarry employs 900 people.", SUPPORTS),
    "since": ("The quarry has 900 workers.", "The quarry has had 900 workers since 1974.", SUPPORTS),
    "claim-dated": ("In 1974 the quarry employed 900 people.", "In 1974 the quarry employed 900 people.", SUPPORTS),
    "this-year": ("The quarry employs 900 people.", "In May 2024 the quarry employed 900 people.", SUPPORTS),
    "past-claim": ("The quarry employed 900 people.", "In 1974 the quarry employed 900 people.", SUPPORTS),
}


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_a_year_gone_by_says_nothing_of_now(claim: str, passage: str, stance: Stance) -> None:
    assert judge(claim, passage, published=PUBLISHED).stance is stance


def test_the_reason_names_the_year() -> None:
    judgement = judge("The quarry employs 900 people.", "In 1974 the quarry employed 900 people.", published=PUBLISHED)
    assert judgement.reasons[0] == "the source speaks of 1974, the claim of now"
