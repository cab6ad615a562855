"""The plain form of a name: the key under which it is found however it was spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .kinds import Kind

# Letters that scripts write in more than one way and NFKD leaves apart (Arabic, Persian, Kurdish, Latin).
_LETTERS = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ۍ": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ة": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ۀ": "ه",
        "ٱ": "ا",
        "ـ": "",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        # apostrophes, the signs for ayn and hamza, and marks that only steer the direction of a line
        **dict.fromkeys("'’‘ʼʻʿʾ`´′ʹءٴ\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufeff", ""),
    }
)
_SEPARATORS = re.compile(r"[\W_]+")
# "an-Najaf", "As-Sulaymaniyah", "ас-Судани": the article takes the next letter's sound where a hyphen ties it, or
# that letter does follow: "Ad Dawa". Within a name of Abd it goes: Abdul Aziz, Abd al-Aziz and Abdulaziz are one.
_SUN_ARTICLE = re.compile(
    r"\b(?:(?:[ae](?:[dlnrstz]|dh|sh|th)|ul|ud|ur|us|[аэ][дзлнрстш])[-–](?=\w)|[ae]([dnrstz]|dh|sh|th) (?=\1))"
    r"|(?<=\babd)[- ]?[aeou]l[- ]?(?!lah)(?=\w{3})|(?<=\bعبد)[- ]?ال(?!له)(?=\w{3})"
)
_ARTICLES = frozenset({"the", "al", "el", "аль", "эль"})
_NAME = 120  # letters; what is longer is no name, and is not kept
_ARABIC_ARTICLE, _WHOLE = "ال", 4  # letters; no shorter word begins with an article


def words(text: str) -> list[str]:
    """The words of a name in their plain form: no case, diacritics, articles, punctuation; ASCII digits."""
    return list(_known_words(text) if len(text) <= _NAME else _words(text))


def _words(text: str) -> tuple[str, ...]:
    if text.isascii():
        plain = text.replace("'", "").replace("`", "")
    else:
        plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        plain = "".join([char for char in plain if not unicodedata.combining(char)]).translate(_LETTERS)
        if any(map(str.isdigit, plain)):
            plain = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in plain)
    plain = _SUN_ARTICLE.sub("", plain.casefold())
    found = [word for word in _SEPARATORS.split(plain) if word and word not in _ARTICLES]
    return tuple(
        word[len(_ARABIC_ARTICLE) :] if word.startswith(_ARABIC_ARTICLE) and len(word) > _WHOLE else word
        for word in found
    )


_known_words = lru_cache(maxsize=16_384)(_words)  # every question reads the same names and question words again


def _plain(text: str) -> frozenset[str]:
    return frozenset(words(text))


# Words that say what sort of thing a name is and so do not tell two names apart, by the kind asked for.
LIST_WORDS = _plain(
    "coalition coalitions alliance alliances party list electoral تحالف ائتلاف حزب قائمة"
    " alianza coalición partido lista parti liste allianz koalition partei"
    " ittifakı koalisyonu partisi listesi hevpeymaniya partiya"
)
_HONORIFICS = _plain("mr mrs ms miss dr sir sheikh shaikh sayyid sayed ayatollah السيد الشيخ")
_NOISE: Mapping[Kind, frozenset[str]] = {
    Kind.FIGURE: _HONORIFICS,
    Kind.PARTY: LIST_WORDS,
    Kind.ALLIANCE: LIST_WORDS,
    Kind.BLOC: LIST_WORDS | {"bloc"},
    Kind.PROVINCE: _plain("province governorate region county canton district council provincial of محافظة مجلس"),
    Kind.OFFICE: _plain("office of"),
    Kind.ELECTION: frozenset(),
    Kind.BODY: _plain("of"),
}


def initial(text: str) -> str:
    """The first letter of a text in its plain form: fast, where many names are looked through for a few."""
    return text[:1].translate(_LETTERS).casefold()


def normalise(text: str, kind: Kind) -> str:
    """The key under which a name of this kind is found: its words without those that only say its sort."""
    found = words(text)
    return " ".join([word for word in found if word not in _NOISE[kind]] or found)


def spelling_rules() -> dict[str, Any]:
    """What makes the plain form, as JSON holds it."""
    return {
        "letters": {chr(letter): plain for letter, plain in _LETTERS.items()},
        "separators": _SEPARATORS.pattern,
        "sun_article": _SUN_ARTICLE.pattern,
        "articles": sorted(_ARTICLES),
        "arabic_article": _ARABIC_ARTICLE,
        "whole": _WHOLE,
        "noise": {kind.value: sorted(noise) for kind, noise in _NOISE.items()},
    }
