"""A claim's words -> the passages that may be worth judging, best first.

Content words are joined with OR: with AND a claim with one wrong number would find nothing, and stop words make
the query 19 times slower and no better. bm25 ranks: rapidfuzz ranks worse alone and no better blended in, so its
place is to find the near words of one that the index does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from factcheck import words
from factcheck.models import Passage
from factcheck.values import replace

if TYPE_CHECKING:
    from factcheck.store.interface import Searchable

CANDIDATES = 50
"""Passages found for a claim, of which `candidates` chooses those to judge: more added no evidence on the development
pairs."""
MAX_TERMS = 64
"""Words searched for: a longer claim is a text, and a check of its first words is enough to find it."""
NEAR_WORDS = 4
"""Words of the index that stand in for one that it does not know."""
LONGEST_WORD = 30
"""Letters of the longest word that is looked for under typing errors; what is longer is none."""

# Up to so many sentences all terms of the index are compared with an unknown word, then those with its first
# letter, then those with its first two: the cost of the comparison must not grow with the index.
_COMPARE_ALL = 5_000
_COMPARE_FIRST_LETTER = 100_000

_ENDINGS = ("ing", "ed", "es", "er", "ers", "tion", "tions", "ment", "ments", "ly", "ness", "ity")


def retrieve(
    store: Searchable,
    text: str,
    *,
    limit: int = CANDIDATES,
    documents: Sequence[int] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Passage]:
    """Return the sentences that share words with the text, best first; ties stand in the order of the sources."""
    terms = expand(store, search_words(text))
    if not terms:
        return []
    return store.match(terms, limit=limit, documents=documents, since=since, until=until)


def search_words(text: str) -> list[str]:
    """Return the words to search for: the content words once each, or all words where there are no others."""
    found = words.content_words(text) or words.tokens(text)
    return list(dict.fromkeys(token.plain for token in found))[:MAX_TERMS]


def expand(store: Searchable, terms: Iterable[str]) -> list[str]:
    """Return the terms with those that the index does not know replaced by its near words."""
    expanded = (term for word in terms for term in _known_or_near(store, word))
    return list(dict.fromkeys(expanded))


def _known_or_near(store: Searchable, word: str) -> list[str]:
    if store.has_term(word):
        return [word]
    parts = "".join(character if character.isalnum() else " " for character in word).split()
    if len(parts) > 1:  # "North-Korean", "U.N.": as a phrase unknown, in parts perhaps not
        return [term for part in parts if len(part) > 1 for term in _known_or_near(store, part)]
    return near_words(store, word)


def near_words(store: Searchable, word: str) -> list[str]:
    """Return the index's words that a typing error or another spelling may have made this one, nearest first."""
    allowed = words.typing_errors(word)
    if not allowed or not word.isalpha() or len(word) > LONGEST_WORD:
        return []
    from rapidfuzz.distance import OSA  # here, because the import costs 16 ms

    stem = "".join(store.stems(word))
    lengths = range(max(len(stem) - allowed, 2), len(stem) + allowed + 1)
    near = []
    for start in _beginnings(stem, store.sentence_count()):
        for term, count in store.vocabulary(start, lengths):
            errors = OSA.distance(stem, term, score_cutoff=allowed)
            if errors <= allowed and term.isalpha():
                near.append((errors, -count, term))
    found = (term for _, _, term in sorted(set(near)))
    # A stem is stemmed again when it is searched for, and a few are not their own stems.
    return list(islice(filter(store.has_term, found), NEAR_WORDS)) or _mended(store, word)


def _mended(store: Searchable, word: str) -> list[str]:
    """Return the index's words that are this one with an error in its ending mended ("tradingg", "trainng").

    Such an ending stays on, and stem and stem lie too far apart. A few dozen guesses, twenty microseconds each.
    """
    from rapidfuzz.distance import OSA

    places = range(len(word))
    guesses = [
        *(word[:place] + word[place + 1 :] for place in places),
        *(word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in places[:-1]),
        *(
            word[:-length] + ending
            for ending in _ENDINGS
            for length in range(max(len(ending) - 1, 1), len(ending) + 2)
            if OSA.distance(word[-length:], ending) == 1
        ),
    ]
    return list(islice(filter(store.has_term, dict.fromkeys(guesses)), NEAR_WORDS))


def _beginnings(stem: str, sentences: int) -> list[str]:
    """Return the beginnings of the terms to compare: few enough that a large index costs no more than a small."""
    if sentences <= _COMPARE_ALL:
        return [""]
    if sentences <= _COMPARE_FIRST_LETTER:
        return sorted({stem[0], stem[1] + stem[0]})
    return sorted({stem[:2], stem[1] + stem[0], stem[0] + stem[2:3]})


def mark(passages: Iterable[Passage], text: str) -> list[Passage]:
    """Return the passages with the spans of the words that met those of the text."""
    wanted = words.content_words(text) or words.tokens(text)
    return [replace(passage, matched=_matched(passage.text, wanted)) for passage in passages]


def _matched(passage: str, wanted: Sequence[words.Token]) -> tuple[tuple[int, int], ...]:
    stems = {token.stem for token in wanted}
    return tuple(
        (token.start, token.end)
        for token in words.tokens(passage)
        if token.stem in stems or any(words.likeness(token.plain, other.plain) for other in wanted)
    )
