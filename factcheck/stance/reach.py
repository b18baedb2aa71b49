"""How much of a claim a passage can hold by its bare words: it tells at a tenth of the cost which are worth judging.

Words are taken as they stand, without names, figures, phrases or who does what to whom: a word of the claim is held
where the passage or its context has it, another form of it, or one that may say the same, more or the opposite.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache

from factcheck.stance.align import STRENGTH
from factcheck.stance.lexicon import Kin, entry, is_known, telling_ancestors, told
from factcheck.stance.reading import Reading, read
from factcheck.words import STOP_WORDS, is_irregular, root, token_row

Keys = frozenset[str | int]
"""Stems as they are, roots behind a "/", the words that a stem names behind a "<", and the numbers of meanings."""

_COVERED = 0.6  # the strength of a kinship from which on it counts, as in `align`
_OPENING = 2  # letters of a word that its root keeps, unless it is an irregular form
_NOT_THE_WORD = STRENGTH[Kin.DERIVED]  # at most, of what is no form of the claim's word


def reaches(claim: str, claim_date: date | None, texts: Iterable[Sequence[str]]) -> list[float]:
    """Return for each passage, given with what stands around it, the share of the claim's information that it may hold.

    What the share of a passage read in full comes to is seldom more, and then by little. A word that the lexicon does
    not know and none of the passages has may be typed wrong: it counts as held by all.
    """
    mine = read(claim, claim_date)
    content = mine.content()
    openings = {key[:_OPENING] for place in content for stem in mine.words[place].stems for key in (stem, root(stem))}
    bags = [_bag(parts, openings) for parts in texts]
    strengths = [[_strength(mine.words[place].stems, bag) for place in content] for bag in bags]
    for number, place in enumerate(content):
        if not is_known(mine.words[place].stem) and not any(row[number] for row in strengths):
            for row in strengths:
                row[number] = 1.0
    return [_share(mine, content, row) for row in strengths]


def _share(claim: Reading, content: Sequence[int], strengths: Sequence[float]) -> float:
    """Return the share of the information of the claim's words; who is met by his surname is met by all of his name."""
    held = dict(zip(content, strengths, strict=True))
    for name in claim.names:
        if held.get(name.last):
            held |= {place: held[place] or held[name.last] for place in range(name.first, name.last) if place in held}
    total = sum(claim.words[place].weight for place in content)
    return sum(claim.words[place].weight * strength for place, strength in held.items()) / total if total else 1.0


def _bag(parts: Sequence[str], openings: Collection[str]) -> set[str | int]:
    """Return what the words of several texts may say; roots only of those words that begin in one of these ways."""
    stems = {token.stem for part in parts for token in token_row(part) if token.plain not in STOP_WORDS}
    bag = {*stems, *(f"/{root(stem)}" for stem in stems if stem[:_OPENING] in openings or is_irregular(stem))}
    return bag.union(*(_said_by(stem) for stem in stems if is_known(stem)))


def _strength(stems: Sequence[str], bag: set[str | int]) -> float:
    """Return how far a word of the claim can be held."""
    if any(stem in bag for stem in stems):
        return 1.0
    return 0.0 if all(bag.isdisjoint(_met_by(stem)) for stem in stems) else _NOT_THE_WORD


@lru_cache(maxsize=4096)
def _said_by(stem: str) -> Keys:
    """Return what a passage's stem says besides itself: its meanings, those above them, and the words that it names."""
    known = entry(stem)
    meanings = known.meanings[:2]
    above = (telling_ancestors(meaning) for meaning in meanings)
    return Keys(meanings).union((f"<{other}" for other in known.opposites | known.derived), *above)


@lru_cache(maxsize=256)
def _met_by(stem: str) -> Keys:
    """Return the keys of which one meets a claim's stem."""
    known = entry(stem)
    beside = (other for other, relation in told(stem).items() if STRENGTH[relation] >= _COVERED)
    own = Keys((f"/{root(stem)}", f"<{stem}", *known.meanings[:2]))
    return own.union(known.opposites, known.derived, beside)
