"""The sum of two counts that a claim takes together by name: "31 were killed or injured" of four killed, 27 injured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.models import Bound, Figure, Kind
from factcheck.stance.lexicon import ONE_MEANING, kin
from factcheck.stance.operands import Ground, amount, is_alike, is_part, written
from factcheck.stance.questions import Question, Result, counts_alike
from factcheck.words import STOP_WORDS, is_irregular, listed, stem

_JOINING = frozenset(listed("or and"))
_STATES = frozenset(listed("dead missing hurt ill sick wounded homeless unaccounted"))
_REACH = 8  # words behind a figure within which both kinds are named
_AHEAD = 3  # words before a figure within which its verb stands: "killed at least four"
_EXACT = (Bound.EXACT, Bound.ABOUT)


def asks_both_kinds(question: Question) -> bool:
    """Does a claim count two kinds together, and no third: "31 people were killed or injured"?"""
    return question.figure.kind is Kind.NUMBER and question.figure.unit is None and bool(_kinds(question.behind))


def sums_of_kinds(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the sum of the passage's counts of the two kinds that the claim names."""
    kinds = _kinds(question.behind)
    if kinds is None:
        return
    counts = [each for each in ground.own if each.kind is Kind.NUMBER and each.unit is None]
    for one, other in pairwise(counts):
        if not is_alike(one, other) or not counts_alike(question.figure, one) or not _are_of(kinds, one, other, ground):
            continue
        if is_part(one, other, ground) or is_part(other, one, ground):
            continue
        if one.bound not in _EXACT or other.bound not in _EXACT:
            continue
        value = amount(one) + amount(other)
        working = f"{one.text} + {other.text} = {written(value, question.figure)}"
        yield Result(value, (one, other), working, settles=True)


def _kinds(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the two verbs or states that the words behind a figure join, None where there are others."""
    for at in range(1, min(len(words) - 1, _REACH)):
        if any(letter.isdigit() for letter in words[at]):
            return None
        if words[at] in _JOINING:
            first, second = words[at - 1], words[at + 1]
            third = at > 1 and _is_fate(words[at - 2])
            more = words[at + 2 : at + 3] != () and words[at + 2] in _JOINING
            return (first, second) if _is_fate(first) and _is_fate(second) and not third and not more else None
    return None


def _is_fate(word: str) -> bool:
    """Is a word what was done to somebody, or how he is: "injured", "missing"?"""
    return word in _STATES or ((word.endswith("ed") or is_irregular(word)) and word not in STOP_WORDS)


def _are_of(kinds: tuple[str, str], one: Figure, other: Figure, ground: Ground) -> bool:
    """Is one count of the first kind and the other of the second, or the reverse?"""
    following = next((each.start for each in ground.figures if each.start >= other.end), len(ground.text))
    marks = [at for mark in ".;" if (at := ground.text.find(mark, other.end)) >= 0]
    behind = [token.plain for token in ground.words if other.end <= token.start < min([following, *marks])]
    between, ahead = ground.between(one, other), ground.ahead(one, _AHEAD)
    if any(mark in ground.text[one.end : other.start] for mark in ".;"):
        return False
    for first, second in (kinds, kinds[::-1]):
        if _says(between, first) and not _says(between, second) and _says(behind, second) and not _says(behind, first):
            return True
        if _says(ahead, first) and _says(between[-_AHEAD:], second) and not _says(between, first):
            return True
    return False


def _says(words: Sequence[str], kind: str) -> bool:
    return any(kin(stem(kind), stem(word)) in ONE_MEANING for word in words)
