"""A figure while it is being read: token indices instead of offsets, and fields that later steps fill in."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.tokens import Tokens
from factcheck.models import Bound, Figure, Kind, Role
from factcheck.values import dataclass


@dataclass(frozen=False, slots=True, eq=False)
class Reading:
    """A figure on the tokens from `first` up to `last`.

    `form` and `scale` are the numeral's (see `numerals.Numeral`); `plain` is its value before the scale.
    `start` is the token where the hedge before it begins, `stop` the one after its noun.
    """

    first: int
    last: int
    kind: Kind
    value: Decimal | str | None
    high: Decimal | str | None = None
    unit: str | None = None
    per: str | None = None
    form: str = "digits"
    scale: str = ""
    plain: Decimal = Decimal(0)
    has_prefix: bool = False
    is_hyphenated: bool = False
    bound: Bound = Bound.EXACT
    hedge: str | None = None
    noun: str | None = None
    noun_phrase: str | None = None
    role: Role | None = None
    doubt: tuple[str, ...] = ()
    implied: bool = False
    start: int = -1
    stop: int = -1

    def number(self) -> Decimal:
        """Return the value of a figure that is no date."""
        assert isinstance(self.value, Decimal)
        return self.value

    def figure(self, tokens: Tokens, offset: int = 0) -> Figure:
        """Return the finished figure, in offsets of a text in which the tokens' text starts at `offset`."""
        start, end = tokens.start[self.first], tokens.end[self.last - 1]
        return Figure(
            text=tokens.text[start:end],
            start=start + offset,
            end=end + offset,
            kind=self.kind,
            value=self.value,
            value_high=self.high,
            unit=self.unit,
            per=self.per,
            bound=self.bound,
            noun=self.noun,
            noun_phrase=self.noun_phrase,
            role=self.role,
            doubt=self.doubt,
            implied=self.implied,
            hedge=self.hedge,
        )
