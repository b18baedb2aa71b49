"""Run the commands on the shipped articles and print all they give: `python tests/determinism.py`.

The same on every machine, in every locale and time zone, under every hash seed and on every Python that is supported;
a test and the continuous checks compare what this prints. Only the time of indexing is left out.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from typer.testing import CliRunner

from factcheck.cli import program

ROOT = Path(__file__).parent.parent
DRAFT = (
    "Published: 7 March 2025\n\nTenants in Harrowmere will pay 8.4% more from April.\n\n"
    "Kim Jong Un sent 20,000 soldiers to Russia. Between 2019 and 2024 the reserves fell by half to £7.1 million.\n\n"
    '"Cold homes cost lives," Dilys Okafor said on Wednesday 4 March 2025.\n'
)
CLAIMS = (
    "# one claim a line\nKim Jong Un sent 20,000 soldiers to Russia\nKim Jong Un has sent 11,000 soldiers to Russia\n"
    "None of the five libraries in Harrowmere will close this year\nThe Bank of England cut interest rates to 4.5%\n"
    "Councilors in Harowmere aproved the budget by 13 votes to 17, and rents rise by 5 per cent\n"
)
DAY = "2026-01-02"
COMMANDS = (
    "index articles --json",
    "index articles",
    "check --file claims.txt --claim-date {day} --all",
    "check --file claims.txt --claim-date {day} --json",
    "check --file claims.txt --claim-date {day} --csv",
    "figures",
    "figures --json",
    "figures draft.md --csv",
    "search night bus passengers --json",
    "report --file claims.txt --date {day} --claim-date {day}",
    "report --file claims.txt --date {day} --claim-date {day} --format html",
    "report --file claims.txt --date {day} --claim-date {day} --format csv",
    "proofread draft.md --json",
    "proofread draft.md",
    "proofread draft.md --format sarif",
    "proofread draft.md --format html",
    "disagreements --json",
    "disagreements",
)


def outputs(folder: Path) -> Iterator[str]:
    """Yield what each command gives, and at the end what the database holds."""
    shutil.copytree(ROOT / "seeds", folder / "articles")
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8", newline="\n")
    (folder / "claims.txt").write_text(CLAIMS, encoding="utf-8", newline="\n")
    os.chdir(folder)
    for command in COMMANDS:
        given = command.format(day=DAY).split()
        result = CliRunner(env={"COLUMNS": "100"}).invoke(program(), given, prog_name="factcheck")
        yield f"== {command} ({result.exit_code})\n{_timeless(result.stdout)}{result.stderr}"
    yield from stored(folder / "claims.db")


def _timeless(text: str) -> str:
    import re

    return re.sub(r'"indexed": "[^"]*"', '"indexed": ""', text)


def stored(database: Path) -> Iterator[str]:
    """Yield every row of every table, without the times at which something was done."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        for name, sql in tables:
            yield f"== {name}\n{sql}\n"
            if sql is None or not sql.startswith("CREATE TABLE"):
                continue
            columns = [column for _, column, *_ in connection.execute(f'PRAGMA table_info("{name}")')]
            kept = ", ".join(f'"{column}"' for column in columns if column not in ("indexed", "checked"))
            for row in connection.execute(f'SELECT {kept} FROM "{name}"'):
                yield _timeless(f"{row!r}\n")


def main() -> None:
    """Print everything."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    with tempfile.TemporaryDirectory(prefix="factcheck-same-") as name:
        here = Path.cwd()
        sys.stdout.writelines(outputs(Path(name)))
        os.chdir(here)


if __name__ == "__main__":
    main()
