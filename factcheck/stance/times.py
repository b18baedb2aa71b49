"""Now, then, and for the first time.

How things stood at another time neither bears out nor contradicts what a claim says of its own. What was not so until a
time and then was so has two ways to be told: "no cabinet had fallen for 30 years", "the first cabinet in 30 years to
fall"; "no woman had led the band before Orr", "Orr became the first woman to lead it".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.date_words import WEEKDAYS
from factcheck.models import Comparison, Figure, Kind, Relation, Role
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, listed

_PASTS = {"is": ("was",), "are": ("were",), "has": ("had",), "have": ("had",), "does": ("did",), "do": ("did",)}
_ON_FROM = frozenset(listed("since from"))  # "since 1974" reaches to now
_YEAR = 4
_COUNT_REACH = 8  # words between a verb and what it counts


def past_date(claim: Reading, passage: Reading, published: str) -> Figure | None:
    """Return the date of a year gone by of which the passage says in the past what the claim says of now.

    `published` is the passage's ISO date, or empty where it is not known: then any year counts as gone by. None
    where the claim has a date itself or no figure, or where the passage has not the same verb in the past tense.
    """
    kinds = [figure.kind for figure in claim.figures]
    if not kinds or Kind.DATE in kinds:
        return None
    dates = [figure for figure in passage.figures if figure.kind is Kind.DATE]
    if not dates or not all(_is_gone_by(figure, published) for figure in dates):
        return None
    if all(
        _dates_what_it_came_from(passage, number) for number, figure in enumerate(passage.figures) if figure in dates
    ):
        return None
    counted = {figure.noun for figure in claim.figures}
    verbs = (word for word in claim.words if word.name < 0 and word.text not in counted)
    return dates[0] if any(_has_past_of(passage, word) for word in verbs) else None


def _dates_what_it_came_from(passage: Reading, number: int) -> bool:
    """Stands a date right behind what something has come from: "had come down to 3, from 5 in December"?"""
    if not number or passage.figures[number - 1].role is not Role.FROM:
        return False
    between = passage.words[passage.figure_places(number - 1)[-1] + 1 : passage.figure_places(number)[0]]
    return all(word.stop for word in between)


def week_apart(bonds: Sequence[Bond]) -> Comparison | None:
    """Return the only comparison that differs, where it is of one weekday, with nothing else written, of two weeks.

    "Hale beat Marsh on Saturday" may be said of every week, and of two texts the later need not tell of a later match.
    """
    different = [bond.comparison for bond in bonds if bond.relation is Relation.DIFFERENT]
    if len(different) != 1 or different[0].source_figure is None:
        return None
    mine, theirs = different[0].claim_figure, different[0].source_figure
    is_weekday = mine.kind is Kind.DATE and mine.text.lower() in WEEKDAYS
    return different[0] if is_weekday and mine.text.lower() == theirs.text.lower() else None


def _has_past_of(passage: Reading, verb: Word) -> bool:
    """Has the passage, before a figure, only the past tense of a verb that the claim has in the present?"""
    if verb.plain in _PASTS:
        places = [place for place, word in enumerate(passage.words) if word.plain in _PASTS[verb.plain]]
    elif verb.plain.endswith("s") and not verb.plain.endswith("ss") and verb.figure < 0:
        places = [place for place in passage.places.get(verb.stem, ()) if _is_past(passage.words[place])]
    else:
        return False
    told = any(_governs_figure(passage, place) for place in places)
    return told and not any(
        word.plain == verb.plain and _governs_figure(passage, at, until=places) for at, word in enumerate(passage.words)
    )  # "has 31 members and had an income of £1.1m last year"


def _is_past(word: Word) -> bool:
    return word.plain.endswith("ed") or is_irregular(word.plain)


def _governs_figure(passage: Reading, place: int, until: Sequence[int] = ()) -> bool:
    """Does a figure that is no date stand behind a verb, in its stretch and before the next of some places?"""
    last = min((each for each in until if each > place), default=len(passage.words))
    behind = passage.words[place + 1 : min(last, place + 1 + _COUNT_REACH)]
    figures = (word.figure for word in behind if word.clause == passage.words[place].clause)
    return any(number >= 0 and passage.figures[number].kind is not Kind.DATE for number in figures)


def _is_gone_by(figure: Figure, published: str) -> bool:
    """Is a date in a year gone by, and not the beginning of what goes on?"""
    value = str(figure.value)
    if not value[:_YEAR].isdigit() or figure.hedge == "since" or figure.text.lower().split()[0] in _ON_FROM:
        return False
    return not published or value[:_YEAR] < published[:_YEAR]


_SINCE = frozenset(listed("since in for"))
_LIMITS = frozenset(listed("since for in before until till without"))
_SINCE_REACH = 4  # words between a "since" and its figure: "for more than three decades"
_BEHIND_FIRST = 12  # words behind "first" within which it says since when, or to do what
_SPANS = (Kind.DURATION, Kind.DATE)


def tells_of_the_first(pair: SideBySide) -> bool:
    """Does one of the two deny for the time before what the other calls the first of its kind?

    Of what kind it is both must say: "no cabinet had fallen for 30 years" is no "first time that a mayor has fallen".
    """
    claim, passage = pair.claim.words, pair.passage.words
    links = [link for link in pair.alignment.links if link.is_here]
    if any(not link.covered and link.claim < pair.predicate for link in pair.alignment.links):
        return False
    mine = any(claim[link.claim].depth % 2 for link in links)
    theirs = any(passage[link.passage].depth % 2 for link in links)
    if mine == theirs:
        return False
    denying, other = (pair.claim, pair.passage) if mine else (pair.passage, pair.claim)
    return _denies_before(denying) and _is_first(other)


def _denies_before(reading: Reading) -> bool:
    """Does a text deny something up to a time only: "had not for 30 years", "none had before her"?

    What has not been so for 30 years is not so today.
    """
    words = reading.words
    if all(word.plain != "had" for word in words):
        return False
    for place, word in enumerate(words):
        if word.plain not in _LIMITS or word.name >= 0:
            continue
        if word.plain in ("before", "until", "till"):
            return place + 1 < len(words) and words[place + 1].clause == word.clause
        if _has_span(reading, place) or (word.plain == "without" and _follows_span(reading, place)):
            return True
    return False


def _has_span(reading: Reading, place: int) -> bool:
    """Stands a duration or a date shortly behind a word?"""
    words = reading.words
    near = (w for w in words[place + 1 : place + 1 + _SINCE_REACH] if w.clause == words[place].clause)
    return any(w.figure >= 0 and reading.figures[w.figure].kind in _SPANS for w in near)


def _follows_span(reading: Reading, place: int) -> bool:
    """Stands a duration shortly before a word: "four years without a win"?"""
    words = reading.words[max(0, place - 2) : place]
    return any(w.figure >= 0 and reading.figures[w.figure].kind is Kind.DURATION for w in words)


def _is_first(reading: Reading) -> bool:
    """Does a text call something the first since a time, or the first to do it?"""
    words = reading.words
    for place, word in enumerate(words):
        if word.plain != "first" or word.depth % 2:
            continue
        if [each.plain for each in words[max(0, place - 2) : place + 2]] == ["for", "the", "first", "time"]:
            return True
        behind = [p for p in range(place + 1, len(words))[:_BEHIND_FIRST] if words[p].sentence == word.sentence]
        if any(words[p].plain == "to" for p in behind[:_SINCE_REACH]):
            return True
        if any(words[p].plain in _SINCE and _has_span(reading, p) for p in behind):
            return True
    return False
