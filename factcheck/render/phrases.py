"""Values in a person's words: dates, amounts, shares and figures, the same in every format that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.models import (
    Bound,
    Check,
    Comparison,
    Evidence,
    Figure,
    IndexReport,
    Judgement,
    Kind,
    Relation,
    Role,
    Sentence,
    Skipped,
    Source,
    SourceRow,
    Stance,
    Verdict,
)
from factcheck.render.text import one_line, printable

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_GIVES = "the source gives "  # opens the note of a figure that was worked out
LONGEST_FRACTION = 8  # decimals: more than anyone writes, fewer than a division gives
SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.LESS: "under ",
    Bound.AT_MOST: "at most ",
    Bound.MORE: "over ",
    Bound.AT_LEAST: "at least ",
}
SHORT_UNITS = {"%": "%", "degC": "°C", "degF": "°F"}
WORDY_UNITS = {"pp": ("point", "points"), "bp": ("basis point", "basis points")}
COUNTED_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})

VERDICT_SYMBOLS = {Verdict.SUPPORTED: "✓", Verdict.CONFLICTING: "✗", Verdict.MIXED: "±", Verdict.UNVERIFIED: "?"}
STANCE_SYMBOLS = {Stance.SUPPORTS: "✓", Stance.CONFLICTS: "✗", Stance.NEUTRAL: "·"}
RELATION_WORDS = {
    Relation.EQUAL: ("=", "equal"),
    Relation.WITHIN: ("≈", "within"),
    Relation.DIFFERENT: ("≠", "different"),
    Relation.INCOMPARABLE: ("?", "not comparable"),
    Relation.MISSING: ("–", "not in the source"),
}

# What each verdict says, for a reader who sees it for the first time.
MEANINGS = {
    Verdict.SUPPORTED: "the sources say the same",
    Verdict.CONFLICTING: "the sources say something else",
    Verdict.MIXED: "the sources disagree with one another",
    Verdict.UNVERIFIED: "the sources do not say",
}
FEVER = {
    Verdict.SUPPORTED: "SUPPORTS",
    Verdict.CONFLICTING: "REFUTES",
    Verdict.MIXED: "NOT ENOUGH INFO",
    Verdict.UNVERIFIED: "NOT ENOUGH INFO",
}
AVERITEC = {
    Verdict.SUPPORTED: "Supported",
    Verdict.CONFLICTING: "Refuted",
    Verdict.MIXED: "Conflicting Evidence/Cherrypicking",
    Verdict.UNVERIFIED: "Not Enough Evidence",
}


def day(value: date) -> str:
    """Return a date as it is written in prose: "18 December 2024"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year:04}"


def share(value: float) -> str:
    """Return a probability in whole per cent, never rounded up to certainty: 0.997 is "99 %"."""
    return f"{min(int(value * 100 + 0.5), 99 if value < 1 else 100)} %"


def confidence(verdict: Verdict, value: float) -> str:
    """Return how sure a verdict is, in per cent; "" of `unverified`, which says nothing to be sure of."""
    return "" if verdict is Verdict.UNVERIFIED else share(value)


def with_confidence(check: Check, verdict: str) -> str:
    """Return a verdict as a format writes it, with how sure it is: "✓ supported, confidence 89 %"."""
    sure = confidence(check.verdict, check.confidence)
    return f"{verdict}, confidence {sure}" if sure else verdict


def strength(judgement: Judgement) -> str:
    """Return how sure a passage's stance is, in per cent; of one that does not count only that."""
    counts = judgement.shown or judgement.stance is Stance.NEUTRAL
    return share(judgement.score) if counts else "too weak to count"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return the number with its noun: "1 passage", "1,200 passages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def digits(value: Decimal) -> str:
    """Return a number for reading: "11,000", "8.20", "4.5 billion"."""
    if not value.is_finite() or abs(value.adjusted()) > 15:
        return str(value)
    for power, name in SCALES:
        if value.adjusted() >= power:
            scaled = value.scaleb(-power).normalize()
            if _decimals(scaled) <= 3:
                return f"{scaled:,f} {name}"
    return f"{_shortened(value):,f}"


def _shortened(value: Decimal) -> Decimal:
    """Return a value that no one wrote out in digits ("two-thirds") to four of them."""
    return value if _decimals(value) <= LONGEST_FRACTION else value.quantize(Decimal(1).scaleb(value.adjusted() - 3))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def iso_in_words(value: str) -> str:
    """Return an ISO date of any precision in words: "2024-11" is "November 2024", "XXXX-11-18" is "18 November"."""
    parts = value.split("-")
    if not all(part.isdigit() or part == "XXXX" for part in parts) or len(parts) > 3:
        return value
    year = [] if parts[0] == "XXXX" else [parts[0]]
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else []
    number = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*number, *month, *year])


def amount(value: Decimal | str, unit: str | None) -> str:
    """Return a value with its unit: "4.5 billion GBP", "8.2%", "12 km", "31 days"."""
    if isinstance(value, str):
        return iso_in_words(value)
    return f"{digits(value)}{_unit(value, printable(unit) if unit else None)}"


def _unit(value: Decimal, unit: str | None) -> str:
    if unit is None:
        return ""
    if unit in SHORT_UNITS:
        return SHORT_UNITS[unit]
    if unit in WORDY_UNITS:
        return f" {WORDY_UNITS[unit][abs(value) != 1]}"
    return f" {unit}s" if unit in COUNTED_UNITS and abs(value) != 1 else f" {unit}"


def reading(figure: Figure) -> str:
    """Return how a figure was read: "about 20,000", "up to 4.5 billion GBP", "3–5 million USD a year"."""
    if figure.value is None:
        return "no fixed value"
    bound = f"{figure.hedge} " if figure.hedge and figure.bound is not Bound.EXACT else BOUNDS[figure.bound]
    bound = bound.replace("- ", "-").replace("mid ", "mid-")
    high = f" to {amount(figure.value_high, figure.unit)}" if figure.value_high is not None else ""
    low = amount(figure.value, None if high and isinstance(figure.value, Decimal) else figure.unit)
    rate = f" per {figure.per}" if figure.per else ""
    ordinal = "no. " if figure.kind is Kind.ORDINAL else ""
    return one_line(f"{bound}{ordinal}{low}{high}{rate}")


def described(figure: Figure) -> str:
    """Return a figure in the words of its text: its hedge, the number, the noun counted."""
    from factcheck.compare import describe  # brings the figure engine, which a listing does without

    return one_line(describe(figure))


def worked_out(comparison: Comparison) -> str:
    """Return how a figure that the source does not state was worked out of it: "41 - 17 = 24"; "" for others."""
    source, note = comparison.source_figure, comparison.note
    if source is None or not source.implied or not note.startswith(_GIVES):
        return ""
    if comparison.relation is Relation.INCOMPARABLE and " = " not in note:  # why the two cannot be compared
        return ""
    return one_line(note.removeprefix(_GIVES))


def claimed(comparison: Comparison) -> str:
    """Return what the claim states, in its words, and what it is of where that is why the two cannot be compared."""
    return described(comparison.claim_figure) + _role(comparison, comparison.claim_figure)


def stated(comparison: Comparison) -> str:
    """Return what a source states, in its words, or how that was worked out of it; "" where it states nothing."""
    source = comparison.source_figure
    return worked_out(comparison) or described(source) + _role(comparison, source) if source else ""


def _role(comparison: Comparison, figure: Figure) -> str:
    """Return " (a change)" and the like beside figures that cannot be compared, since one is a rise, one a level."""
    source = comparison.source_figure
    if comparison.relation is not Relation.INCOMPARABLE or source is None:
        return ""
    roles = {comparison.claim_figure.role, source.role}
    if roles == {Role.FROM, Role.TO}:
        return " (at the start)" if figure.role is Role.FROM else " (at the end)"
    if Role.CHANGE in roles and None not in roles and len(roles) == 2:
        return " (a change)" if figure.role is Role.CHANGE else " (a level)"
    return ""


def gap(comparison: Comparison) -> str:
    """Return the difference and its share of the claim's value, as far as there are any: "+16, +123.1 %"."""
    return ", ".join(filter(None, (difference(comparison), difference_percent(comparison))))


def difference(comparison: Comparison) -> str:
    """Return what the source's figure is above or below the claim's: "-9,000", "+2.1 points", "+31 days"."""
    value = comparison.difference
    if not value or comparison.relation is Relation.EQUAL or comparison.claim_figure.kind is Kind.ORDINAL:
        return ""
    years = _years_between(comparison)
    if years:
        return f"{'+' if years > 0 else ''}{amount(Decimal(years), 'year')}"
    return f"{'+' if value > 0 else ''}{_in_claims_words(value, comparison)}"


def _in_claims_words(value: Decimal, comparison: Comparison) -> str:
    """Return a difference in the unit as the claim writes it, else in our own words."""
    from factcheck.figures.spelling import as_written  # brings the unit tables, which a listing does without

    unit, claim = unit_of_difference(comparison), comparison.claim_figure
    ours = unit in SHORT_UNITS or unit in WORDY_UNITS or claim.kind in (Kind.DATE, Kind.AGE)
    written = None if ours else as_written(digits(abs(value)), value, claim)
    return amount(value, unit) if written is None else f"{'-' if value < 0 else ''}{written}"


def _years_between(comparison: Comparison) -> int:
    """Return how many years lie between two bare years, 0 where they are other figures."""
    source = comparison.source_figure
    values = str(comparison.claim_figure.value), str(source.value) if source is not None else ""
    if comparison.claim_figure.kind is not Kind.DATE or not all(len(v) == 4 and v.isdigit() for v in values):
        return 0
    return int(values[1]) - int(values[0])


def unit_of_difference(comparison: Comparison) -> str | None:
    """Return the unit in which the two figures differ: days for dates, points for percentages, else the claim's."""
    claim = comparison.claim_figure
    return "day" if claim.kind is Kind.DATE else "pp" if claim.unit == "%" else claim.unit


def difference_percent(comparison: Comparison) -> str:
    """Return the difference in per cent of the claim's value, to one decimal: "-45 %"."""
    value = comparison.difference_percent
    if value is None or not comparison.difference or comparison.relation is Relation.EQUAL:
        return ""
    if comparison.claim_figure.kind in (Kind.DATE, Kind.ORDINAL):
        return ""
    rounded = value.quantize(Decimal("0.1")) if value.adjusted() < 6 else value.to_integral_value()
    plain = rounded.normalize()
    return f"{'+' if plain > 0 else ''}{plain:,f} %"


def title(source: Source) -> str:
    """Return the source's title, or its file's name where it has none."""
    return one_line(source.title or source.path.replace("\\", "/").rsplit("/", 1)[-1])


def row_title(row: SourceRow) -> str:
    """Return the title of an indexed source, or its file's name where it has none."""
    return one_line(row.title or row.path.replace("\\", "/").rsplit("/", 1)[-1])


def place(source: Source) -> str:
    """Return where a passage stands, in the form that editors and tools open: "seeds/harbour.md:5"."""
    return f"{printable(source.path)}:{source.line}"


def details(source: Source) -> list[str]:
    """Return what tells a source from others: date, publisher, page, cell or time code, speaker, label, weight."""
    found = [day(source.published) if source.published else "undated"]
    if source.publisher:
        found.append(one_line(source.publisher))
    return [*found, *position(source), *marks(source)]


def position(source: Source) -> list[str]:
    """Return where a passage stands other than by its line: page, cell or time code, and who speaks there."""
    page = "" if source.page is None else f"page {source.page}"
    return [part for part in (page, one_line(source.position or ""), one_line(source.speaker or "")) if part]


def stands(sentence: Sentence) -> list[str]:
    """Return where a sentence of a source stands: page, cell or time code, who speaks, and the heading."""
    page = "" if sentence.page is None else f"page {sentence.page}"
    parts = (page, sentence.position or "", sentence.speaker or "", sentence.heading or "")
    return [one_line(part) for part in parts if part]


def marks(source: Source) -> list[str]:
    """Return what a person set a source apart by, and its language where English rules may misread it."""
    tag = label(source)
    return [*([tag] if tag else []), *([] if source.is_english else [f"in {language(source.language)}"])]


def label(source: Source | SourceRow) -> str:
    """Return a source's label and weight in brackets, "" where it has none and counts like all others."""
    weight = "" if source.weight == 1 else f"weight {source.weight:g}"
    parts = [part for part in (one_line(source.label or ""), weight) if part]
    return f"[{', '.join(parts)}]" if parts else ""


def language(code: str) -> str:
    """Return the name of a language."""
    if code.lower().partition("-")[0] == "en":
        return "English"
    from factcheck.ingest.language import name_of  # here, because nearly all sources are in English

    return one_line(name_of(code))


def left_aside(paths: Sequence[str]) -> str:
    """Return how many files have no reader, and of which types: "2 files of types … (.jpg 2)"."""
    from factcheck.ingest.formats import REMEDIES  # 50 ms: only where something was left aside

    names = (path.rpartition("/")[2].rpartition(".") for path in paths)
    types = Counter(f".{suffix.lower()}" if head else "no suffix" for head, _, suffix in names)
    most = sorted(types.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(one_line(name) if number == 1 else f"{one_line(name)} {number:,}" for name, number in most[:8])
    told = f"{count(len(paths), 'file')} of types that cannot be read ({shown}{', …' if len(most) > 8 else ''})"
    remedies = sorted({f"{name} as {REMEDIES[name]}" for name in types if name in REMEDIES})
    return f"{told}; save {', '.join(remedies)} to have them read" if remedies else told


def found_in(place: str) -> str:
    """Return how a date of publication was found: "from the dateline", "set by hand"."""
    return one_line(place) if place == "set by hand" else f"from the {one_line(place)}"


FEW_LEFT_OUT = 3
"""So many paths that a rule leaves out are named one by one."""


def rule_of(skipped: Skipped) -> str:
    """Return the rule that leaves a path out (".gitignore"), "" where it is skipped for another reason."""
    _, found, rule = skipped.reason.rpartition(" is left out by ")
    return rule if found and not skipped.named else ""


def left_out(skipped: Sequence[Skipped]) -> dict[str, int]:
    """Return the rules that leave out more than a few paths, with how many."""
    rules = Counter(filter(None, map(rule_of, skipped)))
    return {rule: number for rule, number in sorted(rules.items()) if number > FEW_LEFT_OUT}


FEW_ALIKE = 5
"""So many files that need the same package, and documents with a note of the same words, are named one by one."""


def needing(skipped: Sequence[Skipped]) -> dict[str, list[Skipped]]:
    """Return the files that need a package which is not installed, by the command that installs it, where many do."""
    found: dict[str, list[Skipped]] = {}
    for each in skipped:
        if each.hint.startswith("run: pip install") and not each.named:
            found.setdefault(each.hint, []).append(each)
    return {hint: files for hint, files in found.items() if len(files) > FEW_ALIKE}


def summed_notes(notes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the notes, of many documents with one of the same words and other numbers the first and their count."""
    alike = Counter(_without_digits(note) for _, note in notes)
    told: set[str] = set()
    for path, note in notes:
        words = _without_digits(note)
        if alike[words] <= FEW_ALIKE:
            yield path, note
        elif words not in told:
            told.add(words)
            yield path, f"{note}, and so with {alike[words] - 1:,} more (sources show tells of each)"


def _without_digits(note: str) -> str:
    return "".join(sign for sign in note if not sign.isdigit())


FEW_DEPARTED = 5
"""So many files that are gone or were moved are named one by one."""


def departures(report: IndexReport) -> Iterator[tuple[str, str]]:
    """Yield what is said of files that were moved or are gone, each line with the word that it begins with."""
    for old, new in report.moved[:FEW_DEPARTED]:
        yield "moved", f"{old} is {new} now"
    if len(report.moved) > FEW_DEPARTED:
        yield "moved", f"{len(report.moved) - FEW_DEPARTED:,} more"
    few = report.gone[: FEW_DEPARTED if len(report.gone) > FEW_DEPARTED else None]
    for path in few:
        yield "gone", f"{path}: the file is not there; its source stays (--prune removes such)"
    if len(report.gone) > len(few):
        yield "gone", f"{len(report.gone) - len(few):,} more"


# --- which parts of a check are shown ----------------------------------------------------------------------


def is_shown(evidence: Evidence) -> bool:
    """Tell whether the passage counted for the verdict, and so is listed without being asked for."""
    return evidence.judgement.shown and evidence.judgement.stance is not Stance.NEUTRAL


def best_evidence(check: Check) -> Evidence | None:
    """Return the first passage that counted for the verdict, None where none did."""
    return next(filter(is_shown, check.evidence), None)


def listed(check: Check) -> list[Evidence]:
    """Return the passages that a report lists: those that counted, or the nearest one where none did."""
    return list(filter(is_shown, check.evidence)) or list(check.evidence[:1])


def no_passage(check: Check) -> str:
    """Return what stands before the nearest passage, or in its place, where none counted; "" where one did."""
    if any(map(is_shown, check.evidence)):
        return ""
    nearest = "No passage bears on this claim clearly enough. The nearest:"
    return nearest if check.evidence else "No passage of the sources bears on this claim."


def further_reasons(evidence: Evidence, check: Check) -> list[str]:
    """Return the passage's reasons that neither the verdict, the table of figures nor another passage gives."""
    if evidence.repeats is not None:
        return []
    told = {*check.reasons}
    told |= {
        comparison.note
        for comparison in evidence.judgement.comparisons
        if comparison.relation not in (Relation.INCOMPARABLE, Relation.MISSING)
    }
    return [reason for reason in evidence.judgement.reasons if reason not in told]


def verdict_sentences(check: Check) -> list[str]:
    """Return the verdict's reasons as sentences, or what the verdict means where it has none."""
    return [sentence(reason) for reason in check.reasons or (MEANINGS[check.verdict],)]


def claim_day(check: Check, reported: date) -> str:
    """Return the day that the claim's "this year" was read against, as a sentence; "" where it is the report's."""
    if check.claim_date is None or check.claim_date == reported:
        return ""
    return f"The claim is read as one of {day(check.claim_date)}."


def sentence(text: str) -> str:
    """Return a reason as a sentence: a capital first, a full stop last."""
    text = one_line(text)
    ended = text if text.rstrip("”\"')").endswith((".", "!", "?", "…")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def remarks(evidence: Evidence, check: Check, escape: Callable[[str], str]) -> str:
    """Return on which assertion of several the passage bears, and whether it repeats another."""
    found = ""
    if len(check.assertions) > 1 and evidence.assertion < len(check.assertions):
        found = f", on “{escape(check.assertions[evidence.assertion].assertion.text)}”"
    return found if evidence.repeats is None else f"{found}, the same report again"


def tally(checks: Sequence[Check]) -> str:
    """Return how many claims there are, and how many of each verdict: "3 claims: 2 supported, 1 mixed."."""
    counts = [(sum(check.verdict is verdict for check in checks), verdict.value) for verdict in Verdict]
    found = ", ".join(f"{number:,} {name}" for number, name in counts if number)
    return f"{count(len(checks), 'claim')}: {found}." if found else "No claims."


def copy_of(row: SourceRow) -> str:
    """Return of which source this is a copy, and whether it gives other figures; "" where of none."""
    if row.copy_of is None:
        return ""
    if row.differences:
        return f"text of #{row.copy_of}, but {count(row.differences, 'sentence')} with other figures"
    return f"same text as #{row.copy_of}"


def copies(row: SourceRow) -> str:
    """Return which sources have this one's text, itself left out."""
    others = ", ".join(f"#{number}" for number in row.copies if number != row.document)
    alike = (
        f" ({100 * row.alike:.0f} % of the shorter text to the letter)" if row.copy_of and row.alike is not None else ""
    )
    return f"{others}{alike}; one witness where they agree"


def compared_pieces(
    item: Evidence, may_mark: Callable[[str, int, int], bool] | None = None
) -> Iterator[tuple[str, bool]]:
    """Yield the passage in pieces, harmless to show, each with whether it is a figure that was compared.

    `may_mark` is asked of text, start and end, where a format cannot mark every stretch.
    """
    text, at = printable(item.passage.text), 0
    spans = {
        (comparison.source_figure.start, comparison.source_figure.end)
        for comparison in item.judgement.comparisons
        if comparison.source_figure
    }
    for start, end in sorted(spans):
        if start >= at and (may_mark is None or may_mark(text, start, end)):
            yield text[at:start], False
            yield text[start:end], True
            at = end
    yield text[at:], False
