"""The verification report as one HTML file that opens offline: no script, nothing fetched, light, dark and print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape as _escape

from factcheck.models import Check, Comparison, Evidence, Relation, Source, SourceRow
from factcheck.render import phrases
from factcheck.render.markdown import WHAT_IT_MEANS
from factcheck.render.text import one_line, printable

STYLE = """
:root { color-scheme: light dark; --ink: #1d2129; --soft: #59616e; --page: #fff; --panel: #f5f6f8; --line: #d5d9e0;
  --supported: #11683a; --conflicting: #a91f2b; --mixed: #7d5200; --unverified: #2456a6; --mark: #fff0b8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ee; --soft: #a5adba; --page: #16181d; --panel: #20242b;
  --line: #3a404b; --supported: #6fd39c; --conflicting: #ff8f94; --mixed: #f0bd5c; --unverified: #8db6ff;
  --mark: #5a4a12; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 0 0 .3rem; font-size: 1.1rem; }
.soft { color: var(--soft); } .verdict { font-weight: 700; white-space: nowrap; }
.supported, .supports { color: var(--supported); } .conflicting, .conflicts { color: var(--conflicting); }
.mixed { color: var(--mixed); } .unverified { color: var(--unverified); }
article { margin: 1.25rem 0; padding: 1rem; background: var(--panel);
  border: 1px solid var(--line); border-radius: 6px; }
figure { margin: 1rem 0 0; } blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
figcaption { color: var(--soft); overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; font-weight: 700; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; } code { overflow-wrap: anywhere; font-size: .85em; }
a { color: var(--unverified); }
@media (max-width: 34rem) { body { font-size: .92rem; } th, td { padding: .25rem .35rem; } article { padding: .7rem; } }
@media print { article { break-inside: avoid; background: none; } main { max-width: none; padding: 0; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def escape(text: str) -> str:
    """Return the text, printable and on one line, so that HTML shows its characters and does nothing with them."""
    return _escape(one_line(text))


def report(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    """Return the report as one file: a summary, each claim with its passages and figures, the sources."""
    claims = "\n".join(_claim(number, check) for number, check in enumerate(checks, 1))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<p><time datetime="{day.isoformat()}">{phrases.day(day)}</time>. Database: {escape(database)}.
{escape(phrases.tally(checks))}</p>
<p class="soft">{WHAT_IT_MEANS}</p>
<h2>Summary</h2>
{_summary(checks)}
<h2>Claims</h2>
{claims}
<h2>Sources</h2>
{_sources(sources)}
</main>
</body>
</html>
"""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """Return a table of cells that are HTML already; `numbers` names the columns that stand flush right."""
    classes = [' class="number"' if name in numbers else "" for name in head]
    heads = "".join(f'<th scope="col"{kind}>{name}</th>' for name, kind in zip(head, classes, strict=True))
    body = "\n".join(
        "<tr>" + "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(row, classes, strict=True)) + "</tr>"
        for row in rows
    )
    return (
        '<div class="scroll" tabindex="0" role="group" aria-label="table"><table>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
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
            phrases.share(check.confidence),
            _best(check),
        )
        for number, check in enumerate(checks, 1)
    ]
    return _table(("No.", "Claim", "Verdict", "Confidence", "Best source"), rows, ("No.", "Confidence"))


def _best(check: Check) -> str:
    best = phrases.best_evidence(check)
    if best is None:
        return "none"
    source = best.passage.source
    return escape(phrases.title(source) + (f", {phrases.day(source.published)}" if source.published else ""))


def _claim(number: int, check: Check) -> str:
    shown = [item for item in check.evidence if phrases.is_shown(item)]
    passages = "\n".join(_passage(item, check) for item in shown)
    reasons = " ".join(escape(reason) for reason in phrases.verdict_sentences(check))
    return f"""<article id="claim-{number}">
<h3>{number}. {escape(check.claim)}</h3>
<p>{_verdict(check)}, confidence {phrases.share(check.confidence)}. {reasons}</p>
{_assertions(check)}{passages or "<p>No passage of the sources bears on this claim.</p>"}
</article>"""


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
    return f"""<figure>
<p><span class="verdict {judgement.stance.value}">{stance}</span>,
{phrases.share(judgement.score)}{phrases.remarks(item, check, escape)}</p>
<blockquote>{_quotation(item)}</blockquote>
<figcaption>{_caption(item.passage.source)}</figcaption>
{_figures(item)}{reasons}
</figure>"""


def _quotation(item: Evidence) -> str:
    text, at, pieces = printable(item.passage.text), 0, []
    spans = {
        (comparison.source_figure.start, comparison.source_figure.end)
        for comparison in item.judgement.comparisons
        if comparison.source_figure
    }
    for start, end in sorted(spans):
        if start >= at:
            pieces += [_escape(text[at:start]), f"<mark>{_escape(text[start:end])}</mark>"]
            at = end
    return "".join([*pieces, _escape(text[at:])])


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
    return _table(head, map(_figure_row, comparisons), ("Difference", "Per cent"))


def _figure_row(comparison: Comparison) -> Sequence[str]:
    source = comparison.source_figure
    relation = " ".join(phrases.RELATION_WORDS[comparison.relation])
    colour = {Relation.DIFFERENT: "conflicts", Relation.EQUAL: "supports", Relation.WITHIN: "supports"}
    return [
        escape(phrases.described(comparison.claim_figure)),
        escape(phrases.described(source)) if source else "–",
        escape(phrases.difference(comparison)),
        escape(phrases.difference_percent(comparison)),
        f'<span class="{colour.get(comparison.relation, "mixed")}">{relation}</span>',
    ]


def _sources(sources: Sequence[SourceRow]) -> str:
    if not sources:
        return "<p>No source is indexed.</p>"
    return _table(("No.", "Title", "Published", "File", "SHA-256"), map(_source_row, sources), ("No.",))


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
