"""The adjective behind a word of degree: "narrowest" is of "narrow", "dearer" of "dear"."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.values import dataclass

_ENDINGS = ("er", "est")
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Degree:
    """The stem of an adjective and the ending that makes it more or most."""

    base: str
    ending: str


def degree_of(word: str, is_adjective: Callable[[str], bool]) -> Degree | None:
    """Return the adjective and the ending of a stem such as "narrowest", None where it is no word of degree.

    A stem has lost its "e" and may have its last letter doubled: "widest" is "wid" and "est", "biggest" "big".
    """
    for ending in _ENDINGS:
        short = word.removesuffix(ending)
        if short == word or len(short) < _LEAST_LETTERS:
            continue
        for base in (short, short[:-1] if short[-1] == short[-2] else "", short[:-1] + "y" if short[-1] == "i" else ""):
            if base and is_adjective(base):
                return Degree(base, ending)
    return None
