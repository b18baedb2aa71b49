"""Superlatives, ranks, quantifiers and lone amounts, each row that must be caught beside one that must stay silent."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.superlatives import other_holder

RATES = "Half of the sick were pensioners, but rates of flu were highest among toddlers."
CAUGHT = {
    "superlative": ("Rates of flu were highest among pensioners.", RATES),
    "rank": ("Ilse Brandt finished in second place.", "Ilse Brandt came third with 2,100 votes."),
    "lone-amount": ("The Tarn mill will be paid £31.", "The Tarn mill itself will be paid £54 for nine years."),
    "few": ("Most trees in Tarn died.", "Few trees died in Tarn."),
    "went-along-with": (
        "The union went along with the closure of 45 wards in 2019.",
        "The union opposed the closure of 45 wards in 2019.",
    ),
    "upheld": ("The court upheld an objection by anglers.", "The court dismissed an objection by anglers."),
}
SILENT = {
    "superlative-of-the-same": ("Rates of flu were highest among toddlers.", RATES),
    "other-superlative": ("Rates of flu were lowest among pensioners.", RATES),
    "same-rank": ("Ilse Brandt finished in third place.", "Ilse Brandt came third with 2,100 votes."),
    "a-few": ("Most trees in Tarn died.", "A few trees in Tarn were felled and most died."),
    "two-amounts": (
        "The Tarn mill will be paid £54 for flour.",
        "The Tarn mill will be paid £31 for chaff and £54 for flour.",
    ),
}
CALLED_FOR = (
    "The harbour at Tarn has a crane.",
    "The dockers have called for a crane in the harbour at Tarn.",
)


@each(CAUGHT)
def test_only_one_can_be_true(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS


@each(SILENT)
def test_both_may_be_true(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS


def test_what_is_called_for_is_no_fact() -> None:
    assert judge(*CALLED_FOR, context="The harbour at Tarn").stance is not Stance.SUPPORTS


# Claim, passage, and to what the claim and the passage give the superlative.
HOLDERS = {
    "among": (
        "Rates were highest among men.", "Rates were highest among women who smoked.",
        ("among men", "among women who smoked"),
    ),
    "in": ("Rates were highest in Tarn.", "Rates were highest in Orr.", ("in Tarn", "in Orr")),
    "first-word": ("Highest in Tarn were rates.", "Highest in Orr were rates.", ("in Tarn", "in Orr")),
    "other-preposition": ("Rates were highest in Tarn.", "Rates were highest at Orr.", None),
    "no-holder": ("Rates were highest in Tarn.", "Rates were highest so far.", None),
    "holder-of-another-stretch": ("Rates were highest in Tarn.", "Rates were highest, in Orr it rained.", None),
    "holder-too-far": (
        "Rates were highest by far indeed then among men.", "Rates were highest by far indeed then among women.", None,
    ),
    "word-in-common": ("Rates were highest among old men.", "Rates were highest among old women.", None),
    "of-no-limit": ("It was the highest in the world.", "It was the highest in Orr.", None),
    "nothing-told": ("Rates were highest among it.", "Rates were highest among women.", None),
    "more-in-the-claim": ("Rates and wages were highest among men.", "Rates were highest among women.", None),
}  # fmt: skip


@each(HOLDERS)
def test_what_a_superlative_is_given_to(row: tuple[str, str, tuple[str, str] | None]) -> None:
    assert other_holder(lay_side_by_side(row[0], row[1], None, None, "")) == row[2]
