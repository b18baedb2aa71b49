"""What has become of stored files that are met no more: gone, moved elsewhere, or away with the drive they lie on."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.ingest import is_address

_PIPED = re.compile(r"stdin-[0-9a-f]{12}")


def is_file(name: str) -> bool:
    """Whether a stored source was a file: what was piped in or fetched was never one, and is never gone."""
    return not (is_address(name) or _PIPED.fullmatch(name))


class Places:
    """Where stored files lie: those of relative names in the folder of the database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.as_posix().rstrip("/")

    def full(self, file: str) -> str:
        """Return the whole path of a stored file, with forward slashes."""
        return file if os.path.isabs(file) else f"{self._folder}/{file}"  # noqa: PTH117 (a Path a file takes seconds)

    def is_gone(self, file: str) -> bool:
        """Tell whether there is no such file any more; one that cannot be looked at may well be there."""
        if "\ufffd" in file:  # stands for bytes that are no text: the file's own name is not known
            return False
        try:
            os.stat(self.full(file))  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            return True
        except (OSError, ValueError):
            return False
        return False


class Named:
    """The paths that a person named, and what is stored of the files below them.

    A folder that is not there, or has nothing in it, may be a drive that is away, or may have been moved: what is
    stored of it is `kept`, not gone.
    """

    def __init__(self, paths: Iterable[str], places: Places) -> None:
        self._places = places
        self._away: dict[str, str] = {}
        self._exact: set[str] = set()
        folders: list[str] = []
        for path in dict.fromkeys(paths):
            if is_address(path):
                continue
            given = Path(path)
            root = given.resolve() if given.is_dir() else given.parent.resolve() / given.name
            self._exact.add(root.as_posix())
            if not given.exists() or given.is_dir():
                folders.append(root.as_posix().rstrip("/") + "/")
            if not given.exists() or _is_empty(given):
                self._away[folders[-1]] = path
        self._below = tuple(folders)
        self.kept: Counter[str] = Counter()

    def gone(self, files: Iterable[tuple[str, int]], seen: Container[str]) -> Iterator[tuple[str, int]]:
        """Yield stored documents, each as its file and number, whose files lie below the paths and are gone.

        How many belong to a folder that is away is counted in `kept`, by the path as it was named.
        """
        if not self._below:
            return
        for file, number in files:
            if file in seen or not is_file(file):
                continue
            full = self._places.full(file)
            if not (full in self._exact or full.startswith(self._below)) or not self._places.is_gone(file):
                continue
            away = next((path for root, path in self._away.items() if full.startswith(root)), None)
            if away is None or full in self._exact:
                yield file, number
            else:
                self.kept[away] += 1


def _is_empty(path: Path) -> bool:
    if not path.is_dir():
        return False
    try:
        return next(path.iterdir(), None) is None
    except OSError:  # what cannot be looked into may hold anything
        return True


def moves(
    arrivals: Mapping[str, Sequence[str]], stored: Iterable[tuple[str, str]], places: Places
) -> Iterator[tuple[str, str]]:
    """Yield old and new name of each file that was moved: gone from one place, and new with the same bytes in another.

    `arrivals` are the new files by their hash, `stored` the stored files of these hashes, each with its hash.
    """
    waiting = {hash_: sorted(files, reverse=True) for hash_, files in arrivals.items()}
    new = {file for files in arrivals.values() for file in files}
    for file, hash_ in sorted(set(stored)):
        if waiting.get(hash_) and file not in new and is_file(file) and places.is_gone(file):
            yield file, waiting[hash_].pop()
