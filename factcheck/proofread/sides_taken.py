"""Who is for a thing and who against it: "3,400 signatures in favour" beside "3,400 signatures against".

A passage often has both sides. Which is whose, the figure tells, or the statement in which somebody's name stands: "the
Alliance supports the plan; the Greens oppose it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.models import MET
from factcheck.proofread.beside import Beside
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.reading import Reading

LOOKED_AT = 3
"""In how many of the nearest passages the other side is looked for."""
LEAST_HERE = 0.5
"""The share of the sentence's words that the passage must have."""
REACH = 40
"""Within so many code points behind a figure it is said whether what is counted is for or against."""


def other_side_at_figure(sides: Sequence[Beside]) -> Iterator[tuple[Beside, int, int]]:
    """Yield where a sentence says "for" behind a figure behind which its passage says "against", or the reverse."""
    for side in sides[:LOOKED_AT]:
        claim, passage = side.pair.claim, side.pair.passage
        if side.here < LEAST_HERE:
            continue
        for bond in side.bonds:
            figure, other = bond.comparison.claim_figure, bond.comparison.source_figure
            if bond.relation not in MET or other is None or sum(map(str.isdigit, figure.text)) < 2:
                continue
            here, there = _stand(claim, figure.end), _stand(passage, other.end)
            if here is not None and there is not None and here.lastgroup != there.lastgroup:
                yield side, figure.end + here.start(here.lastgroup or 0), figure.end + here.end()


def _stand(reading: Reading, end: int) -> re.Match[str] | None:
    """Return the "for" or "against" behind a figure, before the next figure and the end of the clause."""
    following = min((figure.start for figure in reading.figures if figure.start >= end), default=len(reading.text))
    return _patterns().stand.match(reading.text[end : min(following, end + REACH)])


def opposed_verb(sides: Sequence[Beside]) -> tuple[Beside, int, int, str] | None:
    """Return the verb of a sentence whose other words stand in another statement of the passage, with its opposite.

    The passage has the verb as well, of somebody else: that is why its words alone do not contradict.
    """
    for side in sides[:LOOKED_AT]:
        claim, passage = side.pair.claim, side.pair.passage
        if side.here < LEAST_HERE or any(word.depth for word in claim.words):
            continue
        links = [link for link in side.pair.alignment.links if link.covered and not link.in_context]
        for stretch in _statements(passage):
            out = [link for link in links if link.passage not in stretch]
            if len(out) != 1 or len(links) < 2 or claim.words[out[0].claim].name >= 0:
                continue
            mine = claim.words[out[0].claim]
            for place in stretch:
                theirs = passage.words[place]
                opposite = not theirs.stop and not theirs.depth and kin(mine.stem, theirs.stem) is Kin.OPPOSITE
                if opposite and not _is_noun(claim, out[0].claim) and not _is_noun(passage, place):
                    return side, mine.start, mine.end, theirs.text
    return None


def _is_noun(reading: Reading, place: int) -> bool:
    """Tell whether a word that may be a verb is none here: "the contract", "raises of 4 percent"."""
    before = reading.words[place - 1].plain if place else ""
    behind = reading.words[place + 1].plain if place + 1 < len(reading.words) else ""
    return before in _BEFORE_NOUNS or behind == "of"


_BEFORE_NOUNS = frozenset({"the", "a", "an", "of", "its", "their", "his", "her", "this", "that", "these", "no", "in"})


def _statements(passage: Reading) -> list[range]:
    """Return the places of the words of each statement, parted by semicolons, stops, "while" and "but"."""
    cuts = [0, *(found.end() for found in _patterns().parts.finditer(passage.text)), len(passage.text) + 1]
    places = [next((n for n, w in enumerate(passage.words) if w.start >= cut), len(passage.words)) for cut in cuts]
    return [range(first, last) for first, last in pairwise(places) if first < last]


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        between = r"[^.,;:]*?\b"
        self.stand = re.compile(
            rf"{between}(?:(?P<for>in\s+(?:favou?r|support)\s+of|in\s+favou?r|supporting|backing|for\s+the\s+(?:plan|proposal|motion|bill|move))"
            r"|(?P<against>against|opposing|opposed\s+to|in\s+opposition\s+to|in\s+protest\s+(?:at|against)))\b",
            re.IGNORECASE,
        )
        self.parts = re.compile(r"[;:]\s|[.!?][”\"’']?\s|,?\s(?:while|whereas|but)\s", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()
