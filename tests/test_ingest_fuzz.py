"""Damaged files give documents or SourceError, whatever the format; `ingest_fuzz.py` does the same for longer."""

from __future__ import annotations

import ingest_fuzz as fuzz
import pytest

ROUNDS = 60


@pytest.mark.parametrize("name", sorted(fuzz.SAMPLES))
def test_damaged_files(name: str) -> None:
    if name in fuzz.NEEDS:
        pytest.importorskip(fuzz.NEEDS[name], reason=f"the extra for {name} is not installed")
    for seed in range(ROUNDS):
        fuzz.try_one(name, seed)


@pytest.mark.parametrize("name", sorted(fuzz.SAMPLES))
def test_files_that_are_whole_are_read(name: str) -> None:
    if name in fuzz.NEEDS:
        pytest.importorskip(fuzz.NEEDS[name], reason=f"the extra for {name} is not installed")
    assert fuzz.read_data(f"a.{name}", fuzz.SAMPLES[name](lambda good: good)).documents
