"""Which figure of the passage measures what a figure of the claim measures: the best joint assignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.compare import compare_figures, is_share
from factcheck.models import Comparison, Figure, Kind, Relation
from factcheck.stance.align import STRENGTH, Alignment
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.reading import Reading
from factcheck.words import stem

SAME_NOUN, OTHER_NOUN, EQUAL_VALUE, FRAME, SAME_ROLE, OTHER_ROLE = 3.0, -2.5, 1.5, 3.0, 0.5, -2.0
LEAST_FIT = 1.0
_MOST_OPTIONS = 4
_MOST_JOINT = 5  # claims with more figures are rare, and their joint assignments many


@dataclass(frozen=True, slots=True)
class Bond:
    """A figure of the claim and the passage figure bound to it, with how the two were judged to belong together.

    `frame` is how much of what stands around the claim's figure stands around the passage's, 0 to 1; `noun` is
    1 where both count the same thing, -1 where they count different things, 0 where that is unknown.
    """

    claim: int
    passage: int
    comparison: Comparison
    fit: float = 0.0
    frame: float = 0.0
    noun: int = 0

    @property
    def relation(self) -> Relation:
        """Return how the two figures compare."""
        return self.comparison.relation


def bind_figures(claim: Reading, passage: Reading, alignment: Alignment) -> list[Bond]:
    """Return a bond for each figure of the claim; a figure that nothing measures gets a `missing` one."""
    options = [_options(claim, passage, alignment, number) for number in range(len(claim.figures))]
    chosen = _best_assignment(options, frozenset())[1] if len(options) <= _MOST_JOINT else _greedy_assignment(options)
    return [
        bond or Bond(number, -1, compare_figures(figure, None))
        for number, (figure, bond) in enumerate(zip(claim.figures, chosen, strict=True))
    ]


def _options(claim: Reading, passage: Reading, alignment: Alignment, number: int) -> list[Bond]:
    """Return the passage figures that may measure what one claim figure does, best first."""
    bonds = []
    for other in range(len(passage.figures)):
        bond = _bond(claim, passage, alignment, number, other)
        if bond is not None and bond.fit >= LEAST_FIT:
            bonds.append(bond)
    return sorted(bonds, key=lambda bond: (-bond.fit, bond.passage))[:_MOST_OPTIONS]


def _bond(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> Bond | None:
    """Return one claim figure bound to one passage figure, None where they are of different kinds."""
    figure, candidate = claim.figures[number], passage.figures[other]
    if not _same_sort(figure, candidate):
        return None
    comparison = compare_figures(figure, candidate)
    frame = frame_overlap(claim, passage, alignment, number, other)
    noun = noun_agreement(figure, candidate)
    fit = FRAME * frame + 0.5
    fit += SAME_NOUN if noun > 0 else OTHER_NOUN if noun < 0 else 0.5
    if comparison.relation in (Relation.EQUAL, Relation.WITHIN):
        fit += EQUAL_VALUE
    if figure.role and candidate.role:
        fit += SAME_ROLE if figure.role is candidate.role else OTHER_ROLE
    return Bond(number, other, comparison, fit, frame, noun)


def _same_sort(figure: Figure, candidate: Figure) -> bool:
    """Can the two measure the same thing by their kinds?"""
    if figure.kind is candidate.kind:
        return True
    times = {Kind.DURATION, Kind.MEASURE, Kind.AGE}
    return (is_share(figure) and is_share(candidate)) or {figure.kind, candidate.kind} <= times


def noun_agreement(figure: Figure, candidate: Figure) -> int:
    """Return 1 where two figures count the same thing, -1 where they count different things, else 0."""
    if not figure.noun or not candidate.noun or figure.kind not in (Kind.NUMBER, Kind.ORDINAL):
        return 0
    best = max(STRENGTH[kin(stem(figure.noun), stem(candidate.noun))], _phrase_overlap(figure, candidate))
    if best >= 0.6:
        return 1
    return -1 if kin(stem(figure.noun), stem(candidate.noun)) is not Kin.NARROWER else 0


def _phrase_overlap(figure: Figure, candidate: Figure) -> float:
    """Return 0.7 where the head noun of one stands in the phrase of the other, else 0."""
    heads = {stem(figure.noun or ""), stem(candidate.noun or "")}
    mine = {stem(word) for word in (figure.noun_phrase or "").split()}
    theirs = {stem(word) for word in (candidate.noun_phrase or "").split()}
    return 0.7 if heads & mine & theirs else 0.0


def frame_overlap(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> float:
    """Return how much of the claim's words, nearest to its figure first, stand near the passage's figure."""
    mine, theirs = claim.figure_places(number), passage.figure_places(other)
    if not mine or not theirs:
        return 0.0
    total = met = 0.0
    for link in alignment.links:
        share = 1.0 / (1.0 + _gap(link.claim, mine) / 3)
        total += share
        if link.covered and link.in_context:
            met += 0.5 * share
        elif link.covered and passage.words[link.passage].sentence == passage.words[theirs[0]].sentence:
            met += share * link.strength / (1.0 + max(0, _gap(link.passage, theirs) - 3) / 8)
    return met / total if total else 0.0


def _gap(place: int, places: Sequence[int]) -> int:
    """Return how many words lie between one place and the nearest of others."""
    return min(abs(place - other) for other in places)


def _best_assignment(options: Sequence[Sequence[Bond]], taken: frozenset[int]) -> tuple[float, list[Bond | None]]:
    """Return the choice of at most one option for each figure, no passage figure twice, with the most fit."""
    if not options:
        return 0.0, []
    best = _best_assignment(options[1:], taken)
    result: tuple[float, list[Bond | None]] = (best[0], [None, *best[1]])
    for bond in options[0]:
        if bond.passage in taken:
            continue
        rest = _best_assignment(options[1:], taken | {bond.passage})
        if bond.fit + rest[0] > result[0] + 1e-9:
            result = (bond.fit + rest[0], [bond, *rest[1]])
    return result


def _greedy_assignment(options: Sequence[Sequence[Bond]]) -> list[Bond | None]:
    """Return a choice made bond by bond, the one that fits best first."""
    chosen: dict[int, Bond] = {}
    taken: set[int] = set()
    for bond in sorted((b for choices in options for b in choices), key=lambda b: (-b.fit, b.claim, b.passage)):
        if bond.claim not in chosen and bond.passage not in taken:
            chosen[bond.claim] = bond
            taken.add(bond.passage)
    return [chosen.get(number) for number in range(len(options))]
