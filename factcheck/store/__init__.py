"""The SQLite file: the only room that touches it. Documents in, passages, figures and history out."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import DatabaseBusyError
from factcheck.models import (
    Check,
    Document,
    Figure,
    FigureRow,
    HistoryRow,
    Passage,
    Sentence,
    SignOff,
    SourceRow,
    Stance,
    Verdict,
)
from factcheck.store import compact, copies, frequent, ranking, rows, signoffs
from factcheck.store import late_json as json
from factcheck.store.connection import connect, not_made_yet, translated
from factcheck.values import dataclass

if TYPE_CHECKING:
    from factcheck.copies import Numbers

# `merging`, `integrity` and `factcheck.copies` are loaded where something is written or looked after: a check does not.

BULK_PATIENCE_SECONDS = 30.0
"""How long a run of indexing waits for another one: each holds the database for a batch at a time."""

CORRECTABLE = ("title", "author", "publisher", "published", "url", "label", "weight")
"""What a person may set about a document; it outlasts reading the file again."""

RECORDS = "jsonl"
"""The format of documents that are records of fields."""

# After a run that wrote at least this share of the sentences the full-text index is packed into one segment.
_WORTH_PACKING = 0.1
_WORTH_WRITING_ANEW = 0.5

# All those of a long document take more room than it.
_SENTENCES_AT_A_TIME = 1_000

_FILES_AT_A_TIME = 10_000
_FILES = "SELECT file, id FROM documents WHERE id > ? ORDER BY id LIMIT ?"

_INSERT_SENTENCE = (
    'INSERT INTO sentences (id, document_id, block_id, start, "end", line, text) VALUES (?, ?, ?, ?, ?, ?, ?)'
)
_INSERT_BLOCK = "INSERT INTO blocks (id, kind, heading, page, position, speaker) VALUES (?, ?, ?, ?, ?, ?)"

Correction = str | float | None


_NONE_GIVEN: Mapping[str, Any] = {}  # Any: of corrections as of fields


@dataclass(frozen=True, slots=True)
class Entry:
    """A document ready to be written: its sentences, each with its figures."""

    document: Document
    sentences: Sequence[tuple[Sentence, Sequence[Figure]]]
    corrections: Mapping[str, Correction] = _NONE_GIVEN
    fields: Mapping[str, str] = _NONE_GIVEN
    """The fields of a record that a person named, by what they hold: text, title and so on."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the database knows of a file: the hash of its bytes, the numbers of its documents, and what was set by hand.

    `corrections` are by the path of the document; `fields` are those of records, None where the file holds none.
    """

    sha256: str
    documents: tuple[int, ...]
    corrections: Mapping[str, Mapping[str, Correction]]
    fields: Mapping[str, str] | None = None


class Store:
    """An open database. Not for use by several threads at once; a process may open as many as it likes.

    With `create` a missing file is made; without `keep_empty` only when first something is written to it.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        writable: bool = True,
        patience: float | None = None,
        keep_empty: bool = True,
    ) -> None:
        self.path = path
        self._patience = patience
        self._is_made = not create or keep_empty or path.exists()
        if self._is_made:
            self._connection = connect(path, create=create, writable=writable, patience=patience)
        else:
            self._connection = not_made_yet(path)
        self._is_bulk = False
        self._vocabulary_ready = False
        self._written = 0

    def close(self) -> None:
        """Close the file; a store cannot be used after it."""
        self._connection.close()

    # --- writing ------------------------------------------------------------------------------------------

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Write much: with a write-ahead log while it lasts, so that readers need not wait, and packed at the end.

        At rest the database is one file in journal mode DELETE, which can be read from a folder that cannot be
        written. Where another process keeps it open the log stays until a later run ends alone.
        """
        self._is_bulk = True
        self._prepare_for_bulk()
        self._written = 0
        try:
            yield
            self.compare_copies()
            if self._is_worth_packing():
                self.pack()
                self._give_back_pages()
        finally:
            self._is_bulk = False
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
            self._pragma("synchronous = FULL")

    def _is_worth_packing(self) -> bool:
        """Tell whether a run has written so much that the index is packed at its end."""
        return bool(self._is_bulk and self._written and self._written >= _WORTH_PACKING * self.sentence_count())

    def _prepare_for_bulk(self) -> None:
        self._pragma(f"busy_timeout = {int(BULK_PATIENCE_SECONDS * 1000)}", "cache_size = -8192")
        self._pragma("journal_mode = WAL", "synchronous = NORMAL")

    def _make(self) -> None:
        """Make the file, where that has waited for something to write."""
        if self._is_made:
            return
        made = connect(self.path, create=True, writable=True, patience=self._patience)
        self._connection.close()
        self._connection, self._is_made, self._vocabulary_ready = made, True, False
        if self._is_bulk:
            self._prepare_for_bulk()

    def _give_back_pages(self) -> None:
        """Give pages that packing left empty back to the file system.

        A database that is mostly new is written anew, which fills its pages and takes a twentieth of its time.
        """
        is_new = self._written >= _WORTH_WRITING_ANEW * self.sentence_count()
        with translated(self.path), suppress(sqlite3.OperationalError):  # no room, or held: it is larger, and whole
            # `execute` would stop after the first page.
            self._connection.executescript("VACUUM" if is_new else "PRAGMA incremental_vacuum")

    def _pragma(self, *pragmas: str) -> None:
        with translated(self.path):
            for pragma in pragmas:
                with suppress(sqlite3.OperationalError):
                    self._connection.execute(f"PRAGMA {pragma}").fetchall()

    def pack(self, *, minimum: int = frequent.MIN_SENTENCES) -> None:
        """Merge the segments of the full-text index, and from so many sentences on list those of frequent words.

        Done after a run that wrote much; small runs are merged as they go.
        """
        from factcheck.store import merging

        self._prepare_vocabulary()
        with self._transaction():
            merging.merge(self._connection)
            frequent.pack(self._connection, minimum=minimum)

    @contextmanager
    def _transaction(self, *, check_pointers: bool = False) -> Iterator[None]:
        """Hold the database for writing; all of it happens or, where anything is raised, none.

        Pointers are not checked by SQLite where documents are written or removed; `compact` says why.
        """
        self._make()
        with translated(self.path):
            self._connection.execute(f"PRAGMA foreign_keys = {int(check_pointers)}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def write(self, files: Iterable[tuple[str, Sequence[Entry]]], now: datetime | None) -> None:
        """Write the documents of each file in place of those it held before, in one transaction."""
        from factcheck.store import merging

        with self._transaction():
            merging.put_off(self._connection, is_put_off=self._is_worth_packing())
            first = following = self._next_sentence()
            written: set[str] = set()
            numbers: dict[int, Numbers] = {}
            for file, entries in files:
                if file in written:  # its words must be known before they can be taken back
                    self._index_words(first)
                    first = following
                written.add(file)
                start, following = following, self._write_file(file, entries, now, following, numbers)
                self._written += following - start
            self._index_words(first)
            copies.compare(self._connection, numbers)

    def _index_words(self, first: int) -> None:
        """Put the words of the sentences from this number on into the full-text index."""
        self._connection.execute(
            "INSERT INTO sentences_fts (rowid, text) SELECT id, text FROM sentences WHERE id >= ? ORDER BY id", (first,)
        )

    def _write_file(
        self, file: str, entries: Sequence[Entry], now: datetime | None, first: int, numbers: dict[int, Numbers]
    ) -> int:
        """Write the documents of a file, their sentences numbered from `first`, and return the next number.

        Adds to `numbers` those by which copies of each document are found.
        """
        from factcheck.copies import numbered

        found = self._connection.execute("SELECT id, path, corrections FROM documents WHERE file = ?", (file,))
        before = {path: (number, corrections) for number, path, corrections in found.fetchall()}
        for entry in entries:
            number, corrections = before.pop(entry.document.path, (None, None))
            if number is not None:
                self._clear(number)
            kept = json.loads(corrections) if corrections else {}
            is_new, number = number is None, number or self._next("documents")
            cells = _document_cells(file, entry, kept | dict(entry.corrections), now)
            cells["gaps"] = self._write_sentences(number, entry, first)
            if entry.sentences:
                cells |= {"first_sentence": first, "last_sentence": first + len(entry.sentences) - 1}
            self._write_document(number, cells, is_new=is_new)
            copies.expect(self._connection, number)
            if len(entry.sentences) <= _SENTENCES_AT_A_TIME:
                numbers[number] = numbered(sentence.text for sentence, _ in entry.sentences)
            first += len(entry.sentences)
        for number, _ in before.values():
            self._clear(number)
            self._connection.execute("DELETE FROM documents WHERE id = ?", (number,))
        return first

    def _write_document(self, number: int, cells: Mapping[str, Correction], *, is_new: bool) -> None:
        """Write the row of a document, over the one of this number where it is not new."""
        if is_new:
            names = ", ".join(cells)
            self._connection.execute(
                f"INSERT INTO documents (id, {names}) VALUES (?{', ?' * len(cells)})", (number, *cells.values())
            )
        else:
            names = ", ".join(f"{name} = ?" for name in cells)
            self._connection.execute(f"UPDATE documents SET {names} WHERE id = ?", (*cells.values(), number))

    def _write_sentences(self, document: int, entry: Entry, first: int) -> str:
        """Write the sentences, numbered from `first`, with their blocks and figures, some at a time.

        Returns what of the document's text lies between them.
        """
        spans = array("q")
        block = first
        stands: tuple[str | int | None, ...] | None = None
        sentences = iter(entry.sentences)
        while part := list(islice(sentences, _SENTENCES_AT_A_TIME)):
            found, blocks = [], []
            for number, (s, _) in enumerate(part, first):
                before, stands = stands, (s.kind, s.heading, s.page, s.position, s.speaker)
                if stands != before:
                    block = number
                    blocks.append((block, *stands))
                found.append((number, document, block, s.start, s.end, s.line, s.text))
                spans.extend((s.start, s.end))
            self._connection.executemany(_INSERT_SENTENCE, found)
            self._connection.executemany(_INSERT_BLOCK, blocks)
            self._write_figures((row[0], figures) for row, (_, figures) in zip(found, part, strict=True))
            first += len(part)
        return compact.parted(entry.document.text, zip(spans[::2], spans[1::2], strict=True))

    def _write_figures(self, figures: Iterable[tuple[int, Sequence[Figure]]]) -> None:
        self._connection.executemany(
            _INSERT_FIGURE,
            (
                (sentence, place, *rows.figure_row(figure))
                for sentence, found in figures
                for place, figure in enumerate(found)
            ),
        )

    def _next_sentence(self) -> int:
        """Return the number of the next sentence, which no list of a frequent word may know yet."""
        return max(self._next("sentences"), frequent.packed_until(self._connection) + 1)

    def _next(self, table: str) -> int:
        (highest,) = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        return (highest or 0) + 1

    def _clear(self, document: int) -> None:
        """Delete a document's sentences with their figures and their words in the full-text index."""
        (sentences,) = self._connection.execute(
            "SELECT first_sentence, last_sentence FROM documents WHERE id = ?", (document,)
        ).fetchall()
        copies.forget(self._connection, document)
        frequent.note_removal(self._connection, *sentences)
        self._connection.execute(
            "INSERT INTO sentences_fts (sentences_fts, rowid, text) "
            "SELECT 'delete', id, text FROM sentences WHERE id BETWEEN ? AND ?",
            sentences,
        )
        for table, column in (("figures", "sentence_id"), ("blocks", "id"), ("sentences", "id")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} BETWEEN ? AND ?", sentences)

    def remove(self, documents: Iterable[int]) -> None:
        """Delete documents with all that belongs to them, in one transaction; history stays."""
        with self._transaction():
            for document in documents:
                self._clear(document)
                self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))
            copies.compare(self._connection)

    def compare_copies(self, *, anew: bool = False) -> None:
        """Look at the documents that have not been compared yet, or `anew` at all, for copies of one another."""
        if anew:
            with self._transaction():
                copies.expect_all(self._connection)
        with translated(self.path):
            while copies.are_expected(self._connection):
                with self._transaction():
                    copies.compare(self._connection)

    def correct(
        self, document: int, corrections: Mapping[str, Correction], figures: Iterable[tuple[int, Sequence[Figure]]] = ()
    ) -> None:
        """Set what a person knows better; `figures` replace those of the sentences named, where a date changed them."""
        with self._transaction():
            (kept,) = self._connection.execute("SELECT corrections FROM documents WHERE id = ?", (document,)).fetchone()
            together = (json.loads(kept) if kept else {}) | dict(corrections)
            cells = dict(corrections) | {"corrections": json.dumps(together, ensure_ascii=False)}
            if "published" in corrections:
                cells["published_from"] = "set by hand"
            names = ", ".join(f"{name} = ?" for name in cells)
            self._connection.execute(f"UPDATE documents SET {names} WHERE id = ?", (*cells.values(), document))
            replaced = list(figures)
            self._connection.executemany(
                "DELETE FROM figures WHERE sentence_id = ?", ((sentence,) for sentence, _ in replaced)
            )
            self._write_figures(replaced)

    # --- health -------------------------------------------------------------------------------------------

    def findings(self) -> list[str]:
        """Return what is wrong with the file; nothing where it is whole."""
        from factcheck.store import integrity

        with translated(self.path):
            return integrity.findings(self._connection)

    # --- documents ----------------------------------------------------------------------------------------

    def known(self, file: str) -> Known | None:
        """Return what is known of a file, None where it has not been indexed."""
        found = self._all(
            "SELECT id, sha256, path, corrections, fields, format FROM documents WHERE file = ? ORDER BY id", (file,)
        )
        if not found:
            return None
        corrections = {path: json.loads(kept) for _, _, path, kept, *_ in found if kept}
        fields = [json.loads(named or "{}") for *_, named, form in found if form == RECORDS]
        return Known(found[0][1], tuple(number for number, *_ in found), corrections, fields[0] if fields else None)

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield each document's file and number, some at a time."""
        last = 0
        while found := self._all(_FILES, (last, _FILES_AT_A_TIME)):
            yield from ((file, number) for file, number in found)
            last = found[-1][1]

    def files_with(self, hashes: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the files whose bytes have one of these hashes, each with its hash."""
        wanted = list(hashes)
        if wanted:
            sql = "SELECT file, sha256 FROM documents WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY id"
            yield from ((file, hash_) for file, hash_ in self._all(sql, (json.dumps(wanted),)))

    def documents(self, number: int | None = None) -> list[SourceRow]:
        """Return all documents as listed, or the one with this number."""
        where, given = ("", ()) if number is None else (" WHERE id = ?", (number,))
        found = self._all(f"SELECT {rows.LISTING_COLUMNS} FROM documents{where} ORDER BY id", given)
        counts = self._figure_counts(number)
        with translated(self.path):
            groups = copies.groups(self._connection, number)
        return [rows.listing_of(row, counts.get(row[0], 0), groups.get(row[0])) for row in found]

    def _figure_counts(self, number: int | None) -> dict[int, int]:
        """Return how many figures each document has, or the one of this number."""
        where, given = ("", ()) if number is None else (" WHERE d.id = ?", (number,))
        found = self._all(
            "SELECT d.id, count(*) FROM documents d CROSS JOIN figures f "
            f"ON f.sentence_id BETWEEN d.first_sentence AND d.last_sentence{where} GROUP BY d.id",
            given,
        )
        return {document: count for document, count in found}  # noqa: C416 (rows are no pairs to the type checker)

    def text(self, document: int) -> str:
        """Return a document's text as it was extracted."""
        with self._snapshot():
            gaps: str = self._all("SELECT gaps FROM documents WHERE id = ?", (document,))[0][0]
            sentences = self._all(f'SELECT s.start, s."end", s.text {_OF_DOCUMENT}', (document,))
        return compact.joined(gaps, ((start, end, text) for start, end, text in sentences))

    def sentences(self, document: int) -> list[tuple[int, str]]:
        """Return the number and the text of each sentence of a document."""
        return [(number, text) for number, text in self._all(f"SELECT s.id, s.text {_OF_DOCUMENT}", (document,))]

    def placed(self, document: int) -> Iterator[Sentence]:
        """Yield the sentences of a document with where each stands, some at a time."""
        last = 0
        while found := self._all(_PLACED, (document, last, _SENTENCES_AT_A_TIME)):
            for number, text, start, end, line, kind, heading, page, position, speaker in found:
                yield Sentence(text, start, end, line, kind, heading, page, position, speaker)
                last = number

    def documents_named(self, name: str) -> list[int]:
        """Return the documents whose number, path or title this is, or whose path or title holds it."""
        if name.isascii() and name.isdigit():
            return [number for (number,) in self._all("SELECT id FROM documents WHERE id = ?", (int(name[:18]),))]
        exact = self._all("SELECT id FROM documents WHERE path = ? OR title = ? ORDER BY id", (name, name))
        like = "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        found = exact or self._all(
            "SELECT id FROM documents WHERE path LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\' ORDER BY id",
            (like, like),
        )
        return [number for (number,) in found]

    def sentence_count(self) -> int:
        """Return about how many sentences there are: the highest number, found without counting."""
        (highest,) = self._all("SELECT max(id) FROM sentences")[0]
        return highest or 0

    # --- searching ----------------------------------------------------------------------------------------

    def match(
        self,
        terms: Sequence[str],
        *,
        limit: int,
        documents: Sequence[int] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Passage]:
        """Return the sentences that hold any of the terms, best first by bm25, then in the order of the sources.

        Terms are data, never query syntax. A document without a date is outside every span of time.
        """
        where, given = _narrowed(documents, since, until)
        found = self._match_packed(terms, limit, where, given)
        if found is not None:
            return found
        ranked = "SELECT rowid AS sentence, rank FROM sentences_fts WHERE sentences_fts MATCH ?"
        query = " OR ".join(map(_quoted, terms))
        if where:
            sql = f"{_PASSAGES.format(ranked=ranked)} WHERE {where} ORDER BY f.rank, s.id LIMIT ?"
            return _passages(self._all(sql, [query, *given, limit]))
        sql = f"{_PASSAGES.format(ranked=f'{ranked} ORDER BY rank, rowid LIMIT ?')} ORDER BY f.rank, s.id"
        return _passages(self._all(sql, [query, limit]))

    def _match_packed(self, terms: Sequence[str], limit: int, where: str, given: Sequence[str]) -> list[Passage] | None:
        """Return what `match` does, found by way of the lists of frequent words; None where they do not help."""
        with translated(self.path):
            if not frequent.packed_until(self._connection):
                return None
        self._prepare_vocabulary()
        with self._snapshot():
            within = self._runs_of_sentences(where, given) if where else None
            ranked = ranking.best(self._connection, list(map(_quoted, terms)), limit=limit, within=within)
            if ranked is None:
                return None
            listed = "SELECT value AS sentence, key AS rank FROM json_each(?)"
            sql = f"{_PASSAGES.format(ranked=listed)} WHERE {where or 'true'} ORDER BY f.rank"
            found = self._all(sql, [json.dumps([number for number, _ in ranked]), *given])
        scores = dict(ranked)
        return _passages((number, text, -scores[number], *rest) for number, text, _, *rest in found)

    def _runs_of_sentences(self, where: str, given: Sequence[str]) -> list[tuple[int, int]]:
        """Return the first and last numbers of the sentences of each document that passes."""
        found = self._all(
            "SELECT d.first_sentence, d.last_sentence FROM documents d "
            f"WHERE d.last_sentence IS NOT NULL AND {where} ORDER BY d.id",
            given,
        )
        return [(first, last) for first, last in found]

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Read the database as it is now throughout, whatever others write."""
        with translated(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def has_term(self, term: str) -> bool:
        """Tell whether any sentence holds the term, in whatever inflection the index undoes."""
        return bool(self._all("SELECT 1 FROM sentences_fts WHERE sentences_fts MATCH ? LIMIT 1", (_quoted(term),)))

    def stems(self, word: str) -> list[str]:
        """Return a word as the index writes it: without accents and without its ending."""
        self._prepare_vocabulary()
        with translated(self.path):
            self._connection.execute("INSERT INTO temp.stems (stems) VALUES ('delete-all')")
            self._connection.execute("INSERT INTO temp.stems (rowid, word) VALUES (1, ?)", (word,))
        return [term for (term,) in self._all("SELECT term FROM temp.stemmed ORDER BY offset")]

    def vocabulary(self, start: str, lengths: range) -> list[tuple[str, int]]:
        """Return the index's terms that start so and are of these lengths, each with how many sentences hold it."""
        self._prepare_vocabulary()
        return [
            (term, count)
            for term, count in self._all(
                "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
                (start, start + "\U0010ffff", lengths.start, lengths.stop - 1),
            )
        ]

    def _prepare_vocabulary(self) -> None:
        """Make the views of the index's terms; they are temporary, so that a read-only database has them too."""
        if self._vocabulary_ready:
            return
        with translated(self.path):
            for statement in (
                "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, sentences_fts, row)",
                "CREATE VIRTUAL TABLE temp.stems USING fts5(word, content='', tokenize='porter unicode61')",
                "CREATE VIRTUAL TABLE temp.stemmed USING fts5vocab(temp, stems, instance)",
            ):
                self._connection.execute(statement)
        self._vocabulary_ready = True

    # --- figures ------------------------------------------------------------------------------------------

    def figures(
        self,
        *,
        kinds: Sequence[str] = (),
        unit: str | None = None,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        documents: Sequence[int] | None = None,
        text: str | None = None,
    ) -> Iterator[FigureRow]:
        """Yield figures in the order of the sentences; a range is within limits that it touches."""
        tests: list[tuple[str, str | float]] = []
        if kinds:
            tests.append(("f.kind IN (SELECT value FROM json_each(?))", json.dumps(list(kinds))))
        if unit is not None:
            tests.append(("f.unit = ? COLLATE NOCASE", unit))
        if minimum is not None:
            tests.append(("coalesce(f.number_high, f.number) >= ?", float(minimum)))
        if maximum is not None:
            tests.append(("f.number <= ?", float(maximum)))
        if text is not None:
            tests.append(("instr(lower(s.text), lower(?)) > 0", text))
        columns = ", ".join(f'f."{name}"' for name in rows.FIGURE_COLUMNS)
        width = len(rows.FIGURE_COLUMNS)
        tables = "figures f JOIN sentences s ON s.id = f.sentence_id JOIN documents d ON d.id = s.document_id"
        if documents is not None:
            tables = (
                "documents d CROSS JOIN figures f ON f.sentence_id BETWEEN d.first_sentence AND d.last_sentence "
                "JOIN sentences s ON s.id = f.sentence_id"
            )
            tests.append(("d.id IN (SELECT value FROM json_each(?))", json.dumps(list(documents))))
        where = " WHERE " + " AND ".join(test for test, _ in tests) if tests else ""
        with translated(self.path):
            for text_, *cells in self._connection.execute(
                f"SELECT s.text, {columns}, {rows.SOURCE_COLUMNS} FROM {tables} JOIN blocks b ON b.id = s.block_id"
                f"{where} ORDER BY f.sentence_id, f.place",
                [value for _, value in tests],
            ):
                yield FigureRow(rows.figure_of(cells[:width]), text_, rows.source_of(cells[width:]))

    def has_word(self, word: str) -> bool:
        """Tell whether any sentence has the word as written, or in small letters."""
        return bool(
            self._all(
                "SELECT 1 FROM sentences_fts f JOIN sentences s ON s.id = f.rowid WHERE sentences_fts MATCH ? "
                "AND (instr(s.text, ?) OR instr(lower(s.text), lower(?))) LIMIT 1",
                (_quoted(word), word, word),
            )
        )

    def sentences_before(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the sentences of a document that stand before one, the nearest first; headings left out."""
        found = self._all(
            "SELECT s.text FROM sentences s JOIN blocks b ON b.id = s.block_id WHERE s.document_id = ? AND s.id < ? "
            "AND b.kind NOT IN ('heading', 'row') ORDER BY s.id DESC LIMIT ?",
            (document, sentence, most),
        )
        return [text for (text,) in found]

    def sentences_after(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the sentences of a document that stand behind one, the nearest first; headings left out."""
        found = self._all(
            "SELECT s.text FROM sentences s JOIN blocks b ON b.id = s.block_id WHERE s.document_id = ? AND s.id > ? "
            "AND b.kind NOT IN ('heading', 'row') ORDER BY s.id LIMIT ?",
            (document, sentence, most),
        )
        return [text for (text,) in found]

    # --- sign-offs ----------------------------------------------------------------------------------------

    def sign_off(self, items: Iterable[SignOff]) -> None:
        """Add to the ledger of sign-offs."""
        with self._transaction(check_pointers=True):
            for item in items:
                signoffs.write(self._connection, item)

    def signoffs(self) -> list[SignOff]:
        """Return all sign-offs, the oldest first, those taken back among them."""
        with translated(self.path):
            return signoffs.read(self._connection)

    def withdraw_signoff(self, number: int, now: datetime) -> bool:
        """Mark a sign-off as taken back and tell whether there was one that had not been."""
        with self._transaction():
            return signoffs.withdraw(self._connection, number, now)

    def move_signoffs(self, numbers: Iterable[int], path: str) -> None:
        """Keep where the draft of these sign-offs lies now."""
        with self._transaction():
            for number in numbers:
                signoffs.move(self._connection, number, path)

    # --- history ------------------------------------------------------------------------------------------

    def record(self, check: Check, now: datetime) -> None:
        """Keep a check with a copy of the evidence for and against it."""
        with self._transaction(check_pointers=True):
            self._connection.execute("INSERT OR IGNORE INTO claims (text) VALUES (?)", (check.claim,))
            cursor = self._connection.execute(
                "INSERT INTO checks (claim_id, checked, claim_date, verdict, confidence, reasons) "
                "SELECT id, ?, ?, ?, ?, ? FROM claims WHERE text = ?",
                (
                    now.isoformat(timespec="seconds"),
                    check.claim_date.isoformat() if check.claim_date else None,
                    check.verdict.value,
                    check.confidence,
                    json.dumps(check.reasons, ensure_ascii=False),
                    check.claim,
                ),
            )
            self._record_evidence(cursor.lastrowid or 0, check)

    def _record_evidence(self, check_id: int, check: Check) -> None:
        first = self._next("evidence")
        telling = [item for item in check.evidence if item.judgement.stance is not Stance.NEUTRAL]
        numbers: dict[int, int] = {}
        for number, item in enumerate(telling, first):
            numbers.setdefault(item.passage.sentence, number)
        self._connection.executemany(
            "INSERT INTO evidence (id, check_id, stance, score, decided_by, text, context, source, comparisons, "
            "reasons, assertion, repeats) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    number,
                    check_id,
                    item.judgement.stance.value,
                    item.judgement.score,
                    item.judgement.decided_by.value,
                    item.passage.text,
                    item.passage.context,
                    rows.source_json(item.passage.source),
                    rows.comparisons_json(item.judgement.comparisons),
                    json.dumps(item.judgement.reasons, ensure_ascii=False),
                    item.assertion,
                    numbers.get(item.repeats) if item.repeats is not None else None,
                )
                for number, item in enumerate(telling, first)
            ),
        )

    def history(self) -> list[HistoryRow]:
        """Return the last check of each claim, in the order in which the claims were first checked."""
        return [
            HistoryRow(
                claim=claim,
                verdict=Verdict(verdict),
                confidence=confidence,
                checked=rows.moment(checked) or datetime.min,
                check=number,
                claim_date=rows.day(claim_date),
                passage=passage,
                source=rows.source_from_json(source) if source else None,
            )
            for claim, number, checked, claim_date, verdict, confidence, passage, source in self._all(
                "SELECT c.text, k.id, k.checked, k.claim_date, k.verdict, k.confidence, e.text, e.source FROM claims c "
                "JOIN checks k ON k.id = (SELECT max(id) FROM checks WHERE claim_id = c.id) "
                "LEFT JOIN evidence e ON e.id = "
                "(SELECT min(id) FROM evidence WHERE check_id = k.id) ORDER BY c.id"
            )
        ]

    def clear_history(self) -> int:
        """Delete all that was recorded of checks and return how many claims that were."""
        with self._transaction(check_pointers=True):
            (count,) = self._connection.execute("SELECT count(*) FROM claims").fetchone()
            for table in ("evidence", "checks", "claims"):
                self._connection.execute(f"DELETE FROM {table}")
        claims: int = count
        return claims

    def _all(self, sql: str, given: Sequence[str | int | float] = ()) -> list[rows.Row]:
        with translated(self.path):
            return self._connection.execute(sql, given).fetchall()


def mend(path: Path) -> None:
    """Make a damaged database anew from what is stored in it; raises DatabaseError where that cannot be read.

    No store may have it open in this process. The damaged file stays as it is until all has been read, and where
    another process has written to it meanwhile: then DatabaseBusyError is raised and nothing of that is lost.
    """
    from factcheck.store import integrity

    copy = path.with_name(f"{path.name}.mending")
    _forget(copy)
    try:
        with closing(integrity.watched(path)) as watching:
            before = integrity.data_version(watching)
            integrity.copied(path, copy)
            with closing(Store(copy)) as made:
                made.compare_copies(anew=True)
                made.pack()
            if integrity.data_version(watching) != before:
                raise DatabaseBusyError(
                    f"another process wrote to {path} while it was being mended", "run factcheck doctor again"
                )
        integrity.put_back(copy, path)
    finally:
        _forget(copy)


def _forget(copy: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)


_OF_DOCUMENT = (
    "FROM documents d CROSS JOIN sentences s ON s.id BETWEEN d.first_sentence AND d.last_sentence "
    "WHERE d.id = ? ORDER BY s.id"
)

_PLACED = (
    'SELECT s.id, s.text, s.start, s."end", s.line, b.kind, b.heading, b.page, b.position, b.speaker FROM documents d '
    "CROSS JOIN sentences s ON s.id BETWEEN d.first_sentence AND d.last_sentence JOIN blocks b ON b.id = s.block_id "
    "WHERE d.id = ? AND s.id > ? ORDER BY s.id LIMIT ?"
)

_INSERT_FIGURE = (
    "INSERT INTO figures (sentence_id, place, "
    + ", ".join(f'"{name}"' for name in rows.FIGURE_COLUMNS)
    + f") VALUES (?, ?{', ?' * len(rows.FIGURE_COLUMNS)})"
)

_PASSAGES = (
    "SELECT s.id, s.text, f.rank, (SELECT o.text FROM blocks b CROSS JOIN sentences o ON o.id = b.id WHERE "
    "b.id BETWEEN d.first_sentence AND d.last_sentence AND b.kind NOT IN ('heading', 'row') ORDER BY b.id LIMIT 1), "
    f"before.text, {rows.SOURCE_COLUMNS} FROM ({{ranked}}) f "
    "JOIN sentences s ON s.id = f.sentence JOIN documents d ON d.id = s.document_id JOIN blocks b ON b.id = s.block_id "
    "LEFT JOIN sentences before ON before.id = s.id - 1 AND before.document_id = s.document_id "
    "AND (SELECT kind FROM blocks WHERE id = before.block_id) NOT IN ('heading', 'row')"
)


def _passages(found: Iterable[rows.Row]) -> list[Passage]:
    return [
        rows.passage_of(number, text, -rank, opening, before, source)
        for number, text, rank, opening, before, *source in found
    ]


def _narrowed(documents: Sequence[int] | None, since: date | None, until: date | None) -> tuple[str, list[str]]:
    """Return the conditions that narrow the sources, joined with AND, and their values."""
    tests: list[tuple[str, str]] = []
    if documents is not None:
        tests.append(("d.id IN (SELECT value FROM json_each(?))", json.dumps(list(documents))))
    if since is not None:
        tests.append(("d.published >= ?", since.isoformat()))
    if until is not None:
        tests.append(("d.published <= ?", until.isoformat()))
    return " AND ".join(test for test, _ in tests), [value for _, value in tests]


def _quoted(term: str) -> str:
    """Return a term as a string of the full-text query language, in which nothing has a meaning of its own."""
    return '"' + term.replace("\x00", " ").replace('"', '""') + '"'


def _document_cells(
    file: str, entry: Entry, corrections: Mapping[str, Correction], now: datetime | None
) -> dict[str, Correction]:
    document = entry.document
    cells: dict[str, Correction] = {
        "path": document.path,
        "file": file,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "url": document.url,
        "language": document.language,
        "format": document.format,
        "sha256": document.sha256,
        "indexed": now.isoformat(timespec="seconds") if now else "",
        "label": None,
        "weight": 1.0,
        "first_sentence": None,
        "last_sentence": None,
        "notes": json.dumps(document.notes, ensure_ascii=False) if document.notes else None,
        "corrections": json.dumps(dict(corrections), ensure_ascii=False) if corrections else None,
        "fields": json.dumps(dict(entry.fields), ensure_ascii=False) if entry.fields else None,
    }
    if "published" in corrections:
        cells["published_from"] = "set by hand"
    return cells | dict(corrections)
