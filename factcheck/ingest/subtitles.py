"""Transcripts with time codes, SRT and WebVTT: cues joined to whole sentences, the time and the speaker kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.ingest.decode import decode
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.reading import Raw
from factcheck.models import Document

PAUSE_SECONDS = 4.0
"""A longer silence parts two paragraphs."""
MAX_WORDS = 60
"""Captions made by a machine have no full stops: a paragraph ends after this many words anyway."""

_CLOCK = r"((?:\d+:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?)"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*--?>\s*{_CLOCK}(?!\S)")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?\s{1,9}([^>]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z\d][^>]{0,300}>|\{\\[^}]{0,300}\}")
_SOUND = re.compile(r"[\[(♪][^\])]{0,200}[\])♪]|♪")
_SPEAKER = re.compile(r"(?:>>|-)?\s*((?:[A-Z][\w.'’-]{0,40}+\s?){1,4}+(?:\([^)]{0,80}\))?):\s+(?=\S)")
_NEW_VOICE = re.compile(r"(?:>>|[-–—])\s+")


@dataclass(slots=True)
class _Part:
    """What one voice says without a pause."""

    start: str
    end: float
    speaker: str | None
    words: list[str]


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a transcript; the position of a block is the time at which it starts."""
    text, notes = decode(raw.data, raw.name)
    layout = Layout()
    for part in _parts(text):
        layout.add(" ".join(part.words), position=part.start, speaker=part.speaker)
    broken = sum(1 for line in text.split("\n") if "-->" in line and not _TIMES.match(line))
    if broken:
        told = "1 time code" if broken == 1 else f"{broken:,} time codes"
        notes += (f"{told} could not be read: what stands below is left out or joined to what is above",)
    name = "vtt" if text.startswith("WEBVTT") else "srt"
    document = finish(raw, layout, name, Metadata(), notes, may_have_title=False)
    if document:
        yield document


def _parts(text: str) -> Iterator[_Part]:
    part: _Part | None = None
    last = ""
    for start, end, lines in _cues(text):
        for line in lines:
            speaker, words = _said(line)
            if not words or words == last:  # rolling captions repeat the line above
                continue
            last = words
            if part and _is_over(part, start, speaker):
                yield part
                part = None
            if part is None:
                part = _Part(_clock(start), end, speaker, [])
            part.words.append(words)
            part.end = end
    if part:
        yield part


def _is_over(part: _Part, start: float, speaker: str | None) -> bool:
    said = part.words[-1]
    if speaker is not None and speaker != part.speaker:
        return True
    if start - part.end > PAUSE_SECONDS:
        return True
    count = sum(len(words.split()) for words in part.words)
    return count >= MAX_WORDS or said.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Yield start and end in seconds and the lines of each cue."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        times = _TIMES.match(lines[at])
        at += 1
        if not times:
            continue
        said = []
        while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
            said.append(lines[at])
            at += 1
        if at < len(lines) and _TIMES.match(lines[at]) and said and said[-1].strip().isdigit():
            said.pop()  # the number of the next cue, where no blank line parts the two
        yield _seconds(times[1]), _seconds(times[2]), said


def _said(line: str) -> tuple[str | None, str]:
    """Return the speaker, None where the line names none, and what is said."""
    voice = _VOICE.search(line)
    words = squeeze(html.unescape(_SOUND.sub(" ", _TAG.sub("", line))))
    if voice:
        return squeeze(voice[1]), words
    named = _SPEAKER.match(words)
    if named:
        return squeeze(named[1]), words[named.end() :]
    new_voice = _NEW_VOICE.match(words)
    return ("", words[new_voice.end() :]) if new_voice else (None, words)


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
