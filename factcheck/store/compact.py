"""Schema 4: every text once, every heading once.

Before, a document's text was stored twice, in its row and sentence by sentence, and a heading with each sentence
below it: 4.5 times the text, with figures. Now a document keeps what lies between its sentences, and the numbers of
the first and the last of them, which needs no index; sentences point to the block they stand in; and a figure is known
by its sentence and its place there. Foreign keys say what belongs to what, but are not enforced while documents are
written or removed: without an index each document removed would be looked for in all sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factcheck.store import late_json as json

Span = tuple[int, int]


def parted(text: str, spans: Iterable[Span]) -> str:
    """Return what of a text lies outside the spans; with their texts `joined` makes the text again."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    return "".join(pieces)


def joined(between: str, sentences: Iterable[tuple[int, int, str]]) -> str:
    """Return the text that `parted` parted, from what lies between and the start, end and text of each sentence."""
    pieces: list[str] = []
    at = used = 0
    for start, end, sentence in sentences:
        gap = max(start - at, 0)
        pieces += between[used : used + gap], sentence[max(at - start, 0) :]
        used += gap
        at = max(at, end)
    pieces.append(between[used:])
    return "".join(pieces)


def _between(text: str, spans: str) -> str:
    return parted(text, json.loads(spans))


FUNCTIONS: tuple[tuple[str, int, Callable[[str, str], str]], ...] = (("text_between", 2, _between),)
"""SQL functions that the migration needs: name, how many arguments, and the function."""

_DOCUMENT_CELLS = (
    "id, path, file, title, author, publisher, published, published_from, url, language, format, sha256, indexed, "
    "label, weight, notes, corrections"
)
_FIGURE_CELLS = (
    '"text", "start", "end", "kind", "value", "value_high", "number", "number_high", "unit", "per", "bound", '
    '"hedge", "noun", "noun_phrase", "role", "doubt", "implied"'
)

# In double quotes sqlite-utils and Datasette see whose words these are, and search the table.
_FULL_TEXT = (
    "DROP TABLE sentences_fts",
    "CREATE VIRTUAL TABLE sentences_fts USING fts5 "
    '(text, content="sentences", content_rowid="id", tokenize="porter unicode61")',
    "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 8388608)",
    "INSERT INTO sentences_fts(sentences_fts) VALUES ('rebuild')",
)

# As sqlite-utils and Datasette show it: the text of each document, put together from its sentences.
_TEXTS = """
CREATE VIEW document_texts AS
SELECT d.id, d.path, d.title, coalesce((
  SELECT group_concat(substr(d.gaps, p.start - p.gap - p.before + 1, p.gap) || p.text, '') FROM (
    SELECT start, text, start - lag("end", 1, 0) OVER (ORDER BY id) AS gap,
      coalesce(sum("end" - start) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM sentences WHERE id BETWEEN d.first_sentence AND d.last_sentence ORDER BY id) p), '')
  || substr(d.gaps, 1 + coalesce((
    SELECT max("end") - sum("end" - start) FROM sentences
    WHERE id BETWEEN d.first_sentence AND d.last_sentence), 0)) AS text
FROM documents d
"""

# As they show it: each sentence with where it stands.
_PASSAGES = """
CREATE VIEW passages AS
SELECT s.id, d.path, d.title, d.published, b.heading, b.page, s.line, b.position, b.speaker, s.text
FROM sentences s JOIN documents d ON d.id = s.document_id JOIN blocks b ON b.id = s.block_id
"""


def schema() -> Iterator[str]:
    """Yield the statements that take a database of version 3 to version 4."""
    yield from _documents()
    yield from _sentences()
    yield from _figures()
    yield from _FULL_TEXT
    yield _TEXTS
    yield _PASSAGES


def _documents() -> Iterator[str]:
    yield (
        'CREATE TABLE "documents_compact" ("id" INTEGER PRIMARY KEY, "path" TEXT NOT NULL, "file" TEXT NOT NULL, '
        '"title" TEXT, "author" TEXT, "publisher" TEXT, "published" TEXT, "published_from" TEXT, "url" TEXT, '
        '"language" TEXT, "format" TEXT, "sha256" TEXT NOT NULL, "indexed" TEXT NOT NULL, "label" TEXT, '
        '"weight" FLOAT NOT NULL, "notes" TEXT, "corrections" TEXT, '
        '"first_sentence" INTEGER, "last_sentence" INTEGER, "gaps" TEXT NOT NULL)'
    )
    yield (
        f"INSERT INTO documents_compact SELECT {_DOCUMENT_CELLS}, "
        "(SELECT min(id) FROM sentences WHERE document_id = documents.id), "
        "(SELECT max(id) FROM sentences WHERE document_id = documents.id), text_between(text, ("
        'SELECT json_group_array(json_array(start, "end")) FROM '
        '(SELECT start, "end" FROM sentences WHERE document_id = documents.id ORDER BY id))) FROM documents ORDER BY id'
    )
    yield "DROP TABLE documents"
    yield "ALTER TABLE documents_compact RENAME TO documents"
    yield 'CREATE UNIQUE INDEX "idx_documents_path" ON "documents" ("path")'
    yield 'CREATE INDEX "idx_documents_file" ON "documents" ("file")'


def _sentences() -> Iterator[str]:
    # A block's number is that of its first sentence: rows that say the same as the one before belong to its block.
    yield (
        'CREATE TABLE "blocks" ("id" INTEGER PRIMARY KEY REFERENCES "sentences" ("id"), "kind" TEXT NOT NULL, '
        '"heading" TEXT, "page" INTEGER, "position" TEXT, "speaker" TEXT)'
    )
    yield (
        "INSERT INTO blocks SELECT s.id, coalesce(s.kind, 'paragraph'), s.heading, s.page, s.position, s.speaker "
        "FROM sentences s LEFT JOIN sentences b ON b.id = s.id - 1 AND b.document_id = s.document_id "
        "WHERE b.id IS NULL OR (s.kind, s.heading, s.page, s.position, s.speaker) "
        "IS NOT (b.kind, b.heading, b.page, b.position, b.speaker) ORDER BY s.id"
    )
    yield (
        'CREATE TABLE "sentences_compact" ("id" INTEGER PRIMARY KEY, '
        '"document_id" INTEGER NOT NULL REFERENCES "documents" ("id"), "block_id" INTEGER NOT NULL, '
        '"start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "line" INTEGER NOT NULL, "text" TEXT NOT NULL)'
    )
    yield (
        "INSERT INTO sentences_compact SELECT id, document_id, (SELECT max(id) FROM blocks WHERE id <= s.id), "
        'start, "end", line, text FROM sentences s ORDER BY id'
    )
    yield "DROP TABLE sentences"
    yield "ALTER TABLE sentences_compact RENAME TO sentences"


def _figures() -> Iterator[str]:
    yield (
        'CREATE TABLE "figures_compact" ("sentence_id" INTEGER NOT NULL REFERENCES "sentences" ("id"), '
        '"place" INTEGER NOT NULL, "text" TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, '
        '"kind" TEXT NOT NULL, "value" TEXT, "value_high" TEXT, "number" FLOAT, "number_high" FLOAT, "unit" TEXT, '
        '"per" TEXT, "bound" TEXT, "hedge" TEXT, "noun" TEXT, "noun_phrase" TEXT, "role" TEXT, "doubt" TEXT, '
        '"implied" INTEGER, PRIMARY KEY ("sentence_id", "place")) WITHOUT ROWID'
    )
    yield (
        f'INSERT INTO figures_compact ("sentence_id", "place", {_FIGURE_CELLS}) SELECT sentence_id, '
        f"row_number() OVER (PARTITION BY sentence_id ORDER BY id) - 1, {_FIGURE_CELLS} FROM figures "
        "ORDER BY sentence_id, id"
    )
    yield "DROP TABLE figures"
    yield "ALTER TABLE figures_compact RENAME TO figures"
