"""Whom "she", "the company" and "they" mean, and whom a report's opening that names nobody: a name of the context."""

from __future__ import annotations

import re
from datetime import date

from factcheck.models import Kind
from factcheck.stance.lexicon import GROUP_FIELD, PERSON_FIELD, field, is_known
from factcheck.stance.phrases import may_open_phrase
from factcheck.stance.reading import OFFICES_IN_LETTERS, TITLES, Name, Reading, read
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed, stem, token_row

_PERSON = frozenset(listed("he she"))
_ANY = frozenset(listed("it they both neither"))
_OWNERS = frozenset(listed("his her its their"))
_OFFICES = frozenset(listed("president king queen"))  # before a person's name, like the titles
_ARTICLES = frozenset(listed("the this that"))
_REFERRING = _PERSON | _ANY | _OWNERS | _ARTICLES
_NO_PERSON_FIELDS = frozenset({4, 6, 14, 15, 17})  # acts, artefacts, groups, places, things of nature
_NOT_GROUPS = frozenset(listed("people number series group pair couple majority rest lot"))
_FIRMS_TOO = frozenset(  # a firm may be one as well: "its main competitor, Albion Air"
    listed("competitor rival partner owner maker supplier neighbour opponent buyer seller lender operator developer")
)
_OPENING = 6  # words within which a passage says whom it speaks of
_APPOSITION = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """What a passage opens with instead of a name: a person ("she", "the minister") or a thing ("it", "the club")."""

    word: str
    person: bool | None  # None where it may be either: "they"


def opening_reference(passage: Reading) -> Reference | None:
    """Return what stands for a name before the passage's first name; None where a name or nothing does."""
    words = passage.words
    for place, word in enumerate(words[:_OPENING]):
        if word.name >= 0:
            return None
        if word.plain in _PERSON:
            return Reference(word.text, True)
        if word.plain in _ANY:
            return Reference(word.text, None if word.plain != "it" else False)
        if place == 0 and word.plain in _OWNERS:
            if any(after.name >= 0 for after in words[1:_APPOSITION]):
                return None  # "Her predecessor, Alan Pettigrew"
            return Reference(word.text, {"its": False, "their": None}.get(word.plain, True))
        if any(before.plain in _ARTICLES for before in words[max(0, place - 2) : place]):
            if any(after.name >= 0 for after in words[place + 1 : place + 3]):
                return None  # "the director, Nadia Frith"
            kind = field(word.stem)
            if word.plain in OFFICES_IN_LETTERS or (kind == PERSON_FIELD and not word.plain.endswith("s")):
                return Reference(f"the {word.text}", True)
            if kind == GROUP_FIELD and word.plain not in _NOT_GROUPS:
                return Reference(f"the {word.text}", False)
    return None


def antecedents(reference: Reference, context: Reading) -> list[Name]:
    """Return the names that a reference may mean: the fitting ones of the nearest sentence that has any."""
    kinds = [(name, is_person(name, context)) for name in context.names]
    fitting = [name for name, person in kinds if _fits(reference, person)]
    if reference.person is False and reference.word.lower() not in _ANY | _OWNERS:  # "the company" is no Douglas Pell
        fitting = [name for name, person in kinds if person is False] or fitting
    nearest = max((context.words[name.first].sentence for name in fitting), default=-1)
    return [name for name in fitting if context.words[name.first].sentence == nearest]


def last_subject(reference: Reference, context: Reading) -> set[str]:
    """Return the words of the name that the sentence before opens with, where an "it", "he" or "she" tells of it.

    "Norvia Steel made a profit. It employs 300" tells of Norvia Steel, but "Norvia's board met. It agreed" does not.
    """
    words = context.words
    if reference.word.lower() not in _PERSON | {"it", "its"} or not words:
        return set()
    last = words[-1].sentence
    opening = next((name for name in context.names if words[name.first].sentence == last), None)
    if opening is None or last < 2 or opening not in antecedents(reference, context):
        return set()
    opens = opening.first == 0 or words[opening.first - 1].sentence != last
    behind = words[opening.last + 1 : opening.last + 2]
    tells = any(word.name < 0 and (word.plain.endswith(("ed", "s")) or is_irregular(word.plain)) for word in behind)
    return set(opening.stems) if opens and tells else set()


def _fits(reference: Reference, person: bool | None) -> bool:
    return reference.person is None or person is None or person is reference.person


def lacks_antecedent(passage: str, context: str, published: date | None) -> bool:
    """Does a passage refer back to a name that the last line of its context does not have?"""
    if not may_refer_back(passage):
        return False
    reference = opening_reference(read(passage, published))
    if reference is None:
        return False
    return not antecedents(reference, read(context.rpartition("\n")[2], published))


def may_refer_back(passage: str) -> bool:
    """Can a passage have an opening reference, by its bare words? Most have none, and need not be read to know it."""
    opening = token_row(passage)[:_OPENING]
    if _REFERRING.isdisjoint([token.plain for token in opening]):
        return False
    for place, token in enumerate(opening):
        if token.plain in _PERSON or token.plain in _ANY or (place == 0 and token.plain in _OWNERS):
            return True
        if any(before.plain in _ARTICLES for before in opening[max(0, place - 2) : place]) and (
            token.plain in OFFICES_IN_LETTERS
            or field(token.stem) in (PERSON_FIELD, GROUP_FIELD)
            or may_open_phrase(token.plain, token.stem)
        ):
            return True
    return False


def is_person(name: Name, reading: Reading) -> bool | None:
    """Is a name a person's? None where nothing tells."""
    words = reading.words
    first = words[name.first]
    if any(word.plain in TITLES | _OFFICES for word in words[max(0, name.first - 1) : name.first + 1]):
        return True
    if name.first and words[name.first - 1].sentence == first.sentence and _is_role(reading, name.first - 1):
        return True
    if any(_is_role(reading, place) for place in _apposed(reading, name)):
        return True
    if any(is_plain_noun(word.stem) for word in words[name.first : name.last + 1]):
        return False
    if name.last > name.first and field(first.stem) == PERSON_FIELD and first.plain not in _FIRMS_TOO:
        return True  # "Governor Denholm", "Judge Lund"
    return False if "&" in reading.text[first.start : words[name.last].end] else None


def is_plain_noun(stem: str) -> bool:
    """Is a word of a name the name of a kind of group, place or thing: "Council", "Valley", "Bank"?"""
    return is_known(stem) and field(stem) in _NO_PERSON_FIELDS


def _is_role(reading: Reading, place: int) -> bool:
    """Is the word here a person's trade or office?"""
    word = reading.words[place]
    if word.name >= 0 or word.plain.rstrip("s") in _FIRMS_TOO:
        return False
    return word.plain in OFFICES_IN_LETTERS or field(word.stem) == PERSON_FIELD


def _apposed(reading: Reading, name: Name) -> range:
    """Return the places of the words set beside a name by a comma: "Ruth Hallam, the chief executive"."""
    words = reading.words
    start = name.last + 1
    if start >= len(words) or words[start].clause == words[name.last].clause:
        return range(0)
    same = [p for p in range(start, min(len(words), start + _APPOSITION)) if words[p].clause == words[start].clause]
    return range(start, same[-1] + 1 if same else start)


_DESCRIPTION = re.compile(r"(?:[^a-z]{2,40}[—–-]\s+)?(?=An?\s)")  # behind a dateline, if any
_SORT_OPENING = 7  # words within which an opening says what sort of person or thing it is about
_BEHIND = 4  # words from the age of a person to the verb
_CALLED = frozenset(listed("called named dubbed"))
_SAYING = frozenset(stem(word) for word in listed("say tell add recall describe claim insist remember explain"))


def opens_with_description(opening: str) -> bool:
    """Does a sentence begin with an "A …", behind a dateline or not?"""
    return bool(_DESCRIPTION.match(opening))


def is_introduced_by(opening: str, following: str, published: date | None) -> bool:
    """Does a sentence name the person or the thing that an opening with "A …" only describes?

    A person by the name with an age that the sentence begins with, a thing by a "called" behind its word. Who only
    speaks there may be a witness: "Ruth Pell, 40, said that she had seen him".
    """
    start = _DESCRIPTION.match(opening)
    if start is None:
        return False
    first, second = read(opening[start.end() :], published), read(following, published)
    if any(_is_called(first, second, name) for name in second.names):
        return True
    return _describes_person(first) and _names_person(second)


def _describes_person(opening: Reading) -> bool:
    """Is an opening about one person without a name: "A former council finance officer who"?"""
    if any(name.first < _SORT_OPENING for name in opening.names):
        return False
    head = next((p for p, word in enumerate(opening.words) if word.plain == "who"), _SORT_OPENING)
    return any(_is_one_person(word.stem, word.plain) for word in opening.words[1 : min(head, _SORT_OPENING)])


def _is_one_person(key: str, plain: str) -> bool:
    return field(key) == PERSON_FIELD and not plain.endswith("s")


def _names_person(following: Reading) -> bool:
    """Does a sentence open with a name and an age, and does whoever it is do more than speak?"""
    if not following.names or following.names[0].first > 1 or is_person(following.names[0], following) is False:
        return False
    after = following.names[0].last + 1
    age = following.words[after].figure if after < len(following.words) else -1
    if age < 0 or following.figures[age].kind is not Kind.AGE:
        return False
    behind = following.words[after + 1 : after + 1 + _BEHIND]
    return not any(word.stem in _SAYING for word in behind)


def _is_called(opening: Reading, following: Reading, name: Name) -> bool:
    """Does a sentence name what the opening has a word for: "the vaccine, called Velaxa"?"""
    if name.first < 2 or following.words[name.first - 1].plain not in _CALLED:
        return False
    return any(word.stem == following.words[name.first - 2].stem for word in opening.words if word.name < 0)
