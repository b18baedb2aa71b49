"""Text of strangers made safe to show: no control, escape or direction character reaches a terminal."""

from __future__ import annotations

from unicodedata import category, combining, decomposition, east_asian_width, normalize

REPLACEMENT = "\ufffd"
# Joiners that scripts and emoji need, the soft hyphen, variation selectors: not printable to Python, harmless here.
HARMLESS = frozenset("\u00ad\u200c\u200d\ufe0e\ufe0f")

# What an encoding without these characters shows instead; no double quotation mark, which would end a JSON string.
NEAR = {
    "£": "GBP ", "€": "EUR ", "¥": "JPY ", "₹": "INR ", "“": "'", "”": "'", "„": "'", "«": "'", "»": "'",
    "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-", "→": "->", "×": "x",
    "≈": "~", "≠": "!=", "≤": "<=", "≥": ">=", "±": "+/-", "✓": "+", "✗": "x", "⁄": "/",
    "°": " deg", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe",
}  # fmt: skip
# What a character that is written otherwise stands behind: "10½" is not 101/2, and "10⁵" not 105.
_BEHIND = {"<fraction>": " ", "<super>": "^"}


def near_ascii(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by something near it: an error handler for `codecs.register_error`.

    "£4.5bn" on an ASCII terminal is "GBP 4.5bn", not "?4.5bn"; letters lose their marks; the rest is "?". What comes
    out is never a quotation mark, a backslash or a control, so that JSON and tables stay whole.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    near = (_near(error.object[at], error.object[at - 1 : at]) for at in range(error.start, error.end))
    return "".join(near), error.end


def _near(character: str, before: str) -> str:
    """Return what is shown of a character that stands after another."""
    if character in NEAR:
        return NEAR[character]
    if combining(character):
        return ""
    form, _, _ = decomposition(character).partition(" ")
    parts = (NEAR.get(part, part) for part in normalize("NFKD", character) if not combining(part))
    bare = "".join(parts) if form else ""
    if not (bare.isascii() and bare.replace("/", "").isalnum()):
        return "?"
    return _BEHIND.get(form, "") + bare if before.isdigit() else bare


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
