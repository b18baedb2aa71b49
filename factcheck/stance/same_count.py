"""When two figures of one value count one thing, though their nouns are not the same word nor kin.

"Three-fifths" and "61 per cent" are of no noun at all; "900 deaths" is what "kills 900" says; "2,800 lives" were those
of 2,800 people. None of these holds for "20,000 soldiers" and "20,000 containers".
"""

from __future__ import annotations

from factcheck.compare import is_share
from factcheck.figures.grammar_words import VERBS
from factcheck.models import MET, Comparison, Figure, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import VERB_FIELDS, Kin, meaning_fields
from factcheck.stance.people import are_lives
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, stem

_TO_FIGURE = 3  # words from a verb to the figure that it governs: "kills roughly 900"
_TO_NOUN = 4
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
    if figure.kind is not Kind.NUMBER or not figure.noun or not there or _has_noun_behind(passage, other):
        return False
    counted = stem(figure.noun)
    for link in alignment.links:
        if claim.words[link.claim].stem != counted or not link.covered or link.kin not in _ONE_WORD:
            continue
        near = 0 < there[0] - link.passage <= _TO_FIGURE
        if near and any(each in VERB_FIELDS for each in meaning_fields(passage.words[link.passage].stem)):
            return passage.words[link.passage].clause == passage.words[there[0]].clause
    return False


def _has_noun_behind(reading: Reading, number: int) -> bool:
    """Stands the noun of a figure behind it, where it counts it, and not before it?"""
    figure, places = reading.figures[number], reading.figure_places(number)
    behind = reading.words[places[-1] + 1 : places[-1] + 1 + _TO_NOUN]
    return any(word.text == figure.noun for word in behind)


def is_apposed_share(passage: Reading, number: int, other: int) -> bool:
    """Is a share only another way to say how many an amount is: "700 people, more than half of the villagers, were"?"""
    share, places, there = passage.figures[other], passage.figure_places(number), passage.figure_places(other)
    if not is_share(share) or is_share(passage.figures[number]) or not places or not there or there[0] < places[-1]:
        return False
    words = passage.words
    clause = [place for place in range(places[-1], len(words)) if words[place].clause == words[there[0]].clause]
    between = range(places[-1] + 1, there[0])
    opens = all(words[p].clause in (words[places[-1]].clause, words[there[0]].clause) for p in between)
    opens = opens and words[there[0]].clause == words[places[-1]].clause + 1
    opens = opens and all(words[place].stop for place in range(clause[0], there[0]))
    goes_on = clause[-1] + 1 < len(words) and words[clause[-1] + 1].sentence == words[there[0]].sentence
    behind = words[there[-1] + 1 : there[-1] + 2]
    is_of = bool(behind) and behind[0].plain == "of"
    return opens and goes_on and is_of and not any(_may_be_verb(words[place]) for place in clause[1:])


def _may_be_verb(word: Word) -> bool:
    return word.plain in VERBS or word.plain.endswith("ed") or is_irregular(word.plain)
