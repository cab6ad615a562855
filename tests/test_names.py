"""The resolver: what a text is read as, in which scope, and when it is not guessed."""

from __future__ import annotations

import pytest

from graph.errors import CannotAnswerError
from graph.lexicon import short
from graph.model import HOLDERS, LISTS, PROVINCES, Kind, Name
from graph.names import MOST, Matched, Resolver
from graph.spelling import normalise, words
from queries.view import GraphView
from tests.names.gold import FULLER

from .made import country
from .rows import golden

FIGURES = frozenset({Kind.FIGURE})


SCOPES = {"list": LISTS, "province": PROVINCES, "figure": FIGURES}


@pytest.mark.parametrize("row", golden("spellings"), ids=lambda row: row["text"])
def test_every_registered_spelling_leads_to_its_entity(resolver: Resolver, row: dict[str, str]) -> None:
    """The known traps of the reports: each spelling is one list, province or figure, and near ones are not mixed up.

    Transliterations, articles, diacritics, honorifics and Arabic letter variants do not matter.
    """
    found = resolver.resolve(row["text"], SCOPES[row["scope"]])
    assert found.entity is not None
    assert found.entity.id == row["entity"]


def test_the_scope_decides_what_a_shared_word_means(resolver: Resolver) -> None:
    """Babylon is a province under a heading and a party on a ballot; Muthanna is no figure."""
    as_list, as_place = (resolver.resolve("Babylon", kinds).entity for kinds in (LISTS, PROVINCES))
    assert as_list is not None
    assert as_place is not None
    assert (as_list.id, as_place.id) == ("babylon-movement", "IQ-BB")
    assert resolver.resolve("Muthanna", FIGURES).candidates == ()
    assert {item.id for item in resolver.resolve("Babylon", frozenset(Kind)).candidates} == {
        "babylon-movement",
        "IQ-BB",
    }


def test_a_name_of_one_council_holds_there_and_is_ambiguous_elsewhere(resolver: Resolver) -> None:
    """Determination is Tasmim in Basra's council; without a council it may be Azm."""
    in_basra = resolver.resolve("Determination", LISTS, within="IQ-BA").entity
    assert in_basra is not None
    assert in_basra.id == "tasmim"
    assert {item.id for item in resolver.resolve("Determination", LISTS).candidates} == {"azm", "tasmim"}


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("Nouri al-Maliki", Matched.EXACT), ("nouri-al-maliki", Matched.EXACT), ("Maliki", Matched.ALIAS),
        ("maliki", Matched.NORMALISED), ("malki", Matched.FUZZY),
    ],
)  # fmt: skip
def test_how_a_text_matched_is_said(resolver: Resolver, text: str, matched: Matched) -> None:
    """Exact, alias, normalised, then fuzzy."""
    assert resolver.ask(text, HOLDERS).matched is matched


@pytest.mark.parametrize("text", ["malki", "Malikii", "Nabny", "Halbusy", "Taqqadum", "Nouri Kamil al-Maliki"])
def test_documents_are_never_read_fuzzily(resolver: Resolver, text: str) -> None:
    """A spelling that nobody registered stays unresolved in a document."""
    assert resolver.resolve(text, HOLDERS).candidates == ()


@pytest.mark.parametrize("text", ["qiam", "hazm", "azim", "xyz", "al", "", "   ", "PXK", "Jubouri", "Muhammad"])
def test_a_question_is_not_guessed_without_one_clear_candidate(resolver: Resolver, text: str) -> None:
    """Short, empty or middling spellings get the nearest names and no answer."""
    found = resolver.ask(text, LISTS)
    assert found.matched is not Matched.FUZZY
    assert found.entity is None or found.matched in (Matched.ALIAS, Matched.NORMALISED)


@pytest.mark.parametrize(("text", "entity"), FULLER.items())
def test_a_fuller_form_of_one_name_is_read_as_a_guess(resolver: Resolver, text: str, entity: str | None) -> None:
    """Further given names behind the first are no other person; a name before it, or of something else, may be."""
    found = resolver.ask(text, HOLDERS)
    assert (found.entity.id if found.entity else None) == entity
    assert found.matched is (Matched.FUZZY if entity else None)


def test_a_fuller_form_of_two_names_is_ambiguous() -> None:
    """Ann Bee Cee Dee may be Ann Dee or Ann Bee."""
    names = [Name(text, Kind.FIGURE, text, primary=True) for text in ("Ann Dee", "Ann Bee", "Bee Dee", "Ann")]
    found = Resolver(names).ask("Ann Bee Cee Dee", HOLDERS)
    assert [item.name for item in found.candidates] == ["Ann Bee", "Ann Dee"]


@pytest.mark.parametrize(
    ("name", "others", "said"),
    [
        ("Democratic Alliance", ["DA", "Democrats"], "Democratic Alliance"),
        ("Social Democratic Party", ["SDP"], "Social Democratic Party"),
        ("National Coalition (Al-Wataniya)", ["Al-Wataniya"], "National Coalition"),
        ("Nabni (We Build) Alliance", ["Nabni", "We Build"], "Nabni"),
        ("Ajyal (Generations) Gathering", ["Ajyal"], "Ajyal"), ("Leadership (Qiyada) Front", [], "Leadership Front"),
        ("State of Law Coalition", ["State of Law"], "State of Law"), ("Azm Alliance", ["AZM"], "Azm"),
        ("Tasmim Alliance", [], "Tasmim Alliance"), ("Nor Party", ["Nor"], "Nor"), ("Nor Front", ["Nor"], "Nor Front"),
        ("Party", [], "Party"),
    ],
)  # fmt: skip
def test_a_short_name_keeps_what_makes_it_a_name(name: str, others: list[str], said: str) -> None:
    """The gloss goes, and a word for its sort only where the list is called so without it."""
    assert short(name, others) == said


def test_short_names_are_of_one_each(graph: GraphView) -> None:
    """No two are called alike; the lists of the shipped data have the names that people say."""
    found = graph.short_names
    assert len(set(found.values())) == len(found)
    said = ("nabni", "state-of-law", "azm", "tasmim", "taqaddum", "national-state-forces", "qiyam-madani", "kdp")
    assert [found[id] for id in said] == [
        *("Nabni", "State of Law", "Azm", "Tasmim", "Taqaddum", "National State Forces"),
        *("Civil Values Alliance", "Kurdistan Democratic Party"),
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    {
        "Kurdish Democratic Party": "kdp",  # a word is another
        "Barzani Masud": "masoud-barzani",  # the words in another order
        "Al Sadr Movement": "muqtada-al-sadr",  # a name among words that say a sort
        "Azm bloc": "azm",
        "Kirkuk provinc": "IQ-KI",
        "المالكي نوري": "nouri-al-maliki",
        "Mosul city": "IQ-NI",
    }.items(),
)
def test_unknown_names_come_with_those_that_are_near(resolver: Resolver, text: str, near: str) -> None:
    """What has its words, or sounds like them, is offered; an entity stands once."""
    nearest = [item.id for item in resolver.ask(text, HOLDERS | PROVINCES).nearest]
    assert near in nearest
    assert len(nearest) == len(set(nearest)) <= MOST


@pytest.mark.parametrize(
    "text",
    [
        *("Somebody Else Entirely", "Merkel", "Trump", "Obama", "Netanyahu", "Emmanuel Macron", "Berlin"),
        *("SPD", "Labour Party", "Party", "Alliance", "the", "a", "ab", "12345", "!!!", "\u202e", "\u0000"),
        *("foo bar baz", "ж", "中文", "' OR 1=1 --", "<b>x</b>", "🙂", "x" * 161, "ة" * 400),
    ],
)
def test_a_name_far_from_all_comes_with_none(resolver: Resolver, text: str) -> None:
    """No name is offered because some name must be: what people abroad are called, and what is no name at all."""
    found = resolver.ask(text, HOLDERS | PROVINCES)
    assert (found.candidates, found.nearest) == ((), ())


def test_in_another_country_only_its_own_near_names_are_offered() -> None:
    """A country with one Reds and a Free Reds Front: Redds are read, a Reds Union is offered both, Baghdad nothing."""
    made = country("sources_differ").resolver
    assert made.ask("Baghdad", HOLDERS | PROVINCES).nearest == ()
    assert made.ask("Nouri al-Maliki", HOLDERS | PROVINCES).nearest == ()
    assert [item.id for item in made.ask("Vang Cyd", HOLDERS).nearest] == ["cyd"]
    assert [item.id for item in made.ask("Coast Union", HOLDERS).nearest] == ["coast"]


def test_who_is_not_understood_is_told_how_to_list_names(graph: GraphView) -> None:
    """Where nothing is near the error says how all names are listed, and has no candidates."""
    with pytest.raises(CannotAnswerError, match=r"no name 'Merkel' is known\. All names: majlis names") as error:
        graph.read_holder("Merkel")
    assert error.value.answer["candidates"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Anbar", "anbar"), ("Dhi-Qar", "Dhi Qar"), ("An-Najaf", "Najaf"), ("Kirkūk", "KIRKUK"),
        ("People’s", "peoples"), ("إئتلاف", "ائتلاف"), ("كركوك‎", "کرکوک"), ("نبنی", "نبني"), ("قائمة ١٢", "قائمه 12"),
        ("القيم المدني", "قيم المدني"), ("E'tilaf", "etilaf"),
        ("es-Sudani", "al-Sudani"), ("En-Nuceyfi", "nuceyfi"), ("Takaddüm", "takaddum"),
    ],
)  # fmt: skip
def test_plain_words_forget_what_does_not_tell_names_apart(one: str, other: str) -> None:
    """Case, articles, hyphens, apostrophes, diacritics, Arabic letter variants and digits are levelled."""
    assert words(one) == words(other)


def test_the_words_that_say_a_names_sort_are_dropped_only_where_others_remain() -> None:
    """The Party is still a name; Azm Alliance and Azm are the same."""
    assert normalise("Azm Alliance", Kind.ALLIANCE) == normalise("Azm", Kind.ALLIANCE)
    assert normalise("The Party", Kind.PARTY) == "party"
    assert normalise("Azm İttifakı", Kind.ALLIANCE) == normalise("Azm Koalisyonu", Kind.ALLIANCE) == "azm"
    assert normalise("Koalisyonu", Kind.ALLIANCE) == "koalisyonu"
    assert normalise("Babylon Movement", Kind.PARTY) != normalise("Babylon", Kind.PARTY)


def test_a_place_has_its_name_with_the_word_for_its_sort_or_without() -> None:
    """Ashanti Region is Ashanti; where both Moscow and Moscow Region are known each is itself."""
    assert normalise("Ashanti Region", Kind.PROVINCE) == normalise("Ashanti", Kind.PROVINCE) == "ashanti"
    names = ("Moscow", "Moscow Region", "Cork County")
    known = Resolver([Name(name, Kind.PROVINCE, name, primary=True) for name in names])
    for asked, id in (*zip(names, names, strict=True), ("County Cork", "Cork County"), ("Cork", "Cork County")):
        assert [found.id for found in known.resolve(asked, PROVINCES).candidates] == [id]


def test_a_gloss_that_contradicts_its_name_is_ambiguous() -> None:
    """Red List (Blue) is neither Red nor Blue when both are known."""
    resolver = Resolver(
        [Name("red", Kind.PARTY, "Red List", primary=True), Name("blue", Kind.PARTY, "Blue", primary=True)]
    )
    assert {item.id for item in resolver.resolve("Red List (Blue)", LISTS).candidates} == {"red", "blue"}


def test_every_registered_name_leads_back_to_its_entity(resolver: Resolver, knowledge) -> None:  # type: ignore[no-untyped-def]
    """No alias is shadowed: each name resolves, in its scope, to a set that holds its own entity."""
    for name in knowledge.registry.names:
        found = resolver.resolve(name.text, {name.kind}, within=name.within)
        assert name.entity in {item.id for item in found.candidates}, name
