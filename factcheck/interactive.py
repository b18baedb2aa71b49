"""The interactive prompt: type a claim, read the verdict; history, completion, `:help`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import DatabaseError, FactcheckError
from factcheck.models import Check
from factcheck.render import terminal
from factcheck.render.look import Look
from factcheck.render.page import plain, wrap
from factcheck.render.phrases import count
from factcheck.render.reports import render_report

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.history import History
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from factcheck.library import Library

PROMPT = "claim> "
SEARCHED = 10  # passages that `:search` lists: a screenful or two
REPORT_FORMATS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
REPORT_FORMATS |= {".json": "json", ".csv": "csv"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the prompt takes from the world: the clock, the look, where lines go and where history is kept."""

    now: Callable[[], datetime]
    look: Callable[[], Look]
    write: Callable[[str], object]
    database: str = "claims.db"  # as a report names it
    history: Path | None = None
    record: bool = True
    plain: bool = False  # a terminal without cursor movement (TERM=dumb): input() instead of line editing


def run(
    library: Library, surroundings: Surroundings, *, input: Input | None = None, output: Output | None = None
) -> None:
    """Read claims and commands until Ctrl-D or `:quit`; Ctrl-C drops the line or stops the check that runs."""
    talk = Conversation(library, surroundings)
    talk.greet()
    read = _plain_reader() if surroundings.plain else _editing_reader(surroundings.history, input, output)
    while not talk.over:
        try:
            talk.answer(read())
        except KeyboardInterrupt:
            continue
        except EOFError:
            break


# --- reading lines --------------------------------------------------------------------------------------


def _plain_reader() -> Callable[[], str]:
    return lambda: input(PROMPT)


def _editing_reader(history: Path | None, keys: Input | None, screen: Output | None) -> Callable[[], str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory

    session: PromptSession[str] = PromptSession(
        PROMPT,
        history=_history(history),
        auto_suggest=AutoSuggestFromHistory(),
        completer=_completer(),
        complete_while_typing=True,
        reserve_space_for_menu=4,
        input=keys,
        output=screen,
    )
    return session.prompt


def _history(path: Path | None) -> History:
    """Return the history in the file, readable by its owner alone, or in memory where no file can be had."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    if path is None:
        return InMemoryHistory()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with path.open("ab"):
            return FileHistory(path)
    except OSError:
        return InMemoryHistory()


def history_file(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return where the prompt keeps its history on this platform (`sys.platform`); FACTCHECK_HISTORY overrides it."""
    if environ.get("FACTCHECK_HISTORY"):
        return Path(environ["FACTCHECK_HISTORY"])
    return _state_folder(environ, platform, home) / "factcheck" / "history"


def _state_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(environ.get("XDG_STATE_HOME") or home / ".local" / "state")


def _completer() -> Completer:
    """Return a completer of commands after a colon and of paths after a command that takes a file."""
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
    from prompt_toolkit.document import Document

    paths = PathCompleter(expanduser=True)

    class CommandCompleter(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            name, space, argument = document.text_before_cursor.partition(" ")
            if not name.startswith(":"):
                return
            if space:
                if COMMANDS.get(name[1:], _NOTHING).takes == "FILE":
                    yield from paths.get_completions(Document(argument, len(argument)), complete_event)
                return
            for command, entry in COMMANDS.items():
                if command.startswith(name[1:]):
                    shown = f":{command} {entry.takes}".rstrip()
                    yield Completion(f":{command}", -len(name), display=shown, display_meta=entry.help)

    return CommandCompleter()


# --- answering ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Conversation:
    """One sitting at the prompt: the claims checked in it, and whether it is over."""

    library: Library
    surroundings: Surroundings
    checks: list[Check] = field(default_factory=list)
    over: bool = False

    def greet(self) -> None:
        """Say what can be asked, and of how many sources."""
        rows = self.library.sources()
        holds = f"{count(len(rows), 'source')}, {count(sum(row.figures for row in rows), 'figure')}"
        self.surroundings.write(self._wrapped(f"{holds}. Type a claim; :help lists the commands, Ctrl-D leaves."))

    def _wrapped(self, text: str) -> str:
        return "\n".join(wrap(plain(text), self.surroundings.look())) + "\n"

    def answer(self, text: str) -> None:
        """Answer what was typed or pasted, line by line; an error is told and ends that line only."""
        lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
        for line in lines:
            if self.over:
                return
            self._answer_line(line)
            self.surroundings.write("" if self.over else "\n")

    def _answer_line(self, line: str) -> None:
        look = self.surroundings.look()
        try:
            for piece in self._answers(line):
                self.surroundings.write(piece)
        except FactcheckError as error:
            self.surroundings.write(terminal.render_error(error.message, error.hint, look))
        except OSError as error:
            self.surroundings.write(terminal.render_error(_told(error), "", look))

    def _answers(self, line: str) -> Iterator[str]:
        if not line.startswith(":"):
            yield self._check(line)
            return
        name, _, argument = line[1:].partition(" ")
        if name not in COMMANDS:
            raise FactcheckError(f"there is no command :{name}", _near_command(name) or ":help lists the commands")
        yield from COMMANDS[name].run(self, argument.strip())

    def _check(self, claim: str) -> str:
        now = self.surroundings.now()
        check = self.library.check(claim, claim_date=now.date())
        self.checks.append(check)
        if self.surroundings.record:
            self._record(check, now)
        return terminal.render_check(check, self.surroundings.look(), option=":all")

    def _record(self, check: Check, now: datetime) -> None:
        try:
            self.library.record(check, now)
        except DatabaseError:
            return  # a database that cannot be written still answers


def _near_command(name: str) -> str:
    """Return which command a name was perhaps meant to be, "" where it is like none."""
    from difflib import get_close_matches

    begun = [command for command in COMMANDS if name and command.startswith(name)]
    near = begun or get_close_matches(name, COMMANDS, n=1)
    return f"perhaps :{near[0]}; :help lists the commands" if near else ""


def _told(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{(error.strerror or str(error)).lower()}"


# --- commands -------------------------------------------------------------------------------------------


def _all(talk: Conversation, _: str) -> Iterator[str]:
    if not talk.checks:
        raise FactcheckError("no claim has been checked yet", "type one")
    yield terminal.render_check(talk.checks[-1], talk.surroundings.look(), all_passages=True)


def _figures(talk: Conversation, words: str) -> Iterator[str]:
    for line in terminal.render_figures(talk.library.figures(text=words or None), talk.surroundings.look()):
        yield f"{line}\n"


def _search(talk: Conversation, words: str) -> Iterator[str]:
    if not words:
        raise FactcheckError("no words to search for", "write them after :search")
    yield terminal.render_search(talk.library.search(words, limit=SEARCHED), words, talk.surroundings.look())


def _sources(talk: Conversation, _: str) -> Iterator[str]:
    yield terminal.render_sources(talk.library.sources(), talk.surroundings.look())


def _history_list(talk: Conversation, _: str) -> Iterator[str]:
    yield terminal.render_history(talk.library.history(), talk.surroundings.look())


def _file(talk: Conversation, name: str) -> Iterator[str]:
    if not name:
        raise FactcheckError("no file named", "write its path after :file; it holds one claim a line")
    talk.answer(Path(name).expanduser().read_text("utf-8-sig", errors="replace"))
    yield ""


def _report(talk: Conversation, name: str) -> Iterator[str]:
    path = Path(name).expanduser()
    if not name or path.suffix.lower() not in REPORT_FORMATS:
        raise FactcheckError("a report needs a file name", "it ends in .md, .html, .json or .csv: :report checks.md")
    if not talk.checks:
        raise FactcheckError("no claim has been checked yet", "type some first, then :report")
    around = talk.surroundings
    report = render_report(
        REPORT_FORMATS[path.suffix.lower()],
        talk.checks,
        title="Verification report",
        day=around.now().date(),
        database=around.database,
        sources=talk.library.sources(),
    )
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(report)
    except FileExistsError:
        raise FactcheckError(f"{path} exists already", "name another file") from None
    yield f"{count(len(talk.checks), 'claim')} written to {path}\n"


def _help(talk: Conversation, _: str) -> Iterator[str]:
    look = talk.surroundings.look()
    lines = wrap(plain("Type or paste claims, one a line. Commands:"), look)
    margin = max(len(f"{name} {entry.takes}") for name, entry in COMMANDS.items())
    for name, entry in COMMANDS.items():
        command = f"  :{f'{name} {entry.takes}':<{margin}}  "
        lines += wrap(plain(entry.help), look, first=command, indent=" " * len(command))
    keys = "Ctrl-C drops the line, Ctrl-D leaves, the arrow keys bring earlier claims back."
    yield "\n".join([*lines, *wrap(plain(keys), look)]) + "\n"


def _quit(talk: Conversation, _: str) -> Iterator[str]:
    talk.over = True
    yield ""


@dataclass(frozen=True, slots=True)
class Command:
    """What a command of the prompt does, what it takes ("FILE", "WORDS" or nothing) and what its help says."""

    run: Callable[[Conversation, str], Iterator[str]]
    takes: str
    help: str


_NOTHING = Command(_quit, "", "")
COMMANDS = {
    "all": Command(_all, "", "the last claim again, with the neutral passages"),
    "figures": Command(_figures, "WORDS", "every figure, or those of sentences with these words"),
    "search": Command(_search, "WORDS", "passages, without a verdict"),
    "sources": Command(_sources, "", "what is indexed"),
    "history": Command(_history_list, "", "the claims checked so far, with their verdicts"),
    "file": Command(_file, "FILE", "check each line of a file"),
    "report": Command(_report, "FILE", "write the claims of this sitting as .md, .html, .json or .csv"),
    "help": Command(_help, "", "this list"),
    "quit": Command(_quit, "", "leave"),
}
