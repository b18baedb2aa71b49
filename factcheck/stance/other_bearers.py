"""Of whom a passage says something, where only how its sentence is built tells that it is another than the claim's.

A "which" or "who" hangs on what stands right before it, "his brother" is not he, "passengers" without an article are
new to the text, and who "the former" is the words do not tell.
"""

from __future__ import annotations

from factcheck.stance.align import Link
from factcheck.stance.ends import subject_of
from factcheck.stance.features import SideBySide, is_finite_verb, may_be_past
from factcheck.stance.lexicon import NOUN_FIELDS, ONE_WORD, PERSON_FIELD, Kin, field
from factcheck.stance.reading import Reading
from factcheck.stance.roles import is_passive, is_verb
from factcheck.words import is_irregular, listed

_RELATIVES = frozenset(listed("which who"))
_HELPERS = frozenset(listed("is are was were be been has have had do does did also still already now once not never"))
_OWNERS = frozenset(listed("his her their"))
_PRONOUNS = frozenset(listed("he she they him them"))
_FIRST_OR_SECOND = frozenset(listed("former latter"))
_LEADS_ON = frozenset(listed("of from for"))
_JOINTS = frozenset(listed("and but or"))
_OWNING = ("'s", "’s", "s'", "s’")


def other_bearer(pair: SideBySide) -> str:
    """Return of whom the passage says what the claim says of another, an empty string where nothing shows."""
    return _of_the_antecedent(pair) or _of_a_relation(pair) or _of_the_former(pair) or of_the_newly_named(pair)


def other_belonging(pair: SideBySide) -> tuple[str, str] | None:
    """Return to what the claim has a name belong, and to what the passage, which has the claim's belong to another.

    "Helen Straub of Ostria and Viktor Arlov of Karvia" makes Helen Straub no minister of Karvia.
    """
    claim, passage = pair.claim.words, pair.passage.words
    linked = {link.passage for link in pair.alignment.links if link.covered}
    if len(pair.names) < 2:
        return None
    for match in pair.names:
        behind = pair.alignment.passage_place(match.name.last) + 1
        if not 0 < behind < len(passage) - 1 or passage[behind].plain not in _LEADS_ON or not match.in_passage:
            continue
        own = passage[behind + 1].name
        if own < 0 or linked & set(range(behind + 1, pair.passage.names[own].last + 1)):
            continue
        for other in pair.names:
            there = pair.alignment.passage_place(other.name.first)
            held = other.name.first > match.name.last and claim[other.name.first - 1].plain in _LEADS_ON
            if not held or there < 2 or passage[there - 1].plain != passage[behind].plain:
                continue
            if passage[there - 2].name >= 0 and there - 2 not in linked:
                return claim[other.name.first].text, passage[behind + 1].text
    return None


def _of_the_antecedent(pair: SideBySide) -> str:
    """Return the last word before a "which" whose verb is the claim's, where the claim's subject stands elsewhere.

    "Shares in Norkraft, which owns the mill, fell, while Vindal rose" says nothing of what Vindal owns.
    """
    words = pair.passage.words
    if _RELATIVES.isdisjoint(word.plain for word in words):
        return ""
    linked = {link.passage for link in pair.alignment.links if link.covered}
    for link in pair.alignment.links:
        relative = _relative_before(pair.passage, link.passage) if link.is_here and link.kin in ONE_WORD else -1
        if relative < 1 or words[relative - 1].name < 0 or relative - 1 in linked:
            continue
        subject = subject_of(pair.claim, link.claim)
        met = pair.alignment.by_claim.get(subject)
        if met is None or not met.is_here or pair.claim.words[subject].name < 0 or words[met.passage].name < 0:
            continue
        phrase = _phrase_before(pair.passage, relative)
        stems = {words[place].stem for place in phrase}
        if stems.isdisjoint(pair.passage.names[words[met.passage].name].stems):
            return words[relative - 1].text
    return ""


def _relative_before(reading: Reading, verb: int) -> int:
    """Return the place of the "which" or "who" right before a verb, helping words passed over; -1 for none."""
    words = reading.words
    before = verb - 1
    while before > 0 and words[before].plain in _HELPERS:
        before -= 1
    alike = before >= 1 and words[before].sentence == words[verb].sentence
    return before if alike and words[before].plain in _RELATIVES else -1


def _phrase_before(reading: Reading, relative: int) -> range:
    """Return the places of the phrase that a "which" hangs on: back to a verb, an "and" or the end of its stretch."""
    words = reading.words
    first = relative
    while first and words[first - 1].clause == words[relative - 1].clause:
        word = words[first - 1]
        if word.name < 0 and (word.plain in _JOINTS or is_finite_verb(word) or may_be_past(word)):
            break
        first -= 1
    return range(first, relative)


def _of_a_relation(pair: SideBySide) -> str:
    """Return the "brother" with whom a passage opens that has the claim's name only in what stands around it.

    "His brother Mark is still held" says nothing of the man named before.
    """
    words = pair.passage.words
    if len(words) < 2 or words[0].plain not in _OWNERS or not pair.names or pair.names[0].name.first >= pair.predicate:
        return ""
    at = 1
    while at + 1 < len(words) and words[at].name < 0 and not words[at].stop and field(words[at].stem) != PERSON_FIELD:
        at += 1
    if field(words[at].stem) != PERSON_FIELD or words[at].name >= 0 or words[at].text.endswith(_OWNING):
        return ""
    linked = {link.passage for link in pair.alignment.links if link.covered}
    named = range(pair.names[0].name.first, pair.names[0].name.last + 1)
    here = any(link.is_here for link in pair.alignment.links if link.claim in named)
    told_of = any(word.plain in _PRONOUNS for word in words[at + 1 :])
    claimed = pair.claim.words[named[-1]].text.endswith(_OWNING)
    return "" if here or told_of or at in linked or claimed else words[at].text


def _of_the_former(pair: SideBySide) -> str:
    """Return "former" or "latter" where it does in the passage what the claim says of a name."""
    words = pair.passage.words
    if _FIRST_OR_SECOND.isdisjoint(word.plain for word in words) or not pair.names:
        return ""
    linked = {link.passage for link in pair.alignment.links if link.covered}
    for place, word in enumerate(words[1:-1], 1):
        alone = words[place - 1].plain == "the" and place not in linked
        if word.plain in _FIRST_OR_SECOND and alone and is_finite_verb(words[place + 1]):
            return word.text
    return ""


def of_the_newly_named(pair: SideBySide) -> str:
    """Return the plural without an article that does what the claim says of what only the context has.

    "Passengers may not cross" says nothing of freight.
    """
    words = pair.passage.words
    linked = {link.passage for link in pair.alignment.links if link.covered}
    subjects = [k for k in pair.alignment.links if k.claim < pair.predicate]
    if not subjects or not all(k.in_context for k in subjects):
        return ""
    first = words[0]
    plural = first.plain.endswith("s") and not first.plain.endswith("ss") and first.name < 0 and not first.stop
    if not plural or first.figure >= 0 or 0 in linked or field(first.stem) not in NOUN_FIELDS or len(words) < 2:
        return ""
    following = words[1]
    told = is_finite_verb(following) or following.stop
    verbs = [link for link in _verbs(pair) if words[link.passage].clause == first.clause]
    return first.text if told and verbs else ""


def _verbs(pair: SideBySide) -> list[Link]:
    """Return the links of the claim's verbs that the passage has as well, in the active."""
    return [
        link
        for link in pair.alignment.links
        if link.claim >= pair.predicate
        and link.is_here
        and pair.claim.words[link.claim].name < 0
        and pair.passage.words[link.passage].name < 0
        and is_verb(pair.claim, link.claim)
        and not is_passive(pair.claim, link.claim)
    ]


def verb_from_around(pair: SideBySide) -> str:
    """Return the claim's verb of which only what stands around the passage has another word, where it has its own.

    "Orr has completed its trial" is not said by "Orr is still recruiting for its trial" below "ended its first".
    """
    verbs = [k for k in pair.alignment.links if k.claim >= pair.predicate and _is_told(pair.claim, k.claim)]
    if len(verbs) != 1 or not verbs[0].in_context or verbs[0].kin is not Kin.SYNONYM or pair.bonds:
        return ""
    linked = {link.passage for link in pair.alignment.links if link.covered}
    words = pair.passage.words
    own = [p for p, word in enumerate(words) if p not in linked and not word.stop and _is_told(pair.passage, p)]
    return pair.claim.words[verbs[0].claim].text if own else ""


def _is_told(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    if word.name >= 0 or word.figure >= 0:
        return False
    return is_finite_verb(word) or word.plain.endswith(("ed", "ing")) or is_irregular(word.plain)
