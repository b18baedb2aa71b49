"""A word in whose place the passage has another of its kind, or a broader one, keeps the passage from support."""

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.lexicon import exclusive

ANOTHER = {
    "post": (
        "About one doctor's post in eight is unfilled at Wenlow.",
        "One nursing post in eight is vacant at Wenlow.",
    ),
    "country": ("A French company bought the quarry at Holm.", "A company from Spain bought the quarry at Holm."),
    "broader-count": ("Some 640 children live on the estate.", "Some 640 people live on the estate."),
    "age": ("A teenager was arrested over the fire in Hull.", "A 34-year-old man was arrested over the fire in Hull."),
    "years": ("An octogenarian won the race in Hull.", "A 78-year-old woman won the race in Hull."),
}
SAME = {
    "post": ("One nursing post in eight is unfilled at Wenlow.", "One nursing post in eight is vacant at Wenlow."),
    "country": ("A French company bought the quarry at Holm.", "A company from France bought the quarry at Holm."),
    "narrower-count": ("Some 640 people live on the estate.", "Some 640 pensioners live on the estate."),
    "age": ("A teenager was arrested over the fire in Hull.", "A 17-year-old boy was arrested over the fire in Hull."),
    "years": ("An octogenarian won the race in Hull.", "Mary Kerr, who is 83 years old, won the race in Hull."),
}


@each(ANOTHER)
def test_another_of_the_kind_does_not_bear_a_claim_out(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.SUPPORTS


@each(SAME)
def test_the_same_kind_does(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


def test_the_reason_names_both_ages() -> None:
    judgement = judge(*ANOTHER["age"])
    assert judgement.reasons[0] == "the claim says “teenager”, the source gives the age as 34-year-old"


@pytest.mark.parametrize(
    ("first", "second", "are_two"),
    [
        ("father", "mother", True),
        ("brother", "cousin", True),
        ("son", "nephew", True),
        ("father", "son", False),  # who succeeds his father is the son of whom he succeeds
        ("uncle", "niece", False),
    ],
)
def test_of_relatives_only_those_exclude_each_other_that_are_not_each_others_reverse(
    first: str, second: str, *, are_two: bool
) -> None:
    assert exclusive(first, second) is are_two


@each(
    {
        "governor-mayor": (
            "The governor opened the bridge.",
            "The mayor opened the bridge.",
            Stance.NEUTRAL,
        ),
        "nurses-farmers": ("Nurses in Velm paid a fine.", "Farmers in Velm paid a fine.", Stance.NEUTRAL),
        "officers-police": ("Officers arrested two men.", "Police arrested two men.", Stance.SUPPORTS),
        "workers-nurses": ("Workers closed the mine.", "Miners closed the mine.", Stance.SUPPORTS),
        "the-same": (
            "The mayor opened the bridge.",
            "The bridge was opened by the mayor.",
            Stance.SUPPORTS,
        ),
    }
)
def test_what_other_people_did_bears_nothing_out(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance
