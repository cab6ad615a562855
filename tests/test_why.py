"""Why Majlis says so: the statements, which one won, and the reason in words."""

from __future__ import annotations

import pytest

from graph.predicates import PREDICATES
from majlis.register import QUESTIONS
from majlis.terminal.why import why_sitting_text, why_text
from majlis.wording.messages import messages
from queries.view import GraphView
from queries.why import Why, why

from .made import country


def facts(answer: Why, predicate: str) -> list[tuple[str | None, object, tuple[object, ...], bool]]:
    """Subject, value, values and dispute of the facts of one predicate."""
    return [(f.subject, f.value, f.values, f.disputed) for f in answer.facts if f.predicate == predicate]


def test_both_ranks_of_one_report_stand(graph: GraphView) -> None:
    """The press report puts State of Law both 2nd and 3rd in Babil: the fact is disputed and both are shown."""
    answer = why(graph, "maliki", "babil")
    assert ("state-of-law", None, (2, 3), True) in facts(answer, "ranked")
    ranked = next(fact for fact in answer.facts if fact.predicate == "ranked" and fact.disputed)
    assert ranked.reason == "one source says both 2 and 3"
    assert sorted(claim.value for claim in ranked.statements) == [2, 3]
    assert all(claim.won and claim.locator == "paragraph 5" for claim in ranked.statements)


def test_the_seats_come_with_their_source_and_place(graph: GraphView) -> None:
    """State of Law's 3 seats in Babil are item 2 under the heading Babel of the final list."""
    answer = why(graph, "State of Law", "Babil")
    seats = next(fact for fact in answer.facts if fact.predicate == "holds_seats")
    assert (seats.value, seats.standing) == (3, "final")
    claim = seats.statements[0]
    assert (claim.source.id, claim.locator, claim.quote) == ("shafaq-final-2023", "Babel, item 2", None)


def test_a_figure_is_tied_to_the_list_by_statements(graph: GraphView) -> None:
    """The answer for a province also shows who says that Maliki leads the list."""
    answer = why(graph, "Maliki", "Babil")
    leads = [fact for fact in answer.facts if fact.predicate == "leads" and fact.object == "state-of-law"]
    assert len(leads) == 1
    assert len(leads[0].statements) > 1
    assert leads[0].reason.endswith("independent sources agree")


def test_the_size_of_baghdad_shows_the_page_that_differs(graph: GraphView) -> None:
    """The claim of 53 members is kept beside the one of 52, does not count, and the answer says why."""
    sizes = [fact for fact in why(graph, "Baghdad").facts if fact.predicate == "council_size"]
    assert {(fact.statements[0].of, fact.value, fact.counts) for fact in sizes} == {
        ("general", 49, True),
        ("reserved", 3, True),
        ("both", 52, True),
    }
    whole = next(fact for fact in sizes if fact.value == 52)
    assert "stated separately" in whole.reason
    assert {(claim.value, claim.won) for claim in whole.statements} == {(52, True), (53, False)}


def test_a_boycott_is_shown_with_who_says_so(graph: GraphView) -> None:
    """The press report says it twice, in paragraphs 2 and 9."""
    boycott = next(fact for fact in why(graph, "Sadr").facts if fact.predicate == "boycotted")
    assert {claim.locator for claim in boycott.statements} >= {"paragraph 2", "paragraph 9"}


def test_a_figures_unresolved_claims_are_shown_too(graph: GraphView) -> None:
    """A rival that is described and not named stays text and comes to no fact."""
    answer = why(graph, "Sadr")
    unnamed = [fact for fact in answer.facts if fact.predicate == "rival_of" and fact.object is None]
    assert [fact.statements[0].object_text for fact in unnamed] == ["militias allied with Iran (not named)"]
    assert not unnamed[0].counts


def test_a_tie_that_one_source_says_is_what_it_reports() -> None:
    """The Herald alone reports a rivalry and who leads the Reds; two say who leads the Blues; a number is no tie."""
    made = country("in_words")
    told = {fact.id: fact.reported_by for name in ("ada", "bo") for fact in why(made, name, None, "e-2025").facts}
    assert (told["rival_of/ada/bo"], told["leads/ada/reds/2019"], told["leads/bo/blues"]) == ("Herald", "Herald", None)
    assert told["holds_seats/reds/P-S/e-2025"] is None
    assert "Herald reports: Ada Lind is a rival of Bo Lind (reported" in why_text(why(made, "ada", None, "e-2025"))
    plain = {fact["fact"]: fact.get("reported_by") for fact in why(made, "bo", None, "e-2025").to_dict()["facts"]}
    assert (plain["rival_of/ada/bo"], plain["leads/bo/blues"]) == ("Herald", None)


def test_places_of_two_stages_are_no_dispute() -> None:
    """A preliminary second place and a final first are one fact, which the final one decides."""
    answer = why(country("in_words"), "Reds", "P-S", "e-2025")
    (place,) = (fact for fact in answer.facts if fact.predicate == "ranked")
    assert (place.value, place.disputed, place.reason) == (1, False, "final outranks preliminary")


def test_every_kind_of_fact_has_words() -> None:
    """No predicate is shown by its own name, neither in `why` nor in `coverage`."""
    assert {f"fact.{name}" for name in PREDICATES} == {key for key in messages() if key.startswith("fact.")}
    assert {f"about.{name}" for name in PREDICATES} == {key for key in messages() if key.startswith("about.")}


@pytest.fixture
def present(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> GraphView:
    """The shipped graph without a usual election, on a day when three bodies sit."""
    monkeypatch.setattr(graph, "usual_election", None)
    monkeypatch.setenv("MAJLIS_TODAY", "2026-06-30")
    return graph


def test_every_body_that_sits_is_told_also_where_nothing_is_said(present: GraphView) -> None:
    """Nabni stood for the councils alone; the two houses say so, and what holds at any election is told once."""
    answer = QUESTIONS["why"].ask(present, ["Nabni", None], {})
    assert [(one.election.id, bool(one.facts)) for one in answer.answers] == [
        ("iq-2025-representatives", False),
        ("iq-2023-governorates", True),
        ("iq-krg-2024-parliament", False),
    ]
    text = why_sitting_text(answer)
    assert "Council of Representatives  11 Nov 2025  No statement is known." in text
    leader = QUESTIONS["why"].ask(present, ["Maliki", None], {})
    ids = [fact.id for one in leader.answers for fact in one.facts]
    assert len(ids) == len(set(ids))
    assert [note.code for note in leader.answers[2].notes if note.code == "told_above"]
    assert "Only what holds at any election." in why_sitting_text(leader)
    assert {source.id for source in answer.sources} == {
        claim.source.id for one in answer.answers for fact in one.facts for claim in fact.statements
    }


def test_in_a_province_only_the_bodies_that_have_seats_of_it_are_told(present: GraphView) -> None:
    """The Kurdistan Parliament has no seat of Babil."""
    answer = QUESTIONS["why"].ask(present, ["Nabni", "Babil"], {})
    assert [one.election.id for one in answer.answers] == ["iq-2025-representatives", "iq-2023-governorates"]


def test_an_election_is_told_as_itself(present: GraphView) -> None:
    """An election is no body that sits: what is said of it is shown whatever election is asked about."""
    for options in ({}, {"election": "iq-2025-representatives"}):
        answer = QUESTIONS["why"].ask(present, ["iq-2021-representatives", None], options)
        assert isinstance(answer, Why)
        assert ("iq-2021-representatives", 329, (), False) in facts(answer, "total_seats")
        assert "coverage --by fact --election iq-2021-representatives" in " ".join(why_text(answer).split())


def test_a_body_is_told_with_the_election_that_filled_it(present: GraphView) -> None:
    """Who says that the Kurdistan Parliament has 100 seats is told from its election, and from no other."""
    (answer,) = QUESTIONS["why"].ask(present, ["Kurdistan Parliament", None], {}).answers
    assert any(fact.value == 100 for fact in answer.facts if fact.predicate == "total_seats")
    assert not facts(why(present, "Kurdistan Parliament", None, "iq-2025-representatives"), "total_seats")


def test_who_left_the_name_that_it_is_known_by_is_told_with_the_new_ones(graph: GraphView) -> None:
    """The Sadrist Movement was not renamed from its own name: each statement has the one that its source prints."""
    said = " ".join(why_text(why(graph, "Sadrist Movement", election="iq-2023-governorates")).split())
    assert "Sadrist Movement took another name (reported" in said
    assert "+ since Apr 2024, as “National Shiite Current”, reported" in said
    assert "renamed from" not in said
