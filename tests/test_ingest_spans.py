"""Cells over several columns or rows: what stands behind or below them stays below the name of its own column."""

from __future__ import annotations

import time

import ingest_files as make
import pytest

from factcheck.ingest import read_stream
from factcheck.ingest.spans import Cell, grid
from factcheck.ingest.tables import joined_names

GRIDS = [
    ([[Cell("a"), Cell("b")]], [["a", "b"]]),
    ([[Cell("a", across=2), Cell("b")]], [["a", "", "b"]]),
    ([[Cell("a", down=2), Cell("b")], [Cell("c")]], [["a", "b"], ["a", "c"]]),
    ([[Cell("a"), Cell("b", down=2)], [Cell("c")], [Cell("d")]], [["a", "b"], ["c", "b"], ["d"]]),
    ([[Cell("a", across=2, down=2), Cell("b")], [Cell("c")]], [["a", "", "b"], ["a", "", "c"]]),
    ([[Cell("a"), Cell("b")], [Cell(None), Cell("c")]], [["a", "b"], ["a", "c"]]),
    ([[Cell(None)]], [[""]]),
    ([[Cell("w" * 500, down=2)], [Cell("c")]], [["w" * 500], ["", "c"]]),
    ([[Cell("a", across=0, down=-3)]], [["a"]]),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "placed"), GRIDS)
def test_each_cell_stands_in_its_own_column(rows: list[list[Cell]], placed: list[list[str]]) -> None:
    assert grid(rows) == placed


def test_a_cell_that_says_it_reaches_without_end_makes_no_large_table() -> None:
    placed = grid([[Cell("a", across=10**9, down=10**9)] * 50] * 3)
    assert max(map(len, placed)) <= 2_000 + 3 * 50
    rows = "<tr><td colspan=9999 rowspan=9999>5</td></tr>" * 500
    began = time.process_time()
    for start in ("", "<p>The council will spend a large sum on new walls, engineers said on Monday night.</p>" * 3):
        page = f"<!DOCTYPE html><html><body><article>{start}<table>{rows}</table></article></body></html>"
        assert len(read_stream("a.html", page.encode())[0].text) < 2_000_000
    assert time.process_time() - began < 20


# first row, the rows below it, the names that the two give together
NAMES = [
    (["Town", "Deaths", ""], [["", "2022", "2023"], ["Leeds", "5", "6"]], ["Town", "Deaths 2022", "Deaths 2023"]),
    (["Town", "Deaths", ""], [["Town", "Men", "Women"], ["Leeds", "5", "6"]], ["Town", "Deaths Men", "Deaths Women"]),
    (["Town", "Deaths", ""], [["Leeds", "5", "6"], ["York", "7", "8"]], []),
    (["Town", "", "Homes"], [["Leeds", "North", ""], ["York", "South", "5"]], []),
    (["Town", "Homes"], [["Leeds", "5"], ["York", "6"]], []),
    (["Town", "Deaths", ""], [["", "2022", ""], ["Leeds", "5", "6"]], []),
    (["Town", "Deaths", ""], [["", "2022", "2023"]], []),
]


@pytest.mark.parametrize(("first", "below", "names"), NAMES)
def test_names_of_columns_in_two_rows(first: list[str], below: list[list[str]], names: list[str]) -> None:
    assert joined_names(first, below) == names


def page(table: str, before: str = "") -> bytes:
    return f"<!DOCTYPE html><html><body><article>{before}{table}</article></body></html>".encode()


def word(*rows: str) -> bytes:
    return make.docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def odt_row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def odt_cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


HTML = (
    "<table><tr><th>Town</th><th>2022</th><th>2023</th><th>Change</th></tr>"
    "<tr><td>York</td><td colspan='2'>no data</td><td>7%</td></tr>"
    '<tr><td rowspan="2">Hull</td><td>8</td><td>9</td><td>1%</td></tr>'
    "<tr><td>10</td><td>11</td><td>2%</td></tr></table>"
)
BEFORE = "<p>The council will spend a large sum on new walls along the river, engineers said on Monday.</p>" * 3
COVERED = "<table:covered-table-cell/>"
FILES = {
    "a.html": page(HTML, BEFORE),
    "b.html": page(HTML),
    "a.eml": b"From: a@b.test\nSubject: x\nContent-Type: text/html\n\n<html><body>" + HTML.encode() + b"</body></html>",
    "a.docx": word(
        tc("Town") + tc("2022") + tc("2023") + tc("Change"),
        tc("York") + tc("no data", '<w:gridSpan w:val="2"/>') + tc("7%"),
        tc("Hull", '<w:vMerge w:val="restart"/>') + tc("8") + tc("9") + tc("1%"),
        tc("", "<w:vMerge/>") + tc("10") + tc("11") + tc("2%"),
    ),
    "a.odt": make.odt(
        "<table:table>"
        + odt_row(odt_cell("Town"), odt_cell("2022"), odt_cell("2023"), odt_cell("Change"))
        + odt_row(odt_cell("York"), odt_cell("no data", 'table:number-columns-spanned="2"'), COVERED, odt_cell("7%"))
        + odt_row(odt_cell("Hull", 'table:number-rows-spanned="2"'), odt_cell("8"), odt_cell("9"), odt_cell("1%"))
        + odt_row(COVERED, odt_cell("10"), odt_cell("11"), odt_cell("2%"))
        + "</table:table>"
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_whose_cells_reach(name: str) -> None:
    pytest.importorskip("trafilatura", reason="the html extra is not installed")
    (document,) = read_stream(name, FILES[name])
    rows = [document.text[block.start : block.end] for block in document.blocks if block.kind == "row"]
    assert rows == [
        "Town: York; 2022: no data; Change: 7%",
        "Town: Hull; 2022: 8; 2023: 9; Change: 1%",
        "Town: Hull; 2022: 10; 2023: 11; Change: 2%",
    ]


def test_two_rows_of_names_in_files() -> None:
    rows = "Town,Deaths,,Births,\n,2022,2023,2022,2023\nLeeds,5,6,7,8\n"
    expected = "Town: Leeds; Deaths 2022: 5; Deaths 2023: 6; Births 2022: 7; Births 2023: 8"
    assert read_stream("a.csv", rows.encode())[0].text == expected
    table = (
        '<table><tr><th rowspan="2">Town</th><th colspan="2">Deaths</th><th colspan="2">Births</th></tr>'
        "<tr><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr>"
        "<tr><td>Leeds</td><td>5</td><td>6</td><td>7</td><td>8</td></tr></table>"
    )
    assert read_stream("a.html", page(table, BEFORE))[0].text.endswith(expected)
