"""What an amount is said to be: a price, reached, exceeded, moved from; each beside a neighbour that stays silent."""

from datetime import date

import pytest

from factcheck import extract_figures, judge
from factcheck.models import Role, Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2025, 3, 12)

JUDGED = {
    "what-it-cost": (
        "The extension will cost £31m.",
        "The board approved a £31 million extension of the school.", SUPPORTS,
    ),
    "what-it-cost-not": (
        "The extension will cost £31bn.",
        "The board approved a £31 million extension of the school.", CONFLICTS,
    ),
    "cost-of-another": (
        "The extension will cost £31m.",
        "The board made a profit of £31m and approved the extension.", NEUTRAL,
    ),
    "moved-from": (
        "The scheme will cost £24 million.",
        "The cost of the scheme has risen from £24 million in 2022.", NEUTRAL,
    ),
    "moved-from-then": (
        "In 2022 the scheme was to cost £24 million.",
        "The cost of the scheme has risen from £24 million in 2022.", SUPPORTS,
    ),
    "reached": ("Gusts reached 130 km/h.", "Gusts of up to 130 kilometres an hour hit Orr.", SUPPORTS),
    "reached-not": ("Gusts reached 130 mph.", "Gusts of up to 130 kilometres an hour hit Orr.", CONFLICTS),
    "reached-it-was": ("Takings reached £6m in 2023.", "Takings were £6m in 2023.", SUPPORTS),
    "was-it-reached": ("Takings were £6m in 2023.", "Takings reached £6m in 2023.", SUPPORTS),
    "reached-and-was-another": ("Takings reached £7m in 2023.", "Takings were £6m in 2023.", CONFLICTS),
    "reached-the-equal-one": ("Takings hit £6m in 2023.", "Takings were £4m in 2022 and £6m in 2023.", SUPPORTS),
    "failed-to-reach": ("Takings reached £6m in 2023.", "Takings failed to reach £6m in 2023.", CONFLICTS),
    "not-reached": ("Takings did not reach £6m in 2023.", "Takings topped £6m in 2023.", CONFLICTS),
    "could-reach": ("Takings were £6m.", "Takings could reach £6m by 2027.", NEUTRAL),
    "could-be": ("Takings were £6m.", "Takings are expected to be about £6m by 2027.", NEUTRAL),
    "could-be-by-then": ("Takings could be £6m by 2027.", "Takings could reach £6m by 2027.", SUPPORTS),
    "is-of-what-is-planned": ("The budget is £6m.", "Orr could resign, and the budget is £6m.", SUPPORTS),
    "forecast-to-reach": ("Gusts reached 130 km/h.", "Gusts of up to 130 km/h were forecast.", NEUTRAL),
    "aims-to-reach": ("The share reached 90%.", "The aim is to reach a share of 90%.", NEUTRAL),
    "goes-up-to": ("The fare goes up to £6.40.", "The fare rises from £5 to £5.40.", CONFLICTS),
    "costs-up-to": ("A fare costs up to £6.40.", "A fare costs £5.90.", SUPPORTS),
    "exceeded": ("The losses exceed €70 million.", "Orr put the losses at €85 million.", SUPPORTS),
    "exceeded-not": (
        "The losses exceed €200 million.",
        "Orr put the losses at between €85 million and €95 million.", CONFLICTS,
    ),
    "dated-in-front": (
        "Orr shipped 38 boats in 2024.",
        "Last year Orr shipped 38 boats, six fewer than in 2023.", SUPPORTS,
    ),
    "dated-in-front-not": (
        "Orr shipped 38 boats in 2023.",
        "Last year Orr shipped 38 boats, six fewer than in 2023.", NEUTRAL,
    ),
    "last-done": ("The canal was last drained in 2021.", "The canal was last drained in June 2019.", CONFLICTS),
    "last-of-another": ("The canal was last drained in 2021.", "The canal was last deepened in June 2019.", NEUTRAL),
    "done-twice": ("The canal was drained in 2021.", "The canal was drained in June 2019.", NEUTRAL),
    "begins-and-ends": (
        "The works will finish in 2029.",
        "The works will start in May and take four years.", NEUTRAL,
    ),
    "begins-not-ends": ("The works will finish in May.", "The works will start in May.", CONFLICTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), JUDGED.values(), ids=JUDGED)
def test_shown_stance(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert (judged.stance if judged.shown else NEUTRAL) is stance


ROLES = {
    "works": ("a £31 million expansion of the harbour", None),
    "change": ("a £31 million expansion in exports", Role.CHANGE),
    "votes": ("The expansion was passed by 31 votes to 22.", None),
    "change-by": ("The deficit rose by 31 tonnes to 220 tonnes.", Role.CHANGE),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_role(text: str, role: Role | None) -> None:
    assert extract_figures(text)[0].role is role


SAID_OF_ANOTHER = {
    "the-rest-denied": ("Two thirds of the homes have a bath.", "A third of the homes have no bath.", NEUTRAL),
    "the-same-denied": ("Two thirds of the homes have a bath.", "A third of the homes have a bath.", CONFLICTS),
    "which-clause": ("Orr employs 900 people.", "Lund, which employs 14,500 people, cut 900 jobs at Orr.", NEUTRAL),
    "its-own-clause": ("Orr employs 900 people.", "Orr, which employs 14,500 people, will cut 900 jobs.", CONFLICTS),
    "put-behind": ("Rye was the most common crop.", "Wheat was the most common crop, ahead of rye.", CONFLICTS),
    "put-ahead": ("Wheat was the most common crop.", "Wheat was the most common crop, ahead of rye.", SUPPORTS),
    "still-needed": ("The sale was approved by the court.", "The sale needs the approval of the court.", CONFLICTS),
    "needed-and-got": ("The sale needs the court's approval.", "The sale needs the approval of the court.", SUPPORTS),
    "another-deed": ("Ida Orr welcomed the job cuts.", "The mayor, Ida Orr, called the job cuts a disaster.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), SAID_OF_ANOTHER.values(), ids=SAID_OF_ANOTHER)
def test_what_is_said_of_another(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage)
    assert (judged.stance if judged.shown else NEUTRAL) is stance


RATES = "School results rise\nSome 78% passed, up from 74.9% last year."
BEFORE = {
    "said-before": (
        "The pass rate was 74.9% in 2024.",
        "Girls did better than boys, with pass rates of 81% and 76%.",
        NEUTRAL,
    ),
    "not-said-before": ("The pass rate was 73.1% last year.", "The pass rate was 74.9% last year.", CONFLICTS),
}


@pytest.mark.parametrize(("claim", "passage", "stance"), BEFORE.values(), ids=BEFORE)
def test_what_the_sentence_before_says_itself(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, context=RATES, published=PUBLISHED, claim_date=PUBLISHED)
    assert (judged.stance if judged.shown else NEUTRAL) is stance
