"""What the data folder says of itself for others: its package, its changelog, how it is cited and corrected.

`make data` writes `data/datapackage.json` anew; with `make data SINCE=f317d21` also the entry of
`data/CHANGELOG.md` for the version of the data, compared with that revision.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.dates import is_date
from graph.fingerprint import LAWS, stated_version
from loaders.expectations import DECLARED
from loaders.laws import LAW_TABLE
from loaders.rows import Table
from loaders.statements import STATEMENTS
from loaders.tables import ALIASES, ENTITIES, SOURCES
from majlis import __version__

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
PACKAGE, CHANGELOG = DATA / "datapackage.json", DATA / "CHANGELOG.md"
_TABLES: Mapping[str, Table] = {
    **{"sources.csv": SOURCES, "entities.csv": ENTITIES, "aliases.csv": ALIASES},
    **{LAWS: LAW_TABLE},
    **DECLARED,
}
# Every column is text, but for these. A date is as precise as it is known, which no type of Frictionless is.
_DATES = ("published", "accessed", "date", "born", "founded", "dissolved", "since", "until")
_DATE = {"type": "string", "constraints": {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"}}
_TYPES: Mapping[str, Mapping[str, Any]] = {
    **dict.fromkeys(_DATES, _DATE),
    **{column: {"type": "integer"} for column in ("minimum", "maximum")},
    **{column: {"type": "number"} for column in ("area_km2", "lat", "lon")},
    **{column: {"type": "string", "format": "uri"} for column in ("url", "archived")},
    "value": {"type": "any"},
}
_CC0 = {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": "CC0 1.0"}
_MIT = {"name": "MIT", "path": "map.LICENSE", "title": "MIT, for map.geojson alone"}


def package() -> str:
    """The package of the data folder as it is, as JSON: every table with its columns and their types."""
    tables = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv"))
    found = {
        "profile": "tabular-data-package",
        "name": "majlis-data",
        "title": "Seats in the councils and parliaments of Iraq, and who says so",
        "version": stated_version(DATA),
        "licenses": [_CC0, _MIT],
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _resource(table: str) -> dict[str, Any]:
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    known = _TABLES.get(table, STATEMENTS)
    schema: dict[str, Any] = {"fields": [_field(column, known) for column in columns], "missingValues": [""]}
    if table in ("sources.csv", "entities.csv"):
        schema["primaryKey"] = "id"
    if known is STATEMENTS:
        schema["foreignKeys"] = [_key("source", "sources"), _key("election", "entities")]
    name = table.removesuffix(".csv").replace("/", "-").replace("_", "-")
    return {"name": name, "path": table, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}


def _field(column: str, table: Table) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, **_TYPES.get(column, {"type": "string"})}
    if column in table.required:
        field["constraints"] = {"required": True, **field.get("constraints", {})}
    return field


def _key(column: str, table: str) -> dict[str, Any]:
    return {"fields": column, "reference": {"resource": table, "fields": "id"}}


def test_the_package_is_that_of_the_folder() -> None:
    """Every table, with the columns that it has and the version (write it anew with `make data`)."""
    assert PACKAGE.read_text(encoding="utf-8") == package()


def _fits(field: dict[str, Any], cell: str) -> bool:
    needs = field.get("constraints", {})
    if not cell:
        return not needs.get("required")
    match field["type"]:
        case "integer":
            return cell.isdecimal()
        case "number":
            return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) is not None
    fits = "pattern" not in needs or (re.fullmatch(needs["pattern"], cell) is not None and is_date(cell))
    return fits and (field.get("format") != "uri" or re.match("https?://", cell) is not None)


def test_every_cell_is_of_the_type_that_the_package_says() -> None:
    """No cell breaks the type or the constraints of its column; no key leads nowhere."""

    @cache
    def rows(path: str) -> list[dict[str, str]]:
        with (DATA / path).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    for resource in json.loads(package())["resources"]:
        path = resource["path"]
        for field in resource["schema"]["fields"]:
            cells = {row[field["name"]] for row in rows(path)}
            assert [cell for cell in cells if not _fits(field, cell)] == [], (path, field["name"])
        for key in resource["schema"].get("foreignKeys", ()):
            ids = {row["id"] for row in rows(f"{key['reference']['resource']}.csv")}
            assert {row[key["fields"]] for row in rows(path)} - ids <= {""}, (path, key)


def test_the_changelog_begins_with_the_version_of_the_data() -> None:
    """Its newest entry is of the version that the folder states (`make data SINCE=REVISION` writes it)."""
    entries = re.findall(r"^## (\S+)$", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert entries[0] == stated_version(DATA)
    assert entries == sorted(set(entries), reverse=True)


def test_the_citation_names_this_version() -> None:
    """CITATION.cff has the version of the program and of the data, and the fields that the format requires."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found = dict(line.split(": ", 1) for line in text.splitlines() if re.match(r"[a-z-]+: ", line))
    assert {"cff-version", "message", "title"} <= set(found)
    assert "\nauthors:\n" in text
    assert found["version"].strip('"') == __version__
    assert f'version: "{stated_version(DATA)}"' in text


def test_corrections_are_explained() -> None:
    """How to report an error stands in CORRECTIONS.md, the README leads there, and each correction is in the table."""
    text = (ROOT / "CORRECTIONS.md").read_text(encoding="utf-8")
    assert all(heading in text for heading in ("## Report an error", "## What happens then", "## Right of reply"))
    assert "data/corrections.csv" in text
    assert "(CORRECTIONS.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def _write_changelog(since: str) -> None:
    """Write the entry of this version in the place of one that is there, else above all others."""
    import majlis
    from majlis.terminal.diff import changelog_entry

    entry = changelog_entry(majlis.diff(since, DATA, data=DATA))
    head, *entries = re.split(r"^(?=## )", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)
    title = entry.partition("\n")[0]
    others = [item for item in entries if item.partition("\n")[0] != title]
    CHANGELOG.write_text("\n".join([head.rstrip("\n") + "\n", entry, *others]).rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    PACKAGE.write_text(package(), encoding="utf-8")
    for revision in sys.argv[1:]:
        _write_changelog(revision)
