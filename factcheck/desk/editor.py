"""The command that opens a file at a line, for the editors that people have."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.library import Library
    from factcheck.models import Source

EDITORS = ("VISUAL", "EDITOR")
DEFAULT, DEFAULT_ON_WINDOWS = "vi", "notepad"

# How an editor takes a line; all others, from vi to emacs and less, take "+LINE FILE".
_FORMS = {
    "code": ("--wait", "--goto", "{file}:{line}"),
    "codium": ("--wait", "--goto", "{file}:{line}"),
    "cursor": ("--wait", "--goto", "{file}:{line}"),
    "subl": ("--wait", "{file}:{line}"),
    "hx": ("{file}:{line}",),
    "helix": ("{file}:{line}",),
    "zed": ("--wait", "{file}:{line}"),
    "mate": ("--wait", "--line", "{line}", "{file}"),
    "kate": ("--block", "--line", "{line}", "{file}"),
    "notepad": ("{file}",),
}
_USUAL = ("+{line}", "{file}")


WITH_LINES_OF_THEIR_OWN = ("text", "markdown")
"""Formats whose lines are those of the file; of all others the lines are those of the text taken from it."""


def file_of(library: Library, source: Source, folder: Path) -> Path:
    """Return the file to open for a passage: the source itself, or its text written into `folder`.

    The text stands in where the source is a web page, a PDF, in an archive, or no longer there.
    """
    row = library.source(source.document)
    file = library.path.parent / source.path
    if row.format in WITH_LINES_OF_THEIR_OWN and file.is_file():
        return file
    copy = folder / f"source-{source.document}.txt"
    if not copy.exists():
        copy.write_text(library.text(source.document), "utf-8")
        copy.chmod(0o400)  # what is changed in it would be lost
    return copy


def command(environ: Mapping[str, str], platform: str, file: Path, line: int) -> list[str]:
    """Return the command that shows a file at a line in the editor that VISUAL or EDITOR names.

    A file name is never an option or a command to it, whatever it begins with: vi would run "+!command".
    """
    named = next((environ[name] for name in EDITORS if environ.get(name, "").strip()), "")
    words = shlex.split(named, posix=platform != "win32") if named else []
    words = words or [DEFAULT_ON_WINDOWS if platform == "win32" else DEFAULT]
    program = Path(words[0].strip('"')).stem.lower()
    form = _FORMS.get(program, _USUAL)
    name = f"./{file}" if str(file).startswith(("-", "+")) else str(file)
    return [*words, *(part.format(file=name, line=line) for part in form)]
