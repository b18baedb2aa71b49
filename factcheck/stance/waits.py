"""A wait that has ended: "ended a 41-year wait for the cup" is "won the cup for the first time in 41 years"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import MET, Kind
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading
from factcheck.words import listed, stem

_WAITS = frozenset(stem(word) for word in listed("wait drought absence hiatus exile"))
_ENDING = frozenset(stem(word) for word in listed("end break finish conclude"))
_ATTAINING = frozenset(
    stem(word)
    for word in listed("win reach lift clinch claim secure capture qualify gain regain return victory triumph")
)
_TO_WAIT = 3  # words from a verb to the span of the wait, and from that to its noun
_TO_SPAN = 6  # words of "first time that it has done so since 1983"


def words_of_an_ended_wait(
    claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]
) -> dict[int, int]:
    """Return the places of the claim's words for the end of a wait, each with the place of the passage's "first".

    So long it must be since it was last attained, and what was waited for must be attained, by whom the claim opens
    with: who lost for the first time in 41 years ended no wait, nor did whom the winner beat.
    """
    for bond in bonds:
        source = bond.comparison.source_figure
        if bond.claim < 0 or source is None or bond.relation not in MET:
            continue
        if bond.comparison.claim_figure.kind is not Kind.DURATION:
            continue
        mine = claim.figure_places(bond.claim)
        since = next((place for place, word in enumerate(passage.words) if word.end > source.start), 0)
        noun = _near(claim, range(mine[-1] + 1, mine[-1] + 1 + _TO_WAIT), _WAITS)
        verb = _near(claim, range(mine[0] - 1, mine[0] - 1 - _TO_WAIT, -1), _ENDING)
        first = _first_before(passage, since)
        subject = alignment.links[0] if alignment.links else None
        if min(noun, verb, first) < 0 or subject is None or subject.claim >= verb:
            continue
        if subject.passage < _attained(passage, first):
            return {verb: first, noun: first}
    return {}


def _near(reading: Reading, places: range, stems: frozenset[str]) -> int:
    """Return the first of some places at which one of these words stands, -1 for none."""
    words = reading.words
    return next((place for place in places if 0 <= place < len(words) and words[place].stem in stems), -1)


def _first_before(passage: Reading, span: int) -> int:
    """Return the place of a "first" shortly before a span of time or the date of its start, -1 where there is none."""
    near = range(span - 1, max(-1, span - 1 - _TO_SPAN), -1)
    return next((place for place in near if passage.words[place].plain == "first"), -1)


def _attained(passage: Reading, first: int) -> int:
    """Return where the stretch before a "first time" says that something was won or reached, -1 for nowhere."""
    words = passage.words
    before = [place for place in range(first) if words[place].clause == words[first].clause]
    return next((place for place in before if words[place].stem in _ATTAINING and not words[place].depth % 2), -1)
