"""What rules whatever the words' score says: figures first, then names and what is only planned or thought."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.models import MET, Kind, Relation, Stance
from factcheck.stance.awaited import has_come_true, is_undecided, is_yet_to_come, reached_later
from factcheck.stance.binding import Bond
from factcheck.stance.bystanders import counts_who_did
from factcheck.stance.clock_rulings import gives_no_time, opposite_at_another_time, other_time, unmet_time
from factcheck.stance.comparatives import compares, has_comparative
from factcheck.stance.contraries import contrary
from factcheck.stance.deeds import done_by_another
from factcheck.stance.denials import denied_of_all_alike, not_denied_of_all
from factcheck.stance.denied_alone import denies_alone
from factcheck.stance.differences import differs_the_other_way
from factcheck.stance.ends import compared_conversely, said_of_another
from factcheck.stance.features import SideBySide, covered_share
from factcheck.stance.figure_conflicts import is_of_another_day, measures_the_same
from factcheck.stance.figure_supports import (
    has_gone_on_since,
    is_level_of_now,
    is_near_date,
    is_whole_of_part,
    is_whole_of_what_is_told,
    is_worked_out,
    keeps_from_support,
    shares_a_figure,
)
from factcheck.stance.gapped import other_subject_without_verb
from factcheck.stance.lapses import told_in_other_order, told_on_other_side
from factcheck.stance.lexicon import Kin
from factcheck.stance.modality import is_only_planned, is_only_possible, leaves_open, opinion_word
from factcheck.stance.moves import compared_ways, is_dearer_already
from factcheck.stance.only_these import adds_only
from factcheck.stance.other_bearers import other_bearer, other_belonging, verb_from_around
from factcheck.stance.other_instances import told_of_another_instance
from factcheck.stance.other_names import names_another, other_name
from factcheck.stance.other_objects import done_to_another
from factcheck.stance.other_parts import told_otherwise
from factcheck.stance.quantifiers import counted_without_whole
from factcheck.stance.roles import other_doer
from factcheck.stance.said_elsewhere import (
    before_it,
    is_of_the_day_compared_with,
    is_only_where_it_began,
    other_group,
    owned_by_another,
)
from factcheck.stance.said_to_be import not_said_to_be
from factcheck.stance.slips import is_slip
from factcheck.stance.superlatives import comes_behind, holders_differ
from factcheck.stance.tallies import decided_otherwise
from factcheck.stance.times import past_date, tells_of_the_first, week_apart
from factcheck.stance.titles import called_otherwise
from factcheck.stance.turned import ALIKE, turned_at_same_figure, what_is_turned
from factcheck.stance.undone import contradicts, still_needed, undone
from factcheck.stance.unsaid import added_phrase, another_kind, is_of_relation, other_matter
from factcheck.values import dataclass
from factcheck.words import listed

_POINTERS = frozenset(listed("it this them"))
_LEAST_POINTED = 0.9  # of the claim's information that passage and context must hold where the passage says "it"
_LEAST_TOLD = 3  # words of a claim that say enough for a passage that has them all to be of the same thing
_CONFLICT_SCORE = 0.9
_WORKED_OUT_SCORE, _LEAST_WORDS = 0.7, 0.45
_TURNED_SCORE = 0.85  # where a direction, a polarity or two roles are turned round in an otherwise equal statement
_OTHER_WAY = "in the source it went the other way"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The bond that conflicts, or what keeps the passage from supporting, or from taking a stance at all."""

    conflict: Bond | None = None
    obstacle: Bond | None = None
    no_support: str = ""
    of_another: bool = False  # what keeps it from supporting is another name, or another hour, in the claim's place
    no_stance: str = ""
    turned: str = ""
    alike: bool = False
    counts_the_rest: bool = False
    worked_out: bool = False
    denied_alike: bool = False  # both say of everybody that the same was not done, which the words leave open
    by_clock: bool = False  # what is turned is a time of day, which is compared as a figure is
    is_sure: bool = False  # what is turned is so surely of the same thing that no more of the claim need be there

    def applied(
        self, by_words: Mapping[Stance, float], unmoved: Mapping[Stance, float] | None = None
    ) -> dict[Stance, float]:
        """Return the probabilities with what the ruling does not allow taken away.

        `unmoved` are they without a prior, which has no part in whether a sum that comes out outweighs them.
        """
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
            said = max(chances[Stance.SUPPORTS], (unmoved or chances)[Stance.SUPPORTS])
            if self.worked_out and said > self._least_words and not self.turned:
                _lift(chances, Stance.SUPPORTS, _WORKED_OUT_SCORE)
                _lift(chances, Stance.SUPPORTS, _WORKED_OUT_SCORE, Stance.CONFLICTS)
        return chances

    @property
    def _least_words(self) -> float:
        """Return the score by words from which on what is worked out lifts a support."""
        return 0.0 if self.denied_alike else _LEAST_WORDS

    def decides(self, stance: Stance, by_words: Mapping[Stance, float]) -> bool:
        """Do the figures, not the words, give this stance?"""
        if self.conflict is not None or self.by_clock:
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
    if not (pair.alignment.links or pair.bonds or pair.times):
        return Ruling(no_stance="the claim has no word that a source could be asked for")
    opinion = opinion_word(pair.claim, pair.passage)
    if opinion:
        return Ruling(no_stance=f"“{opinion}” is an opinion, which no source can bear out")
    otherwise = opposite_at_another_time(pair)
    if otherwise:
        return Ruling(no_stance=otherwise)
    other = contrary(pair)
    if other:
        return Ruling(turned=other, alike=True, is_sure=True)
    open_word = leaves_open(pair.claim, pair.passage, pair.alignment)
    if open_word:
        return Ruling(no_stance=f"the source leaves this open: “{open_word}”")
    met = [
        pair.passage.figure_places(bond.passage)[0] for bond in pair.bonds if bond.relation in MET and bond.passage >= 0
    ]
    planned = is_only_planned(pair.claim, pair.passage, pair.alignment, met)
    if planned and not (is_yet_to_come(pair) or has_come_true(pair) or is_undecided(pair) or is_dearer_already(pair)):
        return Ruling(no_stance="the source speaks of what is planned, expected or possible, the claim of a fact")
    if is_only_possible(pair.claim, pair.passage, pair.alignment):
        return Ruling(no_stance="the source speaks of what may be, the claim of what will")
    if any(k.kin is Kin.OPPOSITE and k.passage >= 0 and holders_differ(pair, k) for k in pair.alignment.links):
        return Ruling(no_stance="the two give their superlatives to different things")
    then = past_date(pair.claim, pair.passage, pair.published)
    if then is not None:
        return Ruling(no_stance=f"the source speaks of {then.text}, the claim of now")
    if is_of_relation(pair):
        return Ruling(no_stance="the source speaks of somebody else, who is near to whom the claim is about")
    subject = said_of_another(pair) or other_bearer(pair)
    if subject:
        return Ruling(no_stance=f"the source says this of “{subject}”")
    other_one = owned_by_another(pair) or other_group(pair)
    if other_one:
        return Ruling(no_stance=f"the source says this of “{other_one}”")
    week = week_apart(pair.bonds)
    if week is not None:
        return Ruling(no_stance=week.note)
    fate = undone(pair)
    if fate is not None and contradicts(fate, pair):
        words = pair.claim.written(fate.verb), pair.passage.written(fate.fate)
        return Ruling(turned=f"the claim says “{words[0]}”, the source “{words[1]}”", alike=True, is_sure=True)
    behind = comes_behind(pair)
    if behind:
        return Ruling(turned=f"the source puts “{behind}” behind another", alike=True)
    noun = not_said_to_be(pair)
    if noun and pair.claim.has_denied:
        return Ruling(no_stance=f"the source says “{noun}” of something else")
    needed = still_needed(pair)
    if needed:
        return Ruling(turned=f"the source says that “{needed}” is still needed", alike=True)
    hour = other_time(pair)
    if hour:
        return Ruling(turned=hour, alike=True, is_sure=True, by_clock=True)
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT]
    dates = [bond for bond in different if bond.comparison.claim_figure.kind is Kind.DATE]
    surest_first = sorted(different, key=lambda bond: not is_slip(bond))
    conflict = next((bond for bond in surest_first if measures_the_same(bond, pair)), None)
    if conflict is not None and is_of_another_day(conflict, len(different) > 1 and bool(dates), pair):
        conflict = None
    if conflict in dates and gives_no_time(pair):
        conflict = None  # a day of something else: what the claim tells of to the minute would be timed
    obstacle = next((bond for bond in pair.bonds if _is_obstacle(pair, bond)), None)
    rest = any(bond.inverts for bond in pair.bonds) or compared_conversely(pair.claim, pair.passage, pair.alignment)
    first = not rest and tells_of_the_first(pair)
    hidden = rest or (obstacle is not None and not is_near_date(obstacle))
    turned = turned_at_same_figure(pair) if hidden and not rest else "" if hidden or first else what_is_turned(pair)
    way = 0 if rest else compared_ways(pair)
    turned = turned or (_OTHER_WAY if way < 0 else "")
    doer = other_doer(pair.claim, pair.passage, pair.alignment)
    other = f"in the source it is {doer} of whom this is said" if doer else other_name(pair)
    hour = "" if conflict is not None else unmet_time(pair)
    nobody = denied_of_all_alike(pair)
    alike = covered_share(pair) >= ALIKE and all(match.covered == 1.0 for match in pair.names)
    return Ruling(
        conflict,
        obstacle,
        other
        or names_another(pair)
        or done_by_another(pair)
        or (f"the source says this of “{thing}”" if (thing := done_to_another(pair)) else "")
        or (f"the source says this of “{one}”" if (one := other_subject_without_verb(pair)) else "")
        or (f"the source has it the other way round: “{two}”" if (two := differs_the_other_way(pair)) else "")
        or (f"the source dates this otherwise: “{day}”" if (day := told_in_other_order(pair)) else "")
        or (f"the source says “{side}”" if (side := told_on_other_side(pair)) else "")
        or (f"the source does not say “{only}”" if (only := adds_only(pair)) else "")
        or (f"the source does not say “{denied}”" if (denied := denies_alone(pair)) else "")
        or other_matter(pair)
        or (f"the claim says “{to[0]}”, the source “{to[1]}”" if (to := other_belonging(pair)) else "")
        or (f"the source does not say “{verb}”" if (verb := verb_from_around(pair)) else "")
        or another_kind(pair)
        or (f"the source says this: “{part}”" if (part := told_otherwise(pair)) else "")
        or (f"the source says this of another: “{one}”" if (one := told_of_another_instance(pair)) else "")
        or called_otherwise(pair)
        or (f"the source says “{noun}” of something else" if noun else "")
        or (f"the source only says this: “{done}”" if (done := counts_who_did(pair)) else "")
        or (f"in the source it was “{pair.passage.written(fate.fate)}”" if fate is not None else "")
        or (f"the source says “{count}”, not of how many" if (count := _count_without_whole(pair)) else "")
        or _compares_nothing(pair, way)
        or _dated_before(pair)
        or decided_otherwise(pair)
        or not_denied_of_all(pair)
        or (f"the source does not say “{added}”" if (added := added_phrase(pair)) else "")
        or reached_later(pair)
        or hour,
        bool(doer or hour),
        turned=turned,
        alike=alike,
        counts_the_rest=rest or (first and all(bond.relation in MET for bond in pair.bonds)),
        worked_out=is_worked_out(pair) or way > 0 or nobody or (first and _is_told_in_full(pair)),
        denied_alike=nobody,
        is_sure=bool(turned) and (way < 0 or shares_a_figure(pair) or _points_back(pair) or _is_told_in_full(pair)),
    )


def _count_without_whole(pair: SideBySide) -> str:
    return counted_without_whole(pair.claim, pair.passage, pair.alignment, pair.bonds)


def _is_obstacle(pair: SideBySide, bond: Bond) -> bool:
    if (keeps_from_support(bond) and not has_gone_on_since(pair.passage, bond)) or is_only_where_it_began(pair, bond):
        return True
    if is_of_the_day_compared_with(pair, bond):
        return True
    return is_whole_of_part(pair, bond) or is_whole_of_what_is_told(pair, bond) or is_level_of_now(pair, bond)


def _points_back(pair: SideBySide) -> bool:
    """Does an "it" of the passage stand for what the claim names: "Voss voted against it"? Its doer must be named."""
    if not pair.names or any(match.covered < 1.0 for match in pair.names) or not pair.names[0].in_passage:
        return False
    agree = all(bond.relation in MET for bond in pair.bonds)
    return agree and covered_share(pair) >= _LEAST_POINTED and any(w.plain in _POINTERS for w in pair.passage.words)


def _is_told_in_full(pair: SideBySide) -> bool:
    """Has one sentence of the passage every word of the claim but the one that it turns round, and every figure?"""
    words = pair.passage.words
    links = pair.alignment.links
    if len(links) < _LEAST_TOLD or not all(k.is_here for k in links):
        return False
    agree = all(bond.relation in MET and bond.noun >= 0 and not bond.misplaced for bond in pair.bonds)
    named = all(match.in_passage and match.covered == 1.0 and match.rival is None for match in pair.names)
    return agree and named and len({words[k.passage].sentence for k in links}) == 1


def _dated_before(pair: SideBySide) -> str:
    """Return a reason where the passage tells of the time before what the claim tells of, or the reverse."""
    then = before_it(pair)
    return f"the source says this of another time: “{then}”" if then else ""


def _compares_nothing(pair: SideBySide, way: int) -> str:
    """Return a reason where the claim compares two things and the passage holds nothing that does."""
    if way > 0 or not compares(pair.claim) or has_comparative(pair.passage, pair.claim):
        return ""
    if any(bond.derived and bond.relation in MET for bond in pair.bonds):
        return ""
    return "the source does not compare the two"
