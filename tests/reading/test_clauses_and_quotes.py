"""What a sentence tells by its clauses: of another year, of a body's size, of who was beaten, of what is quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_mechanisms import claims, stated
from .test_sheets import of_file

HEAD = "Results of the election of 2029\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Harbour Party collected 204,118 votes. The Hill Movement enters the house with six, the Field Party "
            "with three, while the Lake Union has two seats.",
            ("holds_seats", "Hill Movement", None, 6),
            id="a few are no votes beside thousands",
        ),
        pytest.param(
            "The Harbour Party will have nine deputies. The Hill Pact enters with four.",
            ("holds_seats", "Hill Pact", None, 4),
            id="members are seats of the next",
        ),
        pytest.param(
            "The Harbour Party came first with 31 seats in an assembly of 75 members.",
            ("council_size", None, None, 75),
            id="a body of so many",
        ),
        pytest.param(
            "احتفظ حزب النهر بالمركز الأول ومعه 91,204 أصوات و12 مقعدا.",
            ("holds_seats", "حزب النهر", None, 12),
            id="a preposition with its pronoun is no name",
        ),
        pytest.param("وحل حزب النهر في المرتبة الخامسة عشرة.", ("ranked", "حزب النهر", None, 15), id="fifteenth"),
        pytest.param(
            "Ada Brown of the Harbour Party defeated the Hill Pact's Ben Cole and was elected governor.",
            ("held_office", "Ada Brown", "governor", None),
            id="who has beaten is elected",
        ),
        pytest.param(
            "Ada Brown, the candidate of the Harbour Party, and Ben Cole of the Hill Pact met in Marden. "
            "In the second count Brown received 4,204 votes.",
            ("candidate_votes", "Ada Brown", "Marden", 4204),
            id="a family name is no place",
        ),
    ],
)  # fmt: skip
def test_a_clause_is_read_by_its_words(text: str, expected: tuple[str, str | None, str | None, object]) -> None:
    """Each of these sentences tells one thing that the words beside it do not hide."""
    assert expected in claims(HEAD + text + "\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("نال حزب النهر 9 مقاعد، أي أقل بمقعدين مما أحرزه سنة 2025 حين حصل على 14 مقعدا.", 14, id="when"),
        pytest.param(
            "The Harbour Party won 9 seats. In Corvale it stands at 61 per cent and in West Marden at 59 per cent; "
            "neither district had a single spoilt ballot.",
            1,
            id="spoilt ballots",
        ),
    ],
)  # fmt: skip
def test_figures_of_another_thing_are_no_results(text: str, value: int) -> None:
    """A year in the clause before and spoilt ballots are no results of this vote."""
    assert value not in {one[3] for one in claims(HEAD + text + "\n")}


def test_the_leading_party_is_any() -> None:
    """Of a rule that speaks of the leading party no party is said to have come first."""
    text = "وهنأ كريم حسن، رئيس حزب النهر، الفائزين.\nوينص القانون على أن الحاكم يعين الوزير من الحزب المتصدر."
    assert not {one for one in claims(HEAD + text + "\n") if one[0] == "ranked"}


@pytest.mark.parametrize(
    "text",
    [
        'The Harbour Party won 31 seats. "We thought the Hill Pact was in front. The model had the Hill Pact at 40 '
        'seats. We were wrong," a lecturer said.',
        '> "We thought of a house with the Hill Pact in front. Nobody had the Hill Pact at 40 seats."',
        "حصد حزب النهر 31 مقعدا. وقال محلل: «كنا نظن أن المنافسة محسومة. حزب التلال حصل على 40 مقعدا. هذا ما ظنناه».",
    ],
)
def test_what_is_quoted_is_not_stated(text: str) -> None:
    """Each sentence within a quotation is quoted, its first, its last and those between."""
    assert not {one for one in stated(HEAD + text + "\n") if one[3] in (40, 1)}


def test_what_somebody_says_is_no_name() -> None:
    """A few words in quotation marks with a comma behind them are no name of who holds an office."""
    text = 'Fifty members met on Monday. "We are friends of all," the new prime minister said in the garden.'
    assert not {one for one in claims(HEAD + text + "\n") if one[0] == "held_office"}


@pytest.mark.parametrize("line", ["Corvale – (Island News)", "Corvale - (dpa) -"])
def test_a_dateline_alone_on_its_line_is_no_place(line: str) -> None:
    """Where a report was written is no place of its results, on a line of its own either."""
    text = f"The Harbour Party leads\n\n{line}\n\nThe Harbour Party won 31 seats and the Hill Pact 12 seats.\n"
    assert ("holds_seats", "Harbour Party", None, 31) in claims(text)


def test_a_header_further_down_may_name_years(tmp_path: Path) -> None:
    """A second header within a table begins another one, whatever years its columns are of."""
    text = (
        "District;Party;Seats\nMarden;Harbour Party;5\nMarden;Hill Pact;3\nCorvale;Harbour Party;4\n;;\n"
        "Party;Short;Seats 2029;Seats 2025;Difference\nHarbour Party;HP;9;12;-3\nHill Pact;HI;3;2;+1\n"
    )
    said, _ = of_file(tmp_path, "two.csv", text)
    assert ("holds_seats", "Harbour Party", None, 9) in said
    assert not {one for one in said if one[3] in (12, 2)}
