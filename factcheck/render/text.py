"""Text of strangers made safe to show: no control, escape or direction character reaches a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """Return the text with everything that could steer a terminal replaced, code point for code point.

    The length stays the same, so that spans into the text hold. Line ends and tabs become spaces.
    """
    raise NotImplementedError
