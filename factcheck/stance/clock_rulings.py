"""What a time of day rules: it contradicts the claim's where both are surely of one deed, or keeps from support."""

from __future__ import annotations

from factcheck.models import MET, Relation, Stance
from factcheck.stance.clock_bonds import TimeBond, is_deed, place_of
from factcheck.stance.features import SideBySide, covered_share, plain_share
from factcheck.stance.figure_conflicts import leaves_a_day_open
from factcheck.stance.lexicon import ONE_MEANING, Kin
from factcheck.stance.other_names import has_another_place, someone_else
from factcheck.words import listed, stem

_LEAST_COVER, _LEAST_PLAIN = 0.8, 0.6  # of the claim, its times left out, that the passage must say of the same deed
_HOUR = 60
_LEAST_COVER_BESIDE = 0.6  # where another source gives the other time
_OCCURS = frozenset(stem(word) for word in listed("happen occur strike come take begin"))  # "the blast struck at 4.10"
_JOINS = frozenset(listed("and but when while as because although since so then which who that where"))
_SAYS = frozenset(listed("said says say that told according reported"))
_OTHERS = frozenset(listed("a an another other next second last previous earlier later usually normally"))
_NARROWING = frozenset(listed("in on for at to from of except"))  # before what tells one deed from another like it


def unmet_time(pair: SideBySide) -> str:
    """Return why a passage bears out no claim with such a time of day, an empty string where it meets each."""
    bond = next((each for each in pair.times if each.relation not in MET and not _is_open_part(each)), None)
    return bond.note if bond is not None else ""


def _is_open_part(bond: TimeBond) -> bool:
    """Is it a part of the day that nothing speaks against?"""
    return bool(bond.claim.part) and bond.relation is not Relation.DIFFERENT


def gives_no_time(pair: SideBySide) -> bool:
    """Has the passage no counterpart to a time of day of the claim?"""
    return any(bond.source is None for bond in pair.times)


def other_time(pair: SideBySide) -> str:
    """Return how the passage gives another time of day for what the claim tells, an empty string where it does not."""
    bond = next((each for each in pair.times if each.relation is Relation.DIFFERENT), None)
    if bond is None or not bond.is_its_own or gives_no_time(pair):
        return ""
    if not _is_of_one_deed(pair, bond) or _is_on_another_day(pair):
        return ""
    return bond.note


def opposite_at_another_time(pair: SideBySide) -> str:
    """Return a reason where the passage tells the opposite of another time: "open at 7", "did not close at 10"."""
    is_opposite = any(link.kin is Kin.OPPOSITE and link.passage >= 0 for link in pair.alignment.links)
    others = [
        each.source
        for each in pair.times
        if not each.claim.part and each.relation not in MET and (is_opposite or _is_denied_unlike(pair, each))
    ]
    other = next((source for source in others if source is not None and not source.part), None)
    return f"the source speaks of another time of day: {other.told}" if other is not None else ""


def _is_on_another_day(pair: SideBySide) -> bool:
    """Is the passage's day another, or one that nothing places, and that is not written like the claim's?"""
    if leaves_a_day_open(pair) or any(bond.relation is Relation.DIFFERENT for bond in pair.bonds):
        return True
    unplaced = [bond.comparison for bond in pair.bonds if bond.relation is Relation.INCOMPARABLE]
    return any(each.source_figure is None or each.source_figure.text != each.claim_figure.text for each in unplaced)


def opposed_hours(pair: SideBySide) -> Stance | None:
    """Return the side that a passage takes by a time of day where another source takes the other, None for none.

    It tells of the claim's deed in the claim's words or others, and its time goes with that; of who did it, less is
    asked than of a passage that stands alone.
    """
    if any(bond.relation is Relation.DIFFERENT for bond in pair.bonds) or has_another_place(pair):
        return None
    if not pair.times or any(match.covered == 0.0 or match.rival is not None for match in pair.names):
        return None
    bond = next((each for each in pair.times if not each.claim.part), pair.times[0])
    link = pair.alignment.by_claim.get(bond.verb)
    if _is_same_to_the_minute(pair, bond):
        return Stance.SUPPORTS
    if bond.source is None or not bond.is_its_own or link is None or link.kin is Kin.OPPOSITE:
        return None
    if covered_share(pair) < _LEAST_COVER_BESIDE or _is_denied_unlike(pair, bond) or not _is_time_of(pair, bond):
        return None
    if bond.relation is Relation.DIFFERENT:
        return Stance.CONFLICTS
    return Stance.SUPPORTS if all(each.relation in MET or _is_open_part(each) for each in pair.times) else None


def _is_same_to_the_minute(pair: SideBySide, bond: TimeBond) -> bool:
    """Is the passage's only time the claim's to the minute, which no chance brings, beside all else of the claim?"""
    hours = [time for time in pair.passage.times if not time.part]
    is_telling = all(minute % _HOUR for minute in bond.claim.minutes) and not bond.claim.last
    is_same = bond.source in hours and bond.relation is Relation.EQUAL
    return is_same and is_telling and len(hours) == 1 and covered_share(pair) >= _LEAST_COVER


def _is_denied_unlike(pair: SideBySide, bond: TimeBond) -> bool:
    return (
        bond.verb >= 0
        and bond.deed >= 0
        and (pair.claim.words[bond.verb].depth - pair.passage.words[bond.deed].depth) % 2 == 1
    )


def _is_of_one_deed(pair: SideBySide, bond: TimeBond) -> bool:
    """Say both the same of the same, in the same verb, with nothing in the passage that makes it another case?"""
    link = pair.alignment.by_claim.get(bond.verb)
    if link is None or link.kin not in ONE_MEANING or link.passage != bond.deed:
        return False
    if _is_denied_unlike(pair, bond):
        return False
    if any(match.covered == 0.0 or match.rival is not None for match in pair.names):
        return False
    if someone_else(pair) or has_another_place(pair):
        return False
    if covered_share(pair) < _LEAST_COVER or plain_share(pair) < _LEAST_PLAIN:
        return False
    return _is_time_of(pair, bond) and not _tells_another_case(pair, bond)


def _is_time_of(pair: SideBySide, bond: TimeBond) -> bool:
    """Stands the passage's time with its verb, no other verb and nothing that joins two clauses between?"""
    assert bond.source is not None
    words, place = pair.passage.words, place_of(pair.passage, bond.source)
    if words[place].sentence != words[bond.deed].sentence:
        return False
    between = range(min(place, bond.deed) + 1, max(place, bond.deed))
    if any(is_deed(pair.passage, each) and words[each].stem not in _OCCURS for each in between):
        return False
    joins = [words[each].plain for each in between if words[each].plain in _JOINS]
    if place < bond.deed:
        return joins in ([], ["when"], ["that"])
    return not joins and words[place].clause == words[bond.deed].clause


def _tells_another_case(pair: SideBySide, bond: TimeBond) -> bool:
    """Has the passage a word of its own that may tell its deed from the claim's: "polls in the north close at 9"?"""
    assert bond.source is not None
    words = pair.passage.words
    linked = {k.passage for k in pair.alignment.links if k.is_here}
    sentence = [p for p, word in enumerate(words) if word.sentence == words[bond.deed].sentence]
    first = max((p + 1 for p in sentence if p < bond.deed and words[p].plain in _SAYS), default=sentence[0])
    told = _without_first_deed(pair, first, bond.deed)
    if any(words[p].plain in _OTHERS and words[p].plain not in _plain(pair) for p in told):
        return True
    if any(not words[p].stop and words[p].figure < 0 and p not in linked for p in told):
        return True
    behind = [p for p in sentence if p > bond.deed and words[p].clause == words[bond.deed].clause]
    own = [p for p in behind if not words[p].stop and words[p].figure < 0 and p not in linked]
    return any(words[p - 1].plain in _NARROWING or words[p - 2].plain in _NARROWING for p in own)


def _without_first_deed(pair: SideBySide, first: int, deed: int) -> list[int]:
    """Return the places before a verb, of "polls open at 7 a.m. and close" without what is told of the first."""
    joint = max((p for p in range(first, deed) if pair.passage.words[p].plain == "and"), default=-1)
    other = next((p for p in range(first, deed) if is_deed(pair.passage, p)), deed)
    return [p for p in range(first, deed) if not other <= p <= joint]


def _plain(pair: SideBySide) -> set[str]:
    return {word.plain for word in pair.claim.words}
