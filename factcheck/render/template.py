"""Reports in a house style: a template of the user's own (Jinja2), filled with the values that the formats show.

The template runs in a sandbox, sees nothing but these values, and takes in no other file. What it shows of a source
is escaped as the template's own ending asks: for HTML, for Markdown, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any  # the values of a template are of any type

from factcheck.errors import MissingReaderError, TemplateError
from factcheck.models import Check, Comparison, Evidence, Verdict
from factcheck.proofread.report import Proof
from factcheck.render import jsonl, phrases
from factcheck.render.annotated import SYMBOLS, WORDS, Marked, Note, marked_sentences
from factcheck.render.pictures import pictures_of, share_of
from factcheck.render.reports import Report
from factcheck.render.svg import Picture
from factcheck.render.text import printable

HTML_ENDINGS = (".html", ".htm", ".xhtml", ".xml", ".svg")
MARKDOWN_ENDINGS = (".md", ".markdown")
OWN_ENDINGS = (".jinja", ".jinja2", ".j2")
HINT = "the README lists what a template may use"

Values = dict[str, Any]


def fill(template: str, name: str, values: Mapping[str, Any]) -> str:
    """Return the text that a template gives with these values.

    `name` is the template's file name: its ending, a last ".jinja" left out, says how values are escaped. Raises
    TemplateError with the line for a mistake in the template, MissingReaderError where Jinja2 is not installed.
    """
    try:
        from jinja2 import TemplateError as JinjaError
        from jinja2 import TemplateSyntaxError
    except ImportError:
        raise MissingReaderError(
            "a template needs jinja2, which is not installed", "run: pip install 'factcheck-cli[template]'"
        ) from None
    environment = _environment(_kind(name))
    try:
        code = environment.compile(template, filename=name)
        filled: str = environment.template_class.from_code(environment, code, environment.make_globals(None)).render(
            values
        )
    except TemplateSyntaxError as error:
        raise TemplateError(f"{name}:{error.lineno}: {error.message}", HINT) from None
    except (JinjaError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise TemplateError(f"{name}:{_line(error.__traceback__, name)}: {error}", HINT) from None
    return filled if filled.endswith("\n") else filled + "\n"


def _kind(name: str) -> str:
    """Return "html", "markdown" or "text", by a file name's ending."""
    lower = name.lower()
    for ending in OWN_ENDINGS:
        lower = lower.removesuffix(ending)
    return "html" if lower.endswith(HTML_ENDINGS) else "markdown" if lower.endswith(MARKDOWN_ENDINGS) else "text"


def _environment(kind: str) -> Any:  # jinja2 is imported only where there is a template
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from factcheck.render.markdown import inline

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=kind == "html",
        finalize=_shown(inline if kind == "markdown" else printable),
        loader=FunctionLoader(_no_other),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=_day, share=phrases.share, number=_number, markdown=lambda text: inline(str(text)))
    return environment


def _no_other(name: str) -> str:
    raise ValueError(f"a template is one file; it cannot take in “{name}”")


def _shown(escape: Callable[[str], str]) -> Callable[[object], object]:
    """Return what makes a value ready to be shown: text escaped, what is marked safe as it is, None as nothing."""

    def show(value: object) -> object:
        if value is None:
            return ""
        return escape(value) if isinstance(value, str) and not hasattr(value, "__html__") else value

    return show


def _day(value: date | None) -> str:
    return phrases.day(value) if value is not None else "undated"


def _number(value: Decimal | int | float | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else phrases.digits(Decimal(str(value)))


def _line(trace: TracebackType | None, name: str) -> int:
    """Return the template's line in which an error arose, 1 where none is known."""
    found = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


# --- values -------------------------------------------------------------------------------------------------


def report_values(report: Report) -> Values:
    """Return what a template of `report` may use."""
    return {
        "title": report.title,
        "date": report.day,
        "database": report.database,
        "author": report.author,
        "url": report.url,
        "counts": {verdict.value: sum(check.verdict is verdict for check in report.checks) for verdict in Verdict},
        "tally": phrases.tally(report.checks),
        "pictures": [_picture(picture) for picture in share_of(report.checks)],
        "checks": [_check(number, check) for number, check in enumerate(report.checks, 1)],
        "sources": [{**jsonl.source_row_object(row), "title": phrases.row_title(row)} for row in report.sources],
    }


def _check(number: int, check: Check) -> Values:
    value: Values = dict(jsonl.check_object(check))
    value["number"] = number
    value["symbol"] = phrases.VERDICT_SYMBOLS[check.verdict]
    value["reasons"] = phrases.verdict_sentences(check)
    value["passages"] = [_passage(item, check) for item in check.evidence if phrases.is_shown(item)]
    value["pictures"] = [_picture(picture) for picture in pictures_of(number, check)]
    return value


def _passage(item: Evidence, check: Check) -> Values:
    value: Values = dict(jsonl.evidence_object(item))
    source = item.passage.source
    value["symbol"] = phrases.STANCE_SYMBOLS[item.judgement.stance]
    value["title"] = phrases.title(source)
    value["details"] = ", ".join(phrases.details(source))
    value["place"] = phrases.place(source)
    value["reasons"] = [phrases.sentence(reason) for reason in phrases.further_reasons(item, check)]
    value["comparisons"] = [_comparison(comparison) for comparison in item.judgement.comparisons]
    return value


def _comparison(comparison: Comparison) -> Values:
    source = comparison.source_figure
    value: Values = dict(jsonl.comparison_object(comparison))
    value["symbol"], value["relation"] = phrases.RELATION_WORDS[comparison.relation]
    value["claim"] = phrases.claimed(comparison)
    value["source"] = phrases.stated(comparison) if source else ""
    value["difference"] = phrases.difference(comparison)
    value["difference_percent"] = phrases.difference_percent(comparison)
    return value


def _picture(picture: Picture) -> Values:
    from markupsafe import Markup

    drawing = Markup(picture.inline())  # every word in it is escaped where it is drawn
    return {"name": picture.name, "title": picture.title, "description": picture.description, "svg": drawing}


def proof_values(proofs: Sequence[Proof]) -> Values:
    """Return what a template of `proofread` may use."""
    return {"drafts": [_draft(proof) for proof in proofs], "grades": dict(WORDS), "symbols": dict(SYMBOLS)}


def _draft(proof: Proof) -> Values:
    return {
        "path": proof.draft.path,
        "title": proof.draft.title or proof.draft.path,
        "published": proof.draft.published,
        "summary": dict(proof.summary()),
        "sentences": [_sentence(sentence) for sentence in marked_sentences(proof)],
    }


def _sentence(sentence: Marked) -> Values:
    item = sentence.item
    return {
        "number": sentence.number,
        "text": sentence.text,
        "kind": item.sentence.kind,
        "line": item.line,
        "column": item.column,
        "sort": item.sort.value,
        "grade": sentence.grade,
        "symbol": SYMBOLS[sentence.grade],
        "notes": [_note(note) for note in sentence.notes],
    }


def _note(note: Note) -> Values:
    return {
        "grade": note.grade,
        "word": WORDS[note.grade],
        "symbol": SYMBOLS[note.grade],
        "code": note.code,
        "message": phrases.sentence(note.message),
        "quotation": note.quotation,
        "difference": note.difference,
        "place": note.place,
        "source": jsonl.source_object(note.source) if note.source else None,
        "signed_off": note.signed_off,
    }
