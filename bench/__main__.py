"""Runs the benchmarks and prints one line a figure: what, how much, against which baseline, the aim."""

from __future__ import annotations

import os
import platform
import tempfile
from pathlib import Path

from . import answers, page, reading


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder  # never the user's own cache
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
        for run in (answers.cold, answers.inside, answers.build, reading.lines, page.offline):
            for line in run(Path(folder)):
                print(line)


main()
