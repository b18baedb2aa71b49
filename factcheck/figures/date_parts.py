"""The parts of a date: day, month and year as written, and whether a word is a month at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.figures.currencies import CURRENCY_CODES, NEEDS_NATION
from factcheck.figures.currencies import NAMES as CURRENCIES
from factcheck.figures.date_words import BEHIND_SET, FORWARD, FUTURE_CUES, MONTHS, STRONG_BEFORE_YEAR, WEEKDAYS
from factcheck.figures.dates import is_day, iso, last_year_with
from factcheck.figures.grammar_words import CLOSED, VERBS, is_plural
from factcheck.figures.number_words import ORDINALS, SCALES, SMALL, TEENS, TENS, UNITS
from factcheck.figures.numerals import read_numeral
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.figures.units import NAME_LENGTHS, NAMES, SYMBOLS
from factcheck.models import Bound
from factcheck.values import dataclass
from factcheck.words import is_irregular

_PERIODS = frozenset(
    "year years month months week weeks decade decades quarter season term summer winter spring autumn".split()
)
_PASTS = frozenset({"had", "was", "were"})
_TO_COME = FUTURE_CUES | frozenset(
    "to would could should must may might is are has have put postponed delayed deferred adjourned extended moved"
    " pushed remanded suspended banned given granted".split()
)
_NOUNS = frozenset({"plan", "plans", "deadline", "hope", "hopes"})
_WILL = frozenset({"will", "shall", "won't", "won’t", "tomorrow"})
_UNFINISHED = frozenset("to be been being is are have has having get".split())  # before a participle
_CONDITIONS = frozenset({"if", "unless", "would"})
_DETERMINERS = frozenset("the a an its their his her this that these".split())
_TO_PAST = 6  # words from "by noon on Monday" to "it had gone"


@dataclass(frozen=False, slots=True, eq=False)
class Found:
    """A date on the tokens from `first` up to `last`; year, month and day while they are known apart."""

    first: int
    last: int
    value: str | None
    high: str | None = None
    parts: tuple[int | None, int | None, int | None] = (None, None, None)
    bound: Bound = Bound.EXACT
    hedge: str | None = None
    doubt: tuple[str, ...] = ()
    weekday: int | None = None
    steps: tuple[tuple[int, str], ...] = ()  # from the date before: "four years later"
    follows: bool = False  # a month after the date before: "the following January"
    hangs: bool = False  # nothing without a date before it: "the year before"


def day_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a day of the month: "21", "21st", "twenty-first", "third"; returns it and the end."""
    surface, word = tokens.surface[index], tokens.lower[index]
    if tokens.kind[index] == NUMBER and surface.isdigit() and len(surface) <= 2 and 1 <= int(surface) <= 31:
        ending = index + 1
        if tokens.lower[ending] in ("st", "nd", "rd", "th") and tokens.is_glued(ending):
            return int(surface), ending + 1
        is_run_on = tokens.kind[ending] == WORD and tokens.is_glued(ending) and tokens.lower[ending] not in MONTHS
        return None if is_run_on else (int(surface), ending)
    if word in ("twenty", "thirty"):
        rest = index + 2 if tokens.lower[index + 1] in HYPHENS else index + 1
        small = ORDINALS.get(tokens.lower[rest]) or UNITS.get(tokens.lower[rest]) or 0
        if 0 < small < 10:
            return (20 if word == "twenty" else 30) + small, rest + 1
    value = ORDINALS.get(word) or SMALL.get(word) or 0
    if tokens.lower[index + 1] in SCALES:
        return None
    return (value, index + 1) if 1 <= value <= 31 else None


def year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a year behind a month: "2024", ", 2024", "of 1995", "'87", "nineteen eighty six"."""
    at = index
    while tokens.lower[at] in (",", ".", "of", "in") and at < index + 2:
        at += 1
    surface = tokens.surface[at]
    if tokens.kind[at] == NUMBER and surface.isdigit() and len(surface) == 4 and 1000 <= int(surface) <= 2199:
        return (int(surface), at + 1) if not counts(tokens, at) else None
    if tokens.lower[at] in ("'", "’", "‘") and tokens.surface[at + 1].isdecimal() and len(tokens.surface[at + 1]) == 2:
        return century_of(int(tokens.surface[at + 1])), at + 2
    if (
        at > index
        and tokens.lower[index] == "of"
        and surface.isdigit()
        and len(surface) == 2
        and tokens.kind[at + 1] != WORD
        and int(surface) > 31
    ):
        return century_of(int(surface)), at + 1
    return spoken_year(tokens, at) if at == index or tokens.lower[index] in (",", "of", "in") else None


def century_of(short: int) -> int:
    """Return the year that two digits mean: '87 is 1987, '24 is 2024."""
    return 1900 + short if short >= 40 else 2000 + short


def _is_year(surface: str) -> bool:
    return len(surface) == 4 and surface.isdecimal() and 1500 <= int(surface) <= 2199


def counts(tokens: Tokens, index: int) -> bool:
    """Return whether the four digits count the plural noun or unit that follows ("2014 refugees")."""
    after = index + 1
    word = tokens.lower[after]
    if word in ("%", "per", "°") and not (word == "per" and tokens.lower[after + 1] != "cent"):
        return True
    if tokens.is_glued(after) and tokens.kind[after] == WORD and tokens.lower[after] not in ("s",):
        return True
    if tokens.kind[after] != WORD:
        return False
    if (word in CURRENCIES and word not in NEEDS_NATION) or tokens.surface[after] in CURRENCY_CODES:
        return True
    if _may_be_unit(tokens, after) and word not in ("in", "second", "quarter", "bar", "h"):
        return not (word in ("stone", "bar", "gray", "newton") and tokens.is_capitalised(after))
    if word in SCALES or (tokens.surface[after] in SYMBOLS and len(word) > 1 and word not in ("in", "au")):
        return True
    if word in _YEARLY:
        return False
    if not is_plural(word) or word in VERBS or tokens.is_capitalised(after):
        return False
    before = tokens.lower[index - 1]
    if before in ("to", "and", "-", "–") and _is_year(tokens.surface[index - 2]):
        return False  # "from 2010 to 2019 emissions grew"
    opens = before == "in" and index < 2  # "In 2014 refugees arrived"
    return not (opens or before in _YEAR_FOR_SURE)


def _may_be_unit(tokens: Tokens, index: int) -> bool:
    """Does the name of a unit begin here? Behind an article it must be whole: "a 1979 British film" has none."""
    longest = NAME_LENGTHS.get(tokens.lower[index], 0)
    if not longest or tokens.lower[index - 2] not in ("a", "an", "the"):
        return longest > 0
    return any(tuple(tokens.lower[index : index + length]) in NAMES for length in range(1, longest + 1))


_YEAR_FOR_SURE = STRONG_BEFORE_YEAR - {"in", "before", "after", "by", "during", "until", "till"}
# Plural nouns that a year tells apart ("2018 sales", "the 2020 elections").
_YEARLY = frozenset(
    "sales results earnings revenues profits elections games olympics playoffs finals accounts figures numbers"
    " levels budgets forecasts estimates prices awards championships midterms protests riots floods fires".split()
)


def spoken_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-four", "nineteen hundred ninety three", "two thousand and twenty"."""
    word, after = tokens.lower[index], tokens.lower[index + 1]
    if word not in TEENS and word not in TENS and word != "two":
        return None
    if word == "two":
        if after != "thousand":
            return None
        numeral = read_numeral(tokens, index)
        return (int(numeral.value), numeral.last) if numeral and 2000 <= numeral.value <= 2099 else None
    at = index + 2 if after == "hundred" else index + 1
    if after == "hundred" and tokens.lower[at] == "and":
        at += 1
    century = SMALL[word]
    rest = read_numeral(tokens, at) if tokens.lower[at] in TENS or tokens.lower[at] in TEENS else None
    if not 15 <= century <= 20 or rest is None or rest.scale or not 10 <= rest.value <= 99 or rest.form != "words":
        return None
    return century * 100 + int(rest.value), rest.last


def is_month(tokens: Tokens, index: int) -> bool:
    """Return whether the word is a month here: not "may" the verb, "Theresa May" or "a march"."""
    word = tokens.lower[index]
    if word not in MONTHS:
        return False
    before = tokens.lower[index - 1] if tokens.kind[index - 1] == WORD and index else ""
    if tokens.lower[index - 1] in HYPHENS and tokens.is_glued(index) and index > 1:
        before = tokens.lower[index - 2]  # "mid-August"
    if word == "may":
        return _is_may(tokens, index, before)
    if word in ("march", "mar", "dec", "jan", "august", "sun"):
        return _is_march(tokens, index, before)
    return word not in ("april", "june") or not _is_first_name(tokens, index)


_MONTH_PREPOSITIONS = frozenset(
    "in since by until till before after from to of during last next this early late mid between through and each"
    " every throughout for previous".split()
)


def _is_may(tokens: Tokens, index: int, before: str) -> bool:
    """Return whether "may" is the month: by a number, or with a capital behind a preposition."""
    is_capital = tokens.is_capitalised(index)
    names_day = tokens.lower[index + 1] in ORDINALS or tokens.lower[index + 1] in ("twenty", "thirty")
    if tokens.kind[index + 1] == NUMBER or (is_capital and names_day):
        return True
    if tokens.lower[index - 1] in HYPHENS and not before:
        return tokens.lower[index - 2] == "mid"
    if tokens.kind[index - 1] == NUMBER or before in ("st", "nd", "rd", "th"):
        return is_capital or tokens.kind[index + 1] != WORD
    if is_capital and tokens.lower[index + 1] == "," and _is_year(tokens.surface[index + 2]):
        return True  # "on May, 2008"
    return before in _MONTH_PREPOSITIONS and (is_capital or tokens.kind[index + 1] != WORD)


def _is_march(tokens: Tokens, index: int, before: str) -> bool:
    """Return whether "march", "jan", "dec" or "august" is a month here, by its neighbours."""
    word, after = tokens.lower[index], tokens.lower[index + 1]
    follows_number = tokens.kind[index - 1] == NUMBER or before in ("st", "nd", "rd", "th") or before in SMALL
    if tokens.kind[index + 1] == NUMBER or follows_number or after in ORDINALS:
        return True
    if after in (".", "-", "/") and tokens.kind[index + 2] == NUMBER:
        return True
    if before in _MONTH_PREPOSITIONS:
        return tokens.is_capitalised(index) or word == "august" or tokens.kind[index + 1] != WORD
    if len(tokens) == 1:
        return True
    return tokens.is_capitalised(index) and index > 0 and (before in CLOSED or after == "after")


def _is_first_name(tokens: Tokens, index: int) -> bool:
    """Return whether "April" or "June" is a person: a name or a verb behind, no preposition before."""
    if index == 0 and (tokens.lower[1] in VERBS or tokens.lower[1].endswith("ed")):
        return True
    return (
        tokens.is_capitalised(index + 1)
        and tokens.lower[index + 1] not in MONTHS
        and tokens.lower[index - 1] not in _MONTH_PREPOSITIONS
    )


def looks_ahead(tokens: Tokens, index: int) -> bool:
    """Return whether the words before a date tell of the future ("will vote on Tuesday", "by October")."""
    words = tokens.lower[max(index - 12, 0) : index]
    if index and words[-1] in ("by", "until", "till"):
        return not _was_by_then(tokens, index, words)
    if index and words[-1] in ("beginning", "starting", "effective") and "to" in words:
        return True  # "a measure to raise the fee, beginning July 1"
    if tokens.lower[index] not in WEEKDAYS and any(_is_aim(words, place) for place in range(len(words))):
        return True
    return any(_is_cue(words, place) and not _is_past_behind(words, place) for place in range(len(words)))


def _is_aim(words: Sequence[str], place: int) -> bool:
    """Return whether "plans to" and the like stand here: "had no plans to fly before January"."""
    return words[place] in _NOUNS and words[place + 1 : place + 2] == ["to"]


def _is_cue(words: Sequence[str], place: int) -> bool:
    """Return whether a word before a date tells of the future: not the "plan" of "approved the plan on Wednesday"."""
    word, behind = words[place], words[place + 1 : place + 2]
    if word == "due" and behind == ["to"] and words[place + 2 : place + 3] and words[place + 2] in _DETERMINERS:
        return False  # "cancelled due to the storm on Wednesday"
    if word == "set":
        return bool(behind) and behind[0] in BEHIND_SET
    if word not in FUTURE_CUES:
        return word.endswith(("'ll", "’ll"))
    if word in FORWARD and behind and (behind[0] in _PERIODS or behind[0] in ("of", "to")):
        return False  # "for the coming year on Wednesday" dates the year, "next to the school" nothing
    if word in _NOUNS:
        return not any(_is_past(words, other) for other in range(place))
    return place == 0 or words[place - 1] not in ("than", "as")


def _is_past_behind(words: Sequence[str], cue: int) -> bool:
    """Return whether something past stands between a cue and the date: "the planned sale was called off on Wednesday".

    Behind a "will" that is so in another stretch only: "the shop will close, it was announced on Wednesday".
    """
    start = cue + 1
    if words[cue] in _WILL or words[cue].endswith(("'ll", "’ll")):
        start = next((place for place in range(start, len(words)) if words[place] == ","), len(words))
    return any(_is_past(words, place, cue) for place in range(start, len(words)))


def _is_past(words: Sequence[str], place: int, cue: int = -1) -> bool:
    """Return whether a word is a verb in the past, and no participle as in "will be fully reopened"."""
    word = words[place]
    if word in _PASTS:
        return True
    if word in FUTURE_CUES or not (word.endswith("ed") or is_irregular(word)):
        return False
    return _UNFINISHED.isdisjoint(words[max(cue + 1, place - 3) : place])


def _was_by_then(tokens: Tokens, index: int, words: Sequence[str]) -> bool:
    """Return whether something was so "by" or "until" a date: "was shut until Monday", "by noon on Monday it had gone".

    What somebody "was told to do by Monday" lies ahead, and so does the day "until" which something was put off.
    """
    if not _CONDITIONS.isdisjoint(words):
        return False  # "would strike if no offer was made by Monday"
    if tokens.lower[index + 1] == "to":
        return False  # "had until Monday to pay"
    stretch = words[-_TO_PAST:]
    pasts = [place for place, word in enumerate(stretch) if word in _PASTS and "," not in stretch[place:]]
    if not pasts:
        return "had" in tokens.lower[index + 1 : index + 1 + _TO_PAST]
    return _TO_COME.isdisjoint(stretch[pasts[-1] + 1 :])


def absolute(
    tokens: Tokens, first: int, last: int, parts: tuple[int | None, int | None, int | None], published: date | None
) -> Found | None:
    """Return the date of year, month and day, with the year that news means where none is written."""
    year, month, day = parts
    if month and day and not is_day(year, month, day):
        return None
    if year is None and month and published:
        year = last_year_with(published, month, day, looks_ahead(tokens, first))
        if day and not is_day(year, month, day):
            year = None
    return Found(first, last, iso(year, month, day), parts=parts)
