"""Extract figures: find numerals outside dates and names, attach units, join ranges, read hedges and nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from factcheck.figures.ages import AGE_DECADES, read_age, read_age_group, read_decade_of_life, share_ages
from factcheck.figures.articles import read_article_unit
from factcheck.figures.combine import join_bounds, join_readings, settle_points
from factcheck.figures.compact import read_compact
from factcheck.figures.date_phrases import read_dates
from factcheck.figures.hedges import share_bounds, take_hedge
from factcheck.figures.implied import may_imply_figures, read_implied
from factcheck.figures.money import settle_nations
from factcheck.figures.names import mark_names
from factcheck.figures.nouns import take_nouns
from factcheck.figures.number_words import FOLDS, MULTIPLES, ORDINALS, SMALL
from factcheck.figures.numerals import read_numeral
from factcheck.figures.ordinals import read_ordinal
from factcheck.figures.quantities import read_quantity
from factcheck.figures.reading import Reading
from factcheck.figures.roles import take_roles
from factcheck.figures.silence import is_no_figure
from factcheck.figures.tokens import Tokens
from factcheck.figures.triggers import may_hold_figures
from factcheck.models import Figure

_OTHER_STARTS = ("a", "an", "half", "quarter", "dozen", "couple", "no", "hundred", "thousand", "million", "billion")
# The words that a figure may start with.
_STARTS = frozenset([*SMALL, *ORDINALS, *MULTIPLES, *FOLDS, *AGE_DECADES, *_OTHER_STARTS])
# A longer text is read in pieces, which bounds the memory that its tokens take.
_PIECE = 50_000


def extract_figures(text: str, published: date | None = None, implied: bool = False) -> list[Figure]:
    """Return the figures of a text in the order they stand.

    `published` is the day that "this year" and "on Tuesday" are read against; without it such dates have no
    value, or lack the year. `implied` adds figures without a numeral: "no arrests", "doubled", "both".
    """
    implied = implied and may_imply_figures(text)
    return [*(_remembered if len(text) <= _REMEMBERED else _extracted)(text, published, implied)]


def _extracted(text: str, published: date | None, implied: bool) -> Sequence[Figure]:
    figures = []
    for start, end in _pieces(text):
        piece = text[start:end] if end - start < len(text) else text
        if may_hold_figures(piece, implied):
            tokens = Tokens(piece)
            figures += [reading.figure(tokens, start) for reading in read_figures(tokens, published, implied)]
    if not figures or ": " not in text:
        return figures
    from factcheck.figures.cells import name_cells  # here, because the import costs 1 ms, and few texts need it

    return name_cells(text, figures, extract_figures)


# A sentence is asked about again, when sums are made of its figures: after the fifty passages of a claim, and what
# stands before each, have been read.
_REMEMBERED = 1_000
_remembered = lru_cache(maxsize=256)(_extracted)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield spans of at most about `_PIECE` characters, cut behind a line or a sentence, else at a space."""
    start, size = 0, len(text)
    while size - start > _PIECE:
        limit = start + _PIECE
        cut = max(text.rfind("\n", start, limit), text.rfind(". ", start, limit) + 1)
        if cut <= start:
            cut = next((space.start() for space in _SPACE.finditer(text, limit)), size)
        yield start, cut
        start = cut
    yield start, size


_SPACE = re.compile(r"\s")


def read_figures(tokens: Tokens, published: date | None, implied: bool = False) -> list[Reading]:
    """Return the readings of a tokenised text, in order.

    Dates go first and names second, so that their numbers are not read again; then numerals with their
    units, what neighbours make of each other, and last the words around: hedges, nouns, roles.
    """
    taken = bytearray(len(tokens) + 8)
    dates = read_dates(tokens, taken, published)
    mark_names(tokens, taken)
    readings = join_readings(tokens, _read_numbers(tokens, taken))
    share_ages(tokens, readings)
    settle_points(tokens, readings)
    settle_nations(tokens, readings)
    if implied:
        readings = _with_implied(tokens, readings, taken)
    for reading in readings:
        take_hedge(tokens, reading)
    readings = sorted(join_bounds(tokens, readings) + dates, key=lambda reading: reading.first)
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
    floor = 0
    for index in tokens.starts(_STARTS):
        if index < floor or taken[index] or tokens.lower[index - 1] == "per":
            continue  # the number of "per 100,000 people" belongs to a rate
        reading = _read_number(tokens, index, floor)
        if reading is not None and taken.find(1, reading.first, reading.last) < 0:
            readings.append(reading)
            floor = reading.last
    return readings


# What is read whole, before numerals are: clock results and heights, ages in words, ordinals.
_WHOLE = (read_compact, read_decade_of_life, read_age_group, read_ordinal)


def _read_number(tokens: Tokens, index: int, floor: int) -> Reading | None:
    for reader in _WHOLE:
        if (whole := reader(tokens, index)) is not None:
            return whole
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return read_article_unit(tokens, index)
    reading = read_quantity(tokens, numeral, floor)
    read_age(tokens, reading)
    return None if is_no_figure(tokens, reading) else reading
