"""The commands that ask: one for each question of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from graph.errors import CannotAnswerError, CheckError
from graph.kinds import HOLDERS, PROVINCES, Kind

from ..register import NAMES, QUESTIONS, Parameter, Question, basis, load
from ..terminal.phrases import cite_text
from ..wording.forms import ENGLISH, isolate
from .base import asks, dated, open_graph, write_answer
from .completers import complete_any, complete_holder, complete_province

if TYPE_CHECKING:
    from graph.names import Resolver

    from .. import Majlis

_COMPLETERS = {
    "holder": complete_holder,
    "province": complete_province,
    "holder or province": complete_any,
    "name": complete_any,
}


def asking(question: Question) -> click.Command:
    """The command that asks a question of the register."""

    def run(**given: Any) -> None:
        _run(question, given)

    parts = [*map(_option, question.options)]
    if question.names:
        first = question.names[0]
        shown = [item.shown or item.name.upper() for item in question.names]
        usage = " ".join(
            name if item.required else f"[{name}]" for name, item in zip(shown, question.names, strict=True)
        )
        parts.insert(
            0,
            click.argument(
                "words",
                nargs=-1,
                required=first.required,
                metavar=usage if len(shown) > 1 else f"{usage}...",
                shell_complete=_COMPLETERS.get(first.reads),
            ),
        )
    if question.sentence:
        parts.append(click.option("--cite", is_flag=True, help="One sentence with its source, ready to paste."))
    if question.dated:
        parts.append(dated)
    for part in (asks, *reversed(parts)):
        run = part(run)
    return click.command(question.name, help=question.help, epilog=f"Examples: {' · '.join(question.examples)}")(run)


def _option(item: Parameter) -> Callable[[Any], Any]:
    kinds: dict[str, dict[str, Any]] = {
        "table": {"type": click.Choice(item.choices), "default": next(iter(item.choices), ""), "show_default": True},
        "threshold": {"type": click.FloatRange(0, 100)},
        "count": {"type": click.IntRange(min=0)},
        "flag": {"is_flag": True, "default": None},
    }
    return click.option(
        f"--{item.name.replace('_', '-')}", help=item.help, metavar=item.shown or None, **kinds.get(item.reads, {})
    )


def _run(question: Question, given: Mapping[str, Any]) -> None:
    """Ask the question and write its answer."""
    shape, cite, words = given["shape"], given.get("cite"), given.get("words", ())
    with open_graph(given["graph"], given["data"]) as majlis:
        try:
            answer = question.ask(majlis.graph, _names(question, words, majlis.graph.resolver), given)
        except CannotAnswerError as error:
            said = None if cite or shape != "table" else _meant(majlis, question, words, error, given)
            if said is None:
                raise
            _print(said)
            return
    by = given.get("by")
    if by:
        question.table_of(answer, ENGLISH, by)  # what the answer does not have is refused whatever the format
    if cite:
        sources = [ENGLISH.cite(source) for source in question.cited_of(answer)]
        _print(cite_text(question.sentence_of(answer, ENGLISH), sources, basis(answer).data_version))
    else:
        write_answer(
            shape,
            answer.to_dict,
            lambda: _text(question, answer, by),
            lambda: question.table_of(answer, ENGLISH, by).csv(),
        )
    for item in question.options:
        if item.reads == "threshold" and given[item.name] is not None and (short := answer.short_of(given[item.name])):
            raise CheckError(short)
    if not getattr(answer, "found", True):
        raise SystemExit(1)


def _text(question: Question, answer: Any, by: str | None = None) -> str:
    """The answer for a terminal, in its own layout or in the usual one."""
    if question.text:
        return str(load(question.text)(answer, *([by] if by else [])))
    from ..terminal.answer import answer_text

    table, sources = question.table_of(answer, ENGLISH, by), question.cited_of(answer)
    return answer_text(answer, question.sentence_of(answer, ENGLISH), table, sources)


def _meant(
    majlis: Majlis, question: Question, words: Sequence[str], error: CannotAnswerError, given: Mapping[str, Any]
) -> str | None:
    """The answer of the question that these words mean, where they name nothing that this one is about; else None.

    That is so for a question about holders that is asked of a province, one about provinces that is asked of a
    holder, and either of them asked of both. A script that reads JSON or CSV gets the error instead: it must never
    take one answer for another.
    """
    if question.about not in (HOLDERS, PROVINCES):
        return None
    graph, asked = majlis.graph, " ".join(words)
    holders, councils = (
        next(row for row in QUESTIONS.values() if row.about == kinds) for kinds in (HOLDERS, PROVINCES)
    )
    if error.answer["error"] == "province":
        answer = councils.ask(graph, [asked], given)
        found = answer.subject.candidate.name
        return f"{isolate(found)} is a province, so this answers: majlis {councils.name} {found}\n" + _text(
            councils, answer
        )
    if graph.resolver.ask(asked, HOLDERS).candidates:
        answer = holders.ask(graph, [asked], given)
        said = isolate(asked)
        return f"{said} is no province, so this answers: majlis {holders.name} {said}\n" + _text(holders, answer)
    name, place = _parted(words, graph.resolver, frozenset(Kind), PROVINCES)
    known = graph.resolver.resolve
    if place and known(place, PROVINCES).candidates and graph.resolver.ask(name, HOLDERS).candidates:
        from ..terminal.where import council_text

        council = councils.ask(graph, [place], given)
        return council_text(holders.ask(graph, [name], given), council)
    return None


def _names(question: Question, words: Sequence[str], resolver: Resolver) -> Sequence[str | None]:
    """What was given for each of its names: names of several words need no quotes."""
    if len(question.names) < 2:
        whole = " ".join(words)
        return [whole if whole or item.required else None for item in question.names]
    first, second = question.names
    return _parted(words, resolver, NAMES[first.reads], NAMES[second.reads])


def _parted(
    words: Sequence[str], resolver: Resolver, kinds: frozenset[Kind], places: frozenset[Kind]
) -> tuple[str, str | None]:
    """Which words are the name and which the place, in either order."""
    known = resolver.resolve
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    turned = [(name, place) for place, name in parts]
    placed = [(name, place) for name, place in (*parts, *turned) if known(place, places).candidates]
    for name, place in placed:
        if known(name, kinds).candidates:
            return name, place
    whole = " ".join(words)
    if len(words) == 1 or known(whole, kinds).candidates:
        return whole, None
    return (placed or parts)[0]


def _print(text: str) -> None:
    from ..terminal.text import plain

    click.echo(plain(text))
