"""Who is said to be what: "Ann Lee, the union's secretary" beside a source's "Joe Hart, the union's secretary".

A role is tied to a person by an apposition or a title. A draft that gives one to a person whom the source knows,
while the source gives it to another person and never to this one, has the two mixed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.models import Passage
from factcheck.proofread.names import Name, find_names, is_person
from factcheck.proofread.sources import Sources
from factcheck.words import content_words

SEARCHED = 6
"""In how many passages that name a person his documents are looked for."""
REACH = 15_000
"""Code points of a document on either side of such a passage that are read for roles."""
LONGEST = 9
"""Words of a role: more of them are a clause."""


@dataclass(frozen=True, slots=True)
class Role:
    """A person's name with the stems of the role that the text gives; `head` is the stem of what he or she is."""

    name: Name
    head: str
    stems: frozenset[str]
    words: str


def mixed_up(text: str, sources: Sources) -> Iterator[tuple[Name, str, str, Passage]]:
    """Yield each person to whom a sentence gives another's role: the name, the role, the other's name, a passage."""
    for role in roles_in(text):
        for passage, others in _roles_near(role.name, sources):
            own = [other for other in others if other.name.last == role.name.last]
            holders = {other.name.last: other for other in others if other.head == role.head}
            if any(other.head == role.head for other in own) or len(holders) != 1:
                continue
            (holder,) = holders.values()
            if own or (len(role.stems) > 1 and role.stems <= holder.stems):
                yield role.name, role.words, " ".join(holder.name.words), passage
                break


def _roles_near(name: Name, sources: Sources) -> Iterator[tuple[Passage, list[Role]]]:
    """Yield for each document that names the person a passage that does, and the roles that stand round it."""
    seen: set[int] = set()
    for passage in sources.search(" ".join(name.words), SEARCHED):
        source = passage.source
        if source.document in seen or not re.search(rf"(?<!\w){re.escape(name.last)}(?!\w)", passage.text):
            continue
        seen.add(source.document)
        text = sources.text(source.document)
        block = max(0, source.start // REACH - 1) * REACH
        yield passage, list(_roles_of(text[block : block + 3 * REACH]))


@lru_cache(maxsize=64)
def _roles_of(text: str) -> tuple[Role, ...]:
    return tuple(roles_in(text))


def roles_in(text: str) -> list[Role]:
    """Return the roles that a text gives to people, in order."""
    found = []
    for name in find_names(text):
        if not is_person(name):
            continue
        before, after = text[max(0, name.start - 90) : name.start], text[name.end : name.end + 90]
        ahead, behind = _patterns().ahead.search(before), _patterns().behind.match(after)
        for match in (ahead, behind):
            role = _role(name, match["role"]) if match else None
            if role is not None:
                found.append(role)
    return found


def _role(name: Name, words: str) -> Role | None:
    """Return the role, None where the words name no sort of person."""
    short = _patterns().of.split(words)[0]
    stems = [token.stem for token in content_words(short) if not token.numeric]
    last = short.split()[-1]
    if not stems or len(words.split()) > LONGEST or not (last[:1].islower() or (last.isupper() and len(last) <= 4)):
        return None
    return Role(name, stems[-1], frozenset(stems), words.strip())


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        opener = r"(?:the|its|their|a|an|his|her|[A-Z][\w&-]*[’']s?|[a-z]+[’']s)"
        self.ahead = re.compile(rf"(?:^|[\s(“\"])(?i:{opener})\s+(?P<role>[\w’'-]+(?:\s+[\w’'-]+){{0,6}}),\s+$")
        self.behind = re.compile(
            rf",\s+(?:now\s+|then\s+)?(?:who\s+(?:is|was)\s+)?{opener}\s+(?P<role>[\w’'-]+(?:\s+[\w’'-]+){{0,8}})(?=[,.;:)”\"]|$)"
        )
        self.of = re.compile(r"\s+(?:of|for|at|in|and|who|that|from|on|to|with)\s+")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
