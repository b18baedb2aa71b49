"""Superlatives of one amount: "the heaviest rain since 1987" of "rain of 96 millimetres, the most since 1987"."""

from __future__ import annotations

from factcheck.models import MET, Kind
from factcheck.stance.align import STRENGTH, Alignment, Link
from factcheck.stance.binding import Bond
from factcheck.stance.lexicon import ONE_MEANING, Kin, kin
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_MOST = frozenset(listed("most highest largest biggest greatest heaviest strongest"))
_LEAST = frozenset(listed("least fewest lowest smallest lightest weakest"))
_POLES = dict.fromkeys(_MOST, 1) | dict.fromkeys(_LEAST, -1)
_WORST_IS_LEAST = frozenset(
    stem(word) for word in listed("turnout attendance harvest crop result profit sale growth output performance")
)
_WORST_IS_MOST = frozenset(
    stem(word) for word in listed("rainfall flooding unemployment inflation loss toll damage pollution drought delay")
)
_SCOPES = frozenset(listed("since in for on ever"))
_TO_AMOUNT = frozenset(
    listed(
        "of was were is are reached hit stood at to rose fell climbed dropped jumped about some nearly almost up over"
        " more than around a an just"
    )
)

_NOUN_REACH, _AMOUNT_REACH, _BEFORE = 2, 5, 16


def with_superlatives(
    claim: Reading, passage: Reading, alignment: Alignment, bonds: tuple[Bond, ...]
) -> tuple[Alignment, tuple[str, str] | None]:
    """Return the alignment with a superlative of the claim met by another one of the same amount.

    With it come the words of both where they say the opposite. Both must say since when it has been the most.
    """
    places = [at for at, word in enumerate(claim.words) if _pole_of(claim, at) or word.plain == "worst"]
    if len(places) != 1 or not _has_a_met_span(bonds):
        return alignment, None
    place = places[0]
    noun = _noun_at(claim, place)
    link = alignment.by_claim.get(noun)
    if link is None or link.passage < 0 or link.kin not in ONE_MEANING:
        return alignment, None
    pole = _pole_of(claim, place) or _pole_of_worst(claim.words[noun].stem)
    there = _superlative_of(passage, link.passage)
    if not pole or there < 0 or claim.words[place].plain == passage.words[there].plain:
        return alignment, None
    if pole != _pole_of(passage, there):
        return alignment, (claim.words[place].text, passage.words[there].text)
    met = Link(place, there, Kin.SYNONYM, STRENGTH[Kin.SYNONYM])
    links = tuple(met if each.claim == place else each for each in alignment.links)
    return Alignment(links, {each.claim: each for each in links}), None


def _pole_of(reading: Reading, place: int) -> int:
    word = reading.words[place]
    return _POLES.get(word.plain, 0) if word.name < 0 and not word.depth % 2 else 0


def _pole_of_worst(noun: str) -> int:
    """Return whether the worst of something is the most of it or the least, 0 where that is open."""
    return (noun in _WORST_IS_MOST) - (noun in _WORST_IS_LEAST)


def _has_a_met_span(bonds: tuple[Bond, ...]) -> bool:
    """Do both say since when or for how long, and all other figures of the claim agree?"""
    spans = [bond for bond in bonds if bond.comparison.claim_figure.kind in (Kind.DATE, Kind.DURATION)]
    return bool(spans) and all(bond.relation in MET for bond in bonds)


def _noun_at(claim: Reading, place: int) -> int:
    """Return the place of the noun right behind a superlative, -1 where its stretch ends or another word follows."""
    words = claim.words
    behind = range(place + 1, min(len(words), place + 1 + _NOUN_REACH))
    nouns = [at for at in behind if words[at].clause == words[place].clause and not words[at].stop]
    nouns = [at for at in nouns if words[at].figure < 0 and at - nouns[0] == nouns.index(at)]
    return nouns[-1] if nouns and nouns[0] == place + 1 else -1


def _superlative_of(passage: Reading, noun: int) -> int:
    """Return the place of a bare superlative of the amount of what a noun names, -1 where there is none."""
    words = passage.words
    for there in range(noun + 1, min(len(words) - 1, noun + 1 + _BEFORE)):
        if words[there].sentence != words[noun].sentence:
            return -1
        if _pole_of(passage, there) and words[there + 1].plain in _SCOPES and words[there - 1].plain == "the":
            return there if _is_last_amount(passage, noun, there) else -1
    return -1


def _is_last_amount(passage: Reading, noun: int, there: int) -> bool:
    """Is the amount before a superlative the noun's own: "rainfall of 96 mm", "96 mm of rain", "40 landslides"?"""
    words = passage.words
    amounts = [
        (places[0], places[-1])
        for number, figure in enumerate(passage.figures)
        if figure.kind not in (Kind.DATE, Kind.DURATION, Kind.ORDINAL) and (places := passage.figure_places(number))
        if places[-1] < there and words[places[0]].sentence == words[there].sentence
    ]
    if not amounts:
        return False
    first, last = max(amounts)
    if first > noun:
        between = [word.plain for word in words[noun + 1 : first]]
        own = passage.figures[words[first].figure].noun
        named = own is None or kin(stem(own), words[noun].stem) in ONE_MEANING
        return len(between) <= _AMOUNT_REACH and all(each in _TO_AMOUNT for each in between) and named
    between = [word.plain for word in words[last + 1 : noun]]
    return between in ([], ["of"]) and words[noun].clause == words[last].clause
