"""Figures of whole processes: how long until the window is there, how long the demonstration takes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from models.workspace.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
STARTS = 9
DEMOS = 3


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def output_of(*arguments: str) -> str:
    """What a Python process of this environment prints, offscreen."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_environment(), timeout=120
    ).stdout


def _seconds_to_paint(*window: str) -> float:
    start = time.monotonic()
    return float(output_of("-m", "tests.bench.first_paint", *window)) - start


def start_ratio() -> float:
    """Process start to the first painted main window, over the same for an empty `QMainWindow`.

    Medians of runs that alternate, after one of each to warm up, on a workspace that exists.
    """
    with tempfile.TemporaryDirectory() as folder:
        Workspace(Path(folder)).close()
        pairs = [(_seconds_to_paint("app", folder), _seconds_to_paint("empty")) for _ in range(STARTS + 1)][1:]
    return median(app for app, _ in pairs) / median(empty for _, empty in pairs)


def demo_seconds() -> float:
    """`app.py demo`, process start to its end with all papers written: the median."""
    times = []
    with tempfile.TemporaryDirectory() as out:
        for _ in range(DEMOS):
            start = time.monotonic()
            output_of("app.py", "demo", "--out", out)
            times.append(time.monotonic() - start)
    return median(times)
