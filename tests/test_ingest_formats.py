"""Every format but plain text: what is read, what is left out, and where each block says it stands."""

# ruff: noqa: E501 (a row of a table is one line)

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import ingest_files as make
import pytest

from factcheck import ingest
from factcheck.errors import MissingReaderError, SourceError, UnknownFormatError
from factcheck.ingest import Options, archive, formats, read_data, read_stream, reading
from factcheck.models import Document

SENTENCE = "The council will spend £45 million on new walls along the river after 1,250 homes were flooded last winter."


def read(name: str, data: bytes | str, options: Options | None = None) -> Document:
    [document] = read_stream(name, data.encode() if isinstance(data, str) else data, options)
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


# --- web pages --------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Walls to cost £45m | The Daily Test</title>
<meta property="og:site_name" content="The Daily Test"><link rel="canonical" href="https://test.example/walls">
{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-banner">We and our 842 partners store information on your device. <button>Accept</button></div>
<main><article><h1>Walls to cost £45m</h1>
<p>The council will spend £45 million on new walls along the river after 1,250 homes were flooded last winter, officials said.</p>
<p>Work on the first of three walls is due to begin in March and should be finished within 18 months, a report says.</p>
<h2>Residents wait</h2>
<p>More than 300 residents attended a meeting on Tuesday, where engineers presented plans for a wall 2.4 metres high.</p>
<blockquote><p>"We have waited 12 years for this," said one resident of the lower town near the bridge.</p></blockquote>
<ul><li>The first wall will protect 800 homes.</li><li>The second will protect 450 homes.</li></ul>
<table><tr><th>Wall</th><th>Cost</th><th>Homes</th></tr><tr><td>North</td><td>£20m</td><td>800</td></tr>
<tr><td>South</td><td>£25m</td><td>450</td></tr></table>
<p>The council expects the government to pay two-thirds of the sum, and will borrow the rest over a period of 25 years.</p>
</article><aside><h3>Most read</h3><ul><li>Ten things to do in town</li><li>Team wins 3-2</li></ul></aside></main>
<footer><p>Call us on 0800 123 4567. Copyright 2019-2026 Test Media. Registered in England No. 1234567.</p></footer>
</body></html>"""
JSON_LD = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Walls to cost £45m, council says","datePublished":"2024-11-05T23:30:00-05:00",
"author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],"publisher":{"name":"The Test"}}]}</script>"""


class TestWebPages:
    @pytest.fixture(autouse=True)
    def needs(self) -> None:
        pytest.importorskip("trafilatura", reason="the html extra is not installed")

    def test_the_article_without_what_is_around_it(self) -> None:
        document = read("walls.html", PAGE.format(head=JSON_LD))
        assert blocks(document)[0] == ("heading", "Walls to cost £45m")
        kinds = [kind for kind, _ in blocks(document)]
        assert kinds == "heading paragraph paragraph heading paragraph quote item item row row paragraph".split()
        assert ("row", "Wall: North; Cost: £20m; Homes: 800") in blocks(document)
        for left_out in ("Sport", "842 partners", "Most read", "0800", "3-2", "Registered"):
            assert left_out not in document.text

    def test_headings_of_blocks(self) -> None:
        document = read("walls.html", PAGE.format(head=""))
        assert [block.heading for block in document.blocks][-1] == "Residents wait"

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            (
                JSON_LD,
                ("Walls to cost £45m, council says", "Jane Doe, John Roe", "The Test", date(2024, 11, 5), "JSON-LD"),
            ),
            (
                '<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-11-05T08:00Z">'
                '<meta property="og:title" content="Walls &amp; gates">',
                ("Walls & gates", "Jane Doe", "The Daily Test", date(2024, 11, 5), "page metadata"),
            ),
            ("", ("Walls to cost £45m", None, "The Daily Test", None, None)),
            (
                '<script type="application/ld+json">{broken</script>',
                ("Walls to cost £45m", None, "The Daily Test", None, None),
            ),
        ],
        ids=["JSON-LD", "meta elements", "only a heading", "broken JSON-LD"],
    )
    def test_metadata(self, head: str, expected: tuple[object, ...]) -> None:
        found = read("walls.html", PAGE.format(head=head))
        assert (found.title, found.author, found.publisher, found.published, found.published_from) == expected
        assert found.url == "https://test.example/walls" and found.language == "en-gb"

    def test_the_date_of_a_time_element(self) -> None:
        page = PAGE.format(head="").replace("</h1>", '</h1><time datetime="2024-11-05T08:30">5 November</time>')
        found = read("walls.html", page)
        assert (found.published, found.published_from) == (date(2024, 11, 5), "time element")

    def test_many_time_elements_are_those_of_other_articles(self) -> None:
        times = "".join(f'<time datetime="2024-11-{day:02}">x</time>' for day in range(1, 9))
        assert read("walls.html", PAGE.format(head="").replace("</h1>", f"</h1>{times}")).published is None

    def test_a_page_too_short_to_tell_the_article_is_read_whole(self) -> None:
        found = read("a.html", "<html><body><p>Eleven people were hurt.</p><p>Two died.</p></body></html>")
        assert blocks(found) == [("paragraph", "Eleven people were hurt."), ("paragraph", "Two died.")]
        assert any("could not be told" in note for note in found.notes)

    def test_the_encoding_that_a_page_names(self) -> None:
        page = PAGE.format(head="").replace("utf-8", "windows-1252")
        assert "£45 million" in read("walls.html", page.encode("cp1252")).text

    @pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li", "blockquote"])
    def test_nested_a_hundred_thousand_deep(self, tag: str) -> None:
        page = "<!doctype html><html><body>" + f"<{tag}>" * 100_000 + "Eleven people were hurt on Monday."
        assert "Eleven people were hurt on Monday." in read("deep.html", page).text

    @pytest.mark.parametrize(
        "text", ["<", "<!--", "<a href='", '<p title="', "</", "<![CDATA[", "<script>", "&", "<article>"]
    )
    def test_what_is_never_closed_takes_no_longer(self, text: str) -> None:
        page = "<!doctype html><html><body><p>Eleven people were hurt.</p>" + text * 30_000
        assert "Eleven people were hurt." in read("open.html", page).text

    def test_a_page_saved_in_one_file(self) -> None:
        head = 'From: <Saved>\nSnapshot-Content-Location: https://test.example/w\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n'
        data = f"{head}\n--B\nContent-Type: text/html; charset=utf-8\nContent-Location: https://test.example/w\n\n"
        data += PAGE.format(head="").replace("https://test.example/walls", "") + "\n--B--\n"
        found = read("walls.mhtml", data)
        assert found.title == "Walls to cost £45m" and found.url == "https://test.example/w"


# --- PDF --------------------------------------------------------------------------------------------------------

LEFT = [
    "The council will spend £45 million on new walls",
    "along the river after 1,250 homes were flooded.",
    "Engineers from the county said that the inter-",
    "national firm had worked on it since mid-",
    "November 2024, and that two-thirds were done.",
    "The two-thirds that are done cost £30 million.",
]
RIGHT = [
    "More than 300 residents attended a meeting that",
    "was held in the lower town on Tuesday evening.",
    "They were told that the first wall will be 2.4",
    "metres high, and that it will protect 800 homes",
    "and a school with 420 pupils near the bridge.",
    "Work begins in March and lasts for 18 months.",
]
WHOLE = (
    "The council will spend £45 million on new walls along the river after 1,250 homes were flooded. Engineers from the"
    " county said that the international firm had worked on it since mid-November 2024, and that two-thirds were done."
    " The two-thirds that are done cost £30 million."
)


class TestPdf:
    @pytest.fixture(autouse=True)
    def needs(self) -> None:
        pytest.importorskip("pypdf", reason="the pdf extra is not installed")

    def test_lines_become_paragraphs_and_hyphens_go(self) -> None:
        page = [(50, 780, 18, "Walls to cost £45m"), *make.column(50, 740, LEFT), (50, 640, -10, "Residents wait")]
        found = read("a.pdf", make.pdf([[*page, *make.column(50, 620, RIGHT)]]))
        assert blocks(found) == [
            ("heading", "Walls to cost £45m"),
            ("paragraph", WHOLE),
            ("heading", "Residents wait"),
            ("paragraph", " ".join(RIGHT)),
        ]
        assert found.title == "Walls to cost £45m" and {block.page for block in found.blocks} == {1}

    def test_columns_one_after_the_other(self) -> None:
        found = read("a.pdf", make.pdf([[*make.column(50, 740, LEFT), *make.column(320, 740, RIGHT)]]))
        assert [text for _, text in blocks(found)] == [WHOLE, " ".join(RIGHT)]

    def test_columns_drawn_row_by_row(self) -> None:
        rows = [
            piece
            for pair in zip(make.column(50, 740, LEFT), make.column(320, 740, RIGHT), strict=True)
            for piece in pair
        ]
        found = read("a.pdf", make.pdf([rows]))
        assert " ".join(text for _, text in blocks(found)) == f"{WHOLE} {' '.join(RIGHT)}"

    def test_running_heads_and_page_numbers_go_and_date_the_document(self) -> None:
        pages = [
            [
                (50, 810, 8, "THE DAILY TEST"),
                (450, 810, 8, "18 December 2024"),
                *make.column(50, 740, LEFT),
                (300, 30, 8, f"{n}"),
            ]
            for n in range(1, 4)
        ]
        found = read("a.pdf", make.pdf(pages))
        assert "DAILY" not in found.text and {text for _, text in blocks(found)} == {WHOLE}
        assert [block.page for block in found.blocks] == [1, 2, 3]
        assert (found.published, found.published_from) == (date(2024, 12, 18), "running head")

    def test_the_head_of_a_cutting_is_no_title_and_dates_it(self) -> None:
        head = [(50, 810, -9, "THE DAILY TEST"), (250, 810, -9, "NEWS"), (420, 810, -9, "Wednesday 18 December 2024 5")]
        page = [*head, (50, 775, 24, "Walls to cost £45m"), *make.column(50, 740, LEFT)]
        found = read("a.pdf", make.pdf([page]))
        assert (found.title, found.published, found.published_from) == (
            "Walls to cost £45m",
            date(2024, 12, 18),
            "running head",
        )
        page[0] = (50, 810, 24, "Minutes of the meeting of 18 December 2024")  # a title, for its type is large
        assert "Minutes of the meeting" in read("a.pdf", make.pdf([[page[0], *make.column(50, 740, LEFT)]])).text

    def test_a_sentence_goes_on_on_the_next_page(self) -> None:
        found = read("a.pdf", make.pdf([make.column(50, 740, LEFT[:5]), make.column(50, 740, ["And then it ended."])]))
        assert len(found.blocks) == 2  # "were done." ended the sentence
        found = read("a.pdf", make.pdf([make.column(50, 740, LEFT[:4]), make.column(50, 740, LEFT[4:])]))
        assert [text for _, text in blocks(found)] == [WHOLE]

    def test_tables(self) -> None:
        rows = [("Wall", "Cost", "Homes"), ("North", "£20m", "800"), ("South", "£25m", "450")]
        pieces = [(50 + 150 * x, 700 - 20 * y, 10, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
        found = read("a.pdf", make.pdf([[*make.column(50, 780, LEFT[:2]), *pieces]]))
        assert blocks(found)[1:] == [
            ("row", "Wall: North; Cost: £20m; Homes: 800"),
            ("row", "Wall: South; Cost: £25m; Homes: 450"),
        ]

    def test_a_cell_that_reaches_into_the_next_column(self) -> None:
        rows = [
            ("Service", "2024/25", "2025/26"),
            ("Adult social care and home help", "148.2", "156.9"),
            ("Roads", "31.7", "29.8"),
        ]
        places = (50, 215, 310)
        pieces = [(places[x], 700 - 20 * y, 10, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
        found = read("a.pdf", make.pdf([[*make.column(50, 780, LEFT[:2]), *pieces]]))
        assert blocks(found)[1:] == [
            ("row", "Service: Adult social care and home help; 2024/25: 148.2; 2025/26: 156.9"),
            ("row", "Service: Roads; 2024/25: 31.7; 2025/26: 29.8"),
        ]

    def test_a_year_that_ends_a_title_is_no_page_number(self) -> None:
        title = [(50, 790, 24, "The council's budget for"), (50, 762, 24, "2025/26")]
        found = read("a.pdf", make.pdf([[*title, *make.column(50, 700, LEFT)]]))
        assert blocks(found)[0] == ("heading", "The council's budget for 2025/26")
        assert found.title == "The council's budget for 2025/26"

    def test_a_mark_after_a_change_of_type_stands_close(self) -> None:
        line = [(50, 700, -10, "WWW reserves stand at 22.4 million"), (285, 700, 10, ", down from 31 million in 2023.")]
        found = read("a.pdf", make.pdf([[*line, *make.column(50, 680, LEFT)]]))
        assert "22.4 million, down from 31 million" in found.text

    def test_properties(self) -> None:
        properties = "/Title (Microsoft Word - draft7.doc) /Author (Jane Doe) /CreationDate (D:20240102030405Z)"
        found = read("a.pdf", make.pdf([make.column(50, 740, LEFT)], properties))
        assert (found.title, found.author, found.published) == (None, "Jane Doe", None)
        assert any("made on 2024-01-02" in note for note in found.notes)

    def test_pictures_of_pages_are_named_as_such(self) -> None:
        with pytest.raises(SourceError, match="pictures of pages") as caught:
            read("scan.pdf", make.pdf([[], []]))
        assert "ocrmypdf" in caught.value.hint

    def test_pages_without_text_are_noted(self) -> None:
        found = read("a.pdf", make.pdf([make.column(50, 740, LEFT), [], []]))
        assert "2 pages hold no text: 2, 3" in found.notes

    def test_broken_cross_references(self) -> None:
        data = make.pdf([make.column(50, 740, LEFT)])
        broken = data[: data.index(b"xref")] + b"xref\n0 3\n9999999999 00000 n \nstartxref\n99999\n%%EOF"
        try:
            assert WHOLE in read("a.pdf", broken).text
        except SourceError as error:
            assert "damaged" in error.message  # either is fine, a traceback is not
        assert WHOLE in read("a.pdf", data.replace(b"startxref\n", b"startxref\n1")).text

    @pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
    def test_cut_off(self, keep: float) -> None:
        data = make.pdf([make.column(50, 740, LEFT)] * 3)
        with suppress(SourceError):
            assert read("a.pdf", data[: int(keep * len(data))]).text


# --- Word, OpenDocument, EPUB, RTF ------------------------------------------------------------------------------


class TestWord:
    def test_headings_lists_tables_footnotes(self) -> None:
        cells = [["Wall", "Cost"], ["North", "£20m"]]
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc>{make.word_paragraph(c)}</w:tc>" for c in row) + "</w:tr>" for row in cells
        )
        body = (
            make.word_paragraph("Walls to cost £45m", "Titel")
            + make.word_paragraph("By Jane Doe")
            + make.word_paragraph("Costs", "H1")
            + '<w:p><w:r><w:t xml:space="preserve">The sum </w:t></w:r><w:ins><w:r><w:t>rose</w:t></w:r></w:ins>'
            + '<w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:r><w:t>.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
            + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>the gates</w:t></w:r></w:p>"
            + f"<w:tbl>{rows}</w:tbl>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        )
        notes = f'<w:footnotes {make.W}><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">'
        notes += make.word_paragraph("By 4 per cent.") + "</w:footnote></w:footnotes>"
        found = read("a.docx", make.docx(body, styles=make.STYLES, footnotes=notes, comments="<x>secret</x>"))
        assert blocks(found) == [
            ("heading", "Walls to cost £45m"),
            ("heading", "Costs"),
            ("paragraph", "The sum rose."),
            ("caption", "By 4 per cent."),
            ("item", "the gates"),
            ("row", "Wall: North; Cost: £20m"),
        ]
        assert found.blocks[3].position == "footnote 2"
        assert (found.title, found.author) == ("Walls to cost £45m", "Jane Doe")

    def test_properties_and_pages(self) -> None:
        core = (
            f'<c:coreProperties xmlns:c="c" {make.DC} xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Plan</dc:title>'
            "<dc:creator>Jane Doe</dc:creator><dcterms:created>2024-01-02T03:04:05Z</dcterms:created></c:coreProperties>"
        )
        body = (
            make.word_paragraph("One.")
            + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>"
            + make.word_paragraph("Three.")
        )
        found = read("a.docx", make.docx(body, core=core))
        assert (found.title, found.author, found.published) == ("Plan", "Jane Doe", None)
        assert [block.page for block in found.blocks] == [1, 1, 2]
        assert "made on 2024-01-02" in found.notes[0]

    def test_text_boxes_are_read_once(self) -> None:
        box = f"<w:txbxContent>{make.word_paragraph('In a box.')}</w:txbxContent>"
        body = f'<w:p><w:r><w:t>Before.</w:t></w:r><x:AlternateContent xmlns:x="x"><x:Choice>{box}</x:Choice><x:Fallback>{box}</x:Fallback></x:AlternateContent></w:p>'
        assert [text for _, text in blocks(read("a.docx", make.docx(body)))] == ["Before.", "In a box."]

    def test_entities_are_refused(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
        with pytest.raises(SourceError, match="entities"):
            read("a.docx", make.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb}))

    def test_an_old_word_file_is_named_as_such(self) -> None:
        with pytest.raises(UnknownFormatError, match="old Word") as caught:
            read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
        assert ".docx" in caught.value.hint


def test_opendocument_text() -> None:
    body = (
        '<text:p text:style-name="P1">Walls to cost £45m</text:p><text:h text:outline-level="2">Costs</text:h>'
        "<text:p>The<text:s/>sum<text:tab/>rose.<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>By 4 per cent.</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>secret</text:p></office:annotation></text:p>"
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:list><text:list-item><text:p>the gates</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Wall</text:p></table:table-cell><table:table-cell><text:p>Cost</text:p>"
        "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
        '<table:table-cell><text:p>£20m</text:p></table:table-cell><table:table-cell table:number-columns-repeated="99999999"/>'
        "</table:table-row></table:table>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    found = read("a.odt", make.odt(body, styles, "<meta:initial-creator>Jane Doe</meta:initial-creator>"))
    assert blocks(found) == [
        ("heading", "Walls to cost £45m"),
        ("heading", "Costs"),
        ("paragraph", "The sum rose."),
        ("caption", "By 4 per cent."),
        ("item", "the gates"),
        ("row", "Wall: North; Cost: £20m"),
    ]
    assert (found.title, found.author, found.blocks[3].position) == ("Walls to cost £45m", "Jane Doe", "footnote 1")


def test_books() -> None:
    metadata = "<dc:title>The Wall</dc:title><dc:creator>Jane Doe</dc:creator><dc:date>2024-12-18</dc:date><dc:language>en</dc:language>"
    chapters = {"one": "<h1>One</h1><p>The first wall &amp; gate.</p>", "two": "<h1>Two</h1><p>The second.</p>"}
    found = read("a.epub", make.epub(chapters, metadata))
    assert blocks(found) == [
        ("heading", "One"),
        ("paragraph", "The first wall & gate."),
        ("heading", "Two"),
        ("paragraph", "The second."),
    ]
    assert (found.title, found.author, found.published) == ("The Wall", "Jane Doe", date(2024, 12, 18))
    assert found.blocks[3].heading == "Two"


def test_rich_text() -> None:
    pytest.importorskip("striprtf", reason="the rtf extra is not installed")
    data = (
        r"{\rtf1\ansi{\info{\title The wall}{\author Jane Doe}{\creatim\yr2024\mo1\dy2}}{\fonttbl{\f0 Arial;}}"
        r"\f0 The caf\'e9 cost \'a345 million.\par Next \u8211? line.\par"
        r"\trowd\cellx1\cellx2 Wall\cell Cost\cell\row\trowd North\cell \'a320m\cell\row\pard Last.\par}"
    )
    found = read("a.rtf", data)
    texts = [text for _, text in blocks(found)]
    assert texts[:2] == ["The café cost £45 million.", "Next – line."] and "Wall: North; Cost: £20m" in texts
    assert (found.title, found.author, found.published) == ("The wall", "Jane Doe", None)


# --- mail -------------------------------------------------------------------------------------------------------

MAIL = """\
From: Jane Doe <jane@test.example>, "Roe, John" <john@test.example>
To: desk@test.example
Subject: =?utf-8?q?Walls_to_cost_=C2=A345m?=
Date: Wed, 18 Dec 2024 23:30:00 -0500
Message-ID: <1@test.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: multipart/alternative; boundary="C"

--C
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: 8bit

The walls cost \xa345 million, as the council said at its meeting on Tuesday evening.

> Is that so?

--\x20
Jane Doe, 020 7946 0000
--C
Content-Type: text/html

<p>not this</p>
--C--
--B
Content-Type: text/csv; name="costs.csv"
Content-Disposition: attachment; filename="costs.csv"

Wall,Cost
North,20
--B
Content-Type: image/png
Content-Disposition: attachment; filename="photo.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--B--
"""


def test_mails_with_attachments() -> None:
    found = read_data("a.eml", MAIL.encode("cp1252"))
    mail, table = found.documents
    assert (mail.title, mail.author) == ("Walls to cost £45m", "Jane Doe, Roe, John")
    assert (mail.published, mail.published_from) == (date(2024, 12, 18), "mail header")
    assert [kind for kind, _ in blocks(mail)] == ["paragraph", "quote"]
    assert "£45 million" in mail.text and "7946" not in mail.text and "not this" not in mail.text
    assert (table.path, blocks(table)) == ("a.eml!/costs.csv", [("row", "Wall: North; Cost: 20")])
    assert [problem.name for problem in found.problems] == ["a.eml!/photo.png"]
    assert table.sha256 == mail.sha256


def test_a_mail_with_a_stub_for_programs_without_html() -> None:
    head = 'From: a@b.test\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="C"\n\n'
    plain = "--C\nContent-Type: text/plain\n\nThis mail is in HTML.\n"
    html = "--C\nContent-Type: text/html\n\n<p>The roof repair will cost £1.2 million, the council said on Monday evening.</p>\n--C--\n"
    assert "£1.2 million" in read("a.eml", head + plain + html).text
    plain = plain.replace("This mail is in HTML", "The roof repair will cost £1.2 million, it said")
    assert read("a.eml", head + plain + html).text.startswith("The roof repair will cost £1.2 million, it said.")


def test_a_wrapped_mail_of_one_paragraph() -> None:
    body = "The council collected 41,200 tonnes of waste last year, 3.1% less than in\n2023. Of that, 46.8% was recycled.\n"
    assert len(read("a.eml", f"From: a@b.test\nSubject: x\nDate: x\n\n{body}").blocks) == 1


def test_a_mail_in_html_alone() -> None:
    mail = "From: jane@test.example\nSubject: Walls\nContent-Type: text/html; charset=utf-8\n\n<h1>Walls</h1><table><tr><td><p>The walls rose.</p></td></tr></table>"
    assert blocks(read("a.eml", mail)) == [("heading", "Walls"), ("paragraph", "The walls rose.")]


@pytest.mark.parametrize(("words", "is_kept"), [(8, False), (60, False), (61, True)])
def test_what_stands_below_the_mark_of_a_signature(words: int, is_kept: bool) -> None:
    below = " ".join(f"word{number}" for number in range(words))
    document = read("a.eml", f"From: jane@test.example\nSubject: Walls\nDate: x\n\nIt cost 5 pounds.\n-- \n{below}\n")
    assert ("word7" in document.text) is is_kept and "It cost 5 pounds." in document.text


def test_mailboxes() -> None:
    one = "From jane@test.example Mon Jan  1 00:00:00 2024\nFrom: Jane Doe <j@test.example>\nSubject: One\n\nFirst text.\n>From here on.\n\n"
    two = "From john@test.example Mon Jan  1 00:00:00 2024\nFrom: john@test.example\nSubject: Two\n\nSecond text.\n"
    documents = read_stream("Inbox.mbox", (one + two).encode())
    assert [(d.path, d.title, d.author) for d in documents] == [
        ("Inbox.mbox!/1", "One", "Jane Doe"),
        ("Inbox.mbox!/2", "Two", "john@test.example"),
    ]
    assert "From here on." in documents[0].text and ">From" not in documents[0].text


# --- tables -----------------------------------------------------------------------------------------------------

TABLES = [
    ("comma", "Town,Population,Share\nLeeds,\"812,000\",4.1%\nYork,202000,\n",
     ["Town: Leeds; Population: 812,000; Share: 4.1%", "Town: York; Population: 202000"]),
    ("semicolon", "Town;Population\nLeeds;812,5\nYork;202,1\n", ["Town: Leeds; Population: 812,5", "Town: York; Population: 202,1"]),
    ("tab", "Town\tPopulation\nLeeds, north\t812\n", ["Town: Leeds, north; Population: 812"]),
    ("no header", "Leeds,812\nYork,202\n", ["Leeds; 812", "York; 202"]),
    ("title above the header", "Towns by size\n\nTown,Population\nLeeds,812\n", ["Towns by size", "Town: Leeds; Population: 812"]),
    ("line break in a field", 'Town,Note\nLeeds,"two\nlines"\n', ["Town: Leeds; Note: two lines"]),
    ("years head columns", "Town,2023,Change,2024/25\nLeeds,812,4%,830\n", ["Town: Leeds; 2023: 812; Change: 4%; 2024/25: 830"]),
    ("years in a row are values", "Leeds,2019,2024\nYork,2018,2023\n", ["Leeds; 2019; 2024", "York; 2018; 2023"]),
    ("numbers alone head nothing", "2023,2024\n812,830\n", ["2023; 2024", "812; 830"]),
    ("a name twice over numbers", "Town,Rent,Change,Tax,Change\nLeeds,812,4%,83,5%\n",
     ["Town: Leeds; Rent: 812; Change: 4%; Tax: 83; Change: 5%"]),
    ("answers are no header", "Leeds,yes,yes,no\nYork,no,yes,yes\n", ["Leeds; yes; yes; no", "York; no; yes; yes"]),
    ("ragged", "Town,Population\nLeeds,812,x\n,\nYork\n", ["Town: Leeds; Population: 812; x", "Town: York"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [pytest.param(*row[1:], id=row[0]) for row in TABLES])
def test_tables_of_separated_values(text: str, rows: list[str]) -> None:
    document = read("a.csv", text)
    assert [text for _, text in blocks(document)] == rows
    assert document.title is None


ROWS = [["Region", "Deaths"], ["North", "12"], ["South", "34"]]
HEADED = ["Region: North; Deaths: 12", "Region: South; Deaths: 34"]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (ROWS, HEADED),
        ([["Deaths by region", ""], *ROWS], ["Deaths by region", *HEADED]),
        ([["Deaths by region"], ["2024"], *ROWS], ["Deaths by region", "2024", *HEADED]),
        ([["North", "12"], ["South", "34"]], ["North; 12", "South; 34"]),
        ([["North", ""], ["12", "34"]], ["North", "12; 34"]),
        ([["Only"], ["one"]], ["Only", "one"]),
        ([], []),
    ],
    ids=["names", "a caption", "two", "no names", "no names below one cell", "one column", "nothing"],
)
def test_rows_of_tables_in_texts(rows: list[list[str]], shown: list[str]) -> None:
    from factcheck.ingest.docx import lay_out_rows
    from factcheck.ingest.layout import Layout

    layout = Layout()
    lay_out_rows(layout, rows)
    assert [layout.text[block.start : block.end] for block in layout.blocks] == shown


def test_rows_say_where_they_stand() -> None:
    assert [block.position for block in read("a.csv", "A,B\nx,1\n\ny,2\n").blocks] == ["row 2", "row 4"]


def test_numbers_of_a_workbook_have_the_places_that_its_sheet_shows() -> None:
    pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    rows = [["Ward", "Rent", "Mean", "Change", "Homes"], ["North", 98.2, 1 / 3, 0.05, 1240]]
    formats_ = {"B2": '"£"#,##0.00', "C2": "0.00", "D2": "0.0%", "E2": "General"}
    found = read("a.xlsx", make.xlsx({"Rents": rows}, formats_))
    assert blocks(found)[-1] == ("row", "Ward: North; Rent: £98.20; Mean: 0.33; Change: 5.0%; Homes: 1240")


def test_a_row_numbered_beyond_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    with zipfile.ZipFile(io.BytesIO(make.xlsx({"A": [["Town", "Share"], ["Leeds", 4], ["York", 5]]}))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<row r="3"', b'<row r="999999999999"')
    monkeypatch.setattr("factcheck.ingest.workbook.MAX_ROWS", 1_000)
    assert blocks(read("a.xlsx", make.zipped(parts)))[-1] == ("row", "Town: Leeds; Share: 4")


WORD_CELL = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
ODT_CELL = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"


def test_a_table_in_a_cell_is_text_of_that_cell_once() -> None:
    word = make.word_paragraph("Outer words.") + WORD_CELL.format(make.word_paragraph("Inner words."))
    assert blocks(read("a.docx", make.docx(WORD_CELL.format(word)))) == [("row", "Outer words. Inner words.")]
    text = "<text:p>Outer words.</text:p>" + ODT_CELL.format("<text:p>Inner words.</text:p>")
    assert blocks(read("a.odt", make.odt(ODT_CELL.format(text)))) == [("row", "Outer words. Inner words.")]


@pytest.mark.parametrize("depth", [2, 400])
def test_paragraphs_that_lie_in_one_another_are_read_once(depth: int) -> None:
    word = "<w:p><w:r><w:t>Words.</w:t></w:r>" * depth + "</w:p>" * depth
    assert read("a.docx", make.docx(WORD_CELL.format(word))).text == " ".join(["Words."] * depth)
    text = "<text:p>Words." * depth + "</text:p>" * depth
    assert read("a.odt", make.odt(ODT_CELL.format(text))).text == " ".join(["Words."] * depth)
    assert [text for _, text in blocks(read("a.odt", make.odt("<text:p>One<text:p>Two</text:p></text:p>")))] == [
        "One",
        "Two",
    ]


def test_a_cell_that_stands_often_does_not_make_a_large_text() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="1000"><text:p>{"w" * 50_000}</text:p></table:table-cell>'
    row = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    assert len(read("a.odt", make.odt(row)).text) < 150_000


def test_formulas_whose_values_were_not_stored_are_named() -> None:
    pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    rows = [["Town", "Homes", "Twice"], ["Leeds", 4, "=B2*2"], ["York", 5, "=B3*2"]]
    found = read("a.xlsx", make.xlsx({"Rents": rows, "More": [["All"], ["=SUM(Rents!B2:B3)"]]}))
    assert blocks(found)[-2:] == [("heading", "More"), ("row", "All")]
    assert found.notes[0].startswith("3 formulas have no stored value: Rents C2, Rents C3, More A2; open the workbook")
    with pytest.raises(SourceError, match="holds no value that can be read: 1 formula has no stored value: A A1;"):
        read("a.xlsx", make.xlsx({"A": [["=1+1"]]}))


def test_hidden_sheets_are_named() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    book = openpyxl.load_workbook(io.BytesIO(make.xlsx({"A": [["Town", "Homes"], ["Leeds", 4]], "B": [["York", 5]]})))
    book["B"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    found = read("a.xlsx", stream.getvalue())
    assert "York" not in found.text
    assert "1 sheet is hidden and left out: B" in found.notes


def test_formulas_whose_values_were_stored_are_read() -> None:
    pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    with zipfile.ZipFile(io.BytesIO(make.xlsx({"A": [["Town", "Homes"], ["Leeds", "=2*2"], ["York", '=""']]}))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb'(<c r="B2"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?', rb"\1<v>4</v>", parts[name])
    parts[name] = parts[name].replace(b'<c r="B3"', b'<c r="B3" t="str"')
    found = read("a.xlsx", make.zipped(parts))
    assert blocks(found)[1:] == [("row", "Town: Leeds; Homes: 4"), ("row", "Town: York")]
    assert not any("formula" in note for note in found.notes)


def test_workbooks() -> None:
    pytest.importorskip("openpyxl", reason="the xlsx extra is not installed")
    rows = [["Town", "Share", "Cost", "Day"], ["Leeds", 0.041, 45, datetime(2024, 12, 18)], ["York", None, 12000, None]]
    data = make.xlsx({"Towns": rows, "Empty": []}, {"B2": "0.0%", "C2": '"£"#,##0', "C3": "[$€-407]#,##0"})
    found = read("a.xlsx", data)
    assert blocks(found) == [
        ("heading", "Towns"),
        ("row", "Town: Leeds; Share: 4.1%; Cost: £45; Day: 2024-12-18"),
        ("row", "Town: York; Cost: €12,000"),
        ("heading", "Empty"),
    ]
    assert [block.position for block in found.blocks][1] == "Towns row 2"


# --- JSON Lines, subtitles --------------------------------------------------------------------------------------


def test_json_lines() -> None:
    records = [
        {
            "headline": "Walls",
            "body": SENTENCE,
            "author": ["Jane Doe"],
            "date": "2024-12-18",
            "url": "https://test.example/1",
        },
        {"title": "no text"},
        ["no", "record"],
    ]
    data = "\n".join(json.dumps(record) for record in records) + "\n{broken\n"
    found = read_data("a.jsonl", data.encode())
    [document] = found.documents
    assert (document.path, document.title, document.author, document.url) == (
        "a.jsonl!/1",
        "Walls",
        "Jane Doe",
        "https://test.example/1",
    )
    assert (document.published, document.published_from, document.text) == (date(2024, 12, 18), "record", SENTENCE)
    assert [problem.name for problem in found.problems] == ["a.jsonl!/2", "a.jsonl!/3", "a.jsonl!/4"]


def test_records_whose_text_is_html() -> None:
    body = "<p>The wall cost &pound;45 million.<br>It is done.</p><h2>Costs</h2><ul><li>North: £20m</li></ul>"
    rows = [{"title": "Wall", "body": body}, {"body": "<p></p>"}, {"body": "Fewer than 5 (<5) were hurt, p < 0.05."}]
    found = read_data("a.jsonl", "\n".join(map(json.dumps, rows)).encode())
    first, last = found.documents
    assert blocks(first) == [
        ("paragraph", "The wall cost £45 million. It is done."),
        ("heading", "Costs"),
        ("item", "North: £20m"),
    ]
    assert last.text == rows[2]["body"]
    assert [(problem.name, problem.message) for problem in found.problems] == [
        ("a.jsonl!/2", "its text holds nothing but tags")
    ]


def test_a_record_as_wordpress_gives_it() -> None:
    record = {
        "date": "2025-02-03T10:00:00",
        "link": "https://test.example/wall",
        "title": {"rendered": "Wall to cost £45m"},
        "content": {"rendered": "<p>The wall will cost £45 million.</p>", "protected": False},
    }
    [found] = read_data("a.json", json.dumps([record]).encode()).documents
    assert (found.title, found.published, found.url) == ("Wall to cost £45m", date(2025, 2, 3), record["link"])
    assert found.text == "The wall will cost £45 million."


def test_json_fields_that_are_named() -> None:
    options = Options(json_text="doc.words", json_title="doc.name", json_published="when")
    document = read(
        "a.jsonl", json.dumps({"doc": {"words": SENTENCE, "name": "Walls"}, "when": 2024, "text": "not this"}), options
    )
    assert (document.text, document.title, document.published) == (SENTENCE, "Walls", None)


def test_a_json_list_and_a_record_over_several_lines() -> None:
    records = [{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}]
    assert [d.title for d in read_stream("a.json", json.dumps(records, indent=1).encode())] == ["A", "B"]
    assert read("a.json", json.dumps(records[0], indent=1)).title == "A"


LION = {"title": "A", "text": SENTENCE}


@pytest.mark.parametrize(
    ("value", "titles"),
    [
        ({"articles": [LION, LION]}, ["A", "A"]),
        ({"total": 2, "results": [LION]}, ["A"]),
        ({"text": SENTENCE, "tags": [{"name": "x"}]}, [None]),
        ({"one": [LION], "two": [LION]}, None),
        ({"words": ["a", "b"]}, None),
        (LION, ["A"]),
    ],
    ids=["articles", "results", "a record with a list", "two lists", "a list of words", "a record"],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_record_that_wraps_a_list(value: object, titles: list[str | None] | None, indent: int | None) -> None:
    data = json.dumps(value, indent=indent).encode()
    if titles is None:
        with pytest.raises(SourceError, match="known to hold the text"):
            read_data("a.json", data)
    else:
        assert [document.title for document in read_data("a.json", data).documents] == titles


def test_half_a_surrogate_pair_in_json() -> None:
    assert read("a.jsonl", '{"text": "A wall \\ud83d fell."}').text == "A wall \ufffd fell."


SRT = """\
1
00:00:01,000 --> 00:00:03,000
JANE DOE: The walls cost
<i>45 million</i> pounds.

2
00:00:03,100 --> 00:00:05,000
[applause] They were
3
00:00:05,000 --> 00:00:06,000
built in 2024.

4
00:01:30,000 --> 00:01:32,000
- And the gates?
- Nobody knows.
"""


def test_subtitles_are_joined_to_sentences_with_time_and_speaker() -> None:
    document = read("a.srt", SRT)
    assert [(b.position, b.speaker, document.text[b.start : b.end]) for b in document.blocks] == [
        ("00:00:01", "JANE DOE", "The walls cost 45 million pounds."),
        ("00:00:03", None, "They were built in 2024."),
        ("00:01:30", "", "And the gates?"),
        ("00:01:30", "", "Nobody knows."),
    ]


@pytest.mark.parametrize(
    ("times", "position", "is_told"),
    [
        ("00:00:04,500 --> 00:00:06,100", "00:00:04", False),
        ("00:00:04 --> 00:00:06", "00:00:04", False),
        ("0:04.5 --> 0:06.5 align:start", "00:00:04", False),
        ("00:00:04:12 --> 00:00:06:00", None, True),
        ("four --> six", None, True),
    ],
)
def test_time_codes(times: str, position: str | None, is_told: bool) -> None:
    document = read("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n{times}\nTwo.\n")
    assert [block.position for block in document.blocks][1:] == ([position] if position else [])
    told = "1 time code could not be read: what stands below is left out or joined to what is above"
    assert (told in document.notes) is is_told


def test_webvtt() -> None:
    text = (
        "WEBVTT\n\nNOTE a remark\n\n00:01.000 --> 00:03.000 align:start\n<v Jane Doe>The walls &amp; gates\n\n"
        "00:03.000 --> 00:04.000\n<v Jane Doe>The walls &amp; gates\n\n00:04.000 --> 00:05.000\n<v Jane Doe>cost a lot\n"
    )
    document = read("a.vtt", text)
    assert [(b.position, b.speaker, document.text[b.start : b.end]) for b in document.blocks] == [
        ("00:00:01", "Jane Doe", "The walls & gates cost a lot")
    ]


# --- archives ---------------------------------------------------------------------------------------------------

PARTS = {
    "b.txt": b"Second text.",
    "a/a.md": b"# First\n\nText.",
    "photo.jpg": b"\xff\xd8\xff",
    ".hidden.txt": b"no",
    "__MACOSX/x.txt": b"no",
}


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", make.zipped),
        ("a.tar", make.tarred),
        ("a.tar.gz", lambda parts: make.tarred(parts, "w:gz")),
        ("a.tgz", lambda parts: make.tarred(parts, "w:gz")),
        ("a.tar.bz2", lambda parts: make.tarred(parts, "w:bz2")),
        ("a.tar.xz", lambda parts: make.tarred(parts, "w:xz")),
    ],
)
def test_archives(name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    data = pack(PARTS)
    found = read_data(name, data)
    assert [document.path for document in found.documents] == [f"{name}!/a/a.md", f"{name}!/b.txt"]
    assert [(problem.name, problem.message) for problem in found.problems] == [
        (f"{name}!/photo.jpg", "no reader for .jpg files")
    ]
    assert {document.sha256 for document in found.documents} == {ingest.digest(data)}
    assert "not read: " + f"{name}!/photo.jpg: no reader for .jpg files" in read_stream(name, data)[0].notes


def test_a_packed_single_file() -> None:
    assert read("a.txt.gz", gzip.compress(SENTENCE.encode())).path == "a.txt.gz!/a.txt"


def test_archives_in_archives_end_at_a_depth() -> None:
    data = make.zipped({"a.txt": b"Text."})
    for _ in range(reading.MAX_DEPTH + 1):
        data = make.zipped({"in.zip": data, "a.txt": b"Text."})
    found = read_data("a.zip", data)
    assert len(found.documents) == reading.MAX_DEPTH
    assert {problem.message for problem in found.problems} == {"it lies more than 4 files deep"}


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/abs.txt", "a/../../up.txt", "C:\\windows.txt", "..\\up.txt", "\\\\host\\x.txt"]
)
def test_paths_that_lead_out_of_an_archive(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file, data in (
        ("a.zip", make.zipped({name: b"x", "b.txt": b"Text."})),
        ("a.tar", make.tarred({name: b"x", "b.txt": b"Text."})),
    ):
        found = read_data(file, data)
        assert [document.path for document in found.documents] == [f"{file}!/b.txt"]
        assert [problem.message for problem in found.problems] == ["its path leads out of the archive"]
    assert list(tmp_path.iterdir()) == []


def test_bombs() -> None:
    bomb = make.zipped({"zeros.txt": bytes(50_000_000), "a.txt": b"Text."})
    found = read_data("a.zip", bomb)
    assert [problem.message for problem in found.problems] == ["it unpacks to 50 MB"]
    with pytest.raises(SourceError, match="unpacks to more than"):
        read("a.txt.gz", gzip.compress(bytes(50_000_000)))


def test_archives_in_archives_that_unpack_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    data = SENTENCE.encode() * 10
    for level in range(3):
        data = make.zipped({f"{number}.{'zip' if level else 'txt'}": data for number in range(8)})
    monkeypatch.setattr(reading, "MAX_EXPANDED_BYTES", 100_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        read_data("a.zip", data)


def test_a_word_file_of_endless_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.ingest.package.MAX_PART_BYTES", 500)
    with pytest.raises(SourceError, match="too large: a part of it takes more than"):
        read_data("a.docx", make.docx(make.word_paragraph(SENTENCE) * 10))


def test_a_great_many_files_without_a_reader_are_told_as_one() -> None:
    packed = make.zipped({**{f"{number}.jpg": b"x" for number in range(50)}, "a.txt": SENTENCE, "b.bin": b"x"})
    found = read_data("a.zip", packed)
    assert [(problem.name, problem.message) for problem in found.problems] == [
        ("a.zip!/", "50 files in it: no reader for .jpg files"),
        ("a.zip!/b.bin", "no reader for .bin files"),
    ]


@pytest.mark.parametrize("pack", [make.zipped, make.tarred])
def test_more_files_than_an_archive_may_hold(
    pack: Callable[[dict[str, bytes]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    with pytest.raises(SourceError, match="holds more than 5 files"):
        read_data("a.zip", pack({f"{number}.jpg": b"x" for number in range(6)}))


def test_an_archive_whose_list_of_files_is_endless() -> None:
    end = b"PK\x05\x06" + bytes(8) + (30_000_000).to_bytes(4, "little") + bytes(6)
    with pytest.raises(SourceError, match="holds more than 100,000 files"):
        read_data("a.zip", b"PK\x03\x04" + bytes(100) + end)


def test_a_size_that_is_a_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_EXPANDED_BYTES", 1000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        read_data("a.zip", make.zipped({f"{n}.txt": b"Text. " * 50 for n in range(9)}))


def test_a_locked_archive() -> None:
    data = bytearray(make.zipped({"a.txt": b"Text."}))
    data[6] |= 1  # the flag, in the header of the file and in the list
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(SourceError, match="locked with a password"):
        read("a.zip", bytes(data))


def test_a_damaged_member_leaves_the_others() -> None:
    data = make.zipped({"a.txt": SENTENCE.encode() * 9, "b.txt": b"Text."})
    at = data.index(b"a.txt") + 10
    found = read_data("a.zip", data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    assert [document.path for document in found.documents] == ["a.zip!/b.txt"]
    assert "damaged" in found.problems[0].message


def test_a_link_in_an_archive_is_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
        packed.writestr("a.txt", "Text.")
    found = read_data("a.zip", stream.getvalue())
    assert [problem.message for problem in found.problems] == ["it is a link"]
    assert archive.BOMB_RATIO > 1


# --- which reader -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "chosen"),
    [
        ("a.txt", PAGE.encode(), "html"),
        ("a.html", b"%PDF-1.4\n", "pdf"),
        ("a.pdf", b"Only words, no PDF.\n", "text"),
        ("a.doc", b"{\\rtf1 words}", "rtf"),
        ("a.docx", make.odt("<text:p>x</text:p>"), "odt"),
        ("a.zip", make.docx(""), "docx"),
        ("a.docx", make.zipped({"a.txt": b"x"}), "zip"),
        ("a.csv", b"a,b\n1,2\n", "csv"),
        ("a.md", b"<!-- a comment -->\n# Title\n", "markdown"),
        ("a.md", b"Subject: no mail\nDate: 2024\nFrom: me\n", "markdown"),
        ("a.vtt.txt", b"WEBVTT\n\n", "text"),
        ("letter", b"From: a@test.example\nDate: x\nSubject: y\n\nText", "eml"),
        ("a.unknown", b"Some words in a file of an unknown kind.", "text"),
        ("a.PDF", b"\x00\x01%PDF-1.7\n", "pdf"),
    ],
)
def test_content_outweighs_the_suffix(name: str, data: bytes, chosen: str) -> None:
    assert formats.choose(name, data).name == chosen


def test_a_missing_package_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = formats.Format(
        "pages", "a page", "factcheck.ingest.text:read", (".pages",), "pdf", ("package_that_is_absent",)
    )
    with pytest.raises(MissingReaderError, match="needs package_that_is_absent") as caught:
        formats.load_reader(absent, "a.pages")
    assert caught.value.hint == "run: pip install 'factcheck-cli[pdf]'"


def test_every_format_has_a_reader_and_every_extra_is_named() -> None:
    for row in formats.FORMATS:
        if not any(not _is_installed(package) for package in row.needs):
            assert callable(formats.load_reader(row, "a"))
        assert (row.extra is None) == (row.needs == ())


def _is_installed(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None


def test_a_reader_that_breaks_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(raw: object) -> list[Document]:
        raise KeyError("deep inside")

    monkeypatch.setattr(formats, "load_reader", lambda chosen, name: breaks)
    with pytest.raises(SourceError, match=r"a\.txt is damaged or not plain text \(KeyError: 'deep inside'\)"):
        read("a.txt", "Words.")


def test_nothing_heavy_is_loaded_for_text(tmp_path: Path) -> None:
    import subprocess
    import sys

    heavy = "trafilatura lxml pypdf openpyxl striprtf pathspec charset_normalizer zipfile email json xml http csv"
    (tmp_path / "a.txt").write_text(SENTENCE)
    code = (
        "import sys; from factcheck.ingest import find_sources, read_source; [read_source(f) for f in find_sources(sys.argv[1:])];"
        f"print([m for m in {heavy.split()} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
