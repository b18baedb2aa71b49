"""An "only" before whom the claim is about: borne out where the passage shuts out others, not where it is silent."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.only_these import adds_only

ADDED = {
    "thing": ("Only the ban on arms sales was lifted in 2023.", "The ban on arms sales was lifted in 2023."),
    "name": ("Only Orr voted for the plan.", "Orr voted for the plan."),
}
SILENT = {
    "alone": ("Only Orr voted for the plan.", "Orr alone voted for the plan."),
    "the-only-one": ("Only Orr voted for the plan.", "Orr was the only one to vote for the plan."),
    "nobody-else": ("Only Orr voted for the plan.", "Orr voted for the plan; nobody else did."),
    "few": ("Only 12 homes were built in Tarn.", "Twelve homes were built in Tarn."),
    "few-of-them": ("Only three of the dams held.", "Three of the dams held."),
    "inside": ("The ban was lifted only in 2023.", "The ban was lifted in 2023."),
}


@each(ADDED)
def test_a_passage_that_shuts_out_nobody_bears_out_no_only(row: tuple[str, str]) -> None:
    assert adds_only(lay_side_by_side(*row, None, None, ""))
    assert shown(*row) is not Stance.SUPPORTS


@each(SILENT)
def test_others_are_shut_out_or_the_claim_says_how_few(row: tuple[str, str]) -> None:
    assert adds_only(lay_side_by_side(*row, None, None, "")) == ""
