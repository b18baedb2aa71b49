"""A checked sentence -> what is wrong with it: figures, words and names that the nearest passages gainsay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.models import MET, Check, Figure, Kind, Verdict
from factcheck.proofread.beside import BEARS_OUT, ON_TOPIC, SAME_BUT_FOR_A_NAME, Beside, lay_beside
from factcheck.proofread.hits import BORNE_OUT, Hit
from factcheck.proofread.names import Name
from factcheck.proofread.sources import Sources
from factcheck.proofread.superlatives import lone_superlatives
from factcheck.proofread.wrong_figures import wrong_figures
from factcheck.proofread.wrong_names import misspelled_names, wrong_names
from factcheck.proofread.wrong_words import wrong_words

TOLD = 0.5
"""Passage and context, where all names and figures of the sentence are there: from here on they bear it out."""


def hits_of(
    claim: str,
    check: Check,
    names: Sequence[Name],
    sources: Sources,
    claim_date: date | None = None,
    nearby: Sequence[Figure] = (),
) -> list[Hit]:
    """Return what is wrong with a sentence that was checked; spans slice the sentence as it was checked.

    Where nothing contradicts and a passage has what the sentence says, a hit with the code `BORNE_OUT` has it.
    `nearby` are the figures of the sentence before, from which one of this sentence may be worked out.
    """
    sides = lay_beside(claim, check, claim_date)
    spelled = list(misspelled_names(claim, names, sides, sources))
    figures = wrong_figures(claim, names, sides, sources, nearby)
    words = [] if spelled or figures else wrong_words(claim, sides)
    others = wrong_names(claim, names, sides, sources, spelled, figures, words)
    found = [*spelled, *figures, *words, *others]
    if found:
        return found
    bearing = next((side for side in sides if _bears_it_out(side)), None)
    if bearing is None:
        return [_unsupported(claim, sides)]
    return [Hit(BORNE_OUT, 0, len(claim), "", passage=bearing.passage), *lone_superlatives(claim, sides)]


def _bears_it_out(side: Beside) -> bool:
    """Tell whether the judge has a passage support, or it has the sentence's figures and most of its words."""
    return (side.supports and side.cover >= BEARS_OUT) or _has_it_all(side)


def _has_it_all(side: Beside) -> bool:
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    counts = [bond for bond in bonds if bond.comparison.claim_figure.kind is not Kind.DATE]
    if counts and all(bond.relation in MET for bond in counts):
        telling = any(sum(map(str.isdigit, bond.comparison.claim_figure.text)) > 1 for bond in counts)
        named = all(match.covered >= 1 for match in side.pair.names)
        return side.cover >= (TOLD if telling and named else ON_TOPIC)
    return side.here >= SAME_BUT_FOR_A_NAME and all(bond.relation in MET for bond in bonds)


def _unsupported(claim: str, sides: Sequence[Beside]) -> Hit:
    message = "no source found says this" if sides else "no source has enough of its words"
    return Hit("unsupported", 0, len(claim), message, Verdict.UNVERIFIED, sides[0].passage if sides else None)
