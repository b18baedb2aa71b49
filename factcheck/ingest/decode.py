"""Bytes to text: Unicode where it is Unicode, detection with a note where it is not, a refusal where it is no text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from factcheck.errors import SourceError

SAMPLE_BYTES = 65_536
FEW_CONTROLS = 3
"""So many control characters may stand in a text that is ever so short."""
MAX_LINES = 2_000_000
"""A line takes up to 500 bytes of memory beside its text: files of more and shorter lines would take gigabytes."""

_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark starts with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What news text in windows-1252 holds beside ASCII: £ € © ® ° § quotation marks, dashes, the dots, fractions, letters.
_WESTERN = frozenset("£€©®°§·«»“”‘’–—…•™½¼¾²³×  ¡¿ªºŒœŠšŽžŸ") | {chr(code) for code in range(0xC0, 0x100)}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with line ends as "\\n", and notes on what was guessed or replaced.

    Raises SourceError for what is no text, or of too many lines. Nothing else is changed, so lines and columns are
    those of the file.
    """
    text, encoding, certain, strays = _decode(data, name)
    notes = [] if certain else [f"read as {encoding}: the file does not say how it is encoded"]
    notes += _notes_on(text, strays, lost=encoding == "utf-8")
    text = text.replace("\x00", " ")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise SourceError(f"{name} has more than {MAX_LINES:,} lines", "split it into parts")
    return text, tuple(notes)


def mixed_utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return text that says it is UTF-8 and is not all of it, NUL characters as spaces, with notes as `decode` has."""
    text, strays = _mixed(data)
    return text.replace("\x00", " "), tuple(_notes_on(text, strays, lost=True))


def _notes_on(text: str, strays: int, *, lost: bool) -> Iterator[str]:
    if strays:
        yield f"{_characters(strays)} read as windows-1252, the rest as utf-8"
    if nothing := text.count("\x00"):
        yield f"{_characters(nothing, 'NUL ')} read as {'a space' if nothing == 1 else 'spaces'}"
    if lost and (broken := text.count("\ufffd")):
        yield f"{_characters(broken)} could not be decoded"


def _characters(count: int, kind: str = "") -> str:
    return f"1 {kind}character" if count == 1 else f"{count:,} {kind}characters"


def _decode(data: bytes, name: str) -> tuple[str, str, bool, int]:
    """Return text, encoding, whether the encoding is certain, and how many characters are in another one."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, True, 0
    sample = data[:SAMPLE_BYTES]
    wide = _unmarked_utf16(sample)
    if wide:
        return data.decode(wide, "replace"), wide, False, 0
    if is_binary(sample):
        raise SourceError(f"{name} is not text", "save it as text, or in a format that `factcheck index --help` lists")
    try:
        return data.decode("utf-8"), "utf-8", True, 0
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(sample):
        text, strays = _mixed(data)
        return text, "utf-8", True, strays
    if _is_western(sample):
        return data.decode("cp1252", "replace"), "windows-1252", False, 0
    encoding = _detected(sample)
    return data.decode(encoding, "replace"), encoding, False, 0


_STRAY = re.compile("(?P<before>[A-Za-z]?)(?P<bytes>[\udc80-\udcff]+)(?=(?P<behind>[A-Za-z]?))")


def _mixed(data: bytes) -> tuple[str, int]:
    """Return UTF-8 in which some characters are of windows-1252, as texts pasted together have it, and their number.

    What may be a part of a sequence that was cut off, and a letter that stands beside none, becomes U+FFFD.
    """
    strays = 0

    def mended(found: re.Match[str]) -> str:
        nonlocal strays
        bytes_ = found["bytes"].encode("utf-8", "surrogateescape")
        is_cut = bytes_[0] >= 0xC0 and (len(bytes_) > 1 or not (found["before"] or found["behind"]))
        read = "\ufffd" * len(bytes_) if is_cut else bytes_.decode("cp1252", "replace")
        read = "".join(sign if sign in _WESTERN else "\ufffd" for sign in read)
        strays += len(read) - read.count("\ufffd")
        return found["before"] + read

    return _STRAY.sub(mended, data.decode("utf-8", "surrogateescape")), strays


def is_binary(sample: bytes) -> bool:
    """Whether more than one byte in fifty, and more than a few, is a control character that no text holds."""
    return len(sample) - len(sample.translate(None, _CONTROL)) > max(FEW_CONTROLS, len(sample) / 50)


def _unmarked_utf16(sample: bytes) -> str:
    """Return the byte order where every other byte is mostly zero, as Western text in UTF-16 has it, else ""."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 8:
        return ""
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return ""


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether valid sequences of several bytes outnumber the bytes that are none by ten to one.

    A few are enough where the others all are characters of windows-1252: by chance these make no valid sequence.
    """
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if ord(character) > 127) - broken
    if whole >= 10 * broken:
        return True
    mended, strays = _mixed(sample)
    return whole >= 2 and strays <= 3 * whole and "\ufffd" not in mended


def _is_western(sample: bytes) -> bool:
    """Whether the text reads as windows-1252: little beside ASCII, and that of the kind that news text has.

    A detector by statistics takes "£4.5bn" and a pair of curly quotes for Polish or Chinese as often as not.
    """
    try:
        others = [character for character in sample.decode("cp1252") if ord(character) > 127]
    except UnicodeDecodeError:
        return False
    return len(others) < 0.25 * len(sample) and all(character in _WESTERN for character in others)


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # 40 ms: only for the rare file that needs it

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


_SURROGATES = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Return the text with halves of surrogate pairs as U+FFFD, as JSON and HTML may hold and UTF-8 may not."""
    return _SURROGATES.sub("\ufffd", text) if not text.isascii() else text
