"""Numbers that are no figures: codes, names, times of day, scores, telephone numbers, references.

Each rule takes the tokens and the index of a number token and returns the index after the name, or 0.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.figures.clocks import CLOCK_WORDS, clock_end, mark_spoken
from factcheck.figures.currencies import CURRENCY_CODES, DOLLAR_PREFIXES, NAMES, PREFIX_WORDS, SUBUNITS
from factcheck.figures.grammar_words import CLOSED, VERBS
from factcheck.figures.number_words import CLOSE_SCALES, SCALES, SMALL
from factcheck.figures.numerals import parse_digits
from factcheck.figures.tokens import DASHES, HYPHENS, MARK, NUMBER, WORD, Tokens
from factcheck.figures.units import NAME_LENGTHS, SYMBOLS

# Words that name a thing by the number after them, in any case of letters.
NAMING = frozenset(
    "article section chapter page paragraph figure table appendix annex clause schedule channel flight route"
    " highway motorway interstate junction exit room suite apartment flat gate platform lane ward row seat type"
    " phase stage step tier grade category level version episode series season volume part act scene game round lap"
    " day week match test question problem number no nos article protocol resolution bill proposition amendment area"
    " zone sector district unit model windows iphone ipad android playstation xbox covid apollo voyager falcon"
    " boeing airbus formula war square window stop hole line item note rule regulation directive order case docket"
    " box bus train car runway pier bay dock division league group pool lot plot block building studio terminal"
    " psalm verse group title class fifa".split()
)
# Those of them that, in lower case, are as often followed by a plain count ("in the first test 12 people").
_NAMES_WHEN_CAPITAL = frozenset(
    "act game round lap day week match test model unit area group class order case car bus train line season series"
    " war part lot note bill square bay box building league division rule title flat".split()
)
_STREETS = frozenset(
    "street st road rd avenue ave lane drive dr boulevard blvd way square close court place crescent terrace"
    " gardens grove hill row mews parade highway parkway walk wharf quay".split()
)
_OPEN_HYPHENS = frozenset({"minus", "sub", "mid", "plus", "negative", "circa", "approx", "magnitude", "to"})
_CLOSE_SUFFIXES = frozenset({"st", "nd", "rd", "th", "p", "c", "x", "yo", "plus", "s", "y", "yr", "ish"})
_SCORE_WORDS = frozenset(
    "win wins won victory lead leads led defeat defeats loss losses lost draw drew drawn beat beats beaten thrash"
    " thrashed defeated record decision vote score scored scoreline ahead down up trailed tie tied odds aggregate"
    " final away home series against over margin advantage set sets".split()
)  # fmt: skip


def mark_names(tokens: Tokens, taken: bytearray) -> None:
    """Mark in `taken` every token of a number that is a name or a code, or a time of day in words."""
    mark_spoken(tokens, taken)
    for index in tokens.numbers:
        if not taken[index]:
            for rule in _RULES:
                if last := rule(tokens, index):
                    last = _with_fellows(tokens, last) if rule is _is_named else last
                    taken[index:last] = b"\1" * (last - index)
                    break


def _with_fellows(tokens: Tokens, last: int) -> int:
    """Return the end of "Platforms 10 and 12", where the numbers behind the first are names too."""
    while tokens.lower[last] in ("and", "or", "to", "-", "–", ",") and tokens.kind[last + 1] == NUMBER:
        if (
            tokens.kind[last + 2] == WORD
            and tokens.lower[last + 2] not in CLOSED
            and tokens.lower[last + 2] not in VERBS
        ):
            break
        last += 2
    return last


def is_suffix(tokens: Tokens, index: int) -> bool:
    """Return whether the word at `index`, close to a number, belongs to it: a scale, unit, currency or ending."""
    word, surface = tokens.lower[index], tokens.surface[index]
    return (
        word in SCALES
        or word in CLOSE_SCALES
        or surface in SYMBOLS
        or word in NAME_LENGTHS
        or word in _CLOSE_SUFFIXES
        or surface in CURRENCY_CODES
        or (word in DOLLAR_PREFIXES and tokens.lower[index + 1] == "$")
        or word in NAMES
        or word in SUBUNITS
    )


def _glued_run(tokens: Tokens, index: int) -> int:
    """Return the index after the tokens that hang together with `index` without a space."""
    last = index + 1
    while tokens.is_glued(last) and (tokens.kind[last] in (NUMBER, WORD) or tokens.lower[last] in "-./‑"):
        last += 1
    while last > index + 1 and tokens.kind[last - 1] == MARK:
        last -= 1
    return last


def _is_version(tokens: Tokens, index: int) -> int:
    return index + 1 if parse_digits(tokens.surface[index]) is None else 0


def _follows_letters(tokens: Tokens, index: int) -> int:
    """Return the end of "G7", "H1N1", "CO2": letters before, and no currency ("RM79", "USD10m")."""
    if not tokens.is_glued(index) or tokens.kind[index - 1] != WORD:
        return 0
    before = tokens.lower[index - 1]
    if tokens.surface[index - 1] in CURRENCY_CODES or (before in PREFIX_WORDS and before != "n"):
        return 0
    if (before in DOLLAR_PREFIXES and tokens.lower[index - 2] == "$") or _is_unit_like(tokens, index - 1):
        return 0
    is_counted = tokens.kind[index - 2] == NUMBER or tokens.lower[index - 2] in SCALES
    if tokens.lower[index] in ("2", "3") and tokens.surface[index - 1] in SYMBOLS and is_counted:
        return 0  # "190 km2", "3.4 million m3"
    return _glued_run(tokens, index)


def _follows_hyphen(tokens: Tokens, index: int) -> int:
    """Return the end of "COVID-19", "F-16", "under-21": a word, a hyphen, a number."""
    if tokens.lower[index - 1] not in HYPHENS or tokens.kind[index - 2] != WORD or index < 2:
        return 0
    before = tokens.lower[index - 2]
    if before == "over" and tokens.lower[index + 1] == "s":
        return 0  # "over-65s" is an age
    if before in ("covid", "sars-cov"):
        return index + 1
    if not (tokens.is_glued(index) and tokens.is_glued(index - 1)):
        return 0
    if before in _OPEN_HYPHENS or before in SMALL or before in SCALES or _is_unit_like(tokens, index - 2):
        return 0
    return _glued_run(tokens, index)


def _is_unit_like(tokens: Tokens, index: int) -> bool:
    """Return whether the word is the unit of a number before it ("5m-6m", "10km-12km")."""
    return tokens.kind[index - 1] == NUMBER and tokens.is_glued(index) and is_suffix(tokens, index)


def _precedes_letters(tokens: Tokens, index: int) -> int:
    """Return the end of "5G", "777F", "1080i": letters close behind that are no unit, scale or ending."""
    after = index + 1
    if tokens.kind[after] != WORD or not tokens.is_glued(after):
        return 0
    if is_suffix(tokens, after) and not (
        tokens.kind[after + 1] == NUMBER and tokens.is_glued(after + 1) and tokens.lower[after + 1] not in ("2", "3")
    ):
        return 0
    return 0 if tokens.lower[after] in CLOCK_WORDS else _glued_run(tokens, index)


def _precedes_code(tokens: Tokens, index: int) -> int:
    """Return the end of "2004 MN4": capitals with a digit close behind."""
    after = index + 1
    is_code = tokens.surface[after].isupper() and tokens.kind[after] == WORD and tokens.kind[after + 1] == NUMBER
    return after + 2 if is_code and tokens.is_glued(after + 1) and len(tokens.surface[after]) > 1 else 0


def _is_ratio(tokens: Tokens, index: int) -> int:
    """Return the end of "3:1", "24/7", "9/11" as names; dates have been read before."""
    after = index + 1
    if not (tokens.is_glued(after) and tokens.is_glued(after + 1)) or tokens.kind[after + 1] != NUMBER:
        return 0
    if tokens.lower[after] == ":" and len(tokens.surface[after + 1]) == 1 and "." not in tokens.surface[index]:
        return after + 2
    return after + 2 if tokens.slice(index, after + 2) in ("24/7", "9/11", "7/7", "20/20", "50/50") else 0


def score_end(tokens: Tokens, index: int) -> int:
    """Return the index after a score or odds ("3-2", "2–0", "50-50") at `index`, 0 where there is none."""
    after = index + 1
    if tokens.lower[after] not in HYPHENS or tokens.kind[after + 1] != NUMBER:
        return 0
    if not (tokens.is_glued(after) and tokens.is_glued(after + 1)):
        return 0
    left, right = tokens.surface[index], tokens.surface[after + 1]
    if not (left.isdigit() and right.isdigit() and len(left) <= 3 and len(right) <= 3):
        return 0
    if _has_unit(tokens, after + 2) or tokens.lower[index - 1] in ("$", "£", "€"):
        return 0
    run = after + 2
    while tokens.lower[run] in HYPHENS and tokens.is_glued(run) and tokens.kind[run + 1] == NUMBER:
        run += 2
    return run if run > after + 2 or int(left) >= int(right) or _speaks_of_scores(tokens, index, run) else 0


def _has_unit(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    if word in HYPHENS and tokens.is_glued(index):
        word = tokens.lower[index + 1]
    return (
        word in ("%", "per", "°")
        or word in SCALES
        or (word in NAME_LENGTHS and word not in ("in", "second"))
        or (tokens.is_glued(index) and tokens.surface[index] in SYMBOLS)
    )


def _speaks_of_scores(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.lower[first - 1] in ("from", "of", "between", "about", "around", "some", "aged", "ages"):
        return False
    near = tokens.lower[max(first - 4, 0) : first] + tokens.lower[last : last + 2]
    return not _SCORE_WORDS.isdisjoint(near)


def _is_area_code(tokens: Tokens, index: int) -> int:
    """Return the end of "(555" in "(555) 555-0142"."""
    is_bracketed = tokens.lower[index - 1] == "(" and tokens.lower[index + 1] == ")"
    return index + 1 if is_bracketed and tokens.kind[index + 2] == NUMBER and _is_phone(tokens, index + 2) else 0


# Groups of digits in the longest telephone number: "+44 20 79 46 00 18".
_LONGEST_PHONE = 8


def _is_phone(tokens: Tokens, index: int) -> int:
    """Return the end of "020 7946 0018", "555-0134", "+1-222-2222-2222"."""
    run, last = _digit_groups(tokens, index)
    if len(run) < 2 or not run[0].isdecimal():
        return 0
    has_hyphens = tokens.lower[index + 1] in HYPHENS
    sizes = [len(group) for group in run]
    if not has_hyphens and run[0][0] != "0" and sizes[0] <= 3 and set(sizes[1:]) == {3}:
        return 0  # 1 414 021 100
    is_dialled = run[0][0] == "0" or tokens.lower[index - 1] == "+" or sizes[0] > 3 or len(set(sizes)) > 1
    is_local = has_hyphens and sizes == [3, 4] and run[1][0] == "0"
    return last if is_local or (is_dialled and sum(sizes) >= 9) else 0


def _digit_groups(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """Return the groups of digits that follow each other at one space or hyphen, and the end."""
    run, last = [tokens.surface[index]], index + 1
    while len(run) < _LONGEST_PHONE:
        step = 1 if tokens.lower[last] in HYPHENS and tokens.is_glued(last) else 0
        surface = tokens.surface[last + step]
        is_close = step or tokens.start[last] == tokens.end[last - 1] + 1
        if not (is_close and surface.isdecimal() and 2 <= len(surface) <= 5):
            break
        run.append(surface)
        last += step + 1
    return run, last


def _is_reference(tokens: Tokens, index: int) -> int:
    """Return the end of "[12]", "#10", "No. 10", and the "1." that numbers a line."""
    before, after = tokens.lower[index - 1], tokens.lower[index + 1]
    if (
        before == "["
        and after == "]"
        and index >= 2
        and (tokens.is_glued(index - 1) or tokens.end[index + 1] == len(tokens.text))
    ):
        return index + 1
    if before == "#" and tokens.is_glued(index):
        return index + 1
    if (
        before in ("/", "=", "@", "_", ".")
        and tokens.is_glued(index)
        and tokens.surface[index - 2] not in ("Y", "Rs")
        and tokens.kind[index - 2] == WORD
        and tokens.is_glued(index - 1)
    ):
        return _glued_run(tokens, index)
    if index == 0 and after in (".", ")") and tokens.is_capitalised(index + 2) and len(tokens.surface[index]) <= 2:
        return 1
    return 0


def _follows_number_sign(tokens: Tokens, index: int) -> int:
    """Return the end of "No. 10": a name, unless it is a rank ("the world No. 1")."""
    if tokens.lower[index - 1] != "." or tokens.lower[index - 2] not in ("no", "nos") or index < 2:
        return 0
    return 0 if is_rank(tokens, index - 2) else _glued_run(tokens, index)


def is_rank(tokens: Tokens, index: int) -> bool:
    """Return whether the "No." at `index` ranks ("world No. 1", "ranked No. 3", "the No. 2 seed")."""
    before = tokens.lower[index - 1]
    if before in ("world", "ranked", "seeded", "at", "to", "hit", "current", "reigning", "former"):
        return True
    return before == "the" and tokens.kind[index + 3] == WORD and not tokens.is_capitalised(index + 3)


def _is_named(tokens: Tokens, index: int) -> int:
    """Return the end of "Article 50", "type 2", "Channel 4"."""
    if not names_number(tokens, index):
        return 0
    return _glued_run(tokens, index) if tokens.lower[index + 1] in ("/", ".") else index + 1


def names_number(tokens: Tokens, index: int) -> bool:
    """Return whether the word before token `index` names a thing by that number."""
    before = tokens.lower[index - 1]
    if before not in NAMING and tokens.is_capitalised(index - 1):
        before = before.removesuffix("s")
    if before not in NAMING or index == 0 or tokens.is_glued(index):
        return False
    if before in _NAMES_WHEN_CAPITAL and not tokens.is_capitalised(index - 1):
        return False
    return not _has_unit(tokens, index + 1) or before in _BRANDS or tokens.surface[index + 1] == "s"


# Names whose numbers are names whatever letters follow ("Boeing 777F", "Channel 5s").
_BRANDS = frozenset(
    "boeing airbus type flight channel iphone windows article section chapter page paragraph clause junction exit"
    " room platform gate route".split()
)


def _is_house(tokens: Tokens, index: int) -> int:
    """Return the end of "14 Mill Lane", "1600 Pennsylvania Avenue"."""
    for ahead in (2, 3, 4):
        if not tokens.is_capitalised(index + ahead - 1):
            return 0
        if (
            tokens.lower[index + ahead] in _STREETS
            and tokens.is_capitalised(index + ahead)
            and tokens.surface[index].isdigit()
        ):
            return index + 1
    return 0


def _is_score(tokens: Tokens, index: int) -> int:
    return score_end(tokens, index)


def _is_dimension(tokens: Tokens, index: int) -> int:
    """Return the end of "4x4", "4WD"."""
    after = index + 1
    if (
        tokens.lower[after] == "x"
        and tokens.is_glued(after)
        and tokens.is_glued(after + 1)
        and tokens.kind[after + 1] == NUMBER
    ):
        return after + 2
    return 0


def code_span(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return the first token of a code and the one after it ("COVID-19", "F-16", "G7"), (0, 0) where there is none."""
    for rule, back in ((_follows_letters, 1), (_follows_hyphen, 2), (_precedes_letters, 0)):
        if last := rule(tokens, index):
            first = index - back
            return (first, last) if tokens.surface[first][:1].isupper() or back == 0 else (0, 0)
    return 0, 0


_RULES: tuple[Callable[[Tokens, int], int], ...] = (
    _is_version,
    _is_reference,
    _is_named,
    _follows_number_sign,
    _follows_letters,
    _follows_hyphen,
    clock_end,
    _is_dimension,
    _precedes_letters,
    _precedes_code,
    _is_area_code,
    _is_phone,
    _is_score,
    _is_ratio,
    _is_house,
)
_ = DASHES
