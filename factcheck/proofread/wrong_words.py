"""The words of a sentence that the sources turn round: a "not", an opposite, another word in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.models import MET, DecidedBy, Relation, Stance, Verdict
from factcheck.proofread.beside import (
    LEAST_WORDS,
    NEGATED_HERE,
    ON_TOPIC,
    SAME_BUT_FOR_A_NAME,
    SAME_STATEMENT,
    Beside,
    has_the_names,
)
from factcheck.proofread.bonds import Bond
from factcheck.proofread.hits import Hit
from factcheck.proofread.judged import denied, replaced_word
from factcheck.proofread.sides_taken import opposed_verb, other_side_at_figure
from factcheck.proofread.strays import tied_words

NEGATED, OPPOSITE = 0.5, 0.1
"""The share of the words that must stand under a negation in one of the two only, or as opposites."""
RULED_OUT = 0.4
"""The share where the passage has the same subject and nearly all words: "promised" beside "ruled out"."""


def wrong_words(claim: str, sides: Sequence[Beside]) -> list[Hit]:
    """Return the one hit for the words of a sentence that a passage turns round, or none."""
    found = [*_words(claim, sides), *_replaced(claim, sides), *_opposed(claim, sides)][:1]
    return found or list(_denied(claim, sides))


def _words(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where a passage near the sentence says the same with a negation or an opposite."""
    for side in sides[:3]:
        if not _is_turned_round(side) or side.nearness < sides[0].nearness - 0.25:
            continue
        if any(_says_it(other, side) for other in sides):
            continue
        message = f"the source says: “{_shortened(side.passage.text)}”"
        start, end = _turned_words(claim, side)
        comparisons = side.evidence.judgement.comparisons
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage, comparisons)
        return


def _replaced(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the word that has another one in its place: "against the dollar" beside "against the euro"."""
    found = replaced_word(sides)
    if found is not None and not any(_says_it(other, found[0]) for other in sides):
        side, start, end = found
        message = f"“{claim[start:end]}”: the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _opposed(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the "for" that is "against" in the source, and the verb that the source has the opposite of."""
    for side, start, end in other_side_at_figure(sides):
        message = f"“{claim[start:end]}”: the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)
    found = opposed_verb(sides)
    if found is not None:
        side, start, end, other = found
        message = f"“{claim[start:end]}”: the source says “{other}” of the same"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _denied(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the judge is sure that the nearest passage denies the sentence."""
    side = denied(sides)
    if side is not None and not _patterns().no_other.search(side.pair.passage.text):
        message = f"the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", 0, len(claim), message, Verdict.CONFLICTING, side.passage)


def _says_it(other: Beside, side: Beside) -> bool:
    """Tell whether a passage bears the sentence out, or leans to it and is nearer than the one that gainsays it."""
    if other.supports:
        return other.here >= side.here - 0.15
    return other.evidence.judgement.stance is Stance.SUPPORTS and other.here >= side.here


def _is_turned_round(side: Beside) -> bool:
    """Tell whether the passage says the same with a "not" or an opposite, in one of three ways that are sure enough."""
    features, bonds = side.features, side.bonds
    none = _counts_none(side)
    unmet = any(bond.relation in (Relation.DIFFERENT, *(() if none else (Relation.MISSING,))) for bond in bonds)
    unmet = unmet or any(bond.relation is Relation.INCOMPARABLE and _are_of_two_units(bond) for bond in bonds)
    if any(_patterns().no_other.search(reading.text) for reading in (side.pair.claim, side.pair.passage)):
        return False  # "no other city used as much" is what "the most of any city" says
    if side.supports or unmet or not has_the_names(side):
        return False
    if tied_words(side) <= LEAST_WORDS and not (none and side.here >= SAME_BUT_FOR_A_NAME):
        return False
    is_opposite = bool(features["opposite"]) and features["opposite_weight"] >= OPPOSITE
    is_odd = bool(features["negated_odd"]) and _negates_a_shared_word(side)
    is_odd = is_odd and not any(_patterns().lacking.search(r.text) for r in (side.pair.claim, side.pair.passage))
    is_negated = features["negated_apart"] >= NEGATED and is_odd
    if side.leans_to_conflict and side.here >= SAME_STATEMENT and (is_opposite or is_negated):
        return True
    if side.conflicts and side.evidence.judgement.decided_by is DecidedBy.POLARITY:
        ruled_out = features["negated_apart"] >= RULED_OUT and is_odd and _has_the_subject(side)
        sure = is_opposite or is_negated or ruled_out
        if is_opposite and side.cover >= ON_TOPIC and side.here >= NEGATED_HERE and _has_a_telling_figure(bonds):
            return True
        return side.cover >= SAME_BUT_FOR_A_NAME - 0.05 and side.here >= NEGATED_HERE and sure
    met = [bond for bond in bonds if bond.relation in MET]
    return is_opposite and bool(met) and len(met) == len(bonds) and side.cover >= SAME_BUT_FOR_A_NAME + 0.05


def _are_of_two_units(bond: Bond) -> bool:
    """Tell whether per cent stand against points: how fast a rise slows is not whether there is one."""
    source = bond.comparison.source_figure
    return source is not None and {bond.comparison.claim_figure.unit, source.unit} == {"%", "pp"}


def _has_a_telling_figure(bonds: Sequence[Bond]) -> bool:
    """Tell whether all figures of the sentence are met, one that is written in two digits or more among them."""
    written = [bond for bond in bonds if sum(map(str.isdigit, bond.comparison.claim_figure.text)) > 1]
    return bool(written) and all(bond.relation in MET for bond in bonds)


def _counts_none(side: Beside) -> bool:
    """Tell whether the passage says "nobody" or "no arrests", which no count of the sentence can meet."""
    from factcheck.figures import extract_figures

    if _patterns().none.search(side.passage.text) is None:
        return False
    return any(figure.implied and figure.value == 0 for figure in extract_figures(side.passage.text, implied=True))


def _negates_a_shared_word(side: Beside) -> bool:
    """Tell whether a word next to the negation stands in both texts: "nobody died" says nothing of what did not die."""
    claim, passage, links = side.pair.claim, side.pair.passage, side.pair.alignment.links
    here = [place for place in claim.content() if claim.words[place].depth % 2][:2]
    there = [place for place in passage.content() if passage.words[place].depth % 2][:3]
    met = {link.claim: link.passage for link in links if link.covered and not link.in_context}
    return any(place in met for place in here) or any(place in met.values() for place in there)


def _has_the_subject(side: Beside) -> bool:
    """Tell whether the passage itself names whom the sentence is about."""
    return bool(side.pair.names) and side.features["cover_subject"] == 1.0 and side.here >= SAME_BUT_FOR_A_NAME - 0.05


def _turned_words(claim: str, side: Beside) -> tuple[int, int]:
    """Return the sentence's span, or that of the word that stands for its opposite."""
    from factcheck.stance.lexicon import Kin

    for link in side.pair.alignment.links:
        if link.kin is Kin.OPPOSITE:
            word = side.pair.claim.words[link.claim]
            return word.start, word.end
    return 0, len(claim)


def _shortened(text: str) -> str:
    return text if len(text) <= 140 else text[:139].rsplit(" ", 1)[0] + " …"


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.no_other = re.compile(
            r"\b(?:no\s+other|nobody\s+else|nowhere\s+else|nothing\s+else|never\s+(?:before|so)|not\s+(?:been\s+)?(?:so|as)"
            r"|no\s+\w+\s+(?:has|had|have)\s+(?:ever\s+)?\w+\s+(?:as|so|more))\b"
            r"|\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could)\s+not\s*(?:[.;,]|$)",
            re.IGNORECASE,
        )
        self.none = re.compile(r"\b(?:no|none|nobody|nothing|neither)\b", re.IGNORECASE)
        self.lacking = re.compile(  # what "not" says in a word: "does not have enough" is what "lacks" says
            r"\b(?:lack(?:s|ed|ing)?|(?:is|are|was|were)\s+(?:[\w-]+\s+){0,2}short\s+of|shortage|too\s+(?:few|little)|insufficient\w*"
            r"|absen(?:t|ce)|missing|impossible|failure)\b",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
