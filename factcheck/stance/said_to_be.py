"""What a claim says that something is, where the passage has the word only beside it: "the daughter of a farmer"."""

from __future__ import annotations

from factcheck.figures.grammar_words import PREPOSITIONS
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import VERB_FIELDS, field
from factcheck.stance.reading import Reading, Word
from factcheck.words import listed

_IS = frozenset(listed("is are was were be been being became become becomes remain remains remained"))
_ARTICLES = frozenset(listed("a an"))
_DEFINITE = frozenset(listed("the this that its their his her these those"))
_AS = frozenset(listed("as among"))
_OF_A_SORT = frozenset(listed("one kind type sort form species example some many most"))  # "one of the first towns"
_MOST_WORDS = 6  # of a noun with what stands before it
_TO_SUBJECT = 3  # words from a noun to whom it is said of: "the town of Holm", "a farmer called Orr"


def not_said_to_be(pair: SideBySide) -> str:
    """Return the noun that the claim says its subject is, where the passage says it of something else, else "".

    "Orr is a farmer" is not said by "the daughter of a farmer", "a nurse at the Farmers Hospital", "married a farmer".
    A noun with a "the" may mean the subject wherever it stands: "five men on board the trawler".
    """
    head = _predicate_noun(pair.claim)
    link = pair.alignment.by_claim.get(head)
    if link is None or not link.is_here:
        return ""
    there = pair.passage.words[link.passage]
    others = pair.passage.places.get(there.stem, ())
    if any(_may_be_predicated(pair, place, head) for place in {link.passage, *others}):
        return ""
    return pair.claim.words[head].text


def _predicate_noun(claim: Reading) -> int:
    """Return the place of the noun behind an "is a", -1 where the claim says of nothing what it is."""
    words = claim.words
    for place in range(1, len(words) - 1):
        if words[place].plain in _ARTICLES and _is_said_by(words, place):
            first = place + 1
            last = first
            while last + 1 < len(words) and _goes_on(words, first, last + 1):
                last += 1
            is_noun = words[last].figure < 0 and not words[last].stop and field(words[last].stem) not in VERB_FIELDS
            return last if is_noun else -1
    return -1


def _is_said_by(words: tuple[Word, ...], article: int) -> bool:
    before = article - 2 if words[article - 1].plain in ("not", "now", "also", "still") else article - 1
    return before > 0 and words[before].plain in _IS and words[before].clause == words[article].clause


def _goes_on(words: tuple[Word, ...], first: int, place: int) -> bool:
    """Does a noun go on with this word: not with "owned" in "a club owned by a bank"?"""
    word = words[place]
    if word.clause != words[first].clause or word.stop or word.figure >= 0:
        return False
    return not (word.plain.endswith("ed") and field(word.stem) in VERB_FIELDS)


def _may_be_predicated(pair: SideBySide, place: int, head: int) -> bool:
    """May a noun of the passage be said of the claim's subject, by what stands before and behind it?"""
    words = pair.passage.words
    subject = {
        k.passage for k in pair.alignment.links if k.claim < head and k.is_here and pair.claim.words[k.claim].name == 0
    }
    if not subject or not any(words[each].sentence == words[place].sentence for each in subject):
        return True
    if any(place < each <= place + _TO_SUBJECT for each in subject):
        return True
    first = place
    if words[place].name >= 0:
        name = pair.passage.names[words[place].name]
        if not subject.isdisjoint(range(name.first, name.last + 1)):
            return True
        if place != name.last:
            return False
        first = name.first
    least = max(0, first - _MOST_WORDS)
    while first > least and _stands_before(words[first - 1], words[place]):
        first -= 1
    before = first - 1
    is_definite = before >= 0 and words[before].plain in _DEFINITE and words[place].name < 0
    if before >= 0 and words[before].plain in _ARTICLES | _DEFINITE:
        before -= 1
    if is_definite or before < 0 or words[before].clause != words[place].clause:
        return True
    return _leads_to_what_it_is(words, before)


def _stands_before(word: Word, noun: Word) -> bool:
    """Is a word an adjective or a noun before another noun?"""
    return word.clause == noun.clause and not word.stop and word.figure < 0 and not is_finite_verb(word)


def _leads_to_what_it_is(words: tuple[Word, ...], before: int) -> bool:
    """Can the word before a noun lead to what the subject is: no preposition but an "as", no verb but an "is"?"""
    word = words[before]
    if word.plain == "of":
        return before > 0 and (words[before - 1].plain in _OF_A_SORT or words[before - 1].figure >= 0)
    if word.plain in PREPOSITIONS:
        return word.plain in _AS
    if word.plain in _IS or not is_finite_verb(word):
        return True
    return any(each.plain in _IS for each in words[max(0, before - 2) : before])  # "was elected mayor"
