"""Names by their initials: the same body or country, written short in one text and in full in the other."""

from stance_rows import each, shown

from factcheck.models import Stance

SAME = {
    "claim-short": ("The drug was approved in the US in May.", "The drug was approved in the United States in May."),
    "claim-dotted": ("The drug was approved in the U.S. in May.", "The drug was approved in the United States in May."),
    "dotted-and-not": ("The drug was approved in the US in May.", "The drug was approved in the U.S. in May."),
    "claim-long": ("The World Health Organization backed the plan.", "The WHO backed the plan."),
    "both-long": ("The United States backed the plan.", "The United States backed the plan."),
    "before-another-name": ("Ada Lenz was freed in the US.", "In the United States, Ada Lenz was freed."),
}
OTHER = {
    "other-country-before-a-name": ("Ada Lenz was freed in the UK.", "In the United States, Ada Lenz was freed."),
    "other-country": ("The drug was approved in the US in May.", "The drug was approved in the United Kingdom in May."),
    "other-body": ("The World Health Organization backed the plan.", "The WTO backed the plan."),
    "pronoun": ("The US backed the plan.", "He told us that Norland backed the plan."),
}


@each(SAME)
def test_initials_are_the_name(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


@each(OTHER)
def test_other_initials_are_another_name(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.SUPPORTS
