"""Questions in words, asked in the page: what they show and tell, in two languages, and what is said to need more."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, unquote

import pytest
from playwright.sync_api import expect

from queries.view import GraphView

from ..questions.gold import asks, gold
from .fixtures import Reader

Opens = Callable[..., Reader]
STILL = {"reduced_motion": "reduce"}  # nothing here is of how the network moves to what it shows
OPENS_ON = "iq-2023-governorates"  # the election of a page without one in its address
# A question, the address that answers it, and words of what is told beside it.
ASKED = [
    ("where does Maliki hold seats", "where/nouri-al-maliki", ""),
    ("who holds Kirkuk?", "who/IQ-KI", ""),
    ("how many seats has Baghdad", "who/IQ-BG", ""),
    ("seats of Nabni in Basra", "why/nabni/IQ-BA", ""),
    ("path Maliki Sadr", "path/nouri-al-maliki/muqtada-al-sadr", ""),
    ("history of Taqaddum", "where/taqaddum", ""),
    ("who is the governor of Baghdad", "who/IQ-BG", "Governor of Baghdad: "),
    ("who governs Basra", "who/IQ-BA", "Governor of Basra: "),
    ("which list won most seats", "", "Nabni: 43 seats in 10 councils"),
    ("who leads Nabni", "where/nabni", "is led by Hadi al-Amiri"),
    ("who runs Badr", "where/badr-organization", "is led by Hadi al-Amiri"),
    ("KRG", "", "Prime Minister of the Kurdistan Region: Masrour Barzani"),
    ("why does Maliki have 9 seats in Baghdad", "why/nouri-al-maliki/IQ-BG", ""),
    ("Did Nabni win anything in Basra?", "why/nabni/IQ-BA", ""),
    ("من محافظ بغداد", "who/IQ-BG?lang=ar", "منذ 27 تموز 2025"),
]


def ask(reader: Reader, text: str) -> None:
    """Ask in the box of questions."""
    reader.page.locator("#search").fill(text)
    reader.page.keyboard.press("Enter")


def test_questions_are_answered_from_the_data_of_the_page(opens: Opens) -> None:
    """Names, provinces, ties, offices and counts, in English and Arabic, each with its address and its words."""
    reader = opens(**STILL)
    for text, address, told in ASKED:
        reader.go("#home")
        ask(reader, text)
        expect(reader.page.locator("#reading")).to_contain_text(told)
        reader.page.wait_for_url(lambda url, part=address: part in unquote(url))
        if told:  # who says so stands beside it
            expect(reader.page.locator("#reading .said")).to_be_visible()
    reader.keep("asked-arabic")


# A question that the page leaves to the server, or that is none, and words of what is said to it.
LEFT = [
    ("power of Nabni", "majlis ask 'power of Nabni'"),
    (
        "which parties are in the Coordination Framework",
        "majlis ask 'which parties are in the Coordination Framework'",
    ),
    ("who is allied with Maliki", "majlis ask 'who is allied with Maliki'"),
    ("which offices did State of Law hold", "majlis ask 'which offices did State of Law hold'"),
    ("Maliki and Amiri in 2021 and 2025", "majlis ask 'Maliki and Amiri in 2021 and 2025'"),
    ("what is missing", "majlis ask 'what is missing'"),
    ("who boycotted", "majlis ask 'who boycotted'"),
    ("compare Nabni and Taqaddum", "majlis ask 'compare Nabni and Taqaddum'"),
    ("influence in Baghdad", "majlis ask 'influence in Baghdad'"),
    ("ما الناقص", "majlis ask 'ما الناقص'"),
    ("who was governor of Kirkuk in 2023", "majlis ask 'who was governor of Kirkuk in 2023'"),
    ("deputy speaker of parliament", "majlis ask 'deputy speaker of parliament'"),
    ("what is the weather", "Not read of the question: weather. What can be asked here"),
    ("who won the US election", "Not read of the question: US. What can be asked here"),
]


def test_what_the_page_cannot_answer_is_said(opens: Opens) -> None:
    """A question that needs the server names the command; one that is none is told what can be asked; nothing moves."""
    reader = opens("#where/nabni")
    for text, words in LEFT:
        reader.go("#where/nabni")
        ask(reader, text)
        expect(reader.page.locator("#reading"), text).to_contain_text(words)
        assert reader.state().removesuffix("?lang=ar") == "where/nabni", text


# A question with a time, the address that answers it, and what is told beside it, in the page of every election.
TIMED = [
    ("Who was the speaker before Mashhadani?", "", "Mahmoud al-Mashhadani (31 Oct 2024 to 29 Dec 2025); "),
    ("where did Maliki win seats in 2014", "where/nouri-al-maliki?election=iq-2014-representatives", ""),
    (
        "Number of seats of the Badr Organization in 2018",
        "where/badr-organization?election=iq-2018-representatives",
        "",
    ),
    ("seat distribution Diyala 2013", "who/IQ-DI?election=iq-2013-governorates", ""),
    ("Who won the 2018 parliamentary election?", "?election=iq-2018-representatives", "Sairoon Alliance: 54 seats"),
    ("how did the KDP do between 2018 and 2021", "where/kdp", ""),
    ("Council of Representatives", "who/iq-council-of-representatives", ""),
    ("مجلس النواب", "who/iq-council-of-representatives", ""),
    ("who holds the Kurdistan Parliament", "who/iq-kurdistan-parliament?election=iq-krg-2024-parliament", ""),
    ("who has a majority in the Council of Representatives", "who/iq-council-of-representatives", ""),
]


def test_a_time_leads_to_its_election(opens: Opens, whole_page: object) -> None:
    """A year is the election in which the places named voted, else that with most seats; of several all are told."""
    reader = opens(file=whole_page, **STILL)
    for text, address, told in TIMED:
        reader.go("#home")
        ask(reader, text)
        reader.page.wait_for_url(lambda url, part=address: part in unquote(url))
        expect(reader.page.locator("#reading")).to_contain_text(told)


# Asks each text in the page as a reader would, and gives the address that it leads to; nothing where none is shown.
ASK_EACH = """async (texts) => {
    const box = document.getElementById("search"), form = document.getElementById("ask");
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found = [];
    for (const text of texts) {
        location.hash = "#home";
        await frames();
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
        while (form.ariaBusy === "true") await frames();
        await frames();
        found.push(decodeURIComponent(location.hash.slice(1)));
    }
    return found;
}"""


def test_the_page_never_answers_otherwise_than_the_server(
    opens: Opens, whole_page: object, graph: GraphView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each sixteenth question of the gold the page shows whom the server answers about, or leaves it to it."""
    monkeypatch.setenv("MAJLIS_TODAY", "2026-11-28")
    reader = opens(file=whole_page, **STILL)
    reader.page.set_default_timeout(300_000)
    texts = [item.question for item in gold()][::16]
    shown = reader.page.evaluate(ASK_EACH, texts)
    answered = [
        (text, address, asks(graph, text))
        for text, address in zip(texts, shown, strict=True)
        if address.partition("?")[0] not in ("", "home") or "view=" in address or "kinds=" in address
    ]
    assert [row for row in answered if not _agree(graph, row[1], row[2])] == []
    assert len(answered) > len(texts) / 4


def _agree(graph: GraphView, address: str, asked: str) -> bool:
    """Whether what the page shows is about the names, and the election, that the server answers about."""
    page, *parts = asked.split(" ")
    ids = [part for part in parts if "=" not in part]
    options = dict(part.split("=") for part in parts if "=" in part)
    path, _, query = address.partition("?")
    shown = dict(parse_qsl(query))
    elections = [of.get("election", OPENS_ON) for of in (shown, options)]
    if page == "none" or "as_of" in options or elections[0] != elections[1]:
        return False
    if page == "offices":
        ids += [id for office in graph.offices_held if office["office"] in ids for id in office["places"] or ()]
    about = set(path.split("/")[1:])
    return about <= set(ids) and (bool(about) or not ids or page == "offices")
