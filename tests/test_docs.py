"""The documentation: its commands can be given, its reference is the register's, its site asks no other server."""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest

import majlis
from docs.reference.make import COMMANDS, PYTHON, SHAPES, commands_page, python_page, shapes_page
from majlis.cli import main
from majlis.commands.group import Main
from tests.command import program
from tests.pages import ROOT, TODAY, answered

DOCS = ROOT / "docs"
LOCK = ROOT / "requirements" / "dev.txt"
ENGINE = "kglite"  # its old releases leave the index: it is installed by its range
PAGES = [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if "examples" not in path.parts)]
TUTORIALS = sorted((DOCS / "tutorials").glob("*.md"))
_SHELL = re.compile(r"^```sh\n(?P<text>.*?)^```|^(?P<indented>(?: {4}[^\n]*\n)+)", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


def given(page: Path) -> list[str]:
    """The lines with `majlis` of a page that are shown without an output."""
    blocks = (found["text"] or found["indented"] for found in _SHELL.finditer(page.read_text(encoding="utf-8")))
    return [line.strip() for text in blocks for line in text.splitlines() if line.strip().startswith("majlis ")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_command_without_an_output_can_be_given(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command of a page that shows no output is one that exists, with options that it takes."""
    (tmp_path / "seats.cypher").touch()  # the one file that an option must find
    monkeypatch.chdir(tmp_path)
    for line in given(path):
        name, *words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
        whole = click.Context(main, obj={}, **main.context_settings)
        command = main.get_command(whole, name)
        assert command is not None, line
        command.make_context(name, words, parent=whole)


def test_four_readers_have_a_tutorial_of_commands_that_are_run() -> None:
    """The journalist, the analyst, the editor and the developer each have a page with at least four commands."""
    assert [path.stem for path in TUTORIALS] == ["analyst", "developer", "editor", "journalist"]
    for path in TUTORIALS:
        assert path.read_text(encoding="utf-8").count("\n$ majlis ") + path.read_text().count("\n>>> ") >= 4


def test_cypher_has_twenty_worked_queries() -> None:
    """The page on Cypher holds at least twenty texts with their rows."""
    asked = answered((DOCS / "cypher.md").read_text(encoding="utf-8"))
    assert len([one for one, rows in asked if one.startswith("majlis cypher") and "row" in rows]) >= 20


def test_the_reference_of_commands_is_made_from_the_register() -> None:
    """Every command with its parameters and examples stands in the reference, as the register has it now."""
    assert COMMANDS.read_text(encoding="utf-8") == commands_page()
    assert isinstance(main, Main)


def test_the_reference_of_json_is_made_from_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The shapes in the reference are those of the answers to the register's examples."""
    monkeypatch.setenv("MAJLIS_TODAY", TODAY)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with majlis.open() as graph:
        assert SHAPES.read_text(encoding="utf-8") == shapes_page(graph)


def test_the_public_interface_has_docstrings() -> None:
    """The reference of Python shows what the methods give now, and everything in it has a docstring."""
    text = PYTHON.read_text(encoding="utf-8")
    assert text == python_page()
    for name in re.findall(r"auto(?:class|function):: (\S+)", text):
        module, _, item = name.rpartition(".")
        found = getattr(__import__(module, fromlist=[item]), item)
        assert found.__doc__, name
        members = vars(found).items() if isinstance(found, type) else ()
        bare = [part for part, value in members if not part.startswith("_") and callable(value) and not value.__doc__]
        assert bare == [], name


class _Asks(HTMLParser):
    """Collects what a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in ("script", "img", "iframe", "source", "audio", "video", "embed"):
            self.found.append(named.get("src") or "")
        if tag == "link":
            self.found.append(named.get("href") or "")
        if tag == "form":
            self.found.append(named.get("action") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with warnings as errors, where no other machine can be reached."""
    folder = tmp_path_factory.mktemp("site")
    dead = "http://127.0.0.1:9"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "-b",
        "html",
        "-d",
        folder / "doctrees",
        DOCS,
        folder / "html",
    ]
    program(*command, cwd=ROOT, http_proxy=dead, https_proxy=dead, PYTHONDONTWRITEBYTECODE="1")
    return folder / "html"


@pytest.mark.slow
def test_the_site_asks_nothing_of_other_servers(site: Path) -> None:
    """No page and no style of the built site makes a browser fetch from elsewhere."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 25
    for page in pages:
        asks = _Asks()
        asks.feed(page.read_text(encoding="utf-8"))
        assert [one for one in asks.found if re.match(r"(?:[a-z]+:)?//", one)] == [], page
    for style in site.rglob("*.css"):
        assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\s]*", style.read_text(encoding="utf-8")) == []


@pytest.mark.slow
def test_the_site_has_the_codebook_and_every_method(site: Path) -> None:
    """The codebook is a page of the site, and the reference of Python shows each method with its sentence."""
    assert "entities.csv" in (site / "codebook.html").read_text(encoding="utf-8")
    python = (site / "reference" / "python.html").read_text(encoding="utf-8")
    public = [name for name, value in vars(majlis.Majlis).items() if callable(value) and not name.startswith("_")]
    assert [name for name in public if f'id="majlis.Majlis.{name}"' not in python] == []


def _pinned() -> set[str]:
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return {_plain(line.partition("==")[0]) for line in lines if "==" in line and not line.startswith((" ", "#"))}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_names_every_dependency_but_the_engine() -> None:
    """`make lock` was run after the last change of dependencies: each is pinned, the embedded engine alone is not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    named += [one for extra in ("documents", "mcp") for one in project["optional-dependencies"][extra]]
    wanted = {_plain(found[0]) for one in named if (found := _NAME.match(one))} - {_plain(project["name"])}
    assert wanted - _pinned() == {ENGINE}


def test_the_lock_holds_hashes_and_no_address() -> None:
    """Each pin has its hashes, and no line says where it came from."""
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(?:-i|--(?:extra-)?index-url|--find-links|--trusted-host)\b", text, re.MULTILINE)
    pins = re.findall(r"^\S+==\S+(?: ;[^\\\n]*)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.MULTILINE)
    assert len(pins) == len(_pinned())
