"""Check claims against the sources you give, offline: passages, figures, verdicts.

The names below are loaded when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.compare import compare_figures
    from factcheck.figures import extract_figures
    from factcheck.figures.labels import extract_labels
    from factcheck.library import Library
    from factcheck.stance import judge

__version__ = "0.1.0"
__all__ = ["Library", "compare_figures", "extract_figures", "extract_labels", "judge"]

_ROOMS = {
    "Library": "factcheck.library",
    "compare_figures": "factcheck.compare",
    "extract_figures": "factcheck.figures",
    "extract_labels": "factcheck.figures.labels",
    "judge": "factcheck.stance",
}


def __getattr__(name: str) -> object:
    """Load a public name from its room on first use (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value
