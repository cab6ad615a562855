"""The answer of a command: its words read as names, the question asked, and what it says written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from graph.errors import CannotAnswerError, CheckError, UsageError
from graph.kinds import BODIES, Kind
from queries.plain import basis

from ..question import NAMES, PLACES, Question, answers_of, load
from ..register import QUESTIONS
from ..terminal.phrases import cite_text
from ..terminal.sitting import councils_text, sitting_text
from ..terminal.text import plain, room
from ..wording.forms import ENGLISH, isolate
from .base import SOURCES, write_answer

if TYPE_CHECKING:
    from graph.names import Resolver
    from queries.view import GraphView

    from .. import Majlis


def write(majlis: Majlis, question: Question, given: Mapping[str, Any]) -> None:
    """Ask a question with what was given to its command, and write the answer.

    Raises what the question raises, UsageError for an election that was named twice, CheckError where a threshold
    is missed; SystemExit(1) where nothing was found.
    """
    with room(None if given["sources"] else SOURCES):
        _ask(majlis, question, given)


def _ask(majlis: Majlis, question: Question, given: Mapping[str, Any]) -> None:
    shape, cite = given["shape"], given.get("cite")
    words, election = _parted_election(question, given.get("words", ()), majlis.graph)
    if election is not None:
        given = {**given, "election": _election(majlis.graph, election, given.get("election"))}
    try:
        answer = question.ask(majlis.graph, _names(question, words, majlis.graph.resolver), given)
    except CannotAnswerError:
        said = None if cite or shape != "table" else _meant(majlis, question, words, given)
        if said is None:
            raise
        click.echo(plain(said))
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
    """Write an answer."""
    by = given.get("by")
    if by:
        question.table_of(answer, ENGLISH, by)  # what the answer does not have is refused whatever the format
    if given.get("cite"):
        sources = [ENGLISH.cite(source) for source in question.cited_of(answer)]
        click.echo(plain(cite_text(question.sentence_of(answer, ENGLISH), sources, basis(answer).data_version)))
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
