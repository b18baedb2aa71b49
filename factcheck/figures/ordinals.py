"""Ordinals and ranks: "fourth", "4th", "twenty-first", "world No. 1"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.grammar_words import AUXILIARIES, CLOSED, PRONOUNS
from factcheck.figures.names import is_rank
from factcheck.figures.number_words import ORDINALS, SCALES, SMALL, TENS, UNITS
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.models import Kind

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
# What follows an ordinal in set phrases and titles that count nothing.
_FIXED = {
    "first": frozenset(
        "born minister lady class aid name hand team responders responder degree gentleman sea secretary world of"
        " amendment time".split()
    )
    - {"time"},
    "second": frozenset("hand thoughts nature world guess guessed amendment home homes".split()),
    "third": frozenset("party parties world reich sector".split()),
    "fourth": frozenset({"estate"}),
    "sixth": frozenset({"form", "former", "formers", "sense"}),
    "fifth": frozenset({"avenue", "amendment", "column"}),
    "eleventh": frozenset({"hour"}),
}
_BEFORE_PLACE = frozenset(
    "finished finishing finish came come coming comes placed ranked ranks ranking rank was is are were be lies lie"
    " sits sit stands in seeded qualified remained remain".split()
)


def read_ordinal(tokens: Tokens, index: int) -> Reading | None:
    """Return the ordinal that starts at token `index`, None where none does."""
    if tokens.kind[index] == NUMBER:
        return _read_digits(tokens, index)
    word = tokens.lower[index]
    if word == "no" and tokens.lower[index + 1] == "." and tokens.kind[index + 2] == NUMBER:
        return _read_rank(tokens, index)
    if word in ORDINALS:
        return _read_word(tokens, index)
    if word in SMALL or word in ("a", "one"):
        return _read_compound(tokens, index)
    return None


def _reading(index: int, last: int, value: int) -> Reading:
    return Reading(index, last, Kind.ORDINAL, Decimal(value), form="ordinal")


def _read_digits(tokens: Tokens, index: int) -> Reading | None:
    after = index + 1
    digits = tokens.surface[index].replace(",", "")
    if not (tokens.lower[after] in _ENDINGS and tokens.is_glued(after) and digits.isdigit() and len(digits) < 16):
        return None
    is_stone = tokens.lower[after] == "st" and (digits[-1] != "1" or digits.endswith("11"))  # "15st 4lb"
    if not is_stone:
        return _reading(index, after + 1, int(digits))
    return None


def _read_rank(tokens: Tokens, index: int) -> Reading | None:
    digits = tokens.surface[index + 2]
    if is_rank(tokens, index) and digits.isdigit() and len(digits) < 6:
        return _reading(index, index + 3, int(digits))
    return None


def _read_word(tokens: Tokens, index: int) -> Reading | None:
    word, after = tokens.lower[index], tokens.lower[index + 1]
    if after in HYPHENS and tokens.is_glued(index + 1):
        after = tokens.lower[index + 2]
    if after in _FIXED.get(word, ()) or _is_title(tokens, index):
        return None
    if word in ("first", "second") and not _is_place(tokens, index):
        return None
    return _reading(index, index + 1, ORDINALS[word])


def _is_title(tokens: Tokens, index: int) -> bool:
    """Return whether the ordinal is part of a name ("Second World War", "Fifth Avenue")."""
    return tokens.is_capitalised(index) and tokens.is_capitalised(index + 1) and tokens.lower[index + 1] in (
        "world", "avenue", "street", "amendment", "reich", "army", "division", "fleet", "circuit", "republic",
        "battalion", "infantry",
    )  # fmt: skip


def _is_place(tokens: Tokens, index: int) -> bool:
    """Return whether "first" or "second" ranks something: not "at first", "I second that", "was first seen"."""
    word, before, after = tokens.lower[index], tokens.lower[index - 1], tokens.lower[index + 1]
    if (before == "at" and word == "first") or (before in PRONOUNS and word == "second" and index > 0):
        return False
    if before in ("per", "split") or before in SMALL:
        return False
    if word == "second" and before in ("a", "every", "each"):
        return (tokens.kind[index + 1] == WORD and after not in CLOSED) or after in HYPHENS
    if before in _BEFORE_PLACE:
        return not (after.endswith("ed") and before in AUXILIARIES)
    if tokens.kind[index + 1] != WORD:
        return before not in ("a", "") or after in HYPHENS or len(tokens) <= 2
    if after in CLOSED or after.endswith("ed"):
        return before in ("the", "its", "his", "her", "their") and after not in ("that", "this", "you", "we", "they")
    return True


def _read_compound(tokens: Tokens, index: int) -> Reading | None:
    """Read "twenty-first", "one hundred and fifth", "a hundred trillionth"."""
    total, group, position = 0, 0, index
    if tokens.lower[index] == "a":
        if tokens.lower[index + 1] not in SCALES:
            return None
        group, position = 1, index + 1
    while position < index + 12:
        word = tokens.lower[position]
        if word in ORDINALS and position > index:
            return _finish(tokens, index, position, total, group)
        if word in SMALL and (group == 0 or group % 100 == 0 or (group % 10 == 0 and word in UNITS)):
            group += SMALL[word]
        elif word == "hundred" and group:
            group *= 100
        elif word in SCALES and group:
            total, group = total + group * 10 ** SCALES[word], 0
        elif not (word in HYPHENS or word == "and") or position == index:
            return None
        position += 1
    return None


def _finish(tokens: Tokens, index: int, position: int, total: int, group: int) -> Reading | None:
    value = ORDINALS[tokens.lower[position]]
    previous = tokens.lower[position - 1]
    if value >= 100:
        return _reading(index, position + 1, total + group * value) if group else None
    is_joined = previous in HYPHENS or previous in TENS or previous == "and" or previous in SCALES
    if not is_joined or (previous == "and" and tokens.lower[position - 2] not in SCALES):
        return None
    if previous in HYPHENS and tokens.lower[position - 2] not in TENS and tokens.lower[position - 2] not in SCALES:
        return None
    if (previous in SCALES and group % 100) or (value >= 10 and group % 100):
        return None
    return _reading(index, position + 1, total + group + value)
