"""Somebody who speaks of a work that he had no part in, where the claim makes him its leader, author or member."""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import NEAR_MEANING, kin
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_PART = frozenset(stem(word) for word in listed("involve part member connect associate affiliate contribute"))
_INSIDERS = frozenset(
    stem(word)
    for word in listed("""
    lead head run direct conduct carry oversee supervise write co-write author co-author co-wrote member leader
    director part join take organise coordinate found excavate discover produce
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
