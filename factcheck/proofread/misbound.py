"""A figure of the source given to something else of the same list: "€95m to businesses and €55m to roads".

Where a passage parts a whole, each figure has its own stretch of words. A sentence that has the figure of one stretch
and the words of another alone has taken the wrong line of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.models import Bound, Figure, Kind, Relation, Role
from factcheck.proofread.beside import Beside
from factcheck.proofread.ranges import is_quantity
from factcheck.stance.reading import Reading

LOOKED_AT = 3
"""In how many of the nearest passages such a list is looked for."""
LEAST_HERE = 0.5
"""The share of the sentence's words that the passage must have."""


def misbound_figures(sides: Sequence[Beside]) -> Iterator[tuple[Beside, Figure, Figure]]:
    """Yield each figure that belongs to other words of its passage: the passage, the figure, the one of its words."""
    for side in sides[:LOOKED_AT]:
        if side.here < LEAST_HERE:
            continue
        found = list(_misbound(side))
        if found:
            yield from found
            return


def _misbound(side: Beside) -> Iterator[tuple[Beside, Figure, Figure]]:
    claim, passage = side.pair.claim, side.pair.passage
    for bond in side.bonds:
        figure, own = bond.comparison.claim_figure, bond.comparison.source_figure
        if own is None or bond.relation is not Relation.EQUAL or not _is_plain(figure):
            continue
        if sum(_is_of_one_sort(other, figure) for other in claim.figures) > 1:
            continue
        listed = _list_of(own, passage)
        met = {link.passage for link in side.pair.alignment.links if link.covered and not link.in_context}
        stretches = _stretches(passage, listed) if len(listed) > 1 else []
        if not stretches or not all(stretches) or met & stretches[listed.index(own)]:
            continue
        meant = [other for other, words in zip(listed, stretches, strict=True) if words <= met]
        if len(meant) == 1 and meant[0].value != figure.value:
            yield side, figure, meant[0]


def _is_plain(figure: Figure) -> bool:
    return (
        is_quantity(figure)
        and not figure.implied
        and figure.value_high is None
        and figure.bound in (Bound.EXACT, Bound.ABOUT)
        and figure.role not in (Role.CHANGE, Role.FROM, Role.TO)
        and figure.kind is not Kind.ORDINAL
    )


def _is_of_one_sort(figure: Figure, other: Figure) -> bool:
    return (figure.kind, figure.unit, figure.per) == (other.kind, other.unit, other.per)


def _list_of(own: Figure, passage: Reading) -> list[Figure]:
    """Return the figures of the passage that stand in one list with one of it, in order; only that one where none is.

    What rose "from" one figure "to" another is no list.
    """
    alike = [f for f in passage.figures if _is_of_one_sort(f, own)]
    if not all(_is_plain(figure) for figure in alike) or len({f.value for f in alike}) < len(alike):
        return [own]
    joints = [passage.text[one.end : other.start] for one, other in pairwise(alike)]
    return alike if all(_patterns().joint.search(joint) for joint in joints) else [own]


def _stretches(passage: Reading, listed: Sequence[Figure]) -> list[set[int]]:
    """Return for each figure of a list the places of the words that are its own, figures left out.

    Where a comma stands right before each figure its words come behind it ("€95m to businesses, €55m to roads"), else
    before it.
    """
    cuts = []
    for one, other in pairwise(listed):
        joints = [m.start() for m in _patterns().joint.finditer(passage.text, one.end, other.start)]
        cuts.append((joints[0], joints[-1]))
    words = [place for place in passage.content() if passage.words[place].figure < 0]
    behind = [_within(passage, words, cut[1], other.start) for cut, other in zip(cuts, listed[1:], strict=True)]
    last = not any(behind)
    borders = [cut[1] if last else cut[0] for cut in cuts]
    first = listed[0].start if last else _start_of(passage.text, listed[0].start)
    end = _end_of(passage.text, listed[-1].end) if last else listed[-1].end
    edges = [first, *borders, end]
    return [_within(passage, words, a, b) for a, b in pairwise(edges)]


def _within(passage: Reading, words: Sequence[int], start: int, end: int) -> set[int]:
    return {place for place in words if start <= passage.words[place].start < end}


def _start_of(text: str, offset: int) -> int:
    return max((m.end() for m in _patterns().stop.finditer(text, 0, offset)), default=0)


def _end_of(text: str, offset: int) -> int:
    found = _patterns().stop.search(text, offset)
    return found.start() if found else len(text)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.joint = re.compile(r"[,;]\s|\s(?:and|while|but)\s")
        self.stop = re.compile(r"[,;:.]\s")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
