"""Figures: what numbers a text states, what they count or measure, and how they are bounded."""

from factcheck.figures.engine import extract_figures
from factcheck.figures.labels import extract_labels

__all__ = ["extract_figures", "extract_labels"]
