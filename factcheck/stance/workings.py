"""The ways in which figures give another: each takes what the claim asks and yields the results it finds.

A pattern is a question of the claim's words and a search among the operands; `derive` puts the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations, product, takewhile

from factcheck.compare import JUST_BELOW, is_share
from factcheck.figures import extract_figures
from factcheck.figures.dates import date_interval
from factcheck.figures.movement import FALLING, RISING
from factcheck.figures.units import convert
from factcheck.models import Bound, Figure, Kind, Role
from factcheck.stance.closed_pairs import asks_other_member, other_members
from factcheck.stance.margins import SAID_OF_MARGINS, asks_margin, margins
from factcheck.stance.operands import (
    HANGING,
    Ground,
    amount,
    are_kin,
    in_unit,
    is_alike,
    is_excepted,
    is_part,
    is_same_thing,
    is_times_before,
    per_cent,
    rounded,
    start_first,
    written,
)  # fmt: skip
from factcheck.stance.periods import WORTH
from factcheck.stance.pointed_shares import asks_amount, pointed_shares
from factcheck.stance.questions import Pattern, Question, Result, counts_alike, is_opposite
from factcheck.stance.totals import (
    OUTSIDE,
    TOTAL_WORDS,
    additions,
    asks_both_kinds,
    asks_complement,
    asks_other_side,
    asks_sum,
    asks_what_was_before,
    complements,
    other_sides,
    says_of_which,
    sums_of_kinds,
    sums_of_lists,
)
from factcheck.values import replace
from factcheck.words import NUMBER_WORDS, STOP_WORDS, listed, stem, tokens

# Words of a claim that ask for a figure which two others give.
DIFFERENCE_WORDS = frozenset(
    listed("""
    by more fewer less higher lower bigger smaller larger faster slower quicker older younger longer shorter taller
    later earlier gap difference margin majority lead ahead behind widen narrow rise rose risen increase increased fall
    fell fallen drop dropped cut grow grew grown gain gained lose lost loss add added shed extra additional climb
    climbed jump jumped decline declined raise raised reduce reduced up down slow slowed miss missed short further
    another commoner rarer cheaper dearer shrunk shrank
    exceed exceeded beat outspend outspent outnumber outnumbered change changed
    """)
)
_COMPARED = frozenset(  # comparatives, and the points of percentages, that a difference says as well
    listed(
        "more higher longer larger bigger greater later older taller dearer less fewer lower shorter smaller earlier"
        " younger cheaper points"
    )
)
# Words for what is left, and those that only deny: these ask for the rest where the passage does not deny as well.
REST_WORDS = frozenset(
    listed(
        "keep keeps kept survive survived stay stays left remain remains remaining remained rest other others"
        " outstanding owe owes owed elsewhere abroad overseas"
    )
)
_LEAVING = frozenset(listed("leave leaves leaving left"))
DENIALS = frozenset(listed("yet without not never none no nobody neither cannot n't"))
_LACKING = frozenset(listed("lack lacks lacked lacking fail fails failed refused declined"))
FAILING = frozenset(listed("fail fails failed failing"))  # before "to"
RATIO_WORDS = frozenset(
    listed("""
    times twice thrice double doubled doubling triple tripled treble trebled quadruple quadrupled half halved halving
    fold twofold threefold tenfold ratio one
    """)
)
_AIMED = frozenset(listed("built designed meant planned intended supposed expected forecast"))
_TWICE = frozenset(listed("twice thrice"))
EACH_WORDS = frozenset(listed("each apiece every per average"))
_EACH_ALONE = frozenset(listed("each apiece every"))  # a claim of each gives no total
_WHOLE_IN_REST = frozenset(listed("rest remainder remaining others"))
_AGAINST = frozenset(listed("against oppose opposed opposing reject rejected rejecting defeat defeated no not"))
_FOR = frozenset(
    listed("for back backed backing favour favoured favor support supported accept accepted approve approved yes")
)
_AGAINST_VOTES = frozenset(listed("against oppose opposed opposing"))
_FOR_VOTES = frozenset(listed("backed favour favoured favor supported")) | {"for"}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_STEPS = frozenset(listed("before earlier later after previously"))
_LISTED_REACH = 6
_JOINING = frozenset(listed("or and"))
_TERMS = frozenset(listed("sentence term"))
_POINTS = frozenset(listed("point points"))
_BEYOND = frozenset(listed("more higher over above beyond"))
_SHORT = frozenset(listed("fewer less lower under below short"))
_HELD_AGAINST = frozenset(listed("than budget target forecast estimate estimates plan expectations forecasts"))
_SPREAD = frozenset(listed("over for across during"))
_UNSPREAD = frozenset(listed("before after since every per and but"))
_TO_TIME = 5  # words between an amount and the time that it is for
_ONCE = frozenset(listed("used previously formerly originally"))
_TO_VERB = 6  # words from the verb of a change to its amount: "cut its annual wage bill by a third"
_TO_COMPARED, _TO_THAN = 6, 3  # words from a difference to whom it is one with, and to the "than" before it
_TO_THEN = 8  # words from "twice" to the time before of "twice what the winner earned last year"
_TO_CHANGE = 10  # words from a level to what it is more by: "3,900 households are on its register, about 700 fewer"
# Mean days of the Gregorian calendar: 146,097 in 400 years.
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.436875"), "year": Decimal("365.2425")}


# --- differences ----------------------------------------------------------------------------------------


def _asks_difference(question: Question) -> bool:
    figure = question.figure
    if figure.kind is Kind.DATE or question.is_tally or figure.role in (Role.FROM, Role.TO):
        return False  # "slowed to 100 knots" tells no difference
    return figure.role is Role.CHANGE or bool(question.words & DIFFERENCE_WORDS)


def _differences(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield what lies between two figures of one sort; two percentages are some points apart."""
    figure = question.figure
    unit = "%" if figure.unit in ("pp", "bp") or _are_points(question) else figure.unit
    for one, other in ground.pairs():
        times = one.kind is other.kind is Kind.DURATION  # "three hours and ten minutes", "five and a half hours"
        if not (times or is_same_thing(one, other)) or Role.CHANGE in (one.role, other.role):
            continue
        if is_share(figure) or (figure.kind is not one.kind and unit != "%" and not _counts_years(figure)):
            continue  # "rose by 5 per cent" is not said of a move from 47 to 52 per cent
        if unit != "%" and not counts_alike(figure, one, other):
            continue
        start, end = start_first(one, other, ground) or (one, other)
        low, high = _in_units(figure, unit, start), _in_units(figure, unit, end)
        if low is None or high is None or low == high:
            continue
        yield _difference(figure, start, end, high - low, start_first(one, other, ground) is not None)


def _in_units(figure: Figure, unit: str | None, operand: Figure) -> Decimal | None:
    if _counts_years(figure) and operand.kind is Kind.AGE:
        return amount(operand)
    if unit == "%" and operand.kind is not Kind.PERCENT:
        return None
    if unit == "deg" and operand.unit in ("degF", "degC"):
        return amount(operand)
    return in_unit(operand, unit)


def _are_points(question: Question) -> bool:
    """Does a count of "points" stand for percentage points?"""
    return question.figure.kind is Kind.NUMBER and (question.figure.noun or "") in ("point", "points")


def _counts_years(figure: Figure) -> bool:
    return figure.kind in (Kind.DURATION, Kind.AGE) and figure.unit == "year"


def _difference(figure: Figure, start: Figure, end: Figure, change: Decimal, is_ordered: bool) -> Result:
    larger, smaller = (end, start) if change > 0 else (start, end)
    value = abs(change) * 100 if figure.unit == "bp" else abs(change)
    working = f"{larger.text} - {smaller.text} = {written(value, figure)}"
    return Result(value, (start, end), working, change > 0 if is_ordered else None)


def _asks_percent_change(question: Question) -> bool:
    return is_share(question.figure) and _asks_difference(question)


def _percent_changes(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield by what share a movement from one figure to another changed the first."""
    for one, other in ground.pairs():
        ends = start_first(one, other, ground)
        if ends is None or not is_same_thing(one, other) or is_share(one):
            continue
        start, end = amount(ends[0]), amount(ends[1])
        if start > 0 and start != end:
            share = abs(end - start) / start
            value = share * 100 if question.figure.kind is Kind.PERCENT else share
            larger, smaller = (ends[1], ends[0]) if end > start else (ends[0], ends[1])
            working = f"({larger.text} - {smaller.text}) / {ends[0].text} = {written(share * 100, None)}%"
            yield Result(rounded(value), ends, working, end > start)


# --- what is left ---------------------------------------------------------------------------------------


def _asks_rest(question: Question) -> bool:
    return question.figure.kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.MEASURE) and not question.is_tally


def _rests(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield what is left of a whole when a part of it is taken away, or of a hundred per cent."""
    figure = question.figure
    asked = _asks_what_is_left(question, ground)
    for part, whole in ground.ordered_pairs():
        if not is_alike(part, whole) or is_share(part) != is_share(whole) or not is_part(part, whole, ground):
            continue
        excepted = is_excepted(part, ground)
        if is_share(figure) and not is_share(whole) and asked and not excepted:
            rest = (amount(whole) - amount(part)) / amount(whole)
            value = rounded(rest * (100 if figure.kind is Kind.PERCENT else 1))
            working = f"({whole.text} - {part.text}) / {whole.text} = {written(rest * 100, None)}%"
            yield Result(value, (part, whole), working, inverts=True)
        elif whole.unit == figure.unit and whole.kind is figure.kind and (asked or excepted):
            value = amount(whole) - amount(part)
            working = f"{whole.text} - {part.text} = {written(value, figure)}"
            yield Result(value, (part, whole), working, inverts=not excepted)
    yield from _rests_of_shares(figure, ground, asked)
    yield from _rests_of_lists(question, ground)


def _asks_what_is_left(question: Question, ground: Ground) -> bool:
    """Does the claim speak of what a passage's figure leaves out: "remain", "undamaged", "not" where it has none?"""
    theirs = {token.plain for token in ground.words if token.start >= ground.start}
    if question.ahead[-1:] == ("with",) and not _LEAVING.isdisjoint(question.ahead):
        return _LEAVING.isdisjoint(theirs)  # "leaves the town with eight libraries"
    if question.words & REST_WORDS:
        return not REST_WORDS & theirs
    if any(is_opposite(word) for word in question.words - theirs):
        return True
    if question.words & _AGAINST_VOTES and theirs & _FOR_VOTES and not theirs & _AGAINST_VOTES:
        return True
    if question.words & _FOR_VOTES and theirs & _AGAINST_VOTES and not theirs & _FOR_VOTES:
        return True
    failed = "to" in question.words and not FAILING.isdisjoint(question.words)
    denied = failed or any(word in DENIALS or word.endswith("n't") for word in question.words)
    return denied and not any(word in DENIALS | _LACKING or word.endswith("n't") for word in theirs)


def _rests_of_shares(figure: Figure, ground: Ground, asked: bool) -> Iterator[Result]:
    """Yield what the passage's share leaves of a hundred per cent, where either text speaks of what is left."""
    if not is_share(figure):
        return
    for part in ground.own:
        if is_share(part) and part.role is not Role.CHANGE and (asked or _WHOLE_IN_REST & set(ground.behind(part, 14))):
            share = Decimal(100) - per_cent(part)
            value = share if figure.kind is Kind.PERCENT else share / 100
            yield Result(value, (part,), f"100% - {part.text} = {written(share, None)}%", inverts=asked)


def _rests_of_lists(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the rest that a passage speaks of: "£118m, of which the state paid £50m, Belmont the rest".

    Of two figures only, or where the sentence before gives the whole, the claim must say what is said of the rest.
    """
    figure = question.figure
    rest = next((word for word in ground.words if word.plain in _WHOLE_IN_REST and word.start >= ground.start), None)
    if rest is None:
        return
    given = [o for o in ground.own if o.end <= rest.start and o.kind is figure.kind and o.unit == figure.unit]
    if not given or not all(is_alike(given[0], other) for other in given[1:]):
        return
    whole, parts = given[0], given[1:]
    if len(parts) < 2 or "of" not in ground.between(whole, parts[0]):
        whole_before = _whole_before(given, ground)
        if whole_before is None or not _is_said_of_the_rest(question, rest.start, given, ground):
            return
        whole, parts = whole_before, given
    value = amount(whole) - sum((amount(part) for part in parts), Decimal(0))
    if value > 0:
        working = " - ".join(each.text for each in (whole, *parts)) + f" = {written(value, figure)}"
        yield Result(value, (whole, *parts), working)


def _whole_before(parts: list[Figure], ground: Ground) -> Figure | None:
    """Return the one figure of the sentence before that all these figures of the passage are parts of."""
    wholes = [each for each in ground.figures if each.start < ground.start and is_alike(each, parts[0])]
    return next((each for each in reversed(wholes) if all(is_part(part, each, ground) for part in parts)), None)


def _is_said_of_the_rest(question: Question, rest: int, parts: list[Figure], ground: Ground) -> bool:
    """Says a claim more of what stands at "the rest" than of what stands at any of the parts before it?"""
    marks = [at for mark in ",;" if (at := ground.text.rfind(mark, parts[-1].end, rest)) >= 0]
    joints = [word.start for word in ground.words if parts[-1].end <= word.start < rest and word.plain == "and"]
    end = max([*marks, *joints], default=rest)
    common = [len(told & _said(question)) for told in _stretches(parts, end, ground)]
    return len(_stems(end, len(ground.text), ground) & _said(question)) > max(common)


def _said(question: Question) -> set[str]:
    """Return the stems of all that a claim says but for what it counts."""
    return {stem(word) for word in question.all_words - STOP_WORDS} - {stem(question.figure.noun or "")}


def _stretches(parts: list[Figure], end: int, ground: Ground) -> list[set[str]]:
    """Return the stems of what stands behind each of some figures, up to the next of them or to an end."""
    ends = [*(part.start for part in parts[1:]), end]
    return [_stems(part.end, stop, ground) for part, stop in zip(parts, ends, strict=True)]


def _stems(start: int, end: int, ground: Ground) -> set[str]:
    return {token.stem for token in ground.words if start <= token.start < end and token.plain not in STOP_WORDS}


# --- shares ---------------------------------------------------------------------------------------------


def _asks_share(question: Question) -> bool:
    return is_share(question.figure) and question.figure.role is not Role.CHANGE


def stated_shares(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield what share of one figure another is, where the passage sets it as a part, or as what is left out.

    Of parts that the claim takes together, "at social rent or as shared ownership", what share they are in all.
    """
    for part, whole in _parts_and_wholes(ground):
        together = _taken_together(question, whole, ground)
        if together:
            both = sum((amount(each) for each in together), Decimal(0))
            summed = replace(part, value=both, text=" + ".join(each.text for each in together))
            yield _share(question.figure, summed, amount(whole), (*together, whole), whole.text)
        elif is_excepted(part, ground):
            rest = (amount(whole) - amount(part)) / amount(whole)
            working = f"({whole.text} - {part.text}) / {whole.text} = {written(rest * 100, None)}%"
            yield Result(rounded(rest * (100 if question.figure.kind is Kind.PERCENT else 1)), (part, whole), working)
        else:
            yield _share(question.figure, part, amount(whole), (part, whole), whole.text)


def _parts_and_wholes(ground: Ground) -> Iterator[tuple[Figure, Figure]]:
    for part, whole in ground.ordered_pairs():
        if not is_alike(part, whole) or part.role is Role.CHANGE or is_share(whole):
            continue
        if amount(whole) > 1 and amount(part) < amount(whole) and is_part(part, whole, ground):
            yield part, whole


def _taken_together(question: Question, whole: Figure, ground: Ground) -> list[Figure]:
    """Return the parts of a whole that a claim joins by "or" or "and", each by a word said of it alone; else none."""
    parts = [part for part, of in _parts_and_wholes(ground) if of is whole and not is_excepted(part, ground)]
    if len(parts) < 2:
        return []
    told = _stretches(parts, len(ground.text), ground)
    for words in (question.behind, question.ahead[::-1]):
        near = list(takewhile(lambda word: not word[0].isdigit() and word not in NUMBER_WORDS, words))
        said = {stem(word) for word in near} - {stem(whole.noun or "")}
        joined = [
            part
            for number, part in enumerate(parts)
            if said & told[number].difference(*(told[:number] + told[number + 1 :]))
        ]
        if len(joined) > 1 and not _JOINING.isdisjoint(near):
            return joined
    return []


def _share(figure: Figure, part: Figure, whole: Decimal, operands: tuple[Figure, ...], name: str) -> Result:
    share = amount(part) / whole
    value = share * 100 if figure.kind is Kind.PERCENT else share
    return Result(rounded(value), operands, f"{part.text} / {name} = {written(share * 100, None)}%")


def _shares_of_votes(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the share of one side of a vote ("by 27 to 19 against"), the side that the claim speaks of."""
    for one, other in _tallies(ground):
        stood = _side(set(ground.behind(other, 8)) | set(ground.ahead(one, 4)))
        claimed = _side(question.words)
        if not stood or not claimed:
            continue
        part = one if stood == claimed else other
        whole = amount(one) + amount(other)
        yield _share(question.figure, part, whole, (one, other), f"({one.text} + {other.text})")


def _side(words: set[str] | frozenset[str]) -> int:
    """Return -1 for words against something, 1 for words in favour of it, 0 where they tell neither or both."""
    if words & _AGAINST:
        return -1
    return 1 if words & _FOR else 0


def _tallies(ground: Ground) -> Iterator[tuple[Figure, Figure]]:
    """Yield the two sides of each vote: "2,118 to 467", "by 27 votes to 19"."""
    for one, other in zip(ground.own, ground.own[1:], strict=False):
        counts = one.kind is other.kind is Kind.NUMBER and one.unit is other.unit is None
        if counts and one.role is None and "from" not in ground.ahead(one, 2):
            between = ground.between(one, other)
            if between[-1:] == ["to"] and len(between) <= 2 and amount(one) > 1:
                yield one, other


def _asks_part(question: Question) -> bool:
    kinds = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION)
    return question.figure.kind in kinds and not is_share(question.figure)


def _parts(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the part of a figure that a share of the passage takes: "1,900 houses, 30 per cent of them"."""
    figure = question.figure
    for share, whole in ground.ordered_pairs():
        if not is_share(share) or is_share(whole) or share.role is Role.CHANGE:
            continue
        value = in_unit(whole, figure.unit) if whole.kind is figure.kind else None
        if value is None or not _takes_share(share, whole, ground) or not counts_alike(figure, whole):
            continue
        if not says_of_which(question, share, whole, ground):
            continue
        value = per_cent(share) / 100 * value
        yield Result(rounded(value), (share, whole), f"{share.text} of {whole.text} = {written(value, figure)}")


def _takes_share(share: Figure, whole: Figure, ground: Ground) -> bool:
    """Is a share of the whole: "30 per cent of 1,900", "1,900, 30 per cent of them", "£318m, four-fifths of it"?"""
    between = ground.between(share, whole)
    if share.start < whole.start:
        return "of" in between and len(between) <= _LISTED_REACH
    if "of" in between[-3:]:
        return True
    behind = ground.behind(share, 3)
    if behind[:1] != ["of"] or len(behind) < 2:
        return False
    if whole.kind is Kind.DURATION and not _TERMS.isdisjoint(behind[1:]):
        return True  # "jailed for six years … will serve half of the sentence"
    return behind[1] in ("them", "it", "those", "these", "that", "which", "whom") or (
        whole.noun is not None and any(are_kin(word, whole.noun) for word in behind[1:])
    )


# --- sums, products, ratios -----------------------------------------------------------------------------


def _asks_product(question: Question) -> bool:
    kind = question.figure.kind
    asked = bool(question.words & (TOTAL_WORDS | EACH_WORDS))
    return kind is Kind.MONEY or (kind in (Kind.NUMBER, Kind.MEASURE) and asked)


def _products(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield a count times what each costs or holds, and a total shared out over a count."""
    figure = question.figure
    each = any(token.plain in EACH_WORDS for token in ground.words if token.start >= ground.start)
    for count, one in ground.ordered_pairs():
        if count.kind is not Kind.NUMBER or is_share(count) or count.unit is not None or amount(count) < 2:
            continue
        value = in_unit(one, figure.unit) if one.kind is figure.kind else None
        if value is None or one.kind is Kind.NUMBER or count.value_high is not None:
            continue
        if each and question.words.isdisjoint(_EACH_ALONE):
            total = value * amount(count)
            yield Result(total, (count, one), f"{count.text} x {one.text} = {written(total, figure)}")
        elif not each and question.words & (TOTAL_WORDS | EACH_WORDS):
            share = rounded(value / amount(count))
            yield Result(share, (count, one), f"{one.text} / {count.text} = {written(share, figure)}")


def _asks_rate(question: Question) -> bool:
    return question.figure.per in _DAYS and question.figure.bound is not Bound.EXACT


def _rates(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield a rate over another period, which days and months give only about: "$41,000 a day" is so much a month."""
    figure = question.figure
    for rate in ground.own:
        value = in_unit(rate, figure.unit) if rate.kind is figure.kind else None
        if value is None or rate.per not in _DAYS or rate.per == figure.per or figure.per is None:
            continue
        given = rounded(value * _DAYS[figure.per] / _DAYS[rate.per])
        yield Result(given, (rate,), f"{rate.text} is {written(given, figure)} per {figure.per}")


def _asks_period(question: Question) -> bool:
    figure = question.figure
    return figure.per in _DAYS and figure.kind in (Kind.MONEY, Kind.NUMBER, Kind.MEASURE)


def _shares_of_periods(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield what a total comes to in one of several periods: "a three-year deal worth £6m", "£6m over three years"."""
    figure = question.figure
    for time, total in ground.ordered_pairs():
        value = in_unit(total, figure.unit) if total.kind is figure.kind and total.per is None else None
        if value is None or not _is_count_of(time, figure.per) or not counts_alike(figure, total):
            continue
        if total.role is not Role.CHANGE and _is_spread(total, time, ground):
            given = rounded(value / amount(time))
            yield Result(given, (total, time), f"{total.text} / {time.text} = {written(given, figure)}")


def _asks_all_periods(question: Question) -> bool:
    return question.figure.per is None and question.figure.kind in (Kind.MONEY, Kind.MEASURE)


def _sums_of_periods(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield what a rate comes to over several of its periods: "£2m a year for three years"."""
    figure = question.figure
    for time, rate in ground.ordered_pairs():
        value = in_unit(rate, figure.unit) if rate.kind is figure.kind and rate.per is not None else None
        if value is None or not _is_count_of(time, rate.per) or not counts_alike(figure, rate):
            continue
        if rate.role is not Role.CHANGE and _is_spread(rate, time, ground):
            given = rounded(value * amount(time))
            yield Result(given, (rate, time), f"{rate.text} x {time.text} = {written(given, figure)}")


def _is_count_of(time: Figure, period: str | None) -> bool:
    """Is a time span several of these periods?"""
    return time.kind is Kind.DURATION and time.unit == period and time.value_high is None and amount(time) > 1


def _is_spread(total: Figure, time: Figure, ground: Ground) -> bool:
    """Is an amount said of a time: "£6m over the next three years", "a three-year contract worth £6m"?"""
    between = ground.between(total, time)
    if len(between) > _TO_TIME or ground.crosses(total, time):
        return False
    if total.start < time.start:
        return not _SPREAD.isdisjoint(between) and _UNSPREAD.isdisjoint(between)
    return "-" in time.text and not WORTH.isdisjoint(between[-1:])


def _asks_base(question: Question) -> bool:
    kinds = (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.PERCENT)
    return question.figure.kind in kinds and question.figure.role is not Role.CHANGE and not question.is_tally


def _bases(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield where something stood, from where it stands and how that compares with before.

    "36, a rise of a third", "3,900, about 700 fewer than in 2022", "11,420, fewer than half as many as in 1981".
    """
    figure = question.figure
    for level, other in permutations(ground.own, 2):
        value = in_unit(level, figure.unit) if level.kind is figure.kind and level.role is not Role.CHANGE else None
        if value is None or len(ground.between(level, other)) > _TO_CHANGE or not counts_alike(figure, level):
            continue
        base, sign = _base(level, other, value, ground)
        asked = asks_what_was_before(question, other, ground) or _asks_of_compared(question, other, ground)
        if base is not None and base > 0 and asked:
            working = f"{level.text} {sign} {other.text} gives {written(base, figure)}"
            yield Result(rounded(base), (level, other), working)


def _base(level: Figure, other: Figure, value: Decimal, ground: Ground) -> tuple[Decimal | None, str]:
    """Return where a level came from by what is said beside it, and the sign of the working."""
    behind = _behind_points(other, ground, 3)
    if level.start < other.start and behind[:1] == ["as"] and is_share(other):
        return value / (per_cent(other) / 100), "/"
    if level.start < other.start and is_times_before(other, ground.behind(other, _TO_THEN)):
        return value / amount(other), "/"
    way = _way_of(behind, ground.ahead(other, _TO_VERB))
    if not way or level.value_high is not None or other.value_high is not None:
        return None, ""
    is_level = level.role is Role.TO or (level.role is None and level.start < other.start)
    if is_share(other) and other.role is Role.CHANGE and is_level:
        return value / (1 + way * per_cent(other) / 100), "after a change of"
    held = _compared_with(other, ground) or (behind[1:2] and behind[1] in _HELD_AGAINST)
    if (is_alike(level, other) or _are_points_of(level, other)) and held and level.start < other.start:
        return value - way * amount(other), "-" if way > 0 else "+"
    return None, ""


def _are_points_of(level: Figure, other: Figure) -> bool:
    """Does a figure count the points by which a level in per cent differs: "6.1 per cent, half a point higher"?"""
    return is_share(level) and level.kind is Kind.PERCENT and (other.unit == "pp" or other.noun in _POINTS)


def _behind_points(figure: Figure, ground: Ground, count: int) -> list[str]:
    """Return the words behind a figure and the "points" that it counts."""
    behind = ground.behind(figure, count + 1)
    return behind[1:] if behind[:1] and behind[0] in _POINTS else behind[:count]


def _asks_of_compared(question: Question, change: Figure, ground: Ground) -> bool:
    """Is a claim about the one with whom the passage compares, and not about whom it compares: "nine more than Orr"?"""
    compared = _compared_with(change, ground)
    return bool(compared) and compared[0] in question.ahead and "than" not in question.all_words


def _compared_with(change: Figure, ground: Ground) -> list[str]:
    """Return the words behind the "than" of "nine more than Orr", "nine more points than the Danish side"."""
    behind = _behind_points(change, ground, _TO_COMPARED)
    if not behind or behind[0] not in (*_BEYOND, *_SHORT) or "than" not in behind[1:_TO_THAN]:
        return []
    return [word for word in behind[behind.index("than") + 1 :] if word not in STOP_WORDS]


def _way_of(behind: list[str], ahead: list[str]) -> int:
    """Return 1 for "700 more than" and "rose by a third", -1 for the opposite, 0 where nothing tells."""
    if behind[:1] and behind[0] in (*_BEYOND, *_SHORT):
        return 1 if behind[0] in _BEYOND else -1
    up, down = not RISING.isdisjoint(ahead), not FALLING.isdisjoint(ahead)
    return up - down


def _asks_side(question: Question) -> bool:
    return _asks_side_kind(question) and bool(_side(question.words))


def _sides(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield how many stood on the side that the claim speaks of: "approved the ban, 5 to 2"."""
    for one, other in _tallies(ground):
        stood = _side(set(ground.behind(other, 8)) | set(ground.ahead(one, 8)))
        claimed = _side(question.words)
        if stood and claimed:
            part = one if stood == claimed else other
            yield Result(amount(part), (one, other), f"{one.text} to {other.text}", inverts=stood != claimed)


def _asks_side_kind(question: Question) -> bool:
    return question.figure.kind is Kind.NUMBER and question.figure.unit is None


def _asks_ratio(question: Question) -> bool:
    figure = question.figure
    if figure.kind is not Kind.NUMBER or figure.unit is not None:
        return False
    if figure.noun not in (None, "times") and (figure.text.lower() not in _TWICE or question.behind[:1] != ("as",)):
        return False  # but the "twice" of "the ward has twice as many patients" counts no ward
    return bool(question.words & RATIO_WORDS)


def _ratios(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield how many times as large as another figure a figure is: for "twice", "ten times as many", "doubled"."""
    votes = question.behind[:2] == ("to", "one")
    pairs = _tallies(ground) if votes else ground.pairs()
    for one, other in pairs:
        if not is_same_thing(one, other) or min(amount(one), amount(other)) <= 0:
            continue
        if Role.CHANGE in (one.role, other.role) or is_part(one, other, ground) or is_part(other, one, ground):
            continue
        ends = start_first(one, other, ground)
        aim = _aimed_at(one, other, ground) if ends is None and not _AIMED.isdisjoint(question.all_words) else None
        if question.figure.noun not in (None, "times") and ends is None and aim is None:
            continue  # of two things, and nothing says which is the larger
        under, over = ends or sorted((one, other), key=lambda each: (each is not aim, amount(each)))
        value = rounded(amount(over) / amount(under))
        working = f"{over.text} / {under.text} = {written(value, None)}"
        yield Result(value, (one, other), working, None if ends is None else value > 1)


def _aimed_at(one: Figure, other: Figure, ground: Ground) -> Figure | None:
    """Return which of two figures something was meant for: "a ward built for 40", "the 60 grams it was to bring"."""
    aims = [each for each in (one, other) if not _AIMED.isdisjoint(ground.ahead(each, 3))]
    if not aims:
        aims = [each for each in (one, other) if not _AIMED.isdisjoint(_up_to_next(each, ground))]
    return aims[0] if len(aims) == 1 else None


def _up_to_next(figure: Figure, ground: Ground) -> list[str]:
    """Return the words behind a figure, up to the next one."""
    following = next((each.start for each in ground.figures if each.start >= figure.end), len(ground.text))
    return [token.plain for token in ground.words if figure.end <= token.start < following]


# --- durations ------------------------------------------------------------------------------------------


def asks_duration(question: Question) -> bool:
    """Does a claim give a time span?"""
    return question.figure.kind in (Kind.DURATION, Kind.AGE)


def _durations(question: Question, ground: Ground) -> Iterator[Result]:
    """Yield the time between two dates of the passage, in the unit of the claim's figure."""
    figure = question.figure
    dates = [operand for operand in ground.own if operand.kind is Kind.DATE and operand.value_high is None]
    hung = [date for date in dates if date.start >= ground.start and _hangs(date, ground)]
    earlier = [each for each in ground.figures if each.kind is Kind.DATE and each.start < ground.start]
    for start, end in (*permutations(dates, 2), *product(earlier, hung)):
        value = time_between(str(start.value), str(end.value), figure)
        if value is not None and value > 0:
            yield Result(value, (start, end), f"{start.text} to {end.text} is {written(value, figure)}")
    for span in (operand for operand in ground.own if operand.kind is Kind.DATE and operand.value_high is not None):
        value = time_between(str(span.value), str(span.value_high), figure)
        if value is not None and value > 0:
            yield Result(value, (span,), f"{span.text} is {written(value, figure)}")
    for step in (operand for operand in ground.own if operand.kind is Kind.DATE):
        span_told = _counted_span(step.text, figure)
        if span_told is not None:
            yield Result(span_told, (step,), f"{step.text} is {written(span_told, figure)}")


def _counted_span(text: str, figure: Figure) -> Decimal | None:
    """Return the time that a date counts from another, in a figure's unit: "six months before"."""
    words = [token.plain for token in tokens(text)]
    if words[-1:] == [] or words[-1] not in _STEPS:
        return None
    told = [each for each in extract_figures(text.rpartition(" ")[0]) if each.kind is Kind.DURATION]
    return in_unit(told[0], figure.unit) if len(told) == 1 else None


def _hangs(moment: Figure, ground: Ground) -> bool:
    """Is a date counted from one before it: "the following January", "a year later"?"""
    return not HANGING.isdisjoint(token.plain for token in tokens(moment.text)) and bool(ground.start)


def time_between(start: str, end: str, figure: Figure) -> Decimal | None:
    """Return the time between two ISO dates in a figure's unit: whole years, twelfths for "a year and a half"."""
    unit, value = figure.unit, figure.value
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    is_part = not is_whole or figure.bound is not Bound.EXACT or figure.hedge in JUST_BELOW  # "more than six years"
    first, last = date_interval(start), date_interval(end)
    if first is None or last is None or unit is None:
        return None
    if unit in _YEARS and len("2004") in (len(start), len(end)):
        return Decimal(last[0].year - first[0].year) / _YEARS[unit]
    months = (last[0].year - first[0].year) * 12 + last[0].month - first[0].month
    if unit == "year" and is_part:
        return rounded(Decimal(months) / 12)
    if unit == "year":
        whole = last[0].year - first[0].year - ((last[0].month, last[0].day) < (first[0].month, first[0].day))
        return Decimal(whole)
    if unit == "month":
        return Decimal(months)
    days = convert(Decimal((last[0] - first[0]).days), "day", unit)
    return None if days is None else rounded(days)


OVERRULING = (
    Pattern("complement", asks_other_member, other_members),
    Pattern("both", asks_both_kinds, sums_of_kinds, says=TOTAL_WORDS),
)
"""Ways that go before a figure which the passage states: "310 men" are not the 310 women of 1,150 people."""
PATTERNS = (
    *OVERRULING,
    Pattern("complement", asks_other_side, other_sides, says=OUTSIDE),
    Pattern("rest", _asks_rest, _rests, says=FAILING),
    Pattern("change", _asks_percent_change, _percent_changes),
    Pattern("difference", _asks_difference, _differences, says=_COMPARED),
    Pattern("share", _asks_share, stated_shares),
    Pattern("share", _asks_share, _shares_of_votes),
    Pattern("part", _asks_part, _parts),
    Pattern("part", asks_amount, pointed_shares),
    Pattern("ratio", _asks_ratio, _ratios),
    Pattern("sum", asks_sum, sums_of_lists),
    Pattern("sum", asks_sum, additions),
    Pattern("rest", asks_complement, complements),
    Pattern("product", _asks_product, _products),
    Pattern("rate", _asks_rate, _rates),
    Pattern("product", _asks_period, _shares_of_periods),
    Pattern("product", _asks_all_periods, _sums_of_periods),
    Pattern("base", _asks_base, _bases, says=_ONCE),
    Pattern("side", _asks_side, _sides),
    Pattern("margin", asks_margin, margins, says=SAID_OF_MARGINS),
    Pattern("duration", asks_duration, _durations),
)
SAID_BY = {pattern.name: pattern.says for pattern in PATTERNS if pattern.says}
"""Words of a claim that a sum of each name says by itself."""
