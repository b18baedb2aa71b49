"""A statement denied: the passage says "not" of the very deed that the claim tells, or the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import Kind, Relation
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, covered_share, plain_share
from factcheck.stance.lexicon import ONE_WORD, VERB_FIELDS, field
from factcheck.stance.modality import is_planned, speaks_of_plans
from factcheck.stance.reading import Word
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
    if before in _BEFORE_NOUNS and not _is_inflected(word):
        return False
    return field(word.stem) in VERB_FIELDS or _is_inflected(word) or before in _BEFORE_VERBS


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
