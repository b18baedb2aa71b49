"""Whom the opening of a report means that names nobody: "A finance officer was jailed … Rosalind Tench, 54, made …"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.models import Kind
from factcheck.stance.lexicon import PERSON_FIELD, field
from factcheck.stance.reading import Name, Reading, read
from factcheck.stance.reference import is_person
from factcheck.words import listed, stem

_DESCRIPTION = re.compile(r"(?:[^a-z]{2,40}[—–-]\s+)?(?=An?\s)")  # behind a dateline, if any
_OPENING = 7  # words within which an opening says what sort of person or thing it is about
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
    if any(name.first < _OPENING for name in opening.names):
        return False
    head = next((p for p, word in enumerate(opening.words) if word.plain == "who"), _OPENING)
    return any(_is_one_person(word.stem, word.plain) for word in opening.words[1 : min(head, _OPENING)])


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
