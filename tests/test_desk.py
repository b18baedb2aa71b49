"""The interactive view of a draft: its moves, what it keeps, and its screen, driven by keys through Textual's pilot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from factcheck import Library
from factcheck.desk import editor, screen
from factcheck.desk.app import DeskApp
from factcheck.desk.state import Desk, Shown, Status, desk_of
from factcheck.render.look import Look

NOW = datetime(2026, 1, 2, tzinfo=UTC)
SOURCE = (
    "# Kerrow\n\nThe Kerrow yard employs 640 people, of whom 95 are apprentices.\n\n"
    "The new crane cost £1.9m.\n\nThe union rejected a pay offer of 4 per cent.\n"
)
DRAFT = (
    "The Kerrow yard employs 460 people. I think that is too few.\n\n"
    "The new crane cost £1.9m. The union rejected a pay offer of 4 per cent.\n\n"
    "The new crane cost £9.1m.\n"
)
WRONG, OPINION, CRANE, UNION, LAST = range(5)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "source.md").write_text(SOURCE, "utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    with Library(tmp_path / "claims.db", create=True) as opened:
        opened.index([tmp_path / "source.md"], now=NOW)
        yield opened


@pytest.fixture
def sit_down(library: Library) -> Callable[[], Desk]:
    """Return a function that opens the draft anew, as the next day does."""

    def opened() -> Desk:
        proof = library.proofread(library.path.parent / "draft.md", published=date(2025, 3, 7))
        return desk_of(library, proof, "Ann Lee", lambda: NOW)

    return opened


def statuses(desk: Desk) -> list[str]:
    return [item.status.value for item in desk.items]


# --- moves ------------------------------------------------------------------------------------------------


def test_it_begins_at_the_first_sentence_to_do(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    assert statuses(desk) == ["alarmed", "passed over", "open", "open", "alarmed"]
    assert (desk.at, desk.progress()) == (WRONG, (0, 4, 0))
    desk.agree()
    assert sit_down().at == CRANE


def test_steps_pass_over_what_nobody_has_to_check(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    assert desk.step(1) and desk.at == CRANE
    assert desk.step(-1) and desk.at == WRONG
    assert not desk.step(-1)


def test_the_next_conflict_begins_again_behind_the_last(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    assert desk.next_conflict() and desk.at == LAST
    assert desk.next_conflict() and desk.at == WRONG
    desk.agree()
    desk.go_to(LAST)
    desk.agree()
    assert not desk.next_conflict()


def test_filters_that_show_nothing_are_left_out(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    seen = []
    for _ in range(3):
        desk.filter()
        seen.append((desk.shown, desk.places()))
    assert seen == [
        (Shown.OPEN, [WRONG, CRANE, UNION, LAST]),
        (Shown.ALARMED, [WRONG, LAST]),
        (Shown.ALL, [WRONG, CRANE, UNION, LAST]),
    ]


# --- what is kept -----------------------------------------------------------------------------------------


def test_all_is_kept_until_tomorrow_and_the_draft_is_left_alone(library: Library, sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    desk.add_note("ask the yard")
    desk.agree()
    desk.go_to(CRANE)
    desk.query("which crane?")
    tomorrow = sit_down()
    assert statuses(tomorrow) == ["agreed", "passed over", "queried", "open", "alarmed"]
    assert [item.note for item in tomorrow.items[:3]] == ["ask the yard", "", "which crane?"]
    assert tomorrow.progress() == (1, 4, 1)
    assert tomorrow.items[WRONG].alerts[0].signed_off == "Ann Lee, 2026-01-02: ask the yard"
    assert (library.path.parent / "draft.md").read_text("utf-8") == DRAFT


def test_what_was_said_can_be_taken_back(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    desk.agree()
    assert desk.undo() and not desk.undo()
    assert statuses(desk)[WRONG] == "alarmed" == statuses(sit_down())[WRONG]


def test_a_changed_source_opens_a_sentence_again(library: Library, sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    for place in (WRONG, CRANE):
        desk.go_to(place)
        desk.agree()
    (library.path.parent / "source.md").write_text(SOURCE.replace("640", "650"), "utf-8")
    library.index([library.path.parent / "source.md"], now=NOW)
    again = sit_down()
    assert statuses(again)[:3] == ["alarmed", "passed over", "agreed"]
    assert "the source passage has changed" in (again.items[WRONG].alerts[0].lapsed or "")


# --- the editor -------------------------------------------------------------------------------------------

COMMANDS = [
    ("none", {}, "linux", ["vi", "+5", "a b.md"]),
    ("windows", {}, "win32", ["notepad", "a b.md"]),
    ("editor", {"EDITOR": "nano -R"}, "linux", ["nano", "-R", "+5", "a b.md"]),
    ("visual-first", {"EDITOR": "nano", "VISUAL": "/usr/bin/code -n"}, "linux",
     ["/usr/bin/code", "-n", "--wait", "--goto", "a b.md:5"]),
    ("empty", {"EDITOR": " "}, "darwin", ["vi", "+5", "a b.md"]),
]  # fmt: skip


@pytest.mark.parametrize(("environ", "platform", "words"), [pytest.param(*row[1:], id=row[0]) for row in COMMANDS])
def test_editors_are_told_the_line(environ: dict[str, str], platform: str, words: list[str]) -> None:
    assert editor.command(environ, platform, Path("a b.md"), 5) == words


def test_a_source_that_is_gone_is_shown_as_it_was_read(
    library: Library, sit_down: Callable[[], Desk], tmp_path: Path
) -> None:
    source = sit_down().item.passages()[0].source
    assert editor.file_of(library, source, tmp_path) == library.path.parent / "source.md"
    (library.path.parent / "source.md").unlink()
    copy = editor.file_of(library, source, tmp_path)
    assert copy.read_text("utf-8").splitlines()[source.line - 1].startswith("The Kerrow yard")


# --- the screen -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("unicode", [True, False], ids=["unicode", "ascii"])
def test_no_line_is_wider_than_the_screen(sit_down: Callable[[], Desk], width: int, unicode: bool) -> None:
    desk, look = sit_down(), Look(width, False, unicode)
    desk.query("which figure?")
    lines = [screen.heading(desk, look), *screen.keys(look), *screen.help_lines(look)]
    for item in desk.items:
        lines += [*screen.draft_lines(item, look, is_here=True), *screen.beside_lines(item, 0, look)]
    assert max(map(len, lines)) <= width
    if not unicode:
        assert not set("".join(lines)) & set("○✓✗±·≈≠…↑")


class Seen:
    """What the screen shows after some keys."""

    def __init__(self, app: DeskApp) -> None:
        self.head = str(app.query_one("#head", Static).render())
        self.keys = str(app.query_one("#keys", Static).render())
        self.beside = str(app.query_one("#passages", Static).render())
        options = app.query_one("#draft", OptionList)
        self.draft = [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]
        self.here = options.highlighted
        self.opened: list[list[str]] = []
        self.asks = app.query_one("#words", Input).has_class("asked")
        self.draft_is_above = app.query_one("#draft").region.y < app.query_one("#beside").region.y


def press(desk: Desk, *keys: str, size: tuple[int, int] = (80, 24)) -> Seen:
    """Show the draft, press the keys, and return what is then on the screen."""

    async def sitting() -> Seen:
        app = DeskApp(desk, lambda source: ["true", source.path], Look(size[0], False, True))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            return Seen(app)

    return asyncio.run(sitting())


def test_draft_and_source_stand_side_by_side(sit_down: Callable[[], Desk]) -> None:
    seen = press(sit_down())
    assert seen.head.startswith("0 of 4 checked · ")
    assert seen.draft[0].startswith(">  1 ✗ The Kerrow yard employs 460")
    assert "the source says 640 people" in " ".join(seen.beside.split())
    assert "source.md:3" in seen.beside
    assert not seen.draft_is_above
    assert "a agree, " in seen.keys and "q quit" in seen.keys


def test_a_narrow_screen_puts_the_source_below(sit_down: Callable[[], Desk]) -> None:
    seen = press(sit_down(), size=(40, 24))
    assert seen.draft_is_above
    assert "source.md:3" in seen.beside


def test_agreeing_goes_on_to_the_next(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    seen = press(desk, "a")
    assert seen.head.startswith("1 of 4 checked")
    assert seen.draft[WRONG].startswith("   1 ✓") and seen.draft[CRANE].startswith(">  3 ○")
    assert statuses(sit_down())[WRONG] == "agreed"


def test_a_query_asks_for_its_words(sit_down: Callable[[], Desk]) -> None:
    assert press(sit_down(), "r").asks
    seen = press(sit_down(), "r", "w", "h", "o", "q", "enter")
    assert not seen.asks
    assert "1 query" in seen.head and "Query by Ann Lee, 2026-01-02: whoq" in seen.beside
    assert sit_down().items[WRONG].note == "whoq"


def test_a_note_can_be_dropped(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    assert not press(desk, "n", "x", "escape").asks
    assert desk.item.mark is None
    press(desk, "n", "x", "enter")
    assert (desk.item.note, desk.item.status) == ("x", Status.ALARMED)


def test_keys_move(sit_down: Callable[[], Desk]) -> None:
    desk = sit_down()
    assert press(desk, "j").here == CRANE
    assert press(desk, "down").here == UNION
    assert press(desk, "k", "up").here == WRONG
    assert press(desk, "c").here == LAST


def test_a_filter_narrows_the_draft(sit_down: Callable[[], Desk]) -> None:
    seen = press(sit_down(), "f", "f")
    assert "only alerts" in seen.head
    assert [line[:8] for line in seen.draft] == [">  1 ✗ T", "   5 ✗ T"]


def test_a_passage_is_chosen(sit_down: Callable[[], Desk]) -> None:
    assert ">2 " in press(sit_down(), "2").beside
    assert ">1 " in press(sit_down(), "2", "j").beside


def test_help_and_back(sit_down: Callable[[], Desk]) -> None:
    assert press(sit_down(), "h", "x", "a").head.startswith("1 of 4")


# --- the command line -------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [["--interactive", "-"], ["--interactive", "--json"], ["--interactive"]])
def test_it_needs_a_terminal_and_one_draft(
    database: Path,
    run: Callable,
    options: list[str],  # type: ignore[type-arg]
) -> None:
    (database.parent / "draft.md").write_text(DRAFT, "utf-8")
    result = run("proofread", "draft.md", *options)
    assert result.status == 2
    assert "--interactive" in result.err or "one draft" in result.err
