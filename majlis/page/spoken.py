"""What the script of the page says beside the words that come with answers."""

from __future__ import annotations

import re
from typing import Any

from graph.predicates import PREDICATES
from queries.affiliation.ties import SHARED
from queries.where.answer import DID_NOT_STAND, NO_VOTE, NONE, UNKNOWN

from ..wording.forms import Language
from ..wording.messages import messages

_KINDS = ("figure", "party", "alliance", "bloc", "office", "province", "body")
_STATUSES = (SHARED, NONE, UNKNOWN, DID_NOT_STAND, NO_VOTE)
# What the script says beside the words that come with answers: keys that begin so, and these.
_SAID_OF = ("page.", "ask.", "cite.", "network.")
_SAID = (
    *("title", "skip", "language", "differ", "accounted", "decides_nothing", "overruled", "comma", "semicolon"),
    *("letters.no_vote", "unread"),
    *("legend.seats", "legend.led", "size.inferred", "size.mark", "tie.not_then", "version"),
    *("members.mark", "sitting.members", "about.sits_for"),
    *("nav.path", "path.step", "path.from", "path.to", "path.by_office", "path.by_place"),
)
# Nouns that the script counts by themselves, and those that its words count: "{n:seat}".
_NOUNS = ("step",)
# The plural categories of a language (Unicode CLDR) that its forms are for, in their order.
_PLURALS = {"en": ("one", "other"), "ar": ("one", "two", "few", "many", "other")}
_COUNTS = re.compile(r"\{\w+:([\w.]+)\}")
# What the network draws.
_DRAWN = tuple(row for row in PREDICATES.values() if row.edges and f"tie.{row.name}" in messages())


def words(language: Language) -> dict[str, Any]:
    """What the script says beside the words that come with answers, by what it is said of."""
    say = language.say
    keys = (*_SAID, *(key for key in messages() if key.startswith(_SAID_OF)))
    said = {key: say(key) for key in keys}
    nouns = {*_NOUNS, *(noun for text in said.values() for noun in _COUNTS.findall(text))}
    return said | {
        "counts": {noun: _by_category(language, noun) for noun in sorted(nouns)},
        "status": {status: say(f"status.{status}") for status in _STATUSES},
        "kind": {kind: say(f"kind.{kind}") for kind in _KINDS},
        "ties": {
            edge.type: [say(f"tie.{row.name}"), say(f"tie.{row.name}.back")] for row in _DRAWN for edge in row.edges
        },
        "shortTies": {edge.type: say(f"network.on.{row.name}") for row in _DRAWN for edge in row.edges},
        "absent": {row.name: say(f"network.on.{row.name}") for row in _DRAWN if row.absence},
    }


def _by_category(language: Language, noun: str) -> dict[str, str]:
    """The forms of a noun by the plural category that each is for; the last for those that have none of their own."""
    forms = language.forms(noun)
    return {name: forms[min(at, len(forms) - 1)] for at, name in enumerate(_PLURALS[language.code])}
