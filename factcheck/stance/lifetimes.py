"""Ages, births and ends: "44" for somebody born in 1980, "expires in 2028" for eight years from 2020.

An age and the day of publication give the year of birth, and the other way round; a beginning and a span give the
end. What is worked out so bears a claim out; it contradicts one only where it is of an age set right behind a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.compare import compare_figures
from factcheck.figures.dates import date_interval, iso, shift
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed, stem

_BIRTHS = frozenset(stem(word) for word in listed("born birth birthday"))
_BEGINNINGS = _BIRTHS | frozenset(
    stem(word)
    for word in listed("founded build open establish launch create complete erect construct date start begin")
)
_ENDS = frozenset(
    stem(word)
    for word in listed("expire end until finish lapse last serve close complete due terminate conclude till out")
)
LIFE_WORDS = _BEGINNINGS | _ENDS
"""Stems of a claim that a birth, an age or an end worked out gives as well."""
_SPANS = {"day", "week", "month", "year", "decade"}
_REACH = 6
_BEHIND_NAME = 2


def with_lifetimes(
    claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond], published: date | None
) -> list[Bond]:
    """Return the bonds with births, ages and ends worked out where the passage states none that agrees."""
    return [_worked_out(claim, passage, alignment, bond, published) for bond in bonds]


def _worked_out(claim: Reading, passage: Reading, alignment: Alignment, bond: Bond, published: date | None) -> Bond:
    figure = bond.comparison.claim_figure
    if bond.claim < 0 or bond.relation in MET:
        return bond
    stems = {word.stem for word in claim.words}
    found: list[tuple[Comparison, int, bool]] = []
    if figure.kind is Kind.DATE and stems & _BIRTHS:
        found += _births(passage, alignment, figure, published)
    elif figure.kind is Kind.DATE and stems & _ENDS:
        found += _ends(passage, figure)
    elif figure.kind is Kind.AGE:
        found += _ages(passage, figure, published)
    agreeing = [each for each in found if each[0].relation in MET]
    settled = agreeing or [each for each in found if each[2] and len(found) == 1]
    if not settled:
        return bond
    comparison, place, _ = settled[0]
    mine, theirs = claim.figure_places(bond.claim), passage.figure_places(place)
    frames = [frame_overlap(claim, passage, alignment, mine, theirs, plain=plain) for plain in (False, True)]
    return replace(
        bond, passage=place, comparison=comparison, noun=1, misplaced=False, derived="lifetime",
        frame=max(bond.frame, frames[0]), plain_frame=max(bond.plain_frame, frames[1]),
    )  # fmt: skip


def _births(
    passage: Reading, alignment: Alignment, figure: Figure, published: date | None
) -> Iterator[tuple[Comparison, int, bool]]:
    """Yield the claim's birth date against the year that an age of the passage gives: "Anna Quist, 44"."""
    if published is None:
        return
    for number, age in enumerate(passage.figures):
        if age.kind is not Kind.AGE or not isinstance(age.value, Decimal) or age.value_high is not None:
            continue
        year = published.year - int(age.value)
        born = replace(age, kind=Kind.DATE, value=iso(year - 1), value_high=iso(year), unit=None, bound=Bound.EXACT)
        lies = _lies_within(figure, born)
        note = f"the source gives {published.year} - {age.text} = {year - 1} or {year}"
        relation = Relation.WITHIN if lies else Relation.DIFFERENT
        yield Comparison(figure, age, relation, note=note), number, is_of_a_met_name(passage, alignment, number)


def _lies_within(figure: Figure, span: Figure) -> bool:
    """Is a date one of the days of a span?"""
    mine, theirs = date_interval(str(figure.value)), date_interval(str(span.value), str(span.value_high))
    return mine is not None and theirs is not None and theirs[0] <= mine[0] and mine[1] <= theirs[1]


def is_of_a_met_name(passage: Reading, alignment: Alignment, number: int) -> bool:
    """Does an age stand right behind a name that the claim has too?"""
    places = passage.figure_places(number)
    met = {link.passage for link in alignment.links if link.covered}
    return any(
        0 < places[0] - name.last <= _BEHIND_NAME and not met.isdisjoint(range(name.first, name.last + 1))
        for name in passage.names
        if places
    )


def _ages(passage: Reading, figure: Figure, published: date | None) -> Iterator[tuple[Comparison, int, bool]]:
    """Yield the claim's age against the years since a beginning that the passage dates: "founded in 1975"."""
    if published is None or figure.unit != "year":
        return
    for number, start in enumerate(passage.figures):
        if start.kind is not Kind.DATE or start.value_high is not None or not _is_beginning(passage, number):
            continue
        first = date_interval(str(start.value))
        if first is None or first[0] > published:
            continue
        years = {published.year - first[0].year}
        if len(str(start.value)) == len("2004"):
            years.add(published.year - first[0].year - 1)  # before this year's birthday
        else:
            years = {
                published.year - first[0].year - ((published.month, published.day) < (first[0].month, first[0].day))
            }
        for count in sorted(years, reverse=True):
            given = replace(figure, value=Decimal(count), value_high=None, bound=Bound.EXACT, implied=True)
            compared = compare_figures(figure, given)
            relation = Relation.WITHIN if compared.relation in MET else compared.relation
            note = f"the source gives {published.year} - {start.text} = {count} years"
            yield replace(compared, source_figure=start, relation=relation, note=note), number, False


def _is_beginning(passage: Reading, number: int) -> bool:
    """Does a word of birth or founding stand in the few words before a date?"""
    return any(word.stem in _BEGINNINGS for word in passage.before(number, _REACH))


def _ends(passage: Reading, figure: Figure) -> Iterator[tuple[Comparison, int, bool]]:
    """Yield the claim's date against a beginning of the passage and a span from it: "in 2020 for eight years"."""
    for number, start in enumerate(passage.figures):
        if start.kind is not Kind.DATE or start.value_high is not None or start.bound is not Bound.EXACT:
            continue
        for span in passage.figures:
            end = _moved(start, span)
            if end is None:
                continue
            given = replace(start, value=end)
            compared = compare_figures(replace(figure, bound=Bound.EXACT), given)
            relation = Relation.WITHIN if compared.relation in MET else compared.relation
            note = f"the source gives {start.text} + {span.text} = {end}"
            yield (
                replace(compared, claim_figure=figure, source_figure=start, relation=relation, note=note),
                number,
                False,
            )


def _moved(start: Figure, span: Figure) -> str | None:
    """Return the date a span after another one, as exact as that is."""
    if span.kind is not Kind.DURATION or span.unit not in _SPANS or span.bound is not Bound.EXACT:
        return None
    days = date_interval(str(start.value))
    if days is None or not isinstance(span.value, Decimal) or span.value != span.value.to_integral_value():
        return None
    end = shift(days[0], int(span.value), span.unit)
    return None if end is None else end.isoformat()[: len(str(start.value))]
