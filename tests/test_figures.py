"""Reading figures: what the tables cannot say, such as precision, doubt, units, dates and cost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from factcheck import extract_figures, extract_labels
from factcheck.figures.dates import date_interval
from factcheck.figures.units import convert, dimension
from factcheck.models import Bound, Figure, Kind, Role

PUBLISHED = date(2024, 11, 18)  # a Monday


def only(sentence: str, published: date | None = None) -> Figure:
    """Return the one figure of a sentence."""
    figures = extract_figures(sentence, published)
    assert len(figures) == 1, figures
    return figures[0]


# --- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("Turnout was 8.20%.", "8.20"),
        ("It cost £4.0 million.", "4.0E+6"),
        ("It cost £4 million.", "4E+6"),
        ("It cost £4,000,000.", "4000000"),
        ("The dose was 0.50 mg.", "0.50"),
        ("Some 0.1 per cent left.", "0.1"),
    ],
)
def test_values_are_exact_and_keep_the_zeros_as_written(sentence: str, written: str) -> None:
    assert str(only(sentence).value) == written


@pytest.mark.parametrize(
    ("sentence", "unit", "doubt"),
    [
        ("The fine was $90.", "USD", True),
        ("The fine was US$90.", "USD", False),
        ("The fine was A$90.", "AUD", False),
        ("The fine was 90 dollars.", "USD", True),
        ("The fine was 90 Canadian dollars.", "CAD", False),
        ("The fine was £90.", "GBP", False),
        ("The fine was 90 kroner.", "DKK", True),
    ],
)
def test_a_bare_sign_or_name_says_what_else_it_may_be(sentence: str, unit: str, doubt: bool) -> None:
    figure = only(sentence)
    assert (figure.unit, bool(figure.doubt)) == (unit, doubt)
    assert unit not in figure.doubt


def test_a_slashed_date_keeps_its_other_reading() -> None:
    figure = only("The lease ends on 05/06/2018.")
    assert {figure.value, *figure.doubt} == {"2018-06-05", "2018-05-06"}


@pytest.mark.parametrize(
    ("sentence", "bound", "hedge"),
    [
        ("Nearly 70 lambs drowned.", Bound.ABOUT, "nearly"),
        ("About 70 lambs drowned.", Bound.ABOUT, "about"),
        ("Up to 70 lambs drowned.", Bound.AT_MOST, "up to"),
        ("At most 70 lambs drowned.", Bound.AT_MOST, "at most"),
        ("No fewer than 70 lambs drowned.", Bound.AT_LEAST, "no fewer than"),
        ("The 70 lambs drowned.", Bound.EXACT, None),
    ],
)
def test_the_hedge_is_kept_beside_the_bound(sentence: str, bound: Bound, hedge: str | None) -> None:
    figure = only(sentence)
    assert (figure.bound, figure.hedge) == (bound, hedge)


# --- nouns and roles ------------------------------------------------------------------------------


def test_a_compared_figure_counts_the_same_thing() -> None:
    now, before = extract_figures("The club has 31 points, down from 52.")
    assert (now.noun, now.role, before.noun, before.role) == ("points", Role.LEVEL, "points", Role.FROM)


@pytest.mark.parametrize(
    "sentence",
    [
        "In year five profits fell.",
        "By week 3 sales had doubled.",
        "The bill came to 3,000 owing to the strike.",
        "After passenger numbers rose, 165,000 was the record.",
        "Two of the club's left.",
    ],
)
def test_a_word_that_happens_to_be_near_is_not_what_is_counted(sentence: str) -> None:
    (figure,) = extract_figures(sentence)
    assert figure.noun is None


def test_a_change_and_where_it_led() -> None:
    change, level = extract_figures("Average rent rose 6% to £1,310.")
    assert (change.role, level.role) == (Role.CHANGE, Role.TO)
    assert (change.noun, level.noun_phrase) == ("rent", "Average rent")


def test_a_verb_of_change_may_act_on_something() -> None:
    assert only("The drug cut deaths by 17%.").noun == "deaths"


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "value", "high"),
    [
        ("It closed last month.", "2024-10", None),
        ("It closed on Tuesday.", "2024-11-12", None),
        ("It closed on Monday.", "2024-11-18", None),
        ("It will close on Tuesday.", "2024-11-19", None),
        ("It closed in October.", "2024-10", None),
        ("It closed in December.", "2023-12", None),
        ("It closed three years ago.", "2021", None),
        ("It closed in the last week of July.", "2024-07-22", "2024-07-28"),
        ("It closed next year.", "2025", None),
    ],
)
def test_relative_dates_are_read_against_the_day_of_publication(sentence: str, value: str, high: str | None) -> None:
    figure = only(sentence, PUBLISHED)
    assert (figure.kind, figure.value, figure.value_high) == (Kind.DATE, value, high)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It closed last month.", None),
        ("It closed on Tuesday.", None),
        ("It closed in October.", "XXXX-10"),
        ("It closed on 3 October.", "XXXX-10-03"),
    ],
)
def test_without_a_day_of_publication_dates_stay_open(sentence: str, value: str | None) -> None:
    assert only(sentence).value == value


@pytest.mark.parametrize(
    ("value", "high", "days"),
    [
        ("2024", None, (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", None, (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-02-10", None, (date(2024, 2, 10), date(2024, 2, 10))),
        ("2024-07", "2024-09", (date(2024, 7, 1), date(2024, 9, 30))),
        ("XXXX-02-10", None, None),
        ("2023-02-30", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_date_interval(value: str | None, high: str | None, days: tuple[date, date] | None) -> None:
    assert date_interval(value, high) == days


# --- units ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "to", "converted"),
    [
        ("1", "mi", "km", "1.609344"),
        ("60", "mph", "km/h", "96.56064"),
        ("100", "degC", "degF", "212"),
        ("-40", "degF", "degC", "-40"),
        ("2", "year", "month", "24"),
        ("3", "week", "day", "21"),
        ("25", "bp", "pp", "0.25"),
        ("5", "GBP", "GBP", "5"),
    ],
)
def test_convert(value: str, unit: str, to: str, converted: str) -> None:
    assert convert(Decimal(value), unit, to) == Decimal(converted)


@pytest.mark.parametrize(("unit", "to"), [("kg", "km"), ("GBP", "USD"), ("%", "pp"), ("degC", "deg"), ("x", "kg")])
def test_other_dimensions_do_not_convert(unit: str, to: str) -> None:
    assert convert(Decimal(1), unit, to) is None


@pytest.mark.parametrize(
    ("unit", "measured"),
    [
        ("km", "length"),
        ("t", "mass"),
        ("hour", "time"),
        ("GBP", "currency"),
        ("%", "share"),
        ("pp", "points"),
        ("?", None),
    ],
)
def test_dimension(unit: str, measured: str | None) -> None:
    assert dimension(unit) == measured


# --- labels ---------------------------------------------------------------------------------------


def test_labels_have_one_spelling() -> None:
    labels = extract_labels("Genk won 3–2 as a Category two storm closed the M25.")
    assert [(label.kind, label.value) for label in labels] == [
        ("score", "3-2"),
        ("grade", "category 2"),
        ("code", "M25"),
    ]


# --- cost -----------------------------------------------------------------------------------------


def calls_of(job: Callable[[], object]) -> int:
    """Return how many calls of Python functions and built-ins a job makes: its cost, without a clock."""
    count = 0

    def watch(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(watch)
    try:
        job()
    finally:
        sys.setprofile(None)
    return count


HARD = [
    "1 ", "1,", "1.", "1-", "1/", "1:", "12 ", "a,b ", "one ", "one hundred and ", "1 million ", "million ", "twenty-",
    "half a ", "1st ", "from 1 to ", "aged 3, ", "$", '5" ', "[1]", "May 1 ", "Monday ", "2024 ", "last ", "no ", "A1",
    "x, y and z ", "3 big, red, old ", "up to ", "not one of the ", "5m ", "5-", "(555) ", "three - ", "1 to 2 ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD, ids=[unit.strip().replace(" ", "_") for unit in HARD])
def test_cost_grows_no_faster_than_the_text(unit: str) -> None:
    text = unit * 300
    short = calls_of(lambda: (extract_figures(text, PUBLISHED, implied=True), extract_labels(text)))
    long = calls_of(lambda: (extract_figures(text * 4, PUBLISHED, implied=True), extract_labels(text * 4)))
    assert long < 5 * short + 500


def test_a_line_of_ten_million_digits_is_no_figure() -> None:
    text = "7" * 10_000_000
    assert calls_of(lambda: extract_figures(text)) < 1000
    assert extract_figures(text) == []


def test_a_word_of_a_million_letters_is_passed_over() -> None:
    text = "There were 3 " + "a" * 1_000_000
    figures: list[Figure] = []
    assert calls_of(lambda: figures.extend(extract_figures(text))) < 1000
    assert [figure.text for figure in figures] == ["3"]


def test_a_long_text_is_read_in_pieces_with_its_own_offsets() -> None:
    sentence = "The harbour took 11,000 tonnes of grain in May 2021. "
    text = sentence * 2_500
    figures = extract_figures(text)
    assert len(figures) == 2 * 2_500
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)


def test_a_plain_sentence_costs_next_to_nothing() -> None:
    sentence = "The council said that the plan would not change the shape of the old harbour."
    assert calls_of(lambda: extract_figures(sentence)) < 20


def test_importing_figures_loads_nothing_heavy() -> None:
    code = "import sys, factcheck.figures; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rich", "typer", "sqlite3", "sqlite_utils", "rapidfuzz", "importlib.resources", "json"} & set(loaded)
