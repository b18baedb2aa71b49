"""Who does what to whom: whether two names of the claim have changed places in the passage."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import VERB_FIELDS, field
from factcheck.stance.reading import Reading
from factcheck.words import listed

_DIRECTED = frozenset(listed("from to by for against over of"))
_PARALLEL = frozenset(listed("and while but whereas"))
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
    return is_passive(claim, verb) == is_passive(passage, verb_there)


def pairs_crossed(
    claim: Reading, passage: Reading, alignment: Alignment, figures: Sequence[tuple[int, int]]
) -> tuple[str, str] | None:
    """Return the heads of two parallel statements whose ends have changed places, None where none have.

    "The bus takes 37 minutes and the tram 62" against "the tram takes 37 minutes; the bus takes 62". `figures`
    are the places of the claim's figures and of those of the passage that are bound to them.
    """
    met = {k.claim: k.passage for k in alignment.links if k.covered and k.passage >= 0} | dict(figures)
    for cut, word in enumerate(claim.words):
        if word.plain not in _PARALLEL:
            continue
        first, second = ([p for p in met if (p < cut) is before and p != cut] for before in (True, False))
        if len(first) < 2 or len(second) != 2:
            continue
        head, end = min(second), max(second)
        ends = [p for p in first if _is_alike(claim, p, end) and p > min(first)]
        heads = [p for p in first if p < min(ends, default=0) and claim.words[p].figure < 0]
        if len(ends) == 1 and any(_cross(met, other, ends[0], head, end) for other in heads[-2:]):
            return claim.words[heads[-1]].text, claim.words[head].text
    return None


def _is_alike(claim: Reading, place: int, other: int) -> bool:
    """Are two words both figures, or both names?"""
    one, two = claim.words[place], claim.words[other]
    return (one.figure >= 0 and two.figure >= 0) or (one.name >= 0 and two.name >= 0)


def _cross(met: dict[int, int], head: int, end: int, other_head: int, other_end: int) -> bool:
    """Stands in the passage each end with the other one's head, one such pair wholly before the other?"""
    a, x, b, y = (met[place] for place in (head, end, other_head, other_end))
    return len({a, x, b, y}) == 4 and (max(b, x) < min(a, y) or max(a, y) < min(b, x))


def is_passive(reading: Reading, verb: int) -> bool:
    """Is the verb here in the passive: "was beaten", "beaten by Harrowby"? "Won by ten votes" is not."""
    if any(word.plain in _BE for word in reading.words[max(0, verb - 3) : verb]):
        return True
    for place in range(verb + 1, min(len(reading.words) - 1, verb + 4)):
        if reading.words[place].plain == "by":
            return reading.words[place + 1].figure < 0
    return False


def object_acts(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Does the passage have as the doer of the claim's verb the name that the claim has as its object?"""
    for link in alignment.links:
        if not link.covered or link.passage < 0 or claim.words[link.claim].name >= 0:
            continue
        doer, doer_there = _doer(claim, link.claim), _doer(passage, link.passage)
        if doer < 0 or doer_there < 0 or is_passive(claim, link.claim) != is_passive(passage, link.passage):
            continue
        objects = {
            k.claim for k in alignment.links if k.claim > link.claim and claim.words[k.claim].name not in (-1, doer)
        }
        met = [k for k in alignment.links if k.passage >= 0 and passage.words[k.passage].name == doer_there]
        if met and all(k.claim in objects for k in met):
            return field(claim.words[link.claim].stem) in VERB_FIELDS
    return False


def _doer(reading: Reading, verb: int) -> int:
    """Return the name nearest before a verb, -1 where none stands near it."""
    for place in range(verb - 1, max(-1, verb - 5), -1):
        word = reading.words[place]
        if word.sentence != reading.words[verb].sentence:
            return -1
        if word.name >= 0:
            return word.name
    return -1
