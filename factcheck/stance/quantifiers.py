"""Quantifiers without a numeral ("most of", "a majority of"), bound to the share that a passage states."""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.models import Bound, Figure, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.reading import Reading

_MOST = frozenset({"most", "majority"})


def quantifier_bonds(claim: Reading, passage: Reading, alignment: Alignment) -> list[Bond]:
    """Return a bond for each "most of" and "a majority of" of the claim to a share that the passage states."""
    bonds = []
    for place, word in enumerate(claim.words[:-1]):
        if word.plain in _MOST and claim.words[place + 1].plain == "of":
            figure = Figure(
                word.text, word.start, word.end, Kind.PERCENT, Decimal(50), unit="%", bound=Bound.MORE, implied=True
            )
            bonds += _share_bonds(claim, passage, alignment, figure, place)
    return bonds


def _share_bonds(claim: Reading, passage: Reading, alignment: Alignment, figure: Figure, place: int) -> list[Bond]:
    """Return the bond of an implied share to the passage's best framed share, if it states one."""
    found = []
    for other, candidate in enumerate(passage.figures):
        if is_share(candidate):
            theirs = passage.figure_places(other)
            frames = [frame_overlap(claim, passage, alignment, [place], theirs, plain=p) for p in (False, True)]
            found.append(Bond(-1, other, compare_figures(figure, candidate), 0.0, frames[0], 0, frames[1]))
    return sorted(found, key=lambda bond: (-bond.frame, bond.passage))[:1]
