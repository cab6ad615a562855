"""The notes of answers: each code has words in both languages, and words come from codes alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph
import queries
from majlis.wording.forms import Language
from majlis.wording.messages import messages
from majlis.wording.notes import note_text
from queries.disputed import Span
from queries.plain import Named, Note, plain

FOLDERS = [Path(package.__file__ or "").parent for package in (graph, queries)]
SOURCE = "".join(path.read_text(encoding="utf-8") for folder in FOLDERS for path in folder.rglob("*.py"))
WORDS = {key.removeprefix("note."): row for key, row in messages().items() if key.startswith("note.")}


def test_every_code_has_words_and_every_words_a_code() -> None:
    """Each note that answers make has a row in the table, and no row is left."""
    assert set(re.findall(r'Note\(\s*"(\w+)"', SOURCE)) <= set(WORDS)
    assert [code for code in WORDS if f'"{code}"' not in SOURCE] == []


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            Note("also_province", {"asked": "Babylon", "province": Named("IQ-BB", "Babil")}),
            "'Babylon' is also a province: majlis who Babil",
        ),
        (
            Note("minimum_disputed", {"provinces": (Named("IQ-BG", "Baghdad"), Named("IQ-MU", "Muthanna"))}),
            "A minimum: sources dispute the number of seats in Baghdad, Muthanna.",
        ),
        (
            Note(
                "barred_several",
                {
                    "names": Note("both", {"first": Named("a", "Ada"), "second": Named("b", "Ben")}),
                    "date": "2025-05-11",
                },
            ),
            "Ada and Ben were barred from the election of 11 May 2025.",
        ),
        (
            Note(
                "at_the_vote",
                {
                    "name": Named("a", "Ada"),
                    "date": "2025-05-11",
                    "lists": (
                        Note("list_then", {"list": Named("r", "Reds"), "relation": Note("led"), "seats": Span(7, 9)}),
                        Note("list_then", {"list": Named("g", "or"), "relation": Note("own"), "seats": Span(1, 2)}),
                    ),
                },
            ),
            "At the vote of 11 May 2025, Ada had Reds (led), which won 7 to 9, or (own), which won 1 or 2.",
        ),
        (
            Note("open_seats", {"counted": Note("single_member", {"seats": 1})}),
            "1 seat not accounted for counts as a single member; as one list is the second scenario. Neither is a "
            "bound: they may also be a named list's. The effective number is over the seats accounted for.",
        ),
    ],
)
def test_a_note_is_said_with_its_values(item: Note, said: str) -> None:
    """Names, numbers, further notes and several of them stand in their places; a name is never read as a key."""
    assert (note_text(item), plain(item)) == (said, said)


def test_names_are_said_in_the_language_of_the_words() -> None:
    """In Arabic a name is the one that the face has for its id, and several are parted by the Arabic comma."""
    local = {"IQ-BG": "بغداد", "IQ-MU": "المثنى"}
    item = Note("sizes_unknown", {"provinces": (Named("IQ-BG", "Baghdad"), Named("IQ-MU", "Muthanna"))})
    assert note_text(item, Language("ar", lambda key, _: local[key])) == "العدد الكلي للمقاعد غير معروف: بغداد، المثنى."
