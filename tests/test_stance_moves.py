"""Which way a quantity went, each row with a near neighbour of which nothing may be said."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.moves import compared_ways, moved_the_other_way, moves
from factcheck.stance.reading import read

PUBLISHED = date(2024, 3, 11)

# claim, passage, context, the way: 1 the same, -1 the other, 0 not to be told
ROWS = {
    "fell-and-slipped": ("Rents in Tarn fell in 2023.", "Rents in Tarn slipped by 2 per cent in 2023.", "", 1),
    "fell-and-rose": ("Rents in Tarn fell in 2023.", "Rents in Tarn rose by 2 per cent in 2023.", "", -1),
    "fell-and-rose-in-another-year": (
        "Rents in Tarn fell in 2023.",
        "Rents in Tarn rose by 2 per cent in 2021.",
        "",
        0,
    ),
    "more-than-the-year-before": (
        "The port handled more cargo last year than the year before.",
        "The port handled 24 tonnes of cargo last year, up 6 percent.",
        "",
        1,
    ),
    "more-than-another-port": (
        "The port handled more cargo last year than its rival.",
        "The port handled 24 tonnes of cargo last year, up 6 percent.",
        "",
        0,
    ),
    "smaller-than-last-year": (
        "More people came than to last year's fair.",
        "The crowd of 8,000 people was some 500 smaller than at last year's fair.",
        "",
        -1,
    ),
    "gone-up-since": (
        "The number of boats missing has gone up since Monday.",
        "Nine boats are missing, down from 14 on Monday.",
        "",
        -1,
    ),
    "dearer": ("Wheat became dearer after the truce.", "The price of wheat fell on news of the truce.", "", -1),
    "a-dearer-thing": ("A dearer wheat was sown.", "The price of wheat fell.", "", 0),
    "since-the-year-that-is-named": (
        "The port had more ships last year than in 2019.",
        "The port had 900 ships last year, 40 more than in 2022 but still fewer than in 2019.",
        "",
        -1,
    ),
    "times-as-many-as-expected": (
        "Fewer people rang the line than the firm had expected.",
        "Some 900 people rang the line, four times as many as the firm had expected.",
        "",
        -1,
    ),
    "another-quantity": ("Rents in Tarn fell in 2023.", "Wages in Tarn rose by 2 per cent in 2023.", "", 0),
    "with-an-amount": ("Rents in Tarn fell by 3 per cent in 2023.", "Rents in Tarn rose by 2 per cent in 2023.", "", 0),
    "denied": ("Rents in Tarn did not fall in 2023.", "Rents in Tarn rose in 2023.", "", 0),
    "denied-by-the-source": ("Rents in Tarn rose in 2023.", "Rents in Tarn never rose in 2023.", "", 0),
    "more-than-bounds-an-amount": ("Rents in Tarn were paid for more than a month.", "Rents in Tarn fell.", "", 0),
    "pace": ("Rents in Tarn rose at a slower pace.", "Rents in Tarn rose.", "", 0),
    "doubled": ("Rents in Tarn doubled.", "Rents in Tarn rose.", "", 0),
    "another-sort-of-the-quantity": (
        "The council in Tarn cut the library budget.",
        "Tenants of the council in Tarn pay a rent that rose as the budget was set.",
        "",
        0,
    ),
    "the-more-of-another-deed": (
        "Tarn cut spending on libraries.",
        "In Tarn the spending plan means that libraries pay 4 per cent more.",
        "",
        0,
    ),
    "the-more-of-the-quantity": ("Rents in Tarn will fall.", "Rents in Tarn will be 4 per cent higher.", "", -1),
    "both-ways": ("Rents in Tarn rose.", "Rents in Tarn rose in May and fell in June.", "", 0),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_way_of_a_quantity(row: tuple[str, str, str, int]) -> None:
    claim, passage, context, way = row
    assert compared_ways(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, context)) == way


# Text, and its words that say which way a quantity went.
MOVES = {
    "rose": ("Rents rose.", [("rose", 1)]),
    "both": ("Less rain fell.", [("Less", -1), ("fell", -1)]),
    "nouns": ("There was an increase and then a drop.", [("increase", 1), ("drop", -1)]),
    "more-at-the-end": ("There is more", [("more", 1)]),
    "more-than-a-count": ("More than 40 boats left.", []),
    "more-than-a-month": ("More than a month passed.", []),
    "more-than-half": ("More than half left.", []),
    "more-than-in-a-year": ("More people came than in 2019.", [("More", 1)]),
    "more-of-a-count": ("They saw more, 40 in all.", [("more", 1)]),
    "times-as-many": ("There were four times as many boats.", [("many", 1)]),
    "twice-as-many": ("There were twice as many boats.", [("many", 1)]),
    "times-as-often": ("It came four times as often.", []),
    "as-many": ("They came as many as asked.", []),
    "was-up": ("Turnout was up on 2021.", [("up", 1)]),
    "has-been-up": ("Turnout has been up.", [("up", 1)]),
    "is-down": ("Turnout is down.", [("down", -1)]),
    "are-down": ("Costs are down.", [("down", -1)]),
    "were-up": ("Costs were up.", [("up", 1)]),
    "gone-up": ("Costs have gone up.", [("up", 1)]),
    "went-down": ("Costs went down.", [("down", -1)]),
    "goes-up": ("The cost goes up.", [("up", 1)]),
    "go-up": ("Costs go up.", [("up", 1)]),
    "up-a-figure": ("They pay up 6 percent.", [("up", 1)]),
    "down-from": ("They pay it down from May.", [("down", -1)]),
    "up-on": ("They pay up on Monday.", [("up", 1)]),
    "up-by": ("They pay up by law.", [("up", 1)]),
    "up-slightly": ("They pay up slightly.", [("up", 1)]),
    "down-sharply": ("They pay it down sharply.", [("down", -1)]),
    "opens-the-stretch": ("The fees, up for once, hurt.", [("up", 1)]),
    "opens-the-text": ("Up the hill they went.", [("Up", 1)]),
    "up-the-road": ("They dug up the road.", []),
    "up-at-the-end": ("The union gave up", []),
    "gained": ("They lost and gained.", []),
    "name": ("They sang More Rises.", []),
}


@pytest.mark.parametrize(("text", "found"), MOVES.values(), ids=MOVES)
def test_words_that_say_which_way_a_quantity_went(text: str, found: list[tuple[str, int]]) -> None:
    reading = read(text, PUBLISHED)
    assert [(reading.words[move.place].text, move.way) for move in moves(reading)] == found


SALES = "Sales in Tarn climbed by 11 per cent, while those in New Kolm slipped by 3 per cent."
TURNOVER = "Turnover rose by 6 per cent, but profit fell from £212m to £187m."

# Claim, passage, and the two verbs by which the same subject went either way.
OTHER_WAYS = {
    "second-subject": ("Profit rose to £187m.", TURNOVER, ("rose", "fell")),
    "first-subject": ("Turnover dropped by 6 per cent.", TURNOVER, ("dropped", "rose")),
    "those": ("Sales in New Kolm rose by 3 per cent.", SALES, ("rose", "slipped")),
    "those-of-the-other": ("Sales in Tarn fell by 3 per cent.", SALES, None),
    "same-way": ("Profit fell to £187m.", TURNOVER, None),
    "figure-of-the-other": ("Profit rose by 6 per cent.", TURNOVER, None),
    "no-figure": ("Profit rose.", TURNOVER, None),
    "two-figures": ("Profit rose from £212m to £187m.", TURNOVER, ("rose", "fell")),
    "one-figure-of-two": ("Profit rose by £4m to £187m.", TURNOVER, None),
    "another-subject": ("Costs rose to £187m.", TURNOVER, None),
    "denied": ("Profit never rose to £187m.", TURNOVER, None),
    "denied-there": ("Profit rose to £187m.", "Profit never fell to £187m.", None),
    "cut-and-increased": ("Orr cut rents by 3 per cent.", "Orr increased rents by 3 per cent.", ("cut", "increased")),
    "to-be-cut": ("Orr will cut rents by 3 per cent.", "Orr increased rents by 3 per cent.", None),
    "another-year": ("Profit rose to £187m in 2021.", "Profit fell to £187m in 2023.", None),
    "same-year": ("Profit rose to £187m in 2023.", "Profit fell to £187m in 2023.", ("rose", "fell")),
    "of-another-owner": ("Profit at Orr rose to £187m.", "Profit at Lenz fell to £187m.", None),
    "of-an-owner-the-claim-lacks": ("Profit rose to £187m.", "Profit at Lenz fell to £187m.", None),
    "that-of-another-sentence": ("Sales rose by 3 per cent.", "Sales met. Those in Kolm fell by 3 per cent.", None),
    "figure-of-another-clause": ("Profit rose to £187m.", "Profit fell, and turnover is £187m.", None),
    "lost": ("Profit rose to £187m.", "Profit lost to £187m.", None),
}


@pytest.mark.parametrize(("claim", "passage", "verbs"), OTHER_WAYS.values(), ids=OTHER_WAYS)
def test_the_same_subject_may_have_gone_the_other_way(claim: str, passage: str, verbs: tuple[str, str] | None) -> None:
    assert moved_the_other_way(lay_side_by_side(claim, passage, None, None, "")) == verbs


def test_what_went_the_other_way_contradicts_whatever_else_rose() -> None:
    judgement = judge("Profit rose to £187m.", TURNOVER)
    assert judgement.stance is Stance.CONFLICTS and judgement.shown


def test_those_are_what_was_told_of_before() -> None:
    judgement = judge("Sales in New Kolm slipped by 3 per cent.", SALES)
    assert judgement.stance is Stance.SUPPORTS and judgement.shown
