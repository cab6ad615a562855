"""Figures in a text: whole numbers, decimals and shares, in digits of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# Digits of any script, with separators of thousands or a decimal part.
FIGURE = r"\d++(?:[.,٬٫]\d++)*+"
_DECIMAL = re.compile(r"\d{1,300}(?:\.\d+)?")
_SEPARATORS = re.compile(r"[.,٬]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")


def number(text: str, words: Mapping[str, int]) -> int | float:
    """The number that figures, or one of these words, mean: "6,599,668", "٤١", "94.4", "three".

    Raises ValueError for anything else.
    """
    text = text.strip().lower()
    if text in words:
        return words[text]
    plain = _digits(text)
    if _THOUSANDS.fullmatch(plain):
        return int(_SEPARATORS.sub("", plain))
    return _decimal(plain.replace("٬", ""), text)


def percent(text: str) -> int | float:
    """A share of 100: "94.4", "41"; a comma may stand for the point. Raises ValueError outside 0 to 100."""
    value = _decimal(_digits(text.strip()), text)
    if not 0 <= value <= 100:
        raise ValueError(text)
    return int(value) if value == int(value) else value


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def _decimal(plain: str, written: str) -> int | float:
    plain = plain.replace("٫", ".").replace(",", ".")
    if not _DECIMAL.fullmatch(plain):
        raise ValueError(written)
    return float(plain) if "." in plain else int(plain)
