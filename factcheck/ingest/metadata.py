"""Title, author and date of publication, as documents state them at the top."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from factcheck.ingest.dates import DATE_WORDS, date_in_name, find_date, read_date

TOP_LINES = 12
"""How many lines that are not blank count as the top, where bylines and date lines stand."""
MAX_TITLE = 200
"""A longer first line is a paragraph."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; None where it says nothing.

    `published_from` says where the date stood. `created` is when the file was made, as its properties have it:
    no date of publication, only told to the person who may have to give that. `unread` is a date of publication
    that stands there and tells no day, as "03/04/2024" does not.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str | None = None
    url: str | None = None
    language: str | None = None
    created: date | None = None
    unread: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return this metadata with the gaps filled from another; a date comes with its `published_from`."""
        dated = self if self.published is not None else other
        return Metadata(
            self.title or other.title,
            self.author or other.author,
            self.publisher or other.publisher,
            dated.published,
            dated.published_from,
            self.url or other.url,
            self.language or other.language,
            self.created or other.created,
            self.unread or other.unread,
        )


_KEYS = {
    "title": "title headline",
    "author": "author authors byline by creator writer",
    "published": (
        "date published publishdate publisheddate publicationdate datepublished pubdate published_at published_on"
        " publish_date published_date publication_date date_published pub_date dateline created"
    ),
    "publisher": "publisher source publication outlet newspaper site sitename site_name",
    "url": "url link canonical canonical_url permalink source_url",
    "language": "lang language locale",
}
_FIELD_OF_KEY = {key: field for field, keys in _KEYS.items() for key in keys.split()}


def from_fields(fields: Mapping[str, str | Sequence[str]], published_from: str) -> Metadata:
    """Return the metadata that named fields hold, the names in any of their usual spellings and any case."""
    found: dict[str, str] = {}
    for key, value in fields.items():
        field = _FIELD_OF_KEY.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
        text = value.strip() if isinstance(value, str) else ", ".join(str(part).strip() for part in value)
        if field and text and field not in found:
            found[field] = text
    written = found.pop("published", None)
    published = (read_date(written) or find_date(written)) if written else None
    return Metadata(
        title=found.get("title"),
        author=found.get("author"),
        publisher=found.get("publisher"),
        published=published,
        published_from=published_from if published else None,
        url=found.get("url"),
        language=found.get("language"),
        unread=written if written and not published else None,
    )


@dataclass(frozen=True, slots=True)
class Top:
    """What the first lines say; `title_line` and `used` are line numbers from 0, `used` those that say only that."""

    metadata: Metadata
    title_line: int | None = None
    used: frozenset[int] = frozenset()


def from_top(lines: Sequence[str], *, want_title: bool = True, want_date: bool = True) -> Top:
    """Return title, byline and date of the first lines: a title line, "By Jane Doe", a date line, a dateline.

    Without `want_date` no date is looked for within lines that say more than that.
    """
    title_line: int | None = None
    found = Metadata()
    used: set[int] = set()
    numbers = [number for number, line in enumerate(lines[:100]) if line.strip()][:TOP_LINES]
    for place, number in enumerate(numbers):
        line = lines[number].strip()
        told = _line_metadata(line)
        if told is not None:
            found = found.or_else(told)
            used.add(number)
        elif want_title and title_line is None and place <= len(used):
            if not (is_title(line) and len(numbers) > 1):
                want_title = False
            else:
                title_line = number
                found = replace(found, title=line)
    if want_date and found.published is None:
        found = found.or_else(_from_datelines([lines[number] for number in numbers]))
    return Top(found, title_line, frozenset(used))


def from_name(name: str) -> Metadata:
    """Return the date that a path or address holds."""
    last = date_in_name(name.rpartition("/")[2])
    if last:
        return Metadata(published=last, published_from="file name")
    whole = date_in_name(name)
    where = "address" if name.startswith(("http://", "https://")) else "folder name"
    return Metadata(published=whole, published_from=where if whole else None)


def is_title(line: str) -> bool:
    """Whether a first line can be a title: short, and not ended like a sentence or a clause."""
    return (
        len(line) <= MAX_TITLE and not line.rstrip("\"'”’)").endswith((".", ",", ";", ":")) and len(line.split()) <= 30
    )


def names_of_byline(text: str) -> str | None:
    """Return the names that a byline holds, with or without its "By"; None where it holds anything else."""
    text = " ".join(text.split())
    if text.lower().endswith(_JOBS) and text[:3].lower() != "by ":
        return None
    match = _byline().match(text if text[:3].lower() == "by " else f"By {text}") if len(text) <= 120 else None
    return _without_jobs(match["names"]) if match else None


def _line_metadata(line: str) -> Metadata | None:
    """Return what a line says that is nothing but a date, a byline or both, None where it is more than that."""
    if len(line) > 120:
        return None
    dated = _date_line().match(line)
    if dated:
        published = read_date(dated["date"])
        if published:
            return Metadata(published=published, published_from="date line")
    byline = _byline().match(line)
    if byline:
        published = read_date(byline["date"]) if byline["date"] else None
        if published or not byline["date"]:
            where = "byline" if published else None
            return Metadata(author=_without_jobs(byline["names"]), published=published, published_from=where)
    return None


def _from_datelines(lines: Sequence[str]) -> Metadata:
    for line in lines:
        published = _dateline(line)
        if published:
            return Metadata(published=published, published_from="dateline")
    for line in lines[:6]:
        subtitle = _subtitle_with_date().fullmatch(line.strip())
        published = read_date(subtitle["date"]) if subtitle else None
        if published:
            return Metadata(published=published, published_from="date line")
    return Metadata()


@cache
def _subtitle_with_date() -> re.Pattern[str]:
    """What reports say under their titles: "Report to cabinet, 14 January 2025", "Press release – 3 March 2025"."""
    return re.compile(r"[A-Z][^.!?:;\d]{3,60}(?:,| [–—|·-]) (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})")


def _dateline(line: str) -> date | None:
    """Return the date between a place and a dash: "LONDON, 18 December 2024 (Reuters) — The bank said"."""
    top = line[:120]
    if "-" not in top and "–" not in top and "—" not in top:
        return None
    head, dash, _ = re.sub(r" - |--|–", "—", top).partition("—")
    published = find_date(head) if dash else None
    if published is None:
        return None
    place = re.split(r"[,(/]|\d", head, maxsplit=1)[0].split()
    # A sentence with a date and a dash in it has small words before the date, a dateline a place.
    return (
        published if place and all(word[0].isupper() or word in ("of", "upon", "le", "la") for word in place) else None
    )


_JOBS = ("correspondent", "editor", "reporter", "writer", "staff", "agency", "agencies")


def _without_jobs(names: str) -> str:
    """Return the names of a byline without what stands among them like one: "Jane Doe, Political Editor"."""
    parts = names.split(", ")
    return ", ".join(parts[:1] + [part for part in parts[1:] if not part.lower().endswith(_JOBS)])


@cache
def _date_line() -> re.Pattern[str]:
    return re.compile(rf"(?:{DATE_WORDS}:?\s+)?(?P<date>.*\d.*)", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    """Two to four words with capitals: "By Jane Doe and Máire O'Brien, Political Editor | 18 December 2024"."""
    word = r"(?:[^\W\d_a-z][\w’'.-]*)"
    particle = r"(?:(?:van|von|de|der|den|da|di|del|la|le|al|bin|ter)\s+)"
    name = rf"{word}(?:\s+{particle}*{word}){{1,3}}"
    job = r"[\w’' -]*(?i:correspondent|editor|reporter|writer|staff|agenc(?:y|ies))"
    place = r"in\s+[A-Z][\w ]+"
    post = rf"(?:,?\s+(?:{place}|{job}(?:\s+{place})?))?"
    when = r"(?:(?:\s*[|•·–—,-]\s*|\s+(?:on\s+)?)(?P<date>\S.*\d.*))?"
    not_a_time = r"(?!(?:the|end|now|then|Christmas|Easter|New Year|Mon|Tues?|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)"
    return re.compile(
        rf"(?:(?:[Tt]ext|[Ww]ritten|[Rr]eported|[Rr]eporting|[Ss]tory|[Ww]ords)\s+)?(?:[Bb]y|BY)\s+{not_a_time}"
        rf"(?P<names>{name}(?:(?:,\s+|,?\s+and\s+|\s+&\s+){name})*){post}{when}\s*\Z"
    )
