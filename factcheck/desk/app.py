"""The interactive view of a proof, in Textual: the draft on one side, the sources on the other, keys for all of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from factcheck.desk import screen
from factcheck.desk.state import Desk, Status
from factcheck.errors import FactcheckError
from factcheck.models import Source
from factcheck.render.look import Look

NARROW = 60
"""Below so many columns the passages stand under the draft, not beside it."""

Opener = Callable[[Source], list[str]]
"""Returns the command that opens a source at a passage; raises FactcheckError."""


class Help(ModalScreen[None]):
    """The list of keys; any key goes back."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Show the list."""
        with VerticalScroll():
            yield Static(self._text)

    def on_key(self, event: Key) -> None:
        """Go back, except for keys that turn the list."""
        if event.key not in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.dismiss()


class DeskApp(App[None]):
    """Steps through a draft; `opener` tells how a source is opened, `look` what the terminal can show."""

    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 -- declared so by Textual
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    #head { height: 1; text-style: bold; }
    #body { height: 1fr; }
    #draft, #beside { width: 1fr; height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable; }
    #draft { border: none; padding: 0; background: ansi_default; }
    #draft > .option-list--option { padding: 0; color: ansi_default; }
    #draft > .option-list--option-highlighted, #draft:focus > .option-list--option-highlighted {
        text-style: bold; background: ansi_default; color: ansi_default;
    }
    #draft > .option-list--option-disabled { color: ansi_default; }
    #beside { border-left: solid ansi_bright_black; padding: 0 0 0 1; }
    .-narrow #body { layout: vertical; }
    .-narrow #draft { width: 100%; height: 2fr; }
    .-narrow #beside { width: 100%; height: 3fr; border-left: none; border-top: solid ansi_bright_black; padding: 0; }
    #words { display: none; height: 1; border: none; padding: 0; background: ansi_default; }
    #words.asked { display: block; }
    #keys { height: auto; }
    Help { background: ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "agree"),
        ("r", "query"),
        ("n", "note"),
        ("u", "undo"),
        ("j", "step(1)"),
        ("k", "step(-1)"),
        ("c", "conflict"),
        ("t", "to_do"),
        ("f", "filter"),
        ("o", "open"),
        ("space", "turn(1)"),
        ("b", "turn(-1)"),
        ("h", "help"),
        ("question_mark", "help"),
        ("q", "leave"),
        ("escape", "drop"),
        *[(str(number), f"choose({number})") for number in range(1, 10)],
    ]

    def __init__(self, desk: Desk, opener: Opener, look: Look) -> None:
        super().__init__(ansi_color=True)
        self.desk, self._opener, self._look = desk, opener, look
        self._chosen = 0
        self._here = desk.at
        self._places: list[int] = []
        self._width = 0
        self._then: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(id="head", markup=False)
        with Horizontal(id="body"):
            yield OptionList(id="draft", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="passages", markup=False)
        yield Input(id="words")
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin in the draft."""
        self.query_one("#draft").focus()

    def on_resize(self, event: Resize) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._show_all)

    # --- showing ------------------------------------------------------------------------------------------

    def _at_width(self, name: str) -> Look:
        width = self.query_one(name).scrollable_content_region.width or self.size.width
        return Look(max(width, 10), self._look.colour, self._look.unicode)

    def _show_all(self) -> None:
        """Show the draft anew, all sentences or those of the filter; what nobody has to check cannot be chosen."""
        options = self.query_one("#draft", OptionList)
        look = self._at_width("#draft")
        self._width = look.width
        shown = self.desk.places()
        items = self.desk.items
        self._places = list(range(len(items))) if self.desk.shown.value == "all" else shown
        if self.desk.at not in self._places:
            self._places = sorted({*self._places, self.desk.at})
        options.clear_options()
        options.add_options(
            Option(self._draft_text(place), disabled=items[place].status is Status.PASSED_OVER)
            for place in self._places
        )
        self._show_place()

    def _draft_text(self, place: int) -> Text:
        look = Look(self._width, self._look.colour, self._look.unicode)
        return _text(screen.draft_lines(self.desk.items[place], look, is_here=place == self.desk.at))

    def _redraw(self, place: int) -> None:
        """Show a sentence as it is now."""
        if place in self._places:
            options = self.query_one("#draft", OptionList)
            options.replace_option_prompt_at_index(self._places.index(place), self._draft_text(place))

    def _show_place(self) -> None:
        """Show the sentence looked at with its passages, and how far the draft is."""
        options = self.query_one("#draft", OptionList)
        left, self._here = self._here, self.desk.at
        self._redraw(left)
        self._redraw(self._here)
        if self.desk.at in self._places:
            place = self._places.index(self.desk.at)
            if options.highlighted != place:
                options.highlighted = place
            options.scroll_to_highlight()
        self._show_beside()

    def _show_beside(self) -> None:
        whole = Look(self.size.width or 80, self._look.colour, self._look.unicode)
        beside = screen.beside_lines(self.desk.item, self._chosen, self._at_width("#beside"))
        self.query_one("#passages", Static).update(_text(beside))
        self.query_one("#head", Static).update(Text(screen.heading(self.desk, whole)))
        self.query_one("#keys", Static).update(_text(screen.keys(whole)))

    def _changed(self) -> None:
        """Show what was said of the sentence looked at."""
        self._redraw(self.desk.at)
        self._show_beside()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Look at the sentence that the arrow keys or the mouse chose."""
        if event.option_index < len(self._places) and self._places[event.option_index] != self.desk.at:
            self.desk.go_to(self._places[event.option_index])
            self._arrived()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the source on Enter."""
        self.action_open()

    def _arrived(self) -> None:
        self._chosen = 0
        self.query_one("#beside", VerticalScroll).scroll_home(animate=False)
        self._show_place()

    def _tell(self, text: str) -> None:
        self.notify(text, timeout=4, markup=False)

    # --- keys ---------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Go to the next or the previous sentence."""
        if self.desk.step(by):
            self._arrived()

    def action_conflict(self) -> None:
        """Go to the next conflict."""
        self._go(self.desk.next_conflict, "No conflict is left.")

    def action_to_do(self) -> None:
        """Go to the next sentence to do."""
        self._go(self.desk.next_open, "All sentences are checked.")

    def _go(self, move: Callable[[], bool], otherwise: str) -> None:
        if not move():
            self._tell(otherwise)
        elif self.desk.at not in self._places:
            self._show_all()
        self._arrived()

    def action_filter(self) -> None:
        """Step through another sort of sentences."""
        self.desk.filter()
        self._chosen = 0
        self._show_all()

    def action_choose(self, number: int) -> None:
        """Choose a passage."""
        if number <= len(self.desk.item.passages()):
            self._chosen = number - 1
            self._show_beside()

    def action_turn(self, by: int) -> None:
        """Turn the passages down or up."""
        beside = self.query_one("#beside", VerticalScroll)
        beside.scroll_page_down(animate=False) if by > 0 else beside.scroll_page_up(animate=False)

    def action_help(self) -> None:
        """List the keys."""
        look = Look(self.size.width, self._look.colour, self._look.unicode)
        self.push_screen(Help(_text(screen.help_lines(look))))

    def action_leave(self) -> None:
        """Leave."""
        self.exit()

    # --- what a person says -------------------------------------------------------------------------------

    def action_agree(self) -> None:
        """Sign the sentence off and go to the next one to do."""
        if self._kept(self.desk.agree):
            self._changed()
            self.action_to_do()

    def action_query(self) -> None:
        """Ask what the query is, then keep it."""
        self._ask("Query: ", self.desk.item.note, self.desk.query)

    def action_note(self) -> None:
        """Ask for a note, then keep it."""
        self._ask("Note: ", self.desk.item.note, self.desk.add_note)

    def action_undo(self) -> None:
        """Take back what was said of the sentence."""
        if self._kept(self.desk.undo):
            self._changed()

    def _kept(self, say: Callable[[], object]) -> bool:
        """Tell whether it could be kept; a database that cannot be written is said."""
        if self.desk.item.status is Status.PASSED_OVER:
            return False
        try:
            say()
        except FactcheckError as error:
            self._tell(f"not kept: {error.message}")
            return False
        return True

    def _ask(self, what: str, before: str, then: Callable[[str], None]) -> None:
        words = self.query_one("#words", Input)
        words.placeholder = f"{what}Enter keeps it, Esc drops it"
        words.value = before
        words.add_class("asked")
        words.focus()
        self._then = then

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed."""
        then, text = self._then, event.value.strip()
        self.action_drop()
        if then is not None and self._kept(partial(then, text)):
            self._changed()

    def action_drop(self) -> None:
        """Go back to the draft without keeping what was typed."""
        self._then = None
        self.query_one("#words", Input).remove_class("asked")
        self.query_one("#draft").focus()

    # --- the source ---------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the source of the chosen passage at its line; the view waits until the editor is left."""
        passages = self.desk.item.passages()
        if not passages:
            self._tell("There is no passage to open.")
            return
        try:
            command = self._opener(passages[min(self._chosen, len(passages) - 1)].source)
            with self.suspend():
                subprocess.run(command, check=False)
        except FactcheckError as error:
            self._tell(error.message)
        except OSError as error:
            self._tell(f"the editor cannot be started: {error.strerror}")
        except SuspendNotSupported:
            self._tell("this terminal cannot be handed to an editor")
        self.refresh()


def _text(lines: list[str]) -> Text:
    return Text("\n").join(map(Text.from_ansi, lines))
