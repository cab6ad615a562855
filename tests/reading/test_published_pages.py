"""What published pages taught: who leads a list, who is a group and no list, what else a sentence says of it."""

from __future__ import annotations

import pytest

from .test_further_mechanisms import claims, reasons, stated


def offices(text: str) -> set[tuple[str, str | None, str | None]]:
    """What a text tells of people: predicate, person, and list or office."""
    return {(one[0], one[1], one[2]) for one in claims(text) if one[0] in ("leads", "held_office", "member_of")}


def test_an_adjective_before_candidates_is_no_list() -> None:
    """What candidates of a kind won together is that of a group, and of no list."""
    text = "Northern candidates secured six seats with a total of 191,658 votes in Marden."
    assert not claims(text)
    assert reasons(text)["six"] == "a group, no list"


def test_those_who_voted_are_not_all_who_might() -> None:
    """Of the voters who cast their ballots out of a total the first number is of those who voted."""
    text = "Turnout was 55% meaning that 1,905,960 voters have cast their ballots out of total 3,465,736."
    assert {one for one in claims(text) if one[0] == "voters"} == {("voters", None, None, 1905960)}


def test_seats_up_for_election_may_not_be_all() -> None:
    """Of the seats up for election a sentence proposes that they are all; it does not state it."""
    text = "Of the 21 seats up for election, the Rose Party won nine."
    assert ("council_size", None, None, 21) in claims(text) - stated(text)


@pytest.mark.parametrize("title", ["former parliament speaker", "the sacked speaker", "ex-Prime Minister"])
def test_who_leads_a_list_is_told_behind_titles(title: str) -> None:
    """Who leads a list is told, whatever titles and bodies stand before the name."""
    text = f"The Progress coalition, led by {title} Omar Brown, won 21 seats."
    assert ("leads", "Omar Brown", "Progress coalition", None) in stated(text)
    assert ("holds_seats", "Progress coalition", None, 21) in stated(text)


def test_a_noun_of_lists_behind_quotation_marks_makes_a_list() -> None:
    """A name in quotation marks is a list's where the noun behind it says so, also past a gloss in brackets."""
    assert ("leads", "Omar Brown", "Build It") in offices('They include the "Build It" alliance led by Omar Brown.')
    assert ("leads", "Omar Brown", "Nabta") in offices('They include the "Nabta" (Grow) alliance led by Omar Brown.')


def test_the_office_behind_as_is_that_of_who_was_elected() -> None:
    """Somebody elected "as" something has the office, and not the person who leads the list between."""
    text = (
        'The council elected Adam Green of the "Base" alliance led by Speaker of Parliament Omar Brown '
        "as deputy chairman."
    )
    assert ("held_office", "Adam Green", "deputy chairman") in offices(text)
    assert ("held_office", "Omar Brown", "deputy chairman") not in offices(text)


def test_a_former_prime_minister_is_parted_from_the_list_before() -> None:
    """The word "ex-" ends a name, and the office behind it is read in full."""
    text = "The Reform Movement of ex-Prime Minister Omar Brown joined them."
    assert offices(text) == {("held_office", "Omar Brown", "Prime Minister")}


def test_an_adjective_before_a_former_office_names_nobody() -> None:
    """What only says of what kind a former speaker was is no name."""
    assert not offices("It was followed by the party of Omar, the influential Northern Hill former speaker.")


def test_a_frontrunner_with_seats_has_them() -> None:
    """Who emerged as the frontrunner after winning seats came first, and has these."""
    text = "The Build Coalition emerged as the frontrunner after winning 43 seats in ten provinces."
    assert {("ranked", "Build Coalition", None, 1), ("holds_seats", "Build Coalition", None, 43)} <= stated(text)


def test_the_most_votes_say_what_a_bare_figure_counts() -> None:
    """A figure behind "the highest votes" is of votes, and a quoted name with its noun has them."""
    text = '2. Marden Governorate:\n\n- The "Pretty Marden" list secured the highest votes with 93,837.\n'
    assert ("votes", "Pretty Marden", "Marden Governorate", 93837) in stated(text)
    assert ("ranked", "Pretty Marden", "Marden Governorate", 1) in stated(text)


def test_an_item_has_the_place_of_the_sentence_before() -> None:
    """Items below a sentence that tells of one place are proposed to be of that, and below its colon stated."""
    text = (
        "In Marden district, with a total of 25 seats, hill candidates secured six seats.\n\n"
        "1. Valley Party (VP): 141,052 votes, securing four seats.\n"
        "2. Miners Coalition: 50,606 votes, claiming two seats.\n\n"
        "In Selby district, the hill parties clinched one seat out of 15, tallying 36,861 votes:\n\n"
        "1. Union of Selby (UOS): 28,648 votes, securing one seat.\n"
        "2. Valley Party (VP): 7,790 votes, no seats.\n\n"
        "The hill parties won no seats elsewhere.\n"
    )
    first = {("votes", "Valley Party (VP)", "Marden", 141052), ("holds_seats", "Miners Coalition", "Marden", 2)}
    second = {("votes", "Union of Selby (UOS)", "Selby", 28648), ("holds_seats", "Union of Selby (UOS)", "Selby", 1)}
    assert first <= claims(text) - stated(text)
    assert second <= stated(text)


def test_who_leads_a_list_may_stand_in_brackets() -> None:
    """Those who lead a list are told in brackets, before a rank or a number."""
    text = (
        "1. Marden Governorate:\n\n- Rise Alliance (led by Omar Brown and Adam Black): First\n"
        "- Hill List (led by Ada Green): 14 seats\n"
    )
    assert {
        ("leads", "Omar Brown", "Rise Alliance", None),
        ("leads", "Adam Black", "Rise Alliance", None),
        ("leads", "Ada Green", "Hill List", None),
        ("ranked", "Rise Alliance", "Marden Governorate", 1),
        ("holds_seats", "Hill List", "Marden Governorate", 14),
    } <= stated(text)


def test_who_led_in_places_came_first_there() -> None:
    """A list that led in some places came first in each of them."""
    text = "The Rose Party led in Marden, Corvale and Low Hill provinces, and the Blue Party led in Selby province."
    ranks = {("Rose Party", "Marden"), ("Rose Party", "Corvale"), ("Rose Party", "Low Hill"), ("Blue Party", "Selby")}
    assert {("ranked", who, where, 1) for who, where in ranks} == stated(text)


def test_no_half_of_a_quotation_stands_in_a_name() -> None:
    """A quotation mark that a name has lost at its end stands nowhere in it."""
    text = 'المقاعد في السهل:\n\n- حزب "نهوض": 10 مقاعد\n- «البناء»: 7 مقاعد\n'
    assert {one[1] for one in claims(text) if one[0] == "holds_seats"} == {"حزب نهوض", "البناء"}


def test_a_rank_ties_the_seats_behind_it() -> None:
    """In Arabic "came second" ties the number of seats behind it to the list."""
    text = "تصدر ائتلاف البناء الاقتراع في مدينة السهل بـ15 مقعدا، ثم حزب نهوض بزعامة سعد الحلي ثانيا بـ10 مقاعد."
    assert ("holds_seats", "ائتلاف البناء", "مدينة السهل", 15) in claims(text)
    assert ("holds_seats", "حزب نهوض", "مدينة السهل", 10) in stated(text)


def test_an_office_that_ended_is_no_other_time() -> None:
    """The seats of a list led by who presided over a dissolved house are those of this vote; those before are not."""
    text = (
        'وحسب النتائج، فإن كتلة "نهوض" التي يتزعمها رئيس البرلمان المنحل سعد الحلي حصلت على (37) مقعداً، '
        "مقابل (24) في الدورة السابقة."
    )
    assert {("leads", "سعد الحلي", "كتلة نهوض", None), ("holds_seats", "كتلة نهوض", None, 37)} <= stated(text)
    assert reasons(text)["24"] == "another time"


def test_the_most_seats_end_the_name_of_a_leader() -> None:
    """Words for the most seats are no part of the name before them, and rank the list."""
    text = "وأظهرت النتائج فوز الكتلة الشرقية التي يتزعمها عمر الهادي بأكبر عدد للمقاعد، بحصولها على 73 مقعداً."
    assert {("leads", "عمر الهادي", "الكتلة الشرقية", None), ("holds_seats", "الكتلة الشرقية", None, 73)} <= stated(
        text
    )
    assert ("ranked", "الكتلة الشرقية", None, 1) in claims(text)


def test_a_verb_ends_the_name_of_a_place() -> None:
    """A verb behind a province is no part of its name."""
    text = 'قالت المفوضية إن محافظة السهل شهدت تصدر تحالف البناء، فيما جاء في المركز الثاني حزب "نهوض".'
    assert {one[2] for one in stated(text) if one[0] == "ranked"} == {"محافظة السهل"}


def test_seats_after_a_win_are_those_of_who_came_first() -> None:
    """Who stands at the head of the parties "after winning" seats has them."""
    text = "جاء حزب مستقبل البلد في صدارة الأحزاب، بعد فوزه بـ 54 مقعدًا."
    assert ("holds_seats", "حزب مستقبل البلد", None, 54) in claims(text)


def test_shares_in_brackets_show_that_figures_are_votes() -> None:
    """Figures whose shares of their sum stand in brackets behind them are proposed as votes, however small."""
    lines = (
        "By-election results\n\nRose Party: 559 [55.2%, +25.9]\nBlue Party: 375 [37.0%, -11.1]\nHill: 79 [7.8%, -0.2]"
    )
    run = "Marden, North\n\nRose 162 (39.4;+39.4), Blue 87 (21.2;+10.6), Hill 87 (21.2;+21.2), Mill 75 (18.2;-6.9)\n"
    assert {one[:2] + one[3:] for one in claims(lines)} >= {("votes", "Hill", 79), ("votes", "Rose Party", 559)}
    assert {one[:2] + one[3:] for one in claims(run)} >= {("votes", "Rose", 162), ("votes", "Mill", 75)}
    assert not {one for one in claims(lines) | claims(run) if one[0] == "holds_seats"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Seçime katılma oranı: Yüzde 85,23", ("turnout", None, None, 85.23)),
        ("GTP ise yüzde 25,40 oy oranıyla 169 sandalye kazandı.", ("holds_seats", "GTP", None, 169)),
        ("Die Sozialdemokraten erhielten 14 Sitze.", ("holds_seats", "Sozialdemokraten", None, 14)),
        ("Partido Rosa ha obtenido 12 escaños.", ("holds_seats", "Partido Rosa", None, 12)),
    ],
)
def test_sentences_of_other_languages_say_more_verbs(text: str, claim: tuple[object, ...]) -> None:
    """Turnouts, verbs and nouns of parties of other languages are known."""
    assert claim in claims(text)


def test_a_council_has_members_of_several_lists() -> None:
    """Members counted list by list are proposed as the seats of each, and those of none as no list's."""
    text = "The town council now has 30 Rose Party councillors, 14 Labour, five independents and three Greens."
    seats = {("Rose Party", 30), ("Labour", 14), ("Greens", 3)}
    assert {(one[1], one[3]) for one in claims(text)} == seats
    assert not stated(text)


def test_independents_hold_what_they_hold() -> None:
    """The seats of independent councillors are none of the lists before them."""
    text = "The Conservatives and the Greens now have 10 seats each, with the Independent councillors holding 11 seats."
    assert {one[3] for one in claims(text)} == {10}
    assert reasons(text)["11"] == "a group, no list"


def test_a_part_of_the_seats_of_the_council_is_no_two_numbers() -> None:
    """Of "50 of the council's 63 seats" the list has the first, and the council the second, at the place before."""
    text = "There was no change in Marden, where the Rose Party kept overall control with 50 of the council's 63 seats."
    assert ("holds_seats", "Rose Party", "Marden", 50) in stated(text)
    assert ("council_size", None, "Marden", 63) in claims(text)
    assert len(claims(text)) == 2


def test_new_seats_are_those_beyond_what_a_list_had() -> None:
    """New seats are a difference, and no result."""
    assert not claims("In Marden the Rose Party held control, gaining five new seats.")


def test_the_vote_of_a_year_in_a_caption_is_no_number_of_votes() -> None:
    """A year before "vote" in a line about the page itself is not listed as a figure."""
    assert not reasons("Source: public tables of the December 2005 vote\n\nIn Marden the Rose Party won 5 seats.")


def test_a_prefix_of_an_office_is_parted_and_one_of_a_name_is_not() -> None:
    """A name that begins with an article and a hyphen stays whole: "al-Amin"."""
    text = "The Hill Alliance of Omar al-Amin is reduced to 17 seats."
    assert ("holds_seats", "Hill Alliance", None, 17) in claims(text)


def test_a_number_before_words_that_count_nothing_is_not_listed() -> None:
    """An item that begins with a number and goes on with words counts what they name, and no seats."""
    text = "In Marden the Rose Party won 5 seats.\n\nRead also:\n- A delegation visits\n- 12 hurt in two blasts\n"
    assert not reasons(text)


def test_the_third_force_is_the_third() -> None:
    """An ordinal before the noun of "the most voted force" is the rank, and a country behind "in all" is no list."""
    text = "Rosa Republicana (RR) es la tercera fuerza más votada en toda España: ha obtenido 2.903 concejales."
    assert {one[3] for one in claims(text) if one[0] == "ranked"} == {3}
    assert {one[1] for one in claims(text)} == {"Rosa Republicana (RR)"}
