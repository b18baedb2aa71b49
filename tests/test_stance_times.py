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
    "what-it-came-from": (
        "The wait has fallen by two hours.",
        "The wait, he said, had fallen to three hours, from five hours in 2023.",
        SUPPORTS,
    ),
    "what-it-came-to": (
        "The wait has fallen by two hours.",
        "The wait, he said, had fallen from five hours to three hours in 2023.",
        NEUTRAL,
    ),
    "counted-is-no-verb": (
        "The plan passed by seven votes.",
        "Members voted by 31 to 24 to pass the plan of 2023.",
        SUPPORTS,
    ),
    "past-claim": ("The quarry employed 900 people.", "In 1974 the quarry employed 900 people.", SUPPORTS),
    "now-and-then": (
        "The club has 40 members.",
        "The club, which has 40 members, had an income of £9,000 in 2019.",
        SUPPORTS,
    ),
    "now-no-figure": ("The club has 40 members.", "The club has a hall and had 40 members in 2019.", NEUTRAL),
    "then-of-another-verb": ("The club has 40 members.", "The club had 40 members in 2019.", NEUTRAL),
}


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_a_year_gone_by_says_nothing_of_now(claim: str, passage: str, stance: Stance) -> None:
    assert judge(claim, passage, published=PUBLISHED).stance is stance


def test_the_reason_names_the_year() -> None:
    judgement = judge("The quarry employs 900 people.", "In 1974 the quarry employed 900 people.", published=PUBLISHED)
    assert judgement.reasons[0] == "the source speaks of 1974, the claim of now"


WEEKS = {
    "other-week": ("Hale beat Marsh 4-1 on Saturday.", NEUTRAL),
    "turned-other-week": ("Marsh lost 1-4 to Hale on Saturday.", NEUTRAL),
    "other-weekday": ("Hale beat Marsh 4-1 on Sunday.", CONFLICTS),
    "own-date": ("Hale beat Marsh 4-1 on 2 March 2024.", CONFLICTS),
    "that-day": ("Hale beat Marsh 4-1 on 24 February 2024.", SUPPORTS),
}


@pytest.mark.parametrize(("claim", "stance"), WEEKS.values(), ids=WEEKS.keys())
def test_a_weekday_alone_says_nothing_of_another_week(claim: str, stance: Stance) -> None:
    passage = "Hale beat Marsh 4-1 on Saturday, before a crowd of 2,300."
    judged = judge(claim, passage, published=date(2024, 3, 1), claim_date=date(2024, 3, 5))
    assert judged.stance is stance


def test_the_reason_names_both_days() -> None:
    judged = judge("Hale beat Marsh on Saturday.", "Hale beat Marsh on Saturday.",
                   published=date(2024, 3, 1), claim_date=date(2024, 3, 5))  # fmt: skip
    assert judged.reasons[0] == "“Saturday” is 2024-02-24 in the source and 2024-03-02 in the claim"
