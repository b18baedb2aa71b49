"""The commands for drafts and whole collections: proofread, signoff, disagreements."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from typer import Argument, Option

from factcheck import options, streams
from factcheck.arguments import date_of, reading_of, template_given
from factcheck.errors import SourceError, UsageError
from factcheck.failures import DONE, FAILED, FINDINGS, remark, tell
from factcheck.outputs import refuse_to_lose, save

if TYPE_CHECKING:
    from factcheck.ingest import Options
    from factcheck.library import Library
    from factcheck.models import Alert, Document, SignOff
    from factcheck.proofread import Proof

Opener = Callable[..., AbstractContextManager["Library"]]
"""Takes the option --db and `writable`, and returns the library."""


class Severity(StrEnum):
    """How grave an alert is."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class FailOn(StrEnum):
    """Severities from which on proofreading ends with status 1."""

    NEVER = "never"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class ProofFormat(StrEnum):
    """Formats of a proof."""

    LINE = "line"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    CSV = "csv"
    XLSX = "xlsx"


DRAFT_SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".odt", ".rtf")
"""What is taken for a draft in a folder."""
ADDRESSES = ("http://", "https://")

BINARY = (ProofFormat.DOCX, ProofFormat.XLSX)

Drafts = Annotated[
    list[str],
    Argument(metavar="DRAFT...", help="Drafts to check: files, folders, addresses, or - for one on standard input."),
]
_FORMAT = (
    "line: file:line:col: severity code message; github: annotations; html, markdown, docx: the annotated draft; csv, "
    "xlsx: the fact log. Default: what the ending of -o says, else grouped on a terminal, else line."
)
Format = Annotated[ProofFormat | None, Option("--format", help=_FORMAT, show_default=False)]
MinSeverity = Annotated[Severity, Option("--min-severity", help="Leave milder alerts out.")]
FailOnSeverity = Annotated[FailOn, Option("--fail-on", help="End with status 1 for an alert as grave as this.")]
_PUBLISHED = 'The draft\'s date, which "this year" is read against, where it has none. Default: today.'
DraftDate = Annotated[str | None, Option("--published", metavar="DATE", help=_PUBLISHED)]
_CHANGED = "Only sentences on lines that differ from this git revision."
ChangedSince = Annotated[str | None, Option("--changed-since", metavar="REV", help=_CHANGED)]
_ITSELF = "Hold the draft against itself only: arithmetic, dates, names. Needs no database."
NoSourcesFlag = Annotated[bool, Option("--no-sources", help=_ITSELF)]
_STDIN = "The file name that standard input stands for; its ending tells the format."
StdinName = Annotated[str, Option("--stdin-name", metavar="NAME", help=_STDIN)]
_PLACE = "The draft and the line of the alert, with its column where the line has several; or the draft alone."
_INTERACTIVE = "Step through the draft sentence by sentence beside its sources; sign off, query, note."
Interactive = Annotated[bool, Option("--interactive", help=_INTERACTIVE)]
Place = Annotated[str | None, Argument(metavar="FILE:LINE[:COLUMN]", help=_PLACE, show_default=False)]
By = Annotated[str | None, Option("--by", metavar="NAME", help="Who looked into it.")]
NoteText = Annotated[str, Option("--note", metavar="TEXT", help="What was found.")]
_LIST = "List the sign-offs of the draft, or of all drafts, and whether they still hold."
ListSignOffs = Annotated[bool, Option("--list", help=_LIST)]
_REMOVE = "Take a sign-off back: its number as listed. It stays in the ledger."
RemoveSignOff = Annotated[int | None, Option("--remove", metavar="NUMBER", help=_REMOVE, show_default=False)]
Code = Annotated[str | None, Option("--code", metavar="CODE", help="Only the alert of this code.")]


def register(app: typer.Typer, open_library: Opener, now: Callable[[], datetime]) -> None:
    """Add the commands to the program."""

    @app.command()
    def proofread(
        drafts: Drafts,
        form: Format = None,
        template: options.Template = None,
        output: options.Output = None,
        min_severity: MinSeverity = Severity.NOTICE,
        fail_on: FailOnSeverity = FailOn.ERROR,
        published: DraftDate = None,
        changed_since: ChangedSince = None,
        no_sources: NoSourcesFlag = False,
        stdin_name: StdinName = "standard input.md",
        interactive: Interactive = False,
        by: By = None,
        timeout: options.Timeout = None,
        max_size: options.MaxSize = None,
        allow_private: options.AllowPrivate = False,
        jobs: options.Jobs = None,
        force: options.Overwrite = False,
        db: options.Db = None,
        as_json: options.Json = False,
    ) -> None:
        """Check every sentence, figure and quotation of a draft against the sources and against itself.

        [bold]Examples[/bold]

        factcheck proofread draft.md

        factcheck proofread -o proof.html draft.docx

        factcheck proofread --changed-since main --fail-on warning draft.md

        factcheck proofread --interactive --by "Ann Lee" draft.md
        """
        form = ProofFormat.JSON if as_json else form
        _check_output(form, template, output)
        if output is not None and not force and template is None:
            refuse_to_lose(output)
        day = date_of(published) or now().date()
        reading = reading_of(timeout=timeout, max_size=max_size, allow_private=allow_private)
        if interactive:
            from factcheck import cli_desk

            cli_desk.check_that_it_can_be_shown(drafts, no_sources, as_json or form is not None or output is not None)
            with open_library(db, writable=True) as opened, streams.Progress("Proofreading") as progress:
                document, lines = _read(drafts[0], stdin_name, reading), _lines(drafts[0], changed_since)
                proof = _proof(document, day, opened, lines, progress, jobs or options.cores())
                progress.stop()
                cli_desk.step_through(opened, proof, by, now)
            return
        library = None if no_sources else open_library(db, writable=False)
        with library or nullcontext() as opened, streams.Progress("Proofreading") as progress:
            names = list(_files(drafts))
            documents = list(_documents(names, stdin_name, form is ProofFormat.JSON, reading))
            proofs = [
                _proof(document, day, opened, _lines(name, changed_since), progress, jobs or options.cores())
                for name, document in documents
            ]
        from factcheck.proofread import narrowed

        _show([narrowed(proof, min_severity.value) for proof in proofs], form, template, output, force)
        raise typer.Exit(_status(proofs, fail_on) if len(documents) == len(names) else FAILED)

    @app.command()
    def signoff(
        place: Place = None,
        by: By = None,
        note: NoteText = "",
        code: Code = None,
        listed: ListSignOffs = False,
        remove: RemoveSignOff = None,
        published: DraftDate = None,
        db: options.Db = None,
        as_json: options.Json = False,
    ) -> None:
        """Record that somebody has looked into an alert; it is silent until its sentence or its source changes.

        Without a column it is all alerts of the line; a place may be copied as proofread prints it. With a draft alone,
        without a line, the sign-offs of that draft are listed; with --list alone, those of all.

        [bold]Examples[/bold]

        factcheck signoff draft.md:12 --by "Ann Lee" --note "the yard confirmed 640 by phone"

        factcheck signoff draft.md:24:473 --by "Ann Lee"

        factcheck signoff --list draft.md

        factcheck signoff --remove 3
        """
        if remove is not None:
            with open_library(db, writable=True) as library:
                _tell_removed(library.withdraw_signoff(remove, now()))
            return
        at = _place_of(place) if place else None
        if listed or at is None or at.line is None:
            if at is None and not listed:
                raise UsageError("no draft and no line were named", "name them as FILE:LINE, or list all with --list")
            with open_library(db, writable=False) as library:
                _list_signoffs(library, at.file if at else None, as_json)
            return
        if not by:
            raise UsageError("who signs off was not said", 'add --by "NAME"')
        with open_library(db, writable=True) as library:
            proof = _proof(_read(at.file, at.file), date_of(published) or now().date(), library, {at.line}, None)
            alerts = _sign_off(library, proof, at, code, by, note, now())
        for alert in alerts:
            remark(f"signed off by {by}: {at.file}:{alert.line}:{alert.column} {alert.code}")

    @app.command()
    def disagreements(
        source: options.OnlySource = None,
        db: options.Db = None,
        as_json: options.Json = False,
        as_csv: options.Csv = False,
    ) -> None:
        """List where two sources give different figures for the same thing.

        A moving figure is one that time may explain: the reports are of different days.

        [bold]Example[/bold]

        factcheck disagreements
        """
        from factcheck.render import disagreements as render

        with open_library(db, writable=False) as library, streams.Progress("Comparing") as progress:
            found = library.disagreements(source=source, progress=progress)
        if as_csv:
            streams.write_lines(render.disagreements_csv(found))
        elif as_json:
            streams.write_lines(map(render.disagreement_json, found))
        else:
            streams.write(render.render_disagreements(found, streams.look(sys.stdout)))


# --- proofreading -----------------------------------------------------------------------------------------


def _read(name: str, stdin_name: str, reading: Options | None = None) -> Document:
    from factcheck.drafts import read_draft_bytes, read_draft_file

    return read_draft_bytes(stdin_name, streams.read_input()) if name == "-" else read_draft_file(name, reading)


def _files(names: Sequence[str]) -> Iterator[str]:
    """Yield the drafts named, and in place of a folder or a pattern the files in it that can be read."""
    for name in names:
        if Path(name).is_dir():
            yield from _in_folder(name)
        elif _is_pattern(name):
            from glob import glob

            yield from sorted(glob(name, recursive=True)) or [name]  # noqa: PTH207 -- Path.glob takes no absolute pattern
        else:
            yield name


def _is_pattern(name: str) -> bool:
    is_address = name[:8].lower().startswith(ADDRESSES)
    return any(sign in name for sign in "*?[") and not is_address and not Path(name).exists()


def _in_folder(name: str) -> list[str]:
    from factcheck.ingest import find_sources

    found = [each for each in find_sources([name]) if not each.skipped and each.path.suffix.lower() in DRAFT_SUFFIXES]
    if not found:
        raise UsageError(f"the folder {name} holds no draft", f"drafts end in {', '.join(DRAFT_SUFFIXES)}")
    return [str(each.path) for each in found]


def _documents(
    names: Sequence[str], stdin_name: str, as_json: bool, reading: Options
) -> Iterator[tuple[str, Document]]:
    """Yield each draft with its name; one of several that cannot be read is told, and the others are read."""
    for name in names:
        try:
            yield name, _read(name, stdin_name, reading)
        except SourceError as error:
            if len(names) == 1:
                raise
            tell(error, as_json)


def _lines(name: str, revision: str | None) -> Collection[int] | None:
    if revision is None:
        return None
    if name == "-":
        remark("standard input is checked as a whole: git does not know what it was")
        return None
    from factcheck.revisions import lines_changed_since

    return lines_changed_since(Path(name), revision)


def _proof(
    document: Document,
    day: date,
    library: Library | None,
    lines: Collection[int] | None,
    progress: streams.Progress | None,
    jobs: int = 1,
) -> Proof:
    def tell(done: int, total: int) -> None:
        if progress is not None:
            progress(done, total, document.path)

    if library is not None:
        return library.proofread(document, published=day, lines=lines, progress=tell, jobs=jobs)
    from factcheck.proofread import NoSources, proofread_draft, read_draft

    return proofread_draft(read_draft(document, day), NoSources(), lines=lines, progress=tell)


def _check_output(form: ProofFormat | None, template: Path | None, output: Path | None) -> None:
    """Raise UsageError for what cannot be written, before the draft is read."""
    if form is not None and template is not None:
        raise UsageError("a format and a template were given", "give one of the two")
    if form in BINARY and output is None:
        raise UsageError(f"{form} is no text to show on a screen", f"name a file with -o, as in: -o proof.{form}")


def _show(
    proofs: Sequence[Proof], form: ProofFormat | None, template: Path | None, output: Path | None, force: bool
) -> None:
    look = streams.look(sys.stdout)
    if form is None and template is None and output is None and (streams.is_tty(sys.stdout) or look.colour):
        from factcheck.render.alerts import render_alerts

        streams.write(render_alerts(proofs, look))
        return
    text = _filled(template, proofs) if template else _rendered(proofs, form, output)
    if output is None:
        assert isinstance(text, str)
        streams.write(text)
        return
    if isinstance(text, str) and template is not None and not force:
        refuse_to_lose(output, text)
    save(output, text)


def _filled(template: Path, proofs: Sequence[Proof]) -> str:
    from factcheck.render.template import fill, proof_values

    return fill(template_given(template), template.name, proof_values(proofs))


def _rendered(proofs: Sequence[Proof], form: ProofFormat | None, output: Path | None) -> str | bytes:
    from factcheck.render.proofs import format_of, render_proofs

    return render_proofs(form.value if form else format_of(output), proofs)


def _status(proofs: Sequence[Proof], fail_on: FailOn) -> int:
    """Return the exit status: alerts that are signed off do not count."""
    if fail_on is FailOn.NEVER:
        return DONE
    from factcheck.proofread.codes import at_least

    grave = [
        alert
        for proof in proofs
        for alert in proof.alerts
        if alert.signed_off is None and at_least(alert.severity, fail_on.value)
    ]
    return FINDINGS if grave else DONE


# --- signing off ------------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """A draft, and a line or an alert in it."""

    file: str
    line: int | None = None
    column: int | None = None


def _place_of(place: str) -> _Place:
    """Return the parts of FILE, FILE:LINE or FILE:LINE:COLUMN."""
    parts = place.split(":")
    if len(parts) > 2 and parts[-1].isdigit() and parts[-2].isdigit():
        return _Place(":".join(parts[:-2]), int(parts[-2]), int(parts[-1]))
    if len(parts) > 1 and parts[-1].isdigit():
        return _Place(":".join(parts[:-1]), int(parts[-1]))
    return _Place(place)


def _alerts_at(proof: Proof, at: _Place) -> list[Alert]:
    """Return the alerts that nobody has signed off: of a line, or those that begin at a column of it."""
    assert at.line is not None
    open_ones = [alert for alert in proof.alerts if alert.signed_off is None]
    if at.column is not None:
        return [alert for alert in open_ones if (alert.line, alert.column) == (at.line, at.column)]
    return [alert for alert in open_ones if alert.line <= at.line <= alert.end_line]


def _sign_off(
    library: Library, proof: Proof, at: _Place, code: str | None, by: str, note: str, now: datetime
) -> list[Alert]:
    """Sign off the alerts at a place, those of one code alone where it is given, and return them."""
    from factcheck.drafts import draft_key, keep
    from factcheck.proofread.ledger import sign_off

    file = proof.draft.path
    alerts = [alert for alert in _alerts_at(proof, at) if code is None or alert.code == code]
    if not alerts:
        what = f"no alert “{code}”" if code else "no alert that is not signed off"
        where = f"{at.line}:{at.column}" if at.column is not None else at.line
        raise UsageError(f"there is {what} at {file}:{where}", f"see them with: factcheck proofread {file}")
    key = draft_key(file, library.path)
    keep(library, proof.draft, [sign_off(alert, key, by, note, now) for alert in alerts])
    return alerts


def _tell_removed(item: SignOff) -> None:
    remark(f"taken back: {item.path or item.draft}:{item.line} {item.code or item.state} by {item.by}")


def _list_signoffs(library: Library, file: str | None, as_json: bool) -> None:
    """List the sign-offs of a draft, or all, each with whether it still holds."""
    from factcheck.drafts import draft_key, standings
    from factcheck.render.signoffs import render_signoffs, signoff_json

    items: Sequence[SignOff] = library.signoffs()
    if file is not None:
        key = draft_key(file, library.path)
        items = [item for item in items if (item.path or item.draft) == key] or _of_moved(library, file)
    rows = list(zip(items, standings(library, items), strict=True))
    if as_json:
        streams.write_lines(signoff_json(item, standing) for item, standing in rows)
    else:
        streams.write(render_signoffs(rows, streams.look(sys.stdout)))


def _of_moved(library: Library, file: str) -> Sequence[SignOff]:
    """Return the sign-offs of a draft that were made where it lay before."""
    from factcheck.drafts import ledger_of
    from factcheck.proofread import read_draft

    return ledger_of(library, read_draft(_read(file, file))).items if Path(file).exists() else []
