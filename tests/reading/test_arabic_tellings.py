"""How Arabic reports tell of offices and of what a list got: forms of news agencies and of councils."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ذهب منصب نائب رئيس المجلس إلى علي سعيد عن كتلة النهر.",
            ("held_office", "علي سعيد", "نائب رئيس المجلس", None),
            id="a post went to somebody",
        ),
        pytest.param(
            "ومنصب نائب المحافظ ذهب إلى كريم حسن.",
            ("held_office", "كريم حسن", "نائب المحافظ", None),
            id="the post first",
        ),
        pytest.param(
            "فاز المرشح حسن كريم، من كتلة النهر، برئاسة مجلس بلدية الزهراء.",
            ("held_office", "حسن كريم", "رئاسة مجلس بلدية الزهراء", None),
            id="the chair of a council",
        ),
        pytest.param(
            "انتخب المجلس حسن كريم محافظا وعلي سعيد نائبا له.",
            ("held_office", "علي سعيد", "نائبا له", None),
            id="a deputy of his",
        ),
        pytest.param(
            "وانتخب عادل حسن الذي ينتمي إلى كتلة النهر محافظا للبصرة.",
            ("held_office", "عادل حسن", "محافظا للبصرة", None),
            id="over a list that he belongs to",
        ),
        pytest.param("وينتمي حسن كريم إلى كتلة النهر.", ("member_of", "حسن كريم", "كتلة النهر", None), id="belongs"),
        pytest.param(
            "انتخب إبراهيم حسن رئيسا لمجلس جهة سوس ماسة.",
            ("held_office", "إبراهيم حسن", "رئيسا لمجلس جهة سوس ماسة", None),
            id="the place of the council",
        ),
        pytest.param(
            "وانتخب علي كريم، عن حزب النهر، السبت الماضي، رئيسا للمجلس.",
            ("held_office", "علي كريم", "رئيسا للمجلس", None),
            id="over a day",
        ),
        pytest.param(
            "أدى حسن كريم اليمين القانونية محافظا لديالى.",
            ("held_office", "حسن كريم", "محافظا لديالى", None),
            id="sworn in",
        ),
        pytest.param(
            "وقال حسن ناصر، رئيس لجنة الانتخابات، إن الفرز انتهى.",
            ("held_office", "حسن ناصر", "رئيس لجنة الانتخابات", None),
            id="who says it",
        ),
        pytest.param(
            "واختاروا محمد زيد نائبا للرئيس خلفا لإبراهيم خليل.",
            ("held_office", "إبراهيم خليل", "نائبا للرئيس", None),
            id="who was succeeded",
        ),
        pytest.param(
            "واختاروا محمد زيد رئيسا للمجلس للمرة الثانية على التوالي.",
            ("held_office", "محمد زيد", "رئيسا للمجلس", None),
            id="the office ends",
        ),
        pytest.param(
            "فازت قائمة النهر للوزير السابق أشرف كريم بـ18 مقعدا.",
            ("holds_seats", "قائمة النهر", None, 18),
            id="whose list it is",
        ),
        pytest.param(
            "وحل حزب النهر في المركز الثاني بعد حصوله على 8 مقاعد.",
            ("ranked", "حزب النهر", None, 2),
            id="the verb first",
        ),
        pytest.param(
            "جاء حزب النهر في المركز الأول في الانتخابات البرلمانية التي جرت أمس الخميس بحصوله على 45 مقعدا.",
            ("holds_seats", "حزب النهر", None, 45),
            id="what it got itself",
        ),
        pytest.param(
            "ووفقا للنتائج التي أعلنتها المفوضية في أربيل الأربعاء، حصل حزب النهر على 39 مقعدا.",
            ("holds_seats", "حزب النهر", None, 39),
            id="where it was announced",
        ),
        pytest.param(
            "يذكر أن محافظة كركوك أجرت أول انتخابات محلية، ونال حزب النهر فيها سبعة مقاعد.",
            ("holds_seats", "حزب النهر", "محافظة كركوك", 7),
            id="a local vote is no place",
        ),
        pytest.param(
            "وحصل هاني كريم من تحالف النهر برئاسة محسن علي، على منصب النائب الأول للمحافظ.",
            ("held_office", "هاني كريم", "النائب الأول للمحافظ", None),
            id="who got a post",
        ),
        pytest.param(
            "وصوت الأعضاء على تولي خلف كريم رئاسة المجلس.",
            ("held_office", "خلف كريم", "رئاسة المجلس", None),
            id="the chair",
        ),
        pytest.param(
            "فيما انتخب مجلس محافظة واسط علي حسين سليمون رئيسا للمجلس.",
            ("held_office", "علي حسين سليمون", "رئيسا للمجلس", None),
            id="a person behind the council of a place",
        ),
        pytest.param(
            "فيما حصلت حركة النهر، التي يتزعمها رئيس الحكومة المنتهية ولايته يوسف كريم على 14 مقعدا.",
            ("holds_seats", "حركة النهر", None, 14),
            id="a leader of another time",
        ),
        pytest.param(
            "وفي دائرة الجنوب الثانية بلغت نسبة الاقتراع 48.8%.",
            ("turnout", None, "دائرة الجنوب الثانية", 48.8),
            id="the number of a constituency",
        ),
        pytest.param(
            "ولم يحصل حزب التلال الذي يتزعمه سعد كريم على مقعد، بينما فازت حركة النهر بقيادة حسن علي.",
            ("leads", "حسن علي", "حركة النهر", None),
            id="a denial far off",
        ),
        pytest.param(
            "وأظهرت النتائج أن لائحة ”ائتلاف النهر”، المكونة من أحزاب صغيرة وزعماء عشائر، حصلت على 28 مقعدا في بغداد.",
            ("holds_seats", "لائحة ائتلاف النهر", "بغداد", 28),
            id="what a list is made of",
        ),
        pytest.param(
            "انتخب محمد كريم عن حزب النهر، صباح يوم السبت 02 أكتوبر 2021، رئيسا لمجلس مقاطعة مولاي رشيد.",
            ("held_office", "محمد كريم", "رئيسا لمجلس مقاطعة مولاي رشيد", None),
            id="over a date",
        ),
        pytest.param(
            "وانتخبت نعيمة كريم نائبا خامسا عن حزب النهر.",
            ("held_office", "نعيمة كريم", "نائبا خامسا", None),
            id="the fifth deputy",
        ),
        pytest.param(
            "فاز عبد الحميد كاشا عن حزب النهر بمنصب والي كسلا.",
            ("held_office", "عبد الحميد كاشا", "والي كسلا", None),
            id="the post of a place",
        ),
        pytest.param(
            "وحضر عبد العزيز كريم، وكيل لائحة حزب ‘النهر’ في المدينة.",
            ("leads", "عبد العزيز كريم", "النهر", None),
            id="at the head of a list",
        ),
        pytest.param(
            "وتصدر حزب النهر قائمة الأحزاب في محافظة كركوك بـ 178.629 صوتا.",
            ("votes", "حزب النهر", "محافظة كركوك", 178629),
            id="the list of parties",
        ),
        pytest.param(
            "فاز حزب التلال في 22 دائرة جغرافية تشريعية، فيما حصلت حركة النهر على 10 مقاعد.",
            ("holds_seats", "حركة النهر", None, 10),
            id="districts of a kind are no place",
        ),
        pytest.param(
            "اختار المؤتمر الوطني العام في ليبيا محمد كريم، زعيم حزب النهر، رئيسا له.",
            ("held_office", "محمد كريم", "رئيسا", None),
            id="a person behind a country",
        ),
        pytest.param(
            "وتصدر حزب النهر نتائج الانتخابات التي جرت في 30 أيلول/سبتمبر الماضي، بحصوله على 45 مقعدا.",
            ("holds_seats", "حزب النهر", None, 45),
            id="last September",
        ),
        pytest.param(
            "وفاز تحالف النهر بقيادة رئيس الحكومة المؤقتة محمود كريم بـ 39 مقعدا.",
            ("holds_seats", "تحالف النهر", None, 39),
            id="an office for the time being",
        ),
        pytest.param(
            "وحصل حزب النهر الذي يمثل جماعة التلال على 17 مقعدا.",
            ("holds_seats", "حزب النهر", None, 17),
            id="whom it stands for",
        ),
        pytest.param(
            "حقق الحزب الذي يتزعمه الرئيس علي كريم نجاحاً كبيراً.",
            ("held_office", "علي كريم", "الرئيس", None),
            id="an object",
        ),
        pytest.param("وحصد حزب النهر مقعدا وحيدا.", ("holds_seats", "حزب النهر", None, 1), id="a single seat"),
        pytest.param(
            "أعلنت الهيئة العليا للانتخابات في تونس، الجمعة، فوز حركة النهر بـ52 مقعدا.",
            ("holds_seats", "حركة النهر", None, 52),
            id="where the commission sits",
        ),
    ],
)
def test_an_arabic_sentence_says(text: str, expected: tuple[str, str | None, str | None, object]) -> None:
    """A sentence gives its claim, and states it."""
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("وسيتم الرفع لوزير البلديات بذلك.", "سيتم", id="a verb to come"),
        pytest.param("وبعد توقيع عزيز كريم، رئيس حزب النهر، على البلاغ.", "توقيع", id="a signing"),
        pytest.param("فاز حزب النهر ب 522 بلدية عبر 55 ولاية.", "حزب النهر", id="municipalities are no seats"),
        pytest.param("وسط مقاطعة حزب النهر (21 مقعدا).", "مقاطعة", id="a boycott is no district"),
        pytest.param("ترشح حسن كريم لمنصب رئيس المجلس.", "حسن", id="who stood for a post"),
    ],
)
def test_arabic_words_that_are_no_name(text: str, words: str) -> None:
    """Nothing is claimed of a verb, of a count of towns, or of who only stood for a post."""
    assert not [one for one in claims(text) if one[1] and one[1].startswith(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وبلغت نسبة المشاركة 5ر71 بالمائة.", {("turnout", None, None, 71.5)}, id="a decimal from right to left"
        ),
        pytest.param(
            "وأسفرت النتائج عن فوز عدد من الأحزاب بمقعد واحد لكل منها، وهي: حزب النهر، حزب التلال، وحزب السهل.",
            {("holds_seats", name, None, 1) for name in ("حزب النهر", "حزب التلال", "حزب السهل")},
            id="each, and then who",
        ),
        pytest.param(
            'وفازت أحزاب "الأرض" و"العمال" بمقعدين لكل منهما.',
            {("holds_seats", name, None, 2) for name in ("الأرض", "العمال")},
            id="quotation marks behind an and",
        ),
        pytest.param(
            "ثم حزب النهر وحزب التلال، وحزب السهل، حزب الجبل، بـ 6 مقاعد لكل واحد منهم.",
            {("holds_seats", name, None, 6) for name in ("حزب النهر", "حزب التلال", "حزب السهل", "حزب الجبل")},
            id="a row with commas",
        ),
        pytest.param(
            "حصل حزب النهر على 31 مقعدا من مقاعد مجلس النواب الـ138.",
            {("holds_seats", "حزب النهر", None, 31)},
            id="of a house",
        ),
        pytest.param(
            "فاز حزب النهر ب31 مقعدا (17 على مستوى القائمة العامة، و14 على مستوى القائمة المحلية).",
            {("holds_seats", "حزب النهر", None, 31)},
            id="parts in brackets",
        ),
        pytest.param(
            "وبلغ عدد المقترعين في الانتخابات، وفق الإحصائيات الأولية، 161,684 ناخبا.",
            {("voters", None, None, 161684)},
            id="a source between",
        ),
        pytest.param(
            "فازت مرشحة حركة النهر سعاد عبد الكريم برئاسة بلدية الزهراء.",
            {
                ("member_of", "سعاد عبد الكريم", "حركة النهر", None),
                ("held_office", "سعاد عبد الكريم", "رئاسة بلدية الزهراء", None),
            },
            id="the candidate of a list",
        ),
        pytest.param(
            "اختار مجلس بلدية الزهراء حسن كريم رئيسا للبلدية.",
            {("held_office", "حسن كريم", "رئيسا للبلدية", None)},
            id="a person behind a place",
        ),
    ],
)
def test_an_arabic_sentence_says_no_more(text: str, expected: set[tuple[str, str | None, str | None, object]]) -> None:
    """A sentence gives these claims, all stated, and no other."""
    assert claims(text) == stated(text) == expected


def test_the_seat_of_a_district_is_named_by_its_number() -> None:
    """Behind "the seat of the sixth district" that of the seventh is another district's."""
    text = "فاز حسن كمال بمقعد الدائرة السادسة ومحمد كريم بمقعد السابعة."
    assert ("won_seat", "محمد كريم", "الدائرة السابعة", None) in claims(text)
