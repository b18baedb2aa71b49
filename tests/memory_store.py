"""A store in memory that ranks by BM25 in plain Python: the reference that other backends are held against."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from factcheck import words
from factcheck.models import (
    Check,
    Document,
    Figure,
    FigureRow,
    HistoryRow,
    Passage,
    Sentence,
    SignOff,
    Source,
    SourceRow,
    Stance,
)
from factcheck.store import Correction, Entry, Known
from factcheck.store.rows import context_of

K1, B = 1.2, 0.75
LEAST_WEIGHT = 1e-6  # of a word that more than half of the sentences hold
OPENS_NOTHING = ("heading", "row")


@dataclass
class Held:
    """A document that is held, with what was corrected by hand."""

    file: str
    document: Document
    indexed: datetime | None
    corrections: dict[str, Correction] = field(default_factory=dict)

    def value(self, name: str) -> object:
        """Return what is known of the document: what a person set goes first."""
        if name in ("label", "weight"):
            return self.corrections.get(name, 1.0 if name == "weight" else None)
        found = self.corrections.get(name, getattr(self.document, name))
        return date.fromisoformat(found) if name == "published" and isinstance(found, str) else found


@dataclass
class Line:
    """A sentence that is held, with its figures and its terms in order."""

    document: int
    sentence: Sentence
    figures: Sequence[Figure]
    terms: list[str]


def terms_of(text: str) -> list[str]:
    """Return the terms of a text: letters and digits in small letters, without accents and endings."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(mark))
    return [words.stem(word) for word in "".join(mark if mark.isalnum() else " " for mark in bare).split()]


class MemoryStore:
    """Everything in dictionaries by number; a search looks at every sentence."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: dict[int, Held] = {}
        self._lines: dict[int, Line] = {}
        self._checks: list[tuple[Check, datetime]] = []
        self._signoffs: list[SignOff] = []
        self._last_document = self._last_line = 0

    def close(self) -> None:
        """Nothing is open."""

    def findings(self) -> list[str]:
        """Return the sentences that belong to no document or are no slice of its text."""
        return [
            f"sentence {number}"
            for number, line in self._lines.items()
            if self._held[line.document].document.text[line.sentence.start : line.sentence.end] != line.sentence.text
        ]

    def bulk(self) -> AbstractContextManager[None]:
        """Writing much is no other than writing little."""
        return nullcontext()

    # --- searching ----------------------------------------------------------------------------------------

    def sentence_count(self) -> int:
        """Return the highest number of a sentence."""
        return max(self._lines, default=0)

    def has_term(self, term: str) -> bool:
        """Tell whether any sentence holds the terms in a row."""
        phrase = terms_of(term)
        return bool(phrase) and any(_count(line.terms, phrase) for line in self._lines.values())

    def stems(self, word: str) -> list[str]:
        """Return the terms of a word."""
        return terms_of(word)

    def vocabulary(self, start: str, lengths: range) -> list[tuple[str, int]]:
        """Return the terms in the order of the alphabet."""
        counts = Counter(term for line in self._lines.values() for term in set(line.terms))
        return sorted(item for item in counts.items() if item[0].startswith(start) and len(item[0]) in lengths)

    def match(
        self,
        terms: Sequence[str],
        *,
        limit: int,
        documents: Sequence[int] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Passage]:
        """Score every sentence by BM25, over the whole store whatever the sources are narrowed to."""
        phrases = [phrase for term in terms if (phrase := terms_of(term))]
        mean = sum(len(line.terms) for line in self._lines.values()) / max(len(self._lines), 1)
        counts = {number: [_count(line.terms, phrase) for phrase in phrases] for number, line in self._lines.items()}
        weights = [
            _weight(len(self._lines), sum(row[place] > 0 for row in counts.values())) for place in range(len(phrases))
        ]
        scored = [
            (-_score(row, weights, len(self._lines[number].terms) / mean), number)
            for number, row in counts.items()
            if any(row) and self._is_within(self._lines[number].document, documents, since, until)
        ]
        return [self._passage(number, -score) for score, number in sorted(scored)[:limit]]

    def _is_within(
        self, document: int, documents: Sequence[int] | None, since: date | None, until: date | None
    ) -> bool:
        published = self._held[document].value("published")
        if since is None and until is None:
            is_in_time = True
        else:
            is_in_time = isinstance(published, date) and (since or date.min) <= published <= (until or date.max)
        return is_in_time and (documents is None or document in documents)

    def _passage(self, number: int, rank: float) -> Passage:
        line = self._lines[number]
        source = self._source(line)
        of_document = [each.sentence for each in self._lines.values() if each.document == line.document]
        opening = next((each.text for each in of_document if each.kind not in OPENS_NOTHING), None)
        before = self._lines.get(number - 1, line)
        is_told = before.document == line.document and before.sentence.kind not in OPENS_NOTHING
        context = context_of(source, line.sentence.text, opening, before.sentence.text if is_told else None)
        return Passage(number, line.sentence.text, context, source, rank)

    def _source(self, line: Line) -> Source:
        held, sentence = self._held[line.document], line.sentence
        names = ("title", "author", "published", "url", "publisher", "label", "weight")
        return Source(
            document=line.document,
            path=held.document.path,
            page=sentence.page,
            line=sentence.line,
            start=sentence.start,
            end=sentence.end,
            sha256=held.document.sha256,
            heading=sentence.heading,
            position=sentence.position,
            speaker=sentence.speaker,
            published_from="set by hand" if "published" in held.corrections else held.document.published_from,
            language=held.document.language,
            format=held.document.format,
            indexed=held.indexed,
            **{name: held.value(name) for name in names},  # type: ignore[arg-type]
        )

    # --- sources ------------------------------------------------------------------------------------------

    def write(self, files: Iterable[tuple[str, Sequence[Entry]]], now: datetime | None) -> None:
        """Write into copies, which take the place of what was held when all has gone well."""
        held, lines, last_document, last_line = (
            dict(self._held),
            dict(self._lines),
            self._last_document,
            self._last_line,
        )
        for file, entries in files:
            before = {each.document.path: number for number, each in held.items() if each.file == file}
            lines = {number: line for number, line in lines.items() if line.document not in before.values()}
            kept = {path: held.pop(number).corrections for path, number in before.items()}
            for entry in entries:
                number = before.get(entry.document.path)
                if number is None:
                    last_document += 1
                    number = last_document
                corrections = kept.get(entry.document.path, {}) | dict(entry.corrections)
                held[number] = Held(file, entry.document, now, corrections)
                for sentence, figures in entry.sentences:
                    last_line += 1
                    lines[last_line] = Line(number, sentence, figures, terms_of(sentence.text))
        self._held, self._lines = dict(sorted(held.items())), lines
        self._last_document, self._last_line = last_document, last_line

    def remove(self, documents: Iterable[int]) -> None:
        """Forget the documents and their sentences."""
        gone = set(documents)
        self._held = {number: held for number, held in self._held.items() if number not in gone}
        self._lines = {number: line for number, line in self._lines.items() if line.document not in gone}

    def correct(
        self, document: int, corrections: Mapping[str, Correction], figures: Iterable[tuple[int, Sequence[Figure]]] = ()
    ) -> None:
        """Keep the corrections beside the document."""
        self._held[document].corrections |= dict(corrections)
        for number, found in figures:
            self._lines[number] = replace(self._lines[number], figures=found)

    def known(self, file: str) -> Known | None:
        """Return the hash of a file's first document, its numbers, and what was corrected by path."""
        found = {number: held for number, held in self._held.items() if held.file == file}
        if not found:
            return None
        corrections = {held.document.path: held.corrections for held in found.values() if held.corrections}
        return Known(next(iter(found.values())).document.sha256, tuple(found), corrections)

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield file and number."""
        yield from [(held.file, number) for number, held in self._held.items()]

    def files_with(self, hashes: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield file and hash of the documents with one of the hashes."""
        wanted = set(hashes)
        found = [(held.file, held.document.sha256) for held in self._held.values()]
        yield from (each for each in found if each[1] in wanted)

    def documents(self, number: int | None = None) -> list[SourceRow]:
        """Return the rows of a listing."""
        wanted = self._held if number is None else {number} & set(self._held)
        return [self._listed(each) for each in wanted]

    def _listed(self, number: int) -> SourceRow:
        held = self._held[number]
        lines = [line for line in self._lines.values() if line.document == number]
        names = ("title", "author", "publisher", "published", "url", "label", "weight")
        return SourceRow(
            document=number,
            path=held.document.path,
            published_from="set by hand" if "published" in held.corrections else held.document.published_from,
            format=held.document.format,
            language=held.document.language,
            sha256=held.document.sha256,
            indexed=held.indexed,
            sentences=len(lines),
            figures=sum(len(line.figures) for line in lines),
            notes=held.document.notes,
            **{name: held.value(name) for name in names},  # type: ignore[arg-type]
        )

    def documents_named(self, name: str) -> list[int]:
        """Look for the number, then for the whole name, then for a part of it."""
        if name.isascii() and name.isdigit():
            return [number for number in self._held if number == int(name)]
        names = {number: (held.document.path, held.value("title")) for number, held in self._held.items()}
        exact = [number for number, both in names.items() if name in both]
        return exact or [
            number for number, both in names.items() if any(name.lower() in str(each or "").lower() for each in both)
        ]

    def text(self, document: int) -> str:
        """Return a document's text."""
        return self._held[document].document.text

    def sentences(self, document: int) -> list[tuple[int, str]]:
        """Return number and text."""
        return [(number, line.sentence.text) for number, line in self._lines.items() if line.document == document]

    def placed(self, document: int) -> Iterator[Sentence]:
        """Yield the sentences of a document."""
        yield from [line.sentence for line in self._lines.values() if line.document == document]

    def sentences_before(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the texts of the lines above."""
        above = [
            line.sentence.text
            for number, line in self._lines.items()
            if line.document == document and number < sentence and line.sentence.kind not in OPENS_NOTHING
        ]
        return above[::-1][:most]

    def sentences_after(self, sentence: int, document: int, most: int) -> list[str]:
        """Return the texts of the lines below."""
        below = [
            line.sentence.text
            for number, line in self._lines.items()
            if line.document == document and number > sentence and line.sentence.kind not in OPENS_NOTHING
        ]
        return below[:most]

    def figures(
        self,
        *,
        kinds: Sequence[str] = (),
        unit: str | None = None,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        documents: Sequence[int] | None = None,
        text: str | None = None,
    ) -> Iterator[FigureRow]:
        """Look at every figure."""
        for line in list(self._lines.values()):
            for figure in line.figures:
                low = figure.value if isinstance(figure.value, Decimal) else None
                high = figure.value_high if isinstance(figure.value_high, Decimal) else low
                if (
                    (not kinds or figure.kind.value in kinds)
                    and (unit is None or (figure.unit or "").lower() == unit.lower())
                    and (minimum is None or (high is not None and high >= minimum))
                    and (maximum is None or (low is not None and low <= maximum))
                    and (documents is None or line.document in documents)
                    and (text is None or text.lower() in line.sentence.text.lower())
                ):
                    yield FigureRow(figure, line.sentence.text, self._source(line))

    def has_word(self, word: str) -> bool:
        """Tell whether a sentence that holds the term holds it so written."""
        return any(
            _count(line.terms, terms_of(word))
            and (word in line.sentence.text or word.lower() in line.sentence.text.lower())
            for line in self._lines.values()
        )

    # --- the ledger ---------------------------------------------------------------------------------------

    def record(self, check: Check, now: datetime) -> None:
        """Keep the check."""
        self._checks.append((check, now))

    def history(self) -> list[HistoryRow]:
        """Return the last of each claim."""
        last = {check.claim: (number, check, now) for number, (check, now) in enumerate(self._checks, 1)}
        return [self._remembered(*last[claim]) for claim in dict.fromkeys(check.claim for check, _ in self._checks)]

    def _remembered(self, number: int, check: Check, now: datetime) -> HistoryRow:
        telling = [item.passage for item in check.evidence if item.judgement.stance is not Stance.NEUTRAL]
        best = telling[0] if telling else None
        return HistoryRow(
            claim=check.claim,
            verdict=check.verdict,
            confidence=check.confidence,
            checked=now.replace(microsecond=0),
            check=number,
            claim_date=check.claim_date,
            passage=best.text if best else None,
            source=best.source if best else None,
        )

    def clear_history(self) -> int:
        """Forget the checks."""
        count = len({check.claim for check, _ in self._checks})
        self._checks = []
        return count

    def sign_off(self, items: Iterable[SignOff]) -> None:
        """Keep the sign-offs."""
        for item in items:
            self._signoffs.append(replace(item, number=len(self._signoffs) + 1))

    def withdraw_signoff(self, number: int, now: datetime) -> bool:
        """Take one back."""
        found = [item for item in self._signoffs if item.number == number and item.withdrawn is None]
        self._signoffs = [replace(item, withdrawn=now) if item in found else item for item in self._signoffs]
        return bool(found)

    def move_signoffs(self, numbers: Iterable[int], path: str) -> None:
        """Keep where their draft lies."""
        chosen = set(numbers)
        self._signoffs = [replace(item, path=path) if item.number in chosen else item for item in self._signoffs]

    def signoffs(self) -> list[SignOff]:
        """Return them."""
        return list(self._signoffs)


def _count(terms: Sequence[str], phrase: Sequence[str]) -> int:
    """Return how often the terms of a phrase stand in a row."""
    width = len(phrase)
    return sum(list(terms[start : start + width]) == list(phrase) for start in range(len(terms) - width + 1))


def _weight(sentences: int, holding: int) -> float:
    """Return the weight of a phrase that so many of the sentences hold."""
    return max(math.log((sentences - holding + 0.5) / (holding + 0.5)), LEAST_WEIGHT)


def _score(counts: Sequence[int], weights: Sequence[float], length: float) -> float:
    """Return the BM25 score of a sentence; its length is in mean lengths."""
    return sum(
        weight * count * (K1 + 1) / (count + K1 * (1 - B + B * length))
        for count, weight in zip(counts, weights, strict=True)
    )
