"""Databases of earlier versions, kept as text, become ones of this version: nothing is lost, whatever breaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from dump_database import dump, load
from hypothesis import given
from hypothesis import strategies as st
from test_store import check_whole

from factcheck import Library
from factcheck.errors import DatabaseError
from factcheck.store import Store, compact, schema

DATABASES = Path(__file__).parent / "data" / "databases"
VERSIONS = range(1, schema.newest())
CLAIM = "The bridge at Asgard carries 7,000 cars a day"


@pytest.fixture(params=VERSIONS, ids=lambda version: f"schema-{version}")
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a database as an earlier version of the program left it."""
    return load(DATABASES / f"schema-{request.param}.sql", tmp_path / "claims.db")


def test_every_version_is_kept() -> None:
    assert [f"schema-{version}.sql" for version in VERSIONS] == sorted(path.name for path in DATABASES.iterdir())[
        : len(VERSIONS)
    ]


def test_all_that_was_stored_is_there(older: Path) -> None:
    with closing(sqlite3.connect(older)) as opened:
        sentences = opened.execute('SELECT id, text, start, "end", line FROM sentences ORDER BY id').fetchall()
        figures = opened.execute("SELECT text, value, noun FROM figures ORDER BY sentence_id, start").fetchall()
        claims = opened.execute("SELECT id, text FROM claims ORDER BY id").fetchall()
    with closing(Store(older)) as store:
        texts = {row.document: store.text(row.document) for row in store.documents()}
        assert store.findings() == []
        assert [
            (row.figure.text, None if row.figure.value is None else str(row.figure.value), row.figure.noun)
            for row in store.figures()
        ] == figures
    check_whole(older)
    with closing(sqlite3.connect(older)) as opened:
        kept = opened.execute('SELECT id, text, start, "end", line, document_id FROM sentences ORDER BY id').fetchall()
        assert [row[:5] for row in kept] == sentences
        assert all(texts[document][start:end] == text for _, text, start, end, _, document in kept)
        assert dict(opened.execute("SELECT id, text FROM document_texts")) == texts
        assert opened.execute("SELECT id, text FROM claims ORDER BY id").fetchall() == claims
        assert opened.execute("SELECT count(*) FROM passages").fetchone() == (len(sentences),)


def test_it_answers_as_one_made_now(older: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    (fresh / "sources").mkdir(parents=True)
    with Library(older) as library:
        for row in library.sources():
            (fresh / row.path).write_text(library.text(row.document), "utf-8")
        before = library.search("ferry Holm divers bell")
        check = library.check(CLAIM)
        assert [row.claim for row in library.history()][1] == CLAIM
    assert check.verdict == "conflicting"
    with Library(fresh / "claims.db", create=True) as library:
        library.index([fresh / "sources" / "ferry.md"])
        after = library.search("ferry Holm divers bell")
    found = {passage.text: passage for passage in before}
    for passage in after:
        assert found[passage.text].context == passage.context
        assert found[passage.text].source.heading == passage.source.heading
        assert (found[passage.text].source.start, found[passage.text].source.line) == (
            passage.source.start,
            passage.source.line,
        )


def test_a_source_that_has_changed_is_read_again(older: Path) -> None:
    (older.parent / "sources").mkdir()
    (older.parent / "sources" / "bridge.txt").write_text("The bridge at Asgard fell in 2024.\n", "utf-8")
    with Library(older) as library:
        assert library.index([older.parent / "sources"]).changed == ("sources/bridge.txt",)
        assert [row.figure.text for row in library.figures(source="bridge")] == ["2024"]
        assert library.find_source("bridge").author == "Ola Nord"
    check_whole(older)


def test_a_break_at_any_statement_leaves_it_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(dump(older))
    with closing(sqlite3.connect(older)) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
    steps = [list(migration()) for migration in schema.MIGRATIONS[version:]]
    for broken in range(sum(map(len, steps))):
        left = iter(range(broken + 1))

        def until(statements: list[str], left: Iterator[int] = left, broken: int = broken) -> Iterator[str]:
            for statement in statements:
                yield "NONSENSE" if next(left) == broken else statement

        following = tuple(lambda part=part, until=until: until(part) for part in steps)
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:version], *following))
        with pytest.raises(DatabaseError, match="NONSENSE"):
            Store(older)
        assert list(dump(older)) == before
    monkeypatch.undo()
    Store(older).close()
    check_whole(older)


def test_no_room_for_a_copy_leaves_it_larger_and_whole(older: Path) -> None:
    with closing(sqlite3.connect(older)) as opened:
        opened.execute("CREATE TABLE ballast (filling)")
        opened.execute("INSERT INTO ballast VALUES (randomblob(100000))")
        opened.commit()
    with closing(sqlite3.connect(older)) as reader, closing(Store(older)) as store:
        reader.execute("SELECT * FROM documents").fetchone()
        assert store.findings() == []
    check_whole(older)


@given(st.text(alphabet="ab \n\0é"), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9))))
def test_a_text_parted_is_joined_again(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(start, len(text)), min(start + size, len(text))) for start, size in places]
    gaps = compact.parted(text, spans)
    assert compact.joined(gaps, [(start, end, text[start:end]) for start, end in spans]) == text
