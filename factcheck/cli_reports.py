"""The command for reports: claims are checked anew and written in a format or by a template, pictures beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck import options, streams
from factcheck.arguments import claims_given, date_of, template_given
from factcheck.claim_tables import GivenClaim
from factcheck.errors import UsageError
from factcheck.failures import DONE, FAILED, tell
from factcheck.outputs import refuse_to_lose, save

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.library import Library
    from factcheck.models import Check
    from factcheck.render.reports import Report

Settings = Callable[..., "Config"]
"""Takes the options of a command by the names of settings, and returns the settings."""
Opener = Callable[..., AbstractContextManager["Library"]]
"""Takes the settings and `writable`, and returns the library."""


def register(app: typer.Typer, settings_of: Settings, open_library: Opener) -> None:
    """Add the command to the program."""

    @app.command()
    def report(
        claims: options.Claims = None,
        file: options.ClaimFile = None,
        claim_column: options.ClaimColumn = None,
        date_column: options.DateColumn = None,
        output: options.Output = None,
        form: options.Format = None,
        template: options.Template = None,
        pictures: options.Pictures = False,
        title: options.ReportTitle = "Verification report",
        day: options.ReportDate = None,
        author: options.ReportAuthor = None,
        url: options.ReportUrl = None,
        claim_date: options.ClaimDate = None,
        limit: options.Limit = None,
        source: options.OnlySource = None,
        since: options.Since = None,
        until: options.Until = None,
        force: options.Overwrite = False,
        jobs: options.Jobs = None,
        db: options.Db = None,
        as_json: options.JsonReport = False,
    ) -> None:
        """Write a report on claims that a colleague can read without this program.

        The claims are those given, those of --file, or those recorded in the history; all are checked anew.

        [bold]Examples[/bold]

        factcheck report -o report.md

        factcheck report -o report.html "The bridge is 90 metres long"

        factcheck report --file claims.csv --template house-style.html.jinja -o report.html
        """
        from factcheck.render.reports import Report, format_of

        settings = settings_of(db=db, limit=limit, author=author)
        name = "json" if as_json else form.value if form else format_of(output)
        folder = _picture_folder(output, name, template) if pictures else None
        if template is None:
            _check_output(name, settings.author, output)
        if output is not None and not force and template is None:
            refuse_to_lose(output)
        today = date_of(day) or date.today()
        said, first, last = date_of(claim_date), date_of(since), date_of(until, last=True)
        given: Sequence[GivenClaim] | None = None
        if claims or file:
            given = claims_given(
                claims or [], file, joined=False, claim_column=claim_column, date_column=date_column
            ).claims
        with open_library(settings, writable=False) as library, streams.Progress("Checking") as progress:
            wanted = _recorded(library, said) if given is None else given
            found = library.check_all(
                [(claim.text, claim.day or said or today) for claim in wanted],
                jobs=jobs or options.cores(),
                limit=settings.limit,
                source=source,
                since=first,
                until=last,
            )
            checks = list(_checked(wanted, found, progress, as_json))
            made = Report(
                checks,
                title=title,
                day=today,
                database=library.path.name,
                sources=library.sources(),
                author=settings.author,
                url=url,
                pictures=folder.name if folder else None,
            )
        _write(made, name, template, output, force)
        if folder is not None:
            _save_pictures(folder, checks)
        raise typer.Exit(DONE if len(checks) == len(wanted) else FAILED)


def _recorded(library: Library, said: date | None) -> list[GivenClaim]:
    claims = library.claims_recorded()
    if not claims:
        raise UsageError("no claim was given and none is recorded", "name claims, or check some first")
    return [GivenClaim(number, text, said or then) for number, (text, then) in enumerate(claims, 1)]


def _checked(
    claims: Sequence[GivenClaim], checked: Iterable[Check | UsageError], progress: streams.Progress, as_json: bool
) -> Iterable[Check]:
    """Yield the checks; one of several claims that cannot be checked is told and left out."""
    for number, (claim, found) in enumerate(zip(claims, checked, strict=True), 1):
        progress(number, len(claims), claim.text)
        if not isinstance(found, UsageError):
            yield found
        elif len(claims) == 1:
            raise found
        else:
            tell(UsageError(f"line {claim.line}: {found.message}", found.hint), as_json)


def _write(made: Report, name: str, template: Path | None, output: Path | None, force: bool) -> None:
    made_of = _filled(made, template) if template else _rendered(made, name)
    if output is not None:
        if isinstance(made_of, str) and template is not None and not force:
            refuse_to_lose(output, made_of)
        save(output, made_of)
        return
    assert isinstance(made_of, str)  # what is no text has a file: `_check_output`
    streams.write(made_of)


def _check_output(name: str, author: str | None, output: Path | None) -> None:
    """Raise UsageError for what cannot be written, before the claims are checked."""
    from factcheck.render.reports import BINARY, check_format

    check_format(name, author)
    if name in BINARY and output is None:
        raise UsageError(f"{name} is no text to show on a screen", f"name a file with -o, as in: -o report.{name}")


def _filled(made: Report, template: Path) -> str:
    from factcheck.render.template import fill, report_values

    return fill(template_given(template), template.name, report_values(made))


def _rendered(made: Report, name: str) -> str | bytes:
    from factcheck.render.reports import FORMATS

    return FORMATS[name](made)


def _picture_folder(output: Path | None, name: str, template: Path | None) -> Path | None:
    """Return the folder for the pictures of a report: "report-pictures" beside "report.md"; None for HTML."""
    if name == "html" and template is None:
        return None
    if output is None or name != "markdown" or template is not None:
        raise UsageError("pictures stand beside a report in Markdown", "name its file with -o, as in: -o report.md")
    return output.with_name(f"{output.stem}-pictures")


def _save_pictures(folder: Path, checks: Sequence[Check]) -> None:
    from factcheck.render.pictures import picture_files

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}", "name another file with -o") from None
    for name, text in picture_files(checks):
        save(folder / name, text)
