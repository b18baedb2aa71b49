""" "A" and "an" before a unit: "an hour and a half", "a kilogram", "a dollar" count one."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.ages import read_age
from factcheck.figures.grammar_words import CLOSED, VERBS, is_plural
from factcheck.figures.numerals import Numeral
from factcheck.figures.quantities import read_quantity
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import WORD, Tokens
from factcheck.models import Kind

# Spans of time besides the hour are too often loose talk ("in a minute", "for a month") to be figures.
_UNITS = frozenset(
    "hour day week month year decade minute second kilogram kilo kg litre liter mile kilometre kilometer metre"
    " meter tonne ton gallon lb dollar euro millilitre milliliter".split()
)
_BEFORE_SPAN = frozenset(
    "for within lasted lasts last lasting took takes take taking after over about nearly almost than least around"
    " under spent spend roughly just until waited wait runs ran run".split()
)


def read_article_unit(tokens: Tokens, index: int) -> Reading | None:
    """Return the quantity of "an hour", "a mile"; "400 cars an hour" and "miles a gallon" hold none."""
    if tokens.lower[index] not in ("a", "an") or tokens.lower[index + 1] not in _UNITS:
        return None
    reading = read_quantity(tokens, Numeral(index, index + 1, Decimal(1), "article"))
    if reading.unit is None or _is_rate(tokens, index):
        return None
    is_span = reading.kind is Kind.DURATION and reading.number() == 1
    if is_span and (reading.unit != "hour" or (index > 0 and tokens.lower[index - 1] not in _BEFORE_SPAN)):
        return None
    read_age(tokens, reading)
    return reading


def _is_rate(tokens: Tokens, index: int) -> bool:
    before = tokens.lower[index - 1]
    is_noun = index > 0 and tokens.kind[index - 1] == WORD and before not in CLOSED and before not in VERBS
    return is_noun and is_plural(before)
