"""Words that only say which body, vote, round or share is meant: they are nobody's name, and no place."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, reasons, stated

_OPENING = "جرت الانتخابات عام 2031. حصل حزب النهر على 102 مقعدا، وحزب الجبل على 80 مقعدا.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كما حل حزب النهر المعارض الآخر، في المركز الثالث بـ78 مقعدا.", "الآخر"),
        (
            "احتل حزب «النهر والوادي» المرتبة الأولى في الانتخابات الجماعية، التي جرت أمس، بعد أن حصل على 655 مقعدا.",
            "الجماعية",
        ),
        ("فاز حزب النهر بانتخاب أعضاء مجالس المروج والأودية، وذلك بعد حصوله على 429 مقعدا.", "المروج والأودية"),
        ("فاز حزب النهر بالصدارة، بينما حصلت بقية الأحزاب السياسية على 10 مقاعد.", "السياسية"),
    ],
)
def test_words_behind_a_body_or_a_vote_are_no_list(text: str, name: str) -> None:
    """Definite words behind the noun of a body, a vote or a group say which is meant, and have no seats."""
    assert name not in {subject for _, subject, *_ in claims(text)}


def test_a_person_behind_the_noun_of_a_vote_is_one() -> None:
    """A given name with the article behind the noun of a vote is that of who holds the office."""
    text = "أعلن رئيس اللجنة الوطنية المستقلة للانتخابات الداه ولد صالح النتائج."
    assert ("held_office", "الداه ولد صالح", "رئيس اللجنة الوطنية المستقلة للانتخابات", None) in stated(text)


def test_the_councils_of_several_kinds_are_no_place() -> None:
    """Of "the councils of communes and districts" neither is the place of what is told behind them."""
    text = "تصدره حزب النهر ب 995 مقعدا، وحصل حزب الجبل على 620 مقعدا."
    told = claims(f"جرت الانتخابات عام 2031. توزيع المقاعد في مجالس الجماعات والمقاطعات {text}")
    assert "المقاطعات" not in {place for _, _, place, *_ in told}


def test_a_list_called_after_a_congress_has_its_whole_name() -> None:
    """The noun of a body with an adjective of its own may be what a list is called."""
    text = "جرت الانتخابات عام 2031. وأعلنت اللجنة أن حزب المؤتمر الأخضر نال 32 مقعدا من مجموع 46 مقعدا."
    assert ("holds_seats", "حزب المؤتمر الأخضر", None, 32) in stated(text)


def test_what_has_won_is_a_list_and_no_body() -> None:
    """The noun of a body behind a verb of winning, with the words behind it, is what a list is called."""
    text = "جرت الانتخابات عام 2031. وفاز المؤتمر الأخضر بـ24 مقعدا، وحصل حزب الجبل على 9 مقاعد."
    assert ("holds_seats", "المؤتمر الأخضر", None, 24) in stated(text)


def test_results_of_another_body_are_not_those_of_the_first() -> None:
    """Behind "as for the district councils" what is told is of that body, and only proposed."""
    text = _OPENING + "وبالنسبة لتوزيع المقاعد لمجالس الجماعات، حصل حزب النهر على 995 مقعدا، وحزب الشمس على 700 مقعد.\n"
    assert ("holds_seats", "حزب النهر", None, 102) in stated(text)
    others = {("holds_seats", "حزب النهر", None, 995), ("holds_seats", "حزب الشمس", None, 700)}
    assert others <= claims(text)
    assert others.isdisjoint(stated(text))


def test_results_of_a_round_are_not_those_of_the_whole() -> None:
    """Where the results of a run-off were announced, seats told behind that may be those of the round alone."""
    text = (
        "أعلنت الهيئة النتائج النهائية لجولة الإعادة من انتخابات عام 2031.\n\n"
        "وحل حزب النهر في المركز الثاني بعد حصوله على 8 مقاعد.\n"
    )
    assert ("holds_seats", "حزب النهر", None, 8) in claims(text) - stated(text)


def test_a_share_of_the_seats_is_of_its_place() -> None:
    """Behind "the share of" stands the place that has those seats; the total behind the share is not that place's."""
    opening = "جرت الانتخابات عام 2031. "
    behind = "حصل حزب النهر على 12 مقعدا، من أصل 46 مقعدا حصة إقليم السهل."
    assert ("council_size", None, "إقليم السهل", 46) in stated(opening + behind)
    before = "وتبلغ حصة إقليم السهل من مقاعد مجلس النواب 46 مقعدا من أصل 329 مقعدا."
    assert not [one for one in claims(opening + before) if one[2] == "إقليم السهل" and one[3] == 329]


def test_a_rank_in_a_number_of_places_is_not_of_the_whole() -> None:
    """Who came first "in 8 provinces" is not told to be first in the whole, though its leader stands between."""
    text = "وتصدر التحالف الأزرق الذي يتزعمه محمد سعيد العلي في 8 محافظات."
    assert "ranked" not in {predicate for predicate, *_ in claims(f"جرت الانتخابات عام 2031. {text}")}


def test_an_item_has_no_verb_in_its_names() -> None:
    """Verbs that stand before the names of a list are no part of them."""
    lines = [
        f"* **{place}:** فاز تحالف “{one}” بزعامة سعيد العلي بـ12 مقعدا، يليه تحالف “{other}” بزعامة سالم الحسن بـ9."
        for place, one, other in (("مروان", "الأمل", "النصر"), ("سهلان", "الفجر", "القمر"), ("جبلان", "الورد", "السلم"))
    ]
    told = stated("جرت الانتخابات عام 2031\n\n" + "\n".join(lines) + "\n")
    assert ("leads", "سعيد العلي", "تحالف الأمل", None) in told
    assert not [
        one for one in told if str(one[1]).startswith(("فاز", "يليه")) or str(one[2]).startswith(("فاز", "يليه"))
    ]


def test_a_name_of_two_words_of_ours_is_one() -> None:
    """Two words with the same "our", joined by "and", are what one list is called."""
    text = "جرت الانتخابات عام 2031. في محافظة السهل فاز تحالف مروان أرضنا ومياهنا بـ5 مقاعد، والتحالف الأخضر 3 مقاعد."
    assert ("holds_seats", "تحالف مروان أرضنا ومياهنا", "محافظة السهل", 5) in stated(text)


def test_what_came_as_expected_is_told() -> None:
    """What came "as was expected" is no forecast; "exceeded" makes a share approximate."""
    text = "جرت الانتخابات عام 2031. وكما كان متوقعا حصل حزب النهر على 64 مقعدا، ونسبة المشاركة تجاوزت نسبة 38 بالمئة."
    told = stated(text)
    assert ("holds_seats", "حزب النهر", None, 64) in told
    assert "turnout" not in {predicate for predicate, *_ in told}


def test_parts_of_a_share_are_no_seats() -> None:
    """A bare number before a comma and a share may be a part of that share."""
    text = "جرت الانتخابات عام 2031. حصل حزب النهر على 9 مقاعد. تراجع حزب الجبل 25، 38 % نسبة المشاركة."
    assert "25" not in {str(value) for _, _, _, value in stated(text)}


def test_a_vote_of_several_kinds_names_no_place() -> None:
    """The last of several adjectives of a vote is no noun of places, so that the vote is that of the whole."""
    text = (
        "تصدر حزب النهر الانتخابات التشريعية والجهوية والبلدية التي جرت بشكل متزامن عام 2031. "
        "وحصل حزب الجبل على 86 مقعدا."
    )
    assert ("holds_seats", "حزب الجبل", None, 86) in stated(text)


def test_a_number_behind_its_unit_is_listed() -> None:
    """A figure behind words that say of what it is the number is accounted for."""
    text = "2029 yılında seçim yapıldı. Zirve Partisi'nin oy oranı yüzde 10.06, sandalye sayısı ise 51 oldu."
    assert "51" in reasons(text)


def test_what_a_poll_says_is_told_by_the_whole_paragraph() -> None:
    """Figures in the sentences behind one that tells of a poll are its figures; those that a body announces are not."""
    poll = "أظهرت نتائج تقديرية لشركة مختصة في استطلاع الآراء عام 2031 تصدر حركة النهر بحصدها 40 مقعدا. "
    text = poll + "وحل ائتلاف الجبل ثالثا بـ18 مقعدا. وحصل حزب الوادي على 14 مقعدا."
    assert not {one for one in claims(text) if one[0] in ("holds_seats", "ranked")}
    assert ("holds_seats", "حزب الوادي", None, 12) in stated(f"{text} وأعلنت الهيئة أن حزب الوادي حصل على 12 مقعدا.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تصدرت حركة “النهر” الخضراء النتائج بحصولها على 52 مقعدا.", ("holds_seats", "حركة النهر", None, 52)),
        ('حصل "حزب قلب الوادي" الليبرالي على 38 مقعدا.', ("holds_seats", "حزب قلب الوادي", None, 38)),
    ],
)
def test_an_adjective_behind_a_list_is_not_its_name(text: str, told: tuple[str, str, str | None, object]) -> None:
    """A definite word right behind the name of a list says what it is like; its figures are the list's."""
    assert told in stated(f"جرت الانتخابات عام 2031. {text}")


def test_a_verb_of_being_ends_a_place() -> None:
    """The words "shall be" behind the name of a place is no part of it."""
    text = "جرت الانتخابات عام 2031. محافظة مروان ستكون من حصة ائتلاف النهر الذي حصل على 16 مقعدا."
    assert "محافظة مروان ستكون" not in {place for _, _, place, _ in claims(text)}


def test_two_provinces_are_named_behind_their_number() -> None:
    """The words "in two provinces, which are A and B" lead to the names of both."""
    text = "جرت الانتخابات عام 2031. حزب النهر حل أولاً في محافظتين هما مروان وسهلان."
    told = {one for one in stated(text) if one[0] == "ranked"}
    assert told == {("ranked", "حزب النهر", "مروان", 1), ("ranked", "حزب النهر", "سهلان", 1)}


def test_votes_before_an_and_are_not_of_who_stands_behind_it() -> None:
    """Of "A second, with 1,500 votes, and B third" the votes are those of A."""
    text = "جرت الانتخابات عام 2031. وفي مدينة مروان جاء اتحاد النهر ثانيا، بواقع 1500 صوت، واتحاد الجبل ثالثا."
    told = {subject for predicate, subject, *_ in claims(text) if predicate == "votes"}
    assert told == {"اتحاد النهر"}


def test_results_that_appear_are_no_rank() -> None:
    """The words "that the results appear" are written as "to top the results" is, and rank nobody."""
    text = "جرت الانتخابات في مروان على أن تصدر النتائج خلال الليل في ظروف هادئة عام 2031."
    assert "ranked" not in {predicate for predicate, *_ in claims(text)}


def test_a_post_that_was_agreed_on_is_not_held() -> None:
    """For whom a post shall be by an agreement is only proposed as who holds it."""
    text = "جرت الانتخابات عام 2031. وتم الاتفاق على أن يكون منصب المحافظ لمرشحهم ماجد السعيد."
    assert "held_office" not in {predicate for predicate, *_ in stated(text)}


def test_the_elections_of_the_council_of_a_province_name_its_place() -> None:
    """The province behind "in the elections of the council of" is the place of what was won there."""
    text = "جرت الانتخابات عام 2031. حصل ائتلاف النهر على 16 مقعدا في انتخابات مجلس محافظة المروج."
    assert ("holds_seats", "ائتلاف النهر", "المروج", 16) in stated(text)


def test_what_the_head_of_a_list_says_is_a_claim_of_theirs() -> None:
    """What the head of a list says that it won is not stated as so."""
    text = (
        "جرت الانتخابات عام 2031. وقال رئيس القائمة الخضراء في مدينة مروان إن القائمة الخضراء حلت أولى في مدينة مروان."
    )
    assert "ranked" not in {predicate for predicate, *_ in stated(text)}


def test_a_year_named_first_behind_results_is_another() -> None:
    """Behind results of no year the first vote that is named by its year is an earlier one, though others follow."""
    text = (
        "حصل حزب النهر على 31 مقعدا من أصل 138. وحصد حزب النهر 16 مقعدا في انتخابات 2026. "
        "وحقق حزب النهر أفضل نتائجه عام 1999 بحصوله على 22 مقعدا."
    )
    assert {value for predicate, *_, value in stated(text) if predicate == "holds_seats"} == {31}


def test_a_list_of_turnouts_below_an_hour_is_only_proposed() -> None:
    """Turnouts listed below one that was told as it stood at noon may be those of noon, too."""
    text = (
        "أعلنت الهيئة أن نسبة المشاركة في انتخابات 2031 حتى ظهر اليوم بلغت 23.90%.\n\n"
        "نسبة المشاركة في التصويت العام:\n\nمروان: 31.57%\n\nسهلان: 30.67%\n\nجبلان: 28.93%\n"
    )
    assert ("turnout", None, "مروان", 31.57) in claims(text)
    assert "turnout" not in {predicate for predicate, *_ in stated(text)}


def test_bare_lines_of_shares_below_turnouts_are_turnouts() -> None:
    """Lines of a place and its share, with no mark between, are a list below words that say what they are."""
    text = "جرت الانتخابات عام 2031\n\nنسب المشاركة في انتخابات المجالس :\n\nمروان 65%\n\nسهلان 59%\n\nجبلان 57%\n"
    assert ("turnout", None, "مروان", 65) in stated(text)


def test_voters_of_a_part_are_not_all() -> None:
    """Who voted in the special vote is not the number of all who did."""
    text = "جرت الانتخابات عام 2031. بلغت نسبة التصويت الخاص 77%، بعد أن صوّت 20.527 ناخبا."
    assert "voters" not in {predicate for predicate, *_ in claims(text)}


def test_who_ceases_to_be_first_is_not() -> None:
    """A list that ceases to be the most voted has no such rank."""
    text = "Las elecciones de 2029 terminaron. Sol Nuevo deja de ser la lista más votada en Valdeluz."
    assert "ranked" not in {predicate for predicate, *_ in claims(text)}


def test_a_row_of_lists_with_bare_figures_is_listed() -> None:
    """Figures that stand right behind a list each are accounted for, whatever they count."""
    text = "2029 yılında seçim yapıldı. Zirve Partisi 35, Vadi Partisi 24, Kuzey Partisi 10 belediye kazandı."
    assert {"35", "24"} <= set(reasons(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("As for the district councils, the Hill Party won 95 seats.", ("holds_seats", "Hill Party", None, 95)),
        (
            "An exit poll gave the lead to the Hill Party. The River Party won 95 seats.",
            ("holds_seats", "River Party", None, 95),
        ),
    ],
)
def test_other_bodies_and_polls_in_english(text: str, told: tuple[str, str, None, int]) -> None:
    """In English, too, results of another body and those of a poll are not stated as the first's."""
    opening = "" if text.startswith("An") else "The vote of 2031 is over. The River Party won 40 seats in parliament. "
    assert told not in stated(opening + text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "وجاء حزب النهر ثالثا بـ19 مقعدا، والاتحادي الأخضر رابعا بـ15 مقعدا.",
            ("holds_seats", "الاتحادي الأخضر", None, 15),
        ),
        (
            "كشفت النتائج عن تصدر الكتلة الخضراء بزعامة، سعيد العلي، إذ جاءت في المرتبة الأولى، وحصلت على 73 مقعدا.",
            ("holds_seats", "الكتلة الخضراء", None, 73),
        ),
        (
            "وحصل حزب النهر على 125 مقعدا، منها 27 من المقاعد المخصصة للنساء.",
            ("holds_seats", "حزب النهر", None, 125),
        ),
    ],
)
def test_whose_seats_they_are(text: str, told: tuple[str, str, None, int]) -> None:
    """An adjective made of a noun of lists, and a comma behind the words for who leads one, hide no name."""
    assert told in stated(f"جرت الانتخابات عام 2031. {text}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وسيطر حزب النهر على 3 دوائر في مروان من أصل 8.", 8),
        ("ومن بين 128 مقعدا مخصصة للمرأة نال حزب النهر 33 مقعدا.", 33),
        ("وأظهرت النتائج حصول المستقلين أو المجتمع الأخضر على 13 مقعدا، وحزب النهر على 9 مقاعد.", 13),
        ("The parties won 107 seats in 48 wards out of 55.", 55),
    ],
)
def test_what_is_no_number_of_all_seats(text: str, value: int) -> None:
    """Districts of so many, seats of a kind and those of one of two names are not stated as seats."""
    opening = "جرت الانتخابات عام 2031. " if "حزب" in text else "The vote of 2031 is over. "
    assert value not in {number for *_, number in stated(opening + text)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وأسفرت عن حصول حزب النهر على 59 مقعدا برلمانيا جديدا.", 59),
        ("وانتزع حزب النهر 18 من مقاعده الجديدة من حزب الجبل، و37 مقعدا من حزب الوادي.", 37),
        ("وحصلت قائمة النهر على 18 مقعدا أكثر من حزب الجبل.", 18),
        ("وعلى صعيد المقاعد الفردية فاز حزب النهر بـ85 مقعدا.", 85),
        ("وفاز حزب النهر بنسبة 13 في المئة، مجتازا نسبة 10 في المئة المحددة، ليشغل 79 مقعدا.", 79),
    ],
)
def test_seats_that_are_not_all_that_a_list_has(text: str, value: int) -> None:
    """New seats, those taken from another list or more than it has, and seats of a kind are no result of their own."""
    assert value not in {number for *_, number in stated(f"جرت الانتخابات عام 2031. {text}")}


def test_a_paragraph_on_seats_of_a_kind_goes_on_with_them() -> None:
    """Behind a sentence that opens with seats of a kind those of the next sentence may be of that kind, too."""
    text = "وعلى صعيد المقاعد الفردية فاز حزب النهر بـ85 مقعدا. وحصل حزب الجبل على 23 مقعدا."
    assert "holds_seats" not in {predicate for predicate, *_ in stated(f"جرت الانتخابات عام 2031.\n\n{text}")}


def test_whoever_tops_the_scene_has_a_name_without_it() -> None:
    """The words for what is topped are no part of who tops it."""
    text = "جرت الانتخابات عام 2031. تصدر حزب مروان سهل المشهد بمجموع 118 مقعدا."
    assert ("holds_seats", "حزب مروان سهل", None, 118) in stated(text)
