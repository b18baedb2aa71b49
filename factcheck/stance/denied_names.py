"""A name that the passage denies alone: "towed to Lund rather than to Tarn", "boiled in Hale, but not in Tarn"."""

from __future__ import annotations

from factcheck.models import MET
from factcheck.stance.align import Link
from factcheck.stance.denials import denying_words
from factcheck.stance.features import SideBySide, covered_share
from factcheck.stance.lexicon import Kin
from factcheck.stance.names import NameMatch
from factcheck.stance.polarity import negations
from factcheck.stance.roles import is_verb

_LEAST_COVERED = 0.7


def denied_name(pair: SideBySide) -> tuple[str, str] | None:
    """Return a name of which the passage denies what it tells of something else, as the claim writes it, and by what.

    All else that the two share, a verb among it, is told by both or denied by both in the same sentence.
    """
    if covered_share(pair) < _LEAST_COVERED or any(bond.relation not in MET for bond in pair.bonds):
        return None
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.is_here]
    plain = [k for k in links if claim[k.claim].name < 0]
    if any(k.kin is Kin.OPPOSITE or _is_apart(k, pair) for k in plain):
        return None
    for match in pair.names:
        met = [k for k in links if match.name.first <= k.claim <= match.name.last]
        if match.covered < 1.0 or not met or not all(_is_denied_here(k, pair) for k in met):
            continue
        sentence, clause = passage[met[0].passage].sentence, passage[met[0].passage].clause
        if not any(passage[place].clause == clause for place in negations([word.plain for word in passage])):
            continue  # "promised to scrap the line to Tarn", of a claim that he wants to cancel it
        told = [k for k in plain if passage[k.passage].sentence == sentence and is_verb(pair.claim, k.claim)]
        if told and not _others_are_denied(pair, match, links):
            return pair.claim.spelled(match.name), denying_words(pair, met[0].passage)
    return None


def _is_apart(link: Link, pair: SideBySide) -> bool:
    return (pair.claim.words[link.claim].depth - pair.passage.words[link.passage].depth) % 2 == 1


def _is_denied_here(link: Link, pair: SideBySide) -> bool:
    """Denies the passage this word wherever it has it, and the claim not?"""
    words = pair.passage.words
    everywhere = pair.passage.places.get(words[link.passage].stem, ())
    return not pair.claim.words[link.claim].depth % 2 and all(words[place].depth % 2 for place in everywhere)


def _others_are_denied(pair: SideBySide, match: NameMatch, links: list[Link]) -> bool:
    """Are other names of the claim denied as well, so that it is not this one alone?"""
    inside = range(match.name.first, match.name.last + 1)
    named = [k for k in links if pair.claim.words[k.claim].name >= 0 and k.claim not in inside]
    return any(_is_apart(k, pair) for k in named)
