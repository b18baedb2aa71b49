"""Numerals that count nothing: the pronoun "one", set phrases, and numbers that end a name."""

from __future__ import annotations

from factcheck.figures.grammar_words import CLOSED, VERBS, is_plural
from factcheck.figures.names import names_number
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.models import Kind

_BEFORE_PRONOUN_ONE = frozenset(
    "no this that the each every any some which another other new old big small good better best last next first"
    " right wrong only loved such formula square day chapter phase world type category number plan tier air great"
    " first-ever different similar".split()
)
_AFTER_ONE = frozenset("of another thing day by ? ! . , ; :".split())
_ZERO_PHRASES = frozenset("tolerance hour hours sum carbon emission emissions gravity waste".split())
_NAME_WORDS = frozenset(
    "war formula phase type tier chapter category act part world premier ligue serie bundesliga group".split()
)


def is_no_figure(tokens: Tokens, reading: Reading) -> bool:
    """Return whether a numeral is a pronoun, part of a set phrase or of a name."""
    first, last = reading.first, reading.last
    if _is_idiom(tokens, reading):
        return True
    if reading.kind is not Kind.NUMBER:
        return _is_one_day(tokens, reading) or _is_temperature(tokens, reading)
    if last == first + 1 and tokens.lower[first] == "one":
        return _is_pronoun(tokens, first)
    if reading.form == "words" and _is_word_in_name(tokens, reading):
        return True
    if first > 0 and tokens.lower[first - 1] in ("top", "bottom") and reading.form != "multiple":
        return not any(is_plural(word) for word in tokens.lower[last : last + 2])
    if tokens.slice(first, last) == "3M":
        return not is_plural(tokens.lower[last])
    return _ends_name(tokens, reading)


def _is_word_in_name(tokens: Tokens, reading: Reading) -> bool:
    """Return whether a number word names something: "zero tolerance", "phase three", "World War Two"."""
    first, last = reading.first, reading.last
    if tokens.lower[first] in ("zero", "nil"):
        return tokens.lower[_past_hyphen(tokens, last)] in _ZERO_PHRASES
    if is_plural(tokens.lower[last]):
        return False
    if names_number(tokens, first):
        return True
    is_name = tokens.is_capitalised(first) and tokens.is_capitalised(first - 1) and first > 0
    return is_name and (tokens.lower[first - 1] in _NAME_WORDS or (first > 1 and last == first + 1))


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.lower[index] in HYPHENS else index


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    """Return whether "one" stands for a noun ("this one", "one of the largest", "no one")."""
    before, after = tokens.lower[index - 1], tokens.lower[index + 1]
    if len(tokens) == 1:
        return False
    if after == "of":
        return not _counts_among(tokens, index + 2)
    if after in ("in", "out"):
        return True
    if before in _BEFORE_PRONOUN_ONE and index > 0:
        return True
    if after in _AFTER_ONE or after in CLOSED or after in VERBS:
        return True
    if after in HYPHENS:
        return tokens.lower[index + 2] in ("time", "off", "on", "sided", "man", "woman", "way", "stop")
    return tokens.kind[index + 1] != WORD or after.endswith("ed")


def _counts_among(tokens: Tokens, index: int) -> bool:
    """Return whether "one of" picks from a counted set ("one of the 33 miners")."""
    return tokens.kind[index + 1] == NUMBER and tokens.lower[index] in ("the", "those", "these")


_FIGURE_SUMS = frozenset({"figure", "digit"})


def _is_idiom(tokens: Tokens, reading: Reading) -> bool:
    """Return whether the number is part of a set phrase: "zero-hours contract", "six-figure sum", "nine-to-five"."""
    first, last = reading.first, reading.last
    word, before = tokens.lower[first], tokens.lower[first - 1]
    hyphened = tokens.lower[first + 2] if tokens.lower[first + 1] in HYPHENS else ""
    if word in ("zero", "nil") and (before == "net" or hyphened in _ZERO_PHRASES):
        return True
    if hyphened in _FIGURE_SUMS or tokens.lower[last] in ("o'clock", "o’clock"):
        return True
    if hyphened == "to" or (before in HYPHENS and tokens.lower[first - 2] == "to"):
        return {"nine", "five", "9", "5"} >= {tokens.lower[first], *_other_end(tokens, first)}
    if hyphened == word or (before in HYPHENS and tokens.lower[first - 2] == word):
        return True
    return before == "cloud" and word == "nine"


def _other_end(tokens: Tokens, index: int) -> set[str]:
    """Return the other number of "nine-to-five", from either of its ends."""
    return {tokens.lower[index + 4]} if tokens.lower[index + 1] in HYPHENS else {tokens.lower[index - 4]}


def _is_one_day(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "one day" means some time ("One day the dam will fail")."""
    words, before = tokens.lower[reading.first : reading.last], tokens.lower[reading.first - 1]
    return words == ["one", "day"] and before not in (
        "for",
        "in",
        "of",
        "than",
        "within",
        "least",
        "about",
        "only",
        "just",
        "after",
    )


def _is_temperature(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "60s" are degrees without a scale ("highs in the low 60s")."""
    is_plural_ten = tokens.lower[reading.last - 1] == "s" and reading.unit == "second" and reading.number() % 10 == 0
    return is_plural_ten and tokens.lower[reading.first - 1] in ("low", "mid", "high", "upper", "lower", "the", "-")


def _ends_name(tokens: Tokens, reading: Reading) -> bool:
    """Return whether the number is the end of a name: "Planet 9", "the S&P 500", "Boeing's own 787 Dreamliner"."""
    first, last = reading.first, reading.last
    surface = tokens.surface[first]
    if reading.form != "digits" or last != first + 1 or not surface.isdigit() or len(surface) > 5 or first == 0:
        return False
    if tokens.is_glued(first) or not _is_name(tokens, first - 1):
        return False
    if tokens.lower[first - 2] == "the" and is_plural(tokens.lower[first - 1]):
        return False  # "34 seats and the Greens 12"
    for ahead in range(last, last + 4):
        word = tokens.lower[ahead]
        if tokens.kind[ahead] != WORD or word in CLOSED or word in VERBS:
            break
        if is_plural(word):
            return False
    return True


def _is_name(tokens: Tokens, index: int) -> bool:
    surface, word = tokens.surface[index], tokens.lower[index]
    if tokens.kind[index] != WORD or word in CLOSED or word in VERBS:
        return False
    if index == 0:
        return surface.isupper() and len(surface) > 1
    has_capital = surface != word
    return has_capital and tokens.lower[index - 1] not in (".",)
