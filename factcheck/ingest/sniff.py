"""What a file is by its content: the suffix is a hint, the first bytes are not."""

from __future__ import annotations

import io
import re

from factcheck.ingest.decode import SAMPLE_BYTES, is_binary

HEAD_BYTES = 4_096

_MARKS: tuple[tuple[int, bytes, str], ...] = (  # offset, bytes, format or what to call it
    (0, b"{\\rtf", "rtf"),
    (257, b"ustar", "tar"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"BZh", "bzip2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"\x89PNG\r\n", "an image"),
    (0, b"\xff\xd8\xff", "an image"),
    (0, b"GIF8", "an image"),
    (0, b"II*\x00", "an image"),
    (0, b"MM\x00*", "an image"),
    (8, b"WEBP", "an image"),
    (0, b"ID3", "sound"),
    (0, b"OggS", "sound or film"),
    (4, b"ftyp", "film or sound"),
    (8, b"WAVE", "sound"),
    (0, b"fLaC", "sound"),
    (0, b"\x1aE\xdf\xa3", "film"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90", "a program"),
)
_SAID = "write down what is said in it, or name its subtitles (.srt, .vtt)"
HINTS = {
    "an old Word, Excel or Outlook file": "save it as .docx, .xlsx or .eml and name that file",
    "a presentation": "export it as PDF and name that file",
    "a spreadsheet in OpenDocument format": "save it as .xlsx or .csv and name that file",
    "an image": "a picture holds no text: type out what it shows, or name a PDF that holds text",
    "sound": _SAID,
    "sound or film": _SAID,
    "film or sound": _SAID,
    "film": _SAID,
    "a database": "export what you need as .csv, and name that file",
    "a 7-Zip archive": "unpack it and name the folder",
    "a RAR archive": "unpack it and name the folder",
    "an encrypted archive": "unpack it and name the folder",
}
_ZIP_MIMETYPES = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet in OpenDocument format",
    b"application/vnd.oasis.opendocument.presentation": "a presentation",
}
_OFFICE_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "a presentation",
}
_MAIL_FIELD = re.compile(
    rb"(?:From|To|Date|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+|Content-Type):\s",
    re.IGNORECASE,
)
_HTML = re.compile(rb"(?>\s|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(rb"<(?:html|head|body|div|p|article|table|span|h[1-6]|br|title|meta)\b[^>]*>", re.IGNORECASE)

# Formats that are text as well: where the suffix names one of these, weak signs in the content do not outweigh it.
_PLAIN = frozenset({"text", "markdown", "csv", "tsv", "json", "jsonl", "srt", "vtt"})
_STRONG = frozenset({"html", "pdf", "docx", "xlsx", "odt", "epub", "rtf", "zip", "tar", "gzip", "bzip2", "xz", "mbox"})


def by_content(data: bytes) -> str:
    """Return the name of the format that the content shows, a few words for what nobody reads, "" where unsure."""
    head = data[:HEAD_BYTES]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    for offset, mark, name in _MARKS:
        if head.startswith(mark, offset):
            return name
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WEBVTT"):
        return "vtt"
    if head.startswith(b"From ") and _MAIL_FIELD.match(head.partition(b"\n")[2]):
        return "mbox"
    if _HTML.match(head):
        return "html"
    fields = head.splitlines()[:4]
    if len(fields) > 2 and all(_MAIL_FIELD.match(line) or line[:1] in b" \t" for line in fields):
        return "mhtml" if b"multipart/related" in head.lower() else "eml"
    return ""


def outweighs(content: str, by_suffix: str) -> bool:
    """Whether what the content shows is to be believed against the suffix."""
    if by_suffix in _PLAIN:
        return content in _STRONG
    # A book in the shape of an archive stays a book; anything else is what it shows itself to be.
    return content != by_suffix and (content, by_suffix) not in {("eml", "mhtml"), ("mhtml", "eml")}


def is_text(data: bytes) -> bool:
    """Whether the bytes can be text."""
    return not is_binary(data[:SAMPLE_BYTES])


def has_tags(data: bytes) -> bool:
    """Whether there is any HTML in the text."""
    return _ANY_TAG.search(data[:SAMPLE_BYTES]) is not None


_ZIP_END = b"PK\x05\x06"
MAX_DIRECTORY_BYTES = 25_000_000
"""What a list of 100,000 files takes, with names of 200 characters; reading one of a million takes ten seconds."""


def is_endless(data: bytes) -> bool:
    """Whether a ZIP archive says that its list of files is longer than any that is read."""
    end = data.rfind(_ZIP_END, -70_000)
    return end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > MAX_DIRECTORY_BYTES


def _kind_of_zip(data: bytes) -> str:
    """Return which of the formats that are ZIP files inside this is; "zip" where it is only that."""
    import zipfile  # 12 ms: only where a file is one

    if is_endless(data):
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename for info in archive.infolist()[:2000]}
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    return _ZIP_MIMETYPES.get(file.read(100).strip(), "zip")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "zip"
    if "[Content_Types].xml" not in names:
        return "zip"
    for part, name in _OFFICE_PARTS.items():
        if part in names:
            return name
    return "zip"
