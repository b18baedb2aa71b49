"""Only one thing can be the most: where claim and passage give a superlative to two different things."""

from __future__ import annotations

import itertools

from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import ONE_MEANING, kin
from factcheck.stance.reading import Reading
from factcheck.words import listed

SUPERLATIVES = frozenset(
    listed("""
    highest lowest largest smallest biggest longest shortest oldest youngest tallest deepest fastest slowest strongest
    weakest richest poorest cheapest dearest heaviest lightest worst best hardest steepest sharpest commonest most least
    """)
)
_AHEAD = frozenset({("ahead", "of"), ("followed", "by"), ("front", "of")})
_HOLDS = frozenset(listed("among in at for"))
_NO_LIMIT = frozenset(listed("ever far so history world country"))
_REACH, _LONG = 3, 8


def other_holder(pair: SideBySide) -> tuple[str, str] | None:
    """Return of what the claim and of what the passage says that something was the most.

    "Rates were highest among adults" against "rates were highest among babies".
    """
    for place, word in enumerate(pair.claim.words):
        if word.plain not in SUPERLATIVES or word.figure >= 0:
            continue
        mine = _holder(pair.claim, place)
        if not mine:
            continue
        for there, other in enumerate(pair.passage.words):
            theirs = _holder(pair.passage, there) if other.plain == word.plain else range(0)
            if theirs and _is_of_the_same(pair, mine, theirs) and _are_apart(pair, mine, theirs):
                return _text(pair.claim, mine), _text(pair.passage, theirs)
    return None


def holders_differ(pair: SideBySide, link: Link) -> bool:
    """Are two words that meet superlatives of two things: "highest among babies", "lowest among adults"?"""
    place, there = link.claim, link.passage
    if pair.claim.words[place].plain not in SUPERLATIVES or pair.passage.words[there].plain not in SUPERLATIVES:
        return False
    mine, theirs = _holder(pair.claim, place), _holder(pair.passage, there)
    return bool(mine) and bool(theirs) and _are_apart(pair, mine, theirs)


def comes_behind(pair: SideBySide) -> str:
    """Return the claim's subject as written, which the passage puts behind what it says to be the most; "" for none.

    "Rye was the most common crop" against "wheat was the most common crop, ahead of rye and oats".
    """
    words = pair.passage.words
    if not any(word.plain in SUPERLATIVES for word in pair.claim.words[pair.predicate :]):
        return ""
    met = [k.passage for k in pair.alignment.links if k.claim < pair.predicate and k.is_here]
    for place in range(len(words) - 2):
        if (words[place].plain, words[place + 1].plain) not in _AHEAD:
            continue
        behind = range(place + 2, min(len(words), place + 2 + _LONG))
        listed_there = list(itertools.takewhile(lambda at: not is_finite_verb(words[at]), behind))
        if met and all(at in listed_there for at in met):
            return words[met[0]].text
    return ""


def _holder(reading: Reading, place: int) -> range:
    """Return the places of what a superlative is given to: "among babies"; empty where there is none."""
    words = reading.words
    for at in range(place + 1, min(len(words) - 1, place + 1 + _REACH)):
        if words[at].clause != words[place].clause:
            break
        if words[at].plain in _HOLDS:
            end = at + 1
            while end < len(words) and words[end].clause == words[at].clause and not is_finite_verb(words[end]):
                end += 1
            return range(at, min(end, at + _LONG))
    return range(0)


def _is_of_the_same(pair: SideBySide, mine: range, theirs: range) -> bool:
    """Is all that the claim says before its superlative's holder in the passage, outside of that one's?"""
    links = [link for link in pair.alignment.links if link.claim not in mine]
    here = [link for link in links if link.is_here and link.passage not in theirs]
    same_word = pair.claim.words[mine[0]].plain == pair.passage.words[theirs[0]].plain
    return same_word and bool(here) and all(link.covered for link in links)


def _are_apart(pair: SideBySide, mine: range, theirs: range) -> bool:
    """Have the two holders no word in common, and each a word of its own?"""
    claim = [pair.claim.words[place] for place in mine]
    passage = [pair.passage.words[place] for place in theirs]
    if {word.plain for word in (*claim, *passage)} & _NO_LIMIT:
        return False
    told, said = ([word for word in words if not word.stop] for words in (claim, passage))
    if not told or not said:
        return False
    return not any(kin(word.stem, other.stem) in ONE_MEANING for word in told for other in said)


def _text(reading: Reading, places: range) -> str:
    return reading.text[reading.words[places[0]].start : reading.words[places[-1]].end]
