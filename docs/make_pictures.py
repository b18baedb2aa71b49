"""Draws the README's pictures of the terminal: `python docs/make_pictures.py`. A test makes them anew and compares."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import zip_longest
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from factcheck import Library
from factcheck.desk import screen
from factcheck.desk.state import Desk
from factcheck.drafts import read_draft_bytes
from factcheck.interactive import PROMPT, Conversation, Surroundings
from factcheck.render.look import Look
from factcheck.render.pictures import pictures_of

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
WIDTH = 84
CLAIM = "Kim Jong Un sent 20,000 soldiers to Russia"
NOW = datetime(2026, 1, 2, tzinfo=UTC)
TYPED = (
    "Kim Jung Un sent soldeirs to Russia",
    "The mayor of Harrowmere resigned",
    ":search night bus",
)
DRAFT = """Published: 7 March 2025

Tenants in Harrowmere will pay 4.8% more from April. I think that is hard on them.

The town's reserves will shrink to £9.1 million, the lowest level since 2011.

"Cold homes cost lives," Dilys Okafor said. Single bus fares stay at £2.50 until the end of 2025.
"""
ROWS = 16
COMMAND = (sys.executable, "-X", "utf8", "-m", "factcheck")
# rich's frame fetches its font from the web; the reader's own fixed-width font does, and nothing is fetched.
FRAME = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def output(*arguments: str, typed: str | None = None) -> str:
    """Return what the program writes to a terminal with colour."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    environ |= {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    environ.pop("NO_COLOR", None)
    found = subprocess.run(
        [*COMMAND, *arguments], input=typed, capture_output=True, encoding="utf-8", cwd=ROOT, env=environ, check=True
    )
    return found.stdout


def picture(title: str, text: str) -> str:
    """Return the text, with its escape sequences, as an SVG of a terminal window."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Text.from_ansi(text.rstrip("\n")))
    svg = console.export_svg(title=title, code_format=FRAME, unique_id=re.sub(r"\W+", "-", title))
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def sitting(*lines: str) -> str:
    """Return what a sitting at the prompt shows, with the lines typed in it."""
    shown: list[str] = []
    surroundings = Surroundings(
        now=lambda: NOW, look=lambda: Look(WIDTH, colour=True), write=shown.append, record=False
    )
    with Library(ROOT / "claims.db", writable=False) as library:
        talk = Conversation(library, surroundings)
        talk.greet()
        for line in lines:
            shown.append(f"\x1b[1m{PROMPT}\x1b[0m{line}\n")
            talk.answer(line)
    return "".join(shown) + PROMPT


def stepping_through() -> str:
    """Return what `proofread --interactive` shows: the draft on one side, the passages on the other."""
    half, whole = Look(WIDTH // 2 - 2, colour=True), Look(WIDTH, colour=True)
    with Library(ROOT / "claims.db", writable=False) as library:
        proof = library.proofread(read_draft_bytes("draft.md", DRAFT.encode("utf-8")), published=date(2025, 3, 7))
    desk = Desk(proof, "draft.md", "Ann Lee", lambda marks: None, lambda sentence: None, lambda: NOW)
    desk.go_to(0)
    desk.agree()
    desk.next_conflict()
    draft = [
        line for at, item in enumerate(desk.items) for line in screen.draft_lines(item, half, is_here=at == desk.at)
    ]
    beside = screen.beside_lines(desk.item, 0, half)
    rows = [
        f"{left}{' ' * (half.width - Text.from_ansi(left).cell_len)} \x1b[2m│\x1b[0m {right}"
        for left, right in zip_longest(draft, beside[:ROWS], fillvalue="")
    ]
    return "\n".join([f"\x1b[1m{screen.heading(desk, whole)}\x1b[0m", *rows, *screen.keys(whole)])


def of_figures() -> str:
    """Return the claim's figure beside those of the sources, as a report draws it."""
    with Library(ROOT / "claims.db", writable=False) as library:
        first, *_ = pictures_of(1, library.check(CLAIM, claim_date=NOW.date()))
    return first.alone()


def pictures() -> dict[str, str]:
    """Return every picture by the name of its file."""
    command = f'factcheck check "{CLAIM}"'
    answer = output("check", "--no-record", "--db", "claims.db", CLAIM)
    return {
        "check.svg": picture(command, f"$ {command}\n\n{answer}"),
        "prompt.svg": picture("factcheck", f"$ factcheck\n{sitting(*TYPED)}"),
        "desk.svg": picture("factcheck proofread --interactive draft.md", stepping_through()),
        "figures.svg": of_figures(),
    }


if __name__ == "__main__":
    for name, svg in pictures().items():
        (FOLDER / name).write_text(svg, "utf-8", newline="\n")
