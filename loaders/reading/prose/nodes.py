"""What a sentence is made of for its reader: words, numbers and marks; of these the names, figures and ranks."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import StrEnum

from ...languages.words import Term

NOTHING = Term()
NO_WORD = "\0"  # the plain form of numbers and marks, which no phrase has


class What(StrEnum):
    """What a node is: a word, a mark, a number by its letters, or what it was read as."""

    NAME = "name"
    FIGURE = "figure"
    RANK = "rank"
    YEAR = "year"
    WORD = "word"
    MARK = "mark"
    NUMBER = "number"
    OTHER = "other"  # a time, a date, a fraction


_BEFORE_BEATEN = ("article", "honorific", "office", "office_before", "suffix")  # "beat the Reds' mayor A B"
_ALL_BEHIND = 4  # nodes of "out of X's 35" behind a figure
# Asked for at each step: to look them up in their enum takes its time.
NAME, FIGURE, RANK, YEAR, WORD, MARK, NUMBER, OTHER = What


class Who(StrEnum):
    """What a name is the name of, as far as its words and the document tell."""

    LIST = "list"
    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    UNKNOWN = "unknown"


LIST, PERSON, PLACE, BODY, UNKNOWN = Who


# A token of a run of letters between two blanks, wherever that stands: what a node takes over, in this order; of where
# it stands, letters from the beginning of the run. The last: the words that may stand behind it in a phrase.
Piece = tuple[str, int, int, What, What, Term, frozenset[str], bool, str, bool, bool, "Set[str] | None"]


class Node:
    """A word, a number or a mark, or what several of them are together: letters `start` to `end` of the sentence.

    `term` is that of its first word; of what is no name, figure or rank it gives the `roles`. `text` is a word without
    what is tied to it. A figure's `unit` is None where no word of it says one.

    Of one token: `words` is more than 1 for a phrase. `tied`: the next is written as one word with it. `capital`: it
    is written with a capital, as names are in scripts that have them. `plain` is the form under which its first word
    is looked up. `begins`: a name, a figure or a rank may begin with it, as far as its own letters tell; most words and
    marks begin none.
    """

    words = 1  # what hardly any node is stands once, in the class
    who = UNKNOWN
    value: int | float = 0
    unit: str | None = None
    doubt = full = ""
    said_unit = False
    lent_unit = False  # it is that of the paragraph before
    of_kind = False  # an unknown word says which seats: "5 committee seats"
    lists = False  # it is a number of lists
    of_list = False  # of members of the list right behind it
    party: str | None = None
    aside = False
    given = False  # a name of several words, the first of which is a given name

    def __init__(self, piece: Piece, at: int) -> None:
        (
            self.text, first, last, self.what, self.sort, self.term, self.roles, self.capital, self.plain, self.begins,
            self.tied, self.seconds,
        ) = piece  # fmt: skip
        self.start = at + first
        self.end = at + last

    def has(self, *roles: str) -> bool:
        """Whether it is a word that can be any of these."""
        return bool(self.roles) and not self.roles.isdisjoint(roles)

    def becomes(self, what: What) -> None:
        """Take it for something else than its letters say."""
        self.what, self.roles = what, self.term.roles if what is WORD else NOTHING.roles

    def mark(self, marks: str) -> bool:
        """Whether it is one of these marks."""
        return self.what is MARK and self.text in marks


def node_of(what: What, text: str, start: int, end: int, term: Term) -> Node:
    """The node of several tokens, or of one that is more than a word; the `term` is that of the first."""
    roles = term.roles if what is WORD else NOTHING.roles
    return Node((text, start, end, what, WORD, term, roles, False, NO_WORD, False, False, None), 0)


def is_holder(node: Node) -> bool:
    """Whether a name may have seats and votes."""
    return node.what is NAME and node.who not in (PLACE, BODY)


def of_whose_all(nodes: Sequence[Node], at: int) -> Node | None:
    """X of "20 out of X's 35 seats", of whose seats the figure at an index is a part; None where nothing says so.

    An index below 0 is that of no figure.
    """
    if at < 0 or at + _ALL_BEHIND >= len(nodes):
        return None
    part, of, name, suffix, size = nodes[at : at + _ALL_BEHIND + 1]
    figures = part.what is size.what is FIGURE
    told = figures and of.has("of_total", "belongs") and name.what is NAME and suffix.has("suffix")
    return name if told else None


def tells_many(nodes: Sequence[Node], after: int) -> bool:
    """Whether the noun of a group stands behind a name, which only says whose: "Northern political parties"."""
    described = after + 1 < len(nodes) and not nodes[after].roles and nodes[after].text.islower()
    noun = after + described
    return noun < len(nodes) and nodes[noun].has("of_many") and nodes[noun].text.islower()


def label_before(nodes: Sequence[Node], at: int) -> int | None:
    """The index of what stands before the mark before an index, past a bracket: X of "X (led by Y): First"."""
    label = at - 2
    if label >= 0 and nodes[label].mark(")"):
        label = next((index for index in range(label - 1, -1, -1) if nodes[index].mark("(")), 0) - 1
    return label if label >= 0 else None


def is_beaten(nodes: Sequence[Node], index: int) -> int | None:
    """Where the verb stands that beats a name: "A defeated the Reds' B, to be declared the winner"; else None."""
    before = index - 1
    while before >= 0 and (nodes[before].aside or nodes[before].has(*_BEFORE_BEATEN)):
        before -= 1 + (nodes[before].has("suffix") and not nodes[before - 1].aside)
    return before if before >= 0 and nodes[before].has("beats") else None


def of_range(nodes: Sequence[Node], at: int) -> bool:
    """Whether a range begins with a figure: "20 to 25 seats", "20-25 seats", "between 20 and 25 seats"."""
    if at < 0 or at + 2 >= len(nodes):
        return False
    low, joint, high = nodes[at : at + 3]
    if low.what is not FIGURE or high.what is not FIGURE:
        return False
    before = nodes[at - 1] if at else None
    led = before is not None and before.has("since")
    tied = joint.mark("-–‑") and low.end == joint.start and joint.end == high.start
    joined = tied or (led and joint.has("and")) or (joint.has("until") and not led)
    return joined and low.value < high.value and low.unit in (None, high.unit)
