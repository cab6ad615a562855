"""The graph file: built when it must be, whole at any moment, never wrong, and rid of what is no longer wanted."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import socket
import stat
import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import kglite
import platformdirs
import pytest

import majlis
from graph import fingerprint
from graph.errors import CorruptGraphError, DocumentError, StoreError, UsageError
from graph.fingerprint import TABLES, data_files, data_version
from graph.schema import MAJLIS
from graph.stores.batch import Batch
from graph.stores.embedded import ENGINE, EmbeddedStore
from loaders import Options
from loaders.folder import UserDocument
from majlis.cache import cache_folder
from majlis.graphs import build as graphs
from majlis.graphs import files

from .command import LONGEST, Ran, Run, command_line, run_apart, run_here, started
from .made import COUNTRIES, known_of, rows_of

DATA = Path(__file__).parents[1] / "data"
# What happens to a graph and its file is the same for any data: a country that is built in no time shows it.
SMALL = COUNTRIES / "two_elections"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of this test, for processes and for calls in this one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("MAJLIS_GRAPH", "MAJLIS_DATA"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache" / "majlis"


@pytest.fixture
def run(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `majlis` in the test's folder and with its cache."""
    monkeypatch.chdir(tmp_path)
    return run_here


@pytest.fixture
def warm(cache: Path, graph_cache: Path) -> Path:
    """The cache folder of this test, with the shipped graph in it."""
    return Path(shutil.copytree(graph_cache, cache))


@pytest.fixture(scope="module")
def graph_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder after a first question."""
    folder = tmp_path_factory.mktemp("cache")
    assert run_here("where", "Maliki", XDG_CACHE_HOME=str(folder)).returncode == 0
    return folder / "majlis"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def _files(folder: Path) -> list[str]:
    """The graph files of a folder; half-written and hidden ones left out."""
    return sorted(path.name for path in folder.glob("[!.]*.kgl"))


def _total(answer: Ran) -> object:
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)["total"]


def _change(path: Path, old: str, new: str) -> int:
    """Put one text in place of another; gives the line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def _large(folder: Path, lists: int = 300, each: int = 200) -> Path:
    """A data folder of another country that takes about half a second to build."""
    (folder / "reports").mkdir(parents=True)
    provinces = range(18)
    rows = ["id,kind,name,date,source", "vote,election,Vote,2023-05-11,gazette"]
    rows += [f"P-{number},province,Province {number},,gazette" for number in provinces]
    rows += [f"list-{number},alliance,Group {number},,gazette" for number in range(lists)]
    report = ["---", "source: gazette", "election: vote", "shape: seat_list", "standing: final", "---", ""]
    for province in provinces:
        report += [f"Province {province}"]
        report += [f"- Group {(number + province) % lists}: {number % 3 + 1} seats" for number in range(each)]
        report += [""]
    for name, lines in (
        ("sources.csv", ["id,title,kind,published", "gazette,Gazette,official,2023-06-01"]),
        ("entities.csv", rows),
        ("reports/list.txt", report),
    ):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


# Built when it must be --------------------------------------------------------------------------------


def kept(built: graphs.Built) -> Path | None:
    """The file that a graph was kept in."""
    return Path(built.address) if built.address else None


def test_built_on_first_use(cache: Path) -> None:
    """The first question builds the graph and says so in one line on stderr; the second one is silent."""
    first = run_apart("where", "Maliki")
    assert first.returncode == 0
    assert re.fullmatch(r"majlis: built the graph from \S+ \(\d+ statements\)\n", first.stderr)
    second = run_apart("where", "Maliki")
    assert (second.stdout, second.stderr) == (first.stdout, "")
    assert len(_files(cache)) == 1


def test_the_graph_file_is_immutable(run: Run, warm: Path) -> None:
    """No question writes to the graph it asks, in the cache or in a file of the user's."""
    shutil.copy(warm / _files(warm)[0], "mine.kgl")
    run("where", "Maliki")
    files = [warm.parents[1] / "mine.kgl", warm / _files(warm)[0]]
    before = [(path.stat().st_ino, path.stat().st_mtime_ns) for path in files]
    held = sorted(warm.iterdir())
    for question in (["where", "Maliki"], ["who", "Kirkuk"], ["why", "Nabni"], ["names"]):
        assert run(*question).returncode == 0
        assert run(*question, "--graph", "mine.kgl").returncode == 0
    assert [(path.stat().st_ino, path.stat().st_mtime_ns) for path in files] == before
    assert sorted(warm.iterdir()) == held


def test_rebuilt_when_data_change(run: Run, cache: Path, folder: Path) -> None:
    """A changed data file gives another graph under another name; the old file stays as it was."""
    assert _total(run("where", "Maliki", "--data", folder, "-f", "json")) == 35
    old = cache / _files(cache)[0]
    content = old.read_bytes()
    report = next((folder / "reports").glob("*.txt"))
    _change(report, "- State of Law Coalition: 4 seats", "- State of Law Coalition: 3 seats")
    changed = run("where", "Maliki", "--data", folder, "-f", "json")
    assert _total(changed) == 35  # as stated in all; of these one has no province now
    assert json.loads(changed.stdout)["placed"] == 34
    assert "built the graph" in changed.stderr
    assert len(_files(cache)) == 2
    assert old.read_bytes() == content


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files count as if nobody had touched them for a while."""
    monkeypatch.setattr(fingerprint, "_SETTLED", -60_000_000_000)


@pytest.mark.usefixtures("settled")
def test_a_change_is_seen_though_only_the_system_knows_of_it(run: Run, cache: Path, folder: Path) -> None:
    """Data that were asked before and then got other bytes of the same length and date are asked as they are now."""
    aged = time.time() - 100
    report = next((folder / "reports").glob("*.txt"))
    os.utime(report, (aged, aged))
    assert "placed" not in json.loads(run("where", "Maliki", "--data", folder, "-f", "json").stdout)
    _change(report, "- State of Law Coalition: 4 seats", "- State of Law Coalition: 3 seats")
    os.utime(report, (aged, aged))
    assert json.loads(run("where", "Maliki", "--data", folder, "-f", "json").stdout)["placed"] == 34


@pytest.mark.usefixtures("settled")
def test_what_stands_still_is_named_once(run: Run, cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that nobody touched for a while are not read again to find their graph; a damaged note of it is none."""
    first = run("where", "Maliki", "--data", folder)
    (note,) = cache.glob("name-*.kept")
    name = files.fingerprint(folder, [], ENGINE)
    with monkeypatch.context() as patch:
        patch.setattr(files, "fingerprint", lambda *_: pytest.fail("the data were read again"))
        assert run("where", "Maliki", "--data", folder).stdout == first.stdout
    note.write_bytes(note.read_bytes()[:-1])
    assert run("where", "Maliki", "--data", folder).stdout == first.stdout
    assert note.read_bytes().endswith(name.encode())
    (folder / "registry" / "more.csv").write_text("id,kind,name\n", encoding="utf-8")
    run("where", "Maliki", "--data", folder)
    assert len(list(cache.glob("name-*.kept"))) == 2


def test_named_by_what_it_was_built_from(cache: Path, tmp_path: Path) -> None:
    """Equal data give one name wherever they stand; a document, or what is said of it, gives another."""
    document = tmp_path / "report.txt"
    document.write_text("---\nelection: e-2022\n---\nNorthmark\n- Blues: 5 seats\n", encoding="utf-8")
    folder = Path(shutil.copytree(SMALL, tmp_path / "country"))
    plain = kept(graphs.build(SMALL))
    assert plain == kept(graphs.build(folder))
    assert plain is not None
    assert re.fullmatch(r"[0-9a-f]{24}\.kgl", plain.name)
    said = kept(graphs.build(folder, [UserDocument(document)]))
    titled = kept(graphs.build(folder, [UserDocument(document, Options(title="A title"))]))
    assert len({plain, said, titled}) == 3
    assert len(_files(cache)) == 3


@pytest.mark.parametrize("file", ["loaders/reader.py", "loaders/languages/words/english.toml", "graph/headers.csv"])
def test_named_by_the_words_that_documents_were_read_with(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a graph is built by has part in its name: the code, and the tables of words by which it reads documents."""
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    monkeypatch.setattr(fingerprint, "_CODE", tmp_path)
    monkeypatch.setattr(fingerprint, "_SETTLED", -60_000_000_000)
    named = []
    for text in ("won", "won, took"):
        path.write_text(text, encoding="utf-8")
        named.append((files.fingerprint(SMALL, [], ENGINE), fingerprint.stamp(SMALL, [], ENGINE)))
    (name, stamp), (other_name, other_stamp) = named
    assert name != other_name
    assert None not in (stamp, other_stamp)
    assert stamp != other_stamp


def test_a_closed_graph_is_said_to_be_closed(cache: Path) -> None:
    """A question to a closed graph fails with that word."""
    opened = majlis.open(data=SMALL)
    opened.close()
    opened.close()
    with pytest.raises(StoreError, match="the graph is closed"):
        opened.where("Reds")


# Killed, crowded, refused -----------------------------------------------------------------------------


def beside(*arguments: str | Path) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """A command that is killed, whatever it does, when the block ends."""
    return started(*command_line(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_killed_builds_leave_the_old_graph(run: Run, tmp_path: Path) -> None:
    """A build into a file, killed at any of 20 moments, leaves the old graph answering as before."""
    target = tmp_path / "kept" / "mine.kgl"
    run("build", "--to", target)
    with majlis.open(str(target)) as opened:
        before, version = opened.where("Maliki", election="latest").to_dict(), opened.graph.data_version
    large = _large(tmp_path / "large")
    started = time.monotonic()
    assert run("build", "--data", large, "--to", tmp_path / "large.kgl").returncode == 0
    whole = time.monotonic() - started
    with majlis.open(str(tmp_path / "large.kgl")) as opened:
        after = opened.where("Group 5", election="latest").to_dict()
    moments = random.Random(2023)  # noqa: S311 - moments, not secrets
    halves = kept = 0
    for number in range(20):
        with beside("build", "--data", large, "--to", target) as process:
            if number % 4:
                time.sleep(moments.uniform(0, 0.9 * whole))
            else:  # while the new graph is being saved
                while process.poll() is None and not list(target.parent.glob(".*")):
                    pass
        with majlis.open(str(target)) as opened:
            if opened.graph.data_version == version:
                assert opened.where("Maliki", election="latest").to_dict() == before
                kept += 1
            else:  # it was renamed just before the kill: the new graph is whole, and the old one is put back
                assert opened.where("Group 5", election="latest").to_dict() == after
                run("build", "--to", target)
        halves += len(list(target.parent.glob(".*")))
        assert [path.name for path in target.parent.iterdir() if not path.name.startswith(".")] == ["mine.kgl"]
    assert kept >= 15
    assert halves, "no build was killed while it saved"


def test_killed_builds_leave_the_cache_whole(run: Run, warm: Path, tmp_path: Path) -> None:
    """Builds into the cache, killed at any moment, leave only whole graphs there, and the next question works."""
    before = run("where", "Maliki").stdout
    large = _large(tmp_path / "large")
    moments = random.Random(285)  # noqa: S311 - moments, not secrets
    for _ in range(8):
        with beside("where", "Group 5", "--data", large):
            time.sleep(moments.uniform(0, 1.0))
        for name in _files(warm):
            EmbeddedStore.open(warm / name).close()
        again = run("where", "Maliki")
        assert (again.stdout, again.stderr) == (before, "")
    assert "Group 5 won" in run("where", "Group 5", "--data", large).stdout


def test_stale_halves_are_swept(run: Run, cache: Path, tmp_path: Path) -> None:
    """A later build removes what dead builds left half-written, and leaves alone what is being written now."""
    kept = tmp_path / "kept"
    for folder, stem in ((cache, "abc"), (kept, "mine")):
        folder.mkdir(parents=True)
        for name in (f".{stem}.1.tmp.kgl", f".{stem}.1.tmp.kgl.tmp.1.0"):
            (folder / name).write_bytes(b"half")
            os.utime(folder / name, (time.time() - 7200,) * 2)
        (folder / f".{stem}.2.tmp.kgl").write_bytes(b"half")
    for more in ([], ["--to", kept / "mine.kgl"]):
        assert run("build", "--data", SMALL, *more).returncode == 0
    assert [path.name for path in cache.glob(".*")] == [".abc.2.tmp.kgl"]
    assert sorted(path.name for path in kept.iterdir()) == [".mine.2.tmp.kgl", "mine.kgl"]


def test_old_graphs_are_let_go(cache: Path, tmp_path: Path) -> None:
    """The cache keeps the newest eight graphs."""
    folder = Path(shutil.copytree(COUNTRIES / "two_elections", tmp_path / "country"))
    note = folder / "sources.csv"
    built = []
    for number in range(10):
        with note.open("a", encoding="utf-8") as file:
            file.write(f"extra-{number},Extra,press,,\n")
        path = kept(graphs.build(folder))
        assert path is not None
        os.utime(path, (time.time() - 100 + number,) * 2)
        built.append(path.name)
    assert _files(cache) == sorted(built[2:])


def test_builds_at_once_do_not_spoil_each_other(run: Run, cache: Path, tmp_path: Path) -> None:
    """Four first questions at once, and four builds into one file, all give the same answer."""
    expected = run("where", "Maliki", XDG_CACHE_HOME=str(tmp_path / "other")).stdout
    asked = [
        subprocess.Popen(command_line("where", "Maliki"), stdout=-1, stderr=-1, encoding="utf-8") for _ in range(4)
    ]
    assert [process.communicate(timeout=LONGEST)[0] for process in asked] == [expected] * 4
    assert [process.returncode for process in asked] == [0] * 4
    builds = [
        subprocess.Popen(command_line("build", "--to", tmp_path / "one.kgl"), stdout=-1, stderr=-1) for _ in range(4)
    ]
    for process in builds:
        assert process.communicate(timeout=LONGEST)[1] == b""
    assert [process.returncode for process in builds] == [0] * 4
    assert run("where", "Maliki", "--graph", "one.kgl").stdout == expected
    assert len(_files(cache)) == 1
    assert [path.name for path in cache.iterdir() if path.suffix != ".kept"] == _files(cache)
    assert not list(tmp_path.glob(".one*"))


@pytest.mark.parametrize("below", ["regular/x", "n" * 300])
def test_unwritable_cache(run: Run, tmp_path: Path, below: str) -> None:
    """Where the cache cannot be written the graph is kept in memory, with a note, and the answer is the same."""
    (tmp_path / "regular").write_text("no folder", encoding="utf-8")
    expected = run("where", "Blues", "--data", SMALL).stdout
    answer = run("where", "Blues", "--data", SMALL, XDG_CACHE_HOME=str(tmp_path / below))
    assert answer.returncode == 0
    assert answer.stdout == expected
    assert "cannot be written" in answer.stderr
    assert "the graph is kept in memory" in answer.stderr


def test_unwritable_cache_forgets_documents(run: Run, document: Path, tmp_path: Path) -> None:
    """A build of the user's documents that cannot be kept says that later questions will not know them."""
    (tmp_path / "regular").write_text("no folder", encoding="utf-8")
    built = run("build", document, XDG_CACHE_HOME=str(tmp_path / "regular" / "x"))
    assert built.returncode == 0
    assert "later questions will not know your documents" in built.stderr


# Damaged ----------------------------------------------------------------------------------------------


def _flip(content: bytes, *places: float) -> bytes:
    damaged = bytearray(content)
    for place in places:
        damaged[int(place * (len(content) - 1))] ^= 0b0001_0000
    return bytes(damaged)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "garbage": lambda content: b"\x00\xff garbage " * 1000,
    "text": lambda content: b"Kirkuk\n- Nabni: 1 seat\n",
    "cut in half": lambda content: content[: len(content) // 2],
    "cut by one byte": lambda content: content[:-1],
    "first byte": lambda content: _flip(content, 0),
    "head": lambda content: _flip(content, 0.001),
    "early": lambda content: _flip(content, 0.2),
    "middle": lambda content: _flip(content, 0.5),
    "late": lambda content: _flip(content, 0.9),
    "last byte": lambda content: _flip(content, 1),
    "several places": lambda content: _flip(content, 0.3, 0.31, 0.6, 0.8),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_graph_in_the_cache(cache: Path, damage: str) -> None:
    """A damaged graph in the cache is built again with a note, and the answer is right."""
    with majlis.open(data=SMALL) as opened:
        before = opened.where("Blues", election="latest").to_dict()
    path = cache / _files(cache)[0]
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[damage](whole))
    with majlis.open(data=SMALL) as opened:
        assert opened.where("Blues", election="latest").to_dict() == before
        assert opened.notes[0] == f"the graph in {path} was damaged: built it again"
    with majlis.open(data=SMALL) as opened:
        assert opened.where("Blues", election="latest").to_dict() == before
        assert opened.notes == ()


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_file_of_the_user(graph_file: Path, tmp_path: Path, damage: str) -> None:
    """A damaged graph that the user named is refused with its path and what to do, and is left as it is."""
    path = tmp_path / "mine.kgl"
    damaged = DAMAGE[damage](graph_file.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(CorruptGraphError, match=rf"{path}: the graph cannot be read .*majlis build --to"):
        majlis.open(str(path))
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_no_graph(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A pipe is not waited for, and a folder not read: neither is a graph."""
    make(tmp_path / "graph.kgl")
    with pytest.raises(CorruptGraphError, match="this is no file"):
        EmbeddedStore.open(tmp_path / "graph.kgl")


def test_damaged_graph_on_the_command_line(run: Run, tmp_path: Path) -> None:
    """A damaged or missing --graph ends with exit 4 and one clear line; a damaged cache with exit 0 and a note."""
    (tmp_path / "bad.kgl").write_bytes(b"RGF but nothing else")
    bad = run("where", "Maliki", "--graph", "bad.kgl")
    assert (bad.returncode, bad.stdout) == (4, "")
    assert bad.stderr.startswith("majlis: bad.kgl: the graph cannot be read")
    missing = run("where", "Maliki", "--graph", "nowhere.kgl")
    assert (missing.returncode, missing.stdout) == (4, "")
    assert missing.stderr == ("majlis: nowhere.kgl: there is no graph here. Build one: majlis build --to nowhere.kgl\n")
    assert run("where", "Maliki", "--graph", tmp_path).returncode == 4


def test_damaged_cache_on_the_command_line(run: Run, warm: Path) -> None:
    """The note about a damaged graph goes to stderr and the answer to stdout."""
    whole = run("where", "Maliki").stdout
    path = warm / _files(warm)[0]
    path.write_bytes(path.read_bytes()[:-100])
    again = run("where", "Maliki")
    assert (again.returncode, again.stdout) == (0, whole)
    assert f"majlis: the graph in {path} was damaged: built it again\n" in again.stderr


def test_a_graph_being_built_answers_nothing(tmp_path: Path, cache: Path) -> None:
    """A graph whose state is "building" refuses questions with that word, and an empty one with its own."""
    store = EmbeddedStore.create()
    *most, _ready = rows_of(known_of("two_elections"))
    store.write(most)
    store.save(tmp_path / "half.kgl")
    with pytest.raises(StoreError, match="building"):
        majlis.open(str(tmp_path / "half.kgl"))
    EmbeddedStore.create().save(tmp_path / "empty.kgl")
    with pytest.raises(StoreError, match="empty"):
        majlis.open(str(tmp_path / "empty.kgl"))


def test_a_graph_of_another_version_is_not_asked(tmp_path: Path, cache: Path) -> None:
    """A graph written with other properties is refused with what to do: its answers would lack what it lacks."""
    store = EmbeddedStore.create()
    *rest, ready = rows_of(known_of("two_elections"))
    store.write([*rest, Batch(ready.table, {**ready.columns, "model": ["older"]})])
    store.save(tmp_path / "older.kgl")
    with pytest.raises(StoreError, match=r"another version of Majlis wrote this graph.* build it again"):
        majlis.open(str(tmp_path / "older.kgl"))


def test_an_opened_graph_is_read_only(cache: Path) -> None:
    """A graph that was opened from a file refuses to be written."""
    path = kept(graphs.build(SMALL))
    assert path is not None
    with pytest.raises(StoreError, match="could not be written"):
        EmbeddedStore.open(path).write([Batch(MAJLIS, {"id": ["majlis"], "state": ["mine"]})])


# The user's documents ---------------------------------------------------------------------------------


@pytest.fixture
def document(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document of the highest standing that gives the Blues 4 seats, not 5, of a country that is asked about."""
    monkeypatch.setenv("MAJLIS_DATA", str(SMALL))
    path = tmp_path / "northmark.txt"
    text = "---\nelection: e-2022\nstanding: certified\n---\n\nNorthmark\n- Blues: 4 seats\n"
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_are_remembered(run: Run, document: Path) -> None:
    """Questions after `build DOCUMENT` use the graph it built; `build` alone forgets the document and says so."""
    assert _total(run("where", "Blues", "-f", "json")) == 5
    built = run("build", document.name, "--publisher", "The Herald", "--published", "2024-01-02")
    assert built.returncode == 0, built.stderr
    after = run("where", "Blues", "-f", "json")
    assert _total(after) == 4
    assert after.stderr == "", "the question built the graph a second time"
    assert "The Herald" in [source["publisher"] for source in json.loads(after.stdout)["sources"]]
    forgotten = run("build")
    assert f"majlis: no longer part of the graph: {document}\n" in forgotten.stderr
    assert _total(run("where", "Blues", "-f", "json")) == 5


def test_a_changed_document_is_read_again(run: Run, document: Path) -> None:
    """A remembered document that changed is read again by the next question."""
    run("build", document)
    document.write_text(document.read_text(encoding="utf-8").replace("4 seats", "3 seats"), encoding="utf-8")
    answer = run("where", "Blues", "-f", "json")
    assert _total(answer) == 3
    assert "built the graph" in answer.stderr


@pytest.mark.parametrize("as_folder", [False, True])
def test_a_document_that_is_gone(run: Run, document: Path, as_folder: bool) -> None:
    """A remembered document that is gone, or is a folder now, stops questions with exit 3 and its name."""
    run("build", document)
    document.unlink()
    if as_folder:
        document.mkdir()
    answer = run("where", "Blues")
    assert (answer.returncode, answer.stdout) == (3, "")
    assert answer.stderr.startswith(f"majlis: {document}: ")
    assert run("build").returncode == 0
    assert run("where", "Blues").returncode == 0


def test_a_damaged_list_of_documents(run: Run, cache: Path, document: Path) -> None:
    """A damaged list of the user's documents stops questions with exit 4, and any build mends it."""
    run("build", document)
    (memory,) = cache.glob("documents-*.json")
    memory.write_text('{"documents": [', encoding="utf-8")
    answer = run("where", "Blues")
    assert (answer.returncode, answer.stdout) == (4, "")
    assert "Name them again" in answer.stderr
    assert run("build").returncode == 0
    assert _total(run("where", "Blues", "-f", "json")) == 5


def test_only_the_documents(run: Run, document: Path) -> None:
    """`build --only` leaves the claims of the folder out and does not touch what later questions know."""
    assert run("build", "--only", document, "--to", "only.kgl").returncode == 0
    alone = json.loads(run("where", "Blues", "--graph", "only.kgl", "-f", "json").stdout)
    assert (alone["total"], [place["name"] for place in alone["provinces"] if place["seats"]]) == (4, ["Northmark"])
    assert [place["council_size"] for place in alone["provinces"]] == [None]
    assert _total(run("where", "Blues", "-f", "json")) == 5


@pytest.mark.usefixtures("warm")
def test_the_same_document_again(run: Run, tmp_path: Path) -> None:
    """A user's copy of a shipped report, of itself or of another document changes no number."""
    shutil.copy(next((DATA / "reports").glob("*.txt")), tmp_path / "copy.txt")
    shutil.copy(tmp_path / "copy.txt", tmp_path / "twin.txt")
    built = run("build", "copy.txt", "twin.txt")
    assert built.returncode == 0, built.stderr
    assert "twin.txt says the same as" in built.stderr
    assert "dissent" not in built.stderr
    before = run("build", "--to", "without.kgl").stdout
    seats = re.compile(r"[0-9]+ seats in [0-9]+ councils")
    assert seats.findall(built.stdout) == seats.findall(before) != []
    assert _total(run("where", "Maliki", "-f", "json")) == 35


@pytest.mark.usefixtures("warm")
def test_a_document_in_the_name_of_a_shipped_source(run: Run, tmp_path: Path) -> None:
    """A user's document that names a shipped source cannot take that source's own claims down with it."""
    text = "---\nsource: shafaq-final-2023\nstanding: final\n---\n\nBaghdad\n- Sadiqoun: 50 seats\n"
    (tmp_path / "false.txt").write_text(text, encoding="utf-8")
    built = run("build", "false.txt")
    assert built.returncode == 0
    assert "false.txt:7" in built.stderr
    assert json.loads(run("who", "Baghdad", "-f", "json").stdout)["accounted"] == 52


# Checks of what ships, and of what a user adds --------------------------------------------------------


def test_broken_data_leave_the_old_graph(run: Run, folder: Path, tmp_path: Path) -> None:
    """Shipped data that break a rule end the build with file, line and rule, exit 3, and the old graph stays."""
    target = tmp_path / "mine.kgl"
    run("build", "--to", target)
    before = target.read_bytes()
    report = next((folder / "reports").glob("*.txt"))
    original = report.read_text(encoding="utf-8")
    line = _change(report, "- State of Law coalition: 9 seats", "- State of Law coalition: 20 seats")
    _expect_broken(run, folder, target, f"reports/{report.name}:{line}: ", "[council-size]")
    report.write_text(original, encoding="utf-8")
    typed = folder / "statements" / "iq-2023-governorates" / "press.csv"
    header = typed.read_text(encoding="utf-8").splitlines()[0].split(",")
    row = {"subject": "nabni", "predicate": "stood_in", "object": "IQ-BG", "source": "no-such-source"}
    row["election"] = "iq-2023-governorates"
    with typed.open("a", encoding="utf-8") as table:
        table.write(",".join(row.get(column, "") for column in header) + "\n")
    _expect_broken(run, folder, target, "press.csv:", "no source 'no-such-source'", "[known-sources]")
    assert target.read_bytes() == before


def _expect_broken(run: Run, folder: Path, target: Path, *words: str) -> None:
    for asked in (["build", "--to", target], ["build"], ["check"], ["where", "Maliki"]):
        failed = run(*asked, "--data", folder)
        assert (failed.returncode, failed.stdout) == (3, ""), asked
        assert "Traceback" not in failed.stderr
        for word in words:
            assert word in failed.stderr, asked


@pytest.mark.usefixtures("warm")
def test_a_users_document_over_the_councils_size(run: Run, tmp_path: Path) -> None:
    """A user's document that breaks a check is reported; its claim changes no seat and is shown by `why`."""
    (tmp_path / "over.txt").write_text(
        "---\ntitle: Too many\nstanding: certified\n---\n\nBaghdad\n- Nabni Alliance: 60 seats\n", encoding="utf-8"
    )
    built = run("build", "over.txt")
    assert built.returncode == 0
    assert "over.txt:7: " in built.stderr
    assert "[council-size]; its claims are dissent" in built.stderr
    assert run("check", "over.txt").returncode == 3
    assert _total(run("where", "Nabni", "-f", "json")) == 43
    why = json.loads(run("why", "Nabni", "Baghdad", "-f", "json").stdout)
    seats = next(fact for fact in why["facts"] if fact["predicate"] == "holds_seats")
    assert (seats["value"], seats["disputed"]) == (9, False)
    assert [(claim["value"], claim["won"]) for claim in seats["statements"]] == [(9, True), (9, True), (60, False)]


@pytest.mark.usefixtures("warm")
def test_a_users_preliminary_list(run: Run, tmp_path: Path) -> None:
    """A preliminary list that contradicts the final one, and has a list it lacks, changes no seat and is shown."""
    who = json.loads(run("who", "Kirkuk", "-f", "json").stdout)
    (tmp_path / "early.txt").write_text(
        "---\ntitle: Early count\nkind: official\nstanding: preliminary\n---\n\n"
        "Kirkuk\n- Arab Alliance: 4 seats\n- Leadership Alliance: 1 seat\n",
        encoding="utf-8",
    )
    assert run("build", "early.txt").returncode == 0
    after = json.loads(run("who", "Kirkuk", "-f", "json").stdout)
    marked = {item["id"] for item in after["lists"] if item["dissent"]}
    assert "leadership-alliance-kirkuk" in marked  # reported; the Arab Alliance's final 3 no early count disputes
    assert "arab-alliance-kirkuk" not in marked
    told = {"dissent": None, "others": None}  # what else is said of them
    assert [item | told for item in after["lists"]] == [item | told for item in who["lists"]]
    claims = {
        (claim["subject"], claim["value"]): claim["won"]
        for fact in json.loads(run("why", "Kirkuk", "-f", "json").stdout)["facts"]
        if fact["predicate"] == "holds_seats"
        for claim in fact["statements"]
        if claim["subject_text"] in ("Arab Alliance", "Leadership Alliance")
    }
    assert {value: won for (_, value), won in claims.items()} == {3: True, 4: False, 1: False}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---\ncopy_of: nobody\n---\n\nKirkuk\n- Nabni: 1 seat\n", "known-sources"),
        ("---\nsource: mine\ntitle: Mine\ncopy_of: mine\n---\n\nKirkuk\n- Nabni: 1 seat\n", "known-sources"),
        (
            "---\npublished: 2020-01-01\nelection: iq-2023-governorates\n---\n\nKirkuk\n- Nabni: 1 seat\n",
            "sane-dates",
        ),
        ("The vote.\n\nBaghdad and Basra held no vote.\n", "no-vote-no-result"),
        ("Erbil\n- Nabni: 1 seat\n", "no-vote-no-result"),
    ],
)
def test_no_document_of_a_user_stops_the_build(cache: Path, tmp_path: Path, text: str, rule: str) -> None:
    """Whatever check a user's document breaks, the build goes on, names the rule, and the numbers stay."""
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    built = graphs.build(DATA, [UserDocument(tmp_path / "odd.txt")])
    assert rule in {problem.rule for problem in built.problems}
    assert str(tmp_path / "odd.txt") in {problem.place.file for problem in built.problems if problem.place}
    held = [fact for fact in built.decided.facts if fact.predicate == "holds_seats" and fact.object and fact.counts]
    assert sum(int(fact.value or 0) for fact in held if fact.election == "iq-2023-governorates") == 285


# Addresses --------------------------------------------------------------------------------------------


def test_a_document_is_not_overwritten(cache: Path, document: Path) -> None:
    """`build --to` refuses a file that is no graph, so that a slip does not cost the user a document."""
    before = document.read_bytes()
    with pytest.raises(UsageError, match="is no graph and is not overwritten"):
        graphs.build(SMALL, to=str(document))
    assert document.read_bytes() == before


@pytest.mark.parametrize("address", ["/", ".", ".."])
def test_a_folder_is_no_place_for_a_graph(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """`build --to` a folder, also one that has no name of its own, ends in words and leaves nothing in it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="the graph cannot be written"):
        graphs.build(SMALL, to=address)
    assert not list(Path(address).glob("*.kgl"))


def test_another_programs_graph_is_not_overwritten(cache: Path, tmp_path: Path) -> None:
    """`build --to` refuses a graph that Majlis did not write, and writes over its own and a broken one."""
    foreign, own = tmp_path / "foreign.kgl", tmp_path / "own.kgl"
    graph = kglite.KnowledgeGraph()
    graph.cypher("CREATE (:Person {id: 'ada'})")
    graph.save(str(foreign))
    before = foreign.read_bytes()
    with pytest.raises(UsageError, match="holds data that Majlis did not write"):
        graphs.build(SMALL, to=str(foreign))
    assert foreign.read_bytes() == before
    for _ in range(2):
        assert graphs.build(SMALL, to=str(own)).address == str(own)
    own.write_bytes(own.read_bytes()[:2000])
    assert graphs.build(SMALL, to=str(own)).address == str(own)


@pytest.mark.parametrize("ours", [True, False])
def test_a_graph_of_another_engine_is_overwritten_where_it_is_ours(cache: Path, tmp_path: Path, ours: bool) -> None:
    """A graph that this engine cannot read is replaced where its beginning names Majlis, and kept where not."""
    graph, file = kglite.KnowledgeGraph(), tmp_path / "graph.kgl"
    graph.cypher(f"CREATE (:{'Majlis' if ours else 'Person'} {{id: 'ada', state: 'ready'}})")
    graph.save(str(file))
    newer = b"RGF" + bytes([file.read_bytes()[3] + 90]) + file.read_bytes()[4:]
    file.write_bytes(newer)
    with pytest.raises(CorruptGraphError, match=r"cannot be read .*Build it again"):
        majlis.open(str(file))
    if ours:
        assert graphs.build(SMALL, to=str(file)).address == str(file)
        return
    with pytest.raises(UsageError, match="nothing shows that Majlis wrote it, so it is not overwritten"):
        graphs.build(SMALL, to=str(file))
    assert file.read_bytes() == newer


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize("make", [os.mkfifo, _socket, lambda path: path.symlink_to("/dev/null")])
def test_no_graph_is_kept_in_what_is_no_file(cache: Path, tmp_path: Path, make: Callable[[Path], None]) -> None:
    """`build --to` a pipe, a socket or a device is refused at once, and it stays what it was."""
    target = tmp_path / "graph.kgl"
    make(target)
    before = target.lstat()
    with pytest.raises(UsageError, match="this is a pipe or a device, in which no graph can be kept"):
        graphs.build(SMALL, to=str(target))
    assert target.lstat() == before
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("there", [True, False])
def test_a_graph_is_kept_where_a_link_leads(cache: Path, tmp_path: Path, there: bool) -> None:
    """`build --to` a link writes the file that it leads to, which may not be there yet, and the link stays."""
    link, file = tmp_path / "link.kgl", tmp_path / "deep" / "graph.kgl"
    if there:
        graphs.build(SMALL, to=str(file))
    link.symlink_to(file)
    for _ in range(2):
        assert graphs.build(SMALL, to=str(link)).address == str(link)
        assert link.is_symlink()
        with majlis.open(str(file)) as opened:
            assert opened.where("Reds")


@pytest.mark.parametrize(
    ("given", "home"), [("/kept", "/home/you"), ("", "/home/you"), (None, "/home/you"), ("cache", "/home/you")]
)
def test_the_cache_is_where_platforms_keep_theirs(
    monkeypatch: pytest.MonkeyPatch, given: str | None, home: str
) -> None:
    """The folder that is found without `platformdirs` is the one that it would name."""
    monkeypatch.setenv("HOME", home)
    if given is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", given)
    assert cache_folder() == platformdirs.user_cache_path("majlis")


def test_the_files_of_a_folder_are_found_as_paths_find_them(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files that a graph is built from are those that the patterns name, in the order of paths, links too.

    And their version is the same however the folder is named.
    """
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    (folder / "statements").mkdir(exist_ok=True)
    (folder / "statements-2.csv").write_text("a", encoding="utf-8")
    (folder / "reports" / "gone.txt").symlink_to(tmp_path / "nowhere")
    (folder / "statements" / "kept.csv").symlink_to(folder / "sources.csv")
    patterns = ["registry/**/*.csv", "statements*.csv", "statements/**/*.csv", "reports/*.txt"]
    tables = [folder / name for name in TABLES if (folder / name).exists()]
    assert data_files(folder) == sorted([*tables, *(path for pattern in patterns for path in folder.glob(pattern))])
    (folder / "reports" / "gone.txt").unlink()
    version = data_version(folder, data_files(folder))
    monkeypatch.chdir(folder)
    assert data_version(Path(), data_files(Path())) == version
    assert data_version(Path("../data"), data_files(Path("../data"))) == version


def test_a_graph_dated_in_the_future_outlives_no_new_one(cache: Path, document: Path) -> None:
    """Graphs whose dates are far ahead are the first to go, and the one just built is kept."""
    kept = cache_folder()
    graphs.build(SMALL)
    for number in range(12):
        path = kept / f"future{number}.kgl"
        path.write_bytes(b"RGF")
        os.utime(path, (time.time() + 90_000 + number,) * 2)
    built = graphs.build(SMALL, [UserDocument(document)])
    assert Path(str(built.address)).exists()


def test_addresses_that_cannot_be_written(cache: Path, document: Path, tmp_path: Path) -> None:
    """An address below a file, or of a folder, cannot be written and fails as such."""
    for address in (document / "x.kgl", tmp_path):
        with pytest.raises(StoreError, match="the graph cannot be written"):
            graphs.build(SMALL, to=str(address))
    odd = tmp_path / "a**b[c].kgl"
    assert graphs.build(SMALL, to=str(odd)).address == str(odd)
    with pytest.raises(UsageError, match="http"):
        graphs.build(SMALL, to="http://localhost")


def test_a_folder_without_data(cache: Path, tmp_path: Path) -> None:
    """A folder that is not there, or holds no data, is named with what one would hold."""
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(DocumentError, match=r"this is no data folder: it has no entities\.csv"):
            majlis.open(data=folder)
