"""On which side of a deed somebody stands: whose forces took the town, who asked whose bank, from whom help came."""

from __future__ import annotations

from factcheck.models import MET, Kind, Relation
from factcheck.stance.ends import acts, subject_of
from factcheck.stance.exchanged import are_akin
from factcheck.stance.features import SideBySide, covered_share, is_telling, plain_share
from factcheck.stance.lexicon import ONE_WORD
from factcheck.stance.names import free_names
from factcheck.stance.reading import Name, Reading
from factcheck.words import listed

_TO, _FROM = frozenset(listed("to for")), frozenset(listed("from"))
_ALIKE, _ALIKE_PLAIN = 0.9, 0.8  # of the claim, where the name of the owner is all that differs
_OF_ONE_STEM = 4  # letters that a people's name shares with its land's: "Norland", "Norlander"
_BETWEEN = 2  # words between a preposition and its name: "from neighbouring Tarn", "to help Tarn"


def other_side(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim says and what the source says instead, of the side that somebody is on."""
    return _other_owner(pair) or _came_from(pair) or _acts_instead(pair)


def _other_owner(pair: SideBySide) -> tuple[str, str] | None:
    """Return whose the claim's subject is and whose it is in the passage, where all else is said of it.

    "Ostmark's forces took Pelsk" against "Pelsk, which Dravenian forces took", in a text that speaks of both.
    """
    if covered_share(pair) < _ALIKE or plain_share(pair) < _ALIKE_PLAIN:
        return None
    if any(bond.relation not in (*MET, Relation.INCOMPARABLE) for bond in pair.bonds):
        return None
    for match in pair.names:
        owned = pair.alignment.by_claim.get(match.name.last + 1)
        if match.in_passage or match.covered < 1.0 or owned is None or not owned.is_here:
            continue
        if match.name.last >= pair.predicate or pair.claim.words[owned.claim].name >= 0:
            continue
        rival = next((n for n in free_names(pair.passage, pair.alignment) if n.last == owned.passage - 1), None)
        if rival is None or not _is_known(rival, pair) or are_akin(match.name, rival):
            continue
        return pair.claim.spelled(match.name), pair.passage.spelled(rival)
    return None


def _is_known(rival: Name, pair: SideBySide) -> bool:
    """Speaks the context of a name of the passage as well, so that it is another one than the claim's?"""
    heads = {stem[:_OF_ONE_STEM] for name in pair.context.names for stem in name.stems}
    return all(stem[:_OF_ONE_STEM] in heads for stem in rival.stems)


def _came_from(pair: SideBySide) -> tuple[str, str] | None:
    """Return a name with the claim's "to" and the passage's "from" before it, where both move the same number.

    "Sent 48 divers to help Tarn" against "48 divers arrived from neighbouring Tarn".
    """
    if not _moves_the_same(pair):
        return None
    for match in pair.names:
        met = {
            pair.passage.words[link.passage].name
            for link in pair.alignment.links
            if link.is_here and match.name.first <= link.claim <= match.name.last
        } - {-1}
        mine = _preposition(pair.claim, match.name, _TO | _FROM)
        theirs = {_preposition(pair.passage, pair.passage.names[number], _TO | _FROM) for number in met}
        if mine in _TO and theirs == {"from"}:
            text = pair.claim.spelled(match.name)
            return f"{mine} {text}", f"from {text}"
    return None


def _moves_the_same(pair: SideBySide) -> bool:
    return any(
        bond.relation is Relation.EQUAL
        and bond.noun > 0
        and not bond.misplaced
        and bond.comparison.claim_figure.kind is Kind.NUMBER
        and is_telling(bond.comparison.claim_figure)
        for bond in pair.bonds
    )


def _preposition(reading: Reading, name: Name, wanted: frozenset[str]) -> str:
    """Return the preposition of a name, at most two words before it; an empty string where another one is nearer."""
    for place in range(name.first - 1, max(-1, name.first - 2 - _BETWEEN), -1):
        word = reading.words[place]
        if word.plain in wanted:
            return word.plain
        if word.stop or word.name >= 0 or word.figure >= 0:
            return ""
    return ""


def _acts_instead(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's doer, of whom the passage says nothing, and the noun that does it there, but not in the claim.

    "The council queried a transfer of £48,500 with its bank" against "a bank queried a transfer of £48,500".
    """
    telling = any(b.relation is Relation.EQUAL and is_telling(b.comparison.claim_figure) for b in pair.bonds)
    for link in pair.alignment.links:
        if not telling or not link.is_here or link.kin not in ONE_WORD:
            continue
        if not acts(pair.claim, link.claim) or not acts(pair.passage, link.passage):
            continue
        mine, theirs = subject_of(pair.claim, link.claim), subject_of(pair.passage, link.passage)
        if mine < 0 or theirs < 0 or pair.alignment.passage_place(mine) >= 0:
            continue
        other = next((k.claim for k in pair.alignment.links if k.covered and k.passage == theirs), -1)
        plain = pair.claim.words[mine].name < 0 and pair.passage.words[theirs].name < 0
        if other > link.claim and plain and not pair.claim.words[mine].pronoun:
            return pair.claim.words[mine].text, pair.passage.words[theirs].text
    return None
