"""Extract figures: find numerals outside dates and names, attach units, join ranges, read hedges and nouns."""

from __future__ import annotations

from datetime import date

from factcheck.figures.ages import AGE_DECADES, read_age, read_age_group, read_decade_of_life, share_ages
from factcheck.figures.articles import read_article_unit
from factcheck.figures.combine import join_bounds, join_readings, settle_points
from factcheck.figures.compact import read_compact
from factcheck.figures.date_phrases import read_dates
from factcheck.figures.hedges import share_bounds, take_hedge
from factcheck.figures.names import mark_names
from factcheck.figures.implied import read_implied
from factcheck.figures.nouns import take_nouns
from factcheck.figures.number_words import FOLDS, MULTIPLES, ORDINALS, SMALL
from factcheck.figures.numerals import read_numeral
from factcheck.figures.ordinals import read_ordinal
from factcheck.figures.quantities import read_quantity
from factcheck.figures.reading import Reading
from factcheck.figures.roles import take_roles
from factcheck.figures.silence import is_no_figure
from factcheck.figures.tokens import NUMBER, Tokens
from factcheck.figures.triggers import may_hold_figures
from factcheck.models import Figure


# The words that a figure may start with.
_STARTS = frozenset(
    [*SMALL, *ORDINALS, *MULTIPLES, *FOLDS, *AGE_DECADES, "a", "an", "half", "dozen", "couple", "no", "quarter"]
    + ["hundred", "thousand", "million", "billion"]
)


def extract_figures(text: str, published: date | None = None, implied: bool = False) -> list[Figure]:
    """Return the figures of a text in the order they stand.

    `published` is the day that "this year" and "on Tuesday" are read against; without it such dates have no
    value, or lack the year. `implied` adds figures without a numeral: "no arrests", "doubled", "both".
    """
    if not may_hold_figures(text, implied):
        return []
    tokens = Tokens(text)
    readings = read_figures(tokens, published, implied)
    return [reading.figure(tokens) for reading in readings]


def read_figures(tokens: Tokens, published: date | None, implied: bool = False) -> list[Reading]:
    """Return the readings of a tokenised text, in order."""
    taken = bytearray(len(tokens) + 8)
    dates = read_dates(tokens, taken, published)
    mark_names(tokens, taken)
    readings = join_readings(tokens, _read_numbers(tokens, taken))
    share_ages(tokens, readings)
    settle_points(tokens, readings)
    if implied:
        readings = _with_implied(tokens, readings, taken)
    for reading in readings:
        take_hedge(tokens, reading)
    readings = join_bounds(tokens, readings)
    readings = sorted(readings + dates, key=lambda reading: reading.first)
    share_bounds(tokens, readings)
    take_nouns(tokens, readings)
    take_roles(tokens, readings)
    return readings


def _with_implied(tokens: Tokens, readings: list[Reading], taken: bytearray) -> list[Reading]:
    for reading in readings:
        taken[reading.first : reading.last] = b"\1" * (reading.last - reading.first)
    return sorted(readings + read_implied(tokens, taken), key=lambda reading: reading.first)


def _read_numbers(tokens: Tokens, taken: bytearray) -> list[Reading]:
    readings: list[Reading] = []
    index, size = 0, len(tokens)
    while index < size:
        if (
            taken[index]
            or tokens.lower[index - 1] == "per"
            or (tokens.kind[index] != NUMBER and tokens.lower[index] not in _STARTS)
        ):
            index += 1
            continue
        reading = _read_number(tokens, index, readings[-1].last if readings else 0)
        if reading is None or taken[reading.last - 1]:
            index += 1
            continue
        readings.append(reading)
        index = reading.last
    return readings


def _read_number(tokens: Tokens, index: int, floor: int) -> Reading | None:
    if (compact := read_compact(tokens, index)) is not None:
        return compact
    if (age := read_decade_of_life(tokens, index) or read_age_group(tokens, index)) is not None:
        return age
    if (ordinal := read_ordinal(tokens, index)) is not None:
        return ordinal
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return read_article_unit(tokens, index)
    reading = read_quantity(tokens, numeral, floor)
    read_age(tokens, reading)
    return None if is_no_figure(tokens, reading) else reading
