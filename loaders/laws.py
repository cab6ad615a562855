"""The table of laws of a data folder: how votes become seats at each election; `data/README.md` describes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from graph.fingerprint import LAWS
from graph.kinds import Kind
from graph.laws import CONSTITUENCY, DIVISORS, GENERAL, METHODS, Law
from graph.model import Place, Registry

from .rows import Row, Table, count_cell, is_there, read_table, row_error

LAW_TABLE = Table(("election", "method", "level", "seats", "source"), ("divisors", "threshold", "alone", "note"))
_WORDS = {"method": METHODS, "level": (CONSTITUENCY,), "seats": (GENERAL,)}
_POSITIVE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")


def read_laws(folder: Path, registry: Registry) -> tuple[Law, ...]:
    """The laws that a folder states; none where it has no such table. Raises DocumentError."""
    path = folder / LAWS
    laws: dict[str, Law] = {}
    for place, row in read_table(path, LAWS, LAW_TABLE) if is_there(path) else ():
        if row["election"] in laws:
            raise row_error(place, f"a second law of {row['election']!r}", "Give each election one row.")
        laws[row["election"]] = _law(row, place, registry)
    return tuple(laws.values())


def _law(row: Row, place: Place, registry: Registry) -> Law:
    entity = registry.entities.get(row["election"])
    if entity is None or entity.kind is not Kind.ELECTION:
        raise row_error(place, f"no election {row['election']!r}", "Use the id of an election of entities.csv.")
    for column, words in _WORDS.items():
        if row[column] not in words:
            raise row_error(place, f"{column} is {row[column]!r}", f"Use one of: {', '.join(words)}.")
    sources = _parts(row["source"])
    for source in sources:
        if source not in registry.sources:
            raise row_error(place, f"no source {source!r}", "Use an id of sources.csv.")
    divisors = _parts(row["divisors"])
    if (row["method"] == DIVISORS) != bool(divisors) or (divisors and not _rise(divisors)):
        todo = "Write the first divisors, at least two that rise, parted by ;, as 1.7;3;5. Other methods have none."
        raise row_error(place, f"divisors are {row['divisors']!r}", todo)
    threshold = row["threshold"]
    if threshold and not (_POSITIVE.fullmatch(threshold) and float(threshold) < 100):
        raise row_error(place, f"threshold is {threshold!r}", "Write a percentage of the votes, as 3 or 2.5.")
    try:
        alone = count_cell(row["alone"]) if row["alone"] else None
    except ValueError as error:
        raise row_error(place, f"alone is {row['alone']!r}", "Write a whole number of seats.") from error
    return Law(
        election=entity.id,
        method=row["method"],
        divisors=divisors,
        threshold=threshold or None,
        alone=alone,
        level=row["level"],
        seats=row["seats"],
        sources=sources,
        note=row["note"] or None,
        place=place,
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _rise(divisors: Sequence[str]) -> bool:
    if len(divisors) < 2 or not all(_POSITIVE.fullmatch(number) for number in divisors):
        return False
    numbers = [float(number) for number in divisors]
    return numbers[0] > 0 and all(one < next for one, next in pairwise(numbers))
