"""The main window: what one screen does to the workshop that others show, what fails, and what happens at the end."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits.change import Edit
from models.edits.deciding import set_details
from models.edits.notes import add_notes
from models.library.workshop_package import write_package
from models.workshop import Workshop
from models.workspace.connection import NotSaved
from models.workspace.workspace import Workspace
from ui.editors import Line
from ui.live_document import LiveDocument
from ui.main_window import MainWindow
from ui.prepare.screen import ABOUT
from ui.screens import BOARD, DECIDE, HOME, PREPARE

PATIENCE = 20_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on an empty workspace, not opened yet."""
    folder = tmp_path / "workspace"
    made = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    yield made
    made.close()


def _shown(qtbot: QtBot, window: MainWindow) -> Workspace:
    with qtbot.waitSignal(window.opened, timeout=PATIENCE):
        window.show()
    assert window.workspace is not None
    return window.workspace


def _opened(qtbot: QtBot, window: MainWindow, workshop: Workshop) -> LiveDocument:
    _shown(qtbot, window).create(workshop)
    window.open_workshop(workshop.id)
    assert window.live is not None
    return window.live


def _place(window: MainWindow) -> Line:
    """The editor of the meeting's place, on the page about the meeting."""
    screen = window.made(PREPARE)
    screen.tabs.turn(ABOUT)
    editor = screen.editors["place"]
    assert isinstance(editor, Line)
    return editor


def _fail(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on nothing is saved; what comes back ends it."""

    def refuse(_document: Document, _edit: Edit, *, continuing: bool = False) -> None:
        raise NotSaved("満杯")

    with_disk = Document.apply
    monkeypatch.setattr(Document, "apply", refuse)
    return lambda: monkeypatch.setattr(Document, "apply", with_disk)


def test_the_open_workshop_is_put_away_as_others_see_it_when_home_does_it(
    qtbot: QtBot, window: MainWindow, fresh: Workshop
) -> None:
    live = _opened(qtbot, window, fresh)
    window.show_screen(HOME)
    window.made(HOME)._archive(live.workshop.details)
    assert live.workshop.details.archived
    live.apply(set_details(live.workshop, replace(live.workshop.details, place="大会議室")))
    assert window.workspace is not None
    assert window.workspace.load(fresh.id).details.archived
    window.undo()
    window.undo()
    assert not window.workspace.load(fresh.id).details.archived


def test_the_given_file_is_opened_once_when_the_language_is_changed(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, tmp_path: Path
) -> None:
    package = tmp_path / "会.minaoshi"
    package.write_bytes(write_package(fresh))
    window.open_when_ready(package)
    workspace = _shown(qtbot, window)
    assert len(workspace.workshops()) == 1
    window.speak("en")
    qtbot.waitUntil(lambda: window.stack.count() > 0, timeout=PATIENCE)
    assert len(workspace.workshops()) == 1


def test_trying_again_changes_nothing_when_the_same_was_saved_meanwhile(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = _opened(qtbot, window, fresh)
    retries: list[Callable[[], bool]] = []
    live.not_saved.connect(lambda _sentence, retry: retries.append(retry))
    mend = _fail(monkeypatch)
    assert not live.apply(set_details(live.workshop, replace(live.workshop.details, place="大会")))
    mend()
    assert live.apply(set_details(live.workshop, replace(live.workshop.details, place="大会議室")))
    assert retries[0]()
    assert live.workshop.details.place == "大会議室"


def test_the_offer_to_try_again_goes_when_something_was_saved_meanwhile(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = _opened(qtbot, window, fresh)
    mend = _fail(monkeypatch)
    assert not live.apply(add_notes(live.workshop, ["電話が多い"]))
    assert window.notice.text
    mend()
    assert live.apply(add_notes(live.workshop, ["電話が多い"]))
    assert not window.notice.text
    assert len(live.workshop.notes) == 1


def test_the_window_stays_when_what_is_half_typed_cannot_be_saved_at_closing(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = _opened(qtbot, window, fresh)
    place = _place(window)
    place.setFocus()
    place.setText("大会議室")
    place.edited.emit()
    mend = _fail(monkeypatch)
    assert not window.close()
    assert place.text() == "大会議室"
    assert "満杯" in window.notice.text
    mend()
    assert window.close()
    assert live.workshop.details.place == "大会議室"


def test_the_window_closes_when_it_is_asked_to_a_second_time_though_nothing_can_be_saved(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    _opened(qtbot, window, fresh)
    place = _place(window)
    place.setFocus()
    place.setText("大会議室")
    place.edited.emit()
    _fail(monkeypatch)
    assert not window.close()
    assert window.close()


def test_what_was_undone_is_said_when_undo_is_pressed(qtbot: QtBot, window: MainWindow, fresh: Workshop) -> None:
    live = _opened(qtbot, window, fresh)
    window.show_screen(BOARD)
    assert live.apply(add_notes(live.workshop, ["電話が多い"]))
    window.undo()
    assert window.strip.saved.text() == "元に戻しました: 付箋の追加"
    window.redo()
    assert window.strip.saved.text() == "やり直しました: 付箋の追加"
    assert not window.strip.saved.styleSheet()


def test_the_place_is_named_louder_when_what_is_undone_is_on_another_screen(
    qtbot: QtBot, window: MainWindow, fresh: Workshop
) -> None:
    live = _opened(qtbot, window, fresh)
    window.show_screen(DECIDE)
    assert live.apply(add_notes(live.workshop, ["電話が多い"]))
    window.undo()
    assert window.strip.saved.text() == "付箋の追加（付箋）を元に戻しました"
    assert "bold" in window.strip.saved.styleSheet()
    window.redo()
    assert window.strip.saved.text() == "付箋の追加（付箋）をやり直しました"
    assert live.apply(add_notes(live.workshop, ["会議が多い"]))
    assert not window.strip.saved.styleSheet()


@pytest.mark.parametrize("how", ["another is opened", "another language is spoken"])
def test_clock_of_a_workshop_is_let_go_when_it_is_closed(
    qtbot: QtBot, window: MainWindow, fresh: Workshop, how: str
) -> None:
    before = _opened(qtbot, window, fresh)
    keeper = window._timekeeper
    assert keeper is not None
    if how == "another is opened":
        window.open_workshop(fresh.id)
    else:
        window.speak("en")
    assert before is not window.live
    assert not keeper._timer.isActive()
