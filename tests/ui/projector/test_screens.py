"""Screens that come and go: the projector on a machine with several of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.projector.on_three_screens import SCENARIOS

ROOT = Path(__file__).parent.parent.parent.parent


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}


SCREENS = {
    "screens": [
        _screen("desk", 0, 1366, 768),
        _screen("mirror", 0, 1366, 768),
        _screen("wall", 1366, 1280, 720),
        _screen("wall 2", 2646, 1920, 1080),
    ]
}


@pytest.mark.e2e
@pytest.mark.parametrize("scenario", [one.__name__ for one in SCENARIOS])
def test_projector_is_where_it_belongs_when_screens_come_and_go(tmp_path: Path, scenario: str) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SCREENS), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.projector.on_three_screens", str(tmp_path / "workspace"), scenario],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
