"""The shell of every HTML file: one file that opens offline, fetches nothing, and runs no script but its own.

Everything can be read, filtered and printed without the script, which only moves the focus by keys.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape as _escape

from factcheck.render import svg
from factcheck.render.text import one_line

STYLE = """
:root { color-scheme: light dark; --ink: #1d2129; --soft: #59616e; --page: #fff; --panel: #f5f6f8; --line: #d5d9e0;
  --supported: #11683a; --conflicting: #a91f2b; --mixed: #7d5200; --unverified: #2456a6; --mark: #fff0b8;
  --paper: var(--page); }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ee; --soft: #a5adba; --page: #16181d; --panel: #20242b;
  --line: #3a404b; --supported: #6fd39c; --conflicting: #ff8f94; --mixed: #f0bd5c; --unverified: #8db6ff;
  --mark: #5a4a12; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
td { overflow-wrap: break-word; unicode-bidi: plaintext; }
h1, h2, h3, p, li, blockquote { overflow-wrap: anywhere; unicode-bidi: plaintext; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 0 0 .3rem; font-size: 1.1rem; }
.soft { color: var(--soft); } .verdict { font-weight: 700; white-space: nowrap; }
.supported, .supports { color: var(--supported); } .conflicting, .conflicts { color: var(--conflicting); }
.mixed { color: var(--mixed); } .unverified { color: var(--unverified); }
figure { margin: 0; } blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
figcaption { color: var(--soft); overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; font-weight: 700; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; }
code { overflow-wrap: anywhere; font-size: .85em; }
.picture { display: block; width: 100%; max-width: 32rem; height: auto; margin: 1rem 0; }
a { color: var(--unverified); } :focus-visible { outline: 3px solid var(--unverified); outline-offset: 2px; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; min-width: 0; }
legend { padding: 0 .4rem; } label { display: inline-block; padding: .15rem 1rem .15rem 0; }
input { accent-color: var(--unverified); width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; }
kbd { padding: 0 .3rem; border: 1px solid var(--line); border-radius: 3px; font-size: .85em; }
@media (max-width: 34rem) { body { font-size: .92rem; }
  table, tbody, tr, td { display: block; } thead { position: absolute;
  width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .4rem 0; border-bottom: 1px solid var(--line); } td, td.number { border: 0; padding: .1rem 0;
  text-align: left; white-space: normal; } td:empty { display: none; }
  td::before { content: attr(data-label) ": "; color: var(--soft); } }
@page { margin: 18mm; }
@media print { :focus-visible { outline: none; } .picture { break-inside: avoid; } :root { --page: #fff; --panel: #fff; --ink: #000; --soft: #333; --mark: #ddd; } fieldset { display: none; }
  body { font-size: 10pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; }
  h2, h3 { break-after: avoid; } }
"""  # noqa: E501  # a line a rule

SCRIPT = """
addEventListener("keydown", event => {
  const step = { j: 1, k: -1, n: 1, p: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
  const wanted = "np".includes(event.key) ? "[data-stop=problem]" : "[data-stop]";
  const stops = [...document.querySelectorAll(wanted)].filter(stop => stop.getClientRects().length);
  if (step < 0) stops.reverse();
  const here = document.activeElement.closest("[data-stop]");
  const side = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const next = here ? stops.find(stop => here.compareDocumentPosition(stop) & side) : stops[0];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  event.preventDefault();
});
"""


def policy() -> str:
    """Return the content security policy: nothing is fetched, and no script runs but `SCRIPT`."""
    digest = b64encode(sha256(SCRIPT.encode("utf-8")).digest()).decode("ascii")
    allowed = f"style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def page(title: str, body: str, style: str = "") -> str:
    """Return a whole page; the title is text, the body HTML already, the style added to that of all pages."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy()}">
<title>{escape(title)}</title>
<style>{STYLE}{svg.STYLE}{style}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{body}
</main>
<script>{SCRIPT}</script>
</body>
</html>
"""


def escape(text: str) -> str:
    """Return the text, printable and on one line, so that HTML shows its characters and does nothing with them."""
    return _escape(one_line(text))


def filters(noun: str, kinds: Sequence[tuple[str, str]]) -> str:
    """Return boxes that show and hide elements by their `data-kind`, and the keys; kinds are names and words.

    The keys can be turned off, for those whose speech or switch input types letters (WCAG 2.1.4).
    """
    boxes = "\n".join(
        f'<label><input type="checkbox" id="show-{kind}" checked> {escape(words)}</label>' for kind, words in kinds
    )
    keys = "<kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>n</kbd> <kbd>p</kbd> next and previous problem"
    return f"""<fieldset><legend>Show {escape(noun)}</legend>
{boxes}
</fieldset>
<fieldset><legend>Keys</legend>
<label><input type="checkbox" id="keys" checked> {keys}</label>
</fieldset>"""


def filter_rules(kinds: Iterable[str]) -> str:
    """Return the style rules by which the boxes of `filters` work."""
    return "\n".join(f"main:has(#show-{kind}:not(:checked)) [data-kind={kind}] {{ display: none; }}" for kind in kinds)


def drawn(pictures: Iterable[svg.Picture]) -> str:
    """Return pictures as elements of a page."""
    return "".join(f"{picture.inline()}\n" for picture in pictures)
