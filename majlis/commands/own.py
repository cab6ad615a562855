"""The commands that keep claims in a data folder of one's own: init and add."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import CheckError, StoreError, UsageError
from graph.files import whole_path

from ..terminal.text import plain
from ..wording.forms import ENGLISH, isolate
from .base import data_options, describes_document, tell
from .documents import options_of, tell_rows

if TYPE_CHECKING:
    from graph.model import Registry, Unresolved
    from graph.names import Resolver
    from loaders.claims import Refused
    from loaders.own_folder import Additions

    from ..data import Given

_MOST_TOLD = 20  # rows that a new file no longer says
INTO = click.option(
    "--into", "folder", metavar="DIR", required=True, type=click.Path(), help="The data folder of your own."
)


@click.command(epilog="Examples: majlis init mine · majlis add report.html --into mine")
@click.argument("folder", metavar="DIR", type=click.Path())
def init(folder: str) -> None:
    """Make a data folder of your own: empty tables that lie over the data in use.

    What is there already stays as it is.
    """
    from loaders.own_folder import clear_broken_off, make_folder

    own_path(folder)
    made = make_folder(Path(folder))
    if broken_off := clear_broken_off(Path(folder)):
        tell(plain(broken_off))
    click.echo(plain(f"{folder}: made {', '.join(made)}." if made else f"{folder}: every table is there already."))
    click.echo(plain(f"Ask with it: majlis where NAME --with {folder}; or set MAJLIS_WITH={folder}"))


@click.command(
    epilog="Examples: majlis add report.pdf --into mine · majlis add claims.csv --into mine · "
    "majlis add claims.csv --against report.pdf --into mine"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@INTO
@click.option("--against", metavar="FILE", type=click.Path(), help="The document that a table of claims is about.")
@data_options("A data folder other than the one shipped.")
@describes_document
def add(files: tuple[str, ...], folder: str, against: str | None, data: Given, **said: str | None) -> None:
    """Keep what FILEs say in a data folder of your own, as rows of its tables; asked again it adds nothing twice.

    Of a document the stated claims are kept. Of a table of claims (majlis read --format csv) those whose column accept
    says yes. With --against each is checked against the document: what it does not bear out is refused, and what it
    does waits in the folder proposed/ for a person's yes.
    """
    from loaders.claims import is_claims
    from loaders.own_folder import Additions

    from ..data import data_folder

    into = own_path(folder)
    unknown: list[tuple[str, Unresolved]] = []
    refused: list[Refused] = []
    with opened(into, data) as (registry, resolver):
        added = Additions(into)
        for file in files:
            if is_claims(Path(file)):
                refused += _add_claims(added, file, against, registry, resolver, said)
            else:
                if against is not None:
                    raise UsageError("--against takes a table of claims: majlis add claims.csv --against FILE")
                unknown += _add_document(added, file, registry, resolver, said)
        saved = added.save()
    for path, count in saved.items():
        click.echo(plain(ENGLISH.say("own.added", path=into / path, n=count)))
    if added.known:
        click.echo(ENGLISH.say("own.there", n=added.known))
    tell_names([data_folder(data), into], registry, unknown)
    for one in refused:
        click.echo(plain(f"Refused: {one.place}: {isolate(one.text)}: {one.reason}"))
    if refused:
        raise SystemExit(CheckError.exit_code)


def own_path(folder: str) -> Path:
    """The whole path of a folder that is named.

    Raises UsageError where no name is, StoreError for a dead link, DocumentError for a part of another data folder.
    """
    from ..data import refuse_inside

    if not folder.strip():
        raise UsageError("a data folder needs a name: majlis init mine")
    if os.path.islink(folder) and not os.path.exists(folder):  # noqa: PTH110, PTH114 - unlike those of a path they never raise
        raise StoreError(f"{folder} is a link that leads nowhere. Name a folder.")
    path = whole_path(folder)
    refuse_inside(path)
    return path


@contextmanager
def opened(folder: Path, data: Given) -> Iterator[tuple[Registry, Resolver]]:
    """A data folder of one's own, made where there is none, with the names that are known in it and below it.

    Raises what `majlis.data.over_folders` raises.
    """
    from graph.names import Resolver
    from loaders.own_folder import clear_broken_off, made_folder
    from loaders.tables import read_names

    from ..data import data_folder, over_folders, with_folders

    with made_folder(folder):
        if broken_off := clear_broken_off(folder):
            tell(plain(broken_off))
        registry = read_names(data_folder(data), over_folders(with_folders(data, folder)))
        yield registry, Resolver(registry.names)


def _add_document(
    added: Additions, file: str, registry: Registry, resolver: Resolver, said: Mapping[str, str | None]
) -> list[tuple[str, Unresolved]]:
    """The stated claims of a document; gives the names in it that nobody registered."""
    import loaders
    from graph.model import Remark, Statement, Unresolved
    from loaders.kept import digest_of, kept_documents
    from loaders.reading.found import Certainty

    path = Path(file)
    reading = loaders.read(path, registry, resolver, options_of(said))
    _ = reading.document.required_election
    source, unknown, said_here = reading.source, [], []
    proposed = unread = 0
    for marked in reading.marked():
        item = marked.item
        if isinstance(item, Unresolved):
            unknown.append((source.id, item))
        elif isinstance(item, Remark):
            tell(f"{item.locator}: {item.text}")
        elif not isinstance(item, Statement):
            unread += 1
        else:
            said_here.append(item)
            if marked.certainty is Certainty.PROPOSED:
                proposed += 1
            else:
                added.claim(item)
    if source.id not in registry.sources:
        added.source(source)
    if file != "-":
        digest = digest_of(path)
        if digest not in kept_documents([added.folder]):
            unsaid = added.unsaid(source.id, said_here)
            for place, text in unsaid[:_MOST_TOLD]:
                tell(ENGLISH.say("own.unsaid", place=place, text=isolate(text), file=file))
            if len(unsaid) > _MOST_TOLD:
                tell(ENGLISH.say("own.unsaid.more", n=len(unsaid) - _MOST_TOLD))
        added.document(source.id, digest, path.name)
    if proposed or unread:
        tell(ENGLISH.say("own.review", file=file, proposed=proposed, unread=unread, folder=added.folder))
    return unknown


def _add_claims(
    added: Additions,
    file: str,
    against: str | None,
    registry: Registry,
    resolver: Resolver,
    said: Mapping[str, str | None],
) -> Sequence[Refused]:
    """The accepted claims of a table; against a document, those that it bears out as proposals, and what it refuses."""
    import loaders
    from graph.dates import today
    from graph.model import Remark
    from loaders.claims import CLAIMS, Refused, Witness, read_claims

    given = {key: value for key, value in said.items() if value}
    witness, source = None, None
    if against is not None:
        reading = loaders.read(Path(against), registry, resolver, options_of(said))
        source = reading.source
        marked = [*reading.marked(), *replace(reading, shape=loaders.GENERAL).marked()]
        witness = Witness(list(reading.document.laid_lines()), marked, registry)
        given = {"source": source.id, "title": source.title, "kind": source.kind.value} | given
        if reading.election:
            given.setdefault("election", reading.election)
    refused: list[Refused] = []
    waiting = 0
    for offered in read_claims(Path(file), registry, resolver, given):
        if isinstance(offered, Remark):
            tell(f"{offered.locator}: {offered.text}")
            continue
        if isinstance(offered, Refused):
            refused.append(offered)
            continue
        text = " ".join(filter(None, (offered.row["predicate"], offered.claim.subject_text, offered.row["value"])))
        if witness is not None and source is not None:
            if reason := witness.refuses(offered):
                refused.append(Refused(offered.place, text, reason))
                continue
            row = {**offered.row, "accept": "", "certainty": "proposed", "source": source.id}
            row |= {"title": source.title, "publisher": source.publisher or "", "published": source.published or ""}
            row |= {"url": source.url or "", "kind": source.kind.value, "locator": offered.claim.locator}
            added.proposal(CLAIMS, row)
            waiting += 1
        elif offered.accepted:
            added.claim(offered.claim, today() if offered.row["certainty"] else "")
            if offered.source is not None and offered.source.id not in registry.sources:
                added.source(offered.source)
        elif offered.accepted is None:
            waiting += 1
    if waiting:
        tell(ENGLISH.say("own.waiting", file=file, n=waiting))
    return refused


def tell_names(folders: Sequence[Path], registry: Registry, names: Sequence[tuple[str, Unresolved]]) -> None:
    """Tell each name that nobody registered, with the rows of the last folder that would register it."""
    from loaders.registration import registering_rows

    for name, rows in registering_rows(folders, registry, names):
        tell(f"not known: {isolate(name.text)} ({name.locator}): {name.reason}")
        tell_rows(rows)
    sys.stderr.flush()
