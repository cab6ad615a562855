"""Figures in a text: whole numbers, decimals and shares, in digits of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# Digits of any script, with separators of thousands or a decimal part.
FIGURE = r"\d++(?>(?:[.,٬٫]\d++)*)"
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


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def _decimal(plain: str, written: str) -> int | float:
    plain = plain.replace("٫", ".").replace(",", ".")
    if not _DECIMAL.fullmatch(plain):
        raise ValueError(written)
    return float(plain) if "." in plain else int(plain)
