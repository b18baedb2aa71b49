"""Folders looked at again and again -> what has changed in them since, once it has come to rest.

Looking by stat works everywhere, also on network drives and in containers, where the system tells nothing of changes;
a thousand files take some ten milliseconds a look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import ingest
from factcheck.errors import SourceError

Stamp = tuple[int, int, int]
"""Time of the last change in nanoseconds, size, and number of a file: another stamp, another content."""

Look = Callable[[], Mapping[str, Stamp]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Files that are new or have changed, and files that are gone, each sorted by name."""

    written: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Watch:
    """Remembers what was seen. A change counts once two looks in a row found it: no file is read half-written.

    `look` returns the files there are, by name; what it raises passes through and changes nothing.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._told = dict(look())
        self._last: Mapping[str, Stamp] = self._told

    def changes(self) -> Changes:
        """Look, and return what has changed since it was last told and is the same as at the look before."""
        now, last = self._look(), self._last
        self._last = now
        written = [name for name, stamp in now.items() if stamp != self._told.get(name) and stamp == last.get(name)]
        gone = [name for name in self._told if name not in now and name not in last]
        self._told.update((name, now[name]) for name in written)
        for name in gone:
            del self._told[name]
        return Changes(tuple(sorted(written)), tuple(sorted(gone)))

    def again(self, changes: Changes) -> None:
        """Take back what was told, where it could not be acted on: the next look tells it again."""
        for name in changes.written:
            self._told.pop(name, None)
        self._told.update((name, (0, 0, 0)) for name in changes.gone)


class Folders:
    """Looks at the same folders again and again; one that lies on another drive than at first is away, not empty.

    Where a drive is taken out its folder stays and has nothing in it: its files are not gone.
    """

    def __init__(self, folders: Sequence[str], exclude: Sequence[str] = ()) -> None:
        self._folders = tuple(folders)
        self._exclude = tuple(exclude)
        self._drives = [_drive(folder) for folder in folders]

    def __call__(self) -> Mapping[str, Stamp]:
        """Look; raises SourceError where a folder is away."""
        for folder, drive in zip(self._folders, self._drives, strict=True):
            if drive is not None and _drive(folder) not in (drive, None):
                raise SourceError(f"{folder} cannot be watched: its drive is away", "put it back")
        return files_below(self._folders, self._exclude)


def _drive(folder: str) -> int | None:
    """Return the number of the drive that a folder lies on, None where there is no such folder just now."""
    try:
        return Path(folder).stat().st_dev
    except OSError:
        return None


def files_below(folders: Sequence[str], exclude: Sequence[str] = ()) -> dict[str, Stamp]:
    """Return the files below the folders that `index` would read, each with its stamp.

    Raises SourceError where a folder itself cannot be looked into: it may be a drive that is not there just now,
    whose files are not gone.
    """
    found: dict[str, Stamp] = {}
    for item in ingest.find_sources(folders, exclude=exclude):
        if item.named and item.skipped:
            raise SourceError(f"{item.name} cannot be watched: {item.skipped}", "name a folder that is there")
        if item.skipped:
            continue
        try:
            status = item.path.stat()
        except OSError:  # it has just vanished
            continue
        found[str(item.path)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found
