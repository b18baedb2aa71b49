"""The quotations of a draft against the sources: verbatim, altered, joined, another's words, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.models import Passage
from factcheck.proofread.hits import Hit
from factcheck.proofread.names import TITLES, find_names, is_person, near_names
from factcheck.proofread.quotations import (
    Quotation,
    Speaker,
    find_quotations,
    is_title,
    speaker_near,
    words_in,
)
from factcheck.proofread.sources import Sources
from factcheck.proofread.verbatim import LEAST_WORDS, Fit, Match, best_match, in_words
from factcheck.words import content_words

CANDIDATES = 12
"""How many passages a quotation is looked for in."""
FIELDS_END = 20_000
"""Within how many code points of a source's beginning the fields at its top end."""
AROUND = 1_200
"""How many code points of the document on either side of such a passage are looked at."""
SURE_WORDS, SURE_LENGTH = 3, 6
"""With fewer content words than this, and fewer words in all, words may be said by two people: none is misquoted."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the draft, how it fits the sources, and where."""

    quotation: Quotation
    match: Match
    passage: Passage | None


def check_quotation(
    paragraph: str, quotation: Quotation, sources: Sources, people: Sequence[str] = ()
) -> tuple[list[Hit], Quoted | None]:
    """Return what is wrong with a quotation of a paragraph, and where it was found.

    `people` are the names that stand before the paragraph, nearest last: what "she said" points to.
    """
    if words_in(quotation.text) < LEAST_WORDS or is_title(quotation.text):
        return [], None
    windows = _windows(quotation.text, sources)
    place, match = best_match(quotation.text, [text for _, text, _ in windows])
    if match.fit is Fit.NOT_FOUND and _is_title_of_one(quotation.text, sources):
        return [], None
    passage = _passage_at(windows[place], match) if match.fit is not Fit.NOT_FOUND else None
    quoted = Quoted(quotation, match, passage)
    hits = [_WRONG[match.fit](quotation, match, passage)]
    if passage is not None:
        hits.append(_misattributed(paragraph, quotation, match, windows[place], passage, people))
    return [hit for hit in hits if hit is not None], quoted


def _is_title_of_one(words: str, sources: Sources) -> bool:
    """Tell whether the words are the title of a source, or stand in it."""
    titles = [passage.source.title or "" for passage in sources.search(words, CANDIDATES)]
    return best_match(words, titles)[1].fit is Fit.EXACT


_Window = tuple[Passage, str, int]


def _windows(words: str, sources: Sources) -> list[_Window]:
    """Return stretches of the sources that may hold the words: a passage, the text round it, its offset."""
    found: list[_Window] = []
    seen: list[tuple[int, int, int]] = []
    for passage in sources.search(words, CANDIDATES):
        source = passage.source
        if any(
            source.document == number and start <= source.start and source.end <= end for number, start, end in seen
        ):
            continue
        text = sources.text(source.document)
        body = _body_start(text)
        if source.end <= body:
            continue  # a title and its author are nobody's words
        start, end = _paragraph_borders(text, body, source.start - AROUND, min(len(text), source.end + AROUND))
        seen.append((source.document, start + AROUND // 2, end - AROUND // 2))
        found.append((passage, text[start:end], start))
    return found


@lru_cache(maxsize=64)
def _body_start(text: str) -> int:
    """Return where a source's own words begin: behind the fields at its top."""
    from factcheck.ingest.front_matter import read_front_matter

    lines = text[:FIELDS_END].splitlines(keepends=True)
    return sum(map(len, lines[: read_front_matter([line.rstrip("\r\n") for line in lines])[1]]))


def _paragraph_borders(text: str, body: int, start: int, end: int) -> tuple[int, int]:
    """Return the span cut to whole paragraphs where a border is near; nothing before the `body` is in it."""
    first = text.find("\n\n", start, start + AROUND // 2) if start > body else -1
    last = text.rfind("\n\n", end - AROUND // 2, end) if end < len(text) else -1
    return (first + 2 if first >= 0 else max(start, body)), (last if last >= 0 else end)


def _passage_at(window: _Window, match: Match) -> Passage:
    """Return the passage with its span moved to where the words were found."""
    from dataclasses import replace

    passage, text, offset = window
    start, end = offset + match.start, offset + match.end
    if passage.source.start <= start < passage.source.end:
        return passage
    line = passage.source.line + (
        text.count("\n", max(0, passage.source.start - offset), match.start)
        if start > passage.source.start
        else -text.count("\n", match.start, passage.source.start - offset)
    )
    source = replace(passage.source, start=start, end=end, line=max(line, 1))
    return replace(passage, text=text[match.start : match.end], source=source)


# --- what is wrong ----------------------------------------------------------------------------------------


def _exact(quotation: Quotation, match: Match, passage: Passage | None) -> Hit | None:
    return None


def _altered(quotation: Quotation, match: Match, passage: Passage | None) -> Hit:
    return _hit("quote-altered", quotation, f"the source's words differ: {in_words(match.changes)}", passage)


def _split(quotation: Quotation, match: Match, passage: Passage | None) -> Hit:
    return _hit(
        "quote-split", quotation, "the words stand in two places of the source, without an ellipsis here", passage
    )


def _not_found(quotation: Quotation, match: Match, passage: Passage | None) -> Hit:
    return _hit("quote-not-found", quotation, "no source has these words", None)


_WRONG = {Fit.EXACT: _exact, Fit.ALTERED: _altered, Fit.SPLIT: _split, Fit.NOT_FOUND: _not_found}


def _hit(code: str, quotation: Quotation, message: str, passage: Passage | None) -> Hit:
    end = quotation.end + (1 if quotation.closed else 0)
    return Hit(code, quotation.opened, end, message, passage=passage)


def _misattributed(
    paragraph: str, quotation: Quotation, match: Match, window: _Window, passage: Passage, people: Sequence[str]
) -> Hit | None:
    """Return a hit where both texts name a speaker, and not the same one."""
    few = len(content_words(quotation.text)) < SURE_WORDS and words_in(quotation.text) < SURE_LENGTH
    here = written = _speaker(paragraph, quotation.opened, quotation.end + 1)
    if here is not None and here.is_pronoun:
        here = _named_before(paragraph, quotation.opened) or (Speaker(people[-1]) if people else None)
    there = _source_speaker(window[1], match)
    if here is None or there is None:
        return None
    if few and not (written is not None and _is_sure(quotation, match, written, there, window)):
        return None
    if there.is_pronoun:
        start, end = _paragraph_of(window[1], match)
        there = _named_before(window[1][start:end], match.start - start)
        if there is None or here.surname in window[1][start : match.end].lower():
            return None  # the source has both people hereabouts, and "she said": who that is is too uncertain
    if _may_be_same(here, there):
        return None
    message = f"the source has these words from {there.name}, not {here.name}"
    if written is not None and written.end:
        return Hit("quote-misattributed", written.start, written.end, message, passage=passage)
    return _hit("quote-misattributed", quotation, message, passage)


def _is_sure(quotation: Quotation, match: Match, written: Speaker, there: Speaker, window: _Window) -> bool:
    """Tell whether few words are surely one speaker's: they open a quotation in both texts, once there, both named."""
    if written.is_pronoun or there.is_pronoun or match.fit is not Fit.EXACT or not quotation.closed:
        return False
    text = window[1]
    words = text[match.start : match.end]
    opens = text[max(0, match.start - 1) : match.start] in _OPENING
    return opens and quotation.text[:1].isupper() and text.count(words) == 1


_OPENING = ("“", '"', "‘", "„", "«")


def _may_be_same(one: Speaker, other: Speaker) -> bool:
    words, others = ({word.strip("’'.,").lower() for word in speaker.name.split()} for speaker in (one, other))
    return (
        bool(words & others - TITLES) or one.surname == other.surname or bool(near_names(one.surname, [other.surname]))
    )


def _speaker(text: str, start: int, end: int) -> Speaker | None:
    """Return who the words are given to in their paragraph, by themselves or with the quotation before them."""
    speaker = speaker_near(text, start, end)
    if speaker is not None:
        return speaker
    for quotation in reversed(find_quotations(text)):
        if quotation.end < start:
            speaker = speaker_near(text, quotation.opened, quotation.end + 1)
            if speaker is not None:
                return speaker
    return None


def _named_before(text: str, offset: int) -> Speaker | None:
    """Return the person named last before an offset, as a pronoun there would have it."""
    people = [name for name in find_names(text[:offset]) if is_person(name)]
    return Speaker(" ".join(people[-1].words)) if people else None


def _source_speaker(text: str, match: Match) -> Speaker | None:
    """Return who a source gives the words to, a pronoun as it stands."""
    start, end = _paragraph_of(text, match)
    paragraph = text[start:end]
    for quotation in find_quotations(paragraph):
        if quotation.start <= match.start - start + 1 and match.start - start < quotation.end:
            return _speaker(paragraph, quotation.opened, quotation.end + 1)
    return None


def _paragraph_of(text: str, match: Match) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, match.start)
    end = text.find("\n\n", match.end)
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)
