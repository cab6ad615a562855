"""Forms of a text that one engine answers otherwise than the other, or otherwise than their writer may think.

What the embedded engine answers wrongly is not run there (`UserQuery.misread`); what is told here is answered, and a
note says how it is meant.
"""

from __future__ import annotations

from .mentions import bound, mentions
from .tokens import Token, scan

EVERYWHERE = "dates_are_text"  # the one meaning that is the same on both engines
_END = Token("end", "", "", 0)
_CALLED = {
    "duration.between": "duration_in_days",
    "db.labels": "labels_of_tables",
}
_COMPARES = ("=", "<>", "<", "<=", ">", ">=")
_OF_A_DAY = ("hour", "minute", "second", "milli", "micro", "nano")
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
        elif token.key in _COMPARES and (
            ((after.key, second.key) == ("DATE", "(") and _is_text(tokens, names, own, at - 3, at - 1))
            or (_ends_date(tokens, at - 1) and _is_text(tokens, names, own, at + 1, at + 1))
        ):
            found.add(EVERYWHERE)
    return found


def _called(tokens: list[Token]) -> set[str]:
    """The functions with a dot in their name that a text calls, in small letters."""
    parts = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    return {f"{one.text}.{two.text}".lower() for one, dot, two, after in parts if (dot.key, after.key) == (".", "(")}


def _is_property(tokens: list[Token], names: dict[int, str], own: set[str], at: int) -> bool:
    """Whether a property of what a pattern binds begins here: a name, a dot, a name, and no more."""
    whole = at in names and tokens[at + 1].key == "." and at + 2 in names
    return whole and names[at] not in own and tokens[at - 1].key != "." and tokens[at + 3].key not in (".", "(", "[")


def _is_text(tokens: list[Token], names: dict[int, str], own: set[str], at: int, string: int) -> bool:
    """Whether a property of what a pattern binds begins with the token `at`, or `string` is a text."""
    return tokens[string].kind == "string" or _is_property(tokens, names, own, at)


def _ends_date(tokens: list[Token], at: int) -> bool:
    """Whether a call of date() ends here."""
    depth = 0
    for start in range(at, 0, -1):
        depth += (tokens[start].key == ")") - (tokens[start].key == "(")
        if not depth:
            return start < at and tokens[start - 1].key == "DATE"
    return False


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
