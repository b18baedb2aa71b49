"""What a Word file is made of: runs, paragraphs, tables, footnotes, and the package that holds them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from html import escape as _escape
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TABLE_WIDTH = 9_000  # twentieths of a point: the text of a page of A4 or Letter with usual margins
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
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="A0A0A0"/>' for side in ("top", "bottom", "insideH"))
_STYLES = f"""{HEAD}<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
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
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:sz w:val="23"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/>
<w:pPr><w:ind w:left="567" w:right="567"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Table cell"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr><w:sz w:val="19"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders>
<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>"""


def run(text: str, colour: str | None = None, bold: bool = False) -> str:
    """Return a stretch of text in one look; the colour is RGB in hexadecimal digits."""
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{_escape(text)}</w:t></w:r>'


def paragraph(runs: str, style: str | None = None) -> str:
    """Return a paragraph of runs in a style that the package knows, else in the usual one."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int]) -> str:
    """Return a table of texts; its first row names the columns, stands on every page, and is read as a header.

    `shares` are how the width is divided among the columns.
    """
    widths = [share * TABLE_WIDTH // sum(shares) for share in shares]
    first = _row([run(text, bold=True) for text in head], widths, "<w:trPr><w:tblHeader/></w:trPr>")
    body = "".join(_row([run(text) for text in row], widths) for row in rows)
    look = (
        f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{first}{body}</w:tbl>{paragraph('')}"


def _row(cells: Sequence[str], widths: Sequence[int], properties: str = "") -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(cell, "Cell")}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{told}</w:tr>"


def package(body: str, footnotes: str = "") -> bytes:
    """Return the bytes of the file; `body` is its paragraphs and tables, `footnotes` its footnotes."""
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
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, text.encode("utf-8"))
    return stream.getvalue()
