"""What else a sentence or a line tells that is no result of a list: of another vote, of a turnout, of the page."""

from __future__ import annotations

import pytest

from loaders.reading.found import Certainty, Claim

from .test_mechanisms import claims, found, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وشارك في التصويت مليون و204 آلاف و15 ناخبا.", ("voters", None, None, 1204015), id="a million and more"
        ),
        pytest.param(
            "وفي بلاغ مستقل، قال حزب النهر إنه حصل على 7 مقاعد. ونال حزب التلال 4 مقاعد.",
            ("holds_seats", "حزب التلال", None, 4),
            id="a notice is no place",
        ),
        pytest.param("وفي إحاطة قصيرة: نال حزب النهر 9 مقاعد.", ("holds_seats", "حزب النهر", None, 9), id="a briefing"),
        pytest.param(
            "حصل حزب النهر على 31 مقعدا، 20 منها في الدوائر المحلية و11 في القائمة الوطنية.",
            ("holds_seats", "حزب النهر", None, 31),
            id="what constituencies gave is a part",
        ),
        pytest.param(
            "وبعد فرز 95% من المحطات مساء الأحد من البصرة، تصدر حزب النهر.", ("counted", None, None, 95), id="said from"
        ),
        pytest.param(
            "وفي ديالى تقدمت جبهة النهر بستة مقاعد على حزب التلال.",
            ("holds_seats", "جبهة النهر", "ديالى", 6),
            id="a verb behind a place",
        ),
        pytest.param(
            "Registered: 9,204 · Total polled: 6,120 (66.5%) · Rejected: 80",
            ("voters", None, None, 6120),
            id="points part labels",
        ),
        pytest.param(
            "The Harbour Party won 9 seats. First was the Harbour Party's Ada Brown, who polled 1,204 votes in Marden.",
            ("candidate_votes", "Ada Brown", "Marden", 1204),
            id="whose a person is",
        ),
        pytest.param(
            "تراجع حزب النهر، وأمينه العام كريم حسن، إلى 12 مقعدا.",
            ("holds_seats", "حزب النهر", None, 12),
            id="and its head",
        ),
        pytest.param(
            "ونال كل من حزب الأرض والحرية وحزب التلال الخضراء ثلاثة مقاعد.",
            ("holds_seats", "حزب الأرض والحرية", None, 3),
            id="a name of two words among names with their noun",
        ),
        pytest.param(
            "وفي دهوك نال حزب النهر 4 مقاعد. وأضاف أن نسبة المشاركة بلغت 61% على مستوى البلاد.",
            ("turnout", None, None, 61),
            id="of the whole, as is said behind",
        ),
    ],
)
def test_a_sentence_says(text: str, expected: tuple[str, str | None, str | None, object]) -> None:
    """A sentence gives its claim."""
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وفي دورة 2018 كان لحزب النهر 12 مقعدا.\n\nانتخابات 2022.", id="the house of an earlier year"),
        pytest.param(
            "نال حزب النهر 9 مقاعد سنة 2022. وفي انتخابات 2018، التي فاز فيها حزب التلال بـ12 مقعدا.", id="which"
        ),
        pytest.param("وفي البصرة حصد حزبه أربعة مقاعد.", id="his party"),
        pytest.param("وقال: حصد حزبي أربعة مقاعد.", id="my party"),
        pytest.param("وقال إن قائمته حصدت أربعة مقاعد.", id="his list"),
        pytest.param("وصوت لها 40211 ناخبا.", id="who voted for it"),
        pytest.param("وتصدرت الضاحية الشرقية الدوائر من حيث الإقبال بنسبة 61 بالمئة.", id="a rank of turnouts"),
        pytest.param("وفي البصرة، حيث ترشح كريم على رأس لائحة النخلة.", id="at the head of a list"),
        pytest.param("وتوقعوا أن ينال حزب النهر 60 مقعدا.", id="what they expected"),
        pytest.param("نسب النتائج\n\nالبصرة - 2029-06-07 18:05    المشاهدات: 1204", id="how often it was viewed"),
        pytest.param("Results\n\nMarden - 7 June 2029    Comments: 1204", id="how many comments there are"),
    ],
)
def test_what_is_no_result_of_a_list_states_none(text: str) -> None:
    """Of votes, seats and ranks nothing is stated, and nothing of the earlier vote is proposed."""
    assert not {one for one in stated(text) if one[3] not in (None, 9)}
    assert not {one for one in claims(text) if one[3] in (12, 1204, 60)}


def test_a_turnout_in_some_places_is_none_of_the_whole() -> None:
    """Of the provinces of a phase it is only proposed."""
    text = "وبلغت نسبة المشاركة في محافظات المرحلة الثانية 31 بالمئة."
    assert claims(text) - stated(text) == {("turnout", None, None, 31)}


def test_two_doubts_are_too_many() -> None:
    """A name that may be a person's, or stands far off, in a place that is said of another figure, is not proposed."""
    text = "In Corvale the Red Party won 9 seats.\n\nAda Brown polled 2,227 votes there."
    assert not {one for one in claims(text) if one[3] == 2227}


def test_a_bracket_of_those_who_stood_alone_is_a_person_s() -> None:
    """Among winners with a list in brackets one of a word without a noun is a list too."""
    text = (
        "Winners\n\n- Ada Brown (River): 1,204\n- Ben Cole (independent): 1,107\n- Dora Earl (Harbour Party): 1,090\n"
    )
    said = claims(text)
    assert {("candidate_votes", "Ada Brown", None, 1204), ("member_of", "Ada Brown", "River", None)} <= said
    assert ("votes", "Ben Cole", None, 1107) in said


def test_a_plural_of_lists_is_no_name() -> None:
    """A heading of the system of lists, or of run-offs, names no list and no place."""
    text = (
        "انتخابات المجلس\n\nنظام القوائم\n\nضمنت قائمة النهر مقاعدها.\n\nجولات الإعادة\n\n"
        "- 12 مقعدا في المرحلة الثانية\n"
        "- 9 مقاعد في الدوائر الملغاة\n"
    )
    assert not claims(text)


def test_what_has_no_place_is_proposed_with_why() -> None:
    """Below a heading that names no known place a person places a whole list in one act, and is told why."""
    text = "Northmark Province\n- Reds: 9 seats\n\nWhat the papers made of all this\n- Greens: 5 seats\n"
    (one,) = (one for one in found(text) if isinstance(one, Claim) and one.value == 5)
    assert (one.subject, one.object, one.certainty) == ("Greens", None, Certainty.PROPOSED)
    assert one.reason == "a heading that names no known place stands above"
