"""When a claim speaks of what was, or was meant to be, before a change: a sum gives that level, not the one of today.

"3,900 households, about 700 fewer than in 2022" bears out 4,600 for 2022, and for no other time.
"""

from __future__ import annotations

from factcheck.figures.date_words import MONTHS
from factcheck.models import Figure
from factcheck.stance.operands import Ground
from factcheck.stance.questions import Question
from factcheck.words import listed

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
_REACH = 9  # words behind a change that tell since when, or from when, it is one


def asks_what_was_before(question: Question, change: Figure, ground: Ground) -> bool:
    """Does a claim speak of the time, or of the aim, that a change of the passage is counted from?"""
    behind = ground.behind(change, _REACH)
    if not _AIMS.isdisjoint(behind[:4]):
        return not _INTENDED.isdisjoint(question.words)
    if not _BEFORE.isdisjoint(question.words):
        return True
    times = {word for word in question.words if word.isdigit() or word in MONTHS or word in _PERIODS}
    return bool(times) and ("then" in behind or not times.isdisjoint(behind))  # "since then" is of the sentence before
