"""Prose: each kind of sentence, what a pronoun can mean, and the sentences that claim nothing."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from graph.model import Item, Knowledge, Registry, Statement, Unreadable, Unresolved
from graph.names import Resolver
from loaders.tables import read_registry

ROOT = Path(__file__).parents[1]
ELSEWHERE = Path(__file__).parent / "elsewhere"
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("004_*.txt"))

Read = Callable[[str], list[Item]]
Told = list[tuple[object, ...]]


def read_text(path: Path, text: str, registry: Registry, resolver: Resolver) -> list[Item]:
    """The items of a text as a press report."""
    path.write_text(text, encoding="utf-8")
    return list(loaders.read(path, registry, resolver, loaders.Options(shape="prose")).items())


@pytest.fixture(scope="module")
def estmark() -> tuple[Registry, Resolver]:
    """The registry of an invented country."""
    registry = read_registry(ELSEWHERE)
    return registry, Resolver(registry.names)


@pytest.fixture
def read(tmp_path: Path, estmark: tuple[Registry, Resolver]) -> Read:
    """Reads a text with the names of the invented country."""
    return lambda text: read_text(tmp_path / "report.txt", text, *estmark)


@pytest.fixture
def read_iraq(tmp_path: Path, knowledge: Knowledge, resolver: Resolver) -> Read:
    """Reads a text with the names of the shipped data."""
    return lambda text: read_text(tmp_path / "report.txt", text, knowledge.registry, resolver)


def told(items: list[Item]) -> Told:
    """Who, what, whom and how much; a name that is not known stands as "?name"."""
    return [
        (c.subject or f"?{c.subject_text}", c.predicate, c.object or (c.object_text and f"?{c.object_text}"), c.value)
        for c in items
        if isinstance(c, Statement)
    ]


def ranked(list: str, **provinces: int) -> Told:
    """A list's ranks, written short: AS=1 is rank 1 in EM-AS."""
    return [(list, "ranked", f"EM-{code}", rank) for code, rank in provinces.items()]


def turnout(**provinces: float) -> Told:
    """Turnouts of provinces, written short."""
    return [(f"EM-{code}", "turnout", None, value) for code, value in provinces.items()]


def gaps(items: list[Item]) -> list[str]:
    """The reasons of what looks like a claim and was not read."""
    return [item.reason for item in items if isinstance(item, Unreadable)]


# --- Rankings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour List came first in Corvale.", ranked("harbour-list", CO=1)),
        ("The Harbour List finished in third place in Corvale.", ranked("harbour-list", CO=3)),
        ("Harbour List ranked 12th in Corvale.", ranked("harbour-list", CO=12)),
        ("Harbour List also came joint first in the province of Corvale.", ranked("harbour-list", CO=1)),
        ("In Corvale, Harbour List came second.", ranked("harbour-list", CO=2)),
        ("In the province of Corvale, Harbour List came second, ahead of Old Guard.", ranked("harbour-list", CO=2)),
        (
            "Harbour List came first in the provinces of Corvale, Dunmere and Åsholm and second in Fellmark.",
            ranked("harbour-list", CO=1, DU=1, AS=1, FE=2),
        ),
        (
            "Harbour List came first in Corvale and Dunmere, second in Åsholm and Fellmark, and third in Harbour.",
            ranked("harbour-list", CO=1, DU=1, AS=2, FE=2, HA=3),
        ),
        ("Harbour List came first in Corvale and was second in Dunmere.", ranked("harbour-list", CO=1, DU=2)),
        ("Harbour List came first in Corvale, but it came third in Dunmere.", ranked("harbour-list", CO=1, DU=3)),
        ("Land and Sea came first in Berg and Dal.", ranked("land-and-sea", BD=1)),
        ("Land and Sea came first in Corvale, Berg and Dal and Dunmere.", ranked("land-and-sea", CO=1, BD=1, DU=1)),
        ("Ms Lindqvist's Union of Towns came first in Corvale.", ranked("union-of-towns", CO=1)),
        ("Former mayor Ólafur Bjørk came second in Corvale.", ranked("olafur-bjork", CO=2)),
        ("Harbour List came first in Harbour.", ranked("harbour-list", HA=1)),
        ("“Harbour List” came first in the ‘Harbour’ province.", ranked("harbour-list", HA=1)),
        ("Harbour List, which sailors founded, came first in Corvale.", ranked("harbour-list", CO=1)),
        ("Harbour List – the oldest of all – came first in Corvale.", ranked("harbour-list", CO=1)),
        (
            "Harbour List, which came first in Corvale, came third in Dunmere.",
            [*ranked("harbour-list", DU=3), *ranked("harbour-list", CO=1)],
        ),
        ("Harbour List came first in Corvale, where it had many ships.", ranked("harbour-list", CO=1)),
        ("Harbour List came first in Corvale, ahead of Land and Sea.", ranked("harbour-list", CO=1)),
        ("Harbour List came first in the cold and windy northern city of Corvale.", ranked("harbour-list", CO=1)),
        (
            "Harbour List came first in Corvale, north of the capital, and Dunmere, to the west.",
            ranked("harbour-list", CO=1, DU=1),
        ),
        ("Harbour List came first in Corvale, north of Dunmere and Fellmark.", ranked("harbour-list", CO=1)),
        ("Harbour List came first in Corvale and two smaller provinces.", ranked("harbour-list", CO=1)),
        (
            "Harbour List came first in Corvale. It came second in Dunmere. It was third in Fellmark.",
            ranked("harbour-list", CO=1, DU=2, FE=3),
        ),
        (
            "Harbour List came first in Corvale.\n\nThe alliance came second in Dunmere.",
            ranked("harbour-list", CO=1, DU=2),
        ),
        (
            "Harbour List, which brought together sailors, came first in Corvale. It was third in Dunmere.",
            [
                *ranked("harbour-list", CO=1),
                ("?sailors", "member_of", "harbour-list", None),
                *ranked("harbour-list", DU=3),
            ],
        ),
    ],
)
def test_a_ranking_is_read(read: Read, text: str, expected: Told) -> None:
    """Who came where is read through coordination, parentheses, possessives, pronouns and names with "and"."""
    items = read(text)
    assert told(items) == expected
    assert gaps(items) == []


def test_a_ranking_keeps_unknown_names(read: Read) -> None:
    """An unknown list or province stays text without an id, and is told once for each claim."""
    items = read("New Harbour List came first in Corvale. Harbour List came second in Atlantis and Corvale.")
    assert told(items) == [
        ("?New Harbour List", "ranked", "EM-CO", 1),
        ("harbour-list", "ranked", "?Atlantis", 2),
        ("harbour-list", "ranked", "EM-CO", 2),
    ]
    assert [(u.text, u.kind) for u in items if isinstance(u, Unresolved)] == [
        ("New Harbour List", "list"),
        ("Atlantis", "province"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It came first in Corvale.",
        "Harbour List came first in a race.",
        "Harbour List was first in Corvale to open an office.",
        "Harbour List's rival came first in Corvale.",
        "The rival of Harbour List came first in Corvale.",
        "A breakaway from Harbour List came first in Corvale.",
        "Allies of Harbour List came first in Corvale.",
        "A spokesman for Harbour List was first in Corvale.",
        "Neither Harbour List nor Old Guard came first in Corvale.",
        "No party but Harbour List came first in Corvale.",
        "Harbour List and Old Guard came first in Corvale and Dunmere.",
        "Harbour List and Old Guard came first and second in Corvale.",
        "Old Guard said Harbour List came first in Corvale.",
        "Harbour List said it came first in Corvale.",
        "Harbour List came first in Corvale, its leader said.",
        "“Harbour List came first in Corvale, a great day for us,” Ms Lindqvist said.",
        "Harbour List came first in every province except Corvale.",
        "Harbour List came first in all provinces but Corvale.",
        "Harbour List came first in parts of Corvale.",
        "Harbour List came first in northern Corvale.",
        "Harbour List came first in the southern half of the province of Corvale.",
        "Harbour List came first in the Corvale district of Hilltop.",
        "Harbour List came first in Corvale's capital.",
        "Harbour List came first in Corvale and Old Guard in Dunmere.",
        "Harbour List came first in Corvale and Old Guard second in Dunmere.",
        "Harbour List came first in Corvale, Old Guard came second in Dunmere.",
        "Harbour List came first in Corvale; Old Guard was third in Dunmere.",
        "Harbour List came first in Corvale while Old Guard came second in Dunmere.",
        "Harbour List came first in Corvale with Old Guard second.",
        "Harbour List lost in Dunmere and came first in Corvale.",
        "Harbour List came second last in Corvale.",
        "Harbour List would come first in Corvale.",
        "If Harbour List came first in Corvale, it was luck.",
        "Reports that Harbour List came first in Corvale were denied.",
        "Officials denied that Harbour List came first in Corvale.",
        "Harbour List is expected to have been first in Corvale.",
        "Exit polls had it that Harbour List came first in Corvale.",
        "Harbour List came first in Corvale, but not in Dunmere.",
        "In 2017 Harbour List came first in Corvale.",
        "Harbour List came first in Corvale in 2017.",
        "Four years ago Harbour List came first in Corvale.",
        "In the last election Harbour List came first in Corvale.",
        "In the parliamentary election Harbour List came first in Corvale.",
        "On Monday Harbour List came first in Corvale.",
        "Harbour List came first in Corvale by noon.",
    ],
)
def test_a_sentence_that_only_looks_like_a_ranking_claims_nothing(read: Read, text: str) -> None:
    """Hedges, denials, other votes, other subjects and parts of a province give no statement, and are reported."""
    items = read(text)
    assert told(items) == []
    assert len(gaps(items)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Did Harbour List come first in Corvale?",
        "Harbour List came first in Corvale?",
        "First, Corvale voted for Harbour List.",
        "Harbour List is the first to campaign in Corvale.",
        "The turnout of horses in Corvale was splendid.",
        "Corvale has 44 per cent more sheep than Dunmere.",
        "Harbour List boycotted the session.",
        "Old Guard ended its boycott.",
        "Harbour List is no rival of Old Guard.",
        "Harbour List is a former rival of Old Guard.",
        "A rally of Harbour List brought together Old Guard and Bo Strand.",
        "Bo Strand's deputy served as first minister from 2009 to 2017.",
        "Bo Strand never served as first minister from 2009 to 2017.",
        "The Football Club elections were last held in 2013.",
        "The parliamentary elections were last held in 2019.",
        "No vote was held in time.",
        "No vote was held in Fellmark on the budget.",
        "The vote took place in only nine of the six provinces.",
        "Old Guard got 88.5 per cent of the votes counted.",
        "The commission counted 88.5 per cent of the votes in Corvale.",
        "The number of registered voters was 48,210.",
    ],
)
def test_other_sentences_are_left_alone(read: Read, text: str) -> None:
    """Questions, other matters and other people's offices, boycotts and counts give no statement."""
    assert told(read(text)) == []


def test_a_pronoun_reaches_back_one_sentence_and_no_further(read: Read) -> None:
    """A pronoun is the list that the sentence before ranked; with another sentence between, it is nobody."""
    items = read("Harbour List came first in Corvale. Old Guard lost heavily. It came second in Dunmere.")
    assert told(items) == ranked("harbour-list", CO=1)
    assert "does not say which list 'it' is" in gaps(items)[0]


# --- Turnout, counts, voters -------------------------------------------------------------------------

WHOLE = "em-2021-councils"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The overall turnout was 41 per cent.", [(WHOLE, "turnout", None, 41)]),
        ("Turnout: 41.5%", [(WHOLE, "turnout", None, 41.5)]),
        ("Turnout stood at 41,5 percent nationwide.", [(WHOLE, "turnout", None, 41.5)]),
        ("The commission said that turnout reached only ٤١٪.", [(WHOLE, "turnout", None, 41)]),
        ("According to the commission, turnout was 41 per cent.", [(WHOLE, "turnout", None, 41)]),
        ("Turnout was 41 per cent, down from 44 per cent.", [(WHOLE, "turnout", None, 41)]),
        ("Turnout in Corvale was 41 per cent.", turnout(CO=41)),
        ("Turnout in Berg and Dal was 41 per cent.", turnout(BD=41)),
        ("Turnout was 41 per cent in the province of Corvale.", turnout(CO=41)),
        ("In Corvale, turnout was 41 per cent.", turnout(CO=41)),
        ("Corvale had a turnout of 41 per cent.", turnout(CO=41)),
        ("The lowest turnout of 21 per cent was recorded in Corvale.", turnout(CO=21)),
        ("Turnout in Corvale was 41 per cent, compared with 44 per cent in Dunmere.", turnout(CO=41)),
        (
            "The highest turnout of 68 per cent was recorded in the windy northern city of Corvale, which is claimed "
            "by poets. It was followed by the fishing-dominated provinces of Dunmere, north of the capital, and "
            "Fellmark, to the west, with 61 per cent and 54 per cent respectively.",
            turnout(CO=68, DU=61, FE=54),
        ),
        (
            "Turnout in Corvale was 68 per cent. It was followed by Berg and Dal and Harbour with 61 and 54 per cent.",
            turnout(CO=68, BD=61, HA=54),
        ),
        (
            "Turnout in Corvale was 68 per cent, followed by Dunmere with 61 per cent and Harbour with 54 per cent.",
            turnout(CO=68, DU=61, HA=54),
        ),
        (
            "Turnout in Corvale was 68%. It was followed by Dunmere at 61% and Harbour at 54%.",
            turnout(CO=68, DU=61, HA=54),
        ),
        (
            "Turnout in Corvale was 68%. It was followed by 61 per cent in Dunmere and 54 per cent in Harbour.",
            turnout(CO=68, DU=61, HA=54),
        ),
        (
            "Turnout in Corvale was 68%. It was followed by Dunmere (61%) and Harbour (54%).",
            turnout(CO=68, DU=61, HA=54),
        ),
        ("The commission announced only 91.5 per cent of the preliminary results.", [(WHOLE, "counted", None, 91.5)]),
        ("With 88 per cent of ballots counted, the commission rested.", [(WHOLE, "counted", None, 88)]),
        (
            "About noon the commission said that the total number of voters amounted to 48,210.",
            [(WHOLE, "voters", None, 48210)],
        ),
        ("The number of voters in Corvale was 8,210.", [("EM-CO", "voters", None, 8210)]),
        ("Voters: ٤٨٬٢١٠", [(WHOLE, "voters", None, 48210)]),
        (
            "The board says that the total number of voters in the early and the general vote amounted to "
            "48,210, with a voter turnout of 52%.",
            [(WHOLE, "turnout", None, 52), (WHOLE, "voters", None, 48210)],
        ),
    ],
)
def test_figures_of_the_vote_are_read(read: Read, text: str, expected: Told) -> None:
    """Turnouts, shares counted and voters go to the election or to the province that the sentence names."""
    items = read(text)
    assert told(items) == expected
    assert gaps(items) == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Turnout was 41 per cent of registered voters.", "registered"),
        ("Turnout was 41% of all eligible voters in Corvale.", "eligible"),
        ("Turnout was 41 per cent.", None),
    ],
)
def test_a_turnout_says_of_whom(read: Read, text: str, basis: str | None) -> None:
    """Registered and eligible voters are told apart, and nothing is assumed."""
    (claim,) = [item for item in read(text) if isinstance(item, Statement)]
    assert claim.of == basis


@pytest.mark.parametrize(
    "text",
    [
        "Turnout of 140 per cent was recorded in Corvale.",
        "Turnout was 41.2.3 per cent.",
        "Women's turnout was 30 per cent.",
        "Turnout among women was 30 per cent.",
        "Turnout among women in Corvale was 30 per cent.",
        "By noon turnout was 12 per cent.",
        "Turnout in Corvale reached 12 per cent by midday.",
        "The special voting had a turnout of 67 per cent.",
        "Turnout abroad was 12 per cent.",
        "Corvale officials said turnout was 41 per cent.",
        "Corvale, with a turnout of 21 per cent, was last.",
        "Turnout in Corvale and Dunmere was 41 per cent.",
        "The turnout was 41 per cent in Corvale and 38 per cent in Dunmere.",
        "The turnout in Corvale was 41 per cent and in Dunmere 38 per cent.",
        "Turnout was higher in Corvale than in Dunmere at 41 per cent.",
        "Turnout fell by 41 per cent.",
        "Turnout was about 41 per cent.",
        "Turnout was 41 to 44 per cent.",
        "Turnout was not 41 per cent.",
        "Turnout was 41 per cent in the first round.",
        "Turnout was 41 per cent, compared with a turnout of 44 per cent in 2017.",
        "In 2017 the turnout was 44 per cent.",
        "The referendum had a turnout of 44 per cent.",
        "A turnout of 44 per cent was expected.",
        "The number of voters was 6.6 million.",
        "The number of voters was 1.2.3.",
        "The number of voters abroad was 400,000.",
    ],
)
def test_a_figure_of_something_else_is_reported(read: Read, text: str) -> None:
    """Turnouts of groups, hours, other years or several places at once, and figures that are none, are not read."""
    items = read(text)
    assert told(items) == []
    assert len(gaps(items)) == 1


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("It was followed by Dunmere, Harbour and Fellmark with 61 and 54 per cent respectively.", "3 provinces"),
        ("It was followed by Dunmere with 61 and 54 per cent.", "1 provinces"),
        ("It was followed by a riot that left 20 per cent of shops closed.", "no pattern"),
    ],
)
def test_figures_that_do_not_match_their_provinces_are_reported(read: Read, second: str, reason: str) -> None:
    """As many figures as provinces, or none is read."""
    items = read(f"Turnout in Corvale was 68 per cent. {second}")
    assert told(items) == turnout(CO=68)
    assert reason in gaps(items)[0]


def test_followed_by_needs_a_province_before_it(read: Read) -> None:
    """What follows in turnout goes on from a province's, not from the whole vote's."""
    assert told(read("Turnout was 68 per cent. It was followed by Corvale with 61 per cent.")) == [
        (WHOLE, "turnout", None, 68)
    ]


# --- Boycotts, offices, rivals, members, votes not held ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Old Guard boycotted the vote.", [("old-guard", "boycotted", None, None)]),
        ("Supporters of Bo Strand boycotted the local elections.", [("bo-strand", "boycotted", None, None)]),
        (
            "Supporters of the leader Bo Strand – the main rival of Ms Lindqvist – and others boycotted the vote.",
            [("bo-strand", "boycotted", None, None), ("bo-strand", "rival_of", "ada-lindqvist", None)],
        ),
        ("Old Guard boycotted the vote in Corvale.", [("old-guard", "boycotted", "EM-CO", None)]),
        (
            "The lowest turnout was in the north, mainly due to the boycott of Mr Strand and the young activists.",
            [("bo-strand", "boycotted", None, None), ("?the young activists", "boycotted", None, None)],
        ),
        (
            "After serving two terms as first minister between 2009 and 2017, Bo Strand founded a museum.",
            [("bo-strand", "held_office", "first-minister", 2)],
        ),
        (
            "Bo Strand served as Estmark's first minister from 2009 to 2017.",
            [("bo-strand", "held_office", "first-minister", None)],
        ),
        (
            "Bo Strand served two terms as deputy first minister from 2009 to 2017.",
            [("bo-strand", "held_office", "?deputy first minister", 2)],
        ),
        ("Old Guard is the main rival of Harbour List.", [("old-guard", "rival_of", "harbour-list", None)]),
        (
            "Land and Sea, which brought together Miners' Party, Old Guard and others, lost.",
            [("miners-party", "member_of", "land-and-sea", None), ("old-guard", "member_of", "land-and-sea", None)],
        ),
        ("Harbour List brought together sailors.", [("?sailors", "member_of", "harbour-list", None)]),
        (
            "No vote was held in Fellmark and Dunmere.",
            [("EM-FE", "held_no_vote", None, None), ("EM-DU", "held_no_vote", None, None)],
        ),
        ("Fellmark held no election.", [("EM-FE", "held_no_vote", None, None)]),
        ("The vote took place in only four of the six provinces.", [(WHOLE, "held_no_vote", None, 2)]),
        ("The vote was held in only 4 of the country's 6 regions.", [(WHOLE, "held_no_vote", None, 2)]),
        ("The local elections were last held in March 2016.", [(WHOLE, "last_held", None, "2016-03")]),
        ("The provincial elections were last held on 6 March 2016.", [(WHOLE, "last_held", None, "2016-03-06")]),
        ("Estmark's council elections were last held in 2016.", [(WHOLE, "last_held", None, "2016")]),
    ],
)
def test_background_is_read(read: Read, text: str, expected: Told) -> None:
    """Boycotts, terms, rivals, members, provinces without a vote and the last vote are each one kind of claim."""
    items = read(text)
    assert told(items) == expected
    assert [item for item in items if isinstance(item, Unresolved) and item.kind != "office"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rivals of Bo Strand boycotted the vote.",
        "Bo Strand, whose rival boycotted the vote, stayed.",
        "Neither Old Guard nor Harbour List boycotted the vote.",
        "Old Guard boycotted the vote on the budget.",
        "Old Guard boycotted the 2017 vote.",
        "Officials denied that Old Guard boycotted the vote.",
    ],
)
def test_a_boycott_by_somebody_else_is_reported(read: Read, text: str) -> None:
    """Who boycotted another vote, or is only named beside those who did, boycotted nothing."""
    items = read(text)
    assert told(items) == []
    assert len(gaps(items)) == 1


def test_terms_have_both_years(read: Read) -> None:
    """An office is dated by the years that the sentence gives, no more precisely."""
    (claim,) = read("After serving two terms as first minister between 2009 and 2017, Bo Strand left.")
    assert isinstance(claim, Statement)
    assert (claim.since, claim.until, claim.election) == ("2009", "2017", None)


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Preliminary results are in.\n\nHarbour List came first in Corvale.", ["preliminary"]),
        ("Harbour List came first in Corvale.", ["reported"]),
        ("Preliminary results are in. Old Guard boycotted the vote.", ["reported"]),
        ("Final results: more below.\n\nTurnout was 41 per cent of the preliminary results.", []),
        ("Final results are awaited. Harbour List came first in Corvale, preliminary results showed.", ["preliminary"]),
    ],
)
def test_only_results_take_the_standing_of_results(read: Read, text: str, standings: list[str]) -> None:
    """A cue in the report is the standing of rankings and figures, and of nothing else."""
    assert [c.standing.value for c in read(text) if isinstance(c, Statement)] == standings


def test_the_place_and_the_words_of_a_sentence_are_kept(read: Read) -> None:
    """A statement knows its paragraph and quotes its sentence, cut at 200 characters."""
    long = "Harbour List came first in Corvale, where " + "many ships lay and " * 20 + "the wind blew."
    items = read(f"An opening line.\nStill the same paragraph.\n\n{long}")
    (claim,) = [item for item in items if isinstance(item, Statement)]
    assert claim.locator == "paragraph 2"
    assert claim.quote is not None
    assert (len(claim.quote) <= 200, long.startswith(claim.quote.rstrip("…"))) == (True, True)
    assert claim.place is not None
    assert claim.place.line == 4


def test_wrapped_lines_are_one_paragraph(read: Read) -> None:
    """A sentence that goes over several lines, with any blanks between words, is one sentence."""
    assert told(read("Harbour List\r\ncame   first in\t Corvale and\nsecond in Dunmere.")) == ranked(
        "harbour-list", CO=1, DU=2
    )


# --- Iraq --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Azm Alliance came first in Thi Qar, Diwaniyah and Al Muthana.",
            [("azm", "ranked", place, 1) for place in ("IQ-DQ", "IQ-QA", "IQ-MU")],
        ),
        ("Mr Al Maliki’s State of Law alliance came second in Wassit.", [("state-of-law", "ranked", "IQ-WA", 2)]),
        (
            "Kirkuk Our Strength and Our Will Coalition came first in Kirkuk.",
            [("kirkuk-our-strength", "ranked", "IQ-KI", 1)],
        ),
        ("Muthanna came first in Muthanna.", [("?Muthanna", "ranked", "IQ-MU", 1)]),
        ("Babylon came first in Babylon.", [("babylon-movement", "ranked", "IQ-BB", 1)]),
        ("Turnout in Babylon was 41 per cent.", [("IQ-BB", "turnout", None, 41)]),
    ],
)
def test_one_word_for_two_things_is_read_by_its_place(read_iraq: Read, text: str, expected: Told) -> None:
    """A list stands where lists stand and a province where provinces stand, whatever they share."""
    assert told(read_iraq(text)) == expected


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_press_report_says_what_ships(path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """The press report of 2023, read, makes the claims that were typed in from it, and leaves nothing."""
    items = list(loaders.read(path, knowledge.registry, resolver).items())
    with (ROOT / "data" / "statements.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    typed = {
        (r["subject"], r["predicate"], r["object"], r["value"], r["since"], r["until"], r["standing"]) for r in rows
    }
    read = {
        (c.subject or "", c.predicate, c.object or "", "" if c.value is None else str(c.value), c.since or "",
         c.until or "", c.standing.value)
        for c in items
        if isinstance(c, Statement)
    }  # fmt: skip
    assert read == typed
    assert [item for item in items if not isinstance(item, Statement)] == []


# --- Any names, any text -----------------------------------------------------------------------------

LISTS = {
    "Harbour List": "harbour-list",
    "Land and Sea": "land-and-sea",
    "the Old Guard": "old-guard",
    "Ms Lindqvist's Union of Towns": "union-of-towns",
    "Miners’ Party": "miners-party",
    "Ólafur Bjørk": "olafur-bjork",
}
PROVINCES = {
    "Åsholm": "EM-AS",
    "Berg and Dal": "EM-BD",
    "Corvale": "EM-CO",
    "Dunmere": "EM-DU",
    "Fellmark": "EM-FE",
    "Harbour": "EM-HA",
}
WORDS = {1: "first", 2: "second", 3: "third", 4: "4th", 11: "11th"}

some_provinces = st.lists(st.sampled_from(sorted(PROVINCES)), min_size=1, max_size=6, unique=True)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def enumerated(names: list[str]) -> str:
    """Names as English lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


@quick
@given(
    who=st.sampled_from(sorted(LISTS)),
    places=some_provinces,
    cut=st.integers(1, 5),
    ranks=st.lists(st.sampled_from(sorted(WORDS)), min_size=2, max_size=2, unique=True),
    verb=st.sampled_from(["came", "finished", "ranked", "was"]),
    opening=st.sampled_from(["", "the provinces of "]),
)
def test_any_ranking_comes_out_exactly(
    read: Read, who: str, places: list[str], cut: int, ranks: list[int], verb: str, opening: str
) -> None:
    """Any list, in any provinces, at any two ranks, is read as exactly that."""
    parts = [(WORDS[rank], part) for rank, part in zip(ranks, (places[:cut], places[cut:]), strict=True) if part]
    said = " and ".join(f"{word} in {opening}{enumerated(part)}" for word, part in parts)
    expected = [(LISTS[who], "ranked", PROVINCES[name], ranks[0 if name in places[:cut] else 1]) for name in places]
    items = read(f"{who[0].upper()}{who[1:]} {verb} {said}.")
    assert told(items) == expected
    assert gaps(items) == []


@quick
@given(
    places=st.lists(st.sampled_from(sorted(PROVINCES)), min_size=2, max_size=5, unique=True),
    figures=st.lists(st.integers(0, 1000), min_size=5, max_size=5),
    order=st.sampled_from(["{places} with {figures} respectively", "{pairs}", "{turned}"]),
)
def test_any_turnouts_come_out_exactly(read: Read, places: list[str], figures: list[int], order: str) -> None:
    """Any provinces with any shares, together or in pairs, are read as exactly those."""
    shares = [f"{figure / 10:g} per cent" for figure in figures[: len(places)]]
    pairs = list(zip(places[1:], shares[1:], strict=True))
    followers = order.format(
        places=enumerated(places[1:]),
        figures=enumerated(shares[1:]),
        pairs=enumerated([f"{place} with {share}" for place, share in pairs]),
        turned=enumerated([f"{share} in {place}" for place, share in pairs]),
    )
    items = read(f"The highest turnout of {shares[0]} was in {places[0]}. It was followed by {followers}.")
    assert told(items) == [
        (PROVINCES[place], "turnout", None, figure / 10) for place, figure in zip(places, figures, strict=False)
    ]


FRAGMENTS = (
    *LISTS, *PROVINCES, "came", "first", "second in", "in", "and", ",", "turnout", "of", "was", "41 per cent", "7%",
    "It", "followed by", "with", "respectively", "boycotted", "the vote", "the boycott of", "main rival of", "which",
    "brought together", "no vote was held in", "last held in", "March 2016", "after serving two terms as",
    "first minister", "between 2009 and 2017", "-", "–", "(", ")", "“", "”", "’s", ".", "?", "!", ";", "9" * 40,
    "1.2.3%", "the number of voters", "only four of the", "six provinces", "\n", "\n\n", "ا", "٣", "\u200f", "\u2028",
)  # fmt: skip


@quick
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(" ".join)))
def test_no_text_breaks_the_reader(read: Read, text: str) -> None:
    """Whatever the text, reading ends, every statement is well-formed, and every share is one of a hundred."""
    items = read(f"x {text}".replace("\0", "").encode("utf-8", "ignore").decode())
    for claim in items:
        if isinstance(claim, Statement) and claim.predicate in ("turnout", "counted"):
            assert isinstance(claim.value, int | float)
            assert 0 <= claim.value <= 100


@pytest.mark.parametrize(
    "piece",
    [
        "a, ",
        "and ",
        "A and ",
        ", which came, was ",
        " – a – ",
        "came first in Corvale and ",
        "turnout ",
        "'s ",
        "followed by 1% ",
        "( ",
        "with 1% and ",
    ],
)
def test_no_sentence_takes_long(read: Read, piece: str) -> None:
    """No sentence of the longest length that is looked at makes the patterns go astray."""
    sentence = ("Harbour List came first in " + piece * 1000)[:1990]
    other = ("Turnout in Corvale was 6%. It was followed by " + piece * 1000)[:1990]
    start = time.perf_counter()
    read(f"{sentence}.\n\n{other}.\n\n{'X ' + sentence}.")
    assert time.perf_counter() - start < 5


def test_a_sentence_without_end_is_reported(read: Read) -> None:
    """A sentence too long to be one is not read, and the next one is."""
    items = read("Words " * 1000 + "come. Harbour List came first in Corvale.")
    assert told(items) == ranked("harbour-list", CO=1)
    assert "more than 2000 characters" in gaps(items)[0]
