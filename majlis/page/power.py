"""What the page tells of power: of all that an election filled, and of each council or house whose power is known."""

from __future__ import annotations

from collections.abc import Iterator

from queries.power.council import AllCouncils, CouncilInfluence, in_council

from ..wording.forms import Language
from ..wording.notes import note_text
from ..wording.power.influence import power_sentence
from .answers import Answers

ALL = ""  # the key of what is told of all


def powers(answers: Answers, language: Language) -> Iterator[tuple[str, str]]:
    """What `influence` says, each in a sentence with the notes on how it was computed, by what it is of."""
    yield ALL, _words(answers.power, language)
    each = [in_council(council, 0) for council in answers.councils] if not answers.at.body else [answers.power]
    for found in each:
        if isinstance(found, CouncilInfluence) and found.scenarios:
            yield found.council.subject.candidate.id, _words(found, language)


def _words(answer: AllCouncils | CouncilInfluence, language: Language) -> str:
    said = answer.council.notes if isinstance(answer, CouncilInfluence) else ()
    notes = [note_text(note, language) for note in answer.notes if note not in said]
    return " ".join([power_sentence(answer, language), *notes])
