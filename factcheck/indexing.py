"""Files, folders and addresses -> the store: what is new is added, what has changed replaced, what is gone pruned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import ingest
from factcheck.errors import SourceError, UsageError
from factcheck.figures import extract_figures
from factcheck.ingest import Found, Options, Reading
from factcheck.ingest.worker import Reader
from factcheck.models import Document, Figure, FigureRow, IndexReport, Sentence, Skipped, Source
from factcheck.sentences import split_document
from factcheck.store import CORRECTABLE, Correction, Entry, Known

if TYPE_CHECKING:
    from factcheck.store.interface import Sources

Progress = Callable[[int, int, str], None]
"""Called before each source with how many are done, how many there are, and its name."""

BATCH_DOCUMENTS = 100
"""Documents written in one transaction: one a commit takes eighty times as long."""
BATCH_CHARACTERS = 4_000_000
"""A batch ends here too, so that long documents do not pile up in memory."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What a run of indexing was asked to do."""

    now: datetime | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    exclude: Sequence[str] = ()
    force: bool = False
    stdin: bytes | None = None
    reading: Options | None = None


class Indexing:
    """One run of indexing: what it has met, and what it has written."""

    def __init__(self, store: Sources, request: Request) -> None:
        self._store = store
        self._request = request
        self._folder = store.path.parent.resolve()
        self._done: dict[str, list[str]] = {"new": [], "changed": [], "unchanged": [], "removed": [], "unsupported": []}
        self._skipped: list[Skipped] = []
        self._notes: list[tuple[str, str]] = []
        self._sentences = self._figures = self._characters = 0
        self._reader = Reader()
        self._waiting: list[tuple[str, list[Entry]]] = []
        self._seen: set[str] = set()

    def read(self, paths: Sequence[str], progress: Progress | None = None) -> None:
        """Read every source below the paths and write what is new or changed, batch by batch."""
        found = [(path, item) for path in paths for item in found_at([path], self._request.exclude)]
        readable: set[str] = set()
        with Reader() as self._reader:
            for done, (path, item) in enumerate(found):
                if progress is not None:
                    progress(done, len(found), _name_of(item))
                try:
                    self._read_one(item)
                    readable.add(path)
                except SourceError as error:
                    self._skip(item, error)
                if len(self._waiting) >= BATCH_DOCUMENTS or self._characters >= BATCH_CHARACTERS:
                    self._write()
        self._write()
        if progress is not None:
            progress(len(found), len(found), "")
        self._skip_empty_folders(path for path in paths if path not in readable)

    def _skip_empty_folders(self, paths: Iterable[str]) -> None:
        for path in dict.fromkeys(paths):
            if path != STDIN and Path(path).is_dir():
                self._skipped.append(Skipped(path, "no file in this folder can be read", True, "name another folder"))

    def _read_one(self, item: Found | str) -> None:
        if isinstance(item, Found) and not item.is_address:
            self._read_file(item)
        else:
            reading = read_one(item, self._reader, self._request.reading, self._request.stdin)
            self._take(reading, reading.documents[0].path.partition("!/")[0])

    def _read_file(self, found: Found) -> None:
        file = self._file_name(found)
        if file in self._seen:
            return
        data = ingest.load(found)
        known = self._store.known(file)
        if known is not None and known.sha256 == ingest.digest(data) and not self._request.force:
            self._leave(file, known)
        else:
            self._take(self._reader.read_data(found.name, data, self._request.reading), file, given_name=found.name)
        self._seen.add(file)

    def _leave(self, file: str, known: Known) -> None:
        """Pass over a file that has not changed; what a person says about it now is still taken in."""
        if self._request.corrections:
            for document in known.documents:
                correct(self._store, document, self._request.corrections)
        self._done["unchanged"].append(file)

    def _take(self, reading: Reading, file: str, given_name: str = "") -> None:
        """Put the documents of one file among those waiting to be written."""
        known = self._store.known(file)
        if known is not None and known.sha256 == reading.documents[0].sha256 and not self._request.force:
            return self._leave(file, known)
        entries = []
        for document in reading.documents:
            path = file + document.path[len(given_name) :] if given_name else document.path
            entries.append(self._entry(replace(document, path=path), known))
            self._notes += [(path, note) for note in document.notes]
        self._skipped += [Skipped(problem.name, problem.message) for problem in reading.problems]
        self._waiting.append((file, entries))
        self._done["new" if known is None else "changed"].append(file)
        return None

    def _entry(self, document: Document, known: Known | None) -> Entry:
        before = known.corrections.get(document.path, {}) if known else {}
        set_by_hand = {"published": document.published, **before, **self._request.corrections}["published"]
        published = set_by_hand if isinstance(set_by_hand, date) else _date(set_by_hand)
        sentences = read_sentences(document, published)
        self._sentences += len(sentences)
        self._figures += sum(len(figures) for _, figures in sentences)
        self._characters += len(document.text)
        return Entry(document, sentences, self._request.corrections)

    def _write(self) -> None:
        if self._waiting:
            self._store.write(self._waiting, self._request.now)
        self._waiting = []
        self._characters = 0

    def _skip(self, item: Found | str, error: SourceError) -> None:
        name = _name_of(item)
        is_named = isinstance(item, str) or item.named
        self._skipped = [skipped for skipped in self._skipped if skipped.path != name]  # met in a folder, then named
        if isinstance(item, Found) and item.unsupported and not is_named:
            self._done["unsupported"].append(name)
        else:
            self._skipped.append(Skipped(name, error.message, is_named, error.hint))

    def prune(self, paths: Sequence[str]) -> None:
        """Remove the documents of files that are gone from below the paths."""
        roots = [Path(path).resolve() for path in paths if path != STDIN]
        gone = {file for file, _ in self._store.files() if self._is_gone(file, roots)}
        self._store.remove(number for file, number in self._store.files() if file in gone)
        self._done["removed"] += sorted(gone)

    def _is_gone(self, file: str, roots: Sequence[Path]) -> bool:
        path = self._folder / file  # an absolute name stays as it is
        return file not in self._seen and any(path.is_relative_to(root) for root in roots) and not path.exists()

    def _file_name(self, found: Found) -> str:
        """Return the name a file is stored under: relative to the database's folder where it lies below that."""
        path = found.path.parent.resolve() / found.path.name  # a link to a file keeps its own name
        if path.is_relative_to(self._folder):
            path = path.relative_to(self._folder)
        return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def report(self) -> IndexReport:
        """Return what the run did."""
        return IndexReport(
            **{name: tuple(paths) for name, paths in self._done.items()},
            skipped=tuple(self._skipped),
            notes=tuple(self._notes),
            sentences=self._sentences,
            figures=self._figures,
        )


def found_at(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[Found | str]:
    """Yield the sources below the paths; standard input is its name alone."""
    for path in paths:
        if path == STDIN:
            yield STDIN
        else:
            yield from ingest.find_sources([path], exclude=exclude)


def _name_of(item: Found | str) -> str:
    return item.name if isinstance(item, Found) else "standard input"


def read_one(item: Found | str, reader: Reader, options: Options | None, stdin: bytes | None) -> Reading:
    """Return the documents of a source, or of standard input, whose bytes are `stdin`.

    Each text piped in has a name of its own, so that none is lost.
    """
    if isinstance(item, Found):
        return reader.read(item, options)
    if not stdin or not stdin.strip():
        raise SourceError("standard input is empty", "pipe a text into it, or name a file")
    return reader.read_data(f"stdin-{ingest.digest(stdin)[:12]}", stdin, options)


def read_sentences(document: Document, published: date | None) -> list[tuple[Sentence, list[Figure]]]:
    """Return the sentences of a document, each with its figures read against the date."""
    return [(sentence, extract_figures(sentence.text, published)) for sentence in split_document(document)]


def figure_rows(document: Document) -> Iterator[FigureRow]:
    """Yield the figures of a document that is not in the database; its number is 0."""
    for sentence, figures in read_sentences(document, document.published):
        source = Source(
            document=0,
            path=document.path,
            title=document.title,
            author=document.author,
            published=document.published,
            url=document.url,
            page=sentence.page,
            line=sentence.line,
            start=sentence.start,
            end=sentence.end,
            sha256=document.sha256,
            publisher=document.publisher,
            heading=sentence.heading,
            position=sentence.position,
            speaker=sentence.speaker,
            published_from=document.published_from,
            language=document.language,
            format=document.format,
        )
        for figure in figures:
            yield FigureRow(figure, sentence.text, source)


def correct(store: Sources, document: int, corrections: Mapping[str, Correction]) -> None:
    """Set what a person knows better about a document.

    A new date is one that "in October" is read against, so the document's figures are read again.
    """
    figures: list[tuple[int, Sequence[Figure]]] = []
    published = _date(corrections.get("published"))
    if "published" in corrections and published != store.documents(document)[0].published:
        figures = [(number, extract_figures(text, published)) for number, text in store.sentences(document)]
    store.correct(document, corrections, figures)


def checked(corrections: Mapping[str, Correction | date]) -> dict[str, Correction]:
    """Return the corrections as they are stored; raises UsageError for what cannot be set."""
    unknown = sorted(set(corrections) - set(CORRECTABLE))
    if unknown:
        raise UsageError(f"a source has no {unknown[0]}", f"one of {', '.join(CORRECTABLE)} can be set")
    weight = corrections.get("weight", 1.0)
    if not isinstance(weight, (int, float)) or not 0 < weight <= 100:
        raise UsageError(f"{weight} is no weight", "give a number above 0 and up to 100")
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in corrections.items()}


def _date(value: Correction) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def check_single(paths: Iterable[str], corrections: Mapping[str, object]) -> None:
    """Raise UsageError where a title or an address is given for more than one source."""
    names = list(paths)
    for name in ("title", "url"):
        if name in corrections and (len(names) != 1 or Path(names[0]).is_dir()):
            raise UsageError(f"a {name} belongs to one source", f"index one file at a time with --{name}")
