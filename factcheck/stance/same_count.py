"""When two figures of one value count one thing, though their nouns are not the same word nor kin.

"Three-fifths" and "61 per cent" are of no noun at all; "900 deaths" is what "kills 900" says; "2,800 lives" were those
of 2,800 people. None of these holds for "20,000 soldiers" and "20,000 containers".
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import is_share
from factcheck.figures import extract_figures
from factcheck.figures.grammar_words import VERBS
from factcheck.figures.implied import may_imply_figures
from factcheck.models import MET, Bound, Comparison, Figure, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import VERB_FIELDS, Kin, kin, meaning_fields
from factcheck.stance.people import are_lives
from factcheck.stance.reading import Reading, Word
from factcheck.values import replace
from factcheck.words import is_irregular, listed, stem

_TO_FIGURE = 3  # words from a verb to the figure that it governs: "kills roughly 900"
_TO_TIMES = 5  # "can be charged and emptied 6,000 times"
_TO_NOUN = 4
_GROUPS = frozenset(map(Decimal, (2, 3, 4, 5)))  # both, a trio, a quartet
_OF_WHOLES = frozenset(listed("the those these them which whom its their his her"))
_SAME_NOUN = frozenset({Kin.SAME, Kin.SYNONYM})
_ONE_WORD = frozenset({Kin.SAME, Kin.SYNONYM, Kin.DERIVED})


def noun_of_one_count(figure: Figure, candidate: Figure, comparison: Comparison) -> int:
    """Return 1 where two figures of other nouns count one thing, 0 where they may, else -1."""
    if figure.kind is candidate.kind is Kind.NUMBER and are_lives(stem(figure.noun or ""), stem(candidate.noun or "")):
        return 1
    if comparison.relation in MET and is_share(figure) and is_share(candidate) and figure.kind is not candidate.kind:
        return 0  # what a percentage is of stands seldom right behind it
    return -1


def is_governed_by_noun(claim: Reading, number: int, passage: Reading, other: int, alignment: Alignment) -> bool:
    """Is the claim's noun the passage's verb before its figure, which has no noun behind it: "kills roughly 900"?"""
    figure, there = claim.figures[number], passage.figure_places(other)
    if figure.kind is not Kind.NUMBER or not figure.noun:
        return False
    times = passage.figures[other].noun == "times"
    if _has_noun_behind(passage, other) and not times:
        return False
    counted = stem(figure.noun)
    for link in alignment.links:
        if claim.words[link.claim].stem != counted or not link.covered or link.kin not in _ONE_WORD:
            continue
        near = 0 < there[0] - link.passage <= (_TO_TIMES if times else _TO_FIGURE)
        if near and any(each in VERB_FIELDS for each in meaning_fields(passage.words[link.passage].stem)):
            return passage.words[link.passage].clause == passage.words[there[0]].clause
    return False


def _has_noun_behind(reading: Reading, number: int) -> bool:
    """Stands the noun of a figure behind it, where it counts it, and not before it?"""
    return any(word.text == reading.figures[number].noun for word in reading.behind(number, _TO_NOUN))


def implied_count(figure: Figure, passage: Reading) -> Figure | None:
    """Return the passage's figure without a numeral that has a count's value and noun: "both days", "a trio of boats".

    "Both" says how many there are only of what is known; three days are never "both".
    """
    if figure.value not in _GROUPS or figure.bound is not Bound.EXACT or not may_imply_figures(passage.text):
        return None
    counted = stem(figure.noun or "") if figure.kind is Kind.NUMBER else stem(figure.unit or "")
    if not counted or figure.kind not in (Kind.NUMBER, Kind.DURATION):
        return None
    for each in extract_figures(passage.text, implied=True):
        noun = stem(each.noun or "")
        if each.implied and each.role is None and each.value == figure.value and kin(counted, noun) in _SAME_NOUN:
            return replace(each, kind=figure.kind, unit=figure.unit, noun=None, noun_phrase=None)
    return None


def count_of_rank(figure: Figure, passage: Reading) -> Figure | None:
    """Return the rank of one more that makes a claim's count: "has reached a fourth province" makes four provinces."""
    counted = stem(figure.noun or "")
    if figure.kind is not Kind.NUMBER or figure.bound is not Bound.EXACT or not counted:
        return None
    for number, rank in enumerate(passage.figures):
        alike = rank.kind is Kind.ORDINAL and rank.value == figure.value and stem(rank.noun or "") == counted
        if alike and [word.plain for word in passage.before(number, 1)] == ["a"]:
            return replace(rank, kind=Kind.NUMBER, text=passage.text[rank.start : rank.end])
    return None


def is_apposed_share(passage: Reading, number: int, other: int) -> bool:
    """Is a share only another way to say how many an amount is: "700 people, more than half of the villagers, were"?"""
    share, places, there = passage.figures[other], passage.figure_places(number), passage.figure_places(other)
    if not is_share(share) or is_share(passage.figures[number]) or there[0] < places[-1]:
        return False
    words = passage.words
    clause = [place for place in range(places[-1], len(words)) if words[place].clause == words[there[0]].clause]
    between = range(places[-1] + 1, there[0])
    opens = all(words[p].clause in (words[places[-1]].clause, words[there[0]].clause) for p in between)
    opens = opens and words[there[0]].clause == words[places[-1]].clause + 1
    opens = opens and all(words[place].stop for place in range(clause[0], there[0]))
    goes_on = clause[-1] + 1 < len(words) and words[clause[-1] + 1].sentence == words[there[0]].sentence
    is_of = [word.plain for word in passage.behind(other, 1)] == ["of"]
    return opens and goes_on and is_of and not any(_may_be_verb(words[place]) for place in clause[1:])


def _may_be_verb(word: Word) -> bool:
    return word.plain in VERBS or word.plain.endswith("ed") or is_irregular(word.plain)


def is_part_of_whole(reading: Reading, number: int) -> bool:
    """Does a figure count a part: "four of the dead", "four of them", "five of the 14", "two of whom"?"""
    behind = [word.plain for word in reading.behind(number, 2)]
    return behind[:1] == ["of"] and not _OF_WHOLES.isdisjoint(behind[1:])


def whole_places(passage: Reading, number: int) -> list[int]:
    """Return the places of the whole that a figure counts a part of: the larger one behind its "of", or before it."""
    part = passage.figures[number]
    for other in (number + 1, *range(number - 1, -1, -1)):
        whole = passage.figures[other] if other < len(passage.figures) else None
        if whole is None or whole.kind is not part.kind or is_share(whole):
            continue
        places, here = passage.figure_places(other), passage.figure_places(number)
        behind = other > number and places[0] - here[-1] > _TO_NOUN
        larger = isinstance(whole.value, Decimal) and isinstance(part.value, Decimal) and whole.value > part.value
        if larger and not behind:
            return places
    return []


def names_the_whole(claim: Reading, number: int, passage: Reading, other: int, alignment: Alignment) -> bool:
    """Do both count a part, and has the passage the claim's word for the whole: "six of the injured"?"""
    if not (is_part_of_whole(claim, number) and is_part_of_whole(passage, other)):
        return False
    last = claim.figure_places(number)[-1]
    behind = range(last + 2, min(last + 2 + _TO_NOUN, len(claim.words)))
    named = next((place for place in behind if not claim.words[place].stop), -1)
    return named >= 0 and alignment.passage_place(named) >= 0
