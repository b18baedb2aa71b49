"""Files -> documents with sentences and figures, ready to be written: the part of indexing that takes time.

It knows no database, so that it can be shared out to processes: the one that writes tells with each file what is
known of it.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from factcheck import ingest
from factcheck.crew import lasting
from factcheck.errors import SourceError
from factcheck.figures import extract_figures
from factcheck.ingest import Found, Options, Reading
from factcheck.ingest.worker import Reader
from factcheck.models import Document, Figure, Sentence
from factcheck.sentences import sentences_of
from factcheck.values import dataclass

SPOOLED_CHARACTERS = 2_000_000
"""A file with more text goes through the disk on its way to the database."""
SPOOLED_AT_A_TIME = 1_000
"""Sentences of such a file that are in memory at a time."""
TASKS_TO_SHARE_OUT = 200
"""With fewer files two processes are no quicker than one, which need not be started."""
TASKS_A_BATCH = 20
BATCH_BYTES = 500_000
"""A batch ends with the file that brings it to so many bytes."""
BYTES_AHEAD = 8_000_000
"""Files whose bytes are more together are not in work at the same time: what is read takes ten times as much."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, and what the database knows of it.

    `file` is the name it is stored under; `found` is None for `data` from standard input. With `known_sha256` a file
    of that hash is left alone. `set_by_hand` are the dates that a person gave, by the path of the document; that of
    "" goes for every one. `fields` are those of JSON Lines that a person named, now or before.
    """

    file: str
    found: Found | None
    data: bytes = b""
    known_sha256: str | None = None
    set_by_hand: Mapping[str, date | None] = {}
    fields: Mapping[str, str] = {}


Read = tuple[Sentence, list[Figure]]
"""A sentence with its figures."""


class Spooled(Sequence[tuple[Document, Sequence[Read]]]):
    """The documents of a large file with their sentences, kept on disk: in memory they take ten times their text."""

    def __init__(self, path: Path, documents: Iterable[tuple[Document, Iterator[Read]]]) -> None:
        self.path = path
        self._places = array("q")  # of each document: where it lies in the file, and its sentences; their figures
        with path.open("wb") as file:
            for document, sentences in documents:
                self._places.append(file.tell())
                pickle.dump(document, file, pickle.HIGHEST_PROTOCOL)
                self._places.extend((file.tell(), *_spool(sentences, file)))

    def __len__(self) -> int:
        return len(self._places) // 4

    def __iter__(self) -> Iterator[tuple[Document, Sequence[Read]]]:
        for at in range(0, len(self._places), 4):
            place, *of_sentences = self._places[at : at + 4]
            with self.path.open("rb") as file:
                file.seek(place)
                document = pickle.load(file)
            yield document, SpooledSentences(self.path, *of_sentences)

    def __getitem__(self, place: Any) -> Any:  # Any: a number or a slice, as of any sequence
        return list(self)[place]


def _spool(sentences: Iterator[Read], file: IO[bytes]) -> tuple[int, int]:
    """Write sentences some at a time, and return how many they are and how many figures they have."""
    count = figures = 0
    while part := list(islice(sentences, SPOOLED_AT_A_TIME)):
        pickle.dump(part, file, pickle.HIGHEST_PROTOCOL)
        count += len(part)
        figures += count_figures(part)
    return count, figures


class SpooledSentences(Sequence[Read]):
    """The sentences of one document on disk; only some of them are in memory at a time."""

    def __init__(self, path: Path, place: int, count: int, figures: int) -> None:
        self._path, self._place, self._count, self.figures = path, place, count, figures

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Read]:
        with self._path.open("rb") as file:
            file.seek(self._place)
            left = self._count
            while left:
                part: list[Read] = pickle.load(file)
                left -= len(part)
                yield from part

    def __getitem__(self, place: Any) -> Any:  # Any: a number or a slice, as of any sequence
        return list(self)[place]


def count_figures(sentences: Sequence[Read]) -> int:
    """Return how many figures some sentences have."""
    if isinstance(sentences, SpooledSentences):
        return sentences.figures
    return sum(len(figures) for _, figures in sentences)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file's documents ready to be written, each with its sentences; none where the file has not changed."""

    documents: Sequence[tuple[Document, Sequence[Read]]] = ()
    problems: tuple[ingest.Problem, ...] = ()

    def forget(self) -> None:
        """Remove what is kept on disk; to be called when all has been written."""
        if isinstance(self.documents, Spooled):
            self.documents.path.unlink()


Outcome = Prepared | SourceError


@dataclass(frozen=True, slots=True)
class _Preparing:
    """What a person said about reading, and the folder for what is large."""

    options: Options | None
    folder: Path


def prepared(
    tasks: Iterable[tuple[Task, int]], options: Options | None, folder: Path, *, jobs: int
) -> Generator[Outcome, None, None]:
    """Yield what came of each task, in the order of the tasks, which come with the size of each file in bytes.

    With several jobs and many tasks it is worked out by so many processes. A file whose reader ends its process is an
    error like others, and the rest goes on. What is large is kept in the folder until it is forgotten.
    """
    tasks, how = iter(tasks), _Preparing(options, folder)
    first = list(islice(tasks, TASKS_TO_SHARE_OUT if jobs > 1 else 0))
    if len(first) < TASKS_TO_SHARE_OUT:
        with Reader() as reader:
            yield from (_outcome(task, how, reader) for task, _ in chain(first, tasks))
        return
    batches = _batches(chain(first, tasks))
    yield from lasting(_make_preparer, (how,), batches, jobs=jobs, most=BYTES_AHEAD, lost=_lost)


def _batches(tasks: Iterable[tuple[Task, int]]) -> Iterator[tuple[list[Task], int]]:
    """Yield the tasks in batches, each with its size in bytes."""
    batch: list[Task] = []
    size = 0
    for task, bytes_ in tasks:
        batch.append(task)
        size += bytes_
        if len(batch) == TASKS_A_BATCH or size >= BATCH_BYTES:
            yield batch, size
            batch, size = [], 0
    if batch:
        yield batch, size


def _lost(task: Task, how: str) -> SourceError:
    name = task.found.name if task.found else task.file
    return SourceError(f"{name} could not be read: {how}", "index it alone, or leave it out with: --exclude")


def _make_preparer(how: _Preparing) -> Callable[[Sequence[Task]], list[Outcome]]:
    reader = Reader()
    return lambda tasks: [_outcome(task, how, reader) for task in tasks]


def _outcome(task: Task, how: _Preparing, reader: Reader) -> Outcome:
    try:
        return _prepare(task, how, reader)
    except SourceError as error:
        error.__cause__ = error.__context__ = None  # may hold what cannot be sent
        return error


def _prepare(task: Task, how: _Preparing, reader: Reader) -> Prepared:
    options = (how.options or Options()).with_fields(task.fields)
    if task.found is None:
        if not task.data.strip():
            raise SourceError("standard input is empty", "pipe a text into it, or name a file")
        reading = reader.read_data(task.file, task.data, options)
    elif task.found.is_address:
        reading = reader.read(task.found, options)
    else:
        data = ingest.load(task.found)
        if ingest.digest(data) == task.known_sha256:
            return Prepared()
        reading = reader.read_data(task.found.name, data, options)
        del data
    if reading.documents[0].sha256 == task.known_sha256:
        return Prepared()
    documents = _documents(task, reading)
    if sum(len(document.text) for document in reading.documents) < SPOOLED_CHARACTERS:
        return Prepared(tuple((document, list(sentences)) for document, sentences in documents), reading.problems)
    name = ingest.digest(task.file.encode("utf-8", "surrogatepass"))
    return Prepared(Spooled(how.folder / name, documents), reading.problems)


def _documents(task: Task, reading: Reading) -> Iterator[tuple[Document, Iterator[Read]]]:
    given_name = len(task.found.name) if task.found else len(task.file)
    for document in reading.documents:
        stored = replace(document, path=task.file + document.path[given_name:])
        dates = task.set_by_hand
        published = dates.get("", dates.get(stored.path, stored.published))
        yield stored, read_sentences(stored, published)


def read_sentences(document: Document, published: date | None) -> Iterator[Read]:
    """Yield the sentences of a document, each with its figures read against the date."""
    return ((sentence, extract_figures(sentence.text, published)) for sentence in sentences_of(document))
