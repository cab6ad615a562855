"""Short forms of lists, "UCF" and "Unity" of "Unity for Clean Fields": by what a document says, or by its own lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..found import Certainty, Claim, Found
from ..mentions import acronym, initials_of
from ..words import fold, fold_words

_OF_LISTS = frozenset({"holds_seats", "votes", "ranked", "boycotted", "barred"})
_IN_LISTS = frozenset({"member_of", "leads"})
_SHORTEST = 4  # letters of a first word that stands for a name


class Forms:
    """The lists that the tables and lists of a document name, and which of them a short form means."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], str] = {}

    def __len__(self) -> int:
        """How many lists there are."""
        return len(self._names)

    def __contains__(self, name: str) -> bool:
        """Whether a list is named so."""
        return fold_words(name) in self._names

    def add(self, name: str) -> None:
        """A list as it is named."""
        self._names.setdefault(fold_words(name), name)

    def full(self, short: str) -> str | None:
        """The one list whose initials or first words a short form is; None where there is none, or several."""
        words = fold_words(short)
        if not words or words in self._names:
            return None
        if acronym(short):
            fits = [name for name in self._names.values() if fold(short) in initials_of(name)]
        elif len(words[0]) >= _SHORTEST or len(words) > 1:
            fits = [name for key, name in self._names.items() if key[: len(words)] == words]
        else:
            fits = []
        return fits[0] if len(fits) == 1 else None


def in_full(found: Iterable[Found], forms: Forms, spelled_out: Callable[[str], str | None]) -> Iterator[Found]:
    """The same claims, of lists by their full names: where the document says what an acronym means.

    For a proposed claim it is enough that the document's own lists do.
    """
    known: dict[tuple[str, bool], str] = {}

    def full(text: str, *, proposed: bool) -> str:
        if (text, proposed) not in known:
            said = (acronym(text) and spelled_out(text)) or text
            known[text, proposed] = (forms.full(text) or text) if said == text and proposed else said
        return known[text, proposed]

    for one in found:
        proposed = isinstance(one, Claim) and one.certainty is Certainty.PROPOSED
        if isinstance(one, Claim) and one.predicate in _OF_LISTS and one.subject:
            yield one._replace(subject=full(one.subject, proposed=proposed))
        elif isinstance(one, Claim) and one.predicate in _IN_LISTS and one.object:
            yield one._replace(object=full(one.object, proposed=proposed))
        else:
            yield one
