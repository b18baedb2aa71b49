"""Results for a person at a terminal, readable without colour and at any width from 40 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.models import (
    Check,
    Comparison,
    Evidence,
    FigureRow,
    HistoryRow,
    IndexReport,
    Passage,
    Relation,
    Sentence,
    Skipped,
    Source,
    SourceRow,
    Stance,
    Verdict,
)
from factcheck.render import phrases
from factcheck.render.look import Look
from factcheck.render.page import Run, Span, Style, marked, paint, plain, table, wrap
from factcheck.render.text import one_line, printable

# The symbol and the word say it all: colour only repeats them.
VERDICT_STYLES = {
    Verdict.SUPPORTED: Style.GOOD,
    Verdict.CONFLICTING: Style.BAD,
    Verdict.MIXED: Style.SPLIT,
    Verdict.UNVERIFIED: Style.OPEN,
}
STANCE_STYLES = {Stance.SUPPORTS: Style.GOOD, Stance.CONFLICTS: Style.BAD, Stance.NEUTRAL: Style.DIM}
RELATION_STYLES = {
    Relation.EQUAL: Style.GOOD,
    Relation.WITHIN: Style.GOOD,
    Relation.DIFFERENT: Style.BAD,
    Relation.INCOMPARABLE: Style.SPLIT,
    Relation.MISSING: Style.SPLIT,
}
ASCII_SYMBOLS = str.maketrans("✓✗±·≈≠–", "+x~-~!-")
INDENT = "   "
LONGEST_CLAIM = 600  # characters shown


def _symbol(symbol: str, look: Look) -> str:
    return symbol if look.unicode else symbol.translate(ASCII_SYMBOLS)


def _dot(look: Look) -> str:
    return " · " if look.unicode else " - "


def _dim(text: str, look: Look, *, first: str = "", indent: str | None = None) -> list[str]:
    return wrap(plain(text, Style.DIM), look, first=first, indent=indent)


# --- a check --------------------------------------------------------------------------------------------


def render_check(check: Check, look: Look, *, all_passages: bool = False, option: str = "--all") -> str:
    """Return a claim's verdict, its reasons and its passages; neutral passages only with `all_passages`.

    `option` is what a reader types to see those too.
    """
    chosen = [item for item in check.evidence if all_passages or phrases.is_shown(item)]
    lines = _headline(check, look)
    if len(check.assertions) > 1:
        lines += ["", *_assertions(check, look)]
    numbers = {item.passage.sentence: number for number, item in reversed([*enumerate(chosen, 1)])}
    for number, item in enumerate(chosen, 1):
        lines += ["", *_evidence(number, item, check, numbers, look)]
    lines += _left_out(check, len(check.evidence) - len(chosen), option, look)
    return "\n".join(lines) + "\n"


def _headline(check: Check, look: Look) -> list[str]:
    symbol = _symbol(phrases.VERDICT_SYMBOLS[check.verdict], look)
    sure = phrases.confidence(check.verdict, check.confidence)
    head = [
        (f"{symbol} {check.verdict.value.upper()}", VERDICT_STYLES[check.verdict]),
        (f"{_dot(look)}{sure} confidence" if sure else "", Style.DIM),
    ]
    claim = marked(_shortened(check.claim), [(figure.start, figure.end, Style.FIGURE) for figure in check.figures])
    lines = [*wrap(head, look, indent="  "), *wrap(claim, look, first="  ")]
    for reason in phrases.verdict_sentences(check):
        lines += wrap(plain(reason), look, first="  ")
    return lines


def _shortened(claim: str) -> str:
    """Return a claim, printable; of one as long as an article its beginning, so that the answer stays on the screen."""
    text = printable(claim)
    return text if len(text) <= LONGEST_CLAIM else f"{text[:LONGEST_CLAIM].rsplit(' ', 1)[0]} …"


def _assertions(check: Check, look: Look) -> list[str]:
    lines = wrap(plain("The claim says several things:"), look, first="  ")
    for item in check.assertions:
        symbol = _symbol(phrases.VERDICT_SYMBOLS[item.verdict], look)
        verdict = (f"{symbol} {item.verdict.value}:", VERDICT_STYLES[item.verdict])
        lines += wrap([verdict, (f" {printable(item.assertion.text)}", Style.PLAIN)], look, first="  ", indent="    ")
        for reason in item.reasons[:1]:
            lines += _dim(phrases.sentence(reason), look, first="    ")
    return lines


def _evidence(number: int, item: Evidence, check: Check, numbers: dict[int, int], look: Look) -> list[str]:
    judgement = item.judgement
    lines = _stance_line(number, item, check, numbers, look)
    lines += wrap(_highlighted(item), look, first=INDENT)
    lines += _where(item.passage.source, look)
    if item.repeats in numbers:
        return lines
    lines += comparison_lines(judgement.comparisons, look)
    for reason in phrases.further_reasons(item, check):
        lines += _dim(phrases.sentence(reason), look, first=INDENT)
    return lines


def _stance_line(number: int, item: Evidence, check: Check, numbers: dict[int, int], look: Look) -> list[str]:
    judgement = item.judgement
    symbol = _symbol(phrases.STANCE_SYMBOLS[judgement.stance], look)
    runs = [
        (f"{number}. ", Style.PLAIN),
        (f"{symbol} {judgement.stance.value}", STANCE_STYLES[judgement.stance]),
        (f"{_dot(look)}{phrases.strength(judgement)}", Style.DIM),
    ]
    if item.repeats is not None and item.repeats in numbers:
        runs.append((f" (the same report as no. {numbers[item.repeats]})", Style.DIM))
    lines = wrap(runs, look, indent=INDENT)
    if len(check.assertions) > 1 and item.assertion < len(check.assertions):
        lines += _dim(f"on: {printable(check.assertions[item.assertion].assertion.text)}", look, first=INDENT)
    return lines


def _highlighted(item: Evidence) -> list[Run]:
    """Return the passage with matched words and the figures compared marked, a figure in its relation's style."""
    spans: list[Span] = [(start, end, Style.STRONG) for start, end in item.judgement.matched]
    for comparison in item.judgement.comparisons:
        if comparison.source_figure is not None:
            style = RELATION_STYLES[comparison.relation]
            spans.append((comparison.source_figure.start, comparison.source_figure.end, style))
    return marked(printable(item.passage.text), spans)


def _where(source: Source, look: Look) -> list[str]:
    """Return title and details, then path and line on a line of their own: tools open it from there."""
    about = _dot(look).join([phrases.title(source), *phrases.details(source)])
    return [*_dim(about, look, first=INDENT), INDENT + paint(plain(phrases.place(source), Style.DIM), look)]


def comparison_lines(comparisons: Sequence[Comparison], look: Look) -> list[str]:
    """Return a table of compared figures, or where it does not fit the figures one below the other."""
    if not comparisons:
        return []
    head = [plain(name, Style.DIM) for name in ("claim", "source", "difference", "per cent", "")]
    rows = [head, *(_comparison_row(comparison, look) for comparison in comparisons)]
    rows = _without_empty_columns(rows)
    lines = table(rows, look, indent=INDENT, right=[name in (head[2], head[3]) for name in rows[0]])
    return ["", *lines] if lines is not None else ["", *_stacked(comparisons, look)]


def _without_empty_columns(rows: list[list[list[Run]]]) -> list[list[list[Run]]]:
    """Return the rows without the columns that are empty below their head."""
    kept = [at for at in range(len(rows[0])) if any(text for row in rows[1:] for text, _ in row[at])]
    return [[row[at] for at in kept] for row in rows]


def _comparison_row(comparison: Comparison, look: Look) -> list[list[Run]]:
    symbol, word = phrases.RELATION_WORDS[comparison.relation]
    style = RELATION_STYLES[comparison.relation]
    return [
        plain(phrases.claimed(comparison), Style.FIGURE),
        plain(phrases.stated(comparison), style),
        plain(phrases.difference(comparison)),
        plain(phrases.difference_percent(comparison)),
        plain(f"{_symbol(symbol, look)} {word}", style),
    ]


def _stacked(comparisons: Sequence[Comparison], look: Look) -> list[str]:
    """Return the comparisons one below another, for a narrow screen."""
    lines = []
    for comparison in comparisons:
        claim, source, difference, per_cent, relation = _comparison_row(comparison, look)
        margin = INDENT + " " * 8
        lines += wrap(claim, look, first=f"{INDENT}claim   ", indent=margin)
        if comparison.source_figure:
            lines += wrap(source, look, first=f"{INDENT}source  ", indent=margin)
        numbers = ", ".join(text for (text, _), *_ in (difference, per_cent) if text)
        lines += wrap([*relation, (f" {numbers}", Style.PLAIN)], look, first=INDENT, indent=f"{INDENT}  ")
    return lines


def _left_out(check: Check, number: int, option: str, look: Look) -> list[str]:
    if number:
        passages = phrases.count(number, "passage" if number == len(check.evidence) else "more passage")
        verb, them = ("takes", "it") if number == 1 else ("take", "them")
        return ["", *_dim(f"{passages} {verb} no clear stance; {option} shows {them}.", look)]
    if not check.evidence:
        return ["", *_dim("No passage has enough words in common with the claim.", look)]
    return []


# --- figures, passages ----------------------------------------------------------------------------------


def render_figures(rows: Iterable[FigureRow], look: Look) -> Iterator[str]:
    """Yield lines, as the rows come: each sentence once with its source, and its figures below it.

    A million of them stream: no column waits for the widest cell of all.
    """
    for number, (_, group) in enumerate(groupby(rows, key=_sentence_of)):
        yield from [""] if number else []
        yield from _figures_of_a_sentence(list(group), look)


def _sentence_of(row: FigureRow) -> tuple[int, str, int]:
    return row.source.document, row.source.path, row.source.start


def _figures_of_a_sentence(rows: Sequence[FigureRow], look: Look) -> list[str]:
    source, text = rows[0].source, printable(rows[0].sentence_text)
    spans = [(row.figure.start, row.figure.end, Style.FIGURE) for row in rows]
    about = [phrases.day(source.published)] if source.published else []
    about += [*phrases.position(source), *phrases.marks(source)]
    rules = "" if source.is_english else ", read with English rules"
    dotted = "".join(f"{_dot(look)}{part}" for part in about) + rules
    lines = wrap([(phrases.place(source), Style.STRONG), (dotted, Style.DIM)], look)
    lines += wrap(marked(text, spans), look, first="  ")
    cells = [_figure_cells(row) for row in rows]
    return lines + (table(cells, look, indent="    ") or _stacked_cells(cells, look))


def _figure_cells(row: FigureRow) -> list[list[Run]]:
    figure = row.figure
    return [
        plain(one_line(figure.text), Style.FIGURE),
        plain(figure.kind.value),
        plain(phrases.reading(figure)),
        plain(one_line(figure.noun_phrase or figure.noun or ""), Style.DIM),
    ]


def _stacked_cells(rows: Sequence[Sequence[Sequence[Run]]], look: Look) -> list[str]:
    lines = []
    for first, *others in rows:
        runs = list(first)
        for cell in others:
            runs += [(f"{_dot(look)}{text}", style) for text, style in cell if text]
        lines += wrap(runs, look, first="    ", indent="      ")
    return lines


def render_search(passages: Sequence[Passage], words: str, look: Look) -> str:
    """Return passages found, with the words searched for marked."""
    if not passages:
        return "\n".join(wrap(plain(f"No passage has any of these words: {printable(words)}"), look)) + "\n"
    lines: list[str] = []
    for number, passage in enumerate(passages, 1):
        spans = [(start, end, Style.FIGURE) for start, end in passage.matched]
        head = f"{number}. "
        text = marked(printable(passage.text), spans)
        lines += ["", *wrap(text, look, first=head, indent=" " * len(head)), *_where(passage.source, look)]
    return "\n".join(lines[1:]) + "\n"


# --- sources, history, indexing -------------------------------------------------------------------------


def render_sources(rows: Sequence[SourceRow], look: Look) -> str:
    """Return the list of what is indexed."""
    if not rows:
        return "Nothing is indexed yet.\n"
    margin = len(str(max(row.document for row in rows)))
    lines: list[str] = []
    for row in rows:
        indent = " " * (margin + 2)
        title = [
            (phrases.row_title(row), Style.STRONG),
            *([(f" {label}", Style.DIM)] if (label := phrases.label(row)) else []),
        ]
        lines += wrap(title, look, first=f"{row.document:>{margin}}  ", indent=indent)
        holds = f"{phrases.count(row.sentences, 'sentence')}, {phrases.count(row.figures, 'figure')}"
        day = phrases.day(row.published) if row.published else "undated"
        same = [phrases.copy_of(row)] if row.copy_of else []
        lines += _dim(_dot(look).join([day, printable(row.path), holds, *same]), look, first=indent)
    return "\n".join(lines) + "\n"


def render_source(row: SourceRow, look: Look, differences: Sequence[tuple[str, str]] = ()) -> str:
    """Return everything known about one source; `differences` are sentences of a copy, each with the first one's."""
    found = f" ({phrases.found_in(row.published_from)})" if row.published_from else ""
    facts = [
        ("Title", row.title),
        ("Author", row.author),
        ("Publisher", row.publisher),
        ("Published", phrases.day(row.published) + found if row.published else None),
        ("Path", row.path),
        ("Address", row.url),
        ("Format", row.format),
        ("Language", phrases.language(row.language)),
        *([("Label", row.label)] if row.label else []),
        ("Weight", f"{row.weight:g}"),
        ("Holds", f"{phrases.count(row.sentences, 'sentence')}, {phrases.count(row.figures, 'figure')}"),
        ("Indexed", f"{row.indexed:%Y-%m-%d %H:%M}" if row.indexed else None),
        ("SHA-256", row.sha256),
        *([("Copies", phrases.copies(row))] if row.copies else []),
        *(
            (name, f"“{text}”")
            for pair in differences
            for name, text in zip(("Differs", f"In #{row.copy_of}"), pair, strict=True)
        ),
        *(("Note", note) for note in row.notes),
    ]
    lines = []
    for name, value in [("Source", str(row.document)), *facts]:
        runs = plain(one_line(value)) if value else plain("not known", Style.DIM)
        lines += wrap(runs, look, first=f"{name:<11}", indent=" " * 11)
    return "\n".join(lines) + "\n"


def render_sentences(sentences: Iterable[Sentence], look: Look) -> Iterator[str]:
    """Yield the lines of a source as it was read: each sentence by its line, below where it stands otherwise."""
    place: tuple[object, ...] | None = None
    for sentence in sentences:
        before, place = place, (sentence.page, sentence.heading, sentence.position, sentence.speaker)
        if place != before:
            yield ""
            if stands := phrases.stands(sentence):
                yield from _dim(_dot(look).join(stands), look)
        yield from wrap(plain(one_line(sentence.text)), look, first=f"{sentence.line:>5}  ", indent=" " * 7)


def render_history(rows: Sequence[HistoryRow], look: Look) -> str:
    """Return the claims checked so far; after a recheck, a verdict that has changed is shown beside the old one."""
    if not rows:
        return "No claim has been recorded yet.\n"
    lines: list[str] = []
    for row in rows:
        lines += wrap(_history_head(row, look), look, indent="  ")
        lines += wrap(plain(_shortened(row.claim)), look, first="  ")
    if any(row.verdict_now for row in rows):
        changed = sum(has_changed(row) for row in rows)
        lines += ["", f"{changed:,} of {phrases.count(len(rows), 'verdict')} changed."]
    return "\n".join(lines) + "\n"


def has_changed(row: HistoryRow) -> bool:
    """Tell whether a recheck came to another verdict than the one recorded."""
    return row.verdict_now is not None and row.verdict_now is not row.verdict


def _history_head(row: HistoryRow, look: Look) -> list[Run]:
    runs = _verdict_runs(row.verdict, row.confidence, look)
    if row.verdict_now is not None and has_changed(row):
        arrow = " → now " if look.unicode else " -> now "
        runs += [(arrow, Style.PLAIN), *_verdict_runs(row.verdict_now, row.confidence_now or 0.0, look)]
    return [*runs, (f"{_dot(look)}{row.checked:%Y-%m-%d %H:%M}", Style.DIM)]


def _verdict_runs(verdict: Verdict, confidence: float, look: Look) -> list[Run]:
    sure = phrases.confidence(verdict, confidence)
    return [
        (f"{_symbol(phrases.VERDICT_SYMBOLS[verdict], look)} {verdict.value.upper()}", VERDICT_STYLES[verdict]),
        (f" {sure}" if sure else "", Style.DIM),
    ]


def render_index_report(report: IndexReport, look: Look, told: Skipped | None = None) -> str:
    """Return what an index run did: documents by what happened to them, skipped ones with the reason.

    `told` is told elsewhere, and only counted here.
    """
    happened = [
        (len(report.new), "new"),
        (len(report.changed), "changed"),
        (len(report.unchanged), "unchanged"),
        (len(report.moved), "moved"),
        (len(report.removed), "removed"),
        (len(report.gone), "gone"),
        (len(report.skipped), "skipped"),
    ]
    counts = ", ".join(f"{number:,} {name}" for number, name in happened if number) or "nothing found"
    lines = wrap(plain(f"Documents: {counts}."), look)
    if report.new or report.changed:
        written = f"{phrases.count(report.sentences, 'sentence')} and {phrases.count(report.figures, 'figure')}"
        several = report.documents > len(report.new) + len(report.changed)
        held = f" in {phrases.count(report.documents, 'document')}" if several else ""
        lines += wrap(plain(f"Added {written}{held}."), look)
    if report.unsupported:
        lines += wrap(plain(f"Left aside {phrases.left_aside(report.unsupported)}."), look)
    rules = phrases.left_out(report.skipped)
    for rule, number in rules.items():
        lines += wrap(plain(f"Left out {phrases.count(number, 'path')} by {rule}."), look)
    for word, text in phrases.departures(report):
        lines += wrap([(f"{word}: ", Style.OPEN), (one_line(text), Style.PLAIN)], look, indent="  ")
    needing = phrases.needing(report.skipped)
    for hint, files in needing.items():
        text = f"{len(files):,} files, such as {printable(files[0].path)}"
        lines += _skipped(Skipped(text, files[0].reason.replace(files[0].path, text, 1), hint=hint), look)
    for skipped in report.skipped:
        if phrases.rule_of(skipped) not in rules and skipped.hint not in needing and skipped is not told:
            lines += _skipped(skipped, look)
    for path, note in phrases.summed_notes(report.notes):
        lines += wrap(
            [("note: ", Style.OPEN), (f"{printable(path)}: {one_line(note)}", Style.PLAIN)], look, indent="  "
        )
    return "\n".join(lines) + "\n"


def _skipped(skipped: Skipped, look: Look) -> list[str]:
    hint = f" ({one_line(skipped.hint)})" if skipped.hint else ""
    named = "" if skipped.reason.startswith(skipped.path) else f"{printable(skipped.path)}: "
    text = f"{named}{one_line(skipped.reason)}{hint}"
    return wrap([("skipped: ", Style.SPLIT), (text, Style.PLAIN)], look, indent="  ")


_CHANGES = {
    "new": Style.GOOD,
    "changed": Style.OPEN,
    "moved": Style.OPEN,
    "removed": Style.SPLIT,
    "gone": Style.SPLIT,
    "skipped": Style.BAD,
}


def render_change(event: str, path: str, reason: str, look: Look | None) -> str:
    """Return what became of a file that is watched: one line, or broken as it looks best."""
    text = one_line(reason) if path in reason else printable(path) + (f": {one_line(reason)}" if reason else "")
    start = f"{event:<8} "
    if look is None:
        return start + text
    indent = " " * len(start)
    first, *others = wrap(plain(text), look, first=indent)
    painted = paint([(start, _CHANGES.get(event, Style.PLAIN))], look)
    return "\n".join([painted + first[len(start) :], *others])


def render_remark(text: str, look: Look) -> str:
    """Return what is told beside the results, broken for a terminal."""
    return "\n".join(wrap(plain(one_line(text)), look, indent="  ")) + "\n"


def render_error(message: str, hint: str, look: Look, *, is_broken: bool = False) -> str:
    """Return an error in one line, with what to do next on a second; `is_broken` for a terminal."""
    parts = [("error: ", Style.BAD, message), ("hint: ", Style.OPEN, hint)]
    lines = []
    for name, style, text in parts:
        runs = [(name, style), (one_line(text), Style.PLAIN)]
        if text:
            lines += wrap(runs, look, indent="  ") if is_broken else [paint(runs, look)]
    return "\n".join(lines) + "\n"
