"""Raised characters: a mark of a note makes no other figure of the one before it, a power stays one."""

from __future__ import annotations

import ingest_files as make
import pytest

from factcheck import extract_figures
from factcheck.ingest import read_stream
from factcheck.ingest.raised import CLOSE, CLOSE_LINK, OPEN, settle

# what stands in the file, {…} for raised and [[…]] for raised and a link, and what is read
TEXTS = [
    ("It was built in 2019{3} for all.", "It was built in 2019 for all."),
    ("It cost £45 million{4}.", "It cost £45 million."),
    ("Some 5,300{12} people came.{1}", "Some 5,300 people came."),
    ("People came.{[2]} They left{(3)}.", "People came. They left."),
    ("It rose{3, 4} again{5–7}.", "It rose again."),
    ("GDP{a} rose{*} by 4%{†}.", "GDP rose by 4%."),
    ("It covers 12 km{2} and 45 m{3}.", "It covers 12 km² and 45 m³."),
    ("It covers 12 km[[2]].", "It covers 12 km."),
    ("Some 30 miles{2} of land", "Some 30 miles² of land"),
    ("About 10{6} trees and 1.5 × 10{−3} g", "About 10⁶ trees and 1.5 × 10⁻³ g"),
    ("It cost 210{6} pounds", "It cost 210 pounds"),
    ("x{2} and R{2}", "x² and R²"),
    ("Take 3{1}/2 cups", "Take 3 1/2 cups"),
    ("The 4{th} of May, the 21{st}", "The 4th of May, the 21st"),
    ("Brand{TM} sold 5", "BrandTM sold 5"),
    ("{3} See the report.", "3 See the report."),
    ("A note [[1]] apart", "A note 1 apart"),
    ("Nothing raised in 2019.", "Nothing raised in 2019."),
]


def marked(text: str, opened: str, closed: str, closed_link: str) -> str:
    return text.replace("[[", opened).replace("]]", closed_link).replace("{", opened).replace("}", closed)


@pytest.mark.parametrize(("text", "read"), TEXTS)
def test_what_stands_for_raised_characters(text: str, read: str) -> None:
    assert settle(marked(text, OPEN, CLOSE, CLOSE_LINK)) == read


RUN = '</w:t></w:r><w:r>{}<w:t xml:space="preserve">'
WORD = (RUN.format('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'), RUN.format(""))
ODT = ('<text:span text:style-name="S">', "</text:span>")
ODT_STYLES = (
    '<style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="B"><style:text-properties style:text-position="-33% 58%"/></style:style>'
)
HTML = ("<sup>", "</sup>")
PAGE = "<!DOCTYPE html><html><body><article>{}<p>{}</p></article></body></html>"
BEFORE = "<p>The council will spend a large sum on new walls along the river, engineers said on Monday night.</p>" * 3


def files(text: str) -> dict[str, bytes]:
    """Return the files of each format that hold the text with its raised characters."""

    def of(pair: tuple[str, str]) -> str:
        return marked(text, pair[0], pair[1], pair[1])

    word = make.docx(f'<w:p><w:r><w:t xml:space="preserve">{of(WORD)}</w:t></w:r></w:p>')
    rtf = of(("{\\super ", "}")).replace("×", "\\'d7").replace("−", "-").replace("£", "\\'a3").replace("†", "\\'86")
    return {
        "a.docx": word,
        "a.odt": make.odt(f"<text:p>{of(ODT)}</text:p>", ODT_STYLES),
        "a.rtf": b"{\\rtf1\\ansi\\ansicpg1252 " + rtf.replace("–", "\\'96").encode("ascii") + b"\\par}",
        "a.html": PAGE.format(BEFORE, of(HTML)).encode(),
        "b.html": PAGE.format("", of(HTML)).encode(),
        "a.epub": make.epub({"one": f"<p>{of(HTML)}</p>"}),
    }


@pytest.mark.parametrize(("text", "read"), [row for row in TEXTS if "[[" not in row[0] and row[0][0] != "{"])
@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf", "a.html", "b.html", "a.epub"])
def test_every_format_that_raises_characters(name: str, text: str, read: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    pytest.importorskip("striprtf", reason="the rtf extra is not installed")
    (document,) = read_stream(name, files(text)[name])
    assert document.text.strip().endswith(read)


def test_lowered_characters_stay() -> None:
    text = '<text:p>CO<text:span text:style-name="B">2</text:span> fell in 10 towns.</text:p>'
    assert read_stream("a.odt", make.odt(text, ODT_STYLES))[0].text == "CO2 fell in 10 towns."
    low = "<w:rPr><w:vertAlign w:val='subscript'/></w:rPr>"
    word = f"<w:p><w:r><w:t>CO</w:t></w:r><w:r>{low}<w:t>2</w:t></w:r><w:r><w:t> fell.</w:t></w:r></w:p>"
    assert read_stream("a.docx", make.docx(word))[0].text == "CO2 fell."


def test_smaller_characters_above_the_line_of_a_pdf() -> None:
    pytest.importorskip("pypdf", reason="the pdf extra is not installed")
    line = [(60, 780, 10, "It was built in 2019"), (152, 784, 6, "3"), (157, 780, 10, "and has 120 km")]
    more = [(225, 784, 6, "2"), (231, 780, 10, "of woods with 10"), (308, 784, 6, "6"), (314, 780, 10, "trees.")]
    note = [(60, 703, 5, "3"), (65, 700, 8, "See the report.")]
    (document,) = read_stream("a.pdf", make.pdf([[*line, *more, *note]]))
    assert document.text.startswith("It was built in 2019 and has 120 km² of woods with 10⁶ trees.")
    assert "3 See the report." in document.text
    table = [(60, 780, 10, "Leeds"), (160, 780, 10, "812"), (60, 768, 10, "York"), (160, 768, 10, "202")]
    assert "812" in read_stream("a.pdf", make.pdf([table]))[0].text


def test_a_mark_in_a_cell_of_a_table() -> None:
    rows = "<tr><th>Town</th><th>Homes</th></tr><tr><td>Leeds</td><td>812<sup>1</sup></td></tr>"
    table = f"<table>{rows}</table><p><sup>1</sup> Estimate of 2018.</p>"
    for before in ("", BEFORE):
        (document,) = read_stream("a.html", PAGE.format(before, table).encode())
        assert "Town: Leeds; Homes: 812\n" in document.text and "1 Estimate of 2018." in document.text


def test_the_figures_of_a_page_are_those_that_it_gives() -> None:
    page = PAGE.format(BEFORE, "It was built in <b>2019</b><sup>3</sup> and cost £45 million<sup>4</sup> in all.")
    (document,) = read_stream("a.html", page.encode())
    last = document.text.rpartition("\n")[2]
    assert [figure.text for figure in extract_figures(last)] == ["2019", "£45 million"]


# --- footnotes of RTF ---------------------------------------------------------------------------------------

RTF_NOTES = [
    (r"One{\footnote Foot 21.} two.", ["One two.", "Foot 21."]),
    (
        r"One{\cs16\super \chftn{\footnote \pard\plain {\super \chftn} Foot \{21\}.\par}} two.",
        ["One two.", "Foot {21}."],
    ),
    (r"One{\*\footnote Caf\'e9.}{\footnote Two {\b bold} 22.} two.", ["One two.", "Café.", "Two bold 22."]),
    (r"One{\footnote not closed two.", ["One", "not closed two."]),
    (r"No footnoted word.", ["No footnoted word."]),
]


@pytest.mark.parametrize(("body", "read"), RTF_NOTES)
def test_footnotes_of_rtf(body: str, read: list[str]) -> None:
    pytest.importorskip("striprtf", reason="the rtf extra is not installed")
    (document,) = read_stream("a.rtf", (r"{\rtf1\ansi\ansicpg1252 " + body + "}").encode("ascii"))
    assert [" ".join(line.split()) for line in document.text.split("\n") if line.strip()] == read
