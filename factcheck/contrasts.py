"""Makes claim/evidence pairs from labelled ones: near misses, contrasts and restatements, the same on every run.

A supported pair whose evidence loses the phrase that said it no longer says it; one whose figure, name,
direction or polarity is changed is refuted; one that is said in other words stays supported.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.stance.features import SideBySide, lay_side_by_side, predicate_share
from factcheck.stance.lexicon import others_of_kind
from factcheck.stance.reading import read
from factcheck.words import content_words, listed

SUPPORTS, REFUTES, NOT_ENOUGH = "SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO"
_PHRASE_START = frozenset(
    listed(
        "in on at by for from to of with as during after before near since until which who that where when based and"
    )
)
_AUXILIARIES = listed("is was are were has had can will did does")


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim beside evidence: its label, what stands around the evidence, where the pair is from and its fold."""

    claim: str
    evidence: str
    label: str
    context: str = ""
    origin: str = ""
    group: str = ""
    published: date | None = None
    claim_date: date | None = None


def make_contrasts(pairs: Sequence[Pair], seed: int) -> Iterator[Pair]:
    """Yield the pairs made from labelled ones; each is grouped with the claim it was made from."""
    for number, pair in enumerate(pairs):
        chance = random.Random(f"{seed}:{number}:{pair.claim}")
        laid = lay_side_by_side(pair.claim, pair.evidence, None, None, pair.context)
        makers = _MAKERS[pair.label]
        for maker in chance.sample(makers, k=len(makers)):
            made = maker(pair, laid, chance)
            if made is not None:
                yield replace(made, origin=f"made:{maker.__name__.strip('_')}", group=pair.claim)


# --- evidence that no longer says it --------------------------------------------------------------------


def _without_key_phrase(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Take the phrase out of the evidence that holds a word of the claim's predicate."""
    linked = [
        link.passage
        for link in laid.alignment.links
        if link.covered and link.passage >= 0 and link.claim >= laid.predicate
    ]
    return _without(pair, laid, chance.choice(linked), chance) if linked else None


def _without_figure(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Take the figure out of the evidence that is bound to the claim's."""
    bound = [bond.passage for bond in laid.bonds if bond.passage >= 0]
    if not bound:
        return None
    places = laid.passage.figure_places(chance.choice(bound))
    if not places:
        return None
    if chance.random() < 0.5:
        return _without(pair, laid, places[0], chance)
    return _cut(pair, laid.passage.words[places[0]].start, laid.passage.words[places[-1]].end)


def _without_sentence(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Take the sentence out of the evidence that holds the most of the claim's predicate on its own."""
    if laid.passage.sentences < 2:
        return None
    sentences = {place: word.sentence for place, word in enumerate(laid.passage.words)}
    held: dict[int, int] = {}
    for link in laid.alignment.links:
        if link.covered and link.passage >= 0 and link.claim >= laid.predicate:
            held[sentences[link.passage]] = held.get(sentences[link.passage], 0) + 1
    if not held:
        return None
    best = max(held, key=lambda number: (held[number], -number))
    words = [word for word in laid.passage.words if word.sentence == best]
    end = next((word.start for word in laid.passage.words if word.sentence > best), len(pair.evidence))
    return _cut(pair, words[0].start, end)


def _without_substitute(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Take the phrase out of refuting evidence that stands where the claim says something else."""
    places = [found.passage for found in laid.substitutes if found.strength > 0.3]
    return _without(pair, laid, chance.choice(places), chance) if places else None


def _without(pair: Pair, laid: SideBySide, place: int, chance: random.Random) -> Pair | None:
    """Take out the phrase around one word of the evidence: from a preposition or comma to the next."""
    words = laid.passage.words
    first = place
    while first > 0 and words[first].clause == words[first - 1].clause and place - first < 6:
        if words[first].plain in _PHRASE_START:
            break
        first -= 1
    if words[first].plain not in _PHRASE_START and not (first and words[first].clause != words[first - 1].clause):
        first = place
    last = place
    limit = chance.choice((0, 1, 3, 8))
    while last + 1 < len(words) and words[last + 1].clause == words[last].clause and last - place < limit:
        if words[last + 1].plain in _PHRASE_START and chance.random() < 0.5:
            break
        last += 1
    return _cut(pair, words[first].start, words[last].end)


def _cut(pair: Pair, start: int, end: int) -> Pair | None:
    """Return the pair as not enough without a stretch of its evidence, None where little would be left."""
    rest = _tidy(pair.evidence[:start] + pair.evidence[end:])
    if len(rest) < 25:
        return None
    return replace(pair, evidence=rest, label=NOT_ENOUGH)


def _tidy(text: str) -> str:
    """Return a text without the marks that a cut leaves."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    return re.sub(r"([,;:])(?:\s*[,;:.])+", r"\1", text).replace("()", "").strip(" ,;")


# --- evidence that says it still ------------------------------------------------------------------------


def _without_idle_phrase(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Take a stretch out of the evidence in which no word of the claim stands."""
    linked = {link.passage for link in laid.alignment.links if link.covered}
    bound = {place for bond in laid.bonds if bond.passage >= 0 for place in laid.passage.figure_places(bond.passage)}
    words = laid.passage.words
    clauses: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        clauses.setdefault(word.clause, []).append(place)
    idle = [c for c in clauses.values() if not (linked | bound) & set(c) and c[0] and len(c) >= 2]
    if not idle:
        return None
    chosen = chance.choice(idle)
    rest = _tidy(pair.evidence[: words[chosen[0]].start] + pair.evidence[words[chosen[-1]].end :])
    return replace(pair, evidence=rest) if len(rest) >= 25 else None


# --- claims that say something else ---------------------------------------------------------------------


def _other_figure(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Change a whole number of the claim that the evidence gives."""
    met = [bond for bond in laid.bonds if bond.passage >= 0 and bond.relation in ("equal", "within")]
    met = [bond for bond in met if re.fullmatch(r"\d{1,4}|\d{1,3}(,\d{3})+", bond.comparison.claim_figure.text)]
    if not met:
        return None
    figure = chance.choice(met).comparison.claim_figure
    value = int(figure.text.replace(",", ""))
    if 1500 <= value <= 2100 and "," not in figure.text:
        changed = str(value + chance.choice((-30, -12, -7, -3, 2, 4, 9, 21)))
    else:
        factors = (0.5, 0.7, 1.4, 2, 3, 10)
        changed = f"{max(2, round(value * chance.choice(factors)) + 1):{',' if value > 999 else ''}}"
    claim = pair.claim[: figure.start] + changed + pair.claim[figure.end :]
    return replace(pair, claim=claim, label=REFUTES)


def _other_kind(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Change a word of the claim to another of a group of which a thing is only one."""
    options = [
        link.claim
        for link in laid.alignment.links
        if link.covered
        and link.kin == "same"
        and link.claim >= laid.predicate
        and not _in_context_name(link.claim, laid)
    ]
    chance.shuffle(options)
    held = {word.plain for word in laid.passage.words} | {word.stem for word in laid.passage.words}
    for place in options:
        word = laid.claim.words[place]
        others = [other for other in others_of_kind(word.plain) if other not in held]
        if others:
            other = chance.choice(others)
            other = other.capitalize() if word.text[0].isupper() else other
            return replace(pair, claim=pair.claim[: word.start] + other + pair.claim[word.end :], label=REFUTES)
    return None


def _in_context_name(place: int, laid: SideBySide) -> bool:
    """Does the word belong to a name of several words?"""
    number = laid.claim.words[place].name
    return number >= 0 and len(laid.claim.names[number].stems) > 1


def _negated(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Put a "not" behind the claim's first auxiliary; a supported pair is refuted then."""
    found = re.search(rf"\b({'|'.join(_AUXILIARIES)})\b", pair.claim)
    if not found or re.search(r"\b(not|no|never|n't)\b", pair.claim):
        return None
    word = chance.choice(("not", "not", "never"))
    claim = f"{pair.claim[: found.end()]} {word}{pair.claim[found.end() :]}"
    return replace(pair, claim=claim, label=REFUTES)


def _evidence_negated(pair: Pair, laid: SideBySide, chance: random.Random) -> Pair | None:
    """Put a "not" into evidence of one sentence; a supported pair is refuted then."""
    if laid.passage.sentences != 1 or not laid.alignment.links:
        return None
    found = re.search(rf"\b({'|'.join(_AUXILIARIES)})\b", pair.evidence)
    if not found or re.search(r"\b(not|no|never|n't)\b", pair.evidence):
        return None
    places = [k.passage for k in laid.alignment.links if k.covered and k.claim >= laid.predicate and k.passage >= 0]
    if not places or laid.passage.words[min(places)].start < found.end():
        return None
    evidence = f"{pair.evidence[: found.end()]} not{pair.evidence[found.end() :]}"
    return replace(pair, evidence=evidence, label=REFUTES)


_Maker = Callable[[Pair, SideBySide, random.Random], Pair | None]
_MAKERS: dict[str, list[_Maker]] = {
    SUPPORTS: [
        _without_key_phrase, _without_figure, _without_sentence, _without_idle_phrase, _other_figure, _other_kind,
        _negated, _evidence_negated,
    ],
    REFUTES: [_without_substitute, _without_figure, _without_sentence],
    NOT_ENOUGH: [],
}  # fmt: skip


# --- passages of other pairs ----------------------------------------------------------------------------

_NEIGHBOURS = 2
_SAME_PASSAGE = 0.4  # of the words of a claim's own evidence: a passage that shares more may say the same
_MOST_PREDICATE = 0.75


def make_neighbours(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield each claim with the sentences most like it among the evidence of other claims, as not enough.

    This is what retrieval brings: passages about the same people and places that say something else.
    """
    sentences = _sentences(pairs)
    index: dict[str, list[int]] = {}
    for number, (_, stems, _) in enumerate(sentences):
        for stem in stems:
            index.setdefault(stem, []).append(number)
    for pair in pairs:
        for number in _nearest(pair, sentences, index):
            text, _, title = sentences[number]
            laid = lay_side_by_side(pair.claim, text, None, None, title)
            if predicate_share(laid) <= _MOST_PREDICATE:
                yield Pair(pair.claim, text, NOT_ENOUGH, title, "made:neighbour", pair.claim)


def _sentences(pairs: Sequence[Pair]) -> list[tuple[str, frozenset[str], str]]:
    """Return the evidence sentences of all pairs once each, with their stems and the title they stand under."""
    found: dict[str, tuple[str, frozenset[str], str]] = {}
    for pair in pairs:
        for text in re.split(r"(?<=[.!?]) +(?=[A-Z])", pair.evidence):
            if len(text) > 30:
                stems = frozenset(token.stem for token in content_words(text))
                found.setdefault(text, (text, stems, pair.context or title_of(pair.claim)))
    return [found[text] for text in sorted(found)]


def title_of(claim: str) -> str:
    """Return the first name of a claim: in these sets mostly the title of the page it was made from."""
    laid = read(claim)
    return laid.spelled(laid.names[0]) if laid.names else ""


def _nearest(
    pair: Pair, sentences: Sequence[tuple[str, frozenset[str], str]], index: dict[str, list[int]]
) -> list[int]:
    """Return the sentences that share the most information with a claim and little with its own evidence."""
    scores: dict[int, float] = {}
    for stem in {token.stem for token in content_words(pair.claim)}:
        where = index.get(stem, [])
        for number in where if len(where) < 1500 else ():
            scores[number] = scores.get(number, 0.0) + math.log(len(sentences) / len(where))
    own = {token.stem for token in content_words(pair.evidence)}
    ranked = sorted(scores, key=lambda number: (-scores[number], number))[:12]
    far = [n for n in ranked if len(sentences[n][1] & own) < _SAME_PASSAGE * max(1, len(sentences[n][1]))]
    return far[:_NEIGHBOURS]
