"""Names of places: where something is, as against who owns it, runs it or says it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.proofread.names import Name, find_names, is_person


def is_placed(claim: str, name: Name) -> bool:
    """Tell whether a sentence says by a name where something is: "in Halden", "near the Halden works"."""
    return _behind_in_or_near().search(claim[: name.start]) is not None


def may_be_place(other: str, text: str, context: str = "") -> bool:
    """Tell whether a name of a text may be a place's: of one word, or where a place can stand ("at Port Brask").

    A company ("Marsh Group's owner") and a person ("its owner, Petra Lindqvist, said", later "Lindqvist") are none, and
    so no other place than the one that a draft names. One word may be either: "Norland's exports".
    """
    if " " not in other and not _is_surname(other, f"{text}\n{context}"):
        return True
    found = list(re.finditer(rf"(?<!\w){re.escape(other)}(?!\w)", text))
    return not found or any(_may_be_place_at(text, match.start(), match.end()) for match in found)


def _is_surname(word: str, text: str) -> bool:
    return any(len(name.words) > 1 and name.last == word and is_person(name) for name in find_names(text))


def _may_be_place_at(text: str, start: int, end: int) -> bool:
    if _behind_a_place_word().search(text[:start]) is not None:
        return True
    return _behind_an_article().search(text[:start]) is not None and _before_a_noun().match(text[end:]) is not None


@cache
def _behind_in_or_near() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|at|near|outside|around)\s+(?:the\s+|central\s+|nearby\s+)*$", re.IGNORECASE)


@cache
def _behind_a_place_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|at|near|outside|around|off|from|to|into|of|across|throughout|between|leave[sd]?|left|reach(?:es|ed)?)"
        r"\s+(?:(?:the|central|greater|nearby|north|south|east|west|northern|southern|eastern|western)\s+)*$"
        r"|\b(?:in|at|near|from|to|of|between)\s+(?:[A-Z][\w’'-]*(?:,\s+|\s+and\s+|,\s+and\s+))+$",
        re.IGNORECASE,
    )


@cache
def _behind_an_article() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|an?|its|their|this|that)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)


@cache
def _before_a_noun() -> re.Pattern[str]:
    return re.compile(r"\s+[a-z]")
