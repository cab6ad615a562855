"""How much of what the openCypher TCK reads the gate admits: `make tck` fetches the TCK and prints what is refused.

Counted are the queries of scenarios that expect rows and no side effects, each row of an outline for itself. Left out
is what would write and finds nothing to, and calls of the TCK's own procedures, which no server has.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from graph.gate import RefusedError, admit

_TCK = "org.opencypher:tck:1.0.0-M23:jar"
_NO_READS = re.compile(r"\bCALL\s+test\.|^\s*(?:.*\s)?(?:CREATE|MERGE|SET|DELETE|REMOVE)\s", re.MULTILINE)


def fetched(folder: Path) -> Path:
    """The jar of the TCK, by Maven."""
    command = ["mvn", "-B", "-q", "dependency:copy", f"-Dartifact={_TCK}", f"-DoutputDirectory={folder}"]
    subprocess.run(command, check=True)
    return next(folder.glob("tck-*.jar"))


def reads(feature: str) -> Iterator[str]:
    """The queries of a feature that read."""
    for scenario in re.split(r"^\s*(?=Scenario(?: Outline)?:)", feature, flags=re.MULTILINE)[1:]:
        if "should be raised" in scenario or "no side effects" not in scenario:
            continue
        for query in re.findall(r'executing query:\s*"""\n(.*?)\n\s*"""', scenario, re.DOTALL):
            if not _NO_READS.search(query):
                yield from _filled(query, scenario)


def _filled(query: str, scenario: str) -> Iterator[str]:
    """A query with the cells of each row of its examples in it."""
    _, _, table = scenario.partition("Examples:")
    rows = [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        for line in table.splitlines()
        if line.strip().startswith("|")
    ]
    if not rows:
        yield query
        return
    for row in rows[1:]:
        text = query
        for name, cell in zip(rows[0], row, strict=True):
            text = text.replace(f"<{name}>", cell)
        yield text


def main() -> None:
    """Print how many are admitted, and each that is not with the gate's words."""
    admitted, refused = 0, []
    with tempfile.TemporaryDirectory() as folder:
        jar = Path(sys.argv[1]) if len(sys.argv) > 1 else fetched(Path(folder))
        with zipfile.ZipFile(jar) as archive:
            features = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".feature")]
    for text in (text for feature in features for text in reads(feature)):
        try:
            admit(text)
            admitted += 1
        except RefusedError as error:
            refused.append((text, str(error).splitlines()[0]))
    for text, words in refused:
        print(f"{' '.join(text.split())[:110]}\n    {words}")  # noqa: T201 - it is a program
    whole = admitted + len(refused)
    print(f"{admitted:,} of {whole:,} reads admitted, {admitted / whole:.2%}")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
