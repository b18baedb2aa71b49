"""The role of a figure in a movement: where a quantity stands, by how much it moved, whence and whereto."""

from __future__ import annotations

from itertools import pairwise

from factcheck.figures.movement import CHANGE_NOUNS, LEVEL_VERBS, has_change_before, is_change_before
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import Tokens
from factcheck.models import Kind, Role

_MOVABLE = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})


def take_roles(tokens: Tokens, readings: list[Reading]) -> None:
    """Set the role of every reading that takes part in a movement or states a level."""
    for reading in readings:
        if reading.kind in _MOVABLE and reading.role is None:
            reading.role = _role(tokens, reading)
    for reading, following in pairwise(readings):
        if following.role is Role.FROM and reading.role is None and reading.kind is following.kind:
            reading.role = Role.LEVEL


_SEASONAL = frozenset({"last", "this", "next", "the", "in", "each", "every"})  # "to 86.7% last fall"
_LIMITING = frozenset({"just", "only", "barely", "mere", "a"})  # "to just three"
_WORKS = frozenset({"expansion", "improvement"})  # of money before them they say what it pays for: "a £31m expansion"
_VOTES = frozenset({"vote", "votes"})  # "passed by 31 votes to 22" moves nothing


def _role(tokens: Tokens, reading: Reading) -> Role | None:
    start = reading.start if reading.start >= 0 else reading.first
    while start > 1 and tokens.lower[start - 1] in _LIMITING:
        start -= 1
    before = tokens.lower[start - 1] if start else ""
    if tokens.lower[reading.last] in _VOTES or (before == "to" and tokens.lower[start - 2] in _VOTES):
        return None
    if _measures_change(tokens, reading, start):
        return Role.CHANGE
    if before == "from" and (has_change_before(tokens, start - 1) or tokens.lower[start - 2] in ("up", "down")):
        return Role.FROM
    if before == "to" and has_change_before(tokens, start - 1):
        return Role.TO
    if (before == "at" and reading.stop <= reading.last) or before in LEVEL_VERBS:
        return Role.LEVEL
    return None


def _measures_change(tokens: Tokens, reading: Reading, start: int) -> bool:
    """Return whether the figure measures a change: "rose 6%", "a 6% rise", "a fall of 190 points", "up 3 points"."""
    if reading.hedge in ("below", "above"):
        return False  # "fell below 400 tonnes" is where it got to
    if is_change_before(tokens, start) or (tokens.lower[start - 1] == "by" and has_change_before(tokens, start - 1)):
        return True
    if tokens.lower[start - 1] == "of" and start > 1 and tokens.lower[start - 2] in CHANGE_NOUNS:
        return True
    after = max(reading.last + 1, reading.stop)
    behind = tokens.lower[reading.last : after + 1]
    if behind[1:2] == ["fall"] and behind[0] in _SEASONAL:
        return False
    if reading.kind is Kind.MONEY and behind[0] in _WORKS and behind[1:2] != ["in"]:
        return False
    return not CHANGE_NOUNS.isdisjoint(behind)
