"""Languages of which only simple sentences are read: what their words alone tell is stated."""

from __future__ import annotations

import pytest

from loaders.reading.blocks import is_aside

from .test_mechanisms import claims, reasons, stated


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
