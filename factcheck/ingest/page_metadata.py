"""What a web page says of itself: title, author, publisher, date and address, by its head and its byline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import dropwhile, islice
from typing import Any

from factcheck.ingest.dates import find_date, read_date
from factcheck.ingest.layout import squeeze
from factcheck.ingest.metadata import Metadata, names_of_byline

# Any stands for elements of lxml below: its types are in a package of their own, which nobody needs to run this.

MAX_LINE = 80
"""The longest byline or date line, in characters."""
NEAR_HEADING = 60
"""How many elements below the heading the byline and the date stand among."""

_META = {  # what a <meta> is called, best first
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "headline"),
    "author": ("author", "article:author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "byl"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "citation_publisher"),
    "published": (
        "article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date",
        "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "pubdate", "publishdate",
        "publish-date", "publication_date", "originalpublicationdate", "govuk:first-published-at", "og:published_time",
        "date",
    ),
    "url": ("og:url",),
}  # fmt: skip
_ARTICLES = re.compile(r"Article|Report|BlogPosting|Posting$|WebPage$")


def page_metadata(tree: Any) -> Metadata:
    """Return what a page says of itself: JSON-LD before <meta> elements before what stands below its heading."""
    metas = _metas(tree)
    title = _first_text(tree, "title")
    heading = _only_text(tree, "h1")
    link = next((str(e.get("href")) for e in tree.iter("link") if str(e.get("rel")).lower() == "canonical"), "")
    language = str(tree.get("lang") or "").strip()
    rest = Metadata(
        title=heading or _without_site(title, metas.get("publisher", "")) or None,
        publisher=_site_of(title, heading or metas.get("title", "")),
        url=link if link.startswith("http") else None,
        language=language if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", language) else None,
    )
    stated = _json_ld(tree).or_else(_from_metas(metas))
    if stated.author is None or stated.author == stated.publisher:
        stated = replace(stated, author=_byline(tree) or stated.author)
    return stated.or_else(_from_time(tree)).or_else(_from_date_line(tree)).or_else(rest)


def _metas(tree: Any) -> dict[str, str]:
    """Return the fields of Metadata that the <meta> elements hold, each as the best-known name has it."""
    named: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = squeeze(element.get("content") or "")
        if name and content:
            named.setdefault(str(name).strip().lower(), content)
    best = {field: next((named[name] for name in names if name in named), "") for field, names in _META.items()}
    return {field: value for field, value in best.items() if value}


def _from_metas(metas: Mapping[str, str]) -> Metadata:
    published = _day(metas.get("published"))
    author = metas.get("author")
    return Metadata(
        title=metas.get("title"),
        author=None if author and author.startswith("http") else author,
        publisher=metas.get("publisher"),
        published=published,
        published_from="page metadata" if published else None,
        url=metas.get("url"),
    )


def _from_time(tree: Any) -> Metadata:
    """Return the date of the <time> that is marked as that of publication.

    Else that of the first one, unless it is one of many, as those beside links to other articles are.
    """
    times = list(tree.iter("time"))
    marked = [element for element in times if _is_marked(element)]
    days = [day for element in marked or times if (day := _day(str(element.get("datetime") or "")))]
    if days and (marked or len(set(days)) <= 2):
        return Metadata(published=days[0], published_from="time element")
    return Metadata()


def _is_marked(element: Any) -> bool:
    words = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower().split()
    return element.get("pubdate") is not None or bool({"published", "datepublished"}.intersection(words))


_DATED = re.compile(r"publish|posted|date|timestamp", re.IGNORECASE)
_NOT_DATED = re.compile(r"updat|modif|current|today|copyright|related|foot|comment|header-date|up-?to", re.IGNORECASE)


def _from_date_line(tree: Any) -> Metadata:
    """Return the date in the first short element below the heading whose class says that it is one."""
    for element in _below_heading(tree):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if _DATED.search(name) and not _NOT_DATED.search(name):
            text = squeeze(" ".join(element.itertext()))
            published = find_date(text) if len(text) <= MAX_LINE else None
            if published:
                return Metadata(published=published, published_from="date below the heading")
    return Metadata()


def _below_heading(tree: Any) -> Iterator[Any]:
    """Yield the elements that follow the first heading and are not in a part beside the article."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return
    following = dropwhile(lambda element: element is not heading, tree.iter())
    for element in islice(following, NEAR_HEADING):
        if isinstance(element.tag, str) and not _is_beside(element):
            yield element


def _is_beside(element: Any) -> bool:
    return any(holder.tag in ("aside", "nav", "footer") for holder in (element, *element.iterancestors()))


def _byline(tree: Any) -> str | None:
    """Return the names in the first element near the heading that is marked as the author's."""
    for element in _below_heading(tree):
        name = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('data-testid') or ''}"
        if re.search(r"\b(?:by-?line|author)", f"{name} {element.get('itemprop') or ''}", re.IGNORECASE):
            pieces = [squeeze(piece) for piece in element.itertext()]
            named = filter(None, map(names_of_byline, pieces))  # each name is often an element of its own
            found = ", ".join(dict.fromkeys(named)) or names_of_byline(" ".join(pieces))
            if found and len(found) <= MAX_LINE:
                return found
    return None


def _json_ld(tree: Any) -> Metadata:
    for script in tree.iter("script"):
        if "ld+json" in str(script.get("type") or "").lower() and script.text:
            value = _json(script.text)
            article = _find_article(value, 0)
            if article:
                return _of_article(article)
    return Metadata()


_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$")
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")


def _json(text: str) -> Any:
    """Return the value of a script, None where it is no JSON even with its wrapping and last commas taken away."""
    bare = _WRAPPING.sub("", text)
    for tried in (bare, _LAST_COMMA.sub("", bare)):
        try:
            return json.loads(tried, strict=False)  # pages break lines inside strings
        except (ValueError, RecursionError):
            continue
    return None


def _find_article(value: Any, depth: int) -> Mapping[str, Any] | None:  # Any: whatever JSON a page holds
    if depth > 6:
        return None
    if isinstance(value, list):
        return next((found for part in value if (found := _find_article(part, depth + 1))), None)
    if not isinstance(value, dict):
        return None
    kind = value.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    if any(isinstance(name, str) and _ARTICLES.search(name) for name in kinds) and value.get("datePublished"):
        return value
    return _find_article(value.get("@graph"), depth + 1) or _find_article(value.get("mainEntity"), depth + 1)


def _of_article(article: Mapping[str, Any]) -> Metadata:
    published = _day(article.get("datePublished"))
    return Metadata(
        title=_name(article.get("headline")) or None,
        author=_without_by(_name(article.get("author"))) or None,
        publisher=_name(article.get("publisher")) or None,
        published=published,
        published_from="JSON-LD" if published else None,
        url=_address(article.get("url")) or _address(article.get("mainEntityOfPage")),
        language=language if isinstance(language := article.get("inLanguage"), str) else None,
    )


def _name(value: Any) -> str:
    if isinstance(value, str):
        return "" if value.startswith("http") else squeeze(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(part) for part in value)))
    return _name(value.get("name")) if isinstance(value, dict) else ""


def _address(value: Any) -> str | None:
    """Return the address that a field of JSON-LD holds, itself or as the name of a page."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _without_by(names: str) -> str:
    return re.sub(r"\Aby:?\s+", "", names, flags=re.IGNORECASE)


def _day(text: object) -> Any:
    return (read_date(text) or find_date(text)) if isinstance(text, str) else None


def _first_text(tree: Any, tag: str) -> str:
    return next((squeeze(element.text or "") for element in tree.iter(tag)), "")


def _only_text(tree: Any, tag: str) -> str:
    texts = [squeeze(" ".join(element.itertext())) for element in tree.iter(tag)]
    return texts[0] if len(texts) == 1 else ""


_SEPARATORS = re.compile(r" [|–—-] ")


def _site_of(title: str, heading: str) -> str | None:
    """Return the name of the site where a page's title holds the heading and one: "Kim in Moscow | The Daily Test"."""
    parts = [squeeze(part) for part in _SEPARATORS.split(title)]
    if len(parts) < 2 or not heading:
        return None
    first, last = parts[0].casefold(), parts[-1].casefold()
    if heading.casefold().startswith(first) and len(parts[-1].split()) <= 5:
        return parts[-1]
    return parts[0] if heading.casefold().endswith(last) and len(parts[0].split()) <= 5 else None


def _without_site(title: str, site: str) -> str:
    """Return a page's title without the name of its site: "Kim in Moscow | The Daily Test"."""
    head, mark, tail = title.rpartition(next((m for m in (" | ", " — ", " – ", " - ") if m in title), "\0"))
    if mark and (tail.strip() == site or (len(tail.split()) <= 4 and len(head.split()) >= 3)):
        return head.strip()
    return title
