"""The interactive prompt: type a claim, read the verdict; history, completion, `:help`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.render.look import Look

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from factcheck.library import Library


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the prompt takes from the world: the clock, the look, where lines go and where history is kept."""

    now: Callable[[], datetime]
    look: Callable[[], Look]
    write: Callable[[str], object]
    history: Path | None = None
    record: bool = True
    plain: bool = False  # a terminal without cursor movement (TERM=dumb): input() instead of line editing


def run(
    library: Library, surroundings: Surroundings, *, input: Input | None = None, output: Output | None = None
) -> None:
    """Read claims and commands until Ctrl-D or `:quit`."""
    raise NotImplementedError


def history_file(environ: dict[str, str], platform: str, home: Path) -> Path:
    """Return where the prompt keeps its history on this platform (`sys.platform`); FACTCHECK_HISTORY overrides it."""
    raise NotImplementedError
