"""The nouns of factcheck: frozen values that one room hands to the next, without behaviour of their own.

Spans are pairs of code points, half-open; the field's docstring names the text they slice.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from factcheck.values import dataclass


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"


class Bound(StrEnum):
    """How the words around a figure bound it."""

    EXACT = "="
    ABOUT = "~"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Role(StrEnum):
    """What a figure is in a movement: where it stands, by how much it moved, whence and whereto."""

    LEVEL = "level"
    CHANGE = "change"
    FROM = "from"
    TO = "to"


class Relation(StrEnum):
    """How a source's figure compares with a claim's."""

    EQUAL = "equal"
    WITHIN = "within"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"
    MISSING = "missing"


MET = (Relation.EQUAL, Relation.WITHIN)
"""The relations in which a source's figure bears the claim's out."""


class Stance(StrEnum):
    """How one passage bears on a claim."""

    SUPPORTS = "supports"
    CONFLICTS = "conflicts"
    NEUTRAL = "neutral"


class Verdict(StrEnum):
    """The outcome over all passages; a comparison with the sources given, never a statement of truth."""

    SUPPORTED = "supported"
    CONFLICTING = "conflicting"
    MIXED = "mixed"
    UNVERIFIED = "unverified"


class DecidedBy(StrEnum):
    """What tipped the scales of a stance."""

    FIGURE = "figure"
    POLARITY = "polarity"
    ROLE = "role"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, with what it measures.

    `start` and `end` slice the text that was read, `text[start:end] == figure.text`. `value` is a Decimal
    that keeps the zeros as written, or for a date a string: ISO 8601 at the precision given ("2024",
    "2024-11", "2024-11-18", "XXXX-11-18" without a year), None where nothing can be known. `value_high` is
    the upper end of a range. `unit` is an ISO 4217 code for money ("shilling" where no country is named) and a
    code of the unit table otherwise, None for plain counts; `per` is what a rate is per ("hour", "100000 person").
    `hedge` is the wording that made the bound, in lower case ("nearly", "up to"): "nearly" and "about" are both
    `~`, but stand elsewhere.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: Decimal | str | None
    value_high: Decimal | str | None = None
    unit: str | None = None
    per: str | None = None
    bound: Bound = Bound.EXACT
    noun: str | None = None
    noun_phrase: str | None = None
    role: Role | None = None
    doubt: tuple[str, ...] = ()
    implied: bool = False
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A number that is a name and is compared to the letter: a score, a grade, a code.

    `value` is the label in one spelling ("3-2", "category 2"); `kind` is "score", "grade" or "code".
    """

    text: str
    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim's figure beside the source's: the relation, the difference and one sentence for a person.

    `difference` is source minus claim in the claim's unit (dates in days); `difference_percent` is that in
    per cent of the claim's value, None where the value is zero or there is no difference to give.
    """

    claim_figure: Figure
    source_figure: Figure | None
    relation: Relation
    difference: Decimal | None = None
    difference_percent: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one passage bears on a claim.

    `score` is the calibrated probability of `stance`, 0 to 1; `shown` says whether it passes the threshold
    that verdicts use, `beside` whether it does where a passage of another source takes the other side; `second` is
    the stance that it takes where another source takes the other one by the same figure of the claim. `hours` tells of
    each time of day in the claim, by where it begins, how the passage's compares: it is no figure. `matched`
    are spans of the passage whose words or figures met the claim's; `coverage` is the share of the claim's
    information that the passage and its context hold, 0 to 1.
    """

    stance: Stance
    score: float
    shown: bool
    decided_by: DecidedBy
    comparisons: tuple[Comparison, ...] = ()
    reasons: tuple[str, ...] = ()
    matched: tuple[tuple[int, int], ...] = ()
    coverage: float = 0.0
    beside: bool = False
    second: Stance | None = None
    hours: tuple[tuple[int, Relation], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text that no sentence crosses: a paragraph, a heading, a table row.

    `start` and `end` slice the document's text. `heading` is the heading the block stands under, `position`
    a cell ("B7") or a time code ("00:01:30") where the format has such.
    """

    start: int
    end: int
    kind: str = "paragraph"  # paragraph, heading, item, row, quote, caption
    heading: str | None = None
    page: int | None = None
    position: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One ingested source: its text exactly as extracted, where it came from, and how its text is laid out.

    `sha256` is of the file's bytes. `published_from` says how the date was found ("front matter",
    "dateline", "file name", ...). `notes` tell a person what was odd about reading it.
    """

    path: str
    text: str
    sha256: str
    format: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str | None = None
    url: str | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; `start` and `end` slice the document's text, `line` is 1-based."""

    text: str
    start: int
    end: int
    line: int
    kind: str = "paragraph"
    heading: str | None = None
    page: int | None = None
    position: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage stands; `start` and `end` slice the document's stored text.

    `published_from` says how the date was found, `indexed` when the document was read, `language` (ISO 639-1) what
    it is written in: figures in any other than English are read with English rules all the same.
    """

    document: int
    path: str
    title: str | None
    author: str | None
    published: date | None
    url: str | None
    page: int | None
    line: int
    start: int
    end: int
    sha256: str
    publisher: str | None = None
    heading: str | None = None
    position: str | None = None
    label: str | None = None
    weight: float = 1.0
    speaker: str | None = None
    published_from: str | None = None
    language: str = "en"
    format: str | None = None
    indexed: datetime | None = None
    copies: int | None = None  # the group of documents with one text that it belongs to: the first one's number

    @property
    def is_english(self) -> bool:
        """Whether the rules that figures are read with fit the text."""
        return self.language.lower().partition("-")[0] == "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved sentence with its context: title, heading and the sentence before, one a line.

    `rank` is the retrieval score, higher is better; it orders candidates and decides nothing. `matched` are
    spans of the text whose words met the words searched for (filled by `Library.search` only).
    """

    sentence: int
    text: str
    context: str
    source: Source
    rank: float = 0.0
    matched: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One of the statements a claim makes; `start` and `end` slice the claim."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage and how it bears on one assertion of the claim (`assertion` is its place, from 0)."""

    passage: Passage
    judgement: Judgement
    assertion: int = 0
    repeats: int | None = None  # the sentence of which this is a near-duplicate: one witness, listed twice


@dataclass(frozen=True, slots=True)
class AssertionVerdict:
    """The verdict on one assertion, its confidence (0 to 1) and its reasons in plain words."""

    assertion: Assertion
    verdict: Verdict
    confidence: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A claim checked: the verdict with its reasons, the claim's figures, and the evidence, best first."""

    claim: str
    verdict: Verdict
    confidence: float
    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...] = ()
    assertions: tuple[AssertionVerdict, ...] = ()
    claim_date: date | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """A finding in a draft. Lines and columns are 1-based, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    severity: str  # error, warning, notice
    code: str
    message: str
    sentence: str
    verdict: Verdict | None = None
    source: Source | None = None
    passage: str | None = None
    comparisons: tuple[Comparison, ...] = ()
    signed_off: str | None = None
    lapsed: str | None = None  # a sign-off that held until the sentence or its source changed


@dataclass(frozen=True, slots=True)
class SignOff:
    """A person's word that an alert of a draft, or a sentence of it (no `code`), has been looked into.

    `draft` is the draft's file name, `path` where it lies: relative to the database's folder where it is below that,
    empty in what was signed before paths were kept. `sentence` and `passage` are fingerprints of the words it holds
    for (`passage` empty where no source was shown); `line`, `text` and `source` say what it was about when it was
    signed. `state` is "agreed" or "query", `number` its place in the ledger, `withdrawn` when it was taken back.
    """

    draft: str
    code: str
    sentence: str
    passage: str
    by: str
    note: str
    at: datetime
    line: int = 0
    text: str = ""
    source: str = ""
    path: str = ""
    state: str = "agreed"
    withdrawn: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the sentence it stands in (whose text its span slices) and that sentence's source."""

    figure: Figure
    sentence_text: str
    source: Source


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An indexed document as `sources` lists it: provenance without the text, and how much it holds.

    `copies` are the documents that have one text, edited or not, itself among them; none where it is the only one.
    `copy_of` is the first of them where that is another; `alike` is the share of the shorter text that both have
    to the letter, and `differences` how many sentences of that first one give other figures here.
    """

    document: int
    path: str
    title: str | None
    author: str | None
    publisher: str | None
    published: date | None
    published_from: str | None
    url: str | None
    format: str
    language: str
    sha256: str
    indexed: datetime | None
    sentences: int
    figures: int
    label: str | None = None
    weight: float = 1.0
    notes: tuple[str, ...] = ()
    copies: tuple[int, ...] = ()
    copy_of: int | None = None
    alike: float | None = None
    differences: int = 0


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A claim checked before, with its best passage; `verdict_now` and `confidence_now` are there after a recheck."""

    claim: str
    verdict: Verdict
    confidence: float
    checked: datetime
    verdict_now: Verdict | None = None
    confidence_now: float | None = None
    check: int = 0  # its number in the database
    claim_date: date | None = None
    passage: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was not read and why; `named` where the command line named it, so that it is an error.

    `unsupported` where that is for want of a reader: in walked folders such files are only counted.
    """

    path: str
    reason: str
    named: bool = False
    hint: str = ""
    unsupported: bool = False


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing did: paths by what happened to them, what was odd, and how much was written."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unsupported: tuple[str, ...] = ()  # files of types that no reader knows, in walked folders: counted only
    notes: tuple[tuple[str, str], ...] = ()  # path and what was odd about reading it
    sentences: int = 0
    figures: int = 0
    documents: int = 0  # as many as files, or more: a mailbox, an archive or a list of records holds several
    moved: tuple[tuple[str, str], ...] = ()  # where a file was, and where the same bytes are now
    gone: tuple[str, ...] = ()  # files that are there no more, whose sources stay
