"""Names of the passage's own: when it speaks of somebody else, or of another place, than the claim does."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.doers import may_be_person, subject
from factcheck.stance.exchanged import are_akin
from factcheck.stance.excuses import is_aside
from factcheck.stance.features import SideBySide
from factcheck.stance.figure_supports import figures_tell
from factcheck.stance.lexicon import Kin, are_converse, is_mutual
from factcheck.stance.names import NameMatch, free_names
from factcheck.stance.reading import Name, Reading
from factcheck.stance.reference import is_person, opening_reference, opens_with_description
from factcheck.stance.roles import is_passive, is_verb
from factcheck.words import listed

_DOERS = frozenset(listed("he she it they"))
_OBJECTS = frozenset(listed("him them"))
_THEIRS = frozenset(listed("its his her their"))
_ITS = frozenset(listed("it"))
_POINTERS = {"he": True, "she": True, "it": False}  # whether each stands for a person
_NEAR = 4
_OFFICE_WORDS = 2  # before a name with which a sentence opens: "Team manager Gwen Hollis"
_WHERE = frozenset(listed("at in off near from to on into across around towards through with after before against"))


def other_name(pair: SideBySide) -> str:
    """Return a reason where a name of the passage rivals one of the claim, else an empty string."""
    for match in pair.names:
        if match.rival is not None:
            return f"the claim names {_written(match, pair)}, the source another"
    return ""


def names_another(pair: SideBySide) -> str:
    """Return a reason where a name of the claim stands nowhere, and the passage has a name of its own in its place."""
    for match in pair.names:
        if match.covered == 0.0 and free_names(pair.passage, pair.alignment):
            return f"the source does not name {_written(match, pair)}"
    return ""


def _written(match: NameMatch, pair: SideBySide) -> str:
    """Return a name as the claim writes it."""
    return " ".join(word.text for word in pair.claim.words[match.name.first : match.name.last + 1])


def someone_else(pair: SideBySide) -> bool:
    """Does only the context name whom the claim is about, and the passage names another without a "he" for it?"""
    if any(match.passed_over for match in pair.names):
        return True
    from_context = _named_by_context(pair)
    words = pair.passage.words
    undergoes = pair.predicate + 1 < len(pair.claim.words) and is_passive(pair.claim, pair.predicate + 1)
    if undergoes and any(word.plain in _OBJECTS for word in words):
        return False  # "Orr was refused bail": "the judge, Ada Lenz, refused him bail"
    if any(_has_another_owner(pair, match) for match in from_context):
        return True
    if from_context and _means_its_own_name(pair):
        return True
    if any(_another_acts(pair, match) for match in from_context):
        return True
    if not from_context or any(word.plain in _DOERS for word in words) or opening_reference(pair.passage) is not None:
        return False
    tell = figures_tell(pair) or opens_with_description(pair.passage.text)  # "A teacher was jailed at Hale Court"
    free = [
        name
        for name in free_names(pair.passage, pair.alignment)
        if not (tell and _is_adjunct(name, pair)) and not is_aside(pair, name) and not _is_modifier(name, pair)
    ]
    return bool(free) and not _are_introduced(pair, free)


def _means_its_own_name(pair: SideBySide) -> bool:
    """Stands a name of the passage's own right before the "that it" in which the claim's verb is?

    "No state supplies Kelmark, but experts say that it has bought drones" is no word on what Estmark bought.
    """
    words = pair.passage.words
    verb = next((k.passage for k in pair.alignment.links if k.claim >= pair.predicate and k.covered), -1)
    near = [place for place in range(max(0, verb - _NEAR), verb) if words[place].plain in _ITS]
    if verb < 0 or not near or pair.names[0].in_passage or pair.names[0].name.first >= pair.predicate:
        return False
    free = free_names(pair.passage, pair.alignment)
    before = [name for name in free if name.last < near[0] and words[name.last].sentence == words[near[0]].sentence]
    things = [name for name in before if name.first == name.last or is_person(name, pair.passage) is False]
    return any(not is_aside(pair, name) for name in things)  # a first name and a surname are no "it"


def _another_acts(pair: SideBySide, match: NameMatch) -> bool:
    """Does another than the claim's subject do in the passage what that does: "Ardania is to free 40 prisoners"?

    A person may do it for a group that the article has named with this person ("Orr said" for "Lund Foods said"), or
    that an "its" tells of ("its director, Jan Orr, said").
    """
    for link in pair.alignment.links:
        if not link.is_here or link.kin is Kin.OPPOSITE or not is_verb(pair.claim, link.claim):
            continue
        if subject(pair.claim, link.claim) != match.name:
            continue
        there = subject(pair.passage, link.passage)
        if there is None or there not in free_names(pair.passage, pair.alignment) or are_akin(match.name, there):
            return False
        if _is_modifier(there, pair) or any(w.plain in _THEIRS for w in pair.passage.words[: there.first]):
            return False
        if pair.claim.words[match.name.last].text.endswith(("'s", "’s")):
            return False
        if is_passive(pair.claim, link.claim) != is_passive(pair.passage, link.passage):
            return False
        words = pair.claim.words[link.claim].stem, pair.passage.words[link.passage].stem
        acts = not are_converse(*words) and not is_mutual(words[0]) and is_verb(pair.passage, link.passage)
        return acts and not (_is_of_people(pair, there) and _are_introduced(pair, [there]))
    return False


def _is_of_people(pair: SideBySide, name: Name) -> bool:
    """May a name be a person's, as the passage writes it or as the context has it in full?"""
    if may_be_person(name, pair.passage):
        return True
    return any(may_be_person(each, pair.context) and each.stems[-1] == name.stems[-1] for each in pair.context.names)


def refers_to_another(pair: SideBySide) -> bool:
    """Opens the passage with a "he", "she" or "it" for whom the sentence before is about, who is not the claim's?

    Behind "Marlow Town, which has 14 players, joined in May" an "It had never won" is of no other club, and of no
    player, whom only the sentences before that one name.
    """
    person = _POINTERS.get(pair.passage.words[0].plain) if pair.passage.words else None
    about = _named_by_context(pair)
    if person is None or not about or about[0].name.first >= pair.predicate:
        return False
    opener = _opener_before(pair.context)
    if opener is None or is_person(opener, pair.context) is not person:
        return False
    last = pair.context.words[-1].sentence
    there = {word.stem for word in pair.context.words if word.sentence == last}
    return there.isdisjoint(about[0].name.stems)


def _opener_before(context: Reading) -> Name | None:
    """Return the name with which the last sentence of a context opens, behind no more than an office."""
    if not context.words:
        return None
    last = context.words[-1].sentence
    first = next(place for place, word in enumerate(context.words) if word.sentence == last)
    name = next((name for name in context.names if name.first >= first), None)
    if name is None or any(word.stop for word in context.words[first : name.first]):
        return None
    return name if name.first - first <= _OFFICE_WORDS else None


def has_another_place(pair: SideBySide) -> bool:
    """Has the passage a name of its own where the claim has one that only the context holds: "sent troops to Hale"?"""
    claim, passage = pair.claim.words, pair.passage.words
    free = {name.first for name in free_names(pair.passage, pair.alignment)}
    for match in _named_by_context(pair):
        first = match.name.first
        if first < 2 or claim[first - 1].plain not in _WHERE:
            continue
        there = pair.alignment.passage_place(first - 2)
        if 0 <= there < len(passage) - 2 and passage[there + 1].plain == claim[first - 1].plain and there + 2 in free:
            return True
    return False


def _named_by_context(pair: SideBySide) -> list[NameMatch]:
    """Return the claim's names that only the context has, and for which no word of the passage stands."""
    return [match for match in pair.names if match.covered == 1.0 and not match.in_passage and not match.meant]


def _is_modifier(name: Name, pair: SideBySide) -> bool:
    """Is a name only the first half of a compound: "the Bristol-based group"?"""
    _, hyphen, rest = pair.passage.words[name.last].text.rpartition("-")
    return bool(hyphen) and rest.islower()


def _is_adjunct(name: Name, pair: SideBySide) -> bool:
    """Does a name only tell where or with whom, behind what the passage has of the claim: "at the mine in Peru"?"""
    words = pair.passage.words
    met = min((k.passage for k in pair.alignment.links if k.is_here), default=len(words))
    before = [word.plain for word in words[max(0, name.first - 3) : name.first]]
    return met < name.first and any(plain in _WHERE for plain in before)


def _has_another_owner(pair: SideBySide, match: NameMatch) -> bool:
    """Does the passage have another name before what the claim has behind this one: "Ardania's troops"?"""
    claim = pair.claim.words
    for link in pair.alignment.links:
        owned = match.name.last < link.claim <= match.name.last + 2 or _is_owned_by(pair.claim, link.claim, match.name)
        if owned and link.covered and link.passage > 0:
            before = range(max(0, link.passage - 2), link.passage)
            if claim[link.claim].name < 0 and any(_is_owner(pair, place) for place in before):
                return True
    return False


def _is_owned_by(reading: Reading, place: int, owner: Name) -> bool:
    """Does a word stand before the "of" of its owner: "the bank of Norland"?"""
    between = [word.plain for word in reading.words[place + 1 : owner.first]]
    return between in (["of"], ["of", "the"])


def _is_owner(pair: SideBySide, place: int) -> bool:
    """Is a word of the passage a name, but none that only tells where: "the fund in Velby was"?"""
    number = pair.passage.words[place].name
    if number < 0:
        return False
    first = pair.passage.names[number].first
    return first == 0 or pair.passage.words[first - 1].plain not in _WHERE


def _are_introduced(pair: SideBySide, free: Sequence[Name]) -> bool:
    """Does a sentence of the context name one of the passage's names together with a name of the claim?"""
    claimed = {stem for match in pair.names if not match.in_passage for stem in match.name.stems}
    there = {stem for name in free for stem in name.stems}
    sentences: dict[int, set[str]] = {}
    for word in pair.context.words:
        sentences.setdefault(word.sentence, set()).add(word.stem)
    return any(claimed & stems and there & stems for stems in sentences.values())
