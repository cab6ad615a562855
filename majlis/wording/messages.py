"""The table of messages: each key with its words in each language."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "ltr", "ar": "rtl"}  # each with the direction it runs in
USUAL = "en"
_TABLE = Path(__file__).with_name("messages.csv")


def messages(language: str = USUAL) -> Mapping[str, str]:
    """The words of each key in a language; a "|" parts the forms that go with different numbers."""
    return _columns()[language]


@cache
def _columns() -> Mapping[str, Mapping[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        (_, *languages), *rows = csv.reader(file)
    keys, *columns = zip(*rows, strict=True)
    return {language: dict(zip(keys, said, strict=True)) for language, said in zip(languages, columns, strict=True)}


def say(language: str, key: str, *values: object, **named: object) -> str:
    """The words of a key, with these values in their places; a value that is itself a key with a dot is said in words.

    A key without a dot is a word that a name may be too.
    """
    known = messages(language)
    text = known[key]
    if not values and not named:
        return text

    def said(value: object) -> object:
        return known[value] if isinstance(value, str) and "." in value and value in known else value

    return text.format(*map(said, values), **{name: said(value) for name, value in named.items()})


def words(language: str, usual: str, *keys: str) -> str:
    """The words of the first of these keys that has any; the usual ones where none has."""
    key = next((key for key in keys if key in messages()), None)
    return say(language, key) if key else usual
