"""Ranking by lists of frequent words: the same passages, with the same scores, as FTS5's own ranking finds."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import NOW
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.models import Document, Passage, Sentence
from factcheck.store import Entry, Store, frequent

SENTENCES_A_DOCUMENT = 40
WORDS = [
    start + rest + end + ending
    for ending in ("", "s", "ed", "ing", "er", "ation")
    for end in ("", "o", "ia")
    for start in "ba ke li mo tu za fre glo pri sta".split()
    for rest in "ran sel ton vik mar dor pel gun lam bris".split()
]


def sentence(chance: random.Random) -> str:
    """Return a sentence of 4 to 24 words, of which the first of the list are the most frequent, and a figure."""
    picked = [WORDS[int(len(WORDS) * chance.random() ** 2)] for _ in range(chance.randrange(4, 24))]
    return " ".join([*picked, f"{chance.randrange(1, 40)},{chance.randrange(100, 400)}", "people."])


def document(number: int, chance: random.Random) -> Document:
    text = "\n".join(sentence(chance) for _ in range(SENTENCES_A_DOCUMENT))
    day = date(2020, 1, 1) + timedelta(days=10 * number) if number % 5 else None
    return Document(f"{number}.txt", text, "", "text", published=day)


def entry(made: Document) -> Entry:
    start, found = 0, []
    for number, line in enumerate(made.text.split("\n"), 1):
        found.append((Sentence(line, start, start + len(line), number), ()))
        start += len(line) + 1
    return Entry(made, found)


def add(store: Store, numbers: Sequence[int], seed: int) -> None:
    chance = random.Random(seed)
    store.write([(f"{number}.txt", [entry(document(number, chance))]) for number in numbers], NOW)


@dataclass
class Pair:
    """Two databases of the same sentences: one ranks by itself, one by FTS5."""

    packed: Store
    plain: Store

    def same(self, terms: Sequence[str], limit: int = 20, **narrowed: object) -> list[Passage]:
        """Return the passages found, after comparing them with FTS5's."""
        found = self.packed.match(terms, limit=limit, **narrowed)  # type: ignore[arg-type]  # the filters of match
        wanted = self.plain.match(terms, limit=limit, **narrowed)  # type: ignore[arg-type]
        assert [passage.rank for passage in found] == [passage.rank for passage in wanted]
        assert [passage.text for passage in found] == [passage.text for passage in wanted]
        return found


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder: Path = tmp_path_factory.mktemp("ranking")
    with (
        closing(Store(folder / "packed.db", create=True)) as packed,
        closing(Store(folder / "plain.db", create=True)) as plain,
    ):
        for store in (packed, plain):
            add(store, range(100), seed=1)
        packed.pack(minimum=0)
        yield Pair(packed, plain)


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[Pair]:
    with (
        closing(Store(tmp_path / "packed.db", create=True)) as packed,
        closing(Store(tmp_path / "plain.db", create=True)) as plain,
    ):
        for store in (packed, plain):
            add(store, range(20), seed=1)
        packed.pack(minimum=0)
        yield Pair(packed, plain)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14, unique=True), st.sampled_from([1, 5, 20]))
def test_scores_are_those_of_fts5(pair: Pair, terms: list[str], limit: int) -> None:
    found = pair.packed.match(terms, limit=limit)
    wanted = {passage.sentence: passage.rank for passage in pair.plain.match(terms, limit=10_000)}
    assert [passage.rank for passage in found] == [wanted[passage.sentence] for passage in found]
    assert len(found) == min(limit, len(wanted))
    assert found == sorted(found, key=lambda passage: (-passage.rank, passage.sentence))


def test_finds_what_fts5_ranks_first(pair: Pair) -> None:
    """Sums leave out repeated words: of the best twenty at most one in a hundred may be missed for that."""
    chance = random.Random(5)
    shares = []
    for _ in range(200):
        terms = [word.lower() for word in sentence(chance).split()[:-2]]
        found, wanted = (store.match(terms, limit=20) for store in (pair.packed, pair.plain))
        shares.append(sum(passage.rank >= wanted[-1].rank for passage in found) / len(wanted))
    assert sum(shares) / len(shares) > 0.99
    assert min(shares) >= 0.8


QUERIES = {
    "a phrase": ["12,345"],
    "a phrase that is nowhere": ["12,999", "kesel"],
    "inflections of one word": ["kesel", "kesels", "keseled", "lidor"],
    "a word that is nowhere": ["xylophone", "kesel"],
    "only words that are nowhere": ["xylophone"],
    "a word in every sentence": ["people"],
    "a word in every sentence, and another": ["people", "kesel"],
    "no letter": ["$$$", "kesel"],
    "query language": ['"', "AND", "NOT kesel", "text:kesel", "kesel*", "(", "lidor"],
    "a NUL": ["kesel\x00", "lidor"],
}


@pytest.mark.parametrize("terms", QUERIES.values(), ids=QUERIES.keys())
def test_terms_of_every_kind(pair: Pair, terms: list[str]) -> None:
    pair.same(terms)


NARROWED = {
    "one document": {"documents": [7]},
    "documents": {"documents": [3, 4, 5, 90]},
    "no document": {"documents": []},
    "a document that is not there": {"documents": [1000]},
    "since": {"since": date(2022, 1, 1)},
    "until": {"until": date(2020, 3, 1)},
    "a span of time": {"since": date(2020, 5, 1), "until": date(2020, 6, 1)},
    "a span of time in documents": {"since": date(2020, 5, 1), "documents": [10, 20, 30]},
}


@pytest.mark.parametrize("narrowed", NARROWED.values(), ids=NARROWED.keys())
def test_narrowed(pair: Pair, narrowed: dict[str, object]) -> None:
    pair.same([WORDS[3], WORDS[40], WORDS[200], "12,345"], **narrowed)


def test_sentences_added_since_are_found(changing: Pair) -> None:
    for store in (changing.packed, changing.plain):
        add(store, range(30, 33), seed=2)
    for word in WORDS[::17]:
        changing.same([word, WORDS[2]])


def test_sentences_removed_since_are_not_found(changing: Pair) -> None:
    for store in (changing.packed, changing.plain):
        store.remove([2, 20])
        add(store, range(30, 33), seed=2)
        add(store, [5], seed=3)  # in place of what it held before
    for word in WORDS[::17]:
        found = [passage.text for passage in changing.packed.match([word, WORDS[2]], limit=20)]
        wanted = [passage.text for passage in changing.plain.match([word, WORDS[2]], limit=30)]
        assert set(found) <= set(wanted)  # weights still count what is gone, so the order may differ a little


def test_packing_again_forgets_what_is_gone(changing: Pair) -> None:
    for store in (changing.packed, changing.plain):
        store.remove([2, 20])
        add(store, range(30, 33), seed=2)
    changing.packed.pack(minimum=0)
    for word in WORDS[::17]:
        changing.same([word, WORDS[2]])


def test_a_small_database_is_not_packed(changing: Pair) -> None:
    changing.packed.pack()
    changing.same(WORDS[:5])


@given(st.lists(st.integers(1, 200_000), unique=True, min_size=1), st.sampled_from(["steps1", "steps2"]))
def test_lists_of_steps_give_back_what_they_were_given(numbers: list[int], form: str) -> None:
    numbers.sort()
    runs = [numbers[: len(numbers) // 2], [], numbers[len(numbers) // 2 :]]
    listing = frequent.Listing(len(numbers), 200_000, form, *frequent._steps(runs, int(form[-1])))
    sums = bytearray(200_001)
    listing.add(7, sums)
    assert [number for number, sum_ in enumerate(sums) if sum_] == numbers
    assert set(sums) <= {0, 7}
    assert set(numbers) <= set(listing.numbers())


@given(st.lists(st.integers(1, 2_000), unique=True, min_size=1))
def test_rows_of_bits_give_back_what_they_were_given(numbers: list[int]) -> None:
    numbers.sort()
    listing = frequent.Listing(len(numbers), 2_000, "bits", frequent._bits([numbers], 2_000), b"")
    assert list(listing.numbers()) == numbers
    sums = listing.lanes(7).to_bytes(2_001, "little")
    assert [number for number, sum_ in enumerate(sums) if sum_ == 7] == numbers


def test_rows_of_bits_are_kept_up_to_a_limit_those_used_last_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequent, "_kept", {})
    rows = [frequent._bits([[number]], 800) for number in (1, 2, 3)]
    monkeypatch.setattr(frequent, "_KEPT_LIMIT", 2 * len(rows[0]))
    for row, kept in [(0, [0]), (1, [0, 1]), (0, [1, 0]), (2, [0, 2]), (1, [2, 1])]:
        assert frequent._ones(rows[row]).to_bytes(801, "little").find(1) == row + 1
        assert [*frequent._kept] == [rows[each] for each in kept]


def test_a_row_of_bits_beyond_the_limit_is_read_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequent, "_kept", {})
    monkeypatch.setattr(frequent, "_KEPT_LIMIT", 100)
    assert frequent._ones(frequent._bits([[5]], 808)) == 256**5
    assert not frequent._kept


def test_steps_are_written_alike_on_every_machine() -> None:
    steps, skipped = frequent._steps([[1, 3, 65_540, 200_000]], 2)
    assert steps == bytes([1, 0, 2, 0, 0xFF, 0xFF, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x3E, 0x0D])
    assert array("I", skipped).tolist() == [65_538, 131_075, 196_610]
