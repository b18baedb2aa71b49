"""The same denied of everybody in other words: "no arrests were made", "nobody was arrested"."""

from __future__ import annotations

from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import ONE_WORD
from factcheck.stance.reading import Reading
from factcheck.words import listed

_OF_ALL = frozenset(listed("no nobody none"))
_LIMITING = frozenset(
    listed("until till unless before only without except but if yet other others more further new else")
)
_EXCEPTING = frozenset(listed("except excepting besides apart bar until till before else"))
_JOINING = frozenset(listed("and but while"))


def not_denied_of_all(pair: SideBySide) -> str:
    """Return a reason where only the claim denies of all without an exception what both speak of, else "".

    "Nobody was arrested except a steward"; "nobody was hurt and two men were arrested".
    """
    said = {word.plain for word in pair.claim.words}
    if _OF_ALL.isdisjoint(said) or pair.claim.figures:
        return ""
    words = pair.passage.words
    for denial in pair.passage.denials:
        if words[denial.first].plain not in _OF_ALL:
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
    if len(denials) != 1 or reading.words[denials[0].first].plain not in _OF_ALL:
        return frozenset()
    clause = reading.words[denials[0].first].clause
    if any(word.plain in _LIMITING for word in words if word.clause == clause):
        return frozenset()
    joints = [at for at in denials[0].reached if reading.words[at].plain in _JOINING]
    end = min(joints, default=len(reading.words))  # "nobody was hurt and two men were arrested"
    return frozenset(at for at in denials[0].reached if at < end)
