"""Units of measure: what a written unit means, its dimension, and conversion between units."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.currencies import CURRENCY_CODES
from factcheck.figures.unit_table import UNIT_ROWS
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of the unit table: `value * factor` is the value in the base unit of `dimension`."""

    code: str
    dimension: str
    factor: Decimal


UNITS: dict[str, Unit] = {}
# How units are written: symbols keep their case, names are lower case and may be several words long.
SYMBOLS: dict[str, str] = {}
NAMES: dict[tuple[str, ...], str] = {}

_OFFSETS = {"degC": Decimal("273.15"), "degF": Decimal("255.3722222222222222222222222")}
_DIGITS = Decimal("1E-12")


def _load() -> None:
    for row in UNIT_ROWS.strip().splitlines():
        code, dimension, factor, symbols, names = map(str.strip, row.split("|"))
        UNITS[code] = Unit(code, dimension, Decimal(factor))
        for symbol in symbols.split():
            SYMBOLS.setdefault(symbol, code)
        for name in names.split():
            _add_name(tuple(name.partition("*")[0].replace("-", ".-.").split(".")), code)


def _add_name(words: tuple[str, ...], code: str) -> None:
    NAMES.setdefault(words, code)
    if not words[-1].endswith("s"):
        NAMES.setdefault((*words[:-1], words[-1] + "s"), code)
    if "per" in words:
        NAMES.setdefault((words[0] + "s", *words[1:]), code)


_load()
# The longest name that starts with each word, so that a reader knows how far to look.
NAME_LENGTHS: dict[str, int] = {}
for _words in NAMES:
    NAME_LENGTHS[_words[0]] = max(len(_words), NAME_LENGTHS.get(_words[0], 0))


def dimension(unit: str) -> str | None:
    """Return what a unit measures ("length", "currency", "share", ...), None for an unknown unit."""
    if unit in CURRENCY_CODES:
        return "currency"
    return UNITS[unit].dimension if unit in UNITS else None


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Return `value` of `unit` in the unit `to`, None where the two measure different things.

    Currencies convert to themselves only: an exchange rate is not ours to know.
    """
    if unit == to:
        return value
    if unit not in UNITS or to not in UNITS or UNITS[unit].dimension != UNITS[to].dimension:
        return None
    base = value * UNITS[unit].factor + _OFFSETS.get(unit, 0)
    result = (base - _OFFSETS.get(to, 0)) / UNITS[to].factor
    return _tidied(result)


def _tidied(value: Decimal) -> Decimal:
    """Drop the noise that inexact factors leave in the last digits (1/3.6 makes 3.6 km/h of 1.0 m/s)."""
    rounded = value.quantize(_DIGITS) if abs(value) < 10**12 else value
    return rounded.normalize() if value == 0 or abs(rounded - value) <= abs(value) * Decimal("1E-15") else +value
