"""What the figures of a passage bear out: which of them keep it from supporting, and which say that it does."""

from __future__ import annotations

import itertools

from factcheck.compare import compare_figures, is_share
from factcheck.figures import extract_figures
from factcheck.models import MET, Bound, Figure, Kind, Relation, Role
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, covered_share, is_finite_verb, is_telling
from factcheck.stance.reading import Reading
from factcheck.stance.slips import LEAST_COVER_SLIP
from factcheck.words import listed, stem

_NO_WHOLES = (Kind.DATE, Kind.ORDINAL)  # "the latter half of the 2nd century", "52% of third graders"
_HAVING = frozenset(listed("has have had is are was were owns own owned employs employ employed"))
_BACK = frozenset(listed("them these those which whom"))
_OF_REACH, _OF_REACH_CLAIM = 3, 5  # words between a part and its whole: "two of the board's seven"
_SINCE_REACH = 8  # words of "since the boiler room caught fire one night in May"
_LEAST_WORKED_FRAME = 0.35
_SUMS = frozenset(
    {
        "difference",
        "change",
        "share",
        "rest",
        "base",
        "ratio",
        "comparison",
        "sum",
        "product",
        "part",
        "complement",
        "both",
        "duration",
        "margin",
    }
)


def keeps_from_support(bond: Bond) -> bool:
    """Is the claim's figure one that the passage does not bear out?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if bond.relation not in MET:
        is_one = bond.relation is Relation.MISSING and figure.value == 1 and figure.text.isalpha()
        if bond.relation is Relation.INCOMPARABLE and source is not None and _is_the_same_unplaced_day(figure, source):
            return False
        is_during = bond.relation is Relation.INCOMPARABLE and source is not None and _is_span_of_dates(source)
        return not (is_one or is_during)
    money = source is not None and figure.kind is source.kind is Kind.MONEY
    if money and source is not None and source.doubt and not figure.doubt and figure.unit != source.unit:
        return True  # "$3.8 million" may be New Zealand dollars, and does not say so
    since = figure.kind is Kind.DATE and figure.hedge == "since" and not bond.derived
    if since and source is not None and source.bound is Bound.EXACT and bond.relation is Relation.WITHIN:
        return True  # every later day is "since" that year
    if source is not None and _only_one_begins(figure, source):
        return True
    return bond.misplaced or bond.noun < 0


def has_gone_on_since(passage: Reading, bond: Bond) -> bool:
    """Is a date of the passage that of the deed since when something goes on: "shut since a fire in May"?"""
    if bond.comparison.claim_figure.hedge != "since" or bond.relation is not Relation.WITHIN or bond.passage < 0:
        return False
    if bond.misplaced or passage.figures[bond.passage].value_high is not None:
        return False
    clause = passage.words[passage.figure_places(bond.passage)[0]].clause
    return any(word.plain == "since" and word.clause == clause for word in passage.before(bond.passage, _SINCE_REACH))


def _only_one_begins(figure: Figure, source: Figure) -> bool:
    """Does something end at one of two dates that begins at the other: "closed until May", "not closed until May"?"""
    hedges = {figure.hedge or "", source.hedge or ""}
    return any(f"not {hedge}" in hedges for hedge in hedges if hedge)


def _is_the_same_unplaced_day(figure: Figure, source: Figure) -> bool:
    """Do both say "last year" in the same words, of which nothing says which year the claim means?

    "Two decades ago" is "20 years ago" in other words.
    """
    if not figure.kind is source.kind is Kind.DATE:
        return False
    mine, theirs = (each.text.lower() for each in (figure, source))
    return mine == theirs or (figure.value is None and _is_one_span(mine, theirs))


def _is_one_span(one: str, other: str) -> bool:
    """Do two texts count one time back from today: "20 years ago", "two decades ago"?"""
    if not (one.endswith(" ago") and other.endswith(" ago")):
        return False
    spans = [extract_figures(each.removesuffix(" ago")) for each in (one, other)]
    return all(len(each) == 1 for each in spans) and compare_figures(*(each[0] for each in spans)).relation in MET


def _is_span_of_dates(figure: Figure) -> bool:
    """Is it a stretch of time, within which what the claim dates may have been?"""
    return figure.kind is Kind.DATE and figure.value_high is not None


def is_whole_of_part(pair: SideBySide, bond: Bond) -> bool:
    """Is the passage's figure the whole of which it counts a part, where the claim counts the whole?"""
    return (
        bond.passage >= 0
        and bond.claim >= 0
        and not bond.derived
        and bond.comparison.claim_figure.kind not in _NO_WHOLES
        and not _tells_how_many_there_are(pair.claim)
        and _is_whole(pair.passage, bond.passage, _OF_REACH)
        and not _is_whole(pair.claim, bond.claim, _OF_REACH_CLAIM)
    )


def is_level_of_now(pair: SideBySide, bond: Bond) -> bool:
    """Says the claim how much it "used to be", and the passage only what it has come to since?"""
    if bond.passage < 0 or bond.derived or pair.passage.figures[bond.passage].role is not Role.TO:
        return False
    used = any(a.plain == "used" and b.plain == "to" for a, b in itertools.pairwise(pair.claim.words))
    return used and not any(word.plain == "used" for word in pair.passage.words)


def is_whole_of_what_is_told(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage say what the claim says only of a share or multiple of a figure, not of the figure itself?

    "22,000 homes lost power; it was back in half of them by noon" has no 22,000 homes with power by noon.
    """
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 and not bond.derived else []
    if not places or bond.relation not in MET or bond.comparison.claim_figure.kind in _NO_WHOLES:
        return False
    words = pair.passage.words
    told = [
        link.passage
        for link in pair.alignment.links
        if link.claim >= pair.predicate and link.is_here
        if words[link.passage].name < 0 and words[link.passage].figure < 0
        if words[link.passage].plain != bond.comparison.claim_figure.noun
    ]
    for other in range(bond.passage + 1, len(pair.passage.figures)):
        there = pair.passage.figure_places(other)
        if words[there[0]].sentence != words[places[0]].sentence or not _points_back(pair.passage, there):
            continue
        start = _stretch_start(pair.passage, places[-1], there[0])
        if start > 0 and _counts_only_the_share(pair, bond, start):
            return True
        return start > 0 and bool(told) and all(place >= start for place in told)
    return False


def _counts_only_the_share(pair: SideBySide, bond: Bond, start: int) -> bool:
    """Counts a claim what is said of the share alone: "640 apprentices", of "640 people, half of them apprentices"?"""
    source, noun = bond.comparison.source_figure, stem(bond.comparison.claim_figure.noun or "")
    if source is None or not noun or noun == stem(source.noun or ""):
        return False
    links = [link for link in pair.alignment.links if pair.claim.words[link.claim].stem == noun]
    return any(link.covered and not link.in_context and link.passage >= start for link in links)


def _points_back(passage: Reading, places: list[int]) -> bool:
    """Is a share or multiple of what stands before it: "half of them", "twice as many were"?"""
    behind = [word.plain for word in passage.words[places[-1] + 1 : places[-1] + 8]]
    if behind[:1] == ["of"] and behind[1:2] and behind[1] in _BACK:
        return is_share(passage.figures[passage.words[places[0]].figure])
    behind = behind[1:] if behind[:1] == ["times"] else behind
    return behind[:1] == ["as"] and behind[1:2] in (["many"], ["much"]) and "as" not in behind[2:]


def _stretch_start(passage: Reading, last: int, first: int) -> int:
    """Return where the stretch of a later figure begins, at a mark or "and" behind the earlier one; 0 for none."""
    words = passage.words
    starts = [
        place
        for place in range(last + 1, first + 1)
        if words[place].clause != words[place - 1].clause or words[place].plain in ("and", "but", "while")
    ]
    return starts[0] if starts else 0


def _tells_how_many_there_are(claim: Reading) -> bool:
    """Does a claim only say that there are so many: "has a fleet of 62 aircraft", "there are 94 turbines"?"""
    told = [word.plain for word in claim.words if is_finite_verb(word)]
    return bool(told) and all(plain in _HAVING for plain in told)


def _is_whole(reading: Reading, number: int, reach: int) -> bool:
    """Does a figure stand behind another figure and an "of": "eleven of its 94 turbines"?"""
    before = reading.before(number, reach)
    at = next((place for place, word in enumerate(before) if word.plain == "of"), -1)
    return at > 0 and before[at - 1].figure >= 0


def is_near_date(bond: Bond) -> bool:
    """Is it a date that the passage's does not rule out?"""
    return bond.comparison.claim_figure.kind is Kind.DATE and bond.relation is Relation.WITHIN


def is_worked_out(pair: SideBySide) -> bool:
    """Do the passage's figures give the claim's by a sum that is of the same words, and are all its names there?"""
    derived = [bond for bond in pair.bonds if bond.derived in _SUMS and bond.noun > 0]
    agree = all(bond.relation in MET for bond in pair.bonds)
    named = all(match.covered > 0.0 for match in pair.names)
    return agree and named and any(bond.plain_frame >= _LEAST_WORKED_FRAME for bond in derived)


def shares_a_figure(pair: SideBySide) -> bool:
    """Have both a figure that two texts seldom share by chance, so that what is turned is surely of one thing?"""
    named = all(match.covered > 0.0 and match.rival is None and not match.passed_over for match in pair.names)
    agree = all(bond.relation in MET and bond.noun >= 0 for bond in pair.bonds)
    telling = any(is_telling(bond.comparison.claim_figure) and not bond.misplaced for bond in pair.bonds)
    return named and agree and telling and covered_share(pair) >= LEAST_COVER_SLIP


def figures_tell(pair: SideBySide) -> bool:
    """Are all the claim's figures met, one of them by a sum or of more than one digit, which is no chance?"""
    if not all(bond.relation in MET and bond.noun >= 0 for bond in pair.bonds):
        return False
    return any(bond.derived or is_telling(bond.comparison.claim_figure) for bond in pair.bonds)
