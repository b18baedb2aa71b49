"""Over all sources: the same thing with different figures, and which of these differences time explains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from factcheck.models import MET, Bound, Comparison, FigureRow, Kind, Relation, Role
from factcheck.proofread.beside import ON_TOPIC, measures_the_same
from factcheck.proofread.bonds import Bond, bind
from factcheck.proofread.names import find_names, without_possessive
from factcheck.proofread.slips import is_gap
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.words import content_words, stem

COMMON = 60
"""Words that stand in more sentences with figures of one kind than this do not make two of them neighbours."""
LEAST_SHARED = 2
"""How many words two sentences must share to be compared."""
FEW = 30
"""Names that more documents than this have tell no event from another."""
AKIN = 3
"""Documents that share so many names report one event."""
MOST_AKIN = 10
"""With so many reports of one event, those that share most names with it, each is compared word by word."""
LEAST_HERE = 0.35
"""How much of one sentence the other must have itself, whatever their titles and headings share."""
# Chosen on the articles of tests/data/claims and their second reports. Shares of words, as in `beside`; of two
# reports of one event less of them suffices, and least where both count one noun.
COUNTED, UNCOUNTED = (0.38, 0.4, 0.9), (0.5, 0.4, 1.2)
"""How much the one sentence must have of the other, the frame of the figures, and cover and frame together."""
NEAR_ENOUGH, LOOSE = 0.7, 0.33
"""Where the one sentence has so much of the other, the frame may be as loose as this."""
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


STEP = 200
"""After so many pairs it is told how far the comparison is."""


def find_disagreements(
    rows: Iterable[FigureRow], progress: Callable[[int, int, str], None] | None = None
) -> list[Disagreement]:
    """Return the disagreements among figures of different documents, contradictions first.

    The comparison has the earlier figure as the claim's. Only figures of one kind and unit whose sentences share
    words that are not common are laid side by side, so the time grows with the sources and not with their square.
    """
    usable = [row for row in rows if _is_usable(row)]
    akin = _akin(usable)
    scored: dict[tuple[_Place, _Place], tuple[float, Disagreement]] = {}
    pairs = [*_among_akin(usable, akin), *_neighbours(usable)]
    for number, (one, other) in enumerate(pairs):
        if progress is not None and number % STEP == 0:
            progress(number, len(pairs), "pairs of figures")
        first, second = sorted((one, other), key=_order)
        key = _place(first), _place(second)
        if key in scored:
            continue
        disagreement = _compare(first, second, (key[0][0], key[1][0]) in akin)
        if disagreement is not None:
            scored[key] = disagreement
    found = {(place[:2], other[:2]): item for (place, other), item in _best_of_each(scored)}
    return sorted(found.values(), key=lambda item: (item.moving, _order(item.first), _order(item.second)))


def _order(row: FigureRow) -> tuple[date, int, int, int]:
    return row.source.published or date.min, row.source.document, row.source.start, row.figure.start


def _is_usable(row: FigureRow) -> bool:
    figure = row.figure
    return figure.kind not in (Kind.DATE, Kind.ORDINAL) and not figure.implied and figure.value is not None


_Place = tuple[int, int, int]
"""A figure by its document, the start of its sentence there, and its own start in it."""


def _place(row: FigureRow) -> _Place:
    return row.source.document, row.source.start, row.figure.start


def _best_of_each(
    scored: dict[tuple[_Place, _Place], tuple[float, Disagreement]],
) -> list[tuple[tuple[_Place, _Place], Disagreement]]:
    """Return the pairs neither of whose figures has a better partner in the other's document, the best last."""
    best: dict[tuple[_Place, int], float] = {}
    for (one, other), (score, _) in scored.items():
        for place, document in ((one, other[0]), (other, one[0])):
            best[(place, document)] = max(best.get((place, document), 0.0), score)
    kept = [
        (score, key, item)
        for key, (score, item) in scored.items()
        if score >= max(best[(key[0], key[1][0])], best[(key[1], key[0][0])])
    ]
    return [(key, item) for _, key, item in sorted(kept, key=lambda found: found[:2])]


# --- reports of one event -----------------------------------------------------------------------------------


def _akin(rows: Sequence[FigureRow]) -> set[tuple[int, int]]:
    """Return the pairs of documents, either way round, that share several names which few others have."""
    documents: dict[str, set[int]] = defaultdict(set)
    seen: set[tuple[int, int]] = set()
    for row in rows:
        if (row.source.document, row.source.start) not in seen:
            seen.add((row.source.document, row.source.start))
            for word in _name_words(f"{row.source.title or ''}\n{row.sentence_text}"):
                documents[word].add(row.source.document)
    shared: Counter[tuple[int, int]] = Counter()
    for having in documents.values():
        if 1 < len(having) <= FEW:
            shared.update(combinations(sorted(having), 2))
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (one, other), count in shared.items():
        if count >= AKIN:
            near[one].append((-count, other))
            near[other].append((-count, one))
    pairs = {(one, other) for one, found in near.items() for _, other in sorted(found)[:MOST_AKIN]}
    return pairs | {(other, one) for one, other in pairs}


def _name_words(text: str) -> set[str]:
    return {without_possessive(word) for name in find_names(text) for word in name.words if len(word) > 2}


def _among_akin(rows: Sequence[FigureRow], akin: set[tuple[int, int]]) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Yield the pairs of rows of one kind and unit in akin documents whose sentences share a word."""
    by_document: dict[int, list[FigureRow]] = defaultdict(list)
    for row in rows:
        by_document[row.source.document].append(row)
    for one, other in sorted(akin):
        if one < other:
            for row in by_document[one]:
                for second in by_document[other]:
                    if _group(row) == _group(second) and _nouns_agree(row, second) and _share_words(row, second):
                        yield row, second


def _group(row: FigureRow) -> tuple[str, str | None, str | None]:
    return row.figure.kind.value, row.figure.unit, row.figure.per


def _share_words(row: FigureRow, other: FigureRow) -> bool:
    """Tell whether two sentences share two words: what is counted, where something is, and another one."""
    counted = row.figure.kind is not Kind.NUMBER or bool(row.figure.noun and other.figure.noun)
    return counted and len(_stems(row.sentence_text) & _stems(other.sentence_text)) >= LEAST_SHARED


def _neighbours(rows: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Yield pairs of rows of one kind and unit, of different documents, whose sentences share rare words."""
    groups: dict[tuple[str, str | None, str | None], list[FigureRow]] = defaultdict(list)
    for row in rows:
        groups[_group(row)].append(row)
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


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in content_words(text) if not token.numeric)


def _nouns_agree(one: FigureRow, other: FigureRow) -> bool:
    if one.figure.kind is not Kind.NUMBER or not one.figure.noun or not other.figure.noun:
        return True
    return stem(one.figure.noun) == stem(other.figure.noun)


def _compare(first: FigureRow, second: FigureRow, akin: bool) -> tuple[float, Disagreement] | None:
    """Return the disagreement of two rows and how sure it is, None where they agree or measure different things."""
    pair = _laid(first, second)
    bonds = bind(pair.claim, pair.passage, pair.alignment)
    bond = next((bond for bond in bonds if _is_between(bond, first, second)), None)
    if bond is None or bond.relation is not Relation.DIFFERENT:
        return None
    one, other = measure(pair), measure(_laid(second, first))
    cover, here = (max(one[name], other[name]) for name in ("cover", "cover_here"))
    sure = cover >= ON_TOPIC and here >= LEAST_HERE and measures_the_same(bond, cover)
    if not sure and not (akin and _is_of_one_thing(bond, cover, here)):
        return None
    roles = first.figure.role, second.figure.role
    if (Role.CHANGE in roles and roles[0] is not roles[1]) or _is_gap_on_one_side(first, second):
        return None
    if _are_of_other_times(bonds) or _is_met_elsewhere(pair, bond.claim):
        return None
    return cover + bond.frame, Disagreement(first, second, bond.comparison, _is_moving(first, second, bonds))


def _is_between(bond: Bond, first: FigureRow, second: FigureRow) -> bool:
    source = bond.comparison.source_figure
    starts = bond.comparison.claim_figure.start, source.start if source else -1
    return starts == (first.figure.start, second.figure.start)


def _is_of_one_thing(bond: Bond, cover: float, here: float) -> bool:
    """Tell whether two figures of reports of one event measure one thing."""
    counts = bond.comparison.claim_figure.kind is Kind.NUMBER
    if bond.noun < 0 or (counts and bond.noun == 0):
        return False
    least_here, least_frame, together = COUNTED if bond.noun > 0 else UNCOUNTED
    framed = bond.frame >= least_frame or (here >= NEAR_ENOUGH and bond.frame >= LOOSE)
    return here >= least_here and framed and cover + bond.frame >= together


def _is_gap_on_one_side(first: FigureRow, second: FigureRow) -> bool:
    """Tell whether only one of the two says how far things lie apart: "11 feet below" beside "1,041 feet"."""
    return is_gap(first.sentence_text, first.figure) != is_gap(second.sentence_text, second.figure)


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
        and bond.relation in MET
        and bond.comparison.claim_figure.bound is Bound.EXACT
    ]
    return not fixed
