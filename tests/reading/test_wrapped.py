"""Text that was broken to a width is read as the paragraphs it was, and each claim stands on its own line."""

from __future__ import annotations

from textwrap import wrap

from loaders.reading.found import Claim
from loaders.reading.line import Line
from loaders.reading.reader import read_lines
from loaders.reading.wrapped import unwrapped

from .test_mechanisms import NOBODY, stated

_REPORT = (
    "The governing Rose Party for National Renewal (RPNR) won nine seats on the Marden council on Sunday, the "
    "electoral commission of the province said late on Monday, and lost its majority there to a coalition that had "
    "not been expected to stand at all. The Green Alliance of the North won 11 of the seats in Corvale, where turnout "
    "was put at 41 percent by the officers."
)
_ARABIC = (
    "قالت مفوضية الانتخابات في بيان لها صدر مساء يوم الاثنين إن حزب الوردة حصل على تسعة مقاعد في محافظة البصرة بعد "
    "انتهاء فرز الأصوات في جميع المراكز التي فتحت أبوابها للناخبين يوم الأحد الماضي، في حين حصل تحالف الشمال الأخضر "
    "على أحد عشر مقعداً في محافظة نينوى وفق النتائج النهائية التي أعلنتها المفوضية في مؤتمر صحفي."
)


def test_wrapped_text_is_read_as_its_paragraph() -> None:
    """What is stated of a paragraph is stated too where it is broken to any width, in either script."""
    for report in (_REPORT, _ARABIC):
        whole = stated(f"{report}\n\n{report}")
        assert whole
        for width in (60, 72, 100):
            broken = "\n".join(wrap(report, width))
            assert stated(f"{broken}\n\n{broken}") == whole, width


def test_a_claim_of_wrapped_text_stands_where_its_figure_does() -> None:
    """The letters of a claim lie in a line of the document, that with its figure."""
    lines = wrap(_REPORT, 60)
    numbered = [Line(number, line) for number, line in enumerate(lines, 1)]
    found = [one for one in read_lines(numbered, NOBODY).found if isinstance(one, Claim) and one.value == 11]
    assert [lines[one.at.line - 1][one.at.start : one.at.end] for one in found] == [
        "Green Alliance of the North won 11"
    ]


def test_a_list_of_long_names_is_not_wrapped_text() -> None:
    """Lines of a list stay apart, however alike their lengths are."""
    names = ("National Union for the Renewal of the East", "Popular Movement for the Dignity of the West")
    listed = [f"{side} {name}: {seats} seats" for seats, name in enumerate(names, 3) for side in ("Old", "New")]
    assert len(stated("Marden\n\n" + "\n".join(listed))) == len(listed)


def test_rows_without_capitals_are_not_wrapped_text() -> None:
    """Rows whose cells a comma parts stay apart though each begins with a small letter."""
    rows = [
        f"constituency of marden {side},harbour party of the {side},{seats}" for seats, side in enumerate("abcd", 3)
    ]
    lines = [Line(number, row) for number, row in enumerate(rows, 1)]
    assert unwrapped(lines) == {}
    prose = [Line(number, row.replace(",", " ")) for number, row in enumerate(rows, 1)]
    assert unwrapped(prose)


def test_rows_of_a_script_without_capitals_are_not_wrapped_text() -> None:
    """Rows that bars part stay rows, also where nothing shows that each begins anew."""
    rows = [f"محافظة {place} الكبرى | حزب الوردة الوطني | {seats} | فاز" for seats, place in enumerate("ابتث", 3)]
    assert unwrapped([Line(number, row) for number, row in enumerate(rows, 1)]) == {}


def test_a_brief_of_a_few_lines_is_wrapped_text() -> None:
    """Three lines are enough where small letters begin some of them."""
    brief = (
        "From the agency\n\nThe governing Rose Party for National Renewal (RPNR), which had lost\n"
        "Corvale before, won nine seats in Marden, the commission of the province\nsaid on Monday.\n"
    )
    assert ("holds_seats", "Rose Party for National Renewal (RPNR)", "Marden", 9) in stated(brief)
