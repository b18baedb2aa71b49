"""What somebody is called beside his name, where claim and passage call him by two posts."""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import NEAR_MEANING, kin, meaning_fields
from factcheck.stance.reading import TITLES, Name, Reading
from factcheck.values import dataclass
from factcheck.words import listed

_PERSON_FIELD = 18  # WordNet's lexicographer file of people
_ARTICLES = frozenset(listed("a an the its his her their"))
_ENDS = frozenset(listed("of at in for from who which that with to on and"))
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Title:
    """The places of the first and last word of what somebody is called: "the chief executive"."""

    first: int
    last: int


def called_otherwise(pair: SideBySide) -> str:
    """Return what the passage calls somebody whom the claim calls by another post, "" where there is no such.

    "Ann Orr, the mayor" says nothing of "Ann Orr, the chief constable". One may be both, so that is no conflict.
    """
    for number, name in enumerate(pair.claim.names):
        mine = _title_of(pair.claim, name)
        met = {
            pair.passage.words[k.passage].name
            for k in pair.alignment.links
            if k.is_here and pair.claim.words[k.claim].name == number
        } - {-1}
        if mine is None or len(met) != 1:
            continue
        theirs = _title_of(pair.passage, pair.passage.names[met.pop()])
        if theirs is not None and not _agree(pair, mine, theirs):
            words = pair.passage.words
            return pair.passage.text[words[theirs.first].start : words[theirs.last].end]
    return ""


def _title_of(reading: Reading, name: Name) -> Title | None:
    """Return the title behind a name ("Ann Orr, the mayor of Lund") or before it ("the mayor, Ann Orr")."""
    words = reading.words
    after = name.last + 1
    if after < len(words) and words[after].plain in _ARTICLES and words[after].clause != words[name.last].clause:
        last = after
        while last + 1 < len(words) and words[last + 1].clause == words[after].clause:
            if words[last + 1].plain in _ENDS or words[last + 1].name >= 0:
                break
            last += 1
        return _checked(reading, after + 1, last)
    before = name.first - 1
    if before > 0 and words[before].plain in TITLES:
        before -= 1
    if before < 0 or words[before].sentence != words[name.first].sentence:
        return None
    first = before
    while first > 0 and before - first < _MOST_WORDS and words[first - 1].clause == words[before].clause:
        if words[first].plain in _ARTICLES or words[first - 1].name >= 0:
            break
        first -= 1
    return _checked(reading, first + 1, before) if words[first].plain in _ARTICLES else None


def _checked(reading: Reading, first: int, last: int) -> Title | None:
    """Return a title where its last word is one of people, or an unknown one, and none of it is a figure."""
    words = reading.words
    if last < first or last - first >= _MOST_WORDS or any(word.figure >= 0 for word in words[first : last + 1]):
        return None
    fields = meaning_fields(words[last].stem)
    return Title(first, last) if not fields or _PERSON_FIELD in fields else None


def _agree(pair: SideBySide, mine: Title, theirs: Title) -> bool:
    """Is one of the two a word for what the other says, or does the article call him as the claim does as well?"""
    words, others = pair.claim.words, pair.passage.words
    if any(
        kin(words[p].stem, others[o].stem) in NEAR_MEANING
        for p in range(mine.first, mine.last + 1)
        for o in range(theirs.first, theirs.last + 1)
    ):
        return _heads_agree(pair, mine, theirs)
    head = pair.alignment.by_claim.get(mine.last)
    return (
        head is not None and head.covered and (head.in_context or head.passage not in range(theirs.first, theirs.last))
    )


def _heads_agree(pair: SideBySide, mine: Title, theirs: Title) -> bool:
    """Do two titles with a word in common also share their last, or has one nothing but what both have?"""
    words, others = pair.claim.words, pair.passage.words
    return kin(words[mine.last].stem, others[theirs.last].stem) in NEAR_MEANING or mine.first == mine.last
