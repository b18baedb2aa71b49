"""The statements that a claim makes, each with its span."""

from __future__ import annotations

import re

from factcheck.models import Assertion
from factcheck.stance.features import is_finite_verb, may_be_past
from factcheck.stance.reading import Reading, read
from factcheck.words import listed

_JOINT = re.compile(r"\s*(?:,\s*(?:and|but|while|whereas)\s+|;\s*(?:and\s+|but\s+)?|\s+(?:and|but|while|whereas)\s+)")
_SUBORDINATORS = frozenset(
    listed("that which who whom whose where when if because although though since unless between")
)
_LEAST_WORDS = 3


def split_assertions(claim: str) -> list[Assertion]:
    """Return the assertions of a claim in order; a claim that states one thing is its own assertion.

    A claim is parted at an "and", "but", "while" or semicolon that has a subject and a verb on either side:
    "rents rose 6% and three offices will shut" is two, "rents rose to £1,310 and 6%" is one.
    """
    text = claim.strip()
    start = claim.index(text) if text else 0
    figures = read(text).figures
    cuts = [
        match
        for match in _JOINT.finditer(text)
        if not any(
            figure.start < match.start() and match.end() < figure.end for figure in figures
        )  # "a year and a half"
        and _parts(text[: match.start()], text[match.end() :])
    ]
    bounds = [0, *(edge for match in cuts for edge in match.span()), len(text)]
    spans = [span for span in zip(bounds[::2], bounds[1::2], strict=True) if text[slice(*span)].strip()]
    return [Assertion(text[first:last], start + first, start + last) for first, last in spans]


def _parts(before: str, after: str) -> bool:
    """Is each side a statement of its own, with a subject before its verb?"""
    opening, following = read(before), read(after)
    if any(word.plain == "between" for word in opening.words[-5:]):
        return False
    return _is_statement(opening) and _is_statement(following) and not is_finite_verb(following.words[0])


def _is_statement(reading: Reading) -> bool:
    """Has a text a verb with a subject before it, and is it no clause that hangs on another?"""
    words = reading.words
    if len(words) < _LEAST_WORDS or words[0].plain in _SUBORDINATORS:
        return False
    return any(
        (is_finite_verb(words[place]) or (may_be_past(words[place]) and words[place].name < 0))
        and _has_subject(reading, place)
        for place in range(1, len(words))
    )


def _has_subject(reading: Reading, verb: int) -> bool:
    """Does a noun, name or pronoun open the text before this verb?"""
    opening = reading.words[:verb]
    return any(not word.stop or word.pronoun for word in opening) and verb <= 10
