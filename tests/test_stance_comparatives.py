"""Comparisons of two things against the two figures of a passage; neighbours of which nothing is said."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.align import align
from factcheck.stance.binding import bind_figures
from factcheck.stance.comparatives import comparative_bonds, with_ratios
from factcheck.stance.reading import Reading, read

PUBLISHED = date(2024, 7, 10)
SWAM = "In 2023, 41 per cent of pupils swam, against 55 per cent in 2019."
FINED = "The bank fined 64 drivers, compared with 81 a year before."
OWED = "The firm owed £800,000, of which its owner paid £200,000."
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
]
RATIOS = [
    ("The firm has paid less than half of what it owed.", OWED, "within"),
    ("A tram ride costs half as much as a taxi.", "A taxi costs £14, against £7 for a tram ride.", "within"),
    ("A taxi costs half as much as a tram ride.", "A taxi costs £14, against £7 for a tram ride.", "different"),
    ("A tram ride costs half as much as a horse.", "A taxi costs £14, against £7 for a tram ride.", "missing"),
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
