"""Votes and scores told as two numbers, "by 31 votes to 22": what they decided, and when both numbers differ."""

from __future__ import annotations

from factcheck.models import Kind, Relation
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_CARRIED = frozenset(stem(word) for word in listed("pass approve adopt carry accept endorse ratify back agree enact"))
_LOST = frozenset(stem(word) for word in listed("reject defeat block quash veto lose"))
_BETWEEN = 3  # words from the one number to the other: "votes to", "in favour to"
_TO_VERB = 6  # words from what was decided to the tally


def tally_at(reading: Reading, number: int) -> tuple[int, int] | None:
    """Return the numbers of the two figures of the tally that a figure belongs to: "31 votes to 22"."""
    for first in (number - 1, number):
        if first < 0 or first + 1 >= len(reading.figures):
            continue
        one, other = reading.figure_places(first), reading.figure_places(first + 1)
        kinds = {reading.figures[first].kind, reading.figures[first + 1].kind}
        if kinds != {Kind.NUMBER}:
            continue
        between = [word.plain for word in reading.words[one[-1] + 1 : other[0]]]
        counted = len(between) > 1 or reading.figures[first].role is None  # "fell by 31 to 22" is a movement
        if between[-1:] == ["to"] and len(between) <= _BETWEEN and counted and _is_led_by(reading, one[0]):
            return first, first + 1
    return None


def _is_led_by(reading: Reading, place: int) -> bool:
    """Stands a "by" before a tally, or a verb of deciding: "by 31 to 22"? "From 31 to 22" is a movement."""
    before = reading.words[max(0, place - 2) : place]
    return any(word.plain in ("by", "voted", "won", "lost") for word in before)


def decided_otherwise(pair: SideBySide) -> str:
    """Return a reason where only one of the two tallies carried what was voted on: "passed", "rejected", by 31 to 22.

    A "went through" of the claim is taken for a word of carrying, since it is none of losing.
    """
    for bond in pair.bonds:
        if bond.claim < 0 or bond.passage < 0:
            continue
        mine, theirs = tally_at(pair.claim, bond.claim), tally_at(pair.passage, bond.passage)
        if mine is None or theirs is None:
            continue
        lost = [_is_lost(pair.claim, mine[0]), _is_lost(pair.passage, theirs[0])]
        if lost[0] != lost[1]:
            return "in the source the vote went the other way"
    return ""


def _is_lost(reading: Reading, number: int) -> bool:
    place = reading.figure_places(number)[0]
    near = [word for word in reading.words[max(0, place - _TO_VERB) : place] if word.name < 0]
    told = [word for word in near if word.stem in _LOST | _CARRIED]
    return bool(told) and told[-1].stem in _LOST


def both_sides_differ(bond: Bond, pair: SideBySide) -> bool:
    """Do both numbers of a claim's tally differ from those of a passage's: "31 votes to 22", "29 votes to 24"?"""
    if bond.claim < 0 or bond.passage < 0 or bond.derived:
        return False
    mine, theirs = tally_at(pair.claim, bond.claim), tally_at(pair.passage, bond.passage)
    if mine is None or theirs is None or decided_otherwise(pair):
        return False
    found = {each.claim: each for each in pair.bonds if each.claim in mine}
    return len(found) == len(mine) and all(
        each.relation is Relation.DIFFERENT and each.passage == theirs[mine.index(each.claim)] and each.noun >= 0
        for each in found.values()
    )
