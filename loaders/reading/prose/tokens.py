"""The words, numbers and marks of a sentence, each with its letters and with what the language says that it can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...languages.clitics import clitics
from ...languages.words import Term, Words, fold, language_of
from ..mentions import Names
from .nodes import MARK, NO_WORD, NOTHING, NUMBER, OTHER, WORD, Node, Piece, What, node_of

_SUFFIXED = Term(frozenset({"suffix"}))
_TOKEN = re.compile(  # what most tokens are comes first: no word begins with a digit
    r"(?P<word>(?:[A-Z]\.){2,}|(?>(?:[^\W\d_]++|[\u064b-\u0652\u0670]++)+)(?>(?:[-'’/&+.][^\W\d_]++)*)"
    r"(?:(?<=[A-Za-z])\d+|[+])?)"
    r"|(?P<other>\d{1,2}:\d{2}(?::\d{2})?|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|1/\d+\w*)"
    r"|(?P<number>\d+ر\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|[.,]\d)"
    r"|\d+(?:[.,٬٫'’]\d+|،\d{3}(?!\d))*)(?P<tail>[^\W\d_]+)?"
    r"|(?P<mark>\S)"
)
_WHOLE = re.compile(r"[وفبلك][\u0620-\u0652]+")  # a word that a letter might be parted from
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SUFFIX = re.compile(r"(?<=\w)['’](?P<suffix>[^\W\d_]{0,4})$")
_ELIDED = re.compile(r"^(?P<before>[^\W\d_]{1,6})['’](?=\w)")
_DOTTED = re.compile(r"^(?P<before>[^\W\d_]{1,2})\.(?=\w)")
_NUMBERS = re.compile(r"\d[\s*]+\d")  # two numbers, and between them only what is no token
_WORD_MARKS = "%٪&"
_BY_BRACKET = frozenset("و*")  # what begins so is parted otherwise behind a bracket that closes
QUOTES = {"“": "”", "”": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "'": "'", "[": "]"}
_PREFIX = 3  # letters before a hyphen, which leave the word behind it a name: "al-Maliki"
_MOST_KEPT, _LONGEST_KEPT = 20_000, 60  # runs between blanks of which the tokens are kept; letters of one
RANKING = frozenset({"rank_noun", "rank_first", "rank_second", "rank_led"})
_OF_PERSON = frozenset({"person_noun", "leader"})
_BEGINNING = RANKING | {"same"}  # roles of words with which a rank or a figure may begin


def tokens(text: str, names: Names, *, apart: bool = True) -> list[Node]:
    """The tokens of a sentence; phrases of the language are one token. `apart`: no blank in it parts thousands."""
    found: list[Node] = []
    opening: list[int] = []
    kept = names.pieces
    at, seconds, sons = 0, None, names.language.sons
    bracketed = ")" in text or "]" in text
    near = apart and _NUMBERS.search(text) is not None
    runs = text.split(" ") if apart else [text]
    for whole, known in zip(runs, map(kept.get, runs), strict=True):
        run, pieces = whole, known
        after_bracket = bracketed and run[:1] in _BY_BRACKET and bool(found) and found[-1].text in ")]"
        if sons and found and found[-1].plain in sons and (name := _WHOLE.match(run)):
            found.append(Node(_piece(name[0], 0, names.language), at))
            at, run, seconds = at + name.end(), run[name.end() :], None
            pieces = kept.get(run)
        if (pieces is None and run) or after_bracket:
            pieces = _pieces(run, names, after_bracket)
            begins_number = run[0].isdigit()
            if near and begins_number and found and found[-1].sort is NUMBER:
                return tokens(text, names, apart=False)
            told = after_bracket or (begins_number and NUMBER not in pieces[0])  # by what stands before
            if len(run) < _LONGEST_KEPT and not told:
                if len(kept) >= _MOST_KEPT:
                    kept.clear()
                kept[run] = pieces
        for piece in pieces or ():
            node = Node(piece, at)
            if seconds is not None and node.plain in seconds:
                opening.append(len(found) - 1)
            elif near and node.sort is NUMBER and found and found[-1].sort is NUMBER:
                return tokens(text, names, apart=False)
            seconds = node.seconds
            found.append(node)
        at += len(run) + 1
    return _phrases(found, opening, names.language) if opening else found


def _pieces(run: str, names: Names, after_bracket: bool) -> Sequence[Piece]:
    """The tokens of a run of letters; behind a bracket that closes, what begins with "and" goes on with a row."""
    found: list[Piece] = []
    language = names.language
    for match in _TOKEN.finditer(run):
        start, written, group = match.start(), match[0], match.lastgroup
        if group == "word":
            if _ARABIC.match(written):
                ends = found[-1][0] in ")]" if found else after_bracket
                if dotted := _DOTTED.match(written):
                    found.append(_piece(dotted["before"], start, language, letters=len(dotted[0])))
                    start, written = start + len(dotted[0]), written[len(dotted[0]) :]
                found.extend(_arabic(written, start, names, ends))
            else:
                found.extend(_latin(written, start, language))
        elif group == "mark":
            if written != "*":  # emphasis, which says nothing
                found.append(_piece(written, start, language, MARK))
        elif group == "other":
            found.append(_piece(written, start, language, OTHER))
        else:
            tail = match["tail"]
            share = tail and fold(tail) in language.share_ends
            if tail and not share and not _ARABIC.match(tail):
                found.append(_piece(written, start, language))
            else:
                found.append(_piece(match["number"], start, language, NUMBER))
                if share:
                    found.append(_piece("%", match.end("number"), language, letters=len(tail)))
                elif tail:
                    found.extend(_arabic(tail, match.end("number"), names))
    return found


def _piece(text: str, start: int, language: Words, sort: What = WORD, *, letters: int = 0, tied: bool = False) -> Piece:
    """A token, of so many letters in the text where they are not its own, with what the language says of it."""
    known = sort is WORD or text in _WORD_MARKS
    plain = fold(text) if known else NO_WORD
    term = _term(plain, language) if known else NOTHING
    sort, what = sort if term is NOTHING else WORD, MARK if sort is MARK and term is NOTHING else WORD
    capital = sort is not NUMBER and (_has_capital(text) or (sort is WORD and text[0].isdigit()))
    begins, end = sort in (NUMBER, OTHER) or _begins(text, term, capital=capital), start + (letters or len(text))
    seconds = language.seconds.get(plain)
    return text, start, end, what, sort, term, term.roles, capital, plain, begins, tied, seconds


def _term(plain: str, language: Words) -> Term:
    if plain[:1] == "'":
        return language.terms.get((plain,), _SUFFIXED)
    term = language.terms.get((plain,), NOTHING)
    if term is NOTHING and "/" in plain:  # the names of a month: "أيلول/سبتمبر"
        halves = (language.terms.get((half,), NOTHING) for half in plain.split("/"))
        return next((half for half in halves if "month" in half.roles), NOTHING)
    digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
    if term is NOTHING and digits.isdecimal() and plain[len(digits) :] in language.ordinal_endings:
        return Term(ordinal=int(digits))  # "1st", "25th"
    return term


def _begins(text: str, term: Term, *, capital: bool) -> bool:
    """Whether a name, a figure or a rank may begin with a word or a mark."""
    counts = term.number is not None or term.unit == "percent" or bool(term.ordinal)
    return capital or counts or "-" in text or text in QUOTES or not term.roles.isdisjoint(_BEGINNING)


def _has_capital(text: str) -> bool:
    if text[0].islower() and "-" not in text:
        return False
    head, dash, tail = text.partition("-")
    return text[0].isupper() or (bool(dash) and len(head) <= _PREFIX and tail[:1].isupper())


def _arabic(word: str, start: int, names: Names, after_bracket: bool = False) -> list[Piece]:
    """The parts of a word; behind a bracket that closes, what begins with "and" goes on with an enumeration."""
    language = names.language
    if fold(word) in names.whole:
        return [_piece(word, start, language)]
    parts = _parts(word, language.name)
    tied = fold(word) in names.tied  # a letter and the name of a place
    apart = tied or (word[0] in "وف" and len(word) > 1 and fold(word[1:]) in names.vocabulary)
    goes_on = after_bracket and word[0] == "و" and len(word) > 3
    if len(parts) == 1 and (apart or goes_on) and fold(word) not in language.opens:
        parts = [(word[0], 1), (word[1:], len(word) - 1)]
    found: list[Piece] = []
    for index, (shown, letters) in enumerate(parts):
        found.append(_piece(shown, start, language, letters=letters, tied=index < len(parts) - 1))
        start += letters
    return found


@lru_cache(maxsize=20_000)
def _parts(word: str, language: str) -> list[tuple[str, int]]:
    opens = language_of(language).opens
    return clitics(word, opens.__contains__)


def _latin(word: str, start: int, language: Words) -> list[Piece]:
    """A word without what an apostrophe ties to it: "Jackson's", "d'Ousmane", "Ankara'da"."""
    found: list[Piece] = []
    elided = _ELIDED.match(word)
    if elided and fold(elided["before"]) in language.elisions:
        cut = len(elided[0])
        found.append(_piece(word[:cut], start, language, tied=True))
        start, word = start + cut, word[cut:]
    head, dash, rest = word.partition("-")
    if rest and language.capital_nouns and not _OF_PERSON.isdisjoint(_term(fold(rest), language).roles):
        found.append(_piece(head, start, language))  # "CDU-Kandidat"
        start, word, dash = start + len(head) + 1, rest, ""
    if dash and "office_before" in language.terms.get((fold(head) + dash,), NOTHING).roles:  # "ex-Minister"
        cut = len(head) + 1
        found.append(_piece(word[:cut], start, language, tied=True))
        start, word = start + cut, word[cut:]
    suffix = _SUFFIX.search(word)
    if suffix and fold(suffix["suffix"]) in language.suffixes:
        cut = suffix.start()
        found.append(_piece(word[:cut], start, language))
        start, word = start + cut, word[cut:]
    return [*found, _piece(word, start, language)]


def _phrases(single: list[Node], opening: Sequence[int], language: Words) -> list[Node]:
    """The tokens with those that are a phrase together as one; `opening`: where one may begin."""
    found: list[Node] = []
    done = 0  # how many of the single tokens are in `found`
    for at in opening:
        if at < done:
            continue
        token = single[at]
        plain = tuple([part.plain for part in single[at : at + language.opens[token.plain]]])
        for count in range(len(plain), 1, -1):
            if term := language.terms.get(plain[:count]):
                run = single[at : at + count]
                phrase = node_of(WORD, " ".join([part.text for part in run]), token.start, run[-1].end, term)
                phrase.words, phrase.tied, phrase.plain = count, run[-1].tied, token.plain
                phrase.capital = _has_capital(phrase.text) or phrase.text[0].isdigit()
                phrase.begins = _begins(phrase.text, term, capital=phrase.capital)
                found += [*single[done:at], phrase]
                done = at + count
                break
    return [*found, *single[done:]] if done else single
