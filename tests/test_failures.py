"""What goes wrong outside the program becomes one clear line, what to do next, and the right exit status."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck import __main__, config, failures, revisions, streams
from factcheck.errors import ConfigError, FactcheckError, SourceError, UsageError
from factcheck.ingest import Options, web


def raising(error: BaseException) -> Callable[[], object]:
    def run() -> object:
        raise error

    return run


FULL = OSError(errno.ENOSPC, "No space left on device", "claims.db")


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (KeyboardInterrupt(), 2, "error: interrupted\nhint: what was finished is kept; run it again to go on\n"),
        (FULL, 2, "error: claims.db: No space left on device\nhint: make room and try again\n"),
        (PermissionError(errno.EACCES, "Permission denied", "x"), 2,
         "error: x: Permission denied\nhint: check the path and its permissions\n"),
        (OSError("strange"), 2, "error: strange\nhint: check the path and its permissions\n"),
        (FactcheckError("no such thing", "look"), 2, "error: no such thing\nhint: look\n"),
        (streams.ReaderGone(), 0, ""),
    ],
    ids=["ctrl-c", "full disk", "forbidden", "other", "ours", "nobody reads"],
)  # fmt: skip
def test_a_failure_is_told_in_two_lines(
    error: BaseException, status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failures._guarded(raising(error), as_json=False, debug=False) == status
    assert capsys.readouterr().err == told


def test_a_failure_is_json_where_json_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert failures._guarded(raising(FULL), as_json=True, debug=False) == 2
    assert json.loads(capsys.readouterr().err)["error"]["hint"] == "make room and try again"


@pytest.mark.parametrize("error", [FULL, FactcheckError("no")], ids=["of the system", "ours"])
def test_debug_lets_a_failure_through(error: Exception) -> None:
    with pytest.raises(type(error)):
        failures._guarded(raising(error), as_json=False, debug=True)


def test_ctrl_c_while_the_program_loads(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import signal

    from factcheck import cli

    monkeypatch.setattr(cli, "main", raising(KeyboardInterrupt()))
    monkeypatch.setattr(sys, "argv", ["factcheck", "check"])
    before = signal.getsignal(signal.SIGINT)
    try:
        with pytest.raises(SystemExit) as stopped:
            __main__.main()
    finally:
        signal.signal(signal.SIGINT, before)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("error: interrupted")


def test_without_git_a_revision_cannot_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(revisions.subprocess, "run", missing)
    with pytest.raises(UsageError, match="git is not installed"):
        revisions.lines_changed_since(tmp_path / "draft.md", "HEAD")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("author = 5", "author must be a name"),
        ("record = 1", "record must be true or false"),
        ('exclude = [1]', "exclude must be a list"),
        ('fail-on = "never ever"', "fail-on must be one of"),
        ("limit = true", "limit must be a whole number"),
        ("limit", "is no TOML"),
    ],
)  # fmt: skip
def test_a_setting_of_the_wrong_kind_is_named(settings: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(settings, "utf-8")
    with pytest.raises(ConfigError, match=said):
        config.load(tmp_path, {})


def test_a_settings_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factcheck.toml").write_text("limit = 1", "utf-8")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(ConfigError, match=r"cannot be read: Permission denied"):
        config.load(tmp_path, {})


@pytest.mark.parametrize("location", ["http://[::1", "http://[bad"])
def test_forwarding_to_what_is_no_address(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from http.client import HTTPMessage

    headers = HTTPMessage()
    headers["Location"] = location
    monkeypatch.setattr(web, "_request", lambda *_: web._Answer(302, headers, b""))
    with pytest.raises(SourceError, match="no address"):
        web.fetch("http://x.example/a", Options(ignore_robots=True))


def test_a_server_whose_certificate_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    class Plain:
        closed = False

        def close(self) -> None:
            self.closed = True

    plain = Plain()

    class Context:
        def wrap_socket(self, *_: object, **__: object) -> None:
            raise ssl.SSLCertVerificationError("certificate verify failed")

    monkeypatch.setattr(web.socket, "create_connection", lambda *_, **__: plain)
    monkeypatch.setattr(web.socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.216.34", 443))])
    monkeypatch.setattr(web.ssl, "create_default_context", Context)
    with pytest.raises(SourceError, match="certificate verify failed"):
        web.fetch("https://x.example/a", Options(ignore_robots=True))
    assert plain.closed
