"""A seeded corpus of news-like articles for measuring, and claims about it whose answers are known.

Words follow Zipf's law over a vocabulary that grows as text does (Heaps' law, exponent 0.6), between real
function words; every sentence may hold names, figures and dates. The same seed gives the same corpus.

usage: python -m benchmarks.corpus SENTENCES FOLDER    writes one Markdown file an article, 25 sentences each
"""

from __future__ import annotations

import datetime
import math
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES_AN_ARTICLE = 25
HEAPS_FACTOR, HEAPS_EXPONENT = 12.0, 0.6
ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr v w z".split()
VOWELS = "a e i o u ai ea ee oa ou".split()
CODAS = "b ck d g l ll m n nd ng nt p r rd rk rn s sk ss st t th x".split()
ENDINGS = ("", "", "", "s", "ed", "ing", "er", "tion", "ly", "ment")
UNITS = ("people", "homes", "jobs", "tonnes", "miles", "voters", "patients", "vehicles", "pupils", "hectares")
MONTHS = "January February March April May June July August September October November December".split()
LINKS = (
    "of the",
    "in the",
    "to the",
    "for a",
    "and the",
    "on the",
    "with a",
    "by the",
    "from the",
    "at the",
    "that",
    "and",
)


@dataclass(frozen=True)
class Article:
    """One article of the corpus: a title, a date and its sentences."""

    title: str
    published: datetime.date
    sentences: tuple[str, ...]

    def markdown(self) -> str:
        """Return the article as a Markdown file with front matter."""
        head = f"---\ntitle: {self.title}\npublished: {self.published}\n---\n\n# {self.title}\n\n"
        return (
            head + "\n\n".join(" ".join(self.sentences[at : at + 3]) for at in range(0, len(self.sentences), 3)) + "\n"
        )


@dataclass(frozen=True)
class Claim:
    """A claim with what the corpus says of it: "true", "wrong figure" or "nothing"."""

    text: str
    answer: str


def word(rank: int) -> str:
    """Return the word of a rank: short for common ones, the same on every run."""
    syllables, rest = [], rank + 1
    while rest:
        rest, onset = divmod(rest, len(ONSETS))
        rest, vowel = divmod(rest, len(VOWELS))
        syllables.append(ONSETS[onset] + VOWELS[vowel])
    return "".join(syllables) + CODAS[rank % len(CODAS)] + ENDINGS[rank % len(ENDINGS)]


class Writer:
    """Writes sentences; keeps count of the words so far, since the vocabulary grows with them."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._written = 1_000
        self._words: dict[int, str] = {}

    def articles(self, sentences: int) -> Iterator[Article]:
        """Yield articles until the number of sentences is reached."""
        for start in range(0, sentences, SENTENCES_AN_ARTICLE):
            count = min(SENTENCES_AN_ARTICLE, sentences - start)
            published = datetime.date(2019, 1, 1) + datetime.timedelta(days=self._random.randrange(2_000))
            title = f"{self.name()} {self.content(3)}"
            yield Article(title, published, tuple(self.sentence() for _ in range(count)))

    def sentence(self) -> str:
        """Return one sentence of 12 to 30 words; three in five hold a figure, one in four a date."""
        chance = self._random.random
        parts = [self.name(), self.content(1), f"the {self.content(1)}"]
        if chance() < 0.6:
            parts.append(self.figure())
        for _ in range(self._random.randrange(2, 6)):
            parts += [self._random.choice(LINKS), self.content(self._random.randrange(1, 3))]
        if chance() < 0.5:
            parts += ["in", self.name()]
        if chance() < 0.25:
            parts.append(self.date())
        self._written += 4 * len(parts)
        return " ".join(parts) + "."

    def content(self, count: int) -> str:
        """Return so many content words, by Zipf over the vocabulary so far."""
        vocabulary = HEAPS_FACTOR * self._written**HEAPS_EXPONENT
        reach = math.log(vocabulary)
        return " ".join(self._word(int(math.exp(self._random.random() * reach))) for _ in range(count))

    def name(self) -> str:
        """Return a name of two words; names are rarer than words, and their number grows too."""
        reach = math.log(4 * HEAPS_FACTOR * self._written**HEAPS_EXPONENT)
        ranks = (7 + 3 * int(math.exp(self._random.random() * reach)) for _ in range(2))
        return " ".join(self._word(rank).capitalize() for rank in ranks)

    def figure(self) -> str:
        """Return a figure with what it counts or costs."""
        size = self._random.randrange(2, 900_000)
        forms = (
            f"{size:,} {self._random.choice(UNITS)}",
            f"£{size / 100:.1f}m",
            f"{size % 1000 / 10:.1f} per cent",
            f"about {size % 90 + 10} {self._random.choice(UNITS)}",
        )
        return self._random.choice(forms)

    def date(self) -> str:
        """Return a day or a month with its year."""
        month, year = self._random.choice(MONTHS), self._random.randrange(2005, 2025)
        return (
            f"on {self._random.randrange(1, 29)} {month} {year}"
            if self._random.random() < 0.5
            else f"in {month} {year}"
        )

    def _word(self, rank: int) -> str:
        known = self._words.get(rank)
        if known is None:
            known = self._words[rank] = word(rank)
        return known


def claims(sentences: list[str], count: int, seed: int = 2) -> list[Claim]:
    """Return claims about the sentences: a third true, a third with a wrong figure, a third about nothing."""
    writer, pick = Writer(seed), random.Random(seed)
    with_figures = [text for text in sentences if any(mark.isdigit() for mark in text)]
    made = []
    for place in range(count):
        answer = ("true", "wrong figure", "nothing")[place % 3]
        if answer == "nothing":
            made.append(Claim(writer.sentence(), answer))
            continue
        text = pick.choice(with_figures)
        made.append(Claim(_shortened(text if answer == "true" else _wrong(text)), answer))
    return made


def _wrong(text: str) -> str:
    """Return the sentence with its first digit changed."""
    at = next(at for at, mark in enumerate(text) if mark.isdigit())
    return text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]


def _shortened(text: str) -> str:
    return " ".join(text.rstrip(".").split()[:14]) + "."


def write(sentences: int, folder: Path, seed: int = 1) -> int:
    """Write the corpus as Markdown files, a thousand to a folder, and return their number."""
    number = 0
    for number, article in enumerate(Writer(seed).articles(sentences), 1):
        place = folder / f"{number // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"article-{number:07d}.md").write_text(article.markdown(), encoding="utf-8")
    return number


if __name__ == "__main__":
    print(f"{write(int(sys.argv[1]), Path(sys.argv[2])):,} articles")
