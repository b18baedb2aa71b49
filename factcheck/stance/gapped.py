"""A verb said once for two: "the mayor came once, her deputy five times" tells of no five visits of the mayor's."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import MET, Kind
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import GROUP_FIELD, PERSON_FIELD, field
from factcheck.stance.reading import Reading
from factcheck.words import listed

_JOINTS = frozenset(listed("and but while whereas"))
_PLACE_FIELD = 15  # WordNet's file of places
_NO_SUBJECTS = frozenset(listed("in on at by for from to with as into over under than about who which that where"))


def other_subject_without_verb(pair: SideBySide) -> str:
    """Return the subject, in a stretch without a verb, of a figure that the claim gives to another; "" for none.

    That other one has to stand before the verb of the stretch before, which the two share: "the mayor came once, her
    deputy five times". An aside has no subject of its own there: "came to £8m, a rise of £2m".
    """
    words = pair.passage.words
    for bond in pair.bonds:
        if (
            bond.relation not in MET
            or bond.derived
            or bond.passage < 0
            or bond.comparison.claim_figure.kind is Kind.DATE
        ):
            continue
        first = pair.passage.figure_places(bond.passage)[0]
        subject = _own_subject(pair.passage, first)
        before = _subject_before(pair.passage, subject[0]) if subject else range(0)
        if not before or not _counts_too(pair.passage, before, subject[0]):
            continue
        mine = {k.passage for k in pair.alignment.links if k.covered and k.claim < pair.predicate} - {-1}
        shared = {k.passage for k in pair.alignment.links if k.covered}
        if mine & set(before) and shared.isdisjoint(subject):
            return pair.passage.text[words[subject[0]].start : words[subject[-1]].end]
    return ""


def _own_subject(passage: Reading, figure: int) -> Sequence[int]:
    """Return the places before a figure in its stretch, where they are a person, body or place and there is no verb."""
    words = passage.words
    inside = [place for place in range(len(words)) if words[place].clause == words[figure].clause]
    places = [place for place in inside if place < figure]
    if places and words[places[0]].plain in _JOINTS:
        places = places[1:]
    if not places or any(is_finite_verb(words[place]) for place in inside):
        return ()
    if any(words[place].plain in _NO_SUBJECTS or words[place].figure >= 0 for place in places):
        return ()
    of = next((place for place in places if words[place].plain == "of" and place > places[0]), places[-1] + 1)
    head = words[of - 1]
    return places if head.name >= 0 or field(head.stem) in (PERSON_FIELD, GROUP_FIELD, _PLACE_FIELD) else ()


def _subject_before(passage: Reading, start: int) -> range:
    """Return the places before the verb of the stretch that ends where another one starts."""
    words = passage.words
    last = start - 1
    if last >= 0 and words[last].plain in _JOINTS:
        last -= 1
    if last < 0 or words[last].sentence != words[start].sentence or words[last].clause == words[start].clause:
        return range(0)
    inside = [place for place in range(last + 1) if words[place].clause == words[last].clause]
    verb = next((place for place in inside if is_finite_verb(words[place])), -1)
    return range(inside[0], verb) if verb > inside[0] else range(0)


def _counts_too(passage: Reading, before: range, start: int) -> bool:
    """Has the stretch before a figure of its own behind its verb?"""
    return any(word.figure >= 0 or word.plain in ("once", "twice") for word in passage.words[before.stop : start])
