"""Standard streams: the progress bar, and what they do when something is wrong with them."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Result

from factcheck import streams


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_for_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(streams, "PATIENCE_SECONDS", 0.0)
    with streams.Progress("Indexing") as progress:
        for done, name in enumerate(["a.txt", "[bold]b\x1b[2J.txt", "long" * 100, ""]):
            progress(done, 3, name)
    assert "Indexing" in shown.getvalue()
    assert "\x1b[2J" not in shown.getvalue()


def test_none_is_shown_for_what_is_soon_done_or_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    for shown, patience in ((Terminal(), 60.0), (io.StringIO(), 0.0)):
        monkeypatch.setattr(sys, "stderr", shown)
        monkeypatch.setattr(streams, "PATIENCE_SECONDS", patience)
        with streams.Progress("Indexing") as progress:
            progress(0, 1, "a.txt")
        assert shown.getvalue() == ""


def test_a_run_with_a_bar(run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(streams, "is_tty", lambda stream: stream is sys.stderr)
    result = run("index", "articles", "none.txt")
    assert result.status == 2
    assert "3 new" in result.out and "none.txt" in result.err


class Broken(io.StringIO):
    """A stream that cannot be written."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, text: str) -> int:
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_gone(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(number))
    with pytest.raises(streams.ReaderGone):
        streams.write("x")


def test_a_full_disk_is_no_reader_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        streams.write("x")


def test_a_note_that_nobody_reads_is_lost_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Broken(errno.EPIPE))
    streams.note("x")


def test_a_missing_stream_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    assert not streams.is_tty(None)
    assert not streams.is_tty(closed)
