"""Comparatives between two things: "more … than in 2019", "shorter than the other", "half as much as what it claimed".

Each of the passage's two figures has to be bound, by the words, names and days around it, to one side of the
claim's comparison. Where that is not clear, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from factcheck.compare import compare_figures, is_share
from factcheck.figures.movement import CHANGING
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap, gap
from factcheck.stance.derived_bonds import ground_before, operand_places
from factcheck.stance.operands import Ground, amount, are_kin, is_same_thing, rounded, start_first, written
from factcheck.stance.reading import Reading
from factcheck.values import dataclass, replace
from factcheck.words import listed

_COUNTED = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
_SIZED = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.NUMBER, Kind.DURATION})
_TIMED = frozenset({Kind.DURATION})
_LONG = frozenset({Kind.DURATION, Kind.MEASURE})
# What each comparative says of the first thing, and the kinds of figure that measure it.
_COMPARATIVES: dict[str, tuple[int, frozenset[Kind]]] = {
    **dict.fromkeys(listed("more greater"), (1, _COUNTED)),
    **dict.fromkeys(listed("fewer less"), (-1, _COUNTED)),
    **dict.fromkeys(listed("higher larger bigger"), (1, _SIZED)),
    **dict.fromkeys(listed("lower smaller"), (-1, _SIZED)),
    **dict.fromkeys(listed("longer"), (1, _LONG)),
    **dict.fromkeys(listed("shorter"), (-1, _LONG)),
    **dict.fromkeys(listed("slower"), (1, _TIMED)),
    **dict.fromkeys(listed("faster quicker"), (-1, _TIMED)),
    **dict.fromkeys(listed("dearer costlier"), (1, frozenset({Kind.MONEY}))),
    **dict.fromkeys(listed("cheaper"), (-1, frozenset({Kind.MONEY}))),
    **dict.fromkeys(listed("older"), (1, frozenset({Kind.AGE}))),
    **dict.fromkeys(listed("younger"), (-1, frozenset({Kind.AGE}))),
    **dict.fromkeys(listed("taller heavier deeper wider hotter warmer"), (1, frozenset({Kind.MEASURE}))),
    **dict.fromkeys(listed("lighter shallower narrower colder cooler"), (-1, frozenset({Kind.MEASURE}))),
}
_RATIO_KINDS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT})
_OF_RATES = frozenset(listed("higher lower"))  # say nothing of what is counted
_DENIALS = frozenset(listed("no not never nor neither hardly any"))
_JOINTS = frozenset(listed("and while but whereas"))
_ONE = frozenset(listed("a an one"))
_COMPARING = frozenset(listed("than most least compared against times twice half rather ahead behind exceed exceeded"))
_EARLIER = frozenset(listed("before earlier previously previous last ago"))
_REACH = 14  # words between "more" and its "than"
_LEAST_LEAD = 0.25  # by which the words must tie the two figures to the two sides, rather than the other way round
_OWN_CLAUSE = 0.4
_SAME_SIDE = 0.6
_DATE_VOTE = 1.5
_TO_AGAIN = 5  # words from a share to the "again" of "half as many paid-up members again"


@dataclass(frozen=True, slots=True)
class _Sides:
    """A comparison of a claim: the place of its comparative, and the places of the words on either side."""

    place: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    way: int = 0
    kinds: frozenset[Kind] = _RATIO_KINDS
    by_how_much: bool = False  # "25 minutes faster than": the amount is held against the sources by itself


def comparative_bonds(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, published: date | None
) -> list[Bond]:
    """Return a bond for each comparative of the claim whose two sides the passage gives a figure each."""
    bonds = []
    for sides in _comparisons(claim):
        ground = ground_before(passage, context, published)
        pair = _sided_pair(claim, passage, ground, alignment, sides)
        if pair is None and sides.by_how_much:
            continue
        if pair is None:
            bonds += _unclear(claim, passage, ground, sides)
            continue
        first, second = pair
        word = claim.words[sides.place]
        bound = Bound.MORE if sides.way > 0 else Bound.LESS
        figure = Figure(
            word.text, word.start, word.end, second.kind, second.value, unit=second.unit, bound=bound, implied=True
        )
        comparison = compare_figures(figure, replace(first, role=None, per=None))
        if sides.by_how_much and comparison.relation is not Relation.DIFFERENT:
            continue
        note = f"the source gives {first.text} against {second.text}"
        bonds.append(_bond(claim, passage, alignment, sides, pair, replace(comparison, note=note)))
    return bonds


def _unclear(claim: Reading, passage: Reading, ground: Ground, sides: _Sides) -> list[Bond]:
    """Return a bond that settles nothing where the passage gives two figures and no word says which is the larger.

    Without it, a passage that holds all the words of "more than ministers had asked for" would seem to say so.
    """
    word = claim.words[sides.place]
    own = [figure for figure in ground.own if figure.kind in sides.kinds and figure.role is not Role.CHANGE]
    alike = [pair for pair in combinations(own, 2) if is_same_thing(*pair) and _is_counted(claim, sides, *pair)]
    if not alike or any(each.plain in _COMPARATIVES or each.plain in CHANGING for each in passage.words):
        return []
    figure = Figure(word.text, word.start, word.end, alike[0][1].kind, alike[0][1].value, unit=alike[0][1].unit)
    first = _in_passage(alike[0][0], ground)
    note = f"the source gives {alike[0][0].text} and {alike[0][1].text}, and it is not clear which is of what"
    return [Bond(-1, -1, Comparison(figure, first, Relation.INCOMPARABLE, note=note), derived="comparison")]


def with_ratios(
    claim: Reading,
    passage: Reading,
    context: Reading,
    alignment: Alignment,
    bonds: Sequence[Bond],
    published: date | None,
) -> list[Bond]:
    """Return the bonds with shares and multiples of another thing ("half as much as") worked out from both things."""
    return [
        bond
        if bond.claim < 0 or (bond.relation in MET and not bond.misplaced and bond.noun >= 0)
        else _with_ratio(claim, passage, context, alignment, bond, published)
        for bond in bonds
    ]


def _with_ratio(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, bond: Bond, published: date | None
) -> Bond:
    figure = bond.comparison.claim_figure
    sides = _ratio_sides(claim, bond.claim)
    if sides is None:
        return bond
    pair = _sided_pair(claim, passage, ground_before(passage, context, published), alignment, sides)
    if pair is None or amount(pair[1]) <= 0 or figure.kind not in (Kind.NUMBER, Kind.PERCENT):
        return bond
    first, second = pair
    value = amount(first) / amount(second) * (100 if figure.kind is Kind.PERCENT else 1)
    given = replace(first, kind=figure.kind, value=rounded(value), unit=figure.unit, noun=None, role=None, implied=True)
    working = f"{first.text} / {second.text} = {written(value, None)}{'%' if figure.kind is Kind.PERCENT else ''}"
    asked = replace(figure, role=None)
    if is_share(figure) and _is_again(claim, bond.claim):  # "half as many again" are one and a half times as many
        asked = replace(asked, value=amount(figure) + (100 if figure.kind is Kind.PERCENT else 1))
    comparison = compare_figures(asked, replace(given, per=None))
    if comparison.relation is Relation.EQUAL:
        comparison = replace(comparison, relation=Relation.WITHIN)  # worked out, not said
    comparison = replace(comparison, claim_figure=figure, note=f"the source gives {working}")
    return _bond(claim, passage, alignment, sides, pair, comparison, claimed=bond.claim)


def _is_again(claim: Reading, number: int) -> bool:
    """Stands an "again" behind a share: "half as many again", "half as many members again as"?"""
    last = claim.figure_places(number)[-1]
    return "again" in [word.plain for word in claim.words[last + 1 : last + 1 + _TO_AGAIN]]


def _bond(
    claim: Reading,
    passage: Reading,
    alignment: Alignment,
    sides: _Sides,
    pair: tuple[Figure, Figure],
    comparison: Comparison,
    claimed: int = -1,
) -> Bond:
    places = [place for figure in pair for place in _places(passage, figure)]
    frames = [frame_overlap(claim, passage, alignment, [sides.place], places, plain=plain) for plain in (False, True)]
    return Bond(claimed, -1, comparison, 0.0, frames[0], 1, frames[1], derived="comparison")


def _places(passage: Reading, figure: Figure) -> list[int]:
    """Return the places of a figure's words."""
    return [place for place, word in enumerate(passage.words) if word.start < figure.end and word.end > figure.start]


def compares(claim: Reading) -> bool:
    """Does a claim say that one thing is more or less than another?"""
    behind = (claim.words[sides.right[0]].plain for sides in _comparisons(claim) if not sides.by_how_much)
    return any(plain not in _ONE for plain in behind)  # "more than a day"


def way_of(plain: str) -> int:
    """Return 1 for a word that says more of the first of two things, -1 for one that says less, 0 for any other."""
    return _COMPARATIVES.get(plain, (0,))[0]


def has_comparative(passage: Reading, claim: Reading | None = None) -> bool:
    """Has a passage a word that compares, or tells that a quantity moved?

    A verb that the claim has as well compares nothing: "lost more men than", "lost 214 men".
    """
    mine = frozenset(word.stem for word in claim.words) if claim is not None else frozenset()
    return any(
        word.figure < 0
        and (
            word.plain in _COMPARATIVES
            or word.plain in _COMPARING
            or (word.plain in CHANGING and word.stem not in mine)
        )
        for word in passage.words
    )


# --- the claim's two sides ------------------------------------------------------------------------------


def _comparisons(claim: Reading) -> Iterator[_Sides]:
    """Yield the comparisons of a claim: a comparative and the "than" that goes with it."""
    words = claim.words
    for place, word in enumerate(words):
        if word.plain not in _COMPARATIVES or word.figure >= 0 or _is_denied(claim, place):
            continue
        than = next(
            (at for at in range(place + 1, min(len(words), place + 1 + _REACH)) if words[at].plain == "than"), -1
        )
        if than < 0 or than + 1 >= len(words) or _bounds_a_figure(claim, than):
            continue
        way, kinds = _COMPARATIVES[word.plain]
        left = (*range(place), *range(place + 1, than))
        by_how_much = any(each.figure >= 0 for each in words[max(0, place - 1) : place])
        yield _Sides(place, left, tuple(range(than + 1, len(words))), way, kinds, by_how_much)


def _is_denied(claim: Reading, place: int) -> bool:
    return any(word.plain in _DENIALS for word in claim.words[max(0, place - 3) : place])


def _bounds_a_figure(claim: Reading, than: int) -> bool:
    """Does "than" only bound a figure behind it: "more than 40", "more than half"? A day is no such figure."""
    number = claim.words[than + 1].figure
    return number >= 0 and claim.figures[number].kind is not Kind.DATE


def _ratio_sides(claim: Reading, number: int) -> _Sides | None:
    """Return the two sides of "half as much as" and "less than half of what"; None where it has none."""
    figure = claim.figures[number]
    places = claim.figure_places(number)
    if not (is_share(figure) or (figure.kind is Kind.NUMBER and figure.unit is None)):
        return None
    words = [word.plain for word in claim.words]
    behind = places[-1] + 1
    if words[behind : behind + 1] == ["times"]:
        behind += 1
    if words[behind : behind + 2] == ["of", "what"]:
        start = behind + 2
    elif words[behind : behind + 1] == ["as"]:
        second = next((at for at in range(behind + 2, min(len(words), behind + _REACH)) if words[at] == "as"), -1)
        if second < 0:
            return None
        start = second + 1
        return _Sides(places[0], (*range(places[0]), *range(behind, second)), tuple(range(start, len(words))))
    else:
        return None
    return _Sides(places[0], tuple(range(places[0])), tuple(range(start, len(words))))


# --- the passage's two figures --------------------------------------------------------------------------


def _sided_pair(
    claim: Reading, passage: Reading, ground: Ground, alignment: Alignment, sides: _Sides
) -> tuple[Figure, Figure] | None:
    """Return the figures of the left and of the right side, None unless exactly one pair is bound to them."""
    found: list[tuple[float, Figure, Figure]] = []
    changes = not sides.way and any(claim.words[place].plain in CHANGING for place in (*sides.left, *sides.right))
    own = [f for f in ground.own if f.kind in sides.kinds and (changes or f.role is not Role.CHANGE)]
    for number, one in enumerate(own):
        for other in own[number + 1 :]:
            if not is_same_thing(one, other) or not _is_counted(claim, sides, one, other):
                continue
            if (one.role is Role.CHANGE) is not (other.role is Role.CHANGE):
                continue  # "lost three times as large a share as": two losses, not a loss and a level
            lead = _lead(claim, passage, ground, alignment, sides, one, other)
            if abs(lead) >= _LEAST_LEAD:
                pair = (one, other) if lead > 0 else (other, one)
                found.append((abs(lead), *pair))
    found.sort(key=lambda each: (-each[0], each[1].start))
    if not found or (len(found) > 1 and found[1][0] > found[0][0] - _LEAST_LEAD):
        return None
    first, second = found[0][1:]
    return _in_passage(first, ground), _in_passage(second, ground)


def _in_passage(figure: Figure, ground: Ground) -> Figure:
    return replace(figure, start=figure.start - ground.start, end=figure.end - ground.start)


def _is_counted(claim: Reading, sides: _Sides, *figures: Figure) -> bool:
    """Do counts of the passage count what the claim compares: "more households", "64 households"?"""
    if claim.words[sides.place].plain in _OF_RATES:
        return True
    nouns = [figure.noun for figure in figures if figure.kind is Kind.NUMBER and figure.noun]
    said = [claim.words[place].plain for place in sides.left if not claim.words[place].stop]
    return not nouns or any(are_kin(word, noun) for noun in nouns for word in said)


def _lead(
    claim: Reading, passage: Reading, ground: Ground, alignment: Alignment, sides: _Sides, one: Figure, other: Figure
) -> float:
    """Return by how much the words tie the first figure to the left side and the second to the right one."""
    mine, theirs = operand_places(passage, ground, (one,)), operand_places(passage, ground, (other,))
    if not mine or not theirs:
        return 0.0
    votes = {side: _votes(claim, passage, alignment, places, mine, theirs) for side, places in _named(sides)}
    votes["right"] += _date_votes(claim, passage, sides, mine, theirs)
    order = start_first(one, other, ground)
    if order is not None and any(claim.words[place].plain in _EARLIER for place in sides.right):
        votes["right"] += _DATE_VOTE if order[0] is one else -_DATE_VOTE
    same_figure = votes["left"] * votes["right"] > 0 and abs(votes["left"]) > _SAME_SIDE * abs(votes["right"])
    if abs(votes["right"]) < _LEAST_LEAD or same_figure:
        return 0.0  # nothing ties either figure to what the claim compares with, or both sides stand at one figure
    return votes["left"] - votes["right"]


def _named(sides: _Sides) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return ("left", sides.left), ("right", sides.right)


def _votes(
    claim: Reading,
    passage: Reading,
    alignment: Alignment,
    places: tuple[int, ...],
    mine: list[int],
    theirs: list[int],
) -> float:
    """Return how much nearer to the first figure than to the second the passage has the words of one side.

    What stands between two changes is of the one on its side of the "and" or "while" that parts them.
    """
    lead = 0.0
    first, second = sorted((mine, theirs))
    numbers = [passage.words[each[0]].figure for each in (mine, theirs)]
    changes = all(number >= 0 and passage.figures[number].role is Role.CHANGE for number in numbers)
    between = range(first[-1] + 1, second[0]) if changes else ()
    joints = [place for place in between if passage.words[place].plain in _JOINTS]
    for place in places:
        link = alignment.by_claim.get(place)
        if link is None or not link.is_here:
            continue
        word = passage.words[link.passage]
        if word.sentence != passage.words[mine[0]].sentence:
            continue
        if len(joints) == 1 and first[-1] < link.passage < second[0]:
            lead += _OWN_CLAUSE if (link.passage < joints[0]) == (first is mine) else -_OWN_CLAUSE
            continue
        lead += 1 / (1 + gap(link.passage, mine)) - 1 / (1 + gap(link.passage, theirs))
        clauses = passage.words[mine[0]].clause, passage.words[theirs[0]].clause
        if clauses[0] != clauses[1] and word.clause in clauses:
            lead += _OWN_CLAUSE if word.clause == clauses[0] else -_OWN_CLAUSE
    return lead


def _date_votes(claim: Reading, passage: Reading, sides: _Sides, mine: list[int], theirs: list[int]) -> float:
    """Return 1.5 where a day of the claim's right side stands next to the first figure, -1.5 at the second.

    A day as near to both is of the figure before it.
    """
    lead = 0.0
    for number in {claim.words[place].figure for place in sides.right} - {-1}:
        if claim.figures[number].kind is not Kind.DATE:
            continue
        for other, figure in enumerate(passage.figures):
            met = compare_figures(claim.figures[number], figure).relation in MET
            places = passage.figure_places(other)
            if figure.kind is Kind.DATE and met:
                near, far = gap(places[0], mine), gap(places[0], theirs)
                is_mine = near < far or (near == far and mine[-1] < places[0])  # "from 640 in 2022 to 910"
                lead += _DATE_VOTE if is_mine else -_DATE_VOTE
    return lead
