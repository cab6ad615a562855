"""The commands that read and build: read, build, check."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.collector import without_collector
from graph.errors import CheckError, StoreError, UsageError
from graph.files import whole_path
from graph.fingerprint import LAWS

from ..spreadsheet import write_rows
from ..terminal.text import plain
from ..wording.forms import isolate
from .base import data_options, describes_document, formats, tell, write_json

if TYPE_CHECKING:
    from graph.checks.problem import Problem
    from graph.decide import Decided
    from graph.model import Knowledge
    from loaders import Options
    from loaders.folder import UserDocument
    from loaders.reading.words import Role
    from loaders.registration import RegisteringRow
    from queries.votes.follows import Follows

    from ..data import Given
    from ..graphs.build import Built

_DATA = data_options("A data folder other than the one shipped.")


@click.command(
    epilog="Examples: majlis read report.txt · majlis read report.txt --format json --publisher 'The Gazette'"
)
@click.argument("file", type=click.Path())
@_DATA
@click.option(
    "--columns",
    metavar="ROLES",
    help="What columns of a table are: 'list=Party,seats=Won,province=County', by header or number.",
)
@describes_document
@formats
def read(file: str, data: Given, columns: str | None, shape: str, **said: str | None) -> None:
    """What Majlis reads in FILE, what it only proposes, and each figure it cannot read; changes nothing.

    Of a table it shows for what it took each column. Exit 3 where nothing was read.
    """
    with without_collector():
        import loaders
        from graph.names import Resolver
        from loaders.tables import read_names

        from .. import readings
        from ..data import data_folder, over_folders

        registry = read_names(data_folder(data), over_folders(data))
        resolver = Resolver(registry.names)
        reading = loaders.read(Path(file), registry, resolver, options_of(said), columns=_columns(columns))
        writer = {"json": readings.write_json, "csv": readings.write_csv, "table": readings.write_text}[shape]
        count = writer(reading, sys.stdout)
    if not count:
        raise SystemExit(CheckError.exit_code)


@click.command(
    epilog="Examples: majlis build · majlis build report.txt --publisher 'The Gazette' · "
    "majlis build a.txt b.txt --only --to mine.kgl"
)
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE]...")
@click.option("--only", is_flag=True, help="The registry and these documents alone; needs --to.")
@click.option(
    "--to",
    metavar="ADDRESS",
    help="A file, or a Neo4j (neo4j://, bolt://), to keep the graph in; by default the cache, for later questions.",
)
@_DATA
@describes_document
@formats
def build(files: tuple[str, ...], only: bool, to: str | None, data: Given, shape: str, **said: str | None) -> None:
    """Build the graph from the data and from FILEs of yours; later questions know them.

    Without FILE the graph holds the data alone. A document of yours that breaks a check is reported, and
    its claims are dissent. A folder of --with is named again with each question, or in MAJLIS_WITH.
    """
    from ..data import data_folder, over_folders
    from ..graphs.build import build as build_graph
    from ..graphs.documents import remember, remembered

    if only and to is None:
        raise UsageError("--only needs --to: name the file to keep that graph in.")
    folder = data_folder(data)
    documents = _user_documents(files, said)
    over = over_folders(data)
    built = build_graph(folder, documents, only=only, to=to, over=over)
    built.store.close()
    if to is None:
        try:
            before = {document.path for document in remembered(folder)}
            unread = False
        except StoreError:  # a damaged list of documents: this build writes a new one
            before, unread = set(), True
        forgotten = before - {document.path for document in documents}
        if built.address is not None:
            if documents or forgotten or unread:
                remember(folder, documents)
            for path in sorted(forgotten):
                tell(f"no longer part of the graph: {path}")
        elif before:
            tell("the cache cannot be written, so your documents of the last build stay part of later questions")
    _tell(built, [folder, *over])
    if over and to is None:
        tell(f"ask with the same folders: {' '.join(f'--with {other}' for other in over)}, or MAJLIS_WITH")
    summary = _summary(built)
    if shape == "json":
        write_json(summary)
    elif shape == "csv":
        counts = {key: value for key, value in summary.items() if not isinstance(value, list)}
        write_rows(list(counts), [list(counts.values())], sys.stdout)
    else:
        at = built.address or "memory"
        click.echo(
            f"Built {plain(str(at))}: {summary['statements']} statements, {summary['facts']} facts "
            f"({summary['disputed']} disputed), {summary['seats']} seats in {summary['councils']} councils "
            "and constituencies."
        )


@click.command(
    epilog="Examples: majlis check · majlis check report.txt · majlis check --votes · majlis check --data my-country"
)
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE]...")
@click.option("--votes", is_flag=True, help="Whether the seats follow from the published votes by the stated law.")
@_DATA
@describes_document
@formats
def check(files: tuple[str, ...], votes: bool, data: Given, shape: str, **said: str | None) -> None:
    """Check the data, and FILEs of yours: each broken rule with file and line; exit 3 when one is broken.

    A name that a document uses and nobody registered breaks no rule: it is told with the row that would register it.
    Nor do seats that do not follow from votes: the votes may be an early count's. Nor does a number that is more than
    its council has where other claims overrule it: that is noted. The map is read too.
    """
    from graph.checks.overruled import overruled
    from graph.checks.settle import CLAIM_RULES, FACT_RULES, settle
    from loaders.folder import gather

    from ..data import data_folder, over_folders
    from ..pictures.outlines import read_outlines

    folder = data_folder(data)
    read_outlines(folder)
    over = over_folders(data)
    folders = [folder, *over]
    knowledge, remarks = gather(folder, _user_documents(files, said), over=over)
    rules = [*CLAIM_RULES, *FACT_RULES]
    try:
        decided, problems = settle(knowledge)
    except CheckError as error:
        if shape == "table":
            raise
        _write_problems(shape, folders, rules, error.problems, knowledge)
        raise SystemExit(error.exit_code) from error
    for remark in remarks:
        tell(f"{remark.locator}: {remark.text}")
    unknown = _tell_unresolved(folders, knowledge) if shape != "json" else 0
    found = _follows(knowledge, decided) if votes else None
    noted = list(overruled(decided))
    if shape == "csv" and found is not None:
        from ..wording.votes import follows_table

        write_rows(*follows_table(found).csv(), sys.stdout)
    elif shape != "table":
        _write_problems(shape, folders, rules, problems, knowledge, found, noted)
    elif problems:
        click.echo(plain("\n".join(str(problem) for problem in problems)))
    else:
        click.echo(
            f"{len(rules)} rules hold: {len(knowledge.statements)} statements, {len(decided.facts)} facts, "
            f"{len(knowledge.sources)} sources." + (f" Names not known: {unknown}." if unknown else "")
        )
        for misfit in decided.misfits:
            click.echo(plain(f"As its sources have it: {misfit}"))
    for note in noted if shape != "json" else ():
        tell(f"overruled: {note}")
    if shape == "table" and found is not None:
        from ..terminal.votes import follows_text

        none = f"No law is stated, in {folder / LAWS}, by which votes become seats."
        click.echo(plain("\n".join(map(follows_text, found)) or none))
    if problems:
        raise SystemExit(CheckError.exit_code)


def _follows(knowledge: Knowledge, decided: Decided) -> list[Follows]:
    """Of each election whose law is stated: whether its seats follow from its votes, the latest first."""
    from functools import partial

    from graph.build import batches
    from graph.stores.bulk import graph_of
    from queries.view import GraphView
    from queries.votes.follows import follows

    from ..wording.messages import USUAL
    from ..wording.notes import reason

    graph = GraphView(graph_of(batches(knowledge, decided, partial(reason, USUAL))), current=True)
    return [found for election in graph.elections if (found := follows(graph, election))]


def _columns(said: str | None) -> dict[Role, str]:
    """The roles that a user gives to columns. Raises UsageError."""
    if not said:
        return {}
    from loaders.reading.tables.roles import SAID_ROLES

    found: dict[Role, str] = {}
    for part in said.split(","):
        role, equals, header = (side.strip() for side in part.partition("="))
        if not equals or not header or role not in SAID_ROLES:
            raise UsageError(f"--columns takes role=header with one of: {', '.join(SAID_ROLES)}; not {part.strip()!r}.")
        if SAID_ROLES[role] in found:
            raise UsageError(f"--columns says twice which column is the {role}: {said!r}. Say it once.")
        found[SAID_ROLES[role]] = header
    return found


def options_of(said: Mapping[str, str | None]) -> Options:
    """What a user says of a document, from the options of a command."""
    from loaders import Options

    return Options(**{("shape" if name == "document_shape" else name): value for name, value in said.items()})


def _user_documents(files: Sequence[str], said: dict[str, str | None]) -> list[UserDocument]:
    if not files and not any(said.values()):
        return []
    from loaders.folder import UserDocument

    if not files:
        raise UsageError("what is said of a document needs a FILE.")
    if "-" in files:
        raise UsageError("standard input is read once: save it as a file, which later questions can read again.")
    options = options_of(said)
    return [UserDocument(whole_path(file), options) for file in files]


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.place
    file, line = (place.file, place.line) if place else (None, None)
    return {"rule": problem.rule, "what": problem.what, "file": file, "line": line}


def _write_problems(
    shape: str,
    folders: Sequence[Path],
    rules: Sequence[str],
    problems: Sequence[Any],
    knowledge: Knowledge,
    votes: Sequence[Follows] | None = None,
    noted: Sequence[Problem] = (),
) -> None:
    found = [_problem(problem) for problem in problems]
    if shape == "json":
        unresolved = _unresolved(folders, knowledge)
        more: dict[str, Any] = {} if votes is None else {"votes": [one.to_dict() for one in votes]}
        more["overruled"] = [_problem(note) for note in noted]
        write_json({"data": str(folders[0]), "rules": rules, "problems": found, "unresolved": unresolved, **more})
    else:
        write_rows(("rule", "what", "file", "line"), [list(row.values()) for row in found], sys.stdout)


def _unresolved(folders: Sequence[Path], knowledge: Knowledge) -> list[dict[str, Any]]:
    """The names that nobody registered, each with the rows that would."""
    from loaders.registration import registering_rows

    return [
        {
            "text": name.text,
            "kind": name.kind,
            "file": name.place.file if name.place else None,
            "line": name.place.line if name.place else None,
            "reason": name.reason,
            "rows": [{"file": row.file, "name": row.name, "row": row.row} for row in rows],
        }
        for name, rows in registering_rows(folders, knowledge.registry, knowledge.unresolved)
    ]


def _tell_unresolved(folders: Sequence[Path], knowledge: Knowledge) -> int:
    """Tell each name that nobody registered, on stderr; gives how many."""
    from loaders.registration import registering_rows

    names = list(registering_rows(folders, knowledge.registry, knowledge.unresolved))
    for name, rows in names:
        file, line = (name.place.file, name.place.line) if name.place else (None, None)
        tell(f"{file}:{line}: not known: {name.text!r}: {name.reason}")
        tell_rows(rows)
    return len(names)


def tell_rows(rows: Sequence[RegisteringRow]) -> None:
    """Tell the rows that would register a name: as somebody new, or as somebody who is known."""
    for row in rows:
        who = "if it is new" if row is rows[0] else f"if it is {isolate(row.name)}"
        tell(f"  {who}, a row of {row.file} registers it: {row.row}")


def _tell(built: Built, folders: Sequence[Path]) -> None:
    """What the user must know of the build, on stderr."""
    for note in built.notes:
        tell(note)
    for problem in built.problems:
        tell(problem.told)
    for remark in built.remarks:
        tell(f"{remark.locator}: {remark.text}")
    _tell_unresolved(folders, built.knowledge)
    for _, line in built.knowledge.unreadable:
        tell(f"{line.place}: not read: {line.text!r}: {line.reason}")


def _summary(built: Built) -> dict[str, Any]:
    from graph.build import accounted

    from ..readings import item_row

    held = [fact for fact in built.decided.facts if fact.predicate == "holds_seats" and fact.counts and fact.object]
    return {
        "graph": built.address,
        "data_version": built.knowledge.data_version,
        "statements": len({claim.id for claim in built.knowledge.statements}),
        "facts": len(built.decided.facts),
        "disputed": sum(fact.disputed for fact in built.decided.facts),
        "seats": accounted(held),
        "councils": len({(fact.object, fact.election) for fact in held}),
        "documents": list(built.knowledge.documents),
        "unresolved": [item_row(gap) for _, gap in built.knowledge.unresolved],
        "unreadable": [item_row(gap) for _, gap in built.knowledge.unreadable],
        "problems": [_problem(problem) for problem in built.problems],
        "notes": list(built.notes),
    }
