"""Each prepared query: golden rows of Iraq's councils in 2023 and of a made country, and the command that asks it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from graph.checks.settle import settle
from graph.errors import CannotAnswerError, UsageError
from graph.model import Knowledge
from graph.stores.embedded import EmbeddedStore
from loaders import Options
from loaders.folder import UserDocument, gather
from majlis.cli import main
from majlis.commands.query import query as command
from queries.catalogue import catalogue
from queries.prepared import run
from queries.texts import names
from queries.view import GraphView

from .conftest import batches

Rows = list[tuple[Any, ...]]
E23 = "iq-2023-governorates"


def rows(graph: GraphView, name: str, columns: str, **given: Any) -> Rows:
    """These columns of a query's rows, in the query's order."""
    answer = run(graph, name, given)
    places = [[column.name for column in answer.columns].index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in answer.rows]


# --- A made country, small enough to be worked out by hand ---------------------------------------------------
#
# Northmark, 10 seats in 2025: Reds 5, Blues 3, Greens 2. In 2021: Reds 6, Blues 4.
# Southmark, 7 + 1 reserved seats in 2025: Reds 3 or 4, Blues 2, Ada Lind 1 (reserved); Yellows 1 is no known list.

TABLES = {
    "sources.csv": (
        "id,title,kind,publisher,published\n"
        "gazette,Results,official,Gazette,2025-05-12\n"
        "board,Record of the board,official,Board,2025-05-12\n"
        "post,Early count,press,Post,2025-05-11\n"
    ),
    "entities.csv": (
        "id,kind,name,date,source\n"
        "e-2021,election,Councils 2021,2021-05-09,gazette\n"
        "e-2025,election,Councils 2025,2025-05-11,gazette\n"
        "P-N,province,Northmark,,gazette\n"
        "P-S,province,Southmark,,gazette\n"
        "reds,party,Reds,,gazette\n"
        "blues,party,Blues,,gazette\n"
        "greens,party,Greens,,gazette\n"
        "broad,alliance,Broad Front,,gazette\n"
        "wide,alliance,Wide Front,,gazette\n"
        "coast,bloc,Coast Group,,gazette\n"
        "hill,bloc,Hill Group,,gazette\n"
        "ada,figure,Ada Lind,,gazette\n"
        "ben,figure,Ben Ost,,gazette\n"
        "cyd,figure,Cyd Vang,,gazette\n"
    ),
    "statements.csv": (
        "subject,subject_text,predicate,object,value,of,election,reserved_for,since,until,standing,source,locator\n"
        "P-N,,council_size,,10,both,e-2021,,,,,gazette,p. 1\n"
        "P-N,,council_size,,10,both,e-2025,,,,,gazette,p. 1\n"
        "P-S,,council_size,,7,general,e-2025,,,,,gazette,p. 1\n"
        "P-S,,council_size,,1,reserved,e-2025,,,,,gazette,p. 1\n"
        "P-N,,population,,1000,2024,,,,,,gazette,p. 1\n"
        "reds,,holds_seats,P-N,6,,e-2021,,,,final,gazette,p. 2\n"
        "blues,,holds_seats,P-N,4,,e-2021,,,,final,gazette,p. 2\n"
        "reds,,holds_seats,P-N,5,,e-2025,,,,final,gazette,p. 3\n"
        "blues,,holds_seats,P-N,3,,e-2025,,,,final,gazette,p. 3\n"
        "greens,,holds_seats,P-N,2,,e-2025,,,,final,gazette,p. 3\n"
        "reds,,holds_seats,P-S,3,,e-2025,,,,final,gazette,p. 4\n"
        "reds,,holds_seats,P-S,4,,e-2025,,,,final,board,no. 1\n"
        "blues,,holds_seats,P-S,2,,e-2025,,,,final,gazette,p. 4\n"
        "ada,,holds_seats,P-S,1,,e-2025,Fishers,,,final,gazette,p. 4\n"
        ",Yellows,holds_seats,P-S,1,,e-2025,,,,final,gazette,p. 4\n"
        "greens,,stood_in,P-S,,,e-2025,,,,,gazette,p. 5\n"
        "ben,,leads,reds,,,,,2019,2024-05,,gazette,p. 6\n"
        "cyd,,leads,reds,,,,,2024-06,,,gazette,p. 6\n"
        "ada,,leads,blues,,,,,,,,gazette,p. 6\n"
        "ben,,rival_of,ada,,,,,,,,gazette,p. 7\n"
        "cyd,,rival_of,ada,,,,,,,,gazette,p. 7\n"
        "reds,,member_of,coast,,,,,2020,,,gazette,p. 8\n"
        "blues,,member_of,coast,,,,,2020,2023,,gazette,p. 8\n"
        "blues,,member_of,hill,,,,,2024,,,gazette,p. 8\n"
        "greens,,member_of,hill,,,,,2025-06,,,gazette,p. 8\n"
        "greens,,member_of,broad,,,,,2020,2022,,gazette,p. 9\n"
        "greens,,member_of,wide,,,,,2021,,,gazette,p. 9\n"
    ),
    "early.txt": (
        "---\nsource: post\nelection: e-2025\nshape: seat_list\nstanding: preliminary\n---\n\n"
        "Northmark\n- Reds: 6 seats\n- Purples: 1 seat\n"
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> GraphView:
    """The graph of the made country."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    knowledge, _ = gather(folder, [UserDocument(folder / "early.txt", Options())])
    store = EmbeddedStore.create()
    store.write(batches(knowledge, settle(knowledge)[0]))
    return GraphView(store)


# --- Seats ---------------------------------------------------------------------------------------------------


def test_where_somebody_won_seats_on_which_kind_of_list(graph: GraphView) -> None:
    """State of Law, which al-Maliki led, won 9 + 4 + 6 x 3 + 2 x 2 = 35; National Diyala's 4 are shared."""
    found = rows(graph, "where_seats", "province relation list seats council_size", who="Maliki")
    led = [("IQ-BG", 9, 52), ("IQ-DQ", 4, 18), ("IQ-BA", 3, 23), ("IQ-BB", 3, 18), ("IQ-MA", 3, 14), ("IQ-MU", 3, 12)]
    led += [("IQ-NA", 3, 15), ("IQ-QA", 3, 14), ("IQ-KA", 2, 13), ("IQ-WA", 2, 15)]
    assert found == [
        *((province, "led", "state-of-law", seats, size) for province, seats, size in led),
        ("IQ-DI", "shared", "national-diyala", 4, 15),
    ]


def test_where_somebody_won_seats_depends_on_the_day_of_the_vote(made: GraphView) -> None:
    """Ben led the Reds until 2024, Cyd since; Ada leads the Blues and was a list of one herself."""
    columns = "province relation list seats disputed reserved_for"
    assert rows(made, "where_seats", columns, who="ben") == []
    assert rows(made, "where_seats", columns, who="ben", election="e-2021") == [("P-N", "led", "reds", 6, False, None)]
    assert rows(made, "where_seats", columns, who="cyd") == [
        ("P-N", "led", "reds", 5, False, None),
        ("P-S", "led", "reds", 3, True, None),
    ]
    assert rows(made, "where_seats", columns, who="ada") == [
        ("P-S", "own", "ada", 1, False, "Fishers"),
        ("P-N", "led", "blues", 3, False, None),
        ("P-S", "led", "blues", 2, False, None),
    ]


def test_who_holds_a_council(published: GraphView) -> None:
    """The final list has six lists in Kirkuk, with 5 + 3 + 2 + 2 + 1 + 1 = 14 of 16 seats."""
    assert rows(published, "council", "id seats", province="Kirkuk") == [
        ("kirkuk-our-strength", 5),
        ("arab-alliance-kirkuk", 3),
        ("kdp", 2),
        ("united-iraqi-turkmen-front", 2),
        ("babylon-movement", 1),
        ("uruba", 1),
    ]


def test_the_totals_by_list(published: GraphView) -> None:
    """The final list's 108 lines give 48 lists 277 seats."""
    found = rows(published, "totals_by_list", "list seats councils disputed")
    assert found[:8] == [
        ("nabni", 43, 10, 0),
        ("state-of-law", 35, 10, 0),
        ("national-state-forces", 24, 10, 0),
        ("taqaddum", 21, 5, 0),
        ("siyada", 13, 5, 0),
        ("tasmim", 12, 1, 0),
        ("absher-ya-iraq", 9, 7, 0),
        ("azm", 9, 5, 0),
    ]
    assert (len(found), sum(seats for _, seats, _, _ in found)) == (48, 277)


def test_a_disputed_number_counts_with_its_minimum(made: GraphView) -> None:
    """The Reds have 5 and 3 or 4 seats: 8 at least, and one council says that it is disputed."""
    assert rows(made, "totals_by_list", "list seats councils disputed") == [
        ("reds", 8, 2, 1),
        ("blues", 5, 2, 0),
        ("greens", 2, 1, 0),
        ("ada", 1, 1, 0),
    ]


def test_the_largest_list_of_each_council_with_its_ties(published: GraphView) -> None:
    """The first line of each council in the final list, and whoever has as many seats: 12 alone, 2 + 3 + 2 level."""
    found = rows(published, "largest_lists", "province list seats tied missing")
    assert [row for row in found if row[3]] == [
        ("IQ-BG", "nabni", 9, True, 3),
        ("IQ-BG", "state-of-law", 9, True, 3),
        ("IQ-MU", "nabni", 3, True, 0),
        ("IQ-MU", "national-state-forces", 3, True, 0),
        ("IQ-MU", "state-of-law", 3, True, 0),
        ("IQ-NA", "nabni", 3, True, 0),
        ("IQ-NA", "state-of-law", 3, True, 0),
    ]
    assert {row[0]: row[1:3] for row in found if not row[3]} == {
        "IQ-AN": ("taqaddum", 6),
        "IQ-BA": ("tasmim", 12),
        "IQ-BB": ("nabni", 4),
        "IQ-DI": ("national-diyala", 4),
        "IQ-DQ": ("nabni", 5),
        "IQ-KA": ("ibdaa-karbala", 7),
        "IQ-KI": ("kirkuk-our-strength", 5),
        "IQ-MA": ("nabni", 6),
        "IQ-NI": ("nineveh-for-its-people", 5),
        "IQ-QA": ("nabni", 4),
        "IQ-SD": ("jamaheer-watania", 5),
        "IQ-WA": ("wasit-ajmal", 7),
    }


def test_the_largest_lists_where_numbers_are_disputed(disputed: GraphView) -> None:
    """Baghdad's 9 and its 8 or 9 may both be the largest; Babil's 10 to 12 are alone."""
    found = rows(disputed, "largest_lists", "province list seats most tied")
    assert [row for row in found if row[0] in ("IQ-BG", "IQ-BB")] == [
        ("IQ-BB", "state-of-law", 10, 12, False),
        ("IQ-BG", "nabni", 8, 9, True),
        ("IQ-BG", "state-of-law", 9, 9, True),
    ]


def test_the_lists_ahead_where_numbers_are_disputed(disputed: GraphView) -> None:
    """For 8 or 9 no list is surely ahead and the one of 9 perhaps; for 8 one is surely, and two perhaps, ahead."""
    columns = "list seats most ahead perhaps_ahead tied"
    found = rows(disputed, "seats_of_lists", f"province {columns}", lists=["Nabni", "State of Law", "Taqaddum"])
    assert [row[1:] for row in found if row[0] == "IQ-BG"] == [
        ("nabni", 8, 9, 0, 1, []),
        ("state-of-law", 9, 9, 0, 0, []),
        ("taqaddum", 8, 8, 1, 2, []),
    ]
    where_seats = rows(disputed, "where_seats", "province seats most", who="Nabni")
    assert ("IQ-BG", 8, 9) in where_seats
    assert ("IQ-BB", 5, 5) in where_seats


def test_the_councils_with_a_majority_list(graph: GraphView) -> None:
    """Tasmim has 12 of 23 in Basra and Ibdaa Karbala 7 of 13; Wasit Ajmal's 7 of 15 fall one short."""
    assert rows(graph, "majority_lists", "province list seats council_size majority size_standing") == [
        ("IQ-BA", "tasmim", 12, 23, 12, "inferred"),
        ("IQ-KA", "ibdaa-karbala", 7, 13, 7, "reported"),
    ]


def test_half_of_a_council_is_no_majority(made: GraphView) -> None:
    """The Reds have 6 of 10 in 2021 and 5 of 10 in 2025."""
    assert rows(made, "majority_lists", "list seats") == []
    assert rows(made, "majority_lists", "list seats", election="e-2021") == [("reds", 6)]


def test_reserved_seats_whose_holders_nobody_names_are_said(published: GraphView) -> None:
    """Ten seats of six councils are reserved, and the published list marks no holder of one."""
    assert rows(published, "reserved_seats", "province reserved_seats holder seats") == [
        ("IQ-BA", 1, None, None),
        ("IQ-BG", 3, None, None),
        ("IQ-KI", 1, None, None),
        ("IQ-MA", 1, None, None),
        ("IQ-NI", 3, None, None),
        ("IQ-WA", 1, None, None),
    ]


def test_reserved_seats_and_their_holders(made: GraphView) -> None:
    """Ada Lind holds the one seat of Southmark that is reserved for Fishers."""
    assert rows(made, "reserved_seats", "province reserved_seats holder seats reserved_for") == [
        ("P-S", 1, "ada", 1, "Fishers")
    ]


def test_who_won_a_seat_on_a_list(graph: GraphView) -> None:
    """A page names Emil Boutros Agha for the seat reserved for Christians in Kirkuk."""
    assert rows(graph, "won_seat", "province reserved_for standing", figure="Emil Boutros Agha") == [
        ("IQ-KI", "Christians", "reported")
    ]


def test_seats_by_bloc_count_each_list_once(graph: GraphView) -> None:
    """The Framework's lists won 43 + 35 + 24 = 102; the blocs of Kirkuk's and Nineveh's councils came later."""
    assert rows(graph, "bloc_seats", "bloc lists seats councils") == [("coordination-framework", 3, 102, 10)]


def test_a_list_counts_for_the_bloc_of_that_day(made: GraphView) -> None:
    """The Blues left the Coast Group in 2023 for the Hill Group, which the Greens joined after the vote."""
    assert rows(made, "bloc_seats", "bloc lists seats councils") == [("coast", 1, 8, 2), ("hill", 1, 5, 2)]
    assert rows(made, "bloc_seats", "bloc lists seats councils", election="e-2021") == [("coast", 2, 10, 1)]


def test_the_seats_of_every_council(published: GraphView) -> None:
    """The final list has 108 lines; Karbala's are 7, 2, 2, 1, 1."""
    found = rows(published, "seats_by_council", "province list seats")
    assert (len(found), sum(seats for _, _, seats in found)) == (108, 277)
    assert [row[1:] for row in found if row[0] == "IQ-KA"] == [
        ("ibdaa-karbala", 7),
        ("nabni", 2),
        ("state-of-law", 2),
        ("absher-ya-iraq", 1),
        ("national-state-forces", 1),
    ]


def test_the_place_by_seats_of_lists(graph: GraphView) -> None:
    """In Muthanna three lists are level at 3 seats; in Basra Tasmim is ahead of Nabni."""
    found = rows(graph, "seats_of_lists", "list province seats ahead tied", lists=["Nabni"])
    assert len(found) == 10
    assert [row for row in found if row[1] in ("IQ-MU", "IQ-BA")] == [
        ("nabni", "IQ-BA", 5, 1, []),
        ("nabni", "IQ-MU", 3, 0, ["national-state-forces", "state-of-law"]),
    ]


def test_who_stood(made: GraphView) -> None:
    """The Greens are known to have stood in Southmark, where they won none."""
    assert rows(made, "stood", "list province", lists="Greens; Reds") == [("greens", "P-S")]


def test_who_boycotted(graph: GraphView) -> None:
    """Al-Sadr and his movement boycotted the whole election, al-Maliki did not."""
    assert rows(graph, "absences", "id type province", ids=["Sadr", "Sadrist Movement", "Maliki"]) == [
        ("muqtada-al-sadr", "BOYCOTTED", None),
        ("sadrist-movement", "BOYCOTTED", None),
    ]


# --- Affiliation ---------------------------------------------------------------------------------------------


def test_what_a_list_is_made_of(graph: GraphView) -> None:
    """Five parties and three figures are in Nabni; others are in its members al-Safwa, Badr and Sadiqoun."""
    assert rows(graph, "list_members", "depth member into", list="Nabni") == [
        (1, "al-safwa-al-watani", "nabni"),
        (1, "badr-organization", "nabni"),
        (1, "iqtidar-watan", "nabni"),
        (1, "irada-movement", "nabni"),
        (1, "izzat-al-nashi", "nabni"),
        (1, "jihad-and-construction", "nabni"),
        (1, "khalaf-al-badran", "nabni"),
        (1, "qasim-al-yasari", "nabni"),
        (2, "abbas-al-zamili", "badr-organization"),
        (2, "al-sidq-wal-ataa", "al-safwa-al-watani"),
        (2, "huquq-movement", "al-safwa-al-watani"),
        (2, "muntasirun-movement", "al-safwa-al-watani"),
        (2, "muthanna-al-tamimi", "badr-organization"),
        (2, "sadiqoun", "al-safwa-al-watani"),
        (3, "adnan-fayhan", "sadiqoun"),
        (3, "ali-turki-al-jamali", "sadiqoun"),
    ]


def test_the_lists_and_parties_of_a_figure(graph: GraphView) -> None:
    """Al-Khazali's Asaib lead Sadiqoun, which is part of Istihqaq Diyala, and al-Safwa, which is part of Nabni."""
    found = rows(graph, "figure_lists", "steps list relation held", figure="Khazali")
    assert found == [
        (1, "asaib-ahl-al-haq", "led", False),
        (2, "al-safwa-al-watani", "led", False),
        (2, "sadiqoun", "led", False),
        (3, "al-safwa-al-watani", "shared", False),
        (3, "istihqaq-diyala", "shared", True),
        (3, "nabni", "shared", True),
        (4, "nabni", "shared", True),
    ]
    assert rows(graph, "figure_lists", "way", figure="Khazali")[5] == (
        "Qais al-Khazali LEADS Asaib Ahl al-Haq LEADS Al-Safwa Al-Watani Alliance MEMBER_OF Nabni (We Build) Alliance",
    )


def test_the_shortest_tie_between_two_figures(graph: GraphView) -> None:
    """Both lead a member of the Coordination Framework: al-Maliki one, al-Hakim two, so there are two ways."""
    found = rows(graph, "shortest_tie", "steps through_ids types subjects", first="Maliki", second="Hakim")
    types = ["LEADS", "MEMBER_OF", "MEMBER_OF", "LEADS"]
    assert found == [
        (
            4,
            ["nouri-al-maliki", "state-of-law", "coordination-framework", hakims, "ammar-al-hakim"],
            types,
            ["nouri-al-maliki", "state-of-law", hakims, "ammar-al-hakim"],
        )
        for hakims in ("national-state-forces", "national-wisdom-movement")
    ]


def test_no_tie_and_the_same_figure_have_no_way(graph: GraphView) -> None:
    """Nothing in the data ties al-Maliki to Barzani, and nobody is tied to himself."""
    assert rows(graph, "shortest_tie", "steps", first="Maliki", second="Masoud Barzani") == []
    assert rows(graph, "shortest_tie", "steps", first="Maliki", second="Maliki") == []


def test_figures_without_a_list(graph: GraphView) -> None:
    """The prime minister led no list; al-Sadr boycotted with all that he leads."""
    found = dict(rows(graph, "figures_without_list", "figure boycotted"))
    assert (found["mohammed-shia-al-sudani"], found["muqtada-al-sadr"]) == (False, True)
    assert not {"nouri-al-maliki", "qais-al-khazali", "riyadh-abdul-wahid"} & set(found)


def test_a_figure_that_led_a_list_before_has_none_now(made: GraphView) -> None:
    """Ben left the Reds in 2024, Cyd came then."""
    assert rows(made, "figures_without_list", "figure") == [("ben",)]
    assert rows(made, "figures_without_list", "figure", election="e-2021") == [("cyd",)]


def test_members_of_two_alliances(graph: GraphView) -> None:
    """The PUK joined a list in Kirkuk and one in Nineveh, and two joined one in Diyala; a bloc is no alliance."""
    assert rows(graph, "members_of_two_alliances", "member first second") == [
        ("national-wisdom-movement", "istihqaq-diyala", "national-state-forces"),
        ("puk", "kirkuk-our-strength", "union-people-nineveh"),
        ("sadiqoun", "al-safwa-al-watani", "istihqaq-diyala"),
    ]


def test_two_alliances_one_after_the_other_are_not_two(made: GraphView) -> None:
    """The Greens were in both fronts in 2021 and in one in 2025."""
    assert rows(made, "members_of_two_alliances", "member") == []
    assert rows(made, "members_of_two_alliances", "member first second", election="e-2021") == [
        ("greens", "broad", "wide")
    ]


def test_lists_without_a_known_leader(published: GraphView) -> None:
    """Of 48 lists 3 are figures and 25 have a leader in `data/registry/leaders.csv`: 20 remain."""
    found = rows(published, "lists_without_leader", "list seats councils")
    assert len(found) == 20
    assert found[:3] == [("qiyam-madani", 6, 4), ("ishraqat-kanoon", 5, 4), ("anbar-our-identity", 3, 1)]


def test_who_leads_and_who_belongs(graph: GraphView, made: GraphView) -> None:
    """Two figures lead Tasmim; the Framework's members include the three lists; Ada leads the Blues of two blocs."""
    assert rows(graph, "leaders", "id", id="Tasmim") == [("amer-al-fayez",), ("asaad-al-eidani",)]
    members = {id for (id,) in rows(graph, "bloc_members", "id", id="Coordination Framework")}
    assert {"nabni", "state-of-law", "national-state-forces"} < members
    assert rows(made, "ties", "id through types", id="ada") == [
        ("blues", ["ada", "blues"], ["LEADS"]),
        ("coast", ["ada", "blues", "coast"], ["LEADS", "MEMBER_OF"]),
        ("hill", ["ada", "blues", "hill"], ["LEADS", "MEMBER_OF"]),
    ]
    assert ("ben", "LEADS", "reds", "2019", "2024-05") in rows(made, "affiliations", "a type b since until")


# --- Influence -----------------------------------------------------------------------------------------------


def test_the_reach_of_a_figure(graph: GraphView) -> None:
    """Talabani leads the PUK, that leads two lists: 1 + 5 + 2 seats; 1,637,226 + 1,597,876 + 3,729,998 people."""
    columns = "seats councils population population_unknown"
    assert rows(graph, "reach", columns, figure="Bafel Talabani") == [(8, 3, 6_965_100, 0)]
    assert rows(graph, "reach", "seats councils", figure="Maliki") == [(35, 10)]
    assert rows(graph, "reach", columns, figure="Khazali") == []


def test_a_population_that_is_not_known_is_no_zero(made: GraphView) -> None:
    """Southmark's population is not stated: the 1,000 are Northmark's, and one province is said to be missing."""
    columns = "seats councils population population_unknown"
    assert rows(made, "reach", columns, figure="Ada Lind") == [(6, 2, 1000, 1)]
    assert rows(made, "reach", columns, figure="Ben Ost") == []


def test_where_rivals_meet(graph: GraphView, made: GraphView) -> None:
    """Al-Sadr boycotted and meets al-Maliki nowhere; two rivals meet al-Halbousi; Cyd's Reds meet Ada's Blues twice."""
    columns = "first second province first_seats second_seats"
    found = rows(graph, "rivals_meet", columns)
    assert {row[:2] for row in found} == {
        ("muthanna-al-samarrai", "mohammed-al-halbousi"),
        ("osama-al-nujaifi", "mohammed-al-halbousi"),
    }
    assert [row[2:] for row in found if row[0] == "osama-al-nujaifi"] == [
        ("IQ-AN", 1, 6),
        ("IQ-BG", 3, 8),
        ("IQ-NI", 2, 2),
        ("IQ-SD", 2, 2),
    ]
    assert rows(made, "rivals_meet", columns) == [("cyd", "ada", "P-N", 5, 3), ("cyd", "ada", "P-S", 3, 3)]
    assert rows(made, "rivals_meet", columns, election="e-2021") == [("ben", "ada", "P-N", 6, 4)]


def test_councils_where_two_lists_have_a_majority(graph: GraphView) -> None:
    """Nabni and State of Law have 6 + 3 of 14 in Maysan; 7 of 14 in Qadisiyah and 6 of 12 in Muthanna are half."""
    assert rows(graph, "pair_majority", "province first_seats second_seats together majority",
                first="Nabni", second="State of Law") == [("IQ-MA", 6, 3, 9, 8)]  # fmt: skip
    assert rows(graph, "pair_majority", "province", first="Tasmim", second="Tasmim") == []


def test_which_lists_meet_most_often(graph: GraphView) -> None:
    """The Framework's three lists sit in the same ten councils; Absher Ya Iraq is in seven of these."""
    assert rows(graph, "meetings", "first second councils", minimum=7) == [
        ("nabni", "national-state-forces", 10),
        ("nabni", "state-of-law", 10),
        ("national-state-forces", "state-of-law", 10),
        ("absher-ya-iraq", "nabni", 7),
        ("absher-ya-iraq", "national-state-forces", 7),
        ("absher-ya-iraq", "state-of-law", 7),
    ]


def test_offices_held(graph: GraphView) -> None:
    """Three figures were prime minister, each as precisely dated as a source says; al-Maliki for two terms."""
    found = rows(graph, "offices_held", "office figure since until terms")
    assert [row[1:] for row in found if row[0] == "prime-minister-of-iraq"] == [
        ("nouri-al-maliki", "2006-05-20", "2014-09-08", 2),
        ("haider-al-abadi", "2014-09-08", "2018-10-25", None),
        ("mohammed-shia-al-sudani", "2022-10", "", None),
    ]


def test_offices_in_a_province(graph: GraphView) -> None:
    """Kirkuk's acting governor went when nine of sixteen members elected a governor, with the support of two lists."""
    columns = "office figure type since until basis number supporters"
    backers = ["babylon-movement", "puk"]
    assert rows(graph, "offices_in_council", columns, province="Kirkuk") == [
        ("acting-governor-of-kirkuk", "rakan-al-jubouri", "HELD", "2017-10", "2024-08", "", None, []),
        *(
            (office, figure, type, "2024-08-10", "", basis, number, supporters)
            for office, figure, supporters in (
                ("chair-of-kirkuk-council", "mohammed-ibrahim-al-hafidh", []),
                ("governor-of-kirkuk", "rebwar-taha", backers),
            )
            for type, basis, number in (("ELECTED", "members", 16), ("ELECTED", "present", 9), ("HELD", "", None))
        ),
    ]


def test_brokers_between_blocs(graph: GraphView) -> None:
    """Taqaddum joins three blocs, Siyada two, Ataa two; what leads or belongs to them comes to the same blocs."""
    found = rows(graph, "brokers", "broker first first_steps second second_steps")
    assert [row for row in found if row[0] in ("ataa-movement", "siyada", "taqaddum")] == [
        ("ataa-movement", "coordination-framework", 1, "nineveh-future", 1),
        ("siyada", "unified-arab-bloc-kirkuk", 2, "unified-nineveh-bloc", 1),
        ("taqaddum", "nineveh-future", 1, "unified-arab-bloc-kirkuk", 2),
        ("taqaddum", "nineveh-future", 1, "unified-nineveh-bloc", 1),
        ("taqaddum", "unified-arab-bloc-kirkuk", 2, "unified-nineveh-bloc", 1),
    ]
    assert ("mohammed-al-halbousi", "unified-arab-bloc-kirkuk", 3, "unified-nineveh-bloc", 2) in found
    assert {row[0] for row in found if row[1:4:2] == ("unified-arab-bloc-kirkuk", "unified-nineveh-bloc")} >= {
        "khamis-al-khanjar",
        "omar-al-karawi",
    }


# --- Coverage ------------------------------------------------------------------------------------------------


def test_seats_accounted_for(published: GraphView) -> None:
    """The final list accounts for 277 of 285: 3 are missing in Baghdad, 2 in Basra, 2 in Kirkuk, 1 in Wasit."""
    found = rows(published, "seats_accounted", "province council_size accounted missing share")
    assert [sum(row[place] for row in found) for place in (1, 2, 3)] == [285, 277, 8]
    assert {row[0]: row[3] for row in found if row[3]} == {"IQ-BG": 3, "IQ-BA": 2, "IQ-KI": 2, "IQ-WA": 1}
    assert [row[4] for row in found if row[0] == "IQ-KI"] == [14 / 16]


def test_provinces_without_turnout(graph: GraphView) -> None:
    """Baghdad's is given for its two halves only; in Basra (43, 45.6) and Nineveh (52, 53) sources differ."""
    assert rows(graph, "no_turnout", "province values") == [("IQ-BA", [43, 45.6]), ("IQ-BG", None), ("IQ-NI", [52, 53])]
    assert rows(graph, "council_turnout", "turnout basis", province="Kirkuk") == [(66, "eligible")]
    assert rows(graph, "council_turnout", "turnout basis", province="Baghdad") == [(None, None)]


def test_provinces_and_their_councils(graph: GraphView) -> None:
    """Fifteen of eighteen provinces voted; Erbil, Duhok and Sulaymaniyah held no vote."""
    found = rows(graph, "councils", "id council_size no_vote")
    assert {id for id, size, no_vote in found if no_vote} == {"IQ-AR", "IQ-DA", "IQ-SU"}
    assert [size for _, size, no_vote in found if no_vote] == [None] * 3
    assert len(found) == 18


def test_facts_with_one_independent_source(graph: GraphView, published: GraphView) -> None:
    """All 108 facts of the published list rest on it alone; that al-Maliki leads State of Law is said by seven.

    With all that ships 82 of the 108 do: Nerina Azad, 964media, KirkukNow, Arab Style and others confirm 26. So do 4 of
    the 7 others (not the two Feyli Kurds, whom Rudaw names too, nor the Leadership Alliance), 4 of the lists with 0
    seats and 3 of the stated totals.
    """
    alone = rows(published, "single_source_facts", "predicate fact")
    assert sum(predicate == "holds_seats" for predicate, _ in alone) == 108
    found = rows(graph, "single_source_facts", "predicate fact")
    assert sum(predicate == "holds_seats" for predicate, _ in found) == 82 + 4 + 4 + 3
    assert ("leads", "leads/nouri-al-maliki/state-of-law") not in found


def test_disputed_facts(graph: GraphView, made: GraphView) -> None:
    """Pages differ on the day of Kirkuk's bloc, on votes and on turnout; one report says two places."""
    days = ["2023-12-30", "2023-12-31"]
    assert rows(graph, "disputed_facts", "predicate subject object values") == [
        ("candidate_votes", "muhannad-najm-al-jubouri", "IQ-NI", [55747, 57448]),
        ("candidates", "iq-2023-governorates", None, [5901, 5904, 5970]),
        *(
            ("member_of", list, "unified-arab-bloc-kirkuk", days)
            for list in ("arab-alliance-kirkuk", "leadership-alliance-kirkuk", "uruba")
        ),
        ("ranked", "nabni", "IQ-MU", [2, 3]),
        ("ranked", "state-of-law", "IQ-BB", [2, 3]),
        ("ranked", "state-of-law", "IQ-WA", [2, 3]),
        ("turnout", "IQ-BA", None, [43, 45.6]),
        ("turnout", "IQ-NI", None, [52, 53]),
        ("votes", "united-iraqi-turkmen-front", "IQ-KI", [72028, 72281]),
    ]
    assert rows(made, "disputed_facts", "subject object values") == [("reds", "P-S", [3, 4])]


def test_unresolved_names(graph: GraphView, made: GraphView) -> None:
    """Every name of the final list is known; the early count of the made country has Purples."""
    assert rows(graph, "unresolved_names", "text") == []
    assert rows(made, "unresolved_names", "text source") == [("Purples", "post")]
    assert rows(made, "unresolved_in_council", "text seats locator", province="Southmark") == [("Yellows", 1, "p. 4")]


def test_statements_about_groups_that_nobody_names(graph: GraphView) -> None:
    """The report of 19 December speaks of militias and of activists without a name."""
    found = rows(graph, "claims_in_words", "predicate subject subject_text object_text source")
    national = [row[:4] for row in found if row[4] == "the-national-2023-12-19"]
    assert national == [
        ("boycotted", None, "activists of the reform protests (not named)", None),
        ("member_of", None, "Iran-backed militias (not named)", "nabni"),
        ("rival_of", "muqtada-al-sadr", "muqtada-al-sadr", "militias allied with Iran (not named)"),
    ]


def test_statements_by_source_and_standing(graph: GraphView) -> None:
    """The final list says 108 numbers of seats, the voters and the turnout; the early report says 25 + 12 things."""
    found = rows(graph, "statements_by_source", "source standing statements won")
    assert ("shafaq-final-2023", "final", 110, 110) in found
    assert [row[:3] for row in found if row[0] == "the-national-2023-12-19"] == [
        ("the-national-2023-12-19", "preliminary", 25),
        ("the-national-2023-12-19", "reported", 12),
    ]


def test_lists_that_one_source_has_and_another_lacks(graph: GraphView, made: GraphView) -> None:
    """The early report ranks Nabni and State of Law alone: 46 of the final list's 48 lists are not in it."""
    early, final = "the-national-2023-12-19", "shafaq-final-2023"
    found = {list for (list,) in rows(graph, "lists_of_one_source", "list", first=final, second=early)}
    assert len(found) == 46
    assert not found & {"nabni", "state-of-law"}
    assert rows(graph, "lists_of_one_source", "list", first=early, second=final) == []
    assert rows(made, "lists_of_one_source", "list statements", first="gazette", second="post") == [
        ("ada", 1),
        ("blues", 2),
        ("greens", 2),
    ]


def test_all_facts_and_claims_of_an_election(made: GraphView) -> None:
    """The facts of one election, and of none, each with its statements; those of another election are left out."""
    north = [row for row in rows(made, "facts", "predicate subject object value sources counts") if row[2] == "P-N"]
    assert north == [
        ("holds_seats", "blues", "P-N", 3, 1, True),
        ("holds_seats", "greens", "P-N", 2, 1, True),
        ("holds_seats", "reds", "P-N", 5, 1, True),
    ]
    said = rows(made, "claims", "subject object value source won")
    assert ("reds", "P-N", 5, "gazette", True) in said
    assert ("reds", "P-N", 6, "post", False) in said
    assert ("reds", "P-N", 6, "gazette", True) not in said
    assert ("reds", "P-N", 6, "gazette", True) in rows(
        made, "claims", "subject object value source won", election="e-2021"
    )
    assert {row[0] for row in rows(made, "claims", "fact")} - {None} == {row[0] for row in rows(made, "facts", "fact")}


def test_what_was_not_read_and_what_nobody_looked_for(graph: GraphView, made: GraphView) -> None:
    """Every line of the final list was read; the shipped data say what they do not cover, the made country nothing."""
    assert rows(graph, "unreadable_lines", "text") == []
    ((sentences,),) = rows(graph, "not_covered", "what")
    assert any("members" in sentence for sentence in sentences)
    assert rows(made, "not_covered", "what") == [([],)]


# --- Provenance ----------------------------------------------------------------------------------------------


def test_from_a_seat_to_its_line(graph: GraphView) -> None:
    """Nabni's 9 seats in Baghdad are the second item under that heading of the final list; a page confirms them."""
    columns = "seats value won standing source published locator quote"
    assert sorted(rows(graph, "seat_source", columns, list="Nabni", province="Baghdad")) == [
        (9, 9, True, "final", "shafaq-final-2023", "2023-12-28", "Baghdad, item 2", None),
        (9, 9, True, "reported", "shafaq-2023-12-29-voa", "2023-12-29", "paragraph 8", None),
    ]


def test_a_seat_shows_the_claims_that_lost_too(made: GraphView) -> None:
    """The early count gives the Reds 6 in Northmark, the final result 5."""
    assert rows(made, "seat_source", "seats value won source", list="Reds", province="Northmark") in (
        [(5, 5, True, "gazette"), (5, 6, False, "post")],
        [(5, 6, False, "post"), (5, 5, True, "gazette")],
    )


def test_all_that_a_source_says(graph: GraphView) -> None:
    """The report of 19 December makes 37 statements, three of them on the turnout of a province."""
    found = rows(graph, "said_by_source", "predicate subject value", source="the-national-2023-12-19")
    assert len(found) == 37
    turnout = {subject: value for predicate, subject, value in found if predicate == "turnout"}
    assert turnout == {E23: 41, "IQ-KI": 66, "IQ-SD": 59, "IQ-AN": 57}


def test_what_two_sources_disagree_on(graph: GraphView, made: GraphView) -> None:
    """The early report and the final list agree on the turnout; ranks without a basis are no ranks by seats."""
    early, final = "the-national-2023-12-19", "shafaq-final-2023"
    assert rows(graph, "sources_disagree", "fact", first=early, second=final) == []
    columns = "subject object first_value second_value decided"
    assert rows(made, "sources_disagree", columns, first="Results", second="Early count") == [("reds", "P-N", 5, 6, 5)]
    assert rows(made, "sources_disagree", columns, first="board", second="gazette") == [("reds", "P-S", 4, 3, None)]
    assert rows(made, "sources_disagree", columns, first="gazette", second="gazette") == []


def test_the_statements_behind_facts_and_names(graph: GraphView) -> None:
    """A fact leads to its statements, and a name to all that is said of it with what was decided."""
    fact = f"holds_seats/tasmim/IQ-BA/{E23}"
    assert sorted(rows(graph, "provenance", "fact won source locator", facts=[fact])) == [
        (fact, False, "shafaq-basra-government", "paragraph 7"),
        (fact, True, "shafaq-final-2023", "Basra, item 1"),
    ]
    found = rows(graph, "claims_about", "fact predicate decided value won", ids="Tasmim")
    assert (fact, "holds_seats", 12, 12, True) in found


# --- The graph -----------------------------------------------------------------------------------------------


def test_what_the_graph_knows(graph: GraphView, made: GraphView) -> None:
    """The graph names its state, its elections, its sources and every name."""
    assert rows(graph, "state", "state data_version") == [("ready", graph.data_version)]
    assert rows(made, "elections", "id date") == [("e-2025", "2025-05-11"), ("e-2021", "2021-05-09")]
    assert rows(made, "sources", "id title kind") == [
        ("board", "Record of the board", "official"),
        ("gazette", "Results", "official"),
        ("post", "Early count", "press"),
    ]
    assert ("IQ-BG", "province", "Baghdad", "بغداد") in rows(graph, "names", "id kind name name_local")
    assert ("IQ-BA", "البصرة", "ar", 30.6802, 47.5605) in rows(graph, "places", "id name_local lang lat lon")
    assert rows(made, "places", "lat") == [(None,)] * len(rows(made, "names", "id"))


def test_every_tie_at_once(graph: GraphView) -> None:
    """Seats, leaders, members and offices are ties of one table; only seats have a number."""
    found = rows(graph, "all_ties", "a b type seats")
    assert ("state-of-law", "IQ-BB", "HOLDS_SEATS", 3) in found
    assert ("nouri-al-maliki", "state-of-law", "LEADS", None) in found
    assert {row[2] for row in found if row[3] is not None} == {"HOLDS_SEATS"}


def test_what_is_known_of_a_province(graph: GraphView) -> None:
    """Baghdad's capital and population are known, and Halabja's first day as a province."""
    ((capital, people, year, founded),) = rows(
        graph, "province", "capital population population_year founded", province="Baghdad"
    )
    assert (capital, people, year, founded) == ("Baghdad", 8126755, "2018", None)
    assert rows(graph, "province", "id founded", province="Halabja") == [("iq-halabja", "2025-04-14")]


# --- Running one ---------------------------------------------------------------------------------------------


def test_every_prepared_query_has_golden_rows() -> None:
    """Each query of the catalogue is asked in this file."""
    text = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in names() if f'"{name}"' not in text] == []


def test_names_are_read_as_in_other_questions(graph: GraphView) -> None:
    """A misspelt name is answered where one candidate is clear, and the answer says how it was read."""
    answer = run(graph, "reach", {"figure": "malki"})
    assert answer.parameters == {"figure": "nouri-al-maliki", "election": E23, "as_of": None}
    asked, subject = answer.readings[0]
    assert (asked, subject.candidate.id, subject.matched.value) == ("malki", "nouri-al-maliki", "fuzzy")


def test_an_election_is_the_latest_or_the_one_named(made: GraphView) -> None:
    """An election may be given by its id or its name; an unknown one is wrong usage."""
    assert run(made, "totals_by_list").parameters == {"election": "e-2025"}
    assert run(made, "totals_by_list", {"election": "Councils 2021"}).parameters == {"election": "e-2021"}
    with pytest.raises(UsageError, match=r"e-2025 \(2025-05-11\), e-2021"):
        run(made, "totals_by_list", {"election": "e-1999"})


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("reach", {}, r"reach needs the parameter 'figure'(.|\n)*figure \(figure\): the figure"),
        ("reach", {"figure": "Maliki", "province": "Basra"}, r"reach has no parameter 'province'"),
        ("disputed_facts", {"x": "1"}, "It takes none"),
        ("reach", {"figure": ""}, "give one text"),
        ("reach", {"figure": ["Maliki", "Hakim"]}, "give one text"),
        ("meetings", {"minimum": "many"}, "give a whole number"),
        ("stood", {"lists": " ; "}, "give one or more"),
        ("provenance", {"facts": []}, "give one or more"),
        ("provenance", {"facts": 5}, "give several"),
    ],
)
def test_wrong_parameters_are_wrong_usage(graph: GraphView, name: str, given: dict[str, Any], said: str) -> None:
    """The error says what is missing, unknown or of the wrong type, and what the query takes."""
    with pytest.raises(UsageError, match=said):
        run(graph, name, given)


@pytest.mark.parametrize(
    ("name", "given", "error", "candidate"),
    [
        ("reech", {}, "unknown", "reach"),
        ("reach", {"figure": "Zaphod Beeblebrox"}, "unknown", None),
        ("reach", {"figure": "Nabni"}, "unknown", None),
        ("said_by_source", {"source": "final result"}, "unknown", "shafaq-final-2023"),
        ("council", {"province": "Atlantis"}, "unknown", None),
    ],
)
def test_what_is_not_known_is_not_guessed(
    graph: GraphView, name: str, given: dict[str, Any], error: str, candidate: str | None
) -> None:
    """An unknown query, name or source cannot be answered, and the nearest are named."""
    with pytest.raises(CannotAnswerError) as caught:
        run(graph, name, given)
    assert caught.value.answer["error"] == error
    assert candidate is None or candidate in [item["id"] for item in caught.value.answer["candidates"]]


def test_a_limit_keeps_the_first_rows_and_says_so(graph: GraphView) -> None:
    """An answer that was cut says that there is more; one that fits does not."""
    cut = run(graph, "totals_by_list", limit=2)
    assert ([row[0] for row in cut.rows], cut.cut) == (["nabni", "state-of-law"], True)
    assert run(graph, "totals_by_list", limit=54).cut is False
    with pytest.raises(UsageError):
        run(graph, "totals_by_list", limit=0)


def test_an_answer_is_plain_data(graph: GraphView) -> None:
    """Columns, rows and whether it was cut, with the question and what it was asked with."""
    answer = run(graph, "reach", {"figure": "Maliki"}).to_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["columns"][:3], answer["rows"][0][:3], answer["cut"]) == (
        ["figure", "name", "seats"],
        ["nouri-al-maliki", "Nouri al-Maliki", 35],
        False,
    )


# --- The command ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ask(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Result]:
    """Runs `majlis query` on the shipped graph, kept in a file."""
    path = tmp_path_factory.mktemp("graph") / "shipped.kgl"
    store = EmbeddedStore.create()
    store.write(batches(knowledge, settle(knowledge)[0]))
    store.save(path)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["query", *arguments], env={"MAJLIS_GRAPH": str(path)})

    return call


def test_the_command_lists_every_query(ask: Callable[..., Result]) -> None:
    """Without a name all queries are listed by group, each with its question, in each shape."""
    listed = ask()
    assert listed.exit_code == 0
    assert all(item.name in listed.stdout and item.question in listed.stdout for item in catalogue())
    assert [item["name"] for item in json.loads(ask("-f", "json").stdout)] == [item.name for item in catalogue()]
    assert len(list(csv.reader(io.StringIO(ask("-f", "csv").stdout)))) == len(names()) + 1


def test_the_command_runs_a_query_in_each_shape(ask: Callable[..., Result]) -> None:
    """A table with the question, JSON with columns and rows, CSV with a header; a name may have hyphens."""
    table = ask("seats-accounted", "--limit", "2").stdout
    assert "How many seats of each council" in table
    assert "100.0%" in table
    assert "(2 rows, and more: see --limit)" in table
    found = json.loads(ask("reach", "-p", "figure=Maliki", "-f", "json").stdout)
    assert dict(zip(found["columns"], found["rows"][0], strict=True))["councils"] == 10
    ties = list(csv.DictReader(io.StringIO(ask("ties", "-p", "id=Maliki", "-f", "csv").stdout)))
    assert ties[0]["through"] == "nouri-al-maliki; islamic-dawa-party"


def test_the_command_says_how_it_read_a_name(ask: Callable[..., Result]) -> None:
    """A guess is said before the answer."""
    assert ask("reach", "-p", "figure=malki").stdout.startswith('Reading "malki" as Nouri al-Maliki.')


def test_no_rows_are_not_shown_as_none(ask: Callable[..., Result]) -> None:
    """An empty answer says that nothing is known."""
    assert "not the same as a 0" in ask("reach", "-p", "figure=Sudani").stdout


def test_the_command_takes_several_where_a_query_does(ask: Callable[..., Result]) -> None:
    """A parameter said again adds to it."""
    found = json.loads(ask("absences", "-p", "ids=Sadr", "-p", "ids=Sadrist Movement", "-f", "json").stdout)
    assert [row[0] for row in found["rows"]] == ["muqtada-al-sadr", "sadrist-movement"]


def test_the_command_shows_a_query(ask: Callable[..., Result]) -> None:
    """The header and the text, which a user may change and run."""
    shown = ask("reach", "--show").stdout
    assert shown.startswith("// Question: How far does a figure reach")
    assert shown.rstrip().endswith("ORDER BY figure")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["reech"], 1, "reach: How far"),
        (["reach"], 2, "figure (figure): the figure"),
        (["reach", "-p", "figur=Maliki"], 2, "no parameter 'figur'"),
        (["reach", "-p", "Maliki"], 2, "written key=value"),
        (["reach", "-p", "figure=Maliki", "--election", "iq-1999"], 2, E23),
        (["disputed_facts", "--election", E23], 2, "no parameter 'election'"),
        (["-p", "figure=Maliki"], 2, "name the query"),
        (["reach", "-p", "figure=Zaphod Beeblebrox"], 1, "no name"),
        (["reach", "-p", "figure=Maliki", "--limit", "0"], 2, "--limit"),
    ],
)
def test_a_wrong_call_ends_with_its_own_code(
    ask: Callable[..., Result], arguments: list[str], code: int, said: str
) -> None:
    """Unknown names end with 1, wrong usage with 2, and nothing is written to stdout."""
    result = ask(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_an_unknown_query_is_plain_data_too(ask: Callable[..., Result]) -> None:
    """With --format json the nearest queries are candidates."""
    result = ask("reech", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["candidates"][0]["id"] == "reach"


def test_the_command_has_examples() -> None:
    """Its help shows how to call it."""
    assert isinstance(command, click.Command)
    assert "majlis query reach" in CliRunner().invoke(main, ["query", "--help"]).stdout
