"""How the page reads and hears names and questions: by the rules and the words by which the server does."""

from __future__ import annotations

import unicodedata
from typing import Any

from graph import names, sounds
from queries.view import GraphView

from ..web.questions.offices import country, others
from ..web.questions.words import vocabulary

# Our patterns know every script; in a browser a boundary and a letter of a word must be told.
_PATTERNS = ("separators", "sun_article", "joined_article", "gloss")
_EVERY_SCRIPT = {
    r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
    r"[\W_]": r"[^\p{L}\p{N}]",
    r"\b": r"(?<![\p{L}\p{N}_])",
    r"\w": r"[\p{L}\p{N}_]",
}
_SCRIPTS = range(0x80, 0x20000)  # code points; beyond are ideographs and no digits


def rules() -> dict[str, Any]:
    """What the page reads and hears names by; the digits of every script are among the letters with a plain form."""
    reading = names.rules()
    digits = {chr(point): str(unicodedata.digit(chr(point))) for point in _SCRIPTS if chr(point).isdecimal()}
    told = {name: _in_browsers(reading[name]) for name in _PATTERNS}
    return {"names": reading | told | {"letters": reading["letters"] | digits}, "sounds": sounds.rules()}


def _in_browsers(pattern: str) -> str:
    for ours, theirs in _EVERY_SCRIPT.items():
        pattern = pattern.replace(ours, theirs)
    return pattern


def questions(graph: GraphView) -> dict[str, Any]:
    """The words of questions as the server reads them: phrases in their plain form by what they mean, in its order."""
    known = vocabulary()
    phrases: dict[str, list[str]] = {}
    for words_of, means in known.meanings.items():
        phrases.setdefault(means, []).append(" ".join(words_of))
    return {
        "phrases": list(phrases.items()),
        "apart": [(means, parts) for parts, means in known.parted.items()],
        "order": list(known.order),
        "prefixes": known.prefixes,
        "joined": known.joined,
        "same": known.same,
        "clauses": sorted(known.clauses),
        "spans": sorted(known.spans),
        "country": sorted(country(graph)),
        "bodies": [sorted(own) for own in others(graph)],
    }
