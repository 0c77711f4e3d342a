"""Note sheets for printing: how many, and into which file."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits.deciding import add_participant, set_details
from tests.ui.typing import type_text
from ui.prepare.note_sheets import NoteSheets
from ui.prepare.screen import ROOM, PrepareScreen

PATIENCE = 20_000


@pytest.fixture
def sheets(screen: PrepareScreen) -> NoteSheets:
    """The card on the page about the room, in front."""
    screen.tabs.turn(ROOM)
    QApplication.processEvents()
    return screen.room.note_sheets


def made(qtbot: QtBot, card: NoteSheets) -> None:
    qtbot.mouseClick(card.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.make_button.isEnabled, timeout=PATIENCE)


def test_as_many_sheets_are_written_when_a_number_is_typed(qtbot: QtBot, sheets: NoteSheets, tmp_path: Path) -> None:
    path = tmp_path / "用紙.pdf"
    sheets.ask_path = lambda *_asked: path
    sheets.number.selectAll()
    type_text(sheets.number, "２")
    assert sheets._enough.text() == "枚（付箋16枚分）"
    made(qtbot, sheets)
    assert len(PdfReader(path).pages) == 2
    assert str(path) in sheets._notice.text


def test_number_follows_who_comes_when_nobody_changed_it(sheets: NoteSheets, document: Document) -> None:
    document.apply(add_participant(document.workshop, "総務課", "係長", 30))
    assert sheets.sheets == 15
    sheets.number.step(1)
    document.apply(set_details(document.workshop, replace(document.workshop.details, headcount=3)))
    assert sheets.sheets == 16


def test_nothing_is_written_when_no_place_is_chosen(qtbot: QtBot, sheets: NoteSheets, tmp_path: Path) -> None:
    sheets.ask_path = lambda *_asked: None
    made(qtbot, sheets)
    assert sheets._notice.text == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_reason_is_told_when_the_place_takes_nothing(qtbot: QtBot, sheets: NoteSheets, tmp_path: Path) -> None:
    sheets.ask_path = lambda *_asked: tmp_path / "no" / "用紙.pdf"
    made(qtbot, sheets)
    assert "用紙.pdf" in sheets._notice.text
    assert not (tmp_path / "no").exists()
