"""Mails, mailboxes and web pages saved as one file, which is a mail too: headers as metadata, attachments read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from functools import partial

from factcheck.errors import SourceError
from factcheck.ingest import formats
from factcheck.ingest.decode import decode, without_surrogates
from factcheck.ingest.layout import Layout, finish
from factcheck.ingest.markup import lay_out_html
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.reading import Raw
from factcheck.ingest.text import document_of
from factcheck.models import Document

STUB = 2
"""A mail whose text is this many times as long in HTML holds only a stub of it as plain text."""

MAX_SIGNATURE = 60
"""Words below the mark of a signature that are no more than one."""

_FROM_LINE = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]*\r?\n")
_SUFFIXES = {
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}


def read(raw: Raw) -> Iterator[Document]:
    """Yield the document of a mail, then those of its attachments; the path of these ends in "!/name"."""
    message = BytesParser(policy=policy.default).parsebytes(raw.data)
    body = _body(raw, message)
    if body:
        yield body
    for number, part in enumerate(_attachments(message), start=1):
        name = _attachment_name(part, number)
        problem = formats.why_unknown(name, partial(_bytes_of, part)) if formats.suffix_of(name) else ""
        if problem:
            raw.note_problem(f"{raw.name}!/{name}", problem)
        else:
            yield from raw.member(name, _bytes_of(part))


def read_mailbox(raw: Raw) -> Iterator[Document]:
    """Yield the documents of the mails in a mailbox file, one after the other; their path ends in "!/3"."""
    lines = list(_FROM_LINE.finditer(raw.data))
    if not lines:
        raise SourceError(f"{raw.name} is no mailbox: no mail in it starts with a From line")
    ends = [*(line.start() for line in lines[1:]), len(raw.data)]
    for number, (line, end) in enumerate(zip(lines, ends, strict=True), start=1):
        mail = re.sub(rb"(?m)^>(?=>*From )", b"", raw.data[line.end() : end])
        yield from raw.member(str(number), mail, hint=".eml")


def read_saved_page(raw: Raw) -> Iterator[Document]:
    """Yield the document of a web page that a browser saved with its pictures into one file."""
    from factcheck.ingest import webpage

    message = BytesParser(policy=policy.default).parsebytes(raw.data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            url = address if address.startswith("http") else None
            yield from webpage.read(replace(raw, data=_text_of(part).encode("utf-8"), url=url))
            return
    raise SourceError(f"{raw.name} holds no web page")


def _body(raw: Raw, message: EmailMessage) -> Document | None:
    known = _headers(message)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _without_signature(_text_of(plain)) if plain is not None else ""
    layout = lay_out_html(_text_of(html)) if html is not None else Layout()
    if len(text.split()) * STUB < len(layout.text.split()):  # "Your program does not show HTML."
        text = ""
    return document_of(raw, text, "eml", known) if text.strip() else finish(raw, layout, "eml", known)


def _headers(message: EmailMessage) -> Metadata:
    sent = getattr(message["date"], "datetime", None)
    senders = getattr(message["from"], "addresses", ())
    names = ", ".join(address.display_name or address.addr_spec for address in senders)
    return Metadata(
        title=_clean(message["subject"]),
        author=_clean(names),
        published=sent.date() if sent else None,
        published_from="mail header" if sent else None,
    )


def _clean(value: object) -> str | None:
    return without_surrogates(" ".join(str(value or "").split())) or None


def _text_of(part: MIMEPart) -> str:
    """Return the text of a part, also where it names an encoding that nobody knows."""
    data = _bytes_of(part)
    try:
        text = data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = decode(data, "the mail")[0]
    return without_surrogates(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " "))


def _bytes_of(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    return b"".join(inner.as_bytes() for inner in part.iter_parts())  # a mail attached to a mail


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    try:
        parts = list(message.iter_attachments())
    except (AttributeError, KeyError):  # a mail that says it has parts and has none
        return
    for part in parts:
        is_shown = part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"
        if isinstance(part, EmailMessage) and not is_shown:
            yield part


def _attachment_name(part: EmailMessage, number: int) -> str:
    name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    suffix = _SUFFIXES.get(part.get_content_type(), "")
    return without_surrogates(name) or f"attachment {number}{suffix}"


def _without_signature(text: str) -> str:
    """Return the text up to the line "-- ", below which mails have an address and a telephone number.

    Where more stands below it, as a mail that is passed on does, all is kept.
    """
    above, mark, below = text.partition("\n-- \n")
    return text if mark and len(below.split()) > MAX_SIGNATURE else above
