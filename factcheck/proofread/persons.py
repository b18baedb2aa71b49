"""Names made of two people's: "Freya Cross", where the sources know Freya Lund and Holly Cross only.

A first name and a surname that stand together nowhere in the sources, but each with another there, are two people run
together; a surname that the sources have with one other first name only is that person's, misnamed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.models import Passage
from factcheck.proofread.beside import Beside
from factcheck.proofread.names import (
    TITLES,
    Name,
    find_names,
    is_body,
    is_person,
    near_names,
    without_possessive,
)
from factcheck.proofread.sources import Sources
from factcheck.words import stem

SEARCHED = 6
"""In how many passages that have a part of the name whole names are looked for."""
REACH = 15_000
"""Code points of a document on either side of such a passage that are read for names."""
LEAST_HERE = 0.25
"""The share of the sentence's words that a passage must have which names the person otherwise."""
LEAST_REST = 0.4
"""The share of its other words that a passage must have which names another judge or another court."""


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name of the draft that no source has, whom the sources have instead, and a passage that does."""

    name: Name
    others: tuple[str, ...]
    passage: Passage


def misnamed(names: Sequence[Name], sides: Sequence[Beside], sources: Sources) -> list[Misnamed]:
    """Return the people of a sentence whom the sources have under other names."""
    found = []
    for name in names:
        wrong = _person(name, sides, sources) if is_person(name) else _other_body(name, sides, sources)
        if wrong is not None:
            found.append(wrong)
    return found


def _person(name: Name, sides: Sequence[Beside], sources: Sources) -> Misnamed | None:
    parts = _parts(name)
    if parts is None:
        return None
    if not name.start and _is_plain_word(name.words[0]):
        return None  # "Instead Steinhoff is building"
    wrong = _run_together(name, *parts, sources) or _with_another_first_name(name, *parts, sides, sources)
    return wrong or _with_another_title(name, parts[1], sides, sources)


def _is_plain_word(word: str) -> bool:
    """Tell whether a word has a capital only where it begins a sentence."""
    from factcheck.stance.lexicon import is_known, is_proper

    return is_known(stem(word.lower())) and not is_proper(stem(word.lower()))


def _parts(name: Name) -> tuple[str, str] | None:
    """Return first name and surname; None for a name without a first name, or with an initial."""
    words = [without_possessive(word) for word in name.words if word.lower().rstrip(".") not in TITLES]
    if len(words) < 2 or len(words[0]) < 3 or len(words[-1]) < 3:
        return None
    return words[0], words[-1]


def _run_together(name: Name, first: str, last: str, sources: Sources) -> Misnamed | None:
    if not (sources.has_word(first) and sources.has_word(last)):
        return None
    for passage in sources.search(f"{first} {last}", SEARCHED):
        people = _people_near(passage, sources)
        if (first, last) in people or _stand_together(passage, first, last, sources):
            return None
        of_first = sorted({f"{one} {two}" for one, two in people if one == first and two != last})
        of_last = sorted({f"{one} {two}" for one, two in people if two == last and one != first})
        if of_first and of_last:
            return Misnamed(name, (of_first[0], of_last[0]), passage)
    return None


def _with_another_first_name(
    name: Name, first: str, last: str, sides: Sequence[Beside], sources: Sources
) -> Misnamed | None:
    """Return who the sources have with the surname: one person, in a passage about what the sentence says."""
    if not sources.has_word(last):
        return None
    side = next((side for side in sides if side.here >= LEAST_HERE and _has_word(side.passage.text, last)), None)
    if side is None:
        return None
    text = _text_near(side.passage, sources)
    firsts = {one for one, two in _people_of(text) if two == last}
    if len(firsts) != 1 or first in firsts or _has_word(text, first):
        return None
    (other,) = firsts
    if _may_be_one_name(first, other):
        return None
    return Misnamed(name, (f"{other} {last}",), side.passage)


def _with_another_title(name: Name, last: str, sides: Sequence[Beside], sources: Sources) -> Misnamed | None:
    """Return the one person of a passage who has the title ("Judge") that the sentence gives to somebody else."""
    title = name.words[0].lower().rstrip(".")
    if title not in TITLES - _OF_ANYBODY:
        return None
    for side in sides:
        if side.rest_covered(side.places(name), in_context=True) < LEAST_REST:
            continue
        holders = {
            other.last: " ".join(other.words)
            for other in find_names(_text_near(side.passage, sources))
            if other.words[0].lower().rstrip(".") == title and len(other.words) > 1
        }
        near = f"{side.passage.context}\n{side.passage.text}"
        if len(holders) == 1 and last not in holders and _has_word(near, next(iter(holders))):
            return Misnamed(name, tuple(holders.values()), side.passage)
    return None


def _other_body(name: Name, sides: Sequence[Beside], sources: Sources) -> Misnamed | None:
    """Return the one court, school or bank that a passage about the same has, where the sentence has another."""
    tail = _tail(name)
    if not tail or len(tail) == len(name.words):
        return None
    for side in sides:
        if side.rest_covered(side.places(name)) < LEAST_REST:
            continue
        others = [
            other for other in find_names(side.passage.text) if _tail(other) == tail and other.words != name.words
        ]
        whole = {" ".join(other.words) for other in others}
        if len(whole) == 1 and " ".join(name.words) not in _text_near(side.passage, sources):
            return Misnamed(name, tuple(whole), side.passage)
    return None


def _tail(name: Name) -> tuple[str, ...]:
    """Return the words at the end of a name that many bodies share: ("Crown", "Court")."""
    words = [without_possessive(word) for word in name.words]
    first = next((place for place in range(len(words)) if all(is_body(word) for word in words[place:])), len(words))
    return tuple(words[first:])


_OF_ANYBODY = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "prof", "professor", "lord", "lady", "dame", "general"}
)


def _may_be_one_name(first: str, other: str) -> bool:
    """Tell whether two first names may be one person's: "Rob" and "Robert", or one a letter away from the other."""
    one, two = first.lower(), other.lower()
    return one[:3] == two[:3] or bool(near_names(first, [other]))


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _stand_together(passage: Passage, first: str, last: str, sources: Sources) -> bool:
    """Tell whether the two stand together somewhere, initials and middle names between them."""
    together = rf"(?<!\w){re.escape(first)}(?:\s+[\w.’'-]+){{0,2}}\s+{re.escape(last)}(?!\w)"
    return re.search(together, _text_near(passage, sources)) is not None


def _text_near(passage: Passage, sources: Sources) -> str:
    block = max(0, passage.source.start // REACH - 1) * REACH
    return sources.text(passage.source.document)[block : block + 3 * REACH]


def _people_near(passage: Passage, sources: Sources) -> frozenset[tuple[str, str]]:
    return _people_of(_text_near(passage, sources))


@lru_cache(maxsize=64)
def _people_of(text: str) -> frozenset[tuple[str, str]]:
    """Return first name and surname of the people whom a text names in full."""
    parts = (_parts(name) for name in find_names(text) if is_person(name))
    return frozenset(part for part in parts if part is not None)
