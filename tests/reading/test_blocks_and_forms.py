"""Pages of blocks, cards, boxes and short forms that the reader met for the first time, each in a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from graph.model import Registry, Statement

from .test_mechanisms import NOBODY, claims, stated


def figures(text: str) -> set[tuple[str | None, object]]:
    """Subject and value of each claim, whatever its place."""
    return {(one[1], one[3]) for one in claims(text)}


def test_a_name_within_a_sentence_that_leads_to_a_list_is_only_a_guess() -> None:
    """In a script without capitals "in the booklet" looks like the name of a place, and no seat is stated there."""
    text = "النتائج\n\nوفيما يلي ما جاء في الكراسة الموزعة على الصحفيين:\n- حزب الوردة: 9 مقاعد\n- حزب النخلة: 8 مقاعد"
    assert figures(text) == {("حزب الوردة", 9), ("حزب النخلة", 8)}
    assert not stated(text)


@pytest.mark.parametrize(
    "header",
    ["Its head in the province", "رئيسها في المحافظة", "Contact in Region", "Sede en la provincia"],
)
def test_a_header_that_says_where_in_passing_is_no_column_of_places(header: str) -> None:
    """Rows are of no place that another column only speaks of."""
    text = f"# Results\n\n## Marden province\n\n| Party | {header} | Seats |"
    text += "\n|---|---|---|\n| Reds | Ada Brown | 6 |\n| Blues | Ben Cole | 4 |"
    found_seats = {one[1:] for one in claims(text) if one[0] == "holds_seats"}
    assert found_seats == {("Reds", "Marden province", 6), ("Blues", "Marden province", 4)}


@pytest.mark.parametrize(
    "label",
    ["أعلى المرشحين", "الفائزون", "Top Candidates", "Winners", "Leading Candidates"],
)
def test_a_label_that_speaks_of_people_is_no_place(label: str) -> None:
    """What stands before the names of candidates is not where they stood."""
    text = f"## Marden province\n\n{label}: Ada Brown (Reds) 12,340 votes, Ben Cole (Blues) 9,118.\nTurnout: 42%"
    assert {("Ada Brown", 12340), ("Ben Cole", 9118)} <= figures(text)
    assert label not in {one[2] for one in claims(text)}


BLOCKS = """Municipal results

■ {0}
Seats in council: 11
Turnout: 61.4% (voters 17,905)
  Reds ........ 6,120 votes ........ 7 seats
  Blue List ....... 5,033 votes ........ four seats

■ {1}
Seats in council: 3
Turnout: 71%
  Greens ...... 3,442 votes ........ 2 seats
  Blue List ....... 1,987 votes ........ one seat

Notes
Turnout: 64%
"""


def test_an_item_that_stands_alone_above_lines_heads_them() -> None:
    """A bullet before the name of each place, and its measures and lists below, is a block of that place."""
    found = stated(BLOCKS.format("Marden municipality", "Corvale municipality"))
    marden = {
        ("council_size", None, "Marden municipality", 11),
        ("turnout", None, "Marden municipality", 61.4),
        ("voters", None, "Marden municipality", 17905),
        ("votes", "Blue List", "Marden municipality", 5033),
        ("holds_seats", "Reds", "Marden municipality", 7),
        ("holds_seats", "Blue List", "Marden municipality", 4),
    }
    corvale = {
        ("holds_seats", "Greens", "Corvale municipality", 2),
        ("holds_seats", "Blue List", "Corvale municipality", 1),
    }
    assert marden | corvale <= found
    assert ("turnout", None, "Corvale municipality", 64) not in claims(BLOCKS.format("Marden city", "Corvale city"))


def test_one_item_above_lines_is_no_heading() -> None:
    """What stands once on a page may be an item like any other."""
    text = "Results\n\n■ Marden city\nReds: 9 seats\nBlues: 8 seats"
    assert {("holds_seats", "Reds", None, 9), ("holds_seats", "Blues", None, 8)} <= claims(text)
    assert ("holds_seats", "Reds", "Marden city", 9) not in stated(text)


@pytest.mark.parametrize(
    "words",
    ["one seat", "two seats", "مقعد واحد", "مقعدان", "deux sièges", "zwei Sitze"],
)
def test_a_number_in_words_counts_in_a_column_of_figures(words: str) -> None:
    """A cell of a number word and its unit is a figure where the others of its column are."""
    text = f"Results\n\nReds ........ 6,120 votes ........ 7 seats\nGreens ........ 5,033 votes ........ {words}"
    value = 2 if not words.startswith(("one", "مقعد واحد")) else 1
    assert ("holds_seats", "Greens", None, value) in claims(text)


@pytest.mark.parametrize("label", ["Voters: 9,318 men and women", "المقترعون: 9,318 ناخباً وناخبة"])
def test_a_measure_may_say_who_was_counted(label: str) -> None:
    """A few words behind the figure of a measure leave it one."""
    assert {one[0] for one in claims(f"Results\n\n{label}")} == {"voters"}


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Marden (10)", "| Party | Seats |\n|---|---|\n| Reds | 6 |\n| Blues | 4 |\n| Total | 10 |"),
        ("ميسان (10)", "| القائمة | المقاعد |\n|---|---|\n| الفتح | 6 |\n| النصر | 4 |"),
        ("Savanes (10)", "| Parti | Sièges |\n|---|---|\n| Rouges | 6 |\n| Bleus | 4 |"),
        ("Marden (10)", "- Reds: 6 seats\n- Blues: 4 seats"),
    ],
)
def test_a_bare_number_behind_a_place_is_its_size_if_the_seats_come_to_it(head: str, below: str) -> None:
    """A heading of a place and a number says how many seats it has where those of the lists below make that number."""
    text = f"# Results\n\n## {head}\n\n{below}\n\n## Corvale (9)\n\n{below}"
    sizes = {one for one in claims(text) if one[0] == "council_size"}
    assert sizes == {("council_size", None, head.partition(" (")[0], 10)}


def test_what_stands_below_a_heading_of_another_year_is_of_that_year() -> None:
    """A heading without a year, of a lower rank than the one above that names an earlier one, does not end it."""
    text = "# Vote of 2026\n\n## Previous vote, 2021\n\n### Marden province\n\n- Reds: 9 seats\n- Blues: 8 seats"
    assert not claims(text)
    again = f"{text}\n\n## Corvale province\n\n- Reds: 5 seats\n- Blues: 4 seats"
    assert {one[2] for one in claims(again)} == {"Corvale province"}


@pytest.mark.parametrize(
    "row",
    ["| Turnout | | 12,304 | 34.87 |", "| Turnout | | 12,304 | 34.87% |", "| نسبة المشاركة | | 12,304 | 34.87 |"],
)
def test_a_turnout_in_a_column_of_votes_is_how_many_voted(row: str) -> None:
    """A row of the turnout below candidates gives the number beside the share."""
    text = "| Party | Candidate | Votes | % |\n|---|---|---|---|\n| Reds | Ada Brown | 7,412 | 60.24 |\n"
    text += f"| Blues | Ben Cole | 4,892 | 39.76 |\n{row}"
    assert {("voters", None, None, 12304), ("turnout", None, None, 34.87)} <= stated(text)


@pytest.mark.parametrize(
    "legend",
    [
        "Abbreviations: RPM Red Party of Marden, BLC Blue List of Corvale.",
        "RPM = Red Party of Marden; BLC = Blue List of Corvale",
        "Abréviations : RPM Rassemblement Pour Marden, BLC Bloc Libre du Centre.",
        "Kısaltmalar: RPM Refah Partisi Merkez, BLC Birlik Listesi Cephesi.",
    ],
)
def test_a_row_of_acronyms_with_their_full_names_tells_what_each_means(legend: str) -> None:
    """Seats that a table gives by acronyms are those of the lists that the document spells out, with these behind."""
    text = f"Results\n\n| Party | Seats |\n|---|---|\n| RPM | 9 |\n| BLC | 8 |\n\n{legend}"
    lists = {str(one[1]).partition(" (") for one in stated(text) if one[0] == "holds_seats"}
    assert {short for _, _, short in lists} == {"RPM)", "BLC)"}
    assert all(" " in name and name in legend for name, _, _ in lists)


def test_an_acronym_that_nothing_spells_out_stays_as_it_is_written() -> None:
    """Letters that are no initials of the words before the bracket give no other name to what a table states."""
    text = "The National Congress for Marden (CNM) won.\n\n| Party | Seats |\n|---|---|\n| CNM | 9 |\n| XYZ | 8 |"
    assert {one[1] for one in stated(text) if one[0] == "holds_seats"} == {"CNM", "XYZ"}


WINNERS = "{0}\n\n- Fields and Rivers Party: 2 seats\n- Unity for Marden: 1 seat\n\n## {1}\n\n{2}"


@pytest.mark.parametrize("heading", ["Elected candidates", "Los que entran", "Gewählt"])
def test_an_item_among_winners_is_a_person_with_a_list(heading: str) -> None:
    """A name and, in brackets, a list of the document by its first words or initials won a seat on that list."""
    items = "1. Ada Brown (FRP)\n2. Ben Cole (Unity)\n3. Cora Dean (north bank)\n4. Dan Earl (NW)"
    found = claims(WINNERS.format("# Who sits on the city council of Marden", heading, items))
    assert {
        ("member_of", "Ada Brown", "Fields and Rivers Party", None),
        ("member_of", "Ben Cole", "Unity for Marden", None),
        ("won_seat", "Ada Brown", "Marden", None),
    } <= found
    assert not any(one[1] in ("Cora Dean", "Dan Earl") and one[0] == "won_seat" for one in found)


@pytest.mark.parametrize(
    ("line", "seats"),
    [
        ("Marden (10 seats): Reds 5, Blues 4, Greens 1", {"Reds": 5, "Blues": 4, "Greens": 1}),
        ("Girne (4 sandalye): UBP 2, CTP 2", {"UBP": 2, "CTP": 2}),
        ("Beja (4 sièges): RPR 3, UDB 1", {"RPR": 3, "UDB": 1}),
    ],
)
def test_lists_that_fill_the_seats_of_the_place_before_them_have_them(line: str, seats: dict[str, int]) -> None:
    """Bare figures that come to the size of their place are of its seats, in whatever language."""
    text = (
        f"Results\n\nThis is how the seats were shared out there.\n\n{line}\nCorvale (9 seats): one list has them all"
    )
    assert {(one[1], one[3]) for one in stated(text) if one[0] == "holds_seats"} == set(seats.items())


def test_a_noun_of_places_in_the_name_of_one_list_makes_it_none() -> None:
    """Among lists a name such as "City Forward" is a list's."""
    text = "Results\n\n- Free Trade Party: 4 seats\n- City Forward: 4 seats\n- Broad Front: 3 seats"
    assert not any(one[0] == "council_size" for one in claims(text))
    assert ("holds_seats", "City Forward", None, 4) in claims(text)


def test_the_title_that_a_page_gives_itself_in_its_head_counts(tmp_path: Path) -> None:
    """Front matter names the council of which the text below tells without a title of its own."""
    page = tmp_path / "council.md"
    lead = "The council renewed 14 of its seats yesterday, and this is how they were shared out:"
    page.write_text(
        f'---\ntitle: "Who sits on the city council of Marden"\n---\n\n{lead}\n\n- **Reds**: 9\n- **Blues**: 5\n'
    )
    items = [one.item for one in loaders.read(page, Registry({}, (), {}, ()), NOBODY).marked()]
    places = {one.object_text for one in items if isinstance(one, Statement) and one.predicate == "holds_seats"}
    assert places == {"Marden"}


def test_brackets_of_most_people_in_a_list_make_the_others_people_with_a_list() -> None:
    """A list in brackets is one, too, where it has no noun of lists but the brackets around it hold lists."""
    text = "Results\n\n1- Ada Brown (Red Party) 9,211 votes\n2- Ben Cole (Blue Party) 8,100 votes\n"
    text += "3- Cora Dean (House of Work) 7,350 votes"
    assert ("member_of", "Cora Dean", "House of Work", None) in claims(text)
    others = text.replace("Red Party", "aged 61").replace("Blue Party", "teacher")
    assert ("Cora Dean", 7350) in figures(others)
    assert not any(one[0] == "member_of" for one in claims(others))


def test_a_council_that_the_text_names_by_its_noun_is_that_of_the_page() -> None:
    """A page of one council has the place that its first sentences name, if only one, for what it lists."""
    text = "اسامی منتخبان شورای شهر را اعلام کرد\n\nنتایج انتخابات شورای اسلامی شهر یزد در این انتخابات اعلام شد.\n\n"
    text += "۱- زهرا منشادی (حزب اتحاد) ۳۱۰۸۸ رأی\n۲- مریم آیتی (حزب کار) ۲۴۰۱۹ رأی"
    assert {one[2] for one in claims(text) if one[0] == "candidate_votes"} == {"شهر یزد"}


@pytest.mark.parametrize(
    "cards",
    [
        "District 1 – Marden\nAda Brown\nRed Party\nVotes: 4,211\nElected\n\n"
        "District 2 – Corvale\nBen Cole\nBlue Party\nVotes: 3,096\nRun-off\n\n"
        "District 2 – Corvale\nCora Dean\nRed Party\nVotes: 2,770\nRun-off",
        "الدائرة الأولى – الوادي\nآدم سالم\nحزب الوردة\nالأصوات: 4,211\nفاز من الجولة الأولى\n\n"
        "الدائرة الثانية – الساحل\nباسم علي\nحزب النخلة\nالأصوات: 3,096\nإعادة\n\n"
        "الدائرة الثانية – الساحل\nسعاد كريم\nحزب الوردة\nالأصوات: 2,770\nإعادة",
        "Département du Nord\n\nAda Brun\n\nParti rouge\n\nVoix : 4 211\n\nÉlue\n\n"
        "Département du Sud\n\nBen Clair\n\nParti bleu\n\nVoix : 3 096\n\nNon\n\n"
        "Département du Sud\n\nCora Dean\n\nParti rouge\n\nVoix : 2 770\n\nNon",
    ],
)
def test_cards_of_as_many_lines_each_are_the_rows_of_a_table(cards: str) -> None:
    """A place, a name, a list, a label with its figure and how it ended, once for each candidate."""
    told = stated(
        f"Results of the first round in all of the three districts\n\n{cards}\n\n# What comes next\n\nMore on Monday."
    )
    votes = {(one[1], one[2], one[3]) for one in told if one[0] == "candidate_votes"}
    assert len(votes) == 3
    heads = ("District", "Département", "الدائرة")
    assert {place for _, place, _ in votes} == {line for line in cards.split("\n") if line.startswith(heads)}
    assert sorted(value for _, _, value in votes) == [2770, 3096, 4211]  # type: ignore[type-var]
    assert len({one for one in told if one[0] == "won_seat"}) == 1
    assert len({one for one in told if one[0] == "member_of"}) == 3


def test_cards_with_a_line_that_nothing_explains_are_none() -> None:
    """Where two lines of each card may be the name of a person, neither is taken for it."""
    cards = "\n\n".join(
        f"{n} Brown\n{n} Teacher\nRed Party\nVotes: {v},211" for n, v in (("Ada", 4), ("Ben", 3), ("Eve", 2))
    )
    text = f"Results\n\n{cards}"
    assert {value for _, value in figures(text)} == {4211, 3211, 2211}
    assert not any(one[0] in ("candidate_votes", "member_of") for one in stated(text))
