"""Which passage gives a figure otherwise, and whether both speak surely enough of one thing for that to count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.models import MET, Figure, Kind, Relation, Role
from factcheck.proofread.beside import (
    BEARS_OUT,
    LEAST_WORDS,
    NEGATED_HERE,
    ON_TOPIC,
    Beside,
    begins_alone,
    has_the_names,
    measures_the_same,
    stands_for,
)
from factcheck.proofread.bonds import Bond
from factcheck.proofread.slips import are_swapped_digits, is_gap, is_scale_slip, is_slip_of_date, looks_miscopied
from factcheck.proofread.strays import tied_words
from factcheck.stance.reading import Name as StanceName
from factcheck.stance.reading import Reading

SURE_COVER = 0.9
"""The share of a short sentence ("It has until 3 June to appeal") whose figure is the source's but for a slip."""
LEAST_FOR_A_RANK = 0.5
"""The passage itself: from here on it may rank otherwise; there are many minutes, places and birthdays."""


def contradiction(number: int, sides: Sequence[Beside]) -> tuple[Beside, Bond, str] | None:
    """Return the nearest passage that gives the figure otherwise, the bond, and the code of what that is."""
    for side in sides:
        bond = side.bonds[number]
        code = _code(bond, side, [other for other in sides if other is not side], nearest=side is sides[0])
        if code:
            return side, bond, code
    return None


def _code(bond: Bond, side: Beside, elsewhere: Sequence[Beside], nearest: bool) -> str:
    """Return what a bond says: a slip of unit or scale, a conflict, or nothing."""
    claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None:
        return ""
    if tied_words(side) < LEAST_WORDS and not (side.cover >= SURE_COVER and _is_slip(claim, source)):
        return ""
    if claim.value == source.value and {claim.unit, source.unit} == {"%", "pp"} and side.cover >= ON_TOPIC:
        return "percent-points"
    if bond.relation is not Relation.DIFFERENT:
        return ""
    if claim.kind is source.kind and is_scale_slip(claim, source) and _bears_on(bond, side):
        return "scale-slip"
    if _is_points_of(claim, side):
        return "percent-points"
    if is_gap(side.pair.claim.text, claim) != is_gap(side.pair.passage.text, source):
        return ""
    if claim.kind is Kind.ORDINAL and side.here < LEAST_FOR_A_RANK:
        return ""
    sure = nearest and _tells_the_same(bond, side)
    if not measures_the_same(bond, side.cover, nearest, sure) or not _is_about_the_same(bond, side, elsewhere):
        return ""
    return "figure-conflict"


def _is_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether a figure is the other with two digits exchanged, or with another month."""
    return are_swapped_digits(claim, source) or is_slip_of_date(claim, source)


def _bears_on(bond: Bond, side: Beside) -> bool:
    """Tell whether the passage is near enough for a figure with the same digits: less so where it has the noun."""
    return side.cover >= BEARS_OUT or (bond.noun > 0 and side.here >= NEGATED_HERE and bond.frame >= ON_TOPIC - 0.1)


def _tells_the_same(bond: Bond, side: Beside) -> bool:
    """Tell whether a passage has all names and other figures of the sentence, and of either two or more."""
    others = [other for other in side.bonds if other is not bond and not other.comparison.claim_figure.implied]
    if len(others) > 1 and all(other.relation in MET for other in others) and has_the_names(side):
        return True
    named = [match for match in side.pair.names if not begins_alone(match.name) or match.covered]
    itself = all(side.pair.alignment.passage_place(match.name.last) >= 0 for match in named)
    return len(named) > 1 and itself and bool(others) and all(other.relation in MET for other in others)


def _is_about_the_same(bond: Bond, side: Beside, elsewhere: Sequence[Beside]) -> bool:
    """Tell whether names, dates and the other figures leave no doubt that both speak of one thing.

    A name that the passage lacks, a date that is another, several figures that differ: it is another bus, another
    year, another storm. Where the digits look miscopied, the sentence may go on about something else. What stands in
    another clause of the sentence, and in another passage of the same source (`elsewhere`), is another statement's.
    """
    claim = side.pair.claim
    own = claim.figure_places(bond.claim)
    others_say = [item for item in elsewhere if item.passage.source.document == side.passage.source.document]
    least = 0.5 if side.opens_with_pronoun else 1.0
    covered = [
        match.covered >= least
        for match in side.pair.names
        if not begins_alone(match.name)
        and not (
            match.covered < least
            and _is_apart(claim, own, match.name.first)
            and any(_covers(item, match.name) for item in others_say)
        )
    ]
    source = bond.comparison.source_figure
    if (
        source is not None
        and _is_anothers(side, source)
        and not are_swapped_digits(bond.comparison.claim_figure, source)
    ):
        return False
    slip_of_digits = source is not None and looks_miscopied(bond.comparison.claim_figure, source)
    slip = (bond.noun > 0 and slip_of_digits) or (
        source is not None and is_slip_of_date(bond.comparison.claim_figure, source)
    )
    if not all(covered) and not (slip and 2 * sum(covered) >= len(covered)):
        return False
    others = [
        other
        for other in side.bonds
        if other is not bond
        and not other.comparison.claim_figure.implied
        and not (
            other.relation not in MET
            and other.comparison.claim_figure.kind is Kind.DATE
            and _is_apart(claim, own, *claim.figure_places(other.claim)[:1])
            and any(item.bonds[other.claim].relation in MET for item in others_say)
        )
    ]
    if any(_is_other_time(other, side) for other in others if other.comparison.claim_figure.kind is Kind.DATE):
        return False
    counts = [other for other in others if other.comparison.claim_figure.kind is not Kind.DATE]
    if slip:  # what this passage does not speak of, another of the same report has said, or the writer worked out
        sure = slip_of_digits and bond.noun > 0
        counts = [o for o in counts if o.relation is not Relation.MISSING or not (sure or _is_said(o, others_say))]
    if len(covered) > 1 and all(covered) and slip_of_digits:
        return True
    return sum(other.relation not in MET for other in counts) <= len(counts) / 2


def _is_anothers(side: Beside, source: Figure) -> bool:
    """Tell whether a figure of the passage stands in a clause with another name, and the sentence's in another clause.

    "Wardlow County had 140 damaged homes, and Cole County the others."
    """
    passage = side.pair.passage
    places = passage.figure_places(passage.figures.index(source)) if source in passage.figures else ()
    met = {side.pair.alignment.passage_place(match.name.last) for match in side.pair.names} - {-1}
    if not places or not met:
        return False
    clause = passage.words[places[0]].clause
    own = [name for name in passage.names if passage.words[name.first].clause == clause]
    if any(set(range(name.first, name.last + 1)) & met for name in own):
        return False
    return bool(own) and all(passage.words[place].clause != clause for place in met)


def _is_said(bond: Bond, sides: Sequence[Beside]) -> bool:
    """Tell whether a figure of the sentence stands in one of the passages."""
    figure = bond.comparison.claim_figure
    return any(stands_for(figure, f, side.passage.text) for side in sides for f in side.pair.passage.figures) or any(
        (figure.value, figure.unit) == (f.value, f.unit) for side in sides for f in side.pair.passage.figures
    )


def _is_apart(claim: Reading, own: Sequence[int], *place: int) -> bool:
    """Tell whether a word stands in another clause than a figure's words: behind a comma, or behind "and has"."""
    if not own or not place:
        return False
    first, last = sorted((own[0], place[0]))
    if claim.words[first].clause != claim.words[last].clause:
        return True
    return _and_does().search(claim.text[claim.words[first].end : claim.words[last].start]) is not None


def _covers(side: Beside, name: StanceName) -> bool:
    return any(match.covered >= 1 for match in side.pair.names if match.name == name)


def _is_other_time(bond: Bond, side: Beside) -> bool:
    """Tell whether a date of the sentence is not the passage's: another one, or a year that it does not speak of."""
    if bond.relation is Relation.DIFFERENT:
        return True
    published = side.passage.source.published
    year = str(bond.comparison.claim_figure.value)[:4]
    return bond.relation is Relation.MISSING and published is not None and year not in (str(published.year), "XXXX")


def _is_points_of(claim: Figure, side: Beside) -> bool:
    """Tell whether a change in per cent is the difference, in points, of two shares of the passage."""
    if claim.unit != "%" or claim.role is not Role.CHANGE or side.cover < ON_TOPIC:
        return False
    shares = [f.value for f in side.pair.passage.figures if f.unit == "%" and isinstance(f.value, Decimal)]
    return any(
        abs(abs(one - other) - abs(claim.value)) < Decimal("0.05")
        for one in shares
        for other in shares
        if isinstance(claim.value, Decimal) and one != other
    )


@cache
def _and_does() -> re.Pattern[str]:
    """Return the pattern of words with which a sentence goes on to another statement."""
    return re.compile(r"\b(?:and|but|which|who)\s+(?:has|have|had|will|would|is|are|was|were|did|[a-z]+ed|[a-z]+s)\b")
