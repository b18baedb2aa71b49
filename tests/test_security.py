"""What a hostile source, claim, folder, repository, database or web site cannot do; the README has the threat model."""

from __future__ import annotations

import csv
import html
import json
import os
import re
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW, Result
from program_fuzz import expect_page_runs_nothing

from factcheck import Library
from factcheck.errors import ConfigError, SourceError
from factcheck.ingest import Options, web

Run = Callable[..., Result]

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")

# --- what a text cannot run ---------------------------------------------------------------------------------

QUERIES = {
    "sql": "'; DROP TABLE sentences; --",
    "sql comment": '" OR 1=1 --',
    "sql format": "%s ? :name @x $y",
    "fts column": "text : ferry",
    "fts operators": "ferry AND NOT (Holm OR NEAR(sank Tuesday, 2))",
    "fts prefix": '^"ferry" *',
    "fts quotes": '""" ferry """',
    "fts braces": "{text} : ferry + Holm",
    "glob": "* ? [a-z]",
    "nul": "ferry\x00 Holm",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("command", ["check", "search"])
def test_a_query_is_words_and_nothing_else(command: str, query: str, run: Run, database: Path) -> None:
    before = dump(database)
    result = run(command, "--json", "--", query)
    assert result.status == 0 or "no word" in result.err
    assert dump(database, without=("claims", "checks", "evidence")) == {
        name: rows for name, rows in before.items() if name not in ("claims", "checks", "evidence")
    }


@pytest.mark.parametrize("option", [["--source"], ["--text"], ["--unit"]], ids=lambda option: option[0])
def test_a_filter_is_a_value_and_nothing_else(option: list[str], run: Run, database: Path) -> None:
    for value in ("' OR 1=1 --", "%%", "*", '"'):
        result = run("figures", *option, value, "--json")
        assert (result.status, result.out) in ((0, ""), (2, "")), value


def dump(database: Path, without: tuple[str, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(database)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in names
            if name not in without and not name.startswith("sentences_fts")
        }


FORMULAS = ("=cmd|' /C calc'!A0", "+1+cmd|x", "-2+3+cmd|x", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str, run: Run, folder: Path) -> None:
    (folder / "articles" / "bad.txt").write_bytes(f"{text} cost £20 in Holm.\n".encode())
    assert run("index", "articles", "--title", "", "--author", text).status in (0, 2)
    run("index", "articles")
    run("check", f"{text} cost £30 in Holm")
    for command in (["figures"], ["sources"], ["history"], ["search", "Holm"], ["check", f"{text} cost £30 in Holm"]):
        for record in csv.reader(run(*command, "--csv").out.splitlines()):
            assert not [cell for cell in record if cell.lstrip()[:1] in "=+@＝" and cell.strip()], command


MARKUP = {
    "script": "<script>alert(1)</script> 20 boats sank at Holm.",
    "attribute": '"><img src=x onerror=alert(1)> 20 boats sank at Holm.',
    "entity": "&lt;script&gt; 20 boats sank at Holm.",
    "template": "{{ 7*7 }} {% include '/etc/passwd' %} 20 boats sank at Holm.",
    "link": "[Holm](javascript:alert(1)) ![x](file:///etc/passwd) 20 boats sank at Holm.",
    "comment": "--> <!-- 20 boats sank at Holm. -->",
    "table": "| a | b |\\ 20 boats sank at Holm.",
    "rich": "[bold red]20 boats[/] [link=file:///etc/passwd]sank[/link] at Holm.",
}


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_a_report_shows_markup_as_text(text: str, run: Run, folder: Path) -> None:
    (folder / "articles" / "bad.txt").write_text(f"Holm\n\n{text}\n", encoding="utf-8")
    run("index", "articles")
    claim = f"30 boats sank at Holm {text[:30]}"
    page = run("report", "--format", "html", claim).out
    expect_page_runs_nothing(page)
    assert "49" not in page or "7*7" not in text or "7*7" in html.unescape(page)
    written = run("report", claim).out
    assert not re.search(r"(?<!\\)\]\((javascript|file):", written)
    assert not [
        line for line in written.splitlines() if line.lstrip("> ").startswith(("<script", "<img", "<!--", "-->"))
    ]


ESCAPES = {
    "colour": "\x1b[31m",
    "title": "\x1b]0;gone\x07",
    "link": "\x1b]8;;http://x.example/\x1b\\",
    "eight-bit": "\x9b2J",
    "backspace": "\x08\x08\x08",
    "return": "\r",
    "direction": "\u202e",
    "isolate": "\u2066",
    "delete": "\x7f",
    "line": "\u2028",
}


@posix_only
@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]], ids=["shown", "json", "csv"])
def test_nothing_steers_the_terminal(escape: str, form: list[str], run: Run, folder: Path) -> None:
    name = f"x{escape}y.txt".replace("/", ":")
    (folder / name).write_text(f"Ho{escape}lm\n\nThe ferry{escape} to Holm had 20 seats.\n", "utf-8")
    outputs = [run("index", name, "--author", f"Ann{escape}", *form[:1] if form == ["--json"] else [])]
    outputs.append(run("check", *form, f"The ferry{escape} to Holm had 30 seats"))
    for command in ("sources", "figures", "history", "search Holm"):
        outputs.append(run(*command.split(), *form))
    outputs.append(run("index", f"no{escape}where.txt"))
    outputs.append(run("check", "--source", f"x{escape}", "Holm"))
    for result in outputs:
        for shown in (result.out, result.err):
            assert not [mark for mark in shown if mark in ESCAPES.values() or (ord(mark) < 32 and mark not in "\n")]
            assert escape not in shown


# --- where a program is not led by the folder it stands in ---------------------------------------------------

TRAP = "raise SystemExit(open('sprung', 'w').close())\n"


@pytest.mark.parametrize("module", ["json", "re", "pickle", "factcheck", "sitecustomize", "trafilatura"])
def test_no_module_of_the_current_folder_is_loaded(module: str, folder: Path) -> None:
    (folder / f"{module}.py").write_text(TRAP, encoding="utf-8")
    page = "<html><head><title>Holm</title></head><body><article><p>The ferry had 20 seats.</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    start = "import sys; from factcheck.__main__ import main; main()"  # as the installed command does
    done = subprocess.run(
        [sys.executable, "-P", "-c", start, "index", "page.html"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        check=False,
    )
    assert (done.returncode, done.stderr.count("error")) == (0, 0), done.stderr
    assert not (folder / "sprung").exists()


@posix_only
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_settings_of_a_repository_run_nothing(run: Run, database: Path, folder: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], check=True)

    (folder / "draft.md").write_text("The ferry had 312 passengers.\n", encoding="utf-8")
    git("init", "--quiet")
    git("add", "draft.md")
    git("commit", "--quiet", "-m", "first")
    trap = folder / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (folder / ".gitattributes").write_text("*.md filter=trap diff=trap\n", encoding="utf-8")
    for name in ("core.fsmonitor", "core.pager", "diff.external", "diff.trap.textconv", "diff.trap.command",
                 "filter.trap.clean", "filter.trap.smudge", "filter.trap.process"):  # fmt: skip
        git("config", name, str(trap))
    (folder / "draft.md").write_text(
        "The ferry had 312 passengers.\n\nThe ferry had 500 passengers.\n", encoding="utf-8"
    )
    result = run("proofread", "draft.md", "--changed-since", "HEAD")
    assert result.status in (0, 1)
    assert not (folder / "sprung").exists()


@pytest.mark.parametrize("name", ["+!touch sprung.md", "-c!touch sprung.md", "--cmd=x.md", "-"])
@pytest.mark.parametrize("program", ["vi", "code", "nano -R", "hx"])
def test_a_file_name_is_no_command_to_an_editor(program: str, name: str) -> None:
    from factcheck.desk import editor

    words = editor.command({"EDITOR": program}, "linux", Path(name), 5)
    assert words[-1].startswith(f"./{name}")
    assert name not in words


@pytest.mark.parametrize("revision", ["--output=sprung", "-O/tmp", "HEAD:draft.md --output=sprung"])
def test_a_revision_is_no_option(revision: str, run: Run, database: Path, folder: Path) -> None:
    (folder / "draft.md").write_text("The ferry had 312 passengers.\n", encoding="utf-8")
    assert run("proofread", "draft.md", f"--changed-since={revision}").status == 2
    assert not (folder / "sprung").exists()


@pytest.mark.parametrize(
    "settings",
    ['editor = "rm -rf ."', 'command = "x"', "[readers]\nx = 'y'", 'exclude = "x"', "db = 5", 'db = ""', "limit = 0"],
)
def test_a_settings_file_sets_values_of_the_list_only(settings: str, folder: Path) -> None:
    from factcheck import config

    (folder / "factcheck.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(ConfigError):
        config.load(folder, {})


@pytest.mark.parametrize("where", ["flag", "environment", "settings"])
@pytest.mark.parametrize("kind", ["text", "empty folder", "another program's database"])
def test_no_file_but_a_database_is_written_over(
    where: str, kind: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = folder / "victim"
    if kind == "empty folder":
        victim.mkdir()
    elif kind == "text":
        victim.write_text("precious", encoding="utf-8")
    else:
        with closing(sqlite3.connect(victim)) as connection:
            connection.execute("CREATE TABLE precious (x)")
    before = victim.read_bytes() if victim.is_file() else b""
    if where == "environment":
        monkeypatch.setenv("FACTCHECK_DB", str(victim))
    elif where == "settings":
        (folder / "factcheck.toml").write_text('db = "victim"', encoding="utf-8")
    given = ["--db", "victim"] if where == "flag" else []
    for command in (["index", "articles"], ["check", "x 1"], ["doctor"], ["history", "clear", "--yes"]):
        assert run(*command, *given).status == 2
    assert (victim.read_bytes() if victim.is_file() else b"") == before


# --- databases of strangers ----------------------------------------------------------------------------------


def test_a_database_of_a_stranger_runs_nothing_but_what_tables_can(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TRIGGER trap AFTER INSERT ON claims BEGIN SELECT load_extension('trap'); END")
        connection.commit()
    with Library(database) as library:
        check = library.check("The ferry to Holm had 500 passengers")
        with pytest.raises(Exception, match="cannot be used"):
            library.record(check, NOW)
        assert check.verdict.value == "conflicting"


BOMB = (
    '<?xml version="1.0"?>{padding}<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="x"><w:body>&c;</w:body></w:document>'
)


@pytest.mark.parametrize(
    "data",
    [BOMB.format(padding="").encode(), BOMB.format(padding="").encode("utf-16"),
     BOMB.format(padding=f"<!--{'x' * 20_000}-->").encode()],
    ids=["plain", "utf-16", "behind a long comment"],
)  # fmt: skip
def test_xml_that_expands_is_refused(data: bytes) -> None:
    from factcheck.ingest.package import parse_xml

    with pytest.raises(SourceError, match="declares entities"):
        parse_xml(data, "a.docx!/word/document.xml")


def test_a_template_sees_sources_as_text(run: Run, folder: Path) -> None:
    pytest.importorskip("jinja2", reason="the extra for templates is not installed")
    (folder / "articles" / "bad.txt").write_text(
        "Holm {{ 7*191 }}\n\nThe ferry {{ 7*191 }} had 20 seats <b>.\n", "utf-8"
    )
    (folder / "house.html").write_text("{% for check in checks %}{{ check }}{% endfor %}", "utf-8")
    run("index", "articles")
    result = run("report", "--template", "house.html", "The ferry {{ 7*191 }} had 30 seats <b>")
    assert "1337" not in result.out
    assert "<b>" not in result.out
    for way in (
        "{% include 'claims.db' %}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% import 'os' as o %}",
    ):
        (folder / "house.html").write_text(way, "utf-8")
        assert run("report", "--template", "house.html", "The ferry had 30 seats").status == 2


@posix_only
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o027, 0o640)])
def test_files_are_made_with_the_permissions_that_the_umask_leaves(
    umask: int, mode: int, run: Run, folder: Path
) -> None:
    before = os.umask(umask)
    try:
        run("index", "articles")
        run("report", "-o", "report.md", "The ferry to Holm had 500 passengers")
    finally:
        os.umask(before)
    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir() if path.is_file()}
    assert made == {"claims.db": mode, "report.md": mode}


# --- the network -----------------------------------------------------------------------------------------------

PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "2001:db8::1",
    "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::",
    "2002:5db8:d822::", "::7f00:1", "::10.0.0.1",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822")


class Dialled(Exception):
    """A connection was about to be made."""


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that fixes what every name resolves to; making a connection raises Dialled."""

    def refuse(address: tuple[str, int], timeout: float) -> None:
        raise Dialled(address[0])

    def resolves_to(address: str) -> None:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        found = [(family, socket.SOCK_STREAM, 6, "", (address, 80))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **named: found)
        monkeypatch.setattr(socket, "create_connection", refuse)

    return resolves_to


@pytest.mark.parametrize("address", PRIVATE)
def test_no_name_that_resolves_to_a_private_address_is_fetched(address: str, dialled: Callable[[str], None]) -> None:
    dialled(address)
    with pytest.raises(SourceError, match="private network"):
        web.fetch("http://innocent.example/", Options(timeout_seconds=1))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_fetched(address: str, dialled: Callable[[str], None]) -> None:
    dialled(address)
    with pytest.raises(Dialled, match=address):
        web.fetch("http://innocent.example/", Options(timeout_seconds=1))


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    dialled: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialled(PUBLIC[0])
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in (PUBLIC[0], "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **named: found)
    with pytest.raises(SourceError, match="private network"):
        web.fetch("http://innocent.example/", Options(timeout_seconds=1))


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0"])
def test_other_spellings_of_this_machine(host: str) -> None:
    with pytest.raises(SourceError, match=r"private network|cannot be fetched"):
        web.fetch(f"http://{host}/", Options(timeout_seconds=1))


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "FILE:///etc/passwd", "ftp://x.example/a", "gopher://x.example/", "data:text/plain,x",
     "http://user:word@x.example/", "http:///x", "http://x.example:99999/", "http://[::1", "http://x\r\nHost: y/"],
)  # fmt: skip
def test_addresses_that_are_not_fetched(address: str, dialled: Callable[[str], None]) -> None:
    dialled(PUBLIC[0])
    with pytest.raises(SourceError):
        web.fetch(address, Options(timeout_seconds=1))


# --- errors as JSON keep to the same rules --------------------------------------------------------------------


def test_an_error_under_json_is_escaped(run: Run, database: Path) -> None:
    result = run("check", "--json", "--source", "\x1b]0;x\x07\u202e", "Holm")
    assert result.status == 2
    assert result.err.isascii() or "\u202e" not in result.err
    assert "\x1b" in json.loads(result.err)["error"]["message"] or "\\u001b" in result.err
