"""Votes and seats: the arithmetic of laws, whether published seats follow from the votes, and how close it was."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.laws import CONSTITUENCY, GENERAL, Law, divisors
from loaders.folder import gather
from majlis import open as open_majlis
from queries.view import GraphView
from queries.votes.allot import Allotted, allot, needed
from queries.votes.follows import DIFFERS, FOLLOWS, NOT_COMPUTABLE, Constituency, follows
from queries.votes.margins import Margin, margins

from .command import run_here as run
from .made import COUNTRIES, country

VOTES = COUNTRIES / "counted_votes"


def law(*first: str, threshold: str | None = None, alone: int | None = None) -> Law:
    """A law of these divisors; of largest remainders without any."""
    method = "divisors" if first else "largest_remainder"
    return Law("e", method, first, threshold, alone, CONSTITUENCY, GENERAL, ())


MODIFIED, SAINTE_LAGUE, D_HONDT, REMAINDERS = law("1.7", "3", "5"), law("1", "3"), law("1", "2"), law()


# --- The arithmetic -----------------------------------------------------------------------------------


def test_divisors_go_on_in_the_last_step() -> None:
    """From the first ones as they are written come all others, exactly."""
    found = divisors(("1.7", "3", "5"))
    assert [next(found) for _ in range(5)] == [Fraction(17, 10), 3, 5, 7, 9]


@pytest.mark.parametrize(
    ("rule", "votes", "won"),
    [
        (D_HONDT, (100_000, 80_000, 30_000, 20_000), (4, 3, 1, 0)),
        (SAINTE_LAGUE, (100_000, 80_000, 30_000, 20_000), (3, 3, 1, 1)),
        (SAINTE_LAGUE, (53_000, 24_000, 23_000), (3, 2, 2)),
        (MODIFIED, (6000, 3000, 1000, 900), (3, 2, 0, 0)),
        (SAINTE_LAGUE, (6000, 2900, 1000, 900), (3, 1, 1, 0)),
        (REMAINDERS, (47_000, 16_000, 15_800, 12_000, 6100, 3100), (5, 2, 1, 1, 1, 0)),
        (law("1", "2", threshold="15"), (100_000, 80_000, 30_000, 20_000), (4, 3, 0, 0)),
        (law("1", "2", alone=1), (100_000, 80_000, 30_000, 20_000), (1, 5, 1, 1)),
    ],
)
def test_known_examples(rule: Law, votes: tuple[int, ...], won: tuple[int, ...]) -> None:
    """Each method gives the seats of examples counted by hand; the first list is one person."""
    lists = dict(zip("abcdef", votes, strict=False))
    found = allot(rule, lists, sum(won), frozenset("a"))
    assert (tuple(found.seats.values()), found.drawn) == (won, 0)


def test_a_tie_is_said_and_never_guessed() -> None:
    """Of lists with equal claims to the last seats none has them for sure; each may have one of those drawn."""
    found = allot(MODIFIED, {"a": 1000, "b": 1000, "c": 100}, 3)
    assert found == Allotted({"a": 1, "b": 1, "c": 0}, 1, ("a", "b"), None)
    assert [found.may_have("a", seats) for seats in range(4)] == [False, True, True, False]
    assert allot(MODIFIED, {"a": 1000, "b": 1000}, 2).drawn == 0


RULES = st.sampled_from([MODIFIED, SAINTE_LAGUE, D_HONDT, REMAINDERS, law("1.7", "3", "5", threshold="5")])
BALLOTS = st.lists(st.integers(1, 3000), min_size=2, max_size=6)


@given(RULES, BALLOTS, st.integers(1, 12))
def test_every_seat_is_given_once(rule: Law, cast: list[int], seats: int) -> None:
    """Seats that are sure and seats that are drawn make all seats, and more votes never have fewer seats."""
    found = allot(rule, dict(enumerate_lists(cast)), seats)
    assert sum(found.seats.values()) + found.drawn == seats
    ranked = sorted(enumerate_lists(cast), key=lambda item: item[1])
    for (one, fewer), (other, more) in pairwise(ranked):
        assert fewer == more or found.seats[one] <= found.seats[other]


@given(RULES, BALLOTS, st.integers(1, 8))
def test_the_votes_needed_are_the_fewest(rule: Law, cast: list[int], seats: int) -> None:
    """With them a list has one seat more for sure, and with one vote fewer it has not."""
    votes = dict(enumerate_lists(cast))
    more = needed(rule, votes, seats, "a")
    if more is None:
        return
    now = allot(rule, votes, seats).seats["a"]
    assert allot(rule, {**votes, "a": votes["a"] + more}, seats).seats["a"] > now
    assert allot(rule, {**votes, "a": votes["a"] + more - 1}, seats).seats["a"] == now


def enumerate_lists(cast: list[int]) -> list[tuple[str, int]]:
    """Votes with the names of lists."""
    return list(zip("abcdef", cast, strict=False))


# --- Whether the seats follow from the votes ----------------------------------------------------------


@pytest.fixture(scope="module")
def made() -> GraphView:
    """A made country with a constituency for each way in which votes make seats or do not."""
    return country("counted_votes")


@pytest.fixture(scope="module")
def places(made: GraphView) -> dict[str, Constituency]:
    """Its constituencies, by name."""
    found = follows(made, made.election("e-2024"))
    assert found is not None
    return {place.name: place for place in found.constituencies}


def test_seats_that_follow_from_votes(places: dict[str, Constituency]) -> None:
    """The published seats are those of the law, also where a lot decides or either disputed number makes them."""
    names = ("Followmark", "Tiemark", "Waymark")
    assert [places[name].status for name in names] == [FOLLOWS] * 3
    assert [(cell.id, cell.computed, cell.computed_most) for cell in places["Tiemark"].cells] == [
        ("blues", 1, 2),
        ("reds", 1, 2),
    ]


def test_a_holder_of_a_reserved_seat_is_no_rival(places: dict[str, Constituency]) -> None:
    """The votes of a list whose only seat is reserved win no general one."""
    place = places["Reservemark"]
    assert (place.status, place.seats, [cell.id for cell in place.cells]) == (FOLLOWS, 2, ["reds", "blues"])


def test_seats_that_do_not_follow(places: dict[str, Constituency]) -> None:
    """Each list that differs stands with its published and its computed seats."""
    place = places["Differmark"]
    assert (place.status, place.agree, place.differ) == (DIFFERS, 0, 2)
    assert [(cell.id, cell.published, cell.computed) for cell in place.cells] == [("reds", 2, 3), ("blues", 2, 1)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Lackmark", "votes.lacking"),
        ("Stagemark", "votes.of_stages"),
        ("Countmark", "votes.shares"),
        ("Swingmark", "votes.open"),
        ("Openmark", "votes.no_list"),
    ],
)
def test_what_cannot_be_computed_says_why(places: dict[str, Constituency], name: str, code: str) -> None:
    """Missing votes, votes of two stages or parts of the count, disputed ones that matter, seats of nobody known."""
    place = places[name]
    assert place.reason is not None
    assert (place.status, place.reason.code, place.cells) == (NOT_COMPUTABLE, code, ())


def test_an_election_without_a_stated_law_has_no_answer(made: GraphView) -> None:
    """No law is guessed."""
    assert follows(made, made.election("e-2020")) is None


@pytest.mark.parametrize(
    ("election", "agree", "differ", "listed", "computed", "of"),
    [
        ("iq-2025-representatives", 83, 0, 56, 13, 18),
        ("iq-2023-governorates", 13, 0, 0, 2, 15),
    ],
)
def test_the_shipped_seats_follow_from_the_shipped_votes(
    graph: GraphView, election: str, agree: int, differ: int, listed: int, computed: int, of: int
) -> None:
    """Measured: in every constituency whose votes are complete, each list has the seats that the law makes of them."""
    found = follows(graph, graph.election(election))
    assert found is not None
    assert (found.agree, found.differ, found.listed) == (agree, differ, listed)
    assert (len(found.computed), len(found.constituencies)) == (computed, of)


def test_check_tells_it_and_breaks_no_rule() -> None:
    """`check --votes` exits with 0, in words, in JSON and as a table."""
    done = run("check", "--votes", "--data", str(VOTES))
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    assert "Differmark: the seats do not follow from final votes: Reds published 2, computed 3" in said
    assert "Lackmark: not computable, no final votes are published for Blues" in said
    (votes,) = json.loads(run("check", "--votes", "--data", str(VOTES), "-f", "json").stdout)["votes"]
    assert (votes["agree"], votes["differ"]) == (8, 2)
    assert run("check", "--votes", "--data", str(VOTES), "-f", "csv").stdout.startswith("election,id,name,status,")
    assert "votes" not in json.loads(run("check", "--data", str(VOTES), "-f", "json").stdout)


def test_check_says_where_no_law_is_stated() -> None:
    """A folder without laws.csv is told so."""
    done = run("check", "--votes", "--data", str(COUNTRIES / "two_elections"))
    assert (done.returncode, "No law is stated" in done.stdout) == (0, True)


def test_coverage_counts_the_cells() -> None:
    """What is known of an election says in how many cells the seats follow from the votes."""
    text = run("coverage", "--data", str(VOTES), "--election", "e-2024").stdout
    assert "in 8 of 10 cells" in " ".join(text.split())


# --- How close it was ---------------------------------------------------------------------------------


def of_place(made: GraphView, name: str) -> Margin:
    """The margin of one constituency."""
    (row,) = margins(made, name, "e-2024").constituencies
    return row


def test_the_last_seat_and_the_nearest_loser(made: GraphView) -> None:
    """Blues won the fifth seat with 3000 / 3 = 1000; Greens needed more than 1000 times 1.7."""
    row = of_place(made, "Followmark")
    assert row.last is not None
    assert row.nearest is not None
    assert (row.last.id, row.nearest.id, row.short_by) == ("blues", "greens", 1701 - 1000)
    assert (row.votes, row.votes_per_seat) == (10_900, 2180)
    assert {item.id: item.short_by for item in row.lists} == {"reds": 1001, "blues": 3001, "greens": 701, "ada": 801}


@pytest.mark.parametrize(
    ("name", "code"), [("Tiemark", "votes.lot"), ("Waymark", "votes.disputed"), ("Lackmark", "votes.lacking")]
)
def test_a_margin_that_is_not_known_says_why(made: GraphView, name: str, code: str) -> None:
    """A seat drawn by lot, disputed votes and missing ones leave no margin."""
    row = of_place(made, name)
    assert row.reason is not None
    assert (row.reason.code, row.short_by, row.lists) == (code, None, ())


def test_a_body_tells_the_closest(made: GraphView) -> None:
    """Of a whole body the constituencies are ordered by how close they were; computed seats that differ are noted."""
    answer = margins(made, "Assembly")
    assert [row.name for row in answer.known] == ["Reservemark", "Followmark", "Differmark"]
    assert "margins_differ" in [note.code for note in answer.notes]
    assert [source.id for source in answer.sources][:1] == ["gazette"]


def test_without_an_election_every_body_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command and the method answer about all that sits; where no law is stated, that is said."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("MAJLIS_TODAY", "2026-11-28")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with open_majlis(data=VOTES) as m:
        assert [len(answer.constituencies) for answer in m.margins().answers] == [10, 0]
    text = run("margins", "--data", str(VOTES)).stdout
    said = " ".join(text.split())
    assert "by the final votes the last of" in said
    assert "went to Blues; Reds needed 206 more votes" in said
    assert "No source here states the law" in said


def test_the_table_has_every_constituency() -> None:
    """CSV has a row for each, with what lacks where no margin is known; asked about one, a row for each list."""
    house = run("margins", "Assembly", "--data", str(VOTES), "--election", "e-2024", "-f", "csv").stdout.splitlines()
    assert len(house) == 1 + 10
    assert house[0].startswith("id,name,seats,stage,votes,votes_per_seat,last,nearest,short_by,as_published,reason,")
    assert "P-L,Lackmark,2,,,,,,,,no final votes are published for Blues," in house
    one = run("margins", "Followmark", "--data", str(VOTES), "--election", "e-2024", "-f", "csv").stdout.splitlines()
    assert one[:2] == ["id,name,votes,seats,votes_per_seat,short_by,last", "reds,Reds,6000,3,2000.0,1001,false"]


# --- The table of laws --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("e-1999,divisors,1;3,,,constituency,general,code,", "no election 'e-1999'"),
        ("reds,divisors,1;3,,,constituency,general,code,", "no election 'reds'"),
        ("e-2024,luck,,,,constituency,general,code,", "method is 'luck'"),
        ("e-2024,divisors,1;3,,,country,general,code,", "level is 'country'"),
        ("e-2024,divisors,1;3,,,constituency,all,code,", "seats is 'all'"),
        ("e-2024,divisors,1;3,,,constituency,general,rumour,", "no source 'rumour'"),
        ("e-2024,divisors,,,,constituency,general,code,", "divisors are ''"),
        ("e-2024,divisors,1.7,,,constituency,general,code,", "divisors are '1.7'"),
        ("e-2024,divisors,3;1,,,constituency,general,code,", "divisors are '3;1'"),
        ("e-2024,divisors,0;1,,,constituency,general,code,", "divisors are '0;1'"),
        ("e-2024,largest_remainder,1;3,,,constituency,general,code,", "divisors are '1;3'"),
        ("e-2024,divisors,1;3,100,,constituency,general,code,", "threshold is '100'"),
        ("e-2024,divisors,1;3,,one,constituency,general,code,", "alone is 'one'"),
    ],
)
def test_a_law_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    """File, line, what was read and what to do."""
    for path in VOTES.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    header = (VOTES / "laws.csv").read_text(encoding="utf-8").partition("\n")[0]
    (tmp_path / "laws.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=f"laws.csv, line 2: {said}"):
        gather(tmp_path)


def test_an_election_has_one_law(tmp_path: Path) -> None:
    """A second row for it is an error."""
    for path in VOTES.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (VOTES / "laws.csv").read_text(encoding="utf-8")
    (tmp_path / "laws.csv").write_text(text + text.partition("\n")[2], encoding="utf-8")
    with pytest.raises(DocumentError, match=r"laws.csv, line 3: a second law of 'e-2024'"):
        gather(tmp_path)
