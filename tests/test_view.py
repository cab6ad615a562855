"""What the page shows, without a browser: the model, its layouts, and the file that is made of it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from graph.decide import decide
from graph.errors import UsageError
from graph.kinds import Kind
from graph.lexicon import Name
from graph.model import Knowledge
from graph.stores.protocol import Row
from majlis.page import answers
from majlis.page.files import page_of
from majlis.page.model import ViewModel
from majlis.page.page import embedded, page, policy, script, scripts
from majlis.page.parts import Parts
from majlis.page.places import by_place
from majlis.pictures.outlines import read_outlines
from majlis.wording.forms import ENGLISH
from majlis.wording.where import cell_words
from queries.view import GraphView
from queries.where import where

from .command import Run, run_here
from .made import asked, country, nowhere, shown


@pytest.fixture(scope="module")
def model(graph: GraphView, data: Path) -> ViewModel:
    """What the page shows of the shipped data."""
    return shown(graph, outlines=read_outlines(data))


COUNCILS = "iq-2023-governorates"


@pytest.fixture(scope="module")
def parts(graph: GraphView, data: Path) -> Parts:
    """The parts of the page about one election."""
    return Parts(graph, COUNCILS, outlines=read_outlines(data))


@pytest.fixture(scope="module")
def html(graph: GraphView) -> str:
    """The page of one election of the shipped data."""
    return page_of(graph, election=COUNCILS)[0]


# --- The model -----------------------------------------------------------------------------------------------


def test_every_cell_is_the_answer_that_where_gives(graph: GraphView, model: ViewModel) -> None:
    """A cell has the status, seats and mark of `majlis where`, for every name in every council."""
    for holder in model.holders:
        answer = where(graph, holder.id)
        assert {id: (cell.status, cell.seats) for id, cell in holder.cells.items()} == {
            council.id: (council.status, council.seats) for council in answer.provinces
        }
        assert (holder.total, holder.minimum) == (answer.total, answer.minimum)
        assert {id: bool(cell.differ) for id, cell in holder.cells.items()} == {
            council.id: council.disputed or council.dissent for council in answer.provinces
        }


def test_the_seats_of_the_lists_are_the_seats_of_the_councils(model: ViewModel) -> None:
    """Down and across the matrix gives the same sum, and no council holds more than its size."""
    assert sum(holder.seats or 0 for holder in model.holders) == model.accounted
    for council in model.councils:
        own = [
            item.seats
            for holder in model.holders
            for item in (holder.cells[council.id].lists if council.id in holder.cells else ())
            if item.relation == "own"
        ]
        assert sum(own) == council.accounted <= (council.size or council.accounted)


def test_lists_and_councils_come_by_size(model: ViewModel) -> None:
    """Lists come by their seats, councils by their size, those without a vote last."""
    assert [holder.id for holder in model.holders[:3]] == ["nabni", "state-of-law", "national-state-forces"]
    assert [council.id for council in model.councils[:2]] == ["IQ-BG", "IQ-NI"]
    assert [council.status for council in model.councils[-3:]] == ["no_vote"] * 3


def test_a_cell_leads_to_its_statements_and_to_the_dispute(model: ViewModel) -> None:
    """Babil of State of Law rests on item 2 of the final list, and on a report that says second and third."""
    cell = next(holder for holder in model.holders if holder.id == "state-of-law").cells["IQ-BB"]
    facts = [model.facts[at] for at in cell.facts]
    assert cell.differ == ""  # on the place alone
    seats = next(fact for fact in facts if fact.predicate == "holds_seats")
    assert {claim.locator for claim in seats.claims} >= {"Babel, item 2"}
    place = next(fact for fact in facts if fact.predicate == "ranked" and fact.disputed)
    assert place.said == "disputed, 2 or 3"
    assert {claim.said for claim in place.claims} == {"2", "3"}


def test_disputed_numbers_go_with_the_page_and_others_take_no_room(disputed: GraphView, model: ViewModel) -> None:
    """A list and a cell of 8 or 9 seats have both numbers and no place, one of 9 has no second number."""
    found = shown(disputed, stager=nowhere)
    (baghdad,) = [council for council in found.councils if council.id == "IQ-BG"]
    assert [(item.id, item.seats, item.most, item.rank) for item in baghdad.lists] == [
        ("state-of-law", 9, None, 1),
        ("nabni", 8, 9, None),
        ("taqaddum", 8, None, None),
    ]
    assert (baghdad.leading, baghdad.largest) == ((), "?")  # 27 seats are not accounted for
    cell = next(holder for holder in found.holders if holder.id == "nabni").cells["IQ-BG"]
    assert (cell.seats, cell.most, cell.lists[0].most) == (8, 9, 9)
    shipped = model.to_dict()
    items = [*shipped["cells"], *(item for council in shipped["councils"] for item in council.get("lists", ()))]
    assert not any("most" in item for item in items)


def test_a_shared_cell_names_the_tie_it_rests_on(model: ViewModel) -> None:
    """State of Law in Diyala is shared through National Diyala, and the forecast that says so is among its facts."""
    cell = next(holder for holder in model.holders if holder.id == "state-of-law").cells["IQ-DI"]
    assert (cell.status, cell.seats) == ("shared", None)
    assert "expected_in" in {model.facts[at].predicate for at in cell.facts}


def test_filters_place_only_whom_a_source_places(model: ViewModel) -> None:
    """The lists with seats that the filter of a bloc leaves are those its own answer counts."""
    bloc = next(holder for holder in model.holders if holder.id == "coordination-framework")
    member = {item.id for cell in bloc.cells.values() for item in cell.lists if item.relation == "member"}
    assert {holder.id for holder in model.holders if holder.seats and bloc.id in holder.within} == member


def test_labels_are_short_and_name_one_each(model: ViewModel) -> None:
    """No two of one page have the same label."""
    labels = [holder.label for holder in model.holders]
    assert len(labels) == len(set(labels))
    assert {"Nabni", "State of Law", "Kurdistan Democratic Party"} <= set(labels)


def test_names_of_one_council_are_kept_apart(model: ViewModel) -> None:
    """A holder has its other names, in any script, and beside them those that mean it in one council alone."""
    tasmim = next(holder for holder in model.holders if holder.id == "tasmim")
    bloc = next(holder for holder in model.holders if holder.id == "unified-arab-bloc-kirkuk")
    assert "تصميم" in " ".join(tasmim.aliases)
    assert bloc.local_aliases == ("Arab bloc",)
    assert "Arab bloc" not in bloc.aliases


def test_two_runs_give_the_same_bytes(graph: GraphView, html: str) -> None:
    """The page of one graph is the same file each time."""
    assert page_of(graph, election=COUNCILS)[0] == html


def test_zero_is_kept_and_nothing_is_left_out_as_zero(model: ViewModel) -> None:
    """In JSON 0 stays 0, and what is not known is absent, never 0."""
    found = model.to_dict()
    missing = [council.get("missing") for council in found["councils"]]
    assert 0 in missing
    assert all("seats" not in cell for cell in found["cells"] if cell["status"] != "seats")
    cells = {cell for holder in model.holders for cell in holder.cells.values()}
    assert len(found["cells"]) == len(cells)


def test_the_page_asks_as_much_whatever_the_number_of_names(
    graph: GraphView, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most 40 queries make the page, and as many with twice the figures and parties."""
    registry = knowledge.registry
    twins = {
        f"{id}-twin": replace(entity, id=f"{id}-twin")
        for id, entity in registry.entities.items()
        if entity.kind in (Kind.FIGURE, Kind.PARTY)
    }
    names = tuple(Name(id, entity.kind, f"Twin {id}", primary=True) for id, entity in twins.items())
    more = replace(registry, entities={**registry.entities, **twins}, names=(*registry.names, *names))
    larger = asked(replace(knowledge, registry=more), decide(knowledge.statements, knowledge.sources))
    queries: list[str] = []
    run = GraphView.run

    def counted(self: GraphView, name: str, **parameters: object) -> list[Row]:
        queries.append(name)
        return run(self, name, **parameters)

    monkeypatch.setattr(GraphView, "run", counted)
    shown(GraphView(graph.store), stager=nowhere)
    few = Counter(queries)
    queries.clear()
    assert len(shown(GraphView(larger.store), stager=nowhere).holders) > 250
    assert Counter(queries) == few
    assert few.total() <= 40


def test_too_large_a_graph_is_refused_with_a_way_out(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the cap the message says how large it is and what to ask instead."""
    monkeypatch.setattr(answers, "NODE_LIMIT", 100)
    with pytest.raises(UsageError, match=r"draws at most 100 .*majlis where NAME.*majlis export graphml"):
        shown(graph)


# --- The network ---------------------------------------------------------------------------------------------


def test_the_network_has_a_place_for_every_core_name_and_words_for_every_tie(model: ViewModel) -> None:
    """Each stage places the same names, each once; each tie says when it held, those of the vote by its year."""
    core = {node.id for node in model.network.nodes if node.core}
    for stage, places in model.network.layouts.items():
        assert set(places) == core, stage
        assert len(set(places.values())) == len(core), stage
    whens = dict(zip(model.network.ties, model.whens, strict=True))
    assert {when for tie, when in whens.items() if tie.type == "HOLDS_SEATS"} == {"Councils 2023"}
    dated = next(when for tie, when in whens.items() if tie.start == "nouri-al-maliki" and tie.type == "HELD")
    assert dated == "20 May 2006 to 8 Sep 2014"
    known = [when for tie, when in whens.items() if tie.type == "RIVAL_OF"]
    assert any(when.startswith("as of ") for when in known)


def test_places_standings_and_components_are_in_the_language_of_the_page(parts: Parts) -> None:
    """In Arabic no place in a source, no standing and no component of a reserved seat is a word of the data."""
    arabic = parts.model(COUNCILS, "ar")
    places = [claim.locator for fact in arabic.facts for claim in fact.claims if claim.locator]
    assert any("البند" in place for place in places) and not any(re.search(r"\bitem \d", place) for place in places)
    standings = {cell.standing for holder in arabic.holders for cell in holder.cells.values()}
    assert "نهائي" in standings and not any(standing.isascii() for standing in standings if standing)
    reserved = {item.reserved_for for council in arabic.councils for item in council.lists if item.reserved_for}
    assert "الإيزيديين" in reserved and not any(whom.isascii() for whom in reserved)


def test_no_fact_shows_an_id(parts: Parts, graph: GraphView) -> None:
    """Whose list a number is of stands by name in the heading of a fact."""
    ids = {candidate for row in graph.run("names") for candidate in [row["id"]]}
    heads = [fact.head for fact in parts.model("iq-2025-representatives").facts]
    assert any("people on a list of members" in head for head in heads)
    assert [head for head in heads if set(re.findall(r"\(([^()]+)\)", head)) & ids] == []


def test_the_network_is_the_same_in_every_language(parts: Parts) -> None:
    """It is made once: only when its ties held is said in each language."""
    english, arabic = parts.model(COUNCILS), parts.model(COUNCILS, "ar")
    assert arabic.network is english.network
    assert len(arabic.whens) == len(english.whens)
    assert "مجالس المحافظات 2023" in arabic.whens


def test_the_part_of_the_network_holds_what_is_drawn(parts: Parts) -> None:
    """Names and ties as pyvis holds them, three stages and the land under them, in no language."""
    part = parts.part(f"network-{COUNCILS}")
    assert {"nodes", "ties", "layouts", "land", "alone", "big", "bold", "scale"} <= set(part)
    nabni = next(node for node in part["nodes"] if node["id"] == "nabni")
    assert {"seats": 43, "rest": True, "named": True, "core": True, "list": "nabni"}.items() <= nabni.items()
    assert any(tie["from"] == "nabni" and tie["to"] == "IQ-BG" and tie["seats"] == 9 for tie in part["ties"])


# --- The file ------------------------------------------------------------------------------------------------


def test_the_page_names_no_server(html: str) -> None:
    """Nothing is loaded: no source, no stylesheet, no import; and the policy forbids what the page does not do."""
    assert scripts()["vis"] in html
    page_alone = html.replace(scripts()["vis"], "")
    assert not re.search(r"<(?:link|iframe|img|object|base)\b|\bsrc=|@import|url\((?!#)", page_alone)
    assert "fetch(" not in page_alone
    assert "default-src 'none'" in unescape(html[:2000])


def test_the_policy_allows_the_scripts_that_are_there(html: str) -> None:
    """The hashes in the policy are those of the scripts in the page, and of no others."""
    allowed = re.findall(r"sha256-([A-Za-z0-9+/=]+)", html.split('http-equiv="Content-Security-Policy"')[1][:600])
    there = re.findall(r"<script>(.*?)</script>", html, re.S)
    assert allowed == [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in there]
    assert len(there) == 2


def test_the_page_keeps_its_budget(html: str) -> None:
    """The page of one election is under 1.3 MB."""
    assert len(html.encode()) < 1_300_000


def test_data_cannot_end_their_script() -> None:
    """Embedded JSON holds no tag, no comment and no line separator, and reads back as it was."""
    bad = {"</script><!--": "<script>\u2028\u2029&\x00"}
    text = embedded(bad)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == bad


def test_the_script_writes_no_markup() -> None:
    """The page builds its elements; no text is ever read as markup, no code made of text."""
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script())


def test_the_page_asks_for_its_data_before_it_reads_the_library(html: str) -> None:
    """Its own script stands before that of the library, which waits in a template and tells when it has been read."""
    assert '<template id="library"><script>Error.stackTraceLimit = 0' in html
    assert html.index("DecompressionStream") < html.index("stackTraceLimit = 0") < html.index('Event("library"')


def test_the_policy_has_a_hash_for_each_script() -> None:
    """Two scripts, two hashes."""
    assert policy({"a": "1", "b": "2"}).count("sha256-") == 2


def test_names_with_markup_are_escaped_in_the_template(graph: GraphView, model: ViewModel) -> None:
    """The title of an election is text in the heading, too."""
    parts = Parts(graph, model.election)
    parts.models[model.election, "en"] = replace(model, title="</title><script>alert(1)</script>")
    text = page(parts)
    assert "<script>alert(1)" not in text


def test_an_election_without_a_map_has_a_page() -> None:
    """Without outlines there is no map, and everything else is there."""
    bare = shown(country("two_elections"))
    assert "map" not in bare.pictures
    assert not any(bare.network.land.values())
    assert {node.id for node in bare.network.nodes if node.core} == set(bare.network.layouts["wide"])


# --- The command ---------------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path, graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `majlis show` on the shipped graph, in the test's folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run_here("show", *arguments, "--graph", str(graph_file))


def test_show_writes_one_file(tmp_path: Path, run: Run) -> None:
    """`majlis show` writes majlis.html here and says so on stderr; nothing else appears."""
    done = run("--about", "malki", "--election", COUNCILS)
    assert (done.returncode, done.stdout) == (0, "")
    assert "wrote majlis.html" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["majlis.html"]
    assert '"state":{"node":"nouri-al-maliki"}' in (tmp_path / "majlis.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--about", "qqqqzzzz"], 1, "no name"),
        (["Baghdad"], 2, "--about NAME"),
        (["--svg", "multiples", "--open"], 2, "without --svg"),
        (["-o", "nowhere/page.html"], 4, "cannot be written"),
        (["-o", "page.svg"], 2, "no .svg file. Name one that ends in .html"),
    ],
)
def test_show_says_what_is_wrong(tmp_path: Path, run: Run, arguments: list[str], code: int, words: str) -> None:
    """A name nobody has, a wrong mix of options, no such folder and a wrong ending each end with their own code."""
    done = run(*arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_bar_has_the_colour_of_a_list_only_where_it_is_of_that_alone(graph: GraphView) -> None:
    """The seats of several lists in one council are drawn in the colour of none of them."""
    answer = where(graph, "Coordination Framework", COUNCILS)
    told = by_place([(council, cell_words(council, answer)) for council in answer.provinces], ENGLISH)
    lists = {council.id: council.lists for council in answer.provinces}
    assert any(len(lists[place]) > 1 for place, *_ in told.bars)
    for place, *_, colour in told.bars:
        assert colour == (lists[place][0].id if len(lists[place]) == 1 else "")
