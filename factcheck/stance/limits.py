"""A "not" that only sets a date: what "will not open until May" opens in May, and "not before May" in May or later."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import Bound, Figure, Kind
from factcheck.stance.polarity import negations
from factcheck.values import replace
from factcheck.words import Token, listed

_UNTIL, _BEFORE = frozenset(listed("until till")), frozenset(listed("before"))
_ONLY_THEN = {**dict.fromkeys(_UNTIL, Bound.EXACT), **dict.fromkeys(_BEFORE, Bound.AT_LEAST)}


def lifted_denials(
    found: Sequence[Token], clauses: Sequence[int], figures: Sequence[Figure]
) -> tuple[frozenset[int], list[Figure]]:
    """Return the places of the negations that only set a date, and the figures with those dates as they are meant."""
    hedges = _denials_in_hedges(found, figures) | _votes_of_no_confidence(found)
    if not any(token.plain in _ONLY_THEN for token in found):
        return hedges, list(figures)
    denials = negations([token.plain for token in found])
    lifted: set[int] = set()
    meant = list(figures)
    for place, token in enumerate(found):
        bound = _ONLY_THEN.get(token.plain)
        number = _date_behind(found, place, figures) if bound is not None else -1
        denial = max((d for d in denials if d < place and clauses[d] == clauses[place]), default=-1)
        if bound is not None and number >= 0 and denial >= 0:
            lifted.add(denial)
            meant[number] = replace(meant[number], bound=bound, hedge=f"not {token.plain}")
    return hedges | lifted, meant


def _denials_in_hedges(found: Sequence[Token], figures: Sequence[Figure]) -> frozenset[int]:
    """Return the places of the "no" and "not" with which the bound of a figure begins: "no younger than 22"."""
    places = set()
    for figure in figures:
        hedge = (figure.hedge or "").split()
        if hedge[:1] in (["no"], ["not"]):
            first = next((place for place, token in enumerate(found) if token.start >= figure.start), len(found))
            before = [token.plain for token in found[max(0, first - len(hedge)) : first]]
            places |= {first - len(hedge)} if before == hedge else set()
    return frozenset(places)


def _votes_of_no_confidence(found: Sequence[Token]) -> frozenset[int]:
    """Return the places of the "no" in "a vote of no confidence", which names a vote and denies nothing."""
    plains = [token.plain for token in found]
    if "confidence" not in plains:
        return frozenset()
    return frozenset(
        place for place in range(1, len(plains) - 1) if plains[place - 1 : place + 2] == ["of", "no", "confidence"]
    )


def _date_behind(found: Sequence[Token], place: int, figures: Sequence[Figure]) -> int:
    """Return the number of the date right behind a word, or that the word opens; -1 where there is none."""
    behind = found[place + 1] if place + 1 < len(found) else None
    for number, figure in enumerate(figures):
        opens = figure.start == found[place].start
        follows = behind is not None and figure.start <= behind.start < figure.end
        the = behind is not None and behind.plain in ("the", "at") and place + 2 < len(found)
        later = the and figure.start <= found[place + 2].start < figure.end
        if figure.kind is Kind.DATE and (opens or follows or later):
            return number
    return -1
