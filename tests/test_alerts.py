"""Alerts in every format: the contract's JSON, one line each, GitHub's commands, annotated drafts, fact log."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from factcheck.library import Library
from factcheck.proofread import Proof
from factcheck.proofread.codes import CODES, SEVERITIES, Code, at_least, page
from factcheck.proofread.ledger import sign_sentence
from factcheck.render.alerts import alert_lines, github_lines, proof_json, render_alerts
from factcheck.render.annotated import annotated_html, annotated_markdown, marked_sentences
from factcheck.render.factlog import COLUMNS
from factcheck.render.look import Look
from factcheck.render.proofs import FORMATS, render_proofs

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE = """---
title: The yard, and its people
published: 2024-03-14
---

The Kerrow yard employs 640 people. Turnover climbed by 18 per cent to £94.6m in 2023.

"We are no longer fighting for our lives," said Ruth Hallam, the chief executive.
"""
DRAFT = """---
published: 2024-03-21
---

# A yard, *saved*

The Kerrow yard employs **460 people**. Turnover climbed by 18 per cent to £94.6m in 2023, 100% sure: so it says.

"We are not fighting for our lives," said Ruth Hallam. Was it so? They met on Monday, 12 March 2024, <i>they</i> said.
"""
# What every alert has, by CONTRACT.
FIELDS = {
    "line", "column", "end_line", "end_column", "severity", "code", "message", "sentence", "verdict", "source",
    "comparisons", "signed_off",
}  # fmt: skip


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proof]:
    folder = tmp_path_factory.mktemp("draft")
    (folder / "source.md").write_text(SOURCE, "utf-8")
    (folder / "a draft: one.md").write_text(DRAFT, "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "source.md"], now=NOW)
        yield library.proofread(folder / "a draft: one.md")


def test_the_alerts_and_their_places(proof: Proof) -> None:
    found = [(alert.line, alert.column, alert.severity, alert.code) for alert in proof.alerts]
    assert (7, 27, "error", "figure-conflict") in found
    assert (9, 1, "warning", "quote-altered") in found
    assert (9, 79, "warning", "weekday-wrong") in found


def test_json_is_what_the_contract_says(proof: Proof) -> None:
    line = proof_json(proof)
    assert "\n" not in line
    value = json.loads(line)
    assert set(value) == {"draft", "alerts", "summary"}
    assert {"sentences", "checked", "error", "warning", "notice"} <= set(value["summary"])
    for alert in value["alerts"]:
        assert set(alert) >= FIELDS
        assert alert["severity"] in SEVERITIES
    conflict = next(alert for alert in value["alerts"] if alert["code"] == "figure-conflict")
    assert conflict["verdict"] == "conflicting"
    assert conflict["source"]["line"] == 6
    assert conflict["comparisons"][0]["source_figure"]["value"] == 640


def test_a_line_an_alert(proof: Proof) -> None:
    lines = list(alert_lines(proof))
    assert len(lines) == len(proof.alerts)
    for line in lines:
        assert re.fullmatch(r".+:\d+:\d+: (error|warning|notice) [a-z-]+ .+", line)
    assert any(line.endswith("460: the source says 640 people (source.md:6)") for line in lines)


def test_github_commands_escape_what_steers_them(proof: Proof) -> None:
    for line in github_lines(proof):
        found = re.fullmatch(r"::(error|warning|notice) (?P<fields>[^\n]*?)::(?P<message>[^\n]*)", line)
        assert found is not None
        fields = dict(field.split("=", 1) for field in found["fields"].split(","))
        assert fields["file"].endswith("a draft%3A one.md")
        assert "%" not in re.sub(r"%(?:25|0A|0D|3A|2C)", "", line)


def test_a_terminal_shows_the_gravest_first(proof: Proof) -> None:
    text = render_alerts([proof], Look(width=60, unicode=False))
    assert text.index("error") < text.index("warning") < text.index("notice")
    assert "The Kerrow yard employs 640 people." in text
    assert all(len(line) <= 60 or "a draft: one.md" in line or "source" in line for line in text.splitlines())


def test_the_annotated_draft_has_a_note_for_every_sentence(proof: Proof) -> None:
    sentences = marked_sentences(proof)
    assert all(sentence.notes for sentence in sentences)
    text = annotated_markdown([proof])
    assert text.count("[^1-") == 2 * len(sentences)
    assert "Was it so?[^1-" in text  # a question has no symbol
    page = annotated_html([proof])
    assert page.count('class="row') == len(sentences)
    assert "<i>they</i>" not in page
    assert page.count("<script") == 1


def test_a_sentence_that_is_borne_out_says_by_what(tmp_path: Path) -> None:
    (tmp_path / "source.md").write_text(SOURCE, "utf-8")
    (tmp_path / "draft.md").write_text("The Kerrow yard employs 640 people.\n", "utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([tmp_path / "source.md"], now=NOW)
        text = annotated_markdown([library.proofread(tmp_path / "draft.md")])
    note = text.splitlines()[-1]
    assert note.startswith("[^1-1]: line 1. ✓ **borne out**, `supported`: The source says the same: 640 people. “The")
    assert note.endswith("source.md:6).")


def test_the_word_file_opens_and_has_the_footnotes(proof: Proof) -> None:
    data = render_proofs("docx", [proof])
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    notes = [note.get(f"{w}id") for note in parts["word/footnotes.xml"].iter(f"{w}footnote")]
    references = [note.get(f"{w}id") for note in parts["word/document.xml"].iter(f"{w}footnoteReference")]
    assert references == notes[2:]
    assert len(references) == len(proof.sentences)
    assert render_proofs("docx", [proof]) == data


def test_the_word_file_can_be_proofread_again(proof: Proof, tmp_path: Path) -> None:
    from factcheck import ingest

    data = render_proofs("docx", [proof])
    assert isinstance(data, bytes)
    (tmp_path / "proof.docx").write_bytes(data)
    (document,) = ingest.read_source(tmp_path / "proof.docx")
    assert "The Kerrow yard employs 460 people." in document.text


def test_the_fact_log(proof: Proof) -> None:
    text = render_proofs("csv", [proof])
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    (wrong,) = [row for row in rows if row["alert"] == "figure-conflict"]
    assert (wrong["verdict"], wrong["difference"], wrong["source_line"]) == ("conflicting", "180", "6")
    assert (wrong["difference_percent"], wrong["unit"]) == ("39.1", "")
    assert {row["sentence"] for row in rows} == {item.sentence.text for item in proof.sentences}


def test_the_fact_log_gives_each_assertion_its_own_alerts(tmp_path: Path) -> None:
    (tmp_path / "source.md").write_text("The Kerrow yard has 12 cranes.\n", "utf-8")
    draft = "The Kerrow yard has 12 cranes, and the owners met on Monday, 12 March 2024.\n"
    (tmp_path / "draft.md").write_text(draft, "utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([tmp_path / "source.md"], now=NOW)
        text = render_proofs("csv", [library.proofread(tmp_path / "draft.md")])
    assert isinstance(text, str)
    found = [(row["assertion"], row["alert"]) for row in csv.DictReader(io.StringIO(text))]
    assert found[0] == ("The Kerrow yard has 12 cranes", "")
    assert ("the owners met on Monday, 12 March 2024.", "weekday-wrong") in found[1:]


def signed_off(proof: Proof) -> Proof:
    """Return the proof with its figure signed off, and a word on the sentence that is a question."""
    note = "by phone, twice: 460, she said"
    alerts = {alert: replace(alert, signed_off=f"Lee, Ann, 2026-01-01: {note}") for alert in proof.alerts[:1]}
    looked = sign_sentence("Was it so?", 9, "draft.md", "Bo", "ask her, again", NOW, state="query")
    sentences = tuple(
        replace(
            item,
            alerts=tuple(alerts.get(alert, alert) for alert in item.alerts),
            looked=looked if item.sentence.text == "Was it so?" else None,
        )
        for item in proof.sentences
    )
    return replace(proof, sentences=sentences, alerts=tuple(alerts.get(alert, alert) for alert in proof.alerts))


def test_the_fact_log_says_who_checked_what(proof: Proof) -> None:
    text = render_proofs("csv", [signed_off(proof)])
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text)))
    found = [(row["alert"], row["checked_by"], row["date"], row["note"]) for row in rows if row["checked_by"]]
    assert found == [
        ("figure-conflict", "Lee, Ann", "2026-01-01", "by phone, twice: 460, she said"),
        ("", "Bo", "2026-01-01", "query: ask her, again"),
    ]


def test_the_annotated_draft_says_who_checked_what(proof: Proof) -> None:
    for form in ("markdown", "html"):
        text = render_proofs(form, [signed_off(proof)])
        assert isinstance(text, str)
        assert "Lee, Ann, 2026-01-01: by phone, twice: 460, she said" in text
        assert "Query by Bo, 2026-01-01: ask her, again" in text


def test_the_fact_log_as_a_workbook_runs_no_formula(proof: Proof) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    data = render_proofs("xlsx", [proof])
    assert isinstance(data, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_the_same_each_time(form: str, proof: Proof) -> None:
    if form != "xlsx":  # openpyxl writes the time of saving into the file
        assert render_proofs(form, [proof]) == render_proofs(form, [proof])


# --- the table of codes -----------------------------------------------------------------------------------


def test_the_page_of_codes_is_the_tables() -> None:
    import factcheck.proofread

    written = Path(factcheck.proofread.__file__).with_name("CODES.md").read_text("utf-8")
    assert written == page(), "after a change: python -m factcheck.proofread > factcheck/proofread/CODES.md"


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_a_code_is_documented(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name)
    assert code.severity in SEVERITIES
    assert all(re.search(r"[.?>][”)`]*$", text) for text in (code.meaning, code.example, code.advice))


def test_every_code_in_the_program_is_in_the_table() -> None:
    import factcheck.proofread

    folder = Path(factcheck.proofread.__file__).parent
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "codes.py")
    raised = set(re.findall(r'(?:Hit|Finding|_hit|at_figure|_figure_hit)\(\s*"([a-z-]+)"', text))
    assert raised
    assert raised <= set(CODES)


def test_severities_are_ordered() -> None:
    assert at_least("error", "warning")
    assert not at_least("notice", "warning")


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_the_example_of_a_code_raises_it(code: Code, tmp_path: Path) -> None:
    """The page of codes is run: each draft of it beside its sources."""
    draft = tmp_path / "drafts" / "draft.md"
    draft.parent.mkdir()
    draft.write_text(f"{code.draft}\n", "utf-8")
    sources = [tmp_path / f"source{number}.md" for number in range(len(code.sources))]
    for path, text in zip(sources, code.sources, strict=True):
        path.write_text(f"{text}\n", "utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index(sources, now=datetime(2026, 1, 1, tzinfo=UTC))
        found = library.proofread(draft, published=date(2025, 1, 1)).alerts
    assert code.name in {alert.code for alert in found}
    assert all(alert.severity == code.severity for alert in found if alert.code == code.name)
