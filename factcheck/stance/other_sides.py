"""What lies on the other side of a place that a passage counts on one side of: "11,200 people, 7,900 of them in Orm".

Of these 3,300 are outside Orm. Both texts must name the same place, one with "in" and the other with "outside".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare import is_share
from factcheck.models import Kind
from factcheck.stance.operands import Ground, amount, is_alike, is_part, rounded, written
from factcheck.stance.questions import Question, Result
from factcheck.words import listed, stem

OUTSIDE = frozenset(listed("outside beyond"))
_INSIDE = frozenset(listed("in inside within at"))
_PASSED_OVER = frozenset(listed("of the its their his her our a an"))
_REACH = 8  # words behind a figure within which its place is named
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
        given = _sides(ground.behind(part, _REACH))
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
