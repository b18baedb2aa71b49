"""An "only" before whom or what the claim is about: a passage that does not say that of no other bears it out not."""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.words import listed

_ONLY = frozenset(listed("only alone just sole solely exclusively nobody none no nothing else unique remaining"))
_BEFORE_NOUNS = frozenset(listed("the its his her their this these those"))


def adds_only(pair: SideBySide) -> str:
    """Return the claim's "only the north" where the passage has no word to shut out others; "" for none.

    "Only 12 homes" says that they are few, and is a bound of the figure.
    """
    words = pair.claim.words
    if len(words) < 2 or words[0].plain != "only" or pair.passage.negations:
        return ""
    if not (words[1].plain in _BEFORE_NOUNS or words[1].name >= 0) or any(w.figure >= 0 for w in words[1:3]):
        return ""
    if any(word.plain in _ONLY for word in pair.passage.words):
        return ""
    last = next((p for p in range(1, pair.predicate) if not words[p].stop), 1)
    return pair.claim.text[words[0].start : words[last].end]
