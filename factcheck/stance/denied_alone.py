"""A "not" or "never" of the claim of which the passage has nothing: its figures may agree, what is said does not.

A sum that comes out outweighs how it is worded, and so bore out that "spending was not cut by £14m".
"""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import Kin
from factcheck.stance.times import tells_of_the_first
from factcheck.words import listed

_DENYING = frozenset(listed("not never cannot"))
_LIMITING = frozenset(listed("only until till before more fewer less all just yet least even longer far always"))
_SUPERLATIVES = frozenset(listed("first last only"))
_TO_LIMIT = 2  # words from "not" to "only", "all", "more than"


def denies_alone(pair: SideBySide) -> str:
    """Return what the claim alone denies with a "not" or "never", "" where the passage has any denial or contrary.

    "Eleven of 94 are turning" does bear out that 83 are not: there a figure counts the others.
    """
    if pair.claim.negations != 1 or pair.passage.negations or pair.passage.has_denied:
        return ""
    counts_the_rest = any(bond.inverts for bond in pair.bonds)
    opposite = {link.claim for link in pair.alignment.links if link.kin is Kin.OPPOSITE}
    if (opposite and not counts_the_rest) or tells_of_the_first(pair):
        return ""
    if any(word.plain in _SUPERLATIVES for word in pair.passage.words):
        return ""  # "the first stoppage since 2009"
    words = pair.claim.words
    denials = [each for each in pair.claim.denials if _is_plain(pair, each.first)]
    if len(denials) != 1:
        return ""
    if any(word.plain in _LIMITING for word in words[denials[0].stop : denials[0].stop + _TO_LIMIT]):
        return ""
    denied = [place for place in denials[0].reached if not words[place].stop or words[place].figure >= 0]
    if counts_the_rest and denied and opposite.isdisjoint(denied) and _is_met(pair, denied[0]):
        return ""  # "eleven are turning": "83 are not turning", but no "83 are not standing still"
    if opposite.isdisjoint(denied) and not any(words[place].figure >= 0 or _is_met(pair, place) for place in denied):
        return ""  # a part of the claim of which the passage does not speak
    return pair.claim.text[words[denials[0].first].start : words[denied[0]].end] if denied else ""


def _is_met(pair: SideBySide, place: int) -> bool:
    link = pair.alignment.by_claim.get(place)
    return link is not None and link.is_here


def _is_plain(pair: SideBySide, place: int) -> bool:
    word = pair.claim.words[place].plain
    return word in _DENYING or word.endswith(("n't", "n’t"))
