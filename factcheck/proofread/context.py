"""Read pronouns through the draft's own context, so that "She is 43" is checked as "Ruth Hallam is 43"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.proofread.draft import Draft, Reading
from factcheck.proofread.names import Name, is_person

REACH = 4
"""How many sentences back a pronoun may point."""


def resolved(place: int, draft: Draft, names: Sequence[Sequence[Name]]) -> Reading:
    """Return the sentence at a place with its leading pronoun replaced by the person it stands for.

    `names` are the names of every sentence. The letters put in have the pronoun as their origin.
    """
    reading = draft.sentences[place].reading
    found = _patterns().pronoun.match(reading.text)
    if found is None:
        return reading
    person = _person_before(place, draft, names)
    if person is None:
        return reading
    possessive = found.group(1).lower() in ("his", "her") and _is_possessive(reading.text, found.end(1))
    return _replaced(reading, found.start(1), found.end(1), person + ("’s" if possessive else ""))


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 1] == " "


def _replaced(reading: Reading, start: int, end: int, words: str) -> Reading:
    origin = (*reading.origin[:start], *([reading.origin[start]] * len(words)), *reading.origin[end:])
    return Reading(reading.text[:start] + words + reading.text[end:], origin)


def _person_before(place: int, draft: Draft, names: Sequence[Sequence[Name]]) -> str | None:
    """Return the person that the nearest sentence before names: its first, if it stands there alone or leads."""
    paragraph = draft.sentences[place].paragraph
    for before in range(place - 1, max(-1, place - 1 - REACH), -1):
        sentence = draft.sentences[before]
        if sentence.paragraph < paragraph - 1 or sentence.kind in ("heading", "row"):
            return None
        people = [name for name in names[before] if is_person(name)]
        surnames = {name.last for name in people}
        if len(surnames) == 1 or (people and people[0].start <= 2):
            return " ".join(people[0].words)
        if people:
            return None
    return None


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.pronoun = re.compile(r"[“\"]?(He|She|His|Her)\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
