"""Quantities written with marks between their parts: "3:07:45", "1:36.6", 5'10"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.reading import Reading
from factcheck.figures.tokens import NUMBER, Tokens
from factcheck.models import Kind


def read_compact(tokens: Tokens, index: int) -> Reading | None:
    """Return the clock result or the height in feet and inches that starts at a number token."""
    if tokens.kind[index] != NUMBER or not tokens.is_glued(index + 1):
        return None
    if tokens.lower[index + 1] == ":" and tokens.is_glued(index + 2):
        return _read_clock(tokens, index)
    if tokens.lower[index + 1] in ("'", "′", "’"):
        return _read_height(tokens, index)
    return None


def _read_clock(tokens: Tokens, index: int) -> Reading | None:
    """Read "3:07:45" (hours first) and "1:36.6" (minutes, with a fraction of a second) as seconds."""
    parts, last = [tokens.surface[index]], index + 1
    while (
        tokens.lower[last] == ":" and tokens.is_glued(last + 1) and tokens.kind[last + 1] == NUMBER and len(parts) < 4
    ):
        parts.append(tokens.surface[last + 1])
        last += 2
    whole = [part.partition(".")[0] for part in parts]
    if not all(part.isdigit() and len(part) <= 3 for part in whole) or any("." in part for part in parts[:-1]):
        return None
    if (len(parts) != 3 and not (len(parts) == 2 and "." in parts[1])) or any(len(part) != 2 for part in whole[1:]):
        return None
    seconds = Decimal(0)
    for part in parts:
        seconds = seconds * 60 + Decimal(part)
    return Reading(index, last, Kind.DURATION, seconds, unit="second")


def _read_height(tokens: Tokens, index: int) -> Reading | None:
    """Read 5'10, 5'10" and 5' 10", which needs the mark of inches."""
    feet, inches = tokens.surface[index], tokens.surface[index + 2]
    if not (feet.isdigit() and inches.isdigit() and int(feet[:3]) < 10 and int(inches[:3]) < 12):
        return None
    last = index + 3
    if tokens.lower[last] in ('"', "″", "”") and tokens.is_glued(last):
        last += 1
    elif tokens.lower[last] == "'" and tokens.lower[last + 1] == "'":
        last += 2
    elif not tokens.is_glued(index + 2):
        return None
    return Reading(index, last, Kind.MEASURE, Decimal(int(feet) * 12 + int(inches)), unit="in")
