"""By how much one side was ahead of the other: "a margin of nine votes" of "by 31 votes to 22", "two goals" of 4-2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.models import Bound, Figure, Kind
from factcheck.stance.operands import Ground, amount, written
from factcheck.stance.questions import Question, Result
from factcheck.words import listed, stem

MARGINS = frozenset(listed("margin majority"))
SAID_OF_MARGINS = MARGINS | frozenset(listed("lead votes goals points"))
_VOTES = frozenset(listed("votes vote"))
_COUNTED = _VOTES | frozenset(listed("margin majority lead"))
_SCORED = frozenset(listed("goals goal points point"))
_SCORE = re.compile(r"(?<![\d\-–.])(\d{1,2})[-–](\d{1,2})(?![\d\-–%])")
_WON = frozenset(stem(word) for word in listed("beat win victory defeat lose loss thrash overcome triumph rout"))
_SETTLED_OTHERWISE = frozenset(listed("penalties penalty shootout shoot-out aggregate sets half-time games legs"))
_LEAST_POINTS = 10  # of the higher side of a score in points: a 4-2 is one of goals or of sets
_VOTES_BETWEEN = (["votes", "to"], ["to"], ["votes", "against"], ["votes", "for", "and"], ["for", "and"])


def asks_margin(question: Question) -> bool:
    """Does a claim say by how many votes, goals or points one side was ahead?"""
    figure = question.figure
    if figure.kind is not Kind.NUMBER or figure.unit is not None or question.is_tally:
        return False
    return not question.words.isdisjoint(MARGINS) or _asks_lead_of(question) or _asks_goals(question)


def has_score(text: str) -> bool:
    """Has a text a score such as 4-2, which is no figure?"""
    return _SCORE.search(text) is not None


def _asks_lead_of(question: Question) -> bool:
    """Is it "by nine votes" or "a lead of nine"?"""
    led = question.ahead[-2:] == ("lead", "of")
    return led or (question.ahead[-1:] == ("by",) and question.behind[:1] in (("votes",), ("vote",)))


def _asks_goals(question: Question) -> bool:
    noun = question.figure.noun or ""
    return noun in _SCORED and (question.ahead[-1:] == ("by",) or question.ahead[-2:] in (("margin", "of"),))


def margins(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield by how many the one side of a vote or a score was ahead of the other."""
    pairs = list(_scores(question, ground) if _asks_goals(question) else _sides_of_votes(question, ground))
    for one, other in pairs:
        value = abs(amount(one) - amount(other))
        larger, smaller = (one, other) if amount(one) > amount(other) else (other, one)
        counted = question.figure if question.figure.noun in _VOTES | _SCORED else None
        working = f"{larger.text} - {smaller.text} = {written(value, counted)}"
        yield Result(value, (one, other), working, settles=len(pairs) == 1 and _is_of_both(question))


def _is_of_both(question: Question) -> bool:
    """Does a claim say that its figure lies between the two sides, and not how many voted or what a majority has?"""
    before = [word for word in question.ahead[-3:] if word not in ("a", "just", "only")]
    behind = question.behind[:2]
    named = not MARGINS.isdisjoint((*before, *behind)) or _asks_lead_of(question) or _asks_goals(question)
    return named and (question.figure.noun or "votes") in _COUNTED | _SCORED


def _sides_of_votes(question: Question, ground: Ground) -> Iterator[tuple[Figure, Figure]]:
    """Yield the two sides of each vote: "lost by 101 votes to 98"."""
    if (question.figure.noun or "votes") not in _COUNTED:
        return
    for one, other in zip(ground.own, ground.own[1:], strict=False):
        counts = one.kind is other.kind is Kind.NUMBER and one.unit is other.unit is None
        between = ground.between(one, other)
        if not counts or one.bound is not Bound.EXACT or other.bound is not Bound.EXACT:
            continue
        counted = one.noun == other.noun == "votes" and between in _VOTES_BETWEEN
        if counted or (between == ["to"] and not {"voted", "vote"}.isdisjoint(ground.ahead(one, 3))):
            yield one, other


def _scores(question: Question, ground: Ground) -> Iterator[tuple[Figure, Figure]]:
    """Yield the two sides of the score of a match, where the passage gives but one."""
    own = [token for token in ground.words if token.start >= ground.start]
    if not any(stem(token.plain) in _WON for token in own):
        return
    if not _SETTLED_OTHERWISE.isdisjoint(token.plain for token in own):
        return
    found = list(_SCORE.finditer(ground.text, ground.start))
    if len(found) != 1:
        return
    sides = [Figure(found[0][n], *found[0].span(n), Kind.NUMBER, Decimal(found[0][n])) for n in (1, 2)]
    points = (question.figure.noun or "").startswith("point")
    if points == (max(map(amount, sides)) >= _LEAST_POINTS):
        yield sides[0], sides[1]
