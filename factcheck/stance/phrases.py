"""Phrases that say what one word says: "turned down" is "rejected"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.words import stem


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return for the stem of a first word the rest of its phrases, longest first, and what each says."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    text = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            phrase, word = line.split(" = ")
            first, *rest = phrase.split()
            table.setdefault(stem(first), []).append((tuple(rest), stem(word)))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


def find_phrases(words: Sequence[tuple[str, str]]) -> tuple[dict[int, str], frozenset[int]]:
    """Return the stems that phrases stand for, by the place of their first word, and the places of their other words.

    `words` holds the plain form and the stem of each word.
    """
    heads: dict[int, str] = {}
    tails: set[int] = set()
    for place, (_, first) in enumerate(words):
        for rest, meaning in _phrases().get(first, ()):
            if tuple(plain for plain, _ in words[place + 1 : place + 1 + len(rest)]) == rest:
                heads[place] = meaning
                tails.update(range(place + 1, place + 1 + len(rest)))
                break
    return heads, frozenset(tails)
