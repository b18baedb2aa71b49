"""When a passage is surely enough about what the claim is about for a verdict to rest on its stance."""

from __future__ import annotations

from factcheck.compare import compare_figures
from factcheck.models import MET, Figure, Kind, Relation, Stance
from factcheck.stance.align import Link
from factcheck.stance.anchors import is_beside_an_anchor, is_dated_by_an_anchor, is_share_of_the_same
from factcheck.stance.binding import Bond
from factcheck.stance.clock_rulings import gives_no_time
from factcheck.stance.denials import denies_nothing
from factcheck.stance.excuses import denied, denies_more, is_far_apart, is_of_another_match
from factcheck.stance.features import SideBySide, covered_share, is_telling, plain_share
from factcheck.stance.figure_conflicts import (
    EXCUSES,
    LEAST_FRAME,
    are_denied_unlike,
    are_ranks,
    counts_a_part,
    leaves_a_day_open,
)
from factcheck.stance.figure_supports import figures_tell
from factcheck.stance.lexicon import Kin
from factcheck.stance.names import free_names
from factcheck.stance.one_event import ONCE, is_of_one_event
from factcheck.stance.other_names import has_another_place, refers_to_another, someone_else
from factcheck.stance.other_statements import OTHER_STATEMENTS
from factcheck.stance.reference import opening_reference
from factcheck.stance.rulings import Ruling
from factcheck.stance.slips import is_misbound, is_slip
from factcheck.stance.turned import ALIKE, is_excused
from factcheck.words import listed, stem

_GATE_PLAIN_SUPPORT = 0.35
_GATE_PLAIN_FIGURES = 0.2  # where the figures say that both speak of one thing
_GATE_SUPPORT, _GATE_CONFLICT, _GATE_PLAIN = 0.55, 0.6, 0.5  # least shares covered for a stance to be shown
_GATE_PLAIN_TURNED = 0.4  # where what conflicts is known, less of the rest need be in the passage's own words
_SURE_WORDS, _SURE_COVER = 0.85, 0.75  # from which on a conflict of words may leave a gap
_TELLING = 8.0  # bits of a word without which a passage is about something else
_OF_A_KIND, _IN_PLACE = 0.7, 0.45  # how alike and how well in place a word must be to stand for the claim's
_LINKING = frozenset(  # verbs that only say that a figure is of something
    stem(word) for word in listed("represent constitute comprise account amount total number")
)
_MONTH_LENGTH = len("2024-11")
_FRAMED = 0.7
_FULL_COVER, _FULL_PLAIN = 0.9, 0.6


def passes_gate(pair: SideBySide, stance: Stance, ruling: Ruling, *, score: float = 0.0, beside: bool = False) -> bool:
    """Is the passage surely about what the claim is about, so that a verdict may rest on it?

    Wording of which the model is very sure (`score`) may lack one word of the claim.
    `beside` another source that takes the other side, fewer of the claim's own words need be there. Where the ruling
    names what is turned round, that word is the one which may be missing.
    """
    if stance is Stance.NEUTRAL:
        return True
    if refers_to_another(pair):
        return False
    if stance is Stance.SUPPORTS:
        least_plain = _GATE_PLAIN_FIGURES if figures_tell(pair) else _GATE_PLAIN_SUPPORT
        if beside or _is_worked_out_of_the_named(pair) or _says_the_same(pair):
            least_plain = 0.0
        about = covered_share(pair) >= _GATE_SUPPORT and plain_share(pair) >= least_plain
        if _lacks_proper_subject(pair):
            return False
        nameless = any(match.covered == 0.0 for match in pair.names) and opening_reference(pair.passage) is None
        other = someone_else(pair) or has_another_place(pair)
        if ruling.worked_out and any(_is_part_of_something_else(bond, pair) for bond in pair.bonds):
            return False
        return about and not ruling.no_support and not nameless and not other
    if ruling.conflict is None and denies_more(pair):
        return False
    if ruling.conflict is not None and _is_said_before(pair, ruling.conflict):
        return False
    if ruling.is_sure:
        return True
    slip = ruling.conflict is not None and is_slip(ruling.conflict)
    if ruling.conflict is not None and are_ranks(ruling.conflict, pair):
        named = all(match.in_passage for match in pair.names) or opening_reference(pair.passage) is not None
        return (named or not free_names(pair.passage, pair.alignment)) and not someone_else(pair)
    if ruling.conflict is not None and is_misbound(ruling.conflict, pair):
        return True
    anchored = ruling.conflict is not None and _rests_on_an_anchor(ruling.conflict, pair)
    if _only_another_day(pair) and not slip and not anchored:
        return False
    if someone_else(pair) and not (ruling.conflict and _is_anchored(pair)):
        return False
    gaps = 0 if beside or anchored else sum(_leaves_a_gap(pair, link) for link in pair.alignment.links)
    gaps += 0 if beside else gives_no_time(pair)
    by_words = not ruling.turned and ruling.conflict is None
    sure = by_words and score >= _SURE_WORDS and covered_share(pair) >= _SURE_COVER
    if gaps > bool(ruling.turned or slip or sure or _is_of_words(ruling.conflict) or _is_framed(ruling.conflict)):
        return False
    if slip:
        return True
    if by_words and (any(_is_refused(bond, pair) for bond in pair.bonds) or _rests_on_excused(pair)):
        return False
    if is_of_another_match(pair):
        return False
    if ruling.conflict is None and any(_is_unmet_count(bond) or counts_a_part(bond, pair) for bond in pair.bonds):
        return False
    if ruling.conflict is not None and any(match.rival is not None for match in pair.names):
        return False
    if anchored:
        return True
    least_plain = (
        0.0
        if beside or _says_the_same(pair)
        else _GATE_PLAIN_TURNED
        if ruling.turned or ruling.conflict
        else _GATE_PLAIN
    )
    return covered_share(pair) >= _GATE_CONFLICT and plain_share(pair) >= least_plain


def _is_said_before(pair: SideBySide, conflict: Bond) -> bool:
    """Says the sentence before the claim's own figure and its day, so that the passage's is of something else?"""
    figure = conflict.comparison.claim_figure
    dated = any(b.passage < 0 and b.relation in MET and b.comparison.claim_figure.kind is Kind.DATE for b in pair.bonds)
    if not dated or figure.kind is Kind.DATE or not is_telling(figure):
        return False
    return any(compare_figures(figure, other).relation is Relation.EQUAL for other in pair.context.figures)


def _lacks_proper_subject(pair: SideBySide) -> bool:
    """Is the claim about "the Conservatives", of whom neither the passage nor what stands around it has a word?"""
    words = pair.claim.words
    subject = [k for k in pair.alignment.links if 0 < k.claim < pair.predicate and words[k.claim].figure < 0]
    return (
        bool(subject)
        and not any(k.covered for k in subject)
        and all(words[k.claim].text[:1].isupper() and words[k.claim].name < 0 for k in subject)
    )


def _says_the_same(pair: SideBySide) -> bool:
    """Points the passage with "the same charge" to the sentence before, which has all that it lacks of the claim?"""
    words = pair.passage.words
    if not any(word.plain == "same" and place and words[place - 1].plain == "the" for place, word in enumerate(words)):
        return False
    before = {word.stem for word in pair.context.words if word.sentence == pair.context.words[-1].sentence}
    lacking = [pair.claim.words[k.claim] for k in pair.alignment.links if not k.is_here]
    named = all(match.in_passage for match in pair.names)
    return named and bool(lacking) and all(not before.isdisjoint(word.stems) for word in lacking)


def _is_worked_out_of_the_named(pair: SideBySide) -> bool:
    """Does a figure worked out of the passage agree, which names all that the claim names, under its own heading?"""
    derived = any(bond.derived and bond.relation in MET and bond.noun > 0 for bond in pair.bonds)
    named = bool(pair.names) and all(match.in_passage and match.covered == 1.0 for match in pair.names)
    return derived and named and covered_share(pair) >= _FULL_COVER


def _is_part_of_something_else(bond: Bond, pair: SideBySide) -> bool:
    """Is a share worked out of a part of which the passage says nothing that the claim does?

    "Of the 126 riders, 97 finished" gives three quarters that finished, and none who "went to hospital".
    """
    source = bond.comparison.source_figure
    if bond.derived != "share" or bond.relation not in MET or source is None:
        return False
    words = pair.passage.words
    last = max((place for place, word in enumerate(words) if word.start < source.end), default=0)
    behind = [p for p in range(last + 1, len(words)) if words[p].clause == words[last].clause and not words[p].stop]
    links = pair.alignment.links
    told = any(k.is_here and k.passage in behind for k in links)
    return bool(behind) and not told and any(_leaves_a_gap(pair, k) for k in links if k.claim >= pair.predicate)


def is_said_in_full(pair: SideBySide) -> bool:
    """Has the passage all but all that the claim says, most of it in its own words, and each of its figures?

    Where nothing speaks against it, wording of which the model is only half sure is then enough.
    """
    agree = all(bond.relation in MET and bond.noun >= 0 and not bond.misplaced for bond in pair.bonds)
    return agree and covered_share(pair) >= _FULL_COVER and plain_share(pair) >= _FULL_PLAIN


def _rests_on_an_anchor(conflict: Bond, pair: SideBySide) -> bool:
    """Is it sure by another figure of both that a figure of the conflict is of the same thing?"""
    if is_share_of_the_same(conflict, pair) or is_dated_by_an_anchor(conflict, pair):
        return True
    return is_beside_an_anchor(conflict, pair) or is_of_one_event(conflict, pair)


def _is_anchored(pair: SideBySide) -> bool:
    """Has the passage another figure of the claim, of many digits and of the same noun?"""
    return any(
        bond.relation is Relation.EQUAL
        and bond.noun > 0
        and not bond.misplaced
        and not bond.derived
        and is_telling(bond.comparison.claim_figure)
        for bond in pair.bonds
    )


def _is_refused(bond: Bond, pair: SideBySide) -> bool:
    """Is it a figure that differs, but is of something else, or a count of which nothing says that it is not?"""
    figure = bond.comparison.claim_figure
    if bond.relation is not Relation.DIFFERENT:
        return False
    if figure.kind is Kind.DATE:
        return any(excuse(pair, bond) for excuse in OTHER_STATEMENTS)
    if leaves_a_day_open(pair):
        return True
    if are_denied_unlike(bond, pair):
        return True
    is_bare = figure.kind is Kind.NUMBER and bond.noun <= 0 and bond.plain_frame < LEAST_FRAME
    return is_bare or (is_far_apart(bond) and not is_slip(bond)) or any(excuse(pair, bond) for excuse in EXCUSES)


def _rests_on_excused(pair: SideBySide) -> bool:
    """Are all opposites and negations, of which there are some, ones that contradict nothing?"""
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.is_here and claim[k.claim].name < 0]
    opposite = [k for k in links if k.kin is Kin.OPPOSITE]
    apart = [k for k in links if (claim[k.claim].depth - passage[k.passage].depth) % 2]
    if not opposite and not apart:
        return False
    return all(is_excused(k, pair) for k in opposite) and (denies_nothing(pair) or not denied(pair, apart))


def _is_unmet_count(bond: Bond) -> bool:
    """Has the passage no counterpart to a figure of the claim that is no date, and no bare "one"?"""
    figure = bond.comparison.claim_figure
    return bond.relation is Relation.MISSING and figure.kind is not Kind.DATE and figure.value != 1


def _is_of_words(conflict: Bond | None) -> bool:
    """Does the conflict rest on a quantifier or a comparative, whose own word the passage need not have?"""
    return conflict is not None and conflict.derived in ("quantifier", "comparison")


def _is_framed(conflict: Bond | None) -> bool:
    """Count both figures of a conflict the same thing among the same words, so that one of these may be another?"""
    return conflict is not None and conflict.noun > 0 and conflict.plain_frame >= _FRAMED


def _only_another_day(pair: SideBySide) -> bool:
    """Does the passage speak of another time, of a thing that may be so at one time and not at another?"""
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT]
    days = [bond for bond in different if bond.comparison.claim_figure.kind is Kind.DATE]
    days = [day for day in days if not _dates_another_figure(day, pair)]
    if not days or _are_days_of_one_event(days[0], pair):
        return False
    if any(not link.covered for link in pair.alignment.links) or len(different) > 1:
        return True
    once = _is_the_first(pair) or _is_the_last(pair) or any(word.stem in ONCE for word in pair.claim.words)
    return not (_is_since_both(days[0]) or once)


def _is_the_first(pair: SideBySide) -> bool:
    """Do both tell of the first, or the third, of one kind, which there is but once: "the first case"?"""
    return any(
        bond.comparison.claim_figure.kind is Kind.ORDINAL and bond.relation is Relation.EQUAL and bond.noun > 0
        for bond in pair.bonds
    )


def _is_the_last(pair: SideBySide) -> bool:
    """Do both tell when the same was last done, which has but one answer: "was last dredged in 2019"?"""
    claim, passage = pair.claim.words, pair.passage.words
    lasts = {place + 1 for place, word in enumerate(claim) if word.plain == "last" and word.figure < 0}
    return any(
        k.claim in lasts and k.covered and k.passage > 0 and passage[k.passage - 1].plain == "last"
        for k in pair.alignment.links
    )


def _dates_another_figure(day: Bond, pair: SideBySide) -> bool:
    """Stands the passage's day behind a figure of its own, in another stretch than the amount that both texts give?

    "Debt rose to £1.3bn, against £1.1bn at the end of 2022" dates the £1.1bn.
    """
    here = pair.passage.figure_places(day.passage) if day.passage >= 0 else []
    words = pair.passage.words
    met = [
        pair.passage.figure_places(bond.passage)[0]
        for bond in pair.bonds
        if bond.passage >= 0 and bond.relation is Relation.EQUAL and is_telling(bond.comparison.claim_figure)
    ]
    if not here or not met or any(words[place].clause == words[here[0]].clause for place in met):
        return False
    between = range(max([place for place in met if place < here[0]], default=here[0]), here[0])
    return any(
        words[place].clause == words[here[0]].clause
        and words[place].figure >= 0
        and pair.passage.figures[words[place].figure].kind is not Kind.DATE
        for place in between
    )


def _are_days_of_one_event(bond: Bond, pair: SideBySide) -> bool:
    """Do both date to a month or day what is told in the same words, and without an amount that may change in time?"""
    source = bond.comparison.source_figure
    if len(pair.bonds) > 1 or source is None or covered_share(pair) < ALIKE:
        return False
    if any(_leaves_a_gap(pair, link) for link in pair.alignment.links):
        return False
    return _tells_the_month(bond.comparison.claim_figure) and _tells_the_month(source)


def _tells_the_month(day: Figure) -> bool:
    """Does a date tell at least the month, and is it no stretch of time?"""
    return isinstance(day.value, str) and len(day.value) >= _MONTH_LENGTH and day.value_high is None


def _is_since_both(bond: Bond) -> bool:
    """Do both say since when: "the thickest since 1915", "the thickest since 1951"?"""
    source = bond.comparison.source_figure
    return source is not None and bond.comparison.claim_figure.hedge == source.hedge == "since"


def _leaves_a_gap(pair: SideBySide, link: Link) -> bool:
    """Is a telling word of the claim neither in the passage nor another of its kind in its place?"""
    word = pair.claim.words[link.claim]
    if link.covered or word.weight < _TELLING or word.stem in _LINKING:
        return False
    if word.name >= 0 and pair.names[word.name].covered > 0.0:  # "Ms Delgado" for "Marisol Delgado"
        return False
    likely = (found for found in pair.substitutes if found.claim == link.claim)
    return not any(found.likeness >= _OF_A_KIND and found.fit >= _IN_PLACE for found in likely)
