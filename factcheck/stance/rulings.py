"""What rules whatever the words' score says: figures first, then names and what is only planned or thought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.models import Bound, Figure, Kind, Relation, Stance
from factcheck.stance.align import Link
from factcheck.stance.binding import Bond
from factcheck.stance.comparatives import compares, has_comparative
from factcheck.stance.contraries import contrary
from factcheck.stance.denials import ends_in_time, holds_since
from factcheck.stance.directions import turned_at_figure, turned_words
from factcheck.stance.ends import ends_exchanged, said_of_another
from factcheck.stance.excuses import (
    denied,
    denies_more,
    is_aside,
    is_far_apart,
    is_of_a_part,
    is_of_another_match,
    is_of_another_season,
    is_of_another_subject,
    is_of_another_thing,
    is_of_another_time,
    is_of_years_ago,
    is_said_by_claim,
    is_said_of_another,
    is_share_of_another,
)
from factcheck.stance.features import (
    SideBySide,
    bound_places,
    covered_share,
    is_finite_verb,
    is_in_place,
    is_telling,
    leaves_subject_open,
    open_share,
    plain_share,
)
from factcheck.stance.frequency import another_frequency
from factcheck.stance.kinds import another_kind
from factcheck.stance.lexicon import Kin
from factcheck.stance.lifetimes import is_of_a_met_name
from factcheck.stance.modality import is_only_planned, is_planned, opinion_word
from factcheck.stance.moves import compared_ways
from factcheck.stance.names import NameMatch, free_names
from factcheck.stance.owners import owners_exchanged
from factcheck.stance.reading import Name, Reading, Word
from factcheck.stance.reference import opening_reference
from factcheck.stance.roles import names_swapped, object_acts, other_doer, pairs_crossed, prepositions_turned
from factcheck.stance.superlatives import holders_differ
from factcheck.stance.times import past_date, week_apart
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed, stem

_LEAST_FRAME = 0.5  # of the claim's words around a figure, names left out, that must stand around the passage's
_LEAST_COVER = 0.55  # of the claim's words that are no names, for the two to speak of the same thing
_GATE_PLAIN_SUPPORT = 0.35
_GATE_PLAIN_FIGURES = 0.2  # where the figures say that both speak of one thing
_GATE_SUPPORT, _GATE_CONFLICT, _GATE_PLAIN = 0.55, 0.6, 0.5  # least shares covered for a stance to be shown
_GATE_PLAIN_TURNED = 0.4  # where what conflicts is known, less of the rest need be in the passage's own words
_APART = 0.3  # of the shared words, of which only one text denies them
_TELLING = 8.0  # bits of a word without which a passage is about something else
_OF_A_KIND, _IN_PLACE = 0.7, 0.45  # how alike and how well in place a word must be to stand for the claim's
_DOERS = frozenset(listed("he she it they"))
_WHERE = frozenset(listed("at in off near from to on into across around towards through with after before against"))
_ONCE = frozenset(  # what happens once, so that two days contradict each other
    stem(word)
    for word in listed("""
    born die birth death release found establish open close sign publish premiere marry elect appoint launch resign
    retire begin start end win beat arrest convict kill murder discover invent deliver adopt approve ratify complete
    finish introduce abolish join leave succeed arrive land destroy divorce create form debut air
    """)
)
_LEAST_ALIKE = 0.7  # of all the claim's information that must be covered
_LEAST_COVER_OTHER_UNIT = 0.3
_LEAST_COVER_THOUSANDFOLD, _LEAST_COVER_TENFOLD = 0.05, 0.25
_LEAST_ALIKE_SLIP, _LEAST_COVER_SLIP = 0.5, 0.45  # where two figures have the same digits, which is no chance
_AGREE = (Relation.EQUAL, Relation.WITHIN)
_FACTS = frozenset(listed("has have had was were did"))
_POINTERS = frozenset(listed("it this them"))
_LEAST_POINTED = 0.9  # of the claim's information that passage and context must hold where the passage says "it"
_LEAST_ONLY_FRAME = 0.6
_MONTH_LENGTH = len("2024-11")
_FRAMED = 0.7
_FULL_COVER, _FULL_PLAIN = 0.9, 0.6
_HAVING = frozenset(listed("has have had is are was were owns own owned employs employ employed"))
_RANKING = frozenset(stem(word) for word in listed("come finish rank place end"))
_RANKS = frozenset(stem(word) for word in listed("place position"))
_PHRASE = 8  # words of "186 members of the Saltmere Landlords' Association who"
_OF_REACH, _OF_REACH_CLAIM = 3, 5  # words between a part and its whole: "two of the board's seven"
_RELATIVES = frozenset(listed("who whose"))
_CONFLICT_SCORE = 0.9
_TURNED_SCORE = 0.85  # where a direction, a polarity or two roles are turned round in an otherwise equal statement
_WORKED_OUT_SCORE, _LEAST_WORDS, _LEAST_WORKED_FRAME = 0.7, 0.45, 0.35
_SUMS = frozenset({"difference", "change", "share", "rest", "base", "ratio", "comparison"})
_OTHER_WAY = "in the source it went the other way"
_ALIKE = 0.8  # of the claim's information that must be covered for a turned word to contradict it


_EXCUSES = (is_of_years_ago, is_of_another_season, is_of_another_subject, is_of_another_thing, is_share_of_another)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The bond that conflicts, or what keeps the passage from supporting, or from taking a stance at all."""

    conflict: Bond | None = None
    obstacle: Bond | None = None
    no_support: str = ""
    of_another: bool = False  # what keeps it from supporting is another name in the claim's place
    no_stance: str = ""
    turned: str = ""
    alike: bool = False
    counts_the_rest: bool = False
    worked_out: bool = False
    is_sure: bool = False  # what is turned is so surely of the same thing that no more of the claim need be there

    def applied(self, by_words: Mapping[Stance, float]) -> dict[Stance, float]:
        """Return the probabilities with what the ruling does not allow taken away."""
        chances = dict(by_words)
        if self.no_stance:
            _move(chances, Stance.SUPPORTS, Stance.NEUTRAL, 1.0)
            _move(chances, Stance.CONFLICTS, Stance.NEUTRAL, 1.0)
        elif self.conflict is not None:
            _move(chances, Stance.SUPPORTS, Stance.CONFLICTS, 1.0)
            _lift(chances, Stance.CONFLICTS, _CONFLICT_SCORE)
        elif self.turned:
            _move(chances, Stance.SUPPORTS, Stance.CONFLICTS, 1.0)
            if self.alike or self.is_sure:
                _lift(chances, Stance.CONFLICTS, _TURNED_SCORE)
        elif self.obstacle is not None or self.of_another:
            _move(chances, Stance.SUPPORTS, Stance.NEUTRAL, 1.0)
        else:
            if self.counts_the_rest:  # "83 are not" bears out "11 of the 94 are": the "not" is no conflict
                _move(chances, Stance.CONFLICTS, Stance.SUPPORTS, 1.0)
            if self.worked_out and chances[Stance.SUPPORTS] > _LEAST_WORDS and not self.turned:
                _lift(chances, Stance.SUPPORTS, _WORKED_OUT_SCORE)
                _lift(chances, Stance.SUPPORTS, _WORKED_OUT_SCORE, Stance.CONFLICTS)
        return chances

    def decides(self, stance: Stance, by_words: Mapping[Stance, float]) -> bool:
        """Do the figures, not the words, give this stance?"""
        if self.conflict is not None:
            return stance is Stance.CONFLICTS
        likeliest = max(by_words, key=lambda s: by_words[s])
        return self.obstacle is not None and likeliest is not stance


def _lift(chances: dict[Stance, float], stance: Stance, score: float, source: Stance = Stance.NEUTRAL) -> None:
    """Lift the probability of a stance to a score, at the cost of another, the neutral one if none is given."""
    short = score - chances[stance]
    if short > 0:
        _move(chances, source, stance, short / max(1e-9, chances[source]))


def _move(chances: dict[Stance, float], source: Stance, target: Stance, share: float) -> None:
    """Move a share of one probability to another."""
    moved = chances[source] * min(1.0, share)
    chances[source] -= moved
    chances[target] += moved


def rule(pair: SideBySide) -> Ruling:
    """Return what the figures, the names and the modality of a pair rule."""
    opinion = opinion_word(pair.claim, pair.passage)
    if opinion:
        return Ruling(no_stance=f"“{opinion}” is an opinion, which no source can bear out")
    other = contrary(pair)
    if other:
        return Ruling(turned=other, alike=True, is_sure=True)
    if is_only_planned(pair.claim, pair.passage, pair.alignment) and not (
        _is_yet_to_come(pair) or _has_come_true(pair)
    ):
        return Ruling(no_stance="the source speaks of what is planned, expected or possible, the claim of a fact")
    if any(k.kin is Kin.OPPOSITE and k.passage >= 0 and holders_differ(pair, k) for k in pair.alignment.links):
        return Ruling(no_stance="the two give their superlatives to different things")
    then = past_date(pair.claim, pair.passage, pair.published)
    if then is not None:
        return Ruling(no_stance=f"the source speaks of {then.text}, the claim of now")
    subject = said_of_another(pair)
    if subject:
        return Ruling(no_stance=f"the source says this of “{subject}”")
    week = week_apart(pair.bonds)
    if week is not None:
        return Ruling(no_stance=week.note)
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT]
    dates = [bond for bond in different if bond.comparison.claim_figure.kind is Kind.DATE]
    surest_first = sorted(different, key=lambda bond: not _is_slip(bond))
    conflict = next((bond for bond in surest_first if _measures_the_same(bond, pair)), None)
    if conflict is not None and _is_of_another_day(conflict, len(different) > 1 and bool(dates), pair):
        conflict = None
    obstacle = next((bond for bond in pair.bonds if _keeps_from_support(bond) or _is_whole_of_part(pair, bond)), None)
    rest = any(bond.inverts for bond in pair.bonds)
    hidden = rest or (obstacle is not None and not _is_near_date(obstacle))
    turned = _turned_at_same_figure(pair) if hidden and not rest else "" if hidden else _turned(pair)
    way = 0 if rest else compared_ways(pair)
    turned = turned or (_OTHER_WAY if way < 0 else "")
    doer = other_doer(pair.claim, pair.passage, pair.alignment)
    other = f"in the source it is {doer} of whom this is said" if doer else _other_name(pair)
    alike = covered_share(pair) >= _ALIKE and all(match.covered == 1.0 for match in pair.names)
    return Ruling(
        conflict,
        obstacle,
        other or _names_another(pair) or another_kind(pair) or _compares_nothing(pair, way),
        bool(doer),
        turned=turned,
        alike=alike,
        counts_the_rest=rest,
        worked_out=_is_worked_out(pair) or way > 0,
        is_sure=bool(turned) and (way < 0 or _shares_a_figure(pair) or _points_back(pair)),
    )


def _is_yet_to_come(pair: SideBySide) -> bool:
    """Does the claim itself give a day later than the passage's own, so that it, too, can only tell a plan?"""
    if any(_tells_the_past(word) for word in pair.claim.words):
        return False
    days = (bond.comparison for bond in pair.bonds if bond.relation in (Relation.EQUAL, Relation.WITHIN))
    given = (day.claim_figure.value for day in days if day.claim_figure.kind is Kind.DATE)
    dated = (value for value in given if isinstance(value, str) and value[:1].isdigit())
    return bool(pair.published) and any(value > pair.published for value in dated)


def _tells_the_past(word: Word) -> bool:
    """Is a word a verb in a past tense: "toured", "was", "has"?"""
    if word.name >= 0 or word.figure >= 0:
        return False
    return word.plain in _FACTS or word.plain.endswith("ed") or is_irregular(word.plain)


def _has_come_true(pair: SideBySide) -> bool:
    """Does the claim's figure stand in a stretch that tells a fact: "asked for 60%; they say that 48% has been so"?"""
    words = pair.passage.words
    for bond in pair.bonds:
        places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
        if not places or bond.comparison.claim_figure.kind is Kind.DATE or is_planned(pair.passage, places[0]):
            continue
        clause = [word.plain for word in words if word.clause == words[places[0]].clause]
        if any(plain in _FACTS for plain in clause):
            return True
    return False


def _points_back(pair: SideBySide) -> bool:
    """Does an "it" of the passage stand for what the claim names: "Voss voted against it"? Its doer must be named."""
    if not pair.names or any(match.covered < 1.0 for match in pair.names) or not pair.names[0].in_passage:
        return False
    agree = all(bond.relation in (Relation.EQUAL, Relation.WITHIN) for bond in pair.bonds)
    return agree and covered_share(pair) >= _LEAST_POINTED and any(w.plain in _POINTERS for w in pair.passage.words)


def _shares_a_figure(pair: SideBySide) -> bool:
    """Have both a figure that two texts seldom share by chance, so that what is turned is surely of one thing?"""
    named = all(match.covered > 0.0 and match.rival is None and not match.passed_over for match in pair.names)
    agree = all(bond.relation in (Relation.EQUAL, Relation.WITHIN) and bond.noun >= 0 for bond in pair.bonds)
    telling = any(is_telling(bond.comparison.claim_figure) and not bond.misplaced for bond in pair.bonds)
    return named and agree and telling and covered_share(pair) >= _LEAST_COVER_SLIP


def _is_of_another_day(conflict: Bond, days_differ: bool, pair: SideBySide) -> bool:
    """Is a figure that differs one of another day, or of a day that may be another?"""
    if _leaves_a_day_open(pair) and not _is_slip(conflict):
        return True
    is_date = conflict.comparison.claim_figure.kind is Kind.DATE
    if is_date and any(bond.noun < 0 for bond in pair.bonds):
        return True
    return days_differ and not _is_slip(conflict)


def _is_worked_out(pair: SideBySide) -> bool:
    """Do the passage's figures give the claim's by a sum that is of the same words, and are all its names there?"""
    derived = [bond for bond in pair.bonds if bond.derived in _SUMS and bond.noun > 0]
    agree = all(bond.relation in (Relation.EQUAL, Relation.WITHIN) for bond in pair.bonds)
    named = all(match.covered > 0.0 for match in pair.names)
    return agree and named and any(bond.plain_frame >= _LEAST_WORKED_FRAME for bond in derived)


def _leaves_a_day_open(pair: SideBySide) -> bool:
    """Does the claim give a day of which the passage and its context say nothing?"""
    missing = (bond.comparison.claim_figure for bond in pair.bonds if bond.relation is Relation.MISSING)
    return any(figure.kind is Kind.DATE for figure in missing)


def _turned(pair: SideBySide) -> str:
    """Return what is turned round between claim and passage, or an empty string."""
    if names_swapped(pair.claim, pair.passage, pair.alignment):
        return "the source has the two names the other way round"
    crossed = prepositions_turned(pair.claim, pair.passage, pair.alignment)
    if crossed is not None:
        return f"the claim says “{crossed[0]}”, the source “{crossed[1]}”"
    if object_acts(pair.claim, pair.passage, pair.alignment) or ends_exchanged(
        pair.claim, pair.passage, pair.alignment
    ):
        return "in the source it is the other one who acts"
    often = another_frequency(pair.claim, pair.passage)
    if often is not None:
        return f"the claim says “{often[0]}”, the source “{often[1]}”"
    owners = owners_exchanged(pair)
    if owners is not None:
        return f"the source says this of “{owners[1]}”, not of “{owners[0]}”"
    crossed = pairs_crossed(pair.claim, pair.passage, pair.alignment, bound_places(pair))
    if crossed is not None:
        return f"the source has “{crossed[0]}” and “{crossed[1]}” the other way round"
    words = turned_words(pair.claim, pair.passage, pair.alignment) or _turned_figure(pair)
    if words is not None:
        return f"the claim says “{words[0]}”, the source “{words[1]}”"
    return _turned_meaning(pair)


def _turned_at_same_figure(pair: SideBySide) -> str:
    """Return by what contrary ways both came to one figure of many digits: "risen to", "slipped to"."""
    for bond in pair.bonds:
        telling = bond.relation is Relation.EQUAL and is_telling(bond.comparison.claim_figure) and bond.noun >= 0
        if telling and bond.passage >= 0 and bond.claim >= 0:
            places = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            words = turned_at_figure(pair.claim, pair.passage, *places)
            if words is not None:
                return f"the claim says “{words[0]}”, the source “{words[1]}”"
    return ""


def _turned_figure(pair: SideBySide) -> tuple[str, str] | None:
    """Return the directions that stand against each other at two bound figures."""
    for bond in pair.bonds:
        if bond.comparison.claim_figure.kind is Kind.DATE and bond.relation not in _AGREE:
            continue
        if bond.passage >= 0 and bond.claim >= 0:
            places = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            words = turned_at_figure(pair.claim, pair.passage, *places)
            if words is not None:
                return words
    return None


def _turned_meaning(pair: SideBySide) -> str:
    """Return the pair of opposites, or the negation, that only one of two equal statements has."""
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.covered and k.passage >= 0 and claim[k.claim].name < 0]
    apart = [k for k in links if (claim[k.claim].depth - passage[k.passage].depth) % 2]
    opposite = [k for k in links if k.kin is Kin.OPPOSITE and is_in_place(k, pair) and not _says_both(k, pair)]
    opposite = [k for k in opposite if not _is_excused(k, pair)]
    if len(opposite) == 1 and not apart:
        mine, theirs = pair.claim.written(opposite[0].claim), pair.passage.written(opposite[0].passage)
        return f"the claim says “{mine}”, the source “{theirs}”"
    if apart and (ends_in_time(apart[0], pair) or holds_since(apart[0], pair)):
        return ""
    if denies_more(pair):
        return ""
    apart = [k for k in denied(pair, apart) if not _is_denied_at_figure(pair, k)]
    if links and not opposite and len(apart) >= _APART * len(links) and _reaches_predicate(apart, pair):
        return "one of the two says “not” where the other does not"
    return ""


def _is_denied_at_figure(pair: SideBySide, link: Link) -> bool:
    """Does the claim deny a word that the passage has in another stretch, and the passage what its figure counts?

    "31 had had no jab" agrees with "31 had not been vaccinated, 12 had had a dose".
    """
    words = pair.passage.words
    if not pair.claim.words[link.claim].depth % 2:
        return False
    places = [pair.passage.figure_places(b.passage) for b in pair.bonds if b.passage >= 0 and b.relation in _AGREE]
    clauses = {words[found[0]].clause for found in places if found} - {words[link.passage].clause}
    return any(word.depth % 2 and word.clause in clauses for word in words)


def _says_both(link: Link, pair: SideBySide) -> bool:
    """Are the two one word in opposite phrases, both of which the passage has: "five voted for it, and two against"?"""
    words, theirs = pair.claim.words, {word.plain for word in pair.passage.words}
    behind = words[link.claim + 1].plain if link.claim + 1 < len(words) else ""
    return words[link.claim].plain == pair.passage.words[link.passage].plain and behind in theirs


def _is_excused(opposite: Link, pair: SideBySide) -> bool:
    """Is an opposite of the claim's word no contradiction of it?"""
    return (
        is_said_by_claim(pair, opposite)
        or is_of_a_part(pair, opposite)
        or is_said_of_another(pair, opposite)
        or is_of_another_time(pair, opposite)
    )


def _reaches_predicate(apart: Sequence[Link], pair: SideBySide) -> bool:
    """Does a negation reach half of what the passage holds of the claim's predicate?"""
    words = pair.claim.words
    here = [k for k in pair.alignment.links if k.covered and k.passage >= 0 and words[k.claim].name < 0]
    met = [k for k in here if k.claim >= pair.predicate]
    return not met or 2 * sum(k in apart for k in met) >= len(met)


def _measures_the_same(bond: Bond, pair: SideBySide) -> bool:
    """Do the two figures of a bond surely measure the same thing?"""
    if bond.comparison.claim_figure.kind is Kind.NUMBER and bond.noun <= 0:
        return False
    if bond.noun < 0 or bond.misplaced:
        return False
    if _are_denied_unlike(bond, pair):
        return False
    named = pair.names[1:] if leaves_subject_open(pair) else pair.names
    if any(match.covered == 0.0 for match in named) or _counts_a_part(bond, pair):
        return False
    if _is_age(bond) and is_of_a_met_name(pair.passage, pair.alignment, bond.passage):
        return covered_share(pair) >= _LEAST_ALIKE
    if any(excuse(pair, bond) for excuse in _EXCUSES):
        return False
    if _is_slip(bond):
        return covered_share(pair) >= _LEAST_ALIKE_SLIP and plain_share(pair) >= _least_cover_of_slip(bond)
    if _are_ranks(bond, pair):
        missing = {stem(pair.claim.words[link.claim].plain) for link in pair.alignment.links if not link.covered}
        return missing <= _RANKING | _RANKS
    if open_share(pair) < _LEAST_ALIKE or is_far_apart(bond):
        return False
    if _is_only_candidate(bond, pair):
        return True
    return bond.plain_frame >= _LEAST_FRAME and plain_share(pair) >= _LEAST_COVER


def _are_denied_unlike(bond: Bond, pair: SideBySide) -> bool:
    """Does a negation reach only one of the two figures: "was not the first" and "became the second"?"""
    places = [
        reading.figure_places(number)
        for reading, number in ((pair.claim, bond.claim), (pair.passage, bond.passage))
        if number >= 0
    ]
    if bond.derived or len(places) < 2 or not all(places):
        return False
    return (pair.claim.words[places[0][0]].depth - pair.passage.words[places[1][0]].depth) % 2 == 1


def _is_only_candidate(bond: Bond, pair: SideBySide) -> bool:
    """Has the passage one amount only, with all words of the claim at it or in what stands around?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or bond.derived or figure.kind is not Kind.MONEY or len(pair.bonds) > 1:
        return False
    alike = [other for other in pair.passage.figures if other.kind is figure.kind]
    all_there = all(link.covered for link in pair.alignment.links)
    return (
        len(alike) == 1 and all_there and bond.frame >= _LEAST_ONLY_FRAME and plain_share(pair) >= _GATE_PLAIN_SUPPORT
    )


def _are_ranks(bond: Bond, pair: SideBySide) -> bool:
    """Do both figures say in which place one came: "finished second", "came third"?"""
    if bond.comparison.claim_figure.kind is not Kind.ORDINAL or bond.claim < 0 or bond.passage < 0:
        return False
    return _is_rank(pair.claim, bond.claim) and _is_rank(pair.passage, bond.passage)


def _is_rank(reading: Reading, number: int) -> bool:
    places = reading.figure_places(number)
    before = {stem(word.plain) for word in reading.words[max(0, places[0] - 2) : places[0]]} if places else set()
    noun = reading.figures[number].noun
    return bool(before & _RANKING) and (noun is None or stem(noun) in _RANKS)


def _is_age(bond: Bond) -> bool:
    """Is an age of the passage what a bond rests on?"""
    source = bond.comparison.source_figure
    return source is not None and source.kind is Kind.AGE and bond.passage >= 0


def _counts_a_part(bond: Bond, pair: SideBySide) -> bool:
    """Does the passage count only those of which it says more than the claim: "186 members who answered a survey"?"""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if not places or bond.comparison.claim_figure.kind is not Kind.NUMBER:
        return False
    words = pair.passage.words
    linked = {k.passage for k in pair.alignment.links if k.covered}
    for place in range(places[-1] + 1, min(len(words), places[-1] + 1 + _PHRASE)):
        if words[place].clause != words[places[-1]].clause:
            return False
        if words[place].plain in _RELATIVES:
            told = [p for p in range(place + 1, min(len(words), place + 4)) if not words[p].stop]
            return bool(told) and not any(p in linked for p in told)
    return False


def _is_slip(bond: Bond) -> bool:
    """Have the two the same digits, and another scale or unit: "£7bn" for "£7m", "19 weeks" for "19 days"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or not mine or not theirs:
        return False
    digits = mine.normalize().as_tuple().digits
    if digits != theirs.normalize().as_tuple().digits:
        return False
    return len(digits) > 1 or figure.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION)


def _least_cover_of_slip(bond: Bond) -> float:
    """Return how much of the claim's plain words a passage must have for figures of the same digits to contradict it.

    Little, where two or more digits and the unit are the same and only the scale is not: "£2.07m", "£2.07bn".
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if source is None or bond.derived or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return _LEAST_COVER_SLIP
    digits = len(mine.normalize().as_tuple().digits)
    if figure.unit != source.unit:  # "14 weeks", "14 months"
        return _LEAST_COVER_OTHER_UNIT if digits > 1 and figure.kind is source.kind else _LEAST_COVER_SLIP
    apart = max(mine / theirs, theirs / mine)
    if digits > 1 and (apart == 1000 or (apart == 10 and digits > 2)):
        return _LEAST_COVER_THOUSANDFOLD
    return _LEAST_COVER_TENFOLD if digits > 1 and apart == 10 else _LEAST_COVER_SLIP


def _keeps_from_support(bond: Bond) -> bool:
    """Is the claim's figure one that the passage does not bear out?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if bond.relation not in (Relation.EQUAL, Relation.WITHIN):
        is_one = bond.relation is Relation.MISSING and figure.value == 1 and figure.text.isalpha()
        if bond.relation is Relation.INCOMPARABLE and source is not None and _is_the_same_unplaced_day(figure, source):
            return False
        is_during = bond.relation is Relation.INCOMPARABLE and source is not None and _is_span_of_dates(source)
        return not (is_one or is_during)
    if source is not None and source.doubt and not figure.doubt and figure.unit != source.unit:
        return True  # "$3.8 million" may be New Zealand dollars, and does not say so
    since = figure.kind is Kind.DATE and figure.hedge == "since" and not bond.derived
    if since and source is not None and source.bound is Bound.EXACT and bond.relation is Relation.WITHIN:
        return True  # every later day is "since" that year
    return bond.misplaced or bond.noun < 0


def _is_the_same_unplaced_day(figure: Figure, source: Figure) -> bool:
    """Do both say "last year" in the same words, of which nothing says which year the claim means?"""
    return figure.kind is source.kind is Kind.DATE and figure.text.lower() == source.text.lower()


def _is_whole_of_part(pair: SideBySide, bond: Bond) -> bool:
    """Is the passage's figure the whole of which it counts a part, where the claim counts the whole?"""
    return (
        bond.passage >= 0
        and bond.claim >= 0
        and bond.comparison.claim_figure.kind is not Kind.DATE  # "the latter half of the 2nd century" is in it
        and not _tells_how_many_there_are(pair.claim)
        and _is_whole(pair.passage, bond.passage, _OF_REACH)
        and not _is_whole(pair.claim, bond.claim, _OF_REACH_CLAIM)
    )


def _tells_how_many_there_are(claim: Reading) -> bool:
    """Does a claim only say that there are so many: "has a fleet of 62 aircraft", "there are 94 turbines"?"""
    told = [word.plain for word in claim.words if is_finite_verb(word)]
    return bool(told) and all(plain in _HAVING for plain in told)


def _is_whole(reading: Reading, number: int, reach: int) -> bool:
    """Does a figure stand behind another figure and an "of": "eleven of its 94 turbines"?"""
    places = reading.figure_places(number)
    before = reading.words[max(0, places[0] - reach) : places[0]] if places else ()
    at = next((place for place, word in enumerate(before) if word.plain == "of"), -1)
    return at > 0 and before[at - 1].figure >= 0


def _is_span_of_dates(figure: Figure) -> bool:
    """Is it a stretch of time, within which what the claim dates may have been?"""
    return figure.kind is Kind.DATE and figure.value_high is not None


def _other_name(pair: SideBySide) -> str:
    """Return a reason where a name of the passage rivals one of the claim, else an empty string."""
    for match in pair.names:
        if match.rival is not None:
            return f"the claim names {_written(match, pair)}, the source another"
    return ""


def _names_another(pair: SideBySide) -> str:
    """Return a reason where a name of the claim stands nowhere, and the passage has a name of its own in its place."""
    for match in pair.names:
        if match.covered == 0.0 and free_names(pair.passage, pair.alignment):
            return f"the source does not name {_written(match, pair)}"
    return ""


def _compares_nothing(pair: SideBySide, way: int) -> str:
    """Return a reason where the claim compares two things and the passage holds nothing that does."""
    if way > 0 or not compares(pair.claim) or has_comparative(pair.passage):
        return ""
    if any(bond.derived and bond.relation in _AGREE for bond in pair.bonds):
        return ""
    return "the source does not compare the two"


def _written(match: NameMatch, pair: SideBySide) -> str:
    """Return a name as the claim writes it."""
    return " ".join(word.text for word in pair.claim.words[match.name.first : match.name.last + 1])


def _someone_else(pair: SideBySide) -> bool:
    """Does only the context name whom the claim is about, and the passage names another without a "he" for it?"""
    if any(match.passed_over for match in pair.names):
        return True
    from_context = [match for match in pair.names if match.covered == 1.0 and not match.in_passage and not match.meant]
    words = pair.passage.words
    if any(_has_another_owner(pair, match) for match in from_context):
        return True
    if not from_context or any(word.plain in _DOERS for word in words) or opening_reference(pair.passage) is not None:
        return False
    tell = _figures_tell(pair)
    free = [
        name
        for name in free_names(pair.passage, pair.alignment)
        if not (tell and _is_adjunct(name, pair)) and not is_aside(pair, name)
    ]
    return bool(free) and not _are_introduced(pair, free)


def _has_another_place(pair: SideBySide) -> bool:
    """Has the passage a name of its own where the claim has one that only the context holds: "sent troops to Hale"?"""
    claim, passage = pair.claim.words, pair.passage.words
    free = {name.first for name in free_names(pair.passage, pair.alignment)}
    for match in pair.names:
        first = match.name.first
        if match.covered < 1.0 or match.in_passage or match.meant or first < 2 or claim[first - 1].plain not in _WHERE:
            continue
        there = pair.alignment.passage_place(first - 2)
        if 0 <= there < len(passage) - 2 and passage[there + 1].plain == claim[first - 1].plain and there + 2 in free:
            return True
    return False


def _is_adjunct(name: Name, pair: SideBySide) -> bool:
    """Does a name only tell where or with whom, behind what the passage has of the claim: "at the mine in Peru"?"""
    words = pair.passage.words
    met = min((k.passage for k in pair.alignment.links if k.covered and k.passage >= 0), default=len(words))
    before = [word.plain for word in words[max(0, name.first - 3) : name.first]]
    return met < name.first and any(plain in _WHERE for plain in before)


def _has_another_owner(pair: SideBySide, match: NameMatch) -> bool:
    """Does the passage have another name before what the claim has behind this one: "Ardania's troops"?"""
    claim, passage = pair.claim.words, pair.passage.words
    for link in pair.alignment.links:
        if match.name.last < link.claim <= match.name.last + 2 and link.covered and link.passage > 0:
            before = passage[max(0, link.passage - 2) : link.passage]
            if claim[link.claim].name < 0 and any(word.name >= 0 for word in before):
                return True
    return False


def _are_introduced(pair: SideBySide, free: Sequence[Name]) -> bool:
    """Does a sentence of the context name one of the passage's names together with a name of the claim?"""
    claimed = {stem for match in pair.names if not match.in_passage for stem in match.name.stems}
    there = {stem for name in free for stem in name.stems}
    sentences: dict[int, set[str]] = {}
    for word in pair.context.words:
        sentences.setdefault(word.sentence, set()).add(word.stem)
    return any(claimed & stems and there & stems for stems in sentences.values())


def passes_gate(pair: SideBySide, stance: Stance, ruling: Ruling, *, beside: bool = False) -> bool:
    """Is the passage surely about what the claim is about, so that a verdict may rest on it?

    `beside` another source that takes the other side, fewer of the claim's own words need be there. Where the ruling
    names what is turned round, that word is the one which may be missing.
    """
    if stance is Stance.NEUTRAL:
        return True
    if stance is Stance.SUPPORTS:
        least_plain = _GATE_PLAIN_FIGURES if _figures_tell(pair) else _GATE_PLAIN_SUPPORT
        if beside or _is_worked_out_of_the_named(pair):
            least_plain = 0.0
        about = covered_share(pair) >= _GATE_SUPPORT and plain_share(pair) >= least_plain
        nameless = any(match.covered == 0.0 for match in pair.names) and opening_reference(pair.passage) is None
        other = _someone_else(pair) or _has_another_place(pair)
        return about and not ruling.no_support and not nameless and not other
    if ruling.conflict is None and denies_more(pair):
        return False
    if ruling.is_sure:
        return True
    slip = ruling.conflict is not None and _is_slip(ruling.conflict)
    if ruling.conflict is not None and _are_ranks(ruling.conflict, pair):
        return not _someone_else(pair)
    if (_only_another_day(pair) and not slip) or (_someone_else(pair) and not (ruling.conflict and _is_anchored(pair))):
        return False
    gaps = 0 if beside else sum(_leaves_a_gap(pair, link) for link in pair.alignment.links)
    if gaps > bool(ruling.turned or slip or _is_of_words(ruling.conflict) or _is_framed(ruling.conflict)):
        return False
    if slip:
        return True
    by_words = not ruling.turned and ruling.conflict is None
    if by_words and (any(_is_refused(bond, pair) for bond in pair.bonds) or _rests_on_excused(pair)):
        return False
    if is_of_another_match(pair):
        return False
    if ruling.conflict is None and any(_is_unmet_count(bond) or _counts_a_part(bond, pair) for bond in pair.bonds):
        return False
    if ruling.conflict is not None and any(match.rival is not None for match in pair.names):
        return False
    least_plain = 0.0 if beside else _GATE_PLAIN_TURNED if ruling.turned or ruling.conflict else _GATE_PLAIN
    return covered_share(pair) >= _GATE_CONFLICT and plain_share(pair) >= least_plain


def _is_worked_out_of_the_named(pair: SideBySide) -> bool:
    """Does a figure worked out of the passage agree, which names all that the claim names, under its own heading?"""
    derived = any(bond.derived and bond.relation in _AGREE and bond.noun > 0 for bond in pair.bonds)
    named = bool(pair.names) and all(match.in_passage and match.covered == 1.0 for match in pair.names)
    return derived and named and covered_share(pair) >= _FULL_COVER


def is_said_in_full(pair: SideBySide) -> bool:
    """Has the passage all but all that the claim says, most of it in its own words, and each of its figures?

    Where nothing speaks against it, wording of which the model is only half sure is then enough.
    """
    agree = all(bond.relation in _AGREE and bond.noun >= 0 and not bond.misplaced for bond in pair.bonds)
    return agree and covered_share(pair) >= _FULL_COVER and plain_share(pair) >= _FULL_PLAIN


def _is_anchored(pair: SideBySide) -> bool:
    """Has the passage another figure of the claim, of many digits and of the same noun?"""
    return any(
        bond.relation is Relation.EQUAL
        and bond.noun > 0
        and not bond.misplaced
        and not bond.derived
        and is_telling(bond.comparison.claim_figure)
        for bond in pair.bonds
    )


def _is_refused(bond: Bond, pair: SideBySide) -> bool:
    """Is it a figure that differs, but is of something else, or a count of which nothing says that it is not?"""
    figure = bond.comparison.claim_figure
    if bond.relation is not Relation.DIFFERENT or figure.kind is Kind.DATE:
        return False
    if _are_denied_unlike(bond, pair):
        return True
    is_bare = figure.kind is Kind.NUMBER and bond.noun <= 0 and bond.plain_frame < _LEAST_FRAME
    return is_bare or (is_far_apart(bond) and not _is_slip(bond)) or any(excuse(pair, bond) for excuse in _EXCUSES)


def _rests_on_excused(pair: SideBySide) -> bool:
    """Are all opposites and negations, of which there are some, ones that contradict nothing?"""
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.covered and k.passage >= 0 and claim[k.claim].name < 0]
    opposite = [k for k in links if k.kin is Kin.OPPOSITE]
    apart = [k for k in links if (claim[k.claim].depth - passage[k.passage].depth) % 2]
    if not opposite and not apart:
        return False
    return all(_is_excused(k, pair) for k in opposite) and not denied(pair, apart)


def _figures_tell(pair: SideBySide) -> bool:
    """Are all the claim's figures met, one of them by a sum or of more than one digit, which is no chance?"""
    if not all(bond.relation in (Relation.EQUAL, Relation.WITHIN) and bond.noun >= 0 for bond in pair.bonds):
        return False
    return any(bond.derived or is_telling(bond.comparison.claim_figure) for bond in pair.bonds)


def _is_unmet_count(bond: Bond) -> bool:
    """Has the passage no counterpart to a figure of the claim that is no date, and no bare "one"?"""
    figure = bond.comparison.claim_figure
    return bond.relation is Relation.MISSING and figure.kind is not Kind.DATE and figure.value != 1


def _is_of_words(conflict: Bond | None) -> bool:
    """Does the conflict rest on a quantifier or a comparative, whose own word the passage need not have?"""
    return conflict is not None and conflict.derived in ("quantifier", "comparison")


def _is_framed(conflict: Bond | None) -> bool:
    """Count both figures of a conflict the same thing among the same words, so that one of these may be another?"""
    return conflict is not None and conflict.noun > 0 and conflict.plain_frame >= _FRAMED


def _only_another_day(pair: SideBySide) -> bool:
    """Does the passage speak of another time, of a thing that may be so at one time and not at another?"""
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT]
    days = [bond for bond in different if bond.comparison.claim_figure.kind is Kind.DATE]
    if not days or _are_days_of_one_event(days[0], pair):
        return False
    if any(not link.covered for link in pair.alignment.links) or len(different) > 1:
        return True
    return not (_is_since_both(days[0]) or any(word.stem in _ONCE for word in pair.claim.words))


def _are_days_of_one_event(bond: Bond, pair: SideBySide) -> bool:
    """Do both date to a month or day what is told in the same words, and without an amount that may change in time?"""
    source = bond.comparison.source_figure
    if len(pair.bonds) > 1 or source is None or covered_share(pair) < _ALIKE:
        return False
    if any(_leaves_a_gap(pair, link) for link in pair.alignment.links):
        return False
    return _tells_the_month(bond.comparison.claim_figure) and _tells_the_month(source)


def _tells_the_month(day: Figure) -> bool:
    """Does a date tell at least the month, and is it no stretch of time?"""
    return isinstance(day.value, str) and len(day.value) >= _MONTH_LENGTH and day.value_high is None


def _is_near_date(bond: Bond) -> bool:
    """Is it a date that the passage's does not rule out?"""
    return bond.comparison.claim_figure.kind is Kind.DATE and bond.relation is Relation.WITHIN


def _is_since_both(bond: Bond) -> bool:
    """Do both say since when: "the thickest since 1915", "the thickest since 1951"?"""
    source = bond.comparison.source_figure
    return source is not None and bond.comparison.claim_figure.hedge == source.hedge == "since"


def _leaves_a_gap(pair: SideBySide, link: Link) -> bool:
    """Is a telling word of the claim neither in the passage nor another of its kind in its place?"""
    word = pair.claim.words[link.claim]
    if link.covered or word.weight < _TELLING:
        return False
    if word.name >= 0 and pair.names[word.name].covered > 0.0:  # "Ms Delgado" for "Marisol Delgado"
        return False
    likely = (found for found in pair.substitutes if found.claim == link.claim)
    return not any(found.likeness >= _OF_A_KIND and found.fit >= _IN_PLACE for found in likely)
