"""Prose: each kind of sentence, what a pronoun can mean, and the sentences that claim nothing."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from graph.model import Item, Knowledge, Registry, Statement, Unreadable, Unresolved
from graph.names import Resolver
from loaders.reading.found import Certainty
from loaders.reading.marked import Marked
from loaders.tables import read_registry

from .rows import Asked, asked

ROOT = Path(__file__).parents[1]
ELSEWHERE = Path(__file__).parent / "elsewhere"
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("004_*.txt"))

Read = Callable[[str], list[Item]]
Told = list[tuple[object, ...]]


def read_text(path: Path, text: str, registry: Registry, resolver: Resolver) -> list[Item]:
    """The items of a text as a press report; a claim that is only proposed is told as what is not read, and why."""
    path.write_text(text, encoding="utf-8")
    found = loaders.read(path, registry, resolver, loaders.Options(shape="prose")).marked()
    return [_unsure(one) if one.certainty is Certainty.PROPOSED else one.item for one in found]


def _unsure(one: Marked) -> Unreadable:
    return Unreadable(one.item.locator, one.item.locator, one.reason, one.item.place)


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


def rows(items: list[Item]) -> list[str]:
    """The same, as golden/prose.txt writes it."""
    return [json.dumps(row, ensure_ascii=False) for row in told(items)]


def ranked(list: str, **provinces: int) -> Told:
    """A list's ranks, written short: AS=1 is rank 1 in EM-AS."""
    return [(list, "ranked", f"EM-{code}", rank) for code, rank in provinces.items()]


def turnout(**provinces: float) -> Told:
    """Turnouts of provinces, written short."""
    return [(f"EM-{code}", "turnout", None, value) for code, value in provinces.items()]


def gaps(items: list[Item]) -> list[str]:
    """The reasons of what looks like a claim and was not read."""
    return [item.reason for item in items if isinstance(item, Unreadable)]


# --- Seats ---------------------------------------------------------------------------------------------


def test_seats_that_a_sentence_states_with_their_place_are_read(read: Read) -> None:
    """Whatever else the report tells, a sentence that gives lists, numbers and their place is read."""
    items = read(
        "Turnout in Corvale was 41 per cent. "
        "In Corvale the Harbour List won four seats and the Green Fields Party three. "
        "Harbour List came first in Corvale."
    )
    assert told(items) == [
        ("EM-CO", "turnout", None, 41),
        ("harbour-list", "holds_seats", "EM-CO", 4),
        ("green-fields", "holds_seats", "EM-CO", 3),
        ("harbour-list", "ranked", "EM-CO", 1),
    ]
    assert gaps(items) == []


def test_a_figure_beside_seats_that_are_read_is_not_lost(read: Read) -> None:
    """Where one number of a sentence is read and another is not, that one is told with its reason."""
    items = read("In Corvale the Harbour List won four seats and the Old Guard three.")
    assert told(items) == [("harbour-list", "holds_seats", "EM-CO", 4)]
    assert [item.text for item in items if isinstance(item, Unreadable)] == ["three"]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour List won four seats.",  # where is not said
        "The Harbour List was expected to win four seats in Corvale.",
        "In 2017 the Harbour List won four seats in Corvale.",
        "The Harbour List won about four seats in Corvale.",
    ],
)
def test_seats_with_a_doubt_are_listed(read: Read, text: str) -> None:
    """A number without a place, of another year, hedged or rounded claims nothing, and is told."""
    items = read(text)
    assert (told(items), len(gaps(items))) == ([], 1)


# --- Rankings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", asked("prose", "rankings"), ids=str)
def test_a_ranking_is_read(read: Read, case: Asked) -> None:
    """Who came where is read through coordination, parentheses, possessives, pronouns and names with "and"."""
    items = read(case.text)
    assert rows(items) == case.rows
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


@pytest.mark.parametrize("case", asked("prose", "no rankings"), ids=str)
def test_a_sentence_that_only_looks_like_a_ranking_claims_nothing(read: Read, case: Asked) -> None:
    """Hedges, denials, other votes, other subjects and parts of a province give no statement, and are reported."""
    items = read(case.text)
    assert told(items) == []
    assert len(gaps(items)) == 1


def test_two_ranks_of_two_names_are_each_told(read: Read) -> None:
    """Of two names and two ranks joined by "and" none is read, and each rank says why."""
    items = read("Harbour List and Old Guard came first and second in Corvale.")
    assert told(items) == []
    assert gaps(items) == ["two ranks for two names"] * 2


@pytest.mark.parametrize("case", asked("prose", "other sentences"), ids=str)
def test_other_sentences_are_left_alone(read: Read, case: Asked) -> None:
    """Questions, other matters and other people's offices, boycotts and counts give no statement."""
    assert told(read(case.text)) == []


def test_a_pronoun_reaches_back_one_sentence_and_no_further(read: Read) -> None:
    """A pronoun is the list that the sentence before ranked; with another sentence between, it is nobody."""
    items = read("Harbour List came first in Corvale. Old Guard lost heavily. It came second in Dunmere.")
    assert told(items) == ranked("harbour-list", CO=1)
    assert "does not say which list 'it' is" in gaps(items)[0]


# --- Turnout, counts, voters -------------------------------------------------------------------------

WHOLE = "em-2021-councils"


@pytest.mark.parametrize("case", asked("prose", "figures"), ids=str)
def test_figures_of_the_vote_are_read(read: Read, case: Asked) -> None:
    """Turnouts, shares counted and voters go to the election or to the province that the sentence names."""
    items = read(case.text)
    assert rows(items) == case.rows
    assert gaps(items) == []


@pytest.mark.parametrize("case", asked("prose", "compared figures"), ids=str)
def test_a_figure_that_is_only_compared_is_told(read: Read, case: Asked) -> None:
    """Of a turnout and that of another time, the one is read and the other is listed with its reason."""
    items = read(case.text)
    assert rows(items) == case.rows
    assert gaps(items) == ["another time"]


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


@pytest.mark.parametrize("case", asked("prose", "other figures"), ids=str)
def test_a_figure_of_something_else_is_reported(read: Read, case: Asked) -> None:
    """Turnouts of groups, hours, other years or several places at once, and figures that are none, are not read."""
    items = read(case.text)
    assert told(items) == []
    assert len(gaps(items)) == 1


def test_both_figures_of_a_range_are_told(read: Read) -> None:
    """Of a turnout between two figures neither is read, and each is listed."""
    items = read("Turnout was 41 to 44 per cent.")
    assert told(items) == []
    assert [item.text for item in items if isinstance(item, Unreadable)] == ["44", "41"]


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("It was followed by Dunmere, Harbour and Fellmark with 61 and 54 per cent respectively.", "places named: 3"),
        ("It was followed by Dunmere with 61 and 54 per cent.", "places named: 1"),
        ("It was followed by a riot that left 20 per cent of shops closed.", "a share of something"),
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


@pytest.mark.parametrize("case", asked("prose", "background"), ids=str)
def test_background_is_read(read: Read, case: Asked) -> None:
    """Boycotts, terms, rivals, members, provinces without a vote and the last vote are each one kind of claim."""
    items = read(case.text)
    assert rows(items) == case.rows
    assert [item for item in items if isinstance(item, Unresolved) and item.kind != "office"] == []


@pytest.mark.parametrize("case", asked("prose", "other boycotts"), ids=str)
def test_a_boycott_by_somebody_else_is_reported(read: Read, case: Asked) -> None:
    """Who boycotted another vote, or is only named beside those who did, boycotted nothing."""
    items = read(case.text)
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


def test_no_pronoun_reaches_over_a_heading(read: Read) -> None:
    """What "it" means may stand in the paragraph above, and not above a heading."""
    items = read("Harbour List came first in Corvale.\n\nThe other half:\n\nIt came second in Dunmere.")
    assert told(items) == ranked("harbour-list", CO=1)


def test_a_claim_of_a_wrapped_paragraph_stands_in_its_own_line(
    tmp_path: Path, estmark: tuple[Registry, Resolver]
) -> None:
    """Of lines that were put together each claim has the line in which it begins, and its letters there."""
    text = "  The vote of this summer was as calm as any that was held\nbefore. Harbour List came first in Corvale.\n"
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    (one,) = loaders.read(path, *estmark, loaders.Options(shape="prose")).marked()
    line = text.splitlines()[one.span.line - 1]
    assert line[one.span.start : one.span.end] == "Harbour List came first in Corvale"
    assert (one.span.line, one.nth, one.item.locator) == (2, 1, "paragraph 1")


# --- Iraq --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", asked("prose", "iraq"), ids=str)
def test_one_word_for_two_things_is_read_by_its_place(read_iraq: Read, case: Asked) -> None:
    """A list stands where lists stand and a province where provinces stand, whatever they share."""
    assert rows(read_iraq(case.text)) == case.rows


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_press_report_says_what_ships(path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """The press report of 2023, read, makes the claims that were typed in from it, and leaves nothing."""
    items = list(loaders.read(path, knowledge.registry, resolver).items())
    table = ROOT / "data" / "statements" / "iq-2023-governorates" / "press.csv"
    with table.open(encoding="utf-8", newline="") as stream:
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
    assert "4,000 characters the rest is not read" in gaps(items)[0]
