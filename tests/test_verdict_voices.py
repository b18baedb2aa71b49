"""Whose voice counts: a passage not sure enough alone counts beside another source that takes the other side."""

import pytest
import render_samples as samples

from factcheck.models import Assertion, DecidedBy, Evidence, Judgement, Passage, Stance, Verdict
from factcheck.verdict import decide

CLAIM = "It sank in May."
SUPPORTS, CONFLICTS = Stance.SUPPORTS, Stance.CONFLICTS


def voice(document: int, stance: Stance, score: float, *, shown: bool, beside: bool = False) -> Evidence:
    where = samples.source(document, document=document)
    judgement = Judgement(stance, score, shown, DecidedBy.WORDS, beside=beside)
    return Evidence(Passage(document, f"Report {document}", "", where), judgement)


SHOWN = voice(1, SUPPORTS, 0.8, shown=True)
CASES = {
    "alone": ([SHOWN], Verdict.SUPPORTED),
    "beside-another-source": ([SHOWN, voice(2, CONFLICTS, 0.7, shown=False, beside=True)], Verdict.MIXED),
    "too-weak-to-stand-beside": ([SHOWN, voice(2, CONFLICTS, 0.7, shown=False)], Verdict.SUPPORTED),
    "of-the-same-source": ([SHOWN, voice(1, CONFLICTS, 0.7, shown=False, beside=True)], Verdict.SUPPORTED),
    "beside-nobody": ([voice(2, CONFLICTS, 0.7, shown=False, beside=True)], Verdict.UNVERIFIED),
    "on-the-same-side": ([SHOWN, voice(2, SUPPORTS, 0.7, shown=False, beside=True)], Verdict.SUPPORTED),
}


@pytest.mark.parametrize(("evidence", "verdict"), CASES.values(), ids=CASES)
def test_whose_voice_counts(evidence: list[Evidence], verdict: Verdict) -> None:
    check = decide(CLAIM, (), [Assertion(CLAIM, 0, len(CLAIM))], evidence)
    assert check.verdict is verdict
    shown = sum(item.judgement.shown for item in check.evidence)
    assert shown == {Verdict.MIXED: 2, Verdict.UNVERIFIED: 0}.get(verdict, 1)
