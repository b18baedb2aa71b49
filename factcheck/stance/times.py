"""Now and then: how things stood at another time neither bears out nor contradicts what a claim says of its own."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.date_words import WEEKDAYS
from factcheck.models import Comparison, Figure, Kind, Relation
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading, Word
from factcheck.words import is_irregular, listed

_PASTS = {"is": ("was",), "are": ("were",), "has": ("had",), "have": ("had",), "does": ("did",), "do": ("did",)}
_ON_FROM = frozenset(listed("since from"))  # "since 1974" reaches to now
_YEAR = 4
_REACH = 8  # words between a verb and what it counts


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
    return dates[0] if any(_has_past_of(passage, word) for word in claim.words if word.name < 0) else None


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
    """Has the passage, before a figure, the past tense of a verb that the claim has in the present?"""
    if verb.plain in _PASTS:
        places = [place for place, word in enumerate(passage.words) if word.plain in _PASTS[verb.plain]]
    elif verb.plain.endswith("s") and not verb.plain.endswith("ss") and verb.figure < 0:
        places = [place for place in passage.places.get(verb.stem, ()) if _is_past(passage.words[place])]
    else:
        return False
    return any(_governs_figure(passage, place) for place in places)


def _is_past(word: Word) -> bool:
    return word.plain.endswith("ed") or is_irregular(word.plain)


def _governs_figure(passage: Reading, place: int) -> bool:
    """Does a figure that is no date stand behind a verb, in its stretch?"""
    behind = passage.words[place + 1 : place + 1 + _REACH]
    figures = (word.figure for word in behind if word.clause == passage.words[place].clause)
    return any(number >= 0 and passage.figures[number].kind is not Kind.DATE for number in figures)


def _is_gone_by(figure: Figure, published: str) -> bool:
    """Is a date in a year gone by, and not the beginning of what goes on?"""
    value = str(figure.value)
    if not value[:_YEAR].isdigit() or figure.hedge == "since" or figure.text.lower().split()[0] in _ON_FROM:
        return False
    return not published or value[:_YEAR] < published[:_YEAR]
