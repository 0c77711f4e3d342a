"""「似た付箋」, and what is said again in other words while one types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.edits.notes import delete_notes
from tests.ui.board.conftest import Board
from tests.ui.typing import type_text

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
STAMP, OTHERS = "ハンコをやめる", ("はんこ全廃", "印鑑をなくす")
REST = ("会議が長い", "電話で仕事が止まる", "引継ぎ書がない", "壁が薄い", "バスが少ない")


@pytest.fixture
def stamps(board: Board) -> Board:
    board.add(STAMP, *OTHERS, *REST)
    board.view.zoom_to_fit()
    return board


def ask(board: Board, qtbot: QtBot, text: str) -> None:
    board.view.setFocus()
    board.screen.finding.see(board.note(text).id)
    QTest.keyClick(board.view, Key.Key_C)
    qtbot.waitUntil(lambda: board.screen.alike.work is None, timeout=30_000)


def current(board: Board) -> str:
    return board.workshop.notes[board.screen.board.current or ""].text


def hits(board: Board) -> set[str]:
    return {board.workshop.notes[i].text for i in board.screen.board.hits or ()}


def type_and_rest(board: Board, qtbot: QtBot, text: str) -> None:
    """Type, and rest until the board was looked through."""
    type_text(board.screen.entry.line, text)
    board.screen.typed.look()
    settle(board, qtbot)


def settle(board: Board, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: board.screen.typed.work is None, timeout=30_000)


# notes like one


def test_notes_like_it_stand_out_with_reasons_when_a_note_is_asked(stamps: Board, qtbot: QtBot) -> None:
    ask(stamps, qtbot, STAMP)
    assert {STAMP, OTHERS[0]} <= hits(stamps)
    assert len(hits(stamps)) <= 6
    assert not hits(stamps) & set(REST[3:])
    assert current(stamps) == OTHERS[0]
    told = stamps.screen.reasons.text
    assert told.startswith("似た付箋 1／")
    assert OTHERS[0] in told
    assert "共通" in told
    assert stamps.kinds == []


def test_it_is_said_when_one_says_nearly_the_same(stamps: Board, qtbot: QtBot) -> None:
    stamps.add("はんこ廃止")
    ask(stamps, qtbot, "はんこ廃止")
    assert "ほぼ同じ内容" in stamps.screen.reasons.text


def test_each_is_gone_to_when_the_key_is_pressed_again(stamps: Board, qtbot: QtBot) -> None:
    ask(stamps, qtbot, STAMP)
    count = len(hits(stamps)) - 1
    assert count > 1
    seen = [current(stamps)]
    for _turn in range(count):
        QTest.keyClick(stamps.view, Key.Key_C)
        seen.append(current(stamps))
    assert set(seen) == hits(stamps) - {STAMP}
    assert seen[0] == seen[-1]
    QTest.keyClick(stamps.view, Key.Key_C, SHIFT)
    assert current(stamps) == seen[-2]


def test_one_is_back_where_one_was_when_escape_is_pressed(stamps: Board, qtbot: QtBot) -> None:
    ask(stamps, qtbot, STAMP)
    QTest.keyClick(stamps.view, Key.Key_Escape)
    assert stamps.screen.reasons.text == ""
    assert stamps.screen.board.hits is None
    assert current(stamps) == STAMP
    assert stamps.view.hasFocus()


def test_all_of_them_are_selected_when_enter_is_pressed(stamps: Board, qtbot: QtBot) -> None:
    ask(stamps, qtbot, STAMP)
    found = hits(stamps)
    QTest.keyClick(stamps.view, Key.Key_Return)
    assert {stamps.workshop.notes[i].text for i in stamps.screen.board.selected()} == found
    assert stamps.screen.board.hits is None
    QTest.keyClick(stamps.view, Key.Key_G)
    assert {note.text for note in stamps.workshop.notes.values() if note.cluster_id is not None} == found


def test_it_is_said_when_no_note_is_like_it(stamps: Board, qtbot: QtBot) -> None:
    stamps.add("ω")
    ask(stamps, qtbot, "ω")
    assert "ありません" in stamps.screen.reasons.text
    assert stamps.screen.board.hits is None


def test_what_is_searched_for_stands_out_again_when_it_is_over(stamps: Board, qtbot: QtBot) -> None:
    stamps.screen.toolbar.search.line.setText("会議")
    ask(stamps, qtbot, STAMP)
    assert STAMP in hits(stamps)
    QTest.keyClick(stamps.view, Key.Key_Escape)
    assert hits(stamps) == {"会議が長い"}


def test_it_is_over_when_the_board_changes(stamps: Board, qtbot: QtBot) -> None:
    ask(stamps, qtbot, STAMP)
    assert stamps.live.apply(delete_notes(stamps.workshop, [stamps.note(OTHERS[0]).id]))
    assert stamps.screen.reasons.text == ""
    assert stamps.screen.board.hits is None


# while one types


def test_a_note_is_pointed_out_when_the_same_is_typed_in_other_words(stamps: Board, qtbot: QtBot) -> None:
    line, told = stamps.screen.entry.line, stamps.screen.entry.double
    type_and_rest(stamps, qtbot, "はんこ廃止")
    assert told.text.startswith("似た付箋が")
    assert not told.take_back.isVisible()
    assert line.hasFocus()
    assert stamps.kinds == []
    QTest.mouseClick(told.see, Qt.MouseButton.LeftButton)
    assert current(stamps) in {STAMP, *OTHERS}
    assert line.text() == "はんこ廃止"


def test_it_is_told_of_the_note_when_it_is_added_all_the_same(stamps: Board, qtbot: QtBot) -> None:
    line, told = stamps.screen.entry.line, stamps.screen.entry.double
    type_and_rest(stamps, qtbot, "はんこ廃止")
    words = told.text
    QTest.keyClick(line, Key.Key_Return)
    assert stamps.note("はんこ廃止").text == "はんこ廃止"
    assert told.text == words
    assert told.take_back.isVisible()
    QTest.mouseClick(told.take_back, Qt.MouseButton.LeftButton)
    assert "はんこ廃止" not in {note.text for note in stamps.workshop.notes.values()}
    assert told.text == ""


def test_it_is_told_after_the_note_was_added_when_nobody_rests(stamps: Board, qtbot: QtBot) -> None:
    line, told = stamps.screen.entry.line, stamps.screen.entry.double
    type_text(line, "はんこ廃止")
    QTest.keyClick(line, Key.Key_Return)
    assert line.text() == ""
    settle(stamps, qtbot)
    assert told.text.startswith("似た付箋が")
    assert told.new == stamps.note("はんこ廃止").id


def test_nothing_is_told_when_typing_goes_on(stamps: Board, qtbot: QtBot) -> None:
    line, told = stamps.screen.entry.line, stamps.screen.entry.double
    type_text(line, "はんこ廃止")
    stamps.screen.typed.look()
    type_text(line, "より先に会議を短くしたい")
    settle(stamps, qtbot)
    assert told.text == ""
    assert line.text() == "はんこ廃止より先に会議を短くしたい"


def test_what_was_told_goes_when_typing_goes_on(stamps: Board, qtbot: QtBot) -> None:
    type_and_rest(stamps, qtbot, "はんこ廃止")
    type_text(stamps.screen.entry.line, "と")
    assert stamps.screen.entry.double.text == ""


def test_nothing_is_told_when_what_is_typed_is_new(stamps: Board, qtbot: QtBot) -> None:
    type_and_rest(stamps, qtbot, "駐車場が足りない")
    assert stamps.screen.entry.double.text == ""


def test_the_same_words_are_pointed_out_when_they_are_typed_again(stamps: Board, qtbot: QtBot) -> None:
    type_and_rest(stamps, qtbot, "会議が長い")
    assert stamps.screen.entry.double.text == "同じ内容の付箋があります。"
    QTest.keyClick(stamps.screen.entry.line, Key.Key_Return)
    assert "2枚目" in stamps.screen.entry.double.text


def test_what_was_told_goes_when_the_other_note_is_deleted(stamps: Board, qtbot: QtBot) -> None:
    type_and_rest(stamps, qtbot, "会議が長い")
    assert stamps.live.apply(delete_notes(stamps.workshop, [stamps.note("会議が長い").id]))
    assert stamps.screen.entry.double.text == ""
