"""The list of items: planned against actual, leaving out and taking in again, breaks put in on the way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.edits import agenda
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.item_list import DOTS
from ui.run.screen import RunScreen

KEY = Qt.Key
MENUS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Without a real screen Qt cannot grab the keys for a menu, and says so."""


def _pass(screen: RunScreen, clock: FakeClock, seconds: float) -> None:
    clock.advance(seconds)
    screen.shown()


def _words(screen: RunScreen, row: int) -> str:
    return screen.side.items.item(row).text().replace("　", "  ")


def _choose(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def _menu(qtbot: QtBot, screen: RunScreen, row: int) -> QMenu:
    """The menu that a click on the dots of a row opens."""
    items = screen.side.items
    place = items.visualItemRect(items.item(row))
    at = QPoint(items.viewport().width() - DOTS // 2, place.center().y())
    qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=at)
    return next(menu for menu in items.findChildren(QMenu) if menu.isVisible())


def test_planned_and_actual_stand_side_by_side(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    assert _words(screen, 1) == "前回の宿題  10:05–10:08  3分"
    qtbot.keyClick(screen, KEY.Key_Space)
    _pass(screen, clock, 7 * 60)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert "10:00–10:05  5分" in _words(screen, 0)
    assert "実際 10:00 から7分" in _words(screen, 0)
    assert "済み" in _words(screen, 0)
    assert "いまここ" in _words(screen, 1)
    assert _words(screen, 2) == "困りごとの記入  10:08–10:16  8分  見込10:10–10:18"


def test_minutes_added_on_the_way_stay_in_the_list(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Plus)
    assert "10:00–10:05  5→6分" in _words(screen, 0)
    _pass(screen, clock, 60)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert "5→6分" in _words(screen, 0)


@MENUS
def test_item_is_left_out_and_taken_in_again_from_its_menu(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _choose(_menu(qtbot, screen, 1), "今日は省く")
    assert live.workshop.agenda_items()[1].skipped
    assert "省く" in _words(screen, 1)
    assert screen.side.coming.text() == "次は「困りごとの記入」 8分"
    screen.grab()
    qtbot.keyClick(screen, KEY.Key_Right)
    assert "いまここ" in _words(screen, 2)
    _choose(_menu(qtbot, screen, 1), "やはり行う")
    assert not live.workshop.agenda_items()[1].skipped


@MENUS
def test_left_out_item_is_taken_in_again_when_one_goes_there(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    item = live.workshop.agenda_items()[1]
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.conduct.leave_out(item.id, True)
    _choose(_menu(qtbot, screen, 1), "ここへ進む")
    current = live.workshop.current_item()
    assert current is not None
    assert current.id == item.id
    assert not current.skipped


@MENUS
def test_what_has_begun_cannot_be_left_out(qtbot: QtBot, screen: RunScreen) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    menu = _menu(qtbot, screen, 0)
    assert [action.isEnabled() for action in menu.actions()] == [False, False]
    menu.close()


def test_room_goes_back_past_what_is_left_out(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    items = live.workshop.agenda_items()
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Right)
    qtbot.keyClick(screen, KEY.Key_Right)
    screen.conduct.leave_out(items[1].id, True)
    qtbot.keyClick(screen, KEY.Key_Left)
    current = live.workshop.current_item()
    assert current is not None
    assert current.id == items[0].id


def test_next_ends_the_meeting_when_all_that_follows_is_left_out(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    for item in live.workshop.agenda_items()[1:]:
        screen.conduct.leave_out(item.id, True)
    assert screen.card.next_button.text() == "会を終える"
    screen.grab()


@MENUS
def test_break_begins_at_once_when_it_is_asked_for(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    assert not screen.tools.break_button.isEnabled()
    qtbot.keyClick(screen, KEY.Key_Space)
    _choose(screen.tools.open_breaks(), "いますぐ 5分の休憩")
    current = live.workshop.current_item()
    assert current is not None
    assert (current.title, current.phase, current.timebox) == ("休憩", AgendaPhase.BREAK, 5)
    assert screen.card.clock.figures == "05:00"
    assert "予定外 5分" in _words(screen, 0)
    assert screen.side.drift.text() == "予定より5分遅れ"  # the room comes back to the first item


@MENUS
def test_break_waits_behind_the_item_when_it_is_not_wanted_at_once(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _choose(screen.tools.open_breaks(), "この項目のあとに 10分の休憩")
    assert live.workshop.agenda_items()[1].timebox == 10
    assert screen.card.title.text() == "趣旨・約束"
    assert screen.side.coming.text() == "次は「休憩」 10分"
    assert screen.side.drift.text() == "予定より10分遅れ"
    assert live.undo()
    assert screen.side.coming.text() == "次は「前回の宿題」 3分"


def test_agenda_without_items_says_where_to_add_some(screen: RunScreen, live: LiveDocument) -> None:
    for item in live.workshop.agenda_items():
        live.apply(agenda.delete_item(live.workshop, item.id))
    assert "「準備」の画面で項目を足す" in screen.card.task.text()
    assert not screen.side.coming.isVisible()
    screen.grab()


def test_times_are_right_over_midnight(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    group = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.GROUP)
    for _twice in range(2):
        live.apply(agenda.set_item(live.workshop, group.id, minutes=600))
        live.apply(agenda.duplicate_item(live.workshop, group.id))
    assert "20:28–06:28  600分" in _words(screen, 5)
    screen.grab()
