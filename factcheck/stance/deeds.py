"""Who does what, read clause by clause: no support where the passage has somebody else do what the claim tells.

"Estmark had shelled Tesk" does not bear out that Kelmark did, nor "directed by Marta Quill" that Oona Reyes did, nor
"whose mother was born in Lund" that Nadia Frith was.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.stance.align import Link
from factcheck.stance.ends import before_aside
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import (
    GROUP_FIELD,
    NEAR_MEANING,
    NOUN_FIELDS,
    ONE_WORD,
    PERSON_FIELD,
    VERB_FIELDS,
    ancestors,
    entry,
    field,
    is_mutual,
    kin,
    meaning_fields,
)
from factcheck.stance.reading import Reading, Word
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed, stem

_BE = frozenset(listed("is are was were be been being get gets got"))
_BESIDE = frozenset(
    listed("is are was were be been being has have had do does did will would can could may might must should shall")
    + listed("not never also still already now then soon again once twice only just to both all later first")
)
_BEFORE_VERBS = frozenset(listed("to will would can could may might must should shall did does do not never"))
_PREPOSITIONS = frozenset(
    listed("in on at by for from to with as into under over against between during near after before than about")
    + listed("despite through until since across among behind inside outside within without towards off")
)
_ARTICLES = frozenset(listed("the a an this that these those its his her their our my your no"))
_OWNERS = frozenset(listed("whose his her its their"))
_RELATIVES = frozenset(listed("who which that"))
_BREAKS = frozenset(listed("when while because if although though but unless whether where as after before since than"))
_JOINTS = frozenset(listed("and or but"))
_SHARED_TELLING = frozenset(stem(word) for word in listed("report record show list"))  # of one thing, by many
_OF_TRADES = tuple(stem(word) for word in listed("worker professional leader creator official"))
_PRONOUNS = frozenset(listed("he she it they we i you one others both this those"))
_OWNING = ("'s", "’s", "s'", "s’")
_AGENT_REACH, _REACH = 9, 30


@dataclass(frozen=True, slots=True)
class Parts:
    """The heads of what does a verb and of what it is done to, each a set of places; empty where that is not clear."""

    doers: frozenset[int]
    patients: frozenset[int]


def done_by_another(pair: SideBySide) -> str:
    """Return in words who does in the passage what the claim tells of another, an empty string where none does."""
    for link in pair.alignment.links:
        if not _is_shared_verb(pair, link):
            continue
        mine, theirs = parts_of(pair.claim, link.claim), parts_of(pair.passage, link.passage)
        if _are_unlike(pair, link, theirs):
            continue
        for one, other in ((mine.doers, theirs.doers), (mine.patients, theirs.patients)):
            if one and other and _are_others(pair, one, other) and not _does_elsewhere(pair, link, one):
                words = pair.passage.words
                nearest = (words[place] for place in sorted(other) if words[place].clause == words[max(other)].clause)
                text = " ".join(word.text for word in nearest)
                return f"in the source it is {text} of whom this is said"
    return ""


def _is_shared_verb(pair: SideBySide, link: Link) -> bool:
    """Is a link one of a verb in both texts, that is no matter of both its ends alike?"""
    if not link.is_here or link.kin not in ONE_WORD:
        return False
    word = pair.claim.words[link.claim]
    if is_mutual(word.stem) or (word.stem in _SHARED_TELLING and not _is_done_by_somebody(pair, link)):
        return False
    return is_told_verb(pair.claim, link.claim) and is_told_verb(pair.passage, link.passage)


def _is_done_by_somebody(pair: SideBySide, link: Link) -> bool:
    """Is a verb done by people in both texts: "a nurse reported it", but no "the survey reported it"?"""
    doers = parts_of(pair.claim, link.claim).doers, parts_of(pair.passage, link.passage).doers
    return all(doers) and _has_trade(pair.claim, max(doers[0])) and _has_trade(pair.passage, max(doers[1]))


def _has_trade(reading: Reading, head: int) -> bool:
    """Is a head what somebody is by trade or office, as "victim", "child" and "resident" are not?"""
    word = reading.words[head]
    if word.name >= 0 or field(word.stem) != PERSON_FIELD:
        return False
    return not _trades().isdisjoint(_ancestors_of(word.stem))


def _ancestors_of(word: str) -> frozenset[int]:
    """Return the meanings above the commonest one of a stem."""
    return frozenset(ancestors(entry(word).meanings[0]))


@lru_cache(maxsize=1)
def _trades() -> frozenset[int]:
    """Return the meanings under which the lexicon has trades and offices."""
    return frozenset(meaning for word in _OF_TRADES for meaning in entry(word).meanings)


def _are_unlike(pair: SideBySide, link: Link, theirs: Parts) -> bool:
    """Are the two verbs built in ways that say nothing of who does it: "began its offensive", "the offensive began"?"""
    passive = _is_passive(pair.claim, link.claim), _is_passive(pair.passage, link.passage)
    takes = _takes_object(pair.claim, link.claim), _takes_object(pair.passage, link.passage)
    if passive[0] != passive[1]:
        return not (takes[1] if passive[0] else takes[0])
    if passive[0] or takes[0] == takes[1]:
        return False
    if takes[1]:
        return True
    behind = _phrase_behind(pair.claim, link.claim + 1)
    return bool({pair.alignment.passage_place(place) for place in behind} & theirs.doers)


def is_told_verb(reading: Reading, place: int) -> bool:
    """Is a word a verb where it stands: in a past tense, or behind a "to" or a "will"?"""
    word = reading.words[place]
    if word.name >= 0 or word.figure >= 0:
        return False
    before = reading.words[place - 1].plain if place else ""
    if before in _ARTICLES:
        return False
    if word.plain == "born":  # which the lexicon has as an adjective only
        return True
    fields = meaning_fields(word.stem)
    if fields and not any(each in VERB_FIELDS for each in fields):
        return False
    return (
        word.plain.endswith("ed") or is_irregular(word.plain) or before in _BEFORE_VERBS or _is_after_be(reading, place)
    )


def _is_after_be(reading: Reading, place: int) -> bool:
    """Does a form of "be" stand right before a word that is no noun or adjective: "was born"?"""
    before = reading.words[place - 1].plain if place else ""
    return before in _BE and field(reading.words[place].stem) in VERB_FIELDS


def parts_of(reading: Reading, verb: int) -> Parts:
    """Return who does a verb and whom it is done to; only the subject and a "by" are read, no object."""
    subject = _subject(reading, verb)
    if not _is_passive(reading, verb):
        return Parts(subject, frozenset())
    return Parts(_agent(reading, verb), subject)


def _is_passive(reading: Reading, verb: int) -> bool:
    """Is a verb in the passive: behind a form of "be", or with a "by" behind it that names who did it?"""
    words = reading.words
    place = verb - 1
    while place >= 0 and (
        words[place].plain in ("not", "never", "also", "been", "being") or _is_adverb(reading, place)
    ):
        place -= 1
    if any(words[p].plain in _BE for p in range(max(0, place), verb)):
        return True
    return bool(_agent(reading, verb)) and not _takes_object(reading, verb)


def _takes_object(reading: Reading, verb: int) -> bool:
    following = reading.words[verb + 1 : verb + 2]
    if not following or following[0].clause != reading.words[verb].clause:
        return False
    word = following[0]
    return word.plain in _ARTICLES or word.name >= 0 or word.figure >= 0 or not (word.stop or word.plain.endswith("ly"))


def _is_adverb(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return word.plain.endswith("ly") and word.name < 0 and field(word.stem) not in NOUN_FIELDS


def _agent(reading: Reading, verb: int) -> frozenset[int]:
    """Return the heads behind the "by" of a verb."""
    words = reading.words
    for place in range(verb + 1, min(len(words) - 1, verb + _AGENT_REACH)):
        if words[place].clause != words[verb].clause:
            return frozenset()
        if (
            words[place].plain == "by" and words[place + 1].figure < 0
        ):  # whoever is named behind it, with all that a list goes on with
            return _heads(reading, _phrase_behind(reading, place + 1))
        if words[place].plain.endswith("ed") or words[place].plain in _RELATIVES:
            return frozenset()
    return frozenset()


def _phrase_behind(reading: Reading, start: int) -> range:
    words = reading.words
    place = start
    while place < len(words) and words[place].sentence == words[start].sentence:
        if words[place].plain in _PREPOSITIONS | _RELATIVES or (place > start and is_finite_verb(words[place])):
            break
        place += 1
    return range(start, place)


def _subject(reading: Reading, verb: int) -> frozenset[int]:
    """Return the heads of a verb's subject: of what stands before it, back to the verb, "who" or "that" before."""
    words = reading.words
    place = verb - 1
    while place >= 0 and (words[place].plain in _BESIDE or _is_adverb(reading, place)):
        place -= 1
    if place >= 0 and words[place].clause != words[verb].clause and words[place].sentence == words[verb].sentence:
        place = before_aside(reading, place)  # "Spain, third at the line, were disqualified"
        if place >= 0 and words[place].name < 0:
            return frozenset()
    last = place
    if last < 0 or words[last].plain in _JOINTS or (words[last].clause != words[verb].clause and words[last].name < 0):
        return frozenset()
    while place >= max(0, verb - _REACH) and words[place].sentence == words[verb].sentence:
        if words[place].plain in _RELATIVES:
            return _antecedent(reading, place) if place == last else _heads(reading, range(place + 1, last + 1))
        if words[place].plain in _BREAKS or words[place].plain == "whose" or is_finite_verb(words[place]):
            break
        if words[place].name < 0 and is_told_verb(reading, place):
            break
        place -= 1
    return _heads(reading, range(place + 1, last + 1)) if last > place else frozenset()


def _antecedent(reading: Reading, relative: int) -> frozenset[int]:
    """Return the heads that a "who" or "which" may refer to: of what stands before it, back to a verb."""
    words = reading.words
    place = relative - 1
    if place < 0 or words[place].stop or words[place].sentence != words[relative].sentence:
        return frozenset()
    while place >= 0 and words[place].sentence == words[relative].sentence:
        if words[place].plain in _RELATIVES | _BREAKS or (words[place].name < 0 and is_finite_verb(words[place])):
            break
        place -= 1
    return frozenset(p for p in range(place + 1, relative) if not words[p].stop and words[p].figure < 0)


def _heads(reading: Reading, places: range) -> frozenset[int]:
    """Return the places of the words of a noun phrase that hang on no preposition but "of", owners left out.

    None where a pronoun stands among them, or a phrase that another comma parts from the verb.
    """
    words = reading.words
    if any(words[place].plain in _PRONOUNS for place in places):
        return frozenset()
    heads = set()
    hangs = False
    for place in places:
        word = words[place]
        if word.plain in _PREPOSITIONS:
            hangs = True
        elif place > places[0] and word.clause != words[place - 1].clause:
            hangs = False
        if hangs or word.stop or word.figure >= 0 or word.text.endswith(_OWNING):
            continue
        heads.add(place)
    return frozenset(heads)


def _are_others(pair: SideBySide, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Are the heads of a part in the claim surely not those in the passage?"""
    met = {pair.alignment.passage_place(place) for place in mine} - {-1}
    if any(pair.passage.words[place].figure >= 0 for place in met) or _are_joined(pair, theirs):
        return False  # "a teenager" is met by "a 17-year-old boy"
    if met & theirs or _share_a_name(pair, mine, theirs) or _are_equated(pair.passage, met, theirs):
        return False
    named = pair.claim.words[max(mine)].name >= 0
    named_there = pair.passage.words[max(theirs)].name >= 0
    if named and named_there:
        return True
    crossed = any(k.covered and k.passage == max(theirs) and k.claim not in mine for k in pair.alignment.links)
    if crossed and not named_there:
        return bool(met)
    if named:  # "the company" may be what the claim names, "whose mother" may not
        return any(_is_owned(pair.passage, place) for place in theirs)
    if named_there:
        return False
    if not met:
        return _are_of_two_trades(pair, max(mine), max(theirs))
    return all(_tells_who(pair.passage, place) for place in theirs)


def _are_of_two_trades(pair: SideBySide, mine: int, theirs: int) -> bool:
    """Are two heads two trades, neither of which is a word for the other: "a nurse" and "a plumber"?"""
    if not (_has_trade(pair.claim, mine) and _has_trade(pair.passage, theirs)):
        return False
    link = pair.alignment.by_claim.get(mine)
    if link is None or link.covered or link.passage >= 0:
        return False
    return kin(pair.claim.words[mine].stem, pair.passage.words[theirs].stem) not in NEAR_MEANING


def _are_joined(pair: SideBySide, theirs: frozenset[int]) -> bool:
    """Does the claim join those who do it in the passage by a "with": "signed a treaty with Norland"?"""
    words = pair.claim.words
    joined = (k.claim for k in pair.alignment.links if k.covered and k.passage in theirs)
    return any("with" in (word.plain for word in words[max(0, place - 3) : place]) for place in joined)


def _are_equated(reading: Reading, met: set[int], theirs: frozenset[int]) -> bool:
    """Says the passage that what the claim names is what does it: "Orm is a play that ran for years"?"""
    words = reading.words
    first = min(theirs)
    before = [place for place in met if place < first and words[place].sentence == words[first].sentence]
    return any(_only_is(words[place + 1 : first]) for place in before)


def _only_is(between: Sequence[Word]) -> bool:
    """Does what stands between two words say that one is the other, and nothing else?"""
    return any(word.plain in _BE for word in between) and not any(_is_verb_of_doing(word) for word in between)


def _is_verb_of_doing(word: Word) -> bool:
    """Is a word a finite verb that is no form of "be" or "have"?"""
    return is_finite_verb(word) and not word.stop


def _share_a_name(pair: SideBySide, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Has a name of the claim's part a word of a name in the passage's: "Ms Kett", "Joan Kett"?"""
    claim, passage = pair.claim, pair.passage
    stems = {claim.words[place].stem for place in mine}
    return any(passage.words[place].stem in stems for place in theirs)


def _is_owned(reading: Reading, head: int) -> bool:
    """Is a head a person of another's: "whose mother", "Orr's chairman"?"""
    word = reading.words[head]
    if word.name >= 0 or field(word.stem) != PERSON_FIELD:
        return False
    before = reading.words[max(0, head - 2) : head]
    return any(each.plain in _OWNERS or each.text.endswith(_OWNING) for each in before)


def _tells_who(reading: Reading, head: int) -> bool:
    return field(reading.words[head].stem) in (PERSON_FIELD, GROUP_FIELD)


def _does_elsewhere(pair: SideBySide, link: Link, mine: frozenset[int]) -> bool:
    """Does the passage have the verb again, with the claim's own subject?"""
    stem = pair.passage.words[link.passage].stem
    met = {pair.alignment.passage_place(place) for place in mine} - {-1}
    for place in pair.passage.places.get(stem, ()):
        if place == link.passage or not is_told_verb(pair.passage, place):
            continue
        parts = parts_of(pair.passage, place)
        if met & (parts.doers | parts.patients):
            return True
    return False
