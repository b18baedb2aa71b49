"""Hostile sources and claims against the whole program: `python tests/program_fuzz.py --seconds 600`.

Each round indexes a source of any bytes under any name beside one that was stored before, and asks commands about
it. Every run has to end with status 0, 1 or 2 and its promises kept: JSON that parses, spans that slice to their
text, nothing that steers a terminal, no file but the database touched, nothing lost that was stored. The tests run
a few rounds of this.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import ingest_fuzz
from typer.testing import CliRunner

from factcheck import Library
from factcheck.cli import program

STORED = "The lighthouse at Corran was built in 1846 for £2,400 by 31 masons.\n"
STATUSES = {0, 1, 2}

PIECES = (
    # what steers a terminal
    "\x1b[31m", "\x1b]8;;http://x.example/\x1b\\link\x1b]8;;\x1b\\", "\x1b]0;title\x07", "\x9b2J", "\x08\x08", "\r",
    "\u202e", "\u2066", "\u200f", "\x00", "\x7f", "\ufeff", "\u2028", "\x85", "\x0c",
    # what other languages would run
    "'; DROP TABLE sentences; --", '" OR 1=1 --', "%s%n", "NEAR(a b)", 'sentences_fts MATCH "*"', "text:^*", "(", '"',
    "{{ 7*7 }}", "{% for x in y %}", "${HOME}", "$(id)", "`id`", "<script>alert(1)</script>", "]]>", "<!--", "-->",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-2+3", "\t=1", "[x](javascript:alert(1))", "![x](file:///etc/passwd)",
    "|", "***", "# ", "> ", "```", "[^1]: ", "\\", "[bold]", "[/]", ":smile:",
    # figures at the edge of what can be read
    "9" * 400, "1e999999", "£" + "9" * 40 + ".5bn", "0.000000000000000000001%", "29 February 2023", "99/99/9999",
    "between 5 and 3 million", "minus 40 °C", "½¼¾", "1,2,3,4", "XXXX-11-18", "in the year 0", "10000000 BC", "Ⅻ", "٣٤",
    # plain news, so that there is something to find and to compare
    "The lighthouse at Corran", "was built in 1846", "for £2,400", "by 31 masons.", "Nobody was hurt", "31 of 90",
    "rose by 6% to £1,310 a week", "said on Tuesday that", "not", "only", '"Cold homes cost lives," he said.', "Ms Lee",
    "Plan B\u00a0.",
    "\n\n", "\n", ". ", ", ", " ", "é", "日本語", "🇬🇧", "e\u0301", "\U0001f600", "ﬁ", "ı", "İ",
)  # fmt: skip

SUFFIXES = (*(f".{name}" for name in ingest_fuzz.SAMPLES), "", ".doc", ".png", ".log", ".yaml", ".PDF")
NAMES = (
    "a",
    "-rf",
    "--db",
    "=cmd",
    "x\x1b[31my",
    "\u202egpj",
    "a b",
    "a'b\"c",
    "$(id)",
    "{{7}}",
    "#1",
    "ü",
    "a\nb",
    "%41",
)

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def hostile_text(random_: random.Random, longest: int = 24) -> str:
    """Return a text of pieces that something might take for more than text."""
    return "".join(
        random_.choice(PIECES) + random_.choice(("", " ", " ", "\n")) for _ in range(random_.randint(1, longest))
    )


def hostile_bytes(random_: random.Random) -> bytes:
    """Return the bytes of a source: a damaged file of a known format, hostile text, or noise."""
    kind = random_.randrange(4)
    if kind == 0:
        sample = ingest_fuzz.SAMPLES[random_.choice(sorted(ingest_fuzz.SAMPLES))]
        return sample(lambda good: ingest_fuzz.damaged(good, random_))
    if kind == 1:
        return random_.randbytes(random_.choice((0, 1, 50, 2000)))
    text = hostile_text(random_, 60).encode(random_.choice(("utf-8", "utf-8", "utf-16")), "surrogatepass")
    return ingest_fuzz.damaged(text, random_) if kind == 2 else text


def claim_for(random_: random.Random) -> str:
    """Return a claim: hostile text, or near to what the stored source says."""
    if random_.random() < 0.3:
        return f"The lighthouse at Corran was built in {random_.randint(1800, 1900)} {random_.choice(PIECES)}"
    return hostile_text(random_)


class Broken(AssertionError):
    """A promise of the program that a round broke."""


def expect(is_kept: bool, promise: str, *shown: object) -> None:
    """Raise Broken with what was seen where a promise is not kept."""
    if not is_kept:
        raise Broken(f"{promise}: " + " | ".join(repr(each)[:600] for each in shown))


class Round:
    """A folder with a stored source, a hostile one beside it, and commands about both."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(f"program {seed}")
        self.work = folder / "work"
        self.work.mkdir()
        (folder / "outside.txt").write_text("not to be touched", encoding="utf-8")
        (self.work / "stored.md").write_text(STORED, encoding="utf-8")
        self.folder = folder
        self.source = self._hostile_file()
        self.claim = claim_for(self.random)

    def _hostile_file(self) -> str:
        data = hostile_bytes(self.random)
        name = self.random.choice(NAMES) + self.random.choice(SUFFIXES)
        try:
            (self.work / name).write_bytes(data)
        except (OSError, ValueError):  # a file system that does not take the name
            name = "a" + Path(name).suffix
            (self.work / name).write_bytes(data)
        return f"./{name}"

    def play(self) -> None:
        """Run the commands and hold what they promise."""
        with Library(self.work / "claims.db", create=True) as library:
            library.index(["stored.md"])
        before = self._files()
        self._run("index", self.source, "--json", check=_json_lines)
        for command in self.random.sample(COMMANDS, 4):
            command(self)
        after = {path: data for path, data in self._files().items() if path not in _OWN}
        expect(after == {path: data for path, data in before.items() if path not in _OWN}, "files were touched", after)
        with Library(self.work / "claims.db") as library:
            kept = [library.text(row.document) for row in library.sources() if row.path == "stored.md"]
            expect(kept == [STORED] and not library.findings(), "something stored was lost", kept, library.findings())

    def _files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }

    def _run(self, *arguments: str, check: Callable[[Round, str], None], colour: bool = False) -> None:
        env = {"FORCE_COLOR": "1", "COLUMNS": str(self.random.choice((40, 80, 200)))} if colour else {"COLUMNS": ""}
        result = CliRunner(env=env).invoke(
            program(), list(arguments), prog_name="factcheck", input=self.claim.encode("utf-8", "replace")
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        expect(result.exit_code in STATUSES, "exit status", arguments, result.exit_code)
        for stream in (result.stdout, result.stderr):
            steering = STEERING.search(STYLE.sub("", stream) if colour else stream)
            expect(steering is None, "a terminal can be steered", arguments, steering)
        if result.exit_code != 2 or "--json" not in arguments:
            check(self, result.stdout)
        else:
            expect("error" in json.loads(result.stderr.splitlines()[-1]), "an error under --json", result.stderr)

    # --- commands -----------------------------------------------------------------------------------------

    def check_json(self) -> None:
        """A claim checked, as JSON."""
        self._run("check", "--json", "--", self.claim, check=_check_holds)

    def check_shown(self) -> None:
        """A claim checked, with colour, as on a terminal."""
        self._run("check", "--all", "--", self.claim, check=_anything, colour=True)

    def check_lines(self) -> None:
        """Claims of standard input."""
        self._run("check", "--json", "-", check=_check_holds)

    def check_csv(self) -> None:
        """A claim checked, as a table."""
        self._run("check", "--csv", "--", self.claim, check=_no_formula)

    def figures_of_source(self) -> None:
        """The figures of the hostile file."""
        self._run("figures", self.source, "--json", check=_figures_hold)

    def figures_stored(self) -> None:
        """The figures of the database, as a table."""
        self._run("figures", "--csv", check=_no_formula)

    def figures_shown(self) -> None:
        """The figures of the database, with colour."""
        self._run("figures", check=_anything, colour=True)

    def search(self) -> None:
        """Hostile words searched for."""
        self._run("search", "--json", "--", self.claim, check=_passages_hold)

    def search_shown(self) -> None:
        """Hostile words searched for, with colour."""
        self._run("search", "--", self.claim, check=_anything, colour=True)

    def report(self) -> None:
        """A report in any format."""
        form = self.random.choice(("markdown", "html", "json", "csv"))
        self._run("report", "--format", form, "--", self.claim, check=_REPORTS[form])

    def proofread(self) -> None:
        """The hostile file as a draft."""
        self._run("proofread", self.source, "--json", check=_json_lines)

    def proofread_shown(self) -> None:
        """The hostile file as a draft, in any format."""
        form = self.random.choice(("github", "sarif", "html", "markdown", "csv"))
        check = _no_script if form == "html" else _anything
        self._run("proofread", self.source, "--format", form, check=check)

    def sources(self) -> None:
        """The list of sources."""
        self._run("sources", "--csv", check=_no_formula)
        self._run("sources", check=_anything, colour=True)

    def history(self) -> None:
        """What was checked, after a check."""
        self._run("check", "--json", "--", self.claim, check=_check_holds)
        self._run("history", "--json", check=_json_lines)

    def disagreements(self) -> None:
        """Where the two sources differ."""
        self._run("disagreements", "--json", check=_json_lines)


COMMANDS: tuple[Callable[[Round], None], ...] = tuple(
    member for name, member in vars(Round).items() if not name.startswith("_") and name != "play"
)
_OWN = frozenset(f"work/claims.db{ending}" for ending in ("", "-wal", "-shm", "-journal"))

# --- what the outputs promise -------------------------------------------------------------------------------


def _anything(this: Round, text: str) -> None:
    """Output that promises nothing beyond the terminal's peace."""


def _json_lines(this: Round, text: str) -> None:
    _objects(text)


def _objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _check_holds(this: Round, text: str) -> None:
    for found in _objects(text):
        for figure in found["figures"]:
            _slices(found["claim"], figure)
        _passages(this, found["passages"])


def _passages_hold(this: Round, text: str) -> None:
    _passages(this, _objects(text))


def _passages(this: Round, passages: list[dict[str, Any]]) -> None:
    with Library(this.work / "claims.db", writable=False) as library:
        texts = {row.document: library.text(row.document) for row in library.sources()}
    for passage in passages:
        place = passage["source"]
        expect(texts[place["document"]][place["start"] : place["end"]] == passage["text"], "a passage's span", passage)
        for start, end in passage.get("matched", []):
            expect(0 <= start < end <= len(passage["text"]), "a span of what matched", passage)
        for comparison in passage.get("comparisons", []):
            figure = comparison["source_figure"]
            if figure is not None:  # of the passage, or of the context where the passage leaves it out
                places = [text[figure["start"] : figure["end"]] for text in (passage["text"], passage["context"])]
                expect(figure["text"] in places, "a source figure's span", figure, passage)


def _figures_hold(this: Round, text: str) -> None:
    for figure in _objects(text):
        _slices(figure["sentence"], figure)


def _slices(text: str, figure: Mapping[str, Any]) -> None:
    expect(text[figure["start"] : figure["end"]] == figure["text"], "a figure's span", text, figure)


def _no_formula(this: Round, text: str) -> None:
    import csv

    for record in csv.reader(text.splitlines()):
        for cell in record:
            is_number = re.fullmatch(r"[+\-]?[\d.,]+(e[+\-]?\d+)?\s?%?", cell, re.IGNORECASE)
            expect(cell[:1] not in tuple("=+-@") or bool(is_number), "a cell that a spreadsheet would run", cell)


def _no_script(this: Round, text: str) -> None:
    expect_page_runs_nothing(text)


RUNS = {"iframe", "object", "embed", "form", "base", "img", "link"}


class _Page(HTMLParser):
    """What of a page could run or be fetched: tags, attributes, and scripts that its policy does not name."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag == "script":
            self.scripts.append("")
        expect(tag not in RUNS, "a tag that runs or fetches", tag, given)
        for name, value in attributes:
            expect(not name.startswith("on"), "an attribute that runs", name, value)
            expect(not (value or "").strip().lower().startswith(("javascript:", "data:", "file:")), "a link", value)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def expect_page_runs_nothing(text: str) -> None:
    """Raise Broken where a page of HTML runs or fetches anything but a script of the program's own."""
    page = _Page()
    page.feed(text)
    for script in page.scripts:
        mark = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        expect("default-src 'none'" in page.policy and f"'sha256-{mark}'" in page.policy, "a script", script)


_REPORTS = {"markdown": _anything, "html": _no_script, "json": _json_lines, "csv": _no_formula}


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def play(seed: int) -> None:
    """Play one round in a folder of its own; raises Broken, or whatever escaped from the program."""
    with tempfile.TemporaryDirectory(prefix="factcheck-fuzz-") as name:
        this = Round(Path(name), seed)
        with _inside(this.work):
            this.play()


def main() -> None:
    """Play rounds for some seconds, and tell each that broke a promise."""
    import traceback

    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    end, seed, broken = time.monotonic() + given.seconds, given.seed, 0
    while time.monotonic() < end:
        try:
            play(seed)
        except Exception as error:  # told below, whatever it is: that is what this program is for
            broken += 1
            print(f"seed {seed}: {type(error).__name__}: {error}")
            if not isinstance(error, Broken):
                traceback.print_exception(error, limit=-4)
        seed += 1
    print(f"{seed - given.seed:,} rounds, {broken} broken")


if __name__ == "__main__":
    main()
