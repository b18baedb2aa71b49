"""Watching folders: what has changed and come to rest is told once, and the database follows it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Result
from test_cli_process import PROGRAM, posix_only, surroundings
from test_store import check_whole

from factcheck import Library
from factcheck.cli_watch import _Keeper
from factcheck.errors import DatabaseBusyError, SourceError
from factcheck.render.look import Look
from factcheck.render.terminal import render_change
from factcheck.watching import Changes, Folders, Stamp, Watch, files_below

ONE, TWO, THREE = (1, 10, 7), (2, 10, 7), (3, 12, 7)
# What each look finds, the first at the beginning, and what the looks after it tell.
LOOKS: dict[str, tuple[list[dict[str, Stamp]], list[Changes]]] = {
    "nothing": ([{"a": ONE}] * 3, [Changes()] * 2),
    "a new file, told once": (
        [{}, {"a": ONE}, {"a": ONE}, {"a": ONE}],
        [Changes(), Changes(("a",)), Changes()],
    ),
    "a file still being written": (
        [{}, {"a": ONE}, {"a": TWO}, {"a": THREE}, {"a": THREE}],
        [Changes(), Changes(), Changes(), Changes(("a",))],
    ),
    "a changed file": ([{"a": ONE}, {"a": TWO}, {"a": TWO}], [Changes(), Changes(("a",))]),
    "a deleted file": ([{"a": ONE}, {}, {}, {}], [Changes(), Changes((), ("a",)), Changes()]),
    "a file written anew by way of another name": (
        [{"a": ONE}, {}, {"a": TWO}, {"a": TWO}],
        [Changes(), Changes(), Changes(("a",))],
    ),
    "a file that comes and goes": ([{}, {"a": ONE}, {}, {}], [Changes(), Changes(), Changes()]),
    "a file changed back": ([{"a": ONE}, {"a": TWO}, {"a": ONE}, {"a": ONE}], [Changes()] * 3),
    "several, by name": (
        [{"c": ONE}, {"b": ONE, "a": ONE}, {"b": ONE, "a": ONE}],
        [Changes(), Changes(("a", "b"), ("c",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("looks", "told"), LOOKS.values(), ids=LOOKS)
def test_what_is_told(looks: list[dict[str, Stamp]], told: list[Changes]) -> None:
    seen = iter(looks)
    watch = Watch(lambda: next(seen))
    assert [watch.changes() for _ in told] == told


def test_what_could_not_be_acted_on_is_told_again() -> None:
    seen = iter([{"a": ONE, "b": ONE}, {"a": TWO}, *[{"a": TWO}] * 4])
    watch = Watch(lambda: next(seen))
    assert watch.changes() == Changes()
    first = watch.changes()
    watch.again(first)
    assert watch.changes() == first == Changes(("a",), ("b",))
    assert watch.changes() == Changes()


def test_a_folder_that_is_away_deletes_nothing(folder: Path) -> None:
    watch = Watch(lambda: files_below(["articles"]))
    (folder / "articles").rename(folder / "elsewhere")
    for _ in range(3):
        with pytest.raises(SourceError, match="does not exist"):
            watch.changes()
    (folder / "elsewhere").rename(folder / "articles")
    assert watch.changes() == watch.changes() == Changes()


def test_a_folder_whose_drive_is_taken_out_deletes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drive = [7]
    monkeypatch.setattr("factcheck.watching._drive", lambda _: drive[0])
    watch = Watch(Folders(["articles"]))
    (folder / "articles").rename(folder / "elsewhere")
    (folder / "articles").mkdir()  # what is left of the place where a drive was
    drive[0] = 3
    for _ in range(3):
        with pytest.raises(SourceError, match="its drive is away"):
            watch.changes()
    (folder / "articles").rmdir()
    (folder / "elsewhere").rename(folder / "articles")
    drive[0] = 7
    assert watch.changes() == watch.changes() == Changes()


def test_files_that_index_leaves_out_are_not_watched(folder: Path) -> None:
    (folder / "articles" / ".gitignore").write_text("left.txt\n")
    for name in ("left.txt", "excluded.txt", ".hidden.txt", "picture.xyz", "kept.txt"):
        (folder / "articles" / name).write_text("Some text that stands here.\n")
    names = {Path(name).name for name in files_below(["articles"], ["excluded.*"])}
    assert names == {"kept.txt", "ferry.md", "bridge.txt", "undated.txt"}


def acted(folder: Path, capsys: pytest.CaptureFixture[str], act: Callable[[], object], *, prune: bool) -> str:
    """Return what is told of an act on the files, after two looks."""
    keeper = _Keeper(lambda: Library(folder / "claims.db", create=True), prune, False)
    keeper.index(["articles"], [])
    watch = Watch(lambda: files_below(["articles"]))
    capsys.readouterr()
    act()
    keeper.follow(watch)
    keeper.follow(watch)
    check_whole(folder / "claims.db")
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("prune", "line", "left"),
    [
        (False, "gone     articles/ferry.md: its source stays; --prune removes such\n", 3),
        (True, "removed  articles/ferry.md\n", 2),
    ],
    ids=["kept", "pruned"],
)
def test_deleted_files(prune: bool, line: str, left: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert acted(folder, capsys, (folder / "articles" / "ferry.md").unlink, prune=prune) == line
    with Library(folder / "claims.db") as library:
        assert len(library.sources()) == left


@pytest.mark.parametrize("prune", [False, True])
def test_a_renamed_file_is_told_as_moved(prune: bool, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rename() -> None:
        (folder / "articles" / "ferry.md").rename(folder / "articles" / "wreck.md")

    line = "moved    articles/wreck.md: it was articles/ferry.md before\n"
    assert acted(folder, capsys, rename, prune=prune) == line
    with Library(folder / "claims.db") as library:
        assert {row.path for row in library.sources()} == {f"articles/{name}" for name in
            ("wreck.md", "bridge.txt", "undated.txt")}  # fmt: skip


def test_a_file_that_vanishes_before_it_is_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keeper = _Keeper(lambda: Library(folder / "claims.db", create=True), True, True)
    keeper._act(Changes(("articles/none.txt",)))
    told = json.loads(capsys.readouterr().out)
    assert (told["event"], told["path"]) == ("skipped", "articles/none.txt") and "does not exist" in told["reason"]


def test_a_database_held_by_another_process_is_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = [True]

    def opened() -> Library:
        if held[0]:
            raise DatabaseBusyError("the database is held by another process", "wait")
        return Library(folder / "claims.db", create=True)

    keeper = _Keeper(opened, False, False)
    watch = Watch(lambda: files_below(["articles"]))
    (folder / "articles" / "new.txt").write_text("The tram was late.\n")
    for _ in range(3):
        keeper.follow(watch)
    held[0] = False
    keeper.follow(watch)
    told = capsys.readouterr()
    assert told.out == "new      articles/new.txt\n"
    assert told.err.count("waiting: the database is held") == 1


@pytest.mark.parametrize("name", ["none", "articles/ferry.md", ""])
def test_only_folders_are_watched(name: str, folder: Path, run: Callable[..., Result]) -> None:
    result = run("watch", name)
    assert (result.status, result.out) == (2, "")
    assert "is no folder" in result.err


@posix_only
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "ended"])
def test_watching_as_a_process_ends_with_a_summary(sent: signal.Signals, folder: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "watch", "--every", "0.05", "articles"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        text=True,
    )
    assert process.stdout is not None and process.stderr is not None
    assert sorted(process.stdout.readline().split()[0] for _ in range(3)) == ["new"] * 3
    while "Ctrl-C ends it" not in process.stderr.readline():
        assert process.poll() is None
    (folder / "articles" / "more.txt").write_text("The tram was late.\n")
    assert process.stdout.readline() == "new      articles/more.txt\n"
    process.send_signal(sent)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, "")
    assert "4 new" in err and "Traceback" not in err
    with Library(folder / "claims.db") as library:
        assert len(library.sources()) == 4


def test_a_changed_file_is_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change() -> None:
        path = folder / "articles" / "undated.txt"
        path.write_text("The harvest\n\nFarmers harvested 60 per cent less barley.\n")
        os.utime(path, (time.time() + 5, time.time() + 5))

    assert acted(folder, capsys, change, prune=False) == "changed  articles/undated.txt\n"
    with Library(folder / "claims.db") as library:
        assert any(row.figure.text == "60 per cent" for row in library.figures())


NARROW = Look(width=30)


@pytest.mark.parametrize(
    ("given", "look", "shown"),
    [
        (("new", "a.txt", ""), None, "new      a.txt"),
        (("gone", "a.txt", "its source stays"), None, "gone     a.txt: its source stays"),
        (("skipped", "a.pdf", "a.pdf is damaged"), None, "skipped  a.pdf is damaged"),
        (("new", "a\x1b[31m.txt", "it\nstays"), None, "new      a�[31m.txt: it stays"),
        (("new", "a.txt", ""), NARROW, "new      a.txt"),
        (
            ("skipped", "a.pdf", "a.pdf is damaged: its table of parts"),
            NARROW,
            "skipped  a.pdf is damaged: its\n         table of parts",
        ),
    ],
    ids=["alone", "with a reason", "named in its reason", "with an escape", "short", "broken"],
)
def test_how_a_change_is_shown(given: tuple[str, str, str], look: Look | None, shown: str) -> None:
    assert render_change(*given, look) == shown
