"""Read what stands for a name through the draft's own context: "She is 43" is checked as "Ruth Hallam is 43".

What refers back ("she", "its", "the charity") is told by the judge's own room of references, so that a draft and a
source are read alike. Here is decided which of the names before it is meant, and where nothing tells that, nothing is
put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from factcheck.proofread.draft import Draft, Reading
from factcheck.proofread.names import TITLES, Name, find_names, is_person, without_possessive
from factcheck.proofread.roles import Role, roles_in
from factcheck.stance import reference
from factcheck.stance.reading import read
from factcheck.words import listed, stem

REACH = 4
"""How many sentences back a pronoun may point."""
LEADS = 4
"""Within so many code points of its sentence's beginning a name is what the sentence is about."""

_PERSONS = frozenset(listed("he she his her"))
_THINGS = frozenset(listed("it its they their"))
_POSSESSIVE = frozenset(listed("his its their"))
_SEVERAL = frozenset(listed("both neither"))
_MEN, _WOMEN = frozenset(listed("mr sir lord")), frozenset(listed("mrs ms miss dame lady"))
_GENDERS = {"he": _WOMEN, "his": _WOMEN, "she": _MEN, "her": _MEN}


class Cast:
    """The names of a draft, sentence by sentence: which are people's, and what people are said to be."""

    def __init__(self, draft: Draft, names: Sequence[Sequence[Name]]) -> None:
        self._names = names
        self._kinds: dict[str, bool] = {}
        self._titles: dict[str, str] = {}
        self._roles: list[tuple[Role, ...]] = []
        for sentence, found in zip(draft.sentences, names, strict=True):
            for name in found:
                title = name.words[0].lower().rstrip(".")
                if title in TITLES:
                    self._titles.setdefault(name.last, title)
                kind = _kind(sentence.text, name)
                if kind is not None:
                    self._kinds.setdefault(name.last, kind)
            for last, kind in _kinds_read(sentence.text, draft.published) if found else ():
                self._kinds.setdefault(last, kind)
            self._roles.append(tuple(roles_in(sentence.text)) if found else ())
        for name in (name for found in names for name in found if is_person(name)):
            self._kinds.setdefault(name.last, True)

    def named_in(self, sentence: int) -> Sequence[Name]:
        """Return the names of a sentence."""
        return self._names[sentence]

    def is_person(self, name: Name) -> bool | None:
        """Tell whether a name is a person's; None where nothing tells."""
        return self._kinds.get(name.last)

    def may_be(self, pronoun: str, name: Name) -> bool:
        """Tell whether "he" or "she" may mean a person: not one whom a title makes the other."""
        return self.is_person(name) is True and self._titles.get(name.last) not in _GENDERS.get(pronoun, ())

    def called(self, noun: str, before: int) -> Name | None:
        """Return the one person whom a sentence before that place calls so ("the governor"), or gives such a title."""
        wanted = stem(noun)
        found = [r.name for rs in self._roles[:before] for r in rs if r.head == wanted and self.is_person(r.name)]
        found += [n for names in self._names[:before] for n in names if _has_title(n, noun)]
        return found[-1] if len({name.last for name in found}) == 1 else None


def _has_title(name: Name, noun: str) -> bool:
    title = name.words[0].lower().rstrip(".")
    return title in TITLES and len(title) > 2 and noun.lower().startswith(title)


def _kind(text: str, name: Name) -> bool | None:
    """Tell whether a name is a person's by what stands right beside it; None where nothing does."""
    if name.words[0].lower().rstrip(".") in TITLES:
        return True
    if _patterns().thing_before.search(text[: name.start]):
        return False
    if _patterns().says_after.match(text[name.end :]) and is_person(name):
        return True
    return None


def _kinds_read(text: str, published: date | None) -> Iterator[tuple[str, bool]]:
    """Yield the last words of the names whose kind the judge can tell."""
    reading = read(text, published)
    for name in reading.names:
        kind = reference.is_person(name, reading)
        if kind is not None:
            yield without_possessive(reading.words[name.last].text), kind


def resolved(place: int, draft: Draft, cast: Cast) -> Reading:
    """Return the sentence at a place with what it opens with ("she", "the charity") replaced by whom that means.

    The letters put in have the words that they replace as their origin.
    """
    sentence = draft.sentences[place]
    wanted = reference.opening_reference(read(sentence.text, draft.published))
    span = _span_of(wanted, sentence.text) if wanted is not None else None
    if wanted is None or span is None or not _stands_for_a_name(sentence.text, wanted, *span):
        return sentence.reading
    meant = _meant(place, draft, cast, wanted)
    if meant is None:
        return sentence.reading
    return _replaced(sentence.reading, *span, meant + ("’s" if _is_possessive(wanted, sentence.text, span[1]) else ""))


def _stands_for_a_name(text: str, wanted: reference.Reference, start: int, end: int) -> bool:
    """Tell whether a reference may mean a name: not "it took nine hours to", nor "the club shop", nor within quotes."""
    word = wanted.word.lower()
    if word in _SEVERAL or _patterns().quoted.search(text[:start]) or _patterns().empty_it.search(text):
        return False
    if word in _PERSONS:
        return True
    if word in _THINGS:
        is_object = word in ("it", "they") and not _patterns().goes_on.match(text[end:])
        return not is_object and not _patterns().relative.search(text[:start])
    return _patterns().ends.match(text[end:]) is not None


def _span_of(wanted: reference.Reference, text: str) -> tuple[int, int] | None:
    """Return where the reference stands; "the old charity" is all of it."""
    article, _, noun = wanted.word.rpartition(" ")
    before = r"(?:the|this|that)\s+(?:[\w’'-]+\s+)?" if article else ""
    found = re.search(rf"(?<!\w){before}{re.escape(noun)}(?!\w)", text, re.IGNORECASE)
    return found.span() if found else None


def _is_possessive(wanted: reference.Reference, text: str, end: int) -> bool:
    word = wanted.word.lower()
    return word in _POSSESSIVE or (word == "her" and text[end : end + 1] == " ") or text[end : end + 2] in ("’s", "'s")


def _replaced(reading: Reading, start: int, end: int, words: str) -> Reading:
    if reading.text[end : end + 2] in ("’s", "'s"):
        end += 2
    origin = (*reading.origin[:start], *([reading.origin[start]] * len(words)), *reading.origin[end:])
    return Reading(reading.text[:start] + words + reading.text[end:], origin)


def own_names(reading: Reading) -> list[Name]:
    """Return the names of a sentence in which a reference was replaced, without the one put in."""
    return [name for name in find_names(reading.text) if reading.origin[name.start] != reading.origin[name.end - 1]]


def _meant(place: int, draft: Draft, cast: Cast, wanted: reference.Reference) -> str | None:
    """Return the name that a reference means, as it is written there; None where that is not sure."""
    word = wanted.word.lower()
    noun = word.rpartition(" ")[2]
    if word not in _PERSONS | _THINGS:
        called = cast.called(noun, place) if wanted.person else _of_that_name(place, cast, noun)
        if called is not None or wanted.person:
            return _with_article(called, draft, place, cast) if called is not None else None
    paragraph = draft.sentences[place].paragraph
    for before in range(place - 1, max(-1, place - 1 - REACH), -1):
        sentence = draft.sentences[before]
        if sentence.paragraph < paragraph - 1 or sentence.kind in ("heading", "row"):
            return None
        names = cast.named_in(before)
        if word in _PERSONS:
            people = [name for name in names if cast.may_be(word, name)]
            if people:
                return _only_or_leading(people, sentence.text)
            if _is_about_somebody(sentence.text, draft.published):
                return None
        elif names:
            return _leading_thing(sentence.text, names[0], cast)
        elif word in _THINGS:
            return _same_as_before(before, draft, cast)
    return None


def _same_as_before(place: int, draft: Draft, cast: Cast) -> str | None:
    """Return the name that a sentence's own opening "it" or "the charity" means; None where it opens otherwise."""
    sentence = draft.sentences[place]
    wanted = reference.opening_reference(read(sentence.text, draft.published))
    span = _span_of(wanted, sentence.text) if wanted is not None and wanted.person is not True else None
    if wanted is None or span is None or not _stands_for_a_name(sentence.text, wanted, *span):
        return None
    return _meant(place, draft, cast, wanted)


def _is_about_somebody(text: str, published: date | None) -> bool:
    """Tell whether a sentence without a person's name has a person for subject: "the Dane", "a passer-by"."""
    wanted = reference.opening_reference(read(text, published))
    return wanted is not None and wanted.person is True and wanted.word.lower() not in _PERSONS


def _only_or_leading(people: Sequence[Name], text: str) -> str | None:
    one = len({name.last for name in people}) == 1 or people[0].start <= LEADS
    return text[people[0].start : people[0].end] if one else None


def _leading_thing(text: str, name: Name, cast: Cast) -> str | None:
    """Return the name of a body that leads its sentence and does something in it: "The Strand Trust runs …"."""
    if cast.is_person(name) or name.start > LEADS or not _patterns().does.match(text[name.end :]):
        return None
    words = text[name.start : name.end]
    return f"the {words}" if _patterns().the_before.search(text[: name.start]) else words


def _of_that_name(place: int, cast: Cast, noun: str) -> Name | None:
    """Return the last name before a place that has the noun in it, as "the association" is an Association."""
    wanted = stem(noun)
    for before in range(place - 1, -1, -1):
        for name in reversed(cast.named_in(before)):
            if len(name.words) > 1 and wanted in {stem(without_possessive(word)) for word in name.words}:
                return name
    return None


def _with_article(name: Name, draft: Draft, place: int, cast: Cast) -> str:
    """Return the words of a name, with "the" where it has that in the draft."""
    texts = [draft.sentences[before].text for before in range(place) if name in cast.named_in(before)]
    words = texts[-1][name.start : name.end]
    return f"the {words}" if any(f"the {words.lower()}" in text.lower() for text in texts) else words


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        # "It took jurors nine hours to agree", "it was she who": nothing is meant by it.
        self.empty_it = re.compile(
            r"^\W*It\s+(?:(?:is|was|has\s+been|will\s+be)\b.*\b(?:who|that|whose|when)\b|(?:took|takes|seems?|seemed|appears?)\b.*\b(?:to|that)\b"
            r"|(?:is|was)\s+(?:\w+\s+)?(?:hard|easy|not\s+clear|unclear|clear|time|possible|impossible|likely|too)\b)"
        )
        verb = (
            r"(?:has|had|have|is|was|were|are|will|would|may|can|could|must|did|does|now|also|then|said|made|sold|beat|led"
            r"|won|lost|took|\w+ed|\w+s)"
        )
        self.ends = re.compile(rf",|[’']s?\s|\s+{verb}\b")
        self.goes_on = re.compile(r"(?:[’'](?:s|d|ll|ve|re)\b|\s+\w)")
        self.does = re.compile(rf",|\s+{verb}\b")
        self.quoted = re.compile(r"[“\"„«]")
        self.relative = re.compile(r"\b(?:that|which|who|whom|how|what|why|where|of|for|at|to)\s+$", re.IGNORECASE)
        self.the_before = re.compile(r"\b[Tt]he\s+$")
        self.thing_before = re.compile(r"\b(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s+$")
        self.says_after = re.compile(r"(?:,[^,]{1,60},)?\s+(?:says?|said|told|added|writes?|wrote|joined|was\s+born)\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
