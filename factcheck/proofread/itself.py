"""A draft against itself: arithmetic within a sentence, dates, ages, names, and one thing given two figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.compare import compare_figures, describe
from factcheck.models import MET, Figure, Kind, Role
from factcheck.proofread import calendars, changes, shares, sums
from factcheck.proofread.beside import ON_TOPIC, measures_the_same
from factcheck.proofread.bonds import Bond, bind
from factcheck.proofread.calendars import Birth
from factcheck.proofread.findings import Finding, at_figure
from factcheck.proofread.names import Mention, Name, near_names, spelled_two_ways, without_possessive
from factcheck.proofread.ranges import is_quantity
from factcheck.proofread.remainders import check_remainders
from factcheck.proofread.slips import are_swapped_digits, looks_miscopied
from factcheck.stance.features import lay_side_by_side, measure
from factcheck.words import content_words, stem, tokens

NEIGHBOURS = 6
"""With how many earlier sentences about the most similar things a sentence is compared."""
RATIO = 2
"""Figures further apart than this are of two things, unless their digits look miscopied."""
LEAST_SHARED = 2
"""How many content words two sentences must share to be compared."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as the checks of this room see it."""

    text: str
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    paragraph: int
    sort: str = "checkable"


def check_sentence(read: Read, published: date | None, before: Sequence[Read] = ()) -> list[Finding]:
    """Return what is wrong with the arithmetic of one sentence, read after those `before` it in its paragraph."""
    found = [
        *_with_the_sentence_before(read, before[-1] if before else None),
        *sums.check_total_of(read.text, read.figures, [earlier.figures for earlier in before]),
        *sums.check_sums(read.text, read.figures),
        *shares.check_shares(read.text, read.figures),
        *changes.check_changes(read.text, read.figures),
        *calendars.check_weekdays(read.text, published),
        *calendars.check_durations(read.text, read.figures, published),
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.code))


def _with_the_sentence_before(read: Read, before: Read | None) -> list[Finding]:
    """Return the changes and remainders that follow, or not, from the sentence before or from this one."""
    if before is None:
        return check_remainders(read.text, read.figures, 0)
    shift = len(before.text) + 1
    moved = [replace(figure, start=figure.start + shift, end=figure.end + shift) for figure in read.figures]
    rests = check_remainders(f"{before.text} {read.text}", [*before.figures, *moved], shift)
    found = [replace(finding, start=finding.start - shift, end=finding.end - shift) for finding in rests]
    beside = before.text, before.figures, read.text, read.figures
    return [*found, *changes.check_change_of(*beside), *changes.check_points_over(*beside)]


# --- ages over the whole draft ------------------------------------------------------------------------------


def check_ages(reads: Sequence[Read], published: date | None) -> list[tuple[int, Finding]]:
    """Return the ages that do not follow from a date of birth that the draft gives, each with its sentence."""
    born: dict[str, Birth] = {}
    subjects = list(_subjects(reads))
    for number, read in enumerate(reads):
        for figure, birth in calendars.births(read.text, read.figures):
            person = _person_at(read, figure.start, subjects[number])
            born.setdefault(person or f"#{number}", birth)
    found = []
    for number, read in enumerate(reads):
        dead = [days for _, days in calendars.deaths(read.text, read.figures)]
        for age in calendars.ages(read.text, read.figures):
            person = _person_at(read, age.start, subjects[number]) or f"#{number}"
            if person not in born:
                continue
            finding = _wrong_age(reads, number, age, born[person], dead, published)
            if finding:
                found.append((number, finding))
    return found


def _wrong_age(
    reads: Sequence[Read],
    number: int,
    age: Figure,
    birth: Birth,
    dead: Sequence[tuple[date, date]],
    published: date | None,
) -> Finding | None:
    read = reads[number]
    event = calendars.event_of(read.text, age)
    at = dead[0] if dead else calendars.reference_days(read.text, age, read.figures, published)
    if event is not None:
        behind = [f for f in read.figures if f.start >= age.end and f.kind is Kind.DATE]
        at = calendars.days_of(behind[0]) if behind else _days_of_event(reads, number, event)
    if at is not None:
        return calendars.check_age(age, birth, at)
    return calendars.check_past_age(age, birth, published) if published else None


def _days_of_event(reads: Sequence[Read], number: int, verb: str) -> tuple[date, date] | None:
    """Return the date of the nearest earlier sentence that has the verb and one date."""
    for read in reversed(reads[max(0, number - 12) : number]):
        if stem(verb) in {token.stem for token in tokens(read.text)}:
            dates = [figure for figure in read.figures if figure.kind is Kind.DATE]
            return calendars.days_of(dates[0]) if len(dates) == 1 else None
    return None


def _subjects(reads: Sequence[Read]) -> Iterator[str]:
    """Yield for each sentence the surname that its pronouns stand for: its first name, else the one before."""
    last = ""
    for read in reads:
        people = [name for name in read.names if name.is_person_like]
        if people:
            last = people[0].last
        elif read.names and last and any(name.last == last for name in read.names):
            pass
        yield last


def _person_at(read: Read, offset: int, subject: str) -> str:
    """Return the surname of the person whose age or birth stands at an offset: the name nearest before it."""
    before = [name for name in read.names if name.end <= offset]
    for name in reversed(before):
        if name.is_person_like or name.last == subject:
            return name.last
    return subject


# --- names --------------------------------------------------------------------------------------------------


def check_names(reads: Sequence[Read], has_word: Callable[[str], bool] = bool) -> list[tuple[int, Finding]]:
    """Return the names that stand in two spellings, each with its sentence; the one that a source has is right."""
    mentions = [
        Mention(name, number)
        for number, read in enumerate(reads)
        for name in read.names
        if len(name.words) > 1 or not _patterns().article.search(read.text[: name.start])  # "the Dane"
    ]
    mentions += _unknown_openings(reads, mentions)
    found = []
    for mention, right in spelled_two_ways(mentions, has_word):
        written = next((w for w in mention.name.words if _is_near(w, right)), mention.name.last)
        message = f"“{without_possessive(written)}” is “{right}” elsewhere in the draft"
        found.append((mention.sentence, Finding("name-spelling", mention.name.start, mention.name.end, message)))
    return found


def _unknown_openings(reads: Sequence[Read], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the first words of sentences that no lexicon has and that are near a name: "Brigthwater had 40 staff"."""
    from factcheck.stance.lexicon import is_known

    names = {without_possessive(word) for mention in mentions for word in mention.name.words}
    for number, read in enumerate(reads):
        found = _patterns().opening.match(read.text)
        if found is None or found[1] in names or any(name.start <= found.start(1) < name.end for name in read.names):
            continue
        if not is_known(stem(found[1].lower())) and near_names(found[1], names):
            yield Mention(Name((found[1],), found.start(1), found.end(1)), number)


def _is_near(word: str, right: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(without_possessive(word).lower(), right.lower()) <= 2


# --- the same thing, two figures --------------------------------------------------------------------------


def check_repeats(reads: Sequence[Read], published: date | None) -> list[tuple[int, Finding, int]]:
    """Return the figures that an earlier sentence gives otherwise: the sentence, the finding, the earlier one.

    Only sentences that share content words and a kind of figure are compared, so the time grows with the draft.
    """
    by_stem: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, read in enumerate(reads):
        stems = _stems(read)
        if read.figures and read.sort == "checkable":
            for earlier in dict.fromkeys([*_nearest(stems, by_stem, number), *_named_before(read, by_stem)]):
                finding = _two_figures(read, reads[earlier], published, next_to=number - earlier == 1)
                if finding is not None:
                    found.append((number, finding, earlier))
                    break
        for key in stems:
            by_stem[key].append(number)
    return found


def _stems(read: Read) -> set[str]:
    return {token.stem for token in content_words(read.text) if not token.numeric}


def _nearest(stems: set[str], by_stem: dict[str, list[int]], number: int) -> list[int]:
    shared: dict[int, int] = defaultdict(int)
    for key in stems:
        for other in by_stem[key][-40:]:
            shared[other] += 1
    likely = [(-count, number - other) for other, count in shared.items() if count >= LEAST_SHARED]
    return [number - distance for _, distance in sorted(likely)[:NEIGHBOURS]]


def _named_before(read: Read, by_stem: dict[str, list[int]]) -> list[int]:
    """Return the latest sentences about what "the £48m bridge" names."""
    found = (_patterns().the_noun.match(read.text[figure.end :]) for figure in read.figures)
    return [
        number for match in found if match for noun in match["nouns"].split() for number in by_stem[stem(noun)][-3:]
    ]


def _may_differ(figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    return any(
        figure.kind is other.kind and figure.unit == other.unit and figure.value != other.value
        for figure in figures
        for other in others
        if figure.kind is not Kind.DATE
    )


def _two_figures(read: Read, other: Read, published: date | None, *, next_to: bool = False) -> Finding | None:
    """Return the figure that the other sentence gives otherwise for the same thing, told from either side.

    Two sentences that stand next to each other are often one list: "In 71 cases … In 17 cases …".
    """
    if not _may_differ(read.figures, other.figures):
        return None
    pair = lay_side_by_side(read.text, other.text, published, published, "")
    cover = measure(pair)["cover"]
    bonds = bind(pair.claim, pair.passage, pair.alignment)
    if any(_is_other_time(bond, other) for bond in bonds):
        return None
    if cover < ON_TOPIC and any(bond.noun > 0 for bond in bonds):
        cover = measure(lay_side_by_side(other.text, read.text, published, published, ""))["cover"]
    if next_to and all(_patterns().opens_with_count.match(item.text) for item in (read, other)):
        return None
    if _years(read) != _years(other) or _says_only_one(_patterns().other_one, read, other):
        return None
    two = _says_only_one(_patterns().other_state, read, other)
    for bond in bonds:
        claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
        if source is None or claim.implied or claim.kind is Kind.DATE or not _may_be_one(claim, source):
            continue
        if two and not are_swapped_digits(claim, source):
            continue
        if not looks_miscopied(claim, source) and _have_other_names(read, other):
            continue
        if not measures_the_same(bond, cover) and not _is_named_after(read, claim, other, source):
            continue
        if claim.role is not source.role and Role.CHANGE in (claim.role, source.role):
            continue
        if any(_is_there(claim, figure) for figure in other.figures) or _is_there(source, *read.figures):
            continue
        return at_figure("self-contradiction", claim, f"{claim.text} here, {describe(source)} earlier in the draft")
    return None


def _have_other_names(read: Read, other: Read) -> bool:
    """Tell whether one of two sentences names somebody whom the other does not: then they tell of two things."""
    mine, theirs = ({name.last for name in item.names} for item in (read, other))
    return bool(mine ^ theirs)


def _says_only_one(pattern: re.Pattern[str], read: Read, other: Read) -> bool:
    """Tell whether one of two sentences alone has such words: it speaks of a second thing, or of what is left of it."""
    return (pattern.search(read.text) is None) != (pattern.search(other.text) is None)


def _years(read: Read) -> set[str]:
    return {str(figure.value)[:4] for figure in read.figures if figure.kind is Kind.DATE and figure.text[-4:].isdigit()}


def _may_be_one(claim: Figure, source: Figure) -> bool:
    """Tell whether one figure may be the other, miscopied or out of date: what lies far off is of something else."""
    if looks_miscopied(claim, source):
        return True
    if not is_quantity(claim) or not is_quantity(source):
        return True
    low, high = sorted((abs(Decimal(str(claim.value))), abs(Decimal(str(source.value)))))
    return low > 0 and high / low <= RATIO


def _is_named_after(read: Read, claim: Figure, other: Read, source: Figure) -> bool:
    """Tell whether "the £48m bridge" speaks of the one bridge whose cost the other sentence gives."""
    found = _patterns().the_noun.match(read.text[claim.end :])
    if found is None or not _patterns().the.search(read.text[: claim.start]) or claim.unit != source.unit:
        return False
    alike = [figure for figure in other.figures if figure.kind is source.kind and figure.unit == source.unit]
    named = {stem(noun) for noun in found["nouns"].split()}
    return len(alike) == 1 and bool(named & {token.stem for token in content_words(other.text)})


def _is_other_time(bond: Bond, other: Read) -> bool:
    """Tell whether a date of one sentence is not the other's, which has one too: then both figures may hold."""
    dated = any(figure.kind is Kind.DATE for figure in other.figures)
    return bond.comparison.claim_figure.kind is Kind.DATE and dated and bond.relation not in MET


def _is_there(figure: Figure, *others: Figure) -> bool:
    """Tell whether one of the figures says the same."""
    return any(compare_figures(other, figure).relation in MET for other in others)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.opens_with_count = re.compile(r"\W*(?:(?:In|On|At|Of|For|Some|About|Another)\s+){0,2}\d")
        self.other_one = re.compile(
            r"\b(?:second|third|another|others?|further|additional|still|remain\w*|former|previous)\b", re.IGNORECASE
        )
        self.other_state = re.compile(
            r"\b(?:more|extra|next|new|left|earlier|originally|initially|would|could|plan\w*|expect\w*|in\s+all"
            r"|of\s+(?:them|its|these|those|whom|which))\b",
            re.IGNORECASE,
        )
        self.opening = re.compile(r"[“\"‘']?([A-Z][a-z]{4,})(?=\s[a-z])")
        self.article = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
        self.the = re.compile(r"\b(?:the|its|their|his|her|this)\s+$", re.IGNORECASE)
        self.the_noun = re.compile(r"[\s-]+(?P<nouns>[a-z]{3,}(?:\s+[a-z]{3,})?)\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
