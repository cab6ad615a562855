"""Where X holds seats: golden answers of the Iraqi governorate council elections of 2023."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import CannotAnswerError
from majlis.pictures.areas import areas_of
from majlis.terminal.where import where_text
from majlis.wording.forms import Language
from majlis.wording.where import where_sentence
from queries.council_seats import council_seats
from queries.disputed import Span
from queries.plain import Named, Note
from queries.view import GraphView
from queries.view.evidence import SourceLine, sorted_sources
from queries.where import where
from queries.where.answer import Where
from queries.who import who
from queries.who.answer import NOT_KNOWN

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
    """The Framework has three national lists with 43 + 35 + 24 = 102 seats; what they joined is told apart."""
    answer = where(graph, "Coordination Framework")
    assert (answer.total, answer.totals["own"], answer.totals["led"], answer.totals["member"]) == (102, None, None, 102)
    members = {item.id for item in answer.lists if item.relation == "member"}
    assert members == {"nabni", "state-of-law", "national-state-forces"}
    assert by_name(answer)["Diyala"] == "shared"


def test_a_figure_without_a_list_is_unknown(graph: GraphView) -> None:
    """A former prime minister led no list of this election, so nothing is claimed."""
    answer = where(graph, "Kadhimi")
    assert (answer.status, answer.total) == ("unknown", None)
    assert set(by_name(answer).values()) == {"unknown"}


def test_the_prime_minister_did_not_stand_for_the_councils(graph: GraphView) -> None:
    """Two pages of 2025 say that al-Sudani took no part in 2023; that is no boycott, and no zero."""
    answer = where(graph, "Sudani")
    assert (answer.status, answer.total, codes(answer)[0]) == ("did_not_stand", None, "did_not_stand")
    assert {source for council in answer.provinces for source in council.sources} == {
        "alwathika-128763", "alwathika-129372",
    }  # fmt: skip


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


def test_dissent_on_the_rank_marks_no_seat(graph: GraphView) -> None:
    """The press report ranks State of Law both 2nd and 3rd in Babil and Wasit: nobody says other seats."""
    answer = where(graph, "Maliki")
    assert not any(council.dissent or council.disputed for council in answer.provinces)
    assert not any(line.endswith("!") for line in where_text(answer).splitlines())


def test_none_that_rests_on_an_inferred_size_says_so(graph: GraphView) -> None:
    """Anbar's council size is inferred, Karbala's is reported: `none` has the weaker standing."""
    councils = {council.name: council for council in where(graph, "Taqaddum").provinces}
    assert councils["Karbala"].standing == "reported"
    assert councils["Babil"].standing == "inferred"
    assert (councils["Karbala"].size_inferred, councils["Babil"].size_inferred) == (False, True)
    text = " ".join(where_text(where(graph, "Taqaddum")).split())
    assert re.search(r"None on its own list: Babil\*,.* Karbala,", text)
    assert "* size worked out from the seats" in text


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
    assert "48 إلى 50 مقعداً من أصل 285" in where_sentence(answer, Language("ar"))
    (line,) = [line for line in where_text(answer).splitlines() if line.startswith("Baghdad")]
    assert re.match(r"Baghdad +8 or 9 of 52 +15.4% or 17.3%  ########  place open", line)
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


def test_the_evidence_of_a_fact_is_read_once(two_countries: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands behind a fact is read when it is first asked for, and says the same when it is asked again."""
    fact = two_countries.run("seats_flat")[0]["fact"]
    first = two_countries.evidence([fact])
    monkeypatch.setattr(two_countries, "run", lambda name, **given: pytest.fail(f"{name} is read again"))
    assert two_countries.evidence([fact]) == first
    assert first[0][fact].statements and first[1]


def test_a_place_in_a_council_is_that_of_the_query(graph: GraphView, disputed: GraphView) -> None:
    """The place of each list by seats, and who shares it, are those that `seats_of_lists` counts in the graph."""
    for view in (graph, disputed):
        elections = [election.id for election in view.elections]
        lists = sorted({row["list"] for row in view.run("seats_flat")})
        rows = view.run("seats_of_lists", lists=lists, election=elections)
        assert rows
        for row in rows:
            place = view.once(council_seats, view.election(row["election"])).place({**row, "id": row["list"]})
            rank = row["ahead"] + 1 if row["ahead"] == row["perhaps_ahead"] else None
            assert place == (rank, tuple(sorted(row["tied"]))), row


# --- What is said in words, what is known of who has no list, and how a name was read ------------------


@pytest.fixture(scope="module")
def in_words() -> GraphView:
    """Groups that sources speak of in words, who did not stand, and leaders of other times."""
    return country("in_words")


def codes(answer: Where) -> list[str]:
    """The codes of the notes that are not about days."""
    return [note.code for note in answer.notes if note.code != "as_won"]


def test_a_bloc_of_which_a_source_speaks_in_words_is_not_said_to_have_none(in_words: GraphView) -> None:
    """All forces of the Coast Group were expected in Westmark First, and 2 seats of Northmark are its members'."""
    answer = where(in_words, "Coast Group", "e-2025")
    assert by_name(answer) == {"Southmark": "seats", "Northmark": "unknown", "Westmark": "unknown"}
    assert [(council.reported, council.perhaps) for council in answer.provinces[1:]] == [(1, None), (1, None)]
    seats, expected = (note for note in answer.notes if note.code.startswith("reported"))
    assert (seats.values["seats"], seats.values["province"]) == (2, Named("P-N", "Northmark"))
    assert expected.values["list"] == Named("west", "Westmark First")
    assert "herald" in {source.id for source in answer.sources}
    assert "Unknown: Northmark (reported in words [2] p. 2), Westmark (reported" in " ".join(where_text(answer).split())


def test_a_longer_name_in_a_text_is_not_the_shorter_one(in_words: GraphView) -> None:
    """Of "friends of Coast Group Youth" none is said to be the Coast Group's."""
    assert in_words.resolver.named_in("friends of Coast Group Youth") == {"coast-youth"}
    assert in_words.resolver.named_in("all forces of the COAST Group") == {"coast"}


def test_the_framework_is_reported_in_nineveh_and_saladin(graph: GraphView) -> None:
    """Cited pages expected all of its forces there and count 12 seats in Nineveh; Kirkuk and Anbar have none of it."""
    answer = where(graph, "Coordination Framework", "iq-2023-governorates")
    expected = {"Nineveh": "unknown", "Saladin": "unknown", "Anbar": "none", "Kirkuk": "none"}
    assert expected.items() <= by_name(answer).items()
    assert 12 in [note.values["seats"] for note in answer.notes if note.code == "reported_seats"]


def test_what_is_known_of_who_has_no_list_is_said(in_words: GraphView) -> None:
    """A leader whose term ended, an office, and the members of a bloc at another election; the status stays unknown."""
    cyd, old = (where(in_words, name, "e-2025") for name in ("Cyd Vang", "Old Group"))
    assert {cyd.status, old.status} == {"unknown"}
    assert where_sentence(cyd) == (
        "11 May 2025: No list of this election is known to be Cyd Vang's own, nor one that Cyd Vang led or joined. "
        "Lists of Cyd Vang at other times: Greens (led, 2021). Offices of Cyd Vang: Chair of Northmark (2022 to 2024)."
    )
    assert where_sentence(old).endswith("Members of Old Group at other times: Greens (joined, 2021).")
    dan = where(in_words, "Dan Rask", "e-2025")
    assert where_sentence(dan).endswith("Lists of Dan Rask at other times: Greens (led, 2019 to 28 Oct 2024).")
    assert "قوائم \u2068Dan Rask\u2069 في أوقات أخرى: \u2068Greens\u2069" in where_sentence(dan, Language("ar"))


def test_who_did_not_stand_is_not_said_to_have_boycotted(in_words: GraphView, graph: GraphView) -> None:
    """The Greens did not stand in 2025, nor did Gorran for the house: no zero, no boycott."""
    greens, gorran = where(in_words, "Greens", "e-2025"), where(graph, "Gorran", "iq-2025-representatives")
    for answer in (greens, gorran):
        assert (answer.status, set(by_name(answer).values())) == ("did_not_stand", {"did_not_stand"})
        assert "did_not_stand" in codes(answer)
        assert "boycotted" not in codes(answer)
    assert where_sentence(greens) == "Greens did not stand in the election of 11 May 2025."


def test_a_preliminary_number_beside_a_final_one_is_no_dissent(in_words: GraphView) -> None:
    """The Reds' early 3 of Southmark mark nothing, the Blues' 6 of another final count does; places mark nothing."""
    reds, blues = (where(in_words, name, "e-2025").provinces[0] for name in ("Reds", "Blues"))
    assert (reds.name, reds.seats, reds.dissent) == ("Southmark", 5, False)
    assert (blues.name, blues.seats, blues.dissent) == ("Northmark", 7, True)
    marked = {place: [item.dissent for item in who(in_words, place, "e-2025").lists] for place in ("P-S", "P-N")}
    assert marked == {"P-S": [False], "P-N": [True]}


def test_a_family_name_says_who_else_bears_it(in_words: GraphView) -> None:
    """Lind alone is Ada Lind, and Bo Lind is called so too, also misspelt; asked by the whole name nothing is said."""
    for asked in ("Lind", "Lindd"):
        assert where(in_words, asked, "e-2025").notes[0] == Note("also_called", {"names": (Named("bo", "Bo Lind"),)})
    assert "also_called" not in codes(where(in_words, "Ada Lind", "e-2025"))


def test_a_capital_is_read_as_its_province_and_said(in_words: GraphView) -> None:
    """Fellport is the capital of Northmark; a province that is called like its capital is only itself."""
    note = Note("capital", {"capital": "Fellport", "province": Named("P-N", "Northmark")})
    assert who(in_words, "Fellport", "e-2025").notes[0] == note
    assert "capital" not in [note.code for note in who(in_words, "Southmark", "e-2025").notes]
    with pytest.raises(CannotAnswerError, match="Fellport is the capital of Northmark, which is a province"):
        where(in_words, "Fellport", "e-2025")


def test_a_person_who_stood_alone_has_one_seat(graph: GraphView) -> None:
    """Whoever holds a seat in Baghdad has none in another constituency, whatever is not accounted for there."""
    answer = where(graph, "evan-jabro", "iq-2025-representatives")
    assert (answer.status, answer.total, answer.minimum) == ("seats", 1, False)
    assert {council.status for council in answer.provinces if council.id != "IQ-BG"} == {"none"}
    assert all(council.sources for council in answer.provinces if council.missing)


def test_two_who_ask_at_once_each_get_all_sources(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """What two threads read of sources at the same time is known to both of them afterwards."""
    fresh, names = GraphView(graph.store), ("Nabni", "Kurdistan Democratic Party")

    def slow(sources: Iterable[SourceLine]) -> tuple[SourceLine, ...]:
        time.sleep(0.2)
        return sorted_sources(sources)

    monkeypatch.setattr("queries.view.sorted_sources", slow)
    with ThreadPoolExecutor(2) as threads:
        answers = [*threads.map(lambda name: where(fresh, name).sources, names)]
    assert answers == [where(fresh, name).sources for name in names] == [where(graph, name).sources for name in names]
