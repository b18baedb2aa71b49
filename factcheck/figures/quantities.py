"""Join a numeral with its sign, currency, percent sign or unit, and rate: what the number measures."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.grammar_words import CLOSED, is_plural
from factcheck.figures.money import currency_after, take_currency_before, take_currency_echo
from factcheck.figures.number_words import CLOSE_SCALES, HALF, SCALES
from factcheck.figures.numerals import Numeral
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.figures.unit_phrases import find_unit, rate_after
from factcheck.figures.units import NAME_LENGTHS, SYMBOLS, UNITS
from factcheck.models import Bound, Kind

_KINDS = {"time": Kind.DURATION, "share": Kind.PERCENT, "points": Kind.PERCENT}


def read_quantity(tokens: Tokens, numeral: Numeral, floor: int = 0) -> Reading:
    """Return the reading of a numeral with its sign, currency or unit, and rate.

    Tokens before `floor` belong to another figure.
    """
    reading = Reading(
        numeral.first,
        numeral.last,
        Kind.NUMBER,
        numeral.value,
        form=numeral.form,
        scale=numeral.scale,
        plain=_unscaled(numeral),
        bound=Bound.ABOUT if numeral.vague else Bound.EXACT,
    )
    if numeral.first > floor:
        take_currency_before(tokens, reading, floor)
    if reading.kind is Kind.NUMBER:
        if numeral.is_open:
            _settle_open_scale(tokens, reading)
        _take_suffix(tokens, reading)
    else:
        take_currency_echo(tokens, reading)
    _add_half(tokens, reading)
    _take_sign(tokens, reading)
    _take_rate(tokens, reading)
    return reading


def _unscaled(numeral: Numeral) -> Decimal:
    power = SCALES.get(numeral.scale) or CLOSE_SCALES.get(numeral.scale) or 0
    return numeral.value.scaleb(-power)


# --- signs ----------------------------------------------------------------------------------------


def _take_sign(tokens: Tokens, reading: Reading) -> None:
    """Take "-", "−", "minus" or "negative" before the figure, where it cannot be a dash or a range."""
    before = reading.first - 1
    word = tokens.lower[before]
    if word in ("minus", "negative") or (
        word in HYPHENS and tokens.lower[before - 1] == "minus" and tokens.is_glued(reading.first)
    ):
        reading.first = before if word not in HYPHENS else before - 1
    elif word in HYPHENS and before >= 0 and _is_minus(tokens, reading, before):
        reading.first = before
    else:
        return
    reading.value, reading.plain = -reading.number(), -reading.plain


def _is_minus(tokens: Tokens, reading: Reading, before: int) -> bool:
    if tokens.is_glued(before) and tokens.lower[before - 1] not in ("(", "$", "£", "€", "~", "["):
        return False
    if tokens.kind[before - 1] == NUMBER and before > 0 and reading.unit != "%":
        return False
    if tokens.is_glued(reading.first):
        return tokens.surface[before] in "-−‐‑" or reading.unit in ("degC", "degF", "deg", "%")
    return before == 0


# --- units ----------------------------------------------------------------------------------------


def _settle_open_scale(tokens: Tokens, reading: Reading) -> None:
    """Decide whether the letter close to a number scales it ("30m voters") or is its unit ("30m wall")."""
    letter = tokens.lower[reading.last - 1]
    if _scales_what_follows(tokens, reading, letter) or currency_after(tokens, reading.last) is not None:
        return
    reading.value, reading.scale = reading.plain, ""
    reading.last -= 1


def _scales_what_follows(tokens: Tokens, reading: Reading, letter: str) -> bool:
    index = reading.last
    word = tokens.lower[index]
    if letter in ("t", "mm"):
        return False
    if letter == "b":
        return reading.plain <= 999  # "1500b" are bits
    if word in NAME_LENGTHS and word not in ("in", "m") and find_unit(tokens, index):
        return True
    if word == "of":
        return tokens.lower[index + 1] in CLOSED
    for ahead in range(index, index + 3):
        word = tokens.lower[ahead]
        if tokens.kind[ahead] != WORD or word in CLOSED:
            break
        if is_plural(word):
            return True
    return not _COUNTED.isdisjoint(tokens.lower[max(index - 14, 0) : index])


# What is counted in millions: before "stood at 7.57m", the "m" is million.
_COUNTED = frozenset(
    "people viewers users jobs votes homes population migration unemployment customers passengers visitors"
    " households migrants patients followers subscribers members workers pupils voters adults children tourists"
    " refugees lists workforce readers audience listeners drivers vehicles downloads copies views tickets".split()
)
# Words that may stand between a number and its unit ("two more minutes").
_FILLERS = frozenset("more additional extra further fewer other full whole consecutive straight".split())
_FILLED = frozenset("minutes hours days weeks months years seconds dollars euros miles".split())
_OPENING, _CLOSING = ("[", "{", "(", "<"), ("]", "}", ")", ">")


def _take_suffix(tokens: Tokens, reading: Reading) -> None:
    """Take the percent sign, currency, or unit behind the numeral, over a hyphen where there is one."""
    index = _unit_start(tokens, reading)
    if (currency := currency_after(tokens, index)) is not None:
        reading.kind, reading.unit, reading.doubt = Kind.MONEY, currency.code, currency.doubt
        reading.value, reading.last = reading.number() * currency.factor, currency.last
        _take_scale_behind(tokens, reading)
    elif (found := find_unit(tokens, index, reading)) is not None:
        reading.unit, reading.last = found
        reading.kind = _KINDS.get(UNITS[reading.unit].dimension, Kind.MEASURE)
    else:
        reading.is_hyphenated = False


def _unit_start(tokens: Tokens, reading: Reading) -> int:
    """Return where the unit would start: past a hyphen, "more", a bracket, or the "of a" of a fraction."""
    index = reading.last
    word, following = tokens.lower[index], tokens.lower[index + 1]
    if word in HYPHENS and tokens.is_glued(index) and tokens.is_glued(index + 1) and tokens.kind[index + 1] == WORD:
        reading.is_hyphenated = True
        return index + 1
    if word in _FILLERS and following in _FILLED:
        return index + 1
    if word in _OPENING and tokens.surface[index + 1] in SYMBOLS and tokens.lower[index + 2] in _CLOSING:
        return index + 1
    if reading.form == "fraction" and word in ("of", "a", "an"):
        at = index + (2 if following in ("a", "an") else 1)
        if tokens.lower[at] in NAME_LENGTHS and not tokens.lower[at].endswith("s"):
            return at
    return index


def _add_half(tokens: Tokens, reading: Reading) -> None:
    """Take the "and a half" of "an hour and a half"."""
    words = tokens.lower[reading.last : reading.last + 4]
    if reading.unit and words[:2] == ["and", "a"] and words[2] in ("half", "quarter") and words[3] != "of":
        reading.value = reading.number() + (HALF if words[2] == "half" else HALF / 2)
        reading.last += 3
    elif reading.kind is Kind.DURATION and words[:2] == ["and", "half"] and words[2] not in ("of", "the"):
        reading.value, reading.last = reading.number() + HALF, reading.last + 2


def _take_scale_behind(tokens: Tokens, reading: Reading) -> None:
    """Take "million" of "75 USD million"."""
    word = tokens.lower[reading.last]
    if word in SCALES and not reading.scale:
        reading.value, reading.scale, reading.last = reading.number().scaleb(SCALES[word]), word, reading.last + 1


def _take_rate(tokens: Tokens, reading: Reading) -> None:
    if reading.kind not in (Kind.NUMBER, Kind.AGE) and (rate := rate_after(tokens, reading.last)):
        reading.per, reading.last = rate
