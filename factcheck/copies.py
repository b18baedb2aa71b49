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
from itertools import islice
from zlib import crc32

from factcheck.values import dataclass

LEAST_WORDS = 5
"""A sentence of fewer words ("He declined to comment.") tells nothing about where it comes from."""
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

Lengths = Mapping[int, int]
"""The number of each sentence or piece that tells something, with how many words it has."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text is known again by."""

    sentences: Lengths
    pieces: Lengths


_READ_TOGETHER = 1_000
"""Sentences; those of a long document are read some at a time."""
_END = b"\x00"
"""What stands between two sentences, as a word of its own: no word holds it."""
# The beginning of a word that begins a piece, by its second letter: in English one word in five, beyond ASCII as many.
# Of copies of 8 to 30 sentences of which half were edited 93 % are found so, of bulletins whose figures and names
# alone were others 0.5 % taken for copies; with "a", "i", "u" 94 and 1.0, with "e", "u" 82 and 0.3.
_AT_FIRST_WORD = re.compile(b" (?=[^ ][io%b])" % bytes(range(0x80, 0xC0, 5)))


def numbered(texts: Iterable[str]) -> Numbers:
    """Return the numbers of sentences and pieces, the same for the same words whatever their case and marks."""
    sentences: dict[int, int] = {}
    pieces: dict[int, int] = {}
    texts = iter(texts)
    open_ = b""  # what is not cut into pieces yet: it goes on in the next sentence
    while part := list(islice(texts, _READ_TOGETHER)):
        each = _words(part).split(b" " + _END + b" ")
        _number(each, LEAST_WORDS, sentences)
        running = b" ".join(each)
        *whole, open_ = _AT_FIRST_WORD.split(b"%b %b" % (open_, running) if open_ else running)
        _number(whole, LEAST_WORDS_OF_PIECE, pieces)
    _number([open_], LEAST_WORDS_OF_PIECE, pieces)
    return Numbers(sentences, pieces)


def _number(stretches: Iterable[bytes], least: int, lengths: dict[int, int]) -> None:
    """Add the number of each stretch of at least so many words to the lengths."""
    for stretch in stretches:
        words = stretch.count(b" ") + 1
        if words >= least:
            lengths[crc32(stretch)] = words


# Small letters, digits and underscores of ASCII, and the ends of sentences; what lies beyond is seen to before.
_SMALL = bytes(
    code if code == _END[0] or code > 127 else ord(chr(code).lower()) if chr(code).isalnum() or code == 95 else 32
    for code in range(256)
)


def _words(texts: Sequence[str]) -> bytes:
    """Return the runs of letters, digits and underscores with a space between two, `_END` where the next text begins.

    No word is taken by itself, which would take twice the time of all the rest.
    """
    between = f" {_END.decode()} "
    together = between.join(texts)
    if together.count("\x00") >= len(texts):  # it stands in a text, too
        together = between.join(text.replace("\x00", " ") for text in texts)
    words = _folded(together).encode().translate(_SMALL)
    for often in (b"  ", _END + b" " + _END):
        while often in words:
            words = words.replace(often, often[:1])
    return words.strip(b" " + _END)


_ASCII = bytes(range(128))
_FEW = 30
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")


def _folded(text: str) -> str:
    """Return a text with small letters for those beyond ASCII, and a space for each character there of no word."""
    if text.isascii():
        return text
    signs = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if len(signs) > _FEW:
        return _BEYOND_ASCII.sub(lambda found: "".join(map(_folded_sign, found[0])), text)
    for sign in signs:
        text = text.replace(sign, _folded_sign(sign))
    return text


def _folded_sign(sign: str) -> str:
    return "".join(small if small.isalnum() else " " for small in sign.casefold())


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
