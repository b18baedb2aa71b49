"""The annotated draft as a Word file: the draft's paragraphs, and a real footnote to every sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.proofread.report import Proof
from factcheck.render.annotated import LEGEND, SYMBOLS, WORDS, Marked, Note, marked_sentences, tally
from factcheck.render.text import one_line
from factcheck.render.word_parts import package, paragraph, run

# Dark enough to be read on white (contrast above 4.5), and never alone: the symbol says the same.
COLOURS = {
    "error": "A91F2B",
    "warning": "7D5200",
    "notice": "2456A6",
    "good": "11683A",
    "quiet": "59616E",
    "none": "59616E",
}


def annotated_docx(proofs: Sequence[Proof]) -> bytes:
    """Return the drafts as a Word file, each sentence with its symbol and a footnote."""
    paragraphs: list[str] = []
    footnotes: list[str] = []
    for proof in proofs:
        sentences = marked_sentences(proof)
        paragraphs.append(paragraph(run(f"Proof of {one_line(proof.draft.title or proof.draft.path)}"), "Heading1"))
        paragraphs.append(paragraph(run(f"{tally(proof)} {LEGEND}")))
        for block in proof.draft.paragraphs:
            runs = [run("• ")] if block.kind == "item" else []
            for sentence in sentences[block.first : block.last]:
                footnotes.append(_footnote(len(footnotes) + 1, sentence))
                runs.append(_sentence(len(footnotes), sentence))
            paragraphs.append(paragraph("".join(runs), "Heading2" if block.kind == "heading" else None))
    return package("".join(paragraphs), "".join(footnotes))


def _sentence(number: int, sentence: Marked) -> str:
    colour = COLOURS[sentence.grade] if sentence.grade in ("error", "warning") else None
    reference = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    symbol = run(SYMBOLS[sentence.grade], COLOURS[sentence.grade]) if SYMBOLS[sentence.grade] else ""
    return run(sentence.text, colour) + symbol + reference + run(" ")


def _footnote(number: int, sentence: Marked) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    runs = "".join(_note(note) for note in sentence.notes)
    text = paragraph(mark + run(f" line {sentence.item.line}. ") + runs, "FootnoteText")
    return f'<w:footnote w:id="{number}">{text}</w:footnote>'


def _note(note: Note) -> str:
    text = f", {note.code}: {note.told} "
    if note.quotation:
        text += f"“{note.quotation}” ({note.place}). "
    if note.signed_off:
        text += f"Signed off by {note.signed_off}. "
    grade = f"{SYMBOLS[note.grade]} {WORDS[note.grade]}".strip()
    return run(grade, COLOURS[note.grade], bold=True) + run(text)
