"""The numbers of a sentence: digits and words, with their unit, and why one is not exact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ... import figures
from ...languages.words import Words, fold
from .nodes import FIGURE, MARK, NOTHING, NUMBER, WORD, YEAR, Node, node_of

_SPACES = re.compile(r"[ \u00a0\u202f'’،]")
_AGENCY = re.compile(r"(\d+)ر(\d+)")  # a decimal as Arabic agencies write it, from right to left: "19ر26" is 26.19
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LAST_DAY = 31
NO_NUMBER = "no number"
_SHARE_WORDS = 3  # words before digits in which a turnout may be spoken of
_SIGNS = "+-−±"
_MILLION = 1_000_000
_ADJECTIVES = 2  # words between a figure and its unit


@lru_cache(maxsize=20_000)
def number_of(text: str) -> int | float | None:
    """The number that digits of any script mean, with thousands in any style; None where they mean none."""
    parts = _AGENCY.fullmatch(text)
    try:
        return figures.number(f"{parts[2]}.{parts[1]}" if parts else _SPACES.sub("", text), {})
    except ValueError:
        return None


def _word_number(token: Node, language: Words) -> int | None:
    if token.term.number is not None:
        return token.term.number
    head, dash, tail = fold(token.text).partition("-")
    if dash:
        first, second = language.terms.get((head,)), language.terms.get((tail,))
        if first and second and first.tens and second.number is not None:
            return (first.number or 0) + second.number
    return None


class Read(NamedTuple):
    """A number that was read from tokens: its value, the index after it, and why it is no exact number."""

    value: int | float
    after: int
    doubt: str = ""
    words: bool = False


def read_number(tokens: Sequence[Node], at: int, language: Words) -> Read | None:
    """The number that begins at a token: digits, words, and both with thousands and millions."""
    first = _part(tokens, at, language)
    if first is None:
        return None
    value, after, doubt = first.value, first.after, first.doubt
    rounded = ""
    own, behind = tokens[at].term, tokens[after].term if after < len(tokens) else NOTHING
    scaled = at + 1 == after and own.scale is not None and own.number is not None  # a dual of thousands
    if not scaled and (behind.scale is None or behind.number is not None):
        return first
    total: int | float = 0
    while True:
        if (
            after < len(tokens)
            and (scale := tokens[after].term.scale) is not None
            and tokens[after].term.number is None
        ):
            rounded = "a rounded figure" if scale >= 1000 else ""
            if isinstance(value, float):
                return Read(value * scale, after + 1, "a rounded figure")
            value, after, scaled = value * scale, after + 1, True
        if scaled:
            total += value
            nxt = after + 1 if after < len(tokens) and "and" in tokens[after].roles else after
            more = _part(tokens, nxt, language) if nxt < len(tokens) else None
            if more is None or (isinstance(more.value, int) and more.value >= max(total, 1)):
                return Read(total, after, doubt or rounded, first.words)
            if nxt == after and not tokens[after - 1].term.scale:
                return Read(total, after, doubt or rounded, first.words)
            value, after, scaled, rounded = more.value, more.after, False, ""
            if not (after < len(tokens) and tokens[after].term.scale is not None):
                return Read(total + value, after, "", first.words)
            continue
        return Read(total + value, after, doubt or rounded, first.words)


def _part(tokens: Sequence[Node], at: int, language: Words) -> Read | None:
    token = tokens[at]
    if token.sort is NUMBER:
        if len(token.text) > 1 and token.text.isdecimal() and number_of(token.text[0]) == 0:
            return None  # an hour, a number of a file
        value = number_of(token.text)
        point, tenths = (*tokens[at + 1 : at + 3], None, None)[:2]
        if point is not None and tenths is not None and "decimal_point" in point.roles and tenths.sort is NUMBER:
            value = number_of(f"{token.text}.{tenths.text}")
            return None if value is None else Read(value, at + 3)  # "28 فاصل 64"
        return None if value is None else Read(value, at + 1)
    word = _word_number(token, language)
    if word is None and _opens_scale(tokens, at):
        return Read(1, at, words=True)
    if word is None or (at + 1 < len(tokens) and tokens[at + 1].sort is NUMBER):
        return None  # "un 17,24 por ciento": an article
    after = at + 1
    if token.term.tens and after < len(tokens):  # twenty one
        unit = _word_number(tokens[after], language)
        if unit is not None and unit < 10:
            return Read(word + unit, after + 1, words=True)
    elif word < 10 and after + 1 < len(tokens) and "and" in tokens[after].roles and tokens[after + 1].term.tens:
        return Read(word + (tokens[after + 1].term.number or 0), after + 2, words=True)  # ثلاثة وعشرون
    return Read(word, after, words=True)


def _opens_scale(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word for millions begins a number, with more of it behind an "and": "مليون و387 ألفا"."""
    scale = tokens[at].term.scale or 0
    behind = tokens[at + 1 : at + 3]
    return scale >= _MILLION and len(behind) > 1 and behind[0].has("and") and behind[1].sort is NUMBER


def figure_at(tokens: Sequence[Node], at: int, language: Words) -> tuple[Node, int] | None:
    """The figure that begins at a token, with its unit and its doubt, and the index after it."""
    token = tokens[at]
    if token.has("verb_end") and at + 1 < len(tokens) and tokens[at + 1].sort is MARK:
        return None  # "die Grünen ziehen mit zwei Sitzen ein, ..."
    prefixed = token.term.unit == "percent" and at + 1 < len(tokens) and token.text != "-"
    begins = at + 1 if prefixed else at
    read = read_number(tokens, begins, language) if begins < len(tokens) else None
    if read is None and _like_number(tokens, at):
        read = Read(0, at + 1, NO_NUMBER)
    if read is None or (prefixed and tokens[begins].sort is not NUMBER):
        return None
    after = read.after
    if _is_day(tokens, at, read):
        return node_of(WORD, token.text, token.start, token.end, NOTHING), at + 1
    text = token.text if after == at + 1 else " ".join([part.text for part in tokens[at:after]])
    node = node_of(FIGURE, text, token.start, tokens[after - 1].end, token.term)
    node.value, node.doubt = read.value, "said not to be so" if token.has("denial") else read.doubt  # "aucun siège"
    if _signed(tokens, at):
        node.doubt = "a difference or a share, no result"
    if prefixed:
        node.unit, node.said_unit = "percent", True
        return node, after
    if tokens[after - 1].term.unit:  # a dual
        node.unit, node.said_unit = tokens[after - 1].term.unit, True
        return node, after
    hyphen = after + 1 < len(tokens) and tokens[after].text in "-‑" and tokens[after].start == node.end
    if hyphen and tokens[after + 1].term.unit and tokens[after + 1].start == tokens[after].end:  # "128-member"
        node.unit, node.said_unit, node.end = tokens[after + 1].term.unit, True, tokens[after + 1].end
        return node, after + 2
    unit_at = after + 1 if after < len(tokens) and tokens[after].text in ")]" and after + 1 < len(tokens) else after
    for skipped in range(_ADJECTIVES + 1):
        index = unit_at + skipped
        if index >= len(tokens):
            break
        unit = tokens[index].term.unit
        if unit and not (skipped and unit == "percent"):
            node.unit, node.said_unit, node.lists = unit, True, "counted_lists" in tokens[index].roles
            before, behind = tokens[unit_at:index], tokens[index + 1 : index + 2]  # adjectives; in Arabic, behind it
            node.of_kind = any("seat_kind" in part.roles or not part.term.roles for part in before) or any(
                "seat_kind" in part.roles for part in behind
            )
            if any("invalid" in part.roles for part in before):
                node.doubt = "invalid or blank ballots"
            if any("change" in part.roles for part in before):
                node.doubt = "a difference or a share, no result"  # "200 more votes"
            if unit_at == after:
                node.end, after = tokens[index].end, index + 1
            break
        if not _between(tokens[index], skipped):
            break
    if "pronoun" in token.roles and not node.said_unit:
        return None  # "both in X"
    year = token.sort is NUMBER and len(token.text) == 4 and token.text.isdecimal()
    if year and read.after == at + 1 and not node.unit and _FIRST_YEAR <= read.value <= _LAST_YEAR:
        node.what = YEAR
    if node.unit is None and language.script == "arabic":
        node.unit = _unit_before(tokens, at)
    if node.unit is None and after < len(tokens) and _counts_other(tokens[after]):
        node.unit = "chairs"
    return node, after


def _like_number(tokens: Sequence[Node], at: int) -> bool:
    """Whether digits that are no number stand where one does: "41.2.3 per cent", "the number of voters was 1.2.3"."""
    if tokens[at].sort is not NUMBER or number_of(tokens[at].text) is not None or "." not in tokens[at].text:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    told = any(token.has("number_of_voters", "turnout") for token in tokens[max(at - _SHARE_WORDS, 0) : at])
    return told or (after is not None and after.term.unit is not None)


def _signed(tokens: Sequence[Node], at: int) -> bool:
    """Whether a plus or a minus is tied to a number alone: "(+4)", "-2"; the hyphen of "A-2" is none."""
    sign = tokens[at - 1] if at else None
    if sign is None or sign.text not in _SIGNS or sign.end != tokens[at].start:
        return False
    return at == 1 or tokens[at - 2].end < sign.start or tokens[at - 2].text in "(["


def _unit_before(tokens: Sequence[Node], at: int) -> str | None:
    """The unit of a number that stands behind it as an adjective: "المقاعد الثمانين", "المقاعد الـ128"."""
    index = at - 1
    article = index >= 0 and tokens[index].text.rstrip("ـ") == "ال"
    if article:
        index -= 1
    definite = article or tokens[at].text.startswith("ال")
    noun = tokens[index] if index >= 0 and definite else None
    if noun is None or not noun.text.startswith("ال"):
        return None
    return noun.term.unit or ("chairs" if article else None)  # "المحافظات الـ 12"


def _is_day(tokens: Sequence[Node], at: int, read: Read) -> bool:
    """Whether a number is a day of the month, or of a law: "October 2", "2 October", "2 de abril", "article 42"."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    step = at - 2 if before is not None and before.text in "([" else at - 1
    if step >= 0 and "numbering" in tokens[step].roles and tokens[at].sort is NUMBER:
        return True  # "law no. 22", "المادة (42)"
    if tokens[at].sort is not NUMBER or read.after != at + 1 or not 1 <= read.value <= _LAST_DAY:
        return False
    month = before is not None and "month" in before.roles and (before.capital or not before.text.isascii())
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is not None and behind is not None and (after.text == "." or after.has("belongs")):
        return month or "month" in behind.roles
    return month or (after is not None and "month" in after.roles and (after.capital or not after.text.isascii()))


def _between(token: Node, skipped: int) -> bool:
    """Whether a word may stand between a number and its unit: "three reserved seats"."""
    if token.sort is not WORD or token.capital or token.tied or "article" in token.roles:
        return False
    if token.has("to", "goes", "of_total", "gain", "with", "against", "in", "and", "each", "approximate_after"):
        return False
    return "change" not in token.roles


def _counts_other(token: Node) -> bool:
    """Whether the word behind a number is what it counts, and none of what is read: "12 lists", "3 weeks"."""
    return token.sort is WORD and not token.capital and token.term == NOTHING and not token.tied
