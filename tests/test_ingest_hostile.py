"""A folder of everything that can be wrong with a source, indexed in one run: all of it is named, the rest is read."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import socket
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import ingest_files as make
import pytest
from conftest import Result

from factcheck import Library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and sockets as POSIX has them")

WALL = "The wall along the river cost £45 million and took 18 months.\n"
ZEROS = bytes(25_000_000)
DEEP = "<div>" * 100_000


def nested(depth: int) -> bytes:
    data = WALL.encode()
    for level in range(depth):
        data = make.zipped({"a.txt" if level == 0 else "a.zip": data})
    return data


def broken_pdf() -> bytes:
    data = make.pdf([make.column(50, 740, [WALL.strip()])])
    table = data[data.index(b"xref") : data.index(b"trailer")]
    return data.replace(table, b"xref\n0 3\n9999999999 00000 n \n").replace(b"startxref\n", b"startxref\n99")


# file, its bytes, what the report says of it
SKIPPED: Mapping[str, tuple[bytes, str]] = {
    "bomb.zip": (make.zipped({"a.txt": ZEROS, "b.txt": WALL}), "bomb.zip!/a.txt: it unpacks to 25 MB"),
    "bomb.txt.gz": (gzip.compress(ZEROS), "bomb.txt.gz unpacks to more than 20 MB"),
    "climbs.zip": (make.zipped({"../../out.txt": WALL, "in.txt": WALL}), "/../../out.txt: its path leads out of"),
    "climbs.tar": (make.tarred({"/etc/x.txt": b"x", "in.txt": WALL.encode()}), "/etc/x.txt: its path leads out of"),
    "nested.zip": (nested(7), "it lies more than 4 files deep"),
    "cut.docx": (make.docx(make.word_paragraph(WALL))[:200], "cut.docx is damaged"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj <</Type/Cat", "cut.pdf is damaged"),
    "scan.pdf": (make.pdf([[], []]), "scan.pdf holds pictures of pages and no text"),
    "locked.pdf": (b"%PDF-1.4\ntrailer <</Encrypt 1 0 R/Root 2 0 R>>\nstartxref\n9\n%%EOF", "locked.pdf is damaged"),
    "empty.txt": (b"", "empty.txt is empty"),
    "blank.txt": (b" \n\n\t \n", "blank.txt is empty"),
    "noise.txt": (bytes(range(256)) * 40, "noise.txt is not text"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(500), "photo.txt is an image"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old.docx is an old Word"),
    "deep.json": (b"[" * 200_000, "deep.json"),
    "half.jsonl": (b'{"text": "The wall cost 45 pounds."}\n{"text": "The\n', "half.jsonl!/2: the line is no JSON"),
}

# file, its bytes, what is read of it
READ: Mapping[str, tuple[bytes, str]] = {
    "bomb.zip": (b"", "45 million"),
    "cr-only.txt": (WALL.encode().replace(b"\n", b"\r") * 2, "45 million"),
    "deep.html": (f"<!doctype html><html><body>{DEEP}{WALL}".encode(), "45 million"),
    "latin1.txt": ("Cafés paid £45 million for façades.\n".encode("cp1252"), "45 million"),
    "line.txt": (WALL.strip().encode() * 2_000, "45 million"),
    "nul.txt": (WALL.encode().replace(b"river", b"ri\x00ver"), "45 million"),
    "rtl.txt": ("הקיר עלה 45 מיליון שקל.\n\u202eThe wall cost £45 million.\u202c\n".encode(), "45"),
    "combining.txt": ("The cafe\u0301 cost £45 million, n\u0303\u0303\u0303 said.\n".encode(), "45 million"),
    "utf16.txt": (("\ufeff" + WALL).encode("utf-16-le"), "45 million"),
    "invalid.txt": (WALL.encode() * 20 + b"\xff\xfe\xc3(" + WALL.encode(), "45 million"),
    "xref.pdf": (broken_pdf(), "45 million"),
    "good.txt": (WALL.encode(), "45 million"),
}

# what stands in the folder and is no file to read, and what the report says of it
ODD = {
    "pipe.txt": "pipe.txt cannot be read: it is a named pipe",
    "socket.txt": "socket.txt cannot be read: it is a socket",
    "loop.txt": "loop.txt cannot be read: its symbolic links lead in a circle",
    "dead.txt": "dead.txt cannot be read: it does not exist",
    "again": "again cannot be read: it is a link to a folder: name it to read it",
    "null.txt": "null.txt cannot be read: it is a device",
    "sparse.txt": "sparse.txt is too large: 2,000 MB, the limit is 200 MB",
    "gone.txt": "gone.txt does not exist",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources")
    for name, (data, _) in {**SKIPPED, **{name: row for name, row in READ.items() if row[0]}}.items():
        (root / name).write_bytes(data)
    os.mkfifo(root / "pipe.txt")
    with contextlib.chdir(root), socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")  # its path may have a hundred bytes at most
    (root / "loop.txt").symlink_to("loop.txt")
    (root / "dead.txt").symlink_to("nowhere.txt")
    (root / "again").symlink_to(root, target_is_directory=True)
    (root / "null.txt").symlink_to("/dev/null")
    with (root / "sparse.txt").open("wb") as file:
        file.truncate(2_000_000_000)
    (root / "gone.txt").write_text(WALL)
    return root


@pytest.fixture(scope="module")
def told(folder: Path) -> Mapping[str, str]:
    """Index the folder, a file vanishing meanwhile, and return what the report says, and the text that was stored."""
    gone = folder / "gone.txt"
    database = folder.parent / "hostile.db"
    with Library(database, create=True) as library:
        report = library.index([folder], now=datetime(2025, 3, 1, tzinfo=UTC), progress=lambda *_: gone.unlink(True))
        stored = {row.path: library.text(row.document) for row in library.sources()}
        assert library.findings() == []
    skipped = {skipped.path: f"{skipped.path}: {skipped.reason}" for skipped in report.skipped}
    assert report.unsupported == ()
    assert all(not skipped.named for skipped in report.skipped)
    return {**stored, **skipped}


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, (_, words) in SKIPPED.items()] + list(ODD.items()))
def test_what_cannot_be_read_is_named_with_the_reason(name: str, words: str, told: Mapping[str, str]) -> None:
    assert any(words in text for path, text in told.items() if f"/{name}" in f"/{path}"), told.get(name)


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, (_, words) in READ.items()])
def test_what_can_be_read_is_read(name: str, words: str, told: Mapping[str, str]) -> None:
    assert any(words in text for path, text in told.items() if f"/{name}" in f"/{path}"), sorted(told)


def test_figures_of_the_folder_are_listed_in_spite_of_it(
    run: Callable[..., Result], folder: Path, told: object
) -> None:
    result = run("figures", str(folder), "--json", "--kind", "money")
    assert result.status == 0
    assert {json.loads(line)["value"] for line in result.out.splitlines()} >= {45_000_000}
    unread = [line for line in result.err.splitlines() if line.startswith("not read: ")]
    for name in (*(name for name in SKIPPED if name != "gone.txt"), *(name for name in ODD if name != "gone.txt")):
        assert any(name in line for line in unread), name


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in" / "shut").mkdir(parents=True)
    (tmp_path / "in" / "shut" / "a.txt").write_text(WALL)
    (tmp_path / "in" / "b.txt").write_text(WALL)
    (tmp_path / "in" / "c.txt").write_text(WALL)
    (tmp_path / "in" / "b.txt").chmod(0)
    (tmp_path / "in" / "shut").chmod(0)
    try:
        report = json.loads(run("index", str(tmp_path / "in"), "--db", str(tmp_path / "c.db"), "--json").out)
    finally:
        (tmp_path / "in" / "shut").chmod(0o700)
    assert report["new"] == ["in/c.txt"]
    assert [skipped["path"].rpartition("/")[2] for skipped in report["skipped"]] == ["b.txt", "shut"]
    assert all("permission denied" in skipped["reason"] for skipped in report["skipped"])
