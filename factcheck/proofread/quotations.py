"""Find the quotations of a text: all quotation marks, nested, left open over paragraphs, with their speaker.

Apostrophes are the trap: "the workers' pay" ends no quotation, "'90s" begins none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from factcheck.words import listed

# Opening marks and what closes them; German writes „…“, Swedish ”…”, French «…», Danish »…«.
PAIRS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
PAIRS |= {"``": "''"} | {"「": "」", "『": "』", "＂": "＂"}
SINGLE = frozenset("‘‚'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `start` and `end` slice its words, without the marks; `closed` tells whether it ends here.

    `opened` is where its opening mark stands.
    """

    text: str
    start: int
    end: int
    opened: int
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of a paragraph in order; one left open runs to its end."""
    found: list[Quotation] = []
    at = 0
    while at < len(text):
        if text[at] in PAIRS and text[at + 1 : at + 2] not in ("", *PAIRS[text[at]]) and _opens(text, at):
            end = _close(text, at)
            if end is not None or _may_stay_open(text, at):
                last = len(text) if end is None else end
                found.append(Quotation(text[at + 1 : last], at + 1, last, at, end is not None))
                at = last
        at += 1
    return found


def _opens(text: str, at: int) -> bool:
    """Tell whether the mark can open a quotation where it stands."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() and text[at] not in "«»":  # French leaves a space inside
        return False
    if text[at] in "”»" and not (before.isspace() and after.isalnum()):
        return False
    if text[at] in "'‘" and _is_elision(text, at):
        return False
    return not before.isalnum() and before not in ".,;:!?…%)"


def _is_elision(text: str, at: int) -> bool:
    """Tell whether the mark stands for letters left out: '90s, 'em, 'til."""
    return _patterns().elision.match(text, at + 1) is not None


def _may_stay_open(text: str, at: int) -> bool:
    """A quotation of several paragraphs is closed in its last one only; the others begin with the mark."""
    return at == 0 and text[at] in '“"«„‘' and len(text) > 1


def _close(text: str, at: int) -> int | None:
    """Return where the quotation that opens at `at` closes."""
    closers = PAIRS[text[at]]
    candidates = [place for place in range(at + 2, len(text)) if text[place] in closers and _closes(text, place)]
    if text[at] not in SINGLE:
        return _at_depth(text, at, candidates)
    limit = next(
        (place for place in range(at + 1, len(text)) if text[place] == text[at] and _reopens(text, place)), len(text)
    )
    within = [place for place in candidates if place < limit and not _inside_double(text, at, place)]
    return next((place for place in within if text[place - 1] in ".,?!…—–"), within[0] if within else None)


def _closes(text: str, place: int) -> bool:
    """Tell whether a mark can close: no space before it (but French), no letter after it."""
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place - 1].isspace() and text[place] not in "»«":
        return False
    return not after.isalnum() or text[place] not in "'’\"“"


def _reopens(text: str, place: int) -> bool:
    return _opens(text, place) and text[place - 1].isspace()


def _inside_double(text: str, start: int, end: int) -> bool:
    """Tell whether a double quotation is open at `end`."""
    part = text[start:end]
    return part.count("“") > part.count("”") or part.count('"') % 2 == 1


def _at_depth(text: str, at: int, candidates: list[int]) -> int | None:
    """Return the first closing mark outside quotations of the same kind that lie within."""
    if text[at] not in "“«„":
        return candidates[0] if candidates else None
    for place in candidates:
        inner = text[at + 1 : place]
        opened = sum(inner.count(mark) for mark in text[at]) if PAIRS[text[at]][0] != text[at] else 0
        if opened <= sum(inner.count(mark) for mark in PAIRS[text[at]][0]):
            return place
    return candidates[0] if candidates else None


# --- words of a quotation -------------------------------------------------------------------------------


def words_in(text: str) -> int:
    """Return how many words a quotation has."""
    return len(_patterns().word.findall(text))


def is_title(text: str) -> bool:
    """Tell whether the words in quotation marks name a work: all but the small words have capitals."""
    words = _patterns().word.findall(text)
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(long) and all(word[0].isupper() for word in long) and text[-1:] not in ".?!,"


# --- who says it ----------------------------------------------------------------------------------------

_SAID = (
    "said|says|say|told|tells|added|adds|asked|asks|replied|replies|wrote|writes|insisted|insists|warned|warns|argued|argues"
    "|explained|explains|claimed|claims|declared|announced|recalled|recalls|noted|notes|admitted|admits|joked|continued|concluded"
    "|stated|states|commented|promised|predicted|complained|testified|tweeted|posted|shouted|remarked|observed|stressed"
    "|acknowledged|agreed|answered|suggested|believes|thinks|called|calls|described|describes|reported|vowed|pledged|urged"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|President|Senator|Sen|Gen|General|Lt|Col|Captain|Capt|Sgt|Chief"
    r"|Judge|Justice|Minister|Mayor|Governor|Gov|Rep|Rev|Inspector|Councillor|Cllr)\.?\s+)*"
    r"[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.|de|da|del|della|der|van|von|bin|al|el|la|le|du|dos|[A-Z][\w’'-]+))*"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a quotation is given to: the name as written, or a pronoun; its span in the paragraph, if it has one."""

    name: str
    start: int = 0
    end: int = 0

    @property
    def is_pronoun(self) -> bool:
        """Is it "he", "she", "they" or "it"?"""
        return self.name.lower() in _PRONOUNS

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case, without a possessive."""
        return re.sub(r"[’']s?$", "", self.name.split()[-1]).lower()


_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
# Capitalised words that begin sentences and are no names.
_NO_NAMES = frozenset(
    listed("""
    the a an this that these those but and in on at for as if when while after before since he she they it we i you his
    her its their our my there then now so yet still however asked speaking writing one some many most all both no not
    what who how why monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """)
)


def speaker_near(text: str, start: int, end: int) -> Speaker | None:
    """Return who the words at `start` to `end` of a paragraph are given to, from the words right round them.

    Looked for after the quotation first ("…," said Ruth Hallam), then before it (Ruth Hallam said: "…").
    """
    first = max(0, start - 160)
    after = _speaker_after(text[end : end + 160], whole=text[start:end].rstrip("”\"’'»“").endswith("."))
    before = _speaker_before(text[first:start])
    if after is not None and not (before is not None and text[:start].rstrip().endswith(":")):
        return replace(after, start=after.start + end, end=after.end + end)
    return replace(before, start=before.start + first, end=before.end + first) if before is not None else None


def _speaker_after(text: str, *, whole: bool) -> Speaker | None:
    """Return who is named behind a quotation; behind a `whole` sentence that may be who says the next one."""
    found = _patterns().after.match(text)
    if found is None or (whole and _patterns().next_one.match(text[found.end() :])):
        return None  # “… at sea.” Ms Oduya said: “…”
    return _named(found)


def _speaker_before(text: str) -> Speaker | None:
    last = None
    for found in _patterns().before.finditer(text):
        last = found
    if last is None or re.search(r"[.!?][”\"’']?\s+\S", text[last.end() :]):
        return None
    return _named(last)


def _named(found: re.Match[str]) -> Speaker | None:
    number = next((number for number, group in enumerate(found.groups(), 1) if group), None)
    if number is None:
        return None
    words = found[number].split()
    while words and words[0].lower() in _NO_NAMES - _PRONOUNS and len(words) > 1:
        words.pop(0)
    if not words or (words[0].lower() in _NO_NAMES - _PRONOUNS):
        return None
    name = " ".join(words)
    return Speaker(name, found.end(number) - len(name), found.end(number))


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        pronoun = r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)\b"
        role = r"(?:the\s+|its\s+|their\s+|a\s+|an\s+)?(?:[a-z][\w’'-]*,?\s+(?:of\s+|for\s+|at\s+|and\s+)?){0,6}?"
        self.word = re.compile(r"[^\W_]+(?:['’.,&-][^\W_]+)*")
        self.elision = re.compile(r"(?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.IGNORECASE)
        self.after = re.compile(
            rf"[”\"’'»“]?[,.]?\s*(?:(?:{_SAID})\s+{role}({_NAME}|{pronoun})"
            rf"|(?:{_NAME},\s+)?({_NAME}|{pronoun})(?:,[^,.;]{{1,70}},)?,?\s+(?:(?:later|also|then|has|had)\s+)?(?:{_SAID})\b"
            rf"|according\s+to\s+{role}({_NAME}))"
        )
        self.next_one = re.compile(r"(?:\s+that)?[,:]?\s*[“\"„«‘]")
        self.before = re.compile(
            rf"\b(?:({_NAME}|{pronoun})(?:,(?!\s+{_NAME},)[^,.;“\"]{{1,90}},|,)?\s+(?:(?:later|also|then|has|had|who)\s+)?(?:{_SAID})\b[^.!?“\"]{{0,80}}"
            rf"|[Aa]ccording\s+to\s+{role}({_NAME})[^.!?“\"]{{0,60}}|[Aa]s\s+({_NAME}|{pronoun})\s+(?:put\s+it|{_SAID})[^.!?“\"]{{0,40}})"
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
