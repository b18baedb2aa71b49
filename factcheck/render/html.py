"""The verification report as one HTML file: claim on one side, its passages on the other; filters, keys, print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape as _escape

from factcheck.models import Check, Comparison, Evidence, Relation, Source, SourceRow, Verdict
from factcheck.render import phrases, pictures
from factcheck.render.markdown import WHAT_IT_MEANS
from factcheck.render.text import printable
from factcheck.render.web import drawn, escape, filter_rules, filters, page

KINDS = [(verdict.value, f"{phrases.VERDICT_SYMBOLS[verdict]} {verdict.value}") for verdict in Verdict]
STYLE = f"""
article {{ --paper: var(--panel); margin: 1.25rem 0; padding: 1rem; background: var(--panel); scroll-margin: 1rem;
  border: 1px solid var(--line); border-radius: 6px; }}
.passage + .passage {{ margin-top: 1.5rem; }} .found p:first-child {{ margin-top: 0; }}
@media (min-width: 62rem) {{ article {{ display: grid; grid-template-columns: 2fr 3fr; gap: 0 2rem; }} }}
@media (max-width: 34rem) {{ article {{ padding: .7rem; }} }}
@media print {{ article {{ display: block; border: 0; border-top: 1px solid #000; border-radius: 0; padding: .5rem 0; }}
  .passage {{ break-inside: avoid; }} }}
{filter_rules(kind for kind, _ in KINDS)}
"""


def report(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    """Return the report as one file: a summary, each claim with its passages and figures, the sources."""
    claims = "\n".join(_claim(number, check, day) for number, check in enumerate(checks, 1))
    body = f"""<p><time datetime="{day.isoformat()}">{phrases.day(day)}</time>. Database: {escape(database)}.
{escape(phrases.tally(checks))}</p>
<p class="soft">{WHAT_IT_MEANS}</p>
{filters("claims", KINDS)}
<h2>Summary</h2>
{drawn(pictures.share_of(checks))}{_summary(checks)}
<h2>Claims</h2>
{claims}
<h2>Sources</h2>
{_sources(sources)}"""
    return page(title, body, STYLE)


def _table(
    label: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> str:
    """Return a table of cells that are HTML already; `numbers` names the columns that stand flush right.

    `kinds` are what the rows are shown and hidden by, where they are. The roles say once more what is a table: a
    browser forgets it of one whose cells a phone shows one below another.
    """
    rows = list(rows)
    marks = [f' data-kind="{kind}"' for kind in kinds] or [""] * len(rows)
    classes = [' class="number"' if name in numbers else "" for name in head]
    heads = "".join(
        f'<th role="columnheader" scope="col"{kind}>{name}</th>' for name, kind in zip(head, classes, strict=True)
    )
    body = "\n".join(
        f'<tr role="row"{mark}>{_cells(head, row, classes)}</tr>' for row, mark in zip(rows, marks, strict=True)
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(label)}"><table role="table">\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table></div>'
    )


def _cells(head: Sequence[str], row: Sequence[str], classes: Sequence[str]) -> str:
    """Return the cells of a row; each names its column, for a phone, where they stand one below another."""
    return "".join(
        f'<td role="cell" data-label="{name}"{kind}>{cell}</td>'
        for name, cell, kind in zip(head, row, classes, strict=True)
    )


def _verdict(check: Check) -> str:
    verdict = check.verdict
    return f'<span class="verdict {verdict.value}">{phrases.VERDICT_SYMBOLS[verdict]} {verdict.value}</span>'


def _summary(checks: Sequence[Check]) -> str:
    if not checks:
        return "<p>No claim was given.</p>"
    rows = [
        (
            str(number),
            f'<a href="#claim-{number}">{escape(check.claim)}</a>',
            _verdict(check),
            phrases.confidence(check.verdict, check.confidence) or "–",
            _best(check),
        )
        for number, check in enumerate(checks, 1)
    ]
    head = ("No.", "Claim", "Verdict", "Confidence", "Best source")
    return _table("Claims", head, rows, ("No.", "Confidence"), [check.verdict.value for check in checks])


def _best(check: Check) -> str:
    best = phrases.best_evidence(check)
    if best is None:
        return "none"
    source = best.passage.source
    return escape(phrases.title(source) + (f", {phrases.day(source.published)}" if source.published else ""))


def _claim(number: int, check: Check, day: date) -> str:
    passages = "\n".join(_passage(item, check) for item in phrases.listed(check))
    reasons = " ".join(map(escape, [*phrases.verdict_sentences(check), phrases.claim_day(check, day)])).rstrip()
    seen = drawn(pictures.pictures_of(number, check))
    stop = "problem" if check.verdict in (Verdict.CONFLICTING, Verdict.MIXED) else "claim"
    return f"""<article id="claim-{number}" data-kind="{check.verdict.value}" data-stop="{stop}" tabindex="-1">
<div class="said">
<h3>{number}. {escape(check.claim)}</h3>
<p>{phrases.with_confidence(check, _verdict(check))}. {reasons}</p>
{_assertions(check)}{seen}</div>
<div class="found">
{_none(check)}{passages}
</div>
</article>"""


def _none(check: Check) -> str:
    told = phrases.no_passage(check)
    return f"<p>{told}</p>\n" if told else ""


def _assertions(check: Check) -> str:
    if len(check.assertions) < 2:
        return ""
    items = []
    for item in check.assertions:
        verdict = f"{phrases.VERDICT_SYMBOLS[item.verdict]} {item.verdict.value}"
        reason = f" ({escape(item.reasons[0].rstrip('.'))})" if item.reasons else ""
        mark = f'<span class="verdict {item.verdict.value}">{verdict}</span>'
        items.append(f"<li>{mark}: {escape(item.assertion.text)}{reason}</li>")
    return "<ul>\n" + "\n".join(items) + "\n</ul>\n"


def _passage(item: Evidence, check: Check) -> str:
    judgement = item.judgement
    stance = f"{phrases.STANCE_SYMBOLS[judgement.stance]} {judgement.stance.value}"
    reasons = "".join(f"<p>{escape(phrases.sentence(reason))}</p>" for reason in phrases.further_reasons(item, check))
    return f"""<div class="passage">
<p><span class="verdict {judgement.stance.value}">{stance}</span>,
{phrases.strength(judgement)}{phrases.remarks(item, check, escape)}</p>
<figure>
<blockquote>{_quotation(item)}</blockquote>
<figcaption>{_caption(item.passage.source)}</figcaption>
</figure>
{_figures(item)}{reasons}
</div>"""


def _quotation(item: Evidence) -> str:
    pieces = phrases.compared_pieces(item)
    return "".join(f"<mark>{_escape(text)}</mark>" if compared else _escape(text) for text, compared in pieces)


def _caption(source: Source) -> str:
    author = [source.author] if source.author else []
    about = ", ".join([phrases.title(source), *author, *phrases.details(source)])
    return f"{escape(about)}, <code>{_escape(phrases.place(source))}</code>{_link(source)}"


def _link(source: Source) -> str:
    """Return a link to the source's address, if it is one that a browser may safely open."""
    url = source.url or ""
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return f', <a href="{_escape(printable(url))}" rel="noreferrer">{escape(url)}</a>'


def _figures(item: Evidence) -> str:
    comparisons = item.judgement.comparisons
    if not comparisons or item.repeats is not None:
        return ""
    head = ("Claim", "Source", "Difference", "Per cent", "Relation")
    return _table("Figures compared", head, map(_figure_row, comparisons), ("Difference", "Per cent"))


def _figure_row(comparison: Comparison) -> Sequence[str]:
    relation = " ".join(phrases.RELATION_WORDS[comparison.relation])
    colour = {Relation.DIFFERENT: "conflicts", Relation.EQUAL: "supports", Relation.WITHIN: "supports"}
    return [
        escape(phrases.claimed(comparison)),
        escape(phrases.stated(comparison) or "–"),
        escape(phrases.difference(comparison)),
        escape(phrases.difference_percent(comparison)),
        f'<span class="{colour.get(comparison.relation, "mixed")}">{relation}</span>',
    ]


def _sources(sources: Sequence[SourceRow]) -> str:
    if not sources:
        return "<p>No source is indexed.</p>"
    head = ("No.", "Title", "Published", "File", "SHA-256")
    return _table("Sources", head, map(_source_row, sources), ("No.",))


def _source_row(row: SourceRow) -> Sequence[str]:
    label = f" {phrases.label(row)}".rstrip()
    published = phrases.day(row.published) if row.published else "undated"
    return [
        str(row.document),
        escape(phrases.row_title(row) + label),
        published,
        f"<code>{_escape(printable(row.path))}</code>",
        f"<code>{escape(row.sha256)}</code>",
    ]
