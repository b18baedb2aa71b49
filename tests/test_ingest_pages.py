"""Pages as news sites make them: what is the article, who wrote it, who published it and when, and how that was found.

Each page of `data/pages` imitates one kind of site, down to its menus, adverts, notices and other dates; the words
and figures are our own.
"""

# ruff: noqa: E501 (a row of a table is one line)

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Result

from factcheck.ingest import read_data
from factcheck.models import Document

PAGES = Path(__file__).parent / "data" / "pages"

# page: title, author, publisher, date and how it was found, address
KNOWN = {
    "agency": ("Quake off Talora kills at least 17, officials say", "NADIA FERREIRA, AGENCY Wire", "AGENCY Wire", date(2025, 6, 30), "JSON-LD", "https://wire.example/article/talora-quake-3f9"),
    "broadcaster": ("Dam workers reach pay deal after 11-day strike", "Delphine Okoro", "CBN News", date(2025, 5, 22), "JSON-LD", "https://cbn.example/news/articles/c4gx91"),
    "german": ("Stadtwerke senken den Gaspreis um 12 Prozent", "Jördis Kühn", "Elbtaler Anzeiger", date(2024, 9, 17), "page metadata", None),
    "government": ("£120 million for rural bus routes", "Ministry of Roads", "GOV.EXAMPLE", date(2025, 2, 4), "JSON-LD", "https://gov.example/news/rural-bus-routes"),
    "liveblog": ("Storm Edwin live: 38,000 homes without power", "Milo Hartigan", "Harbour Times", date(2024, 11, 23), "JSON-LD", None),
    "local": ("Leisure centre pool to shut for nine months", "Becky Achterberg", "Saltby Echo", date(2024, 10, 2), "page metadata", None),
    "magazine": ("The town that bought its own pub", "Rosalind Achebe", "Lantern Magazine", date(2024, 6, 8), "JSON-LD", None),
    "national": ("Rail fares to rise by 4.6% in March, ministers confirm", "Hal Brandt, Ines Caro", "The Northern Courier", date(2025, 2, 11), "JSON-LD", "https://courier.example/uk/2025/feb/11/rail-fares"),
    "old": ("Mine reopens with 85 jobs", None, "VALLEY POST", date(2003, 3, 4), "page metadata", None),
    "weblog": ("How many gulls live on Pier Street?", "Oona Bexley", "The Tidewater Blog", date(2023, 8, 17), "time element", "https://tidewater.example/2023/08/17/gulls/"),
}  # fmt: skip

# page: how the first and the last paragraph of the article begin, and what stands around it and is left out
ARTICLE = {
    "agency": ("PORT TALORA (AGENCY)", "Associated reporters", ["Politics", "Advertisement", "volcano", "12 cities", "212-555"]),
    "broadcaster": ("Workers at the Varn dam", "In 2021 a strike", ["InDepth", "4 hours ago", "ADVERTISEMENT", "62,000", "700 people", "03700"]),
    "german": ("Die Stadtwerke Elbtal", "„Die Lage", ["137 Partner", "Startseite", "5550199"]),
    "government": ("Councils can bid", "Region: South West", ["additional cookies", "Births", "show all updates"]),
    "liveblog": ("About 38,000 homes", "The Saltby bridge", ["9 things", "01632"]),
    "local": ("The swimming pool at", "A petition against", ["14°C", "A64", "continues below", "Six arrested", "8,300", "Disgrace", "£900", "01632"]),
    "magazine": ("When the Fox", "On an ordinary Friday", ["12 issues", "18 min", "Joss Mbeki", "7946"]),
    "national": ("Season tickets will", "The government said", ["212 partners", "£2 a month", "1,482", "two-year dispute", "5 key stories", "£9bn", "15 questions", "7946"]),
    "old": ("A zinc mine", "The council said", ["01632", "MMIII"]),
    "weblog": ("On the last Sunday", "Next year’s count", ["since 2009", "Seals are back", "4,000 on my roof", "Ten kinds", "555-0142"]),
}  # fmt: skip


@pytest.fixture(autouse=True)
def needs() -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")


def read(name: str) -> Document:
    [document] = read_data(f"{name}.html", (PAGES / f"{name}.html").read_bytes()).documents
    return document


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_every_page_is_in_both_tables() -> None:
    names = {path.stem for path in PAGES.glob("*.html")}
    assert len(names) >= 10 and names == set(KNOWN) == set(ARTICLE)


@pytest.mark.parametrize("name", KNOWN)
def test_what_a_page_says_of_itself(name: str) -> None:
    found = read(name)
    assert (found.title, found.author, found.publisher, found.published, found.published_from, found.url) == KNOWN[name]


@pytest.mark.parametrize("name", ARTICLE)
def test_the_article_and_nothing_around_it(name: str) -> None:
    first, last, around = ARTICLE[name]
    texts = blocks(read(name))
    assert any(text.startswith(first) for text in texts[:6]), texts[:6]
    assert any(text.startswith(last) for text in texts[-5:]), texts[-5:]
    whole = "\n".join(texts)
    assert [words for words in around if words in whole] == []


MARKED = "<html><head><title>{title}</title></head><body><h1>Bridge opens to 9,500 cars a day</h1>{below}<article>" + (
    "<p>The bridge at Aldermere opened to traffic on Monday after 14 months of repairs that cost £3.2 million.</p>" * 3
    + "</article></body></html>"
)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ('<p class="byline">By Ann Lee, Transport Editor</p>', ("Ann Lee", None, None)),
        ('<span class="author-name">Ann Lee</span> <span class="job">Editor</span>', ("Ann Lee", None, None)),
        ('<p class="author">Reporters</p>', (None, None, None)),
        ('<div class="post-date">3 June 2023, 10:15</div>', (None, date(2023, 6, 3), "date below the heading")),
        ('<div class="date-updated">4 June 2023</div>', (None, None, None)),
        ('<aside><div class="date">4 June 2023</div></aside>', (None, None, None)),
        (
            '<time datetime="2023-06-09">x</time><time class="published" datetime="2023-06-03">x</time>'
            '<time datetime="2023-06-07">x</time><time datetime="2023-06-01">x</time>',
            (None, date(2023, 6, 3), "time element"),
        ),
    ],
    ids=["byline", "author without by", "no name", "date line", "updated", "beside", "marked time among many"],
)
def test_what_stands_below_the_heading(below: str, expected: tuple[object, ...]) -> None:
    page = MARKED.format(title="Bridge opens", below=below)
    [found] = read_data("a.html", page.encode()).documents
    assert (found.author, found.published, found.published_from) == expected


def test_marks_of_notes_are_no_figures() -> None:
    noted = '<p>It carries 9,500 cars.<a href="#1"><sup>2</sup></a> The deck has 900 m<sup>2</sup>.<sup>[<a>3</a>]</sup></p>'
    page = MARKED.format(title="Bridge", below="").replace("</article>", noted + "</article>")
    for name in ("a.html", "a.eml"):
        data = page if name == "a.html" else f"From: a@b.test\nSubject: x\nContent-Type: text/html\n\n{page}"
        assert "It carries 9,500 cars. The deck has 900 m²." in read_data(name, data.encode()).documents[0].text


@pytest.mark.parametrize(
    ("field", "url"),
    [
        ('"url": "https://test.example/a"', "https://test.example/a"),
        ('"mainEntityOfPage": {"@type": "WebPage", "@id": "https://test.example/b"}', "https://test.example/b"),
        ('"mainEntityOfPage": "https://test.example/c"', "https://test.example/c"),
        ('"url": "/relative", "mainEntityOfPage": true', None),
    ],
)
def test_the_address_in_json_ld(field: str, url: str | None) -> None:
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-01-02", {field}}}</script>'
    page = MARKED.format(title="Bridge", below=script)
    assert read_data("a.html", page.encode()).documents[0].url == url


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Bridge opens to 9,500 cars a day | Aldermere News", "Aldermere News"),
        ("Bridge opens to 9,500 cars a day - News - Aldermere News", "Aldermere News"),
        ("Aldermere News - Bridge opens to 9,500 cars a day", "Aldermere News"),
        ("Bridge opens to 9,500 cars a day", None),
        ("Bridges - and why they fall", None),
    ],
)
def test_the_site_in_the_title_of_a_page(title: str, publisher: str | None) -> None:
    [found] = read_data("a.html", MARKED.format(title=title, below="").encode()).documents
    assert (found.title, found.publisher) == ("Bridge opens to 9,500 cars a day", publisher)


def test_provenance_reaches_the_reader(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rail.html").write_bytes((PAGES / "national.html").read_bytes())
    assert run("index", "rail.html", "--db", "c.db").status == 0
    shown = run("sources", "show", "1", "--db", "c.db").out
    for line in (
        "Title      Rail fares to rise by 4.6% in March, ministers confirm",
        "Author     Hal Brandt, Ines Caro",
        "Publisher  The Northern Courier",
        "Published  11 February 2025 (from the JSON-LD)",
        "Path       rail.html",
        "Address    https://courier.example/uk/2025/feb/11/rail-fares",
        "Format     html",
        "Language   English",
        "Indexed    20",
        "SHA-256    ",
    ):
        assert line in shown
    checked = run("check", "Rail passengers will pay 4.6% more", "--db", "c.db", "--json", "--no-record").out
    source = json.loads(checked)["passages"][0]["source"]
    row = json.loads(run("sources", "show", "1", "--json", "--db", "c.db").out)
    same = (
        "path",
        "title",
        "author",
        "publisher",
        "published",
        "published_from",
        "url",
        "language",
        "format",
        "sha256",
        "indexed",
    )
    assert [source[name] for name in same] == [row[name] for name in same]
    assert {"line", "start", "end", "page", "heading", "position", "speaker"} <= set(source)


def test_a_page_that_says_utf_8_and_is_not_all_of_it() -> None:
    start, end = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article>', "</article></body></html>"
    words = "<p>The café’s owner paid “£4.5bn” for walls along the river, the mayor said on Monday.</p>" * 4
    data = (start + words).encode() + b"<p>Another \xa33m was paid for a gate.</p>" + end.encode()
    (document,) = read_data("a.html", data).documents
    assert "Another £3m was paid" in document.text and "“£4.5bn”" in document.text
    assert "1 character read as windows-1252, the rest as utf-8" in document.notes
    (document,) = read_data("a.html", (start + words + end).encode()).documents
    assert not any("1252" in note or "decoded" in note for note in document.notes)
