"""The reasons of decisions in words, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph
from graph.dates import is_date
from graph.model import Reason
from majlis.wording.forms import Language
from majlis.wording.messages import messages, say
from majlis.wording.notes import note_text, reason
from queries.plain import Note
from queries.view import GraphView
from queries.why import why

SAID = {
    Reason("one_source"): "one source says so",
    Reason("sources_agree", ("3",)): "3 independent sources agree",
    Reason("one_source_differs", ("2", "3")): "one source says both 2 and 3",
    Reason("sources_differ", ("65", "66", "67.5")): "sources of equal standing differ: 65, 66 and 67.5",
    Reason("dates_differ", ("2013", "2014-05")): "sources of equal standing date it differently: 2013, May 2014",
    Reason("larger_share", ("97.5",)): "the larger share counted stands (97.5%)",
    Reason("later_release", ("Agency", "2021-06-12")): "the later release of Agency stands (12 Jun 2021)",
    Reason("outranks", ("standing.final", "standing.preliminary")): "final outranks preliminary",
    Reason("outranks", ("source.official", "source.press")): "official outranks press",
    Reason("preliminary_after_final"): "preliminary lines do not count once there is a final report",
    Reason("size_unknown"): "lines of lower standing are not added while the size is unknown",
    Reason("no_room", ("8", "11", "standing.reported", "4")): (
        "no room: 8 of 11 seats are accounted for by higher standing, and reported lines would add 4"
    ),
    Reason("stated_separately", ("49", "3")): "general and reserved seats are stated separately: 49 + 3",
    Reason("breaks_check", ("two {lists}",)): "it breaks a check: two {lists}",
    Reason("unresolved"): "a name in it is not known, or it names nobody",
}


@pytest.mark.parametrize("item", SAID, ids=lambda item: item.code)
def test_a_reason_has_words(item: Reason) -> None:
    """A reason is a sentence in both languages, its values in it."""
    assert reason("en", item) == SAID[item]
    arabic = reason("ar", item)
    assert re.search("[\u0600-\u06ff]{3}", arabic)
    for value in item.values:
        day = Language("ar").day(value) if is_date(value) else value
        assert (say("ar", value) if "." in value and value in messages() else day) in arabic


def test_every_reason_of_a_decision_has_words() -> None:
    """Each code that deciding gives is a message, and each message of a reason is one of theirs or of a question's."""
    folder = Path(graph.__file__).parent
    codes = set(re.findall(r'Reason\(\s*"(\w+)"', "".join(path.read_text() for path in folder.rglob("*.py"))))
    assert codes == {item.code for item in SAID} - {"unresolved"}
    assert {f"reason.{item.code}" for item in SAID} == {key for key in messages() if key.startswith("reason.")}


def test_facts_hold_their_reason_in_words_and_as_a_code(graph: GraphView) -> None:
    """Every fact of a shipped answer says its reason in the usual words, which its code and values give too."""
    facts = [fact for name in ("Baghdad", "Maliki", "Muqtada al-Sadr") for fact in why(graph, name).facts]
    assert len({fact.reason_code for fact in facts}) > 4
    for fact in facts:
        assert reason("en", Reason(fact.reason_code, fact.reason_values)) == fact.reason


def test_a_date_in_a_note_is_a_day_in_words() -> None:
    """A date with hyphens would run backwards among Arabic letters, and no English paper prints it so."""
    note = Note("as_won", {"date": "2023-12-18"})
    assert "18 كانون الأول 2023" in note_text(note, Language("ar"))
    assert "18 Dec 2023" in note_text(note)
