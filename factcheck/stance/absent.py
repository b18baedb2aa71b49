"""What the passage says there was none of, where the claim tells of one: "there was no recount"."""

from __future__ import annotations

from factcheck.stance.features import SideBySide, covered_share
from factcheck.stance.lexicon import ONE_WORD
from factcheck.stance.reading import Reading
from factcheck.words import listed

_BE = frozenset(listed("is are was were"))
_FOUND = frozenset(listed("found held made given seen taken recorded reported received issued"))
_LEAST_COVERED = 0.65
_AUXILIARIES = frozenset(listed("is are was were has have had been"))


def said_to_be_absent(pair: SideBySide) -> str:
    """Return in the passage's words what it says there was none of and the claim tells of, "" where there is no such.

    "After a full recount" against "there was no full recount", "the bones included a skull" against "no skull was
    found". All that the passage denies must be the claim's, so that "no recount by hand" is none of it.
    """
    if pair.claim.has_denied or covered_share(pair) < _LEAST_COVERED:
        return ""
    if any(match.covered < 1.0 for match in pair.names):
        return ""
    for place, word in enumerate(pair.passage.words):
        if word.plain != "no" or word.name >= 0:
            continue
        things = _denied_things(pair.passage, place)
        if things and all(_is_claimed(pair, each) for each in things):
            return pair.passage.text[word.start : pair.passage.words[things[-1]].end]
    return ""


def _denied_things(passage: Reading, place: int) -> list[int]:
    """Return the places of what a "no" says there was none of, empty where the sentence says more than that."""
    words = passage.words
    last = place + 1
    while last < len(words) and words[last].clause == words[place].clause and words[last].plain not in _AUXILIARIES:
        last += 1
    things = [p for p in range(place + 1, last) if not words[p].stop and words[p].figure < 0]
    ends = last >= len(words) or words[last].sentence != words[place].sentence
    opening = place == 0 or words[place - 1].sentence != words[place].sentence
    if place > 1 and words[place - 2].plain == "there" and words[place - 1].plain in _BE:
        return things if ends else []
    if not opening or ends:
        return []
    behind = [w.plain for w in words[last:] if w.sentence == words[place].sentence]
    return things if behind[-1] in _FOUND and all(w in _AUXILIARIES for w in behind[:-1]) else []


def _is_claimed(pair: SideBySide, place: int) -> bool:
    """Is a word of the passage the claim's own?"""
    return any(k.passage == place and k.kin in ONE_WORD for k in pair.alignment.links)
