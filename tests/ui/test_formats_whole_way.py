"""Each of the four formats in the window, from the start to the minutes, with real clicks and keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.board import NoteKind
from models.edits.lists import Listed
from models.formats import Knack, OwnWork, Pledge, ProcessStep, ShownCase
from models.workshop import Marking, Workshop, WorkshopFormat
from models.workspace.check import faults
from tests.ui.typing import type_text
from ui.board.screen import BoardScreen
from ui.content.screen import ContentScreen
from ui.home.new_workshop import NewWorkshopForm
from ui.home.template_choice import TemplateChoice
from ui.main_window import MainWindow
from ui.run.screen import RunScreen
from ui.screens import BOARD, CLOSE, CONTENT, DECIDE, HOME, RUN

PATIENCE = 20_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on an empty workspace."""
    folder = tmp_path / "workspace"
    made = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened, timeout=PATIENCE):
        made.resize(1280, 720)
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


class Walk:
    """A facilitator at the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        assert self.window.live is not None
        return self.window.live.workshop

    def click(self, button: QAbstractButton) -> None:
        """Press a button that can be seen."""
        QApplication.processEvents()
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def go(self, name: str) -> Any:
        """Go to a place on the rail."""
        self.qtbot.mouseClick(self.window.rail.place(name), Qt.MouseButton.LeftButton)
        return self.window.made(name)

    def begin(self, kind: WorkshopFormat) -> None:
        """A new meeting of a format."""
        home = self.window.made(HOME)
        self.click(home.new_button)
        self.click(home.findChild(TemplateChoice).shipped[kind])
        form = home.findChild(NewWorkshopForm)
        form.editors["bureau"].setFocus()
        type_text(form.editors["bureau"], "総務課")
        self.click(form.create_button)

    def run_through(self, acts: dict[AgendaPhase, Callable[[], None]]) -> list[AgendaPhase]:
        """Start, do in each phase what is done there, and go on to the end with the room's keys."""
        seen = []
        run: RunScreen = self.go(RUN)
        self.qtbot.keyClick(run, Qt.Key.Key_Space)
        while (item := self.workshop.current_item()) is not None:
            seen.append(item.phase)
            acts.get(item.phase, lambda: None)()
            self.go(RUN)
            self.qtbot.keyClick(run, Qt.Key.Key_Right)
        return seen

    def note(self, kind: NoteKind, *texts: str) -> None:
        """Notes of a kind, typed one after another."""
        board: BoardScreen = self.go(BOARD)
        self.click(board.entry.kinds.buttons[kind])
        for text in texts:
            type_text(board.entry.line, text)
            self.qtbot.keyClick(board.entry.line, Qt.Key.Key_Return)

    def list(self, kind: type[Listed], *rows: tuple[str, ...]) -> None:
        """Rows of one of the format's own lists, typed one after another."""
        screen: ContentScreen = self.go(CONTENT)
        screen.show_list(kind)
        entry = screen.lists[kind].entry
        for row in rows:
            for editor, text in zip(entry.editors.values(), row, strict=False):
                if text:
                    editor.setFocus()
                    type_text(editor, text)
            self.qtbot.keyClick(entry.first, Qt.Key.Key_Return)
            QApplication.processEvents()  # the new row is seen

    def write_up(self, target: Path) -> str:
        """The minutes as PDF; their text without spaces."""
        screen = self.go(CLOSE)
        screen.ask_path = lambda *_asked: target
        screen.details.marking.option(Marking.LEVEL_1).click()
        screen.check.confirmed.click()
        self.click(screen.pdf_button)
        self.qtbot.waitUntil(lambda: "書き出しました" in screen.notice.text, timeout=PATIENCE)
        text = "".join(page.extract_text() for page in PdfReader(target).pages)
        return text.replace("\n", "").replace(" ", "")


@pytest.fixture
def walk(qtbot: QtBot, window: MainWindow) -> Walk:
    """The facilitator, at an empty window."""
    return Walk(qtbot, window)


def _assert_sound(walk: Walk) -> None:
    assert walk.window.workspace is not None
    assert faults(walk.window.workspace) == []


def test_kaigi_is_walked_from_start_to_minutes(walk: Walk, tmp_path: Path) -> None:
    def decide() -> None:
        screen = walk.go(DECIDE)
        walk.click(screen.homework.add_button)
        action = list(screen.homework.cards.values())[-1]
        action.form.editors["what"].setFocus()
        type_text(action.form.editors["what"], "一覧を作る")

    walk.begin(WorkshopFormat.KAIGI)
    seen = walk.run_through(
        {
            AgendaPhase.WRITE: lambda: walk.note(NoteKind.TROUBLE, "照会が多い", "様式が違う"),
            AgendaPhase.IDEAS: lambda: walk.note(NoteKind.IDEA, "一覧にする"),
            AgendaPhase.OWNERS: decide,
        }
    )
    assert AgendaPhase.LAST_TIME not in seen  # a first meeting has no homework
    minutes = walk.write_up(tmp_path / "minutes.pdf")
    assert "業務見直し皆議" in minutes
    assert "一覧を作る" in minutes
    assert "照会が多い" not in minutes
    _assert_sound(walk)


def test_study_session_is_walked_from_start_to_minutes(walk: Walk, tmp_path: Path) -> None:
    walk.begin(WorkshopFormat.STUDY)
    seen = walk.run_through(
        {
            AgendaPhase.PRESENT: lambda: walk.list(Knack, ("会議ロジのコツ", "会計課 係員")),
            AgendaPhase.QUESTIONS: lambda: walk.note(NoteKind.QUESTION, "席次はいつ決めますか"),
            AgendaPhase.PLEDGE: lambda: walk.list(Pledge, ("席次表を使い回す",), ("次第を一枚にする",)),
        }
    )
    assert seen[-1] is AgendaPhase.PLEDGE
    assert [note.kind for note in walk.workshop.notes.values()] == [NoteKind.QUESTION]
    minutes = walk.write_up(tmp_path / "minutes.pdf")
    for told in ("業務見直し勉強会", "会議ロジのコツ", "会計課係員", "席次表を使い回す", "次第を一枚にする"):
        assert told in minutes
    assert "席次はいつ" not in minutes
    _assert_sound(walk)


def test_training_is_walked_from_start_to_minutes(walk: Walk, tmp_path: Path) -> None:
    def own_work() -> None:
        walk.list(OwnWork, ("旅費の精算", "15", "240"), ("会議の記録",))
        screen: ContentScreen = walk.window.made(CONTENT)
        row = screen.lists[OwnWork].ordered()[0]
        row.setFocus()
        walk.qtbot.keyClick(row, Qt.Key.Key_C)

    walk.begin(WorkshopFormat.TRAINING)
    walk.run_through(
        {
            AgendaPhase.CASES: lambda: walk.list(ShownCase, ("月例会議をやめた",)),
            AgendaPhase.OWN_WORK: own_work,
            AgendaPhase.PLEDGE: lambda: walk.list(Pledge, ("まとめて精算する",)),
        }
    )
    minutes = walk.write_up(tmp_path / "minutes.pdf")
    for told in ("業務見直し研修", "月例会議をやめた", "旅費の精算", "まとめる", "まとめて精算する"):
        assert told in minutes
    _assert_sound(walk)


def test_dx_workshop_is_walked_from_start_to_minutes(walk: Walk, tmp_path: Path) -> None:
    def take_home() -> None:
        walk.list(ProcessStep, ("結果を集計する", "総務課 係員", "60"))  # the times a year stay from step to step
        screen: ContentScreen = walk.window.made(CONTENT)
        row = screen.lists[ProcessStep].ordered()[0]
        row.setFocus()
        walk.qtbot.keyClick(row, Qt.Key.Key_H)

    walk.begin(WorkshopFormat.DX)
    walk.run_through(
        {
            AgendaPhase.STEPS: lambda: walk.list(ProcessStep, ("様式を送る", "総務課 係員", "10", "12")),
            AgendaPhase.OWNERS: take_home,
        }
    )
    assert len(walk.workshop.process_steps) == 2
    assert len(walk.workshop.actions) == 1
    minutes = walk.write_up(tmp_path / "minutes.pdf")
    for told in ("DXワークショップ", "様式を送る", "結果を集計する", "14時間"):
        assert told in minutes
    _assert_sound(walk)
