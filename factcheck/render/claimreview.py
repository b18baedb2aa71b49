"""Checks for other programs: ClaimReview (schema.org) as JSON-LD, and the shape of AVeriTeC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.models import Check, Evidence, Source, Stance, Verdict
from factcheck.render.jsonl import Json, dumps
from factcheck.render.phrases import AVERITEC, MEANINGS

# ClaimReview wants a number; the verdicts are places on a scale of agreement with the sources, not of truth.
RATINGS = {Verdict.CONFLICTING: 1, Verdict.MIXED: 2, Verdict.UNVERIFIED: None, Verdict.SUPPORTED: 3}
WORST, BEST = 1, 3


def claimreview(checks: Sequence[Check], *, day: date, author: str, url: str | None = None) -> str:
    """Return the checks as a JSON-LD graph of ClaimReview; `author` is who publishes, `url` where.

    A review that is published needs a URL of its own; each gets an anchor on `url` where that is given.
    """
    graph = [_review(number, check, day, author, url) for number, check in enumerate(checks, 1)]
    return dumps({"@context": "https://schema.org", "@graph": graph}) + "\n"


def _review(number: int, check: Check, day: date, author: str, url: str | None) -> dict[str, Json]:
    review: dict[str, Json] = {
        "@type": "ClaimReview",
        "datePublished": day,
        "author": {"@type": "Organization", "name": author},
        "claimReviewed": check.claim,
        "itemReviewed": _claim(check),
        "reviewRating": _rating(check),
        "reviewBody": " ".join(check.reasons) or MEANINGS[check.verdict],
    }
    return review | ({"url": f"{url}#claim-{number}"} if url else {})


def _claim(check: Check) -> dict[str, Json]:
    claim: dict[str, Json] = {"@type": "Claim", "text": check.claim}
    if check.claim_date is not None:
        claim["datePublished"] = check.claim_date
    appearances = [_work(item.passage.source) for item in _telling(check)]
    return claim | ({"appearance": appearances} if appearances else {})


def _work(source: Source) -> dict[str, Json]:
    work: dict[str, Json] = {"@type": "CreativeWork", "name": source.title or source.path}
    for name, value in (("url", source.url), ("datePublished", source.published)):
        if value is not None:
            work[name] = value
    if source.author:
        work["author"] = {"@type": "Person", "name": source.author}
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    return work


def _rating(check: Check) -> dict[str, Json]:
    rating: dict[str, Json] = {"@type": "Rating", "alternateName": check.verdict.value.capitalize()}
    value = RATINGS[check.verdict]
    if value is not None:
        rating |= {"ratingValue": value, "worstRating": WORST, "bestRating": BEST}
    return rating | {"ratingExplanation": MEANINGS[check.verdict]}


def _telling(check: Check) -> list[Evidence]:
    return [item for item in check.evidence if item.judgement.shown and item.judgement.stance is not Stance.NEUTRAL]


def averitec(checks: Sequence[Check]) -> str:
    """Return the checks as a JSON list in the shape of AVeriTeC: claim, label, justification, evidence."""
    return dumps([_averitec(number, check) for number, check in enumerate(checks)]) + "\n"


def _averitec(number: int, check: Check) -> dict[str, Json]:
    return {
        "claim_id": number,
        "claim": check.claim,
        "claim_date": check.claim_date,
        "label": AVERITEC[check.verdict],
        "justification": " ".join(check.reasons) or MEANINGS[check.verdict],
        "questions": [
            {
                "question": f"What do the sources say on “{check.claim}”?",
                "answers": [_answer(item) for item in _telling(check)],
            }
        ],
    }


def _answer(item: Evidence) -> dict[str, Json]:
    source = item.passage.source
    return {
        "answer": item.passage.text,
        "answer_type": "Extractive",
        "source_url": source.url or source.path,
        "source_medium": "Web text" if source.url else "Other",
        "stance": item.judgement.stance.value,
    }
