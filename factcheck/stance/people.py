"""Nouns for people in general, which count whoever has a role: 500 adults may be 500 volunteers."""

from __future__ import annotations

from factcheck.stance.lexicon import PERSON_FIELD, Kin, kin, meaning_fields
from factcheck.words import listed, stem

"""WordNet's lexicographer file of people."""

_GENERAL = frozenset(stem(word) for word in listed("people person adult individual human"))
_ADULT, _CHILD = stem("adult"), stem("child")
_MINORS = frozenset({Kin.SAME, Kin.SYNONYM, Kin.NARROWER})
_LIVES = frozenset({stem("life"), stem("lives")})


def may_be_the_same_people(noun: str, other: str) -> bool:
    """May two stems count the same people, one of them being a word for people in general?

    "Volunteers" may be "adults"; "nurses" are no "soldiers", and "pupils" need be no "adults".
    """
    if not {noun, other} & _GENERAL or not (_is_of_people(noun) and _is_of_people(other)):
        return False
    return _ADULT not in (noun, other) or not (_is_of_children(noun) or _is_of_children(other))


def are_lives(noun: str, other: str) -> bool:
    """Counts one of two stems lives, the other those who had them: "cost 2,800 lives", "killed 2,800 people"?"""
    return (noun in _LIVES and _is_of_people(other)) or (other in _LIVES and _is_of_people(noun))


def _is_of_people(noun: str) -> bool:
    return noun in _GENERAL or PERSON_FIELD in meaning_fields(noun)[:2]


def _is_of_children(noun: str) -> bool:
    return kin(noun, _CHILD) in _MINORS
