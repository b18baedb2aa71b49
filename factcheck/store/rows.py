"""Rows of the tables to the nouns of `models`, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any  # a row's cells are of whatever type SQLite holds

from factcheck.models import (
    Bound,
    Comparison,
    Figure,
    Kind,
    Passage,
    Role,
    Source,
    SourceRow,
)
from factcheck.store import late_json as json

Row = Sequence[Any]

FIGURE_COLUMNS = (
    "text", "start", "end", "kind", "value", "value_high", "number", "number_high", "unit", "per", "bound", "hedge",
    "noun", "noun_phrase", "role", "doubt", "implied",
)  # fmt: skip

SOURCE_COLUMNS = (
    "d.id, d.path, d.title, d.author, d.published, d.url, b.page, s.line, s.start, s.\"end\", d.sha256, d.publisher, "
    "b.heading, b.position, d.label, d.weight, b.speaker, d.published_from, d.language, d.format, d.indexed, "
    '(SELECT "first" FROM copies WHERE document_id = d.id)'
)  # fmt: skip

LISTING_COLUMNS = (
    "id, path, title, author, publisher, published, published_from, url, format, language, sha256, indexed, "
    "label, weight, notes, coalesce(last_sentence - first_sentence + 1, 0)"
)


def figure_row(figure: Figure) -> Row:
    """Return the cells of `FIGURE_COLUMNS`."""
    return (
        figure.text,
        figure.start,
        figure.end,
        figure.kind.value,
        _text(figure.value),
        _text(figure.value_high),
        _number(figure.value),
        _number(figure.value_high),
        figure.unit,
        figure.per,
        figure.bound.value,
        figure.hedge,
        figure.noun,
        figure.noun_phrase,
        figure.role.value if figure.role else None,
        json.dumps(figure.doubt) if figure.doubt else None,
        int(figure.implied),
    )


def figure_of(row: Row) -> Figure:
    """Return the figure whose cells are those of `FIGURE_COLUMNS`."""
    text, start, end, kind, value, high, _, _, unit, per, bound, hedge, noun, phrase, role, doubt, implied = row
    is_date = kind == Kind.DATE.value
    return Figure(
        text=text,
        start=start,
        end=end,
        kind=Kind(kind),
        value=_value(value, is_date),
        value_high=_value(high, is_date),
        unit=unit,
        per=per,
        bound=Bound(bound),
        noun=noun,
        noun_phrase=phrase,
        role=Role(role) if role else None,
        doubt=tuple(json.loads(doubt)) if doubt else (),
        implied=bool(implied),
        hedge=hedge,
    )


def _text(value: Decimal | str | None) -> str | None:
    return None if value is None else str(value)


def _number(value: Decimal | str | None) -> float | None:
    return float(value) if isinstance(value, Decimal) and value.is_finite() else None


def _value(cell: str | None, is_date: bool) -> Decimal | str | None:
    if cell is None or is_date:
        return cell
    try:
        return Decimal(cell)
    except InvalidOperation:  # a value that another program wrote
        return cell


def source_of(row: Row) -> Source:
    """Return the source whose cells are those of `SOURCE_COLUMNS`."""
    number, path, title, author, published, url, page, line, start, end, sha256, publisher, *rest = row
    heading, position, label, weight, speaker, published_from, language, form, indexed, copies = rest
    return Source(
        document=number,
        path=path,
        title=title,
        author=author,
        published=day(published),
        url=url,
        page=page,
        line=line,
        start=start,
        end=end,
        sha256=sha256,
        publisher=publisher,
        heading=heading,
        position=position,
        label=label,
        weight=weight,
        speaker=speaker,
        published_from=published_from,
        language=language,
        format=form,
        indexed=moment(indexed),
        copies=copies,
    )


def passage_of(sentence: int, text: str, rank: float, opening: str | None, before: str | None, source: Row) -> Passage:
    """Return a passage with its context."""
    where = source_of(source)
    context = context_of(where, text, opening, before)
    return Passage(sentence=sentence, text=text, context=context, source=where, rank=rank)


def context_of(source: Source, text: str, opening: str | None, before: str | None) -> str:
    """Return the context of a sentence, one part a line, itself left out.

    The context is the title, the document's opening sentence, which introduces whom "she" and "the company" are,
    the heading, and the sentence before. Opening and sentence before are never headings or rows of a table.
    """
    parts = [" ".join(part.split()) for part in (source.title, opening, source.heading, before) if part]
    return "\n".join(part for part in dict.fromkeys(parts) if part != text)


def listing_of(row: Row, figures: int, group: tuple[tuple[int, ...], float, int] | None) -> SourceRow:
    """Return the document whose cells are those of `LISTING_COLUMNS`; `group` is what `copies.groups` says of it."""
    number, path, title, author, publisher, published, published_from, url, *rest = row
    form, language, sha256, indexed, label, weight, notes, sentences = rest
    together, alike, differences = group or ((), None, 0)
    return SourceRow(
        document=number,
        path=path,
        title=title,
        author=author,
        publisher=publisher,
        published=day(published),
        published_from=published_from,
        url=url,
        format=form,
        language=language,
        sha256=sha256,
        indexed=moment(indexed),
        sentences=sentences,
        figures=figures,
        label=label,
        weight=weight,
        notes=tuple(json.loads(notes)) if notes else (),
        copies=together,
        copy_of=together[0] if together and together[0] != number else None,
        alike=alike,
        differences=differences,
    )


def day(cell: str | None) -> date | None:
    """Return the date of an ISO cell; None where there is none, or it is no date."""
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        return None


def moment(cell: str | None) -> datetime | None:
    """Return the time of an ISO cell; None where there is none, or it is no time."""
    try:
        return datetime.fromisoformat(cell) if cell else None
    except ValueError:
        return None


def source_json(source: Source) -> str:
    """Return a source as the JSON that evidence keeps."""
    from dataclasses import fields

    cells = {field.name: getattr(source, field.name) for field in fields(source)}
    cells["published"] = source.published.isoformat() if source.published else None
    cells["indexed"] = source.indexed.isoformat() if source.indexed else None
    return json.dumps(cells, ensure_ascii=False)


def source_from_json(text: str) -> Source:
    """Return the source that `source_json` wrote."""
    from dataclasses import fields

    cells: dict[str, Any] = json.loads(text)
    known = {field.name for field in fields(Source)}
    cells["published"] = day(cells.get("published"))
    cells["indexed"] = moment(cells.get("indexed"))
    return Source(**{name: value for name, value in cells.items() if name in known})


def comparisons_json(comparisons: Sequence[Comparison]) -> str:
    """Return comparisons as the JSON that evidence keeps."""
    return json.dumps([_comparison(comparison) for comparison in comparisons], ensure_ascii=False)


def _comparison(comparison: Comparison) -> Mapping[str, str | None]:
    return {
        "claim_figure": comparison.claim_figure.text,
        "source_figure": comparison.source_figure.text if comparison.source_figure else None,
        "relation": comparison.relation.value,
        "difference": _text(comparison.difference),
        "difference_percent": _text(comparison.difference_percent),
        "note": comparison.note,
    }
