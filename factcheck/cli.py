"""The command line: options in, one call of the library, one renderer out, and the exit status.

0: done, and nothing at or above `--fail-on`. 1: findings at or above it. 2: could not do the job.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from typer.models import CommandInfo

from factcheck import __version__, config, options, streams
from factcheck.arguments import claims_given, date_of, number_of, reading_of, text_of
from factcheck.errors import DamagedDatabaseError, DatabaseError, SourceError, UsageError
from factcheck.failures import DONE, FAILED, FINDINGS, Program, interrupted, remark, tell

if TYPE_CHECKING:
    from factcheck.claim_tables import GivenClaim
    from factcheck.config import Config
    from factcheck.ingest import Options
    from factcheck.library import Library
    from factcheck.models import Check, IndexReport, Skipped, SourceRow

_PROGRAM_DB: ContextVar[Path | None] = ContextVar("program_db", default=None)  # the --db before a command

Command = TypeVar("Command", bound=Callable[..., None])

_app = typer.Typer(
    name="factcheck",
    cls=Program,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
sources_app = typer.Typer()
history_app = typer.Typer()
_app.add_typer(sources_app, name="sources")
_app.add_typer(history_app, name="history")


def main() -> None:
    """Run the command line; garbage is not looked for once more at its end."""
    try:
        _program_for(sys.argv[1:2])(prog_name="factcheck")
    except KeyboardInterrupt:  # before the program was ready to catch it
        sys.exit(interrupted())
    finally:
        gc.freeze()


@cache
def program() -> typer.Typer:
    """Return the program with all its commands, also those of other modules."""
    from factcheck import cli_drafts, cli_reports, cli_watch

    cli_drafts.register(_app, _open_named, _now)
    cli_reports.register(_app, _settings, _open)
    cli_watch.register(_app, _settings, _open)
    return _app


def _program_for(first: list[str]) -> typer.Typer:
    """Return the program with only the command that the first argument names, where it names one.

    Typer takes 0.5 ms to build each of the others, and loading the modules of some takes 4 ms.
    """
    if first != ["--version"] and not _commands_called(first):
        program()
    named = _commands_called(first)
    if named:
        _app.registered_commands, _app.registered_groups = named, []
    return _app


def _commands_called(first: list[str]) -> list[CommandInfo]:
    return [info for info in _app.registered_commands if info.callback and info.callback.__name__ in first]


def _reflowed(command: Command) -> Command:
    """Put each paragraph of a help on one line, so that it fills whatever width it is shown in."""
    paragraphs = (command.__doc__ or "").split("\n\n")
    command.__doc__ = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return command


# --- commands ---------------------------------------------------------------------------------------------


@_app.callback(invoke_without_command=True)
@_reflowed
def start(
    context: typer.Context,
    db: options.Db = None,
    version: options.Version = False,
    debug: options.Debug = False,
) -> None:
    """Check claims against the sources you give, offline: passages, figures, verdicts.

    On a terminal, factcheck alone opens a prompt: type a claim and read the verdict.

    [bold]Examples[/bold]

    factcheck index articles/

    factcheck check "The bridge is 90 metres long"
    """
    _PROGRAM_DB.set(db)
    if version:
        streams.write(f"factcheck {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is not None:
        return
    if streams.is_tty(sys.stdin) and streams.is_tty(sys.stdout):
        _prompt(db)
    else:
        streams.write_lines([context.get_help()])


def _prompt(db: Path | None) -> None:
    import os

    from factcheck.interactive import Surroundings, history_file, run

    settings = _settings(db=db)
    with _open(settings) as library:
        surroundings = Surroundings(
            now=_now,
            look=lambda: streams.look(sys.stdout),
            write=streams.write,
            database=library.path.name,
            history=history_file(dict(os.environ), sys.platform, Path.home()),
            record=settings.record,
            plain=os.environ.get("TERM") == "dumb",
        )
        run(library, surroundings)


@_app.command()
@_reflowed
def index(
    paths: options.Paths,
    title: options.Title = None,
    author: options.Author = None,
    publisher: options.Publisher = None,
    published: options.Published = None,
    url: options.Url = None,
    label: options.Label = None,
    weight: options.Weight = None,
    exclude: options.Exclude = None,
    prune: options.Prune = False,
    force: options.Force = False,
    fields: options.Fields = None,
    timeout: options.Timeout = None,
    max_size: options.MaxSize = None,
    allow_private: options.AllowPrivate = False,
    jobs: options.Jobs = None,
    db: options.Db = None,
    as_json: options.Json = False,
) -> None:
    """Read files and folders into the database.

    What has not changed is skipped; what has changed is replaced. A file that cannot be read is reported, and
    the rest is indexed; the status is 2 where it was named on the command line.

    Reads plain text, Markdown, web pages, PDF, Word, OpenDocument, EPUB, RTF, mail (EML, mbox), tables (CSV, TSV,
    Excel), JSON Lines, subtitles (SRT, VTT), and ZIP and tar archives of these.

    [bold]Examples[/bold]

    factcheck index articles/ interview.txt

    factcheck index --published 2024-12-18 --author "Ann Lee" notes.txt

    factcheck index --fields text=body,title=headline archive.jsonl
    """
    settings = _settings(db=db)
    reading = reading_of(fields, timeout, max_size, allow_private)
    path = config.find_database(settings, Path())
    is_new = not path.exists()
    with _open(settings, create=True) as library, streams.Progress("Indexing") as progress:
        report = library.index(
            paths,
            now=_now(),
            title=title,
            author=author,
            publisher=publisher,
            published=date_of(published),
            url=url,
            label=label,
            weight=weight,
            exclude=[*settings.exclude, *(exclude or [])],
            prune=prune,
            force=force,
            stdin=streams.read_input() if "-" in paths else None,
            reading=reading,
            progress=progress if progress.is_seen else None,
            jobs=jobs or options.cores(),
        )
    if is_new:
        remark(f"new database: {path}" if path.exists() else "no database was made: nothing could be read")
    _show_report(report, as_json)
    _fail_for(report.skipped)


def _named(skipped: Iterable[Skipped]) -> list[Skipped]:
    return [source for source in skipped if source.named]


def _fail_for(skipped: Iterable[Skipped]) -> None:
    """Raise SourceError where a source that was named is among those that could not be read."""
    unread = _named(skipped)
    if unread:
        raise SourceError(_unread(unread), unread[0].hint if len(unread) == 1 else "each is listed with what to do")


def _unread(skipped: Sequence[Skipped]) -> str:
    """Return which of the paths named could not be read, and why where it is one."""
    if len(skipped) > 1:
        return f"{len(skipped)} paths could not be read: {', '.join(each.path for each in skipped)}"
    only = skipped[0]
    return only.reason if only.path in only.reason else f"{only.path}: {only.reason}"


def _show_report(report: IndexReport, as_json: bool) -> None:
    if as_json:
        from factcheck.render.jsonl import index_report_json

        streams.write_lines([index_report_json(report)])
    else:
        from factcheck.render.terminal import render_index_report

        unread = _named(report.skipped)
        told = unread[0] if len(unread) == 1 else None  # the error below says it
        streams.write(render_index_report(report, streams.look(sys.stdout), told))


@_app.command()
@_reflowed
def check(
    claim: options.Claim = None,
    file: options.ClaimFile = None,
    claim_column: options.ClaimColumn = None,
    date_column: options.DateColumn = None,
    claim_date: options.ClaimDate = None,
    limit: options.Limit = None,
    source: options.OnlySource = None,
    since: options.Since = None,
    until: options.Until = None,
    all_passages: options.AllPassages = False,
    fail_on: options.FailOnVerdict = None,
    no_record: options.NoRecord = False,
    jobs: options.Jobs = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
) -> None:
    """Check a claim: the verdict, the passages it rests on, and the figures compared.

    Put the claim in quotation marks, and -- before a claim that begins with a hyphen.

    [bold]Examples[/bold]

    factcheck check "The bridge is 90 metres long"

    factcheck check --file claims.txt --fail-on conflicting
    """
    settings = _settings(db=db, limit=limit, fail_on=fail_on and fail_on.value, record=False if no_record else None)
    day, first, last = date_of(claim_date) or date.today(), date_of(since), date_of(until, last=True)
    given = claims_given(claim or [], file, claim_column=claim_column, date_column=date_column)
    with _open(settings, writable=settings.record) as library:
        run = _Checks(library, settings, as_json)
        how = {"limit": settings.limit, "source": source, "since": first, "until": last}
        texts = [(claim.text, claim.day or day) for claim in given.claims]
        found = run.check(given.claims, library.check_all(texts, jobs=jobs or options.cores(), **how))
        if as_csv:
            from factcheck.render.csvs import checked_table_csv

            rows = ((claim.cells, result) for claim, result in found)
            streams.write_lines(checked_table_csv(given.columns, given.claim_column, rows))
        elif as_json:
            from factcheck.render.jsonl import check_json

            streams.write_lines(
                check_json(result, dict(zip(given.columns, claim.cells, strict=True)))
                for claim, result in found
                if result
            )
        else:
            from factcheck.render.terminal import render_check

            look = streams.look(sys.stdout)
            for number, result in enumerate(result for _, result in found if result):
                streams.write(("\n" if number else "") + render_check(result, look, all_passages=all_passages))
                streams.flush()
    raise typer.Exit(run.status)


class _Checks:
    """The checks of one run: recorded as they come, counted into the exit status."""

    def __init__(self, library: Library, settings: Config, as_json: bool) -> None:
        self._library = library
        self._fail_on = config.FAIL_ON.index(settings.fail_on)
        self._record = settings.record
        self._as_json = as_json
        self.status = DONE

    def check(
        self, claims: Sequence[GivenClaim], checked: Iterable[Check | UsageError]
    ) -> Iterable[tuple[GivenClaim, Check | None]]:
        """Yield each claim with its check; one of several that cannot be checked is told, counted, and has none."""
        for claim, found in zip(claims, checked, strict=True):
            if isinstance(found, UsageError):
                if len(claims) == 1:
                    raise found
                tell(UsageError(f"line {claim.line}: {found.message}", found.hint), self._as_json)
                self.status = FAILED
                yield claim, None
                continue
            self._count(found)
            self._keep(found)
            yield claim, found

    def _count(self, found: Check) -> None:
        verdict = found.verdict.value
        severity = config.FAIL_ON.index(verdict) if verdict in config.FAIL_ON else 0
        if self._fail_on and severity >= self._fail_on and self.status == DONE:
            self.status = FINDINGS

    def _keep(self, found: Check) -> None:
        if not self._record:
            return
        try:
            self._library.record(found, _now())
        except DatabaseError as error:
            self._record = False  # the answer counts: say once that it is not kept
            remark(f"not recorded: {error.message}")


@_app.command()
@_reflowed
def figures(
    paths: options.Unindexed = None,
    kind: options.KindNames = None,
    unit: options.UnitName = None,
    minimum: options.Minimum = None,
    maximum: options.Maximum = None,
    text: options.Text = None,
    source: options.OnlySource = None,
    fields: options.Fields = None,
    timeout: options.Timeout = None,
    max_size: options.MaxSize = None,
    allow_private: options.AllowPrivate = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
) -> None:
    """List every figure of the sources, with its sentence and where that stands.

    With paths, the figures of these files, which need not be indexed. A file that cannot be read is named, and the
    others are read; the status is 2 where it was named on the command line.

    [bold]Examples[/bold]

    factcheck figures --kind money --min 1000000

    factcheck figures draft.md
    """
    filters: dict[str, Any] = {  # the keyword arguments that both functions below take
        "kinds": kind or [],
        "unit": unit,
        "minimum": number_of(minimum),
        "maximum": number_of(maximum),
        "text": text,
    }
    if paths:
        _figures_of_files(paths, reading_of(fields, timeout, max_size, allow_private), filters, as_json, as_csv)
        return
    with _open(_settings(db=db), writable=False) as library:
        _show(library.figures(source=source, **filters), "figures", as_json, as_csv)


def _figures_of_files(
    paths: Sequence[str], reading: Options, filters: Mapping[str, Any], as_json: bool, as_csv: bool
) -> None:
    from factcheck.library import figures_of_files

    skipped: list[Skipped] = []
    stdin = streams.read_input() if "-" in paths else None
    rows = figures_of_files(paths, stdin=stdin, reading=reading, skip=skipped.append, **filters)
    _show(rows, "figures", as_json, as_csv)
    for source in skipped:
        if not source.named and not source.unsupported:
            remark(f"not read: {source.path}: {source.reason}")
    unsupported = [source.path for source in skipped if source.unsupported and not source.named]
    if unsupported:
        from factcheck.render.phrases import left_aside

        remark(f"not read: {left_aside(unsupported)}")
    _fail_for(skipped)


def _show(rows: Iterable[Any], what: str, as_json: bool, as_csv: bool) -> None:
    """Write rows in the format asked for; `what` names their renderers."""
    if as_csv:
        from factcheck.render import csvs

        streams.write_lines(getattr(csvs, _CSV[what])(rows))
    elif as_json:
        from factcheck.render import jsonl

        streams.write_lines(map(getattr(jsonl, _JSON[what]), rows))
    else:
        from factcheck.render import terminal

        shown = getattr(terminal, _TERMINAL[what])(rows, streams.look(sys.stdout))
        streams.write_lines([shown] if isinstance(shown, str) else shown)


_CSV = {"figures": "figures_csv", "sources": "sources_csv", "history": "history_csv", "passages": "passages_csv"}
_JSON = {"figures": "figure_row_json", "sources": "source_json", "history": "history_json", "passages": "passage_json"}
_TERMINAL = {"figures": "render_figures", "sources": "render_sources", "history": "render_history"}


@_app.command()
@_reflowed
def search(
    words: options.Words,
    limit: options.Limit = None,
    source: options.OnlySource = None,
    since: options.Since = None,
    until: options.Until = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
) -> None:
    """Find passages by their words, without a verdict.

    [bold]Example[/bold]

    factcheck search night bus passengers
    """
    settings = _settings(db=db, limit=limit)
    text = text_of(words)
    with _open(settings, writable=False) as library:
        found = library.search(
            text, limit=settings.limit, source=source, since=date_of(since), until=date_of(until, last=True)
        )
    if as_json or as_csv:
        _show(found, "passages", as_json, as_csv)
    else:
        from factcheck.render.terminal import render_search

        streams.write(render_search(found, text, streams.look(sys.stdout)))


@_app.command()
@_reflowed
def doctor(
    db: options.Db = None,
    as_json: options.Json = False,
) -> None:
    """Look whether the database is whole, and mend what can be made anew from the sentences stored.

    The status is 0 where it is whole, 1 where something was wrong and has been mended, and 2 where it cannot be.

    [bold]Example[/bold]

    factcheck doctor
    """
    try:
        with _open(_settings(db=db)) as library:
            found = library.findings()
            if found:
                library.mend()
            _show_health(library.path, found, as_json)
    except DamagedDatabaseError as error:
        raise DamagedDatabaseError(f"{error.message}; it cannot be mended, and was left as it is", _LOST) from error
    if found:
        raise typer.Exit(FINDINGS)


_LOST = (
    "put a copy from a backup in its place, or move it away and index your sources again with: factcheck index PATH... "
    "(sign-offs and history are only in the copy)"
)


def _show_health(path: Path, found: Sequence[str], as_json: bool) -> None:
    if as_json:
        import json

        streams.write_lines([json.dumps({"database": str(path), "findings": found, "mended": bool(found)})])
        return
    from factcheck.render.text import one_line

    last = "mended: made anew from what is stored" if found else "whole"
    streams.write_lines([*(f"damage: {one_line(line)}" for line in found), f"{one_line(str(path))}: {last}"])


@sources_app.callback(invoke_without_command=True)
@_reflowed
def sources(
    context: typer.Context,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
) -> None:
    """List what is indexed; show, correct or remove a source.

    SOURCE is a number of the list, or a part of a path or title that only one source has.

    [bold]Examples[/bold]

    factcheck sources

    factcheck sources set 3 --published 2024-12-18
    """
    if context.invoked_subcommand is None:
        with _open(_settings(db=db), writable=False) as library:
            _show(library.sources(), "sources", as_json, as_csv)
    else:
        _PROGRAM_DB.set(db or _PROGRAM_DB.get())


@sources_app.command("show")
@_reflowed
def show_source(
    source: options.OneSource,
    sentences: options.Sentences = False,
    db: options.Db = None,
    as_json: options.Json = False,
) -> None:
    """Show all that is known about a source, and with --sentences what was read of it."""
    with _open(_settings(db=db), writable=False) as library:
        row = library.find_source(source)
        _show_source(row, as_json, library.differences(row.document))
        if sentences and as_json:
            from factcheck.render.jsonl import sentence_json

            streams.write_lines(map(sentence_json, library.placed(row.document)))
        elif sentences:
            from factcheck.render.terminal import render_sentences

            streams.write_lines(render_sentences(library.placed(row.document), streams.look(sys.stdout)))


@sources_app.command("set")
@_reflowed
def set_source(
    source: options.OneSource,
    title: options.Title = None,
    author: options.Author = None,
    publisher: options.Publisher = None,
    published: options.Published = None,
    url: options.Url = None,
    label: options.Label = None,
    weight: options.Weight = None,
    db: options.Db = None,
    as_json: options.Json = False,
) -> None:
    """Correct what is known about a source; an empty text takes a value away.

    What is set here stays when the file is read again.

    [bold]Example[/bold]

    factcheck sources set 3 --published 2024-12-18 --label official
    """
    texts = {"title": title, "author": author, "publisher": publisher, "url": url, "label": label}
    given: dict[str, Any] = {name: text or None for name, text in texts.items() if text is not None}
    if published is not None:
        given["published"] = date_of(published) if published else None
    if weight is not None:
        given["weight"] = weight
    if not given:
        raise UsageError("nothing was given to set", "see: factcheck sources set --help")
    with _open(_settings(db=db)) as library:
        _show_source(library.set_source(library.find_source(source).document, given), as_json)


@sources_app.command("remove")
@_reflowed
def remove_source(
    source: options.OneSource,
    yes: options.Yes = False,
    db: options.Db = None,
    as_json: options.Json = False,
) -> None:
    """Remove a source with its sentences and figures. Its file and the history stay."""
    with _open(_settings(db=db)) as library:
        row = library.find_source(source)
        if not yes and not _agreed(f"Remove {row.title or row.path}"):
            remark("nothing was removed")
            return
        library.remove_source(row.document)
    if as_json:
        _show_source(row, as_json)
    else:
        remark(f"removed: {row.path}")


def _show_source(row: SourceRow, as_json: bool, differences: Sequence[tuple[str, str]] = ()) -> None:
    if as_json:
        from factcheck.render.jsonl import source_json

        streams.write_lines([source_json(row, differences)])
    else:
        from factcheck.render.terminal import render_source

        streams.write(render_source(row, streams.look(sys.stdout), differences))


@history_app.callback(invoke_without_command=True)
@_reflowed
def history(
    context: typer.Context,
    recheck: options.Recheck = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
) -> None:
    """List the claims checked so far with their verdicts.

    [bold]Examples[/bold]

    factcheck history

    factcheck history --recheck
    """
    if context.invoked_subcommand is not None:
        _PROGRAM_DB.set(db or _PROGRAM_DB.get())
        return
    with _open(_settings(db=db), writable=False) as library:
        rows = list(library.recheck()) if recheck else library.history()
        _show(rows, "history", as_json, as_csv)


@history_app.command("clear")
@_reflowed
def clear_history(
    yes: options.Yes = False,
    db: options.Db = None,
) -> None:
    """Forget all claims checked so far. The sources stay."""
    with _open(_settings(db=db)) as library:
        if not yes and not _agreed("Forget all claims checked so far"):
            remark("nothing was forgotten")
            return
        count = library.clear_history()
    remark(f"forgotten: {count:,} claim{'' if count == 1 else 's'}")


# --- what the commands share --------------------------------------------------------------------------------


def _settings(**flags: object) -> Config:
    import os

    return config.load(Path(), os.environ, **{**flags, "db": flags.get("db") or _PROGRAM_DB.get()})


def _open(settings: Config, *, create: bool = False, writable: bool = True) -> Library:
    from factcheck.library import Library

    # Nothing that could be read, as with a mistyped path, must not leave an empty database behind.
    return Library(config.find_database(settings, Path()), create=create, writable=writable, keep_empty=False)


def _agreed(question: str) -> bool:
    """Ask a person; raises UsageError where there is none to ask."""
    if not streams.is_tty(sys.stdin):
        raise UsageError("there is nobody to ask", "say --yes to do it without asking")
    from factcheck.render.text import one_line

    return typer.confirm(one_line(question) + "?", err=True)


def _now() -> datetime:
    return datetime.now(UTC)


def _open_named(db: Path | None, *, writable: bool) -> Library:
    return _open(_settings(db=db), writable=writable)
