"""The parking lot is one key away, and what is parked is a note."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from models.edits.change import new_id
from models.edits.lists import add_row
from models.formats import Knack
from models.templates import new_workshop
from models.workshop import Details, Workshop, WorkshopFormat
from models.workspace.connection import NotSaved
from tests.ui.typing import type_text
from ui.main_window import MainWindow
from ui.parking import ParkingLine
from ui.screens import BOARD, CONTENT, RUN


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, fresh: Workshop) -> MainWindow:
    """The main window with a workshop open, at the run screen."""
    made = MainWindow(tmp_path, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened, timeout=20_000):
        made.show()
    assert made.workspace is not None
    made.workspace.create(fresh)
    made.open_workshop(fresh.id, RUN)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _asked(qtbot: QtBot, window: MainWindow) -> ParkingLine:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F8)
    assert window.parking is not None
    qtbot.waitUntil(window.parking.line.hasFocus)
    return window.parking


def _parked(window: MainWindow) -> list[str]:
    assert window.live is not None
    return [note.text for note in window.live.workshop.ordered_notes() if note.kind is NoteKind.PARKED]


@pytest.mark.parametrize("screen", [RUN, BOARD])
def test_note_is_parked_when_it_is_typed_on_any_screen(qtbot: QtBot, window: MainWindow, screen: str) -> None:
    window.show_screen(screen)
    parking = _asked(qtbot, window)
    type_text(parking.line, "システムの更改は別の会で")
    qtbot.keyClick(parking.line, Qt.Key.Key_Return)
    type_text(parking.line, "<b>様式</b>の話")
    qtbot.keyClick(parking.line, Qt.Key.Key_Return)
    qtbot.keyClick(parking.line, Qt.Key.Key_Return)
    assert _parked(window) == ["システムの更改は別の会で", "<b>様式</b>の話"]
    assert "2" in parking.count.text()
    qtbot.keyClick(parking.line, Qt.Key.Key_Escape)
    assert parking.isHidden()
    window.undo()
    assert _parked(window) == ["システムの更改は別の会で"]


def test_half_typed_line_stays_when_the_parking_lot_is_closed_or_the_disk_is_full(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    parking = _asked(qtbot, window)
    type_text(parking.line, "あとで")
    qtbot.keyClick(parking.line, Qt.Key.Key_Escape)
    parking = _asked(qtbot, window)
    assert parking.line.text() == "あとで"

    def refuse(*_args: object, **_more: object) -> None:
        raise NotSaved("満杯")

    monkeypatch.setattr("models.document.Document.apply", refuse)
    qtbot.keyClick(parking.line, Qt.Key.Key_Return)
    assert parking.line.text() == "あとで"
    monkeypatch.undo()
    qtbot.keyClick(parking.line, Qt.Key.Key_Return)
    assert _parked(window) == ["あとで"]


def test_focus_returns_to_where_it_was_when_the_parking_lot_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    before = window.focusWidget()
    parking = _asked(qtbot, window)
    qtbot.keyClick(parking.line, Qt.Key.Key_Escape)
    assert window.focusWidget() is before


def test_parking_lot_opens_when_a_row_of_a_list_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    study = new_workshop(Details(new_id(), "勉強会", date(2026, 6, 4), time(10), format=WorkshopFormat.STUDY))
    assert window.workspace is not None
    window.workspace.create(study)
    window.open_workshop(study.id, CONTENT)
    assert window.live is not None
    window.live.apply(add_row(window.live.workshop, Knack, title="席次表"))
    row = next(iter(window.made(CONTENT).lists[Knack].rows.values()))
    qtbot.waitUntil(row.isVisible)
    row.setFocus()
    _asked(qtbot, window)


def test_half_typed_line_is_parked_in_its_own_workshop_when_another_is_opened(
    qtbot: QtBot, window: MainWindow, fresh: Workshop
) -> None:
    parking = _asked(qtbot, window)
    type_text(parking.line, "あとで")
    assert window.workspace is not None
    other = new_workshop(Details(new_id(), "別の会", date(2026, 6, 5), time(10)))
    window.workspace.create(other)
    window.open_workshop(other.id)
    assert parking.line.text() == ""
    assert _parked(window) == []
    window.open_workshop(fresh.id)
    assert _parked(window) == ["あとで"]
