"""When two days contradict each other: both are of one event, or the passage lists all the days there were."""

from __future__ import annotations

from factcheck.models import Figure, Kind, Relation
from factcheck.stance.binding import Bond, gap
from factcheck.stance.features import SideBySide, covered_share, plain_share
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

ONCE = frozenset(  # what happens once, so that two days contradict each other
    stem(word)
    for word in listed("""
    born die birth death release found establish open close sign publish premiere marry elect appoint launch resign
    retire begin start end win beat arrest convict kill murder discover invent deliver adopt approve ratify complete
    finish introduce abolish join leave succeed arrive land destroy divorce create form debut air swear inaugurate
    """)
)
_YEAR, _MONTH_LENGTH = 4, len("2024-11")  # characters of a date
_FIRSTS = frozenset(listed("first earliest oldest"))
_LASTS = frozenset(listed("last latest newest final"))
_LEAST_COVER, _LEAST_PLAIN, _LEAST_FRAME = 0.75, 0.45, 0.35
_TO_DATE = 4  # words from "the first of them" to its date


def is_of_one_event(day: Bond, pair: SideBySide) -> bool:
    """Is a day that differs surely one of the same event?"""
    if day.comparison.claim_figure.kind is not Kind.DATE or day.relation is not Relation.DIFFERENT:
        return False
    if day.derived or day.passage < 0 or day.claim < 0 or day.misplaced:
        return False
    if any(match.covered == 0.0 or match.rival is not None for match in pair.names):
        return False
    return is_outside_the_list(day, pair) or _happens_once(day, pair) or _is_of_the_first(day, pair)


def is_outside_the_list(day: Bond, pair: SideBySide) -> bool:
    """Lists the passage as many days as there were, and not the claim's: "two wars, in 1992 and in 2019"?"""
    words = pair.passage.words
    here = pair.passage.figure_places(day.passage)
    if covered_share(pair) < _LEAST_COVER:
        return False
    own = {stem(each.text) for each in pair.claim.words if each.figure < 0}
    days = [n for n, each in enumerate(pair.passage.figures) if each.kind is Kind.DATE]
    days = [n for n in days if words[pair.passage.figure_places(n)[0]].sentence == words[here[0]].sentence]
    if len(days) < 2 or any(pair.passage.figures[n].value_high is not None for n in days):
        return False
    for number, count in enumerate(pair.passage.figures):
        places = pair.passage.figure_places(number)
        counts = count.kind is Kind.NUMBER and count.value == len(days) and bool(count.noun)
        if counts and places[-1] < here[0] and own & {stem(count.noun or "")}:
            return all(_tells_another(day.comparison.claim_figure, pair.passage.figures[n]) for n in days)
    return False


def _tells_another(figure: Figure, other: Figure) -> bool:
    shorter = min(len(str(figure.value)), len(str(other.value)))
    return str(figure.value)[:shorter] != str(other.value)[:shorter]


def _happens_once(day: Bond, pair: SideBySide) -> bool:
    """Do both date within one year, to the month, what happens but once: "launched in December", "in spring"?"""
    figure, source = day.comparison.claim_figure, day.comparison.source_figure
    if source is None or not all(_tells_the_month(each) for each in (figure, source)):
        return False
    if str(figure.value)[:_YEAR] != str(source.value)[:_YEAR] or day.plain_frame < _LEAST_FRAME:
        return False
    if covered_share(pair) < _LEAST_COVER or plain_share(pair) < _LEAST_PLAIN:
        return False
    if any(bond.relation is Relation.DIFFERENT and bond is not day for bond in pair.bonds):
        return False
    return _tells_a_deed(pair.passage, day.passage) and not _is_done_elsewhere(day, pair)


def _is_done_elsewhere(day: Bond, pair: SideBySide) -> bool:
    """Has the passage what the claim says was done in another place than before the date?"""
    verb = next((n for n in range(pair.predicate, len(pair.claim.words)) if not pair.claim.words[n].stop), -1)
    there = pair.alignment.passage_place(verb) if verb >= 0 else -1
    return there >= 0 and not 0 < pair.passage.figure_places(day.passage)[0] - there <= _TO_DATE


def _tells_the_month(day: Figure) -> bool:
    return isinstance(day.value, str) and len(day.value) >= _MONTH_LENGTH


def _tells_a_deed(reading: Reading, number: int) -> bool:
    """Stands what happens once shortly before a date, in its stretch?"""
    places = reading.figure_places(number)
    clause = reading.words[places[0]].clause
    before = reading.before(number, _TO_DATE)
    return any(word.stem in ONCE and word.clause == clause and word.name < 0 for word in before)


def _is_of_the_first(day: Bond, pair: SideBySide) -> bool:
    """Date both the first, or the last, of what the passage has several of: "the earliest", "the first of them"?"""
    if covered_share(pair) < _LEAST_COVER or plain_share(pair) < _LEAST_PLAIN:
        return False
    here = pair.passage.figure_places(day.passage)
    words = pair.passage.words
    for link in pair.alignment.links:
        mine = pair.claim.words[link.claim].plain
        ranked = _FIRSTS if mine in _FIRSTS else _LASTS if mine in _LASTS else frozenset()
        if not ranked or not link.is_here or words[link.passage].plain not in ranked:
            continue
        behind = [word.plain for word in words[link.passage + 1 : link.passage + 3]]
        if words[link.passage].clause == words[here[0]].clause and behind[:1] == ["of"]:
            return here[0] - link.passage > 0 and gap(link.passage, here) <= _TO_DATE
    return False
