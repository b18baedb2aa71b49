"""Figures that a passage does not state but that follow from those it states: shown as a sum a reader can check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import permutations

from factcheck.compare import compare_figures, is_share
from factcheck.figures.dates import date_interval
from factcheck.figures.units import convert
from factcheck.models import Bound, Figure, Kind, Relation, Role
from factcheck.stance.binding import Bond, noun_agreement, noun_of
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_DIFFERENCE_CUES = frozenset(
    stem(word)
    for word in listed("""
    more less fewer difference gap owe left remain rest still yet further behind ahead lead margin majority by other
    lower higher above below rise fall grow drop increase decrease gain lose climb cut reduce raise shrink longer later
    earlier older younger without not
    """)
)
_SUM_CUES = frozenset(stem(word) for word in listed("total together combined altogether both all overall sum joint"))
_REST_CUES = frozenset(listed("rest remainder remaining other others"))
_AGO = frozenset(listed("after before later earlier between took lasted for ago since old aged within until"))
_MOST_FIGURES = 8
_HUNDRED = Decimal(100)
_DAYS_A_YEAR = Decimal("365.2425")
_FIT = 2.0


@dataclass(frozen=True, slots=True)
class _Sum:
    """A value worked out from figures of the passage, with the sum as a person would write it."""

    value: Decimal
    text: str
    operand: int
    sure: bool = False  # the figures surely belong together: "from 31 to 22"


def derive(claim: Reading, passage: Reading, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with those of figures that can be worked out from the passage put in place of unmet ones."""
    return [_derived(claim, passage, bond) if _is_unmet(bond) else bond for bond in bonds]


def _is_unmet(bond: Bond) -> bool:
    return bond.relation not in (Relation.EQUAL, Relation.WITHIN)


def _derived(claim: Reading, passage: Reading, bond: Bond) -> Bond:
    """Return a bond to a value worked out from the passage where one meets the claim's, else the bond as it was."""
    figure = bond.comparison.claim_figure
    if not isinstance(figure.value, Decimal) or len(passage.figures) > _MOST_FIGURES:
        return bond
    for rule in _RULES:
        for found in rule(claim, passage, bond.claim, figure):
            comparison = compare_figures(figure, _as_figure(figure, found.value))
            if comparison.relation in (Relation.EQUAL, Relation.WITHIN):
                comparison = replace(comparison, source_figure=passage.figures[found.operand], note=found.text)
                return Bond(
                    bond.claim, found.operand, comparison, _FIT, max(0.5, bond.frame), 1, max(0.5, bond.plain_frame)
                )
    return bond


def _as_figure(figure: Figure, value: Decimal) -> Figure:
    """Return a figure of the claim's kind and unit with a value that was worked out."""
    return replace(figure, value=value, value_high=None, bound=Bound.EXACT, doubt=(), hedge=None)


def _cues(reading: Reading) -> set[str]:
    return {word.stem for word in reading.words} | {word.plain for word in reading.words}


def _pairs(passage: Reading, figure: Figure) -> Iterator[tuple[int, int, Decimal, Decimal]]:
    """Yield two figures of the passage of the claim figure's sort, with their values in its unit."""
    values = [(place, _value_in(candidate, figure)) for place, candidate in enumerate(passage.figures)]
    known = [(place, value) for place, value in values if value is not None]
    for (first, value), (second, other) in permutations(known, 2):
        yield first, second, value, other


def _value_in(candidate: Figure, figure: Figure) -> Decimal | None:
    """Return the value of a passage figure in the unit of the claim's, None where they do not go together."""
    if (
        not isinstance(candidate.value, Decimal)
        or candidate.value_high is not None
        or candidate.kind is not figure.kind
    ):
        return None
    if candidate.unit == figure.unit:
        return candidate.value
    return convert(candidate.value, candidate.unit, figure.unit) if candidate.unit and figure.unit else None


def _differences(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield what lies between two figures: "from 31 to 22" is a fall of 9."""
    if figure.role is not Role.CHANGE and not _cues(claim) & _DIFFERENCE_CUES:
        return
    for first, second, value, other in _pairs(passage, figure):
        if value > other and _may_subtract(claim, passage, number, first, second):
            text = f"{passage.figures[first].text} - {passage.figures[second].text} = {_shown(value - other, figure)}"
            yield _Sum(value - other, text, first)


def _may_subtract(claim: Reading, passage: Reading, number: int, first: int, second: int) -> bool:
    """Do two figures count what the claim's figure counts, so that their difference does as well?"""
    nouns = noun_of(passage, first), noun_of(passage, second)
    mine = noun_of(claim, number)
    agreements = [
        noun_agreement(claim.figures[number], passage.figures[p], mine, n)
        for p, n in zip((first, second), nouns, strict=True)
    ]
    return claim.figures[number].kind is not Kind.NUMBER or max(agreements) >= 0


def _sums(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield two figures added, where the claim speaks of a total."""
    if not _cues(claim) & _SUM_CUES:
        return
    for first, second, value, other in _pairs(passage, figure):
        if first < second:
            text = f"{passage.figures[first].text} + {passage.figures[second].text} = {_shown(value + other, figure)}"
            yield _Sum(value + other, text, first)


def _shares(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield one count as a share of another: 53 of 90 is more than half."""
    if not is_share(figure) or figure.role is Role.CHANGE:
        return
    for first, part in enumerate(passage.figures):
        for second, whole in enumerate(passage.figures):
            if first == second or part.kind is not whole.kind or part.kind not in (Kind.NUMBER, Kind.MONEY):
                continue
            if part.unit != whole.unit or not _are_decimals(part, whole) or not 0 < part.value < whole.value:  # type: ignore[operator]
                continue
            share = Decimal(part.value) / Decimal(whole.value)  # type: ignore[arg-type]
            text = f"{part.text} of {whole.text} is {_shown(share * _HUNDRED, None)}%"
            yield _Sum(share * _HUNDRED if figure.kind is Kind.PERCENT else share, text, first)


def _are_decimals(*figures: Figure) -> bool:
    return all(isinstance(figure.value, Decimal) for figure in figures)


def _rests(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield what is left of a whole: 60 per cent and "the rest" leave 40."""
    if not is_share(figure) or not _cues(passage) & _REST_CUES:
        return
    for place, part in enumerate(passage.figures):
        if part.kind is Kind.PERCENT and isinstance(part.value, Decimal) and 0 < part.value < _HUNDRED:
            rest = _HUNDRED - part.value
            value = rest if figure.kind is Kind.PERCENT else rest / _HUNDRED
            yield _Sum(value, f"100% - {part.text} = {_shown(rest, None)}%", place)


def _changes(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield the change from one figure to another in per cent of the first."""
    if figure.kind is not Kind.PERCENT or not _cues(claim) & _DIFFERENCE_CUES:
        return
    for first, start in enumerate(passage.figures):
        for second, end in enumerate(passage.figures):
            if first == second or start.kind is not end.kind or start.unit != end.unit or start.kind is Kind.DATE:
                continue
            if not _are_decimals(start, end) or not start.value or start.kind is Kind.PERCENT:
                continue
            change = (Decimal(end.value) - Decimal(start.value)) / Decimal(start.value) * _HUNDRED  # type: ignore[arg-type]
            text = f"from {start.text} to {end.text} is {_shown(abs(change), None)}%"
            yield _Sum(abs(change), text, first)


def _spans(claim: Reading, passage: Reading, number: int, figure: Figure) -> Iterator[_Sum]:
    """Yield the time between two dates of the passage."""
    if figure.kind not in (Kind.DURATION, Kind.AGE) or not _cues(claim) & _AGO:
        return
    unit = figure.unit or "year"
    dated = [(place, _middle(each)) for place, each in enumerate(passage.figures) if each.kind is Kind.DATE]
    known = [(place, day) for place, day in dated if day is not None]
    for (first, start), (second, end) in permutations(known, 2):
        if start < end:
            value = _length(Decimal((end - start).days), unit)
            if value is not None:
                ends = f"from {passage.figures[first].text} to {passage.figures[second].text}"
                yield _Sum(value, f"{ends} is {_shown(value, None)} {unit}s", first)


def _middle(figure: Figure) -> date | None:
    """Return the middle day of a date."""
    days = date_interval(str(figure.value)) if isinstance(figure.value, str) else None
    return days[0] + (days[1] - days[0]) / 2 if days else None


def _length(days: Decimal, unit: str) -> Decimal | None:
    """Return a number of days in a unit of time, years and months as the calendar has them on average."""
    calendar = {"year": _DAYS_A_YEAR, "month": _DAYS_A_YEAR / 12, "day": Decimal(1), "week": Decimal(7)}
    return (days / calendar[unit]).quantize(Decimal(1)) if unit in calendar else None


def _shown(value: Decimal, figure: Figure | None) -> str:
    """Return a value as a person writes it, with the claim figure's currency or unit."""
    names = ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
    scale, name = next(((s, n) for s, n in names if abs(value) >= s), (Decimal(1), ""))
    number = f"{(value / scale).quantize(Decimal('0.01')).normalize():,f}{name}"
    if figure is None or figure.unit is None:
        return number
    return f"{number}%" if figure.kind is Kind.PERCENT else f"{number} {figure.unit}"


_RULES: tuple[Callable[[Reading, Reading, int, Figure], Iterator[_Sum]], ...] = (
    _differences, _sums, _shares, _rests, _changes, _spans,
)  # fmt: skip
