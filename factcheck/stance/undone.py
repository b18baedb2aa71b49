"""A matter turned down, dropped or put off in the passage, of which the claim tells that it came about.

"A plan to widen the road was shelved" bears out nothing of "the town is pressing ahead with a wider road", although it
holds all its other words.
"""

from __future__ import annotations

from factcheck.models import MET
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, covered_share, is_finite_verb
from factcheck.stance.lexicon import ONE_MEANING, ONE_WORD, VERB_FIELDS, field, kin
from factcheck.stance.reading import Reading, Word
from factcheck.stance.roles import is_passive
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed, stem

_FATES = frozenset(
    stem(word)
    for word in listed("""
    reject scrap shelve abandon cancel axe ditch veto postpone delay defer rebuff spurn withdraw suspend
    """)
)
_SAID_IN_PHRASES = frozenset(stem(word) for word in listed("reject scrap cancel postpone"))  # "called off"
_REALISING = frozenset(
    stem(word)
    for word in listed("""
    agree approve adopt pass back win accept begin start launch open hold build proceed continue introduce buy acquire
    award grant sign ratify enact
    """)
)
_NEEDS = frozenset(listed("need needs requires require awaits await awaiting pending seeks seeking"))
_DONE = frozenset(listed("has have was were"))
_TO_NEED, _TO_HAVE = 4, 4  # words from "needs" to "approval", from "has" to "approved"
_REACH = 14
_LEAST_GOVERNED = 0.4  # of what the passage has of the claim
_LEAST_COVERED = 0.6  # for a conflict
_RELATIVES = frozenset(listed("that which who whose when because after"))
_BEFORE_NOUNS = frozenset(listed("a an the his her its their this that another any no of"))


@dataclass(frozen=True, slots=True)
class Undone:
    """The place of the passage's verb that tells what became of the claim's matter, and of the claim's own verb."""

    fate: int
    verb: int


def undone(pair: SideBySide) -> Undone | None:
    """Return what became in the passage of what the claim says came about, None where nothing undid it."""
    verb = _main_verb(pair)
    if verb < 0 or any(word.depth % 2 for word in pair.claim.words[pair.predicate :]):
        return None
    if any(word.plain == "against" or not _FATES.isdisjoint((*word.stems, word.bare)) for word in pair.claim.words):
        return None
    for place, word in enumerate(pair.passage.words):
        if not _tells_a_fate(word, pair.passage, place):
            continue
        if any(kin(mine.stem, word.stem) in ONE_MEANING for mine in pair.claim.words):
            continue
        governed = _governed(pair, place)
        if not governed or _is_said_elsewhere(pair, verb, governed):
            continue
        return Undone(place, verb)
    return None


def contradicts(found: Undone, pair: SideBySide) -> bool:
    """Is the claim's verb one of agreeing, beginning or carrying out, and is all else surely of the same matter?"""
    if covered_share(pair) < _LEAST_COVERED or any(match.covered < 1.0 for match in pair.names):
        return False
    realises = not _REALISING.isdisjoint(pair.claim.words[found.verb].stems)
    return realises or _undid_it_itself(found, pair)


def still_needed(pair: SideBySide) -> str:
    """Return the passage's noun for what the claim says is done, where the passage says that it is needed; else "".

    "The sale has been approved" beside "the sale needs the approval of the court".
    """
    deed = pair.alignment.by_claim.get(_main_verb(pair))
    if deed is None or deed.passage < 1 or not deed.covered or deed.kin not in ONE_WORD:
        return ""
    before = [word.plain for word in pair.claim.words[max(0, deed.claim - _TO_HAVE) : deed.claim]]
    words = pair.passage.words
    needs = words[max(0, deed.passage - _TO_NEED) : deed.passage]
    needed = any(word.plain in _NEEDS and word.clause == words[deed.passage].clause for word in needs)
    return words[deed.passage].text if needed and not _DONE.isdisjoint(before) else ""


def _undid_it_itself(found: Undone, pair: SideBySide) -> bool:
    """Did the claim's own doer turn down what the claim says that he did: "Orr offered", "Orr refused an offer"?"""
    deed = pair.alignment.by_claim.get(found.verb)
    if deed is None or not deed.covered or deed.passage < found.fate or is_passive(pair.passage, found.fate):
        return False
    doers = [k.passage for k in pair.alignment.links if k.claim < found.verb and pair.claim.words[k.claim].name >= 0]
    return bool(doers) and all(0 <= place < found.fate for place in doers)


def _main_verb(pair: SideBySide) -> int:
    """Return the place of the claim's verb that says something, -1 where it only says what is or was."""
    words = pair.claim.words
    for place in range(pair.predicate, len(words)):
        if not words[place].stop and words[place].name < 0 and words[place].figure < 0:
            told = field(words[place].stem) in VERB_FIELDS or words[place].plain.endswith("ed")
            return place if told or place in pair.claim.phrase_ends else -1
    return -1


def _tells_a_fate(word: Word, passage: Reading, place: int) -> bool:
    """Is a word a verb, not denied, that says of a matter that it came to nothing or must wait?"""
    if word.name >= 0 or word.figure >= 0 or word.depth % 2:
        return False
    if word.bare not in _FATES and _SAID_IN_PHRASES.isdisjoint(word.stems):
        return False
    return word.plain.endswith("ed") or is_irregular(word.plain) or place in passage.phrase_ends or is_finite_verb(word)


def _governed(pair: SideBySide, fate: int) -> list[Link]:
    """Return the claim's words that the verb of a fate is said of, none where they are only a few of those met."""
    words = pair.passage.words
    passive = is_passive(pair.passage, fate)
    last = pair.passage.phrase_ends.get(fate, fate)
    near = range(max(0, fate - _REACH), fate) if passive else range(last + 1, _end_of_object(pair.passage, last + 1))
    here = [
        link for link in pair.alignment.links if link.is_here and words[link.passage].sentence == words[fate].sentence
    ]
    governed = [link for link in here if link.passage in near or fate < link.passage < last]
    if not passive:
        governed = [link for link in governed if words[link.passage].clause == words[fate].clause]
    named = [link for link in governed if pair.claim.words[link.claim].name < 0] or _figures_in(pair, near)
    if not named:
        return []
    others = [k for k in here if passive or k.passage > fate]  # who turned it down is no part of the matter
    met = sum(pair.claim.words[link.claim].weight for link in others)
    return governed if sum(pair.claim.words[k.claim].weight for k in governed) >= _LEAST_GOVERNED * met else []


def _end_of_object(passage: Reading, first: int) -> int:
    """Return the place behind the object that begins here: "that" begins what somebody said."""
    last = first
    while last < min(len(passage.words), first + _REACH) and passage.words[last].plain not in _RELATIVES:
        last += 1
    return last


def _figures_in(pair: SideBySide, near: range) -> list[int]:
    """Return the places, of some, at which a figure stands that is the claim's."""
    numbers = {bond.passage for bond in pair.bonds if bond.passage >= 0 and bond.relation in MET}
    words = pair.passage.words
    return [place for place in near if place < len(words) and words[place].figure in numbers]


def _is_said_elsewhere(pair: SideBySide, verb: int, governed: list[Link]) -> bool:
    """Does the passage tell the claim's own deed besides: "the bid that it made in May was rejected"?"""
    link = pair.alignment.by_claim.get(verb)
    if link is None or not link.covered:
        return False
    if link.passage < 0:
        return True
    word = pair.passage.words[link.passage]
    before = pair.passage.words[link.passage - 1].plain if link.passage else ""
    is_noun = before in _BEFORE_NOUNS or not (word.plain.endswith(("ed", "ing")) or is_irregular(word.plain))
    return not is_noun
