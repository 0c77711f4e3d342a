"""The entry line, editing in place, titles, silence and search."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from models.edits.clusters import dissolve_cluster
from models.edits.notes import delete_notes
from models.workspace.connection import NotSaved
from tests.ui.board.conftest import Board
from tests.ui.typing import type_text
from ui.board.editing import NoteBox, TitleBox
from ui.board.looks import LINE_STEP

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def texts(board: Board) -> list[str]:
    return [note.text for note in board.workshop.ordered_notes()]


@pytest.fixture
def full(board: Board, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """From now on nothing can be saved, until the patch is undone."""

    def fail(*_args: object, **_more: object) -> None:
        raise NotSaved("満杯です。")

    monkeypatch.setattr(board.live._document, "apply", fail)
    return monkeypatch


def test_notes_appear_one_by_one_when_enter_is_pressed_again_and_again(board: Board) -> None:
    line = board.screen.entry.line
    assert line.hasFocus()
    assert board.screen.hint.isVisible()
    for text in ("印刷が多い", "照会が遅い"):
        type_text(line, text)
        QTest.keyClick(line, Key.Key_Return)
        assert line.hasFocus()
        assert line.text() == ""
    assert texts(board) == ["印刷が多い", "照会が遅い"]
    assert len(board.screen.board.notes) == 2
    assert not board.screen.hint.isVisible()


def test_nothing_is_added_when_enter_is_pressed_on_an_empty_line(board: Board) -> None:
    QTest.keyClick(board.screen.entry.line, Key.Key_Return)
    type_text(board.screen.entry.line, "　 ")
    QTest.keyClick(board.screen.entry.line, Key.Key_Return)
    assert board.kinds == []


def test_nothing_is_added_when_the_composition_is_not_ended(board: Board) -> None:
    line = board.screen.entry.line
    type_text(line, "印刷")
    QApplication.sendEvent(line, QInputMethodEvent("がおおい", []))
    QTest.keyClick(line, Key.Key_Return)
    assert board.kinds == []
    type_text(line, "が多い")
    QTest.keyClick(line, Key.Key_Return)
    assert texts(board) == ["印刷が多い"]


def test_the_last_note_is_taken_back_when_undo_is_pressed_in_the_empty_line(board: Board) -> None:
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), board.screen, board.live.undo)
    line = board.screen.entry.line
    type_text(line, "印刷")
    QTest.keyClick(line, Key.Key_Return)
    type_text(line, "照会")
    QTest.keyClick(line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(board) == ["印刷"]
    assert line.text() == ""
    QTest.keyClick(line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(board) == []


def test_the_kind_goes_on_and_back_when_tab_is_pressed_in_the_line(board: Board) -> None:
    line, kinds = board.screen.entry.line, board.screen.entry.kinds
    type_text(line, "自動化")
    for key, kind in [
        (Key.Key_Tab, NoteKind.IDEA),
        (Key.Key_Tab, NoteKind.TIP),
        (Key.Key_Backtab, NoteKind.IDEA),
        (Key.Key_Backtab, NoteKind.TROUBLE),
        (Key.Key_Backtab, NoteKind.QUESTION),
        (Key.Key_Tab, NoteKind.TROUBLE),
        (Key.Key_Tab, NoteKind.IDEA),
    ]:
        shift = Qt.KeyboardModifier.ShiftModifier if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(line, key, shift)
        assert kinds.kind is kind
        assert line.hasFocus()
        assert line.text() == "自動化"
    QTest.keyClick(line, Key.Key_Return)
    assert board.note("自動化").kind is NoteKind.IDEA


def test_the_keyboard_leaves_the_line_when_f6_is_pressed(board: Board) -> None:
    line = board.screen.entry.line
    QTest.keyClick(line, Key.Key_F6)
    assert board.screen.entry.add.hasFocus()
    line.setFocus()
    QTest.keyClick(line, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert not line.hasFocus()
    assert "F6" in line.accessibleDescription()


def test_a_note_is_added_only_when_enter_comes_after_the_composition(board: Board) -> None:
    line, kinds = board.screen.entry.line, board.screen.entry.kinds
    empty = line.grab().toImage()
    QApplication.sendEvent(line, QInputMethodEvent("いんさつ", []))
    assert line.grab().toImage() != empty  # what is composed is seen
    assert line.text() == ""
    QTest.keyClick(line, Key.Key_Tab)
    QTest.keyClick(line, Key.Key_Return)
    assert kinds.kind is NoteKind.TROUBLE
    assert board.kinds == []
    ended = QInputMethodEvent("", [])
    ended.setCommitString("印刷")
    QApplication.sendEvent(line, ended)
    assert line.text() == "印刷"
    QTest.keyClick(line, Key.Key_Return)
    assert texts(board) == ["印刷"]


def test_it_is_told_and_both_stay_when_a_note_says_the_same(board: Board) -> None:
    [first] = board.add("会議が長い")
    line, told = board.screen.entry.line, board.screen.entry.double
    type_text(line, "会議　が 長い")
    QTest.keyClick(line, Key.Key_Return)
    assert told.text == "同じ文の付箋がもうあります。2枚目として加えました"
    assert line.hasFocus()
    assert len(texts(board)) == 2
    QTest.mouseClick(told.see, LEFT)
    assert board.screen.board.selected() == [first]
    QTest.mouseClick(told.take_back, LEFT)
    assert texts(board) == ["会議が長い"]
    assert told.text == ""
    assert line.hasFocus()


def test_it_is_told_no_longer_when_another_note_is_added_or_it_is_undone(board: Board) -> None:
    line, told = board.screen.entry.line, board.screen.entry.double
    for text in ("会議", "会議", "会議"):
        type_text(line, text)
        QTest.keyClick(line, Key.Key_Return)
    assert "3枚目" in told.text
    board.live.undo()
    assert told.text == ""
    type_text(line, "会議")
    QTest.keyClick(line, Key.Key_Return)
    assert "3枚目" in told.text
    type_text(line, "印刷")
    QTest.keyClick(line, Key.Key_Return)
    assert told.text == ""


def test_line_and_board_have_the_keys_in_turn_when_escape_and_n_are_pressed(board: Board) -> None:
    QTest.keyClick(board.screen.entry.line, Key.Key_Escape)
    assert board.view.hasFocus()
    QTest.keyClick(board.view, Key.Key_N)
    assert board.screen.entry.line.hasFocus()


def test_a_note_is_of_the_chosen_kind_when_it_is_chosen_by_key_or_click(board: Board) -> None:
    line, kinds = board.screen.entry.line, board.screen.entry.kinds
    QTest.keyClick(line, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    type_text(line, "自動化")
    QTest.keyClick(line, Key.Key_Return)
    QTest.mouseClick(kinds.buttons[NoteKind.PARKED], LEFT)
    assert line.hasFocus()
    type_text(line, "人員")
    QTest.mouseClick(board.screen.entry.add, LEFT)
    assert board.note("自動化").kind is NoteKind.IDEA
    assert board.note("人員").kind is NoteKind.PARKED


@pytest.mark.usefixtures("full")
def test_what_was_typed_stays_when_it_cannot_be_saved(board: Board) -> None:
    line = board.screen.entry.line
    type_text(line, "印刷が多い")
    QTest.keyClick(line, Key.Key_Return)
    assert line.text() == "印刷が多い"
    assert not board.screen.board.notes


def test_the_line_is_free_when_the_second_try_succeeds(board: Board, full: pytest.MonkeyPatch) -> None:
    tries: list[Callable[[], bool]] = []
    board.live.not_saved.connect(lambda _sentence, again: tries.append(again))
    line = board.screen.entry.line
    with full.context() as context:
        context.setattr(board.live._document, "apply", _raise)
        type_text(line, "印刷が多い")
        QTest.keyClick(line, Key.Key_Return)
    full.undo()
    assert line.text() == "印刷が多い"
    [again] = tries
    assert again()
    assert texts(board) == ["印刷が多い"]
    assert line.text() == ""


def test_one_pasted_line_goes_into_the_line_when_there_is_no_more(board: Board) -> None:
    QGuiApplication.clipboard().setText("印刷が多い\n")
    QTest.keyClick(board.screen.entry.line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert board.screen.entry.line.text() == "印刷が多い"
    assert board.screen.taking_in.work is None


def test_a_note_is_reworded_when_it_is_double_clicked_and_left(board: Board) -> None:
    board.add("印刷")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    assert box.hasFocus()
    type_text(box, "が多い")
    board.screen.focus_entry()
    assert texts(board) == ["印刷が多い"]
    assert board.screen.editing.box is None


def test_what_is_typed_is_kept_when_there_was_no_key_for_a_second(board: Board, qtbot: QtBot) -> None:
    board.add("印刷")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    type_text(box, "が")
    qtbot.waitUntil(lambda: texts(board) == ["印刷が"])
    type_text(box, "多い")
    qtbot.waitUntil(lambda: texts(board) == ["印刷が多い"])
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    board.live.undo()
    assert texts(board) == ["印刷"]


def test_the_note_is_as_before_when_escape_is_pressed(board: Board, qtbot: QtBot) -> None:
    board.add("印刷")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    type_text(box, "が多い")
    qtbot.waitUntil(lambda: texts(board) == ["印刷が多い"])
    QTest.keyClick(box, Key.Key_Escape)
    assert texts(board) == ["印刷"]
    assert board.screen.editing.box is None
    assert board.view.hasFocus()


def test_the_note_is_deleted_when_it_is_left_empty(board: Board) -> None:
    board.add("印刷", "照会")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(board) == ["照会"]


def test_the_editor_stays_with_every_word_when_it_cannot_be_saved(board: Board, full: pytest.MonkeyPatch) -> None:
    full.undo()
    board.add("印刷")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    type_text(box, "が多い")
    with full.context() as context:
        context.setattr(board.live._document, "apply", _raise)
        QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert board.screen.editing.box is box
        assert box.words() == "印刷が多い"
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(board) == ["印刷が多い"]


def _raise(*_args: object, **_more: object) -> None:
    raise NotSaved("満杯です。")


def test_the_editor_closes_when_its_note_goes_away(board: Board) -> None:
    [note] = board.add("印刷")
    board.double_click(board.middle("印刷"))
    assert board.live.apply(delete_notes(board.workshop, [note]))
    assert board.screen.editing.box is None


@pytest.mark.parametrize("leave", ["hide", "close"])
def test_what_is_typed_is_kept_when_the_screen_goes_away(board: Board, leave: str) -> None:
    board.add("印刷")
    board.double_click(board.middle("印刷"))
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    type_text(box, "が多い")
    getattr(board.screen, leave)()
    assert texts(board) == ["印刷が多い"]


def test_the_editor_goes_along_when_the_board_is_scrolled(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(40)))
    board.view.centerOn(400.0, 300.0)
    board.double_click(board.middle("付箋10"))
    box = board.screen.editing.box
    assert box is not None
    before = box.y()
    board.view.verticalScrollBar().setValue(board.view.verticalScrollBar().value() - 40)
    assert box.y() == before + 40


def test_a_group_gets_its_title_when_the_prompt_of_the_chosen_group_is_clicked(board: Board) -> None:
    board.add("印刷", "照会")
    cluster = board.group("印刷", "照会")
    board.settle()
    board.click(board.screen.board.islands[cluster].title_rect().center())
    assert not board.view.findChildren(TitleBox)
    assert set(board.screen.board.chosen) == board.screen.board.members(cluster)
    board.click(board.screen.board.islands[cluster].title_rect().center())
    box = board.screen.editing.box
    assert isinstance(box, TitleBox)
    type_text(box, "紙の仕事")
    QTest.keyClick(box, Key.Key_Return)
    assert board.workshop.clusters[cluster].title == "紙の仕事"
    assert board.screen.board.islands[cluster].cluster.title == "紙の仕事"


def test_the_title_is_edited_when_it_is_clicked_twice_at_once(board: Board) -> None:
    board.add("印刷", "照会")
    cluster = board.group("印刷", "照会", title="紙")
    board.settle()
    board.double_click(board.screen.board.islands[cluster].title_rect().center())
    assert isinstance(board.screen.editing.box, TitleBox)


def test_the_title_editor_closes_when_its_group_goes_away(board: Board) -> None:
    board.add("印刷", "照会")
    cluster = board.group("印刷", "照会")
    board.settle()
    board.view.edit_title.emit(cluster)
    assert board.screen.editing.box is not None
    assert board.live.apply(dissolve_cluster(board.workshop, cluster))
    assert board.screen.editing.box is None


def test_new_notes_are_hidden_until_all_are_shown_when_the_room_writes_in_silence(board: Board) -> None:
    board.add("前から")
    button = board.screen.toolbar.tools.silence
    assert button.text() == "書いている間は投影しない"
    QTest.mouseClick(button, LEFT)
    assert button.text() == "みんなに見せる"
    type_text(board.screen.entry.line, "ひみつ")
    QTest.keyClick(board.screen.entry.line, Key.Key_Return)
    assert board.note("ひみつ").hidden
    assert not board.note("前から").hidden
    QTest.mouseClick(button, LEFT)
    assert not board.note("ひみつ").hidden
    assert not board.workshop.details.silent


def test_notes_are_found_whatever_their_width_and_kana_when_searched(board: Board) -> None:
    _first, second, third = board.add("照会が遅い", "カイギが長い", "ｶｲｷﾞ室がない")
    QTest.keyClick(board.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = board.screen.toolbar.search.line
    assert line.hasFocus()
    type_text(line, "かいぎ")
    assert board.screen.toolbar.search.count.text() == "2件"
    assert board.screen.board.hits == {second, third}
    QTest.keyClick(line, Key.Key_Return)
    assert board.screen.board.selected() == [second]
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(line, Key.Key_Return)
    assert board.screen.board.selected() == [second]
    QTest.keyClick(line, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert board.screen.board.selected() == [third]
    QTest.keyClick(line, Key.Key_Escape)
    assert not board.screen.board.hits
    assert board.view.hasFocus()


@pytest.mark.parametrize("zoom", [1.0, 0.4])
def test_it_is_said_how_to_end_below_the_words_when_a_note_is_edited(board: Board, zoom: float) -> None:
    board.add("印刷\n照会\n会議")
    board.settle()
    board.view.zoom_to(zoom)
    board.view.edit_note.emit(board.note("印刷\n照会\n会議").id)
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    assert box.foot.isVisible()
    assert box.foot.text() == "Ctrl+Enter で終わる・Esc で取り消す"
    assert box.rect().contains(box.foot.geometry())
    assert box.foot.geometry().top() >= box.viewport().geometry().bottom()
    assert box.viewport().height() >= 3 * LINE_STEP
