"""The noun that a figure counts or measures: what follows it, what it is "of", or the subject of its clause.

A small chunker: closed-class words, punctuation and verbs end a noun group; its head is its last plural
for a count, else its last word.
"""

from __future__ import annotations

from factcheck.figures.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    CLOSED,
    DETERMINERS,
    PLURALS,
    POSTPOSED,
    PREPOSITIONS,
    VERBS,
    is_plural,
)
from factcheck.figures.movement import CHANGE_NOUNS, CHANGING, LEVEL_VERBS
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.figures.unit_phrases import rate_after
from factcheck.models import Kind

# How far a noun group, or the subject of a clause, may be from its figure.
_REACH, _CLAUSE = 9, 24

_SKIPPED = frozenset("more other further additional extra such different own fewer less or".split())
_OF_SKIPPED = DETERMINERS | frozenset(
    {"more", "most", "other", "around", "about", "some", "over", "nearly", "almost", "up", "to"}
)
_SUBORDINATE = frozenset("after before as while when because if though although whereas".split())
_CLAUSE_ENDS = frozenset(
    ', ; : . ( ) " “ ” — – ? ! and but while as that which who because when where if than though although whereas'
    " after before or".split()
)


def take_nouns(tokens: Tokens, readings: list[Reading]) -> None:
    """Set noun and noun phrase of the readings, and where the noun after a figure ends."""
    dated = _dated(tokens, readings)
    for reading in readings:
        if (
            reading.kind is Kind.NUMBER
            and tokens.lower[reading.last] == "per"
            and (rate := rate_after(tokens, reading.last))
        ):
            reading.per = rate[0]
    for place, reading in enumerate(readings):
        if reading.kind is Kind.DATE or reading.noun is not None or _is_of_step(tokens, reading):
            continue
        if place and _restates(tokens, readings[place - 1], reading):
            reading.noun, reading.noun_phrase = readings[place - 1].noun, readings[place - 1].noun_phrase
            continue
        following = readings[place + 1] if place + 1 < len(readings) else None
        if not (
            _take_group(tokens, reading, dated)
            or _take_suspended(tokens, reading, following)
            or _take_before_or(tokens, reading)
        ):
            _take_inherited(tokens, readings, place) or _take_owner(tokens, reading, dated)


def _restates(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Return whether the figure says the one before again in brackets: "two-fifths of voters (41%)"."""
    is_bracketed = tokens.lower[right.first - 1] == "(" and tokens.lower[right.last] == ")"
    return is_bracketed and left.noun is not None and right.first - 1 in (left.last, left.stop)


def _dated(tokens: Tokens, readings: list[Reading]) -> bytearray:
    """Mark the tokens of dates and of other figures: no noun group runs across them."""
    marks = bytearray(len(tokens) + 8)
    for reading in readings:
        marks[reading.first : reading.last] = b"\1" * (reading.last - reading.first)
    return marks


_PREFIXES = frozenset("ex non co vice mid semi half anti pro".split())


def _set(tokens: Tokens, reading: Reading, first: int, head: int) -> bool:
    has_prefix = tokens.lower[head - 1] in HYPHENS and tokens.lower[head - 2] in _PREFIXES and head >= first + 2
    reading.noun = tokens.slice(head - 2, head + 1) if has_prefix else tokens.surface[head]
    reading.noun_phrase = tokens.slice(first, head + 1)
    return True


# --- the group behind the figure ------------------------------------------------------------------


def _take_group(tokens: Tokens, reading: Reading, dated: bytearray) -> bool:
    """Take the noun of the group behind the figure, or behind "of"."""
    at = max(reading.last, reading.stop)
    if reading.kind is Kind.NUMBER and tokens.lower[at] in HYPHENS and tokens.is_glued(at):
        return _take_compound(tokens, reading, at)
    at = _past_brackets(tokens, at)
    if reading.form == "fraction" and tokens.lower[at] in DETERMINERS and tokens.lower[at] not in ("that", "this"):
        at += 1  # "half the population"
    if tokens.lower[at] == "of" and reading.kind not in (Kind.AGE, Kind.ORDINAL):
        at += 1
        while at < len(tokens) and (
            tokens.lower[at] in _OF_SKIPPED or dated[at] or (tokens.kind[at] == WORD and dated[at + 1])
        ):
            at += 1
    words = group_at(tokens, at, dated)
    if (
        all(tokens.lower[word].endswith(_OWNING) for word in words)
        or not _may_name(tokens, reading, words)
        or _is_predicate(tokens, reading, words)
    ):
        return False
    head = _head(tokens, reading, words)
    reading.stop = head + 1
    if reading.kind is Kind.NUMBER and reading.per is None and (rate := rate_after(tokens, head + 1)) is not None:
        reading.per = rate[0]
    return _set(tokens, reading, words[0], head)


_STEPS = frozenset("year month week day quarter phase stage round season chapter lap".split())
_COUNTING = frozenset({"per", "like", "than", "as", "plus", "minus", "times"})


def _is_of_step(tokens: Tokens, reading: Reading) -> bool:
    """Return whether a number tells which step of a row is meant, and counts nothing: "in year five profits fell".

    Behind a determiner or an adjective the step is whole without it: "last year five people died".
    """
    step = reading.first - 1
    if (
        reading.kind is not Kind.NUMBER
        or step < 0
        or tokens.lower[step] not in _STEPS
        or reading.last > reading.first + 1
    ):
        return False
    before = tokens.lower[step - 1] if step else ""
    return step == 0 or (before in PREPOSITIONS and before not in _COUNTING)


def _may_name(tokens: Tokens, reading: Reading, words: list[int]) -> bool:
    """Return whether the group behind a duration, age or measure can be what it measures ("a two-year plan")."""
    if reading.kind in (Kind.NUMBER, Kind.PERCENT, Kind.ORDINAL) or reading.is_hyphenated or reading.kind is Kind.MONEY:
        return True
    return tokens.lower[words[0] - 1] == "of" or (len(words) > 0 and reading.kind is Kind.AGE)


def _is_predicate(tokens: Tokens, reading: Reading, words: list[int]) -> bool:
    """Return whether a predicate stands behind the figure ("94.5% effective", "the $25bn analysts expected")."""
    word = tokens.lower[words[0]]
    if reading.kind is Kind.NUMBER or tokens.lower[words[0] - 1] == "of":
        return False
    if reading.kind is Kind.MONEY and is_plural(tokens.lower[words[-1]]) and tokens.lower[words[-1] + 1].endswith("ed"):
        return True
    return len(words) == 1 and word.endswith(("ive", "ous", "ful", "able", "ible"))


def _past_brackets(tokens: Tokens, index: int) -> int:
    """Step over a conversion in brackets: "10 km (6 miles) path"."""
    if tokens.lower[index] != "(":
        return index
    for ahead in range(index + 1, index + 8):
        if tokens.lower[ahead] == ")":
            return ahead + 1
    return index


def _take_compound(tokens: Tokens, reading: Reading, at: int) -> bool:
    """Take the noun of "three-point range", "six-cylinder", "12-page"."""
    noun = at + 1
    if tokens.kind[noun] != WORD or not tokens.is_glued(noun) or tokens.lower[noun] in CLOSED:
        return False
    if tokens.lower[noun] == "strong" and tokens.kind[noun + 1] == WORD:
        noun += 1  # "a 26,000-strong workforce"
    reading.stop = noun + 1
    return _set(tokens, reading, noun, noun)


def group_at(tokens: Tokens, at: int, dated: bytearray, end: int = 0) -> list[int]:
    """Return the token indices of the noun group that starts at `at` and ends before `end`."""
    words: list[int] = []
    owners = 0
    last = end or min(at + _REACH, len(tokens))
    while at < last:
        word = tokens.lower[at]
        if not words and word in _SKIPPED:
            at += 1
        elif dated[at] and not _is_model_number(tokens, at, words):
            break
        elif (
            (word in HYPHENS and words and tokens.is_glued(at) and tokens.is_glued(at + 1))
            or (word in ("and", "or", "&", ",") and _runs_on(tokens, at, words, dated, last))
            or (tokens.kind[at] == NUMBER and words and (tokens.is_glued(at) or tokens.is_capitalised(at - 1)))
        ):
            at += 1
        elif word in ("'", "’") and words and tokens.is_glued(at) and is_plural(tokens.lower[at - 1]):
            owners, at = len(words), at + 1
        elif tokens.kind[at] != WORD or (_ends_group(tokens, at, words) and not _is_joined(tokens, at, words)):
            break
        else:
            words.append(at)
            at += 1
    return words[owners:] if owners < len(words) else words


def _is_joined(tokens: Tokens, at: int, words: list[int]) -> bool:
    """Return whether a word is part of a compound that goes before a noun: "high-rise blocks"."""
    if tokens.lower[at + 1] in HYPHENS and tokens.is_glued(at + 1) and tokens.is_glued(at + 2):
        return tokens.kind[at + 2] == WORD and tokens.kind[at + 3] == WORD and tokens.lower[at + 3] not in CLOSED
    if not words or tokens.lower[at - 1] not in HYPHENS or not (tokens.is_glued(at - 1) and tokens.is_glued(at)):
        return False
    return tokens.kind[at + 1] == WORD and tokens.lower[at + 1] not in CLOSED


def _is_model_number(tokens: Tokens, at: int, words: list[int]) -> bool:
    return bool(words) and tokens.kind[at] == NUMBER and tokens.is_capitalised(words[-1])


def _ends_group(tokens: Tokens, at: int, words: list[int]) -> bool:
    """Return whether the word at `at` is past the noun group: a closed-class word or a verb."""
    word = tokens.lower[at]
    if not words and word in POSTPOSED and is_plural(tokens.lower[at + 1]):
        return False  # "two missing teenagers", but not "two teenagers missing since May"
    if word in CLOSED or word in POSTPOSED:
        return not (tokens.kind[at + 1] == NUMBER and tokens.is_glued(at + 1))  # "six A330 tankers"
    if word in CHANGE_NOUNS and not (words and is_plural(tokens.lower[words[-1]])):
        return False
    if word in VERBS:
        return bool(words) or not (is_plural(word) or is_plural(tokens.lower[at + 1]))
    following = tokens.lower[at + 1]
    is_open = tokens.kind[at + 1] == WORD and following not in CLOSED and following not in VERBS
    if (word.endswith("ed") and len(word) > 4) or (word in CHANGING and not is_plural(word)):
        return not is_open or (bool(words) and is_plural(tokens.lower[words[-1]]))
    if word.endswith("ly") and len(word) > 4:
        return not is_open
    return word.endswith("ing") and bool(words) and is_plural(tokens.lower[words[-1]])


def _runs_on(tokens: Tokens, at: int, words: list[int], dated: bytearray, end: int) -> bool:
    """Return whether "and" joins two modifiers ("Kia and Hyundai vehicles"), not two statements."""
    if not words or any(is_plural(tokens.lower[word]) for word in words) or len(words) > 3:
        return False
    ahead = group_at(tokens, at + 1, dated, end) if tokens.lower[at + 1] not in ("and", "or", ",", "&") else []
    return any(is_plural(tokens.lower[word]) for word in ahead[:3])


def _head(tokens: Tokens, reading: Reading, words: list[int]) -> int:
    """Return the head of a group: its last plural in the first run of them; for "12 page document", "page"."""
    words = [word for word in words if not tokens.lower[word].endswith(_OWNING)] or words  # "166 of the mill's workers"
    for place, word in enumerate(words):
        if is_plural(tokens.lower[word]) and not _is_plural_modifier(tokens, words, place):
            return word
    is_many = reading.kind is Kind.NUMBER and reading.form in ("digits", "words") and reading.number() >= 2
    if is_many and len(words) > 1 and not tokens.is_capitalised(words[0]) and not _is_adjective(tokens.lower[words[0]]):
        return words[0]
    return words[-1]


_OWNING = ("'s", "’s")


def _is_plural_modifier(tokens: Tokens, words: list[int], place: int) -> bool:
    """Return whether a plural only modifies the next one ("sports clubs", "arms dealers")."""
    if place + 1 >= len(words) or tokens.lower[words[place]] not in _PLURAL_MODIFIERS:
        return False
    return any(is_plural(tokens.lower[word]) for word in words[place + 1 :])


_PLURAL_MODIFIERS = PLURALS | frozenset(
    "sports arms sales savings goods systems services operations drugs jobs benefits accounts customs admissions"
    " earnings weapons games awards rights works communications securities human resources needs veterans".split()
)


_ADJECTIVE_ENDINGS = tuple("al ic ive ous ful less able ible ish ent ant ary ern ian ese ed ing est".split())


def _is_adjective(word: str) -> bool:
    return word.endswith(_ADJECTIVE_ENDINGS) or word in _ADJECTIVES


_ADJECTIVES = frozenset(
    "new old big small large good bad young high low long short great major minor other own first last next key"
    " main top full free local former late early poor rich black white red blue green dark light heavy hard soft"
    " male female human public private dead live open wild rare common senior junior extra total further elite"
    " combined".split()
)


def _take_suspended(tokens: Tokens, reading: Reading, following: Reading | None) -> bool:
    """Take the noun that a later number shows: "four-, five- and six-cylinder"."""
    at = reading.last
    if following is None or following.first > at + 4 or tokens.lower[at] not in HYPHENS or tokens.is_glued(at + 1):
        return False
    for index in range(following.first, min(following.first + 8, len(tokens))):
        if tokens.lower[index] in HYPHENS and tokens.is_glued(index + 1) and tokens.kind[index + 1] == WORD:
            return _set(tokens, reading, index + 1, index + 1)
    return False


def _take_before_or(tokens: Tokens, reading: Reading) -> bool:
    """Take the noun of "a pick or two"."""
    if reading.kind is not Kind.NUMBER or tokens.lower[reading.first - 1] != "or":
        return False
    noun = reading.first - 2
    if noun < 1 or tokens.kind[noun] != WORD or tokens.lower[noun] in CLOSED:
        return False
    if tokens.lower[noun - 1] not in ("a", "an", "another", "one"):
        return False
    return _set(tokens, reading, noun, noun)


# --- nouns that another figure shows --------------------------------------------------------------


_LINKS = frozenset("to from than with against versus v vs and or up down compared , for in about which whom".split())
_LOOSE_LINKS = frozenset("with in for".split())
# How many figures back the one that this is compared with may stand.
_FELLOWS = 4
_COMPARING = frozenset("from than with against versus to".split())


def _take_inherited(tokens: Tokens, readings: list[Reading], place: int) -> bool:
    """Take the noun of the figure that this one is compared with: "31 points, down from 52"."""
    reading = readings[place]
    if reading.form in ("fraction", "multiple") or reading.kind in (Kind.AGE, Kind.DURATION, Kind.ORDINAL):
        return False
    for other in readings[max(place - _FELLOWS, 0) : place][::-1]:
        if other.kind is reading.kind and (other.form == "share") == (reading.form == "share"):
            between = tokens.lower[max(other.stop, other.last) : reading.start if reading.start > 0 else reading.first]
            if other.noun is None or not _links(reading, between):
                return False
            reading.noun, reading.noun_phrase = other.noun, other.noun_phrase
            return True
    return False


def _links(reading: Reading, between: list[str]) -> bool:
    """Return whether the words between two figures compare them, or go on about the same thing."""
    if not between or len(between) > 14 or not {".", ";"}.isdisjoint(between):
        return False
    if reading.kind is Kind.NUMBER:
        loose = between[-1] in _LOOSE_LINKS and between[-2:-1] != [","]  # "and would need the Greens, with 17"
        if loose and "and" in between and any(word in VERBS for word in between):
            return False  # "won two stages and took the prize for points with 118"
        return not _LINKS.isdisjoint(between[-2:]) or (between[0] == "," and len(between) <= 3)
    return between[-1] in _COMPARING and not {"compared", "up", "down", "than", "against"}.isdisjoint(between)


# --- the noun before the figure -------------------------------------------------------------------


# Nouns before "of" that say nothing of what is measured ("an average of £500", "in front of 81,000").
_EMPTY_OWNERS = frozenset("average total maximum minimum front favour favor excess".split())


def _take_owner(tokens: Tokens, reading: Reading, dated: bytearray) -> bool:
    """Take the noun before "of" ("a fine of £500"), else the subject of the clause ("rent rose 6%")."""
    if reading.kind in (Kind.AGE, Kind.ORDINAL, Kind.DURATION):
        return False
    before = (reading.start if reading.start >= 0 else reading.first) - 1
    noun = before - 1
    if noun < 0 or tokens.lower[before] != "of" or tokens.kind[noun] != WORD:
        return _take_subject(tokens, reading, before, dated)
    if tokens.lower[noun] in CLOSED or tokens.lower[noun] in _EMPTY_OWNERS:
        return _take_subject(tokens, reading, before, dated)
    first = noun
    while first > 0 and tokens.kind[first - 1] == WORD and not dated[first - 1]:
        if _stops_phrase(tokens.lower[first - 1]):
            break
        first -= 1
    return _set(tokens, reading, first, noun)


def _stops_phrase(word: str) -> bool:
    return word in CLOSED or word in VERBS or word.endswith("ed")


def _take_subject(tokens: Tokens, reading: Reading, before: int, dated: bytearray) -> bool:
    """Take the head of the first noun group of the clause, where a verb stands between it and the figure."""
    verb, main = _verb_before(tokens, before)
    if verb < 1:
        return False
    if tokens.lower[main] not in LEVEL_VERBS and (words := _object(tokens, main, before, dated)):
        return _set(tokens, reading, words[0], words[-1])
    start = verb
    while start > 0 and start > verb - _CLAUSE and not _starts_clause(tokens, start):
        start -= 1
    if "," in tokens.lower[verb : before + 1] and tokens.lower[start - 1] in _SUBORDINATE and start > 0:
        return False  # "after prices rose, 165,000 was the record"
    while start < verb:
        words = [word for word in group_at(tokens, start, dated) if word < verb]
        if words:
            head = words[-1]
            if (
                tokens.lower[head] in ("number", "total", "amount", "volume", "count", "proportion", "share")
                and tokens.lower[head + 1] == "of"
            ):
                words = [word for word in group_at(tokens, head + 2, dated) if word < verb] or words
            return _set(tokens, reading, words[0], words[-1])
        if tokens.lower[start] in PREPOSITIONS:
            start = _past_phrase(tokens, start, verb, dated)
        else:
            start += 1
    return False


def _starts_clause(tokens: Tokens, index: int) -> bool:
    before = tokens.lower[index - 1]
    return before in _CLAUSE_ENDS or before in _REPORTING


_REPORTING = frozenset(
    "said says say saying expect expects expected believe believes think thinks told reported announced showed shows"
    " show found finds warned warns claims claimed estimates estimated predicted predicts forecast forecasts".split()
)


def _object(tokens: Tokens, verb: int, before: int, dated: bytearray) -> list[int]:
    """Return the group that a verb of change acts on, where the figure says by how much: "cut deaths by 17%"."""
    start = verb + 1
    while start < before and tokens.lower[start] in DETERMINERS:
        start += 1
    words = [word for word in group_at(tokens, start, dated) if word < before]
    if words and tokens.lower[words[-1] + 1] in ("by", "to", "from", "of", "in"):
        return words
    return []


def _past_phrase(tokens: Tokens, start: int, verb: int, dated: bytearray) -> int:
    """Step over a preposition and its noun group."""
    start += 1
    while start < verb and (tokens.lower[start] in DETERMINERS or dated[start]):
        start += 1
    words = group_at(tokens, start, dated)
    return words[-1] + 1 if words and words[-1] < verb - 1 else start + 1 if not words else words[0]


def _verb_before(tokens: Tokens, before: int) -> tuple[int, int]:
    """Return where the verb of the figure's clause starts, with its auxiliaries, and where its main part stands.

    Both are 0 where no verb of change or of standing is near before the figure.
    """
    for main in range(before, max(before - 14, 0), -1):
        word = tokens.lower[main]
        if word in (";", ".", "(", ":"):
            break
        if _only_helps(tokens, main, before):
            break
        if word in CHANGING or word in LEVEL_VERBS:
            first = main
            while first > 1 and (tokens.lower[first - 1] in _WITH_VERB or tokens.lower[first - 1].endswith("ly")):
                first -= 1
            return first, main
    return 0, 0


def _only_helps(tokens: Tokens, verb: int, before: int) -> bool:
    """Return whether "have" helps a verb whose subject did something: "Norland has earned £4 billion"."""
    if tokens.lower[verb] not in _PERFECT:
        return False
    behind = tokens.lower[verb + 1 : before + 1]
    return not _BE_DONE.intersection(behind) and any(word in VERBS or word.endswith("ed") for word in behind)


_PERFECT = frozenset({"have", "has", "had"})
_BE_DONE = frozenset({"been", "be"})


_WITH_VERB = (AUXILIARIES | ADVERBS | {"to", "not", "expected", "due", "set", "likely", "forecast", "said", "than"}) - {
    "up",
    "down",
}
