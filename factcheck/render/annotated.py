"""The annotated draft: every sentence with its verdict and a numbered note that says where it was found.

One model, three forms. Symbols and words carry all that colour does, so that it reads in black and white and
aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.models import Alert, Passage, Source, Verdict
from factcheck.proofread.report import CheckedSentence, Proof, Sort
from factcheck.render import phrases
from factcheck.render.html import POLICY, STYLE, escape
from factcheck.render.text import one_line

SYMBOLS = {"error": "✗", "warning": "±", "notice": "?", "good": "✓", "none": ""}
WORDS = {"error": "error", "warning": "warning", "notice": "notice", "good": "borne out", "none": "not checked"}
WHY_NOT = {
    Sort.OPINION: "an opinion",
    Sort.QUESTION: "a question",
    Sort.PASSED_OVER: "nothing to check",
    Sort.QUOTATION: "a quotation, found as it stands, or too short to look up",
    Sort.CHECKABLE: "outside the lines that were to be checked",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A note to a sentence: what was found, the source's words and where they stand."""

    grade: str  # error, warning, notice, good, none
    code: str
    message: str
    quotation: str = ""
    source: Source | None = None
    signed_off: str = ""

    @property
    def place(self) -> str:
        """Where the source's words stand, for a person: title, date, page, path and line."""
        if self.source is None:
            return ""
        return ", ".join([phrases.title(self.source), *phrases.details(self.source), phrases.place(self.source)])


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its gravest grade and its notes."""

    number: int
    item: CheckedSentence
    grade: str
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return one_line(self.item.sentence.text)


def marked_sentences(proof: Proof) -> list[Marked]:
    """Return every sentence with its notes, numbered from 1."""
    found = []
    for number, item in enumerate(proof.sentences, 1):
        notes = tuple(_notes(item))
        order = list(SYMBOLS)
        unsigned = [note.grade for note in notes if not note.signed_off] or ["good"]
        found.append(Marked(number, item, min(unsigned, key=order.index), notes))
    return found


def _notes(item: CheckedSentence) -> Iterator[Note]:
    for alert in item.alerts:
        yield _of_alert(alert)
    if item.alerts:
        return
    check = item.check
    if check is not None and check.verdict is Verdict.SUPPORTED and check.evidence:
        passage: Passage = check.evidence[0].passage
        yield Note("good", "supported", "a source bears this out", one_line(passage.text), passage.source)
    elif check is not None:
        yield Note("good", "no alert", "nothing in the sources gainsays this")
    else:
        grade = "good" if item.sort is Sort.QUOTATION else "none"
        yield Note(grade, item.sort.value, WHY_NOT[item.sort])


def _of_alert(alert: Alert) -> Note:
    words = one_line(alert.passage) if alert.passage else ""
    return Note(alert.severity, alert.code, one_line(alert.message), words, alert.source, alert.signed_off or "")


def _paragraphs(proof: Proof) -> Iterator[tuple[str, list[Marked]]]:
    """Yield each block's kind and its sentences."""
    sentences = marked_sentences(proof)
    for paragraph in proof.draft.paragraphs:
        yield paragraph.kind, sentences[paragraph.first : paragraph.last]


def _tally(proof: Proof) -> str:
    counts = proof.summary()
    parts = [phrases.count(counts[name], name) for name in ("error", "warning", "notice")]
    return f"{counts['checked']} of {phrases.count(counts['sentences'], 'sentence')} checked: {', '.join(parts)}."


def _title(proof: Proof) -> str:
    return one_line(proof.draft.title or proof.draft.path)


# --- Markdown -----------------------------------------------------------------------------------------------


def annotated_markdown(proofs: Sequence[Proof]) -> str:
    """Return the drafts in Markdown, each sentence with a symbol and a footnote."""
    return "\n".join(_markdown(proof, place) for place, proof in enumerate(proofs, 1))


def _markdown(proof: Proof, place: int) -> str:
    lines = [f"# Proof of {_plain(_title(proof))}", "", _tally(proof), ""]
    legend = ", ".join(f"{symbol} {WORDS[grade]}" for grade, symbol in SYMBOLS.items() if symbol)
    lines += [f"{legend}. The notes say what the sources have.", ""]
    notes = []
    for kind, sentences in _paragraphs(proof):
        parts = [f"{_plain(s.text)}{SYMBOLS[s.grade]}[^{place}-{s.number}]" for s in sentences]
        lines += [{"heading": "## ", "item": "- "}.get(kind, "") + " ".join(parts), ""]
        notes += [f"[^{place}-{s.number}]: {_markdown_notes(proof, s)}" for s in sentences]
    return "\n".join([*lines, *notes]) + "\n"


def _markdown_notes(proof: Proof, sentence: Marked) -> str:
    where = f"line {sentence.item.line}"
    return f"{where}. " + " ".join(_markdown_note(note) for note in sentence.notes)


def _markdown_note(note: Note) -> str:
    parts = [f"{SYMBOLS[note.grade]} **{WORDS[note.grade]}**, `{note.code}`: {_plain(phrases.sentence(note.message))}"]
    if note.quotation:
        parts.append(f"“{_plain(note.quotation)}” ({_plain(note.place)}).")
    if note.signed_off:
        parts.append(f"Signed off by {_plain(note.signed_off)}.")
    return " ".join(parts).strip()


def _plain(text: str) -> str:
    """Return a text whose marks Markdown shows instead of reading them."""
    for mark in "\\`*_[]<>|#~":
        text = text.replace(mark, f"\\{mark}")
    return text


# --- HTML ---------------------------------------------------------------------------------------------------

PROOF_STYLE = """
main { max-width: 76rem; } .row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: .35rem 0;
  border-bottom: 1px solid var(--line); scroll-margin: 1rem; } .row:target { background: var(--mark); }
.row.heading .draft { font-weight: 700; font-size: 1.1rem; } .draft, .notes p { margin: 0; overflow-wrap: anywhere; }
.notes p + p { margin-top: .35rem; } .error { color: var(--conflicting); } .warning { color: var(--mixed); }
.notice { color: var(--unverified); } .good { color: var(--supported); } .grade { font-weight: 700; }
.row.error .draft, .row.warning .draft { text-decoration: underline; text-decoration-thickness: 2px; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; } label { margin-right: 1rem; }
legend { padding: 0 .4rem; } input { accent-color: var(--unverified); }
main:has(#show-error:not(:checked)) .row.error, main:has(#show-warning:not(:checked)) .row.warning,
main:has(#show-notice:not(:checked)) .row.notice, main:has(#show-good:not(:checked)) .row.good,
main:has(#show-none:not(:checked)) .row.none { display: none; }
@media (max-width: 46rem) { .row { grid-template-columns: 1fr; } .notes { padding: .2rem 0 .2rem .8rem;
  border-left: 3px solid var(--line); } }
@media print { fieldset { display: none; } .row { break-inside: avoid; } }
"""


def annotated_html(proofs: Sequence[Proof]) -> str:
    """Return the drafts as one file: draft on one side, notes on the other, filters without a script."""
    title = "Proof of " + ", ".join(_title(proof) for proof in proofs)
    boxes = "\n".join(
        f'<label><input type="checkbox" id="show-{grade}" checked> {SYMBOLS[grade]} {WORDS[grade]}</label>'
        for grade in SYMBOLS
    )
    body = "\n".join(_html(proof, place) for place, proof in enumerate(proofs, 1))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{escape(title)}</title>
<style>{STYLE}{PROOF_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<fieldset><legend>Show sentences with</legend>
{boxes}
</fieldset>
{body}
</main>
</body>
</html>
"""


def _html(proof: Proof, place: int) -> str:
    rows = "\n".join(_html_row(kind, s, place) for kind, sentences in _paragraphs(proof) for s in sentences)
    return f"<h2>{escape(_title(proof))}</h2>\n<p>{escape(_tally(proof))}</p>\n{rows}"


def _html_row(kind: str, sentence: Marked, place: int) -> str:
    notes = "\n".join(_html_note(note) for note in sentence.notes)
    shape = " heading" if kind == "heading" else ""
    return (
        f'<div class="row {sentence.grade}{shape}" id="sentence-{place}-{sentence.number}">\n'
        f'<p class="draft">{escape(sentence.text)} <span class="soft">(line {sentence.item.line})</span></p>\n'
        f'<div class="notes">\n{notes}\n</div>\n</div>'
    )


def _html_note(note: Note) -> str:
    grade = f'<span class="grade {note.grade}">{SYMBOLS[note.grade]} {WORDS[note.grade]}</span>'
    text = f"<p>{grade}, <code>{note.code}</code>: {escape(phrases.sentence(note.message))}</p>"
    if note.quotation:
        text += f'\n<blockquote>{escape(note.quotation)}</blockquote>\n<p class="soft">{escape(note.place)}</p>'
    if note.signed_off:
        text += f"\n<p>Signed off by {escape(note.signed_off)}.</p>"
    return text
