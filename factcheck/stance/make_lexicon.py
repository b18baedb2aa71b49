"""Makes `lexicon.txt` from the WordNet database files and the words of claim/evidence pairs.

usage: python -m factcheck.stance.make_lexicon WORDNET_DICT_FOLDER PAIRS.jsonl...

The lexicon tells for common words which are synonyms, which is broader, which exclude each other, and how
common each is. It keeps only words that WordNet's authors met in running text or that the pairs hold.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.stance.lexicon import FIELD_DIGITS, PARENT_DIGITS
from factcheck.words import stem, tokens

LEXICON_FILE = Path(__file__).with_name("lexicon.txt")
MOST_SENSES = {"noun": 3, "verb": 3, "adj": 2, "adv": 1}
MOST_SYNSETS = 6
PROPER = "*"
PARTS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
LETTERS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}

NOTICE = """# Word relations for comparing claims with passages. Made by factcheck.stance.make_lexicon; do not edit.
# Derived from WordNet 3.1. WordNet Copyright 2006 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# Permission to use, copy, modify and distribute WordNet for any purpose and without fee or royalty is granted by
# its licence, provided that this notice stands on all copies: https://wordnet.princeton.edu/license-and-commercial-use
"""


@dataclass
class Synset:
    """One meaning: its parent, its subject (WordNet's lexicographer file) and the pointers of its words."""

    parent: str | None
    subject: int
    words: list[str]
    pointers: list[tuple[str, str, int, int]] = field(default_factory=list)


def read_synsets(folder: Path) -> dict[str, Synset]:
    """Return every synset by part of speech and offset, such as "noun:09784701"."""
    synsets: dict[str, Synset] = {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                key, synset = _read_synset(part, line.split("|")[0].split())
                synsets[key] = synset
    return synsets


def _read_synset(part: str, fields: list[str]) -> tuple[str, Synset]:
    """Return one line of a data file as a synset with its key."""
    count = int(fields[3], 16)
    words = [fields[4 + 2 * place].split("(")[0] for place in range(count)]
    place = 4 + 2 * count
    pointers = []
    parent = None
    for number in range(int(fields[place])):
        symbol, offset, letter, ends = fields[place + 1 + 4 * number : place + 5 + 4 * number]
        target = f"{LETTERS[letter]}:{offset}"
        pointers.append((symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
        is_parent = symbol in ("@", "@i") or (symbol == "&" and fields[2] == "s")
        if is_parent and parent is None:
            parent = target
    return f"{part}:{fields[0]}", Synset(parent, int(fields[1]), words, pointers)


def read_senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Return for each lemma its synsets with how often each was tagged in running text, most frequent first."""
    senses: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        sense, offset, number, tagged = line.split()
        lemma, rest = sense.split("%")
        part = PARTS[rest[0]]
        if int(number) <= MOST_SENSES[part] and "_" not in lemma:
            senses[lemma].append((f"{part}:{offset}", int(tagged)))
    return {lemma: sorted(found, key=lambda entry: (-entry[1], entry[0])) for lemma, found in senses.items()}


def count_words(paths: Iterable[str]) -> tuple[Counter[str], int]:
    """Return in how many pairs each stem stands, and how many pairs there are."""
    counts: Counter[str] = Counter()
    pairs = 0
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            counts.update({token.stem for token in tokens(pair["claim"] + " " + pair["evidence"])})
            pairs += 1
    return counts, pairs


def choose_words(senses: dict[str, list[tuple[str, int]]], counts: Counter[str]) -> dict[str, list[str]]:
    """Return the stems worth keeping with the synsets of their lemmas, the most tagged first."""
    chosen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for lemma, found in senses.items():
        key = stem(lemma)
        met = sum(tagged for _, tagged in found)
        if lemma.isalpha() and (met >= 2 or counts[key] >= 1):
            chosen[key] += [(-tagged, synset) for synset, tagged in found]
    return {key: list(dict.fromkeys(s for _, s in sorted(found)))[:MOST_SYNSETS] for key, found in chosen.items()}


def proper_names(senses: dict[str, list[tuple[str, int]]], synsets: dict[str, Synset]) -> set[str]:
    """Return the stems of which every lemma's commonest meaning is written with a capital letter: "France"."""
    written: dict[str, list[bool]] = defaultdict(list)
    for lemma, found in senses.items():
        forms = [word for word in synsets[found[0][0]].words if word.lower() == lemma]
        written[stem(lemma)].append(bool(forms) and forms[0][0].isupper())
    return {key for key, capitals in written.items() if all(capitals)}


def word_links(
    senses: dict[str, list[tuple[str, int]]], synsets: dict[str, Synset], symbols: str
) -> dict[str, set[str]]:
    """Return for each stem the stems that pointers of these kinds lead to ("!" opposites, "+" derived words)."""
    links: dict[str, set[str]] = defaultdict(set)
    for lemma, found in senses.items():
        for key, _ in found:
            synset = synsets[key]
            for symbol, target, source_word, target_word in synset.pointers:
                if symbol in symbols and source_word and synset.words[source_word - 1].lower() == lemma:
                    links[stem(lemma)].add(stem(synsets[target].words[target_word - 1].lower()))
    return links


def lines(folder: Path, pairs: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the lexicon in three parts with a blank line before each.

    For each meaning the number of the meaning above it; for each meaning its field, all numbers of one width, so that
    one is found without reading those before it; the words: stem, rarity in
    bits (with a mark behind it where the word is a proper name), meanings, opposites, words derived from it.
    """
    synsets = read_synsets(folder)
    senses = read_senses(folder)
    counts, total = count_words(pairs)
    chosen = choose_words(senses, counts)
    opposites = word_links(senses, synsets, "!")
    derived = word_links(senses, synsets, "+\\")
    proper = proper_names(senses, synsets)
    numbers = _number_meanings(chosen, synsets)
    yield ""
    yield from _wrapped((numbers.get(synsets[key].parent or "", -1) for key in numbers), PARENT_DIGITS)
    yield ""
    yield from _wrapped((synsets[key].subject for key in numbers), FIELD_DIGITS)
    yield ""
    for word in sorted(set(chosen) | {key for key, count in counts.items() if count >= 20 and key.isalpha()}):
        rarity = f"{round(math.log2(total / max(counts[word], 0.5)))}{PROPER if word in proper else ''}"
        meanings = ".".join(str(numbers[key]) for key in chosen.get(word, []))
        links = [
            ".".join(sorted(w for w in table[word] if w in chosen and w != word)) for table in (opposites, derived)
        ]
        yield "\t".join([word, rarity, meanings, *links]).rstrip("\t")


def _wrapped(numbers: Iterable[int], digits: int) -> Iterator[str]:
    """Yield numbers of so many characters each in lines of a hundred."""
    listed = [str(number).rjust(digits) for number in numbers]
    for place in range(0, len(listed), 100):
        yield " ".join(listed[place : place + 100])


def _number_meanings(chosen: dict[str, list[str]], synsets: dict[str, Synset]) -> dict[str, int]:
    """Return a number for each meaning of the words chosen and for each meaning above one, in a fixed order."""
    wanted: set[str] = set()
    for found in chosen.values():
        for key in found:
            step: str | None = key
            while step and step not in wanted:
                wanted.add(step)
                step = synsets[step].parent
    return {key: number for number, key in enumerate(sorted(wanted))}


def main(arguments: list[str]) -> None:
    """Write the lexicon beside this module."""
    folder, *pairs = arguments
    LEXICON_FILE.write_text(NOTICE + "\n".join(lines(Path(folder), pairs)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
