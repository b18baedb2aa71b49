"""Figures of a claim bound to what a passage's figures give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.models import Bound, Figure, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.derive import Derivation, derive
from factcheck.stance.operands import Ground, ground_of
from factcheck.stance.reading import Reading

_AGREE = (Relation.EQUAL, Relation.WITHIN)
_SHARES = frozenset({"share", "part", "rest", "ratio", "change"})  # workings that a bound may be held against


def with_derived(
    claim: Reading,
    passage: Reading,
    context: Reading,
    alignment: Alignment,
    bonds: Sequence[Bond],
    published: date | None,
) -> list[Bond]:
    """Return the bonds with figures that the passage's figures give put where it states none that agrees.

    The last line of the context, the sentence before, may give one of two operands.
    """
    if all(bond.relation in _AGREE for bond in bonds) or not passage.figures:
        return list(bonds)
    ground = ground_of(passage.text, context.text.rpartition("\n")[2], published)
    return [
        bond if bond.relation in _AGREE else _or_derived(claim, passage, alignment, ground, bond, published)
        for bond in bonds
    ]


def _or_derived(
    claim: Reading, passage: Reading, alignment: Alignment, ground: Ground, bond: Bond, published: date | None
) -> Bond:
    """Return a bond to a derived figure that agrees, or that parts from the claim where nothing is stated."""
    figure = bond.comparison.claim_figure
    found = derive(claim, figure, ground, published)
    if found is None or (_is_open(figure) and found.pattern not in _SHARES):
        return bond
    if not found.agrees and bond.relation is Relation.DIFFERENT and not found.is_movement:
        return bond
    mine, theirs = claim.figure_places(bond.claim), _places(passage, ground, found)
    frames = [frame_overlap(claim, passage, alignment, mine, theirs, plain=plain) for plain in (False, True)]
    return replace(
        bond, passage=-1, comparison=found.comparison, noun=1 if found.agrees else 0, misplaced=False,
        frame=max(bond.frame, frames[0]), plain_frame=max(bond.plain_frame, frames[1]),
        derived=found.pattern, inverts=found.inverts and found.agrees,
    )  # fmt: skip


def _places(passage: Reading, ground: Ground, found: Derivation) -> list[int]:
    """Return the places of the passage's words that are operands of a derivation."""
    spans = [(o.start - ground.start, o.end - ground.start) for o in found.operands if o.start >= ground.start]
    return [
        place
        for place, word in enumerate(passage.words)
        if any(word.start < end and word.end > start for start, end in spans)
    ]


def _is_open(figure: Figure) -> bool:
    """Is a figure a half-line, which chance meets as soon as anything is worked out, and no change?"""
    return figure.bound not in (Bound.EXACT, Bound.ABOUT) and figure.role is not Role.CHANGE
