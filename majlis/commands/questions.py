"""The commands that ask: where, who, why, names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.errors import CannotAnswerError
from graph.kinds import HOLDERS, PROVINCES, Kind
from queries.disputed import span

from .base import Rows, asks, dated, open_graph, write_answer
from .completers import complete_any, complete_holder, complete_province

if TYPE_CHECKING:
    from .. import Majlis


@click.command(
    epilog="Examples: majlis where Maliki · majlis where 'State of Law' --format json · majlis where PUK --cite"
)
@click.argument("name", nargs=-1, required=True, shell_complete=complete_holder)
@click.option("--cite", is_flag=True, help="One sentence with its source, ready to paste.")
@dated
@asks
def where(
    name: tuple[str, ...],
    cite: bool,
    as_of: str | None,
    shape: str,
    election: str | None,
    graph: str | None,
    data: str | None,
) -> None:
    """Where NAME (a list, party, alliance, bloc or figure) has seats; with a province, in its council alone."""
    with open_graph(graph, data) as majlis:
        try:
            answer = majlis.where(" ".join(name), election=election, as_of=as_of)
        except CannotAnswerError as error:
            if cite or shape != "table" or not _answer_otherwise(majlis, name, error, election, as_of):
                raise
            return
        if cite:
            from ..terminal.phrases import cite_text
            from ..wording.forms import ENGLISH
            from ..wording.where import where_sentence

            seats = {s for council in answer.provinces if council.status == answer.status for s in council.sources}
            lines = [ENGLISH.cite(source) for source in answer.sources if source.id in seats]
            click.echo(cite_text(where_sentence(answer), lines, answer.data_version))
            return

        def text() -> str:
            from ..terminal.where import where_text

            return where_text(answer)

        def rows() -> Rows:
            columns = (
                "province",
                "name",
                "status",
                "seats",
                "most",
                "council_size",
                "accounted",
                "standing",
                "disputed",
                "lists",
                "sources",
            )
            return columns, [
                (
                    c.id,
                    c.name,
                    c.status,
                    c.seats,
                    c.most,
                    c.council_size,
                    c.accounted,
                    c.standing,
                    c.disputed,
                    "; ".join(f"{held.id} {held.relation} {span(held.seats, held.most)}" for held in c.lists),
                    "; ".join(c.sources),
                )
                for c in answer.provinces
            ] + [
                (place.id, place.name, "no_vote", None, None, None, None, None, None, "", "")
                for place in answer.no_vote
            ]

        write_answer(shape, answer.to_dict, text, rows)


@click.command(epilog="Examples: majlis who Baghdad · majlis who 'Dhi Qar' --format csv")
@click.argument("province", nargs=-1, required=True, shell_complete=complete_province)
@click.option("--cite", is_flag=True, help="One sentence with its source, ready to paste.")
@dated
@asks
def who(
    province: tuple[str, ...],
    cite: bool,
    as_of: str | None,
    shape: str,
    election: str | None,
    graph: str | None,
    data: str | None,
) -> None:
    """Who has the seats of the council of PROVINCE, and what is not accounted for."""
    with open_graph(graph, data) as majlis:
        try:
            answer = majlis.who(" ".join(province), election=election, as_of=as_of)
        except CannotAnswerError as error:
            if cite or shape != "table" or not _answer_otherwise(majlis, province, error, election, as_of):
                raise
            return
        if cite:
            from ..terminal.phrases import cite_text
            from ..wording.forms import ENGLISH
            from ..wording.who import who_sentence

            lines = [ENGLISH.cite(source) for source in answer.sources]
            click.echo(cite_text(who_sentence(answer), lines, answer.data_version))
            return

        def text() -> str:
            from ..terminal.who import who_text

            return who_text(answer)

        def rows() -> Rows:
            columns = (
                "list",
                "name",
                "kind",
                "seats",
                "most",
                "share",
                "rank",
                "reserved_for",
                "standing",
                "disputed",
                "statements",
            )
            return columns, [
                (
                    i.id,
                    i.name,
                    i.kind,
                    i.seats,
                    i.most,
                    i.share,
                    i.rank,
                    i.reserved_for,
                    i.standing,
                    i.disputed,
                    "; ".join(i.statements),
                )
                for i in answer.lists
            ]

        write_answer(shape, answer.to_dict, text, rows)


def _answer_otherwise(
    majlis: Majlis, words: Sequence[str], error: CannotAnswerError, election: str | None, as_of: str | None
) -> bool:
    """Answer a reader who asks `where` of a province, `who` of a name, or either of both; whether that is so.

    A script that reads JSON or CSV gets the error instead: it must never take one answer for another.
    """
    from ..terminal.text import plain
    from ..terminal.where import council_text, where_text
    from ..terminal.who import who_text
    from ..wording.forms import isolate

    resolver, asked = majlis.graph.resolver, " ".join(words)
    name, place = _name_and_province(majlis, words)
    if error.answer["error"] == "province":
        answer = majlis.who(asked, election=election, as_of=as_of)
        found = answer.subject.candidate.name
        lines = [f"{isolate(found)} is a province, so this answers: majlis who {found}", who_text(answer)]
    elif resolver.ask(asked, HOLDERS).candidates:
        text = where_text(majlis.where(asked, election=election, as_of=as_of))
        lines = [f"{isolate(asked)} is no province, so this answers: majlis where {isolate(asked)}", text]
    elif place and resolver.resolve(place, PROVINCES).candidates and resolver.ask(name, HOLDERS).candidates:
        council = majlis.who(place, election=election, as_of=as_of)
        lines = [council_text(majlis.where(name, election=election, as_of=as_of), council)]
    else:
        return False
    click.echo(plain("\n".join(lines)))
    return True


@click.command(epilog="Examples: majlis why maliki babil · majlis why Nabni · majlis why Kirkuk")
@click.argument("words", nargs=-1, required=True, metavar="NAME [PROVINCE]", shell_complete=complete_any)
@asks
def why(words: tuple[str, ...], shape: str, election: str | None, graph: str | None, data: str | None) -> None:
    """The statements behind an answer about NAME, in PROVINCE where one is named."""
    with open_graph(graph, data) as majlis:
        name, province = _name_and_province(majlis, words)
        answer = majlis.why(name, province, election=election)

        def text() -> str:
            from ..terminal.why import why_text

            return why_text(answer)

        def rows() -> Rows:
            columns = (
                "fact",
                "predicate",
                "subject",
                "object",
                "decided",
                "disputed",
                "reason",
                "statement",
                "value",
                "won",
                "standing",
                "source",
                "locator",
                "quote",
            )
            return columns, [
                (
                    fact.id,
                    fact.predicate,
                    claim.subject or claim.subject_text,
                    claim.object or claim.object_text,
                    fact.value,
                    fact.disputed,
                    fact.reason,
                    claim.id,
                    claim.value,
                    claim.won,
                    claim.standing,
                    claim.source.id,
                    claim.locator,
                    claim.quote,
                )
                for fact in answer.facts
                for claim in fact.statements
            ]

        write_answer(shape, answer.to_dict, text, rows)


def _name_and_province(majlis: Majlis, words: Sequence[str]) -> tuple[str, str | None]:
    """Which words are the name and which the province, in either order: names of several words need no quotes."""
    known = majlis.graph.resolver.resolve
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    turned = [(name, place) for place, name in parts]
    placed = [(name, place) for name, place in (*parts, *turned) if known(place, PROVINCES).candidates]
    for name, place in placed:
        if known(name, frozenset(Kind)).candidates:
            return name, place
    whole = " ".join(words)
    if len(words) == 1 or known(whole, frozenset(Kind)).candidates:
        return whole, None
    return (placed or parts)[0]


@click.command(epilog="Examples: majlis names · majlis names Babylon · majlis names مالكي")
@click.argument("text", nargs=-1)
@asks
def names(text: tuple[str, ...], shape: str, election: str | None, graph: str | None, data: str | None) -> None:
    """What names are known, and how TEXT would be read."""
    with open_graph(graph, data) as majlis:
        answer = majlis.names(" ".join(text) or None)

        def as_text() -> str:
            from ..terminal.names import names_text

            return names_text(answer)

        def rows() -> Rows:
            return ("id", "kind", "name", "aliases"), [
                (row.id, row.kind, row.name, "; ".join(row.aliases)) for row in answer.known
            ]

        write_answer(shape, answer.to_dict, as_text, rows)
        if not answer.found:
            raise SystemExit(1)
