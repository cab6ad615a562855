"""What Arabic writes as one word with the next: "and", "so", "by", "for", "as", and the article behind them."""

from __future__ import annotations

from collections.abc import Callable

from .words import fold

_TIED = ("وف", "بلك")  # conjunctions, then prepositions
_AND = "و"
_ARTICLE = "ال"
_SHORTEST = 3  # letters; no shorter rest has lost the first letter of its article


def clitics(word: str, known: Callable[[str], bool]) -> list[tuple[str, int]]:
    """The parts of a word, each with the number of letters it takes; the last is the word without what is tied to it.

    `known` says of a folded word that it is one. A letter is parted from its word where what stays is known, has the
    article, or a hyphen of its own; "and" from any word that is not known to begin with that letter. "للأحرار" is ل and
    الأحرار: there the article has lost its first letter.
    """
    parts: list[tuple[str, int]] = []
    rest = word
    for letters in _TIED:
        if known(fold(rest)):
            break
        after = _without_first(rest, letters, known)
        if after is not None:
            parts.append((rest[0], len(rest) - len(after)))
            rest = after
    tied = bool(parts) and parts[-1][0] == "ل" and rest.startswith("ل") and len(rest) > _SHORTEST
    if rest and not known(fold(rest)) and tied:
        return [*parts, (_ARTICLE[0] + rest, len(rest))]
    return [*parts, (rest, len(rest))] if rest else parts


def _without_first(word: str, letters: str, known: Callable[[str], bool]) -> str | None:
    """What stays of a word without a letter of these before it; None where that letter is its own."""
    if word[:1] not in letters or not word:
        return None
    rest = word[1:].lstrip("ـ")
    if len(rest) < len(word) - 1 or (len(rest) > _SHORTEST and word.startswith("لل")):
        return rest
    if word[0] == _AND and len(rest) >= _SHORTEST:
        return rest
    plain = fold(rest)
    if known(plain) or (plain.startswith(_ARTICLE) and len(plain) > _SHORTEST):
        return rest
    if letters == _TIED[0] and _without_first(rest, _TIED[1], known) is not None:
        return rest
    return None
