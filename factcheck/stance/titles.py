"""What somebody is called beside his name, where claim and passage call him by two posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.models import Kind
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import NEAR_MEANING, PERSON_FIELD, kin, meaning_fields
from factcheck.stance.reading import TITLES, Name, Reading
from factcheck.values import dataclass
from factcheck.words import listed

_ARTICLES = frozenset(listed("a an the its his her their"))
_ENDS = frozenset(listed("of at in for from who which that with to on and as"))
_IS = frozenset(listed("is was"))
_NO_LONGER = frozenset(listed("former ex onetime retired"))
_BELOW = frozenset(listed("deputy vice acting assistant associate shadow"))
_MOST_WORDS = 5
_COMMONEST = 2  # meanings by which a word without an article is taken for a post
_LEAST_NAME = 2  # words of a name behind the post that is written as part of it: "Mayor Ann Orr"


@dataclass(frozen=True, slots=True)
class Title:
    """The places of the first and last word of what somebody is called: "the chief executive"."""

    first: int
    last: int


def called_otherwise(pair: SideBySide) -> str:
    """Return in words what the passage calls somebody whom the claim calls by another post, "" where there is no such.

    "Ann Orr, the mayor" says nothing of "Ann Orr, the chief constable". One may be both, so that is no conflict.
    """
    for number, name in enumerate(pair.claim.names):
        mine = list(_titles_of(pair.claim, name))
        if not mine:
            continue
        met = {
            pair.passage.words[k.passage].name
            for k in pair.alignment.links
            if k.is_here and pair.claim.words[k.claim].name == number
        } - {-1}
        met -= {other for other in met if pair.passage.names[other].stems[-1] not in name.stems}
        if len(met) != 1:
            continue
        bearer = pair.passage.names[met.pop()]
        theirs = list(_titles_of(pair.passage, bearer))
        for title in mine:
            is_in_both = name.first <= title.first <= name.last and pair.claim.words[title.last].stem in bearer.stems
            reason = "" if is_in_both else _called_otherwise(pair, name, title, theirs)
            if reason:
                return reason
    return ""


def _called_otherwise(pair: SideBySide, name: Name, mine: Title, theirs: Sequence[Title]) -> str:
    if any(_agree(pair, mine, title) for title in theirs):
        return ""
    holder = _holder(pair, name, mine) if _is_post(pair.claim, mine.last) else ""
    if theirs and (holder or not _is_said_elsewhere(pair, mine, theirs)):
        return f"the source calls this person “{_written(pair.passage, theirs[0])}”"
    return f"in the source the “{_written(pair.claim, mine)}” is {holder}" if holder else ""


def _written(reading: Reading, title: Title) -> str:
    return reading.text[reading.words[title.first].start : reading.words[title.last].end]


def _titles_of(reading: Reading, name: Name) -> Iterator[Title]:
    """Yield what somebody is called: behind a name, before it, and as the first words of the name itself."""
    for title in (_behind(reading, name), _before(reading, name), _within(reading, name)):
        if title is not None:
            yield title


def _behind(reading: Reading, name: Name) -> Title | None:
    """Return the title behind a name: "Ann Orr, 54, the mayor of Lund", "Ann Orr, who is mayor"."""
    words = reading.words
    after = name.last + 1
    if after < len(words) and words[after].figure >= 0 and reading.figures[words[after].figure].kind is Kind.AGE:
        after += 1
    if after >= len(words) or words[after].clause == words[name.last].clause or words[after].name >= 0:
        return None
    if words[after].sentence != words[name.last].sentence:
        return None
    start, clause = after, words[after].clause
    if words[start].plain == "who" and [word.plain in _IS for word in words[start + 1 : start + 2]] == [True]:
        start += 2
    has_article = start < len(words) and words[start].plain in _ARTICLES
    start += has_article
    if start >= len(words) or words[start].clause != clause or words[start].plain in _ENDS:
        return None
    last = start
    while last + 1 < len(words) and words[last + 1].clause == clause:
        if words[last + 1].plain in _ENDS or words[last + 1].name >= 0:
            break
        last += 1
    return _checked(reading, start, last, surely=not has_article)


def _before(reading: Reading, name: Name) -> Title | None:
    """Return the title before a name: "the mayor, Ann Orr", "opposition leader Ann Orr"."""
    words = reading.words
    before = name.first - 1
    if before >= 0 and words[before].plain in TITLES:
        before -= 1
    if before < 0 or words[before].sentence != words[name.first].sentence:
        return None
    first = before
    while first > 0 and before - first < _MOST_WORDS and words[first - 1].clause == words[before].clause:
        if words[first].plain in _ARTICLES or words[first - 1].name >= 0:
            break
        first -= 1
    if words[first].plain in _ARTICLES:
        return _checked(reading, first + 1, before)
    if words[before].clause != words[name.first].clause:
        return None
    first = before
    while first > 0 and before - first < _MOST_WORDS and _is_part_of_post(reading, first - 1, before):
        first -= 1
    return _checked(reading, first, before, surely=True)


def _is_part_of_post(reading: Reading, place: int, last: int) -> bool:
    word = reading.words[place]
    if word.clause != reading.words[last].clause or word.stop or word.name >= 0 or word.figure >= 0:
        return False
    return not is_finite_verb(word)


def _within(reading: Reading, name: Name) -> Title | None:
    """Return the title that is written as the first words of a name: "Mayor Ann Orr", "Prime Minister Ann Orr"."""
    lasts = [place for place in range(name.first, name.last + 1 - _LEAST_NAME) if _is_post(reading, place)]
    return Title(name.first, lasts[-1]) if lasts else None


def _is_post(reading: Reading, place: int) -> bool:
    return PERSON_FIELD in meaning_fields(reading.words[place].stem)[:_COMMONEST]


def _checked(reading: Reading, first: int, last: int, *, surely: bool = False) -> Title | None:
    """Return a title where its last word is one of people, or an unknown one, and none of it is a figure.

    With `surely`, as without an article, it must be one of people by its commonest meanings.
    """
    words = reading.words
    if last < first or last - first >= _MOST_WORDS or any(word.figure >= 0 for word in words[first : last + 1]):
        return None
    if words[last].stop:  # "a smaller budget than Lund"
        return None
    if surely:
        return Title(first, last) if words[last].name < 0 and _is_post(reading, last) else None
    fields = meaning_fields(words[last].stem)
    return Title(first, last) if not fields or PERSON_FIELD in fields else None


def _agree(pair: SideBySide, mine: Title, theirs: Title) -> bool:
    """Is one of the two a word for what the other says, as "former mayor" is none for "mayor"?"""
    words, others = pair.claim.words, pair.passage.words
    ours, their = range(mine.first, mine.last + 1), range(theirs.first, theirs.last + 1)
    plains = {words[p].plain for p in ours}, {others[o].plain for o in their}
    if any(plains[0].isdisjoint(apart) is not plains[1].isdisjoint(apart) for apart in (_NO_LONGER, _BELOW)):
        return False
    if not any(kin(words[p].stem, others[o].stem) in NEAR_MEANING for p in ours for o in their):
        return False
    return kin(words[mine.last].stem, others[theirs.last].stem) in NEAR_MEANING or mine.first == mine.last


def _is_said_elsewhere(pair: SideBySide, mine: Title, theirs: Sequence[Title]) -> bool:
    """Does the article have the post elsewhere than in what the passage calls him?"""
    head = pair.alignment.by_claim.get(mine.last)
    if head is None or not head.covered:
        return False
    return head.in_context or not any(title.first <= head.passage <= title.last for title in theirs)


def _holder(pair: SideBySide, name: Name, mine: Title) -> str:
    """Return who else holds the post in the passage or its context, "" where nobody does, or this person as well."""
    key, found = pair.claim.words[mine.last].stem, ""
    for reading in (pair.passage, pair.context):
        for other in reading.names:
            held = any(reading.words[title.last].stem == key for title in _titles_of(reading, other))
            if held and set(other.stems) & set(name.stems) - {key}:
                return ""
            if held and not found:
                own = [word for word in reading.words[other.first : other.last + 1] if word.stem != key]
                found = reading.text[own[0].start : own[-1].end] if own else ""
    return found
