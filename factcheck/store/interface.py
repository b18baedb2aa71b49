"""What the other rooms ask of a store: a backend that answers these calls can stand where the SQLite file stands.

`retrieve` needs a `Searchable`, `indexing` a `Sources`, `Library` a `Backend`. `tests/test_backends.py` is the suite
that any of them has to pass; `docs/opensearch.md` says how the calls map onto a server. What a call promises:

- Numbers of documents and sentences are whole and positive, rise in the order of writing, and stay while the
  document stays; the sentences of a document have consecutive numbers.
- Terms and names are data, never query syntax.
- The same calls give the same answers in the same order; ties are broken by the number of the sentence.
- A write happens as a whole or not at all, and is seen by the next call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.models import Check, Figure, FigureRow, HistoryRow, Passage, Sentence, SignOff, SourceRow

if TYPE_CHECKING:
    from factcheck.store import Correction, Entry, Known


class Searchable(Protocol):
    """What finds the candidates of a claim: five calls."""

    def sentence_count(self) -> int:
        """Return about how many sentences there are, at no cost."""

    def has_term(self, term: str) -> bool:
        """Tell whether any sentence holds the term in any inflection; one of several words is a phrase."""

    def stems(self, word: str) -> list[str]:
        """Return a word as the index writes it: in small letters, without accents, without its ending."""

    def vocabulary(self, start: str, lengths: range) -> list[tuple[str, int]]:
        """Return the index's terms that start so and are of these lengths, each with how many sentences hold it."""

    def match(
        self,
        terms: Sequence[str],
        *,
        limit: int,
        documents: Sequence[int] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Passage]:
        """Return the sentences that hold any of the terms, best first by BM25 (k1 1.2, b 0.75), with their context.

        A document without a date is outside every span of time; an empty sequence of documents finds nothing.
        """


class Sources(Searchable, Protocol):
    """What holds the sources: documents go in with their sentences and figures, and are asked about."""

    path: Path
    """The names of files are relative to the folder that this lies in."""

    def bulk(self) -> AbstractContextManager[None]:
        """Return a context in which much is written: what slows single writes may wait for its end."""

    def write(self, files: Iterable[tuple[str, Sequence[Entry]]], now: datetime | None) -> None:
        """Write the documents of each file in place of those it held before.

        A document of the same path keeps its number and what was corrected by hand.
        """

    def remove(self, documents: Iterable[int]) -> None:
        """Delete documents with their sentences and figures; the history stays."""

    def correct(
        self, document: int, corrections: Mapping[str, Correction], figures: Iterable[tuple[int, Sequence[Figure]]] = ()
    ) -> None:
        """Set what a person knows better about a document, and replace the figures of the sentences named."""

    def known(self, file: str) -> Known | None:
        """Return what is known of a file, None where it has not been indexed."""

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield each document's file and number, in the order of the numbers."""

    def files_with(self, hashes: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield file and hash of the documents whose file has one of these hashes, in the order of the numbers."""

    def documents(self, number: int | None = None) -> list[SourceRow]:
        """Return all documents in the order of their numbers, or the one of this number."""

    def documents_named(self, name: str) -> list[int]:
        """Return the document of this number, else those whose path or title this is, else those that hold it."""

    def text(self, document: int) -> str:
        """Return a document's text as it was extracted."""

    def sentences(self, document: int) -> list[tuple[int, str]]:
        """Return the number and the text of each sentence of a document."""

    def placed(self, document: int) -> Iterator[Sentence]:
        """Yield the sentences of a document in their order, each with where it stands."""

    def sentences_before(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the sentences of a document that stand before one, the nearest first; headings and rows left out."""

    def sentences_after(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the sentences of a document that stand behind one, the nearest first; headings and rows left out."""

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
        """Yield the figures that pass every filter, in the order of the sentences and within each as written."""

    def has_word(self, word: str) -> bool:
        """Tell whether any sentence has the word as written, or in small letters."""


class Ledger(Protocol):
    """What people did: claims checked, and alerts of drafts signed off."""

    def record(self, check: Check, now: datetime) -> None:
        """Keep a check with a copy of the evidence for and against it."""

    def history(self) -> list[HistoryRow]:
        """Return the last check of each claim, in the order in which the claims were first checked."""

    def clear_history(self) -> int:
        """Forget all checks and return how many claims that were."""

    def sign_off(self, items: Iterable[SignOff]) -> None:
        """Add to the ledger of sign-offs."""

    def signoffs(self) -> list[SignOff]:
        """Return all sign-offs with their numbers, the oldest first, those taken back among them."""

    def withdraw_signoff(self, number: int, now: datetime) -> bool:
        """Mark a sign-off as taken back and tell whether there was one that had not been."""

    def move_signoffs(self, numbers: Iterable[int], path: str) -> None:
        """Keep where the draft of these sign-offs lies now."""


class Backend(Sources, Ledger, Protocol):
    """All that `Library` asks."""

    def findings(self) -> list[str]:
        """Return what is wrong with what is stored; nothing where it is whole."""

    def close(self) -> None:
        """End the use of the store."""
