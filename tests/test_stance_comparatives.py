"""Comparisons of two things against the two figures of a passage; neighbours of which nothing is said."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.align import align
from factcheck.stance.binding import bind_figures
from factcheck.stance.comparatives import comparative_bonds, compares, has_comparative, with_ratios
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.reading import Reading, read

PUBLISHED = date(2024, 7, 10)
SWAM = "In 2023, 41 per cent of pupils swam, against 55 per cent in 2019."
FINED = "The bank fined 64 drivers, compared with 81 a year before."
OWED = "The firm owed £800,000, of which its owner paid £200,000."
RENTS = "Rents rose by 8 per cent, while wages rose by 4 per cent."
TREES = (
    "The oaks were hit hardest, losing 54 per cent of their leaves, while the elms, which are old, lost 18 per cent."
)
ROWS = [
    ("More pupils swam last year than in 2019.", SWAM, "different"),
    ("Fewer pupils swam last year than in 2019.", SWAM, "within"),
    ("The bank fined more drivers than a year before.", FINED, "different"),
    ("The bank fined fewer drivers than a year before.", FINED, "within"),
    ("The ferry is slower than the bus.", "The bus takes 40 minutes; the ferry takes 65.", "within"),
    ("The ferry is faster than the bus.", "The bus takes 40 minutes; the ferry takes 65.", "different"),
    ("The pier cost more than the hall.", "The pier cost £9m, the hall £4m.", "within"),
    ("The hall cost more than the pier.", "The pier cost £9m, the hall £4m.", "different"),
    ("The hall cost more than the church.", "The pier cost £9m, the hall £4m.", "incomparable"),
    ("The hall cost more than £3m.", "The pier cost £9m, the hall £4m.", None),
    ("The hall cost no more than the pier.", "The pier cost £9m, the hall £4m.", None),
    ("The hall is taller than the pier.", "The pier cost £9m, the hall £4m.", None),
    ("The hall cost more than the pier.", "The pier cost £9m and has 40 lamps.", None),
    ("The hall cost more than the pier.", "The hall cost more than the pier.", None),
    (
        "Test A has lower sensitivity than test B.",
        "Both were found in the patients, and both take part.",
        "incomparable",
    ),
]
RATIOS = [
    ("The firm has paid less than half of what it owed.", OWED, "within"),
    ("A tram ride costs half as much as a taxi.", "A taxi costs £14, against £7 for a tram ride.", "within"),
    ("A taxi costs half as much again as a tram ride.", "A taxi costs £21, against £14 for a tram ride.", "within"),
    ("A taxi costs half as much again as a tram ride.", "A taxi costs £28, against £14 for a tram ride.", "different"),
    ("A taxi costs half as much as a tram ride.", "A taxi costs £14, against £7 for a tram ride.", "different"),
    ("A tram ride costs half as much as a horse.", "A taxi costs £14, against £7 for a tram ride.", "missing"),
    ("Rents rose twice as fast as wages.", RENTS, "within"),
    ("Wages rose twice as fast as rents.", RENTS, "different"),
    ("Rents are twice as high as wages.", RENTS, "missing"),
    ("The oaks lost three times as large a share of their leaves as the elms did.", TREES, "within"),
    ("The elms lost three times as large a share of their leaves as the oaks did.", TREES, "missing"),
]


def laid(claim: str, passage: str) -> tuple[Reading, Reading, Reading]:
    return read(claim, PUBLISHED), read(passage, PUBLISHED), read("", PUBLISHED)


@pytest.mark.parametrize(("claim", "passage", "relation"), ROWS, ids=[f"{row[0]} / {row[1]}" for row in ROWS])
def test_a_comparison_is_held_against_two_figures(claim: str, passage: str, relation: str | None) -> None:
    mine, theirs, around = laid(claim, passage)
    bonds = comparative_bonds(mine, theirs, around, align(mine, theirs, around), PUBLISHED)
    assert [bond.relation.value for bond in bonds] == ([relation] if relation else [])


@pytest.mark.parametrize(("claim", "passage", "relation"), RATIOS, ids=[f"{row[0]} / {row[1]}" for row in RATIOS])
def test_a_ratio_has_its_two_things(claim: str, passage: str, relation: str) -> None:
    mine, theirs, around = laid(claim, passage)
    alignment = align(mine, theirs, around)
    stated = bind_figures(mine, theirs, around, alignment)
    bonds = with_ratios(mine, theirs, around, alignment, stated, PUBLISHED)
    assert [bond.relation.value for bond in bonds] == [relation]


# Claim, passage, and what each comparative of the claim comes to, with the two figures.
NOTED = {
    "fewer-than-in-a-year": (
        "The port had fewer ships than in 2019.", "The port had 40 ships, against 60 in 2019.",
        ["fewer within 40 against 60"],
    ),
    "fewer-than-in-a-year-of-less": (
        "The port had fewer ships than in 2019.", "The port had 40 ships, against 30 in 2019.",
        ["fewer different 40 against 30"],
    ),
    "faster": (
        "The bus is faster than the tram.", "The bus takes 40 minutes, the tram 50.",
        ["faster within 40 minutes against 50"],
    ),
    "cheaper": (
        "The bus is cheaper than the tram.", "The bus costs £4, the tram £3.", ["cheaper different £4 against £3"],
    ),
    "half-of-what": (
        "The fee was less than half of what Orr asked.", "The fee was £4m; Orr asked £10m.",
        ["half within £4m / £10m = 0.4"],
    ),
    "denied": ("No more ships came than to Tarn.", "The port had 40 ships, Tarn 30.", []),
    "than-at-the-end": ("The port had fewer ships than", "The port had 40 ships, against 60 in 2019.", []),
    "no-than": ("The port had fewer ships.", "The port had 40 ships, against 60 in 2019.", []),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "found"), NOTED.values(), ids=NOTED)
def test_what_a_comparison_comes_to(claim: str, passage: str, found: list[str]) -> None:
    bonds = [bond for bond in lay_side_by_side(claim, passage, None, None, "").bonds if bond.derived == "comparison"]
    assert [
        f"{bond.comparison.claim_figure.text} {bond.relation.value} "
        f"{(bond.comparison.note or '').removeprefix('the source gives ')}"
        for bond in bonds
    ] == found


COMPARING = {
    "than-a-thing": ("The port had more ships than Tarn.", True),
    "than-a-day": ("The port took more than a day.", False),
    "than-a-count": ("The port had more than 40 ships.", False),
    "by-how-much": ("The port had 10 more ships than Tarn.", False),
    "no-more": ("The port had no more ships than Tarn.", False),
    "nothing": ("The port had ships.", False),
}


@pytest.mark.parametrize(("claim", "comparing"), COMPARING.values(), ids=COMPARING)
def test_a_claim_may_compare(claim: str, comparing: bool) -> None:
    assert compares(read(claim)) is comparing


WITH_COMPARATIVES = {
    "more": ("The port had more ships.", True),
    "rose": ("The number of ships rose.", True),
    "against": ("The port had 40 ships, against 30.", True),
    "bound": ("The port had more than 40 ships.", True),
    "nothing": ("The port had 40 ships, Tarn 30.", False),
}


@pytest.mark.parametrize(("passage", "comparing"), WITH_COMPARATIVES.values(), ids=WITH_COMPARATIVES)
def test_a_passage_may_hold_what_compares(passage: str, comparing: bool) -> None:
    assert has_comparative(read(passage)) is comparing


def test_a_verb_of_both_texts_compares_nothing() -> None:
    lost = read("Orr lost more ships than Tarn.")
    assert not has_comparative(read("Tarn lost 30 ships."), lost)
    assert has_comparative(read("The number of ships rose."), lost)
    assert has_comparative(read("Tarn lost fewer ships."), lost)


def test_a_day_between_two_figures_is_of_the_first() -> None:
    passage = "The number of families in hotels has risen from 640 in 2022 to 910."
    for claim, stance in (
        ("There are 270 more families in hotels than in 2022.", Stance.SUPPORTS),
        ("There are fewer families in hotels than in 2022.", Stance.CONFLICTS),
    ):
        assert judge(claim, passage).stance is stance
