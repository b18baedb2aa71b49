"""The command that keeps an index current while files change: watch."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from factcheck import options, streams
from factcheck.errors import DatabaseBusyError, FactcheckError, SourceError, UsageError
from factcheck.failures import DONE, remark

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.library import Library
    from factcheck.models import IndexReport
    from factcheck.render.look import Look
    from factcheck.watching import Changes, Watch

Folders = Annotated[list[str], Argument(metavar="DIR...", help="Folders to watch.")]
_EVERY = "Look so many seconds after the last look; a file counts when it has been quiet for one of these."
Every = Annotated[float, Option("--every", min=0.05, max=3600, metavar="SECONDS", help=_EVERY)]
_PRUNE = "Remove sources whose files are deleted. Without it they stay, and are named."
Prune = Annotated[bool, Option("--prune", help=_PRUNE)]

_OUTCOMES = ("new", "changed", "removed", "unchanged")


def register(app: typer.Typer, settings_of: Callable[..., Config], open_library: Callable[..., Library]) -> None:
    """Add the command to the program."""

    @app.command()
    def watch(
        folders: Folders,
        every: Every = 2.0,
        prune: Prune = False,
        exclude: options.Exclude = None,
        db: options.Db = None,
        as_json: options.Json = False,
    ) -> None:
        """Keep the database current while the files of folders change, until Ctrl-C.

        The folders are indexed first. Then each file that is new, changed or deleted is a line.

        [bold]Example[/bold]

        factcheck watch --prune articles
        """
        from pathlib import Path

        from factcheck.watching import Folders, Watch

        settings = settings_of(db=db)
        left_out = [*settings.exclude, *(exclude or [])]
        missing = next((folder for folder in folders if not folder or not Path(folder).is_dir()), None)
        if missing is not None:
            raise UsageError(f"{missing or 'an empty name'} is no folder", "name a folder to watch")
        keeper = _Keeper(lambda: open_library(settings, create=True), prune, as_json)
        began = time.monotonic()
        try:
            watcher = Watch(Folders(folders, left_out))
            keeper.index(folders, left_out)
            remark(f"watching {', '.join(folders)}; Ctrl-C ends it")
            while True:
                time.sleep(every)
                keeper.follow(watcher)
        except KeyboardInterrupt:
            if streams.is_tty(sys.stderr):
                streams.note("\n")  # below the ^C that the terminal shows
            remark(f"watched for {_span(time.monotonic() - began)}: {keeper.summary()}")
        raise typer.Exit(DONE)


class _Keeper:
    """Brings the database up to the files, and tells and counts what it did."""

    def __init__(self, opened: Callable[[], Library], prune: bool, as_json: bool) -> None:
        self._opened = opened
        self._prune = prune
        self._as_json = as_json
        self._counts: Counter[str] = Counter()
        self._trouble = ""

    def index(self, folders: Sequence[str], exclude: Sequence[str]) -> None:
        """Read the folders as `index` does."""
        with self._opened() as library:
            self._tell_report(
                library.index(folders, now=_now(), exclude=exclude, prune=self._prune, jobs=options.cores())
            )

    def follow(self, watcher: Watch) -> None:
        """Look once and act on what has changed; trouble that may pass is told once, and tried again."""
        try:
            changes = watcher.changes()
        except SourceError as error:
            self._tell_trouble(error)
            return
        if not changes.written and not changes.gone:
            return
        try:
            self._act(changes)
        except DatabaseBusyError as error:
            watcher.again(changes)
            self._tell_trouble(error)
            return
        self._trouble = ""

    def _act(self, changes: Changes) -> None:
        with self._opened() as library:
            if changes.written:
                self._tell_report(library.index(changes.written, now=_now()))
            if self._prune and changes.gone:
                self._tell_report(library.prune(changes.gone))
            elif changes.gone:
                for path in library.gone(changes.gone):
                    self._tell("gone", path, "its source stays; --prune removes such")

    def _tell_report(self, report: IndexReport) -> None:
        for event in _OUTCOMES[:3]:
            for path in getattr(report, event):
                self._tell(event, path)
        for before, path in report.moved:
            self._tell("moved", path, f"it was {before} before")
        for skipped in report.skipped:
            self._tell("skipped", skipped.path, skipped.reason)
        for path, note in report.notes:
            self._tell("note", path, note)

    def _tell(self, event: str, path: str, reason: str = "") -> None:
        self._counts[event] += 1
        if self._as_json:
            from factcheck.render.jsonl import dumps

            told = {"at": _now().isoformat(timespec="seconds"), "event": event, "path": path, "reason": reason or None}
            streams.write_lines([dumps(told)])
        else:
            from factcheck.render.terminal import render_change

            streams.write_lines([render_change(event, path, reason, self._look())])
        streams.flush()

    def _look(self) -> Look | None:
        """Return how a line is broken and coloured; in a pipe a change is one line, whatever its length."""
        return streams.look(sys.stdout) if streams.is_tty(sys.stdout) else None

    def _tell_trouble(self, error: FactcheckError) -> None:
        if error.message != self._trouble:
            self._trouble = error.message
            remark(f"waiting: {error.message}")

    def summary(self) -> str:
        """Return what was done, by kind."""
        found = [f"{self._counts[event]:,} {event}" for event in self._events()]
        return ", ".join(found) or "nothing changed"

    def _events(self) -> Iterator[str]:
        return (event for event in ("new", "changed", "moved", "removed", "gone", "skipped") if self._counts[event])


def _now() -> datetime:
    from datetime import UTC

    return datetime.now(UTC)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (rest, "s"))
    return " ".join(f"{count} {name}" for count, name in parts if count) or "0 s"
