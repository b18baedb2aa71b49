"""How a text is to look on the screen it goes to: its width, whether it has colour, which characters it can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal, file or pipe that shows a text can do."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    unicode: bool = True


def look_for(*, is_terminal: bool, columns: int, encoding: str | None, environ: Mapping[str, str]) -> Look:
    """Return the look for a stream: `columns` is the terminal's width, `environ` may hold NO_COLOR and its kin.

    NO_COLOR (no-color.org) and FORCE_COLOR count when they are set and not empty; COLUMNS overrides the width.
    """
    raise NotImplementedError
