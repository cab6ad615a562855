"""A province's offices from the vote on: whose term counts, how it was won, and how that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import UsageError
from majlis.terminal.answer import answer_text
from majlis.terminal.who import office_lines, who_text
from majlis.wording.people.offices import offices_sentence, offices_table
from queries.people.offices import Offices, Term, offices
from queries.plain import Named
from queries.view import GraphView
from queries.who import who

from .made import country, known_of, stored


@pytest.fixture(scope="module")
def made() -> GraphView:
    """Northmark votes in 2021 and 2025. Ben, governor since 2019, is replaced by Ada, she by Cyd after the second."""
    return country("offices")


def test_terms_run_from_the_vote_to_the_next_vote(made: GraphView) -> None:
    """The governor of the day of the vote and those until the next vote are told, of this province alone."""
    terms = [(term.figure.id, term.since, term.until) for term in who(made, "Northmark", "e-2021").offices]
    assert terms == [("ben", "2019-02", "2021-06-30"), ("ada", "2021-07-01", None)]
    later = [term.figure.id for term in who(made, "Northmark", "e-2025").offices]
    assert later == ["ada", "cyd"]


def test_an_end_without_a_beginning_ends_the_last_term_before_it(made: GraphView) -> None:
    """A page that tells only when Ben left ends the term of 2019, not the one of 2015."""
    held = [row for row in made.run("offices_held") if row["figure"] == "ben"]
    assert [(row["since"], row["until"]) for row in held] == [("2015", "2017"), ("2019-02", "2021-06-30")]


def test_an_election_belongs_to_the_term_that_began_with_it(made: GraphView) -> None:
    """Ada's votes and support of July 2021 are her term's; those of 2018 and those of Cyd are not."""
    _, ada = who(made, "Northmark", "e-2021").offices
    assert dict(ada.election) == {"votes": 6, "present": 9}
    assert ada.supporters == (Named("reds", "Reds"),)
    assert ada.to_dict()["election"] == {"votes": 6, "present": 9}
    assert [place for _, place in ada.locators] == ["p. 5"]


def test_the_sources_shown_say_both_dates(graph: GraphView) -> None:
    """Kirkuk's acting governor went in August 2024: a page of July cannot be all that is shown for it."""
    acting = next(term for term in who(graph, "Kirkuk").offices if term.figure.id == "rakan-al-jubouri")
    assert (acting.until, acting.first_sources) == ("2024-08", ("964media-23320",))
    wasit = [term for term in who(graph, "Wasit").offices if term.figure.id == "mohammed-jamil-al-mayahi"]
    assert [term.first_sources for term in wasit] == [
        ("ultra-iraq-2024-02-05-wasit",),
        ("shafaq-2024-02-05", "shafaq-2025-07-23"),
    ]


@pytest.mark.parametrize("order", [("premier", "speaker"), ("speaker", "premier")])
def test_the_head_of_a_body_comes_first(order: tuple[str, str]) -> None:
    """The offices of a body come in the order that the data give them, whatever they are called."""
    known = known_of("house_and_councils")
    claims = [
        replace(claim, value=order.index(claim.subject) + 1)
        if claim.predicate == "office_in" and claim.subject in order
        else claim
        for claim in known.statements
    ]
    graph = GraphView(stored(replace(known, statements=tuple(claims))))
    first, second = order
    listed = [term.office.id for term in offices(graph, "assembly").terms]
    assert (listed[0], listed[-1]) == order
    assert listed == sorted(listed, key=order.index)
    assert [term.office.id for term in who(graph, "assembly", as_of="2024-12-31").offices] in ([first, second], [first])


def test_the_presidium_begins_with_the_speaker(graph: GraphView) -> None:
    """Of the Council of Representatives first the speaker is told, then the first deputy, then the second."""
    terms = who(graph, "Council of Representatives", "iq-2025-representatives").offices
    presidium = list(dict.fromkeys(term.office.id for term in terms))
    assert presidium == ["speaker-of-the-council-of-representatives", "first-deputy-speaker", "second-deputy-speaker"]


# --- The question -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def house() -> GraphView:
    """Ben was premier until 2022, Dag after him without a stated end, Cyd since June 2024; Dag is speaker."""
    return country("house_and_councils")


def told(answer: Offices) -> list[tuple[object, ...]]:
    """Who, which office, from when until when, and when the next one began."""
    return [(t.figure.id, t.office.id, t.since, t.until, t.succeeded) for t in answer.terms]


def test_a_body_has_its_offices_the_latest_first(house: GraphView) -> None:
    """A term whose end no source states says when the next one began."""
    assert told(offices(house, "Assembly")) == [
        ("cyd", "premier", "2024-06-02", None, None),
        ("dag", "premier", "2022-04-01", None, "2024-06-02"),
        ("ben", "premier", "2020-06-01", "2022-03-31", None),
        ("dag", "speaker", "2024-05-30", None, None),
    ]
    assert told(offices(house, "Northmark", "2023-12")) == [("ben", "governor-1", "2023-04-01", None, "2024-01-15")]
    with pytest.raises(UsageError, match="no date"):
        offices(house, "Assembly", "soon")


def test_a_list_has_the_offices_of_its_people(house: GraphView) -> None:
    """Of who leads it and who is a member of it; a bloc by way of its lists, and on a day those who held then."""
    reds = offices(house, "Reds")
    ties = {(term.figure.id, term.tie and term.tie.type) for term in reds.terms}
    assert ties == {("cyd", "leads"), ("dag", "member_of")}
    assert reds.people == 2
    coast = told(offices(house, "Coast Group", "2024-06-03"))
    assert [(figure, office) for figure, office, *_ in coast] == [("cyd", "premier"), ("dag", "speaker")]
    assert told(offices(house, "Ben Ost")) == [
        ("ben", "governor-1", "2023-04-01", None, "2024-01-15"),
        ("ben", "premier", "2020-06-01", "2022-03-31", None),
    ]
    assert offices(house, "Islanders").terms == ()


def test_a_term_without_an_end_is_never_said_to_hold_after_the_next_began(house: GraphView) -> None:
    """In the answers on offices and on who holds a council alike."""
    words = "from 1 Apr 2023, its end not stated, the next one from 15 Jan 2024"
    answer = offices(house, "Northmark")
    assert words in answer_text(answer, offices_sentence(answer), offices_table(answer), answer.sources)
    assert f"Governor of Northmark {words}: Ben Ost" in " ".join(who_text(who(house, "Northmark", "c-2023")).split())
    assert who(house, "Northmark", "c-2023").offices[0].to_dict()["succeeded"] == "2024-01-15"


def _term(**given: object) -> Term:
    fields: dict[str, object] = {
        "office": Named("governor-n", "Governor of Northmark"),
        "figure": Named("ada", "Ada Lind"),
        "since": "2021-07-01",
        "until": None,
        "election": {},
        "supporters": (),
        "standing": "reported",
        "disputed": False,
        "statements": (),
        "locators": (("gazette", "p. 5"),),
        "first_sources": ("gazette",),
    }
    return Term(**(fields | given))  # type: ignore[arg-type]  # a test's own fields


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "Governor of Northmark since 1 Jul 2021: Ada Lind [3]"),
        (
            {"succeeded": "2024"},
            "Governor of Northmark from 1 Jul 2021, its end not stated, the next one from 2024: Ada Lind [3]",
        ),
        ({"until": "2024"}, "Governor of Northmark 1 Jul 2021 to 2024: Ada Lind [3]"),
        ({"since": None, "until": "2024-02"}, "Governor of Northmark until Feb 2024: Ada Lind [3]"),
        ({"since": None}, "Governor of Northmark: Ada Lind [3]"),
        ({"disputed": True}, "Governor of Northmark since 1 Jul 2021: Ada Lind [3] !"),
        ({"election": {"votes": 6}}, "Governor of Northmark since 1 Jul 2021: Ada Lind (elected with 6 votes) [3]"),
        (
            {"election": {"votes": 6, "present": 9, "members": 10}},
            "Governor of Northmark since 1 Jul 2021: Ada Lind (elected by 6 of 9 present) [3]",
        ),
        (
            {"election": {"votes": 6, "members": 10}},
            "Governor of Northmark since 1 Jul 2021: Ada Lind (elected by 6 of 10 members) [3]",
        ),
        (
            {"election": {"present": 9, "members": 10}, "supporters": (Named("reds", "Reds"),), "since": "2021"},
            "Governor of Northmark since 2021: Ada Lind (elected, 9 of 10 members present; supported by Reds) [3]",
        ),
        ({"election": {"members": 10}}, "Governor of Northmark since 1 Jul 2021: Ada Lind [3]"),
    ],
)
def test_a_term_is_said_as_far_as_it_is_known(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, object], line: str
) -> None:
    """Dates, votes and supporters stand where a source says them, and nothing stands for what none says."""
    monkeypatch.setattr("majlis.terminal.text.width", lambda: 200)
    assert office_lines((_term(**given),), {"gazette": 3}) == [line]


def test_an_office_is_asked_for_its_holders(graph: GraphView) -> None:
    """Who holds it now comes first, with the dates; the sentence says who held it before."""
    answer = offices(graph, "Governor of Baghdad")
    assert [(term.figure.id, term.since, term.until) for term in answer.terms] == [
        ("atwan-al-atwani", "2025-07-27", None),
        ("abdul-muttalib-al-alawi", "2024-02-05", "2025-07-26"),
    ]
    assert offices_sentence(answer) == (
        "Governor of Baghdad: Atwan al-Atwani (since 27 Jul 2025). "
        "Before: Abdul Muttalib al-Alawi (5 Feb 2024 to 26 Jul 2025)."
    )
    assert [term.figure.id for term in offices(graph, "governor-of-baghdad", "2024-06").terms] == [
        "abdul-muttalib-al-alawi"
    ]


@pytest.mark.parametrize(
    ("day", "said"), [("2020", ", in 2020"), ("2020-03", ", in Mar 2020"), ("2020-03-01", ", on 1 Mar 2020")]
)
def test_a_year_or_a_month_is_no_day(made: GraphView, day: str, said: str) -> None:
    """Who held an office is told in a year or a month, and on a day."""
    assert said in offices_sentence(offices(made, "Northmark", as_of=day))


@pytest.mark.parametrize("office", ["prime-minister-of-iraq", "president-of-iraq"])
def test_no_year_since_2006_is_without_a_head(graph: GraphView, office: str) -> None:
    """Every term of the two heads of the state begins in the year in which the one before it ended."""
    terms = sorted((term.since or "", term.until or "") for term in offices(graph, office).terms)
    assert [until[:4] for _, until in terms[:-1]] == [since[:4] for since, _ in terms[1:]]
