"""The figures of a text: what number each is, its unit, and whether it is a change, a year or only about right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .tokens import MARK, NUMBER, WORD, Token, value_of
from .words import Lexicon, Role, lexicon

UNITS = frozenset({Role.SEATS, Role.VOTES, Role.PERCENT, Role.REGISTERED, Role.VOTERS})
# Where a word is of more than one role, the first of these that it has is its unit.
_UNIT_ORDER = (Role.SEATS, Role.VOTES, Role.PERCENT, Role.VOTERS, Role.REGISTERED)
_BLANKS = " \u00a0\u202f\u2009"
_GROUP = re.compile(r"\d{3}")
_FIRST_GROUP = re.compile(r"[1-9]\d{0,2}")
_DASHES = frozenset("-–‑")
_AROUND = frozenset((("[", "]"), ("(", ")")))  # "(53) seats"
_YEAR, _YEAR_DIGITS = re.compile(r"(?:19|20)\d\d"), 4
_SIGNS = "+-−±"
_NUMBER_SIGNS = frozenset("#№")
_ARROWS = "→➔➜➝⇒"
_ARROW = re.compile(f"[{_ARROWS}]")
_ABOUT = frozenset("~≈∼±")
_AND = ("و", "and", "ve")


class Figure(NamedTuple):
    """A figure: letters `start` to `end` with its unit, tokens `first` to `last`.

    `change`: it is what something grew or shrank by. `spelled`: it is a word. `attached`: its unit is its own, and not
    one that was taken over. `bracketed`: a bracket opens before it.
    """

    value: int | float
    unit: Role | None
    start: int
    end: int
    first: int
    last: int
    change: bool = False
    approximate: bool = False
    year: bool = False
    spelled: bool = False
    bracketed: bool = False
    before: bool = False


def figures(found: Sequence[Token], text: str) -> list[Figure]:
    """The figures among the tokens of a text, in order; number words only where a unit stands behind them."""
    words = lexicon()
    counting = words.counting
    keys = [token.key for token in found]
    made: list[Figure] = []
    done = 0  # tokens that are of a figure, or before it
    for at, token in enumerate(found):
        if at < done or not (token.kind is NUMBER or token.key in counting):
            continue
        figure = _digits(found, keys, at, text, words) if token.kind is NUMBER else _spelled(found, keys, at, words)
        if figure is None:
            continue
        before = made[-1] if made else None
        if before and before.spelled and before.last == figure.first and before.value == figure.value:
            made[-1] = before._replace(end=figure.end, last=figure.last)  # "two seats 2"
        else:
            made.append(figure)
        done = figure.last
    return _led_from(made, found) if not text.isascii() and _ARROW.search(text) else made


def without_ranges(made: list[Figure], text: str) -> list[Figure]:
    """The figures; the ends of a range, "20-25 seats", are not exact."""
    for at, (low, high) in enumerate(pairwise(made)):
        tied = text[low.end : high.start] in _DASHES and low.unit in (None, high.unit) and not low.year
        if tied and low.value < high.value:
            made[at : at + 2] = [low._replace(approximate=True), high._replace(approximate=True)]
    return made


def _led_from(made: Sequence[Figure], found: Sequence[Token]) -> list[Figure]:
    """The figures; one from which an arrow leads to the next is what there was before."""
    firsts = {figure.first for figure in made}
    return [
        figure._replace(before=True)
        if figure.last < len(found) and found[figure.last].text in _ARROWS and figure.last + 1 in firsts
        else figure
        for figure in made
    ]


def unit_at(keys: Sequence[str], at: int, words: Lexicon) -> tuple[Role | None, int]:
    """The unit that begins at a word, and how many words it has."""
    if at >= len(keys) or keys[at] not in words.opens:
        return None, 0
    roles, length = words.roles_at(keys, at)
    while length > 1 and not roles & UNITS:  # "seats won" is a header; behind a number the shorter word is the unit
        length -= 1
        roles = words.roles_of(keys[at : at + length])
    unit = next((role for role in _UNIT_ORDER if role in roles), None)
    return (unit, length) if unit else (None, 0)


def _digits(found: Sequence[Token], keys: list[str], at: int, text: str, words: Lexicon) -> Figure | None:
    token = found[at]
    if text[token.end : token.end + 1] == "/" and text[token.end + 1 :].lstrip()[:1].isalpha():
        return None  # "Bündnis 90/ Die Grünen"
    if at and found[at - 1].text in _NUMBER_SIGNS and found[at - 1].end == token.start:
        return None  # "list #214"
    last, written, scaled = at + 1, token.text, False
    following = found[last].kind if last < len(found) else None
    if following is NUMBER and _FIRST_GROUP.fullmatch(written):  # "11 636": blanks part thousands
        while (
            last < len(found)
            and found[last].kind is NUMBER
            and found[last].start == found[last - 1].end + 1
            and text[found[last - 1].end] in _BLANKS
            and _GROUP.fullmatch(found[last].text)
        ):
            last += 1
        written = text[token.start : found[last - 1].end]
    sign = _sign_before(found, at, text)
    percent_before = _percent_before(found, keys, at, words)
    unit_from, unit = last, None
    if last < len(found) and keys[last] in ("'", "’") and last + 1 < len(found):  # "1'er": a suffix
        glued = found[last].start == found[last - 1].end and found[last + 1].start == found[last].end
        unit_from = last + 2 if glued and found[last + 1].kind is WORD else last
    elif at and last < len(found) and (found[at - 1].text, keys[last]) in _AROUND:
        unit_from = last + 1
    unit, length = unit_at(keys, unit_from, words)
    if length and _heads_the_next(found, unit_from, unit):
        unit, length = None, 0
    if percent_before and unit is not Role.PERCENT:
        unit, length = None, 0
    end_at = unit_from + length if length else last
    share = unit is Role.PERCENT or percent_before
    value: int | float | None
    value = value_of(written, share=share)
    if value is None:
        return None
    approximate = _approximate(keys, at, words)
    if not length:
        value, last, scaled = _scaled(found, keys, last, value, words)
        if scaled:
            approximate = approximate or (isinstance(value, float) or last == at + 2)
            value = int(value)
            unit, length = unit_at(keys, last, words)
            end_at = last + length
        else:
            end_at = max(end_at, last)
    if percent_before and unit is None:
        unit = Role.PERCENT
    bare = unit is None and not scaled and end_at == at + 1
    return Figure(
        value,
        unit,
        token.start,
        found[end_at - 1].end,
        at,
        end_at,
        change=sign,
        approximate=approximate,
        year=bare and len(written) == _YEAR_DIGITS and _YEAR.fullmatch(written) is not None,
        bracketed=at > 0 and found[at - 1].text in ("(", "["),
    )


def _heads_the_next(found: Sequence[Token], at: int, unit: Role | None) -> bool:
    """Whether a percent sign is tied to the number behind it, and not to the one before: "78 %31"."""
    sign = found[at]
    if unit is not Role.PERCENT or sign.kind is not MARK or at + 1 == len(found):
        return False
    return sign.end == found[at + 1].start and sign.start > found[at - 1].end and found[at + 1].text[0].isdigit()


def _scaled(
    found: Sequence[Token], keys: list[str], at: int, value: int | float, words: Lexicon
) -> tuple[int | float, int, bool]:
    """A number with words for thousands behind it: "7 million and 65 thousand and 885"."""
    total: int | float = 0
    here: int | float | None = value
    scaled = False
    while at < len(found) and here is not None and (scale := words.scales.get(keys[at])):
        total += here * scale
        scaled, here = True, None
        at += 1
        step = at + 1 if at < len(found) and keys[at] in _AND else at
        more = value_of(found[step].text) if step < len(found) and found[step].kind is NUMBER else None
        if more is not None and more < scale:
            here, at = more, step + 1
    if not scaled:
        return value, at, False
    return total + (here or 0), at, True


def _spelled(found: Sequence[Token], keys: list[str], at: int, words: Lexicon) -> Figure | None:
    """A number word with a unit behind it: "seven seats"; or one word that is both, as the Arabic dual."""
    for length in range(min(3, len(keys) - at), 0, -1):
        both = words.unit_numbers.get(tuple(keys[at : at + length]))
        if both:
            last = at + length
            return Figure(both[0], both[1], found[at].start, found[last - 1].end, at, last, spelled=True)
    values = words.numbers.get(keys[at])
    if not values:
        return None
    unit, length = unit_at(keys, at + 1, words)
    if unit is None:
        return None
    last = at + 1 + length
    value = next((values[one] for one in words.languages[tuple(keys[at + 1 : last])] if one in values), None)
    if value is None:
        return None
    approximate = _approximate(keys, at, words)
    return Figure(value, unit, found[at].start, found[last - 1].end, at, last, approximate=approximate, spelled=True)


def _sign_before(found: Sequence[Token], at: int, text: str) -> bool:
    """Whether a plus or a minus stands before a number, tied to it alone."""
    if at == 0 or found[at - 1].text not in _SIGNS:
        return False
    sign = found[at - 1]
    tied = sign.end == found[at].start
    return (tied and (sign.start == 0 or not text[sign.start - 1].isalnum()) and sign.text != "-") or (
        tied and sign.text == "-" and sign.start > 0 and text[sign.start - 1] in " ([;"
    )


def _percent_before(found: Sequence[Token], keys: list[str], at: int, words: Lexicon) -> bool:
    if at == 0:
        return False
    if keys[at - 1] not in words.opens or Role.PERCENT not in words.roles_of((keys[at - 1],)):
        return False
    before, begins = found[at - 1], found[at].start
    free = at == 1 or found[at - 2].kind is not NUMBER  # "% 39,54"; the sign of "78 % 31" is of the 78
    return before.kind is WORD or before.end == begins or (free and before.end + 1 == begins)


def _approximate(keys: list[str], at: int, words: Lexicon) -> bool:
    """Whether the words or the mark right before a number say that it is not exact."""
    if at and keys[at - 1] in _ABOUT:
        return True
    phrases = words.approximating.get(keys[at - 1], ()) if at else ()
    return any(tuple(keys[max(at - len(phrase), 0) : at]) == phrase for phrase in phrases)
