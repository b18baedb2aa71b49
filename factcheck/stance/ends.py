"""The two ends of a verb, nouns as well as names: who rejected whose offer, who sues whom, who has more than whom."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.models import Kind
from factcheck.stance.align import Alignment, Link
from factcheck.stance.features import SideBySide, is_finite_verb, may_be_past
from factcheck.stance.lexicon import (
    GROUP_FIELD,
    NOUN_FIELDS,
    ONE_WORD,
    VERB_FIELDS,
    Kin,
    are_converse,
    field,
    is_mutual,
    meaning_fields,
)
from factcheck.stance.reading import Reading, Word
from factcheck.stance.reference import is_person
from factcheck.stance.roles import is_passive, is_verb
from factcheck.words import listed, stem

_ARTICLES = frozenset(listed("the a an this that these those its his her their our my your"))
_PREPOSITIONS = frozenset(
    listed("in on at by for from to of with as into under over against between during near after before than about")
)
_BESIDE_VERBS = frozenset(
    listed("is are was were be been being has have had do does did will would can could may might must should shall")
    + listed("not never also still already now then soon again once twice only just to")
)
_OF_GIVING = (40,)
_OF_PERSONS = (32,)  # and that of the verbs of telling and asking
_JOINTS = frozenset(listed("and but"))
_CROSSING = frozenset(listed("from to against by for"))
_OBJECT_PRONOUNS = frozenset(listed("it him them us me"))
_PRONOUNS = frozenset(listed("he she it they we i"))
_RELATIVE_SUBJECTS = frozenset(listed("which who"))
_RELATIVES = frozenset(listed("which who whose where"))
_SCALES = (  # words that say more of something, and those that say less of the same
    ("more larger bigger higher greater many much", "fewer less smaller lower few"),
    ("longer taller", "shorter"), ("older", "younger"), ("faster quicker", "slower"), ("dearer costlier", "cheaper"),
    ("heavier", "lighter"), ("better", "worse"), ("warmer hotter", "colder cooler"), ("stronger", "weaker"),
    ("richer", "poorer"), ("deeper", "shallower"), ("wider", "narrower"),
)  # fmt: skip
_COMPARING = {
    word: (scale, way) for scale, ends in enumerate(_SCALES) for way, end in zip((1, -1), ends, strict=True)
    for word in listed(end)
}  # fmt: skip
STANDING_FOR = frozenset(listed("those that"))
"""Words for a noun told before: "sales in Tarn rose and those in Kolm fell"."""

_THAN = frozenset(listed("than as"))
_OF_ONE = frozenset({Kind.AGE, Kind.ORDINAL})  # figures of an aside about whoever it stands behind
_REACH = 12
_NEAR = 8


class _Compared(NamedTuple):
    """The places of the heads of two things compared, on which scale, and 1 where more is said of the first, or -1."""

    first: int
    second: int
    scale: int
    way: int


def ends_exchanged(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Have the two ends of a verb changed places: "the family rejected the firm's offer", "the firm rejected …"?"""
    if _compared_crosswise(claim, passage, alignment, turned=False) or _given_to_doer(claim, passage, alignment):
        return True
    return any(
        _exchanged(claim, passage, alignment, link) for link in alignment.links if _is_shared_verb(claim, passage, link)
    )


def _given_to_doer(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Has the passage behind a "to" who does it in the claim: "sold to Greece", "Greece sold"?"""
    for link in alignment.links:
        if not link.is_here or link.kin not in ONE_WORD or not acts(claim, link.claim):
            continue
        if field(stem(claim.words[link.claim].plain)) not in _OF_GIVING:
            continue
        doer = subject_of(claim, link.claim)
        behind = passage.words[link.passage + 1 : link.passage + 2]
        head = _head_behind(passage, link.passage + 2) if behind and behind[0].plain == "to" else -1
        if doer >= 0 and head >= 0 and _same(claim, passage, alignment, doer, head):
            return True
    return False


def said_of_another(pair: SideBySide) -> str:
    """Return the subject of which the passage says what the claim says of another one that the passage names, too.

    "Drivers will pay; cyclists will cross free of charge" tells nothing of what cyclists pay. An empty string where
    the two may be one: a name and "the company", or a "she".
    """
    claim, passage, alignment = pair.claim, pair.passage, pair.alignment
    linked = {link.passage for link in alignment.links if link.covered}
    others = _those_of(pair)
    if others:
        return others
    for link in alignment.links:
        if link.claim < pair.predicate or not link.is_here or link.kin is Kin.OPPOSITE:
            continue
        if not acts(claim, link.claim) or not acts(passage, link.passage):
            continue
        mine, theirs = subject_of(claim, link.claim), subject_of(passage, link.passage)
        if mine < 0 or theirs < 0 or theirs in linked or _same(claim, passage, alignment, mine, theirs):
            continue
        met = alignment.by_claim.get(mine)
        if met is None or not met.is_here or not _are_two(claim, passage, mine, theirs):
            return ""
        apart = _does_otherwise(passage, met.passage, link.passage) or _is_antecedent(passage, theirs, link.passage)
        return passage.words[theirs].text if apart else ""
    return ""


def _those_of(pair: SideBySide) -> str:
    """Return the "shares in Lund" that rose where those in the claim's Orr did something else; "" for none.

    "Shares in Lund rose; those in Orr slipped" has all the words of a rise of Orr's.
    """
    words = pair.passage.words
    said = [k for k in pair.alignment.links if k.claim >= pair.predicate and k.is_here]
    for link in pair.alignment.links:
        if link.claim >= pair.predicate or not link.is_here or pair.claim.words[link.claim].name < 0 or not said:
            continue
        those = next((p for p in range(max(0, link.passage - _NEAR), link.passage) if words[p].plain == "those"), -1)
        if those < 1 or words[those + 1].plain not in _PREPOSITIONS:
            continue
        if words[those].sentence == words[said[0].passage].sentence and all(k.passage < those for k in said):
            before = [p for p in range(said[0].passage) if words[p].sentence == words[those].sentence]
            return pair.passage.text[words[before[0]].start : words[before[-1]].end] if before else ""
    return ""


def _is_antecedent(passage: Reading, subject: int, verb: int) -> bool:
    """Is it a name of which a "which" or "who" right before the verb says what it does: "Orr, which employs 90"?"""
    words = passage.words
    return verb > 1 and words[verb - 1].plain in _RELATIVES and words[subject].name >= 0 and subject == verb - 2


def _does_otherwise(passage: Reading, subject: int, verb: int) -> bool:
    """Stands a subject in a stretch of the verb's sentence with a verb of its own, which follows it?"""
    words = passage.words
    if words[subject].sentence != words[verb].sentence or words[subject].clause == words[verb].clause:
        return False
    behind = (word for word in words[subject + 1 : subject + _NEAR] if word.clause == words[subject].clause)
    return any(is_finite_verb(word) or word.plain in _BESIDE_VERBS or may_be_past(word) for word in behind)


def _are_two(claim: Reading, passage: Reading, mine: int, theirs: int) -> bool:
    """Are the claim's subject and another one of the passage surely not the same person or thing?"""
    one, other = claim.words[mine], passage.words[theirs]
    if other.pronoun or other.figure >= 0:
        return False
    if one.name < 0 and other.name < 0:
        return one.stem != other.stem and other.plain.endswith("s") == one.plain.endswith("s")
    if other.name >= 0:
        return one.name >= 0 or _is_plural(one)
    person = is_person(claim.names[one.name], claim)
    return other.name < 0 and person is True and (field(other.stem) == GROUP_FIELD or _is_plural(other))


def _is_plural(word: Word) -> bool:
    """Is a noun written as a plural, which no one person is: "senators"?"""
    return word.plain.endswith("s") and not word.plain.endswith("ss")


def _is_shared_verb(claim: Reading, passage: Reading, link: Link) -> bool:
    """Is a link one of a verb that both texts have, and that says another thing of B and A than of A and B?"""
    if not link.is_here or claim.words[link.claim].name >= 0 or link.kin is Kin.OPPOSITE:
        return False
    if link.kin not in ONE_WORD and stem(claim.words[link.claim].plain) != stem(passage.words[link.passage].plain):
        return False
    words = claim.words[link.claim].stem, passage.words[link.passage].stem
    if not acts(claim, link.claim) or not acts(passage, link.passage):
        return False
    return not are_converse(*words) and not is_mutual(words[0])


def acts(reading: Reading, place: int) -> bool:
    """Is the word here a verb that takes an object, in the active?"""
    word = reading.words[place]
    fields = meaning_fields(word.stem)
    if not is_verb(reading, place) or (fields and not any(each in VERB_FIELDS for each in fields)):
        return False
    return word.plain.endswith("ing") or not is_passive(reading, place)


def _exchanged(claim: Reading, passage: Reading, alignment: Alignment, verb: Link) -> bool:
    doer, doer_there = subject_of(claim, verb.claim), subject_of(passage, verb.passage)
    if doer < 0 or doer_there < 0 or _same(claim, passage, alignment, doer, doer_there):
        return False
    done_to, done_to_there = object_of(claim, verb.claim), object_of(passage, verb.passage)
    crossed = ((doer, done_to_there), (done_to, doer_there))
    both = done_to >= 0 and done_to_there >= 0  # "the offensive began" is no other than "began its offensive"
    if both and any(_same(claim, passage, alignment, mine, theirs) for mine, theirs in crossed):
        return True
    if done_to >= 0 and field(stem(claim.words[verb.claim].plain)) in _OF_PERSONS:
        return _same(claim, passage, alignment, done_to, doer_there)  # "they asked for help": of whoever it was
    for place in range(verb.claim + 1, min(len(claim.words), verb.claim + _REACH)):
        before = claim.words[place].plain
        if before in _CROSSING and place + 1 < len(claim.words):
            head = _head_behind(claim, place + 1)
            if head >= 0 and _same(claim, passage, alignment, head, doer_there):
                return _stands_behind(claim, passage, alignment, doer, verb.passage, before)
    return False


def _stands_behind(
    claim: Reading, passage: Reading, alignment: Alignment, doer: int, verb: int, preposition: str
) -> bool:
    """Has the passage the claim's doer behind the verb and this preposition?"""
    for place in range(verb + 1, min(len(passage.words), verb + _REACH)):
        if passage.words[place].plain == preposition:
            head = _head_behind(passage, place + 1)
            if head >= 0 and _same(claim, passage, alignment, doer, head):
                return True
    return False


def _same(claim: Reading, passage: Reading, alignment: Alignment, mine: int, theirs: int) -> bool:
    """Is what stands here in the claim what stands there in the passage, by most of their names or by the noun?"""
    name, there = claim.words[mine].name, passage.words[theirs].name
    places = [mine] if name < 0 else range(claim.names[name].first, claim.names[name].last + 1)
    others = {theirs} if there < 0 else set(range(passage.names[there].first, passage.names[there].last + 1))
    links = [alignment.by_claim[place] for place in places if place in alignment.by_claim]
    met = [link.passage for link in links if link.is_here]
    return 2 * sum(place in others for place in met) > len(met)


def subject_of(reading: Reading, verb: int) -> int:
    """Return the place of the head of a verb's subject, -1 where it is not clear; "and is suing it" takes the first."""
    words = reading.words
    place = verb - 1
    while (
        place >= 0
        and words[place].sentence == words[verb].sentence
        and (words[place].plain in _BESIDE_VERBS or _is_adverb(words[place]))
    ):
        place -= 1
    if place < 0 or words[place].sentence != words[verb].sentence:
        return -1
    if words[place].plain in _JOINTS:
        return _first_head(reading, verb)
    if words[place].plain in _PRONOUNS:
        return place
    if words[place].plain in _RELATIVE_SUBJECTS:
        return _antecedent(reading, place)
    if words[place].clause != words[verb].clause:
        place = before_aside(reading, place)
    if place < 0 or words[place].stop:
        return -1
    return _without_phrases(reading, place)


def _antecedent(reading: Reading, relative: int) -> int:
    """Return the noun or name right before a "which", -1 where it hangs on another: "a study by Lund, which …"."""
    words = reading.words
    if not relative or words[relative - 1].stop or words[relative - 1].figure >= 0:
        return -1
    name = words[relative - 1].name
    first = reading.names[name].first if name >= 0 else relative - 1
    while first and words[first - 1].sentence == words[relative].sentence and _is_of_phrase(reading, first - 1):
        first -= 1
    return -1 if first and words[first - 1].plain in _PREPOSITIONS else relative - 1


def before_aside(reading: Reading, last: int) -> int:
    """Return the place before an aside between two commas that ends here, -1 where none does.

    "A parents' group, Fair Start, has sued", "Orr, which owns the mill, is closing it".
    """
    words = reading.words
    first = last
    while first and words[first - 1].clause == words[last].clause:
        first -= 1
    is_relative = words[first].plain in _RELATIVES
    told = any(is_finite_verb(word) for word in words[first : last + 1])
    if not first or words[first - 1].sentence != words[last].sentence or words[first].plain in _PREPOSITIONS:
        return -1
    figures = [reading.figures[word.figure].kind for word in words[first : last + 1] if word.figure >= 0]
    if not (is_relative or not told) or any(kind not in _OF_ONE for kind in figures):
        return -1
    return first - 1


def _is_adverb(word: Word) -> bool:
    return word.plain.endswith("ly") and field(word.stem) not in NOUN_FIELDS


def _without_phrases(reading: Reading, head: int) -> int:
    """Return the head that a noun hangs on by a preposition: "the head of the bank resigned"; itself where on none."""
    words = reading.words
    first = head
    while first > 0 and words[first - 1].sentence == words[head].sentence and _is_of_phrase(reading, first - 1):
        first -= 1
    if first and words[first - 1].plain in _PREPOSITIONS:
        before = first - 2
        if before >= 0 and words[before].plain in STANDING_FOR:
            return before  # "those in Germany"
        if before < 0 or words[before].stop:
            return -1
        return _without_phrases(reading, before)
    return head


def _is_of_phrase(reading: Reading, place: int) -> bool:
    """Can a word stand before a noun in its own phrase?"""
    word = reading.words[place]
    return word.plain in _ARTICLES or word.figure >= 0 or (not word.stop and not is_finite_verb(word))


def _first_head(reading: Reading, verb: int) -> int:
    """Return the head of the first noun phrase of a verb's sentence, -1 where a comma parts the two."""
    words = reading.words
    start = next(place for place, word in enumerate(words) if word.sentence == words[verb].sentence)
    for place in range(start, verb):
        if words[place].plain in _PREPOSITIONS:
            return -1
        if words[place].plain in _PRONOUNS:
            return place
        following = words[place + 1]
        if not words[place].stop and (following.stop or is_finite_verb(following)):
            if following.plain in _PREPOSITIONS or is_finite_verb(following) or following.plain in _BESIDE_VERBS:
                return place
            return -1
    return -1


def object_of(reading: Reading, verb: int) -> int:
    """Return the place of the head of what a verb is done to, -1 where a preposition or nothing follows."""
    words = reading.words
    place = verb + 1
    if place >= len(words) or words[place].plain in _PREPOSITIONS:
        return -1
    if words[place].plain in _OBJECT_PRONOUNS:
        return place
    return _head_behind(reading, place)


def _head_behind(reading: Reading, start: int) -> int:
    """Return the head of the noun phrase that begins here, owners passed over: "Wilk's family"."""
    words = reading.words
    place, head = start, -1
    while place < min(len(words), start + _NEAR) and words[place].clause == words[start].clause:
        word = words[place]
        if word.plain in _ARTICLES and head < 0:
            place += 1
            continue
        if word.stop or word.figure >= 0 or word.plain in _PREPOSITIONS:
            break
        head = place
        place += 1
    return head


def compared_conversely(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Has the passage the claim's "A … more than B" as "B … fewer than A"?"""
    return _compared_crosswise(claim, passage, alignment, turned=True)


def _compared_crosswise(claim: Reading, passage: Reading, alignment: Alignment, *, turned: bool) -> bool:
    """Has the passage the claim's "A … more than B" as "B … more than A", "as many as A"; as "fewer" where turned?"""
    mine, theirs = _compared(claim), _compared(passage)
    if mine is None or theirs is None or mine.scale != theirs.scale or (mine.way != theirs.way) is not turned:
        return False
    crossed = ((mine.first, theirs.second), (mine.second, theirs.first))
    return all(_same(claim, passage, alignment, one, other) for one, other in crossed) and not _same(
        claim, passage, alignment, mine.first, theirs.first
    )


def _compared(reading: Reading) -> _Compared | None:
    """Return what a text compares with what: two names, or two nouns of which the first is a subject."""
    words = reading.words
    for place, word in enumerate(words):
        if word.plain not in _COMPARING or word.figure >= 0:
            continue
        than = next((at for at in range(place + 1, min(len(words), place + _REACH)) if words[at].plain in _THAN), -1)
        skips = 0 < than < len(words) - 2 and words[than + 1].plain in _PREPOSITIONS  # "higher in Hale than in Orr"
        behind = _head_behind(reading, than + 1 + skips) if 0 < than < len(words) - 1 else -1
        if behind < 0:
            continue
        before = [at for at in range(place) if words[at].sentence == word.sentence]
        named = [at for at in before if words[at].name >= 0]
        if words[behind].name >= 0 and named and words[named[-1]].name != words[behind].name:
            return _Compared(named[0], behind, *_COMPARING[word.plain])
        verb = next((at for at in before if is_finite_verb(words[at])), -1)
        subject = subject_of(reading, verb) if verb > 0 else next((at for at in before if not words[at].stop), -1)
        if subject >= 0 and not named:
            return _Compared(subject, behind, *_COMPARING[word.plain])
    return None
