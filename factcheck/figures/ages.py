"""Ages: "91-year-old", "aged 36", "Ms Abara, 36,", "under the age of five"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.figures.grammar_words import CLOSED
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.figures.units import UNITS
from factcheck.models import Bound, Kind

_OLDEST = 130
_YOUNG = frozenset(
    "children kids people adults men women boys girls drivers pensioners anyone everyone those players voters"
    " persons pupils patients youngsters".split()
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)


def read_age(tokens: Tokens, reading: Reading) -> None:
    """Turn a reading into an age where the words around it say so."""
    if reading.kind is Kind.DURATION and _takes_old(tokens, reading):
        reading.kind = Kind.AGE
    elif reading.kind is Kind.NUMBER and not reading.scale and 0 <= reading.number() <= _OLDEST:
        if (
            _follows_aged(tokens, reading)
            or _is_apposed(tokens, reading)
            or _is_age_limit(tokens, reading)
            or _is_said_of_person(tokens, reading)
        ):
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
    if last != first + 1 or reading.form not in ("digits", "words") or not reading.number() >= 1:
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


_PERSONS = frozenset(
    "who he she i mother father son daughter wife husband brother sister grandmother grandfather grandson granddaughter"
    " girl boy victim suspect".split()
)


def _is_said_of_person(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "who was 10", "she turned 18" tell an age."""
    if _died_at(tokens, reading):
        return True
    if tokens.lower[reading.first - 1] in ("then", "now") and tokens.lower[reading.first - 2] in (",", "("):
        return tokens.kind[reading.last] != WORD
    verb, subject = tokens.lower[reading.first - 1], tokens.lower[reading.first - 2]
    if verb not in ("was", "is", "turned", "turns", "turning") or subject not in _PERSONS:
        return verb == "turned" and tokens.is_capitalised(reading.first - 2) and tokens.kind[reading.last] != WORD
    return tokens.kind[reading.last] != WORD or tokens.lower[reading.last] in ("when", "at", "and", "in", "last", "on")


def _died_at(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "died in Bruges at 88" tells an age."""
    first = reading.first
    if tokens.lower[first - 1] != "at" or tokens.kind[reading.last] == WORD:
        return False
    return not {"died", "dies", "death", "retired", "married"}.isdisjoint(tokens.lower[max(first - 8, 0) : first])


def _is_age_limit(tokens: Tokens, reading: Reading) -> bool:
    """Return whether the number limits an age: "children under 12", "people over 65", "younger than 65"."""
    if tokens.lower[reading.first - 1] == "than" and tokens.lower[reading.first - 2] in ("older", "younger"):
        return tokens.kind[reading.last] != WORD or tokens.lower[reading.last] in CLOSED - {"of"}
    if (
        tokens.lower[reading.first - 1] not in ("under", "over", "above", "below")
        or tokens.lower[reading.first - 2] not in _YOUNG
    ):
        return False
    return tokens.kind[reading.last] != WORD or (
        tokens.lower[reading.last] not in ("people", "km", "miles") and not tokens.lower[reading.last].endswith("s")
    )


AGE_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}  # fmt: skip


def read_decade_of_life(tokens: Tokens, index: int) -> Reading | None:
    """Return the age of "in her sixties", "a man in his 60s"."""
    word, last = tokens.lower[index], index + 1
    start = AGE_DECADES.get(word, 0)
    if (
        tokens.kind[index] == NUMBER
        and len(word) == 2
        and word.isdigit()
        and tokens.lower[last] == "s"
        and tokens.is_glued(last)
    ):
        start, last = int(word), last + 1
    before = tokens.lower[index - 1]
    if before in HYPHENS or before in ("early", "mid", "late"):
        before = next((w for w in reversed(tokens.lower[max(index - 4, 0) : index]) if w in _THEIR), "")
    if not start or (start % 10 and start != 13) or before not in _THEIR:
        return None
    return Reading(index, last, Kind.AGE, Decimal(start), Decimal(start // 10 * 10 + 9), unit="year")


def read_age_group(tokens: Tokens, index: int) -> Reading | None:
    """Return the age of "over-65s", which is one bound; "the under-21s" are a team."""
    word, last = tokens.lower[index], index + 1
    if tokens.lower[index - 2 : index] != ["over", "-"] or not tokens.is_glued(index) or tokens.lower[last] != "s":
        return None
    if not (word.isdigit() and tokens.is_glued(last) and int(word[:3]) <= _OLDEST):
        return None
    return Reading(index, last + 1, Kind.AGE, Decimal(word), unit="year", bound=Bound.MORE, hedge="over")


_THEIR = frozenset({"her", "his", "their", "my", "your", "our"})


def share_ages(tokens: Tokens, readings: list[Reading]) -> None:
    """Make ages of the bare numbers that a list of ages goes on with: "aged 3, 5 and 7"."""
    for left, right in pairwise(readings):
        if left.kind is not Kind.AGE or right.kind is not Kind.NUMBER or right.form == "fraction":
            continue
        is_listed = tokens.lower[left.last : right.first] in ([","], ["and"], [",", "and"], ["or"])
        is_bare = tokens.kind[right.last] != WORD or tokens.lower[right.last] in CLOSED
        if is_listed and is_bare and right.number() <= _OLDEST:
            right.kind, right.unit = Kind.AGE, left.unit
