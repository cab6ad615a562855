"""Languages of which only simple sentences are read: what their words alone tell is stated."""

from __future__ import annotations

import pytest

from loaders.reading.blocks import is_aside
from loaders.reading.found import Claim

from .test_mechanisms import claims, found, reasons, stated


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die Wahl von 2029 ist entschieden. Landrat Anton Berg (SPD) eröffnete am Montag die Sitzung.",
            ("member_of", "Anton Berg", "SPD", None),
        ),
        (
            "Le scrutin de 2029 est clos. Le taux de participation s'établit à 66,1 %.",
            ("turnout", None, None, 66.1),
        ),
        (
            "A eleição de 2029 acabou. Ana Prata, líder do PBX e deputada, votou cedo.",
            ("leads", "Ana Prata", "PBX", None),
        ),
        (
            "2029 yılında seçim yapıldı. Zirve Partisi (ZP) üç koltuk aldı. ZP lideri Cem Dağ oy kullandı.",
            ("leads", "Cem Dağ", "Zirve Partisi (ZP)", None),
        ),
        (
            "Las elecciones de 2029 terminaron. En Valdeluz, el Partido Sol ganó 5 escaños.",
            ("holds_seats", "Partido Sol", "Valdeluz", 5),
        ),
    ],
)
def test_what_words_alone_tell_is_stated(text: str, told: tuple[str, str | None, str | None, object]) -> None:
    """Claims on people, on the whole vote and on lists with a place are stated in a language not read in full."""
    assert told in stated(text)


def test_lists_without_a_place_are_proposed_there() -> None:
    """What lists won is only proposed in such a language where no place is said."""
    text = "Las elecciones de 2029 terminaron. El Partido Sol ganó 5 escaños."
    told = ("holds_seats", "Partido Sol", None, 5)
    assert told in claims(text)
    assert told not in stated(text)


def test_who_leads_a_list_may_hold_no_office_there() -> None:
    """The office of who leads a list is only proposed where the list stands beside it."""
    text = "2029 yılında seçim yapıldı. ZRV Genel Başkanı Cem Dağ oy kullandı."
    assert ("leads", "Cem Dağ", "ZRV", None) in stated(text)
    assert ("held_office", "Cem Dağ", "Genel Başkanı", None) in claims(text) - stated(text)


def test_what_a_list_is_ahead_by_is_no_result() -> None:
    """Votes "d'avance" are a difference, though another name stands behind them."""
    text = (
        "Le scrutin de 2029 est clos. À Valbois, la liste ABC termine en tête avec 36 bulletins d'avance sur Paul Roux."
    )
    assert reasons(text)["36"] == "a difference or a share, no result"


def test_seats_of_a_name_that_is_not_read_are_not_those_of_the_whole() -> None:
    """A number of all seats is not stated of the whole where a name stands behind it that nothing tells of."""
    text = "Le scrutin de 2029 est clos. Le Parti du lac (PDL) enlève 33 des 65 sièges d'Ouzal."
    assert ("council_size", None, None, 65) not in stated(text)


def test_an_acronym_of_a_body_is_no_list() -> None:
    """Who presides a body is not its leader as a list's, where the body has its acronym in brackets."""
    text = (
        "A Comissão Nacional Eleitoral (CNE) proclamou os resultados de 2029. "
        "O acto foi presidido por Ana Prata, presidente da CNE."
    )
    assert not any(one[0] == "leads" for one in claims(text))


def test_a_year_in_other_digits_is_a_year_of_the_document() -> None:
    """What a sentence tells of an earlier year is no result, where the years have the digits of the east."""
    text = "وانتهت انتخابات ٢٠٢٩ أمس.\n\nفي انتخابات ٢٠٢٥ فازت حركة الزهر بـ١٢ مقعدا."
    assert reasons(text)["١٢"] == "another year"


@pytest.mark.parametrize(
    "text",
    [
        "Las elecciones de 2029 terminaron. Los votos se cuentan hasta el 28 de febrero.",
        "Nach der Wahl von 2029 lobte Landrat Anton Berg (SPD) die Stadt. Die Mandate gelten ab dem 26. März.",
        "As eleições de 2029 acabaram. Os mandatos são entregues a 24 de agosto.",
        "وينص الفصل 28 من الدستور على أن رئيس المجلس من الحزب الذي له أكبر عدد من المقاعد.",
    ],
)
def test_days_and_articles_are_not_listed(text: str) -> None:
    """The day of a month and the number of an article are no figures that were left."""
    assert not any(word.isdigit() and word != "2029" for word in reasons(text))


def test_how_often_a_page_was_read_is_of_the_page() -> None:
    """A row of what can be done with a page, and how often it was read, tells nothing of the vote."""
    assert is_aside("طباعة | إرسال إلى صديق | عدد القراءات: 4312")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2029 yılında seçim yapıldı. ZRV adayı Cem Dağ oy kullandı.", ("member_of", "Cem Dağ", "ZRV", None)),
        (
            "2029 yılında seçim yapıldı. Zirve Partisi'nin adayı Cem Dağ oy kullandı.",
            ("member_of", "Cem Dağ", "Zirve Partisi", None),
        ),
        (
            "هەڵبژاردنی ٢٠٢٩ تەواو بوو. ئارام چیایی، سەرۆکی لیستی بەهار، قسەی کرد.",
            ("leads", "ئارام چیایی", "لیستی بەهار", None),
        ),
        (
            "هەڵبژاردنی ٢٠٢٩ تەواو بوو. ئارام چیایی، سەرۆکی پەرلەمان، قسەی کرد.",
            ("held_office", "ئارام چیایی", "سەرۆکی", None),
        ),
    ],
)
def test_titles_beside_a_name_tell_who_somebody_is(text: str, told: tuple[str, str | None, str | None, object]) -> None:
    """The candidate of a list, who leads one and who holds an office are told by the words beside a name."""
    assert told in stated(text)


def test_what_stands_behind_an_office_may_be_of_what_it_is() -> None:
    """Where a language says behind an office of what it is, no name there is that of who holds it."""
    text = "هەڵبژاردنی ٢٠٢٩ تەواو بوو. پەرلەمان سەرۆکی هەرێمی چیا هەڵبژارد."
    assert not any(one[0] in ("held_office", "leads") for one in claims(text))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (
            "Die Wahl von 2029 ist vorbei. Die Wahlbeteiligung lag bei 67,7 Prozent, fast fünf Punkte höher als 2024.",
            67.7,
        ),
        ("The election of 2029 is over. Turnout was 67.7 per cent, five points higher than in 2024.", 67.7),
    ],
)
def test_a_year_of_comparison_is_not_that_of_the_figure(text: str, share: float) -> None:
    """A turnout is that of this vote, though the year with which it is compared stands behind it."""
    assert ("turnout", None, None, share) in stated(text)


def test_who_was_elected_in_a_place_is_read_in_french() -> None:
    """Who was elected in a place won a seat there."""
    text = "Le scrutin de 2029 est clos. Paul Roux a été réélu dans Valbois-Nord."
    assert ("won_seat", "Paul Roux", "Valbois-Nord", None) in stated(text)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("À Valbois, la liste ABC ne compte que 4 sièges.", ("holds_seats", "ABC", "Valbois", 4)),
        ("À Valbois, la liste ABC n'a pas obtenu 4 sièges.", None),
        ("À Valbois, la liste ABC n'a décroché aucun siège.", None),
    ],
)
def test_nothing_but_a_number_is_that_number(sentence: str, told: tuple[object, ...] | None) -> None:
    """French "ne ... que" denies nothing, and "ne ... pas" and "aucun" do."""
    found = {one for one in claims(f"Le scrutin de 2029 est clos. {sentence}") if one[0] == "holds_seats"}
    assert found == ({told} if told else set())


def test_the_votes_of_another_against_those_of_a_list_are_read() -> None:
    """Votes "contre 450 à X" are those of X, and without a name behind them those of another time."""
    told = "Le scrutin de 2029 est clos. À Valbois, la liste ABC l'emporte par 900 voix contre 450"
    assert ("votes", "DEF", "Valbois", 450) in claims(f"{told} à la liste DEF.")
    assert reasons(f"{told}.")["450"] == "another time"


def test_the_noun_before_a_name_says_that_it_is_a_lists() -> None:
    """Votes of "la coalition X" are those of a list, though nothing in the name says so."""
    text = "Le scrutin de 2029 est clos. La coalition Val Clair, conduite par Anne Roux, obtient 900 voix à Valbois."
    assert {("votes", "Val Clair", "Valbois", 900), ("leads", "Anne Roux", "Val Clair", None)} <= stated(text)


def test_two_lists_that_have_as_much_each_have_it() -> None:
    """Dutch "elk" gives each list of a row the number."""
    text = "De verkiezing van 2029 is voorbij. In Waterdam komen DVP en GBL elk op vijf zetels uit."
    assert {("holds_seats", name, "Waterdam", 5) for name in ("DVP", "GBL")} <= claims(text)


def test_what_is_denied_behind_a_number_is_not_that_number() -> None:
    """Votes are read where "and no seat" stands behind them."""
    text = "De verkiezing van 2029 is voorbij. In Waterdam haalde de Waterpartij 1.440 stemmen en geen zetel."
    assert ("votes", "Waterpartij", "Waterdam", 1440) in claims(text)


def test_lists_whose_numbers_come_to_the_seats_told_before_have_seats() -> None:
    """What a row of lists counts is told by its sum, and behind a number and a point a sentence may begin."""
    seats = {"SBV": 110, "KBP": 80, "Grüne Höhe": 10}
    row = ", ".join(f"{name} {number}" for name, number in seats.items())
    text = f"In Wolfsheim hat der Stadtrat 200 Mitglieder. Gewählt wurde er am 10. März 2029: {row}. Die SBV jubelt."
    told = {("holds_seats", name, "Wolfsheim", number) for name, number in seats.items()}
    assert told <= claims(text)
    unsure = [one.reason for one in found(text.replace("200 Mit", "300 Mit")) if isinstance(one, Claim)]
    assert unsure.count("what the figure counts is not said") == len(seats)
    assert not any(one.reason == "what the figure counts is not said" for one in found(text))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In Altdorf erhielt die SBV 300 Stimmen.", ("votes", "SBV", "Altdorf", 300)),
        ("In Führung liegt die SBV mit 8 Sitzen.", ("holds_seats", "SBV", None, 8)),
        ("In der Halle feierte die SBV ihre 8 Sitze.", None),
    ],
)
def test_where_nouns_have_capitals_one_behind_a_bare_in_is_a_place(sentence: str, told: tuple[object, ...]) -> None:
    """German "in" without an article leads to a name, but for the words that are known to follow it."""
    found = {one for one in claims(f"Die Wahl von 2029 ist entschieden. {sentence}") if one[0] != "council_size"}
    assert found == ({told} if told else set())


def test_who_has_votes_in_a_place_and_who_is_given_them() -> None:
    """French "à" leads to the place behind a verb of having, and to the list behind one of giving."""
    text = "Le scrutin de 2029 est clos. La coalition Val Clair obtient 900 voix à Valbois."
    assert ("votes", "Val Clair", "Valbois", 900) in stated(text)
    given = claims("Le scrutin de 2029 est clos. Le chef-lieu a donné 900 voix à Val Clair.")
    assert ("votes", "Val Clair", None, 900) in given
