"""A figure and a day of the claim that the passage holds, but not together: the day is of another figure.

"A profit of £3.4m in 2022" is not borne out by "£3.4m in 2023, against a loss of £8.1m in 2022", nor "£9m in 2022" by
"will fall from £9m to £6m by 2022".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import compare_figures
from factcheck.models import MET, Kind, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, bond_of
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed

_OTHER_ENDS = {Role.FROM: (Role.TO,), Role.TO: (Role.FROM,), Role.LEVEL: (Role.FROM,)}
_APART = frozenset(listed("to from and but than against while"))


def with_crossed_dates(claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds, each day misplaced that the passage puts to another figure of the same kind.

    An amount at one end of a movement, where the day is that of the other end, is bound to the latter.
    """
    bonds = [_or_to_the_other_end(claim, passage, alignment, bond, bonds) for bond in bonds]
    amounts = [bond for bond in bonds if bond.passage >= 0 and bond.relation in MET and not _is_date(bond)]
    return [
        replace(bond, misplaced=True)
        if _is_date(bond)
        and any(_are_one(claim, amount, bond) and _is_crossed(passage, amount, bond) for amount in amounts)
        else bond
        for bond in bonds
    ]


def _or_to_the_other_end(
    claim: Reading, passage: Reading, alignment: Alignment, amount: Bond, bonds: Sequence[Bond]
) -> Bond:
    """Return an amount's bond to one end of a movement as one to the other, where the claim's day is that of the other.

    "From £9m to £6m by 2022", "£6m, down from £9m in 2022": the day stands right behind its end.
    """
    figure, there = amount.comparison.claim_figure, amount.passage
    role = passage.figures[there].role if there >= 0 else None
    if role not in _OTHER_ENDS or figure.role in (Role.FROM, Role.CHANGE):
        return amount
    for day in bonds:
        end = day.passage - 1
        if end < 0 or not _is_date(day) or day.comparison.claim_figure.hedge == "since":
            continue
        if day.relation not in MET or not _are_one(claim, amount, day):
            continue
        if passage.figures[end].role in _OTHER_ENDS[role] and end in _alike(passage, there):
            return (
                amount if _is_parted(passage, end) else bond_of(claim, passage, alignment, amount.claim, end) or amount
            )
    return amount


def _is_parted(passage: Reading, end: int) -> bool:
    """Stands more than the noun of a figure and a preposition between it and the next one?"""
    last, following = passage.figure_places(end)[-1], passage.figure_places(end + 1)[0]
    between = passage.words[last + 1 : following]
    return any(not word.stop and word.text != passage.figures[end].noun for word in between)


def _is_date(bond: Bond) -> bool:
    return bond.comparison.claim_figure.kind is Kind.DATE


def _are_one(claim: Reading, amount: Bond, day: Bond) -> bool:
    """Does the claim put its amount and its day together, with nothing between that sets two things apart?"""
    places = claim.figure_places(amount.claim), claim.figure_places(day.claim)
    first, last = sorted(places)
    between = claim.words[first[-1] + 1 : last[0]]
    return not any(word.plain in _APART or word.figure >= 0 for word in between)


def _is_crossed(passage: Reading, amount: Bond, day: Bond) -> bool:
    """Has the passage another day at the claim's amount, and another amount at the claim's day?"""
    if day.passage < 0 or day.relation not in MET:
        return False
    rival = _nearest(passage, day.passage, _alike(passage, amount.passage))
    other = _nearest(passage, amount.passage, _dates(passage))
    if rival in (-1, amount.passage) or other in (-1, day.passage):
        return False
    differs = compare_figures(day.comparison.claim_figure, passage.figures[other]).relation is Relation.DIFFERENT
    return differs and _nearest(passage, other, _alike(passage, amount.passage)) == amount.passage


def _alike(passage: Reading, number: int) -> list[int]:
    """Return the figures of the passage of one kind and unit with a figure, that one with them."""
    model = passage.figures[number]
    return [n for n, figure in enumerate(passage.figures) if figure.kind is model.kind and figure.unit == model.unit]


def _dates(passage: Reading) -> list[int]:
    return [number for number, figure in enumerate(passage.figures) if figure.kind is Kind.DATE]


def _nearest(passage: Reading, number: int, others: Sequence[int]) -> int:
    """Return which of some figures stands nearest to one, in its own clause first; -1 where there is none."""
    here = passage.figure_places(number)
    best = (10**6, -1)
    for other in others:
        there = passage.figure_places(other)
        if other == number:
            continue
        gap = min(abs(place - each) for place in here for each in there)
        if passage.words[here[0]].sentence != passage.words[there[0]].sentence:
            gap += 100
        if passage.words[here[0]].clause != passage.words[there[0]].clause:
            gap += 3
        best = min(best, (gap, other))
    return best[1]
