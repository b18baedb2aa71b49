"""Worker processes that share out many small pieces of work, whose results come back in order.

Each worker is started fresh, not forked: an open database must not be carried into a child. It makes itself ready once
(opens the database, reads the draft), then answers piece after piece. It is outside the terminal's reach, so that
Ctrl-C ends the process that asked, which ends its workers; and it ends by itself when that process is gone.
"""

from __future__ import annotations

import json
import os
import pickle
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any, TypeVar

from factcheck.errors import WorkerError

Piece = TypeVar("Piece")
Result = TypeVar("Result")
Ready = Callable[[Piece], Result]
"""Does a piece of work; made anew in each worker by a function of a module, from arguments that can be sent there."""

PIECES_AHEAD = 4
"""Pieces handed out for each worker before the oldest result is taken: enough that none waits, few in memory."""

_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from factcheck.crew import serve; serve()"


def shared_out(
    make: Callable[..., Ready[Piece, Result]], given: Sequence[object], pieces: Iterable[Piece], *, jobs: int
) -> Iterator[Result]:
    """Yield the result of each piece in the order of the pieces, worked out by so many processes at a time.

    Each process calls `make(*given)` once and what that returns with each piece that it gets. With one job all is
    done in this process. What the work raises is raised here; raises WorkerError where a process dies.
    """
    if jobs <= 1:
        yield from map(make(*given), pieces)
        return
    with _Crew(make, given, jobs) as crew:
        waiting: deque[Future[Any]] = deque()
        for piece in pieces:
            waiting.append(crew.hand_out(piece))
            if len(waiting) >= PIECES_AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def lasting(
    make: Callable[..., Ready[Sequence[Piece], list[Result]]],
    given: Sequence[object],
    batches: Iterable[tuple[Sequence[Piece], int]],
    *,
    jobs: int,
    most: int,
    lost: Callable[[Piece, str], Result],
) -> Iterator[Result]:
    """Yield the result of each piece of each batch in order, like `shared_out`, whatever becomes of a process.

    A batch whose process dies is tried again piece by piece; `lost` returns what stands for a piece that its process
    dies of, given how it died. Batches come with their weights: more than `most` together are not in work at a time.
    """
    with _Crew(make, given, jobs) as crew:
        waiting: deque[tuple[Future[list[Any]], int]] = deque()
        carried = 0
        for batch, weight in batches:
            while waiting and (carried + weight > most or len(waiting) >= PIECES_AHEAD * jobs):
                future, lighter = waiting.popleft()
                yield from future.result()
                carried -= lighter
            waiting.append((crew.hand_out_safely(batch, lost), weight))
            carried += weight
        while waiting:
            yield from waiting.popleft()[0].result()


class _Crew:
    """The processes, and a thread for each that waits for its answers."""

    def __init__(self, make: Callable[..., Any], given: Sequence[object], jobs: int) -> None:
        self._is_over = False
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="crew")
        self._processes: list[subprocess.Popen[bytes]] = []
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        for _ in range(jobs):
            self._idle.put(self._started())
        self._first = pickle.dumps((make, tuple(given)), pickle.HIGHEST_PROTOCOL)
        self._greeted: set[int] = set()

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, json.dumps(sys.path)],  # -P: no module from the current folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._processes.append(process)
        return process

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        for process in self._processes:
            process.kill()  # they only read: nothing is left half done
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._processes:
            process.communicate()

    def hand_out(self, piece: object) -> Future[Any]:
        """Return what will hold the result of a piece, which the next idle process gets."""
        return self._threads.submit(self._ask, piece)

    def hand_out_safely(self, batch: Sequence[Any], lost: Callable[[Any, str], Any]) -> Future[list[Any]]:
        """Return what will hold the results of a batch; `lost` returns that of a piece that ends its process."""
        return self._threads.submit(self._ask_safely, batch, lost)

    def _ask_safely(self, batch: Sequence[Any], lost: Callable[[Any, str], Any]) -> list[Any]:
        try:
            answers: list[Any] = self._ask(batch)
        except WorkerError as error:
            if self._is_over:  # all were ended because nobody waits for an answer any more
                raise
            if len(batch) == 1:
                return [lost(batch[0], error.message)]
            return [answer for piece in batch for answer in self._ask_safely([piece], lost)]
        return answers

    def _ask(self, piece: object) -> Any:
        process = self._idle.get()
        assert process.stdin is not None and process.stdout is not None
        try:
            if process.pid not in self._greeted:
                self._greeted.add(process.pid)
                process.stdin.write(self._first)
            _send(process.stdin, piece)
            is_done, answer = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            if isinstance(error, pickle.UnpicklingError):
                process.kill()  # alive, but out of step
            status = process.wait()
            if not self._is_over:
                process = self._started()
            raise WorkerError(_told(status), "try again with: --jobs 1") from None
        finally:
            self._idle.put(process)
        if not is_done:
            raise answer
        return answer


def _told(status: int) -> str:
    """Return what to say of a process that ended before its work was done; `status` is negative for a signal."""
    how = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
    return f"a worker process {how} before its work was done (perhaps there was too little memory)"


def _send(stream: IO[bytes], value: object) -> None:
    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def serve() -> None:
    """Make ready, then answer pieces from standard input on standard output until there are no more."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows Ctrl-C reaches it all the same
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (os.devnull is no path of ours)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())  # what is printed must not be taken for an answer
    gc.set_threshold(50_000)
    work: Callable[[object], object] | None = None
    try:
        make, given = pickle.load(sys.stdin.buffer)
        while True:
            piece = pickle.load(sys.stdin.buffer)
            try:
                work = work or make(*given)
                answer = (True, work(piece))
            except Exception as error:  # whatever it is, it is raised where the work was asked for
                error.__cause__ = error.__context__ = None  # may hold what cannot be sent
                answer = (False, error)
            _send(answers, answer)
    except EOFError:
        return
