"""Who said it, and whether he had a part in it: the claim's words in another's mouth, or a critic made an author."""

from __future__ import annotations

from factcheck.models import MET
from factcheck.stance.doers import may_be_person
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import NEAR_MEANING, kin
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


_PART = frozenset(stem(word) for word in listed("involve part member connect associate affiliate contribute"))
_INSIDERS = frozenset(
    stem(word)
    for word in listed("""
    lead head run direct conduct carry oversee supervise write co-write author co-author co-wrote member leader
    director part join take organise coordinate found founded excavate discover produce
    """)
)
_REACH = 6  # words from the "not involved" to what it was in
_MOST_WORKS = 2  # words that say in what: "the research team"
_TO_NAME = 18  # words from a name to the "who was not involved" behind it


def not_involved(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim calls somebody, and the words by which the passage says that he had no part in it.

    "Ann Orr, who led the study" against "Ann Orr, a botanist who was not involved in the study".
    """
    if pair.claim.has_denied:
        return None
    for inside, word in enumerate(pair.claim.words):
        if word.name >= 0 or word.bare not in _INSIDERS:
            continue
        for place, there in enumerate(pair.passage.words):
            outside = there.depth % 2 and there.bare in _PART and "no longer" not in pair.passage.denying(place)
            if outside and _is_of_claimed(pair, inside, place) and _is_the_same_work(pair, inside, place):
                return word.text, f"not {there.text}"
    return None


def _is_of_claimed(pair: SideBySide, inside: int, place: int) -> bool:
    """Is the name before a "not involved" whom the claim gives the part: the nearest name, or that behind its "by"?"""
    words, claim = pair.passage.words, pair.claim.words
    named = [p for p in range(max(0, place - _TO_NAME), place) if words[p].name >= 0 and _may_act(pair.passage, p)]
    people = {words[p].name for p in named if words[p].sentence == words[place].sentence}
    by = inside + 1 < len(claim) and claim[inside + 1].plain == "by"
    reach = range(inside + 2, len(claim)) if by else range(inside - 1, -1, -1)
    mine = next((claim[p].name for p in reach if claim[p].name >= 0), -1)
    met = [k for k in pair.alignment.links if k.is_here]
    return any(mine >= 0 and claim[k.claim].name == mine and words[k.passage].name in people for k in met)


def _may_act(passage: Reading, place: int) -> bool:
    """Hangs a name on no preposition, as the institute does in "of the Orr Institute"?"""
    first = passage.names[passage.words[place].name].first
    return not any(word.plain in ("of", "at", "from", "in") for word in passage.words[max(0, first - 2) : first])


def _is_the_same_work(pair: SideBySide, inside: int, place: int) -> bool:
    """Is that in which somebody was not involved what the claim gives him a part in: "led the study"?"""
    words, claim = pair.passage.words, pair.claim.words
    behind = [w for w in words[place + 1 : place + 1 + _REACH] if w.clause == words[place].clause and not w.stop]
    by = inside + 1 < len(claim) and claim[inside + 1].plain == "by"
    near = claim[max(0, inside - _REACH) : inside] if by else claim[inside + 1 : inside + 1 + _REACH]
    works = [w for w in near if not w.stop and w.name < 0 and w.clause == claim[inside].clause]
    works = works[-_MOST_WORKS:] if by else works[:_MOST_WORKS]
    return bool(behind) and any(kin(word.stem, behind[0].stem) in NEAR_MEANING for word in works)
