"""The command line: standard output, standard error and the exit status of every command, and of bad input."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Result

from factcheck import __version__
from factcheck.store import connection, schema

Run = Callable[..., Result]

SUPPORTED = "The ferry to Holm had 312 passengers on board"
CONFLICTING = "The ferry to Holm had 500 passengers on board"
UNVERIFIED = "The queen opened a zoo in Lisbon"


def lines(result: Result) -> list[dict[str, Any]]:
    """Return the JSON objects of standard output, one a line."""
    assert result.status in (0, 1), result.err
    return [json.loads(line) for line in result.out.splitlines()]


def error(result: Result) -> dict[str, str]:
    """Return the one error that a run under --json told, its only output."""
    assert (result.status, result.out) == (2, "")
    (line,) = result.err.splitlines()
    told: dict[str, str] = json.loads(line)["error"]
    assert set(told) == {"message", "hint"}
    return told


# --- the program ------------------------------------------------------------------------------------------


def test_version(run: Run) -> None:
    assert run("--version").out == f"factcheck {__version__}\n"


def test_without_a_terminal_it_prints_its_help(run: Run) -> None:
    result = run()
    assert (result.status, result.err) == (0, "")
    assert "Usage: factcheck" in result.out


COMMANDS = ("index", "check", "figures", "report", "search", "sources", "history")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_with_an_example(command: str, run: Run) -> None:
    for option in ("--help", "-h"):
        result = run(command, option)
        assert (result.status, result.err) == (0, "")
        assert f"factcheck {command}" in result.out.split("Example")[1]
    assert all(name in run("--help").out for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek", "x"],
        ["check"],
        ["check", "--nonsense", "x"],
        ["check", "--limit", "0", "x"],
        ["check", "--limit", "many", "x"],
        ["check", "--fail-on", "sometimes", "x"],
        ["check", "--since", "yesterday-ish", "x"],
        ["check", "--since", "2024-13", "x"],
        ["check", "--claim-date", "0000", "x"],
        ["check", "--since", "2025", "--until", "2024", "x"],
        ["check", "--file", "claims.txt", "x"],
        ["check", "--file", "none.txt"],
        ["index"],
        ["index", "--published", "soon", "articles"],
        ["index", "--weight", "-1", "articles"],
        ["index", "--title", "One", "articles"],
        ["figures", "--kind", "moneys"],
        ["figures", "--min", "few"],
        ["figures", "--max", "nan"],
        ["figures", "none.txt"],
        ["search"],
        ["search", "?!"],
        ["sources", "show"],
        ["sources", "show", "99"],
        ["sources", "show", "articles"],
        ["sources", "set", "1"],
        ["sources", "remove", "1"],
        ["history", "clear"],
        ["report", "--format", "pdf"],
        ["report", "-o", "none/report.md", "x"],
        ["check", ""],
        ["check", "   "],
        ["check", "?!"],
        ["-5 degrees were measured"],
        ["check", "-5 degrees were measured"],
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_line_and_what_to_do(arguments: list[str], run: Run, database: Path) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    message, hint = result.err.splitlines()
    assert message.startswith("error: ") and len(message) > len("error: ")
    assert hint.startswith("hint: ")
    told = error(
        run(*arguments[:1], "--json", *arguments[1:]) if arguments[0] in COMMANDS else run("--json", *arguments)
    )
    assert told["message"] and told["hint"]


def test_debug_shows_the_trace(run: Run, folder: Path) -> None:
    from factcheck.errors import NoDatabaseError

    for arguments in (["--debug", "check", "x"], ["check", "x", "--debug"]):
        with pytest.raises(NoDatabaseError):
            run(*arguments)


# --- index ------------------------------------------------------------------------------------------------


def test_index_says_what_it_did(run: Run, folder: Path) -> None:
    result = run("index", "articles")
    assert result.status == 0
    assert "3 new" in result.out and "sentences" in result.out and "figures" in result.out
    assert result.err == "new database: claims.db\n"
    again = run("index", "articles")
    assert "3 unchanged" in again.out
    assert again.err == ""


def test_index_as_json(run: Run, folder: Path) -> None:
    (report,) = lines(run("index", "--json", "articles"))
    assert report["new"] == ["articles/bridge.txt", "articles/ferry.md", "articles/undated.txt"]
    assert report["sentences"] >= 6 and report["figures"] >= 5


def test_index_standard_input(run: Run, folder: Path) -> None:
    assert run("index", "-", "--title", "Telegram", stdin="The mayor paid 77 crowns.\n").status == 0
    (row,) = lines(run("sources", "--json"))
    assert row["title"] == "Telegram"


def test_a_named_path_that_cannot_be_read_is_an_error_after_the_rest_is_indexed(run: Run, folder: Path) -> None:
    result = run("index", "articles", "none.txt")
    assert result.status == 2
    assert "3 new, 1 skipped" in result.out and "none.txt" not in result.out  # the error tells it, once
    assert result.err.splitlines()[-2:] == ["error: none.txt cannot be read: it does not exist", "hint: check the path"]


@pytest.mark.parametrize("command", ["index", "figures"])
def test_an_empty_path_is_not_the_current_folder(command: str, run: Run, folder: Path) -> None:
    told = error(run(command, "articles/ferry.md", "", "--json")) if command == "index" else None
    result = run(command, "")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("error: a path is empty\n")
    assert told in (None, {"message": "a path is empty", "hint": "name a file or a folder; . is the folder you are in"})
    assert not (folder / "claims.db").exists()


def test_a_file_met_in_a_folder_and_then_named_is_told_once_and_an_error(run: Run, folder: Path) -> None:
    (folder / "articles" / "noise.txt").write_bytes(bytes(range(256)) * 40)
    result = run("index", "--json", "articles", "articles/noise.txt")
    assert result.status == 2
    assert [skipped["named"] for skipped in json.loads(result.out)["skipped"]] == [True]


def test_files_of_other_types_in_a_folder_change_nothing(run: Run, folder: Path) -> None:
    (folder / "articles" / "tool.xyz").write_bytes(b"\x00\x01\x02")
    assert run("index", "articles").status == 0


def test_a_folder_without_a_readable_file(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("index", "empty")
    assert result.status == 2
    assert "no file in this folder can be read" in result.err and "can be read" not in result.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("noise.txt", bytes(range(256)) * 40),
        ("empty.txt", b""),
        ("spaces.txt", b"  \n\n\t"),
    ],
)
def test_files_that_hold_no_text(name: str, content: bytes, run: Run, folder: Path) -> None:
    (folder / name).write_bytes(content)
    result = run("index", "articles", name)
    assert result.status == 2
    assert "3 new, 1 skipped" in result.out and name in result.err and name not in result.out


def test_invalid_utf8_is_read_with_a_note(run: Run, folder: Path) -> None:
    (folder / "old.txt").write_bytes("The café owner paid £4.5bn.\n".encode("cp1252"))
    result = run("index", "old.txt")
    assert result.status == 0
    assert "note:" in result.out and "windows-1252" in result.out
    assert [row["value"] for row in lines(run("figures", "--json"))] == [4.5e9]


def test_file_names_and_titles_cannot_steer_the_terminal(run: Run, folder: Path) -> None:
    name = "evil\x1b[31m\u202e.txt"
    try:
        (folder / name).write_text("Title \x1b]0;owned\x07\n\nThe \x1b[2Jferry sank with 9 men.\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    results = [
        run("index", name, "none\x1b[31m.txt"),
        run("check", "--no-record", "The ferry \x1b[31msank with 8 men", "--all"),
        run("figures"),
        run("sources"),
        run("search", "ferry \x1b[5m"),
        run("sources", "show", "1"),
        run("sources", "show", "\x1b[31m"),
        run("check", "--source", "\x1b[31m", "x"),
        run("nonsense\x1b[31m"),
        run("figures", "--kind", "\x1b[31m"),
    ]
    for result in results:
        assert not [c for c in result.out + result.err if (ord(c) < 32 and c != "\n") or c in "\x7f\x9b\u202e"]


# --- check ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "verdict"), [(SUPPORTED, "supported"), (CONFLICTING, "conflicting"), (UNVERIFIED, "unverified")]
)
def test_check(claim: str, verdict: str, run: Run, database: Path) -> None:
    result = run("check", claim)
    assert (result.status, result.err) == (0, "")
    assert verdict.upper() in result.out.splitlines()[0]
    (found,) = lines(run("check", "--json", claim))
    assert (found["claim"], found["verdict"]) == (claim, verdict)


def test_the_json_of_a_check_is_that_of_the_contract(run: Run, database: Path) -> None:
    (found,) = lines(run("check", "--json", CONFLICTING))
    assert {"claim", "verdict", "confidence", "figures", "passages"} <= set(found)
    (figure,) = found["figures"]
    assert found["claim"][figure["start"] : figure["end"]] == figure["text"] == "500"
    assert set(figure) >= set(
        "text start end kind value value_high unit per bound noun noun_phrase role doubt implied".split()
    )
    passage = found["passages"][0]
    assert set(passage) >= set("stance score decided_by text context matched source comparisons reasons".split())
    assert (passage["stance"], passage["decided_by"]) == ("conflicts", "figure")
    source = passage["source"]
    assert set(source) >= set("document path title author published url page line start end sha256".split())
    assert (source["path"], source["line"], source["published"]) == ("articles/ferry.md", 7, "2024-05-14")
    text = (database.parent / source["path"]).read_text("utf-8")
    assert text[source["start"] : source["end"]] == passage["text"]
    (comparison,) = passage["comparisons"]
    assert (comparison["relation"], comparison["difference"]) == ("different", -188)
    assert comparison["difference_percent"] == -37.6
    there = comparison["source_figure"]
    assert passage["text"][there["start"] : there["end"]] == there["text"] == "312"


def test_a_claim_without_quotation_marks(run: Run, database: Path) -> None:
    (found,) = lines(run("check", "--json", *SUPPORTED.split()))
    assert (found["claim"], found["verdict"]) == (SUPPORTED, "supported")


def test_a_claim_that_begins_with_a_hyphen(run: Run, database: Path) -> None:
    (found,) = lines(run("check", "--json", "--", "-5 degrees were measured in Holm"))
    assert found["claim"] == "-5 degrees were measured in Holm"
    assert "--" in run("check", "-5 degrees were measured in Holm").err


CLAIMS = f"# to check\n\n{SUPPORTED}\r\n  {CONFLICTING}  \n\n"


def test_claims_of_a_file(run: Run, database: Path, folder: Path) -> None:
    (folder / "claims.txt").write_text("\ufeff" + CLAIMS, encoding="utf-8", newline="")
    found = lines(run("check", "--json", "--file", "claims.txt"))
    assert [(each["claim"], each["verdict"]) for each in found] == [
        (SUPPORTED, "supported"),
        (CONFLICTING, "conflicting"),
    ]
    text = run("check", "--file", "claims.txt").out
    assert text.index("SUPPORTED") < text.index("\n\n") < text.index("CONFLICTING")
    records = list(csv.DictReader(io.StringIO(run("check", "--csv", "--file", "claims.txt").out)))
    assert [record["claim"] for record in records] == [SUPPORTED, CONFLICTING]


@pytest.mark.parametrize("arguments", [["-"], ["--file", "-"]])
def test_claims_of_standard_input(arguments: list[str], run: Run, database: Path) -> None:
    found = lines(run("check", "--json", *arguments, stdin=CLAIMS))
    assert [each["claim"] for each in found] == [SUPPORTED, CONFLICTING]


def test_one_bad_line_does_not_stop_the_others(run: Run, database: Path) -> None:
    result = run("check", "--json", "-", stdin=f"{SUPPORTED}\n?!\n{CONFLICTING}\n")
    assert result.status == 2
    assert [json.loads(line)["verdict"] for line in result.out.splitlines()] == ["supported", "conflicting"]
    assert json.loads(result.err)["error"]["message"].startswith("line 2: ")


def test_claims_of_an_empty_file(run: Run, database: Path) -> None:
    assert "no claim" in error(run("check", "--json", "-", stdin="# nothing\n\n"))["message"]


@pytest.mark.parametrize(
    ("threshold", "claim", "status"),
    [
        ("never", CONFLICTING, 0),
        ("conflicting", CONFLICTING, 1),
        ("conflicting", UNVERIFIED, 0),
        ("mixed", UNVERIFIED, 0),
        ("mixed", CONFLICTING, 1),
        ("unverified", UNVERIFIED, 1),
        ("unverified", SUPPORTED, 0),
    ],
)
def test_fail_on(threshold: str, claim: str, status: int, run: Run, database: Path) -> None:
    assert run("check", "--fail-on", threshold, claim).status == status
    assert run("check", "--fail-on", threshold, "-", stdin=f"{SUPPORTED}\n{claim}\n{SUPPORTED}\n").status == status


def test_filters_and_limit(run: Run, database: Path) -> None:
    (found,) = lines(run("check", "--json", "--since", "2024", "--until", "2024-05", "--limit", "1", SUPPORTED))
    assert [passage["source"]["path"] for passage in found["passages"]] == ["articles/ferry.md"]
    (found,) = lines(run("check", "--json", "--source", "bridge", SUPPORTED))
    assert found["verdict"] == "unverified"
    (found,) = lines(run("check", "--json", "--until", "14 May 2024", "--since", "2024-05-14", SUPPORTED))
    assert found["verdict"] == "supported"


def test_the_claim_date_is_what_this_year_is_read_against(run: Run, database: Path) -> None:
    (found,) = lines(run("check", "--json", "--claim-date", "2019-06-01", "The mill closed in January this year"))
    assert found["figures"][0]["value"] == "2019-01"


def test_neutral_passages_are_shown_on_request(run: Run, database: Path) -> None:
    claim = "Farmers in Northwick sold a castle"
    assert len(run("check", "--all", claim).out) > len(run("check", claim).out)


def test_checks_are_recorded_unless_not_wanted(run: Run, database: Path) -> None:
    run("check", "--no-record", CONFLICTING)
    assert lines(run("history", "--json")) == []
    run("check", SUPPORTED)
    assert [row["claim"] for row in lines(run("history", "--json"))] == [SUPPORTED]


def test_where_nothing_can_be_recorded_the_answer_is_given_all_the_same(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_SECONDS", 0.0)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("check", "-", stdin=f"{SUPPORTED}\n{CONFLICTING}\n")
    assert result.status == 0
    assert "SUPPORTED" in result.out and "CONFLICTING" in result.out
    assert result.err.startswith("not recorded: ") and len(result.err.splitlines()) == 1


# --- lists ------------------------------------------------------------------------------------------------


def test_figures(run: Run, database: Path) -> None:
    assert "312" in run("figures").out
    (money,) = lines(run("figures", "--json", "--kind", "money"))
    assert (money["text"], money["value"], money["unit"]) == ("£2.4 million", 2400000, "GBP")
    assert money["sentence"][money["start"] : money["end"]] == money["text"]
    assert money["source"]["path"] == "articles/ferry.md"
    assert [row["text"] for row in lines(run("figures", "--json", "--min", "2m", "--max", "£3m"))] == ["£2.4 million"]
    assert [row["text"] for row in lines(run("figures", "--json", "--min", "9,500", "--max", "9500"))] == ["9,500"]
    records = list(csv.DictReader(io.StringIO(run("figures", "--csv", "--source", "bridge", "--kind", "number").out)))
    assert [record["text"] for record in records] == ["9,500"]


def test_figures_of_files_need_no_database(run: Run, folder: Path) -> None:
    found = lines(run("figures", "--json", "articles/bridge.txt", "articles"))
    assert {row["source"]["path"] for row in found} == {
        f"articles/{name}" for name in ("bridge.txt", "ferry.md", "undated.txt")
    }
    assert [row["text"] for row in lines(run("figures", "--json", "-", stdin="It cost £3."))] == ["£3"]
    assert not (folder / "claims.db").exists()


def test_search(run: Run, database: Path) -> None:
    assert "wreck" in run("search", "divers", "wreck").out
    (found,) = lines(run("search", "--json", "--limit", "1", "diverz wreck"))
    assert [found["text"][start:end] for start, end in found["matched"]] == ["Divers", "wreck"]
    assert len(list(csv.DictReader(io.StringIO(run("search", "--csv", "ferry").out)))) >= 1
    assert run("search", "--json", "xylophone").out == ""


def test_sources(run: Run, database: Path) -> None:
    assert [row["path"] for row in lines(run("sources", "--json"))] == [
        "articles/bridge.txt",
        "articles/ferry.md",
        "articles/undated.txt",
    ]
    assert "Ferry to Holm sinks" in run("sources").out
    assert "Ann Lee" in run("sources", "show", "ferry").out
    (row,) = lines(run("sources", "show", "--json", "2"))
    assert row["title"] == "Ferry to Holm sinks"
    assert len(list(csv.DictReader(io.StringIO(run("sources", "--csv").out)))) == 3


def test_a_source_is_corrected(run: Run, database: Path) -> None:
    result = run("sources", "set", "undated", "--published", "2022-09-01", "--author", "Bo", "--weight", "2")
    assert result.status == 0 and "Bo" in result.out
    (row,) = lines(run("sources", "show", "--json", "undated"))
    assert (row["published"], row["author"], row["weight"]) == ("2022-09-01", "Bo", 2)
    run("sources", "set", "undated", "--published", "", "--author", "")
    (row,) = lines(run("sources", "show", "--json", "undated"))
    assert (row["published"], row["author"]) == (None, None)


def test_a_source_is_removed(run: Run, database: Path) -> None:
    result = run("sources", "remove", "2", "--yes")
    assert (result.status, result.out, result.err) == (0, "", "removed: articles/ferry.md\n")
    assert len(lines(run("sources", "--json"))) == 2


def test_options_before_and_behind_a_subcommand_name_the_database(run: Run, database: Path, folder: Path) -> None:
    other = folder / "other.db"
    database.rename(other)
    for arguments in (
        ["--db", "other.db", "sources", "show", "2"],
        ["sources", "--db", "other.db", "show", "2"],
        ["sources", "show", "2", "--db", "other.db"],
        ["--db", "none.db", "sources", "--db", "none.db", "show", "2", "--db", "other.db"],
        ["--db", "other.db", "search", "ferry"],
        ["--db", "other.db", "sources"],
    ):
        assert "Ferry" in run(*arguments).out
    assert run("sources").status == 2  # what was said in one run is forgotten in the next


def test_history(run: Run, database: Path) -> None:
    run("check", SUPPORTED)
    run("check", UNVERIFIED)
    assert SUPPORTED in run("history").out
    rows = lines(run("history", "--json", "--recheck"))
    assert [(row["verdict"], row["verdict_now"]) for row in rows] == [("supported",) * 2, ("unverified",) * 2]
    assert len(list(csv.DictReader(io.StringIO(run("history", "--csv").out)))) == 2
    result = run("history", "clear", "--yes")
    assert (result.status, result.err) == (0, "forgotten: 2 claims\n")
    assert lines(run("history", "--json")) == []


# --- report -----------------------------------------------------------------------------------------------


def test_report(run: Run, database: Path, folder: Path) -> None:
    arguments = ["report", "--date", "2025-04-01", "--title", "Ferry", SUPPORTED, CONFLICTING]
    first, second = run(*arguments), run(*arguments)
    assert (first.status, first.out) == (0, second.out)
    assert "# Ferry" in first.out and "1 April 2025" in first.out and "claims.db" in first.out
    assert run(*arguments, "-o", "report.md").out == ""
    assert (folder / "report.md").read_bytes().decode() == first.out


def test_report_of_what_was_recorded(run: Run, database: Path) -> None:
    run("check", "--claim-date", "2025-01-01", SUPPORTED)
    (found,) = lines(run("report", "--json"))
    assert [check["claim"] for check in found["checks"]] == [SUPPORTED]


def test_report_of_nothing(run: Run, database: Path) -> None:
    assert "none is recorded" in error(run("report", "--json"))["message"]


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_report_formats(form: str, run: Run, database: Path) -> None:
    result = run("report", "--format", form, "-", stdin=f"{SUPPORTED}\n{UNVERIFIED}\n")
    assert (result.status, result.err) == (0, "")
    assert "ferry" in result.out.lower()


# --- the database -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [["check", "x"], ["figures"], ["search", "x"], ["sources"], ["history"], ["report", "x"]]
)
def test_no_database_yet(command: list[str], run: Run, folder: Path) -> None:
    told = error(run(*command, "--json"))
    assert "there is no database" in told["message"]
    assert "factcheck index" in told["hint"]
    assert sorted(path.name for path in folder.iterdir()) == ["articles"]


def test_a_file_that_is_no_database(run: Run, folder: Path) -> None:
    told = error(run("check", "--json", "--db", "articles/bridge.txt", "x"))
    assert "is not a database" in told["message"]
    before = (folder / "articles" / "bridge.txt").read_bytes()
    assert run("index", "--db", "articles/bridge.txt", "articles").status == 2
    assert (folder / "articles" / "bridge.txt").read_bytes() == before


def test_a_newer_database(run: Run, database: Path) -> None:
    with closing(sqlite3.connect(database)) as changed:
        changed.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    assert "later version" in error(run("check", "--json", "x"))["message"]
    assert run("index", "articles").status == 2


def test_a_locked_database(run: Run, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE_SECONDS", 0.0)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for command in (["check", "x"], ["figures"], ["index", "articles"], ["sources", "remove", "1", "--yes"]):
            assert "another process" in error(run(*command, "--json"))["message"]


def test_the_database_is_looked_for_upwards(
    run: Run, database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "articles")
    assert len(lines(run("sources", "--json"))) == 3


def test_the_database_of_the_environment_and_of_the_flag(
    run: Run, database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("named.db", "flag.db"):
        run("index", "--db", name, "articles/bridge.txt" if name == "flag.db" else "articles/ferry.md")
    monkeypatch.setenv("FACTCHECK_DB", "named.db")
    assert [row["path"] for row in lines(run("sources", "--json"))] == ["articles/ferry.md"]
    assert [row["path"] for row in lines(run("sources", "--json", "--db", "flag.db"))] == ["articles/bridge.txt"]


@pytest.mark.parametrize(
    "paths",
    [["none"], ["empty"], ["empty", "none.txt"], ["unsupported"]],
    ids=["missing", "empty", "both", "no reader"],
)
def test_where_nothing_can_be_read_no_database_is_made(paths: list[str], run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "unsupported").mkdir()
    (folder / "unsupported" / "picture.xyz").write_bytes(b"\x00\x01")
    result = run("index", *paths, "--db", "new.db")
    assert (result.status, "new database" in result.err) == (2, False)
    assert all(path in result.err + result.out for path in paths)
    assert [path.name for path in folder.glob("new.db*")] == []
    assert run("index", *paths, "articles", "--db", "new.db").err.startswith("new database: new.db")
    assert len(lines(run("sources", "--json", "--db", "new.db"))) == 3
