"""Each time of day of a claim with the passage's for the same deed, and how the two compare."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import MET, Relation
from factcheck.stance.align import Alignment
from factcheck.stance.clock_relations import relation_of
from factcheck.stance.clock_times import ClockTime
from factcheck.stance.lexicon import VERB_FIELDS, field, meaning_fields
from factcheck.stance.reading import Reading
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed

_BEHIND, _OTHER_CLAUSE = 4, 3  # words that a time before its verb, or in another clause, counts as further away
_ENDS = frozenset(listed("end close clos finish stop ceas expir last shut"))  # stems
_NOT_DEEDS = frozenset(listed("said says say told according is was were are be been being has have had"))


@dataclass(frozen=True, slots=True)
class TimeBond:
    """A time of day of the claim and the passage's that was found for it, None where there is none.

    `verb` and `deed` are the places of the verb that the claim's time goes with and of what meets it in the passage, -1
    where none does; `is_its_own` says that the passage's time goes with that one too.
    """

    claim: ClockTime
    source: ClockTime | None
    relation: Relation
    verb: int = -1
    deed: int = -1
    is_its_own: bool = False

    @property
    def note(self) -> str:
        """Return what there is to say of the two, for a person."""
        if self.source is None:
            return f"the source gives no time for “{self.claim.told}”"
        if self.relation is Relation.EQUAL:
            return f"the source says the same: {self.source.told}"
        if self.relation is Relation.INCOMPARABLE:
            return f"the source says {self.source.told}, which need not be {self.claim.told}"
        return f"the source says {self.source.told}"


def bind_times(claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> tuple[TimeBond, ...]:
    """Return a bond for each time of day of the claim, and for each part of the day that the passage tells of too."""
    bonds = (_bond(time, claim, passage, context, alignment) for time in claim.times)
    return tuple(bond for bond in bonds if bond.source is not None or not bond.claim.part)


def _bond(time: ClockTime, claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> TimeBond:
    verb = verb_of(claim, time)
    deed = alignment.passage_place(verb) if verb >= 0 else -1
    relations = [(each, _related(time, each, claim, verb)) for each in passage.times]
    if not time.part:  # "overnight" is no time of what happened at 3.40
        relations = [(e, r) for e, r in relations if not e.part or r is Relation.DIFFERENT]
    if not relations:
        around = next((each for each in context.times if relation_of(time, each) in MET), None)
        return TimeBond(time, around, relation_of(time, around) if around is not None else Relation.MISSING, verb, deed)
    own = min(relations, key=lambda each: _distance(passage, each[0], deed)) if deed >= 0 else None
    met = [each for each in relations if each[1] in MET]
    if own is not None and own not in met:
        met = [each for each in met if _are_of_one_deed(passage, own[0], each[0])]
        if not met:
            is_other = own[1] is Relation.DIFFERENT and any(each[1] in MET for each in relations)
            return TimeBond(time, own[0], Relation.INCOMPARABLE if is_other else own[1], verb, deed, not is_other)
    if own is not None and own in met:
        return TimeBond(time, *own, verb, deed, is_its_own=True)
    source, relation = min(met or relations, key=lambda each: _RANKS[each[1]])
    return TimeBond(time, source, relation, verb, deed)


_RANKS = {Relation.EQUAL: 0, Relation.WITHIN: 1, Relation.INCOMPARABLE: 2, Relation.DIFFERENT: 3}


def _related(time: ClockTime, other: ClockTime, claim: Reading, verb: int) -> Relation:
    """Return how two times compare; of what ends, "from 9 a.m. to 5 p.m." tells the second."""
    ends = verb >= 0 and claim.words[verb].stem in _ENDS
    if ends and other.bound == "span" and not time.last and time.bound == "=":
        other = ClockTime(other.told, other.spans, other.last, (), "=", other.zone)
    return relation_of(time, other)


def verb_of(reading: Reading, time: ClockTime) -> int:
    """Return the place of the verb that a time goes with: the nearest before it in its sentence, else behind; or -1."""
    here = place_of(reading, time)
    sentence = reading.words[here].sentence
    before = [p for p in range(here) if reading.words[p].sentence == sentence and is_deed(reading, p)]
    if before:
        return before[-1]
    behind = range(here + 1, len(reading.words))
    return next((p for p in behind if reading.words[p].sentence == sentence and is_deed(reading, p)), -1)


def is_deed(reading: Reading, place: int) -> bool:
    """Looks a word like a verb that tells what is done, in a text where nothing parses the rest?"""
    word = reading.words[place]
    if word.name >= 0 or word.figure >= 0 or word.stop or word.plain in _NOT_DEEDS:
        return False
    is_past = is_irregular(word.plain) and not word.plain.endswith(_PLURALS)
    if word.plain.endswith("ed") or is_past or word.plain in _SAME_IN_PAST:
        return True
    if field(word.stem) in VERB_FIELDS and word.plain.endswith(("s", "ing")):
        return True
    return _follows_subject(reading, place) and any(each in VERB_FIELDS for each in meaning_fields(word.stem))


_PLURALS = ("men", "children", "people", "feet", "teeth", "lives", "wives", "halves", "leaves", "cities", "crises")
_SAME_IN_PAST = frozenset(listed("cut shut hit put set let cost beat quit burst spread split cast thrust"))
_BEFORE_VERBS = frozenset(listed("to not will would can could may might must shall should"))


def _follows_subject(reading: Reading, place: int) -> bool:
    """Stands a base form behind a "to", a "not" or a noun in the plural: "polls close"?"""
    before = reading.words[place - 1] if place else None
    return before is not None and (before.plain in _BEFORE_VERBS or (before.plain.endswith("s") and not before.stop))


def place_of(reading: Reading, time: ClockTime) -> int:
    """Return the place of the first word of a time."""
    return next((p for p, word in enumerate(reading.words) if word.end > time.start), len(reading.words) - 1)


def _distance(passage: Reading, time: ClockTime, deed: int) -> tuple[int, int]:
    """Return how far a time stands from a verb: behind it is nearer than before, its own clause than another."""
    place = place_of(passage, time)
    here, there = passage.words[deed], passage.words[place]
    far = abs(place - deed) + (_BEHIND if place < deed else 0) + _OTHER_CLAUSE * (here.clause != there.clause)
    return (here.sentence != there.sentence, far)


def _are_of_one_deed(passage: Reading, one: ClockTime, other: ClockTime) -> bool:
    """Stands no verb between two times, "at 5.01am local time (0401 GMT)", so that both are of one deed?"""
    first, last = sorted((place_of(passage, one), place_of(passage, other)))
    between = range(first + 1, last)
    same = passage.words[first].sentence == passage.words[last].sentence
    return same and not any(is_deed(passage, place) or passage.words[place].plain in _JOINS for place in between)


_JOINS = frozenset(listed("and but"))


def part_places(claim: Reading, passage: Reading, bonds: Sequence[TimeBond]) -> dict[int, int]:
    """Return the claim's words for a part of the day that a time of the passage says, with where it stands."""
    return {
        place: place_of(passage, bond.source)
        for bond in bonds
        if bond.claim.part and bond.relation in MET and bond.source is not None
        for place, word in enumerate(claim.words)
        if bond.claim.holds(word.start) and not word.stop
    }
