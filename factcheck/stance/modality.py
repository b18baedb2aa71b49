"""Facts, plans and opinions: a plan bears out no fact, and no source bears out a matter of taste."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from factcheck.figures.movement import CHANGING, LEVEL_VERBS
from factcheck.models import Kind
from factcheck.stance.align import Alignment
from factcheck.stance.reading import Reading
from factcheck.stance.roles import is_verb
from factcheck.stance.unasserted import called_untrue, left_open
from factcheck.words import listed, stem

_PLANNED = frozenset(
    listed("""
    will would shall may might could should must due expects expect expected plans plan planned intends intend hopes
    hope offered offers offering proposed proposes propose considering considers wants want aims aim forecast forecasts
    predicted predicts asked sought requested demanded scheduled likely possible possibly perhaps promised promises
    promise threatened threatens threaten threatening vowed vows vow pledged pledges pledge if whether
    unless set
    """)
)
_OPINIONS = frozenset(
    stem(word)
    for word in listed("""
    finest handsomest prettiest loveliest ugliest beautiful beautifully wonderful terrible awful brilliant disgraceful
    shameful magnificent delightful dreadful splendid superb tasteless charming glorious disastrous greatest
    """)
)
_AIMED = frozenset(  # before "to": what was meant, tried or voted on need not have come about
    listed("""
    meant intended supposed vote votes voted bid bids attempt attempts effort efforts motion proposal proposals move
    """)
)
_CERTAIN = frozenset(listed("will shall"))
_POSSIBLE = frozenset(listed("may might could possibly perhaps"))
_TO_COME = frozenset(("is", "are"))
_CALLS = frozenset(listed("called calls calling call campaigned campaigning pressed"))
_CALL_REACH = 6
_FACING = frozenset(listed("face faces faced facing risk risks risked risking carries carry carried"))
_AT_MOST = frozenset(listed("maximum possible sentence jail prison"))
_PENALTY_REACH = 4
_REACH = 7
_TO_BE = frozenset(listed("is are was were going need needs have has"))  # before "to"
_FORMS_OF_BE = frozenset(listed("is are was were be been am"))
_PAST = frozenset(listed("has have had was were did"))
_CAN_REACH = 4
_UNDER_WAY = frozenset(listed("is are am"))  # before "buying": it may be now or to come
_FORESEEN = frozenset(listed("possible likely forecast"))  # "snow is possible"
_ASKED = frozenset(listed("asked sought requested demanded applied appealed"))  # reaches to the end of its stretch

_BARE = frozenset(
    listed("ask offer propose promise threaten vow pledge demand request expect seek plan intend forecast")
)
_BEFORE_BARE = frozenset(listed("to will would may might could should"))
_TELLING_PLANS = _PLANNED | _FACING | _AIMED | _CALLS | _FORESEEN | _ASKED | _TO_COME | {"enough", "can"}


def is_only_planned(claim: Reading, passage: Reading, alignment: Alignment, met: Sequence[int] = ()) -> bool:
    """Does the passage say only as a plan or a possibility what the claim says as a fact?

    `met` are the places of its figures that are the claim's: of a word that it says twice, "was to open in 2022 but
    opened in 2024", the nearest to these counts.
    """
    if _is_to_be(claim) or any(
        word.plain in _PLANNED and word.figure < 0 and not _is_asking_to_come(passage, alignment, place)
        for place, word in enumerate(claim.words)
    ):
        return False
    if _TELLING_PLANS.isdisjoint([word.plain for word in passage.words]):  # as in most passages
        return False
    links = [k for k in alignment.links if k.is_here and claim.words[k.claim].name < 0]
    told = any(word.plain in _PAST and word.name < 0 for word in claim.words)
    places = {k: _nearest(passage, k.passage, met) for k in links}
    planned = [k for k in links if is_planned(passage, places[k]) or (told and _only_can(passage, places[k]))]
    verbs = [k for k in links if is_verb(claim, k.claim) and not _is_attribute(claim, k.claim)]
    if not verbs and _are_amounts_planned(passage, met):
        return True  # "sales were £5m" of "sales could reach £5m"
    if not planned:
        return False
    if verbs and all(k in planned for k in verbs):
        return len(planned) * 3 >= len(links)  # "the old plant is expected to close": the plant itself is no plan
    if verbs and not any(k in planned for k in verbs):
        return False  # "asked for another £2m but was turned down": that it was refused is no plan
    return len(planned) * 2 > len(links)


def _is_asking_to_come(passage: Reading, alignment: Alignment, place: int) -> bool:
    """Is the claim's "asked" or "promised" itself only to come in the passage: "is expected to ask", "will offer"?"""
    there = alignment.passage_place(place)
    if there < 1 or passage.words[there].plain not in _BARE or not is_planned(passage, there):
        return False
    return passage.words[there - 1].plain in _BEFORE_BARE


def is_only_possible(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Says the claim that something will be, and the passage only that it may or could?"""
    if _CERTAIN.isdisjoint(word.plain for word in claim.words) or _may(claim):
        return False
    if not _may(passage):  # as in most passages
        return False
    verbs = [
        k
        for k in alignment.links
        if k.is_here and claim.words[k.claim].name < 0 and (is_verb(claim, k.claim) or _is_right_behind(claim, k.claim))
    ]
    return bool(verbs) and all(_only_may(passage, k.passage) for k in verbs)


def _is_right_behind(claim: Reading, place: int) -> bool:
    """Stands a word right behind a "will", and so is a verb: "will close"?"""
    return place > 0 and claim.words[place - 1].plain in _CERTAIN


def _may(reading: Reading) -> bool:
    return any(word.plain in _POSSIBLE and word.name < 0 and word.figure < 0 for word in reading.words)


def _only_may(passage: Reading, place: int) -> bool:
    """Is the last word of planning in front of this one a "may" or a "could"?"""
    words = passage.words
    near = [word for word in words[max(0, place - _CAN_REACH) : place] if word.clause == words[place].clause]
    planning = [word.plain for word in near if word.plain in _PLANNED and word.name < 0 and word.figure < 0]
    return bool(planning) and planning[-1] in _POSSIBLE


def leaves_open(claim: Reading, passage: Reading, alignment: Alignment) -> str:
    """Return the passage's word that leaves open all that it has of the claim, as "whether" does, else ""."""
    rows = _rows(passage)
    heads = [*left_open(*rows)]
    if not heads or any(called_untrue(*rows)) or any(left_open(*_rows(claim))):
        return ""
    met = {k.passage for k in alignment.links if k.is_here and claim.words[k.claim].name < 0}
    return next((passage.words[head].text for head, reached in heads if met and met <= {*reached}), "")


def _rows(reading: Reading) -> tuple[list[str], list[int], list[int]]:
    """Return the plain forms of a text's words, with the numbers of their stretches and sentences."""
    words = reading.words
    return [w.plain for w in words], [w.clause for w in words], [w.sentence for w in words]


def _are_amounts_planned(passage: Reading, met: Sequence[int]) -> bool:
    """Are all amounts at these places told as what something will or could come to: "is expected to be £5m"?"""
    amounts = [place for place in met if passage.figures[passage.words[place].figure].kind is not Kind.DATE]
    return bool(amounts) and all(_is_amount_planned(passage, place) for place in amounts)


def _is_amount_planned(passage: Reading, place: int) -> bool:
    """Stands a word of planning before an amount, and only verbs of level and change and small words between?"""
    words = passage.words
    for word in reversed(words[max(0, place - _REACH) : place]):
        if word.clause != words[place].clause:
            return False
        if word.plain in _PLANNED and word.figure < 0 and word.name < 0:
            return True
        if not (word.stop or word.plain in LEVEL_VERBS or word.plain in CHANGING):
            return False
    return False


def _nearest(passage: Reading, place: int, met: Sequence[int]) -> int:
    """Return where a word stands nearest to one of some places, itself where there are none."""
    if not met:
        return place
    return min(passage.places[passage.words[place].stem], key=lambda there: min(abs(there - each) for each in met))


def speaks_of_plans(reading: Reading) -> bool:
    """Does a text speak of what is to come: "will close", "is going to close", "is to close", "is closing"?"""
    words = reading.words
    if any(word.plain in _PLANNED and word.figure < 0 for word in words):
        return True
    for word, following in itertools.pairwise(words):
        coming = following.plain == "to" or (following.plain.endswith("ing") and not following.stop)
        if coming and word.plain in ("is", "are", "going"):
            return True
    return False


def _only_can(passage: Reading, place: int) -> bool:
    """Does a "can" stand shortly before this word: "can impose fines" tells of no fine?"""
    near = passage.words[max(0, place - _CAN_REACH) : place]
    return any(word.plain == "can" and word.clause == passage.words[place].clause for word in near)


def _is_attribute(claim: Reading, place: int) -> bool:
    """Does a word in "-ing" only stand before a noun: "the banking regulator", not "is closing"?"""
    if not claim.words[place].plain.endswith("ing") or place + 1 >= len(claim.words):
        return False
    before = claim.words[place - 1].plain if place else ""
    return before not in _FORMS_OF_BE and not claim.words[place + 1].stop


def _is_to_be(claim: Reading) -> bool:
    """Does a claim say what is to be, or what is needed for it: "is to close", "is closing", "need to win both"?"""
    return any(
        (word.plain in _TO_BE and word.figure < 0 and following.plain == "to")
        or (word.plain in _UNDER_WAY and following.plain.endswith("ing") and not following.stop)
        for word, following in itertools.pairwise(claim.words)
    )


def is_planned(passage: Reading, place: int) -> bool:
    """Does a word of planning stand shortly before this word, or one of forecasting behind it, in the same stretch?"""
    words = passage.words
    clause = words[place].clause
    turn = max((at + 1 for at in range(place) if words[at].plain == "but"), default=0)
    near = words[max(turn, place - _REACH) : place]
    if any(word.plain in _PLANNED and word.clause == clause and word.name < 0 and word.figure < 0 for word in near):
        return True
    if place > 1 and words[place - 1].plain == "to" and words[place - 2].plain in _AIMED | _TO_COME:
        return True  # "a vote to name it after Orr failed", "was meant to open in May", "the aim is to open in May"
    if words[max(0, place - 1)].plain == "to" and any(
        word.plain == "enough" for word in words[max(0, place - _REACH) : place]
    ):
        return True  # "are enough, it says, to last until July"
    behind = words[place + 1 : place + 1 + _REACH]
    if any(word.plain in _FORESEEN and word.clause == clause for word in behind):
        return True
    if any(word.plain in _ASKED and word.clause == clause for word in words[turn:place]):
        return True
    if _is_threatened(passage, range(turn, place)):
        return True
    return _is_called_for(passage, place)


def _is_threatened(passage: Reading, before: range) -> bool:
    """Does somebody only face a penalty at most: "faces up to seven years in prison", "risks a fine"?"""
    words = passage.words
    for at in before:
        if words[at].plain in _FACING and words[at].clause == words[before.stop].clause:
            behind = [word.plain for word in words[at + 1 : at + 1 + _PENALTY_REACH]]
            if behind[:2] == ["up", "to"] or not _AT_MOST.isdisjoint(behind):
                return True
    return False


def _is_called_for(passage: Reading, place: int) -> bool:
    """Has somebody only called for what is said here: "has called twice for the hall to be heated"?"""
    words = passage.words
    stretch = [at for at in range(place) if words[at].clause == words[place].clause]
    calls = [at for at in stretch if words[at].plain in _CALLS]
    return bool(calls) and any(
        words[at].plain == "for" and 0 < at - calls[-1] <= _CALL_REACH and at < place for at in stretch
    )


def opinion_word(claim: Reading, passage: Reading) -> str:
    """Return the claim's word of taste that the passage does not use, or an empty string."""
    theirs = {word.stem for word in passage.words}
    return next((w.text for w in claim.words if w.stem in _OPINIONS and w.name < 0 and w.stem not in theirs), "")
