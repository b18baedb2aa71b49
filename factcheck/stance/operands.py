"""What a figure may be worked out from: a passage's figures, those of the sentence before it, and how they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise

from factcheck.compare import describe, is_fraction
from factcheck.figures import extract_figures
from factcheck.figures.spelling import as_written
from factcheck.figures.units import convert
from factcheck.models import Figure, Kind, Role
from factcheck.stance.align import STRENGTH
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.people import may_be_the_same_people
from factcheck.values import dataclass, replace
from factcheck.words import Token, listed, stem, token_row

MOST_OPERANDS = 12  # figures of one passage that are tried; more is a table, and chance finds anything in it
_MOST_BEFORE = 4  # of the sentence before
_OF_REACH = 6
_OUT_OF_REACH = 9  # "the 1,640 people who are still missing, out of 5,100"
_DATE_REACH = 4
_POINTING = (["them"], ["whom"], ["which"], ["it"])
_TO_NAMED = 3  # words of "Of the new council homes,"
_LEAST_ALIKE = 0.6
_REFERRING = frozenset(listed("them those these that this it its they their which whom he she his her others rest"))
_ON_TOP = frozenset(listed("further additional"))  # "would send a further six", of what the sentence before counts
HANGING = frozenset(listed("following previous preceding later"))  # words of dates that count from one before
_DETERMINERS = frozenset(listed("the its their his her these those our"))
_COMPARING = frozenset(listed("compared against than from versus"))
_EARLIER = frozenset(listed("before earlier ago previous last previously then prior"))
_AIMS = frozenset(listed("target goal quota budget forecast limit aim"))  # what a count is held against, not counted
_NUMBER_OF = re.compile(r"\bnumber of (?:the |its |their )?(\w+)", re.IGNORECASE)
_ALL_BUT_ONE = re.compile(r"\ball but (one) of\b", re.IGNORECASE)
_MORE = frozenset(listed("more fewer less higher lower longer shorter larger smaller bigger older younger"))
_CAME_FROM = re.compile(r"\b(?:up|down) from\s*\Z", re.IGNORECASE)
_EXCEPT = ("all", "but")
_TIMES = frozenset(listed("twice thrice"))
_THEN = frozenset(
    listed("in last before previously year month week")
)  # "as many as in 2019", "as last year", "as a year ago"
_MEASURES = frozenset({Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.DURATION})
_CLAUSE_ENDS = frozenset((".", ",", ";", ""))


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage with the sentence before it in front.

    `figures` and `words` have positions in `text`; the passage begins at `start`.
    """

    text: str
    start: int
    figures: tuple[Figure, ...]
    words: tuple[Token, ...]

    @property
    def own(self) -> tuple[Figure, ...]:
        """Return the figures of the passage itself."""
        return tuple(figure for figure in self.figures if figure.start >= self.start)

    def pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Yield every two figures of the passage, then each with every one of the sentence before."""
        yield from combinations(self.own, 2)
        for earlier in self.figures:
            if earlier.start < self.start:
                for figure in self.own:
                    yield earlier, figure

    def ordered_pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Yield every pair both ways round."""
        for one, other in self.pairs():
            yield one, other
            yield other, one

    def behind(self, figure: Figure, count: int) -> list[str]:
        """Return the words after a figure."""
        return [token.plain for token in self.words if token.start >= figure.end][:count]

    def ahead(self, figure: Figure, count: int) -> list[str]:
        """Return the words before a figure."""
        return [token.plain for token in self.words if token.end <= figure.start][-count:]

    def between(self, one: Figure, other: Figure) -> list[str]:
        """Return the words that stand between two figures."""
        first, second = sorted((one, other), key=lambda figure: figure.start)
        return [token.plain for token in self.words if first.end <= token.start and token.end <= second.start]

    def span(self, operands: tuple[Figure, ...]) -> tuple[int, int]:
        """Return the stretch of the passage, in its own positions, that holds those operands which are its own."""
        own = [operand for operand in operands if operand.start >= self.start]
        return min(o.start for o in own) - self.start, max(o.end for o in own) - self.start

    def dated_by(self, figure: Figure) -> Figure | None:
        """Return the date that stands behind a figure before any other amount, None where there is none."""
        following = next((other for other in self.figures if other.start >= figure.end), None)
        return following if following is not None and following.kind is Kind.DATE else None

    def crosses(self, one: Figure, other: Figure) -> bool:
        """Does one stand in the passage and the other in the sentence before?"""
        return (one.start < self.start) != (other.start < self.start)


@lru_cache(maxsize=512)
def ground_of(passage: str, before: str = "", published: date | None = None) -> Ground:
    """Return a passage as ground for derivations; the sentence `before` counts where the passage refers back."""
    own = _figures(passage, published)[:MOST_OPERANDS]
    words = token_row(passage)
    if not before or not own or not _refers_back(words, own):
        return Ground(passage, 0, own, words)
    earlier = _figures(before, published)[:_MOST_BEFORE]
    if not earlier:
        return Ground(passage, 0, own, words)
    start = len(before) + 1
    text = f"{before} {passage}"
    if not HANGING.isdisjoint(token.plain for token in words):  # "the following January" is of the sentence before
        figures = [figure for figure in _figures(text, published) if figure.start >= start]
        return Ground(text, start, (*earlier, *figures[:MOST_OPERANDS]), token_row(text))
    moved = tuple(replace(figure, start=figure.start + start, end=figure.end + start) for figure in own)
    return Ground(text, start, (*earlier, *moved), token_row(text))


def _figures(text: str, published: date | None) -> tuple[Figure, ...]:
    """Return the figures of a text that have a value, each bare number in the unit that the one before it gives."""
    figures: list[Figure] = []
    for figure in _with_one_excepted(text, extract_figures(text, published=published, implied=True)):
        if figure.role in (None, Role.LEVEL) and _is_how_much_more(text, figure):
            figure = replace(figure, role=Role.CHANGE)
        if figure.noun in _AIMS:
            figure = replace(figure, noun=None)
        if figure.noun == "number":  # "cut the number of clerks from 24 to 18"
            counted = [match[1] for match in _NUMBER_OF.finditer(text, 0, figure.start)]
            figure = replace(figure, noun=counted[-1] if counted else None)
        if figure.value is not None:
            model = next((other for other in reversed(figures) if other.unit and other.kind in _MEASURES), None)
            if figure.noun and any(other.noun == figure.noun and not other.unit for other in figures[-1:]):
                model = None  # "31 percent and 58 seats, from 82"
            figures.append(_in_unit_of(model, figure, text) if model else figure)
    whole = [_as_its_whole(figure, other, text) for figure, other in zip(figures, [*figures[1:], None], strict=False)]
    return tuple(_as_level(figure, whole[number + 1 :], text) for number, figure in enumerate(whole))


def _as_level(figure: Figure, later: Sequence[Figure], text: str) -> Figure:
    """Return a figure as the level that it is where the next of its sort is what it came from.

    "60 per cent of the 84,000 coins, up from 8 per cent": the whole stands between the two. "Raised £6m, up from £5m"
    is no rise by £6m, as "rose by £6m" is one.
    """
    by_so_much = figure.role is Role.CHANGE and re.search(r"\bby(?: \w+){0,2}\s*\Z", text[: figure.start])
    if figure.role not in (None, Role.CHANGE) or by_so_much or figure.kind is Kind.DATE:
        return figure
    following = next((other for other in later if other.kind is figure.kind and other.unit == figure.unit), None)
    if following is None or following.role is not Role.FROM or not _CAME_FROM.search(text, 0, following.start):
        return figure
    if any(mark in text[figure.end : following.start] for mark in ".!?;"):
        return figure
    return replace(figure, role=Role.LEVEL)


def _is_how_much_more(text: str, figure: Figure) -> bool:
    """Does a figure say by how much something is more than another: "1.2 million more than in 2022"?"""
    behind = text[figure.end : figure.end + 24].split()
    return figure.kind is not Kind.DATE and behind[:1] != [] and behind[0] in _MORE and behind[1:2] == ["than"]


def _with_one_excepted(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures with the "one" of "all but one of the 23", which by itself counts nothing."""
    found = list(figures)
    for match in _ALL_BUT_ONE.finditer(text):
        start, end = match.span(1)
        if not any(figure.start < end and figure.end > start for figure in found):
            found.append(Figure(match.group(1), start, end, Kind.NUMBER, Decimal(1)))
    return sorted(found, key=lambda figure: figure.start)


def _as_its_whole(figure: Figure, whole: Figure | None, text: str) -> Figure:
    """Return a bare number in the unit of the whole right behind it: "five of the nine days"."""
    if whole is None or whole.unit is None or figure.kind is not Kind.NUMBER or figure.unit or figure.implied:
        return figure
    between = text[figure.end : whole.start].split()
    if whole.kind in _MEASURES and between[:1] == ["of"] and len(between) <= 2 and not is_fraction(figure):
        return replace(figure, kind=whole.kind, unit=whole.unit, noun=None)
    return figure


def _in_unit_of(model: Figure, figure: Figure, text: str) -> Figure:
    """Return a figure with the unit that its text leaves to an earlier one.

    "From 41 degrees Fahrenheit to 19 degrees", "161,000 tonnes from 178,000", "takes 37 minutes; the bus takes 62".
    """
    if figure.unit == "deg" and model.unit in ("degF", "degC"):
        return replace(figure, unit=model.unit)
    moves = model.role in (Role.FROM, Role.TO) and figure.role in (Role.FROM, Role.TO)
    ends = text[figure.end : figure.end + 1] in _CLAUSE_ENDS and not figure.noun
    is_bare = figure.kind is Kind.NUMBER and figure.unit is None and not figure.implied and (moves or ends)
    if is_bare and not any(mark in text[model.end : figure.start] for mark in ".!?"):
        return replace(figure, kind=model.kind, unit=model.unit, noun=model.noun)
    return figure


def _refers_back(words: tuple[Token, ...], own: tuple[Figure, ...]) -> bool:
    """Does a passage speak of what the sentence before it brought up: "of them", "it had", "the rest"?"""
    if any(token.plain in _REFERRING or token.plain in HANGING or token.plain in _ON_TOP for token in words):
        return True
    return any(word.plain == "of" and following.plain in _DETERMINERS for word, following in pairwise(words))


def amount(figure: Figure) -> Decimal:
    """Return the value of a figure that is no date."""
    assert isinstance(figure.value, Decimal)
    return figure.value


def in_unit(figure: Figure, unit: str | None) -> Decimal | None:
    """Return a figure's value in another unit, None where it cannot be had."""
    if figure.value_high is not None or not isinstance(figure.value, Decimal):
        return None
    if figure.unit == unit:
        return figure.value
    if figure.unit is None or unit is None or figure.kind is Kind.MONEY:
        return None
    return convert(figure.value, figure.unit, unit)


def is_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of a passage can be added or subtracted."""
    if one.value_high is not None or other.value_high is not None or one.kind is Kind.DATE:
        return False
    is_rate = one.per == other.per or None in (one.per, other.per)  # "£1,320 a month, against £486"
    return one.kind is other.kind and one.unit == other.unit and is_rate


def is_same_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be values of one thing: counts by their nouns, where both have one."""
    if not is_alike(one, other):
        return False
    return one.kind is not Kind.NUMBER or not (one.noun and other.noun) or are_kin(one.noun, other.noun)


def are_kin(noun: str, other: str) -> bool:
    """Do two nouns count the same things, or one a sort of the other?"""
    relation = kin(stem(noun), stem(other))
    if may_be_the_same_people(stem(noun), stem(other)):
        return True
    return STRENGTH[relation] >= _LEAST_ALIKE or relation is Kin.NARROWER


def per_cent(share: Figure) -> Decimal:
    """Return a share in per cent."""
    return amount(share) if share.kind is Kind.PERCENT else amount(share) * 100


# --- movements ------------------------------------------------------------------------------------------


def start_first(one: Figure, other: Figure, ground: Ground) -> tuple[Figure, Figure] | None:
    """Return the two as where a movement started and where it ended, None where nothing says which is which.

    "From £31m to £22m", "17, down from 41", and "£9.8m, compared with £7.2m a year before".
    """
    if one.role is Role.FROM and other.role is not Role.FROM:
        return one, other
    if other.role is Role.FROM and one.role is not Role.FROM:
        return other, one
    first, second = sorted((one, other), key=lambda figure: figure.start)
    if second.role is Role.TO and first.role in (None, Role.LEVEL) and not ground.crosses(first, second):
        return first, second  # "48,200 at its peak, has come down to 41,900"
    compared = not _COMPARING.isdisjoint(ground.between(first, second))
    if compared and _is_earlier(first, second, ground):
        return second, first
    return None


def _is_earlier(first: Figure, second: Figure, ground: Ground) -> bool:
    """Do the words behind the second of two figures place it before the first: "a year before", "in 2019"?"""
    behind = ground.behind(second, 7)
    if not _EARLIER.isdisjoint(behind):
        return True
    later, earlier = _year_in(ground.between(first, second)), _year_in(behind)
    return earlier is not None and (later is None or earlier < later)


def next_date(figure: Figure, ground: Ground) -> Figure | None:
    """Return the date that stands next behind a figure, within a few words and before any other amount."""
    following = next((other for other in ground.figures if other.start >= figure.end), None)
    if following is None or following.kind is not Kind.DATE or len(ground.between(figure, following)) > _DATE_REACH:
        return None
    return following


def _year_in(words: list[str]) -> int | None:
    """Return the first year among some words."""
    return next((int(word) for word in words if word.isdigit() and 1500 <= int(word) <= 2100), None)


def is_movement(operands: tuple[Figure, ...]) -> bool:
    """Does the passage name both ends of one movement by "from" and "to"?"""
    roles = {operand.role for operand in operands}
    return len(operands) == 2 and Role.FROM in roles and bool(roles & {Role.TO, Role.LEVEL})


# --- parts of a whole -----------------------------------------------------------------------------------


def is_part(part: Figure, whole: Figure, ground: Ground) -> bool:
    """Tell whether one figure is set as a part of the other.

    "Two of its eight", "18, of whom 5", "Of the 74, 26", "37, nine of them".
    """
    if not isinstance(part.value, Decimal) or not isinstance(whole.value, Decimal) or part.value > whole.value:
        return False
    between = ground.between(part, whole)
    if part.start < whole.start:
        out_of = between[-2:] == ["out", "of"] and len(between) <= _OUT_OF_REACH
        return (_is_of_what_follows(part, whole, ground) or out_of) and not ground.crosses(part, whole)
    opens = _opens_of_the_named(whole, ground) if ground.crosses(part, whole) else _opens_with_of(whole, ground)
    if opens and not _refers_to_whole(_after_noun(part, ground)):
        return True  # both parts of "Of the 74, 26 were red and four green"
    if _is_of_another_whole(part, whole, ground):
        return False
    if opens and not ground.crosses(part, whole):
        return True
    return _refers_to_whole(between[-3:]) or _refers_to_whole(_after_noun(part, ground)) or _names_whole(
        part, whole, ground
    )  # fmt: skip


def _is_of_what_follows(part: Figure, whole: Figure, ground: Ground) -> bool:
    """Stands an "of" between a part and its whole that is no other figure's: "eleven, nine of them over 70"?"""
    between = ground.between(part, whole)
    if "of" not in between[:_OF_REACH] or between[between.index("of") + 1 :][:1] in _POINTING:
        return False
    of = next(word for word in ground.words if word.start >= part.end and word.plain == "of")
    return not any(part.end <= other.start < of.start for other in ground.figures)


def _is_of_another_whole(part: Figure, whole: Figure, ground: Ground) -> bool:
    """Does a nearer figure of the same sort stand between the two, which "of them" goes with?"""
    return any(
        whole.end <= other.start
        and other.end <= part.start
        and is_same_thing(other, whole)
        and other.value != part.value
        for other in ground.figures
        if isinstance(other.value, Decimal) and isinstance(part.value, Decimal) and other.value >= part.value
    )


def _opens_with_of(whole: Figure, ground: Ground) -> bool:
    """Does a whole stand in front, behind an "of" that no figure precedes: "Of the 74 samples, 26"?"""
    ahead = ground.ahead(whole, 2)
    if "of" not in ahead:
        return False
    before = (each for each in ground.figures if each.end <= whole.start and not ground.crosses(each, whole))
    return not any(len(ground.between(figure, whole)) <= 4 for figure in before)


def _opens_of_the_named(whole: Figure, ground: Ground) -> bool:
    """Opens the passage with "Of the" and what the whole of the sentence before counts: "Of the new homes, 224"?"""
    opening = [token for token in ground.words if token.start >= ground.start][: 2 + _TO_NAMED]
    if [token.plain for token in opening[:1]] != ["of"] or not whole.noun:
        return False
    mark = ground.text.find(",", ground.start)
    named = [token.plain for token in opening[1:] if token.end <= mark]
    if not named or named[0] not in _DETERMINERS:
        return False
    before = [each for each in ground.figures if each.start < ground.start and each.noun]
    same = [each for each in before if stem(each.noun or "") == stem(named[-1])]
    return [whole] == (same or [each for each in before if are_kin(named[-1], each.noun or "")])[-1:]


def _after_noun(part: Figure, ground: Ground) -> list[str]:
    """Return the words behind a figure, without a noun that it counts: "nine [babies] of them"."""
    behind = ground.behind(part, 4)
    if part.noun and behind[:1] and stem(behind[0]) == stem(part.noun):
        return behind[1:3]
    return behind[:2]


def _refers_to_whole(words: list[str]) -> bool:
    """Do these words point to a whole named before: "of them", "of whom", "including"?"""
    if not {"including", "among"}.isdisjoint(words):
        return True
    return any(word == "of" and other in _REFERRING for word, other in pairwise(words))


def _names_whole(part: Figure, whole: Figure, ground: Ground) -> bool:
    """Does a part stand before "of the" and the noun that the whole counts: "4,060 of the volunteers"?"""
    behind = ground.behind(part, 4)
    if behind[:1] != ["of"] or len(behind) < 3 or behind[1] not in _DETERMINERS or not whole.noun:
        return False
    return any(are_kin(word, whole.noun) for word in behind[2:4])


def is_of_a_whole(part: Figure, ground: Ground) -> bool:
    """Is a figure said to be a part of something: "two of them", "two of the schools", "two of its eight gates"?"""
    behind = _after_noun(part, ground)
    return behind[:1] == ["of"] and len(behind) > 1 and (behind[1] in _REFERRING or behind[1] in _DETERMINERS)


def is_times_before(figure: Figure, behind: list[str]) -> bool:
    """Is a figure how many times what was before something is: "twice as many as last year", "half as much as in"?

    Or "twice what the winner had the year before".
    """
    if figure.kind is not Kind.NUMBER or figure.unit is not None or figure.value_high is not None:
        return False
    if behind[:1] == ["times"]:
        behind = behind[1:]
    is_multiple = is_fraction(figure) or figure.noun == "times" or figure.text.lower() in _TIMES
    if is_multiple and behind[:1] == ["what"]:
        return not _EARLIER.isdisjoint(behind)
    return is_multiple and behind[:1] == ["as"] and behind[2:3] == ["as"] and not _THEN.isdisjoint(behind[3:5])


def is_excepted(part: Figure, ground: Ground) -> bool:
    """Is a figure what is left out of a whole: "all but two of them"?"""
    return tuple(ground.ahead(part, 2)) == _EXCEPT


# --- in writing -----------------------------------------------------------------------------------------


def rounded(value: Decimal) -> Decimal:
    """Return a quotient with the five digits that matter."""
    if value == 0:
        return value
    return value.quantize(Decimal(1).scaleb(max(value.adjusted() - 4, -6))).normalize()


_SPELLED_HERE = {"%": "%", "pp": " points", "bp": " basis points", "degC": "°C", "degF": "°F"}


def written(value: Decimal, figure: Figure | None) -> str:
    """Return a value as a reader writes it, in the unit of the claim's figure."""
    short = rounded(value)
    number = f"{short:,f}" if abs(short) < 10**15 else f"{short:,}"
    if figure is None or not (figure.unit or figure.noun):
        return number
    spelled = as_written(number, short, figure) if figure.unit not in _SPELLED_HERE else None
    if spelled is not None:
        return spelled
    if figure.kind is Kind.MONEY:
        return f"{figure.unit} {number}"
    if figure.kind is Kind.NUMBER:
        return describe(replace(figure, text=number, hedge=None))
    unit = _SPELLED_HERE.get(figure.unit or "", f" {figure.unit}")
    if figure.kind in (Kind.DURATION, Kind.AGE) and short != 1:
        unit = f"{unit[:-1]}ies" if unit.endswith("y") and not unit.endswith("day") else f"{unit}s"
    return f"{number}{unit}"
