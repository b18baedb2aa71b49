"""Work shared out to processes: in order, the same as one by one, and clear about a process that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.crew import shared_out
from factcheck.errors import UsageError, WorkerError


def make_doubler(factor: int) -> Callable[[int], int]:
    def work(piece: int) -> int:
        if piece == 13:
            raise UsageError("thirteen is no number", "take another")
        if piece == 99:
            os._exit(7)
        if piece == 98:
            os.kill(os.getpid(), signal.SIGKILL)
        print("noise", flush=True)
        return factor * piece

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(jobs: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shared_out(make_doubler, (2,), range(12), jobs=jobs)) == [2 * piece for piece in range(12)]


def test_no_more_is_handed_out_than_is_worked_on() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for piece in range(1000):
            taken.append(piece)
            yield piece

    results = shared_out(make_doubler, (2,), pieces(), jobs=2)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()


def test_an_error_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(UsageError) as caught:
        list(shared_out(make_doubler, (2,), [1, 13, 2], jobs=2))
    assert (caught.value.message, caught.value.hint) == ("thirteen is no number", "take another")


@pytest.mark.parametrize(("piece", "how"), [(99, "ended with status 7"), (98, "was ended by signal 9")])
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_dead_process_is_an_error_and_no_hang(piece: int, how: str) -> None:
    with pytest.raises(WorkerError, match=how):
        list(shared_out(make_doubler, (2,), [1, piece, 2, 3], jobs=2))


@pytest.fixture
def claims(database: Path) -> Path:
    lines = [f"The ferry to Holm sank with {number} passengers on board." for number in range(300, 320)]
    path = database.parent / "claims.txt"
    path.write_text("\n".join([*lines, "!!!", *lines[:3]]) + "\n", "utf-8")
    return path


def test_claims_shared_out_give_what_they_give_one_by_one(claims: Path, run: Callable) -> None:  # type: ignore[type-arg]
    given = ("check", "--file", str(claims), "--json", "--claim-date", "2025-03-01", "--fail-on", "conflicting")
    one, two = (run(*given, "--no-record", "--jobs", jobs) for jobs in ("1", "2"))
    assert (two.status, two.out, two.err) == (one.status, one.out, one.err)
    assert one.out.count("\n") == 23
    assert "line 21" in one.err
    run(*given, "--jobs", "2")
    assert run("history", "--json").out.count("\n") == 20


def test_a_draft_shared_out_gives_what_it_gives_one_by_one(database: Path, run: Callable) -> None:  # type: ignore[type-arg]
    sentences = [f"The ferry to Holm sank with {number} passengers on board." for number in range(295, 330)]
    (database.parent / "draft.md").write_text(" ".join(sentences) + "\n\nThey were not hurt.\n", "utf-8")
    one, two = (run("proofread", "draft.md", "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert (two.status, two.out) == (one.status, one.out)
    assert '"figure-conflict"' in one.out


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_all_processes(claims: Path) -> None:
    claims.write_text("The ferry to Holm sank with 310 passengers on board.\n" * 20_000, "utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "--file", str(claims), "--no-record", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=claims.parent)
    assert process.stdout is not None
    process.stdout.readline()  # it is at work
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)  # which waits for all that hold its output
    assert process.returncode == 2
    assert b"interrupted" in err and b"Traceback" not in err
