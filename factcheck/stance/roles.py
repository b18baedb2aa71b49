"""Who does what to whom: whether two names of the claim have changed places in the passage."""

from __future__ import annotations

from factcheck.stance.align import Alignment
from factcheck.stance.reading import Reading
from factcheck.words import listed

_DIRECTED = frozenset(listed("from to by for against over of"))
_BE = frozenset(listed("is are was were be been being am get gets got"))


def names_swapped(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Have two things that both texts name changed places around the word between them?

    "A beat B" against "B beat A" has; "B was beaten by A" has not, since the passive turns the order round.
    """
    links = [link for link in alignment.links if link.covered and link.passage >= 0]
    named = [k for k in links if claim.words[k.claim].name >= 0 and passage.words[k.passage].name >= 0]
    plain = [k for k in links if claim.words[k.claim].name < 0]
    for first in named:
        for second in named:
            if claim.words[first.claim].name >= claim.words[second.claim].name:
                continue
            if passage.words[first.passage].name == passage.words[second.passage].name:
                continue
            between = [k for k in plain if first.claim < k.claim < second.claim]
            if any(_turned(claim, passage, first.passage, second.passage, k.claim, k.passage) for k in between[:2]):
                return True
    return False


def _turned(claim: Reading, passage: Reading, first: int, second: int, verb: int, verb_there: int) -> bool:
    """Does the passage have the two names round the verb in the other order, and in the same voice?"""
    if passage.words[first].sentence != passage.words[second].sentence:
        return False
    if not second < verb_there < first:
        return False
    return _passive(claim, verb) == _passive(passage, verb_there)


def _passive(reading: Reading, verb: int) -> bool:
    """Is the verb here in the passive: "was ... by"?"""
    before = {word.plain for word in reading.words[max(0, verb - 3) : verb]}
    after = [word.plain for word in reading.words[verb + 1 : verb + 5]]
    return bool(before & _BE) or "by" in after
