"""The rooms of the code: relative imports inside a package, no circle of imports, no corridor of files."""

from __future__ import annotations

import ast
import re
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "loaders", "queries", "majlis")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
MOST_FILES = 20


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_names_itself_by_dots(package: str) -> None:
    """Inside a package no module imports another by the package's own name."""
    found = [
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in MODULES
        if path.is_relative_to(ROOT / package)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == package
    ]
    assert found == []


def test_no_imports_run_in_a_circle() -> None:
    """Imports lead from module to module and never back, those inside functions included."""
    imports = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    TopologicalSorter(
        {module: imports.find_modules_directly_imported_by(module) for module in imports.modules}
    ).prepare()


def test_the_rooms_where_new_things_go_are_there() -> None:
    """Each file and folder that tells a newcomer where to add something is there."""
    text = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/contributing.md"))
    rows = "".join(line for line in text.splitlines() if line.startswith("| a"))
    found = set(re.findall(r"`((?:graph|loaders|queries|majlis|docs|tests)/[\w./]*)", rows))
    assert {"graph/predicates.py", "majlis/register.py", "loaders/shapes/"} <= found
    assert [path for path in sorted(found) if not (ROOT / path).exists()] == []


def test_no_folder_is_a_corridor() -> None:
    """Files that are read together stand together: no folder holds more than about twenty modules."""
    counted = Counter(path.parent.relative_to(ROOT).as_posix() for path in MODULES)
    assert {folder: number for folder, number in counted.items() if number > MOST_FILES} == {}
