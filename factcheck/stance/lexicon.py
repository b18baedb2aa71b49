"""What the word relations in `lexicon.txt` say: kinship of two words, how rare a word is, what field it is of.

Words are given and kept as stems (`words.stem`). The file is read at the first question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factcheck.values import dataclass
from factcheck.words import initial_of_root, irregular_forms, root, stem

UNKNOWN_RARITY = 13.0
"""Bits of a word that the lexicon does not hold: as rare as one met once in the 8,000 pairs it was counted on."""

NOUN_FIELDS, VERB_FIELDS = range(3, 29), range(29, 44)  # WordNet's lexicographer files of nouns and of verbs
GROUP_FIELD, PERSON_FIELD = 14, 18  # its files of groups and of people
_DEGREES = ("er", "est")
_LEAST_LETTERS = 3  # of the adjective before such an ending
_ADJECTIVES = 0  # the file of its adjectives
_VAGUE_DEPTH = 3  # "thing", "whole", "act": broader than these two words are not kin


class Kin(StrEnum):
    """How a word of the claim is related to a word of the passage."""

    SAME = "same"
    SYNONYM = "synonym"
    DERIVED = "derived"
    BROADER = "broader"  # the claim's word is the broader one: "film" for "documentary"
    NARROWER = "narrower"
    SISTER = "sister"  # two kinds of one thing: "Monday", "Tuesday"
    OPPOSITE = "opposite"
    NONE = ""


ONE_WORD = (Kin.SAME, Kin.DERIVED)
"""Kinships of two words that are one in other forms: "close", "closure"."""

ONE_MEANING = (*ONE_WORD, Kin.SYNONYM)
"""Kinships of two words that say the same."""

NEAR_MEANING = (*ONE_MEANING, Kin.BROADER, Kin.NARROWER)
"""Kinships of two words that say the same, or one of them more of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon holds on one word."""

    rarity: float
    meanings: tuple[int, ...]
    opposites: frozenset[str]
    derived: frozenset[str]
    proper: bool


PARENT_DIGITS, FIELD_DIGITS = 5, 2


@dataclass(frozen=True, slots=True)
class _Tables:
    """The file as its bytes and where its parts begin: of tens of thousands of numbers and words few are asked for."""

    written: bytes
    parents: int
    fields: int
    words: int

    def parent(self, meaning: int) -> int:
        """Return the meaning above one, -1 where there is none."""
        return _number_at(self.written, self.parents, meaning, PARENT_DIGITS)

    def field(self, meaning: int) -> int:
        """Return the field of a meaning."""
        return _number_at(self.written, self.fields, meaning, FIELD_DIGITS)


def _number_at(written: bytes, row: int, place: int, digits: int) -> int:
    """Return one of a row of numbers of one width, each with a space or the end of its line behind it."""
    start = row + place * (digits + 1)
    return int(written[start : start + digits])


_FIRST_LINE = 200  # bytes that hold it
_NOTHING = Entry(UNKNOWN_RARITY, (), frozenset(), frozenset(), False)


@cache
def _tables() -> _Tables:
    """Return the file with its three parts, which stand behind an empty line each."""
    written = Path(__file__).with_name("lexicon.txt").read_bytes()
    if b"\r\n" in written[:_FIRST_LINE]:  # as Git may write it on Windows
        written = written.replace(b"\r\n", b"\n")
    parents = written.index(b"\n\n") + 2
    fields = written.index(b"\n\n", parents) + 2
    return _Tables(written, parents, fields, written.index(b"\n\n", fields) + 2)


WORTH_AN_INDEX = 2000
"""Words looked up in one process from which on their places are listed: 15 ms and 4 MB, then a tenth of the time."""


class _Asked:
    """How many words have been looked up, and where each word's line is, once that is worth listing."""

    words = 0
    places: Mapping[str, int] | None = None


@lru_cache(maxsize=4096)
def _row(word: str) -> str | None:
    """Return what the file says of a stem."""
    tables = _tables()
    if _Asked.places is None:
        _Asked.words += 1
        if _Asked.words < WORTH_AN_INDEX:
            return _halved(tables, word)
        _Asked.places = _places(tables)
    start = _Asked.places.get(word)
    return None if start is None else _line_from(tables.written, start)


def _line_from(written: bytes, start: int) -> str:
    """Return the rest of a line."""
    end = written.find(b"\n", start)
    return written[start : end if end >= 0 else None].decode("utf-8")


def _places(tables: _Tables) -> dict[str, int]:
    """Return where in the file what it says of each word begins."""
    lines = re.compile(rb"^([^\t\n]*)\t", re.MULTILINE).finditer(tables.written, tables.words)
    return {found[1].decode("utf-8"): found.end() for found in lines}


def _halved(tables: _Tables, word: str) -> str | None:
    """Return what the file says of a word, by halving: its lines stand in the order of their words."""
    sought, words = word.encode("utf-8"), tables.written
    low, high = tables.words, len(words)  # both at the start of a line
    while low < high:
        start = words.rfind(b"\n", low, (low + high) // 2) + 1 or low
        tab = words.index(b"\t", start)
        found = words[start:tab]
        if found == sought:
            return _line_from(words, tab + 1)
        if found < sought:
            low = (words.find(b"\n", tab) + 1) or high
        else:
            high = start
    return None


@lru_cache(maxsize=4096)
def entry(word: str) -> Entry:
    """Return what is known of a stem; an entry without meanings where nothing is."""
    row = _row(word)
    if row is None:
        return _NOTHING
    rarity, meanings, opposites, derived = ([*row.split("\t"), "", "", ""])[:4]
    return Entry(
        float(rarity.rstrip("*")),
        tuple(int(number) for number in meanings.split(".") if number),
        frozenset(opposites.split(".")) - {""},
        frozenset(derived.split(".")) - {""},
        rarity.endswith("*"),
    )


def is_known(word: str) -> bool:
    """Is a stem in the lexicon?"""
    return word in _Asked.places if _Asked.places is not None else _row(word) is not None


def is_proper(word: str) -> bool:
    """Is a stem a proper name, and no word besides ("France", not "Turkey")?"""
    return entry(word).proper


def rarity(word: str) -> float:
    """Return the bits of information in a stem: 2 for "film", 13 for a word never met."""
    return entry(word).rarity


def field(word: str) -> int:
    """Return the field (WordNet's lexicographer file) of a stem's commonest meaning, -1 where unknown."""
    meanings = entry(word).meanings
    return _tables().field(meanings[0]) if meanings else -1


def meaning_fields(word: str) -> tuple[int, ...]:
    """Return the field of each meaning of a stem, the commonest first."""
    tables = _tables()
    return tuple(tables.field(meaning) for meaning in entry(word).meanings)


@lru_cache(maxsize=4096)
def ancestors(meaning: int) -> tuple[int, ...]:
    """Return the meanings above one, nearest first."""
    parent = _tables().parent
    above: list[int] = []
    step = parent(meaning)
    while step >= 0 and len(above) < 20:
        above.append(step)
        step = parent(step)
    return tuple(above)


class _Relations(NamedTuple):
    """The stems that stand in one relation each to a stem, by the hand-made table."""

    opposite: frozenset[str]
    same: frozenset[str]
    narrower: frozenset[str]
    broader: frozenset[str]
    converse: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """The stems of one line of the hand-made table by their side of its mark, and that mark or an empty text."""

    sides: tuple[frozenset[str], ...]
    mark: str


_MARKS = ("<>", "|", ">", "~")
_SHARED_LETTERS = 3  # that a word and its stem have in common at the start, unless it is irregular


@cache
def _relation_lines() -> list[str]:
    """Return the lines of `relations.txt`, notes left out."""
    text = Path(__file__).with_name("relations.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def _relation_text() -> str:
    """Return those lines that are no groups ("a / b") as one text, a space before each word."""
    return " " + "\n ".join(line for line in _relation_lines() if "/" not in line)


WORTH_AN_INDEX_OF_OPENINGS = 60
"""Openings looked for in one process from which on their places are listed: 3 ms, as long as to look for so many."""


class _Sought:
    """How many openings of words have been looked for."""

    openings = 0


def _starts_of(opening: str) -> Sequence[int]:
    """Return where those lines start that hold a word with these first letters."""
    if _Sought.openings >= WORTH_AN_INDEX_OF_OPENINGS:
        return _starts_by_opening().get(opening, ())
    _Sought.openings += 1
    text, found = _relation_text(), []
    at = text.find(f" {opening}")
    while at >= 0:
        behind = at + 1 + len(opening)
        if len(opening) == _SHARED_LETTERS or not text[behind : behind + 1].strip():
            found.append(text.rfind("\n", 0, at) + 1)
        at = text.find(f" {opening}", behind)
    return found


@cache
def _starts_by_opening() -> dict[str, list[int]]:
    """Return for the first letters of a word where those lines start that hold it."""
    places: dict[str, list[int]] = {}
    start = 0
    for line in _relation_text().split("\n"):
        for word in line.split():
            places.setdefault(word[:_SHARED_LETTERS], []).append(start)
        start += len(line) + 1
    return places


@lru_cache(maxsize=4096)
def _relations(word: str) -> _Relations:
    """Return what the hand-made table says of a stem."""
    found = _Relations(*(frozenset() for _ in _Relations._fields))
    for line in _lines_of(word):
        found = _Relations(*(old | new for old, new in zip(found, _in_line(word, line), strict=True)))
    return _Relations(*(stems - {word} for stems in found))


def _in_line(word: str, line: _Line) -> _Relations:
    """Return what one line of the table says of a stem."""
    none: frozenset[str] = frozenset()
    first, second = line.sides[0], line.sides[-1]
    across = (second if word in first else none) | (first if word in second else none)
    if line.mark == ">":
        return _Relations(none, none, second if word in first else none, first if word in second else none, none)
    if line.mark == "~":
        return _Relations(none, none, none, none, across)
    same = none.union(*(side for side in line.sides if word in side))
    return _Relations(across if line.mark == "|" else none, same, none, none, none)


def _lines_of(word: str) -> list[_Line]:
    """Return the lines of the table that hold a stem.

    Only those are read that hold a word which begins as the stem does: a check asks for the few words of a claim,
    and to find the stems of all the table's words takes longer than all else that the check does.
    """
    openings = {start[:_SHARED_LETTERS] for start in (word, *irregular_forms(word))}
    text = _relation_text()
    places = {start for opening in openings for start in _starts_of(opening)}
    ends = ((start, text.find("\n", start)) for start in sorted(places))
    lines = (text[start + 1 : end if end >= 0 else None] for start, end in ends)
    starts = tuple(openings)
    return [
        _read_line(line)
        for line in lines
        if any(stem(each) == word for each in line.split() if each.startswith(starts))
    ]


@lru_cache(maxsize=4096)
def _read_line(line: str) -> _Line:
    """Return one line of the table."""
    mark = next((each for each in _MARKS if each in line), "")
    sides = [side for side in line.split(mark) if side] if mark else [line]
    return _Line(tuple(frozenset(stem(word) for word in side.split()) for side in sides), mark)


@lru_cache(maxsize=4096)
def kin(claim_word: str, passage_word: str) -> Kin:
    """Return how the claim's stem is related to the passage's stem; the hand-made table goes first."""
    if claim_word == passage_word:
        return Kin.SAME
    by_table = told(claim_word).get(passage_word)
    if by_table is not None:
        return by_table
    degrees = degree(claim_word), degree(passage_word)
    if degrees[0] is not None and degrees[1] is not None:
        return _kin_by_degree(degrees[0], degrees[1])
    if _is_alone(claim_word) or _is_alone(passage_word):
        return Kin.DERIVED if root(claim_word) == root(passage_word) else Kin.NONE
    return _kin_by_lexicon(claim_word, passage_word)


@lru_cache(maxsize=4096)
def told(word: str) -> Mapping[str, Kin]:
    """Return how a stem is related to the stems that the hand-made table names beside it."""
    table = _relations(word)
    kin_of = dict.fromkeys(excluded_by(word), Kin.SISTER)
    for stems, relation in (
        (table.broader, Kin.NARROWER),
        (table.narrower, Kin.BROADER),
        (table.converse, Kin.OPPOSITE),
        (table.opposite, Kin.OPPOSITE),
        (table.same, Kin.SYNONYM),
    ):
        kin_of.update(dict.fromkeys(stems, relation))
    return kin_of


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of a text as `kindred` looks through them: all, by the root's first letter, and those in WordNet."""

    every: Collection[str]
    by_initial: dict[str, list[str]]
    held: list[str]


def looked_through(every: Collection[str]) -> Stems:
    """Return the stems of a text made ready to be held against several words."""
    by_initial: dict[str, list[str]] = {}
    for each in every:
        by_initial.setdefault(initial_of_root(each), []).append(each)
    listed = _Asked.places
    held = [each for each in every if (each in listed if listed is not None else is_known(each))]
    held += [each for each in every if each.endswith(_DEGREES) and degree(each) is not None]
    return Stems(every, by_initial, held)


def kindred(word: str, stems: Stems) -> dict[str, Kin]:
    """Return the stems of a text to which a claim's stem is kin, each with its kinship.

    What `kin` says of each pair, without asking it of the many pairs of which one is alone and the roots differ.
    """
    own = root(word)
    rooted = [each for each in stems.by_initial.get(own[:1], ()) if root(each) == own]
    found = {each: relation for each in rooted if (relation := kin(word, each))}
    if not _is_alone(word) or degree(word) is not None:
        found |= {each: relation for each in stems.held if (relation := kin(word, each))}
    beside = told(word)
    if beside:
        found |= {each: relation for each, relation in beside.items() if each in stems.every}
    return found


@dataclass(frozen=True, slots=True)
class Degree:
    """The stem of an adjective and the ending that makes it more or most."""

    base: str
    ending: str


@lru_cache(maxsize=4096)
def degree(word: str) -> Degree | None:
    """Return of which adjective a stem that the lexicon does not hold is the more or the most: "narrowest".

    A stem has lost its "e" and may have its last letter doubled: "widest" is "wid" and "est", "biggest" "big".
    """
    ending = next((each for each in _DEGREES if word.endswith(each)), "")
    short = word.removesuffix(ending)
    if not ending or is_known(word) or len(short) < _LEAST_LETTERS:
        return None
    bases = (short, short[:-1] if short[-1] == short[-2] else "", short[:-1] + "y" if short[-1] == "i" else "")
    base = next((each for each in bases if each and _ADJECTIVES in meaning_fields(each)), "")
    return Degree(base, ending) if base else None


def _kin_by_degree(first: Degree, second: Degree) -> Kin:
    """Return how two words of degree are related: as their adjectives are, where both say "more" or both "most"."""
    relation = kin(first.base, second.base) if first.ending == second.ending else Kin.NONE
    return relation if relation in (Kin.SYNONYM, Kin.OPPOSITE) else Kin.NONE


@lru_cache(maxsize=4096)
def _is_alone(word: str) -> bool:
    """Does WordNet hold nothing of a stem, as of most names? It is kin to those of its root only: a row names rows."""
    return not is_known(word)


def _kin_by_lexicon(claim_word: str, passage_word: str) -> Kin:
    """Return the kinship that WordNet gives."""
    first, first_root, first_meanings = _core(claim_word)
    second, second_root, second_meanings = _core(passage_word)
    if passage_word in first.opposites or claim_word in second.opposites:
        return Kin.OPPOSITE
    if first_root == second_root:
        return Kin.DERIVED
    if not first_meanings or not second_meanings:
        return Kin.NONE
    if not first_meanings.isdisjoint(second_meanings):
        return Kin.SYNONYM
    if passage_word in first.derived or claim_word in second.derived:
        return Kin.DERIVED
    return _kin_by_meaning(first.meanings[:2], second.meanings[:2])


@lru_cache(maxsize=4096)
def _core(word: str) -> tuple[Entry, str, frozenset[int]]:
    """Return what is known of a stem, its root, and its two commonest meanings."""
    known = entry(word)
    return known, root(word), frozenset(known.meanings[:2])


def _kin_by_meaning(first: tuple[int, ...], second: tuple[int, ...]) -> Kin:
    """Return which of two words is the broader one, or whether they stand under one meaning."""
    for meaning in second:
        if not telling_ancestors(meaning).isdisjoint(first):
            return Kin.BROADER
    for meaning in first:
        if not telling_ancestors(meaning).isdisjoint(second):
            return Kin.NARROWER
    return Kin.SISTER if _are_sisters(first, second) else Kin.NONE


@lru_cache(maxsize=4096)
def telling_ancestors(meaning: int) -> frozenset[int]:
    """Return the meanings above one, vague ones left out."""
    above = ancestors(meaning)
    return frozenset(above[: max(0, len(above) - _VAGUE_DEPTH)])


def _are_sisters(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """Do two words have a meaning whose parent or grandparent is one and not a vague one?"""
    for meaning in first:
        near = _near_ancestors(meaning)
        if any(near & _near_ancestors(other) for other in second):
            return True
    return False


@lru_cache(maxsize=4096)
def _near_ancestors(meaning: int) -> frozenset[int]:
    """Return the parent and grandparent of a meaning, vague ones left out."""
    above = ancestors(meaning)
    return frozenset(above[: max(0, len(above) - _VAGUE_DEPTH)][:2])


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups of the hand-made table ("a / b / c"), each with its words as written."""
    return tuple(tuple(line.split(" / ")) for line in _relation_lines() if "/" in line)


@cache
def _groups_of_stems() -> dict[str, list[frozenset[str]]]:
    """Return for each stem of a hand-made group the stems of each of its groups."""
    groups: dict[str, list[frozenset[str]]] = {}
    for words in _groups():
        stems = frozenset(stem(word) for word in words)
        for each in stems:
            groups.setdefault(each, []).append(stems)
    return groups


_OPENING = 3  # letters, which a word of the groups has in common with its stem


@cache
def _grouped_by_opening() -> dict[str, list[str]]:
    """Return the words of the groups by their first letters: to look one up, the stems of two or three are enough."""
    words: dict[str, list[str]] = {}
    for each in chain.from_iterable(_groups()):
        words.setdefault(each[:_OPENING], []).append(each)
    return words


@lru_cache(maxsize=4096)
def is_typed_name(word: str) -> bool:
    """Is a stem a name with relations of its own, such as a nationality, a month or a language?"""
    return any(stem(each) == word for each in _grouped_by_opening().get(word[:_OPENING], ()))


def are_converse(first: str, second: str) -> bool:
    """Does the second stem say of B and A what the first says of A and B: "A sold it to B", "B bought it from A"?"""
    return second in _relations(first).converse


@cache
def _mutual_stems() -> frozenset[str]:
    lines = [_read_line(line) for line in _relation_text().split("\n") if "<>" in line]
    return frozenset[str]().union(*(side for line in lines for side in line.sides))


def is_mutual(word: str) -> bool:
    """Does a stem say the same of A and B as of B and A: "A married B"?"""
    return word in _mutual_stems()


@lru_cache(maxsize=4096)
def excluded_by(word: str) -> frozenset[str]:
    """Return the stems of which a thing that is this one is none: "French" excludes "Italian"."""
    none: frozenset[str] = frozenset()
    return none.union(*_groups_of_stems().get(word, ())) - {word}


def exclusive(first: str, second: str) -> bool:
    """Are two stems of one hand-made group of which a thing is only one ("French", "Italian")?"""
    return second in excluded_by(first)


def others_of_kind(word: str) -> tuple[str, ...]:
    """Return the words of which a thing that is this one is none ("french" for "italian"), in the table's order."""
    return tuple(other for group in _groups() if word in group for other in group if other != word)
