"""Words of the claim in whose place the passage has another of the kind, or only a broader one: no support for it.

"One doctor's post in eight" is not borne out by "one nursing post in eight", nor "640 children" by "640 people".
"""

from __future__ import annotations

from factcheck.models import MET, Kind
from factcheck.stance.align import Link
from factcheck.stance.dimensions import age_beside
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import Kin, kin, others_of_kind
from factcheck.words import stem

_IN_PLACE = 0.4  # how well the other word must stand in the place of the claim's
_OF_COUNTRY = (Kin.SYNONYM, Kin.DERIVED)


def another_kind(pair: SideBySide) -> str:
    """Return in words what the passage has in place of a word of the claim, an empty string where it has nothing."""
    aside = age_beside(pair.claim, pair.passage)
    if aside is not None:
        return f"the claim says “{aside[0]}”, the source gives the age as {aside[1]}"
    for link in pair.alignment.links:
        if not link.covered:
            there = _exclusive_word(pair, link) or _broader_count(pair, link)
            if there:
                return f"the claim says “{pair.claim.words[link.claim].text}”, the source “{there}”"
    return ""


def _exclusive_word(pair: SideBySide, link: Link) -> str:
    """Return the passage's word in the place of the claim's, of which a thing is one only; or another's country."""
    for found in pair.substitutes:
        if found.claim == link.claim and found.likeness >= 1.0 and found.fit >= _IN_PLACE:
            return pair.passage.words[found.passage].text
    return _other_country(pair, link)


def _other_country(pair: SideBySide, link: Link) -> str:
    """Return the country of another nationality than the claim's that the passage names: "Spain" for "French"."""
    word = pair.claim.words[link.claim]
    others = [stem(other) for other in others_of_kind(word.plain)] if word.text[:1].isupper() else []
    linked = {each.passage for each in pair.alignment.links if each.covered}
    for place in pair.passage.content() if others else ():
        there = pair.passage.words[place]
        is_free = place not in linked and there.text[:1].isupper()
        if is_free and any(kin(other, there.stem) in _OF_COUNTRY for other in others):
            return there.text
    return ""


def _broader_count(pair: SideBySide, link: Link) -> str:
    """Return the broader noun that the passage's equal figure counts where the claim's counts a narrower one."""
    if link.kin is not Kin.NARROWER or link.passage < 0:
        return ""
    for bond in pair.bonds:
        figure = bond.comparison.claim_figure
        if figure.kind is not Kind.NUMBER or bond.passage < 0 or bond.relation not in MET:
            continue
        if stem(figure.noun or "") == pair.claim.words[link.claim].stem:
            return pair.passage.words[link.passage].text
    return ""
