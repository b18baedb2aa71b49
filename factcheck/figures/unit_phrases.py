"""Find the unit behind a numeral, narrowed by what follows it, and what a rate is per."""

from __future__ import annotations

from factcheck.figures.grammar_words import CLOSED, is_plural
from factcheck.figures.number_words import SCALES
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.figures.units import NAME_LENGTHS, NAMES, SYMBOLS, UNITS

# Symbols that, with a space before them, are initials or words as often as units.
_CAPITALS = frozenset("CFKVJW")
_RISKY = frozenset({"in", "s", "au", "AU", "mo", "cal", "bar", "A", "B", "st", "sec"})


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
    return _refined(tokens, code, last)


def _named_unit(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.lower[index]
    for length in range(NAME_LENGTHS.get(word, 0), 0, -1):
        code = NAMES.get(tuple(tokens.lower[index : index + length]))
        if code and not _is_false_unit(tokens, index, word):
            return code, index + length
    return None


# Units whose names are as often something else, in the cases that `_is_false_unit` tells apart.
_FALSE_UNITS = frozenset("bar bars stone stones gray grays bit gig gigs turns degree degrees second newton".split())
_NAMES_TOO = frozenset("stone stones bar bars newton gray grays".split())
_STUDIES = frozenset("hold holds held has have earned received gained honorary awarded".split())


def _is_false_unit(tokens: Tokens, index: int, word: str) -> bool:
    """Return whether a unit's name is here another word ("two degrees in law", "eleven stone lions")."""
    if word not in _FALSE_UNITS:
        return False
    before, after = tokens.lower[index - 1], tokens.lower[index + 1]
    if word in _NAMES_TOO:
        is_other = tokens.is_capitalised(index) or (word == "stone" and is_plural(after))
        return is_other or (word not in ("stone", "stones") and (word != "bar" or tokens.kind[index - 1] != NUMBER))
    if word in ("degree", "degrees"):
        return after in ("in", "from") and not _STUDIES.isdisjoint(tokens.lower[max(index - 6, 0) : index])
    if word == "second":
        is_ordinal = tokens.kind[index + 1] == WORD and after not in CLOSED and before not in HYPHENS
        return is_ordinal and before not in ("one", "a", "split")
    if word == "bit":
        return before in ("one", "a")
    return after == "to" if word == "turns" else after not in ("of", ".")


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
    if surface not in SYMBOLS or _runs_on(tokens, index):
        return None
    if is_close or reading is None:
        return SYMBOLS[surface], index + 1
    return (SYMBOLS[surface], index + 1) if _may_stand_apart(tokens, index, reading) else None


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


_BEHIND_INCHES = frozenset({"thick", "wide", "long", "tall", "deep", "high"})


def _may_stand_apart(tokens: Tokens, index: int, reading: Reading) -> bool:
    """Return whether a symbol with a space before it is a unit ("5 W", "2 in") and not a word or an initial."""
    surface, after = tokens.surface[index], index + 1
    if reading.form == "words":
        return len(surface) > 1 and surface not in _RISKY
    if surface == "in":
        return tokens.kind[after] not in (WORD, NUMBER) or tokens.lower[after] in _BEHIND_INCHES
    if surface in _RISKY:
        return False
    if surface in _CAPITALS:
        return not tokens.is_capitalised(after) or tokens.surface[after].isupper()
    return not (surface == "m" and tokens.lower[after] in ("'", "’"))


def _inch_mark(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return inches for a quotation mark that closes no quotation: an even number of marks stand before it."""
    if tokens.lower[index] == "”":
        return None
    before = tokens.text.count(tokens.surface[index], max(0, tokens.start[index] - 400), tokens.start[index])
    return ("in", index + 1) if before % 2 == 0 else None


def _refined(tokens: Tokens, code: str, last: int) -> tuple[str, int]:
    """Narrow a unit by what follows: "degrees Celsius", "km squared", "miles per hour", "barrels a day"."""
    word = tokens.lower[last]
    if code == "deg" and (scale := _heat_scale(tokens, last)):
        return scale
    if (power := _power_at(tokens, last)) is not None and code + power[0] in UNITS:
        return code + power[0], power[1]
    if code == "lb" and word in HYPHENS and tokens.lower[last + 1] in ("ft", "feet", "foot"):
        return "lbf.ft", last + 2
    if word == "points" and code == "%":
        return "pp", last + 1
    if (rate := rate_after(tokens, last)) and (code, rate[0]) in _SPEEDS:
        return _SPEEDS[code, rate[0]], rate[1]
    return code, last


_POWERS = {"squared": "2", "²": "2", "2": "2", "cubed": "3", "³": "3", "3": "3"}


def _power_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the power of "km squared", "km2", "km^2" and its end."""
    word = tokens.lower[index]
    if word == "^" and tokens.lower[index + 1] in _POWERS:
        return _POWERS[tokens.lower[index + 1]], index + 2
    if word in _POWERS and (tokens.is_glued(index) or tokens.kind[index] == WORD):
        return _POWERS[word], index + 1
    return None


_HEAT = {"celsius": "degC", "celcius": "degC", "centigrade": "degC", "fahrenheit": "degF"}
_HEAT_LETTERS = {"c": "degC", "f": "degF"}


def _heat_scale(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the "Celsius" or "F" of "32 degrees Celsius"."""
    word = tokens.lower[index]
    if word in _HEAT:
        return _HEAT[word], index + 1
    if word in _HEAT_LETTERS and (tokens.is_capitalised(index) or tokens.kind[index + 1] != WORD):
        return _HEAT_LETTERS[word], index + 1
    return None


_SPEEDS = {
    ("mi", "hour"): "mph", ("km", "hour"): "km/h", ("m", "second"): "m/s", ("bbl", "day"): "bbl/d",
    ("kn", "hour"): "kn", ("nmi", "hour"): "kn", ("mi", "gal"): "mpg", ("turn", "minute"): "rpm",
    ("Mbit", "second"): "Mbit/s", ("Gbit", "second"): "Gbit/s", ("kbit", "second"): "kbit/s",
    ("m", "millisecond"): "m/ms", ("cm", "millisecond"): "cm/ms", ("km", "millisecond"): "km/ms",
}  # fmt: skip


# --- rates ----------------------------------------------------------------------------------------

# What a rate may be per, besides the units of measure.
_PER_NOUNS = {
    noun: noun
    for noun in (
        "share person household family night game match ticket unit bushel dozen piece pupil student patient"
        " employee worker child vehicle car shift term visit trip item bottle page"
    ).split()
} | {"head": "person", "capita": "person", "annum": "year"}
# What "a" or "an" makes a rate of ("$12 an hour", "£2 a litre").
_ARTICLE_RATES = frozenset(
    "second minute hour day week month quarter year decade share barrel ounce gallon litre liter kilometre"
    " kilometer kilo kilogram pound ton tonne mile head person night game piece bushel dozen acre yard foot"
    " household pupil student ticket unit visit trip bottle".split()
)
_RATE_ADVERBS = {"annually": "year", "yearly": "year"}  # "saves £14m annually", but not "40 yearly visits"
_MOMENTS = frozenset("ago earlier before later after from".split())  # "a year earlier" is a date


def rate_after(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return what a rate is per and the end of "per hour", "a day", "-a-month", "/h", "per 100,000 people"."""
    at = index
    if tokens.lower[at] in _RATE_ADVERBS and (tokens.kind[at + 1] != WORD or tokens.lower[at + 1] in CLOSED):
        return _RATE_ADVERBS[tokens.lower[at]], at + 1
    if tokens.lower[at] in HYPHENS and tokens.is_glued(at) and tokens.lower[at + 1] in ("a", "an", "per"):
        at += 1
    word, at = tokens.lower[at], at + 1
    if word not in ("a", "an", "per", "/", "each", "every"):
        return None
    if tokens.lower[at] in HYPHENS:
        at += 1
    if word not in ("per", "/") and tokens.lower[at] not in _ARTICLE_RATES:
        return None
    if word == "per" and (many := _per_many(tokens, at)):
        return many
    if tokens.lower[at] in _PER_NOUNS:
        return _PER_NOUNS[tokens.lower[at]], at + 1
    return _per_unit(tokens, at, word)


def _per_unit(tokens: Tokens, at: int, word: str) -> tuple[str, int] | None:
    found = _named_unit(tokens, at)
    if found is None and tokens.lower[at] in ("square", "cubic", "sq"):
        found = _powered_unit(tokens, at)
    if found is not None:
        return None if _counts_from_a_moment(tokens, found[1]) else found
    symbol = tokens.surface[at]
    return (SYMBOLS[symbol], at + 1) if word in ("per", "/") and symbol in SYMBOLS else None


def _counts_from_a_moment(tokens: Tokens, at: int) -> bool:
    """Return whether a date goes on here: "a year earlier", "an hour from now", but not "$17 an hour from $15"."""
    if tokens.lower[at] not in _MOMENTS:
        return False
    is_amount = tokens.kind[at + 1] == NUMBER or (tokens.kind[at + 2] == NUMBER and tokens.is_glued(at + 2))
    return not (tokens.lower[at] == "from" and is_amount)


_SINGULARS = {"people": "person", "children": "child", "women": "woman", "men": "man"}


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
        return f"{count} {_SINGULARS.get(noun, noun.removesuffix('s'))}", last + 1
    return str(count), last
