"""Words of English text: tokens with spans, stop words, stems, spelling variants and near matches.

`stem` undoes inflection ("soldiers", "sent"), `root` also undoes derivation ("election", "elected"); both give
keys to compare, not words to show. `likeness` compares two words as a person would who knows typing errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

REMEMBERED_WORDS = 4096
"""Words whose forms are kept: sixteen times as many made a check no quicker, and memory grew from 70 to 120 MB."""

REMEMBERED_TEXTS = 256
"""Texts whose words are kept: the fifty passages of a claim, and what stands before each, are read, and then judged."""


def listed(text: str, separator: str | None = None) -> list[str]:
    """Return the words of a list that is written as a text, for tables that are long but must stay readable."""
    return text.split(separator)


STOP_WORDS = frozenset(
    listed("""
    a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here
    hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off
    on once only or other our ours ourselves out over own same she should so some such than that the their theirs
    them themselves then there these they this those through to too under until up upon very was we were what when
    where which while who whom whose why will with would you your yours yourself yourselves
    s t d ll m re ve don doesn didn isn aren wasn weren hasn haven hadn won't can't cannot shall may might must
    said says say told according reportedly however although though yet still already among amid per via etc
    within without toward towards across along around onto since whether either neither
    """)
)
"""Words too common to search for, or that tell how a thing is said rather than what is said."""

NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        listed("zero nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
        "|sixteen|seventeen|eighteen|nineteen|twenty", "|")
    )
    for word in words.split()
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "couple": 2, "pair": 2,
}  # fmt: skip
"""Number words and their values; `figures` reads whole numerals, this only knows the single words."""

_IRREGULAR = """
arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten
bleed bled|blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|come came|creep crept|deal dealt|dig dug|do did done does|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown|hang hung|have had has
hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt
leave left|lend lent|lie lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken
overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck
strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood
undertake undertook undertaken|undergo underwent undergone|wake woke woken|wear wore worn|weave wove woven|weep wept
win won|withdraw withdrew withdrawn|withhold withheld|write wrote written|rewrite rewrote rewritten
foresee foresaw foreseen|uphold upheld|rebuild rebuilt|resell resold|outgrow outgrew outgrown|forecast forecasted
man men|woman women|child children|person people persons|foot feet|tooth teeth|goose geese|mouse mice|life lives
wife wives|half halves|leaf leaves|knife knives|wolf wolves|shelf shelves|thief thieves|self selves|loaf loaves
crisis crises|analysis analyses|basis bases|thesis theses|hypothesis hypotheses|phenomenon phenomena
criterion criteria|medium media|datum data|bacterium bacteria|index indices|appendix appendices|city cities
die died dies dying|lie lied lies lying|tie tied ties tying
policeman policemen|policewoman policewomen|fireman firemen|fisherman fishermen|businessman businessmen
chairman chairmen|serviceman servicemen|gunman gunmen|spokesman spokesmen|spokeswoman spokeswomen
agree agreed|disagree disagreed|free freed|guarantee guaranteed|decree decreed|bear borne|breed bred
forgo forwent forgone|mislead misled|outsell outsold|overrun overran|oversee oversaw overseen|repay repaid
retake retook retaken|withstand withstood|undo undid undone|outdo outdid outdone|cling clung|fling flung
use used|owe owed|sue sued suing|axe axed
"""

_NO_PLURAL = frozenset(listed("news series species gas bus lens plus always perhaps texas paris james"))

# (ending, replacement): British and other variants brought to one spelling. Applied to both words that are
# compared, so a wrong change ("rise" to "rize") does no harm.
_SPELLING = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze"), ("ysed", "yzed"),
    ("tre", "ter"), ("ence", "ense"), ("logue", "log"), ("gramme", "gram"), ("cheque", "check"), ("grey", "gray"),
    ("our", "or"), ("oured", "ored"), ("ourite", "orite"), ("tyre", "tire"), ("plough", "plow"),
    ("aeroplane", "airplane"),
)  # fmt: skip

_SHORT = re.compile(r"[^aeiouy]*[aeiou][^aeiouwxy]")  # to which an ending is not added as it is
_LOSING_E = ("is", "ys", "enc", "ogu")  # before "ed" and "ing", of words that end as some of those above do

# (ending, replacement, letters that must stay before it), longest first: derivation undone for `root`.
_DERIVED = (
    ("ization", "iz", 3), ("ification", "ify", 2), ("ational", "", 3), ("fulness", "", 3), ("ousness", "", 3),
    ("iveness", "", 3), ("ability", "", 3), ("ibility", "", 3), ("ication", "y", 3), ("ation", "", 3),
    ("ition", "", 3), ("ision", "id", 2), ("ution", "u", 3), ("ction", "ct", 2), ("ption", "pt", 2),
    ("ssion", "ss", 2), ("tion", "t", 3), ("sion", "s", 3), ("ement", "", 4), ("ment", "", 4), ("ance", "", 4),
    ("anc", "", 4), ("ens", "", 4), ("enc", "", 4), ("ancy", "", 4), ("ency", "", 4), ("ness", "", 4), ("abl", "", 4),
    ("ibl", "", 4), ("ship", "", 4), ("hood", "", 4), ("ically", "", 3), ("ally", "", 4), ("ical", "", 4),
    ("iag", "y", 3), ("ious", "", 4), ("eous", "", 4), ("ity", "", 4), ("ativ", "", 4), ("iv", "", 4), ("ful", "", 4),
    ("ous", "", 4), ("ial", "", 4), ("ian", "", 4), ("ism", "", 4), ("ist", "", 4), ("ant", "", 4), ("ent", "", 4),
    ("at", "", 4), ("iz", "", 4), ("al", "", 4), ("ic", "", 4), ("or", "", 4), ("er", "", 4), ("ly", "", 4),
    ("e", "", 4),
)  # fmt: skip


_Ending = TypeVar("_Ending", tuple[str, str], tuple[str, str, int])


def _by_letter(endings: Iterable[_Ending]) -> dict[str, list[_Ending]]:
    """Return the endings by their last letter: a word is held against three of them and not against all."""
    found: dict[str, list[_Ending]] = {}
    for each in endings:
        found.setdefault(each[0][-1], []).append(each)
    return found


_SPELLING_BY_LETTER = _by_letter(_SPELLING)
_DERIVED_BY_LETTER = _by_letter(_DERIVED)

_VOWEL = re.compile("[aeiouy]")
_TOKEN = re.compile(
    r"[A-Za-z]++(?![\w'’.&-])"  # the plain word, which is found in two thirds of the time
    r"|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.&-]?[^\W_]+)*"
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th"})


class Token(NamedTuple):
    """A word or number as written, its span in the text, its plain form (lower case, no possessive) and stem."""

    text: str
    start: int
    end: int
    plain: str
    stem: str

    @property
    def capital(self) -> bool:
        """Is it written with a capital letter?"""
        return self.text[0].isupper()

    @property
    def numeric(self) -> bool:
        """Is it written in digits, or a number word?"""
        return self.text[0].isdigit() or self.plain in NUMBER_WORDS


@cache
def _irregular_forms() -> dict[str, str]:
    """Return each irregular form with its base."""
    forms: dict[str, str] = {}
    for entry in re.split(r"[|\n]", _IRREGULAR.strip()):
        base, *others = entry.split()
        for form in others:
            forms.setdefault(form, base)
    return forms


def is_irregular(word: str) -> bool:
    """Is a word, in lower case, an irregular form of another ("sent", "fell", "men")?"""
    return word in _irregular_forms()


@cache
def _forms_of_stems() -> dict[str, list[str]]:
    """Return for each stem its irregular forms."""
    forms: dict[str, list[str]] = {}
    for form, base in _irregular_forms().items():
        forms.setdefault(_canonical_end(base), []).append(form)
    return forms


def irregular_forms(key: str) -> tuple[str, ...]:
    """Return the irregular forms of a stem: "sent" of "send"."""
    return tuple(_forms_of_stems().get(key, ()))


def plain(word: str) -> str:
    """Return a word in lower case with straight apostrophes and without a possessive ending."""
    return _forms(word)[0]


@lru_cache(REMEMBERED_WORDS)
def _forms(word: str) -> tuple[str, str]:
    """Return a word's plain form and its stem."""
    base = _plain(word)
    return base, _stem(base)


def _plain(word: str) -> str:
    lowered = word.lower()
    if not lowered.isascii():
        lowered = _without_accents(lowered.translate(_APOSTROPHES))
    if "'" not in lowered:
        return lowered
    if lowered.endswith("'s"):
        return lowered[:-2]
    return lowered.replace("'", "") if lowered.endswith("'") else lowered


def _without_accents(lowered: str) -> str:
    """Return a word of Latin letters without their accents, as FTS5's unicode61 indexes it: "Noël" is "Noel"."""
    folded = unicodedata.normalize("NFD", lowered.translate(_LETTERS))
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return bare if bare.isascii() else lowered


def stem(word: str) -> str:
    """Return the key that a word shares with its inflected forms and spelling variants.

    "soldiers" and "soldier", "sent" and "send", "organised" and "organize" have one stem each. A key to
    compare, not a word to show: "provided" gives "provid".
    """
    return _forms(word)[1]


def _stem(base: str) -> str:
    irregular = _irregular_forms().get(base)
    if irregular is not None:
        return _canonical_end(irregular)
    if len(base) <= 3 or base in _NO_PLURAL or not base.isalpha():
        return base
    without = _WITHOUT_ENDING.get(base[-1])
    if without is None:
        return _canonical_end(base)
    bare = without(base)
    if base[-1] == "s":
        return _canonical_end(_irregular_forms().get(bare, bare))
    if bare != base:  # no form of another verb: a firm that was "founded" was not found, nor is what "ranged" rung
        bare = _with_lost_e(bare)
    return _canonical_end(bare)


def _with_lost_e(bare: str) -> str:
    """Return what "ed" or "ing" was taken off with the "e" that it lost, where one spelling turns on it: "raise"."""
    return bare + "e" if bare.endswith(_LOSING_E) else bare


def are_forms_of_one(word: str, other: str) -> bool:
    """Are two plain words of one stem forms of one word, and not of two that differ by a silent "e": "plan", "plane"?

    A short word without it doubles its last letter before an ending: "planned" is of "plan", "planed" of "plane".
    """
    if word == other:
        return True
    ends = {_has_silent_e(word), _has_silent_e(other)}
    return ends != {True, False}


@lru_cache(REMEMBERED_WORDS)
def _has_silent_e(word: str) -> bool | None:
    """Has the base form of a short word a silent "e"? None of a longer one, and where its form does not tell."""
    base = _irregular_forms().get(word, word)
    key = stem(base)
    if not _SHORT.fullmatch(key) or not base.startswith(key):
        return None
    ending = base[len(key) :]
    if ending in ("e", "es", "ed", "ing"):
        return True if key[-1] not in "sz" or ending == "e" else None  # "buses"
    last = key[-1]  # doubled for good in "fill"
    return False if ending in ("", "s", last, last + "s", last + "ed", last + "ing") else None


def _without_plural(word: str) -> str:
    """Take off a plural or third-person ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    """Take off the ending of a regular past tense."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and not word.endswith("eed") and _VOWEL.search(word[:-2]) and len(word) > 4:
        return word[:-2]
    return word


def _without_participle(word: str) -> str:
    """Take off the ending of a present participle."""
    if word.endswith("ing") and len(word) > 5 and _VOWEL.search(word[:-3]):
        return word[:-3]
    return word


_WITHOUT_ENDING = {"s": _without_plural, "d": _without_past, "g": _without_participle}  # by the last letter


def _canonical_end(word: str) -> str:
    """Bring the end of a base form to one spelling: variants, doubled consonants, the silent e."""
    for ending, replacement in _SPELLING_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)] + replacement
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    if len(word) <= 5:
        return word
    if word.endswith("is"):  # organis(ed): the e was lost before the spelling was seen
        return word[:-2] + "iz"
    if word.endswith("ys"):
        return word[:-1] + "z"
    return word[:-3] + "or" if word.endswith("our") else word


@lru_cache(REMEMBERED_WORDS)
def root(word: str) -> str:
    """Return the key that a word shares with its derived forms: "election" and "elected" have one root."""
    key = stem(word)
    if not key.isalpha():
        return key
    for ending, replacement, keep in _DERIVED_BY_LETTER.get(key[-1:], ()):
        if key.endswith(ending) and len(key) - len(ending) >= keep:
            key = key[: -len(ending)] + replacement
            break
    if key.endswith("ct") and len(key) > 2:  # production, produce
        return key[:-1]
    return key[:-1] if len(key) > 4 and key[-1] == key[-2] else key


def initial_of_root(key: str) -> str:
    """Return the first letter of a stem's root, the stem's own but for that of "ate" and "went"."""
    return root(key)[:1] if key[:2] in _turned_openings() and key.startswith(_turned_forms()) else key[:1]


@cache
def _turned_forms() -> tuple[str, ...]:
    """Return the irregular forms that begin otherwise than their base: endings come and go, openings stay."""
    return tuple(form for form, base in _irregular_forms().items() if form[0] != base[0])


@cache
def _turned_openings() -> frozenset[str]:
    return frozenset(form[:2] for form in _turned_forms())


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of a text in order, each with its span."""
    make = tuple.__new__  # a third of the time of the constructor
    return [make(Token, (word := match[0], *match.span(), *_forms(word))) for match in _TOKEN.finditer(text)]


@lru_cache(REMEMBERED_TEXTS)
def token_row(text: str) -> tuple[Token, ...]:
    """Return the same for who asks again soon: passages are read, and then worked with."""
    return tuple(tokens(text))


def content_words(text: str) -> list[Token]:
    """Return the tokens that are not stop words, numbers included."""
    return [token for token in tokens(text) if token.plain not in STOP_WORDS]


def typing_errors(word: str) -> int:
    """Return how many typing errors a word of this length may hold and still be recognised."""
    if len(word) <= 3:
        return 0
    return 1 if len(word) <= 7 else 2


@lru_cache(REMEMBERED_WORDS)
def likeness(word: str, other: str) -> float:
    """Return how likely two words are to be the same one, 0 to 1.

    1.0 for the same word or stem, 0.9 for the same root, less for words within the typing errors that their
    length allows; 0 for all else. Says nothing about meaning: "million" and "billion" are near each other
    here, and a caller who knows such pairs must part them.
    """
    if stem(word) == stem(other):
        return 1.0
    if root(word) == root(other):
        return 0.9
    first, second = plain(word), plain(other)
    allowed = min(typing_errors(first), typing_errors(second))
    if not allowed or not first.isalpha() or not second.isalpha():
        return 0.0
    return _edit_likeness(first, second, allowed)


def _letters_apart(first: str, second: str) -> int:
    """Return how many letters of one the other lacks: no fewer errors can lie between them."""
    rest = second
    for letter in first:
        rest = rest.replace(letter, "", 1)
    shared = len(second) - len(rest)
    return max(len(first), len(second)) - shared


def _edit_likeness(first: str, second: str, allowed: int) -> float:
    """Return 1 less the share of letters mistyped, or 0 where there are more errors than allowed."""
    if _letters_apart(first, second) > allowed:
        return 0.0
    from rapidfuzz.distance import OSA  # here, because the import costs 6 ms, and few pairs come this far

    errors = OSA.distance(first, second, score_cutoff=allowed)
    return 0.0 if errors > allowed else 1.0 - errors / max(len(first), len(second))
