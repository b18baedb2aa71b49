"""Why a figure of the passage is not the claim's though unit and noun agree: a part, a change, a summand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.figures.movement import CHANGE_NOUNS, CHANGING
from factcheck.models import Figure, Kind, Relation, Role
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_finite_verb, is_telling
from factcheck.stance.lexicon import Kin
from factcheck.stance.modality import is_planned
from factcheck.stance.reading import Reading, Word
from factcheck.stance.said_elsewhere import is_level_before, is_level_of_distance
from factcheck.words import is_irregular, listed, stem

_ADDED_UP = frozenset({Kind.NUMBER, Kind.MONEY, Kind.MEASURE})
_MORE = frozenset(listed("more less fewer extra higher lower"))
_TO_MORE = 2  # words from a figure to what says that it is more: "12 homes fewer"
_TO_OF, _TO_WHOLE = 2, 5  # words from a part to its "of" and its whole: "three libraries of the town's 11"

_TOGETHER = (("in", "all"), ("in", "total"), ("a", "total"), ("between", "them"), ("taken", "together"))
_SUMMED = frozenset(listed("altogether combined overall together"))
_EACH = frozenset(listed("each apiece"))
_FURTHER = frozenset(listed("further additional another extra"))
_DISTANCES = frozenset(listed("behind ahead clear short adrift above below left remaining"))
_TO_COME = (["to", "play"], ["to", "go"], ["to", "come"], ["to", "spare"])
_RELATIVES = frozenset(listed("who which whose where"))
_UP_TO = frozenset(listed("through to until"))
_PASTS = frozenset(listed("has have had was were did"))
_COMING = frozenset(listed("will would shall"))
_NEAR = 3
_SPLIT_KINDS = frozenset({Kind.NUMBER, Kind.ORDINAL})


def _clause(reading: Reading, place: int) -> list[int]:
    """Return the places of the stretch that a word stands in."""
    number = reading.words[place].clause
    return [other for other, word in enumerate(reading.words) if word.clause == number]


def is_part_of_total(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim add up ("in all", "between them"), or the passage not ("each", "a further 14m"), only one of them?

    Of two amounts that somebody adds up, neither contradicts the sum.
    """
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if not places or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    theirs = [pair.passage.words[place].plain for place in _clause(pair.passage, places[0])]
    mine = [word.plain for word in pair.claim.words]
    before = [word.plain for word in pair.passage.before(bond.passage, 2)]
    parted = not _EACH.isdisjoint(theirs) or not _FURTHER.isdisjoint(before)
    if parted and _EACH.isdisjoint(mine) and _FURTHER.isdisjoint(mine):
        return True
    return _adds_up(mine) and not _adds_up(theirs)


def _adds_up(plains: list[str]) -> bool:
    return not _SUMMED.isdisjoint(plains) or any(pair in _TOGETHER for pair in itertools.pairwise(plains))


def is_change_of_level(pair: SideBySide, bond: Bond) -> bool:
    """Does only the passage tell by how much something moved, or how far apart two things are?

    "Was down £96m", "up three points", "seven points behind", "eight games to play" say nothing of how much it was.
    """
    if bond.derived or bond.passage < 0 or bond.claim < 0 or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    theirs = _tells_change(pair.passage, bond.passage) or _tells_distance(pair.passage, bond.passage)
    if not theirs or _tells_distance(pair.claim, bond.claim):
        return False
    mine = pair.claim.figures[bond.claim]
    return mine.role is not Role.CHANGE and not any(_is_of_change(word) for word in pair.claim.words)


def _tells_change(reading: Reading, number: int) -> bool:
    role, before = reading.figures[number].role, [word.plain for word in reading.before(number, 1)]
    return role is Role.CHANGE or (role is not Role.TO and before in (["up"], ["down"]))


def _tells_distance(reading: Reading, number: int) -> bool:
    clause = reading.words[reading.figure_places(number)[0]].clause
    near = [word.plain for word in reading.behind(number, _NEAR) if word.clause == clause]
    return not _DISTANCES.isdisjoint(near) or near[1:3] in _TO_COME


def _is_of_change(word: Word) -> bool:
    return word.figure < 0 and (word.plain in CHANGING or word.plain in CHANGE_NOUNS or word.plain in ("more", "less"))


def is_stated_beside(pair: SideBySide, bond: Bond) -> bool:
    """Has the passage the claim's very count elsewhere, of nothing that the claim does not speak of, too?

    "Sold 12 of its 37 farms" does not contradict "sold 12 farms", nor "1,150 people worked there, and 140 jobs are
    left" that 140 people have jobs.
    """
    figure = bond.comparison.claim_figure
    if bond.derived or bond.passage < 0 or figure.kind not in _SPLIT_KINDS or figure.value_high is not None:
        return False
    own = stem(figure.noun or "")
    claimed = {word.stem for word in pair.claim.words} - {own}
    taken = {other.passage for other in pair.bonds if other.relation is not Relation.DIFFERENT}
    return any(
        number not in taken
        and other.kind is figure.kind
        and other.value == figure.value
        and (stem(other.noun or "") in claimed or _leaves_noun_open(pair.passage, number, own))
        for number, other in enumerate(pair.passage.figures)
    )


def _leaves_noun_open(reading: Reading, number: int, own: str) -> bool:
    """Does a figure count a part of what another one counts, or is its noun left out: "12 of its 37", "the second"?"""
    behind = reading.behind(number, 1)
    if behind and behind[0].plain == "of":
        return True
    figure = reading.figures[number]
    noun = stem(figure.noun or "")
    is_left_out = noun in ("", own) and (not behind or behind[0].stem != noun)
    return figure.kind is Kind.ORDINAL and is_left_out


def is_of_relative(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage say its figure only of another name, in a "who" behind that: "Orr, who had 11 per cent"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if not places:
        return False
    words = pair.passage.words
    stretch = _clause(pair.passage, places[0])
    first = stretch[0]
    if words[first].plain not in _RELATIVES or not first:
        return False
    linked = {k.passage for k in pair.alignment.links if k.is_here}
    name = words[first - 1].name
    own = set(range(pair.passage.names[name].first, pair.passage.names[name].last + 1)) if name >= 0 else {first - 1}
    return not own & linked and bool(pair.names) and not linked & set(stretch[: stretch.index(places[0])])


def is_end_of_range(pair: SideBySide, bond: Bond) -> bool:
    """Is the passage's rank the last of a row that reaches to it: "kindergarten through third grade"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if figure.kind is not Kind.ORDINAL or source is None or bond.passage < 0:
        return False
    before = [word.plain for word in pair.passage.before(bond.passage, 2)]
    lower = isinstance(figure.value, Decimal) and isinstance(source.value, Decimal) and figure.value < source.value
    return lower and not _UP_TO.isdisjoint(before)


def is_of_opposite_deed(pair: SideBySide, bond: Bond) -> bool:
    """Dates the passage an opposite of what the claim dates: "begun in 1968" says nothing of "finished in 1974"?"""
    if bond.comparison.claim_figure.kind is not Kind.DATE or bond.passage < 0:
        return False
    return any(k.kin is Kin.OPPOSITE and k.is_here for k in pair.alignment.links)


def is_yet_to_be(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim say how much there will be, and the passage how much there was: "will have 60", "had 45"?"""
    figure = bond.comparison.claim_figure
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if figure.kind is Kind.DATE or not places or not _is_to_have(pair.claim):
        return False
    words = pair.passage.words
    stretch = [words[place] for place in _clause(pair.passage, places[0])]
    past = any(word.plain in _PASTS or _is_past_verb(word) for word in stretch)
    return past and not is_planned(pair.passage, places[0]) and not any(w.plain in _COMING | {"to"} for w in stretch)


def _is_to_have(reading: Reading) -> bool:
    """Does a text say what one will have: "will have 60 ships", "will have received 24"?"""
    pairs = itertools.pairwise(word.plain for word in reading.words)
    return any(first in _COMING and then == "have" for first, then in pairs)


def _is_past_verb(word: Word) -> bool:
    return word.figure < 0 and word.name < 0 and is_finite_verb(word) and is_irregular(word.plain)


def is_sum_of_others(pair: SideBySide, bond: Bond) -> bool:
    """Is the claim's figure the sum or the difference of two of the passage's, to the last of its digits?

    "Has spent £45m in all" beside "bought it for £14m and has put in a further £31m": whether or not the words say
    that the two are to be added, neither of them is what the claim tells. One digit is no chance only for what is
    left of a part and its whole ("eight" of "three of the 11"), and for a claim that tells by how much more or less.
    """
    figure = bond.comparison.claim_figure
    if bond.derived or figure.kind not in _ADDED_UP or not isinstance(figure.value, Decimal):
        return False
    alike = [each for each in pair.passage.figures if each.kind is figure.kind and each.unit == figure.unit]
    amounts = {each.value: each for each in alike if _is_amount(each)}  # "six seasons" said twice are no twelve
    if figure.value in amounts:
        return False  # it is stated, so it need not be worked out
    pairs = [each for each in combinations(amounts.values(), 2) if not _counts_beside(figure, *each)]
    if not (is_telling(figure) and _has_digits(figure)) and not _tells_how_much_more(pair, bond):
        pairs = [each for each in pairs if _are_part_and_whole(pair, each) and not _names_whole(pair, each)]
    return any(figure.value in _sums(one, other) for one, other in pairs)


def _sums(one: Figure, other: Figure) -> tuple[Decimal, Decimal]:
    assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal)
    return one.value + other.value, abs(one.value - other.value)


def _counts_beside(figure: Figure, one: Figure, other: Figure) -> bool:
    """Counts only one of two what the claim counts: "29 votes to 24, with two abstentions" is no sum of votes?"""
    nouns = {one.noun, other.noun} - {None}
    return figure.noun in nouns and len(nouns) > 1


def _tells_how_much_more(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim tell by how much something is more or less: "$800,000 more", "two fewer"?"""
    behind = pair.claim.behind(bond.claim, _TO_MORE) if bond.claim >= 0 else ()
    return bond.comparison.claim_figure.role is Role.CHANGE or any(word.plain in _MORE for word in behind)


def _are_part_and_whole(pair: SideBySide, figures: Sequence[Figure]) -> bool:
    """Stands the one behind the other and an "of": "three of the town's 11"?"""
    one, other = sorted(figures, key=lambda figure: figure.start)
    between = [word.plain for word in pair.passage.words if one.end <= word.start and word.end <= other.start]
    return "of" in between[:_TO_OF] and len(between) <= _TO_WHOLE


def _names_whole(pair: SideBySide, figures: Sequence[Figure]) -> bool:
    """Has the claim the whole too, so that it tells a part of it itself: "two of the eight", "six of the eight"?"""
    values = {figure.value for figure in figures}
    return any(each.value in values for each in pair.claim.figures)


def _has_digits(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and len(figure.value.normalize().as_tuple().digits) > 1


def _is_amount(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and figure.value_high is None


SAME_MEASURE_EXCUSES = (
    is_part_of_total,
    is_change_of_level,
    is_stated_beside,
    is_of_relative,
    is_end_of_range,
    is_of_opposite_deed,
    is_yet_to_be,
    is_level_of_distance,
    is_level_before,
)
