"""Another one did it: the passage says of another name all that the claim says of its own."""

from __future__ import annotations

from factcheck.models import MET, Kind
from factcheck.stance.features import SideBySide, is_finite_verb, is_telling, plain_share
from factcheck.stance.lexicon import VERB_FIELDS, Kin, field, is_known
from factcheck.stance.names import free_names
from factcheck.stance.reading import Name, Reading, Word
from factcheck.stance.reference import is_person, is_plain_noun
from factcheck.stance.roles import is_passive
from factcheck.words import listed, stem

_ARTICLES = frozenset(listed("the a an its his her their"))
_BEFORE_OBJECTS = frozenset(listed("in on at by for from to of with as into under over against between during near"))
_INDEFINITE = frozenset(listed("a an some several many any"))
_SHARED = frozenset(  # what many may say, take part in or undergo, each for himself
    stem(word)
    for word in listed("""
    say tell announce report call describe believe think expect hope want praise criticise condemn welcome warn
    argue insist add admit deny dispute question accuse blame urge demand support oppose back endorse favour favor
    reject defend attack join leave quit sign meet receive read study use pay lose enjoy share
    """)
)
_RELATIVES = frozenset(listed("which who whom whose where"))
_SUBJECT_PRONOUNS = frozenset(listed("he she they it we i"))
_LEAST_PLAIN, _LEAST_PLAIN_TOLD = 0.85, 0.7  # the latter where a telling figure says that both speak of one thing
_LEAST_MET = 3  # words of the claim, besides its names, that the passage's one sentence must hold
_SHARED_FIELDS = frozenset({37, 39, 42})  # WordNet's verbs of emotion, perception and state
_REACH = 30
_OWNING = ("'s", "’s", "s'", "s’")
_FULL_NAME = (2, 3)


def another_doer(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's name and the one that the passage has in its stead, None where there is none.

    "Ortega called out 450 guardsmen" against "Governor Whitcomb called out 450 guardsmen". The rest of the claim
    has to stand in one sentence of the passage, and to be what only one can have done.
    """
    mine = _absent_person(pair)
    if mine is None or not _says_all_else(pair):
        return None
    for link in pair.alignment.links:
        verb, there = link.claim, link.passage
        if not link.covered or there < 0 or pair.claim.words[verb].name >= 0 or link.kin is Kin.OPPOSITE:
            continue
        if link.kin is Kin.DERIVED or not _tells_deed(pair.claim, verb) or _is_bare(pair.claim, verb):
            continue
        role = _role_of(pair.claim, mine, verb)
        rival = _holder(pair.passage, role, there) if role else None
        if rival is not None and _stands_in(pair, rival):
            return pair.claim.spelled(mine), pair.passage.spelled(rival)
    return None


def _tells_deed(reading: Reading, verb: int) -> bool:
    """Is a word a verb of what one does, not of being, feeling or saying, which many may do at a time?

    "Orr opposed the bridge" leaves it open whether Lund did too; "Orr opened the bridge" does not.
    """
    word = reading.words[verb]
    if verb and reading.words[verb - 1].plain in _ARTICLES:  # "joined the march"
        return False
    if word.stem in _SHARED or field(word.stem) in _SHARED_FIELDS:
        return False
    return field(word.stem) in VERB_FIELDS or (word.figure < 0 and word.plain.endswith("ed"))


def _is_bare(reading: Reading, verb: int) -> bool:
    """Has an active verb nothing that it is done to: "rode on the tram", "plays in the league"?"""
    following = reading.words[verb + 1 : verb + 2]
    return not is_passive(reading, verb) and (not following or following[0].plain in _BEFORE_OBJECTS)


def _absent_person(pair: SideBySide) -> Name | None:
    """Return the claim's name that the passage lacks, where it lacks one only and that may be a person's."""
    absent = [match for match in pair.names if not match.in_passage and not match.meant]
    if any(pair.claim.words[match.name.last].text.endswith(_OWNING) for match in absent):
        return None  # "Orr's predecessor"
    if len(absent) != 1 or 0.0 < absent[0].covered < 1.0:
        return None
    return absent[0].name if may_be_person(absent[0].name, pair.claim) else None


def may_be_person(name: Name, reading: Reading) -> bool:
    """Is a name a person's, or one of two or three words that name no group, place or thing?"""
    if is_person(name, reading):
        return True
    words = reading.words[name.first : name.last + 1]
    return (
        len(name.stems) in _FULL_NAME
        and "&" not in reading.spelled(name)
        and not any(_is_written_as_noun(word) for word in words)
    )


def _is_written_as_noun(word: Word) -> bool:
    """Is a word of a name a noun of the lexicon as it is written, or no name by itself? "Tripp" is no trip."""
    if "-" in word.text and word.text.rpartition("-")[2].islower():  # "London-based"
        return True
    if word.plain.endswith("ing") and word.stem != word.plain and is_known(word.stem):  # "Brandt Shipping"
        return True
    return is_plain_noun(word.stem) and word.plain in (word.stem, f"{word.stem}s", f"{word.stem}e")


def _says_all_else(pair: SideBySide) -> bool:
    """Does one sentence of the passage say all of the claim but its name, with every figure the same?"""
    if any(bond.relation not in MET or bond.noun < 0 or bond.misplaced for bond in pair.bonds):
        return False
    words, there = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if words[k.claim].name < 0]
    met = [k for k in links if k.is_here]
    told = any(is_telling(bond.comparison.claim_figure) for bond in pair.bonds)
    least = _LEAST_PLAIN_TOLD if told else _LEAST_PLAIN
    if len({there[k.passage].sentence for k in met}) != 1 or plain_share(pair) < least:
        return False
    if any((words[k.claim].depth - there[k.passage].depth) % 2 for k in met):
        return False
    figures = sum(bond.comparison.claim_figure.kind is not Kind.DATE for bond in pair.bonds)
    names = sum(match.in_passage for match in pair.names)
    return len(met) + figures + names >= _LEAST_MET and not _is_of_many(pair)


def _is_of_many(pair: SideBySide) -> bool:
    """Is what is done something that many may do: "won a seat"?"""
    words = pair.claim.words
    return any(word.plain in _INDEFINITE for word in words[pair.predicate + 1 : pair.predicate + 3])


def _role_of(reading: Reading, name: Name, verb: int) -> str:
    """Return "doer" or "object" for what a name is to a verb, "" where that is not clear."""
    passive = is_passive(reading, verb)
    if name.last < verb and subject(reading, verb) == name:
        return "object" if passive else "doer"
    if name.first > verb and _agent(reading, verb) == name:
        return "doer"
    return ""


def _holder(reading: Reading, role: str, verb: int) -> Name | None:
    """Return the name that has a role at a verb."""
    if is_passive(reading, verb):
        return _agent(reading, verb) if role == "doer" else subject(reading, verb)
    return subject(reading, verb) if role == "doer" else _object(reading, verb)


def subject(reading: Reading, verb: int) -> Name | None:
    """Return the nearest name before a verb that hangs on no preposition, in the verb's sentence.

    What a "which" tells in between is passed over: "Norland is to open the dam, which it closed in May, and free ...".
    """
    words = reading.words
    place = verb - 1
    while place >= max(0, verb - _REACH) and words[place].sentence == words[verb].sentence:
        if words[place].clause != words[verb].clause and _is_told_aside(words, place):
            place -= 1
            continue
        if words[place].plain in _SUBJECT_PRONOUNS:
            return None
        if words[place].name >= 0:
            name = reading.names[words[place].name]
            if _word_before(words, name.first) not in _BEFORE_OBJECTS and not _is_of_a_thing(words, name, verb):
                return name
            place = name.first
        place -= 1
    return None


def _is_of_a_thing(words: tuple[Word, ...], name: Name, verb: int) -> bool:
    """Is a name only the first half of what is called by it, in another stretch than the verb: "the Tarn dam, …"?"""
    if name.last + 1 >= verb:
        return False
    last, behind = words[name.last], words[name.last + 1]
    if behind.clause != last.clause or last.clause == words[verb].clause:
        return False
    return not behind.stop and behind.figure < 0 and not is_finite_verb(behind) and not last.text.endswith(("'s", "’s"))


def _is_told_aside(words: tuple[Word, ...], place: int) -> bool:
    """Does a "which" or "who" open the stretch that a word stands in?"""
    while place and words[place - 1].clause == words[place].clause:
        place -= 1
    return words[place].plain in _RELATIVES


def _word_before(words: tuple[Word, ...], first: int) -> str:
    """Return the word before a name, passing over articles and the words of its own phrase."""
    place = first - 1
    while place >= 0 and words[place].plain in _ARTICLES:
        place -= 1
    return words[place].plain if place >= 0 and words[place].sentence == words[first].sentence else ""


def _agent(reading: Reading, verb: int) -> Name | None:
    """Return the name behind the "by" of a passive."""
    words = reading.words
    for place in range(verb + 1, min(len(words) - 1, verb + 5)):
        if words[place].plain == "by":
            found = [word.name for word in words[place + 1 : place + 6] if word.name >= 0]
            return reading.names[found[0]] if found else None
    return None


def _object(reading: Reading, verb: int) -> Name | None:
    """Return the name that a verb takes as its object: the first behind it that hangs on no preposition."""
    words = reading.words
    for place in range(verb + 1, min(len(words), verb + 8)):
        if words[place].sentence != words[verb].sentence or words[place].plain in _BEFORE_OBJECTS:
            return None
        if is_finite_verb(words[place]) and words[place].clause == words[verb].clause:
            return None
        if words[place].name >= 0 and not _owns(words[place]):
            return reading.names[words[place].name]
    return None


def _owns(word: Word) -> bool:
    return word.text.endswith(("'s", "’s"))


def _stands_in(pair: SideBySide, rival: Name) -> bool:
    """Is the passage's name another person than the claim's, one that the claim does not name?"""
    return rival in free_names(pair.passage, pair.alignment) and may_be_person(rival, pair.passage)
