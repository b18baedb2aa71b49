"""Dates that hang on the day of publication: "yesterday", "last month", "on Tuesday", "three years ago"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.figures.absolute_dates import read_day_month, read_month_first, read_numeric, read_slashed
from factcheck.figures.date_parts import Found, day_at, looks_ahead
from factcheck.figures.date_words import (
    BACKWARD,
    DOUBTFUL_WEEKDAYS,
    FORWARD,
    MONTHS,
    NAMED_DAYS,
    SPANS,
    WEEKDAYS,
)
from factcheck.figures.dates import date_interval, day_of, is_day, iso, month_of, period, shift, weekday_near
from factcheck.figures.grammar_words import AUXILIARIES, CLOSED
from factcheck.figures.hedges import bound_before
from factcheck.figures.number_words import ORDINALS
from factcheck.figures.numerals import read_numeral
from factcheck.figures.tokens import MARK, NUMBER, WORD, Tokens
from factcheck.models import Bound

# --- weekdays -------------------------------------------------------------------------------------


def read_weekday(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "Tuesday", "Friday, Nov. 18", "Tuesday 19th"."""
    word = tokens.lower[index]
    if word in DOUBTFUL_WEEKDAYS and not _is_short_weekday(tokens, index):
        return None
    if tokens.lower[index - 1] in _NAMED_BY_WEEKDAY and tokens.is_capitalised(index - 1):
        return None
    at = index + 1
    while tokens.lower[at] in (",", "the", ".") and at < index + 3:
        at += 1
    if (found := _full_date(tokens, at, published)) is not None:
        found.first = index
        return found
    if word.endswith("days"):
        return None
    if published is None:
        return Found(index, index + 1, None)
    day = day_at(tokens, at)
    is_bare = tokens.kind[at] == NUMBER and day is not None and day[0] > 12 and tokens.kind[day[1]] == MARK
    counts_on = day is not None and tokens.kind[day[1]] == WORD and tokens.lower[day[1]] not in CLOSED
    if day is not None and not counts_on and (day[1] > at + 1 or tokens.lower[at] in ORDINALS or is_bare):
        return _on_day_of_month(index, day, WEEKDAYS[word], published)
    if (week := _week_behind(tokens, index + 1, published)) is not None:
        return Found(index, week[1], day_of(week[0] + timedelta(days=WEEKDAYS[word])))
    moment = weekday_near(published, WEEKDAYS[word], looks_ahead(tokens, index) or len(tokens) <= 2)
    return Found(index, index + 1, day_of(moment), weekday=WEEKDAYS[word])


def _week_behind(tokens: Tokens, index: int, published: date) -> tuple[date, int] | None:
    """Return the Monday of the week that "last week" or "of next week" names, and the end."""
    at = index + 1 if tokens.lower[index] in ("of", ",") else index
    word = tokens.lower[at]
    if tokens.lower[at + 1] != "week" or not (word in BACKWARD or word in FORWARD or word == "this"):
        return None
    step = -1 if word in BACKWARD else 1 if word in FORWARD else 0
    return published + timedelta(days=7 * step - published.weekday()), at + 2


_NAMED_BY_WEEKDAY = frozenset("sheffield black good ash cyber super easter bloody palm maundy holy giving".split())


def _is_short_weekday(tokens: Tokens, index: int) -> bool:
    """Return whether "Sat" or "Sun" is a day: a full stop or a number follows, or it stands alone."""
    if len(tokens) <= 2:
        return True
    return tokens.is_capitalised(index) and (tokens.lower[index + 1] in (".", ",") or tokens.kind[index + 1] == NUMBER)


def _full_date(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Return the date behind a weekday that says which day it was."""
    if tokens.kind[index] == NUMBER or tokens.lower[index] in MONTHS or tokens.lower[index] in ORDINALS:
        for reader in (read_numeric, read_slashed, read_day_month, read_month_first):
            if (found := reader(tokens, index, published)) is not None and found.parts[2]:
                return found
    return None


def _on_day_of_month(first: int, day: tuple[int, int], weekday: int, published: date) -> Found | None:
    """Return the nearest date that falls on the weekday and the day of the month."""
    for distance in range(400):
        for moment in (published - timedelta(days=distance), published + timedelta(days=distance)):
            if moment.day == day[0] and moment.weekday() == weekday:
                return Found(first, day[1], day_of(moment))
    return None


# --- days -----------------------------------------------------------------------------------------


def read_named_day(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "today", "yesterday", "tomorrow", "the day before yesterday"."""
    offset, first = NAMED_DAYS[tokens.lower[index]], index
    if tokens.lower[index - 1] in ("before", "after") and tokens.lower[index - 2] == "day" and offset:
        offset, first = offset * 2, index - 2
    return _found(first, index + 1, _shifted(published, offset, "day"))


def _found(first: int, last: int, moment: date | None) -> Found:
    return Found(first, last, day_of(moment) if moment else None)


def _shifted(published: date | None, count: int, unit: str) -> date | None:
    return shift(published, count, unit) if published else None


def read_day_of_month(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read the day of "on the 15th", "20th of next month", against the day of publication."""
    day = day_at(tokens, index)
    if day is None or published is None:
        return None
    number, last = day
    words = [word for word in tokens.lower[last : last + 4] if word != "the"]
    if words[:1] == ["of"] and words[2:3] == ["month"] and words[1] in (*BACKWARD, *FORWARD, "this"):
        step = -1 if words[1] in BACKWARD else 1 if words[1] in FORWARD else 0
        moment = shift(published.replace(day=1), step, "month")
        end = last + 3 + (tokens.lower[last + 1] == "the")
    elif tokens.lower[index - 2 : index] == ["on", "the"] and last > index + 1 and tokens.kind[last] != WORD:
        moment, end = published.replace(day=1), last
    else:
        return None
    return (
        Found(index, end, f"{moment:%Y-%m}-{number:02d}")
        if moment and is_day(moment.year, moment.month, number)
        else None
    )


def read_weekend(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "the weekend" as the one before publication, or the one to come."""
    if (tokens.lower[index - 1] not in ("the", "") and len(tokens) > 8) or tokens.lower[index + 1] in ("of", "break"):
        return None
    if published is None:
        return Found(index, index + 1, None)
    saturday = weekday_near(published, 5, looks_ahead(tokens, index) or len(tokens) <= 2)
    return Found(index, index + 1, day_of(saturday), day_of(saturday + timedelta(days=1)))


# --- last, this, next -----------------------------------------------------------------------------


_POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your"})  # "his last year at school"
_PLURAL_SPANS = frozenset("days nights weeks months quarters years decades centuries".split())


def read_this_period(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "last month", "this year", "next Tuesday", "last October", "the past three years"."""
    word = tokens.lower[index]
    if tokens.lower[index - 1] in _POSSESSIVES or (word == "last" and tokens.lower[index - 1] in AUXILIARIES):
        return None
    step = -1 if word in BACKWARD else 1 if word in FORWARD else 0
    at = index + 1
    if word == "this" and (tokens.lower[at] in BACKWARD or tokens.lower[at] in FORWARD):
        step, at = (-1 if tokens.lower[at] in BACKWARD else 1), at + 1
    if tokens.lower[at : at + 2] == ["working", "week"]:
        return _this_span(tokens, index, at + 1, step, published, "workweek")
    after = tokens.lower[at]
    if tokens.kind[at] == NUMBER and word in ("this", "next") and (slashed := read_slashed(tokens, at, published)):
        slashed.first = index
        return slashed
    if after in WEEKDAYS and (found := _full_date(tokens, at + 1, published)) is not None:
        found.first = index
        return found
    if after in WEEKDAYS and (after not in DOUBTFUL_WEEKDAYS or tokens.is_capitalised(at)):
        return _this_weekday(index, at, WEEKDAYS[after], step, published, word)
    if after in MONTHS and (after not in ("march", "may") or tokens.is_capitalised(at)):
        found = _this_month(index, at, MONTHS[after], step, published)
        found.follows = word == "following" and tokens.lower[index - 1] == "the"
        return found
    if after in SPANS and after not in _PLURAL_SPANS and not _is_order(tokens, index, at):
        return _this_span(tokens, index, at, step, published)
    return _last_few(tokens, index, at, step, published) if step else None


def _is_order(tokens: Tokens, index: int, at: int) -> bool:
    """Return whether "last" and the like order days rather than name one ("the following day", "past century")."""
    word, span = tokens.lower[index], SPANS[tokens.lower[at]]
    return (
        word in ("past", "last")
        and tokens.lower[index - 1] == "the"
        and span in ("year", "decade", "century", "day", "month", "week", "quarter")
        and (tokens.lower[at + 1] == "of" or tokens.lower[index - 2] in ("over", "in", "during", "within", "for"))
    )


def _this_weekday(first: int, at: int, weekday: int, step: int, published: date | None, word: str) -> Found:
    if published is None:
        return Found(first, at + 1, None)
    monday = published - timedelta(days=published.weekday())
    if step > 0 and (word == "this" or word in ("coming", "upcoming")):
        moment = weekday_near(published, weekday, ahead=True)
    elif word == "this" and step < 0:
        moment = weekday_near(published - timedelta(days=1), weekday, ahead=False)
    elif step < 0:
        moment = weekday_near(published - timedelta(days=1), weekday, ahead=False)
        if word in ("previous", "last") and moment >= monday:
            moment -= timedelta(days=7)
    elif step > 0:
        moment = monday + timedelta(days=7 + weekday)
    else:
        moment = monday + timedelta(days=weekday)
    return Found(first, at + 1, day_of(moment))


def _this_month(first: int, at: int, month: int, step: int, published: date | None) -> Found:
    if published is None:
        return Found(first, at + 1, iso(None, month), parts=(None, month, None))
    year = published.year
    if step < 0 and month >= published.month:
        year -= 1
    elif step > 0 and month <= published.month:
        year += 1
    return Found(first, at + 1, iso(year, month), parts=(year, month, None))


def _this_span(tokens: Tokens, first: int, at: int, step: int, published: date | None, unit: str = "") -> Found:
    """Read the calendar period before, around or after the day of publication."""
    last = at + 1
    part = _part_at(tokens, first)
    if (_is_part_unsaid(tokens, first) and not part) or published is None:
        return Found(first, last, None)
    unit = unit or SPANS[tokens.lower[at]]
    day = last + 1 if tokens.lower[last] == "on" else last
    if unit == "week" and tokens.lower[day] in WEEKDAYS:
        monday = published + timedelta(days=7 * step - published.weekday())
        return Found(first, day + 1, day_of(monday + timedelta(days=WEEKDAYS[tokens.lower[day]])))
    if unit == "weekend":
        step = step if step or published.weekday() > 0 else -1
    moment = shift(published, step, {"weekend": "week", "workweek": "week", "fortnight": "week"}.get(unit, unit))
    if moment is None:
        return Found(first, last, None)
    value, high = period(moment, unit if unit != "fortnight" else "week")
    found = Found(first, last, value, high)
    _narrow(tokens, found)
    if part and unit in ("month", "year"):
        found.bound, found.hedge = Bound.ABOUT, part
    if unit in ("year", "month", "decade") and _is_anchored(tokens, first):
        found.steps = ((step, unit),)
    return found


def _is_anchored(tokens: Tokens, index: int) -> bool:
    """Return whether a period goes before or after one named earlier in the text: "the previous year"."""
    return tokens.lower[index] in _ANCHORED and tokens.lower[index - 1] == "the"


_ANCHORED = frozenset({"previous", "preceding", "prior", "following"})


# Parts of a period that no calendar fixes.
_PARTS = frozenset("start beginning middle end rest remainder part top turn close back eve".split())


def _is_part_unsaid(tokens: Tokens, first: int) -> bool:
    """Return whether only a part of the period is meant, one without ends: "by the end of last year"."""
    return tokens.lower[first - 1] == "of" and tokens.lower[first - 2] in _PARTS


_AT_PARTS = {word: f"{word} of" for word in ("start", "beginning", "middle", "end")}


def _part_at(tokens: Tokens, first: int) -> str:
    """Return in which part of a period something is said to be: "at the end of this month", not "by the end"."""
    before = tokens.lower[max(0, first - 4) : first]
    is_part = len(before) == 4 and before[0] in ("at", "in", "around") and before[1] == "the" and before[3] == "of"
    return _AT_PARTS.get(before[2], "") if is_part else ""


def _narrow(tokens: Tokens, found: Found) -> None:
    """Mark "earlier this year" and "later this month" as about."""
    if tokens.lower[found.first - 1] in ("earlier", "later", "late", "early"):
        found.bound, found.hedge = Bound.ABOUT, tokens.lower[found.first - 1]


def _last_few(tokens: Tokens, first: int, at: int, step: int, published: date | None) -> Found | None:
    """Read "last three months", "next few days"; "over the past five years" is a duration."""
    if tokens.lower[first - 1] == "the" and tokens.lower[first - 2] in ("over", "in", "during", "within"):
        return None
    count, after = _span_count(tokens, at)
    unit = SPANS.get(tokens.lower[after])
    if not 0 < count < 1000 or unit is None or tokens.lower[after] not in _PLURAL_SPANS:
        return None
    found = _periods(first, after + 1, step, count, unit, published, tokens.lower[first - 1] == "the")
    if tokens.lower[at] == "few":
        found.bound, found.hedge = Bound.ABOUT, "few"
    return found


def _span_count(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return how many spans are meant, 0 where that is not said, and the index behind."""
    if tokens.lower[index] == "few":
        return A_FEW, index + 1
    numeral = read_numeral(tokens, index)
    if numeral is None or numeral.value != numeral.value.to_integral_value() or numeral.value >= 1000:
        return 0, index
    return int(numeral.value), numeral.last


A_FEW = 3
"""How many "a few" are taken for, about."""

# Spans that are meant whole: "last two years" are the two calendar years before this one.
_WHOLE = frozenset({"year", "week", "fortnight", "quarter"})


def _periods(
    first: int, last: int, step: int, count: int, unit: str, published: date | None, has_article: bool
) -> Found:
    other = _shifted(published, step * count, unit)
    nearest = _shifted(published, step, unit)
    if published is None or other is None or nearest is None:
        return Found(first, last, None)
    if unit in _WHOLE or (unit == "month" and not has_article):
        ends = [period(moment, unit.replace("fortnight", "week")) for moment in sorted((nearest, other))]
        return Found(first, last, ends[0][0], ends[1][1] or ends[1][0])
    low, high = sorted((published + timedelta(days=step > 0), other))
    return Found(first, last, day_of(low), day_of(high))


# --- ago, later, in two weeks ---------------------------------------------------------------------


_BACKWARDS = {  # "more than 40 years ago" is earlier than 40 years ago
    Bound.MORE: Bound.LESS, Bound.AT_LEAST: Bound.AT_MOST, Bound.LESS: Bound.MORE, Bound.AT_MOST: Bound.AT_LEAST,
    Bound.ABOUT: Bound.ABOUT,
}  # fmt: skip
_ABOUT_AGO = 0.9  # "about 50 years ago" is said of 45 to 55 years
_JUST_BELOW = frozenset({"nearly", "almost", "close to", "approaching", "not quite"})
_AMOUNTS = frozenset("% percent cent half quarter quarters times much far even many no any points people".split())
_AGO = {"ago": -1, "earlier": -1, "back": -1, "before": -1, "hence": 1, "later": 1}


def read_counted(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "three years ago", "a year earlier", "2 weeks and 2 days ago", "three weeks hence"."""
    if tokens.lower[index] in ("a", "an") and tokens.lower[index + 1] not in SPANS:
        return None
    if (found := _weekdays_ago(tokens, index, published)) is not None:
        return found
    steps, last = _counted_spans(tokens, index)
    if not steps:
        return _read_coming(tokens, index, published)
    word = tokens.lower[last]
    if word in _AGO and not (word in ("back", "before", "later", "earlier") and not _is_alone(tokens, last)):
        found = _moved(index, last + 1, steps, _AGO[word], published)
        if word == "ago":
            _take_bound(tokens, index, found, steps, published)
        if word in ("later", "earlier"):
            found.steps = tuple((_AGO[word] * count, unit) for count, unit in steps)
        return found
    anchor = tokens.lower[last + 1]
    if word in _FROM and (anchor in NAMED_DAYS or anchor == "now"):
        start = _shifted(published, NAMED_DAYS.get(anchor, 0), "day")
        found = _moved(index, last + 2, steps, _FROM[word], start, is_exact=True)
        if start is not None and word == "from" and tokens.lower[index - 1] == "for":
            found.value, found.high = day_of(start), found.value  # "for three days from today"
        return found
    if word == "from" and (named := _day_named(tokens, last + 1, published)) is not None:
        return _moved(index, named[1], steps, 1, named[0], is_exact=True)
    if published and tokens.lower[index - 1] == "in" and (looks_ahead(tokens, index) or last == len(tokens)):
        return _moved(index, last, steps, 1, published)
    return None


def _take_bound(
    tokens: Tokens, index: int, found: Found, steps: Sequence[tuple[int, str]], published: date | None
) -> None:
    """Give a date "ago" the bound of its hedge: "more than 40 years ago" is earlier, "nearly 40 years ago" later."""
    hedged = bound_before(tokens, index)
    if hedged is None and tokens.lower[index - 1] == "over":
        hedged = (Bound.MORE, "over")
    if hedged is None or _compares(tokens, index - len(hedged[1].split())):
        return
    found.bound, found.hedge = _BACKWARDS[hedged[0]], hedged[1]
    (count, unit), *more = steps
    if hedged[0] is Bound.ABOUT and unit in ("year", "decade") and not more and published is not None:
        years = count * (10 if unit == "decade" else 1)
        low, high = (round(years * share) for share in (_ABOUT_AGO, 2 - _ABOUT_AGO))
        earliest = years if hedged[1] in _JUST_BELOW else high
        if low < years:
            found.value, found.high = iso(published.year - earliest), iso(published.year - low)


def _compares(tokens: Tokens, index: int) -> bool:
    """Is the hedge at a token a comparison with that day: "a fifth more than a year ago", "many fewer than"?"""
    before = tokens.lower[index - 1]
    measured = tokens.kind[index - 1] == NUMBER or before in ORDINALS or before.rstrip("s") in ORDINALS
    return index > 0 and (measured or before in _AMOUNTS)


def _day_named(tokens: Tokens, index: int, published: date | None) -> tuple[date, int] | None:
    """Return the day that a weekday or a full date at `index` names, and the end ("16 days from 01/02/2018")."""
    found = read_weekday(tokens, index, published) if tokens.lower[index] in WEEKDAYS else None
    found = found or _full_date(tokens, index, published)
    days = date_interval(found.value) if found else None
    return (days[0], found.last) if found and days and days[0] == days[1] else None


_FROM = {"from": 1, "after": 1, "before": -1}


def _weekdays_ago(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "two Thursdays ago"."""
    weekday = tokens.lower[index + 1]
    if not weekday.endswith("days") or weekday not in WEEKDAYS or tokens.lower[index + 2] not in ("ago", "back"):
        return None
    numeral = read_numeral(tokens, index)
    if numeral is None or published is None or not 0 < numeral.value < 100:
        return None
    last_one = weekday_near(published - timedelta(days=1), WEEKDAYS[weekday], ahead=False)
    return Found(index, index + 3, day_of(last_one - timedelta(days=7 * (int(numeral.value) - 1))))


def _read_coming(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "the 5 upcoming years", "the two previous months"."""
    numeral = read_numeral(tokens, index) if tokens.lower[index] not in ("a", "an") else None
    if numeral is None or not (tokens.lower[numeral.last] in FORWARD or tokens.lower[numeral.last] in BACKWARD):
        return None
    if tokens.lower[numeral.last + 1] not in _PLURAL_SPANS or published is None or not 0 < numeral.value < 1000:
        return None
    step = -1 if tokens.lower[numeral.last] in BACKWARD else 1
    other = shift(published, step * int(numeral.value), SPANS[tokens.lower[numeral.last + 1]])
    if other is None or numeral.value != int(numeral.value):
        return None
    low, high = sorted((published + timedelta(days=step > 0), other))
    return Found(index, numeral.last + 2, day_of(low), day_of(high))


def _is_alone(tokens: Tokens, index: int) -> bool:
    """Return whether "before" or "later" ends the phrase ("a year before", not "a year before the war")."""
    after = tokens.lower[index + 1]
    return (tokens.lower[index] in ("earlier", "later") and after != "than") or after in ("", ".", ",", ";")


def _counted_spans(tokens: Tokens, index: int) -> tuple[list[tuple[int, str]], int]:
    """Read "two weeks and two days" as counted spans, and the index behind them."""
    steps: list[tuple[int, str]] = []
    last, at = index, index
    while len(steps) < 4:
        if tokens.lower[at] in ("a", "an", "one"):
            count, after = 1, at + 1
        else:
            numeral = read_numeral(tokens, at)
            if numeral is None or numeral.value != numeral.value.to_integral_value() or abs(numeral.value) > 100000:
                break
            count, after = int(numeral.value), numeral.last
        unit = SPANS.get(tokens.lower[after])
        if unit is None or unit in ("weekend", "workweek") or tokens.lower[after] == "night":
            break
        steps.append((count, unit))
        last = after + 1
        at = last + 1 if tokens.lower[last] in ("and", ",") else last
    return steps, last


def read_year_before(tokens: Tokens, index: int, published: date | None) -> Found | None:
    """Read "the year before", "the year after", which a date earlier in the sentence has to fix."""
    word = tokens.lower[index + 1]
    if tokens.lower[index - 1] != "the" or word not in ("before", "after", "earlier") or index < 2:
        return None
    if not (tokens.kind[index + 2] == MARK or tokens.lower[index + 2] in ("", "and", "but")):
        return None
    return Found(index - 1, index + 2, None, steps=((1 if word == "after" else -1, "year"),), hangs=True)


def resolve_following(found: Found, before: Found) -> None:
    """Place "the following January" in the year of the date before it in the text, or in the next one."""
    year, month, _ = before.parts
    own = found.parts[1]
    if year is None or own is None:
        return
    year += month is None or own <= month
    found.value, found.parts = iso(year, own), (year, own, None)


def resolve_month(month: Found, year: Found) -> None:
    """Place "February" of "February last year" in the year that stands behind it."""
    named = year.value or ""
    if month.parts[0] is None and month.parts[1] and month.value and len(named) == 4 and year.high is None:
        month.value = named + month.value[4:]
        month.high = None if month.high is None else named + month.high[4:]


_FINE = {"year": 1, "decade": 1, "century": 1, "month": 2, "quarter": 2}


def resolve_steps(found: Found, before: Found) -> None:
    """Count "four years later" from the date before it in the text, where that is as fine as the count."""
    precision = sum(part is not None for part in before.parts)
    finest = max(_FINE.get(unit, 3) for _, unit in found.steps)
    days = date_interval(before.value)
    if before.parts[0] is None or days is None or precision < finest:
        return
    moved = _moved(found.first, found.last, list(found.steps), 1, days[0])
    found.value, found.high = moved.value, moved.high


def _moved(
    first: int, last: int, steps: list[tuple[int, str]], sign: int, start: date | None, is_exact: bool = False
) -> Found:
    """Return the date that lies the counted spans away, at the precision of the finest of them."""
    moment = start
    for count, unit in steps:
        moment = _shifted(moment, sign * count, unit)
    if moment is None:
        return Found(first, last, None)
    unit = steps[-1][1]
    if is_exact:
        return _found(first, last, moment)
    if unit in ("year", "decade", "century"):
        return Found(first, last, iso(moment.year), bound=Bound.ABOUT if unit != "year" else Bound.EXACT)
    if unit in ("month", "quarter"):
        return Found(first, last, month_of(moment))
    return Found(first, last, day_of(moment))
