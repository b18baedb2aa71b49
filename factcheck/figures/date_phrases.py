"""Find the dates of a text and join their ranges: "from 1961 to 1979", "between May and Oct 2020"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from factcheck.figures import absolute_dates, relative_dates, within_dates
from factcheck.figures.date_parts import Found
from factcheck.figures.date_words import BACKWARD, DECADES, FORWARD, MONTHS, NAMED_DAYS, SEASONS, WEEKDAYS
from factcheck.figures.dates import date_interval, day_of, weekday_near
from factcheck.figures.number_words import ORDINALS, SMALL
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import DASHES, HYPHENS, NUMBER, Tokens
from factcheck.models import Bound, Kind

Reader = Callable[[Tokens, int, "date | None"], "Found | None"]

_NUMBER_READERS: tuple[Reader, ...] = (
    absolute_dates.read_numeric,
    absolute_dates.read_year_pair,
    absolute_dates.read_slashed_month,
    absolute_dates.read_year_month,
    absolute_dates.read_year_quarter,
    absolute_dates.read_decade,
    absolute_dates.read_century,
    absolute_dates.read_quarter,
    within_dates.read_ordered,
    relative_dates.read_day_of_month,
    absolute_dates.read_day_month,
    relative_dates.read_counted,
    absolute_dates.read_year,
)
# The readers for a number that no word or mark of a date follows: most numbers of a text.
_PLAIN_READERS: tuple[Reader, ...] = (
    absolute_dates.read_numeric,
    absolute_dates.read_year_quarter,
    absolute_dates.read_decade,
    relative_dates.read_counted,
    absolute_dates.read_year,
)
_SPAN_DASHES = DASHES | {"−"}  # nobody subtracts a date from a date: between two a minus sign is a dash
_AFTER_DAY = frozenset(["st", "nd", "rd", "th", "of", "to", "through", "thru", "and", "/", ",", ".", *DASHES, *MONTHS])
_SPOKEN_READERS: tuple[Reader, ...] = (
    within_dates.read_ordered,
    absolute_dates.read_century,
    absolute_dates.read_quarter,
    absolute_dates.read_day_month,
    relative_dates.read_counted,
    absolute_dates.read_year,
)


def _reader_table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = dict.fromkeys((*SMALL, *ORDINALS), _SPOKEN_READERS)
    table |= dict.fromkeys(MONTHS, (absolute_dates.read_month_first,))
    table |= dict.fromkeys(WEEKDAYS, (relative_dates.read_weekday,))
    table |= dict.fromkeys(NAMED_DAYS, (relative_dates.read_named_day,))
    table |= dict.fromkeys(
        (*BACKWARD, *FORWARD, "this", "current"), (within_dates.read_ordered, relative_dates.read_this_period)
    )
    table["final"] = (within_dates.read_ordered,)  # "the final year of the war" was no year of the report
    table |= dict.fromkeys(SEASONS, (absolute_dates.read_season,))
    table |= dict.fromkeys(DECADES, (absolute_dates.read_decade,))
    table |= dict.fromkeys(("a", "an"), (relative_dates.read_counted,))
    table["weekend"] = (relative_dates.read_weekend,)
    table["week"] = (within_dates.read_week_of,)
    table["year"] = (relative_dates.read_year_before,)
    table["q"] = (absolute_dates.read_quarter,)
    return table


_READERS = _reader_table()
_START_WORDS = frozenset(_READERS)


def read_dates(tokens: Tokens, taken: bytearray, published: date | None) -> list[Reading]:
    """Return the dates of a text, in order, and mark their tokens in `taken`."""
    readings = []
    for found in _join_ranges(tokens, _resolved(tokens, _find(tokens, published))):
        _take_until_now(tokens, found, published)
        _take_prefix(tokens, found)
        taken[found.first : found.last] = b"\1" * (found.last - found.first)
        readings.append(_reading(found))
    return readings


def _find(tokens: Tokens, published: date | None) -> list[Found]:
    found: list[Found] = []
    floor = 0
    for index in tokens.starts(_START_WORDS):
        if index < floor or (one := _read(tokens, index, published)) is None:
            continue
        if found and one.first < found[-1].last:
            found.pop()
        found.append(one)
        floor = one.last
    return found


def _resolved(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Return the dates, those that hang on another one ("four years later", "the year before") counted from it."""
    for before, one in pairwise(found):
        if one.steps and not (one.hangs and "." in tokens.lower[before.last : one.first]):
            relative_dates.resolve_steps(one, before)
        if one.follows:
            relative_dates.resolve_following(one, before)
        if before.last == one.first:
            relative_dates.resolve_month(before, one)
    return [one for one in found if one.value is not None or not one.hangs]


def _read(tokens: Tokens, index: int, published: date | None) -> Found | None:
    if tokens.kind[index] == NUMBER:
        readers = _NUMBER_READERS if tokens.lower[index + 1] in _AFTER_DAY else _PLAIN_READERS
    else:
        readers = _READERS[tokens.lower[index]]
    for reader in readers:
        if (found := reader(tokens, index, published)) is not None:
            return found
    return None


def _reading(found: Found) -> Reading:
    return Reading(
        found.first,
        found.last,
        Kind.DATE,
        found.value,
        found.high,
        form="date",
        bound=found.bound,
        hedge=found.hedge,
        doubt=found.doubt,
        start=found.first,
        stop=found.last,
    )


# --- ranges ---------------------------------------------------------------------------------------


def _join_ranges(tokens: Tokens, found: list[Found]) -> list[Found]:
    joined: list[Found] = []
    for one in found:
        if not joined or not _joins(tokens, joined[-1], one):
            joined.append(one)
    return joined


# Words of "from the middle of 2007 to the end of 2008" that leave the range as coarse as its dates.
_WITHIN = frozenset({"the", "start", "beginning", "middle", "end", "of", "early", "late", "mid"})


def _joins(tokens: Tokens, left: Found, right: Found) -> bool:
    """Make a range of two dates where "to", a dash, or "between … and" stands between them."""
    joint = [word for word in tokens.lower[left.last : right.first] if word not in _WITHIN]
    if len(joint) != 1 or left.value is None or right.value is None:
        return False
    start = left.first - 1
    while start > 0 and tokens.lower[start] in _WITHIN:
        start -= 1
    before = tokens.lower[start] if left.first else ""
    word = joint[0]
    if not (
        word in _SPAN_DASHES
        or word in ("to", "through", "until", "till", "thru")
        or (word == "and" and before == "between")
    ):
        return False
    _settle_order(left, right)
    _settle_weekday(left, right)
    low, high = _with_year_of(left, right), right.high or right.value
    if low and not (left.parts[0] or right.parts[0]) and left.parts[1] and right.parts[1] and low[5:] <= high[5:]:
        low = high[:4] + low[4:]
    if low is None or (len(low) != len(high) and (low[:4] == "XXXX") != (high[:4] == "XXXX")):
        return False
    if date_interval(low) and date_interval(high) and low > high:
        return False
    left.value, left.high, left.last = low, high, right.last
    return True


def _with_year_of(left: Found, right: Found) -> str | None:
    """Return the low end, with the year that only the high end names ("May to Oct 2020", "Nov-Feb 2017")."""
    year = right.parts[0]
    if left.value and left.parts[0] is None and left.parts[1] and year and right.value:
        return f"{year - (left.value[5:] > right.value[5:]):04d}{left.value[4:]}"
    return left.value


def _settle_order(left: Found, right: Found) -> None:
    """Read "10/1/2018 - 10/7/2018" so that the range is the shorter one, where day and month may be either."""
    if len(left.doubt) != 1 or len(right.doubt) != 1:
        return
    lengths = []
    for low, high in ((left.value, right.value), (left.doubt[0], right.doubt[0])):
        ends = date_interval(low, high), date_interval(high)
        lengths.append(
            (ends[1][0] - ends[0][0]).days if ends[0] and ends[1] and low and high and low <= high else 10**6
        )
    if lengths[1] < lengths[0]:
        left.value, right.value = left.doubt[0], right.doubt[0]
        left.doubt = right.doubt = ()


def _settle_weekday(left: Found, right: Found) -> None:
    """Read "next Monday to Friday" as days of one week."""
    if right.weekday is not None and left.value and (days := date_interval(left.value)) is not None:
        right.value = day_of(weekday_near(days[0], right.weekday, ahead=True))


def _take_until_now(tokens: Tokens, found: Found, published: date | None) -> None:
    """Take "and now", "to date", "till current date" behind a date."""
    if published is None or found.value is None or found.high is not None:
        return
    before = tokens.lower[found.first - 1] if found.first else ""
    words = tokens.lower[found.last : found.last + 3]
    if words[0] not in ("to", "and", "until", "till") or (words[0] == "and") != (before == "between"):
        return
    length = 3 if words[1] == "current" and words[2] == "date" else 2 if words[1] in ("now", "date") else 0
    if length:
        found.high, found.last = day_of(published), found.last + length


# --- what stands before ---------------------------------------------------------------------------


_BOUNDS = {
    "since": Bound.AT_LEAST, "before": Bound.LESS, "after": Bound.MORE, "until": Bound.AT_MOST, "till": Bound.AT_MOST,
    "by": Bound.AT_MOST, "around": Bound.ABOUT, "about": Bound.ABOUT, "circa": Bound.ABOUT, "mid": Bound.ABOUT,
    "early": Bound.ABOUT,
    "late": Bound.ABOUT, "from": Bound.AT_LEAST,
}  # fmt: skip
_BOUNDS_OF_TWO = {
    ("later", "than"): Bound.MORE,
    ("earlier", "than"): Bound.LESS,
    ("prior", "to"): Bound.LESS,
    ("greater", "than"): Bound.MORE,
}


def _take_prefix(tokens: Tokens, found: Found) -> None:
    """Take "mid-", "early" and "late" into the span, and the bound of "since", "before", "around"."""
    before = found.first - 1
    word = tokens.lower[before]
    if found.first > 0 and word in ("early", "late", "mid"):
        found.first, found.bound, found.hedge = before, Bound.ABOUT, word
        return
    if (
        word in HYPHENS
        and tokens.is_glued(found.first)
        and before > 0
        and tokens.lower[before - 1] in ("mid", "early", "late")
    ):
        found.first, found.bound, found.hedge = before - 1, Bound.ABOUT, tokens.lower[before - 1]
        return
    if word == "." and tokens.lower[before - 1] == "c":
        found.bound, found.hedge = Bound.ABOUT, "c."
        return
    if tokens.lower[before] == "the" and found.first > 1:
        before -= 1
    word, pair = tokens.lower[before], (tokens.lower[before - 1], tokens.lower[before])
    if found.first == 0 or (found.high is not None and word not in ("early", "late", "mid", "around", "about")):
        return
    if pair in _BOUNDS_OF_TWO:
        found.bound, found.hedge = _BOUNDS_OF_TWO[pair], " ".join(pair)
    elif word in _BOUNDS and word != "from" and not (word == "by" and found.value is None):
        found.bound, found.hedge = _BOUNDS[word], word
