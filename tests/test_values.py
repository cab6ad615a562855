"""Values are frozen dataclasses with slots in every way in which these are used."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from graph.values import value


class _Base:
    __slots__ = ()

    def __repr__(self) -> str:
        return "said by its base"


@value(frozen=True, slots=True)
class Quick(_Base):
    """A value."""

    SHARED: ClassVar[str] = "shared"

    name: str
    seats: int | None = None
    also: tuple[str, ...] = ("a", "b")


@dataclass(frozen=True, slots=True)
class Usual(_Base):
    """The same as `dataclass` makes it."""

    SHARED: ClassVar[str] = "shared"

    name: str
    seats: int | None = None
    also: tuple[str, ...] = ("a", "b")


@value(frozen=True, slots=True, repr=False)
class Told(_Base):
    """A value that its base tells."""

    name: str


@pytest.mark.parametrize("make", [Quick, Usual])
def test_a_value_is_a_frozen_dataclass(make: type[Quick] | type[Usual]) -> None:
    """Made by place and by name, told, compared, hashed, copied, pickled, matched; nothing of it is ever set."""
    one = make("x", also=("c",))
    assert repr(one) == f"{make.__name__}(name='x', seats=None, also=('c',))"
    assert (one == make("x", None, ("c",)), one == make("x"), one == "x") == (True, False, False)
    assert hash(one) == hash(make("x", None, ("c",))) == hash(("x", None, ("c",)))
    assert replace(one, seats=3) == make("x", 3, ("c",))
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)  # noqa: S301 - its own
    assert is_dataclass(one)
    assert [item.name for item in fields(one)] == ["name", "seats", "also"]
    assert dataclasses.asdict(one) == {"name": "x", "seats": None, "also": ("c",)}
    match one:
        case make(name, seats):
            assert (name, seats) == ("x", None)
    for change in (lambda: setattr(one, "name", "y"), lambda: delattr(one, "name")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert not hasattr(one, "__dict__")
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        make()  # type: ignore[call-arg]  # what is wrong is tried


def test_two_values_of_one_content_differ_by_their_class() -> None:
    """Only values of the same class are equal; a value may be told by its base."""
    assert Quick("x") != Usual("x")
    assert repr(Told("x")) == "said by its base"


def test_what_a_value_cannot_be() -> None:
    """A class that is to change, or whose fields are no plain parameters, is refused when it is made."""
    with pytest.raises(TypeError, match="frozen"):
        value(frozen=False, slots=True)
    for other in (field(kw_only=True), field(init=False), field(default_factory=list)):
        with pytest.raises(TypeError, match="made is no parameter"):
            value(frozen=True, slots=True)(type("Other", (), {"__annotations__": {"made": "list"}, "made": other}))
