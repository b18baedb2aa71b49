"""The library: sources in, answers out; nothing lost, nothing there twice, nothing half done."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import NOW, SOURCES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_store import check_whole

from factcheck import Library
from factcheck.errors import NoDatabaseError, SourceError, UsageError
from factcheck.library import figures_of_files
from factcheck.models import Check, Stance, Verdict


@pytest.fixture
def library(database: Path) -> Iterator[Library]:
    with Library(database) as opened:
        yield opened


# --- indexing ---------------------------------------------------------------------------------------------


def test_what_the_sources_say_of_themselves(library: Library) -> None:
    rows = {row.path: (row.title, row.author, row.published) for row in library.sources()}
    assert rows == {
        "articles/bridge.txt": ("Bridge at Aldermere reopens", None, date(2023, 6, 3)),
        "articles/ferry.md": ("Ferry to Holm sinks", "Ann Lee", date(2024, 5, 14)),
        "articles/undated.txt": ("The harvest in Northwick was poor", None, None),
    }


def test_without_a_time_it_is_not_known_when_a_source_was_indexed(folder: Path) -> None:
    with Library("a.db", create=True) as library:
        library.index(["articles/ferry.md"])
        assert [row.indexed for row in library.sources()] == [None]


@pytest.mark.parametrize("name", ["a b.db", "a%20b.db", "a#b.db", "Zoë's.db", "a&mode=ro.db"])
def test_a_database_may_have_any_name(name: str, folder: Path) -> None:
    for create in (True, False):
        with Library(name, create=create) as library:
            library.index(["articles"], now=NOW)
            assert len(library.sources()) == 3
    assert (folder / name).is_file()


def test_offsets_and_lines_lead_to_the_words(library: Library, folder: Path) -> None:
    passages = library.search("divers wreck harvested vehicles passengers")
    assert len(passages) >= 4
    for passage in passages:
        text = library.text(passage.source.document)
        assert text[passage.source.start : passage.source.end] == passage.text
        line = (folder / passage.source.path).read_text("utf-8").split("\n")[passage.source.line - 1]
        assert line.startswith(passage.text[:10]) or passage.text[:10] in line
    wreck = next(passage for passage in passages if "wreck" in passage.text)
    assert (wreck.source.line, wreck.source.heading) == (11, "The rescue")


def test_figures_are_rows(library: Library) -> None:
    found = {(row.figure.text, row.source.path.removeprefix("articles/")) for row in library.figures()}
    assert found >= {
        ("312", "ferry.md"),
        ("48 metres", "ferry.md"),
        ("9,500", "bridge.txt"),
        ("14 months", "bridge.txt"),
    }
    for row in library.figures():
        assert row.sentence_text[row.figure.start : row.figure.end] == row.figure.text


def test_indexing_twice_equals_indexing_once(library: Library) -> None:
    before = (library.sources(), list(library.figures()))
    report = library.index(["articles"], now=NOW.replace(year=2030))
    assert sorted(report.unchanged) == ["articles/bridge.txt", "articles/ferry.md", "articles/undated.txt"]
    assert not (report.new or report.changed or report.sentences or report.figures)
    assert (library.sources(), list(library.figures())) == before


def test_what_has_changed_is_replaced(library: Library, folder: Path) -> None:
    (folder / "articles" / "bridge.txt").write_text("Bridge at Aldermere shuts\n\nIt carried 8,000 vehicles a day.\n")
    report = library.index(["articles"], now=NOW)
    assert (report.changed, len(report.unchanged)) == (("articles/bridge.txt",), 2)
    assert [row.figure.text for row in library.figures(source="bridge")] == ["8,000"]
    assert len(library.sources()) == 3
    check_whole(library.path)


def test_force_reads_what_has_not_changed(library: Library) -> None:
    assert len(library.index(["articles"], now=NOW, force=True).changed) == 3
    assert len(library.sources()) == 3
    check_whole(library.path)


def test_gone_files_stay_unless_pruned(library: Library, folder: Path) -> None:
    (folder / "articles" / "ferry.md").unlink()
    assert not library.index(["articles"], now=NOW).removed
    assert library.index(["articles"], now=NOW, prune=True).removed == ("articles/ferry.md",)
    assert {row.path for row in library.sources()} == {"articles/bridge.txt", "articles/undated.txt"}
    assert library.search("passengers") == []
    check_whole(library.path)


def test_prune_touches_only_the_folders_named(library: Library, folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "note.txt").write_text("A note on barley.")
    library.index(["more"], now=NOW)
    shutil.rmtree(folder / "articles")
    (folder / "articles").mkdir()
    assert library.index(["more"], now=NOW, prune=True).removed == ()
    assert len(library.sources()) == 4


def test_paths_are_relative_to_the_database_where_they_lie_below_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "far.txt"
    elsewhere.write_text("A far note.")
    (folder / "data").mkdir()
    with Library("data/a.db", create=True) as library:
        library.index(["articles/ferry.md", elsewhere], now=NOW)
        paths = [row.path for row in library.sources()]
    assert paths == [(folder / "articles" / "ferry.md").resolve().as_posix(), elsewhere.resolve().as_posix()]


def test_a_moved_project_finds_its_sources_unchanged(database: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    moved = tmp_path_factory.mktemp("moved") / "project"
    shutil.copytree(database.parent, moved)
    with Library(moved / "claims.db") as library:
        assert len(library.index([moved / "articles"], now=NOW).unchanged) == 3


def test_what_a_person_sets_outlasts_a_change_of_the_file(library: Library, folder: Path) -> None:
    number = library.find_source("undated").document
    library.set_source(
        number, {"title": "Poor harvest", "published": date(2022, 9, 1), "label": "survey", "weight": 2.0}
    )
    (folder / "articles" / "undated.txt").write_text("Another heading\n\nThe barley was bad.\n")
    library.index(["articles"], now=NOW)
    row = library.source(number)
    assert (row.title, row.published, row.label, row.weight) == ("Poor harvest", date(2022, 9, 1), "survey", 2.0)


def test_values_given_while_indexing_correct_also_what_has_not_changed(library: Library) -> None:
    report = library.index(["articles/undated.txt"], now=NOW, published=date(2021, 8, 2), author="Bo Lund")
    assert report.unchanged == ("articles/undated.txt",)
    row = library.find_source("undated")
    assert (row.author, row.published, row.published_from) == ("Bo Lund", date(2021, 8, 2), "set by hand")


def test_a_new_date_is_what_relative_dates_are_read_against(folder: Path) -> None:
    (folder / "note.txt").write_text("A note\n\nIn January this year the mill closed.\n")
    with Library("a.db", create=True) as library:
        library.index(["note.txt"], now=NOW)
        library.set_source(1, {"published": date(2019, 5, 1)})
        values = {row.figure.value for row in library.figures(kinds=["date"])}
    assert "2019-01" in values

    (folder / "note.txt").write_text("A note\n\nIn March this year the mill burned.\n")
    with Library("a.db") as library:
        assert library.index(["note.txt"], now=NOW).changed == ("note.txt",)
        assert "2019-03" in {row.figure.value for row in library.figures(kinds=["date"])}
        library.set_source(1, {"published": None})
        assert "2019-03" not in {row.figure.value for row in library.figures(kinds=["date"])}


@pytest.mark.parametrize("name", ["title", "url"])
def test_a_title_belongs_to_one_source(name: str, library: Library) -> None:
    with pytest.raises(UsageError, match="one source"):
        library.index(["articles"], now=NOW, **{name: "x"})  # type: ignore[arg-type]


@pytest.mark.parametrize("corrections", [{"weight": 0}, {"weight": -1.0}, {"weight": 1e9}, {"sha256": "x"}])
def test_what_cannot_be_set(corrections: dict[str, float], library: Library) -> None:
    with pytest.raises(UsageError):
        library.set_source(1, corrections)


def test_documents_of_an_archive_come_and_go_with_it(library: Library, folder: Path) -> None:
    def pack(*names: str) -> None:
        with zipfile.ZipFile(folder / "pack.zip", "w") as archive:
            for name in names:
                archive.writestr(name, f"The {name} holds 7 notes.\n")

    def packed() -> dict[str, int]:
        return {row.path: row.document for row in library.sources() if "pack.zip" in row.path}

    pack("one.txt", "two.txt")
    assert library.index(["pack.zip"], now=NOW).new == ("pack.zip",)
    before = packed()
    assert list(before) == ["pack.zip!/one.txt", "pack.zip!/two.txt"]
    pack("two.txt", "three.txt")
    assert library.index(["pack.zip"], now=NOW).changed == ("pack.zip",)
    after = packed()
    assert list(after) == ["pack.zip!/two.txt", "pack.zip!/three.txt"]
    assert after["pack.zip!/two.txt"] == before["pack.zip!/two.txt"]
    (folder / "pack.zip").unlink()
    assert library.index(["."], now=NOW, prune=True).removed == ("pack.zip",)
    check_whole(library.path)


def test_standard_input(library: Library) -> None:
    text = b"A telegram\n\nThe mayor paid 77 crowns.\n"
    assert len(library.index(["-"], now=NOW, stdin=text).new) == 1
    assert len(library.index(["-"], now=NOW, stdin=text).unchanged) == 1
    assert len(library.index(["-"], now=NOW, stdin=text + b"He left.").new) == 1  # another text: nothing is lost
    assert {row.figure.text for row in library.figures(text="mayor")} == {"77"}
    report = library.index(["-"], now=NOW, stdin=b"")
    assert [(skipped.path, skipped.named) for skipped in report.skipped] == [("standard input", True)]


def test_what_cannot_be_read_is_reported_and_the_rest_indexed(folder: Path) -> None:
    (folder / "articles" / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "articles" / "picture.xyz").write_bytes(b"\x00\x01")
    with Library("a.db", create=True) as library:
        report = library.index(["articles", "none.txt"], now=NOW)
    assert len(report.new) == 3
    assert {(skipped.path, skipped.named) for skipped in report.skipped} == {
        ("articles/noise.txt", False),
        ("none.txt", True),
    }
    assert report.unsupported == ("articles/picture.xyz",)


def test_a_folder_without_a_readable_file_is_an_error(folder: Path) -> None:
    (folder / "empty").mkdir()
    with Library("a.db", create=True) as library:
        report = library.index(["empty"], now=NOW)
    assert [(skipped.path, skipped.named) for skipped in report.skipped] == [("empty", True)]


def test_a_folder_named_twice_is_read_once(folder: Path) -> None:
    with Library("a.db", create=True) as library:
        report = library.index(["articles", "articles/ferry.md", folder / "articles"], now=NOW)
    assert (len(report.new), report.unchanged, report.skipped) == (3, (), ())


def test_a_file_that_breaks_after_it_was_indexed_keeps_what_was_read(library: Library, folder: Path) -> None:
    (folder / "articles" / "ferry.md").write_bytes(bytes(range(256)) * 20)
    report = library.index(["articles"], now=NOW)
    assert [skipped.path for skipped in report.skipped] == ["articles/ferry.md"]
    assert library.search("passengers")


def test_an_interrupt_leaves_the_database_whole(folder: Path) -> None:
    for number in range(250):
        (folder / "articles" / f"{number}.txt").write_text(f"Note {number}\n\nThe tram number {number} was late.\n")

    def interrupt(done: int, total: int, name: str) -> None:
        assert total == 253
        if done == 180:
            raise KeyboardInterrupt

    with Library("a.db", create=True) as library:
        with pytest.raises(KeyboardInterrupt):
            library.index(["articles"], now=NOW, progress=interrupt)
        assert len(library.sources()) == 100
    check_whole(folder / "a.db")
    with Library("a.db") as library:
        report = library.index(["articles"], now=NOW)
    assert (len(report.new), len(report.unchanged)) == (153, 100)
    check_whole(folder / "a.db")
    assert not (folder / "a.db-wal").exists()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=200), max_size=2))
def test_any_text_can_be_indexed(texts: list[str], tmp_path: Path) -> None:
    with Library(tmp_path / "any.db", create=True) as library:
        for text in texts:
            data = text.encode("utf-8", "replace")
            first = library.index(["-"], now=NOW, stdin=data)
            again = library.index(["-"], now=NOW, stdin=data)
            assert len(first.new) + len(first.unchanged) == len(again.unchanged)
    check_whole(tmp_path / "any.db")


# --- checking ---------------------------------------------------------------------------------------------


def test_a_claim_is_checked(library: Library) -> None:
    check = library.check("The ferry to Holm had 312 passengers on board", claim_date=date(2025, 1, 1))
    assert check.verdict is Verdict.SUPPORTED
    best = check.evidence[0]
    assert (best.judgement.stance, best.passage.source.path) == (Stance.SUPPORTS, "articles/ferry.md")
    assert library.check("The ferry to Holm had 500 passengers on board").verdict is Verdict.CONFLICTING
    assert library.check("The queen opened a zoo in Lisbon").verdict is Verdict.UNVERIFIED


def test_the_same_check_is_the_same(library: Library) -> None:
    claim = "The bridge at Aldermere carries 9,500 vehicles a day, and the ferry to Holm sank"
    assert library.check(claim) == library.check(claim)


def test_limit_cuts_the_list_and_not_the_verdict(library: Library) -> None:
    claim = "The ferry to Holm had 312 passengers on board"
    whole, cut = library.check(claim), library.check(claim, limit=1)
    assert (len(cut.evidence), cut.evidence[0]) == (1, whole.evidence[0])
    assert (cut.verdict, cut.confidence) == (whole.verdict, whole.confidence)


def test_filters(library: Library) -> None:
    claim = "The ferry to Holm had 312 passengers on board"

    def paths(check: Check) -> set[str]:
        return {item.passage.source.path for item in check.evidence}

    assert paths(library.check(claim, source="bridge")) <= {"articles/bridge.txt"}
    assert paths(library.check(claim, source="Ferry to Holm sinks")) == {"articles/ferry.md"}
    assert paths(library.check(claim, since=date(2024, 1, 1))) == {"articles/ferry.md"}
    assert "articles/undated.txt" not in paths(library.check(claim + " in Northwick", until=date(2030, 1, 1)))


@pytest.mark.parametrize("claim", ["", "   ", "\n\t", "?!", "— … –", "\ud800"])
def test_a_claim_without_words(claim: str, library: Library) -> None:
    with pytest.raises(UsageError):
        library.check(claim)
    with pytest.raises(UsageError):
        library.search(claim)


@pytest.mark.parametrize(
    "claim",
    [
        '"AND NOT *',
        "NEAR(ferry, 5) OR text:ferry*",
        "ferry'; DROP TABLE documents; --",
        "{ferry} ^ferry ferry - + : .",
        "£$€%&§ ferry",
        "a\x00ferry\x1b[31m",
        "ferry " * 3000,
        "x" * 50_000,
        "北京 フェリー",
        "1",
        "the of and",
    ],
    ids=lambda claim: claim[:20].encode("unicode_escape").decode(),
)
def test_any_claim_is_text_and_never_a_query(claim: str, library: Library) -> None:
    check = library.check(claim)
    assert check.claim == claim.strip()
    library.search(claim)
    assert len(library.sources()) == 3


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_can_be_claimed(library: Library, claim: str) -> None:
    try:
        check = library.check(claim)
    except UsageError:
        assert not any(character.isalnum() for character in claim)
        return
    for figure in check.figures:
        assert check.claim[figure.start : figure.end] == figure.text
    for item in check.evidence:
        for start, end in item.judgement.matched:
            assert 0 <= start < end <= len(item.passage.text)


def test_two_copies_of_a_report_are_one_witness(folder: Path) -> None:
    text = "The tram to Holm carried {} passengers in a week, the company told reporters.\n"
    for name, number in (("a", "4,100"), ("b", "4,100"), ("c", "4,900")):
        (folder / f"{name}.txt").write_text(f"Trams {name}\n\n" + text.format(number))
    (folder / "b.txt").write_text("Trams b\n\n" + text.format("4,100").replace("told reporters", "told a reporter"))
    with Library("a.db", create=True) as library:
        library.index(["a.txt", "b.txt", "c.txt"], now=NOW)
        evidence = library.check("The tram to Holm carried 4,100 passengers in a week").evidence
    stances = {
        item.passage.source.path: (item.judgement.stance, item.repeats is not None)
        for item in evidence
        if "tram" in item.passage.text
    }
    assert sorted([stances["a.txt"], stances["b.txt"]]) == [(Stance.SUPPORTS, False), (Stance.SUPPORTS, True)]
    assert stances["c.txt"] == (Stance.CONFLICTS, False)  # another number is another report


# --- lists ------------------------------------------------------------------------------------------------


def texts(library: Library, **filters: object) -> set[str]:
    return {row.figure.text for row in library.figures(**filters)}  # type: ignore[arg-type]


def test_figures_are_filtered(library: Library) -> None:
    assert texts(library, kinds=["money"]) == {"£2.4 million"}
    assert texts(library, unit="gbp") == {"£2.4 million"}
    assert texts(library, minimum=Decimal(1000), maximum=Decimal(10_000)) == {"9,500"}
    assert "312" in texts(library, text="PASSENGERS on board")
    assert texts(library, text="passengers", source="bridge") == set()
    with pytest.raises(UsageError, match="kind"):
        library.figures(kinds=["moneys"])
    with pytest.raises(UsageError, match="no source"):
        library.figures(source="nothing of this name")


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"kinds": ["money", "number"]},
        {"unit": "GBP"},
        {"minimum": Decimal(48), "maximum": Decimal(400)},
        {"text": "ferry"},
    ],
    ids=str,
)
def test_figures_of_files_are_those_of_the_database(filters: dict[str, object], library: Library) -> None:
    unindexed = [(row.figure, row.sentence_text) for row in figures_of_files(["articles"], **filters)]  # type: ignore[arg-type]
    assert unindexed == [(row.figure, row.sentence_text) for row in library.figures(**filters)]  # type: ignore[arg-type]


def test_figures_of_a_file_that_is_not_there() -> None:
    with pytest.raises(SourceError):
        list(figures_of_files(["none.txt"]))


def test_a_source_is_found_by_number_path_or_title(library: Library) -> None:
    numbers = {name: library.find_source(name).document for name in ("2", "ferry.md", "Ferry to Holm sinks", " ferry ")}
    assert set(numbers.values()) == {2}
    for name in ("", "9", "nothing", "articles", "%", "_"):
        with pytest.raises(UsageError):
            library.find_source(name)


# --- history ----------------------------------------------------------------------------------------------


def test_history_keeps_the_last_verdict_and_outlasts_the_source(library: Library) -> None:
    claim = "The ferry to Holm had 312 passengers on board"
    for _ in range(2):
        library.record(library.check(claim, claim_date=date(2025, 1, 1)), NOW)
    library.record(library.check("The queen opened a zoo in Lisbon"), NOW)
    library.remove_source(library.find_source("ferry").document)
    first, second = library.history()
    assert (first.claim, first.verdict, first.claim_date) == (claim, Verdict.SUPPORTED, date(2025, 1, 1))
    assert first.checked == NOW
    assert first.source is not None and first.source.path == "articles/ferry.md"
    assert first.passage is not None and "312" in first.passage
    assert (second.verdict, second.source) == (Verdict.UNVERIFIED, None)
    check_whole(library.path)


def test_recheck_tells_what_has_changed_and_records_nothing(library: Library, folder: Path) -> None:
    claim = "The ferry to Holm had 312 passengers on board"
    library.record(library.check(claim), NOW)
    (row,) = library.recheck()
    assert row.verdict_now is row.verdict is Verdict.SUPPORTED
    path = folder / "articles" / "ferry.md"
    path.write_text(SOURCES["ferry.md"].replace("312", "213"))
    library.index(["articles"], now=NOW)
    (row,) = library.recheck()
    assert (row.verdict, row.verdict_now) == (Verdict.SUPPORTED, Verdict.CONFLICTING)
    assert [row.verdict_now for row in library.history()] == [None]


def test_history_can_be_cleared(library: Library) -> None:
    library.record(library.check("The ferry sank"), NOW)
    assert library.clear_history() == 1
    assert library.history() == []
    assert len(library.sources()) == 3
    check_whole(library.path)


def test_no_database_yet(folder: Path) -> None:
    with pytest.raises(NoDatabaseError):
        Library("none.db")


# --- labels and weights -------------------------------------------------------------------------------------


def test_the_weight_of_a_source_breaks_a_tie_and_goes_with_its_passages(library: Library, folder: Path) -> None:
    claim = "The quarry at Brakel employs 120 people"
    for name, people in (("paper", 120), ("register", 180)):
        (folder / f"{name}.txt").write_text(f"The quarry at Brakel employs {people} people.\n")
    library.index(["paper.txt"], now=NOW)
    library.index(["register.txt"], now=NOW, label="official", weight=3.0)
    heavy = library.check(claim)
    library.set_source(library.find_source("register.txt").document, {"weight": 1.0})
    even = library.check(claim)
    library.set_source(library.find_source("paper.txt").document, {"weight": 3.0})
    other = library.check(claim)
    assert [each.verdict for each in (heavy, even, other)] == [Verdict.CONFLICTING, Verdict.MIXED, Verdict.SUPPORTED]
    sources = {item.passage.source.path: item.passage.source for item in heavy.evidence}
    assert (sources["register.txt"].label, sources["register.txt"].weight) == ("official", 3.0)


ONE_VOICE = {
    "nearer-supports": ("The quarry at Brakel employed 900 people in 1974", Verdict.SUPPORTED),
    "nearer-conflicts": ("The quarry at Brakel employs 900 people", Verdict.CONFLICTING),
}


@pytest.mark.parametrize(("claim", "verdict"), ONE_VOICE.values(), ids=ONE_VOICE.keys())
def test_one_document_does_not_disagree_with_itself(
    library: Library, folder: Path, claim: str, verdict: Verdict
) -> None:
    (folder / "quarry.txt").write_text(
        "The quarry at Brakel employs 120 people, most of them from the village.\n\n"
        "In 1974 the quarry at Brakel employed 900 people.\n"
    )
    library.index(["quarry.txt"], now=NOW)
    assert library.check(claim).verdict is verdict
