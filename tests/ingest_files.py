"""Files of every format, made in memory: small, and the same on each run."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "meta": "meta",
        "draw": "drawing",
    }.items()
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of some files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def tarred(parts: Mapping[str, bytes], mode: str = "w") -> bytes:
    """Return a tar archive of some files."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]  # the mode is a variable
        for name, data in parts.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file of the XML of its body; `styles`, `footnotes`, `comments` and `core` are further parts."""
    places = {"core": "docProps/core.xml"}
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    for name, xml in parts.items():
        files[places.get(name, f"word/{name}.xml")] = xml
    return zipped(files)


def word_paragraph(text: str, style: str = "") -> str:
    """Return the XML of a paragraph of a Word file."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


STYLES = (
    f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'
)


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """Return an OpenDocument text of the XML of its body."""
    content = (
        f"<office:document-content {ODF} {DC}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    about = f"<office:document-meta {ODF} {DC}><office:meta>{meta}</office:meta></office:document-meta>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": about})


def epub(chapters: Mapping[str, str], metadata: str = "") -> bytes:
    """Return a book of chapters, each the HTML of its body."""
    items = "".join(f'<item id="{name}" href="{name}.xhtml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    book = (
        f'<package xmlns="http://www.idpf.org/2007/opf" {DC}><metadata>{metadata}</metadata><manifest>'
        f'<item id="nav" href="nav.xhtml" properties="nav"/>{items}</manifest><spine>{spine}</spine></package>'
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
        ),
        "OPS/book.opf": book,
        "OPS/nav.xhtml": "<html><body><nav>Contents</nav></body></html>",
    }
    files |= {f"OPS/{name}.xhtml": f"<html><body>{body}</body></html>" for name, body in chapters.items()}
    return zipped(files)


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]], formats: Mapping[str, str] | None = None) -> bytes:
    """Return an Excel workbook of rows; `formats` are number formats of cells of the first sheet ("B2")."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cell, number_format in (formats or {}).items():
        book.worksheets[0][cell].number_format = number_format
    book.properties.created = datetime(2024, 1, 2)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


Piece = tuple[float, float, float, str]  # x, y, size of type, words; a size below 0 is bold type


def pdf(pages: Sequence[Sequence[Piece]], properties: str = "") -> bytes:
    """Return a PDF that draws the pieces of each page in their order."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [ {' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))} ] >>",
        "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>",
        f"<< {properties} >>",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(_drawn(*piece) for piece in page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font 3 0 R >>"
            f" /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    return _numbered(objects)


def _drawn(x: float, y: float, size: float, words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{'F2' if size < 0 else 'F1'} {abs(size)} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def _numbered(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()


def column(x: float, top: float, lines: Sequence[str], size: float = 10, leading: float = 12) -> list[Piece]:
    """Return the pieces of a column of text."""
    return [(x, top - leading * number, size, line) for number, line in enumerate(lines)]
