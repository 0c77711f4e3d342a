"""A case is made of an action in one workspace, and read in another."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.cases import ReviewKind
from models.decisions import ActionItem, Effect
from models.document import Document
from models.edits import deciding
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.typing import type_text
from ui.background import wait_for_all
from ui.editors import Area, Ticks
from ui.library.case_editor import CaseEditor
from ui.library.screen import LibraryScreen
from ui.library.shelf import OWN, RECEIVED
from ui.live_document import LiveDocument

PATIENCE = 20_000
ACTION = ActionItem("a" * 32, 1.0, "段取り票を1枚にまとめる", "総務課", date(2026, 7, 3), effect=Effect(60, 15, 96, 4))


@pytest.fixture
def live(workspace: Workspace, fresh: Workshop, clock: FakeClock) -> LiveDocument:
    """A workshop with one action."""
    workspace.create(fresh)
    live = LiveDocument(Document(workspace, fresh.id), clock)
    live.apply(deciding.set_action(live.workshop, ACTION))
    return live


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, live: LiveDocument) -> Iterator[LibraryScreen]:
    """The screen of the workspace in which the case is written."""
    yield _shown(qtbot, LibraryScreen(workspace, live))
    wait_for_all()


@pytest.fixture
def elsewhere(qtbot: QtBot, tmp_path: Path) -> Iterator[LibraryScreen]:
    """The screen of another workspace, with no workshop open."""
    workspace = Workspace(tmp_path / "elsewhere")
    yield _shown(qtbot, LibraryScreen(workspace, None))
    workspace.close()


def _shown(qtbot: QtBot, made: LibraryScreen) -> LibraryScreen:
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    return made


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _begun(qtbot: QtBot, screen: LibraryScreen) -> CaseEditor:
    _click(qtbot, screen.make_button)
    assert screen.editor is not None
    return screen.editor


def _case_file(qtbot: QtBot, screen: LibraryScreen, path: Path) -> Path:
    editor = _begun(qtbot, screen)
    screen.ask_path = lambda *_asked: path
    _click(qtbot, editor.export_button)
    qtbot.waitUntil(lambda: "書き出しました" in screen.notice.text, timeout=PATIENCE)
    return path


def test_draft_holds_the_actions_words_when_a_case_is_made(
    qtbot: QtBot, screen: LibraryScreen, live: LiveDocument
) -> None:
    editor = _begun(qtbot, screen)
    assert editor.case.title == ACTION.what
    assert editor.case.expected_hours == 288
    assert screen.shelf.titles(OWN) == [ACTION.what]
    assert list(live.workshop.cases) == [editor.case_id]


def test_no_second_case_is_made_when_the_action_has_one(
    qtbot: QtBot, screen: LibraryScreen, live: LiveDocument
) -> None:
    _begun(qtbot, screen)
    screen.make_case(ACTION.id)
    assert len(live.workshop.cases) == 1
    assert "もうあります" in screen.notice.text


def test_fields_are_kept_and_no_longer_missing_when_filled_in(qtbot: QtBot, screen: LibraryScreen) -> None:
    editor = _begun(qtbot, screen)
    assert "一行要約" in _words(editor)
    summary, kinds = editor.form.editors["summary"], editor.form.editors["review_kinds"]
    summary.setFocus()
    type_text(summary, "段取りを一枚にして準備を半分にした")
    assert isinstance(kinds, Ticks)
    kinds.tick(ReviewKind.COMBINE).click()
    tags = editor.form.editors["tags"]
    tags.setFocus()
    type_text(tags, "会議、段取り")
    editor.form.flush()
    assert editor.case.summary == "段取りを一枚にして準備を半分にした"
    assert editor.case.review_kinds == (ReviewKind.COMBINE,)
    assert editor.case.tags == ("会議", "段取り")
    assert "一行要約、" not in _words(editor)


def test_name_is_pointed_out_when_it_stands_in_a_case(qtbot: QtBot, screen: LibraryScreen) -> None:
    editor = _begun(qtbot, screen)
    editor.form.editors["before"].setFocus()
    type_text(editor.form.editors["before"], "佐藤課長が毎回書き直していた。")
    editor.form.flush()
    assert "見直す前：「佐藤課長" in _words(editor)


def test_case_file_shows_title_and_page_when_opened_in_another_workspace(
    qtbot: QtBot, screen: LibraryScreen, elsewhere: LibraryScreen, tmp_path: Path
) -> None:
    path = _case_file(qtbot, screen, tmp_path / "case.jirei")
    elsewhere.ask_file = lambda *_asked: path
    _click(qtbot, elsewhere.open_button)
    assert elsewhere.reader is not None
    assert elsewhere.reader.title.text() == ACTION.what
    assert elsewhere.shelf.titles(RECEIVED) == [ACTION.what]
    assert elsewhere.reader.pages.pages == 1
    assert "288" in elsewhere.reader.pages.text()
    assert "288時間" in _words(elsewhere.reader)


def test_received_case_is_there_when_the_screen_is_made_again(
    qtbot: QtBot, screen: LibraryScreen, workspace: Workspace, live: LiveDocument, tmp_path: Path
) -> None:
    path = _case_file(qtbot, screen, tmp_path / "case.jirei")
    assert screen.open_case_file(path)
    again = _shown(qtbot, LibraryScreen(workspace, live))
    assert again.shelf.titles(RECEIVED) == [ACTION.what]
    place = again.shelf.visualItemRect(again.shelf.item(again.shelf.count() - 1)).center()
    qtbot.mouseClick(again.shelf.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert again.reader is not None
    assert again.reader.title.text() == ACTION.what


@pytest.mark.parametrize("kept", [0, 1, 200, 2_000])
def test_one_sentence_and_nothing_else_when_a_case_file_is_cut_off(
    qtbot: QtBot, screen: LibraryScreen, elsewhere: LibraryScreen, tmp_path: Path, kept: int
) -> None:
    whole = _case_file(qtbot, screen, tmp_path / "case.jirei").read_bytes()
    damaged = tmp_path / "damaged.jirei"
    damaged.write_bytes(whole[:kept])
    assert not elsewhere.open_case_file(damaged)
    assert "壊れているか" in elsewhere.notice.text
    assert elsewhere.shelf.titles(RECEIVED) == []
    assert elsewhere.reader is None


def test_sentence_is_told_when_the_case_file_is_not_there(elsewhere: LibraryScreen, tmp_path: Path) -> None:
    assert not elsewhere.open_case_file(tmp_path / "none.jirei")
    assert "読めません" in elsewhere.notice.text or "読み込めません" in elsewhere.notice.text


def test_case_comes_back_when_its_deletion_is_taken_back(
    qtbot: QtBot, screen: LibraryScreen, live: LiveDocument
) -> None:
    editor = _begun(qtbot, screen)
    _click(qtbot, editor.delete_button)
    assert not live.workshop.cases
    assert screen.editor is None
    _click(qtbot, next(b for b in screen.notice.findChildren(QPushButton) if b.text() == "元に戻す"))
    assert screen.shelf.titles(OWN) == [ACTION.what]


def test_markup_stays_text_when_a_title_looks_like_it(qtbot: QtBot, screen: LibraryScreen, tmp_path: Path) -> None:
    editor = _begun(qtbot, screen)
    title = editor.form.editors["title"]
    title.setFocus()
    assert isinstance(title, Area)
    title.selectAll()
    type_text(title, "<b>太字</b>&")
    editor.form.flush()
    screen.ask_path = lambda *_asked: tmp_path / "case.jirei"
    _click(qtbot, editor.export_button)
    qtbot.waitUntil(lambda: "書き出しました" in screen.notice.text, timeout=PATIENCE)
    assert screen.open_case_file(tmp_path / "case.jirei")
    assert screen.reader is not None
    assert screen.reader.title.text() == "<b>太字</b>&"
    assert screen.reader.title.textFormat() == Qt.TextFormat.PlainText


def test_shelf_teaches_when_no_workshop_is_open(elsewhere: LibraryScreen) -> None:
    assert not elsewhere._making.isVisible()
    assert "事例ファイル" in _words(elsewhere.stage)


def test_no_page_of_a_case_is_made_when_the_case_was_deleted(qtbot: QtBot, screen: LibraryScreen) -> None:
    editor = _begun(qtbot, screen)
    qtbot.waitUntil(lambda: editor.preview._work is None and not editor.preview._rest.isActive(), timeout=PATIENCE)
    editor.preview.refresh_soon()
    _click(qtbot, editor.delete_button)
    assert not editor.preview._rest.isActive()
