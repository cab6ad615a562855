"""What tells that results may be none of the whole: bodies of parts of a country, ranks without numbers, any words."""

from __future__ import annotations

import pytest

from loaders.languages.bodies import of_part, of_whole
from loaders.languages.countries import names_country
from loaders.reading.checks import NO_NUMBER
from loaders.reading.found import Certainty, Claim
from loaders.reading.prose.grounds import WEAK, Ground
from loaders.reading.tables.claims import SOME_PLACES

from .test_grounds import doubts, found, sure

ITEMS = "- Red Party: 9 seats\n- Blue Union: 3 seats\n"
ROWS = "Party | Seats\n---|---\nReds | 9\nBlues | 3\n"
SENTENCES = "The Reds won 9 seats. The Blues won 3 seats.\n"


@pytest.mark.parametrize(
    "text",
    [
        "The Parliament of Westland",
        "GENERAL ELECTION 2029",
        "who won in the 34 councils",
        "نتائج الانتخابات البرلمانية",
        "مقاعد المجالس البلدية",
        "Landtagswahl 2029",
        "élections législatives",
    ],
)
def test_a_body_of_the_whole_is_known_by_its_words(text: str) -> None:
    """A parliament, a vote for one, or the plural of the bodies of parts speaks of the whole."""
    assert of_whole(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Municipal election", True),
        ("LOCAL GOVERNMENT ELECTIONS", True),
        ("فازت القائمة برئاسة بلدية", True),
        ("Aus dem Rathaus", True),
        ("Mayor Ada Brown", False),
        ("the military council", False),
        ("The results by ward", False),
    ],
)
def test_a_body_of_a_part_is_known_by_its_words(text: str, part: bool) -> None:
    """A municipality and a vote for one are of a part; a person's title or a noun of places alone tells nothing."""
    assert of_part(text) is part
    assert not of_whole(text)


@pytest.mark.parametrize("told", [ITEMS, ROWS, SENTENCES], ids=["items", "rows", "sentences"])
def test_a_page_of_a_body_of_a_part_states_nothing_of_the_whole(told: str) -> None:
    """Where the words speak of bodies of parts of a country alone, what names no place is not of all of it."""
    assert not sure(f"Municipal election\n\nThe count is over, it was said on Monday.\n\n{told}")
    assert {one[2] for one in sure(f"Election\n\nThe count is over, it was said on Monday.\n\n{told}")} == {9, 3}


@pytest.mark.parametrize("told", [ITEMS, ROWS, SENTENCES], ids=["items", "rows", "sentences"])
@pytest.mark.parametrize(
    ("title", "text"),
    [("Municipal election", "The Parliament is not elected before next year."), ("Estonia's local elections", "Over.")],
)
def test_a_page_that_speaks_of_the_whole_too_states_what_it_tells(title: str, text: str, told: str) -> None:
    """A body of the whole among the first lines, or a country in the title, lets results be of the whole."""
    assert {one[2] for one in sure(f"{title}\n\n{text}\n\n{told}")} == {9, 3}


def test_a_country_is_named_within_a_title() -> None:
    """The name of a country may have several words, and a possessive or a mark behind it."""
    assert names_country("Estonia's local elections")
    assert names_country("New Zealand: the councils")
    assert not names_country("Municipal election in Marden")


def test_the_sums_of_a_table_by_places_are_of_these_places() -> None:
    """What a list has in all rows of a table of places is proposed, also where bodies of parts are spoken of."""
    table = "Party | Marden | Corvale | Total\n---|---|---|---\nReds | 9 | 4 | 13\nBlues | 3 | 2 | 5\n"
    text = f"Municipal election: seats by district\n\n{table}"
    assert doubts(text) == {13: SOME_PLACES, 5: SOME_PLACES}
    assert ("Reds", "Marden", 9) in sure(text)


def test_a_rank_of_the_whole_needs_a_number() -> None:
    """A sentence that calls a list the first, of which no number is told, only proposes it."""
    text = "The result\n\nThe Red Party came first. The Blue Union won 3 seats."
    assert {one for one in sure(text) if one[0] == "Red Party"} == set()
    assert doubts(text)[1] == NO_NUMBER
    assert ("Red Party", None, 1) in sure(f"{text} The Red Party won 9 seats.")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Red Party chairman Ada Brown thanked the voters.", "chairman"),
        ("Ada Brown, president of the Red Party, thanked the voters.", "president of the Red Party"),
    ],
)
def test_an_office_of_a_list_is_only_proposed(text: str, office: str) -> None:
    """Who presides over a list holds no public office by that."""
    held = [one for one in found(text) if isinstance(one, Claim) and one.predicate == "held_office"]
    assert [(one.object, one.certainty, one.reason) for one in held] == [
        (office, Certainty.PROPOSED, WEAK[Ground.OFFICE_OF_LIST])
    ]


def test_an_office_of_the_state_is_stated_beside_a_list() -> None:
    """An office that no list has is a public one, also of who belongs to a list."""
    held = [
        one
        for one in found("Governor Ada Brown of the Red Party thanked the voters.")
        if isinstance(one, Claim) and one.predicate == "held_office"
    ]
    assert [(one.subject, one.certainty) for one in held] == [("Ada Brown", Certainty.STATED)]


def test_definite_words_behind_a_preposition_may_be_no_place() -> None:
    """In a script without capitals words with the article, which nothing else makes a place, are proposed as one."""
    assert doubts("في الحصيلة الكاملة نال حزب الغد 9 مقاعد.") == {9: WEAK[Ground.PLACE_UNKNOWN]}
    assert sure("في محافظة الحصيلة الكاملة نال حزب الغد 9 مقاعد.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "# الهيئة العليا\n\nتعلن الهيئة نتائج انتخاب المجلس البلدي وادي النخيل، وقد جرى السبت في وادي النخيل.\n\n"
            "القائمة | الأصوات | المقاعد\n---|---|---\nقائمة البناء | 2,304 | 3\nقائمة الواحة | 1,711 | 2\n",
            "وادي النخيل",
        ),
        (
            "Uitslag bekend\n\nDe gemeenteraad van Oosterdam is gekozen. In Oosterdam kwam 54 procent.\n\n"
            "Partij | Zetels\n---|---\nCDA | 3\nVVD | 2\n",
            "Oosterdam",
        ),
        (
            "Uitslag bekend\n\nDe gemeenteraad van Oosterdam en de gemeenteraad van Westerdam zijn gekozen. "
            "Oosterdam stemde vroeg, Westerdam laat.\n\nPartij | Zetels\n---|---\nCDA | 3\nVVD | 2\n",
            None,
        ),
    ],
)
def test_the_name_behind_the_words_for_a_body_of_a_part_is_the_place_as_a_guess(text: str, place: str | None) -> None:
    """Of a page of a part the one name that stands most often behind those words is proposed as the place."""
    told = {(one.object, one.certainty) for one in found(text) if isinstance(one, Claim) and one.predicate != "turnout"}
    assert told == {(place, Certainty.PROPOSED)}
