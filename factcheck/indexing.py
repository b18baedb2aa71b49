"""Files, folders and addresses -> the store: what is new is added, what has changed replaced, what is gone pruned."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from factcheck import ingest
from factcheck.absences import Named, Places, is_file, moves
from factcheck.errors import SourceError, UsageError
from factcheck.figures import extract_figures
from factcheck.ingest import Found, Options, Reading
from factcheck.ingest.worker import Reader
from factcheck.models import Document, Figure, FigureRow, IndexReport, Skipped, Source
from factcheck.preparing import Outcome, Prepared, Task, count_figures, prepared, read_sentences
from factcheck.store import CORRECTABLE, RECORDS, Correction, Entry, Known

if TYPE_CHECKING:
    from factcheck.store.interface import Sources

Progress = Callable[[int, int, str], None]
"""Called with how many sources are done, how many there are, and the name of the one that was done last."""

BATCH_DOCUMENTS = 100
"""Documents written in one transaction: one a commit takes eighty times as long."""
BATCH_CHARACTERS = 4_000_000
"""A batch ends here too, so that long documents do not pile up in memory."""

STDIN = "-"
STAYS = "what was read of it before stays"


@dataclass(frozen=True, slots=True)
class Request:
    """What a run of indexing was asked to do."""

    now: datetime | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    exclude: Sequence[str] = ()
    force: bool = False
    stdin: bytes | None = None
    reading: Options | None = None
    jobs: int = 1


@dataclass(slots=True)
class _Asked:
    """A source that is being read: where it was met, which of the paths given led to it, and what is known of it."""

    item: Found | str
    file: str
    paths: list[str]
    known: Known | None


class _Entries(Sequence[Entry]):
    """The documents of a file as the store takes them, made one by one, since there may be very many."""

    def __init__(
        self, outcome: Prepared, corrections: Mapping[str, Correction], fields: Mapping[str, str] | None
    ) -> None:
        self.outcome = outcome
        self._corrections = corrections
        self._fields = fields or {}

    def __len__(self) -> int:
        return len(self.outcome.documents)

    def __iter__(self) -> Iterator[Entry]:
        for document, sentences in self.outcome.documents:
            named = self._fields if document.format == RECORDS else {}
            yield Entry(document, sentences, self._corrections, named)

    def __getitem__(self, place: Any) -> Any:  # Any: a number or a slice, as of any sequence
        return list(self)[place]


class Indexing:
    """One run of indexing: what it has met, and what it has written."""

    def __init__(self, store: Sources, request: Request) -> None:
        self._store = store
        self._request = request
        self._folder = store.path.parent.resolve()
        self._own = {f"{store.path.name}{ending}" for ending in ("", "-wal", "-shm", "-journal")}
        self._done: dict[str, list[str]] = {"new": [], "changed": [], "unchanged": [], "removed": [], "unsupported": []}
        self._skipped: list[Skipped] = []
        self._notes: list[tuple[str, str]] = []
        self._sentences = self._figures = self._characters = self._documents = 0
        self._waiting: list[tuple[str, _Entries]] = []
        self._seen: set[str] = set()
        self._asked: dict[str, _Asked] = {}
        self._places = Places(self._folder)
        self._is_first = next(store.files(), None) is None
        self._arrivals: dict[str, list[str]] = {}  # new files by their hash
        self._moved: dict[str, str] = {}  # where files were before, by where they are
        self._gone: list[str] = []

    def read(self, paths: Sequence[str], progress: Progress | None = None) -> None:
        """Read every source below the paths and write what is new or changed, batch by batch."""
        # Walked twice where a person looks on: remembering what was found would take memory without end.
        total = sum(1 for _ in found_at(paths, self._request.exclude)) if progress is not None else 0
        readable: set[str] = set()
        with _rarely_collecting(), TemporaryDirectory(prefix="factcheck-") as folder:
            how = self._request.reading, Path(folder)
            with closing(prepared(self._tasks(paths, readable), *how, jobs=self._request.jobs)) as outcomes:
                for done, outcome in enumerate(outcomes, 1):
                    asked = self._asked.pop(next(iter(self._asked)))
                    self._take(asked, outcome, readable)
                    if progress is not None:
                        progress(min(done, total), total, _name_of(asked.item))
                    if len(self._waiting) >= BATCH_DOCUMENTS or self._characters >= BATCH_CHARACTERS:
                        self._write()
            self._write()
        self._follow_moves()
        if progress is not None:
            progress(total, total, "")
        self._skip_empty_folders(path for path in paths if path not in readable)

    def _skip_empty_folders(self, paths: Iterable[str]) -> None:
        for path in dict.fromkeys(paths):
            if path != STDIN and Path(path).is_dir():
                self._skipped.append(Skipped(path, "no file in this folder can be read", True, "name another folder"))

    def _tasks(self, paths: Sequence[str], readable: set[str]) -> Iterator[tuple[Task, int]]:
        """Yield what is to be read below the paths, each source once, with its size in bytes."""
        for path in paths:
            for item in found_at([path], self._request.exclude):
                file = self._file_name(item)
                if file in self._own and not (isinstance(item, Found) and item.named):
                    continue
                if file in self._seen:
                    readable.add(path)
                elif file in self._asked:  # how it ends is not known yet
                    asked = self._asked[file]
                    asked.paths.append(path)
                    asked.item = item if isinstance(item, Found) and item.named else asked.item
                else:
                    known = self._store.known(file)
                    self._asked[file] = _Asked(item, file, [path], known)
                    yield self._task(item, file, known)

    def _task(self, item: Found | str, file: str, known: Known | None) -> tuple[Task, int]:
        corrections = {"": self._request.corrections} | dict(known.corrections if known else {})
        task = Task(
            file,
            item if isinstance(item, Found) else None,
            (self._request.stdin or b"") if isinstance(item, str) else b"",
            known.sha256 if known and not self._is_to_be_read_again(known) else None,
            {path: _date(set_["published"]) for path, set_ in corrections.items() if "published" in set_},
            self._fields_of(known),
        )
        return task, _size_of(item)

    def _is_to_be_read_again(self, known: Known) -> bool:
        """Tell whether a file is read though its bytes are those read before."""
        return self._request.force or (known.fields is not None and known.fields != self._fields_of(known))

    def _fields_of(self, known: Known | None) -> Mapping[str, str]:
        """Return the fields of records that were named: now, else when the file was read before."""
        named = self._request.reading.fields if self._request.reading else {}
        return named or (known.fields if known else None) or {}

    def _take(self, asked: _Asked, outcome: Outcome, readable: set[str]) -> None:
        """Put the documents of a source among those waiting to be written, or say why there are none."""
        if isinstance(outcome, SourceError):
            if asked.known is not None:
                outcome.hint = f"{outcome.hint}; {STAYS}" if outcome.hint else STAYS
            self._skip(asked.item, outcome)
            return
        readable.update(asked.paths)
        self._seen.add(asked.file)
        if outcome.documents:
            self._put(asked, outcome)
        else:
            self._leave(asked.file, asked.known)

    def _leave(self, file: str, known: Known | None) -> None:
        """Pass over a file that has not changed; what a person says about it now is still taken in."""
        if self._request.corrections and known is not None:
            for document in known.documents:
                correct(self._store, document, self._request.corrections)
        self._done["unchanged"].append(file)

    def _put(self, asked: _Asked, outcome: Prepared) -> None:
        self._documents += len(outcome.documents)
        for document, sentences in outcome.documents:
            self._sentences += len(sentences)
            self._figures += count_figures(sentences)
            self._characters += len(document.text)
            self._notes += [(document.path, note) for note in document.notes]
        self._skipped += [Skipped(problem.name, problem.message) for problem in outcome.problems]
        entries = _Entries(outcome, self._request.corrections, self._fields_of(asked.known))
        self._waiting.append((asked.file, entries))
        self._done["new" if asked.known is None else "changed"].append(asked.file)
        if asked.known is None and not self._is_first and is_file(asked.file):
            self._arrivals.setdefault(outcome.documents[0][0].sha256, []).append(asked.file)

    def _write(self) -> None:
        if self._waiting:
            self._store.write(self._waiting, self._request.now)
        for _, entries in self._waiting:
            entries.outcome.forget()
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

    def _follow_moves(self) -> None:
        """Let a file that is new here and gone from elsewhere be the source it was, with what was set by hand."""
        stored = self._store.files_with(self._arrivals)
        for old, new in moves(self._arrivals, stored, self._places):
            self._move(old, new)

    def _move(self, old: str, new: str) -> None:
        before, now = self._store.known(old), self._store.known(new)
        assert before is not None and now is not None
        for path, set_ in before.corrections.items():
            kept = {name: value for name, value in set_.items() if name not in self._request.corrections}
            here = f"{new}{path[len(old) :]}"
            for number in now.documents if kept else ():
                if self._store.documents(number)[0].path == here:
                    correct(self._store, number, kept)
        self._store.remove(before.documents)
        self._moved[new] = old

    def _has_twin(self, file: str) -> bool:
        """Tell whether a gone file lives on elsewhere with the same bytes, which then keeps what was set by hand.

        So it is where a run was ended between reading a moved file and this, and where one of two copies was deleted.
        """
        known = self._store.known(file)
        if known is None or not known.corrections:
            return False
        same = sorted({other for other, _ in self._store.files_with([known.sha256]) if is_file(other)} - {file})
        there = [other for other in same if not self._places.is_gone(other)]
        if len(there) != 1 or there[0] in self._moved:
            return False
        twin = self._store.known(there[0])
        if twin is None or twin.corrections:
            return False
        self._move(file, there[0])
        return True

    def look_for_gone(self, paths: Sequence[str], *, prune: bool) -> None:
        """Find, and with `prune` remove, the documents of files that are gone from below the paths.

        Those of a folder that is away are neither: how many they are is told with the folder.
        """
        named = Named((path for path in paths if path != STDIN), self._places)
        gone = list(named.gone(self._store.files(), self._seen))
        files = sorted(file for file in {file for file, _ in gone} if not self._has_twin(file))
        moved = set(self._moved.values())
        gone = [(file, number) for file, number in gone if file not in moved]
        if prune and gone:
            self._store.remove(number for _, number in gone)
            self._done["removed"] += files
        else:
            self._gone += files
        self._skipped = [_kept(skipped, named.kept) for skipped in self._skipped]

    def _file_name(self, item: Found | str) -> str:
        """Return the name a source is stored under: that of a file in the database's folder is relative to that."""
        if isinstance(item, str):
            return stdin_name(self._request.stdin)
        if item.is_address:
            return item.name
        path = item.path.parent.resolve() / item.path.name  # a link to a file keeps its own name
        if path.is_relative_to(self._folder):
            path = path.relative_to(self._folder)
        return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def report(self) -> IndexReport:
        """Return what the run did."""
        done = self._done | {"new": [file for file in self._done["new"] if file not in self._moved]}
        return IndexReport(
            **{name: tuple(paths) for name, paths in done.items()},
            moved=tuple((old, new) for new, old in self._moved.items()),
            gone=tuple(self._gone),
            skipped=tuple(self._skipped),
            notes=tuple(self._notes),
            sentences=self._sentences,
            figures=self._figures,
            documents=self._documents,
        )


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Look for circular garbage rarely: values hold none, and looking through them takes a twelfth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def found_at(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[Found | str]:
    """Yield the sources below the paths; standard input is its name alone.

    Raises UsageError for an empty path, which would be the current folder: it is a variable that was never set.
    """
    for path in paths:
        if not path:
            raise UsageError("a path is empty", "name a file or a folder; . is the folder you are in")
        if path == STDIN:
            yield STDIN
        else:
            yield from ingest.find_sources([path], exclude=exclude)


def _kept(skipped: Skipped, kept: Mapping[str, int]) -> Skipped:
    """Return what was skipped, a folder that is away with what becomes of its sources."""
    count = kept.get(skipped.path, 0) if skipped.named else 0
    if not count:
        return skipped
    what = "its source stays" if count == 1 else f"its {count:,} sources stay"
    return replace(skipped, hint=f"{what}; if it was moved, index it where it is now")


def _name_of(item: Found | str) -> str:
    return item.name if isinstance(item, Found) else "standard input"


def _size_of(item: Found | str) -> int:
    """Return about how many bytes a source has; what cannot be told counts nothing."""
    if isinstance(item, str) or item.is_address:
        return 0
    try:
        return item.path.stat().st_size
    except (OSError, ValueError):  # it is gone, or no file: reading it will say so
        return 0


def stdin_name(data: bytes | None) -> str:
    """Return the name of a text piped in; each has one of its own, so that none is lost."""
    return f"stdin-{ingest.digest(data or b'')[:12]}"


def read_one(item: Found | str, reader: Reader, options: Options | None, stdin: bytes | None) -> Reading:
    """Return the documents of a source, or of standard input, whose bytes are `stdin`."""
    if isinstance(item, Found):
        return reader.read(item, options)
    if not stdin or not stdin.strip():
        raise SourceError("standard input is empty", "pipe a text into it, or name a file")
    return reader.read_data(stdin_name(stdin), stdin, options)


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
