"""What a claim says that something is: borne out only where the passage says it of the same thing."""

from __future__ import annotations

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

OF_SOMETHING_ELSE = {
    "daughter-of": ("Anna Orr is a farmer.", "Anna Orr is the daughter of a farmer in Devon."),
    "in-another-name": ("Anna Orr is a doctor.", "Anna Orr is a nurse at the Doctors Hospital in Leeds."),
    "last-of-another-name": ("Holm is a county.", "Holm is a city in Yarrow County."),
    "married": ("Anna Orr is a farmer.", "Anna Orr married a farmer from Devon."),
    "hired": ("Orr was a lawyer.", "Orr hired a lawyer in March."),
    "owned-by": ("Leeds United is a bank.", "Leeds United is a club owned by a bank."),
    "with-an-adjective": ("Orr was a soldier.", "Orr was shot by a young foreign soldier in 1944."),
    "now-a": ("Orr is now a pilot.", "Orr is now the wife of a pilot."),
}

OF_THE_SAME = {
    "beside-the-name": ("Anna Orr is a farmer.", "Anna Orr, a farmer from Devon, won the prize."),
    "before-the-name": ("Anna Orr is a farmer.", "The prize went to the farmer Anna Orr."),
    "before-the-name-by-a-comma": ("Anna Orr is a farmer.", "A dairy farmer, Anna Orr, won the prize."),
    "as": ("Anna Orr is a farmer.", "Anna Orr has worked as a farmer since 1990."),
    "and": ("Anna Orr is a farmer.", "Anna Orr is a mother of two and a farmer."),
    "of-the-name": ("Holm is a town.", "Floods hit the town of Holm on Friday."),
    "appointed": ("Orr was a minister.", "Orr was appointed minister in May."),
    "one-of": ("Holm is a city.", "Holm is one of the largest cities in the north."),
    "the": ("The Marigold is a trawler.", "Five men on board the trawler drowned when the Marigold sank."),
    "more-of-it": ("Volta is a battery maker.", "Volta is a Swedish battery maker with 4,000 staff."),
    "twice": ("Orr is a farmer.", "Orr, the son of a farmer, is a farmer himself."),
    "in-a-title": ("Nora Quist is a judge.", "Judge Nora Quist closed the hearing."),
}


@each(OF_SOMETHING_ELSE)
def test_nothing_is_borne_out_by_what_is_said_of_something_else(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.SUPPORTS


@each(OF_THE_SAME)
def test_what_is_said_of_the_same_bears_it_out(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


def test_what_is_said_of_something_else_is_no_contradiction_of_a_not() -> None:
    judgement = judge("Anna Orr is not a farmer.", "Anna Orr is the daughter of a farmer in Devon.")
    assert judgement.stance is Stance.NEUTRAL
    assert judgement.reasons == ("the source says “farmer” of something else",)


@pytest.mark.parametrize("claim", ["It was he.", "They were there.", "He did not do it."])
def test_a_claim_without_a_telling_word_is_neither_borne_out_nor_contradicted(claim: str) -> None:
    judgement = judge(claim, "Rents rose by 5 per cent.")
    assert judgement.stance is Stance.NEUTRAL
    assert judgement.reasons == ("the claim has no word that a source could be asked for",)


HEADLINES = {
    "borne-out": ("Council Cuts Library Budget By £3m", "The council cut its library budget by £3m.", Stance.SUPPORTS),
    "turned": ("Council Cuts Library Budget By £3m", "The council raised its library budget by £3m.", Stance.CONFLICTS),
    "another-thing": ("Vitamin B Could Relieve Asthma", "Vitamin C may be of use in asthma.", Stance.NEUTRAL),
}


@each(HEADLINES)
def test_a_headline_is_read_as_a_sentence_though_each_word_has_a_capital(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance
