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


N = 50_000
CUE = "1\n00:00:01,000 --> 00:00:03,000\n"
LONG = {  # text on which a pattern that goes back over what it has read takes minutes
    "heading.md": "# a" + " " * N + "b\n\nwords",
    "comment.md": "words\n\n" + "<!--\n" * N,
    "table.md": "|" + "-" * N + "x\n",
    "comments.txt": "<!---->" * 585 + "words",
    "byline.txt": "Title\nBy " + "A A " * 28 + "x1\n\nWords here\n",
    "wrapped.txt": ("word " * 12 + "\n") * N,
    "speaker.srt": CUE + "A" * N + "\n",
    "sound.srt": CUE + "(" * N + "\n",
    "tag.srt": CUE + "<a" * N + "\n",
    "voice.vtt": "WEBVTT\n\n" + CUE + "<v " * N + "x\n",
    "number.csv": "1" * N + "x,a\n2,3\n",
    "subject.eml": "From: a\nTo: b\nSubject: " + "=?utf-8?q?=41?= " * 2_000 + "\n\nwords",
}


@pytest.mark.parametrize("name", LONG)
def test_long_files_are_read_in_time_to_their_length(name: str) -> None:
    assert fuzz.read_data(name, LONG[name].encode()).documents
