"""Power in a council, of a name and in all councils, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple

from queries.affiliation.ties import LED, MEMBER, OWN
from queries.disputed import sum_of
from queries.power.betweenness import Betweenness
from queries.power.council import FIGURES, ONE_LIST, AllCouncils, CouncilInfluence, Figures, figures
from queries.power.influence import Block, HeldCouncil, HolderInfluence
from queries.where.answer import Where
from queries.who.answer import NO_VOTE, Holder

from ..forms import ENGLISH, Language
from ..tables import Column, Table, fields, named
from ..where import where_sentence
from .majority import blocs_words

Power = AllCouncils | Betweenness | CouncilInfluence | HolderInfluence
_PAIRS = 3  # pairs of lists with a majority that a sentence names


def decimals(value: Fraction | None, places: int = 3) -> str:
    """A fraction in so many decimals, rounded half up; nothing for None."""
    if value is None:
        return ""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def council_sentence(answer: CouncilInfluence, language: Language = ENGLISH) -> str:
    """The answer on a council in one sentence."""
    council, found, place = answer.council, answer.power, answer.council.subject.candidate
    name, when = language.name(place.id, place.name), language.day(council.election.date)
    if council.status == NO_VOTE:
        return language.say("who.no_vote", name=name, when=when)
    blocs = f" {blocs_words(answer.blocs, language)}" if answer.blocs else ""
    if found is None:
        return language.say("power.unknown", name=name, when=when) + blocs
    said = language.say(
        "power.council",
        name=name,
        when=when,
        majority=language.seats(found.quota, found.quota, council.council_size),
        who=_majorities(answer, language),
        coalitions=language.counted("coalition", found.minimal_winning_coalitions),
        effective=decimals(answer.effective_number, 2),
    )
    return said + blocs


def _majorities(answer: CouncilInfluence, language: Language) -> str:
    """Who has a majority: one list, pairs of lists, or neither."""
    if answer.alone:
        list = language.the(answer.alone.id, answer.alone.name)
        return language.say("power.alone", list=list, seats=answer.alone.seats)
    if not answer.pairs_with_majority:
        return language.say("power.nobody")
    names = {item.id: language.the(item.id, item.name) for item in answer.council.lists}
    pairs = [language.listed([names[id] for id in pair], "and") for pair in answer.pairs_with_majority[:_PAIRS]]
    if more := len(answer.pairs_with_majority) - len(pairs):
        pairs.append(language.counted("more_pair", more))
    return language.say("power.pairs", pairs=language.listed(pairs, "or_else"))


def holder_sentence(answer: HolderInfluence, language: Language = ENGLISH) -> str:
    """The answer on a name in one sentence."""
    held, summary, found = answer.where, answer.summary, answer.where.subject.candidate
    if not answer.councils:
        return where_sentence(held, language)
    ways = [
        language.say(
            f"power.{relation}", seats=_seats_of(held, relation, language), name=language.name(found.id, found.name)
        )
        for relation in (OWN, LED, MEMBER)
        if held.totals[relation] is not None
    ]
    if held.election.body:
        return _in_house(answer, language.listed(ways, "semicolon"), language)
    alone = [
        language.name(council.council.id, council.council.name)
        for council in answer.councils
        if council.council.id in summary.majority_alone
    ]
    text = language.say(
        "power.holder",
        name=language.the(found.id, found.name, first=True),
        when=language.day(held.election.date),
        councils=language.counted("council_of", summary.councils, size=len(held.provinces)),
        ways=language.listed(ways, "semicolon"),
        alone=language.listed(alone) or language.say("power.nowhere"),
    )
    if summary.mean_share is None:
        return text
    return text + language.say(
        "power.mean",
        banzhaf=decimals(summary.mean_banzhaf),
        shapley_shubik=decimals(summary.mean_shapley_shubik),
        share=decimals(summary.mean_share),
    )


def _seats_of(held: Where, relation: str, language: Language) -> str:
    """The seats on lists of one relation, with what sources say besides."""
    told = sum_of(item.told for item in held.lists if item.relation == relation)
    return language.seats(told.seats, told.most, None, told.others)


def _in_house(answer: HolderInfluence, ways: str, language: Language) -> str:
    """The answer on a name in a house in one sentence."""
    (council,), found = answer.councils, answer.where.subject.candidate
    figures = council.block.figures
    text = language.say(
        "power.in_house",
        name=language.the(found.id, found.name, first=True),
        body=language.the(council.council.id, council.council.name),
        when=language.day(answer.where.election.date),
        size=council.council.council_size or language.say("size.short"),
        ways=ways,
    )
    if council.block.power is None:
        return text
    alone = language.say("power.is_alone" if figures.majority_alone else "power.not_alone", majority=council.majority)
    measures = language.say(
        "power.measures",
        banzhaf=decimals(figures.banzhaf),
        shapley_shubik=decimals(figures.shapley_shubik),
        share=decimals(answer.summary.mean_share),
    )
    return f"{text} {alone} {measures}"


def block_words(block: Block, council: HeldCouncil, language: Language = ENGLISH) -> str:
    """The seats of some of the lists of a name in a council: "9 of 52"."""
    lists = [item.list for item in council.lists if item.list.id in block.lists]
    told = sum_of(item.told for item in lists)
    seats = language.of(told.seats, told.most, council.council.council_size, told.others)
    return seats + next((mark for item in lists if (mark := language.mark(item))), "")


def table_sentence(answer: AllCouncils, language: Language = ENGLISH) -> str:
    """All councils in one sentence."""
    alone = [
        f"{language.name(council.id, council.name)} ({language.the(council.alone.id, council.alone.name)})"
        for council in answer.councils
        if council.alone
    ]
    return language.say(
        "power.all",
        councils=language.counted("council", sum(bool(council.scenarios) for council in answer.councils)),
        when=language.day(answer.election.date),
        who=language.say("power.one_alone", councils=language.listed(alone))
        if alone
        else language.say("power.none_alone"),
    )


def power_sentence(answer: Power, language: Language = ENGLISH) -> str:
    """Any answer on power in one sentence."""
    match answer:
        case CouncilInfluence():
            return council_sentence(answer, language)
        case HolderInfluence():
            return holder_sentence(answer, language)
        case AllCouncils():
            return table_sentence(answer, language)
        case Betweenness():
            return language.say("power.betweenness", when=language.day(answer.election.date))


# --- Tables -------------------------------------------------------------------------------------------


def power_table(answer: Power, language: Language = ENGLISH) -> Table:
    """Any answer on power as a table: of the lists of a council, of councils, or of figures."""
    match answer:
        case CouncilInfluence():
            return _lists(answer, language)
        case HolderInfluence():
            return _held(answer, language)
        case AllCouncils():
            return _councils(answer, language)
        case Betweenness():
            columns = [*named(language, "name"), _measure(language, "betweenness")]
            return Table(columns, answer.figures, link=lambda row: ("entity", row.id))


class _Measured(NamedTuple):
    """A list of a council, and its measures in each scenario."""

    list: Holder
    first: Figures
    second: Figures


def _lists(answer: CouncilInfluence, language: Language) -> Table:
    """The lists of a council, with their measures."""
    second = answer.scenarios[ONE_LIST].power if answer.scenarios else None
    size = answer.council.council_size

    def name(row: _Measured) -> str:
        said, whom = language.name(row.list.id, row.list.name), row.list.reserved_for
        return f"{said} ({language.say('reserved', whom=language.component(whom))})" if whom else said

    columns = [
        *fields(language, "list=list.id"),
        Column("name", language.say("list"), lambda row: row.list.name, name),
        Column("seats", language.say("seats"), lambda row: row.list.seats, lambda row: language.seats_told(row.list)),
        Column(
            *("share", language.say("share"), lambda row: row.list.share),
            lambda row: language.share(row.list.seats, row.list.most, size),
        ),
        *(_measure(language, f"first.{name}") for name in ("banzhaf", "shapley_shubik")),
        *fields(language, "first.in_minimal_winning:coalitions", "first.majority_alone"),
        *fields(language, *(f"{name}_one_list=second.{name}" for name in FIGURES)),
    ]
    rows = [
        _Measured(item, figures(answer.power, at), figures(second, at)) for at, item in enumerate(answer.council.lists)
    ]
    return Table(columns, rows, "", lambda row: ("influence", row.list.id))


def _held(answer: HolderInfluence, language: Language) -> Table:
    """The councils where a name holds seats."""

    def seats(row: HeldCouncil) -> str:
        return block_words(row.block, row, language)

    def inside(row: HeldCouncil) -> str:
        return language.say("of", seats=row.block.figures.in_minimal_winning, size=row.minimal_winning_coalitions)

    def lists(row: HeldCouncil) -> list[str]:
        return [f"{item.list.id} {item.list.relation} {item.block.seats}" for item in row.lists]

    columns = [
        *named(language, "province", "council"),
        Column("seats", language.say("seats"), attrgetter("block.seats"), seats),
        *fields(language, "council.council_size", "majority:majority"),
        *(_measure(language, f"block.figures.{name}") for name in ("banzhaf", "shapley_shubik")),
        *fields(language, "block.figures.majority_alone"),
        Column(None, language.say("coalitions"), attrgetter("block.figures.in_minimal_winning"), inside),
        Column("lists", None, lists),
    ]
    return Table(columns, answer.councils, "", lambda row: ("influence", row.council.id))


def _councils(answer: AllCouncils, language: Language) -> Table:
    """All councils side by side."""
    columns = [
        *named(language, "province", id="province"),
        *fields(language, "council_size", "accounted"),
        Column(None, language.say("seats"), lambda row: row.council_size or f"{row.accounted}+"),
        *fields(language, "majority:majority", "lists:lists"),
        _measure(language, "effective_number", "effective", 2),
        Column("majority_alone", None, lambda row: row.alone.id if row.alone else None),
        *fields(language, "pairs_with_majority=pairs", "minimal_winning_coalitions:coalitions"),
        Column("minimal_winning_coalitions_one_list", None, lambda row: row.minimal(ONE_LIST)),
    ]
    return Table(columns, answer.councils, "", lambda row: ("influence", row.id))


def _measure(language: Language, path: str, heading: str = "", places: int = 3) -> Column:
    """A measure that is said in so many decimals; its heading is its name, if not another."""
    cell, name = attrgetter(path), path.rpartition(".")[2]
    return Column(name, language.say(heading or name), cell, lambda row: decimals(Fraction(cell(row)), places))
