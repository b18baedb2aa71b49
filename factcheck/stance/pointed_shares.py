"""Parts and multiples of an amount that a passage has named just before, and does not name again.

"A hundred grades were challenged and one in five was changed", "60 barns were burnt and twice as many were looted",
"the winner takes £8,000 and the runner-up half that sum". Each is of something that the passage says of it and not of
the amount before, and a claim must say that.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.compare import is_share
from factcheck.models import Figure, Kind, Role
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.operands import Ground, amount, are_kin, in_unit, per_cent, rounded, written
from factcheck.stance.questions import Question, Result, counts_alike
from factcheck.words import STOP_WORDS, Token, listed, stem

_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION)
_JOINTS = frozenset(listed("and but while with"))
_AMOUNTS = frozenset(listed("sum amount number figure total"))
_MEASURES = frozenset(listed("times many much"))
_LEAST_MULTIPLE = 2
_ENDS = ".!?;"
_MARKS = ",;:.!?()"
_SAME = frozenset({Kin.SAME, Kin.SYNONYM, Kin.DERIVED})


def asks_amount(question: Question) -> bool:
    """Does a claim give an amount that is no share?"""
    return question.figure.kind in _KINDS and not is_share(question.figure) and question.figure.role is not Role.CHANGE


def pointed_shares(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the parts and the multiples of an amount that stands before them, of which the claim says what they do."""
    figure = question.figure
    for share in ground.own:
        told = _told_of(share, ground)
        if told is None:
            continue
        whole = _amount_before(share, question, ground)
        value = in_unit(whole, figure.unit) if whole is not None else None
        if whole is None or value is None or not _is_said(question, told, whole, share, ground):
            continue
        factor = per_cent(share) / Decimal(100) if is_share(share) else amount(share)
        value = rounded(factor * value)
        times = "of" if is_share(share) else "x"
        yield Result(value, (whole, share), f"{share.text} {times} {whole.text} = {written(value, figure)}")


def _told_of(share: Figure, ground: Ground) -> list[str] | None:
    """Return what a passage says of a share or multiple of an amount before it, None where it is none."""
    behind, stretch = ground.behind(share, 2), _stretch_behind(share, ground)
    if is_share(share):
        if behind[:1] == ["that"] and behind[1:2] and behind[1] in _AMOUNTS:
            return _stretch_ahead(share, ground)
        if _is_as_much(share, ground):
            return [*_stretch_ahead(share, ground), *(word for word in stretch if word not in _MEASURES)]
        if behind[:1] in (["of"], ["as"]) or share.role is Role.CHANGE or not _opens(share, ground):
            return None
        return stretch
    if share.kind is not Kind.NUMBER or share.unit is not None or amount(share) < _LEAST_MULTIPLE:
        return None
    return [word for word in stretch if word not in _MEASURES] if _is_as_much(share, ground) else None


def _is_as_much(share: Figure, ground: Ground) -> bool:
    """Stands "as many" or "as much" behind a share or multiple, and no second "as" that says as what?"""
    behind = ground.behind(share, 7)
    if behind[:1] == ["times"]:
        behind = behind[1:]
    return behind[:1] == ["as"] and behind[1:2] in (["many"], ["much"]) and "as" not in behind[2:]


def _opens(share: Figure, ground: Ground) -> bool:
    """Stands a share right behind an "and", with no noun of its own that is not the amount's?"""
    ahead = ground.ahead(share, 1 + len((share.hedge or "").split()))
    return bool(ahead) and ahead[0] in _JOINTS


def _amount_before(share: Figure, question: Question, ground: Ground) -> Figure | None:
    """Return the nearest amount before a share, in its sentence, that the claim's figure may count too."""
    figure = question.figure
    before = [o for o in ground.own if o.end <= share.start and o.kind is figure.kind and not is_share(o)]
    if not before or ground.words[0].plain == "of":  # "Of its inmates, 90 were moved and a third were freed"
        return None
    whole = next((each for each in reversed(before) if counts_alike(figure, each)), None)
    ends = _ENDS.replace(";", "") if is_share(share) and _is_as_much(share, ground) else _ENDS
    if whole is None or whole.value_high is not None or any(m in ground.text[whole.end : share.start] for m in ends):
        return None
    own = _noun_behind(share, ground) if is_share(share) else ""
    shared = any(is_share(each) and whole.end <= each.start < share.start for each in ground.own)
    return whole if shared or not own or not whole.noun or are_kin(own, whole.noun) else None


def _noun_behind(share: Figure, ground: Ground) -> str:
    """Return the noun of a share where it stands right behind it: "one in five schools"."""
    behind = ground.behind(share, 2)
    return share.noun if share.noun and share.noun.lower() in behind else ""


def _is_said(question: Question, told: list[str], whole: Figure, share: Figure, ground: Ground) -> bool:
    """Does a claim say what the passage says of the share, and not rather what it says of the whole?"""
    claimed = {stem(word) for word in question.words if word not in STOP_WORDS}
    mine = {stem(word) for word in told} - {stem(whole.noun or "")}
    if not any(kin(word, other) in _SAME for word in claimed for other in mine):
        return False
    if is_share(share) and share.start > whole.end and ground.behind(share, 1) not in (["that"], ["as"]):
        return True  # the part is of the whole, and all that is said of that is said of it
    of_whole = {stem(word) for word in [*_stretch_ahead(whole, ground), *_stretch_behind(whole, ground)]}
    of_whole -= mine | {stem(whole.noun or "")}
    return not claimed & of_whole or mine <= claimed


def _stretch_behind(figure: Figure, ground: Ground) -> list[str]:
    """Return the telling words behind a figure, up to the next mark, "and" or figure."""
    following = next((each.start for each in ground.figures if each.start >= figure.end), len(ground.text))
    return _telling([token for token in ground.words if figure.end <= token.start < following], figure.end, ground.text)


def _stretch_ahead(figure: Figure, ground: Ground) -> list[str]:
    """Return the telling words before a figure, back to the mark, "while" or figure before them."""
    last = max((each.end for each in ground.figures if each.end <= figure.start), default=0)
    found: list[Token] = []
    for token in reversed([token for token in ground.words if last <= token.start and token.end <= figure.start]):
        between = ground.text[token.end : found[-1].start if found else figure.start]
        if token.plain in _JOINTS or any(mark in between for mark in _MARKS):
            break
        found.append(token)
    return [token.plain for token in found if token.plain not in STOP_WORDS]


def _telling(words: list[Token], start: int, text: str) -> list[str]:
    found: list[str] = []
    for token in words:
        if token.plain in _JOINTS or any(mark in text[start : token.start] for mark in _MARKS):
            break
        found += [] if token.plain in STOP_WORDS else [token.plain]
        start = token.end
    return found
