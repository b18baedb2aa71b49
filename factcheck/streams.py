"""Standard input, output and error: their look, their encoding, and what happens when their reader has gone."""

from __future__ import annotations

import codecs
import errno
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from factcheck.render.look import Look

PATIENCE_SECONDS = 1.0
"""What takes less than this shows no progress bar."""

_NEAR = "factcheck.near"
_GONE = (errno.EPIPE, errno.EINVAL)  # EINVAL is how Windows tells of a closed pipe


class ReaderGone(Exception):
    """Nobody reads the output any more (`| head`): stop in silence."""


def prepare() -> None:
    """Make the streams able to carry any text: UTF-8 in pipes and files, what is near on an older terminal."""
    codecs.register_error(_NEAR, _near)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        with suppress(OSError, ValueError):
            if stream.isatty() or "PYTHONIOENCODING" in os.environ:
                reconfigure(errors=_NEAR)
            else:
                reconfigure(encoding="utf-8", errors=_NEAR)


def _near(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for the characters that an encoding lacks; loaded only where there is one."""
    from factcheck.render.text import near_ascii

    return near_ascii(error)


def look(stream: TextIO) -> Look:
    """Return how a text is to look on this stream."""
    from factcheck.render.look import look_for

    is_terminal = is_tty(stream)
    columns = 0
    with suppress(OSError, ValueError, AttributeError):
        columns = os.get_terminal_size(stream.fileno()).columns if is_terminal else 0
    return look_for(
        is_terminal=is_terminal, columns=columns, encoding=getattr(stream, "encoding", None), environ=os.environ
    )


def is_tty(stream: TextIO | None) -> bool:
    """Tell whether a person sits at this stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def write(text: str) -> None:
    """Write to standard output; raises ReaderGone."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        _raise_if_gone(error)


def write_lines(pieces: Iterable[str]) -> None:
    """Write pieces of text as they come, each ended with a line break where it has none."""
    for piece in pieces:
        write(piece if piece.endswith("\n") else piece + "\n")


def flush() -> None:
    """Send what is written on its way; raises ReaderGone."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _raise_if_gone(error)


def _raise_if_gone(error: OSError) -> None:
    if error.errno not in _GONE:
        raise error
    # What is still buffered must not be tried again when Python ends.
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise ReaderGone from error


def note(text: str) -> None:
    """Write a line to standard error; where nobody reads that, nothing can be done."""
    with suppress(OSError, ValueError):
        sys.stderr.write(text if text.endswith("\n") else text + "\n")
        sys.stderr.flush()


def read_input() -> bytes:
    """Return the bytes of standard input."""
    buffer = getattr(sys.stdin, "buffer", None)
    data: bytes = buffer.read() if buffer is not None else sys.stdin.read().encode("utf-8")
    return data


class Progress:
    """A progress bar on standard error for what takes longer than a second; none where that is no terminal."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = time.monotonic()
        self._bar: Any = None  # rich.progress.Progress, which is not worth its import where no bar is shown
        self._task: Any = None
        self.is_seen = is_tty(sys.stderr)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Take the bar off the screen."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far it is; called before each source."""
        if not self.is_seen:
            return
        if self._bar is None:
            if time.monotonic() - self._started < PATIENCE_SECONDS:
                return
            self._start()
        self._bar.update(self._task, completed=done, total=total, name=name)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        from factcheck.render.text import one_line

        class Name(TextColumn):
            def render(self, task: Any) -> Any:  # rich's Task and Text
                from rich.text import Text

                return Text(one_line(str(task.fields.get("name", ""))), overflow="ellipsis", no_wrap=True)

        self._bar = Bar(
            TextColumn(self._title),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            Name("", table_column=Column(ratio=1)),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, name="")
        self._bar.start()
