"""Values behave as frozen dataclasses with slots do: each test asks both kinds the same."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from factcheck.values import dataclass as value
from factcheck.values import replace


@value(frozen=True, slots=True)
class Ours:
    """A value of ours."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        return 2 * self.size


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """A value of the standard library's."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        return 2 * self.size


@value(frozen=True, slots=True)
class Single:
    """A value of one field."""

    name: str


@value(frozen=True, slots=True)
class Unhashed:
    """A value that a list makes unhashable."""

    items: list[int]


@value(frozen=False, slots=True, eq=False)
class Draft:
    """A value that is still being put together."""

    name: str
    size: int = 3


both = pytest.mark.parametrize("kind", [Ours, Theirs], ids=["ours", "standard"])


@both
@pytest.mark.parametrize(
    ("given", "named"),
    [(("a",), {}), (("a", 4), {}), ((), {"name": "a", "parts": ("x",)}), (("a",), {"size": 0})],
    ids=["defaults", "in order", "named", "mixed"],
)
def test_the_fields_are_filled(kind: Any, given: Any, named: Any) -> None:
    made = kind(*given, **named)
    expected = {"name": "a", "size": 3, "parts": ()} | dict(zip(("name", "size"), given, strict=False)) | named
    assert dataclasses.asdict(made) == expected
    assert dataclasses.astuple(made) == tuple(expected.values())
    assert made.doubled == 2 * made.size


@both
@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"colour": "red"})],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_wrong_arguments_are_refused(kind: Any, given: Any, named: Any) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        kind(*given, **named)


@both
def test_equal_by_value_and_of_one_class(kind: Any) -> None:
    assert kind("a") == kind("a", 3, ())
    assert kind("a") != kind("b")
    assert kind("a") != ("a", 3, ())
    assert len({kind("a"), kind("a"), kind("b")}) == 2
    assert Ours("a") != Theirs("a")
    assert Single("a") == Single("a") and hash(Single("a")) == hash(Single("a")) and Single("a") != Single("b")


def test_an_unhashable_cell_makes_the_value_unhashable() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Unhashed([1]))


@both
def test_nothing_can_be_changed(kind: Any) -> None:
    made = kind("a")
    for change in (lambda: setattr(made, "name", "b"), lambda: delattr(made, "name")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):  # the standard one stumbles here
        made.other = 1
    assert not hasattr(made, "__dict__")
    assert made.name == "a"


@both
def test_replacing_copying_and_pickling(kind: Any) -> None:
    made = kind("a", 5, ("x", "y"))
    assert dataclasses.replace(made, size=6) == kind("a", 6, ("x", "y"))
    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(TypeError):
        dataclasses.replace(made, colour="red")


def test_our_replace_does_as_the_standard_one() -> None:
    made = Ours("a", 5, ("x", "y"))
    assert replace(made, size=6, name="b") == dataclasses.replace(made, size=6, name="b") == Ours("b", 6, ("x", "y"))
    assert replace(made) == made and replace(made) is not made
    with pytest.raises(TypeError, match=r"__init__\(\) got an unexpected"):
        replace(made, colour="red")


def test_what_is_still_put_together_can_be_changed_and_equals_itself_only() -> None:
    made = Draft("a")
    made.size = 4
    assert (made.name, made.size) == ("a", 4) and repr(made) == "Draft(name='a', size=4)"
    assert replace(made, name="b").size == dataclasses.replace(made, name="b").size == 4
    assert made == made and made != Draft("a", 4) and len({made, Draft("a", 4)}) == 2
    with pytest.raises(AttributeError):
        made.colour = "red"  # type: ignore[attr-defined]  # which is what is tested


@both
def test_fields_signature_and_showing(kind: Any) -> None:
    assert [field.name for field in dataclasses.fields(kind)] == ["name", "size", "parts"]
    assert dataclasses.is_dataclass(kind)
    assert repr(kind("a")) == f"{kind.__name__}(name='a', size=3, parts=())"
    assert kind.__doc__.startswith("A value of")
    assert kind.__match_args__ == ("name", "size", "parts")
    assert list(inspect.signature(kind).parameters) == ["name", "size", "parts"]
    assert inspect.signature(kind).parameters["size"].default == 3


@pytest.mark.parametrize("count", [1, 10, 1000])
def test_however_many_are_made_they_are_filled_alike(count: int) -> None:
    body = {"__annotations__": {"name": str, "size": int, "parts": tuple}, "size": 3, "parts": ()}
    fresh: Any = value(frozen=True, slots=True)(type("Fresh", (), body))
    made = [fresh(str(number)) for number in range(count)]
    assert [(each.name, each.size, each.parts) for each in made] == [(str(n), 3, ()) for n in range(count)]
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required"):
        fresh()
    assert fresh("a", parts=("x",)) == fresh(name="a", size=3, parts=("x",))


def test_only_frozen_values_with_slots_are_made() -> None:
    with pytest.raises(TypeError, match="frozen"):
        value(frozen=False, slots=True)
