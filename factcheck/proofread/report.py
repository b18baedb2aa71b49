"""The nouns of a proofread draft: what was looked at, what was found, and how much of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from factcheck.models import Alert, Check, Passage, SignOff
from factcheck.proofread.codes import SEVERITIES
from factcheck.proofread.draft import Draft, DraftSentence


class Sort(StrEnum):
    """What a sentence of a draft is to a checker."""

    CHECKABLE = "checkable"
    QUOTATION = "quotation"
    OPINION = "opinion"
    QUESTION = "question"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the draft with what came of it; `importance` puts figures and names first."""

    sentence: DraftSentence
    sort: Sort
    importance: int
    line: int
    column: int
    check: Check | None = None
    alerts: tuple[Alert, ...] = ()
    looked: SignOff | None = None  # a person's word on the sentence as a whole
    met: Passage | None = None  # the passage that has what the sentence says, where no alert is about it


@dataclass(frozen=True, slots=True)
class Proof:
    """A draft proofread: its sentences in order, and its alerts in order of place."""

    draft: Draft
    sentences: tuple[CheckedSentence, ...]
    alerts: tuple[Alert, ...]

    def summary(self) -> dict[str, int]:
        """Return the counts: sentences, those checked, alerts that nobody has signed off by severity."""
        counts = Counter(alert.severity for alert in self.alerts if alert.signed_off is None)
        checked = sum(item.sort in (Sort.CHECKABLE, Sort.QUOTATION) for item in self.sentences)
        return {
            "sentences": len(self.sentences),
            "checked": checked,
            **{severity: counts[severity] for severity in reversed(SEVERITIES)},
            "signed_off": sum(alert.signed_off is not None for alert in self.alerts),
        }
