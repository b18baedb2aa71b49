"""A text read once: its words with sentence, clause, name and negation, its names and its figures.

Everything that compares a claim with a passage works on two readings; a claim's reading is kept, so that
fifty passages of one claim read the claim once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.figures import extract_figures
from factcheck.models import Figure, Kind, Role
from factcheck.stance.clock_times import ClockTime, read_clock_times
from factcheck.stance.lexicon import (
    UNKNOWN_RARITY,
    VERB_FIELDS,
    degree,
    field,
    is_known,
    is_proper,
    is_typed_name,
    meaning_fields,
    rarity,
)
from factcheck.stance.light_verbs import light_verbs
from factcheck.stance.phrases import Found, find_phrases
from factcheck.stance.polarity import Denial, find_denials, lifted_denials, negations
from factcheck.values import dataclass, replace
from factcheck.words import NUMBER_WORDS, STOP_WORDS, Token, is_irregular, listed, stem, token_row

_LEAST_RARITY, _MOST_RARITY = 2.0, 11.0
_PREFIXES = ("un", "non", "over", "under", "mis")
_LEAST_ROOT = 4  # letters of a root behind a prefix
_SENTENCE_END = re.compile(r"""[.!?]["'”’)\]]*\s+(?=["'“‘(\[]?[^\W_a-z])|\n""")
_ABBREVIATIONS = frozenset(
    listed("""
    mr mrs ms dr prof st lt gen col sgt capt gov sen rep rev no vs jr sr inc ltd co corp
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)
)
_CLAUSE_MARKS = frozenset(",;:()—–")
_NO_BREAKS = (" ", ":")  # "7:24" is one thing
_NAME_JOINERS = frozenset(listed("of the de von van der den la le el al bin & and di da du for"))
_INNER_JOINERS = frozenset(listed("of de von van der den la le el al bin di da du"))
TITLES = frozenset(listed("mr mrs ms miss dr sir dame lord lady prof professor"))  # before a name, and no part of it
OFFICES_IN_LETTERS = frozenset(listed("mp mps mep meps msp msps pm ceo cfo coo gp gps kc qc"))  # no names by themselves
_SAY_NOTHING = STOP_WORDS | TITLES | {"back"}  # "brought back into use"; to back somebody is written otherwise
_HEDGES = frozenset(
    listed(
        "fewer less more nearly almost about around roughly approximately"
        " exactly over under least most some only than up"
        " exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing"
    )
)
_IN_ALL = frozenset(listed("total altogether"))
_TO_ALTOGETHER = 5  # words between a figure and its "altogether": "40 fishing boats sank altogether"
_COMPARATIVES = frozenset(
    listed(
        "more less fewer faster slower longer shorter higher lower taller older younger larger smaller later earlier"
        " cheaper dearer costlier bigger heavier lighter deeper wider narrower hotter colder warmer cooler stronger"
        " weaker richer poorer better worse quicker"
    )
)
_NICKNAMES = {'"': '"', "“": "”", "'": "'", "‘": "’"}  # what stands before one, and behind it
_MODALS = frozenset(listed("will would can could may might must shall should"))
_LEAST_OF_HEADLINE = 4  # telling words
_OPEN_TITLES = frozenset(listed("no not never without"))
_ANYONE = frozenset(listed("everyone everybody everything someone somebody something anyone anybody anything"))
_IS = frozenset(listed("is was turned aged"))
_JOINS = frozenset(listed("and but when"))
_YOUNGEST, _OLDEST = 1, 115
_PRONOUNS = frozenset(listed("he she it they his her its their him them this these that those who which"))


class Word(NamedTuple):
    """One word of a reading: `sentence` and `clause` count from 0, `name` and `figure` are places in the
    reading's lists or -1, `depth` says how many negations reach it, `bare` is its own stem where `stem` is that of
    the phrase that begins here, `others` are the stems of what else that phrase can say.
    """

    text: str
    start: int
    end: int
    plain: str
    stem: str
    sentence: int
    clause: int
    stop: bool
    name: int
    figure: int
    depth: int
    bare: str
    others: tuple[str, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        """Return the stems of all that it can say."""
        return (self.stem, *self.others)

    @property
    def weight(self) -> float:
        """Return its information in bits."""
        return _weight(self.bare, self.name >= 0)

    @property
    def pronoun(self) -> bool:
        """Does it stand for something named elsewhere?"""
        return self.plain in _PRONOUNS


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one or more words: the places of its first and last word, and its stems without joiners."""

    first: int
    last: int
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with all that is read off it.

    `places` tells where each stem stands, `phrased` where within a phrase, under which it says another thing;
    `light` has the place of each verb that only carries a noun ("made a decision"), and the place of that noun;
    `phrase_ends` the place of the last word of each phrase by that of its first; `denials` what denies what;
    `times` are its times of day, whose words say nothing as words, as a figure's do.
    """

    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    places: dict[str, tuple[int, ...]]
    sentences: int
    negations: int
    phrased: dict[str, tuple[int, ...]]
    light: dict[int, int]
    phrase_ends: dict[int, int]
    denials: tuple[Denial, ...]
    times: tuple[ClockTime, ...]

    def written(self, place: int) -> str:
        """Return a word as written, with the rest of the phrase that begins there."""
        return self.text[self.words[place].start : self.words[self.phrase_ends.get(place, place)].end]

    @property
    def has_denied(self) -> bool:
        """Is a word of the text denied?"""
        return any(word.depth % 2 for word in self.words)

    def denying(self, place: int) -> list[str]:
        """Return what denies a word, as written: the "failed" of "failed to agree", of the word "agree"."""
        denials = [denial for denial in self.denials if place in denial.reached]
        return [self.text[self.words[each.first].start : self.words[each.stop - 1].end] for each in denials]

    def spelled(self, name: Name) -> str:
        """Return a name as written."""
        return self.text[self.words[name.first].start : self.words[name.last].end]

    def content(self) -> list[int]:
        """Return the places of the words that say something: no stop words, no figures."""
        return [place for place, word in enumerate(self.words) if not word.stop and word.figure < 0]

    def figure_places(self, number: int) -> list[int]:
        """Return the places of the words of a figure, which has one at least."""
        return [place for place, word in enumerate(self.words) if word.figure == number]

    def before(self, number: int, count: int) -> tuple[Word, ...]:
        """Return the words right before a figure, so many at most."""
        first = self.figure_places(number)[0]
        return self.words[max(0, first - count) : first]

    def behind(self, number: int, count: int) -> tuple[Word, ...]:
        """Return the words right behind a figure, so many at most."""
        last = self.figure_places(number)[-1]
        return self.words[last + 1 : last + 1 + count]


@lru_cache(maxsize=512)
def read(text: str, published: date | None = None) -> Reading:
    """Return the reading of a text; `published` is what its relative dates are read against."""
    found = token_row(text)
    sentences = _sentence_numbers(text, found)
    clauses = _clause_numbers(text, found, sentences)
    names = _names(text, found, sentences)
    extracted = list(_with_lives_parted(text, _with_years_joined(text, extract_figures(text, published=published))))
    names = _without_counts(names, found, extracted)
    read_off = (_as_age(_as_change(text, f), found, names) for f in extracted if not _is_in_name(text, f, found, names))
    figures = tuple(read_off)
    names = [name for name in names if not _is_in_figure(name, found, figures)]
    times = read_clock_times(text)
    timed = _timed_places(found, times) if times else set()
    if timed:
        names = [name for name in names if not timed.issuperset(range(name.first, name.last + 1))]
    name_of = [-1] * len(found)
    for number, name in enumerate(names):
        name_of[name.first : name.last + 1] = [number] * (name.last + 1 - name.first)
    forms = [(token.plain, token.stem) for token in found]
    phrases = find_phrases(forms, clauses)
    plains = [token.plain for token in found]
    lifted, meant = lifted_denials(found, clauses, figures)
    figures, figure_of = _told_by_words(found, tuple(meant))
    muted = phrases.places | lifted
    denials = find_denials(_without_titles(plains, names), clauses, sentences, muted, phrases.heads, phrases.ends)
    denials += [Denial(place, phrases.ends[place] + 1, (place,)) for place in sorted(phrases.denied)]
    depths = [0] * len(found)
    for denial in denials:
        for place in denial.reached:
            depths[place] += 1
    empty = _places_that_say_nothing(found, phrases, _hedge_places(found, figures, figure_of)) | timed
    make = tuple.__new__  # a third of the time of the constructor
    words = [
        make(Word, (
            text, start, end, plain, stem, sentence, clause, name < 0 and place in empty, name, figure, depth, stem, ()
        ))
        for place, ((text, start, end, plain, stem), sentence, clause, name, figure, depth) in enumerate(
            zip(found, sentences, clauses, name_of, figure_of, depths, strict=True)
        )
    ]  # fmt: skip
    for place, (meaning, *others) in phrases.heads.items():
        words[place] = words[place]._replace(stem=meaning, others=tuple(others))
    phrased: dict[str, list[int]] = {}
    for place in sorted(muted):
        if found[place].plain not in _SAY_NOTHING:
            phrased.setdefault(found[place].stem, []).append(place)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.stem, []).append(place)
        for key in word.others:
            places.setdefault(key, []).append(place)
    return Reading(
        text, tuple(words), tuple(names), figures, {key: tuple(where) for key, where in places.items()},
        sentences[-1] + 1 if sentences else 0, len(negations(plains, muted)) + len(phrases.denied),
        {key: tuple(where) for key, where in phrased.items()}, light_verbs(forms, clauses),
        phrases.ends, tuple(denials), times,
    )  # fmt: skip


def _without_titles(plains: list[str], names: Sequence[Name]) -> list[str]:
    """Return the words, the one that denies left empty where it opens a title: "No Country for Old Men"."""
    for name in names:
        if name.first and name.last > name.first and plains[name.first - 1] in _OPEN_TITLES:
            plains[name.first - 1] = ""
    return plains


def _as_change(text: str, figure: Figure) -> Figure:
    """Return a figure with the role of a change where it says by how much two things differ: "25 minutes faster"."""
    behind = text[figure.end : figure.end + 24].split()
    following = behind[2:3] if behind[:1] in (["a"], ["an"], ["per"]) else behind[:1]  # "£94 a year more"
    if (
        figure.role in (None, Role.LEVEL)
        and figure.kind is not Kind.DATE
        and following
        and following[0].strip(".,") in _COMPARATIVES
    ):
        return replace(figure, role=Role.CHANGE)
    return figure


def _as_age(figure: Figure, found: Sequence[Token], names: Sequence[Name]) -> Figure:
    """Return a bare number said of somebody as an age: "Anna Quist is 44"."""
    if figure.kind is not Kind.NUMBER or figure.unit or not isinstance(figure.value, Decimal) or figure.value_high:
        return figure
    if not _YOUNGEST <= figure.value <= _OLDEST or figure.value != figure.value.to_integral_value():
        return figure
    place = next((number for number, token in enumerate(found) if token.start >= figure.start), len(found))
    ends = place + 1 >= len(found) or found[place].end < figure.end or found[place + 1].plain in _JOINS
    is_said = place > 0 and found[place - 1].plain in _IS and ends
    of_name = any(name.last == place - 2 for name in names)
    return replace(figure, kind=Kind.AGE, unit="year", noun=None, noun_phrase=None) if is_said and of_name else figure


def _is_in_name(text: str, figure: Figure, found: Sequence[Token], names: Sequence[Name]) -> bool:
    """Is a figure part of a name or title: "2 Chainz", "Half Girlfriend", "American Idol (season 8)"?"""
    if figure.kind not in (Kind.NUMBER, Kind.ORDINAL, Kind.DATE) or " " in figure.text:
        return False
    before, after = text[: figure.start], text[figure.end :]
    if re.search(r"\w \((?:season |series )?$", before) and re.match(r"(?: \w+){0,2}\)", after):
        is_alone = before.endswith("(") and after.startswith(")")
        return not is_alone or before.split()[-2:-1][0][:1].isupper()  # "126.3 million (2019)" is no title
    if figure.kind is Kind.DATE:
        return False
    return any(
        found[name.first].start <= figure.start and figure.end <= found[name.last].end and name.last > name.first
        for name in names
    )


def _is_in_figure(name: Name, found: Sequence[Token], figures: Sequence[Figure]) -> bool:
    """Is what looks like a name a month or a unit that a figure holds: "Nov. 7, 2023", "19 degrees Celsius"?"""
    first, last = found[name.first].start, found[name.last].end
    return any(f.kind is not Kind.MONEY and f.start <= first and last <= f.end for f in figures)


def _with_years_joined(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures with a month and the year behind it as one date: "October 2024 sections" counts nothing."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last is not None and _is_relative_year_of(text, last, figure):
            joined[-1] = replace(last, text=text[last.start : figure.end], end=figure.end)
        elif last is not None and _is_year_of(text, last, figure):
            span = text[last.start : figure.end]
            value = f"{figure.text}{str(last.value)[4:]}"
            joined[-1] = replace(last, text=span, end=figure.end, value=value)
        else:
            joined.append(figure)
    return joined


def _is_year_of(text: str, month: Figure, year: Figure) -> bool:
    """Is the second figure the year of the first, a month?"""
    is_month = month.kind is Kind.DATE and isinstance(month.value, str) and len(month.value) == 7
    is_year = year.kind is Kind.NUMBER and year.text.isdigit() and 1000 <= int(year.text) <= 2100
    return is_month and is_year and text[month.end : year.start] == " " and month.text.isalpha()


def _is_relative_year_of(text: str, day: Figure, year: Figure) -> bool:
    """Does the second figure only tell of which year the first, a month or a day, is: "in August this year"?"""
    tells = day.kind is year.kind is Kind.DATE and year.text.lower() in ("this year", "last year", "next year")
    named = isinstance(day.value, str) and len(day.value) >= len("2024-08") and day.value_high is None
    return tells and named and text[day.end : year.start] == " "


def _with_lives_parted(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures with "(12 June 1875 – 1 December 1947)" as two dates: a birth and a death, no range."""
    for figure in figures:
        if figure.kind is not Kind.DATE or "(" not in text[max(0, figure.start - 60) : figure.start]:
            yield figure
            continue
        parts = re.split(r"\s*[-–—−]\s*", figure.text) if figure.value_high is not None else []
        if len(parts) != 2 or not all(any(character.isdigit() for character in part) for part in parts):
            yield figure  # "the mid-20th century" is no life that ended in a century
            continue
        first, second = parts
        yield replace(figure, text=first, end=figure.start + len(first), value_high=None, noun="birth")
        start = figure.end - len(second)
        yield replace(figure, text=second, start=start, value=figure.value_high, value_high=None, noun="death")


def _hedge_places(found: Sequence[Token], figures: Sequence[Figure], figure_of: Sequence[int]) -> frozenset[int]:
    """Return the places of the words that only hedge a figure behind them: "fewer than 12,000", "nearly half"."""
    if not figures:
        return frozenset()
    places = set()
    for place, token in enumerate(found):
        hedges = token.plain in _HEDGES and any(number >= 0 for number in figure_of[place + 1 : place + 3])
        if hedges or (token.plain in _IN_ALL and _sums_up(found, figure_of, place)):
            places.add(place)
    return frozenset(places)


def _timed_places(found: Sequence[Token], times: Sequence[ClockTime]) -> set[int]:
    """Return the places of the words that times of day are told by."""
    return {place for place, token in enumerate(found) if any(t.minutes and t.holds(token.start) for t in times)}


def _sums_up(found: Sequence[Token], figure_of: Sequence[int], place: int) -> bool:
    """Does a word only say that a figure is of all: "a total of 40 boats", "40 boats altogether"?"""
    if found[place].plain == "total":
        following = found[place + 1 : place + 2]
        return bool(following) and following[0].plain == "of" and max(figure_of[place + 2 : place + 4], default=-1) >= 0
    near = figure_of[max(0, place - _TO_ALTOGETHER) : place + _TO_ALTOGETHER]
    return max(near, default=-1) >= 0


def _places_that_say_nothing(found: Sequence[Token], phrases: Found, hedges: frozenset[int]) -> set[int]:
    """Return the places of stop words, and of the words that only go with the phrase before them or hedge a figure."""
    # "us" is no stop word of queries, where it may be the country typed in small letters
    stops = {place for place, token in enumerate(found) if token.plain in _SAY_NOTHING or token.text == "us"}
    return (stops | phrases.tails | hedges).difference(phrases.heads)


@lru_cache(maxsize=4096)
def _weight(stem: str, in_name: bool) -> float:
    """Return a word's information in bits, within bounds; names that are also words count as rare."""
    bits = rarity(stem)
    if in_name and bits < UNKNOWN_RARITY:
        bits += 2
    return min(_MOST_RARITY, max(_LEAST_RARITY, bits))


def _sentence_numbers(text: str, found: Sequence[Token]) -> list[int]:
    """Return the number of the sentence that each token stands in."""
    found_ends = (match for match in _SENTENCE_END.finditer(text))
    ends = [match.end() for match in found_ends if match[0] == "\n" or not _is_abbreviation(text, match.start())]
    if not ends:
        return [0] * len(found)
    numbers = []
    number = 0
    for token in found:
        while number < len(ends) and token.start >= ends[number] - 1:
            number += 1
        numbers.append(number)
    return numbers


def _is_abbreviation(text: str, stop: int) -> bool:
    """Is the full stop here one of an initial or an abbreviation?"""
    start = stop
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:stop]
    return (len(word) == 1 and word != "I") or word.lower() in _ABBREVIATIONS


def _clause_numbers(text: str, found: Sequence[Token], sentences: Sequence[int]) -> list[int]:
    """Return the number of the stretch between punctuation marks that each token stands in."""
    numbers: list[int] = []
    number, end, last = 0, 0, 0
    for token, sentence in zip(found, sentences, strict=True):
        between = text[end : token.start]
        if numbers and (sentence != last or (between not in _NO_BREAKS and not _CLAUSE_MARKS.isdisjoint(between))):
            number += 1
        numbers.append(number)
        end, last = token.end, sentence
    return numbers


def _told_by_words(found: Sequence[Token], figures: tuple[Figure, ...]) -> tuple[tuple[Figure, ...], list[int]]:
    """Return the figures that a word is part of, of the two in "¼0" the last, with the place of each token's or -1."""
    numbers = _figure_numbers(found, figures)
    told = tuple(figure for number, figure in enumerate(figures) if number in numbers)
    return told, numbers if told == figures else _figure_numbers(found, told)


def _figure_numbers(found: Sequence[Token], figures: Sequence[Figure]) -> list[int]:
    """Return the place of the figure that each token is part of, or -1."""
    numbers = [-1] * len(found)
    for number, figure in enumerate(figures):
        for place, token in enumerate(found):
            if token.start < figure.end and token.end > figure.start:
                numbers[place] = number
    return numbers


def _names(text: str, found: Sequence[Token], sentences: Sequence[int]) -> list[Name]:
    """Return the names of a text: runs of capitalised words, joined over "of", "de" and the like."""
    names: list[Name] = []
    headlines = _headlines(found, sentences)
    place = 0
    while place < len(found):
        if sentences[place] in headlines and _is_common(found[place]):
            place += 1
        elif found[place].text[0].isupper() and _starts_name(found, sentences, place):
            last = _name_end(text, found, sentences, place)
            if sentences[place] in headlines:
                last = next((at for at in range(place + 1, last + 1) if _is_common(found[at])), last + 1) - 1
            stems = tuple(token.stem for token in found[place : last + 1] if token.plain not in _NAME_JOINERS)
            names.append(Name(place, last, stems))
            place = last + 1
        else:
            place += 1
    return names


def _headlines(found: Sequence[Token], sentences: Sequence[int]) -> set[int]:
    """Return the sentences that have a capital on every telling word, where it is no sign of a name."""
    if sum(token.capital for token in found) < _LEAST_OF_HEADLINE:
        return set()
    told: dict[int, list[Token]] = {}
    for token, sentence in zip(found, sentences, strict=True):
        if token.plain not in STOP_WORDS and token.text[0].isalpha():
            told.setdefault(sentence, []).append(token)
    written = {n for n, each in told.items() if len(each) >= _LEAST_OF_HEADLINE and all(t.capital for t in each)}
    verbs = [place for place in range(1, len(found) - 1) if sentences[place] in written and _may_tell(found, place)]
    return {sentences[place] for place in verbs}


def _is_common(token: Token) -> bool:
    """Is it a word that a headline writes with a capital though it is no name?"""
    return token.plain in STOP_WORDS or (_is_word(token.stem) and not is_proper(token.stem))


def _may_tell(found: Sequence[Token], place: int) -> bool:
    """May a word be the verb of a headline: the "Cuts" of "Council Cuts Budget", but not that of "the Cuts"?"""
    token, before = found[place], found[place - 1].plain
    if token.plain in _MODALS:
        return True
    inflected = token.plain.endswith(("s", "ed")) or is_irregular(token.plain)
    verb = inflected and _is_common(token) and any(each in VERB_FIELDS for each in meaning_fields(token.stem))
    return verb and before not in STOP_WORDS


def _without_counts(names: Sequence[Name], found: Sequence[Token], figures: Sequence[Figure]) -> list[Name]:
    """Return the names without a number at their end that counts something: "in Tillman 47 farms"."""
    counts = {figure.start for figure in figures if figure.kind is Kind.NUMBER and _is_noun(figure.noun or "")}
    return [
        Name(name.first, name.last - 1, name.stems[:-1])
        if name.last > name.first and found[name.last].start in counts
        else name
        for name in names
    ]


def _is_noun(word: str) -> bool:
    """Is a word in small letters and no verb, as "depicts" is in "Gremlin Street 2 depicts"?"""
    return word[:1].islower() and field(stem(word)) not in VERB_FIELDS


def _starts_name(found: Sequence[Token], sentences: Sequence[int], place: int) -> bool:
    """Can a name begin with this word, written with a capital? At the start of a sentence that is no sign by itself."""
    token = found[place]
    if token.plain == "i" or token.plain in TITLES or token.plain in _ANYONE:
        return False
    opening = place == 0 or sentences[place] != sentences[place - 1]
    followed = place + 1 < len(found) and found[place + 1].capital and sentences[place] == sentences[place + 1]
    if token.plain in STOP_WORDS or token.plain.removesuffix("s") in NUMBER_WORDS:
        return not opening and followed and token.plain not in ("the", "a", "an")
    if (is_typed_name(token.stem) or token.plain in OFFICES_IN_LETTERS) and not followed:
        return False
    if opening and not followed and "-" in token.text and token.text[1:].islower():
        return False  # "Pre-tax profit fell"
    owner = token.text.endswith(("'s", "’s"))
    return not opening or followed or owner or not _is_word(token.stem) or is_proper(token.stem)


def _is_word(written: str) -> bool:
    """Is a stem a word's, or one with a prefix before it: "uninsured"?"""
    bare = (written.removeprefix(prefix) for prefix in _PREFIXES if written.startswith(prefix))
    return (
        is_known(written)
        or degree(written) is not None
        or any(len(rest) >= _LEAST_ROOT and is_known(rest) for rest in bare)
    )


def _name_end(text: str, found: Sequence[Token], sentences: Sequence[int], first: int) -> int:
    """Return the place of the last word of the name that begins at `first`."""
    last = first
    for place in range(first + 1, len(found)):
        if sentences[place] != sentences[first]:
            break
        if not (_is_joint(text[found[place - 1].end : found[place].start]) or _is_nicknamed(text, found, place)):
            break
        token = found[place]
        if token.capital or (token.text[0].isdigit() and place == last + 1 and len(token.text) < 3):
            last = place
        elif token.plain not in _INNER_JOINERS or place > last + 1:
            break
    return last


def _is_nicknamed(text: str, found: Sequence[Token], place: int) -> bool:
    """Is a word, or the one before it, a nickname amid a name: "Thomas “Tug” Hill"?"""
    for nick in (place, place - 1):
        if 0 < nick < len(found) - 1 and found[nick - 1].capital and found[nick].capital and found[nick + 1].capital:
            before = text[found[nick - 1].end : found[nick].start].strip()
            if before in _NICKNAMES and text[found[nick].end : found[nick + 1].start].strip() == _NICKNAMES[before]:
                return True
    return False


def _is_joint(between: str) -> bool:
    """Can two words with this between them belong to one name?"""
    return between.strip() in ("", "&", ".", "-", "–")
