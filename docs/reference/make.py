"""The reference: of commands and JSON from the register and real answers, of Python from the package's own types."""

from __future__ import annotations

import ast
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

import majlis
from majlis.cli import main
from majlis.question import Question
from majlis.register import QUESTIONS

COMMANDS = Path(__file__).with_name("commands.md")
SHAPES = Path(__file__).with_name("json.md")
PYTHON = Path(__file__).with_name("python.md")
_ELECTIONS = (None, "iq-2018-representatives", "iq-2023-governorates", "iq-2025-representatives")
_MADE = "<!-- Made by `make readme`; change the register or the command. -->\n"
_WORDS = {str: "text", bool: "true or false", int: "number", float: "number", type(None): "null"}


def commands_page() -> str:
    """Every command with its parameters and examples, the questions of the register first."""
    context = click.Context(main, info_name="majlis", **main.context_settings)
    parts = [
        f"# Commands\n\n{_MADE}",
        "The first are the questions of the register: each is also a page of `majlis serve`, a tool of `majlis mcp`\n"
        "and a method in [Python](python.md). What it gives as JSON stands in [JSON](json.md).\n",
    ]
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is None:
            raise LookupError(name)
        parts.append(_command(click.Context(command, info_name=name, parent=context)))
    return "\n".join(parts)


def _command(context: click.Context) -> str:
    command = context.command
    usage = " ".join(["majlis", str(context.info_name), *command.collect_usage_pieces(context)])
    rows = [
        f"| `{', '.join(item.opts)}{_takes(item, context)}` | {_prose(item.help or '')} |".replace("\n", " ")
        for item in command.params
        if isinstance(item, click.Option)
    ]
    examples = (command.epilog or "").removeprefix("Examples: ").split(" · ")
    return "\n".join(
        [
            f"## {context.info_name}\n",
            f"```text\n{usage}\n```\n",
            f"{_prose(command.help or '')}\n",
            "| option | |\n|---|---|",
            *rows,
            "\n```sh",
            *filter(None, examples),
            "```\n",
        ]
    )


def _takes(item: click.Option, context: click.Context) -> str:
    return "" if item.is_flag else f" {item.make_metavar(context)}".replace("|", "\\|")


def _prose(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*")


def python_page() -> str:
    """Directives for Sphinx, which takes signatures and docstrings from the code: the package, errors, every answer."""
    answers = sorted({f"{module}.{name}" for module, name in _answers()})
    parts = [
        f"# Python\n\n{_MADE}",
        "Made from the docstrings when the site is built; [the guide](../python.md) begins with examples.\n",
        "## The package\n",
        _directives(
            "autofunction:: majlis.open", "autoclass:: majlis.Majlis\n   :members:", "autofunction:: majlis.diff"
        ),
        "## Errors\n",
        _directives("automodule:: graph.errors\n   :members:"),
        "## Answers\n\nEach has `.to_dict()` and `.to_pandas()`.\n",
        _directives(
            "autoclass:: queries.plain.Plain\n   :members: to_dict, to_pandas",
            *(f"autoclass:: {name}\n   :members:" for name in answers),
        ),
    ]
    return "\n".join(parts)


def _answers() -> Iterator[tuple[str, str]]:
    """What the methods of `majlis.Majlis` give: the types that its module names for the type checker alone."""
    source = Path(majlis.__file__).read_text(encoding="utf-8")
    for part in ast.parse(source).body:
        if isinstance(part, ast.If):
            for line in part.body:
                if isinstance(line, ast.ImportFrom) and line.module and line.module.startswith("queries."):
                    yield from ((line.module, item.name) for item in line.names)


def _directives(*texts: str) -> str:
    inside = "\n\n".join(f".. {text}" for text in texts)
    return f"```{{eval-rst}}\n{inside}\n```\n"


@dataclass(slots=True)
class Shape:
    """What stands at one place in JSON, over several answers: kinds of value, parts by name, what a list holds."""

    kinds: set[str] = field(default_factory=set)
    parts: dict[str, Shape] = field(default_factory=dict)
    items: Shape | None = None
    objects: int = 0
    seen: int = 0

    def add(self, value: Any) -> None:
        """Take in one value."""
        self.seen += 1
        if isinstance(value, dict):
            self.objects += 1
            for name, part in value.items():
                self.parts.setdefault(name, Shape()).add(part)
        elif isinstance(value, list):
            self.items = self.items or Shape()
            for part in value:
                self.items.add(part)
        else:
            self.kinds.add(_WORDS[type(value)])

    def lines(self, name: str, within: int, depth: int = 0) -> Iterator[str]:
        """Name and kind, parts below it; `within` is how many objects could have had it."""
        kinds = sorted(self.kinds - {"null"})
        if self.parts:
            kinds.append("object")
        if self.items is not None:
            inner = self.items
            kinds.append(f"list of {'objects' if inner.parts else ' or '.join(sorted(inner.kinds)) or 'values'}")
        said = " or ".join([*kinds, *(["null"] if "null" in self.kinds else [])])
        yield f"{'  ' * depth}{name}: {said}{'' if self.seen >= within else ' (not always)'}"
        for part, shape in self.parts.items():
            yield from shape.lines(part, self.objects, depth + 1)
        if self.items is not None:
            for part, shape in self.items.parts.items():
                yield from shape.lines(part, self.items.objects, depth + 1)


def shapes_page(graph: majlis.Majlis) -> str:
    """The shape of each question's JSON, as its examples give it."""
    parts = [
        f"# JSON\n\n{_MADE}",
        "What `--format json` prints, an address with `.json` answers, a tool of `majlis mcp` holds as `answer`,\n"
        "and `.to_dict()` gives in Python, the same for each. The shapes are read off answers to the examples of\n"
        "the register, about one election and about all bodies that sit; what none of them has is missing here.\n",
        '* `null` is "not known" or "does not apply", and never 0.\n'
        "* Without an election `answers` holds one object for each body, of the shape that one election has alone.\n"
        "* `notes` are sentences in English; `note_codes` the same for programs.\n"
        '* An error is `{"asked", "error", "candidates", "hint"}`, with exit code 1.\n',
    ]
    for row in QUESTIONS.values():
        one, all_of = _shapes(row, graph)
        parts.append(f"## {row.name}\n")
        for title, shape in (("About one election", one), ("About all bodies that sit", all_of)):
            if shape.parts:
                whole = [line for name, part in shape.parts.items() for line in part.lines(name, shape.objects)]
                text = "\n".join(whole).replace(
                    "answers: list of values", "answers: list of objects of the shape above"
                )
                parts.append(f"{title}:\n\n```text\n{text}\n```\n" if row.election else f"```text\n{text}\n```\n")
    return "\n".join(parts)


def _shapes(row: Question, graph: majlis.Majlis) -> tuple[Shape, Shape]:
    """The shapes of the answers about one election, and about all that sit (without the single answers)."""
    one, all_of = Shape(), Shape()
    for example in row.examples:
        words = shlex.split(example)[2:]
        names: list[str | None] = list(words[: _first_option(words)])
        names += [None] * (len(row.names) - len(names))
        for election in _ELECTIONS if row.election else (None,):
            try:
                answer = row.ask(graph.graph, names, {"election": election}, usual=False).to_dict()
            except (majlis.CannotAnswerError, majlis.UsageError):
                continue  # the example is of another body
            if "answers" in answer:
                for single in answer.pop("answers"):
                    one.add(single)
                all_of.add({"answers": [], **answer})
            else:
                one.add(answer)
    return one, all_of


def _first_option(words: list[str]) -> int:
    return next((number for number, word in enumerate(words) if word.startswith("-")), len(words))
