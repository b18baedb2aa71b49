"""The ledger of sign-offs: whose they are, what they outlast, and when they lapse."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck import Library
from factcheck.models import Alert, SignOff
from factcheck.proofread.ledger import Ledger, fingerprint, of_draft, sign_off, sign_sentence
from factcheck.store import Store, schema

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SENTENCE = "The Kerrow yard employs 460 people."
SOURCE = "# Kerrow\n\nThe Kerrow yard employs 640 people, of whom 95 are apprentices.\n\nThe new crane cost £1.9m.\n"


def alert_about(sentence: str, passage: str = "The yard employs 640 people.", code: str = "figure-conflict") -> Alert:
    return Alert(3, 1, 3, 9, "error", code, "460: the source says 640", sentence, passage=passage)


def ledger(*items: SignOff, sentences: tuple[str, ...] = (SENTENCE,)) -> Ledger:
    return Ledger(items, frozenset(map(fingerprint, sentences)))


SIGNED = sign_off(alert_about(SENTENCE), "texts/draft.md", "Ann Lee", "by phone", NOW)

# sentence, passage, code -> the sign-off that holds, or how it lapsed
HOLDS = [
    ("same", SENTENCE, "The yard employs 640 people.", "figure-conflict", "Ann Lee, 2026-01-01: by phone", None),
    ("spaces", f"  {SENTENCE.upper()}", "The yard employs 640 people.", "figure-conflict", "Ann Lee, 2026", None),
    ("other-code", SENTENCE, "The yard employs 640 people.", "scale-slip", None, None),
    ("passage", SENTENCE, "The yard employs 650 people.", "figure-conflict", None, "source passage has changed"),
    (
        "sentence",
        SENTENCE.replace("460", "461"),
        "The yard employs 640 people.",
        "figure-conflict",
        None,
        "sentence has",
    ),
    ("another", "Divers found the wreck on Tuesday.", "The yard employs 640 people.", "figure-conflict", None, None),
]


@pytest.mark.parametrize(
    ("sentence", "passage", "code", "holds", "lapses"), [pytest.param(*row[1:], id=row[0]) for row in HOLDS]
)
def test_what_a_sign_off_holds_for(
    sentence: str, passage: str, code: str, holds: str | None, lapses: str | None
) -> None:
    alert = ledger(SIGNED, sentences=(sentence,)).signed(alert_about(sentence, passage, code))
    assert (alert.signed_off or "").startswith(holds or "") and (alert.signed_off is None) == (holds is None)
    assert (lapses or "") in (alert.lapsed or "") and (alert.lapsed is None) == (lapses is None)


def test_a_query_silences_nothing() -> None:
    query = sign_sentence(SENTENCE, 3, "draft.md", "Ann Lee", "ask the yard", NOW, state="query")
    book = ledger(query)
    assert book.signed(alert_about(SENTENCE)).signed_off is None
    looked = book.looked_at(SENTENCE)
    assert looked is not None and (looked.state, looked.note) == ("query", "ask the yard")


def test_a_word_on_a_sentence_holds_while_its_passage_is_found() -> None:
    book = ledger(sign_sentence(SENTENCE, 3, "draft.md", "Ann Lee", "", NOW, passage="The yard employs 640 people."))
    assert book.looked_at(SENTENCE, ["Another passage.", "The yard employs 640 people."]) is not None
    assert book.looked_at(SENTENCE, ["The yard employs 650 people."]) is None


OTHER = fingerprint("Something else.")
# path of the sign-off, path of the draft, whether its sentence stands there, what lies elsewhere -> is it the draft's?
WHOSE = [
    ("here", "a/draft.md", "a/draft.md", False, ["a/draft.md"], True),
    ("one-name-two-folders", "a/draft.md", "b/draft.md", True, ["a/draft.md", "b/draft.md"], False),
    ("moved", "a/draft.md", "b/draft.md", True, ["b/draft.md"], True),
    ("renamed", "draft.md", "final.md", True, ["final.md"], True),
    ("another-draft", "a/draft.md", "b/draft.md", False, ["b/draft.md"], False),
    ("before-paths-were-kept", "", "b/draft.md", True, ["b/draft.md"], True),
    ("before-another-name", "", "b/other.md", True, ["b/other.md"], False),
]


@pytest.mark.parametrize(
    ("signed_at", "draft", "stands", "files", "owned"), [pytest.param(*row[1:], id=row[0]) for row in WHOSE]
)
def test_whose_a_sign_off_is(signed_at: str, draft: str, stands: bool, files: list[str], owned: bool) -> None:
    item = SignOff("draft.md", "", fingerprint(SENTENCE), "", "Ann Lee", "", NOW, path=signed_at)
    sentences = {fingerprint(SENTENCE) if stands else OTHER}
    assert of_draft([item], draft, sentences, files.__contains__) == ([item] if owned else [])


def test_the_table_of_an_older_database_gets_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:2])
        Store(path, create=True).close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(
                "INSERT INTO signoffs (draft, code, sentence, passage, by, note, at, line) "
                "VALUES ('draft.md', 'figure-conflict', 'a', '', 'Ann Lee', '', '2026-01-01T00:00:00', 3)"
            )
    with closing(Store(path)) as store:
        (item,) = store.signoffs()
    assert (item.number, item.draft, item.path, item.state, item.withdrawn) == (1, "draft.md", "", "agreed", None)


def test_the_ledger_is_kept(tmp_path: Path) -> None:
    with Library(tmp_path / "claims.db", create=True) as library:
        library.sign_off([SIGNED])
        (item,) = library.signoffs()
        assert (item.path, item.by, item.note, item.at, item.number) == (
            "texts/draft.md",
            "Ann Lee",
            "by phone",
            NOW,
            1,
        )
        library.withdraw_signoff(1, NOW)
        assert [taken.withdrawn for taken in library.signoffs()] == [NOW]
        assert of_draft(library.signoffs(), "texts/draft.md", (), lambda path: True) == []


# --- the command line -------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., object]) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "draft.md").write_text(f"{SENTENCE}\n\nThe new crane cost £1.9m.\n", "utf-8")
    (tmp_path / "source.md").write_text(SOURCE, "utf-8")
    assert run("index", "source.md").status == 0  # type: ignore[attr-defined]
    assert run("signoff", "a/draft.md:1", "--by", "Ann Lee", "--note", "by phone").status == 0  # type: ignore[attr-defined]
    return tmp_path


def test_signing_off_silences_one_alert(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    assert run("signoff", "a/draft.md:1").status == 2
    assert run("signoff", "a/draft.md:3", "--by", "Ann Lee").status == 2
    assert run("signoff").status == 2
    assert run("proofread", "a/draft.md").status == 0
    (alert,) = json.loads(run("proofread", "a/draft.md", "--json").out)["alerts"]
    assert alert["signed_off"].startswith("Ann Lee, ")
    assert run("proofread", "b/draft.md").status == 1


def test_a_column_signs_one_alert_of_a_line_off(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    (desk / "b/draft.md").write_text(f"{SENTENCE} They met on Monday, 12 March 2024.\n", "utf-8")
    alerts = json.loads(run("proofread", "b/draft.md", "--json").out)["alerts"]
    weekday = next(alert for alert in alerts if alert["code"] == "weekday-wrong")
    assert len(alerts) > 1
    assert run("signoff", f"b/draft.md:1:{weekday['column'] + 1}", "--by", "Ann Lee").status == 2
    assert run("signoff", f"b/draft.md:1:{weekday['column']}", "--by", "Ann Lee").status == 0
    left = json.loads(run("proofread", "b/draft.md", "--json").out)["alerts"]
    assert [alert["code"] for alert in left if alert["signed_off"]] == ["weekday-wrong"]


def test_a_changed_sentence_is_said(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    (desk / "a/draft.md").write_text("Hello.\n\nThe Kerrow yard employs 461 people.\n", "utf-8")
    found = run("proofread", "a/draft.md")
    assert found.status == 1
    assert found.out.rstrip().endswith("; the sentence has changed since]")
    assert "lapsed: the sentence has changed" in run("signoff", "--list", "a/draft.md").out


def test_a_changed_source_is_said(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    (desk / "source.md").write_text(SOURCE.replace("640", "650"), "utf-8")
    assert run("index", "source.md").status == 0
    found = run("proofread", "a/draft.md")
    assert found.status == 1
    assert found.out.rstrip().endswith("; the source passage has changed since]")
    assert "lapsed: the source passage has changed" in run("signoff", "a/draft.md").out


def test_a_moved_draft_keeps_its_sign_offs(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    (desk / "a/draft.md").rename(desk / "final.md")
    assert run("proofread", "final.md").status == 0
    (row,) = map(json.loads, run("signoff", "--list", "final.md", "--json").out.splitlines())
    assert (row["path"], row["standing"]) == ("a/draft.md", "the draft is no longer there")
    (desk / "final.md").write_text(f"{SENTENCE}\n\nThe new crane cost £1.5m.\n", "utf-8")
    assert run("signoff", "final.md:3", "--by", "Bo Ek").status == 0
    rows = list(map(json.loads, run("signoff", "--list", "--json").out.splitlines()))
    assert [(row["path"], row["by"], row["holds"]) for row in rows] == [
        ("final.md", "Ann Lee", True),
        ("final.md", "Bo Ek", True),
    ]


def test_a_sign_off_can_be_taken_back(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    assert run("signoff", "--remove", "7").status == 2
    assert run("signoff", "--remove", "1").status == 0
    assert run("signoff", "--remove", "1").status == 2
    assert run("proofread", "a/draft.md").status == 1
    assert "taken back on " in run("signoff", "--list").out


def test_the_list_of_nothing(desk: Path, run: Callable) -> None:  # type: ignore[type-arg]
    assert run("signoff", "--list", "b/draft.md").out == "Nothing has been signed off.\n"


def test_a_sign_off_of_an_ignore_comment_holds(run: Callable[..., Any], database: Path, folder: Path) -> None:
    """A comment that silences nothing is no sentence, but what was signed off is still in the draft."""
    Path("draft.md").write_text("It rained. <!-- factcheck: ignore figure-conflict -->\n", "utf-8")
    assert run("signoff", "draft.md:1", "--code", "unused-ignore", "--by", "Ann Lee").status == 0
    assert "holds" in run("signoff", "--list").out
    Path("draft.md").write_text("It rained.\n", "utf-8")
    assert "lapsed: the sentence has changed" in run("signoff", "--list").out
