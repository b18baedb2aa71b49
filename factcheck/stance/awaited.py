"""What is still to come: told by the claim as come ("reopened" of "is yet to reopen"), or a plan in no one's way.

A plan is in nobody's way where the claim is of a day to come, or where it has come true.
"""

from __future__ import annotations

from datetime import date

from factcheck.models import MET, Kind, Role
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, covered_share, plain_share
from factcheck.stance.lexicon import ONE_MEANING
from factcheck.stance.modality import is_planned, speaks_of_plans
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, listed

_EXPECTED = frozenset(listed("expected due likely scheduled set planned forecast going"))
_TO_COME = frozenset(listed("will would shall won't wouldn't"))
_NOW = frozenset(listed("is are isn't aren't"))
_UNTIL = frozenset(listed("before until till"))
_FROM = frozenset(listed("from on in at after once when next later tomorrow"))
_WAITING = frozenset(listed("yet still"))
_HAS = frozenset(listed("has have had is are was were been"))
_UNSURE = frozenset(listed("partly partially temporarily almost nearly briefly once previously again twice"))
_JOINTS = frozenset(listed("and but while whereas though although"))
_MEANT = frozenset(listed("hopes hope plans plan intends intend aims aim expects expect wants want due set expected"))
_SIGNS = _EXPECTED | _TO_COME | _WAITING | _MEANT
_AGAIN = frozenset(listed("another more further additional again also other extra rest remaining"))
_POINTERS = frozenset(listed("it them this these"))
_ARTICLES = frozenset(listed("a an the its his her their"))
_WITHIN = frozenset(listed("by of near at in with for from to beside behind"))
_PERFECT = frozenset(listed("has have 've 's"))
_BEFORE_PARTICIPLE = frozenset(listed("been already now just since finally"))
_REACH, _BEHIND = 7, 5
_LEAST_COVERED, _LEAST_PLAIN = 0.75, 0.5
_LONGEST_DAYS = 31  # from the passage to the claim; what had not been done then may have been done since


def still_to_come(pair: SideBySide) -> str:
    """Return the passage's words by which what the claim says has been done is still to come, "" where it is not."""
    if pair.claim.has_denied or _SIGNS.isdisjoint([word.plain for word in pair.passage.words]):
        return ""
    if speaks_of_plans(pair.claim) or any(figure.kind is Kind.DATE for figure in pair.claim.figures):
        return ""
    if any(word.plain in _UNSURE for word in pair.claim.words) or covered_share(pair) < _LEAST_COVERED:
        return ""
    if any(match.covered < 1.0 for match in pair.names):
        return ""
    in_own_words = plain_share(pair) >= _LEAST_PLAIN
    for link in pair.alignment.links:
        if not link.is_here or link.kin not in ONE_MEANING or not _is_done(pair, link):
            continue
        first = _starts(pair.passage, link.passage)
        if first >= 0 and not (in_own_words and _has_subject(pair, link, first)):
            continue
        if first < 0:
            first = _meant_from(pair, link) if _is_perfect(pair.claim, link.claim) else -1
        if first < 0:
            continue
        last = _limit(pair.passage, link.passage)
        if _is_too_late(pair, link.passage, last) or _is_told_elsewhere(pair, link.passage):
            continue
        words = pair.passage.words
        return pair.passage.text[words[first].start : words[last].end]
    return ""


def _is_done(pair: SideBySide, link: Link) -> bool:
    """Is a word of the claim what has been done, or how it is: "has reopened", "was signed", "is open"?"""
    words = pair.claim.words
    word = words[link.claim]
    if word.name >= 0 or word.figure >= 0 or link.claim < pair.predicate:
        return False
    inflected = word.plain.endswith("ed") or is_irregular(word.plain)
    before = words[link.claim - 1].plain if link.claim else ""
    return inflected or before in ("is", "are")


def _starts(passage: Reading, place: int) -> int:
    """Return where the words begin that put a verb off, -1 where none do."""
    words = passage.words
    here = words[place]
    near = [at for at in range(max(0, place - _REACH), place) if words[at].sentence == here.sentence]
    near = [at for at in near if words[at].clause == here.clause or words[at].name < 0]
    plains = {words[at].plain: at for at in near}
    denied = here.depth % 2 == 1 or any(each == "not" or each.endswith("n't") for each in plains)
    if denied and not _TO_COME.isdisjoint(plains) and _is_limited(passage, place):
        return min(plains[each] for each in _TO_COME & plains.keys())  # "will not reopen until Friday"
    if denied and "to" in plains and not _EXPECTED.isdisjoint(plains):
        before = max(plains[each] for each in _EXPECTED & plains.keys())
        leading = [at for at in near if at < before and words[at].plain in _NOW]
        return leading[-1] if leading and leading[-1] >= before - 3 else -1
    if "yet" in plains and denied and {"has", "have"} & plains.keys():
        return min(plains[each] for each in {"has", "have"} & plains.keys())  # "has not yet reopened"
    if words[max(0, place - 1)].plain == "to" and place > 2 and words[place - 2].plain in _WAITING:
        return place - 3 if words[place - 3].plain in ("is", "are", "has", "have") else -1  # "is still to reopen"
    behind = [word.plain for word in words[place + 1 : place + 3]]
    if behind[:1] == ["only"] and set(behind) & _FROM and not _TO_COME.isdisjoint(plains):
        return min(plains[each] for each in _TO_COME & plains.keys())  # "will reopen only in August"
    if not denied and "only" in plains and not _TO_COME.isdisjoint(plains):
        return min(plains[each] for each in _TO_COME & plains.keys()) if set(behind[:1]) & _FROM else -1
    return -1


def _is_perfect(claim: Reading, place: int) -> bool:
    """Does a claim say of a verb that it has been done by now: "has signed", "have already been signed"?"""
    before = place
    while before and claim.words[before - 1].plain in _BEFORE_PARTICIPLE:
        before -= 1
    return before > 0 and claim.words[before - 1].plain in _PERFECT


def _meant_from(pair: SideBySide, link: Link) -> int:
    """Return where the words begin that say of the same matter that a verb is only meant to be, -1 where none do.

    "Hopes to sign it in May" beside "the treaty has been signed", and "is due to be signed" beside the same.
    """
    words, place = pair.passage.words, link.passage
    passive = words[place - 1].plain == "be"
    to = place - 1 - passive
    if to < 1 or words[to].plain != "to" or words[to - 1].plain not in _MEANT:
        return -1
    stretch = [at for at in range(len(words)) if words[at].clause == words[place].clause]
    if not _AGAIN.isdisjoint([words[at].plain for at in stretch]):
        return -1  # "plans to open another 40"
    behind = [at for at in stretch if at > place]
    pointed = bool(behind) and words[behind[0]].plain in _POINTERS
    if not pointed and plain_share(pair) < _LEAST_PLAIN:
        return -1
    if passive or pair.claim.words[link.claim - 1].plain != "been":
        same = _has_subject(pair, link, to - 1) and not _is_within_phrase(pair)
    else:
        subject = [k for k in pair.alignment.links if k.claim < pair.predicate]
        same = all(k.passage in behind or (pointed and k.in_context) for k in subject)
    return to - 1 if same else -1


def _is_within_phrase(pair: SideBySide) -> bool:
    """Does what the claim is about only say in the passage where another thing is: "the mill by the yard"?"""
    words = pair.passage.words
    here = min(k.passage for k in pair.alignment.links if k.claim < pair.predicate and k.passage >= 0)
    before = [word.plain for word in words[max(0, here - 2) : here] if word.plain not in _ARTICLES]
    return bool(before) and before[-1] in _WITHIN


def _is_limited(passage: Reading, place: int) -> bool:
    """Is a verb said to be so only from a time on: "not … before Friday"?"""
    return any(word.plain in _UNTIL for word in passage.words[place + 1 : place + 1 + _BEHIND])


def _limit(passage: Reading, place: int) -> int:
    """Return the last place of the time until which a verb is put off, the verb's own where none is told."""
    words = passage.words
    for at in range(place + 1, min(len(words), place + 1 + _BEHIND)):
        if words[at].clause != words[place].clause:
            break
        if words[at].figure >= 0:
            return passage.figure_places(words[at].figure)[-1]
    return place


def _has_subject(pair: SideBySide, link: Link, first: int) -> bool:
    """Stands what the claim says this of before the words that put it off, in their sentence or around it?"""
    words = pair.passage.words
    subject = [k for k in pair.alignment.links if k.claim < pair.predicate]
    if not subject or not all(k.covered for k in subject):
        return False
    here = [k.passage for k in subject if k.passage >= 0]
    if not here or any(at >= first or words[at].sentence != words[first].sentence for at in here):
        return False
    breaks = [at for at in range(max(here) + 1, first) if _begins_anew(pair.passage, at)]
    return not breaks or all(words[at].stop for at in range(breaks[-1], first))


def _begins_anew(passage: Reading, place: int) -> bool:
    """Begins a stretch here which may have a subject of its own: "the pier drew crowds; the bridge is not yet"?"""
    words = passage.words
    return words[place].clause != words[place - 1].clause or words[place].plain in _JOINTS


def _is_too_late(pair: SideBySide, place: int, last: int) -> bool:
    """Is the claim of a day by which it may have been done?"""
    if not pair.claimed:
        return False
    limit = pair.passage.words[last].figure
    value = pair.passage.figures[limit].value if limit >= 0 and last > place else None
    if isinstance(value, str) and value[:1].isdigit():
        return pair.claimed >= value
    if not pair.published:
        return True
    days = (date.fromisoformat(pair.claimed) - date.fromisoformat(pair.published)).days
    return not 0 <= days <= _LONGEST_DAYS


def _is_told_elsewhere(pair: SideBySide, place: int) -> bool:
    """Does the passage tell the same verb besides: "was not expected to reopen, but reopened on Monday"?"""
    return len(pair.passage.places.get(pair.passage.words[place].stem, ())) > 1


_COMING = frozenset(listed("will would shall"))
_FACTS = frozenset(listed("has have had was were did"))


def is_yet_to_come(pair: SideBySide) -> bool:
    """Does the claim itself give a day later than the passage's own, so that it, too, can only tell a plan?"""
    if any(_tells_the_past(word) for word in pair.claim.words):
        return False
    days = (bond.comparison for bond in pair.bonds if bond.relation in MET)
    given = (day.claim_figure.value for day in days if day.claim_figure.kind is Kind.DATE)
    dated = (value for value in given if isinstance(value, str) and value[:1].isdigit())
    return bool(pair.published) and any(value > pair.published for value in dated)


def _tells_the_past(word: Word) -> bool:
    """Is a word a verb in a past tense: "toured", "was", "has"?"""
    if word.name >= 0 or word.figure >= 0:
        return False
    return word.plain in _FACTS or word.plain.endswith("ed") or is_irregular(word.plain)


def has_come_true(pair: SideBySide) -> bool:
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


def reached_later(pair: SideBySide) -> str:
    """Return a reason where the passage's figure is only what something will come to, and the claim's what it is.

    "Would double the area to 900 square kilometres by 2026" bears out no "is already banned in 900".
    """
    if speaks_of_plans(pair.claim) or is_yet_to_come(pair):
        return ""
    for bond in pair.bonds:
        places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 and bond.relation in MET else []
        if not places or pair.passage.figures[bond.passage].role is not Role.TO:
            continue
        words = pair.passage.words
        stretch = [word.plain for word in words[: places[0]] if word.clause == words[places[0]].clause]
        if not _COMING.isdisjoint(stretch):
            return f"the source says only what it will come to: {bond.comparison.note}"
    return ""


def is_undecided(pair: SideBySide) -> bool:
    """Does the passage say that it is not decided whether to do what the claim says has been done?"""
    words = pair.passage.words
    for place, word in enumerate(words[:-1]):
        if word.plain != "whether" or not word.depth % 2 or words[place + 1].plain != "to":
            continue
        met = (k.passage for k in pair.alignment.links if k.covered and k.claim >= pair.predicate)
        if any(there > place and words[there].clause == word.clause for there in met):
            return True
    return False
