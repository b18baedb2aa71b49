"""Counts of a part by its quality: the 800 of "2,300 jobs, 800 of them permanent" are the permanent ones, no others.

A claim that counts "2,300 permanent jobs" is beside the part's figure, whatever figure of the passage equals its own.

What is said of a part behind its whole ("386 people, most of them in mudflows") is not said of the whole: a claim of
the part must say what the passage says of the part.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import compare_figures
from factcheck.models import MET, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, bond_of
from factcheck.stance.lexicon import ONE_MEANING
from factcheck.stance.reading import Reading
from factcheck.values import dataclass, replace
from factcheck.words import listed

_OPENING = frozenset(listed("whom which including"))
_HEDGES = frozenset(listed("nearly almost about around some roughly only just over more than at least up to"))
_TAILS = frozenset(listed("and but or that which who whom after before when while as since until by"))
_BESIDE = frozenset(listed("is are was were be been being will would to in the a an"))
_REACH = 6  # words of the claim behind its figure that say what sort it counts


@dataclass(frozen=True, slots=True)
class Part:
    """The number of a figure of the passage that counts a part of an earlier one, and the places of what it says."""

    number: int
    told: tuple[int, ...]


def with_part_counts(claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds, each count of what only a part is told to be bound to that part's figure.

    Where the claim says less than the passage says of the part, or the reverse of it, no figure is surely its own.
    """
    if len(passage.figures) < 2:
        return list(bonds)
    taken = {bond.passage for bond in bonds if bond.relation in MET}
    parts = [part for part in _parts(passage) if len(claim.figures) == 1 or part.number not in taken]
    return [_of_part(claim, passage, alignment, bond, parts) for bond in bonds]


def _of_part(claim: Reading, passage: Reading, alignment: Alignment, bond: Bond, parts: Sequence[Part]) -> Bond:
    if bond.passage < 0 or bond.derived or bond.comparison.claim_figure.kind is not Kind.NUMBER:
        return bond
    sort = _sort_places(claim, bond.claim)
    for part in parts:
        if any(_is_only_in(passage, alignment, place, part.told) for place in sort):
            return _bound_to(claim, passage, alignment, bond, part)
    is_others = bond.relation in MET and _is_sort_of_another(claim, passage, alignment, bond)
    return replace(bond, misplaced=True) if is_others else bond


def _bound_to(claim: Reading, passage: Reading, alignment: Alignment, bond: Bond, part: Part) -> Bond:
    """Return a bond to the part's figure; to none, where more is told of the part, or another thing, and it differs."""
    links = [link for link in alignment.links if link.covered and link.passage in part.told]
    in_full = {link.passage for link in links} == set(part.told) and all(link.kin in ONE_MEANING for link in links)
    own = bond if bond.passage == part.number else None
    if in_full and passage.figures[part.number].kind is Kind.NUMBER:
        own = own or bond_of(claim, passage, alignment, bond.claim, part.number)
        return replace(own, noun=1, misplaced=False) if own is not None else replace(bond, misplaced=True)
    if bond.relation not in MET:  # "90 of them rare birds" says neither that there are 300 birds nor that there are not
        return Bond(bond.claim, -1, compare_figures(bond.comparison.claim_figure, None))
    return own or replace(bond, misplaced=True)


def _sort_places(claim: Reading, number: int) -> list[int]:
    """Return the places of the words that say what sort a figure of the claim counts: "permanent", "seriously"."""
    places = claim.figure_places(number)
    found: list[int] = []
    if _stands_behind_another(claim, places[0]):
        return found  # "95 of its 640 workers are apprentices": of a later figure it is not clear what is said
    for place in range(places[-1] + 1, min(len(claim.words), places[-1] + 1 + _REACH)):
        word = claim.words[place]
        if word.clause != claim.words[places[-1]].clause or word.figure >= 0 or word.plain in _TAILS | _OPENING:
            break
        if word.stop and word.plain not in _BESIDE:
            break
        found += [] if word.stop else [place]
    return found


def _stands_behind_another(claim: Reading, place: int) -> bool:
    """Stands another figure that is no date before one of the claim?"""
    numbers = {word.figure for word in claim.words[:place]} - {-1}
    return any(claim.figures[number].kind is not Kind.DATE for number in numbers)


def _is_only_in(passage: Reading, alignment: Alignment, place: int, told: Sequence[int]) -> bool:
    """Has the passage a word of the claim only among these?"""
    there = alignment.passage_place(place)
    return there in told and all(other in told for other in passage.places.get(passage.words[there].stem, ()))


def _parts(passage: Reading) -> list[Part]:
    """Return the parts of a passage that are told to be something, each behind a count that it is a part of."""
    parts = []
    for number, figure in enumerate(passage.figures):
        places = passage.figure_places(number)
        if figure.kind not in (Kind.NUMBER, Kind.PERCENT) or not _has_whole(passage, number):
            continue
        start = _told_from(passage, places)
        told = _told(passage, start) if start >= 0 else ()
        if told:
            parts.append(Part(number, told))
    return parts


def _has_whole(passage: Reading, number: int) -> bool:
    sentence = passage.words[passage.figure_places(number)[0]].sentence
    earlier = [passage.figure_places(n) for n in range(number) if passage.figures[n].kind is Kind.NUMBER]
    return any(passage.words[places[0]].sentence == sentence for places in earlier)


def _told_from(passage: Reading, places: Sequence[int]) -> int:
    """Return where begins what is said of a part: behind "800 of them", "of whom 310", "including 40"; -1 for none."""
    words = passage.words
    if is_of_them(passage, places[-1] + 1):
        return places[-1] + 3
    before = places[0] - 1
    while before > 0 and words[before].plain in _HEDGES:
        before -= 1
    if before < 0 or words[before].plain not in _OPENING or words[before].clause != words[places[0]].clause:
        return -1
    if words[before].plain != "including" and (not before or words[before - 1].plain != "of"):
        return -1
    return places[-1] + 1


def _told(passage: Reading, start: int) -> tuple[int, ...]:
    words = passage.words
    told: list[int] = []
    for place in range(start, len(words)):
        if words[place].clause != words[start - 1].clause or words[place].figure >= 0 or words[place].plain in _TAILS:
            break
        told += [] if words[place].stop else [place]
    return tuple(told)


def _is_sort_of_another(claim: Reading, passage: Reading, alignment: Alignment, bond: Bond) -> bool:
    """Says the passage the claim's adjective only of what another figure counts: "60 vans and 25 electric bicycles"?"""
    own = _phrase(passage, bond.passage)
    mine = _phrase(claim, bond.claim)[:-1]
    if not own or not mine:
        return False
    for place in mine:
        link = alignment.by_claim.get(place)
        if claim.words[place].name >= 0 or link is None or not link.covered or link.kin not in ONE_MEANING:
            continue
        for number in range(len(passage.figures)):
            if number != bond.passage and _is_only_in(passage, alignment, place, _phrase(passage, number)[:-1]):
                return True
    return False


def _phrase(reading: Reading, number: int) -> list[int]:
    """Return the places of the words from behind a figure to the noun that it counts, none where it is not there."""
    figure, places = reading.figures[number], reading.figure_places(number)
    if figure.noun is None or figure.kind is not Kind.NUMBER:
        return []
    for place in range(places[-1] + 1, min(len(reading.words), places[-1] + 1 + _REACH)):
        word = reading.words[place]
        if word.clause != reading.words[places[-1]].clause or word.figure >= 0 or word.plain in _TAILS:
            return []
        if word.text == figure.noun:
            return list(range(places[-1] + 1, place + 1))
    return []


_POINTING = frozenset(listed("them these those which whom"))
_HEDGES_BEHIND = frozenset(listed("nearly almost about around some roughly only just over more than at least"))
_JOINTS = frozenset(listed("and but"))
_CLAUSE_OPENERS = frozenset(listed("that which who whom after before when while as since until"))


def has_told_parts(passage: Reading) -> bool:
    """Has a passage an "of them" or "of whom" at all?"""
    words = passage.words
    return any(word.plain in _POINTING and words[place - 1].plain == "of" for place, word in enumerate(words) if place)


def is_of_them(passage: Reading, place: int) -> bool:
    """Stands an "of them" or "of whom" at a place?"""
    words = passage.words[place : place + 2]
    return len(words) == 2 and words[0].plain == "of" and words[1].plain in _POINTING


def told_of_part(passage: Reading, places: Sequence[int]) -> list[int]:
    """Return the telling words behind "most of them" up to the end of their stretch, none where it does not open one.

    "And sold most of them abroad" says by its verb, before the part, what it says of it.
    """
    words, first, last = passage.words, places[0], places[-1]
    if not is_of_them(passage, last + 1) or not _opens(passage, first):
        return []
    told: list[int] = []
    for place in range(last + 3, len(words)):
        if words[place].clause != words[last].clause or (told and words[place].plain in _CLAUSE_OPENERS):
            break
        told += [] if words[place].stop else [place]
    return told


def _opens(passage: Reading, place: int) -> bool:
    """Does a part with its hedge open a stretch, behind a mark, an "and" or the "with" of "with most of them"?"""
    words, clause = passage.words, passage.words[place].clause
    before = [word.plain for word in words[:place] if word.clause == clause]
    while before and before[-1] in _HEDGES_BEHIND:
        before.pop()
    return not before or before[-1] in _JOINTS or before == ["with"]


def says_none_of(told: Sequence[int], alignment: Alignment) -> bool:
    """Is there something told of a part, and nothing of it in the claim?"""
    return bool(told) and not any(link.covered and link.passage in told for link in alignment.links)
