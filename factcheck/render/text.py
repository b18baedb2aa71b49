"""Text of strangers made safe to show: no control, escape or direction character reaches a terminal."""

from __future__ import annotations

from unicodedata import category, combining, decomposition, east_asian_width, normalize

REPLACEMENT = "\ufffd"
# Joiners that scripts and emoji need, the soft hyphen, variation selectors: not printable to Python, harmless here.
HARMLESS = frozenset("\u00ad\u200c\u200d\ufe0e\ufe0f")

# What an encoding without these characters shows instead.
NEAR = {
    "£": "GBP ", "€": "EUR ", "¥": "JPY ", "₹": "INR ", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-", "→": "->", "×": "x",
    "≈": "~", "≠": "!=", "≤": "<=", "≥": ">=", "±": "+/-", "✓": "+", "✗": "x", "½": "1/2", "¼": "1/4", "¾": "3/4",
    "°": " deg", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe",
}  # fmt: skip


def near_ascii(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by something near it: an error handler for `codecs.register_error`.

    "£4.5bn" on an ASCII terminal is "GBP 4.5bn", not "?4.5bn"; letters lose their marks; the rest is "?".
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_near, error.object[error.start : error.end])), error.end


def _near(character: str) -> str:
    if character in NEAR:
        return NEAR[character]
    bare = normalize("NFKD", character).encode("ascii", "ignore").decode() if decomposition(character) else ""
    return bare or "?"


def printable(text: str) -> str:
    """Return the text with everything that could steer a terminal replaced, code point for code point.

    The length stays the same, so that spans into the text hold. Line ends and tabs become spaces; controls,
    escapes, marks that turn the direction of writing and lone surrogates become the replacement character.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _substitute(character) for character in text)


def _substitute(character: str) -> str:
    if category(character) == "Zs" or character in HARMLESS:
        return character
    return " " if character.isspace() else REPLACEMENT


def one_line(text: str) -> str:
    """Return the text on one line, printable, each run of white space as one space."""
    return " ".join(printable(text).split())


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes: wide characters two, marks above letters none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if combining(character) or character in HARMLESS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
