"""Places in sources, in words: the forms that are known, "paragraph 4", are told in each language."""

from __future__ import annotations

import re
from functools import cache

from .forms import ENGLISH, Language
from .messages import USUAL, messages

_BETWEEN = ", "  # between the parts of a place: "Baghdad, item 3"
_PLACE = r"\\\{(\w+)\\\}"  # of a value, in a pattern
_TEXTS = frozenset({"text", "more"})  # values that are words; all others are numbers


def locator_words(text: str, language: Language = ENGLISH) -> str:
    """A place in a source, part by part; a part of no known form stays as it is, kept from turning the line."""
    if language.code == USUAL:
        return language.isolate(text)
    if not text or (said := _said(text, language)):
        return said if text else ""
    return language.listed(_said(part, language) or language.isolate(part) for part in text.split(_BETWEEN))


def _said(text: str, language: Language) -> str:
    """A place of a known form; nothing for another."""
    for key, pattern in _patterns():
        if found := pattern.fullmatch(text):
            values = {
                name: (_said(value, language) or language.isolate(value)) if name in _TEXTS else value
                for name, value in found.groupdict().items()
            }
            return language.say(key, **values)
    return ""


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The known forms: the usual words of each `locator.*` are its pattern, those without free words first."""
    forms = [(key, said) for key, said in messages().items() if key.startswith("locator.")]
    forms.sort(key=lambda form: any(f"{{{name}}}" in form[1] for name in _TEXTS))
    return [(key, re.compile(re.sub(_PLACE, _value, re.escape(text)))) for key, text in forms]


def _value(place: re.Match[str]) -> str:
    return f"(?P<{place[1]}>{'.+?' if place[1] in _TEXTS else '[0-9]+'})"
