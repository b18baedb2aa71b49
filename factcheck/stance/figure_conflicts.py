"""When a figure that differs contradicts the claim: both surely measure the same thing, on the same day."""

from __future__ import annotations

from factcheck.models import Kind, Relation
from factcheck.stance.anchors import is_beside_an_anchor, is_dated_by_an_anchor, is_share_of_the_same
from factcheck.stance.binding import Bond
from factcheck.stance.excuses import (
    is_far_apart,
    is_of_another_season,
    is_of_another_subject,
    is_of_another_thing,
    is_of_years_ago,
    is_share_of_another,
)
from factcheck.stance.features import (
    SideBySide,
    covered_share,
    leaves_subject_open,
    open_share,
    plain_share,
)
from factcheck.stance.figure_supports import is_whole_of_part
from factcheck.stance.lifetimes import is_of_a_met_name
from factcheck.stance.one_event import is_of_one_event
from factcheck.stance.other_deeds import is_of_another_deal
from factcheck.stance.other_statements import OTHER_STATEMENTS
from factcheck.stance.reading import Reading
from factcheck.stance.same_measure import SAME_MEASURE_EXCUSES, is_stated_beside, is_sum_of_others
from factcheck.stance.slips import is_misbound, is_slip, least_cover_of_slip
from factcheck.stance.tallies import both_sides_differ
from factcheck.words import listed, stem

LEAST_FRAME = 0.5  # of the claim's words around a figure, names left out, that must stand around the passage's
_LEAST_COVER = 0.55  # of the claim's words that are no names, for the two to speak of the same thing
_LEAST_COVER_COUNTED, _COUNTED_FRAME = 0.5, 0.6  # where both count the same among the same words
_LEAST_ALIKE = 0.7  # of all the claim's information that must be covered
_LEAST_ALIKE_TALLY = 0.6  # where both numbers of a vote differ
_LEAST_ALIKE_SLIP = 0.5  # where two figures have the same digits, which is no chance
_LEAST_ONLY_FRAME, _LEAST_ONLY_PLAIN = 0.6, 0.35  # where a passage has one amount only
_ALL_SAID, _LEAST_SHARE_FRAME = 0.95, 0.4  # where a quantifier stands far from what it is of
_RANKING = frozenset(stem(word) for word in listed("come finish rank place end"))
_RANKS = frozenset(stem(word) for word in listed("place position"))
_YEAR = 4  # digits
_PHRASE = 8  # words of "186 members of the Saltmere Landlords' Association who"
_RELATIVES = frozenset(listed("who whose"))
EXCUSES = (
    is_of_years_ago,
    is_of_another_season,
    is_of_another_subject,
    is_of_another_thing,
    is_share_of_another,
    is_sum_of_others,
    is_of_another_deal,
    *SAME_MEASURE_EXCUSES,
    *OTHER_STATEMENTS,
)


def measures_the_same(bond: Bond, pair: SideBySide) -> bool:
    """Do the two figures of a bond surely measure the same thing?"""
    if is_misbound(bond, pair) and not are_denied_unlike(bond, pair):
        return not is_stated_beside(pair, bond)
    same_whole = is_share_of_the_same(bond, pair)
    is_count = bond.comparison.claim_figure.kind in (Kind.NUMBER, Kind.ORDINAL)
    if is_count and bond.noun <= 0 and not are_ranks(bond, pair) and not same_whole:
        return False
    if bond.noun < 0 or bond.misplaced:
        return False
    if are_denied_unlike(bond, pair):
        return False
    named = pair.names[1:] if leaves_subject_open(pair) else pair.names
    if any(match.covered == 0.0 for match in named) or counts_a_part(bond, pair):
        return False
    if _is_age(bond) and is_of_a_met_name(pair.passage, pair.alignment, bond.passage):
        return covered_share(pair) >= _LEAST_ALIKE
    if any(excuse(pair, bond) for excuse in EXCUSES):
        return False
    if is_slip(bond):
        return covered_share(pair) >= _LEAST_ALIKE_SLIP and plain_share(pair) >= least_cover_of_slip(bond)
    if is_whole_of_part(pair, bond):  # "five of the nine days" contradicts no five days
        return False
    if are_ranks(bond, pair):
        missing = {stem(pair.claim.words[link.claim].plain) for link in pair.alignment.links if not link.covered}
        return missing <= _RANKING | _RANKS
    if same_whole or is_beside_an_anchor(bond, pair) or is_dated_by_an_anchor(bond, pair):
        return True
    if is_of_one_event(bond, pair):
        return True
    least = _LEAST_ALIKE_TALLY if both_sides_differ(bond, pair) else _LEAST_ALIKE
    if open_share(pair) < least or is_far_apart(bond):
        return False
    if _is_only_candidate(bond, pair) or _is_share_of_all_said(bond, pair) or _is_margin_of_all_said(bond, pair):
        return True
    least = _LEAST_COVER_COUNTED if _are_counted_alike(bond) else _LEAST_COVER
    return bond.plain_frame >= LEAST_FRAME and plain_share(pair) >= least


def _are_counted_alike(bond: Bond) -> bool:
    """Count both figures the same thing, among the same words?"""
    return bond.noun > 0 and bond.plain_frame >= _COUNTED_FRAME


def are_denied_unlike(bond: Bond, pair: SideBySide) -> bool:
    """Does a negation reach only one of the two figures: "was not the first" and "became the second"?"""
    places = [
        reading.figure_places(number)
        for reading, number in ((pair.claim, bond.claim), (pair.passage, bond.passage))
        if number >= 0
    ]
    if bond.derived or len(places) < 2 or not all(places):
        return False
    if (pair.claim.words[places[0][0]].depth - pair.passage.words[places[1][0]].depth) % 2:
        return True
    counted = bond.comparison.source_figure.noun if bond.comparison.source_figure is not None else None
    return _is_denied_behind(pair, places[0][-1], places[1][-1], counted or "")


def _is_denied_behind(pair: SideBySide, mine: int, theirs: int, counted: str) -> bool:
    """Is what only one of the two denies all that both say, in its stretch, of the figure: "140 have not been fed"?

    That may be of what is counted, too: "a third of the schools have no library".
    """
    words = pair.passage.words
    clause = words[theirs].clause
    said = [k for k in pair.alignment.links if k.covered and k.passage > theirs and words[k.passage].clause == clause]
    said = [k for k in said if pair.claim.words[k.claim].name < 0 and not words[k.passage].stop]
    said = [k for k in said if words[k.passage].plain != counted.lower()]
    apart = [k for k in said if (pair.claim.words[k.claim].depth - words[k.passage].depth) % 2]
    return bool(apart) and len(apart) == len(said) and mine >= 0


def _is_only_candidate(bond: Bond, pair: SideBySide) -> bool:
    """Has the passage one amount only, with all words of the claim at it or in what stands around?

    What the amount is of must be in the passage itself: it may be "annual sales of £600m", behind a sentence on profit.
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or bond.derived or figure.kind is not Kind.MONEY or len(pair.bonds) > 1:
        return False
    alike = [other for other in pair.passage.figures if other.kind is figure.kind]
    words = pair.claim.words
    all_there = all(
        k.covered and (k.passage >= 0 or k.claim >= pair.predicate or words[k.claim].name >= 0)
        for k in pair.alignment.links
    )
    return len(alike) == 1 and all_there and bond.frame >= _LEAST_ONLY_FRAME and plain_share(pair) >= _LEAST_ONLY_PLAIN


def _is_share_of_all_said(bond: Bond, pair: SideBySide) -> bool:
    """Is it another share of what the claim quantifies, all else of which the passage says, if further from it?

    "Most of the damage is insured" against "he put the damage at £80m, less than a third of which is insured".
    """
    said = covered_share(pair) >= _ALL_SAID and plain_share(pair) >= _LEAST_COVER
    return bond.derived == "quantifier" and bond.plain_frame >= _LEAST_SHARE_FRAME and said


def _is_margin_of_all_said(bond: Bond, pair: SideBySide) -> bool:
    """Is it another margin than that of the one score or vote of a passage which says all else that the claim says?"""
    return bond.derived == "margin" and all(link.covered for link in pair.alignment.links)


def are_ranks(bond: Bond, pair: SideBySide) -> bool:
    """Do both figures say in which place one came: "finished second", "came third"?"""
    if bond.comparison.claim_figure.kind is not Kind.ORDINAL or bond.claim < 0 or bond.passage < 0:
        return False
    return _is_rank(pair.claim, bond.claim) and _is_rank(pair.passage, bond.passage)


def _is_rank(reading: Reading, number: int) -> bool:
    before = {stem(word.plain) for word in reading.before(number, 2)}
    noun = reading.figures[number].noun
    return bool(before & _RANKING) and (noun is None or stem(noun) in _RANKS)


def _is_age(bond: Bond) -> bool:
    """Is an age of the passage what a bond rests on?"""
    source = bond.comparison.source_figure
    return source is not None and source.kind is Kind.AGE and bond.passage >= 0


def counts_a_part(bond: Bond, pair: SideBySide) -> bool:
    """Does the passage count only those of which it says more than the claim: "186 members who answered a survey"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if not places or bond.comparison.claim_figure.kind is not Kind.NUMBER:
        return False
    words = pair.passage.words
    linked = {k.passage for k in pair.alignment.links if k.covered}
    for place in range(places[-1] + 1, min(len(words), places[-1] + 1 + _PHRASE)):
        if words[place].clause != words[places[-1]].clause:
            return False
        if words[place].plain in _RELATIVES:
            told = [p for p in range(place + 1, min(len(words), place + 4)) if not words[p].stop]
            return bool(told) and not any(p in linked for p in told)
    return False


def is_of_another_day(conflict: Bond, days_differ: bool, pair: SideBySide) -> bool:
    """Is a figure that differs one of another day, or of a day that may be another?"""
    if leaves_a_day_open(pair) and not is_slip(conflict):
        return True
    is_date = conflict.comparison.claim_figure.kind is Kind.DATE
    if is_date and any(bond.noun < 0 for bond in pair.bonds):
        return True
    return days_differ and not is_slip(conflict)


def leaves_a_day_open(pair: SideBySide) -> bool:
    """Does the claim give a day of which the passage and its context say nothing?"""
    days = [bond for bond in pair.bonds if bond.comparison.claim_figure.kind is Kind.DATE]
    return any(day.relation is Relation.MISSING or _is_year_unmet(day) for day in days)


def _is_year_unmet(day: Bond) -> bool:
    """Does the claim give a year, beside a date of the passage that may or may not be in it: "as of this year"?"""
    figure = day.comparison.claim_figure
    return day.relation is Relation.INCOMPARABLE and str(figure.value)[:_YEAR] in figure.text
