"""Sort the sentences of a draft: what can be checked, and what is a quotation, an opinion or a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.models import Figure
from factcheck.proofread.names import Name
from factcheck.proofread.quotations import Quotation, words_in
from factcheck.proofread.report import Sort
from factcheck.words import content_words

MOSTLY = 0.5
"""From this share of its words in quotation marks on, a sentence is checked as a quotation."""
FEWEST_WORDS = 2


def sort_sentence(
    text: str, figures: Sequence[Figure], names: Sequence[Name], quoted: Sequence[tuple[int, int]]
) -> Sort:
    """Return what a sentence is; `quoted` are the spans of it that stand in quotation marks."""
    inside = sum(words_in(text[start:end]) for start, end in quoted)
    if inside and inside >= MOSTLY * words_in(text):
        return Sort.QUOTATION
    if text.rstrip("”\"’') ").endswith("?"):
        return Sort.QUESTION
    if _is_opinion(_outside(text, quoted)):
        return Sort.OPINION
    if not figures and not names and len(content_words(text)) < FEWEST_WORDS:
        return Sort.PASSED_OVER
    if not figures and _patterns().byline.match(text):
        return Sort.PASSED_OVER
    return Sort.CHECKABLE


def importance(text: str, figures: Sequence[Figure], names: Sequence[Name], quotations: Sequence[Quotation]) -> int:
    """Return how much a sentence would cost if it were wrong: figures first, then names and quotations."""
    return 3 * len(figures) + 2 * len(names) + 2 * len(quotations)


def _outside(text: str, quoted: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(quoted):
        text = text[:start] + " " + text[end:]
    return text


def _is_opinion(text: str) -> bool:
    if _patterns().attributed.search(text):
        return False
    return _patterns().opinion.search(text) is not None


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.opinion = re.compile(
            r"\b(?:should|ought\s+to|must\s+(?:now|surely)|I\s+(?:think|believe|suspect|hope|fear|doubt)|in\s+my\s+(?:view|opinion)"
            r"|we\s+(?:should|must|need|ought)|arguably|surely|perhaps|no\s+wonder|let\s+us|let’s|deserves?\s+(?:to|better|a|more)"
            r"|(?:it|that)\s+is\s+(?:a\s+)?(?:time|hard\s+not|tempting|shame|pity|disgrace|scandal|sad|absurd|impossible\s+not)"
            r"|(?:is|was|seems|looks|feels|sounds)\s+(?:a\s+|an\s+)?(?:\w+\s+)?(?:wonderful|beautiful|ugly|terrible|splendid|shameful|disgraceful"
            r"|absurd|foolish|wise|delightful|dreadful|ridiculous|charming|worth\s+\w+ing)|one\s+(?:hopes|wonders|suspects))\b",
            re.IGNORECASE,
        )
        self.attributed = re.compile(
            r"\b(?:said|says|told|according|argued|argues|insisted|wrote|warned|added|recommend\w*|ruled)\b",
            re.IGNORECASE,
        )
        self.byline = re.compile(
            r"(?:[Bb]y|[Pp]hotographs?|[Pp]ictures?|[Ee]dited)\b[^.]{0,60}$|[A-Z][a-z]+ correspondent$"
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
