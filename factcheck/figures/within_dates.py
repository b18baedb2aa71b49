"""Periods within a period: "the first week of October", "the last four months of 2021", "the first Monday in May"."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.figures.absolute_dates import read_century, read_day_month, read_decade, read_month_first, read_year
from factcheck.figures.date_parts import Found
from factcheck.figures.date_words import BACKWARD, FORWARD, MONTHS, SPANS, WEEKDAYS
from factcheck.figures.dates import date_interval, day_of, iso
from factcheck.figures.number_words import ORDINALS, SMALL
from factcheck.figures.relative_dates import A_FEW, read_this_period
from factcheck.figures.tokens import NUMBER, Tokens
from factcheck.models import Bound


def read_ordered(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read an ordinal or "last", a span or weekday, "of" or "in", and the period that holds it."""
    place = _place(tokens, index)
    if place is None:
        return None
    rank, count, at = place
    word = tokens.lower[at]
    if (word not in SPANS and word not in WEEKDAYS and word != "half") or tokens.lower[at + 1] not in ("of", "in"):
        return None
    outer = _outer(tokens, at + 2, published)
    if outer is None or (held := date_interval(outer.value, outer.high)) is None:
        return None
    if word in WEEKDAYS:
        inner = _weekday_within(held, WEEKDAYS[word.removesuffix("s") if word.endswith("days") else word], rank)
    else:
        inner = _span_within(held, SPANS.get(word, word), rank, count)
    if inner is None:
        return None
    found = Found(index, outer.last, inner[0], inner[1])
    if tokens.lower[at - 1] == "few":
        found.bound, found.hedge = Bound.ABOUT, "few"
    return found


def read_week_of(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "the week of October 6th" as the seven days from that day's Monday."""
    if tokens.lower[index + 1] != "of" or tokens.lower[index - 1] not in ("the", ""):
        return None
    found = _outer(tokens, index + 2, published)
    if found is None or (days := date_interval(found.value)) is None or days[0] != days[1]:
        return None
    monday = days[0] - timedelta(days=days[0].weekday())
    return Found(index, found.last, day_of(monday), day_of(monday + timedelta(days=6)))


def _place(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Read "first", "third last", "last four": the rank (negative from the end), how many, and the end."""
    word, rank, at = tokens.lower[index], 1, index + 1
    if word in ORDINALS and ORDINALS[word] <= 53:
        rank = ORDINALS[word]
    elif (
        tokens.kind[index] == NUMBER
        and tokens.lower[at] in ("st", "nd", "rd", "th")
        and tokens.surface[index].isdigit()
    ):
        rank, at = int(tokens.surface[index][:4]), at + 1
    elif word not in ("last", "final"):
        return None
    if word in ("last", "final") or tokens.lower[at] in ("last",):
        at += word not in ("last", "final")
        rank = -rank
    count = _count(tokens, at)
    return (rank, count, at + 1) if count > 1 else (rank, 1, at)


def _count(tokens: Tokens, index: int) -> int:
    surface = tokens.surface[index]
    if tokens.kind[index] == NUMBER and surface.isdigit():
        return int(surface[:4])
    return A_FEW if tokens.lower[index] == "few" else SMALL.get(tokens.lower[index], 1)


def _outer(tokens: Tokens, index: int, published: date | None) -> Found | None:
    word = tokens.lower[index]
    if word == "the" or tokens.lower[index + 1] == "s":
        at = index + (word == "the")
        return read_decade(tokens, at, published) or read_century(tokens, at, published)
    if word in MONTHS:
        return read_month_first(tokens, index, published)
    if word in BACKWARD or word in FORWARD or word in ("this", "current"):
        return read_this_period(tokens, index, published)
    if tokens.kind[index] == NUMBER:
        return read_day_month(tokens, index, published) or read_year(tokens, index, published)
    return None


def _weekday_within(held: tuple[date, date], weekday: int, rank: int) -> tuple[str, str | None] | None:
    if rank > 0:
        moment = held[0] + timedelta(days=(weekday - held[0].weekday()) % 7 + 7 * (rank - 1))
    else:
        moment = held[1] - timedelta(days=(held[1].weekday() - weekday) % 7 + 7 * (-rank - 1))
    return (day_of(moment), None) if held[0] <= moment <= held[1] else None


def _span_within(held: tuple[date, date], unit: str, rank: int, count: int) -> tuple[str, str | None] | None:
    if unit == "week" and count == 1:
        return _week_within(held, rank)
    if unit == "day":
        first = held[0] + timedelta(days=rank - 1) if rank > 0 else held[1] - timedelta(days=count - rank - 2 + 0)
        last = first + timedelta(days=count - 1)
        return day_of(first), day_of(last) if count > 1 else None
    return _months_within(held, unit, rank, count)


_MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
# Parts of a year or a century, and what else is halved.
_SHARES_OF = {"quarter": (4, (12, 1200)), "half": (2, (12, 120, 1200))}


def _months_within(held: tuple[date, date], unit: str, rank: int, count: int) -> tuple[str, str | None] | None:
    """Return the months that are so many of a period's months, quarters, halves, years or decades, from either end."""
    behind = held[1] + timedelta(days=1)
    whole = (behind.year - held[0].year) * 12 + behind.month - held[0].month
    size = _MONTHS_OF.get(unit, 0)
    if unit in _SHARES_OF and whole in _SHARES_OF[unit][1]:
        size = whole // _SHARES_OF[unit][0]
    begin = (rank - 1) * size if rank > 0 else whole + (rank - count + 1) * size
    length = count * size
    if not (size and held[0].day == behind.day == 1 and 0 <= begin <= whole - length):
        return None
    begin += held[0].month - 1
    years = [held[0].year + at // 12 for at in (begin, begin + length - 1)]
    if begin % 12 == 0 and length % 12 == 0:
        low, high = iso(years[0]), iso(years[1])
    else:
        low, high = iso(years[0], begin % 12 + 1), iso(years[1], (begin + length - 1) % 12 + 1)
    return low, high if high != low else None


def _week_within(held: tuple[date, date], rank: int) -> tuple[str, str]:
    """Weeks run from Monday and belong to the period that holds their Thursday (ISO 8601)."""
    if rank > 0:
        thursday = held[0] + timedelta(days=(3 - held[0].weekday()) % 7 + 7 * (rank - 1))
    else:
        thursday = held[1] - timedelta(days=(held[1].weekday() - 3) % 7 + 7 * (-rank - 1))
    monday = thursday - timedelta(days=3)
    return day_of(monday), day_of(monday + timedelta(days=6))
