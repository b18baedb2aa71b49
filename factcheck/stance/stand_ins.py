"""What a "one" stands for: in "the second storm this year, after one in March", the storm in March."""

from __future__ import annotations

from factcheck.compare import compare_figures
from factcheck.models import Figure, Kind, Relation
from factcheck.stance.align import Alignment, Link
from factcheck.stance.lexicon import NOUN_FIELDS, meaning_fields
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import is_irregular, listed

_BEFORE_ONE = frozenset(listed("after before since than following follows followed like to with from the"))
BEHIND_ONE = frozenset(listed("in on at near that which when last"))
"""What goes on to tell which one is meant: "one in March", "another which killed seven"."""

_EVENTS = frozenset({4, 11, 19, 26})  # WordNet's lexicographer files of acts, events, phenomena and states
_COMMONEST = 2  # meanings as a noun
_TO_DATE = 4  # words of "one at Lund in March"


def with_stand_ins(claim: Reading, passage: Reading, alignment: Alignment) -> Alignment:
    """Return the alignment with an event of the claim met by the "one" that stands for it at the claim's own date.

    "The storm in March" by the "one" of "the second storm this year, after one in March", not by its "storm".
    """
    if "one" not in passage.places or not any(figure.kind is Kind.DATE for figure in claim.figures):
        return alignment
    words = passage.words
    links: dict[int, Link] = {}
    for place, word in enumerate(words):
        if word.plain != "one" or not is_pronoun(passage, place) or not _is_of_date(claim, passage, place):
            continue
        for link in alignment.links:
            before = 0 <= link.passage < place and words[link.passage].sentence == word.sentence
            if before and link.covered and is_event(passage, link.passage):
                links[link.claim] = replace(link, passage=place)
    if not links:
        return alignment
    told = tuple(links.get(link.claim, link) for link in alignment.links)
    return Alignment(told, {link.claim: link for link in told})


def _is_of_date(claim: Reading, passage: Reading, place: int) -> bool:
    """Stands a date of the claim right behind a "one"?"""
    behind = passage.words[place + 1 : place + 1 + _TO_DATE]
    numbers = {word.figure for word in behind if word.clause == passage.words[place].clause} - {-1}
    days = [passage.figures[number] for number in numbers if passage.figures[number].kind is Kind.DATE]
    own = [figure for figure in claim.figures if figure.kind is Kind.DATE]
    return any(_are_one_day(mine, day) for mine in own for day in days)


def _are_one_day(mine: Figure, day: Figure) -> bool:
    """Are two dates one, or written alike, where the claim's year is not known?"""
    return mine.text.lower() == day.text.lower() or compare_figures(mine, day).relation is Relation.EQUAL


def is_pronoun(passage: Reading, place: int) -> bool:
    """Stands a "one" for an event told before: "after one in March"?"""
    words = passage.words
    if words[place].figure >= 0 or not place or place + 1 == len(words):
        return False
    if words[place - 1].plain not in _BEFORE_ONE or words[place - 1].clause != words[place].clause:
        return False
    behind = words[place + 1]
    if behind.clause == words[place].clause and not (behind.plain in BEHIND_ONE or behind.figure >= 0):
        return False
    return follows_event(passage, place)


def follows_event(passage: Reading, place: int) -> bool:
    """Is something that happens told of before a word, in its sentence?"""
    sentence = passage.words[place].sentence
    return any(is_event(passage, p) for p in range(place) if passage.words[p].sentence == sentence)


def is_event(passage: Reading, place: int) -> bool:
    """Is a word the name of something that happens, by its commonest meanings as a noun, or one of no known meaning?"""
    word = passage.words[place]
    if word.stop or word.name >= 0 or word.figure >= 0 or word.plain.endswith("ed") or is_irregular(word.plain):
        return False
    fields = meaning_fields(word.stem)
    nouns = [each for each in fields if each in NOUN_FIELDS][:_COMMONEST]
    return not fields or any(each in _EVENTS for each in nouns)  # "avalanche", "derailment"
