"""Extract figures: find numerals outside dates and names, attach units, join ranges, read hedges and nouns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.figures.ages import read_age
from factcheck.figures.combine import join_bounds, join_readings
from factcheck.figures.compact import read_compact
from factcheck.figures.date_phrases import read_dates
from factcheck.figures.grammar_words import CLOSED, VERBS
from factcheck.figures.hedges import take_hedge
from factcheck.figures.names import mark_names
from factcheck.figures.nouns import take_nouns
from factcheck.figures.numerals import Numeral, read_numeral
from factcheck.figures.ordinals import read_ordinal
from factcheck.figures.quantities import is_plural, read_quantity
from factcheck.figures.reading import Reading
from factcheck.figures.silence import is_no_figure
from factcheck.figures.tokens import Tokens
from factcheck.figures.triggers import may_hold_figures
from factcheck.models import Figure, Kind


def extract_figures(text: str, published: date | None = None, implied: bool = False) -> list[Figure]:
    """Return the figures of a text in the order they stand.

    `published` is the day that "this year" and "on Tuesday" are read against; without it such dates have no
    value, or lack the year. `implied` adds figures without a numeral: "no arrests", "doubled", "both".
    """
    if not may_hold_figures(text, implied):
        return []
    tokens = Tokens(text)
    readings = read_figures(tokens, published)
    return [reading.figure(tokens) for reading in readings]


def read_figures(tokens: Tokens, published: date | None) -> list[Reading]:
    """Return the readings of a tokenised text, in order."""
    taken = bytearray(len(tokens) + 8)
    dates = read_dates(tokens, taken, published)
    mark_names(tokens, taken)
    readings = join_readings(tokens, _read_numbers(tokens, taken))
    for reading in readings:
        take_hedge(tokens, reading)
    readings = join_bounds(tokens, readings)
    readings = sorted(readings + dates, key=lambda reading: reading.first)
    take_nouns(tokens, readings)
    return readings


def _read_numbers(tokens: Tokens, taken: bytearray) -> list[Reading]:
    readings = []
    index, size = 0, len(tokens)
    while index < size:
        floor = readings[-1].last if readings else 0
        reading = None if taken[index] else _read_number(tokens, index, floor)
        if reading is None or taken[reading.last - 1]:
            index += 1
            continue
        readings.append(reading)
        index = reading.last
    return readings


def _read_number(tokens: Tokens, index: int, floor: int) -> Reading | None:
    if (compact := read_compact(tokens, index)) is not None:
        return compact
    if (ordinal := read_ordinal(tokens, index)) is not None:
        return ordinal
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return _read_article_unit(tokens, index)
    reading = read_quantity(tokens, numeral, floor)
    read_age(tokens, reading)
    return None if is_no_figure(tokens, reading) else reading


_ARTICLE_UNITS = frozenset(
    "hour kilogram kilo kg litre liter mile kilometre kilometer metre meter tonne ton"
    " gallon lb dollar penny euro millilitre milliliter".split()
)
_BEFORE_SPAN = frozenset(
    "for within lasted lasts last lasting took takes take taking after over about nearly almost than least around under spent spend"
    " roughly and just until up waited wait".split()
)


def _read_article_unit(tokens: Tokens, index: int) -> Reading | None:
    """Read "an hour", "a kilogram", "a penny" as one; "400 cars a day" and "an hour's drive" hold no such figure."""
    if tokens.lower[index] not in ("a", "an") or tokens.lower[index + 1] not in _ARTICLE_UNITS:
        return None
    reading = read_quantity(tokens, Numeral(index, index + 1, Decimal(1), "article"))
    if reading.unit is None:
        return None
    is_span = reading.kind is Kind.DURATION
    if (is_span and index > 0 and tokens.lower[index - 1] not in _BEFORE_SPAN) or _is_rate(tokens, index):
        return None
    read_age(tokens, reading)
    return reading


def _is_rate(tokens: Tokens, index: int) -> bool:
    """Return whether "a mile", "a dollar" says what something is per ("miles a gallon", "40p a litre")."""
    before = tokens.lower[index - 1]
    return (
        index > 0 and tokens.kind[index - 1] != 3 and before not in CLOSED and before not in VERBS and is_plural(before)
    )
