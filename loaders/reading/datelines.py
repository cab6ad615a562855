"""Datelines and trails: where, when and by whom a report was written, and the pages above it; none is of the vote."""

from __future__ import annotations

import re
from functools import cache

from ..languages.words import fold, months
from .cues import roles_in
from .figures import figures
from .tokens import TokenKind, tokens
from .words import Role

_AGENCY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?/ [^\W\d_]+(?: [^\W\d_]+)?")  # "Baghdad / the agency"
_BYLINE = re.compile(r"(?:[^\W\d_]\. ?){1,3}[^\W\d_]{0,2} ?/ ?[^\W\d_]+(?: [^\W\d_]+){0,2}")  # "A. B. / the agency"
_CAPITAL, _ARABIC = r"[A-ZÀ-Þ][\w'’.-]{0,30}+", r"[\u0621-\u064a]{2,30}+"
_NAMES = rf"(?:{_CAPITAL}(?>(?: (?:al-|el-)?{_CAPITAL}){{0,3}})|{_ARABIC}(?>(?: {_ARABIC}){{0,2}}))"
_UPPER = r"[A-ZÀ-Þ]{5,30}+(?>(?:[ -][A-ZÀ-Þ]{2,30}+){0,3})|[A-ZÀ-Þ]{2,30}+(?>(?:[ -][A-ZÀ-Þ]{4,30}+){1,3})"
_MONTH = r"[^\W\d_]{3,12}+\.?"
_DAY = rf"(?P<day>\d{{1,2}} {_MONTH}(?: {_MONTH})?|{_MONTH}(?: \d{{1,2}})?)(?:,? \d{{4}})?"
_BRACKET, _DASH = r" ?\([^()\d][^()]{1,40}\)", r"(?: [-–—ـ]{1,3}+ ?|[-–—ـ]{1,3}+ )"
_WORD = re.compile(r"[^\W\d_]+")
_ISSUE = re.compile(r"(?:العدد|(?:issue|vol\.?|edition|policy note|number|no\.?|n°|nr\.?)) ?\d{1,6}", re.IGNORECASE)
_HOUR = re.compile(
    r"\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?(?: [A-Z]{2,4})?|\d{1,2}(?::| ?h ?)\d\d(?: ?(?:[A-Z]{2,4}|Uhr|h))?|"
    r"\d{1,2}\.\d\d ?(?:Uhr|h)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:[^\W\d_]{2,12}+\.?,? )?"  # a day of the week
    r"\d{1,2}(?:(?:[.:]\d\d)? ?[ap]\.?m\.?|:\d\d(?: ?(?:Uhr|h))?|\.\d\d ?(?:Uhr|h)|h\d\d)[*:]{0,3} (?:[-–—] )?(?=\S)",
    re.IGNORECASE,
)
_LONGEST_HOUR = 20  # letters
_ALONE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} ?[-–—ـ] ?\([^()\d]{2,40}\)(?: ?[-–—ـ:])?")  # "Baghdad – (AFP)"
_OF_VOTES = frozenset({Role.LOCAL_BODY})  # what a title speaks of: "Marden County Council, 7 June 2029"
_SHORTEST = 5  # words of a sentence behind it
_LOOKED_AT = 60  # letters behind it
_TRAIL, _TRAIL_WORDS = re.compile(r" [>»›→/·|] "), 4
_TERMINAL = frozenset(".!?؟。…")
_MARKS, _WITHIN = re.compile(r"[-–—ـ/(]"), 400  # one of which a dateline has among its first letters


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How datelines are written; made when the first text has their marks, for that takes longer than reading it.

    Anywhere: with a day, "Baghdad, Nov 12 (AFP) -", or in capitals, "BAGHDAD, Iraq —". Where the text begins also with
    an agency: "Baghdad (AFP) -", "Baghdad/ AFP -", "Baghdad - AFP -".
    """
    dated = rf"{_NAMES}(?:[,،] {_NAMES})?[,،]? {_DAY}(?:{_BRACKET})?{_DASH}(?=\S)"
    in_capitals = rf"(?:{_UPPER})(?:, {_NAMES})?(?:{_BRACKET})?{_DASH}(?=\S)"
    opening = (
        rf"{_NAMES}(?:[,،] {_NAMES})?(?:{_BRACKET}(?:{_DASH}| ?: )| ?/ ?{_NAMES}(?: ?/ ?{_NAMES})?(?:{_DASH}| ?: )|"
        rf" [-–—ـ] {_NAMES}(?: [-–—ـ]|:) )(?=\S)"
    )
    return re.compile(dated), re.compile(in_capitals), re.compile(opening)


def behind_dateline(text: str, *, opens: bool) -> int:
    """How many letters of a text its dateline has: 0 where it has none. `opens`: it is the first text of a document.

    >>> behind_dateline("MARDEN, Nov 12 (AFP) - The Reds won 9 seats in all.", opens=False)
    23
    """
    if clock := _CLOCK.match(text):
        return clock.end()  # of a night that is told as it goes
    if _MARKS.search(text, 0, _WITHIN) is None:
        return 0
    with_day, in_capitals, opening = _patterns()
    dated = with_day.match(text)
    if dated is not None and months().isdisjoint(map(fold, _WORD.findall(dated["day"]))):
        dated = None
    found = dated or in_capitals.match(text) or (opening.match(text) if opens else None)
    if found is None or len(text[found.end() :].split()) < _SHORTEST:
        return 0
    behind = text[found.end() : found.end() + _LOOKED_AT]
    first = next(iter(figures(tokens(behind), behind)), None)
    return 0 if first is not None and first.start == 0 else found.end()


def is_hour(text: str) -> bool:
    """Whether a line gives the hour of what stands below it, as the pages do that tell a night as it goes: "9.45pm"."""
    return len(text) <= _LONGEST_HOUR and _HOUR.fullmatch(text.strip(" :–—-")) is not None


def is_dateline(text: str) -> bool:
    """Whether a line gives place, day and hour of publication and nothing else."""
    if "/" in text and (_AGENCY.fullmatch(text) or _BYLINE.fullmatch(text)):
        return True
    if text.endswith((")", "-", "–", "—", ":")) and _ALONE.fullmatch(text):
        return True
    if len(text) > 110 or text[-1:] in ".:" or not any(map(str.isdigit, text)):
        return False
    found = tokens(text)
    years = [token for token in found if token.kind is TokenKind.DATE or _is_year(token.text)]
    if not years:
        return False
    words = [token for token in found if token.kind is TokenKind.WORD]
    issue = _ISSUE.match(text)
    numbers = [one for one in figures(found, text) if not (issue and one.start < issue.end())]
    return (
        len(words) <= 10
        and roles_in(text).isdisjoint(_OF_VOTES)
        and not any(figure.unit for figure in numbers)
        and sum(not figure.year for figure in numbers) <= 3
        and any(mark in text for mark in "|–—,-/،.")
        and not any(figure.value > 31 and not figure.year and figure.value == int(figure.value) for figure in numbers)
        and (any(token.kind is TokenKind.DATE for token in found) or any(figure.value <= 31 for figure in numbers))
    )


def _is_year(text: str) -> bool:
    if len(text) != 4 or not text.isdecimal():
        return False
    return 1900 <= int(text) <= 2099 or 1300 <= int(text) <= 1500


def is_trail(text: str) -> bool:
    """Whether a line names the pages above this one, or beside it: "Home > Politics > Results"."""
    parts = _TRAIL.split(text)
    short = all(0 < len(part.split()) <= _TRAIL_WORDS for part in parts)
    return len(parts) > 2 and short and not any(char.isdigit() for char in text) and text[-1] not in _TERMINAL
