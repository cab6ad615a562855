"""Arabic: the words of its lists and tables."""

from __future__ import annotations

from .language import Language

ARABIC = Language(
    name="Arabic",
    units=("مقاعد", "مقعدا", "مقعد"),
    seats={"مقعد واحد": 1, "مقعدان": 2, "مقعدين": 2},
    totals=("المجموع", "المجموع الكلي", "مجموع المقاعد"),
)
