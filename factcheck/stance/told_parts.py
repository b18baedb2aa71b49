"""What a passage says of a part that it sets behind its whole: the mudflows of "386 people, most of them in mudflows".

Such a part says one thing and the whole another: a claim of the part must say what the passage says of the part.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.align import Alignment
from factcheck.stance.reading import Reading
from factcheck.words import listed

_POINTING = frozenset(listed("them these those which whom"))
_HEDGES = frozenset(listed("nearly almost about around some roughly only just over more than at least"))
_JOINTS = frozenset(listed("and but"))
_TAILS = frozenset(listed("that which who whom after before when while as since until"))


def has_told_parts(passage: Reading) -> bool:
    """Has a passage an "of them" or "of whom" at all?"""
    words = passage.words
    return any(word.plain in _POINTING and words[place - 1].plain == "of" for place, word in enumerate(words) if place)


def is_of_them(passage: Reading, place: int) -> bool:
    """Stands an "of them" or "of whom" at a place?"""
    words = passage.words[place : place + 2]
    return len(words) == 2 and words[0].plain == "of" and words[1].plain in _POINTING


def told_of_part(passage: Reading, places: Sequence[int]) -> list[int]:
    """Return the telling words behind "most of them" up to the end of their stretch, none where it does not open one.

    "And sold most of them abroad" says by its verb, before the part, what it says of it.
    """
    words, first, last = passage.words, places[0], places[-1]
    if not is_of_them(passage, last + 1) or not _opens(passage, first):
        return []
    told: list[int] = []
    for place in range(last + 3, len(words)):
        if words[place].clause != words[last].clause or (told and words[place].plain in _TAILS):
            break
        told += [] if words[place].stop else [place]
    return told


def _opens(passage: Reading, place: int) -> bool:
    """Does a part with its hedge open a stretch, behind a mark, an "and" or the "with" of "with most of them"?"""
    words, clause = passage.words, passage.words[place].clause
    before = [word.plain for word in words[:place] if word.clause == clause]
    while before and before[-1] in _HEDGES:
        before.pop()
    return not before or before[-1] in _JOINTS or before == ["with"]


def says_none_of(told: Sequence[int], alignment: Alignment) -> bool:
    """Is there something told of a part, and nothing of it in the claim?"""
    return bool(told) and not any(link.covered and link.passage in told for link in alignment.links)
