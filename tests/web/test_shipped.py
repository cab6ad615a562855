"""What the server needs beside its code travels in the wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_the_templates_the_tables_and_the_script(tmp_path: Path) -> None:
    """Every template, table of words and file of the page is in the wheel, the script with its version and licence."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    here = [path for path in (ROOT / "majlis" / "web").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {path.relative_to(ROOT).as_posix() for path in here} <= shipped
    script = "majlis/web/static/htmx"
    assert {f"{script}/htmx.min.js", f"{script}/LICENSE", f"{script}/VERSION"} <= shipped
    version = (ROOT / script / "VERSION").read_text(encoding="utf-8").split()[1].rstrip(":")
    assert f'version:"{version}"' in (ROOT / script / "htmx.min.js").read_text(encoding="utf-8")
