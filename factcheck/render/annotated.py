"""The annotated draft: every sentence with its verdict and a numbered note that says where it was found.

One model, three forms. Symbols and words carry all that colour does, so that it reads in black and white and
aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.models import Alert, Source, Verdict
from factcheck.proofread.ledger import AGREED, told
from factcheck.proofread.report import CheckedSentence, Proof, Sort
from factcheck.render import phrases
from factcheck.render.pictures import shares
from factcheck.render.text import one_line
from factcheck.render.web import drawn, escape, filter_rules, filters, page

SYMBOLS = {"error": "✗", "warning": "±", "notice": "?", "good": "✓", "quiet": "·", "none": ""}
WORDS = {
    "error": "error",
    "warning": "warning",
    "notice": "notice",
    "good": "borne out",
    "quiet": "no finding",
    "none": "not checked",
}
_SIGNS = ", ".join(f"{symbol} {WORDS[grade]}" for grade, symbol in SYMBOLS.items() if symbol)
LEGEND = f"{_SIGNS}. The notes say what the sources have."
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

    grade: str  # a key of SYMBOLS
    code: str
    message: str
    quotation: str = ""
    source: Source | None = None
    signed_off: str = ""
    difference: str = ""  # of the source's figure from the draft's

    @property
    def told(self) -> str:
        """The message as a sentence, with the difference where there is one."""
        gap = f" ({self.difference})" if self.difference else ""
        return phrases.sentence(f"{self.message.rstrip('.')}{gap}" if gap else self.message)

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
    if item.looked is not None:
        agreed = item.looked.state == AGREED
        yield Note("good" if agreed else "notice", item.looked.state, f"{item.looked.state} by {told(item.looked)}")
    if item.alerts:
        return
    check = item.check
    best = phrases.best_evidence(check) if check is not None else None
    if check is not None and best is not None and check.verdict is Verdict.SUPPORTED:
        reason = check.reasons[0] if check.reasons else "a source bears this out"
        yield Note("good", "supported", reason, one_line(best.passage.text), best.passage.source)
    elif check is not None and item.met is not None:
        alike = "a source has its figures and most of its words; read whether it says this"
        yield Note("quiet", "no alert", alike, one_line(item.met.text), item.met.source)
    elif check is not None:
        yield Note("quiet", "no alert", "the sources neither bear this out nor gainsay it")
    else:
        grade = "good" if item.sort is Sort.QUOTATION else "none"
        yield Note(grade, item.sort.value, WHY_NOT[item.sort])


def _of_alert(alert: Alert) -> Note:
    words = one_line(alert.passage) if alert.passage else ""
    gap = next(filter(None, map(phrases.gap, alert.comparisons)), "")
    lapsed = f" (signed off by {alert.lapsed})" if alert.lapsed else ""
    return Note(
        alert.severity, alert.code, one_line(alert.message) + lapsed, words, alert.source, alert.signed_off or "", gap
    )


def _paragraphs(proof: Proof) -> Iterator[tuple[str, list[Marked]]]:
    """Yield each block's kind and its sentences."""
    sentences = marked_sentences(proof)
    for paragraph in proof.draft.paragraphs:
        yield paragraph.kind, sentences[paragraph.first : paragraph.last]


def tally(proof: Proof) -> str:
    """Return how many sentences were checked and how many alerts of each severity there are."""
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
    lines = [f"# Proof of {_plain(_title(proof))}", "", tally(proof), ""]
    lines += [LEGEND, ""]
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
    parts = [f"{SYMBOLS[note.grade]} **{WORDS[note.grade]}**, `{note.code}`: {_plain(note.told)}"]
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

STOPS = ("error", "warning")
PROOF_STYLE = f"""
.row {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: .35rem .3rem;
  border-bottom: 1px solid var(--line); scroll-margin: 1rem; }} .row:target {{ background: var(--mark); }}
.row.heading .draft {{ font-weight: 700; font-size: 1.1rem; }} .draft, .notes p {{ margin: 0; }}
.notes p + p {{ margin-top: .35rem; }} .error {{ color: var(--conflicting); }} .warning {{ color: var(--mixed); }}
.notice {{ color: var(--unverified); }} .good {{ color: var(--supported); }} .grade {{ font-weight: 700; }}
.doubtful {{ text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }}
@media (max-width: 46rem) {{ .row {{ grid-template-columns: 1fr; }} .notes {{ padding: .2rem 0 .2rem .8rem;
  border-left: 3px solid var(--line); }} }}
@media print {{ .row {{ break-inside: avoid; }} }}
{filter_rules(SYMBOLS)}
"""


def annotated_html(proofs: Sequence[Proof]) -> str:
    """Return the drafts as one file: draft on one side, notes on the other, filters, keys, print."""
    title = "Proof of " + ", ".join(_title(proof) for proof in proofs)
    boxes = filters("sentences with", [(grade, f"{SYMBOLS[grade]} {WORDS[grade]}") for grade in SYMBOLS])
    body = "\n".join(_html(proof, place) for place, proof in enumerate(proofs, 1))
    return page(title, f"{boxes}\n{body}", PROOF_STYLE)


def _html(proof: Proof, place: int) -> str:
    sentences = marked_sentences(proof)
    rows = "\n".join(_html_row(kind, s, place) for kind, sentences in _paragraphs(proof) for s in sentences)
    counts = [(f"{SYMBOLS[grade]} {WORDS[grade]}", sum(s.grade == grade for s in sentences)) for grade in SYMBOLS]
    share = shares(f"draft-{place}", "Sentences by what was found", "sentence", counts)
    return f"<h2>{escape(_title(proof))}</h2>\n<p>{escape(tally(proof))}</p>\n{drawn([share])}{rows}"


def _html_row(kind: str, sentence: Marked, place: int) -> str:
    notes = "\n".join(_html_note(note) for note in sentence.notes)
    shape = " heading" if kind == "heading" else ""
    stop = "problem" if sentence.grade in STOPS else "sentence"
    doubt = ' class="doubtful"' if sentence.grade in STOPS else ""
    where = f'<span class="soft">(line {sentence.item.line})</span>'
    return (
        f'<div class="row{shape}" id="sentence-{place}-{sentence.number}" data-kind="{sentence.grade}"'
        f' data-stop="{stop}" tabindex="-1">\n'
        f'<p class="draft"><span{doubt}>{escape(sentence.text)}</span> {where}</p>\n'
        f'<div class="notes">\n{notes}\n</div>\n</div>'
    )


def _html_note(note: Note) -> str:
    grade = f'<span class="grade {note.grade}">{SYMBOLS[note.grade]} {WORDS[note.grade]}</span>'
    text = f"<p>{grade}, <code>{note.code}</code>: {escape(note.told)}</p>"
    if note.quotation:
        text += f'\n<blockquote>{escape(note.quotation)}</blockquote>\n<p class="soft">{escape(note.place)}</p>'
    if note.signed_off:
        text += f"\n<p>Signed off by {escape(note.signed_off)}.</p>"
    return text
