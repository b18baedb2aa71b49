"""The first room: files, folders, archives and addresses in, documents with their provenance out.

    for found in find_sources(["articles/"]):
        for document in read_source(found):
            ...

`read` tells more than `read_source`: it also names what could not be read inside a file that holds several.
A format is one module of this package and one line in `formats.py`; a plug-in adds one through the entry
point group `factcheck.readers`. Nothing heavy is imported before a file of that format is met.
`worker.Reader` has the same `read_data`, in a process that a bad file cannot take the run down with.
"""

from __future__ import annotations

from factcheck.ingest.reading import (
    Loaded,
    Options,
    Problem,
    Raw,
    Reading,
    digest,
    each,
    load_source,
    read,
    read_data,
    read_source,
    read_stream,
    with_notes,
)
from factcheck.ingest.sources import MAX_BYTES, Found, find_sources, is_address, load

__all__ = [
    "MAX_BYTES",
    "Found",
    "Loaded",
    "Options",
    "Problem",
    "Raw",
    "Reading",
    "digest",
    "each",
    "find_sources",
    "is_address",
    "load",
    "load_source",
    "read",
    "read_data",
    "read_source",
    "read_stream",
    "with_notes",
]
