"""Money: the currency before an amount, behind it, or said twice; and pounds that are a weight."""

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
from factcheck.figures.grammar_words import CLOSED, DETERMINERS
from factcheck.figures.number_words import SCALES
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens
from factcheck.models import Kind
from factcheck.values import dataclass

_HUNDREDTH = Decimal("0.01")


def take_currency_before(tokens: Tokens, reading: Reading, floor: int) -> None:
    """Take "$", "US$", "HK $", "$US", "EUR", "Rs", "RM" before the numeral, from token `floor` on."""
    before = reading.first - 1
    if before < floor:
        return
    if (
        tokens.lower[before] in HYPHENS
        and tokens.is_glued(reading.first)
        and tokens.lower[before - 1] in SYMBOLS
        and tokens.is_glued(before)
    ):
        before -= 1  # "$-99.99"
    start, sign = reading.first, tokens.lower[before]
    if before < floor:
        return
    if sign in SYMBOLS:
        _take_symbol(tokens, reading, before)
    elif tokens.kind[before] == WORD and reading.form in ("digits", "article", "words"):
        _take_prefix_word(tokens, reading, before)
    elif sign == "." and tokens.lower[before - 1] == "rs":
        _set_money(reading, before - 1, "INR", DOUBTS["rs"])
    elif sign == "=" and tokens.surface[before - 1] == "Y":
        _set_money(reading, before - 1, "JPY")
    if reading.first < floor:  # the sign belongs to the figure before
        reading.first, reading.kind, reading.unit, reading.doubt, reading.has_prefix = (
            start,
            Kind.NUMBER,
            None,
            (),
            False,
        )


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
    is_country = tokens.surface[index].isupper() or (index > 0 and tokens.lower[index] == "c")
    return is_country and tokens.lower[index] != "a"


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


def take_currency_echo(tokens: Tokens, reading: Reading) -> None:
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


def settle_nations(tokens: Tokens, readings: list[Reading]) -> None:
    """Give shillings that no country stands before the currency of the only country that the text names."""
    unsettled = [each for each in readings if each.kind is Kind.MONEY and each.unit == _OF_NO_NATION]
    if not unsettled:
        return
    words = {word for at, word in enumerate(tokens.lower) if len(word) >= _SHORTEST and tokens.is_capitalised(at)}
    codes = {NATIONS[nation] for nation in NATIONS for word in words if _names_nation(word, nation)}
    for reading in unsettled:
        if len(named := codes.intersection(reading.doubt)) == 1:
            reading.unit, reading.doubt = named.pop(), ()


_OF_NO_NATION = NAMES["shilling"]
_SHORTEST = len("kenya")


def _names_nation(word: str, nation: str) -> bool:
    """Return whether a word is the name of a nation's country, or its adjective: "Kenya", "Somalia" for "somali"."""
    return word.startswith(nation) or nation.startswith(word)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency named behind an amount: its code, where the name ends, and what the amount is multiplied by."""

    code: str
    last: int
    factor: Decimal = Decimal(1)
    doubt: tuple[str, ...] = ()


def currency_after(tokens: Tokens, index: int) -> Currency | None:
    """Return the currency whose name, sign or code starts at `index`, None where none does."""
    for reader in (_coded_currency, _national_currency, _named_currency, _small_currency):
        if (currency := reader(tokens, index)) is not None:
            return currency
    return None


# Codes that are also words in capitals.
_CODE_WORDS = frozenset({"ALL", "TOP"})


def _coded_currency(tokens: Tokens, index: int) -> Currency | None:
    """Read "JPY", "MEUR", "€", "US$", "RM"."""
    word, surface = tokens.lower[index], tokens.surface[index]
    if surface in CURRENCY_CODES and surface not in _CODE_WORDS:
        return Currency(surface, index + 1)
    if len(surface) == 4 and surface[0] == "M" and surface[1:] in CURRENCY_CODES:
        return Currency(surface[1:], index + 1, Decimal(1_000_000))
    if word in SYMBOLS and tokens.kind[index + 1] != NUMBER:
        return Currency(SYMBOLS[word], index + 1, doubt=DOUBTS.get(word, ()))
    if word in DOLLAR_PREFIXES and tokens.lower[index + 1] == "$" and tokens.is_glued(index + 1):
        return Currency(DOLLAR_PREFIXES[word], index + 2)
    return Currency(PREFIX_WORDS[word], index + 1) if surface in ("RM", "Rs") else None


def _national_currency(tokens: Tokens, index: int) -> Currency | None:
    """Read "Australian dollars", "Hong Kong dollars", "Swiss francs", "US cents"."""
    for length in (2, 1):
        nation = " ".join(tokens.lower[index : index + length])
        name = tokens.lower[index + length]
        if nation in NATIONS and (name in NAMES or name.removesuffix("s") in NAMES):
            return Currency(NATIONS[nation], index + length + 1)
        if nation in NATIONS and name in SUBUNITS:
            return Currency(NATIONS[nation], index + length + 1, _HUNDREDTH)
    return None


def _named_currency(tokens: Tokens, index: int) -> Currency | None:
    """Read "dollars", "pounds sterling", "euro cents", "million won"; pounds may be a weight."""
    word = tokens.lower[index]
    name = word if word in NAMES else word.removesuffix("s")
    if name not in NAMES:
        return None
    if tokens.lower[index + 1] in ("cent", "cents"):
        return Currency(NAMES[name], index + 2, _HUNDREDTH)
    if word == "won" and tokens.lower[index - 1] in SCALES:
        return None if tokens.lower[index + 1] in DETERMINERS else Currency(NAMES[name], index + 1, doubt=DOUBTS[name])
    if word in NEEDS_NATION or (name == "pound" and _weighs(tokens, index)):
        return None
    if name == "pound" and tokens.lower[index + 1] == "sterling":
        return Currency(NAMES[name], index + 2)
    return Currency(NAMES[name], index + 1, doubt=DOUBTS.get(name, ()))


def _small_currency(tokens: Tokens, index: int) -> Currency | None:
    """Read "pence", "cents", and the "p" of "35p"."""
    word = tokens.lower[index]
    if word not in SUBUNITS or (len(word) == 1 and not _is_small_coin(tokens, index)):
        return None
    return Currency(SUBUNITS[word], index + 1, _HUNDREDTH, DOUBTS.get(word.rstrip("s"), ()))


def _is_small_coin(tokens: Tokens, index: int) -> bool:
    """Return whether a lone "p" or "c" is pence or cents: in lower case behind digits, no word of its own."""
    if tokens.surface[index] not in ("p", "c") or tokens.kind[index - 1] != NUMBER:
        return False
    return tokens.is_glued(index) or tokens.surface[index] == "p" or tokens.kind[index + 1] != WORD


_WEIGHTY = frozenset(
    "weigh weighs weighed weighing weight weights lost lose losing shed drop dropped dropping gain gained gaining"
    " heavier lighter baby babies bear kg kilograms kilos tonnes ton tons ounces lb lbs oz boxer bench lift lifted"
    " lifting squat fish catch trout cocaine heroin marijuana meth methamphetamine cannabis fentanyl explosives meat"
    " beef coal carbon plutonium uranium thrust torque payload fat muscle".split()
)
_MONEY_OF = frozenset(
    "debt damage funding public taxpayers taxpayer's taxpayers' investment income savings aid cash support tax"
    " revenue money value".split()
)


def _weighs(tokens: Tokens, index: int) -> bool:
    """Return whether the "pounds" at `index` are a weight: what stands around speaks of weight."""
    if tokens.lower[index + 1] == "of" and tokens.lower[index + 2] not in CLOSED:
        return tokens.lower[index + 2] not in _MONEY_OF
    near = tokens.lower[max(index - 12, 0) : index] + tokens.lower[index + 1 : index + 6]
    return not _WEIGHTY.isdisjoint(near)
