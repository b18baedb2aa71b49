"""The one object that holds the database: sources go in, checked claims come out.

The command line, the prompt, the reports and the proofreader are thin callers of it. It prints nothing and reads
neither the clock nor the environment: times and dates come in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any  # the arguments of a check, passed on

from factcheck.errors import SourceError, UsageError
from factcheck.models import (
    Assertion,
    Check,
    Document,
    Evidence,
    Figure,
    FigureRow,
    HistoryRow,
    IndexReport,
    Kind,
    Passage,
    Sentence,
    SignOff,
    Skipped,
    SourceRow,
)
from factcheck.store import Correction, Store, mend
from factcheck.values import dataclass, replace

if TYPE_CHECKING:
    from factcheck.disagreements import Disagreement
    from factcheck.indexing import Progress
    from factcheck.ingest import Found, Options
    from factcheck.proofread import Proof
    from factcheck.store.interface import Backend


CLAIMS_TO_SHARE_OUT = 16
"""From so many claims on the processes that share them save more time than they take to start."""


class Library:
    """A database of sources, and what may be asked of it.

    `create` makes the database where there is none, without `keep_empty` when first something is written to it;
    without `writable` it is opened to read. Use it in a `with` statement. Raises `DatabaseError` for a file that
    cannot be used.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = False,
        writable: bool = True,
        patience: float | None = None,
        keep_empty: bool = True,
    ) -> None:
        self.path = Path(path)
        self._store: Backend = Store(
            self.path, create=create, writable=writable, patience=patience, keep_empty=keep_empty
        )

    @classmethod
    def over(cls, store: Backend) -> Library:
        """Return a library over a store that is open already, of whatever kind."""
        library = cls.__new__(cls)
        library.path, library._store = store.path, store
        return library

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    # --- health -------------------------------------------------------------------------------------------

    def findings(self) -> list[str]:
        """Return what is wrong with the database, in SQLite's words; nothing where it is whole."""
        return self._store.findings()

    def mend(self) -> None:
        """Make the database anew from what is stored in it, the text index from the sentences.

        Raises `DatabaseError`, and leaves the file as it is, where that can no longer be read.
        """
        self._store.close()
        try:
            mend(self.path)
        finally:
            self._store = Store(self.path)

    # --- sources in ---------------------------------------------------------------------------------------

    def index(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        now: datetime | None = None,
        title: str | None = None,
        author: str | None = None,
        publisher: str | None = None,
        published: date | None = None,
        url: str | None = None,
        label: str | None = None,
        weight: float | None = None,
        exclude: Sequence[str] = (),
        prune: bool = False,
        force: bool = False,
        stdin: bytes | None = None,
        reading: Options | None = None,
        progress: Progress | None = None,
        jobs: int = 1,
    ) -> IndexReport:
        """Read files, folders and addresses into the database and return what was done with each.

        What has not changed is skipped, unless `force`; what has is replaced, each file's documents in one
        transaction. A file that is new here and gone from elsewhere was moved, and keeps what was set by hand.
        The values given correct what the sources say of themselves. `prune` removes documents of
        the folders named whose files are gone. "-" among the paths stands for the bytes of `stdin`. `reading`
        says which fields of JSON Lines hold what, and how addresses are fetched. `now` is kept as the time of
        indexing. With more than one of `jobs` many files are read by so many processes; what is written is the same.
        """
        from factcheck.indexing import Indexing, Request, check_single, checked

        given = {
            "title": title,
            "author": author,
            "publisher": publisher,
            "published": published,
            "url": url,
            "label": label,
            "weight": weight,
        }
        corrections = checked({name: value for name, value in given.items() if value is not None})
        names = [os.fspath(path) for path in paths]
        check_single(names, corrections)
        run = Indexing(self._store, Request(now, corrections, exclude, force, stdin, reading, jobs))
        with self._store.bulk():
            run.read(names, progress)
            run.look_for_gone(names, prune=prune)
        return run.report()

    def prune(self, paths: Iterable[str | os.PathLike[str]]) -> IndexReport:
        """Remove the documents of the files named, and of those below the folders named, that are gone."""
        from factcheck.indexing import Indexing, Request

        run = Indexing(self._store, Request())
        run.look_for_gone([os.fspath(path) for path in paths], prune=True)
        return run.report()

    def gone(self, paths: Iterable[str | os.PathLike[str]]) -> Sequence[str]:
        """Return the stored files, of those named and of those below the folders named, that are there no more."""
        from factcheck.indexing import Indexing, Request

        run = Indexing(self._store, Request())
        run.look_for_gone([os.fspath(path) for path in paths], prune=False)
        return run.report().gone

    def set_source(self, document: int, corrections: Mapping[str, Correction | date]) -> SourceRow:
        """Correct what is known about a document (see `store.CORRECTABLE`) and return it as it is now.

        A new date is one that "in October" is read against, so the document's figures are read again.
        """
        from factcheck.indexing import checked, correct

        self.source(document)
        correct(self._store, document, checked(corrections))
        return self.source(document)

    def remove_source(self, document: int) -> SourceRow:
        """Remove a document with its sentences and figures, and return what it was; history stays."""
        removed = self.source(document)
        self._store.remove([document])
        return removed

    # --- questions ----------------------------------------------------------------------------------------

    def check(
        self,
        claim: str,
        *,
        claim_date: date | None = None,
        limit: int = 20,
        source: str | None = None,
        since: date | None = None,
        until: date | None = None,
        documents: Sequence[int] | None = None,
        candidates: int | None = None,
    ) -> Check:
        """Return the verdict on a claim with at most `limit` passages, best first.

        `claim_date` is the date that "this year" in the claim is read against. `source` (a document's number,
        or a part of its path or title), `since`, `until` and `documents` (their numbers) narrow the sources; a
        document without a date is outside every span of time. `candidates` is how many passages are
        looked for; of many, those that hold most of the claim are judged. Raises `UsageError` for a claim without
        a word.
        """
        from factcheck.candidates import worth_judging
        from factcheck.figures import extract_figures
        from factcheck.stance import split_assertions
        from factcheck.verdict import decide
        from factcheck.witnesses import mark_repeats

        claim = _with_words(claim, "claim")
        assertions = split_assertions(claim) or [Assertion(claim, 0, len(claim))]
        scope = replace(self._scope(source, since, until, documents), candidates=candidates)
        evidence = [
            item
            for place, (assertion, passages) in enumerate(self._candidates(claim, assertions, scope))
            for item in _judged(
                place, assertion, map(self._with_names, worth_judging(assertion, claim_date, passages)), claim_date
            )
        ]
        figures = tuple(extract_figures(claim, claim_date))
        check = decide(claim, figures, assertions, mark_repeats(evidence), claim_date)
        return replace(check, evidence=check.evidence[:limit])

    def check_all(
        self, claims: Sequence[tuple[str, date | None]], *, jobs: int = 1, **how: Any
    ) -> Iterator[Check | UsageError]:
        """Yield for each claim with its date, in their order, what `check` returns or the UsageError that it raises.

        `how` are its other arguments. With more than one job many claims are shared out to so many processes, which
        open the database to read; raises WorkerError where one of them dies.
        """
        if len(claims) < CLAIMS_TO_SHARE_OUT or jobs <= 1:
            yield from map(_checker(self, how), claims)
            return
        from factcheck.crew import shared_out

        yield from shared_out(_make_checker, (self.path, how), claims, jobs=min(jobs, len(claims)))

    def record(self, check: Check, now: datetime) -> None:
        """Keep a check in the history; raises `ReadOnlyDatabaseError` where it cannot be kept."""
        self._store.record(check, now)

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        source: str | None = None,
        since: date | None = None,
        until: date | None = None,
        documents: Sequence[int] | None = None,
    ) -> list[Passage]:
        """Return the passages that share words with the text, best first, with what matched."""
        from factcheck.retrieve import mark, retrieve

        text = _with_words(text, "search")
        scope = self._scope(source, since, until, documents)
        found = retrieve(
            self._store, text, limit=limit, documents=scope.documents, since=scope.since, until=scope.until
        )
        return mark(found, text)

    def figures(
        self,
        *,
        kinds: Sequence[str] = (),
        unit: str | None = None,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        source: str | None = None,
        text: str | None = None,
    ) -> Iterator[FigureRow]:
        """Yield the figures of all sources, in the order of the sources, that pass every filter given."""
        return self._store.figures(
            kinds=_kinds(kinds),
            unit=unit,
            minimum=minimum,
            maximum=maximum,
            documents=self._scope(source).documents,
            text=text,
        )

    def sources(self) -> list[SourceRow]:
        """Return all documents, in the order in which they were first indexed."""
        return self._store.documents()

    def source(self, document: int) -> SourceRow:
        """Return one document; raises `UsageError` where there is none of this number."""
        found = self._store.documents(document)
        if not found:
            raise UsageError(f"there is no source {document}", "see the numbers with: factcheck sources")
        return found[0]

    def find_source(self, name: str) -> SourceRow:
        """Return the one document of this number, or with this in its path or title; raises `UsageError`."""
        found = self._store.documents_named(name.strip()) if name.strip() else []
        if not found:
            raise UsageError(f"there is no source “{name}”", "see the numbers with: factcheck sources")
        if len(found) > 1:
            numbers = ", ".join(map(str, found[:10]))
            raise UsageError(f"“{name}” may be any of {len(found):,} sources: {numbers}", "give the number of one")
        return self.source(found[0])

    def placed(self, document: int) -> Iterator[Sentence]:
        """Yield the sentences of a document in their order, each with its line, page, heading, cell or time code."""
        self.source(document)
        yield from self._store.placed(document)

    def differences(self, document: int) -> list[tuple[str, str]]:
        """Return where a copy gives other figures than the first document of its text: its sentence, and that one's."""
        from factcheck.copies import differences

        first = self.source(document).copy_of
        if first is None:
            return []
        here, there = ([text for _, text in self._store.sentences(number)] for number in (document, first))
        return differences(here, there)

    def text(self, document: int) -> str:
        """Return the text of a document, which the offsets of its passages slice."""
        self.source(document)
        return self._store.text(document)

    def sentences(self, document: int) -> list[str]:
        """Return the sentences of a document in their order."""
        return [text for _, text in self._store.sentences(document)]

    def has_word(self, word: str) -> bool:
        """Tell whether any source has the word as it is written."""
        return self._store.has_word(word)

    # --- drafts -------------------------------------------------------------------------------------------

    def proofread(
        self,
        draft: str | os.PathLike[str] | Document,
        *,
        published: date | None = None,
        lines: Collection[int] | None = None,
        progress: Callable[[int, int], None] | None = None,
        jobs: int = 1,
    ) -> Proof:
        """Return the proof of a draft: its sentences with what came of each, and its alerts in order of place.

        The draft is never one of its own sources. `published` is its date where it names none; `lines` narrows
        the checks to sentences that touch one of these lines. With more than one job the sentences of a long draft are
        shared out to so many processes. Raises SourceError for a file without text.
        """
        from factcheck.drafts import proofread_document, read_draft_file

        document = draft if isinstance(draft, Document) else read_draft_file(draft)
        return proofread_document(self, document, published=published, lines=lines, progress=progress, jobs=jobs)

    def disagreements(
        self, *, source: str | None = None, progress: Callable[[int, int, str], None] | None = None
    ) -> list[Disagreement]:
        """Return where two sources give different figures for the same thing, contradictions first.

        `progress` is called with the pairs of figures looked at and their number.
        """
        from factcheck.disagreements import find_disagreements

        return find_disagreements(self.figures(source=source), progress)

    def sign_off(self, items: Iterable[SignOff]) -> None:
        """Add to the ledger that says who looked into which alert or sentence of a draft."""
        self._store.sign_off(items)

    def signoffs(self) -> list[SignOff]:
        """Return all sign-offs, the oldest first, those taken back among them; `drafts` tells whose they are."""
        return self._store.signoffs()

    def withdraw_signoff(self, number: int, now: datetime) -> SignOff:
        """Take a sign-off back and return it; it stays in the ledger. Raises `UsageError` where there is none."""
        found = [item for item in self._store.signoffs() if item.number == number]
        if not found:
            raise UsageError(f"there is no sign-off {number}", "see the numbers with: factcheck signoff --list")
        if not self._store.withdraw_signoff(number, now):
            raise UsageError(f"sign-off {number} has been taken back already", "")
        return found[0]

    def move_signoffs(self, items: Iterable[SignOff], path: str) -> None:
        """Keep in the ledger that the draft of these sign-offs lies at another path now."""
        moved = [item.number for item in items if item.path != path]
        if moved:
            self._store.move_signoffs(moved, path)

    # --- history ------------------------------------------------------------------------------------------

    def history(self) -> list[HistoryRow]:
        """Return the claims checked so far, each with its last verdict."""
        return self._store.history()

    def claims_recorded(self) -> list[tuple[str, date | None]]:
        """Return the claims checked so far, each with the date it was read against."""
        return [(row.claim, row.claim_date) for row in self._store.history()]

    def recheck(self) -> Iterator[HistoryRow]:
        """Yield the claims checked so far with the verdict of today beside the last one; nothing is recorded."""
        for row in self.history():
            check = self.check(row.claim, claim_date=row.claim_date)
            yield replace(row, verdict_now=check.verdict, confidence_now=check.confidence)

    def clear_history(self) -> int:
        """Forget all claims checked and return how many they were."""
        return self._store.clear_history()

    def _scope(
        self,
        source: str | None = None,
        since: date | None = None,
        until: date | None = None,
        chosen: Sequence[int] | None = None,
    ) -> _Scope:
        if since is not None and until is not None and since > until:
            raise UsageError(f"no date lies between {since} and {until}", "give the earlier date to --since")
        if source is None:
            return _Scope(chosen, since, until)
        documents = self._store.documents_named(source)
        if not documents:
            raise UsageError(f"no source is called “{source}”", "see what there is with: factcheck sources")
        return _Scope(documents, since, until)

    def _candidates(
        self, claim: str, assertions: Sequence[Assertion], scope: _Scope
    ) -> Iterator[tuple[Assertion, list[list[Passage]]]]:
        """Yield each assertion with the passages found for the whole claim and, where it is a part, for itself."""
        whole = self._found(claim, scope)
        for assertion in assertions:
            yield assertion, [whole] if assertion.text == claim else [whole, self._found(assertion.text, scope)]

    def _found(self, text: str, scope: _Scope) -> list[Passage]:
        """Return the passages found for a text, best first."""
        from factcheck.retrieve import CANDIDATES, retrieve

        limit = scope.candidates or CANDIDATES
        found = retrieve(
            self._store, text, limit=limit, documents=scope.documents, since=scope.since, until=scope.until
        )
        return found

    def _with_names(self, passage: Passage) -> Passage:
        """Return a passage with the sentence in its context that names whom or what it only describes."""
        from factcheck.stance import opens_with_description

        if opens_with_description(passage.text):
            return self._with_introduction(passage)
        return self._with_antecedent(passage)

    def _with_introduction(self, passage: Passage) -> Passage:
        """Return a document's opening with the sentence in its context that names its "A finance officer"."""
        from factcheck.stance import is_introduced_by

        place = passage.sentence, passage.source.document
        if self._store.sentences_before(*place, 1):
            return passage
        for sentence in (" ".join(text.split()) for text in self._store.sentences_after(*place, _SENTENCES_ON)):
            if is_introduced_by(passage.text, sentence, passage.source.published):
                return replace(passage, context="\n".join([sentence, *filter(None, [passage.context])]))
        return passage

    def _with_antecedent(self, passage: Passage) -> Passage:
        """Return a passage that opens with "she" or "the company" with the sentence that names her in its context."""
        from factcheck.stance import lacks_antecedent

        published = passage.source.published
        if not lacks_antecedent(passage.text, passage.context, published):
            return passage
        earlier = self._store.sentences_before(passage.sentence, passage.source.document, _SENTENCES_BACK)
        for sentence in (" ".join(text.split()) for text in earlier[1:]):
            if not lacks_antecedent(passage.text, sentence, published):
                *outer, before = passage.context.split("\n")
                context = "\n".join(dict.fromkeys([*outer, sentence, before]))
                return replace(passage, context=context)
        return passage


_SENTENCES_ON = 2  # within which the person or thing that the opening describes must be named
_SENTENCES_BACK = 8  # within which whom a "she" means must be named


def _checker(library: Library, how: Mapping[str, Any]) -> Callable[[tuple[str, date | None]], Check | UsageError]:
    """Return what checks one claim after the other, and gives back the error of one that cannot be checked."""

    def work(claim: tuple[str, date | None]) -> Check | UsageError:
        text, day = claim
        try:
            return library.check(text, claim_date=day, **how)
        except UsageError as error:
            return error

    return work


def _make_checker(path: Path, how: Mapping[str, Any]) -> Callable[[tuple[str, date | None]], Check | UsageError]:
    """Return the same in a process of its own."""
    return _checker(Library(path, writable=False), how)


def figures_of_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    kinds: Sequence[str] = (),
    unit: str | None = None,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    text: str | None = None,
    stdin: bytes | None = None,
    reading: Options | None = None,
    skip: Callable[[Skipped], None] | None = None,
) -> Iterator[FigureRow]:
    """Yield the figures of files that are not indexed, with the same filters.

    `skip` is told of each source, and each part of one, that could not be read. Without it a source that was named
    and cannot be read raises `SourceError`.
    """
    from factcheck.indexing import figure_rows, found_at, read_one
    from factcheck.ingest.worker import Reader

    wanted = _Wanted(frozenset(_kinds(kinds)), unit, minimum, maximum, text)
    with Reader() as reader:
        for found in found_at([os.fspath(path) for path in paths]):
            try:
                read = read_one(found, reader, reading, stdin)
            except SourceError as error:
                _leave_out(found, error, skip)
                continue
            if skip is not None:
                for problem in read.problems:
                    skip(Skipped(problem.name, problem.message))
            for document in read.documents:
                yield from filter(wanted.has, figure_rows(document))


def _leave_out(found: Found | str, error: SourceError, skip: Callable[[Skipped], None] | None) -> None:
    from factcheck.ingest import Found

    is_named = isinstance(found, str) or found.named
    hint = error.hint or ("check the path" if is_named else "")
    if skip is not None:
        name = found if isinstance(found, str) else found.name
        skip(Skipped(name, error.message, is_named, hint, isinstance(found, Found) and found.unsupported))
    elif is_named:
        raise SourceError(error.message, hint) from None


@dataclass(frozen=True, slots=True)
class _Scope:
    """The sources a question is asked of; `documents` is None where it is all of them."""

    documents: Sequence[int] | None
    since: date | None
    until: date | None
    candidates: int | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The filters of a list of figures, for figures that are not in the database."""

    kinds: frozenset[str]
    unit: str | None
    minimum: Decimal | None
    maximum: Decimal | None
    text: str | None

    def has(self, row: FigureRow) -> bool:
        """Tell whether the figure passes every filter."""
        figure = row.figure
        return (
            (not self.kinds or figure.kind.value in self.kinds)
            and (self.unit is None or (figure.unit or "").lower() == self.unit.lower())
            and (self.text is None or self.text.lower() in row.sentence_text.lower())
            and self._is_between(figure)
        )

    def _is_between(self, figure: Figure) -> bool:
        if self.minimum is None and self.maximum is None:
            return True
        low, high = figure.value, figure.value if figure.value_high is None else figure.value_high
        if not isinstance(low, Decimal) or not isinstance(high, Decimal):
            return False
        return (self.minimum is None or high >= self.minimum) and (self.maximum is None or low <= self.maximum)


def _judged(
    place: int, assertion: Assertion, passages: Iterable[Passage], claim_date: date | None
) -> Iterator[Evidence]:
    from factcheck.stance import judge

    for passage in passages:
        judgement = judge(
            assertion.text,
            passage.text,
            published=passage.source.published,
            claim_date=claim_date,
            context=passage.context,
        )
        yield Evidence(passage, judgement, place)


def _kinds(kinds: Sequence[str]) -> list[str]:
    """Return the kinds asked for; raises UsageError for one that no figure has."""
    known = {kind.value for kind in Kind}
    for kind in kinds:
        if kind not in known:
            raise UsageError(f"no figure is of the kind “{kind}”", f"one of {', '.join(sorted(known))}")
    return list(kinds)


def _with_words(text: str, what: str) -> str:
    """Return the text without white space around it; raises UsageError where nothing can be looked up in it."""
    text = text.encode("utf-8", "replace").decode("utf-8").strip()  # half a surrogate pair cannot be looked up
    if not text:
        raise UsageError(
            f"the {what} is empty", 'write it in quotation marks, as in: factcheck check "The bridge is 90 m long"'
        )
    if not any(character.isalnum() for character in text):
        raise UsageError(f"the {what} “{text}” holds no word and no number", "write a statement with words in it")
    return text
