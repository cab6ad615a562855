"""Who holds a council: golden answers, and what is not accounted for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import CannotAnswerError
from majlis.terminal.who import who_text
from majlis.wording.forms import ENGLISH, Language
from majlis.wording.who import who_sentence
from queries.disputed import Span, place
from queries.plain import Named, Note
from queries.totals import Place, place_of
from queries.view import GraphView
from queries.where import where
from queries.who import who


def test_councils_are_accounted_for_as_published(published: GraphView) -> None:
    """The lists' seats sum to what the query of all councils, whose rows are golden, gives the council."""
    for row in published.run("seats_accounted", election=published.election().id):
        answer = who(published, row["province"])
        assert (answer.accounted, answer.council_size) == (row["accounted"], row["council_size"])
        assert sum(item.seats for item in answer.lists) == row["accounted"]


def test_a_majority_is_of_the_whole_council(published: GraphView) -> None:
    """Baghdad has 52 seats, three of them not on the published list: a majority is 27."""
    answer = who(published, "Baghdad")
    assert (answer.majority, answer.status) == (27, "voted")
    assert Note("missing", {"missing": 3, "size": 52}) in answer.notes


def test_general_and_reserved_seats_make_the_size_and_another_total_is_dissent(graph: GraphView) -> None:
    """Baghdad's 49 general and 3 reserved seats stand; the page that counts 53 does not change it."""
    assert (who(graph, "Baghdad").council_size, who(graph, "Baghdad").size_standing) == (52, "reported")


def test_where_and_who_mark_the_same_lists(graph: GraphView) -> None:
    """Whatever `where` marks of a list in a council, since a source differs on the seats, `who` marks too."""
    marked = set()
    for row in graph.run("councils", election=graph.election().id):
        for item in who(graph, row["id"]).lists:
            told = next(council for council in where(graph, item.id).provinces if council.id == row["id"])
            assert (item.disputed, item.dissent) == (told.disputed, told.dissent), (item.id, row["id"])
            marked |= {(item.id, row["id"])} if item.dissent else set()
    assert ("tasmim", "IQ-BA") in marked
    assert not {("state-of-law", "IQ-BB"), ("nabni", "IQ-MU")} & marked  # only their places differ
    assert "! sources differ here: majlis why 'Tasmim Alliance' Basra" in who_text(who(graph, "Basra"))


def test_a_province_without_a_vote_says_so_with_its_source(graph: GraphView) -> None:
    """Erbil held no vote; the answer names who says so and gives no number."""
    answer = who(graph, "Erbil")
    assert (answer.status, answer.lists, answer.council_size, answer.majority) == ("no_vote", (), None, None)
    assert answer.sources


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("Babel", "IQ-BB"), ("Babylon", "IQ-BB"), ("Thi Qar", "IQ-DQ"), ("Diwaniyah", "IQ-QA"),
        ("Salaheddin", "IQ-SD"), ("Wassit", "IQ-WA"), ("Al Muthana", "IQ-MU"), ("بغداد", "IQ-BG"),
        ("محافظة كركوك", "IQ-KI"), ("the province of Basra", "IQ-BA"), ("Bagdhad", "IQ-BG"), ("IQ-NI", "IQ-NI"),
    ],
)  # fmt: skip
def test_provinces_are_found_by_any_of_their_names(graph: GraphView, asked: str, id: str) -> None:
    """English, Arabic, misspelt, or the ISO code: the council is the same."""
    assert who(graph, asked).subject.candidate.id == id


def test_a_list_is_no_province(graph: GraphView) -> None:
    """A name that no province has is not answered with some council."""
    with pytest.raises(CannotAnswerError):
        who(graph, "State of Law")


def test_turnout_says_of_what_or_that_it_is_not_stated(graph: GraphView) -> None:
    """Kirkuk's 66 per cent are of eligible voters by one of two pages; for Anbar's 57 none says of what."""
    kirkuk, anbar = who(graph, "Kirkuk"), who(graph, "Anbar")
    assert (kirkuk.turnout, kirkuk.turnout_of) == (66, "eligible")
    assert (anbar.turnout, anbar.turnout_of) == (57, None)


def test_a_disputed_turnout_is_said_and_not_left_out(graph: GraphView) -> None:
    """Where sources of equal standing differ no turnout is told, and that they do is, with what each says."""
    answer = who(graph, "Basra", "iq-2023-governorates")
    assert answer.turnout is None
    assert "Turnout, percent: sources of equal standing differ (43, 45.6)." in who_text(answer)


# --- Disputed numbers, and seats that are not accounted for ------------------------------------------------


@pytest.mark.parametrize(
    ("seats", "most", "words"), [(8, 8, "8"), (8, 9, "8 or 9"), (8, 10, "8 to 10"), (0, 1, "0 or 1")]
)
def test_a_disputed_number_is_said_from_the_smallest_to_the_largest(seats: int, most: int, words: str) -> None:
    """One number is itself, neighbours are the one or the other, and more are a span."""
    assert ENGLISH.number(seats, most) == words


@pytest.mark.parametrize(("ahead", "perhaps_ahead", "rank"), [(0, 0, 1), (2, 2, 3), (0, 1, None), (1, 3, None)])
def test_a_place_is_known_where_no_list_is_only_perhaps_ahead(ahead: int, perhaps_ahead: int, rank: int | None) -> None:
    """The place is one more than the lists ahead, and open where it matters which number is right."""
    others = [*[Span(9, 9)] * ahead, *[Span(7, 9)] * (perhaps_ahead - ahead)]
    assert place(Span(8, 8), {str(at): span for at, span in enumerate(others)}) == (rank, ())


def test_lists_whose_numbers_are_disputed_alike_are_not_said_to_be_level() -> None:
    """Two lists with 8 or 9 each may have 8 and 9, in a council as in a whole election; two with 8 each are level."""
    disputed, known = Span(8, 9), Span(8, 8)
    assert place(disputed, {"b": disputed}) == (None, ())
    assert place_of("a", {"a": disputed, "b": disputed}) == Place("a", None, ())
    assert place_of("a", {"a": known, "b": known}) == Place("a", 1, ("b",))


def test_disputed_seats_keep_both_numbers_and_leave_places_open(disputed: GraphView) -> None:
    """Nabni has 8 or 9: it may be level with the 9 or with the 8, so its place and that of the 8 are open."""
    answer = who(disputed, "Baghdad")
    assert [(item.id, item.seats, item.most, item.rank, item.tied_with) for item in answer.lists] == [
        ("state-of-law", 9, 9, 1, ()),
        ("nabni", 8, 9, None, ()),
        ("taqaddum", 8, 8, None, ()),
    ]
    assert [(row["most"], row["rank"]) for row in answer.to_dict()["lists"]] == [(9, 1), (9, None), (8, None)]
    assert Note("lists_disputed", {"lists": (Named("nabni", "Nabni (We Build) Alliance"),)}) in answer.notes


def test_a_dispute_that_cannot_change_the_order_leaves_the_places(disputed: GraphView) -> None:
    """10 to 12 seats are more than 5, and 8 are more than 4 to 6, which are more than 2."""
    assert [(item.most, item.rank) for item in who(disputed, "Babil").lists] == [(12, 1), (5, 2)]
    assert [(item.most, item.rank) for item in who(disputed, "Anbar").lists] == [(8, 1), (6, 2), (2, 3)]


NABNI, LAW = "Nabni (We Build) Alliance", "the State of Law Coalition"
LARGEST = {
    "Baghdad": f"25 of 52 seats are accounted for; sources dispute which lists have most of these: {LAW} (9), "
    f"{NABNI} (8 or 9); a majority is 27.",
    "Babil": f"15 of 18 seats are accounted for; {LAW} is the largest list with 10 to 12 seats; a majority is 10.",
    "Anbar": f"14 of 16 seats are accounted for; {NABNI} is the largest list with 8 seats; a majority is 9.",
    "Muthanna": f"11 of 12 seats are accounted for; of these, {NABNI} has most, 6 or 7; a majority is 7.",
    "Wasit": f"13 of 15 seats are accounted for; of these, {NABNI} has most, 7; a majority is 8.",
    "Karbala": f"12 of 13 seats are accounted for; of these, {NABNI} and {LAW} have most, 6 each; a majority is 7.",
    "Najaf": f"15 of 15 seats are accounted for; {NABNI} is the largest list with 8 seats; a majority is 8.",
}


@pytest.mark.parametrize(("province", "said"), LARGEST.items())
def test_a_list_is_called_the_largest_only_where_that_is_certain(disputed: GraphView, province: str, said: str) -> None:
    """Neither a disputed number nor the seats not accounted for may make another list as large."""
    assert who_sentence(who(disputed, province)) == f"The council of {province}, 18 Dec 2023: {said}"


def test_seats_beyond_a_disputed_minimum_are_not_counted_twice(disputed: GraphView) -> None:
    """Anbar's two seats not accounted for are those of 4 to 6: whoever has them, nobody but Nabni has 8."""
    answer = who(disputed, "Anbar")
    assert (answer.missing, [(item.seats, item.most) for item in answer.lists[:2]]) == (2, [(8, 8), (4, 6)])
    assert answer.certain
    assert not replace(answer, accounted=answer.accounted - 2).certain


def test_an_unnamed_list_may_be_the_largest(disputed: GraphView) -> None:
    """A list alone is the largest only with more seats than are not accounted for."""
    answer = who(disputed, "Najaf")
    alone = replace(answer, lists=answer.lists[:1])
    assert replace(alone, accounted=8).certain
    assert not replace(alone, accounted=7).certain


def test_without_a_size_no_list_is_certainly_the_largest(disputed: GraphView) -> None:
    """A council of unknown size may have any number of seats more."""
    answer = replace(who(disputed, "Najaf"), council_size=None, majority=None)
    assert (answer.missing, answer.certain) == (None, False)
    said = who_sentence(answer)
    assert said == f"The council of Najaf, 18 Dec 2023: 15 seats are accounted for; of these, {NABNI} has most, 8."


def test_the_published_list_leaves_open_who_is_the_largest(published: GraphView) -> None:
    """Three of Baghdad's seats could part the two lists of 9; two of Basra's 23 could not make up for 12."""
    assert f"of these, {NABNI} and {LAW} have most, 9 each" in who_sentence(who(published, "Baghdad"))
    assert "the Tasmim Alliance is the largest list with 12 seats" in who_sentence(who(published, "Basra"))


@pytest.mark.parametrize(
    ("province", "said"),
    [
        ("Baghdad", "تتضارب المصادر في القوائم الأكثر مقاعد ضمنها: state-of-law (9)، nabni (8 أو 9)"),
        ("Babil", "القائمة الأكبر state-of-law ولها 10 إلى 12 مقعداً"),
        ("Wasit", "الأكثر مقاعد ضمنها nabni (7)"),
        ("Karbala", "القوائم الأكثر مقاعد ضمنها nabni وstate-of-law ولكل منها 6"),
        ("Najaf", "القائمة الأكبر nabni ولها 8 مقاعد"),
    ],
)
def test_the_arabic_sentence_is_no_more_certain(disputed: GraphView, province: str, said: str) -> None:
    """The same rule in Arabic: the largest list, most of those known, or that sources differ."""
    told = who_sentence(who(disputed, province), Language("ar", lambda place, _: place))
    assert "\u2068nabni\u2069" in told or "\u2068state-of-law\u2069" in told
    assert f"؛ {said}؛ الأغلبية" in told.replace("\u2068", "").replace("\u2069", "")


def test_the_table_shows_both_numbers_and_explains_the_mark(disputed: GraphView, graph: GraphView) -> None:
    """A disputed line has both numbers, both shares, an open place and "!", which the text explains."""
    text = who_text(who(disputed, "Baghdad"))
    (line,) = [line for line in text.splitlines() if line.startswith("Nabni")]
    assert "8 or 9  15.4% or 17.3%  place open  ########" in line
    assert line.endswith(" !")
    assert "\n! sources differ here: majlis why 'Nabni (We Build) Alliance' Baghdad\n" in text
    assert "!" not in who_text(who(graph, "Kirkuk"))


def test_a_line_says_whose_seats_they_are(graph: GraphView) -> None:
    """Those of a province are of its council or of a house, and the sentence names it."""
    told = {
        at: who_sentence(who(graph, "Erbil", at)).split(":")[0]
        for at in ("iq-2025-representatives", "iq-krg-2024-parliament", "iq-2023-governorates")
    }
    assert told == {
        "iq-2025-representatives": "Erbil in the Council of Representatives, 11 Nov 2025",
        "iq-krg-2024-parliament": "Erbil in the Kurdistan Parliament, 20 Oct 2024",
        "iq-2023-governorates": "Erbil held no vote on 18 Dec 2023.",
    }
