"""The disk fails, is full or is held from each step of writing on: the database is whole after it, a rerun completes.

usage: python -m benchmarks.faults [--every 1] [--articles 12]

SQLite's layer of files (its VFS) is wrapped: from step N on, whatever it is asked to write, sync, cut or delete, or
to lock, is refused, as long as the fault lasts; N runs through all steps of indexing into a new database and into
one whose files have all changed, of recording a check, of mending and of each migration. With `--every 7` only each
seventh step is tried. Needs a Python whose SQLite is a shared library, as on most systems.
"""

from __future__ import annotations

import argparse
import ctypes
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from factcheck import Library, store
from factcheck.errors import DatabaseError
from factcheck.store import connection

NOW = datetime(2025, 1, 1, tzinfo=UTC)
DATABASES = Path(__file__).parents[1] / "tests" / "data" / "databases"
_HALF_THERE = (
    "SELECT count(*) FROM documents d WHERE last_sentence - first_sentence + 1 <> "
    "(SELECT count(*) FROM sentences WHERE document_id = d.id)"
)

# --- SQLite's layer of files ----------------------------------------------------------------------------------

_Int, _Wide, _Pointer = ctypes.c_int, ctypes.c_int64, ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Pointer, _Int, _Pointer)
_DELETE = ctypes.CFUNCTYPE(_Int, _Pointer, ctypes.c_char_p, _Int)
_LOCKS_FOR_ITSELF = 2 | 8
"""Of a lock on the memory that processes share: the lock of a writer. Readers are never kept out by another."""


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, as far as it is needed by name; https://www.sqlite.org/c3ref/vfs.html."""

    _fields_ = (
        ("version", _Int), ("file_size", _Int), ("longest_name", _Int), ("next", _Pointer), ("name", ctypes.c_char_p),
        ("data", _Pointer), ("open", _Pointer), ("delete", _Pointer), ("others", _Pointer * 12),
    )  # fmt: skip


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`; https://www.sqlite.org/c3ref/io_methods.html."""

    _fields_ = (
        ("version", _Int),
        *((name, _Pointer) for name in ("close", "read", "write", "truncate", "sync", "file_size", "lock", "unlock")),
        ("asked", _Pointer * 4), ("map", _Pointer), ("lock_shared", _Pointer), ("others", _Pointer * 4),
    )  # fmt: skip


_CALLS = {
    "write": ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Int, _Wide),
    "truncate": ctypes.CFUNCTYPE(_Int, _Pointer, _Wide),
    "sync": ctypes.CFUNCTYPE(_Int, _Pointer, _Int),
    "lock": ctypes.CFUNCTYPE(_Int, _Pointer, _Int),
    "lock_shared": ctypes.CFUNCTYPE(_Int, _Pointer, _Int, _Int, _Int),
}


class Fault(NamedTuple):
    """What SQLite is answered (its own number for it), and to which calls."""

    code: int
    calls: frozenset[str]


FAULTS = {
    "fails": Fault(778, frozenset({"write", "truncate", "sync", "delete"})),  # SQLITE_IOERR_WRITE
    "full": Fault(13, frozenset({"write"})),  # SQLITE_FULL
    "held": Fault(5, frozenset({"lock"})),  # SQLITE_BUSY
    "log held": Fault(5, frozenset({"lock_shared"})),  # as above; SQLite itself tries for ten seconds
}


class Disk:
    """The files of one database, which fail from a step on; `steps` counts what was asked of them."""

    def __init__(self, path: Path, fault: Fault, first: int) -> None:
        self.steps = 0
        self._path, self._fault, self._first = str(path.resolve()).encode(), fault, first
        self._kept: list[Any] = []  # Any: structures of ctypes, which must outlive what points to them

    def _refuses(self, call: str) -> bool:
        if call not in self._fault.calls:
            return False
        self.steps += 1
        return self.steps >= self._first

    def opened(self, file: int) -> None:
        """Put ours in place of the methods of a file that has just been opened."""
        place = ctypes.cast(file, ctypes.POINTER(_Pointer))
        methods = _Methods.from_buffer_copy(ctypes.string_at(place[0], _size_of_methods(place[0])))
        for name, kind in _CALLS.items():
            if name in self._fault.calls and getattr(methods, name):
                ours = kind(self._wrapped(name, kind(getattr(methods, name))))
                self._kept.append(ours)
                setattr(methods, name, ctypes.cast(ours, _Pointer))
        self._kept.append(methods)
        place[0] = ctypes.addressof(methods)

    def _wrapped(self, name: str, theirs: Callable[..., int]) -> Callable[..., int]:
        def call(file: int, *given: int) -> int:
            is_harmless = name == "lock_shared" and given[-1] != _LOCKS_FOR_ITSELF
            return self._fault.code if not is_harmless and self._refuses(name) else theirs(file, *given)

        return call

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let connections made meanwhile use this disk."""
        library = sqlite_library()
        assert library is not None
        plain = library.sqlite3_vfs_find(None)
        ours = _Vfs.from_buffer_copy(ctypes.string_at(plain, ctypes.sizeof(_Vfs)))
        open_, delete = _OPEN(ours.open), _DELETE(ours.delete)

        def opening(_: int, name: int, file: int, flags: int, told: int) -> int:
            status = open_(plain, name, file, flags, told)
            if status == 0 and name and ctypes.string_at(name).startswith(self._path):
                self.opened(file)
            return int(status)

        def deleting(_: int, name: bytes, sync: int) -> int:
            if name.startswith(self._path) and self._refuses("delete"):
                return self._fault.code
            return int(delete(plain, name, sync))

        self._kept += [ours, kept_open := _OPEN(opening), kept_delete := _DELETE(deleting)]
        ours.name = b"failing"
        ours.open, ours.delete = ctypes.cast(kept_open, _Pointer), ctypes.cast(kept_delete, _Pointer)
        library.sqlite3_vfs_register(ctypes.byref(ours), 1)
        try:
            yield
        finally:
            library.sqlite3_vfs_unregister(ctypes.byref(ours))
            library.sqlite3_vfs_register(plain, 1)


def _size_of_methods(place: int) -> int:
    """Return how many bytes the methods of a file have, by their version; what lies behind is not ours to read."""
    version = ctypes.cast(place, ctypes.POINTER(_Int))[0]
    return ctypes.sizeof(_Methods) if version >= 3 else 0


def sqlite_library() -> Any:
    """Return the library that `sqlite3` works with, None where it cannot be reached.

    Any: what it exports has no type.
    """
    import _sqlite3

    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    if not hasattr(library, "sqlite3_vfs_find"):
        return None
    library.sqlite3_vfs_find.restype = _Pointer
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [_Pointer, _Int]
    library.sqlite3_vfs_unregister.argtypes = [_Pointer]
    return library


# --- what is interrupted --------------------------------------------------------------------------------------


class Act(NamedTuple):
    """Something that writes: what makes the database before it, and what is done to it."""

    before: Callable[[Path], None]
    done: Callable[[Path], None]


def _nothing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _index(path: Path) -> None:
    with Library(path, create=True, patience=0.0) as library:
        library.index([path.with_name("articles")], now=NOW)


def _earlier(path: Path) -> None:
    """Make the database of the articles as they were before they changed."""
    with Library(path, create=True) as library:
        library.index([path.with_name("earlier")], now=NOW)
    with closing(sqlite3.connect(path)) as opened, opened:
        opened.execute("UPDATE documents SET file = replace(file, 'earlier', 'articles')")
        opened.execute("UPDATE documents SET path = replace(path, 'earlier', 'articles')")


def _record(path: Path) -> None:
    with Library(path, patience=0.0) as library:
        library.record(library.check("Depot 3 counted 93 wagons of coal."), NOW)


def _mend(path: Path) -> None:
    with Library(path, patience=0.0) as library:
        library.mend()


def _open(path: Path) -> None:
    Library(path, patience=0.0).close()


def _of_version(dumped: Path) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as opened:
            opened.executescript(dumped.read_text("utf-8"))

    return make


ACTS: dict[str, Act] = {
    "index, new": Act(_nothing, _index),
    "index, changed": Act(_earlier, _index),
    "record a check": Act(_earlier, _record),
    "mend": Act(_earlier, _mend),
    **{f"migrate {path.stem}": Act(_of_version(path), _open) for path in sorted(DATABASES.glob("schema-*.sql"))},
}


def write_articles(folder: Path, count: int) -> None:
    """Write the articles, and what they were before they changed."""
    for name, ending in (("earlier", ""), ("articles", "A tram came at last.\n")):
        (folder / name).mkdir()
        for number in range(count):
            text = "".join(f"Depot {number} counted {number * 31 + line} wagons of coal. " for line in range(25))
            (folder / name / f"{number:02}.txt").write_text(text + ending, "utf-8")


class Tried(NamedTuple):
    """What came of one step: was the act refused, and what was wrong after it."""

    refused: bool
    wrong: Sequence[str]


def tried(act: Act, fault: Fault, folder: Path, every: int = 1, most: int | None = None) -> Iterator[Tried]:
    """Yield what came of the fault from each step on, of `every` so many one, until the act ends before it.

    With `most` the steps are so far apart that about so many are tried.
    """
    path = folder / "claims.db"
    sound = folder / "sound.db"
    act.before(sound)
    step = 1
    if most is not None:
        disk = _run(act, fault, path, sound, sys.maxsize)[0]
        every = max(disk.steps // most, 1)
    while True:
        disk, problems = _run(act, fault, path, sound, step)
        if problems is None:
            return
        yield Tried(True, [*problems, *_wrong_after(act, path, sound)])
        step += every


def _run(act: Act, fault: Fault, path: Path, sound: Path, first: int) -> tuple[Disk, list[str] | None]:
    """Return the disk after an act on it, and what was wrong with its message; None where the act was done."""
    for each in path.parent.glob("claims.db*"):
        each.unlink()
    if sound.exists():
        shutil.copy(sound, path)
    disk = Disk(path, fault, first)
    try:
        with disk.in_use():
            act.done(path)
    except DatabaseError as error:
        told = f"{error.message}; {error.hint}"
        return disk, [] if error.hint and "\n" not in told and path.name in told else [f"unclear: {told}"]
    except Exception as error:  # told, whatever it is: nothing else may come out
        return disk, [f"{type(error).__name__}: {error}"]
    return disk, None if disk.steps < first else []  # a refusal that did no harm


def _wrong_after(act: Act, path: Path, sound: Path) -> Iterator[str]:
    """Yield what is wrong with a database after a fault, and after the act is done again without one."""
    yield from _wrong(path, _count(sound))
    try:
        act.done(path)
        yield from (f"after the rerun: {each}" for each in _wrong(path, 1))
    except DatabaseError as error:
        yield f"the rerun failed: {error.message}"


def _count(path: Path) -> int:
    """Return how many documents a database holds, 0 where there is none."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as opened:
        (count,) = opened.execute("SELECT count(*) FROM documents").fetchone()
    return int(count)


def _wrong(path: Path, least: int) -> Iterator[str]:
    """Yield what is wrong with a database that must hold so many documents; one that is not there yet is whole."""
    with closing(sqlite3.connect(path)) as opened:
        yield from (line for (line,) in opened.execute("PRAGMA integrity_check") if line != "ok")
        tables = {name for (name,) in opened.execute("SELECT name FROM sqlite_master")}
        columns = {name for _, name, *_ in opened.execute("PRAGMA table_info(documents)")}
        (count,) = opened.execute("SELECT count(*) FROM documents").fetchone() if "documents" in tables else (0,)
        if count < least:
            yield f"{count} documents of {least}"
        if "last_sentence" in columns and (half := opened.execute(_HALF_THERE).fetchone()[0]):
            yield f"{half} documents half there"


def table(every: int, articles: int) -> Iterator[str]:
    """Yield a row for each act and fault."""
    store.BULK_PATIENCE_SECONDS = connection.PATIENCE_SECONDS = 0.0
    yield from ("| | the disk | steps tried | with something wrong |", "| --- | --- | ---: | ---: |")
    for name, act in ACTS.items():
        for kind, fault in FAULTS.items():
            with TemporaryDirectory(prefix="factcheck-faults-") as place:
                write_articles(Path(place), articles)
                found = list(tried(act, fault, Path(place), every))
            wrong = [each for each in found if each.wrong]
            yield f"| {name} | {kind} | {len(found)} | {len(wrong)} |"
            yield from (f"- {line}" for line in sorted({line for each in wrong for line in each.wrong}))


def main() -> None:
    """Run it and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--articles", type=int, default=12)
    given = parser.parse_args()
    if sqlite_library() is None:
        sys.exit("this benchmark wraps SQLite's own library, which this Python does not share")
    for line in table(given.every, given.articles):
        print(line, flush=True)


if __name__ == "__main__":
    main()
