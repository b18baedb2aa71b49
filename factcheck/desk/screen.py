"""What the checker sees, as lines of text: the draft's sentences, and what stands beside the one looked at."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.desk.state import Beside, Desk, Item, Shown, Status
from factcheck.models import Alert, Stance
from factcheck.proofread.ledger import AGREED, QUERY
from factcheck.render import phrases
from factcheck.render.alerts import ASCII_SYMBOLS, STYLES, SYMBOLS
from factcheck.render.look import Look
from factcheck.render.page import Run, Style, marked, paint, plain, wrap
from factcheck.render.terminal import STANCE_STYLES, VERDICT_STYLES, comparison_lines
from factcheck.render.text import one_line, printable

KEYS = (
    ("↑↓", "move"), ("a", "agree"), ("r", "query"), ("n", "note"), ("c", "conflict"), ("f", "filter"), ("o", "open"),
    ("h", "help"), ("q", "quit"),
)  # fmt: skip
HELP = (
    ("a", "agree: sign the sentence and its alerts off, and go to the next one to do"),
    ("r", "raise a query, with words for the author; the sentence stays unchecked"),
    ("n", "write a note"),
    ("u", "take back what was said of this sentence"),
    ("j k, down up", "the next and the previous sentence"),
    ("c", "the next conflict or warning"),
    ("t", "the next sentence to do"),
    ("f", "filter: all sentences, those to do, those with alerts, those with queries"),
    ("1 to 6", "choose a passage"),
    ("o, Enter", "open the passage's source at its line in $EDITOR"),
    ("space b", "turn the passages down and up"),
    ("h", "this help"),
    ("q", "leave; all is kept"),
)
_MARKS = {Status.OPEN: "○", Status.QUERIED: "?", Status.AGREED: "✓", Status.PASSED_OVER: " "}
_ASCII = str.maketrans("○✓✗±·≈≠–…", "o+x~-~!-.")
_MARK_STYLES = {
    Status.OPEN: Style.PLAIN,
    Status.QUERIED: Style.OPEN,
    Status.AGREED: Style.GOOD,
    Status.PASSED_OVER: Style.DIM,
}


def heading(desk: Desk, look: Look) -> str:
    """Return the line at the top: how far the draft is, which sentences are stepped through, and its name."""
    done, total, queries = desk.progress()
    parts = [f"{done} of {total} checked", *([phrases.count(queries, "query", "queries")] if queries else [])]
    parts += [f"only {desk.shown.value}"] if desk.shown is not Shown.ALL else []
    text = _symbols(" · ", look).join([*parts, one_line(desk.proof.draft.path)])
    return text if len(text) <= look.width else text[: max(look.width - 1, 1)] + _symbols("…", look)


def keys(look: Look) -> list[str]:
    """Return the lines at the bottom that name the keys, as many as the width asks for."""
    lines: list[list[Run]] = []
    used = look.width
    for key, does in KEYS:
        name = key if look.unicode else key.replace("↑↓", "jk")
        taken = len(f"{name} {does}, ")
        if used + taken - 1 > look.width:  # the last space may hang over
            lines.append([])
            used = 0
        lines[-1] += [(name, Style.STRONG), (f" {does}, ", Style.PLAIN)]
        used += taken
    lines[-1][-1] = (lines[-1][-1][0].rstrip(", "), Style.PLAIN)
    return [paint(line, look).rstrip() for line in lines]


def help_lines(look: Look) -> list[str]:
    """Return the list of all keys."""
    lines = []
    for key, does in HELP:
        lines += wrap(plain(does), look, first=f"{key:<12}  " if look.width >= 60 else f"{key}: ", indent="    ")
    return [*lines, "", *wrap(plain("Nothing of the draft is changed. Any key goes back."), look)]


def draft_lines(item: Item, look: Look, *, is_here: bool = False) -> list[str]:
    """Return a sentence of the draft: its line, a mark for how far it is, and its words; `is_here` points at it."""
    status = item.status
    symbol, style = _mark(item, look), _MARK_STYLES.get(status, Style.PLAIN)
    if status is Status.ALARMED:
        style = STYLES[_gravest(item.open_alerts)]
    plainly = Style.DIM if status is Status.PASSED_OVER else Style.PLAIN
    words = plain(printable(item.text), Style.STRONG if item.checked.sentence.kind == "heading" else plainly)
    mark = [(f"{symbol} ", style)] if symbol.strip() else []
    return wrap([*mark, *words], look, first=f"{'>' if is_here else ' '}{item.checked.line:>3} ", indent="     ")


def _mark(item: Item, look: Look) -> str:
    if item.status is not Status.ALARMED:
        return _symbols(_MARKS[item.status], look)
    return (SYMBOLS if look.unicode else ASCII_SYMBOLS)[_gravest(item.open_alerts)]


def _gravest(alerts: Sequence[Alert]) -> str:
    grades = [alert.severity for alert in alerts]
    return next(severity for severity in ("error", "warning", "notice") if severity in grades)


def beside_lines(item: Item, chosen: int, look: Look) -> list[str]:
    """Return what stands beside a sentence: what was said of it, its alerts, its passages, the chosen one marked."""
    lines = [*_said(item, look), *_verdict(item, look)]
    for alert in item.alerts:
        lines += _alert(alert, look)
    passages = item.passages()
    for number, passage in enumerate(passages):
        lines += ["", *_passage(number, passage, number == chosen, look)]
    if not passages:
        lines += ["", *wrap(plain("No source has anything near this sentence.", Style.DIM), look)]
    return lines


def _said(item: Item, look: Look) -> list[str]:
    if item.mark is None:
        return []
    what = {AGREED: "Agreed", QUERY: "Query"}.get(item.mark.state, "Note")
    note = f": {one_line(item.mark.note)}" if item.mark.note else ""
    style = _MARK_STYLES.get(item.status, Style.PLAIN)
    return wrap(plain(f"{what} by {one_line(item.mark.by)}, {item.mark.at.date().isoformat()}{note}", style), look)


def _verdict(item: Item, look: Look) -> list[str]:
    check = item.checked.check
    if check is None:
        return wrap(plain(item.checked.sort.value, Style.DIM), look)
    symbol = _symbols(phrases.VERDICT_SYMBOLS[check.verdict], look)
    return wrap(plain(f"{symbol} {check.verdict.value.upper()}", VERDICT_STYLES[check.verdict]), look)


def _alert(alert: Alert, look: Look) -> list[str]:
    symbol = (SYMBOLS if look.unicode else ASCII_SYMBOLS)[alert.severity]
    style = Style.DIM if alert.signed_off else STYLES[alert.severity]
    lines = wrap(plain(f"{symbol} {alert.code}: {one_line(alert.message)}", style), look, indent="  ")
    for told, text in (("signed off by", alert.signed_off), ("lapsed:", alert.lapsed)):
        if text:
            lines += wrap(plain(f"{told} {one_line(text)}", Style.DIM), look, first="  ")
    return lines


def _passage(number: int, passage: Beside, is_chosen: bool, look: Look) -> list[str]:
    stance = {Stance.SUPPORTS: "supports", Stance.CONFLICTS: "conflicts"}.get(passage.stance, "near")
    symbol = _symbols(phrases.STANCE_SYMBOLS[passage.stance], look)
    score = f" {_symbols('·', look)} {phrases.share(passage.score)}" if passage.score is not None else ""
    head = f"{'>' if is_chosen else ' '}{number + 1} {symbol} {stance}{score}"
    style = STANCE_STYLES[passage.stance]
    figures = [
        (figure.start, figure.end, style if style is not Style.DIM else Style.FIGURE)
        for comparison in passage.comparisons
        if (figure := comparison.source_figure) is not None and not figure.implied
    ]
    lines = wrap(plain(head, style), look, indent="   ")
    lines += wrap(marked(printable(passage.text), figures), look, first="   ")
    about = _symbols(" · ", look).join([phrases.title(passage.source), *phrases.details(passage.source)])
    lines += wrap(plain(about, Style.DIM), look, first="   ")
    lines += wrap(plain(phrases.place(passage.source), Style.DIM), look, first="   ")
    return lines + comparison_lines(passage.comparisons, look)[1:]


def painted(text: str, style: Style, look: Look) -> str:
    """Return a text in a style."""
    return paint(plain(text, style), look)


def _symbols(text: str, look: Look) -> str:
    return text if look.unicode else text.translate(_ASCII)
