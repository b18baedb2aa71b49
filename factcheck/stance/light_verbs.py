"""Verbs that say nothing beside their object: "made a decision" is "decided", "held talks" is "talked"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.stance.lexicon import VERB_FIELDS, entry, meaning_fields
from factcheck.words import STOP_WORDS, is_irregular, listed, stem

_LIGHT = frozenset(
    stem(word)
    for word in listed("""
    make take give have hold reach conduct issue launch stage deliver file lodge submit mount perform pay undertake
    carry
    """)
)
_DETERMINERS = frozenset(listed("a an the his her its their our my no any some another several"))
_NOT_IN_OBJECT = STOP_WORDS - _DETERMINERS
_MOST_BETWEEN = 4
_BE = frozenset(listed("is are was were be been being"))
_PASSIVE = _BE | frozenset(listed("has have had not never yet will would to also later then"))
_TAKE, _CARRY = stem("take"), stem("carry")
_PARTICLES = frozenset(listed("back up down off over away on in through aside together"))
_DOINGS = frozenset((4, 10, 11))  # WordNet's fields of acts, of what is communicated and of events
_THINGS = frozenset((6, 8, 13, 18, 21, 27))  # of what is made, the body, food, people, belongings, substances
_NO_DOINGS = frozenset(
    stem(word) for word in listed("record film book title lead post press state house place part job fire risk")
)


def light_verbs(words: Sequence[tuple[str, str]], clauses: Sequence[int]) -> dict[int, int]:
    """Return the place of each verb that only carries the noun behind it, and the place of that noun.

    `words` holds the plain form and the stem of each word, `clauses` the number of its stretch between marks.
    """
    found = {}
    for place, (_, key) in enumerate(words):
        if key in _LIGHT:
            noun = _noun_behind(words, clauses, place)
            noun = noun if noun > 0 else _noun_before(words, clauses, place)
            if noun > 0:
                found[place] = noun
    return found


def _noun_behind(words: Sequence[tuple[str, str]], clauses: Sequence[int], verb: int) -> int:
    """Return the place of the noun of doing that is the verb's object, -1 where it has another object."""
    first = verb + 2 if words[verb + 1 : verb + 2] and words[verb + 1][0] == "out" else verb + 1
    for place in range(first, min(len(words), first + 1 + _MOST_BETWEEN)):
        plain, key = words[place]
        if clauses[place] != clauses[verb] or is_irregular(plain) or plain in _NOT_IN_OBJECT:
            return -1
        if _ends_object(words, clauses, place):
            return place if plain not in _DETERMINERS and is_doing(key) else -1
    return -1


def _noun_before(words: Sequence[tuple[str, str]], clauses: Sequence[int], verb: int) -> int:
    """Return the place of the noun of doing that is said to be made, held or to take place, -1 where there is none.

    "No arrests were made", "a search has been carried out", "the vote took place".
    """
    following = words[verb + 1][0] if verb + 1 < len(words) and clauses[verb + 1] == clauses[verb] else ""
    if following in _PARTICLES or (following == "out" and words[verb][1] != _CARRY):
        return -1  # "was held back"
    happens = words[verb][1] == _TAKE and following == "place"
    at = verb - 1
    while at >= 0 and words[at][0] in _PASSIVE and clauses[at] == clauses[verb]:
        at -= 1
    passive = any(plain in _BE for plain, _ in words[at + 1 : verb]) and not words[verb][0].endswith("ing")
    if at < 0 or clauses[at] != clauses[verb] or not (happens or passive):
        return -1
    return at if words[at][0] not in STOP_WORDS and is_doing(words[at][1]) else -1


def _ends_object(words: Sequence[tuple[str, str]], clauses: Sequence[int], place: int) -> bool:
    """Is this the last word of an object: does a mark or a small word follow?"""
    after = place + 1
    if after >= len(words) or clauses[after] != clauses[place]:
        return True
    return words[after][0] in STOP_WORDS and words[place][0] not in _DETERMINERS


@lru_cache(maxsize=4096)
def is_doing(key: str) -> bool:
    """Is a stem that of a noun for what somebody does, and made from the verb for it or the same as that verb?"""
    fields = meaning_fields(key)
    first = next((number for number in fields if number not in VERB_FIELDS), -1)
    if key in _NO_DOINGS or first in _THINGS or not _DOINGS & set(fields):
        return False
    if any(number in VERB_FIELDS for number in fields):
        return True
    return any(number in VERB_FIELDS for word in entry(key).derived for number in meaning_fields(word))
