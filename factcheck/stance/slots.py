"""Aligned substitution: the word that stands in the passage where the claim has another of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.stance.align import Alignment
from factcheck.stance.lexicon import Kin, excluded_by, field, is_known, kin
from factcheck.stance.reading import Reading, Word
from factcheck.values import dataclass

_EXCLUSIVE, _SISTERS, _NAMES, _FIELD = 1.0, 0.8, 0.7, 0.4
_NEAR = 4
_PREPOSITIONS = frozenset(
    "in on at by for from to of with as into under over against between during after before near since until".split()
)


@dataclass(frozen=True, slots=True)
class Substitute:
    """A claim word that the passage does not have, and the passage word in its slot.

    `likeness` says how alike in kind the two are, `fit` how well the slot fits, each 0 to 1.
    """

    claim: int
    passage: int
    likeness: float
    fit: float

    @property
    def strength(self) -> float:
        """Return how surely the passage word stands for the claim's."""
        return self.likeness * self.fit


def find_substitutes(claim: Reading, passage: Reading, alignment: Alignment) -> list[Substitute]:
    """Return the best substitute for each claim word that neither passage nor context holds, if it has one."""
    linked = {link.passage for link in alignment.links if link.covered}
    free = [place for place in passage.content() if place not in linked]
    found = []
    for link in alignment.links:
        if link.covered:
            continue
        options = [
            Substitute(link.claim, place, alike, _fit(claim, passage, alignment, link.claim, place))
            for place, alike in _of_one_kind(claim.words[link.claim], passage, free)
        ]
        best = max(options, key=lambda o: (o.strength, -o.passage), default=None)
        if best is not None:
            found.append(best)
    return found


def _of_one_kind(word: Word, passage: Reading, places: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Yield those places whose words are of one kind with a word, each with how alike in kind the two are."""
    key, named = word.stem, word.name >= 0
    excluded, known = excluded_by(key), is_known(key)
    for place in places:
        other = passage.words[place]
        if other.stem in excluded:
            yield place, _EXCLUSIVE
        elif named == (other.name >= 0):
            both_known = known and is_known(other.stem)
            if both_known and kin(key, other.stem) is Kin.SISTER:
                yield place, _SISTERS
            elif named:
                yield place, _NAMES
            elif both_known and field(key) == field(other.stem) >= 0:
                yield place, _FIELD


def _fit(claim: Reading, passage: Reading, alignment: Alignment, place: int, other: int) -> float:
    """Return how well the slots of two words agree: the same preposition before, the same words around."""
    fit = 0.2
    before, before_other = _governor(claim, place), _governor(passage, other)
    if before and before == before_other:
        fit += 0.3
    left, right = _neighbour(claim, alignment, place, -1), _neighbour(claim, alignment, place, 1)
    if left >= 0 and passage.words[left].sentence == passage.words[other].sentence and 0 < other - left <= _NEAR:
        fit += 0.3
    if right >= 0 and passage.words[right].sentence == passage.words[other].sentence and 0 < right - other <= _NEAR:
        fit += 0.2
    return fit


def _governor(reading: Reading, place: int) -> str:
    """Return the preposition before a word, over articles and words of its own phrase; "" where there is none."""
    for step in range(place - 1, max(-1, place - 4), -1):
        word = reading.words[step]
        if word.plain in _PREPOSITIONS:
            return word.plain
    return ""


def _neighbour(claim: Reading, alignment: Alignment, place: int, step: int) -> int:
    """Return where in the passage the nearest met claim word on one side stands, -1 where that is unknown."""
    at = place + step
    while 0 <= at < len(claim.words):
        link = alignment.by_claim.get(at)
        if link is not None and link.is_here:
            return link.passage
        at += step
    return -1
