"""What surely contradicts, however little else of the claim the passage holds, and whatever its figures."""

from __future__ import annotations

from factcheck.stance.absent import counts_the_excepted, is_left_out, said_to_be_absent
from factcheck.stance.awaited import still_to_come
from factcheck.stance.complements import other_complement
from factcheck.stance.denials import denied_name, denied_verb, denies_nothing, who_denies
from factcheck.stance.differences import differs_the_other_way
from factcheck.stance.doers import another_doer
from factcheck.stance.exchanged import (
    came_from_there,
    compared_the_other_way,
    exchanged_figures,
    other_counted,
    other_name_in_place,
    other_of_kind,
    other_subject,
)
from factcheck.stance.features import SideBySide, covered_share
from factcheck.stance.gapped import other_subject_without_verb
from factcheck.stance.lapses import other_lapse
from factcheck.stance.moves import moved_the_other_way
from factcheck.stance.owners import told_of_the_rest
from factcheck.stance.sides import other_side
from factcheck.stance.speakers import another_speaker, not_involved
from factcheck.stance.superlatives import other_holder
from factcheck.stance.unchanged import stays_as_it_is

_LEAST_COVERED = 0.45  # of a claim that has one superlative of an amount where the passage has its opposite
_LEAST_COMPARED = 0.8  # of a claim that has one thing above another by as much as the passage has it below


def contrary(pair: SideBySide) -> str:
    """Return in words what the passage says to the contrary of the claim, an empty string where that is not sure."""
    doer = another_doer(pair)
    if doer is not None:
        return f"the source says this of {doer[1]}, not of {doer[0]}"
    figures = exchanged_figures(pair)
    if figures is not None:
        return f"the source has “{figures[0].text}” and “{figures[1].text}” the other way round"
    start = came_from_there(pair)
    if start:
        return f"the source says “{start}”"
    words = other_of_kind(pair) or other_counted(pair) or other_name_in_place(pair)
    if words is not None:
        return f"the claim says “{words[0]}”, the source “{words[1]}”"
    if pair.poles is not None and covered_share(pair) >= _LEAST_COVERED and not pair.claim.has_denied:
        return f"the claim says “{pair.poles[0]}”, the source “{pair.poles[1]}”"
    holders = other_holder(pair)
    if holders is not None:
        return f"the claim says this “{holders[0]}”, the source “{holders[1]}”"
    subject = other_subject(pair) or (other_subject_without_verb(pair) if covered_share(pair) == 1.0 else "")
    if subject:
        return f"the source says this of “{subject}”"
    amounts = differs_the_other_way(pair) if covered_share(pair) >= _LEAST_COMPARED else ""
    if amounts:
        return f"the source has it the other way round: “{amounts}”"
    words = moved_the_other_way(pair)
    if words is not None:
        return f"the claim says “{words[0]}”, the source “{words[1]}”"
    words = told_of_the_rest(pair)
    if words is not None:
        return f"the claim says “{words[0]}” of what the source calls “{words[1]}”"
    name = denied_name(pair)
    if name is not None:
        return f"the source says {name[1]} of “{name[0]}”"
    sides = other_side(pair)
    if sides is not None:
        return f"the claim says “{sides[0]}”, the source “{sides[1]}”"
    words = (
        other_lapse(pair)
        or not_involved(pair)
        or other_complement(pair)
        or stays_as_it_is(pair)
        or compared_the_other_way(pair)
    )
    if words is not None:
        return f"the claim says “{words[0]}”, the source “{words[1]}”"
    speaker = another_speaker(pair)
    if speaker is not None:
        return f"the source says this of {speaker[1]}, not of {speaker[0]}"
    awaited = still_to_come(pair)
    if awaited:
        return f"the source says “{awaited}”"
    absent = said_to_be_absent(pair) or counts_the_excepted(pair)
    if absent:
        return f"the source says “{absent}”"
    left = is_left_out(pair)
    if left:
        return "" if pair.claim.has_denied else f"the source says “{left}”"
    verb = denied_verb(pair)
    return who_denies(pair, [verb]) if verb is not None and not denies_nothing(pair) else ""
