"""What a workshop is asked for, and a time that may be left open."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.workshop import Workshop, WorkshopFormat
from tests.ui.typing import type_text
from ui.prepare.details_form import details_editors, shown_values, with_values
from ui.prepare.time_of_day import TimeOfDay, TimeOrNone, with_word


def test_time_is_read_kept_and_taken_away_when_it_is_typed(qtbot: QtBot) -> None:
    editor = TimeOrNone()
    qtbot.addWidget(editor)
    assert editor.value() is None
    type_text(editor, "いつか")
    assert editor.value() is None
    editor.clear()
    type_text(editor, "１６時")
    assert editor.value() == time(16)
    type_text(editor, "ごろ")
    assert editor.value() == time(16)
    editor.clear()
    assert editor.value() is None
    editor.show_value(time(9, 30))
    assert (editor.value(), editor.text()) == (time(9, 30), "09:30")
    editor.show_value(None)
    assert (editor.value(), editor.text()) == (None, "")


def test_arrows_count_from_what_is_there_and_do_no_harm_to_an_empty_line(qtbot: QtBot) -> None:
    editor = TimeOrNone()
    qtbot.addWidget(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert editor.value() == time(0, 5)
    editor.show_value(time(16, 30))
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert editor.value() == time(16, 25)


@pytest.mark.parametrize("kind", list(WorkshopFormat))
def test_details_come_back_unchanged_when_nothing_is_typed(kind: WorkshopFormat, qtbot: QtBot, fresh: Workshop) -> None:
    details = replace(fresh.details, format=kind, subject="月次報告", room_until=time(17))
    values = shown_values(details)
    assert ("subject" in values) == (kind is WorkshopFormat.DX)
    assert set(values) - {"minutes"} == set(details_editors(kind))
    assert with_values(details, values) == details
    assert with_values(details, {**values, "room_until": None}).room_until is None


@pytest.mark.parametrize("make", [TimeOfDay, TimeOrNone])
def test_time_that_cannot_be_stays_as_typed_and_is_told_until_it_is_put_right(
    make: type[TimeOfDay], qtbot: QtBot
) -> None:
    whole, other = QWidget(), QLineEdit()
    editor = make()
    row = QHBoxLayout(whole)
    row.addLayout(with_word(editor))
    row.addWidget(other)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    editor.show_value(time(14))
    editor.setFocus()
    editor.selectAll()
    type_text(editor, "25:99")
    other.setFocus()
    assert (editor.text(), editor.value(), editor.is_readable) == ("25:99", time(14), False)
    assert "13:30のように" in editor.word.text()
    editor.setFocus()
    editor.selectAll()
    type_text(editor, "1530")
    assert editor.word.text() == ""
    other.setFocus()
    assert (editor.text(), editor.value()) == ("15:30", time(15, 30))
