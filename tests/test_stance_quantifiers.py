"""Quantifiers without a numeral against the shares that a passage states or gives; neighbours that bind nothing."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.align import align
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.quantifiers import counted_without_whole, find_quantifiers, quantifier_bonds
from factcheck.stance.reading import read

PUBLISHED = date(2024, 7, 10)
ROWS = [
    # claim, passage (the sentence before it ahead of a bar), how the two compare or None
    ("All 40 kilns are now firing.", "Nine of its 40 kilns are now firing.", "different"),
    ("All 40 kilns are now firing.", "All 40 kilns are now firing.", "equal"),
    ("All 40 kilns are now firing.", "The yard has 40 kilns and nine ovens.", None),
    ("All the ferries ran.", "All the ferries except the oldest ran.", "different"),
    ("All the ferries ran.", "All but three of the 21 ferries ran.", "different"),
    ("Every school was closed.", "Four of the 17 schools were closed.", "different"),
    ("The fair is held every year.", "A third of the fair is held indoors.", None),
    ("None of the 17 schools was closed.", "The storm hit 17 schools. | Two of them were closed.", "different"),
    ("None of the 17 schools was closed.", "The storm hit 17 schools. | Two teachers were hurt.", None),
    ("None of the 17 schools was closed.", "The storm hit 17 schools and closed two of them.", "different"),
    ("None of the 17 schools was closed.", "The storm hit 17 schools and closed two.", None),
    ("Most of the maps are fakes.", "Of the 60 maps, 21 are fakes.", "different"),
    ("Most of the maps are fakes.", "Of the 60 maps, 41 are fakes.", "within"),
    ("The bulk of the maps are fakes.", "Of the 60 maps, 21 are fakes.", "different"),
    ("The bulk of the maps are fakes.", "Two thirds of the maps are fakes.", "within"),
    ("A majority of the maps are fakes.", "Two thirds of the maps are fakes.", "within"),
    ("The bulk carrier is a fake.", "Two thirds of the maps are fakes.", None),
    ("A minority of the maps are fakes.", "Of the 60 maps, 41 are fakes.", "different"),
    ("Most members backed the ban.", "Some 62 per cent of members backed the ban.", "within"),
    ("Most of the maps are fakes.", "Of the 60 dogs, 21 are strays.", None),
    ("It is the most famous bridge.", "Half of the bridge is closed.", None),
    ("He held on with a majority of 418.", "He won 48 per cent of the vote.", None),
    ("Not all the kilns are firing.", "Nine of its 40 kilns are firing.", None),
    ("Nearly all the kilns are firing.", "Of its 40 kilns, 37 are firing.", "within"),
    ("Nearly all the kilns are firing.", "Of its 40 kilns, 33 are firing.", None),
    ("Nearly all the kilns are firing.", "Of its 40 kilns, 21 are firing.", "different"),
    ("Nearly all the kilns are firing.", "Most of the kilns are firing.", None),
    ("All the kilns are firing.", "Almost all the kilns are firing.", "incomparable"),
    ("Most of the kilns are firing.", "Almost all the kilns are firing.", "within"),
    ("Orr paid for most of the bridge.", "Orr paid for 40 per cent of the bridge.", "different"),
    ("Orr paid the whole of the bill.", "Orr paid two-thirds of the bill.", "different"),
    ("Orr paid the whole of the rise.", "Orr paid two-thirds of the rise.", "different"),
    ("Orr paid most of the rise.", "Orr paid two-thirds of the rise.", "within"),
    ("Orr paid the whole of the rise.", "Rents rose by two-thirds, and Orr paid the rise.", None),
    ("All 40 schools have opened.", "It opened 40 schools, 12 of them in the north.", None),
    ("Most of the dead were Danes.", "Eleven people are dead, none of them because of the heat.", None),
    ("Every kiln was lit.", "The yard has kilns and ovens, and all but nine were lit.", "different"),
    ("All the kilns were lit.", "It has 40 kilns. | On Sunday all but nine were lit.", "different"),
    ("None of the kilns was lit.", "It has 40 kilns. | On Sunday all but nine were lit.", "different"),
    ("Nearly all the kilns were lit.", "It has 40 kilns. | On Sunday all but nine were lit.", None),
    ("Most of the kilns were lit.", "It has 40 kilns. | On Sunday all but nine were lit.", None),
    ("Every kiln was lit.", "It has 40 kilns. | It was all but lit.", None),
    ("The thief sold none of the coins.", "The thief stole coins and sold most of them.", "different"),
]


@pytest.mark.parametrize(("claim", "passage", "relation"), ROWS, ids=[f"{row[0]} / {row[1]}" for row in ROWS])
def test_a_quantifier_is_held_against_a_share(claim: str, passage: str, relation: str | None) -> None:
    before, _, text = passage.rpartition(" | ")
    mine, theirs, around = read(claim, PUBLISHED), read(text, PUBLISHED), read(before, PUBLISHED)
    bonds = quantifier_bonds(mine, theirs, around, align(mine, theirs, around), PUBLISHED)
    assert [bond.relation.value for bond in bonds] == ([relation] if relation else [])


def test_a_share_far_from_what_it_is_of_contradicts_a_claim_that_the_passage_says_in_full() -> None:
    passage = "Lenz put the damage from the storm at £75m to £90m, less than a third of which is insured."
    judged = judge("Most of the damage from the storm is insured, Lenz said.", passage)
    assert judged.shown
    assert judged.stance is Stance.CONFLICTS


def test_a_share_of_something_else_contradicts_nothing() -> None:
    passage = "Lenz put the damage from the storm at £75m to £90m; less than a third of the farms are insured."
    judged = judge("Most of the roofs that the storm tore off are insured, Lenz said.", passage)
    assert not (judged.shown and judged.stance is Stance.CONFLICTS)


# Claim, passage (the sentence before it ahead of a bar), and the count without a whole that bears no "most" out.
UNCOUNTED = {
    "count-alone": (
        "Most of the new kilns will be sold.",
        "Of the new kilns, 24 will be sold; the rest are let.",
        "24",
    ),
    "with-its-noun": ("Most kilns will be sold.", "Last week, 24 kilns will be sold.", "24"),
    "behind-and": ("Most of the kilns will be sold.", "Of the kilns some are let and 24 will be sold.", "24"),
    "with-its-whole": ("Most of the kilns will be sold.", "Of the 40 kilns, 24 will be sold.", ""),
    "whole-before": ("Most of the kilns will be sold.", "It has 40 kilns. | Of the kilns, 24 will be sold.", ""),
    "most-there-too": ("Most of the kilns will be sold.", "Most of the kilns will be sold, 24 of them here.", ""),
    "all": ("All the kilns will be sold.", "Of the kilns, 24 will be sold.", ""),
    "of-other-things": ("Most of the kilns will be sold.", "Soon, 24 clerks will be sold.", ""),
    "told-before-it": ("Most of the kilns will be sold.", "The kilns will be sold, 24 or so.", ""),
    "not-at-the-opening": ("Most of the kilns will be sold.", "In the 24 towns kilns will be sold.", ""),
    "measure": ("Most of the kilns will be sold.", "Of the kilns, 24 tonnes will be sold.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "count"), UNCOUNTED.values(), ids=UNCOUNTED)
def test_a_count_without_its_whole_is_no_most(claim: str, passage: str, count: str) -> None:
    before, _, text = passage.rpartition(" | ")
    pair = lay_side_by_side(claim, text, PUBLISHED, PUBLISHED, before)
    assert counted_without_whole(pair.claim, pair.passage, pair.alignment, pair.bonds) == count


def test_the_reason_says_that_nothing_tells_of_how_many() -> None:
    judged = judge("Most of the new kilns will be sold.", "Of the new kilns, 24 will be sold; the rest are let.")
    assert not (judged.shown and judged.stance is Stance.SUPPORTS)
    assert judged.reasons[0] == "the source says “24”, not of how many"


# Text, and its quantifiers with the share that each says and what it counts.
FOUND = {
    "most-of": ("Most of the baths closed.", ["Most > 50 baths"]),
    "most-of-a-plural": ("Most baths closed.", ["Most > 50 baths"]),
    "most-of-an-adjective": ("Most famous bands came.", []),
    "most-of-a-mass": ("Most glass broke.", []),
    "most-at-the-end": ("It hurt most", []),
    "all": ("All baths closed.", ["All = 100 baths"]),
    "all-of-a-number": ("All 94 turbines stood still.", ["All = 100 turbines"]),
    "all-of-an-owner": ("They closed all of Orr's schools.", ["all = 100 schools"]),
    "all-of-them": ("All of them closed.", ["All = 100 "]),
    "all-day": ("All day they sang.", []),
    "every": ("Every school closed.", ["Every = 100 school"]),
    "every-year": ("Every year they meet.", []),
    "every-one-of": ("Every one of the 12 schools closed.", ["Every = 100 schools"]),
    "every-three-weeks": ("They meet every three weeks.", []),
    "none-of": ("None of the schools closed.", ["None = 0 schools"]),
    "none-of-a-number": ("None of 12 schools closed.", ["None = 0 schools"]),
    "none": ("None came.", []),
    "majority-of-members": ("A majority of the members voted.", ["majority > 50 members"]),
    "majority-of-votes": ("They won by a majority of 3,418.", []),
    "nearly-all": ("Nearly all of the schools closed.", ["Nearly all = 100 schools"]),
    "not-all": ("Not all of the schools closed.", []),
    "nearly-none": ("Almost none of the schools closed.", []),
    "after-all": ("After all, schools closed.", []),
    "for-most-of": ("They paid for most of the schools.", ["most > 50 schools"]),
    "at-most": ("They closed at most schools of one sort.", []),
    "once-every": ("Once every term schools closed.", []),
    "the-whole-of": ("It closed the whole of the street.", ["whole = 100 street"]),
    "a-whole-of": ("They made a whole of the parts.", []),
    "whole": ("The whole street closed.", []),
    "few": ("Few schools closed.", ["Few < 50 schools"]),
    "few-of": ("Few of them closed.", ["Few < 50 "]),
    "few-behind-a-word": ("Then few schools closed.", ["few < 50 schools"]),
    "a-few": ("A few schools closed.", []),
    "few-famous": ("Few famous bands came.", []),
    "name": ("They sang All Tomorrows.", []),
}


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_quantifiers_of_a_text(text: str, found: list[str]) -> None:
    each = ((q.figure.text, q.figure.bound.value, q.figure.value, q.noun) for q in find_quantifiers(read(text)))
    assert [f"{written} {bound} {value} {noun}" for written, bound, value, noun in each] == found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("None of the passengers died.", "All 212 passengers survived, the airline said."),
        ("None of the miners was killed.", "All 33 miners survived the collapse."),
    ],
)
def test_none_is_not_contradicted_by_all_of_whom_the_opposite_is_said(claim: str, passage: str) -> None:
    judgement = judge(claim, passage)
    assert not (judgement.shown and judgement.stance is Stance.CONFLICTS)


def test_none_is_contradicted_by_all_of_whom_the_same_is_said() -> None:
    judgement = judge("None of the passengers survived.", "All 212 passengers survived, the airline said.")
    assert judgement.shown and judgement.stance is Stance.CONFLICTS
