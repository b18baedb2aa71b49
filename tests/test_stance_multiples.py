"""Verbs that multiply, beside the figures that they are said of."""

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.multiples import find_multiples
from factcheck.stance.reading import read

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

FOUND = {
    "past": ("Rents have doubled.", ["2"]),
    "to": ("The council plans to halve the fine.", ["0.5"]),
    "halved": ("The queue halved in May.", ["0.5"]),
    "room": ("A double room costs £90.", []),
    "jump": ("She won the triple jump.", []),
    "back": ("The ferry doubled back.", []),
    "first-word": ("Doubled rents hurt.", ["2"]),
    "did-not": ("Rents did not treble.", ["3"]),
    "did": ("Rents did quadruple.", ["4"]),
    "over-in-pain": ("They doubled over in pain.", []),
    "lone-word": ("Double.", []),
}
HEDGED = {
    "plain": ("Rents doubled.", "2 ="),
    "nearly": ("Rents nearly doubled.", "2 ~"),
    "almost": ("Rents almost doubled.", "2 ~"),
    "about": ("Rents about doubled.", "2 ~"),
    "more-than": ("Rents more than halved.", "0.5 >"),
    "less-than": ("Rents less than halved.", "0.5 <"),
    "at-least": ("Rents at least trebled.", "3 >="),
    "all-but": ("Rents all but tripled.", "3 ~"),
    "over": ("Rents over doubled.", "2 >"),
    "at-the-start": ("Nearly doubled rents hurt.", "2 ~"),
}


@each(HEDGED)
def test_a_hedge_bounds_the_factor(row: tuple[str, str]) -> None:
    (multiple,) = find_multiples(read(row[0]))
    assert f"{multiple.figure.value} {multiple.figure.bound.value}" == row[1]


@pytest.mark.parametrize(("text", "factors"), FOUND.values(), ids=FOUND.keys())
def test_which_words_multiply(text: str, factors: list[str]) -> None:
    assert [str(multiple.figure.value) for multiple in find_multiples(read(text))] == factors


ROWS = {
    "movement": ("Zinc output halved.", "Zinc output fell from 40,000 tonnes to 20,000 tonnes.", SUPPORTS),
    "movement-short-of": ("Zinc output halved.", "Zinc output fell from 40,000 tonnes to 35,000 tonnes.", CONFLICTS),
    "more-than": ("Zinc output more than doubled.", "Zinc output rose from 40,000 tonnes to 90,000 tonnes.", SUPPORTS),
    "not-more-than": (
        "Zinc output more than doubled.", "Zinc output rose from 40,000 tonnes to 60,000 tonnes.", CONFLICTS
    ),
    "nearly": ("Zinc output nearly trebled.", "Zinc output rose from 29,000 tonnes to 84,000 tonnes.", SUPPORTS),
    "more-than-halved": (
        "Zinc output more than halved.", "Zinc output fell from 40,000 tonnes to 15,000 tonnes.", SUPPORTS
    ),
    "not-more-than-halved": (
        "Zinc output more than halved.", "Zinc output fell from 40,000 tonnes to 30,000 tonnes.", CONFLICTS
    ),
    "nearly-halved": ("Zinc output nearly halved.", "Zinc output fell from 40,000 tonnes to 21,000 tonnes.", SUPPORTS),
    "halved-and-more": ("Zinc output more than halved.", "Zinc output fell by 60 per cent.", SUPPORTS),
    "twice-as-last-year": (
        "Sales of kilns have doubled.", "The yard sold 312 kilns, about twice as many as last year.", SUPPORTS
    ),
    "thrice-as-last-year": (
        "Sales of kilns have halved.", "The yard has sales of 312 kilns, three times as many as last year.", CONFLICTS
    ),
    "twice-as-another": (
        "Sales of kilns have halved.", "The yard has sales of 312 kilns, three times as many as of ovens.", NEUTRAL
    ),
    "share": ("Zinc output doubled.", "Zinc output rose by 100 per cent.", SUPPORTS),
    "other-share": ("Zinc output doubled.", "Zinc output rose by 40 per cent.", CONFLICTS),
    "same-word": ("Rents have doubled in ten years.", "Rents have doubled in ten years.", SUPPORTS),
    "other-word": ("Rents have doubled in ten years.", "Rents have trebled in ten years.", CONFLICTS),
    "no-figure": ("Zinc output halved.", "Zinc output fell.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_a_multiple_is_held_against_what_the_figures_give(claim: str, passage: str, stance: Stance) -> None:
    judgement = judge(claim, passage)
    assert judgement.stance is stance
    assert judgement.shown or stance is NEUTRAL


def test_the_working_can_be_followed() -> None:
    judgement = judge("Zinc output halved.", "Zinc output fell from 40,000 tonnes to 20,000 tonnes.")
    assert judgement.reasons == ("the source gives 20,000 tonnes / 40,000 tonnes = 0.5",)


MOVED = {
    "fell": ("The population fell by a tenth.", "The population was 90,000, down from 100,000."),
    "rose": ("Rents have risen by half.", "Rents were £1,200, against £800 a year before."),
}


@each(MOVED)
def test_a_movement_that_was_worked_out_has_its_verb_as_well(row: tuple[str, str]) -> None:
    assert shown(*row) is SUPPORTS
