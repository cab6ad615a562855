"""What is wrong or hostile gets a clean refusal: a page with the words of the command line, and never a stack trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from graph.model import Knowledge
from majlis.cli import main
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from tests.made import stored
from tests.rows import golden

from .conftest import HERE

HOSTILE = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>"


@pytest.mark.parametrize("row", golden("errors"), ids=lambda row: row["address"][:30])
def test_an_error_is_a_page_and_json(client: TestClient, row: dict[str, str]) -> None:
    """What cannot be answered is told as a page and as JSON, with the same status."""
    address, status, error = row["address"], int(row["status"]), row["error"]
    page = client.get(address)
    assert page.status_code == status
    assert page.text.startswith("<!doctype html>") or page.text.lstrip().startswith("<!doctype html>")
    found = client.get(address, headers={"Accept": "application/json"})
    assert (found.status_code, found.json()["error"]) == (status, error)
    assert found.json()["hint"]


@pytest.mark.parametrize(
    ("address", "error", "elsewhere"),
    [
        ("/where/Baghdad", "province", "/who/Baghdad"),
        ("/who/Maliki?lang=ar", "unknown", "/where/Maliki?lang=ar"),
        ("/where/Maliki Baghdad", "unknown", "/why/Maliki/Baghdad"),
        ("/who/Baghdad Maliki", "unknown", "/why/Maliki/Baghdad"),
    ],
)
def test_a_browser_is_sent_to_the_page_that_answers(
    client: TestClient, address: str, error: str, elsewhere: str
) -> None:
    """A province asked about by `where`, a name by `who`, or both have a page; JSON stays an error."""
    sent = client.get(address, follow_redirects=False)
    assert (sent.status_code, sent.headers["Location"]) == (303, elsewhere)
    assert client.get(address).status_code == 200
    found = client.get(address, headers={"Accept": "application/json"})
    assert (found.status_code, found.json()["error"]) == (404, error)


def test_a_refusal_has_the_words_of_the_command_line(client: TestClient, graph_file: Path) -> None:
    """The hint of an unknown name is what `majlis where` says, and its candidates are links."""
    said = CliRunner().invoke(main, ["where", "Hero Talabani", "--graph", str(graph_file), "-f", "json"])
    found = client.get("/where/Hero Talabani.json").json()
    assert found["hint"] in said.stdout
    assert found["candidates"]
    assert f'href="/where/{found["candidates"][0]["id"]}"' in client.get("/where/Hero Talabani").text


def test_an_ambiguous_name_gives_its_candidates_as_links(client: TestClient) -> None:
    """A name of several gives 300 and a link to each."""
    page, found = client.get("/where/The Resolve"), client.get("/where/The Resolve.json")
    assert (page.status_code, found.status_code) == (300, 300)
    assert (found.json()["error"], len(found.json()["candidates"])) == ("ambiguous", 2)
    assert all(f'href="/where/{row["id"]}"' in page.text for row in found.json()["candidates"])


def test_a_refused_text_shows_the_word_and_its_place(client: TestClient) -> None:
    """The page of a refused text names the word, shows its place with a mark, and keeps the text in the box."""
    page = client.post("/cypher", data={"text": "MATCH (n)\nDETACH DELETE n"})
    assert page.status_code == 400
    assert "refused: DETACH writes, and only reading is allowed (line 2, column 1)\n  DETACH DELETE n\n  ^" in page.text
    assert "MATCH (n)\nDETACH DELETE n</textarea>" in page.text
    found = client.post("/cypher", data={"text": "MATCH (n)\nDETACH DELETE n"}, headers={"Accept": "application/json"})
    assert {key: found.json()[key] for key in ("word", "line", "column")} == {"word": "DETACH", "line": 2, "column": 1}


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Bloc {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "CALL apoc.load.json('http://127.0.0.1/')",
        "MATCH (n) RETURN n; MATCH (m) DETACH DELETE m",
        "MATCH (n) /* */ DETACH/**/DELETE n",
        "RETURN 1 //\nUNION CREATE (n) RETURN 1",
    ],
)
def test_a_text_that_writes_changes_nothing(client: TestClient, text: str) -> None:
    """No way around the gate: the text is refused, and the graph has as many nodes as before."""
    count = {"text": "MATCH (n) RETURN count(n) AS n"}
    before = client.get("/cypher.json", params=count).json()
    for response in (client.post("/cypher", data={"text": text}), client.get("/cypher", params={"text": text})):
        assert response.status_code == 400
    assert client.get("/cypher.json", params=count).json() == before


@pytest.mark.parametrize("row", golden("hosts"), ids=lambda row: row["host"])
def test_only_this_machines_names_are_answered(client: TestClient, row: dict[str, str]) -> None:
    """A Host header that names another machine is refused, so that no other site's name can lead here."""
    assert client.get("/schema", headers={"Host": row["host"]}).status_code == int(row["status"])


def test_a_refusal_at_an_address_of_json_is_json(client: TestClient) -> None:
    """Who asks for JSON under a name that is not ours, or at an address that is none, is refused in JSON."""
    for address, given in (("/schema.json", {"Host": "evil.example"}), ("/ask.json?q=a%00b", {})):
        assert client.get(address, headers=given).json()["error"] == "refused"


def test_a_server_on_all_addresses_answers_to_addresses_alone(graph_file: Path) -> None:
    """Listening everywhere, it is known by its addresses, and still by no other site's name."""
    everywhere = TestClient(application(GraphHolder(str(graph_file)), "0.0.0.0"), base_url=HERE)  # noqa: S104
    assert everywhere.get("/schema", headers={"Host": "192.0.2.1:8285"}).status_code == 200
    assert everywhere.get("/schema", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/where/%ff%fe", 400),
        ("/ask?q=%ff", 400),
        ("/ask?q=a%00b", 400),
        ("/where/a%0d%0aSet-Cookie:x", 400),
        ("/where/..%2f..%2fetc%2fpasswd", 400),
        ("/static/..%2fapp.py", 400),
        ("/static/%2e%2e/app.py", 400),
        ("/static//etc/passwd", 400),
        ("/static/..%5capp.py", 400),
        ("/static/%252e%252e/app.py", 404),
        ("/ask?q=" + "x" * 9000, 414),
        ("/where/" + "x" * 3000, 414),
    ],
)
def test_tricks_with_addresses_are_refused(client: TestClient, path: str, status: int) -> None:
    """Bad encodings, control characters, ways out of a folder and endless addresses get a page that says no."""
    response = client.get(client.base_url.copy_with(raw_path=path.encode()))
    assert response.status_code == status
    assert "<h1>" in response.text
    assert "Traceback" not in response.text


def test_only_reading_is_allowed(client: TestClient) -> None:
    """Other methods are refused; a form goes to the Cypher box alone, from this site, as a form, and not too long."""
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert client.request(method, "/where/Maliki").status_code == 405
    assert client.post("/where/Maliki", data={"x": "1"}).status_code == 405
    assert client.head("/where/Maliki").status_code == 200
    assert "GET" in client.put("/where/Maliki").headers["allow"]
    assert client.post("/cypher", content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
    assert client.post("/cypher", data={"text": "x" * 1_300_000}).status_code == 413
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/cypher", content=b"text=%ff", headers=form).status_code == 400
    assert client.post("/cypher", content="text=\u0627".encode(), headers=form).status_code == 400
    assert client.post("/cypher", content=b"&".join([b"a=1"] * 30), headers=form).status_code == 400
    assert (
        client.post("/cypher", data={"text": "RETURN 1"}, headers={"Origin": "http://evil.example"}).status_code == 403
    )
    null = {"Origin": "null"}
    assert client.post("/cypher", data={"text": "RETURN 1"}, headers=null).status_code == 403
    assert client.post("/cypher", data={"text": "RETURN 1"}, headers={"Origin": HERE}).status_code == 200


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)]
)
@pytest.mark.parametrize("address", ["/cypher", "/cypher.json"])
def test_no_other_site_runs_a_text(client: TestClient, address: str, site: str, status: int) -> None:
    """A browser that follows another site's link or form to a text is refused; links to plain pages lead there."""
    headers, given = {"Sec-Fetch-Site": site}, {"text": "RETURN 1 AS x"}
    assert client.get(address, params=given, headers=headers).status_code == status
    assert client.post(address, data=given, headers=headers).status_code == status
    for plain in (address, "/", "/where/Maliki", "/query/reach?figure=Maliki"):
        assert client.get(plain, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/where/nobody", "/coverage", "/static/page.css", "/where/Maliki.json", "/static/..%2fx"]
)
def test_every_response_carries_the_headers(client: TestClient, address: str) -> None:
    """Pages, JSON, files and refusals alike: no inline script, no frame, no sniffing, no other site.

    Where the application opens, styles may stand in the page, for vis-network writes them there: scripts never.
    """
    headers = client.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    opens = address == "/"
    assert policy.pop("style-src") == ("'self' 'unsafe-inline'" if opens else "'self'")
    assert policy.pop("img-src") == ("'self' data: blob:" if opens else "'self'")
    assert policy.pop("script-src") == policy.pop("connect-src") == policy.pop("form-action") == "'self'"
    assert policy == {"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'"}
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "set-cookie" not in headers


def test_half_a_letter_is_no_failure(client: TestClient) -> None:
    """A parameter that no encoding can hold is refused or comes back escaped, as a page and as JSON."""
    given = {"text": "RETURN $x AS x", "parameters": '{"x": "\\ud800"}'}
    assert client.post("/cypher", data=given).status_code < 500
    assert client.get("/cypher.json", params=given).status_code < 500


def test_what_is_asked_is_never_markup(client: TestClient) -> None:
    """A question, a name, a parameter and a text with markup come back as text."""
    asked = [
        client.get("/ask", params={"q": HOSTILE}),
        client.get("/where/" + "%3Cscript%3Ealert(1)%3C%2fscript%3E".replace("%2f", "")),
        client.get("/query/reach", params={"figure": HOSTILE}),
        client.get("/query/" + "%3Cu%3E"),
        client.get("/cypher", params={"text": f"RETURN '{'<u>x</u>'}' AS `{'<i>y</i>'}`"}),
        client.post("/cypher", data={"text": HOSTILE, "parameters": HOSTILE}),
    ]
    for response in asked:
        assert "<img" not in response.text
        assert "<script>" not in response.text
        assert "<u>" not in response.text  # a tag that no page of ours has
        assert "<i>" not in response.text


def test_hostile_names_and_addresses_in_the_data_are_text(knowledge: Knowledge, tmp_path: Path) -> None:
    """Markup in the name of a list is shown as it is written on every page, and no link leads to a script."""
    store = stored(knowledge)
    for text, given in (
        ("MATCH (n:Entity {id: 'state-of-law'}) SET n.name = $v, n.name_local = $v", HOSTILE),
        ("MATCH (n:Entity {id: 'IQ-BB'}) SET n.name = $v, n.name_local = $v", HOSTILE),
        ("MATCH (s:Source) SET s.title = $v, s.name = $v, s.publisher = $v", HOSTILE),
        ("MATCH (s:Source) SET s.url = $v", "javascript:alert(1)"),
        ("MATCH (s:Statement) SET s.quote = $v, s.locator = $v", HOSTILE),
    ):
        store._graph.cypher(text, params={"v": given})  # type: ignore[union-attr]
    store.save(tmp_path / "hostile.kgl")
    client = TestClient(application(GraphHolder(str(tmp_path / "hostile.kgl"))), base_url=HERE)
    for address in (
        "/where/nouri-al-maliki", "/who/IQ-BB", "/why/nouri-al-maliki/IQ-BB", "/entity/state-of-law", "/map",
        "/influence/IQ-BB", "/influence/nouri-al-maliki", "/influence", "/coverage", "/sources", "/ask?q=state-of-law",
    ):  # fmt: skip
        for lang in ("en", "ar"):
            response = client.get(address, params={**({"q": "state-of-law"} if "?" in address else {}), "lang": lang})
            assert response.status_code == 200, address
            assert "<img" not in response.text, address
            assert "<script>" not in response.text
            assert "</script><script" not in response.text
            assert 'href="javascript' not in response.text.lower()
