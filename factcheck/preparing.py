"""Files -> documents with sentences and figures, ready to be written: the part of indexing that takes time.

It knows no database, so that it can be shared out to processes: the one that writes tells with each file what is
known of it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from factcheck import ingest
from factcheck.crew import lasting
from factcheck.errors import SourceError
from factcheck.figures import extract_figures
from factcheck.ingest import Found, Options, Reading
from factcheck.ingest.worker import Reader
from factcheck.models import Document, Figure, Sentence
from factcheck.sentences import split_document
from factcheck.values import dataclass

SPOOLED_CHARACTERS = 2_000_000
"""A file with more text goes through the disk on its way to the database."""
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


Sentences = list[tuple[Sentence, list[Figure]]]


class Spooled(Sequence[tuple[Document, Sentences]]):
    """The documents of a large file with their sentences, kept on disk: in memory they take ten times their text."""

    def __init__(self, path: Path, documents: Iterable[tuple[Document, Sentences]]) -> None:
        self.path = path
        self._count = 0
        with path.open("wb") as file:
            for document in documents:
                pickle.dump(document, file, pickle.HIGHEST_PROTOCOL)
                self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[Document, Sentences]]:
        with self.path.open("rb") as file:
            for _ in range(self._count):
                yield pickle.load(file)

    def __getitem__(self, place: Any) -> Any:  # Any: a number or a slice, as of any sequence
        return list(self)[place]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file's documents ready to be written, each with its sentences; none where the file has not changed."""

    documents: Sequence[tuple[Document, Sentences]] = ()
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
    if reading.documents[0].sha256 == task.known_sha256:
        return Prepared()
    documents = _documents(task, reading)
    if sum(len(document.text) for document in reading.documents) < SPOOLED_CHARACTERS:
        return Prepared(tuple(documents), reading.problems)
    name = ingest.digest(task.file.encode("utf-8", "surrogatepass"))
    return Prepared(Spooled(how.folder / name, documents), reading.problems)


def _documents(task: Task, reading: Reading) -> Iterator[tuple[Document, Sentences]]:
    given_name = len(task.found.name) if task.found else len(task.file)
    for document in reading.documents:
        stored = replace(document, path=task.file + document.path[given_name:])
        dates = task.set_by_hand
        published = dates.get("", dates.get(stored.path, stored.published))
        yield stored, read_sentences(stored, published)


def read_sentences(document: Document, published: date | None) -> Sentences:
    """Return the sentences of a document, each with its figures read against the date."""
    return [(sentence, extract_figures(sentence.text, published)) for sentence in split_document(document)]
