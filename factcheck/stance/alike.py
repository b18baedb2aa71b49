"""Two figures of different kinds that measure one thing, read as one kind.

"Nine school days" counts days and "nine days" is a duration; "the driver was 52" is an age as "a 52-year-old driver"
is; "from 41 degrees Fahrenheit to 19 degrees" leaves a scale to the figure before.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import ABOUT, compare_figures
from factcheck.figures.units import UNITS
from factcheck.models import MET, Bound, Figure, Kind, Role
from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import PERSON_FIELD, field
from factcheck.stance.operands import in_unit
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed, stem

_BEFORE_AGE = 8  # words within which an "age of" stands before a duration
_TO_NOUN = 5  # words from a figure to the noun that it counts
_TO_TAKING = 12  # words of "taking the payout for the full year to"
_TAKING = frozenset(listed("taking takes took take bringing brings brought bring"))
_NOT_FAR = Decimal("0.5")  # of "within 10 minutes", five are said to be; one is another story
_SCALES = ("degF", "degC")
_BARE_DEGREES = "deg"


def as_one_kind(claim: Reading, number: int, passage: Reading, other: int) -> tuple[Figure, Figure]:
    """Return a claim's figure and a passage's as figures of one kind where they can be, else as they are."""
    figure, candidate = claim.figures[number], _with_scale(passage, other)
    if figure.per is not None and candidate.per is None:
        candidate = _with_rate(passage, other, candidate)
    if _is_within(claim, number) and not _is_within(passage, other):
        figure = _as_most(figure, candidate)
    if figure.value == candidate.value and {figure.kind, candidate.kind} == {Kind.AGE, Kind.NUMBER}:
        return _as_equal_age(claim, number, figure), _as_equal_age(passage, other, candidate)
    if figure.unit in (*_SCALES, _BARE_DEGREES) and _is_bare_below_nought(candidate):
        candidate = replace(candidate, kind=figure.kind, unit=figure.unit, noun=None)
    if figure.kind is Kind.AGE or candidate.kind is Kind.AGE:
        return _as_age(claim, number, figure), _as_age(passage, other, candidate)
    if figure.kind is Kind.DURATION:
        return figure, _as_duration(candidate)
    if candidate.kind is Kind.DURATION:
        return _as_duration(figure), candidate
    return figure, candidate


def _with_scale(passage: Reading, other: int) -> Figure:
    """Return a figure, bare degrees in the scale of the nearest figure before them that has one."""
    figure = passage.figures[other]
    if figure.unit != _BARE_DEGREES:
        return figure
    scale = next((each.unit for each in reversed(passage.figures[:other]) if each.unit in _SCALES), None)
    return replace(figure, unit=scale) if scale else figure


def _with_rate(passage: Reading, other: int, figure: Figure) -> Figure:
    """Return a figure with what the last one of its unit is per, where it tells what that one makes it come to.

    "A final dividend of 14p a share, taking the payout for the year to 20p".
    """
    before = [word.plain for word in passage.before(other, _TO_TAKING)]
    if before[-1:] != ["to"] or _TAKING.isdisjoint(before):
        return figure
    alike = [each for each in passage.figures[:other] if each.kind is figure.kind and each.unit == figure.unit]
    rate = next((each for each in reversed(alike) if each.role is not Role.FROM), None)
    parted = rate is None or any(mark in passage.text[rate.end : figure.start] for mark in ".!?;")
    return figure if rate is None or parted else replace(figure, per=rate.per)


def _is_within(reading: Reading, number: int) -> bool:
    """Does a text say that a time or distance was not gone beyond: "within 10 minutes"?"""
    return any(word.plain == "within" for word in reading.before(number, 1))


def _as_most(figure: Figure, candidate: Figure) -> Figure:
    """Return "10 minutes" behind "within" as the most that it may be, where the passage's own is not far less."""
    if figure.kind not in (Kind.DURATION, Kind.MEASURE) or figure.bound is not Bound.EXACT:
        return figure
    value = in_unit(candidate, figure.unit) if candidate.kind is figure.kind else None
    if value is None or not isinstance(figure.value, Decimal) or not figure.value * _NOT_FAR <= value < figure.value:
        return figure
    return replace(figure, bound=Bound.AT_MOST, hedge="within")


def _as_equal_age(reading: Reading, number: int, figure: Figure) -> Figure:
    """Return a bare number that ends its stretch as an age, where the other text has an age of that value.

    "Most of the dead were over 70" tells of those "aged over 70".
    """
    is_bare = figure.kind is Kind.NUMBER and figure.unit is None and figure.role is Role.LEVEL
    if not is_bare or not _ends_clause(reading, number):
        return figure
    return replace(figure, kind=Kind.AGE, unit="year", role=None, noun=None)


def _is_bare_below_nought(figure: Figure) -> bool:
    """Is a figure below nought, as of all that is counted only a temperature is: "at minus 20"?"""
    bare = figure.kind is Kind.NUMBER and figure.unit is None and figure.noun is None
    return bare and isinstance(figure.value, Decimal) and figure.value < 0


def _as_duration(figure: Figure) -> Figure:
    """Return a count of days, weeks or the like as the time that they last."""
    unit = (figure.noun or "").lower().removesuffix("s")
    is_time = unit in UNITS and UNITS[unit].dimension == "time"
    if figure.kind is not Kind.NUMBER or figure.unit is not None or not is_time:
        return figure
    return replace(figure, kind=Kind.DURATION, unit=unit, noun=None)


def _as_age(reading: Reading, number: int, figure: Figure) -> Figure:
    """Return a figure as an age: a duration behind "the age of", or what a person "was"."""
    if figure.kind is Kind.DURATION:
        is_age = any(word.stem == "age" for word in reading.before(number, _BEFORE_AGE))
        return replace(figure, kind=Kind.AGE) if is_age else figure
    is_bare = figure.kind is Kind.NUMBER and figure.unit is None and figure.role is Role.LEVEL
    if not is_bare or not _is_one_person(figure.noun or "") or not _ends_clause(reading, number):
        return figure
    return replace(figure, kind=Kind.AGE, unit="year", role=None)


def _is_one_person(noun: str) -> bool:
    """Is a noun one person's trade or kin: "driver", but not "drivers"?"""
    return field(stem(noun)) == PERSON_FIELD and not noun.endswith("s")


def _ends_clause(reading: Reading, number: int) -> bool:
    """Does no word stand behind a figure in its stretch that it could count: "was 52", "was 52 when he died"?"""
    clause = reading.words[reading.figure_places(number)[-1]].clause
    return all(word.stop or word.clause != clause for word in reading.behind(number, 1))


def are_holders(claim: Reading, number: int, passage: Reading, other: int, alignment: Alignment) -> bool:
    """Counts one text the people who have or do what the other counts: "140 people will have jobs", "140 jobs"?

    The claim has a word for what the passage counts, in the same stretch, and no other figure of the claim counts it.
    Two figures of one digit are the same by chance too often.
    """
    figure, candidate = claim.figures[number], passage.figures[other]
    if not _has_digits(figure) or _counts_people(figure) == _counts_people(candidate):
        return False
    here, there = claim.figure_places(number), _noun_place(passage, other)
    counted = {_noun_place(claim, place) for place in range(len(claim.figures))}
    return there >= 0 and any(
        link.covered and link.passage == there and link.claim not in counted
        for link in alignment.links
        if claim.words[link.claim].clause == claim.words[here[0]].clause
    )


def is_near_amount(figure: Figure, candidate: Figure) -> bool:
    """Do two amounts agree and lie near each other? Every large number is "more than 100"."""
    mine, theirs = figure.value, candidate.value
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or abs(mine - theirs) > ABOUT * abs(mine):
        return False
    return compare_figures(figure, candidate).relation in MET


def _has_digits(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and len(figure.value.normalize().as_tuple().digits) > 1


def _counts_people(figure: Figure) -> bool:
    noun = stem(figure.noun or "")
    return noun == stem("people") or field(noun) == PERSON_FIELD


def _noun_place(reading: Reading, number: int) -> int:
    """Return the place of the noun behind a figure, -1 where it has none there."""
    places, noun = reading.figure_places(number), reading.figures[number].noun
    if not noun:
        return -1
    behind = range(places[-1] + 1, min(len(reading.words), places[-1] + 1 + _TO_NOUN))
    return next((place for place in behind if reading.words[place].text == noun), -1)
