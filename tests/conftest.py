"""What many tests share: the shipped data, its registry, and the graph built from it in memory."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import majlis
from graph.checks.settle import settle
from graph.decide import Decided
from graph.model import Knowledge
from graph.names import Resolver
from graph.stores.embedded import EmbeddedStore
from loaders.folder import UserDocument, gather
from queries.view import GraphView

from .command import Ran, run_here
from .made import asked

pytest_plugins = ["tests.watchdog", "tests.neo4j.fixtures", "tests.browser.fixtures"]

ROOT = Path(__file__).parents[1]
# Most tests ask about one election, the latest one on a day when the councils of 2023 were the latest; those about
# all bodies that sit take the variables away (`today`).
os.environ["MAJLIS_ELECTION"] = "latest"
os.environ["MAJLIS_TODAY"] = "2024-06-30"
DATA = ROOT / "data"


EMPTY = "got empty parameter set"  # why pytest skips a test of files of which there are none
# What only one worker starts, and for it alone: tests with any of these fixtures run on one worker, one after another.
SHARED = {"neo4j": {"neo4j_server", "neo4j_own", "neo4j_address"}, "browser": {"chromium"}}


@pytest.hookimpl(tryfirst=True)  # the plugin that shares tests out by these groups looks for them in its own turn
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Workers take the tests of one server, of one browser, then those of a file that has slow ones, then all others.

    So a server and a browser start once, and nothing long is left for the end. Tests of files that are not beside the
    repository are none: pytest would call them skipped.
    """
    absent = [
        item for item in items if any(EMPTY in mark.kwargs.get("reason", "") for mark in item.iter_markers("skip"))
    ]
    config.hook.pytest_deselected(items=absent)
    items[:] = [item for item in items if item not in absent]
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    place: dict[str, tuple[int, int]] = {}
    groups: dict[pytest.Item, str] = {}
    for number, item in enumerate(items):
        fixtures = set(getattr(item, "fixturenames", ()))
        shared = next((name for name, any_of in SHARED.items() if any_of & fixtures), None)
        groups[item] = shared or item.path.relative_to(ROOT).as_posix()
        rank = list(SHARED).index(shared) if shared else len(SHARED) + (item.path not in slow)
        place.setdefault(groups[item], (rank, number))
        item.add_marker(pytest.mark.xdist_group(groups[item]))
    items.sort(key=lambda item: place[groups[item]])


def pytest_collection_finish() -> None:
    """The tests and all that they import stay to the end: a search for circles need not go through them each time."""
    set_aside()


def pytest_make_parametrize_id(val: object) -> str | None:
    """A test of a long text is called by how it begins: its name goes to every worker and the environment."""
    return ascii(val[:60]).strip("b'\"") if isinstance(val, (str, bytes)) and len(val) > 200 else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--certificate` writes docs/parity.md anew; `make parity` gives it."""
    parser.addoption("--certificate", action="store_true", help="write docs/parity.md anew")


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run `majlis` with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return run_here


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for the tests of a file, with the shipped graph in it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        for name in ("MAJLIS_GRAPH", "MAJLIS_DATA", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED"):
            patch.delenv(name, raising=False)
        with majlis.open():
            pass
        yield folder


@pytest.fixture(scope="session")
def data() -> Path:
    """The shipped data folder."""
    return DATA


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """All that ships, gathered."""
    return gather(DATA)[0]


@pytest.fixture(scope="session")
def resolver(knowledge: Knowledge) -> Resolver:
    """The shipped names."""
    return Resolver(knowledge.registry.names)


@pytest.fixture(scope="session")
def decided(knowledge: Knowledge) -> Decided:
    """What all that ships comes to."""
    return settle(knowledge)[0]


@pytest.fixture(scope="session")
def graph(knowledge: Knowledge, decided: Decided) -> GraphView:
    """The shipped graph, which no test may write to."""
    return asked(knowledge, decided)


@pytest.fixture(scope="session")
def store(graph: GraphView) -> EmbeddedStore:
    """The store of the shipped graph, which no test may write to."""
    assert isinstance(graph.store, EmbeddedStore)
    return graph.store


@pytest.fixture(scope="session")
def graph_file(graph: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped graph in a file, which no test may write to."""
    path = tmp_path_factory.mktemp("shipped") / "shipped.kgl"
    graph.store.save(path)  # type: ignore[attr-defined]
    return path


@pytest.fixture(scope="session")
def published() -> GraphView:
    """The registry and the published final list alone, which accounts for 277 of 285 seats."""
    report = UserDocument(DATA / "reports" / "2023-12-28-final-results.txt")
    return asked(gather(DATA, [report], only=True)[0])


# Seats by two papers of equal weight that differ here and there; not all seats of a council are accounted for.
DISPUTED = {
    "Baghdad": {"Nabni": (8, 9), "State of Law": (9, 9), "Taqaddum": (8, 8)},  # 52
    "Babil": {"State of Law": (10, 12), "Nabni": (5, 5)},  # 18
    "Anbar": {"Nabni": (8, 8), "State of Law": (4, 6), "Taqaddum": (2, 2)},  # 16
    "Muthanna": {"Nabni": (6, 7), "State of Law": (5, 5)},  # 12
    "Wasit": {"Nabni": (7, 7), "State of Law": (5, 5), "Taqaddum": (1, 1)},  # 15
    "Karbala": {"Nabni": (6, 6), "State of Law": (6, 6)},  # 13
    "Najaf": {"Nabni": (8, 8), "State of Law": (7, 7)},  # 15
}


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> GraphView:
    """The registry and two papers of equal standing, which dispute some numbers of `DISPUTED`."""
    folder = tmp_path_factory.mktemp("disputed")
    for paper in range(2):
        lines = [f"---\ntitle: Results {paper}\npublisher: Paper {paper}\npublished: 2023-12-21\nkind: press"]
        lines.append(f"url: https://example.org/{paper}\nstanding: final\n---")
        for province, held in DISPUTED.items():
            lines += [f"\n{province}", *(f"- {name}: {numbers[paper]} seats" for name, numbers in held.items())]
        (folder / f"{paper}.txt").write_text("\n".join(lines), encoding="utf-8")
    return asked(gather(DATA, [UserDocument(folder / f"{paper}.txt") for paper in range(2)], only=True)[0])


@pytest.fixture(autouse=True)
def _after_all_made_elections(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made country is asked on a day after all its elections."""
    if "made" in request.fixturenames:
        monkeypatch.setenv("MAJLIS_TODAY", "2029-01-01")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that was skipped is a failure: there all that a test needs must be there.

    What was set aside is brought back for the search with which pytest ends, for what was left open.
    """
    gc.unfreeze()
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def set_aside() -> None:
    """Look for circles once more, and leave what is there now out of all later searches."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def memory_set_aside() -> None:
    """What other tests have left in memory is not gone through in the time that a test measures."""
    set_aside()
