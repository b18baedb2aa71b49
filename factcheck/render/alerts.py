"""The alerts of a draft: one line each, for GitHub, as JSON, and for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.models import Alert
from factcheck.proofread.codes import CODES, SEVERITIES
from factcheck.proofread.report import Proof
from factcheck.render import phrases
from factcheck.render.jsonl import Json, comparison_object, dumps, source_object
from factcheck.render.look import Look
from factcheck.render.page import Style, marked, paint, plain, wrap
from factcheck.render.text import one_line, printable

STYLES = {"error": Style.BAD, "warning": Style.SPLIT, "notice": Style.OPEN}
SYMBOLS = {"error": "✗", "warning": "±", "notice": "·"}
ASCII_SYMBOLS = {"error": "x", "warning": "~", "notice": "-"}


# --- one line an alert ------------------------------------------------------------------------------------


def alert_lines(proof: Proof) -> Iterator[str]:
    """Yield `file:line:col: severity code message (source)` for each alert that nobody has signed off."""
    for alert in open_alerts(proof):
        yield f"{place(proof, alert)}: {alert.severity} {alert.code} {one_line(alert.message)}{_behind(alert)}"


def open_alerts(proof: Proof) -> list[Alert]:
    """Return the alerts that nobody has signed off, in order of place."""
    return [alert for alert in proof.alerts if alert.signed_off is None]


def place(proof: Proof, alert: Alert) -> str:
    """Return where an alert stands, in the form that editors open: "draft.md:5:12"."""
    return f"{one_line(proof.draft.path)}:{alert.line}:{alert.column}"


def _behind(alert: Alert) -> str:
    """Return what stands behind a message: the source, and a sign-off that no longer holds."""
    source = f" ({phrases.place(alert.source)})" if alert.source else ""
    return source + (f" [lapsed: {one_line(alert.lapsed)}]" if alert.lapsed else "")


# --- GitHub -----------------------------------------------------------------------------------------------


def github_lines(proof: Proof) -> Iterator[str]:
    """Yield GitHub's workflow commands, which it shows beside the lines of a pull request."""
    for alert in open_alerts(proof):
        where = [("file", proof.draft.path), ("line", str(alert.line)), ("endLine", str(alert.end_line))]
        if alert.line == alert.end_line:  # GitHub takes columns on one line only
            where += [("col", str(alert.column)), ("endColumn", str(alert.end_column))]
        where.append(("title", f"{alert.code}: {CODES[alert.code].meaning}"))
        fields = ",".join(f"{name}={_property(value)}" for name, value in where)
        yield f"::{alert.severity} {fields}::{_data(one_line(alert.message) + _behind(alert))}"


def _data(text: str) -> str:
    """Escape a command's message (github.com/actions/toolkit, packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")


# --- JSON -------------------------------------------------------------------------------------------------


def proof_json(proof: Proof) -> str:
    """Return a draft's alerts as one line of JSON; those signed off say by whom."""
    value: dict[str, Json] = {
        "draft": proof.draft.path,
        "alerts": [alert_object(alert) for alert in proof.alerts],
        "summary": dict(proof.summary()),
    }
    return dumps(value)


def alert_object(alert: Alert) -> dict[str, Json]:
    """Return an alert's fields."""
    return {
        "line": alert.line,
        "column": alert.column,
        "end_line": alert.end_line,
        "end_column": alert.end_column,
        "severity": alert.severity,
        "code": alert.code,
        "message": alert.message,
        "sentence": alert.sentence,
        "verdict": alert.verdict.value if alert.verdict else None,
        "source": source_object(alert.source) if alert.source else None,
        "passage": alert.passage,
        "comparisons": [comparison_object(comparison) for comparison in alert.comparisons],
        "signed_off": alert.signed_off,
        "lapsed": alert.lapsed,
    }


# --- a terminal -------------------------------------------------------------------------------------------


def render_alerts(proofs: Sequence[Proof], look: Look) -> str:
    """Return the alerts grouped by severity, the gravest first; within it what costs most if wrong comes first."""
    lines: list[str] = []
    for proof in proofs:
        for severity in reversed(SEVERITIES):
            alerts = [alert for alert in open_alerts(proof) if alert.severity == severity]
            if alerts:
                found = phrases.count(len(alerts), severity)
                heading = f"{_symbol(severity, look)} {found} in {one_line(proof.draft.path)}"
                lines += [*([""] if lines else []), paint(plain(heading, STYLES[severity]), look)]
                for alert in _by_importance(proof, alerts):
                    lines += ["", *_alert(proof, alert, look)]
    lines += [*([""] if lines else []), *(_summary(proof, look) for proof in proofs)]
    return "\n".join(lines) + "\n"


def _by_importance(proof: Proof, alerts: Sequence[Alert]) -> list[Alert]:
    weights = {id(alert): item.importance for item in proof.sentences for alert in item.alerts}
    return sorted(alerts, key=lambda alert: (-weights.get(id(alert), 0), alert.line, alert.column))


def _symbol(severity: str, look: Look) -> str:
    return (SYMBOLS if look.unicode else ASCII_SYMBOLS)[severity]


def _alert(proof: Proof, alert: Alert, look: Look) -> list[str]:
    head = [(f"{place(proof, alert)} ", Style.DIM), (alert.code, STYLES[alert.severity])]
    lines = wrap(head, look, indent="  ")
    lines += wrap(_draft_sentence(proof, alert), look, first="  ")
    lines += wrap(plain(phrases.sentence(_told(alert)), Style.STRONG), look, first="  ")
    if alert.lapsed:
        lines += wrap(plain(f"Signed off by {one_line(alert.lapsed)}."), look, first="  ")
    if alert.source and alert.passage:
        spans = [
            (comparison.source_figure.start, comparison.source_figure.end, STYLES[alert.severity])
            for comparison in alert.comparisons
            if comparison.source_figure is not None
        ]
        lines += wrap(marked(printable(alert.passage), spans, Style.DIM), look, first="    ")
        about = ", ".join([phrases.title(alert.source), *phrases.details(alert.source)])
        lines += wrap(plain(about, Style.DIM), look, first="    ")
        lines.append("    " + paint(plain(phrases.place(alert.source), Style.DIM), look))
    return lines


def _told(alert: Alert) -> str:
    """Return the message with the difference of the figures, where there is one."""
    gap = next(filter(None, map(phrases.gap, alert.comparisons)), "")
    return one_line(alert.message) + (f" ({gap})" if gap else "")


def _draft_sentence(proof: Proof, alert: Alert) -> list[tuple[str, Style]]:
    """Return the draft's sentence with the words marked that the alert points at."""
    start = proof.draft.starts[alert.line - 1] + alert.column - 1
    words = words_at(proof, alert)
    for item in proof.sentences:
        first, last = item.sentence.span
        if first <= start < last and words != alert.sentence == item.sentence.text:
            at = next(place for place, origin in enumerate(item.sentence.reading.origin) if origin >= start)
            return marked(printable(alert.sentence), [(at, at + len(words), STYLES[alert.severity])])
    return marked(printable(alert.sentence), [])


def words_at(proof: Proof, alert: Alert) -> str:
    """Return the words of the draft that an alert points at, on one line."""
    starts = proof.draft.starts
    start = starts[alert.line - 1] + alert.column - 1
    end = starts[alert.end_line - 1] + alert.end_column - 1
    return " ".join(proof.draft.text[start:end].split())


def _summary(proof: Proof, look: Look) -> str:
    counts = proof.summary()
    parts = [phrases.count(counts[severity], severity) for severity in reversed(SEVERITIES) if counts[severity]]
    found = ", ".join(parts) or "nothing found"
    signed = f", {counts['signed_off']} signed off" if counts["signed_off"] else ""
    checked = f"{counts['checked']} of {phrases.count(counts['sentences'], 'sentence')} checked"
    text = f"{one_line(proof.draft.path)}: {checked}, {found}{signed}."
    return "\n".join(wrap(plain(text, Style.STRONG), look, indent="  "))
