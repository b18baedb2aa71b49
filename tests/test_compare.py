"""Comparison of a claim's figure with a source's: a table of phrases, and properties of the intervals."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import compare_figures, extract_figures
from factcheck.compare import claim_interval, describe, is_fraction, source_interval, tolerance
from factcheck.models import Bound, Figure, Kind, Relation, Role

TABLE = Path(__file__).parent / "data" / "comparisons.tsv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def figure(value: str, *, kind: Kind = Kind.NUMBER, text: str | None = None, **fields: object) -> Figure:
    text = value if text is None else text
    return Figure(text=text, start=0, end=len(text), kind=kind, value=Decimal(value), **fields)  # type: ignore[arg-type]


def read(phrase: str) -> Figure:
    """Return the one figure of a phrase, read in a short sentence so that its neighbours are there."""
    found = extract_figures(f"It was {phrase}.")
    assert len(found) == 1, f"{phrase!r} has {[f.text for f in found]}"
    return found[0]


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_relation_of_two_phrases(row: dict[str, str]) -> None:
    comparison = compare_figures(read(row["claim"]), read(row["source"]))
    assert comparison.relation == row["relation"], comparison.note
    if row["difference"]:
        expected = Decimal(row["difference"])
        assert comparison.difference is not None
        assert abs(comparison.difference - expected) <= abs(expected) * Decimal("0.05")
    assert row["note"] in comparison.note


NOTES = Path(__file__).parent / "data" / "comparison_notes.tsv"
NOTED = list(csv.DictReader(NOTES.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", NOTED, ids=[f"{row['claim']} - {row['source']}" for row in NOTED])
def test_difference_and_note_to_the_letter(row: dict[str, str]) -> None:
    found = compare_figures(read(row["claim"]), read(row["source"]))
    cells = ["" if cell is None else str(cell) for cell in (found.difference, found.difference_percent)]
    assert [found.relation.value, *cells, found.note] == list(row.values())[2:]


@pytest.mark.parametrize(
    ("value", "text", "share"),
    [("0.5", "half", True), ("1", "one", False), ("0", "none", False), ("0.5", "0.5", False), ("1.5", "3/2", False)],
)
def test_a_fraction_is_a_part_of_one_in_words(value: str, text: str, share: bool) -> None:
    assert is_fraction(figure(value, text=text)) is share


@pytest.mark.parametrize(
    ("hedge", "first", "last"),
    [("early", "2024-01-01", "2024-06-13"), ("mid-", "2024-04-01", "2024-09-30"), ("late", "2024-07-19", "2024-12-31")],
)
def test_a_part_of_a_year(hedge: str, first: str, last: str) -> None:
    part = Figure(f"{hedge} 2024", 0, 9, Kind.DATE, "2024", hedge=hedge, bound=Bound.ABOUT)
    for day, relation in ((first, Relation.WITHIN), (last, Relation.WITHIN)):
        assert compare_figures(part, Figure(day, 0, 10, Kind.DATE, day)).relation is relation
    outside = (date.fromisoformat(first) - timedelta(1), date.fromisoformat(last) + timedelta(1))
    for other in outside:
        day = other.isoformat()
        assert compare_figures(part, Figure(day, 0, 10, Kind.DATE, day)).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("claim_role", "source_role", "note"),
    [
        (Role.CHANGE, Role.LEVEL, "the claim gives a change, the source a level"),
        (Role.TO, Role.CHANGE, "the source gives a change, the claim a level"),
        (Role.FROM, Role.TO, "one is where it started, the other where it ended"),
    ],
)
def test_the_note_on_a_change_beside_a_level(claim_role: Role, source_role: Role, note: str) -> None:
    assert compare_figures(figure("6", role=claim_role), figure("6", role=source_role)).note == note


def test_the_note_on_a_missing_figure() -> None:
    missing = compare_figures(figure("700", noun="jobs", hedge="up to", bound=Bound.AT_MOST), None)
    assert missing.note == "the source gives no figure for up to 700 jobs"


def test_ranges_that_touch_or_overlap_have_no_difference() -> None:
    wide, narrow = figure("5"), replace(figure("5"), value_high=Decimal(7))
    for other in (Decimal(5), Decimal(6), Decimal(7)):
        assert compare_figures(narrow, figure(str(other))).difference == 0
    assert compare_figures(narrow, figure("8")).difference == 1
    assert compare_figures(narrow, figure("4")).difference == -1
    assert compare_figures(wide, narrow).difference == 0


@pytest.mark.parametrize("which", ["claim", "source"])
def test_a_date_that_nothing_fixes(which: str) -> None:
    known, unknown = Figure("2024", 0, 4, Kind.DATE, "2024"), Figure("that day", 0, 8, Kind.DATE, None)
    comparison = compare_figures(*((unknown, known) if which == "claim" else (known, unknown)))
    assert comparison.note == f"nothing fixes the date of “that day” in the {which}"


def test_no_counterpart_is_missing() -> None:
    comparison = compare_figures(figure("11000", noun="soldiers"), None)
    assert comparison.relation is Relation.MISSING
    assert comparison.source_figure is None
    assert "11000 soldiers" in comparison.note


def test_difference_is_source_minus_claim_with_its_share() -> None:
    comparison = compare_figures(figure("20000", text="20,000"), figure("11000", text="11,000"))
    assert comparison.difference == Decimal(-9000)
    assert comparison.difference_percent == Decimal("-45.0")


def test_share_of_a_zero_claim_is_unknown() -> None:
    comparison = compare_figures(figure("0"), figure("5"))
    assert comparison.relation is Relation.DIFFERENT
    assert comparison.difference_percent is None


@pytest.mark.parametrize(
    ("claim_role", "source_role", "comparable"),
    [
        (Role.CHANGE, Role.LEVEL, False),
        (Role.LEVEL, Role.CHANGE, False),
        (Role.FROM, Role.TO, False),
        (Role.CHANGE, Role.CHANGE, True),
        (Role.LEVEL, Role.TO, True),
        (None, Role.CHANGE, True),
    ],
)
def test_a_change_is_no_level(claim_role: Role | None, source_role: Role, comparable: bool) -> None:
    comparison = compare_figures(figure("6", role=claim_role), figure("6", role=source_role))
    assert (comparison.relation is Relation.EQUAL) is comparable


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("8.2%", "8.2", "0.05"),
        ("4 million", "4E+6", "200000"),
        ("4.0 million", "4.0E+6", "50000"),
        ("8.20", "8.20", "0.005"),
        ("11,234", "11234", "0.5"),
        ("20,000", "20000", "1000"),
        ("two-thirds", "0.6666666667", "0.0133333333"),
        ("0", "0", "0"),
    ],
)
def test_tolerance_is_half_the_last_digit(text: str, value: str, expected: str) -> None:
    assert tolerance(figure(value, text=text)) == pytest.approx(Decimal(expected))


def test_description_has_hedge_text_and_noun() -> None:
    jobs = figure("700", hedge="up to", bound=Bound.AT_MOST, noun="jobs")
    assert describe(jobs) == "up to 700 jobs"
    assert describe(replace(jobs, noun=None, hedge=None)) == "700"


amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e12"), places=2)
bounds = st.sampled_from(list(Bound))
figures = st.builds(lambda value, bound: replace(figure(str(value)), bound=bound), amounts, bounds)


@given(figures)
def test_a_figure_equals_itself(one: Figure) -> None:
    assert compare_figures(one, one).relation is Relation.EQUAL


@given(amounts, amounts)
def test_difference_is_symmetric_for_exact_figures(one: Decimal, other: Decimal) -> None:
    here, there = figure(str(one)), figure(str(other))
    forth, back = compare_figures(here, there), compare_figures(there, here)
    assert (forth.relation is Relation.DIFFERENT) == (back.relation is Relation.DIFFERENT)


@given(figures, amounts)
def test_a_bound_that_holds_goes_on_holding(claim: Figure, further: Decimal) -> None:
    """What lies further on the open side of a bound holds as well."""
    assert isinstance(claim.value, Decimal)
    interval = claim_interval(claim)
    if interval.high is None:
        assert interval.holds(claim.value + further)
    if interval.low is None:
        assert interval.holds(claim.value - further)


@given(figures)
def test_a_sources_interval_lies_near_its_figure(source: Figure) -> None:
    assert isinstance(source.value, Decimal)
    interval = source_interval(source)
    assert interval.low is not None and interval.high is not None
    assert interval.low >= source.value * Decimal("0.9")
    assert interval.high <= source.value * Decimal("1.1")


@pytest.mark.parametrize("source", ["9" * 60, "1e400", "0." + "0" * 50 + "1"], ids=["60 digits", "400 digits", "tiny"])
def test_figures_of_any_size_are_compared(source: str) -> None:
    comparison = compare_figures(figure("0.0001"), figure(source))
    assert comparison.relation is Relation.DIFFERENT
    assert comparison.difference_percent is not None
