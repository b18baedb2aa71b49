"""Tables as CSV: a header, one record a string without its line end, no cell that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.models import Check, Evidence, FigureRow, HistoryRow, Passage, Source, SourceRow
from factcheck.render.phrases import AVERITEC, FEVER, best_evidence, sentence
from factcheck.render.text import printable

Cell = str | int | float | Decimal | date | None

# Spreadsheets take a cell that begins so for a formula; an apostrophe before it makes it text (OWASP, "CSV
# injection"). A signed number is what it looks like.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+\-]?[\d.,]+\s?%?")

FIGURE_COLUMNS = (
    "text", "kind", "value", "value_high", "unit", "per", "bound", "hedge", "noun", "noun_phrase", "role",
    "doubt", "start", "end", "sentence", "document", "path", "line", "page", "title", "author", "published", "url",
    "position", "speaker", "language", "label", "weight",
)  # fmt: skip
SOURCE_COLUMNS = (
    "document", "path", "title", "author", "publisher", "published", "published_from", "url", "format",
    "language", "label", "weight", "sentences", "figures", "indexed", "sha256",
)  # fmt: skip
HISTORY_COLUMNS = (
    "check", "claim", "claim_date", "checked", "verdict", "confidence", "verdict_now", "confidence_now",
    "passage", "path", "line", "title",
)  # fmt: skip
PASSAGE_COLUMNS = (
    "text", "document", "path", "line", "page", "title", "author", "published", "url", "rank",
    "position", "speaker", "language", "label", "weight",
)  # fmt: skip
CHECK_COLUMNS = (
    "claim", "verdict", "confidence", "reason", "stance", "passage", "path", "line", "page", "title", "author",
    "published", "url", "claim_figure", "source_figure", "relation", "difference", "difference_percent",
    "fever", "averitec", "position", "speaker", "language", "label", "weight", "note", "claim_date",
)  # fmt: skip


def _record(cells: Iterable[Cell]) -> str:
    return ",".join(map(_cell, cells))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return value.isoformat() if isinstance(value, date) else str(value)
    text = printable(value)
    if FORMULA.match(text) and not NUMBER.fullmatch(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '",') or text != text.strip() else text


def table_csv(columns: Sequence[str], records: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield a header and the records, each without its line end."""
    yield ",".join(columns)
    for record in records:
        yield _record(record)


def figures_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """Yield a header and a record a figure."""
    return table_csv(FIGURE_COLUMNS, map(_figure_record, rows))


def _figure_record(row: FigureRow) -> Sequence[Cell]:
    figure, source = row.figure, row.source
    return (
        figure.text, figure.kind.value, figure.value, figure.value_high, figure.unit, figure.per, figure.bound.value,
        figure.hedge, figure.noun, figure.noun_phrase, figure.role.value if figure.role else None,
        " ".join(figure.doubt), figure.start, figure.end, row.sentence_text, source.document, source.path,
        source.line, source.page, source.title, source.author, source.published, source.url, *_mark_cells(source),
    )  # fmt: skip


def sources_csv(rows: Iterable[SourceRow]) -> Iterator[str]:
    """Yield a header and a record a source."""
    return table_csv(SOURCE_COLUMNS, map(_source_record, rows))


def _source_record(row: SourceRow) -> Sequence[Cell]:
    return (
        row.document, row.path, row.title, row.author, row.publisher, row.published, row.published_from, row.url,
        row.format, row.language, row.label, row.weight, row.sentences, row.figures, row.indexed, row.sha256,
    )  # fmt: skip


def history_csv(rows: Iterable[HistoryRow]) -> Iterator[str]:
    """Yield a header and a record a claim of the history."""
    return table_csv(HISTORY_COLUMNS, map(_history_record, rows))


def _history_record(row: HistoryRow) -> Sequence[Cell]:
    source = row.source
    return (
        row.check, row.claim, row.claim_date, row.checked, row.verdict.value, row.confidence,
        row.verdict_now.value if row.verdict_now else None, row.confidence_now, row.passage,
        source.path if source else None, source.line if source else None, source.title if source else None,
    )  # fmt: skip


def passages_csv(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield a header and a record a passage."""
    return table_csv(PASSAGE_COLUMNS, map(_passage_record, passages))


def _passage_record(passage: Passage) -> Sequence[Cell]:
    source = passage.source
    return (
        passage.text, source.document, source.path, source.line, source.page, source.title, source.author,
        source.published, source.url, passage.rank, *_mark_cells(source),
    )  # fmt: skip


def checks_csv(checks: Iterable[Check]) -> Iterator[str]:
    """Yield a header and a record a claim: verdict, reason, best passage with its first comparison."""
    return table_csv(CHECK_COLUMNS, map(_check_record, checks))


def checked_table_csv(
    columns: Sequence[str], claim_column: str, rows: Iterable[tuple[Sequence[str], Check | None]]
) -> Iterator[str]:
    """Yield a header and a record a claim: the cells of the table it stood in, then what came of it.

    `claim_column` is the table's that holds the claim, which is not given twice; another of its columns that has
    the name of one of ours stays, and ours is told from it by a prefix. A row without a check has nothing there.
    """
    left_out = {"claim"} if claim_column else set()
    kept = [at for at, name in enumerate(CHECK_COLUMNS) if name not in left_out]
    taken = {name.casefold() for name in columns}
    ours = [f"factcheck_{CHECK_COLUMNS[at]}" if CHECK_COLUMNS[at] in taken else CHECK_COLUMNS[at] for at in kept]
    yield _record([*columns, *ours])
    for cells, check in rows:
        record = _check_record(check) if check else (None,) * len(CHECK_COLUMNS)
        yield _record([*cells, *(record[at] for at in kept)])


def _check_record(check: Check) -> Sequence[Cell]:
    best = best_evidence(check)
    return (
        check.claim, check.verdict.value, check.confidence, " ".join(map(sentence, check.reasons)),
        *_evidence_cells(best),
        FEVER[check.verdict], AVERITEC[check.verdict], *_mark_cells(best.passage.source if best else None),
        _first_note(best), check.claim_date,
    )  # fmt: skip


def _first_note(evidence: Evidence | None) -> str | None:
    """Return what the first comparison of a passage says in words; it holds how a figure was worked out."""
    comparisons = evidence.judgement.comparisons if evidence else ()
    return comparisons[0].note if comparisons else None


def _evidence_cells(evidence: Evidence | None) -> Sequence[Cell]:
    if evidence is None:
        return (None,) * 14
    judgement, passage = evidence.judgement, evidence.passage
    first = next(iter(judgement.comparisons), None)
    figures: Sequence[Cell] = (None,) * 5
    if first is not None:
        source_text = first.source_figure.text if first.source_figure else None
        figures = (
            first.claim_figure.text, source_text, first.relation.value, first.difference, first.difference_percent,
        )  # fmt: skip
    return (judgement.stance.value, passage.text, *_place_cells(passage.source), *figures)


def _place_cells(source: Source) -> Sequence[Cell]:
    return (source.path, source.line, source.page, source.title, source.author, source.published, source.url)


def _mark_cells(source: Source | None) -> Sequence[Cell]:
    if source is None:
        return (None,) * 5
    return (source.position, source.speaker, source.language, source.label, source.weight)
