"""Whether lists reach a majority, as text."""

from __future__ import annotations

from collections.abc import Mapping

from queries.power.majority import Majority, Reach

from ..wording.forms import ENGLISH, isolate
from ..wording.power.majority import completed_words, majority_sentence, parts_words, reach_words
from .phrases import note_lines, numbered, reading
from .text import source_lines, wrap


def majority_text(answer: Majority) -> str:
    """The whole answer for a terminal: a paragraph a body, houses first."""
    asked = zip(answer.asked, answer.subjects, strict=True)
    lines = [line for text, subject in asked for line in reading(text, subject)]
    lines.append(wrap(majority_sentence(answer)))
    numbers = numbered(answer.sources)
    for item in answer.bodies:
        lines += ["", *_body(item, numbers)]
    lines += ["", *note_lines(answer.notes)]
    return "\n".join([*lines, *source_lines(answer.sources)])


def _body(item: Reach, numbers: Mapping[str, int]) -> list[str]:
    seats = ENGLISH.seats_told(item, item.size)
    lines = [wrap(f"{isolate(item.name)}: {seats}; {reach_words(item)}")]
    behind = sorted({numbers[source] for part in item.lists for source in part.sources if source in numbers})
    cited = " " * bool(behind) + "".join(f"[{number}]" for number in behind)
    told = (
        ("lists", parts_words(item.lists) + cited if item.lists else ""),
        ("majority.one_more", completed_words(item.singles, len(item.singles)) if item.singles else ""),
        ("majority.two_more", completed_words(item.pairs, item.pairs_in_all) if item.pairs else ""),
    )
    return lines + [wrap(f"  {ENGLISH.say(key)}: {words}", "    ") for key, words in told if words]
