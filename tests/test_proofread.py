"""Drafts against their sources: places, contexts, ignore comments, sign-offs, changed lines, and a floor of quality."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import program
from factcheck.library import Library
from factcheck.models import Block
from factcheck.proofread import Proof
from factcheck.proofread.changed import changed_lines
from factcheck.proofread.draft import visible

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE = """---
title: Kerrow shipyard posts first profit in six years
published: 2024-03-14
---

The Kerrow yard employs 640 people, of whom 95 are apprentices.

"We are no longer fighting for our lives," said Ruth Hallam, the chief executive. She has run the yard since May 2021.

The union rejected a pay offer of 4 per cent. Brandt Marine supplied the engines for the Solveig in 2023.

The government lent the yard £15m in 2020. The new crane cost £1.9m.

Ms Hallam, 43, succeeded her father. The union's regional organiser, Colin Peart, called the offer an insult.

"We have heard it all before," said Priya Nair, an analyst, who covers the yard for Stannard Capital.

Ferries to Skelby are cheaper by £4 until 15 October, for holders of a yard pass that costs £49.

The managers had hoped for 11 weeks of trials; the navy allowed seven.

Dana Voss ruled out a strike at the yard.

No other yard on the coast has built as many ferries.
"""
PROVE = Callable[..., Proof]


@pytest.fixture
def prove(tmp_path: Path) -> PROVE:
    (tmp_path / "source.md").write_text(SOURCE, "utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([tmp_path / "source.md"], now=NOW)

    def run(text: str, name: str = "draft.md", **options: object) -> Proof:
        (tmp_path / name).write_text(text, "utf-8", newline="")
        with Library(tmp_path / "claims.db", writable=False) as library:
            return library.proofread(tmp_path / name, published=date(2024, 3, 21), **options)  # type: ignore[arg-type]

    return run


def grave(proof: Proof) -> list[str]:
    return [alert.code for alert in proof.alerts if alert.severity != "notice"]


WRONG = [
    ("figure", "The Kerrow yard employs 460 people.", "figure-conflict"),
    ("pronoun", "Ruth Hallam is the chief executive. She has run the yard since May 2012.", "figure-conflict"),
    ("scale", "The government lent the yard £15bn in 2020.", "scale-slip"),
    ("opposite", "The union accepted a pay offer of 4 per cent.", "claim-conflict"),
    ("name", "Stolt Marine supplied the engines for the Solveig in 2023.", "name-conflict"),
    ("spelling", "Ruth Hallan said little.", "name-spelling"),
    ("quotation", "“We are not fighting for our lives,” said Ruth Hallam.", "quote-altered"),
    ("speaker", "“We are no longer fighting for our lives,” said Colin Peart.", "quote-misattributed"),
    ("other-words", "Whoever has the £49 pass pays £4 less on the boat to Skelby until 25 October.", "figure-conflict"),
    ("one-left-over", "Trials of 12 weeks were what the managers wanted.", "figure-conflict"),
    ("in-her-place", "Colin Peart ruled out a strike at the yard.", "name-conflict"),
    ("age", "Ruth Hallam, 53, followed her father.", "figure-conflict"),
    ("role", "Priya Nair, the union's regional organiser, said little.", "name-conflict"),
    ("in-a-link", "The Kerrow yard employs [460 people](https://example.org/a_b).", "figure-conflict"),
]
SOUND = [
    ("same", "The Kerrow yard employs 640 people."),
    ("about", "The Kerrow yard employs more than 600 people."),
    ("worked-out", "The Kerrow yard employs 640 people, 545 of whom are no apprentices."),
    ("pronoun", "Ruth Hallam is the chief executive. She has run the yard since May 2021."),
    ("elsewhere", "The bakery in Corn Street employs 12 people."),
    ("quotation", "“We are … fighting for our lives,” said Ruth Hallam."),
    ("question", "Does the Kerrow yard employ 460 people?"),
    ("opinion", "The Kerrow yard should employ 460 people."),
    ("other-words", "Whoever has the £49 pass pays £4 less on the boat to Skelby until 15 October."),
    ("double", "Trials of 22 weeks, twice what the managers wanted, are usual."),
    ("age", "Ruth Hallam, who is 43, followed her father."),
    ("next-birthday", "Ruth Hallam, 44, followed her father."),
    ("role", "Colin Peart, the regional organiser of the union, said little."),
    ("other-role", "Priya Nair, the analyst, said little."),
    ("no-other", "The yard has built the most ferries on the coast."),
    ("other-year", "The government lent the yard £12m in 2016."),
]


def test_the_passage_of_a_sentence_that_is_not_alarmed_is_at_hand(prove: PROVE) -> None:
    found = {
        text: prove(text).sentences[0].met
        for text in ("The yard pass costs £49 until 15 October.", "The bakery has 12 ovens.")
    }
    told, untold = found.values()
    assert told is not None and "£49" in told.text
    assert untold is None


@pytest.mark.parametrize(("text", "code"), [pytest.param(*row[1:], id=row[0]) for row in WRONG])
def test_what_the_source_gainsays(text: str, code: str, prove: PROVE) -> None:
    assert code in [alert.code for alert in prove(text).alerts]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in SOUND])
def test_what_it_does_not(text: str, prove: PROVE) -> None:
    assert grave(prove(text)) == []


def test_a_fact_without_a_source_is_a_notice(prove: PROVE) -> None:
    (alert,) = prove("Nine cranes from Gdansk arrived on Friday.").alerts[:1]
    assert (alert.severity, alert.code) == ("notice", "unsupported")


def test_the_draft_is_never_its_own_source(prove: PROVE, tmp_path: Path) -> None:
    text = "The harbour of Skelby has 34 berths for yachts."
    (tmp_path / "draft.md").write_text(text, "utf-8")
    with Library(tmp_path / "claims.db") as library:
        library.index([tmp_path / "draft.md"], now=NOW)
    assert [alert.code for alert in prove(text).alerts if alert.code == "unsupported"]


# --- places -----------------------------------------------------------------------------------------------

VISIBLE = [
    ("emphasis", "The **640** people and _that_ `yard`", "The 640 people and that yard"),
    ("link", "The [yard](https://a.org/b_(c)) is old", "The yard is old"),
    ("image", "![the yard](yard.png) It is old", "It is old"),
    ("comment", "It is <!-- factcheck: ignore --> old", "It is old"),
    ("footnote", "It is old[^1] and big", "It is old and big"),
    ("heading", "## It is old ##", "It is old"),
    ("snake-case", "the file a_b_c is 5 * 6 * 7", "the file a_b_c is 5 * 6 * 7"),
    ("escaped", r"It costs \*640\*", "It costs *640*"),
    ("quote-over-lines", "> It is\n> old", "It is old"),
    ("line-ends", "It is\r\n  old", "It is old"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in VISIBLE])
def test_what_a_reader_sees(text: str, expected: str) -> None:
    assert visible(text, Block(0, len(text))).text == expected


def test_lines_and_columns_count_code_points_of_the_file(prove: PROVE) -> None:
    proof = prove("---\ntitle: é\n---\r\n\r\n😀 It is so. The Kerrow yard\r\nemploys **460** people.\r\n")
    (alert,) = [alert for alert in proof.alerts if alert.code == "figure-conflict"]
    assert (alert.line, alert.column, alert.end_line, alert.end_column) == (6, 11, 6, 14)


def test_only_some_lines(prove: PROVE) -> None:
    text = "The Kerrow yard employs 460 people.\n\nThe government lent the yard £15bn in 2020.\n"
    assert grave(prove(text, lines={3})) == ["scale-slip"]
    assert grave(prove(text, lines=set())) == []


def test_progress_is_told(prove: PROVE) -> None:
    told: list[tuple[int, int]] = []
    prove("It is so.\n\nIt was so.", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


# --- silencing --------------------------------------------------------------------------------------------

WRONG_SENTENCE = "The Kerrow yard employs 460 people."
IGNORED = [
    ("behind", f"{WRONG_SENTENCE} <!-- factcheck: ignore figure-conflict -->", []),
    ("above", f"<!-- factcheck: ignore figure-conflict -->\n{WRONG_SENTENCE}", []),
    ("all-codes", f"{WRONG_SENTENCE} <!-- factcheck: ignore -->", []),
    ("two-codes", f"{WRONG_SENTENCE} <!-- factcheck: ignore quote-altered, figure-conflict -->", []),
    ("other-code", f"{WRONG_SENTENCE} <!-- factcheck: ignore quote-altered -->", ["figure-conflict", "unused-ignore"]),
    (
        "other-sentence",
        f"It is so. <!-- factcheck: ignore -->\n\n{WRONG_SENTENCE}",
        ["unused-ignore", "figure-conflict"],
    ),
    ("unknown-code", "The yard is old. <!-- factcheck: ignore no-such -->", ["unused-ignore"]),
]


@pytest.mark.parametrize(("text", "codes"), [pytest.param(*row[1:], id=row[0]) for row in IGNORED])
def test_ignore_comments(text: str, codes: list[str], prove: PROVE) -> None:
    found = [alert.code for alert in prove(text).alerts if alert.code not in ("unsupported", "name-unknown")]
    assert found == codes


# --- the command line ---------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.md").write_text(SOURCE, "utf-8")
    (tmp_path / "draft.md").write_text(f"{WRONG_SENTENCE}\n\nThe new crane cost £1.9m.\n", "utf-8")
    assert run("index", "source.md").exit_code == 0
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> object:
    return CliRunner().invoke(program(), list(arguments), input=stdin)


def test_the_exit_status_follows_the_severity(desk: Path) -> None:
    assert run("proofread", "draft.md").exit_code == 1
    assert run("proofread", "draft.md", "--fail-on", "never").exit_code == 0
    (desk / "good.md").write_text("The new crane cost £1.9m.\n", "utf-8")
    assert run("proofread", "good.md", "--fail-on", "warning").exit_code == 0
    assert run("proofread", "missing.md").exit_code == 2
    assert run("proofread", "draft.md", "--format", "docx").exit_code == 2
    assert run("proofread", "draft.md", "--changed-since", "-x").exit_code == 2


def test_json_is_one_line_a_draft(desk: Path) -> None:
    lines = run("proofread", "draft.md", "draft.md", "--json").stdout.splitlines()
    assert [json.loads(line)["draft"] for line in lines] == ["draft.md", "draft.md"]


def test_standard_input(desk: Path) -> None:
    found = run("proofread", "-", "--stdin-name", "wire.txt", stdin=WRONG_SENTENCE)
    assert found.stdout.startswith("wire.txt:1:25: error figure-conflict 460: ")


def test_severities_can_be_left_out(desk: Path) -> None:
    assert run("proofread", "draft.md", "--min-severity", "error").stdout.count("\n") == 1


def test_without_sources_no_database_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("They met on Monday, 12 March 2024.\n", "utf-8")
    found = run("proofread", "--no-sources", "--fail-on", "warning", "draft.md")
    assert found.exit_code == 1
    assert "draft.md:1:13: warning weekday-wrong" in found.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_only_what_changed_since_a_revision(desk: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *names, *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "draft.md")
    git("commit", "--quiet", "-m", "first")
    assert run("proofread", "draft.md", "--changed-since", "HEAD").exit_code == 0
    text = (desk / "draft.md").read_text("utf-8")
    (desk / "draft.md").write_text(text + "\nThe government lent the yard £15bn in 2020.\n", "utf-8")
    found = run("proofread", "draft.md", "--changed-since", "HEAD", "--min-severity", "error")
    assert found.stdout.startswith("draft.md:5:")
    assert found.stdout.count("\n") == 1
    assert run("proofread", "draft.md", "--changed-since", "no-such").exit_code == 2


@pytest.mark.parametrize(
    ("earlier", "now", "changed"),
    [
        (b"a\nb\n", b"a\nb\n", set()),
        (b"a\nb\nc\n", b"a\nx\nc\ny\n", {2, 4}),
        (b"a\nb\nc\n", b"a\nc\n", set()),
        (b"b\n", b"a\nb\n", {1}),
        (b"", b"a\nb", {1, 2}),
        (b"a\r\nb\r\n", b"a\nb\n", set()),
    ],
    ids=["same", "changed and added", "removed", "put before", "new", "line ends"],
)
def test_the_lines_that_changed(earlier: bytes, now: bytes, changed: set[int]) -> None:
    assert changed_lines(earlier, now) == changed


# --- quality ------------------------------------------------------------------------------------------------

# What `python -m benchmarks.proofread` prints; a change may raise the floor, and lowers it with a reason only.
FOUND, ALARMED = 54, 7


def test_the_planted_errors_are_found_and_the_sound_sentences_are_left_alone() -> None:
    from benchmarks.proofread import measure

    score = measure()
    assert sum(score.planted.values()) == 60
    assert score.sound == 140
    assert sum(score.found.values()) >= FOUND, "\n".join(score.notes)
    assert score.alarmed <= ALARMED, "\n".join(score.notes)
