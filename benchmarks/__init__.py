"""Measurements: ratios within one run, never absolute times that a test would hold."""
