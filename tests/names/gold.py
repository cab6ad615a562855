"""The gold set of names: which text means which entity, in two halves, and how well a resolver reads it."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.kinds import LISTS, PROVINCES, Kind
from graph.lexicon import Candidate
from graph.names import Resolver

FOLDER = Path(__file__).parent
KINDS = {
    "figure": frozenset({Kind.FIGURE}),
    "list": LISTS - {Kind.FIGURE} | {Kind.BLOC},
    "province": PROVINCES,
}

# Longer forms of names, which the set leaves out, and whom they mean.
FULLER = {
    **dict.fromkeys(
        ("Nuri Kamal al-Maliki", "Nouri Kamil Mohammed Hasan al-Maliki", "نوري كامل المالكي"), "nouri-al-maliki"
    ),
    "Mr Ammar Abdulaziz al-Hakim al-Tabatabai": "ammar-al-hakim",
    **dict.fromkeys(("Ahmed Nouri al-Maliki", "Mazen Ahmed Abdullah al-Jubouri")),  # sons
    "Muhannad Ahmed al-Jubouri": None,  # the one who is known is Muhannad Najm
    **dict.fromkeys(("Nouri al-Maliki Baghdad", "Nouri al-Maliki Coalition", "Kamil al-Maliki")),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and an entity: `same` says that the text means it, `different` that it means `means` or nothing."""

    kind: str
    text: str
    verdict: str
    entity: str
    means: str
    lang: str
    seen: str

    @property
    def held(self) -> bool:
        """Whether the pair is in the half that nothing is tuned on: by a hash of its text, which nobody chose."""
        return hashlib.sha256(f"{self.kind}\t{self.text}".encode()).digest()[0] % 2 == 1

    @property
    def printed(self) -> bool:
        """Whether the spelling was read on a page."""
        return self.seen != "made" and not self.seen.startswith("variant:")

    def wanted(self, resolver: Resolver) -> str | None:
        """The entity that the text means, if these names know it."""
        means = self.entity if self.verdict == "same" else self.means
        if resolver.candidate(means):
            return means
        named = resolver.resolve(means, KINDS[self.kind]).entity
        return named.id if named else None


def pairs() -> tuple[Pair, ...]:
    """The whole set, as in `gold.csv`."""
    with (FOLDER / "gold.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(Pair(**row) for row in csv.DictReader(stream))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a resolver made of a pair whose spelling is not registered."""

    pair: Pair
    wanted: str | None
    answer: Candidate | None

    @property
    def right(self) -> bool:
        """Whether the answer is the entity that the text means."""
        return self.answer is not None and self.answer.id == self.wanted


@dataclass(frozen=True, slots=True)
class Score:
    """Readings of unregistered spellings. Precision is of what was answered, recall of what had an answer."""

    readings: tuple[Reading, ...]
    registered: int

    @property
    def answered(self) -> int:
        """How many texts were read as one entity."""
        return sum(reading.answer is not None for reading in self.readings)

    @property
    def right(self) -> int:
        """How many were read as the entity they mean."""
        return sum(reading.right for reading in self.readings)

    @property
    def findable(self) -> int:
        """How many texts mean an entity that is known."""
        return sum(reading.wanted is not None for reading in self.readings)

    @property
    def precision(self) -> float:
        """Right answers in all answers; 1 where nothing was answered."""
        return self.right / self.answered if self.answered else 1.0

    @property
    def recall(self) -> float:
        """Right answers in all texts that had one."""
        return self.right / self.findable

    @property
    def wrong(self) -> Iterator[Reading]:
        """The readings as another entity than the one meant."""
        return (reading for reading in self.readings if reading.answer and not reading.right)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right} of {self.answered} answers), "
            f"recall {self.recall:.3f} ({self.right} of {self.findable} spellings), "
            f"{len(self.readings) - self.findable} texts mean nobody known, {self.registered} are registered"
        )


def score(resolver: Resolver, asked: tuple[Pair, ...]) -> Score:
    """Ask for every text. A text that is found without guessing counts as registered and not for the score."""
    readings = []
    registered = 0
    for pair in asked:
        kinds = KINDS[pair.kind]
        if resolver.resolve(pair.text, kinds).candidates:
            registered += 1
        else:
            readings.append(Reading(pair, pair.wanted(resolver), resolver.ask(pair.text, kinds).entity))
    return Score(tuple(readings), registered)
