"""What a person wrote on the command line -> claims, dates and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any  # values of Options by their names

from factcheck import streams
from factcheck.claim_tables import GivenClaim, GivenClaims, read_claims
from factcheck.errors import SourceError, UsageError
from factcheck.failures import remark

if TYPE_CHECKING:
    from factcheck.ingest import Options

TABLES = (".csv", ".tsv", ".tab")
"""Endings of files that are tables of claims, not one claim a line."""
WORKBOOKS = (".xlsx", ".xls", ".ods", ".numbers")


def claims_given(
    words: Sequence[str],
    file: Path | None,
    *,
    joined: bool = True,
    claim_column: str | None = None,
    date_column: str | None = None,
) -> GivenClaims:
    """Return the claims given, those of a table, or one a line of the file or of standard input.

    Words given one by one (a claim without its quotation marks) are one claim where `joined`. A table is a file
    that ends in .csv or .tsv, or one of which a column is named.
    """
    if file is not None and words:
        raise UsageError("a claim and --file were given", "give one of the two")
    if file is None and list(words) != ["-"]:
        if not words:
            raise UsageError(
                "no claim was given", 'write it in quotation marks: factcheck check "The bridge is 90 m long"'
            )
        texts = [text_of(words)] if joined else [text_of([word]) for word in words]
        return GivenClaims(tuple(GivenClaim(number, text) for number, text in enumerate(texts, 1)))
    if file is not None and file.suffix.lower() in WORKBOOKS:
        raise UsageError(f"{file} is a workbook, not a table in text", "export the sheet with the claims as CSV")
    is_stdin = file is None or str(file) == "-"
    data = streams.read_input() if is_stdin else _read(file or Path())
    from factcheck.ingest.decode import decode

    name = "standard input" if is_stdin else str(file)
    text, notes = decode(data, name)
    for note in notes:
        remark(f"{name}: {note}")
    if claim_column or date_column or (file is not None and file.suffix.lower() in TABLES):
        return read_claims(text, name, date_of, claim_column, date_column)
    return _one_a_line(text, name)


def _one_a_line(text: str, name: str) -> GivenClaims:
    lines = [GivenClaim(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    claims = tuple(claim for claim in lines if claim.text and not claim.text.startswith("#"))
    if not claims:
        raise UsageError(f"{name} holds no claim", "write one claim a line")
    return GivenClaims(claims)


def text_of(words: Sequence[str]) -> str:
    """Return words of the command line as one text; bytes that the locale could not read are read as UTF-8."""
    return " ".join(words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def template_given(file: Path) -> str:
    """Return the text of a template."""
    from factcheck.ingest.decode import decode

    return decode(_read(file), str(file))[0]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}", "check the path") from None


def date_of(text: str | None, *, last: bool = False) -> date | None:
    """Return a date given as an option; a year or a month is its first day, or its last."""
    if text is None:
        return None

    from factcheck.ingest.dates import read_date

    parts = text.strip().split("-")
    try:
        if len(parts) <= 2 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
            return _edge([int(part) for part in parts], last)
        found = date.fromisoformat(text.strip()) if len(parts) == 3 else read_date(text)
    except ValueError:
        found = None
    if found is None:
        raise UsageError(f"“{text}” is no date", "write it as 2024-12-18, 2024-12 or 2024")
    return found


def _edge(parts: Sequence[int], last: bool) -> date:
    """Return the first or last day of a year or of a month."""
    from calendar import monthrange

    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    return date(year, month, monthrange(year, month)[1] if last else 1)


_SCALES = {"": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}


def number_of(text: str | None) -> Decimal | None:
    """Return a number given as an option: in digits, or as money is written in the news, such as £4.5bn."""
    if text is None:
        return None
    written = text.strip().lower().lstrip("£$€").replace(",", "").replace(" ", "")
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyz")
    try:
        value = Decimal(digits).scaleb(_SCALES[written[len(digits) :]])
    except (InvalidOperation, KeyError):
        raise UsageError(f"“{text}” is no number", "write it in digits, as in 4500000 or 4.5bn") from None
    return value


def reading_of(
    fields: str | None = None, timeout: float | None = None, max_size: float | None = None, allow_private: bool = False
) -> Options:
    """Return how sources are to be read; raises UsageError for fields that are not written "text=body,title=head"."""
    from factcheck.ingest import Options

    given: dict[str, Any] = {f"json_{name}": field for name, field in _fields(fields or "")}
    if timeout is not None:
        given["timeout_seconds"] = timeout
    if max_size is not None:
        given["max_page_bytes"] = round(max_size * 1_000_000)
    return Options(**given, allow_private_addresses=allow_private)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    from factcheck.ingest.reading import READABLE

    for pair in filter(None, (pair.strip() for pair in text.split(","))):
        name, _, field = (part.strip() for part in pair.partition("="))
        name = "published" if name == "date" else name
        if name not in READABLE or not field:
            raise UsageError(
                f"“{pair}” names no field", f"write NAME=FIELD, where NAME is one of {', '.join(READABLE)}"
            )
        yield name, field
