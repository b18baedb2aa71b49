"""Evidence -> the same evidence with repetitions marked: agency copy printed twice is one witness."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import Evidence, Stance
from factcheck.values import replace

SAME_REPORT = 90.0
"""From this likeness on (0 to 100, rapidfuzz's ratio of the normalised texts) two passages are one witness."""


def mark_repeats(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence in its order, each near-duplicate of a heavier passage pointing to that passage.

    So do passages of two documents that are copies of one text and bear on the claim alike, edited or not. Passages
    that give different numbers are never the same report, however alike. Neutral ones bear no witness.
    """
    seen: list[tuple[Evidence, str, list[str]]] = []
    repeats: dict[int, int] = {}
    order = sorted(
        (place for place, item in enumerate(evidence) if item.judgement.stance is not Stance.NEUTRAL),
        key=lambda place: _heaviest_first(evidence[place]),
    )
    for place in order:
        item = evidence[place]
        plain = _plain(item.passage.text)
        numbers = [part for part in plain.split() if part[0].isdigit()]
        for other, text, others in seen:
            if (
                other.assertion == item.assertion
                and numbers == others
                and (_are_of_copies(other, item) or _is_same_report(text, plain))
            ):
                repeats[place] = other.passage.sentence
                break
        else:
            seen.append((item, plain, numbers))
    return [replace(item, repeats=repeats[place]) if place in repeats else item for place, item in enumerate(evidence)]


def _heaviest_first(item: Evidence) -> tuple[float, int, int]:
    source = item.passage.source
    return (-item.judgement.score * source.weight, source.document, source.start)


def _are_of_copies(one: Evidence, other: Evidence) -> bool:
    """Tell whether the passages take one stance and stand in two documents of one text."""
    here, there = one.passage.source, other.passage.source
    return (
        here.copies is not None
        and here.copies == there.copies
        and here.document != there.document
        and one.judgement.stance is other.judgement.stance
    )


def _plain(text: str) -> str:
    """Return the words of a text in small letters, with nothing between them but spaces."""
    return "".join(character if character.isalnum() else " " for character in text.casefold()).strip()


def _is_same_report(text: str, other: str) -> bool:
    words, others = set(text.split()), set(other.split())
    if 2 * len(words & others) < len(words | others):
        return False  # spares nearly every check the 16 ms of importing rapidfuzz
    from rapidfuzz.fuzz import ratio

    return ratio(text, other) >= SAME_REPORT
