"""A workshop after the meeting, open in the screen that makes its papers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import deciding
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.decide.conftest import grouped
from ui.background import wait_for_all
from ui.close.screen import CloseScreen
from ui.live_document import LiveDocument


@pytest.fixture
def live(workspace: Workspace, fresh: Workshop, clock: FakeClock) -> LiveDocument:
    """The workshop with groups, a decision and an action."""
    made = replace(fresh, details=replace(fresh.details, marking=None))
    workspace.create(grouped(made))
    live = LiveDocument(Document(workspace, fresh.id), clock)
    live.apply(deciding.add_decision(live.workshop, "紙の配布をやめる", "印刷に毎週3時間かかるため"))
    live.apply(deciding.add_action(live.workshop, "段取り票を1枚にする", "総務課 庶務係長", date(2026, 7, 3)))
    return live


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """The folder the person chooses."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def screen(qtbot: QtBot, live: LiveDocument, target: Path) -> Iterator[CloseScreen]:
    """The screen, seen; asked for a path, the person takes the name that is offered."""
    made = CloseScreen(live)
    made.ask_path = lambda _parent, _title, name, _kinds: target / name
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    made.shown()
    yield made
    wait_for_all()
