"""What is turned round in an otherwise equal statement: names, prepositions, directions, opposites, a "not"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import MET, Kind, Relation
from factcheck.stance.align import Link
from factcheck.stance.denials import denies_nothing, ends_in_time, holds_since, who_denies
from factcheck.stance.directions import turned_at_figure, turned_words
from factcheck.stance.ends import ends_exchanged
from factcheck.stance.excuses import (
    denied,
    denies_more,
    is_of_a_part,
    is_of_another_time,
    is_of_other_noun,
    is_said_by_claim,
    is_said_of_another,
    is_told_of_years_ago,
)
from factcheck.stance.features import SideBySide, bound_places, is_in_place, is_telling
from factcheck.stance.lexicon import Kin
from factcheck.stance.other_deeds import both_take_away, is_other_deed
from factcheck.stance.owners import owners_exchanged
from factcheck.stance.periods import another_frequency
from factcheck.stance.roles import names_swapped, object_acts, pairs_crossed, prepositions_turned

ALIKE = 0.8  # of the claim's information that must be covered for a turned word to contradict it
_APART = 0.3  # of the shared words, of which only one text denies them


def what_is_turned(pair: SideBySide) -> str:
    """Return what is turned round between claim and passage, or an empty string."""
    if names_swapped(pair.claim, pair.passage, pair.alignment):
        return "the source has the two names the other way round"
    crossed = prepositions_turned(pair.claim, pair.passage, pair.alignment)
    if crossed is not None:
        return f"the claim says “{crossed[0]}”, the source “{crossed[1]}”"
    if object_acts(pair.claim, pair.passage, pair.alignment) or ends_exchanged(
        pair.claim, pair.passage, pair.alignment
    ):
        return "in the source it is the other one who acts"
    often = another_frequency(pair.claim, pair.passage)
    if often is not None:
        return f"the claim says “{often[0]}”, the source “{often[1]}”"
    owners = owners_exchanged(pair)
    if owners is not None:
        return f"the source says this of “{owners[1]}”, not of “{owners[0]}”"
    crossed = pairs_crossed(pair.claim, pair.passage, pair.alignment, bound_places(pair))
    if crossed is not None:
        return f"the source has “{crossed[0]}” and “{crossed[1]}” the other way round"
    words = turned_words(pair.claim, pair.passage, pair.alignment) or _turned_figure(pair)
    if words is not None:
        return f"the claim says “{words[0]}”, the source “{words[1]}”"
    return _turned_meaning(pair)


def turned_at_same_figure(pair: SideBySide) -> str:
    """Return by what contrary ways both came to one figure of many digits: "risen to", "slipped to"."""
    for bond in pair.bonds:
        telling = bond.relation is Relation.EQUAL and is_telling(bond.comparison.claim_figure) and bond.noun >= 0
        if telling and bond.passage >= 0 and bond.claim >= 0:
            places = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            words = turned_at_figure(pair.claim, pair.passage, *places)
            if words is not None:
                return f"the claim says “{words[0]}”, the source “{words[1]}”"
    return ""


def _turned_figure(pair: SideBySide) -> tuple[str, str] | None:
    """Return the directions that stand against each other at two bound figures."""
    opposite = [k for k in pair.alignment.links if k.kin is Kin.OPPOSITE and k.passage >= 0 and both_take_away(pair, k)]
    excused = {(pair.claim.written(k.claim), pair.passage.written(k.passage)) for k in opposite}
    for bond in pair.bonds:
        if bond.comparison.claim_figure.kind is Kind.DATE and bond.relation not in MET:
            continue
        if bond.passage >= 0 and bond.claim >= 0:
            places = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            words = turned_at_figure(pair.claim, pair.passage, *places)
            if words is not None and words not in excused:
                return words
    return None


def _turned_meaning(pair: SideBySide) -> str:
    """Return the pair of opposites, or the negation, that only one of two equal statements has."""
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.is_here and claim[k.claim].name < 0]
    apart = [k for k in links if (claim[k.claim].depth - passage[k.passage].depth) % 2]
    opposite = [k for k in links if k.kin is Kin.OPPOSITE and is_in_place(k, pair) and not _says_both(k, pair)]
    opposite = [k for k in opposite if not is_excused(k, pair)]
    if len(opposite) == 1 and not apart:
        mine, theirs = pair.claim.written(opposite[0].claim), pair.passage.written(opposite[0].passage)
        return f"the claim says “{mine}”, the source “{theirs}”"
    if apart and (ends_in_time(apart[0], pair) or holds_since(apart[0], pair) or denies_nothing(pair)):
        return ""
    if denies_more(pair) or _both_deny(links, len(apart), pair) or is_told_of_years_ago(pair, apart):
        return ""
    apart = [k for k in denied(pair, apart) if not _is_denied_at_figure(pair, k)]
    if links and not opposite and len(apart) >= _APART * len(links) and _reaches_predicate(apart, pair):
        return who_denies(pair, apart)
    return ""


def _both_deny(links: Sequence[Link], apart: int, pair: SideBySide) -> bool:
    """Deny both texts at least as many of the shared words as only one of them: "no trace of air", "no sign of air"?"""
    claim, passage = pair.claim.words, pair.passage.words
    both = [k for k in links if claim[k.claim].depth % 2 and passage[k.passage].depth % 2]
    told = any(k.claim == pair.predicate for k in both)  # "nobody died in the blast", "the blast caused no deaths"
    return told or len(both) >= max(1, apart)


def _is_denied_at_figure(pair: SideBySide, link: Link) -> bool:
    """Does the claim deny a word that the passage has in another stretch, and the passage what its figure counts?

    "31 had had no jab" agrees with "31 had not been vaccinated, 12 had had a dose".
    """
    words = pair.passage.words
    if not pair.claim.words[link.claim].depth % 2:
        return False
    places = [pair.passage.figure_places(b.passage) for b in pair.bonds if b.passage >= 0 and b.relation in MET]
    clauses = {words[found[0]].clause for found in places if found} - {words[link.passage].clause}
    return any(word.depth % 2 and word.clause in clauses for word in words)


def _says_both(link: Link, pair: SideBySide) -> bool:
    """Are the two one word in opposite phrases, both of which the passage has: "five voted for it, and two against"?"""
    words, theirs = pair.claim.words, {word.plain for word in pair.passage.words}
    behind = words[link.claim + 1].plain if link.claim + 1 < len(words) else ""
    return words[link.claim].plain == pair.passage.words[link.passage].plain and behind in theirs


def is_excused(opposite: Link, pair: SideBySide) -> bool:
    """Is an opposite of the claim's word no contradiction of it?"""
    return (
        is_said_by_claim(pair, opposite)
        or _is_said_by_another_word(pair, opposite)
        or is_of_a_part(pair, opposite)
        or is_of_other_noun(pair, opposite)
        or is_said_of_another(pair, opposite)
        or is_of_another_time(pair, opposite)
        or is_other_deed(pair, opposite)
    )


def _is_said_by_another_word(pair: SideBySide, opposite: Link) -> bool:
    """Has the claim for the opposite a word of its own that says as much: "gave its recipients", "who received it"?"""
    return any(
        link.passage == opposite.passage
        and link.claim != opposite.claim
        and link.is_here
        and link.kin is not Kin.OPPOSITE
        for link in pair.alignment.links
    )


def _reaches_predicate(apart: Sequence[Link], pair: SideBySide) -> bool:
    """Does a negation reach half of what the passage holds of the claim's predicate?"""
    words = pair.claim.words
    here = [k for k in pair.alignment.links if k.is_here and words[k.claim].name < 0]
    met = [k for k in here if k.claim >= pair.predicate]
    if not met and any(k.in_context and k.claim >= pair.predicate for k in pair.alignment.links):
        return False  # "no volunteer died" does not deny that volunteers were given the vaccine
    return not met or 2 * sum(k in apart for k in met) >= len(met)
