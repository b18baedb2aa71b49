"""Damage good files of every format at random, and read them: `python tests/ingest_fuzz.py --seconds 600 pdf html`.

Every reader has to give documents or raise SourceError, within ten seconds and a gigabyte. The tests run a few
rounds of this; a round of ten minutes each is for the eve of a release.
"""

# ruff: noqa: E501 (a row of a table is one line)

from __future__ import annotations

import argparse
import copy
import gzip
import io
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import ingest_files as make

from factcheck.errors import SourceError
from factcheck.ingest import read_data
from factcheck.models import Document

SECONDS = 10.0
MEGABYTES = 1_000.0
STATUS = Path("/proc/self/status")

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Walls | The Test</title>
<meta property="article:published_time" content="2024-11-05T08:00Z"><script type="application/ld+json">
{"@type":"NewsArticle","headline":"Walls","datePublished":"2024-11-05","author":[{"name":"Jane Doe"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Walls to cost £45m</h1>
<p>The council will spend £45 million on new walls along the river after 1,250 homes were flooded last winter.</p>
<table><tr><th>Wall</th><th>Cost</th></tr><tr><td>North</td><td>£20m</td></tr></table><blockquote><p>"Yes."</p></blockquote>
<p>Work on the first of three walls is due to begin in March and should be finished within 18 months &amp; a day.</p>
</article><footer>Call 0800 123</footer></body></html>"""
MARKDOWN = "---\ntitle: 'A plan'\nauthors: [a, b]\ndate: 2024-12-18\n---\n# A\n\n- x\n  y\n> q\n\n|a|b|\n|-|-|\n|1|2|\n\n```\nc\n```\n"
TEXT = "Title: A\nDate: 2024\n\nA plan\nBy Jane Doe, Editor | 18 December 2024\n\nLONDON, 18 Dec 2024 — Words of a text.\n- x\n> y\n"
RTF = r"{\rtf1\ansi{\info{\title The wall}{\creatim\yr2024\mo1\dy2}}{\fonttbl{\f0 Arial;}}\f0 caf\'e9 \u8211? x\par\trowd A\cell B\cell\row}"
SRT = "1\n00:00:01,000 --> 00:00:03,000\nJANE: <i>The</i> walls\n\n2\n00:00:03,100 --> 00:00:05,000\n[music] fell.\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Jane>The walls &amp; gates\n"
CSV = 'Town,Population,"Share; x"\nLeeds,"812,000",4.1%\n"York\nnorth",202000,\n'
JSONL = '{"title": "A", "text": "One \\u00e9.", "author": ["x"]}\n[{"text": "y"}]\n{"a": {"b": "c"}}\n'
MAIL = (
    "From: Jane <j@test.example>\nSubject: =?utf-8?q?W=C2=A3?=\nDate: Wed, 18 Dec 2024 23:30:00 -0500\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; charset=x\n\nWords.\n--B\n'
    'Content-Type: text/html\n\n<p>Words</p>\n--B\nContent-Disposition: attachment; filename="a.csv"\n\na,b\n1,2\n--B--\n'
)
WORD = (
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p><w:p><w:r><w:t>The sum</w:t><w:tab/>'
    '<w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)
ODT = (
    "<text:h text:outline-level='2'>Costs</text:h><text:p>The<text:s/>sum<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell "
    "table:number-columns-repeated='3'><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
)
PDF = make.pdf(
    [
        [
            (50, 780, 18, "Walls to cost £45m"),
            *make.column(50, 740, ["The council will spend", "£45 million on inter-", "national walls."]),
        ]
    ]
    * 2,
    "/Title (Walls) /CreationDate (D:20240102030405Z)",
)

Damage = Callable[[bytes], bytes]


def _plain(text: str) -> Callable[[Damage], bytes]:
    return lambda damage: damage(text.encode())


def _xml(text: str, build: Callable[[str], bytes]) -> Callable[[Damage], bytes]:
    """Damage the XML inside a package: its packing would otherwise be all that is ever damaged.

    It gets a root that declares its prefixes, so that its elements can be damaged too, and loses it again.
    """
    prefixes = sorted(set(re.findall(r"[< ](\w+):", text)))
    for prefix in prefixes:
        ElementTree.register_namespace(prefix, f"urn:{prefix}")
    declared = "".join(f' xmlns:{prefix}="urn:{prefix}"' for prefix in prefixes)
    whole = f"<root{declared}>{text}</root>".encode()
    return lambda damage: build(_ROOT.sub("", damage(whole).decode("utf-8", "replace")))


_ROOT = re.compile(r"\A<root[^<>]*>|</root>\Z")


SAMPLES: dict[str, Callable[[Damage], bytes]] = {
    "txt": _plain(TEXT),
    "md": _plain(MARKDOWN),
    "html": _plain(PAGE),
    "rtf": _plain(RTF),
    "srt": _plain(SRT),
    "vtt": _plain(VTT),
    "csv": _plain(CSV),
    "tsv": _plain(CSV.replace(",", "\t")),
    "jsonl": _plain(JSONL),
    "json": _plain("[" + JSONL.split("\n")[0] + "]"),
    "eml": _plain(MAIL),
    "mbox": _plain("From a b\n" + MAIL + "\nFrom a b\n" + MAIL),
    "mhtml": _plain(MAIL.replace("mixed", "related")),
    "pdf": lambda damage: damage(PDF),
    "docx": _xml(WORD, lambda body: make.docx(body, styles=make.STYLES)),
    "odt": _xml(ODT, make.odt),
    "epub": _xml(
        "<h1>One</h1><p>The first &amp; last.</p>", lambda body: make.epub({"one": body}, "<dc:title>T</dc:title>")
    ),
    "zip": lambda damage: damage(
        make.zipped({"a.txt": TEXT, "b/c.md": MARKDOWN, "d.zip": make.zipped({"e.csv": CSV})})
    ),
    "tar": lambda damage: damage(make.tarred({"a.txt": TEXT.encode(), "b/c.md": MARKDOWN.encode()})),
    "tgz": lambda damage: _packed(make.tarred({"a.txt": TEXT.encode(), "b/c.md": MARKDOWN.encode()}), damage),
    "gz": lambda damage: _packed(TEXT.encode(), damage),
}
NEEDS = {"html": "trafilatura", "mhtml": "trafilatura", "rtf": "striprtf", "pdf": "pypdf", "xlsx": "openpyxl"}
if "openpyxl" in sys.modules or __import__("importlib.util").util.find_spec("openpyxl"):
    BOOK = make.xlsx({"Towns": [["Town", "Share"], ["Leeds", 0.041]]}, {"B2": "0.0%"})
    SAMPLES["xlsx"] = lambda damage: _repacked(BOOK, damage)


def _packed(good: bytes, damage: Damage) -> bytes:
    """Return a gzip file with what it holds damaged, every fourth with its packing damaged, which its sum tells."""
    inner = damage(good)
    packed = gzip.compress(inner, mtime=0)
    return damage(packed) if sum(inner) % 4 == 0 else packed


def _repacked(book: bytes, damage: Damage) -> bytes:
    """Return a workbook with its sheet damaged."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = damage(parts["xl/worksheets/sheet1.xml"])
    return make.zipped(parts)


def damaged(data: bytes, random_: random.Random) -> bytes:
    """Return the bytes with a few of them changed, cut, doubled, moved or put in from a list of bad ones.

    Of XML now the bytes and now the elements are damaged: most of what is no longer XML is refused at once.
    """
    if data.lstrip()[:1] == b"<" and random_.random() < 0.5:
        try:
            return _reshaped(ElementTree.fromstring(data), random_)
        except ElementTree.ParseError:
            pass
    bad = [
        b"\x00",
        b"\xff",
        b"<",
        b">",
        b'"',
        b"'",
        b"-",
        b"9" * 30,
        b"-1",
        b"\n",
        b"\r",
        b"(",
        b")",
        b"[",
        b"]",
        b"{",
        b"}",
    ]
    bad += [
        "\u202e".encode(),
        "\ud83d".encode("utf-8", "surrogatepass"),
        b"&#xD800;",
        b"<" * 50,
        b"%s%n",
        b"\x1b[31m",
        b"\xed\xa0\x80",
    ]
    result = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 4, 16))):
        at = random_.randrange(len(result) + 1)
        length = random_.choice((1, 1, 2, 8, 64))
        kind = random_.randrange(6)
        if kind == 0 and at < len(result):
            result[at] = random_.randrange(256)
        elif kind == 1:
            del result[at : at + length]
        elif kind == 2:
            result[at:at] = result[at : at + length] * random_.choice((1, 2, 50))
        elif kind == 3:
            result[at:at] = random_.choice(bad)
        elif kind == 4:
            piece = result[at : at + length]
            del result[at : at + length]
            to = random_.randrange(len(result) + 1)
            result[to:to] = piece
        else:
            result[at : at + length] = random_.choice(bad)
    return bytes(result[: random_.randrange(len(result) + 1)] if random_.random() < 0.1 else result)


_VALUES = ("", "0", "-1", "9" * 30, "1e999", "NaN", "A1:XFD1048576", "../../x", "#", "true", "\u202e", "x" * 1_000)


def _reshaped(root: ElementTree.Element, random_: random.Random) -> bytes:
    """Return XML with elements taken out, doubled, nested or moved, and attributes and texts changed."""
    for _ in range(random_.choice((1, 2, 4, 16))):
        every = list(root.iter())
        parent, other = random_.choice(every), random_.choice(every)
        kind = random_.randrange(6)
        if kind == 0 and len(parent):
            del parent[random_.randrange(len(parent))]
        elif kind == 1 and len(parent):
            inner = random_.choice(parent)
            if sum(1 for _ in inner.iter()) < 100:
                parent.extend(copy.deepcopy(inner) for _ in range(random_.choice((1, 20))))  # none of them shared
        elif kind == 2 and other.attrib:
            other.set(random_.choice(sorted(other.attrib)), random_.choice(_VALUES))
        elif kind == 3 and other.attrib:
            del other.attrib[random_.choice(sorted(other.attrib))]
        elif kind == 4:
            other.text = random_.choice(_VALUES)
        elif len(every) < 5_000 and sum(1 for _ in other.iter()) < 500:
            parent.insert(random_.randrange(len(parent) + 1), copy.deepcopy(other))
    return ElementTree.tostring(root)


def of_folder(folder: Path) -> dict[str, Callable[[Damage], bytes]]:
    """Return samples that are files, by name; of those that are ZIP packages now the whole and now one part is damaged."""
    return {path.name: _of_file(path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()}


def _of_file(good: bytes) -> Callable[[Damage], bytes]:
    if not good.startswith(b"PK"):
        return lambda damage: damage(good)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name in parts if name.endswith((".xml", ".xhtml", ".html", ".rels", ".opf"))]

    def sample(damage: Damage) -> bytes:
        whole = damage(good)
        if not texts or sum(whole) % 4 == 0:
            return whole
        name = texts[sum(whole) // 4 % len(texts)]
        return make.zipped({**parts, name: damage(parts[name])})

    return sample


def try_one(name: str, seed: int) -> tuple[Document, ...] | SourceError:
    """Damage a file of a format and read it; anything but documents and SourceError is a bug, and is raised."""
    random_ = random.Random(f"{name} {seed}")
    data = SAMPLES[name](lambda good: damaged(good, random_))
    return check(name if "." in name else f"a.{name}", data)


def check(name: str, data: bytes) -> tuple[Document, ...] | SourceError:
    """Read a file and hold what comes of it against what every reader promises."""
    try:
        documents = read_data(name, data).documents
    except SourceError as error:
        return error
    for document in documents:
        assert document.text.encode("utf-8"), "text that cannot be stored"
        at = 0
        for block in document.blocks:
            assert at <= block.start < block.end <= len(document.text), "blocks out of order"
            at = block.end
        for part in (document.title, document.author, document.path, *document.notes):
            assert part is None or part.encode("utf-8")
    return documents


class Hang(BaseException):
    """A file took longer than it may; no Exception, which readers turn into an error of theirs."""


def main() -> int:
    """Run the formats named for some seconds each; say how many files were read and refused, the slowest, the memory.

    A finding is told with its seed, and the run goes on. The status is 1 where there was one.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("formats", nargs="*", help="formats, or names of files in --samples; default: all")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--samples", type=Path, help="a folder of good files to damage as well")
    arguments = parser.parse_args()
    if arguments.samples:
        SAMPLES.update(of_folder(arguments.samples))
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _give_up)
    found = sum(_run(name, arguments.seconds, arguments.seed) for name in arguments.formats or list(SAMPLES))
    return 1 if found else 0


def _give_up(number: int, frame: object) -> None:
    raise Hang(f"longer than {SECONDS:g} seconds")


def _run(name: str, seconds: float, first: int) -> int:
    """Fuzz one format and return how many findings there were."""
    end = time.monotonic() + seconds
    seed, read, found, slowest = first, 0, 0, (0.0, 0)
    while time.monotonic() < end:
        start = time.monotonic()
        if hasattr(signal, "SIGALRM"):
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            read += not isinstance(try_one(name, seed), SourceError)
            assert _memory() < MEGABYTES, f"{_memory():,.0f} MB"
        except (Exception, Hang):
            found += 1
            print(f"{name}: seed {seed}\n{traceback.format_exc()}", flush=True)
            if _memory() >= MEGABYTES:  # the mark stays where it is: the rest of the run would be all findings
                break
        slowest = max(slowest, (time.monotonic() - start, seed))
        seed += 1
    if hasattr(signal, "SIGALRM"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    files = f"{seed - first:9,} files, {read:9,} read, {found} findings"
    print(f"{name:6} {files}, slowest {slowest[0]:.3f} s (seed {slowest[1]}), {_memory():,.0f} MB", flush=True)
    return found


def _memory() -> float:
    """Return the most memory this process has had, in megabytes, 0 where the system does not say."""
    if not STATUS.exists():
        return 0.0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    sys.exit(main())
