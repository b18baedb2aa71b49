"""Write a result to a file: whole or not at all, and never over a file that somebody would miss."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from zipfile import ZipFile

# What the beginning of every report and proof holds, whatever its format, and no prose of a person.
_MARKS = (
    rb"It does not say what is true, and sources that are not listed were not asked\.",
    rb'\A\{"title": .{0,400}"date": .{0,80}"database": ',  # a report as JSON
    rb'\A\{"draft": .{0,2000}"alerts": \[',  # a proof as JSON
    rb'\A(?:\xef\xbb\xbf)?"?(?:claim"?,"?verdict"?,|draft"?,"?line"?,)',  # a table of either
    rb'\A\{"@context": "https://schema\.org", "@graph": \[\{"@type": "ClaimReview"',
    rb'\A\[\{"claim_id": 0, "claim": ',  # in the form of AVeriTeC
    rb'\A\{"id": \d+, "claim": .{0,4000}"predicted_label": ',  # in that of FEVER
    rb'"driver": \{"name": "factcheck"',  # SARIF
    rb"\A::(?:error|warning|notice) file=",  # annotations
    rb"\A[^\n]+:\d+:\d+: (?:error|warning|notice) [a-z-]+ ",  # lines
    rb"\A# Proof of |<title>Proof of |>Proof of ",  # an annotated draft
    rb">checked_by<",  # a fact log
)
_LOOKED_AT = 65_536
"""Bytes at the beginning of a file that are looked at to tell whose it is."""


STILL_THE_SAME_OUTPUT = 0.5
"""The share of lines that a file and what is to replace it must have in common, for the one to be the other before."""


def refuse_to_lose(path: Path, text: str = "") -> None:
    """Raise UsageError where a file is there already that is neither empty nor one of our reports.

    What a house style makes has no mark of ours: a file that has most of the lines of the `text` to be written is a
    former output of the same command.
    """
    try:
        if path.is_file() and not is_ours(data := path.read_bytes()) and not _is_former(data, text):
            raise UsageError(
                f"{path} exists and is no report of factcheck's",
                "name another file with -o, or replace it with --force",
            )
    except OSError as error:
        raise _unwritable(path, error) from None


def _is_former(data: bytes, text: str) -> bool:
    """Tell whether a file has so many of a text's lines that it must be what was written before."""
    old, new = (Counter(line for line in whole.splitlines() if line.strip()) for whole in (_decoded(data), text))
    return bool(new) and (old & new).total() >= STILL_THE_SAME_OUTPUT * max(old.total(), new.total())


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def save(path: Path, data: str | bytes) -> None:
    """Write the data to a file in one step; what was there before stays whole until then, also on failure.

    Devices and pipes are written to as they are. Raises UsageError.
    """
    whole = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            path.write_bytes(whole)
        else:
            _replace(Path(os.path.realpath(path)), whole, mode)
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written: {error.strerror}", "name another file with -o")


def is_ours(data: bytes) -> bool:
    """Tell whether a file's content is empty or was written by a report or a proof, in any format."""
    return not data.strip() or re.search(b"|".join(_MARKS), _opening(data)) is not None


def _opening(data: bytes) -> bytes:
    """Return the beginning of a file, of an Office file that of each of its parts."""
    if not data.startswith(b"PK"):
        return data[:_LOOKED_AT]
    import zipfile  # here, because every start of the program would pay for it

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return b"\n".join(_beginning(package, name) for name in package.namelist()[:20])
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return b""


def _beginning(package: ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(_LOOKED_AT)


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    """Write the data beside the file and give it the file's name; a new file gets the rights that the umask leaves."""
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
