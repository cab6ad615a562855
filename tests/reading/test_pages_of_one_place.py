"""Pages about one council or constituency, and rows of a person with list and votes: whose and where results are."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver

from .test_mechanisms import claims, stated

COUNCIL = (
    "MUNICIPAL VOTE 2031\n\n"
    "Reds largest party in Marden Municipal Council, others hold the numbers\n\n"
    "The Red Union won 21 of the 45 seats, the commission said on Friday.\n\n"
    "1. Red Union - 9,120 votes (21 seats)\n"
    "2. Blue Front - 7,404 votes (16 seats)\n"
    "3. Green Movement - 3,510 votes (8 seats)\n"
)
DIVISION = (
    "# Marden\n\nThe division returns five members.\n\n## Group totals\n\n"
    "| Group | Votes | Seats |\n|---|---|---|\n| Red Union | 9,120 | 3 |\n| Blue Front | 7,404 | 2 |\n"
)
WINNERS = (
    "Commission declares winners\n\n"
    "A. SENATORIAL ELECTION\n\n"
    "   Marden County: Ada Brown, Red Union, 9,417 votes, 41.9%\n"
    "      (runner-up: Carl Dunn, Blue Front, 5,027 votes)\n"
    "   Corvale County: Eve Finn, Blue Front, 8,417 votes\n"
    "      (runner-up: Gus Hill, Red Union, 4,027 votes)\n\n"
    "B. BY-ELECTION\n\n"
    "   Hill County: Ian Jones, Red Union, 2,417 votes\n"
)


def test_the_one_council_of_a_headline_is_that_of_its_results() -> None:
    """A headline that names one council gives a place to what stands below, as a guess; nothing is of the whole."""
    said = claims(COUNCIL)
    assert {("holds_seats", "Red Union", "Marden Municipal Council", 21)} <= said
    assert not {one for one in said if one[0] == "holds_seats" and one[2] is None}
    assert not {one for one in stated(COUNCIL) if one[0] == "holds_seats"}


def test_a_title_that_is_a_name_alone_may_be_the_place_of_its_tables() -> None:
    """What a page has for its whole title is a place as a guess, so that nothing is stated of the whole election."""
    assert ("votes", "Red Union", "Marden", 9120) in claims(DIVISION)
    assert not stated(DIVISION)


def test_the_votes_behind_a_person_and_a_list_are_the_persons() -> None:
    """Between commas a list only says whose candidate the person before it is."""
    said = claims(WINNERS)
    assert ("candidate_votes", "Eve Finn", "Corvale County", 8417) in said
    assert ("member_of", "Eve Finn", "Blue Front", None) in said
    assert not {one for one in said if one[0] == "votes"}


def test_a_heading_that_ends_as_a_vote_is_a_place_as_a_guess_alone() -> None:
    """What is called "Senatorial Election" may be no place: nothing is stated of one by that name."""
    text = (
        "Results\n\nSENATORIAL ELECTION\n\n- Reds: 12 seats\n- Blues: 9 seats\n\nREGIONAL ELECTION\n\n- Reds: 3 seats\n"
    )
    assert ("holds_seats", "Blues", "SENATORIAL ELECTION", 9) in claims(text)
    assert not stated(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Lokaal Waterdam opnieuw de grootste\n\nWATERDAM – Lokaal Waterdam blijft de grootste in de "
            "gemeenteraad van 23 leden.\n\nTweede is de DVP met 5 zetels. In Waterdam stemden mensen ook in De Hoek.\n",
            ("holds_seats", "DVP", "Waterdam", 5),
            id="a name of the title that stands behind an in",
        ),
        pytest.param(
            "Puerto Claro tiene nueva alcaldesa\n\nCarla Vega se impuso en la elección municipal y es alcaldesa de "
            "Puerto Claro.\n\nEl Partido Sol obtuvo 4 concejales.\n",
            ("holds_seats", "Partido Sol", "Puerto Claro", 4),
            id="behind the office of a place",
        ),
        pytest.param(
            "Taşova'da belediye el değiştirdi\n\nTaşova'da pazar günü seçim yapıldı.\n\nZirve Partisi 15 üyelik "
            "kazandı.\n",
            ("holds_seats", "Zirve Partisi", "Taşova", 15),
            id="with the ending of a place",
        ),
        pytest.param(
            "Ergebnis der Wahl zum Stadtrat der Universitätsstadt Rosenau\n\n- Grüne Höhe (GH): 500 Stimmen, 9 Sitze\n",
            ("holds_seats", "Grüne Höhe", "Universitätsstadt Rosenau", 9),
            id="behind a noun of towns",
        ),
        pytest.param(
            "أخبار الجبل\n\nعقد المجلس البلدي الجديد في عين الورد جلسته الأولى.\n\n- لائحة النور: 12 مقعدا\n",
            ("holds_seats", "لائحة النور", "عين الورد", 12),
            id="a name that begins as those of places do",
        ),
    ],
)
def test_the_place_of_one_council_is_the_name_that_its_page_uses_as_such(text: str, told: tuple[object, ...]) -> None:
    """What a page of one council tells without a place is of the place that its title or its text names, as a guess."""
    assert told in claims(text)
    assert told not in stated(text)


def test_of_two_places_of_a_title_none_is_that_of_all() -> None:
    """A title and a dateline that name two places give none to what the text tells of a third."""
    text = (
        "Reds in front in most of Corvale\n\nHILLTOWN, 28 November 2029 – Preliminary results of the local council "
        "elections put the Reds ahead in Hilltown and in Corvale.\n\nIn the Marden East constituency Ada Brown of the "
        "Reds won with 900 votes. Bob Grey of the Blues received 420 votes.\n"
    )
    assert ("candidate_votes", "Bob Grey", "Marden East", 420) in claims(text)


def test_the_list_of_a_mayor_is_no_place() -> None:
    """A name behind "the list of the mayor of" is a person's."""
    text = (
        "Le scrutin de 2029 est clos.\n\nSaint-Val. La Liste du Maire de Jean Roux (PS) arrive en tête avec 13 sièges."
    )
    assert not any(one[2] == "Jean Roux" for one in claims(text) if one[0] in ("holds_seats", "votes"))


def test_a_page_in_wikitext_is_called_by_its_first_bold_words(tmp_path: Path) -> None:
    """The subject of an article is its title, and tells of which council it is."""
    path = tmp_path / "page.wiki"
    path.write_text(
        "{{Short description|An election}}\nThe '''2029 Marden Municipal Corporation election''' was held on 20 May "
        "2029.\n\n{| class=wikitable\n! Party !! Seats\n|-\n| [[Reds]] || 5\n|-\n| Blues || 2\n|}\n"
    )
    read = loaders.read(path, Registry({}, (), {}, ()), Resolver(()))
    assert read.document.source.title == "2029 Marden Municipal Corporation election"
    told = {(one.item.subject_text, one.item.object_text) for one in read.marked() if isinstance(one.item, Statement)}
    assert told == {("Reds", "Marden Municipal Corporation"), ("Blues", "Marden Municipal Corporation")}


def test_a_first_line_may_be_a_long_headline() -> None:
    """A first line alone is a headline up to twice as long as what heads a part of a text."""
    head = "The Reds win in Marden and are left one councillor short of an absolute majority in the hall"
    text = f"{head}\n\nThe municipal election in Marden is over.\n\nThe Blues have 6 seats.\n"
    assert ("holds_seats", "Blues", "Marden", 6) in claims(text)


def test_the_council_of_a_title_comes_before_a_place_in_the_text() -> None:
    """A title that names its council says of what place the page is, though the text speaks of one part alone."""
    text = (
        "Marden County Council: who is in and who is out\n\nSixteen seats have been filled, and the last in Westhill "
        "are to be decided.\n\nState of the parties\n\n- Red Party: 9\n- Blue Party: 7\n"
    )
    told = {one[2] for one in claims(text) if one[0] == "holds_seats"}
    assert told == {"Marden County Council"}


def test_a_list_below_a_heading_of_no_place_is_of_the_council_told_above_it() -> None:
    """Lists behind a sentence on the council of a place are of that, whatever the heading above them says."""
    text = (
        "Resultados de 2029\n\n## Como fica a Câmara\n\nA Câmara Municipal de Santa Clara tem 13 vereadores.\n\n"
        "- PSX: 8 vereadores\n- MDX: 5 vereadores\n"
    )
    told = claims(text)
    assert {("holds_seats", "PSX", "Santa Clara", 8), ("holds_seats", "MDX", "Santa Clara", 5)} <= told
    assert ("holds_seats", "Municipal", "Santa Clara", 13) not in told
