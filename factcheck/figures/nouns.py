"""The noun that a figure counts or measures, and its role in a movement."""

from __future__ import annotations

from factcheck.figures.grammar_words import CLOSED, PLURALS, POSTPOSED, VERBS
from factcheck.figures.quantities import is_plural
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.models import Kind


def take_nouns(tokens: Tokens, readings: list[Reading]) -> None:
    """Set noun and noun phrase of the readings where a noun follows."""
    for reading in readings:
        if reading.kind is not Kind.DATE and reading.noun is None:
            _take_following(tokens, reading)


def _take_following(tokens: Tokens, reading: Reading) -> None:
    index = reading.last
    if tokens.lower[index] == "of":
        index += 1
        while (
            tokens.lower[index] in ("the", "its", "their", "his", "her", "these", "those", "our", "all")
            or tokens.kind[index] == NUMBER
        ):
            index += 1
    words = []
    for at in range(index, min(index + 8, len(tokens))):
        word = tokens.lower[at]
        if word in HYPHENS and tokens.is_glued(at):
            continue
        if tokens.kind[at] != WORD or word in CLOSED or word in VERBS or word in POSTPOSED:
            break
        words.append(at)
    if not words:
        return
    head = next((at for at in words if is_plural(tokens.lower[at])), words[-1])
    reading.noun = tokens.surface[head]
    reading.noun_phrase = tokens.slice(words[0], head + 1)
    reading.stop = head + 1


_ = PLURALS
