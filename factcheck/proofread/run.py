"""A draft -> its proof: every sentence sorted and checked, quotations looked up, the draft held against itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from factcheck.models import Alert, Check, Figure, Passage
from factcheck.proofread.against import hits_of
from factcheck.proofread.codes import severity_of
from factcheck.proofread.context import Cast, own_names, resolved
from factcheck.proofread.draft import Draft, DraftSentence, Reading
from factcheck.proofread.findings import Finding
from factcheck.proofread.hits import BORNE_OUT, Hit, wrong
from factcheck.proofread.ignores import PlacedAlert, complaint, find_ignores, without_ignored
from factcheck.proofread.itself import Read, check_ages, check_names, check_repeats, check_sentence
from factcheck.proofread.ledger import Ledger
from factcheck.proofread.names import Name, capital_words, find_names
from factcheck.proofread.quotations import Quotation, find_quotations
from factcheck.proofread.quoting import check_quotation
from factcheck.proofread.report import CheckedSentence, Proof, Sort
from factcheck.proofread.sorting import importance, sort_sentence
from factcheck.proofread.sources import Sources
from factcheck.proofread.wrong_names import unknown_names

LOOKED_BACK = 4
"""How many sentences of its paragraph "together that makes" reaches back over."""

Progress = Callable[[int, int], None]
"""Called with the sentences done and their number."""


def proofread_draft(
    draft: Draft,
    sources: Sources,
    *,
    ledger: Ledger = Ledger(),  # noqa: B008 -- a frozen value without anything in it
    lines: Collection[int] | None = None,
    progress: Progress | None = None,
    against: Callable[[Sequence[int]], Iterable[Judged]] | None = None,
) -> Proof:
    """Return the proof of a draft: its sentences with what came of each, and its alerts in order of place.

    `lines` narrows the checks to sentences that touch one of these lines. Sign-offs mark their alerts, they
    do not remove them; ignore comments do. `against` judges sentences, given by their places, elsewhere, in the same
    order, each as the function of `judge_of` does.
    """
    parts = _Parts(draft)
    ignores = find_ignores(draft)
    wanted = [lines is None or _touches(draft, sentence.span, lines) for sentence in draft.sentences]
    for ignore in ignores if lines is not None else ():
        if _touches(draft, (ignore.start, ignore.end), lines or ()):  # what a changed comment is about is looked at
            wanted = [
                w or _overlap(sentence.span, ignore.about) for w, sentence in zip(wanted, draft.sentences, strict=True)
            ]
    own = _own_findings(draft, parts, sources)
    quotes = _quotation_hits(draft, parts, sources, wanted)
    unknown = _unknown_names(draft, parts, sources)
    placed: list[PlacedAlert] = []
    checks: list[Check | None] = []
    met: dict[int, Passage | None] = {}
    checkable = [n for n, sort in enumerate(parts.sorts) if wanted[n] and sort is Sort.CHECKABLE]
    judged = zip(checkable, (against or partial(map, _judge(draft, parts, sources)))(checkable), strict=True)
    ready = next(judged, None)
    mistaken: set[int] = set()  # sentences whose figures the sources gainsay: the second of two is then the right one
    for number, sentence in enumerate(draft.sentences):
        check, hits, reading = None, [], sentence.reading
        if ready is not None and ready[0] == number:
            check, hits, reading = ready[1]
            met[number] = next((hit.passage for hit in hits if hit.code == BORNE_OUT), None)
            hits = wrong(hits)
            ready = next(judged, None)
        checks.append(check)
        mistaken |= {number} if any(hit.code in ("figure-conflict", "scale-slip") for hit in hits) else set()
        found = [_placed(draft, number, reading, hit) for hit in _outside_quotations(hits, parts, number, reading)]
        if wanted[number]:
            kept_own = [finding for finding in own[number] if finding.earlier not in mistaken]
            found += [_placed(draft, number, sentence.reading, _as_hit(finding)) for finding in kept_own]
            found += quotes[number]
            spelled = [(item.start, item.end) for item in found if item.alert.code == "name-spelling"]
            new = [_placed(draft, number, sentence.reading, hit) for hit in unknown[number]]
            found += [item for item in new if not any(start <= item.start < end for start, end in spelled)]
        placed += _without_doubles(found)
        if progress is not None:
            progress(number + 1, len(draft.sentences))
    kept, unused = without_ignored(placed, ignores)
    for ignore in unused:
        about = [w for w, each in zip(wanted, draft.sentences, strict=True) if _overlap(each.span, ignore.about)]
        if lines is None or (about and all(about)):
            kept.append(_unused(draft, ignore.start, ignore.end, complaint(ignore)))
    kept.sort(key=lambda item: (item.start, item.end, item.alert.code))
    alerts = tuple(ledger.signed(item.alert) for item in kept)
    return Proof(draft, _checked(draft, parts, checks, alerts, kept, ledger, met), alerts)


Judged = tuple[Check | None, list[Hit], Reading]
"""The check of a sentence, what is wrong with it, and the reading whose places the hits have."""


def judge_of(draft: Draft, sources: Sources) -> Callable[[int], Judged]:
    """Return what holds a sentence of the draft, given by its place, against the sources."""
    return _judge(draft, _Parts(draft), sources)


def _judge(draft: Draft, parts: _Parts, sources: Sources) -> Callable[[int], Judged]:
    return lambda number: _against_sources(number, draft, parts, sources)


class _Parts:
    """What the sentences of a draft are made of: figures, names, quotations, and their sorts."""

    def __init__(self, draft: Draft) -> None:
        from factcheck.figures import extract_figures

        whole = capital_words("\n".join(paragraph.reading.text for paragraph in draft.paragraphs))
        self.figures: list[tuple[Figure, ...]] = []
        self.names: list[tuple[Name, ...]] = []
        self.quoted: list[list[tuple[int, int]]] = []
        self.quotations: list[list[Quotation]] = [find_quotations(p.reading.text) for p in draft.paragraphs]
        self.sorts: list[Sort] = []
        for sentence in draft.sentences:
            self.figures.append(tuple(extract_figures(sentence.text, draft.published)))
            self.names.append(tuple(find_names(sentence.text, whole)))
            spans = list(_spans_in(sentence, self.quotations[sentence.paragraph]))
            self.quoted.append(spans)
            self.sorts.append(sort_sentence(sentence.text, self.figures[-1], self.names[-1], spans))
        self.cast = Cast(draft, self.names)

    def is_same_paragraph(self, draft: Draft, number: int) -> bool:
        """Tell whether a sentence stands in the same paragraph as the one before it."""
        return draft.sentences[number].paragraph == draft.sentences[number - 1].paragraph

    def reads(self, draft: Draft) -> list[Read]:
        """Return the sentences for the checks of the draft against itself."""
        return [
            Read(sentence.text, self.figures[n], self.names[n], sentence.paragraph, self.sorts[n].value)
            for n, sentence in enumerate(draft.sentences)
        ]


def _spans_in(sentence: DraftSentence, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that stand in quotation marks."""
    for quotation in quotations:
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        if start < end:
            yield start - sentence.start, end - sentence.start


def _overlap(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _touches(draft: Draft, span: tuple[int, int], lines: Collection[int]) -> bool:
    start, end = span
    return any(line in lines for line in range(draft.place(start)[0], draft.place(max(start, end - 1))[0] + 1))


# --- the draft against itself -------------------------------------------------------------------------------


def _own_findings(draft: Draft, parts: _Parts, sources: Sources) -> Mapping[int, list[Finding]]:
    """Return the findings of the draft against itself, by sentence."""
    reads = parts.reads(draft)
    found: dict[int, list[Finding]] = defaultdict(list)
    for number, read in enumerate(reads):
        first = draft.paragraphs[draft.sentences[number].paragraph].first
        found[number] += check_sentence(read, draft.published, reads[max(first, number - LOOKED_BACK) : number])
    for number, finding in check_ages(reads, draft.published):
        found[number].append(finding)
    for number, finding in check_names(reads, sources.has_word):
        found[number].append(finding)
    for number, finding, earlier in check_repeats(reads, draft.published):
        found[number].append(replace(finding, earlier=earlier))
    return found


def _as_hit(finding: Finding) -> Hit:
    return Hit(finding.code, finding.start, finding.end, finding.message)


# --- quotations ---------------------------------------------------------------------------------------------


def _quotation_hits(
    draft: Draft, parts: _Parts, sources: Sources, wanted: Sequence[bool]
) -> Mapping[int, list[PlacedAlert]]:
    """Return the alerts about quotations, by the sentence in which each begins."""
    found: dict[int, list[PlacedAlert]] = defaultdict(list)
    people: list[str] = []
    for place, paragraph in enumerate(draft.paragraphs):
        for quotation in parts.quotations[place]:
            number = _sentence_at(draft, paragraph.first, paragraph.last, quotation.opened)
            if not wanted[number]:
                continue
            hits, _ = check_quotation(paragraph.reading.text, quotation, sources, people)
            found[number] += [_placed(draft, number, paragraph.reading, hit) for hit in hits]
        people += [
            " ".join(name.words)
            for n in range(paragraph.first, paragraph.last)
            for name in parts.names[n]
            if name.is_person_like
        ]
    return found


def _sentence_at(draft: Draft, first: int, last: int, offset: int) -> int:
    inside = [number for number in range(first, last) if draft.sentences[number].start <= offset + 1]
    return inside[-1] if inside else first


# --- against the sources --------------------------------------------------------------------------------------


def _against_sources(number: int, draft: Draft, parts: _Parts, sources: Sources) -> Judged:
    sentence = draft.sentences[number]
    nearby = parts.figures[number - 1] if number and parts.is_same_paragraph(draft, number) else ()

    def read_as(reading: Reading) -> Judged:
        check = sources.check(reading.text)
        names = parts.names[number] if reading is sentence.reading else own_names(reading)
        return check, hits_of(reading.text, check, names, sources, draft.published, nearby), reading

    reading = resolved(number, draft, parts.cast)
    check, hits, reading = read_as(reading)
    if reading is not sentence.reading and any(hit.code == "unsupported" for hit in hits):
        found = read_as(sentence.reading)  # whom "it" means is a guess, and nothing is known of this one
        grave = any(severity_of(hit.code) != "notice" for hit in wrong(found[1]))
        check, hits, reading = found if grave or not wrong(found[1]) else (check, hits, reading)
    if sentence.kind in ("heading", "row"):
        hits = [hit for hit in hits if hit.code == BORNE_OUT or severity_of(hit.code) != "notice"]
    return check, hits, reading


def _unknown_names(draft: Draft, parts: _Parts, sources: Sources) -> Mapping[int, list[Hit]]:
    """Return a hit for the first mention of each name that no source has."""
    found: dict[int, list[Hit]] = defaultdict(list)
    seen: set[str] = set()
    for number, sentence in enumerate(draft.sentences):
        if sentence.kind in ("heading", "row"):
            continue
        for hit in unknown_names(parts.names[number], sources):
            words = sentence.text[hit.start : hit.end].split()
            if words[-1] not in seen:
                found[number].append(hit)
            seen.add(words[-1])
    return found


def _outside_quotations(hits: Sequence[Hit], parts: _Parts, number: int, reading: Reading) -> list[Hit]:
    """Return the hits that do not lie within a quotation: its words are another's, and checked for themselves."""
    shift = len(reading.text)
    spans = [(start, end) for start, end in parts.quoted[number] if end - start > 20]
    return [hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in spans) or shift == 0]


# --- alerts ---------------------------------------------------------------------------------------------------


def _placed(draft: Draft, number: int, reading: Reading, hit: Hit) -> PlacedAlert:
    start, end = reading.span(hit.start, hit.end)
    line, column = draft.place(start)
    end_line, end_column = draft.place(end)
    alert = Alert(
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        severity=severity_of(hit.code),
        code=hit.code,
        message=hit.message,
        sentence=draft.sentences[number].text,
        verdict=hit.verdict,
        source=hit.passage.source if hit.passage else None,
        passage=hit.passage.text if hit.passage else None,
        comparisons=hit.comparisons,
    )
    return PlacedAlert(alert, start, end)


def _unused(draft: Draft, start: int, end: int, message: str) -> PlacedAlert:
    line, column = draft.place(start)
    end_line, end_column = draft.place(end)
    code = "unused-ignore"
    alert = Alert(line, column, end_line, end_column, severity_of(code), code, message, draft.text[start:end])
    return PlacedAlert(alert, start, end)


def _without_doubles(found: Sequence[PlacedAlert]) -> list[PlacedAlert]:
    """Return one alert for each code and place; a figure that is wrong anyhow is no contradiction on top."""
    wrong = {(item.start, item.end) for item in found if item.alert.code != "self-contradiction"}
    kept: dict[tuple[str, int, int], PlacedAlert] = {}
    for item in found:
        if item.alert.code == "self-contradiction" and (item.start, item.end) in wrong:
            continue
        kept.setdefault((item.alert.code, item.start, item.end), item)
    return list(kept.values())


def _checked(
    draft: Draft,
    parts: _Parts,
    checks: Sequence[Check | None],
    alerts: Sequence[Alert],
    placed: Sequence[PlacedAlert],
    ledger: Ledger,
    met: Mapping[int, Passage | None],
) -> tuple[CheckedSentence, ...]:
    spans = [sentence.span for sentence in draft.sentences]
    by_sentence: dict[int, list[Alert]] = defaultdict(list)
    at = 0
    for alert, item in zip(alerts, placed, strict=True):
        while at + 1 < len(spans) and spans[at + 1][0] <= item.start:
            at += 1
        by_sentence[at].append(alert)
    return tuple(
        CheckedSentence(
            sentence,
            parts.sorts[n],
            importance(sentence.text, parts.figures[n], parts.names[n], parts.quotations[sentence.paragraph]),
            *draft.place(spans[n][0]),
            checks[n],
            tuple(by_sentence[n]),
            ledger.looked_at(sentence.text, _passages(checks[n])),
            met.get(n),
        )
        for n, sentence in enumerate(draft.sentences)
    )


def _passages(check: Check | None) -> list[str]:
    return [item.passage.text for item in check.evidence] if check else []


def narrowed(proof: Proof, least: str) -> Proof:
    """Return the proof with the alerts of at least this severity only."""
    from factcheck.proofread.codes import at_least

    def kept(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
        return tuple(alert for alert in alerts if at_least(alert.severity, least))

    sentences = tuple(replace(item, alerts=kept(item.alerts)) for item in proof.sentences)
    return Proof(proof.draft, sentences, kept(proof.alerts))
