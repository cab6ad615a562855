"""What a document's own words say that a short name is the name of: in brackets, in a row of acronyms, by initials."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from ...languages.words import Words, fold, language_of
from .acronyms import acronym, initials_of, is_camel, is_of_another, stands_for
from .names import Names

_IN_BRACKETS = re.compile(r"\((?P<short>[^()\d\n]{2,24})\)")
_FULL = 80  # letters before a bracket that may be the full name
_FULL_WORDS = 8
# One of a row of acronyms, each with its full name behind it: "RPM Red Party of Marden, BL = Blue List".
_SPELLED = re.compile(
    r"(?P<short>[A-ZÀ-Þİ](?:(?<=[,;:.] .)|(?<![^\n].))[A-ZÀ-Þİ]{1,7})(?: ?[=:–-] ?| )"
    r"(?P<full>[A-ZÀ-Þİ][^,;:.()\d\n]{4,80}+)(?=[,;.\n]|$)",
    re.MULTILINE,
)
_GLOSS_WORDS, _GLOSSED_WORDS = 2, 4
_SHORTENED = 4  # letters of a word that a point may shorten
_SHORT = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{3,6}(?![\w-])")
# Words with capitals and what may stand between them: "Front for the Renewal of Marden".
_FULL_NAME = re.compile(
    r"[A-ZÀ-Þ](?<![\w’'-].)[\w’'-]++(?:(?: [a-zà-þ]{1,4}+){0,2} [A-ZÀ-Þ][\w’'-]++){2,9}"  # the letter first: it is rare
)


def read_glosses(names: Names, text: str) -> None:
    """Note the short names that a text gives to lists and to bodies."""
    language = names.language
    spelled = [(one["short"], one["full"].strip()) for one in _SPELLED.finditer(text)]
    said = [(short, full) for short, full in spelled if fold(short) in initials_of(full)]
    for short, full in said if len(said) > 1 else ():
        names.add_list(full, short)
    nouns = {key[0] for key, term in language.terms.items() if "list_noun" in term.roles and len(key) == 1}
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(match.start() - _FULL, 0) : match.start()].rpartition("\n")[2]
        _glossed(names, before.split()[-_FULL_WORDS:], match["short"].strip(), nouns)
    _read_initials(names, text, nouns)


def _read_initials(names: Names, text: str, nouns: set[str]) -> None:
    """Note the acronyms that nothing explains and that are the initials of just one name with a noun of lists."""
    shorts = {fold(short): short for short in _SHORT.findall(text)}
    shorts = {key: short for key, short in shorts.items() if names.lists.get(key, short) == short}
    shorts = {key: short for key, short in shorts.items() if key not in names.bodies}
    found: dict[str, dict[str, str]] = {}
    for run in set(_FULL_NAME.findall(text)) if shorts else ():
        words = run.split()
        capitals = [at for at, word in enumerate(words) if word[0].isupper()]
        initials = "".join(fold(words[at])[:1] or " " for at in capitals)
        for begin, end in combinations(range(len(initials) + 1), 2):
            joins = end < len(capitals) and capitals[end] == capitals[end - 1] + 1  # the name goes on
            part = words[capitals[begin] : capitals[end - 1] + 1] if initials[begin:end] in shorts and not joins else []
            if not nouns.isdisjoint(map(fold, part)):
                found.setdefault(initials[begin:end], {})[fold(" ".join(part))] = " ".join(part)
    for key, fulls in found.items():
        if len(fulls) == 1:
            (full,) = fulls.values()
            names.add_list(full, shorts[key])


def roles_of(word: str, language: Words) -> frozenset[str]:
    """The roles that a word has in a language."""
    term = language.terms.get((fold(word),))
    return term.roles if term else frozenset()


def head_roles(name: str, language: Words) -> frozenset[str]:
    """The roles of the word that says what a name is: the one before the first "of", else the last."""
    return _head_roles(name, language.name)


@lru_cache(maxsize=20_000)
def _head_roles(name: str, named: str) -> frozenset[str]:
    words, language = name.split(), language_of(named)
    of = next((at for at, word in enumerate(words) if at and "belongs" in roles_of(word, language)), len(words))
    return roles_of(words[of - 1], language)


def _is_body(name: str, language: Words) -> bool:
    """Whether a language knows a whole name as what a body is called: "Comissão Nacional Eleitoral"."""
    term = language.term(map(fold, name.split()))
    return term is not None and "body" in term.roles and "list_noun" not in term.roles


def _glossed(names: Names, full: list[str], short: str, nouns: set[str]) -> None:
    """What a bracket says of the words before it: their short form, or the list of a person."""
    article = ("the", "der", "die", "das", "la", "le", "el", "l'", "de")
    ended = [at for at, word in enumerate(full) if word[-1] in ".!?" and len(word) > _SHORTENED]
    full = full[ended[-1] + 1 :] if ended else full
    for start in range(len(full)):
        if not full[start][0].isupper() or fold(full[start]) in article:
            continue
        candidate = " ".join(full[start:])
        one_word = start == len(full) - 1
        if is_of_another(short, candidate, names.lists.get(fold(short), short)):
            return  # "Ada Bell Cole (ABC)", where ABC are the Allied Blue Clubs
        if acronym(short) and stands_for(short, candidate) and (not one_word or is_camel(short, candidate)):
            if "never_lists" in head_roles(candidate, names.language) or _is_body(candidate, names.language):
                names.bodies.add(fold(short))
            else:
                names.add_list(candidate, short)
            return
        named = nouns & {fold(word) for word in full[start:]} and not acronym(short)
        plain = not any(mark in candidate for mark in ".,;:") and len(full) - start <= _GLOSSED_WORDS
        if len(short) == 1 and one_word and candidate.startswith(short):
            names.add_list(candidate, short)
            return
        if named and plain and len(short.split()) <= _GLOSS_WORDS and short[:1].isupper():
            names.add_list(candidate, short)
            return
    if acronym(short):
        names.lists.setdefault(fold(short), short)
