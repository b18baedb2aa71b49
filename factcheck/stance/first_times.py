"""What was not so until a time, and then was so for the first time: two ways to say one thing.

"No cabinet had fallen for 30 years" is "the first cabinet in 30 years to fall"; "no woman had led the band before Orr"
is "Orr became the first woman to lead it".
"""

from __future__ import annotations

from factcheck.models import Kind
from factcheck.stance.features import SideBySide
from factcheck.stance.reading import Reading
from factcheck.words import listed

_SINCE = frozenset(listed("since in for"))
_LIMITS = frozenset(listed("since for in before until till without"))
_REACH = 4  # words between a "since" and its figure: "for more than three decades"
_BEHIND_FIRST = 12  # words behind "first" within which it says since when, or to do what
_SPANS = (Kind.DURATION, Kind.DATE)


def tells_of_the_first(pair: SideBySide) -> bool:
    """Does one of the two deny for the time before what the other calls the first of its kind?"""
    claim, passage = pair.claim.words, pair.passage.words
    links = [link for link in pair.alignment.links if link.is_here]
    mine = any(claim[link.claim].depth % 2 for link in links)
    theirs = any(passage[link.passage].depth % 2 for link in links)
    if mine == theirs:
        return False
    denying, other = (pair.claim, pair.passage) if mine else (pair.passage, pair.claim)
    return _denies_before(denying) and _is_first(other)


def _denies_before(reading: Reading) -> bool:
    """Does a text deny something up to a time only: "had not for 30 years", "none had before her"?

    What has not been so for 30 years is not so today.
    """
    words = reading.words
    if all(word.plain != "had" for word in words):
        return False
    for place, word in enumerate(words):
        if word.plain not in _LIMITS or word.name >= 0:
            continue
        if word.plain in ("before", "until", "till"):
            return place + 1 < len(words) and words[place + 1].clause == word.clause
        if _has_span(reading, place) or (word.plain == "without" and _follows_span(reading, place)):
            return True
    return False


def _has_span(reading: Reading, place: int) -> bool:
    """Stands a duration or a date shortly behind a word?"""
    words = reading.words
    near = (w for w in words[place + 1 : place + 1 + _REACH] if w.clause == words[place].clause)
    return any(w.figure >= 0 and reading.figures[w.figure].kind in _SPANS for w in near)


def _follows_span(reading: Reading, place: int) -> bool:
    """Stands a duration shortly before a word: "four years without a win"?"""
    words = reading.words[max(0, place - 2) : place]
    return any(w.figure >= 0 and reading.figures[w.figure].kind is Kind.DURATION for w in words)


def _is_first(reading: Reading) -> bool:
    """Does a text call something the first since a time, or the first to do it?"""
    words = reading.words
    for place, word in enumerate(words):
        if word.plain != "first" or word.depth % 2:
            continue
        behind = [p for p in range(place + 1, len(words))[:_BEHIND_FIRST] if words[p].sentence == word.sentence]
        if any(words[p].plain == "to" for p in behind[:_REACH]):
            return True
        if any(words[p].plain in _SINCE and _has_span(reading, p) for p in behind):
            return True
    return False
