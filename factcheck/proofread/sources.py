"""What the proofreader asks of the sources, so that it needs no database of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.models import Check, Passage


class Sources(Protocol):
    """The sources a draft is checked against; the draft itself is never among them."""

    def check(self, claim: str) -> Check:
        """Return the verdict on a claim."""

    def search(self, words: str, limit: int) -> Sequence[Passage]:
        """Return the passages that share words with a text, best first; none for a text without words."""

    def text(self, document: int) -> str:
        """Return the text of a document."""

    def has_word(self, word: str) -> bool:
        """Tell whether any source has the word, in any inflection."""


class NoSources:
    """No sources: a draft is then checked against itself only."""

    def check(self, claim: str) -> Check:
        """Return that nothing is known."""
        from factcheck.models import Verdict

        return Check(claim, Verdict.UNVERIFIED, 0.0, (), ())

    def search(self, words: str, limit: int) -> Sequence[Passage]:
        """Return nothing."""
        return ()

    def text(self, document: int) -> str:
        """Return nothing."""
        return ""

    def has_word(self, word: str) -> bool:
        """Tell that any word is known, so that none is called unknown."""
        return True
