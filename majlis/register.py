"""The register of questions: from a row come a command, its help, its JSON and CSV, a page of the web, and its form.

A new question is a module that answers it, with its words and its table, and a row here. Functions are named as text,
"queries.where:where", and imported when they are called: no question waits for another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind

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


@dataclass(frozen=True, slots=True)
class Parameter:
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


@dataclass(frozen=True, slots=True)
class Question:
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


def basis(answer: Any) -> Any:
    """The answer that has the subject and the sources: this one, or that from which it was computed."""
    return getattr(answer, "basis", answer)


def answers_of(answer: Any) -> Sequence[Any]:
    """The answers about several bodies that this one holds; none for one about a single election."""
    return getattr(answer, "answers", ())


def usual(kind: Kind) -> str:
    """The question that a name of this kind asks by itself; "entity", all that is known of it, where there is none."""
    rows = (row.name for row in QUESTIONS.values() if row.about in (HOLDERS, PLACES) and kind in row.about)
    return next(rows, "entity")


_ROWS = (
    Question(
        name="where",
        function="queries.where:where",
        parameters=(Parameter("name", "holder", required=True),),
        help="Where NAME (a list, party, alliance, bloc or figure) has seats; with a province, in its council alone.",
        examples=("majlis where Maliki", "majlis where 'State of Law' --format json", "majlis where PUK --cite"),
        sentence="majlis.wording.where:where_sentence",
        table="majlis.wording.where:where_table",
        text="majlis.terminal.where:where_text",
        cited="majlis.wording.where:cited",
        dated=True,
        sitting="queries.sitting:where_all",
        side_by_side="majlis.terminal.sitting:where_sitting_text",
    ),
    Question(
        name="who",
        function="queries.who:who",
        parameters=(Parameter("place", "place", required=True, shown="PROVINCE|BODY"),),
        help="Who has the seats of PROVINCE, in its council and in a house, or of a whole BODY; and what is not known.",
        examples=("majlis who Baghdad", "majlis who 'Council of Representatives'", "majlis who 'Dhi Qar' --format csv"),
        sentence="majlis.wording.who:who_sentence",
        table="majlis.wording.who:who_table",
        text="majlis.terminal.who:who_text",
        dated=True,
    ),
    Question(
        name="why",
        function="queries.why:why",
        parameters=(Parameter("name", "name", required=True), Parameter("province", "province")),
        help="The statements behind an answer about NAME, in PROVINCE where one is named.",
        examples=("majlis why maliki babil", "majlis why Nabni", "majlis why Kirkuk"),
        table="majlis.wording.why:why_table",
        text="majlis.terminal.why:why_text",
        sitting="queries.sitting:why_all",
        side_by_side="majlis.terminal.why:why_sitting_text",
    ),
    Question(
        name="influence",
        function="queries.power.influence:influence",
        parameters=(
            Parameter("name", "holder or place", shown="PROVINCE|BODY|NAME"),
            Parameter(
                "limit",
                "count",
                "How many minimal winning coalitions of a council are listed (10 by default); all are counted.",
            ),
            Parameter("betweenness", "flag", "Figures by how often they lie on chains between two others."),
        ),
        help="Power in the council of PROVINCE, or of NAME over all councils; all councils without one.\n\n"
        "Arithmetic, not influence: it assumes that a list votes as one and that all coalitions are equally likely.",
        examples=("majlis influence", "majlis influence Kirkuk", "majlis influence Maliki --format json"),
        sentence="majlis.wording.power.influence:power_sentence",
        table="majlis.wording.power.influence:power_table",
        text="majlis.terminal.influence:influence_text",
    ),
    Question(
        name="coverage",
        function="queries.checking.coverage:coverage",
        parameters=(
            Parameter(
                "by",
                "table",
                "What a row of the table is: a province, a kind of fact, a province by kinds, a source, a fact.",
                choices=("province", "kind", "matrix", "source", "fact"),
            ),
            Parameter("source", "source", "What this one source has and lacks, against all.", shown="ID|TITLE"),
            Parameter(
                "fail_under",
                "threshold",
                "Exit 3 where fewer of the seats are accounted for (with --source: by that source).",
                shown="PERCENT",
            ),
        ),
        help="What is missing, single-sourced, unresolved, contradicted, and not covered at all.",
        examples=(
            "majlis coverage",
            "majlis coverage --by matrix --format csv",
            "majlis coverage --source 'Final results'",
            "majlis coverage --fail-under 95",
        ),
        sentence="majlis.wording.coverage:sentence",
        table="majlis.wording.coverage:table",
        text="majlis.terminal.coverage:text",
        cited="majlis.wording.coverage:cited",
    ),
    Question(
        name="history",
        function="queries.history:history",
        parameters=(Parameter("name", "name", required=True),),
        help="NAME (a list, party, alliance, bloc or figure), a province or a body through all elections.",
        examples=("majlis history Maliki", "majlis history Baghdad", "majlis history KDP --format csv"),
        sentence="majlis.wording.history:history_sentence",
        table="majlis.wording.history:history_table",
        text="majlis.terminal.history:history_text",
        election=False,
    ),
    Question(
        name="members",
        function="queries.people.members:members",
        parameters=(Parameter("name", "holder or place", required=True, shown="LIST|PLACE|BODY"),),
        help="The people named for the seats of LIST (or of what NAME leads), of a province or a body: on lists of "
        "members, and as winners.",
        examples=("majlis members 'State of Law'", "majlis members Anbar", "majlis members Taqaddum --format csv"),
        sentence="majlis.wording.people.members:members_sentence",
        table="majlis.wording.people.members:members_table",
    ),
    Question(
        name="offices",
        function="queries.people.offices:offices",
        parameters=(Parameter("name", "holder, place or office", required=True, shown="OFFICE|PLACE|BODY|LIST"),),
        help="Who held OFFICE, now first; the offices of a province, a body or a person; or who of LIST (who leads it, "
        "its members and theirs) held which.",
        examples=(
            "majlis offices 'Governor of Baghdad'",
            "majlis offices Wasit --as-of 2025-06",
            "majlis offices 'State of Law'",
        ),
        sentence="majlis.wording.people.offices:offices_sentence",
        table="majlis.wording.people.offices:offices_table",
        election=False,
        dated=True,
    ),
    Question(
        name="largest",
        function="queries.largest:largest",
        help="Which lists won most seats in all: of a house, or of all councils together.",
        examples=("majlis largest", "majlis largest --election iq-2021-representatives", "majlis largest --format csv"),
        sentence="majlis.wording.largest:largest_sentence",
        table="majlis.wording.largest:largest_table",
    ),
    Question(
        name="leaders",
        function="queries.affiliation.relations:leaders",
        parameters=(Parameter("name", "holder", required=True),),
        help="Who leads NAME (a party, alliance or bloc), now and earlier; of a figure, what it leads.",
        examples=("majlis leaders 'State of Law'", "majlis leaders PUK --election iq-2018-representatives"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="parts",
        function="queries.affiliation.relations:parts",
        parameters=(Parameter("name", "holder", required=True),),
        help="Which parties, lists and people sources place in NAME (a party, alliance or bloc), now and earlier.",
        examples=("majlis parts 'Coordination Framework'", "majlis parts Nabni --election iq-2023-governorates"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="allies",
        function="queries.affiliation.relations:allies",
        parameters=(Parameter("name", "holder", required=True),),
        help="Who is in one alliance or bloc with NAME, or with what it leads, now and earlier.",
        examples=("majlis allies Maliki", "majlis allies PUK --as-of 2021-12"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="absent",
        function="queries.absent:absent",
        help="Who boycotted an election, was barred from it, or did not stand.",
        examples=("majlis absent", "majlis absent --election iq-2023-governorates", "majlis absent --format csv"),
        sentence="majlis.wording.absent:absent_sentence",
        table="majlis.wording.absent:absent_table",
    ),
    Question(
        name="majority",
        function="queries.power.majority:majority",
        parameters=(
            Parameter("names", "holder", required=True, several=1, shown="NAMES"),
            Parameter("body", "body", "In this body, or in the council of this province.", shown="BODY|PROVINCE"),
        ),
        help="Whether the lists of NAMES reach a majority together, by how much, and who could complete it: in the "
        "largest house where they have seats, and in every council.",
        examples=(
            "majlis majority Maliki Sudani Khazali",
            "majlis majority 'Coordination Framework' --body Baghdad",
            "majlis majority Taqaddum --election iq-2023-governorates",
            "majlis majority Khanjar --as-of 2024-06",
        ),
        sentence="majlis.wording.power.majority:majority_sentence",
        table="majlis.wording.power.majority:majority_table",
        text="majlis.terminal.majority:majority_text",
        sitting="queries.power.majority:majority_sitting",
        dated=True,
    ),
    Question(
        name="margins",
        function="queries.votes.margins:margins",
        parameters=(Parameter("place", "place", shown="PROVINCE|BODY"),),
        help="How close it was in PROVINCE, or all over a BODY: votes per seat, the last seat, the nearest loser.\n\n"
        "Only where the law is stated and the votes of every list with seats are published, at one stage of the count.",
        examples=(
            "majlis margins",
            "majlis margins Karbala",
            "majlis margins 'Council of Representatives' --format csv",
        ),
        sentence="majlis.wording.votes:margins_sentence",
        table="majlis.wording.votes:margins_table",
        text="majlis.terminal.votes:margins_text",
    ),
    Question(
        name="compare",
        function="queries.compare:compare",
        parameters=(Parameter("names", "holder", required=True, several=2, shown="NAME NAME"),),
        help="Two or more names (lists, parties, alliances, blocs or figures) side by side, body by body.",
        examples=("majlis compare Maliki Hakim", "majlis compare KDP PUK --election iq-krg-2024-parliament"),
        sentence="majlis.wording.compare:compare_sentence",
        table="majlis.wording.compare:compare_table",
        text="majlis.terminal.compare:compare_text",
        cited="majlis.wording.compare:cited",
        side_by_side="majlis.terminal.compare:compare_sitting_text",
        dated=True,
    ),
    Question(
        name="path",
        function="queries.affiliation.path:path",
        parameters=(
            Parameter("name", "tied", required=True),
            Parameter("other", "tied", required=True),
            Parameter("ways", "count", "How many equally short ways are told (5 by default); all are counted."),
        ),
        help="The shortest ties of any kind between two names (figures, parties, alliances, blocs or offices).\n\n"
        "Of any time, or of what held at an election or on a day: each step says when, and who says so.",
        examples=("majlis path Maliki Sadr", "majlis path Maliki Hakim --election iq-2023-governorates"),
        sentence="majlis.wording.affiliation.path:path_sentence",
        table="majlis.wording.affiliation.path:path_table",
        text="majlis.terminal.path:path_text",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="names",
        function="queries.names:names",
        parameters=(Parameter("text", "text"),),
        help="What names are known, and how TEXT would be read.",
        examples=("majlis names", "majlis names Babylon", "majlis names مالكي"),
        table="majlis.wording.names:names_table",
        text="majlis.terminal.names:names_text",
        election=False,
    ),
)
QUESTIONS: dict[str, Question] = {row.name: row for row in _ROWS}
