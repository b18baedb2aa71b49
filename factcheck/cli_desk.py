"""`proofread --interactive`: the draft and its sources on the screen, what the checker says into the ledger."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck import streams
from factcheck.errors import MissingReaderError, UsageError
from factcheck.failures import remark

if TYPE_CHECKING:
    from factcheck.library import Library
    from factcheck.models import Source
    from factcheck.proofread import Proof


def check_that_it_can_be_shown(drafts: Sequence[str], no_sources: bool, has_format: bool) -> None:
    """Raise before anything is read where there is no terminal, no Textual, or more than one draft."""
    if has_format or no_sources:
        raise UsageError("--interactive goes with no format and with sources", "leave the other option out")
    if len(drafts) != 1 or drafts[0] == "-":
        raise UsageError("one draft in a file can be stepped through at a time", "name one file")
    if not (streams.is_tty(sys.stdin) and streams.is_tty(sys.stdout)):
        raise UsageError("--interactive needs a terminal", "leave it out to print the alerts")
    try:
        import textual  # noqa: F401 -- only whether it is there
    except ImportError:
        raise MissingReaderError(
            "the interactive view needs Textual, which is not installed",
            "run: pip install 'factcheck-cli[interactive]'",
        ) from None


def step_through(library: Library, proof: Proof, by: str | None, now: Callable[[], datetime]) -> None:
    """Show a proof until the checker leaves, then say how far the draft is."""
    from factcheck.desk import editor, screen
    from factcheck.desk.app import DeskApp
    from factcheck.desk.state import desk_of

    look = streams.look(sys.stdout)
    desk = desk_of(library, proof, by or _user(), now)
    with TemporaryDirectory(prefix="factcheck-") as folder:

        def opener(source: Source) -> list[str]:
            file = editor.file_of(library, source, Path(folder))
            return editor.command(os.environ, sys.platform, file, source.line)

        DeskApp(desk, opener, look).run()
    remark(screen.heading(desk, look))


def _user() -> str:
    """Return the name of the person at this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("who checks the draft is not known", 'add --by "NAME"') from None
