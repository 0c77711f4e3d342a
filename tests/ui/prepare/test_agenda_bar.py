"""The bar to scale: what the mouse drags and the keys do is one edit, and shown before it is done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda import AgendaItem, TeamStep
from models.document import Document
from models.edits import agenda, lists
from models.edits.deciding import set_details
from ui.prepare.agenda_bar import AgendaBar
from ui.prepare.screen import PrepareScreen


@pytest.fixture
def bar(screen: PrepareScreen) -> AgendaBar:
    """The bar of the screen."""
    return screen.agenda.bar


def _items(document: Document) -> list[AgendaItem]:
    return document.workshop.agenda_items()


def _titles(document: Document) -> list[str]:
    return [item.title for item in _items(document)]


def _middle(bar: AgendaBar, index: int) -> QPoint:
    return bar.geometry_now().box(bar.plan.blocks[index]).center().toPoint()


def _right(bar: AgendaBar, index: int) -> QPoint:
    box = bar.geometry_now().box(bar.plan.blocks[index])
    return QPoint(round(box.right()) - 1, round(box.center().y()))


def _take(qtbot: QtBot, bar: AgendaBar, at: QPoint) -> None:
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=at)


def _move(bar: AgendaBar, at: QPoint) -> None:
    """Move with the button held, in steps as a hand does."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(bar.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(bar, event)


def _let_go(qtbot: QtBot, bar: AgendaBar, at: QPoint) -> None:
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at)


def _drag(qtbot: QtBot, bar: AgendaBar, start: QPoint, end: QPoint) -> None:
    _take(qtbot, bar, start)
    for share in (0.3, 0.7, 1.0):
        _move(bar, start + (end - start) * share)
    _let_go(qtbot, bar, end)


def test_item_moves_when_it_is_dragged_and_one_undo_takes_it_back(
    qtbot: QtBot, bar: AgendaBar, document: Document
) -> None:
    before = _titles(document)
    _drag(qtbot, bar, _middle(bar, 3), _middle(bar, 6) + QPoint(20, 0))
    after = [*before[:3], *before[4:7], before[3], *before[7:]]
    assert _titles(document) == after
    document.undo()
    assert _titles(document) == before


def test_item_becomes_longer_by_whole_minutes_when_its_end_is_dragged(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    item = _items(document)[4]
    start = _right(bar, 4)
    end = start + QPoint(round(4.3 * bar.geometry_now().scale), 0)
    _take(qtbot, bar, start)
    _move(bar, end)
    assert document.workshop.agenda[item.id].minutes == item.minutes
    assert bar.plan.blocks[4].item.minutes == item.minutes + 4
    assert "4分長い" in screen.agenda.end.text()
    _let_go(qtbot, bar, end)
    assert document.workshop.agenda[item.id].minutes == item.minutes + 4
    document.undo()
    assert document.workshop.agenda[item.id].minutes == item.minutes
    assert document.undo_kind() is None


@pytest.mark.parametrize("at_end", [True, False])
def test_nothing_changes_when_escape_ends_a_drag(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document, at_end: bool
) -> None:
    before, told = _items(document), screen.agenda.end.text()
    start = _right(bar, 4) if at_end else _middle(bar, 4)
    _take(qtbot, bar, start)
    _move(bar, start + QPoint(150, 0))
    assert [block.item for block in bar.plan.blocks] != before
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    _let_go(qtbot, bar, start + QPoint(150, 0))
    assert _items(document) == before
    assert [block.item for block in bar.plan.blocks] == before
    assert screen.agenda.end.text() == told


def test_item_stops_at_its_least_and_it_is_said_when_its_end_is_dragged_further(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    item = _items(document)[4]
    assert 1 < item.least < item.minutes
    start = _right(bar, 4)
    _take(qtbot, bar, start)
    _move(bar, start - QPoint(round(item.minutes * bar.geometry_now().scale), 0))
    assert f"最短{item.least}分" in screen.agenda.notice.text
    _let_go(qtbot, bar, start - QPoint(round(item.minutes * bar.geometry_now().scale), 0))
    assert document.workshop.agenda[item.id].minutes == item.least


def test_bar_and_table_have_one_selection_when_either_is_used(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    items = _items(document)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=_middle(bar, 5))
    assert screen.agenda.rows[items[5].id].property("chosen")
    screen.agenda.rows[items[2].id].title.setFocus()
    assert bar.selected == items[2].id
    assert not screen.agenda.rows[items[5].id].property("chosen")


def test_keys_select_move_and_count_when_the_bar_has_the_keyboard(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    items = _items(document)
    bar.setFocus()
    assert bar.selected == items[0].id
    for _press in range(3):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.selected == items[3].id
    qtbot.keyClick(bar, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _titles(document)[2] == items[3].title
    assert bar.selected == items[3].id
    for _press in range(3):
        qtbot.keyClick(bar, "+")
    qtbot.keyClick(bar, "-")
    assert document.workshop.agenda[items[3].id].minutes == items[3].minutes + 2
    document.undo()
    assert document.workshop.agenda[items[3].id].minutes == items[3].minutes
    document.undo()
    assert _titles(document) == [item.title for item in items]


def test_item_opens_when_enter_is_pressed_on_the_bar(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_End)
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    row = screen.agenda.rows[_items(document)[-1].id]
    assert row.is_open
    assert row.title.hasFocus()


def test_minutes_stay_at_the_least_when_minus_is_pressed_there(
    qtbot: QtBot, screen: PrepareScreen, bar: AgendaBar, document: Document
) -> None:
    item = _items(document)[4]
    document.apply(agenda.set_item(document.workshop, item.id, least=item.minutes))
    screen.agenda.choose(item.id)
    bar.setFocus()
    qtbot.keyClick(bar, "-")
    assert document.workshop.agenda[item.id].minutes == item.minutes
    assert "最短" in screen.agenda.notice.text


def test_bar_says_in_words_what_is_under_the_mouse(bar: AgendaBar, document: Document) -> None:
    item = _items(document)[4]
    document.apply(
        lists.add_row(document.workshop, TeamStep, item_id=item.id, title="声に出して読む", minutes=3, team=2)
    )
    at = bar.geometry_now().box(bar.plan.blocks[4]).center()
    [told] = bar.lines_at(at)
    assert item.title in told
    lanes = [team for team, _steps in bar.plan.blocks[4].lanes]
    below = QPointF(at.x(), bar.geometry_now().box(bar.plan.blocks[4]).bottom() + 2 + 8 * lanes.index(2))
    assert bar.lines_at(below) == ["2班", "声に出して読む  3分"]


def test_whole_bar_is_drawn_when_the_agenda_is_longer_than_booked_and_waits(
    qtbot: QtBot, bar: AgendaBar, document: Document
) -> None:
    items = _items(document)
    document.apply(agenda.set_item(document.workshop, items[0].id, minutes=600))
    document.apply(agenda.set_item(document.workshop, items[3].id, starts_at=document.workshop.details.starts_at))
    document.apply(set_details(document.workshop, replace(document.workshop.details, minutes=30)))
    geometry = bar.geometry_now()
    assert all(geometry.box(block).right() <= bar.width() for block in bar.plan.blocks)
    assert not bar.grab().isNull()


def test_drag_goes_on_when_another_button_is_pressed_meanwhile(
    qtbot: QtBot, bar: AgendaBar, document: Document
) -> None:
    before = _titles(document)
    start, end = _middle(bar, 0), _middle(bar, 2)
    _take(qtbot, bar, start)
    _move(bar, end)
    qtbot.mouseRelease(bar, Qt.MouseButton.RightButton, pos=end)
    assert _titles(document) == before
    _let_go(qtbot, bar, end)
    assert _titles(document) != before
    assert [block.item.title for block in bar.plan.blocks] == _titles(document)
