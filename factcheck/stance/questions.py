"""What a claim asks of a passage's figures, what is found, and the ways of finding it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.models import Figure, Kind
from factcheck.stance.operands import Ground, are_kin
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim asks: its figure, the words near it, those right behind it and those before it."""

    figure: Figure
    words: frozenset[str]
    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    all_words: frozenset[str] = frozenset()  # of the whole claim
    is_tally: bool = False  # one side of "by 571 votes to 392" or "four to one", which no subtraction gives


@dataclass(frozen=True, slots=True)
class Result:
    """What a pattern found: the value in the unit and kind that the claim's figure has, and how.

    `rising` says which way a movement went, None where there is none; `inverts` that the value is of what the
    passage's own figure leaves out, so that a "not" in one text only is no contradiction; `settles` that both texts
    name what is counted, so that another figure contradicts it.
    """

    value: Decimal
    operands: tuple[Figure, ...]
    working: str
    rising: bool | None = None
    inverts: bool = False
    settles: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of working a figure out, with the question that it answers.

    `says` are words of a claim that such a sum says, though the passage has none like them.
    """

    name: str
    asked_for: Callable[[Question], bool]
    results: Callable[[Question, Ground], Iterator[Result]]
    says: frozenset[str] = frozenset()


def counts_alike(figure: Figure, *operands: Figure) -> bool:
    """Can the claim's figure count what these do? Only nouns of counts can part them."""
    if figure.kind is not Kind.NUMBER or not figure.noun:
        return True
    return all(not operand.noun or are_kin(figure.noun, operand.noun) for operand in operands)


def is_opposite(word: str) -> bool:
    """Does a word say with a prefix that something is not so: "uninsured"?"""
    return word.startswith(("un", "non-")) and len(word) > 5 and word not in ("under", "until", "unless", "united")
