"""Where X holds seats: golden answers of the Iraqi governorate council elections of 2023."""

from __future__ import annotations

import json

import pytest

from graph.errors import CannotAnswerError
from majlis.pictures.areas import areas_of
from majlis.terminal.where import where_text
from majlis.wording.forms import Language
from majlis.wording.where import where_sentence
from queries.disputed import Span
from queries.plain import Named, Note
from queries.view import GraphView
from queries.where import Where, where
from queries.who import NOT_KNOWN, who

from .made import country


def by_name(answer: Where) -> dict[str, str]:
    """The status of each council."""
    return {council.name: council.status for council in answer.provinces}


def test_the_totals_of_lists_are_those_of_their_councils(graph: GraphView, published: GraphView) -> None:
    """Each list has the seats, in as many councils, that the query of all totals gives it, whose rows are golden."""
    for known in (graph, published):
        for row in known.run("totals_by_list", election=known.election().id):
            answer = where(known, row["list"])
            councils = sum(held.relation == "own" for place in answer.provinces for held in place.lists)
            assert (answer.totals["own"], councils) == (row["seats"], row["councils"])
            told = {source.id for source in answer.sources}
            for place in answer.provinces:
                if place.status in ("seats", "shared"):
                    assert place.statements
                    assert place.sources
                    assert set(place.sources) <= told


def test_seats_on_a_joint_list_are_shared_and_not_counted(graph: GraphView) -> None:
    """State of Law was reported to join National Diyala: its part of the 4 seats is not reported."""
    answer = where(graph, "State of Law")
    diyala = next(council for council in answer.provinces if council.id == "IQ-DI")
    assert (diyala.status, diyala.seats, diyala.standing) == ("shared", None, "reported")
    assert [(held.id, held.seats) for held in diyala.lists] == [("national-diyala", 4)]
    (expected,) = [note for note in answer.notes if note.code == "expected"]
    assert expected.values["list"] == Named("national-diyala", "National Diyala Alliance")
    assert expected.values["seats"] == Span(4, 4)


def test_none_is_said_only_where_every_seat_is_accounted_for(published: GraphView) -> None:
    """Taqaddum has none in Karbala (13 of 13); the published list leaves 2 of Kirkuk's 16 seats open: unknown."""
    answer = where(published, "Taqaddum")
    assert by_name(answer)["Karbala"] == "none"
    assert by_name(answer)["Kirkuk"] == "unknown"
    kirkuk = next(council for council in answer.provinces if council.id == "IQ-KI")
    assert (kirkuk.council_size, kirkuk.accounted, kirkuk.missing, kirkuk.seats) == (16, 14, 2, None)
    assert answer.minimum


@pytest.mark.parametrize("name", ["Nabni", "Azm", "Coordination Framework", "Halbousi", "Tasmim"])
def test_nobody_without_a_seat_in_kirkuk_is_said_to_have_none(published: GraphView, name: str) -> None:
    """The published list leaves two of Kirkuk's seats open, so whoever is not named there is unknown."""
    assert by_name(where(published, name))["Kirkuk"] == "unknown"


def test_a_name_without_a_known_list_may_hold_any_seat(graph: GraphView, published: GraphView) -> None:
    """No list of Ali Dawai is known: seats that are or are not accounted for tell nothing of his, "0 to 0" least."""
    for known in (graph, published):
        answer = where(known, "ali-dawai")
        assert set(by_name(answer).values()) == {"unknown"}
        assert {council.perhaps for council in answer.provinces} == {None}
        assert {area.words for area in areas_of(answer) if area.status == "unknown"} == {"unknown"}
    kirkuk = next(council for council in where(published, "Taqaddum").provinces if council.id == "IQ-KI")
    assert kirkuk.perhaps == 2


@pytest.mark.parametrize("name", ["Sadr", "Sadrist Movement", "مقتدى الصدر", "Al-Wataniya"])
def test_a_boycott_is_no_zero(graph: GraphView, name: str) -> None:
    """Al-Sadr, his movement and Al-Wataniya boycotted: they did not stand, and no number is given."""
    answer = where(graph, name)
    assert (answer.status, answer.total) == ("did_not_stand", None)
    assert set(by_name(answer).values()) == {"did_not_stand"}
    assert answer.sources


def test_a_bloc_counts_each_list_once(graph: GraphView) -> None:
    """The Coordination Framework's three national lists have 43 + 35 + 24 = 102 seats."""
    answer = where(graph, "Coordination Framework")
    assert answer.totals == {"own": None, "led": None, "shared": None, "member": 102}
    assert {item.id for item in answer.lists} == {"nabni", "state-of-law", "national-state-forces"}


def test_a_figure_without_a_list_is_unknown(graph: GraphView) -> None:
    """The prime minister led no list of this election, so nothing is claimed."""
    answer = where(graph, "Sudani")
    assert (answer.status, answer.total) == ("unknown", None)
    assert set(by_name(answer).values()) == {"unknown"}


def test_a_member_of_a_list_shares_its_seats(graph: GraphView) -> None:
    """The Badr Organization is part of Nabni (43) and was expected in National Diyala (4)."""
    answer = where(graph, "Badr")
    assert (answer.status, answer.total) == ("shared", None)
    assert answer.totals == {"own": None, "led": None, "shared": 47, "member": None}


def test_a_person_on_the_ballot_is_a_list(graph: GraphView) -> None:
    """Riad Abdel Wahed is a list of one, with one seat in Maysan."""
    answer = where(graph, "Riad Abdel Wahed")
    assert (answer.subject.candidate.kind.value, answer.totals["own"]) == ("figure", 1)
    assert [council.name for council in answer.provinces if council.seats] == ["Maysan"]


def test_dissent_on_the_rank_is_marked_and_leaves_the_seats_alone(graph: GraphView) -> None:
    """The press report ranks State of Law both 2nd and 3rd in Babil and Wasit; the seats are not disputed."""
    answer = where(graph, "Maliki")
    assert {council.name for council in answer.provinces if council.dissent} == {"Babil", "Wasit"}
    assert not any(council.disputed for council in answer.provinces)


def test_none_that_rests_on_an_inferred_size_says_so(graph: GraphView) -> None:
    """Anbar's council size is inferred, Karbala's is reported: `none` has the weaker standing."""
    councils = {council.name: council for council in where(graph, "Taqaddum").provinces}
    assert councils["Karbala"].standing == "reported"
    assert councils["Babil"].standing == "inferred"
    (note,) = [note for note in where(graph, "Taqaddum").notes if note.code == "none_if_inferred"]
    named = {place.name for place in note.values["provinces"]}  # type: ignore[attr-defined]
    assert "Babil" in named
    assert "Karbala" not in named


def test_a_province_points_to_who(graph: GraphView) -> None:
    """A province holds no seats: the error says which question to ask."""
    with pytest.raises(CannotAnswerError, match="majlis who Erbil") as caught:
        where(graph, "Erbil")
    assert caught.value.answer["error"] == "province"


def test_an_answer_is_plain_data_and_the_same_twice(graph: GraphView) -> None:
    """Two runs give the same bytes, with the keys in the order of the design."""
    first, second = (json.dumps(where(graph, "Maliki").to_dict()) for _ in range(2))
    assert first == second
    assert list(json.loads(first)) == [
        "asked", "subject", "election", "body", "data_version", "status", "totals", "total", "minimum", "lists",
        "no_vote", "provinces", "sources", "notes", "note_codes",
    ]  # fmt: skip


def test_a_word_that_is_also_a_provinces_is_answered_and_said(graph: GraphView) -> None:
    """Babylon holds seats as a party; the answer says that it is a province too."""
    answer = where(graph, "Babylon")
    assert answer.subject.candidate.id == "babylon-movement"
    assert answer.notes[0] == Note("also_province", {"asked": "Babylon", "province": Named("IQ-BB", "Babil")})


# --- Disputed numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "seats", "most", "place", "tied"),
    [("Nabni", 8, 9, None, ()), ("State of Law", 9, 9, 1, ()), ("Taqaddum", 8, 8, None, ())],
)
def test_a_disputed_number_leaves_places_open(
    disputed: GraphView, name: str, seats: int, most: int, place: int | None, tied: tuple[str, ...]
) -> None:
    """Two papers give Nabni 8 and 9 seats: neither its place nor that of a list with 8 is known, that of 9 is."""
    baghdad = next(council for council in where(disputed, name).provinces if council.id == "IQ-BG")
    (held,) = baghdad.lists
    assert (baghdad.seats, baghdad.most) == (held.seats, held.most) == (seats, most)
    assert (held.rank, held.tied_with) == (place, tied)
    assert [(row["most"], row["rank"]) for row in baghdad.to_dict()["lists"]] == [(most, place)]


def test_where_and_who_agree_on_places(disputed: GraphView, graph: GraphView) -> None:
    """A list has the same numbers, place and company in the answer about it and in the one about its council."""
    for asked_graph in (disputed, graph):
        for list in ("Nabni", "State of Law", "Taqaddum"):
            for council in where(asked_graph, list).provinces:
                holders = {item.id: item for item in who(asked_graph, council.id).lists}
                for held in council.lists:
                    item = holders[held.id]
                    assert (held.seats, held.most) == (item.seats, item.most)
                    assert (held.rank, held.tied_with) == (item.rank, item.tied_with)


def test_disputed_seats_are_told_with_both_numbers(disputed: GraphView) -> None:
    """The line of a council and the sentence about all of them say from which number to which."""
    answer = where(disputed, "Nabni")
    assert [(item.total, item.most, item.to_dict()["most"]) for item in answer.lists] == [(48, 50, 50)]
    assert "Nabni (We Build) Alliance won 48 to 50 of 285 seats" in where_sentence(answer)
    assert "48 إلى 50 مقعدًا من أصل 285" in where_sentence(answer, Language("ar"))
    (line,) = [line for line in where_text(answer).splitlines() if line.startswith("Baghdad")]
    assert line.startswith("Baghdad   8 or 9 of 52  15.4% or 17.3%  ########  place open")
    disputed = (Named("IQ-BG", "Baghdad"), Named("IQ-MU", "Muthanna"))
    assert Note("minimum_disputed", {"provinces": disputed}) in answer.notes


# --- Provinces of which nothing is known at an election, and those of another country -----------------


@pytest.fixture
def two_countries() -> GraphView:
    """Two northern elections, one southern one, one to come; nothing at all is known of Skerry."""
    return country("two_countries")


@pytest.mark.parametrize(
    ("election", "expected"),
    [
        ("north-2024", {"Northmark": "none", "Fell": "unknown", "Skerry": "unknown"}),
        ("north-2020", {"Northmark": "unknown", "Skerry": "unknown"}),
        ("south-2022", {"Southmark": "seats", "Skerry": "unknown"}),
        ("next-2028", {"Northmark": "unknown", "Fell": "unknown", "Skerry": "unknown", "Southmark": "unknown"}),
    ],
)
def test_a_province_without_evidence_is_unknown_unless_it_votes_elsewhere(
    two_countries: GraphView, election: str, expected: dict[str, str]
) -> None:
    """Unknown is said of each province but those that are known from elections of other provinces only."""
    answer = where(two_countries, "Suns", election)
    assert by_name(answer) == expected
    assert [place.name for place in answer.no_vote] == (["Fell"] if election == "north-2020" else [])
    assert answer.status == ("seats" if election == "south-2022" else "unknown")


def test_a_council_of_another_country_is_not_known(two_countries: GraphView) -> None:
    """Who has the seats of a southern council at a northern election, and of one without evidence, is not known."""
    for place in ("Southmark", "Fell", "Skerry"):
        assert (who(two_countries, place, "north-2024").status, who(two_countries, place).lists) == (NOT_KNOWN, ())


def test_the_councils_of_an_election_are_read_once(two_countries: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second question about an election reads its provinces no more, one about another election does."""
    run, read = two_countries.run, []
    monkeypatch.setattr(two_countries, "run", lambda name, **given: read.append((name, given)) or run(name, **given))
    for election in ("north-2024", "north-2024", "south-2022", "north-2024"):
        where(two_countries, "Reds", election)
    assert [given["election"] for name, given in read if name == "councils"] == ["north-2024", "south-2022"]
