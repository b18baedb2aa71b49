"""Dates of publication as metadata, datelines and file names write them.

Not python-dateutil: it fills a missing day or year from the clock ("December 2024" becomes today's day of it)
and reads "03/04/2024" as one of two days without saying so. Here a date is whole and certain, or it is None.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_TIME = (
    r"(?:(?:[T,]|\s*\bat|\s*[-–|·•])?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[A-Z]{2,4}\b|[+-]\d\d:?\d\d)?)?"
)

_FORMS = (
    rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_YEAR}[/.](?P<number>\d\d?)[/.](?P<day>\d\d?)",
    rf"(?P<day>\d\d?)(?P<mark>[/.-])(?P<number>\d\d?)(?P=mark){_YEAR}",
)

DATE_WORDS = r"(?:(?:first |last )?(?:published|posted|updated|modified|released|issued|filed)(?: on| at)?|date)"


@cache
def _whole() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\s*{form}{_TIME}\s*\Z", re.IGNORECASE) for form in _FORMS)


@cache
def _inside() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE) for form in _FORMS)


@cache
def _in_names() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:1[89]|20)\d\d)(?P<mark>[-_./]?)([01]\d)(?P=mark)([0-3]\d)(?!\d)")


def read_date(text: str) -> date | None:
    """Return the day that the text as a whole is ("Wed, 18 Dec 2024 07:22 GMT"), None where it is no date.

    A date in digits whose day and month could be either way round ("03/04/2024") is None too.
    """
    for pattern in _whole():
        match = pattern.match(text)
        if match:
            return _day(match)
    return None


def find_date(text: str) -> date | None:
    """Return the first whole date that stands in the text."""
    found = [match for pattern in _inside() if (match := pattern.search(text))]
    return _day(min(found, key=lambda match: match.start())) if found else None


def date_in_name(name: str) -> date | None:
    """Return the date that a file name or address holds ("2024-12-18", "20241218", "/2024/12/18/")."""
    for match in _in_names().finditer(name):
        day = _make(int(match[1]), int(match[3]), int(match[4]))
        if day:
            return day
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    if parts.get("month"):
        return _make(year, _MONTHS.index(parts["month"][:3].lower()) + 1, day)
    month = int(parts["number"])
    if parts.get("mark") and parts["mark"] != ".":  # 18.12.2024 is written day first wherever it is written
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    return _make(year, month, day)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
