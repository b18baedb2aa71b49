"""Drafts and the library: a draft is read, checked against every source but itself, and signed off."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import SourceError
from factcheck.ingest.sources import display_name, is_address
from factcheck.models import Check, Document, Passage, SignOff
from factcheck.proofread import Draft, Proof, proofread_draft, read_draft
from factcheck.proofread.ignores import find_ignores
from factcheck.proofread.ledger import Ledger, fingerprint, of_draft
from factcheck.proofread.run import Judged, judge_of

if TYPE_CHECKING:
    from factcheck.ingest import Options, Reading
    from factcheck.library import Library
    from factcheck.proofread.run import Progress


CANDIDATES = 12
"""How many passages a sentence is judged by: a draft has a thousand sentences, and its sources stand near the top."""


SENTENCES_TO_SHARE_OUT = 32
"""From so many sentences on the processes that share them save more time than they take to start."""


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


def read_draft_file(path: str | os.PathLike[str], options: Options | None = None) -> Document:
    """Return the one document of a draft's file; raises SourceError where there is none, or more than one.

    `options` say how an address is fetched.
    """
    from factcheck.ingest.worker import Reader

    with Reader() as reader:
        return _one_document(os.fspath(path), reader.read(path, options))


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
    jobs: int = 1,
) -> Proof:
    """Return the proof of a draft against the library's sources; the draft itself is never one of them.

    With more than one job its sentences are shared out to so many processes, unless they are few.
    """
    draft = read_draft(document, published)
    without = itself(library, document)
    sources = LibrarySources(library, draft.published, without)

    def shared(numbers: Sequence[int]) -> Iterable[Judged]:
        from factcheck.crew import shared_out

        given = (type(library), library.path, document, published, without)
        return shared_out(_make_judge, given, numbers, jobs=jobs if len(numbers) >= SENTENCES_TO_SHARE_OUT else 1)

    return proofread_draft(
        draft,
        sources,
        ledger=ledger_of(library, draft),
        lines=lines,
        progress=progress,
        against=shared if jobs > 1 else None,
    )


def _make_judge(
    opened: type[Library], database: Path, document: Document, published: date | None, without: Sequence[int]
) -> Callable[[int], Judged]:
    """Return what judges one sentence after the other, in a process of its own."""
    draft = read_draft(document, published)
    return judge_of(draft, LibrarySources(opened(database, writable=False), draft.published, without))


def itself(library: Library, document: Document) -> list[int]:
    """Return the sources that are the draft itself, as it is now or as it was when it was indexed."""
    key = draft_key(document.path, library.path)
    return [row.document for row in library.sources() if row.sha256 == document.sha256 or row.path == key]


# --- sign-offs --------------------------------------------------------------------------------------------


def draft_key(path: str, database: Path) -> str:
    """Return the name that a draft has in the ledger: relative to the database's folder where it lies below that."""
    if is_address(path):
        return path
    place = Path(path).parent.resolve() / Path(path).name
    folder = database.parent.resolve()
    return display_name(place.relative_to(folder) if place.is_relative_to(folder) else place)


def ledger_of(library: Library, draft: Draft) -> Ledger:
    """Return the sign-offs that are a draft's, wherever it lay when they were made."""
    folder = library.path.parent
    sentences = _fingerprints(draft)
    key = draft_key(draft.path, library.path)
    return Ledger(of_draft(library.signoffs(), key, sentences, lambda path: (folder / path).exists()), sentences)


def _fingerprints(draft: Draft) -> frozenset[str]:
    """Return the fingerprints of all that can be signed off in a draft: its sentences and its ignore comments."""
    comments = (draft.text[ignore.start : ignore.end] for ignore in find_ignores(draft))
    return frozenset(fingerprint(text) for text in (*(sentence.text for sentence in draft.sentences), *comments))


def keep(library: Library, draft: Draft, items: Sequence[SignOff]) -> None:
    """Add sign-offs of a draft to the ledger; what was signed before the draft was moved moves with it."""
    library.move_signoffs(ledger_of(library, draft).items, draft_key(draft.path, library.path))
    library.sign_off(items)


def standings(library: Library, items: Sequence[SignOff]) -> Iterator[str]:
    """Yield of each sign-off whether it still holds: "holds", or what became of its draft, sentence or source."""

    @cache
    def sentences(path: Path) -> frozenset[str] | None:
        try:
            draft = read_draft(read_draft_file(path))
        except SourceError:
            return None
        return _fingerprints(draft)

    @cache
    def passages(path: str) -> frozenset[str]:
        documents = [row.document for row in library.sources() if row.path == path]
        return frozenset(fingerprint(text) for number in documents for text in library.sentences(number))

    for item in items:
        yield _standing(item, sentences(library.path.parent / (item.path or item.draft)), passages)


def _standing(item: SignOff, sentences: Collection[str] | None, passages: Callable[[str], Collection[str]]) -> str:
    if item.withdrawn is not None:
        return f"taken back on {item.withdrawn.date().isoformat()}"
    if sentences is None:
        return "the draft is no longer there"
    if item.sentence not in sentences:
        return "lapsed: the sentence has changed"
    if item.passage and item.passage not in passages(item.source.rpartition(":")[0]):
        return "lapsed: the source passage has changed"
    return "holds"
