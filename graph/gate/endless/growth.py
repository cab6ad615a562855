"""What REDUCE carries from turn to turn, where it may double, or grow by more than a piece with each turn."""

from __future__ import annotations

from collections.abc import Iterator

from ..brackets import CLOSES, OPENS, closing, skip
from ..errors import RefusedError
from ..rows import parts
from ..tokens import Token
from ..words import PLAIN
from .lengths import Lengths
from .weight import ORDINARY, Weight

GROWN = 20_000  # turns in which a text or list may grow: each copies what the turns before it made
ONCE = 1_000  # turns in which it may grow by all of another list
_JOINS = ("+", "||")
_COMPARES = frozenset("= <> < > <= >=".split())
_CONDITIONS = _COMPARES | frozenset("CASE WHEN AND OR XOR NOT".split())
_APART = _CONDITIONS | {"THEN", "ELSE", "END", ","}  # values on either side stay apart
_SUMS = _APART | frozenset("+ - * / % ^ ( )".split())
_OF_ONE = frozenset("- * / % ^ IN IS STARTS ENDS CONTAINS =~".split())  # what they make is a number, or a truth
# What they make is a number, or a text no longer than what they are given.
_SHORT = frozenset(
    "SIZE LENGTH TOINTEGER TOFLOAT TOSTRING ABS ROUND FLOOR CEIL SIGN LEFT RIGHT SUBSTRING TRIM TOUPPER TOLOWER".split()
)


def refuse_growth(
    asked: str, tokens: list[Token], at: int, longest: int, found: Weight, turns: int, lengths: Lengths
) -> bool:
    """Whether a REDUCE makes a value that grows; refuse one that can double with each turn, in a call or twice in it.

    Of a map that it carries on each property stands once. One that grows by a piece with each turn is refused in a text
    with a range as `longest` that is longer than texts need: the list that it goes through may be made of it.
    """
    name, comma, bar = tokens[at + 1], skip(tokens, at + 1, (",",)), skip(tokens, at + 1, ("|",))
    own = {name.text, tokens[comma + 1].text}
    body = range(bar + 1, skip(tokens, bar + 1, ()))
    values = list(_values(tokens, body))
    grows = any(tokens[place].key in _JOINS for place in body) and not _counts(tokens, at, comma, body, own)
    if grows:
        outer = next(filter(None, (_outer(tokens, value, own, lengths) for value in values)), "")
        short = GROWN // 2 if any(token.key == "[" for token in tokens[at + 3 : comma]) else GROWN
        if found.before > ORDINARY and turns * turns * found.before > GROWN * GROWN * ORDINARY:
            what = f"may grow by {found.before:,} letters or items with each of {turns:,} turns of reduce"
        elif outer and turns > ONCE:
            what = f"may grow by all of {outer} with each of {turns:,} turns of reduce"
        elif longest > short:
            what = f"may grow with each of more than {GROWN:,} turns of reduce"
        else:
            what = ""
        if what:
            what = f"{name.text} {what}. Make its list shorter"
            raise RefusedError(name.text, what, asked, name.start)
    seen: set[str] = set()
    for value in values:
        kept = _kept(asked, tokens, value, name.text, len(values) > 1 or value != body)
        if twice := kept & seen:
            what = f"{name.text}.{min(twice)} stands in two properties, and can double with each turn of reduce"
            raise RefusedError(name.text, what, asked, name.start)
        seen |= kept
    return grows


def _values(tokens: list[Token], body: range) -> Iterator[range]:
    """The values of the map that a REDUCE makes, or the one that it makes."""
    if body and tokens[body[0]].key == "{" and closing(tokens, body[0]) == body[-1]:
        yield from (range(first + 2, last) for first, last in parts(tokens, body[0] + 1, body[-1]))
    else:
        yield body


def _kept(asked: str, tokens: list[Token], value: range, name: str, of_map: bool) -> set[str]:
    """The properties that a value has of what was carried on, an empty one for all of it.

    Raises RefusedError where one stands twice, in a bracket, or as a whole in a map.
    """
    found: set[str] = set()
    if _ends_as_number(tokens, value):
        return found
    seen: set[str] = set()
    depth, before = 0, ""
    for place in value:
        token, after = tokens[place], tokens[place + 1]
        depth += (token.key in OPENS) - (token.key in CLOSES)
        if token.key in _APART:
            seen, before = set(), token.key
        elif token.text == name and token.kind in ("word", "name") and tokens[place - 1].key != ".":
            of = tokens[place + 2].text if of_map and after.key == "." else ""
            if of in seen or depth or (of_map and not of):
                what = f"{name} can double with each turn of reduce. Let it stand once, and in no bracket, list or map"
                raise RefusedError(name, what, asked, token.start)
            seen.add(of)
            found |= {of} - ({of} if before in _CONDITIONS else set())
    return found


def _ends_as_number(tokens: list[Token], value: range) -> bool:
    """Whether a REDUCE makes a remainder, product or quotient of a bracket: a number, which never grows."""
    bracket = len(value) > 3 and tokens[value[0]].key == "(" and closing(tokens, value[0]) == value[-3]
    return bracket and tokens[value[-2]].key in ("%", "*", "/") and tokens[value[-1]].kind == "number"


def _outer(tokens: list[Token], value: range, own: set[str], lengths: Lengths) -> str:
    """What a REDUCE adds as a whole that may be a long list of others; empty where it does not."""
    pieces = [value.start - 1]
    depth = 0
    for place in value:
        depth += (tokens[place].key in OPENS) - (tokens[place].key in CLOSES)
        if not depth and tokens[place].key in (*_APART, *_JOINS):
            pieces.append(place)
    for before, after in zip(pieces, [*pieces[1:], value.stop], strict=True):
        condition = before >= value.start and tokens[before].key in _CONDITIONS
        condition |= after < value.stop and tokens[after].key in _COMPARES
        if not condition and (name := _long(tokens, range(before + 1, after), own, lengths)):
            return name
    return ""


def _long(tokens: list[Token], piece: range, own: set[str], lengths: Lengths) -> str:
    """A name in what is added that is another's, and of which a long list may be made; empty where there is none."""
    if not piece:
        return ""
    first, last = tokens[piece[0]], piece[-1]
    if first.key == "(" and closing(tokens, piece[0]) == last:
        return _outer(tokens, range(piece[0] + 1, last), own, lengths)
    if first.key == "[" and closing(tokens, piece[0]) == last:
        keys = [tokens[place].key for place in piece]
        if keys[2:3] != ["IN"] and "|" not in keys:
            return ""  # one item, or a few
    if (first.key in _SHORT and closing(tokens, piece[0] + 1) == last) or _is_of_one(tokens, piece):
        return ""
    known = lengths.of(piece[0], last + 1)
    if known is not None and known <= ORDINARY:
        return ""
    for place in piece:
        token = tokens[place]
        named = token.kind in ("word", "name") and token.key not in PLAIN and tokens[place + 1].key != "("
        if named and tokens[place - 1].key != "." and token.text not in own:
            return token.text
    return ""


def _is_of_one(tokens: list[Token], piece: range) -> bool:
    """Whether a number or a truth is made of the piece."""
    depth = 0
    for place in piece:
        depth += (tokens[place].key in OPENS) - (tokens[place].key in CLOSES)
        if not depth and tokens[place].key in _OF_ONE:
            return True
    return False


def _counts(tokens: list[Token], at: int, comma: int, body: range, own: set[str]) -> bool:
    """Whether a REDUCE begins with a number and adds only numbers: products, or those of the range it goes through."""
    begins = [token.kind for token in tokens[at + 3 : comma] if token.key != "-"]
    inside = [tokens[place] for place in body]
    plain = all(token.kind == "number" or token.text in own or token.key in _SUMS for token in inside)
    return begins == ["number"] and ((tokens[comma + 3].key == "RANGE" and plain) or _adds_products(inside))


def _adds_products(body: list[Token]) -> bool:
    """Whether each + of the body stands between its first name and products, which are no texts and no lists."""
    terms: list[set[str]] = [set()]
    depth = 0
    for token in body:
        depth += (token.key in OPENS) - (token.key in CLOSES)
        if token.key in _JOINS and depth:
            return False
        if token.key == "+":
            terms.append(set())
        elif not depth:
            terms[-1].add(token.key)
    apart = {"CASE", "||"}.isdisjoint(set().union(*terms))
    return apart and all(not {"*", "/", "%"}.isdisjoint(term) for term in terms[1:])
