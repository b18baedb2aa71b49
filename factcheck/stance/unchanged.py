"""What the passage says stays as it is, where the claim has it change: "will stay the same", "will go up"."""

from __future__ import annotations

from factcheck.figures.movement import FALLING, RISING
from factcheck.models import Kind, Relation
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import degree
from factcheck.stance.reading import Reading
from factcheck.words import listed

_STAY = frozenset(
    listed("stay stays stayed remain remains remained keep keeps kept left hold holds held be is was are")
)
_AS_BEFORE = frozenset(listed("unchanged frozen"))
_NOT_MOVED = frozenset(listed("change changed alter altered rise increase fall grow"))
_DENYING = frozenset(listed("not n't neither never no"))
_NO_MOVES = frozenset(
    listed("went edge ease moved inched expand expanded extended slow slowed lost lose add adds added")
)
_MOVES = (RISING | FALLING) - _NO_MOVES - frozenset(listed("up down"))
_FUTURE = frozenset(listed("will would shall"))
_LEAST_SUBJECT = 0.5  # of what the claim says of its subject


def stays_as_it_is(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's word of change and the passage's words that its subject stays the same, else None.

    All that both say of the subject has to stand in the stretch that tells so.
    """
    if any(b.relation is Relation.DIFFERENT and b.comparison.claim_figure.kind is Kind.DATE for b in pair.bonds):
        return None
    change = _change(pair)
    if change < 0:
        return None
    for place in range(len(pair.passage.words)):
        last = _end_of_stay(pair.passage, place)
        if not last or _is_of_other_way(pair, change, last):
            continue
        if _is_future(pair.claim, change) == _is_future(pair.passage, last) and _is_of_subject(pair, place):
            words = pair.passage.words
            return pair.claim.words[change].text, pair.passage.text[words[place].start : words[last].end]
    return None


def _change(pair: SideBySide) -> int:
    """Return the place of the claim's verb of change, or of the "dearer" in "will become dearer"; -1 for none."""
    words = pair.claim.words
    if any(word.depth % 2 for word in words):
        return -1
    for place in range(pair.predicate, len(words)):
        word = words[place]
        if word.plain in _MOVES or (degree(word.stem) is not None and word.plain.endswith("er")):
            return place
        if not word.stop and word.plain not in ("become", "became", "also", "get", "got") and word.figure < 0:
            return -1
    return -1


def _end_of_stay(passage: Reading, place: int) -> int:
    """Return the place of the last word of a "stays the same" or "will not change" that begins here, 0 for none."""
    words = passage.words
    plains = [word.plain for word in words[place : place + 4]]
    if plains[0] in _STAY and plains[1:3] == ["the", "same"]:
        return place + 2
    if plains[0] in _STAY and plains[1:2] and plains[1] in _AS_BEFORE:
        return place + 1
    if plains[0] in _DENYING and len(plains) > 1:
        found = next((at for at in (1, 2) if plains[at : at + 1] and plains[at] in _NOT_MOVED), 0)
        return place + found if found and plains[1] in (*_NOT_MOVED, "be", "been") else 0
    return 0


def _is_of_other_way(pair: SideBySide, change: int, last: int) -> bool:
    """Says the passage only that it does not go the other way: what "will not rise" may fall?"""
    moved, mine = pair.passage.words[last].plain, pair.claim.words[change].plain
    return any(moved in way and mine not in way for way in (RISING, FALLING))


def _is_future(reading: Reading, place: int) -> bool:
    """Is the verb here said of what is to come?"""
    return any(word.plain in _FUTURE for word in reading.words[max(0, place - 4) : place])


def _is_of_subject(pair: SideBySide, place: int) -> bool:
    """Is what stays as it is what the claim says has changed?"""
    words, there = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.claim < pair.predicate]
    total = sum(words[k.claim].weight for k in links)
    met = [k for k in links if k.covered]
    if not links or sum(words[k.claim].weight for k in met) < _LEAST_SUBJECT * total:
        return False
    here = [k for k in met if k.passage >= 0]
    sentence = there[place].sentence
    before = [k for k in here if k.passage < place and there[k.passage].sentence == sentence]
    nouns = [k for k in before if words[k.claim].name < 0]
    return bool(nouns) and len(before) == len(here) and not _has_another_subject(pair, place, before[-1].passage)


def _has_another_subject(pair: SideBySide, place: int, last: int) -> bool:
    """Does another subject stand between the claim's and the verb: "rents rose, while the rate stayed the same"?"""
    words = pair.passage.words
    return any(word.plain in ("while", "but", "and", "whereas", "though", "although") for word in words[last:place])
