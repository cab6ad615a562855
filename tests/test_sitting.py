"""What sits on a day: every body with its seats, side by side, from one election to the next or a stated end."""

from __future__ import annotations

import gc
import json
import re
import weakref
from dataclasses import replace

import pytest

from graph.errors import UsageError
from graph.model import Knowledge
from graph.stores.embedded import EmbeddedStore
from graph.stores.protocol import Row
from majlis.pictures.files import picture_of
from majlis.terminal.history import history_text
from majlis.terminal.sitting import where_sitting_text
from majlis.terminal.where import where_text
from majlis.wording.accounted import coverage_sentence
from majlis.wording.history import history_table
from majlis.wording.notes import note_text
from majlis.wording.where import brief_words, cell_words, summary_words, unsaid_beside, where_sentence
from queries.checking.coverage import coverage
from queries.history import history
from queries.plain import Named
from queries.power.influence import influence
from queries.prepared import run
from queries.sitting import Sitting, sitting, where_all
from queries.then import Renamed, Then, with_changes
from queries.view import GraphView
from queries.where import where, where_many
from queries.where.answer import Where
from queries.who import who

from .made import asked
from .rows import golden

TODAY = "2026-11-28"
HOUSE, COUNCILS, REGION = "iq-2025-representatives", "iq-2023-governorates", "iq-krg-2024-parliament"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day, and no election that questions are about unless they name one."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("MAJLIS_TODAY", TODAY)


@pytest.fixture
def present(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> GraphView:
    """The shipped graph, asked about whatever sits."""
    monkeypatch.setattr(graph, "usual_election", None)
    return graph


def where_now(graph: GraphView, name: str, **options: str) -> Sitting[Where]:
    """Where a name has seats in all that sits."""
    return where_all(graph, where, [name], options)


def test_what_is_stated_of_all_elections_is_asked_once(present: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seats of today, those before and the places of the largest lists read what is stated in one query each."""
    asked: list[str] = []
    run = GraphView.run

    def counted(self: GraphView, name: str, **parameters: object) -> list[Row]:
        asked.append(name)
        return run(self, name, **parameters)

    monkeypatch.setattr(GraphView, "run", counted)
    assert "before: 102 of 447 (2013)" in where_sitting_text(where_now(GraphView(present.store), "Maliki"))
    once = {"members_by_list", "members_listed", "seats_in_all", "stated_none"}
    assert {name: asked.count(name) for name in once} == dict.fromkeys(once, 1)
    assert "house" not in asked
    assert len(asked) <= 40


@pytest.mark.parametrize(
    ("day", "sits"),
    [
        (TODAY, [HOUSE, COUNCILS, REGION]),
        ("2025-11-10", ["iq-2021-representatives", COUNCILS, REGION]),
        ("2023-05-01", ["iq-2021-representatives", "iq-krg-2018-parliament"]),
        ("2024-06-30", ["iq-2021-representatives", COUNCILS]),
        ("2012", ["iq-2009-governorates", "iq-2010-representatives"]),
    ],
)
def test_a_body_sits_until_the_next_election_of_it(present: GraphView, day: str, sits: list[str]) -> None:
    """Of each body the last election by the day counts, the body with most seats first."""
    found = present.sitting(day)
    assert [election.id for election in found] == sits
    assert {election.as_of for election in found} == {day}


def test_nothing_sits_before_the_first_election(present: GraphView) -> None:
    """A day before all elections is wrong usage, and says so."""
    with pytest.raises(UsageError, match="no election by 1999 is known"):
        where_now(present, "Maliki", as_of="1999")


def test_every_body_has_an_answer_and_none_is_added(present: GraphView) -> None:
    """Al-Maliki's lists have 29 and 1 of 329, 35 of 285, and none that is known in the Kurdistan Parliament."""
    found = where_now(present, "Maliki")
    assert [(one.election.id, one.total, one.all_seats) for one in found.answers] == [
        (HOUSE, 30, 329),
        (COUNCILS, 35, 285),
        (REGION, None, 100),
    ]
    house = found.answers[0]
    assert [(item.id, item.total) for item in house.lists] == [("state-of-law", 29), ("diyala-first", 1)]
    assert [note.code for note in found.notes] == ["sitting", "known_to"]


def test_the_json_has_the_day_the_answers_and_the_history(present: GraphView) -> None:
    """The plain form of an answer about all that sits has the keys of the design, and each answer its body."""
    answer = json.loads(json.dumps(where_now(present, "State of Law").to_dict()))
    assert list(answer) == ["asked", "subject", "as_of", "answers", "history", "sources", "notes", "note_codes"]
    assert answer["as_of"] == TODAY
    bodies = [(one["body"]["id"], one["body"]["seats"], one["body"]["majority"]) for one in answer["answers"]]
    assert bodies == [
        ("iq-council-of-representatives", 329, 165),
        ("councils", 285, None),
        ("iq-kurdistan-parliament", 100, 51),
    ]
    assert [row["election"]["id"] for row in answer["history"]][:2] == [HOUSE, REGION]
    assert answer["answers"][1]["election"] == {
        "id": COUNCILS, "name": "Iraqi governorate council elections, 2023", "date": "2023-12-18", "as_of": TODAY,
    }  # fmt: skip


@pytest.mark.parametrize("row", golden("totals"), ids=lambda row: f"{row['election']}-{row['list']}")
def test_the_totals_of_lists(present: GraphView, row: dict[str, str]) -> None:
    """Lists have the totals that their sources state, whatever of these has a province."""
    answer = where(present, row["list"], row["election"])
    (mine,) = (item for item in answer.lists if item.id == row["list"])
    assert (mine.total, mine.most, answer.all_seats) == (int(row["seats"]), int(row["seats"]), int(row["of"]))


@pytest.mark.parametrize(
    ("election", "seats", "of"),
    [
        (HOUSE, 323, 329),
        ("iq-2021-representatives", 270, 329),
        (REGION, 95, 100),
        ("iq-krg-2018-parliament", 110, 111),
    ],
)
def test_a_house_by_list(present: GraphView, election: str, seats: int, of: int) -> None:
    """A house is accounted for by the seats that are stated of its lists; groups without a name do not count."""
    body = next(one.body for one in present.elections if one.id == election)
    assert body
    house = who(present, body.id, election)
    assert (house.accounted, house.council_size, house.majority) == (seats, of, of // 2 + 1)
    assert house.province is None
    assert house.missing == of - seats


def test_seats_in_groups_without_a_name_are_told(present: GraphView) -> None:
    """In 2021 59 seats are stated for groups: 43 individuals and sixteen parties."""
    house = who(present, "Council of Representatives", "iq-2021-representatives")
    told = {(item.text, item.seats) for item in house.unresolved}
    assert {("individuals", 43), ("sixteen parties with one seat each", 16)} <= told


def test_a_constituency_has_no_majority(present: GraphView) -> None:
    """Baghdad has 71 seats of the house, and no majority of them; its council has one."""
    house, council = sitting(present, who, ["Baghdad"], {}).answers
    assert (house.council_size, house.majority, house.offices) == (71, None, ())
    assert (council.council_size, council.majority) == (52, 27)


def test_power_in_a_house_is_exact(present: GraphView) -> None:
    """The house of 329 has its power counted with seats of unknown lists as single members."""
    found = influence(present, "Council of Representatives", HOUSE)
    power = found.power  # type: ignore[union-attr]
    assert power is not None
    assert sum(power.seats) == 329
    assert sum(power.banzhaf) == 1


def test_members_on_a_list_are_no_seats_won(present: GraphView) -> None:
    """Where no source states seats a list of members counts people beside, and the seats stay unknown."""
    answer = where(present, "State of Law", HOUSE)
    council = next(one for one in answer.provinces if one.id == "IQ-BA")
    assert (council.status, council.seats, council.members) == ("unknown", None, 2)
    assert answer.members == 29
    assert "members_listed" in [note.code for note in answer.notes]


def test_what_is_stated_of_some_lists_alone_is_no_number_of_a_bloc(present: GraphView) -> None:
    """In Diyala two seats are stated of one list of the Framework; a list of members has three people of another."""
    house = where_now(present, "Coordination Framework").answers[0]
    council = next(one for one in house.provinces if one.id == "IQ-DI")
    assert (council.seats, council.members, council.partly) == (2, 5, True)
    assert brief_words(council, house) == "5 of 14~"
    assert cell_words(council, house).whole.startswith("2 of 14 seats, 14.3%; 5 of 14 seats (")


def test_who_is_on_no_list_of_members_is_said_where_it_is_unknown(present: GraphView) -> None:
    """A list of members names somebody for every seat of Saladin, and nobody of al-Maliki's: `compare` says so, too."""
    assert "Saladin (0 to 12, 0~)" in " ".join(where_sitting_text(where_now(present, "Maliki")).split())
    assert "Saladin (0 to 12, 0~)" in " ".join(where_text(where(present, "Maliki", HOUSE)).split())


def test_a_constituency_without_stated_seats_tells_the_list_of_members(present: GraphView) -> None:
    """No page has seats of Anbar by list: what a list of members has is said, by its source, and nothing counted."""
    anbar = who(present, "Anbar", HOUSE)
    (note,) = (note for note in anbar.notes if note.code == "listed_there")
    assert note_text(note).endswith("held today: Taqaddum Party 4, Anbar Our Identity 3, Qimam (Summits) Alliance 3, "
                                    "Azm Alliance 2, Sovereignty Party 1, Tafawuq Alliance 1.")  # fmt: skip
    assert (anbar.accounted, [source.id for source in anbar.sources]) == (0, ["iraq-mp-index"])


def test_a_history_cites_every_row(present: GraphView) -> None:
    """Each election of which something is told has a source behind it, a boycott too; the others stand in one line."""
    said = history_text(history(present, "Sadr"))
    rows = [line for line in said.splitlines() if re.match(r"\d+ \w{3} \d{4}  ", line)]
    assert len(rows) == 8
    assert all(re.search(r"\[\d+\]$", row) for row in rows)
    assert "No list known: Kurdistan Parliament 2024, 2018, 2013." in said


def test_who_has_no_known_list_is_not_told_a_nought(present: GraphView) -> None:
    """Every seat of 2023 is accounted for, and no list of Fatah is known: a 0 of 285 would say that it stood."""
    found = where_now(present, "Fatah")
    assert found.answers[1].status == "none"
    row = next(line for line in where_sitting_text(found).splitlines() if line.startswith("Councils "))
    assert re.split("  +", row) == ["Councils", "no list known", "18 Dec 2023"]
    said = history_text(history(present, "Fatah"))
    assert "Councils 2023, 2013, 2009." in said
    assert " 0 of " not in said
    new = where_sitting_text(where_now(present, "New Generation"))
    assert "Councils                    0 of 285" in new  # it stood in Kirkuk


def test_a_sentence_without_a_place_counts_no_places(present: GraphView) -> None:
    """Of 2021 the seats of State of Law are stated in all and none by province: no "in at least 0 of 4"."""
    said = where_sentence(where(present, "State of Law", "2021"))
    assert said == "The State of Law Coalition won 33 or 35 of 329 seats on its own list (10 Oct 2021)."
    assert summary_words(where(present, "State of Law", "2021")) == "33 or 35 seats"
    assert ", in 10 of 15 councils (" in where_sentence(where(present, "State of Law", COUNCILS))


def test_the_bars_of_a_history_are_whole(present: GraphView) -> None:
    """The longest bar fits the line, so that bars can be compared."""
    bars = [line for line in history_text(history(present, "Sadr")).splitlines() if line.endswith("#")]
    assert len(bars) == 5
    assert max(map(len, bars)) == 80


def test_history_is_the_answers_of_where(present: GraphView) -> None:
    """Each row of a history has the numbers of `where` about its election."""
    for name in ("Maliki", "KDP", "Sadr", "Taqaddum", "Coordination Framework"):
        rows = history(present, name).elections
        answers = [where_many(present, [name], row.election)[0] for row in rows]
        told = [(row.election.id, row.status, getattr(row, "total", None)) for row in rows]
        assert told == [(one.election.id, one.status, one.total) for one in answers]


def test_a_list_that_a_name_had_at_the_vote_and_has_no_more_is_told(present: GraphView) -> None:
    """Khanjar led the Sovereignty Party at both votes; today he leads one other list, in parliament alone."""
    found = where_all(present, where, ["Khanjar"], {})
    said = " ".join(where_sitting_text(found).split())
    assert "At the vote of 11 Nov 2025, Khamis al-Khanjar had Sovereignty Party (led), which won 9." in said
    assert {"shafaq-final-2023", "wikimili-2025-parliamentary"} <= {source.id for source in found.sources}
    assert "Councils no list known" in said
    assert "At the vote of 18 Dec 2023, Khamis al-Khanjar had Sovereignty Party (led), which won 13" in said
    assert "at other times" not in said


def test_history_marks_lists_that_are_new_or_gone(present: GraphView) -> None:
    """Al-Maliki's joint list of 2013 in Diyala is gone in 2023, and another is new."""
    row = next(row for row in history(present, "Maliki").elections if row.election.id == COUNCILS)
    assert {item.id: item.since_before for item in row.lists} == {"state-of-law": True, "national-diyala": False}  # type: ignore[union-attr]
    assert [item.id for item in row.left] == ["diyala-national-alliance"]  # type: ignore[union-attr]


def test_a_query_of_no_election_is_asked_of_each_that_sits(present: GraphView) -> None:
    """The rows of a prepared query are those of all sitting bodies, with the election first."""
    answer = run(present, "totals_by_list")
    assert answer.names[0] == "election"
    assert list(dict.fromkeys(row[0] for row in answer.rows)) == [HOUSE, COUNCILS, REGION]
    one = run(present, "totals_by_list", {"election": COUNCILS})
    assert [row[1:] for row in answer.rows if row[0] == COUNCILS] == list(one.rows)


def test_history_marks_another_leader(present: GraphView) -> None:
    """Khanjar led Azm in 2021 and Samarrai in 2025, each by sources on that vote."""
    (note,) = (note for note in history(present, "Azm").notes if note.code == "leaders_changed")
    assert (note.values["date"], note.values["before"]) == ("2025-11-11", "2021-10-10")
    now, was = note.values["now"], note.values["was"]
    assert [leader.id for leader in now] == ["muthanna-al-samarrai"]  # type: ignore[attr-defined]
    assert [leader.id for leader in was] == ["khamis-al-khanjar"]  # type: ignore[attr-defined]


def test_a_leader_whom_a_source_leaves_out_has_not_gone(present: GraphView) -> None:
    """Sources name one head of the KDP and more at other votes: nobody says that any went. The PUK's are all others."""
    codes = {name: [note.code for note in history(present, name).notes] for name in ("KDP", "PUK")}
    assert "leaders_changed" not in codes["KDP"]
    assert "leaders_changed" in codes["PUK"]


def test_history_marks_another_name(present: GraphView) -> None:
    """The Sadrist Movement, known here by the name that it left, took another in April 2024, and who says so."""
    found = history(present, "Sadr")
    (note,) = (note for note in found.notes if note.code == "name_left")
    assert (note.values["before"], note.values["date"], note.values["since"]) == ("2021-10-10", "2025-11-11", "2024-04")
    marked = {row.election.id: row.changed for row in found.elections}  # type: ignore[union-attr]
    assert [election for election, what in marked.items() if "name" in what] == [HOUSE]  # type: ignore[operator]
    assert set(note.values["now"]) == {"National Shiite Current", "Patriotic Shiite Movement"}  # type: ignore[call-overload]
    assert {"964media-17975", "washington-institute-sadr"} <= {source.id for source in found.sources}


def test_another_name_is_told_with_the_former_one(present: GraphView) -> None:
    """A list that is known by its new name is told with the one that it had, and since when."""
    rows = [row for row in history(present, "Sadr").elections if isinstance(row, Then)]
    _, notes = with_changes(rows, [Renamed(Named("sadrist-movement", "New Movement"), "Old Movement", "2024-04")])
    told = [note.values for note in notes if note.code == "name_changed"]
    assert [(values["was"], values["since"]) for values in told] == [("Old Movement", "2024-04")]


def test_no_known_seat_of_a_place_is_never_zero(present: GraphView) -> None:
    """Erbil held no vote for a council and was no constituency in 2018; nobody knows Muthanna's seats of 2013."""
    told = {}
    for place in ("Erbil", "Muthanna"):
        table = history_table(history(present, place))
        (column,) = (column for column in table.columns if column.name == "accounted")
        told |= {(place, row.election.id): column.words(row) for row in table.rows if column.words}
    assert told["Erbil", COUNCILS] == "held no vote"
    assert told["Muthanna", "iq-2013-governorates"] == "unknown"
    assert ("Erbil", "iq-krg-2018-parliament") not in told
    assert "0" not in told.values()
    assert re.search(r"18 Dec 2023 +Councils +held no vote", history_text(history(present, "Erbil")))


def test_history_marks_other_members(present: GraphView) -> None:
    """What sources place in State of Law at the vote of 2023 is not what they placed in it at that of 2013."""
    found = history(present, "State of Law")
    (note,) = (note for note in found.notes if note.code == "members_changed")
    assert (note.values["date"], note.values["before"]) == ("2023-12-18", "2013-04-20")
    marked = {row.election.id: row.changed for row in found.elections}  # type: ignore[union-attr]
    assert {election for election, what in marked.items() if what} == {COUNCILS}
    assert history_table(found).shown[-1].heading == "Changed"


def test_a_change_whose_order_with_the_vote_is_not_known_is_not_told(present: GraphView) -> None:
    """A name taken in the month or year of a vote may be older than it."""
    rows = history(present, "Sadr").elections
    sadrists = Named("sadrist-movement", "Sadrist Movement")
    for since in ("2021", "2021-10"):
        assert not with_changes(rows, [Renamed(sadrists, "Another", since)])[1]  # type: ignore[arg-type]
    for since in ("2021-10-10", "2021-11"):
        assert with_changes(rows, [Renamed(sadrists, "Another", since)])[1]  # type: ignore[arg-type]


def test_seats_of_what_sits_are_told_with_the_ties_of_the_day(present: GraphView) -> None:
    """A bloc that a list joined after the vote has its seats, in the line of the body as in its answer."""
    found = where_now(present, "Coordination Framework")
    told = {row.election.id: row.total for row in found.history or ()}
    assert [told[one.election.id] for one in found.answers] == [one.total for one in found.answers]
    assert told[HOUSE] == sum(item.total for item in found.answers[0].lists if item.relation == "member") == 144


def test_a_leader_and_the_list_have_none_in_the_same_places(present: GraphView) -> None:
    """Where all seats of a list have a place, who leads it has none elsewhere, as the list itself."""
    led, own = (where_now(present, name).answers[0] for name in ("Masoud Barzani", "KDP"))
    none = {council.id for council in own.provinces if council.status == "none"}
    assert none == {council.id for council in led.provinces if council.status == "none"}
    assert len(none) == 13


def test_a_house_is_told_by_constituency_and_by_list(present: GraphView) -> None:
    """Its size is known though that of one constituency is not; seats of no known place are never lost or placed."""
    answer = coverage(present, election=HOUSE)
    assert (answer.accounted, answer.council_size, answer.by_list) == (170, 329, 323)
    said = "170 of 329 seats are accounted for, in 18 constituencies; the lists that won 323 are known"
    assert said in coverage_sentence(answer)
    councils = coverage(present, election=COUNCILS)
    assert (councils.by_list, "by_list" in councils.to_dict()["total"]) == (None, False)
    assert "in at least 2 of 18 constituencies" in where_sentence(where(present, "Maliki", HOUSE))
    assert "in 5 of 18 constituencies" in where_sentence(where(present, "KDP", HOUSE))


def test_a_stated_nought_is_an_answer_and_no_unknown(present: GraphView) -> None:
    """Where a source says that a list won none in a place, that is told with it; of two lists both have to be said."""
    nineveh = next(one for one in where(present, "State of Law", HOUSE).provinces if one.id == "IQ-NI")
    assert (nineveh.status, nineveh.stood, nineveh.standing, nineveh.accounted) == ("none", True, "reported", 28)
    assert nineveh.statements
    of_maliki = next(one for one in where(present, "Maliki", HOUSE).provinces if one.id == "IQ-NI")
    assert (of_maliki.status, of_maliki.perhaps) == ("unknown", 6)


def test_no_reserved_seat_is_not_no_seat(knowledge: Knowledge) -> None:
    """Where a source says only that a list won none of the reserved seats, its others stay unknown."""
    changed = [
        replace(one, reserved_for="Shabak") if one.value == 0 and one.object == "IQ-NI" else one
        for one in knowledge.statements
    ]
    graph = asked(replace(knowledge, statements=tuple(changed)))
    nineveh = next(one for one in where(graph, "State of Law", HOUSE).provinces if one.id == "IQ-NI")
    assert (nineveh.status, nineveh.perhaps) == ("unknown", 6)


def test_a_graph_that_nobody_asks_is_let_go_at_once(store: EmbeddedStore) -> None:
    """What was read of it holds no circle that waits for the collector of garbage."""
    asked = GraphView(store)
    where_now(asked, "Maliki")
    history(asked, "Maliki")
    held = weakref.ref(asked)
    gc.disable()
    try:
        del asked
        assert held() is None
    finally:
        gc.enable()


def test_marks_are_explained_only_beside_numbers_that_are_shown(present: GraphView) -> None:
    """Where no list of a name is known no number of the body is shown, nor what the marks of numbers mean."""
    (house, *_) = where_now(present, "Aabiroun Coalition").answers
    assert house.listless
    marking = {"preliminary_count", "members_listed"}
    assert marking <= {note.code for note in house.notes}
    assert not marking & {note.code for note in unsaid_beside(house)}
    (shown, *_) = where_now(present, "State of Law").answers
    assert "preliminary_count" in {note.code for note in unsaid_beside(shown)}


def test_the_map_of_a_name_shows_what_is_told_of_today(present: GraphView) -> None:
    """Without an election a map counts the ties of the day, as the answer in words does, and says of which day."""
    answer = where_now(present, "Coordination Framework").answers[0]
    drawn = picture_of(present, "map", "Coordination Framework")[0]
    assert where_sentence(answer) in drawn
    assert "as of 28 Nov 2026" in drawn
    assert where_sentence(answer) not in picture_of(present, "map", "Coordination Framework", HOUSE)[0]
