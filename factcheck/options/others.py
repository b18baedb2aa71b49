"""The options and arguments of all commands but `check`, each with its help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option


class ReportFormat(StrEnum):
    """Formats of a report."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    CSV = "csv"
    CLAIMREVIEW = "claimreview"
    AVERITEC = "averitec"
    FEVER = "fever"


Yes = Annotated[bool, Option("--yes", "-y", help="Do not ask.")]
_CLAIMS = "The claims, each in quotation marks; without any, those recorded."
Claims = Annotated[list[str] | None, Argument(metavar="CLAIM...", help=_CLAIMS, show_default=False)]

# --- sources ----------------------------------------------------------------------------------------------

_PATHS = "Files, folders, addresses of web pages, or - for standard input."
Paths = Annotated[list[str], Argument(metavar="PATH...", help=_PATHS, show_default=False)]
Title = Annotated[str | None, Option(metavar="TEXT", help="The title, where it was not found or found wrongly.")]
Author = Annotated[str | None, Option(metavar="TEXT", help="The author.")]
Publisher = Annotated[str | None, Option(metavar="TEXT", help="The publisher.")]
Published = Annotated[str | None, Option(metavar="DATE", help="The date published.")]
Url = Annotated[str | None, Option(metavar="ADDRESS", help="The address it was published at.")]
Label = Annotated[str | None, Option(metavar="TEXT", help='A word of yours for it, such as "official".')]
Weight = Annotated[
    float | None, Option(metavar="NUMBER", help="How much it counts where sources disagree; others count 1.")
]
_EXCLUDE = "Leave out files that match, as in .gitignore. May be repeated."
Exclude = Annotated[list[str] | None, Option(metavar="PATTERN", help=_EXCLUDE)]
Prune = Annotated[bool, Option("--prune", help="Remove sources of the folders named whose files are gone.")]
Force = Annotated[bool, Option("--force", help="Read files again that have not changed.")]
_FIELDS = (
    "Which fields of JSON Lines hold the text, title, author, publisher, published and url, such as "
    "text=body,title=headline. They are kept for later readings of the file."
)
Fields = Annotated[str | None, Option("--fields", metavar="NAME=FIELD,...", help=_FIELDS)]
_TIMEOUT = "How long fetching an address may take. Default: 20."
Timeout = Annotated[float | None, Option(metavar="SECONDS", min=0.1, help=_TIMEOUT, show_default=False)]
_MAX_SIZE = "Fetch at most so much from an address. Default: 50."
MaxSize = Annotated[float | None, Option(metavar="MB", min=0.001, help=_MAX_SIZE, show_default=False)]
_PRIVATE = "Fetch from this machine and its own network too."
AllowPrivate = Annotated[bool, Option("--allow-private", help=_PRIVATE)]
OneSource = Annotated[str, Argument(metavar="SOURCE", help="Its number, or a part of its path or title.")]

_SENTENCES = "Print the text as it was read too, each sentence with where it stands."
Sentences = Annotated[bool, Option("--sentences", help=_SENTENCES)]

# --- figures, search, report, history ---------------------------------------------------------------------

_UNINDEXED = "Files, folders or addresses to read without indexing them, or -."
Unindexed = Annotated[list[str] | None, Argument(metavar="PATH...", help=_UNINDEXED, show_default=False)]
_KIND = "Only number, ordinal, percent, money, measure, duration, age or date. May be repeated."
KindNames = Annotated[list[str] | None, Option("--kind", metavar="KIND", help=_KIND)]
UnitName = Annotated[
    str | None, Option("--unit", metavar="UNIT", help="Only figures in this unit, such as GBP, km or %.")
]
Minimum = Annotated[str | None, Option("--min", metavar="NUMBER", help="Only figures of this value or more.")]
Maximum = Annotated[str | None, Option("--max", metavar="NUMBER", help="Only figures of this value or less.")]
Text = Annotated[str | None, Option("--text", metavar="TEXT", help="Only figures of sentences that hold this text.")]
Words = Annotated[list[str], Argument(metavar="WORDS", help="The words to look for; near spellings are found too.")]
Output = Annotated[
    Path | None, Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen.")
]
_OVERWRITE = "Replace the file of -o also where it is no report of factcheck's."
Overwrite = Annotated[bool, Option("--force", help=_OVERWRITE)]
_REPORT_FORMAT = (
    "markdown, html, docx, json or csv; for other programs claimreview, averitec or fever. Default: what the ending of "
    "-o says, else markdown."
)
Format = Annotated[ReportFormat | None, Option("--format", metavar="FORMAT", help=_REPORT_FORMAT, show_default=False)]
ReportTitle = Annotated[str, Option("--title", metavar="TEXT", help="The title of the report.")]
ReportDate = Annotated[str | None, Option("--date", metavar="DATE", help="The date of the report. Default: today.")]
_BY = "Who publishes it, which a ClaimReview must say. Default: the author that factcheck.toml names."
ReportAuthor = Annotated[str | None, Option("--author", metavar="NAME", help=_BY, show_default=False)]
ReportUrl = Annotated[str | None, Option("--url", metavar="ADDRESS", help="Where it is published; for claimreview.")]
_TEMPLATE = "Fill this template (Jinja2) instead of writing a format; the README lists what it may use."
Template = Annotated[Path | None, Option("--template", metavar="FILE", help=_TEMPLATE, show_default=False)]
_PICTURES = "Write the pictures of a Markdown report into a folder beside it, and link them. HTML holds its own."
Pictures = Annotated[bool, Option("--pictures", help=_PICTURES)]
JsonReport = Annotated[bool, Option("--json", help="The same as --format json.")]
Recheck = Annotated[bool, Option("--recheck", help="Check all again and tell which verdicts have changed.")]
