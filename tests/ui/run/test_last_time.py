"""Opening with the homework of last time."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.decisions import ActionStatus, CarriedAction
from models.edits.lists import add_row, listed
from tests.ui.typing import type_text
from ui.live_document import LiveDocument
from ui.run.screen import RunScreen

KEY = Qt.Key


@pytest.fixture
def opened(screen: RunScreen, live: LiveDocument) -> RunScreen:
    """The room is at last time's homework: three pieces of it."""
    for what, owner, due in (
        ("予約表を一本化する", "総務課 係長", date(2026, 5, 29)),
        ("照会様式を1枚にする", "企画課 係長", None),
        ("決裁ルートを見直す", "", None),
    ):
        live.apply(add_row(live.workshop, CarriedAction, what=what, owner=owner, due=due))
    screen.conduct.go_to(next(item.id for item in live.workshop.agenda_items() if item.phase is AgendaPhase.LAST_TIME))
    screen.shown()
    return screen


def _states(live: LiveDocument) -> list[ActionStatus]:
    return [row.status for row in listed(live.workshop, CarriedAction)]


def test_homework_is_listed_with_owner_and_day(opened: RunScreen) -> None:
    row = opened.card.carried.rows[0]
    assert row.isVisible()
    assert row.what.text() == "予約表を一本化する"
    assert row.who.text() == "総務課 係長  2026年5月29日（金）"
    assert opened.card.clock.isVisible()


def test_one_key_answers_and_the_next_row_is_selected(qtbot: QtBot, opened: RunScreen, live: LiveDocument) -> None:
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_3):
        qtbot.keyClick(opened, key)
    assert _states(live) == [ActionStatus.DONE, ActionStatus.DOING, ActionStatus.STOPPED]
    assert opened.card.carried.rows[2].buttons[2].isChecked()


def test_arrows_select_another_row(qtbot: QtBot, opened: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(opened, KEY.Key_Down)
    qtbot.keyClick(opened, KEY.Key_Down)
    qtbot.keyClick(opened, KEY.Key_Up)
    qtbot.keyClick(opened, KEY.Key_2)
    assert _states(live) == [ActionStatus.OPEN, ActionStatus.DOING, ActionStatus.OPEN]


def test_buttons_answer_for_their_own_row(qtbot: QtBot, opened: RunScreen, live: LiveDocument) -> None:
    qtbot.mouseClick(opened.card.carried.rows[1].buttons[0], Qt.MouseButton.LeftButton)
    assert _states(live) == [ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.OPEN]
    assert opened.card.carried.selected is opened.card.carried.rows[2]


def test_digits_and_letters_are_typed_when_a_remark_has_the_focus(
    qtbot: QtBot, opened: RunScreen, live: LiveDocument
) -> None:
    row = opened.card.carried.rows[0]
    qtbot.mouseClick(row.remark, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.remark, "12 pm")
    assert _states(live)[0] is ActionStatus.OPEN
    qtbot.keyClick(row.remark, KEY.Key_Return)
    assert live.workshop.carried[row.row.id].remark == "12 pm"
    assert QApplication.focusWidget() is opened
    qtbot.keyClick(opened, KEY.Key_1)
    assert live.workshop.carried[row.row.id].remark == "12 pm"
    assert _states(live)[0] is ActionStatus.DONE


def test_remark_is_kept_when_the_answer_is_clicked_while_it_is_typed(
    qtbot: QtBot, opened: RunScreen, live: LiveDocument
) -> None:
    row = opened.card.carried.rows[0]
    qtbot.mouseClick(row.remark, Qt.MouseButton.LeftButton)
    type_text(row.remark, "様式も変えた")
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    kept = live.workshop.carried[row.row.id]
    assert (kept.status, kept.remark) == (ActionStatus.DOING, "様式も変えた")


def test_remark_stays_in_sight_and_space_stops_the_clock_when_an_arrow_leaves_it(
    qtbot: QtBot, opened: RunScreen, live: LiveDocument
) -> None:
    row = opened.card.carried.rows[0]
    qtbot.mouseClick(row.remark, Qt.MouseButton.LeftButton)
    type_text(row.remark, "様式も変えた")
    qtbot.keyClick(row.remark, KEY.Key_Down)
    assert live.workshop.carried[row.row.id].remark == "様式も変えた"
    assert row.remark.isVisible()
    focused = QApplication.focusWidget()
    assert focused is opened
    ran = opened._meeting.stage
    qtbot.keyClick(focused, KEY.Key_Space)
    assert set(_states(live)) == {ActionStatus.OPEN}
    assert opened._meeting.stage is not ran


def test_answer_is_taken_back_with_undo(qtbot: QtBot, opened: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(opened, KEY.Key_1)
    assert live.undo()
    assert _states(live)[0] is ActionStatus.OPEN
    assert not opened.card.carried.rows[0].buttons[0].isChecked()


def test_numbers_belong_to_the_re_plans_while_they_are_open(
    qtbot: QtBot, opened: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(opened, KEY.Key_R)
    qtbot.keyClick(opened, KEY.Key_1)
    assert _states(live)[0] is ActionStatus.OPEN
    qtbot.keyClick(opened, KEY.Key_Escape)
    qtbot.keyClick(opened, KEY.Key_1)
    assert _states(live)[0] is ActionStatus.DONE


def test_first_meeting_is_told_how_to_use_the_minutes(screen: RunScreen, live: LiveDocument) -> None:
    screen.conduct.go_to(next(item.id for item in live.workshop.agenda_items() if item.phase is AgendaPhase.LAST_TIME))
    assert screen.card.carried.empty.isVisible()
    assert "初めての会では" in screen.card.carried.empty.text()


def test_list_is_not_shown_when_the_room_is_elsewhere(qtbot: QtBot, opened: RunScreen) -> None:
    qtbot.keyClick(opened, KEY.Key_Right)
    assert not opened.card.carried.isVisible()
    qtbot.keyClick(opened, KEY.Key_1)
