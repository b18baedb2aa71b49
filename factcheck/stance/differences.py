"""Which of two things had more of it, where the passage's two figures give how much more or less the claim says.

"Adults pay £4 less than children" against "£9 for adults and £5 for children": the sum comes out either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.models import MET, Figure
from factcheck.stance.binding import Bond
from factcheck.stance.comparatives import way_of
from factcheck.stance.features import SideBySide
from factcheck.stance.reading import Reading

_TO_THAN = 6  # words from the figure of a difference to its "than": "£4 a head less than"


def differs_the_other_way(pair: SideBySide) -> str:
    """Return the passage's two figures where they differ the other way than the claim has it; "" where that is open."""
    for bond in pair.bonds:
        if bond.derived != "difference" or bond.relation not in MET or bond.claim < 0:
            continue
        way, than = _way(pair.claim, pair.claim.figure_places(bond.claim)[-1])
        operands = _operands(pair.passage, bond)
        if not way or operands is None:
            continue
        ways = set(_ways(pair, pair.claim.figure_places(bond.claim)[0], than, operands))
        if ways == {-way}:
            return f"{operands[0].text}, {operands[1].text}"
    return ""


def _way(claim: Reading, last: int) -> tuple[int, int]:
    """Return 1 for "more than" behind a figure, -1 for "less than", 0 for neither; and the place of the "than"."""
    words = claim.words
    than = next((p for p in range(last + 1, min(len(words), last + 1 + _TO_THAN)) if words[p].plain == "than"), -1)
    ways = {way_of(words[place].plain) for place in range(last + 1, than)} - {0}
    return (ways.pop(), than) if len(ways) == 1 else (0, -1)


def _operands(passage: Reading, bond: Bond) -> tuple[Figure, Figure] | None:
    """Return the two figures that a difference was taken of, in their order in the passage."""
    source = bond.comparison.source_figure
    if source is None:
        return None
    inside = [f for f in passage.figures if source.start <= f.start and f.end <= source.end]
    if len(inside) != 2 or not all(isinstance(f.value, Decimal) and f.value_high is None for f in inside):
        return None
    return inside[0], inside[1]


def _ways(pair: SideBySide, figure: int, than: int, operands: tuple[Figure, Figure]) -> Iterator[int]:
    """Yield 1 or -1 for whether what stands before a difference has the larger figure, for each pair of words.

    Each of the two must stand on one side of its figure, both alike: "A £9 and B £5", "£9 for A and £5 for B".
    """
    places = [pair.passage.figure_places(pair.passage.figures.index(each))[0] for each in operands]
    here = [k for k in pair.alignment.links if k.is_here]
    first = [k.passage for k in here if k.claim < figure]
    second = [k.passage for k in here if k.claim > than]
    larger = 1 if operands[0].value > operands[1].value else -1  # type: ignore[operator]  # both are decimals
    for one in first:
        for other in second:
            low, high = min(one, other), max(one, other)
            if low < places[0] < high < places[1] or places[0] < low < places[1] < high:
                yield larger if one == low else -larger
