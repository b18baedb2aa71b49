"""The words around a figure that bound it: "more than", "about", "up to", "or so"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.figures.movement import CHANGING
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import Tokens
from factcheck.models import Bound, Kind

# The hedges before a figure, a row a sign; the signs are those of `Bound`.
_BEFORE_TEXT = """
> | more than | greater than | higher than | larger than | bigger than | longer than | heavier than | older than
> | taller than
> | over | above | in excess of | upwards of | upward of | exceeding | exceed | exceeds | exceeded | surpass
> | surpassing
> | surpassed | surpasses | topping | topped | beyond | north of | well over | just over | slightly over
> | better than | well above
> | just above | more even than | later than | over the | in more than | to more than | faster than | further than
> | over the age of | above the age of
>= | at least | no less than | no fewer than | not less than | not fewer than | a minimum of | minimum of | minimum
>= | at a minimum
>= | no younger than | no shorter than | no smaller than | no lower than
>= | not below | at the least | at the very least | upwards from | as early as | from at least
< | less than | fewer than | lower than | under | below | just under | just below | just shy of | shy of | short of
< | just short of | well under | well below | smaller than | shorter than | younger than | lighter than
< | cheaper than
< | under the age of | below the age of | sub - | nearer than | south of | slightly under | slightly below
< | earlier than
<= | up to | no more than | at most | not more than | a maximum of | maximum of | at the most | as many as
<= | as much as | no later than
<= | a max of | max | maximum | as high as | as late as | limited to | capped at | not exceeding | not over
<= | anything up to
<= | no greater than | no higher than | not to exceed | as long as | as far as | no longer than | no larger than
<= | no older than | upto
>= | as few as | as little as | as low as
~ | about | around | approximately | approx | approx. | roughly | some | nearly | almost | close to | circa | c.
~ | ca | ca.
~ | an estimated | estimated | estimated at | near | nearing | approaching | or so | something like
~ | in the region of
~ | in the order of | on the order of | of the order of | in the neighbourhood of | in the neighborhood of | ~ | ≈
~ | just about
~ | an average of | virtually | practically | getting on for | not far off | not quite | maybe | perhaps | probably
> | > | >= | ≥
< | < | <= | ≤
"""
_SIGNS = {">=": Bound.AT_LEAST, "≥": Bound.AT_LEAST, "<=": Bound.AT_MOST, "≤": Bound.AT_MOST}


def _table() -> dict[tuple[str, ...], Bound]:
    table = {}
    for row in _BEFORE_TEXT.strip().splitlines():
        sign, *phrases = row.split(" | ")
        for phrase in phrases:
            table[tuple(phrase.split())] = _SIGNS.get(phrase.strip(), Bound(sign))
    return table


_BEFORE = _table()
_LAST_WORDS: dict[str, int] = {}
for _phrase in _BEFORE:
    _LAST_WORDS[_phrase[-1]] = max(len(_phrase), _LAST_WORDS.get(_phrase[-1], 0))

_GOING = frozenset({"go", "goes", "going"})
# Words that may stand between the hedge and the figure ("up to a further 300", "over the last five").
_BETWEEN = frozenset({"a", "an", "just", "further", "another", "extra", "additional", "of", "only", "roughly"})

_AFTER = {
    ("or", "more"): Bound.AT_LEAST, ("or", "above"): Bound.AT_LEAST, ("or", "over"): Bound.AT_LEAST,
    ("or", "older"): Bound.AT_LEAST,
    ("or", "greater"): Bound.AT_LEAST, ("or", "higher"): Bound.AT_LEAST, ("and", "over"): Bound.AT_LEAST,
    ("and", "above"): Bound.AT_LEAST,
    ("and", "up"): Bound.AT_LEAST, ("and", "older"): Bound.AT_LEAST, ("or", "longer"): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST, ("or", "fewer"): Bound.AT_MOST, ("or", "under"): Bound.AT_MOST,
    ("or", "below"): Bound.AT_MOST,
    ("or", "lower"): Bound.AT_MOST, ("and", "under"): Bound.AT_MOST, ("or", "younger"): Bound.AT_MOST,
    ("and", "below"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT, ("or", "thereabouts"): Bound.ABOUT, ("give", "or", "take"): Bound.ABOUT,
    ("at", "most"): Bound.AT_MOST,
    ("at", "least"): Bound.AT_LEAST, ("at", "the", "most"): Bound.AT_MOST, ("at", "a", "minimum"): Bound.AT_LEAST,
}  # fmt: skip


def take_hedge(tokens: Tokens, reading: Reading) -> None:
    """Set the bound of a figure from the words before it and behind it, and where the hedge starts."""
    reading.start = reading.first
    if not _take_before(tokens, reading, reading.first):
        before = tokens.lower[reading.first - 1]
        if before in _BETWEEN and reading.first > 1:
            _take_before(tokens, reading, reading.first - 1)
    _take_plus(tokens, reading)
    if reading.bound in (Bound.EXACT, Bound.ABOUT):
        _take_after(tokens, reading)


def bound_before(tokens: Tokens, index: int) -> tuple[Bound, str] | None:
    """Return the bound that the words right before token `index` give a figure there, with those words."""
    reading = Reading(index, index + 1, Kind.DURATION, None)
    return (reading.bound, reading.hedge or "") if _take_before(tokens, reading, index) else None


def _take_before(tokens: Tokens, reading: Reading, index: int) -> bool:
    for length in range(min(_LAST_WORDS.get(tokens.lower[index - 1], 0), index), 0, -1):
        phrase = tuple(tokens.lower[index - length : index])
        bound = _BEFORE.get(phrase)
        if bound is not None and not _is_false_hedge(tokens, reading, index - length, phrase):
            reading.bound, reading.hedge, reading.start = bound, " ".join(phrase), index - length
            return True
    return False


# Words before "over" that make it "more than" of a duration; else it is "during".
_BEFORE_OVER = frozenset(
    "for in after of just well took takes taking lasted lasts lasting spans spanned spanning spent spends spending"
    " waited waits waiting served at is was to within little bit touch shade fraction slightly far".split()
)
_COMPARATIVES = frozenset("more less fewer higher lower greater later longer larger older".split())
_MEASURES = frozenset({"maximum", "minimum", "max", "estimated"})


def _is_false_hedge(tokens: Tokens, reading: Reading, index: int, phrase: tuple[str, ...]) -> bool:
    """Return whether the words are here no hedge ("rose over five years", "no more than" read as "more than")."""
    before = tokens.lower[index - 1]
    if phrase == ("over",) and reading.kind is Kind.DURATION:
        return before not in _BEFORE_OVER
    if phrase == ("up", "to"):
        return before in CHANGING or before in _GOING  # "edged up to 4.4%", "goes up to £9"
    if phrase == ("some",):
        return reading.kind is Kind.ORDINAL
    if phrase[0] in _COMPARATIVES:
        return before in ("no", "not")
    return len(phrase) == 1 and phrase[0] in _MEASURES and before == "the"


def _take_plus(tokens: Tokens, reading: Reading) -> None:
    """Take the "+" of "200+ homes" and the "-plus" of "200-plus homes"."""
    after = reading.last
    if tokens.lower[after] == "+" and tokens.is_glued(after):
        reading.bound, reading.hedge, reading.last = Bound.AT_LEAST, "+", after + 1
    elif tokens.lower[after] in ("-", "‑") and tokens.lower[after + 1] == "plus" and tokens.is_glued(after):
        reading.bound, reading.hedge, reading.last = Bound.AT_LEAST, "plus", after + 2
    elif tokens.lower[after] == "plus" and tokens.is_glued(after):
        reading.bound, reading.hedge, reading.last = Bound.AT_LEAST, "plus", after + 1
    elif tokens.lower[after] in ("-", "‑") and tokens.lower[after + 1] == "odd" and tokens.is_glued(after):
        reading.bound, reading.hedge, reading.last = Bound.ABOUT, "odd", after + 2


def _take_after(tokens: Tokens, reading: Reading) -> None:
    """Take "or more", "or so" behind the figure, or behind its noun ("ten pupils or more")."""
    for index in (reading.last, reading.last + 1):
        for length in (3, 2):
            phrase = tuple(tokens.lower[index : index + length])
            next_word = tokens.lower[index + length]
            goes_on = (phrase[-1] == "more" and next_word == "than") or (phrase[-1] == "up" and next_word == "to")
            if phrase in _AFTER and not goes_on:  # "10 to 12 rowers and up to two tons"
                reading.bound, reading.hedge = _AFTER[phrase], " ".join(phrase)
                if index == reading.last:
                    reading.stop = index + length
                return


def share_bounds(tokens: Tokens, readings: list[Reading]) -> None:
    """Give a conversion in brackets the bound of its figure: "more than 100 km (60 miles)"."""
    for left, right in pairwise(readings):
        if (
            right.bound is not Bound.EXACT
            or left.bound is Bound.EXACT
            or left.kind is not right.kind
            or left.kind is Kind.NUMBER
        ):
            continue
        between = tokens.lower[left.last : right.first]
        if (between and between[-1] == "(" and len(between) <= 3) or between == ["/"]:
            right.bound, right.hedge = left.bound, left.hedge
