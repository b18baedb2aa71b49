"""Dates that name their year, month or day: "21 May 1988", "2012-13", "the 1970s", "Q3 2020"."""

from __future__ import annotations

from datetime import date

from factcheck.figures.currencies import CLOSE_PREFIXES, CURRENCY_CODES, PREFIX_WORDS
from factcheck.figures.date_parts import Found, absolute, century_of, counts, day_at, is_month, spoken_year, year_at
from factcheck.figures.date_words import BEFORE_YEAR, DECADES, MONTHS, SEASONS, STRONG_BEFORE_YEAR
from factcheck.figures.dates import is_day, iso
from factcheck.figures.grammar_words import CLOSED, is_plural
from factcheck.figures.number_words import ORDINALS
from factcheck.figures.tokens import DASHES, HYPHENS, MARK, NUMBER, WORD, Tokens
from factcheck.figures.units import NAME_LENGTHS

# --- numeric dates ---------------------------------------------------------------------------------


def read_numeric(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "2018-05-21", "21/05/2018", "21.05.2018", "3/3/15", "20180521"."""
    if len(digits := tokens.surface[index]) == 8 and digits.isdigit() and digits[:2] in ("19", "20"):
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
        if is_day(year, month, day) and not tokens.is_glued(index + 1):
            return Found(index, index + 1, iso(year, month, day), parts=(year, month, day))
    parts = tokens.surface[index].split(".")
    last = index + 1
    if len(parts) == 1:
        mark = tokens.lower[index + 1]
        if (
            mark not in ("-", "/", "‑")
            or tokens.lower[index + 3] != mark
            or tokens.kind[index + 2] != NUMBER
            or tokens.kind[index + 4] != NUMBER
        ):
            return None
        if not all(tokens.is_glued(index + step) for step in (1, 2, 3, 4)) or _inside_path(tokens, index):
            return None
        parts, last = [tokens.surface[index], tokens.surface[index + 2], tokens.surface[index + 4]], index + 5
    if len(parts) != 3 or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    return _ordered(index, last, [int(part) for part in parts], [len(part) for part in parts])


def _inside_path(tokens: Tokens, index: int) -> bool:
    """Return whether a word or number hangs on the digits before them ("example.org/2019/07/14", "133-03-03-2020")."""
    mark, other = tokens.lower[index - 1], tokens.surface[index - 2]
    if mark not in ("/", "-", ".") or index < 2 or not (tokens.is_glued(index) and tokens.is_glued(index - 1)):
        return False
    return tokens.kind[index - 2] == WORD or (other.isdecimal() and len(other) != 4 and tokens.lower[index + 1] == mark)


def _ordered(first: int, last: int, numbers: list[int], sizes: list[int]) -> Found | None:
    """Return the date of three numbers: year first, or day first unless only month first is possible."""
    a, b, c = numbers
    if sizes[0] == 4 and sizes[1] <= 2 and sizes[2] <= 2:
        return Found(first, last, iso(a, b, c), parts=(a, b, c)) if 1000 <= a <= 2199 and is_day(a, b, c) else None
    if sizes[2] not in (2, 4) or sizes[0] > 2 or sizes[1] > 2:
        return None
    year = c if sizes[2] == 4 else century_of(c)
    if not 1000 <= year <= 2199:
        return None
    readings = [iso(year, month, day) for month, day in ((b, a), (a, b)) if is_day(year, month, day)]
    if not readings:
        return None
    return Found(
        first,
        last,
        readings[0],
        parts=(year, int(readings[0][5:7]), int(readings[0][8:])),
        doubt=tuple(r for r in readings[1:] if r != readings[0]),
    )


def read_slashed(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "5/12" behind a weekday, month first as where dates are written so; "13/5" can only be the other way."""
    month, day = tokens.surface[index], tokens.surface[index + 2]
    if tokens.lower[index + 1] != "/" or not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    if not (month.isdigit() and day.isdigit() and len(month) <= 2 and len(day) <= 2):
        return None
    for parts in ((None, int(month), int(day)), (None, int(day), int(month))):
        if 1 <= parts[1] <= 12 and is_day(None, parts[1], parts[2]):
            return absolute(tokens, index, index + 3, parts, published)
    return None


def read_slashed_month(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "2/2013" and "2014/10"."""
    if tokens.lower[index + 1] != "/" or not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    left, right = tokens.surface[index], tokens.surface[index + 2]
    if tokens.lower[index - 1] == "/" or tokens.lower[index + 3] == "/":
        return None
    if not (left.isdigit() and right.isdigit()) or (tokens.is_glued(index + 3) and tokens.kind[index + 3] != MARK):
        return None
    month, year = (left, right) if len(right) == 4 else (right, left)
    if len(year) != 4 or len(month) > 2 or not (1 <= int(month) <= 12 and 1900 <= int(year) <= 2099):
        return None
    return Found(index, index + 3, iso(int(year), int(month)), parts=(int(year), int(month), None))


def read_year_pair(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "2012-13" and "2013/14" as two years, "2015-03" as a month."""
    surface, other = tokens.surface[index], tokens.surface[index + 2]
    if tokens.lower[index + 1] not in ("-", "–", "/", "‑") or not (
        tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    ):
        return None
    if not (surface.isdigit() and len(surface) == 4 and other.isdigit() and len(other) <= 2) or (
        tokens.lower[index + 3] in ("-", "/") and tokens.is_glued(index + 3)
    ):
        return None
    year, short = int(surface), int(other)
    if not 1500 <= year <= 2199 or (tokens.kind[index + 3] == WORD and tokens.is_glued(index + 3)):
        return None
    if len(other) == 2 and short == (year + 1) % 100:
        return Found(index, index + 3, iso(year), iso(year + 1))
    if 1 <= short <= 12 and tokens.lower[index + 1] == "-":
        return Found(index, index + 3, iso(year, short), parts=(year, short, None))
    if len(other) == 2 and short > year % 100:
        return Found(index, index + 3, iso(year), iso(year // 100 * 100 + short))
    return None


def read_year(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read a bare year: four digits where nothing is counted, "nineteen eighty-four"."""
    if tokens.kind[index] != NUMBER:
        return _read_spoken_year(tokens, index)
    surface, before = tokens.surface[index], tokens.lower[index - 1]
    if len(surface) != 4 or not surface.isdecimal() or not _stands_free(tokens, index, before):
        return None
    if not _is_likely_year(tokens, index, before) or counts(tokens, index) or _is_code(tokens, index, before):
        return None
    return Found(index, index + 1, iso(int(surface)), parts=(int(surface), None, None))


def _read_spoken_year(tokens: Tokens, index: int) -> Found | None:
    before = tokens.lower[index - 1]
    spoken = spoken_year(tokens, index) if before not in ("and", "or") else None
    if spoken is None or (before not in BEFORE_YEAR and tokens.lower[index] == "two") or counts(tokens, spoken[1] - 1):
        return None
    return Found(index, spoken[1], iso(spoken[0]), parts=(spoken[0], None, None))


_MONEY_SIGNS = frozenset("$£€¥")
_CLOSE_SIGNS = frozenset("$£€¥#@/.=+>")
_BEFORE_HYPHEN = frozenset({"mid", "early", "late", "pre", "post"})


def _stands_free(tokens: Tokens, index: int, before: str) -> bool:
    """Return whether no sign of money and no code hangs on the four digits; "2010-2015" and "mid-2015" are free."""
    if before in _MONEY_SIGNS or before in ("#", "+") or tokens.lower[index + 1] in _MONEY_SIGNS:
        return False
    if not tokens.is_glued(index):
        return True
    if tokens.kind[index - 1] == WORD or before in _CLOSE_SIGNS:
        return False
    other = tokens.surface[index - 2]
    return before not in HYPHENS or tokens.lower[index - 2] in _BEFORE_HYPHEN or (other.isdecimal() and len(other) == 4)


def _is_likely_year(tokens: Tokens, index: int, before: str) -> bool:
    """Return whether four digits can be a year here: the older it would be, the more the word before must say so."""
    year = int(tokens.surface[index])
    if 1900 <= year <= 2100:
        return True
    if before in STRONG_BEFORE_YEAR or before in ("around", "(") or (before == "." and tokens.lower[index - 2] == "c"):
        return 1500 <= year <= 2199 or (year >= 1000 and before in ("in", "since", "before", "after", "until", "circa"))
    return 1700 <= year <= 2199 and before in BEFORE_YEAR


_AMOUNTS = frozenset(
    "average total record number out population capacity value cost price top maximum minimum rate level peak high"
    " low".split()
)
_NO_YEAR_AFTER = frozenset(
    "iso flight room no model number extension about some at nearly almost over least roughly approximately up".split()
)


def _is_code(tokens: Tokens, index: int, before: str) -> bool:
    """Return whether the four digits are a model, an amount or part of a code rather than a year."""
    after = index + 1
    if tokens.surface[index - 1] in CURRENCY_CODES or (before in PREFIX_WORDS and before not in CLOSE_PREFIXES):
        return True
    if before in _NO_YEAR_AFTER or (before == "of" and tokens.lower[index - 2] in _AMOUNTS):
        return True
    if before == "than" and tokens.lower[index - 2] not in ("later", "earlier"):
        return True
    if before in ("to", "at", "of") and tokens.lower[after] in ("from", "points"):
        return True
    if tokens.lower[after] in HYPHENS and tokens.is_glued(after) and tokens.is_glued(after + 1):
        other = tokens.surface[after + 1]
        return not (len(other) == 4 and other.isdigit() and 1500 <= int(other) <= 2199)
    return False


# --- decades, centuries, quarters, seasons ---------------------------------------------------------


def read_decade(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "1970s", "'90s", "the nineties"; "in her sixties" is an age."""
    word = tokens.lower[index]
    if word in DECADES:
        if (
            tokens.lower[index - 1] in ("her", "his", "their", "my", "our", "mid", "late", "early", "your")
            and tokens.lower[index - 1] != "mid"
        ):
            return None
        start = DECADES[word]
        return Found(index, index + 1, iso(start), iso(start + 9)) if tokens.lower[index - 1] in ("the", "in") else None
    surface = tokens.surface[index]
    ending = index + 1
    if tokens.lower[ending] in ("'", "’") and tokens.is_glued(ending):
        ending += 1
    if tokens.lower[ending] != "s" or not tokens.is_glued(ending) or not surface.isdigit():
        return None
    if len(surface) == 4 and surface.endswith("0") and 1000 <= int(surface) <= 2190:
        start = int(surface)
        width = 99 if surface.endswith("00") and start < 2000 else 9
        return Found(index, ending + 1, iso(start), iso(start + width))
    if len(surface) == 2 and surface.endswith("0") and tokens.lower[index - 1] in ("'", "’", "‘", "the"):
        start = 1900 + int(surface) if int(surface) >= 20 else 2000 + int(surface)
        first = index - 1 if tokens.lower[index - 1] != "the" else index
        return Found(first, ending + 1, iso(start), iso(start + 9))
    return None


def read_century(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "19th century", "the eighteenth century"."""
    day = day_at(tokens, index)
    if day is None or (day[1] == index + 1 and tokens.lower[index] not in ORDINALS):
        return None
    number, last = day
    if tokens.lower[last] in HYPHENS and tokens.is_glued(last):
        last += 1
    if tokens.lower[last] != "century" or not 1 <= number <= 21:
        return None
    return Found(index, last + 1, iso(number * 100 - 99), iso(number * 100))


_LENGTHS = {"quarter": 3, "qtr": 3, "half": 6}


def read_quarter(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "third quarter of 2019", "4th qtr 2018", "Q3 2020", "first half of 2020"."""
    part = _part_of_year(tokens, index)
    if part is None:
        return None
    number, months, last = part
    year: int | None = None
    if (written := _year_of_period(tokens, last, published)) is not None:
        year, last = written
    elif months == 6:
        return None  # the second half of a match
    elif published is not None:
        year = _year_of_quarter(number, published)
    elif tokens.lower[index] != "q" and tokens.lower[index - 1] not in ("the", "its", "fiscal", "in", "for", "their"):
        return None
    start = (number - 1) * months + 1
    return Found(index, last, iso(year, start), iso(year, start + months - 1))


def _part_of_year(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Read "third quarter", "Q3", "first half": its number, its length in months and the end."""
    after = index + 1
    if tokens.lower[index] == "q":
        is_quarter = tokens.surface[after] in ("1", "2", "3", "4") and tokens.is_glued(after)
        return (int(tokens.surface[after]), 3, after + 1) if is_quarter else None
    day = day_at(tokens, index)
    if day is None or (day[1] == after and tokens.lower[index] not in ORDINALS):
        return None
    number, last = day
    if tokens.lower[last] in HYPHENS and tokens.is_glued(last):
        last += 1
    months = _LENGTHS.get(tokens.lower[last], 0)
    return (number, months, last + 1) if months and number * months <= 12 else None


def read_year_quarter(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read the year and the quarter of "2017 Q1" and "2019-Q3"."""
    surface = tokens.surface[index]
    at = index + 2 if tokens.lower[index + 1] in ("-", "/") and tokens.is_glued(index + 1) else index + 1
    if tokens.lower[at] != "q" or not tokens.is_glued(at + 1) or tokens.surface[at + 1] not in ("1", "2", "3", "4"):
        return None
    if not (surface.isdigit() and len(surface) in (2, 4)):
        return None
    year = int(surface) if len(surface) == 4 else century_of(int(surface))
    start = int(tokens.surface[at + 1]) * 3 - 2
    return Found(index, at + 2, iso(year, start), iso(year, start + 2))


def _year_of_period(tokens: Tokens, index: int, published: date | None) -> tuple[int, int] | None:
    if (year := year_at(tokens, index)) is not None:
        return year
    at = index + 1 if tokens.lower[index] == "of" else index
    word = tokens.lower[at]
    if published and tokens.lower[at + 1] == "year" and word in ("this", "last", "next"):
        return published.year + {"this": 0, "last": -1, "next": 1}[word], at + 2
    return None


def _year_of_quarter(number: int, published: date) -> int:
    """Return the year of the latest such quarter that has begun."""
    return published.year - ((number - 1) * 3 + 1 > published.month)


def read_season(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "summer 2019", "the spring of 2020", "last winter", "this summer"."""
    start, length = SEASONS[tokens.lower[index]]
    year, last, first = year_at(tokens, index + 1), index + 1, index
    if (year is not None and tokens.lower[index] != "fall") or (
        year is not None and tokens.lower[index - 1] in ("the", "in", "last", "this")
    ):
        number, last = year
        return Found(index, last, *_months(number, start, length))
    before = tokens.lower[index - 1]
    if before not in ("last", "this", "next") or (
        tokens.kind[index + 1] == WORD and tokens.lower[index + 1] not in CLOSED
    ):
        return None
    first = index - 1
    if published is None:
        return Found(first, last, None)
    number = published.year
    if before == "last" and start + length - 1 >= published.month:
        number -= 1
    if before == "next" and start <= published.month:
        number += 1
    return Found(first, last, *_months(number, start, length))


def _months(year: int, start: int, length: int) -> tuple[str, str]:
    end = start + length - 1
    return iso(year, start), iso(year + (end > 12), (end - 1) % 12 + 1)


# --- months and days -------------------------------------------------------------------------------


# Months that may end in a full stop.
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())


def read_day_month(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "21 May 1988", "the 21st of May 2024", "13 to 15 July", "22/Jan/2019"."""
    day = day_at(tokens, index)
    if day is None:
        return None
    number, last = day
    high = None
    if (other := _second_day(tokens, last)) is not None:
        high, last = other
    at = last + 1 if tokens.lower[last] in ("of", "-", "/", ",") else last
    word, after = tokens.lower[at], at + 1
    if not is_month(tokens, at) or (
        word == "march" and tokens.surface[at] == word and tokens.lower[after] not in ("", ".")
    ):
        return None
    if tokens.lower[after] == "." and word in _SHORT_MONTHS:
        after += 1
    if tokens.lower[after] in ("-", "/") and tokens.is_glued(after):
        after += 1
    return _dated(tokens, index, after, MONTHS[word], number, high, published)


def _second_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read "to 15", "-15", "through the 17th", "and 4" behind a day."""
    if tokens.lower[index] not in DASHES and tokens.lower[index] not in ("to", "through", "thru", "and"):
        return None
    at = index + 1
    if tokens.lower[at] == "the":
        at += 1
    return day_at(tokens, at)


def _dated(
    tokens: Tokens, first: int, last: int, month: int, day: int, high: int | None, published: date | None
) -> Found | None:
    """Return the date of a month and a day, with the year behind them."""
    number: int | None = None
    if (year := year_at(tokens, last)) is not None:
        number, last = year
    elif last == len(tokens) - 1 and tokens.surface[last].isdecimal() and len(tokens.surface[last]) == 2:
        number, last = century_of(int(tokens.surface[last])), last + 1  # "14th April 15"
    elif tokens.lower[last - 1] == "." and last == len(tokens):
        last -= 1
    found = absolute(tokens, first, last, (number, month, day), published)
    if found and high and high > day and is_day(number, month, high) and found.value:
        found.high = f"{found.value[:8]}{high:02d}"
    return found


def read_month_first(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "May 21, 1988", "Sept. 20-24", "November 2024", "in October", "March first"."""
    word, at = tokens.lower[index], index + 1
    if not is_month(tokens, index):
        return None
    if tokens.lower[at] == "." and word in _SHORT_MONTHS:
        at += 1
    if tokens.lower[at] in ("-", "/") and tokens.is_glued(at) and tokens.kind[at + 1] == NUMBER:
        at += 1
    if tokens.lower[at] == "the":
        at += 1
    day = day_at(tokens, at)
    if day is not None and not _is_count_after_month(tokens, at, day[1]):
        return _day_after_month(tokens, index, MONTHS[word], day, published)
    if (year := year_at(tokens, at)) is not None:
        return absolute(tokens, index, year[1], (year[0], MONTHS[word], None), published)
    if word in ("jun", "jul", "nov") and tokens.lower[index + 1] != "." and not tokens.is_capitalised(index):
        return None
    return absolute(tokens, index, index + 1, (None, MONTHS[word], None), published)


def _day_after_month(
    tokens: Tokens, first: int, month: int, day: tuple[int, int], published: date | None
) -> Found | None:
    """Read the rest of "Sept. 20-24", "May 21, 1988" from the day on."""
    number, last = day
    high = None
    other = _second_day(tokens, last)
    if other is not None and other[0] > number and not (tokens.lower[last] == "and" and tokens.kind[other[1]] == WORD):
        high, last = other
    if tokens.lower[last] in ("-", "/") and tokens.is_glued(last) and len(tokens.surface[last + 1]) == 4:
        last += 1
    return _dated(tokens, first, last, month, number, high, published)


def _is_count_after_month(tokens: Tokens, index: int, last: int) -> bool:
    """Return whether the number behind a month counts something ("in March 12 people died")."""
    word = tokens.lower[last]
    if tokens.lower[index - 1] == ".":
        return False
    if word in ("%", "percent", "million", "per", "°"):
        return True
    is_unit = is_plural(word) or (word in NAME_LENGTHS and word != "in")
    return tokens.kind[last] == WORD and is_unit and not tokens.is_capitalised(last)


def read_year_month(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "2017 April", "2019-aug-1", "2024 March 5"."""
    surface = tokens.surface[index]
    if not (surface.isdigit() and len(surface) == 4):
        return None
    at = index + 2 if tokens.lower[index + 1] in ("-", "/") and tokens.is_glued(index + 1) else index + 1
    if tokens.lower[at] not in MONTHS or (
        tokens.lower[at] in ("may", "march") and at == index + 1 and not tokens.is_capitalised(at)
    ):
        return None
    year, month, last = int(surface), MONTHS[tokens.lower[at]], at + 1
    if at == index + 2 and tokens.lower[last] in ("-", "/") and (day := day_at(tokens, last + 1)):
        return absolute(tokens, index, day[1], (year, month, day[0]), published)
    day = day_at(tokens, last)
    if at == index + 1 and day is not None and not _is_count_after_month(tokens, last, day[1]):
        return absolute(tokens, index, day[1], (year, month, day[0]), published)
    return absolute(tokens, index, last, (year, month, None), published)
