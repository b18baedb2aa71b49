"""A name where the source has another: told by the words right beside it, which stand beside another there.

"The transport minister, Fiona Calder" beside "Douglas Wain, the transport minister": whoever stands next to the
role, the verb or the object in the source is whom the sentence is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.models import Relation
from factcheck.proofread.beside import Beside
from factcheck.stance.reading import Name, Reading

REACH = 4
"""How many words to either side of a name its neighbours stand."""
LEAST_NEIGHBOURS = 2
LEAST_HERE = 0.5
"""The share of the sentence's words, the name left out, that a passage must have."""


def displaced_names(side: Beside) -> Iterator[tuple[int, int, str]]:
    """Yield the span of each name that the passage has not beside the same words, and the name it has there."""
    if any(bond.relation is Relation.DIFFERENT for bond in side.bonds):
        return
    claim, passage = side.pair.claim, side.pair.passage
    for name in claim.names:
        if side.rest_covered(range(name.first, name.last + 1)) < LEAST_HERE:
            continue
        places = _met_neighbours(side, name)
        if len(places) < LEAST_NEIGHBOURS:
            continue
        rival = _rival(side, name, places)
        if rival is not None:
            yield claim.words[name.first].start, claim.words[name.last].end, _written(passage, rival)


def _rival(side: Beside, name: Name, places: Sequence[int]) -> Name | None:
    """Return the one name of the passage that stands beside the words which stand beside this one."""
    claim, passage = side.pair.claim, side.pair.passage
    own = _find(name, passage)
    near = [other for other in passage.names if not _share(name, other) and _is_beside(passage, other, places)]
    if _is_beside(passage, own, places) or len(near) != 1:
        return None
    here = _find(near[0], claim)
    if here is None or own is None:
        known = _find(name, side.pair.context) is not None  # "the school in Ashwell": the article is about it
        return near[0] if here is own and not known and _are_alike(name, near[0]) else None
    back = [place for place in _met_neighbours(side, here) if place not in places]
    swapped = _is_beside(passage, own, back) and not _is_beside(passage, near[0], back)
    return near[0] if swapped else None


def _met_neighbours(side: Beside, name: Name) -> list[int]:
    """Return the places in the passage of the words beside a name of the sentence."""
    met = (side.pair.alignment.passage_place(word) for word in _neighbours(side.pair.claim, name))
    return [place for place in met if place >= 0]


def _find(name: Name, reading: Reading) -> Name | None:
    return next((other for other in reading.names if _share(name, other)), None)


def _are_alike(name: Name, other: Name) -> bool:
    """Tell whether both are of one word or both of more, as persons are whom a text introduces."""
    return (len(name.stems) > 1) == (len(other.stems) > 1)


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


def _written(reading: Reading, name: Name) -> str:
    return reading.text[reading.words[name.first].start : reading.words[name.last].end]
