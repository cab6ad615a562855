"""The pictures: every seat a dot, every province told, nothing that is not a number looks like one."""

from __future__ import annotations

import io
import json
import math
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.errors import CannotAnswerError, DocumentError, UsageError
from majlis.graphs import build as graphs
from majlis.network.colours import colours_of, lists_in
from majlis.pictures import documents, palette
from majlis.pictures.areas import PATTERNS, Area, areas_of, largest_areas
from majlis.pictures.councils import councils, totals
from majlis.pictures.files import picture_of
from majlis.pictures.hemicycle import WIDTH, arc, hemicycle, legend
from majlis.pictures.map import paint, provinces, unplaced
from majlis.pictures.multiples import multiples
from majlis.pictures.outlines import Outlines, map_of, read_outlines
from majlis.pictures.search import Lists, search
from majlis.pictures.svg import fit, lines, text_width
from majlis.terminal.who import who_text
from queries.plain import Named, Note
from queries.view import GraphView
from queries.where import where
from queries.where.answer import CouncilAnswer, HeldList
from queries.who import who
from queries.who.answer import Who

from .command import Ran, run_here
from .made import COUNTRIES

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<img src=x onerror=alert(1)> ]]> </style><script>\x00\x1b[31m \u202eevil \U0001f4a5 " + "W" * 300


@pytest.fixture(scope="module")
def answers(graph: GraphView) -> tuple[Who, ...]:
    """Every council of the shipped graph."""
    return councils(graph)


@pytest.fixture(scope="module")
def colours(graph: GraphView) -> palette.Colours:
    """The colours of the shipped lists."""
    return colours_of(graph)


@pytest.fixture(scope="module")
def slots(colours: palette.Colours) -> dict[str, int]:
    """The numbers of these colours."""
    return palette.slots(colours)


@pytest.fixture(scope="module")
def outlines(data: Path) -> Outlines:
    """The shipped map."""
    found = read_outlines(data)
    assert found is not None
    return found


@pytest.fixture
def short(graph: GraphView) -> Who:
    """Kirkuk with two seats that nobody is known to hold, its first list disputed and its second one reserved."""
    kirkuk = who(graph, "Kirkuk")
    first, second, *rest = kirkuk.lists
    second = replace(second, seats=1, most=1, reserved_for="Christians", tied_with=())
    kept = (replace(first, disputed=True), second, *[replace(item, reserved_for=None) for item in rest])
    return replace(kirkuk, lists=kept, accounted=sum(item.seats for item in kept))


def parsed(text: str) -> ET.Element:
    """The picture as XML."""
    return ET.fromstring(text)  # noqa: S314 - it is ours


def having(root: ET.Element, css: str) -> list[ET.Element]:
    """The elements of a class."""
    return [node for node in root.iter() if css in node.get("class", "").split()]


def wedges(answer: Who, slots: dict[str, int]) -> dict[str, ET.Element]:
    """The groups of a council's picture by the id of their list."""
    return {node.get("data-list", ""): node for node in having(parsed(hemicycle(answer, slots).inline()), "wedge")}


# --- Colours ------------------------------------------------------------------------------------------

# Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB; the plain eye last.
_EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "plain": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour: str) -> list[float]:
    """The linear RGB of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    low, high = sorted(
        sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eye: str) -> tuple[float, ...]:
    """The colour in OKLab (Ottosson 2020) as this eye sees it."""
    light = linear(colour)
    r, g, b = (min(max(sum(m * p for m, p in zip(row, light, strict=True)), 0), 1) for row in _EYES[eye])
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    small = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * small,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * small,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * small,
    )


PAPERS = pytest.mark.parametrize("on", [palette.LIGHT, palette.DARK], ids=["light", "dark"])


@PAPERS
def test_colours_stand_out_from_the_paper(on: palette.Paper) -> None:
    """Dots have the contrast that WCAG asks of graphics, and words that of text."""
    assert min(contrast(colour, on.paper) for colour in on.rest) >= 3
    assert min(contrast(colour, on.paper) for colour in (on.ink, on.faint)) >= 4.5


@PAPERS
def test_colours_of_lists_stand_out_from_paper_panel_and_land(on: palette.Paper, colours: palette.Colours) -> None:
    """The colour of every list of every election has a contrast of 3 with whatever it is drawn on."""
    chosen = [pair[on is palette.DARK] for pair in colours.values()]
    assert min(contrast(colour, back) for colour in chosen for back in on.backs) >= 3.0


@PAPERS
@pytest.mark.parametrize("eye", ["protan", "deutan", "plain"])
def test_colour_blind_eyes_tell_the_lists_of_an_election_apart(
    on: palette.Paper, eye: str, graph: GraphView, colours: palette.Colours
) -> None:
    """Lists that are coloured at rest in one election differ by 8 (OKLab x 100), and so does each from the grey."""
    for together in lists_in(graph).rest:
        shown = [colours[id][on is palette.DARK] for id in sorted(together)]
        pairs = combinations((*shown, on.quiet), 2)
        assert min(100 * math.dist(seen(a, eye), seen(b, eye)) for a, b in pairs) >= 8.0


def test_a_list_keeps_its_colour_through_all_elections(graph: GraphView, colours: palette.Colours) -> None:
    """There is one colour a list, whatever election is shown, and every list with seats has one."""
    won = {row["list"] for row in graph.run("every_seat")}
    assert won == set(colours)
    assert lists_in(graph).order == tuple(colours)


@PAPERS
def test_shades_go_one_way_and_none_is_not_one_of_them(on: palette.Paper) -> None:
    """A larger share stands out more from the paper, and a council without a seat less than the smallest share."""
    ladder = [contrast(colour, on.paper) for colour in (on.none, *on.steps)]
    assert ladder == sorted(ladder)
    assert all(high / low >= 1.2 for low, high in pairwise(ladder))


def test_colours_are_searched_the_same_each_time_and_kept() -> None:
    """The same lists get the same colours; a list that has one keeps it when others come."""
    order = tuple(f"list-{number}" for number in range(9))
    weights = {id: 1 - number / 9 for number, id in enumerate(order)}
    some = Lists(order[:6], {id: weights[id] for id in order[:6]}, (frozenset(order[:4]),), (frozenset(order[:6]),))
    first = search(some)
    assert first == search(some)
    assert set(first) == set(order[:6])
    more = search(Lists(order, weights, (frozenset(order[:6]),), (frozenset(order),)), first)
    assert {id: more[id] for id in first} == first
    assert len({more[id] for id in order}) == len(order)


@pytest.mark.parametrize(
    ("seats", "size", "shade"), [(1, 100, 1), (10, 100, 1), (11, 100, 2), (3, 15, 2), (50, 100, 4), (51, 100, 5)]
)
def test_a_share_takes_its_shade(seats: int, size: int, shade: int) -> None:
    """A bound belongs to the shade below it, and only more than half the seats have the darkest."""
    assert palette.step(seats, size) == shade


# --- Councils -----------------------------------------------------------------------------------------


def test_every_seat_has_a_place_of_its_own() -> None:
    """Any council from 1 to 400 seats: one dot a seat, from left to right, inside the picture, none overlapping."""
    for size in range(1, 401):
        drawn = arc(size)
        seats = sorted((seat.x, seat.y) for seat in drawn.seats)
        assert len(seats) == size
        assert [seat.angle for seat in drawn.seats] == sorted(seat.angle for seat in drawn.seats), size
        assert drawn.dot >= 5, size
        for at, (x, y) in enumerate(seats):
            assert drawn.dot <= x <= WIDTH - drawn.dot, size
            assert drawn.dot <= y <= WIDTH / 2 + 0.001, size
            for other in seats[at + 1 :]:
                if other[0] - x >= 2 * drawn.dot:
                    break
                assert math.dist((x, y), other) > 2 * drawn.dot, size


def test_councils_have_a_dot_for_each_seat_in_their_lists_colour(
    answers: tuple[Who, ...], slots: dict[str, int]
) -> None:
    """Each list has as many dots as seats, in its colour or a grey; lists with few seats stand on the right."""
    for answer in answers:
        drawn = wedges(answer, slots)
        dots = {id: len(having(group, "seat")) for id, group in drawn.items()}
        assert dots == {item.id: item.seats for item in answer.lists}
        assert sum(dots.values()) == (answer.council_size or 0)
        for id, group in drawn.items():
            css = group.get("class", "").split()[1]
            assert css == f"list-{slots[id]}" if id in slots else css in {"rest", "rest-2"}


def test_every_list_of_a_council_has_a_colour_of_its_own(answers: tuple[Who, ...], colours: palette.Colours) -> None:
    """In one council no two lists are told by the same colour, on light and on dark paper, and none is grey."""
    for answer in answers:
        for paper in (0, 1):
            assert len({colours[item.id][paper] for item in answer.lists}) == len(answer.lists)
        assert "rest" not in documents.council_document(answer, colours).partition("</style>")[2]


def test_reserved_seats_are_ringed(answers: tuple[Who, ...], slots: dict[str, int]) -> None:
    """The ten reserved seats of the election, and no others, have a ring, and their label says for whom."""
    ringed = {
        (answer.subject.candidate.name, id)
        for answer in answers
        for id, group in wedges(answer, slots).items()
        if having(group, "ring")
    }
    reserved = {(a.subject.candidate.name, item.id) for a in answers for item in a.lists if item.reserved_for}
    assert ringed == reserved
    assert len(ringed) == 10
    baghdad = next(answer for answer in answers if answer.subject.candidate.id == "IQ-BG")
    labels = [group.get("aria-label") for group in wedges(baghdad, slots).values()]
    assert "Faiz Sabah Ayoub (reserved for Christians): 1 of 52 seats" in labels


def test_a_reserved_seat_among_several_is_told_and_not_guessed(short: Who) -> None:
    """How many of a larger list's seats are reserved is not known here: none is ringed, the legend says it."""
    first = replace(short.lists[0], reserved_for="Christians", disputed=False)
    drawn = wedges(replace(short, lists=(first, *short.lists[1:])), {})
    assert not having(drawn[first.id], "ring")
    assert "(seats reserved for Christians among them): 5 of 16" in drawn[first.id].get("aria-label", "")


def test_missing_seats_are_hollow_and_disputed_ones_struck_through(short: Who) -> None:
    """Seats not accounted for are as many hollow dots; a disputed list and a reserved seat look different."""
    drawn = wedges(short, {})
    lacking = (short.council_size or 0) - short.accounted
    assert lacking == 2
    assert (len(having(drawn[""], "seat")), drawn[""].get("class")) == (lacking, "wedge hollow")
    assert [len(having(drawn[item.id], "slash")) for item in short.lists] == [5, 0, 0, 0, 0, 0, 0]
    assert "(sources differ)" in drawn[short.lists[0].id].get("aria-label", "")
    assert [row.name for row in legend(short, {})][-1] == "not accounted for"
    assert "16 seats, 2 not accounted for" in hemicycle(short, {}).title


def test_an_unknown_size_gives_no_hollow_seat_and_no_majority(short: Who) -> None:
    """Without a size only the known seats are drawn, and the picture says that they are those known."""
    unknown = replace(short, council_size=None, majority=None)
    root = parsed(hemicycle(unknown, {}).inline())
    assert len(having(root, "seat")) == short.accounted
    assert not having(root, "hollow") + having(root, "majority")
    assert "14 seats known" in hemicycle(unknown, {}).title
    said = [group.get("aria-label", "") for group in having(root, "wedge")]
    assert said[0] == f"{unknown.lists[0].name} (sources differ): 5 seats"
    assert said[1] == f"{unknown.lists[1].name} (reserved for Christians): 1 seat"


def test_the_majority_line_parts_a_majority_from_the_rest(answers: tuple[Who, ...], slots: dict[str, int]) -> None:
    """On the left of the line sit exactly as many seats as make a majority."""
    parted = 0
    for answer in (answer for answer in answers if answer.lists):
        (line,) = having(parsed(hemicycle(answer, slots).inline()), "majority")
        points = [tuple(map(float, pair.split())) for pair in line.get("d", "")[1:].split("L")][1:-1]
        bounds = [math.atan2(WIDTH / 2 - y, WIDTH / 2 - x) for x, y in points]
        seats = arc(answer.council_size or 0).seats
        assert sum(seat.angle < bounds[seat.row] for seat in seats) == answer.majority
        parted += 1
    assert parted == 15


def test_neighbours_without_a_colour_stay_apart(answers: tuple[Who, ...], slots: dict[str, int]) -> None:
    """Two lists side by side never have the same colour."""
    for answer in answers:
        assert all(a.css != b.css for a, b in pairwise(legend(answer, slots)))


def test_each_list_has_its_letter_in_picture_and_legend(answers: tuple[Who, ...], slots: dict[str, int]) -> None:
    """Letters tell the lists without colour, each beside its dots or in them."""
    for answer in answers:
        keys = {row.id: row.key for row in legend(answer, slots)}
        for id, group in wedges(answer, slots).items():
            assert {node.text for node in group.iter(f"{SVG}text")} == {keys[id]}


def test_a_province_without_a_vote_has_no_dots(graph: GraphView, colours: palette.Colours) -> None:
    """Erbil's picture says in words that it held no vote."""
    text = documents.council_document(who(graph, "Erbil"), colours)
    assert "Erbil held no vote on 18 Dec 2023." in "".join(parsed(text).itertext())
    assert not having(parsed(text), "seat")


# --- Maps ---------------------------------------------------------------------------------------------


JOINT = HeldList("national-diyala", "National Diyala", "shared", 4, 4, 1, (), None, "final", "a fact")


def council(status: str, **others: object) -> CouncilAnswer:
    """What is said of one council."""
    given: dict[str, object] = {
        "seats": (seats := 3 if status == "seats" else None), "most": seats, "council_size": 15,
        "size_standing": "final", "accounted": 13, "standing": "final", "disputed": False, "dissent": False,
    }  # fmt: skip
    return CouncilAnswer(id=f"X-{status}", name=status.title(), status=status, **(given | others))  # type: ignore[arg-type]


@pytest.fixture
def six(graph: GraphView) -> tuple[Area, ...]:
    """One area of each of the six answers."""
    answer = where(graph, "State of Law")
    statuses = ("seats", "shared", "none", "unknown", "did_not_stand")
    some = tuple(council(status, lists=(JOINT,) if status == "shared" else ()) for status in statuses)
    return areas_of(replace(answer, provinces=some, no_vote=(Named("X-no_vote", "No Vote"),)))


def test_the_six_answers_look_different(six: tuple[Area, ...]) -> None:
    """Each status has a fill of its own, and only a number of seats has a shade; no pattern reads like zero."""
    fills = {area.status: json.dumps(paint(area, "map", "province")) for area in six}
    assert len(set(fills.values())) == 6
    assert [area.status for area in six if area.fills and area.fills[0].startswith("part ")] == ["seats"]
    assert {area.status for area in six if not area.fills} == set(PATTERNS)
    assert [area.letters for area in six] == ["3", "joint list", "", "0 to 2", "did not stand", "no vote"]
    assert [area.seats for area in six] == [3, None, None, None, None, None]


def test_the_six_answers_are_told_in_words(six: tuple[Area, ...]) -> None:
    """The label of an area says its status and of how many seats."""
    assert [area.label for area in six] == [
        "Seats: 3 of 15 seats, 20.0%",
        "Shared: on a joint list, its part not reported: National Diyala 4 of 15",
        "None: none of 15 on its own list",
        "Unknown: unknown, 0 to 2 of 15 seats",
        "Did_Not_Stand: did not stand",
        "No Vote: held no vote",
    ]


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"status": "none", "stood": True}, "None: stood and won none of 15"),
        ({"status": "unknown", "council_size": None}, "Unknown: unknown"),
        ({"status": "seats", "council_size": None}, "Seats: 3 seats, size not known"),
        ({"status": "seats", "dissent": True}, "Seats: 3 of 15 seats, 20.0% (sources differ)"),
    ],
)
def test_what_is_less_known_is_said(graph: GraphView, given: dict[str, object], label: str) -> None:
    """An unknown size, a list that stood, and dissent change the words."""
    found = council(str(given.pop("status")), **given)
    answer = replace(where(graph, "State of Law"), provinces=(found,), no_vote=())
    assert [area.label for area in areas_of(answer)] == [label]


@pytest.mark.parametrize("name", ["State of Law", "Taqaddum", "Sadr", "PUK", "Coordination Framework", None])
def test_every_province_is_on_the_map(
    graph: GraphView, answers: tuple[Who, ...], slots: dict[str, int], outlines: Outlines, name: str | None
) -> None:
    """Each province of the answer is a group with its id, status and label, and no two labels overlap."""
    areas = areas_of(where(graph, name)) if name else largest_areas(answers, slots)
    root = parsed(provinces(areas, outlines, "Map", "").inline(role="group"))
    groups = {node.get("data-province"): node for node in having(root, "province")}
    assert len(areas) == 18
    for area in areas:
        group = groups[area.id]
        assert (group.get("id"), group.get("data-status")) == (f"map-{area.id}", area.status)
        assert group.get("aria-label") == area.label == group.findtext(f"{SVG}title")
    boxes = list(label_boxes(root))
    assert len(boxes) >= 18
    for (a, left), (b, right) in combinations(boxes, 2):
        apart = left[2] <= right[0] or right[2] <= left[0] or left[3] <= right[1] or right[3] <= left[1]
        assert apart, f"{a} meets {b}"
    assert all(box[0] >= 0 and box[2] <= outlines.width for _, box in boxes)


def test_a_map_of_a_list_has_its_colour(graph: GraphView, slots: dict[str, int], outlines: Outlines) -> None:
    """Shares are shades of the colour of the one list that is counted; where several are, of ink."""
    answer = where(graph, "Taqaddum", "iq-2023-governorates")
    (anbar,) = [area for area in areas_of(answer, slots=slots) if area.name == "Anbar"]
    assert anbar.fills == (f"part part-4 list-{slots['taqaddum']}",)
    several = areas_of(where(graph, "Coordination Framework", "iq-2023-governorates"), slots=slots)
    assert {area.fills[0] for area in several if area.status == "seats"} <= {f"part part-{at}" for at in range(1, 6)}
    colours = {"taqaddum": ("#7a1f3d", "#c9708e")}
    file = documents.where_document(answer, colours, outlines)
    assert ".list-0{fill:#7a1f3d" in file
    assert file.count("part part-4 list-0") > 2


def test_none_is_no_number_on_the_map(graph: GraphView, outlines: Outlines) -> None:
    """A province without a seat on the list has its name alone, and the mark where sources differ, but never a 0."""
    areas = areas_of(where(graph, "State of Law"))
    none = [area for area in areas if area.status == "none"]
    assert {"Kirkuk", "Nineveh"} <= {area.name for area in none}
    areas = tuple(replace(area, marked=True) if area.name == "Nineveh" else area for area in areas)
    root = parsed(provinces(areas, outlines, "Map", "").inline())
    said = [node.text for node in having(root, "label")]
    assert {"Kirkuk", "Nineveh"} <= set(said)
    assert "0" not in said
    assert said[said.index("Nineveh") + 1] == "!"
    assert said[said.index("Baghdad") + 1] == "9"


def label_boxes(root: ET.Element) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """About where the words on a map stand."""
    for node in having(root, "label"):
        text, size = node.text or "", float(node.get("font-size", "0"))
        x, y, wide = float(node.get("x", "0")), float(node.get("y", "0")), text_width(text, size) / 2
        yield text, (x - wide, y - size * 0.7, x + wide, y)


def test_lists_of_the_same_size_are_striped(
    answers: tuple[Who, ...], slots: dict[str, int], outlines: Outlines
) -> None:
    """Where several lists are the largest the province has the stripes of all of them, and the words name them."""
    areas = {area.name: area for area in largest_areas(answers, slots)}
    muthanna, basra = areas["Muthanna"], areas["Basra"]
    assert (muthanna.status, len(muthanna.fills), muthanna.letters) == ("level", 3, "A=B=C")
    assert (basra.status, basra.words) == ("largest", "Tasmim Alliance 12 or 10 of 23")
    root = parsed(provinces([muthanna], outlines, "Map", "").inline())
    (group,) = [node for node in having(root, "province") if node.get("data-province") == muthanna.id]
    (pattern,) = [node for node in root.iter(f"{SVG}pattern") if f"url(#{node.get('id')})" == group.get("fill")]
    assert [bar.get("class") for bar in pattern] == list(muthanna.fills)


@pytest.mark.parametrize(("lead", "certain"), [(0, False), (1, False), (2, False), (3, True)])
def test_missing_seats_leave_the_largest_list_uncertain(short: Who, lead: int, certain: bool) -> None:
    """A lead that the two missing seats could level gives a province no colour, and is called not certain."""
    first, *rest = short.lists
    others = tuple(replace(item, seats=first.seats - lead, most=first.seats - lead) for item in rest)
    (area,) = largest_areas([replace(short, lists=(first, *others))], {})
    assert ("not certain: 2 not accounted for" in area.words) is not certain
    assert (area.status, len(area.fills), area.letters) == (("largest", 1, "A") if certain else ("unknown", 0, "?"))
    assert (area.seats is not None) is certain


@pytest.mark.parametrize(
    ("election", "names"),
    [
        ("iq-2025-representatives", {"Baghdad", "Duhok", "Erbil", "Najaf", "Sulaymaniyah"}),
        ("iq-2021-representatives", set[str]()),
        ("iq-2018-representatives", {"Duhok"}),
    ],
)
def test_few_known_seats_make_no_list_the_largest(graph: GraphView, election: str, names: set[str]) -> None:
    """Only provinces whose largest list the missing seats cannot change have its colour, on the map and in its key."""
    areas = largest_areas(councils(graph, election), {})
    assert {area.name for area in areas if area.fills} == names
    assert {area.status for area in areas if area.name not in names} == {"unknown"}


def test_disputed_seats_are_told_with_both_numbers(disputed: GraphView) -> None:
    """The half-circle draws the seats that are sure and says both numbers, on the dots, in the legend and in words."""
    answer = who(disputed, "Baghdad")
    nabni = wedges(answer, {})["nabni"]
    assert (len(having(nabni, "slash")), nabni.get("data-seats")) == (8, "8")
    assert nabni.get("aria-label") == "Nabni (We Build) Alliance (sources differ): 8 or 9 of 52 seats"
    assert "Nabni (We Build) Alliance (sources differ) 8 or 9;" in hemicycle(answer, {}).text
    said = [node.text for node in parsed(documents.council_document(answer, {})).iter(f"{SVG}text")]
    assert said.count("8 or 9") == 1


def test_a_reserved_seat_of_a_disputed_number_is_not_ringed(short: Who) -> None:
    """A list of one or two seats, some reserved, has none that is known to be."""
    first, second, *rest = short.lists
    answer = replace(short, lists=(first, replace(second, most=2, disputed=True), *rest))
    assert not having(wedges(answer, {})[second.id], "ring")
    assert "▣" not in who_text(answer)


def test_the_map_tells_where_sources_dispute_the_largest_list(disputed: GraphView, outlines: Outlines) -> None:
    """A number in dispute is a span, lists that may be the largest share the stripes, and a doubt is said as in who."""
    short = councils(disputed)
    answers = tuple(replace(answer, council_size=answer.accounted) for answer in short)
    areas = {area.name: area for area in largest_areas(answers, palette.slots(totals(answers)))}
    assert {name: (area.status, area.letters) for name, area in areas.items() if area.seats} == {
        "Anbar": ("largest", "A"),
        "Babil": ("largest", "B"),
        "Baghdad": ("open", "A/B"),
        "Karbala": ("level", "A=B"),
        "Muthanna": ("largest", "A"),
        "Najaf": ("largest", "A"),
        "Wasit": ("largest", "A"),
    }
    baghdad = areas["Baghdad"]
    assert (len(baghdad.fills), baghdad.seats, baghdad.most) == (2, 9, 9)
    assert baghdad.words.startswith("disputed: Nabni (We Build) Alliance 8 or 9 of 25, State of Law Coalition 9 of 25")
    assert areas["Babil"].words == "State of Law Coalition 10 to 12 of 15"
    certain = {answer.subject.candidate.name: answer.certain for answer in short if answer.leading}
    said = {area.name: area.words for area in largest_areas(short, {})}
    assert all(("not certain" in said[name]) is not sure for name, sure in certain.items())
    text = "".join(parsed(documents.largest_document(answers, {}, outlines)).itertext())
    assert "With a slash: sources dispute which." in text


def test_a_map_of_a_disputed_list_has_both_numbers(disputed: GraphView, outlines: Outlines) -> None:
    """The province says 8 or 9, with both shares, once on the map and once beside it."""
    answer = where(disputed, "Nabni")
    (baghdad,) = [area for area in areas_of(answer) if area.id == "IQ-BG"]
    assert baghdad.label == "Baghdad: 8 or 9 of 52 seats, 15.4% or 17.3% (sources differ)"
    said = [node.text for node in parsed(documents.where_document(answer, {}, outlines)).iter(f"{SVG}text")]
    assert "8 or 9 !" in said
    assert "8 or 9 of 52 seats, 15.4% or 17.3% !" in said
    assert "Baghdad 8 or 9," in "".join(parsed(multiples([answer], {}, None).inline()).itertext())


def test_a_province_without_an_outline_is_told_in_words(graph: GraphView, outlines: Outlines) -> None:
    """What the map lacks is in the table and in a line of its own, and an outline that nobody asks for says so."""
    answer = where(graph, "State of Law")
    fewer = replace(outlines, shapes=tuple(shape for shape in outlines.shapes if shape.id != "IQ-BG"))
    assert [area.name for area in unplaced(areas_of(answer), fewer)] == ["Baghdad"]
    said = "".join(parsed(documents.where_document(answer, {}, fewer)).itertext())
    assert "Without an outline in the map: Baghdad: 9 of 52 seats, 17.3%." in said
    alone = replace(answer, provinces=answer.provinces[:1], no_vote=())
    assert "Anbar: not in the data" in provinces(areas_of(alone), outlines, "Map", "").body


def test_own_and_led_seats_are_told_apart(graph: GraphView) -> None:
    """A party that also leads lists has them named beside their seats."""
    areas = {area.name: area.words for area in areas_of(where(graph, "PUK"))}
    assert areas["Kirkuk"] == "5 of 16 seats, 31.3% (Kirkuk Our Strength and Our Will Coalition)"
    assert areas["Diyala"] == "1 of 15 seats, 6.7%"


def test_the_largest_lists_side_by_side(graph: GraphView, answers: tuple[Who, ...], outlines: Outlines) -> None:
    """Each of the eight has its name, its seats and a map of all provinces; without a map the councils in words."""
    found = [where(graph, id) for id in list(totals(answers))[:8]]
    root = parsed(multiples(found, {}, outlines).inline())
    cells = [node for node in root.iter(f"{SVG}g") if node.get("role") == "img"]
    assert [cell.get("aria-label") for cell in cells][:2] == [
        "Nabni (We Build) Alliance: 43 seats in 10 councils",
        "State of Law Coalition: 35 seats in 10 councils",
    ]
    assert [len(list(cell.iter(f"{SVG}use"))) for cell in cells] == [18] * 8
    known = {node.get("id") for node in root.iter()}
    assert all((node.get("href") or "")[1:] in known for node in root.iter(f"{SVG}use"))
    one = parsed(multiples([replace(found[0], total=1)], {}, outlines).inline())
    assert "Nabni (We Build) Alliance: 1 seat in 10 councils" in "".join(one.itertext())
    assert "Anbar 6" in "".join(parsed(multiples(found, {}, None).inline()).itertext())


# --- Where the map comes from -------------------------------------------------------------------------


def square(id: str, west: float) -> dict[str, object]:
    """A province of one degree."""
    ring = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]
    return {"properties": {"iso_3166_2": id}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_neighbours_keep_their_common_border(tmp_path: Path) -> None:
    """Points are rounded alike for all provinces, and several polygons make one province."""
    both = {"type": "MultiPolygon", "coordinates": [square("b", 1)["geometry"]["coordinates"]]}  # type: ignore[index]
    features = [square("a", 0), {"properties": {"iso_3166_2": "b"}, "geometry": both}]
    (tmp_path / "map.geojson").write_text(json.dumps({"features": features}), encoding="utf-8")
    found = read_outlines(tmp_path)
    assert found is not None
    assert [shape.path for shape in found.shapes] == [
        "M0 320l320 0 0 -320 -320 0 0 320z",
        "M320 320l320 0 0 -320 -320 0 0 320z",
    ]
    assert (found.width, found.height, found.source) == (640, 320, "")
    assert found.shapes[0].spots[0].x == pytest.approx(160, abs=1)


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"features": []}', '{"features": [{"properties": {}}]}',
     json.dumps({"features": [square("a", 0) | {"geometry": {"type": "Point", "coordinates": [0, 0]}}]}),
     json.dumps({"features": [square("a", float("nan"))]}), json.dumps({"features": [square("a", float("inf"))]}),
     json.dumps({"features": [square("a", 1e300)]}), json.dumps({"features": [square("a", 0)], "metadata": [1]}),
     "[" * 100_000, '{"features": ' + "[" * 100_000, "3", '{"features": [null]}', '{"features": [{"properties": []}]}',
     json.dumps({"features": [square("a", 0) | {"geometry": None}]}),
     json.dumps({"features": [square("a", 0) | {"geometry": {"type": ["Polygon"], "coordinates": []}}]}),
     json.dumps({"features": [square("a", 0) | {"geometry": {"type": "Polygon", "coordinates": {"a": 1}}}]}),
     json.dumps({"features": [square("a", 0) | {"geometry": {"type": "Polygon", "coordinates": [[[True, 1]]]}}]}),
     json.dumps({"features": [square(str(west), west / 1000) for west in range(20_001)]}),
     '{"features": [{"properties": {"iso_3166_2": "a"}, "geometry": ' + "9" * 5000 + "}]}"],
    ids=["half", "list", "empty", "no id", "point", "no number", "endless", "far", "metadata", "deep", "deep inside",
         "number", "null", "no properties", "no geometry", "type", "coordinates", "truth", "many points", "digits"],
)  # fmt: skip
def test_a_damaged_map_says_which_file_is_wrong(tmp_path: Path, text: str) -> None:
    """A map that cannot be read is an error with its file and what to do."""
    (tmp_path / "map.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=re.escape(str(tmp_path / "map.geojson"))):
        read_outlines(tmp_path)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b'{"features": [\n3,,', "line 2: this map is no JSON"),
        (b"\xff\xfe" + b"x" * 9000, "this is not UTF-8 text. Save"),
        (json.dumps({"features": [square("a", 0), 3]}).encode(), "feature 2 of this map: it is no object"),
        (json.dumps({"features": [square("a", 0) | {"geometry": 7}]}).encode(), "feature 1 of this map: its geometry"),
    ],
)
def test_a_damaged_map_says_where_it_is_wrong(tmp_path: Path, written: bytes, says: str) -> None:
    """The line, or the feature, is named in words, and none of the file's bytes are poured out."""
    (tmp_path / "map.geojson").write_bytes(written)
    with pytest.raises(DocumentError) as caught:
        read_outlines(tmp_path)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 400 + len(str(tmp_path))


def test_check_reads_the_map(tmp_path: Path) -> None:
    """`majlis check` says of a map that cannot be read what the pictures would say of it."""
    folder = tmp_path / "data"
    shutil.copytree(COUNTRIES / "two_blocs", folder)
    assert run_here("check", "--data", folder).returncode == 0
    (folder / "map.geojson").write_text('{"features": [NaN]}', encoding="utf-8")
    done = run_here("check", "--data", folder)
    assert done.returncode == DocumentError.exit_code
    assert "map.geojson: this map cannot be read" in done.stderr


def test_without_a_map_the_provinces_are_told_in_words(graph: GraphView) -> None:
    """A data folder without a map, or with that of another country, gives a table and says why."""
    elsewhere = Path(__file__).parent / "elsewhere"
    text, notes = picture_of(graph, "map", "State of Law", data=elsewhere)
    said = "".join(parsed(text).itertext())
    assert "Baghdad" in said and "9 of 52 seats" in said and "No map: " in said
    assert "there is no map file" in notes[0] and str(elsewhere / "map.geojson") in notes[0]
    assert map_of({"EM-AS"})[0] is None
    assert "this map has none of these provinces" in map_of({"EM-AS"})[1][0]


# --- Files --------------------------------------------------------------------------------------------


def all_documents(graph: GraphView) -> list[str]:
    """One file of each kind."""
    asked = [("council", "Baghdad"), ("council", "Erbil"), ("map", "State of Law"), ("map", ""), ("multiples", "")]
    return [picture_of(graph, picture, name)[0] for picture, name in asked]


def test_files_are_whole_and_ask_for_nothing(graph: GraphView) -> None:
    """Valid XML with a title, a description, a source and the map's licence; no script, no address to load."""
    for text in all_documents(graph):
        root = parsed(text)
        assert root.get("role") == "img"
        named = {node.get("id"): "".join(node.itertext()) for node in root.iter()}
        assert named[root.get("aria-labelledby")] and named[root.get("aria-describedby")]
        said = "".join(root.itertext())
        assert "Source: " in said and "data version" in said and "18 Dec 2023" in said
        assert ("MIT" in said) == bool(having(root, "border"))
        assert not list(root.iter(f"{SVG}script")) + list(root.iter(f"{SVG}image"))
        links = [value for node in root.iter() for key, value in node.attrib.items() if key.endswith("href")]
        assert all(link.startswith("#") for link in links)
        assert "@import" not in text and not re.search(r"url\((?!#)", text)
        ids = [node.get("id") for node in root.iter() if node.get("id")]
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([^)]*)\)", text)) <= set(ids)


def test_two_runs_give_the_same_bytes(graph: GraphView) -> None:
    """Nothing in a picture depends on when or in which order it is drawn."""
    assert all_documents(graph) == all_documents(graph)


def test_nothing_is_drawn_outside_the_paper(graph: GraphView) -> None:
    """Every line of text begins and ends on the paper, by the widths that the layout assumes."""
    for text in all_documents(graph):
        root = parsed(text)
        width = float(root.get("width", "0"))
        for x, node in placed(root):
            size, said = float(node.get("font-size", "0")), node.text or ""
            css = node.get("class", "").split()
            wide = text_width(said, size)
            left = x - wide if "end" in css else x - wide / 2 if "middle" in css else x
            assert left >= 0 and left + wide <= width, said


def placed(root: ET.Element, x: float = 0) -> Iterator[tuple[float, ET.Element]]:
    """Each text with where it stands, moved as its groups are."""
    for node in root:
        moved = re.match(r"translate\(([-\d.]+) ", node.get("transform", ""))
        at = x + float(moved[1]) if moved else x
        if node.tag == f"{SVG}text":
            yield at + float(node.get("x", "0")), node
        yield from placed(node, at)


def test_hostile_names_stay_text(graph: GraphView, colours: palette.Colours, outlines: Outlines) -> None:
    """Markup, control codes and marks that turn a line are shown or replaced, and never become part of the picture."""
    council, answer = who(graph, "Baghdad"), where(graph, "State of Law")
    evil = replace(council.subject, candidate=council.subject.candidate._replace(name=HOSTILE))
    lists = tuple(replace(item, name=HOSTILE, reserved_for=HOSTILE) for item in council.lists)
    source = tuple(
        replace(item, title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}") for item in answer.sources
    )
    named = tuple(replace(item, name=HOSTILE) for item in answer.provinces)
    asked = replace(answer.subject, candidate=answer.subject.candidate._replace(name=HOSTILE))
    dark = replace(
        outlines, source=HOSTILE, note=HOSTILE, shapes=tuple(replace(s, name=HOSTILE) for s in outlines.shapes)
    )
    whole = replace(
        answer,
        provinces=named,
        subject=asked,
        sources=source,
        notes=(Note("unregistered", {"text": HOSTILE, "seats": 1, "locator": HOSTILE}),),
    )
    hurt = replace(
        council,
        subject=evil,
        lists=lists,
        sources=source,
        notes=(Note("unregistered", {"text": HOSTILE, "seats": 1, "locator": HOSTILE}),),
    )
    for text in (
        documents.council_document(hurt, colours),
        documents.where_document(whole, {}, dark),
        documents.largest_document([hurt], colours, dark),
        documents.multiples_document([whole], {}, dark),
        documents.multiples_document([whole], {}, None),
    ):
        root = parsed(text)
        assert not [node for node in root.iter() if node.tag in {f"{SVG}script", f"{SVG}img"}]
        assert not re.search("[\x00-\x08\x1b\u202e]", text)
        assert "onerror=alert(1)>" in "".join(root.itertext())
        assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]


@pytest.mark.parametrize("text", ["", "a", "State of Law", "https://" + "x" * 500, "دولة القانون " * 30, "WWW " * 40])
def test_text_is_broken_to_fit(text: str) -> None:
    """No line is wider than asked, and none loses a letter unless lines are counted."""
    broken = lines(text, 12, 200)
    assert all(text_width(line, 12) <= 200 for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(text_width(line, 12) <= 200 for line in lines(text, 12, 200, 2))
    assert len(lines(text, 12, 200, 2)) <= 2
    assert text_width(fit(text, 12, 50), 12) <= 50


# --- The command and the terminal ---------------------------------------------------------------------


def show(*words: str) -> Ran:
    """The command."""
    return run_here("show", *words)


@pytest.mark.parametrize("words", [["council", "Babil"], ["map"], ["map", "State", "of", "Law"], ["multiples"]])
def test_show_writes_a_picture(words: list[str], tmp_path: Path) -> None:
    """The file and standard output hold the same picture, and nothing else is printed."""
    target = tmp_path / "picture.svg"
    printed, written = show("--svg", *words), show("--svg", *words, "-o", str(target))
    assert (printed.returncode, written.returncode, written.stdout) == (0, 0, "")
    assert target.read_text(encoding="utf-8") == printed.stdout
    assert parsed(printed.stdout).tag == f"{SVG}svg"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["council"], 2, "Name a province"),
        (["multiples", "Nabni"], 2, "takes no name"),
        (["council", "Atlantis"], 1, "no name 'Atlantis' is known"),
        (["map", "Baghdad"], 1, "is a province"),
        (["map", "-o", "no/such/folder/map.svg"], 4, "cannot be written"),
        (["council", "Baghdad", "-o", "no/b.png"], 2, "no .png file. Name one that ends in .svg"),
    ],
)
def test_show_says_what_it_cannot_draw(words: list[str], code: int, said: str) -> None:
    """Too few or too many names, unknown ones, and files that cannot be written end with their own codes."""
    done = show("--svg", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_without_seats_there_are_no_largest_lists(tmp_path: Path) -> None:
    """A registry without a result has nothing to show side by side, which is said; the map of it is drawn."""
    empty, folder = str(tmp_path / "empty.kgl"), str(Path(__file__).parent / "elsewhere")
    graphs.build(Path(folder), only=True, to=empty)
    done = show("--svg", "multiples", "--graph", empty)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no list of this election has a seat" in done.stderr
    assert "Traceback" not in done.stderr
    assert show("--svg", "map", "--graph", empty).returncode == 0


def test_picture_errors_are_ours(graph: GraphView) -> None:
    """From Python the same mistakes raise the errors of the package."""
    with pytest.raises(UsageError):
        picture_of(graph, "council", "")
    with pytest.raises(CannotAnswerError):
        picture_of(graph, "map", "Nobody at all")


def test_a_council_is_a_row_of_blocks(graph: GraphView, short: Who) -> None:
    """One block a seat in the order of the table, lists apart, a bar after the majority, hollow what is missing."""
    assert "\n■■■■■■■| ■■ ■■ ■ ■\n" in who_text(who(graph, "Karbala"))
    assert "\n■■■■■ ▣ ■■ ■|■ ■■ ■ ■ □□\n" in who_text(short)
    baghdad = who_text(who(graph, "Baghdad"))
    assert (baghdad.count("■") + baghdad.count("▣"), baghdad.count("▣")) == (52, 3)
    assert "■" not in who_text(who(graph, "Erbil"))


def test_blocks_fall_back_where_letters_are_lacking(short: Who, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output without these letters gets plain marks, as telling as the blocks."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    text = who_text(short)
    assert "\n##### @ ## #|# ## # # ..\n" in text
    assert not set(text) & set("■▣□")


def test_a_wide_council_is_broken_into_lines(short: Who) -> None:
    """A council of 400 seats keeps within the width of the terminal and loses no seat."""
    many = replace(short, lists=(replace(short.lists[0], seats=400),), council_size=400, accounted=400)
    rows = [line for line in who_text(many).split("\n") if set(line) <= set("■|") and line]
    assert sum(line.count("■") for line in rows) == 400
    assert max(map(len, rows)) <= 80


def test_a_councils_file_says_where_sources_differ(graph: GraphView) -> None:
    """A list whose seats or place a source tells otherwise is named under the picture."""
    text = documents.council_document(who(graph, "Basra"), {})
    assert "Sources differ on the seats of Tasmim Alliance." in text
