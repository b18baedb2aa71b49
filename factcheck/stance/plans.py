"""A plan in the passage that does not stand in the claim's way: the claim is of a day to come, or it has come true."""

from __future__ import annotations

from factcheck.models import MET, Kind, Role
from factcheck.stance.features import SideBySide
from factcheck.stance.modality import is_planned, speaks_of_plans
from factcheck.stance.reading import Word
from factcheck.words import is_irregular, listed

_COMING = frozenset(listed("will would shall"))
_FACTS = frozenset(listed("has have had was were did"))


def is_yet_to_come(pair: SideBySide) -> bool:
    """Does the claim itself give a day later than the passage's own, so that it, too, can only tell a plan?"""
    if any(_tells_the_past(word) for word in pair.claim.words):
        return False
    days = (bond.comparison for bond in pair.bonds if bond.relation in MET)
    given = (day.claim_figure.value for day in days if day.claim_figure.kind is Kind.DATE)
    dated = (value for value in given if isinstance(value, str) and value[:1].isdigit())
    return bool(pair.published) and any(value > pair.published for value in dated)


def _tells_the_past(word: Word) -> bool:
    """Is a word a verb in a past tense: "toured", "was", "has"?"""
    if word.name >= 0 or word.figure >= 0:
        return False
    return word.plain in _FACTS or word.plain.endswith("ed") or is_irregular(word.plain)


def has_come_true(pair: SideBySide) -> bool:
    """Does the claim's figure stand in a stretch that tells a fact: "asked for 60%; they say that 48% has been so"?"""
    words = pair.passage.words
    for bond in pair.bonds:
        places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
        if not places or bond.comparison.claim_figure.kind is Kind.DATE or is_planned(pair.passage, places[0]):
            continue
        clause = [word.plain for word in words if word.clause == words[places[0]].clause]
        if any(plain in _FACTS for plain in clause):
            return True
    return False


def reached_later(pair: SideBySide) -> str:
    """Return a reason where the passage's figure is only what something will come to, and the claim's what it is.

    "Would double the area to 900 square kilometres by 2026" bears out no "is already banned in 900".
    """
    if speaks_of_plans(pair.claim) or is_yet_to_come(pair):
        return ""
    for bond in pair.bonds:
        places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 and bond.relation in MET else []
        if not places or pair.passage.figures[bond.passage].role is not Role.TO:
            continue
        words = pair.passage.words
        stretch = [word.plain for word in words[: places[0]] if word.clause == words[places[0]].clause]
        if not _COMING.isdisjoint(stretch):
            return f"the source says only what it will come to: {bond.comparison.note}"
    return ""


def is_undecided(pair: SideBySide) -> bool:
    """Does the passage say that it is not decided whether to do what the claim says has been done?"""
    words = pair.passage.words
    for place, word in enumerate(words[:-1]):
        if word.plain != "whether" or not word.depth % 2 or words[place + 1].plain != "to":
            continue
        met = (k.passage for k in pair.alignment.links if k.covered and k.claim >= pair.predicate)
        if any(there > place and words[there].clause == word.clause for there in met):
            return True
    return False
