"""Denials that contradict nothing: of what once was, of a part that is counted, or of what both texts deny."""

from __future__ import annotations

import itertools

from factcheck.models import Kind, Relation
from factcheck.stance.absent import is_left_out
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.first_times import tells_of_the_first
from factcheck.stance.lexicon import ONE_WORD
from factcheck.stance.polarity import negations
from factcheck.stance.quantifiers import find_quantifiers
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, listed

_PASTS = frozenset(listed("was were had did"))
_STILL = frozenset(listed("still now currently today"))


def denies_nothing(pair: SideBySide) -> bool:
    """Is a "not" that only one of the two has no contradiction of the other?"""
    return (
        is_of_before(pair)
        or _counts_parts(pair)
        or both_deny_verb(pair)
        or tells_of_the_first(pair)
        or bool(is_left_out(pair))
    )


def is_of_before(pair: SideBySide) -> bool:
    """Does one say "no longer" of what the other says was so: "was a member", "is no longer a member"?"""
    mine, theirs = _ends_now(pair.claim), _ends_now(pair.passage)
    if mine == theirs:
        return False
    other = pair.claim if theirs else pair.passage
    if not _STILL.isdisjoint(word.plain for word in other.words):
        return False
    return any(_is_past(word) for word in other.words if is_finite_verb(word))


def _ends_now(reading: Reading) -> bool:
    return any(a.plain == "no" and b.plain == "longer" for a, b in itertools.pairwise(reading.words))


def _is_past(word: Word) -> bool:
    return word.plain in _PASTS or word.plain.endswith("ed") or (is_irregular(word.plain) and not word.stop)


def both_deny_verb(pair: SideBySide) -> bool:
    """Is the first word that the claim denies denied by the passage, too: "did not publish", "was never published"?"""
    denied = negations([word.plain for word in pair.claim.words])
    if not denied:
        return False
    first = next((k for k in pair.alignment.links if k.claim > denied[0] and pair.claim.words[k.claim].depth % 2), None)
    if first is None or first.passage < 0 or first.kin not in ONE_WORD:
        return False
    return bool(pair.passage.words[first.passage].depth % 2)


def _counts_parts(pair: SideBySide) -> bool:
    """Do both say, one with a "not", of how many a thing is so, and of other numbers: "most are not", "17 of 60 are"?

    With the same number the two contradict each other.
    """
    if any(
        bond.relation is Relation.EQUAL and bond.comparison.claim_figure.kind is not Kind.DATE for bond in pair.bonds
    ):
        return False
    apart = [
        k
        for k in pair.alignment.links
        if k.is_here and (pair.claim.words[k.claim].depth - pair.passage.words[k.passage].depth) % 2
    ]
    if not apart:
        return False
    return _is_counted_before(pair.claim, apart[0].claim) and _is_counted_before(pair.passage, apart[0].passage)


def _is_counted_before(reading: Reading, place: int) -> bool:
    """Does a number or a quantifier stand before a word in its stretch?"""
    clause = reading.words[place].clause
    before = [p for p in range(place) if reading.words[p].clause == clause]
    kinds = {reading.figures[n].kind for n in (reading.words[p].figure for p in before) if n >= 0}
    return bool(kinds & {Kind.NUMBER, Kind.PERCENT}) or any(q.place in before for q in find_quantifiers(reading))
