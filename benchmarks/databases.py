"""Databases of the seeded corpus, made once and kept in a folder, and the questions asked of them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path

from benchmarks.corpus import Article, Claim, Writer, claims, write
from factcheck.models import Document, Sentence
from factcheck.store import Entry, Store

INDEXED = datetime(2025, 1, 1)
DOCUMENTS_A_COMMIT = 100


def database(sentences: int, folder: Path) -> Path:
    """Return the database of so many sentences, without figures; it is made where it is missing."""
    path = folder / f"corpus-{sentences}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        with closing(Store(unfinished, create=True)) as store, store.bulk():
            articles = enumerate(Writer(1).articles(sentences))
            while batch := [(f"{number}.md", [entry(number, article)]) for number, article in taken(articles)]:
                store.write(batch, INDEXED)
        unfinished.rename(path)
    return path


def indexed(sentences: int, folder: Path) -> Path:
    """Return the database of so many sentences, with figures; it is made where it is missing."""
    from factcheck.library import Library

    path = folder / f"figures-{sentences}.db"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        source = folder / f"corpus-{sentences}"
        if not source.exists():
            write(sentences, source)
        with Library(unfinished, create=True) as library:
            library.index([source], now=INDEXED)
        unfinished.rename(path)
    return path


def taken(articles: Iterator[tuple[int, Article]]) -> list[tuple[int, Article]]:
    """Return the articles of the next commit."""
    return list(islice(articles, DOCUMENTS_A_COMMIT))


def entry(number: int, article: Article) -> Entry:
    """Return an article ready to be written: its sentences, without figures."""
    text = article.markdown()
    found, at = [], 0
    for sentence in article.sentences:
        at = text.index(sentence, at)
        found.append((Sentence(sentence, at, at + len(sentence), text.count("\n", 0, at) + 1), ()))
        at += len(sentence)
    return Entry(Document(f"{number}.md", text, "", "markdown", article.title, published=article.published), found)


def lines(sentences: int, folder: Path) -> Path:
    """Return a text file of the same sentences, one a line; it is made where it is missing."""
    path = folder / f"corpus-{sentences}.txt"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            for article in Writer(1).articles(sentences):
                file.writelines(f"{sentence}\n" for sentence in article.sentences)
    return path


def questions(path: Path, count: int) -> list[Claim]:
    """Return claims about a database: a third true, a third with a wrong figure, a third about nothing."""
    chance = random.Random(5)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (last,) = connection.execute("SELECT max(id) FROM sentences").fetchone()
        numbers = [chance.randrange(1, last + 1) for _ in range(4 * count)]
        texts = [
            connection.execute("SELECT text FROM sentences WHERE id = ?", (number,)).fetchone()[0] for number in numbers
        ]
    return claims(texts, count)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]
