"""Totals and their parts: sums of what a passage lists or adds on top, and what a total leaves for the other sort."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.compare import is_fraction
from factcheck.figures.grammar_words import VERBS
from factcheck.models import Figure, Kind, Role
from factcheck.stance.operands import Ground, amount, in_unit, is_alike, is_same_thing, next_date, written
from factcheck.stance.part_words import are_counted_as_one
from factcheck.stance.questions import Question, Result, counts_alike, is_opposite
from factcheck.words import listed, tokens

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
