"""The shipped results: all 285 seats with their sources, what sources say otherwise, and what is not known."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from graph.decide import Decided, decide
from graph.model import Fact, Kind, Knowledge, Standing, Statement
from majlis.wording.who import who_sentence
from queries.plain import Named, Note
from queries.power.influence import CouncilInfluence, influence
from queries.prepared import run
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .rows import golden

DATA = Path(__file__).parents[1] / "data"
ELECTION = "iq-2023-governorates"
ADDED = golden("added_seats")  # the eight seats that the published list lacks


@pytest.fixture(scope="module")
def known_then(knowledge: Knowledge) -> Knowledge:
    """What is claimed of this election, and of any."""
    kept = [claim for claim in knowledge.statements if claim.election in (None, ELECTION)]
    return replace(knowledge, statements=kept)


@pytest.fixture(scope="module")
def decided_then(known_then: Knowledge) -> Decided:
    """What that comes to."""
    return decide(known_then.statements, known_then.sources)


def council_facts(decided: Decided) -> list[Fact]:
    """The facts of seats in a council that count."""
    return [fact for fact in decided.facts if fact.predicate == "holds_seats" and fact.object and fact.counts]


def fact_of(decided: Decided, predicate: str, subject: str, object: str | None = None) -> Fact:
    """The one fact about these."""
    (found,) = (f for f in decided.facts if (f.predicate, f.subject, f.object) == (predicate, subject, object))
    return found


def said(fact: Fact) -> dict[object, set[str]]:
    """What the sources of a fact say, and which say it."""
    found: dict[object, set[str]] = defaultdict(set)
    for weighed in fact.statements:
        found[weighed.statement.value].add(weighed.statement.source)
    return dict(found)


def claims(knowledge: Knowledge, predicate: str) -> list[Statement]:
    """The shipped statements with this predicate."""
    return [claim for claim in knowledge.statements if claim.predicate == predicate]


# --- Seats ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ADDED, ids=lambda row: row["list"])
def test_the_seats_that_the_published_list_lacks_have_sources_of_their_own(
    decided_then: Decided, row: dict[str, str]
) -> None:
    """Each of the eight seats counts, undisputed, by sources that are not the published list."""
    fact, sources = fact_of(decided_then, "holds_seats", row["list"], row["province"]), {*row["sources"].split(";")}
    assert (fact.value, fact.disputed, fact.counts) == (int(row["seats"]), False, True)
    won = {weighed.statement.source for weighed in fact.statements if weighed.won}
    assert won >= sources - {"rudaw-arabic-2023-12-19"}
    assert {weighed.statement.source for weighed in fact.statements} == sources


def test_the_eight_are_all_that_is_added_to_the_published_list(decided_then: Decided, published: GraphView) -> None:
    """277 seats of the published list and these 2 + 6 x 1 make 285; no line of the list is changed."""
    listed = {(row[0], row[1]): row[3] for row in run(published, "seats_by_council").rows}
    shipped = {(fact.object, fact.subject): fact.value for fact in council_facts(decided_then) if fact.value}
    assert {key: shipped[key] for key in listed} == listed
    assert {key: shipped[key] for key in shipped.keys() - listed.keys()} == {
        (row["province"], row["list"]): int(row["seats"]) for row in ADDED
    }
    assert (sum(listed.values()), sum(int(row["seats"]) for row in ADDED)) == (277, 8)


def test_general_and_reserved_seats_make_all(decided_then: Decided) -> None:
    """Ten seats are reserved; the other 275 are general."""
    totals = {f.of: f.value for f in decided_then.facts if f.predicate == "total_seats" and f.subject == ELECTION}
    assert totals == {"general": 275, "reserved": 10, "both": 285}


def test_a_reserved_seat_on_the_published_list_is_not_counted_twice(decided_then: Decided) -> None:
    """Five lines of the list are reserved seats by other sources: each holds one seat still."""
    lines = {("IQ-KI", "babylon-movement"), ("IQ-NI", "babylon-movement"), ("IQ-MA", "riyadh-abdul-wahid")}
    lines |= {("IQ-NI", "aydan-shevan"), ("IQ-NI", "mohammed-aref-al-shabaki")}
    for province, list in lines:
        fact = fact_of(decided_then, "holds_seats", list, province)
        assert (fact.value, fact.standing) == (1, Standing.FINAL)
        assert fact.reserved_for


def test_both_holders_that_are_named_for_kirkuk_stay(known_then: Knowledge) -> None:
    """Two persons are named for the seat reserved for Christians in Kirkuk; neither is a list or adds a seat."""
    named = {(c.subject, c.source) for c in claims(known_then, "won_seat") if c.object == "IQ-KI"}
    assert named == {
        ("ingil-zia-al-barwari", "shafaq-2023-12-29"),
        ("ingil-zia-al-barwari", "wna-quota-2023"),
        ("emil-boutros-agha", "shafaq-2023-12-31"),
    }
    assert all(claim.reserved_for == "Christians" for claim in claims(known_then, "won_seat"))


def test_a_shared_list_cites_its_seats_and_who_says_that_x_joined_it(graph: GraphView) -> None:
    """However many pages confirm National Diyala's 4 seats, the forecast of the joint list is the second citation."""
    diyala = next(council for council in where(graph, "Maliki").provinces if council.id == "IQ-DI")
    assert [source for source, _ in diyala.locators[:2]] == ["shafaq-final-2023", "kalima-2023-08-08"]


@pytest.mark.parametrize("name", ["Ingil Zia al-Barwari", "Emil Boutros Agha"])
def test_who_is_named_for_a_lists_seat_has_no_seats_of_their_own(graph: GraphView, name: str) -> None:
    """The answer says of which seat a person is the named winner, with its source, and gives no number."""
    answer = where(graph, name)
    assert (answer.total, answer.lists) == (None, ())
    seats = [
        (note.values["whom"], note.values["province"]) for note in answer.notes if note.code == "won_reserved_seat"
    ]
    assert seats == [("Christians", Named("IQ-KI", "Kirkuk"))]
    assert answer.sources


@pytest.mark.parametrize(
    "name", ["عادل محمد كاظم جودي", "Faiz Sabah Ayoub Simeon", "Khaldoun Faraj Jaber Abdul Zuhairi", "Nael Ghanim Aziz"]
)
def test_the_holder_of_a_reserved_seat_is_found_by_name(graph: GraphView, name: str) -> None:
    """Asked for by the name that a page prints, a holder has one seat, and the answer says for whom it is reserved."""
    answer = where(graph, name)
    (council,) = (council for council in answer.provinces if council.status == "seats")
    assert (answer.total, council.lists[0].relation, bool(council.lists[0].reserved_for)) == (1, "own", True)


def test_list_totals_that_sources_state_are_the_sums_of_the_seats(decided_then: Decided) -> None:
    """43, 35, 24, 21, 13, 12 and 9 seats are stated for seven lists; the council results come to the same."""
    sums: Counter[str] = Counter()
    for fact in council_facts(decided_then):
        sums[fact.subject] += int(fact.value or 0)
    stated = {f.subject: f.value for f in decided_then.facts if f.predicate == "holds_seats" and f.object is None}
    assert stated == {
        "nabni": 43,
        "state-of-law": 35,
        "national-state-forces": 24,
        "taqaddum": 21,
        "siyada": 13,
        "tasmim": 12,
        "azm": 9,
    }
    assert {list: sums[list] for list in stated} == stated


def test_other_totals_are_kept_and_decide_nothing(decided_then: Decided) -> None:
    """One page counts 40 seats for Nabni and 36 for State of Law: shown, outweighed by the press."""
    assert said(fact_of(decided_then, "holds_seats", "nabni"))[40] == {"musings-on-iraq-2024-01-04"}
    assert said(fact_of(decided_then, "holds_seats", "state-of-law"))[36] == {"musings-on-iraq-2024-01-04"}
    assert not fact_of(decided_then, "holds_seats", "nabni").disputed


def test_council_results_that_pages_give_otherwise_are_kept(decided_then: Decided) -> None:
    """In Saladin two pages give National Masses 4 and not 5, one the Framework 3 and not 2; in Basra one Tasmim 10."""
    masses = fact_of(decided_then, "holds_seats", "jamaheer-watania", "IQ-SD")
    assert said(masses) == {5: {"shafaq-final-2023"}, 4: {"shafaq-2024-01-31", "kirkuknow-69971"}}
    assert said(fact_of(decided_then, "holds_seats", "national-framework-saladin", "IQ-SD"))[3] == {"shafaq-2024-01-31"}
    assert said(fact_of(decided_then, "holds_seats", "tasmim", "IQ-BA"))[10] == {"shafaq-basra-government"}
    assert (masses.value, masses.standing) == (5, Standing.FINAL)


def test_sizes_that_no_source_states_are_inferred_and_said_to_be(decided_then: Decided, graph: GraphView) -> None:
    """Eight councils' sizes are worked out from the seats; a `none` there says what it supposes."""
    inferred = {province for (province, _), size in decided_then.sizes.items() if size.standing is Standing.INFERRED}
    assert inferred == {"IQ-AN", "IQ-BA", "IQ-BB", "IQ-DQ", "IQ-MA", "IQ-MU", "IQ-NA", "IQ-WA"}
    assert sum(size.seats for size in decided_then.sizes.values()) == 285
    assert "size_inferred" in {note.code for note in who(graph, "Wasit").notes}
    assert "size_inferred" not in {note.code for note in who(graph, "Qadisiyah").notes}


def test_power_in_kirkuk_rests_on_all_its_lists(graph: GraphView) -> None:
    """5, 3, 2, 2, 2, 1 and 1 of 16 seats: 15 minimal winning coalitions, effective number 256/48, nothing open."""
    answer = influence(graph, "Kirkuk")
    assert isinstance(answer, CouncilInfluence)
    assert answer.power is not None
    assert (answer.power.seats, answer.power.minimal_winning_coalitions) == ((5, 3, 2, 2, 2, 1, 1), 15)
    assert round(float(answer.effective_number or 0), 2) == 5.33


# --- Votes, places, turnout --------------------------------------------------------------------------------


def test_the_first_list_of_each_province_has_its_preliminary_votes(decided_then: Decided) -> None:
    """The commission's preliminary results give the votes of the first list in all provinces but Baghdad."""
    found = {
        claim.object: claim.value
        for fact in decided_then.facts
        for claim in (weighed.statement for weighed in fact.statements)
        if claim.predicate == "votes" and claim.source == "shafaq-2023-12-19" and claim.subject != "kdp"
    }
    assert len(found) == 14
    assert (found["IQ-BA"], found["IQ-AN"], found["IQ-NA"]) == (266999, 154733, 42099)


def test_final_votes_outrank_preliminary_ones(decided_then: Decided) -> None:
    """Kirkuk's first list had 139,373 votes at 94.4 per cent, 155,048 by reporters' count, and 157,649 in the end."""
    fact = fact_of(decided_then, "votes", "kirkuk-our-strength", "IQ-KI")
    assert (fact.value, fact.standing, fact.disputed) == (157649, Standing.FINAL, False)
    assert said(fact).keys() == {139373, 155048, 157649}
    assert said(fact)[157649] == {"964media-7086", "rudaw-2023-12-28-kirkuk", "nerina-azad-official-results"}


def test_votes_of_nabni_sum_to_the_total_that_is_stated(decided_then: Decided) -> None:
    """The ten provinces of one page come to its 638,327."""
    found = [
        weighed.statement
        for fact in decided_then.facts
        if fact.predicate == "votes" and fact.subject == "nabni"
        for weighed in fact.statements
        if weighed.statement.source == "964media-6292"
    ]
    parts = [int(claim.value or 0) for claim in found if claim.object]
    assert (len(parts), sum(parts)) == (10, 638327)
    assert [claim.value for claim in found if claim.object is None] == [638327]


def test_more_seats_take_more_votes(decided_then: Decided) -> None:
    """Of two lists whose votes in a council one source gives, the one with far fewer does not hold more seats."""
    seats = {(fact.object, fact.subject): int(fact.value or 0) for fact in council_facts(decided_then)}
    votes = [
        weighed.statement
        for fact in decided_then.facts
        if fact.predicate == "votes" and fact.object
        for weighed in fact.statements
        if (fact.object, fact.subject) in seats
    ]
    by_count: defaultdict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for claim in votes:
        by_count[claim.source, claim.object, claim.standing].append(claim)
    pairs = [(a, b) for count in by_count.values() for a in count for b in count]
    assert len(pairs) > len(votes) > 50
    for few, many in pairs:
        if (few.value or 0) < 0.9 * (many.value or 0):
            fewer, more = seats[few.object, few.subject], seats[many.object, many.subject]
            assert fewer <= more, (few.source, few.object, few.subject, many.subject)


def test_two_counts_of_one_candidates_votes_stay(decided_then: Decided) -> None:
    """Sources of equal standing give Nineveh's first candidate 57,448 and 55,747 votes; they are not a list's votes."""
    fact = fact_of(decided_then, "candidate_votes", "muhannad-najm-al-jubouri", "IQ-NI")
    assert (fact.disputed, fact.values) == (True, (55747, 57448))
    assert not [f for f in decided_then.facts if f.predicate == "votes" and f.subject == fact.subject]


@pytest.mark.parametrize(
    ("subject", "values"),
    [(ELECTION, {39, 41}), ("IQ-KI", {65, 66}), ("IQ-BA", {42, 43, 45.6}), ("IQ-NI", {52, 53}), ("IQ-MA", {27, 29})],
)
def test_every_turnout_that_a_source_gives_is_kept(decided_then: Decided, subject: str, values: set[float]) -> None:
    """Where sources differ on a turnout each value stays with its source."""
    assert set(said(fact_of(decided_then, "turnout", subject))) == values


def test_turnout_says_of_what_where_a_source_does(decided_then: Decided) -> None:
    """The 41 per cent are of registered voters by one page; for Anbar no page says of what."""
    assert (fact_of(decided_then, "turnout", ELECTION).value, fact_of(decided_then, "turnout", ELECTION).of) == (
        41,
        "registered",
    )
    assert (fact_of(decided_then, "turnout", "IQ-AN").value, fact_of(decided_then, "turnout", "IQ-AN").of) == (57, None)


def test_turnout_of_half_a_province_is_not_the_provinces(known_then: Knowledge, graph: GraphView) -> None:
    """Baghdad's two halves are given apart by two pages: they are kept as text, and Baghdad has no turnout."""
    halves = {c.subject_text for c in claims(known_then, "turnout") if c.subject is None}
    assert halves == {"Baghdad (Karkh)", "Baghdad (Rusafa)"}
    assert who(graph, "Baghdad").turnout is None


def test_who_voted_is_a_part_of_who_could(decided_then: Decided) -> None:
    """Where both numbers are known, their quotient is the turnout that the same page gives, within a point."""
    for fact in decided_then.facts:
        if fact.predicate != "electorate":
            continue
        for weighed in fact.statements:
            source = weighed.statement.source
            (voters,) = (v for v, s in said(fact_of(decided_then, "voters", fact.subject)).items() if source in s)
            turnouts = [v for v, s in said(fact_of(decided_then, "turnout", fact.subject)).items() if source in s]
            assert isinstance(voters, int)
            assert abs(100 * voters / int(weighed.statement.value or 0) - float(str(turnouts[0]))) <= 1


def test_women_elected_are_fewer_than_seats(decided_then: Decided) -> None:
    """76 of 285, and in each council that is known fewer than its seats; the parts do not exceed the whole."""
    found = {fact.subject: int(fact.value or 0) for fact in decided_then.facts if fact.predicate == "women_elected"}
    assert found.pop(ELECTION) == 76
    assert sum(found.values()) <= 76
    assert all(number < decided_then.sizes[province, ELECTION].seats for province, number in found.items())


# --- Absence ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("list", "province"),
    [("New Generation", "Kirkuk"), ("Kirkuk Torch Coalition", "Kirkuk"), ("Kirkukona", "Kirkuk"), ("KDP", "Diyala")],
)
def test_a_list_that_stood_and_won_none(graph: GraphView, list: str, province: str) -> None:
    """A list with votes and no seat is known to have stood: none, and not an unknown."""
    (council,) = (council for council in where(graph, list).provinces if council.name == province)
    assert (council.status, council.stood, council.seats) == ("none", True, None)
    (other,) = (council for council in where(graph, list).provinces if council.name == "Basra")
    assert (other.status, other.stood) == ("none", False)


def test_who_was_barred(decided_then: Decided) -> None:
    """Two sources say that Najm al-Jubouri was barred; the 255 whom nobody names come to no fact."""
    barred = [fact for fact in decided_then.facts if fact.predicate == "barred"]
    assert [(fact.subject, fact.sources) for fact in barred] == [("najm-al-jubouri", 2)]


def test_halabja_is_no_council_of_a_vote_before_its_time(graph: GraphView, known_then: Knowledge) -> None:
    """Halabja became a province in April 2025: in 2023 it is neither a council nor a province without a vote."""
    halabja = known_then.registry.entities["iq-halabja"]
    assert (halabja.kind, halabja.attributes["founded"]) == (Kind.PROVINCE, "2025-04-14")
    answer = where(graph, "Nabni")
    assert "iq-halabja" not in {council.id for council in answer.provinces} | {place.id for place in answer.no_vote}
    assert (len(answer.provinces), len(answer.no_vote)) == (15, 3)
    council = who(graph, "حلبجة")
    assert (council.subject.candidate.id, council.status, council.lists) == ("iq-halabja", "no_vote", ())
    province = Named("iq-halabja", "Halabja")
    assert council.notes == (Note("no_province", {"province": province, "date": "2023-12-18"}),)


def test_where_all_seats_of_a_house_are_of_other_provinces_there_is_no_constituency(graph: GraphView) -> None:
    """The four constituencies of 2024 have all 100 seats: none is of Nineveh. Of 2018 no size is known, nor that."""
    answer = who(graph, "Nineveh", "iq-krg-2024-parliament")
    assert (answer.status, answer.council_size) == ("no_vote", None)
    place, body = Named("IQ-NI", "Nineveh"), Named("iq-kurdistan-parliament", "Kurdistan Parliament")
    assert answer.notes == (Note("no_constituency", {"province": place, "body": body, "date": "2024-10-20"}),)
    assert who_sentence(answer) == "Nineveh is no constituency of the Kurdistan Parliament (20 Oct 2024)."
    assert who(graph, "Nineveh", "iq-krg-2018-parliament").status == "unknown"


# --- Sources ----------------------------------------------------------------------------------------------


def test_every_source_has_a_title_and_says_where_it_is_from(known_then: Knowledge) -> None:
    """A source has a title; an address is a whole one; a copy's original is no copy itself."""
    for source in known_then.sources.values():
        assert source.title.strip()
        assert source.url is None or source.url.startswith(("http://", "https://"))
        assert source.copy_of is None or known_then.sources[source.copy_of].copy_of is None


def test_no_two_sources_share_an_address(known_then: Knowledge) -> None:
    """One page is one source."""
    addresses = Counter(source.url for source in known_then.sources.values() if source.url)
    assert [url for url, number in addresses.items() if number > 1] == []


def test_a_copy_is_no_second_source(decided_then: Decided) -> None:
    """Three sites print Basra's line for Al-Asas Al-Iraqi and two the holder in Wasit's words: copies add none."""
    assert fact_of(decided_then, "holds_seats", "asas-iraqi", "IQ-BA").sources == 1
    assert fact_of(decided_then, "holds_seats", "nael-ghanim-aziz", "IQ-BA").sources == 1


def test_what_majlis_worked_out_names_what_it_rests_on(known_then: Knowledge) -> None:
    """An inferred row is Majlis's own, and its note names the inputs: sizes, a reserved seat and two ends of terms."""
    inferred = 0
    for path in sorted(DATA.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row.get("election") not in (None, "", ELECTION):
                    continue
                if row.get("standing") == "inferred" or (row.get("source") == "majlis" and "predicate" in row):
                    inferred += 1
                    assert (row["standing"], row["source"]) == ("inferred", "majlis")
                    assert row["note"].startswith("Computed from: ")
                    assert any(id in row["note"] for id in known_then.sources if id != "majlis")
    assert inferred == 8 + 1 + 2
