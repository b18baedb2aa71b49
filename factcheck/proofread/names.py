"""Names of a draft: where they stand, one spelled in two ways, and who "he" and "the company" are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.words import STOP_WORDS, listed, typing_errors

TITLES = frozenset(
    listed("""
    mr mrs ms miss dr prof professor sir lord lady dame president senator sen gen general lt col captain capt sgt chief
    judge justice minister mayor governor gov rep rev inspector councillor cllr king queen prince princess pope
    """)
)
PARTICLES = frozenset("de da del della der van von bin al el la le du dos ibn ter ten st".split())
# Capitalised without naming anybody in particular.
COMMON = frozenset(
    listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec i chapter figure table part
    section north south east west spring summer autumn winter christmas easter god internet
    """)
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its words, and their span."""

    words: tuple[str, ...]
    start: int
    end: int

    @property
    def last(self) -> str:
        """The word that names alone ("Hallam" of "Ms Ruth Hallam"), without a possessive."""
        return without_possessive(self.words[-1])

    @property
    def is_person_like(self) -> bool:
        """Two or three words without "of" in them, or one behind a title."""
        return 1 < len(self.words) <= 4 or self.words[0].lower().rstrip(".") in TITLES


def is_person(name: Name) -> bool:
    """Tell whether a name may be a person's: a title before it, or two or three words none of which is a body's."""
    if any(word.lower().rstrip(".") in TITLES for word in name.words[:-1]):
        return True
    return 2 <= len(name.words) <= 3 and not _patterns().body.search(" ".join(name.words))


def is_body(word: str) -> bool:
    """Tell whether a word of a name is one that many bodies and places share: County, Bank, Street."""
    return _patterns().body.fullmatch(without_possessive(word)) is not None


def without_possessive(word: str) -> str:
    """Return the word without "'s" or a trailing apostrophe."""
    return re.sub(r"[’'](?:s)?$", "", word)


def find_names(text: str, known: Iterable[str] | None = None) -> list[Name]:
    """Return the runs of capitalised words; a sentence's first word alone is none unless it is a known name.

    `known` are the words that the whole draft has with a capital within its sentences; without it the text is
    taken for all there is.
    """
    names = frozenset(capital_words(text) if known is None else known)
    return [name for run in _runs(text) if (name := _trimmed(run, text, names)) is not None]


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for word in _patterns().word.finditer(text):
        capital = word.group()[0].isupper()
        joined = not run or _is_joint(run[-1].group(), text[run[-1].end() : word.start()])
        if run and not joined:
            yield run
            run = []
        if capital or (run and word.group().lower() in PARTICLES):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_joint(word: str, between: str) -> bool:
    """Tell whether a name goes on behind a word: a full stop only ends it unless it is one of an abbreviation."""
    if _patterns().joint.fullmatch(between) is None:
        return False
    return "." not in between or len(word) <= 2 or word.lower() in TITLES


def _trimmed(run: list[re.Match[str]], text: str, known: frozenset[str]) -> Name | None:
    while run and (not run[-1].group()[0].isupper()):
        run = run[:-1]
    while run and _is_plain(run[0], text, known, alone=len(run) == 1):
        run = run[1:]
    run = [word for word in run if without_possessive(word.group()).lower() not in COMMON] if len(run) == 1 else run
    if not run:
        return None
    end = run[-1].start() + len(without_possessive(run[-1].group()))
    return Name(tuple(word.group() for word in run), run[0].start(), end)


def _is_plain(word: re.Match[str], text: str, known: frozenset[str], alone: bool) -> bool:
    """Tell whether a word is capitalised only because it begins a sentence."""
    low = without_possessive(word.group()).lower()
    if low in STOP_WORDS or low in COMMON:
        return True
    if _patterns().begins.search(text[: word.start()]) is None:
        return False
    possessive = without_possessive(word.group()) != word.group()
    return without_possessive(word.group()) not in known and alone and not possessive


def capital_words(text: str) -> frozenset[str]:
    """Return the words that a text has with a capital elsewhere than at the beginning of a sentence."""
    return frozenset(
        without_possessive(word.group())
        for word in _patterns().word.finditer(text)
        if word.group()[0].isupper() and not _patterns().begins.search(text[max(0, word.start() - 6) : word.start()])
    )


# --- one name in two spellings ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A name and where it stands: `sentence` counts the draft's sentences."""

    name: Name
    sentence: int


def spelled_two_ways(mentions: Sequence[Mention], has_word: Callable[[str], bool] = bool) -> list[tuple[Mention, str]]:
    """Return the mentions whose last or only word looks like a misspelling of another name of the draft.

    Two names are one person when their other words agree or one of them stands alone or behind a title. The suspect is
    the spelling that no source has (`has_word`), else that is rarer or comes second. Ruth Hallam and Ruth Hallan are;
    Anna and Hanna Berg, who both have their full names, are not.
    """
    counts: Counter[str] = Counter()
    firsts: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for number, word in enumerate(mention.name.words):
            plain = without_possessive(word)
            if plain.lower().rstrip(".") in TITLES or len(plain) < 4:
                continue
            counts[plain] += 1
            places[plain].append(mention)
            firsts[plain].add(_company(mention.name, number))
    found = []
    for word, other in _near_pairs(sorted(counts)):
        if {mention.sentence for mention in places[word]} & {mention.sentence for mention in places[other]}:
            continue  # whoever names both in one sentence knows them apart
        suspect = _suspect(word, other, counts, places)
        if has_word(word) != has_word(other):
            suspect = other if has_word(word) else word
        right = other if suspect == word else word
        if _may_be_one(firsts[word], firsts[other]):
            found += [(mention, right) for mention in places[suspect]]
    return sorted(found, key=lambda item: (item[0].sentence, item[0].name.start))


def _company(name: Name, number: int) -> str:
    """Return the other words of a name, without titles, in lower case ("" where it stands alone)."""
    others = [word for place, word in enumerate(name.words) if place != number]
    plain = [without_possessive(word).lower() for word in others if word.lower().rstrip(".") not in TITLES]
    return " ".join(plain)


def _may_be_one(companies: set[str], others: set[str]) -> bool:
    """Tell whether two spellings can be one name: the same words beside both, or one of them always alone."""
    full, other_full = companies - {""}, others - {""}
    if full & other_full:
        return True
    return not full or not other_full


def _suspect(word: str, other: str, counts: Counter[str], places: dict[str, list[Mention]]) -> str:
    if counts[word] != counts[other]:
        return word if counts[word] < counts[other] else other
    return max((word, other), key=lambda w: (places[w][0].sentence, places[w][0].name.start))


def _near_pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are a typing error apart, in linear time for the lengths of drafts.

    Only words that share their first letter or their last three are compared.
    """
    from rapidfuzz.distance import OSA

    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups["^" + word[0]].append(word)
        groups["$" + word[-3:]].append(word)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for place, word in enumerate(group):
            for other in group[place + 1 :]:
                if (word, other) in seen or word.lower() == other.lower():
                    continue
                seen.add((word, other))
                allowed = min(typing_errors(word), typing_errors(other))
                if OSA.distance(word.lower(), other.lower(), score_cutoff=allowed) <= allowed and not are_forms(
                    word, other
                ):
                    yield word, other


_ENDINGS = frozenset({"", "s", "es", "n", "ns", "an", "ian", "ish", "ese", "i", "ers", "ans", "ians"})


def are_forms(word: str, other: str) -> bool:
    """Tell whether two words are forms of one: Korea, Koreas and Korean, Greens and Green; not Hallam and Hallan."""
    one, two = word.lower(), other.lower()
    shared = _shared_length(one, two)
    if shared >= 3 and {one[shared:], two[shared:]} <= _ENDINGS:
        return True
    short, long = sorted((one, two), key=len)
    return (
        len(short) != len(long)
        and short[-1] in "aeoy"
        and long.startswith(short[:-1])
        and long[len(short) - 1 :] in _ENDINGS
    )


def _shared_length(one: str, two: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))


def near_names(word: str, names: Iterable[str]) -> list[str]:
    """Return the names that are a typing error away from a word and no form of it."""
    return [other for one, other in _near_to(word, sorted(set(names)))]


def _near_to(word: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    from rapidfuzz.distance import OSA

    for name in names:
        allowed = min(typing_errors(word), typing_errors(name))
        if name.lower() == word.lower() or not allowed or are_forms(word, name):
            continue
        if OSA.distance(word.lower(), name.lower(), score_cutoff=allowed) <= allowed:
            yield word, name


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.word = re.compile(r"[^\W\d_](?:[^\W_]|[’'&-](?=[^\W\d_]))*(?:[’'](?!\w))?")
        self.joint = re.compile(r"\s|\.\s|-|\s&\s")
        self.begins = re.compile(r"(?:^|[.!?:]\s+|[.!?][”\"’']\s+|\n\s*)[“\"‘'(\[]*$")
        self.body = re.compile(
            r"\b(?:Council|Company|Inc|Ltd|Plc|PLC|Corp|Group|Bank|Party|Union|University|College|School|Hospital|Club|Court|Police"
            r"|Ministry|Department|Office|Institute|Association|Society|Museum|Street|Road|Lane|Avenue|Square|Bridge|River|Lake|Sea|Mount|City|County"
            r"|State|Island|Islands|Port|Park|Bay|Valley|Airport|Station|Association|Committee|Commission|Agency|Trust|Capital|Partners"
            r"|United|League|Cup|Act|Prize|House|Hall|Centre|Center|Church|Army|Navy|Force|Times|News|Post|Kingdom|States|Republic"
            r"|North|South|East|West|New|Great|Northern|Southern|Eastern|Western|World|National|International|Royal|Federal|Crown|Ward|Quarry|Theatre|Stadium|Library|Board|Foundation|Festival)\b"
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
