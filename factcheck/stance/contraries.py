"""What surely contradicts, however little else of the claim the passage holds, and whatever its figures."""

from __future__ import annotations

from factcheck.stance.denials import is_denied
from factcheck.stance.doers import another_doer
from factcheck.stance.features import SideBySide


def contrary(pair: SideBySide) -> str:
    """Return in words what the passage says to the contrary of the claim, an empty string where that is not sure."""
    doer = another_doer(pair)
    if doer is not None:
        return f"the source says this of {doer[1]}, not of {doer[0]}"
    return "one of the two says “not” where the other does not" if is_denied(pair) else ""
