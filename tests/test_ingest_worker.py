"""Reading in a process of its own: a file that crashes or hangs its reader costs that file and no other."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import ingest_files as make
import pytest

from factcheck.errors import SourceError, UnknownFormatError
from factcheck.ingest import read_data, worker

WORD = make.docx(make.word_paragraph("The wall cost £45 million."))


def test_it_reads_what_is_read_at_hand() -> None:
    archive = make.zipped({"a.txt": "Text.", "photo.jpg": "x"})
    with worker.Reader() as reader:
        for name, data in (("a.docx", WORD), ("a.zip", archive), ("a.txt", b"Text.")):
            assert reader.read_data(name, data) == read_data(name, data)


def test_errors_come_back_whole() -> None:
    with worker.Reader() as reader:
        with pytest.raises(SourceError, match=r"a\.docx is damaged"):
            reader.read_data("a.docx", make.zipped({"[Content_Types].xml": "", "word/document.xml": "<broken"})[:-30])
        with pytest.raises(UnknownFormatError, match="is an image") as caught:
            reader.read_data("a.png", b"\x89PNG\r\n\x1a\n")
        assert caught.value.hint
        assert reader.read_data("a.docx", WORD).documents


def test_text_needs_no_process() -> None:
    with worker.Reader() as reader:
        reader.read_data("a.txt", b"Text.")
        assert reader._process is None


@pytest.mark.skipif(os.name != "posix", reason="needs signals as POSIX has them")
def test_a_crash_is_an_error_and_the_next_file_is_read() -> None:
    with worker.Reader() as reader:
        reader.read_data("a.docx", WORD)
        assert reader._process is not None
        os.kill(reader._process.pid, signal.SIGSTOP)
        started = reader._process.pid
        reader._seconds = 0.2
        with pytest.raises(SourceError, match=r"a\.docx took longer than 0\.2 seconds"):
            reader.read_data("a.docx", WORD)
        reader._seconds = 30
        assert reader.read_data("a.docx", WORD).documents
        assert reader._process.pid != started


@pytest.mark.skipif(os.name != "posix", reason="needs signals as POSIX has them")
def test_a_process_that_dies_before_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_START", "import sys, os; sys.stdin.buffer.read(10); os.abort()")
    with worker.Reader() as reader, pytest.raises(SourceError, match=r"a\.docx made its reader crash"):
        reader.read_data("a.docx", WORD)


def test_what_a_parser_prints_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    serve = worker._START.replace("import serve; serve()", "import serve, read_data as old")
    serve += (
        "; import os, factcheck.ingest.worker as w"
        "; w.read_data = lambda *a, **k: (print('noise'), os.write(1, b'noise'), old(*a, **k))[2]; serve()"
    )
    monkeypatch.setattr(worker, "_START", serve)
    with worker.Reader() as reader:
        assert reader.read_data("a.docx", WORD).documents


@pytest.mark.skipif(not Path("/proc").exists(), reason="the limit is one of Linux")
def test_memory_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    serve = worker._START.replace("import serve; serve()", "import serve")
    serve += "; import factcheck.ingest.worker as w; w.read_data = lambda *a, **k: bytearray(4_000_000_000); serve()"
    monkeypatch.setattr(worker, "_START", serve)
    with worker.Reader() as reader, pytest.raises(SourceError, match="crash"):
        reader.read_data("a.docx", WORD)


def test_no_process_is_left_behind() -> None:
    with worker.Reader() as reader:
        reader.read_data("a.docx", WORD)
        process = reader._process
    assert process is not None and process.poll() is not None
