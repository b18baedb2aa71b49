"""Verbs that multiply ("doubled", "almost trebled", "halved"), held against what the passage says of the same thing.

That may be a multiple of its own, a share by which it moved, or the two ends of a movement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.figures.movement import FALLING, RISING
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.derived_bonds import ground_before, operand_places
from factcheck.stance.operands import (
    Ground,
    amount,
    is_same_thing,
    is_times_before,
    per_cent,
    rounded,
    start_first,
    written,
)  # fmt: skip
from factcheck.stance.reading import Reading
from factcheck.values import dataclass, replace
from factcheck.words import listed, stem

_FACTORS = {
    stem(word): Decimal(factor)
    for word, factor in (
        ("double", "2"), ("treble", "3"), ("triple", "3"), ("quadruple", "4"), ("quintuple", "5"), ("halve", "0.5")
    )
}  # fmt: skip
_VERB_AHEAD = frozenset(listed("to will would can could may might must should did does not"))
_IDIOMS = frozenset(listed("back down up over"))  # "doubled back"
_HEDGES: dict[tuple[str, ...], Bound] = {
    ("more", "than"): Bound.MORE, ("less", "than"): Bound.LESS, ("at", "least"): Bound.AT_LEAST,
    ("nearly",): Bound.ABOUT, ("almost",): Bound.ABOUT, ("about",): Bound.ABOUT, ("roughly",): Bound.ABOUT,
    ("over",): Bound.MORE, ("approximately",): Bound.ABOUT, ("all", "but"): Bound.ABOUT, ("virtually",): Bound.ABOUT,
}  # fmt: skip
_BELOW = frozenset(listed("nearly almost"))
_REACH = 5
_LEAST_FRAME = 0.3


@dataclass(frozen=True, slots=True)
class Multiple:
    """A word of a text that multiplies: its place, and the factor as a figure with the bound of its hedge."""

    place: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Given:
    """What a passage gives as a factor: the figure, the places of its words, and the working if it is worked out."""

    figure: Figure
    places: tuple[int, ...]
    working: str = ""
    settles: bool = False  # it is one movement, or says so itself: another factor contradicts it


def multiple_bonds(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, published: date | None
) -> list[Bond]:
    """Return a bond for each multiplying verb of the claim, a missing one where the passage gives no factor."""
    bonds = []
    for mine in find_multiples(claim):
        ground = ground_before(passage, context, published)
        given = [_bond(claim, passage, alignment, mine, each) for each in _given(passage, ground)]
        found = [bond for bond in given if bond is not None]
        found.sort(key=lambda bond: (bond.relation not in MET, -bond.plain_frame))
        bonds.append(found[0] if found else Bond(-1, -1, compare_figures(mine.figure, None)))
    return bonds


def find_multiples(reading: Reading) -> Iterator[Multiple]:
    """Yield the words of a text that multiply what they are said of: "doubled", "more than halved"."""
    words = reading.words
    for place, word in enumerate(words):
        factor = _factor(reading, place)
        if factor is None or (place + 1 < len(words) and words[place + 1].plain in _IDIOMS):
            continue
        bound, hedge = _hedge(reading, place)
        yield Multiple(
            place,
            Figure(word.text, word.start, word.end, Kind.NUMBER, factor, bound=bound, noun=None, hedge=hedge),
        )


def _factor(reading: Reading, place: int) -> Decimal | None:
    """Return by what a word multiplies, None where it does not: "a double room" and "the triple jump" do not."""
    word = reading.words[place]
    factor = _FACTORS.get(word.stem)
    if factor is None or word.figure >= 0 or word.name >= 0:
        return None
    if word.plain.endswith(("ing", "ed")):
        return factor
    return factor if place and reading.words[place - 1].plain in _VERB_AHEAD else None  # not "a double room"


def _hedge(reading: Reading, place: int) -> tuple[Bound, str | None]:
    """Return the bound that the words before a multiplying verb give it, with those words."""
    for length in (2, 1):
        before = tuple(word.plain for word in reading.words[max(0, place - length) : place])
        if before in _HEDGES:
            return _HEDGES[before], " ".join(before)
    return Bound.EXACT, None


# --- what the passage gives -----------------------------------------------------------------------------


def _given(passage: Reading, ground: Ground) -> Iterator[_Given]:
    """Yield the factors of a passage: its own multiples, shares by which something moved, and both ends of a move."""
    for multiple in find_multiples(passage):
        yield _Given(multiple.figure, (multiple.place,), settles=True)
    for number, figure in enumerate(passage.figures):
        way = _way(passage, number)
        if figure.role is Role.CHANGE and is_share(figure) and way and isinstance(figure.value, Decimal):
            factor = 1 + way * per_cent(figure) / 100
            sign = "+" if way > 0 else "-"
            yield _worked_out(factor, (figure,), passage.figure_places(number), f"100% {sign} {figure.text}")
        elif is_times_before(figure, ground.behind(_moved(figure, ground), _REACH)):
            times = replace(figure, noun=None, value=per_cent(figure) / 100 if is_share(figure) else figure.value)
            yield _Given(times, tuple(passage.figure_places(number)), settles=True)
    yield from _movements(passage, ground)


def _moved(figure: Figure, ground: Ground) -> Figure:
    """Return a figure of the passage in the positions of the ground."""
    return replace(figure, start=figure.start + ground.start, end=figure.end + ground.start)


def _movements(passage: Reading, ground: Ground) -> Iterator[_Given]:
    for one, other in ground.pairs():
        ends = start_first(one, other, ground)
        if ends is None or not is_same_thing(one, other) or Role.CHANGE in (one.role, other.role):
            continue
        start, end = ends
        if amount(start) > 0 and amount(end) > 0:
            places = operand_places(passage, ground, ends)
            yield _worked_out(amount(end) / amount(start), ends, places, f"{end.text} / {start.text}")


def _worked_out(factor: Decimal, operands: Sequence[Figure], places: Sequence[int], working: str) -> _Given:
    bound = next((each.bound for each in operands if each.bound is not Bound.EXACT), Bound.EXACT)
    value = rounded(factor)
    first = min(operands, key=lambda figure: figure.start)
    figure = replace(
        first, kind=Kind.NUMBER, value=value, value_high=None, unit=None, per=None, noun=None, role=None, bound=bound,
        implied=True,
    )  # fmt: skip
    return _Given(figure, tuple(places), f"{working} = {written(value, None)}", settles=bound is Bound.EXACT)


def _way(passage: Reading, number: int) -> int:
    """Return 1 where the words before a figure say that something rose, -1 where it fell, 0 where neither."""
    before = {word.plain for word in passage.before(number, _REACH)}
    return bool(before & RISING) - bool(before & FALLING)


def _bond(claim: Reading, passage: Reading, alignment: Alignment, mine: Multiple, given: _Given) -> Bond | None:
    """Return the claim's factor bound to one that the passage gives, None where the words around them part."""
    others = Alignment(tuple(k for k in alignment.links if k.claim != mine.place), alignment.by_claim)
    frames = [frame_overlap(claim, passage, others, [mine.place], given.places, plain=plain) for plain in (False, True)]
    comparison = _compared(mine.figure, given)
    if frames[0] < _LEAST_FRAME or (comparison.relation is Relation.DIFFERENT and not given.settles):
        return None
    noun = int(frames[1] >= _LEAST_FRAME)
    return Bond(-1, -1, comparison, 0.0, frames[0], noun, frames[1], derived="ratio" if given.working else "multiple")


def _compared(figure: Figure, given: _Given) -> Comparison:
    mine, theirs = _below(figure), given.figure
    if amount(figure) < 1 and amount(theirs) > 0:  # what more than halved is less than half
        mine, theirs = _inverse(mine), _inverse(theirs)
    comparison = replace(compare_figures(mine, theirs), claim_figure=figure, source_figure=given.figure)
    if not given.working:
        return comparison
    relation = Relation.WITHIN if comparison.relation is Relation.EQUAL else comparison.relation
    return replace(comparison, relation=relation, note=f"the source gives {given.working}")


def _inverse(factor: Figure) -> Figure:
    """Return a factor as that by which what was is more than what is: "halved" is by two, "more than" by more."""
    return replace(factor, value=rounded(1 / amount(factor)))


def _below(figure: Figure) -> Figure:
    """Return a figure with its hedge, which says that "nearly doubled" falls short of doubled."""
    return replace(figure, bound=Bound.EXACT) if figure.hedge in _BELOW else figure
