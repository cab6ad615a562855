"""What the parts of a claim rest on in a sentence, and which of these grounds are too weak for it to be stated.

A claim is stated only where its name, its place, its value and its time are said directly. To demote a way of reading
is to give its row here a reason; one that has none is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ..found import Unknown
from ..scope import OF_NEXT_FIGURE, OF_ONE_COUNCIL, OF_OTHER_BODY, OF_ROUND


class Ground(StrEnum):
    """How a part of a claim was read."""

    PLACE_BEHIND = "place behind"  # "5 seats in X"
    PLACE_OPENS = "place opens"  # "In X A won 5 seats"
    PLACE_BEFORE = "place before"  # "X gave A 5 seats"
    PLACE_OF_FIGURE_BEFORE = "place of figure before"  # "A won 5 seats in X, B 4"
    PLACE_OF_FIGURE_BEHIND = "place of figure behind"  # "A won 5 seats, in X 3 and in Y 2"
    PLACE_SEVERAL = "several places"
    PLACE_BEFORE_MARK = "place before mark"  # "X - A won 5 seats", where X may be where that was written
    PLACE_BESIDE_NAME = "place beside name"  # "In X Y won 5 seats", where X Y may be one name, or X a part of it
    PLACE_UNKNOWN = "place unknown"  # in a script without capitals, by a preposition alone
    PLACE_OF_ASSEMBLY = "place of assembly"  # "in the X Assembly"
    SENTENCE_BEFORE = "sentence before"
    PARAGRAPH_BEFORE = "paragraph before"  # "there", "in the city"
    OTHER_BODY = "other body"
    HEADING_CLOSED = "heading closed"
    HEADING_LEFT = "heading left"
    WHOLE_SAID = "whole said"  # "nationwide"
    WHOLE_SILENT = "whole silent"  # nothing is said of a place, and no results of one were told
    WHOLE_AFTER_PLACE = "whole after place"  # nor here, but the results before were of a place
    WHOLE_BESIDE_PLACE = "whole beside place"  # but "in parliament", which may be another body
    WHOLE_UNREAD = "whole unread"  # "In the hills A won 5 seats"
    WHOLE_UNSURE = "whole unsure"  # "In the X hotel Y spoke. A won 5 seats", in a script without capitals
    WHOLE_OWNED = "whole owned"  # "A won 5 of its 11 seats", where what has them was told before
    WHOLE_OF_COUNCIL = "whole of council"  # nor is the document of more than one council
    WHOLE_OF_BODY = "whole of body"  # "in the Senate of X", where X is no country
    SUM_AFTER_PLACE = "sum after place"  # "in all A won 5 seats"
    TURNOUT_BEFORE = "turnout before"  # "In X it was 41 %"
    SIZE_OF_PART = "size of part"
    SIZE_AT_STAKE = "size at stake"
    SIZE_OF_BODY = "size of body"
    NAME_OF_MANY = "name of many"  # "A and B and C", where some may be one
    NAME_BY_PLACE = "name by its place"
    NAME_OF_ONE_WORD = "name of one word"  # in a script without capitals, by its place in the sentence
    NAME_OF_PERSON = "name of person"
    NAME_OF_EITHER = "name of either"  # a list or a person
    NAME_ALONE = "name alone"  # a person's, with no list
    NAME_OF_NO_LIST = "name of no list"  # "X (5 seats)", where X may be a place
    CANDIDATE_NOWHERE = "candidate nowhere"  # a person stands in a place, and none is named
    RANK_OF_NO_LIST = "rank of no list"  # of a name that nothing calls a list
    RANK_UNTIED = "rank untied"  # "with A as the biggest group"
    OFFICE_OF_LIST = "office of list"  # "Reds chairman A B", which is no office of the state
    VOTES_OF_MEMBERS = "votes of members"  # so few that a council may have voted for an office
    UNIT_LENT = "unit lent"
    SEATS_LED_IN = "seats led in"  # "A leads with 5 seats", where the count may go on
    SEATS_GAINED = "seats gained"  # "A gained 5 seats", where others lost some
    SEATS_OF_ROUND = "seats of round"  # "5 seats in the run-off"
    UNIT_OF_KIND = "unit of kind"  # "5 committee seats"
    UNIT_MEMBERS = "unit members"
    NAME_BEFORE = "name before"  # "It won 5 seats"
    NAME_FAR = "name far"  # "A, to the surprise of many, 5 seats"


WEAK: Mapping[Ground, str] = {
    Ground.PLACE_SEVERAL: "several places, one figure",
    Ground.PLACE_BEFORE_MARK: "the place may be only where this was written",
    Ground.PLACE_OF_FIGURE_BEHIND: OF_NEXT_FIGURE,
    Ground.PLACE_OF_FIGURE_BEFORE: "the place is said of a figure before",
    Ground.PLACE_BESIDE_NAME: "where the place ends and the name begins is not said",
    Ground.PLACE_UNKNOWN: "nothing but a preposition says that this is a place",
    Ground.PLACE_OF_ASSEMBLY: "an assembly, which may be that of the whole",
    Ground.SENTENCE_BEFORE: "the place is that of the sentence before",
    Ground.PARAGRAPH_BEFORE: "the place is that of the paragraph before",
    Ground.OTHER_BODY: OF_OTHER_BODY,
    Ground.HEADING_CLOSED: "the heading above names no place",
    Ground.HEADING_LEFT: "the text below the heading of the place speaks of other places too",
    Ground.WHOLE_AFTER_PLACE: "the results above are of a place",
    Ground.WHOLE_BESIDE_PLACE: "the body may be another than that of the results above",
    Ground.WHOLE_UNREAD: "the words behind a preposition may name a place",
    Ground.WHOLE_UNSURE: "the words behind a preposition before may name a place",
    Ground.WHOLE_OWNED: "whose seats they are is said before",
    Ground.WHOLE_OF_COUNCIL: OF_ONE_COUNCIL,
    Ground.WHOLE_OF_BODY: "of what the body is that is spoken of is not read",
    Ground.SUM_AFTER_PLACE: "whether it is of the place before or of the whole is not said",
    Ground.TURNOUT_BEFORE: "that the share is a turnout is said by the sentence before",
    Ground.SIZE_OF_PART: "they may be the members of a part",
    Ground.SIZE_AT_STAKE: "the seats at stake may not be all",
    Ground.SIZE_OF_BODY: "a body whose name is not read",
    Ground.NAME_OF_MANY: 'names joined by "and", of which some may be parts of one',
    Ground.NAME_BY_PLACE: "a name by its place in the sentence alone",
    Ground.NAME_OF_ONE_WORD: "one word, which may be no name",
    Ground.NAME_OF_PERSON: "the name may be a person's",
    Ground.NAME_OF_EITHER: "it is not said whether this is a list or a person",
    Ground.NAME_ALONE: "it is not said whether the person stood for a list",
    Ground.NAME_OF_NO_LIST: "nothing says that the name is a list's",
    Ground.CANDIDATE_NOWHERE: "where the person stood is not said",
    Ground.RANK_OF_NO_LIST: "nothing says that the name with the rank is a list's",
    Ground.RANK_UNTIED: "no verb ties the rank to a name, and no place is named",
    Ground.OFFICE_OF_LIST: "the office may be one within a list, and no public one",
    Ground.VOTES_OF_MEMBERS: "an office is spoken of, and so few votes may be those of a council",
    Ground.UNIT_LENT: "what the figure counts is taken from the paragraph before",
    Ground.SEATS_LED_IN: "who leads may not have won yet",
    Ground.SEATS_GAINED: "seats gained may be those beyond what it had",
    Ground.SEATS_OF_ROUND: OF_ROUND,
    Ground.UNIT_OF_KIND: "seats of a kind, which may not be all",
    Ground.UNIT_MEMBERS: "members, not seats",
    Ground.NAME_BEFORE: "the name is that of the sentence before",
    Ground.NAME_FAR: Unknown.WORDS,
}


# Of numbers and ranks of lists that rested on one of these most were wrong: they are not even proposed.
_TOO_WEAK = frozenset(
    WEAK[ground]
    for ground in (
        Ground.WHOLE_AFTER_PLACE,
        Ground.HEADING_LEFT,
        Ground.RANK_OF_NO_LIST,
        Ground.NAME_OF_ONE_WORD,
        Ground.NAME_OF_PERSON,
        Ground.VOTES_OF_MEMBERS,
        Ground.NAME_ALONE,
    )
)


# Of those where the place was unsure besides.
_WITH_PLACE = frozenset(WEAK[one] for one in (Ground.NAME_OF_EITHER, Ground.NAME_BY_PLACE, Ground.NAME_FAR))


def doubt_on(ground: Ground | None) -> str:
    """Why a claim that rests on this is only proposed; empty where it is enough."""
    return WEAK.get(ground, "") if ground is not None else ""


def is_too_weak(reason: str, of_place: str = "") -> bool:
    """Whether a number or a rank of a list is not even proposed for this reason, and for that `of_place` besides."""
    return reason in _TOO_WEAK or (bool(of_place) and reason in _WITH_PLACE)
