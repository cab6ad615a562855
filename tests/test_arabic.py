"""Arabic whole: components, places in sources, names in other letters, and no word of English left over."""

from __future__ import annotations

import re

import pytest

from graph.model import Knowledge
from majlis.wording.forms import ENGLISH, Language, isolate
from majlis.wording.locators import locator_words
from majlis.wording.messages import messages
from majlis.wording.notes import note_text
from majlis.wording.where import where_sentence
from majlis.wording.who import who_sentence
from queries.plain import Named
from queries.view import GraphView
from queries.view.evidence import SourceLine
from queries.where import where
from queries.who import who

OPEN, CLOSE = "\u2068", "\u2069"


@pytest.fixture
def arabic(graph: GraphView) -> Language:
    """Arabic, with the names that the graph has in it."""
    rows = graph.run("places")
    names = {row["id"]: row["name_local"] for row in rows if row["name_local"] and row["lang"] == "ar"}
    return Language("ar", names.get)


def bare(text: str) -> str:
    """A text without the marks that only steer its direction."""
    return text.replace(OPEN, "").replace(CLOSE, "")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("paragraph 4", "الفقرة 4"), ("paragraphs 3 and 4", "الفقرتان 3 و4"),
        ("paragraphs 3 to 5", "الفقرات من 3 إلى 5"), ("last paragraph", "الفقرة الأخيرة"), ("item 3", "البند 3"),
        ("Baghdad, item 1 (line 107)", "Baghdad، البند 1 (السطر 107)"), ("table 2", "الجدول 2"),
        ("page 12", "الصفحة 12"), ("p. 12", "ص 12"), ("line 7", "السطر 7"), ("row 7", "الصف 7"),
        ("members of Reds in Northmark", "أعضاء Reds في Northmark"), ("Results, table", "Results، الجدول"),
        ("the back of an envelope", "the back of an envelope"), ("", ""),
    ],
)  # fmt: skip
def test_known_places_in_sources_are_said_in_arabic(place: str, said: str) -> None:
    """A paragraph, item, line, table or page; what is of no known form stays, kept apart. English stays as it is."""
    assert bare(locator_words(place, Language("ar"))) == said
    assert locator_words(place) == place


def test_most_places_of_the_shipped_data_are_of_a_known_form(knowledge: Knowledge) -> None:
    """Nine in ten of the places at which statements stand have an Arabic form, and what is left are names."""
    places = [claim.locator for claim in knowledge.statements if claim.locator]
    known = [place for place in places if re.search("[\u0600-\u06ff]{3}", locator_words(place, Language("ar")))]
    assert len(known) > 0.85 * len(places)


@pytest.mark.parametrize(
    ("text", "said"),
    [("Feyli Kurds", "الكرد الفيليين"), ("Yazidis", "الإيزيديين"), ("islanders'", f"{OPEN}islanders'{CLOSE}")],
)
def test_components_have_arabic_names(text: str, said: str) -> None:
    """A seat is one of the quota of a component; one that has no words is said as its source writes it."""
    language = Language("ar")
    assert language.say("reserved", whom=language.component(text)) == f"مقعد كوتا {said}"
    assert ENGLISH.component(text) == text


def test_what_runs_against_the_line_is_kept_apart() -> None:
    """Latin names in an Arabic line, Arabic ones in an English line; numbers and their own letters need no mark."""
    assert isolate("Reds", "rtl") == f"{OPEN}Reds{CLOSE}"
    assert isolate("نبني", "rtl") == "نبني"
    assert isolate("46", "rtl") == "46"
    assert isolate("نبني") == f"{OPEN}نبني{CLOSE}"
    assert isolate("Reds") == "Reds"
    source = SourceLine("s", "Final results", "Shafaq News", "2023-12-28", None, "relay")
    assert Language("ar").cite(source).words == (
        f"{OPEN}Final results{CLOSE}، نقلاً عن {OPEN}Shafaq News{CLOSE}، 28 كانون الأول 2023"
    )


def test_partners_of_a_joint_list_have_their_arabic_names(graph: GraphView, arabic: Language) -> None:
    """Who joined a list is named in the language of the answer, in its sentence and in its notes."""
    answer = where(graph, "Asaib", "iq-2023-governorates")
    assert "تحالف الصفوة الوطني ضمن قائمة تحالف نبني التي حصلت على 43 مقعداً" in where_sentence(answer, arabic)
    (note,) = (note for note in answer.notes if note.values.get("list") == Named("nabni", "Nabni (We Build) Alliance"))
    assert note_text(note, arabic).startswith("تحالف الصفوة الوطني ضمن قائمة تحالف نبني")


def test_how_many_more_there_are_reads_from_left_to_right() -> None:
    """A plus would stand behind its number."""
    assert (ENGLISH.more(5), Language("ar").more(5)) == ("+5", f"{OPEN}+5{CLOSE}")


def test_every_command_in_arabic_is_kept_apart() -> None:
    """What one types runs from left to right, whatever stands around it."""
    for key, said in messages("ar").items():
        for command in re.finditer(r"majlis [a-z]|--[a-z]", said):
            assert said.rfind(OPEN, 0, command.start()) > said.rfind(CLOSE, 0, command.start()), key


def test_answers_read_as_an_iraqi_paper_would_print_them(graph: GraphView, arabic: Language) -> None:
    """Lists won so many seats in so many councils; what is known of a council; each number with the right noun."""
    assert where_sentence(where(graph, "Maliki", "iq-2023-governorates"), arabic) == (
        "حصلت قائمة ائتلاف دولة القانون بزعامة نوري المالكي على 35 مقعداً من أصل 285، في 10 مجالس من أصل 15"
        " (18 كانون الأول 2023)."
    )
    assert who_sentence(who(graph, "Kirkuk", "iq-2023-governorates"), arabic).startswith(
        "مجلس كركوك، 18 كانون الأول 2023: 16 مقعداً من أصل 16 يُعرف الفائزون بها"
    )


def test_no_english_word_is_left_in_arabic() -> None:
    """Latin letters stand in Arabic words only as commands, names of formats and places for values."""
    named = ("JSON", "CSV", "SVG", "Cypher", "English", "data")
    for key, said in messages("ar").items():
        text = re.sub(r"\{[^}]*\}|\u2068[^\u2069]*\u2069|`[^`]*`", "", said)
        assert not [word for word in re.findall(r"[A-Za-z]+", text) if word not in named], key
