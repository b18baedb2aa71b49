"""Why a figure or a word that differs need be no contradiction: it is of something else, or of another time."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from factcheck.compare import is_share
from factcheck.models import Kind
from factcheck.stance.align import Link
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, plain_share
from factcheck.stance.lexicon import NOUN_FIELDS, ONE_MEANING, Kin, kin, meaning_fields
from factcheck.stance.names import free_names
from factcheck.stance.polarity import negations
from factcheck.stance.reading import Name, Reading, Word
from factcheck.stance.reference import opening_reference
from factcheck.words import listed, stem

_FAR = 25  # times as much: nobody writes 3 for 6,000 but of another thing
_OPENING = 6  # words of a sentence in which a date sets the scene
_SCENES = frozenset(listed("in during on at by after before until"))
_NOT_DENIED = frozenset(listed("able yet ever even going also still"))  # between a negation and what it denies
_OF_THINGS = frozenset(listed("no none nobody nothing neither nor without"))
_PARTS = frozenset(listed("last first one some part half most rest many several"))
_NOW, _OTHER_TIMES = frozenset(listed("this current")), frozenset(listed("last next previous"))
_MUCH = 0.6  # of the claim's plain words
_HAVE = frozenset(listed("has have had"))  # "has since cut its wages" tells of no other time
_TIMING = frozenset(listed("since after before when until while once"))
_DEGREES = frozenset(listed("more less"))
_TELLS = frozenset(stem(word) for word in listed("say tell announce report add note warn argue explain"))
_VERB_TO_OBJECT = 4


def is_far_apart(bond: Bond) -> bool:
    """Is one of two figures so many times the other that they can hardly measure the same thing?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if bond.derived or source is None or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return False
    if figure.unit != source.unit:
        return False
    low, high = sorted((abs(mine), abs(theirs)))
    return low > 0 and high >= _FAR * low


def is_of_years_ago(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage's sentence open on a year gone by ("in the flood of 1972"), where the claim gives no date?"""
    if any(figure.kind is Kind.DATE for figure in pair.claim.figures) or bond.passage < 0 or not pair.published:
        return False
    places = pair.passage.figure_places(bond.passage)
    words = pair.passage.words
    sentence = words[places[0]].sentence
    opening = [place for place, word in enumerate(words) if word.sentence == sentence][:_OPENING]
    if words[opening[0]].plain not in _SCENES:
        return False
    dates = {words[place].figure for place in opening if words[place].figure >= 0}
    years = [str(f.value)[:4] for f in (pair.passage.figures[n] for n in dates) if f.kind is Kind.DATE]
    return bool(years) and all(year.isdigit() and year < pair.published[:4] for year in years)


def is_told_of_years_ago(pair: SideBySide, links: Sequence[Link]) -> bool:
    """Does the passage date to years gone by each sentence in which it has these words, where the claim gives no date?

    "No deaths have been reported" is not denied by "the last such outbreak was in 1991, when three people died".
    """
    if not links or not pair.published or any(figure.kind is Kind.DATE for figure in pair.claim.figures):
        return False
    return all(_is_dated_years_ago(pair, pair.passage.words[link.passage].sentence) for link in links)


def _is_dated_years_ago(pair: SideBySide, sentence: int) -> bool:
    words = pair.passage.words
    numbers = {word.figure for word in words if word.sentence == sentence and word.figure >= 0}
    dates = [figure for figure in (pair.passage.figures[n] for n in numbers) if figure.kind is Kind.DATE]
    years = [str(figure.value)[:4] for figure in dates if figure.hedge != "since"]
    return bool(years) and all(year.isdigit() and year < pair.published[:4] for year in years)


def is_of_another_season(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim speak of the last or next one, the passage, at its figure, of this one: "last season"?"""
    if bond.passage < 0 or bond.claim < 0:
        return False
    here = pair.passage.figure_places(bond.passage)
    for place, word in enumerate(pair.claim.words[:-1]):
        if word.plain not in _OTHER_TIMES or pair.claim.words[place + 1].figure >= 0:
            continue
        for there in pair.passage.places.get(pair.claim.words[place + 1].stem, ()):
            before = pair.passage.words[there - 1] if there else None
            near = before is not None and before.clause == pair.passage.words[here[0]].clause
            if before is not None and near and before.plain in _NOW:
                return True
    return False


def is_of_another_subject(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage's figure stand in a stretch with a name of its own, and the claim's name in a later one?

    "Wardlow had 140 damaged homes, and Cole the others" says nothing of how many Cole had.
    """
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    met = [k.passage for k in pair.alignment.links if k.covered and pair.claim.words[k.claim].name >= 0]
    if not places or not met or any(place < 0 for place in met):
        return False
    words = pair.passage.words
    clause = words[places[0]].clause
    if not all(words[place].clause > clause for place in met):
        return False
    return any(
        words[name.first].clause == clause and name.last < places[0]
        for name in free_names(pair.passage, pair.alignment)
    )


def is_of_another_thing(pair: SideBySide, bond: Bond) -> bool:
    """Is a change of the passage one of something else, since only the context has what changed in the claim?"""
    noun = bond.comparison.claim_figure.noun
    if bond.derived not in ("change", "difference") or not noun or opening_reference(pair.passage) is not None:
        return False
    links = [k for k in pair.alignment.links if pair.claim.words[k.claim].plain == noun.lower()]
    return bool(links) and all(k.in_context or not k.covered for k in links)


def is_share_of_another(pair: SideBySide, bond: Bond) -> bool:
    """Has the passage nothing of what the claim says of a share, only what it is a share of?

    "Two-thirds of the volunteers got the vaccine" says nothing of "a quarter of the volunteers lived in Peru".
    """
    figure = bond.comparison.claim_figure
    if not is_share(figure) or not figure.noun:
        return False
    words = pair.claim.words
    said = [k for k in pair.alignment.links if words[k.claim].name < 0 and words[k.claim].plain != figure.noun.lower()]
    return bool(said) and not any(k.is_here for k in said)


def is_of_another_match(pair: SideBySide) -> bool:
    """Has only the context the names of the claim, two or more, and the passage a name of its own in their place?"""
    if len(pair.names) < 2 or any(match.in_passage for match in pair.names):
        return False
    return bool(free_names(pair.passage, pair.alignment))


def denied(pair: SideBySide, apart: Sequence[Link]) -> list[Link]:
    """Return the links that a negation parts, those left out where what it denies stands only in one of the texts."""
    return [link for link in apart if _is_of_denied(pair, link)]


def denies_more(pair: SideBySide) -> bool:
    """Does the claim deny something of which the passage says only a part: "did not change in size", "of one size"?

    A claim that denies is contradicted only by a passage that has all that it denies.
    """
    words = pair.claim.words
    reached = [link for link in pair.alignment.links if words[link.claim].depth % 2 and words[link.claim].name < 0]
    return any(not link.covered for link in reached) and not pair.passage.negations


def _is_of_denied(pair: SideBySide, link: Link) -> bool:
    """Is what denies a word of a link, in claim or passage, a negation of words that both texts have?"""
    mine, theirs = pair.claim.words[link.claim].depth, pair.passage.words[link.passage].depth
    reading, place = (pair.claim, link.claim) if mine > theirs else (pair.passage, link.passage)
    before = [n for n in negations([word.plain for word in reading.words]) if n < place]
    if not before:
        return True
    several = 2 if reading.words[before[-1]].plain in _OF_THINGS else 1
    words = _first_denied(reading, before[-1], several)
    if reading is pair.claim and reading.words[before[-1]].plain == "no":  # "no bank details": none of that sort
        return all(_meets(pair, word, True) for word in words)
    return not words or any(_meets(pair, word, reading is pair.claim) for word in words)


def _first_denied(reading: Reading, negation: int, several: int) -> list[int]:
    """Return the places of the first words that say something behind a negation."""
    behind = range(negation + 1, len(reading.words))
    found = [place for place in behind if not reading.words[place].stop and not _is_passed_over(reading, place)]
    return found[:several]


def _is_passed_over(reading: Reading, place: int) -> bool:
    """Does a word only stand between a negation and what it denies: "not formally", "not decided whether to"?"""
    word = reading.words[place]
    if place + 1 < len(reading.words) and reading.words[place + 1].plain == "whether":
        return True
    is_date = word.figure >= 0 and reading.figures[word.figure].kind is Kind.DATE
    return is_date or word.plain in _NOT_DENIED or word.plain.endswith("ly")


def _meets(pair: SideBySide, place: int, in_claim: bool) -> bool:
    """Has a word of one text, that says something, its like in the other?"""
    if in_claim:
        return pair.claim.words[place].figure >= 0 or pair.alignment.passage_place(place) >= 0
    figures = {bond.passage for bond in pair.bonds}
    return pair.passage.words[place].figure in figures - {-1} or any(
        k.covered and k.passage == place for k in pair.alignment.links
    )


def is_said_by_claim(pair: SideBySide, opposite: Link) -> bool:
    """Does the claim itself have, elsewhere, the passage's opposite word: "have closed since the work began"?"""
    mine, theirs = pair.claim.words[opposite.claim].stems, pair.passage.words[opposite.passage].stem
    others = [word for place, word in enumerate(pair.claim.words) if place != opposite.claim]
    return any(
        word.name < 0
        and kin(word.stem, theirs) in ONE_MEANING
        and any(kin(each, word.stem) is Kin.OPPOSITE for each in mine)
        for word in others
    )


def is_of_other_noun(pair: SideBySide, opposite: Link) -> bool:
    """Does each of two comparatives stand before a noun of its own: "sold fewer goods", "higher prices"?"""
    if not _compares(pair.claim.words[opposite.claim]):
        return False
    if not _compares(pair.passage.words[opposite.passage]):
        return _is_of_noun_elsewhere(pair, opposite)
    mine = _noun_behind(pair.claim, opposite.claim)
    theirs = _noun_behind(pair.passage, opposite.passage)
    if not mine or not theirs or kin(mine, theirs) is not Kin.NONE:
        return False
    return not any(
        k.covered
        and pair.claim.words[k.claim].stem == mine
        and k.passage >= 0
        and pair.passage.words[k.passage].stem == theirs
        for k in pair.alignment.links
    )


def _is_of_noun_elsewhere(pair: SideBySide, opposite: Link) -> bool:
    """Has the passage the noun of the claim's comparative in another stretch: "profit fell, as cocoa cost more"?"""
    if not _noun_behind(pair.claim, opposite.claim):
        return False
    there = pair.alignment.passage_place(opposite.claim + 1)
    words = pair.passage.words
    return there >= 0 and words[there].clause != words[opposite.passage].clause


def _compares(word: Word) -> bool:
    return word.plain in _DEGREES or word.plain.endswith("er")


def _noun_behind(reading: Reading, place: int) -> str:
    """Return the stem of the noun right behind an adjective, an empty string where another word follows."""
    words = reading.words[place : place + 2]
    if len(words) < 2 or words[1].stop or words[1].name >= 0 or words[1].figure >= 0:
        return ""
    if words[0].clause != words[1].clause or not any(each in NOUN_FIELDS for each in meaning_fields(words[1].stem)):
        return ""
    return words[1].stem


def is_of_a_part(pair: SideBySide, opposite: Link) -> bool:
    """Is what the passage's opposite word is said of only a part: "closed the last of them"?"""
    words = pair.passage.words[opposite.passage + 1 : opposite.passage + 1 + _VERB_TO_OBJECT]
    plains = [word.plain for word in words]
    return any(first in _PARTS and then == "of" for first, then in itertools.pairwise(plains))


def is_of_another_time(pair: SideBySide, opposite: Link) -> bool:
    """Does the passage's opposite word only tell from when on something else is so: "since the line closed"?"""
    words = pair.passage.words
    clause = words[opposite.passage].clause
    linked = {k.passage for k in pair.alignment.links if k.covered and k.claim >= pair.predicate} - {opposite.passage}
    for place in range(opposite.passage - 1, max(-1, opposite.passage - _OPENING), -1):
        if words[place].clause != clause:
            return False
        if words[place].plain in _TIMING and not (place and words[place - 1].plain in _HAVE):
            return not any(place < each for each in linked)
    return False


def is_said_of_another(pair: SideBySide, opposite: Link) -> bool:
    """Is the passage's opposite word said in a stretch with a subject of its own, and the claim's subject in another?

    "The Blues kept their seats, while the Reds lost theirs" does not deny that the Reds lost.
    """
    words = pair.passage.words
    subjects = [k for k in pair.alignment.links if k.claim < min(pair.predicate, opposite.claim) and k.covered]
    if not subjects or any(k.passage < 0 for k in subjects):
        return False
    clause = words[opposite.passage].clause
    if any(words[k.passage].clause == clause for k in subjects):
        return False
    linked = {k.passage for k in pair.alignment.links if k.covered}
    before = [p for p in range(opposite.passage) if words[p].clause == clause]
    if any(words[p].pronoun for p in before):
        return False  # "a decision that it opposed"
    return any(not words[p].stop for p in before) and not linked & set(before)


def is_aside(pair: SideBySide, name: Name) -> bool:
    """Does a name of the passage only tell who says so, or who holds the claim's own office, or stand in a stretch that
    says nothing of the claim?

    "Ada Lenz said that …", "its chief executive, Ada Lenz, denied …", "debt fell, helped by the sale of Orr".
    """
    words = pair.passage.words
    clause = words[name.first].clause
    if any(word.stem in _TELLS and word.clause == clause for word in words[name.last + 1 : name.last + 3]):
        return True
    if name.first and words[name.first - 1].stem in _TELLS:
        return True  # "…, said Ada Lenz"
    before = words[max(0, name.first - 3) : name.first]
    if any(first.plain == "according" and then.plain == "to" for first, then in itertools.pairwise(before)):
        return True
    linked = {k.passage for k in pair.alignment.links if k.is_here}
    stretch = [p for p in range(len(words)) if words[p].clause == clause]
    if name.first == stretch[0] and name.last == stretch[-1]:
        head = name.first - 1  # "the referee, Carl Orr", "although the female, Lin Lin, …"
        return head in linked or (head >= 0 and not any(words[p].clause == words[head].clause for p in linked))
    says_much = bool(linked) and plain_share(pair) >= _MUCH
    return says_much and clause > min(words[p].clause for p in linked) and not linked & set(stretch)
