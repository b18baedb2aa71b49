"""Read files in a process of its own, so that one which crashes, hangs or swells its parser cannot take the run down.

Text, tables and subtitles are read here and now: their readers are our own, take time in proportion to the file,
and starting a process would cost more. A PDF parser may meet a file that it works on for hours; lxml is C and may
crash. Such a file costs its process, which is started anew for the next one.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO

from factcheck.errors import SourceError
from factcheck.ingest import formats
from factcheck.ingest.reading import Options, Reading, load_source, read_data
from factcheck.ingest.sources import Found

SECONDS = 60.0
"""How long one file may take: a thousand pages of PDF take about 20 seconds."""
MEMORY_BYTES = 1_000_000_000
"""How much address space a reader may take, where the system can limit it (not on Windows and macOS)."""

OTHER = "split it, or save it as plain text or PDF"
"""What to do about a file that its reader does not come to terms with."""

_ZIP = b"PK"
_AT_HAND = frozenset({"text", "markdown", "csv", "tsv", "jsonl", "srt", "vtt"})
_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from factcheck.ingest.worker import serve; serve()"

_Request = tuple[str, bytes, Options | None, str | None, str]


class Reader:
    """Reads one file after the other, in a process that lives as long as nothing goes wrong in it.

    with Reader() as reader:
        reading = reader.read_data(name, data)
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, source: Found | str | os.PathLike[str], options: Options | None = None) -> Reading:
        """Return what `factcheck.ingest.read` returns; the file is loaded, or the page fetched, here."""
        loaded = load_source(source, options)
        return self.read_data(loaded.name, loaded.data, options, url=loaded.url, hint=loaded.hint)

    def read_data(
        self, name: str, data: bytes, options: Options | None = None, *, url: str | None = None, hint: str = ""
    ) -> Reading:
        """Return what `factcheck.ingest.read_data` returns; a crash and taking too long are a SourceError too."""
        # The list of files in a ZIP archive may be endless: it is not even looked at here.
        if not data.startswith(_ZIP) and formats.choose(name, data, hint).name in _AT_HAND:
            return read_data(name, data, options, url=url, hint=hint)
        answer = self._ask((name, data, options, url, hint))
        if isinstance(answer, SourceError):
            raise answer
        return answer

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: _Request) -> Reading | SourceError:
        process = self._started()
        answers: list[Reading | SourceError] = []
        # A thread and not select(): pipes on Windows know no time-out.
        thread = threading.Thread(target=_exchange, args=(process, request, answers), daemon=True)
        thread.start()
        try:
            thread.join(self._seconds)
        except BaseException:  # Ctrl-C while waiting: no half-read answer may be taken for the next file's
            self.close()
            raise
        if answers:
            return answers[0]
        is_late = thread.is_alive()
        self.close()
        thread.join()
        why = f"took longer than {self._seconds:g} seconds to read" if is_late else "made its reader crash"
        return SourceError(f"{request[0]} {why}, and is left out", OTHER)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, json.dumps(sys.path)],  # -P: no module from the current folder
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _exchange(process: subprocess.Popen[bytes], request: _Request, answers: list[Reading | SourceError]) -> None:
    """Send a request and wait for its answer; leaves `answers` empty where the process ends first."""
    assert process.stdin is not None and process.stdout is not None
    try:
        _send(process.stdin, request)
        answers.append(pickle.load(process.stdout))
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return


def _send(stream: IO[bytes], value: object) -> None:
    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def serve() -> None:
    """Answer requests from standard input on standard output until there are no more: the other end of `Reader`."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (os.devnull is no path of ours)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())  # a parser that prints must not be taken for an answer
    _limit_memory()
    while True:
        try:
            name, data, options, url, hint = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer: Reading | SourceError = read_data(name, data, options, url=url, hint=hint)
        except SourceError as error:
            error.__cause__ = error.__context__ = None  # may hold what cannot be sent
            answer = error
        _send(answers, answer)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
