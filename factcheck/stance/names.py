"""Names of the claim beside names of the passage: the same, a part of one, another one, or absent."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.align import Alignment, Link
from factcheck.stance.lexicon import ONE_WORD, Kin, field, kin
from factcheck.stance.reading import Name, Reading
from factcheck.stance.reference import antecedents, is_plain_noun, last_subject, opening_reference
from factcheck.values import dataclass, replace

_TOPIC_LINES = 2  # the title and the document's opening sentence
_NO_NOUNS = frozenset({0, 1, 2, 44})  # WordNet's lexicographer files of adjectives and adverbs
_FIRST_NAME = 0.9  # how far a first name is met by the surname alone


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How a name of the claim stands in the passage and its context.

    `covered` is the share of its words met, `rival` the passage name that shares a word with it and differs in
    another ("North Korea" for "South Korea"), `in_passage` says that a word of it stands in the passage itself,
    `meant` that the passage's "she" or "the company" means it, and `passed_over` that it means another.
    """

    name: Name
    covered: float
    in_passage: bool
    rival: Name | None
    meant: bool = False
    passed_over: bool = False


def with_first_names(claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> Alignment:
    """Return the alignment with a first name met where the passage has the surname alone: "Quill, 49" for Marta Quill.

    Not where passage or context have another first name with it.
    """
    added: dict[int, Link] = {}
    for name in claim.names:
        last = alignment.by_claim.get(name.last)
        if name.last == name.first or last is None or not last.is_here:
            continue
        firsts = range(name.first, name.last)
        if not all(_may_be_first_name(claim.words[p].stem) for p in firsts) or not _stands_alone(passage, last):
            continue
        surname = claim.words[name.last].stem
        bearers = [n for n in (*passage.names, *context.names) if len(n.stems) > 1 and surname in n.stems]
        if any(not set(n.stems) <= set(name.stems) for n in bearers):
            continue
        for place in firsts:
            if place in alignment.by_claim and not alignment.by_claim[place].covered:
                added[place] = Link(place, last.passage, Kin.SAME, _FIRST_NAME)
    if not added:
        return alignment
    links = tuple(added.get(link.claim, link) for link in alignment.links)
    return Alignment(links, {link.claim: link for link in links})


def _may_be_first_name(stem: str) -> bool:
    """Is a word no adjective and no kind of group or place: "Marta", but not "Northern" and not "Port"?"""
    return not is_plain_noun(stem) and field(stem) not in _NO_NOUNS


def _stands_alone(passage: Reading, surname: Link) -> bool:
    """Is a word of the passage a name of one word, or written as one where the sentence opens?"""
    name = passage.words[surname.passage].name
    if name < 0:
        return surname.passage == 0 and passage.words[0].text[:1].isupper()
    return passage.names[name].first == passage.names[name].last


def match_names(claim: Reading, passage: Reading, context: Reading, alignment: Alignment) -> list[NameMatch]:
    """Return a match for each name of the claim, in the claim's order."""
    known = [set(name.stems) for name in (*passage.names, *context.names)]
    matches = [_match_name(name, claim, passage, context, alignment, known) for name in claim.names]
    reference = opening_reference(passage)
    meant = {stem for name in antecedents(reference, context) for stem in name.stems} if reference else set()
    told = set() if reference is None else last_subject(reference, context)
    return matches if not meant else [_with_reference(match, meant, told, context) for match in matches]


def _with_reference(match: NameMatch, meant: set[str], told: set[str], context: Reading) -> NameMatch:
    """Return a match with whether what the passage refers back to is its name, or another's than the topic's.

    `told` is the name that the sentence before opens with, of which an "it" surely tells, whatever the topic.
    """
    if match.in_passage:
        return match
    same = any(kin(mine, theirs) in ONE_WORD for mine in match.name.stems for theirs in meant)
    topic = {word.stem for word in context.words if word.sentence < _TOPIC_LINES}
    other = bool(told) and not same
    return replace(match, meant=same, passed_over=other or (not same and not topic & set(match.name.stems)))


def _match_name(
    name: Name, claim: Reading, passage: Reading, context: Reading, alignment: Alignment, known: list[set[str]]
) -> NameMatch:
    """Return how one name of the claim is met."""
    places = [place for place in range(name.first, name.last + 1) if place in alignment.by_claim]
    met = [place for place in places if alignment.by_claim[place].covered]
    covered = len(met) / len(places) if places else 1.0
    in_passage = any(alignment.by_claim[place].passage >= 0 for place in met)
    rival = None
    if 0.0 < covered < 1.0 and not any(set(name.stems) <= stems for stems in known):
        rival = _rival(name, claim, (*passage.names, *context.names), alignment, met)
    return NameMatch(name, covered, in_passage, rival)


def _rival(name: Name, claim: Reading, others: Sequence[Name], alignment: Alignment, met: list[int]) -> Name | None:
    """Return a name that shares a met word but has another word where the claim's name has its own."""
    met_stems = {claim.words[place].stem for place in met}
    linked = {claim.words[link.claim].stem for link in alignment.links if link.covered}
    for other in others:
        shared = {stem for stem in other.stems if any(kin(mine, stem) in ONE_WORD for mine in met_stems)}
        if shared and set(other.stems) - shared - linked:
            return other
    return None


def free_names(passage: Reading, alignment: Alignment) -> list[Name]:
    """Return the passage's names of which no word is met by a word of the claim."""
    linked = {link.passage for link in alignment.links if link.covered}
    return [name for name in passage.names if not linked & set(range(name.first, name.last + 1))]
