"""Phrases that say what one word says: "turned the offer down" is "rejected", "in charge of" is "lead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from factcheck.values import dataclass
from factcheck.words import STOP_WORDS, is_irregular, listed, stem

_BE = frozenset(listed("be is are was were been being am"))
_POSSESSIVES = frozenset(listed("his her its their my our your"))
_DETERMINERS = _POSSESSIVES | frozenset(listed("a an the this that these those any some"))
_MOST_BETWEEN = 4  # words that an object between the parts of a phrase may have
_IN_AN_OBJECT = _DETERMINERS | frozenset(listed("of it them him me us all each more own no other most"))
_GAP, _OWNER, _SELF, _ARTICLES, _NOTHING = "...", "one's", "oneself", frozenset(listed("a the")), "-"
_OPEN_WORDS = _ARTICLES | {_GAP, _OWNER, _SELF, "be"}
_SELVES = frozenset(listed("himself herself itself themselves myself yourself ourselves"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a phrase and, as written, what it says: "reject", "reject, expel" or "not speak"."""

    words: tuple[str, ...]
    said: str

    @property
    def denied(self) -> bool:
        """Does it deny the word that it stands for?"""
        return self.said.startswith("not ")

    @property
    def meanings(self) -> tuple[str, ...]:
        """Return the stems of the words that say the same."""
        return tuple(stem(word) for word in self.said.removeprefix("not ").split(", "))


@dataclass(frozen=True, slots=True)
class Found:
    """The phrases of a text by the places of their words.

    `heads` has what each says, at its first word; `tails` are its other words; `denied` the heads of those that
    say it with a "not" ("remain silent" is not to speak); `ends` has the place of each one's last word.
    """

    heads: dict[int, tuple[str, ...]]
    tails: frozenset[int]
    denied: frozenset[int]
    ends: dict[int, int]

    @property
    def places(self) -> frozenset[int]:
        """Return the places of all words that are part of a phrase."""
        return self.tails | self.heads.keys()


@cache
def _lines() -> dict[str, list[str]]:
    """Return for the stem of a first word the lines of its phrases."""
    by_word: dict[str, list[str]] = {}
    text = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            by_word.setdefault(line[: line.index(" ")], []).append(line)
    by_stem: dict[str, list[str]] = {}
    for word, lines in by_word.items():
        by_stem.setdefault(stem(word), []).extend(lines)
    return by_stem


@lru_cache(maxsize=4096)
def _needed(first: str) -> tuple[tuple[str, str, str], ...]:
    """Return for the lines of the phrases that begin so the longest word behind the first, and its stem, with the line.

    Where that is absent, so is the phrase, and the line need not be read: few are. It is empty where no word is fixed.
    """
    needed = []
    for line in _lines()[first]:
        fixed = [word for word in line[: line.index(" = ")].split()[1:] if word not in _OPEN_WORDS]
        longest = max(fixed, key=len, default="")
        needed.append((longest, stem(longest) if longest else "", line))
    return tuple(needed)


def _present(first: str, present: frozenset[str]) -> list[Phrase]:
    """Return the phrases that begin so and may stand in a text of these plain forms and stems.

    Those of the most words come first, then those without a gap.
    """
    phrases = [
        _read_phrase(line)
        for longest, key, line in _needed(first)
        if longest in present or key in present or not longest
    ]
    return sorted(phrases, key=lambda each: (each.words.count(_GAP) - len(each.words), _GAP in each.words))


@lru_cache(maxsize=4096)
def _read_phrase(line: str) -> Phrase:
    """Return one line of the table: "turn ... down = reject"."""
    written, said = line.split(" = ")
    return Phrase(tuple(written.split()), said)


def find_phrases(words: Sequence[tuple[str, str]], clauses: Sequence[int]) -> Found:
    """Return the phrases of a text, of several that begin with one word the longest.

    `words` holds the plain form and the stem of each word, `clauses` the number of the stretch between two
    punctuation marks that it stands in.
    """
    heads: dict[int, tuple[str, ...]] = {}
    tails: set[int] = set()
    denied: set[int] = set()
    ends: dict[int, int] = {}
    present = frozenset(chain.from_iterable(words))
    lines = _lines()
    for place, (plain, first) in enumerate(words):
        if place in tails:
            continue
        opening = _opening(plain, first)
        if opening not in lines:
            continue
        for phrase in _present(opening, present):
            others = _match(phrase.words, 1, words, place + 1, clauses)
            if others is not None and not _denies_a_noun(max(others, default=place), words, clauses):
                tails.update(others)
                if phrase.said == _NOTHING:
                    tails.add(place)
                else:
                    heads[place] = phrase.meanings
                    ends[place] = max(others)
                denied.update({place} if phrase.denied else ())
                break
    return Found(heads, frozenset(tails), frozenset(denied), ends)


def may_open_phrase(plain: str, first: str) -> bool:
    """Does a phrase begin with a word of this plain form and stem?"""
    return _opening(plain, first) in _lines()


def _opening(plain: str, first: str) -> str:
    """Return the stem by which the phrases that begin with a word are found."""
    return "be" if plain in _BE else first


def _denies_a_noun(last: int, words: Sequence[tuple[str, str]], clauses: Sequence[int]) -> bool:
    """Does a phrase end on a "no" that belongs to the noun behind it: "said no talks had begun", not "said no to"?"""
    if words[last][0] != "no" or last + 1 >= len(words) or clauses[last + 1] != clauses[last]:
        return False
    return words[last + 1][0] not in STOP_WORDS


def _match(
    wanted: Sequence[str], number: int, words: Sequence[tuple[str, str]], place: int, clauses: Sequence[int]
) -> tuple[int, ...] | None:
    """Return the places of a phrase's words from the one with this number on, None where they do not stand here."""
    if number == len(wanted):
        return ()
    for used, following in _ways(wanted[number], words, place, clauses):
        rest = _match(wanted, number + 1, words, following, clauses)
        if rest is not None:
            return used + rest
    return None


def _ways(
    wanted: str, words: Sequence[tuple[str, str]], place: int, clauses: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield how one word of a phrase can be met here: the places it uses, and where the next one is to stand.

    "..." is met by an object or nothing, "one's" by whose it is, "oneself" by whom, "a" by any determiner, "the"
    by one or none.
    """
    if wanted == _GAP:
        yield (), place
        for end in range(place + 1, min(len(words), place + _MOST_BETWEEN) + 1):
            if clauses[end - 1] != clauses[place - 1] or not _is_of_object(words[end - 1][0]):
                return
            yield (), end
        return
    there = place < len(words) and clauses[place] == clauses[place - 1]
    plain, key = words[place] if there else ("", "")
    if wanted in (_OWNER, _SELF):
        yield from [((place,), place + 1)] if plain in (_POSSESSIVES if wanted == _OWNER else _SELVES) else []
    elif wanted in _ARTICLES:
        yield from [((place,), place + 1)] if plain in _DETERMINERS else []
        yield from [((), place)] if wanted == "the" else []
    elif there and _is_form_of(plain, key, wanted):
        yield (place,), place + 1


def _is_of_object(plain: str) -> bool:
    """Can a word stand in the object between two parts of a phrase? No other verb can, and no preposition."""
    return plain in _IN_AN_OBJECT or (plain not in STOP_WORDS and not is_irregular(plain))


def _is_form_of(plain: str, key: str, wanted: str) -> bool:
    """Is a word the wanted one or an inflected form of it?"""
    return plain == wanted or (wanted not in STOP_WORDS and key == stem(wanted)) or (wanted == "be" and plain in _BE)
