"""How two times of day compare, and two parts of the day: they agree, they differ, or neither is sure.

As with figures, the claim's time is an interval and the source's another. The source agrees where what it states
lies in the claim's; they differ where the two are apart; else nothing is sure ("at 9" beside "after 8").
"""

from __future__ import annotations

from itertools import product

from factcheck.models import Relation
from factcheck.stance.clock_times import DAY, HALF_DAY, ClockTime

_ABOUT = 15  # minutes to either side of "about nine"; reports round such times to the quarter of an hour
_SHORTLY = 30  # minutes within which something is "shortly after eleven": half an hour is told as such
_ALL = DAY
_SLACK = ((60, 5), (30, 5), (15, 5), (5, 2))  # times that are multiples of so many minutes may be rounded by so many
_EDGE = 6 * 60  # "before 2 a.m." may be said of the evening before
_INTERVALS = {
    "=": (0, 0), "from": (0, 0), "until": (0, 0), "~": (-_ABOUT, _ABOUT), ">~": (1, _SHORTLY), "<~": (-_SHORTLY, -1),
    ">": (1, _ALL), "<": (-_ALL, -1), "<=": (-_ALL, 0),
}  # fmt: skip
_OPEN = frozenset({">", "<", "<="})  # half-lines
_POINTS = frozenset({"=", "from", "~"})

# The hours that are surely in a part of the day, and those outside which it surely is not, in minutes.
_HOURS = {
    "morning": ((0, 719), (0, 750)),
    "afternoon": ((720, 1079), (690, 1140)),
    "evening": ((1020, 1439), (960, 1439)),
    "night": ((1200, DAY + 300), (1020, DAY + 480)),
    "small hours": ((0, 300), (0, 420)),
    "dawn": ((1, 0), (180, 540)),
    "morning rush": ((390, 569), (300, 660)),
    "afternoon rush": ((930, 1139), (870, 1260)),
    "evening rush": ((960, 1139), (900, 1260)),
}
_APART = {frozenset(pair) for pair in (("morning", "afternoon"), ("morning", "evening"))}


def relation_of(mine: ClockTime, theirs: ClockTime) -> Relation:
    """Return how a passage's time of day compares with a claim's."""
    if mine.part or theirs.part:
        return _of_parts(mine, theirs)
    found = _of_ranges(mine, theirs) if mine.last or theirs.last else _of_points(mine, theirs)
    is_elsewhere = mine.zone != theirs.zone
    if is_elsewhere and (found is Relation.DIFFERENT or (mine.zone and theirs.zone)):
        return Relation.INCOMPARABLE
    return found


# --- two times -------------------------------------------------------------------------------------------


def _of_points(mine: ClockTime, theirs: ClockTime) -> Relation:
    """Return how two times compare that are no stretches: by the readings of "7:24" that agree, if any do."""
    found = {_compared(mine.bound, one, theirs.bound, other) for one, other in product(mine.minutes, theirs.minutes)}
    return next(r for r in (Relation.EQUAL, Relation.WITHIN, Relation.INCOMPARABLE, Relation.DIFFERENT) if r in found)


def _compared(bound: str, minute: int, other: str, there: int) -> Relation:
    """Return how two minutes of the day compare with the bounds that are set to them."""
    if "?" in (bound, other):
        return Relation.INCOMPARABLE
    if bound != other and "until" in (bound, other):
        if {bound, other} == {"until", "<="}:
            return Relation.EQUAL if minute == there else Relation.INCOMPARABLE
        return Relation.INCOMPARABLE
    away = _away(bound, minute, there)
    if bound == other and away == 0:
        return Relation.EQUAL
    (low, high), (first, last) = _INTERVALS[bound], _INTERVALS[other]
    first, last = first + away, last + away
    stated = (away, away) if other in _POINTS or (other not in _OPEN and bound == "~") else (first, last)
    if low <= stated[0] and stated[1] <= high:
        near = {bound, other} <= {"=", "from"}
        return Relation.EQUAL if near else Relation.WITHIN
    gap = max(first - high, low - last)
    is_sure = abs(away) <= HALF_DAY if bound in _OPEN or other in _OPEN else True
    return Relation.DIFFERENT if gap > _slack(minute, there) and is_sure else Relation.INCOMPARABLE


def _away(bound: str, minute: int, there: int) -> int:
    """Return by how many minutes the other is later: round midnight, or within the day where one counts its hours."""
    around = (there - minute + HALF_DAY) % DAY - HALF_DAY
    if bound in ("<", "<=") and minute >= _EDGE:
        return there - minute
    if bound == ">" and minute <= DAY - _EDGE:
        return there - minute
    return around


def _slack(minute: int, there: int) -> int:
    """Return how far two times may be apart of which the rounder may be rounded: "at 10 p.m.", "at 10.04 p.m."."""
    return max((slack for step, slack in _SLACK if not minute % step or not there % step), default=0)


def _of_ranges(mine: ClockTime, theirs: ClockTime) -> Relation:
    """Return how two times compare one of which at least is a stretch or lies between two others."""
    if mine.last and theirs.last:
        ends = (_of_ends(mine.minutes, theirs.minutes), _of_ends(mine.last, theirs.last))
        if all(end is Relation.EQUAL for end in ends):
            return Relation.EQUAL
        return (
            Relation.DIFFERENT if mine.bound == theirs.bound and Relation.DIFFERENT in ends else Relation.INCOMPARABLE
        )
    if theirs.last:
        if theirs.bound == "between":
            is_out = mine.bound in _POINTS and not _is_within(theirs, mine.minutes)
            return Relation.DIFFERENT if is_out else Relation.INCOMPARABLE
        edge = theirs.last if mine.bound == "until" else theirs.minutes
        return Relation.EQUAL if _of_ends(mine.minutes, edge) is Relation.EQUAL else Relation.INCOMPARABLE
    if mine.bound != "between" or theirs.bound not in _POINTS:
        return Relation.INCOMPARABLE
    return Relation.WITHIN if _is_within(mine, theirs.minutes) else Relation.DIFFERENT


def _of_ends(mine: tuple[int, ...], theirs: tuple[int, ...]) -> Relation:
    found = {_compared("=", one, "=", other) for one, other in product(mine, theirs)}
    return next(r for r in (Relation.EQUAL, Relation.INCOMPARABLE, Relation.DIFFERENT) if r in found)


def _is_within(stretch: ClockTime, minutes: tuple[int, ...]) -> bool:
    """Lies one of these minutes between the two ends?"""
    return any(
        (minute - first) % DAY <= (last - first) % DAY
        for minute, first, last in product(minutes, stretch.minutes, stretch.last)
    )


# --- parts of the day --------------------------------------------------------------------------------------


def _of_parts(mine: ClockTime, theirs: ClockTime) -> Relation:
    if mine.part and theirs.part:
        return _of_two_parts(mine.part, theirs.part)
    part, time = (mine.part, theirs) if mine.part else (theirs.part, mine)
    if time.last or time.bound in _OPEN or time.bound == "?":
        return Relation.INCOMPARABLE
    shift = {">~": 1, "<~": -1}.get(time.bound, 0)
    minutes = [(minute + shift) % DAY for minute in time.minutes]
    sure, possible = _HOURS[part]
    if not any(_lies_in(minute, possible) for minute in minutes):
        return Relation.DIFFERENT
    is_met = mine.part and any(_lies_in(minute, sure) for minute in minutes)
    return Relation.WITHIN if is_met else Relation.INCOMPARABLE


def _of_two_parts(mine: str, theirs: str) -> Relation:
    if mine == theirs or theirs == f"{mine} rush":
        return Relation.EQUAL
    days = {part.removesuffix(" rush") for part in (mine, theirs)}
    return Relation.DIFFERENT if days in _APART else Relation.INCOMPARABLE


def _lies_in(minute: int, hours: tuple[int, int]) -> bool:
    return hours[0] <= minute <= hours[1] or hours[0] <= minute + DAY <= hours[1]
