"""Figures of a list: what stands before it is said of each, and each goes with its own date."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
DAY = date(2024, 9, 12)
BUSES = "Buses will run every six minutes by day and every half an hour at night."
RISES = "The deal gives nurses rises of 5 per cent this year, 4 per cent next year and 3 per cent in 2026."
FERRIES = "The ferry carried 900 passengers in July, 700 in August and 400 in September."

ROWS = {
    "second-of-two": ("Buses will run every 30 minutes at night.", BUSES, SUPPORTS),
    "first-of-two": ("Buses will run every six minutes by day.", BUSES, SUPPORTS),
    "neither-of-two": ("Buses will run every 20 minutes at night.", BUSES, CONFLICTS),
    "second-of-three-with-its-year": ("Nurses will get a 4 per cent rise in 2025.", RISES, SUPPORTS),
    "last-of-three-with-its-year": ("Nurses will get a rise of 3 per cent in 2026.", RISES, SUPPORTS),
    "other-figure-at-the-year": ("Nurses will get a 6 per cent rise in 2025.", RISES, CONFLICTS),
    "two-years-of-a-list": ("The mill made £3m in 2022.", "The mill made £3m in 2023 and £8m in 2022.", CONFLICTS),
    "last-of-a-list": ("The ferry carried 400 passengers in September.", FERRIES, SUPPORTS),
    "set-apart-is-no-list": (
        "The mill made a profit of £8m.",
        "The mill made a profit of £3m, against a loss of £8m the year before.",
        CONFLICTS,
    ),
}


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_a_figure_of_a_list_is_met_by_its_own(claim: str, passage: str, stance: Stance) -> None:
    assert judge(claim, passage, published=DAY, claim_date=DAY).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [("Nurses will get a 5 per cent rise in 2025.", RISES), ("The ferry carried 900 passengers in August.", FERRIES)],
    ids=["rises", "ferries"],
)
def test_a_figure_of_another_day_is_not_borne_out(claim: str, passage: str) -> None:
    assert judge(claim, passage, published=DAY, claim_date=DAY).stance is not SUPPORTS


def test_the_reason_names_the_figure_of_that_year() -> None:
    judgement = judge("Nurses will get a 6 per cent rise in 2025.", RISES, published=DAY, claim_date=DAY)
    assert judgement.reasons[0] == "the source says 4 per cent"
