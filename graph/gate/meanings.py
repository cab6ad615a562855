"""Forms of a text that one engine answers otherwise than the other, or otherwise than their writer may think.

What the embedded engine answers wrongly is not run there (`UserQuery.misread`); what is told here is answered, and a
note says how it is meant.
"""

from __future__ import annotations

from collections.abc import Collection

from .brackets import closing
from .mentions import bound, mentions
from .tokens import Token, scan

_END = Token("end", "", "", 0)
_CALLED = {
    "duration.between": "duration_in_days",
    "db.labels": "labels_of_tables",
}
_COMPARES = ("=", "<>", "<", "<=", ">", ">=", "IN")
_OF_A_DAY = ("hour", "minute", "second", "milli", "micro", "nano")
_DATE, _TEXT = "date", "text"
_DAYS_ARE_TEXT = "dates_are_text"
_TITLE = "title_is_name"
_DAY = "duration_of_a_day"


def meanings(text: str) -> set[str]:
    """The codes of the notes that a text needs."""
    tokens = [_END, _END, *scan(text)[0], _END, _END, _END]
    names = {at: token.name for at, token in enumerate(tokens) if token.kind in ("word", "name")}
    edges, own = bound(tokens, names)
    found = {code for name, code in _CALLED.items() if name in _called(tokens)}
    mentioned = mentions(text)
    if ("label", "Source") not in mentioned and not {("node_property", "title"), ("property", "title")}.isdisjoint(
        mentioned
    ):
        found.add(_TITLE)
    held = _held(tokens, names, own)
    days = any(token.key == "DATE" and tokens[at + 1].key == "(" for at, token in enumerate(tokens[:-1]))
    for at, token in enumerate(tokens[:-3]):
        after, second = tokens[at + 1], tokens[at + 2]
        whole = token.key in ("{", ",") and (after.key, second.key) == (".", "*")  # of a projection: n {.*}
        if token.key in ("KEYS", "PROPERTIES") and after.key == "(":
            whole = names.get(at + 2, "") not in {"", *edges, *own}
        if whole:
            found.add(_TITLE)
        elif token.key == "DURATION" and after.key == "(" and days and _parts_of_days(tokens, at + 2):
            found.add(_DAY)
        elif token.key in _COMPARES and "" not in (
            sides := {_kind(tokens, names, own, held, *_before(tokens, at)), _kind(tokens, names, own, held, at + 1)}
        ):
            found.update({_DAYS_ARE_TEXT} if len(sides) > 1 else ())
    return found


def _called(tokens: list[Token]) -> set[str]:
    """The functions with a dot in their name that a text calls, in small letters."""
    parts = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    return {f"{one.text}.{two.text}".lower() for one, dot, two, after in parts if (dot.key, after.key) == (".", "(")}


def _is_property(tokens: list[Token], names: dict[int, str], own: Collection[str], at: int) -> bool:
    """Whether a property of what a pattern binds begins here: a name, a dot, a name, and no more."""
    whole = at in names and tokens[at + 1].key == "." and at + 2 in names
    return whole and names[at] not in own and tokens[at - 1].key != "." and tokens[at + 3].key not in (".", "(", "[")


def _held(tokens: list[Token], names: dict[int, str], own: Collection[str]) -> dict[str, str]:
    """The names that a text gives to days and to texts alone."""
    held: dict[str, str] = {}
    for at, name in names.items():
        if tokens[at - 1].key == "AS":
            kind = _kind(tokens, names, own, held, *_before(tokens, at - 1))
            held[name] = kind if held.get(name, kind) == kind else ""
    return held


def _before(tokens: list[Token], at: int) -> tuple[int, int]:
    """Where a call, a property or one word begins that ends before the token `at`, and where it ends."""
    start, depth = at - 1, 0
    while tokens[start].key == ")" or depth:
        depth += (tokens[start].key == ")") - (tokens[start].key == "(")
        start -= 1
    return start - 2 * (tokens[start - 1].key == "."), at


def _kind(
    tokens: list[Token],
    names: dict[int, str],
    own: Collection[str],
    held: dict[str, str],
    at: int,
    end: int | None = None,
) -> str:
    """Whether a day or a text, written out or by name, stands at `at` (and ends before `end`); empty for all else."""
    token, after = tokens[at], tokens[at + 1].key
    if token.key == "DATE" and after == "(":
        return _DATE if tokens[closing(tokens, at + 1) + 1].key not in (".", "+", "-") else ""
    if token.key == "[":
        token, at, after = tokens[at + 1], at + 1, ""
    if token.kind == "string" or _is_property(tokens, names, own, at):
        return _TEXT
    alone = at in names and after not in (".", "(", "[") and tokens[at - 1].key != "."
    return held.get(names[at], "") if alone and end in (None, at + 1) else ""


def _parts_of_days(tokens: list[Token], at: int) -> bool:
    """Whether a duration that is written out here has hours or less."""
    if tokens[at].kind == "string":
        return "T" in tokens[at].text.upper()
    depth = 0
    while tokens[at].kind != "end":
        depth += (tokens[at].key in ("(", "{")) - (tokens[at].key in (")", "}"))
        if depth < 0:
            break
        if tokens[at + 1].key == ":" and tokens[at].text.lower().startswith(_OF_A_DAY):
            return True
        at += 1
    return False
