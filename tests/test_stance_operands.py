"""What a figure may be worked out from: which figures are parts, ends of a movement, and of which sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.models import Figure, Kind
from factcheck.stance.operands import (
    ground_of,
    is_excepted,
    is_of_a_whole,
    is_part,
    is_same_thing,
    next_date,
    rounded,
    start_first,
    written,
)
from factcheck.stance.workings import time_between

# Text, and its figures that are parts of others, each with its whole.
PARTS = {
    "of-the": ("Of the 74 samples, 26 were clean.", [("26", "74")]),
    "of-them": ("The town has 37 babies, nine of them twins.", [("nine", "37")]),
    "of-those": ("There were 23 boats, two of those old.", [("two", "23")]),
    "of-whom": ("They have 18 dogs, of whom 5 bark.", [("5", "18")]),
    "of-its": ("Two of its eight gates leak.", [("Two", "eight")]),
    "of-the-noun": ("There were 12,000 volunteers; 4,060 of the volunteers fell ill.", [("4,060", "12,000")]),
    "of-another-noun": ("There were 12,000 volunteers; 4,060 of the boats sank.", []),
    "including": ("There were 74 boats, including 26 ferries.", [("26", "74")]),
    "and": ("There were 74 boats and 26 ferries.", []),
    "more-than-the-whole": ("There were 26 boats and 74 of them sank.", []),
    "all-of-them": ("There were 26 boats and 26 of them sank.", [("26", "26")]),
    "of-another": ("It has 18 boats, nine of them over 70 metres.", [("nine", "18")]),
    "of-another-count": ("It has 18 boats, nine of them with 70 seats.", [("nine", "18")]),
    "two-of-the": ("Of the 74 samples, 26 were clean and nine foul.", [("26", "74"), ("nine", "74")]),
    "of-them-of-the": ("Of the 74 samples, 26 were clean, nine of them white.", [("26", "74"), ("nine", "26")]),
    "nearer-whole": ("There were 40 boats, 30 of them ferries, nine of them old.", [("30", "40"), ("nine", "30")]),
}


@pytest.mark.parametrize(("text", "parts"), PARTS.values(), ids=PARTS)
def test_a_part_has_its_whole(text: str, parts: list[tuple[str, str]]) -> None:
    ground = ground_of(text)
    pairs = ((one.text, other.text) for one, other in ground.ordered_pairs() if is_part(one, other, ground))
    assert list(pairs) == parts


BEFORE = {
    "named": ("It has 74 boats.", "Of the boats, 26 leak.", [("26", "74")]),
    "named-with-a-word": ("It has 74 boats.", "Of its old boats, 26 leak.", [("26", "74")]),
    "both-parts": ("It has 74 boats.", "Of the boats, 26 leak and nine sank.", [("26", "74"), ("nine", "74")]),
    "of-them": ("It has 74 boats.", "Of the boats, 26 are new, 13 of them white.", [("26", "74"), ("13", "26")]),
    "same-noun": ("It has 74 boats and 80 ships.", "Of the boats, 26 leak.", [("26", "74")]),
    "last-that-is-kin": ("It has 80 vehicles and 74 ships.", "Of the boats, 26 leak.", [("26", "74")]),
    "another-noun": ("It has 74 clerks.", "Of the boats, 26 leak.", []),
    "no-noun": ("It has 74.", "Of the boats, 26 leak.", []),
    "no-the": ("It has 74 boats.", "Of boats, 26 leak, they say.", []),
    "no-of": ("It has 74 boats.", "On the boats, 26 leak of the pipes.", []),
}


@pytest.mark.parametrize(("before", "text", "parts"), BEFORE.values(), ids=BEFORE)
def test_a_part_has_its_whole_before(before: str, text: str, parts: list[tuple[str, str]]) -> None:
    ground = ground_of(text, before)
    pairs = ((one.text, other.text) for one, other in ground.ordered_pairs() if is_part(one, other, ground))
    assert sorted(pairs) == sorted(parts)


OF_A_WHOLE = {
    "of-them": ("They saw nine of them.", ["nine"]),
    "noun-of-them": ("They saw nine boats of theirs, nine of the boats.", ["nine"]),
    "of-nothing": ("They saw nine of boats.", []),
    "at-the-end": ("They saw nine of", []),
    "no-of": ("They saw nine them.", []),
}


@pytest.mark.parametrize(("text", "expected"), OF_A_WHOLE.values(), ids=OF_A_WHOLE)
def test_what_is_said_to_be_of_something(text: str, expected: list[str]) -> None:
    ground = ground_of(text)
    assert [figure.text for figure in ground.own if is_of_a_whole(figure, ground)] == expected


def test_all_but_two_leaves_two_out() -> None:
    ground = ground_of("All but two of the 23 boats sank, but nine of them rose.")
    assert [figure.text for figure in ground.own if is_excepted(figure, ground)] == ["two"]


# Text, and where its movements start and end.
MOVEMENTS = {
    "from-to": ("It fell from £31m to £22m.", [("£31m", "£22m")]),
    "down-from": ("It came to 17, down from 41.", [("41", "17")]),
    "to-from": ("It rose to 41 from 17.", [("17", "41")]),
    "came-down-to": ("It had 48,200 at its peak and has come down to 41,900.", [("48,200", "41,900")]),
    "year-before": ("It made £9.8m, compared with £7.2m a year before.", [("£7.2m", "£9.8m")]),
    "year-before-not-compared": ("It made £9.8m and £7.2m a year before.", []),
    "compared-without-a-time": ("It made £9.8m, against £7.2m.", []),
    "earlier-year": ("It made £9.8m in 2020, compared with £7.2m in 2019.", [("£7.2m", "£9.8m")]),
    "later-year": ("It made £9.8m in 2019, compared with £7.2m in 2020.", []),
    "same-year": ("It made £9.8m in 2019, compared with £7.2m in 2019.", []),
    "year-of-one": ("It made £9.8m, compared with £7.2m in 2019.", [("£7.2m", "£9.8m")]),
    "no-years": ("It made £9.8m at 1400, against £7.2m at 1300.", []),
    "two-counts": ("It had 41 and 17.", []),
}


@pytest.mark.parametrize(("text", "ends"), MOVEMENTS.values(), ids=MOVEMENTS)
def test_a_movement_has_a_start_and_an_end(text: str, ends: list[tuple[str, str]]) -> None:
    ground = ground_of(text)
    found = (start_first(one, other, ground) for one, other in ground.pairs() if is_same_thing(one, other))
    assert [(each[0].text, each[1].text) for each in found if each] == ends


# Text, and each figure with its unit and what it counts.
UNITS = {
    "degrees": ("It fell from 41 degrees Fahrenheit to 19 degrees.", ["41 degF None", "19 degF None"]),
    "degrees-alone": ("It fell to 19 degrees.", ["19 deg None"]),
    "from-a-bare-number": ("It made 161,000 tonnes from 178,000.", ["161000 t None", "178000 t None"]),
    "at-the-end": ("It takes 37 minutes; the bus takes 62.", ["37 minute None", "62 minute None"]),
    "in-the-next-sentence": ("It takes 37 minutes. The bus takes 62.", ["37 minute None", "62 None None"]),
    "with-a-noun": ("It takes 37 minutes, with 62 stops.", ["37 minute None", "62 None stops"]),
    "in-midst": ("It takes 37 minutes but 62 when wet.", ["37 minute None", "62 None None"]),
    "of-a-measure": ("It rained on five of the nine days.", ["5 day None", "9 day None"]),
    "share-of-a-measure": ("It rained on half of the nine days.", ["0.5 None None", "9 day None"]),
    "goal": ("The goal of 40 was missed.", ["40 None None"]),
    "seats-behind-a-share": (
        "It won 31 percent and 58 seats, from 82.", ["31 % None", "58 None seats", "82 None seats"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "units"), UNITS.values(), ids=UNITS)
def test_a_bare_number_takes_the_unit_before_it(text: str, units: list[str]) -> None:
    assert [f"{figure.value} {figure.unit} {figure.noun}" for figure in ground_of(text).own] == units


ROLES = {
    "more-than": ("It sold 1.2 million more than in 2022.", ["change", None]),
    "more-of-them": ("It sold 1.2 million more boats.", [None]),
    "level-behind-up-from": (
        "60 per cent of the 84,000 coins, up from 8 per cent, are old.", ["level", None, "from"],
    ),
    "up-from-in-the-next-sentence": (
        "60 per cent of the 84,000 coins are old. Up from 8 per cent.", [None, None, "from"],
    ),
    "came-from": ("60 per cent of the 84,000 coins came from 8 per cent of the land.", [None, None, None]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "roles"), ROLES.values(), ids=ROLES)
def test_a_level_is_told_from_a_change(text: str, roles: list[str | None]) -> None:
    assert [figure.role and figure.role.value for figure in ground_of(text).own] == roles


BEFORE = "The yard built 12 boats in 2019."
REFERRING = {
    "of-them": ("Two of them sank.", ["12", "2019", "Two"]),
    "it": ("It sold nine.", ["12", "2019", "nine"]),
    "further": ("Orr will build a further six.", ["12", "2019", "six"]),
    "following": ("Orr came in the following January.", ["12", "2019", "following January"]),
    "of-the": ("Nine of the boats sank.", ["12", "2019", "Nine"]),
    "nothing": ("Two boats sank.", ["Two"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), REFERRING.values(), ids=REFERRING)
def test_the_sentence_before_counts_where_a_passage_refers_to_it(text: str, figures: list[str]) -> None:
    ground = ground_of(text, BEFORE)
    assert [figure.text for figure in ground.figures] == figures
    assert [figure.text for figure in ground.own] == figures[-1:]
    assert [ground.text[figure.start : figure.end] for figure in ground.figures] == figures
    assert {(one.text, other.text) for one, other in ground.pairs()} == {(each, figures[-1]) for each in figures[:-1]}
    assert all(ground.crosses(one, other) for one, other in ground.pairs())


def test_the_following_january_is_of_the_year_before_it() -> None:
    assert [str(figure.value) for figure in ground_of("Orr came in the following January.", BEFORE).own] == ["2020-01"]


DATES_BEHIND = {
    "next": ("It made £9m in 2019.", ["2019"]),
    "behind-another-amount": ("It made £9m and £8m in 2019.", [None, "2019"]),
    "four-words": ("It made £9m from tin and coal 2019.", ["2019"]),
    "five-words": ("It made £9m from tin and coal in 2019.", [None]),
    "before": ("In 2019 it made £9m.", [None]),
}


@pytest.mark.parametrize(("text", "dates"), DATES_BEHIND.values(), ids=DATES_BEHIND)
def test_the_date_next_behind_a_figure(text: str, dates: list[str | None]) -> None:
    ground = ground_of(text)
    found = [next_date(figure, ground) for figure in ground.own if figure.kind is not Kind.DATE]
    assert [each and each.text for each in found] == dates


def figure_of(kind: str, value: str, unit: str | None, noun: str | None = None) -> Figure:
    return Figure("x", 0, 1, Kind(kind), Decimal(value), unit=unit, noun=noun)


# From, to, the unit and value that the claim gives, and the time between in that unit.
SPANS = [
    ("2004", "2010", "year", "5", "6"),
    ("2004", "2024", "decade", "2", "2"),
    ("2004-03-11", "2010", "year", "5", "6"),
    ("2004-03-11", "2010-03-10", "year", "5", "5"),
    ("2004-03-11", "2010-03-11", "year", "5", "6"),
    ("2004-03-11", "2010-02-12", "year", "5", "5"),
    ("2004-03-11", "2010-04-10", "year", "5", "6"),
    ("2004-03", "2005-09", "year", "1.5", "1.5"),
    ("2004-03-11", "2005-05-01", "month", "2", "14"),
    ("2004-03-11", "2005", "month", "9", "10"),
    ("2004", "2005-03-11", "month", "9", "14"),
    ("2004-03", "2005-04", "month", "9", "13"),
    ("2004-03-11", "2004-03-25", "week", "3", "2"),
    ("2004-03-11", "2004-03-25", "day", "2", "14"),
    ("x", "2005", "year", "2", "None"),
    ("2004", "x", "year", "2", "None"),
    ("2004", "2005", None, "2", "None"),
]


@pytest.mark.parametrize(("start", "end", "unit", "value", "expected"), SPANS, ids=lambda each: str(each))
def test_time_between_two_dates(start: str, end: str, unit: str | None, value: str, expected: str) -> None:
    assert str(time_between(start, end, figure_of("duration", value, unit))) == expected


WRITTEN = [
    (figure_of("number", "12", None), "12"),
    (figure_of("number", "1234567.891", None, "boats"), "1,234,600 boats"),
    (figure_of("number", "0.3333333", None), "0.33333"),
    (figure_of("number", "0", None), "0"),
    (figure_of("money", "1500", "GBP"), "GBP 1,500"),
    (figure_of("percent", "12.5", "%"), "12.5%"),
    (figure_of("percent", "3", "pp"), "3 points"),
    (figure_of("percent", "25", "bp"), "25 basis points"),
    (figure_of("duration", "1", "year"), "1 year"),
    (figure_of("duration", "2", "year"), "2 years"),
    (figure_of("duration", "2", "day"), "2 days"),
    (figure_of("duration", "2", "century"), "2 centuries"),
    (figure_of("age", "2", "year"), "2 years"),
    (figure_of("number", "123456789012345678", None), "1.2346E+17"),
]


@pytest.mark.parametrize(("figure", "expected"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_a_value_is_written_as_a_reader_writes_it(figure: Figure, expected: str) -> None:
    assert isinstance(figure.value, Decimal)
    assert written(figure.value, figure) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("0.00012345678", "0.000123"), ("98765.4", "98765"), ("987654", "9.8765E+5"), ("2", "2")]
)
def test_a_quotient_keeps_the_digits_that_matter(value: str, expected: str) -> None:
    assert str(rounded(Decimal(value))) == expected
