"""Write down how claims of our table are laid beside our articles: `python tests/stance_golden.py`.

The tables of `test_stance*.py` say what must be found; this says what is found today, of one claim of two beside
the sentence that answers it or is likest to it, and of the pairs in `data/stance_pairs.tsv`, a few words for each
thing that can be found: which words meet, which figures are bound, what is measured, what rules. Claims about one
article, which differ by a figure, a name, a "not" or who did what, are laid beside each other too; of those stands
here what rules, and what a reader would be told. The model's weights, and the score they give, are left out, so that
training anew changes nothing here. Of all other claims, those of the other tables among them, further files say the
same in short: the figures, what rules, what a reader would be told, and a few letters for all the rest, which are
others where anything of it is. The last has a line for each of all these turned round, a passage without its first
word as the claim about the claim: rows such as nobody writes, where words stand at the ends of texts and what is
asked for is not there.
Review a changed line as you would code: it is right, or a row for the tables.
"""

from __future__ import annotations

import csv
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import chain
from pathlib import Path

from factcheck.ingest import read_data
from factcheck.models import Stance
from factcheck.sentences import split_document
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.stance.gate import passes_gate
from factcheck.stance.reasons import matched_spans, reasons
from factcheck.stance.rulings import Ruling, rule
from factcheck.words import stem

HERE = Path(__file__).parent
FOLDER = HERE / "data" / "claims"
OTHER_FOLDERS = (HERE / "data" / "claims_by_others", *sorted((HERE / "data" / "claims_to_train").glob("*/")))
PAIRS = HERE / "data" / "stance_pairs.tsv"
PUBLISHED = date(2024, 7, 10)  # of the pairs
ONE_IN = 2
BRIEF = ("figures", "ruling", "shown")  # what is written out of a case in short


@dataclass(frozen=True)
class Case:
    """A claim of the table beside one sentence of an article."""

    id: str
    claim: str
    claim_date: date | None
    passage: str
    published: date | None
    context: str
    brief: bool = False


@functools.cache
def sentences_of(path: Path) -> tuple[tuple[str, date | None, str], ...]:
    """Return the sentences of an article, each with its date and with the title and the sentence before it."""
    found: list[tuple[str, date | None, str]] = []
    for document in read_data(path.name, path.read_bytes()).documents:
        before = ""
        for sentence in split_document(document):
            found.append((sentence.text, document.published, f"{document.title}\n{before}"))
            before = sentence.text
    return tuple(found)


def cases_of_our_claims() -> Iterator[Case]:
    """Yield one claim of so many of our table beside its sentence."""
    for row in _rows(FOLDER / "claims.tsv")[::ONE_IN]:
        yield _beside_its_sentence(row, FOLDER)


def cases_of_pairs() -> Iterator[Case]:
    """Yield the pairs of sentences."""
    for row in _rows(PAIRS):
        yield Case(row["id"], row["claim"], PUBLISHED, row["passage"], PUBLISHED, row["context"])


def cases_of_our_other_claims() -> Iterator[Case]:
    """Yield the other claims of our table beside their sentences, in short."""
    for at, row in enumerate(_rows(FOLDER / "claims.tsv")):
        if at % ONE_IN:
            yield replace(_beside_its_sentence(row, FOLDER), brief=True)


def cases_of_other_claims(folder: Path) -> Iterator[Case]:
    """Yield the claims of another table beside their sentences, and pairs of them, in short."""
    beside_sentences = (_beside_its_sentence(row, folder) for row in _rows(folder / "claims.tsv"))
    for case in (*beside_sentences, *_of_one_article(folder)):
        yield replace(case, id=f"{folder.name} {case.id}", brief=True)


def _beside_its_sentence(row: dict[str, str], folder: Path) -> Case:
    """Return a claim beside the sentence that holds its evidence, else that which shares most words with it."""
    every = [each for article in row["set"].split(",") for each in sentences_of(folder / f"{article}.md")]
    evidence = row["evidence"].split(" // ")[0]
    wanted = {stem(word) for word in row["claim"].lower().strip(".").split()}
    text, published, context = max(
        every, key=lambda each: (bool(evidence) and evidence in each[0], _shared(wanted, each[0]))
    )
    said = date.fromisoformat(row["claim_date"]) if row["claim_date"] else None
    return Case(row["id"], row["claim"], said, text, published, context)


def _of_one_article(folder: Path) -> Iterator[Case]:
    """Yield each claim of a table beside the other claim about its article that shares most words with it."""
    rows = _rows(folder / "claims.tsv")
    for row in rows:
        wanted = {stem(word) for word in row["claim"].lower().strip(".").split()}
        others = [other for other in rows if other["set"] == row["set"] and other["claim"] != row["claim"]]
        if others:
            nearest = max(others, key=lambda other: _shared(wanted, other["claim"]))
            name = f"{row['id']} beside {nearest['id']}"
            yield Case(name, row["claim"], PUBLISHED, nearest["claim"], PUBLISHED, "", brief=True)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _shared(wanted: set[str], text: str) -> int:
    return len(wanted & {stem(word) for word in text.lower().strip(".").split()})


def lines_of(case: Case) -> list[str]:
    """Return all that is found out about a case, a line for each part of it."""
    pair, ruling = _laid_out(case)
    parts = _parts(case, pair, ruling)
    if case.brief:
        parts = {name: parts[name] for name in BRIEF} | {"rest": [_digest(parts)]}
    lines = [f"  {name}: {' | '.join(cells)}" for name, cells in parts.items() if cells]
    for stance in (Stance.CONFLICTS,) if case.brief else (Stance.SUPPORTS, Stance.CONFLICTS):
        lines += [f"  if it {stance.value}: {reason}" for reason in reasons(pair, stance, ruling)]
    return [f"# {case.id}: {case.claim}", " ".join(case.passage.split()), *lines]


def _laid_out(case: Case) -> tuple[SideBySide, Ruling]:
    pair = lay_side_by_side(case.claim, case.passage, case.published, case.claim_date, case.context)
    return pair, rule(pair)


def _parts(case: Case, pair: SideBySide, ruling: Ruling) -> dict[str, Sequence[str]]:
    """Return what is found out about a case, by what it is of."""
    return {
        "words": _words(pair), "names": _names(pair), "figures": _figures(pair), "slots": _slots(pair),
        "measured": [f"{name}={_number(value)}" for name, value in sorted(measure(pair).items()) if value],
        "ruling": _ruling(ruling), "matched": [" ".join(case.passage[a:b].split()) for a, b in matched_spans(pair)],
        "shown": [stance.value for stance in Stance if passes_gate(pair, stance, ruling)],
    }  # fmt: skip


def _digest(parts: Mapping[str, Sequence[str]]) -> str:
    """Return a few letters that stand for all that is not written out of a case in short."""
    told = "\n".join(" | ".join(cells) for name, cells in parts.items() if name not in BRIEF)
    return hashlib.sha256(told.encode()).hexdigest()[:6]


def turned_round(cases: Iterable[Case]) -> Iterator[Case]:
    """Yield cases turned round: the passage, its first word left out, as the claim about the claim."""
    for case in cases:
        claim = case.passage.partition(" ")[2]
        if claim:
            yield Case(case.id, claim, case.published, case.claim, case.claim_date, "", brief=True)


def line_of(case: Case) -> str:
    """Return what rules of a case, how its figures compare and what a reader would be told, in one line."""
    pair, ruling = _laid_out(case)
    shown = [stance.value[0] for stance in Stance if passes_gate(pair, stance, ruling)]
    figures = [f"{bond.comparison.claim_figure.text} {bond.relation.value}" for bond in pair.bonds]
    rest = _digest(_parts(case, pair, ruling))
    return f"{case.id}: {' '.join(shown)} | {' | '.join((*figures, *_ruling(ruling), rest))}"


def _number(value: float) -> str:
    """Return a number to three places; what Pythons add up differently in the last bit is rounded alike."""
    return f"{Decimal(f'{value:.9f}').quantize(Decimal('0.001'), ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


def _words(pair: SideBySide) -> list[str]:
    """Return what each word meets, those left out that meet themselves."""
    found = []
    for link in pair.alignment.links:
        mine = pair.claim.words[link.claim].plain
        there = pair.passage.words[link.passage].plain if link.passage >= 0 else "context" if link.in_context else "-"
        if mine != there:
            found.append(f"{mine} > {there} {link.kin.name.lower()} {_number(link.strength)}")
    return found


def _names(pair: SideBySide) -> list[str]:
    return [" ".join(_cells(asdict(match))) for match in pair.names]


def _figures(pair: SideBySide) -> list[str]:
    found = []
    for bond in pair.bonds:
        source = bond.comparison.source_figure
        rest = {name: value for name, value in vars_of(bond).items() if name != "comparison"}
        there = f"{source.text} {source.value}" if source else "-"
        found.append(f"{bond.comparison.claim_figure.text} > {there} {bond.relation.value} {' '.join(_cells(rest))}")
    return found


def vars_of(thing: object) -> dict[str, object]:
    """Return the fields of a dataclass by name, as they are."""
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}  # type: ignore[attr-defined]


def _cells(fields: dict[str, object]) -> list[str]:
    """Return the fields that say something."""
    shown = {name: _number(value) if isinstance(value, float) else value for name, value in fields.items() if value}
    return [name if value is True else f"{name}={value}" for name, value in shown.items()]


def _slots(pair: SideBySide) -> list[str]:
    return [" ".join(_cells(vars_of(each))) for each in pair.substitutes]


def _ruling(ruling: Ruling) -> Sequence[str]:
    fields = vars_of(ruling)
    for name in ("conflict", "obstacle"):
        fields[name] = fields[name].comparison.claim_figure.text if fields[name] else None  # type: ignore[attr-defined]
    return _cells(fields)


# By the name of the file that says what is found of them.
CASES: dict[str, Callable[[], Iterator[Case]]] = {
    "claims": cases_of_our_claims,
    "claims_beside_claims": partial(_of_one_article, FOLDER),
    "pairs": cases_of_pairs,
    "other_claims": cases_of_our_other_claims,
    **{folder.name: partial(cases_of_other_claims, folder) for folder in OTHER_FOLDERS},
}
TURNED_ROUND = "turned_round"


def golden_file(name: str) -> Path:
    """Return the file of this name."""
    return HERE / "golden" / "stance" / f"{name}.txt"


def main() -> None:
    """Write the files."""
    everything = {name: list(of_file()) for name, of_file in CASES.items()}
    for name, cases in everything.items():
        golden_file(name).write_text("\n".join(chain.from_iterable(map(lines_of, cases))) + "\n", "utf-8")
    turned = map(line_of, turned_round(chain.from_iterable(everything.values())))
    golden_file(TURNED_ROUND).write_text("\n".join(turned) + "\n", "utf-8")


if __name__ == "__main__":
    main()
