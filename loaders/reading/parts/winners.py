"""Items of a list of winners: each is a person, of the list that words above name or a bracket behind it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.kinds import LISTS

from ..blocks import Block
from ..found import Found
from ..labels import Sort, bare_name
from ..lists.people import winner
from ..lists.written import label_like
from .page import Page
from .passages import read_passage

_SHORTEST_PERSON, _LONGEST_PERSON = 2, 6  # words of a name
_WITH_LIST = re.compile(r"(?P<name>[^()\d]{5,60}) \((?P<list>[^()\d]{2,60})\)")


def winner_item(page: Page, block: Block, of: str) -> Iterator[Found]:
    """An item that is one of the winners of a list: "1. A B" below "these of the list «X» entered the council"."""
    name = bare_name(block.text.rstrip(" .،,;"))
    if not _SHORTEST_PERSON <= len(name.split()) <= _LONGEST_PERSON:
        yield from read_passage(page, block.text, block.at)
        return
    yield from winner(name, of, page.scope, block.at)


def winner_of_list(page: Page, block: Block) -> list[Found] | None:
    """What an item among winners says that is a name and, in brackets, its list; None of any other item."""
    named = _WITH_LIST.fullmatch(block.text.rstrip(" .،,;"))
    if named is None or not label_like(named["name"]) or len(named["name"].split()) < _SHORTEST_PERSON:
        return None
    of = named["list"]
    known = of in page.forms or bool(page.resolver.resolve(of, LISTS).candidates)
    shown = known or (" " in of and page.labels.sort(of) is Sort.LIST)
    full = page.forms.full(of) or (of if shown else None)  # letters alone may be those of a place
    return list(winner(named["name"], full, page.scope, block.at)) if full is not None else None
