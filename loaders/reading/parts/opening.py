"""The beginning of a document: whether it is of a poll or of a part of a country, and the place that it names first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ...languages.bodies import of_part_alone
from ...languages.countries import names_country
from ..blocks import Block, BlockKind
from ..cues import roles_in, sentences
from ..found import Origin, Span
from ..labels import Labels
from ..scope import Level
from ..words import Role

HEAD_BLOCKS, FIRST_BLOCKS = 60, 4  # blocks by which the year and the standing are told; those of the very beginning
_HEAD = 400  # lines by which a poll is told
_BEGINNING, _LINE = 40, 2_000  # lines that are not empty; letters of one that are looked at
_SENTENCE, _OPENING = 8, 1  # words of a line that tells something; lines of the opening


def outside_polls(made: Sequence[Block], texts: Sequence[str]) -> Iterator[str]:
    """The first lines of a document, but for those below a heading over polls."""
    heads = [block for block in made if block.kind is BlockKind.HEADING and block.at.line <= _HEAD]
    begins, rank = 0, 0  # the line behind the last poll, and the level of its heading
    for head in heads:
        if rank and head.level > rank:
            continue
        if not rank:
            yield from texts[begins : head.at.line - 1]
        begins, rank = head.at.line - 1, head.level if Role.POLL in roles_in(head.text) else 0
    if not rank:
        yield from texts[begins:_HEAD]


def opening(made: Sequence[Block]) -> list[str]:
    """The first lines of text that tell something."""
    if all(block.kind is not BlockKind.TITLE for block in made[:FIRST_BLOCKS]):
        return []
    told = [block.text for block in made[:HEAD_BLOCKS] if block.kind is BlockKind.TEXT]
    return [text for text in told if len(text.split()) >= _SENTENCE][:_OPENING]


def of_part(title: str, texts: Sequence[str]) -> bool:
    """Whether the beginning of a document speaks of bodies of parts of a country, and of none of all of it."""
    begins = "\n".join(text[:_LINE] for text in islice(filter(str.strip, texts), _BEGINNING))
    return of_part_alone(begins) and not names_country(title)


def first_place(made: Sequence[Block], labels: Labels) -> Level | None:
    """The place that a line about the page names by a noun, before anything else: "Ljungby kommun. Updated ..."."""
    for block in made[:FIRST_BLOCKS]:
        if block.kind is BlockKind.ASIDE:
            for begin, end in sentences(block.text)[:1]:
                label = block.text[begin:end].rstrip(" .:|")
                if labels.has_noun(label) and end < len(block.text):  # a name alone leads to another page
                    at = Span(block.at.line, block.at.start, block.at.start + len(label))
                    return Level(label, Origin.TITLE, at)
    return None
