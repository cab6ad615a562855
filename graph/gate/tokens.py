"""The tokens of a user's text: what can be read in one way alone, by every engine; all else is refused here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from .errors import RefusedError

LONGEST = 100_000  # characters of a text


class Token(NamedTuple):
    """A piece of a text that has a meaning of its own."""

    kind: str
    text: str
    key: str  # a word in capitals, a mark as it is, empty for all that cannot be a keyword
    start: int

    @property
    def name(self) -> str:
        """What a word or a name in backticks calls."""
        return self.text[1:-1].replace("``", "`") if self.kind == "name" else self.text


def clause_keys(tokens: Sequence[Token]) -> list[str]:
    """The key of each token; empty for a word that begins no clause: a property, a label, an alias, a key of a map."""
    keys = [token.key for token in tokens]
    around = zip(tokens, ("", *keys), (*keys[1:], ""), strict=False)
    return [
        "" if token.kind == "word" and (before in _NO_CLAUSE_BEHIND or after == ":") else token.key
        for token, before, after in around
    ]


_NO_CLAUSE_BEHIND = (".", ":", "|", "AS")

# Repeats are possessive: a text that does not fit fails at once instead of being tried in every way.
_BACKTICKED = r"`(?>(?:[^`\\\x00-\x1f\x7f]|``)+)`"
_TOKENS = re.compile(
    rf"""
      (?P<space>[ \t\r\n]++)
    | (?P<comment>//[^\r\n]*+|/\*(?>(?:[^*]|\*(?!/))*)\*/)
    | (?P<word>[^\W\d]\w*+)
    | (?P<number>0[xX][0-9a-fA-F]++|0[oO][0-7]++|(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)
    | (?P<string>'[^'\\]*+(?>(?:\\[\\'"bfnrt][^'\\]*+)*)'|"[^"\\]*+(?>(?:\\[\\'"bfnrt][^"\\]*+)*)")
    | (?P<name>{_BACKTICKED})
    | (?P<parameter>\$(?:[A-Za-z0-9_]\w*+|{_BACKTICKED}))
    | (?P<mark><=|>=|<>|=~|\.\.|\|\||/(?![/*])|[()\[\]{{}},.:|&!+\-*%^=<>;])
    """,
    re.VERBOSE,
)
_NEVER = re.compile(r"\\u|[\x00\ud800-\udfff]")


def scan(text: str) -> tuple[list[Token], str]:
    """The tokens of a text, and the text that runs: comments and a last semicolon are blanked out."""
    if len(text) > LONGEST:
        raise RefusedError("", f"a text has at most {LONGEST:,} characters, this one has {len(text):,}", text[:80], 0)
    if never := _NEVER.search(text):
        what = r"\u: an engine could read the letter that it stands for as Cypher. Write the letter itself"
        raise RefusedError(never[0], what if never[0] == r"\u" else "a character that is no text", text, never.start())
    tokens: list[Token] = []
    parts: list[str] = []
    end = 0
    while found := _TOKENS.match(text, end):
        kind, part, start = found.lastgroup or "", found[0], end
        end = found.end()
        if kind != "string" and not part.isascii():
            _check_letters(text, kind, part, start)
        if kind == "comment":
            parts.append(re.sub(r"[^\r\n]", " ", part))
            continue
        parts.append(part)
        if kind == "space":
            continue
        if kind == "number":
            after = text[end : end + 2]
            if after and (after[0].isalnum() or after[0] == "_" or (after[0] == "." and after != "..")):
                raise RefusedError(part + after[0], f"{part + after[0]} is no number", text, start)
            if part[0] == "0" and part[1:2].isdecimal():
                raise RefusedError(part, f"{part} is no number; a day is a text: '2024-01-31'", text, start)
        key = part.upper() if kind == "word" and part.isascii() else part if kind == "mark" else ""
        tokens.append(Token(kind, part, key, start))
    if end != len(text):
        _refuse_untold(text, end)
    if tokens and tokens[-1].key == ";":
        ran = "".join(parts)
        last = tokens.pop().start
        return tokens, f"{ran[:last]} {ran[last + 1 :]}"
    return tokens, "".join(parts)


def _check_letters(text: str, kind: str, part: str, start: int) -> None:
    """Refuse letters that an engine could read as others: by NFKC anywhere outside strings, by case in a word."""
    for place, char in enumerate(part, start):
        if char.isascii():
            continue
        if not unicodedata.is_normalized("NFKC", char):
            raise RefusedError(char, f"{char} outside a string: it can be read as another letter", text, place)
        if kind == "word":
            cases = char.upper() + char.lower() + char.casefold()
            if not (char.isalpha() or char.isdecimal()) or any(each.isascii() for each in cases):
                raise RefusedError(char, f"{char} in a name without backticks", text, place)
    if not unicodedata.is_normalized("NFKC", part):
        raise RefusedError(part, f"{part} outside a string: it can be read as other letters", text, start)


def _refuse_untold(text: str, start: int) -> NoReturn:
    """Refuse what is no token, and say what is wrong with it."""
    char = text[start]
    if char in "'\"":
        for found in re.finditer(r"\\.?|['\"]", text[start + 1 :], re.DOTALL):
            if found[0] == char:
                break
            if found[0][0] == "\\" and (len(found[0]) == 1 or found[0][1] not in "\\'\"bfnrt"):
                what = f"{found[0]} in a string is no escape that both engines know. For a backslash write two"
                raise RefusedError(found[0], what, text, start + 1 + found.start())
        raise RefusedError(char, "a string that does not end", text, start)
    if char == "`":
        raise RefusedError(char, "a name in backticks that does not end, is empty or has a backslash", text, start)
    if text.startswith("/*", start):
        raise RefusedError("/*", "a comment that does not end", text, start)
    name = char if char.isprintable() else f"the character U+{ord(char):04X}"
    blank = ": a plain blank is meant" if char.isspace() else ""
    raise RefusedError(char, f"{name} is not Cypher here{blank}", text, start)
