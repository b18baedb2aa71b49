"""Over all sources: the same thing with different figures, and which of these differences time explains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.models import Bound, Comparison, FigureRow, Kind, Relation, Role
from factcheck.proofread.beside import ON_TOPIC, measures_the_same
from factcheck.proofread.bonds import Bond, bind
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.words import content_words, stem

COMMON = 60
"""Words that stand in more sentences with figures of one kind than this do not make two of them neighbours."""
LEAST_SHARED = 2
"""How many words two sentences must share to be compared."""
SAME_DAYS = 1
"""Reports at most so many days apart speak of one moment."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources that give different figures for the same thing, the earlier one first.

    `moving` says that time may explain it: the reports are of different days, and no date in them fixes one.
    """

    first: FigureRow
    second: FigureRow
    comparison: Comparison
    moving: bool


def find_disagreements(rows: Iterable[FigureRow]) -> list[Disagreement]:
    """Return the disagreements among figures of different documents, contradictions first.

    The comparison has the earlier figure as the claim's. Only figures of one kind and unit whose sentences share
    words that are not common are laid side by side, so the time grows with the sources and not with their square.
    """
    usable = [row for row in rows if _is_usable(row)]
    found: dict[tuple[int, int, int, int], Disagreement] = {}
    for one, other in _neighbours(usable):
        first, second = sorted((one, other), key=_order)
        key = (first.source.document, first.source.start, second.source.document, second.source.start)
        if key in found:
            continue
        disagreement = _compare(first, second)
        if disagreement is not None:
            found[key] = disagreement
    return sorted(found.values(), key=lambda item: (item.moving, _order(item.first), _order(item.second)))


def _order(row: FigureRow) -> tuple[date, int, int, int]:
    return row.source.published or date.min, row.source.document, row.source.start, row.figure.start


def _is_usable(row: FigureRow) -> bool:
    figure = row.figure
    return figure.kind not in (Kind.DATE, Kind.ORDINAL) and not figure.implied and figure.value is not None


def _neighbours(rows: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Yield pairs of rows of one kind and unit, of different documents, whose sentences share rare words."""
    groups: dict[tuple[str, str | None, str | None], list[FigureRow]] = defaultdict(list)
    for row in rows:
        groups[(row.figure.kind.value, row.figure.unit, row.figure.per)].append(row)
    for group in groups.values():
        yield from _neighbours_in(group)


def _neighbours_in(group: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, FigureRow]]:
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(group):
        for key in sorted(_stems(row.sentence_text)):
            by_stem[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in by_stem.values():
        if len(numbers) > COMMON:
            continue
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                if group[one].source.document != group[other].source.document:
                    shared[(one, other)] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= LEAST_SHARED and _nouns_agree(group[one], group[other]):
            yield group[one], group[other]


def _stems(text: str) -> set[str]:
    return {token.stem for token in content_words(text) if not token.numeric}


def _nouns_agree(one: FigureRow, other: FigureRow) -> bool:
    if one.figure.kind is not Kind.NUMBER or not one.figure.noun or not other.figure.noun:
        return True
    return stem(one.figure.noun) == stem(other.figure.noun)


def _compare(first: FigureRow, second: FigureRow) -> Disagreement | None:
    """Return the disagreement of two rows, None where they agree or do not measure the same thing for sure."""
    pair = _laid(first, second)
    back = _laid(second, first)
    cover, cover_back = measure(pair)["cover"], measure(back)["cover"]
    if max(cover, cover_back) < ON_TOPIC:
        return None
    bonds = bind(pair.claim, pair.passage, pair.alignment)
    for bond in bonds:
        claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
        if source is None or claim.start != first.figure.start or source.start != second.figure.start:
            continue
        if not measures_the_same(bond, max(cover, cover_back)) or bond.comparison.relation is not Relation.DIFFERENT:
            return None
        if Role.CHANGE in (claim.role, source.role) and claim.role is not source.role:
            return None
        if _are_of_other_times(bonds) or _is_met_elsewhere(pair, bond.claim):
            return None
        return Disagreement(first, second, bond.comparison, _is_moving(first, second, bonds))
    return None


def _laid(one: FigureRow, other: FigureRow) -> SideBySide:
    context = "\n".join(filter(None, (other.source.title, other.source.heading)))
    return lay_side_by_side(
        one.sentence_text, other.sentence_text, other.source.published, one.source.published, context
    )


def _are_of_other_times(bonds: Sequence[Bond]) -> bool:
    """Tell whether the two sentences speak of different dates: then both figures may hold."""
    return any(bond.comparison.claim_figure.kind is Kind.DATE and bond.relation is Relation.DIFFERENT for bond in bonds)


def _is_met_elsewhere(pair: SideBySide, claim: int) -> bool:
    """Tell whether the other sentence has the figure all the same, in another place."""
    figure = pair.claim.figures[claim]
    return any(other.value == figure.value and other.unit == figure.unit for other in pair.passage.figures)


def _is_moving(first: FigureRow, second: FigureRow, bonds: Sequence[Bond]) -> bool:
    """Tell whether time may explain the difference: other days of publication, and no date that both fix."""
    days = first.source.published, second.source.published
    if days[0] is None or days[1] is None or abs((days[1] - days[0]).days) <= SAME_DAYS:
        return False
    fixed = [
        bond
        for bond in bonds
        if bond.comparison.claim_figure.kind is Kind.DATE
        and bond.relation in (Relation.EQUAL, Relation.WITHIN)
        and bond.comparison.claim_figure.bound is Bound.EXACT
    ]
    return not fixed
