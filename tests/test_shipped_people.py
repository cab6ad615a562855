"""What the shipped data says of figures, parties, alliances, blocs and offices, group by group."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from graph.checks.settle import settle
from graph.kinds import Kind
from graph.model import Fact, Knowledge
from queries.affiliation.ties import holds_at
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .rows import golden

VOTE = "2023-12-18"
NATIONAL = {"coordination-framework": {"nabni": 43, "state-of-law": 35, "national-state-forces": 24}}


@pytest.fixture(scope="module")
def facts(knowledge: Knowledge) -> dict[str, list[Fact]]:
    """The shipped facts by predicate, of the councils of 2023 and of any election."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in settle(knowledge)[0].facts:
        if fact.election in (None, "iq-2023-governorates"):
            found[fact.predicate].append(fact)
    return found


def _table(data: Path, name: str) -> list[dict[str, str]]:
    with (data / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pairs(facts: list[Fact], subject: str) -> dict[str | None, tuple[str | None, str | None]]:
    return {fact.object: (fact.since, fact.until) for fact in facts if fact.subject == subject}


# --- Figures -------------------------------------------------------------------------------------------------


def test_al_maliki_leads_and_governed(facts: dict[str, list[Fact]]) -> None:
    """Al-Maliki was prime minister until 8 September 2014, then vice president twice; he leads two lists."""
    terms = [fact for fact in facts["held_office"] if fact.subject == "nouri-al-maliki"]
    assert {(term.object, term.since, term.until) for term in terms} == {
        ("prime-minister-of-iraq", "2006-05-20", "2014-09-08"),
        ("vice-president-of-iraq", "2014-09-09", "2015-08-11"),
        ("vice-president-of-iraq", "2016-10-10", "2018-10-02"),
    }
    assert set(_pairs(facts["leads"], "nouri-al-maliki")) == {"state-of-law", "islamic-dawa-party"}


def test_al_sadr_boycotted_and_renamed_his_movement(graph: GraphView, facts: dict[str, list[Fact]]) -> None:
    """Al-Sadr leads a movement that he renamed on 10 April 2024; both boycotted; al-Maliki is his rival."""
    assert set(_pairs(facts["leads"], "muqtada-al-sadr")) == {"sadrist-movement"}
    assert {fact.subject for fact in facts["boycotted"] if fact.sources} > {"muqtada-al-sadr", "sadrist-movement"}
    assert where(graph, "Sadr").status == where(graph, "Shiite National Movement").status == "did_not_stand"
    renamed = next(fact for fact in facts["renamed_from"] if fact.subject == "sadrist-movement")
    assert (renamed.since, renamed.disputed) == ("2024-04-10", False)
    rivals = next(fact for fact in facts["rival_of"] if fact.object == "nouri-al-maliki")
    assert (rivals.subject, rivals.sources) == ("muqtada-al-sadr", 2)


@pytest.mark.parametrize("row", golden("leaders"), ids=lambda row: row["figure"])
def test_who_leads_what_at_the_vote(graph: GraphView, facts: dict[str, list[Fact]], row: dict[str, str]) -> None:
    """Each well-known figure, by the name people ask with, leads this party or list on the day of the vote."""
    subject = where(graph, row["figure"]).subject.candidate.id
    since, until = _pairs(facts["leads"], subject)[row["leads"]]
    assert holds_at(since or "", until or "", VOTE)


def test_an_end_of_leading_a_list_is_stated_at_every_election_that_it_ends(knowledge: Knowledge) -> None:
    """Najm al-Jubouri left his list of two elections in December 2025: nobody leads one of whom an end is known."""
    led = [fact for fact in settle(knowledge)[0].facts if fact.predicate == "leads"]
    dates = {entity.id: str(entity.attributes["date"]) for entity in knowledge.registry.of_kind({Kind.ELECTION})}
    ends = {(fact.subject, fact.object): fact.until for fact in led if fact.until}
    always = {(fact.subject, fact.object) for fact in led if fact.until and not fact.election}
    open_ones = [fact for fact in led if not fact.until and (fact.subject, fact.object) in ends.keys() - always]
    assert [fact.id for fact in open_ones if dates[fact.election or ""] <= ends[fact.subject, fact.object]] == []


def test_leaders_known_only_from_later_lead_nothing_at_the_vote(graph: GraphView, facts: dict[str, list[Fact]]) -> None:
    """Qimam's and Anbar Our Identity's leaders of the election of 2025 get no seats of 2023.

    Of National Identity and National Contract a page says who led them in these councils.
    """
    later = {(fact.subject, fact.object) for fact in facts["leads"] if (fact.since or "") > VOTE}
    assert later == {("dana-ahmed-majid", "gorran"), ("mohammed-samaan-agha", "iraqi-turkmen-front")}
    led = {fact.object: fact.subject for fact in facts["leads"]}
    assert not {"anbar-our-identity", "qimam"} & set(led)
    assert (led["national-identity"], led["national-contract"]) == ("rayan-al-kildani", "falih-al-fayyadh")
    assert where(graph, "Khaled Battal").status == where(graph, "Ali Farhan al-Dulaimi").status == "unknown"
    found = where(graph, "Rayan al-Kildani").lists
    assert [(item.id, item.total) for item in found] == [("babylon-movement", 2), ("national-identity", 2)]


def test_nobody_leads_two_lists_of_one_council(graph: GraphView, knowledge: Knowledge) -> None:
    """On the day of the vote no figure leads two lists that hold seats in the same council.

    Al-Kildani's Babylon Movement has the seat reserved for Christians in Nineveh beside his National Identity's two.
    """
    two = {("rayan-al-kildani", "IQ-NI"): ["babylon-movement", "national-identity"]}
    for entity in knowledge.registry.of_kind({Kind.FIGURE}):
        for council in where(graph, entity.id).provinces:
            led = [held.id for held in council.lists if held.relation in ("own", "led")]
            assert len(led) < 2 or sorted(led) == two.pop((entity.id, council.id)), (entity.id, council.id, led)
    assert not two


# --- Parties, alliances, blocs -------------------------------------------------------------------------------


def test_the_framework_counts_three_lists_each_with_its_sources(graph: GraphView, facts: dict[str, list[Fact]]) -> None:
    """The Coordination Framework's 102 seats are Nabni's, State of Law's and State Forces'; dated pages place each.

    Two joint lists of Diyala, of which its members are a part, are told beside and add none.
    """
    answer = where(graph, "Coordination Framework")
    assert answer.total == 102
    counted = [item for item in answer.lists if item.relation != "shared"]
    assert {item.id: item.total for item in counted} == NATIONAL["coordination-framework"]
    assert {item.id for item in answer.lists} - {item.id for item in counted} == {"istihqaq-diyala", "national-diyala"}
    for item in counted:
        assert {source for source, _ in item.locators} >= {"al-masalah-2023-08-07", "musings-on-iraq-2024-01-04"}
    absher = next(fact for fact in facts["member_of"] if fact.subject == "absher-ya-iraq")
    assert (absher.object, absher.since) == ("coordination-framework", "2023-12-20")


@pytest.mark.parametrize("name", ["Khazali", "Sadiqoun", "Hakim"])
def test_who_made_up_istihqaq_diyala_shares_its_seats(graph: GraphView, name: str) -> None:
    """Diyala's council is not said to be without the Asaib and the Wisdom Movement, whose list won two seats there."""
    diyala = next(council for council in where(graph, name).provinces if council.id == "IQ-DI")
    assert (diyala.status, diyala.seats) == ("shared", None)
    assert [held.id for held in diyala.lists] == ["istihqaq-diyala"]


def test_blocs_formed_after_the_vote_count_no_list_at_it(graph: GraphView, knowledge: Knowledge) -> None:
    """Blocs of the councils of Diyala, Kirkuk and Nineveh and of the parliament of 2025 hold no seats of 18 December.

    Their answer says why.
    """
    blocs = {bloc.id for bloc in knowledge.registry.of_kind({Kind.BLOC})} - set(NATIONAL)
    assert blocs == {
        "diyala-security-stability",
        "national-political-council",
        "nineveh-future",
        "unified-arab-bloc-kirkuk",
        "unified-nineveh-bloc",
    }
    for bloc in blocs:
        answer = where(graph, bloc)
        assert (answer.status, answer.lists) == ("unknown", ())
        assert "no_member" in {note.code for note in answer.notes}


def test_every_inclusion_in_a_bloc_is_dated(facts: dict[str, list[Fact]], knowledge: Knowledge) -> None:
    """A list is in a bloc since a date, or as of a source whose date is known, or of one beside such a source."""
    blocs = {bloc.id for bloc in knowledge.registry.of_kind({Kind.BLOC})}
    undated = [
        fact.subject
        for fact in facts["member_of"]
        if fact.object in blocs
        and not fact.since
        and not any(knowledge.sources[weighed.statement.source].published for weighed in fact.statements)
    ]
    # Parties, not lists of this election, which an undated page of reference places in the Framework.
    assert undated == ["ataa-movement", "fadhila-party", "huquq-movement"]


@pytest.mark.parametrize(
    ("joint", "members"),
    [
        ("kirkuk-our-strength", {"kurdistan-communist-party", "puk"}),
        ("leadership-alliance-kirkuk", {"mohammed-ibrahim-al-hafidh", "siyada", "taqaddum"}),
        ("national-diyala", set()),
        ("national-framework-saladin", set()),
        ("national-state-forces", {"injaz-movement", "national-wisdom-movement", "new-kalima-current",
                                   "victory-coalition"}),
        ("union-people-nineveh", {"puk"}),  # the page that places al-Rafaa in it is of 2025
        ("qiyam-madani", {"iraqi-communist-party"}),
    ],
)  # fmt: skip
def test_joint_lists_have_the_members_that_sources_give(
    facts: dict[str, list[Fact]], joint: str, members: set[str]
) -> None:
    """Only who joined is a member; what was forecast for Diyala and Saladin makes nobody one."""
    assert {fact.subject for fact in facts["member_of"] if fact.object == joint} == members


def test_forecasts_are_no_memberships_and_say_where_they_do_not_fit(
    data: Path, graph: GraphView, facts: dict[str, list[Fact]]
) -> None:
    """Every forecast is marked as one; three lists were expected in National Diyala."""
    table = _table(data, "registry/iq-2023-governorates/memberships.csv")
    rows = [row for row in table if row["predicate"] == "expected_in"]
    assert all(row["note"].startswith("Forecast") for row in rows)
    assert sum("does not fit" in row["note"] or "by itself" in row["note"] for row in rows) == 3
    expected = {fact.subject for fact in facts["expected_in"] if fact.object == "national-diyala"}
    assert expected == {"badr-organization", "national-contract", "state-of-law"}
    shared = next(item for item in where(graph, "Maliki").lists if item.relation == "shared")
    assert (shared.id, shared.total, shared.reported) == ("national-diyala", 4, True)


def test_a_description_is_the_sources_words_and_no_bloc(facts: dict[str, list[Fact]], knowledge: Knowledge) -> None:
    """What a page calls a list, party or figure stands as its words with a source, never as a kind or a bloc."""
    names = {bloc.name for bloc in knowledge.registry.of_kind({Kind.BLOC})}
    words = [weighed.statement for fact in facts["described_as"] for weighed in fact.statements]
    assert {claim.object_text for claim in words} == {
        "Shia",
        "Sunni",
        "Sunni Arabs",
        "an Arab party",
        "pro-Iran",
        "banker",
    }
    assert all(claim.object is None and claim.object_text not in names and claim.locator for claim in words)


# --- Offices -------------------------------------------------------------------------------------------------


TERMS = golden("terms")


@pytest.mark.parametrize("province", sorted({row["province"] for row in TERMS}))
def test_the_terms_of_governors_and_chairs(graph: GraphView, province: str) -> None:
    """All fifteen councils elected a governor, thirteen a chair that a page names, each since a day or a month.

    Those who governed on the day of the vote are told too. Votes, members present and members stand apart, each only
    where a page counts them. Abu Mazen, elected in Saladin on 4 February 2024 and refused on the 17th, was
    governor-elect only.
    """
    expected = [list(row.values()) for row in TERMS if row["province"] == province]
    found = who(graph, province).offices
    assert all(term.locators for term in found)
    assert [
        [province, term.office.name, term.figure.id, term.since or "", term.until or ""]
        + [str(dict(term.election).get(number, "")) for number in ("votes", "present", "members")]
        for term in found
    ] == expected


def test_an_office_of_a_province_is_tied_to_it_by_data(facts: dict[str, list[Fact]], knowledge: Knowledge) -> None:
    """Each office of a province or a parliament has a statement that says which; the others are of the country."""
    tied = {fact.subject for fact in facts["office_in"]}
    offices = {office.id for office in knowledge.registry.of_kind({Kind.OFFICE})}
    assert offices - tied == {
        "chairman-of-the-popular-mobilization-commission",
        "deputy-prime-minister-of-the-kurdistan-region",
        "minister-of-communications-of-iraq",
        "minister-of-defence-of-iraq",
        "minister-of-transport-of-iraq",
        "president-of-iraq",
        "president-of-the-kurdistan-region",
        "president-of-the-supreme-judicial-council",
        "prime-minister-of-iraq",
        "prime-minister-of-the-kurdistan-region",
        "vice-president-of-iraq",
    }
    assert tied <= offices


def test_dates_are_in_order(facts: dict[str, list[Fact]]) -> None:
    """No term, leadership or membership ends before it begins."""
    dated = [fact for predicate in ("held_office", "leads", "member_of") for fact in facts[predicate]]
    assert [fact.id for fact in dated if fact.since and fact.until and fact.since > fact.until] == []


# --- Names and sources ---------------------------------------------------------------------------------------


def test_no_alias_repeats_its_entitys_name(data: Path) -> None:
    """An alias is another way of writing a name, once for each entity and place."""
    names = {row["id"]: {row["name"].casefold(), row["name_local"]} for row in _table(data, "entities.csv")}
    rows = [(row["entity"], row["alias"].casefold(), row["within"]) for row in _table(data, "aliases.csv")]
    assert [row for row in rows if row[1] in names[row[0]]] == []
    assert len(set(rows)) == len(rows)


def test_every_source_names_its_publisher(data: Path) -> None:
    """Whoever published it is on record; what was collected or computed for these data is Majlis's own."""
    assert [row["id"] for row in _table(data, "sources.csv") if not row["publisher"]] == []


def test_every_figure_stands_on_a_page_or_on_collected_spellings(knowledge: Knowledge) -> None:
    """Only figures of before rest on collected spellings alone; each has a source, and everyone new a page."""
    bare = [
        figure.id for figure in knowledge.registry.of_kind({Kind.FIGURE}) if set(figure.sources) <= {"spellings-2026"}
    ]
    assert bare == []
