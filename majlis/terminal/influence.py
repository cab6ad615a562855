"""Power in a council, of a name, and in all councils, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from queries.power.betweenness import Betweenness
from queries.power.council import ONE_LIST, SINGLE_MEMBERS, AllCouncils, Coalition, CouncilInfluence, Scenario
from queries.power.indices import Power
from queries.power.influence import Block, HeldCouncil, HolderInfluence

from ..wording.forms import ENGLISH, isolate, percent
from ..wording.power.influence import (
    block_words,
    council_sentence,
    decimals,
    holder_sentence,
    power_sentence,
    table_sentence,
)
from ..wording.where import unsaid
from .phrases import no_vote_lines, note_lines, numbered, reading
from .table import table
from .text import marks, source_lines, wrap

_MANY = 1_000_000  # minimal winning coalitions, whose numbers would be wider than what they tell
_NUMBERS = frozenset({1, 2, 3, 4, 5})
_HEAD = ("seats", "share", "banzhaf", "power.shapley", "power.coalitions")
_ALL_HEAD = ("seats", "majority", "lists", "power.effective", "power.coalitions", "power.majority_with")


def influence_text(answer: AllCouncils | Betweenness | CouncilInfluence | HolderInfluence) -> str:
    """The whole answer on power for a terminal."""
    match answer:
        case CouncilInfluence():
            return council_text(answer)
        case HolderInfluence():
            return holder_text(answer)
        case AllCouncils():
            return table_text(answer)
        case Betweenness():
            return betweenness_text(answer)


def _headed(keys: Sequence[str], *more: str) -> tuple[str, ...]:
    """The headings of a table behind that of its names, which has none."""
    return ("", *map(ENGLISH.say, keys), *more)


# --- A council ----------------------------------------------------------------------------------------


def council_text(answer: CouncilInfluence) -> str:
    """The whole answer on a council for a terminal."""
    council = answer.council
    lines = reading(council.asked, council.subject)
    lines.append(wrap(council_sentence(answer)))
    if answer.scenarios:
        first, second = answer.scenarios[SINGLE_MEMBERS], answer.scenarios[ONE_LIST]
        numbers = numbered(council.sources)
        lines += [*_scenario(answer, first, numbers), wrap(ENGLISH.say("power.legend"))]
        if len(first.unaccounted) > 1:
            lines += _second(answer, first, second)
        lines += _coalitions(answer)
    notes = answer.notes[-1:] if council.status == "no_vote" else answer.notes
    return "\n".join([*lines, *note_lines(notes), *source_lines(council.sources)])


def _scenario(answer: CouncilInfluence, scenario: Scenario, numbers: Mapping[str, int]) -> list[str]:
    """The table of a scenario, with its sources where there are numbers for them."""
    rows: list[tuple[str, ...]] = []
    for at, item in enumerate(answer.council.lists):
        reserved = f" ({ENGLISH.say('reserved.statement', whom=item.reserved_for)})" if item.reserved_for else ""
        cited = marks(item.locators, numbers)
        measures = _cells(scenario.power, at)[1:]
        rows.append((isolate(item.name) + reserved, ENGLISH.seats_told(item), *measures, cited))
    if scenario.unaccounted:
        number, words = len(scenario.unaccounted), ENGLISH.say("accounted")
        if number > 1:
            words = ENGLISH.say("power.each_missing", words=words, n=number)
        rows.append((words, *_cells(scenario.power, len(answer.council.lists)), ""))
    return table(rows, right=_NUMBERS, head=_headed(_HEAD, ""))


def _second(answer: CouncilInfluence, first: Scenario, second: Scenario) -> list[str]:
    named = len(answer.council.lists)
    as_one = ENGLISH.say("power.as_one", seats=ENGLISH.counted("seat", second.unaccounted[0]))
    if first.power.banzhaf[:named] == second.power.banzhaf[:named]:
        return [wrap(ENGLISH.say("power.as_one_same", as_one=as_one))]
    coalitions = ENGLISH.counted("coalition", second.power.minimal_winning_coalitions)
    number = decimals(second.power.effective_number, 2)
    said = ENGLISH.say("power.as_one_differs", as_one=as_one, coalitions=coalitions, effective=number)
    return [wrap(said), *_scenario(answer, second, {})]


def _cells(found: Power, at: int) -> tuple[str, str, str, str, str]:
    """The numbers of the list at a position."""
    return (
        str(found.seats[at]),
        percent(found.seats[at], sum(found.seats)),
        decimals(found.banzhaf[at]),
        decimals(found.shapley_shubik[at]),
        _coalitions_with(found, at),
    )


def _coalitions_with(found: Power, at: int) -> str:
    """The minimal winning coalitions that a list is in, out of all, or their part where they are very many."""
    inside, total = found.in_minimal_winning[at], found.minimal_winning_coalitions
    return percent(inside, total) if total >= _MANY else str(inside)


def _coalitions(answer: CouncilInfluence) -> list[str]:
    found = answer.power
    if not answer.coalitions or found is None:
        return []
    names = {item.id: item.name for item in answer.council.lists}
    told, total = sum(item.ways for item in answer.coalitions), found.minimal_winning_coalitions
    key = "power.coalitions_all" if told == total else "power.coalitions_told"
    return [
        wrap(ENGLISH.say(key, told=told, total=total)),
        *(wrap(f"  {_members(item, names)}: {item.seats}", "    ") for item in answer.coalitions),
    ]


def _members(item: Coalition, names: Mapping[str, str]) -> str:
    parts = [isolate(names[id].split(" (", maxsplit=1)[0]) for id in item.lists]
    if item.unaccounted:
        ways = [ENGLISH.counted("way", item.ways)] if item.ways > 1 else []
        parts.append(ENGLISH.listed([ENGLISH.counted("missing", item.unaccounted), *ways]))
    return " + ".join(parts)


# --- A name over all councils -------------------------------------------------------------------------


def holder_text(answer: HolderInfluence) -> str:
    """The whole answer on a name for a terminal."""
    held = answer.where
    lines = reading(held.asked, held.subject)
    lines.append(wrap(holder_sentence(answer)))
    if answer.councils:
        numbers = numbered(held.sources)
        rows: list[tuple[str, ...]] = []
        for council in answer.councils:
            rows += _council_rows(council, marks(council.council.locators, numbers))
        lines += [*table(rows, right=_NUMBERS, head=_headed(_HEAD, "")), wrap(ENGLISH.say("power.legend"))]
    lines += note_lines(unsaid(held, answer.notes))
    return "\n".join([*lines, *source_lines(held.sources)])


def _council_rows(council: HeldCouncil, cited: str) -> list[tuple[str, ...]]:
    """The council with all lists as one, then each list where it has several."""
    name = isolate(council.council.name)
    if council.together is None:
        return [(name, *_block_cells(council.block, council), cited)]
    rows = [(ENGLISH.say("power.together", name=name), *_block_cells(council.together, council), cited)]
    return rows + [(f"  {isolate(item.list.name)}", *_block_cells(item.block, council), "") for item in council.lists]


def _block_cells(block: Block, council: HeldCouncil) -> tuple[str, ...]:
    """The seats of a block in words, and its measures."""
    found, seats = block.power, block_words(block, council)
    if found is None:
        return (seats, "", "", "", "")
    _, share, banzhaf, shapley_shubik, inside = _cells(found, 0)
    in_all = found.minimal_winning_coalitions
    coalitions = inside if in_all >= _MANY else ENGLISH.say("of", seats=inside, size=in_all)
    return (seats, share, banzhaf, shapley_shubik, coalitions)


# --- All councils -------------------------------------------------------------------------------------


def table_text(answer: AllCouncils) -> str:
    """The table of all councils for a terminal."""
    rows = []
    for council in answer.councils:
        coalitions = council.minimal()
        pairs = ENGLISH.counted("pair", council.pairs) if council.pairs else ""
        rows.append(
            (
                isolate(council.name),
                str(council.council_size or f"{council.accounted}+"),
                str(council.majority or ""),
                str(council.lists),
                decimals(council.effective_number, 2),
                "" if coalitions is None else str(coalitions),
                isolate(council.alone.name) if council.alone else pairs,
            )
        )
    lines = [wrap(table_sentence(answer)), *table(rows, right=_NUMBERS, head=_headed(_ALL_HEAD))]
    lines.append(wrap(ENGLISH.say("power.legend_all")))
    if answer.no_vote:
        lines += no_vote_lines(place.name for place in answer.no_vote)
    lines += note_lines(answer.notes)
    return "\n".join([*lines, *source_lines(answer.sources)])


# --- The affiliation graph ----------------------------------------------------------------------------


def betweenness_text(answer: Betweenness) -> str:
    """The figures by betweenness for a terminal; those that lie between no two others are counted only."""
    rows = [(isolate(figure.name), decimals(Fraction(figure.betweenness))) for figure in answer.figures]
    between = [row for row, figure in zip(rows, answer.figures, strict=True) if figure.betweenness]
    others = len(rows) - len(between)
    rest = [wrap(ENGLISH.counted("other_figure", others), "  ")] if others else []
    shown = table(between, right=frozenset({1}))
    return "\n".join([wrap(power_sentence(answer)), *shown, *rest, *note_lines(answer.notes)])
