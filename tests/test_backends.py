"""One suite for every store: the SQLite file, and a reference in memory that ranks by BM25 in plain Python.

A new backend adds a row to BACKENDS; nothing else of the program needs to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import NOW, SOURCES
from memory_store import MemoryStore

from factcheck import Library, extract_figures
from factcheck.models import Document, SignOff, Verdict
from factcheck.retrieve import retrieve
from factcheck.sentences import split_document
from factcheck.store import Entry, Store
from factcheck.store.interface import Backend

BACKENDS: dict[str, Callable[[Path], Backend]] = {
    "sqlite": lambda path: Store(path, create=True),
    "memory": MemoryStore,
}


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Backend]:
    opened = BACKENDS[request.param](tmp_path / "a.db")
    yield opened
    opened.close()


def entry(path: str, text: str, published: date | None = None, **known: str) -> Entry:
    document = Document(path, text, f"hash of {text}", "text", published=published, **known)  # type: ignore[arg-type]
    return Entry(document, [(s, extract_figures(s.text, published)) for s in split_document(document)])


WRECK = "Divers found the wreck at a depth of 48 metres."
TRAFFIC = "The bridge carries 9,500 vehicles a day."
FERRY = f"The ferry sank with 312 people on board. {WRECK}\n"
BRIDGE = f"{TRAFFIC} It cost £2.4 million.\n"
HARVEST = "Farmers harvested 40 per cent less barley. The ferry to the mill was late.\n"


@pytest.fixture
def filled(store: Backend) -> Backend:
    """Return the store with three documents, the last without a date."""
    with store.bulk():
        store.write(
            [
                ("ferry.txt", [entry("ferry.txt", FERRY, date(2024, 5, 14), title="Ferry sinks", author="Ann Lee")]),
                ("bridge.txt", [entry("bridge.txt", BRIDGE, date(2023, 6, 3), title="Bridge reopens")]),
                ("harvest.txt", [entry("harvest.txt", HARVEST)]),
            ],
            NOW,
        )
    return store


def texts(store: Backend, *terms: str, limit: int = 10, **narrowed: object) -> list[str]:
    return [passage.text for passage in store.match(terms, limit=limit, **narrowed)]  # type: ignore[arg-type]


# --- documents ----------------------------------------------------------------------------------------------


def test_an_empty_store(store: Backend) -> None:
    assert (store.sentence_count(), store.documents(), list(store.files()), store.findings()) == (0, [], [], [])
    assert (store.match(["ferry"], limit=5), store.has_term("ferry"), store.vocabulary("", range(1, 30))) == (
        [],
        False,
        [],
    )
    assert (list(store.figures()), store.history(), store.signoffs(), store.known("a"), store.clear_history()) == (
        [], [], [], None, 0,
    )  # fmt: skip


def test_what_was_written_is_listed(filled: Backend) -> None:
    rows = filled.documents()
    assert [(row.document, row.path, row.title, row.author, row.published) for row in rows] == [
        (1, "ferry.txt", "Ferry sinks", "Ann Lee", date(2024, 5, 14)),
        (2, "bridge.txt", "Bridge reopens", None, date(2023, 6, 3)),
        (3, "harvest.txt", None, None, None),
    ]
    assert [(row.sentences, row.figures, row.weight, row.label) for row in rows] == [(2, 2, 1.0, None)] * 2 + [
        (2, 1, 1.0, None)
    ]
    assert filled.documents(2) == [rows[1]]
    assert filled.documents(9) == []
    assert list(filled.files()) == [("ferry.txt", 1), ("bridge.txt", 2), ("harvest.txt", 3)]
    assert filled.text(1) == FERRY
    assert rows[0].indexed == NOW
    assert filled.findings() == []


def test_sentences_have_consecutive_numbers(filled: Backend) -> None:
    numbers = [number for document in (1, 2, 3) for number, _ in filled.sentences(document)]
    assert numbers == list(range(numbers[0], numbers[0] + 6))
    assert [text for _, text in filled.sentences(2)] == [
        TRAFFIC,
        "It cost £2.4 million.",
    ]
    assert filled.sentence_count() == numbers[-1]


@pytest.mark.parametrize(
    ("name", "found"),
    [("2", [2]), ("9", []), ("ferry.txt", [1]), ("Ferry sinks", [1]), ("ferry", [1]), (".txt", [1, 2, 3]),
     ("%", []), ("_", []), ("nothing", [])],
)  # fmt: skip
def test_documents_are_found_by_number_path_and_title(name: str, found: list[int], filled: Backend) -> None:
    assert filled.documents_named(name) == found


def test_what_is_known_of_a_file(filled: Backend) -> None:
    known = filled.known("ferry.txt")
    assert known is not None
    assert (known.sha256, known.documents, dict(known.corrections)) == (f"hash of {FERRY}", (1,), {})
    assert filled.known("no.txt") is None


def test_writing_again_replaces_and_keeps_the_number(filled: Backend) -> None:
    filled.write([("ferry.txt", [entry("ferry.txt", "The ferry was raised. It is blue. It is old.\n")])], NOW)
    assert [row.document for row in filled.documents()] == [1, 2, 3]
    assert filled.text(1).startswith("The ferry was raised")
    assert not filled.has_term("wreck")
    assert [passage.source.document for passage in filled.match(["raised"], limit=5)] == [1]
    assert [row.figure.text for row in filled.figures(documents=[1])] == []


def test_a_file_of_several_documents_is_replaced_as_a_whole(store: Backend) -> None:
    parts = [entry(f"a.zip!/{name}", f"The {name} is here.\n") for name in ("one", "two")]
    store.write([("a.zip", parts)], NOW)
    store.write([("a.zip", [parts[1], entry("a.zip!/six", "The six is here.\n")])], NOW)
    assert [row.path for row in store.documents()] == ["a.zip!/two", "a.zip!/six"]
    assert not store.has_term("one")
    known = store.known("a.zip")
    assert known is not None and len(known.documents) == 2


def test_a_write_that_fails_leaves_everything_as_it_was(filled: Backend) -> None:
    before = (filled.documents(), texts(filled, "ferry"), list(filled.figures()))

    def entries() -> Iterator[tuple[str, list[Entry]]]:
        yield "ferry.txt", [entry("ferry.txt", "Nothing is left.\n")]
        raise RuntimeError("the source of the entries failed")

    with pytest.raises(RuntimeError, match="the source"):
        filled.write(entries(), NOW)
    assert (filled.documents(), texts(filled, "ferry"), list(filled.figures())) == before


def test_removing(filled: Backend) -> None:
    filled.remove([1])
    assert [row.document for row in filled.documents()] == [2, 3]
    assert texts(filled, "ferry") == ["The ferry to the mill was late."]
    assert filled.known("ferry.txt") is None
    assert "48 metres" not in [row.figure.text for row in filled.figures()]
    filled.write([("new.txt", [entry("new.txt", "The tram runs.\n")])], NOW)
    assert texts(filled, "tram") == ["The tram runs."]
    assert filled.findings() == []


def test_corrections_outlast_writing_again(filled: Backend) -> None:
    filled.correct(1, {"title": "Ferry is gone", "published": "2024-05-15", "label": "official", "weight": 2.0})
    filled.correct(1, {"author": None})
    filled.write([("ferry.txt", [entry("ferry.txt", FERRY + "More.\n", title="Ferry sinks", author="Ann Lee")])], NOW)
    [row] = filled.documents(1)
    assert (row.title, row.author, row.published, row.published_from, row.label, row.weight) == (
        "Ferry is gone", None, date(2024, 5, 15), "set by hand", "official", 2.0,
    )  # fmt: skip
    [passage] = filled.match(["wreck"], limit=1)
    assert (passage.source.title, passage.source.label, passage.source.weight) == ("Ferry is gone", "official", 2.0)
    known = filled.known("ferry.txt")
    assert known is not None and known.corrections["ferry.txt"]["label"] == "official"


def test_figures_are_replaced_where_a_correction_changed_them(filled: Backend) -> None:
    [(number, _), _] = filled.sentences(3)
    filled.correct(3, {"published": "2024-05-15"}, [(number, extract_figures("41 per cent"))])
    assert [row.figure.text for row in filled.figures(documents=[3])] == ["41 per cent"]


# --- searching ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (["wreck"], [WRECK]),
        (["WRECKS"], [WRECK]),
        (["diver", "vehicle"], [TRAFFIC, WRECK]),
        (["9,500"], [TRAFFIC]),
        (["500,9"], []),
        (["nothing"], []),
        (["NOT"], []),
        (['"wreck" OR *'], []),
        (["text:wreck"], []),
        ([""], []),
        (["'; --", "*", "(", "NEAR("], []),
    ],
    ids=["word", "inflected", "any", "phrase", "phrase in its order", "unknown", "operator", "query", "column", "empty",
         "punctuation"],
)  # fmt: skip
def test_terms_are_words_and_never_a_query(terms: list[str], found: list[str], filled: Backend) -> None:
    assert sorted(texts(filled, *terms)) == sorted(found)
    assert any(filled.has_term(term) for term in terms) == bool(found)


def test_narrowing(filled: Backend) -> None:
    assert texts(filled, "ferry", documents=[3]) == ["The ferry to the mill was late."]
    assert texts(filled, "ferry", documents=[]) == []
    assert texts(filled, "ferry", since=date(2024, 1, 1)) == ["The ferry sank with 312 people on board."]
    assert texts(filled, "ferry", until=date(2023, 12, 31)) == []
    assert texts(filled, "ferry", "bridge", until=date(2024, 5, 14), since=date(2024, 5, 14)) == [
        "The ferry sank with 312 people on board."
    ]
    assert len(texts(filled, "ferry", limit=1)) == 1


def test_a_passage_tells_where_it_stands_and_what_is_around_it(filled: Backend) -> None:
    [passage] = filled.match(["wreck"], limit=5)
    source = passage.source
    assert (source.document, source.path, source.title, source.author) == (1, "ferry.txt", "Ferry sinks", "Ann Lee")
    assert FERRY[source.start : source.end] == passage.text
    assert (source.line, source.sha256, source.published) == (1, f"hash of {FERRY}", date(2024, 5, 14))
    assert passage.context == "Ferry sinks\nThe ferry sank with 312 people on board."
    assert filled.sentences(1)[1] == (passage.sentence, passage.text)


def test_ranking_is_by_bm25(store: Backend) -> None:
    """Rarer words and repeated ones count more, long sentences less; ties stand as written."""
    lines = ["alpha beta", "alpha gamma", "alpha alpha", "delta", "alpha beta and much more that is of no use at all"]
    lines += [f"filler number {number}" for number in range(20)]
    store.write([(f"{number:02}.txt", [entry(f"{number:02}.txt", line)]) for number, line in enumerate(lines)], NOW)
    found = store.match(["alpha", "beta"], limit=10)
    assert [passage.text for passage in found] == [lines[0], lines[2], lines[1], lines[4]]
    assert [passage.rank for passage in found] == sorted((passage.rank for passage in found), reverse=True)
    assert texts(store, "filler", limit=5) == lines[5:10]


def test_backends_give_the_same_scores(tmp_path: Path) -> None:
    """What the file finds is what the formula says: to six digits, in the same order."""
    names = "amber birch cedar dune elm fern grove heath iris jade".split()
    lines = [" ".join(names[(number * step) % len(names)] for step in range(1, 2 + number % 7)) for number in range(60)]
    scores = []
    for make in BACKENDS.values():
        store = make(tmp_path / "scores.db")
        store.write([(f"{n:03}", [entry(f"{n:03}", line)]) for n, line in enumerate(lines)], NOW)
        found = store.match(["amber", "cedar", "jade", "elm fern"], limit=60)
        scores.append([(passage.text, passage.rank) for passage in found])
        store.close()
    assert [text for text, _ in scores[0]] == [text for text, _ in scores[1]]
    assert [rank for _, rank in scores[0]] == pytest.approx([rank for _, rank in scores[1]], rel=1e-6, abs=1e-9)


def test_the_vocabulary(filled: Backend) -> None:
    assert filled.stems("Zürichs") == filled.stems("zurich")
    [ferry] = filled.stems("Ferries")
    assert dict(filled.vocabulary(ferry[:2], range(2, 10)))[ferry] == 2
    assert filled.vocabulary("fe", range(1, 3)) == []
    assert [term for term, _ in filled.vocabulary("", range(1, 40))] == sorted(
        term for term, _ in filled.vocabulary("", range(1, 40))
    )


def test_sentences_with_their_places(filled: Backend) -> None:
    found = [list(filled.placed(document)) for document in (1, 2, 3)]
    assert found == [split_document(Document("", text, "", "text")) for text in (FERRY, BRIDGE, HARVEST)]
    assert list(filled.placed(9)) == []


def test_sentences_before_another(store: Backend) -> None:
    with store.bulk():
        store.write([("a.md", [entry("a.md", "One sank. Two came. Three left.\n")])], NOW)
    [document] = [row.document for row in store.documents()]
    numbers = {text: number for number, text in store.sentences(document)}
    assert store.sentences_before(numbers["Three left."], document, 5) == ["Two came.", "One sank."]
    assert store.sentences_before(numbers["Three left."], document, 1) == ["Two came."]
    assert store.sentences_before(numbers["One sank."], document, 5) == []
    assert store.sentences_after(numbers["One sank."], document, 5) == ["Two came.", "Three left."]
    assert store.sentences_after(numbers["One sank."], document, 1) == ["Two came."]
    assert store.sentences_after(numbers["Three left."], document, 5) == []


def test_words_as_they_are_written(filled: Backend) -> None:
    assert filled.has_word("Divers") and filled.has_word("divers")
    assert not filled.has_word("diver") or filled.has_term("diver")
    assert not filled.has_word("Zebra")


def test_typing_errors_are_undone(filled: Backend) -> None:
    assert [passage.text for passage in retrieve(filled, "wrekc")] == [WRECK]


# --- figures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["312", "48 metres", "9,500", "£2.4 million", "40 per cent"]),
        ({"kinds": ["money", "percent"]}, ["£2.4 million", "40 per cent"]),
        ({"unit": "gbp"}, ["£2.4 million"]),
        ({"minimum": Decimal(1000)}, ["9,500", "£2.4 million"]),
        ({"maximum": Decimal(48)}, ["48 metres", "40 per cent"]),
        ({"minimum": Decimal(300), "maximum": Decimal(9500)}, ["312", "9,500"]),
        ({"documents": [2]}, ["9,500", "£2.4 million"]),
        ({"text": "BARLEY"}, ["40 per cent"]),
        ({"text": "%"}, []),
    ],
    ids=str,
)
def test_figures_pass_every_filter(filters: dict[str, object], found: list[str], filled: Backend) -> None:
    rows = list(filled.figures(**filters))  # type: ignore[arg-type]
    assert [row.figure.text.removesuffix(" a day") for row in rows] == found
    for row in rows:
        assert row.sentence_text[row.figure.start : row.figure.end] == row.figure.text
        assert filled.text(row.source.document)[row.source.start : row.source.end] == row.sentence_text


# --- the ledger -----------------------------------------------------------------------------------------------


def test_the_history(filled: Backend) -> None:
    library = Library.over(filled)
    first, second = library.check(TRAFFIC), library.check("Whales sang")
    for number, check in enumerate((first, second, first)):
        library.record(check, NOW + timedelta(days=number))
    filled.remove([2])
    rows = filled.history()
    assert [(row.claim, row.verdict) for row in rows] == [
        (first.claim, Verdict.SUPPORTED),
        (second.claim, Verdict.UNVERIFIED),
    ]
    assert (rows[0].checked, rows[0].passage) == (NOW + timedelta(days=2), TRAFFIC)
    assert rows[0].source is not None and rows[0].source.path == "bridge.txt"
    assert filled.clear_history() == 2
    assert filled.history() == []


def test_sign_offs(store: Backend) -> None:
    at = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
    items = [SignOff(draft, "figure-conflict", "a", "b", "Ann", "seen", at, 3, "c", "d") for draft in ("x.md", "y.md")]
    store.sign_off(items)
    assert store.signoffs() == [replace(item, number=number) for number, item in enumerate(items, 1)]
    assert store.withdraw_signoff(2, at)
    assert not store.withdraw_signoff(2, at)
    store.move_signoffs([1], "texts/x.md")
    assert [(item.path, item.withdrawn) for item in store.signoffs()] == [("texts/x.md", None), ("", at)]


# --- the whole program over it --------------------------------------------------------------------------------


def test_a_library_over_any_store_gives_the_same_answers(folder: Path) -> None:
    claims = (
        "The ferry to Holm had 500 passengers on board",
        "The bridge at Aldermere reopened after 14 months of repairs",
        "Farmers in Northwick harvested 60 per cent less barley",
        "Whales sang in Northwick",
    )
    answers = []
    for name, make in BACKENDS.items():
        library = Library.over(make(folder / f"{name}.db"))
        report = library.index([folder / "articles"], now=NOW)
        assert len(report.new) == len(SOURCES)
        assert library.index([folder / "articles"], now=NOW).new == ()
        library.set_source(1, {"published": date(2023, 6, 4)})
        found = [library.check(claim) for claim in claims]
        answers.append(
            [
                [(check.verdict, check.reasons, [item.passage.text for item in check.evidence]) for check in found],
                [(row.figure, row.source.path) for row in library.figures()],
                [(row.document, row.path, row.title, row.published, row.sentences) for row in library.sources()],
                [passage.text for passage in library.search("Northwick barley")],
                library.disagreements(),
            ]
        )
        library.close()
    assert answers[0] == answers[1]
    assert [verdict.value for verdict, *_ in answers[0][0]] == ["conflicting", "supported", "conflicting", "unverified"]  # type: ignore[misc]
