"""Which word of the passage, or of its context, each content word of the claim meets."""

from __future__ import annotations

from factcheck.figures.movement import FALLING, RISING
from factcheck.models import Figure, Kind, Role
from factcheck.stance.initials import is_pronoun_for, places_by_initials
from factcheck.stance.lexicon import (
    ONE_MEANING,
    VERB_FIELDS,
    Kin,
    Stems,
    exclusive,
    field,
    is_known,
    kin,
    kindred,
    looked_through,
    meaning_fields,
)
from factcheck.stance.reading import Reading, Word
from factcheck.values import dataclass
from factcheck.words import are_forms_of_one, is_irregular, likeness, listed

STRENGTH = {
    Kin.SAME: 1.0, Kin.DERIVED: 0.9, Kin.SYNONYM: 0.85, Kin.BROADER: 0.8, Kin.OPPOSITE: 0.7, Kin.NARROWER: 0.35,
    Kin.SISTER: 0.0, Kin.NONE: 0.0,
}  # fmt: skip
_LEAST_LIKENESS = 0.7
_COVERED = 0.6
_KIND_BEHIND = 2  # words behind one of the same kind: "comedy drama book"
_UNRELATED = (Kin.NONE, 0.0)


_BEFORE_NOUNS = frozenset(listed("a an the his her its their this that of no"))
_PRICES = frozenset(listed("cost costs costing worth priced"))
_REACHING = frozenset(listed("reach reaches reached reaching hit hits top tops topped"))
_REACHED = frozenset({Kind.MEASURE, Kind.PERCENT, Kind.MONEY})
_TO_REACHED = 2  # words from a "reached" to its amount: "reached nearly 90 km/h"
_EARLIER = frozenset(listed("before previously earlier used then once originally last"))
_PRICE_NOUNS = frozenset(listed("price prices cost costs fare fares fee fees"))
_MOVING = RISING | FALLING | {"went"}
_TO_PRICE = 4  # words from a "cost" to its amount: "cost at least another £31m"
_BEFORE_VERBS = frozenset(listed("to will would can could may might must shall should"))


@dataclass(frozen=True, slots=True)
class Link:
    """A claim word (by its place) and the passage word it meets; `passage` is -1 where only the context has it."""

    claim: int
    passage: int
    kin: Kin
    strength: float
    in_context: bool = False

    @property
    def covered(self) -> bool:
        """Does the passage or its context hold the claim's word, or one that says as much?"""
        return self.strength >= _COVERED

    @property
    def is_here(self) -> bool:
        """Is it the passage itself that holds it?"""
        return self.passage >= 0 and self.strength >= _COVERED


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of a claim's content words, in the claim's order."""

    links: tuple[Link, ...]
    by_claim: dict[int, Link]

    def passage_place(self, claim_place: int) -> int:
        """Return the place of the passage word that a claim word meets, or -1."""
        link = self.by_claim.get(claim_place)
        return link.passage if link is not None and link.covered else -1


@dataclass(frozen=True, slots=True)
class _Sought:
    """A text as claim words are looked for in it: its stems, each with the first word that has it.

    With that word come its length and its opening letters, which tell of most that they are no other one typed wrong;
    `unknown` are those which the lexicon does not know.
    """

    stems: Stems
    words: dict[str, Word]
    spelled: list[tuple[str, Word, int, str]]
    unknown: list[tuple[str, Word, int, str]]


def _sought(reading: Reading, *, telling: bool = False) -> _Sought:
    """Return a reading as claim words are looked for in it; with `telling` without stop words and figures."""
    firsts = {stem: reading.words[places[0]] for stem, places in reading.places.items()}
    if telling:
        firsts = {stem: word for stem, word in firsts.items() if not word.stop and word.figure < 0}
    spelled = [(stem, word, len(word.plain), word.plain[:2]) for stem, word in firsts.items()]
    stems = looked_through(firsts)
    known = set(stems.held)
    unknown = [each for each in spelled if each[1].stem not in known and not is_known(each[1].stem)]
    return _Sought(stems, firsts, spelled, unknown)


def align(claim: Reading, passage: Reading, context: Reading) -> Alignment:
    """Link each content word of the claim to the passage word that says the same, nearest to its neighbours' links."""
    content = claim.content()
    here, around = _sought(passage, telling=True), None
    candidates = {
        place: _by_initials(place, claim, passage) or _candidates(claim.words[place], passage, here)
        for place in content
    }
    settled = _settle(candidates)
    settled |= _of_another_sort(claim, passage, settled)
    settled |= _carried(claim, passage, settled)
    settled |= _priced(claim, passage, settled)
    settled |= _reached(claim, passage, settled)
    settled |= _of_another_kind(claim, passage, settled)
    links = []
    for place in content:
        link = settled.get(place)
        if link is None or not link.covered:
            around = around or _sought(context)
            link = _from_context(place, claim, context, around) or link or Link(place, -1, Kin.NONE, 0.0)
        links.append(link)
    return Alignment(tuple(links), {link.claim: link for link in links})


def _by_initials(place: int, claim: Reading, passage: Reading) -> list[tuple[int, Kin, float]]:
    """Return the passage words that have a claim's name by its initials, or what the claim's initials are of."""
    return [(there, Kin.SAME, 1.0) for there in places_by_initials(place, claim, passage)]


def _candidates(word: Word, passage: Reading, sought: _Sought) -> list[tuple[int, Kin, float]]:
    """Return the passage words that a claim word could meet, with kinship and strength."""
    same = [place for stem in word.stems for place in passage.places.get(stem, ())]
    apart = [place for place in same if _is_another_word(word, passage.words[place])]
    same = [place for place in same if place not in apart and not is_pronoun_for(word, passage.words[place])]
    if same:
        return [(place, Kin.SAME, 1.0) for place in dict.fromkeys(same)]
    found = []
    related = _related(word, sought.stems)
    typed = _typed_wrong(word, sought)
    for stem in [each for each in sought.words if each in related or each in typed] if related or typed else ():
        if apart and stem in word.stems:
            continue
        first = sought.words[stem]
        relation, strength = related.get(stem, _UNRELATED)
        if relation is Kin.OPPOSITE and (word.name < 0) != (first.name < 0):
            continue  # "separated" is not turned round by "the United Kingdom"
        if not strength and stem in typed:
            relation, strength = Kin.SAME, typed[stem]
        if strength:
            places = passage.places[stem]
            if relation is Kin.OPPOSITE:  # "demolished" is not turned round by "the Federal Building"
                places = tuple(place for place in places if (word.name < 0) == (passage.words[place].name < 0))
            found += [(place, relation, strength) for place in places]
    best = max((entry[2] for entry in found), default=0.0)
    if best < _COVERED:
        found += _within_phrases(word, passage)
        best = max((entry[2] for entry in found), default=0.0)
    return [entry for entry in found if entry[2] >= best - 0.16]


def _is_another_word(word: Word, other: Word) -> bool:
    """Have two words of one stem it from two: "plan" and "plane"? Not where one begins a phrase that has it."""
    both_bare = word.stem == word.bare and other.stem == other.bare
    return both_bare and word.stem == other.stem and not are_forms_of_one(word.plain, other.plain)


def _related(word: Word, stems: Stems) -> dict[str, tuple[Kin, float]]:
    """Return the stems to which what a claim word can say is kin, each with the strongest kinship and its strength."""
    found: dict[str, tuple[Kin, float]] = {}
    for mine in word.stems:
        for stem, relation in kindred(mine, stems).items():
            strength = STRENGTH[relation]
            if stem not in found or strength > found[stem][1]:
                found[stem] = relation, strength
    return found


def _within_phrases(word: Word, passage: Reading) -> list[tuple[int, Kin, float]]:
    """Return the words within the passage's phrases that say what a claim word says: "jobs" in "lost their jobs"."""
    met = [(place, kin(word.stem, stem)) for stem, places in passage.phrased.items() for place in places]
    return [(place, relation, STRENGTH[relation]) for place, relation in met if relation in ONE_MEANING]


def _typed_wrong(word: Word, sought: _Sought) -> dict[str, float]:
    """Return the stems whose first word may be the claim's with typing errors, each with how alike the two are.

    Two words that the lexicon knows are not one.
    """
    plain, length, first, second = word.plain, len(word.plain), word.plain[:1], word.plain[1:2]
    found = {}
    for stem, other, letters, opening in sought.unknown if is_known(word.stem) else sought.spelled:
        if -2 <= letters - length <= 2 and (first in opening or second in (opening[:1], opening[1:])):
            alike = likeness(plain, other.plain)
            if alike >= _LEAST_LIKENESS:
                found[stem] = alike
    return found


def _settle(candidates: dict[int, list[tuple[int, Kin, float]]]) -> dict[int, Link]:
    """Choose one passage word for each claim word: the likest, then the one nearest to its neighbours' choices."""
    settled: dict[int, Link] = {}
    for place in sorted(candidates, key=lambda p: (len(candidates[p]), p)):
        options = candidates[place]
        if not options:
            continue
        anchors = [(abs(place - other), link.passage) for other, link in settled.items()]
        anchors = sorted(anchors)[:3]
        chosen = max(options, key=lambda option: (option[2] - _distance(option[0], anchors), -option[0]))
        settled[place] = Link(place, *chosen)
    return settled


def _of_another_sort(claim: Reading, passage: Reading, settled: dict[int, Link]) -> dict[int, Link]:
    """Return no links for the claim's verbs whose broader word is a noun that another of its words is: "minister".

    To minister is to attend to somebody, which does not make "the minister" a word for "attended".
    """
    met = {link.passage for link in settled.values() if link.kin is Kin.SAME}
    return {
        place: Link(place, -1, Kin.NONE, 0.0)
        for place, link in settled.items()
        if link.kin in (Kin.BROADER, Kin.NARROWER)
        and link.passage in met
        and field(claim.words[place].stem) in VERB_FIELDS
        and field(passage.words[link.passage].stem) not in VERB_FIELDS
    }


def _carried(claim: Reading, passage: Reading, settled: dict[int, Link]) -> dict[int, Link]:
    """Return links for the claim's verbs that only carry a noun ("made" in "made an offer") where it is done.

    It is done where the passage has a verb for it ("offered") or a verb that carries it, not in "rejected an offer".
    """
    links = {}
    for verb, noun in claim.light.items():
        own, met = settled.get(verb), settled.get(noun)
        if met is None or not met.covered or (own is not None and own.covered) or verb not in claim.content():
            continue
        carrier = next((place for place, carried in passage.light.items() if carried == met.passage), -1)
        if carrier >= 0 or _is_verb_here(passage, met.passage):
            links[verb] = Link(verb, carrier if carrier >= 0 else met.passage, Kin.SYNONYM, STRENGTH[Kin.SYNONYM])
    return links


def _priced(claim: Reading, passage: Reading, settled: dict[int, Link]) -> dict[int, Link]:
    """Return links for a claim's "cost" of an amount where the passage puts one right before what costs it.

    "The extension will cost £31m" beside "a £31m extension of the school", and "a ticket costs £9" beside "tickets
    went up by a tenth, to £9".
    """
    prices = [
        place
        for place, word in enumerate(claim.words)
        if word.plain in _PRICES and not (place in settled and settled[place].covered) and _leads_to_money(claim, place)
    ]
    if not prices:
        return {}
    priced = {link.passage for link in settled.values() if link.covered and link.passage >= 0}
    named = next((place for place in sorted(priced) if place and _is_money(passage, place - 1)), -1)
    if named < 0 and _EARLIER.isdisjoint([word.plain for word in claim.words]):
        named = _price_come_to(passage, priced)
    return {place: Link(place, named, Kin.SYNONYM, STRENGTH[Kin.SYNONYM]) for place in prices if named >= 0}


def _price_come_to(passage: Reading, priced: set[int]) -> int:
    """Return the place of the only amount that what is priced, and nothing else, rose or fell to; -1 for none."""
    levels = [
        number
        for number, figure in enumerate(passage.figures)
        if figure.kind is Kind.MONEY and figure.role is Role.TO and figure.per is None
    ]
    if len(levels) != 1:
        return -1
    words, place = passage.words, passage.figure_places(levels[0])[0]
    verb = next((at for at in range(place) if words[at].plain in _MOVING), 0)
    start = next(at for at in range(place + 1) if words[at].sentence == words[place].sentence)
    subject = {at for at in range(start, verb) if not words[at].stop and words[at].plain not in _PRICE_NOUNS}
    return place if subject and subject <= priced else -1


def _leads_to_money(reading: Reading, place: int) -> bool:
    """Stands an amount of money within a few words behind a word?"""
    behind = range(place + 1, min(len(reading.words), place + 1 + _TO_PRICE))
    return any(_is_money(reading, each) for each in behind)


def _is_money(reading: Reading, place: int) -> bool:
    number = reading.words[place].figure
    return number >= 0 and reading.figures[number].kind is Kind.MONEY


def _reached(claim: Reading, passage: Reading, settled: dict[int, Link]) -> dict[int, Link]:
    """Return links for the claim's "reached" of an amount to the word before one of that unit in the passage.

    "Winds reached 90 km/h" beside "winds of 90 km/h": it was what it reached. A passage that has such a word itself is
    asked about that one: it may have failed to reach it.
    """
    links = {}
    for place, word in enumerate(claim.words):
        if word.plain in _REACHING and not (place in settled and settled[place].covered):
            amount = next((w.figure for w in claim.words[place + 1 : place + 1 + _TO_REACHED] if w.figure >= 0), -1)
            there = _same_amount(claim.figures[amount], passage) if amount >= 0 else 0
            if there > 0:
                links[place] = Link(place, there - 1, Kin.SYNONYM, STRENGTH[Kin.SYNONYM])
    return links


def _same_amount(figure: Figure, passage: Reading) -> int:
    """Return the place of an amount of the figure's kind and unit, of its value if there is one, else 0."""
    wanted = (figure.kind, figure.unit) if figure.kind in _REACHED else None
    alike = [n for n, each in enumerate(passage.figures) if (each.kind, each.unit) == wanted and each.role != Role.FROM]
    equal = [number for number in alike if passage.figures[number].value == figure.value]
    return passage.figure_places((equal or alike)[0])[0] if alike else 0


def _of_another_kind(claim: Reading, passage: Reading, settled: dict[int, Link]) -> dict[int, Link]:
    """Return links that say of the claim's words which only a narrower one meets that nothing does.

    "A comedy film" is no "comedy book", although a comedy is a film: the passage's "comedy" meets the claim's own, and
    behind it stands what excludes a film.
    """
    same = {link.passage for link in settled.values() if link.kin is Kin.SAME}
    lost = {}
    for place, link in settled.items():
        behind = passage.words[link.passage + 1 : link.passage + 1 + _KIND_BEHIND] if link.passage >= 0 else ()
        if link.kin is not Kin.BROADER or link.passage not in same:
            continue
        if any(exclusive(claim.words[place].stem, word.stem) for word in behind):
            lost[place] = Link(place, -1, Kin.NONE, 0.0)
    return lost


def _is_verb_here(passage: Reading, place: int) -> bool:
    """Is a word of the passage a verb where it stands: inflected, or behind a "to" or a "will"?"""
    word = passage.words[place]
    before = passage.words[place - 1].plain if place else ""
    may_be = word.plain.endswith("ed") and any(each in VERB_FIELDS for each in meaning_fields(word.stem))
    if before in _BEFORE_NOUNS or not (may_be or field(word.stem) in VERB_FIELDS):
        return False
    return word.plain.endswith("ed") or is_irregular(word.plain) or before in _BEFORE_VERBS


def _distance(place: int, anchors: list[tuple[int, int]]) -> float:
    """Return how far a passage word stands from where its nearest claim neighbours are linked, 0 to 0.3."""
    if not anchors:
        return 0.0
    shares = [0.5**rank for rank in range(len(anchors))]
    far = sum(share * min(30, abs(place - anchor)) for share, (_, anchor) in zip(shares, anchors, strict=True))
    return 0.01 * far / sum(shares)


def _from_context(place: int, claim: Reading, context: Reading, sought: _Sought) -> Link | None:
    """Return a link to the context where that holds the claim's word, its name by its initials or typed wrong."""
    word = claim.words[place]
    if places_by_initials(place, claim, context):
        return Link(place, -1, Kin.SAME, 1.0, True)
    same = [context.words[there] for stem in word.stems for there in context.places.get(stem, ())]
    if not all(_is_another_word(word, other) for other in same):
        return Link(place, -1, Kin.SAME, 0.95, in_context=True)
    related = kindred(word.stem, sought.stems)
    typed = _typed_wrong(word, sought) if word.name >= 0 else {}
    if not related and not typed:
        return None
    for stem in context.places:
        if same and stem in word.stems:
            continue
        relation = related.get(stem, Kin.NONE)
        if relation in ONE_MEANING:
            return Link(place, -1, relation, 0.75, in_context=True)
        if not relation and stem in typed:
            return Link(place, -1, Kin.SAME, typed[stem], in_context=True)
    return None
