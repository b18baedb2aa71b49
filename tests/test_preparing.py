"""Reading shared out to processes: the same database, in spite of what becomes of a process."""

from __future__ import annotations

import os
import pickle
import signal
import weakref
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from conftest import NOW
from dump_database import dump
from test_store import check_whole

from factcheck import Library, crew, preparing, store

FILES = 9


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of files, so many that they are shared out in batches of two."""
    monkeypatch.setattr(preparing, "TASKS_TO_SHARE_OUT", 3)
    monkeypatch.setattr(preparing, "TASKS_A_BATCH", 2)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        text = f"# Ferry {number}\n\nFerry {number} sank on 3 May 2024 with {number + 300} people on board.\n"
        (folder / f"{number}.md").write_text(text, "utf-8")
    (folder / "empty.txt").touch()
    return folder


def indexed(folder: Path, name: str, jobs: int) -> Path:
    """Return a database of the folder."""
    path = folder.parent / name
    with Library(path, create=True) as library:
        report = library.index([folder], now=NOW, jobs=jobs)
        assert len(report.new) == FILES
        assert [source.path for source in report.skipped] == [(folder / "empty.txt").as_posix()]
    return path


def test_however_many_processes_read_the_database_is_the_same(articles: Path) -> None:
    dumps = [list(dump(indexed(articles, f"{jobs}.db", jobs))) for jobs in (1, 2, 3)]
    assert dumps[0] == dumps[1] == dumps[2]


def test_what_has_not_changed_is_left_alone_by_processes_too(articles: Path) -> None:
    path = indexed(articles, "a.db", 2)
    (articles / "4.md").write_text("Ferry 4 floats.\n", "utf-8")
    with Library(path) as library:
        report = library.index([articles], now=NOW, jobs=2)
        assert (len(report.unchanged), len(report.changed)) == (FILES - 1, 1)
        assert library.index([articles, articles / "3.md"], now=NOW, jobs=2).changed == ()
    check_whole(path)


def test_a_date_set_by_hand_is_known_to_the_processes(articles: Path) -> None:
    path = indexed(articles, "a.db", 2)
    (articles / "4.md").write_text("Ferry 4 sank in May.\n", "utf-8")
    with Library(path) as library:
        library.set_source(library.find_source("4.md").document, {"published": "2020-06-01"})
        library.index([articles], now=NOW, jobs=2)
        assert [row.figure.value for row in library.figures(source="4.md", kinds=["date"])] == ["2020-05"]


def make_mortal(how: preparing._Preparing) -> Callable[[Sequence[preparing.Task]], list[preparing.Outcome]]:
    """Return what reads files as `preparing` does, but ends its process over one of them."""
    work = real_maker(how)

    def read(tasks: Sequence[preparing.Task]) -> list[preparing.Outcome]:
        if any(task.file.endswith("5.md") for task in tasks):
            os.kill(os.getpid(), signal.SIGKILL)
        return work(tasks)

    return read


real_maker = preparing._make_preparer


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
def test_a_file_that_ends_its_process_is_named_and_the_rest_is_read(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "_make_preparer", make_mortal)
    path = articles.parent / "a.db"
    with Library(path, create=True) as library:
        report = library.index([articles], now=NOW, jobs=2)
        assert len(report.new) == FILES - 1
        (lost, _) = report.skipped
        assert lost.path.endswith("5.md")
        assert "ended by signal 9" in lost.reason
        assert len(library.sources()) == FILES - 1
    check_whole(path)


def test_an_interrupted_run_leaves_whole_documents_and_no_process(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[crew._Crew] = []
    begin = crew._Crew.__enter__

    def enter(made: crew._Crew) -> crew._Crew:
        started.append(made)
        return begin(made)

    def interrupt(done: int, total: int, name: str) -> None:
        if done == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(crew._Crew, "__enter__", enter)
    path = articles.parent / "a.db"
    with Library(path, create=True) as library:
        with pytest.raises(KeyboardInterrupt):
            library.index([articles], now=NOW, jobs=2, progress=interrupt)
        (made,) = started
        assert all(process.poll() is not None for process in made._processes)
        assert library.index([articles], now=NOW, jobs=2).changed == ()
    check_whole(path)


def test_progress_knows_how_many_there_are(articles: Path) -> None:
    told: list[tuple[int, int]] = []
    with Library(articles.parent / "a.db", create=True) as library:
        library.index([articles], now=NOW, jobs=2, progress=lambda done, total, name: told.append((done, total)))
    assert told == [*((done, FILES + 1) for done in range(1, FILES + 2)), (FILES + 1, FILES + 1)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_large_file_goes_through_the_disk(jobs: int, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = list(dump(indexed(articles, "kept.db", 1)))
    taken: list[Path] = []
    forget = preparing.Prepared.forget

    def watched(outcome: preparing.Prepared) -> None:
        assert isinstance(outcome.documents, preparing.Spooled)
        assert len(outcome.documents) == 1
        taken.append(outcome.documents.path)
        forget(outcome)

    monkeypatch.setattr(preparing.Prepared, "forget", watched)
    monkeypatch.setattr(preparing, "_make_preparer", make_spooling)
    monkeypatch.setattr(preparing, "SPOOLED_CHARACTERS", 1)
    monkeypatch.setattr(preparing, "SPOOLED_AT_A_TIME", 2)
    monkeypatch.setattr(store, "_SENTENCES_AT_A_TIME", 2)
    assert list(dump(indexed(articles, "spooled.db", jobs))) == kept
    assert len(taken) == FILES
    assert not any(path.parent.exists() for path in taken)


def make_spooling(how: preparing._Preparing) -> Callable[[Sequence[preparing.Task]], list[preparing.Outcome]]:
    """Return what reads files as `preparing` does, in a process in which every file is large."""
    preparing.SPOOLED_CHARACTERS, preparing.SPOOLED_AT_A_TIME = 1, 2
    return real_maker(how)


def test_the_sentences_of_a_large_file_are_not_all_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "SPOOLED_AT_A_TIME", 3)
    alive: weakref.WeakSet[Word] = weakref.WeakSet()
    most = 0

    def read() -> Iterator[tuple[Word, list[None]]]:
        nonlocal most
        for number in range(30):
            word = Word(str(number))
            alive.add(word)
            most = max(most, len(alive))
            yield word, [None] * (number % 3)

    spooled = preparing.Spooled(tmp_path / "spooled", [("one", read()), ("two", iter(())), ("three", read())])  # type: ignore[list-item]  # what is spooled is pickled, whatever it is
    assert most <= 2 * 3
    found = pickle.loads(pickle.dumps(spooled))
    assert [(name, len(sentences), preparing.count_figures(sentences)) for name, sentences in found] == [
        ("one", 30, 30),
        ("two", 0, 0),
        ("three", 30, 30),
    ]
    assert [[str(word) for word, _ in sentences] for _, sentences in found] == [
        [*map(str, range(30))],
        [],
        [*map(str, range(30))],
    ]


class Word(str):
    """A text that can be watched."""

    __slots__ = ("__weakref__",)


def test_few_files_are_read_in_this_process(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "TASKS_TO_SHARE_OUT", FILES + 2)
    monkeypatch.delattr(preparing, "lasting")
    indexed(articles, "a.db", 2)


def test_a_heavy_batch_is_in_work_alone(tmp_path: Path) -> None:
    batches = [(["a" * 9], 9), (["b"], 1), (["c"], 1), (["d" * 9], 9)]
    found = crew.lasting(make_upper, (), batches, jobs=2, most=8, lost=lambda piece, how: f"{piece}: {how}")
    assert list(found) == ["A" * 9, "B", "C", "D" * 9]


def make_upper() -> Callable[[Sequence[str]], list[str]]:
    return lambda pieces: [piece.upper() for piece in pieces]
