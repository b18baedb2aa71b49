"""Bounds of a claim beside counts of a passage, and figures that only chance gives."""

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Relation, Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

ROWS = {
    "more-than-the-count": (
        "More than 47 farms in Tillman were flooded.", "In Tillman 47 farms were flooded.", CONFLICTS),
    "at-least-the-count": (
        "At least 47 farms in Tillman were flooded.", "In Tillman 47 farms were flooded.", SUPPORTS),
    "next-count": ("In Tillman 48 farms were flooded.", "In Tillman 47 farms were flooded.", CONFLICTS),
    "round-count": (
        "More than 300 farms in Tillman were flooded.", "In Tillman 300 farms were flooded.", NEUTRAL),
    "well-beyond": (
        "The film made more than $1 million on its opening day.",
        "The film took $20.3 million on its opening day.", SUPPORTS),
    "another-scale": (
        "The album has sold over 1.6 thousand copies.", "The album has sold over 1.6 million copies.", NEUTRAL),
    "well-below": (
        "Less than half of the voters of Tarn are farmers.",
        "Farmers are 2.66% of the voters of Tarn, the last count showed.", SUPPORTS),
    "half-of-a-century": (
        "Orm of Hale lived in the 9th century.", "Orm of Hale lived in the latter half of the 9th century.", SUPPORTS),
    "year-in-brackets": (
        "In 2021 Norland had 8.2 million cows.", "Norland has 8.2 million cows (2021).", SUPPORTS),
    "its-own-round": (
        "Reed was dropped to the third round.",
        "Reed was thought a first round pick, but a positive test dropped him to the third round.", SUPPORTS),
    "between-two": (
        "Reed was dropped to the third round after testing positive for steroids at the camp.",
        "Reed was thought a first round pick, but it was said that he tested positive for steroids at the camp, which "
        "dropped him to the third round.", SUPPORTS),
    "of-its-clause": (
        "Norland has more than 160 recoveries.",
        "In Norland the cases reached 1,617, and the number of recoveries reached 153.", CONFLICTS),
    "rating": (
        "The Kerrow Inn scored 87/100 based on 49 reviews.",
        "The Kerrow Inn has a score of 87 out of 100 based on 49 reviews.", SUPPORTS),
    "other-rating": (
        "The Kerrow Inn scored 78/100 based on 49 reviews.",
        "The Kerrow Inn has a score of 87 out of 100 based on 49 reviews.", CONFLICTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_bounds_and_counts(claim: str, passage: str, stance: Stance) -> None:
    assert judge(claim, passage).stance is stance


def test_two_statements_joined_by_and_are_no_list_to_add_up() -> None:
    passage = "The cases reached 1,617, and the number of recoveries reached 153."
    judged = judge("There were more than 1,650 cases.", passage)
    assert judged.stance is not SUPPORTS
    assert judged.comparisons[0].relation is Relation.DIFFERENT


def test_a_list_is_added_up() -> None:
    judged = judge("The crash killed 12 people.", "The crash killed seven men and another five women.")
    assert judged.comparisons[0].relation is Relation.WITHIN


HELD_BACK = {
    "denied-ordinal": (
        "Reed was not the first man to row to Norland.",
        "Reed became the second man to row to Norland.",
    ),
    "denies-more": ("The tower has not changed in height.", "The tower has the height of 40 metres."),
}


@each(HELD_BACK)
def test_what_a_claim_denies_is_contradicted_only_by_all_of_it(row: tuple[str, str]) -> None:
    assert shown(*row) is not CONFLICTS


def test_a_place_of_the_context_is_not_the_passages() -> None:
    passage = "The general has sent 11,000 soldiers to Norland to fight beside its army."
    context = "The price of arming Norland\nArdania has been at war with Norland since 2022."
    assert shown("The general sent 11,000 soldiers to Ardania.", passage, context) is not SUPPORTS
    assert shown("The general sent 11,000 soldiers to Norland.", passage, context) is SUPPORTS
