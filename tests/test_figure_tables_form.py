"""The figure tables hold together: spans, ids, kinds, units, and enough rows that must stay silent."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from figure_tables import BOUNDS, FOLDER, ROLES, TableRow, differences, load_rows, parse_row

ROWS = load_rows()
MEASURES = set(
    "mm cm m km in ft yd mi nmi ly mg g kg t lb oz st mL L gal pt bbl m2 km2 mi2 ft2 acre ha m3 km3 ft3"
    " mph km/h m/s kn bbl/d degC degF MB GB TB W kW MW GW kWh MWh GWh TWh hp Hz dB ppm".split()
)
TIMES = set("second minute hour day week month quarter year decade century".split())


def test_there_are_enough_rows() -> None:
    assert len(ROWS) >= 420
    assert sum(not row.figures and not row.labels for row in ROWS) >= 100


def test_ids_are_unique_and_readable() -> None:
    doubles = [name for name, count in Counter(row.id for row in ROWS).items() if count > 1]
    assert not doubles
    for row in ROWS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", row.id), row.id
        assert row.id.startswith(row.theme.replace("_", "-")), row.id


def test_sentences_are_not_repeated_within_a_table() -> None:
    doubles = [
        key for key, count in Counter((row.theme, row.sentence, row.published) for row in ROWS).items() if count > 1
    ]
    assert not doubles


def test_files_are_utf8_and_end_with_a_newline() -> None:
    for path in FOLDER.glob("*.tsv"):
        assert path.read_text(encoding="utf-8").endswith("\n"), path.name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_form(row: TableRow) -> None:
    assert row.sentence == row.sentence.strip()
    for figure in row.figures:
        assert row.sentence[figure.start : figure.end] == figure.surface
        assert figure.bound is None or figure.bound <= set(BOUNDS)
        assert figure.role is None or figure.role <= {*ROLES, None}
        assert unit_fits(figure.kind, figure.unit), (figure.kind, figure.unit)
        if figure.value_high is not None:
            assert figure.value is not None and figure.value < figure.value_high
    for asked in (*row.figures, *row.labels):
        assert row.sentence[asked.start : asked.end] == asked.surface
    starts = [figure.start for figure in row.figures]
    assert starts == sorted(starts)
    spans = sorted((f.start, f.end) for f in (*row.figures, *row.labels) if not getattr(f, "optional", False))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    if row.theme == "relative_dates":
        assert row.published is not None
    if row.theme != "labels":
        assert not row.labels
    if row.theme != "implied":
        assert not any(figure.implied for figure in row.figures)


def unit_fits(kind: str, unit: str | None) -> bool:
    if kind == "money":
        return unit is not None and re.fullmatch("[A-Z]{3}|shilling", unit) is not None
    allowed = {"percent": {"%", "pp", "bp"}, "measure": MEASURES, "duration": TIMES, "age": TIMES}
    return unit in allowed.get(kind, {None})


@pytest.mark.parametrize(
    ("notation", "complaint"),
    [
        ("«nine» number 9", "does not stand"),
        ("«ten» count 10", "unknown kind"),
        ("«ten» number 10 noun:goats maybe", "unknown"),
        ("ten number 10", "form"),
        ("«ten» date 2024-1", "not a date"),
        ("«ten» label tier 10", "unknown label"),
    ],
)
def test_a_wrong_row_is_refused(notation: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_row(f"x-y\tThe farm has ten goats.\t\t{notation}", "numerals")


def test_a_row_that_is_read_as_silence_is_told_so() -> None:
    row = parse_row("x-y\tThe farm has ten goats.\t\t«ten» number 10 noun:goats", "numerals")
    assert differences(row, []) == ["«ten»: not read"]
