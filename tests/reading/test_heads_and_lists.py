"""What heads results and is no place: a byline, a list told of above, its acronym; and a constituency of a place."""

from __future__ import annotations

import pytest

from loaders.reading.datelines import is_dateline
from loaders.reading.mentions import names_of
from loaders.reading.prose import places_named

from .test_mechanisms import claims, stated

ELECTED = """Corvale district - results

Mill and Orchard Union (MOU) - 80,830 votes - 2 seats
Reed Harbour League (RHL) - 63,327 votes - 1 seat

Those who won the seats, with their votes:

Mill and Orchard Union (MOU)
1. Ada Brown - 32,102
2. Carl Dray - 20,430

Reed Harbour League (RHL)
1. Eva Frost - 15,135

Independent Group 4
1. Gil Hart - 9,120
"""


@pytest.mark.parametrize("line", ["ق. و / وكالات", "A. B. / Newswire", "م. ع/ واع"])
def test_initials_and_an_agency_are_a_byline(line: str) -> None:
    """Who wrote a report stands below its headline, and is no place of what follows."""
    assert is_dateline(line)
    text = f"الانتخابات في أرقام\n\n{line}\n\nحصل حزب الميناء على 9 مقاعد وحزب الطاحونة على 4 مقاعد.\n"
    assert ("holds_seats", "حزب الميناء", None, 9) in claims(text)


def test_initials_before_a_number_are_no_byline() -> None:
    """A name with initials that has a figure stays a result."""
    assert not is_dateline("A. B. / Reds: 9 seats")


def test_what_stands_before_the_noun_of_a_body_is_no_place_in_arabic() -> None:
    """There a body stands before the name that it has; a headline is a sentence."""
    text = "الدستوري يرسم صورة البرلمان: حزب الميناء أولا"
    assert places_named(text, names_of([text])) == []


@pytest.mark.parametrize("heading", ["الدائرة الأولى بمردان", "الدائرة الثالثة في محافظة مردان"])
def test_a_constituency_in_a_place_is_the_place_of_its_table(heading: str) -> None:
    """A noun, an ordinal and where it lies name one place, and not two that leave it open."""
    text = f"في مردان صوت الناخبون.\n\n## {heading}\n\n| القائمة | الأصوات |\n|---|---|\n| الميناء | 2505 |\n"
    text += "| الطاحونة | 1645 |\n"
    assert ("votes", "الميناء", heading, 2505) in claims(text)


def test_a_list_told_of_above_heads_its_persons() -> None:
    """Below words that lead to those elected, such a heading is the list they stood for, and no place."""
    told = stated(ELECTED)
    for person, of in (
        ("Ada Brown", "Mill and Orchard Union (MOU)"),
        ("Eva Frost", "Reed Harbour League (RHL)"),
        ("Gil Hart", "Independent Group 4"),
    ):
        assert ("member_of", person, of, None) in told
    assert ("candidate_votes", "Ada Brown", "Corvale", 32102) in claims(ELECTED)
    assert {one[1] for one in claims(ELECTED) if one[0] == "votes"} == {"Mill and Orchard Union", "Reed Harbour League"}


def test_a_list_over_its_places_stays_the_list_of_each() -> None:
    """Where no words lead to persons, what stands below a list are the places in which it has its seats."""
    text = "Reed Party: 12 seats\n\n## Reed Party\n- Corvale: 7 seats\n- Umber: 5 seats\n"
    assert {("holds_seats", "Reed Party", "Corvale", 7), ("holds_seats", "Reed Party", "Umber", 5)} <= claims(text)


@pytest.mark.parametrize("acronym", ["LN", "PLN", "LNP"])
def test_the_acronym_of_a_list_may_have_a_letter_for_party(acronym: str) -> None:
    """A bracket with the initials of the name, and a P before or behind them, is the list's own."""
    text = f"Seats\n\n- Sembrador Rural (SR): 9 seats\n- Libertad Norte ({acronym}): 7\n- Frente Alto (FA): 3\n"
    assert ("holds_seats", "Libertad Norte", None, 7) in claims(text)
    assert {one[0] for one in claims(text)} == {"holds_seats"}


def test_a_heading_of_the_whole_ends_the_section_of_a_place() -> None:
    """What stands below "All Westland" is told of no place, whatever places are headed above it."""
    text = "# Seats\n\n## Corvale\n- Reed Party: 3 seats\n\n## All Westland\n- Reed Party: 12 seats\n"
    assert claims(text) == {("holds_seats", "Reed Party", "Corvale", 3), ("holds_seats", "Reed Party", None, 12)}


def test_a_document_is_no_place_and_a_list_named_after_a_person_is_no_member() -> None:
    """No place is named by "in the statement"; behind a noun of lists the name of a person is a list's."""
    text = "وجاء في البيان أن حزب الميناء نال 9 مقاعد، ولقائمة الشهيد آدم كنعان (الجبهة العليا) ثلاثة مقاعد."
    assert ("holds_seats", "حزب الميناء", None, 9) in claims(text)
    assert ("holds_seats", "آدم كنعان (الجبهة العليا)", None, 3) in claims(text)
    assert [one for one in claims(text) if one[0] == "member_of"] == []


def test_who_heads_a_list_gives_it_no_rank() -> None:
    """A person "who tops the list of X" leads it; of a list that tops the list of winners it is a rank."""
    led = claims("وفاز آدم كنعان، الذي يتصدر قائمة الميناء، في مردان.")
    assert ("leads", "آدم كنعان", "قائمة الميناء", None) in led
    assert [one for one in led if one[0] == "ranked"] == []
    ranked = claims("فاز حزب الميناء الذي تصدر قائمة الفائزين في البصرة.")
    assert ("ranked", "حزب الميناء", "البصرة", 1) in ranked


def test_the_list_that_somebody_ran_for_has_not_his_votes() -> None:
    """In "A B, who ran for X as well, third on 536" the 536 are no votes of X."""
    text = "Ada Brown of Amana came first with 597,770 votes, and Carl Dray, a host of 35 who ran for Amana as well, "
    assert [one for one in claims(f"{text}third on 536,215.") if one[1] == "Amana" and one[0] == "votes"] == []


def test_views_of_a_page_are_no_result() -> None:
    """How often a page was read is of the page."""
    text = "النتائج\n\nحزب الميناء: 9 مقاعد\nحزب الطاحونة: 4 مقاعد\nحزب النخيل: 2 مقاعد\n\nعدد المشاهدات: 4512\n"
    assert {one[1] for one in claims(text)} == {"حزب الميناء", "حزب الطاحونة", "حزب النخيل"}
