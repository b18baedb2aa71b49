"""Totals and their parts: sums of what a passage lists or adds on top, and what a total leaves for the other sort.

A part is told by its quality ("1,900 houses, 30 per cent of them affordable"), by its side of a place ("11,200 people,
7,900 of them in Orm" are 3,300 outside Orm, where both texts name it, one with "in" and the other with "outside"), by
its kind ("31 were killed or injured" of four killed, 27 injured), or by its time: "3,900 households, about 700 fewer
than in 2022" bears out 4,600 for 2022, and for no other time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.compare import is_fraction, is_share
from factcheck.figures.date_words import MONTHS
from factcheck.figures.grammar_words import VERBS
from factcheck.models import Bound, Figure, Kind, Role
from factcheck.stance.lexicon import ONE_MEANING, kin
from factcheck.stance.operands import (
    Ground,
    amount,
    are_kin,
    in_unit,
    is_alike,
    is_part,
    is_same_thing,
    next_date,
    rounded,
    written,
)
from factcheck.stance.questions import Question, Result, counts_alike, is_opposite
from factcheck.words import STOP_WORDS, is_irregular, listed, stem, tokens

TOTAL_WORDS = frozenset(listed("total totals totalled altogether all combined together overall both sum between"))
_ON_TOP = frozenset(listed("further another additional extra"))
_LISTED_REACH = 6
_TO_LISTED = 3  # words from the "and" of a list to its last figure: "and a further five"
_TO_COME = frozenset(listed("will would plan plans planned promised promises pledged offered hopes intends wants"))
_ONCE = frozenset(listed("once when then now"))  # "will have 24 once the further six have come"
_OF_DAYS = frozenset(listed("the of last next this a year month week"))
_TO_VERB = 6  # words from what is to come to its figure: "would send a further six"
_LONGEST_PHRASE = 8  # words of "insured losses from the storm at"


def asks_sum(question: Question) -> bool:
    """Can a claim's figure be a sum?"""
    kinds = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT)
    return question.figure.kind in kinds and not is_fraction(question.figure)


def sums_of_lists(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the sums of figures that the passage lists one after another: "seven men and five women"."""
    figure, operands = question.figure, ground.own
    for first in range(len(operands)):
        chain = [operands[first]]
        for other in operands[first + 1 :]:
            if not is_alike(chain[-1], other) or not _is_listed(chain[-1], other, ground):
                break
            chain.append(other)
            amounts = [in_unit(operand, figure.unit) for operand in chain]
            if not _may_be_added_up(question, chain[0], other, ground):
                break
            if chain[0].kind is figure.kind and None not in amounts:
                value = sum((each for each in amounts if each is not None), Decimal(0))
                working = " + ".join(operand.text for operand in chain) + f" = {written(value, figure)}"
                yield Result(value, tuple(chain), working)


def _is_listed(one: Figure, other: Figure, ground: Ground) -> bool:
    """Do two figures stand in one list? "1,617 cases, and recoveries reached 153" begins a new statement."""
    between = ground.between(one, other)
    behind = between[between.index("and") + 1 :] if "and" in between else []
    if len(behind) >= _TO_LISTED or any(word in VERBS or word.endswith("ed") for word in behind):
        return False  # "£14m and was offered £31m"
    return len(between) <= _LISTED_REACH and "and" in (between + ground.behind(other, len(ground.words)))[:3]


def additions(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the sum of an amount and what comes on top of it: "bought it for £14m and put in a further £31m"."""
    figure = question.figure
    for one, other in ground.pairs():
        if one.kind is not figure.kind or not is_same_thing(one, other) or Role.CHANGE in (one.role, other.role):
            continue
        values = [in_unit(one, figure.unit), in_unit(other, figure.unit)]
        if not _may_be_added_up(question, one, other, ground):
            continue
        if None in values or _ON_TOP.isdisjoint(ground.ahead(other, 2)) or not counts_alike(figure, one):
            continue
        value = sum((each for each in values if each is not None), Decimal(0))
        yield Result(value, (one, other), f"{one.text} + {other.text} = {written(value, figure)}")


def _may_be_added_up(question: Question, one: Figure, other: Figure, ground: Ground) -> bool:
    """Can a claim's figure be the sum of two that the passage tells of?

    Not "12 primary schools" of seven primary and five secondary ones; not of "sold 18 in May and a further six in
    June" where the claim tells of May; of "sold 18 and plans to build another six" only where it tells of a total, and
    of what is to come.
    """
    if not are_counted_as_one(question.figure, (one, other)):
        return False
    days = [_day_of(figure, ground) for figure in (one, other)]
    if None not in days and days[0] != days[1] and any(set(day or ()) & question.words for day in days):
        return False
    between = [*ground.between(one, other), *(ground.ahead(other, _TO_VERB) if ground.crosses(one, other) else ())]
    if not _TO_COME.isdisjoint(between) and question.words.isdisjoint(_TO_COME | _ONCE):
        return False
    told = any(word in VERBS or word.endswith("ed") for word in between)
    return not told or not question.words.isdisjoint(TOTAL_WORDS | _ON_TOP | _ONCE)


def _day_of(figure: Figure, ground: Ground) -> tuple[str, ...] | None:
    """Return the words of the date right behind a figure, None where it has none."""
    day = next_date(figure, ground)
    return None if day is None else tuple(token.plain for token in tokens(day.text) if token.plain not in _OF_DAYS)


def asks_complement(question: Question) -> bool:
    """Can a claim's figure be what a total leaves?"""
    kinds = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE)
    return question.figure.kind in kinds and any(is_opposite(word) for word in question.words)


def complements(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield a total less its part of one sort, for the claim's other sort: "insured losses of £45m, £260m in all"."""
    figure = question.figure
    sorts = {word.removeprefix("un").removeprefix("non-") for word in question.words if is_opposite(word)}
    for part, whole in ground.ordered_pairs():
        told, totals = _said_of(part, ground), TOTAL_WORDS & _said_of(whole, ground)
        if part.kind is not figure.kind or not is_alike(part, whole) or whole.unit != figure.unit:
            continue
        if sorts & told and totals and amount(whole) > amount(part):
            value = amount(whole) - amount(part)
            working = f"{whole.text} - {part.text} = {written(value, figure)}"
            yield Result(value, (part, whole), working, inverts=True)


def _said_of(figure: Figure, ground: Ground) -> set[str]:
    """Return the words from the figure before one up to it, and the two behind it: "the total damage at £260m"."""
    last = max((other.end for other in ground.figures if other.end <= figure.start), default=0)
    before = [token.plain for token in ground.words if last <= token.start and token.end <= figure.start]
    return {*before[-_LONGEST_PHRASE:], *ground.behind(figure, 2)}


_QUALITY_REACH = 7
_POINTING = frozenset(listed("them it those these that which whom"))
_SAYS_NOTHING = frozenset(
    listed(
        "of the a an it its them their those these this that which whom who are is was were be been will would have has"
        " had to in on at by for from with as and or but"
    )
)


def says_of_which(question: Question, share: Figure, whole: Figure, ground: Ground) -> bool:
    """Does a claim say one of the words by which the passage tells the part from the whole, if it has any?"""
    behind = ground.behind(share, 2)
    if behind[:1] != ["of"] or behind[1:] == [] or behind[1] not in _POINTING:
        return True
    told = [
        word
        for word in _up_to_next_figure(share, ground)
        if word not in _SAYS_NOTHING and not (whole.noun and are_kin(word, whole.noun))
    ]
    said = {stem(word) for word in question.words | question.all_words}
    return not told or any(stem(word) in said or any(are_kin(word, other) for other in said) for word in told)


def _up_to_next_figure(figure: Figure, ground: Ground) -> list[str]:
    following = next((other.start for other in ground.figures if other.start >= figure.end), len(ground.text))
    end = min([following, *(at for mark in ",;" if (at := ground.text.find(mark, figure.end)) >= 0)])
    return [token.plain for token in ground.words if figure.end <= token.start and token.end <= end][:_QUALITY_REACH]


def are_counted_as_one(claim: Figure, parts: tuple[Figure, ...]) -> bool:
    """May a claim's count be of all parts: not "12 primary schools" of seven primary and five secondary ones?"""
    if claim.kind is not Kind.NUMBER:
        return True
    phrases = [_words(part) for part in parts]
    return all(
        not any(word in phrase for phrase in phrases) or all(word in phrase or not phrase for phrase in phrases)
        for word in _words(claim) - {stem(claim.noun or "")}
    )


def _words(figure: Figure) -> set[str]:
    return {stem(word) for word in (figure.noun_phrase or "").lower().split()}


OUTSIDE = frozenset(listed("outside beyond"))
_INSIDE = frozenset(listed("in inside within at"))
_PASSED_OVER = frozenset(listed("of the its their his her our a an"))
_PLACE_REACH = 8  # words behind a figure within which its place is named
_COUNTED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})


def asks_other_side(question: Question) -> bool:
    """Does a claim count what lies in a place or outside it?"""
    return question.figure.kind in _COUNTED and bool(_sides(question.behind) or _sides(question.ahead))


def other_sides(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield a whole less its part, where the passage's part lies on the other side of the claim's place."""
    figure = question.figure
    asked = _sides(question.behind) or _sides(question.ahead)
    for part, whole in ground.ordered_pairs():
        if not is_alike(part, whole) or not is_part(part, whole, ground) or is_share(whole):
            continue
        given = _sides(ground.behind(part, _PLACE_REACH))
        if not any(place in given and given[place] != outside for place, outside in asked.items()):
            continue
        rest = amount(whole) - amount(part)
        if is_share(figure) and amount(whole) > 0:
            share = rounded(rest / amount(whole) * (100 if figure.kind is Kind.PERCENT else 1))
            working = f"({whole.text} - {part.text}) / {whole.text} = {written(share, figure)}"
            yield Result(share, (part, whole), working, inverts=True)
        elif whole.kind is figure.kind and whole.unit == figure.unit and not is_share(figure):
            working = f"{whole.text} - {part.text} = {written(rest, figure)}"
            yield Result(rest, (part, whole), working, inverts=True, settles=True)


def _sides(words: Sequence[str]) -> dict[str, bool]:
    """Return the stems of the first places named behind "in" or "outside", with whether it was "outside"."""
    found: dict[str, bool] = {}
    for at, word in enumerate(words):
        if word in OUTSIDE or word in _INSIDE:
            place = next((other for other in words[at + 1 :] if other not in _PASSED_OVER), "")
            if place:
                found.setdefault(stem(place), word in OUTSIDE)
    return found


_JOINING = frozenset(listed("or and"))
_STATES = frozenset(listed("dead missing hurt ill sick wounded homeless unaccounted"))
_KINDS_REACH = 8  # words behind a figure within which both kinds are named
_AHEAD = 3  # words before a figure within which its verb stands: "killed at least four"
_EXACT = (Bound.EXACT, Bound.ABOUT)


def asks_both_kinds(question: Question) -> bool:
    """Does a claim count two kinds together, and no third: "31 people were killed or injured"?"""
    return question.figure.kind is Kind.NUMBER and question.figure.unit is None and _kinds_asked(question) is not None


def sums_of_kinds(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the sum of the passage's counts of the two kinds that the claim names."""
    kinds = _kinds_asked(question)
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


def _kinds_asked(question: Question) -> tuple[str, str] | None:
    """Return the two kinds that a claim counts together, None where the first is only the noun counted.

    "Killed three people and injured 27": "people" is as irregular as a verb may be, and says nothing of a fate.
    """
    kinds = _kinds(question.behind)
    if kinds is None or (is_irregular(kinds[0]) and kinds[0] == question.figure.noun and kinds[0] not in _STATES):
        return None
    return kinds


def _kinds(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the two verbs or states that the words behind a figure join, None where there are others."""
    for at in range(1, min(len(words) - 1, _KINDS_REACH)):
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


_BEFORE = frozenset(
    listed("before previously previous earlier until used then formerly ago last originally initially original prior")
)
_INTENDED = frozenset(
    listed(
        "budget budgeted planned plan plans meant supposed intended estimate estimated forecast expected target due"
        " originally initially original first"
    )
)
_AIMS = frozenset(listed("budget target forecast estimate estimates plan expectations forecasts"))
_PERIODS = frozenset(listed("year month week quarter season decade day"))
_SINCE_REACH = 9  # words behind a change that tell since when, or from when, it is one


def asks_what_was_before(question: Question, change: Figure, ground: Ground) -> bool:
    """Does a claim speak of the time, or of the aim, that a change of the passage is counted from?"""
    behind = ground.behind(change, _SINCE_REACH)
    if not _AIMS.isdisjoint(behind[:4]):
        return not _INTENDED.isdisjoint(question.words)
    if not _BEFORE.isdisjoint(question.words):
        return True
    times = {word for word in question.words if word.isdigit() or word in MONTHS or word in _PERIODS}
    return bool(times) and ("then" in behind or not times.isdisjoint(behind))  # "since then" is of the sentence before
