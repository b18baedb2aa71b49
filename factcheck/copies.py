"""Are two documents one text? The words of their sentences -> how much they share, and which figures differ.

Agency copy is cut at the end, gets another headline, has a paragraph changed: most of its sentences stay as they were.
So whole sentences are compared, by a number each. Where sentences were joined, parted or shortened all over the text,
pieces of a few words are. A piece begins at a word marked out by its own letters and not where a sentence begins, so
that a change is felt in its own piece and in no other. A handful of the pieces' numbers (the smallest, which two texts
that share most pieces share too: a bottom-k sketch) finds the candidates. A MinHash library would hash every run of
words and load numpy, to find the same copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from zlib import crc32

from factcheck.values import dataclass

LEAST_WORDS = 5
"""A sentence of fewer words ("He declined to comment.") tells nothing about where it comes from."""
WORDS_A_PIECE = 5
"""On the average: one word in so many begins a piece. With 4 a bulletin is a copy of last week's, whose figures alone
were others; with 8 fewer copies are found."""
LEAST_WORDS_OF_PIECE = 4
SKETCH = 8
"""Numbers kept of a document: two that share half of their pieces miss one another once in 250 times."""
COPIED = 0.6
"""Share of the shorter text's words, in sentences alike to the letter, from which on it is a copy."""
COPIED_IN_PIECES = 0.65
"""The same in pieces alike to the letter."""
LEAST_OF_LONGER = 0.3
"""Share of the longer text's words that must be the same too: a digest of ten reports is no copy of each."""
LEAST_SHARED_WORDS = 20
ONE_SENTENCE = 80.0
"""From this likeness on (0 to 100, rapidfuzz's ratio) a changed sentence is taken for the same one in another form."""

_WORD = re.compile(r"\w+")
_SPACED = bytes(code if _WORD.match(chr(code)) else 32 for code in range(256))

Lengths = Mapping[int, int]
"""The number of each sentence or piece that tells something, with how many words it has."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text is known again by."""

    sentences: Lengths
    pieces: Lengths


_REMEMBERED = 50_000
_CUT_TOGETHER = 500


class _First(dict[bytes, bool]):
    """Tells of each word whether a piece begins with it; most of a text are common words, so that is remembered."""

    def __missing__(self, word: bytes) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = is_first = crc32(word) % WORDS_A_PIECE == 0
        return is_first


_is_first = _First()


def numbered(texts: Iterable[str]) -> Numbers:
    """Return the numbers of sentences and pieces, the same for the same words whatever their case and marks."""
    sentences: dict[int, int] = {}
    pieces: dict[int, int] = {}
    open_: list[bytes] = []  # what is not cut into pieces yet; the last one goes on in the next sentence
    for text in texts:
        words = _words(text.casefold())
        if len(words) >= LEAST_WORDS:
            sentences[_number(words)] = len(words)
        open_ += words
        if len(open_) >= _CUT_TOGETHER:
            open_ = _cut(open_, pieces)
    open_ = _cut(open_, pieces)
    if len(open_) >= LEAST_WORDS_OF_PIECE:
        pieces[_number(open_)] = len(open_)
    return Numbers(sentences, pieces)


def _cut(words: list[bytes], pieces: dict[int, int]) -> list[bytes]:
    """Cut words into pieces, and return the last of them, which may go on."""
    start = 0
    for end in compress(range(len(words)), map(_is_first.__getitem__, words)):
        if end - start >= LEAST_WORDS_OF_PIECE:
            pieces[_number(words[start:end])] = end - start
        start = end
    return words[start:]


def _number(words: Sequence[bytes]) -> int:
    return crc32(b" ".join(words))


def _words(text: str) -> list[bytes]:
    """Return the runs of letters, digits and underscores; where all are ASCII without a pattern, six times as fast."""
    if text.isascii():
        return text.encode().translate(_SPACED).split()
    return [word.encode("utf-8", "replace") for word in _WORD.findall(text)]


def sketch(numbers: Numbers) -> list[int]:
    """Return the numbers by which a document finds those that share most of its pieces."""
    return sorted(numbers.pieces)[:SKETCH]


def likeness(one: Numbers, other: Numbers) -> float:
    """Return the share of the shorter text that stands in the longer one, by words; 0 where they are no copies."""
    return max(_likeness(one.sentences, other.sentences, COPIED), _likeness(one.pieces, other.pieces, COPIED_IN_PIECES))


def _likeness(one: Lengths, other: Lengths, least: float) -> float:
    shared = sum(length for number, length in one.items() if number in other)
    shorter, longer = sorted((sum(one.values()), sum(other.values())))
    if shared < LEAST_SHARED_WORDS or shared < least * shorter or shared < LEAST_OF_LONGER * longer:
        return 0.0
    return shared / shorter


def differences(texts: Sequence[str], others: Sequence[str]) -> list[tuple[str, str]]:
    """Return the sentences of two copies that say the same with other figures, each pair in the order of the first."""
    left, right = _not_in(texts, others), _not_in(others, texts)
    if not left or not right:
        return []
    from rapidfuzz import process  # 16 ms: copies that differ are few
    from rapidfuzz.fuzz import ratio

    found = []
    for text in left:
        nearest = process.extractOne(text, right, scorer=ratio, score_cutoff=ONE_SENTENCE)
        if nearest is not None and _figures(text) != _figures(nearest[0]):
            found.append((text, nearest[0]))
    return found


def _not_in(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    known = set(others)
    return [text for text in texts if text not in known]


def _figures(text: str) -> list[tuple[object, object]]:
    from factcheck.figures import extract_figures

    return [(figure.value, figure.unit) for figure in extract_figures(text, implied=True)]
