"""A verb that both have, done in the passage to something else: "won the marathon" tells of nobody who won the relay.

The claim's own thing stands in the passage as well, but in what another verb says: "to close the mill in Orr and move
its looms to Hale" does not bear out that the mill in Hale is to close.
"""

from __future__ import annotations

from factcheck.stance.align import Link
from factcheck.stance.deeds import is_told_verb
from factcheck.stance.ends import object_of
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import ONE_WORD, VERB_FIELDS, field
from factcheck.stance.reading import Reading
from factcheck.stance.roles import is_passive
from factcheck.words import listed

_JOINTS = frozenset(listed("and or"))
_RELATIVES = frozenset(listed("who which that"))
_WHERE = frozenset(listed("in on at for of to from with by"))


def done_to_another(pair: SideBySide) -> str:
    """Return in the passage's words what a verb is done to there, where the claim does it to something else; or ""."""
    for link in pair.alignment.links:
        if not link.is_here or link.kin not in ONE_WORD or pair.claim.words[link.claim].name >= 0:
            continue
        if not _is_done(pair.claim, link.claim) or not _is_done(pair.passage, link.passage):
            continue
        heads = object_of(pair.claim, link.claim), object_of(pair.passage, link.passage)
        if min(heads) < 0 or pair.passage.words[heads[1]].pronoun:  # "the bill, but senators blocked it"
            continue
        if _is_another(pair, link, *heads):
            words = pair.passage.words
            return pair.passage.text[words[link.passage + 1].start : words[heads[1]].end]
    return ""


def _is_done(reading: Reading, verb: int) -> bool:
    return is_told_verb(reading, verb) and not is_passive(reading, verb)


def _is_another(pair: SideBySide, verb: Link, head: int, head_there: int) -> bool:
    """Does the passage tell elsewhere of the claim's thing, or of the name that says which, and have its own here?"""
    theirs = range(verb.passage + 1, head_there + 1)
    met = {k.passage for k in pair.alignment.links if k.covered}
    words, there = pair.claim.words, pair.passage.words
    if head_there not in met:
        return _is_told_elsewhere(pair, head, verb.passage, theirs)
    named = [place for place in range(verb.claim + 1, head) if words[place].name >= 0]
    rivals = [place for place in theirs if there[place].name >= 0 and place not in met]
    return bool(rivals) and any(_is_told_elsewhere(pair, place, verb.passage, theirs) for place in named)


def _is_told_elsewhere(pair: SideBySide, place: int, verb: int, theirs: range) -> bool:
    """Does a word of the claim stand in the passage's sentence with another verb than this one and what it is done to?

    Neither "in the relay, where he won gold" nor "won gold in the relay" has another verb between the two.
    """
    at = pair.alignment.passage_place(place)
    words = pair.passage.words
    if at < 0 or at in theirs or words[at].sentence != words[verb].sentence:
        return False
    between = range(at + 1, verb) if at < verb else range(theirs.stop, at)
    if at > verb:
        return any(_tells(pair.passage, p) for p in between)
    relative = next((p for p in between if words[p].plain in _RELATIVES), -1)
    if relative > at + 1 and words[relative - 1].plain not in _WHERE:
        return True
    if words[at].clause != words[verb].clause and any(
        is_told_verb(pair.passage, p) for p in range(at) if words[p].clause == words[at].clause
    ):
        return True  # "which had inherited the mill, sold"
    return any(_tells(pair.passage, p) for p in between)


def _tells(reading: Reading, place: int) -> bool:
    """Is a word a verb with a subject, or one joined by an "and" to another verb: "and move its looms"?"""
    word = reading.words[place]
    if word.name >= 0:
        return False
    joined = place > 0 and reading.words[place - 1].plain in _JOINTS and field(word.stem) in VERB_FIELDS
    return joined or is_finite_verb(word)
