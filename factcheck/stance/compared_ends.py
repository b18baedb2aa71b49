"""Two nouns that have changed places around a word that compares them: "girls were ahead of boys"."""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import ONE_MEANING, kin
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_COMPARING = frozenset(
    stem(word) for word in listed("ahead behind beat overtake exceed outnumber outsell outpace outstrip surpass defeat")
)
_SKIPPED = frozenset(
    listed("of still already now also again narrowly easily far well is are was were be been has have had")
)
_REACH = 6
_PASSIVE = frozenset(listed("been being was were by"))


def compared_the_other_way(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim puts before what, and what the passage does, where these are the same two nouns."""
    for place, word in enumerate(pair.claim.words):
        mine = _ends(pair.claim, place) if word.bare in _COMPARING else None
        if mine is None or word.depth % 2:
            continue
        for there, other in enumerate(pair.passage.words):
            if other.bare not in _COMPARING or other.depth % 2 or kin(word.bare, other.bare) not in ONE_MEANING:
                continue
            theirs = _ends(pair.passage, there)
            if theirs is not None and _are_exchanged(pair, mine, theirs):
                one, two = (pair.claim.words[p].text for p in mine)
                return f"{one} {word.text} {two}", f"{two} {other.text} {one}"
    return None


def _ends(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the places of the two nouns that a word compares, None where these are not both near it."""
    before = [p for p in range(place - 1, max(-1, place - 1 - _REACH), -1) if _is_noun(reading, p, place)]
    behind = [p for p in range(place + 1, min(len(reading.words), place + 1 + _REACH)) if _is_noun(reading, p, place)]
    passive = any(word.plain in _PASSIVE for word in reading.words[max(0, place - 2) : place + 2])
    turned = passive and reading.words[place].bare not in (stem("ahead"), stem("behind"))
    return (before[0], behind[0]) if before and behind and not turned else None


def _is_noun(reading: Reading, place: int, verb: int) -> bool:
    """Is a word near a verb one that says something, in its stretch, and no figure or name?"""
    word = reading.words[place]
    if place and reading.words[place - 1].figure >= 0 and place < verb:  # the "points" of "two points ahead"
        return False
    same = word.clause == reading.words[verb].clause and word.sentence == reading.words[verb].sentence
    return same and not word.stop and word.figure < 0 and word.name < 0 and word.plain not in _SKIPPED


def _are_exchanged(pair: SideBySide, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Is the first of the claim's two the second of the passage's, and the other way round?"""
    words, others = pair.claim.words, pair.passage.words
    return words[mine[0]].stem == others[theirs[1]].stem and words[mine[1]].stem == others[theirs[0]].stem
