"""Prints how well and how fast figures are read, beside the readers that are installed.

usage: python -m benchmarks.figures CASES_FOLDER

A case is a line of a .jsonl file: `suite`, `text`, `ref_date`, `kinds` (the kinds that are annotated
exhaustively) and `figures` with `kind`, `value`, `value_high`, `unit`, `start`, `end`, `optional`,
`relative`. A figure counts by value where its value is right, converted where units differ, and by value
and unit where kind and unit are right too. A wrong or surplus figure counts against a reader only where its
kind is annotated in that text or it overlaps a figure asked for. Relative dates are left out.

Rivals are run where they are installed: quantulum3, text2num, price-parser.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck import extract_figures
from factcheck.figures.currencies import NAMES as CURRENCY_NAMES
from factcheck.figures.currencies import SYMBOLS as CURRENCY_SIGNS
from factcheck.figures.dates import date_interval
from factcheck.figures.units import NAMES as UNIT_NAMES
from factcheck.figures.units import convert, dimension

TOLERANCE = 1e-6
KIND_OF_DIMENSION = {"currency": "money", "time": "duration", "share": "percent", "points": "percent"}
SUBUNITS = {"cent": "USD", "pence": "GBP", "sen": "MYR"}
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Read:
    """A figure as a reader gives it; spans are None where the reader gives none."""

    kind: str
    value: float | str | None
    high: float | str | None = None
    unit: str | None = None
    start: int | None = None
    end: int | None = None


Reader = Callable[[str, "date | None"], list[Read]]


def main() -> None:
    """Score every installed reader on the cases and print the tables."""
    cases = list(load(Path(sys.argv[1])))
    names = sorted({case["suite"] for case in cases})
    readers = dict(installed())
    news = [case for case in cases if case["suite"] == "newsquant"] or cases
    print(f"{len(cases)} sentences in {len(names)} suites; F1 by value / by value and unit\n")
    print(f"{'suite':26}" + "".join(f"{name:>19}" for name in readers))
    for name in [*names, "all"]:
        chosen = [case for case in cases if name in ("all", case["suite"])]
        print(f"{name:26}" + "".join(f"{shown(score(chosen, reader)):>19}" for reader in readers.values()))
    print(f"{'sentences a second':26}" + "".join(f"{speed(news, reader):>19,.0f}" for reader in readers.values()))


def load(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of every .jsonl file of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


# --- readers --------------------------------------------------------------------------------------


def installed() -> Iterator[tuple[str, Reader]]:
    """Yield the readers that can run here, ours first."""
    yield "factcheck", read_with_factcheck
    for module, name, reader in (
        ("quantulum3", "quantulum3", read_with_quantulum3),
        ("text_to_num", "text2num", read_with_text2num),
        ("price_parser", "price-parser", read_with_price_parser),
    ):
        if find_spec(module) is not None:
            yield name, reader


def read_with_factcheck(text: str, published: date | None) -> list[Read]:
    """Return the figures that factcheck reads."""
    return [
        Read(
            figure.kind.value,
            plain(figure.value),
            plain(figure.value_high),
            figure.unit,
            figure.start,
            figure.end,
        )
        for figure in extract_figures(text, published)
    ]


def plain(value: Decimal | str | None) -> float | str | None:
    """Return a value as the cases hold it."""
    return float(value) if isinstance(value, Decimal) else value


def read_with_quantulum3(text: str, published: date | None) -> list[Read]:
    """Return the quantities that quantulum3 reads."""
    found = []
    for quantity in import_module("quantulum3.parser").parse(text):
        unit = code_of(quantity.unit.name)
        kind = KIND_OF_DIMENSION.get(dimension(unit) or "", "measure") if unit else "number"
        low, high = quantity.value, None
        if quantity.uncertainty:
            low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
        found.append(Read(kind, low, high, unit, *quantity.span))
    return found


def code_of(name: str) -> str | None:
    """Return our code of a unit or currency by its English name."""
    words = tuple(name.lower().split())
    singular = words[-1].removesuffix("s") if words else ""
    return UNIT_NAMES.get(words) or CURRENCY_NAMES.get(singular) or (None if name == "dimensionless" else name)


def read_with_text2num(text: str, published: date | None) -> list[Read]:
    """Return the numbers that stand in a text after text2num has turned its words into digits."""
    digits = import_module("text_to_num").alpha2digit(text, "en")
    return [Read("number", float(number.replace(",", ""))) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", digits)]


def read_with_price_parser(text: str, published: date | None) -> list[Read]:
    """Return the one price that price-parser reads."""
    price = import_module("price_parser").Price.fromstring(text)
    if price.amount is None:
        return []
    return [Read("money", float(price.amount), None, CURRENCY_SIGNS.get(price.currency or "", price.currency))]


# --- scores ---------------------------------------------------------------------------------------


def score(cases: list[dict[str, Any]], reader: Reader) -> Counter[str]:
    """Return how many figures were asked for, read, right by value, and right by value and unit."""
    total: Counter[str] = Counter()
    for case in cases:
        published = date.fromisoformat(case["ref_date"][:10]) if case.get("ref_date") else None
        total += score_case(case, reader(case["text"], published))
    return total


def score_case(case: dict[str, Any], read: list[Read]) -> Counter[str]:
    """Match the figures of one case greedily, the best matches first."""
    golds = case["figures"]
    pairs = sorted(
        (-agreement(gold, figure), -overlap(gold, figure), place, position)
        for place, gold in enumerate(golds)
        for position, figure in enumerate(read)
        if agreement(gold, figure) or overlap(gold, figure)
    )
    matched: dict[int, int] = {}
    counts: Counter[str] = Counter()
    done: dict[int, int] = {}
    for quality, _, place, position in pairs:
        if place not in done and position not in matched:
            done[place], matched[position] = -quality, place
    for place, gold in enumerate(golds):
        if is_asked(gold):
            quality = done.get(place, 0)
            counts += Counter(asked=1, value=quality > 0, unit=quality > 1)
    for position, figure in enumerate(read):
        gold = golds[matched[position]] if position in matched else None
        if is_asked(gold) if gold else figure.kind in exhaustive(case):
            counts["read"] += 1
    return counts


def is_asked(gold: dict[str, Any] | None) -> bool:
    """Return whether a figure of a case counts: not if it is optional or a relative date."""
    return gold is not None and not gold.get("optional") and not gold.get("relative")


def exhaustive(case: dict[str, Any]) -> set[str]:
    """Return the kinds of which a surplus figure is a fault in this case."""
    has_relative = any(gold.get("relative") for gold in case["figures"])
    return set(case.get("kinds") or ()) - ({"date"} if has_relative else set())


def agreement(gold: dict[str, Any], figure: Read) -> int:
    """Return 0 where the value is wrong, 1 where it is right, 2 where kind and unit are right too."""
    if None not in (gold.get("start"), figure.start) and overlap(gold, figure) == 0:
        return 0
    if not same_value(gold, figure):
        return 0
    kinds = {gold["kind"], figure.kind} - {"range" if figure.high is not None else ""}
    is_kind = gold.get("loose_kind") or gold["kind"] == figure.kind or kinds == {"number"}
    return 2 if is_kind and same_unit(gold.get("unit"), figure.unit) else 1


def overlap(gold: dict[str, Any], figure: Read) -> float:
    """Return how many characters two spans share."""
    if gold.get("start") is None or figure.start is None or figure.end is None:
        return 0
    return max(0, min(gold["end"], figure.end) - max(gold["start"], figure.start))


def same_value(gold: dict[str, Any], figure: Read) -> bool:
    """Return whether both ends agree, a date as the days that it covers."""
    high = gold.get("value_high")
    if gold["kind"] == "date":
        return dates_agree(gold, figure)
    if (high is None) != (figure.high is None):
        return False
    ends = ((gold["value"], figure.value), (high, figure.high))
    return all(numbers_agree(wanted, got, gold.get("unit"), figure.unit) for wanted, got in ends if wanted is not None)


def dates_agree(gold: dict[str, Any], figure: Read) -> bool:
    """Return whether two dates cover the same days; without a year, on the parts that both have."""
    if not isinstance(figure.value, str):
        return figure.value is not None and str(gold["value"]) == f"{figure.value:.0f}"
    read = (figure.value, str(figure.high) if figure.high is not None else None)
    return days_agree((str(gold["value"]), gold.get("value_high")), read)


def days_agree(wanted: tuple[str, str | None], read: tuple[str, str | None]) -> bool:
    """Return whether two ranges start on one day and end on one, whether their end is meant in- or exclusively."""
    if "XXXX" in wanted[0] + read[0]:
        wanted, read = without_year(wanted), without_year(read)
    days, others = date_interval(*wanted), date_interval(*read)
    if days is None or others is None or days[0] != others[0]:
        return False
    ends = {days[1], *((date_interval(wanted[1]) or ())[:1] if wanted[1] else ())}
    return bool(
        {end + timedelta(days=step) for end in ends for step in ((-1, 0, 1) if wanted[1] else (0,))} & {others[1]}
    )


def without_year(value: tuple[str, str | None]) -> tuple[str, str | None]:
    """Return a date with its year replaced by a leap year."""
    return "2000" + value[0][4:], "2000" + value[1][4:] if value[1] else None


def numbers_agree(wanted: float, got: float | str | None, unit: str | None, read: str | None) -> bool:
    """Return whether two numbers are equal, as they stand or in one unit."""
    if not isinstance(got, (int, float)):
        return False
    wanted = wanted / 100 if unit in SUBUNITS and read not in SUBUNITS else wanted
    if abs(wanted - got) <= TOLERANCE * max(abs(wanted), abs(got)):
        return True
    converted = convert(Decimal(str(got)), read, unit) if unit and read else None
    return converted is not None and abs(wanted - float(converted)) <= TOLERANCE * max(abs(wanted), abs(got))


def same_unit(wanted: str | None, read: str | None) -> bool:
    """Return whether a unit is the one asked for, up to conversion; what a rate is per is not looked at."""
    if wanted is None:
        return True
    wanted = SUBUNITS.get(wanted, wanted).split("/")[0] if dimension(wanted) is None else wanted
    if read is None or wanted == read:
        return wanted == read
    return convert(Decimal(1), read, wanted) is not None or CURRENCY_NAMES.get(wanted) == read


def shown(counts: Counter[str]) -> str:
    """Return F1 by value and by value and unit."""
    sides = counts["asked"] + counts["read"]
    return " / ".join(f"{2 * counts[side] / sides:.3f}" if sides else "-" for side in ("value", "unit"))


def speed(cases: list[dict[str, Any]], reader: Reader) -> float:
    """Return the sentences that a reader reads in a second, after a first round that warms it up."""
    texts = [case["text"] for case in cases][:300]
    for text in texts[:3]:
        reader(text, None)
    rounds = ROUNDS if reader is read_with_factcheck else 1
    start = time.perf_counter()
    for _ in range(rounds):
        for text in texts:
            reader(text, None)
    return rounds * len(texts) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
