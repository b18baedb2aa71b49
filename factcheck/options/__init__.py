"""The options and arguments of the command line, each with its help.

Those of this module are the program's and of `check`, and mostly of other commands too. `others` holds the rest, which
are loaded when a command that has one is called (PEP 562): to make one takes as long as to read a figure.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

if TYPE_CHECKING:
    from factcheck.options.others import *  # noqa: F403  # to a type checker they are all here


class FailOn(StrEnum):
    """Verdicts from which on a check ends with status 1."""

    NEVER = "never"
    UNVERIFIED = "unverified"
    MIXED = "mixed"
    CONFLICTING = "conflicting"


# --- of the program and of many commands ------------------------------------------------------------------

Version = Annotated[bool, Option("--version", help="Print the version and stop.")]
Debug = Annotated[bool, Option("--debug", help="Show where in the program a failure arose.")]
_DB = "The database. Else the file that FACTCHECK_DB names, else claims.db here or in a folder above."
Db = Annotated[Path | None, Option("--db", metavar="FILE", help=_DB, show_default=False)]
Json = Annotated[bool, Option("--json", help="Print JSON, one object a line.")]
Csv = Annotated[bool, Option("--csv", help="Print a table as CSV.")]
_ONLY_SOURCE = "Only sources with this number, or with this in their path or title."
OnlySource = Annotated[str | None, Option("--source", metavar="SOURCE", help=_ONLY_SOURCE)]
Since = Annotated[str | None, Option("--since", metavar="DATE", help="Only sources published then or later.")]
Until = Annotated[str | None, Option("--until", metavar="DATE", help="Only sources published then or earlier.")]
_LIMIT = "Show at most so many passages. Default: 20."
Limit = Annotated[int | None, Option("--limit", min=1, metavar="NUMBER", help=_LIMIT, show_default=False)]

_JOBS = "Share much work out to so many processes. Default: one for each core."
Jobs = Annotated[int | None, Option("--jobs", min=1, metavar="NUMBER", help=_JOBS, show_default=False)]


def cores() -> int:
    """Return how many cores this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- claims -----------------------------------------------------------------------------------------------

_CLAIM = "The claim, or - for claims on standard input, one a line."
Claim = Annotated[list[str] | None, Argument(metavar="CLAIM", help=_CLAIM, show_default=False)]
_CLAIM_FILE = "Read claims from a file: one a line, lines that start with # left out; or a table (.csv, .tsv)."
ClaimFile = Annotated[Path | None, Option("--file", metavar="FILE", help=_CLAIM_FILE)]
_CLAIM_COLUMN = "The column of the table that holds the claims. Default: the one called claim."
ClaimColumn = Annotated[str | None, Option("--claim-column", metavar="NAME", help=_CLAIM_COLUMN, show_default=False)]
_DATE_COLUMN = "The column that holds the day each claim was made. Default: the one called date, if any."
DateColumn = Annotated[str | None, Option("--date-column", metavar="NAME", help=_DATE_COLUMN, show_default=False)]
_CLAIM_DATE = 'The date that "this year" in a claim is read against. Default: today.'
ClaimDate = Annotated[str | None, Option("--claim-date", metavar="DATE", help=_CLAIM_DATE)]
AllPassages = Annotated[bool, Option("--all", help="Show passages too that neither support nor conflict.")]
_FAIL_ON = "End with status 1 for this verdict or a worse one: never, unverified, mixed, conflicting. Default: never."
FailOnVerdict = Annotated[FailOn | None, Option("--fail-on", metavar="VERDICT", help=_FAIL_ON, show_default=False)]
NoRecord = Annotated[bool, Option("--no-record", help="Do not keep the claim in the history.")]


def __getattr__(name: str) -> object:
    """Return an option that only other commands have."""
    others = import_module("factcheck.options.others")
    if not hasattr(others, name):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(others, name)
    return value
