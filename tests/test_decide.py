"""Deciding between sources: standing, kind of source, recency, and seats council by council."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from graph.decide import Decided, decide
from graph.model import Fact, Reason, Source, SourceKind, Standing, Statement

SOURCES = {
    source.id: source
    for source in (
        Source("commission", "Results", SourceKind.OFFICIAL, "Commission", "2021-06-10"),
        Source("agency", "Results passed on", SourceKind.RELAY, "Agency", "2021-06-10"),
        Source("agency-later", "Results passed on, corrected", SourceKind.RELAY, "Agency", "2021-06-12"),
        Source("agency-copy", "Copy of the agency", SourceKind.RELAY, "Mirror", "2021-06-11", copy_of="agency"),
        Source("post", "Report", SourceKind.PRESS, "The Post", "2021-06-09"),
        Source("herald", "Report", SourceKind.PRESS, "The Herald", "2021-06-09"),
        Source("book", "Handbook", SourceKind.REFERENCE, "A Publisher", "2022"),
    )
}


OUTRANKED = Reason("outranks", ("standing.final", "standing.preliminary"))
BREAKS = Reason("breaks_check", ("a rule",))


def says(source: str, subject: str, predicate: str, object: str | None, value: object = None, **more: Any) -> Statement:
    """A claim by one of the sources."""
    more.setdefault("standing", Standing.REPORTED)
    return Statement(
        source=source,
        locator=more.pop("locator", "line 1"),
        predicate=predicate,
        subject=subject,
        subject_text=subject,
        object=object,
        object_text=object,
        value=value,  # type: ignore[arg-type]
        election=more.pop("election", "e"),
        **more,
    )


def seats(source: str, subject: str, value: int, standing: Standing = Standing.FINAL, **more: Any) -> Statement:
    """A claim of seats in the council P."""
    return says(source, subject, "holds_seats", "P", value, standing=standing, **more)


def size(value: int, of: str = "both", source: str = "book") -> Statement:
    """A claim of the size of the council P."""
    return Statement(
        source=source,
        locator=of,
        predicate="council_size",
        subject="P",
        subject_text="P",
        value=value,
        of=of,
        election="e",
    )


def by_id(decided: Decided) -> dict[str, Fact]:
    """The facts by id."""
    return {fact.id: fact for fact in decided.facts}


def only(claims: list[Statement], **more: Any) -> Fact:
    """The one fact that these claims come to."""
    facts = decide(claims, SOURCES, **more).facts
    assert len(facts) == 1
    return facts[0]


def test_one_source_decides_and_the_reason_says_that_it_is_alone() -> None:
    """A single claim is the fact."""
    fact = only([says("post", "A", "turnout", None, 41)])
    assert (fact.value, fact.sources, fact.reason) == (41, 1, Reason("one_source"))


def test_agreeing_publishers_are_counted_once_each() -> None:
    """Two releases of one publisher and a copy are one independent source; another publisher is a second."""
    claims = [says(source, "A", "turnout", None, 41) for source in ("agency", "agency-later", "agency-copy", "post")]
    fact = only(claims)
    assert (fact.value, fact.sources, fact.reason) == (41, 2, Reason("sources_agree", ("2",)))


def test_higher_standing_wins_over_kind_of_source() -> None:
    """A final figure in the press outranks a preliminary one of the commission."""
    fact = only(
        [
            says("commission", "A", "turnout", None, 39, standing=Standing.PRELIMINARY),
            says("post", "A", "turnout", None, 41, standing=Standing.FINAL),
        ]
    )
    assert (fact.value, fact.disputed, fact.reason) == (41, False, OUTRANKED)
    assert {weighed.statement.value: weighed.won for weighed in fact.statements} == {41: True, 39: False}


def test_kind_of_source_decides_at_equal_standing() -> None:
    """The commission outranks the press."""
    fact = only([says("commission", "A", "turnout", None, 39), says("post", "A", "turnout", None, 41)])
    assert (fact.value, fact.reason) == (39, Reason("outranks", ("source.official", "source.press")))


def test_equal_sources_that_differ_leave_the_fact_disputed() -> None:
    """Two papers differ: no value, both values, the smallest for totals and the largest beside it."""
    fact = only([says("post", "A", "turnout", None, 65), says("herald", "A", "turnout", None, 66)])
    assert (fact.value, fact.values, fact.disputed) == (None, (65, 66), True)
    assert (fact.minimum, fact.maximum) == (65, 66)
    assert fact.reason == Reason("sources_differ", ("65", "66"))


def test_recency_decides_between_releases_of_one_publisher_only() -> None:
    """The agency's correction stands; a later paper does not correct another paper."""
    corrected = only([says("agency", "A", "turnout", None, 40), says("agency-later", "A", "turnout", None, 41)])
    assert (corrected.value, corrected.reason) == (41, Reason("later_release", ("Agency", "2021-06-12")))
    papers = dict(SOURCES, later=Source("later", "Report", SourceKind.PRESS, "The Post's rival", "2021-07-01"))
    fact = decide([says("post", "A", "turnout", None, 40), says("later", "A", "turnout", None, 41)], papers).facts[0]
    assert fact.disputed


def test_the_larger_share_counted_decides() -> None:
    """A paper that reports 100 per cent counted outranks one that reports 94.4."""
    claims = [
        says("post", "A", "votes", "P", 100),
        says("herald", "A", "votes", "P", 110),
        says("post", "e", "counted", None, 94.4),
        says("herald", "e", "counted", None, 100),
    ]
    votes = next(fact for fact in decide(claims, SOURCES).facts if fact.predicate == "votes")
    assert (votes.value, votes.reason) == (110, Reason("larger_share", ("100",)))


def test_ranks_by_votes_and_by_seats_are_different_facts() -> None:
    """The basis keeps them apart; nothing is disputed."""
    facts = decide(
        [says("post", "A", "ranked", "P", 1, of="votes"), says("herald", "A", "ranked", "P", 2, of="seats")], SOURCES
    ).facts
    assert [(fact.of, fact.value, fact.disputed) for fact in facts] == [("seats", 2, False), ("votes", 1, False)]


def test_one_report_may_contradict_itself() -> None:
    """Two ranks in one source stay disputed, and the reason says that one source says both."""
    fact = only([says("post", "A", "ranked", "P", 2, locator="x"), says("post", "A", "ranked", "P", 3, locator="y")])
    assert (fact.values, fact.reason) == ((2, 3), Reason("one_source_differs", ("2", "3")))


def test_the_lines_of_the_highest_report_stand_in_a_council() -> None:
    """A final list beats a preliminary one, number by number."""
    facts = by_id(
        decide(
            [
                size(10),
                seats("agency", "A", 6),
                seats("agency", "B", 3),
                seats("post", "A", 7, Standing.PRELIMINARY),
                seats("post", "B", 3, Standing.PRELIMINARY),
            ],
            SOURCES,
        )
    )
    assert (facts["holds_seats/A/P/e"].value, facts["holds_seats/B/P/e"].value) == (6, 3)
    assert facts["holds_seats/A/P/e"].reason == OUTRANKED


def test_preliminary_lines_never_count_once_there_is_a_final_report() -> None:
    """A list that only the preliminary report has gets no seat, though there is room; the claim is kept."""
    facts = by_id(decide([size(10), seats("agency", "A", 6), seats("post", "Z", 2, Standing.PRELIMINARY)], SOURCES))
    fact = facts["holds_seats/Z/P/e"]
    assert (fact.value, fact.values, fact.counts, fact.disputed) == (None, (2,), False, False)
    assert fact.reason == Reason("preliminary_after_final")
    assert [weighed.won for weighed in fact.statements] == [False]


def test_lower_lines_for_other_lists_are_added_while_they_fit() -> None:
    """A reported holder of the two open seats is added to the final list's eight."""
    facts = by_id(decide([size(10), seats("agency", "A", 8), seats("post", "B", 2, Standing.REPORTED)], SOURCES))
    assert (facts["holds_seats/B/P/e"].value, facts["holds_seats/B/P/e"].counts) == (2, True)


def test_what_exceeds_the_room_does_not_count_and_is_disputed() -> None:
    """Two reported lists of 2 seats do not both fit into 3 open seats: all or none, so none."""
    facts = by_id(
        decide(
            [
                size(11),
                seats("agency", "A", 8),
                seats("post", "B", 2, Standing.REPORTED),
                seats("herald", "C", 2, Standing.REPORTED),
            ],
            SOURCES,
        )
    )
    for name in "BC":
        fact = facts[f"holds_seats/{name}/P/e"]
        assert (fact.value, fact.counts, fact.disputed) == (None, False, True)
        assert (fact.reason.code, fact.reason.values[:2]) == ("no_room", ("8", "11"))


def test_lower_lines_are_not_added_to_a_council_of_unknown_size() -> None:
    """Without a size nobody can tell whether there is room."""
    facts = by_id(decide([seats("agency", "A", 8), seats("post", "B", 2, Standing.REPORTED)], SOURCES))
    assert not facts["holds_seats/B/P/e"].counts
    assert facts["holds_seats/B/P/e"].reason == Reason("size_unknown")


def test_a_claim_of_a_reserved_seat_says_its_kind_and_adds_none() -> None:
    """B holds 3 seats; that one of them is reserved does not make it 1 or 4, nor disputed."""
    facts = by_id(
        decide(
            [
                size(10),
                seats("agency", "B", 3),
                seats("post", "B", 1, Standing.REPORTED, reserved_for="Christians"),
            ],
            SOURCES,
        )
    )
    fact = facts["holds_seats/B/P/e"]
    assert (fact.value, fact.reserved_for, fact.disputed) == (3, "Christians", False)


def test_a_reserved_seat_of_another_list_is_added_where_it_fits() -> None:
    """A holder whom only the list of reserved seats names gets the open seat."""
    facts = by_id(
        decide(
            [size(4), seats("agency", "A", 3), seats("post", "H", 1, Standing.REPORTED, reserved_for="Shabak")], SOURCES
        )
    )
    assert (facts["holds_seats/H/P/e"].value, facts["holds_seats/H/P/e"].reserved_for) == (1, "Shabak")


def test_a_preliminary_line_does_not_keep_out_what_is_said_after_it() -> None:
    """Beside a final list without H, a report that H has a seat counts, whatever a preliminary list said before."""
    claims = [size(4), seats("agency", "A", 3), seats("post", "H", 1, Standing.REPORTED)]
    for early in (1, 2):
        facts = by_id(decide([*claims, seats("commission", "H", early, Standing.PRELIMINARY)], SOURCES))
        fact = facts["holds_seats/H/P/e"]
        assert (fact.value, fact.counts, fact.standing) == (1, True, Standing.REPORTED)
        assert {weighed.statement.standing: weighed.won for weighed in fact.statements} == {
            Standing.PRELIMINARY: False,
            Standing.REPORTED: True,
        }


def test_the_size_is_general_plus_reserved_where_both_are_stated() -> None:
    """49 + 3 make 52; a page that says 53 in all is dissent."""
    decided = decide([size(49, "general"), size(3, "reserved"), size(53, "both")], SOURCES)
    assert decided.sizes["P", "e"].seats == 52
    other = next(fact for fact in decided.facts if fact.of == "both")
    assert (other.counts, [weighed.won for weighed in other.statements]) == (False, [False])


def test_a_whole_that_is_the_sum_of_the_parts_stands_beside_one_that_is_not() -> None:
    """Of 52 and 53 in all the 52 stands where 49 + 3 are stated, and nothing is left in dispute."""
    claims = [size(49, "general"), size(3, "reserved"), size(53, source="post"), size(52, source="herald")]
    whole = next(fact for fact in decide(claims, SOURCES).facts if fact.of == "both")
    assert (whole.value, whole.values, whole.disputed, whole.counts, whole.sources) == (52, (), False, True, 1)
    assert {weighed.statement.value: weighed.won for weighed in whole.statements} == {52: True, 53: False}


def test_what_was_inferred_is_no_second_source() -> None:
    """A number that was worked out beside one that a source says does not make two sources."""
    claims = [seats("agency", "A", 3), seats("book", "A", 3, Standing.INFERRED)]
    assert (only(claims).sources, only(claims).reason) == (1, Reason("one_source"))


def test_a_disputed_size_is_no_size() -> None:
    """Two equal sources that differ on a council's size leave it unknown."""
    decided = decide([size(13, source="post"), size(15, source="herald")], SOURCES)
    assert ("P", "e") not in decided.sizes


def test_dissent_keeps_a_claim_and_its_reason_and_decides_nothing() -> None:
    """A claim that broke a check is shown and changes nothing."""
    bad, good = seats("commission", "A", 60), seats("agency", "A", 6)
    fact = only([good, bad], dissent={bad.id: BREAKS})
    assert (fact.value, [(w.statement.value, w.won) for w in fact.statements if not w.won]) == (6, [(60, False)])
    alone = only([bad], dissent={bad.id: BREAKS})
    assert (alone.counts, alone.reason) == (False, BREAKS)


def test_terms_that_began_in_different_years_are_different_facts() -> None:
    """A governor of 2009 and again of 2017 held the office twice; an undated claim is of neither."""
    claims = [
        says("book", "F", "held_office", "O", since="2009-04", until="2013"),
        says("book", "F", "held_office", "O", since="2017", locator="2"),
        says("post", "F", "held_office", "O"),
    ]
    assert [(fact.since, fact.until) for fact in decide(claims, SOURCES).facts] == [
        (None, None),
        ("2009-04", "2013"),
        ("2017", None),
    ]


def test_dates_of_one_term_are_made_more_precise_by_agreeing_sources() -> None:
    """The press says 2006 to 2014, a handbook gives the days: one fact with the days."""
    fact = only(
        [
            says("post", "F", "held_office", "O", 2, since="2006", until="2014"),
            says("book", "F", "held_office", "O", since="2006-05-20", until="2014-09-08"),
        ]
    )
    assert (fact.since, fact.until, fact.value, fact.disputed) == ("2006-05-20", "2014-09-08", 2, False)


def test_dates_that_cannot_both_be_true_are_disputed() -> None:
    """Two equal sources that end a term in different years leave its end disputed."""
    fact = only(
        [
            says("post", "F", "held_office", "O", since="2006", until="2013"),
            says("herald", "F", "held_office", "O", since="2006", until="2014"),
        ]
    )
    assert fact.disputed
    assert fact.reason == Reason("dates_differ", ("2013", "2014"))


def test_unresolved_names_come_to_no_fact() -> None:
    """A statement whose name nobody knows is no fact about anybody."""
    claim = Statement(
        source="post", locator="1", predicate="holds_seats", subject=None, subject_text="Who?", object="P",
        object_text="P", value=2, election="e",
    )  # fmt: skip
    assert decide([claim], SOURCES).facts == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[:12])
def test_the_order_of_statements_does_not_matter(order: tuple[int, ...]) -> None:
    """Deciding is a function of the set of statements."""
    claims = [
        size(10),
        seats("agency", "A", 6),
        seats("post", "A", 7, Standing.PRELIMINARY),
        seats("herald", "B", 2, Standing.REPORTED),
    ]
    assert decide([claims[index] for index in order], SOURCES).facts == decide(claims, SOURCES).facts


# Totals of a whole election ---------------------------------------------------------------------------


def in_all(source: str, subject: str, value: int, standing: Standing = Standing.FINAL) -> Statement:
    """A claim of seats in the whole election."""
    return says(source, subject, "holds_seats", None, value, standing=standing)


def told(*claims: Statement) -> dict[str, tuple[object, bool]]:
    """What each list comes to in all, and whether it counts."""
    return {fact.subject: (fact.value, fact.counts) for fact in decide(claims, SOURCES).facts if not fact.object}


def test_preliminary_totals_decide_nothing_beside_final_ones() -> None:
    """Once a final total of any list is known, a preliminary one counts for none; without one it does."""
    early = in_all("post", "B", 4, Standing.PRELIMINARY)
    assert told(early) == {"B": (4, True)}
    assert told(early, in_all("commission", "A", 9)) == {"A": (9, True), "B": (None, False)}


def test_a_total_that_is_told_after_the_final_report_counts() -> None:
    """A list with a preliminary total and one that came without a stage later has the later one."""
    claims = (
        in_all("post", "B", 4, Standing.PRELIMINARY),
        in_all("book", "B", 3, Standing.REPORTED),
        in_all("commission", "A", 9),
    )
    assert told(*claims)["B"] == (3, True)


def test_general_seats_alone_are_a_size() -> None:
    """Where no source says of reserved seats, a council has as many as its general ones."""
    assert decide([size(7, "general")], SOURCES).sizes["P", "e"].seats == 7


def test_a_whole_of_higher_standing_stands_against_its_parts() -> None:
    """A stated whole is not replaced by parts of which one was only worked out."""
    parts = [size(7, "general"), size(1, "reserved")]
    whole = says("commission", "P", "council_size", None, 9, of="both", standing=Standing.FINAL)
    assert decide([*parts, whole], SOURCES).sizes["P", "e"].seats == 9


def test_people_on_a_list_of_members_are_counted_for_their_list() -> None:
    """The fact is the list's, and its value how many people the best source names."""
    people = [
        Statement(
            source=source, locator=name, predicate="sits_for", subject=None, subject_text=name, object="P",
            object_text="P", of="A", election="e",
        )
        for source, name in (("book", "Ann"), ("book", "Bea"), ("book", "Ann"), ("post", "Anne"))
    ]  # fmt: skip
    (fact,) = decide(people, SOURCES).facts
    assert (fact.predicate, fact.subject, fact.object, fact.value, fact.of) == ("sits_for", "A", "P", 1, None)
    (alone,) = decide(people[:3], SOURCES).facts
    assert alone.value == 2
