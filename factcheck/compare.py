"""Claim's figure beside source's figure: the relation, the difference, and one sentence for a person.

A figure is an interval. The claim's interval is what its words allow ("more than 10,000" is everything
above), the source's is where its words put the true value ("more than 10,000" is 10,000 to 11,000: nobody
writes that of 50,000). The value the source states lies in the claim's interval: `equal` or `within`. The
two intervals are disjoint: `different`. Anything else is `incomparable`, and the note says why.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from factcheck.figures.dates import date_interval
from factcheck.figures.units import convert, dimension
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.values import dataclass, replace

HALF = Decimal("0.5")
LARGEST_ROUNDING = Decimal("0.05")  # the share of its value that rounding may take from a figure
ABOUT = Decimal("0.1")  # "about", and how far a source's bound may stand from its figure
FRACTION_ROUNDING = Decimal("0.02")  # "two-thirds" is said of 66 and of 68 per cent, "half" of 49

# Hedges that promise a value just below their figure, whatever bound they carry.
JUST_BELOW = frozenset(
    {"nearly", "almost", "close to", "approaching", "up to", "as many as", "as much as", "as high as", "as few as"}
)
TOPS = frozenset({"up to", "as many as", "as much as", "as high as"})
"""Those hedges that name the top of what may be."""

# The parts of a day, month or year that "early", "mid-" and "late" may mean, as shares of the whole.
PARTS = {
    "early": (Decimal(0), Decimal("0.45")),
    "mid": (Decimal("0.25"), Decimal("0.75")),
    "late": (Decimal("0.55"), Decimal(1)),
    "start of": (Decimal(0), Decimal("0.25")),
    "beginning of": (Decimal(0), Decimal("0.25")),
    "middle of": (Decimal("0.25"), Decimal("0.75")),
    "end of": (Decimal("0.75"), Decimal(1)),
}
# Periods that a rate may be per, in the smallest of their own family: months and days convert only on average.
CLOCK_PERIODS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
CALENDAR_PERIODS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}

_Days = tuple[date, date]  # first and last


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of values in one unit; None is an open end; `open_low` and `open_high` leave the end out.

    `rounded` says that it is what rounds to a written figure: of two such, one begins where the other ends, so that
    36 and 35 have no value in common.
    """

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False
    rounded: bool = False

    def holds(self, value: Decimal) -> bool:
        """Tell whether the value lies in the interval."""
        above = self.low is None or value > self.low or (value == self.low and not self.open_low)
        below = self.high is None or value < self.high or (value == self.high and not self.open_high)
        return above and below

    def misses(self, other: Interval) -> bool:
        """Tell whether the two intervals have no value in common."""
        return _ends_before(self, other) or _ends_before(other, self)


def _ends_before(first: Interval, second: Interval) -> bool:
    if first.high is None or second.low is None:
        return False
    touching = first.high == second.low and (first.open_high or second.open_low or (first.rounded and second.rounded))
    return first.high < second.low or touching


def compare_figures(claim_figure: Figure, source_figure: Figure | None) -> Comparison:
    """Return how the source's figure compares with the claim's, as CONTRACT intervals do.

    `difference` is source minus claim in the claim's unit, in days for dates; between ranges it is the gap
    of the nearest ends, zero where they meet. A source figure of None gives `missing`.
    """
    if source_figure is None:
        return Comparison(claim_figure, None, Relation.MISSING, note=_missing_note(claim_figure))
    obstacle = _obstacle(claim_figure, source_figure)
    if obstacle:
        return Comparison(claim_figure, source_figure, Relation.INCOMPARABLE, note=obstacle)
    if claim_figure.kind is Kind.DATE:
        return _compare_dates(claim_figure, source_figure)
    return _compare_quantities(claim_figure, source_figure)


# --- what keeps two figures from being compared ---------------------------------------------------------


def _obstacle(claim: Figure, source: Figure) -> str:
    """Return why the two cannot be compared, or an empty string."""
    if claim.value is None or source.value is None:
        unknown = "claim" if claim.value is None else "source"
        return f"nothing fixes the date of “{(claim if claim.value is None else source).text}” in the {unknown}"
    for check in (_kind_obstacle, _unit_obstacle, _rate_obstacle, _role_obstacle):
        reason = check(claim, source)
        if reason:
            return reason
    return ""


def is_share(figure: Figure) -> bool:
    """Tell whether the figure is a part of a whole: a percentage, or a fraction such as "two-fifths"."""
    if figure.kind is Kind.PERCENT:
        return figure.unit in (None, "%")
    return figure.kind is Kind.NUMBER and figure.unit is None and is_fraction(figure)


def is_fraction(figure: Figure) -> bool:
    """Tell whether the figure is a fraction in words or with a bar ("two-thirds", "1/2", "one in five")."""
    value = figure.value
    return isinstance(value, Decimal) and 0 < value < 1 and not _has_decimal_point(figure.text)


def _has_decimal_point(text: str) -> bool:
    return any(mark in ".·" and text[at + 1 : at + 2].isdigit() for at, mark in enumerate(text))


def _kind_obstacle(claim: Figure, source: Figure) -> str:
    if claim.kind is source.kind or (is_share(claim) and is_share(source)) or _both_times(claim, source):
        return ""
    return f"{_a_kind(claim)} and {_a_kind(source)} do not measure the same thing"


def _both_times(claim: Figure, source: Figure) -> bool:
    return all(figure.kind in (Kind.DURATION, Kind.MEASURE) and _is_time(figure.unit) for figure in (claim, source))


def _is_time(unit: str | None) -> bool:
    return unit is not None and dimension(unit) == "time"


def _a_kind(figure: Figure) -> str:
    article = "an" if figure.kind in (Kind.ORDINAL, Kind.AGE) else "a"
    return f"{article} {_KIND_NAMES.get(figure.kind, figure.kind.value)}"


_KIND_NAMES = {Kind.PERCENT: "percentage", Kind.MONEY: "sum of money", Kind.ORDINAL: "ordinal"}


def _unit_obstacle(claim: Figure, source: Figure) -> str:
    if claim.unit == source.unit or (is_share(claim) and is_share(source)):
        return ""
    if claim.kind is Kind.MONEY:
        return _currency_obstacle(claim, source)
    if is_share(claim) or is_share(source):
        return "per cent and percentage points are not the same"
    if claim.unit is None or source.unit is None:
        return "only one of the two figures has a unit"
    if _same_dimension(claim.unit, source.unit):
        return ""
    return f"{claim.unit} and {source.unit} do not measure the same thing"


def _currency_obstacle(claim: Figure, source: Figure) -> str:
    if source.unit in claim.doubt or claim.unit in source.doubt:
        return ""
    return f"the claim's figure is in {claim.unit}, the source's in {source.unit}"


def _same_dimension(unit: str, other: str) -> bool:
    return dimension(unit) is not None and dimension(unit) == dimension(other)


def _rate_obstacle(claim: Figure, source: Figure) -> str:
    """Return why two rates cannot be compared; a claim may leave out what the source's figure is per."""
    if claim.per is None or claim.per == source.per:
        return ""
    if source.per is None:
        return f"the source does not say that its figure is per {claim.per}"
    if _periods_per(claim.per, source.per) is not None:
        return ""
    return f"the claim's figure is per {claim.per}, the source's per {source.per}"


def _role_obstacle(claim: Figure, source: Figure) -> str:
    roles = {claim.role, source.role}
    if Role.CHANGE in roles and roles & {Role.LEVEL, Role.FROM, Role.TO}:
        changed, level = ("claim", "source") if claim.role is Role.CHANGE else ("source", "claim")
        return f"the {changed} gives a change, the {level} a level"
    if roles == {Role.FROM, Role.TO}:
        return "one is where it started, the other where it ended"
    return ""


# --- quantities -----------------------------------------------------------------------------------------


def _compare_quantities(claim: Figure, source: Figure) -> Comparison:
    if _bound_counts_alike(claim, source):
        return _comparison(claim, source, Relation.WITHIN, Decimal(0))
    here, there = claim_interval(claim), _counted(source) or source_interval(source)
    low, high = _in_claims_unit(claim, source, _ends(source))
    there = _rescaled(there, claim, source)
    inside = (here.holds(low) and here.holds(high)) or _is_top_of_range(claim, source, high)
    same = (low, high) == _ends(claim) and _same_words(claim, source)
    difference = _gap(_ends(claim), (low, high))
    if same or (inside and not here.misses(there)):  # "more than 50" is not in "up to 50", though 50 is
        relation = Relation.EQUAL if same and not _currency_in_doubt(claim, source) else Relation.WITHIN
        return _comparison(claim, source, relation, difference)
    if here.misses(there):
        if _currency_in_doubt(claim, source):
            note = f"{claim.unit} in the claim and {source.unit} in the source may be two currencies"
            return Comparison(claim, source, Relation.INCOMPARABLE, note=note)
        return _comparison(claim, source, Relation.DIFFERENT, difference)
    return _comparison(claim, source, Relation.INCOMPARABLE, difference)


def is_whole(value: Decimal) -> bool:
    """Is a value whole? A remainder is not defined for one of more digits than the context has."""
    return value == value.to_integral_value()


def _bound_counts_alike(claim: Figure, source: Figure) -> bool:
    """Bound both whole numbers of things in two ways that come to one: "three or fewer", "fewer than four"?"""
    figures = (claim, source)
    counts = all(each.kind is Kind.NUMBER and each.unit is None and each.value_high is None for each in figures)
    if not counts or not all(isinstance(each.value, Decimal) and is_whole(each.value) for each in figures):
        return False
    return any(
        {one.bound, other.bound} == {inner, outer} and _whole(one) - _whole(other) == step
        for one, other in (figures, figures[::-1])
        for inner, outer, step in ((Bound.AT_MOST, Bound.LESS, -1), (Bound.AT_LEAST, Bound.MORE, 1))
        if one.bound is inner
    )


def _whole(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


def _is_top_of_range(claim: Figure, source: Figure, high: Decimal) -> bool:
    """Does a claim only say how high a range of the source reaches: "as many as 12" of "10 to 12"?"""
    return claim.hedge in TOPS and source.value_high is not None and claim.value == high and claim.value_high is None


def _counted(source: Figure) -> Interval | None:
    """Return a count to the last unit ("113 reviews") as the one value that it is: 113.4 were not counted."""
    value = source.value
    is_count = source.kind is Kind.NUMBER and source.unit is None and source.bound is Bound.EXACT and not source.implied
    if not is_count or source.value_high is not None or not isinstance(value, Decimal) or is_fraction(source):
        return None
    exact = value == value.to_integral_value() and _last_digit(value, source.text) == 1
    return Interval(value, value, rounded=True) if exact else None


def _currency_in_doubt(claim: Figure, source: Figure) -> bool:
    return claim.kind is Kind.MONEY and claim.unit != source.unit


def _same_words(claim: Figure, source: Figure) -> bool:
    """Tell whether both figures are hedged alike: then equal values say the same, whatever the hedge allows."""
    if claim.bound is not source.bound:
        return False
    return claim.bound is Bound.EXACT or _is_just_below(claim) == _is_just_below(source)


def _is_just_below(figure: Figure) -> bool:
    return figure.hedge in JUST_BELOW


def claim_interval(figure: Figure) -> Interval:
    """Return what the claim's words allow, in the figure's own unit: bounds are half-lines."""
    low, high = _ends(figure)
    if figure.value_high is None and _is_just_below(figure):
        return _sorted_interval(low * (1 - ABOUT), low)
    return _CLAIM_INTERVALS[figure.bound](low, high, figure)


def source_interval(figure: Figure) -> Interval:
    """Return where the source's words put the true value, in its own unit: bounds stand near their figure."""
    low, high = _ends(figure)
    if figure.value_high is None and _is_just_below(figure):
        return _sorted_interval(low * (1 - ABOUT), low)
    return _SOURCE_INTERVALS[figure.bound](low, high, figure)


def _written(low: Decimal, high: Decimal, figure: Figure) -> Interval:
    if figure.value_high is not None:
        return Interval(low, high)
    slack = tolerance(figure)
    return Interval(low - slack, high + slack, rounded=slack > 0)


def _around(low: Decimal, high: Decimal, _: Figure) -> Interval:
    return Interval(low - abs(low) * ABOUT, high + abs(high) * ABOUT)


def _sorted_interval(one: Decimal, other: Decimal, open_low: bool = False, open_high: bool = False) -> Interval:
    return Interval(min(one, other), max(one, other), open_low, open_high)


_Maker = Callable[[Decimal, Decimal, Figure], Interval]

_CLAIM_INTERVALS: dict[Bound, _Maker] = {
    Bound.EXACT: _written,
    Bound.ABOUT: _around,
    Bound.MORE: lambda low, _, figure: Interval(low, None, open_low=True),
    Bound.AT_LEAST: lambda low, _, figure: Interval(low, None),
    Bound.LESS: lambda _, high, figure: Interval(None, high, open_high=True),
    Bound.AT_MOST: lambda _, high, figure: Interval(None, high),
}
_SOURCE_INTERVALS: dict[Bound, _Maker] = {
    Bound.EXACT: _written,
    Bound.ABOUT: _around,
    Bound.MORE: lambda low, high, figure: Interval(low, high + abs(high) * ABOUT, open_low=True),
    Bound.AT_LEAST: lambda low, high, figure: Interval(low, high + abs(high) * ABOUT),
    Bound.LESS: lambda low, high, figure: Interval(low - abs(low) * ABOUT, high, open_high=True),
    Bound.AT_MOST: lambda low, high, figure: Interval(low - abs(low) * ABOUT, high),
}


def tolerance(figure: Figure) -> Decimal:
    """Return how far a true value may lie from the figure as written, in its own unit.

    Half of the last significant digit, at most 5 % of the value: "8.2%" gives 0.05, "4 million" 200,000.
    Trailing zeros of a round number are not significant, zeros after the point are. A fraction in words
    gets 2 % of its value; an ordinal and a figure without a numeral ("both") are exact.
    """
    value = figure.value
    assert isinstance(value, Decimal)
    if figure.kind is Kind.ORDINAL or figure.implied:
        return Decimal(0)
    if is_fraction(figure):
        return abs(value) * FRACTION_ROUNDING
    return min(HALF * _last_digit(value, figure.text), abs(value) * LARGEST_ROUNDING)


def _last_digit(value: Decimal, text: str) -> Decimal:
    """Return the worth of the last significant digit."""
    written = value if _has_decimal_point(text) else value.normalize()
    exponent = written.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = figure.value, figure.value_high
    assert isinstance(low, Decimal)
    if high is None:
        return low, low
    assert isinstance(high, Decimal)
    return min(low, high), max(low, high)


def _factor(claim: Figure, source: Figure) -> Decimal:
    """Return what a source value is multiplied by for its rate and its share to read as the claim's."""
    factor = Decimal(1)
    if claim.per is not None and source.per is not None and claim.per != source.per:
        factor *= _periods_per(claim.per, source.per) or 1
    if is_share(claim) and is_share(source) and claim.kind is not source.kind:
        factor *= 100 if claim.kind is Kind.PERCENT else Decimal("0.01")
    return factor


def _periods_per(wanted: str, given: str) -> Decimal | None:
    """Return how many of the given period make the wanted one ("year", "month" gives 12), if that is exact."""
    for periods in (CLOCK_PERIODS, CALENDAR_PERIODS):
        if wanted in periods and given in periods:
            return Decimal(periods[wanted]) / periods[given]
    return None


def _in_claims_unit(claim: Figure, source: Figure, values: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    low, high = (_converted(value, claim, source) * _factor(claim, source) for value in values)
    return min(low, high), max(low, high)


def _converted(value: Decimal, claim: Figure, source: Figure) -> Decimal:
    if claim.unit is None or source.unit is None or claim.unit == source.unit or claim.kind is Kind.MONEY:
        return value
    converted = convert(value, source.unit, claim.unit)
    assert converted is not None  # both are of one dimension, or there was an obstacle
    return converted


def _rescaled(interval: Interval, claim: Figure, source: Figure) -> Interval:
    assert interval.low is not None and interval.high is not None  # a source's interval has both ends
    low, high = _in_claims_unit(claim, source, (interval.low, interval.high))
    return Interval(low, high, interval.open_low, interval.open_high, interval.rounded)


def _gap(claim: tuple[Decimal, Decimal], source: tuple[Decimal, Decimal]) -> Decimal:
    if source[0] > claim[1]:
        return source[0] - claim[1]
    if source[1] < claim[0]:
        return source[1] - claim[0]
    return source[0] - claim[0] if claim[0] == claim[1] and source[0] == source[1] else Decimal(0)


def _comparison(claim: Figure, source: Figure, relation: Relation, difference: Decimal) -> Comparison:
    low = _ends(claim)[0]
    percent = None if low == 0 else _one_decimal(difference / abs(low) * 100)
    note = _NOTES[relation](claim, source)
    return Comparison(claim, source, relation, _plain(difference), percent, note)


def _one_decimal(value: Decimal) -> Decimal:
    if value.adjusted() > 26:  # with a decimal it would have more than the 28 digits that Decimal works with
        return value
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP) + 0


def _plain(value: Decimal) -> Decimal:
    """Return the value without the digits that only a conversion gave it."""
    if value == 0:
        return Decimal(0)
    digits = value.as_tuple().digits
    if len(digits) > 6:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - 5), rounding=ROUND_HALF_UP).normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and value.adjusted() < 27 else value


# --- dates ----------------------------------------------------------------------------------------------


def _compare_dates(claim: Figure, source: Figure) -> Comparison:
    here, there = _comparable_days(claim, source)
    if here is None or there is None:
        return Comparison(
            claim, source, Relation.INCOMPARABLE, note="one of the two dates cannot be placed in a calendar"
        )
    relation = _date_relation(claim, source, here, there)
    difference = Decimal(0) if relation in MET else Decimal((there[0] - here[0]).days)
    return Comparison(claim, source, relation, difference, None, _NOTES[relation](claim, source))


def _comparable_days(claim: Figure, source: Figure) -> tuple[_Days | None, _Days | None]:
    """Return the first and last day of both; where one has no year, on day and month alone, in a leap year."""
    if "XXXX" not in f"{claim.value}{source.value}":
        return _days(claim), _days(source)
    return _days(_without_year(claim)), _days(_without_year(source))


def _without_year(figure: Figure) -> Figure:
    value, high = (None if end is None else _in_leap_year(str(end)) for end in (figure.value, figure.value_high))
    return replace(figure, value=value, value_high=high)


def _has_year(figure: Figure) -> bool:
    return not str(figure.value).startswith("XXXX")


def _in_leap_year(value: str) -> str | None:
    return None if len(value) < len("XXXX-MM") else "2000" + value[4:]


def _days(figure: Figure) -> _Days | None:
    if figure.value is None:
        return None
    days = date_interval(str(figure.value), None if figure.value_high is None else str(figure.value_high))
    return None if days is None else _narrowed(days, figure)


def _narrowed(days: _Days, figure: Figure) -> _Days:
    """Return the part that "early", "mid-" or "late" means; "about" widens by half the length either way."""
    first, last = days
    length = (last - first).days
    part = (figure.hedge or "").rstrip("-").removeprefix("in ").strip()
    if part in PARTS:
        start, end = PARTS[part]
        return first + timedelta(int(length * start)), first + timedelta(int(length * end))
    if figure.bound is Bound.ABOUT:
        slack = timedelta(max(2, length // 2))
        return _shifted(first, -slack), _shifted(last, slack)
    return days


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _date_relation(claim: Figure, source: Figure, here: _Days, there: _Days) -> Relation:
    if here == there and claim.bound is source.bound:
        return Relation.EQUAL if _has_year(claim) == _has_year(source) else Relation.WITHIN
    reach = _reach(claim, here) if claim.bound is not source.bound else here
    if reach[0] <= there[0] and there[1] <= reach[1]:
        return Relation.WITHIN
    if source.bound in (Bound.MORE, Bound.LESS) and claim.bound is Bound.EXACT:
        there = _reach(source, there)  # "before 1984" leaves 1979 open
    if there[1] < reach[0] or reach[1] < there[0]:
        return Relation.DIFFERENT if _same_end(claim, source) else Relation.INCOMPARABLE
    return Relation.INCOMPARABLE


def _reach(claim: Figure, days: _Days) -> _Days:
    """Return the days that the claim's bound allows: "before 1890" is everything up to 1889."""
    first, last = days
    return {
        Bound.MORE: (_shifted(last, timedelta(1)), date.max),
        Bound.AT_LEAST: (first, date.max),
        Bound.LESS: (date.min, _shifted(first, timedelta(-1))),
        Bound.AT_MOST: (date.min, last),
    }.get(claim.bound, days)


def _same_end(claim: Figure, source: Figure) -> bool:
    """Tell whether two dates name the same end of a time: a beginning ("since") is no moment in between."""
    open_ended = {Bound.AT_LEAST, Bound.AT_MOST}
    return claim.bound is source.bound or not {claim.bound, source.bound} & open_ended


# --- words for a person ---------------------------------------------------------------------------------


def describe(figure: Figure) -> str:
    """Return the figure in words: its hedge, its text and the noun counted ("up to 700 jobs")."""
    noun = figure.noun_phrase or figure.noun or ""
    counted = figure.kind in (Kind.NUMBER, Kind.ORDINAL) and noun and noun not in figure.text
    hedge = figure.hedge or ""
    glue = "" if hedge.endswith("-") else " "
    text = figure.text if not hedge or figure.text.lower().startswith(hedge) else f"{hedge}{glue}{figure.text}"
    if not counted:
        return text
    return f"{text} {noun}" if _may_follow(figure, noun) else f"{text} ({noun})"


_TALLIES = frozenset({"numbers", "figures", "totals", "levels"})


def _may_follow(figure: Figure, noun: str) -> bool:
    """Can a noun stand behind its number in a sentence: "11 mills", but "166 (the mill's workforce)"?"""
    head = (figure.noun or noun).lower()
    return "'s " not in noun and "’s " not in noun and head not in _TALLIES


def _missing_note(claim: Figure) -> str:
    told = describe(claim)
    in_digits = any(character.isdigit() for character in claim.text)
    return f"the source gives no figure for {told if in_digits else f'“{told}”'}"


def _equal_note(claim: Figure, source: Figure) -> str:
    return f"the source says the same: {describe(source)}"


def _within_note(claim: Figure, source: Figure) -> str:
    return f"the source says {describe(source)}, which fits “{describe(claim)}”"


def _different_note(claim: Figure, source: Figure) -> str:
    if claim.kind is Kind.DATE and describe(claim).lower() == describe(source).lower():
        return f"“{describe(source)}” is {source.value} in the source and {claim.value} in the claim"
    return f"the source says {describe(source)}"


def _incomparable_note(claim: Figure, source: Figure) -> str:
    if claim.bound is Bound.EXACT and source.bound is Bound.EXACT:
        return f"the source is rounder: it says {describe(source)}"
    return f"the source says {describe(source)}, which neither bears out nor rules out “{describe(claim)}”"


_NOTES: dict[Relation, Callable[[Figure, Figure], str]] = {
    Relation.EQUAL: _equal_note,
    Relation.WITHIN: _within_note,
    Relation.DIFFERENT: _different_note,
    Relation.INCOMPARABLE: _incomparable_note,
}
