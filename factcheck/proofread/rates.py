"""A rate over another time: "£96 a month" where the source says "£96 a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.models import Figure, Kind
from factcheck.proofread.beside import Beside
from factcheck.proofread.ranges import is_quantity
from factcheck.stance.reading import Reading

LEAST_COVER = 0.4
"""The share of the sentence's words, the passage's context included, that a passage with the same amount must have."""


def wrong_rates(sides: Sequence[Beside]) -> Iterator[tuple[Beside, int, int, str]]:
    """Yield each amount that its passages have per another time: the passage, the span of amount and time, the time."""
    claim = sides[0].pair.claim if sides else None
    for figure in claim.figures if claim else ():
        mine = _rate(claim, figure) if claim and is_quantity(figure) and not figure.implied else None
        if mine is None:
            continue
        told = [(side, theirs) for side in sides for theirs in _rates_of(side.pair.passage, figure)]
        if any(theirs[0] == mine[0] for _, theirs in told):
            continue
        for side, theirs in told:
            if side.cover >= LEAST_COVER or _has_another_figure(side, figure):
                yield side, figure.start, mine[1], theirs[0]
                break


def _rates_of(passage: Reading, figure: Figure) -> list[tuple[str, int]]:
    same = [f for f in passage.figures if (f.kind, f.unit, f.value) == (figure.kind, figure.unit, figure.value)]
    found = (_rate(passage, other) for other in same)
    return [rate for rate in found if rate is not None]


def _rate(reading: Reading, figure: Figure) -> tuple[str, int] | None:
    """Return the time that an amount is per, and where that is said; None where it is a plain amount."""
    if figure.kind not in (Kind.MONEY, Kind.NUMBER, Kind.MEASURE):
        return None
    found = _patterns().time.search(reading.text, figure.start, figure.end)
    found = found or _patterns().time_behind.match(reading.text, figure.end)
    return (found["time"].lower(), found.end()) if found else None


def _has_another_figure(side: Beside, figure: Figure) -> bool:
    """Tell whether the passage has another telling figure of the sentence."""
    passage = side.pair.passage.figures
    return any(
        other is not figure and sum(map(str.isdigit, other.text)) > 1 and (other.unit, other.value) == (f.unit, f.value)
        for other in side.pair.claim.figures
        for f in passage
    )


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        when = r"(?:hour|day|week|month|quarter|year)\b(?!\s+(?:ago|earlier|before|later|on|from))"
        time = rf"(?:an?|per|each|every)\s+(?P<time>{when})"
        self.time = re.compile(rf"\b{time}", re.IGNORECASE)
        self.time_behind = re.compile(rf"\s+(?:more\s+|less\s+|extra\s+)?{time}", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()
