"""The JSON of answers: which fields each has, in golden/shapes.json, and what some say, in golden/answers.json."""

from __future__ import annotations

import json
from typing import Any

from .rows import GOLDEN

SHAPES: dict[str, Any] = json.loads((GOLDEN / "shapes.json").read_text(encoding="utf-8"))
ANSWERS: list[dict[str, Any]] = json.loads((GOLDEN / "answers.json").read_text(encoding="utf-8"))


def assert_fits(value: Any, shape: Any, at: str = "the answer") -> None:
    """Assert that a JSON value has the fields of a shape, each of its type, and perhaps others."""
    if isinstance(shape, dict):
        for name, inner in shape.items():
            assert name in value, f"{at} has no {name}"
            assert_fits(value[name], inner, f"{at}.{name}")
    elif isinstance(shape, list):
        assert isinstance(value, list), at
        for number, item in enumerate(value):
            assert_fits(item, shape[0], f"{at}[{number}]")
    else:
        types = [*shape.replace("?", "").split("|"), *(["NoneType"] if "?" in shape else [])]
        assert type(value).__name__ in types, f"{at} is {value!r}"


def assert_says(value: Any, expected: Any, at: str = "the answer") -> None:
    """Assert that a JSON value says what is expected: these fields, and lists item by item."""
    if isinstance(expected, dict):
        for name, inner in expected.items():
            assert_says(value[name], inner, f"{at}.{name}")
    elif isinstance(expected, list):
        assert len(value) == len(expected), at
        for number, inner in enumerate(expected):
            assert_says(value[number], inner, f"{at}[{number}]")
    else:
        assert (type(value), value) == (type(expected), expected), at
