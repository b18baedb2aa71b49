"""Names by their initials: the same body or country, written short in one text and in full in the other."""

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

SAME = {
    "claim-short": ("The drug was approved in the US in May.", "The drug was approved in the United States in May."),
    "claim-dotted": ("The drug was approved in the U.S. in May.", "The drug was approved in the United States in May."),
    "dotted-and-not": ("The drug was approved in the US in May.", "The drug was approved in the U.S. in May."),
    "claim-long": ("The World Health Organization backed the plan.", "The WHO backed the plan."),
    "both-long": ("The United States backed the plan.", "The United States backed the plan."),
}
OTHER = {
    "other-country": ("The drug was approved in the US in May.", "The drug was approved in the United Kingdom in May."),
    "other-body": ("The World Health Organization backed the plan.", "The WTO backed the plan."),
    "pronoun": ("The US backed the plan.", "He told us that Norland backed the plan."),
}


@pytest.mark.parametrize(("claim", "passage"), SAME.values(), ids=SAME.keys())
def test_initials_are_the_name(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert (judged.stance, judged.shown) == (SUPPORTS, True)


@pytest.mark.parametrize(("claim", "passage"), OTHER.values(), ids=OTHER.keys())
def test_other_initials_are_another_name(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert not (judged.stance is SUPPORTS and judged.shown)
