"""Documents that never were, of any length: tables, prose and hostile text, for the benchmarks of reading.

The same size and seed give the same document. Names are made of syllables, so that few words stand twice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_SYLLABLES = "ba ren to mil sha dor ka vel ni ost ar qui la tem zu ber hal mo sin dra pol ek wi fen".split()
_NOUNS = ("Party", "Alliance", "Union", "Movement", "Coalition", "Front", "List")
_TOLD = (
    "In {place} the {list} won {seats} seats, and the {other} took {less}.",
    "The {list} came first in {place} with {votes} votes, followed by the {other} with {fewer}.",
    "Turnout in {place} was {share} per cent, officials said on Tuesday.",
    "{person}, who leads the {list}, thanked the voters of {place} in a short speech.",
    "Queues were seen outside schools in {place} from early in the morning, and the police reported no trouble.",
    "The commission had trained its staff for weeks, and most of the stations opened on time.",
    "Observers of the {list} complained that they were not let into two of the counting centres.",
    "{person} of the {list} received {votes} votes in {place}.",
    "The {list} secured {seats} of the {size} seats in {place}, the {other} {less} and the {third} one.",
    "Nobody could say when the last of the boxes would arrive from the villages across the river.",
)
HOSTILE = (
    ("one word", "A"),
    ("brackets", "(a "),
    ("digits", "1,111"),
    ("names", "A, "),
    ("entries", "A 5, "),
    ("links", "and of the "),
    ("shares", " 5%"),
    ("bars", "| 1 "),
    ("quotation marks", "“a "),
    ("Arabic", "حصل التحالف على 5 مقاعد و"),
)


def _word(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def places(count: int, seed: int = 0) -> list[str]:
    """Names of places."""
    dice = random.Random(seed)  # noqa: S311 - a country, not a secret
    return list(dict.fromkeys(_word(dice, 3) for _ in range(count * 2)))[:count]


def lists(count: int, seed: int = 1) -> list[str]:
    """Names of lists."""
    dice = random.Random(seed)  # noqa: S311 - a country, not a secret
    names = (f"{_word(dice, 2)} {_word(dice, 2)} {dice.choice(_NOUNS)}" for _ in range(count * 2))
    return list(dict.fromkeys(names))[:count]


def table(rows: int, seed: int = 2) -> Iterator[Sequence[str]]:
    """A header, and rows of a place, a list, its votes and its seats, each pair once."""
    dice = random.Random(seed)  # noqa: S311 - a country, not a secret
    each = 100
    named = lists(each)
    yield "Province", "Party", "Votes", "Seats"
    for place in places(-(-rows // each)):
        for name in named[: min(each, rows)]:
            yield place, name, str(dice.randrange(100, 900_000)), str(dice.randrange(40))


def prose(lines: int, seed: int = 3) -> Iterator[str]:
    """Lines of an English report: seven in ten tell a result or of people, the others tell nothing that is read."""
    dice = random.Random(seed)  # noqa: S311 - a country, not a secret
    named, where = lists(60), places(40)
    for at in range(lines):
        first, second, third = dice.sample(named, 3)
        seats = dice.randrange(3, 30)
        yield _TOLD[at % len(_TOLD)].format(
            place=dice.choice(where),
            list=first,
            other=second,
            third=third,
            seats=seats,
            less=seats - 2,
            size=2 * seats + 5,
            votes=f"{dice.randrange(2_000, 900_000):,}",
            fewer=f"{dice.randrange(200, 2_000):,}",
            share=dice.randrange(20, 90),
            person=f"{_word(dice, 2)} {_word(dice, 3)}",
        )


def hostile(letters: int, run: str) -> str:
    """Text of one run over and over, in lines of about 3,000 letters, no two of one length: none is read already."""
    line = run * (3_000 // len(run) + 1)
    return "\n".join(line[: 3_000 - at] for at in range(max(letters // 3_000, 1)))
