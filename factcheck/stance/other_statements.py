"""Why a figure that differs belongs to another statement: of another subject, of a wider group, or a step of a sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.models import Figure, Kind, Relation, Role
from factcheck.stance.anchors import is_beside_an_anchor
from factcheck.stance.binding import Bond
from factcheck.stance.closed_pairs import MEMBERS
from factcheck.stance.features import SideBySide, predicate_start
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.other_instances import is_of_another_instance, is_of_one_of_several
from factcheck.stance.reading import Reading, Word
from factcheck.stance.reference import opening_reference
from factcheck.stance.superlatives import SUPERLATIVES
from factcheck.words import listed

_TELLING = 6.0  # bits of a word that says what something is said of
_OPENERS = frozenset(listed("in among at for of on within during across"))
_ANEW = frozenset(listed("new fresh another"))
_PICKED = frozenset(listed("first second third latter former other next last"))
_POINTERS = frozenset(listed("he she it they this"))
_JOINTS = frozenset(listed("and but while"))
_REST = frozenset(listed("rest remainder others"))
_ARTICLES = frozenset(listed("the its their"))
_MULTIPLES = {"half": Decimal("0.5"), "twice": Decimal(2), "double": Decimal(2)}
_TO_MULTIPLE = 4  # words from whom it is said of to "half as much"
_SINCE = 5  # words of "since the great blizzard of March 1993"
_MOSTS = SUPERLATIVES | {"first"}
_ADDED = 6  # words of "16 weeks of base pay plus two"
_AT_FIGURE = 3
_LEFT = frozenset(listed("owe owes owed outstanding left remain remains remaining unpaid still"))
_WHOLE_OPENERS = frozenset(listed("the its his her their that this what those these"))


def is_said_of_other_kind(pair: SideBySide, bond: Bond) -> bool:
    """Has only the context what the claim is about, and the passage a subject of its own in its place?

    "The price of barley rose by 4 per cent", behind a sentence on oats, says nothing of the price of oats.
    """
    if bond.passage < 0 or opening_reference(pair.passage) is not None or is_beside_an_anchor(bond, pair):
        return False
    claim, words = pair.claim.words, pair.passage.words
    subject = [k for k in pair.alignment.links if k.claim < pair.predicate and claim[k.claim].name < 0]
    subject = [k for k in subject if claim[k.claim].figure < 0 and claim[k.claim].weight >= _TELLING]
    here = pair.passage.figure_places(bond.passage)[0]
    if all(k.is_here and not _joins(pair, here, k.passage) for k in subject):
        return False  # "food prices were 1.2 per cent higher and fuel was cheaper": fuel stands behind an "and"
    if any(word.plain in _POINTERS for word in claim[: pair.predicate]):
        return False
    verb = predicate_start(pair.passage)
    if verb >= here:
        return False
    opening = words[:verb]
    linked = {k.passage for k in pair.alignment.links if k.is_here}
    if any(word.plain in _POINTERS for word in opening) or _points_with_the(opening):
        return False
    return any(_says_what(word) and place not in linked for place, word in enumerate(opening))


def _joins(pair: SideBySide, here: int, there: int) -> bool:
    return any(word.plain in _JOINTS for word in pair.passage.words[here:there])


def _points_with_the(opening: Sequence[Word]) -> bool:
    """Is the subject one noun behind a "the", which stands for what was named before: "the farm will have cost"?"""
    noun = next((place for place in range(len(opening) - 1, -1, -1) if not opening[place].stop), 0)
    return noun > 0 and opening[noun - 1].plain == "the"


def _says_what(word: Word) -> bool:
    return not word.stop and word.name < 0 and word.figure < 0 and word.weight >= _TELLING


def is_of_wider_scope(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim open with what its figure is limited to, of which the passage says nothing: "in the capital"?"""
    words = pair.claim.words
    if bond.claim < 0 or not words or words[0].plain not in _OPENERS:
        return False
    first = pair.claim.figure_places(bond.claim)[0]
    opening = [place for place in range(1, first) if words[place].clause == words[0].clause]
    if not opening or opening[-1] >= pair.predicate:
        return False
    return any(
        not k.covered and k.claim in opening and words[k.claim].name < 0 and words[k.claim].weight >= _TELLING
        for k in pair.alignment.links
    )


def is_of_wider_group(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage count more things, and the claim only those of a sort: "three Norvian soldiers", "six soldiers"?

    Fewer than the claim has of one sort would contradict it.
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if bond.derived or bond.passage < 0 or bond.claim < 0 or figure.kind is not Kind.NUMBER or not figure.noun:
        return False
    mine, theirs = figure.value, source.value if source is not None else None
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or theirs < mine:
        return False
    at = pair.passage.figure_places(bond.passage)
    last = pair.claim.figure_places(bond.claim)[-1]
    behind = pair.claim.words[last + 1 : last + 1 + _AT_FIGURE]
    if figure.noun not in [word.text for word in behind[1:]] or behind[0].name < 0:
        return False
    there = pair.alignment.passage_place(last + 1)
    return there < 0 or not 0 < there - at[-1] <= _AT_FIGURE


def is_of_a_new_one(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim speak of another one of the sort: "a new two-year contract" beside "a three-year contract"?"""
    if bond.claim < 0 or not any(word.plain in _ANEW for word in pair.claim.before(bond.claim, 1)):
        return False
    return bond.passage < 0 or not any(word.plain in _ANEW for word in pair.passage.before(bond.passage, 2))


def is_added_to(pair: SideBySide, bond: Bond) -> bool:
    """Is the passage's figure only the first of what it adds up: "16 weeks' pay plus two more for every year"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 and not bond.derived else []
    if not places or any(word.plain == "plus" for word in pair.claim.words):
        return False
    words = pair.passage.words
    near = [*pair.passage.before(bond.passage, 1), *pair.passage.behind(bond.passage, _ADDED)]
    return any(word.plain == "plus" and word.sentence == words[places[0]].sentence for word in near)


def is_less_what_the_claim_adds(pair: SideBySide, bond: Bond) -> bool:
    """Is it the claim's figure less another of its own that the passage lacks: "24 once the other six have come"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if bond.derived or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return False
    others = [b.comparison.claim_figure for b in pair.bonds if b is not bond and b.relation is Relation.MISSING]
    return any(_is_amount_like(figure, other) and mine - other.value == theirs for other in others)  # type: ignore[operator]  # an amount is a Decimal


def _is_amount_like(figure: Figure, other: Figure) -> bool:
    return other.kind is figure.kind and other.unit == figure.unit and isinstance(other.value, Decimal)


def is_multiple_told(pair: SideBySide, bond: Bond) -> bool:
    """Says the passage of the claim's subject that it has half or twice its figure: "the losers get half as much"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if bond.derived or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return False
    told = {place for place, word in enumerate(pair.passage.words) if mine == theirs * _MULTIPLES.get(word.plain, 0)}
    subject = [k.passage for k in pair.alignment.links if k.claim < pair.predicate and k.is_here]
    return any(0 < place - there <= _TO_MULTIPLE for place in told for there in subject)


def is_date_of_comparison(pair: SideBySide, bond: Bond) -> bool:
    """Dates the passage what it only measures from: "the worst since the blizzard of March 1993"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if figure.kind is not Kind.DATE or source is None or bond.passage < 0 or "since" in (figure.hedge, source.hedge):
        return False
    return _is_since(pair.passage, bond.passage) and not (bond.claim >= 0 and _is_since(pair.claim, bond.claim))


def is_since_the_claimed_day(pair: SideBySide, bond: Bond) -> bool:
    """Is the claim's day in the passage only that since when a thing was the most: "94 mph, the strongest since 1987"?

    The figure is then of the later time. A claim that says "since" itself speaks of that time, too.
    """
    if bond.passage < 0 or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    return any(
        day.comparison.claim_figure.kind is Kind.DATE
        and day.comparison.claim_figure.hedge != "since"
        and day.passage >= 0
        and _is_most_since(pair.passage, day.passage)
        for day in pair.bonds
    )


def _is_most_since(reading: Reading, number: int) -> bool:
    """Says a text that something was the most, or the first, since a date?"""
    figure, words = reading.figures[number], reading.words
    first = reading.figure_places(number)[0]
    before = [word.plain for word in words[:first] if word.clause == words[first].clause]
    return (figure.hedge == "since" or "since" in before[-_SINCE:]) and not _MOSTS.isdisjoint(before)


def _is_since(reading: Reading, number: int) -> bool:
    clause = reading.words[reading.figure_places(number)[0]].clause
    return any(word.plain == "since" and word.clause == clause for word in reading.before(number, _SINCE))


def is_of_reverse_deed(pair: SideBySide, bond: Bond) -> bool:
    """Dates the passage the opposite of what the claim says was done: "opened in 1964", "will close in November"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if bond.comparison.claim_figure.kind is not Kind.DATE or not places:
        return False
    words = pair.passage.words
    own = {word.stem for word in pair.claim.words}
    near = [w for w in words if w.sentence == words[places[0]].sentence and not w.stop and w.name < 0 and w.figure < 0]
    if any(word.stem in own and kin(word.stem, _verb(pair)) is Kin.SAME for word in near):
        return False
    return any(kin(_verb(pair), word.stem) is Kin.OPPOSITE for word in near)


def _verb(pair: SideBySide) -> str:
    """Return the stem of the word that tells what the claim says was done."""
    behind = [w for w in pair.claim.words[pair.predicate :] if not w.stop and w.figure < 0]
    return behind[0].stem if behind else ""


def is_told_of_the_rest(pair: SideBySide, bond: Bond) -> bool:
    """Says the passage of the rest, without a figure, what the claim says: "96 will be let; the rest will be sold"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 and not bond.derived else []
    if not places:
        return False
    words = pair.passage.words
    behind = [p for p in range(places[-1] + 1, len(words)) if words[p].sentence == words[places[0]].sentence]
    rest = next((p for p in behind if words[p].plain in _REST and words[p - 1].plain in _ARTICLES), -1)
    if rest < 0 or any(words[p].figure >= 0 for p in behind if p > rest):
        return False
    said = [k.passage for k in pair.alignment.links if k.is_here and k.claim >= pair.predicate]
    said = [p for p in said if p in behind and words[p].plain != bond.comparison.claim_figure.noun]
    of_rest = [p for p in said if p > rest]
    return 2 * len(of_rest) > len(said)


def is_of_one_picked_out(pair: SideBySide, bond: Bond) -> bool:
    """Dates only the context the passage, and is it of one of several: "in 2016 and 2020. The second was worse"?"""
    opening = [word.plain for word in pair.passage.words[:2]]
    if bond.comparison.claim_figure.kind is Kind.DATE or len(opening) < 2 or opening[0] != "the":
        return False
    dated = [b for b in pair.bonds if b.comparison.claim_figure.kind is Kind.DATE and b.passage < 0 and not b.derived]
    several = sum(figure.kind is Kind.DATE and figure.role is not Role.FROM for figure in pair.context.figures) > 1
    return bool(dated) and several and opening[1] in _PICKED


def is_of_the_other_sort(pair: SideBySide, bond: Bond) -> bool:
    """Tells the passage only of the other of two sorts, and not of a whole: "men hold 24 seats", "women hold 21"?"""
    words = pair.passage.words
    return not bond.derived and any(
        k.kin is Kin.OPPOSITE
        and k.claim < pair.predicate
        and k.passage >= 0
        and pair.claim.words[k.claim].plain in MEMBERS
        and words[k.passage].plain in MEMBERS
        and not any(word.plain == pair.claim.words[k.claim].plain for word in words)
        for k in pair.alignment.links
    )


def is_what_is_gone_of_a_whole(pair: SideBySide, bond: Bond) -> bool:
    """Tells the claim what is left, and the passage a part that is not: "still owes £3m", "repaid £5m of the debt"?"""
    if bond.passage < 0 or bond.derived or _LEFT.isdisjoint([word.plain for word in pair.claim.words]):
        return False
    behind = [word.plain for word in pair.passage.behind(bond.passage, 2)]
    part = behind[:1] == ["of"] and behind[1:2] != [] and behind[1] in _WHOLE_OPENERS
    return part and _LEFT.isdisjoint([word.plain for word in pair.passage.words])


OTHER_STATEMENTS = (
    is_of_the_other_sort,
    is_what_is_gone_of_a_whole,
    is_said_of_other_kind,
    is_of_wider_scope,
    is_of_wider_group,
    is_of_a_new_one,
    is_added_to,
    is_less_what_the_claim_adds,
    is_multiple_told,
    is_date_of_comparison,
    is_since_the_claimed_day,
    is_of_reverse_deed,
    is_told_of_the_rest,
    is_of_one_picked_out,
    is_of_another_instance,
    is_of_one_of_several,
)
