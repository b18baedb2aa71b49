"""ZIP and tar archives and packed single files: what lies in them is read in memory, nothing is written to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import PurePosixPath

from factcheck.errors import SourceError
from factcheck.ingest import formats, sniff
from factcheck.ingest.reading import MAX_EXPANDED_BYTES, MAX_MEMBERS, Raw
from factcheck.ingest.sources import MAX_BYTES
from factcheck.models import Document

BOMB_BYTES = 20_000_000
BOMB_RATIO = 250
"""A member larger than BOMB_BYTES that was packed to less than 1/BOMB_RATIO holds nothing that a person wrote:
deflate packs news text to a third, tables to a twentieth, and zeros to a thousandth."""


_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)
"""What unpacking damaged bytes raises; RuntimeError includes methods of packing that zipfile does not know."""


def read_zip(raw: Raw) -> Iterator[Document]:
    """Yield the documents in a ZIP archive, sorted by name."""
    if sniff.is_endless(raw.data):
        raise _too_many(raw)
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except zipfile.BadZipFile as error:
        raise SourceError(f"{raw.name} is damaged: {error}") from None
    if len(archive.infolist()) > MAX_MEMBERS:
        raise _too_many(raw)
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        if info.is_dir() or _is_hidden(info.filename):
            continue
        problem = _odd_path(info.filename)
        if info.flag_bits & 1:
            problem = "it is locked with a password"
        elif info.file_size > MAX_BYTES or info.file_size > max(BOMB_BYTES, BOMB_RATIO * info.compress_size):
            problem = f"it unpacks to {info.file_size / 1e6:,.0f} MB"
        elif (info.external_attr >> 28) == 0o12:
            problem = "it is a link"
        problem = problem or _unknown(info.filename, partial(_head_of, archive, info))
        if problem:
            raw.note_problem(f"{raw.name}!/{_shown(info.filename)}", problem)
            continue
        try:
            with archive.open(info) as file:
                data = file.read(MAX_BYTES + 1)  # not the size it claims to have
        except _DAMAGE as error:
            raw.note_problem(f"{raw.name}!/{_shown(info.filename)}", f"it is damaged: {error}")
            continue
        yield from raw.member(_shown(info.filename), data)


def read_tar(raw: Raw) -> Iterator[Document]:
    """Yield the documents in a tar archive, sorted by name."""
    with tarfile.open(fileobj=io.BytesIO(raw.data), mode="r:") as archive:
        members = list(islice(archive, MAX_MEMBERS + 1))
        if len(members) > MAX_MEMBERS:
            raise _too_many(raw)
        members = [member for member in members if not member.isdir() and not _is_hidden(member.name)]
        for member in sorted(members, key=lambda member: member.name):
            problem = _odd_path(member.name) or ("" if member.isreg() else "it is a link or a device")
            if member.size > MAX_BYTES:
                problem = f"it is {member.size / 1e6:,.0f} MB large"
            problem = problem or _unknown(member.name, partial(_head_of_member, archive, member))
            if problem:
                raw.note_problem(f"{raw.name}!/{_shown(member.name)}", problem)
                continue
            file = archive.extractfile(member)
            if file is not None:
                yield from raw.member(_shown(member.name), file.read())


def _too_many(raw: Raw) -> SourceError:
    return SourceError(f"{raw.name} holds more than {MAX_MEMBERS:,} files", "unpack it and name the folder")


def read_packed(raw: Raw) -> Iterator[Document]:
    """Yield the documents of a file packed with gzip, bzip2 or xz: a tar archive or a single file."""
    data = _unpacked(raw)
    if sniff.by_content(data) == "tar":
        raw.tally.count(len(data), raw.name)
        inner = Raw(raw.name, data, raw.sha256, raw.options, raw.depth, raw.tally)
        yield from read_tar(inner)
        return
    name = PurePosixPath(raw.name).name
    yield from raw.member(name.rpartition(".")[0] or name, data)


def _unpacked(raw: Raw) -> bytes:
    stream = io.BytesIO(raw.data)
    packed: gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
    if raw.data.startswith(b"\x1f\x8b"):
        packed = gzip.GzipFile(fileobj=stream)
    else:
        packed = bz2.BZ2File(stream) if raw.data.startswith(b"BZ") else lzma.LZMAFile(stream)  # noqa: SIM115
    limit = min(MAX_EXPANDED_BYTES, max(BOMB_BYTES, BOMB_RATIO * len(raw.data)))
    try:
        with packed:
            data = packed.read(limit + 1)
    except _DAMAGE as error:
        raise SourceError(f"{raw.name} is damaged: {error}") from None
    if len(data) > limit:
        raise SourceError(f"{raw.name} unpacks to more than {limit / 1e6:,.0f} MB", "unpack it and name the files")
    return data


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts


def _odd_path(name: str) -> str:
    """Return what is wrong with a member's path: it could only be meant to be written outside its folder."""
    parts = name.replace("\\", "/").split("/")
    return (
        "its path leads out of the archive" if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] else ""
    )


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unknown(name: str, head: Callable[[], bytes]) -> str:
    try:
        return formats.why_unknown(name, head)
    except _DAMAGE as error:
        return f"it is damaged: {error}"


def _head_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as file:
        return file.read(sniff.HEAD_BYTES)


def _head_of_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return file.read(sniff.HEAD_BYTES) if file is not None else b""
