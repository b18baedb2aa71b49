"""What a whole leaves for the other of two sorts that make it up: "840 men" of "1,150 people, of whom 310 are women".

Men and women make up a staff; boys and girls make up children only, and adults and children only people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.models import Bound, Figure, Kind
from factcheck.stance.lexicon import PERSON_FIELD, field
from factcheck.stance.operands import Ground, amount, is_alike, is_part, written
from factcheck.stance.questions import Question, Result
from factcheck.values import dataclass
from factcheck.words import listed, stem

_ALONE = frozenset(listed("abroad overseas"))  # tell of a sort wherever they stand
_BEFORE_SORTS = frozenset(listed("is are was were be been at"))
_ENDING = frozenset(listed("whom them which who including and but or while"))
_PEOPLE = frozenset(listed("people persons dead"))
_YOUNG = frozenset(
    listed("children kids pupils babies births infants newborns youngsters schoolchildren toddlers twins juveniles")
)
_SCHOLARS = frozenset(listed("students teenagers players members"))
_OF_EVERY_AGE = frozenset(  # people among whom children may be, who are neither men nor women
    listed("people persons dead victims passengers residents inhabitants patients refugees villagers visitors guests")
)
_EMPLOYING = frozenset(stem(word) for word in listed("employ employee staff worker workforce hire elect"))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sorts that make up a whole, and of what: people, children, or things."""

    one: frozenset[str]
    other: frozenset[str]
    whole: str


_PAIRS = (
    _Pair(frozenset(listed("men male males")), frozenset(listed("women female females")), "anybody"),
    _Pair(frozenset(listed("boys")), frozenset(listed("girls")), "children"),
    _Pair(frozenset(listed("sons")), frozenset(listed("daughters")), "children"),
    _Pair(frozenset(listed("adults")), frozenset(listed("children minors")), "people"),
    _Pair(frozenset(listed("permanent")), frozenset(listed("temporary")), "things"),
    _Pair(frozenset(listed("home")), frozenset(listed("abroad overseas")), "things"),
)
MEMBERS = frozenset().union(*(pair.one | pair.other for pair in _PAIRS))


def asks_other_member(question: Question) -> bool:
    """Does a claim count one sort of two that make up a whole?"""
    figure = question.figure
    return figure.kind is Kind.NUMBER and figure.unit is None and bool(_claimed(question))


def other_members(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield a whole less the part of it that is of the other sort than what the claim counts."""
    mine = _claimed(question)
    pair = next((each for each in _PAIRS if mine in each.one | each.other), None)
    if pair is None:
        return
    others = pair.other if mine in pair.one else pair.one
    for part, whole in ground.ordered_pairs():
        if part.kind is not Kind.NUMBER or not is_alike(part, whole) or not is_part(part, whole, ground):
            continue
        if _member(_said_behind(part, ground)) not in others or _has_a_third(part, whole, ground):
            continue
        if not _is_made_up(whole, pair.whole) or not _is_told_exactly(part) or not _is_told_exactly(whole):
            continue
        rest = amount(whole) - amount(part)
        working = f"{whole.text} - {part.text} = {written(rest, question.figure)}"
        yield Result(
            rest, (part, whole), working, inverts=True, settles=_leaves_no_other(question, rest, whole, ground)
        )


def _claimed(question: Question) -> str:
    """Return the sort that a claim counts: "840 men", "1,500 of the jobs will be temporary"; "" for none or both."""
    phrase = (question.figure.noun_phrase or "").split()
    counted = next((word for word in phrase if word in MEMBERS), "")
    if counted:
        return "" if "and" in question.behind[len(phrase) : len(phrase) + 1] else counted
    for before, word in pairwise(question.behind):
        if word in _ENDING or any(letter.isdigit() for letter in word):
            return ""
        if word in MEMBERS and (before in _BEFORE_SORTS or word in _ALONE):
            return word
    return ""


def _member(words: Sequence[str]) -> str:
    """Return the first word for one of two sorts among some."""
    told = [
        word for at, word in enumerate(words) if word in MEMBERS and (word != "home" or words[at - 1 : at] == ["at"])
    ]
    return told[0] if told else ""


def _said_behind(figure: Figure, ground: Ground) -> list[str]:
    """Return the words behind a figure up to the next one or the next mark."""
    following = next((other.start for other in ground.figures if other.start >= figure.end), len(ground.text))
    marks = [at for mark in ",;." if (at := ground.text.find(mark, figure.end)) >= 0]
    return [
        token.plain for token in ground.words if figure.end <= token.start and token.end <= min([following, *marks])
    ]


def _has_a_third(part: Figure, whole: Figure, ground: Ground) -> bool:
    """May the passage count another part of the whole: "40 dead, 12 of them women and 9 children"?"""
    later = [each for each in ground.figures if each.start > whole.start and each not in (part, whole)]
    counts = [each for each in later if each.kind is Kind.NUMBER and is_alike(each, whole)]
    return any(amount(each) < amount(whole) for each in counts)


def _is_made_up(whole: Figure, sort: str) -> bool:
    """Is a whole made up of what such a pair parts?"""
    noun = whole.noun or ""
    if sort == "children":
        return noun in _YOUNG
    if sort == "people":
        return noun in _PEOPLE or (_is_person(noun) and noun not in _YOUNG)
    if sort == "things":
        return bool(noun) and noun not in _PEOPLE
    return noun not in _YOUNG and noun not in ("boys", "girls")


def _is_person(noun: str) -> bool:
    return field(stem(noun)) == PERSON_FIELD


def _is_told_exactly(figure: Figure) -> bool:
    return figure.bound in (Bound.EXACT, Bound.ABOUT)


def _leaves_no_other(question: Question, rest: Decimal, whole: Figure, ground: Ground) -> bool:
    """Does another figure contradict it: a larger one always, a smaller one where no children can be among them?"""
    value = question.figure.value
    if whole.noun not in _OF_EVERY_AGE and whole.noun not in _SCHOLARS:
        return True
    if any(stem(token.plain) in _EMPLOYING for token in ground.words):
        return True
    return isinstance(value, Decimal) and value > rest
