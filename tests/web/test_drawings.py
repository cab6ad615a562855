"""What there is to see of an answer: in its page, as a file for another's page, and as the card of a link to it."""

from __future__ import annotations

import re
import struct
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from majlis.web.app import application
from majlis.web.snapshot import GraphHolder

from .conftest import HERE

E23, E25 = "iq-2023-governorates", "iq-2025-representatives"
DRAWN = [
    f"/where/nouri-al-maliki?election={E23}",
    "/who/IQ-BG",
    "/history/kdp",
    "/map",
    "/network",
    f"/network/nouri-al-maliki?election={E23}",
    f"/network/coordination-framework?election={E23}",
    "/path/nouri-al-maliki/hadi-al-amiri",
    f"/?election={E25}",
]


def with_ending(address: str, ending: str) -> str:
    """The address of a page as a picture."""
    path, mark, query = address.partition("?")
    return ("/index" if path == "/" else path) + ending + mark + query


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("address", DRAWN)
def test_what_is_drawn_is_a_file_and_a_card(client: TestClient, address: str, lang: str) -> None:
    """An SVG of the view with a title and the data's version, a PNG of 1200 x 630; both in the language of the page."""
    address += f"{'&' if '?' in address else '?'}lang={lang}"
    found = client.get(with_ending(address, ".svg"))
    assert found.headers["content-type"] == "image/svg+xml"
    root = ET.fromstring(found.text)  # noqa: S314 - it is ours
    assert (root.get("width"), root.get("height")) != ("1200", "630")
    told = " ".join(part.text or "" for part in root.iter() if not part.tag.endswith("style"))
    assert ("المصدر" if lang == "ar" else "Source") in told
    assert ("إصدار البيانات" if lang == "ar" else "data version") in told
    assert "{" not in told
    card = client.get(with_ending(address, ".card.png"))
    assert card.headers["content-type"] == "image/png"
    assert size(card.content) == (1200, 630)


@pytest.mark.parametrize("address", [*DRAWN, "/leaders/puk", "/where/nouri-al-maliki"])
def test_a_page_names_its_card_for_those_who_link_to_it(client: TestClient, address: str) -> None:
    """With its size and in words what it shows; and the card is there."""
    html = client.get(address).text
    meta = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))
    assert meta["twitter:card"] == "summary_large_image"
    assert meta["og:description"] == meta["og:image:alt"] == meta["description"] != ""
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert client.get(unescape(meta["og:image"])).status_code == 200


def test_the_ties_of_a_name_are_drawn_without_scripts(client: TestClient) -> None:
    """The page of a name's ties shows them: the lists that it leads, where these hold seats, and nobody else."""
    address = f"/network/nouri-al-maliki?election={E23}"
    assert 'src="/network/nouri-al-maliki.svg?' in client.get(address).text
    root = ET.fromstring(client.get(with_ending(address, ".svg")).text)  # noqa: S314 - it is ours
    drawn = {part.get("data-name") for part in root.iter()} - {None}
    assert {"nouri-al-maliki", "state-of-law", "IQ-BG"} < drawn
    assert not drawn & {"nabni", "IQ-AN"}
    assert "seats of other lists" in "".join(root.itertext())  # their marks are grey, and accounted for


@pytest.mark.parametrize(
    ("address", "names", "kind"),
    [
        (f"/network/coordination-framework?election={E23}", {"Coordination Framework", "Nabni"}, "member of"),
        ("/path/nouri-al-maliki/hadi-al-amiri", {"Nouri al-Maliki", "Hadi al-Amiri"}, "leads"),
    ],
)
def test_ties_that_are_not_of_seats_are_drawn_with_their_kind(
    client: TestClient, address: str, names: set[str], kind: str
) -> None:
    """A bloc with its members, and the ways from one name to another: names as discs, ties with what each says."""
    assert ".svg" in client.get(address).text
    words = {text.text or "" for text in ET.fromstring(client.get(with_ending(address, ".svg")).text).iter()}  # noqa: S314 - it is ours
    assert kind in words
    assert all(any(name in text for text in words) for name in names)


def test_a_server_that_others_reach_says_whole_addresses(graph_file: Path) -> None:
    """What other sites show needs the address of the card with its host; on this machine alone it has none."""
    named = TestClient(
        application(GraphHolder(str(graph_file)), "seats.example.org"), base_url="http://seats.example.org"
    )
    assert 'content="http://seats.example.org/who/IQ-BG.card.png"' in named.get("/who/IQ-BG").text


def test_a_card_of_words_says_the_sentence_of_its_page(client: TestClient) -> None:
    """An answer of which nothing is drawn has a card with its sentence; as an SVG it can be read."""
    sentence = re.findall(r'<p class="sentence">(.*?)</p>', client.get("/leaders/puk").text)[0]
    told = " ".join("".join(ET.fromstring(client.get("/leaders/puk.svg").text).itertext()).split())  # noqa: S314 - it is ours
    assert unescape(sentence).split()[0] in told


def test_a_page_without_anything_to_see_says_so(client: TestClient) -> None:
    """Of forms, tables of sources and the like there is no picture and no card, and none is named."""
    for address in ("/sources", "/query", "/cypher", "/entity/puk"):
        assert "og:image" not in client.get(address).text
        assert client.get(f"{address}.svg").status_code == 404


def test_a_history_on_joint_lists_alone_is_told_and_not_drawn(client: TestClient) -> None:
    """Of a name that stood on joint lists alone there is no number to draw; its page tells them all the same."""
    told = client.get("/history/future-gathering")
    assert told.status_code == 200
    assert "joint list" in told.text
    assert "<figure><svg" not in told.text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_picture_is_embedded_with_its_words(client: TestClient, lang: str) -> None:
    """Under each picture stands how to take it: files that are there, and HTML with the sentence and the version."""
    html = client.get(f"/where/nouri-al-maliki?lang={lang}").text
    blocks = re.findall(r'<details class="embed">.*?</details>', html, re.DOTALL)
    assert len(blocks) == html.count("<figure><svg") > 0
    for block in blocks:
        for link in re.findall(r'href="([^"]+)"', block):
            assert client.get(unescape(link)).status_code == 200
        pasted = unescape(re.findall(r"<code>(.*?)</code>", block, re.DOTALL)[0])
        figure = ET.fromstring(pasted.replace(' width="100%">', ' width="100%"/>'))  # noqa: S314 - it is ours
        image, caption = figure[0], figure[1]
        assert image.get("src") == "nouri-al-maliki.svg"
        assert image.get("alt")
        assert str(image.get("alt")) in str(caption.text)


def test_pictures_of_one_page_share_no_id(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each body that sits the page has a picture with its own address, and what each refers to is its own."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("MAJLIS_TODAY", "2026-06-30")
    every_body = TestClient(application(GraphHolder(str(graph_file))), base_url=HERE)
    for address in ("/where/nouri-al-maliki", "/who/IQ-BG", "/where/kdp"):
        html = every_body.get(address).text
        assert html.count("<figure><svg") > 1, address
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), address
        files = re.findall(r'href="([^"]+[.]svg[^"]*)" download', html)
        assert len(set(files)) == html.count("<figure><svg"), address


def test_a_picture_is_looked_at_alone_with_its_colours(client: TestClient) -> None:
    """Opened at its address it may use its own style, and nothing else."""
    found = client.get("/who/IQ-BG.svg")
    assert found.headers["content-security-policy"] == "default-src 'none'; style-src 'unsafe-inline'"
