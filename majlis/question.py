"""A question of the register: what it takes, who answers it, and who says the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.errors import UsageError
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from queries.plain import basis

if TYPE_CHECKING:
    from queries.view import GraphView
    from queries.view.evidence import SourceLine

    from .wording.forms import Language
    from .wording.tables import Table

# What has a council, is a constituency, or is a house.
PLACES = PROVINCES | BODIES
# What a parameter that is a name may name; a text is read by the question itself.
NAMES: Mapping[str, frozenset[Kind]] = {
    "holder": HOLDERS,
    "province": PROVINCES,
    "place": PLACES,
    "holder or place": HOLDERS | PLACES,
    "holder, place or office": HOLDERS | PLACES | {Kind.OFFICE},
    "tied": HOLDERS | {Kind.OFFICE},
    "name": frozenset(Kind),
    "text": frozenset(),
}

SEPARATOR = ";"  # between several names in one text


class Parameter(NamedTuple):
    """What a question takes: a name (a key of `NAMES`), or an option.

    An option `reads` a "source", a "body", a "count", a "flag"; a "table" chooses one of `choices`, the tables of the
    answer, and a "threshold", a percentage, is what the answer's `short_of` is asked about: these two are not asked
    with.
    """

    name: str
    reads: str
    help: str = ""
    required: bool = False
    shown: str = ""  # how usage shows it, if not by its name
    choices: tuple[str, ...] = ()
    several: int = 0  # where the last name may be said for several: how many at least


class Question(NamedTuple):
    """A question: what it takes, who answers, and who says the answer.

    `function(graph, *names, **options)` gives an answer with `to_dict`; `sentence(answer, language)` says it, `table`
    gives its `Table` of (answer, language), and of the table's name where there are several; `text(answer)` is its own
    layout for a terminal, `cited(answer)` the sources of its sentence, where these are not all of the answer's.
    """

    name: str
    function: str
    help: str
    examples: tuple[str, ...]
    table: str
    sentence: str = ""
    parameters: tuple[Parameter, ...] = ()
    text: str = ""
    cited: str = ""
    election: bool = True  # whether it is about an election
    sitting: str = "queries.sitting:sitting"  # who answers about every body that sits, where no election is named
    side_by_side: str = ""  # its own layout for a terminal of the answers about all of these bodies
    dated: bool = False  # whether it is answered as of a day

    @property
    def names(self) -> tuple[Parameter, ...]:
        """The parameters that are names, in their order."""
        return tuple(item for item in self.parameters if item.reads in NAMES)

    @property
    def options(self) -> tuple[Parameter, ...]:
        """The parameters that are no names."""
        return tuple(item for item in self.parameters if item.reads not in NAMES)

    @property
    def asked_with(self) -> tuple[Parameter, ...]:
        """The options that the answer depends on."""
        return tuple(item for item in self.options if item.reads not in ("table", "threshold"))

    @property
    def about(self) -> frozenset[Kind]:
        """The kinds of entities that it can be asked about."""
        return NAMES[self.names[0].reads] if self.names else frozenset()

    @property
    def fewest(self) -> int:
        """How many names it needs."""
        return sum(item.several or 1 for item in self.names if item.required)

    def parted(self, texts: Sequence[str | None]) -> list[str | None]:
        """The names in a text for each parameter that is one: several stand in one text, parted by ";"."""
        found: list[str | None] = []
        for item, text in zip(self.names, texts, strict=True):
            parts = [part.strip() for part in (text or "").split(SEPARATOR)]
            found += filter(None, parts) if item.several else [text]
        return found

    def joined(self, ids: Sequence[str | None]) -> list[str | None]:
        """A text for each parameter that is a name; several stand in one, as `parted` takes them."""
        if not (self.names and self.names[-1].several):
            return list(ids)
        alone = len(self.names) - 1
        return [*ids[:alone], SEPARATOR.join(filter(None, ids[alone:])) or None]

    @property
    def needs_name(self) -> bool:
        """Whether it cannot be asked without a name."""
        return any(item.required for item in self.names)

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of its tables, where it has several; the first is the usual one."""
        return next((item.choices for item in self.parameters if item.reads == "table"), ())

    def ask(
        self, graph: GraphView, names: Sequence[str | None], options: Mapping[str, object], *, usual: bool = True
    ) -> Any:
        """The answer; of these options those that the question takes and that are given. Raises what it raises.

        Where none of them names an election, it is about the `usual` one of the graph, else about every body that sits.
        Raises UsageError for fewer names than it needs.
        """
        if sum(name is not None for name in names) < self.fewest:
            raise UsageError(f"{self.name} needs {self.fewest} names: {self.examples[0]}.")
        taken = {item.name for item in self.asked_with}
        taken |= {name for name, takes in (("election", self.election), ("as_of", self.dated)) if takes}
        given = {name: value for name, value in options.items() if name in taken and value is not None}
        if self.election and "election" not in given and not (usual and graph.usual_election):
            return load(self.sitting)(graph, load(self.function), names, given)
        return load(self.function)(graph, *names, **given)

    def sentence_of(self, answer: Any, language: Language) -> str:
        """The answer in a sentence, one for each body that it is about; nothing where it has none."""
        if several := answers_of(answer):
            return " ".join(filter(None, (self.sentence_of(one, language) for one in several)))
        return str(load(self.sentence)(answer, language)) if self.sentence else ""

    def table_of(self, answer: Any, language: Language, by: str | None = None) -> Table:
        """The answer as a table. Raises UsageError for one that this answer does not have."""
        if several := answers_of(answer):
            tables = [(basis(one).election, self.table_of(one, language, by)) for one in several]
            both: Table = load("majlis.wording.sitting:together")(tables, language)
            return both
        found: Table = load(self.table)(answer, language, *([by or self.tables[0]] if self.tables else []))
        return found

    def cited_of(self, answer: Any) -> Sequence[SourceLine]:
        """The sources that its sentence rests on."""
        if several := answers_of(answer):
            return list({source.id: source for one in several for source in self.cited_of(one)}.values())
        found: Sequence[SourceLine] = load(self.cited)(answer) if self.cited else getattr(basis(answer), "sources", ())
        return found


def load(name: str) -> Callable[..., Any]:
    """The function that a row names, imported now."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def answers_of(answer: Any) -> Sequence[Any]:
    """The answers about several bodies that this one holds; none for one about a single election."""
    return getattr(answer, "answers", ())
