"""What has changed places: two figures of the claim, the subjects of two clauses, or two nouns that are compared.

The nouns stand around a word that compares them: "girls were ahead of boys".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.compare import compare_figures
from factcheck.figures.movement import FALLING, RISING
from factcheck.models import MET, Figure, Relation, Role
from factcheck.stance.align import Link
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, covered_share, is_finite_verb, is_telling
from factcheck.stance.lexicon import ONE_MEANING, Kin, exclusive, kin
from factcheck.stance.names import free_names
from factcheck.stance.reading import Name, Reading
from factcheck.stance.superlatives import SUPERLATIVES
from factcheck.values import replace
from factcheck.words import listed, stem

_STANDING_IN = frozenset(listed("it he she they"))
_OPENERS = frozenset(listed("the a an another other its his her their"))
_PREPOSITIONS = frozenset(listed("in on at by for from to of with as into"))
_TELLING_PREPOSITIONS = frozenset(listed("by of on to from for with against"))
_OF_ONE_STEM = 4  # letters
_LEAST_COVERED = 0.6
_LEAST_FIT = 0.45


def exchanged_figures(pair: SideBySide) -> tuple[Figure, Figure] | None:
    """Return two figures of the claim of which the passage has each in the place of the other.

    "£35m for 80 per cent" against "£80m for 35 per cent": no chance, however little else is shared.
    """
    if covered_share(pair) < _LEAST_COVERED or not _are_named(pair):
        return None
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT and bond.passage >= 0]
    for one, other in combinations(different, 2):
        mine, theirs = (_digits(_mine(one)), _digits(_mine(other))), (_digits(_theirs(other)), _digits(_theirs(one)))
        if mine == theirs and all(mine):
            return _mine(one), _mine(other)
    return None


def _mine(bond: Bond) -> Figure:
    return bond.comparison.claim_figure


def _theirs(bond: Bond) -> Figure | None:
    return bond.comparison.source_figure


def _digits(figure: Figure | None) -> tuple[int, ...]:
    if figure is None or not isinstance(figure.value, Decimal) or figure.value_high is not None:
        return ()
    return figure.value.normalize().as_tuple().digits


def _are_named(pair: SideBySide) -> bool:
    return all(match.covered > 0.0 and match.rival is None and not match.passed_over for match in pair.names)


def came_from_there(pair: SideBySide) -> str:
    """Return the "up from £118m" of a passage where the claim has something come down to £118m; "" for none."""
    said = (k for k in pair.alignment.links if pair.claim.words[k.claim].plain not in RISING | FALLING)
    if not _are_named(pair) or not all(k.covered for k in said):
        return ""
    for figure in pair.claim.figures:
        ways = _way(pair.claim, figure) if figure.role is Role.TO and is_telling(figure) else 0
        if not ways:
            continue
        for number, source in enumerate(pair.passage.figures):
            before = [word.plain for word in pair.passage.before(number, 2)]
            turned = before == ["up", "from"] if ways < 0 else before == ["down", "from"]
            if (
                turned
                and compare_figures(replace(figure, role=None), replace(source, role=None)).relation is Relation.EQUAL
            ):
                return f"{' '.join(before)} {source.text}"
    return ""


def _way(claim: Reading, figure: Figure) -> int:
    """Return 1 where a word of rising leads to a figure of the claim, -1 for one of falling, 0 for both or none."""
    before = {word.plain for word in claim.words if word.end <= figure.start}
    return bool(before & RISING) - bool(before & FALLING)


def other_of_kind(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's word and the one of its kind that excludes it, where all else of the claim is said.

    "South-west of Tarn" against "north-east of Tarn".
    """
    missing = [link for link in pair.alignment.links if not link.covered]
    if len(missing) != 1 or not _are_named(pair) or any(bond.relation not in MET for bond in pair.bonds):
        return None
    if any(link.in_context or link.kin is Kin.OPPOSITE for link in pair.alignment.links if link.covered):
        return None
    for found in pair.substitutes:
        mine, theirs = pair.claim.words[found.claim], pair.passage.words[found.passage]
        if _hangs_on_preposition(pair.claim, found.claim) or _hangs_on_preposition(pair.passage, found.passage):
            continue  # "from wind" and "from coal" may both be true
        if found.fit >= _LEAST_FIT and exclusive(mine.stem, theirs.stem) and not (mine.depth - theirs.depth) % 2:
            return mine.text, theirs.text
    return None


def other_counted(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim counts and its opposite, of which the passage has as many, where all else is said.

    "Her two daughters were saved" against "her two sons were saved".
    """
    if not _are_named(pair) or any(not link.covered for link in pair.alignment.links):
        return None
    if any(bond.relation not in MET for bond in pair.bonds):
        return None
    for bond in pair.bonds:
        mine, theirs = bond.comparison.claim_figure.noun, (_theirs(bond) or _mine(bond)).noun
        if bond.noun < 0 and mine and theirs and kin(stem(mine), stem(theirs)) is Kin.OPPOSITE:
            return mine, theirs
    return None


def other_name_in_place(pair: SideBySide) -> tuple[str, str] | None:
    """Return a name of the claim and the one that the passage has in its place, where all else is said.

    "A film by Lund" against "a film by Berg", "the president of Norland" against "the president of Sudland". What is
    in one town may well be in one land, so that "in" tells nothing.
    """
    if any(bond.relation not in MET for bond in pair.bonds):
        return None
    for match in pair.names:
        inside = range(match.name.first, match.name.last + 1)
        others = [link for link in pair.alignment.links if link.claim not in inside]
        if match.in_passage or match.meant or not others or not all(_is_said_alike(pair, link) for link in others):
            continue
        if any(stem in pair.passage.places for stem in match.name.stems):
            continue
        rival = _name_in_place(pair, match.name)
        if rival is not None and not are_akin(match.name, rival):
            return pair.claim.spelled(match.name), pair.passage.spelled(rival)
    return None


def _is_said_alike(pair: SideBySide, link: Link) -> bool:
    """Is a word of the claim in the passage, denied by both or by none; a name may be in its context?"""
    if not link.covered or link.kin is Kin.OPPOSITE:
        return False
    word = pair.claim.words[link.claim]
    if link.passage < 0:
        return word.name >= 0
    there = pair.passage.words[link.passage].name
    stems = [len(r.names[n].stems) for r, n in ((pair.claim, word.name), (pair.passage, there)) if n >= 0]
    if stems[:1] == [1] and stems[1:] > [1]:
        return False  # "Brick" is not "Brick Mansions"
    return not (pair.claim.words[link.claim].depth - pair.passage.words[link.passage].depth) % 2


def _name_in_place(pair: SideBySide, name: Name) -> Name | None:
    """Return the free name of the passage behind the word and the preposition that stand before a name of the claim."""
    claim, passage = pair.claim.words, pair.passage.words
    if name.first < 2 or claim[name.first - 1].plain not in _TELLING_PREPOSITIONS:
        return None
    there = pair.alignment.passage_place(name.first - 2)
    if there < 0 or there + 2 >= len(passage) or passage[there + 1].plain != claim[name.first - 1].plain:
        return None
    return next((free for free in free_names(pair.passage, pair.alignment) if free.first == there + 2), None)


def are_akin(name: Name, rival: Name) -> bool:
    """Share two names the beginning of a word, as a people and its land do: "Norland", "Norlander"?"""
    return any(one[:_OF_ONE_STEM] == other[:_OF_ONE_STEM] for one in name.stems for other in rival.stems)


def _hangs_on_preposition(reading: Reading, place: int) -> bool:
    return place > 0 and reading.words[place - 1].plain in _PREPOSITIONS


def other_subject(pair: SideBySide) -> str:
    """Return the subject of which the passage says what the claim says of another that stands in the same sentence.

    "The union offered 6%" against "the union asked for 15%; the district offered 6%".
    """
    links = [link for link in pair.alignment.links if link.covered]
    subject = [link for link in links if link.claim < pair.predicate]
    rest = [link for link in links if link.claim >= pair.predicate]
    if not subject or len(links) != len(pair.alignment.links) or any(link.passage < 0 for link in subject):
        return ""
    rest = [link for link in rest if link.passage >= 0]  # "the budget" may be the title's
    words = pair.passage.words
    verb = next((link for link in rest if is_finite_verb(words[link.passage])), None)
    if verb is None or any((pair.claim.words[k.claim].depth - words[k.passage].depth) % 2 for k in rest):
        return ""
    places = [link.passage for link in rest] + _figure_places(pair)
    clause = words[verb.passage].clause
    elsewhere = all(words[link.passage].clause < clause for link in subject)
    together = all(words[place].clause == clause for place in places)
    if (
        not (elsewhere and together and len(places) > 1)
        or words[subject[0].passage].sentence != words[verb.passage].sentence
    ):
        return ""
    return _own_subject(pair, clause, verb, subject)


def _figure_places(pair: SideBySide) -> list[int]:
    """Return the first place in the passage of each figure that agrees with the claim's."""
    bonds = [bond for bond in pair.bonds if bond.relation in MET and bond.passage >= 0]
    return [pair.passage.figure_places(bond.passage)[0] for bond in bonds]


def _own_subject(pair: SideBySide, clause: int, verb: Link, subject: Sequence[Link]) -> str:
    """Return the words with which a clause opens as its own subject, an empty string where it has none."""
    words = pair.passage.words
    opening = [place for place in range(verb.passage) if words[place].clause == clause]
    if not opening or not (words[opening[0]].plain in _OPENERS or words[opening[0]].name >= 0):
        return ""
    told = [place for place in opening if not words[place].stop]
    if not told or any(is_finite_verb(words[place]) for place in told):
        return ""
    if words[verb.passage - 1].plain in _STANDING_IN:
        return ""  # "of the ferry, Orr said it carried 40 lorries"
    if all(words[place].plain in SUPERLATIVES for place in told):
        return ""  # "gusts of 94 mph, the strongest recorded there": of what stands before
    if any(link.covered and link.passage in told for link in pair.alignment.links):
        return ""  # "Orr was followed by Ada Lenz" and "On his death, Ada Lenz followed him"
    return pair.passage.text[words[opening[0]].start : words[told[-1]].end]


_COMPARING = frozenset(
    stem(word) for word in listed("ahead behind beat overtake exceed outnumber outsell outpace outstrip surpass defeat")
)
_SKIPPED = frozenset(
    listed("of still already now also again narrowly easily far well is are was were be been has have had")
)
_REACH = 6
_PASSIVE = frozenset(listed("been being was were by"))


def compared_the_other_way(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim puts before what, and what the passage does, where these are the same two nouns."""
    for place, word in enumerate(pair.claim.words):
        mine = _ends(pair.claim, place) if word.bare in _COMPARING else None
        if mine is None or word.depth % 2:
            continue
        for there, other in enumerate(pair.passage.words):
            if other.bare not in _COMPARING or other.depth % 2 or kin(word.bare, other.bare) not in ONE_MEANING:
                continue
            theirs = _ends(pair.passage, there)
            if theirs is not None and _are_exchanged(pair, mine, theirs):
                one, two = (pair.claim.words[p].text for p in mine)
                return f"{one} {word.text} {two}", f"{two} {other.text} {one}"
    return None


def _ends(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the places of the two nouns that a word compares, None where these are not both near it."""
    before = [p for p in range(place - 1, max(-1, place - 1 - _REACH), -1) if _is_noun(reading, p, place)]
    behind = [p for p in range(place + 1, min(len(reading.words), place + 1 + _REACH)) if _is_noun(reading, p, place)]
    passive = any(word.plain in _PASSIVE for word in reading.words[max(0, place - 2) : place + 2])
    turned = passive and reading.words[place].bare not in (stem("ahead"), stem("behind"))
    return (before[0], behind[0]) if before and behind and not turned else None


def _is_noun(reading: Reading, place: int, verb: int) -> bool:
    """Is a word near a verb one that says something, in its stretch, and no figure or name?"""
    word = reading.words[place]
    if place and reading.words[place - 1].figure >= 0 and place < verb:  # the "points" of "two points ahead"
        return False
    same = word.clause == reading.words[verb].clause and word.sentence == reading.words[verb].sentence
    return same and not word.stop and word.figure < 0 and word.name < 0 and word.plain not in _SKIPPED


def _are_exchanged(pair: SideBySide, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Is the first of the claim's two the second of the passage's, and the other way round?"""
    words, others = pair.claim.words, pair.passage.words
    return words[mine[0]].stem == others[theirs[1]].stem and words[mine[1]].stem == others[theirs[0]].stem
