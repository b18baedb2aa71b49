"""The interactive prompt, typed at through a pipe as a terminal would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from factcheck import Library
from factcheck.interactive import COMMANDS, Surroundings, _completer, history_file, run
from factcheck.models import Verdict
from factcheck.render.look import Look

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
ARTICLE = """Pier reopens

3 March 2025

The pier at Saltby reopened on Sunday after repairs that cost £2.4 million.
About 1,300 people walked along it in the first hour.
"""
Typed = Callable[..., str]


def answers(written: str) -> int:
    """Return how many claims were answered."""
    return len(
        re.findall(rf"^.? ?(?:{'|'.join(verdict.value.upper() for verdict in Verdict)})\b", written, re.MULTILINE)
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "pier.txt").write_text(ARTICLE, "utf-8")
    with Library(tmp_path / "claims.db", create=True) as opened:
        opened.index([tmp_path / "pier.txt"], now=NOW)
        yield opened


@pytest.fixture
def typed(library: Library) -> Typed:
    """Return a function that types keys at the prompt and returns what it wrote."""

    def type_in(keys: str, **more: object) -> str:
        written: list[str] = []
        around = Surroundings(now=lambda: NOW, look=Look, write=written.append, **more)  # type: ignore[arg-type]
        with create_pipe_input() as pipe:
            pipe.send_text(keys)
            run(library, around, input=pipe, output=DummyOutput())
        return "".join(written)

    return type_in


LEAVE = "\x04"
INTERRUPT = "\x03"


def test_a_claim_gets_its_verdict(typed: Typed) -> None:
    written = typed(f"The repairs of the pier cost £3.4 million\r{LEAVE}")
    assert "✗ CONFLICTING" in written
    assert "£2.4 million" in written


def test_the_greeting_says_what_there_is(typed: Typed) -> None:
    assert typed(LEAVE).startswith("1 source, ")


def test_ctrl_c_drops_the_line_and_ctrl_d_leaves(typed: Typed) -> None:
    written = typed(f"The pier cost nothing{INTERRUPT}:sources\r{LEAVE}")
    assert "cost nothing" not in written
    assert "Pier reopens" in written


@pytest.mark.parametrize(
    ("typed_name", "hint"), [("sorces", "perhaps :sources"), ("hist", "perhaps :history"), ("xyz", ":help lists")]
)
def test_an_unknown_command_is_told_what_it_is_like(typed: Typed, typed_name: str, hint: str) -> None:
    written = typed(f":{typed_name}\r{LEAVE}")
    assert f"there is no command :{typed_name}" in written
    assert f"hint: {hint}" in written


def test_the_answer_to_a_claim_as_long_as_an_article_stays_on_the_screen(typed: Typed) -> None:
    claim = f"The repairs of the pier, {'which took a long time, ' * 200}cost £3.4 million"
    written = typed(f"{claim}\r{LEAVE}")
    assert "UNVERIFIED" in written and len(written.splitlines()) < 40


def test_an_empty_line_and_a_comment_say_nothing(typed: Typed) -> None:
    assert typed(f"\r   \r# later\r{LEAVE}") == typed(LEAVE)


def test_each_line_of_a_paste_is_checked(typed: Typed) -> None:
    paste = "\x1b[200~The pier reopened on Sunday\nThe repairs cost £3.4 million\n\x1b[201~"
    written = typed(f"{paste}\r{LEAVE}")
    assert answers(written) == 2


def test_claims_are_recorded_unless_asked_not_to(typed: Typed, library: Library) -> None:
    typed(f"The pier reopened on Sunday\r{LEAVE}", record=False)
    assert library.history() == []
    typed(f"The pier reopened on Sunday\r{LEAVE}")
    assert [row.claim for row in library.history()] == ["The pier reopened on Sunday"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(":figures", "£2.4 million", id="figures"),
        pytest.param(":figures first hour", "1,300", id="figures-with-words"),
        pytest.param(":sources", "Pier reopens", id="sources"),
        pytest.param(":search pier", "The pier at Saltby", id="search"),
        pytest.param(":history", "No claim has been recorded yet", id="history"),
        pytest.param(":help", ":report FILE", id="help"),
        pytest.param(":dance", "there is no command :dance", id="unknown-command"),
        pytest.param(":search", "no words to search for", id="search-for-nothing"),
        pytest.param(":all", "no claim has been checked yet", id="all-before-a-claim"),
        pytest.param(":report", "a report needs a file name", id="report-without-a-file"),
        pytest.param(":report x.md", "no claim has been checked yet", id="report-before-a-claim"),
        pytest.param(":file", "no file named", id="file-without-a-name"),
        pytest.param(":file /no/such/file", "no such file", id="file-that-is-not-there"),
        pytest.param("***", "error:", id="claim-without-a-word"),
    ],
)
def test_commands(typed: Typed, line: str, expected: str) -> None:
    assert expected in typed(f"{line}\r{LEAVE}")


def test_quit_leaves_and_what_follows_it_in_a_paste_is_dropped(typed: Typed) -> None:
    written = typed("\x1b[200~:quit\nThe pier reopened on Sunday\x1b[201~\r")
    assert not answers(written)


def test_all_shows_the_last_claim_again(typed: Typed) -> None:
    assert answers(typed(f"The pier reopened on Sunday\r:all\r{LEAVE}")) == 2


@pytest.mark.parametrize(
    ("suffix", "beginning"),
    [(".md", "# Verification report"), (".html", "<!DOCTYPE html>"), (".json", '{"title"'), (".csv", "claim,verdict")],
)
def test_a_report_is_written_once(typed: Typed, tmp_path: Path, suffix: str, beginning: str) -> None:
    path = tmp_path / f"checks{suffix}"
    written = typed(f"The pier reopened on Sunday\r:report {path}\r:report {path}\r{LEAVE}")
    assert path.read_text("utf-8").startswith(beginning)
    assert "1 claim written to" in written
    assert "exists already" in written


def test_a_file_of_claims_is_checked_line_by_line(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "claims.txt"
    path.write_text("\ufeffThe pier reopened on Sunday\n\n# later\nThe repairs cost £3.4 million\n", "utf-8")
    assert answers(typed(f":file {path}\r{LEAVE}")) == 2


def test_history_stays_over_sittings_for_its_owner_alone(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "state" / "factcheck" / "history"
    typed(f"The pier reopened on Sunday\r{LEAVE}", history=path)
    assert "The pier reopened on Sunday" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o077 == 0 or path.drive
    up = "\x1b[A"
    assert answers(typed(f"{up}\r{LEAVE}", history=path))


def test_a_history_that_cannot_be_kept_stops_nobody(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert answers(typed(f"The pier reopened on Sunday\r{LEAVE}", history=tmp_path / "file" / "history"))


def test_a_plain_terminal_reads_lines(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["The pier reopened on Sunday", ":quit"])
    monkeypatch.setattr("builtins.input", lambda _: next(lines))
    assert answers(typed("", plain=True))


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        pytest.param({}, "linux", "home/.local/state/factcheck/history", id="linux"),
        pytest.param({"XDG_STATE_HOME": "state"}, "linux", "state/factcheck/history", id="xdg"),
        pytest.param({}, "darwin", "home/Library/Application Support/factcheck/history", id="mac"),
        pytest.param({"LOCALAPPDATA": "local"}, "win32", "local/factcheck/history", id="windows"),
        pytest.param({}, "win32", "home/AppData/Local/factcheck/history", id="windows-bare"),
        pytest.param({"FACTCHECK_HISTORY": "mine"}, "win32", "mine", id="overridden"),
    ],
)
def test_history_file(environ: dict[str, str], platform: str, expected: str) -> None:
    assert history_file(environ, platform, Path("home")) == Path(expected)


def completions(text: str) -> list[str]:
    return [item.text for item in _completer().get_completions(Document(text, len(text)), CompleteEvent())]


def test_commands_are_completed_after_a_colon_only() -> None:
    assert completions(":") == [f":{name}" for name in COMMANDS]
    assert completions(":re") == [":report"]
    assert completions("re") == []
    assert completions("In May the council said: re") == []


def test_paths_are_completed_for_commands_that_take_a_file(tmp_path: Path) -> None:
    (tmp_path / "claims.txt").write_text("")
    assert completions(f":file {tmp_path}/cl") == ["aims.txt"]
    assert completions(f":search {tmp_path}/cl") == []
