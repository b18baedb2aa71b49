"""Pictures of checks: how many of each verdict, a claim's figure against each source's, a figure over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.compare import Interval, claim_interval, source_interval
from factcheck.models import Check, Comparison, Figure, Kind, Relation, Source, Verdict
from factcheck.render import phrases, svg
from factcheck.render.svg import MARGIN, WIDTH, Axis, Picture

LARGEST = 100
"""Powers of ten beyond which a value is no quantity that a drawing could hold."""
ROW = 40
MOST_ROWS = 12
MARKS = {
    Relation.EQUAL: (svg.disc, "agrees"),
    Relation.WITHIN: (svg.disc, "agrees"),
    Relation.DIFFERENT: (svg.square, "differs"),
    Relation.INCOMPARABLE: (svg.triangle, "open"),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What one source states of the claim's figure, in the claim's unit: the value, and where its words put it."""

    comparison: Comparison
    source: Source
    value: float
    low: float
    high: float

    @property
    def words(self) -> str:
        """The source's figure in its own words, or how it was worked out."""
        return phrases.stated(self.comparison)


def pictures_of(number: int, check: Check) -> list[Picture]:
    """Return the pictures of the check that stands at this number in a report: none where a look shows no more.

    For each figure of the claim that a source gives differently: one axis with the claim and every source; and,
    where the sources are of different days and differ among themselves, the figure over time.
    """
    found = []
    for place, (figure, rows) in enumerate(_compared(check), 1):
        name = f"claim-{number}-figure-{place}"
        if any(row.value != _number(figure.value) for row in rows):
            found.append(_on_one_axis(name, figure, rows))
        dated = sorted((row for row in rows if row.source.published), key=_by_day)
        if len({row.source.published for row in dated}) > 1 and len({row.value for row in dated}) > 1:
            found.append(_over_time(f"{name}-over-time", figure, dated))
    return found


def _by_day(row: Stated) -> tuple[date, int, int]:
    assert row.source.published is not None
    return row.source.published, row.source.document, row.source.start


# --- what is drawn ------------------------------------------------------------------------------------------


def _compared(check: Check) -> Iterator[tuple[Figure, list[Stated]]]:
    """Yield each figure of the claim that can be drawn, with what the sources state of it."""
    groups: dict[Figure, list[Stated]] = {}
    for item in check.evidence:
        if phrases.is_shown(item) and item.repeats is None:
            for comparison in item.judgement.comparisons:
                row = _stated(comparison, item.passage.source)
                if row is not None:
                    groups.setdefault(comparison.claim_figure, []).append(row)
    for figure, rows in groups.items():
        yield figure, rows[:MOST_ROWS]


def _stated(comparison: Comparison, source: Source) -> Stated | None:
    """Return what the source states in the claim's unit, None where that cannot be told or drawn."""
    claim, figure = comparison.claim_figure, comparison.source_figure
    if figure is None or comparison.relation not in MARKS or claim.kind is Kind.DATE:
        return None
    if _number(claim.value) is None or _number(figure.value) is None:
        return None
    factor = _factor(comparison)
    if factor is None:
        return None
    interval = source_interval(figure)
    ends = [_number(end) for end in (_middle(figure), interval.low, interval.high)]
    value, low, high = (None if end is None else end * factor for end in ends)
    if value is None or low is None or high is None:
        return None
    return Stated(comparison, source, value, low, high)


def _middle(figure: Figure) -> Decimal:
    low, high = figure.value, figure.value_high
    assert isinstance(low, Decimal)
    return (low + high) / 2 if isinstance(high, Decimal) else low


def _factor(comparison: Comparison) -> float | None:
    """Return what the source's values are multiplied by to read in the claim's unit, None where that is not known."""
    claim, figure = comparison.claim_figure, comparison.source_figure
    assert figure is not None
    if (claim.unit, claim.per) == (figure.unit, figure.per):
        return 1.0
    here, there, difference = _number(claim.value), _number(figure.value), _number(comparison.difference)
    if difference is None or here is None or not there or claim.value_high or figure.value_high:
        return None
    factor = (here + difference) / there
    return factor if factor > 0 else None


def _number(value: Decimal | str | None) -> float | None:
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value.adjusted()) > LARGEST:
        return None
    return float(value)


# --- share of verdicts --------------------------------------------------------------------------------------


def share_of(checks: Sequence[Check]) -> list[Picture]:
    """Return the picture of how many claims have each verdict, where there are claims enough to look at."""
    return [verdicts(checks)] if len(checks) > 1 else []


def picture_files(checks: Sequence[Check]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of pictures that a report in Markdown links."""
    drawn = [picture for number, check in enumerate(checks, 1) for picture in pictures_of(number, check)]
    for picture in [*share_of(checks), *drawn]:
        yield f"{picture.name}.svg", picture.alone()


def verdicts(checks: Sequence[Check]) -> Picture:
    """Return how many of the claims have each verdict."""
    rows = [
        (f"{phrases.VERDICT_SYMBOLS[verdict]} {verdict.value}", sum(check.verdict is verdict for check in checks))
        for verdict in Verdict
    ]
    return shares("verdicts", "Claims by verdict", "claim", rows)


def shares(name: str, title: str, noun: str, rows: Sequence[tuple[str, int]]) -> Picture:
    """Return a bar for each row of a name and a number, with its share of all."""
    total = sum(number for _, number in rows)
    start, room = 120, WIDTH - 120 - 110
    shapes, told = [], []
    for place, (row, number) in enumerate(rows):
        y = MARGIN + place * 26
        length = room * number / total if total else 0
        share = phrases.share(number / total) if total else "0 %"
        shapes += [
            svg.words(0, y + 13, row, room=start),
            f'<rect x="{start}" y="{y + 1}" width="{length:.1f}" height="16" class="bar"/>' if number else "",
            svg.words(start + length + 8, y + 13, f"{number:,} ({share})", "soft"),
        ]
        told.append(f"{row} {number:,} ({share})")
    text = f"{phrases.count(total, noun)}: {', '.join(told)}."
    return Picture(name, title, text, MARGIN + len(rows) * 26, tuple(filter(None, shapes)))


# --- figures on one axis ------------------------------------------------------------------------------------


def _on_one_axis(name: str, figure: Figure, rows: Sequence[Stated]) -> Picture:
    claimed = claim_interval(figure)
    axis = Axis.over(_values(figure, claimed, rows), MARGIN, WIDTH - MARGIN)
    height = MARGIN + ROW * (len(rows) + 1) + 24
    foot = height - 24
    shapes = [*_band(axis, claimed, foot), *_scale(axis, figure, foot)]
    shapes += _row(0, f"Claim: {phrases.described(figure)}", axis, "claim", claimed, "strong")
    shapes.append(svg.diamond(axis.at(_centre(figure)), _line(0), "claim"))
    for place, row in enumerate(rows, 1):
        mark, kind = MARKS[row.comparison.relation]
        symbol, _ = phrases.RELATION_WORDS[row.comparison.relation]
        around = Interval(Decimal(repr(row.low)), Decimal(repr(row.high)))
        shapes += _row(
            place, f"{symbol} {row.words}, {_day(row.source)}: {phrases.title(row.source)}", axis, kind, around, ""
        )
        shapes.append(mark(axis.at(row.value), _line(place), kind))
    title = f"What the claim and {phrases.count(len(rows), 'source passage')} say: {phrases.described(figure)}"
    return Picture(name, title, _told(figure, rows, axis), height, tuple(shapes))


def _values(figure: Figure, claimed: Interval, rows: Sequence[Stated]) -> list[float]:
    ends = [_number(end) for end in (claimed.low, claimed.high)]
    found = [_centre(figure), *(end for end in ends if end is not None)]
    return found + [value for row in rows for value in (row.value, row.low, row.high)]


def _centre(figure: Figure) -> float:
    value = _number(_middle(figure))
    assert value is not None  # figures without a value are not drawn
    return value


def _line(place: int) -> float:
    return MARGIN + place * ROW + 22


def _band(axis: Axis, claimed: Interval, foot: float) -> list[str]:
    """Return what the claim's words allow, as a band behind all rows."""
    low, high = (_number(end) for end in (claimed.low, claimed.high))
    left = axis.start if low is None else axis.at(low)
    right = axis.end if high is None else axis.at(high)
    tall = foot - MARGIN - 14
    band = f'<rect x="{left:.1f}" y="{MARGIN + 14}" width="{right - left:.1f}" height="{tall:.1f}" class="band"/>'
    return [band, *(svg.path(f"M{x:.1f} {MARGIN + 14}v{tall:.1f}", "edge") for x in _closed(claimed, left, right))]


def _closed(interval: Interval, first: float, last: float) -> list[float]:
    """Return the places of those ends of an interval that it has."""
    return [place for place, end in ((first, interval.low), (last, interval.high)) if end is not None]


def _scale(axis: Axis, figure: Figure, foot: float) -> list[str]:
    shapes = [svg.path(f"M{axis.start} {foot:.1f}H{axis.end}", "rule")]
    ticks, last = axis.ticks(), -1.0
    for tick in ticks:
        x, label = axis.at(tick), axis.label(tick)
        half = len(label) * svg.LETTER / 2
        if x - half < last:
            continue
        last = x + half + svg.LETTER
        shapes += [
            svg.path(f"M{x:.1f} {foot:.1f}v5", "rule"),
            svg.words(min(max(x, half), WIDTH - half), foot + 18, label, "soft", "middle", room=WIDTH),
        ]
    return shapes


def _row(place: int, text: str, axis: Axis, kind: str, interval: Interval, look: str) -> list[str]:
    """Return a row's words and the line from one end of its interval to the other; an open end has an arrow."""
    y = _line(place)
    low, high = (_number(end) for end in (interval.low, interval.high))
    left = axis.start if low is None else axis.at(low)
    right = axis.end if high is None else axis.at(high)
    ends = [f"M{left + 6:.1f} {y - 4:.1f}L{left:.1f} {y}l6 4" if low is None else f"M{left:.1f} {y - 4:.1f}v8"]
    ends.append(f"M{right - 6:.1f} {y - 4:.1f}L{right:.1f} {y}l-6 4" if high is None else f"M{right:.1f} {y - 4:.1f}v8")
    return [
        svg.words(0, MARGIN + place * ROW + 8, text, look),
        svg.path(f"M{left:.1f} {y}H{right:.1f}{''.join(ends)}", f"{kind} reach"),
    ]


def _whence(source: Source) -> str:
    return f"{phrases.title(source)}, {_day(source)}"


def _day(source: Source) -> str:
    return phrases.day(source.published) if source.published else "undated"


def _told(figure: Figure, rows: Sequence[Stated], axis: Axis) -> str:
    scale = " The scale is logarithmic." if axis.logarithmic else ""
    parts = [
        f"{_whence(row.source)}: {row.words}, {phrases.RELATION_WORDS[row.comparison.relation][1]}" for row in rows
    ]
    return f"The claim: {phrases.described(figure)}. {'; '.join(parts)}.{scale}"


# --- a figure over time -------------------------------------------------------------------------------------

TALL = 190


def _over_time(name: str, figure: Figure, rows: Sequence[Stated]) -> Picture:
    """Return the sources' figures by the day they were published, over the claim's as a band."""
    claimed = claim_interval(figure)
    level = Axis.over(_values(figure, claimed, rows), TALL - 34, MARGIN + 24)
    days = [_by_day(row)[0].toordinal() for row in rows]
    time = Axis(min(days), max(days), MARGIN + 30, WIDTH - 60)
    places = [(time.at(day), level.at(row.value)) for day, row in zip(days, rows, strict=True)]
    shapes = [svg.words(0, 14, f"Claim: {phrases.described(figure)} (grey band)", "strong"), *_level(level, claimed)]
    shapes.append(svg.path(f"M0 {TALL - 26}H{WIDTH}", "rule"))
    shapes.append(svg.path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places), "edge"))
    shapes += _days_told(rows, places)
    for row, (x, y) in zip(rows, places, strict=True):
        mark, kind = MARKS[row.comparison.relation]
        shapes += [
            svg.path(f"M{x:.1f} {level.at(row.low):.1f}V{level.at(row.high):.1f}", f"{kind} reach"),
            mark(x, y, kind),
        ]
    shapes += _labels(rows, places)
    title = f"What sources said over time: {phrases.described(figure)}"
    return Picture(name, title, _told(figure, rows, level), TALL, tuple(shapes))


def _level(level: Axis, claimed: Interval) -> list[str]:
    low, high = (_number(end) for end in (claimed.low, claimed.high))
    bottom = level.start if low is None else level.at(low)
    top = level.end if high is None else level.at(high)
    band = f'<rect x="0" y="{top:.1f}" width="{WIDTH}" height="{max(bottom - top, 1):.1f}" class="band"/>'
    return [band, *(svg.path(f"M0 {y:.1f}H{WIDTH}", "edge") for y in _closed(claimed, bottom, top))]


def _labels(rows: Sequence[Stated], places: Sequence[tuple[float, float]]) -> list[str]:
    """Return the figures beside their marks, the higher one moved up where two would stand on one another."""
    shapes, taken = [], list[tuple[float, float, float]]()
    for row, (x, y) in sorted(zip(rows, places, strict=True), key=lambda item: -item[1][1]):
        assert row.comparison.source_figure is not None
        text = svg.fitted(row.comparison.source_figure.text, 130)
        length = len(text) * svg.LETTER
        left = x + 9 if x + 9 + length <= WIDTH else x - 9 - length
        line = y + 4
        while any(abs(line - other) < 14 and left < end and start < left + length for start, end, other in taken):
            line -= 14
        if line < 26:
            continue
        taken.append((left, left + length, line))
        shapes.append(svg.words(left, line, text, room=length + svg.LETTER))
    return shapes


def _days_told(rows: Sequence[Stated], places: Sequence[tuple[float, float]]) -> list[str]:
    shapes, last = [], -1.0
    for row, (x, _) in zip(rows, places, strict=True):
        day = _by_day(row)[0]
        text = f"{day.day} {phrases.MONTHS[day.month - 1][:3]} {day.year}"
        half = len(text) * svg.LETTER / 2
        middle = min(max(x, half), WIDTH - half)
        if middle - half < last:
            continue
        last = middle + half
        shapes.append(svg.words(middle, TALL - 8, text, "soft", "middle", room=WIDTH))
    return shapes
