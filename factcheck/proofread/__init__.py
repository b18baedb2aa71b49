"""A draft in, its alerts out: every checkable sentence, figure and quotation held against sources and itself."""

from __future__ import annotations

from factcheck.proofread.draft import Draft, read_draft
from factcheck.proofread.report import CheckedSentence, Proof, Sort
from factcheck.proofread.run import narrowed, proofread_draft
from factcheck.proofread.sources import NoSources, Sources

__all__ = [
    "CheckedSentence",
    "Draft",
    "NoSources",
    "Proof",
    "Sort",
    "Sources",
    "narrowed",
    "proofread_draft",
    "read_draft",
]
