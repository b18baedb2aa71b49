"""Lines of pages to paragraphs: running heads dropped, headings told by their type, broken words made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.ingest.dates import find_date
from factcheck.ingest.docx import lay_out_rows
from factcheck.ingest.layout import Layout
from factcheck.ingest.lines import item_text_at
from factcheck.ingest.pdf_lines import Line

MARGIN_ROWS = 3
"""Running heads and page numbers are at most this many rows above or below the text, and apart from it."""
MARGIN_GAP = 1.7
"""How far apart, from one line to the next, in sizes of their type."""
MAX_MARGIN_SHARE = 0.3
"""Margins that hold more of the text than this are none."""
HEADING_SIZE = 1.12
"""Type larger than the body by this much is a heading."""
MAX_HEADING_WORDS = 20


def lay_out(pages: Sequence[Sequence[Line]]) -> tuple[Layout, list[str]]:
    """Return the blocks of the pages, and the running heads that were left out of them."""
    margins = [_margin(page) for page in pages]
    heads = _running_heads(margins)
    body = _usual_size([line for page in pages for line in page])
    dropped = [line for margin in margins for line in margin if _is_head(line, heads) or _is_dated_head(line, body)]
    if _characters(dropped) > MAX_MARGIN_SHARE * _characters([line for page in pages for line in page]):
        dropped = []  # pages that are much the same, such as forms
    apart = {id(line) for line in dropped}
    lines = [line for page in pages for line in page if id(line) not in apart]
    body = _usual_size(lines)
    words = _Words(lines)
    layout = Layout()
    for group in _groups(_with_drop_caps(lines, body), body):
        _add(layout, group, body, words)
    return layout, [line.text for line in dropped]


def _usual_size(lines: Sequence[Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _characters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _margin(page: Sequence[Line]) -> list[Line]:
    """Return the lines above and below the text, as far as a gap or another size of type parts them from it."""
    rows = sorted({line.y for line in page}, reverse=True)
    if len(rows) < 3:
        return []
    size = max(1.0, sorted(line.size for line in page)[len(page) // 2])
    types = {line.y: round(line.size, 1) for line in page}
    gaps = [above - below > MARGIN_GAP * size or types[above] != types[below] for above, below in pairwise(rows)]
    top = max((place + 1 for place in range(min(MARGIN_ROWS, len(gaps))) if gaps[place]), default=0)
    bottom = max((place + 1 for place in range(min(MARGIN_ROWS, len(gaps))) if gaps[-1 - place]), default=0)
    outside = {*rows[:top], *rows[len(rows) - bottom :]}
    return [line for line in page if line.y in outside]


def _running_heads(margins: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines, digits as 0, that stand in the margins of two pages in five or more."""
    counts = Counter(key for margin in margins for key in {_key(line.text) for line in margin})
    return frozenset(key for key, count in counts.items() if count >= max(2, 0.4 * len(margins)))


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", text)


_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7}|\d{1,3}\s*(?:of|/)\s*\d{1,3})[-–—|\s]*", re.IGNORECASE
)


def _is_head(line: Line, heads: frozenset[str]) -> bool:
    return _key(line.text) in heads or _PAGE_NUMBER.fullmatch(line.text) is not None


MAX_HEAD_WORDS = 12


def _is_dated_head(line: Line, body: float) -> bool:
    """Whether a line of a margin is the head of a single page, such as that of a cutting: short, small and dated."""
    is_small = line.size <= HEADING_SIZE * body and len(line.text.split()) <= MAX_HEAD_WORDS
    return is_small and not line.text.endswith((".", "!", "?", ":")) and find_date(line.text) is not None


def _with_drop_caps(lines: Sequence[Line], body: float) -> Iterator[Line]:
    """Yield the lines, a large first letter put back before the line beside it."""
    letter = ""
    for line in lines:
        if len(line.text) == 1 and line.text.isalpha() and line.size > 1.5 * body:
            letter = line.text
            continue
        yield replace(line, text=letter + line.text) if letter else line
        letter = ""


def _groups(lines: Iterator[Line], body: float) -> Iterator[list[Line]]:
    """Yield the lines that belong together: of a paragraph, a heading, a table."""
    everything = list(lines)
    leading = _leading(everything)
    usual = sorted(len(line.text) for line in everything)[len(everything) * 3 // 4] if everything else 0
    group: list[Line] = []
    for line in everything:
        if group and _starts_group(group, line, body, leading, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance between lines, in sizes of their type."""
    gaps = Counter(
        round((line.y - below.y) / line.size, 1)
        for line, below in pairwise(lines)
        if line.size and line.page == below.page and 0.8 * line.size < line.y - below.y < 3 * line.size
    )
    return gaps.most_common(1)[0][0] if gaps else 1.2


def _starts_group(group: list[Line], line: Line, body: float, leading: float, usual: int) -> bool:
    last = group[-1]
    if bool(line.cells) != bool(last.cells):
        return True
    if line.cells:
        return line.page != last.page
    if abs(line.size - last.size) > 0.1 * (last.size or 1):
        return True
    ends_heading = line.size > HEADING_SIZE * body and not any(letter.isalpha() for letter in line.text)  # "2025/26"
    if _is_heading(line, body) != _is_heading(last, body) and not ends_heading:
        return True
    if item_text_at(line.text):
        return True
    is_ended = last.text.rstrip("\"'”’)").endswith((".", "!", "?", ":"))
    gap = last.y - line.y
    if line.page != last.page or gap < -0.5 * (line.size or 1):  # the next page or column
        return (is_ended and not line.text[0].islower()) or _is_heading(line, body)
    if gap > (leading + 0.35) * (line.size or 1):
        return True
    is_indented = line.x - min(group[-1].x, group[0].x if len(group) == 1 else group[-1].x) > 0.4 * (line.size or 1)
    return is_ended and (is_indented or len(last.text) < 0.75 * usual)


def _is_heading(line: Line, body: float) -> bool:
    if line.cells or len(line.text.split()) > MAX_HEADING_WORDS or not any(c.isalpha() for c in line.text):
        return False
    if line.size > HEADING_SIZE * body:
        return True
    return line.is_bold and line.size >= 0.95 * body and not line.text.endswith((".", ",", ";"))


def _add(layout: Layout, group: list[Line], body: float, words: _Words) -> None:
    first = group[0]
    if first.cells:
        if len(group) == 1:
            layout.add(first.text, page=first.page)
        else:
            lay_out_rows(layout, [list(line.cells) for line in group], first.page)
        return
    text = first.text
    for line in group[1:]:
        text = words.join(text, line.text)
    if _is_heading(first, body) and len(text.split()) <= 2 * MAX_HEADING_WORDS:
        layout.add(text, "heading", level=max(1, 6 - round(4 * (first.size / (body or 1) - 1))), page=first.page)
        return
    inside = item_text_at(text)
    layout.add(text[inside:], "item" if inside else "paragraph", page=first.page)


_KEEP_HYPHEN = frozenset(
    "mid non ex self anti pro co pre post vice well so cross long short high low half all semi multi one two three four"
    " five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety north south east west".split()
)


class _Words:
    """Joins lines, and knows from the rest of the document which words are written with a hyphen."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._known = {
            word.lower() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text[:-1])
        }

    def join(self, text: str, line: str) -> str:
        """Return a text with the next line added, a word broken at the end of it whole again."""
        if text.endswith("\u00ad"):
            return text[:-1] + line
        broken = re.search(r"([^\W\d_]+)[-\u2010]\Z", text[-80:])
        if not broken:
            return f"{text} {line}"
        rest = re.match(r"[^\W\d_]*", line)
        after = rest[0] if rest else ""
        if not after[:1].islower() or self._has_hyphen(broken[1].lower(), after.lower()):
            return text + line
        return text[:-1] + line

    def _has_hyphen(self, before: str, after: str) -> bool:
        if f"{before}-{after}" in self._known:
            return True
        return before in _KEEP_HYPHEN and before + after not in self._known
