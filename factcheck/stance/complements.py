"""Opposite words behind one verb of one subject: "closed higher", "ended lower"."""

from __future__ import annotations

from factcheck.models import Kind, Relation
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import ONE_MEANING, VERB_FIELDS, field, kin
from factcheck.stance.reading import Reading, Word
from factcheck.words import listed

_HIGHER, _LOWER = frozenset(listed("higher up")), frozenset(listed("lower down"))
_ENDINGS = frozenset(listed("closed close ended end finished finish settled started opened traded"))
_REACH = 9


def other_complement(pair: SideBySide) -> tuple[str, str] | None:
    """Return the words by which claim and passage say of one subject that it closed higher and that it closed lower."""
    if any(b.relation is Relation.DIFFERENT and b.comparison.claim_figure.kind is Kind.DATE for b in pair.bonds):
        return None
    if any(match.covered < 1.0 for match in pair.names) or pair.claim.has_denied:
        return None
    for place, word in enumerate(pair.claim.words):
        mine = _way_behind(pair.claim, place) if word.plain in _ENDINGS else None
        if mine is None:
            continue
        for there, other in enumerate(pair.passage.words):
            if other.plain not in _ENDINGS or kin(word.stem, other.stem) not in ONE_MEANING:
                continue
            theirs = _way_behind(pair.passage, there)
            if theirs is None or not _has_the_subject(pair, place, there):
                continue
            if (mine.plain in _HIGHER and theirs.plain in _LOWER) or (mine.plain in _LOWER and theirs.plain in _HIGHER):
                return mine.text, theirs.text
    return None


def _way_behind(reading: Reading, verb: int) -> Word | None:
    """Return the "higher" or "lower" behind a verb in its stretch, where nothing is compared by it."""
    words = reading.words
    for place in range(verb + 1, min(len(words), verb + 1 + _REACH)):
        if words[place].clause != words[verb].clause or _is_verb(words[place]):
            return None
        if words[place].plain in _HIGHER | _LOWER:
            than = words[place + 1].plain if place + 1 < len(words) else ""
            return None if than in ("than", "from", "on") else words[place]
    return None


def _is_verb(word: Word) -> bool:
    """Is a word the past of a verb?"""
    return word.plain.endswith("ed") and field(word.stem) in VERB_FIELDS


def _has_the_subject(pair: SideBySide, verb: int, there: int) -> bool:
    """Stands all that the passage has of the claim's subject before its verb, in the verb's sentence?"""
    words = pair.passage.words
    subject: list[Link] = [k for k in pair.alignment.links if k.claim < verb and k.is_here]
    before = [k for k in subject if k.passage < there and words[k.passage].sentence == words[there].sentence]
    return bool(before) and len(before) == len(subject)
