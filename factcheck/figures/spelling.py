"""Amounts in the unit as a figure's text writes it, so that one line has one spelling: "£2.1 million", "4 tonnes"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.figures.currencies import NAMES as CURRENCY_NAMES
from factcheck.figures.currencies import SYMBOLS as CURRENCY_SYMBOLS
from factcheck.figures.units import NAMES, SYMBOLS
from factcheck.models import Figure, Kind

_WORD = re.compile(r"[^\W\d_]+|-")
_FIRST_DIGIT = re.compile(r"\d")
_RATE = re.compile(r"\s+(?:a|an|per|each|every)\s+|/")
_PLURALS = {"foot": "feet", "inch": "inches"}
_SINGULARS = {many: one for one, many in _PLURALS.items()}


def as_written(number: str, value: Decimal, figure: Figure) -> str | None:
    """Return a number of a figure's unit with that unit as the figure writes it, None where it writes none that tells.

    `value` decides between one metre and two metres.
    """
    if figure.unit is None or not isinstance(figure.value, Decimal):
        return None
    if figure.kind is not Kind.MEASURE:
        return _money(number, value, figure) if figure.kind is Kind.MONEY else None
    unit = _unit(figure.text, figure.unit) or _unit(_RATE.split(figure.text)[0], figure.unit)
    if unit is None:
        return None
    is_close = unit in SYMBOLS and f" {unit}" not in figure.text and " " not in number  # "30km"
    gap = "" if is_close else " "
    is_one, were_many = abs(value) == 1, figure.value != 1 and f" {unit}" in figure.text
    as_it_is = unit in SYMBOLS or (were_many and not is_one)  # "5 stone"
    return f"{number}{gap}{unit if as_it_is else _in_number(unit, is_one)}"


def _money(number: str, value: Decimal, figure: Figure) -> str | None:
    digit = _FIRST_DIGIT.search(figure.text)
    sign = figure.text[: digit.start()].strip() if digit is not None else ""
    if sign and CURRENCY_SYMBOLS.get(sign[-1]) is not None and " " not in sign and "-" not in sign:
        return f"-{sign}{number[1:]}" if number.startswith("-") else f"{sign}{number}"
    name = figure.text.split()[-1].lower()
    single = name if name in CURRENCY_NAMES else name.removesuffix("s")
    if CURRENCY_NAMES.get(single) != figure.unit or len(figure.text.split()) < 2:
        return None
    if abs(value) == 1:
        return f"{number} {single}"
    return None if figure.value == 1 else f"{number} {name}"


def _unit(text: str, code: str) -> str | None:
    """Return the unit that ends a text, as written there, where it is the one of this code."""
    for start in range(len(text)):
        if start and not (text[start - 1].isdigit() or text[start - 1] in " -\u00a0"):
            continue
        written = text[start:]
        named = tuple(word.lower() for word in _WORD.findall(written))
        is_name = NAMES.get(named) == code and _FIRST_DIGIT.search(written) is None
        if is_name or SYMBOLS.get(written) == code:
            return written.strip()
    return None


def _in_number(name: str, is_one: bool) -> str:
    """Return a unit's name in the singular or plural: "cubic metres", "kilometre per hour"."""
    head, per, rest = name.partition(" per ")
    before, space, last = head.rpartition(" ")
    if is_one:
        last = _SINGULARS.get(last, last.removesuffix("s") if _is_name(before, last.removesuffix("s")) else last)
    elif not last.endswith("s") and last not in _SINGULARS:
        last = _PLURALS.get(last, f"{last}s")
    return f"{before}{space}{last}{per}{rest}"


def _is_name(before: str, last: str) -> bool:
    return (*before.lower().split(), last.lower()) in NAMES
