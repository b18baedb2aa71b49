"""Figures: what numbers a text states, what they count or measure, and how they are bounded."""

from factcheck.figures.engine import extract_figures

__all__ = ["extract_figures"]
