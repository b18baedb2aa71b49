"""The command line as a process of its own: pipes, terminals, encodings, interrupts, folders that cannot be written."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Result
from test_store import check_whole

PROGRAM = [sys.executable, "-m", "factcheck"]
CLAIM = "The ferry to Holm had 500 passengers on board"

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
as_root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root to run as another person")


def surroundings(**more: str) -> dict[str, str]:
    left_out = ("FACTCHECK_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"COVERAGE_PROCESS_START": ""} | more


def start(
    *arguments: str, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, env=env or surroundings(), timeout=60, check=False
    )


def test_main_module_and_exit_status(database: Path) -> None:
    found = start("check", "--no-record", "--json", "--fail-on", "conflicting", CLAIM)
    assert (found.returncode, found.stderr) == (1, b"")
    assert json.loads(found.stdout)["verdict"] == "conflicting"
    assert start("check", "").returncode == 2


@posix_only
@pytest.mark.parametrize(
    "command", [["figures", "--json"], ["check", "--no-record", "-"], ["--help"], ["report", "x", "y"]]
)
def test_a_closed_pipe_ends_it_in_silence(command: list[str], database: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [*PROGRAM, *command], input=f"{CLAIM}\n".encode() * 3, stdout=writing, stderr=subprocess.PIPE,
        env=surroundings(), timeout=60, check=False,
    )  # fmt: skip
    os.close(writing)
    assert process.stderr == b""
    assert process.returncode in (0, 2)


@pytest.mark.parametrize(
    "env", [{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}]
)
def test_pipes_carry_utf8_whatever_the_locale(env: dict[str, str], database: Path) -> None:
    found = start("check", "--no-record", "--json", "Zoë’s ferry cost £3", env=surroundings(**env))
    assert found.returncode == 0, found.stderr.decode()
    assert "Zoë’s ferry cost £3" in found.stdout.decode("utf-8")
    assert json.loads(found.stdout)["figures"][0]["text"] == "£3"


def test_an_encoding_asked_for_is_kept(database: Path) -> None:
    found = start("figures", "--kind", "money", env=surroundings(PYTHONIOENCODING="ascii"))
    assert found.returncode == 0
    assert found.stdout.isascii() and b"GBP 2.4 million" in found.stdout


def test_json_stays_whole_in_an_encoding_that_lacks_its_characters(database: Path) -> None:
    claim = "“Zoë’s” ferry cost £3½ million"
    found = start("check", "--no-record", "--json", claim, env=surroundings(PYTHONIOENCODING="ascii"))
    assert json.loads(found.stdout)["claim"] == "'Zoe's' ferry cost GBP 3 1/2 million"


@posix_only
def test_a_terminal_without_a_character_shows_a_near_one(database: Path) -> None:
    env = surroundings(TERM="xterm", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    shown = on_terminal(["check", "--no-record", "The company paid £5 million for the vessel."], env)
    assert "GBP 5 million" in shown and "GBP 2.4 million" in shown


@pytest.mark.parametrize(
    ("env", "is_coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_in_a_pipe(env: dict[str, str], is_coloured: bool, database: Path) -> None:
    found = start("check", "--no-record", CLAIM, env=surroundings(**env))
    assert (b"\x1b[" in found.stdout) is is_coloured


@posix_only
@pytest.mark.parametrize(("env", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_on_a_terminal(env: dict[str, str], is_coloured: bool, database: Path) -> None:
    shown = on_terminal(["check", "--no-record", CLAIM], surroundings(TERM="xterm-256color", **env))
    assert "CONFLICTING" in shown
    assert ("\x1b[" in shown) is is_coloured


def on_terminal(arguments: list[str], env: Mapping[str, str], typed: bytes = b"") -> str:
    """Return what a run shows on a terminal."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen([*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    if typed:
        os.write(ours, typed)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux tells that the other end has closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait(timeout=60) is not None
    return shown.decode("utf-8", "replace")


@posix_only
def test_removing_asks_on_a_terminal(database: Path) -> None:
    env = surroundings(TERM="dumb")
    assert "nothing was removed" in on_terminal(["sources", "remove", "1"], env, b"n\n")
    assert "removed: articles/bridge.txt" in on_terminal(["sources", "remove", "1"], env, b"y\n")


def many(folder: Path, count: int) -> None:
    for number in range(count):
        text = f"Note {number}\n\n" + f"The tram number {number} was 12 minutes late on 3 May 2024. " * 5
        (folder / "articles" / f"{number:05}.txt").write_text(text)


@posix_only
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["ctrl-c", "ended", "kill"])
def test_stopping_in_the_middle_of_indexing_leaves_the_database_whole(sent: signal.Signals, folder: Path) -> None:
    many(folder, 600)
    process = subprocess.Popen(
        [*PROGRAM, "index", "articles", "--db", "a.db"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    )
    wait_for(folder / "a.db-wal")
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    if sent != signal.SIGKILL and process.returncode != 0:  # 0: it had just finished
        assert (process.returncode, err.decode().splitlines()[0]) == (2, "error: interrupted"), err.decode()
    check_whole(folder / "a.db")
    (folder / "articles" / "00000.txt").write_text("Changed\n\nThe tram was early.\n")
    rerun = start("index", "articles", "--db", "a.db")
    assert rerun.returncode == 0
    assert len(start("sources", "--json", "--db", "a.db").stdout.splitlines()) == 603
    check_whole(folder / "a.db")


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_an_interrupt_while_the_program_is_loaded_is_told_without_a_traceback(as_json: bool) -> None:
    stopped_at_once = (
        "import sys, factcheck.__main__ as start\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'factcheck.cli':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "start.main()\n"
    )
    given = ["check", "a claim", *(["--json"] if as_json else [])]
    result = subprocess.run(
        [sys.executable, "-c", stopped_at_once, *given], capture_output=True, text=True, env=surroundings()
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    told = json.loads(result.stderr)["error"]["message"] if as_json else result.stderr.splitlines()[0]
    assert told == ("interrupted" if as_json else "error: interrupted")


def wait_for(path: Path) -> None:
    """Return as soon as something has been written to the file."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size > 0:
            return
        time.sleep(0.005)
    raise AssertionError(f"{path} was never written")


@posix_only
def test_two_indexers_and_readers_at_once(database: Path, folder: Path) -> None:
    many(folder, 200)
    indexers = [
        subprocess.Popen([*PROGRAM, "index", "articles", "--json"], stdout=subprocess.PIPE, env=surroundings())
        for _ in range(2)
    ]
    readers = [
        subprocess.Popen(
            [*PROGRAM, "check", "--json", f"Tram {number} was late"], stdout=subprocess.PIPE, env=surroundings()
        )
        for number in range(4)
    ]
    for process in [*indexers, *readers]:
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        json.loads(out)
    assert len(start("sources", "--json").stdout.splitlines()) == 203
    assert len(start("history", "--json").stdout.splitlines()) == 4
    check_whole(database)


@as_root
@pytest.mark.parametrize("is_wal", [False, True], ids=["delete", "wal"])
def test_a_folder_that_cannot_be_written(
    is_wal: bool, database: Path, folder: Path, run: Callable[..., Result]
) -> None:
    """Run as a person who may read the folder and not write there."""
    for place in (folder, *folder.parents):
        place.chmod(place.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
        if place.name.startswith("pytest-of-"):
            break
    commands = {
        "recorded": ["check", CLAIM],
        "unrecorded": ["check", "--no-record", CLAIM],
        "figures": ["figures"],
        "index": ["index", "--force", "articles"],
        "remove": ["sources", "remove", "1", "--yes"],
        "new": ["index", "articles", "--db", "new.db"],
    }
    for command in commands.values():
        run(*command, "--help")  # what is imported now need not be read by somebody who may not
    run(*commands["unrecorded"])
    if is_wal:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    found = {name: as_nobody(lambda command=command: run(*command)) for name, command in commands.items()}
    assert "CONFLICTING" in found["recorded"].out and found["recorded"].status == 0
    assert found["recorded"].err.startswith("not recorded: ")
    assert (found["unrecorded"].status, found["unrecorded"].err) == (0, "")
    assert (found["figures"].status, found["figures"].err) == (0, "")
    for name in ("index", "remove", "new"):
        assert (found[name].status, found[name].out) == (2, "")
        assert "cannot be" in found[name].err
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "claims.db"]


def as_nobody(act: Callable[[], Result]) -> Result:
    """Return what an act gives in a copy of this process that has no rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            result = act()
            answer = [result.status, result.out, result.err]
        except BaseException as error:
            answer = [-1, "", repr(error)]
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        status, out, err = json.loads(answers.read())
    os.waitpid(child, 0)
    return Result(status, out, err)
