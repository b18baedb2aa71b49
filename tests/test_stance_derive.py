"""Derived figures: a claim's figure, a passage, the working; each with a neighbour that gives none."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from factcheck import extract_figures
from factcheck.stance.derive import Derivation, derive
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.operands import ground_of
from factcheck.stance.reading import read

PUBLISHED = date(2024, 7, 10)


def derived(claim: str, passage: str) -> Derivation | None:
    """Return the derivation of the claim's last figure that has one."""
    before, _, passage = passage.rpartition(" | ")
    ground = ground_of(passage, before, PUBLISHED)
    reading = read(claim, PUBLISHED)
    found = None
    for figure in extract_figures(claim, published=PUBLISHED, implied=True):
        found = derive(reading, figure, ground, PUBLISHED) or found
    return found


TABLE = Path(__file__).parent / "data" / "derivations.tsv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
AGREE = [row for row in ROWS if row["pattern"]]
NONE = [row for row in ROWS if not row["pattern"]]


@pytest.mark.parametrize("row", AGREE, ids=[row["id"] for row in AGREE])
def test_derivation_that_agrees(row: dict[str, str]) -> None:
    found = derived(row["claim"], row["passage"])
    assert found is not None
    assert (found.pattern, found.comparison.relation.value) == (row["pattern"], "within")
    assert row["working"] in found.working
    source = found.comparison.source_figure
    assert source is not None
    assert row["passage"].rpartition(" | ")[2][source.start : source.end] == source.text


@pytest.mark.parametrize("row", NONE, ids=[row["id"] for row in NONE])
def test_no_derivation(row: dict[str, str]) -> None:
    found = derived(row["claim"], row["passage"])
    assert found is None or found.comparison.relation.value == "different"


def test_a_named_movement_may_contradict() -> None:
    found = derived("Debt at the mill dropped by £19m.", "Debt at the mill fell from £31m to £22m.")
    assert found is not None
    assert found.comparison.relation.value == "different"
    assert found.rising is False


@pytest.mark.parametrize(
    ("passage", "relation"),
    [
        ("Output fell from 160 tonnes to 140 tonnes.", "different"),
        ("Output rose from 140 tonnes to 160 tonnes.", "within"),
    ],
    ids=["fell", "rose"],
)
def test_what_fell_further_on_says_nothing_of_the_way(passage: str, relation: str) -> None:
    found = derived("Output rose by 20 tonnes in the year when sales fell.", passage)
    assert found is not None
    assert found.comparison.relation.value == relation


INVERTED = {
    "remains": ("Some 68 boats remain.", "Of the 118 boats, 50 sank.", True),
    "all-but": ("Some 21 boats sank.", "All but two of the 23 boats sank.", False),
    "side-that-lost": ("Two backed the ban.", "The council rejected the ban, 7 to 2.", True),
    "side-that-won": ("Seven backed the ban.", "The council backed the ban, 7 to 2.", False),
    "the-rest": ("Some 70 per cent of the boats left.", "Some 30 per cent of the boats sank, the rest left.", False),
    "did-not": ("Some 70 per cent of the boats remain.", "Some 30 per cent of the boats sank.", True),
    "share-that-did-not": ("About 75 per cent of the boats did not sink.", "Of the 80 boats, 20 sank.", True),
    "uninsured": (
        "Uninsured losses came to £215m.", "It put insured losses at £45m and the total damage at £260m.", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "inverts"), INVERTED.values(), ids=INVERTED)
def test_what_is_left_says_the_opposite(claim: str, passage: str, inverts: bool) -> None:
    found = derived(claim, passage)
    assert found is not None
    assert found.inverts is inverts


WAYS = {
    "fell": ("Rents fell by 25 per cent.", "Rents fell from £8 to £6.", False),
    "rose": ("Rents rose by 25 per cent.", "Rents rose from £8 to £10.", True),
    "doubled": ("Rents doubled.", "Rents rose from £4 to £8.", True),
    "halved": ("Rents fell by £4.", "Rents fell from £8 to £4.", False),
    "no-movement": ("The two differ by 4 metres.", "One tower is 31 metres tall, the other 35 metres.", None),
    "votes": ("Twice as many voted for it.", "It passed by 8 votes to 4.", None),
}


@pytest.mark.parametrize(("claim", "passage", "rising"), WAYS.values(), ids=WAYS)
def test_a_movement_has_a_way(claim: str, passage: str, rising: bool | None) -> None:
    found = derived(claim, passage)
    assert found is not None
    assert found.rising is rising


def test_a_share_and_its_whole_are_named_as_such() -> None:
    claim, passage = "Orr will sell a third of its 60 vans.", "Orr, which has 60 vans, will sell 20 vans."
    bonds = lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, "").bonds
    assert [(bond.derived, bond.comparison.note) for bond in bonds] == [
        ("share", "the source gives 20 of 60"),
        ("whole", "the source says the same: 60 vans"),
    ]
