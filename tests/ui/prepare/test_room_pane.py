"""Getting the room ready: the checklist, an announcement that follows the details, the run sheet on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits.deciding import set_details
from models.edits.lists import delete_row, listed, set_row
from models.formats import CheckKind, RoomCheck
from tests.ui.typing import type_text
from ui.prepare.room_pane import RoomPane
from ui.prepare.screen import ROOM, PrepareScreen

PATIENCE = 20_000


@pytest.fixture
def room(screen: PrepareScreen) -> RoomPane:
    """The page about the room, in front."""
    screen.tabs.turn(ROOM)
    QApplication.processEvents()
    return screen.room


def _place(document: Document, place: str) -> None:
    document.apply(set_details(document.workshop, replace(document.workshop.details, place=place)))


def _checks(document: Document) -> list[RoomCheck]:
    return listed(document.workshop, RoomCheck)


def test_progress_is_told_when_entries_are_ticked(qtbot: QtBot, room: RoomPane, document: Document) -> None:
    checks = _checks(document)
    assert room.checklist.progress.text() == f"{len(checks)}のうち0つ済み"
    tick = room.checklist.rows[checks[0].id].done
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(14, tick.height() // 2))
    assert document.workshop.checks[checks[0].id].done
    assert room.checklist.progress.text() == f"{len(checks)}のうち1つ済み"


def test_entry_is_written_where_it_belongs_when_it_is_added(qtbot: QtBot, room: RoomPane, document: Document) -> None:
    before = len(_checks(document))
    room.checklist.add(CheckKind.THINGS)
    room.checklist.add(CheckKind.THINGS)
    assert len(_checks(document)) == before + 1
    check = _checks(document)[-1]
    row = room.checklist.rows[check.id]
    assert row.text.hasFocus()
    type_text(row.text, "延長コード")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    after = _checks(document)
    assert (after[-2].text, after[-2].kind) == ("延長コード", CheckKind.THINGS)
    assert room.checklist.rows[after[-1].id].text.hasFocus()
    qtbot.mouseClick(row.delete_button, Qt.MouseButton.LeftButton)
    assert check.id not in document.workshop.checks


def test_usual_entries_are_offered_when_there_are_none(qtbot: QtBot, room: RoomPane, document: Document) -> None:
    count = len(_checks(document))
    for check in _checks(document):
        document.apply(delete_row(check))
    assert room.checklist.usual_button.isVisible()
    qtbot.mouseClick(room.checklist.usual_button, Qt.MouseButton.LeftButton)
    assert len(_checks(document)) == count
    document.undo()
    assert _checks(document) == []


def test_announcement_follows_the_details_when_nobody_changed_it(room: RoomPane, document: Document) -> None:
    _place(document, "第５会議室")
    text = room.invitation.value()
    assert "令和８年６月４日（木）　10:00～11:30" in text
    assert "第５会議室" in text
    assert document.workshop.details.invitation == ""
    assert not room.again_button.isEnabled()


def test_announcement_is_kept_when_it_was_changed_and_made_anew_when_asked(
    qtbot: QtBot, room: RoomPane, document: Document
) -> None:
    room.invitation.setFocus()
    room.invitation.selectAll()
    type_text(room.invitation, "お集まりください")
    room.rules.setFocus()
    assert document.workshop.details.invitation == "お集まりください"
    _place(document, "講堂")
    assert room.invitation.value() == "お集まりください"
    qtbot.mouseClick(room.again_button, Qt.MouseButton.LeftButton)
    assert "講堂" in room.invitation.value()
    assert document.workshop.details.invitation == ""
    document.undo()
    assert room.invitation.value() == "お集まりください"


def test_announcement_is_on_the_clipboard_when_it_is_copied(qtbot: QtBot, room: RoomPane) -> None:
    qtbot.mouseClick(room.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == room.invitation.value()


def test_rules_and_icebreaker_are_kept_when_they_are_typed(room: RoomPane, document: Document) -> None:
    for editor, text in ((room.rules, "最後まで聞く"), (room.icebreaker, "好きな昼食は")):
        editor.setFocus()
        editor.selectAll()
        type_text(editor, text)
    room.copy_button.setFocus()
    details = document.workshop.details
    assert (details.ground_rules, details.icebreaker) == ("最後まで聞く", "好きな昼食は")
    assert details.invitation == ""


def test_run_sheet_is_a_pdf_with_the_agenda_when_it_is_made(
    qtbot: QtBot, room: RoomPane, document: Document, tmp_path: Path
) -> None:
    target = tmp_path / "sheet.pdf"
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        asked.append(name)
        return target

    room.ask_path = ask
    qtbot.mouseClick(room.sheet_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "書き出しました" in room.notice.text, timeout=PATIENCE)
    assert asked[0].endswith(".pdf")
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert document.workshop.agenda_items()[2].title in text
    assert room.sheet_button.isEnabled()


def test_why_is_said_when_the_run_sheet_cannot_be_written(qtbot: QtBot, room: RoomPane, tmp_path: Path) -> None:
    room.ask_path = lambda *_asked: tmp_path / "nowhere" / "sheet.pdf"
    qtbot.mouseClick(room.sheet_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(room.notice.text) and room.sheet_button.isEnabled(), timeout=PATIENCE)
    assert "書き出しました" not in room.notice.text


def test_all_of_a_long_entry_can_be_read(room: RoomPane, document: Document) -> None:
    check = _checks(document)[0]
    row = room.checklist.rows[check.id]
    low = row.text.height()
    document.apply(set_row(document.workshop, replace(check, text="案内に、" * 30)))
    QApplication.processEvents()
    assert row.text.height() > low
    assert row.text.document().size().height() <= row.text.height()
