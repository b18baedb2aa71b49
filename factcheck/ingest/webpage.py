"""Web pages: the article without menus, adverts and notices, through trafilatura; metadata from the page's head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.errors import SourceError
from factcheck.ingest import sniff
from factcheck.ingest.dates import find_date, read_date
from factcheck.ingest.decode import decode, without_surrogates
from factcheck.ingest.docx import lay_out_rows
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.markup import lay_out_html
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.reading import Raw
from factcheck.models import Document

MIN_WORDS = 25
"""An article of fewer words than this was not told from the page around it."""
MAX_NESTING = 250
"""libxml2 gives up on text nested more than 255 deep; such a page is read without a tree."""

# Any stands for elements of lxml below: its types are in a package of their own, which nobody needs to run this.


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a web page."""
    html, notes = _decoded(raw)
    if not sniff.has_tags(raw.data):
        raise SourceError(f"{raw.name} is no web page: it has no tags", "give it the suffix .txt")
    known, article = _article(html)
    layout = Layout()
    if article is not None:
        _walk(article, layout)
    if len(layout.text.split()) < MIN_WORDS:
        layout = _everything(html)
        notes += ("the article could not be told from the page around it: all of its text is read",)
    document = finish(raw, layout, "html", known, notes)
    if document:
        yield document


_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def _decoded(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """Return the text of the page, by the encoding it names where the bytes are no UTF-8."""
    try:
        return raw.data.decode("utf-8-sig").replace("\x00", " "), ()
    except UnicodeDecodeError:
        named = _CHARSET.search(raw.data[:4096])
    if named:
        try:
            return raw.data.decode(named[1].decode("ascii"), "replace").replace("\x00", " "), ()
        except LookupError:
            pass
    return decode(raw.data, raw.name)


def _article(html: str) -> tuple[Metadata, Any]:
    """Return the metadata of the page and the body that trafilatura makes of it, None where it finds none."""
    import trafilatura

    if _nesting(html) > MAX_NESTING:
        return Metadata(), None
    tree = trafilatura.load_html(without_surrogates(html))
    if tree is None:
        return Metadata(), None
    known = _metadata(tree)
    found = trafilatura.bare_extraction(
        tree, with_metadata=False, include_comments=False, include_tables=True, include_links=False, deduplicate=False
    )
    return known, getattr(found, "body", None)


_NESTING_TAG = re.compile(r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|wbr)\b)[a-zA-Z]")


def _nesting(html: str) -> int:
    """Return how deep elements lie in one another, as far as their tags say."""
    depth = deepest = 0
    for match in _NESTING_TAG.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


_KINDS = {"p": "paragraph", "ab": "paragraph", "quote": "quote", "item": "item", "code": "paragraph"}  # others: holders
_HOLDERS = frozenset({"body", "main", "div", "list", "list-group", "doc"})


def _walk(element: Any, layout: Layout, inside: str = "paragraph") -> None:
    """Lay out the elements of trafilatura's own small vocabulary."""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "head":
            level = str(child.get("rend") or "h2")
            layout.add(_text(child), "heading", level=int(level[1:]) if level[1:].isdigit() else 2)
        elif tag == "table":
            lay_out_rows(layout, [[_text(cell) for cell in row] for row in child.iter("row")])
        elif tag in _HOLDERS or (tag in ("quote", "item") and child.find("p") is not None):
            layout.add(child.text or "", inside)
            _walk(child, layout, _KINDS.get(tag, inside))
        elif tag != "graphic":
            layout.add(_text(child), inside if tag == "p" else _KINDS.get(tag, "paragraph"))
        layout.add(child.tail or "", inside)


def _text(element: Any) -> str:
    """Return the words of an element; a line break is a space."""
    pieces: list[str] = []
    for part in element.iter():
        if part.tag == "lb" or (part is not element and part.tag in _KINDS):
            pieces.append(" ")
        pieces.append(part.text or "" if isinstance(part.tag, str) else "")
        if part is not element:
            pieces.append(part.tail or "")
    return squeeze("".join(pieces))


def _everything(html: str) -> Layout:
    """Return all of a page's text, or that of its one main part where it marks it."""
    lower = html.lower()
    for tag in ("article", "main"):
        start, end = lower.find(f"<{tag}"), lower.rfind(f"</{tag}")
        if 0 <= start < end and lower.find(f"<{tag}", start + 1) < 0:
            layout = lay_out_html(html[start:end])
            if len(layout.text.split()) >= MIN_WORDS:
                return layout
    return lay_out_html(html)


# --- metadata ---------------------------------------------------------------------------------------------------

_META = {  # what a <meta> is called, best first
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "headline"),
    "author": ("author", "article:author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "byl"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "citation_publisher"),
    "published": (
        "article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date",
        "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "pubdate", "publishdate",
        "publish-date", "publication_date", "og:published_time", "date",
    ),
    "url": ("og:url",),
}  # fmt: skip
_ARTICLES = re.compile(r"Article|Report|BlogPosting|Posting$|WebPage$")


def _metadata(tree: Any) -> Metadata:
    metas = _metas(tree)
    title = _first_text(tree, "title")
    heading = _only_text(tree, "h1")
    link = next((str(e.get("href")) for e in tree.iter("link") if str(e.get("rel")).lower() == "canonical"), "")
    language = str(tree.get("lang") or "").strip()
    rest = Metadata(
        title=heading or _without_site(title, metas.get("publisher", "")) or None,
        url=link if link.startswith("http") else None,
        language=language if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", language) else None,
    )
    return _json_ld(tree).or_else(_from_metas(metas)).or_else(_from_time(tree)).or_else(rest)


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
    """Return the date of the first <time> that is not one of many, as those beside links to other articles are."""
    times = [str(element.get("datetime") or "") for element in tree.iter("time")]
    days = [day for text in times if (day := _day(text))]
    if days and len(set(days)) <= 2:
        return Metadata(published=days[0], published_from="time element")
    return Metadata()


def _json_ld(tree: Any) -> Metadata:
    for script in tree.iter("script"):
        if "ld+json" in str(script.get("type") or "").lower() and script.text:
            try:
                value = json.loads(script.text)
            except (ValueError, RecursionError):
                continue
            article = _find_article(value, 0)
            if article:
                return _of_article(article)
    return Metadata()


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
        author=_name(article.get("author")) or None,
        publisher=_name(article.get("publisher")) or None,
        published=published,
        published_from="JSON-LD" if published else None,
        language=language if isinstance(language := article.get("inLanguage"), str) else None,
    )


def _name(value: Any) -> str:
    if isinstance(value, str):
        return "" if value.startswith("http") else squeeze(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(part) for part in value)))
    return _name(value.get("name")) if isinstance(value, dict) else ""


def _day(text: object) -> Any:
    return (read_date(text) or find_date(text)) if isinstance(text, str) else None


def _first_text(tree: Any, tag: str) -> str:
    return next((squeeze(element.text or "") for element in tree.iter(tag)), "")


def _only_text(tree: Any, tag: str) -> str:
    texts = [squeeze(" ".join(element.itertext())) for element in tree.iter(tag)]
    return texts[0] if len(texts) == 1 else ""


def _without_site(title: str, site: str) -> str:
    """Return a page's title without the name of its site: "Kim in Moscow | The Daily Test"."""
    head, mark, tail = title.rpartition(next((m for m in (" | ", " — ", " – ", " - ") if m in title), "\0"))
    if mark and (tail.strip() == site or (len(tail.split()) <= 4 and len(head.split()) >= 3)):
        return head.strip()
    return title
