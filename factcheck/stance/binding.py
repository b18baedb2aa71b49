"""Which figure of the passage measures what a figure of the claim measures: the best joint assignment."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from factcheck.compare import compare_figures, is_fraction, is_share
from factcheck.figures.units import dimension
from factcheck.models import MET, Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.stance.align import STRENGTH, Alignment
from factcheck.stance.alike import are_holders, as_one_kind, is_near_amount
from factcheck.stance.counted_ranks import nth_in_its_span, passage_count
from factcheck.stance.lexicon import VERB_FIELDS, Kin, exclusive, field, is_known, kin, meaning_fields
from factcheck.stance.reading import Reading, Word
from factcheck.stance.same_count import (
    count_of_rank,
    implied_count,
    is_apposed_share,
    is_governed_by_noun,
    is_part_of_whole,
    names_the_whole,
    noun_of_one_count,
    whole_places,
)
from factcheck.stance.told_in_order import told_in_order
from factcheck.values import dataclass, replace
from factcheck.words import is_irregular, likeness, listed, stem

SAME_NOUN, OTHER_NOUN, EQUAL_VALUE, FRAME, SAME_ROLE, OTHER_ROLE = 3.0, -2.5, 1.5, 4.0, 1.0, -3.0
LEAST_FIT = 1.0
UNCLEAR_VALUE = 0.5  # what may agree is a better partner than what cannot
OTHERS_WORDS = -3.5  # what the claim's figure is of belongs, in the passage, to another figure
_COMPLEMENT = 6
_HEAD = 4
_BEYOND, _FAR_BEYOND = 2, 25  # times a claim's bound: another figure is likelier to be meant, or surely is
_BEFORE_PART = 4  # words before a part: "of whom only about"
_RIGHT_AHEAD = 3  # words before a figure within which a verb governs it
_LEAST_LIKENESS = 0.7
_SAYING = frozenset(stem(word) for word in listed("say tell announce report publish release"))
_JOINTS = frozenset(listed("and or then"))
_OWNERS = frozenset(listed("the its their his her these those all"))
_WHOLES = frozenset(listed("which whom them these those"))
_DATING = frozenset(listed("in on at by since until"))
_EACH = frozenset(listed("every each another"))
_CONTRASTS = frozenset(listed("against compared from to than versus instead rather not but while"))
_LIFE = {
    "birth": frozenset(stem(word) for word in listed("born birth birthday old")),
    "death": frozenset(stem(word) for word in listed("die death dead kill murder assassinate perish")),
}
_LIMITS = frozenset({"limited to", "capped at", "restricted to"})
_MOST_OPTIONS = 4
_MOST_JOINT = 5  # claims with more figures are rare, and their joint assignments many


@dataclass(frozen=True, slots=True)
class Bond:
    """A figure of the claim and the passage figure bound to it, with how the two were judged to belong together.

    `misplaced` says that the words behind the claim's figure stand in the passage behind another figure.
    `plain_frame` is `frame` over words that are no names and stand in the passage itself.

    `frame` is how much of what stands around the claim's figure stands around the passage's, 0 to 1; `noun` is
    1 where both count the same thing, -1 where they count different things, 0 where that is unknown. `derived`
    names how the passage's figure was worked out; `inverts` says that it counts what the stated figure leaves out.
    """

    claim: int
    passage: int
    comparison: Comparison
    fit: float = 0.0
    frame: float = 0.0
    noun: int = 0
    plain_frame: float = 0.0
    misplaced: bool = False
    derived: str = ""
    inverts: bool = False

    @property
    def relation(self) -> Relation:
        """Return how the two figures compare."""
        return self.comparison.relation


def bind_figures(claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> list[Bond]:
    """Return a bond for each figure of the claim; a figure that nothing measures gets a `missing` one.

    A date that the passage leaves to its heading or to the sentence before is taken from there.
    """
    options = [_options(claim, passage, alignment, number) for number in range(len(claim.figures))]
    joint = len(options) <= _MOST_JOINT
    chosen = _best_assignment(options, frozenset())[1] if joint else _greedy_assignment(options)
    if joint and _is_of_two_minds(chosen, claim, passage):
        chosen = _best_pairs(options, claim, passage) or chosen
    return [
        _from_nth(number, claim, passage, alignment, bond)
        or bond
        or _from_context(number, figure, context)
        or _from_implied(number, figure, passage)
        or Bond(number, -1, compare_figures(figure, None))
        for number, (figure, bond) in enumerate(zip(claim.figures, chosen, strict=True))
    ]


def _from_context(number: int, figure: Figure, context: Reading) -> Bond | None:
    """Return a date of the claim bound to the same date in the context, if that has it."""
    if figure.kind is not Kind.DATE:
        return None
    for candidate in context.figures:
        comparison = compare_figures(figure, candidate)
        if comparison.relation in MET:
            return Bond(number, -1, comparison, LEAST_FIT, 0.3)
    return None


def _from_nth(number: int, claim: Reading, passage: Reading, alignment: Alignment, stated: Bond | None) -> Bond | None:
    """Return a count bound to the rank that the last of its kind has: "two strikes this year" to "the second"."""
    if not any(each.kind is Kind.ORDINAL for each in passage.figures):
        return None
    if stated is not None and (stated.noun > 0 or stated.relation in MET):
        return None
    rank = nth_in_its_span(claim, number, passage)
    if rank is None:
        return None
    comparison = compare_figures(claim.figures[number], passage_count(rank))
    comparison = replace(comparison, source_figure=rank, note=f"the source speaks of the {rank.text} {rank.noun}")
    mine = claim.figure_places(number)
    theirs = [place for place, word in enumerate(passage.words) if word.start < rank.end and word.end > rank.start]
    frames = [frame_overlap(claim, passage, alignment, mine, theirs, plain=plain) for plain in (False, True)]
    return Bond(number, -1, comparison, LEAST_FIT, frames[0], 1, frames[1])


def _from_implied(number: int, figure: Figure, passage: Reading) -> Bond | None:
    """Return a count bound to a figure without a numeral of the same value and noun: "both days" to "two days"."""
    implied = implied_count(figure, passage) or count_of_rank(figure, passage)
    if implied is None:
        return None
    return Bond(number, -1, compare_figures(figure, implied), LEAST_FIT, frame=0.3, noun=1)


def _options(claim: Reading, passage: Reading, alignment: Alignment, number: int) -> list[Bond]:
    """Return the passage figures that may measure what one claim figure does, best first."""
    bonds = []
    for other in range(len(passage.figures)):
        bond = bond_of(claim, passage, alignment, number, other)
        if bond is not None and bond.fit >= LEAST_FIT:
            bonds.append(bond)
    return sorted(bonds, key=lambda bond: (-bond.fit, bond.passage))[:_MOST_OPTIONS]


def bond_of(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> Bond | None:
    """Return one claim figure bound to one passage figure, None where they are of different kinds."""
    figure, candidate = as_one_kind(claim, number, passage, other)
    if not _same_sort(figure, candidate) or _is_multiple(claim, number) is not _is_multiple(passage, other):
        return None
    if _tells_when_it_was_said(passage, other):
        return None
    comparison = _compared(_as_limit(figure), candidate)
    places = claim.figure_places(number), passage.figure_places(other)
    head = list_start(passage, other)
    frame = frame_overlap(claim, passage, alignment, *places, head=head)
    noun = noun_agreement(figure, candidate, noun_of(claim, number), noun_of(passage, other))
    if noun < 0 and _owners_are_counted(claim, number, noun_of(passage, other)):
        noun = 1
    if noun < 0 and (_counts_no_noun(claim, number) or _counts_no_noun(passage, other)):
        noun = 0
    if noun < 0 and is_near_amount(figure, candidate) and are_holders(claim, number, passage, other, alignment):
        noun = 0
    governed = comparison.relation is Relation.EQUAL and is_governed_by_noun(claim, number, passage, other, alignment)
    if governed or noun < 0:
        noun = 1 if governed else noun_of_one_count(figure, candidate, comparison)
    if noun < 0 and names_the_whole(claim, number, passage, other, alignment):
        noun = 0
    if candidate.noun in _LIFE:
        noun = _life_agreement(claim, candidate)
    fit = FRAME * frame + 0.5
    fit += SAME_NOUN if noun > 0 else OTHER_NOUN if noun < 0 else 0.5
    if noun < 0 and _are_named_otherwise(figure, candidate, comparison, alignment, claim, passage):
        noun = 0
        fit += -OTHER_NOUN
    if comparison.relation in MET:
        fit += UNCLEAR_VALUE if _is_beyond(figure, candidate, _BEYOND) else EQUAL_VALUE
    elif comparison.relation is Relation.INCOMPARABLE:
        fit += UNCLEAR_VALUE
    whole = comparison.relation is Relation.EQUAL and (
        _is_whole_of_a_part(passage, other) or _is_whole_of_a_later_part(claim, passage, alignment, other)
    )
    order = told_in_order(claim, passage, alignment, other)
    misplaced = (
        order < 0
        or (order == 0 and _is_of_another(claim, passage, alignment, number, other) and not (whole or governed))
        or _is_only_of_part(claim, passage, alignment, number, other)
        or _is_level_of_change(figure, passage, other)
        or _is_of_those_counted(claim, passage, alignment, number, other)
    )
    if misplaced:
        fit += OTHERS_WORDS
    fit += _role_fit(figure.role, candidate.role)
    plain = frame_overlap(claim, passage, alignment, *places, plain=True, head=head)
    return Bond(number, other, comparison, fit, frame, noun, plain, misplaced)


def _is_multiple(reading: Reading, number: int) -> bool:
    """Does a figure say how many times something is another: "twice", "three times as many"? It counts nothing."""
    figure = reading.figures[number]
    if figure.kind is not Kind.NUMBER or figure.unit is not None:
        return False
    behind = [word.plain for word in reading.behind(number, 2)]
    if figure.text.lower() in ("twice", "thrice"):
        return behind[:1] in (["as"], ["the"], ["that"])
    return behind == ["times", "as"]


def _is_of_another(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> bool:
    """Do the words at the claim's figure stand in the passage at another figure of the same kind?

    "£470m from arms deals" is not borne out by "£4.5bn from arms deals, as well as £470m from support", nor
    "a profit of £8m" by "a profit of £3m against a loss of £8m".
    """
    mine, theirs = claim.figure_places(number), passage.figure_places(other)
    rivals = _rival_places(passage, other)
    if is_part_of_whole(claim, number) and is_part_of_whole(passage, other):
        rivals = [rival for rival in rivals if rival[0] not in whole_places(passage, other)]
    if not rivals:
        return False
    if _is_governed_elsewhere(claim, passage, alignment, (mine[0], theirs[0]), [first for first, _ in rivals]):
        return True
    head = list_start(passage, other)
    votes: list[bool] = []
    nouns = 0
    counted = stem(claim.figures[number].noun or "") if claim.figures[number].kind is Kind.NUMBER else ""
    for place in _words_at(claim, mine):
        there = nearest_of_stem(passage, alignment.passage_place(place), theirs)
        if head and 0 <= there <= head[-1]:
            continue  # what stands before a list is said of each of its figures
        if there >= 0 and passage.words[there].sentence == passage.words[theirs[0]].sentence:
            owner = _owner(passage, there, [*rivals, (theirs[0], theirs[-1])], before=place < mine[0])
            apart = passage.words[there].clause != passage.words[theirs[0]].clause
            votes += [] if owner < 0 else [owner == theirs[0]] * (2 if apart and owner != theirs[0] else 1)
            nouns += owner == theirs[0] and claim.words[place].stem == counted
    if votes.count(False) == votes.count(True) == nouns:
        return nouns > 0  # a noun is often said once for both: "1,200 people survived and 300 were killed"
    return votes.count(False) > votes.count(True)


def _is_governed_elsewhere(
    claim: Reading, passage: Reading, alignment: Alignment, figures: tuple[int, int], rivals: Sequence[int]
) -> bool:
    """Leads the claim's verb to another figure, and another verb to this one: "fell to 187p … to close at 191p"?

    `figures` are the first places of the claim's figure and of the passage's, `rivals` those of the others.
    """
    leading = _leading_verb(claim, figures[0])
    there = alignment.passage_place(leading) if leading >= 0 else -1
    here = _leading_word(passage, figures[1])
    is_money = passage.figures[passage.words[figures[1]].figure].kind is Kind.MONEY
    if (
        is_money
        and here < 0 <= there
        and figures[1] < there
        and any(_leading_verb(passage, first) == there for first in rivals)
    ):
        return True  # "has promised £75m" of "asked the state for £75m but was promised £20m"
    if there < 0 or here < 0 or passage.figures[passage.words[figures[1]].figure].kind in (Kind.DATE, Kind.ORDINAL):
        return False
    verb = passage.words[there].stem
    leads = [place for first in rivals if (place := _leading_word(passage, first)) >= 0 and place != here]
    return passage.words[here].stem != verb and any(passage.words[place].stem == verb for place in leads)


def _leading_word(reading: Reading, figure: int) -> int:
    """Return the place of the verb that leads to a figure, or of the noun of "debts of £9m"; -1 for none."""
    verb = _leading_verb(reading, figure)
    if verb >= 0 or figure < 2 or reading.words[figure - 1].plain != "of":
        return verb
    noun = reading.words[figure - 2]
    return -1 if noun.stop or noun.name >= 0 or noun.figure >= 0 else figure - 2


def _leading_verb(reading: Reading, figure: int) -> int:
    """Return the place of the verb that leads to a figure in its stretch, over a name, a date, "at"; -1 for none."""
    kind = reading.figures[reading.words[figure].figure].kind
    for place in range(figure - 1, max(-1, figure - 1 - _COMPLEMENT), -1):
        word = reading.words[place]
        other = reading.figures[word.figure].kind if word.figure >= 0 else None
        if other is kind or word.clause != reading.words[figure].clause or word.plain in _JOINTS:
            return -1
        if other is None and not word.stop and word.name < 0:
            may_tell = any(each in VERB_FIELDS for each in meaning_fields(word.stem)) or is_irregular(word.plain)
            return place if may_tell or word.plain.endswith("ed") else -1
    return -1


def _is_whole_of_a_part(passage: Reading, other: int) -> bool:
    """Does a figure stand behind a part of it, so that what follows is counted by both: "14 of its 62 engines"?"""
    places = passage.figure_places(other)
    words = passage.words
    at = places[0] - 1
    while at > 0 and words[at].plain in _OWNERS:
        at -= 1
    return at > 0 and words[at].plain == "of" and words[at - 1].figure >= 0


def _is_whole_of_a_later_part(claim: Reading, passage: Reading, alignment: Alignment, other: int) -> bool:
    """Is a part of a figure counted behind it by what the claim does not say: "500 captives, 312 of them soldiers"?

    Not "22 were treated, three of them in intensive care", where intensive care is what the claim tells of.
    """
    places = passage.figure_places(other)
    words = passage.words
    part = next((place for place in range(places[-1] + 1, len(words) - 2) if words[place].figure >= 0), -1)
    if part < 0 or words[part].sentence != words[places[0]].sentence:
        return False
    if words[part + 1].plain != "of" or words[part + 2].plain not in _WHOLES:
        return False
    alike = passage.figures[words[part].figure].kind is passage.figures[other].kind
    return alike and not any(k.covered and k.passage > part and claim.words[k.claim].name < 0 for k in alignment.links)


def _is_level_of_change(figure: Figure, passage: Reading, other: int) -> bool:
    """Is it a level, where the claim tells a change and the passage has another one for it: "£94 more, or £2,012"?"""
    candidate = passage.figures[other]
    if figure.role is not Role.CHANGE or candidate.role not in (None, Role.LEVEL, Role.TO) or not candidate.unit:
        return False
    if is_share(candidate) or candidate.kind is Kind.PERCENT:
        return False  # "rises of 5 per cent this year, 4 per cent next year" are changes all
    return any(
        each.role is Role.CHANGE and each.kind is candidate.kind and each.unit == candidate.unit
        for place, each in enumerate(passage.figures)
        if place != other
    )


def _is_only_of_part(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> bool:
    """Does the passage count a part by what the claim does not say: "twelve were found, eight of which were mended"?

    Of the eight it says that they were mended, not that only so many were found.
    """
    theirs = passage.figure_places(other)
    words = passage.words
    if passage.figures[other].kind is not Kind.NUMBER or not _counts_of_whole(passage, theirs):
        return False
    if [word.plain for word in claim.behind(number, 1)] == ["of"]:
        return False
    sentence = words[theirs[0]].sentence
    met = [k.passage for k in alignment.links if k.is_here and words[k.passage].sentence == sentence]
    return any(place < theirs[0] for place in met) and not any(place > theirs[-1] for place in met)


def _is_of_those_counted(claim: Reading, passage: Reading, alignment: Alignment, number: int, other: int) -> bool:
    """Is what the claim measures, in the passage, only the whole that a share is of: "88 per cent of those voting"?

    The share of voters who did something is not the turnout, nor "31 per cent of arrivals" how many arrived.
    """
    mine, theirs = claim.figure_places(number), passage.figure_places(other)
    if not is_share(passage.figures[other]) or [word.plain for word in claim.behind(number, 1)] == ["of"]:
        return False
    if [word.plain for word in passage.behind(other, 2)] != ["of", "those"]:
        return False
    measured = next((place for place in range(mine[0]) if not claim.words[place].stop), -1)
    whole = range(theirs[-1] + 3, theirs[-1] + 3 + _HEAD)
    return measured >= 0 and alignment.passage_place(measured) in whole


def _compared(figure: Figure, candidate: Figure) -> Comparison:
    """Return two figures compared: what is ever so far beyond a claim's bound is no more than not ruled out by it.

    Nobody says "more than a tenth of a second" of two minutes.
    """
    comparison = compare_figures(figure, candidate)
    if comparison.relation in MET and _is_beyond(figure, candidate, _FAR_BEYOND):
        return replace(comparison, relation=Relation.INCOMPARABLE)
    return comparison


def _is_beyond(figure: Figure, candidate: Figure, times: int) -> bool:
    """Is another figure so many times more than what the claim says it is more than, or less in the same way?"""
    mine, theirs = figure.value, candidate.value
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or mine <= 0 or theirs <= 0:
        return False
    if figure.unit != candidate.unit and not (is_share(figure) and is_share(candidate)):
        return False  # "more than a kilometre" of "1,140 metres"
    ratio = _in_percent(candidate) / _in_percent(figure)
    if figure.bound in (Bound.MORE, Bound.AT_LEAST):
        return ratio > times
    return figure.bound in (Bound.LESS, Bound.AT_MOST) and ratio * times < 1


def _in_percent(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    if not is_share(figure):
        return figure.value
    return figure.value if figure.kind is Kind.PERCENT else figure.value * 100


def _counts_of_whole(passage: Reading, places: Sequence[int]) -> bool:
    """Is a figure one of a part of what was counted before it: "eight of which", "of whom only 1,150"?"""
    words = passage.words
    behind = [word.plain for word in words[places[-1] + 1 : places[-1] + 3]]
    if behind[:1] == ["of"] and behind[1:] and behind[1] in _WHOLES:
        return True
    before = [word.plain for word in words[max(0, places[0] - _BEFORE_PART) : places[0]]]
    return any(one == "of" and two in _WHOLES for one, two in itertools.pairwise(before))


def list_start(passage: Reading, other: int) -> list[int]:
    """Return the places of the first figure of a list that a figure goes on with, with the noun if that is the list's;
    none where it continues none.

    "Every eight minutes at peak times and every quarter of an hour at night", "4 percent this year, 3 percent next
    year": nothing that says something stands between the last comma or "and" and the figure.
    """
    kind, here = passage.figures[other].kind, passage.figure_places(other)
    start: list[int] = []
    for before in range(other - 1, -1, -1):
        there = passage.figure_places(before)
        if passage.figures[before].kind is not kind:
            continue
        if not _are_listed(passage, there[-1], here[0]):
            break
        start = here = there
        if passage.figures[other].noun in (None, passage.figures[before].noun):
            start = [*there, *_noun_places(passage, before, there[-1])]
    return start


def _noun_places(passage: Reading, number: int, last: int) -> list[int]:
    """Return the places of the words behind a figure up to its noun, none where that stands elsewhere."""
    behind = [word.plain for word in passage.words[last + 1 : last + 1 + _HEAD]]
    noun = (passage.figures[number].noun or "").lower()
    return list(range(last + 1, last + 2 + behind.index(noun))) if noun in behind else []


def _are_listed(passage: Reading, last: int, first: int) -> bool:
    """Does a figure that begins at `first` go on with a list whose figure before ends at `last`?"""
    words = passage.words
    if words[last].sentence != words[first].sentence:
        return False
    joints = [
        p for p in range(last + 1, first + 1) if words[p].plain in _JOINTS or words[p].clause > words[p - 1].clause
    ]
    if any(word.plain in _CONTRASTS for word in words[last + 1 : first]):
        return False
    return bool(joints) and all(_goes_on(word) for word in words[joints[-1] : first])


def _goes_on(word: Word) -> bool:
    """Can a word stand before a later figure of a list: "and every", "about"?"""
    return word.stop or word.figure >= 0 or word.plain in _EACH


def _tells_when_it_was_said(passage: Reading, number: int) -> bool:
    """Is a date only the day on which somebody spoke: "said on Thursday", "were told on 5 May that"?"""
    figure = passage.figures[number]
    if figure.kind is not Kind.DATE:
        return False
    behind = [word.plain for word in passage.behind(number, 1)]
    if any(character.isdigit() for character in figure.text) and behind != ["that"]:
        return False
    return any(word.stem in _SAYING for word in passage.before(number, 3))


def _as_limit(figure: Figure) -> Figure:
    """Return a limit ("limited to 50mph") as the exact figure it is: a lower limit does not bear it out."""
    return replace(figure, bound=Bound.EXACT) if figure.hedge in _LIMITS else figure


def _rival_places(passage: Reading, other: int) -> list[tuple[int, int]]:
    """Return the first and last places of the other figures of this one's kind that are no part of its movement."""
    kind = passage.figures[other].kind
    own = passage.figure_places(other)
    spans = [
        passage.figure_places(place)
        for place, figure in enumerate(passage.figures)
        if figure.kind is kind and place != other and not _are_one_movement(passage.figures[other], figure)
        if not is_apposed_share(passage, other, place) and not _is_of_another_dimension(passage.figures[other], figure)
    ]
    apart = [span for span in spans if gap(span[0], own) > 1 and gap(span[-1], own) > 1]
    return [(span[0], span[-1]) for span in apart]  # "January this year" is two dates and one


def _is_of_another_dimension(figure: Figure, other: Figure) -> bool:
    """Do two measures measure two things: "11 metres long", "about 6 tonnes"?"""
    units = figure.unit, other.unit
    return figure.kind is Kind.MEASURE and None not in units and dimension(units[0] or "") != dimension(units[1] or "")


def _are_one_movement(figure: Figure, other: Figure) -> bool:
    """Are two figures parts of one movement ("rose £40 to £1,310"), so that the words around are of both?"""
    if other.role is Role.FROM:
        return True
    return Role.CHANGE in (figure.role, other.role) and Role.TO in (figure.role, other.role)


def _words_at(claim: Reading, mine: Sequence[int]) -> list[int]:
    """Return the places of the words just before a figure and of those behind it, up to the next figure."""
    behind: list[int] = []
    for place in range(mine[-1] + 1, min(len(claim.words), mine[-1] + 1 + _COMPLEMENT)):
        if claim.words[place].figure >= 0:
            if _are_dated_in_turn(claim, mine[0], place):
                behind = list(takewhile(lambda each: not claim.words[each].stop, behind))
            break
        behind.append(place)
    before = []
    counted = claim.figures[claim.words[mine[0]].figure - 1].noun if claim.words[mine[0]].figure > 0 else None
    for place in range(mine[0] - 1, max(-1, mine[0] - 1 - _HEAD), -1):
        if claim.words[place].figure >= 0:
            break
        if claim.words[place].text != counted or claim.words[place].clause == claim.words[mine[0]].clause:
            before.append(place)  # not the "cases" of "1,650 cases, with over 160 recoveries"
    return [*before, *behind]


def _are_dated_in_turn(claim: Reading, first: int, place: int) -> bool:
    """Stands each of two dates behind what it dates, so that what lies between is the second's?

    "A profit in 2023 after a loss in 2022".
    """
    words = claim.words
    dates = [claim.figures[words[at].figure].kind is Kind.DATE for at in (first, place)]
    return all(dates) and first > 0 and all(words[at - 1].plain in _DATING for at in (first, place))


def _owner(passage: Reading, there: int, spans: Sequence[tuple[int, int]], *, before: bool) -> int:
    """Return the first place of the figure that a passage word goes with: the next one, or the one before it."""
    following = [first for first, _ in spans if 0 < first - there <= _COMPLEMENT]
    own = passage.words[there].clause
    preceding = [
        (last, first)
        for first, last in spans
        if 0 < there - last <= _COMPLEMENT * (2 if passage.words[last].clause == own else 1)
    ]
    if before and following and not (preceding and _is_dated_in_front(passage, max(preceding), min(following), own)):
        return min(following)
    governs = following and preceding and min(following) - there <= _RIGHT_AHEAD < there - max(preceding)[0]
    if governs and any(word.plain in _JOINTS for word in passage.words[there + 1 : min(following)]):
        governs = False  # "eleven people are known to have died and 23 were hurt"
    if governs and passage.words[there].clause == passage.words[min(following)].clause:
        return min(following)  # "left 212,000 homes without power and killed at least four"
    parted = preceding and following and passage.words[max(preceding)[0]].clause != own
    if parted:  # "cases reached 1,617, and the number of recoveries reached 153"; of a stretch between two, neither
        return min(following) if passage.words[min(following)].clause == own else -1
    if preceding:
        return max(preceding)[1]
    return min(following, default=-1)  # -1: it goes with none


def _is_dated_in_front(passage: Reading, preceding: tuple[int, int], following: int, clause: int) -> bool:
    """Stands a date before what it dates, the next in another stretch: "Last year 38 came, six fewer than in 2023"?"""
    words = passage.words
    last, first = preceding
    if passage.figures[words[following].figure].kind is not Kind.DATE or words[last].clause != clause:
        return False
    opens = all(word.stop for word in words[:first] if word.clause == clause)
    return opens and words[following].clause != clause


def _role_fit(role: Role | None, other: Role | None) -> float:
    """Return how well two roles go together: what something came to is its level, what it came from was one."""
    if role is None or other is None:
        return 0.0
    if role is other or {role, other} == {Role.LEVEL, Role.TO}:
        return SAME_ROLE
    return 0.0 if {role, other} == {Role.LEVEL, Role.FROM} else OTHER_ROLE


def _same_sort(figure: Figure, candidate: Figure) -> bool:
    """Can the two measure the same thing by their kinds?"""
    if figure.kind is candidate.kind:
        return is_share(figure) == is_share(candidate)
    times = {Kind.DURATION, Kind.MEASURE, Kind.AGE}
    return (is_share(figure) and is_share(candidate)) or {figure.kind, candidate.kind} <= times


def _life_agreement(claim: Reading, candidate: Figure) -> int:
    """Return 1 where the claim is of the birth or death that a date is the date of, -1 where of the other, else 0."""
    stems = {word.stem for word in claim.words}
    told = {end for end, words in _LIFE.items() if stems & words}
    if candidate.noun in told:
        return 1
    return -1 if told else 0


def noun_of(reading: Reading, number: int) -> str:
    """Return the noun that a figure counts, or the next word that says something: "95 are apprentices"."""
    figure = reading.figures[number]
    if figure.noun:
        return stem(figure.noun)
    clause = reading.words[reading.figure_places(number)[-1]].clause
    for word in reading.behind(number, 3):
        if word.figure >= 0 or word.clause != clause:
            break
        if not word.stop:
            return "" if _is_verb_of_the_counted(word) else word.stem
    return ""


def _is_verb_of_the_counted(word: Word) -> bool:
    """Says a word what those counted did, so that it is no noun: "about 90 spent the night there"?"""
    return is_irregular(word.plain) and field(word.stem) in VERB_FIELDS


def _owners_are_counted(claim: Reading, number: int, other: str) -> bool:
    """Does the passage count the owners of what the claim counts: "3 million patients" for "3m patients' records"?"""
    for word in claim.behind(number, 2) if claim.figures[number].noun else ():
        if claim.text[word.end : word.end + 1] in ("'", "’") and kin(word.stem, other) in (Kin.SAME, Kin.SYNONYM):
            return True
    return False


def _counts_no_noun(reading: Reading, number: int) -> bool:
    """Does a figure only seem to count something: "a third of Orr & Sons", "the first time"?"""
    noun = reading.figures[number].noun or ""
    if (noun == "time" and reading.figures[number].kind is Kind.ORDINAL) or noun.endswith(("'s", "’s")):
        return True
    return any(word.text == noun and word.name >= 0 for word in reading.words)


def _are_named_otherwise(
    figure: Figure,
    candidate: Figure,
    comparison: Comparison,
    alignment: Alignment,
    claim: Reading,
    passage: Reading,
) -> bool:
    """Do two counts of the same digits, two or more, count one kind of thing under two names?

    "350 observers", "350 monitors". Not where the passage has the claim's name for it as well, for another count.
    """
    if comparison.relation is not Relation.EQUAL or not isinstance(figure.value, Decimal):
        return False
    if figure.kind is not Kind.NUMBER or len(figure.value.normalize().as_tuple().digits) < 2:
        return False
    noun, other = stem(figure.noun or ""), stem(candidate.noun or "")
    counted = [place for place, word in enumerate(claim.words) if word.stem == noun]
    if not counted or any(alignment.passage_place(place) >= 0 for place in counted):
        return False
    return field(noun) >= 0 and field(noun) == field(other) and not exclusive(noun, other)


def noun_agreement(figure: Figure, candidate: Figure, noun: str, other: str) -> int:
    """Return 1 where two figures count the same thing, -1 where they count different things, else 0."""
    if not noun or not other or figure.kind not in (Kind.NUMBER, Kind.ORDINAL):
        return 0
    if figure.noun and candidate.noun and kin(noun, other) is Kin.OPPOSITE:
        return -1  # "two sons", "two daughters"
    best = max(STRENGTH[kin(noun, other)], _phrase_overlap(figure, candidate))
    if best >= 0.6 or _is_typed_wrong(noun, other):
        return 1
    if is_fraction(figure) and not (figure.noun and candidate.noun):
        return 0  # what stands behind "scored 87/100" is not what it counts
    return -1 if kin(noun, other) is not Kin.NARROWER else 0


def _is_typed_wrong(noun: str, other: str) -> bool:
    """Is one of two nouns the other with a typing error? Not where both are words."""
    return not (is_known(noun) and is_known(other)) and likeness(noun, other) >= _LEAST_LIKENESS


def _phrase_overlap(figure: Figure, candidate: Figure) -> float:
    """Return 0.7 where the head noun of one stands in the phrase of the other, else 0."""
    heads = {stem(figure.noun or ""), stem(candidate.noun or "")}
    mine = {stem(word) for word in (figure.noun_phrase or "").split()}
    theirs = {stem(word) for word in (candidate.noun_phrase or "").split()}
    return 0.7 if heads & mine & theirs else 0.0


def frame_overlap(
    claim: Reading,
    passage: Reading,
    alignment: Alignment,
    mine: Sequence[int],
    theirs: Sequence[int],
    *,
    plain: bool = False,
    head: Sequence[int] = (),
) -> float:
    """Return how much of the claim's words, nearest to its figure first, stand near the passage's figure.

    `mine` and `theirs` are the places of the two figures' words. With `plain`, names are left out, and what only
    the context holds counts as absent. `head` are the places of the figure that opens the list: what stands before
    the list stands as near to each of its figures.
    """
    if not mine or not theirs:
        return 0.0
    total = met = 0.0
    for link in alignment.links:
        if plain and claim.words[link.claim].name >= 0:
            continue
        share = 1.0 / (1.0 + gap(link.claim, mine) / 3)
        total += share
        if link.in_context:
            met += 0.0 if plain else 0.5 * share
            continue
        there = nearest_of_stem(passage, link.passage, theirs) if link.covered else -1
        if there >= 0 and passage.words[there].sentence == passage.words[theirs[0]].sentence:
            near = head if head and there <= head[-1] else theirs
            met += share * link.strength / (1.0 + max(0, gap(there, near) - 3) / 8)
    return met / total if total else 0.0


def nearest_of_stem(passage: Reading, place: int, theirs: Sequence[int]) -> int:
    """Return the place of a passage word, or of the same word where it stands again nearer to a figure's words.

    "Projected as a first round pick, he dropped to the third round": each round has its own ordinal.
    """
    if place < 0:
        return place
    again = passage.places.get(passage.words[place].stem, ())
    return min(again, key=lambda other: (gap(other, theirs), other)) if len(again) > 1 else place


def gap(place: int, places: Sequence[int]) -> int:
    """Return how many words lie between one place and the nearest of others."""
    return min(abs(place - other) for other in places)


def _best_assignment(options: Sequence[Sequence[Bond]], taken: frozenset[int]) -> tuple[float, list[Bond | None]]:
    """Return the choice of at most one option for each figure, no passage figure twice, with the most fit."""
    if not options:
        return 0.0, []
    best = _best_assignment(options[1:], taken)
    result: tuple[float, list[Bond | None]] = (best[0], [None, *best[1]])
    for bond in options[0]:
        if bond.passage in taken:
            continue
        rest = _best_assignment(options[1:], taken | {bond.passage})
        if bond.fit + rest[0] > result[0] + 1e-9:
            result = (bond.fit + rest[0], [bond, *rest[1]])
    return result


def _is_of_two_minds(chosen: Sequence[Bond | None], claim: Reading, passage: Reading) -> bool:
    """Has a choice a date and an amount, of which one does not agree or which are no pair in the passage?"""
    bonds = {bond.claim: bond for bond in chosen if bond is not None}
    days = [bond for bond in bonds.values() if bond.comparison.claim_figure.kind is Kind.DATE]
    if not 0 < len(days) < len(bonds):
        return False
    return any(bond.relation is Relation.DIFFERENT for bond in bonds.values()) or any(
        _is_parted(bonds.get(_amount_at(claim, day.claim)), day, passage) for day in days
    )


def _is_parted(amount: Bond | None, day: Bond, passage: Reading) -> bool:
    """Does the passage have another figure of the amount's kind at the day, in a list of such?"""
    other = _amount_at(passage, day.passage)
    if amount is None or other in (-1, amount.passage):
        return False
    alike = passage.figures[other].kind is passage.figures[amount.passage].kind
    return alike and bool(list_start(passage, max(other, amount.passage)))


def _best_pairs(options: Sequence[Sequence[Bond]], claim: Reading, passage: Reading) -> list[Bond | None] | None:
    """Return the choice with the most fit in which an amount and its day are one pair in the passage too, if any is."""
    pairs = [
        (day, amount)
        for day, figure in enumerate(claim.figures)
        if figure.kind is Kind.DATE and (amount := _amount_at(claim, day)) >= 0
    ]
    best: tuple[float, list[Bond | None]] = (0.0, [])
    for day, amount in pairs:
        for date_bond in options[day]:
            for bond in options[amount]:
                if _amount_at(passage, date_bond.passage) != bond.passage:
                    continue
                fixed = [
                    [date_bond] if n == day else [bond] if n == amount else choices for n, choices in enumerate(options)
                ]
                best = max(best, _best_assignment(fixed, frozenset()), key=lambda found: found[0])
    return best[1] or None


def _amount_at(reading: Reading, day: int) -> int:
    """Return the number of the figure that a date goes with: the nearest one of its own stretch, -1 for none."""
    here = reading.figure_places(day)
    near = [
        (gap(here[0], places), number)
        for number, figure in enumerate(reading.figures)
        if figure.kind is not Kind.DATE and (places := reading.figure_places(number))
        if reading.words[places[0]].clause == reading.words[here[0]].clause
    ]
    return min(near)[1] if near else -1


def _greedy_assignment(options: Sequence[Sequence[Bond]]) -> list[Bond | None]:
    """Return a choice made bond by bond, the one that fits best first."""
    chosen: dict[int, Bond] = {}
    taken: set[int] = set()
    for bond in sorted((b for choices in options for b in choices), key=lambda b: (-b.fit, b.claim, b.passage)):
        if bond.claim not in chosen and bond.passage not in taken:
            chosen[bond.claim] = bond
            taken.add(bond.passage)
    return [chosen.get(number) for number in range(len(options))]
