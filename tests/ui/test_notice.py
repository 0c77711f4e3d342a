"""The line that says what happened: a mere information goes by itself, the rest stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.notice import STAY_MS, Notice
from ui.theme import STYLE_SHEET


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[Notice]:
    room = QWidget()
    room.setStyleSheet(STYLE_SHEET)
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    made = Notice()
    column.addWidget(made)
    column.addStretch(1)
    room.resize(900, 400)
    with qtbot.waitExposed(room):
        room.show()
    yield made
    room.close()  # which is kept until here


def test_an_information_goes_when_its_time_is_over(notice: Notice) -> None:
    notice.tell("保存しました")
    assert notice._going.isActive()
    assert notice._going.interval() == STAY_MS
    notice._going.timeout.emit()
    assert notice.text == ""


@pytest.mark.parametrize("look", ["warning", "problem"])
def test_no_time_runs_when_something_is_wrong(notice: Notice, look: str) -> None:
    notice.tell("保存できません", look=look)
    assert not notice._going.isActive()


def test_no_time_runs_and_nothing_passes_by_when_it_can_be_answered(notice: Notice) -> None:
    notice.tell("消しました", ("元に戻す", notice.clear))
    assert not notice._going.isActive()
    notice.pass_by()
    assert notice.text == "消しました"


def test_the_time_of_what_was_told_before_does_not_take_a_problem_away(notice: Notice) -> None:
    notice.tell("保存しました")
    notice.tell("保存できません", look="problem")
    assert not notice._going.isActive()
    notice.pass_by()
    assert notice.text == "保存できません"


def test_an_information_stays_when_the_focus_is_on_it_at_its_end(qtbot: QtBot, notice: Notice) -> None:
    notice.window().activateWindow()
    qtbot.waitUntil(notice.window().isActiveWindow)
    notice.tell("保存しました")
    notice.findChildren(QPushButton)[-1].setFocus()
    notice._going.timeout.emit()
    assert notice.text == "保存しました"
    assert notice._going.isActive()


def test_the_words_stand_in_the_middle_of_their_button_when_they_take_one_line(qtbot: QtBot, notice: Notice) -> None:
    notice.tell("保存しました")
    qtbot.waitUntil(lambda: notice._text.width() > 0)
    made = notice.findChildren(QPushButton)[-1]
    middle = made.mapTo(notice, QPoint(0, made.height() // 2)).y()
    assert abs(notice._text.geometry().center().y() - middle) <= 1
    assert notice._text.height() < made.height()
