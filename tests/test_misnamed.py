"""What is said of a path or an address that is not there: what a person may have meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Result

from factcheck.ingest import find_sources, misnamed

CHECK = "check the path"
PAGE = "if it is a web page, write "
HINTS = [
    ("htp://example.org/x", f"{PAGE}http://example.org/x"),
    ("htps://example.org/x", f"{PAGE}https://example.org/x"),
    ("https:/example.org/x", f"{PAGE}https://example.org/x"),
    ("www.example.org/news", f"{PAGE}https://www.example.org/news"),
    ("example.org", f"{PAGE}https://example.org"),
    ("news.example.co.uk/2024/a?b=c", f"{PAGE}https://news.example.co.uk/2024/a?b=c"),
    ("file:///tmp/a%20b.txt", "name the file by its path: /tmp/a b.txt"),
    ("ftp://example.org/a", "only addresses that begin with http:// or https:// are fetched: save the page and name"),
    ("nothere.txt", CHECK),
    ("papers/nothere.txt", CHECK),
    ("C:/papers/a.txt", CHECK),
    ("a.b/c.txt", CHECK),
    ("articels", "is it articles?"),
    ("Articles", "is it articles?"),
    ("articles\\ferry.md", "is it articles/ferry.md?"),
    ("articles/ferry.txt", "is it articles/ferry.md?"),
    (" articles", "is it articles?"),
    ("'articles'", "is it articles?"),
    ("zoo", CHECK),
    ("*.odt", "no file matches this pattern; without quotation marks the shell fills it in"),
    ("a\x00b", CHECK),
    ("", CHECK),
]


@pytest.mark.parametrize(("given", "hint"), HINTS, ids=[repr(given) for given, _ in HINTS])
def test_hints(given: str, hint: str, folder: Path) -> None:
    assert misnamed.hint(given).startswith(hint)


def test_the_home_folder_in_quotation_marks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert misnamed.hint("~/articles") == f"is it {folder}/articles?".replace("/articles", str(Path("/articles")))


@pytest.mark.parametrize("given", ["HTTPS://Example.org/A", "Http://Example.org/A"])
def test_the_beginning_of_an_address_may_be_in_capitals(given: str) -> None:
    (found,) = find_sources([given])
    assert found.is_address and found.name == f"{given.partition(':')[0].lower()}://Example.org/A"


def test_the_command_says_it_once_and_names_it_as_typed(folder: Path, run: object) -> None:
    assert callable(run)
    result: Result = run("index", "htp://example.org/x")
    assert result.status == 2
    assert result.err.splitlines()[-2:] == [
        "error: htp://example.org/x cannot be read: it does not exist",
        "hint: if it is a web page, write http://example.org/x",
    ]
