"""The whole way in the window: from a new workshop to minutes and a case, with real clicks and keys."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.demonstration import SCRIPT
from models.workshop import Marking, Workshop, WorkshopFormat
from models.workspace.check import faults
from tests.ui.typing import type_text
from ui.board.screen import BoardScreen
from ui.home.new_workshop import NewWorkshopForm
from ui.home.template_choice import TemplateChoice
from ui.main_window import MainWindow
from ui.screens import BOARD, CLOSE, DECIDE, HOME, LIBRARY, RUN

PATIENCE = 20_000


def _window(qtbot: QtBot, folder: Path) -> MainWindow:
    window = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.opened, timeout=PATIENCE):
        window.resize(1280, 720)
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on an empty workspace."""
    made = _window(qtbot, tmp_path / "workspace")
    yield made
    made.close()


def _click(qtbot: QtBot, button: QPushButton) -> None:
    QApplication.processEvents()
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _button(inside: QWidget, text: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == text)


def _go(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(window.rail.place(name), Qt.MouseButton.LeftButton)


def _workshop(window: MainWindow) -> Workshop:
    assert window.live is not None
    return window.live.workshop


def _begin(qtbot: QtBot, window: MainWindow) -> None:
    home = window.made(HOME)
    _click(qtbot, home.new_button)
    _click(qtbot, home.findChild(TemplateChoice).shipped[WorkshopFormat.KAIGI])
    form = home.findChild(NewWorkshopForm)
    type_text(form.editors["bureau"], "総務課")
    _click(qtbot, form.create_button)


def _meet(qtbot: QtBot, window: MainWindow) -> None:
    _go(qtbot, window, RUN)
    run = window.made(RUN)
    qtbot.keyClick(run, Qt.Key.Key_Space)
    qtbot.keyClick(run, Qt.Key.Key_Right)
    assert sum(timing.current for timing in _workshop(window).timings.values()) == 1


def _write(qtbot: QtBot, window: MainWindow) -> None:
    _go(qtbot, window, BOARD)
    board: BoardScreen = window.made(BOARD)
    script = tomllib.loads(SCRIPT.read_text(encoding="utf-8"))
    for text in [note for group in script["group"] for note in group["notes"]]:
        type_text(board.entry.line, text)
        qtbot.keyClick(board.entry.line, Qt.Key.Key_Return)


def _group(qtbot: QtBot, window: MainWindow) -> None:
    board: BoardScreen = window.made(BOARD)
    _click(qtbot, _button(board, "グループ案を作る"))
    panel = board.panel
    qtbot.waitUntil(lambda: panel.pages.currentWidget() is panel.offer, timeout=PATIENCE)
    assert not _workshop(window).clusters
    _click(qtbot, panel.take_all)
    assert len(_workshop(window).clusters) >= 2


def _decide(qtbot: QtBot, window: MainWindow) -> None:
    _go(qtbot, window, DECIDE)
    screen = window.made(DECIDE)
    for dots, row in enumerate(screen.votes.rows.values(), start=1):
        row.entry.field.setFocus()
        qtbot.keyClicks(row.entry.field, str(dots))
    _click(qtbot, _button(screen, "投票を締め切る"))
    _click(qtbot, _button(screen, "このまま締め切る"))  # more dots than all together have
    assert _workshop(window).details.votes_closed
    _click(qtbot, screen.decisions.add_button)
    decision = list(screen.decisions.cards.values())[-1]
    for name, text in (("text", "照会の一覧を一つに決める"), ("reason", "書き写しが減るため")):
        decision.form.editors[name].setFocus()
        type_text(decision.form.editors[name], text)
    _click(qtbot, screen.homework.add_button)
    action = list(screen.homework.cards.values())[-1]
    for name, text in (("what", "一覧を作る"), ("owner", "総務課 庶務係長"), ("first_step", "三か月分を並べる")):
        action.form.editors[name].setFocus()
        type_text(action.form.editors[name], text)
    _click(qtbot, action.fold_button)


def _write_up(qtbot: QtBot, window: MainWindow, target: Path) -> str:
    _go(qtbot, window, CLOSE)
    screen = window.made(CLOSE)
    screen.ask_path = lambda *_asked: target
    screen.details.marking.option(Marking.LEVEL_1).click()
    screen.check.confirmed.click()
    _click(qtbot, screen.pdf_button)
    qtbot.waitUntil(lambda: "書き出しました" in screen.notice.text, timeout=PATIENCE)
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    return text.replace("\n", "").replace(" ", "")


def test_workshop_goes_from_plan_to_papers_when_a_person_walks_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    _begin(qtbot, window)
    _meet(qtbot, window)
    _write(qtbot, window)
    assert len(_workshop(window).notes) == 26
    _group(qtbot, window)
    _decide(qtbot, window)
    minutes = _write_up(qtbot, window, tmp_path / "minutes.pdf")
    assert "照会の一覧を一つに決める" in minutes
    assert "総務課庶務係長" in minutes
    assert "（以上）" in minutes
    titles = {cluster.title for cluster in _workshop(window).clusters.values()}
    verbatim = [note.text for note in _workshop(window).notes.values() if note.text in minutes]
    assert set(verbatim) <= titles  # a suggested title may be a note's own words; nothing else is
    assert window.workspace is not None
    assert faults(window.workspace) == []


def test_everything_is_there_and_can_be_undone_when_the_window_was_closed(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    first = _window(qtbot, folder)
    _begin(qtbot, first)
    _write(qtbot, first)
    before = _workshop(first)
    first.close()
    second = _window(qtbot, folder)
    second.open_workshop(before.id, BOARD)
    assert _workshop(second) == before
    _click(qtbot, second.strip.undo_button)
    assert len(_workshop(second).notes) == 25
    second.close()


def test_half_typed_text_is_kept_when_the_window_closes(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    window = _window(qtbot, folder)
    _begin(qtbot, window)
    window.made("prepare").tabs.turn("about")
    place = window.made("prepare").editors["place"]
    place.setFocus()
    type_text(place, "第７会議室")
    workshop_id = _workshop(window).id
    window.close()
    again = _window(qtbot, folder)
    assert again.workspace is not None
    assert again.workspace.load(workshop_id).details.place == "第７会議室"
    again.close()


def test_half_written_note_is_kept_when_the_window_closes(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    window = _window(qtbot, folder)
    _begin(qtbot, window)
    _go(qtbot, window, BOARD)
    board: BoardScreen = window.made(BOARD)
    type_text(board.entry.line, "電話が")
    qtbot.keyClick(board.entry.line, Qt.Key.Key_Return)
    [note_id] = _workshop(window).notes
    board.editing.edit_note(note_id)
    editor = QApplication.focusWidget()
    assert editor is not None
    type_text(editor, "電話が多い")
    workshop_id = _workshop(window).id
    window.close()
    again = _window(qtbot, folder)
    assert again.workspace is not None
    assert "電話が多い" in again.workspace.load(workshop_id).notes[note_id].text
    again.close()


def test_second_window_says_who_has_the_workspace_when_it_is_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = MainWindow(tmp_path / "workspace", QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: other.stack.currentWidget() is not None, timeout=PATIENCE)
    assert other.workspace is None
    assert "既に開いています" in _shown_text(other)
    other.close()


def _shown_text(window: MainWindow) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(shown.text() for shown in window.findChildren(QLabel) if shown.isVisible())


def test_damaged_workspace_goes_back_to_its_backup_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    window = _window(qtbot, folder)
    _begin(qtbot, window)
    window.close()
    (folder / "workspace.sqlite3").write_bytes(b"this is no database" * 500)
    hurt = MainWindow(folder, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(hurt)
    hurt.show()
    qtbot.waitUntil(lambda: hurt.stack.currentWidget() is not None, timeout=PATIENCE)
    assert "壊れています" in _shown_text(hurt)
    with qtbot.waitSignal(hurt.opened, timeout=PATIENCE):
        _click(qtbot, _button(hurt, "最新の控えに戻す"))
    assert hurt.workspace is not None
    assert len(hurt.workspace.workshops()) == 1
    assert list(folder.glob("damaged-*.sqlite3"))
    hurt.close()


def test_every_screen_speaks_english_when_it_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.made(HOME).language_chosen.emit("en")
    qtbot.waitUntil(lambda: HOME in window._screens and window.made(HOME).new_button.text() == "Begin a workshop")
    _begin(qtbot, window)
    for name in (RUN, BOARD, DECIDE, CLOSE, LIBRARY):
        window.show_screen(name)
    assert window.strip.undo_button.text() == "Undo"
