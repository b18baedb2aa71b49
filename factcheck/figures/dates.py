"""Dates as values: ISO strings at the precision given, the days they cover, and arithmetic on them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_VALUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def date_interval(value: str | None, value_high: str | None = None) -> tuple[date, date] | None:
    """Return the first and the last day that a date or a range of dates covers.

    None where there is nothing to resolve: no value, or a date without a year ("XXXX-11-18").
    """
    low = _days(value)
    high = _days(value_high) if value_high is not None else low
    if low is None or high is None:
        return None
    return low[0], max(high[1], low[0])


def _days(value: str | None) -> tuple[date, date] | None:
    match = _VALUE.fullmatch(value or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, _days_in(year, month))
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _days_in(year: int, month: int) -> int:
    """Return the days of a month; the `calendar` that knows them too is ten classes to load."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS[month - 1]


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return the ISO string of a date at the precision given; an unknown year is XXXX."""
    parts = [f"{year:04d}" if year else "XXXX"]
    if month:
        parts.append(f"{month:02d}")
        if day:
            parts.append(f"{day:02d}")
    return "-".join(parts)


def is_day(year: int | None, month: int, day: int) -> bool:
    """Return whether the day exists; without a year, in a leap year."""
    return 1 <= month <= 12 and 1 <= day <= _days_in(year or 2000, month)


def shift(start: date, count: int, unit: str) -> date | None:
    """Return the day `count` units after `start` (before it, if negative); None outside the calendar."""
    try:
        if unit in ("day", "week", "fortnight"):
            return start + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        total = start.year * 12 + start.month - 1 + months
        year, month = divmod(total, 12)
        return date(year, month + 1, min(start.day, _days_in(year, month + 1)))
    except (ValueError, OverflowError, KeyError):
        return None


def day_of(moment: date) -> str:
    """Return a day as its ISO string."""
    return moment.isoformat()


def month_of(moment: date) -> str:
    """Return the month of a day."""
    return iso(moment.year, moment.month)


def period(moment: date, unit: str) -> tuple[str, str | None]:
    """Return the calendar period of `unit` that holds the day, as value and upper end."""
    if unit == "day":
        return day_of(moment), None
    if unit in ("week", "weekend", "workweek"):
        monday = moment - timedelta(days=moment.weekday())
        first, last = {"week": (0, 6), "weekend": (5, 6), "workweek": (0, 4)}[unit]
        return day_of(monday + timedelta(days=first)), day_of(monday + timedelta(days=last))
    if unit == "month":
        return month_of(moment), None
    if unit == "quarter":
        first_month = (moment.month - 1) // 3 * 3 + 1
        return iso(moment.year, first_month), iso(moment.year, first_month + 2)
    if unit == "decade":
        start = moment.year // 10 * 10
        return iso(start), iso(start + 9)
    if unit == "century":
        start = (moment.year - 1) // 100 * 100 + 1
        return iso(start), iso(start + 99)
    return iso(moment.year), None


def last_year_with(published: date, month: int, day: int | None, ahead: bool) -> int:
    """Return the year of the latest such month or day up to `published`, or of the next one after it."""
    key = (month, day or 0)
    today = (published.month, published.day if day else 0)
    if ahead:
        return published.year + (key < today)
    return published.year - (key > today)


def weekday_near(published: date, weekday: int, ahead: bool) -> date:
    """Return the last such weekday on or before `published`, or the first one after it."""
    if ahead:
        return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    return published - timedelta(days=(published.weekday() - weekday) % 7)
