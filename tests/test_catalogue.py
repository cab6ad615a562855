"""The catalogue keeps its grammar, and each prepared query the rules by which it means the same on every engine."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from graph.errors import DocumentError
from graph.gate import admit
from graph.kinds import Kind, Standing
from graph.predicates import PREDICATES
from graph.schema import EDGES, LABELS, NODES
from queries.catalogue import GROUPS, PARAMETER_TYPES, UNITS, Parameter, Prepared, catalogue, parse
from queries.texts import names, query
from queries.view import GraphView
from tests.command import program

from .rows import golden

NAMES = names()

# --- The rules of a text: each gives what is wrong with a prepared query -----------------------------------

Rule = Callable[[Prepared], Iterable[str]]

_FORBIDDEN = frozenset(
    "CREATE MERGE SET DELETE DETACH REMOVE DROP INSERT FOREACH LOAD CALL YIELD USE SHOW ALTER GRANT DENY REVOKE "
    "UNION LIMIT SKIP SHORTEST".split()
)
# Functions that the engines answer differently, or each time differently.
_UNSTEADY = frozenset(
    "PROPERTIES KEYS LABELS STDEV STDEVP PERCENTILECONT PERCENTILEDISC ELEMENTID ID RAND RANDOMUUID TIMESTAMP DATE "
    "DATETIME LOCALDATETIME TIME LOCALTIME".split()
)
_WORDS = frozenset({"", " ", "own", "led", "shared"})  # what a text itself may write into a row
_CLOSED = _WORDS | set(PREDICATES) | {item.value for item in (*Kind, *Standing)} | set(EDGES)
_NUMBERS = frozenset({"0", "1", "1.0", "2"})
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_HOPS = re.compile(r"\*\d+\.\.\d+")
_LABELS = {table.label for table in NODES} | set(LABELS.values())
_PROPERTIES = {
    "id",
    "name",
    *(name for table in (*NODES, *EDGES.values()) for name in table.properties),
}


def _bare(text: str) -> str:
    """A text with every string emptied, so that its words are Cypher's own."""
    return _STRING.sub("''", text)


def _aliases(text: str) -> set[str]:
    return set(re.findall(r"\bAS (\w+)", text))


def _returned(text: str) -> list[str]:
    """The items after the last RETURN, split at the commas that stand in no bracket."""
    after = re.split(r"\bRETURN\b", text)[-1].split("ORDER BY", maxsplit=1)[0]
    items, depth = [""], 0
    for char in after.strip().removeprefix("DISTINCT "):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            items.append("")
        else:
            items[-1] += char
    return [" ".join(item.split()) for item in items]


def reads_only(item: Prepared) -> Iterable[str]:
    """No word that writes, reads files, cuts rows, or means another thing on the other engine."""
    text = _bare(item.query.text)
    for word, called in re.findall(r"(?<![\w.$:])([A-Za-z]+)(\s*\()?", text):
        if word.upper() in (_UNSTEADY if called else _FORBIDDEN):
            yield f"{word} is not used here"
    if re.search(r"\bCOLLECT\s*\{", text, re.IGNORECASE):
        yield "COLLECT { } is not on every engine: collect in a WITH"
    if re.search(r"\)\)\s*[+*{]|\)\s*\{|(?:->|\]-)\s*[+*{]", text):
        yield "quantified path patterns are not on every engine"
    if ";" in text or "`" in text or "//" in text or "/*" in text:
        yield "one statement, without backticks and comments"


def keeps_where_outside(item: Prepared) -> Iterable[str]:
    """No WHERE inside the brackets of a pattern; a list comprehension has IN before it."""
    openers: list[str] = []
    for part in re.findall(r"[(\[{]|[)\]}]|\w+", _bare(item.query.text)):
        if part in "([{":
            openers.append("")
        elif part in ")]}":
            openers.pop()
        elif part == "WHERE" and openers and not {"IN", "MATCH"} & set(openers[-1].split()):
            yield "WHERE stands inside a pattern"
        elif openers:
            openers[-1] += f" {part}"


def has_no_values(item: Prepared) -> Iterable[str]:
    """Strings are words of the closed tables, numbers are 0, 1 and 2: all else is a parameter."""
    for found in _STRING.findall(item.query.text):
        if found[1:-1] not in _CLOSED:
            yield f"{found} must be a parameter"
    text = _HOPS.sub("*", _bare(item.query.text))
    for number in re.findall(r"(?<![\w.$])\d+(?:\.\d+)?", text):
        if number not in _NUMBERS:
            yield f"{number} must be a parameter"


def declares_its_parameters(item: Prepared) -> Iterable[str]:
    """The header declares the parameters that the text uses."""
    used = set(re.findall(r"\$(\w+)", _bare(item.query.text)))
    declared = {parameter.name for parameter in item.parameters}
    if used != declared:
        yield f"the text uses {sorted(used)}, the header declares {sorted(declared)}"
    if "name" in used:
        yield "a parameter is not called name: that is the query's own"


def declares_its_columns(item: Prepared) -> Iterable[str]:
    """The header declares the columns that the text returns, in their order, each an alias."""
    found = []
    aliases = _aliases(item.query.text)
    for returned in _returned(item.query.text):
        name = re.search(r"(?:^| AS )(\w+)$", returned)
        if name is None or (name[0] == returned and name[1] not in aliases):
            yield f"{returned!r} has no alias"
        found.append(name[1] if name else returned)
    declared = [column.name for column in item.columns]
    if found != declared:
        yield f"the text returns {found}, the header declares {declared}"


def is_ordered(item: Prepared) -> Iterable[str]:
    """Rows are ordered, last of all by an id; what is collected is ordered before."""
    text = item.query.text
    tail = re.split(r"\bRETURN\b", text)[-1]
    keys = tail.split("ORDER BY", maxsplit=1)[1].split(",") if "ORDER BY" in tail else []
    ids = {column.name for column in item.columns if column.unit in ("id", "ids")}
    if not keys or keys[-1].strip() not in ids:
        yield "ORDER BY must end in a column of ids"
    for match in re.finditer(r"\bcollect\(", text):
        if "ORDER BY" not in text[: match.start()]:
            yield "what is collected has no order"


def knows_the_schema(item: Prepared) -> Iterable[str]:
    """Only labels, types and properties of the schema appear."""
    text = _bare(item.query.text)
    for label in re.findall(r"\(\s*\w*\s*:(\w+)", text):
        if label not in _LABELS:
            yield f"there is no label {label}"
    for types in re.findall(r"\[\s*\w*\s*:([\w|]+)", text):
        for kind in types.split("|"):
            if kind not in EDGES:
                yield f"there is no relationship {kind}"
    for name in re.findall(r"(?:[A-Za-z_]\w*|[)\]])\.([A-Za-z_]\w*)|\{(\w+):|, (\w+): ", text):
        if "".join(name) not in _PROPERTIES:
            yield f"there is no property {''.join(name)}"


def looks_up_by_id(item: Prepared) -> Iterable[str]:
    """A look-up names a label with unique ids; its braces hold parameters or scalars of a WITH."""
    text = _bare(item.query.text)
    for label, inside in re.findall(r"\(\s*\w*\s*(:\w+)?\s*\{([^}]*)\}", text):
        if label.removeprefix(":") not in {table.label for table in NODES}:
            yield f"({label} {{{inside}}}) is looked up by no label with unique ids"
    for inside in re.findall(r"(?<!EXISTS )\{([^}]*)\}", text):  # EXISTS has a pattern in its own
        for value in re.findall(r":\s*([^,]+)", inside):
            if not re.fullmatch(r"\$\w+", value.strip()) and value.strip() not in _aliases(text):
                yield f"{value.strip()} in braces is neither a parameter nor a scalar of a WITH"


def is_directed(item: Prepared) -> Iterable[str]:
    """Patterns are directed, but for the shortest path, where any direction is the question."""
    for match in re.finditer(r"\)\s*-\s*(\[[^\]]*\]\s*)?-\s*\(", _bare(item.query.text)):
        if not re.search(r"shortestPaths?\(\(\w*$", item.query.text[: match.start()], re.IGNORECASE):
            yield f"{match[0]} has no direction"


def counts_alike(item: Prepared) -> Iterable[str]:
    """Sums are whole numbers, never null; a share is 1.0 * a / b; half a council is truncated, plus one."""
    text = _bare(item.query.text)
    for match in re.finditer(r"\bsum\(", text):
        if not text[: match.start()].endswith("toInteger(coalesce("):
            yield "write toInteger(coalesce(sum(x), 0))"
    for match in re.finditer(r"/", text):
        before, after = text[: match.start()], text[match.end() :]
        if not re.search(r"1\.0 \* [\w.]+ $", before) and not after.startswith(" 2 + 1 "):
            yield "write a share as 1.0 * a / b"


RULES: tuple[Rule, ...] = (
    reads_only,
    keeps_where_outside,
    has_no_values,
    declares_its_parameters,
    declares_its_columns,
    is_ordered,
    knows_the_schema,
    looks_up_by_id,
    is_directed,
    counts_alike,
)

HEAD = [
    "// Question: Who holds the seats of a council?",
    "// Group: seats",
    "// Parameter: province (province), the council's province",
    "// Column: id (id) a list with seats",
    "// Column: seats (seats) its seats",
]
GOOD = """\
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p:Entity {id: $province})
WHERE r.standing = 'final'
RETURN l.id AS id, r.seats AS seats
ORDER BY seats DESC, id"""


@pytest.mark.parametrize("name", NAMES)
def test_every_text_keeps_the_rules(name: str) -> None:
    """Each prepared query reads only, orders its rows to the last, and says exactly what it takes and gives."""
    item = next(item for item in catalogue() if item.name == name)
    assert [problem for rule in RULES for problem in rule(item)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_text_passes_the_gate_for_users(name: str) -> None:
    """What Majlis asks itself, a user may ask too."""
    admit(query(name).text)


def test_the_good_text_keeps_every_rule() -> None:
    """The text that the next test spoils has nothing wrong with it."""
    assert [problem for rule in RULES for problem in rule(parse("good", [*HEAD, *GOOD.splitlines()]))] == []


@pytest.mark.parametrize("bad", golden("bad_queries"), ids=lambda bad: f"{bad['rule']}-{bad['new']}")
def test_every_rule_catches_a_bad_text(bad: dict[str, str]) -> None:
    """A rule names what is wrong with a text that breaks it."""
    assert bad["old"] in GOOD
    (rule,) = [rule for rule in RULES if rule.__name__ == bad["rule"]]
    found = list(rule(parse("bad", [*HEAD, *GOOD.replace(bad["old"], bad["new"]).splitlines()])))
    assert any(bad["said"] in problem for problem in found), found


# --- The grammar of a header ---------------------------------------------------------------------------------


def test_a_header_is_read_into_its_parts() -> None:
    """A parameter has a name, a type, a default or none and a description; a column a name, a unit and one too."""
    lines = [*HEAD[:3], "// Parameter: minimum (number) = 2, councils, at least", *HEAD[3:], *GOOD.splitlines()]
    found = parse("council", lines)
    assert (found.question, found.group) == ("Who holds the seats of a council?", "seats")
    assert found.parameters == (
        Parameter("province", "province", None, "the council's province"),
        Parameter("minimum", "number", "2", "councils, at least"),
    )
    assert [(column.name, column.unit) for column in found.columns] == [("id", "id"), ("seats", "seats")]
    assert found.query.text == GOOD


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        (0, "// Who holds the seats?", "line 1: this is no header line"),
        (0, "// Group: seats", "the header has 0 lines Question"),
        (1, "// Group: people", "there is no group 'people'"),
        (1, "// Question: What else?", "the header has 2 lines Question"),
        (2, "// Parameter: province (place), where", "line 3: this is no parameter"),
        (2, "// Parameter: province (province) where", "line 3: this is no parameter"),
        (2, "// Column: province (id) where", "a name stands in two lines Column"),
        (3, "// Column: id, seats (text) of a list", "line 4: this is no column"),
        (3, "// Column: id (euros) of a list", "line 4: this is no column"),
        (3, "// Column: seats (seats) of a list", "a name stands in two lines Column"),
        (4, "// Parameter: id (entity), too late", "line 5: Parameter stands too late"),
    ],
)
def test_a_wrong_header_is_refused_with_its_place(line: int, instead: str, said: str) -> None:
    """The error names the file, the line and what to write."""
    lines = [*HEAD, *(["// Column: province (id) where"] if "two lines" in said and line == 2 else [])]
    lines[line] = instead
    with pytest.raises(DocumentError) as caught:
        parse("bad", [*lines, *GOOD.splitlines()])
    assert str(caught.value).startswith("queries/bad.cypher, line ")
    assert said in str(caught.value)


def test_a_header_without_columns_is_refused() -> None:
    """Every column that a text returns is described."""
    with pytest.raises(DocumentError, match="no line Column"):
        parse("bad", [*HEAD[:3], *GOOD.splitlines()])


def test_the_catalogue_holds_every_group() -> None:
    """The queries are listed by group and name; each asks a question of its own in plain words."""
    found = catalogue()
    order = list(GROUPS)
    assert [(order.index(item.group), item.name) for item in found] == sorted(
        (order.index(item.group), item.name) for item in found
    )
    assert {item.group for item in found} == set(GROUPS)
    assert len({item.question for item in found}) == len(found) >= 30
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", item.name) and item.question.endswith("?") for item in found)


def test_reading_one_text_needs_nothing_heavy() -> None:
    """Reading a text imports no engine, no matcher and no command line: `majlis where` reads its texts each time."""
    code = (
        "import sys; from queries.texts import query; query('state'); "
        "print([name for name in ('kglite', 'click', 'rapidfuzz', 'neo4j', 'pandas', 'graph.gate') "
        "if name in sys.modules])"
    )
    ran = program(sys.executable, "-c", code)
    assert ran.stdout.strip() == "[]"


# --- What the texts return -----------------------------------------------------------------------------------

_GIVEN: dict[str, Any] = {
    "list": "nabni",
    "figure": "nouri-al-maliki",
    "province": "IQ-BG",
    "election": "iq-2023-governorates",
    "source": "shafaq-final-2023",
    "text": "final",
    "date": None,
    "number": 2,
    "entity": "nouri-al-maliki",
    "entities": ["nabni", "muqtada-al-sadr"],
    "figures": ["emil-boutros-agha"],
    "blocs": ["coordination-framework"],
    "provinces": ["IQ-BG", "IQ-KI"],
    "elections": ["iq-2023-governorates", "iq-2025-representatives"],
    "texts": ["holds_seats/nabni/IQ-BG/iq-2023-governorates"],
}
_SECOND = {
    "election": "iq-2025-representatives",
    "entity": "ammar-al-hakim",
    "list": "state-of-law",
    "source": "the-national-2023-12-19",
}
_WHOLE = {"number", "seats", "people"}
_TEXT = {"id", "text", "date"}


def _fits(value: object, unit: str) -> bool:
    """Whether a value is what its column says; what is not known is null."""
    if value is None:
        return True
    if unit.endswith("s") and unit not in _WHOLE:
        return isinstance(value, list) and all(item is not None and _fits(item, unit[:-1]) for item in value)
    if unit == "flag":
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if unit in _WHOLE:
        return isinstance(value, int)
    if unit in _TEXT:
        return isinstance(value, str)
    if unit == "share":
        return isinstance(value, float) and 0 <= value <= 1
    return isinstance(value, (int, float)) or (unit == "value" and isinstance(value, str))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_returns_what_its_header_says(graph: GraphView, name: str) -> None:
    """Over the shipped graph each column has its name and its unit, and no two rows have the same place."""
    item = next(item for item in catalogue() if item.name == name)
    given = {
        parameter.name: _SECOND[parameter.type] if parameter.name == "second" else _GIVEN[parameter.type]
        for parameter in item.parameters
    }
    rows = graph.run(name, **given)
    columns = [column.name for column in item.columns]
    assert all(list(row) == columns for row in rows)
    wrong = [
        (column.name, row[column.name])
        for row in rows
        for column in item.columns
        if not _fits(row[column.name], column.unit)
    ]
    assert wrong == []
    keys = [key.split()[0] for key in item.query.text.split("ORDER BY")[-1].split(",")]
    places = [tuple(str(row[key]) for key in keys if key in columns) for row in rows]
    assert len(set(places)) == len(places)


def test_the_units_and_types_are_all_used() -> None:
    """No unit and no type waits for a use, but for a plain text."""
    found = catalogue()
    assert {column.unit for item in found for column in item.columns} == set(UNITS)
    assert {parameter.type for item in found for parameter in item.parameters} == set(PARAMETER_TYPES) - {"text"}
