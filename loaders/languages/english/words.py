"""What English grammar is made of: numbers, ordinals, dates and shares as patterns, and what they mean."""

from __future__ import annotations

import re

from ... import figures
from ...figures import FIGURE
from . import ENGLISH

_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {word: value for value, word in enumerate(_PLACES, 1)} | {
    f"{value}{ending}": value for value in range(1, 31) for ending in ("st", "nd", "rd", "th")
}
_MONTHS = "january february march april may june july august september october november december".split()

NUMBER_WORD = "|".join(ENGLISH.numbers)
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
PERCENT_SIGN = r"(?:%|٪|per ?cent\b|percent\b)"
PERCENT = rf"(?P<percent>{FIGURE}) ?{PERCENT_SIGN}"
VOTE = r"(?:vote|votes|voting|election|elections|poll|polls|polling|ballot)"
SAYING = r"(?:said|says|announced|reported|stated|affirms|affirmed|declared|confirmed|put|showed|show)"

_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(_MONTHS)}) )?(?:(?P<after>\d{{1,2}}), )?(?P<year>\d{{4}})",
    re.IGNORECASE,
)


def number(text: str) -> int | float:
    """The number that figures or a word mean: "6,599,668", "three". Raises ValueError for anything else."""
    return figures.number(text, ENGLISH.numbers)


def iso_date(text: str) -> str | None:
    """A date as precise as it was written: "April 2013" is "2013-04". None where there is none."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    month, day = found["month"], found["day"] or found["after"]
    if month is None:
        return found["year"] if day is None else None
    ends = f"-{int(day):02}" if day else ""
    return f"{found['year']}-{_MONTHS.index(month.lower()) + 1:02}{ends}"
