"""With one screen: the room sees only its own picture, and nothing leads past the cover by accident."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.run.keys import bind_keys

SECRET = QColor("#ff00ff")
KEY = Qt.Key


class Desk(QWidget):
    """The facilitator's window: all of it in a colour that the room must not see."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        QPainter(self).fillRect(self.rect(), SECRET)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.setGeometry(QGuiApplication.primaryScreen().geometry())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def presented(qtbot: QtBot, live: LiveDocument, clock: FakeClock, desk: Desk) -> Iterator[ProjectorWindow]:
    """The projector, presenting over the desk."""
    go(live, clock, AgendaPhase.WRITE)
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.present(desk)
    yield window
    window.hide()


def _is_seen(colour: QColor) -> bool:
    """Whether the room sees the colour anywhere on the screen."""
    QApplication.processEvents()
    image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    assert not image.isNull()
    return any(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)
    )


def test_secret_is_seen_when_nothing_hides_it(desk: Desk) -> None:
    """The other side of the coin: the tests below could see it."""
    assert _is_seen(SECRET)


def test_room_sees_the_wall_alone_when_it_has_the_only_screen(presented: ProjectorWindow, desk: Desk) -> None:
    assert presented.isFullScreen()
    assert not desk.isVisible()
    assert not _is_seen(SECRET)
    assert "困りごとの記入" in presented.painted_texts()


def test_nothing_private_is_seen_when_every_way_out_but_enter_is_tried(
    qtbot: QtBot, presented: ProjectorWindow, desk: Desk
) -> None:
    ways = (
        lambda: qtbot.keyClick(presented, KEY.Key_Return),
        lambda: qtbot.keyClick(presented, KEY.Key_Escape),
        lambda: qtbot.keyClick(presented, KEY.Key_Escape),
        lambda: qtbot.keyClick(presented, KEY.Key_F11),
        lambda: presented.toggle(desk),
        lambda: presented.close(),
        lambda: presented.present(desk),
        lambda: desk.show(),
        lambda: qtbot.keyClick(presented, KEY.Key_Escape),
    )
    for way in ways:
        way()
        QApplication.processEvents()
        assert presented.isVisible()
        assert not desk.isVisible()
        assert not _is_seen(SECRET)


def test_cover_comes_first_and_goes_again_when_escape_is_pressed(qtbot: QtBot, presented: ProjectorWindow) -> None:
    qtbot.keyClick(presented, KEY.Key_Escape)
    cover = "進行役の画面に戻ります。投影を止めてからEnterを押してください。Escで続けます。"
    assert [text.replace(" ", "") for text in presented.painted_texts()] == [cover]
    qtbot.keyClick(presented, KEY.Key_Escape)
    assert "困りごとの記入" in presented.painted_texts()


def test_cover_is_read_when_the_wall_is_black(qtbot: QtBot, presented: ProjectorWindow, live: LiveDocument) -> None:
    live.wall.toggle_black()
    qtbot.keyClick(presented, KEY.Key_Escape)
    assert len(presented.painted_texts()) == 1
    qtbot.keyClick(presented, KEY.Key_Escape)
    assert presented.painted_texts() == []


def test_desk_comes_back_when_enter_is_pressed_on_the_cover(
    qtbot: QtBot, presented: ProjectorWindow, desk: Desk
) -> None:
    told: list[bool] = []
    presented.presenting.connect(told.append)
    qtbot.keyClick(presented, KEY.Key_Escape)
    qtbot.keyClick(presented, KEY.Key_Return)
    assert not presented.isVisible()
    assert desk.isVisible()
    assert told == [False]
    presented.toggle(desk)
    assert not presented.isFullScreen()
    assert not presented.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert "困りごとの記入" in presented.painted_texts()


def test_dialog_is_hidden_at_once_when_it_comes_up_while_presenting(
    qtbot: QtBot, presented: ProjectorWindow, desk: Desk
) -> None:
    dialog = QDialog(desk)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert presented.isVisible()


def test_open_dialog_is_hidden_and_comes_back_when_presenting_begins_and_ends(
    qtbot: QtBot, live: LiveDocument, desk: Desk
) -> None:
    dialog = QDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.present(desk)
    assert not dialog.isVisible()
    window.leave()
    qtbot.keyClick(window, KEY.Key_Enter)
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("raise")
def test_tooltip_does_not_come_back_when_presenting_ends(qtbot: QtBot, live: LiveDocument, desk: Desk) -> None:
    tip = QWidget(desk, Qt.WindowType.ToolTip)
    tip.show()
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.present(desk)
    assert not tip.isVisible()
    window.leave()
    qtbot.keyClick(window, KEY.Key_Enter)
    assert desk.isVisible()
    assert not tip.isVisible()


def test_room_gets_the_screen_when_f11_is_pressed_beside_the_desk(qtbot: QtBot, live: LiveDocument, desk: Desk) -> None:
    """An ordinary window that would fill the private screen presents, so that leaving it is safe."""
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.toggle(desk)
        window.activateWindow()
    qtbot.keyClick(window, KEY.Key_F11)
    assert window.is_presenting
    assert not desk.isVisible()
    window.hide()


def test_room_keeps_the_screen_when_another_is_plugged_in(presented: ProjectorWindow, desk: Desk) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenAdded.emit(presented.screen())
    assert presented.isFullScreen()
    assert not desk.isVisible()


@pytest.mark.parametrize("opened", [ProjectorWindow.present, ProjectorWindow.toggle])
def test_room_keys_work_when_the_keyboard_is_the_projectors(
    qtbot: QtBot,
    live: LiveDocument,
    clock: FakeClock,
    desk: Desk,
    opened: Callable[[ProjectorWindow, QWidget], None],
) -> None:
    """The keys go where the keyboard is: to the focus of the window, which nobody sets by hand here."""
    go(live, clock, AgendaPhase.WRITE)
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    pressed: list[str] = []
    commands = {key: partial(pressed.append, key) for key in ("Right", "Space", "+", "-", "F", ".")}
    bind_keys(window, commands)
    with qtbot.waitActive(window):
        opened(window, desk)
        window.activateWindow()
    for key in (KEY.Key_Right, KEY.Key_Space, KEY.Key_Plus, KEY.Key_Minus, KEY.Key_F, KEY.Key_Period):
        qtbot.keyClick(window.windowHandle(), key)
    assert pressed == list(commands)
    window.hide()
