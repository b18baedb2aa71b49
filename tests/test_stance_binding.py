"""Which figure of a passage a claim's figure is held against, and whether both count the same."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.align import align
from factcheck.stance.binding import bind_figures
from factcheck.stance.reading import read

PUBLISHED = date(2024, 3, 11)
BUS = "The bus runs every eight minutes by day and every 15 minutes by night."
PAY = "Pay will rise 5 per cent this year, 4 per cent next year."
CAPTIVES = "The yard freed 500 captives, 312 of them soldiers."
SPOTS = "Engineers found 12 weak spots, eight of which were mended."
HOUSEHOLD = "A household pays £94 more a year, or £2,012 in all."
ORR = "Orr (12 June 1875 – 1 December 1947) was a poet."
PATIENTS = "Thieves took the records of 3 million patients."
CASES = "Cases reached 1,617, and the number of recoveries reached 153."

# Claim, passage, and each figure of the claim with the passage's, how they compare, and 1 where both count the same
# thing, -1 where they count different ones, 0 where nothing tells.
ROWS = {
    "second-of-a-list": ("The bus runs every 15 minutes.", BUS, ["15 minutes > 15 minutes equal 0"]),
    "next-year": (
        "Pay will rise 4 per cent next year.", PAY,
        ["4 per cent > 4 per cent equal 0", "next year > next year equal 0"],
    ),
    "this-year": (
        "Pay will rise 4 per cent this year.", PAY,
        ["4 per cent > 5 per cent different 0", "this year > this year equal 0"],
    ),
    "whole": ("The yard freed 500 captives.", CAPTIVES, ["500 > 500 equal 1"]),
    "whole-for-the-part": ("The yard freed 500 soldiers.", CAPTIVES, ["500 > 500 equal -1"]),
    "all-that-were-found": ("Twelve weak spots were found.", SPOTS, ["Twelve > 12 equal 1"]),
    "part-of-what-was-found": ("Eight weak spots were found.", SPOTS, ["Eight > 12 different 1"]),
    "part-that-was-mended": ("Eight weak spots were mended.", SPOTS, ["Eight > eight equal 1"]),
    "part-of-the-whole": ("Eight of the weak spots were found.", SPOTS, ["Eight > eight equal 1"]),
    "change": ("A household pays £94 more.", HOUSEHOLD, ["£94 > £94 equal 0"]),
    "level-for-a-change": ("A household pays £2,012 more.", HOUSEHOLD, ["£2,012 > £94 different 0"]),
    "day-of-what-was-said": ("It opened on Thursday.", "The mayor said on Thursday that it opened.",
                             ["Thursday > - missing 0"]),
    "date-of-what-was-said": ("It opened on 5 May.", "The mayor was told on 5 May that it opened.",
                              ["5 May > - missing 0"]),
    "date-that-was-said": ("It opened on 5 May.", "The mayor said it opened on 5 May.", ["5 May > 5 May equal 0"]),
    "limit": ("Speed is limited to 50mph.", "Speed is limited to 50mph.", ["50mph > 50mph within 0"]),
    "birth": ("Orr was born in 1875.", ORR, ["1875 > 12 June 1875 within 1"]),
    "death": ("Orr died in 1947.", ORR, ["1947 > 1 December 1947 within 1"]),
    "death-for-birth": ("Orr died in 1875.", ORR, ["1875 > 1 December 1947 different 1"]),
    "owners": ("Thieves took 3 million patients' records.", PATIENTS, ["3 million > 3 million equal 1"]),
    "what-they-own": ("Thieves took 3 million records.", PATIENTS, ["3 million > 3 million equal -1"]),
    "other-name": ("Some 350 observers came.", "Some 350 monitors came.", ["350 > 350 equal 1"]),
    "other-thing": ("Some 350 observers came.", "Some 350 containers came.", ["350 > 350 equal -1"]),
    "opposite": ("Two sons came.", "Two daughters came.", ["Two > Two equal -1"]),
    "typed-wrong": ("Some 40 minesweepers sank.", "Some 40 minesweeprs sank.", ["40 > 40 equal 1"]),
    "fraction-of-another-thing": ("It scored 87/100 points.", "It scored 87/100 runs.", ["87/100 > 87/100 equal -1"]),
    "fraction-of-a-firm": ("A third of Orr & Sons was sold.", "A third of the firm was sold.",
                           ["A third > A third equal 0"]),
    "first-time": ("The team won for the first time.", "The team had its first win.", ["first > first equal 0"]),
    "dates-in-turn": (
        "It made a profit in 2023 after a loss in 2022.", "It made a loss in 2022 and a profit in 2023.",
        ["2023 > 2023 equal 0", "2022 > 2022 equal 0"],
    ),
    "dates-crossed": (
        "It made a profit in 2022 after a loss in 2023.", "It made a loss in 2022 and a profit in 2023.",
        ["2022 > 2023 different 0", "2023 > 2022 different 0"],
    ),
    "recoveries": ("The number of recoveries reached 153.", CASES, ["153 > 153 equal 1"]),
    "cases-for-recoveries": ("The number of recoveries reached 1,617.", CASES, ["1,617 > 153 different 1"]),
    "two-counts-in-turn": (
        "The town had 1,650 cases, with over 160 recoveries.", "Cases reached 1,617, and recoveries reached 153.",
        ["1,650 > 1,617 different 1", "160 > 153 different 1"],
    ),
    "counts-crossed": (
        "The school has 40 pupils and 12 teachers.", "The school has 12 pupils and 40 teachers.",
        ["40 > 12 different 1", "12 > 40 different 1"],
    ),
    "least-count": (
        "It left 212,000 homes dark and killed four people.",
        "It left 212,000 homes dark and killed at least four people.",
        ["212,000 > 212,000 equal 1", "four > four within 1"],
    ),
    "change-and-level": (
        "Rents rose £40 to £1,310.", "Rents rose £40 to £1,310.",
        ["£40 > £40 equal 0", "£1,310 > £1,310 equal 0"],
    ),
    "level-as-a-change": ("Rents rose £1,310.", "Rents rose £40 to £1,310.", ["£1,310 > £40 different 0"]),
    "round-of-its-year": (
        "He was a first round pick in 2019.",
        "Projected as a first round pick in 2018, he was a third round pick in 2019.",
        ["first > third different 1", "2019 > 2019 equal 0"],
    ),
    "minutes-and-metres": ("The swim takes 40 minutes.", "The swim takes 40 metres.",
                           ["40 minutes > 40 metres incomparable 0"]),
    "fraction-and-share": ("A fifth of the boats sank.", "Some 20 per cent of the boats sank.",
                           ["A fifth > 20 per cent within 1"]),
    "fraction-and-count": ("A fifth of the boats sank.", "Some 20 boats sank.", ["A fifth > - missing 0"]),
}  # fmt: skip


def bound(claim: str, passage: str, context: str = "") -> list[str]:
    mine, theirs, around = read(claim, PUBLISHED), read(passage, PUBLISHED), read(context, PUBLISHED)
    found = []
    for bond in bind_figures(mine, theirs, around, align(mine, theirs, around)):
        source = bond.comparison.source_figure
        there = source.text if source is not None else "-"
        found.append(f"{bond.comparison.claim_figure.text} > {there} {bond.relation.value} {bond.noun}")
    return found


@pytest.mark.parametrize(("claim", "passage", "bonds"), ROWS.values(), ids=ROWS)
def test_a_figure_is_held_against_one_of_the_passage(claim: str, passage: str, bonds: list[str]) -> None:
    assert bound(claim, passage) == bonds


def test_six_figures_in_turn_are_each_held_against_their_own() -> None:
    text = (
        "Orr took 12 boats, Lenz took 14 carts, Quist took 16 vans, Hale took 18 cars, Tarn took 20 trams, "
        "Voss took 22 rafts."
    )
    assert [line.split()[:4] for line in bound(text, text)] == [
        [each, ">", each, "equal"] for each in ("12", "14", "16", "18", "20", "22")
    ]


def test_a_date_may_be_the_headings_but_no_amount() -> None:
    assert bound("It opened in May 2019.", "It opened then.", "The baths of May 2019") == [
        "May 2019 > May 2019 equal 0"
    ]
    assert bound("It cost £12m.", "It was dear.", "The baths of £12m") == ["£12m > - missing 0"]


ASKED = "The town asked the state for £75m but was promised £20m."
GOVERNED = {
    "asked-for-for-promised": ("The state has promised £75m.", ASKED, "£20m"),
    "asked-for": ("The town asked for £75m.", ASKED, "£75m"),
    "no-other-verb": ("The state has promised £75m.", "The state has promised the town £75m, not £20m.", "£75m"),
    "verb-before-both": ("The state promised £75m.", "It promised the school of the town £75m and £20m.", "£75m"),
}


@pytest.mark.parametrize(("claim", "passage", "amount"), GOVERNED.values(), ids=GOVERNED)
def test_an_amount_asked_for_is_none_promised(claim: str, passage: str, amount: str) -> None:
    mine, theirs, around = read(claim), read(passage), read("")
    source = bind_figures(mine, theirs, around, align(mine, theirs, around))[0].comparison.source_figure
    assert source is not None
    assert source.text == amount
