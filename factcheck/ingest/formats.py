"""Which reader reads what: one line a format. The content decides; the suffix where the content does not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import MissingReaderError, UnknownFormatError
from factcheck.ingest import sniff

if TYPE_CHECKING:
    from factcheck.ingest.reading import Raw
    from factcheck.models import Document

    Reader = Callable[[Raw], Iterable[Document]]

ENTRY_POINTS = "factcheck.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is called in a message, where its reader lives, and by what it is known.

    `reader` is "module:function"; the function takes a `Raw` and yields documents. `extra` is the optional
    extra of the distribution without which the reader cannot be imported, `needs` what it imports. A file
    with the suffix of a binary format that holds text is read as text. `sniff.py` tells formats by content.
    """

    name: str
    title: str
    reader: str
    suffixes: tuple[str, ...]
    extra: str | None = None
    needs: tuple[str, ...] = ()
    is_binary: bool = False


_HERE = "factcheck.ingest."

FORMATS: tuple[Format, ...] = (
    Format("text", "plain text", _HERE + "text:read", (".txt", ".text")),
    Format("markdown", "Markdown", _HERE + "markdown:read", (".md", ".markdown", ".mdown", ".mkd")),
    Format("html", "a web page", _HERE + "webpage:read", (".html", ".htm", ".xhtml"), "html", ("trafilatura",)),
    Format("pdf", "a PDF", _HERE + "pdf:read", (".pdf",), "pdf", ("pypdf",), is_binary=True),
    Format("docx", "a Word document", _HERE + "docx:read", (".docx", ".docm"), is_binary=True),
    Format("odt", "an OpenDocument text", _HERE + "odt:read", (".odt",), is_binary=True),
    Format("epub", "an EPUB book", _HERE + "epub:read", (".epub",), is_binary=True),
    Format("rtf", "an RTF document", _HERE + "rtf:read", (".rtf",), "rtf", ("striprtf",)),
    Format("eml", "a mail", _HERE + "mail:read", (".eml",)),
    Format("mbox", "a mailbox", _HERE + "mail:read_mailbox", (".mbox", ".mbx")),
    Format("mhtml", "a saved web page", _HERE + "mail:read_saved_page", (".mhtml", ".mht"), "html", ("trafilatura",)),
    Format("csv", "a table of comma-separated values", _HERE + "tables:read", (".csv",)),
    Format("tsv", "a table of tab-separated values", _HERE + "tables:read", (".tsv", ".tab")),
    Format(
        "xlsx", "an Excel workbook", _HERE + "workbook:read", (".xlsx", ".xlsm"), "xlsx", ("openpyxl",), is_binary=True
    ),
    Format("jsonl", "JSON Lines", _HERE + "json_lines:read", (".jsonl", ".ndjson", ".json")),
    Format("srt", "subtitles", _HERE + "subtitles:read", (".srt",)),
    Format("vtt", "WebVTT subtitles", _HERE + "subtitles:read", (".vtt",)),
    Format("zip", "a ZIP archive", _HERE + "archive:read_zip", (".zip",), is_binary=True),
    Format("tar", "a tar archive", _HERE + "archive:read_tar", (".tar",), is_binary=True),
    Format("gzip", "a gzip file", _HERE + "archive:read_packed", (".gz", ".tgz"), is_binary=True),
    Format("bzip2", "a bzip2 file", _HERE + "archive:read_packed", (".bz2", ".tbz2"), is_binary=True),
    Format("xz", "an xz file", _HERE + "archive:read_packed", (".xz", ".txz"), is_binary=True),
)

_BY_NAME = {row.name: row for row in FORMATS}
_BY_SUFFIX = {suffix: row for row in FORMATS for suffix in row.suffixes}


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case, "" where it has none."""
    file = name.rpartition("/")[2]
    at = file.rfind(".")
    return file[at:].lower() if 0 < at < len(file) - 1 else ""


def has_reader(name: str) -> bool:
    """Tell whether a file of this name is read for its suffix."""
    return suffix_of(name) in _BY_SUFFIX


REMEDIES: Mapping[str, str] = {
    ".doc": ".docx", ".dot": ".docx", ".wpd": ".docx", ".wps": ".docx", ".pages": ".docx", ".fodt": ".odt",
    ".xls": ".xlsx", ".xlsb": ".xlsx", ".ods": ".xlsx", ".numbers": ".xlsx", ".dta": ".csv", ".sav": ".csv",
    ".ppt": ".pdf", ".pptx": ".pdf", ".odp": ".pdf", ".key": ".pdf", ".djvu": ".pdf", ".ps": ".pdf", ".xps": ".pdf",
    ".msg": ".eml", ".pst": ".mbox", ".mobi": ".epub", ".azw": ".epub", ".azw3": ".epub", ".fb2": ".epub",
    ".rar": ".zip", ".7z": ".zip", ".webarchive": ".html",
}  # fmt: skip
"""Suffixes of documents and archives that nobody here reads, each with the one to save or pack it as."""

_BY_HEAD = frozenset({"html", "pdf", "rtf", "mbox", "eml", "mhtml"})
"""Formats that a file with a suffix of nothing known is read as: any other may be a part of some program."""


def why_unknown(name: str, head: Callable[[], bytes]) -> str:
    """Return why a file met in a folder or an archive is not to be read, "" where there is a reader.

    The suffix decides. A file with another or none is read where its first bytes, which `head` gives, are those
    of a web page, a mailbox, a PDF and so on, but not where it may be any text: folders are full of Makefiles.
    """
    suffix = suffix_of(name)
    if suffix and (suffix in _BY_SUFFIX or suffix in _plugins_by_suffix()):
        return ""
    try:
        content = sniff.by_content(head())
    except OSError as error:
        return str(error)
    if content in (_BY_HEAD if suffix else _BY_NAME):
        return ""
    if not suffix:
        return "no reader for files without a suffix"
    if suffix in REMEDIES:
        if content == "zip":  # a .doc that Word wrote as .docx, a .ods that Excel did: reading it tells
            return ""
        return f"no reader for {suffix} files: save it as {REMEDIES[suffix]}"
    return f"no reader for {suffix} files" + (f" ({broken})" if (broken := _plugins()[1]) else "")


def head_of(path: Path) -> Callable[[], bytes]:
    """Return what reads the first bytes of a file."""

    def read() -> bytes:
        with path.open("rb") as file:
            return file.read(sniff.HEAD_BYTES)

    return read


def choose(name: str, data: bytes, hint: str = "") -> Format:
    """Return the format of a file, or raise UnknownFormatError saying what the file seems to be.

    `hint` is a suffix that stands in for that of the name.
    """
    suffix = hint or suffix_of(name)
    by_suffix = (_BY_SUFFIX.get(suffix) or _plugins_by_suffix().get(suffix)) if suffix else None
    content = sniff.by_content(data)
    if content in _BY_NAME and (by_suffix is None or sniff.outweighs(content, by_suffix.name)):
        return _BY_NAME[content]
    if content and content not in _BY_NAME and (by_suffix is None or by_suffix.name in _BY_NAME):
        raise UnknownFormatError(f"{name} is {content}, which cannot be read", sniff.HINTS.get(content, ""))
    if by_suffix is not None and (content or not by_suffix.is_binary or not sniff.is_text(data)):
        return by_suffix
    return _BY_NAME["text"]


def load_reader(chosen: Format, name: str) -> Reader:
    """Return the function that reads the format, or raise MissingReaderError naming the command to install it."""
    try:
        return _imported(chosen.reader, tuple(chosen.needs))
    except ImportError as error:
        install = f"pip install 'factcheck-cli[{chosen.extra}]'" if chosen.extra else "reinstall its plug-in"
        raise MissingReaderError(
            f"{name} is {chosen.title}, and reading it needs {error.name or chosen.title}, which is not installed",
            f"run: {install}",
        ) from None


@cache
def _imported(reader: str, needs: tuple[str, ...]) -> Reader:
    """Return the function at "module:function", imported after what it needs."""
    for needed in needs:
        import_module(needed)
    module_name, _, function = reader.partition(":")
    found: Reader = getattr(import_module(module_name), function)
    return found


def _plugins_by_suffix() -> Mapping[str, Format]:
    """Return the formats that installed plug-ins add; looked up only for a suffix that nobody here reads."""
    return _plugins()[0]


@cache
def _plugins() -> tuple[Mapping[str, Format], str]:
    """Return the plug-ins' formats by suffix, and what is wrong with those that cannot be used."""
    from importlib.metadata import entry_points

    found: dict[str, Format] = {}
    broken: list[str] = []
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name):
        try:
            added = entry.load()
        except Exception as error:  # whatever a package of somebody else's does when imported
            broken.append(f"the plug-in {entry.name} cannot be loaded: {error}")
            continue
        if isinstance(added, Format):
            found.update((suffix.lower(), added) for suffix in added.suffixes)
        else:
            broken.append(f"the plug-in {entry.name} ({entry.value}) is no factcheck.ingest.formats.Format")
    return found, "; ".join(broken)
