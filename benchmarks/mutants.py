"""Change one thing in one function, and see whether a test of its room fails: how much the tests hold.

usage: python -m benchmarks.mutants figures|compare|stance [--count 60] [--seed 1] [--seconds 60] [--only NAME]

A seeded sample of all changes that can be made: a comparison, an arithmetic sign, `and`, `not`, a condition, a
constant, what is returned, a statement left out. Each is made in memory, in a fork of a process that has collected
the tests, which ends at the first test that fails; nothing on disk changes. It prints the changes that no test
noticed, as FILE:LINE FUNCTION [change] code, and the share that one did. A change that takes longer than
`--seconds` counts as noticed. Left out is what no reader of an answer could see: annotations, docstrings, the words
of an error, functions that run only while their module is loaded, None returned for False. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
import inspect
import os
import pickle
import random
import signal
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
SHOWN = 110
OPTIONS = ("-qq", "-s", "-W", "ignore", "-p", "no:xdist", "-p", "no:cov", "-p", "no:cacheprovider")


class Room(NamedTuple):
    """The modules that are changed and the tests that are run, both as patterns below the root, in order."""

    modules: str
    tests: Sequence[str]


ROOMS = {
    "figures": Room("factcheck/figures/*.py", ["tests/test_figures*.py"]),
    "compare": Room("factcheck/compare.py", ["tests/test_compare*.py", "tests/test_stance_derive.py"]),
    "stance": Room(
        "factcheck/stance/*.py", ["tests/test_stance*.py", "tests/test_claims_table.py", "tests/test_compare*.py"]
    ),
}
NOT_IN_USE = ("factcheck/stance/make_lexicon.py",)  # run by hand, on the files of WordNet

Change = tuple[str, Callable[[Any], ast.AST]]

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def _set(name: str, value: object) -> Callable[[Any], ast.AST]:
    """Return a change that sets a field of a node."""

    def change(node: Any) -> ast.AST:
        setattr(node, name, value)
        return node  # type: ignore[no-any-return]  # a node of the tree, of any class

    return change


def _negate(node: Any) -> ast.AST:
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return node  # type: ignore[no-any-return]


def _of_comparison(node: ast.Compare) -> Iterator[Change]:
    for at, operator in enumerate(node.ops):
        if other := _COMPARISONS.get(type(operator)):
            ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
            yield f"{type(operator).__name__} to {other.__name__}", _set("ops", ops)


def _of_boolean(node: ast.BoolOp) -> Iterator[Change]:
    yield "and, or", _set("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _of_arithmetic(node: ast.BinOp) -> Iterator[Change]:
    if other := _SIGNS.get(type(node.op)):
        yield f"{type(node.op).__name__} to {other.__name__}", _set("op", other())


def _of_sign(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield f"no {type(node.op).__name__}", lambda node: node.operand


def _of_constant(node: ast.Constant) -> Iterator[Change]:
    if isinstance(node.value, bool):
        yield "other constant", _set("value", not node.value)
    elif isinstance(node.value, int | float):
        yield "one more", _set("value", node.value + 1)
    elif isinstance(node.value, str):
        yield "other text", _set("value", f"XX{node.value}XX")


def _of_return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value in (None, False)):
        yield "return None", _set("value", ast.Constant(None))


def _of_condition(node: ast.If | ast.IfExp) -> Iterator[Change]:
    yield "other way", _negate


def _of_statement(node: ast.Expr | ast.AugAssign) -> Iterator[Change]:
    if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant | ast.Yield | ast.YieldFrom)):
        yield "left out", lambda _: ast.Pass()


def _of_jump(node: ast.Continue | ast.Break) -> Iterator[Change]:
    yield "other jump", lambda node: ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


CHANGES: dict[type[ast.AST], Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _of_comparison, ast.BoolOp: _of_boolean, ast.BinOp: _of_arithmetic, ast.UnaryOp: _of_sign,
    ast.Constant: _of_constant, ast.Return: _of_return, ast.If: _of_condition, ast.IfExp: _of_condition,
    ast.Expr: _of_statement, ast.AugAssign: _of_statement, ast.Continue: _of_jump, ast.Break: _of_jump,
}  # fmt: skip


class Mutant(NamedTuple):
    """A change of one node: its file, the function around it, which node of that function, and what is changed.

    `lines` are those of the statement up to the node, by file; a test that runs none of them can't notice the change.
    """

    file: Path
    function: str
    node: int
    change: str
    line: int
    code: str
    lines: frozenset[tuple[str, int]]

    def __str__(self) -> str:
        where = f"{self.file.relative_to(ROOT)}:{self.line}"
        return f"{where} {self.function} [{self.change}] {' '.join(self.code.split())[:SHOWN]}"


def functions(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    """Return the functions and methods of a module by their dotted name; not those within others."""
    found = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    for owner in tree.body:
        if isinstance(owner, ast.ClassDef):
            found |= {f"{owner.name}.{each.name}": each for each in owner.body if isinstance(each, ast.FunctionDef)}
    return {name: each for name, each in found.items() if name not in _called_on_loading(tree)}


def _called_on_loading(tree: ast.Module) -> set[str]:
    """Return the names that a module calls outside its functions: what they did is done before a test begins."""
    outside = (each for each in tree.body if not isinstance(each, ast.FunctionDef | ast.ClassDef))
    calls = (node for each in outside for node in ast.walk(each) if isinstance(node, ast.Call))
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)}


def nodes(function: ast.FunctionDef) -> list[ast.AST]:
    """Return the nodes of a function's body that may be changed, always in the same order."""
    unseen: set[int] = set()
    found = [node for statement in function.body for node in ast.walk(statement)]
    for node in found:
        unseen |= {id(inner) for part in _unseen_parts(node) for inner in ast.walk(part)}
    return [node for node in found if id(node) not in unseen]


def _unseen_parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node no reader of an answer sees: annotations, the words of an error, words around a value."""
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.FunctionDef):
        yield from node.decorator_list
        yield from [node.returns] if node.returns else []
    if isinstance(node, ast.Raise | ast.Assert):
        yield node
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    if isinstance(node, ast.FormattedValue) and node.format_spec:
        yield node.format_spec
    if isinstance(node, ast.keyword) and node.arg == "strict":  # of zip: holds what is so anyway
        yield node


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield every change that can be made in a module."""
    for name, function in functions(ast.parse(file.read_text("utf-8"))).items():
        first_lines = _first_lines(function)
        for number, node in enumerate(nodes(function)):
            for change, _ in CHANGES[type(node)](node) if type(node) in CHANGES else ():
                last = getattr(node.test if isinstance(node, ast.If) else node, "end_lineno", 0)
                lines = frozenset((str(file), line) for line in range(first_lines[id(node)], last + 1))
                yield Mutant(file, name, number, change, getattr(node, "lineno", 0), ast.unparse(node), lines)


def _first_lines(function: ast.FunctionDef) -> dict[int, int]:
    """Return for each node, by its id, the line on which the statement around it begins."""
    found: dict[int, int] = {}
    for statement in ast.walk(function):  # from outside in, so that the innermost statement stays
        if isinstance(statement, ast.stmt):
            found |= {id(node): statement.lineno for node in ast.walk(statement)}
    return found


class _Replace(ast.NodeTransformer):
    """Puts what a change makes of a node in its place."""

    def __init__(self, target: ast.AST, change: Callable[[Any], ast.AST]) -> None:
        self.target, self.change = target, change

    def visit(self, node: ast.AST) -> Any:  # as its parent has it
        return ast.copy_location(self.change(node), node) if node is self.target else self.generic_visit(node)


def put_in(mutant: Mutant) -> None:
    """Give the function that is loaded the changed code."""
    tree = ast.parse(mutant.file.read_text("utf-8"))
    node = nodes(functions(tree)[mutant.function])[mutant.node]
    change = dict(CHANGES[type(node)](node))[mutant.change]
    changed = ast.fix_missing_locations(_Replace(node, change).visit(tree))
    code = compile(changed, str(mutant.file), "exec")
    loaded: Any = importlib.import_module(".".join(mutant.file.relative_to(ROOT).with_suffix("").parts))
    for name in mutant.function.split("."):
        code = next(each for each in code.co_consts if isinstance(each, types.CodeType) and each.co_name == name)
        loaded = inspect.getattr_static(loaded, name)
    loaded = inspect.unwrap(getattr(loaded, "fget", None) or getattr(loaded, "__func__", None) or loaded)
    loaded.__code__ = code


class Trial(NamedTuple):
    """How a test went while nothing was changed: its number, its seconds, and the lines of the room it ran."""

    number: int
    passes: bool
    seconds: float
    lines: frozenset[tuple[str, int]]


class Sampler:
    """A plug-in of pytest that makes the changes one by one, and runs the tests that meet each until one fails."""

    def __init__(self, sample: Sequence[Mutant], seconds: int) -> None:
        self.sample, self.seconds = sample, seconds
        self.files = {str(mutant.file) for mutant in sample}
        self.survivors: list[Mutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Print each change that no test notices; the tests are run in forks only, so that no cache is ever filled."""
        trials = sorted(pickle.loads(self._in_fork(self._trials, session.items)), key=lambda each: each.seconds)
        for failed in (each for each in trials if not each.passes):
            print(f"# left out, since it fails as things are: {session.items[failed.number].nodeid}")
        trials = [each for each in trials if each.passes]
        gc.freeze()  # else every fork copies what the collector touches
        for number, mutant in enumerate(self.sample, 1):
            items = [session.items[each.number] for each in trials if not each.lines.isdisjoint(mutant.lines)]
            if not self._in_fork(self._failure, items, mutant):
                self.survivors.append(mutant)
                print(mutant, "" if items else "(run by no test)", flush=True)
            if number % 20 == 0:
                print(f"# {number - len(self.survivors)} of {number} noticed", flush=True)
        return True

    def _in_fork(self, work: Callable[..., bytes], *given: object) -> bytes:
        """Return what a piece of work comes to in a copy of this process, `late` where it takes too long."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                with Path(os.devnull).open("wb") as nowhere, os.fdopen(writing, "wb") as answer:
                    os.dup2(nowhere.fileno(), 1)
                    answer.write(work(*given))
                os._exit(0)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(2)  # nothing of the copy may run on
        os.close(writing)
        with os.fdopen(reading, "rb") as answers:
            result = answers.read()
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and status != 0:
            raise RuntimeError("a fork failed")
        return b"late" if os.WIFSIGNALED(status) else result

    def _failure(self, items: Sequence[pytest.Item], mutant: Mutant) -> bytes:
        """Make a change and return the name of the first test that fails, nothing where none does."""
        signal.alarm(self.seconds)
        put_in(mutant)
        pairs = zip(items, [*items[1:], None], strict=False)  # no items: none follows
        return next((item.nodeid.encode() for item, following in pairs if not _passes(item, following)), b"")

    def _trials(self, items: Sequence[pytest.Item]) -> bytes:
        """Run every test as it is and return how each went, pickled."""
        caches = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
        return pickle.dumps([self._trial(number, item, caches) for number, item in enumerate(items)])

    def _trial(self, number: int, item: pytest.Item, caches: Sequence[Any]) -> Trial:
        """Run one test with empty caches, and watch which lines of the files it runs."""
        lines: set[tuple[str, int]] = set()

        def watch(frame: types.FrameType, event: str, _: object) -> Any:  # as sys.settrace has it
            file = frame.f_code.co_filename
            if file not in self.files:
                return None
            if event == "line":
                lines.add((file, frame.f_lineno))
            return watch

        for cache in caches:
            cache.cache_clear()
        begin = time.perf_counter()
        sys.settrace(watch)
        passes = _passes(item)
        sys.settrace(None)
        return Trial(number, passes, time.perf_counter() - begin, frozenset(lines))


def _passes(item: pytest.Item, following: pytest.Item | None = None) -> bool:
    """Run a test, and tell whether it did not fail; what it shares with the following one is kept."""
    from _pytest.runner import runtestprotocol

    return not any(report.failed for report in runtestprotocol(item, nextitem=following, log=False))


def sample_of(room: Room, count: int, seed: int, only: str) -> tuple[list[Mutant], int]:
    """Return so many changes of a room, and how many there are in all."""
    files = [file for file in sorted(ROOT.glob(room.modules)) if file.name != "__init__.py"]
    files = [file for file in files if file.relative_to(ROOT).as_posix() not in NOT_IN_USE]
    every = [mutant for file in files for mutant in mutants(file) if only in f"{file.stem}.{mutant.function}"]
    return random.Random(seed).sample(every, min(count, len(every))), len(every)


def _quick_properties() -> None:
    """Let hypothesis stop at the first example that fails, and remember nothing."""
    from hypothesis import Phase, settings

    settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], database=None, derandomize=True)
    settings.load_profile("mutants")


def main() -> None:
    """Try a sample, and print what no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=60, help="for one change")
    parser.add_argument("--only", default="", help="functions with this in their module.name")
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    _quick_properties()
    room = ROOMS[given.room]
    sample, total = sample_of(room, given.count, given.seed, given.only)
    tests = [str(path) for pattern in room.tests for path in sorted(ROOT.glob(pattern))]
    sampler = Sampler(sample, given.seconds)
    if status := pytest.main([*OPTIONS, *tests], plugins=[sampler]):
        sys.exit(f"pytest ended with {status}")
    of, noticed = len(sample), len(sample) - len(sampler.survivors)
    print(f"{given.room}, seed {given.seed}: {noticed} of {of} noticed, {noticed / of:.0%}; {total} in all")


if __name__ == "__main__":
    main()
