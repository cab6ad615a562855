"""Dates as precise as a source states them: ISO 8601 texts, 2023, 2023-12 or 2023-12-18."""

from __future__ import annotations

import os
import re
from functools import lru_cache

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def is_date(text: str) -> bool:
    """Whether a text is such a date, and one that the calendar knows."""
    return bool(_DATE.fullmatch(text)) and _in_calendar(text)


@lru_cache(1024)
def _in_calendar(text: str) -> bool:
    from datetime import date  # an answer compares dates and never needs the calendar

    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def before(first: str, second: str) -> bool:
    """Whether a date is before another, as far as both are precise: 2023 is not before 2023-12."""
    return first[: len(second)] < second[: len(first)]


def not_after(first: str, second: str) -> bool:
    """Whether a date is at or before another, as far as both are precise."""
    return first[: len(second)] <= second[: len(first)]


def holds_at(since: str, until: str, day: str) -> bool:
    """Whether a period holds at a date; '' is a beginning or an end that no source states."""
    return (not since or not_after(since, day)) and (not until or not_after(day, until))


def today() -> str:
    """Today's date, or that of MAJLIS_TODAY: what sits today, and which election is the latest, is asked about it."""
    if given := os.environ.get("MAJLIS_TODAY"):
        return given
    from datetime import date  # an answer that names its day and election never needs the calendar

    return date.today().isoformat()
