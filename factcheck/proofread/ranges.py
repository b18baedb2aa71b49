"""Where the true value of a written figure may lie, and sums, shares and changes over such ranges.

"£94.6m" is anything that rounds to it, so "up 18 per cent from £80m" follows or not within that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from factcheck.compare import source_interval
from factcheck.models import Figure, Kind

COUNTS = Decimal("0.0125")
"""Half of the second digit of 40,000, as a share of it."""

PAIRED = Decimal("0.005")
"""A value beside another of the same thing is known at least to this share of itself."""

_PLAIN = r"[^\w\s]?\d[\d,]*(?:\.\d+)?(?![\d,.]*\s*(?:k|m|bn|thousand|million|billion|trillion)\b)"  # no scale behind it
COUNTED_BELOW = 1000
"""Plain numbers and prices below this are as exact as they are written: "from £400 to £500 a month"."""


@dataclass(frozen=True, slots=True)
class Range:
    """Values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        """Tell whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Range) -> Range:
        """Return the range of the sum."""
        return Range(self.low + other.low, self.high + other.high)

    def minus(self, other: Range) -> Range:
        """Return the range of the difference."""
        return Range(self.low - other.high, self.high - other.low)

    def scaled(self, factor: Decimal) -> Range:
        """Return the range times a positive factor."""
        return Range(self.low * factor, self.high * factor)

    def size(self) -> Range:
        """Return the range without its sign."""
        ends = sorted((abs(self.low), abs(self.high)))
        return Range(Decimal(0) if self.low <= 0 <= self.high else ends[0], ends[1])


def is_quantity(figure: Figure) -> bool:
    """Tell whether one can reckon with the figure."""
    return figure.kind is not Kind.DATE and isinstance(figure.value, Decimal) and figure.value.is_finite()


def range_of(figure: Figure) -> Range:
    """Return where the figure's true value may lie, in its own unit."""
    interval = source_interval(figure)
    assert interval.low is not None and interval.high is not None  # a source's interval has both ends
    return Range(interval.low, interval.high)


def exact_range(figure: Figure) -> Range:
    """Return the range of a figure that takes part in a sum: whole numbers below 10,000 were counted."""
    value = figure.value
    assert isinstance(value, Decimal)
    counted = figure.kind in (Kind.NUMBER, Kind.AGE) and figure.bound == "=" and figure.value_high is None
    if counted and value == value.to_integral_value() and abs(value) < 10_000:
        return Range(value, value)
    found, half = range_of(figure), _last_digit(figure) / 2
    if not half or figure.bound != "=":
        return found
    return Range(max(found.low, value - half), min(found.high, value + half))


def close_range(figure: Figure) -> Range:
    """Return the range of a figure that a change was worked out from: "40,000" has two digits that count, not one."""
    found, value = range_of(figure), figure.value
    assert isinstance(value, Decimal)
    plain = figure.bound == "=" and figure.value_high is None and re.match(_PLAIN, figure.text) is not None
    if plain and figure.kind in (Kind.MONEY, Kind.NUMBER, Kind.PERCENT) and abs(value) < COUNTED_BELOW:
        half = _last_digit(figure) / 2 or Decimal("0.5")
        return Range(max(found.low, value - half), min(found.high, value + half))
    if (
        figure.bound != "="
        or figure.value_high is not None
        or abs(value) < 1000
        or any(c.isalpha() for c in figure.text)
    ):
        return found
    half = abs(value) * COUNTS
    return Range(max(found.low, value - half), min(found.high, value + half))


def close_ranges(one: Figure, other: Figure) -> tuple[Range, Range]:
    """Return the close ranges of two values of one thing: beside "318,000" a "300,000" is hardly rounder."""
    ranges = close_range(one), close_range(other)
    if any(f.bound != "=" or f.value_high is not None or any(c.isalpha() for c in f.text) for f in (one, other)):
        return ranges
    halves = [(found.high - found.low) / 2 for found in ranges]
    return _no_wider(ranges[0], 2 * halves[1]), _no_wider(ranges[1], 2 * halves[0])


def _no_wider(found: Range, half: Decimal) -> Range:
    middle = (found.low + found.high) / 2
    half = max(half, abs(middle) * PAIRED)
    return Range(max(found.low, middle - half), min(found.high, middle + half))


def _last_digit(figure: Figure) -> Decimal:
    """Return what the last digit is worth of a number with up to three before the point: of "£20m" a million."""
    found = re.search(r"(?<![\d.,])(\d{1,3})(?:\.(\d+))?(?![\d,])", figure.text)
    if found is None or figure.value is None or figure.value_high is not None or len(re.findall(r"\d+", found[0])) > 2:
        return Decimal(0)
    numeral = Decimal(found[0])
    assert isinstance(figure.value, Decimal)
    scale = figure.value / numeral if numeral else Decimal(0)
    return abs(scale) * Decimal(10) ** -len(found[2] or "")


def total(figures: Iterable[Figure]) -> Range:
    """Return the range of the sum."""
    result = Range(Decimal(0), Decimal(0))
    for figure in figures:
        result = result.plus(exact_range(figure))
    return result


def is_sum(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the parts make the whole, as far as rounding lets one know.

    Two figures reckoned with one another may be less than one unit of the coarsest one's last digit off, three
    and more by one unit, six and more by two: rounding may add up to more, but an editor would ask.
    """
    made, wanted = total(parts), exact_range(whole)
    unit = max(found.high - found.low for found in (wanted, *map(exact_range, parts)))
    gap = abs((made.low + made.high) / 2 - (wanted.low + wanted.high) / 2)
    if len(parts) < 3:
        return gap < unit or gap == 0
    return gap <= unit * (1 if len(parts) < 6 else 2)


def percentage(part: Range, whole: Range) -> Range | None:
    """Return what per cent the part is of the whole, None where the whole may be nothing."""
    if whole.low <= 0 or part.low < 0:
        return None
    return Range(part.low / whole.high * 100, part.high / whole.low * 100)


def change_percent(old: Range, new: Range) -> Range | None:
    """Return the change in per cent of the old value, None where that may be nothing."""
    if old.low <= 0:
        return None
    ratios = [new.low / old.high, new.high / old.low]
    return Range((min(ratios) - 1) * 100, (max(ratios) - 1) * 100)


def in_words(value: Decimal, figure: Figure | None = None) -> str:
    """Return a value worked out, with as many digits as a person wants, in the figure's scale and unit."""
    shown = value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{shown.quantize(Decimal(1)):,f}" if shown == shown.to_integral_value() else f"{shown:,f}"
    if figure is None:
        return text
    for power, name in ((9, "bn"), (6, "m")):
        if abs(value) >= Decimal(10) ** power:
            text = f"{(value / Decimal(10) ** power).quantize(Decimal('0.01')).normalize():f}{name}"
            break
    if figure.kind is Kind.MONEY and figure.unit:
        return f"{figure.unit} {text}"
    return f"{text}%" if figure.unit == "%" else text
