"""What a stated claim rests on: each part said directly; on weaker grounds it is only proposed, with the reason."""

from __future__ import annotations

import pytest

from graph.names import Resolver
from loaders.reading.found import Certainty, Claim, Unread
from loaders.reading.line import Line
from loaders.reading.prose.grounds import WEAK, Ground
from loaders.reading.reader import read_lines
from loaders.reading.scope import OF_ONE_COUNCIL

NOBODY = Resolver(())


def found(text: str) -> list[Claim | Unread]:
    """All that a text gives."""
    return list(read_lines([Line(number, line) for number, line in enumerate(text.splitlines(), 1)], NOBODY).found)


def sure(text: str) -> set[tuple[str | None, str | None, object]]:
    """Subject, place and value of the claims with a number that are stated."""
    return {
        (one.subject, one.object, one.value)
        for one in found(text)
        if isinstance(one, Claim) and one.value is not None and one.certainty is Certainty.STATED
    }


def doubts(text: str) -> dict[object, str]:
    """The value of each claim that is only proposed, with the reason."""
    return {
        one.value: one.reason
        for one in found(text)
        if isinstance(one, Claim) and one.certainty is Certainty.PROPOSED and one.value is not None
    }


@pytest.mark.parametrize(
    ("text", "value", "ground"),
    [
        pytest.param("In the hills beyond, the Reds won 9 seats.", 9, Ground.WHOLE_UNREAD),
        pytest.param("The Reds won 9 seats in the capital's council.", 9, Ground.WHOLE_UNREAD),
        pytest.param("حصد حزب الغد 9 مقاعد في مجلس بلدية العاصمة.", 9, Ground.WHOLE_UNREAD),
        pytest.param("The Reds won 9 seats in Corvale, the Blues 4.", 4, Ground.PLACE_OF_FIGURE_BEFORE),
        pytest.param("Elsewhere the Reds won 9 seats.", 9, Ground.WHOLE_UNREAD),
        pytest.param("Corvale province - The commission said that the Reds won 9 seats.", 9, Ground.PLACE_BEFORE_MARK),
        pytest.param("The Red Party is ahead. It won 9 seats in Corvale.", 9, Ground.NAME_BEFORE),
        pytest.param("In the Corvale Legislative Assembly the Reds won 9 seats.", 9, Ground.PLACE_OF_ASSEMBLY),
        pytest.param("The Reds won 9 seats.\n\nIn Corvale the Reds had 4, the Greens 2.", 2, Ground.UNIT_LENT),
        pytest.param("Counties fell, with the Reds as the biggest party.", 1, Ground.RANK_UNTIED),
        pytest.param("Ada Brown polled 2,227 votes.", 2227, Ground.NAME_OF_EITHER),
    ],
)  # fmt: skip
def test_a_claim_on_weak_grounds_is_only_proposed(text: str, value: int, ground: Ground) -> None:
    """A part that is inherited or guessed takes a claim from what is stated, and the reason says which."""
    assert value not in {one[2] for one in sure(text)}
    assert doubts(text)[value] == WEAK[ground]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("In Corvale the Reds won 9 seats.\n\nThe Greens won 3 seats.", Ground.WHOLE_AFTER_PLACE),
        ("In Corvale the Reds won 9 seats.\n\nThe Greens were the largest party.", Ground.WHOLE_AFTER_PLACE),
        ("The Red Party won 9 seats. It won 31 votes too.", Ground.NAME_BEFORE),
        (
            "The Reds won 9 seats.\n\nThe vote for governor: Ada Brown of the Red Party won 19 votes.",
            Ground.VOTES_OF_MEMBERS,
        ),
        ("In Corvale the Reds won 9 seats. Ada Brown polled 2,227 votes.", Ground.NAME_OF_EITHER),
    ],
)
def test_what_rests_on_too_little_is_not_even_proposed(text: str, ground: Ground) -> None:
    """A number or a rank whose place or owner is most often guessed wrong is listed, with the reason."""
    assert {one.value for one in found(text) if isinstance(one, Claim) and one.value is not None} == {9}
    assert [one.reason for one in found(text) if isinstance(one, Unread)] == [WEAK[ground]]


def test_a_way_of_reading_is_demoted_by_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ground that is given a reason states nothing any more."""
    text = "The Reds won 9 seats in Corvale."
    assert sure(text) == {("Reds", "Corvale", 9)}
    monkeypatch.setitem(WEAK, Ground.PLACE_BEHIND, "not trusted")  # type: ignore[arg-type]  # a dict, shown as read-only
    assert sure(text) == set()
    assert doubts(text) == {9: "not trusted"}


def test_a_vote_of_one_council_is_none_of_the_whole() -> None:
    """Where a title names a council and no place, what names no place is only proposed."""
    assert doubts("Town council: the result\n\nThe Reds won 9 seats.") == {9: OF_ONE_COUNCIL}
    assert sure("The result\n\nThe Reds won 9 seats.") == {("Reds", None, 9)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "So hat Neudorf gewählt: Alle Stimmen für den Gemeinderat\n\n"
            "Partei | Sitze |\n---|---|\nRote | 9 |\nBlaue | 3 |\n",
            id="the only word of a title that may be a name",
        ),
        pytest.param(
            "Resultados elecciones municipales: Neudorf (Norte)\n\nEl acto en Neudorf.\n\n"
            "Partido | Escaños |\n---|---|\nRote | 9 |\nBlaue | 3 |\n",
            id="a name that a mark parts from words of results",
        ),
    ],
)  # fmt: skip
def test_the_place_of_a_title_is_proposed(text: str) -> None:
    """A table below it is of that place, and no claim of it is stated."""
    placed = {(one.subject, one.object, one.value) for one in found(text) if isinstance(one, Claim)}
    assert {("Rote", "Neudorf", 9), ("Blaue", "Neudorf", 3)} <= placed
    assert sure(text) == set()


def test_a_heading_that_a_text_has_left_holds_no_longer() -> None:
    """Prose below a place's heading that has gone on to another place states nothing of the first."""
    text = (
        "Westvale\n- Reds: 9 seats\n- Greens: 2 seats\n\nIn Eastvale the Reds won 4 seats.\n\nTurnout was 51 percent."
    )
    titled = f"Results of the vote\n\n{text}"
    assert 51 not in {one[2] for one in sure(titled)}


def test_the_smaller_of_two_numbers_counts_in_a_sum() -> None:
    """A list told twice, by two names or with two numbers, takes the others no seats."""
    once = "Of the 20 seats of the house 9 went to the United Reds, and the Greens won 8 seats."
    assert ("Greens", None, 8) in sure(f"{once}\n\nThe Reds won 9 seats.")
    assert ("Greens", None, 8) in sure(f"{once}\n\nThe Blues won 15 seats. The Blues won 3 seats.")
    assert ("Greens", None, 8) not in sure(f"{once}\n\nThe Blues won 15 seats.")


def test_a_list_within_a_sentence_is_placed_as_its_prose_is() -> None:
    """Names and figures in a row are of the place before, or of one of several, and are not stated of the whole."""
    text = "Vote\n\nThe seats were filled in Corvale ward. The first preferences: Reds 1,857, Blues 929, Greens 140."
    assert {one[0] for one in sure(text)} == set()
    several = "Vote\n\nIn Corvale and in Westvale they voted. The first preferences: Reds 1,857, Blues 929, Greens 140."
    assert {one[0] for one in sure(several)} == set()
