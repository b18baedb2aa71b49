"""The sentences that bm25 puts first, found without ranking all that match.

FTS5 ranks in 1.7 µs each sentence that holds any of the words; that is most of the time of a question once there
are a hundred thousand sentences. Here the weights (idf) of the words are summed first, in one byte a sentence, from
the lists of `frequent.py` for frequent words and from the index, unranked, for rare ones. Length and repeated words
change a sum by a third at most, so the few hundred sentences with the best sums hold the best twenty, and those are
scored exactly, with FTS5's own arithmetic.

Tried on a million sentences, twenty best; median, 95th centile, share of the full ranking's best that is found:
FTS5 `ORDER BY rank` 237 and 467 ms; this 12 and 22 ms, .999. Earlier, beside FTS5 at 359 and 930 ms: one boolean
query that is true where the sum can suffice 24 and 247 ms, .963, with its candidates cut .84; the lists without
rows of bits 13 and 31 ms; sums in a dict take twice as long as in bytes. tantivy takes 3 and 5 ms (12 and 24 at
five million, where this takes 43 and 93), but judging a claim's passages takes 70 or more: not worth a second index.
"""

from __future__ import annotations

import math
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest, nsmallest
from itertools import chain, islice

from factcheck.store import frequent
from factcheck.store import late_json as json
from factcheck.values import dataclass

# bm25 as FTS5 computes it: https://www.sqlite.org/fts5.html#the_bm25_function
_K1, _B = 1.2, 0.75
_LEAST_WEIGHT = 1e-6

_HIGHEST = 255
"""The largest sum that a byte holds: all words' weights together are brought to it."""
_SHORTNESS = 1.45
"""How much a short sentence can gain over one of average length; a heading of a quarter of it gains so much."""
_SEEDS = 2_000
"""Sentences with the rarest words that are looked at to learn what sum the best ones reach at least."""
_BUDGET = 2_000
"""Sentences whose length is looked up at most."""
_SPARE = 80
"""Sentences scored exactly at least, beyond twice those wanted: sums are rounded and leave out common words."""
_MOST = 500
"""Sentences scored exactly at most: each takes 12 µs."""
_REPEATED = 0.375
"""What a word gains by standing in a sentence of average length twice; sums count it once."""
_FEWEST_WORDS, _MOST_WORDS = 3, 400
"""With fewer words it is repeated words and length, which sums leave out, that decide; more do not fit a byte."""

Ranked = list[tuple[int, float]]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Totals:
    """What bm25 knows of the index as a whole."""

    sentences: int
    mean_length: float
    last: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or phrase searched for: its terms in the index, its weight, and where it was found."""

    stems: tuple[str, ...]
    sentences: int
    weight: float
    listing: frequent.Listing | None
    numbers: Sequence[int]

    @property
    def common(self) -> bool:
        """Is it in so many sentences that they are not listed?"""
        return self.listing is not None and not self.listing.is_listed

    def listed(self) -> Iterator[int]:
        """Yield the sentences known to hold it (and now and then one that does not)."""
        return chain(self.listing.numbers() if self.listing else (), self.numbers)


def best(
    connection: sqlite3.Connection, terms: Sequence[str], *, limit: int, within: Sequence[Range] | None = None
) -> Ranked | None:
    """Return the numbers of the sentences that rank first with their bm25, best first, equal ones by number.

    Terms are quoted strings of the query language; `within` holds the first and last numbers of the runs of
    sentences to look at. None where words so few, so many or so common are better ranked by FTS5.
    Needs the store's temporary tables `stems` and `stemmed`.
    """
    until = frequent.packed_until(connection)
    if not until or len(terms) > _MOST_WORDS:
        return None
    totals = _totals(connection, until)
    words = _words(connection, terms, totals)
    if not words:
        return []
    if len({word.stems for word in words if not word.common}) < _FEWEST_WORDS:
        return None
    sums = _sums(connection, words, totals, within)
    candidates = _candidates(connection, words, totals, sums, limit)
    ranked = _exact(connection, candidates, words, totals)[:limit]
    return None if len(ranked) < limit and any(word.common for word in words) else ranked


def _totals(connection: sqlite3.Connection, until: int) -> _Totals:
    (block,) = connection.execute("SELECT block FROM sentences_fts_data WHERE id = 1").fetchone()
    sentences, tokens = _varints(block)
    (last,) = connection.execute("SELECT max(id) FROM sentences").fetchone()
    return _Totals(sentences, tokens / sentences if sentences else 1.0, max(last or 0, until))


def _varints(block: bytes) -> Iterator[int]:
    """Yield the numbers of a row of FTS5's own tables: seven bits a byte, the highest bit set where more follow."""
    value = 0
    for byte in block:
        value = value << 7 | byte & 127
        if byte < 128:
            yield value
            value = 0


# --- the words ------------------------------------------------------------------------------------------------


def _words(connection: sqlite3.Connection, terms: Sequence[str], totals: _Totals) -> list[_Word]:
    """Return the words that the index knows, in the order asked for."""
    words = []
    for term, stems in zip(terms, frequent.stems(connection, terms), strict=True):
        if not stems:
            continue
        listing = frequent.listing(connection, stems[0]) if len(stems) == 1 else None
        numbers = _numbers(connection, term, listing.until if listing else 0, totals)
        sentences = len(numbers) + (listing.sentences if listing else 0)
        if sentences:
            words.append(_Word(stems, sentences, _weight(sentences, totals), listing, numbers))
    return words


def _numbers(connection: sqlite3.Connection, term: str, after: int, totals: _Totals) -> list[int]:
    """Return the sentences after a number that hold a term; in one text, since reading rows takes twice as long."""
    if after >= totals.last:
        return []
    (found,) = connection.execute(
        "SELECT json_group_array(rowid) FROM sentences_fts WHERE sentences_fts MATCH ? AND rowid > ?", (term, after)
    ).fetchone()
    numbers: list[int] = json.loads(found)
    return numbers


def _weight(sentences: int, totals: _Totals) -> float:
    """Return the weight (idf) of a word in so many sentences."""
    without = max(totals.sentences - sentences, 0)  # lists also count sentences removed since they were made
    return max(math.log((without + 0.5) / (sentences + 0.5)), _LEAST_WEIGHT)


# --- the sums -------------------------------------------------------------------------------------------------


def _sums(
    connection: sqlite3.Connection, words: Sequence[_Word], totals: _Totals, within: Sequence[Range] | None
) -> bytearray:
    """Return for each sentence's number the weights of its words, in parts of all words' weights."""
    unit = (_HIGHEST - len(words) / 2) / sum(word.weight for word in words)
    lanes = sum(
        word.listing.lanes(round(word.weight * unit)) for word in words if word.listing and word.listing.is_bits
    )
    sums = bytearray(lanes.to_bytes(totals.last + 1, "little"))
    for word in words:
        weight = round(word.weight * unit)
        if word.listing and not word.listing.is_bits:
            word.listing.add(weight, sums)
        for number in word.numbers:
            sums[number] += weight
    for first, last in frequent.removed(connection):
        sums[first : last + 1] = bytes(last + 1 - first)
    return sums if within is None else _masked(sums, within)


def _masked(sums: bytearray, within: Iterable[Range]) -> bytearray:
    masked = bytearray(len(sums))
    for first, last in within:
        masked[first : last + 1] = sums[first : last + 1]
    return masked


def _candidates(
    connection: sqlite3.Connection, words: Sequence[_Word], totals: _Totals, sums: bytearray, limit: int
) -> dict[int, int]:
    """Return the sentences that are worth an exact score, each with its length."""
    need = _need(connection, words, totals, sums, limit)
    found = _reaching(sums, need)
    if len(found) > _BUDGET:
        found = nlargest(_BUDGET, found, key=sums.__getitem__)
    lengths = _lengths(connection, found)
    scored = sorted(_scored(lengths, sums, totals))
    return {number: lengths[number] for _, number in scored[: _worth_scoring(scored, len(words), limit)]}


def _worth_scoring(scored: Sequence[tuple[float, int]], words: int, limit: int) -> int:
    """Return how many of the sentences, best first, may turn out to be among the best if a word is repeated."""
    if len(scored) <= limit:
        return limit
    reach = scored[limit - 1][0] / (1 + _REPEATED * 2 / words)
    return min(max(bisect_right(scored, (reach, 0)), 2 * limit + _SPARE), max(_MOST, 2 * limit))


def _need(connection: sqlite3.Connection, words: Sequence[_Word], totals: _Totals, sums: bytearray, limit: int) -> int:
    """Return the least sum with which a sentence can be among the best: at least so many are known to be as good."""
    rarest = sorted(words, key=lambda word: word.sentences)
    seeds = set(islice(chain.from_iterable(word.listed() for word in rarest), max(_SEEDS, 10 * limit)))
    likely = nlargest(4 * limit, (number for number in sorted(seeds) if sums[number]), key=sums.__getitem__)
    known = nsmallest(limit, _scored(_lengths(connection, likely), sums, totals))
    return max(math.ceil(-known[-1][0] / _SHORTNESS), 1) if len(known) == limit else 1


def _reaching(sums: bytearray, need: int) -> list[int]:
    """Return the numbers whose sum reaches what is needed."""
    marks = sums.translate(bytes(sum_ >= need for sum_ in range(_HIGHEST + 1)))
    found = []
    at = marks.find(1)
    while at >= 0:
        found.append(at)
        at = marks.find(1, at + 1)
    return found


def _lengths(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Return the lengths, in words, of those of the sentences that exist."""
    found = connection.execute(
        "SELECT id, sz FROM sentences_fts_docsize WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return {number: size[0] if size[0] < 128 else next(_varints(size)) for number, size in found}


def _scored(lengths: dict[int, int], sums: bytearray, totals: _Totals) -> Iterator[tuple[float, int]]:
    """Yield what each sentence would score if it held each of its words once, negative, and its number."""
    for number, length in lengths.items():
        yield -sums[number] * (_K1 + 1) / (1 + _dampening(length, totals)), number


def _dampening(length: int, totals: _Totals) -> float:
    return _K1 * (1 - _B + _B * length / totals.mean_length)


# --- the scores -----------------------------------------------------------------------------------------------


def _exact(connection: sqlite3.Connection, lengths: dict[int, int], words: Sequence[_Word], totals: _Totals) -> Ranked:
    """Return the sentences with their bm25 to the last bit, best first."""
    _read_again(connection, lengths)
    scores = dict.fromkeys(lengths, 0.0)
    for word in words:  # in FTS5's order, since sums of floats depend on it
        for number, times in _occurrences(connection, word.stems).items():
            scores[number] += word.weight * (
                (times * (_K1 + 1)) / (times + _K1 * (1 - _B + _B * lengths[number] / totals.mean_length))
            )
    return sorted(((number, score) for number, score in scores.items() if score), key=lambda pair: (-pair[1], pair[0]))


def _read_again(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Index the sentences in memory, by the tokenizer that indexed them before."""
    connection.execute("INSERT INTO temp.stems (stems) VALUES ('delete-all')")
    connection.execute(
        "INSERT INTO temp.stems (rowid, word) "
        "SELECT id, text FROM sentences WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(numbers)),),
    )


def _occurrences(connection: sqlite3.Connection, stems: Sequence[str]) -> Counter[int]:
    """Return how often each of the sentences read again holds a phrase."""
    places = [
        {(number, offset - step) for number, offset in _places(connection, stem)} for step, stem in enumerate(stems)
    ]
    return Counter(number for number, _ in set.intersection(*places))


def _places(connection: sqlite3.Connection, stem: str) -> list[tuple[int, int]]:
    return connection.execute("SELECT doc, offset FROM temp.stemmed WHERE term = ?", (stem,)).fetchall()
