"""What the page of a review shows: its document, decisions, tables and claims as markup, in a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from loaders.reading.tables.roles import SAID_ROLES

from ..readings import table_row
from ..wording.messages import messages, say
from .items import Item, Said
from .session import Review

if TYPE_CHECKING:
    from jinja2 import Template

STATIC = Path(__file__).parent / "static"
_MOST_LINES = 1_500  # of the document at once: around the current claim where it has more
_STEP = 500  # lines by which that part moves on
_MOST_CLAIMS = 400  # in the list at once: the next come as these are settled
_MOST_DECISIONS = 30
_ASKS = {"name": "who_is", "place": "is_place", "table": "is_table", "claim": "is_so"}


class Piece(NamedTuple):
    """A piece of a line: the words of an item, or of none."""

    text: str
    item: Item | None = None


def template(name: str) -> Template:
    """A template of the page; all that stands in it is escaped."""
    import jinja2

    loader = jinja2.FileSystemLoader(STATIC)
    found = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return found.get_template(name)


def shown(review: Review, parts: Template, lang: str, current: int | None = None) -> dict[str, Any]:
    """What the page shows now, `html`, each part of it by the id of the element that it is for, and its `status`."""
    word = partial(_word, lang)
    items = review.state.items
    first = items[current].index if current in items else 0
    start = max(0, first // _STEP * _STEP - _STEP) if len(review.lines) > _MOST_LINES else 0
    listed = listing(list(items.values()))
    queue = review.queue()
    marks = defaultdict(list)
    for item in sorted(items.values(), key=lambda item: (item.index, item.start)):
        marks[item.index].append(item)
    html = parts.render(
        word=word,
        lines=[
            (line, list(pieces(line.text, marks[start + at])))
            for at, line in enumerate(review.lines[start : start + _MOST_LINES])
        ],
        queue=queue[:_MOST_DECISIONS],
        left=len(queue),
        asks=_ASKS,
        blocks=[word("table", lines=one.name) if one.table else one.name for one in review.blocks],
        tables=list(_tables(review, word)),
        roles=list(SAID_ROLES),
        claims=[
            (item, said_words(item, review, word), why_words(item, review, word)) for item in listed[:_MOST_CLAIMS]
        ],
        more=max(0, len(listed) - _MOST_CLAIMS),
    )
    return {"html": html, "undo": review.undoable, "saved": review.saved, "status": _status(review, word)}


def pieces(text: str, items: Sequence[Item]) -> Iterator[Piece]:
    """A line cut at the items in it; of two that lie on each other the later has what is left."""
    done = 0
    for item in items:
        start, end = max(item.start, done), min(item.end, len(text))
        if end > start:
            yield Piece(text[done:start])
            yield Piece(text[start:end], item)
            done = end
    yield Piece(text[done:])


def listing(items: Sequence[Item]) -> list[Item]:
    """Items in the order of the document; where they are too many, those settled come last, as those kept before do."""
    many = len(items) > _MOST_CLAIMS

    def last(item: Item) -> bool:
        return item.kept or (many and item.said is not Said.OPEN)

    return sorted(items, key=lambda item: (last(item), item.index, item.start))


def said_words(item: Item, review: Review, word: Callable[..., str]) -> str:
    """What a claim says, or the figure that became none."""
    if not item.predicate:
        return review.lines[item.index].text[item.start : item.end]

    def meant(words: str, id: str) -> str:
        return words if id or not words else f"{words} ({word('unknown')})"

    key = f"is.{item.predicate}"
    name = word(key) if f"review.{key}" in messages() else item.predicate
    value = "" if item.value is None else str(item.value)
    return " · ".join(
        filter(None, (meant(item.subject, item.subject_id), name, value, meant(item.object, item.object_id)))
    )


def why_words(item: Item, review: Review, word: Callable[..., str]) -> str:
    """Where a claim stands, how certain it is or what was said of it, and why."""
    line = review.lines[item.index]
    how = item.certainty if item.said is Said.OPEN else item.said.value
    place = item.place_from if item.object else ""
    return " · ".join(
        filter(
            None,
            (
                line.where or word("line", n=line.number),
                word("kept") if item.kept else word(f"is.{how}"),
                place and word("place_from", **{"from": word(f"from.{place.replace(' ', '_')}")}),
                item.reason,
            ),
        )
    )


def _tables(review: Review, word: Callable[..., str]) -> Iterator[dict[str, Any]]:
    names = [block.name for block in review.blocks if block.table]
    for name, read in zip(names, review.tables, strict=True):
        table = table_row(read)
        sums = {one["column"]: one for one in table["sums"]}
        yield {
            "caption": word("table", lines=name),
            "columns": [
                {
                    "header": column["header"] or str(column["column"]),
                    "role": column["role"],
                    **_sum(sums.get(column["header"]), word),
                }
                for column in table["columns"]
            ],
        }


def _sum(found: dict[str, Any] | None, word: Callable[..., str]) -> dict[str, Any]:
    """What the sum of a column, if it says one, comes to."""
    if found is None:
        return {"differs": False, "sum": ""}
    said, counted = found["said"], found["counted"]
    words = word("sum_agrees", said=said) if said == counted else word("sum_differs", said=said, counted=counted)
    return {"differs": said != counted, "sum": words}


def _status(review: Review, word: Callable[..., str]) -> str:
    if review.saved:
        return word("saved")
    items = review.state.items.values()
    return word(
        "counts",
        open=sum(bool(item.predicate) and item.said is Said.OPEN and not item.kept for item in items),
        accepted=sum(item.said is Said.ACCEPTED for item in items),
        unread=sum(not item.predicate for item in items),
    )


def _word(lang: str, key: str, **values: object) -> str:
    return say(lang, f"review.{key}", **values)
