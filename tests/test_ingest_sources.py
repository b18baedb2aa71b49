"""Finding files below the paths a person names, and reading their bytes safely."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest
from ingest_files import zipped

from factcheck import ingest
from factcheck.errors import SourceError, UnknownFormatError
from factcheck.ingest import Found, find_sources, load, read_data, sources

posix = pytest.mark.skipif(os.name != "posix", reason="needs links and pipes as POSIX has them")


def names(paths: list[Path], root: Path, **options: object) -> list[str]:
    """Return what is found, relative to the root, with the reason in brackets where it is not to be read."""
    found = find_sources(paths, **options)  # type: ignore[arg-type]  # passed through
    prefix = root.as_posix() + "/"
    return [f.name.removeprefix(prefix) + (f" ({f.skipped})" if f.skipped else "") for f in found]


def write(root: Path, *files: str, text: str = "Some text.\n") -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/c/d.txt", "c.txt", "B.txt")
    assert names([tmp_path], tmp_path) == ["B.txt", "a/c/d.txt", "a/z.md", "b.txt", "c.txt"]


def test_hidden_files_and_version_control_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".git/config.txt", "seen.txt", ".venv/lib/x.txt", ".DS_Store", "._seen.txt", ".~lock.a.odt")
    assert names([tmp_path], tmp_path) == ["seen.txt"]


def test_hidden_files_of_a_type_that_is_read_are_named(tmp_path: Path) -> None:
    write(tmp_path, ".notes.md", "seen.txt", ".profile", ".x.odd")
    assert names([tmp_path], tmp_path) == [".notes.md (left out by the dot before a name)", "seen.txt"]


def test_a_hidden_file_that_is_named_is_found(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt")
    assert names([tmp_path / ".hidden.txt"], tmp_path) == [".hidden.txt"]


def test_each_file_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "in/b.txt")
    assert names([tmp_path / "in", tmp_path, tmp_path / "a.txt"], tmp_path) == ["in/b.txt", "a.txt"]


def test_exclude_patterns_are_those_of_gitignore(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "drafts/b.txt", "drafts/keep.txt", "in/old.md", "in/new.md")
    left = names([tmp_path], tmp_path, exclude=["drafts/*", "!drafts/keep.txt", "old.*"])
    assert left == [
        "a.txt",
        "drafts/b.txt (left out by --exclude)",
        "drafts/keep.txt",
        "in/new.md",
        "in/old.md (left out by --exclude)",
    ]


def test_ignore_files_hold_below_their_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "in/a.txt", "in/deep/a.txt", "in/big/x.txt")
    (tmp_path / "in" / ".gitignore").write_text("/a.txt\nbig/\n")
    (tmp_path / "in" / "deep" / ".factcheckignore").write_text("*.txt\n")
    assert names([tmp_path], tmp_path) == [
        "a.txt",
        "in/a.txt (left out by .gitignore)",
        "in/big (left out by .gitignore)",
        "in/deep/a.txt (left out by .factcheckignore)",
    ]


def test_files_without_a_reader_are_named_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "photo.jpg", "Makefile")
    assert names([tmp_path], tmp_path) == [
        "Makefile (no reader for files without a suffix)",
        "a.txt",
        "photo.jpg (no reader for .jpg files)",
    ]
    [photo] = [found for found in find_sources([tmp_path]) if found.name.endswith("jpg")]
    assert photo.unsupported and not photo.named
    with pytest.raises(UnknownFormatError, match="no reader for"):
        load(photo)


PAGE = "<!DOCTYPE html><html><body><p>Hello</p></body></html>"
# name, what is in it, why it is not read
OTHER_SUFFIXES = [
    ("saved.aspx", PAGE, ""),
    ("report.dat", "%PDF-1.4 ...", ""),
    ("minutes.doc", "{\\rtf1 Words}", ""),
    ("letter.M1.host:2,S", "From: a@test.example\nDate: x\nSubject: y\n\nText", ""),
    ("plan.doc", "PK\x03\x04 as .docx is", ""),
    ("plan.doc", "an old one", "no reader for .doc files: save it as .docx"),
    ("sums.XLS", "an old one", "no reader for .xls files: save it as .xlsx"),
    ("talk.pptx", "PK\x03\x04 slides", ""),  # read, and told that it is a presentation
    ("library.jar", "PK\x03\x04 a program", "no reader for .jar files"),
    ("words.xyz", "Some words.", "no reader for .xyz files"),
    ("photo.jpg", "\x00\x01", "no reader for .jpg files"),
]


@pytest.mark.parametrize(
    ("name", "text", "why"), OTHER_SUFFIXES, ids=[f"{row[0]} {row[1][:4]!r}" for row in OTHER_SUFFIXES]
)
def test_the_content_decides_where_the_suffix_says_nothing(name: str, text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    (found,) = find_sources([tmp_path])
    assert found.skipped == why
    in_zip = read_data("a.zip", zipped({name: text, "b.txt": "Words of a text."}))
    told = [problem.message for problem in in_zip.problems if "no reader" in problem.message]
    assert told == ([why] if why else [])


def test_a_file_without_a_suffix_is_found_by_its_content(tmp_path: Path) -> None:
    write(tmp_path, "page", text="<!DOCTYPE html><html><body><p>Hello</p></body></html>")
    write(tmp_path, "Inbox", text="From jane@test.example Mon Jan  1 00:00:00 2024\nSubject: Hello\n\nText.\n")
    assert names([tmp_path], tmp_path) == ["Inbox", "page"]


def test_missing_paths_are_named_and_the_rest_is_found(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = list(find_sources([tmp_path / "none.txt", tmp_path]))
    name = f"{tmp_path.as_posix()}/none.txt"
    assert found[0] == Found(tmp_path / "none.txt", name, True, "it does not exist", hint="check the path")
    assert [f.skipped for f in found[1:]] == [""]


def test_an_address_is_no_path() -> None:
    [found] = find_sources(["https://test.example/a/b"])
    assert found.is_address and found.named and found.name == "https://test.example/a/b"


@posix
def test_links_never_lead_in_circles(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to("self")
    (tmp_path / "link.txt").symlink_to("in/a.txt")
    assert names([tmp_path], tmp_path) == [
        "in/a.txt",
        "in/self (its symbolic links lead in a circle)",
        "in/up (it is a link to a folder: name it to read it)",
    ]


@posix
def test_a_named_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "link").symlink_to("in")
    assert names([tmp_path / "link"], tmp_path) == ["link/a.txt"]


@posix
def test_pipes_sockets_and_devices_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert names([tmp_path], tmp_path) == ["pipe.txt (it is a named pipe)", "socket.txt (it is a socket)"]
    assert names([Path("/dev/null")], tmp_path) == ["/dev/null (it is a device)"]


@posix
def test_a_pipe_in_the_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="it is a named pipe"):
        load(Found(tmp_path / "a.txt", "a.txt"))


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, "closed/a.txt", "a.txt")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "a.txt").chmod(0)
    try:
        assert names([tmp_path], tmp_path) == ["a.txt", "closed (permission denied)"]
        with pytest.raises(SourceError, match="permission denied"):
            load(Found(tmp_path / "a.txt", "a.txt"))
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_file_that_is_gone_by_the_time_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    [found] = find_sources([tmp_path])
    found.path.unlink()
    with pytest.raises(SourceError, match="does not exist"):
        load(found)


def test_a_folder_that_is_gone_by_the_time_it_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "in/b.txt", "z.txt")
    found = find_sources([tmp_path])
    assert next(found).name.endswith("/a.txt")
    shutil.rmtree(tmp_path / "in")
    gone, last = found
    assert gone.name.endswith("/in") and "the folder cannot be read" in gone.skipped
    assert last.name.endswith("/z.txt")


def test_a_file_that_changes_while_it_is_read_is_known_by_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", text="The wall cost £45 million.\n")
    path = tmp_path / "a.txt"
    read_plain = sources._read_plain_file

    def meanwhile(found: Found) -> bytes:
        data = read_plain(found)
        path.write_text("The wall cost £54 million.\n")
        return data

    monkeypatch.setattr(sources, "_read_plain_file", meanwhile)
    [document] = ingest.read_source(path)
    assert "£45 million" in document.text
    assert document.sha256 == ingest.digest("The wall cost £45 million.\n".encode())


def test_a_file_that_has_become_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match=r"a\.txt (may not|cannot) be read"):
        load(Found(tmp_path / "a.txt", "a.txt"))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # takes no room where files may have holes
    with pytest.raises(SourceError, match=r"too large: 2,000 MB, the limit is 200 MB") as caught:
        load(Found(path, "huge.txt"))
    assert caught.value.hint


def test_a_file_that_grows_while_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", text="x" * 50)
    monkeypatch.setattr(sources, "MAX_BYTES", 20)
    with pytest.raises(SourceError, match="too large"):
        load(Found(tmp_path / "a.txt", "a.txt"))


@posix
def test_a_name_that_is_no_unicode_is_shown_and_still_read(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(raw, "wb") as file:  # noqa: PTH123
            file.write(b"Some text about the council.\n")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    [found] = find_sources([tmp_path])
    assert found.name.endswith("caf\ufffd.txt")
    assert ingest.read_source(found)[0].path == found.name


def test_a_hundred_folders_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 100)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    assert [name[-7:] for name in names([tmp_path], tmp_path)] == ["d/a.txt"]
