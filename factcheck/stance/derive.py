"""Figures that a passage does not state but its figures give: differences, sums, shares, changes, durations.

A derivation needs two things: the operands in the passage, and words in the claim that ask for such a figure
("by", "more than a year earlier", "in all", "most of"). With enough figures in a passage any number can be had
by chance, so a derived figure may bear a claim out but contradicts one only where the passage itself names
both ends of a movement ("from £31m to £22m").
"""

from __future__ import annotations

from datetime import date

from factcheck.compare import compare_figures, is_whole
from factcheck.figures.movement import FALLING, RISING
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.stance.margins import has_score
from factcheck.stance.operands import Ground, amount, is_movement, written
from factcheck.stance.questions import Question, Result
from factcheck.stance.reading import Reading
from factcheck.stance.workings import OVERRULING, PATTERNS, asks_duration, time_between
from factcheck.values import dataclass, replace
from factcheck.words import listed, stem

_AHEAD, _BEHIND = 8, 12  # the words around a claim's figure that ask for it
_MORE = frozenset(listed("more higher above up longer larger greater later older taller bigger dearer commoner extra"))
_LESS = frozenset(listed("less fewer lower below down shorter smaller earlier younger cheaper rarer"))
_OPEN = (Bound.AT_LEAST, Bound.MORE)
_HAVE = frozenset(listed("has have had"))
_BEGIN = frozenset(stem(word) for word in listed("take begin start join become open appoint elect move founded launch"))


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that a passage's figures give, compared with the claim's.

    `operands` are the figures used, in the positions of the ground; `working` is the sum as a reader can follow it
    ("£31m - £22m = £9m"); `rising` is the direction of a movement, None where there is none; `inverts` says that
    it counts what the passage's figure leaves out, `is_lone` that it is the one share that the passage gives, and
    `settles` that both texts name what is counted; `pattern` names the rule.
    """

    pattern: str
    operands: tuple[Figure, ...]
    comparison: Comparison
    working: str
    rising: bool | None = None
    inverts: bool = False
    is_lone: bool = False
    settles: bool = False

    @property
    def agrees(self) -> bool:
        """Does it bear the claim's figure out?"""
        return self.comparison.relation in MET

    @property
    def is_movement(self) -> bool:
        """Does the passage itself name both ends?"""
        return is_movement(self.operands)


def overrule(claim: Reading, figure: Figure, ground: Ground) -> Derivation | None:
    """Return what goes before any figure that the passage states, None where there is none.

    "310 men" of "1,150 people, of whom 310 are women"; "27 killed or injured" of "four killed and 27 injured".
    """
    question = _question(claim, figure)
    for pattern in OVERRULING:
        for result in pattern.results(question, ground) if pattern.asked_for(question) else ():
            found = _derivation(pattern.name, figure, result, ground)
            if found.agrees or found.settles:
                return found
    return None


def derive(claim: Reading, figure: Figure, ground: Ground, published: date | None = None) -> Derivation | None:
    """Return the best derivation of the claim's figure from the ground's, None where there is none.

    `published` ends a time that goes on. A derivation that agrees with the claim is preferred; one that differs,
    in its value or its direction, is returned only for a movement whose both ends the passage names, and for the
    one share that it gives.
    """
    if figure.value is None or not (ground.own or has_score(ground.text)):
        return None
    question = _question(claim, figure)
    way = _claimed_way(claim, figure)
    differing = None
    shares: list[Derivation] = []
    for pattern in PATTERNS:
        if not pattern.asked_for(question):
            continue
        for result in pattern.results(question, ground):
            found = _derivation(pattern.name, figure, result, ground)
            if found.agrees and _goes_the_way(result, way):
                return found
            if found.agrees:
                differing = differing or _turned(found)
            elif found.comparison.relation is Relation.DIFFERENT and (found.is_movement or found.settles):
                differing = differing or found
            elif found.comparison.relation is Relation.DIFFERENT and pattern.name == "share":
                shares.append(found)
    differing = differing or (replace(shares[0], is_lone=True) if len(shares) == 1 else None)
    return differing or _duration_so_far(question, claim, ground, published)


def _question(claim: Reading, figure: Figure) -> Question:
    """Return what the words near the claim's figure ask for."""
    others = _hedging(claim, figure)
    before = [word.plain for word in claim.words if word.end <= figure.start][-_AHEAD:]
    behind = [word.plain for word in claim.words if word.start >= figure.end and word.start not in others][:_BEHIND]
    inside = [word.plain for word in claim.words if word.start < figure.end and word.end > figure.start]
    hedge = (figure.hedge or "").split()
    if hedge and before[-len(hedge) :] == hedge:  # the "fewer" of "fewer than 1,000" asks for nothing
        before = before[: -len(hedge)]
    is_tally = behind[:2] == ["to", "one"] or _is_tally(claim, figure)
    every = frozenset(word.plain for word in claim.words)
    return Question(figure, frozenset((*before, *inside, *behind)), tuple(behind), tuple(before), every, is_tally)


def _hedging(claim: Reading, figure: Figure) -> set[int]:
    """Return where the words of the other figures' hedges begin: "six had burns to more than 40%" asks for no more."""
    found: set[int] = set()
    for other in claim.figures:
        hedge = (other.hedge or "").split()
        ahead = [word for word in claim.words if word.end <= other.start][-len(hedge) :] if hedge else []
        if other is not figure and hedge == [word.plain for word in ahead]:
            found.update(word.start for word in ahead)
    return found


def _is_tally(claim: Reading, figure: Figure) -> bool:
    """Is a figure one side of a vote or a score: "by 571 votes to 392"? "From 571 to 392" is a movement."""
    if figure.role in (Role.FROM, Role.TO, Role.LEVEL):
        return False
    for one, other in zip(claim.figures, claim.figures[1:], strict=False):
        between = [word.plain for word in claim.words if one.end <= word.start and word.end <= other.start]
        if figure in (one, other) and one.kind is other.kind is Kind.NUMBER and between[-1:] == ["to"]:
            return len(between) <= 2
    return False


def _claimed_way(claim: Reading, figure: Figure) -> int:
    """Return 1 where the claim says that something rose or is more by its figure, -1 where it fell, else 0."""
    before = {word.plain for word in claim.words if word.end <= figure.start and figure.start - word.end < 40}
    behind = {word.plain for word in [word for word in claim.words if word.start >= figure.end][:3]}
    inside = {word.plain for word in claim.words if word.start < figure.end and word.end > figure.start}
    up = bool((before | inside) & RISING or behind & _MORE)
    down = bool((before | inside) & FALLING or behind & _LESS)
    return up - down


def _goes_the_way(result: Result, way: int) -> bool:
    return not way or result.rising is None or result.rising == (way > 0)


def _turned(found: Derivation) -> Derivation:
    """Return a derivation whose value agrees and whose direction does not, as one that differs."""
    note = f"{found.comparison.note}, {'a rise' if found.rising else 'a fall'}"
    return replace(found, comparison=replace(found.comparison, relation=Relation.DIFFERENT, note=note), settles=True)


def _derivation(pattern: str, figure: Figure, result: Result, ground: Ground) -> Derivation:
    derived = _derived_figure(figure, result, ground)
    bare = replace(figure, role=None, per=None)
    counted = replace(derived, implied=not _is_counted_out(figure, result))
    comparison = replace(compare_figures(bare, counted), source_figure=derived)
    if comparison.relation is Relation.EQUAL:
        comparison = replace(comparison, relation=Relation.WITHIN)  # worked out, not said
    comparison = replace(comparison, claim_figure=figure, note=f"the source gives {result.working}")
    return Derivation(
        pattern, result.operands, comparison, result.working, result.rising, result.inverts, settles=result.settles
    )


def _derived_figure(figure: Figure, result: Result, ground: Ground) -> Figure:
    """Return the result as a figure whose text is the stretch of the passage that holds its operands."""
    start, end = ground.span(result.operands)
    bound = next((o.bound for o in result.operands if o.bound is Bound.ABOUT), Bound.EXACT)
    return Figure(
        ground.text[ground.start :][start:end], start, end, figure.kind, result.value, unit=figure.unit, bound=bound,
        noun=figure.noun, implied=True,
    )  # fmt: skip


def _is_counted_out(figure: Figure, result: Result) -> bool:
    """Is a result a count to the last unit, as its operands are: 26 less seven is 19, and no twenty?"""
    return all(
        each.kind is Kind.NUMBER and each.unit is None and each.bound is Bound.EXACT and is_whole(amount(each))
        for each in (figure, *result.operands, replace(figure, value=result.value))
    )


def _duration_so_far(question: Question, claim: Reading, ground: Ground, published: date | None) -> Derivation | None:
    """Return the time since a date that something has gone on from ("has ruled since 1994"), if it agrees."""
    figure = question.figure
    if published is None or not asks_duration(question):
        return None
    goes_on = _goes_on(claim, figure)
    starts = [each for each in ground.own if each.kind is Kind.DATE and _is_start(each, ground, goes_on=goes_on)]
    for start in starts if len(starts) == 1 else [each for each in starts if each.bound in _OPEN]:
        value = time_between(str(start.value), published.isoformat(), figure)
        if value is None or value <= 0:
            continue
        result = Result(value, (start,), f"{start.text} to {published} is {written(value, figure)}")
        found = _derivation("duration", figure, result, ground)
        if found.agrees:
            return found
    return None


def _goes_on(claim: Reading, figure: Figure) -> bool:
    """Does the claim say for how long something has gone on: "has been in charge for two years"?"""
    before = [word.plain for word in claim.words if word.end <= figure.start]
    return not _HAVE.isdisjoint(before) and "for" in before[-4:]


def _is_start(moment: Figure, ground: Ground, *, goes_on: bool) -> bool:
    """Does something begin on a date: "since 1994", and "took over in 2021" where the claim's thing goes on?"""
    if moment.bound in _OPEN:
        return True
    return goes_on and moment.bound is Bound.EXACT and any(stem(word) in _BEGIN for word in ground.ahead(moment, 4))
