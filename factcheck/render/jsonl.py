"""Results as JSON: one object a line, numbers with the digits that were written.

The standard library's encoder turns a Decimal into nothing or a float; the one here writes "8.20" as 8.20
and 4.5E9 as 4500000000, and escapes what could steer a terminal that shows the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring

from factcheck.errors import FactcheckError
from factcheck.models import (
    AssertionVerdict,
    Check,
    Comparison,
    Evidence,
    Figure,
    FigureRow,
    HistoryRow,
    IndexReport,
    Passage,
    Sentence,
    Skipped,
    Source,
    SourceRow,
)

LONGEST_PLAIN = 400  # digits before a number is written with an exponent: JSON readers choke on more

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | Decimal | date | None


def dumps(value: Json) -> str:
    """Return a value as JSON on one line; dates as ISO 8601, Decimals as numbers with their digits."""
    line = _encoded(value)
    return line if line.isprintable() else "".join(map(_escaped, line))


def _encoded(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return encode_basestring(value)
        case Decimal():
            return _number(value)
        case int():
            return int.__repr__(value)
        case float():
            return _number(Decimal(repr(value)))
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            return "{" + ", ".join(f"{encode_basestring(key)}: {_encoded(item)}" for key, item in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(_encoded, value)) + "]"


def _number(value: Decimal) -> str:
    if not value.is_finite():
        return "null"
    return f"{value:f}" if abs(value.adjusted()) < LONGEST_PLAIN else str(value)


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


# --- the objects of CONTRACT, as plain mappings ----------------------------------------------------------


def figure_object(figure: Figure) -> dict[str, Json]:
    """Return a figure's fields."""
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "kind": figure.kind.value,
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit,
        "per": figure.per,
        "bound": figure.bound.value,
        "noun": figure.noun,
        "noun_phrase": figure.noun_phrase,
        "role": figure.role.value if figure.role else None,
        "doubt": list(figure.doubt),
        "implied": figure.implied,
        "hedge": figure.hedge,
    }


def source_object(source: Source) -> dict[str, Json]:
    """Return where a passage stands."""
    return {
        "document": source.document,
        "path": source.path,
        "title": source.title,
        "author": source.author,
        "published": source.published,
        "url": source.url,
        "page": source.page,
        "line": source.line,
        "start": source.start,
        "end": source.end,
        "sha256": source.sha256,
        "publisher": source.publisher,
        "heading": source.heading,
        "position": source.position,
        "label": source.label,
        "weight": source.weight,
        "speaker": source.speaker,
        "published_from": source.published_from,
        "language": source.language,
        "format": source.format,
        "indexed": source.indexed,
    }


def comparison_object(comparison: Comparison) -> dict[str, Json]:
    """Return a comparison with both of its figures."""
    return {
        "claim_figure": figure_object(comparison.claim_figure),
        "source_figure": figure_object(comparison.source_figure) if comparison.source_figure else None,
        "relation": comparison.relation.value,
        "difference": comparison.difference,
        "difference_percent": comparison.difference_percent,
        "note": comparison.note,
    }


def evidence_object(evidence: Evidence) -> dict[str, Json]:
    """Return a passage with its stance; `repeats` is the number of the sentence that it repeats."""
    judgement = evidence.judgement
    return {
        "stance": judgement.stance.value,
        "score": judgement.score,
        "decided_by": judgement.decided_by.value,
        "text": evidence.passage.text,
        "context": evidence.passage.context,
        "matched": [list(span) for span in judgement.matched],
        "source": source_object(evidence.passage.source),
        "comparisons": [comparison_object(comparison) for comparison in judgement.comparisons],
        "reasons": list(judgement.reasons),
        "shown": judgement.shown,
        "assertion": evidence.assertion,
        "sentence": evidence.passage.sentence,
        "repeats": evidence.repeats,
    }


def _assertion_object(item: AssertionVerdict) -> dict[str, Json]:
    return {
        "text": item.assertion.text,
        "start": item.assertion.start,
        "end": item.assertion.end,
        "verdict": item.verdict.value,
        "confidence": item.confidence,
        "reasons": list(item.reasons),
    }


def check_object(check: Check) -> dict[str, Json]:
    """Return a check: verdict, the claim's figures, passages best first, reasons, assertions."""
    return {
        "claim": check.claim,
        "verdict": check.verdict.value,
        "confidence": check.confidence,
        "figures": _figures(check.figures),
        "passages": [evidence_object(evidence) for evidence in check.evidence],
        "reasons": list(check.reasons),
        "assertions": [_assertion_object(item) for item in check.assertions],
        "claim_date": check.claim_date,
    }


def _figures(figures: Iterable[Figure]) -> list[Json]:
    return [figure_object(figure) for figure in figures]


def source_row_object(row: SourceRow) -> dict[str, Json]:
    """Return an indexed source's provenance and how much it holds."""
    return {
        "document": row.document,
        "path": row.path,
        "title": row.title,
        "author": row.author,
        "publisher": row.publisher,
        "published": row.published,
        "published_from": row.published_from,
        "url": row.url,
        "format": row.format,
        "language": row.language,
        "sha256": row.sha256,
        "indexed": row.indexed,
        "sentences": row.sentences,
        "figures": row.figures,
        "label": row.label,
        "weight": row.weight,
        "notes": list(row.notes),
        "copies": list(row.copies),
        "copy_of": row.copy_of,
        "alike": row.alike,
        "differences": row.differences,
    }


def _history_object(row: HistoryRow) -> dict[str, Json]:
    return {
        "check": row.check,
        "claim": row.claim,
        "claim_date": row.claim_date,
        "checked": row.checked,
        "verdict": row.verdict.value,
        "confidence": row.confidence,
        "verdict_now": row.verdict_now.value if row.verdict_now else None,
        "confidence_now": row.confidence_now,
        "passage": row.passage,
        "source": source_object(row.source) if row.source else None,
    }


def _skipped_object(skipped: Skipped) -> dict[str, Json]:
    return {"path": skipped.path, "reason": skipped.reason, "hint": skipped.hint, "named": skipped.named}


# --- lines -----------------------------------------------------------------------------------------------


def check_json(check: Check, row: Mapping[str, str] | None = None) -> str:
    """Return a check as one line of JSON; `row` holds the cells of the table that its claim stood in, by column."""
    return dumps(check_object(check) | ({"row": row} if row else {}))


def figure_row_json(row: FigureRow) -> str:
    """Return a figure, its sentence and its source as one line of JSON."""
    return dumps(figure_object(row.figure) | {"sentence": row.sentence_text, "source": source_object(row.source)})


def source_json(row: SourceRow, differences: Sequence[tuple[str, str]] = ()) -> str:
    """Return an indexed source as one line of JSON; `differences` are what `Library.differences` returns."""
    more: dict[str, Json] = {"differs": [{"here": here, "there": there} for here, there in differences]}
    return dumps(source_row_object(row) | (more if differences else {}))


def sentence_json(sentence: Sentence) -> str:
    """Return a sentence of a source, with where it stands, as one line of JSON."""
    return dumps(
        {
            "text": sentence.text,
            "start": sentence.start,
            "end": sentence.end,
            "line": sentence.line,
            "page": sentence.page,
            "heading": sentence.heading,
            "position": sentence.position,
            "speaker": sentence.speaker,
            "kind": sentence.kind,
        }
    )


def history_json(row: HistoryRow) -> str:
    """Return a claim of the history as one line of JSON."""
    return dumps(_history_object(row))


def passage_json(passage: Passage) -> str:
    """Return a passage found as one line of JSON."""
    return dumps(
        {
            "text": passage.text,
            "context": passage.context,
            "rank": passage.rank,
            "matched": [list(span) for span in passage.matched],
            "sentence": passage.sentence,
            "source": source_object(passage.source),
        }
    )


def index_report_json(report: IndexReport) -> str:
    """Return what an index run did as one line of JSON."""
    return dumps(
        {
            "new": list(report.new),
            "changed": list(report.changed),
            "unchanged": list(report.unchanged),
            "moved": [{"from": old, "to": new} for old, new in report.moved],
            "removed": list(report.removed),
            "gone": list(report.gone),
            "skipped": [_skipped_object(skipped) for skipped in report.skipped],
            "unsupported": list(report.unsupported),
            "documents": report.documents,
            "notes": [{"path": path, "note": note} for path, note in report.notes],
            "sentences": report.sentences,
            "figures": report.figures,
        }
    )


def error_json(error: FactcheckError) -> str:
    """Return an error as one line of JSON."""
    return dumps({"error": {"message": error.message, "hint": error.hint}})
