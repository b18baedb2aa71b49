"""Checks for other programs: ClaimReview (schema.org) as JSON-LD, and the shapes of AVeriTeC and FEVER."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.models import Check, Evidence, Relation, Source, Verdict
from factcheck.render.jsonl import Json, dumps
from factcheck.render.phrases import AVERITEC, FEVER, MEANINGS, is_shown, verdict_sentences

# ClaimReview wants a number; the verdicts are places on a scale of agreement with the sources, not of truth.
RATINGS = {Verdict.CONFLICTING: 1, Verdict.MIXED: 2, Verdict.UNVERIFIED: None, Verdict.SUPPORTED: 3}
WORST, BEST = 1, 3
UNANSWERED = "No answer could be found."  # AVeriTeC's words for a question without evidence


def claimreview(checks: Sequence[Check], *, day: date, author: str, url: str | None = None) -> str:
    """Return the checks as a JSON-LD graph of ClaimReview; `author` is the organisation that publishes, `url` where.

    A review that is published needs a URL of its own; each gets an anchor on `url` where that is given. The
    sources are what the review cites; whether the claim appears in them is not said.
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
        "reviewBody": _body(check),
    }
    cited = [_work(source) for source in _cited(check)]
    return review | ({"citation": cited} if cited else {}) | ({"url": f"{url}#claim-{number}"} if url else {})


def _claim(check: Check) -> dict[str, Json]:
    claim: dict[str, Json] = {"@type": "Claim", "text": check.claim}
    return claim | ({"datePublished": check.claim_date} if check.claim_date is not None else {})


def _body(check: Check) -> str:
    return " ".join(verdict_sentences(check))


def _cited(check: Check) -> list[Source]:
    """Return the sources that counted for the verdict, each once, the best first."""
    found: dict[int, Source] = {}
    for item in _telling(check):
        found.setdefault(item.passage.source.document, item.passage.source)
    return list(found.values())


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
    return [item for item in check.evidence if is_shown(item)]


# --- AVeriTeC (Schlichtkrull, Guo and Vlachos, 2023) ------------------------------------------------------


def averitec(checks: Sequence[Check]) -> str:
    """Return the checks as a JSON list with the fields of AVeriTeC; what a check does not know is null there."""
    return dumps([_averitec(number, check) for number, check in enumerate(checks)]) + "\n"


def _averitec(number: int, check: Check) -> dict[str, Json]:
    day = check.claim_date
    answers = [_answer(item) for item in _telling(check)]
    return {
        "claim_id": number,
        "claim": check.claim,
        "label": AVERITEC[check.verdict],
        "justification": _body(check),
        "claim_date": f"{day.day}-{day.month}-{day.year}" if day else None,
        "speaker": None,
        "original_claim_url": None,
        "fact_checking_article": None,
        "reporting_source": None,
        "location_ISO_code": None,
        "claim_types": ["Numerical Claim"] if check.figures else [],
        "fact_checking_strategies": _strategies(check),
        "questions": [
            {
                "question": f"What do the sources say on “{check.claim}”?",
                "answers": answers or [{"answer": UNANSWERED, "answer_type": "Unanswerable"}],
            }
        ],
    }


def _strategies(check: Check) -> list[str]:
    compared = [
        comparison.relation is not Relation.MISSING
        for item in _telling(check)
        for comparison in item.judgement.comparisons
    ]
    return ["Written Evidence", *(["Numerical Comparison"] if any(compared) else [])]


def _answer(item: Evidence) -> dict[str, Json]:
    source = item.passage.source
    return {
        "answer": item.passage.text,
        "answer_type": "Extractive",
        "source_url": source.url or source.path,
        "cached_source_url": None,
        "source_medium": "Web text" if source.url else "Other",
        "stance": item.judgement.stance.value,
    }


# --- FEVER (Thorne and others, 2018) ----------------------------------------------------------------------


def fever(checks: Sequence[Check]) -> Iterator[str]:
    """Yield a line of JSON a claim, as FEVER's scorer takes predictions; a source's path is its page, its line the
    sentence.
    """
    for number, check in enumerate(checks, 1):
        evidence: list[Json] = [[item.passage.source.path, item.passage.source.line] for item in _telling(check)]
        yield dumps(
            {
                "id": number,
                "claim": check.claim,
                "predicted_label": FEVER[check.verdict],
                "predicted_evidence": evidence,
            }
        )
