"""Files that are met no more: gone, moved with what was set by hand, or away; and what was never a file stays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW, Result
from test_store import check_whole

from factcheck import Library
from factcheck.absences import Places, moves
from factcheck.models import Document, IndexReport
from factcheck.store import Entry

Act = Callable[[Path], object]
FERRY, BRIDGE, UNDATED = "articles/ferry.md", "articles/bridge.txt", "articles/undated.txt"


@pytest.fixture
def library(database: Path) -> Library:
    return Library(database)


def indexed(library: Library, *paths: str, prune: bool = False) -> IndexReport:
    report = library.index(paths or ["articles"], now=NOW, prune=prune)
    check_whole(library.path)
    return report


def paths_of(library: Library) -> set[str]:
    return {row.path for row in library.sources()}


# --- moved ------------------------------------------------------------------------------------------------


def renamed(folder: Path) -> None:
    (folder / FERRY).rename(folder / "articles" / "wreck.md")


def moved_down(folder: Path) -> None:
    (folder / "articles" / "old").mkdir()
    (folder / FERRY).rename(folder / "articles" / "old" / "ferry.md")


def copied(folder: Path) -> None:
    shutil.copy(folder / FERRY, folder / "articles" / "wreck.md")


def renamed_and_changed(folder: Path) -> None:
    renamed(folder)
    with (folder / "articles" / "wreck.md").open("a") as file:
        file.write("\nMore is known now.\n")


MOVES: dict[str, tuple[Act, tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "renamed": (renamed, ((FERRY, "articles/wreck.md"),), ()),
    "moved to another folder": (moved_down, ((FERRY, "articles/old/ferry.md"),), ()),
    "copied, and still there": (copied, (), ()),
    "renamed and changed: another text": (renamed_and_changed, (), (FERRY,)),
    "deleted": (lambda folder: (folder / FERRY).unlink(), (), (FERRY,)),
    "nothing": (lambda folder: None, (), ()),
}


@pytest.mark.parametrize(("act", "moved", "gone"), MOVES.values(), ids=MOVES)
def test_what_is_told(
    act: Act, moved: tuple[tuple[str, str], ...], gone: tuple[str, ...], library: Library, folder: Path
) -> None:
    act(folder)
    report = indexed(library)
    assert (report.moved, report.gone) == (moved, gone)
    assert not {new for _, new in moved} & set(report.new)
    again = indexed(library)
    assert (again.moved, again.gone, again.new) == ((), gone, ())
    assert indexed(library, prune=True).removed == gone
    assert paths_of(library) == {path.relative_to(folder).as_posix() for path in (folder / "articles").rglob("*.*")}


def test_a_moved_file_keeps_what_was_set_by_hand(library: Library, folder: Path) -> None:
    (number,) = [row.document for row in library.sources() if row.path == UNDATED]
    library.set_source(number, {"published": date(2022, 9, 1), "label": "official", "weight": 2.0, "title": "Harvest"})
    (folder / "articles").rename(folder / "papers")
    report = indexed(library, "papers")
    assert len(report.moved) == 3 and report.new == ()
    (row,) = [row for row in library.sources() if row.path == "papers/undated.txt"]
    assert (row.published, row.published_from, row.label, row.weight, row.title) == (
        date(2022, 9, 1), "set by hand", "official", 2.0, "Harvest",
    )  # fmt: skip
    assert len(library.sources()) == 3


def test_what_is_said_now_outweighs_what_was_set_before(library: Library, folder: Path) -> None:
    (number,) = [row.document for row in library.sources() if row.path == FERRY]
    library.set_source(number, {"label": "wire", "author": "Jo Hart"})
    renamed(folder)
    library.index(["articles"], now=NOW, label="official")
    (row,) = [row for row in library.sources() if row.path == "articles/wreck.md"]
    assert (row.label, row.author) == ("official", "Jo Hart")


@pytest.mark.parametrize("prune", [False, True])
def test_a_run_that_ended_before_a_move_was_written_down(prune: bool, library: Library, folder: Path) -> None:
    (number,) = [row.document for row in library.sources() if row.path == FERRY]
    library.set_source(number, {"label": "official"})
    copied(folder)
    assert indexed(library).new == ("articles/wreck.md",)  # both are there: as a run killed in between leaves it
    (folder / FERRY).unlink()
    report = indexed(library, prune=prune)
    assert (report.moved, report.gone, report.removed) == (((FERRY, "articles/wreck.md"),), (), ())
    assert {row.label for row in library.sources() if row.path == "articles/wreck.md"} == {"official"}
    assert len(library.sources()) == 3


def test_a_copy_with_words_of_its_own_keeps_them(library: Library, folder: Path) -> None:
    copied(folder)
    indexed(library)
    for row in library.sources():
        if row.path in (FERRY, "articles/wreck.md"):
            library.set_source(row.document, {"label": row.path})
    (folder / FERRY).unlink()
    assert indexed(library).gone == (FERRY,)
    assert {row.label for row in library.sources()} == {FERRY, "articles/wreck.md", None}


def test_of_files_with_the_same_bytes_each_moves_once(tmp_path: Path) -> None:
    places = Places(tmp_path)
    (tmp_path / "kept.txt").write_text("x")
    stored = [("b.txt", "h"), ("a.txt", "h"), ("kept.txt", "h"), ("x.txt", "h"), ("b.txt", "h")]
    assert list(moves({"h": ["x.txt"]}, stored, places)) == [("a.txt", "x.txt")]
    assert list(moves({"h": ["y.txt", "x.txt"]}, stored, places)) == [("a.txt", "x.txt"), ("b.txt", "y.txt")]
    assert list(moves({"other": ["y.txt"]}, stored, places)) == []


# --- gone, or not -----------------------------------------------------------------------------------------


def emptied(folder: Path) -> None:
    shutil.rmtree(folder / "articles")
    (folder / "articles").mkdir()


@pytest.mark.parametrize("act", [lambda folder: shutil.rmtree(folder / "articles"), emptied], ids=["away", "empty"])
def test_a_folder_that_may_be_a_drive_that_is_away_keeps_its_sources(act: Act, library: Library, folder: Path) -> None:
    act(folder)
    report = indexed(library, prune=True)
    assert (report.removed, report.gone, len(library.sources())) == ((), (), 3)
    (skipped,) = report.skipped
    assert skipped.named and skipped.hint == "its 3 sources stay; if it was moved, index it where it is now"


def test_the_folder_above_removes_them(library: Library, folder: Path) -> None:
    shutil.rmtree(folder / "articles")
    assert indexed(library, ".", prune=True).removed == (BRIDGE, FERRY, UNDATED)


def test_a_single_file_that_is_named_is_removed(library: Library, folder: Path) -> None:
    (folder / FERRY).unlink()
    assert indexed(library, FERRY).gone == (FERRY,)
    assert indexed(library, FERRY, prune=True).removed == (FERRY,)


def test_what_was_piped_in_or_fetched_is_never_gone(library: Library, folder: Path) -> None:
    library.index(["-"], now=NOW, stdin=b"The hall holds 50 people.\n")
    address = "https://papers.example/hall"
    library._store.write([(address, [Entry(Document(address, "A hall.", "0", "html"), [])])], NOW)
    for prune in (False, True):
        report = indexed(library, ".", prune=prune)
        assert (report.removed, report.gone, len(library.sources())) == ((), (), 5)


def test_a_file_that_may_not_be_looked_at_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(tmp_path)
    assert places.is_gone("none.txt") and places.is_gone("none/none.txt")
    assert not places.is_gone("bytes\ufffd.txt")  # its own name is not known

    def refuse(path: str) -> None:
        raise PermissionError(path)

    monkeypatch.setattr("factcheck.absences.os.stat", refuse)
    assert not places.is_gone("none.txt")


def test_a_source_that_can_be_read_no_longer_says_that_its_text_stays(library: Library, folder: Path) -> None:
    (folder / FERRY).write_bytes(bytes(range(256)) * 40)
    (skipped,) = indexed(library).skipped
    assert skipped.hint.endswith("; what was read of it before stays")
    assert FERRY in paths_of(library)


def test_the_database_is_no_file_of_its_folder(library: Library, folder: Path) -> None:
    (folder / "other.db").write_bytes(b"x")
    assert indexed(library, ".").unsupported == ("other.db",)


# --- as the command tells it ------------------------------------------------------------------------------


def test_the_command_tells_what_was_moved_and_what_is_gone(
    database: Path, folder: Path, run: Callable[..., Result]
) -> None:
    renamed(folder)
    (folder / UNDATED).unlink()
    assert run("index", "articles").out == (
        "Documents: 1 unchanged, 1 moved, 1 gone.\n"
        f"moved: {FERRY} is articles/wreck.md now\n"
        f"gone: {UNDATED}: the file is not there; its source stays (--prune\n  removes such)\n"
    )
    (folder / "articles" / "wreck.md").rename(folder / FERRY)
    report = json.loads(run("index", "articles", "--json").out)
    assert report["moved"] == [{"from": "articles/wreck.md", "to": FERRY}]
    assert (report["new"], report["gone"]) == ([], [UNDATED])


def test_many_are_counted(database: Path, folder: Path, run: Callable[..., Result]) -> None:
    for number in range(8):
        (folder / "articles" / f"{number}.txt").write_text(f"Mill {number} made paper.\n")
    run("index", "articles")
    (folder / "articles").rename(folder / "papers")
    told = run("index", "papers").out.splitlines()
    assert told[0] == "Documents: 11 moved." and told[-1] == "moved: 6 more"
    shutil.rmtree(folder / "papers")
    (folder / "note.txt").write_text("A note.\n")
    told = run("index", ".").out.splitlines()
    assert told[0] == "Documents: 1 new, 11 gone." and told[-1] == "gone: 6 more"
