"""Reads the tables of `tests/data/figures` and tells how figures read from a sentence differ from its row.

`tests/data/figures/README.md` describes the notation for the person who adds a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol

FOLDER = Path(__file__).parent / "data" / "figures"
COLUMNS = ["id", "sentence", "published", "figures", "note"]
KINDS = ("number", "ordinal", "percent", "money", "measure", "duration", "age", "date")
KINDS_WITH_UNIT = ("percent", "money", "measure", "duration", "age")
BOUNDS = ("=", "~", "<", "<=", ">", ">=")
ROLES = ("level", "change", "from", "to")
LABEL_KINDS = ("score", "grade", "code")

# A composite ("two minutes and nine seconds") may be given in either of its units.
SAME_DIMENSION = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800},
    {"month": 1, "quarter": 3, "year": 12, "decade": 120},
    {"in": 1, "ft": 12, "yd": 36},
    {"oz": 1, "lb": 16, "st": 224},
)

ITEM = re.compile(r"«(?P<surface>[^»]+)» (?P<kind>[a-z]+) (?P<rest>.+)")
ABSENT = "-"
ANY = "*"

Allowed = frozenset[str | None] | None  # None: not asserted


class FigureLike(Protocol):
    """What a comparison with a row needs of a figure."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A figure asked for; `start` and `end` slice the sentence.

    `per`, `bound`, `noun`, `phrase` and `role` hold the answers that are right, None where any is. `doubt` and
    `implied` are None where either is right. An `optional` figure is neither asked for nor a fault; of a `loose`
    one only a part of the span has to be met.
    """

    surface: str
    start: int
    end: int
    kind: str
    value: Decimal | str | None
    value_high: Decimal | str | None
    unit: str | None
    per: Allowed
    bound: Allowed
    noun: Allowed
    phrase: Allowed
    role: Allowed
    doubt: bool | None
    implied: bool | None
    optional: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class TableLabel:
    """A label asked for: its span, its kind and the spellings of its value that are right."""

    surface: str
    start: int
    end: int
    kind: str
    values: frozenset[str]
    loose: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """A sentence with every figure and, in `labels.tsv`, every label that it holds."""

    id: str
    theme: str
    sentence: str
    published: date | None
    figures: tuple[TableFigure, ...]
    labels: tuple[TableLabel, ...]
    note: str

    @property
    def implied(self) -> bool:
        """Whether figures without a numeral are to be asked for."""
        return self.theme == "implied"


def load_rows(*themes: str) -> list[TableRow]:
    """Return the rows of the themes named (file names without ending), of all where none is."""
    paths = [FOLDER / f"{theme}.tsv" for theme in themes] or sorted(FOLDER.glob("*.tsv"))
    return [row for path in paths for row in read_table(path)]


def read_table(path: Path) -> Iterator[TableRow]:
    """Yield the rows of one table; blank lines and lines that start with `#` are left out."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if header.split("\t") != COLUMNS:
        raise ValueError(f"{path.name}: the first line must name the columns {COLUMNS}")
    for number, line in enumerate(lines, start=2):
        if line.strip() and not line.startswith("#"):
            try:
                yield parse_row(line, path.stem)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error


def parse_row(line: str, theme: str) -> TableRow:
    """Return the row that a line of a table stands for; raises ValueError where its form is wrong."""
    cells = line.split("\t")
    if not 4 <= len(cells) <= len(COLUMNS):
        raise ValueError(f"{len(cells)} columns instead of 4 or 5")
    identifier, sentence, published, notation, note = cells + [""] * (len(COLUMNS) - len(cells))
    figures: list[TableFigure] = []
    labels: list[TableLabel] = []
    previous = (0, 0)
    for item in [] if notation == "none" else notation.split(" | "):
        parsed = parse_item(item, sentence, previous)
        previous = (parsed.start, parsed.end)
        if isinstance(parsed, TableLabel):
            labels.append(parsed)
        else:
            figures.append(parsed)
    return TableRow(
        identifier,
        theme,
        sentence,
        date.fromisoformat(published) if published else None,
        tuple(figures),
        tuple(labels),
        note,
    )


def parse_item(item: str, sentence: str, previous: tuple[int, int]) -> TableFigure | TableLabel:
    """Return the figure or label that one item of the notation asks for."""
    match = ITEM.fullmatch(item)
    if match is None:
        raise ValueError(f"not of the form «surface» kind value …: {item!r}")
    start, end = locate(match["surface"], sentence, previous)
    if match["kind"] == "label":
        return parse_label(match["surface"], start, end, match["rest"])
    return parse_figure(match["surface"], start, end, match["kind"], match["rest"])


def locate(surface: str, sentence: str, previous: tuple[int, int]) -> tuple[int, int]:
    """Return the span of the next whole-word occurrence of the surface, after the item before it if there is one."""
    before = r"(?<!\w)" if surface[0].isalnum() else ""
    after = r"(?![^\W⁰¹²³⁴-⁹])" if surface[-1].isalnum() else ""  # the mark of a note may stand there
    pattern = re.compile(before + re.escape(surface) + after)
    match = pattern.search(sentence, previous[1]) or pattern.search(sentence, previous[0])
    if match is None:
        raise ValueError(f"«{surface}» does not stand in the sentence, or not in this order")
    return match.span()


def parse_label(surface: str, start: int, end: int, rest: str) -> TableLabel:
    kind, values, *flags = rest.split(" ")
    if kind not in LABEL_KINDS or set(flags) - {"loose"}:
        raise ValueError(f"«{surface}»: unknown label {rest!r}")
    return TableLabel(surface, start, end, kind, frozenset(spaced(value) for value in values.split("|")), bool(flags))


def parse_figure(surface: str, start: int, end: int, kind: str, rest: str) -> TableFigure:
    if kind not in KINDS:
        raise ValueError(f"«{surface}»: unknown kind {kind!r}")
    value, *words = rest.split(" ")
    unit = words.pop(0) if kind in KINDS_WITH_UNIT else None
    fields, flags = split_fields(words, surface)
    low, _, high = value.partition("..")
    read = read_date if kind == "date" else read_number
    return TableFigure(
        surface=surface,
        start=start,
        end=end,
        kind=kind,
        value=read(low),
        value_high=read(high) if high else None,
        unit=unit,
        per=allowed(fields.get("per", ABSENT)),
        bound=allowed(fields.get("bound", "=")),
        noun=allowed(fields.get("noun", ANY)),
        phrase=allowed(fields.get("phrase", ANY)),
        role=allowed(fields.get("role", ANY)),
        doubt={"+": True, ABSENT: False, ANY: None}[fields.get("doubt", ANY)],
        implied={"yes": True, "any": None, "no": False}["yes" if "implied" in flags else fields.get("implied", "no")],
        optional="optional" in flags,
        loose="loose" in flags,
    )


def split_fields(words: Sequence[str], surface: str) -> tuple[dict[str, str], set[str]]:
    fields = dict(word.split(":", 1) for word in words if ":" in word)
    flags = {word for word in words if ":" not in word}
    unknown = (fields.keys() - {"per", "bound", "noun", "phrase", "role", "doubt", "implied"}) | (
        flags - {"optional", "loose", "implied"}
    )
    if unknown:
        raise ValueError(f"«{surface}»: unknown {sorted(unknown)}")
    return fields, flags


def read_number(written: str) -> Decimal:
    """Return the number as written; a fraction ("2/3") is divided out."""
    numerator, _, denominator = written.partition("/")
    return Decimal(numerator) / Decimal(denominator) if denominator else Decimal(numerator)


def read_date(written: str) -> str | None:
    if written == "null":
        return None
    if not re.fullmatch(r"(\d{4}|XXXX)(-\d\d(-\d\d)?)?", written):
        raise ValueError(f"not a date: {written!r}")
    return written


def allowed(written: str) -> Allowed:
    """Return the set of right answers, None where anything is right; `-` stands for no answer."""
    if written == ANY:
        return None
    return frozenset(None if answer == ABSENT else spaced(answer) for answer in written.split("|"))


def spaced(written: str) -> str:
    return written.replace("_", " ")


def differences(row: TableRow, figures: Iterable[FigureLike]) -> list[str]:
    """Return one line for each way in which the figures read differ from those of the row."""
    left = list(figures)
    faults = []
    for wanted in row.figures:
        near = [figure for figure in left if meets(wanted, figure)]
        right = next((figure for figure in near if not wrong_fields(wanted, figure)), None)
        if right is not None:
            left.remove(right)
        elif not wanted.optional:
            faults.append(f"«{wanted.surface}»: " + ("; ".join(wrong_fields(wanted, near[0])) if near else "not read"))
            left = [figure for figure in left if figure not in near]
    free = [wanted for wanted in row.figures if wanted.optional]
    surplus = [figure for figure in left if not any(overlap(wanted, figure) for wanted in free)]
    return faults + [f"surplus: {figure}" for figure in surplus]


def label_differences(row: TableRow, labels: Iterable[FigureLike]) -> list[str]:
    """Return one line for each way in which the labels read differ from those of the row."""
    left = list(labels)
    faults = []
    for wanted in row.labels:
        near = [label for label in left if meets(wanted, label)]
        right = [label for label in near if label.kind == wanted.kind and label.value.lower() in wanted.values]  # type: ignore[attr-defined]
        if not right:
            faults.append(f"«{wanted.surface}»: " + (f"read as {near[0]}" if near else "not read"))
        left = [label for label in left if label not in near]
    return faults + [f"surplus: {label}" for label in left]


def meets(wanted: TableFigure | TableLabel, read: FigureLike) -> bool:
    return overlap(wanted, read) if wanted.loose else (wanted.start, wanted.end) == (read.start, read.end)


def overlap(wanted: TableFigure | TableLabel, read: FigureLike) -> bool:
    return wanted.start < read.end and read.start < wanted.end


def wrong_fields(wanted: TableFigure, figure: FigureLike) -> list[str]:
    faults = []
    if figure.kind != wanted.kind:  # type: ignore[attr-defined]
        faults.append(f"kind {figure.kind} instead of {wanted.kind}")  # type: ignore[attr-defined]
    if not same_amount(wanted, figure):
        faults.append(
            f"{figure.value}..{figure.value_high} {figure.unit}"  # type: ignore[attr-defined]
            f" instead of {wanted.value}..{wanted.value_high} {wanted.unit}"
        )
    for field, answers in (("per", wanted.per), ("bound", wanted.bound), ("noun", wanted.noun), ("role", wanted.role)):
        answer = getattr(figure, field)
        if answers is not None and answer not in answers:
            faults.append(f"{field} {answer!r} instead of {sorted(map(str, answers))}")
    if wanted.phrase is not None and figure.noun_phrase not in wanted.phrase:  # type: ignore[attr-defined]
        faults.append(f"phrase {figure.noun_phrase!r} instead of {sorted(map(str, wanted.phrase))}")  # type: ignore[attr-defined]
    if wanted.doubt is not None and bool(figure.doubt) != wanted.doubt:  # type: ignore[attr-defined]
        faults.append(f"doubt {figure.doubt}")  # type: ignore[attr-defined]
    if wanted.implied is not None and figure.implied != wanted.implied:  # type: ignore[attr-defined]
        faults.append(f"implied {figure.implied}")  # type: ignore[attr-defined]
    return faults


def same_amount(wanted: TableFigure, figure: FigureLike) -> bool:
    values = [(wanted.value, figure.value), (wanted.value_high, figure.value_high)]  # type: ignore[attr-defined]
    factor = conversion(figure.unit, wanted.unit)  # type: ignore[attr-defined]
    return factor is not None and all(same_value(left, right, factor) for left, right in values)


def conversion(unit: str | None, to: str | None) -> Decimal | None:
    """Return what a value in one unit is multiplied with to stand in the other, None where the two differ in kind."""
    if unit == to:
        return Decimal(1)
    for sizes in SAME_DIMENSION:
        if unit in sizes and to in sizes:
            return Decimal(sizes[unit]) / Decimal(sizes[to])
    return None


def same_value(wanted: Decimal | str | None, read: Decimal | str | None, factor: Decimal) -> bool:
    if not isinstance(wanted, Decimal) or not isinstance(read, Decimal):
        return wanted == read
    return abs(wanted - read * factor) <= abs(wanted) * Decimal("1e-6")
