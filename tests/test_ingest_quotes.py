"""Quotation marks in tables: a cell may have many lines, and a mark that nobody closed swallows no row behind it."""

from __future__ import annotations

import time

import pytest

from factcheck.ingest import read_stream
from factcheck.ingest.quoted_rows import QuotedRows

HEAD, REST = "Town,Note", "".join(f"x{number},{number}\n" for number in range(40))
SOUND = [["Town", "Note"], *[[f"x{number}", str(number)] for number in range(40)]]
# id, the lines between head and rest, the rows that they are, the lines that are mended
TABLES: list[tuple[str, str, list[list[str]], list[int]]] = [
    ("none", "", [], []),
    ("a comma in a cell", 'Leeds,"one, two"\n', [["Leeds", "one, two"]], []),
    ("two lines in a cell", 'Leeds,"one\ntwo"\n', [["Leeds", "one\ntwo"]], []),
    ("a text of many lines with few commas", 'Leeds,"one\ntwo\nthree, four\nfive\nsix"\n',
     [["Leeds", "one\ntwo\nthree, four\nfive\nsix"]], []),
    ("marks within a cell", 'Leeds,5" wide\n', [["Leeds", '5" wide']], []),
    ("doubled marks", 'Leeds,"5"" wide"\n', [["Leeds", '5" wide']], []),
    ("an empty cell in marks", 'Leeds,""\n', [["Leeds", ""]], []),
    ("a mark not closed at a row's beginning", '"Leeds,5\n', [["Leeds", "5"]], [2]),
    ("a mark not closed at a row's end", 'Leeds,"five\n', [["Leeds", "five"]], [2]),
    ("two marks not closed", '"Leeds,5\na,1\nb,2\nc,3\n"York,6\n',
     [["Leeds", "5"], ["a", "1"], ["b", "2"], ["c", "3"], ["York", "6"]], [2, 6]),
]  # fmt: skip


@pytest.mark.parametrize(("between", "rows", "mended"), [pytest.param(*row[1:], id=row[0]) for row in TABLES])
def test_rows(between: str, rows: list[list[str]], mended: list[int]) -> None:
    found = QuotedRows(f"{HEAD}\n{between}{REST}".split("\n"), ",")
    assert [row for _, row in found if row] == [SOUND[0], *rows, *SOUND[1:]]
    assert found.mended == mended


def test_the_file_may_end_in_a_cell_of_many_lines() -> None:
    found = QuotedRows(f'{HEAD}\n{REST}Leeds,"one\ntwo\n"\n'.split("\n"), ",")
    assert [row for _, row in found if row][-1] == ["Leeds", "one\ntwo\n"] and not found.mended


def test_rows_keep_the_numbers_of_their_lines_and_the_note_names_them() -> None:
    (document,) = read_stream("a.csv", f'{HEAD}\n"Leeds,5\n{REST}'.encode())
    assert [block.position for block in document.blocks[:3]] == ["row 2", "row 3", "row 4"]
    assert document.text.startswith("Town: Leeds; Note: 5\nTown: x0; Note: 0")
    assert "a quotation mark is not closed in line 2: read as a row of its own" in document.notes


@pytest.mark.parametrize("line", ['"a,b', 'a,"b', '"', '"a","b', '"""'])
def test_marks_without_end_take_time_in_proportion(line: str) -> None:
    began = time.process_time()
    rows = list(QuotedRows([line] * 60_000, ","))
    assert time.process_time() - began < 5
    assert sum(len(row) for _, row in rows) >= 30_000 / 500
