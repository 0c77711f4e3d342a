"""An item's detail: how firm it is, what is said in it, its steps of group work; minutes are bounded with a word."""

from datetime import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase, TeamStep
from models.document import Document
from models.edits import agenda
from models.edits.lists import listed
from tests.ui.typing import type_text
from ui.prepare.agenda_row import AgendaRow
from ui.prepare.item_detail import ItemDetail
from ui.prepare.screen import PrepareScreen


def _row(screen: PrepareScreen, document: Document, index: int) -> AgendaRow:
    return screen.agenda.rows[document.workshop.agenda_items()[index].id]


def _opened(qtbot: QtBot, screen: PrepareScreen, document: Document, index: int) -> tuple[AgendaRow, ItemDetail]:
    row = _row(screen, document, index)
    screen.agenda.table.ensureWidgetVisible(row)
    qtbot.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    assert row.detail is not None
    QApplication.processEvents()
    return row, row.detail


def _click(qtbot: QtBot, widget: QWidget) -> None:
    where = QPoint(14, widget.height() // 2)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def _type(qtbot: QtBot, widget: QWidget, digits: str) -> None:
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]  # a line
    qtbot.keyClicks(widget, digits)


@pytest.mark.parametrize(("typed", "kept"), [("0", 1), ("10000", 600)])
def test_minutes_are_bounded_with_a_word_when_they_make_no_sense(
    qtbot: QtBot, screen: PrepareScreen, document: Document, typed: str, kept: int
) -> None:
    row = _row(screen, document, 0)
    _type(qtbot, row.minutes, typed)
    qtbot.keyClick(row.minutes, Qt.Key.Key_Tab)
    assert document.workshop.agenda[row.item_id].minutes == kept
    assert row.minutes.text() == str(kept)
    assert row.word.isVisible()
    assert f"{kept}分にしました" in row.word.text()
    _type(qtbot, row.minutes, "5")
    assert not row.word.isVisible()


def test_item_is_optional_and_protected_when_its_detail_says_so(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row, detail = _opened(qtbot, screen, document, 0)
    _click(qtbot, detail.optional)
    _click(qtbot, detail.protected)
    item = document.workshop.agenda[row.item_id]
    assert (item.optional, item.protected) == (True, True)
    assert row.marks.words[:2] == ["守る", "任意"]


def test_kind_is_kept_when_it_is_chosen(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    row, detail = _opened(qtbot, screen, document, 0)
    detail.phase.setCurrentIndex(detail.phase.findText("休憩"))
    detail.phase.activated.emit(detail.phase.currentIndex())
    assert document.workshop.agenda[row.item_id].phase is AgendaPhase.BREAK


def test_start_is_locked_and_unlocked_when_ticked(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    row, detail = _opened(qtbot, screen, document, 2)
    assert not detail.lock_at.isEnabled()
    _click(qtbot, detail.locked)
    assert document.workshop.agenda[row.item_id].starts_at == time(10, 8)
    _type(qtbot, detail.lock_at, "1020")
    qtbot.keyClick(detail.lock_at, Qt.Key.Key_Tab)
    assert document.workshop.agenda[row.item_id].starts_at == time(10, 20)
    assert row.times.text() == "10:20-10:28"
    assert "12分待ちます" in row.word.text()
    assert "固定" in row.marks.words
    _click(qtbot, detail.locked)
    assert document.workshop.agenda[row.item_id].starts_at is None
    assert not row.word.isVisible()


def test_row_and_head_say_so_when_a_locked_start_cannot_be_kept(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row, detail = _opened(qtbot, screen, document, 2)
    _click(qtbot, detail.locked)
    _type(qtbot, _row(screen, document, 0).minutes, "15")
    qtbot.keyClick(_row(screen, document, 0).minutes, Qt.Key.Key_Tab)
    assert "10分短く" in row.word.text()
    assert screen.agenda.problems.isVisible()
    assert "3番" in screen.agenda.problems.text()


def test_least_is_no_more_than_the_minutes_and_it_is_said_when_more_is_typed(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row, detail = _opened(qtbot, screen, document, 0)
    _type(qtbot, detail.least, "99")
    qtbot.keyClick(detail.least, Qt.Key.Key_Tab)
    assert document.workshop.agenda[row.item_id].least == document.workshop.agenda[row.item_id].minutes
    assert detail.least.text() == str(document.workshop.agenda[row.item_id].minutes)


@pytest.mark.parametrize("name", ["task", "script", "materials", "method"])
def test_words_are_kept_when_they_are_typed(qtbot: QtBot, screen: PrepareScreen, document: Document, name: str) -> None:
    row, detail = _opened(qtbot, screen, document, 0)
    editor = detail.form.editors[name]
    editor.setFocus()
    editor.selectAll()  # type: ignore[union-attr]  # a text
    type_text(editor, "付箋を配ります")
    screen.agenda.add_button.setFocus()
    assert getattr(document.workshop.agenda[row.item_id], name) == "付箋を配ります"
    document.undo()
    assert editor.value() != "付箋を配ります"


def test_one_detail_is_open_when_another_is_opened(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    first, _detail = _opened(qtbot, screen, document, 0)
    second, _other = _opened(qtbot, screen, document, 1)
    assert (first.is_open, second.is_open) == (False, True)
    qtbot.mouseClick(second.open_button, Qt.MouseButton.LeftButton)
    assert not second.is_open


def test_copy_stands_behind_its_item_when_it_is_doubled(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    _opened_row, detail = _opened(qtbot, screen, document, 3)
    _click(qtbot, detail.double_button)
    items = document.workshop.agenda_items()
    assert items[4].title == items[3].title
    assert screen.agenda.selected == items[4].id
    assert screen.agenda.rows[items[4].id].title.hasFocus()


def test_steps_are_added_changed_moved_and_deleted_and_too_long_ones_are_told(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row, detail = _opened(qtbot, screen, document, 0)
    steps = detail.steps

    def here() -> list[TeamStep]:
        return [step for step in listed(document.workshop, TeamStep) if step.item_id == row.item_id]

    assert here() == []
    _click(qtbot, steps.add_button)
    _click(qtbot, steps.add_button)
    first, second = (steps.rows[step.id] for step in here())
    type_text(second.title, "表札を付ける")
    _type(qtbot, second.minutes, "9")
    qtbot.keyClick(second.minutes, Qt.Key.Key_Tab)
    assert [step.title for step in here()] == ["新しい作業", "表札を付ける"]
    assert "全部の班 14分" in steps.word.text()
    assert steps.word.isVisible()
    up = next(b for b in second.findChildren(QPushButton) if b.accessibleName() == "班の段取りを上へ動かす")
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert [step.title for step in here()] == ["表札を付ける", "新しい作業"]
    first.team.setCurrentIndex(2)
    first.team.activated.emit(2)
    assert [step.team for step in here()] == [0, 2]
    gone = next(b for b in second.findChildren(QPushButton) if b.accessibleName() == "班の段取りを消す")
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert [step.team for step in here()] == [2]
    assert not steps.word.isVisible()


def _drag(widget: QWidget, down: int) -> None:
    for kind, at, held in (
        (QEvent.Type.MouseButtonPress, 10, True),
        (QEvent.Type.MouseMove, 10 + down // 2, True),
        (QEvent.Type.MouseMove, 10 + down, True),
    ):
        where = QPointF(10, at)
        button = Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        everywhere = QPointF(widget.mapToGlobal(where.toPoint()))
        event = QMouseEvent(kind, where, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("escaped", [False, True])
def test_row_moves_when_its_number_is_dragged_and_stays_when_escape_is_pressed(
    qtbot: QtBot, screen: PrepareScreen, document: Document, escaped: bool
) -> None:
    before = [item.id for item in document.workshop.agenda_items()]
    row = _row(screen, document, 1)
    _drag(row.handle, 2 * row.height() + 30)
    assert [item.id for item in document.workshop.agenda_items()] == before
    if escaped:
        qtbot.keyClick(row.handle, Qt.Key.Key_Escape)
    qtbot.mouseRelease(row.handle, Qt.MouseButton.LeftButton)
    moved = [before[0], before[2], before[3], before[1], *before[4:]]
    assert [item.id for item in document.workshop.agenda_items()] == (before if escaped else moved)


def test_item_goes_quietly_when_its_coming_is_undone_while_its_step_is_typed(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    document.apply(agenda.add_item(document.workshop, "班で話す"))
    QApplication.processEvents()
    row, detail = _opened(qtbot, screen, document, -1)
    detail.steps.add_button.click()
    [step] = detail.steps.rows.values()
    type_text(step.title, "読み合わせ")
    for _undo in range(5):
        document.undo()
    assert row.item_id not in screen.agenda.rows
    assert row.item_id not in document.workshop.agenda
