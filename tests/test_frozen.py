"""Frozen classes with slots that are made quickly behave as those of the library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from graph.frozen import dataclass as quick


@quick(frozen=True, slots=True)
class Quick:
    """A class as most of ours are."""

    name: str
    seats: int
    lists: tuple[str, ...] = ()
    standing: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """The same class as the library makes it."""

    name: str
    seats: int
    lists: tuple[str, ...] = ()
    standing: str | None = None


GIVEN: tuple[Any, ...] = ("Nabni", 9, ("nabni",))


def test_it_says_what_the_library_s_says() -> None:
    """Fields, defaults, text and parts of an object are the same, and so is its hash."""
    quick, usual = Quick(*GIVEN), Usual(*GIVEN)
    assert repr(quick) == repr(usual).replace("Usual", "Quick")
    assert dataclasses.astuple(quick) == dataclasses.astuple(usual)
    assert [field.name for field in dataclasses.fields(quick)] == [field.name for field in dataclasses.fields(usual)]
    assert hash(quick) == hash(usual)
    assert Quick.__match_args__ == Usual.__match_args__
    assert Quick.__init__.__qualname__ == "Quick.__init__"
    assert not hasattr(quick, "__dict__")


def test_equal_is_what_has_equal_parts() -> None:
    """Objects of one class with equal fields are equal, and no others, those of a class of the same fields too."""
    assert Quick(*GIVEN) == Quick(name="Nabni", seats=9, lists=("nabni",))
    assert Quick(*GIVEN) != Quick("Nabni", 8)
    assert Quick(*GIVEN) != Usual(*GIVEN)


@pytest.mark.parametrize(("kind", "names"), [(Quick, ["seats", "other"]), (Usual, ["seats"])])
def test_nothing_changes_it(kind: Any, names: list[str]) -> None:
    """No field is set or deleted, and none is added; a changed copy is made by `replace`."""
    found = kind(*GIVEN)
    for name in names:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(found, name, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del found.seats
    assert dataclasses.replace(found, seats=1).seats == 1


@pytest.mark.parametrize("kind", [Quick, Usual])
def test_it_travels(kind: Any) -> None:
    """It is copied and pickled whole."""
    found = kind(*GIVEN)
    assert copy.deepcopy(found) == found == pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("kind", [Quick, Usual])
@pytest.mark.parametrize("given", [(), ("Nabni",), ("Nabni", 9, (), None, 1)])
def test_all_fields_are_given_and_no_more(kind: Any, given: tuple[object, ...]) -> None:
    """A field without a default must be given, and nothing that is no field."""
    with pytest.raises(TypeError, match="__init__"):
        kind(*given)


def test_a_default_factory_is_refused() -> None:
    """What it does not make, it refuses when the class is made, and names the field."""

    class Holder:
        """A class with a default that is made anew."""

        lists: list[str] = dataclasses.field(default_factory=list)

    with pytest.raises(TypeError, match=r"Holder\.lists"):
        quick(frozen=True, slots=True)(Holder)
