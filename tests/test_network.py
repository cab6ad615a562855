"""The network of an election: who is in it, where the names stand, in which colours, and the pictures of it."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.kinds import Kind
from majlis.network import colours as list_colours
from majlis.network import kept, placing
from majlis.network.colours import big_of
from majlis.network.geometry import outer_rings, overlap, simplified, strikes, to_segment, touches
from majlis.network.layouts import layout, stages
from majlis.network.make import scenes
from majlis.network.model import SCALE, SHAPES, Network, Node, Stages, radius
from majlis.network.placing import Placing
from majlis.network.routes import Line, routes
from majlis.network.scene import Scene
from majlis.network.view import country_of, majorities, network, power_of
from majlis.pictures.card import network_card, where_card, who_card, words_card
from majlis.pictures.network.drawing import Drawing
from majlis.pictures.network.file import ElectionNetwork
from majlis.pictures.outlines import Outlines, read_outlines
from majlis.pictures.png import png
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .command import Ran, run_here
from .made import country

E23, HOUSE25, KRG24, E13 = (
    "iq-2023-governorates",
    "iq-2025-representatives",
    "iq-krg-2024-parliament",
    "iq-2013-governorates",
)
LOOKED_AT = (E23, HOUSE25, KRG24, E13)
Drawn = Callable[[str], Network]


@pytest.fixture(scope="module")
def outlines(data: Path) -> Outlines:
    """The shipped map."""
    found = read_outlines(data)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def shipped(graph: GraphView) -> Mapping[str, Scene]:
    """What each shipped election is laid out from."""
    return scenes(graph)


@pytest.fixture(scope="module")
def drawn(graph: GraphView, outlines: Outlines) -> Drawn:
    """The network of a shipped election, each made once."""
    found: dict[str, Network] = {}

    def make(id: str) -> Network:
        if id not in found:
            at = graph.election(id)
            alone = majorities(power_of(graph, at), at)
            found[id] = network(graph, at, outlines, list_colours.colours_of(graph), Placing(graph), alone)
        return found[id]

    return make


def laid_out(graph: GraphView, id: str, outlines: Outlines | None = None) -> Network:
    """The network of an election of a made country."""
    at = graph.election(id)
    return network(graph, at, outlines, {}, lambda scene, _: stages(scene, {}), majorities(power_of(graph, at), at))


def by_id(found: Network) -> dict[str, Node]:
    """The names of a network."""
    return {node.id: node for node in found.nodes}


# --- What ships ---------------------------------------------------------------------------------------


def test_the_shipped_colours_are_those_of_the_data() -> None:
    """The colours in the package were searched for these lists by this code; else run `make layouts`."""
    from majlis.data import data_folder
    from majlis.graphs.build import build

    lists = list_colours.lists_in(GraphView(build(data_folder()).store))
    assert kept.shipped(list_colours.NAME, list_colours.key_of(lists)), "out of date: run `make layouts`"


def test_the_shipped_layouts_are_those_of_the_data(shipped: Mapping[str, Scene]) -> None:
    """The layouts in the package were made of these elections by this code; else run `make layouts`."""
    stale = [id for id, scene in shipped.items() if not kept.shipped(id, placing.key_of(scene))]
    assert not stale, f"out of date: {', '.join(stale)}: run `make layouts`"
    files = {path.stem for path in kept.SHIPPED.glob("*.json")}
    assert files == {*shipped, list_colours.NAME}


def test_a_shipped_layout_is_what_the_code_makes(shipped: Mapping[str, Scene]) -> None:
    """Made anew, the layout of the smallest election has the same bytes as the one in the package."""
    id = "iq-krg-2013-parliament"
    text = kept.text_of(placing.key_of(shipped[id]), placing.made(shipped[id], {}))
    assert text == kept.shipped_file(id).read_text(encoding="utf-8")


# --- Where names stand --------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_no_two_discs_overlap_in_any_election(shipped: Mapping[str, Scene], drawn: Drawn, shape: str) -> None:
    """Lists, leaders and the rings of councils each have a place of their own on every stage."""
    for id in shipped:
        found, nodes = drawn(id), by_id(drawn(id))
        at = found.layouts[shape]
        meeting = [
            (a, b) for a, b in combinations(sorted(at), 2) if math.dist(at[a], at[b]) < nodes[a].r + nodes[b].r - 0.1
        ]
        assert meeting == [], f"{id}, {shape}"


@pytest.mark.parametrize("shape", SHAPES)
def test_councils_keep_their_order_in_the_country(graph: GraphView, outlines: Outlines, shape: str) -> None:
    """What lies north or west of another stands above or left of it, however the country is stretched."""
    there = country_of(graph, outlines)
    at = there.stretched(shape)
    for a, b in combinations(there.places, 2):
        (lon_a, lat_a), (lon_b, lat_b) = there.places[a], there.places[b]
        assert (at[a][0] - at[b][0]) * (lon_a - lon_b) >= 0
        assert (at[a][1] - at[b][1]) * (lat_a - lat_b) <= 0


def test_councils_stand_on_the_land(drawn: Drawn) -> None:
    """Every council lies inside the one ring that is the country's outline."""
    found = drawn(E23)
    for shape in SHAPES:
        (ring,) = found.land[shape]
        line = list(zip(ring[::2], ring[1::2], strict=True))
        for node in found.nodes:
            if node.kind == Kind.PROVINCE:
                x, y = found.layouts[shape][node.id]
                crossed = sum(
                    (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                    for a, b in zip(line, [*line[1:], line[0]], strict=True)
                )
                assert crossed % 2, f"{node.id}, {shape}"


def test_one_seat_has_one_area_everywhere(drawn: Drawn) -> None:
    """Discs of lists and rings of councils and houses follow one rule, without a least size."""
    for id in LOOKED_AT:
        sized = [node for node in drawn(id).nodes if node.seats]
        assert all(node.r == round(SCALE * math.sqrt(node.seats or 0), 1) for node in sized)
    assert radius(0) == 0
    assert by_id(drawn(HOUSE25))["iq-council-of-representatives"].r == round(SCALE * math.sqrt(329), 1)


def test_lists_travel_from_one_election_to_the_next(shipped: Mapping[str, Scene]) -> None:
    """Started from an earlier layout, lists stay nearer to where they were than without it."""
    scene = shipped[E23]
    first = layout(scene, "wide", {})
    moved = {id: (x + 60.0, y - 30.0) for id, (x, y) in first.items()}
    again = layout(scene, "wide", moved)
    wide = [id for id, held in scene.seats.items() if len(held) > 1]
    assert wide
    assert sum(math.dist(again[id], moved[id]) for id in wide) < sum(math.dist(first[id], moved[id]) for id in wide)


def test_a_house_stands_in_the_middle_with_its_lists_in_order(drawn: Drawn) -> None:
    """The ring of all seats is in the middle, named lists follow each other around it by seats, and stand nearer
    than any constituency in their direction.
    """
    found, nodes = drawn(HOUSE25), by_id(drawn(HOUSE25))
    house = found.body or ""
    assert nodes[house].seats == 329
    for at in found.layouts.values():
        assert at[house] == (0.0, 0.0)
        named = [node for node in found.nodes if node.named and node.list == node.id]
        order = sorted(named, key=lambda node: (-(node.seats or 0), node.id))
        turns = [(math.atan2(at[node.id][1], at[node.id][0]) + math.pi / 2) % (2 * math.pi) for node in order]
        assert sum(b < a for a, b in pairwise(turns)) <= 1  # once around


def test_no_small_list_lies_on_the_tie_of_a_large_one(drawn: Drawn) -> None:
    """Around a house the grey marks keep off the ties of the lists that are named."""
    for id in ("iq-2025-representatives", "iq-2018-representatives", "iq-2014-representatives"):
        found = drawn(id)
        at = found.layouts["wide"]
        lists = [node for node in found.nodes if node.list == node.id and node.seats and node.id in at]
        for small in (node for node in lists if not node.named):
            for node in (node for node in lists if node.named):
                assert to_segment(at[small.id], at[node.id], (0.0, 0.0)) > small.r, (id, small.label, node.label)


def test_a_house_without_constituencies_is_drawn_alone(drawn: Drawn) -> None:
    """Where nobody knows in which province seats were won, no province is on the stage."""
    found = drawn("iq-krg-2018-parliament")
    assert not [node for node in found.nodes if node.kind == Kind.PROVINCE and node.core]
    assert sum(tie.seats or 0 for tie in found.ties if tie.type == "WON_IN_ALL") == 110


# --- What is in it ------------------------------------------------------------------------------------


def test_the_overview_shows_large_lists_their_leaders_and_who_boycotted(drawn: Drawn) -> None:
    """At rest: 15 rings, 18 lists by name, their leaders by surname, al-Sadr apart, the other lists as small marks."""
    found, nodes = drawn(E23), by_id(drawn(E23))
    rest = [node for node in found.nodes if node.rest]
    rings = [node for node in rest if node.kind == Kind.PROVINCE and node.seats]
    lists = [node for node in rest if node.list == node.id]
    named = [node for node in lists if node.named]
    assert (len(rings), len(lists), len(named), sum(node.seats or 0 for node in named)) == (15, 54, 18, 226)
    assert (nodes["nouri-al-maliki"].surname, nodes["nouri-al-maliki"].list) == ("Maliki", "state-of-law")
    assert nodes["muqtada-al-sadr"].absent == "boycotted"
    assert [node.absent for node in rest if node.kind == Kind.PROVINCE and not node.seats] == ["held_no_vote"] * 3
    surnames = [node.surname for node in rest if node.kind == Kind.FIGURE and node.named and not node.seats]
    assert len(surnames) == len(set(surnames))
    assert found.alone == {"IQ-BA": "tasmim", "IQ-KA": "ibdaa-karbala"}


def test_ties_at_rest_are_those_of_three_seats_and_more(drawn: Drawn) -> None:
    """The rings carry every seat; of the ties only broad ones are drawn, and those of who leads a named list."""
    found = drawn(E23)
    seats = [tie for tie in found.ties if tie.type == "HOLDS_SEATS"]
    assert sum(tie.seats or 0 for tie in seats) == 285
    assert [tie.seats or 0 for tie in seats if tie.rest] == [tie.seats or 0 for tie in seats if (tie.seats or 0) >= 3]
    led = {tie.end for tie in found.ties if tie.type == "LEADS" and tie.rest}
    assert led <= {node.id for node in found.nodes if node.named}
    assert not [tie for tie in drawn(HOUSE25).ties if tie.type == "HOLDS_SEATS" and tie.rest]


@pytest.mark.parametrize(
    ("seats", "big"),
    [((43, 35, 24, 5, 4, 1), 5), ((3, 2, 2, 1), 2), ((1, 1, 1), 1), (tuple(range(100, 40, -1)), 77), ((), 5)],
)
def test_lists_named_at_rest_hold_half_of_the_seats_and_can_be_told_apart(seats: tuple[int, ...], big: int) -> None:
    """Five seats and more; fewer where those hold less than half of all, more where they would be over 24."""
    assert big_of({f"list-{at}": number for at, number in enumerate(seats)}) == big


def test_who_boycotted_has_the_first_frame(shipped: Mapping[str, Scene]) -> None:
    """Places beside the stage are few: a boycott comes before a figure that did not stand."""
    assert shipped["iq-2023-governorates"].apart[0] == "muqtada-al-sadr"


# --- Other countries ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["two_elections", "house_and_councils", "two_countries", "two_blocs"])
def test_any_country_is_laid_out_without_a_map(name: str) -> None:
    """A made country has a layout for each election and stage, no two discs overlapping, and no land."""
    graph = country(name)
    for election in graph.elections:
        found = laid_out(graph, election.id)
        nodes = by_id(found)
        assert {node.id for node in found.nodes if node.seats and node.rest} <= set(found.layouts["wide"])
        assert not any(found.land.values())
        for at in found.layouts.values():
            assert all(math.dist(at[a], at[b]) >= nodes[a].r + nodes[b].r - 0.1 for a, b in combinations(sorted(at), 2))


def test_a_users_layout_is_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first use tells that names are placed and keeps them, the second reads them; damaged ones are made anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    graph, told = country("two_elections"), list[str]()

    def ask() -> Stages:
        placed: list[Stages] = []
        place = Placing(graph, told.append)

        def remember(scene: Scene, at: object) -> Stages:
            placed.append(place(scene, at))  # type: ignore[arg-type]  # an election
            return placed[-1]

        network(graph, "e-2022", None, {}, remember, {})
        return placed[-1]

    first = ask()
    assert [text.split(",")[0] for text in told] == [
        "placing the names of Councils 2018",
        "placing the names of Councils 2022",
    ]
    assert ask() == first
    assert len(told) == 2
    for file in tmp_path.glob("majlis/network-e-2022-*.kept"):
        file.write_text("{", encoding="utf-8")
    assert ask() == first
    assert len(told) == 3


# --- Geometry -----------------------------------------------------------------------------------------


def test_borders_between_neighbours_cancel() -> None:
    """Two squares side by side have one outline, in whatever direction each is drawn."""
    left, right = [(0, 0), (1, 0), (1, 1), (0, 1)], [(1, 0), (1, 1), (2, 1), (2, 0)]
    (ring,) = outer_rings([left, right])
    assert len(ring) == 7
    assert (ring[0], set(ring)) == (ring[-1], {*left, *right})


def test_lines_are_simplified_and_boxes_are_met() -> None:
    """Points on a straight line go, corners stay; a segment, a disc and a box meet a box or do not."""
    assert simplified([(0, 0), (1, 0.01), (2, 0), (2, 2)], 0.1) == ((0, 0), (2, 0), (2, 2))
    assert strikes((0, 0, 1, 1), (-1, 0.5), (2, 0.5))
    assert not strikes((0, 0, 1, 1), (-1, 2), (2, 2))
    assert touches((0, 0, 1, 1), 1.5, 0.5, 0.6)
    assert not touches((0, 0, 1, 1), 2, 2, 1)
    assert overlap((0, 0, 2, 2), (1, 1, 3, 3))
    assert not overlap((0, 0, 1, 1), (1, 0, 2, 1))


def test_a_tie_bends_around_what_is_not_its_own() -> None:
    """A disc in the way is passed at a side; where there is none the tie is straight."""
    line = Line("a", "b", 2.0, slot=False)
    ends = [("a", 0.0, 0.0, 10.0), ("b", 300.0, 0.0, 10.0)]
    straight = routes([line], ends)[line]
    assert max(abs(y) for _, y in straight.samples()) < 0.01
    around = routes([line], [*ends, ("c", 150.0, 0.0, 20.0)])[line]
    assert not around.under
    assert min(math.dist(point, (150.0, 0.0)) for point in around.samples(48)) > 20


# --- Pictures -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("id", LOOKED_AT)
def test_no_name_overlaps_another_or_a_foreign_disc(drawn: Drawn, id: str, shape: str) -> None:
    """Every list and council that is named at rest has its name: none on another, none on a large disc."""
    drawing = Drawing(drawn(id), shape)
    names, inside = drawing.names()
    boxes = [*(name.box for name in names), *(box for box, _ in drawing.boxes_aside())]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    large = [disc for disc in drawing.discs if drawing.nodes[disc[0]].named]
    assert not [
        (name.name.id, disc[0])
        for name in names
        for disc in large
        if disc[0] != name.name.id and touches(name.box, *disc[1:3], disc[3] - 0.5)
    ]
    said = {name.name.id for name in names}
    unsaid = [node for node in drawing.nodes.values() if node.named and node.id not in said]
    assert all(f">{node.seats}<" in inside for node in unsaid if node.seats)
    assert not [node.id for node in unsaid if not node.seats and not node.absent]


def test_few_ties_of_the_overview_pass_behind_a_foreign_disc(drawn: Drawn) -> None:
    """At most two ties of the overview run behind a named disc that is not theirs; none could be led around."""
    drawing = Drawing(drawn(E23), "wide")
    under = [id for line, tie in drawing.ties.items() if tie.seats for id in drawing.routes[line].under]
    assert sum(drawing.nodes[id].named for id in under) <= 2


def test_a_council_of_unknown_size_has_the_seats_that_are_known(drawn: Drawn) -> None:
    """Its ring has these and no more, and says that they are at least so many; of nothing known it says "?"."""
    then, later, now = (by_id(drawn(f"iq-{year}-representatives")) for year in (2018, 2021, 2025))
    nodes = (then["IQ-BG"], then["IQ-DA"], now["IQ-BG"], later["IQ-BA"])
    found = [(node.seats, node.marks, node.size) for node in nodes]
    assert found == [(None, 55, "55+"), (12, 12, "12"), (71, 71, "71"), (None, None, "?")]
    voted = [node for id in ("iq-2018-representatives", "iq-2014-representatives") for node in drawn(id).nodes]
    assert all(node.size for node in voted if node.kind == "province" and node.core)
    assert not any(node.size for node in drawn("iq-2023-governorates").nodes if node.absent)


def test_a_ring_has_a_mark_for_every_seat(drawn: Drawn) -> None:
    """The marks of a council are its seats, those of each list together in its colour or the grey of small ones."""
    drawing = Drawing(drawn(E23), "wide")
    for node in drawing.nodes.values():
        if node.kind == Kind.PROVINCE and node.seats:
            assert drawing.ring(node).count("A") == node.seats
            ends = sorted(drawing.marks(node).values())
            assert all(b[0] >= a[1] - 1e-9 for a, b in pairwise(ends))


@pytest.fixture
def show(tmp_path: Path, graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """`majlis show` on the shipped graph."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: run_here("show", *words, "--graph", str(graph_file))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["network", "--election", E23], "54 lists; one alone has a majority only in Basra and Karbala"),
        (["network", "--election", HOUSE25], "44 lists; no two together have a majority"),
        (["network", "--election", KRG24], "9 lists; none has a majority alone, 2 pairs of lists have it together"),
        (["history", "KDP"], "Kurdistan Democratic Party: seats through the elections"),
        (["history"], "Seats through the elections"),
    ],
)
def test_a_picture_says_what_it_shows_and_where_it_comes_from(
    show: Callable[..., Ran], words: list[str], said: str
) -> None:
    """Network and history are whole files: the finding as title, a description, the data's version."""
    done = show("--svg", *words)
    root = ET.fromstring(done.stdout)  # noqa: S314 - it is ours
    text = " ".join("".join(root.itertext()).split())
    assert said in text
    assert "Majlis, data version" in text
    assert root.findtext("{http://www.w3.org/2000/svg}desc")


def test_a_picture_can_be_a_png(show: Callable[..., Ran], tmp_path: Path) -> None:
    """--png writes the same picture with twice as many pixels as units; an ending of another kind is refused."""
    assert show("--png", "council", "Baghdad", "-o", "b.png").returncode == 0
    content = (tmp_path / "b.png").read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", content[16:20])[0] == 2 * 688
    refused = show("--png", "council", "Baghdad", "-o", "b.svg")
    assert (refused.returncode, "no .svg file. Name one that ends in .png" in refused.stderr) == (2, True)
    assert show("--png", "map", "--svg", "map").returncode == 2
    assert "takes no name" in show("--svg", "network", "Baghdad").stderr


def test_a_card_has_the_size_that_sites_ask_for(graph: GraphView, outlines: Outlines, drawn: Drawn) -> None:
    """A card is 1200 x 630: the answer, its picture, the strongest source, the data's version."""
    held, council = where(graph, "State of Law", E23), who(graph, "Baghdad", E23)
    at = graph.election(E23)
    shown = ElectionNetwork(at, drawn(E23), power_of(graph, at), [council])
    for text, said in (
        (where_card(held, {}, outlines), "35 of 285"),
        (who_card(council, list_colours.colours_of(graph)), "Baghdad"),
        (network_card(shown, graph.data_version), "54 lists"),
        (words_card("Nobody knows.", "today", (), graph.data_version), "Nobody knows."),
    ):
        root = ET.fromstring(text)  # noqa: S314 - it is ours
        assert (root.get("width"), root.get("height")) == ("1200", "630")
        told = " ".join("".join(root.itertext()).split())
        assert said in told
        assert graph.data_version in told
    assert struct.unpack(">II", png(text, 1200)[16:24]) == (1200, 630)


def test_a_png_sets_arabic_in_a_font_that_has_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a font lacks letters the renderer takes any that has them, bold or not; other lines keep their own font."""
    rendered: list[str] = []
    monkeypatch.setattr("resvg_py.svg_to_bytes", lambda svg_string, **_: rendered.append(svg_string))
    texts = '<text x="1">\u2067مجلس بغداد\u2069</text><text x="2">Baghdad</text>'
    png(f'<svg xmlns="http://www.w3.org/2000/svg">{texts}</svg>')
    ours, other = ET.fromstring(rendered[0])  # noqa: S314 - it is ours
    assert "font-family" in ours.get("style", "")
    assert (ours.get("x"), dict(other.attrib)) == ("1", {"x": "2"})
