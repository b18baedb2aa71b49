"""What holds for any text: extraction never fails, spans slice, and a figure is the same however it is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import extract_figures, extract_labels
from factcheck.figures.dates import date_interval
from factcheck.figures.units import UNITS, convert
from factcheck.models import Figure, Kind

PUBLISHED = date(2024, 11, 18)
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

# Pieces that figures are made of, so that random texts come near to the grammar.
PIECES = st.sampled_from(
    "1 2 3.5 11,000 .5 1/2 ½ 2024 1970s 007 one two twenty hundred thousand million bn m k half a an dozen third"
    " first second and of to from between or - – , . : ( ) ' \" % per cent percent points £ $ US € EUR pounds dollars"
    " pence p km miles hour hours year years old aged ago last next this May March Monday Tuesday week mid early about"
    " more than up at least no none both doubled people soldiers fell rose by COVID G7 No. Category over under square"
    " feet degrees C".split()
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map(" ".join),
)


def in_words(number: int) -> str:
    """Return a number below a million in English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = number % 1000
    tail = "" if not rest else f" and {in_words(rest)}" if rest < 100 else f" {in_words(rest)}"
    return f"{in_words(number // 1000)} thousand{tail}"


def read(sentence: str) -> Figure:
    figures = extract_figures(sentence)
    assert len(figures) == 1, (sentence, figures)
    return figures[0]


@given(TEXTS, st.booleans(), st.sampled_from([None, PUBLISHED]))
@settings(max_examples=600, deadline=None)
def test_any_text_gives_ordered_spans_that_slice(text: str, implied: bool, published: date | None) -> None:
    figures = extract_figures(text, published, implied)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text != ""
        assert figure.implied <= implied
        if figure.kind is Kind.DATE:
            assert figure.value is None or isinstance(figure.value, str)
        else:
            assert isinstance(figure.value, Decimal)
            assert figure.value.is_finite()
    assert all(left.end <= right.start for left, right in pairwise(figures))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_labels_that_slice(text: str) -> None:
    for label in extract_labels(text):
        assert text[label.start : label.end] == label.text != ""


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert extract_figures(text, PUBLISHED, implied=True) == extract_figures(text, PUBLISHED, implied=True)


@given(st.integers(min_value=2, max_value=999_999))
@settings(max_examples=400, deadline=None)
def test_digits_and_words_give_the_same_figure(number: int) -> None:
    digits, words = read(f"They saw {number:,} herons."), read(f"They saw {in_words(number)} herons.")
    assert (digits.value, digits.kind, digits.noun) == (Decimal(number), Kind.NUMBER, "herons")
    assert (words.value, words.kind, words.noun) == (digits.value, digits.kind, digits.noun)


@given(st.decimals(min_value="0.1", max_value="999", places=1), st.sampled_from(["million", "m", "mn"]))
@settings(max_examples=200, deadline=None)
def test_a_magnitude_is_the_same_as_its_digits(amount: Decimal, scale: str) -> None:
    space = " " if scale == "million" else ""
    short, long = read(f"It cost £{amount}{space}{scale}."), read(f"It cost £{int(amount * 1_000_000):,}.")
    assert (short.value, short.unit, short.kind) == (long.value, long.unit, long.kind)


@given(
    st.integers(min_value=1, max_value=9_999),
    st.sampled_from(["£{}", "{} pounds", "GBP {}", "{} pounds sterling", "£{}.00"]),
)
@settings(max_examples=100, deadline=None)
def test_the_forms_of_money_agree(amount: int, form: str) -> None:
    figure = read(f"The fine was {form.format(amount)}.")
    assert (figure.value, figure.unit, figure.kind) == (Decimal(amount), "GBP", Kind.MONEY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_the_forms_of_a_date_agree(day: date) -> None:
    forms = (f"{day:%-d %B %Y}", f"{day:%B %-d, %Y}", f"{day:%Y-%m-%d}", f"{day:%A}, {day:%-d %B %Y}")
    for form in forms:
        figure = read(f"It was signed on {form}.")
        assert (figure.kind, figure.value) == (Kind.DATE, day.isoformat())
        assert date_interval(str(figure.value)) == (day, day)


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.decimals("0.01", "1000", places=2))
@settings(max_examples=300, deadline=None)
def test_conversion_goes_there_and_back(unit: str, to: str, value: Decimal) -> None:
    there = convert(value, unit, to)
    if there is None:
        assert UNITS[unit].dimension != UNITS[to].dimension
        return
    back = convert(there, to, unit)
    ratio = UNITS[unit].factor / UNITS[to].factor
    if back is not None and Decimal("1E-6") < ratio < Decimal("1E+6"):
        assert abs(back - value) <= abs(value) * Decimal("1E-3") + Decimal("1E-6")
