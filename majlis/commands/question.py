"""The commands that ask: one for each question of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from graph.errors import CannotAnswerError, CheckError, UsageError
from graph.kinds import BODIES, Kind
from queries.plain import basis

from ..question import NAMES, PLACES, Parameter, Question, answers_of, load
from ..register import QUESTIONS
from ..wording.forms import ENGLISH, isolate
from .base import asks, dated, open_graph, write_answer
from .completers import completing

if TYPE_CHECKING:
    from graph.names import Resolver
    from queries.view import GraphView

    from .. import Majlis

_SOURCES = 4  # that a terminal is told where no more are asked for


def asking(question: Question) -> click.Command:
    """The command that asks a question of the register."""

    def run(**given: Any) -> None:
        from ..terminal.text import room

        with room(None if given["sources"] else _SOURCES):
            _run(question, given)

    parts = [*map(_option, question.options)]
    if question.names or question.election:
        kinds = [NAMES[item.reads] for item in question.names]
        if question.names and question.names[-1].several:
            kinds.append(kinds[-1])
        elif question.election:
            kinds.append(BODIES)
        parts.insert(
            0,
            click.argument(
                "words",
                nargs=-1,
                required=question.needs_name,
                metavar=_usage(question),
                shell_complete=completing(*kinds[:2]),
            ),
        )
    parts.append(click.option("--sources", is_flag=True, help=f"All sources of the answer, not only {_SOURCES}."))
    if question.sentence:
        parts.append(click.option("--cite", is_flag=True, help="One sentence with its source, ready to paste."))
    if question.dated:
        parts.append(dated)
    for part in reversed(parts):
        run = part(run)
    own_body = any(item.name == "body" for item in question.options)
    run = asks(run, body=not own_body)
    return click.command(question.name, help=question.help, epilog=f"Examples: {' · '.join(question.examples)}")(run)


def _usage(question: Question) -> str:
    """How usage shows the names that a question takes, and behind them the election, which may be said so too."""
    shown = [item.shown or item.name.upper() for item in question.names]
    names = " ".join(name if item.required else f"[{name}]" for name, item in zip(shown, question.names, strict=True))
    parts = [names if len(shown) > 1 else f"{names}..."] if shown else []
    return " ".join([*parts, *(["[ELECTION|BODY]"] if question.election else [])])


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
    shape, cite = given["shape"], given.get("cite")
    with open_graph(given["graph"], given["data"]) as majlis:
        words, election = _parted_election(question, given.get("words", ()), majlis.graph)
        if election is not None:
            given = {**given, "election": _election(majlis.graph, election, given.get("election"))}
        try:
            answer = question.ask(majlis.graph, _names(question, words, majlis.graph.resolver), given)
        except CannotAnswerError:
            said = None if cite or shape != "table" else _meant(majlis, question, words, given)
            if said is None:
                raise
            _print(said)
            return
        _write(question, answer, given)
    for item in question.options:
        if item.reads == "threshold" and given[item.name] is not None:
            found = [text for one in answers_of(answer) or [answer] for text in one.short_of(given[item.name])]
            if found:
                raise CheckError(found)
    if not getattr(answer, "found", True):
        raise SystemExit(1)


def _write(question: Question, answer: Any, given: Mapping[str, Any]) -> None:
    """Write an answer, while its graph is open."""
    by = given.get("by")
    if by:
        question.table_of(answer, ENGLISH, by)  # what the answer does not have is refused whatever the format
    if given.get("cite"):
        from ..terminal.phrases import cite_text

        sources = [ENGLISH.cite(source) for source in question.cited_of(answer)]
        _print(cite_text(question.sentence_of(answer, ENGLISH), sources, basis(answer).data_version))
    else:
        write_answer(
            given["shape"],
            answer.to_dict,
            lambda: _text(question, answer, by),
            lambda: question.table_of(answer, ENGLISH, by).csv(),
        )


def _text(question: Question, answer: Any, by: str | None = None) -> str:
    """The answer for a terminal, in its own layout or in the usual one."""
    if answers_of(answer):
        if question.side_by_side:
            return str(load(question.side_by_side)(answer))
        from ..terminal.sitting import sitting_text

        return sitting_text(answer, lambda one: _text(question, one, by))
    if question.text:
        return str(load(question.text)(answer, *([by] if by else [])))
    from ..terminal.answer import answer_text

    table, sources = question.table_of(answer, ENGLISH, by), question.cited_of(answer)
    return answer_text(answer, question.sentence_of(answer, ENGLISH), table, sources)


def _meant(majlis: Majlis, question: Question, words: Sequence[str], given: Mapping[str, Any]) -> str | None:
    """The answer that a reader means who asks about holders with a province, or the other way round, or with both.

    None where nothing else is meant. A script that reads JSON or CSV gets the error instead: it must never take one
    answer for another.
    """
    from ..web.questions import meant

    asked = " ".join(words)
    found = meant(question, asked, majlis.graph)
    if found is None or found.name is None:
        return None
    days = {"election": given.get("election"), "as_of": given.get("as_of")}
    if found.province is not None:
        from ..terminal.sitting import councils_text

        where, who = (
            QUESTIONS[name].ask(majlis.graph, [asked], days)
            for name, asked in (("where", found.name), ("who", found.province))
        )
        return councils_text(answers_of(where) or [where], answers_of(who) or [who])
    row = QUESTIONS[found.page]
    said = isolate(asked)
    place = majlis.graph.resolver.resolve(found.name, PLACES).entity
    kind = f"a {place.kind}" if row.about == PLACES and place else "no province"
    answer = row.ask(majlis.graph, [found.name], days)
    return f"{said} is {kind}, so this answers: majlis {row.name} {said}\n{_text(row, answer)}"


def _parted_election(question: Question, words: Sequence[str], graph: GraphView) -> tuple[Sequence[str], str | None]:
    """The words that are names, and the last ones where these say an election as --election takes it.

    Words that are names the question can be asked about are all of them names: a list may be called like a body.
    """
    if not (question.election and words) or (question.names and _known(question, words, graph.resolver)):
        return words, None
    for cut in range(1 if question.needs_name else 0, len(words)):
        if graph.is_election(said := " ".join(words[cut:])):
            return words[:cut], said
    if not question.names:
        return (), " ".join(words)
    return words, None


def _known(question: Question, words: Sequence[str], resolver: Resolver) -> bool:
    """Whether these words are names that the question can be asked about."""
    names = _names(question, words, resolver)
    kinds = [NAMES[item.reads] for item in question.names]
    kinds += kinds[-1:] * (len(names) - len(kinds))
    return len(names) >= question.fewest and all(
        name is None or not of or resolver.resolve(name, of).candidates for name, of in zip(names, kinds, strict=True)
    )


def _election(graph: GraphView, said: str, option: str | None) -> str:
    """The election that the words say; beside one that the option names they say whose that is."""
    if option is None:
        return said
    body = graph.resolver.resolve(said, BODIES).entity
    if body is None:
        raise UsageError(f"{said} and --election {option}: name the election once.")
    return graph.election_of(body, option).id


def _names(question: Question, words: Sequence[str], resolver: Resolver) -> Sequence[str | None]:
    """What was given for each of its names: names of several words need no quotes."""
    if question.names and question.names[-1].several:
        return _runs(words, resolver, NAMES[question.names[-1].reads], question.fewest)
    if len(question.names) < 2:
        whole = " ".join(words)
        return [whole if whole or item.required else None for item in question.names]
    first, second = question.names
    return _parted(words, resolver, NAMES[first.reads], NAMES[second.reads])


def _runs(words: Sequence[str], resolver: Resolver, kinds: frozenset[Kind], least: int) -> Sequence[str]:
    """These words as names, as few as they can be read as, but at least so many; else each word is a name."""
    ways: list[dict[int, list[str]]] = [{0: []}]  # the names in the first words, by how many they are
    for end in range(1, len(words) + 1):
        found: dict[int, list[str]] = {}
        for start in range(end):
            name = " ".join(words[start:end])
            if ways[start] and resolver.resolve(name, kinds).candidates:
                for count, names in ways[start].items():
                    found.setdefault(count + 1, [*names, name])
        ways.append(found)
    counts = [count for count in ways[-1] if count >= least]
    return ways[-1][min(counts)] if counts else words


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
