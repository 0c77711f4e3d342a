"""A meeting that begins far from its plan, one that is about to end, and a gong that was turned off."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.edits import agenda
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.screen import RunScreen

KEY = Qt.Key


def _press(qtbot: QtBot, screen: RunScreen, text: str) -> None:
    deed = next(one for one in screen.notice.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(deed, Qt.MouseButton.LeftButton)


def test_now_can_be_the_beginning_when_the_start_is_far_from_the_plan(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    second = live.workshop.agenda_items()[1]
    live.apply(agenda.set_item(live.workshop, second.id, starts_at=time(10, 5)))
    clock.advance(11 * 3600 + 37)
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.notice.text == "予定は 10:00 開始です。いま（21:00）を開始の時刻にしますか"
    assert live.workshop.details.starts_at == time(10)
    _press(qtbot, screen, "いまを開始にする")
    details = live.workshop.details
    assert (details.held_on, details.starts_at) == (date(2026, 6, 4), time(21))
    assert live.workshop.agenda[second.id].starts_at is None
    assert screen.notice.text == ""
    assert screen.side.drift.text() == "予定どおり"
    assert not screen.card.offer.isVisible()


def test_day_is_said_when_the_meeting_starts_on_another(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    clock.advance(24 * 3600)
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.notice.text == "予定は 6/4 10:00 開始です。いま（10:00）を開始の時刻にしますか"


@pytest.mark.parametrize("minutes", [0, 29])
def test_nothing_is_asked_when_the_meeting_starts_about_as_planned(
    qtbot: QtBot, screen: RunScreen, clock: FakeClock, minutes: int
) -> None:
    clock.advance(minutes * 60)
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.notice.text == ""


def test_meeting_ends_when_right_is_pressed_twice_on_the_last_item(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[-1].id)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert live.workshop.current_item() is not None
    assert screen.notice.text == "もう一度 → で会を終えます"
    qtbot.keyClick(screen, KEY.Key_Right)
    assert live.workshop.current_item() is None
    assert screen.notice.text == ""


def test_end_is_asked_anew_when_the_second_press_comes_late(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[-1].id)
    qtbot.keyClick(screen, KEY.Key_Right)
    screen._ending.timeout.emit()
    assert screen.notice.text == ""
    qtbot.keyClick(screen, KEY.Key_Right)
    assert live.workshop.current_item() is not None


def test_gong_stays_off_when_the_app_is_opened_again(qtbot: QtBot, live: LiveDocument, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    first = RunScreen(live, settings=settings)
    qtbot.addWidget(first)
    assert first.sound_on
    first.toggle_sound()
    settings.sync()
    again = RunScreen(live, settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    assert not again.sound_on
