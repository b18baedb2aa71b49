"""The sign-off ledger: who checked which alert against which source, when that holds, and when it lapses.

A sign-off is tied to the words, not to the line: to the code, the sentence and the source passage. It survives
edits elsewhere in the draft and lapses when the sentence or the passage changes. It is one draft's: two drafts of one
name in two folders share none, and a draft that was moved or renamed keeps its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.models import Alert, SignOff, Source
from factcheck.values import dataclass

AGREED, QUERY = "agreed", "query"

STILL_THE_SAME_DRAFT = 0.5
"""The share of a vanished draft's signed sentences that must stand in another, for that to be it under a new name."""
STILL_THE_SAME_SENTENCE = 60.0
"""How alike (rapidfuzz, of 100) a sentence must be to one that is gone, to be what has become of it."""


def fingerprint(text: str | None) -> str:
    """Return a hash of the words of a text: spaces and capitals do not count, a changed digit does."""
    plain = " ".join((text or "").split()).casefold()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:32] if plain else ""


def file_name(path: str) -> str:
    """Return the last part of a path."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


# --- signing ----------------------------------------------------------------------------------------------


def sign_off(alert: Alert, path: str, by: str, note: str, now: datetime) -> SignOff:
    """Return the sign-off of an alert in a draft; `path` is where the draft lies, as `drafts.draft_key` gives it."""
    mark = sign_sentence(alert.sentence, alert.line, path, by, note, now, passage=alert.passage, source=alert.source)
    return replace(mark, code=alert.code)


def sign_sentence(
    text: str,
    line: int,
    path: str,
    by: str,
    note: str,
    now: datetime,
    *,
    passage: str | None = None,
    source: Source | None = None,
    state: str = AGREED,
) -> SignOff:
    """Return a person's word on a sentence as a whole: agreed, against this passage, or a query."""
    return SignOff(
        draft=file_name(path),
        code="",
        sentence=fingerprint(text),
        passage=fingerprint(passage),
        by=by,
        note=note,
        at=now,
        line=line,
        text=text,
        source=f"{source.path}:{source.line}" if source else "",
        path=path,
        state=state,
    )


# --- whose a sign-off is ----------------------------------------------------------------------------------


def of_draft(
    signoffs: Iterable[SignOff], path: str, sentences: Collection[str], is_there: Callable[[str], bool]
) -> list[SignOff]:
    """Return the sign-offs that are a draft's, the oldest first; those taken back are left out.

    They are those made at its path, and those made at a path where nothing lies any more (`is_there`), or when
    paths were not kept and under its name, if most of what was signed there stands in this draft: it was moved, or
    renamed. `sentences` are the fingerprints of the draft's sentences.
    """
    places: dict[str, list[SignOff]] = defaultdict(list)
    for item in signoffs:
        if item.withdrawn is None and (item.path or item.draft == file_name(path)):
            places[item.path].append(item)
    own = list(places.pop(path, []))
    for place, items in sorted(places.items()):
        if (not place or not is_there(place)) and _is_moved(items, sentences):
            own += items
    return sorted(own, key=lambda item: (item.at, item.number))


def _is_moved(items: Sequence[SignOff], sentences: Collection[str]) -> bool:
    signed = {item.sentence for item in items}
    return len(signed & set(sentences)) >= STILL_THE_SAME_DRAFT * len(signed)


# --- whether it holds -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sign-offs of one draft, oldest first, and the fingerprints of the sentences that it has now."""

    items: Sequence[SignOff] = ()
    sentences: Collection[str] = frozenset()

    def signed(self, alert: Alert) -> Alert:
        """Return the alert with the sign-off that holds for it, or the one that has lapsed, or as it is."""
        marks = [item for item in self.items if item.code == alert.code and item.state == AGREED]
        wanted = (fingerprint(alert.sentence), fingerprint(alert.passage))
        holding = [item for item in marks if (item.sentence, item.passage) == wanted]
        if holding:
            return replace(alert, signed_off=told(holding[-1]))
        return replace(alert, lapsed=self._lapsed(alert, marks))

    def _lapsed(self, alert: Alert, marks: Sequence[SignOff]) -> str | None:
        """Return who had signed an alert off before its words changed, and what changed; None where nobody had."""
        sentence = fingerprint(alert.sentence)
        others = [item for item in marks if item.sentence == sentence]
        if others:
            return f"{told(others[-1])}; the source passage has changed since"
        gone = [item for item in marks if item.sentence not in self.sentences and _is_like(item.text, alert.sentence)]
        return f"{told(gone[-1])}; the sentence has changed since" if gone else None

    def looked_at(self, text: str, passages: Iterable[str] = ()) -> SignOff | None:
        """Return the last word on a sentence as a whole that holds: its passage is still among those found for it."""
        sentence = fingerprint(text)
        marks = [item for item in self.items if not item.code and item.sentence == sentence]
        if not marks:
            return None
        found = {"", *map(fingerprint, passages)}
        holding = [item for item in marks if item.passage in found]
        return holding[-1] if holding else None


def told(item: SignOff) -> str:
    """Return who signed, when and with which note."""
    note = f": {item.note}" if item.note else ""
    return f"{item.by}, {item.at.date().isoformat()}{note}"


def _is_like(text: str, other: str) -> bool:
    from rapidfuzz import fuzz  # here, because few drafts have sign-offs and the import costs 16 ms

    return fuzz.ratio(text, other) >= STILL_THE_SAME_SENTENCE
