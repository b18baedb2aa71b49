"""Drafts and the library: a draft is read, checked against every source but itself, and signed off."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.errors import SourceError
from factcheck.models import Check, Document, Passage
from factcheck.proofread import Proof, proofread_draft, read_draft
from factcheck.proofread.ledger import file_name

if TYPE_CHECKING:
    from factcheck.ingest import Reading
    from factcheck.library import Library
    from factcheck.proofread.run import Progress


CANDIDATES = 12
"""How many passages a sentence is judged by: a draft has a thousand sentences, and its sources stand near the top."""


class LibrarySources:
    """The sources of a library as the proofreader asks for them, those in `without` left out."""

    def __init__(self, library: Library, claim_date: date | None, without: Collection[int] = ()) -> None:
        self._library = library
        self._claim_date = claim_date
        self._others: list[int] | None = None
        if without:
            self._others = [row.document for row in library.sources() if row.document not in without]
        self._text = lru_cache(maxsize=64)(library.text)
        self._has_word = lru_cache(maxsize=4096)(library.has_word)

    def check(self, claim: str) -> Check:
        """Return the verdict on a claim."""
        return self._library.check(claim, claim_date=self._claim_date, documents=self._others, candidates=CANDIDATES)

    def search(self, words: str, limit: int) -> Sequence[Passage]:
        """Return the passages that share words with a text, best first; none for a text without words."""
        if not any(character.isalnum() for character in words):
            return ()
        return self._library.search(words, limit=limit, documents=self._others)

    def text(self, document: int) -> str:
        """Return the text of a document."""
        return self._text(document)

    def has_word(self, word: str) -> bool:
        """Tell whether any source has the word, in any inflection."""
        return self._has_word(word)


def read_draft_file(path: str | os.PathLike[str]) -> Document:
    """Return the one document of a draft's file; raises SourceError where there is none, or more than one."""
    from factcheck.ingest.worker import Reader

    with Reader() as reader:
        return _one_document(os.fspath(path), reader.read(path))


def read_draft_bytes(name: str, data: bytes) -> Document:
    """Return the one document of a draft's bytes; the ending of the name tells their format."""
    from factcheck.ingest.worker import Reader

    with Reader() as reader:
        return _one_document(name, reader.read_data(name, data))


def _one_document(name: str, reading: Reading) -> Document:
    from factcheck.ingest import with_notes

    documents = with_notes(reading)
    if len(documents) != 1:
        raise SourceError(f"{name} holds {len(documents)} texts, not one draft", "take the draft out of it")
    return documents[0]


def proofread_document(
    library: Library,
    document: Document,
    *,
    published: date | None = None,
    lines: Collection[int] | None = None,
    progress: Progress | None = None,
) -> Proof:
    """Return the proof of a draft against the library's sources; the draft itself is never one of them."""
    draft = read_draft(document, published)
    without = [row.document for row in library.sources() if row.sha256 == document.sha256 or row.path == document.path]
    sources = LibrarySources(library, draft.published, without)
    signoffs = library.signoffs(file_name(document.path))
    return proofread_draft(draft, sources, signoffs=signoffs, lines=lines, progress=progress)
