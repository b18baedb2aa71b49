"""Why a stance was taken, in words for a person, and which words of the passage met the claim's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.models import MET, DecidedBy, Relation, Stance
from factcheck.stance.denials import who_denies
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import Kin
from factcheck.stance.rulings import Ruling

NO_WORD = "the passage has no word for "
_QUOTATION = re.compile(r"the claim (?:says|has|names) (?:this )?“([^”]*)”")
_ONLY_WORDS = "the passage has the claim's words, but does not clearly say the same"

# The figures that speak for a stance, before those that only agree.
_APART = {
    Stance.CONFLICTS: (Relation.DIFFERENT,),
    Stance.NEUTRAL: (Relation.DIFFERENT, Relation.INCOMPARABLE, Relation.MISSING),
}


def decided_by(pair: SideBySide, features: Mapping[str, float], stance: Stance) -> DecidedBy:
    """Return what tipped the scales where the figures did not; of a neutral passage, nothing but its words did."""
    if stance is Stance.NEUTRAL:
        return DecidedBy.WORDS
    if stance is Stance.SUPPORTS and features["figure_met_all"]:
        return DecidedBy.FIGURE
    if stance is Stance.CONFLICTS:
        if features["figure_different"] >= 0.3 or features["date_different"] >= 0.3:
            return DecidedBy.FIGURE
        if features["opposite"] or features["negated_apart"] > 0.3 or features["negated_claim_only"]:
            return DecidedBy.POLARITY
        if features["name_rival"] or features["swap_name"] > 0.4:
            return DecidedBy.ROLE
    return DecidedBy.WORDS


def reasons(pair: SideBySide, stance: Stance, ruling: Ruling, shown: bool = True) -> tuple[str, ...]:
    """Return the reasons of a stance, the weightiest first; where support is too weak to be shown, what is missing."""
    is_support = stance is Stance.SUPPORTS and shown
    found = [reason for reason in (ruling.no_stance, ruling.turned, ruling.no_support) if reason]
    if stance is not Stance.SUPPORTS:
        found += _notes(pair, *_APART[stance])
    if stance is Stance.CONFLICTS:
        found += _opposites(pair)
        found += _substitutes(pair, "\n".join(found))
    found += _hours(pair, are_parts=False)
    if not is_support:
        found += _gaps(pair, "\n".join(found))
    found += _notes(pair, *Relation)
    found += _hours(pair, are_parts=True)
    if not found and stance is not Stance.CONFLICTS:
        found.append("the passage says what the claim says" if is_support else _ONLY_WORDS)
    return tuple(dict.fromkeys(found))


def _notes(pair: SideBySide, *relations: Relation) -> list[str]:
    """Return what there is to say of the figures that compare so, in the claim's order."""
    comparisons = [bond.comparison for bond in pair.bonds]
    return [comparison.note for comparison in comparisons if comparison.relation in relations and comparison.note]


def _hours(pair: SideBySide, *, are_parts: bool) -> list[str]:
    """Return what there is to say of the claim's times of day, or its parts of the day, that the passage meets."""
    return [bond.note for bond in pair.times if bool(bond.claim.part) is are_parts and bond.relation in MET]


def _opposites(pair: SideBySide) -> list[str]:
    """Return a reason for each pair of opposite words."""
    found = []
    for link in pair.alignment.links:
        if link.kin is Kin.OPPOSITE and link.passage >= 0:
            mine, theirs = pair.claim.written(link.claim), pair.passage.written(link.passage)
            found.append(f"the claim says “{mine}”, the source “{theirs}”")
        elif link.is_here:
            word, other = pair.claim.words[link.claim], pair.passage.words[link.passage]
            if word.name < 0 and (word.depth - other.depth) % 2:
                found.append(who_denies(pair, [link]))
    return found


def _substitutes(pair: SideBySide, told: str) -> list[str]:
    """Return a reason for each word that stands in the place of the claim's, of those not told of yet."""
    found = []
    for entry in pair.substitutes:
        mine, theirs = pair.claim.written(entry.claim), pair.passage.written(entry.passage)
        if entry.strength >= 0.4 and not _is_quoted(mine, told):
            found.append(f"where the claim has “{mine}”, the source has “{theirs}”")
    return found


def _is_quoted(word: str, told: str) -> bool:
    """Does what the claim says stand in quotation marks already, alone or with more: "the claim says “Ann Orr”"?"""
    return any(f" {word} " in f" {quotation} " for quotation in _QUOTATION.findall(told))


def _gaps(pair: SideBySide, told: str) -> list[str]:
    """Return one reason that names the words of the claim that the source does not hold, of those not told of yet."""
    missing = [pair.claim.written(link.claim) for link in pair.alignment.links if not link.covered]
    missing = [word for word in missing if not _is_quoted(word, told)]
    if not missing:
        return []
    return [NO_WORD + ", ".join(f"“{word}”" for word in dict.fromkeys(missing))]


def matched_spans(pair: SideBySide) -> tuple[tuple[int, int], ...]:
    """Return the spans of the passage whose words or figures met the claim's, in order."""
    spans = set()
    for link in pair.alignment.links:
        if link.is_here:
            word = pair.passage.words[link.passage]
            spans.add((word.start, word.end))
    for bond in pair.bonds:
        if bond.passage >= 0 and bond.relation in (*MET, Relation.DIFFERENT):
            figure = pair.passage.figures[bond.passage]
            spans.add((figure.start, figure.end))
    return tuple(sorted(spans))
