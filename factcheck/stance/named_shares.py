"""A share of which the claim names both sides, and the passage gives both amounts: "claims are a tenth of the cargo".

The passage need not set one amount as a part of the other: "the cargo was worth $510m … claims of about $45m".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.models import MET, Figure, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, gap
from factcheck.stance.operands import is_alike, rounded, written
from factcheck.stance.reading import Reading
from factcheck.values import replace

_BEFORE, _BEHIND = 10, 6  # words of the claim that name the part, and the whole
_NEAR = 5  # words from an amount to what it is of
_AMOUNTS = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE)


def with_named_shares(claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with a share that nothing bears out held against two amounts whose names the claim has."""
    return [bond if bond.relation in MET else _or_named(claim, passage, alignment, bond) for bond in bonds]


def _or_named(claim: Reading, passage: Reading, alignment: Alignment, bond: Bond) -> Bond:
    figure = bond.comparison.claim_figure
    if not is_share(figure) or figure.role is not None or bond.claim < 0:
        return bond
    places = claim.figure_places(bond.claim)
    behind = [word.plain for word in claim.behind(bond.claim, 1)]
    if behind != ["of"]:
        return bond
    clause = claim.words[places[0]].clause
    first, last = max(0, places[0] - _BEFORE), places[-1] + 2 + _BEHIND
    parts = _named(passage, alignment, [p for p in range(first, places[0]) if claim.words[p].clause == clause])
    wholes = _named(passage, alignment, [p for p in range(places[-1] + 2, last) if _is_in(claim, p, clause)])
    for part in sorted(parts - wholes):
        for whole in sorted(wholes - parts):
            found = _share_of(figure, passage.figures[part], passage.figures[whole])
            if found is not None and compare_figures(figure, found).relation in MET:
                return _bound(bond, passage, part, whole, figure, found)
    return bond


def _is_in(claim: Reading, place: int, clause: int) -> bool:
    return place < len(claim.words) and claim.words[place].clause == clause


def _named(passage: Reading, alignment: Alignment, places: Sequence[int]) -> set[int]:
    """Return the passage's amounts that are of a word which the claim has at these places: the nearest in its stretch.

    A name tells whose amounts they are, not of what.
    """
    found = set()
    for place in places:
        there = alignment.passage_place(place)
        if there < 0 or passage.words[there].name >= 0:
            continue
        near = [
            (gap(there, at), number)
            for number, figure in enumerate(passage.figures)
            if figure.kind in _AMOUNTS and not is_share(figure) and (at := passage.figure_places(number))
            if passage.words[at[0]].clause == passage.words[there].clause and gap(there, at) <= _NEAR
        ]
        found |= {min(near)[1]} if near else set()
    return found


def _share_of(figure: Figure, part: Figure, whole: Figure) -> Figure | None:
    """Return what share of one amount another is, as a figure of the claim's sort."""
    if not is_alike(part, whole) or not isinstance(part.value, Decimal) or not isinstance(whole.value, Decimal):
        return None
    if not 0 < part.value < whole.value:
        return None
    share = part.value / whole.value * (100 if figure.kind is Kind.PERCENT else 1)
    return Figure("", 0, 0, figure.kind, rounded(share), unit=figure.unit)


def _bound(bond: Bond, passage: Reading, part: int, whole: int, figure: Figure, found: Figure) -> Bond:
    mine, theirs = passage.figures[part], passage.figures[whole]
    start, end = min(mine.start, theirs.start), max(mine.end, theirs.end)
    source = replace(found, text=passage.text[start:end], start=start, end=end)
    assert isinstance(found.value, Decimal)
    share = found.value * (1 if figure.kind is Kind.PERCENT else 100)
    note = f"the source gives {mine.text} / {theirs.text} = {written(share, None)}%"
    comparison = replace(compare_figures(figure, source), source_figure=source, note=note)
    return replace(bond, passage=-1, comparison=comparison, noun=1, misplaced=False, derived="share")
