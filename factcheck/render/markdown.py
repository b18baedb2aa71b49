"""The verification report as Markdown: CommonMark, with the tables and footnotes of GitHub's and pandoc's.

Nothing of a source or a claim acts as markup: every character that could is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote

from factcheck.models import Check, Comparison, Evidence, Source, SourceRow
from factcheck.render import phrases
from factcheck.render.pictures import pictures_of, share_of
from factcheck.render.svg import Picture
from factcheck.render.text import one_line

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@$!^]")
LINE_START = re.compile(r"^([-+=:])|^(\d+)([.)])(?=\s|$)")
ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")

WHAT_IT_MEANS = (
    "A verdict compares a claim with the sources listed below. It does not say what is true, and sources that are"
    " not listed were not asked."
)


def inline(text: str) -> str:
    """Return the text on one line, so that within a line Markdown shows its characters and does nothing with them."""
    return _unmarked(one_line(text))


def escape(text: str) -> str:
    """Return the text as `inline` does, and safe at the beginning of a line as well."""
    return _begun(inline(text))


def _unmarked(text: str) -> str:
    escaped = MARKUP.sub(r"\\\g<0>", text)
    return ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", escaped)


def _begun(line: str) -> str:
    return LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


class _Notes:
    """Footnotes, numbered in the order in which passages are first named."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._sources: list[Source] = []

    def mark(self, source: Source) -> str:
        """Return the mark of the passage's footnote."""
        key = (source.document, source.start, source.end)
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return f"[^{self._numbers[key]}]"

    def lines(self) -> list[str]:
        """Return the footnotes; each begins with two words, so that no reader takes it for a link's address."""
        return [f"[^{number}]: See {_footnote(source)}" for number, source in enumerate(self._sources, 1)]


def _footnote(source: Source) -> str:
    author = [inline(source.author)] if source.author else []
    where = f"{inline(source.path)}, line {source.line}"
    url = [inline(source.url)] if source.url else []
    return ", ".join(
        [f"“{inline(phrases.title(source))}”", *author, *map(inline, phrases.details(source)), where, *url]
    )


def report(
    checks: Sequence[Check],
    *,
    title: str,
    day: date,
    database: str,
    sources: Sequence[SourceRow],
    pictures: str | None = None,
) -> str:
    """Return the report: a summary table, each claim with its passages and figures, the sources, footnotes.

    `pictures` is the folder, beside the report, of the files that `picture_files` names; None for none.
    """
    notes = _Notes()
    parts = [
        f"# {inline(title)}",
        f"{phrases.day(day)}. Database: {inline(database)}. {inline(phrases.tally(checks))}",
        f"*{WHAT_IT_MEANS}*",
        "## Summary",
        *_pictures(share_of(checks), pictures),
        _summary(checks, notes),
        "## Claims",
        *(part for number, check in enumerate(checks, 1) for part in _claim(number, check, day, notes, pictures)),
        "## Sources",
        _sources(sources),
        *notes.lines(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()) -> str:
    rule = ["---:" if name in right else "---" for name in head]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def _summary(checks: Sequence[Check], notes: _Notes) -> str:
    if not checks:
        return "No claim was given."
    head = ("No.", "Claim", "Verdict", "Confidence", "Best source")
    rows = [
        (str(number), inline(check.claim), _verdict(check), _confidence(check), _best(check, notes))
        for number, check in enumerate(checks, 1)
    ]
    return _table(head, rows, right=("No.", "Confidence"))


def _verdict(check: Check) -> str:
    return f"{inline(phrases.VERDICT_SYMBOLS[check.verdict])} {check.verdict.value}"


def _confidence(check: Check) -> str:
    return phrases.confidence(check.verdict, check.confidence) or "–"


def _best(check: Check, notes: _Notes) -> str:
    best = phrases.best_evidence(check)
    if best is None:
        return "none"
    source = best.passage.source
    published = f", {phrases.day(source.published)}" if source.published else ""
    return f"{inline(phrases.title(source))}{published}{notes.mark(source)}"


def _pictures(drawn: Iterable[Picture], folder: str | None) -> list[str]:
    """Return a line a picture, what it shows in words as its alternative; none without a folder of pictures."""
    if folder is None:
        return []
    return [
        f"![{inline(f'{picture.title}. {picture.description}')}]({quote(folder)}/{picture.name}.svg)"
        for picture in drawn
    ]


def _claim(number: int, check: Check, day: date, notes: _Notes, pictures: str | None) -> list[str]:
    return [
        f"### {number}. {inline(check.claim)}",
        f"{phrases.with_confidence(check, f'**{_verdict(check)}**')}. "
        + " ".join(map(inline, [*phrases.verdict_sentences(check), phrases.claim_day(check, day)])).rstrip(),
        _assertions(check),
        *_pictures(pictures_of(number, check) if pictures else (), pictures),
        phrases.no_passage(check),
        *(part for item in phrases.listed(check) for part in _passage(item, check, notes)),
    ]


def _assertions(check: Check) -> str:
    if len(check.assertions) < 2:
        return ""
    lines = []
    for item in check.assertions:
        symbol = inline(phrases.VERDICT_SYMBOLS[item.verdict])
        reason = f" ({inline(item.reasons[0].rstrip('.'))})" if item.reasons else ""
        lines.append(f"- {symbol} {item.verdict.value}: {inline(item.assertion.text)}{reason}")
    return "\n".join(lines)


def _passage(item: Evidence, check: Check, notes: _Notes) -> list[str]:
    judgement = item.judgement
    symbol = phrases.STANCE_SYMBOLS[judgement.stance]
    source = item.passage.source
    where = ", ".join([phrases.title(source), *phrases.details(source)])
    reasons = escape(" ".join(map(phrases.sentence, phrases.further_reasons(item, check))))
    return [
        f"{symbol} **{judgement.stance.value}** ({phrases.strength(judgement)}"
        f"{phrases.remarks(item, check, inline)}), {inline(where)}:",
        f"> {_quotation(item)}{notes.mark(source)}",
        _figures(item),
        reasons,
    ]


def _quotation(item: Evidence) -> str:
    """Return the passage with the figures compared in bold, where Markdown's rules let bold begin and end."""
    pieces = phrases.compared_pieces(item, _may_be_bold)
    marked = (f"**{_unmarked(text)}**" if compared else _unmarked(text) for text, compared in pieces)
    return _begun(" ".join("".join(marked).split()))


def _may_be_bold(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    inner = text[start:end]
    return (
        bool(inner) and inner == inner.strip() and before in ("", " ", "(", '"', "“") and after in {"", *' .,;:!?)"”'}
    )


def _figures(item: Evidence) -> str:
    comparisons = item.judgement.comparisons
    if not comparisons or item.repeats is not None:
        return ""
    head = ("Claim", "Source", "Difference", "Per cent", "Relation")
    return _table(head, map(_figure_row, comparisons), right=("Difference", "Per cent"))


def _figure_row(comparison: Comparison) -> Sequence[str]:
    cells = (
        phrases.claimed(comparison),
        phrases.stated(comparison) or "–",
        phrases.difference(comparison),
        phrases.difference_percent(comparison),
        " ".join(phrases.RELATION_WORDS[comparison.relation]),
    )
    return [inline(cell) if cell else "" for cell in cells]


def _sources(sources: Sequence[SourceRow]) -> str:
    if not sources:
        return "No source is indexed."
    head = ("No.", "Title", "Published", "File", "SHA-256")
    return _table(head, map(_source_row, sources), right=("No.",))


def _source_row(row: SourceRow) -> Sequence[str]:
    title = phrases.row_title(row)
    label = f" {inline(phrases.label(row))}".rstrip()
    published = phrases.day(row.published) if row.published else "undated"
    return str(row.document), f"{inline(title)}{label}", published, inline(row.path), f"`{inline(row.sha256)}`"
