"""The ledger of sign-offs as a list for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import SignOff
from factcheck.render.jsonl import dumps
from factcheck.render.look import Look
from factcheck.render.page import Style, plain, wrap
from factcheck.render.text import one_line

Row = tuple[SignOff, str]
"""A sign-off, and whether it still holds ("holds", or what has become of it)."""


def render_signoffs(rows: Sequence[Row], look: Look) -> str:
    """Return the sign-offs one below the other, each with its number, its words and whether it still holds."""
    if not rows:
        return "\n".join(wrap(plain("Nothing has been signed off."), look)) + "\n"
    blocks = [_block(item, standing, look) for item, standing in rows]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _block(item: SignOff, standing: str, look: Look) -> list[str]:
    place = f"{one_line(item.path or item.draft)}:{item.line}"
    between = " · " if look.unicode else " - "
    head = between.join((f"{item.number}. {place} {item.code or item.state}", standing))
    note = f": {one_line(item.note)}" if item.note else ""
    lines = wrap(plain(head, Style.STRONG), look, first="", indent="   ")
    lines += wrap(plain(f"{one_line(item.by)}, {item.at.date().isoformat()}{note}"), look, first="   ")
    lines += wrap(plain(one_line(item.text), Style.DIM), look, first="   ")
    if item.source:
        lines += wrap(plain(one_line(item.source), Style.DIM), look, first="   ")
    return lines


def signoff_json(item: SignOff, standing: str) -> str:
    """Return a sign-off as one line of JSON."""
    fields = ("number", "draft", "path", "line", "code", "state", "by", "note", "text", "source")
    return dumps(
        {
            **{name: getattr(item, name) for name in fields},
            "at": item.at.isoformat(),
            "withdrawn": item.withdrawn.isoformat() if item.withdrawn else None,
            "holds": standing == "holds",
            "standing": standing,
        }
    )
