"""Counts of those who did something, which do not say how many there are: 3,400 people who slept in schools.

"Kell has 3,400 inhabitants" is not borne out by "Kell, where 3,400 people spent the night in schools".
"""

from __future__ import annotations

from factcheck.models import MET, Kind
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import ONE_MEANING, VERB_FIELDS, field, kin, meaning_fields
from factcheck.stance.reading import Reading
from factcheck.words import is_irregular, listed, stem

_HAVE = frozenset(listed("has have had"))
_BE = frozenset(listed("is are was were"))
_THERE = frozenset(listed("is are"))
_BESIDE = frozenset(listed("has have had been also now still already currently who that"))
_BELONGING = frozenset(  # what tells that those counted are of a place or body
    stem(word)
    for word in listed("""
    live reside dwell inhabit populate settle base house work employ serve staff belong remain exist attend enrol study
    register sit own operate run play make comprise include call consist
    """)
)
_OWNERS = frozenset(listed("whose its their his her"))
_TO_OWNER = 2  # words of "its roughly 12 factories"
_GROUP_FIELDS = frozenset({14, 15})  # WordNet's lexicographer files of groups and places


def counts_who_did(pair: SideBySide) -> str:
    """Return what the passage says that those did of whom the claim only says that there are so many, "" for none."""
    if not _says_only_how_many(pair.claim):
        return ""
    for bond in pair.bonds:
        if bond.relation in MET and bond.passage >= 0 and not bond.derived:
            done = _deed_behind(pair, bond)
            if done >= 0:
                words = pair.passage.words
                first = pair.passage.figure_places(bond.passage)[0]
                return pair.passage.text[words[first].start : words[done].end]
    return ""


def _says_only_how_many(claim: Reading) -> bool:
    """Is a claim no more than "Kell has 3,400 inhabitants", "there are 3,400 people in Kell"?"""
    counts = [figure for figure in claim.figures if figure.kind is not Kind.DATE]
    if len(counts) != 1 or counts[0].kind is not Kind.NUMBER or not counts[0].noun:
        return False
    verbs = [place for place, word in enumerate(claim.words) if is_finite_verb(word) and word.text != counts[0].noun]
    if len(verbs) != 1:
        return False
    verb = claim.words[verbs[0]].plain
    before = claim.words[verbs[0] - 1].plain if verbs[0] else ""
    if not (verb in _HAVE or (verb in _THERE and before == "there")):
        return False
    phrase = (counts[0].noun_phrase or counts[0].noun).split()
    rest = [claim.words[place] for place in claim.content() if claim.words[place].name < 0]
    return all(word.text in phrase or field(word.stem) in _GROUP_FIELDS for word in rest if not is_finite_verb(word))


def _deed_behind(pair: SideBySide, bond: Bond) -> int:
    """Return the place of the verb that tells what those counted did, -1 where it tells that they are there, or none.

    "Twelve guests came" does say that there were twelve guests to whoever names them by what they did.
    """
    passage, noun = pair.passage, bond.comparison.source_figure.noun if bond.comparison.source_figure else None
    places = passage.figure_places(bond.passage)
    words = passage.words
    head = next((p for p in range(places[-1] + 1, min(len(words), places[-1] + 5)) if words[p].text == noun), -1)
    if head < 0 or words[head].clause != words[places[-1]].clause:
        return -1
    verb = head + 1
    was = False
    while verb < len(words) and words[verb].clause == words[head].clause and _is_beside(passage, verb):
        was = was or words[verb].plain in _BE | {"been"}
        verb += 1
    if verb >= len(words) or words[verb].clause != words[head].clause or words[verb].stop or words[verb].figure >= 0:
        return -1
    told = words[verb]
    is_deed = _is_past(passage, verb) or (not was and field(told.bare) in VERB_FIELDS)
    if not is_deed or told.name >= 0 or told.bare in _BELONGING or _are_owned(passage, places[0]):
        return -1
    mine = stem(bond.comparison.claim_figure.noun or "")
    return -1 if kin(mine, told.bare) in ONE_MEANING else verb


def _is_beside(passage: Reading, place: int) -> bool:
    word = passage.words[place]
    return word.plain in _BE | _BESIDE or (word.plain.endswith("ly") and word.name < 0)


def _is_past(passage: Reading, place: int) -> bool:
    """Is a word the past form of what may be a verb: "fled", "were evacuated"?"""
    word = passage.words[place]
    may_tell = any(each in VERB_FIELDS for each in meaning_fields(word.bare))
    return may_tell and (word.plain.endswith("ed") or is_irregular(word.plain))


def _are_owned(passage: Reading, first: int) -> bool:
    """Says the passage whose those are that it counts: "its 12 factories stood idle"? So many there are then."""
    before = passage.words[max(0, first - _TO_OWNER) : first]
    return any(word.plain in _OWNERS or word.text.endswith(("'s", "’s", "s'", "s’")) for word in before)
