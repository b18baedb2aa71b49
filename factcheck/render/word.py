"""The annotated draft as a Word file: the draft's paragraphs, and a real footnote to every sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import escape as _escape
from io import BytesIO

from factcheck.proofread.report import Proof
from factcheck.render.annotated import LEGEND, SYMBOLS, WORDS, Marked, Note, marked_sentences, tally
from factcheck.render.text import one_line

# Dark enough to be read on white (contrast above 4.5), and never alone: the symbol says the same.
COLOURS = {
    "error": "A91F2B",
    "warning": "7D5200",
    "notice": "2456A6",
    "good": "11683A",
    "quiet": "59616E",
    "none": "59616E",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MADE = (2000, 1, 1, 0, 0, 0)  # a fixed time, so that the same proof gives the same bytes

_TYPES = f"""{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{PARTS}.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{PARTS}.footnotes+xml"/>
<Override PartName="/word/styles.xml" ContentType="{PARTS}.styles+xml"/>
</Types>"""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT = f"""{HEAD}<Relationships xmlns="{_PACKAGE}">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_RELATIONS = f"""{HEAD}<Relationships xmlns="{_PACKAGE}">
<Relationship Id="rId1" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>
</Relationships>"""
_STYLES = f"""{HEAD}<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""


def annotated_docx(proofs: Sequence[Proof]) -> bytes:
    """Return the drafts as a Word file, each sentence with its symbol and a footnote."""
    paragraphs: list[str] = []
    footnotes: list[str] = []
    for proof in proofs:
        sentences = marked_sentences(proof)
        paragraphs.append(_paragraph(_run(f"Proof of {one_line(proof.draft.title or proof.draft.path)}"), "Heading1"))
        paragraphs.append(_paragraph(_run(f"{tally(proof)} {LEGEND}")))
        for block in proof.draft.paragraphs:
            runs = []
            for sentence in sentences[block.first : block.last]:
                footnotes.append(_footnote(len(footnotes) + 1, sentence))
                runs.append(_sentence(len(footnotes), sentence))
            paragraphs.append(_paragraph("".join(runs), "Heading2" if block.kind == "heading" else None))
    return _package("".join(paragraphs), "".join(footnotes))


def _sentence(number: int, sentence: Marked) -> str:
    colour = COLOURS[sentence.grade] if sentence.grade in ("error", "warning") else None
    reference = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    symbol = _run(SYMBOLS[sentence.grade], COLOURS[sentence.grade]) if SYMBOLS[sentence.grade] else ""
    return _run(sentence.text, colour) + symbol + reference + _run(" ")


def _footnote(number: int, sentence: Marked) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    runs = "".join(_note(note) for note in sentence.notes)
    text = _paragraph(mark + _run(f" line {sentence.item.line}. ") + runs, "FootnoteText")
    return f'<w:footnote w:id="{number}">{text}</w:footnote>'


def _note(note: Note) -> str:
    text = f", {note.code}: {note.told} "
    if note.quotation:
        text += f"“{note.quotation}” ({note.place}). "
    if note.signed_off:
        text += f"Signed off by {note.signed_off}. "
    grade = f"{SYMBOLS[note.grade]} {WORDS[note.grade]}".strip()
    return _run(grade, COLOURS[note.grade], bold=True) + _run(text)


def _run(text: str, colour: str | None = None, bold: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{_escape(text)}</w:t></w:r>'


def _paragraph(runs: str, style: str | None = None) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _package(body: str, footnotes: str) -> bytes:
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS,
        "word/footnotes.xml": f"{HEAD}<w:footnotes {W}>{separators}{footnotes}</w:footnotes>",
        "word/styles.xml": _STYLES,
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))
    return stream.getvalue()
