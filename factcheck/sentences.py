"""Sentences of a document: blocks first, then sentencex, then the abbreviations of news English.

sentencex (a Rust port, 44-108 MB/s) finds most ends; what it gets wrong in news ("Lt.-Gen. | Omar", "vol. | 3",
"said no. Dr. Jones agreed." as one) is mended here from small tables. A quotation stays with its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise

from factcheck.models import Block, Document, Sentence

# sentencex takes time in the square of the quotation marks that are never closed, so a block goes to it in
# windows of this many code points. It is also the longest sentence: what has no end within a window is cut.
WINDOW = 20_000

# Before a name: the full stop never ends a sentence when a capital follows.
_TITLES = frozenset(
    "mr mrs ms mx dr prof gen lt col maj sgt cpl pvt capt cmdr cdr adm sen rep gov pres rev fr hon messrs mme mlle "
    "supt det insp const ald amb atty brig pfc rt st mt ft lieut".split()
)
# Before a number: "No. 10", "Sept. 12", "pp. 4-6".
_BEFORE_NUMBERS = frozenset(
    "no nos p pp vol vols ch fig figs art arts sec sect para cl tel fax est approx ca c circa "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
# Within a sentence whatever follows.
_NEVER_LAST = frozenset("e.g i.e cf viz vs v incl excl approx esp".split())
# Within a sentence when a small letter or a comma follows; a capital after them begins the next one.
_BEFORE_SMALL = (
    frozenset(
        "inc corp co ltd plc bros llc jr sr etc a.m p.m u.s u.k u.n e.u d.c dept univ assn govt intl pct "
        "mi ft in lb lbs oz hr hrs min mins km kg sq yd calif fla tex penn mass conn minn wash mich wis ont que".split()
    )
    | _BEFORE_NUMBERS
    | _TITLES
)
# After a clock time: "4:15 p.m. EST", "10 p.m. Monday".
_AFTER_CLOCK = frozenset(
    "EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET CEST IST JST AEST AEDT "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun".split()
)
# Written small, these are words before they are abbreviations: "said no. Dr. Jones", "came in. Then".
_WORDS_TOO = frozenset({"no", "in", "mar", "art", "fig", "sat", "sun", "gov", "mass", "wash", "miss"})
# Whose full stop may leave a sentence open; see `_joins`.
_OPEN = _NEVER_LAST | _TITLES | _BEFORE_NUMBERS | _BEFORE_SMALL | {"a.m", "p.m"}
_AFTER_ABBREVIATION = frozenset(".\"”’')]")
_BLANK = frozenset({"", "\ufeff"})
_NUMBER_ONLY = 8
"""A piece of so many characters may be the number of an item: "1. The vote passed."."""
_TAIL = 40
"""Characters of a piece in which the word before its full stop is looked for."""
_ABBREVIATIONS = (_BEFORE_NUMBERS | _NEVER_LAST | _BEFORE_SMALL) - _WORDS_TOO


def split_document(document: Document) -> list[Sentence]:
    """Return the sentences of a document in the order of its text; none crosses a block.

    A document without blocks is taken as paragraphs parted by blank lines.
    """
    return list(sentences_of(document))


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Yield the same one by one: all those of a long document take more room than its text."""
    text = document.text
    starts = line_starts(text)
    for block in document.blocks or paragraphs(text):
        kind, heading, page, position, speaker = block.kind, block.heading, block.page, block.position, block.speaker
        for start, end in _block_spans(text, block):
            line = bisect_right(starts, start)
            yield Sentence(text[start:end], start, end, line, kind, heading, page, position, speaker)


def split_text(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, without the white space around them.

    A blank line ends a sentence; a single line break does not. Spans without a letter or digit are left out.
    """
    return [span for block in paragraphs(text) for span in _spans(text, block.start, block.end)]


def paragraphs(text: str) -> list[Block]:
    """Return the stretches of a text that blank lines part."""
    blocks = []
    start = 0
    for gap in _patterns().blank_lines.finditer(text):
        blocks.append(Block(start, gap.start()))
        start = gap.end()
    blocks.append(Block(start, len(text)))
    return [block for block in blocks if text[block.start : block.end].strip()]


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins; lines end with LF, CR LF or CR alone."""
    if "\r" not in text:
        return list(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))
    return [0, *(found.end() for found in _patterns().line_end.finditer(text))]


def line_and_column(starts: list[int], offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset, given `line_starts` of its text."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.blank_lines = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")
        self.before_stop = re.compile(r"\s+(?=\.)")
        self.line_end = re.compile(r"\r\n|\n|\r")
        self.has_word = re.compile(r"[^\W_]")
        self.last_word = re.compile(r"([^\W\d_](?:\.?[^\W\d_])*)\.[\"”’')\]]*\s*$")
        self.first_word = re.compile(r"[\"“‘'(\[]*(\w+)")
        # What every missed end has: a text without it need not be looked at word by word.
        self.may_miss_end = re.compile(r"[.!?](?:[\"”’']?\))?\s+[\"“‘'(\[]?[A-Z]")
        # Ends that sentencex passes over: "said no. Dr. Jones", "(It rained.) The match".
        self.missed_end = re.compile(r"(?:(?<![\w.])([a-z]{2,})[.!?]|([.!?][\"”’']?\)))\s+(?=[\"“‘'(\[]?[A-Z])")
        self.number_only = re.compile(r"\(?(?:\d{1,3}|[^\W\d_])[.)]\s*$")


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def _block_spans(text: str, block: Block) -> Iterable[tuple[int, int]]:
    """Yield the sentence spans of one block; a heading or a table row is one sentence whatever its stops."""
    if block.kind in ("heading", "row") and block.end - block.start <= WINDOW:
        start, end = _trimmed(text, block.start, block.end)
        return [(start, end)] if _patterns().has_word.search(text, start, end) else []
    return _spans(text, block.start, block.end)


def _spans(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield the trimmed sentence spans of a stretch of text."""
    plain = _plain_spans(text, start, end) if end - start <= WINDOW else None
    return _mended_spans(text, start, end) if plain is None else plain


def _plain_spans(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the spans where sentencex has found every end, and no other; None where that has to be looked into.

    What follows looks at the marks themselves instead of searching for patterns; nine blocks in ten need no more.
    """
    from sentencex import segment

    patterns = _patterns()
    spans = []
    pieces = segment("en", _harmless(text[start:end]))
    left = len(pieces)
    for piece in pieces:
        stop = start + len(piece)
        body = piece.rstrip()
        left -= 1
        first, last = body[:1], body[-1:]
        if not first.isalnum() and (first.isspace() or first in _BLANK or not patterns.has_word.search(body)):
            return None
        if last == "\ufeff" or (left and (len(piece) <= _NUMBER_ONLY or _may_be_open(text, start, stop, body))):
            return None
        has_mark = body.find(".", 0, -1) >= 0 or body.find("!", 0, -1) >= 0 or body.find("?", 0, -1) >= 0
        if has_mark and patterns.may_miss_end.search(text, start, stop):
            return None
        spans.append((start, start + len(body)))
        start = stop
    return spans


def _may_be_open(text: str, start: int, stop: int, body: str) -> bool:
    """Tell whether a piece ends with an abbreviation; `body` is the piece without the white space at its end."""
    last = body[-1]
    if last not in _AFTER_ABBREVIATION:
        return False
    word = body[body.rfind(" ") + 1 : -1]
    if last != "." or not word.isalpha():
        word = "" if word[-1:].isdecimal() else _word_before_stop(text, max(start, stop - _TAIL), stop)
    return word.lower() in _OPEN


def _mended_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans with what sentencex gets wrong made good."""
    patterns = _patterns()
    for first, last in _merged(text, _ends(text, start, end)):
        span = _trimmed(text, first, last)
        if text[span[0] : span[0] + 1].isalnum() or patterns.has_word.search(text, *span):
            yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space (and byte order marks) at its ends."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    return start, end


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield raw pieces as sentencex finds them, window by window, with the ends that it passes over added."""
    from sentencex import segment

    while start < end:
        stop = min(start + WINDOW, end)
        bounds = accumulate(map(len, segment("en", _harmless(text[start:stop]))), initial=start)
        pieces = list(pairwise(bounds))
        if stop < end:
            stop = pieces[-1][0] if len(pieces) > 1 else _cut(text, start, stop)
            pieces = [(first, min(last, stop)) for first, last in pieces if first < stop]
        for first, last in pieces:
            yield from _divided(text, first, last)
        start = stop


def _harmless(text: str) -> str:
    """Return a text with plain spaces before its full stops: another kind, as in "Plan B\\u00a0.", ends sentencex."""
    if text.isascii() or not any(before[-1:].isspace() for before in text.split(".")[:-1]):
        return text
    return _patterns().before_stop.sub(lambda found: " " * len(found[0]), text)


def _cut(text: str, start: int, stop: int) -> int:
    """Return where to cut a stretch without a sentence end: after its last white space, or at its end."""
    half = start + (stop - start) // 2
    place = max(text.rfind(" ", half, stop), text.rfind("\n", half, stop))
    return place + 1 if place > 0 else stop


def _divided(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a piece, divided where sentencex took a plain word for an abbreviation, or stopped at a bracket."""
    if _patterns().may_miss_end.search(text, start, end) is None:
        yield start, end
        return
    for found in _patterns().missed_end.finditer(text, start, end):
        word = found[1]
        if word in _ABBREVIATIONS or _inside_quotation(text, start, found.start()):
            continue
        if not word and _ends_with_abbreviation(text, start, found.start() + 1):
            continue
        yield start, found.end()
        start = found.end()
    yield start, end


def _inside_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation mark is open at `end`."""
    return text.count('"', start, end) % 2 == 1 or text.count("“", start, end) > text.count("”", start, end)


def _ends_with_abbreviation(text: str, start: int, end: int) -> bool:
    found = _patterns().last_word.search(text, max(start, end - _TAIL), end)
    return found is not None and found[1].lower() in _BEFORE_SMALL


def _merged(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, those joined that an abbreviation's full stop had parted."""
    held: tuple[int, int] | None = None
    for start, end in pieces:
        if held is not None and _belong_together(text, held, start):
            held = (held[0], end)
        else:
            if held is not None:
                yield held
            held = (start, end)
    if held is not None:
        yield held


def _belong_together(text: str, left: tuple[int, int], right: int) -> bool:
    """Tell whether the piece at `right` carries on the sentence of `left`, which ends in front of it."""
    patterns = _patterns()
    if left[1] - left[0] <= _NUMBER_ONLY and patterns.number_only.match(text, left[0], left[1]):
        return True  # "1. The vote passed."
    word = _word_before_stop(text, max(left[0], left[1] - _TAIL), left[1])
    if word.lower() not in _OPEN:
        return False
    following = patterns.first_word.match(text, right)
    return following is not None and _joins(word, following[1])


def _word_before_stop(text: str, start: int, end: int) -> str:
    """Return the word or abbreviation before the full stop at the end of a stretch, "" where there is none."""
    last = text[start:end].rstrip().rpartition(" ")[2]
    if last[-1:] == "." and last[:-1].isalpha():
        return last[:-1]  # as nearly always; below, what any end may look like
    found = _patterns().last_word.search(text, start, end)
    return found[1] if found else ""


def _joins(word: str, following: str) -> bool:
    """Tell whether an abbreviation's full stop leaves the sentence open before the word that follows."""
    low = word.lower()
    if low in _NEVER_LAST:
        return True
    if low in _TITLES and word[0].isupper() and following[0].isupper():
        return True
    if low in _BEFORE_NUMBERS and following[0].isdigit():
        return True
    if low in ("a.m", "p.m") and following in _AFTER_CLOCK:
        return True
    return low in _BEFORE_SMALL and following[0].islower()
