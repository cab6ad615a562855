"""The Popolo export: who is what, in one document whose ids all lead somewhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.model import Knowledge
from graph.stores.embedded import EmbeddedStore
from majlis.cli import main
from majlis.exports.popolo import popolo

Document = dict[str, list[dict[str, Any]]]
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
# What each class of Popolo may have, and what of it leads to which class.
FIELDS = {
    "persons": "id name other_names identifiers birth_date sources",
    "organizations": "id name other_names identifiers classification area_id founding_date dissolution_date sources",
    "posts": "id label role organization_id area_id sources",
    "memberships": "id role member person_id organization_id post_id on_behalf_of_id area_id start_date end_date "
    "seats reserved_for event_id sources",
    "areas": "id name other_names identifiers identifier classification sources",
    "events": "id name other_names identifiers classification start_date end_date sources",
}
LEADS_TO = {
    "person_id": "persons",
    "organization_id": "organizations",
    "on_behalf_of_id": "organizations",
    "post_id": "posts",
    "area_id": "areas",
    "event_id": "events",
}


@pytest.fixture(scope="module")
def document(store: EmbeddedStore) -> Document:
    """The shipped graph as Popolo."""
    return popolo(store)


def items(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every item with its class."""
    return ((name, item) for name, rows in document.items() for item in rows)


def test_each_class_has_its_own_fields_and_none_empty(document: Document) -> None:
    """No item has a field that its class does not know, or one without a value."""
    assert list(document) == list(FIELDS)
    for name, item in items(document):
        assert set(item) <= set(FIELDS[name].split()), item
        assert all(value not in (None, "", []) for value in item.values()), item


def test_every_id_is_its_own_and_leads_somewhere(document: Document) -> None:
    """Within a class an id stands once, and what an item names exists."""
    for rows in document.values():
        assert [id for id, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    ids = {name: {row["id"] for row in rows} for name, rows in document.items()}
    for _, item in items(document):
        for field, name in LEADS_TO.items():
            assert field not in item or item[field] in ids[name], item
        if "member" in item:
            assert item["member"]["id"] in ids["organizations"]


def test_dates_are_as_popolo_wants_them(document: Document) -> None:
    """A date is a year, a month or a day, as precise as its source, and nothing else."""
    dates = [str(value) for _, item in items(document) for field, value in item.items() if field.endswith("_date")]
    assert [date for date in dates if not _DATE.fullmatch(date)] == []
    assert {len(date) for date in dates} == {4, 7, 10}


def test_the_seats_of_the_councils_are_there_each_once(document: Document) -> None:
    """All seats of 2023 are memberships in councils; State of Law has 9 of Baghdad's, without names."""
    seats = [item for item in document["memberships"] if item.get("event_id") == "iq-2023-governorates"]
    assert len({item["organization_id"] for item in seats}) == 15
    assert sum(item["seats"] for item in seats) == 285
    (baghdad,) = (
        item for item in seats if item.get("on_behalf_of_id") == "state-of-law" and item["area_id"] == "IQ-BG"
    )
    assert (baghdad["seats"], baghdad["role"], "person_id" in baghdad) == (9, "member", False)
    assert any(source["note"].endswith("Baghdad, item 1") for source in baghdad["sources"])


def test_the_seats_of_a_parliament_are_not_those_of_a_council(document: Document) -> None:
    """Seats that Baghdad filled in 2025 are in the Council of Representatives; no election filled councils of Erbil."""
    seats = [item for item in document["memberships"] if item.get("event_id") == "iq-2025-representatives"]
    assert {item["organization_id"] for item in seats} == {"iq-council-of-representatives"}
    assert "IQ-BG" in {item["area_id"] for item in seats}
    (speaker,) = (post for post in document["posts"] if post["id"] == "speaker-of-the-council-of-representatives")
    assert (speaker["organization_id"], "area_id" in speaker) == ("iq-council-of-representatives", False)
    assert "council-IQ-AR" not in {item["id"] for item in document["organizations"]}


def test_a_figure_has_names_identifiers_offices_and_lists(document: Document) -> None:
    """Maliki has his name in Arabic, his dates as prime minister, and the list that he leads."""
    (maliki,) = (item for item in document["persons"] if item["id"] == "nouri-al-maliki")
    assert {"name": "نوري المالكي", "lang": "ar"} in maliki["other_names"]
    assert maliki["birth_date"].startswith("1950")
    mine = [item for item in document["memberships"] if item.get("person_id") == maliki["id"]]
    terms = [(item["post_id"], item["start_date"], item.get("end_date")) for item in mine if "post_id" in item]
    assert ("prime-minister-of-iraq", "2006-05-20", "2014-09-08") in terms
    led = {item["organization_id"] for item in mine if item["role"] == "leader"}
    assert "state-of-law" in led
    assert all(item["sources"] for item in mine)


def test_a_party_is_a_member_as_an_organisation(document: Document) -> None:
    """A member that is a party or an alliance is named as an organisation, and is nobody's person."""
    found = [item for item in document["memberships"] if "member" in item]
    assert found
    assert all(item["member"]["@type"] == "Organization" and "person_id" not in item for item in found)


def test_a_forecast_is_no_membership(document: Document, knowledge: Knowledge) -> None:
    """Who was only expected to join a list before the vote is no member of it."""
    expected = {(claim.subject, claim.object) for claim in knowledge.statements if claim.predicate == "expected_in"}
    joined = {(claim.subject, claim.object) for claim in knowledge.statements if claim.predicate == "member_of"}
    told = {
        (item.get("person_id") or item["member"]["id"], item.get("organization_id"))
        for item in document["memberships"]
        if "person_id" in item or "member" in item
    }
    assert expected - joined
    assert not (expected - joined) & told


def test_the_command_writes_it(tmp_path: Path) -> None:
    """`majlis export popolo -o FILE` writes the document as JSON."""
    path = tmp_path / "popolo.json"
    done = CliRunner().invoke(main, ["export", "popolo", "-o", str(path)], catch_exceptions=False)
    assert done.exit_code == 0
    assert list(json.loads(path.read_text(encoding="utf-8"))) == list(FIELDS)
