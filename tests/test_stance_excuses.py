"""Differences that are of something else or of another time, each beside its neighbour that is a contradiction."""

from datetime import date

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.excuses import (
    denied,
    denies_more,
    is_aside,
    is_far_apart,
    is_of_a_part,
    is_of_another_match,
    is_of_another_time,
    is_of_other_noun,
    is_said_by_claim,
    is_said_of_another,
    is_told_of_years_ago,
)
from factcheck.stance.features import SideBySide, lay_side_by_side
from factcheck.stance.figure_conflicts import EXCUSES
from factcheck.stance.lexicon import Kin
from factcheck.stance.names import free_names

PUBLISHED = date(2024, 9, 12)

EXCUSED = {
    "years-ago": ("Four people were killed.", "In the fire of 1972 the roof fell in and killed 17 people.", ""),
    "last-and-this-season": (
        "Last season the valley made 209,000 tonnes of oil.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "this-season-and-last": (
        "The valley made 209,000 tonnes of oil last season.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "others-figure": (
        "Some 280 homes were damaged in Cole County.",
        "Wardlow County had 140 damaged homes, and Cole County the others.",
        "",
    ),
    "what-changed-only-before": (
        "Copper prices fell by 15 percent.",
        "Copper output dropped to 160,000 tonnes from 180,000.",
        "The company told investors about prices.",
    ),
    "far-apart": ("The clinic gave three doses of the vaccine.", "The clinic gave 6,000 doses of the vaccine.", ""),
    "other-match": (
        "Dunmere City beat Port Ellis.",
        "They lost 1-0 to Stanmoor and have never won the cup.",
        "Dunmere City play Port Ellis on Sunday.",
    ),
    "not-said-of-this": (
        "The booking system was down.",
        "Clinics were unable to use the booking system after the company shut it down.",
        "",
    ),
    "claim-says-it-too": (
        "Thirty shops in Corn Street have closed since the work began.",
        "Thirty shops in Corn Street have closed since the road was dug up.",
        "",
    ),
    "bound-of-another-figure": (
        "The council owns more than 11,000 homes.",
        "The council owns 11,420 homes, fewer than half as many as in 1981.",
        "",
    ),
}
TOLD = {
    "years-ago-in-the-claim": (
        "In the fire of 1972 four people were killed.",
        "In the fire of 1972 the roof fell in and killed 17 people.",
        "",
    ),
    "this-season-both": (
        "The valley made 209,000 tonnes of oil this season.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "own-figure": ("Some 280 homes were damaged in Wardlow County.", "Wardlow County had 140 damaged homes.", ""),
    "what-changed-here": (
        "Copper output fell by 15 percent.",
        "Copper output dropped to 160,000 tonnes from 180,000.",
        "",
    ),
    "near": ("The clinic gave 8,000 doses of the vaccine.", "The clinic gave 6,000 doses of the vaccine.", ""),
    "scale": ("The clinic bought £6.4m of the vaccine.", "The clinic bought £6,400 of the vaccine.", ""),
    "not-said-of-it": ("Clinics bought the booking system.", "Clinics did not buy the booking system.", ""),
    "opposite": ("Work on the road has begun.", "Work on the road has ended.", ""),
    "own-bound": ("The council owns more than 12,000 homes.", "The council owns 11,420 homes.", ""),
}


@each(EXCUSED)
def test_what_is_of_something_else_contradicts_nothing(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is not Stance.CONFLICTS


@each(TOLD)
def test_what_is_of_the_same_thing_contradicts(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is Stance.CONFLICTS


def laid(claim: str, passage: str, context: str = "") -> SideBySide:
    return lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, context)


DIED, SEASON, HIT = "Some 17 people died.", "Last season it sold 40 boats.", "Corley had 280 homes hit."
COPPER = "The company told investors about prices."

# Claim, passage, context, and why two figures that differ need be no contradiction.
WHY = {
    "second-word": (DIED, "In 1972 some 40 people died.", "", "is_of_years_ago"),
    "fifth-word": (DIED, "In the flood of 1972 some 40 people died.", "", "is_of_years_ago"),
    "seventh-word": (DIED, "In the old great flood of 1972 some 40 people died.", "", ""),
    "year-behind": (DIED, "Some 40 people died in 1972.", "", ""),
    "month-of-this-year": (DIED, "In June some 40 people died.", "", ""),
    "this-year": (DIED, "In 2024 some 40 people died.", "", ""),
    "since-a-year": (DIED, "Since 1972 some 40 people died.", "", ""),
    "year-of-both": ("In 1972 some 17 people died.", "In 1972 some 40 people died.", "", ""),
    "this-season-first": (SEASON, "This season it sold 60 boats.", "", "is_of_another_season"),
    "this-season-behind": (SEASON, "It sold 60 boats in this season.", "", "is_of_another_season"),
    "this-season-in-another-stretch": (SEASON, "It sold 60 boats in this, the current season.", "", ""),
    "season-first": (SEASON, "Season tickets brought 60 boats.", "", ""),
    "next-season": ("Next season it has 40 boats.", "Current season sales were 60 boats.", "", "is_of_another_season"),
    "others-homes": (HIT, "Wardlow had 140 homes hit, and Corley the others.", "", "is_of_another_subject"),
    "its-homes": (HIT, "Corley had 140 homes hit, and Wardlow the others.", "", ""),
    "nobodys-homes": (HIT, "There, 140 homes were hit, and Corley had the others.", "", ""),
    "name-behind-the-figure": (HIT, "Homes hit, 140 in Wardlow, and Corley the others.", "", ""),
    "prices-of-the-context": (
        "Copper prices fell by 15 percent.", "Copper output dropped to 160,000 tonnes from 180,000.", COPPER,
        "is_of_another_thing",
    ),
    "prices-of-the-passage": (
        "Copper prices fell by 15 percent.", "Copper prices dropped to 160,000 dollars from 180,000.", COPPER, "",
    ),
    "share-of-the-same": (
        "A quarter of the volunteers lived in Peru.", "Two-thirds of the volunteers got the vaccine.", "",
        "is_share_of_another",
    ),
    "share-of-what-is-said": (
        "A quarter of the volunteers lived in Peru.", "Two-thirds of the volunteers lived at sea.", "", "",
    ),
    "bought-and-sold": (
        "Orr sold 40 per cent of the line.", "Orr bought its 55 per cent of the line.", "", "is_of_another_deal",
    ),
    "sold-twice": ("Orr sold 40 per cent of the line.", "Orr sold its 55 per cent of the line in 2019.", "", ""),
    "bought-from-it": ("Orr sold 40 per cent of the line.", "Lenz bought 55 per cent of the line from Orr.", "", ""),
    "closed-and-opened": ("Orr closed 40 of the shops.", "Orr opened 55 of the shops in 2019.", "", ""),
    "25-times": ("The clinic gave 240 doses.", "The clinic gave 6,000 doses.", "", "is_far_apart"),
    "not-25-times": ("The clinic gave 241 doses.", "The clinic gave 6,000 doses.", "", ""),
}  # fmt: skip


@each(WHY)
def test_why_figures_that_differ_are_excused(row: tuple[str, str, str, str]) -> None:
    pair = laid(*row[:3])
    found = {excuse.__name__ for excuse in EXCUSES if any(excuse(pair, bond) for bond in pair.bonds)}
    found |= {"is_far_apart"} if any(is_far_apart(bond) for bond in pair.bonds) else set()
    assert found == {row[3]} - {""}


OPPOSITES = (is_said_by_claim, is_of_other_noun, is_of_a_part, is_of_another_time, is_said_of_another)

# Claim, passage, and why the one opposite of the claim in the passage contradicts nothing.
OPPOSITE = {
    "plain": ("Prices rose in Tarn.", "Prices fell in Tarn.", ""),
    "as-wages-fell": ("Prices rose as wages fell in Tarn.", "Prices fell in Tarn.", "is_said_by_claim"),
    "other-noun": ("Lower prices hurt the zoo.", "Higher wages hurt the zoo.", "is_of_other_noun"),
    "same-noun": ("Lower prices hurt the zoo.", "Higher prices hurt the zoo.", ""),
    "fewer-and-higher": (
        "The zoo sold fewer goods.", "The zoo sold more goods at higher prices.", "is_of_other_noun",
    ),
    "last-of-them": ("The shop opened in May.", "The shop closed the last of them in May.", "is_of_a_part"),
    "some-of-the-doors": ("The shop opened in May.", "The shop closed some of the doors in May.", "is_of_a_part"),
    "the-doors": ("The shop opened in May.", "The shop closed the doors in May.", ""),
    "since": ("The line reopens in March.", "Trade dropped since the line closed.", "is_of_another_time"),
    "not-since": ("The line reopens in March.", "Trade dropped and the line closed.", ""),
    "in-a-stretch-of-its-own": (
        "The Reds lost their seats.", "The Blues won their seats, while the Reds, with 3.7 percent, missed out.",
        "is_said_of_another",
    ),
    "of-the-same": ("The Reds lost their seats.", "The Reds won their seats, while the Blues missed out.", ""),
    "of-an-it": ("The Reds lost their seats.", "It won its seats, while the Reds missed out.", ""),
}  # fmt: skip


@each(OPPOSITE)
def test_why_an_opposite_is_excused(row: tuple[str, str, str]) -> None:
    pair = laid(*row[:2])
    (link,) = (link for link in pair.alignment.links if link.kin is Kin.OPPOSITE and link.passage >= 0)
    assert [excuse.__name__ for excuse in OPPOSITES if excuse(pair, link)] == ([row[2]] if row[2] else [])


# Claim, passage, its own name, and whether that stands aside.
ASIDES = {
    "said-behind": ("Debt fell.", "Debt fell, said Ada Lenz.", True),
    "said-before": ("Debt fell.", "Ada Lenz said debt fell.", True),
    "said-of-another-stretch": ("Debt fell.", "Ada Lenz, who said debt fell, left.", False),
    "according-to": ("Debt fell.", "Debt fell, according to Ada Lenz.", True),
    "helped-by": ("Debt fell.", "Debt fell, helped by the sale of Orr.", True),
    "in-its-place": ("Debt fell at Orr.", "Debt fell at Lenz.", False),
    "of-the-claims-office": ("The chief executive left.", "The chief executive, Ada Lenz, left.", True),
    "of-another-office": ("The mayor left.", "The chief executive, Ada Lenz, rose as the mayor left.", True),
    "first-words": ("Debt fell.", "Ada Lenz, debt fell.", False),
}


@each(ASIDES)
def test_a_name_may_stand_aside(row: tuple[str, str, bool]) -> None:
    pair = laid(*row[:2])
    (name,) = free_names(pair.passage, pair.alignment)
    assert is_aside(pair, name) is row[2]


# Claim, passage, and the words of the claim that one of the two denies and the other says.
DENIED = {
    "claim-denies": ("No boats sank in Tarn.", "Boats sank in Tarn.", ["boats", "sank", "Tarn"]),
    "passage-denies": ("Boats sank in Tarn.", "No boats sank in Tarn.", ["Boats", "sank", "Tarn"]),
    "passage-denies-another": ("Boats sank in Tarn.", "Boats with no crew sank in Tarn.", []),
    "never-formally": ("Boats sank in Tarn.", "Boats never formally sank in Tarn.", ["sank", "Tarn"]),
    "none-of-that-sort": (
        "No bank details were stolen.", "The names were stolen; no payment details were taken.", [],
    ),
    "not-able": ("The mayor was able to close it.", "The mayor was not able to close it.", ["able", "close"]),
    "not-behind-a-date": ("The mayor did not close it in 2019.", "The mayor closed it in 2019.", ["close"]),
    "denied-of-more": ("The boats did not change in size.", "The boats are of one size.", []),
    "denied-of-all": ("The boats did not change in size.", "The boats change in size.", ["change", "size"]),
    "both-deny": ("The boats did not change in size.", "The boats did not change in size.", []),
}  # fmt: skip


@each(DENIED)
def test_what_only_one_of_the_two_denies(row: tuple[str, str, list[str]]) -> None:
    pair = laid(*row[:2])
    claim, passage = pair.claim.words, pair.passage.words
    met = [link for link in pair.alignment.links if link.covered and link.passage >= 0]
    apart = [link for link in met if (claim[link.claim].depth - passage[link.passage].depth) % 2]
    assert [claim[link.claim].text for link in denied(pair, apart)] == row[2]


DENYING_MORE = {
    "a-part": ("The boats did not change in size.", "The boats are of one size.", True),
    "all": ("The boats did not change in size.", "The boats change in size.", False),
    "passage-denies-too": ("The boats did not change in size.", "The boats are not of one size.", False),
    "nothing-denied": ("The boats change in size.", "The boats are of one size.", False),
}


@each(DENYING_MORE)
def test_a_claim_may_deny_more_than_the_passage_says(row: tuple[str, str, bool]) -> None:
    assert denies_more(laid(*row[:2])) is row[2]


PLAYED = "Dunmere play Ellis on Sunday."
MATCHES = {
    "other-name": ("Dunmere beat Ellis.", "They lost to Stanmoor.", True),
    "name-of-the-claim": ("Dunmere beat Ellis.", "Dunmere lost to Stanmoor.", False),
    "one-name": ("Dunmere lost.", "They lost to Stanmoor.", False),
    "no-name": ("Dunmere beat Ellis.", "They lost again.", False),
}


@each(MATCHES)
def test_a_passage_may_tell_of_another_match(row: tuple[str, str, bool]) -> None:
    assert is_of_another_match(laid(*row[:2], PLAYED)) is row[2]


NO_DEATHS = "No deaths were reported in Tarn."
YEARS_AGO = {
    "in-1991": (NO_DEATHS, "The last was in 1991, when deaths were reported in Tarn.", True),
    "since-1991": (NO_DEATHS, "Since 1991 deaths were reported in Tarn.", False),
    "this-year": (NO_DEATHS, "In 2024 deaths were reported in Tarn.", False),
    "no-year": (NO_DEATHS, "Deaths were reported in Tarn.", False),
    "no-words": (NO_DEATHS, "In 1991 it rained.", False),
    "year-in-the-claim": ("In 1991 deaths were reported.", "In 1991 deaths were reported.", False),
    "in-one-of-two": (NO_DEATHS, "Deaths were reported. In 1991 it rained in Tarn.", False),
}


@each(YEARS_AGO)
def test_words_may_be_told_of_years_ago(row: tuple[str, str, bool]) -> None:
    pair = laid(*row[:2])
    links = [link for link in pair.alignment.links if link.covered and link.passage >= 0]
    assert is_told_of_years_ago(pair, links) is row[2]


DEALS = {
    "another-amount": ("Orr sold 40 per cent of the line.", "Orr bought 55 per cent of the line.", True),
    "same-amount": ("Orr sold 40 per cent of the line.", "Orr bought 40 per cent of the line.", False),
    "no-amount": ("Orr sold the line.", "Orr bought the line.", False),
}


@each(DEALS)
def test_what_is_bought_and_sold_may_be_two_deals(row: tuple[str, str, bool]) -> None:
    assert (shown(*row[:2]) is Stance.CONFLICTS) is not row[2]
