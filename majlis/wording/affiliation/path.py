"""The shortest ties between two names, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.affiliation.path import Path
from queries.affiliation.steps import Step, StepTie

from ..forms import ENGLISH, Language
from ..sitting import body_words
from ..tables import Column, Table, fields


@dataclass(frozen=True, slots=True)
class Line:
    """What one predicate says of a step: the ties of a kind and a direction."""

    way: int
    number: int
    step: Step
    ties: Sequence[StepTie]

    @property
    def sources(self) -> list[str]:
        """The sources of these ties, each once."""
        return list(dict.fromkeys(source for tie in self.ties for source in tie.sources))

    @property
    def reported_by(self) -> str | None:
        """Who alone says it."""
        said = {tie.reported_by for tie in self.ties}
        return said.pop() if len(said) == 1 else None


def lines(answer: Path) -> Iterator[Line]:
    """The ways step by step: a line for each kind of tie of a step, in each direction."""
    for way, steps in enumerate(answer.ways, 1):
        for number, step in enumerate(steps, 1):
            for kind in dict.fromkeys((tie.predicate, tie.back) for tie in step.ties):
                yield Line(way, number, step, [tie for tie in step.ties if (tie.predicate, tie.back) == kind])


def tie_words(line: Line, language: Language = ENGLISH) -> str:
    """The tie from the first to the second: "leads", "is led by"."""
    tie = line.ties[0]
    return language.say(f"tie.{tie.predicate}" + (".back" if tie.back else ""))


def line_words(line: Line, language: Language = ENGLISH) -> str:
    """A step in words, with when it held and who alone says it."""
    said = language.say(
        "path.step", a=language.name(*line.step.start), tie=tie_words(line, language), b=language.name(*line.step.end)
    )
    when = when_words(line, language)
    by = language.say("path.reports", by=line.reported_by) if line.reported_by else ""
    more = language.listed(filter(None, (when, by)), "semicolon")
    return f"{said} ({more})" if more else said


def when_words(line: Line, language: Language = ENGLISH) -> str:
    """The elections that a tie is of, body by body, and the periods in which it held."""
    years: dict[str, list[str]] = {}
    periods: dict[str, None] = {}
    for tie in line.ties:
        period = language.period(tie.since, tie.until)
        if tie.election and not period:
            years.setdefault(body_words(tie.election, language), []).append(tie.election.date[:4])
        elif period:
            periods[period] = None
        elif tie.known:
            periods[language.say("path.known", date=language.day(tie.known))] = None
    found = [f"{body} {language.listed(dict.fromkeys(of))}" for body, of in years.items()]
    return language.listed([*found, *periods], "semicolon")


def path_sentence(answer: Path, language: Language = ENGLISH) -> str:
    """How far the two are from each other, and the first way."""
    names = {"a": language.name(*answer.subject.named), "b": language.name(*answer.other.named)}
    if answer.length is None:
        return language.say("path.nothing", **names)
    steps, ways = language.counted("step", answer.length), language.counted("way", answer.count)
    first: dict[int, list[str]] = {}
    for line in lines(answer):
        if line.way == 1:
            first.setdefault(line.number, []).append(line_words(line, language))
    told = language.listed((language.listed(said, "and") for said in first.values()), "semicolon")
    return language.say("path.is", **names, steps=steps, ways=ways, way=told)


def path_table(answer: Path, language: Language = ENGLISH) -> Table:
    """A row for each kind of tie of a step, way by way."""

    def known(name: str) -> Column:
        return Column(name, None, lambda line: [value for tie in line.ties if (value := getattr(tie, name))])

    columns = [
        *fields(language, "way:path.way", "step=number", "from=step.start.id", "to=step.end.id"),
        Column("predicate", None, lambda line: line.ties[0].predicate),
        Column("back", None, lambda line: line.ties[0].back),
        Column(None, language.say("path.from"), lambda line: line, lambda line: language.name(*line.step.start)),
        Column(None, "", lambda line: line, lambda line: tie_words(line, language)),
        Column(None, language.say("path.to"), lambda line: line, lambda line: language.name(*line.step.end)),
        Column(None, language.say("column.date"), lambda line: line, lambda line: when_words(line, language)),
        *fields(language, "reported_by:path.alone"),
        *map(known, ("fact", "election_id", "since", "until", "standing")),
        *fields(language, "sources"),
    ]
    return Table(columns, list(lines(answer)))
