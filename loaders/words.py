"""Words and figures that mean a number, an ordinal, a date or a standing, as one table each."""

from __future__ import annotations

import re
import unicodedata

from graph.model import Standing

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
NUMBERS = {word: value for value, word in enumerate(_UNITS)}
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {word: value for value, word in enumerate(_PLACES, 1)} | {
    f"{value}{ending}": value for value in range(1, 31) for ending in ("st", "nd", "rd", "th")
}
_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = {name: f"{number:02}" for number, name in enumerate(_MONTHS, 1)}

NUMBER_WORD = "|".join(_UNITS[1:])
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
# Digits of any script, with separators of thousands or a decimal part.
FIGURE = r"\d++(?:[.,٬٫]\d++)*+"
PERCENT = rf"(?P<{{name}}>{FIGURE}) ?(?:%|٪|per ?cent\b|percent\b)"
PCT = PERCENT.format(name="percent")

_DECIMAL = re.compile(r"\d{1,300}(?:\.\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")


def number(text: str) -> int | float:
    """The number that figures or a word mean: "6,599,668", "٤١", "94.4", "three".

    Raises ValueError for anything else.
    """
    text = text.strip().lower()
    if text in NUMBERS:
        return NUMBERS[text]
    plain = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    if _THOUSANDS.fullmatch(plain):
        return int(re.sub(r"[.,٬]", "", plain))
    return _decimal(plain.replace("٬", ""), text)


def percent(text: str) -> int | float:
    """A share of 100: "94.4", "41"; a comma may stand for the point. Raises ValueError outside 0 to 100."""
    plain = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text.strip())
    value = _decimal(plain, text)
    if not 0 <= value <= 100:
        raise ValueError(text)
    return int(value) if value == int(value) else value


def _decimal(plain: str, written: str) -> int | float:
    plain = plain.replace("٫", ".").replace(",", ".")
    if not _DECIMAL.fullmatch(plain):
        raise ValueError(written)
    return float(plain) if "." in plain else int(plain)


_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?(?:(?P<after>\d{{1,2}}), )?(?P<year>\d{{4}})",
    re.IGNORECASE,
)


def iso_date(text: str) -> str | None:
    """A date as precise as it was written: "April 2013" is "2013-04". None where there is none."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    month, day = found["month"], found["day"] or found["after"]
    if month is None:
        return found["year"] if day is None else None
    ends = f"-{int(day):02}" if day else ""
    return f"{found['year']}-{MONTHS[month.lower()]}{ends}"


# The first cue of a text decides: a report on final results may mention the preliminary ones later.
_CUES = (
    (Standing.CERTIFIED, r"certified|ratified"),
    (Standing.FINAL, r"final (?:\w+ )?(?:results?|count|tally|list|figures)"),
    (
        Standing.PRELIMINARY,
        r"(?:preliminary|provisional|partial|initial|unofficial|early|incomplete) (?:\w+ )?"
        r"(?:results?|count|tally|figures)",
    ),
)
_CUE = re.compile(r"\b(?:" + "|".join(f"(?P<{standing}>{words})" for standing, words in _CUES) + r")\b", re.IGNORECASE)
# A sentence that looks ahead, or says no, gives its results no standing.
_NOT_SO = re.compile(
    r"\b(?:not|never|before|until|awaits?|awaited|awaiting|pending|expected|due|yet|will|would|to be|later|soon|"
    r"ahead of|un(?:certified|ratified))\b|n[’']t\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def standing_cue(text: str) -> Standing | None:
    """The standing that a text itself claims for its results, by its first cue; None without one."""
    if not _CUE.search(text):
        return None
    for sentence in _SENTENCE.split(text):
        found = _CUE.search(sentence)
        if found and not _NOT_SO.search(sentence):
            return Standing(str(found.lastgroup))
    return None


_AUTHORITY = re.compile(
    r"\b(?:electoral|elections?) (?:commission|authority|board|committee|office)\b|\bofficial results\b",
    re.IGNORECASE,
)


def cites_authority(text: str) -> bool:
    """Whether a text attributes its results to the body that held the vote."""
    return _AUTHORITY.search(text) is not None
