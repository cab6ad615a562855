"""Questions in words, asked in the page: what they show and tell, in two languages, and what is said to need more."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from .fixtures import Reader

Opens = Callable[..., Reader]
# A question, the address that answers it, and words of what is told beside it.
ASKED = [
    ("where does Maliki hold seats", "where/nouri-al-maliki", ""),
    ("who holds Kirkuk?", "who/IQ-KI", ""),
    ("how many seats has Baghdad", "who/IQ-BG", ""),
    ("seats of Nabni in Basra", "why/nabni/IQ-BA", ""),
    ("path Maliki Sadr", "path/nouri-al-maliki/muqtada-al-sadr", ""),
    ("history of Taqaddum", "where/taqaddum", ""),
    ("who is the governor of Baghdad", "who/IQ-BG", "Governor of Baghdad: "),
    ("which list won most seats", "", "Nabni: 43 seats in 10 councils"),
    ("which parties are in the Coordination Framework", "where/coordination-framework", "has as a member"),
    ("who leads Nabni", "where/nabni", "Nabni is led by Hadi al-Amiri"),
    ("who boycotted", "?kinds=", "boycotted: "),
    ("من محافظ بغداد", "who/IQ-BG?lang=ar", "منذ 27 تموز 2025"),
    ("من قاطع الانتخابات", "lang=ar", "مقتدى الصدر"),
]


def ask(reader: Reader, text: str) -> None:
    """Ask in the box of questions."""
    reader.page.locator("#search").fill(text)
    reader.page.keyboard.press("Enter")


def test_questions_are_answered_from_the_data_of_the_page(opens: Opens) -> None:
    """Names, provinces, ties, offices and counts, in English and Arabic, each with its address and its words."""
    reader = opens()
    for text, address, told in ASKED:
        reader.go("#home")
        ask(reader, text)
        expect(reader.page.locator("#reading")).to_contain_text(told)
        reader.page.wait_for_url(lambda url, part=address: part in unquote(url))
    reader.keep("asked-arabic")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("power of Nabni", "majlis influence 'Nabni (We Build) Alliance'"),
        ("compare Maliki and Sadr", "majlis compare 'Nouri al-Maliki' 'Muqtada al-Sadr'"),
        ("what is the weather", "What can be asked here"),
    ],
)
def test_what_the_page_cannot_answer_is_said(opens: Opens, text: str, words: str) -> None:
    """A question that needs the server names the command; one that is none is told what can be asked; nothing moves."""
    reader = opens("#where/nabni")
    ask(reader, text)
    expect(reader.page.locator("#reading")).to_contain_text(words)
    assert reader.state() == "where/nabni"


def test_a_year_leads_to_its_election(opens: Opens, whole_page: object) -> None:
    """A year beside a name shows the election of that year."""
    reader = opens(file=whole_page)
    ask(reader, "where did Maliki win seats in 2014")
    reader.page.wait_for_url(lambda url: "election=iq-2014-representatives" in url)
    expect(reader.page.locator("#panel-title")).to_have_text("Nouri al-Maliki")
