"""Names of the claim beside names of the passage: the same, a part of one, another one, or absent."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.stance.align import Alignment
from factcheck.stance.reading import Name, Reading


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How a name of the claim stands in the passage and its context.

    `covered` is the share of its words met, `rival` the passage name that shares a word with it and differs in
    another ("North Korea" for "South Korea"), `in_passage` says that a word of it stands in the passage itself.
    """

    name: Name
    covered: float
    in_passage: bool
    rival: Name | None


def match_names(claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> list[NameMatch]:
    """Return a match for each name of the claim, in the claim's order."""
    known = [set(name.stems) for name in (*passage.names, *context.names)]
    return [_match_name(name, claim, passage, alignment, known) for name in claim.names]


def _match_name(name: Name, claim: Reading, passage: Reading, alignment: Alignment, known: list[set[str]]) -> NameMatch:
    """Return how one name of the claim is met."""
    places = [place for place in range(name.first, name.last + 1) if place in alignment.by_claim]
    met = [place for place in places if alignment.by_claim[place].covered]
    covered = len(met) / len(places) if places else 1.0
    in_passage = any(alignment.by_claim[place].passage >= 0 for place in met)
    rival = None
    if met and not any(set(name.stems) <= stems for stems in known):
        rival = _rival(name, claim, passage, alignment, met)
    return NameMatch(name, covered, in_passage, rival)


def _rival(name: Name, claim: Reading, passage: Reading, alignment: Alignment, met: list[int]) -> Name | None:
    """Return the passage name that shares a met word but has another word where the claim's name has its own."""
    met_stems = {claim.words[place].stem for place in met}
    own = set(name.stems) - met_stems
    for place in met:
        link = alignment.by_claim[place]
        if link.passage < 0 or passage.words[link.passage].name < 0:
            continue
        other = passage.names[passage.words[link.passage].name]
        linked = {
            passage.words[entry.passage].stem for entry in alignment.links if entry.covered and entry.passage >= 0
        }
        if own and set(other.stems) - linked - met_stems:
            return other
    return None


def free_names(passage: Reading, alignment: Alignment) -> list[Name]:
    """Return the passage's names of which no word is met by a word of the claim."""
    linked = {link.passage for link in alignment.links if link.covered}
    return [name for name in passage.names if not linked & set(range(name.first, name.last + 1))]
