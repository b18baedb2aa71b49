"""Negation: which words of a text stand under a "not", a "no", a "denied" or a "failed to"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.words import listed, stem

_NEGATORS = frozenset(
    listed("""
    no not never none nobody nothing neither nor without hardly scarcely barely cannot cant n't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't can't mustn't ain't needn't
    unable incapable unwilling
    """)
)
_NEGATING_VERBS = frozenset(stem(word) for word in listed("fail refuse deny decline avoid prevent forbid cease"))
_WHEN = frozenset(listed("on in last this at again yesterday twice repeatedly"))
_COMPLEMENTS = frozenset(listed("to that having being any all from"))
_NEGATING_PHRASES = (
    ("yet", "to"), ("rather", "than"), ("instead", "of"), ("ruled", "out"), ("rules", "out"), ("rule", "out"),
    ("ruling", "out"), ("called", "off"), ("far", "from"), ("stopped", "short"), ("no", "longer"), ("other", "than"),
)  # fmt: skip
_NOT_NEGATING = (("not", "only"), ("not", "just"), ("no", "doubt"), ("not", "least"))
_BOUNDING = (("no", "fewer"), ("no", "less"), ("no", "more"), ("not", "more"), ("not", "less"))  # before "than"
_SCOPE_BREAKS = frozenset(listed("but however although though whereas while because since until unless except"))
_ELLIPTIC = frozenset(
    listed("not don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't")
)
_JOINTS = frozenset(listed("and or"))
_NARROW = frozenset({"without", "than"})
_NARROW_SCOPE = 5


def negation_depths(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int]) -> list[int]:
    """Return for each word how many negations reach it.

    A negation reaches from behind itself to the end of its sentence's stretch, to a "but" or "although", or
    for "without" over a few words; a "No" that opens a clause reaches its verb as well, since it stands first.
    """
    depths = [0] * len(plains)
    for place in range(len(plains)):
        length = _negation_length(plains, place)
        if length:
            for reached in _scope(plains, clauses, sentences, place, length):
                depths[reached] += 1
    return depths


_FIRST_WORDS = frozenset(first for first, _ in (*_NEGATING_PHRASES, *_NOT_NEGATING, *_BOUNDING))


@lru_cache(maxsize=65536)
def _may_negate(word: str) -> bool:
    """Can a word be a negation, or begin one? Of most words the answer is no, and they are met again and again."""
    return word in _FIRST_WORDS or word in _NEGATORS or word.endswith(("n't", "n’t")) or stem(word) in _NEGATING_VERBS


def _negation_length(plains: Sequence[str], place: int) -> int:
    """Return how many words the negation at this place has, 0 where there is none."""
    word = plains[place]
    if not _may_negate(word):
        return 0
    pair = tuple(plains[place : place + 2])
    if pair in _NOT_NEGATING or (pair in _BOUNDING and tuple(plains[place + 2 : place + 3]) == ("than",)):
        return 0
    if pair in _NEGATING_PHRASES:
        return 2
    if word in _NEGATORS or word.endswith("n't") or word.endswith("n’t"):
        return 1
    return 1 if stem(word) in _NEGATING_VERBS and _has_complement(plains, place) else 0


def _has_complement(plains: Sequence[str], place: int) -> bool:
    """Does a verb such as "denied" take away a statement, not a thing? "Failed to win", "denied robbing"."""
    following = plains[place + 1] if place + 1 < len(plains) else ""
    if following in _COMPLEMENTS or (following.endswith("ing") and len(following) > 4):
        return True
    return following in _WHEN and "to" in plains[place + 2 : place + 6]


def _scope(
    plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int, length: int
) -> Sequence[int]:
    """Return the places that the negation reaches."""
    first = place + length
    last = first
    if _ends_clause(plains, clauses, sentences, place) and plains[place + length - 1] in _ELLIPTIC:
        return _clause_before(plains, clauses, sentences, place)
    narrow = plains[place + length - 1] in _NARROW
    while last < len(plains) and sentences[last] == sentences[place] and clauses[last] == clauses[place]:
        if plains[last] in _SCOPE_BREAKS or (narrow and last - first >= _NARROW_SCOPE):
            break
        last += 1
    return range(first, last)


def _ends_clause(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int) -> bool:
    after = place + 1
    return after >= len(plains) or sentences[after] != sentences[place] or clauses[after] != clauses[place]


def _clause_before(
    plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int
) -> Sequence[int]:
    """Return the places of the clause that a "not" at its end takes back: "Dogs are allowed, but bicycles are not"."""
    first = place
    while first > 0 and (sentences[first - 1], clauses[first - 1]) == (sentences[place], clauses[place]):
        if plains[first - 1] in _SCOPE_BREAKS or plains[first - 1] in _JOINTS:
            break
        first -= 1
    return range(first, place)


def negations(plains: Sequence[str]) -> list[int]:
    """Return the places of the negations of a text."""
    return [place for place in range(len(plains)) if _negation_length(plains, place)]
