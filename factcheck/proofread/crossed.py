"""Parallel clauses with their ends crossed: "Quinn won in Marsh, Reed in Hale", where the source has it otherwise.

Both texts name the same things in turn: a person and a figure, a person and a place. Who stands with what is read off
the order, clause by clause, and held against the order in the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.compare import compare_figures
from factcheck.models import Figure, Kind, Relation
from factcheck.proofread.beside import Beside
from factcheck.stance.reading import Name, Reading

LOOKED_AT = 3
"""In how many of the nearest passages the same things are looked for."""
NEAR = 60
"""How many code points may lie between a name and the figure that goes with it."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """Two things of a sentence (spans of it) that stand with one another's partners in the passage."""

    first: tuple[int, int]
    second: tuple[int, int]
    side: Beside


@dataclass(frozen=True, slots=True)
class _Item:
    key: int
    start: int
    end: int


def crossed(sides: Sequence[Beside]) -> Crossed | None:
    """Return what a sentence has crossed, None where no passage near it has the same things in other pairs."""
    for side in sides[:LOOKED_AT]:
        claim, passage = side.pair.claim, side.pair.passage
        for kind in (None, *_kinds(claim)):
            mine, theirs = _items(claim, passage, kind)
            if len(mine) < 4 or not mine or not theirs:
                continue
            here, there = _pairs(claim.text, mine, named=kind is None), _pairs(passage.text, theirs, named=kind is None)
            wrong = _first_crossed(here, there)
            if wrong is not None:
                return Crossed(*wrong, side)
    return None


def _kinds(claim: Reading) -> list[tuple[Kind, str | None]]:
    kinds = [(figure.kind, figure.unit) for figure in claim.figures if _is_plain(figure)]
    return sorted({kind for kind in kinds if kinds.count(kind) > 1}, key=str)


def _is_plain(figure: Figure) -> bool:
    return not figure.implied and figure.value is not None and figure.value_high is None


def _items(claim: Reading, passage: Reading, kind: tuple[Kind, str | None] | None) -> tuple[list[_Item], list[_Item]]:
    """Return what both texts have, in the order of each: names, and the figures of a kind if one is given."""
    mine, theirs = [], []
    for number, name in enumerate(claim.names):
        other = next((o for o in passage.names if set(o.stems) & set(name.stems)), None)
        if other is not None:
            mine.append(_name_item(number, claim, name))
            theirs.append(_name_item(number, passage, other))
    if len({(item.start, item.end) for item in theirs}) < len(theirs):
        return [], []  # two names of the sentence are one of the passage
    figures = [figure for figure in claim.figures if kind is not None and (figure.kind, figure.unit) == kind]
    for number, figure in enumerate(figures, -len(figures)):
        same = [other for other in passage.figures if _is_same(figure, other)]
        if len(same) != 1 or not _is_plain(figure):
            return [], []
        mine.append(_Item(number, figure.start, figure.end))
        theirs.append(_Item(number, same[0].start, same[0].end))
    return sorted(mine, key=lambda item: item.start), sorted(theirs, key=lambda item: item.start)


def _name_item(number: int, reading: Reading, name: Name) -> _Item:
    return _Item(number, reading.words[name.first].start, reading.words[name.last].end)


def _is_same(figure: Figure, other: Figure) -> bool:
    return figure.kind is other.kind and compare_figures(figure, other).relation is Relation.EQUAL


_Pairs = list[tuple[_Item, _Item]]


def _pairs(text: str, items: Sequence[_Item], *, named: bool) -> _Pairs:
    """Return what goes with what: each two in turn, none where the text is a list or goes otherwise.

    Names go with figures; where all are names, the first of each clause goes with the second.
    """
    if len(items) % 2 or len(items) < 4:
        return []
    pairs = list(zip(items[::2], items[1::2], strict=True))
    signs = [(one.key < 0, other.key < 0) for one, other in pairs]
    if named and len(items) != 4:
        return []
    if not named and (len(set(signs)) != 1 or signs[0][0] == signs[0][1]):
        return []
    within = all(_patterns().goes_with.search(text[one.end : other.start]) for one, other in pairs)
    near = all(other.start - one.end <= NEAR for one, other in pairs)
    parted = all(_patterns().parts.search(text[pairs[n][1].end : pairs[n + 1][0].start]) for n in range(len(pairs) - 1))
    return pairs if near and parted and (within or not named) else []


def _first_crossed(here: _Pairs, there: _Pairs) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the spans of two things whose partners are exchanged."""
    partners = {item.key: pair[1 - place].key for pair in there for place, item in enumerate(pair)}
    for number, (one, other) in enumerate(here):
        for first, second in here[number + 1 :]:
            if partners.get(one.key) == second.key and partners.get(first.key) == other.key:
                return (other.start, other.end), (second.start, second.end)
            if partners.get(one.key) == first.key and partners.get(other.key) == second.key:
                return None
    return None


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.goes_with = re.compile(r"\b(?!and\b|or\b|of\b|the\b)[a-z]+")
        self.parts = re.compile(r"[;,.]|\b(?:and|but|while|whereas|with|against)\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
