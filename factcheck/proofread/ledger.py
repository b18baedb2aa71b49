"""The sign-off ledger: who checked which alert against which source, and when that lapses.

A sign-off is tied to the words, not to the line: to the code, the sentence and the source passage. It survives
edits elsewhere in the draft and lapses when the sentence or the passage changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from factcheck.models import Alert, SignOff


def fingerprint(text: str | None) -> str:
    """Return a hash of the words of a text: spaces and capitals do not count, a changed digit does."""
    plain = " ".join((text or "").split()).casefold()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:32] if plain else ""


def sign_off(alert: Alert, draft: str, by: str, note: str, now: datetime) -> SignOff:
    """Return the sign-off of an alert in a draft; `draft` is its path."""
    return SignOff(
        draft=file_name(draft),
        code=alert.code,
        sentence=fingerprint(alert.sentence),
        passage=fingerprint(alert.passage),
        by=by,
        note=note,
        at=now,
        line=alert.line,
        text=alert.sentence,
        source=f"{alert.source.path}:{alert.source.line}" if alert.source else "",
    )


def file_name(path: str) -> str:
    """Return the last part of a path, by which a draft is known wherever the command is run."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def signed(alert: Alert, draft: str, signoffs: Collection[SignOff]) -> Alert:
    """Return the alert with the sign-off that holds for it, the latest of several, or as it is."""
    wanted = (file_name(draft), alert.code, fingerprint(alert.sentence), fingerprint(alert.passage))
    holding = [item for item in signoffs if (item.draft, item.code, item.sentence, item.passage) == wanted]
    if not holding:
        return alert
    latest = max(holding, key=lambda item: item.at)
    note = f": {latest.note}" if latest.note else ""
    return replace(alert, signed_off=f"{latest.by}, {latest.at.date().isoformat()}{note}")
