"""The projector as the run screen drives it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.edits.deciding import set_details
from models.edits.notes import add_notes
from models.workshop import WorkshopFormat
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.keys import DOWN, NUMBERS, meanings
from ui.run.screen import RunScreen

KEY = Qt.Key
ROOT = Path(__file__).parents[3]


@pytest.fixture
def with_wall(qtbot: QtBot, screen: RunScreen) -> RunScreen:
    """The run screen with its projector window open."""
    with qtbot.waitSignal(screen.projector.opened):
        qtbot.keyClick(screen, KEY.Key_P)
    return screen


def test_projector_opens_and_closes_when_p_is_pressed(qtbot: QtBot, with_wall: RunScreen) -> None:
    assert with_wall.projector.isVisible()
    assert with_wall.tools.projector_button.text() == "投影画面を閉じる"
    qtbot.keyClick(with_wall, KEY.Key_P)
    assert not with_wall.projector.isVisible()
    assert with_wall.tools.projector_button.text() == "投影画面を開く（画面は1つ）"


def test_keys_work_when_the_projector_window_has_them(qtbot: QtBot, with_wall: RunScreen) -> None:
    window = with_wall.projector
    window.activateWindow()
    window.setFocus()
    qtbot.keyClick(window, KEY.Key_Space)
    assert with_wall.live.workshop.current_item() is not None
    qtbot.keyClick(window, KEY.Key_P)
    assert not window.isVisible()


def test_notes_are_paged_when_page_down_is_pressed(qtbot: QtBot, with_wall: RunScreen, live: LiveDocument) -> None:
    live.apply(add_notes(live.workshop, [f"困りごとの{number}番目" for number in range(60)]))
    share = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.SHARE)
    with_wall.conduct.go_to(share.id)
    with_wall.shown()
    assert with_wall.tools.page_down.isVisible()
    qtbot.keyClick(with_wall, KEY.Key_PageDown)
    assert with_wall.projector.page == 1
    qtbot.mouseClick(with_wall.tools.page_up, Qt.MouseButton.LeftButton)
    assert with_wall.projector.page == 0


def test_facilitator_is_told_when_the_projector_is_unplugged(qtbot: QtBot, with_wall: RunScreen) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(with_wall.projector.screen())
    assert not with_wall.projector.isVisible()
    assert with_wall.notice.isVisible()
    qtbot.keyClick(with_wall, KEY.Key_P)
    assert not with_wall.notice.isVisible()


def test_projector_goes_when_the_screen_goes(qtbot: QtBot, live: LiveDocument) -> None:
    screen = RunScreen(live)
    window = screen.projector
    window.show()
    shiboken6.delete(screen)
    with qtbot.waitSignal(window.destroyed):
        pass
    assert not shiboken6.isValid(window)


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}


TWO_SCREENS = {"screens": [_screen("desk", 0, 1366, 768), _screen("wall", 1366, 1280, 720)]}
OPEN_PROJECTOR = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from models.demonstration import add_demonstration
from models.document import Document
from models.workspace.workspace import Workspace
from ui.live_document import LiveDocument
from ui.run.screen import RunScreen

app = QApplication([])
workspace = Workspace(Path(sys.argv[1]))
screen = RunScreen(LiveDocument(Document(workspace, add_demonstration(workspace))))
screen.show()
screen.toggle_projector()
app.processEvents()
window = screen.projector
print(window.isFullScreen(), window.screen().name(), screen.screen().name(), window.width(), screen.isActiveWindow())
workspace.close()
"""


@pytest.mark.e2e
def test_projector_fills_the_other_screen_when_there_is_one(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", OPEN_PROJECTOR, str(tmp_path / "workspace")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["True", "wall", "desk", "1280", "True"]


def test_picture_is_held_and_black_when_its_keys_are_pressed(qtbot: QtBot, with_wall: RunScreen) -> None:
    wall, tools = with_wall.live.wall, with_wall.tools
    qtbot.keyClick(with_wall, KEY.Key_F)
    assert wall.frozen
    assert tools.freeze_button.text() == "止めています：続ける（F）"
    qtbot.keyClick(with_wall, KEY.Key_Period)
    assert wall.black
    assert tools.black_button.text() == "黒くしています：戻す（.）"
    qtbot.mouseClick(tools.black_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(with_wall.projector, KEY.Key_F)
    assert (wall.frozen, wall.black) == (False, False)
    assert tools.freeze_button.text() == "投影を止める（F）"


def test_state_of_the_wall_is_told_when_the_window_is_closed(qtbot: QtBot, screen: RunScreen) -> None:
    assert not screen.tools.freeze_button.isVisible()
    qtbot.keyClick(screen, KEY.Key_F)
    assert screen.tools.freeze_button.isVisible()


def test_the_only_screen_is_given_to_the_room_with_shift_p(qtbot: QtBot, screen: RunScreen) -> None:
    assert screen.tools.present_button.isVisible()
    qtbot.keyClick(screen, KEY.Key_P, Qt.KeyboardModifier.ShiftModifier)
    window = screen.projector
    assert window.is_presenting
    assert not screen.isVisible()
    qtbot.keyClick(window, KEY.Key_Question)
    qtbot.keyClick(window, KEY.Key_R)
    assert not screen.replanning.is_open
    window.hide()


def test_parking_lot_and_content_are_asked_for_with_their_keys(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    with qtbot.waitSignal(screen.parking_requested):
        qtbot.keyClick(screen, KEY.Key_K)
    assert not screen.tools.content_button.isVisible()
    with qtbot.assertNotEmitted(screen.content_requested):
        qtbot.keyClick(screen, KEY.Key_T)
    live.apply(set_details(live.workshop, replace(live.workshop.details, format=WorkshopFormat.DX)))
    assert screen.tools.content_button.text() == "手順（T）"
    with qtbot.waitSignal(screen.content_requested):
        qtbot.keyClick(screen, KEY.Key_T)


def test_every_key_stands_in_the_list(screen: RunScreen) -> None:
    listed = set(meanings("手順"))
    own = {*NUMBERS[1:], DOWN}  # named together with their first
    assert set(screen._commands()) | set(screen._arrows()) == listed | own


def test_re_plans_are_put_away_when_the_only_screen_is_given_to_the_room(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.advance(20 * 60)
    screen.shown()
    qtbot.keyClick(screen, KEY.Key_R)
    is_open = [screen.replanning.is_open]
    screen.wall.present()
    assert [*is_open, screen.replanning.is_open] == [True, False]
    before = live.workshop.agenda
    qtbot.keyClick(screen.projector, KEY.Key_1)
    assert live.workshop.agenda == before
    item = live.workshop.current_item()
    screen.projector.leave()
    qtbot.keyClick(screen.projector, KEY.Key_Right)
    assert live.workshop.current_item() == item  # nothing is done behind the cover
    screen.projector._confirm()  # the cover, then the desk again
    assert screen.isVisible()
