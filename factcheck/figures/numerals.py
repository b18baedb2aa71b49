"""Read the numeral that starts at a token: digits, number words, fractions, and their scales.

Values are exact Decimals that keep the zeros as written: "4.0 million" is `Decimal("4.0E+6")`.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from factcheck.figures.date_words import BACKWARD, FORWARD
from factcheck.figures.number_words import (
    CLOSE_SCALES,
    DENOMINATORS,
    FOLDS,
    HALF,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SMALL,
    SPACED_SCALES,
    TENS,
    UNITS,
    VULGAR,
)
from factcheck.figures.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens
from factcheck.values import dataclass

# A longer run of digits is an account number or noise, and costs quadratic time to convert.
_MAX_DIGITS = 34


@dataclass(frozen=False, slots=True, eq=False)
class Numeral:
    """A numeral on the tokens from `first` up to `last`; `form` says how it is written.

    `form` is "digits", "words", "fraction" ("two-thirds", "½"), "share" ("one in five") or "article"
    ("a million"). `scale` is the last scale word or letter. An "m" close to its number may be metres:
    `is_open` marks it, and the reader of units decides.
    """

    first: int
    last: int
    value: Decimal
    form: str
    scale: str = ""
    is_open: bool = False
    vague: bool = False


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """Return the longest numeral that starts at token `index`, None where none starts.

    The numeral is kept with the tokens and shared: nobody may change it.
    """
    if index not in tokens.numerals:
        tokens.numerals[index] = _read_longest(tokens, index)
    numeral: Numeral | None = tokens.numerals[index]
    return numeral


def _read_longest(tokens: Tokens, index: int) -> Numeral | None:
    numeral = _read_plain(tokens, index)
    if numeral is None:
        return None
    return _read_share(tokens, numeral) or _read_quotient(tokens, numeral) or numeral


def _read_plain(tokens: Tokens, index: int) -> Numeral | None:
    if tokens.kind[index] == NUMBER:
        return _read_digits(tokens, index)
    word = tokens.lower[index]
    if word in SMALL:
        return _read_words(tokens, index)
    if word in ("a", "an"):
        return _read_article(tokens, index)
    if word == "half":
        return _read_half(tokens, index)
    if word in ("thousand", "hundred", "million", "billion") and index == 0:
        return _scaled(tokens, Numeral(index, index, Decimal(1), "words"))
    if word == "dozen" or word == "couple":
        return _read_collective(tokens, index, index)
    is_part = tokens.lower[index + 1 : index + 3] in _OF_AN_HOUR  # "every quarter of an hour"
    if word == "quarter" and ((is_part and _is_bare(tokens, index)) or tokens.lower[index + 1] in _PLAIN_SCALES):
        return _take_part_of_scale(tokens, Numeral(index, index + 1, HALF / 2, "fraction"))
    if word in ("double", "triple", "quadruple") and tokens.lower[index + 1] not in ("the", "that", "what"):
        return None
    if word in MULTIPLES or word in FOLDS:
        return Numeral(index, index + 1, Decimal(MULTIPLES.get(word) or FOLDS[word]), "multiple")
    return None


_OF_AN_HOUR = (["of", "an"], ["of", "a"])


def _is_bare(tokens: Tokens, index: int) -> bool:
    """Return whether a quarter without an article is a fraction ("every quarter of an hour"), and none of the year."""
    return tokens.lower[index - 1] in ("every", "each", "within", "over", "under", "than", "about")


# --- digits ---------------------------------------------------------------------------------------


@lru_cache(4096)  # years and small numbers come again and again
def parse_digits(surface: str) -> Decimal | None:
    """Return the value of a number token, None where it is no single number ("2.4.1", fifty digits)."""
    if surface in VULGAR:
        return _divide(*VULGAR[surface])
    plain = surface.replace("\u00a0", "").replace("\u2009", "").replace("\u202f", "").replace("\u2007", "")
    plain = plain.replace("'", "").replace("’", "")
    if "," in plain:
        dot, comma = plain.rfind("."), plain.rfind(",")
        plain = plain.replace(".", "").replace(",", ".") if -1 < dot < comma else plain.replace(",", "")
    if len(plain) > _MAX_DIGITS or plain.count(".") > 1:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _read_digits(tokens: Tokens, index: int) -> Numeral | None:
    value = parse_digits(tokens.surface[index])
    if value is None:
        return None
    numeral = Numeral(index, index + 1, value, "fraction" if tokens.surface[index] in VULGAR else "digits")
    _take_decimal_comma(tokens, numeral)
    _take_spaced_groups(tokens, numeral)
    _take_fraction(tokens, numeral)
    _scaled(tokens, numeral)
    _take_rest(tokens, numeral)
    if tokens.lower[numeral.last] in ("dozen", "dozens") and numeral.value < 100:
        numeral.value, numeral.last = numeral.value * 12, numeral.last + 1
    if (
        tokens.lower[numeral.last] in HYPHENS
        and tokens.lower[numeral.last + 1] == "fold"
        and tokens.is_glued(numeral.last)
    ):
        numeral.last, numeral.form = numeral.last + 2, "multiple"
    return _add_part(tokens, numeral)


def _take_rest(tokens: Tokens, numeral: Numeral) -> None:
    """Take the "and 21" of "3 hundred and 21"."""
    if numeral.scale == "hundred" and tokens.lower[numeral.last] == "and":
        rest = parse_digits(tokens.surface[numeral.last + 1]) if tokens.kind[numeral.last + 1] == NUMBER else None
        value = rest if rest is not None else Decimal(SMALL.get(tokens.lower[numeral.last + 1], 0))
        if 0 < value < 100:
            numeral.value, numeral.last = numeral.value + value, numeral.last + 2


def _take_decimal_comma(tokens: Tokens, numeral: Numeral) -> None:
    """Take ",5" or ",50" of a number written with a decimal comma; English lists put a space there."""
    comma, whole, digits = numeral.last, tokens.surface[numeral.first], tokens.surface[numeral.last + 1]
    if tokens.lower[comma] != "," or not (tokens.is_glued(comma) and tokens.is_glued(comma + 1)):
        return
    if whole.isdecimal() and digits.isdecimal() and len(digits) <= 2 and tokens.lower[comma + 2] != ",":
        numeral.value, numeral.last = Decimal(f"{whole}.{digits}"), comma + 2


_MOST_GROUPS = 6


def _take_spaced_groups(tokens: Tokens, numeral: Numeral) -> None:
    """Take the groups of "1 234 567": plain spaces part thousands only after a lone short group."""
    digits = tokens.surface[numeral.first]
    if not (digits.isdigit() and len(digits) <= 3) or tokens.kind[numeral.first - 1] == NUMBER:
        return
    last = numeral.last
    while last < numeral.last + _MOST_GROUPS and _is_group(tokens, last):
        last += 1
    groups = tokens.surface[numeral.first : last]
    if last > numeral.last and not _is_named(tokens, numeral.first) and tokens.kind[last] != NUMBER:
        if last == numeral.last + 1 and groups[0] == "0":
            return
        numeral.value, numeral.last = Decimal("".join(groups)), last


def _is_group(tokens: Tokens, index: int) -> bool:
    surface = tokens.surface[index]
    whole = surface.partition(".")[0]
    return (
        tokens.kind[index] == NUMBER
        and len(whole) == 3
        and whole.isdigit()
        and (tokens.start[index] == tokens.end[index - 1] + 1)
    )


def _is_named(tokens: Tokens, index: int) -> bool:
    """Return whether the word before names things by number ("room 12 500 seats")."""
    before = tokens.lower[index - 1]
    return before in ("room", "in", "no", "flight", "route", "page", "section") or tokens.is_capitalised(index - 1)


def _take_fraction(tokens: Tokens, numeral: Numeral) -> None:
    """Take "1/2", and the fraction of "3 1/2" and "2½"."""
    after = numeral.last
    if tokens.surface[after] in VULGAR and _is_whole(numeral) and tokens.surface[numeral.first] not in VULGAR:
        numeral.value += _divide(*VULGAR[tokens.surface[after]])
        numeral.last, numeral.form = after + 1, "digits"
    elif fraction := _slashed(tokens, after - 1):
        numeral.value, numeral.last, numeral.form = fraction, after + 2, "fraction"
    elif tokens.kind[after] == NUMBER and (fraction := _slashed(tokens, after)) and fraction < 1 and _is_whole(numeral):
        numeral.value, numeral.last = numeral.value + fraction, after + 3


_CLOSE_UNITS = frozenset({"h", "hr", "km", "in", "mi"})  # "1/2h"


def _slashed(tokens: Tokens, index: int) -> Decimal | None:
    """Return the value of "1/2", or of a rating such as "5.3/10", at token `index`."""
    if tokens.lower[index + 1] not in ("/", "⁄") or not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    top, bottom = tokens.surface[index], tokens.surface[index + 2]
    if not (top.replace(".", "", 1).isdigit() and bottom.isdigit()) or len(top + bottom) > 8 or int(bottom) == 0:
        return None
    if not top.isdigit() and Decimal(top) > int(bottom):
        return None
    after = tokens.lower[index + 3]
    is_run_on = tokens.kind[index + 3] == WORD and tokens.is_glued(index + 3) and after not in _CLOSE_UNITS
    if after == "/" or is_run_on:
        return None
    return _divide(Decimal(top), int(bottom))


def _is_whole(numeral: Numeral) -> bool:
    return numeral.value == numeral.value.to_integral_value()


def _divide(top: int | Decimal, bottom: int) -> Decimal:
    return Decimal(top) / Decimal(bottom)


# --- scales ---------------------------------------------------------------------------------------


_MOST_SCALES = 3  # "4 hundred thousand million"


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Apply the scale words and letters after a numeral: "4 hundred million", "4.5bn", "30m"."""
    for _ in range(_MOST_SCALES):
        power = _scale_at(tokens, numeral)
        if power is None:
            break
        numeral.value = numeral.value.scaleb(power)
        numeral.scale = tokens.lower[numeral.last]
        numeral.is_open = tokens.surface[numeral.last] in ("m", "t", "b", "mm")
        numeral.last += 1
        if numeral.is_open:
            break
    return numeral


def _scale_at(tokens: Tokens, numeral: Numeral) -> int | None:
    """Return the power of ten of the scale behind a numeral, stepping over the hyphen of "million-dollar"."""
    hyphen = _skip_hyphen(tokens, numeral.last)
    if hyphen > numeral.last and tokens.lower[hyphen] in SCALES:
        numeral.last = hyphen
    index = numeral.last
    word = tokens.lower[index]
    if tokens.surface[index].isupper() and tokens.kind[index + 1] == NUMBER and tokens.is_glued(index + 1):
        return None  # "2004 MN4"
    if word in SCALES:
        return SCALES[word]
    if numeral.scale or (tokens.kind[numeral.first] != NUMBER and not tokens.is_glued(index)):
        return None
    if word in CLOSE_SCALES and (tokens.is_glued(index) or (word == "k" and tokens.kind[index + 1] != WORD)):
        return CLOSE_SCALES[word]
    return SPACED_SCALES.get(tokens.surface[index])


# --- words ----------------------------------------------------------------------------------------


def _read_words(tokens: Tokens, index: int) -> Numeral | None:
    total, last, scale = _sum_words(tokens, index)
    numeral = Numeral(index, last, total, "words", scale)
    _take_point(tokens, numeral)
    _take_dozen(tokens, numeral)
    return _take_denominator(tokens, numeral) or _add_part(tokens, numeral)


def _sum_words(tokens: Tokens, index: int) -> tuple[Decimal, int, str]:
    """Add up number words from `index`: "two hundred and five thousand, three hundred".

    Returns the sum, the index after the last word, and the last scale word.
    """
    total, group, last, scale, ceiling = 0, 0, index, "", 99
    position = index
    while True:
        word = tokens.lower[position]
        if word in SMALL and _fits(group, SMALL[word], position == index):
            group += SMALL[word]
        elif word == "hundred" and 0 < group < 100:
            group *= 100
        elif word in SCALES and word != "hundred" and group and SCALES[word] < ceiling:
            total, group, ceiling = total + group * 10 ** SCALES[word], 0, SCALES[word]
        elif word in SCALES and word != "hundred" and total and not group:
            total, ceiling = total * 10 ** SCALES[word], 0
        else:
            break
        if word in SCALES:
            scale = word
        last = position = position + 1
        position = _skip_joint(tokens, position, word)
    value = Decimal(total + group)
    return (_rounded(value) if scale and not group else value), last, scale


def _rounded(value: Decimal) -> Decimal:
    """Write 4000000 as 4E+6: words that end in a scale claim no digit below it."""
    return value.normalize()


def _fits(group: int, value: int, is_first: bool) -> bool:
    if group == 0:
        return is_first or value > 0
    if value >= 10:
        return group % 100 == 0
    return value > 0 and (group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0))


def _skip_joint(tokens: Tokens, position: int, word: str) -> int:
    """Step over the hyphen of "twenty-one", the "and" of "hundred and one", the comma of "a million, two hundred"."""
    mark, following = tokens.lower[position], tokens.lower[position + 1]
    if mark in HYPHENS and (following in UNITS or following in SCALES) and (word in TENS or tokens.is_glued(position)):
        return position + 1
    if word not in SCALES:
        return position
    if mark in ("and", "&") and SMALL.get(following, 0) > 0 and not _starts_anew(tokens, position + 1, word):
        return position + 1
    if mark == "," and word != "hundred" and following in SMALL and tokens.lower[position + 2] == "hundred":
        return position + 1
    return position


def _starts_anew(tokens: Tokens, position: int, word: str) -> bool:
    """Return whether "and" parts two numerals: what follows is scaled as high as what went before."""
    for ahead in range(position, position + 5):
        following = tokens.lower[ahead]
        if following in SCALES and following != "hundred" and word != "hundred":
            return SCALES[following] >= SCALES[word]
        if following not in SMALL and following != "hundred":
            return False
    return False


def _take_point(tokens: Tokens, numeral: Numeral) -> None:
    """Take "point three five" or "point seventy-one", and a scale after it."""
    if tokens.lower[numeral.last] != "point" or tokens.lower[numeral.last + 1] not in SMALL:
        return
    digits, position = "", numeral.last + 1
    while tokens.lower[position] in UNITS and len(digits) < _MAX_DIGITS:
        digits += str(UNITS[tokens.lower[position]])
        position += 1
    if not digits:
        value, position, _ = _sum_words(tokens, position)
        digits = str(int(value))
    numeral.value = Decimal(f"{int(numeral.value)}.{digits}")
    numeral.last = position
    _scaled(tokens, numeral)


def _take_dozen(tokens: Tokens, numeral: Numeral) -> None:
    if tokens.lower[numeral.last] in ("dozen", "dozens") and numeral.value < 100:
        numeral.value *= 12
        numeral.last += 1


def _take_denominator(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Read "two-thirds", "one fifth", "three twenty-firsts", "three quarters of a million"."""
    index = numeral.last
    if tokens.lower[index] in HYPHENS:
        index += 1
    found = _denominator_at(tokens, index)
    if found is None or numeral.scale not in ("", "hundred") or numeral.value == 0:
        return None
    bottom, last, is_many = found
    if is_many and _counts_quarters(tokens, numeral.first, int(numeral.value), bottom, last):
        return None
    if (numeral.value == 1) == is_many or (numeral.value == 1 and not _ends_fraction(tokens, last)):
        return None
    numeral.value = _divide(numeral.value, bottom)
    numeral.last, numeral.form = last, "fraction"
    return _take_part_of_scale(tokens, numeral)


def _counts_quarters(tokens: Tokens, first: int, top: int, bottom: int, last: int) -> bool:
    """Return whether quarters of a year are counted: "two quarters", "the last three quarters", "three in a row"."""
    if bottom != 4 or tokens.lower[last - 2] in HYPHENS or tokens.lower[last] == "of":
        return False
    behind = tokens.lower[last : last + 3]
    is_run = behind[:1] == ["running"] or behind == ["in", "a", "row"]
    return top % 2 == 0 or is_run or tokens.lower[first - 1] in BACKWARD | FORWARD


def _denominator_at(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """Return a denominator, the index behind it and whether it is plural: "thirds", "twenty-fifth"."""
    word = tokens.lower[index]
    if word in DENOMINATORS:
        return DENOMINATORS[word], index + 1, word.endswith("s")
    if word in TENS:
        at = index + 2 if tokens.lower[index + 1] in HYPHENS else index + 1
        unit = tokens.lower[at].removesuffix("s")
        if 0 < ORDINALS.get(unit, 0) < 10:
            return TENS[word] + ORDINALS[unit], at + 1, tokens.lower[at].endswith("s")
    return None


def _ends_fraction(tokens: Tokens, index: int) -> bool:
    """Return whether "one fifth" before token `index` is a share, not a place ("one fifth grader")."""
    word = tokens.lower[index]
    if word in HYPHENS and tokens.is_glued(index):
        return False
    return tokens.kind[index] != WORD or word in _AFTER_FRACTION or word in _PLAIN_SCALES


_PLAIN_SCALES = frozenset({"million", "billion", "trillion"})
_AFTER_FRACTION = frozenset(
    "of off the more less fewer higher lower larger smaller bigger to in from by at on since and or as over is are"
    " was were"
    " cheaper dearer costlier younger older taller shorter longer heavier lighter faster slower quicker deeper wider"
    " narrower stronger weaker richer poorer thicker thinner"
    " mile miles inch cup pint hour century full empty its their his her that this last year compared this after"
    " before".split()
)


def _take_part_of_scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Take "a million" or "of a million" after a fraction, and the scale of "three quarters billion"."""
    words = tokens.lower[numeral.last : numeral.last + 3]
    skip = 2 if words[:2] == ["of", "a"] else 1 if words[0] == "a" else 0
    scale = words[skip]
    if scale in _PLAIN_SCALES or (skip and scale in ("thousand", "hundred")):
        numeral.value = numeral.value.scaleb(SCALES[scale])
        numeral.last += skip + 1
        numeral.scale = scale
    return numeral


def _add_part(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Take "and a half", "and three quarters", "and fifty-four hundredths", "-and-a-half"."""
    index = _skip_hyphen(tokens, numeral.last)
    if tokens.lower[index] != "and":
        return numeral
    part = _part_at(tokens, _skip_hyphen(tokens, index + 1))
    if part is None or (tokens.lower[part.last] == "of" and tokens.lower[part.last + 1] not in ("hour", "hours")):
        return numeral
    is_scaled = numeral.scale not in ("", "hundred") and tokens.lower[numeral.last - 1] == numeral.scale
    unit = Decimal(10) ** SCALES[numeral.scale] if is_scaled else Decimal(1)
    numeral.value += part.value * unit
    numeral.last = part.last + (tokens.lower[part.last] == "of")
    return _scaled(tokens, numeral) if not numeral.scale else numeral


_HALVED = frozenset("hour hours min minute minutes year years month months mile miles day days of".split())


def _part_at(tokens: Tokens, index: int) -> Numeral | None:
    """Read the fraction behind "and": "a half", "one third", "three quarters"."""
    word = tokens.lower[index]
    at = _skip_hyphen(tokens, index + 1)
    if word in ("a", "an", "one"):
        is_common = tokens.lower[at] in ("half", "quarter", "third", "fourth", "fifth")
        return Numeral(index, at + 1, _divide(1, DENOMINATORS[tokens.lower[at]]), "fraction") if is_common else None
    if word in ("half", "quarter") and tokens.lower[index + 1] in _HALVED:
        return Numeral(index, index + 1, _divide(1, DENOMINATORS[word]), "fraction")
    if word not in SMALL:
        return None
    top, last, _ = _sum_words(tokens, index)
    found = _denominator_at(tokens, _skip_hyphen(tokens, last))
    if found is None or not (found[2] or tokens.lower[found[1]] in ("hour", "hours", "of")) or top >= found[0]:
        return None
    return Numeral(index, found[1], _divide(top, found[0]), "fraction")


def _skip_hyphen(tokens: Tokens, index: int) -> int:
    return (
        index + 1 if tokens.lower[index] in HYPHENS and tokens.is_glued(index) and tokens.is_glued(index + 1) else index
    )


# --- a, half, dozen -------------------------------------------------------------------------------


def _read_article(tokens: Tokens, index: int) -> Numeral | None:
    """Read "a million", "a dozen", "a third of", "a couple of", "a further 300" (from the number on)."""
    word = tokens.lower[index + 1]
    if word in SCALES and word not in ("mil", "score", "mill"):
        return _read_scaled_article(tokens, index)
    if word in ("dozen", "couple"):
        return _read_collective(tokens, index, index + 1)
    if word == "half":
        return _read_half(tokens, index + 1, first=index)
    if word in DENOMINATORS and not word.endswith("s") and word != "half":
        return _read_single_part(tokens, index)
    return None


def _read_scaled_article(tokens: Tokens, index: int) -> Numeral | None:
    """Read "a hundred and five", "a thousand", "a million and a half"."""
    word = tokens.lower[index + 1]
    position = _skip_joint(tokens, index + 2, word)
    value = Decimal(1).scaleb(SCALES[word])
    numeral = Numeral(index, index + 2, value, "article", word)
    if word == "hundred" and tokens.lower[index + 2] in SCALES:
        numeral.value, numeral.scale = value.scaleb(SCALES[tokens.lower[index + 2]]), tokens.lower[index + 2]
        numeral.last += 1
    elif tokens.lower[position] in SMALL:
        rest, last, _ = _sum_words(tokens, position)
        if rest < value:
            numeral.value, numeral.last = Decimal(int(value + rest)), last
    if tokens.lower[numeral.last] in ORDINALS or tokens.lower[numeral.last].endswith("th"):
        return None
    return _add_part(tokens, numeral)


def _read_collective(tokens: Tokens, first: int, index: int) -> Numeral | None:
    """Read "a dozen", "a couple of" (vague); "the couple" and "dozens" are none."""
    if tokens.lower[index] == "dozen":
        if (
            index == first
            and index > 0
            and (
                tokens.kind[index - 1] != WORD
                or tokens.lower[index - 1] in _NO_DOZEN_AFTER
                or tokens.lower[index - 1].endswith(("'s", "’s"))
            )
        ):
            return None
        return Numeral(first, index + 1, Decimal(12), "article")
    if tokens.lower[index + 1] == "of" and first < index:
        return Numeral(first, index + 1, Decimal(2), "article", vague=True)
    return None


_NO_DOZEN_AFTER = frozenset({"several", "few", "some", "many", "the", "per", "each", "every"})


def _read_half(tokens: Tokens, index: int, first: int | None = None) -> Numeral | None:
    """Read "half of", "half a million", "half a dozen", "half the"; not "second half" or "half-time"."""
    start = index if first is None else first
    after, further = tokens.lower[index + 1], tokens.lower[index + 2]
    numeral = Numeral(start, index + 1, HALF, "fraction")
    if after in ("a", "an") and further in SCALES:
        return _take_part_of_scale(tokens, numeral)
    if after in SCALES:
        numeral.value, numeral.last, numeral.scale = HALF.scaleb(SCALES[after]), index + 2, after
        return numeral
    dozen = index + 2 if after in ("a", "-") else index + 1
    if tokens.lower[dozen] == "dozen":
        return Numeral(start, dozen + 1, Decimal(6), "words")
    if tokens.lower[index - 1] in _NO_HALF_AFTER or tokens.lower[index - 1] in ORDINALS:
        return None
    if after in ("a", "an"):
        numeral.last = index + 2
        return numeral
    if first is not None and tokens.lower[first - 1] == "and":
        return None
    if after in HYPHENS and tokens.is_glued(index + 1):
        return None
    return numeral


_NO_HALF_AFTER = frozenset(
    "the other better opening closing first second final each either this that our my his her their".split()
)


def _read_single_part(tokens: Tokens, index: int) -> Numeral | None:
    """Read "a third of", "by a quarter"; "a third man" is an ordinal and "a quarter" alone a period."""
    word = tokens.lower[index + 1]
    if not _ends_fraction(tokens, index + 2):
        return None
    numeral = Numeral(index, index + 2, _divide(1, DENOMINATORS[word]), "fraction")
    return _take_part_of_scale(tokens, numeral)


# --- shares ---------------------------------------------------------------------------------------


def _read_share(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Read "one in five", "nine out of 10", "two in every three", a rating of "4.5 out of 5" as a share."""
    words = tokens.lower[numeral.last : numeral.last + 3]
    if numeral.scale or numeral.form == "fraction" or not 0 < numeral.value < 1000:
        return None
    if not _is_whole(numeral) and words[:2] != ["out", "of"]:
        return None
    joint = 0
    if words[0] == "in":
        joint = 2 if words[1] == "every" else 1
    elif words[:2] == ["out", "of"]:
        joint = 3 if words[2] in ("every", "the") else 2
    if not joint:
        return None
    other = _read_plain(tokens, numeral.last + joint)
    if other is None or other.form == "fraction" or not _is_share(tokens, numeral, other, joint):
        return None
    return Numeral(numeral.first, other.last, _divide(numeral.value, int(other.value)), "share")


def _read_quotient(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Read "one over three" as a fraction, where both numbers are bare and nothing is counted after them."""
    at = numeral.last
    if tokens.lower[at] != "over" or numeral.scale or not _is_whole(numeral):
        return None
    other = _read_plain(tokens, at + 1)
    if other is None or not _is_whole(other) or other.value <= numeral.value or tokens.kind[other.last] == WORD:
        return None
    if tokens.kind[other.last] == MARK and tokens.lower[other.last] not in (".", ",", ")", "?"):
        return None
    return Numeral(numeral.first, other.last, _divide(numeral.value, int(other.value)), "fraction")


def _is_share(tokens: Tokens, top: Numeral, bottom: Numeral, joint: int) -> bool:
    if not (_is_whole(bottom) and top.value < bottom.value) or (bottom.value >= 1900 and bottom.value < 2100):
        return False
    if tokens.lower[bottom.last] in ("years", "days", "months", "weeks", "hours", "minutes", "seconds", "%", "games"):
        return False
    return joint > 1 or tokens.lower[top.last] != "in" or (top.value <= 10 and bottom.value <= 1000000)
