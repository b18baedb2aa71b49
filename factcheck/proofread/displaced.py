"""A name where the source has another: told by the words right beside it, which stand beside another there.

"The transport minister, Fiona Calder" beside "Douglas Wain, the transport minister": whoever stands next to the
role, the verb or the object in the source is whom the sentence is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.models import MET, Relation
from factcheck.proofread.beside import Beside
from factcheck.proofread.names import TITLES
from factcheck.stance.reading import Name, Reading

REACH = 4
"""How many words to either side of a name its neighbours stand."""
LEAST_NEIGHBOURS = 2
LOOKED_AT = 5
"""Among how many of the nearest passages that of a name is chosen."""
LEAST_HERE = 0.5
"""The share of the sentence's words, the name left out, that a passage must have."""

LEAST_REST, TIED_REST = 0.75, 0.3
"""The share of the sentence's other words that a passage must have; less where it has the sentence's figures."""

_PREPOSITIONS = frozenset({"in", "at", "from", "near", "to", "by", "with", "for", "against"})
_PERSONS = frozenset({"he", "she", "they", "him", "her", "his", "them", "their"})


def displaced_names(sides: Sequence[Beside]) -> Iterator[tuple[Beside, int, int, str]]:
    """Yield each name that its passage has not beside the same words: the passage, the name's span, the name there.

    A name's passage is the one with most of the sentence's other words.
    """
    if not sides:
        return
    claim = sides[0].pair.claim
    for name in claim.names:
        words = range(name.first, name.last + 1)
        side = max(sides[:LOOKED_AT], key=lambda item: item.rest_covered(words))
        if side.rest_covered(words) < LEAST_HERE or any(bond.relation is Relation.DIFFERENT for bond in side.bonds):
            continue
        places = _met_neighbours(side, name)
        rival = _rival(side, name, places) if len(places) >= LEAST_NEIGHBOURS else None
        if rival is not None:
            start, end = claim.words[name.first].start, claim.words[name.last].end
            yield side, start, end, side.pair.passage.spelled(rival)


def misplaced_names(sides: Sequence[Beside]) -> Iterator[tuple[Beside, int, int, str]]:
    """Yield each name behind a preposition in whose place its passage has another: "in Copenhagen", "in Aarhus".

    The passage has the rest of the sentence, or a telling figure of it and some of the rest, but not the name.
    """
    if not sides:
        return
    claim = sides[0].pair.claim
    for name in claim.names:
        preposition = _preposition(claim, name)
        words = range(name.first, name.last + 1)
        side = max(sides[:LOOKED_AT], key=lambda item: (item.rest_covered(words), item.nearness))
        least = TIED_REST if _has_telling_figures(side) else LEAST_REST
        if not preposition or side.rest_covered(words) < least or any(_has_it(item, name) for item in sides):
            continue
        passage = side.pair.passage
        behind = [other for other in passage.names if _preposition(passage, other) == preposition]
        free = [other for other in behind if _find(other, claim) is None]
        if len(behind) == len(free) == 1 and len(free[0].stems) == len(name.stems):
            yield side, claim.words[name.first].start, claim.words[name.last].end, passage.spelled(free[0])


def _preposition(reading: Reading, name: Name) -> str:
    before = reading.words[name.first - 1] if name.first else None
    if before is None or before.sentence != reading.words[name.first].sentence:
        return ""
    return before.plain if before.plain in _PREPOSITIONS else ""


def _has_telling_figures(side: Beside) -> bool:
    """Tell whether all figures of the sentence stand in the passage, and it has some that are written in digits."""
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    written = [bond for bond in bonds if any(c.isdigit() for c in bond.comparison.claim_figure.text)]
    return bool(written) and all(bond.relation in MET for bond in bonds)


def _has_it(side: Beside, name: Name) -> bool:
    return _find(name, side.pair.passage) is not None or _find(name, side.pair.context) is not None


def _rival(side: Beside, name: Name, places: Sequence[int]) -> Name | None:
    """Return the one name of the passage that stands beside the words which stand beside this one."""
    claim, passage = side.pair.claim, side.pair.passage
    own = _find(name, passage)
    near = [other for other in passage.names if not _share(name, other) and _is_beside(passage, other, places)]
    near = [other for other in near if _find(other, claim) is None] or near  # whom the sentence has is not displaced
    if _is_beside(passage, own, places) or len(near) != 1:
        return None
    here = _find(near[0], claim)
    if here is None or own is None:
        if here is not own or _may_be_meant(name, side):
            return None
        alike = _are_alike(name, near[0], passage) or len(places) > LEAST_NEIGHBOURS
        return near[0] if alike else None
    back = [place for place in _met_neighbours(side, here) if place not in places]
    swapped = _is_beside(passage, own, back) and not _is_beside(passage, near[0], back)
    return near[0] if swapped else None


def _met_neighbours(side: Beside, name: Name) -> list[int]:
    """Return the places in the passage of the words beside a name of the sentence."""
    met = (side.pair.alignment.passage_place(word) for word in _neighbours(side.pair.claim, name))
    return [place for place in met if place >= 0]


def _find(name: Name, reading: Reading) -> Name | None:
    return next((other for other in reading.names if _share(name, other)), None)


def _may_be_meant(name: Name, side: Beside) -> bool:
    """Tell whether the passage may be about a name that only its title or the sentence before has.

    "The school in Ashwell" is, where the article is about Ashwell; a person is where the passage says "she".
    """
    if _find(name, side.pair.context) is None:
        return False
    return len(name.stems) == 1 or any(word.plain in _PERSONS for word in side.pair.passage.words)


def _are_alike(name: Name, other: Name, passage: Reading) -> bool:
    """Tell whether both are of one word or both of more, as persons are whom a text introduces; "Mr Pym" is as well."""
    titled = other.first > 0 and passage.words[other.first - 1].plain in TITLES
    return (len(name.stems) > 1) == (len(other.stems) > 1 or titled)


def _share(name: Name, other: Name) -> bool:
    return bool(set(name.stems) & set(other.stems))


def _is_beside(reading: Reading, name: Name | None, places: Sequence[int]) -> bool:
    """Tell whether enough of the places lie within reach of a name, in its sentence."""
    if name is None:
        return False
    sentence = reading.words[name.first].sentence
    near = [p for p in places if _gap(p, name) <= REACH and reading.words[p].sentence == sentence]
    return len(near) >= LEAST_NEIGHBOURS


def _neighbours(reading: Reading, name: Name) -> list[int]:
    """Return the places of the plain content words beside a name."""
    sentence = reading.words[name.first].sentence
    return [
        place
        for place in reading.content()
        if reading.words[place].name < 0
        and reading.words[place].sentence == sentence
        and 0 < _gap(place, name) <= REACH
    ]


def _gap(place: int, name: Name) -> int:
    return max(name.first - place, place - name.last, 0)
