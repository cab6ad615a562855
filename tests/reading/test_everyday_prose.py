"""What pages of strangers taught of prose: emphasis, headings of topics, units of other sentences, who was declared."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, reasons, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In **Marden** all seven seats went to the **People's Harbour Party**.",
            ("holds_seats", "People's Harbour Party", "Marden", 7),
            id="emphasis within a sentence",
        ),
        pytest.param(
            "National Renewal won 5 seats in Marden.",
            ("holds_seats", "National Renewal", "Marden", 5),
            id="an adjective of bodies that begins a name",
        ),
        pytest.param(
            "The Order, Unity and Renewal (OUR) Party won 15 seats in Marden.",
            ("holds_seats", "Order, Unity and Renewal (OUR)", "Marden", 15),
            id="a name with commas of which its acronym tells",
        ),
        pytest.param(
            "In Marden, Ada Brown of the opposition Harbour Alliance polled 11,870 votes.",
            ("candidate_votes", "Ada Brown", "Marden", 11870),
            id="a person of a list that is described",
        ),
        pytest.param(
            "In Marden, returning officer Cara Finch declared Ada Brown of the Harbour Party duly elected.",
            ("won_seat", "Ada Brown", "Marden", None),
            id="who is declared elected, and not who declares it",
        ),
        pytest.param(
            "The Greens won 26 seats in Marden. In Corvale the council has 26 seats, and the Harbour Party came first "
            "with 9.",
            ("holds_seats", "Harbour Party", "Corvale", 9),
            id="the unit of the sentence itself",
        ),
    ],
)
def test_a_sentence_says(text: str, expected: tuple[str, str, str, object]) -> None:
    """A sentence gives its claim."""
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We issued 286,051 ballots.\n\nThe Harbour Party has 15.", id="of a paragraph with other figures"),
        pytest.param("Ada Brown of the Harbour Party polled 15,235 votes.", id="where a candidate stood"),
        pytest.param("The Rose Party won nine seats on the Marden council.", id="of whose council a name may tell"),
        pytest.param("14 Dec: Westland (120 seats), 21 Dec: Corvale (65 seats).", id="of nothing called a list"),
        pytest.param("The Harbour Party won two seats and was beaten in a third, it said.", id="a third of them"),
        pytest.param("In Marden we will propose Ada Brown for mayor.", id="an office that is only proposed"),
        pytest.param("Now to Marden.\n\nThere the council has 33 seats.", id="a place that is not read"),
        pytest.param(
            "News\n\n## Westland: Marden\n\nThe Harbour Party came first. Turnout was 50.4 percent.", id="below a topic"
        ),
    ],
)
def test_what_is_said_too_little_of_is_not_stated(text: str) -> None:
    """A figure, a rank or an office of which something is missing is proposed or listed."""
    assert not {one for one in stated(text) if one[3] is not None and one[2] is None and one[3] != 2}
    assert not {one for one in stated(text) if one[0] == "held_office"}


def test_a_topic_is_no_place() -> None:
    """Seats below "Westland: town councils" are not those of Westland."""
    text = "Letter\n\n### Westland Islands: town councils\n\nSeats on the town council:\n\n- Greens: 4\n- Reds: 3\n"
    assert not [one for one in stated(text) if one[2] == "Westland Islands"]


def test_votes_by_party_there() -> None:
    """A list to which "there" leads is of the place of the sentence before."""
    text = "A word on Marden, where the count is done. Votes by party there:\n\n- Greens: 13,912\n- Reds: 13,404\n"
    assert ("votes", "Greens", "Marden", 13912) in claims(text)
    assert "Marden" not in reasons(text).values()


@pytest.mark.parametrize("office", ["MP", "senator", "mayor", "minister", "vice president", "councillor"])
def test_who_holds_an_office_for_a_list_does_not_lead_it(office: str) -> None:
    """A senator of a list belongs to it."""
    said = {one[0] for one in stated(f"Rose Party {office} Ada Brown said that the count is done.")}
    assert said == {"member_of", "held_office"}


@pytest.mark.parametrize("office", ["president", "secretary-general", "chairwoman", "leader"])
def test_who_heads_a_list_leads_it(office: str) -> None:
    """The secretary-general of a list leads it."""
    assert ("leads", "Ada Brown", "Rose Party", None) in stated(f"Rose Party {office} Ada Brown said nothing.")


def test_a_spokesman_leads_nothing() -> None:
    """Who speaks for a commission or a list does not lead it."""
    assert not [one for one in claims("IHEC spokesman Samir al-Musa said so.") if one[0] == "leads"]


def test_candidates_are_no_seats() -> None:
    """The candidates of lists, who stand for seats, are not the seats of those lists."""
    text = "The candidates who competed for the vacant seats were 156, among whom 19 for the Rose Party."
    assert not [one for one in claims(text) if one[0] == "holds_seats"]


def test_a_quotation_that_began_before_is_one() -> None:
    """The size that somebody quoted gives is only proposed, also where the first mark stands in no sentence."""
    text = "“The council will sit with the elected [180] members until then,” Brown told reporters."
    assert not [one for one in stated(text) if one[0] == "council_size"]


def test_items_say_ranks() -> None:
    """A rank behind a colon is that of the name before it, at the place above; so is the last before another place."""
    text = (
        "Results\n\n1. Marden Governorate:\n\n- Green Alliance: First with 42,099 votes\n\n- Blue Union: Second\n\n"
        "2. Corvale Governorate:\n\n- Blue Union: First\n"
    )
    assert stated(text) == {
        ("ranked", "Green Alliance", "Marden Governorate", 1),
        ("votes", "Green Alliance", "Marden Governorate", 42099),
        ("ranked", "Blue Union", "Marden Governorate", 2),
        ("ranked", "Blue Union", "Corvale Governorate", 1),
    }
