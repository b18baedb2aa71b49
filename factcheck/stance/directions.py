"""Small words that say which way: "up" against "down", "above" against "below", "ahead" against "behind"."""

from __future__ import annotations

import itertools

from factcheck.figures.movement import FALLING, RISING
from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import VERB_FIELDS, field
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, listed, stem

_PAIRS = (
    ("up", "down"), ("above", "below"), ("ahead", "behind"), ("before", "after"), ("over", "under"),
    ("more", "less"), ("more", "fewer"), ("most", "least"), ("most", "fewest"), ("inside", "outside"),
    ("against", "for"), ("with", "without"),
)  # fmt: skip
_SIGNIFICANT = frozenset(
    listed("up down above below ahead behind more less fewer most least fewest inside outside without")
)
_MOVES = frozenset(("up", "down"))
_MORE = frozenset(
    listed("more higher above up longer larger greater bigger dearer costlier faster taller older heavier")
)
_LESS = frozenset(listed("less fewer lower below down shorter smaller cheaper slower younger lighter"))
_OPPOSITES: dict[str, frozenset[str]] = {}
for _one, _other in _PAIRS:
    _OPPOSITES[_one] = _OPPOSITES.get(_one, frozenset()) | {_other}
    _OPPOSITES[_other] = _OPPOSITES.get(_other, frozenset()) | {_one}
_PLAIN_CARRIERS = {""} | {stem(word) for word in listed("be go come move get stand end close finish edge inch creep")}
_MOVING = {stem(word) for word in RISING | FALLING}
_REACH = 5
# Where in a phrase its telling word stands, and those words: "in favour of", "against".
_IN_FAVOUR = (1, frozenset(listed("favour favor support")))
_AGAINST = (0, frozenset(listed("against opposing")))


def turned_words(claim: Reading, passage: Reading, alignment: Alignment) -> tuple[str, str] | None:
    """Return a small word of the claim and its opposite in the passage, both next to words that the two share."""
    theirs, mine = ({word.plain for word in reading.words} for reading in (passage, claim))
    near = {link.passage for link in alignment.links if link.is_here}
    for place, word in enumerate(claim.words):
        if word.plain not in _SIGNIFICANT or word.figure >= 0 or word.plain in theirs:
            continue
        if alignment.passage_place(place) >= 0 or _bounds_a_figure(claim, place):
            continue
        for other, candidate in enumerate(passage.words):
            turned = candidate.plain in _OPPOSITES[word.plain] and candidate.figure < 0
            turned = turned and candidate.plain not in mine and not _only_bounds(passage, other)
            turned = turned and _belong_alike(claim, place, passage, other)
            if turned and any(abs(other - place_there) <= _REACH for place_there in near):
                return word.text, candidate.text
    return _turned_favour(claim, passage, alignment)


def _turned_favour(claim: Reading, passage: Reading, alignment: Alignment) -> tuple[str, str] | None:
    """Return what says on which side one thing is, in two opposite ways: "a vote in favour of it", "a vote against"."""
    for mine, theirs in ((_IN_FAVOUR, _AGAINST), (_AGAINST, _IN_FAVOUR)):
        for place in _places_of(claim, mine):
            there = alignment.passage_place(place - 1) + 1
            if there > 0 and there in _places_of(passage, theirs) and not _places_of(passage, mine):
                return claim.words[place + mine[0]].text, passage.words[there + theirs[0]].text
    return None


def _places_of(reading: Reading, phrase: tuple[int, frozenset[str]]) -> list[int]:
    """Return where a phrase begins that has one of some words at a place of its own."""
    at, said = phrase
    places = [place - at for place, word in enumerate(reading.words) if word.plain in said]
    return [p for p in places if p > 0 and (not at or reading.words[p].plain == "in")]


def _belong_alike(claim: Reading, place: int, passage: Reading, other: int) -> bool:
    """Do two small words that tell a way belong to one verb, or to none but of moving and being?

    "Gave up the seat" and "stepped down" are no opposites, "turned up" and "turned down" are, "is up" and "went down".
    """
    if claim.words[place].plain not in _MOVES:
        return True
    mine, theirs = _carrier(claim, place), _carrier(passage, other)
    return mine == theirs or (mine in _PLAIN_CARRIERS and theirs in _PLAIN_CARRIERS)


def _carrier(reading: Reading, place: int) -> str:
    """Return the stem of the verb to which a small word belongs, an empty string where it stands alone."""
    for head, last in reading.phrase_ends.items():
        if head < place <= last:
            return reading.words[head].bare
    before = reading.words[place - 1] if place else None
    if before is None or before.name >= 0 or before.figure >= 0 or before.clause != reading.words[place].clause:
        return ""
    return before.bare if field(before.bare) in VERB_FIELDS or is_irregular(before.plain) else ""


def _bounds_a_figure(claim: Reading, place: int) -> bool:
    """Is the word here part of a figure's bound ("more than 40"), not a direction of its own ("down from 2019")?"""
    directs = claim.words[place].plain in _MOVES
    return not directs and any(each.figure >= 0 for each in claim.words[place + 1 : place + 3])


def turned_at_figure(claim: Reading, passage: Reading, mine: list[int], theirs: list[int]) -> tuple[str, str] | None:
    """Return a direction at the claim's figure and its opposite at the passage's: "above", "below"."""
    if not mine or not theirs:
        return None
    if _sign(claim, mine) * _sign(passage, theirs) < 0:
        return _way(claim, mine), _way(passage, theirs)
    here, there = _around(claim, mine), _around(passage, theirs)
    told = {claim.words[place].plain for place in here}
    for place, other in itertools.product(here, there):
        word, turned = claim.words[place].plain, passage.words[other].plain
        if turned not in _OPPOSITES.get(word, ()) or word not in _SIGNIFICANT or turned in told:
            continue
        if all(passage.words[each].plain != word for each in there) and _belong_alike(claim, place, passage, other):
            return word, turned
    return None


def _around(reading: Reading, places: list[int]) -> list[int]:
    """Return the places of the words next to a figure that are no part of one."""
    near = (*range(max(0, places[0] - 2), places[0]), *range(places[-1] + 1, min(len(reading.words), places[-1] + 4)))
    return [p for p in near if reading.words[p].figure < 0 and not _only_bounds(reading, p)]


def _only_bounds(reading: Reading, place: int) -> bool:
    """Is the word here the bound of a figure, which is compared with it: "more than 40", "fewer than half"?"""
    return [word.plain for word in reading.words[place + 1 : place + 2]] == ["than"] and _bounds_a_figure(
        reading, place
    )


def _before(reading: Reading, places: list[int]) -> list[Word]:
    return _telling(reading, range(max(0, places[0] - 4), places[0]))


def _behind(reading: Reading, places: list[int]) -> list[Word]:
    return _telling(reading, range(places[-1] + 1, min(len(reading.words), places[-1] + 3)))


def _telling(reading: Reading, places: range) -> list[Word]:
    """Return the words at some places that are no part of a figure, nor of a verb that means something else by them."""
    words = ((place, reading.words[place]) for place in places if reading.words[place].figure < 0)
    return [word for place, word in words if word.plain not in _MOVES or _moves(reading, place)]


def _moves(reading: Reading, place: int) -> bool:
    """Does an "up" or "down" stand alone or with a verb of moving, not as in "gave up"?"""
    carrier = _carrier(reading, place)
    return carrier in _PLAIN_CARRIERS or carrier in _MOVING


def _sign(reading: Reading, places: list[int]) -> int:
    """Return 1 where a figure says by how much something rose or is more, -1 where it fell or is less, else 0."""
    before, behind = _before(reading, places), _behind(reading, places)
    signs = {_signed(word, RISING, FALLING) for word in before} | {_signed(word, _MORE, _LESS) for word in behind}
    return (1 in signs) - (-1 in signs)


def _signed(word: Word, up: frozenset[str], down: frozenset[str]) -> int:
    """Return 1 for a word of rising, -1 for one of falling, turned round where a negation reaches it, else 0."""
    sign = (word.plain in up) - (word.plain in down)
    return -sign if word.depth % 2 else sign


def _way(reading: Reading, places: list[int]) -> str:
    """Return the word that gives a figure its sign."""
    words = [word.text for word in _before(reading, places) if word.plain in RISING | FALLING]
    words += [word.text for word in _behind(reading, places) if word.plain in _MORE | _LESS]
    return words[0]
