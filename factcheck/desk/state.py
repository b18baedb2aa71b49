"""Where a checker stands in a draft: its sentences, what was said of each, and the moves from one to another.

Nothing here knows a screen: `app` shows it. The draft is only read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.models import Alert, Comparison, Evidence, SignOff, Source, Stance
from factcheck.proofread import CheckedSentence, Proof, Sort
from factcheck.proofread.ledger import AGREED, QUERY, Ledger, fingerprint, sign_off, sign_sentence

if TYPE_CHECKING:
    from factcheck.library import Library

NOTE = "note"
"""The state of a note on a sentence that nobody has agreed to or queried yet."""
PASSAGES = 6
"""Passages beside a sentence: more than a checker reads."""


class Status(StrEnum):
    """How far a sentence is."""

    OPEN = "open"
    ALARMED = "alarmed"
    QUERIED = "queried"
    AGREED = "agreed"
    PASSED_OVER = "passed over"


class Shown(StrEnum):
    """Which sentences are stepped through."""

    ALL = "all"
    OPEN = "to do"
    ALARMED = "alerts"
    QUERIED = "queries"


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage beside a sentence of the draft, with what it has to do with it."""

    text: str
    source: Source
    stance: Stance
    score: float | None = None
    comparisons: tuple[Comparison, ...] = ()


@dataclass(slots=True)
class Item:
    """A sentence of the draft with its alerts and the last word of a person on it."""

    checked: CheckedSentence
    alerts: tuple[Alert, ...]
    mark: SignOff | None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.checked.sentence.text

    @property
    def open_alerts(self) -> list[Alert]:
        """The alerts that nobody has signed off."""
        return [alert for alert in self.alerts if alert.signed_off is None]

    @property
    def status(self) -> Status:
        """How far the sentence is: agreed only where none of its alerts is open."""
        state = self.mark.state if self.mark else ""
        if not is_to_check(self.checked):
            return Status.PASSED_OVER
        if state == QUERY:
            return Status.QUERIED
        if self.open_alerts:
            return Status.ALARMED
        return Status.AGREED if self.alerts or state == AGREED else Status.OPEN

    @property
    def note(self) -> str:
        """The last note on it."""
        return self.mark.note if self.mark else ""

    def passages(self) -> list[Beside]:
        """Return the passages to read beside it: those of its alerts first, then the best of its check."""
        found = [
            _of_alert(alert, alert.passage, alert.source) for alert in self.alerts if alert.passage if alert.source
        ]
        evidence = self.checked.check.evidence if self.checked.check else ()
        found += [_of_evidence(item) for item in evidence]
        once: dict[tuple[int, int], Beside] = {}
        for each in found:
            once.setdefault((each.source.document, each.source.start), each)
        return list(once.values())[:PASSAGES]


def is_to_check(checked: CheckedSentence) -> bool:
    """Tell whether a sentence is one that a checker has to say something about."""
    return bool(checked.alerts) or checked.sort in (Sort.CHECKABLE, Sort.QUOTATION)


def _of_alert(alert: Alert, passage: str, source: Source) -> Beside:
    return Beside(
        passage, source, Stance.CONFLICTS if alert.severity == "error" else Stance.NEUTRAL, None, alert.comparisons
    )


def _of_evidence(item: Evidence) -> Beside:
    judgement = item.judgement
    stance = judgement.stance if judgement.shown else Stance.NEUTRAL
    is_telling = stance is not Stance.NEUTRAL
    return Beside(
        item.passage.text,
        item.passage.source,
        stance,
        judgement.score if is_telling else None,
        judgement.comparisons if is_telling else (),
    )


def desk_of(library: Library, proof: Proof, by: str, now: Callable[[], datetime]) -> Desk:
    """Return the desk of a draft whose sign-offs go into the library."""
    from factcheck.drafts import draft_key, keep, ledger_of

    def take_back(sentence: str) -> None:
        for mark in ledger_of(library, proof.draft).items:
            if mark.sentence == sentence:
                library.withdraw_signoff(mark.number, now())

    return Desk(
        proof,
        draft_key(proof.draft.path, library.path),
        by,
        lambda marks: keep(library, proof.draft, marks),
        take_back,
        now,
    )


@dataclass(slots=True)
class Desk:
    """A draft being checked.

    `keep` writes sign-offs to the ledger, `take_back` withdraws those of a sentence, given by its fingerprint; `now`
    tells the time; `key` is the draft's name in the ledger.
    """

    proof: Proof
    key: str
    by: str
    keep: Callable[[Sequence[SignOff]], object]
    take_back: Callable[[str], object]
    now: Callable[[], datetime]
    at: int = 0
    shown: Shown = Shown.ALL
    items: list[Item] = field(init=False)

    def __post_init__(self) -> None:
        """Begin at the first sentence that has not been checked."""
        self.items = [Item(checked, checked.alerts, checked.looked) for checked in self.proof.sentences]
        self.at = next(iter(self._after(-1, self._is_open)), next(iter(self.places()), 0))

    @property
    def item(self) -> Item:
        """The sentence that the checker looks at."""
        return self.items[self.at]

    # --- moving -------------------------------------------------------------------------------------------

    def places(self) -> list[int]:
        """Return the sentences stepped through, in order."""
        return [place for place, item in enumerate(self.items) if self._is_shown(item)]

    def _is_shown(self, item: Item) -> bool:
        if self.shown is Shown.ALL:
            return item.status is not Status.PASSED_OVER
        if self.shown is Shown.OPEN:
            return self._is_open(item)
        return item.status is (Status.ALARMED if self.shown is Shown.ALARMED else Status.QUERIED)

    @staticmethod
    def _is_open(item: Item) -> bool:
        return item.status in (Status.OPEN, Status.ALARMED)

    def _after(self, place: int, wanted: Callable[[Item], bool]) -> list[int]:
        """Return the places of the sentences wanted, those behind a place first, then from the beginning on."""
        found = [number for number, item in enumerate(self.items) if wanted(item)]
        return [number for number in found if number > place] + [number for number in found if number <= place]

    def step(self, by: int) -> bool:
        """Go to the next (1) or the previous (-1) sentence that is shown and tell whether there is one."""
        places = self.places()
        ahead = [place for place in places if place > self.at] if by > 0 else [p for p in places if p < self.at][::-1]
        if ahead:
            self.at = ahead[0]
        return bool(ahead)

    def next_conflict(self) -> bool:
        """Go to the next sentence with an open error or warning, from the beginning again behind the last."""
        return self._go(
            lambda item: any(alert.severity != "notice" for alert in item.open_alerts) and self._is_open(item)
        )

    def next_open(self) -> bool:
        """Go to the next sentence that nobody has checked, from the beginning again behind the last."""
        return self._go(self._is_open)

    def _go(self, wanted: Callable[[Item], bool]) -> bool:
        found = self._after(self.at, wanted)
        if found:
            self.at = found[0]
        return bool(found)

    def go_to(self, place: int) -> None:
        """Go to a sentence."""
        self.at = min(max(place, 0), len(self.items) - 1)

    def filter(self) -> bool:
        """Step through the next sort of sentences that there are any of, and tell whether it is another one."""
        before, sorts = self.shown, list(Shown)
        for ahead in range(1, len(sorts) + 1):
            self.shown = sorts[(sorts.index(before) + ahead) % len(sorts)]
            if self.places() or self.shown is Shown.ALL:
                break
        places = self.places()
        if self.at not in places and places:
            self.at = next((place for place in places if place > self.at), places[0])
        return self.shown is not before

    # --- what a person says -------------------------------------------------------------------------------

    def agree(self) -> None:
        """Sign off the sentence, against its first passage, and each of its open alerts."""
        item, note, now = self.item, self.item.note if self.item.mark else "", self.now()
        marks = [sign_off(alert, self.key, self.by, note, now) for alert in item.open_alerts]
        self._mark(item, AGREED, note, marks, now)

    def query(self, text: str) -> None:
        """Put a query to the sentence: it stays unchecked, and its alerts open."""
        self._mark(self.item, QUERY, text, [], self.now())

    def add_note(self, text: str) -> None:
        """Keep a note on the sentence as far as it is."""
        item, now = self.item, self.now()
        state = item.mark.state if item.mark else NOTE
        again = [alert for alert in item.alerts if alert.signed_off is not None] if state == AGREED else []
        self._mark(item, state, text, [sign_off(alert, self.key, self.by, text, now) for alert in again], now)

    def undo(self) -> bool:
        """Take back what was said of the sentence and tell whether anything was."""
        item = self.item
        signed = [alert for alert in item.alerts if alert.signed_off is not None]
        if item.mark is None and not signed:
            return False
        self.take_back(fingerprint(item.text))
        item.mark = None
        item.alerts = tuple(replace(alert, signed_off=None) for alert in item.alerts)
        return True

    def _mark(self, item: Item, state: str, note: str, marks: Sequence[SignOff], now: datetime) -> None:
        best = next(iter(item.passages()), None)
        mark = sign_sentence(
            item.text,
            item.checked.line,
            self.key,
            self.by,
            note,
            now,
            passage=best.text if best and best.text in self._found(item) else None,
            source=best.source if best else None,
            state=state,
        )
        self.keep([*marks, mark])
        item.mark = mark
        ledger = Ledger(marks, frozenset({fingerprint(item.text)}))
        item.alerts = tuple(
            signed if (signed := ledger.signed(alert)).signed_off else replace(alert) for alert in item.alerts
        )

    @staticmethod
    def _found(item: Item) -> set[str]:
        """Return the passages that a sign-off of the whole sentence may hold for: those that its check found."""
        return {each.passage.text for each in item.checked.check.evidence} if item.checked.check else set()

    # --- how far ------------------------------------------------------------------------------------------

    def progress(self) -> tuple[int, int, int]:
        """Return how many sentences are checked, how many there are to check, and how many have a query."""
        statuses = [item.status for item in self.items if item.status is not Status.PASSED_OVER]
        return statuses.count(Status.AGREED), len(statuses), statuses.count(Status.QUERIED)
