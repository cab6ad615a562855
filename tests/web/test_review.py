"""The review of a document: decisions first, nothing written before Save, and nobody else writes."""

from __future__ import annotations

import csv
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

import loaders
from graph.errors import UsageError
from graph.names import Resolver
from loaders.folder import gather
from loaders.kept import digest_of
from loaders.own_folder import clear_broken_off, make_folder
from loaders.tables import read_registry
from majlis.data import data_folder
from majlis.review.app import application
from majlis.review.session import Review, Said
from majlis.web.punctual import PunctualProtocol
from tests.command import run_here

OF = "iq-2023-governorates"
REPORT = f"""---
title: Count of the councils
publisher: The Gazette
published: 2023-12-29
election: {OF}
---
# Baghdad

| List | Votes | Seats |
|---|---|---|
| Nabni | 120,000 | 9 |
| State of Law | 100,000 | 6 |
| Reed Party | 40,000 | 2 |
| Total | 260,000 | 17 |

# Najaf

Nabni won 3 seats.
About 5 seats went to others. <script>document.title = "taken"</script><img src=x onerror=alert(1)>
"""
HERE = "http://127.0.0.1:8765"
TOKEN = "t0ken"  # noqa: S105 - a token for tests
Open = Callable[..., Review]


@pytest.fixture(scope="module")
def registry() -> Any:
    """The shipped registry."""
    return read_registry(data_folder())


@pytest.fixture
def review(tmp_path: Path, registry: Any) -> Open:
    """The review of a report in a folder."""
    resolver = Resolver(registry.names)

    def of(text: str = REPORT, name: str = "report.md", autosave: Path | None = None) -> Review:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        make_folder(tmp_path / "mine")
        reading = loaders.read(path, registry, resolver)
        return Review(reading, registry, resolver, tmp_path / "mine", digest_of(path), autosave)

    return of


def item(review: Review, predicate: str, subject: str, place: str = "Baghdad") -> Any:
    """A claim of the review."""
    return next(
        one
        for one in review.state.items.values()
        if (one.predicate, one.subject, one.object) == (predicate, subject, place)
    )


def kept(review: Review) -> list[tuple[str, str, str, str]]:
    """The claims that stand in the folder."""
    found = []
    for path in sorted((review.folder / "statements").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            found += [(row["predicate"], row["subject"], row["object"], row["value"]) for row in csv.DictReader(stream)]
    return found


def test_the_queue_holds_decisions_those_first_on_which_most_depends(review: Open) -> None:
    """A table whose sums agree, a name, a place: each once, with the claims that its answer settles."""
    queue = review().queue()
    sizes = [len(one.ids) for one in queue]
    assert sizes == sorted(sizes, reverse=True)
    name = next(one for one in queue if one.asks == "name")
    assert (name.text, name.kind, len(name.ids)) == ("Reed Party", "list", 2)
    assert not name.candidates


def test_a_name_is_offered_those_that_are_near_it(review: Open) -> None:
    """A name that may be misspelt comes with the known ones that it may be."""
    queue = review(REPORT.replace("Reed Party", "State of Lew Coalision")).queue()
    name = next(one for one in queue if one.asks == "name")
    assert "state-of-law" in [id for id, *_ in name.candidates]


def test_one_answer_settles_all_claims_that_depend_on_it(review: Open) -> None:
    """To say that a name is new gives all of its claims an entity, with this document as its source."""
    opened = review()
    opened.act({"act": "name", "kind": "list", "text": "Reed Party"})
    assert item(opened, "holds_seats", "Reed Party").subject_id == "reed-party"
    assert not any(one.asks == "name" for one in opened.queue())
    assert "+reed-party,party,Reed Party,the-gazette" in opened.additions().diff()


def test_a_name_may_be_somebody_known(review: Open) -> None:
    """To say who is meant makes an alias of the folder."""
    opened = review()
    opened.act({"act": "name", "kind": "list", "text": "Reed Party", "entity": "azm"})
    assert item(opened, "votes", "Reed Party").subject_id == "azm"
    assert "+azm,Reed Party" in opened.additions().diff()


def test_nothing_is_written_before_save(review: Open) -> None:
    """Acts change no file; Save writes what the difference showed, with the day of the review."""
    opened = review()
    opened.act({"act": "accept", "ids": [item(opened, "holds_seats", "Nabni").id]})
    assert kept(opened) == []
    shown = opened.additions().diff()
    assert "+holds_seats,the-gazette-2023-12-29-count-of-the-councils,nabni,Nabni,IQ-BG,Baghdad,9" in shown
    opened.save()
    assert kept(opened) == [("holds_seats", "nabni", "IQ-BG", "9")]


def test_all_that_is_stated_is_accepted_in_one_act(review: Open) -> None:
    """Accepting what is stated leaves what is proposed to decisions."""
    opened = review()
    opened.act({"act": "accept_stated"})
    said = {one.certainty: one.said for one in opened.state.items.values() if one.predicate}
    assert said["stated"] is Said.ACCEPTED
    assert all(one.said is Said.OPEN for one in opened.state.items.values() if one.certainty != "stated")


@pytest.mark.parametrize(
    ("field", "value", "shows"),
    [
        ("place", "Basra", ("object_id", "IQ-BA")),
        ("list", "Azm", ("subject_id", "azm")),
        ("unit", "votes", ("predicate", "votes")),
        ("election", "iq-2013-governorates", ("election", "iq-2013-governorates")),
    ],
)
def test_a_table_is_set_in_one_act_and_undone(review: Open, field: str, value: str, shows: tuple[str, str]) -> None:
    """Place, list, unit or election of a whole table are set at once; undo brings back what was."""
    opened = review()
    before = dict(opened.state.items)
    table = next(place for place, block in enumerate(opened.blocks) if block.table)
    opened.act({"act": "set", "block": table, "field": field, "value": value})
    first = item_at(opened, 0)
    assert getattr(first, shows[0]) == shows[1]
    opened.act({"act": "undo"})
    assert opened.state.items == before


def item_at(review: Review, id: int) -> Any:
    """An item by its number."""
    return review.state.items[id]


def test_a_figure_that_was_not_read_becomes_a_claim(review: Open) -> None:
    """A person can say what a figure is of; it is accepted with its line as its place."""
    opened = review()
    unread = next(one for one in opened.state.items.values() if not one.predicate and one.value == 5)
    said = {"predicate": "holds_seats", "subject": "Azm", "object": "Najaf", "value": "5"}
    opened.act({"act": "edit", "id": unread.id, **said})
    opened.save()
    assert kept(opened) == [("holds_seats", "azm", "IQ-NA", "5")]


def test_the_role_of_a_column_is_said_and_remembered(review: Open) -> None:
    """A column that is said to be votes reads as votes, and reads so in the publisher's next report."""
    text = REPORT.replace("| List | Votes | Seats |", "| List | Zat | Seats |")
    opened = review(text)
    opened.act({"act": "columns", "role": "votes", "header": "Zat"})
    assert item(opened, "votes", "Nabni").value == 120_000
    opened.act({"act": "accept", "ids": [item(opened, "votes", "Nabni").id]})
    opened.save()
    again = review(text.replace("120,000", "125,000"), "next.md")
    assert item(again, "votes", "Nabni").value == 125_000


def test_what_the_folder_says_already_is_asked_no_more(review: Open) -> None:
    """Of the next edition of a page only what changed is to decide."""
    opened = review()
    opened.act({"act": "accept", "ids": [one.id for one in opened.state.items.values() if one.predicate]})
    opened.save()
    again = review(REPORT.replace("| 100,000 | 6 |", "| 100,000 | 7 |"), "next.md")
    fresh = [one for one in again.state.items.values() if one.predicate and not one.kept]
    assert [(one.predicate, one.subject, one.value) for one in fresh if one.subject == "State of Law"] == [
        ("holds_seats", "State of Law", 7)
    ]


def test_a_review_that_was_broken_off_goes_on(review: Open, tmp_path: Path) -> None:
    """What was said is there when the same document is opened again, and gone once it is saved."""
    autosave = tmp_path / "cache" / "review.json"
    opened = review(autosave=autosave)
    opened.act({"act": "accept", "ids": [0]})
    again = review(autosave=autosave)
    assert again.state.items[0].said is Said.ACCEPTED
    again.save()
    assert not autosave.exists()


def test_a_review_that_was_broken_off_keeps_the_roles_of_columns(review: Open, tmp_path: Path) -> None:
    """A column that was said to be votes still is when the same document is opened again."""
    autosave = tmp_path / "cache" / "review.json"
    text = REPORT.replace("| List | Votes | Seats |", "| List | Zat | Seats |")
    review(text, autosave=autosave).act({"act": "columns", "role": "votes", "header": "Zat"})
    assert item(review(text, autosave=autosave), "votes", "Nabni").value == 120_000


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ({"act": "run"}, "is no act"),
        ({"act": "edit", "id": 0, "predicate": "owns"}, "no predicate 'owns'"),
        ({"act": "edit", "id": 0, "value": "many"}, "write a number"),
        ({"act": "edit", "id": 0, "election": "x"}, "no election 'x'"),
        ({"act": "set", "ids": [0], "field": "unit", "value": "goats"}, "no unit 'goats'"),
        ({"act": "set", "ids": [0], "field": "election", "value": "x"}, "no election 'x'"),
        ({"act": "name", "kind": "list", "text": "Reed Party", "entity": "IQ-BG"}, "no list 'IQ-BG'"),
        ({"act": "edit"}, "cannot be carried out"),
    ],
)
def test_what_is_no_act_changes_nothing(review: Open, act: dict[str, Any], words: str) -> None:
    """An act that cannot be is refused in words, and the review is as it was."""
    opened = review()
    before = dict(opened.state.items)
    with pytest.raises(UsageError, match=words):
        opened.act(act)
    assert opened.state.items == before


# --- Who may write -----------------------------------------------------------------------------------


@pytest.fixture
def client(review: Open) -> TestClient:
    """A browser at the address of a review."""
    return TestClient(application(review(), TOKEN), base_url=HERE, raise_server_exceptions=False)


def test_the_page_answers_at_its_token_alone(client: TestClient) -> None:
    """Without the token there is no page, no data and nothing to write to."""
    assert client.get(f"/{TOKEN}/").status_code == 200
    assert "State of Law" in client.get(f"/{TOKEN}/state.json").json()["html"]
    for path in ("/", "/other/", "/state.json", "/other/state.json"):
        assert client.get(path).status_code == 404
    assert client.post("/other/act", json={"act": "undo"}).status_code == 404


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, "{}", 403),
        ({"Origin": HERE, "Sec-Fetch-Site": "cross-site"}, "{}", 403),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "act=undo", 415),
        ({"Content-Type": "text/plain"}, "{}", 415),
        ({"Host": "elsewhere.example"}, "{}", 421),
        ({}, "no json", 400),
        ({}, "[]", 400),
        ({}, "[" * 400_000, 400),
        ({}, '{"a":' * 100_000, 400),
        ({}, '{"act": {"a": 1}}', 400),
        ({}, '{"act": "edit", "id": 0, "subject": "\\ud800"}', 400),
        ({}, '{"act": "accept", "ids": [1e400]}', 400),
        ({}, '{"act": "accept", "ids": [Infinity]}', 400),
    ],
)
def test_another_site_cannot_write(client: TestClient, headers: dict[str, str], body: str, status: int) -> None:
    """Another origin, another host, a plain form: none of them is an act, even with the token."""
    sent = {"Content-Type": "application/json", **headers}
    assert client.post(f"/{TOKEN}/act", content=body, headers=sent).status_code == status
    assert client.get(f"/{TOKEN}/state.json").status_code == 200


def test_acts_and_saving_go_over_the_wire(client: TestClient, tmp_path: Path) -> None:
    """The page's own requests accept, show the difference and write it; an error comes in words."""
    assert client.post(f"/{TOKEN}/act", json={"act": "accept", "ids": [0]}).json()["undo"] == 1
    assert "+++" in client.post(f"/{TOKEN}/diff", json={}).json()["diff"]
    assert client.post(f"/{TOKEN}/save", json={}).json()["saved"] is True
    assert list((tmp_path / "mine" / "statements").glob("*.csv"))
    wrong = client.post(f"/{TOKEN}/act", json={"act": "run"})
    assert (wrong.status_code, "is no act" in wrong.json()["error"]) == (400, True)


@pytest.mark.parametrize("at", ["9" * 5000, "-1", "x", "²", ""])
def test_a_request_may_stand_nowhere(client: TestClient, at: str) -> None:
    """A claim that the page cannot stand at is none: the state is shown."""
    assert client.get(f"/{TOKEN}/state.json", params={"at": at}).status_code == 200


def test_a_document_without_headings_is_reviewed(review: Open) -> None:
    """It has no sections, and its claims are there."""
    opened = review(f"---\nelection: {OF}\n---\nNabni won 3 seats in Najaf.\n", "report.txt")
    assert opened.blocks == []
    assert item(opened, "holds_seats", "Nabni", "Najaf").value == 3


@pytest.mark.parametrize("kept", ["[" * 5000, "[]", "5", '{"items": [], "names": [], "columns": {}}'])
def test_what_is_no_broken_off_review_is_none(review: Open, tmp_path: Path, kept: str) -> None:
    """A file of a review that says something else is not taken up, and the review begins anew."""
    (tmp_path / "kept.json").write_text(kept, encoding="utf-8")
    assert review(autosave=tmp_path / "kept.json").queue()


def test_a_slow_client_keeps_no_connection_to_a_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a review waits for nobody longer than the server does."""
    started: list[uvicorn.Server] = []
    monkeypatch.setattr("majlis.commands.review.end_on_signals", lambda: None)
    monkeypatch.setattr(uvicorn.Server, "run", lambda server, sockets: started.append(server))
    (tmp_path / "report.txt").write_text("Najaf\n- Nabni: 3 seats\n", encoding="utf-8")
    done = run_here("review", tmp_path / "report.txt", "--into", tmp_path / "mine", "--election", OF)
    assert done.returncode == 0, done.stderr
    assert started[0].config.http is PunctualProtocol


def test_the_page_runs_no_script_but_its_own(client: TestClient) -> None:
    """Its policy allows its own files alone, and no text of the document stands in the page as markup."""
    page = client.get(f"/{TOKEN}/?lang=ar")
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert 'dir="rtl"' in page.text
    assert "onerror" not in page.text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")
def test_a_save_that_is_killed_leaves_whole_tables_and_is_told(review: Open, tmp_path: Path, registry: Any) -> None:
    """Killed at any file, before it is written or before it takes its place, all tables are the old or the new ones.

    The next start says what happened; and saving again comes to what one save does.
    """
    autosave = tmp_path / "cache" / "review.json"

    def begun() -> Review:
        opened = review(autosave=autosave)
        opened.act({"act": "name", "kind": "list", "text": "Reed Party"})
        opened.act({"act": "accept", "ids": list(opened.state.items)})
        opened.act({"act": "columns", "role": "votes", "header": "Votes"})
        return opened

    def tables() -> dict[str, str]:
        return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.csv")}

    folder = tmp_path / "mine"
    begun().save()
    whole = tables()
    shutil.rmtree(folder)
    make_folder(folder)
    empty = tables()
    assert len([name for name in whole if whole[name] != empty.get(name)]) >= 5
    seen = set()
    for step in ("fdopen", "replace"):
        for at in range(1, 6):
            shutil.rmtree(folder)
            autosave.unlink(missing_ok=True)
            opened = begun()
            assert tables() == empty
            if _killed(opened, step, at):
                left = [path for path in folder.rglob(".*.tmp") if path.is_file()]
                assert left
                for path in left:
                    os.utime(path, (1, 1))  # as by the time that somebody starts again
                told = clear_broken_off(folder)
                assert told
                assert "ended in the middle" in told
                assert clear_broken_off(folder) is None
            assert not list(folder.rglob(".*.tmp"))
            now = tables()
            assert now in (whole, empty)
            seen.add(now == whole)
            gather(data_folder(), over=[folder])  # every claim has its source
            again = review(autosave=autosave)
            assert again.taken_up
            again.save()
            assert tables() == whole
    assert seen == {True, False}  # it was killed before and after the save counted


def _killed(opened: Review, step: str, at: int) -> bool:
    """Save in a copy of this process that is killed when it comes to a step for the `at`-th time; whether it was."""
    child = os.fork()
    if not child:
        real: Callable[..., Any] = getattr(os, step) if step == "fdopen" else Path.replace
        count = 0

        def counted(*given: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **more)

        setattr(os if step == "fdopen" else Path, step, counted)
        opened.save()
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL
