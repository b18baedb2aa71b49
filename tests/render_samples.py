"""Hand-made results that the tests of the renderers share: every verdict, relation and stance at least once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from factcheck.models import (
    Assertion,
    AssertionVerdict,
    Bound,
    Check,
    Comparison,
    DecidedBy,
    Evidence,
    Figure,
    FigureRow,
    HistoryRow,
    IndexReport,
    Judgement,
    Kind,
    Passage,
    Relation,
    Skipped,
    Source,
    SourceRow,
    Stance,
    Verdict,
)

HARBOUR = "The harbour wall cost up to £4.5 billion, and 11,000 residents were moved in November 2024."
FERRY = "Ferries carried 1.25 million passengers, 8.20% more than a year earlier."


def figure(text: str, surface: str, kind: Kind, value: Decimal | str | None, **more: object) -> Figure:
    """Return a figure whose span is where `surface` stands in the text."""
    start = text.index(surface)
    return Figure(surface, start, start + len(surface), kind, value, **more)  # type: ignore[arg-type]  # keywords of Figure


def source(line: int = 5, **more: object) -> Source:
    fields: dict[str, object] = {
        "document": 1,
        "path": "sources/harbour.md",
        "title": "Harbour wall opens",
        "author": "A. Writer",
        "published": date(2024, 12, 18),
        "url": None,
        "page": None,
        "line": line,
        "start": 312,
        "end": 312 + len(HARBOUR),
        "sha256": "ab" * 32,
    }
    return Source(**{**fields, **more})  # type: ignore[arg-type]  # fields of Source


def conflicting() -> Check:
    """A wrong number of residents, a cost left within its bound, and a neutral passage."""
    claim = "The wall cost £4.4 billion and 20,000 residents were moved."
    claimed = figure(claim, "20,000", Kind.NUMBER, Decimal("20000"), noun="residents", noun_phrase="residents")
    cost = figure(claim, "£4.4 billion", Kind.MONEY, Decimal("4.4E9"), unit="GBP")
    moved = figure(HARBOUR, "11,000", Kind.NUMBER, Decimal("11000"), noun="residents", noun_phrase="residents")
    stated = figure(
        HARBOUR, "£4.5 billion", Kind.MONEY, Decimal("4.5E9"), unit="GBP", bound=Bound.AT_MOST, hedge="up to"
    )
    judgement = Judgement(
        Stance.CONFLICTS,
        0.914,
        True,
        DecidedBy.FIGURE,
        (
            Comparison(
                claimed,
                moved,
                Relation.DIFFERENT,
                Decimal("-9000"),
                Decimal("-45.0"),
                "the source says 11,000 residents",
            ),
            Comparison(
                cost, stated, Relation.WITHIN, Decimal("1E8"), Decimal("2.272727"), "the source says up to £4.5 billion"
            ),
        ),
        ("the source says 11,000 residents",),
        ((4, 16), (46, 62), (68, 73)),
    )
    neutral = Judgement(Stance.NEUTRAL, 0.8, False, DecidedBy.WORDS, reasons=("the passage is about ferries",))
    return Check(
        claim,
        Verdict.CONFLICTING,
        0.93,
        (cost, claimed),
        (
            Evidence(Passage(3, HARBOUR, "Harbour wall opens", source()), judgement),
            Evidence(Passage(4, FERRY, "Harbour wall opens", source(9, start=500, end=500 + len(FERRY))), neutral),
        ),
        ("the source says 11,000 residents, the claim 20,000",),
        claim_date=date(2026, 1, 2),
    )


def mixed() -> Check:
    """Two assertions; on the first two sources disagree, one of them given twice, on the second nobody speaks."""
    claim = "Ferries carried 8.20% more passengers and two piers will shut."
    rise = figure(claim, "8.20%", Kind.PERCENT, Decimal("8.20"), unit="%")
    piers = figure(claim, "two", Kind.NUMBER, Decimal("2"), noun="piers", noun_phrase="piers")
    same = figure(FERRY, "8.20%", Kind.PERCENT, Decimal("8.20"), unit="%")
    other_text = "Ferry passengers rose 6.1% in the year, the port said."
    other = figure(other_text, "6.1%", Kind.PERCENT, Decimal("6.1"), unit="%")
    supports = Judgement(
        Stance.SUPPORTS,
        0.95,
        True,
        DecidedBy.FIGURE,
        (Comparison(rise, same, Relation.EQUAL, Decimal("0.00"), Decimal("0"), "the source says 8.20%"),),
        ("the source gives the same figure",),
        ((0, 7), (8, 15)),
    )
    conflicts = Judgement(
        Stance.CONFLICTS,
        0.9,
        True,
        DecidedBy.FIGURE,
        (
            Comparison(rise, other, Relation.DIFFERENT, Decimal("-2.1"), Decimal("-25.61"), "the source says 6.1%"),
            Comparison(piers, None, Relation.MISSING, note="the source gives no figure for two piers"),
        ),
        ("the source says 6.1%",),
        ((0, 16),),
    )
    elsewhere = source(
        2, document=2, path="sources/port.txt", title=None, author=None, published=None, label="official", weight=2.0
    )
    return Check(
        claim,
        Verdict.MIXED,
        0.71,
        (rise, piers),
        (
            Evidence(Passage(4, FERRY, "Harbour wall opens", source(9)), supports),
            Evidence(Passage(7, other_text, "", elsewhere), conflicts),
            Evidence(Passage(9, FERRY, "", source(3, document=3, path="sources/copy.txt")), supports, repeats=4),
        ),
        ("two sources disagree about the rise in passengers",),
        (
            AssertionVerdict(
                Assertion(claim[:37], 0, 37), Verdict.MIXED, 0.71, ("8.20% in one source, 6.1% in another",)
            ),
            AssertionVerdict(
                Assertion(claim[42:], 42, len(claim)), Verdict.UNVERIFIED, 0.6, ("no source bears on it",)
            ),
        ),
    )


def supported() -> Check:
    claim = "Residents were moved in November 2024."
    when = figure(claim, "November 2024", Kind.DATE, "2024-11")
    stated = figure(HARBOUR, "November 2024", Kind.DATE, "2024-11")
    judgement = Judgement(
        Stance.SUPPORTS,
        0.97,
        True,
        DecidedBy.FIGURE,
        (Comparison(when, stated, Relation.EQUAL, Decimal(0), None, "the source says November 2024"),),
        ("the source gives the same date",),
        ((53, 73),),
    )
    return Check(
        claim,
        Verdict.SUPPORTED,
        0.97,
        (when,),
        (Evidence(Passage(3, HARBOUR, "", source()), judgement),),
        ("the source gives the same date",),
    )


def unverified() -> Check:
    return Check("The lighthouse was painted red.", Verdict.UNVERIFIED, 0.88, (), ())


def hostile() -> Check:
    """A claim, a passage and a path that try to steer a terminal, a page, a table and a spreadsheet."""
    text = (
        '\x1b[31mred\u202e <script>alert(1)</script> | [link](http://evil.example) *bold* `code` "q" & @all\r\n# head'
    )
    judgement = Judgement(
        Stance.SUPPORTS, 1.0, True, DecidedBy.WORDS, reasons=('=HYPERLINK("http://evil.example")',), matched=((0, 9),)
    )
    where = source(1, path="=cmd|' /C calc'!A0.md", title="# <b>Title</b> | \x9b2J ![x](y)")
    return Check(
        '=1+1 <img src=x onerror="alert(1)"> \x07',
        Verdict.SUPPORTED,
        1.0,
        (),
        (Evidence(Passage(1, text, "\x1b]0;title\x07", where), judgement),),
        ("+reason",),
    )


def all_checks() -> list[Check]:
    return [conflicting(), mixed(), supported(), unverified(), hostile()]


def figure_rows() -> list[FigureRow]:
    harbour = [
        figure(HARBOUR, "£4.5 billion", Kind.MONEY, Decimal("4.5E9"), unit="GBP", bound=Bound.AT_MOST, hedge="up to"),
        figure(HARBOUR, "11,000", Kind.NUMBER, Decimal("11000"), noun="residents", noun_phrase="residents"),
        figure(HARBOUR, "November 2024", Kind.DATE, "2024-11"),
    ]
    ferry = [
        figure(FERRY, "1.25 million", Kind.NUMBER, Decimal("1.25E6"), noun="passengers", noun_phrase="passengers"),
        figure(FERRY, "8.20%", Kind.PERCENT, Decimal("8.20"), unit="%"),
        figure(FERRY, "a year earlier", Kind.DATE, None),
    ]
    rows = [FigureRow(item, HARBOUR, source()) for item in harbour]
    return rows + [FigureRow(item, FERRY, source(9, start=500, end=500 + len(FERRY))) for item in ferry]


def source_rows() -> list[SourceRow]:
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return [
        SourceRow(
            1, "sources/harbour.md", "Harbour wall opens", "A. Writer", None, date(2024, 12, 18), "front matter",
            None, "markdown", "en", "ab" * 32, when, 2, 6,
        ),
        SourceRow(
            12, "sources/port.txt", None, None, "Port | Authority", None, None,
            "https://port.example/news", "text", "en", "cd" * 32, when, 1, 1, "official", 2.0, ("decoded as cp1252",),
        ),
    ]  # fmt: skip


def history_rows() -> list[HistoryRow]:
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return [
        HistoryRow("The wall cost £4.4 billion.", Verdict.SUPPORTED, 0.9, when, Verdict.CONFLICTING, 0.92, check=1),
        HistoryRow("Two piers will shut.", Verdict.UNVERIFIED, 0.6, when, Verdict.UNVERIFIED, 0.6, check=2),
    ]


def passages() -> list[Passage]:
    return [Passage(3, HARBOUR, "Harbour wall opens", source(), 7.25, ((4, 16),))]


def index_report() -> IndexReport:
    return IndexReport(
        new=("a.md", "b.md"),
        changed=("c.md",),
        unchanged=("d.md",),
        skipped=(Skipped("scan.pdf", "has no text", named=True, hint="scan it with a text recogniser first"),),
        unsupported=("photo.jpg",),
        notes=(("b.md", "decoded as Windows-1252"),),
        sentences=1412,
        figures=903,
    )
