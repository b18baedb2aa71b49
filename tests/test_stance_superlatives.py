"""Superlatives, ranks, quantifiers and lone amounts, each row that must be caught beside one that must stay silent."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

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
