"""JSON Lines, and JSON files that hold one record or a list of them: each record a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from factcheck.errors import SourceError
from factcheck.ingest.decode import decode, without_surrogates
from factcheck.ingest.layout import finish
from factcheck.ingest.markup import lay_out_html
from factcheck.ingest.metadata import Metadata, from_fields
from factcheck.ingest.reading import Options, Raw
from factcheck.ingest.text import document_of
from factcheck.models import Document

TEXT_FIELDS = (
    "text", "body", "content", "article", "article_text", "maintext", "full_text", "story", "articleBody", "bodyText",
    "body_text", "body_html", "content_html", "content.rendered", "fields.bodyText", "fields.body", "html",
    "description",
)  # fmt: skip

Record = Mapping[str, object]


def read(raw: Raw) -> Iterator[Document]:
    """Yield a document for each record that has a text; records without one are noted. Their path ends in "!/17"."""
    text, notes = decode(raw.data, raw.name)
    for number, record in _records(text, raw.name):
        if isinstance(record, str):
            raw.note_problem(f"{raw.name}!/{number}", record)
            continue
        body = _text_of(record, raw.options)
        if not body:
            raw.note_problem(f"{raw.name}!/{number}", _no_text(record, raw.options))
            continue
        inner = replace(raw, name=f"{raw.name}!/{number}")
        document = _document(inner, body, _metadata(record, raw.options), notes)
        if document:
            yield document
        else:
            raw.note_problem(inner.name, "its text holds nothing but tags")


_PARAGRAPH = re.compile(r"</?(?:p|div|h[1-6]|li|article)\b[^<>]*>|<br ?/?>", re.IGNORECASE)


def _document(raw: Raw, body: str, known: Metadata, notes: tuple[str, ...]) -> Document | None:
    """Return the document of a text, which in the exports of most newsrooms' systems is HTML."""
    if _PARAGRAPH.search(body[:20_000]):
        return finish(raw, lay_out_html(body), "jsonl", known, notes)
    return document_of(raw, body, "jsonl", known, notes)


def _records(text: str, name: str) -> Iterator[tuple[int, Record | str]]:
    """Yield the records with their lines, or their places in the list; a str says what is wrong with one."""
    if _is_one_value(text):
        try:
            value = json.loads(text)
        except ValueError as error:
            raise SourceError(f"{name} is no JSON: {error}") from None
        for number, record in enumerate(_unwrapped(value), start=1):
            yield number, record if isinstance(record, dict) else "it is no record of fields"
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _parse(line)


def _unwrapped(value: object) -> list[object]:
    """Return the records of a list, also of one that is the only list of records in a record: {"articles": […]}."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not any(_has_text(value, name) for name in TEXT_FIELDS):
        lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], dict)]
        if len(lists) == 1:
            return cast(list[object], lists[0])
    return [value]


def _has_text(record: Record, name: str) -> bool:
    return isinstance(_field(record, name), str)


def _is_one_value(text: str) -> bool:
    """Whether the text is one list, or one record written over several lines."""
    first, _, rest = text.strip().partition("\n")
    if first.startswith("[") or not first.startswith("{"):
        return first.startswith("[")
    return isinstance(_parse(first), str) if rest else True


def _parse(line: str) -> Record | str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"the line is no JSON: {error}"
    return value if isinstance(value, dict) else "the line is no record of fields"


def _text_of(record: Record, options: Options) -> str:
    names = (options.json_text,) if options.json_text else TEXT_FIELDS
    for name in names:
        value = _field(record, name)
        if isinstance(value, list):
            value = "\n\n".join(str(part) for part in value)
        if isinstance(value, str) and value.strip():
            return without_surrogates(value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " "))
    return ""


def _field(record: Record, path: str) -> object:
    """Return a field, or one inside another: "article.body"."""
    if path in record:
        return record[path]
    value: object = record
    for name in path.split("."):
        value = cast(Record, value).get(name) if isinstance(value, dict) else None
    return value


def _no_text(record: Record, options: Options) -> str:
    if options.json_text:
        return f"it has no field {options.json_text} with text"
    return (
        f"none of its fields ({', '.join(list(record)[:8])}) is known to hold the text: name it with --fields text=NAME"
    )


def _metadata(record: Record, options: Options) -> Metadata:
    named = {name: path for name, path in options.fields.items() if name != "text"}
    fields = {name: _words(_field(record, path)) for name, path in named.items()}
    fields.update((key, _words(value)) for key, value in record.items() if key not in fields)
    return from_fields({key: value for key, value in fields.items() if value}, "record")


def _words(value: object) -> str:
    if isinstance(value, str | int | float):
        return without_surrogates(str(value))
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(part) for part in value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("rendered") or "")
    return ""
