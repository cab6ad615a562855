"""Frozen values: dataclasses with slots, made in a third of the time; for what every command waits for.

`dataclass` compiles six methods for each class, five of which can be the same for all. Thirty such classes took an
eighth of the time of a short command.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool, repr: bool = True) -> Any:
        """As `dataclass` with `frozen` and `slots`: the class has all that it would have, and is used alike.

        Raises TypeError for a field that is not taken by `__init__`, by its place or name, as it is given.
        """
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")

        def make(cls: type) -> type:
            own = frozenset(vars(cls))
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
            for name, method in _METHODS.items():
                if name not in own and (repr or name != "__repr__"):
                    setattr(made, name, method)
            fields = dataclasses.fields(made)
            made.__init__ = _init(fields)
            made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
            made.__values__ = attrgetter(*(field.name for field in fields))
            return made

        return make


def _init(fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """What sets the fields of a new value."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = ["self"], []
    for field in fields:
        name, default = field.name, field.default
        if field.kw_only or not field.init or field.default_factory is not dataclasses.MISSING:
            raise TypeError(f"{name} is no parameter with or without a default")
        if default is dataclasses.MISSING:
            parameters.append(name)
        else:
            known[f"_default_{name}"] = default
            parameters.append(f"{name}=_default_{name}")
        lines.append(f" _set(self, {name!r}, {name})")
    text = "\n".join([f"def __init__({', '.join(parameters)}):", *lines])
    exec(text, known)  # noqa: S102 - the text is of the names of fields alone
    return known["__init__"]


def _repr(self: Any) -> str:
    told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({told})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__values__(self) == self.__values__(other)


def _hash(self: Any) -> int:
    return hash(self.__values__(self))


def _set(self: Any, name: str, _: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, known in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, known)


_METHODS = {
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
