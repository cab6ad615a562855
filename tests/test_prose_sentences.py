"""The general reader's sentences: seats, votes, ranks and shares of invented countries, in English and Arabic."""

from __future__ import annotations

import pytest

from loaders.reading.found import Certainty, Claim, Origin, Span, Unread
from loaders.reading.mentions import Vote, names_of
from loaders.reading.prose import read_sentence
from loaders.reading.scope import Scope
from loaders.reading.sentence import Sentence

Told = tuple[str, str | None, str | None, object]


def read(*sentences: str, scope: Scope | None = None, lines: tuple[str, ...] = ()) -> list[Claim | Unread]:
    """What the sentences of one document say, in their order; `lines` stand elsewhere in it."""
    names = names_of([*lines, *sentences])
    return [
        one
        for number, text in enumerate(sentences, 1)
        for one in read_sentence(Sentence(text, Span(number, 0, len(text))), scope or Scope(), names)
    ]


def told(*sentences: str, scope: Scope | None = None, lines: tuple[str, ...] = ()) -> set[Told]:
    """The claims of the sentences."""
    return {
        (one.predicate, one.subject, one.object, one.value)
        for one in read(*sentences, scope=scope, lines=lines)
        if isinstance(one, Claim)
    }


def stated(*sentences: str, scope: Scope | None = None) -> set[Told]:
    """The claims of the sentences that need nobody's confirmation."""
    return {
        (one.predicate, one.subject, one.object, one.value)
        for one in read(*sentences, scope=scope)
        if isinstance(one, Claim) and one.certainty is Certainty.STATED
    }


def unread(*sentences: str, scope: Scope | None = None) -> dict[str, str]:
    """The figures that became no claim, with the reasons."""
    return {one.text: one.reason for one in read(*sentences, scope=scope) if isinstance(one, Unread)}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The Harbour Party won 14 seats.", {("holds_seats", "Harbour Party", None, 14)}),
        ("Fourteen seats went to the Harbour Party.", {("holds_seats", "Harbour Party", None, 14)}),
        ("In Corvale the Harbour Party took 14 seats.", {("holds_seats", "Harbour Party", "Corvale", 14)}),
        (
            "The Harbour Party won 14 seats in Corvale and nine in Umber.",
            {("holds_seats", "Harbour Party", "Corvale", 14), ("holds_seats", "Harbour Party", "Umber", 9)},
        ),
        (
            "The Harbour Party won 14 seats, the Mill List nine and the Orchard Union six.",
            {
                ("holds_seats", "Harbour Party", None, 14),
                ("holds_seats", "Mill List", None, 9),
                ("holds_seats", "Orchard Union", None, 6),
            },
        ),
        (
            "Fourteen seats went to the Harbour Party and nine to the Mill List.",
            {("holds_seats", "Harbour Party", None, 14), ("holds_seats", "Mill List", None, 9)},
        ),
        (
            "The Mill List and the Orchard Union have two seats each.",
            {("holds_seats", "Mill List", None, 2), ("holds_seats", "Orchard Union", None, 2)},
        ),
        (
            "With 61,204 votes the Harbour Party takes 14 of the 30 seats.",
            {
                ("votes", "Harbour Party", None, 61204),
                ("holds_seats", "Harbour Party", None, 14),
                ("council_size", None, None, 30),
            },
        ),
        (
            "The Harbour Party (14 seats) leads the Mill List (9 seats).",
            {("holds_seats", "Harbour Party", None, 14), ("holds_seats", "Mill List", None, 9)},
        ),
        (
            "The Mill List, led by Ada Quill, won nine seats.",
            {("holds_seats", "Mill List", None, 9), ("leads", "Ada Quill", "Mill List", None)},
        ),
        ("The Mill List came second in Corvale.", {("ranked", "Mill List", "Corvale", 2)}),
        ("The Mill List finished third with 1,204 votes.", {
            ("ranked", "Mill List", None, 3), ("votes", "Mill List", None, 1204),
        }),
        ("Turnout in Corvale was 61.5 per cent.", {("turnout", None, "Corvale", 61.5)}),
        ("Some 48.2 per cent of voters turned up.", set()),
        ("With 90 per cent of the ballots counted, nothing is settled.", {("counted", None, None, 90)}),
        ("The commission says 2,107,152 people voted.", {("voters", None, None, 2107152)}),
        ("The new chamber is a 128-member house, and the 128-member council sits in May.", {
            ("council_size", None, None, 128),
        }),
    ],
)  # fmt: skip
def test_an_english_sentence_is_read(sentence: str, claims: set[Told]) -> None:
    """Each figure goes to the name that a verb or a preposition ties it to, with the place that its clause says."""
    assert told(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("فاز ائتلاف المرفأ بـ14 مقعدا.", {("holds_seats", "ائتلاف المرفأ", None, 14)}),
        ("وحصلت قائمة الطاحونة على ٩ مقاعد في كورفال.", {("holds_seats", "قائمة الطاحونة", "كورفال", 9)}),
        ("نال حزب البستان مقعدين.", {("holds_seats", "حزب البستان", None, 2)}),
        ("نال ائتلاف المرفأ في كورفال 14 مقعداً، مقابل 9 مقاعد لقائمة الطاحونة و3 لحزب البستان.", {
            ("holds_seats", "ائتلاف المرفأ", "كورفال", 14),
            ("holds_seats", "قائمة الطاحونة", "كورفال", 9),
            ("holds_seats", "حزب البستان", "كورفال", 3),
        }),
        ("حصل ائتلاف المرفأ على 95 ألفا و733 صوتا.", {("votes", "ائتلاف المرفأ", None, 95733)}),
        ("ولكل من قائمة الطاحونة وحزب البستان مقعدان.", {
            ("holds_seats", "قائمة الطاحونة", None, 2),
            ("holds_seats", "حزب البستان", None, 2),
        }),
        ("حلت قائمة الطاحونة في المرتبة الثانية.", {("ranked", "قائمة الطاحونة", None, 2)}),
        ("بلغت نسبة المشاركة 41,5 في المئة.", {("turnout", None, None, 41.5)}),
        ("فاز تحالف المرفأ بزعامة سامي الوراق بستة مقاعد.", {
            ("holds_seats", "تحالف المرفأ", None, 6), ("leads", "سامي الوراق", "تحالف المرفأ", None),
        }),
        ("حصدت كتلة «نهضة الوادي» خمسة مقاعد.", {("holds_seats", "كتلة نهضة الوادي", None, 5)}),
        ("فاز حزب العدل والبناء بعشرة مقاعد.", {("holds_seats", "حزب العدل والبناء", None, 10)}),
    ],
)  # fmt: skip
def test_an_arabic_sentence_is_read(sentence: str, claims: set[Told]) -> None:
    """Arabic is read with its tied letters, duals, digits of both kinds and thousands in words."""
    assert told(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The Harbour Party won about 14 seats.", "approximate"),
        ("The Harbour Party is projected to win 14 seats.", "a forecast"),
        ("The Harbour Party and the Mill List won 14 seats.", "two names, one figure"),
        ("The Harbour Party lost 14 seats.", "a difference or a share, no result"),
        ("In the previous election, the Harbour Party won 14 seats.", "another time"),
        ("There are 14 seats.", "no list named"),
        ("فاز ائتلاف المرفأ بنحو 14 مقعدا.", "approximate"),
        ("من المتوقع أن يحصل ائتلاف المرفأ على 14 مقعدا.", "a forecast"),
        ("خسر ائتلاف المرفأ 14 مقعدا.", "a difference or a share, no result"),
        ("لم يحصل ائتلاف المرفأ على 14 مقعدا.", "said not to be so"),
    ],
)
def test_a_figure_that_is_no_result_is_listed_with_its_reason(sentence: str, reason: str) -> None:
    """What is hedged, foretold, of two names, of another time or of nobody gives no claim, and says why."""
    assert told(sentence) == set()
    assert unread(sentence) == {"14": reason}


def test_another_year_is_told_by_the_document_s_own_last_year() -> None:
    """A figure whose clause names an earlier year than the document's is of another election."""
    sentences = ("The Mill List won nine seats in the vote of 2031.", "In 2027 it had won six seats.")
    assert told(*sentences) == {("holds_seats", "Mill List", None, 9)}


def test_a_pronoun_means_the_list_of_the_sentence_before_and_is_proposed() -> None:
    """What "it" means is the list of the sentence before; that is a guess, which a person confirms."""
    sentences = ("The Harbour Party won in Corvale.", "It has 14 seats there.")
    assert ("holds_seats", "Harbour Party", "Corvale", 14) in told(*sentences)
    assert stated(*sentences) == set()


def test_the_place_of_a_heading_is_stated_and_that_of_the_sentence_before_is_proposed() -> None:
    """Where the place came from travels with the claim and decides how sure it is."""
    below = Scope().with_place("Corvale", Origin.HEADING, Span(1, 0, 7))
    assert stated("The Mill List won nine seats.", scope=below) == {("holds_seats", "Mill List", "Corvale", 9)}
    (one,) = [
        claim
        for claim in read("The vote in Corvale is over.", "The Mill List won nine seats.")
        if isinstance(claim, Claim)
    ]
    assert (one.object, one.place_from, one.certainty) == ("Corvale", Origin.SENTENCE_BEFORE, Certainty.PROPOSED)


def test_a_poll_gives_nothing() -> None:
    """In a document of polls no figure is a result."""
    assert told("The Harbour Party won 14 seats.", scope=Scope(hedged=True)) == set()


def test_a_document_s_own_short_names_are_the_lists_they_stand_for() -> None:
    """An acronym in brackets is the list's name from then on, and the claims bear the fullest form."""
    sentences = ("The Free Harbour Party (FHP) won 14 seats in Corvale.", "In Umber the FHP took six seats.")
    assert ("holds_seats", "Free Harbour Party (FHP)", "Corvale", 14) in told(*sentences)
    assert ("holds_seats", "Free Harbour Party (FHP)", "Umber", 6) in told(*sentences)


def test_a_name_may_hold_and_or_a_comma() -> None:
    """A name that holds "and" or a comma is one name where its own words show it."""
    claims = told("The Party for Freedom, Justice and Survival won two seats, the Salt and Bread Party one.")
    assert claims == {
        ("holds_seats", "Party for Freedom, Justice and Survival", None, 2),
        ("holds_seats", "Salt and Bread Party", None, 1),
    }


def test_votes_of_a_person_of_a_list_are_the_candidate_s() -> None:
    """A person with a list behind the name has candidate's votes, one without any has votes."""
    claims = told("Ada Quill (FHP) polled 2,311 votes, independent Otto Brand 954.")
    assert claims == {
        ("candidate_votes", "Ada Quill", None, 2311),
        ("member_of", "Ada Quill", "FHP", None),
        ("votes", "Otto Brand", None, 954),
    }


def test_the_winner_s_and_the_loser_s_votes_are_told_apart() -> None:
    """Of "A beat B by 811 votes to 594" each has their own; "by 12 votes" is a margin and gives none."""
    claims = told("Ada Quill (FHP) beat Otto Brand (MLP) by 811 votes to 594.")
    assert ("candidate_votes", "Ada Quill", None, 811) in claims
    assert ("candidate_votes", "Otto Brand", None, 594) in claims
    assert "candidate_votes" not in {one[0] for one in told("Ada Quill (FHP) beat Otto Brand (MLP) by 12 votes.")}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Prime Minister Ada Quill spoke first.", ("held_office", "Ada Quill", "Prime Minister", None)),
        ("Ada Quill was elected governor of Corvale.", ("held_office", "Ada Quill", "governor of Corvale", None)),
        ("Otto Brand leads the Mill List.", ("leads", "Otto Brand", "Mill List", None)),
        ("The Mill List boycotted the election.", ("boycotted", "Mill List", None, None)),
        (
            "The Harbour Alliance, which brought together the Mill List and the Orchard Union, won.",
            ("member_of", "Orchard Union", "Harbour Alliance", None),
        ),
        ("قال رئيس الوزراء سامي الوراق ذلك.", ("held_office", "سامي الوراق", "رئيس الوزراء", None)),
        ("يقود سامي الوراق حزب البستان.", ("leads", "سامي الوراق", "حزب البستان", None)),
        ("قاطع تيار الوادي انتخابات المجالس.", ("boycotted", "تيار الوادي", None, None)),
        ("قال محافظ كورفال سامي الوراق، أمس، إنه باق.", ("held_office", "سامي الوراق", "محافظ كورفال", None)),
    ],
)
def test_what_is_said_of_people_is_read(sentence: str, claim: Told) -> None:
    """Who leads, holds an office, belongs or stayed away is read by the words between the names."""
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Die FHP kam auf 14 Sitze.", ("holds_seats", "FHP", None, 14)),
        ("La FHP a obtenu 14 sièges.", ("holds_seats", "FHP", None, 14)),
        ("El Partido Puerto obtuvo 14 escaños.", ("holds_seats", "Partido Puerto", None, 14)),
        ("De FHP krijgt veertien zetels.", ("holds_seats", "FHP", None, 14)),
    ],
)
def test_a_simple_sentence_of_another_language_is_only_proposed(sentence: str, claim: Told) -> None:
    """Where a language has only its words as data, what its sentences give waits for a person."""
    assert claim in told(sentence)
    assert stated(sentence) == set()


@pytest.mark.parametrize(
    ("sentences", "claims"),
    [
        (
            ("The Harbour Party came first in Corvale, Umber and Dell and second in Fell.",),
            {("Corvale", 1), ("Umber", 1), ("Dell", 1), ("Fell", 2)},
        ),
        (
            ("The Harbour Party was first in the windy provinces of Corvale, north of Umber, and Dell, to the west.",),
            {("Corvale", 1), ("Dell", 1)},
        ),
        (("The Harbour Party came first in Corvale.", "It came third in Rook and Dell."), {
            ("Corvale", 1), ("Rook", 3), ("Dell", 3),
        }),
        (("تصدر ائتلاف المرفأ النتائج في كورفال وأمبر.",), {("كورفال", 1), ("أمبر", 1)}),
        (("جاء ائتلاف المرفأ أولا في محافظات كورفال وأمبر وثانيا في دنمير.",), {
            ("كورفال", 1), ("أمبر", 1), ("دنمير", 2),
        }),
    ],
)  # fmt: skip
def test_a_rank_is_of_every_place_of_its_row(sentences: tuple[str, ...], claims: set[tuple[str, int]]) -> None:
    """A rank holds in each place that is named behind it, and a further rank is of the same list."""
    assert {(one[2], one[3]) for one in stated(*sentences) if one[0] == "ranked"} == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Party came first in northern Corvale.",
        "The Harbour Party came first in parts of Corvale.",
        "The Harbour Party came first in every province except Corvale.",
        "Allies of the Harbour Party came first in Corvale.",
        "The Harbour Party and the Mill List came first in Corvale and Umber.",
        "The Harbour Party would come first in Corvale.",
        "If the Harbour Party came first in Corvale, it was luck.",
        "The Mill List said the Harbour Party came first in Corvale.",
        "Did the Harbour Party come first in Corvale?",
        "The Harbour Party was first in Corvale to open an office.",
        "The Harbour Party came first in seven of the 16 provinces.",
    ],
)
def test_a_rank_of_a_part_or_by_hearsay_is_not_stated(sentence: str) -> None:
    """Part of a place is not the place, an ally is not the list, and what is supposed, asked or claimed is not told."""
    assert stated(sentence) == set()


@pytest.mark.parametrize(
    ("sentences", "claims"),
    [
        (("Turnout in Corvale and Umber was 59 and 57 per cent respectively.",), {("Corvale", 59), ("Umber", 57)}),
        (
            ("Turnout in Corvale was 68 per cent.", "It was followed by the city of Umber with 61 per cent."),
            {("Corvale", 68), ("Umber", 61)},
        ),
        (("بلغت نسبة المشاركة في كورفال وأمبر 59 و57 في المئة على التوالي.",), {("كورفال", 59), ("أمبر", 57)}),
        (
            ("بلغت نسبة المشاركة في كورفال 68 في المئة.", "تلتها محافظة أمبر بنسبة 61 في المئة."),
            {("كورفال", 68), ("محافظة أمبر", 61)},
        ),
    ],
)
def test_turnouts_in_a_row_go_to_their_places(sentences: tuple[str, ...], claims: set[tuple[str, int]]) -> None:
    """Each figure of a row goes to the place that stands where it stands, also in the sentence that goes on."""
    assert {(one[2], one[3]) for one in stated(*sentences)} == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout among women was 30 per cent.",
        "Turnout abroad was 12 per cent.",
        "By noon turnout was 12 per cent.",
        "Turnout fell by 41 per cent.",
        "Turnout was 51 per cent in Corvale's old town.",
        "Turnout was 41 to 44 per cent.",
        "Turnout was higher in Corvale than in Umber at 41 per cent.",
        "بلغت نسبة المشاركة بين النساء 30 في المئة.",
    ],
)
def test_a_turnout_of_some_or_of_no_one_time_is_not_stated(sentence: str) -> None:
    """A turnout of a group, of an hour, of a range or by how much it changed is not the turnout."""
    assert stated(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The total number of voters amounted to 48,210.", ("voters", None, None, 48210)),
        ("The board said on Monday that 48,210 people had voted.", ("voters", None, None, 48210)),
        ("The board announced only 91.5 per cent of the preliminary results.", ("counted", None, None, 91.5)),
        ("Supporters of the Mill List boycotted the vote.", ("boycotted", "Mill List", None, None)),
        (
            "Turnout was low due to the boycott of the Mill List and the young activists.",
            ("boycotted", "the young activists", None, None),
        ),
        ("The Mill List is the main rival of the Harbour Party.", ("rival_of", "Mill List", "Harbour Party", None)),
        (
            "The Harbour Alliance brought together small fishing towns.",
            ("member_of", "small fishing towns", "Harbour Alliance", None),
        ),
        ("No vote was held in Corvale and Umber.", ("held_no_vote", None, "Umber", None)),
        (
            "The vote took place in only nine of the 12 provinces.",
            ("held_no_vote", "only nine of the 12 provinces", None, 3),
        ),
        ("The local elections were last held on 6 March 2016.", ("last_held", None, None, "2016-03-06")),
        ("بلغ عدد المصوتين 48210.", ("voters", None, None, 48210)),
        ("أعلنت المفوضية 94 في المئة من النتائج.", ("counted", None, None, 94)),
        ("قاطع تيار الوادي الانتخابات في كورفال.", ("boycotted", "تيار الوادي", "كورفال", None)),
        ("حزب البستان منافس قائمة الطاحونة.", ("rival_of", "حزب البستان", "قائمة الطاحونة", None)),
        ("جرت الانتخابات في 9 فقط من 12 محافظة.", ("held_no_vote", "9 فقط من 12 محافظة", None, 3)),
        ("لم تجر الانتخابات في كورفال وأمبر.", ("held_no_vote", None, "أمبر", None)),
        ("أجريت آخر انتخابات محلية في نيسان 2013.", ("last_held", None, None, "2013-04")),
    ],
)
def test_what_is_said_beside_the_results_is_read(sentence: str, claim: Told) -> None:
    """Voters, the share counted, boycotts, rivals, members, places without a vote and the last vote are read."""
    assert claim in stated(sentence)


@pytest.mark.parametrize(
    ("sentence", "office", "terms"),
    [
        ("After serving two terms as first minister between 2009 and 2017, Bo Strand left.", "first minister", 2),
        ("Bo Strand served as governor of Corvale from 2009 to 2017.", "governor of Corvale", None),
        ("شغل سامي الوراق منصب رئيس الوزراء دورتين بين عامي 2009 و2017.", "رئيس الوزراء", 2),
    ],
)
def test_a_term_of_office_has_its_years(sentence: str, office: str, terms: int | None) -> None:
    """Who served from which year to which, and how many terms, is one claim with its years."""
    (one,) = [claim for claim in read(sentence) if isinstance(claim, Claim)]
    assert (one.predicate, one.object, one.value, one.since, one.until) == (
        "held_office", office, terms, "2009", "2017",
    )  # fmt: skip


def test_an_aside_between_a_name_and_its_verb_is_of_nobody_else() -> None:
    """Who served is the one of whom the sentence speaks, and not one who stands in an aside before the verb."""
    claims = told("Ada Quill, the main rival of Otto Brand, served as governor of Corvale from 2009 to 2017.")
    assert claims == {
        ("rival_of", "Ada Quill", "Otto Brand", None),
        ("held_office", "Ada Quill", "governor of Corvale", None),
    }


def test_an_arabic_and_that_stands_alone_in_an_english_text_is_a_word() -> None:
    """So it is where the text has a stroke that lengthens letters alone as well, as a dash."""
    line = "The Reeds ( ـ القصب و 12 ) won 5 seats in Velm"
    assert ("holds_seats", "Reeds", "Velm", 5) in told(line)


def test_all_who_stayed_away_together_are_read() -> None:
    """Each list of a row boycotted the vote; one that only would is told and not read."""
    assert stated("The Mill List, the Orchard Union and the Harbour Party boycotted the vote.") == {
        ("boycotted", name, None, None) for name in ("Mill List", "Orchard Union", "Harbour Party")
    }
    assert stated("قاطع تيار الوادي وحزب البستان الانتخابات.") == {
        ("boycotted", name, None, None) for name in ("تيار الوادي", "حزب البستان")
    }
    assert stated("The elections were boycotted by the Mill List and the Orchard Union.") == {
        ("boycotted", name, None, None) for name in ("Mill List", "Orchard Union")
    }
    assert stated("أعلن ائتلاف المرفأ، المؤلف من حزب الوطن وحركة الغد، مقاطعة الانتخابات.") & {
        ("boycotted", name, None, None) for name in ("ائتلاف المرفأ", "حزب الوطن", "حركة الغد")
    } == {("boycotted", "ائتلاف المرفأ", None, None)}
    assert told("The Mill List said it would boycott the vote.") == set()
    assert told("The Mill List, which had boycotted the previous election, took part.") == set()


def test_a_share_that_a_list_got_is_no_turnout() -> None:
    """In a row of places and shares, what a list got in one of them is not how many turned out there."""
    claims = stated("In Corvale turnout was 54 per cent and in Umber the Mill List won 60 per cent.")
    assert [one for one in claims if one[0] == "turnout" and one[3] == 60] == []
    assert stated("Turnout in Corvale was 54 per cent.", "It was followed by Umber, where the Mill List won 60 %.") == {
        ("turnout", None, "Corvale", 54)
    }


def test_a_rank_in_all_places_of_a_number_is_of_no_place() -> None:
    """In all three, or in all provinces but one, is neither the whole vote nor a place."""
    assert stated("The Mill List came second in all three.") == set()
    assert stated("The Mill List came second in all provinces but Corvale.") == set()


def test_the_last_vote_of_one_place_is_not_that_of_the_whole() -> None:
    """When one place voted last says nothing of when the whole did."""
    assert told("Elections were last held in Corvale in 2015.") == set()


def test_a_vote_that_is_known_tells_other_years_and_kinds() -> None:
    """Of a document that is read for one election, what another year or kind of vote gave is no result of it."""
    vote = Vote("Estmark provincial council elections, 2021", 2021)
    for text in (
        "In 2017 the Harbour Party came first in Corvale.",
        "In the parliamentary election the Harbour Party came first in Corvale.",
        "The referendum had a turnout of 44 per cent.",
    ):
        names = names_of([text], vote=vote)
        found = list(read_sentence(Sentence(text, Span(1, 0, len(text))), Scope(), names))
        assert [one for one in found if isinstance(one, Claim)] == []
        assert len(found) == 1


def test_a_claim_stands_where_its_words_stand() -> None:
    """The span of a claim goes from its name to its figure, in the line of the sentence."""
    text = "In Corvale the Mill List won nine seats."
    (one,) = [claim for claim in read(text) if isinstance(claim, Claim)]
    assert text[one.at.start : one.at.end] == "Mill List won nine seats"
    assert one.at.line == 1


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The Harbour Party was beaten in Corvale, where the Mill List took 9 seats.",
            {("holds_seats", "Mill List", "Corvale", 9)},
        ),
        (
            "The Harbour Party came second in Corvale, where the Mill List won 9 seats and the Orchard Union 4.",
            {
                ("ranked", "Harbour Party", "Corvale", 2),
                ("holds_seats", "Mill List", "Corvale", 9),
                ("holds_seats", "Orchard Union", "Corvale", 4),
            },
        ),
        (
            "The Harbour Party was third in a council of Corvale in which the Mill List won 9 seats.",
            {("ranked", "Harbour Party", "Corvale", 3), ("holds_seats", "Mill List", "Corvale", 9)},
        ),
        (
            "The Harbour Party did well in Corvale, where it took 9 seats.",
            {("holds_seats", "Harbour Party", "Corvale", 9)},
        ),
        (
            "حل حزب الميناء ثانيا في البصرة، حيث حصلت قائمة الطاحونة على 9 مقاعد.",
            {("ranked", "حزب الميناء", "البصرة", 2), ("holds_seats", "قائمة الطاحونة", "البصرة", 9)},
        ),
    ],
)
def test_a_figure_of_a_relative_clause_is_its_subjects(sentence: str, claims: set[Told]) -> None:
    """In "A lost in X, where B took 9" the 9 are B's; where the clause has only a pronoun, they are A's."""
    assert told(sentence) == claims


@pytest.mark.parametrize("quotes", ["‘’", "''", "“”"])
def test_a_noun_behind_a_name_in_quotation_marks_is_of_the_name(quotes: str) -> None:
    """The 'Harbour' Coalition is one list, and leaves its noun to no other."""
    text = f"The {quotes[0]}Harbour{quotes[1]} Coalition came first with 54 seats, ahead of the Mill Coalition with 47."
    assert told(text) == {
        ("ranked", "Harbour Coalition", None, 1),
        ("holds_seats", "Harbour Coalition", None, 54),
        ("holds_seats", "Mill Coalition", None, 47),
    }


def test_a_rank_among_some_lists_is_no_rank() -> None:
    """Who is first of a group of lists is not first of all; the seats that are told beside are."""
    text = "Among the Northern parties the Mill List came first in Corvale and the Orchard Union second with 12 seats."
    assert {one[0] for one in told(text)} == {"holds_seats"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Party emerged ahead, leading the NA tally with 115 seats.",
        "Turkmens won two seats in Corvale.",
    ],
)
def test_whose_body_or_count_it_is_holds_no_seats(sentence: str) -> None:
    """An adjective or the initials of a chamber before the noun of a body or a count is no list, nor a community."""
    assert {one[1] for one in told(sentence)} <= {"Harbour Party"}


def test_the_body_that_a_sentence_names_is_the_place_of_its_seats() -> None:
    """Of "84 of the 227 seats in the X Municipal Corporation" both are of that corporation."""
    body = "Great Umber Municipal Corporation"
    assert told(f"The Harbour Party won 84 of the 227 seats in the {body} (GUMC).") == {
        ("holds_seats", "Harbour Party", body, 84),
        ("council_size", None, body, 227),
    }


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("وحل حزب الميناء في ذيل الترتيب بثلاثة مقاعد.", ("holds_seats", "حزب الميناء", None, 3)),
        ("قوائم الميناء المستقلة تحصلوا على 78 مقعدا.", ("holds_seats", "قوائم الميناء المستقلة", None, 78)),
    ],
)
def test_a_verb_is_no_part_of_an_arabic_name_nor_the_tail_of_a_ranking_a_place(sentence: str, claim: Told) -> None:
    """What a list got is told of it, with no word of the sentence besides."""
    assert claim in told(sentence)
