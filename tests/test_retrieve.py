"""Retrieval: the passages worth judging are found, under typing errors too, and always in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW

from factcheck.models import Document
from factcheck.retrieve import MAX_TERMS, expand, mark, near_words, retrieve, search_words
from factcheck.sentences import split_document
from factcheck.store import Entry, Store

TEXT = """Abernathy sent soldiers from Northwick to Holm.
The rescuers organised a search for the missing sailors.
Kim Jong Un spoke in Pyongyang about 11,000 troops.
The president of the U.N. assembly met Zelenska.
The bank lowered interest rates to 4.5 per cent.
A café in Zürich closed. The naïve owner wept.
North Korea's army is large."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store") / "a.db"
    with closing(Store(path, create=True)) as opened:
        document = Document("a.txt", TEXT, "", "text")
        with opened.bulk():
            opened.write([("a.txt", [Entry(document, [(s, ()) for s in split_document(document)])])], NOW)
        yield opened


# What is searched for, and a word of the first passage found.
FOUND = [
    ("Abernaty sent soldeirs", "Abernathy"),
    ("Abernathy send soldier", "Abernathy"),
    ("rescuer organized searches", "rescuers"),
    ("Kim Jung Un", "Jong"),
    ("Kim Jong-un", "Jong"),
    ("11,000", "troops"),
    ("the UN, U.N. assembly", "assembly"),
    ("zurich cafe", "Zürich"),
    ("Zürich CAFÉ", "Zürich"),
    ("naive", "naïve"),
    ("North-Korean armies", "army"),
    ("intrest rates", "interest"),
    ("organisedd", "organised"),
    ("sailrs", "sailors"),
    ("lowerrd rates", "lowered"),
    ("organistion", "organised"),
    ("missimg", "missing"),
    ("4.5 percent", "4.5"),
    ('"AND" NOT * bank', "bank"),
    ("it is the", "."),  # only stop words: they are searched for
]


@pytest.mark.parametrize(("text", "word"), FOUND, ids=[text for text, _ in FOUND])
def test_found(text: str, word: str, store: Store) -> None:
    assert word in retrieve(store, text)[0].text


@pytest.mark.parametrize("text", ["xylophone", "$$$", "", "rat", "kin", "Zzyzx-Qwert", "日本"])
def test_not_found(text: str, store: Store) -> None:
    assert retrieve(store, text) == []


def test_known_words_are_not_expanded(store: Store) -> None:
    assert expand(store, ["bank", "soldeirs", "bank", "xylophone"]) == ["bank", "soldier"]


def test_short_words_and_numbers_have_no_near_words(store: Store) -> None:
    assert near_words(store, "xyz") == []
    assert near_words(store, "11,001") == []


def test_a_long_claim_is_searched_for_by_its_first_words(store: Store) -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    assert len(search_words(text)) == MAX_TERMS
    assert retrieve(store, "bank " + text)


def test_limit_and_order(store: Store) -> None:
    everything = retrieve(store, "Abernathy bank rates army troops sailors")
    assert [passage.rank for passage in everything] == sorted((passage.rank for passage in everything), reverse=True)
    assert retrieve(store, "Abernathy bank rates army troops sailors", limit=2) == everything[:2]


@pytest.mark.parametrize("sentences", [10, 10_000, 1_000_000])
def test_near_words_are_found_in_an_index_of_any_size(
    sentences: int, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "sentence_count", lambda self: sentences)
    assert near_words(store, "soldeirs") == ["soldier"]
    assert near_words(store, "osldiers") == ["soldier"]
    assert near_words(store, "Abernaty") == ["abernathi"]


def test_what_matched_is_marked(store: Store) -> None:
    (passage,) = mark(retrieve(store, "Abernaty soldier", limit=1), "Abernaty soldier")
    assert [passage.text[start:end] for start, end in passage.matched] == ["Abernathy", "soldiers"]
