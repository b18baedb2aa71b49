"""Join a numeral with its currency, percent sign or unit: what the number measures."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.currencies import (
    CLOSE_PREFIXES,
    CURRENCY_CODES,
    DOLLAR_PREFIXES,
    DOUBTS,
    NAMES,
    NATIONS,
    NEEDS_NATION,
    POUND_PREFIXES,
    PREFIX_WORDS,
    SUBUNITS,
    SYMBOLS,
)
from factcheck.figures.grammar_words import CLOSED, DETERMINERS, PLURALS, SINGULAR_S
from factcheck.figures.number_words import CLOSE_SCALES, HALF, SCALES, SPACED_SCALES
from factcheck.figures.numerals import Numeral
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens
from factcheck.figures.units import NAME_LENGTHS, UNITS
from factcheck.figures.units import NAMES as UNIT_NAMES
from factcheck.figures.units import SYMBOLS as UNIT_SYMBOLS
from factcheck.models import Bound, Kind

_HUNDREDTH = Decimal("0.01")
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
        _take_currency_before(tokens, reading)
        if reading.first < floor:
            reading.first, reading.kind, reading.unit, reading.doubt, reading.has_prefix = (
                numeral.first,
                Kind.NUMBER,
                None,
                (),
                False,
            )
    if reading.kind is Kind.NUMBER and numeral.is_open:
        _settle_open_scale(tokens, reading)
    if reading.kind is Kind.NUMBER:
        _take_suffix(tokens, reading)
    else:
        _take_currency_echo(tokens, reading)
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


# --- money ----------------------------------------------------------------------------------------


def _take_currency_before(tokens: Tokens, reading: Reading) -> None:
    """Take "$", "US$", "HK $", "$US", "EUR", "Rs", "RM" before the numeral."""
    before = reading.first - 1
    if (
        tokens.lower[before] in HYPHENS
        and tokens.is_glued(reading.first)
        and tokens.lower[before - 1] in SYMBOLS
        and tokens.is_glued(before)
    ):
        before -= 1  # "$-99.99"
    sign = tokens.lower[before]
    if sign in SYMBOLS:
        _take_symbol(tokens, reading, before)
    elif tokens.kind[before] == WORD and reading.form in ("digits", "article", "words"):
        _take_prefix_word(tokens, reading, before)
    elif sign == "." and tokens.lower[before - 1] == "rs":
        _set_money(reading, before - 1, "INR", DOUBTS["rs"])
    elif sign == "=" and tokens.surface[before - 1] == "Y":
        _set_money(reading, before - 1, "JPY")


def _take_symbol(tokens: Tokens, reading: Reading, at: int) -> None:
    sign, before = tokens.lower[at], tokens.lower[at - 1]
    negative = reading.first - 1 != at
    if sign == "$" and before in DOLLAR_PREFIXES and _may_prefix(tokens, at - 1):
        _set_money(reading, at - 1, DOLLAR_PREFIXES[before])
    elif sign == "£" and before in POUND_PREFIXES and tokens.is_glued(at):
        _set_money(reading, at - 1, POUND_PREFIXES[before])
    else:
        _set_money(reading, at, SYMBOLS[sign], DOUBTS.get(sign, ()))
    if negative:
        reading.value, reading.plain = -reading.number(), -reading.plain


def _may_prefix(tokens: Tokens, index: int) -> bool:
    """Return whether letters belong to the "$" after them: close to it, or clearly a country ("HK $3.7bn")."""
    if tokens.is_glued(index + 1):
        return not tokens.is_glued(index) or tokens.kind[index - 1] == MARK
    return (tokens.surface[index].isupper() or (index > 0 and tokens.lower[index] == "c")) and tokens.lower[
        index
    ] != "a"


def _take_prefix_word(tokens: Tokens, reading: Reading, at: int) -> None:
    word, surface = tokens.lower[at], tokens.surface[at]
    is_close = tokens.is_glued(reading.first)
    if word in DOLLAR_PREFIXES and tokens.lower[at - 1] == "$" and tokens.is_glued(at) and is_close:
        _set_money(reading, at - 1, DOLLAR_PREFIXES[word])  # "$US160m"
    elif surface in CURRENCY_CODES and reading.form == "digits" and not (surface == "ALL" and not is_close):
        _set_money(reading, at, surface)
    elif word in PREFIX_WORDS and (is_close or word not in CLOSE_PREFIXES) and reading.form == "digits":
        if word == "sen":
            return
        _set_money(reading, at, PREFIX_WORDS[word], DOUBTS.get(word, ()))
    elif word in ("ringgit", "ringgits") and reading.form == "digits" and tokens.kind[reading.last] != WORD:
        _set_money(reading, at - 1 if tokens.lower[at - 1] in NATIONS else at, "MYR")


def _set_money(reading: Reading, first: int, unit: str, doubt: tuple[str, ...] = ()) -> None:
    reading.first, reading.kind, reading.unit, reading.doubt, reading.has_prefix = first, Kind.MONEY, unit, doubt, True


def _take_currency_echo(tokens: Tokens, reading: Reading) -> None:
    """Take what repeats or narrows the currency behind the amount: "$500 US", "$10 dollars", "$75 million U.S."."""
    word, surface = tokens.lower[reading.last], tokens.surface[reading.last]
    if word in ("dollars", "dollar", "euros", "pounds") and reading.unit in ("USD", "EUR", "GBP"):
        reading.last += 1
    elif (
        surface in ("US", "U.S.", "USD", "Canadian", "AUD", "CAD", "Cdn", "NZD")
        and reading.unit == "USD"
        and tokens.lower[reading.first] == "$"
    ):
        after = tokens.lower[reading.last + 1]
        if not tokens.is_capitalised(reading.last + 1) and after not in ("companies", "government", "officials"):
            reading.unit = {"US": "USD", "U.S.": "USD", "Canadian": "CAD", "Cdn": "CAD"}.get(surface, surface)
            reading.last, reading.doubt = reading.last + 1, ()


def _currency_after(tokens: Tokens, index: int) -> tuple[str, int, Decimal, tuple[str, ...]] | None:
    """Return code, end, factor and doubt of a currency name or code that starts at `index`."""
    word, surface = tokens.lower[index], tokens.surface[index]
    if surface in CURRENCY_CODES and surface != "ALL" and surface != "TOP":
        return surface, index + 1, Decimal(1), ()
    if surface[:1] == "M" and surface[1:] in CURRENCY_CODES and len(surface) == 4:
        return surface[1:], index + 1, Decimal(1_000_000), ()  # "30 MEUR"
    if word in SYMBOLS and tokens.kind[index + 1] != NUMBER:
        return SYMBOLS[word], index + 1, Decimal(1), DOUBTS.get(word, ())
    if word in DOLLAR_PREFIXES and tokens.lower[index + 1] == "$" and tokens.is_glued(index + 1):
        return DOLLAR_PREFIXES[word], index + 2, Decimal(1), ()
    if (national := _national_currency(tokens, index)) is not None:
        return national
    name = word if word in NAMES else word[:-1] if word.endswith("s") and word[:-1] in NAMES else None
    if name and tokens.lower[index + 1] in ("cent", "cents"):
        return NAMES[name], index + 2, _HUNDREDTH, ()
    if word == "won" and tokens.lower[index - 1] in ("million", "billion", "trillion"):
        is_verb = tokens.kind[index + 1] == WORD and tokens.lower[index + 1] in DETERMINERS
        return None if is_verb else (NAMES[word], index + 1, Decimal(1), DOUBTS["won"])
    if name and word not in NEEDS_NATION:
        if name == "pound" and _weighs(tokens, index):
            return None
        last = index + 2 if name == "pound" and tokens.lower[index + 1] == "sterling" else index + 1
        return NAMES[name], last, Decimal(1), () if last > index + 1 else DOUBTS.get(name, DOUBTS.get(word, ()))
    if word in SUBUNITS and (len(word) > 1 or _is_small_coin(tokens, index)):
        return SUBUNITS[word], index + 1, _HUNDREDTH, DOUBTS.get(word.rstrip("s"), ())
    if surface == "RM" or surface == "Rs":
        return PREFIX_WORDS[word], index + 1, Decimal(1), ()
    return None


def _is_small_coin(tokens: Tokens, index: int) -> bool:
    """Return whether a lone "p" or "c" is pence or cents: in lower case behind digits, no word of its own."""
    if tokens.surface[index] not in ("p", "c") or tokens.kind[index - 1] != NUMBER:
        return False
    return tokens.is_glued(index) or tokens.surface[index] == "p" or tokens.kind[index + 1] != WORD


def _national_currency(tokens: Tokens, index: int) -> tuple[str, int, Decimal, tuple[str, ...]] | None:
    """Read "Australian dollars", "Hong Kong dollars", "Swiss francs", "US cents"."""
    for length in (2, 1):
        nation = " ".join(tokens.lower[index : index + length])
        name = tokens.lower[index + length]
        if nation in NATIONS and (name in NAMES or name.rstrip("s") in NAMES):
            return NATIONS[nation], index + length + 1, Decimal(1), ()
        if nation in NATIONS and name in SUBUNITS:
            return NATIONS[nation], index + length + 1, _HUNDREDTH, ()
    return None


_WEIGHTY = frozenset(
    "weigh weighs weighed weighing weight weights lost lose losing shed drop dropped dropping gain gained gaining heavier"
    " lighter baby babies bear kg kilograms kilos tonnes ton tons ounces lb lbs oz boxer bench lift lifted lifting squat"
    " fish catch trout cocaine heroin marijuana meth methamphetamine cannabis fentanyl explosives meat beef coal carbon"
    " plutonium uranium thrust torque payload fat muscle".split()
)
_MONEY_OF = frozenset(
    "debt damage funding public taxpayers taxpayer's taxpayers' investment income savings aid cash support tax revenue money value".split()
)


def _weighs(tokens: Tokens, index: int) -> bool:
    """Return whether the "pounds" at `index` are a weight: what stands around speaks of weight."""
    if tokens.lower[index + 1] == "of" and tokens.lower[index + 2] not in CLOSED:
        return tokens.lower[index + 2] not in _MONEY_OF
    near = tokens.lower[max(index - 12, 0) : index] + tokens.lower[index + 1 : index + 6]
    return not _WEIGHTY.isdisjoint(near)


# --- units ----------------------------------------------------------------------------------------


def _settle_open_scale(tokens: Tokens, reading: Reading) -> None:
    """Decide whether the letter close to a number scales it ("30m voters") or is its unit ("30m wall")."""
    letter = tokens.lower[reading.last - 1]
    if _scales_what_follows(tokens, reading, letter):
        return
    if _currency_after(tokens, reading.last) is not None and letter != "g":
        return
    if (
        letter == "b"
        and tokens.surface[reading.last - 1] == "b"
        and reading.plain == reading.plain.to_integral_value()
        and reading.plain > 999
    ):
        reading.unit, reading.kind = "bit", Kind.MEASURE
    if letter in ("m", "t", "g", "mm") or reading.unit:
        reading.value, reading.scale = reading.plain, ""
        reading.last -= 1


def _scales_what_follows(tokens: Tokens, reading: Reading, letter: str) -> bool:
    index = reading.last
    word = tokens.lower[index]
    if letter in ("g", "t", "mm"):
        return False
    if letter == "b" and not 999 < reading.plain:
        return True
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
    "people viewers users jobs votes homes population migration unemployment customers passengers visitors households migrants"
    " patients followers subscribers members workers pupils voters adults children tourists refugees lists workforce readers"
    " audience listeners drivers vehicles downloads copies streams views tickets".split()
)


def is_plural(word: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    if word in PLURALS:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "'s", "’s", "ous", "us", "is"))
        and word not in SINGULAR_S
    )


def _take_suffix(tokens: Tokens, reading: Reading) -> None:
    """Take the percent sign, currency, or unit behind the numeral, over a hyphen where there is one."""
    index = reading.last
    if (
        tokens.lower[index] in HYPHENS
        and tokens.is_glued(index)
        and tokens.is_glued(index + 1)
        and tokens.kind[index + 1] == WORD
    ):
        index, reading.is_hyphenated = index + 1, True
    elif tokens.lower[index] in (
        "more",
        "additional",
        "extra",
        "further",
        "fewer",
        "other",
        "full",
        "whole",
        "consecutive",
        "straight",
    ):
        if tokens.lower[index + 1] in (
            "minutes",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "seconds",
            "dollars",
            "euros",
            "miles",
        ):
            index += 1
    elif (
        tokens.lower[index] in ("[", "{", "(", "<")
        and tokens.surface[index + 1] in UNIT_SYMBOLS
        and tokens.lower[index + 2] in ("]", "}", ")", ">")
    ):
        index += 1
    if reading.form == "fraction" and tokens.lower[index] in ("of", "a", "an"):
        step = 2 if tokens.lower[index + 1] in ("a", "an") else 1
        if tokens.lower[index + step] in NAME_LENGTHS and not tokens.lower[index + step].endswith("s"):
            index += step
    if (money := _currency_after(tokens, index)) is not None:
        code, last, factor, doubt = money
        reading.kind, reading.unit, reading.doubt, reading.last = Kind.MONEY, code, doubt, last
        reading.value = reading.number() * factor
        _take_scale_behind(tokens, reading)
    elif (found := find_unit(tokens, index, reading)) is not None:
        reading.unit, reading.last = found
        reading.kind = _KINDS.get(UNITS[reading.unit].dimension, Kind.MEASURE)
    else:
        reading.is_hyphenated = False


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


_SPACED_LETTERS_NEED = frozenset("C F K V J W")
_RISKY = frozenset({"in", "s", "au", "AU", "mo", "cal", "PS", "bar", "A", "B", "st", "sec"})


def find_unit(tokens: Tokens, index: int, reading: Reading | None = None) -> tuple[str, int] | None:
    """Return the code and the end of the unit that starts at `index`, None where none starts."""
    word = tokens.lower[index]
    found = _named_unit(tokens, index)
    if found is None and word in ("square", "sq", "cubic", "cu"):
        found = _powered_unit(tokens, index)
    if found is None:
        found = _symbol_unit(tokens, index, reading)
    if found is None:
        return None
    code, last = found
    return _refined(tokens, code, last, index)


def _named_unit(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.lower[index]
    for length in range(NAME_LENGTHS.get(word, 0), 0, -1):
        code = UNIT_NAMES.get(tuple(tokens.lower[index : index + length]))
        if code and not _is_false_unit(tokens, index, word, code):
            return code, index + length
    return None


_FALSE_UNITS = frozenset(
    {
        "bar",
        "bars",
        "stone",
        "stones",
        "gray",
        "grays",
        "knot",
        "knots",
        "bit",
        "bits",
        "cup",
        "cups",
        "yard",
        "yards",
        "quarter",
        "turn",
        "turns",
        "carat",
        "degree",
        "degrees",
        "foot",
        "second",
        "kilo",
        "barrel",
        "pound",
        "pounds",
        "gig",
        "gigs",
        "dram",
        "drams",
        "newton",
    }
)


def _is_false_unit(tokens: Tokens, index: int, word: str, code: str) -> bool:
    """Return whether a unit's name is here another word ("two degrees in law", "six cups won")."""
    if word not in _FALSE_UNITS:
        return False
    if tokens.is_capitalised(index) and word in ("stone", "stones", "bar", "bars", "newton", "gray", "grays"):
        return True
    before, after = tokens.lower[index - 1], tokens.lower[index + 1]
    if word == "stone" and is_plural(after):
        return True  # "eleven stone lions"
    if word in ("degree", "degrees"):
        near = tokens.lower[max(index - 6, 0) : index]
        return after in ("in", "from") and any(
            w in ("hold", "holds", "held", "has", "earned", "received", "gained", "honorary", "awarded", "have")
            for w in near
        )
    if word in ("bar", "bars", "gray", "grays", "newton"):
        return word != "bar" or tokens.kind[index - 1] != NUMBER
    if word in ("turn", "bit", "bits", "gig", "gigs"):
        return (word == "bit" and before in ("one", "a")) or (word in ("gig", "gigs") and after not in ("of", "."))
    if word == "turns":
        return after == "to"
    if word in ("pound", "pounds"):
        return False
    if word == "second":
        return (
            tokens.kind[index + 1] == WORD
            and after not in CLOSED
            and tokens.lower[index - 1] not in HYPHENS
            and before not in ("one", "a", "split")
        )
    return False


def _powered_unit(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read "sq m", "sq. km", "square feet", "cubic feet"."""
    power = "2" if tokens.lower[index] in ("square", "sq") else "3"
    at = index + 1
    if tokens.lower[at] == "." or tokens.lower[at] in HYPHENS:
        at += 1
    found = _named_unit(tokens, at) or _symbol_unit(tokens, at, None)
    if found and found[0] + power in UNITS:
        return found[0] + power, found[1]
    return None


def _symbol_unit(tokens: Tokens, index: int, reading: Reading | None) -> tuple[str, int] | None:
    surface, word = tokens.surface[index], tokens.lower[index]
    is_close = tokens.is_glued(index)
    if word == "°" or word == "º":
        letter = tokens.surface[index + 1]
        if letter in ("C", "F", "K") or tokens.lower[index + 1] in ("celsius", "fahrenheit"):
            return {"C": "degC", "F": "degF", "K": "K"}[letter[0].upper()], index + 2
        return "deg", index + 1
    if is_close and word == "'" and tokens.lower[index + 1] == "'" and tokens.is_glued(index + 1):
        return "in", index + 2
    if word in ('"', "″", "”"):
        return _inch_mark(tokens, index)
    if surface not in UNIT_SYMBOLS or _runs_on(tokens, index):
        return None
    if surface == "b/d":
        return None
    if is_close or reading is None:
        return UNIT_SYMBOLS[surface], index + 1
    return (UNIT_SYMBOLS[surface], index + 1) if _may_stand_apart(tokens, index, reading) else None


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Return whether more of a code hangs on the letters ("24703 m212", "F-Series", "L-202")."""
    after = index + 1
    if tokens.kind[after] == NUMBER and tokens.is_glued(after):
        return tokens.surface[after] not in ("2", "3")
    return (
        len(tokens.surface[index]) == 1
        and tokens.lower[after] in HYPHENS
        and tokens.is_glued(after)
        and tokens.kind[after + 1] in (WORD, NUMBER)
        and tokens.lower[after + 1] not in ("long", "wide", "high", "deep", "tall", "thick")
    )


def _may_stand_apart(tokens: Tokens, index: int, reading: Reading) -> bool:
    """Return whether a symbol with a space before it is a unit ("5 W", "2 in") and not a word or an initial."""
    surface, after = tokens.surface[index], tokens.lower[index + 1]
    if reading.form == "words":
        return len(surface) > 1 and surface not in _RISKY
    if surface == "in":
        return (tokens.kind[index + 1] != WORD and tokens.kind[index + 1] != NUMBER) or after in (
            "thick",
            "wide",
            "long",
            "tall",
            "deep",
            "high",
        )
    if surface in _RISKY:
        return False
    if surface in _SPACED_LETTERS_NEED:
        return not tokens.is_capitalised(index + 1) or tokens.surface[index + 1].isupper()
    if surface == "m" and after in ("'", "’"):
        return False
    return True


def _inch_mark(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return inches for a quotation mark that closes no quotation: an even number of marks stand before it."""
    if tokens.lower[index] == "”":
        return None
    before = tokens.text.count(tokens.surface[index], max(0, tokens.start[index] - 400), tokens.start[index])
    return ("in", index + 1) if before % 2 == 0 else None


def _refined(tokens: Tokens, code: str, last: int, index: int) -> tuple[str, int]:
    """Narrow a unit by what follows: "degrees Celsius", "km squared", "miles per hour", "barrels a day"."""
    word, surface = tokens.lower[last], tokens.surface[last]
    if code == "deg" and (scale := _heat_scale(tokens, last)):
        return scale
    if word in ("squared", "2", "²") and code + "2" in UNITS and (word == "squared" or tokens.is_glued(last)):
        return code + "2", last + 1
    if word in ("cubed", "3", "³") and code + "3" in UNITS and (word == "cubed" or tokens.is_glued(last)):
        return code + "3", last + 1
    if word == "^" and tokens.lower[last + 1] in ("2", "3") and code + tokens.lower[last + 1] in UNITS:
        return code + tokens.lower[last + 1], last + 2
    if code == "lb" and word in HYPHENS and tokens.lower[last + 1] in ("ft", "feet", "foot"):
        return "lbf.ft", last + 2
    if surface == "points" and code == "%":
        return "pp", last + 1
    if (rate := rate_after(tokens, last)) and (code, rate[0]) in _SPEEDS:
        return _SPEEDS[code, rate[0]], rate[1]
    return code, last


def _heat_scale(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word, surface = tokens.lower[index], tokens.surface[index]
    if (
        word in ("celsius", "celcius", "centigrade")
        or surface == "C"
        or (word == "c" and tokens.kind[index + 1] != WORD)
    ):
        return "degC", index + 1
    if word == "fahrenheit" or surface == "F" or (word == "f" and tokens.kind[index + 1] != WORD):
        return "degF", index + 1
    return None


_SPEEDS = {
    ("mi", "hour"): "mph", ("km", "hour"): "km/h", ("m", "second"): "m/s", ("bbl", "day"): "bbl/d", ("kn", "hour"): "kn",
    ("Mbit", "second"): "Mbit/s", ("Gbit", "second"): "Gbit/s", ("kbit", "second"): "kbit/s", ("nmi", "hour"): "kn",
    ("m", "millisecond"): "m/ms", ("cm", "millisecond"): "cm/ms", ("km", "millisecond"): "km/ms", ("mi", "gal"): "mpg", ("turn", "minute"): "rpm",
}  # fmt: skip


# --- rates ----------------------------------------------------------------------------------------

_PER_NOUNS = {
    "share": "share", "person": "person", "head": "person", "capita": "person", "household": "household", "family": "family",
    "night": "night", "game": "game", "match": "match", "ticket": "ticket", "unit": "unit", "bushel": "bushel",
    "dozen": "dozen", "piece": "piece", "pupil": "pupil", "student": "student", "patient": "patient", "employee": "employee",
    "worker": "worker", "child": "child", "vehicle": "vehicle", "car": "car", "annum": "year", "shift": "shift", "term": "term",
    "visit": "visit", "trip": "trip", "item": "item", "bottle": "bottle", "page": "page", "minute": "minute",
}  # fmt: skip
_ARTICLE_RATES = frozenset(
    "second minute hour day week month quarter year decade share barrel ounce gallon litre liter kilometre kilometer kilo kilogram pound ton tonne"
    " mile head person night game piece bushel dozen acre yard foot household pupil student ticket unit visit trip bottle".split()
)  # fmt: skip


def rate_after(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return what a rate is per and the end of "per hour", "a day", "-a-month", "/h", "per 100,000 people"."""
    at = (
        index + 1
        if tokens.lower[index] in HYPHENS and tokens.is_glued(index) and tokens.lower[index + 1] in ("a", "an", "per")
        else index
    )
    word = tokens.lower[at]
    if word not in ("a", "an", "per", "/", "each", "every"):
        return None
    at += 1
    if tokens.lower[at] in HYPHENS:
        at += 1
    if word in ("a", "an", "each", "every") and tokens.lower[at] not in _ARTICLE_RATES:
        return None
    if word == "per" and (many := _per_many(tokens, at)):
        return many
    if tokens.lower[at] in _PER_NOUNS:
        return _PER_NOUNS[tokens.lower[at]], at + 1
    found = _named_unit(tokens, at) or (
        _powered_unit(tokens, at) if tokens.lower[at] in ("square", "cubic", "sq") else None
    )
    if found is not None and tokens.lower[found[1]] in ("ago", "earlier", "before", "later", "after", "from"):
        return None
    if found is None and (word == "/" or word == "per") and tokens.surface[at] in UNIT_SYMBOLS:
        found = UNIT_SYMBOLS[tokens.surface[at]], at + 1
    return found


def _per_many(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the "100,000 people" of "per 100,000 people"."""
    digits = tokens.surface[index].replace(",", "")
    if tokens.kind[index] != NUMBER or not digits.isdigit():
        return None
    count, last = int(digits[:15]), index + 1
    if tokens.lower[last] in ("thousand", "million"):
        count, last = count * 10 ** SCALES[tokens.lower[last]], last + 1
    noun = tokens.lower[last]
    if tokens.kind[last] == WORD and noun not in CLOSED:
        singular = {"people": "person", "children": "child", "women": "woman", "men": "man"}.get(
            noun, noun.removesuffix("s")
        )
        return f"{count} {singular}", last + 1
    return str(count), last


def _take_rate(tokens: Tokens, reading: Reading) -> None:
    if reading.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT) and (
        rate := rate_after(tokens, reading.last)
    ):
        reading.per, reading.last = rate


_ = (SPACED_SCALES, MARK)
