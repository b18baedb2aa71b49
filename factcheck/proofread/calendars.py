"""Weekdays that are not the date's, ages that do not follow from two dates, and lengths of time likewise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.compare import source_interval
from factcheck.figures.dates import date_interval
from factcheck.models import Bound, Figure, Kind
from factcheck.proofread.findings import Finding, at_figure

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OLDEST = 120
LEAP = 2024  # a year in which every day there is can be found
HALF_A_YEAR = timedelta(days=183)


# --- weekdays -------------------------------------------------------------------------------------------


def check_weekdays(text: str, published: date | None) -> list[Finding]:
    """Return the dates of a text that do not fall on the weekday named with them.

    A date without a year is taken in the year of publication, or in the one before or after where that is
    nearer; without either it is left alone.
    """
    found = []
    for pattern in _patterns().weekday_dates:
        for match in pattern.finditer(text):
            finding = _wrong_weekday(match, published)
            if finding is not None:
                found.append(finding)
    return found


def _wrong_weekday(match: re.Match[str], published: date | None) -> Finding | None:
    weekday = next(n for n, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"][:3].title()))
    month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3].title()))
    day = int(match["day"])
    if 28 < day <= 31 and _day(int(match["year"] or LEAP), month, day) is None:
        end = match.end() - (match[0].endswith(".") and len(match["month"]) > 4)
        return Finding("weekday-wrong", match.start(), end, f"{MONTHS[month - 1]} has no day {day}")
    days = _possible_days(match["year"] or _year_behind(match), month, day, published)
    if not days or any(day.weekday() == weekday for day in days):
        return None
    nearest = days[0]
    end = match.end() - (match[0].endswith(".") and len(match["month"]) > 4)  # a full stop ends "October." only
    when = f"{nearest.day} {MONTHS[nearest.month - 1]} {nearest.year}"
    return Finding(
        "weekday-wrong", match.start(), end, f"{when} is a {WEEKDAYS[nearest.weekday()]}, not a {WEEKDAYS[weekday]}"
    )


def _year_behind(match: re.Match[str]) -> str | None:
    """Return the year of "from Friday 7 July to Sunday 9 July 2023", which stands behind the second date only."""
    found = _patterns().year_behind.match(match.string, match.end())
    return found["year"] if found else None


def _possible_days(year: str | None, month: int, day: int, published: date | None) -> list[date]:
    """Return the days that may be meant, likeliest first."""
    if year is None and published is None:
        return []
    years = [int(year)] if year else [published.year, published.year - 1, published.year + 1] if published else []
    found = [found_day for number in years if (found_day := _day(number, month, day)) is not None]
    if year or published is None:
        return found
    near = [day for day in found if abs(day - published) <= HALF_A_YEAR]
    return sorted(near or found, key=lambda day: abs(day - published))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- ages -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Birth:
    """When a person was born: the first and last day it may have been, and the words."""

    first: date
    last: date
    text: str


def births(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Birth]]:
    """Yield the dates of birth that a text gives."""
    for figure in figures:
        before = text[max(0, figure.start - 60) : figure.start]
        after = text[figure.end : figure.end + 4]
        life = _life(text, figure)
        if life is not None:
            yield figure, Birth(*life[0], str(figure.value))
            continue
        days = days_of(figure)
        if days and (
            _patterns().born.search(before)
            or (_patterns().lifespan.match(after) and text[figure.start - 1 : figure.start] == "(")
        ):
            yield figure, Birth(*days, figure.text)


def deaths(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[date, date]]]:
    """Yield the dates of death that a text gives."""
    for figure in figures:
        days, life = days_of(figure), _life(text, figure)
        if life is not None:
            yield figure, life[1]
        if days and _patterns().died.search(text[max(0, figure.start - 70) : figure.start]):
            yield figure, days


def _life(text: str, figure: Figure) -> tuple[tuple[date, date], tuple[date, date]] | None:
    """Return the years of birth and death of "(1920-1990)" behind a name."""
    if figure.kind is not Kind.DATE or figure.value_high is None or not _patterns().years.fullmatch(figure.text):
        return None
    if not _patterns().name_before.search(text[: figure.start]) or text[figure.end : figure.end + 1] != ")":
        return None
    first, last = date_interval(str(figure.value)), date_interval(str(figure.value_high))
    return (first, last) if first and last else None


def ages(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the ages of people that a text gives, exact ones only."""
    for figure in figures:
        if not isinstance(figure.value, Decimal) or figure.bound is not Bound.EXACT or figure.value_high is not None:
            continue
        nothing = figure.noun is None or figure.noun[:1].isupper()  # "Kaisa Lehto is 47" counts no Lehtos
        bare = figure.kind is Kind.NUMBER and nothing and 0 < figure.value < OLDEST
        said_so = _patterns().is_aged.search(text[: figure.start]) and _patterns().age_ends.match(text[figure.end :])
        if (figure.kind is Kind.AGE and figure.unit in (None, "year")) or (bare and said_so):
            yield figure


def check_age(age: Figure, birth: Birth, at: tuple[date, date]) -> Finding | None:
    """Return what is wrong with an age at a time, given the date of birth."""
    youngest, oldest = _years_between(birth.last, at[0]), _years_between(birth.first, at[1])
    assert isinstance(age.value, Decimal)
    if youngest <= age.value <= oldest:
        return None
    right = (
        str(oldest)
        if youngest == oldest
        else f"{youngest} or {oldest}"
        if oldest - youngest == 1
        else f"{youngest} to {oldest}"
    )
    when = str(at[0].year) if at[0].year == at[1].year and at[0] != at[1] else at[0].isoformat()
    return at_figure("age-wrong", age, f"born {birth.text}, {when} makes {right}, not {age.text}")


def _years_between(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def reference_days(
    text: str, age: Figure, figures: Sequence[Figure], published: date | None
) -> tuple[date, date] | None:
    """Return when the person is said to have that age: the date of the same clause, else the day of publication."""
    before, after = text[: age.start], text[age.end :]
    clause_start = max(before.rfind("; "), before.rfind(". "), -1) + 1
    dates = [
        (abs(figure.start - age.start), days_of(figure))
        for figure in figures
        if figure.kind is Kind.DATE and figure.start >= clause_start and not _is_birth(text, figure)
    ]
    dated = sorted((distance, days) for distance, days in dates if days is not None)
    event = _patterns().event_age.search(before) or _patterns().event_after.match(after)
    if event:
        return dated[0][1] if dated else None
    if _patterns().past_age.search(before[-60:]):
        return None
    return (published, published) if published and not dated else None


def event_of(text: str, age: Figure) -> str | None:
    """Return the verb of "61 when he was jailed"."""
    found = _patterns().when.match(text, age.end)
    return found["event"] if found else None


def check_past_age(age: Figure, birth: Birth, published: date) -> Finding | None:
    """Return what is wrong with an age in the past: nobody was older then than on the day of publication."""
    assert isinstance(age.value, Decimal)
    oldest = _years_between(birth.first, published)
    if age.value <= oldest:
        return None
    return at_figure("age-wrong", age, f"born {birth.text}, nobody is {age.text} before {published.isoformat()}")


def _is_birth(text: str, figure: Figure) -> bool:
    return _patterns().born.search(text[max(0, figure.start - 60) : figure.start]) is not None


def days_of(figure: Figure) -> tuple[date, date] | None:
    """Return the first and last day of an exact date, None where it is none."""
    if figure.kind is not Kind.DATE or figure.value is None or figure.value_high is not None:
        return None  # a range is no day; "the mid-1960s" is none either
    if figure.bound is not Bound.EXACT:
        return None
    return date_interval(str(figure.value))


# --- lengths of time --------------------------------------------------------------------------------------


def check_durations(text: str, figures: Sequence[Figure], published: date | None) -> list[Finding]:
    """Return the lengths of time that do not follow from the two dates beside them."""
    found = []
    for length in figures:
        if length.kind is not Kind.DURATION or length.unit != "year" or not isinstance(length.value, Decimal):
            continue
        span = _span_beside(text, length, figures)
        finding = _wrong_length(length, *span) if span else None
        if finding:
            found.append(finding)
    return [*found, *_wrong_anniversaries(text, figures, published)]


def _span_beside(
    text: str, length: Figure, figures: Sequence[Figure]
) -> tuple[tuple[date, date], tuple[date, date], str] | None:
    """Return the two dates "from … to …" or "between … and …" that stand beside a length, in its clause."""
    for start, end in _date_pairs(text, figures):
        gap = text[length.end : start.start] if length.end <= start.start else text[end.end : length.start]
        close = _patterns().beside_before if length.end <= start.start else _patterns().beside_after
        first, last = days_of(start), days_of(end)
        if first and last and close.fullmatch(gap):
            return first, last, f"{start.text} to {end.text}"
    return _range_beside(text, length, figures)


def _range_beside(
    text: str, length: Figure, figures: Sequence[Figure]
) -> tuple[tuple[date, date], tuple[date, date], str] | None:
    """Return the ends of one range of dates ("2004–2012") beside a length."""
    for figure in figures:
        if figure.kind is not Kind.DATE or figure.value is None or figure.bound is not Bound.EXACT:
            continue
        if figure.value_high is None or not (
            _patterns().years.fullmatch(figure.text) or _patterns().from_.search(text[: figure.start][-12:])
        ):
            continue
        first, last = date_interval(str(figure.value)), date_interval(str(figure.value_high))
        before = length.end <= figure.start
        gap = text[length.end : figure.start] if before else text[figure.end : length.start]
        close = _patterns().beside_before if before else _patterns().beside_after
        if first and last and close.fullmatch(gap):
            return first, last, figure.text
    return None


def _date_pairs(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    dates = [figure for figure in figures if figure.kind is Kind.DATE]
    for start, end in pairwise(dates):
        before = text[max(0, start.start - 12) : start.start]
        if _patterns().from_.search(before) and _patterns().to.fullmatch(text[start.end : end.start]):
            yield start, end


def _wrong_length(length: Figure, first: tuple[date, date], last: tuple[date, date], shown: str) -> Finding | None:
    interval = source_interval(length)
    assert interval.low is not None and interval.high is not None
    years = Decimal((last[1] - first[0]).days) / Decimal("365.25")
    shortest = Decimal((last[0] - first[1]).days) / Decimal("365.25")
    if interval.low <= years + Decimal("0.1") and interval.high >= shortest - 1:
        return None
    whole = last[0].year - first[0].year
    return at_figure("duration-wrong", length, f"{shown} is {whole} years, not {length.text}")


def _wrong_anniversaries(text: str, figures: Sequence[Figure], published: date | None) -> Iterator[Finding]:
    """Check "N years ago, in 1998" against the day of publication."""
    if published is None:
        return
    for match in _patterns().ago.finditer(text):
        years = next((f for f in figures if f.start <= match.start("years") < f.end), None)
        day = next((f for f in figures if f.kind is Kind.DATE and f.start == match.end()), None)
        days = days_of(day) if day else None
        if years is None or days is None or not match["years"].isdigit():
            continue
        number = int(match["years"])
        youngest, oldest = _years_between(days[1], published), _years_between(days[0], published)
        if not youngest - 1 <= number <= oldest + 1:
            assert day is not None
            yield Finding(
                "duration-wrong",
                match.start("years"),
                match.end("years"),
                f"{day.text} is {oldest} years ago, not {number}",
            )


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        weekday = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
        whole_weekday = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
        names = "|".join("Sept?(?:ember)?" if m == "September" else f"{m[:3]}(?:{m[3:]})?" for m in MONTHS)
        month = rf"(?P<month>{names})\b\.?"
        day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        year = r"(?:,?\s+(?P<year>(?:1[6-9]|20)\d\d))?(?!\d)"
        joint = r"\b\.?,?\s+\(?(?:the\s+)?"
        self.weekday_dates = (
            re.compile(rf"\b{weekday}{joint}{day}\s+(?:of\s+)?{month}{year}"),
            re.compile(rf"\b{weekday}{joint}{month}\s+{day}\b{year}"),
            re.compile(rf"(?<!\d)(?<!\d[–-]){day}\s+(?:of\s+)?{month}{year}\s?(?:,|\()\s?a\s+{whole_weekday}\b"),
            re.compile(rf"\b{month}\s+{day}\b{year}\s?(?:,|\()\s?a\s+{whole_weekday}\b"),
        )
        self.year_behind = re.compile(
            rf"\s*(?:to|and|until|till|[–-])\s*(?:[A-Z][a-z]+day,?\s+)?(?:\d{{1,2}}\s+(?:{names})|(?:{names})\s+\d{{1,2}}),?\s+(?P<year>(?:1[6-9]|20)\d\d)\b"
        )
        self.born = re.compile(
            r"\b[Bb](?:orn|irth)\b(?:\s+(?!(?:died|was|is|who|and|he|she)\b)[^\W\d][\w’'.-]*,?){0,5}?\s+(?:in|on|early\s+in|late\s+in)\s*$|\(b(?:orn|\.)\s*$|\bborn\s*$"
        )
        self.is_aged = re.compile(
            r"\b(?:is|was|aged|turned|turns|be|at)\s+(?:now\s+|just\s+|then\s+|only\s+)?$|,\s+(?:now|then)\s+$"
        )
        self.age_ends = re.compile(r"\s*(?:[.,;:)]|$|(?:when|at|and|in|on|this|last)\b)")
        self.when = re.compile(r"\s+(?:when|as)\s+(?:he|she|they)\s+(?:was\s+|were\s+|had\s+)?(?P<event>[a-z]+)")
        self.name_before = re.compile(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+\s+\($")
        self.lifespan = re.compile(r"\s?[–-]")
        self.died = re.compile(r"\b(?:died|death|killed|passed\s+away)\b[^.;]{0,45}\b(?:in|on)\s*$")
        self.event_age = re.compile(
            r"\b(?:died|killed|death|dead|retired|married|appointed|elected|became|joined|took|won|was|moved|left|signed)\b[^.;]*\b(?:aged|at\s+the\s+age\s+of|at)\s*$"
        )
        self.event_after = re.compile(r"\s+when\b|,?\s+(?:at\s+the\s+time|in\s+\d{4})")
        self.past_age = re.compile(r"\b(?:aged?|age\s+of|at|when\s+\w+\s+was|had\s+been|was)\s*$")
        self.years = re.compile(r"(?:1[5-9]|20)\d\d\s*(?:–|-|—|to|and|until)\s*(?:\d\d)?\d\d", re.IGNORECASE)
        self.from_ = re.compile(r"\b(?:from|between)\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
        self.to = re.compile(r"\s*(?:to|and|until|till|–|-)\s*", re.IGNORECASE)
        self.beside_before = re.compile(
            r"[^.;0-9]{0,30}?[,(—–]?\s*(?:\(|,\s*)?(?:in\s+office|there|as\s+[\w\s]{1,25})?\s*,?\s*(?:from|between)?\s*",
            re.IGNORECASE,
        )
        self.beside_after = re.compile(
            r"\s*[,(—–-]?\s*(?:a\s+(?:span|period|total|stretch|run|reign|term)\s+of|a|for|or|that\s+is|some|lasting|in\s+all|\s)*",
            re.IGNORECASE,
        )
        self.ago = re.compile(r"\b(?P<years>\d{1,3})\s+years\s+ago,?\s+(?:in|on)\s+")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
