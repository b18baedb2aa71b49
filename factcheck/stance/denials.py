"""Denials: of the very deed that the claim tells, of one name or one part alone, of all, or of nothing it tells.

A name may be denied alone: "towed to Lund rather than to Tarn". A denial contradicts nothing if it is of what once was,
of a part that is counted, or of what both texts deny, in other words perhaps: "no arrests were made", "nobody was
arrested".
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from factcheck.models import MET, Kind, Relation
from factcheck.stance.absent import is_left_out
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, covered_share, is_finite_verb, plain_share
from factcheck.stance.lexicon import ONE_WORD, VERB_FIELDS, Kin, field
from factcheck.stance.modality import is_planned, speaks_of_plans
from factcheck.stance.names import NameMatch
from factcheck.stance.other_bearers import of_the_newly_named
from factcheck.stance.polarity import negations
from factcheck.stance.quantifiers import find_quantifiers
from factcheck.stance.reading import Reading, Word
from factcheck.stance.roles import is_verb
from factcheck.stance.times import tells_of_the_first
from factcheck.words import is_irregular, listed, stem

_REPORTING = frozenset(
    stem(word)
    for word in listed("""
    say tell announce report find conclude confirm believe think add note state claim argue insist explain know
    """)
)
_RELATIVES = frozenset(listed("who which whom whose where"))
_UNTIL = frozenset(listed("until till unless"))
_LIMITING = frozenset(listed("until till unless before only without except if yet alone enough longer always"))
_BEFORE_NOUNS = frozenset(listed("a an the his her its their this these those"))
_BEFORE_VERBS = frozenset(listed("to will would did does do can could may might should shall must"))
_OF_ALL = frozenset(listed("no any never none nobody nothing"))  # what is denied of all is denied of each
_LEAST_COVERED, _LEAST_COVERED_OF_ALL, _LEAST_PLAIN = 0.6, 0.5, 0.35
_ATTRIBUTES = 3  # words between an article and its noun, the noun's own place counted
_MOST_BETWEEN = 2  # words that say something between a "not" and the verb that it denies: "no plans to close"


def denied_verb(pair: SideBySide) -> Link | None:
    """Return the verb of which one of the two denies what the other says was done, is being done or is planned."""
    verbs = [link for link in pair.alignment.links if link.is_here and _is_verb(link, pair)]
    apart = [link for link in verbs if link.kin in ONE_WORD and _is_apart(link, pair)]
    if not apart or any(_is_told_beside(k, apart[0], pair) for k in verbs):
        return None
    if not _is_denied_alone(apart[0], pair):
        return None
    of_all = _is_of_all(apart[0], pair)
    least = _LEAST_COVERED_OF_ALL if of_all else _LEAST_COVERED
    if covered_share(pair) < least or plain_share(pair) < _LEAST_PLAIN or _is_limited(apart[0], pair):
        return None
    told = [match for match in pair.names if not of_all or match.name.first < apart[0].claim]
    if any(match.covered == 0.0 or match.passed_over or match.rival is not None for match in told):
        return None
    planned = is_planned(pair.passage, apart[0].passage)
    agree = _counts_agree(apart, pair) and (not planned or speaks_of_plans(pair.claim))
    return apart[0] if agree else None


def _is_told_beside(link: Link, denied: Link, pair: SideBySide) -> bool:
    """Do both texts tell a verb alike that stands in one clause with a denied one, so that this is of another deed?

    In "the hammer with which he is thought to have been killed", "thought" tells nothing of the hammer's being found.
    """
    if _is_apart(link, pair) or pair.claim.words[link.claim].stem in _REPORTING:
        return False
    return not any(word.plain in _RELATIVES for word in pair.claim.words[denied.claim : link.claim])


def _is_verb(link: Link, pair: SideBySide) -> bool:
    """Is a word of the claim a verb of its predicate?"""
    word = pair.claim.words[link.claim]
    if word.name >= 0 or word.figure >= 0 or link.claim < pair.predicate:
        return False
    before = pair.claim.words[link.claim - 1].plain if link.claim else ""
    if _is_led_by_article(pair.claim.words, link.claim) and not _is_inflected(word):
        return False
    return field(word.stem) in VERB_FIELDS or _is_inflected(word) or before in _BEFORE_VERBS


def _is_led_by_article(words: Sequence[Word], place: int) -> bool:
    """Stands an article before a word, with none but telling words between: "the votes", "the postal votes"?"""
    for at in range(place - 1, max(-1, place - 1 - _ATTRIBUTES), -1):
        if words[at].plain in _BEFORE_NOUNS:
            return True
        if words[at].stop or words[at].name >= 0 or words[at].clause != words[place].clause:
            return False
    return False


def _is_inflected(word: Word) -> bool:
    return word.plain.endswith("ed") or is_irregular(word.plain)


def _is_apart(link: Link, pair: SideBySide) -> bool:
    """Is a word denied in one of the two only, wherever the passage has it?"""
    depth = pair.claim.words[link.claim].depth
    there = pair.passage.words[link.passage]
    return all((depth - pair.passage.words[p].depth) % 2 for p in pair.passage.places.get(there.stem, ()))


def _is_denied_alone(link: Link, pair: SideBySide) -> bool:
    """Is the verb what the one denial of claim and passage's sentence denies, and no verb behind it?"""
    denied, place, other = pair.claim, link.claim, pair.passage
    sentence = pair.passage.words[link.passage].sentence
    if not denied.words[place].depth % 2:
        denied, place, other = pair.passage, link.passage, pair.claim
    others = [word for word in other.words if other is pair.claim or word.sentence == sentence]
    if any(word.depth for word in others):
        return False
    first = place
    while first and denied.words[first - 1].depth and denied.words[first - 1].sentence == denied.words[place].sentence:
        first -= 1
    between = [word for word in denied.words[first:place] if not word.stop]
    in_title = denied.words[first].name >= 0  # "No Country for Old Men"
    return len(between) <= _MOST_BETWEEN and not in_title


def _is_of_all(link: Link, pair: SideBySide) -> bool:
    """Does the passage deny it of all: "no wish to move", "never sold any land"?"""
    words = pair.passage.words
    stretch = [word.plain for word in words if word.clause == words[link.passage].clause]
    return bool(words[link.passage].depth % 2) and not _OF_ALL.isdisjoint(stretch)


def _is_limited(link: Link, pair: SideBySide) -> bool:
    """Does a word such as "until" or "only" limit the denial, or what is denied, to a time or a case?"""
    return not _LIMITING.isdisjoint(_words_about(link, pair)) or holds_since(link, pair)


def holds_since(link: Link, pair: SideBySide) -> bool:
    """Does the passage deny a deed only since a time, at which it was done: "had not won it since 1993"?"""
    here = pair.passage.words[link.passage]
    behind = pair.passage.words[link.passage + 1 :]
    return bool(here.depth % 2) and any(word.plain == "since" and word.clause == here.clause for word in behind)


def ends_in_time(link: Link, pair: SideBySide) -> bool:
    """Does the denial of a word hold only until something: "did not return until May"?"""
    return not _UNTIL.isdisjoint(_words_about(link, pair))


def _words_about(link: Link, pair: SideBySide) -> set[str]:
    """Return the words of the claim and of the passage's sentence."""
    sentence = pair.passage.words[link.passage].sentence
    theirs = {word.plain for word in pair.passage.words if word.sentence == sentence}
    return theirs | {word.plain for word in pair.claim.words}


def _counts_agree(apart: list[Link], pair: SideBySide) -> bool:
    """Does no figure of the claim speak against its being of the same thing? Of what is not, no number is told."""
    denied = {link.claim for link in pair.alignment.links if link.is_here and _is_apart(link, pair)}
    for bond in pair.bonds:
        is_other = bond.relation is Relation.DIFFERENT
        if is_other and (bond.noun >= 0 or bond.comparison.claim_figure.kind is Kind.DATE):
            return False
        if (is_other or bond.relation is Relation.MISSING) and bond.comparison.claim_figure.kind is not Kind.DATE:
            ends = pair.claim.figure_places(bond.claim)[-1:] if bond.claim >= 0 else []
            if not any(last < place <= last + 3 for last in ends for place in denied):
                return False
    return True


# --- in words for a person: "the source says “failed”, the claim does not" ---------------------------------


def who_denies(pair: SideBySide, apart: Sequence[Link]) -> str:
    """Return which of the two denies the first of some words that only one of them denies, and by what word."""
    link = apart[0]
    mine, theirs = pair.claim.denying(link.claim), pair.passage.denying(link.passage)
    if mine and theirs:
        return f"the claim says {_quoted(mine)}, the source {_quoted(theirs)}"
    if mine:
        return f"the claim says {_quoted(mine)}, the source does not"
    return f"the source says {_quoted(theirs)}, the claim does not"


def denying_words(pair: SideBySide, place: int) -> str:
    """Return what denies a word of the passage, quoted."""
    return _quoted(pair.passage.denying(place))


def _quoted(words: Sequence[str]) -> str:
    return " and ".join(f"“{word}”" for word in dict.fromkeys(words))


_LEAST_COVERED_NAME = 0.7


def denied_name(pair: SideBySide) -> tuple[str, str] | None:
    """Return a name of which the passage denies what it tells of something else, as the claim writes it, and by what.

    All else that the two share, a verb among it, is told by both or denied by both in the same sentence.
    """
    if covered_share(pair) < _LEAST_COVERED_NAME or any(bond.relation not in MET for bond in pair.bonds):
        return None
    claim, passage = pair.claim.words, pair.passage.words
    links = [k for k in pair.alignment.links if k.is_here]
    plain = [k for k in links if claim[k.claim].name < 0]
    if any(k.kin is Kin.OPPOSITE or _is_apart_here(k, pair) for k in plain):
        return None
    for match in pair.names:
        met = [k for k in links if match.name.first <= k.claim <= match.name.last]
        if match.covered < 1.0 or not met or not all(_is_denied_here(k, pair) for k in met):
            continue
        sentence, clause = passage[met[0].passage].sentence, passage[met[0].passage].clause
        if not any(passage[place].clause == clause for place in negations([word.plain for word in passage])):
            continue  # "promised to scrap the line to Tarn", of a claim that he wants to cancel it
        told = [k for k in plain if passage[k.passage].sentence == sentence and is_verb(pair.claim, k.claim)]
        if told and not _others_are_denied(pair, match, links):
            return pair.claim.spelled(match.name), denying_words(pair, met[0].passage)
    return None


def _is_apart_here(link: Link, pair: SideBySide) -> bool:
    return (pair.claim.words[link.claim].depth - pair.passage.words[link.passage].depth) % 2 == 1


def _is_denied_here(link: Link, pair: SideBySide) -> bool:
    """Denies the passage this word wherever it has it, and the claim not?"""
    words = pair.passage.words
    everywhere = pair.passage.places.get(words[link.passage].stem, ())
    return not pair.claim.words[link.claim].depth % 2 and all(words[place].depth % 2 for place in everywhere)


def _others_are_denied(pair: SideBySide, match: NameMatch, links: list[Link]) -> bool:
    """Are other names of the claim denied as well, so that it is not this one alone?"""
    inside = range(match.name.first, match.name.last + 1)
    named = [k for k in links if pair.claim.words[k.claim].name >= 0 and k.claim not in inside]
    return any(_is_apart_here(k, pair) for k in named)


_PASTS = frozenset(listed("was were had did"))
_NO_COUNTS = (Kind.DATE, Kind.ORDINAL)  # "on the first day" counts no part
_HAVING = frozenset(listed("have has had having with"))
_WHOLES = frozenset(listed("all every everyone everybody everything both"))
_SOME = frozenset(listed("some most many several few"))
_STILL = frozenset(listed("still now currently today"))


def denies_nothing(pair: SideBySide) -> bool:
    """Is a "not" that only one of the two has no contradiction of the other?"""
    return (
        is_of_before(pair)
        or _counts_parts(pair)
        or both_deny_verb(pair)
        or tells_of_the_first(pair)
        or bool(is_left_out(pair))
        or _has_nothing_to(pair)
        or _has_only_a_noun(pair)
        or any(bond.inverts for bond in pair.bonds)
        or _denies_only_the_whole(pair)
        or bool(of_the_newly_named(pair))
    )


def _denies_only_the_whole(pair: SideBySide) -> bool:
    """Says the claim "not all" of what the passage says of some, or the passage of what the claim says of some?"""
    if _says_not_all(pair.claim):
        return not _says_of_all(pair.passage)
    return _says_not_all(pair.passage) and not _says_of_all(pair.claim) and _says_of_some(pair.claim)


def _says_not_all(reading: Reading) -> bool:
    return any(a.plain == "not" and b.plain in _WHOLES for a, b in itertools.pairwise(reading.words))


def _says_of_all(reading: Reading) -> bool:
    return any(word.plain in _WHOLES for word in reading.words)


def _says_of_some(reading: Reading) -> bool:
    counted = any(a.figure >= 0 and b.plain == "of" for a, b in itertools.pairwise(reading.words))
    return counted or any(word.plain in _SOME for word in reading.words)


def _has_only_a_noun(pair: SideBySide) -> bool:
    """Has the passage for the verb that the claim denies only a noun much like it: "an allegation" for "charged"?"""
    claim, words = pair.claim.words, pair.passage.words
    denied = [k for k in pair.alignment.links if k.is_here and k.claim >= pair.predicate and claim[k.claim].depth % 2]
    if not denied or denied[0].kin is not Kin.SYNONYM or not _is_inflected(claim[denied[0].claim]):
        return False
    there = words[denied[0].passage]
    return _is_led_by_article(words, denied[0].passage) and not _is_inflected(there)


def _has_nothing_to(pair: SideBySide) -> bool:
    """Says the passage only that somebody had nothing to do, and not that it was not done: "had nothing to lose"?"""
    words = pair.passage.words
    denied = [k.passage for k in pair.alignment.links if k.is_here and words[k.passage].depth % 2]
    return any(
        words[place - 1].plain == "to" and words[place - 2].plain == "nothing" and words[place - 3].plain in _HAVING
        for place in denied[:1]
        if place > 2
    )


def is_of_before(pair: SideBySide) -> bool:
    """Does one say "no longer" of what the other says was so: "was a member", "is no longer a member"?"""
    mine, theirs = _ends_now(pair.claim), _ends_now(pair.passage)
    if mine == theirs:
        return False
    other = pair.claim if theirs else pair.passage
    if not _STILL.isdisjoint(word.plain for word in other.words):
        return False
    return any(_is_past(word) for word in other.words if is_finite_verb(word))


def _ends_now(reading: Reading) -> bool:
    return any(a.plain == "no" and b.plain == "longer" for a, b in itertools.pairwise(reading.words))


def _is_past(word: Word) -> bool:
    return word.plain in _PASTS or word.plain.endswith("ed") or (is_irregular(word.plain) and not word.stop)


def both_deny_verb(pair: SideBySide) -> bool:
    """Is the first word that the claim denies denied by the passage, too: "did not publish", "was never published"?"""
    denied = negations([word.plain for word in pair.claim.words])
    if not denied:
        return False
    first = next((k for k in pair.alignment.links if k.claim > denied[0] and pair.claim.words[k.claim].depth % 2), None)
    if first is None or first.passage < 0 or first.kin not in ONE_WORD:
        return False
    return bool(pair.passage.words[first.passage].depth % 2)


def _counts_parts(pair: SideBySide) -> bool:
    """Do both say, one with a "not", of how many a thing is so, and of other numbers: "most are not", "17 of 60 are"?

    With the same number the two contradict each other.
    """
    counts = [bond for bond in pair.bonds if bond.comparison.claim_figure.kind not in _NO_COUNTS]
    if any(bond.relation is Relation.EQUAL for bond in counts):
        return False
    apart = [
        k
        for k in pair.alignment.links
        if k.is_here and (pair.claim.words[k.claim].depth - pair.passage.words[k.passage].depth) % 2
    ]
    if not apart:
        return False
    return _is_counted_before(pair.claim, apart[0].claim) and _is_counted_before(pair.passage, apart[0].passage)


def _is_counted_before(reading: Reading, place: int) -> bool:
    """Does a number or a quantifier stand before a word in its stretch?"""
    clause = reading.words[place].clause
    before = [p for p in range(place) if reading.words[p].clause == clause]
    kinds = {reading.figures[n].kind for n in (reading.words[p].figure for p in before) if n >= 0}
    return bool(kinds & {Kind.NUMBER, Kind.PERCENT}) or any(q.place in before for q in find_quantifiers(reading))


_NOBODY = frozenset(listed("no nobody none"))
_QUALIFYING = frozenset(
    listed("until till unless before only without except but if yet other others more further new else")
)
_EXCEPTING = frozenset(listed("except excepting besides apart bar until till before else"))
_JOINING = frozenset(listed("and but while"))


def not_denied_of_all(pair: SideBySide) -> str:
    """Return a reason where only the claim denies of all without an exception what both speak of, else "".

    "Nobody was arrested except a steward"; "nobody was hurt and two men were arrested".
    """
    said = {word.plain for word in pair.claim.words}
    if _NOBODY.isdisjoint(said) or pair.claim.figures:
        return ""
    words = pair.passage.words
    for denial in pair.passage.denials:
        if words[denial.first].plain not in _NOBODY:
            continue
        for place in range(denial.first, len(words)):
            if words[place].clause != words[denial.first].clause:
                break
            if words[place].plain in _EXCEPTING - said:
                return f"the source makes an exception: “{words[place].text}”"
            if words[place].plain in _JOINING and _counts_behind(pair, place):
                return f"the source says this of “{words[place + 1].text}”"
    return ""


def _counts_behind(pair: SideBySide, joint: int) -> bool:
    """Stand a count behind an "and" and, behind that, something of what the claim says?"""
    following = pair.passage.words[joint + 1 : joint + 2]
    counts = bool(following) and following[0].figure >= 0
    return counts and any(link.covered and link.passage > joint for link in pair.alignment.links)


def denied_of_all_alike(pair: SideBySide) -> bool:
    """Do both deny one deed of everybody, all of the claim, and neither for a time or with an exception only?"""
    mine = _denied_of_all(pair.claim, 0)
    if not mine or pair.claim.figures or not all(link.covered for link in pair.alignment.links):
        return False
    for link in pair.alignment.links:
        if link.claim not in mine or link.passage < 0 or link.kin not in ONE_WORD:
            continue
        if link.passage in _denied_of_all(pair.passage, pair.passage.words[link.passage].sentence):
            rest = [k for k in pair.alignment.links if k is not link and k.passage >= 0]
            depths = {pair.claim.words[k.claim].depth - pair.passage.words[k.passage].depth for k in rest}
            return not any(depth % 2 for depth in depths)
    return False


def _denied_of_all(reading: Reading, sentence: int) -> frozenset[int]:
    """Return the places that a "nobody" or a "no" denies in a sentence, none where the denial is limited."""
    words = [word for word in reading.words if word.sentence == sentence]
    denials = [each for each in reading.denials if reading.words[each.first].sentence == sentence]
    if len(denials) != 1 or reading.words[denials[0].first].plain not in _NOBODY:
        return frozenset()
    clause = reading.words[denials[0].first].clause
    if any(word.plain in _QUALIFYING for word in words if word.clause == clause):
        return frozenset()
    joints = [at for at in denials[0].reached if reading.words[at].plain in _JOINING]
    end = min(joints, default=len(reading.words))  # "nobody was hurt and two men were arrested"
    return frozenset(at for at in denials[0].reached if at < end)
