"""The built wheel, installed into a new environment outside the checkout, is what is tested here."""

from __future__ import annotations

import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.command import program

ROOT = Path(__file__).parents[1]
PACKAGES = ["graph", "loaders", "queries", "majlis"]


def run(*command: object, cwd: Path, **env: str) -> str:
    """What a command prints; the test fails where the command does."""
    return program(*command, cwd=cwd, **{"PYTHONPATH": "", **env}).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with nothing but the wheel and what it needs."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    run(home / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-q", "install", wheel, cwd=home)
    return home / "bin"


def test_the_wheel_holds_the_packages_the_queries_and_the_data(wheel: Path) -> None:
    """Code, prepared queries and the data folder travel together; tests and documents do not."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == set(PACKAGES)
    assert "queries/cypher/affiliation/ties.cypher" in names
    page = ("templates/page.html", "scripts/start.js", "styles/page.css")
    assert {f"majlis/page/{part}" for part in page} <= set(names)
    tables = ("entities.csv", "statements/iq-2023-governorates/press.csv", "README.md")
    assert {f"graph/_data/{table}" for table in tables} <= set(names)
    assert "majlis/py.typed" in names


def test_the_wheel_holds_what_the_server_needs(wheel: Path) -> None:
    """Every template and file of the page is in the wheel."""
    shipped = set(zipfile.ZipFile(wheel).namelist())
    here = [path for path in (ROOT / "majlis" / "web").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {path.relative_to(ROOT).as_posix() for path in here} <= shipped


@pytest.mark.slow
def test_the_wheel_built_again_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """A second build of one checkout gives the same file, byte for byte."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.slow
def test_the_installed_command_answers_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """`majlis where Maliki` answers from the wheel's own data, with no checkout in sight."""
    output = run(installed / "majlis", "where", "Maliki", cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert "won 35 of 285" in output
    assert "Shafaq News, 28 Dec 2023" in output


@pytest.mark.slow
def test_the_import_names_are_this_distributions(installed: Path, tmp_path: Path) -> None:
    """`queries` also names a package of others: in an environment of its own the four names are ours."""
    script = (
        "import importlib.metadata as m, graph, loaders, queries, majlis;"
        "owners = m.packages_distributions();"
        f"print(sorted({{name for package in {PACKAGES} for name in owners[package]}}), graph.__file__)"
    )
    output = run(installed / "python", "-c", script, cwd=tmp_path)
    assert output.startswith("['majlis-graph']")
    assert str(ROOT) not in output


def test_nothing_for_notebooks_is_loaded_by_the_page(tmp_path: Path) -> None:
    """Pyvis names IPython and jsonpickle; writing the page loads neither, and leaves nothing in their place."""
    code = (
        "import sys; from majlis.page.pyvis_network import new_network; network = new_network(); "
        "network.add_node('a'); print([name for name in ('IPython', 'jsonpickle') if name in sys.modules])"
    )
    done = program(sys.executable, "-c", code, cwd=ROOT)
    assert done.stdout.strip() == "[]"
