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
    """A name with the stems of the role that the text gives; `head` is the stem of what he, she or it is.

    `start` is where the role or the name begins, whichever stands first.
    """

    name: Name
    head: str
    stems: frozenset[str]
    words: str
    start: int = 0


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


def miscalled(text: str, sources: Sources) -> Iterator[tuple[Role, str, Passage]]:
    """Yield each relation ("his daughter, Margery") that a source gives otherwise: it, the source's, a passage."""
    for role in roles_in(text):
        if role.head not in _kinship():
            continue
        for passage, others in _roles_near(role.name, sources):
            kin = [other for other in others if other.name.last == role.name.last and other.head in _kinship()]
            if kin and not any(_may_be_one(role.head, other.head) for other in kin):
                yield role, kin[0].words, passage
            if kin:
                break


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether one person may be both to another: wife and widow."""
    return one == other or {one, other} <= _stems("wife widow") or {one, other} <= _stems("husband widower")


def _kinship() -> frozenset[str]:
    return _stems(
        "wife widow husband widower mother father sister brother daughter son aunt uncle niece nephew cousin"
        " grandmother grandfather grandson granddaughter"
    )


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(token.stem for token in content_words(words))


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
    """Return the roles that a text gives by an apposition, in order."""
    found = []
    for name in find_names(text):
        start = max(0, name.start - 90)
        ahead = _patterns().ahead.search(text[start : name.start])
        behind = _patterns().behind.match(text[name.end : name.end + 90])
        close = _patterns().close.search(text[start : name.start]) if is_person(name) else None
        for match in (ahead, behind, close):
            if match is None:
                continue
            role = _role(name, match["role"], name.start if match is behind else start + match.start("role"))
            if role is not None:
                found.append(role)
    return found


def _role(name: Name, words: str, start: int) -> Role | None:
    """Return the role, None where the words name no sort of person."""
    short = _patterns().of.split(words)[0]
    stems = [token.stem for token in content_words(short) if not token.numeric]
    last = short.split()[-1]
    if not stems or len(words.split()) > LONGEST or not (last[:1].islower() or (last.isupper() and len(last) <= 4)):
        return None
    return Role(name, stems[-1], frozenset(stems), words.strip(), start)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        opener = r"(?:the|its|their|a|an|his|her|[A-Z][\w&-]*[’']s?|[a-z]+[’']s)"
        self.ahead = re.compile(rf"(?:^|[\s(“\"])(?i:{opener})\s+(?P<role>[\w’'-]+(?:\s+[\w’'-]+){{0,6}}),\s+$")
        self.behind = re.compile(
            rf",\s+(?:now\s+|then\s+)?(?:who\s+(?:is|was)\s+)?{opener}\s+(?P<role>[\w’'-]+(?:\s+[\w’'-]+){{0,8}})(?=[,.;:)”\"]|$)"
        )
        self.close = re.compile(r"(?:^|[\s(“\"])(?i:the|an?|its|their|his|her)\s+(?P<role>[a-z][\w-]+)\s+$")
        self.of = re.compile(r"\s+(?:of|for|at|in|and|who|that|from|on|to|with)\s+")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
