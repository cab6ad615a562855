"""The shortest ties between two names, as text."""

from __future__ import annotations

from queries.affiliation.path import Path

from ..wording.affiliation.path import line_words, lines, path_sentence
from ..wording.forms import ENGLISH, isolate
from .phrases import note_lines, reading
from .text import source_lines, wrap

_CITED = 2  # sources of a step that are numbered


def path_text(answer: Path) -> str:
    """The whole answer for a terminal: a paragraph for each way, a line for each step."""
    said = [*reading(answer.asked, answer.subject), *reading(answer.other_asked, answer.other)]
    if answer.length is None:
        said.append(wrap(path_sentence(answer)))
        return "\n".join([*said, *note_lines(answer.notes)])
    names = ENGLISH.listed((isolate(one.candidate.name) for one in (answer.subject, answer.other)), "and")
    steps, ways = ENGLISH.counted("step", answer.length), ENGLISH.counted("way", answer.count)
    said.append(wrap(f"{names}: {ENGLISH.listed((steps, ways))}."))
    found = {source.id: source for source in answer.sources}
    numbers: dict[str, int] = {}
    way = 0
    for line in lines(answer):
        said += [""] if line.way != way else []
        way = line.way
        cited = [id for id in line.sources if id in found][:_CITED]
        marks = [f"[{numbers.setdefault(id, len(numbers) + 1)}]" for id in cited]
        said.append(wrap(" ".join([line_words(line), *marks]), "  "))
    said += ["", *note_lines(answer.notes)]
    return "\n".join([*said, *source_lines([found[id] for id in numbers])])
