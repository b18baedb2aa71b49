"""How often: "every week" is not "every three weeks"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.stance.reading import Reading
from factcheck.words import listed

_UNITS = frozenset(listed("minute hour day night week fortnight month quarter year"))
_EVERY = frozenset(listed("every each"))


def another_frequency(claim: Reading, passage: Reading) -> tuple[str, str] | None:
    """Return how often claim and passage say that a thing is, where only one of them counts the weeks between."""
    bare, counted = _bare(claim), _counted(passage)
    if bare and bare[0] in counted and bare[0] not in (_bare(passage) or ("",)):
        return bare[1], counted[bare[0]]
    bare, counted = _bare(passage), _counted(claim)
    if bare and bare[0] in counted and bare[0] not in (_bare(claim) or ("",)):
        return counted[bare[0]], bare[1]
    return None


def _bare(reading: Reading) -> tuple[str, str] | None:
    """Return the unit behind an "every", with both as written."""
    words = reading.words
    for word, following in pairwise(words):
        if word.plain in _EVERY and following.stem in _UNITS and following.figure < 0:
            return following.stem, reading.text[word.start : following.end]
    return None


def _counted(reading: Reading) -> dict[str, str]:
    """Return the units of which there is a number behind an "every", with the words as written."""
    words = reading.words
    found = {}
    for place, word in enumerate(words[:-1]):
        number = words[place + 1].figure
        if word.plain not in _EVERY or number < 0:
            continue
        last = reading.figure_places(number)[-1]
        if words[last].stem in _UNITS and last > place + 1:
            found[words[last].stem] = reading.text[word.start : words[last].end]
    return found
