"""Reading as the commands do it: one bad file costs that file, what could not be read is said, the rest goes on."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import ingest_files as make
import pytest
from conftest import Result

from factcheck.ingest import worker

Run = Callable[..., Result]

WALL = "The wall along the river cost £45 million and took 18 months."
WORD = make.docx(make.word_paragraph(WALL))

# A reader that hangs on, or dies of, files whose bytes hold these words, and reads all others.
TREACHEROUS = (
    "import factcheck.ingest.worker as w, os, time; read = w.read_data\n"
    "def tried(name, data, *rest, **more):\n"
    "    os.abort() if b'DIE' in data else time.sleep(60) if b'HANG' in data else None\n"
    "    return read(name, data, *rest, **more)\n"
    "w.read_data = tried; w.serve()"
)
posix = pytest.mark.skipif(os.name != "posix", reason="needs processes as POSIX has them")


@pytest.fixture
def treacherous(monkeypatch: pytest.MonkeyPatch) -> None:
    before = worker._START.partition("from factcheck")[0]
    monkeypatch.setattr(worker, "_START", before + f"exec({TREACHEROUS!r})")
    monkeypatch.setattr(worker.Reader, "__init__", lambda self: vars(self).update(_seconds=2.0, _process=None))


def write_files(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a-dies.rtf").write_bytes(b"{\\rtf1 DIE}")
    (folder / "in" / "b-hangs.rtf").write_bytes(b"{\\rtf1 HANG}")
    (folder / "in" / "c.docx").write_bytes(WORD)
    (folder / "in" / "d.jpg").write_bytes(b"\xff\xd8\xff")


@posix
def test_a_file_that_kills_its_reader_costs_that_file_while_indexing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treacherous: None
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    result = run("index", "in", "--db", "c.db", "--json")
    report = json.loads(result.out)
    assert (result.status, report["new"], report["unsupported"]) == (0, ["in/c.docx"], ["in/d.jpg"])
    assert [skipped["reason"] for skipped in report["skipped"]] == [
        "in/a-dies.rtf made its reader crash, and is left out",
        "in/b-hangs.rtf took longer than 2 seconds to read, and is left out",
    ]


@posix
def test_a_file_that_kills_its_reader_costs_that_file_while_listing_figures(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treacherous: None
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    result = run("figures", "in", "--csv")
    assert result.status == 0
    assert [line.partition(",")[0] for line in result.out.splitlines()] == ["text", "£45 million", "18 months"]
    assert result.err.splitlines() == [
        "not read: in/a-dies.rtf: in/a-dies.rtf made its reader crash, and is left out",
        "not read: in/b-hangs.rtf: in/b-hangs.rtf took longer than 2 seconds to read, and is left out",
        "not read: 1 file of types that cannot be read (.jpg)",
    ]


@posix
def test_a_named_file_that_cannot_be_read_is_an_error_after_the_rest(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treacherous: None
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    result = run("figures", "in/a-dies.rtf", "in/c.docx", "none.txt", "--csv")
    assert (result.status, len(result.out.splitlines())) == (2, 3)
    assert "2 paths could not be read: in/a-dies.rtf, none.txt" in result.err


@posix
def test_standard_input_is_read_apart_too(run: Run, treacherous: None) -> None:
    assert "crash" in run("figures", "-", stdin=b"{\\rtf1 DIE}").err
    assert "£45 million" in run("figures", "-", stdin=WORD).out


@posix
def test_a_draft_is_read_apart_and_the_others_are_proofread(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treacherous: None
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    (tmp_path / "draft.md").write_text("The sum of 20 and 30 is 50.\n")
    assert "a-dies.rtf made its reader crash" in run("proofread", "--no-sources", "in/a-dies.rtf").err
    result = run("proofread", "--no-sources", "--json", "in/a-dies.rtf", "draft.md")
    assert (result.status, json.loads(result.out)["draft"]) == (2, "draft.md")
    assert "a-dies.rtf made its reader crash" in json.loads(result.err)["error"]["message"]


def test_what_cannot_be_read_inside_an_archive_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    packed = make.zipped({"a.txt": WALL, "b.docx": WORD[:-40], "../c.txt": WALL})
    (tmp_path / "all.zip").write_bytes(packed)
    named = [
        "not read: all.zip!/../c.txt: its path leads out of the archive",
        "not read: all.zip!/b.docx: all.zip!/b.docx is damaged: File is not a zip file",
    ]
    assert run("figures", "all.zip").err.splitlines() == named
    report = json.loads(run("index", "all.zip", "--db", "c.db", "--json").out)
    assert [f"not read: {skipped['path']}: {skipped['reason']}" for skipped in report["skipped"]] == named


@pytest.mark.parametrize("few", [True, False], ids=["few", "many"])
def test_what_a_rule_leaves_out_is_named_or_counted(
    few: bool, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(WALL)
    names = [f"in/old-{number}.txt" for number in range(2 if few else 40)]
    for name in names:
        (tmp_path / name).write_text(WALL)
    told = run("index", "in", "--exclude", "old-*", "--db", "c.db").out.splitlines()
    lines = [f"skipped: {name} is left out by --exclude" for name in names]
    assert told[2:] == (lines if few else ["Left out 40 paths by --exclude."])
    report = json.loads(run("index", "in", "--exclude", "old-*", "--db", "c.db", "--json").out)
    assert sorted(skipped["path"] for skipped in report["skipped"]) == sorted(names)


def test_a_file_of_several_documents_says_how_many(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": f"{WALL} {n}"}) + "\n" for n in range(3)))
    assert "Added 6 sentences and 9 figures in 3 documents." in run("index", "a.jsonl", "--db", "c.db").out
    assert json.loads(run("index", "a.jsonl", "--db", "d.db", "--json").out)["documents"] == 3


@pytest.mark.parametrize("path", ["broken.pdf", ".", "none", "-"], ids=["file", "folder", "missing", "standard input"])
def test_nothing_that_could_be_read_makes_no_database(
    path: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nno more than this\n%%EOF\n")
    result = run("index", path)
    assert (result.status, [each.name for each in tmp_path.iterdir()]) == (2, ["broken.pdf"])
    assert result.err.startswith("no database was made: nothing could be read\n")
    (tmp_path / "good.txt").write_text(WALL)
    assert run("index", path, "good.txt").err.startswith("new database: claims.db\n")
    assert run("check", "The wall cost £45 million", "--json").out.startswith('{"claim"')


def test_a_database_that_could_not_be_made_is_told_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    result = run("index", "none.txt", "--db", str(tmp_path / "nowhere" / "c.db"))
    assert result.status == 2
    assert "cannot be opened" in result.err and "check that its folder exists" in result.err
    assert "none.txt" not in result.out + result.err


# --- the options of reading ---------------------------------------------------------------------------------

RECORDS = json.dumps({"headline": "Wall", "story": {"full": WALL}, "day": "2024-12-18", "by": "Ann Lee"}) + "\n"
NAMED = "text=story.full, title=headline, date=day, author=by"


def indexed(run: Run, *arguments: str) -> tuple[list[str], list[str]]:
    """Index a file of records; return which files were new or changed, and the titles that there are then."""
    report = json.loads(run("index", "a.jsonl", "--json", *arguments).out)
    return report["new"] + report["changed"], [
        json.loads(line)["title"] for line in run("sources", "--json").out.splitlines()
    ]


def test_fields_that_were_named_are_kept_until_others_are(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = {"text": WALL, "head": "One", "kicker": "Two", "outlet": "The Test", "title": "Three"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n")
    assert indexed(run) == (["a.jsonl"], ["Three"])
    assert indexed(run, "--fields", "title=head,publisher=kicker") == (["a.jsonl"], ["One"])
    assert json.loads(run("sources", "show", "1", "--json").out)["publisher"] == "Two"
    assert indexed(run, "--fields", "publisher=kicker, title=head") == ([], ["One"])
    assert indexed(run) == ([], ["One"])
    (tmp_path / "a.jsonl").write_text(json.dumps(record | {"head": "Four"}) + "\n")
    assert indexed(run) == (["a.jsonl"], ["Four"])
    assert indexed(run, "--fields", "title=kicker") == (["a.jsonl"], ["Two"])
    assert indexed(run, "--force") == (["a.jsonl"], ["Two"])


def test_fields_say_nothing_about_other_files(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WALL)
    run("index", "a.txt")
    assert json.loads(run("index", "a.txt", "--fields", "text=body", "--json").out)["unchanged"] == ["a.txt"]


def test_fields_of_json_lines_are_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text(RECORDS)
    assert "none of its fields (headline, story, day, by) is known to hold the text" in run("figures", "a.jsonl").err
    assert "£45 million" in run("figures", "a.jsonl", "--fields", NAMED).out
    assert run("index", "a.jsonl", "--fields", NAMED, "--publisher", "The Test", "--db", "c.db").status == 0
    shown = json.loads(run("sources", "show", "1", "--json", "--db", "c.db").out)
    assert (shown["title"], shown["author"], shown["published"]) == ("Wall", "Ann Lee", "2024-12-18")
    assert (shown["published_from"], shown["publisher"]) == ("record", "The Test")


@pytest.mark.parametrize("fields", ["body", "text", "text=", "corpus=body", "text=a,=b"])
def test_fields_that_name_nothing_are_a_mistake(fields: str, run: Run) -> None:
    result = run("figures", "a.jsonl", "--fields", fields)
    assert result.status == 2
    assert "names no field" in result.err and "NAME=FIELD" in result.err


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("index", ("--fields", "--timeout", "--max-size", "--allow-private")),
        ("figures", ("--fields", "--timeout", "--max-size", "--allow-private")),
        ("proofread", ("--timeout", "--max-size", "--allow-private")),
    ],
)
def test_the_help_names_the_options_of_reading(command: str, options: tuple[str, ...], run: Run) -> None:
    out = run(command, "--help").out
    assert [option for option in options if option not in out] == []


# --- sources set apart --------------------------------------------------------------------------------------

GERMAN = (
    "Stadtwerke senken den Preis\n\nDie Stadtwerke senken zum 1. Januar den Preis um 12 Prozent. Ein Haushalt spart"
    " damit rund 214 Euro im Jahr, wie das Unternehmen mitteilte. Der Strompreis bleibt in diesem Jahr bei 31 Cent.\n"
)


def unwrapped(result: Result) -> str:
    return " ".join(result.out.split())


def test_another_language_is_said_wherever_its_figures_are_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "preis.txt").write_text(GERMAN)
    note = "the text is German: figures and dates are read with English rules"
    assert note in unwrapped(run("index", "preis.txt", "--db", "c.db"))
    assert "Language German" in (shown := unwrapped(run("sources", "show", "1", "--db", "c.db"))) and note in shown
    for paths in ([], ["preis.txt"]):
        heads = [line for line in run("figures", *paths, "--db", "c.db").out.splitlines() if line.startswith("preis")]
        assert heads and all(line.endswith(" · in German, read with English rules") for line in heads)
        rows = map(json.loads, run("figures", *paths, "--db", "c.db", "--json").out.splitlines())
        assert {row["source"]["language"] for row in rows} == {"de"}
        assert ",de,,1.0\n" in run("figures", *paths, "--db", "c.db", "--csv").out
    claim = ("check", "Die Stadtwerke senken den Preis um 12 Prozent", "--db", "c.db", "--no-record", "--all")
    assert "in German" in run(*claim).out
    assert json.loads(run(*claim, "--json").out)["passages"][0]["source"]["language"] == "de"


def test_label_and_weight_stand_beside_every_passage(run: Run, database: Path) -> None:
    assert run("sources", "set", "ferry", "--label", "official", "--weight", "2").status == 0
    claim = "The ferry to Holm had 312 passengers on board"
    mark = "[official, weight 2]"
    assert mark in run("check", claim, "--no-record").out
    assert mark in run("search", "ferry passengers").out
    assert mark in run("sources").out
    assert mark in run("figures", "--source", "ferry").out
    assert ",official,2.0" in run("check", claim, "--no-record", "--csv").out
    assert ",official,2.0" in run("search", "ferry passengers", "--csv").out
    source = json.loads(run("check", claim, "--no-record", "--json").out)["passages"][0]["source"]
    assert (source["label"], source["weight"]) == ("official", 2.0)
    assert run("report", claim).out.count("\\[official, weight 2\\]") == 3  # at the passage, its note, the list
    assert run("report", claim, "--format", "html").out.count(mark) == 2
    (database.parent / "draft.md").write_text("The ferry to Holm had 500 passengers on board.\n")
    assert mark in run("proofread", "draft.md", "--format", "html").out
    run("proofread", "draft.md", "--format", "docx", "-o", "proof.docx")
    with zipfile.ZipFile("proof.docx") as package:
        assert mark in package.read("word/footnotes.xml").decode()


@pytest.mark.parametrize(
    ("weights", "first", "verdict"),
    [((1, 1), "", "mixed"), ((1, 3), "b.txt", "conflicting"), ((3, 1), "a.txt", "supported")],
    ids=["even", "against", "for"],
)
def test_weight_breaks_ties(
    weights: tuple[int, int], first: str, verdict: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, count, weight in (("a.txt", 312, weights[0]), ("b.txt", 500, weights[1])):
        (tmp_path / name).write_text(f"The ferry to Holm sank with {count} passengers on board.\n")
        run("index", name, "--weight", str(weight), "--db", "c.db")
    claim = "The ferry to Holm sank with 312 passengers on board"
    found = json.loads(run("check", claim, "--db", "c.db", "--json", "--no-record").out)
    assert found["passages"][0]["source"]["path"].startswith(first)
    assert found["verdict"] == verdict
