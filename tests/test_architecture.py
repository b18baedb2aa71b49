"""Data moves one way: a room imports the rooms to its left only, and the library keeps out of the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"

# From left to right; rooms of one line do not know each other.
ORDER = (
    ("values",),
    ("errors", "models", "words"),
    ("crew",),
    ("ingest", "figures"),
    ("sentences", "copies"),
    ("store",),
    ("retrieve",),
    ("compare",),
    ("stance",),
    ("contrasts", "boosting"),
    ("candidates", "witnesses", "verdict"),
    ("preparing", "absences"),
    ("indexing",),
    ("proofread",),
    ("drafts", "disagreements", "watching"),
    ("library",),
    ("claim_pairs",),
    ("training",),
    ("reliance_training",),
    ("render",),
    ("config", "streams", "claim_tables", "outputs"),
    ("interactive", "desk", "failures", "revisions"),
    ("arguments", "options"),
    ("cli_desk",),
    ("cli_drafts", "cli_reports", "cli_watch"),
    ("cli",),
    ("__main__",),
)
PLACE = {room: place for place, rooms in enumerate(ORDER) for room in rooms}
# The rooms that face the world may print, read the clock and the environment.
OUTER = {
    "cli",
    "cli_desk",
    "cli_drafts",
    "cli_watch",
    "cli_reports",
    "revisions",
    "streams",
    "failures",
    "arguments",
    "interactive",
    "options",
    "training",
    "reliance_training",
    "__main__",
}
# Processes of their own, which answer the one that started them through their standard streams.
SERVANTS = {PACKAGE / "ingest" / "worker.py", PACKAGE / "crew.py"}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the rooms that a file imports, those for type checking alone left out."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.level:
            yield room_of(path)
        elif isinstance(node, ast.ImportFrom) and node.module == "factcheck":
            yield from (name.name for name in node.names if name.name in PLACE)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[1] for name in node.names if name.name.startswith("factcheck."))


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_room_imports_rooms_to_its_left_only(path: Path) -> None:
    here = room_of(path)
    assert here in PLACE, f"{here} has no place in the order of the rooms yet"
    wrong = {room for room in imports(path) if room != here and PLACE[room] >= PLACE[here]}
    assert not wrong, f"{named(path)} imports {', '.join(sorted(wrong))}, which is no room to its left"


FORBIDDEN_CALLS = {"print", "input", "exit", "quit", "breakpoint"}
FORBIDDEN_ATTRIBUTES = {
    ("sys", "exit"), ("sys", "stdout"), ("sys", "stderr"), ("sys", "stdin"), ("sys", "argv"),
    ("os", "environ"), ("os", "getenv"), ("os", "_exit"), ("time", "time"),
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("logging", "basicConfig"),
}  # fmt: skip


def worldly(path: Path) -> Iterator[str]:
    """Yield what a file does that a library must not: print, end the program, read the clock or the environment."""
    tree = ast.parse(path.read_text("utf-8"))
    as_script = {
        id(inner)
        for node in tree.body
        if isinstance(node, ast.If) and "__main__" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in as_script:
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            yield f"line {node.lineno}: {node.func.id}()"
        named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr)
        if named in FORBIDDEN_ATTRIBUTES:
            yield f"line {node.lineno}: {'.'.join(named)}"


@pytest.mark.parametrize(
    "path", [path for path in FILES if room_of(path) not in OUTER and path not in SERVANTS], ids=named
)
def test_the_library_keeps_out_of_the_world(path: Path) -> None:
    assert list(worldly(path)) == []


def test_only_the_store_touches_sqlite() -> None:
    users = {
        room_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
        if name.split(".")[0] in {"sqlite3", "sqlite_utils"}
    }
    assert users == {"store"}


def test_importing_the_package_loads_next_to_nothing() -> None:
    import subprocess
    import sys

    code = (
        "import sys, typing, importlib; before = set(sys.modules); import factcheck; print(*set(sys.modules) - before)"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(printed.split()) <= {"__future__", "factcheck"}
