"""Ages: "91-year-old", "aged 36", "Ms Abara, 36,", "under the age of five"."""

from __future__ import annotations

from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, WORD, Tokens
from factcheck.figures.units import UNITS
from factcheck.models import Kind

_OLDEST = 130
_YOUNG = frozenset(
    "children kids people adults men women boys girls drivers pensioners anyone everyone those players voters persons pupils patients youngsters".split()
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


def read_age(tokens: Tokens, reading: Reading) -> None:
    """Turn a reading into an age where the words around it say so."""
    if reading.kind is Kind.DURATION and _takes_old(tokens, reading):
        reading.kind = Kind.AGE
    elif reading.kind is Kind.NUMBER and not reading.scale and 0 <= reading.number() <= _OLDEST:
        if _follows_aged(tokens, reading) or _is_apposed(tokens, reading) or _is_age_limit(tokens, reading):
            reading.kind, reading.unit = Kind.AGE, "year"
        elif tokens.lower[reading.last] == "yo":
            reading.kind, reading.unit, reading.last = Kind.AGE, "year", reading.last + 1
    elif reading.kind is Kind.DURATION and _follows_aged(tokens, reading):
        reading.kind = Kind.AGE


def _takes_old(tokens: Tokens, reading: Reading) -> bool:
    """Take "-old", "old", "-olds", "of age" behind "36-year", "36 years"."""
    if reading.unit not in UNITS or reading.per:
        return False
    after = reading.last
    if tokens.lower[after] in HYPHENS and tokens.is_glued(after + 1):
        after += 1
    if tokens.lower[after] in ("old", "olds"):
        reading.last = after + 1
        return True
    if tokens.lower[after] == "of" and tokens.lower[after + 1] == "age":
        reading.last = after + 2
        return True
    return False


def _before(tokens: Tokens, index: int) -> int:
    """Return the index of the first word before `index` that is no hedge or "between"."""
    while tokens.lower[index] in (
        "between",
        "from",
        "about",
        "around",
        "just",
        "only",
        "over",
        "under",
        "at",
        "least",
        "up",
        "to",
        "or",
        "and",
        ",",
    ):
        if tokens.lower[index] in ("and", "or", ",", "to"):
            return index
        index -= 1
    return index


def _follows_aged(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "aged", "age of" or "at the age of" stands before the number."""
    at = _before(tokens, reading.first - 1)
    word, before = tokens.lower[at], tokens.lower[at - 1]
    if word in ("aged", "age", "ages") and at >= 0:
        return True
    return word == "of" and before in ("age", "ages")


def _is_apposed(tokens: Tokens, reading: Reading) -> bool:
    """Return whether the number stands between commas, or in brackets, behind a name: "Anna Brook, 34, was"."""
    first, last = reading.first, reading.last
    if reading.form != "digits" or last != first + 1 or not tokens.surface[first].isdigit() or reading.number() < 1:
        return False
    name = first - 2
    if name < 0 or not tokens.is_capitalised(name) or tokens.lower[name] in _NOT_NAMES:
        return False
    if tokens.lower[first - 1] == ",":
        return (
            tokens.lower[last] in (",", ";", "")
            or (tokens.lower[last] == "." and last == len(tokens) - 1)
            or (tokens.lower[last] in ("and", "who", "from", "of") and name > 0 and tokens.is_capitalised(name - 1))
        )
    is_bracketed = tokens.lower[first - 1] == "(" and tokens.lower[last] == ")"
    return is_bracketed and tokens.is_capitalised(name - 1) and name > 0 and 10 <= reading.number() < 100


def _is_age_limit(tokens: Tokens, reading: Reading) -> bool:
    """Return whether the number limits an age: "children under 12", "people over 65"."""
    if (
        tokens.lower[reading.first - 1] not in ("under", "over", "above", "below")
        or tokens.lower[reading.first - 2] not in _YOUNG
    ):
        return False
    return tokens.kind[reading.last] != WORD or (
        tokens.lower[reading.last] not in ("people", "km", "miles") and not tokens.lower[reading.last].endswith("s")
    )
