"""Which figure of a passage stands for which of a sentence: equal ones first, then by what stands around them.

Simpler than the judge's binding, and made for another question. The judge asks what a passage says of a claim; a
proofreader asks which figure the writer copied wrongly, and a writer copies all the others rightly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.proofread.slips import are_swapped_digits, looks_miscopied
from factcheck.stance.align import Alignment
from factcheck.stance.reading import Reading
from factcheck.words import likeness

LEAST_FRAME = 0.2
CLOSER = 0.15
FARTHEST = 2
"""So many times a bounded figure another one may be and still be meant by it."""
NEAR = 3  # words beside a figure that count in full; those further off count less


@dataclass(frozen=True, slots=True)
class Bond:
    """A figure of the sentence (by its place) with the passage's figure for it, `missing` where it has none.

    `frame` is how much of what stands around the one stands around the other, 0 to 1; `noun` is 1 where both
    count one thing, -1 where they count different things, 0 where that is unknown.
    """

    claim: int
    comparison: Comparison
    frame: float = 0.0
    noun: int = 0

    @property
    def relation(self) -> Relation:
        """How the two figures compare."""
        return self.comparison.relation


def bind(claim: Reading, passage: Reading, alignment: Alignment) -> tuple[Bond, ...]:
    """Return a bond for each figure of the claim, in their order."""
    options = [
        _option(claim, passage, alignment, number, other)
        for number, figure in enumerate(claim.figures)
        for other, candidate in enumerate(passage.figures)
        if _are_of_one_sort(figure, candidate)
    ]
    miscopied = [
        bond
        for bond, _ in options
        if bond.comparison.source_figure is not None
        and bond.relation is Relation.DIFFERENT
        and looks_miscopied(bond.comparison.claim_figure, bond.comparison.source_figure)
    ]
    chosen: dict[int, Bond] = {}
    taken: set[int] = set()
    for wanted in (True, False):
        for bond, other in sorted(options, key=lambda option: _order(*option)):
            fits = _is_met(bond, miscopied) if wanted else bond.frame >= LEAST_FRAME
            if fits and bond.claim not in chosen and other not in taken:
                chosen[bond.claim] = bond
                taken.add(other)
    return tuple(
        chosen.get(number) or Bond(number, compare_figures(figure, None)) for number, figure in enumerate(claim.figures)
    )


def _is_met(bond: Bond, miscopied: Sequence[Bond]) -> bool:
    """Tell whether the figures meet; where they only nearly do, no likelier one may look like this one miscopied."""
    if bond.relation is not Relation.WITHIN or bond.comparison.claim_figure.bound != Bound.EXACT:
        return bond.relation in MET
    return not any(other.claim == bond.claim and other.frame >= bond.frame + CLOSER for other in miscopied)


def _are_of_one_sort(figure: Figure, candidate: Figure) -> bool:
    if figure.kind is candidate.kind:
        return figure.kind is Kind.PERCENT or is_share(figure) == is_share(candidate)
    times = {Kind.DURATION, Kind.MEASURE, Kind.AGE}
    return (is_share(figure) and is_share(candidate)) or {figure.kind, candidate.kind} <= times


def _order(bond: Bond, other: int) -> tuple[float, int, int]:
    source = bond.comparison.source_figure
    twins = source is not None and are_swapped_digits(bond.comparison.claim_figure, source)
    fit = bond.frame + 0.5 * bond.noun + _role_fit(bond.comparison) + (0.5 if twins else 0.0)
    return -fit, bond.claim, other


def _role_fit(comparison: Comparison) -> float:
    roles = comparison.claim_figure.role, comparison.source_figure.role if comparison.source_figure else None
    if None in roles:
        return 0.0
    return 0.2 if roles[0] is roles[1] else -0.6 if Role.CHANGE in roles else -0.2


def _option(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> tuple[Bond, int]:
    figure, candidate = claim.figures[number], passage.figures[other]
    frame = _frame(claim, passage, alignment, claim.figure_places(number), passage.figure_places(other))
    comparison = _compared(figure, candidate)
    return Bond(number, comparison, frame, _noun(figure, candidate)), other


def _compared(figure: Figure, candidate: Figure) -> Comparison:
    """Return how two figures compare where the one may be copied from the other.

    "Until 3 June" is no wide span then, but a day; "64 more pilots" may be the 64 that are missing; and a day without a
    year is the same day in draft and source.
    """
    comparison = compare_figures(figure, candidate)
    if figure.kind is candidate.kind is Kind.DATE:
        if _are_words_the_same(figure, candidate):
            return replace(comparison, relation=Relation.WITHIN)
        if figure.bound is Bound.ABOUT or not (candidate.bound in (figure.bound, Bound.EXACT) or _is_day(candidate)):
            return comparison  # "last year" and "since 1952"
        days = replace(figure, bound=Bound.EXACT), replace(candidate, bound=Bound.EXACT)
        return replace(comparison, relation=compare_figures(*days).relation)
    if comparison.relation is Relation.WITHIN and _are_far_apart(figure, candidate):
        return replace(comparison, relation=Relation.INCOMPARABLE)
    same = (figure.kind, figure.unit, figure.value) == (candidate.kind, candidate.unit, candidate.value)
    same = same and (figure.per is None or candidate.per is None or figure.per == candidate.per)
    if same and comparison.relation is Relation.INCOMPARABLE and figure.value is not None and not figure.value_high:
        return replace(comparison, relation=Relation.WITHIN)
    return comparison


def _is_day(figure: Figure) -> bool:
    """Tell whether a date is one day, written as such: "since 1 September"."""
    return any(character.isdigit() for character in figure.text) and str(figure.value).count("-") == 2


def _are_far_apart(figure: Figure, candidate: Figure) -> bool:
    """Tell whether a bound holds of a figure that nobody would give it for: "more than 1,100" of 410,000."""
    one, other = figure.value, candidate.value
    if figure.bound in (Bound.EXACT, Bound.ABOUT) or figure.unit != candidate.unit:
        return False
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one or not other:
        return False
    return max(one / other, other / one) > FARTHEST


def _are_words_the_same(figure: Figure, candidate: Figure) -> bool:
    """Tell whether two dates are one day or month without a year, which the draft's and the source's date differ in."""
    one = figure.text.casefold()
    return one == candidate.text.casefold() and not re.search(r"\d{4}|\b(?:this|last|next|ago|yesterday|today)\b", one)


def _noun(figure: Figure, candidate: Figure) -> int:
    """Return 1 for one noun counted, -1 for two, 0 where a noun is not given or counts say nothing."""
    if figure.kind not in (Kind.NUMBER, Kind.ORDINAL) or not figure.noun or not candidate.noun:
        return 0
    if likeness(figure.noun, candidate.noun) >= 0.9:
        return 1
    mine, theirs = (set((f.noun_phrase or f.noun or "").lower().split()) for f in (figure, candidate))
    return 1 if mine & theirs else -1 if not _is_kin(figure.noun, candidate.noun) else 1


def _is_kin(noun: str, other: str) -> bool:
    from factcheck.stance.align import STRENGTH
    from factcheck.stance.lexicon import kin
    from factcheck.words import stem

    return STRENGTH[kin(stem(noun), stem(other))] >= 0.6


def _frame(
    claim: Reading, passage: Reading, alignment: Alignment, mine: list[int] | range, theirs: list[int] | range
) -> float:
    """Return how much of the claim's words, nearest to its figure first, stand near the passage's figure."""
    if not mine or not theirs:
        return 0.0
    total = met = 0.0
    for link in alignment.links:
        share = 1.0 / (1.0 + _gap(link.claim, mine) / NEAR)
        total += share
        if link.covered and link.in_context:
            met += 0.5 * share
        elif link.covered and passage.words[link.passage].sentence == passage.words[theirs[0]].sentence:
            met += share * link.strength / (1.0 + max(0, _gap(link.passage, theirs) - NEAR) / 8)
    return met / total if total else 0.0


def _gap(place: int, places: list[int] | range) -> int:
    """Return how many words lie between a place and a figure's."""
    return max(places[0] - place, place - places[-1], 0)
