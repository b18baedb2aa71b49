"""Names by their initials: "US", "U.S." and "United States", "WHO" and "World Health Organization"."""

from __future__ import annotations

from factcheck.stance.reading import Name, Reading, Word

_LEAST, _MOST = 2, 6  # letters


def letters_of(word: Word) -> str:
    """Return the letters of a word that is written as initials ("US", "U.S."), else an empty string."""
    letters = word.text.replace(".", "")
    return letters if _LEAST <= len(letters) <= _MOST and letters.isupper() and letters.isalpha() else ""


def initials_of(name: Name, reading: Reading) -> str:
    """Return the initials of a name of several words, an empty string for one: "of" and "the" have none."""
    words = reading.words[name.first : name.last + 1]
    initials = "".join(word.text[0] for word in words if word.text[:1].isupper() and not letters_of(word))
    return initials if len(initials) >= _LEAST else ""


def places_by_initials(place: int, claim: Reading, passage: Reading) -> list[int]:
    """Return where the passage has a claim's word, or the name that it is of, by its initials or in full."""
    word = claim.words[place]
    letters = letters_of(word) if word.text.isupper() else ""
    if letters:
        whole = [name.first for name in passage.names if initials_of(name, passage) == letters]
        return whole or _places_of_letters(letters, passage)
    name = claim.names[word.name] if word.name >= 0 else None
    if name is None or name.first == name.last:
        return []
    initials = initials_of(name, claim)
    return _places_of_letters(initials, passage) if initials and len(initials) == len(name.stems) else []


def _places_of_letters(letters: str, passage: Reading) -> list[int]:
    if letters not in passage.text.replace(".", ""):  # as in most passages
        return []
    return [place for place, word in enumerate(passage.words) if letters_of(word) == letters]


def is_pronoun_for(letters: Word, word: Word) -> bool:
    """Is a word a pronoun that only has the letters of a name: "us" beside "US"?"""
    return letters.name >= 0 and letters.text.isupper() and word.stop and word.text.islower()
