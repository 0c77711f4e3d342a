"""Preparation: the agenda is edited, ends in sight, and everything saves itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.document import Document
from models.workspace.workspace import Workspace
from tests.ui.typing import type_text
from ui.live_document import LiveDocument
from ui.prepare.agenda_row import AgendaRow
from ui.prepare.screen import ABOUT, PrepareScreen


@pytest.fixture
def screen(qtbot: QtBot, document: Document) -> PrepareScreen:
    made = PrepareScreen(LiveDocument(document))
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    return made


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
    assert start.text() == "10:00"
    assert document.workshop.details.starts_at.hour == 10
