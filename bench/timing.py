"""Timing: medians of several runs, taken in turn with their baseline so that both see the same machine."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median


def seconds(run: Callable[[], object]) -> float:
    """The wall time of one call."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def paired(run: Callable[[], object], baseline: Callable[[], object], times: int) -> tuple[float, float]:
    """The median seconds of a call and of its baseline, run in turn after one warm-up of each."""
    run(), baseline()
    pairs = [(seconds(run), seconds(baseline)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def as_installed(folder: Path) -> dict[str, str]:
    """The environment of a command of an installed Majlis: its code stays compiled, here in this folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Callable[[], object]:
    """A call that runs a command as a whole process and fails where it fails."""
    return lambda: subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )


def resident(process: int) -> float:
    """What a process holds of memory, in MB; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmRSS")), 0.0)
