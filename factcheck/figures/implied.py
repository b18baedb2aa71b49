"""Figures without a numeral: "no arrests", "nobody", "doubled", "both", "a pair of"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.figures.grammar_words import CLOSED, DETERMINERS, is_plural
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, WORD, Tokens
from factcheck.models import Kind, Role

_MULTIPLIED = {
    "double": "2", "doubled": "2", "doubles": "2", "doubling": "2", "triple": "3", "tripled": "3", "triples": "3",
    "tripling": "3",
    "trebled": "3", "quadrupled": "4", "quadruple": "4", "quintupled": "5", "halved": "0.5", "halving": "0.5",
    "halves": "0.5",
}  # fmt: skip
_GROUPS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
_WORN = frozenset(
    "trousers jeans shoes boots gloves scissors glasses sunglasses shorts socks pants tights binoculars pliers"
    " hands eyes".split()
)
# "No" before these counts nothing.
_NO_COUNT = frozenset(
    "longer one more less fewer matter doubt idea way comment such sooner better worse later further good use"
    " wonder means surprise signs details plans".split()
)


def read_implied(tokens: Tokens, taken: bytearray) -> list[Reading]:
    """Return the implied figures of a text, in order, outside the tokens in `taken`."""
    readings = []
    for index in range(len(tokens)):
        reader = _READERS.get(tokens.lower[index])
        reading = reader(tokens, index) if reader is not None and not taken[index] else None
        if reading is not None and not taken[reading.last - 1]:
            readings.append(reading)
    return readings


def _reading(first: int, last: int, value: str | int, form: str = "implied") -> Reading:
    return Reading(first, last, Kind.NUMBER, Decimal(value), form=form, implied=True)


def _read_no(tokens: Tokens, index: int) -> Reading | None:
    """Read "no arrests", "no one", "no-one"."""
    after = tokens.lower[index + 1]
    at = index + 2 if after in HYPHENS else index + 1
    if tokens.lower[at] == "one" and tokens.lower[at + 1] != "of":
        return _of_people(_reading(index, at + 1, 0))
    if after in _NO_COUNT or after in CLOSED:
        return None
    if tokens.lower[index + 2] in ("was", "were", "has", "had", "is") and tokens.kind[index + 1] == WORD:
        return _reading(index, index + 1, 0)
    for ahead in range(index + 1, index + 5):
        word = tokens.lower[ahead]
        if tokens.kind[ahead] != WORD or word in CLOSED:
            return None
        if is_plural(word):
            return _reading(index, index + 1, 0)
    return None


def _of_people(reading: Reading) -> Reading:
    reading.noun = reading.noun_phrase = "people"
    return reading


def _read_nobody(tokens: Tokens, index: int) -> Reading:
    return _of_people(_reading(index, index + 1, 0))


def _read_none(tokens: Tokens, index: int) -> Reading | None:
    return None if tokens.lower[index + 1] in ("the", "too") else _reading(index, index + 1, 0)


def _read_not(tokens: Tokens, index: int) -> Reading | None:
    """Read "not a single vote", "not one vote"."""
    if tokens.lower[index + 1 : index + 3] == ["a", "single"]:
        return _reading(index, index + 3, 0)
    return (
        _reading(index, index + 2, 0) if tokens.lower[index + 1] == "one" and tokens.lower[index + 2] != "of" else None
    )


def _read_both(tokens: Tokens, index: int) -> Reading | None:
    """Read "both pilots", "both of them"; "both Spain and Italy" lists its two."""
    if "and" in tokens.lower[index + 2 : index + 7] and not is_plural(tokens.lower[index + 1]):
        return None
    return _reading(index, index + 1, 2)


def _read_group(tokens: Tokens, index: int) -> Reading | None:
    """Read "a pair of companies", "the trio"; a pair of trousers is one thing."""
    word = tokens.lower[index]
    if word == "pair" and (
        tokens.lower[index + 1] != "of" or tokens.lower[index + 2] in _WORN or tokens.lower[index + 3] in _WORN
    ):
        return None
    first = index - 1 if tokens.lower[index - 1] in ("a", "the") and index > 0 else index
    return _reading(first, index + 1, _GROUPS[word])


def _read_multiplied(tokens: Tokens, index: int) -> Reading | None:
    """Read "doubled", "tripled", "halved", and "double the number"; a double room is no figure."""
    word, after = tokens.lower[index], tokens.lower[index + 1]
    if word in ("double", "triple", "quadruple") and after not in ("to", "from", "in", "by", "its", "their"):
        return None
    if after in ("over", "up", "down", "back") or (tokens.lower[index - 1] in DETERMINERS and index > 0):
        return None
    reading = _reading(index, index + 1, _MULTIPLIED[word], "multiple")
    reading.role = Role.CHANGE
    return reading


_READERS = {
    "no": _read_no,
    "none": _read_none,
    "nobody": _read_nobody,
    "not": _read_not,
    "both": _read_both,
    **dict.fromkeys(_GROUPS, _read_group),
    **dict.fromkeys(_MULTIPLIED, _read_multiplied),
}
_LETTERS = re.compile("[a-z]+")


def may_imply_figures(text: str) -> bool:
    """Return False where a text holds no word that implies a figure: "no", "doubled", "both"."""
    return not _READERS.keys().isdisjoint(_LETTERS.findall(text.lower()))
