"""Reports on the command line: formats for other programs, pictures beside a file, claims in and out by tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Result

Run = Callable[..., Result]

SUPPORTED = "The ferry to Holm had 312 passengers on board"
CONFLICTING = "The ferry to Holm had 500 passengers on board"


def test_claims_come_in_and_go_out_by_a_table(run: Run, database: Path, folder: Path) -> None:
    table = folder / "claims.csv"
    table.write_text(f"no,statement,when\n7,{SUPPORTED},2024\n8,?,\n9,{CONFLICTING},2024-05-01\n", "utf-8")
    found = run("check", "--no-record", "--csv", "--file", str(table), "--date-column", "when")
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert [(row["no"], row["verdict"]) for row in rows] == [("7", "supported"), ("8", ""), ("9", "conflicting")]
    assert (found.status, found.err.splitlines()[0]) == (2, "error: line 3: the claim “?” holds no word and no number")
    told = run("check", "--no-record", "--json", "--file", str(table)).out.splitlines()
    assert [json.loads(line)["row"]["no"] for line in told] == ["7", "9"]
    assert "export the sheet" in run("check", "--file", "claims.xlsx").err
    assert run("check", "--no-record", "--file", str(table), "--date-column", "day").err.startswith(
        f"error: {table} has no column “day”: its columns are no, statement, when"
    )


def test_a_table_on_standard_input_has_its_column_named(run: Run, database: Path) -> None:
    found = run("report", "--format", "json", "-", "--claim-column", "said", stdin=f"said,by\n{SUPPORTED},Ann\n")
    (check,) = json.loads(found.out)["checks"]
    assert (check["claim"], check["verdict"]) == (SUPPORTED, "supported")


def test_a_claimreview_names_its_author(run: Run, database: Path) -> None:
    assert run("report", "--format", "claimreview", SUPPORTED).err.splitlines() == [
        "error: a ClaimReview names who publishes it",
        'hint: add --author "NAME", or author = "NAME" in factcheck.toml',
    ]
    Path("factcheck.toml").write_text('author = "The Desk"\n', "utf-8")
    (review,) = json.loads(run("report", "--format", "claimreview", SUPPORTED).out)["@graph"]
    assert review["author"]["name"] == "The Desk"
    assert len(run("report", "--format", "fever", SUPPORTED, CONFLICTING).out.splitlines()) == 2


def test_pictures_stand_beside_a_report_in_markdown(run: Run, database: Path, folder: Path) -> None:
    report = folder / "my report.md"
    assert run("report", "-o", str(report), CONFLICTING).status == 0
    assert [path.name for path in folder.glob("my report*")] == ["my report.md"]
    assert run("report", "--pictures", "-o", str(report), CONFLICTING).status == 0
    assert "](my%20report-pictures/claim-1-figure-1.svg)" in report.read_text("utf-8")
    assert [path.name for path in (folder / "my report-pictures").iterdir()] == ["claim-1-figure-1.svg"]


@pytest.mark.parametrize("arguments", [["--pictures"], ["--pictures", "--format", "csv", "-o", "x.csv"]])
def test_pictures_need_a_file_in_markdown(arguments: list[str], run: Run, database: Path) -> None:
    found = run("report", SUPPORTED, *arguments)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: pictures stand beside a report in Markdown")


def test_a_word_report_is_a_file(run: Run, database: Path, folder: Path) -> None:
    from factcheck import ingest

    assert run("report", "--format", "docx", SUPPORTED).err.splitlines() == [
        "error: docx is no text to show on a screen",
        "hint: name a file with -o, as in: -o report.docx",
    ]
    assert run("report", "--format", "docx", "-o", "report.docx", SUPPORTED, "<&> \x0b?").status == 2
    assert run("report", "--format", "docx", "-o", "report.docx", SUPPORTED, CONFLICTING).status == 0
    (document,) = ingest.read_source(folder / "report.docx")
    assert "✗ conflicting, confidence" in document.text and "500 passengers" in document.text


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("r.md", "# Ver"),
        ("r.HTML", "<!DOCTYPE html>"),
        ("r.docx", "PK"),
        ("r.json", "{"),
        ("r.csv", "claim,"),
        ("r", "# "),
    ],
)
def test_the_ending_of_the_file_says_the_format(name: str, beginning: str, run: Run, database: Path) -> None:
    assert run("report", "-o", name, SUPPORTED).status == 0
    assert Path(name).read_bytes().startswith(beginning.encode())
    assert run("report", "--format", "fever", "-o", name, SUPPORTED).status == 0
    assert Path(name).read_bytes().startswith(b'{"id": 1')


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("p.md", "# Proof"),
        ("p.html", "<!DOCTYPE"),
        ("p.sarif", '{"$schema"'),
        ("p.csv", "draft,"),
        ("p.txt", "d.txt:1:"),
    ],
)
def test_the_ending_of_the_file_says_the_format_of_a_proof(name: str, beginning: str, run: Run, database: Path) -> None:
    Path("d.txt").write_text("The ferry to Holm had 500 passengers on board.\n", "utf-8")
    assert run("proofread", "-o", name, "d.txt").status == 1
    assert Path(name).read_bytes().startswith(beginning.encode())
