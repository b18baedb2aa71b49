"""Opposite words that contradict nothing: of another day, of another relation, or denied behind."""

from __future__ import annotations

from factcheck.models import Kind, Relation
from factcheck.stance.align import Link
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import VERB_FIELDS, Kin, are_converse, degree, field
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_BOUNDS = frozenset(listed("better worse more less fewer higher lower above below over under older younger"))
_TAKE_AWAY = {stem(word) for word in listed("lift drop")}
_BEGIN = {stem(word) for word in listed("begin start launch open commence")}
_END = {stem(word) for word in listed("end finish stop close complete conclude")}
_OBJECT_REACH = 4
_BEFORE_PLACES = frozenset(listed("in at near from on"))


def is_other_deed(pair: SideBySide, opposite: Link) -> bool:
    """Is an opposite verb said of another day, of another thing, or of nothing since it is denied behind?"""
    return (
        _is_of_other_date(pair)
        or _begins_and_ends(pair, opposite)
        or _takes_object_where_claim_has_place(pair, opposite)
        or _is_denied_behind(pair, opposite)
        or _denies_elliptically(pair, opposite)
        or _only_bounds(pair.claim, opposite.claim)
        or _only_bounds(pair.passage, opposite.passage)
        or _is_counted(pair, opposite)
        or _only_describes_subject(pair, opposite)
        or both_take_away(pair, opposite)
        or (_is_of_other_amount(pair) and _are_two_deals(pair, opposite))
    )


def is_of_another_deal(pair: SideBySide, bond: Bond) -> bool:
    """Tells the passage what one bought where the claim tells what the same one sold, which are two amounts?"""
    if bond.comparison.claim_figure.kind is Kind.DATE or bond.derived:
        return False
    return any(_are_two_deals(pair, link) for link in pair.alignment.links if link.is_here)


def _are_two_deals(pair: SideBySide, link: Link) -> bool:
    """Is it one who sold in the claim and bought in the passage: "sold 40 per cent", "bought its 55 per cent"?"""
    words = pair.claim.words[link.claim].stem, pair.passage.words[link.passage].stem
    if link.kin is not Kin.OPPOSITE or not are_converse(*words):
        return False
    named = [k for k in pair.alignment.links if k.is_here and pair.claim.words[k.claim].name >= 0]
    return any(k.claim < link.claim and k.passage < link.passage for k in named)


def _is_of_other_amount(pair: SideBySide) -> bool:
    amounts = [b for b in pair.bonds if b.comparison.claim_figure.kind is not Kind.DATE and not b.derived]
    return any(bond.relation is Relation.DIFFERENT for bond in amounts)


def _only_bounds(reading: Reading, place: int) -> bool:
    """Is a word of degree only the bound of what stands before or behind it: "at least a B", "a B or better"?"""
    before = reading.words[place - 1].plain if place else ""
    plain = reading.words[place].plain
    return (before == "at" and plain in ("least", "most")) or (before == "or" and plain in _BOUNDS)


def _only_describes_subject(pair: SideBySide, opposite: Link) -> bool:
    """Does a word of degree stand before the claim's subject, its opposite as a verb: "dearer tin", "sales fell"?"""
    word = pair.claim.words[opposite.claim]
    describes = opposite.claim + 1 < pair.predicate and degree(word.bare) is not None
    return describes and is_finite_verb(pair.passage.words[opposite.passage])


def _is_counted(pair: SideBySide, opposite: Link) -> bool:
    """Is the passage's word the thing that a number counts, where the claim has a verb: "54 stops", "carry on"?"""
    word = pair.passage.words[opposite.passage]
    if field(pair.claim.words[opposite.claim].stem) not in VERB_FIELDS or opposite.passage in pair.passage.phrase_ends:
        return False
    return any(f.kind is Kind.NUMBER and f.noun and f.noun.lower() == word.plain for f in pair.passage.figures)


def both_take_away(pair: SideBySide, opposite: Link) -> bool:
    """Do "lift" and "drop" have one object, which is then gone: "lifted the veto", "dropped her veto"?"""
    words = pair.claim.words[opposite.claim], pair.passage.words[opposite.passage]
    if {word.bare for word in words} != _TAKE_AWAY:
        return False
    behind = (k for k in pair.alignment.links if opposite.claim < k.claim <= opposite.claim + _OBJECT_REACH)
    return any(
        k.covered and opposite.passage < k.passage <= opposite.passage + _OBJECT_REACH and k.kin is not Kin.OPPOSITE
        for k in behind
    )


def _is_of_other_date(pair: SideBySide) -> bool:
    """Is the claim's own date another than the passage's: "finished in 1974" beside "begun in 1968"?"""
    return any(b.relation is Relation.DIFFERENT and b.comparison.claim_figure.kind is Kind.DATE for b in pair.bonds)


def _begins_and_ends(pair: SideBySide, opposite: Link) -> bool:
    """Tells one text when something begins and the other when it ends, of which the passage gives no day of its own?

    "Work is to be finished in 2029" agrees with "work is to start in September and to take four years".
    """
    mine, theirs = pair.claim.words[opposite.claim].bare, pair.passage.words[opposite.passage].bare
    if not ((mine in _BEGIN and theirs in _END) or (mine in _END and theirs in _BEGIN)):
        return False
    days = [bond for bond in pair.bonds if bond.comparison.claim_figure.kind is Kind.DATE]
    return any(day.relation is Relation.MISSING or day.derived for day in days)


def _takes_object_where_claim_has_place(pair: SideBySide, opposite: Link) -> bool:
    """Is the place behind the claim's verb the object of the passage's verb: "grew up in Hale", "lost Hale"?"""
    claim, passage = pair.claim, pair.passage
    behind = claim.phrase_ends.get(opposite.claim, opposite.claim) + 1
    if behind + 1 >= len(claim.words) or claim.words[behind].plain not in _BEFORE_PLACES:
        return False
    there = pair.alignment.passage_place(behind + 1)
    return there >= 0 and there == passage.phrase_ends.get(opposite.passage, opposite.passage) + 1


def _is_denied_behind(pair: SideBySide, opposite: Link) -> bool:
    """Is the passage's opposite word part of a subject whose verb is denied: "cheap wheat no longer came"?"""
    words = pair.passage.words
    clause = words[opposite.passage].clause
    if words[opposite.passage].depth % 2 or is_finite_verb(words[opposite.passage]):
        return False
    behind = [word for word in words[opposite.passage + 1 :] if word.clause == clause]
    return any(word.depth % 2 for word in behind) and not any(word.depth for word in pair.claim.words)


def _denies_elliptically(pair: SideBySide, opposite: Link) -> bool:
    """Is the claim's subject one that the passage says did not do it: "kept her seat, which Ada Lenz did not"?"""
    subject = [k for k in pair.alignment.links if k.claim < min(pair.predicate, opposite.claim) and k.passage >= 0]
    words = pair.passage.words
    behind = [k.passage for k in subject if k.covered and k.passage > opposite.passage]
    return bool(behind) and any(_ends_on_not(pair.passage, words[place].sentence) for place in behind)


def _ends_on_not(reading: Reading, sentence: int) -> bool:
    """Does a sentence end on a bare "did not", "was not", "hadn't"?"""
    words = [word.plain for word in reading.words if word.sentence == sentence]
    return words[-1:] == ["not"] or (bool(words) and words[-1].endswith(("n't", "n’t")))
