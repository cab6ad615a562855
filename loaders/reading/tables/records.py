"""Cards: records of as many lines each, in one of which a label and a figure stand; each record is a row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ..line import Line, LineKind
from ..words import Role, fold_words, lexicon
from .cell import GridCell, clean
from .grid import Grid, Roles, whole

_LABELLED = re.compile(
    r"\s*(?P<label>[^\W\d_][^:：\d]{1,30}?)\s*[:：]\s*(?P<figure>\d[\d.,٬٫'’ \u00a0\u202f]{0,14})\s*"
)
_FEWEST = 3  # records
_LINES = range(3, 9)  # of a record
_LONGEST = 80  # letters of a line
_NAME = range(2, 8)  # words of a person's name
_FIGURES = frozenset({Role.VOTES, Role.SEATS})


class Records:
    """Finds the cards among the lines of a document; blank lines count for nothing."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def records_at(self, at: int) -> tuple[Grid, int] | None:
        """The cards that begin at a line, and the index behind their last one; None where none do."""
        return self._found.get(at)

    @cached_property
    def _found(self) -> dict[int, tuple[Grid, int]]:
        labelled = [":" in line.text or "：" in line.text for line in self._lines]
        if sum(labelled) < _FEWEST:
            return {}
        said = [at for at, line in enumerate(self._lines) if line.text.strip() or line.cells]
        labels = ((at, _label(self._lines[line])) for at, line in enumerate(said) if labelled[line])
        anchors = {at: label for at, label in labels if label}
        found: dict[int, tuple[Grid, int]] = {}
        behind = 0
        for first, label in anchors.items():
            if first < behind:
                continue
            for size in _LINES:
                if anchors.get(first - size) == label:
                    continue  # it was tried from its first one on
                last = first
                while anchors.get(last + size) == label:
                    last += size
                made = self._grid(said, first, last, size) if last - first >= (_FEWEST - 1) * size else None
                if made is not None:
                    grid, begins, behind = made
                    found[said[begins]] = grid, said[behind - 1] + 1
                    break
        return found

    def _grid(self, said: Sequence[int], first: int, last: int, size: int) -> tuple[Grid, int, int] | None:
        """The cards whose figures stand `size` lines apart, where the first begins, and what is behind the last.

        How many lines of a card follow its figure shows in the last one: behind that no short line stands.
        """
        behind = last + 1
        while behind < len(said) and behind - last <= size and self._is_short(said[behind]):
            behind += 1
        begins = first - (size - (behind - last))
        if begins < 0 or behind - last > size or not all(map(self._is_short, said[begins:behind])):
            return None
        cards = [[self._lines[at] for at in said[start : start + size]] for start in range(begins, behind, size)]
        column = first - begins
        texts = [[card[at].text.strip() for card in cards] for at in range(size)]
        roles = _roles(texts, column)
        if roles is None:
            return None
        label = _LABELLED.fullmatch(cards[0][column].text)
        head = tuple(
            clean(label["label"] if label and at == column else "", 0, line.number, header=True)
            for at, line in enumerate(cards[0])
        )
        rows = tuple(tuple(_figure(line) if at == column else whole(line) for at, line in enumerate(c)) for c in cards)
        return Grid((head, *rows), "cards", 1, roles=roles), begins, behind

    def _is_short(self, at: int) -> bool:
        line = self._lines[at]
        return line.kind is LineKind.TEXT and len(line.text) <= _LONGEST and line.text.strip()[:1].isalpha()


def _label(line: Line) -> tuple[str, ...] | None:
    """The folded words of a label of votes or seats, behind which a figure stands alone in its line."""
    found = _LABELLED.fullmatch(line.text) if line.kind is LineKind.TEXT and len(line.text) <= _LONGEST else None
    words = fold_words(found["label"]) if found else ()
    return words if words and lexicon().roles_of(words) & _FIGURES else None


def _figure(line: Line) -> GridCell:
    """The figure of a line of a label and a figure."""
    found = _LABELLED.fullmatch(line.text)
    start, end = found.span("figure") if found else (0, 0)
    return clean(line.text[start:end].rstrip(), start, line.number)


def _roles(columns: Sequence[Sequence[str]], figure: int) -> Roles | None:
    """What the lines of each place in the cards name, by their words; None where it is unclear for one of them."""
    made = [None if at == figure else _named(texts) for at, texts in enumerate(columns)]
    free = [at for at, role in enumerate(made) if role is None and at != figure]
    if len(free) > 1 or made.count(Role.LIST) != 1 or any(made.count(one) > 1 for one in (Role.PLACE, Role.WON)):
        return None
    for at in free:
        names = columns[at]
        if len(set(names)) < len(names) or not all(len(name.split()) in _NAME for name in names):
            return None
        made[at] = Role.PERSON
    return tuple(made)


def _named(texts: Sequence[str]) -> Role | None:
    """What most of some texts name by their nouns: lists, places, or whether somebody won."""
    said = [_opening_and_all(text) for text in texts]
    if all(opens & {Role.YES, Role.NO} for opens, _ in said) and any(Role.YES in opens for opens, _ in said):
        return Role.WON
    if all(opens & {Role.PLACE_NOUN, Role.PLACE} for opens, _ in said):
        return Role.PLACE
    lists = sum(bool(every & {Role.LIST_NOUN, Role.INDEPENDENT}) for _, every in said)
    return Role.LIST if lists * 2 > len(texts) else None


def _opening_and_all(text: str) -> tuple[frozenset[Role], frozenset[Role]]:
    """The roles of the phrase that opens a text, and those of all of its phrases."""
    words = fold_words(text)
    phrases = [roles for _, _, roles in lexicon().phrases(words)]
    return lexicon().roles_at(words, 0)[0], frozenset().union(*phrases)
