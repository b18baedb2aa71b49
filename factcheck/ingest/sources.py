"""Find the files to read below the paths a person names, and read their bytes safely."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import SourceError, UnknownFormatError
from factcheck.ingest import formats, misnamed

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MAX_BYTES = 200_000_000
"""The largest file that is read, in bytes: a text this long takes about 5 GB of memory to index."""

IGNORE_FILES = (".gitignore", ".factcheckignore")
HIDDEN = "the dot before a name"
LEFT_OUT = "left out by "
"""How the reason of a file begins that a rule leaves out; the name of the rule follows."""
NOT_THERE = "it does not exist"
ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or one that is not to be read and why.

    `name` is the path as shown and stored (forward slashes, always valid Unicode), or the address of a web
    page. `named` tells a path that a person gave from one met while walking a folder. `skipped` is empty, or
    says in a few words why the file must not be read, and `hint` what to do; `unsupported` is true where that is
    for want of a reader.
    """

    path: Path
    name: str
    named: bool = False
    skipped: str = ""
    unsupported: bool = False
    hint: str = ""

    @property
    def is_address(self) -> bool:
        """Whether this is a web page, not a file."""
        return is_address(self.name)


def is_address(name: str) -> bool:
    """Whether a source is named by the address of a web page, in whatever case its beginning is typed."""
    return name[:8].lower().startswith(ADDRESSES)


def as_stored(address: str) -> str:
    """Return an address with its beginning in small letters, as it is stored: the rest may tell cases apart."""
    scheme, sign, rest = address.partition("://")
    return f"{scheme.lower()}{sign}{rest}"


def find_sources(paths: Iterable[str | os.PathLike[str]], *, exclude: Sequence[str] = ()) -> Iterator[Found]:
    """Yield every file below the paths, folders walked in sorted order, each file once.

    What programs hide below a named folder is left out in silence: names that begin with a dot, but for files
    of a type that is read. These, and what `exclude` (patterns as in `.gitignore`, relative to the folder named)
    or an ignore file leaves out, links to folders, pipes and devices are yielded with the reason in `skipped`.
    An ignored folder is yielded once, not file by file.
    """
    seen: set[str] = set()
    for given in paths:
        text = os.fspath(given)
        if is_address(text):
            yield Found(Path(text), as_stored(text), named=True)
            continue
        path = Path(text)
        problem, is_folder = _look_at(path)
        if problem:
            name = text if "://" in text else display_name(path)
            hint = misnamed.hint(text) if problem == NOT_THERE else ""
            yield Found(path, name, named=True, skipped=problem, hint=hint)
        elif is_folder:
            yield from _walk(path, exclude, seen)
        elif _is_new(os.path.realpath(path), seen):
            yield Found(path, display_name(path), named=True)


def display_name(path: Path) -> str:
    """Return the path with forward slashes; bytes of a file name that are no UTF-8 become U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def load(found: Found) -> bytes:
    """Return the bytes of a file; raises SourceError where it is gone, no plain file, unreadable or too large."""
    if found.skipped:
        kind = UnknownFormatError if found.unsupported else SourceError
        what = "is " if found.skipped.startswith(LEFT_OUT) else "cannot be read: "
        raise kind(f"{found.name} {what}{found.skipped}", found.hint)
    try:
        return _read_plain_file(found)
    except FileNotFoundError:
        raise SourceError(f"{found.name} does not exist", "check the path") from None
    except PermissionError:
        raise SourceError(f"{found.name} may not be read: permission denied", "change its permissions") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{found.name} cannot be read: {error.__class__.__name__}: {error}") from None


def _read_plain_file(found: Found) -> bytes:
    # O_NONBLOCK: a pipe that took the place of a file since it was found must not block the run.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(found.path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        problem = _what_is_odd(status.st_mode)
        if problem:
            raise SourceError(f"{found.name} cannot be read: {problem}")
        if status.st_size > MAX_BYTES:
            raise too_large(found.name, status.st_size)
        # No more than it holds: room is made for as much as is asked for. Yet it may grow while it is read.
        data = file.read(status.st_size + 1)
        if len(data) > status.st_size:
            data += file.read(MAX_BYTES + 1 - len(data))
        if len(data) > MAX_BYTES:
            raise too_large(found.name, len(data))
        return data


def too_large(name: str, size: int) -> SourceError:
    """Return the error for a file above the limit."""
    return SourceError(
        f"{name} is too large: {size / 1e6:,.0f} MB, the limit is {MAX_BYTES / 1e6:,.0f} MB", "split it into parts"
    )


def _look_at(path: Path) -> tuple[str, bool]:
    """Return what forbids reading the path ("" where nothing does), and whether it is a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return NOT_THERE, False
    except PermissionError:
        return "permission denied", False
    except (OSError, ValueError) as error:
        is_loop = isinstance(error, OSError) and "symbolic links" in str(error)
        return "its symbolic links lead in a circle" if is_loop else str(error), False
    if stat.S_ISDIR(mode):
        return "", True
    return _what_is_odd(mode), False


def _what_is_odd(mode: int) -> str:
    """Return why this is no plain file, "" where it is one."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISFIFO(mode):
        return "it is a named pipe"
    if stat.S_ISDIR(mode):
        return "it is a folder"
    if stat.S_ISSOCK(mode):
        return "it is a socket"
    return "it is a device"


def _is_new(real_path: str, seen: set[str]) -> bool:
    if real_path in seen:
        return False
    seen.add(real_path)
    return True


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns and the folder they are relative to; `name` says where they stand."""

    folder: str
    spec: GitIgnoreSpec
    name: str

    def leave_out(self, path: str, is_folder: bool) -> bool | None:
        """Return True where the path is left out, False where it is asked for ("!keep.txt"), else None."""
        inner = path[len(self.folder) :].replace(os.sep, "/").lstrip("/")
        return self.spec.check_file(inner + "/" if is_folder else inner).include


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or folder met on the way; `real` is its path with every link resolved."""

    path: str
    real: str
    is_folder: bool
    rules: tuple[_Rules, ...] = ()
    problem: str = ""


def _walk(root: Path, exclude: Sequence[str], seen: set[str]) -> Iterator[Found]:
    """Yield the files below a folder in the order of their names; a stack, so that no depth is too deep."""
    rules = (_Rules(str(root), _compile(exclude), "--exclude"),) if exclude else ()
    waiting = [_Entry(str(root), os.path.realpath(root), True, rules)]
    while waiting:
        entry = waiting.pop()
        if not _is_new(entry.real, seen):
            continue
        if entry.is_folder and not entry.problem:
            inside, problem = _inside(entry)
            waiting.extend(reversed(inside))
            if not problem:
                continue
            entry = _Entry(entry.path, entry.real, True, problem=problem)
        path = Path(entry.path)
        name = display_name(path)
        unknown = "" if entry.problem else formats.why_unknown(name, formats.head_of(path))
        yield Found(path, name, skipped=entry.problem or unknown, unsupported=bool(unknown))


def _inside(folder: _Entry) -> tuple[list[_Entry], str]:
    """Return what a folder holds, sorted by name, or why it cannot be looked into."""
    try:
        with os.scandir(folder.path) as scan:
            children = sorted(scan, key=lambda child: child.name)
    except PermissionError:
        return [], "permission denied"
    except OSError as error:
        return [], f"the folder cannot be read: {error}"
    rules = folder.rules + tuple(_ignore_rules(folder.path, {child.name for child in children}))
    return [_entry(child, folder, rules) for child in children if not _is_unseen(child.name)], ""


def _is_unseen(name: str) -> bool:
    """Whether a name is one that no person gives a source: of a folder or file that a program hides."""
    return name.startswith(".") and (name.startswith(("._", ".~")) or not formats.has_reader(name))


def _entry(child: os.DirEntry[str], folder: _Entry, rules: tuple[_Rules, ...]) -> _Entry:
    real = os.path.join(folder.real, child.name)  # noqa: PTH118 (a Path a file doubles the cost of walking)
    try:
        is_folder, problem = child.is_dir(), ""
        if child.is_symlink():
            real = os.path.realpath(child.path)
            # Not followed: links lead in circles and out of the folder that the person named.
            problem = "it is a link to a folder: name it to read it" if is_folder else _look_at(Path(child.path))[0]
        elif not is_folder and not child.is_file():
            problem = _what_is_odd(child.stat().st_mode)
    except OSError as error:
        is_folder, problem = False, _look_at(Path(child.path))[0] or str(error)
    if child.name.startswith("."):
        is_folder, problem = False, problem or f"{LEFT_OUT}{HIDDEN}"
    if problem:
        real = child.path  # a link to a folder must not hide the folder itself
    for rule in reversed(rules):  # the innermost rule that says anything decides, as in git
        left_out = rule.leave_out(child.path, is_folder)
        if left_out is not None:
            problem = problem or (f"{LEFT_OUT}{rule.name}" if left_out else "")
            break
    return _Entry(child.path, real, is_folder, rules, problem)


def _ignore_rules(folder: str, names: set[str]) -> Iterator[_Rules]:
    for name in IGNORE_FILES:
        if name in names:
            with suppress(OSError):
                lines = Path(folder, name).read_text("utf-8", "replace").splitlines()
                yield _Rules(folder, _compile(lines), name)


def _compile(patterns: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 12 ms: only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)
