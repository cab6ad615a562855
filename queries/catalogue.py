"""The prepared queries: one `.cypher` file each, with a header that says what it asks.

A header line is `// Word: text`, in this order, each Parameter and Column a line of its own::

    // Question: Who holds the seats of a council?
    // Group: seats
    // Parameter: province (province), the council's province
    // Parameter: election (election) = latest, the election asked about
    // Column: list (id) a list with seats there

A parameter without `= default` is required; columns are named exactly as the text returns them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.errors import DocumentError
from graph.stores.protocol import Query

from .plain import Plain
from .texts import lines, names, without_header

# Groups in the order in which they are listed, each with what its queries are about.
GROUPS = {
    "seats": "who won which seats, and where",
    "affiliation": "who leads, joined and belongs to what",
    "influence": "what the seats and ties amount to",
    "coverage": "what is missing, disputed or rests on one source",
    "provenance": "who says so, and where",
    "graph": "the graph itself",
}
# What a user may give for a parameter: names are read as entities of the type; a plural takes several.
_SEVERAL = ("entities", "figures", "blocs", "provinces", "elections", "texts")
PARAMETER_TYPES = ("entity", "list", "figure", "province", "election", "source", "text", "date", "number", *_SEVERAL)
# What a column holds; a plural is a list of these, a flag is true or false, a share is a fraction of 1.
UNITS = (
    *("id", "ids", "text", "texts", "date", "dates", "value", "values"),
    *("number", "seats", "people", "percent", "share", "flag"),
)


@dataclass(frozen=True, slots=True)
class Parameter(Plain):
    """What a query must be given; `default` is None where it is required."""

    name: str
    type: str
    default: str | None
    description: str

    @property
    def several(self) -> bool:
        """Whether it takes several."""
        return self.type in _SEVERAL


@dataclass(frozen=True, slots=True)
class Column(Plain):
    """What a query returns under a name; `unit` is one of `UNITS`."""

    name: str
    unit: str
    description: str


@dataclass(frozen=True, slots=True)
class Prepared(Plain):
    """A prepared query with all that its header says."""

    FIELDS = ("name", "group", "question", "parameters", "columns")

    name: str
    question: str
    group: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    query: Query

    @property
    def needed(self) -> list[str]:
        """The names of the parameters that have no default."""
        return [parameter.name for parameter in self.parameters if parameter.default is None]


@cache
def prepared(name: str) -> Prepared:
    """The prepared query of this name with its header. Raises DocumentError where the header is wrong."""
    return parse(name, lines(name))


def catalogue() -> tuple[Prepared, ...]:
    """All prepared queries, by group and name. Raises DocumentError where a header is wrong."""
    order = list(GROUPS)
    return tuple(sorted(map(prepared, names()), key=lambda found: (order.index(found.group), found.name)))


def source(name: str) -> str:
    """The file of a prepared query, header and text."""
    return "\n".join(lines(name))


_LINE = re.compile(r"// (Question|Group|Parameter|Column): (\S.*)")
_ORDER = ("Question", "Group", "Parameter", "Column")
_PARAMETER = re.compile(r"(?P<name>[a-z_]+) \((?P<type>[a-z]+)\)(?: = (?P<default>[^,]+))?, (?P<description>\S.*)")
_COLUMN = re.compile(r"(?P<name>[a-z_]+) \((?P<unit>[a-z]+)\) (?P<description>\S.*)")


def parse(name: str, text: list[str]) -> Prepared:
    """The prepared query that these lines of a file hold. Raises DocumentError with the line that is wrong."""
    header: dict[str, list[str]] = {word: [] for word in _ORDER}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    last = 0
    for number, line in enumerate(text, 1):
        if not line.startswith("//"):
            break
        match = _LINE.fullmatch(line)
        if match is None:
            raise _wrong(name, number, "this is no header line", "Write // Question|Group|Parameter|Column: text.")
        word, words = match.groups()
        if _ORDER.index(word) < last:
            raise _wrong(name, number, f"{word} stands too late", f"Keep the order {', '.join(_ORDER)}.")
        last = _ORDER.index(word)
        header[word].append(words)
        if word == "Parameter":
            parameters.append(_parameter(name, number, words))
        elif word == "Column":
            columns.append(_column(name, number, words))
    for word in ("Question", "Group"):
        if len(header[word]) != 1:
            raise _wrong(name, 1, f"the header has {len(header[word])} lines {word}", "Write one.")
    if header["Group"][0] not in GROUPS:
        raise _wrong(name, 2, f"there is no group {header['Group'][0]!r}", f"Groups: {', '.join(GROUPS)}.")
    for what, found in (("Parameter", [item.name for item in parameters]), ("Column", [item.name for item in columns])):
        if len(set(found)) < len(found):
            raise _wrong(name, 1, f"a name stands in two lines {what}", "Name each once.")
    if not columns:
        raise _wrong(name, 1, "the header has no line Column", "Write one for each column that the text returns.")
    query = without_header(name, text)
    return Prepared(name, header["Question"][0], header["Group"][0], tuple(parameters), tuple(columns), query)


def _parameter(name: str, number: int, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if match is None or match["type"] not in PARAMETER_TYPES:
        todo = f"Write name (type) = default, description; types: {', '.join(PARAMETER_TYPES)}."
        raise _wrong(name, number, "this is no parameter", todo)
    return Parameter(match["name"], match["type"], match["default"], match["description"])


def _column(name: str, number: int, text: str) -> Column:
    match = _COLUMN.fullmatch(text)
    if match is None or match["unit"] not in UNITS:
        raise _wrong(name, number, "this is no column", f"Write name (unit) description; units: {', '.join(UNITS)}.")
    return Column(match["name"], match["unit"], match["description"])


def _wrong(name: str, line: int, what: str, todo: str) -> DocumentError:
    return DocumentError(f"queries/{name}.cypher", line, what, todo)
