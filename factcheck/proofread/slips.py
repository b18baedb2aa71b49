"""Numbers that look miscopied: two digits changed places, one digit or the scale changed, one dropped or doubled."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from factcheck.compare import is_share
from factcheck.models import Figure, Kind

SURE_DIGITS = 3
"""With fewer digits than this most numbers are one digit from most others; only a change of places tells then."""
SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
SCALE_SLACK = Decimal("0.02")


def looks_miscopied(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure's digits are another's with one slip of the hand."""
    if are_swapped_digits(figure, other):
        return True
    one, two = _digits(figure), _digits(other)
    if one == two or not one or not two:
        return False
    if min(len(one), len(two)) < SURE_DIGITS:
        return False
    if len(one) == len(two):
        return _differences(one, two) == 1
    long, short = (one, two) if len(one) > len(two) else (two, one)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def are_swapped_digits(figure: Figure, other: Figure) -> bool:
    """Tell whether two digits of a figure have changed places in the other."""
    one, two = (f.text if f.kind is Kind.DATE and f.text.isdigit() else _digits(f) for f in (figure, other))
    return len(one) >= 2 and len(one) == len(two) and sorted(one) == sorted(two) and _differences(one, two) == 2


def is_slip_of_date(figure: Figure, other: Figure) -> bool:
    """Tell whether two days differ in one part only: "19 June" and "19 July", "9 May 2016" and "9 May 2018"."""
    if figure.kind is not Kind.DATE or other.kind is not Kind.DATE or figure.value_high or other.value_high:
        return False
    one, two = str(figure.value).split("-"), str(other.value).split("-")
    written = any(c.isdigit() for c in figure.text) and any(c.isdigit() for c in other.text)
    if not written or len(one) != 3 or len(two) != 3:
        return False
    return one[1:] != two[1:] and (one[1] == two[1] or one[2] == two[2])


def is_gap(text: str, figure: Figure) -> bool:
    """Tell whether a figure says how far two things lie apart: "four years shorter", "11 feet below"."""
    return _patterns().gap.match(text, figure.end) is not None


def is_part_of_that(text: str, figure: Figure) -> bool:
    """Tell whether a figure is a share of what the sentence before has: "half of that", whatever that is."""
    return is_share(figure) and _patterns().of_that.match(text, figure.end) is not None


def is_scale_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether two figures have the same digits and scales a thousand, million or billion apart."""
    one, other = claim.value, source.value
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one or not other:
        return False
    if claim.kind in (Kind.DATE, Kind.AGE, Kind.ORDINAL, Kind.PERCENT):
        return False
    if claim.unit != source.unit:
        return one == other and _are_thousands_apart(claim.unit, source.unit)
    ratio = max(one, other) / min(one, other) if one * other > 0 else Decimal(0)
    if not _have_one_row_of_digits(claim.text, source.text):
        return False
    return any(abs(ratio / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _have_one_row_of_digits(one: str, other: str) -> bool:
    """Tell whether two numerals have the same digits, as far as both go; those in words may have any."""
    rows = ["".join(filter(str.isdigit, text)).lstrip("0") for text in (one, other)]
    rows = [row if "." in text else row.rstrip("0") for row, text in zip(rows, (one, other), strict=True)]
    short, long = sorted(rows, key=len)
    if not short:
        return True
    rounded = str(round(int(long[: len(short) + 1].ljust(len(short) + 1, "0")), -1))[: len(short)]
    return long.startswith(short) or rounded == short


def _are_thousands_apart(unit: str | None, other: str | None) -> bool:
    """Tell whether one unit is a thousand or a million of the other: kilograms and grams."""
    from factcheck.figures.units import convert

    made = convert(Decimal(1), unit, other) if unit and other else None
    return made is not None and any(abs(max(made, 1 / made) / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _differences(one: str, two: str) -> int:
    return sum(a != b for a, b in zip(one, two, strict=True))


def _digits(figure: Figure) -> str:
    """Return the digits of a figure that is written in digits, "" for one in words or a range."""
    written = any(character.isdigit() for character in figure.text)
    if not written or figure.value_high is not None or not isinstance(figure.value, Decimal):
        return ""
    return "".join(character for character in figure.text if character.isdigit())


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.of_that = re.compile(r"\s+(?:of\s+)?(?:that|this|it|those|these)\b(?!\s+[a-z])", re.IGNORECASE)
        self.gap = re.compile(
            r"\s+(?:\w+\s+)?(?:(?:long|short|high|low|tall|larg|small|old|young|fast|slow|wid|deep|heavi|light|earli|lat|great"
            r"|bigg|cheap|dear|warm|cold|hott)er|more|less|fewer|above|below|under|over|ahead|behind|short\s+of|up\s+on|down\s+on)\b",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
