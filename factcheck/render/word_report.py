"""The verification report as a Word file: for those who comment, sign and send on in a word processor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.models import AssertionVerdict, Check, Comparison, Evidence, Source, SourceRow
from factcheck.render import phrases
from factcheck.render.markdown import WHAT_IT_MEANS
from factcheck.render.text import one_line, printable
from factcheck.render.word_parts import package, paragraph, run, table

if TYPE_CHECKING:
    from factcheck.render.reports import Report

# Dark enough to be read on white (contrast above 4.5), and never alone: symbol and word say the same.
COLOURS = {
    "supported": "11683A", "supports": "11683A", "conflicting": "A91F2B", "conflicts": "A91F2B", "mixed": "7D5200",
    "unverified": "2456A6", "neutral": "59616E",
}  # fmt: skip


def report_docx(report: Report) -> bytes:
    """Return the report: a summary table, each claim with its passages and figures, the sources."""
    about = f"{phrases.day(report.day)}. Database: {one_line(report.database)}. {phrases.tally(report.checks)}"
    parts = [
        paragraph(run(one_line(report.title)), "Heading1"),
        paragraph(run(about)),
        paragraph(run(WHAT_IT_MEANS)),
        paragraph(run("Summary"), "Heading2"),
        _summary(report.checks),
        paragraph(run("Claims"), "Heading2"),
        *(part for number, check in enumerate(report.checks, 1) for part in _claim(number, check, report.day)),
        paragraph(run("Sources"), "Heading2"),
        _sources(report.sources),
    ]
    return package("".join(parts))


def _summary(checks: Sequence[Check]) -> str:
    if not checks:
        return paragraph(run("No claim was given."))
    rows = [
        (
            str(number),
            one_line(check.claim),
            _verdict(check),
            phrases.confidence(check.verdict, check.confidence) or "–",
            _best(check),
        )
        for number, check in enumerate(checks, 1)
    ]
    return table(("No.", "Claim", "Verdict", "Confidence", "Best source"), rows, (2, 11, 6, 5, 9))


def _verdict(check: Check) -> str:
    return f"{phrases.VERDICT_SYMBOLS[check.verdict]} {check.verdict.value}"


def _best(check: Check) -> str:
    best = phrases.best_evidence(check)
    if best is None:
        return "none"
    source = best.passage.source
    return phrases.title(source) + (f", {phrases.day(source.published)}" if source.published else "")


def _claim(number: int, check: Check, day: date) -> Iterator[str]:
    yield paragraph(run(f"{number}. {one_line(check.claim)}"), "Heading3")
    reasons = " ".join([*phrases.verdict_sentences(check), phrases.claim_day(check, day)]).rstrip()
    verdict = run(_verdict(check), COLOURS[check.verdict.value], bold=True)
    sure = phrases.with_confidence(check, "")
    yield paragraph(verdict + run(f"{sure}. {reasons}"))
    if len(check.assertions) > 1:
        yield from map(_assertion, check.assertions)
    if phrases.no_passage(check):
        yield paragraph(run(phrases.no_passage(check)))
    for item in phrases.listed(check):
        yield from _passage(item, check)


def _assertion(item: AssertionVerdict) -> str:
    told = f"{phrases.VERDICT_SYMBOLS[item.verdict]} {item.verdict.value}"
    reason = f" ({one_line(item.reasons[0].rstrip('.'))})" if item.reasons else ""
    mark = run(told, COLOURS[item.verdict.value], bold=True)
    return paragraph(run("• ") + mark + run(f": {one_line(item.assertion.text)}{reason}"))


def _passage(item: Evidence, check: Check) -> Iterator[str]:
    judgement = item.judgement
    stance = f"{phrases.STANCE_SYMBOLS[judgement.stance]} {judgement.stance.value}"
    mark = run(stance, COLOURS[judgement.stance.value], bold=True)
    yield paragraph(mark + run(f", {phrases.strength(judgement)}{phrases.remarks(item, check, one_line)}"))
    yield paragraph(_quotation(item), "Quote")
    yield paragraph(run(_where(item.passage.source)), "Quote")
    if judgement.comparisons and item.repeats is None:
        head = ("Claim", "Source", "Difference", "Per cent", "Relation")
        yield table(head, map(_figures, judgement.comparisons), (5, 5, 4, 3, 4))
    reasons = " ".join(map(phrases.sentence, phrases.further_reasons(item, check)))
    if reasons:
        yield paragraph(run(reasons))


def _quotation(item: Evidence) -> str:
    """Return the passage with the figures compared in bold."""
    return "".join(run(text, bold=compared) for text, compared in phrases.compared_pieces(item))


def _where(source: Source) -> str:
    author = [one_line(source.author)] if source.author else []
    url = [one_line(source.url)] if source.url else []
    return ", ".join([phrases.title(source), *author, *phrases.details(source), phrases.place(source), *url])


def _figures(comparison: Comparison) -> tuple[str, ...]:
    return (
        phrases.claimed(comparison),
        phrases.stated(comparison) or "–",
        phrases.difference(comparison),
        phrases.difference_percent(comparison),
        " ".join(phrases.RELATION_WORDS[comparison.relation]),
    )


def _sources(sources: Sequence[SourceRow]) -> str:
    if not sources:
        return paragraph(run("No source is indexed."))
    return table(("No.", "Title", "Published", "File", "SHA-256"), map(_source, sources), (2, 9, 6, 8, 10))


def _source(row: SourceRow) -> tuple[str, ...]:
    published = phrases.day(row.published) if row.published else "undated"
    return str(row.document), phrases.row_title(row), published, printable(row.path), row.sha256
