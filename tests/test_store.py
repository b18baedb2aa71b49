"""The database: whole after whatever happens, and what is wrong with a file said in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import NOW
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import (
    DatabaseBusyError,
    DatabaseError,
    NewerDatabaseError,
    NoDatabaseError,
    NotADatabaseError,
    ReadOnlyDatabaseError,
)
from factcheck.models import Bound, Document, Figure, Kind, Role, Sentence
from factcheck.store import Entry, Store, connection, rows, schema

FIGURE = Figure(
    "up to £4.50m",
    3,
    15,
    Kind.MONEY,
    Decimal("4.50E+6"),
    unit="GBP",
    bound=Bound.AT_MOST,
    noun="loan",
    noun_phrase="bank loan",
    role=Role.TO,
    doubt=("USD",),
    hedge="up to",
)


def entry(path: str, *texts: str, figures: tuple[Figure, ...] = (), published: date | None = None) -> Entry:
    sentences, start = [], 0
    for text in texts:
        sentences.append((Sentence(text, start, start + len(text), 1), figures))
        start += len(text) + 1
    return Entry(
        Document(path, " ".join(texts), f"hash of {texts}", "text", title=path, published=published), sentences
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "a.db", create=True)) as opened:
        yield opened


def write(store: Store, *entries: Entry) -> None:
    with store.bulk():
        store.write([(each.document.path, [each]) for each in entries], NOW)


def check_whole(path: Path) -> None:
    """Fail unless the file is sound, all pointers lead somewhere, and the words indexed are those stored."""
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        opened.execute("INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)")


def test_the_tables_are_those_of_the_contract(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert names >= {"documents", "sentences", "sentences_fts", "figures", "claims", "checks", "evidence"}
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.newest(),)
        pointers = {
            (table, *row[2:4])
            for table in schema.STORED
            for row in connection.execute(f"PRAGMA foreign_key_list({table})")
        }
    assert pointers == {
        ("sentences", "documents", "document_id"),
        ("blocks", "sentences", "id"),
        ("figures", "sentences", "sentence_id"),
        ("checks", "claims", "claim_id"),
        ("evidence", "checks", "check_id"),
    }


def test_sqlite_utils_opens_it(store: Store) -> None:
    import sqlite_utils

    write(store, entry("a", "The ferry sank."))
    with closing(sqlite_utils.Database(store.path)) as database:
        assert database["sentences"].count == 1
        assert [row["text"] for row in database["sentences"].search("ferries")] == ["The ferry sank."]
        assert [row["text"] for row in database["document_texts"].rows] == ["The ferry sank."]


def test_a_figure_comes_back_as_it_was(store: Store) -> None:
    dated = Figure("mid-May", 0, 7, Kind.DATE, "2024-05", "2024-06", bound=Bound.ABOUT, hedge="mid-")
    bare = Figure("none", 0, 4, Kind.NUMBER, None, implied=True)
    write(store, entry("a", "It cost up to £4.50m.", figures=(FIGURE, dated, bare)))
    assert [row.figure for row in store.figures()] == [FIGURE, dated, bare]


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=3))
def test_any_value_comes_back_digit_for_digit(value: Decimal, noun: str) -> None:
    figure = Figure("x", 0, 1, Kind.NUMBER, value, noun=noun)
    back = rows.figure_of(rows.figure_row(figure))
    assert back == figure
    assert str(back.value) == str(value)


def test_documents_are_replaced_with_all_that_belongs_to_them(store: Store) -> None:
    write(store, entry("a", "The ferry sank.", "Nobody drowned.", figures=(FIGURE,)), entry("b", "A bridge fell."))
    write(store, entry("a", "The ferry floats."))
    assert [passage.text for passage in store.match(["ferry"], limit=9)] == ["The ferry floats."]
    assert store.match(["drowned"], limit=9) == []
    assert list(store.figures()) == []
    assert [row.document for row in store.documents()] == [1, 2]
    check_whole(store.path)


def test_removing_leaves_nothing_behind(store: Store) -> None:
    write(store, entry("a", "The ferry sank.", figures=(FIGURE,)), entry("b", "The bridge fell."))
    store.remove([1])
    assert [row.path for row in store.documents()] == ["b"]
    assert store.match(["ferry"], limit=9) == []
    assert list(store.figures()) == []
    check_whole(store.path)


def test_a_batch_that_breaks_leaves_nothing(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    good, bad = entry("b", "The bridge fell."), entry("c", "Half a pair: \ud800")
    with pytest.raises(UnicodeEncodeError), store.bulk():
        store.write([("b", [good]), ("c", [bad])], NOW)
    assert [row.path for row in store.documents()] == ["a"]
    check_whole(store.path)


def test_terms_are_never_query_syntax(store: Store) -> None:
    write(store, entry("a", 'The "ferry" AND the bridge NOT near.'))
    for term in (
        '"',
        "AND",
        "NOT",
        "*",
        "ferry*",
        "text:ferry",
        "NEAR(a b)",
        "^ferry",
        "$4.5",
        "a\x00b",
        "(",
        "''",
        "-",
    ):
        store.match([term], limit=9)
        store.has_term(term)
    assert not store.match(["fer*"], limit=9)
    assert store.match(["$", "ferry"], limit=9)


def test_equal_ranks_stand_in_the_order_of_the_sources(store: Store) -> None:
    write(store, *(entry(f"{number:02}", "The ferry sank.") for number in range(12)))
    found = store.match(["ferry"], limit=5)
    assert [passage.source.path for passage in found] == ["00", "01", "02", "03", "04"]


def test_filters(store: Store) -> None:
    write(
        store,
        entry("old", "The ferry sank.", published=date(2020, 1, 1)),
        entry("new", "The ferry sank again.", published=date(2024, 1, 1)),
        entry("undated", "A ferry sank."),
    )
    paths = {passage.source.path for passage in store.match(["ferry"], limit=9, since=date(2024, 1, 1))}
    assert paths == {"new"}
    assert {passage.source.path for passage in store.match(["ferry"], limit=9, until=date(2023, 1, 1))} == {"old"}
    assert {passage.source.path for passage in store.match(["ferry"], limit=9, documents=[1, 3])} == {"old", "undated"}
    assert store.match(["ferry"], limit=9, documents=[]) == []


def test_context_is_title_opening_heading_and_the_sentence_before(store: Store) -> None:
    sentences = [
        Sentence("The rescue", 0, 10, 1, kind="heading"),
        Sentence("Divers came.", 11, 23, 2, heading="The rescue"),
        Sentence("They found it.", 24, 38, 2, heading="The rescue"),
        Sentence("They found a bell.", 39, 57, 2, heading="The rescue"),
    ]
    document = Document(
        "a", "The rescue\nDivers came. They found it. They found a bell.", "", "text", title="Ferry sinks"
    )
    write(store, Entry(document, [(sentence, ()) for sentence in sentences]))
    contexts = {passage.text: passage.context for passage in store.match(["rescue", "divers", "found"], limit=9)}
    assert contexts == {
        "The rescue": "Ferry sinks\nDivers came.",
        "Divers came.": "Ferry sinks\nThe rescue",
        "They found it.": "Ferry sinks\nDivers came.\nThe rescue",
        "They found a bell.": "Ferry sinks\nDivers came.\nThe rescue\nThey found it.",
    }


def test_corrections_outlast_the_file(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    store.correct(1, {"title": "Mine", "published": "2024-01-02", "weight": 2.0})
    write(store, entry("a", "The ferry floats."))
    (row,) = store.documents()
    assert (row.title, row.published, row.published_from, row.weight) == ("Mine", date(2024, 1, 2), "set by hand", 2.0)


def test_at_rest_the_database_is_one_file_without_a_log(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    assert sorted(path.name for path in store.path.parent.iterdir()) == ["a.db"]
    assert store.path.read_bytes()[18:20] == b"\x01\x01"


def test_readers_go_on_while_much_is_written(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    with store.bulk(), closing(Store(store.path, writable=False, patience=0)) as reader:
        store._connection.execute("BEGIN IMMEDIATE")
        assert reader.match(["ferry"], limit=1)
        store._connection.execute("ROLLBACK")
    check_whole(store.path)


# --- files that cannot be used ----------------------------------------------------------------------------


def test_no_database_yet(tmp_path: Path) -> None:
    with pytest.raises(NoDatabaseError, match="no database at") as raised:
        Store(tmp_path / "none.db")
    assert "factcheck index" in raised.value.hint
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(NoDatabaseError):
        Store(tmp_path / "a.db")
    Store(tmp_path / "a.db", create=True).close()
    Store(tmp_path / "a.db").close()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("content", [b"The ferry sank.\n" * 9, b"SQLite format 3\x00 is not enough" * 200])
def test_a_file_that_is_no_database(content: bytes, create: bool, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(NotADatabaseError):
        Store(tmp_path / "a.db", create=create)
    assert (tmp_path / "a.db").read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program(create: bool, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("CREATE TABLE places (id)")
    with pytest.raises(NotADatabaseError, match="another program"):
        Store(tmp_path / "a.db", create=create)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotADatabaseError, match="folder"):
        Store(tmp_path)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be opened"):
        Store(tmp_path / "none" / "a.db", create=True)


def test_a_newer_database_is_left_alone(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    for create in (False, True):
        with pytest.raises(NewerDatabaseError, match="later version"):
            Store(store.path, create=create)


def test_a_damaged_database_is_named(store: Store) -> None:
    write(store, *(entry(f"{number}", f"The ferry number {number} sank at sea.") for number in range(400)))
    store.close()
    data = bytearray(store.path.read_bytes())
    data[schema.PAGE_BYTES : len(data)] = b"\xff" * (len(data) - schema.PAGE_BYTES)
    store.path.write_bytes(data)
    with pytest.raises(NotADatabaseError, match="damaged"), closing(Store(store.path)) as damaged:
        damaged.match(["ferry"], limit=9)


def test_a_held_database(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusyError, match="another process"):
            Store(store.path, patience=0)
        other.execute("ROLLBACK")
        other.execute("BEGIN IMMEDIATE")
        with closing(Store(store.path, patience=0)) as second, pytest.raises(DatabaseBusyError):
            second.remove([1])


def test_a_database_opened_to_read_cannot_be_written(store: Store) -> None:
    write(store, entry("a", "The ferry sank."))
    with closing(Store(store.path, writable=False)) as reader:
        assert reader.match(["ferry"], limit=1)
        with pytest.raises(ReadOnlyDatabaseError):
            reader.remove([1])


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("SQLITE_BUSY_SNAPSHOT", DatabaseBusyError, "another process"),
        ("SQLITE_LOCKED", DatabaseBusyError, "another process"),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyDatabaseError, "cannot be written"),
        ("SQLITE_CANTOPEN", ReadOnlyDatabaseError, "cannot be opened"),
        ("SQLITE_PERM", ReadOnlyDatabaseError, "may not be used"),
        ("SQLITE_NOTADB", NotADatabaseError, "not a database"),
        ("SQLITE_CORRUPT_VTAB", NotADatabaseError, "damaged"),
        ("SQLITE_FULL", DatabaseError, "disk is full"),
        ("SQLITE_IOERR_WRITE", DatabaseError, "disk failed"),
        ("SQLITE_ERROR", DatabaseError, "something odd"),
    ],
)
def test_what_sqlite_says_is_put_in_plain_words(name: str, kind: type[DatabaseError], words: str) -> None:
    failure = sqlite3.OperationalError("something odd")
    failure.sqlite_errorname = name
    with pytest.raises(kind, match=words) as raised, connection.translated(Path("a.db")):
        raise failure
    assert "a.db" in raised.value.message


def test_a_python_without_full_text_search() -> None:
    with pytest.raises(DatabaseError, match="FTS5"), connection.translated(Path("a.db")):
        raise sqlite3.OperationalError("no such module: fts5")


# --- migration --------------------------------------------------------------------------------------------


def older(path: Path, monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Make a database of this version, then let the program know one more."""
    Store(path, create=True).close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, lambda: iter(statements)))


def test_an_older_database_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path / "a.db", monkeypatch, "ALTER TABLE documents ADD COLUMN mood TEXT")
    Store(tmp_path / "a.db").close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.newest(),)
        assert "mood" in [row[1] for row in connection.execute("PRAGMA table_info(documents)")]


def test_a_migration_that_breaks_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path / "a.db", monkeypatch, "ALTER TABLE documents ADD COLUMN mood TEXT", "NONSENSE")
    with pytest.raises(DatabaseError):
        Store(tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.newest() - 1,)
        assert "mood" not in [row[1] for row in connection.execute("PRAGMA table_info(documents)")]


def test_an_older_database_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path / "a.db", monkeypatch, "ALTER TABLE documents ADD COLUMN mood TEXT")
    address = f"{(tmp_path / 'a.db').as_uri()}?mode=ro"  # whoever may write everything runs tests too
    monkeypatch.setattr(connection, "_open", lambda *_, **__: sqlite3.connect(address, uri=True, isolation_level=None))
    with pytest.raises(ReadOnlyDatabaseError, match="earlier version"):
        Store(tmp_path / "a.db", writable=False)


def test_an_older_database_is_migrated_though_it_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path / "a.db", monkeypatch, "ALTER TABLE documents ADD COLUMN mood TEXT")
    Store(tmp_path / "a.db", writable=False).close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (schema.newest(),)


def settings(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT k, v FROM sentences_fts_config"))


def segments(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(DISTINCT segid) FROM sentences_fts_idx").fetchone()[0]


def test_the_index_is_merged_once_at_the_end_of_a_large_run(store: Store) -> None:
    with store.bulk():
        for number in range(12):
            store.write([(f"{number}.txt", [entry(f"{number}.txt", f"The bridge of town {number} was opened.")])], NOW)
        assert settings(store.path)["automerge"] == 0 and segments(store.path) > 4
        assert store.has_term("bridge")
    assert settings(store.path)["automerge"] == 4 and segments(store.path) == 1
    check_whole(store.path)


def test_the_index_merges_as_it_goes_where_little_is_written(store: Store) -> None:
    write(store, entry("a.txt", *(f"The bridge of town {number} was opened." for number in range(200))))
    with store.bulk():
        for number in range(12):
            store.write([(f"{number}.txt", [entry(f"{number}.txt", f"The ferry of town {number} was sold.")])], NOW)
            assert settings(store.path).get("automerge", 4) == 4


def test_a_run_that_was_cut_off_leaves_the_merging_to_the_next(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.bulk():
        for number in range(3):
            store.write([(f"{number}.txt", [entry(f"{number}.txt", f"The bridge of town {number} was opened.")])], NOW)
        raise KeyboardInterrupt
    assert settings(store.path)["automerge"] == 0
    store.write([("late.txt", [entry("late.txt", "The ferry was sold.")])], NOW)
    assert settings(store.path)["automerge"] == 4
    check_whole(store.path)
