"""Who said it: where the passage gives the claim's words to another speaker."""

from __future__ import annotations

from factcheck.models import MET
from factcheck.stance.doers import may_be_person
from factcheck.stance.features import SideBySide
from factcheck.stance.names import free_names
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_SAYING = frozenset(stem(word) for word in listed("say tell add warn argue insist claim complain predict declare note"))
_PRONOUNS = frozenset(listed("he she they"))
_LEAST_SAID = 0.8  # of what the claim reports that the passage itself must hold
_BETWEEN = frozenset(listed("who had has later also that"))


def another_speaker(pair: SideBySide) -> tuple[str, str] | None:
    """Return who says something by the claim, and who says it by the passage, where these are two people.

    "Orr said that the bridge was safe" against "“The bridge is safe,” Mrs Lund said".
    """
    mine = _speaker(pair.claim)
    if mine < 0 or any(bond.relation not in MET for bond in pair.bonds) or not _is_said(pair, mine):
        return None
    match = next((each for each in pair.names if pair.claim.names[mine] == each.name), None)
    if match is None or match.in_passage or match.meant or match.covered < 1.0:
        return None
    free = free_names(pair.passage, pair.alignment)
    theirs = _speaker(pair.passage)
    if theirs < 0 or pair.passage.names[theirs] not in free or any(w.plain in _PRONOUNS for w in pair.passage.words):
        return None
    name = pair.passage.names[theirs]
    if not may_be_person(name, pair.passage):
        return None
    return pair.claim.spelled(pair.claim.names[mine]), pair.passage.spelled(name)


def _speaker(reading: Reading) -> int:
    """Return the name that is the subject of a text's one verb of saying, -1 where there is none or more than one."""
    found = set()
    words = reading.words
    for place, word in enumerate(words):
        if word.stem not in _SAYING or word.name >= 0:
            continue
        before = place - 1
        while before >= 0 and words[before].plain in _BETWEEN:
            before -= 1
        if before >= 0 and words[before].name >= 0 and words[before].sentence == word.sentence:
            found.add(words[before].name)
        elif place + 1 < len(words) and words[place + 1].name >= 0:
            found.add(words[place + 1].name)
        else:
            return -1
    return found.pop() if len(found) == 1 else -1


def _is_said(pair: SideBySide, mine: int) -> bool:
    """Does the passage itself hold nearly all that the claim reports?"""
    words = pair.claim.words
    links = [k for k in pair.alignment.links if words[k.claim].name != mine and words[k.claim].stem not in _SAYING]
    total = sum(words[k.claim].weight for k in links)
    met = sum(words[k.claim].weight for k in links if k.is_here)
    return total > 0 and met >= _LEAST_SAID * total
