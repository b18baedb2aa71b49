"""What tells a part from its whole: the "affordable" of "1,900 houses, 30 per cent of them affordable"."""

from __future__ import annotations

from factcheck.models import Figure, Kind
from factcheck.stance.operands import Ground, are_kin
from factcheck.stance.questions import Question
from factcheck.words import listed, stem

_REACH = 7
_POINTING = frozenset(listed("them it those these that which whom"))
_SAYS_NOTHING = frozenset(
    listed(
        "of the a an it its them their those these this that which whom who are is was were be been will would have has"
        " had to in on at by for from with as and or but"
    )
)


def says_of_which(question: Question, share: Figure, whole: Figure, ground: Ground) -> bool:
    """Does a claim say one of the words by which the passage tells the part from the whole, if it has any?"""
    behind = ground.behind(share, 2)
    if behind[:1] != ["of"] or behind[1:] == [] or behind[1] not in _POINTING:
        return True
    told = [
        word
        for word in _up_to_next_figure(share, ground)
        if word not in _SAYS_NOTHING and not (whole.noun and are_kin(word, whole.noun))
    ]
    said = {stem(word) for word in question.words | question.all_words}
    return not told or any(stem(word) in said or any(are_kin(word, other) for other in said) for word in told)


def _up_to_next_figure(figure: Figure, ground: Ground) -> list[str]:
    following = next((other.start for other in ground.figures if other.start >= figure.end), len(ground.text))
    end = min([following, *(at for mark in ",;" if (at := ground.text.find(mark, figure.end)) >= 0)])
    return [token.plain for token in ground.words if figure.end <= token.start and token.end <= end][:_REACH]


def are_counted_as_one(claim: Figure, parts: tuple[Figure, ...]) -> bool:
    """May a claim's count be of all parts: not "12 primary schools" of seven primary and five secondary ones?"""
    if claim.kind is not Kind.NUMBER:
        return True
    phrases = [_words(part) for part in parts]
    return all(
        not any(word in phrase for phrase in phrases) or all(word in phrase or not phrase for phrase in phrases)
        for word in _words(claim) - {stem(claim.noun or "")}
    )


def _words(figure: Figure) -> set[str]:
    return {stem(word) for word in (figure.noun_phrase or "").lower().split()}
