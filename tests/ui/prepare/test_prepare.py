"""Preparation: the agenda is edited, ends in sight, and everything saves itself."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import agenda, running
from models.edits.change import put
from models.edits.deciding import set_details
from models.templates import user_templates
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.typing import type_text
from ui.prepare.agenda_row import AgendaRow
from ui.prepare.screen import ABOUT, PrepareScreen


def _row(screen: PrepareScreen, document: Document, index: int) -> AgendaRow:
    return screen.agenda.rows[document.workshop.agenda_items()[index].id]


def _named(row: AgendaRow, name: str) -> QPushButton:
    return next(b for b in row.findChildren(QPushButton) if b.accessibleName() == name)


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_item_shows_its_times_and_the_meeting_its_end(screen: PrepareScreen, document: Document) -> None:
    assert _row(screen, document, 0).times.text() == "10:00-10:05"
    assert _row(screen, document, 2).times.text() == "10:08-10:16"
    assert "11:30" in screen.agenda.end.text()


def test_end_moves_when_minutes_are_typed(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    row = _row(screen, document, 0)
    row.minutes.setFocus()
    row.minutes.selectAll()
    qtbot.keyClicks(row.minutes, "15")
    qtbot.keyClick(row.minutes, Qt.Key.Key_Tab)
    assert document.workshop.agenda[row.item_id].minutes == 15
    assert "11:40" in screen.agenda.end.text()
    assert "10分長い" in screen.agenda.end.text()


def test_item_is_renamed_when_its_title_is_typed_and_one_undo_takes_it_back(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row = _row(screen, document, 1)
    before = row.title.text()
    row.title.setFocus()
    row.title.selectAll()
    type_text(row.title, "宿題のその後")
    screen.setFocus()
    qtbot.waitUntil(lambda: document.workshop.agenda[row.item_id].title == "宿題のその後")
    document.undo()
    assert row.title.text() == before


def test_item_moves_when_its_arrow_is_pressed(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    first = document.workshop.agenda_items()[0]
    _click(qtbot, _named(_row(screen, document, 0), "下へ動かす"))
    assert document.workshop.agenda_items()[1] == document.workshop.agenda[first.id]
    _click(qtbot, _named(screen.agenda.rows[first.id], "上へ動かす"))
    assert document.workshop.agenda_items()[0].id == first.id


def test_item_goes_when_it_is_deleted_and_comes_back_with_undo(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    first = document.workshop.agenda_items()[0]
    _click(qtbot, _named(_row(screen, document, 0), "この段取りを消す"))
    assert first.id not in document.workshop.agenda
    assert "11:25" in screen.agenda.end.text()
    document.undo()
    assert first.id in screen.agenda.rows


def test_new_item_is_ready_to_be_named_when_it_is_added(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    _click(qtbot, screen.agenda.add_button)
    row = _row(screen, document, -1)
    assert row.title.selectedText() == "新しい段取り"
    assert len(document.workshop.agenda) == 12


def test_details_save_themselves_when_the_editor_is_left(
    qtbot: QtBot, screen: PrepareScreen, document: Document, workspace: Workspace
) -> None:
    screen.tabs.turn(ABOUT)
    place = screen.editors["place"]
    place.setFocus()
    type_text(place, "第５会議室")
    qtbot.keyClick(place, Qt.Key.Key_Tab)
    assert workspace.load(document.workshop.id).details.place == "第５会議室"


def test_all_times_follow_when_the_start_is_changed(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    screen.tabs.turn(ABOUT)
    start = screen.editors["starts_at"]
    start.setFocus()
    start.selectAll()
    qtbot.keyClicks(start, "1330")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert start.text() == "13:30"
    assert _row(screen, document, 0).times.text() == "13:30-13:35"


def test_time_stays_when_what_is_typed_is_none(qtbot: QtBot, screen: PrepareScreen, document: Document) -> None:
    screen.tabs.turn(ABOUT)
    start = screen.editors["starts_at"]
    start.setFocus()
    start.selectAll()
    qtbot.keyClicks(start, "25:99")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert start.text() == "25:99"
    assert "13:30のように" in start.word.text()
    assert document.workshop.details.starts_at.hour == 10


def test_new_item_stands_below_the_selected_one_when_it_is_added(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    third = document.workshop.agenda_items()[2]
    screen.agenda.choose(third.id)
    _click(qtbot, screen.agenda.add_button)
    row = _row(screen, document, 3)
    assert row.title.hasFocus()
    assert row.title.selectedText() == "新しい段取り"
    assert screen.agenda.selected == row.item_id
    QApplication.processEvents()
    assert not row.visibleRegion().isEmpty()


def test_agenda_ends_as_booked_when_it_is_fitted_and_one_undo_takes_it_back(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    first = document.workshop.agenda_items()[0]
    document.apply(agenda.set_item(document.workshop, first.id, minutes=12))
    _click(qtbot, screen.agenda.fit_button)
    assert "11:30" in screen.agenda.end.text()
    assert "11:30に終わる" in screen.agenda.notice.text
    document.undo()
    assert document.workshop.agenda[first.id].minutes == 12


def test_shortfall_and_what_to_leave_out_are_said_when_the_agenda_cannot_be_fitted(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    details = replace(document.workshop.details, minutes=20)
    document.apply(set_details(document.workshop, details))
    _click(qtbot, screen.agenda.fit_button)
    items = document.workshop.agenda_items()
    over = sum(item.minutes for item in items) - 20
    assert f"まだ{over}分長い" in screen.agenda.notice.text
    optional = [item.title for item in items if item.optional]
    assert optional
    assert all(title in screen.agenda.notice.text for title in optional)


def test_empty_agenda_offers_the_usual_one_when_every_item_is_gone(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    before = [item.title for item in document.workshop.agenda_items()]
    steps = len(document.workshop.team_steps)
    document.apply(agenda.replace_agenda(document.workshop, []))
    assert screen.agenda.empty.isVisible()
    assert not screen.agenda.fit_button.isEnabled()
    _click(qtbot, screen.agenda.empty.template_button)
    assert [item.title for item in document.workshop.agenda_items()] == before
    assert len(document.workshop.team_steps) == steps
    document.undo()
    _click(qtbot, screen.agenda.empty.add_button)
    assert [item.title for item in document.workshop.agenda_items()] == ["新しい段取り"]


def test_agenda_becomes_a_template_when_it_is_given_a_name(
    qtbot: QtBot, screen: PrepareScreen, document: Document, tmp_path: Path
) -> None:
    first = document.workshop.agenda_items()[0]
    document.apply(agenda.set_item(document.workshop, first.id, title="はじめのあいさつ"))
    template = screen.agenda.template
    _click(qtbot, template.begin_button)
    assert template.name.hasFocus()
    type_text(template.name, "うちの皆議")
    qtbot.keyClick(template.name, Qt.Key.Key_Return)
    assert "うちの皆議" in screen.agenda.notice.text
    templates, problems = user_templates(tmp_path)
    assert problems == ()
    assert [one.items[0].title for one in templates] == ["はじめのあいさつ"]


def test_template_needs_a_name_when_none_is_typed(qtbot: QtBot, screen: PrepareScreen, tmp_path: Path) -> None:
    template = screen.agenda.template
    _click(qtbot, template.begin_button)
    template.name.clear()
    _click(qtbot, template.save_button)
    assert "名前" in screen.agenda.notice.text
    assert user_templates(tmp_path) == ((), ())
    qtbot.keyClick(template.name, Qt.Key.Key_Escape)
    assert not template.name.isVisible()


def test_pages_turn_when_their_buttons_or_keys_are_pressed(qtbot: QtBot, screen: PrepareScreen) -> None:
    _click(qtbot, screen.tabs.buttons[ABOUT])
    assert screen.about.isVisible()
    qtbot.keyClick(screen.tabs, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.room.isVisible()
    screen.tabs.buttons["agenda"].setFocus()
    qtbot.keyClick(screen.tabs.buttons["agenda"], Qt.Key.Key_Space)
    assert screen.agenda.isVisible()


def test_booked_time_is_bounded_with_a_word_when_it_makes_no_sense(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    screen.tabs.turn(ABOUT)
    minutes = screen.editors["minutes"]
    minutes.setFocus()
    minutes.selectAll()
    qtbot.keyClicks(minutes, "10000")
    qtbot.keyClick(minutes, Qt.Key.Key_Tab)
    assert document.workshop.details.minutes == 600
    assert "600分にしました" in screen.about.word.text()


@pytest.mark.parametrize("size", [(741, 432), (1168, 672), (1808, 1032)])
def test_nothing_needs_to_be_scrolled_sideways_when_the_window_is_small(
    qtbot: QtBot, screen: PrepareScreen, document: Document, size: tuple[int, int]
) -> None:
    item = document.workshop.agenda_items()[4]
    screen.agenda.table.open(item.id)
    screen.resize(*size)
    for name in screen.tabs.buttons:
        screen.tabs.turn(name)
        QApplication.processEvents()
        for area in screen.findChildren(QScrollArea):
            inside = area.widget()
            if area.isVisible() and inside is not None:
                assert inside.width() <= area.viewport().width(), (name, type(area))
        assert screen.minimumSizeHint().width() <= size[0]


def _stops(qtbot: QtBot, start: QWidget, count: int) -> list[QWidget | None]:
    """Where Tab leads from a widget."""
    start.setFocus()
    found = []
    for _press in range(count):
        start.window().focusNextChild()
        found.append(QApplication.focusWidget())
    return found


def test_tab_goes_through_the_rows_as_they_stand_when_one_was_moved(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    items = document.workshop.agenda_items()
    document.apply(agenda.move_item(document.workshop, items[4].id, 1))
    reached = _stops(qtbot, screen.agenda.bar, 18)
    lines = [row.title for row in screen.agenda.rows.values() if row.title in reached]
    order = sorted(lines, key=reached.index)
    assert order == [screen.agenda.rows[items[n].id].title for n in (0, 4, 1)]


def test_pages_turn_when_arrows_are_pressed_on_their_buttons(qtbot: QtBot, screen: PrepareScreen) -> None:
    button = screen.tabs.buttons["agenda"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert screen.about.isVisible()


def test_begun_items_keep_their_minutes_when_the_agenda_is_fitted(
    qtbot: QtBot, screen: PrepareScreen, document: Document, clock: FakeClock
) -> None:
    items = document.workshop.agenda_items()
    document.apply(running.start(document.workshop, clock()))
    document.apply(set_details(document.workshop, replace(document.workshop.details, minutes=120)))
    document.apply(agenda.set_item(document.workshop, items[-1].id, protected=True))
    _click(qtbot, screen.agenda.fit_button)
    after = document.workshop.agenda_items()
    assert sum(item.minutes for item in after) == 120
    assert after[0].minutes == items[0].minutes


def test_row_says_what_was_planned_when_other_minutes_were_agreed_on(screen: PrepareScreen, document: Document) -> None:
    item = document.workshop.agenda_items()[4]
    changed = replace(item, agreed=item.minutes - 2)
    document.apply(put(document.workshop, "replanned", changed))
    row = screen.agenda.rows[item.id]
    assert row.minutes.value() == item.minutes - 2
    assert f"予定{item.minutes}分" in row.marks.words


def test_what_was_emptied_is_shown_again_when_the_editor_is_left(
    qtbot: QtBot, screen: PrepareScreen, document: Document
) -> None:
    row = _row(screen, document, 0)
    before = (row.title.text(), row.minutes.text())
    for editor in (row.title, row.minutes):
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
        assert editor.text() == ""
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert (row.title.text(), row.minutes.text()) == before
    assert document.undo_kind() is None


def _places(screen: PrepareScreen) -> list[QPoint]:
    return [part.mapTo(screen, QPoint(0, 0)) for part in (screen.agenda.bar, screen.agenda.table)]


def test_nothing_moves_when_warnings_come_and_go(screen: PrepareScreen, document: Document) -> None:
    QApplication.processEvents()
    places = _places(screen)
    first, second = document.workshop.agenda_items()[:2]
    document.apply(agenda.set_item(document.workshop, first.id, minutes=60))
    document.apply(agenda.set_item(document.workshop, second.id, starts_at=time(10, 5)))
    QApplication.processEvents()
    assert screen.agenda.problems.text()
    assert _places(screen) == places
    screen.agenda.notice.tell("困りました。", look="problem")
    QApplication.processEvents()
    assert _places(screen) == places
    notice = screen.agenda.notice
    assert notice.geometry().bottom() == screen.agenda.rect().bottom()
    assert notice.width() == screen.agenda.width()
