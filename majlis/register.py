"""The register of questions: from a row come a command, its help, its JSON and CSV, a page of the web, and its form.

A new question is a module that answers it, with its words and its table, and a row here. Functions are named as text,
"queries.where:where", and imported when they are called: no question waits for another.
"""

from __future__ import annotations

from graph.kinds import HOLDERS, Kind

from .question import PLACES, Parameter, Question


def usual(kind: Kind) -> str:
    """The question that a name of this kind asks by itself; "entity", all that is known of it, where there is none."""
    rows = (row.name for row in QUESTIONS.values() if row.about in (HOLDERS, PLACES) and kind in row.about)
    return next(rows, "entity")


_ROWS = (
    Question(
        name="where",
        function="queries.where:where",
        parameters=(Parameter("name", "holder", required=True),),
        help="Where NAME (a list, party, alliance, bloc or figure) has seats; with a province, in its council alone.",
        examples=("majlis where Maliki", "majlis where 'State of Law' --format json", "majlis where PUK --cite"),
        sentence="majlis.wording.where:where_sentence",
        table="majlis.wording.where:where_table",
        text="majlis.terminal.where:where_text",
        cited="majlis.wording.where:cited",
        dated=True,
        sitting="queries.sitting:where_all",
        side_by_side="majlis.terminal.sitting:where_sitting_text",
    ),
    Question(
        name="who",
        function="queries.who:who",
        parameters=(Parameter("place", "place", required=True, shown="PROVINCE|BODY"),),
        help="Who has the seats of PROVINCE, in its council and in a house, or of a whole BODY; and what is not known.",
        examples=("majlis who Baghdad", "majlis who 'Council of Representatives'", "majlis who 'Dhi Qar' --format csv"),
        sentence="majlis.wording.who:who_sentence",
        table="majlis.wording.who:who_table",
        text="majlis.terminal.who:who_text",
        dated=True,
    ),
    Question(
        name="why",
        function="queries.why:why",
        parameters=(Parameter("name", "name", required=True), Parameter("province", "province")),
        help="The statements behind an answer about NAME, in PROVINCE where one is named.",
        examples=("majlis why maliki babil", "majlis why Nabni", "majlis why Kirkuk"),
        table="majlis.wording.why:why_table",
        text="majlis.terminal.why:why_text",
        sitting="queries.why:why_all",
        side_by_side="majlis.terminal.why:why_sitting_text",
    ),
    Question(
        name="influence",
        function="queries.power.influence:influence",
        parameters=(
            Parameter("name", "holder or place", shown="PROVINCE|BODY|NAME"),
            Parameter(
                "limit",
                "count",
                "How many minimal winning coalitions of a council are listed (10 by default); all are counted.",
            ),
            Parameter("betweenness", "flag", "Figures by how often they lie on chains between two others."),
        ),
        help="Power in the council of PROVINCE, or of NAME over all councils; all councils without one.\n\n"
        "Arithmetic, not influence: it assumes that a list votes as one and that all coalitions are equally likely.",
        examples=("majlis influence", "majlis influence Kirkuk", "majlis influence Maliki --format json"),
        sentence="majlis.wording.power.influence:power_sentence",
        table="majlis.wording.power.influence:power_table",
        text="majlis.terminal.influence:influence_text",
    ),
    Question(
        name="coverage",
        function="queries.checking.coverage:coverage",
        parameters=(
            Parameter(
                "by",
                "table",
                "What a row of the table is: a province, a kind of fact, a province by kinds, a source, a fact.",
                choices=("province", "kind", "matrix", "source", "fact"),
            ),
            Parameter("source", "source", "What this one source has and lacks, against all.", shown="ID|TITLE"),
            Parameter(
                "fail_under",
                "threshold",
                "Exit 3 where fewer of the seats are accounted for (with --source: by that source).",
                shown="PERCENT",
            ),
        ),
        help="What is missing, single-sourced, unresolved, contradicted, and not covered at all.",
        examples=(
            "majlis coverage",
            "majlis coverage --by matrix --format csv",
            "majlis coverage --source 'Final results'",
            "majlis coverage --fail-under 95",
        ),
        sentence="majlis.wording.coverage:sentence",
        table="majlis.wording.coverage:table",
        text="majlis.terminal.coverage:text",
        cited="majlis.wording.coverage:cited",
    ),
    Question(
        name="history",
        function="queries.history:history",
        parameters=(Parameter("name", "name", required=True),),
        help="NAME (a list, party, alliance, bloc or figure), a province or a body through all elections.",
        examples=("majlis history Maliki", "majlis history Baghdad", "majlis history KDP --format csv"),
        sentence="majlis.wording.history:history_sentence",
        table="majlis.wording.history:history_table",
        text="majlis.terminal.history:history_text",
        election=False,
    ),
    Question(
        name="members",
        function="queries.people.members:members",
        parameters=(Parameter("name", "holder or place", required=True, shown="LIST|PLACE|BODY"),),
        help="The people named for the seats of LIST (or of what NAME leads), of a province or a body: on lists of "
        "members, and as winners.",
        examples=("majlis members 'State of Law'", "majlis members Kirkuk", "majlis members Taqaddum --format csv"),
        sentence="majlis.wording.people.members:members_sentence",
        table="majlis.wording.people.members:members_table",
    ),
    Question(
        name="offices",
        function="queries.people.offices:offices",
        parameters=(Parameter("name", "holder, place or office", required=True, shown="OFFICE|PLACE|BODY|LIST"),),
        help="Who held OFFICE, now first; the offices of a province, a body or a person; or who of LIST (who leads it, "
        "its members and theirs) held which.",
        examples=(
            "majlis offices 'Governor of Baghdad'",
            "majlis offices Wasit --as-of 2025-06",
            "majlis offices 'State of Law'",
        ),
        sentence="majlis.wording.people.offices:offices_sentence",
        table="majlis.wording.people.offices:offices_table",
        election=False,
        dated=True,
    ),
    Question(
        name="largest",
        function="queries.largest:largest",
        help="Which lists won most seats in all: of a house, or of all councils together.",
        examples=("majlis largest", "majlis largest --election iq-2021-representatives", "majlis largest --format csv"),
        sentence="majlis.wording.largest:largest_sentence",
        table="majlis.wording.largest:largest_table",
    ),
    Question(
        name="leaders",
        function="queries.affiliation.relations:leaders",
        parameters=(Parameter("name", "holder", required=True),),
        help="Who leads NAME (a party, alliance or bloc), now and earlier; of a figure, what it leads.",
        examples=("majlis leaders 'State of Law'", "majlis leaders PUK --election iq-2018-representatives"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="parts",
        function="queries.affiliation.relations:parts",
        parameters=(Parameter("name", "holder", required=True),),
        help="Which parties, lists and people sources place in NAME (a party, alliance or bloc), now and earlier.",
        examples=("majlis parts 'Coordination Framework'", "majlis parts Nabni --election iq-2023-governorates"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="allies",
        function="queries.affiliation.relations:allies",
        parameters=(Parameter("name", "holder", required=True),),
        help="Who is in one alliance or bloc with NAME, or with what it leads, now and earlier.",
        examples=("majlis allies Maliki", "majlis allies PUK --as-of 2021-12"),
        sentence="majlis.wording.affiliation.relations:relations_sentence",
        table="majlis.wording.affiliation.relations:relations_table",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="absent",
        function="queries.absent:absent",
        help="Who boycotted an election, was barred from it, or did not stand.",
        examples=("majlis absent", "majlis absent --election iq-2023-governorates", "majlis absent --format csv"),
        sentence="majlis.wording.absent:absent_sentence",
        table="majlis.wording.absent:absent_table",
    ),
    Question(
        name="majority",
        function="queries.power.majority:majority",
        parameters=(
            Parameter("names", "holder", required=True, several=1, shown="NAMES"),
            Parameter(
                "body", "body", "In this body, the council of this province, or all `councils`.", shown="BODY|PROVINCE"
            ),
        ),
        help="Whether the lists of NAMES reach a majority together, by how much, and who could complete it: in the "
        "largest house where they have seats, and in every council.",
        examples=(
            "majlis majority Maliki Sudani Khazali",
            "majlis majority 'Coordination Framework' --body Baghdad",
            "majlis majority Taqaddum --election iq-2023-governorates",
            "majlis majority Khanjar --as-of 2024-06",
        ),
        sentence="majlis.wording.power.majority:majority_sentence",
        table="majlis.wording.power.majority:majority_table",
        text="majlis.terminal.majority:majority_text",
        sitting="queries.power.majority:majority_sitting",
        dated=True,
    ),
    Question(
        name="margins",
        function="queries.votes.margins:margins",
        parameters=(Parameter("place", "place", shown="PROVINCE|BODY"),),
        help="How close it was in PROVINCE, or all over a BODY: votes per seat, the last seat, the nearest loser.\n\n"
        "Only where the law is stated and the votes of every list with seats are published, at one stage of the count.",
        examples=(
            "majlis margins",
            "majlis margins Karbala",
            "majlis margins 'Council of Representatives' --format csv",
        ),
        sentence="majlis.wording.votes:margins_sentence",
        table="majlis.wording.votes:margins_table",
        text="majlis.terminal.votes:margins_text",
    ),
    Question(
        name="compare",
        function="queries.compare:compare",
        parameters=(Parameter("names", "holder", required=True, several=2, shown="NAME NAME"),),
        help="Two or more names (lists, parties, alliances, blocs or figures) side by side, body by body.",
        examples=("majlis compare Maliki Hakim", "majlis compare KDP PUK --election iq-krg-2024-parliament"),
        sentence="majlis.wording.compare:compare_sentence",
        table="majlis.wording.compare:compare_table",
        text="majlis.terminal.compare:compare_text",
        cited="majlis.wording.compare:cited",
        side_by_side="majlis.terminal.compare:compare_sitting_text",
        dated=True,
    ),
    Question(
        name="path",
        function="queries.affiliation.path:path",
        parameters=(
            Parameter("name", "tied", required=True),
            Parameter("other", "tied", required=True),
            Parameter("ways", "count", "How many equally short ways are told (5 by default); all are counted."),
        ),
        help="The shortest ties of any kind between two names (figures, parties, alliances, blocs or offices).\n\n"
        "Of any time, or of what held at an election or on a day: each step says when, and who says so.",
        examples=("majlis path Maliki Sadr", "majlis path Maliki Hakim --election iq-2023-governorates"),
        sentence="majlis.wording.affiliation.path:path_sentence",
        table="majlis.wording.affiliation.path:path_table",
        text="majlis.terminal.path:path_text",
        sitting="queries.affiliation.path:at_any_election",
        dated=True,
    ),
    Question(
        name="names",
        function="queries.names:names",
        parameters=(Parameter("text", "text"),),
        help="What names are known, and how TEXT would be read.",
        examples=("majlis names", "majlis names Babylon", "majlis names مالكي"),
        table="majlis.wording.names:names_table",
        text="majlis.terminal.names:names_text",
        election=False,
    ),
)
QUESTIONS: dict[str, Question] = {row.name: row for row in _ROWS}
