"""What the board says of a note: in a preview by number, to the resting mouse and to the keys; and of its group."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.edits.locking import lock_notes
from models.edits.notes import add_notes
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import TROUBLES, draft, suggest
from ui.board.hover import REST_MS
from ui.board.looks import PAPER as PAPER_RECT
from ui.board.preview import Mark

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAPER, LATE = TROUBLES[:3], TROUBLES[3:]
STRAY = "残業の時間が長い"


@pytest.fixture
def offered(board: Board, qtbot: QtBot) -> Board:
    """Two plain groups suggested, and a note that goes with neither."""
    board.add(*TROUBLES, "!!")
    suggest(board, qtbot)
    qtbot.waitUntil(lambda: board.screen.proposed.is_on)
    return board


@pytest.fixture
def grouped(board: Board) -> Board:
    """紙 and 残業, and in 紙 a note about the other."""
    board.add(*TROUBLES, STRAY)
    board.group(*PAPER, STRAY, title="紙")
    board.group(*LATE, title="残業が多い")
    return board


def go_to(board: Board, text: str) -> None:
    board.view.setFocus()
    board.screen.finding.see(board.note(text).id)


def rest_on(board: Board, text: str) -> None:
    """The mouse comes to a note and rests there."""
    at = board.seen(board.middle(text))
    board.send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held=Qt.MouseButton.NoButton)
    board.screen.proposed.tip.settle()


def ask_why(board: Board, qtbot: QtBot, text: str) -> None:
    go_to(board, text)
    QTest.keyClick(board.view, Key.Key_W)
    qtbot.waitUntil(lambda: board.screen.why.work is None, timeout=30_000)


def picture(board: Board) -> QImage:
    return board.view.viewport().grab().toImage()


def buttons(board: Board) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in board.screen.reasons.buttons()}


# the preview


def test_each_note_has_the_number_and_tint_of_the_panel_when_groups_are_suggested(offered: Board) -> None:
    marks = offered.screen.board.preview.marks or {}
    assert marks == draft(offered).preview()
    assert {marks[offered.note(text).id][0] for text in PAPER} == {marks[offered.note(PAPER[0]).id][0]}
    assert marks[offered.note(PAPER[0]).id][:2] != marks[offered.note(LATE[0]).id][:2]
    assert offered.note("!!").id not in marks
    assert offered.kinds == []


def test_the_wall_is_as_before_when_the_panel_is_closed(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    board.view.zoom_to_fit()
    size = board.screen.size()
    suggest(board, qtbot)
    qtbot.waitUntil(lambda: board.screen.proposed.is_on)
    go_to(board, PAPER[0])
    assert board.screen.reasons.text
    board.screen.panel.leave()
    assert board.screen.board.preview.marks is None
    assert board.screen.reasons.text == ""
    rest_on(board, PAPER[1])
    assert not board.screen.proposed.tip.isVisible()
    assert board.screen.size() == size
    assert board.kinds == []


def test_weak_and_lone_notes_look_otherwise_when_they_are_previewed(board: Board) -> None:
    board.add("印刷")
    note = board.note("印刷").id
    looks = []
    sure, weak, other = (1, "#cfe2ff", False), (1, "#cfe2ff", True), (2, "#cfe2ff", False)
    every: list[dict[str, Mark] | None] = [None, {}, {note: sure}, {note: weak}, {note: other}]
    for marks in every:
        board.screen.board.show_preview(marks)
        looks.append(picture(board))
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])


def test_notes_in_groups_stay_as_they_are_when_they_have_no_mark(board: Board) -> None:
    board.add("印刷", "製本")
    board.group("印刷", "製本")
    board.settle()
    before = picture(board)
    board.screen.board.show_preview({})
    assert picture(board) == before


def test_the_reason_is_told_when_the_cursor_comes_to_a_note(offered: Board) -> None:
    go_to(offered, PAPER[0])
    told, bar = offered.screen.reasons.text, offered.screen.reasons
    group, member = draft(offered).homes[offered.note(PAPER[0]).id]
    assert draft(offered).title(group) in told
    assert draft(offered).reason(group, member) in told
    assert "印刷" in draft(offered).reason(group, member)
    assert bar.words.textFormat() == bar.heading.textFormat() == Qt.TextFormat.PlainText
    assert told in offered.view.accessibleDescription()
    QTest.keyClick(offered.view, Key.Key_Right)
    assert bar.about == offered.screen.board.current != offered.note(PAPER[0]).id
    go_to(offered, "!!")
    assert "ひとりのまま" in offered.screen.reasons.text
    assert not offered.screen.selection.isVisible()


def test_the_reason_is_told_when_the_mouse_rests_on_a_note(offered: Board) -> None:
    tip = offered.screen.proposed.tip
    rest_on(offered, LATE[0])
    assert tip.isVisible()
    assert "残業" in tip.text()
    assert tip.textFormat() == Qt.TextFormat.PlainText
    assert offered.view.rect().contains(tip.geometry())
    offered.send(QEvent.Type.MouseMove, QPoint(2, 2), Qt.MouseButton.NoButton, held=Qt.MouseButton.NoButton)
    assert not tip.isVisible()


def test_nothing_is_told_at_once_when_the_mouse_only_passes(offered: Board) -> None:
    at = offered.seen(offered.middle(LATE[0]))
    offered.send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held=Qt.MouseButton.NoButton)
    assert not offered.screen.proposed.tip.isVisible()
    assert offered.screen.proposed.tip._rest.interval() == REST_MS


def test_markup_is_told_as_it_was_written_when_it_is_in_a_title(offered: Board) -> None:
    group, _member = draft(offered).homes[offered.note(PAPER[0]).id]
    draft(offered).name(group, "<b>紙</b>")
    rest_on(offered, PAPER[0])
    assert "<b>紙</b>" in offered.screen.proposed.tip.text()


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_F])
def test_a_note_is_put_right_from_the_board_when_its_key_is_pressed(offered: Board, qtbot: QtBot, key: Qt.Key) -> None:
    note = offered.note(PAPER[0]).id
    go_to(offered, PAPER[0])
    QTest.keyClick(offered.view, key)
    assert draft(offered).can_undo
    assert (note in draft(offered).homes) == (key == Key.Key_K)
    qtbot.waitUntil(lambda: (note in (offered.screen.board.preview.marks or ())) == (key == Key.Key_K))
    qtbot.waitUntil(lambda: draft(offered).said(note) in offered.screen.reasons.text)
    assert offered.kinds == []


def test_a_note_moves_in_the_preview_when_move_is_clicked(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    suggest(board, qtbot)
    qtbot.waitUntil(lambda: board.screen.proposed.is_on)
    go_to(board, PAPER[0])
    QTest.mouseClick(buttons(board)["移す"], Qt.MouseButton.LeftButton)
    homes = draft(board).homes
    assert homes[board.note(PAPER[0]).id][0] == homes[board.note(LATE[0]).id][0]
    assert board.kinds == []


def test_keys_are_the_boards_own_when_the_preview_is_gone(offered: Board) -> None:
    go_to(offered, PAPER[0])
    assert offered.view.keys.over
    offered.screen.panel.leave()
    assert not offered.view.keys.over


def test_nothing_is_previewed_elsewhere_when_notes_come_meanwhile(offered: Board) -> None:
    assert offered.live.apply(add_notes(offered.workshop, ["新しい付箋"]))
    go_to(offered, "新しい付箋")
    assert offered.screen.reasons.text == ""


# after acceptance


def test_it_is_told_why_and_what_would_be_next_best_when_a_note_is_asked(grouped: Board, qtbot: QtBot) -> None:
    ask_why(grouped, qtbot, STRAY)
    told = grouped.screen.reasons.text
    assert told.startswith(f"「{STRAY}」 → 紙\n")
    assert "弱い" in told
    assert "次に近い: 残業が多い" in told
    assert set(buttons(grouped)) == {"ここでよい", "移す", "外す"}
    assert grouped.kinds == []


def test_the_note_goes_to_the_next_best_group_when_m_is_pressed(grouped: Board, qtbot: QtBot) -> None:
    ask_why(grouped, qtbot, STRAY)
    QTest.keyClick(grouped.view, Key.Key_M)
    late = next(one for one in grouped.workshop.ordered_clusters() if one.title == "残業が多い")
    assert grouped.note(STRAY).cluster_id == late.id
    assert grouped.screen.reasons.text == ""
    assert grouped.kinds == ["notes_joined"]


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_Return, Key.Key_Escape])
def test_all_stays_as_it_is_when_the_note_is_kept(grouped: Board, qtbot: QtBot, key: Qt.Key) -> None:
    ask_why(grouped, qtbot, STRAY)
    QTest.keyClick(grouped.view, key)
    assert grouped.screen.reasons.text == ""
    assert grouped.kinds == []
    assert grouped.view.hasFocus()


def test_the_note_leaves_its_group_when_it_is_freed(grouped: Board, qtbot: QtBot) -> None:
    ask_why(grouped, qtbot, STRAY)
    QTest.keyClick(grouped.view, Key.Key_F)
    assert grouped.note(STRAY).cluster_id is None


def test_a_locked_note_stays_when_it_is_to_be_moved(grouped: Board, qtbot: QtBot) -> None:
    assert grouped.live.apply(lock_notes(grouped.workshop, [grouped.note(STRAY).id]))
    grouped.edits.clear()
    ask_why(grouped, qtbot, STRAY)
    QTest.keyClick(grouped.view, Key.Key_M)
    assert grouped.kinds == []
    assert "ロック" in grouped.screen.notice.text


def test_the_nearest_group_is_told_when_a_note_is_in_none(grouped: Board, qtbot: QtBot) -> None:
    grouped.add("残業を減らしたい")
    ask_why(grouped, qtbot, "残業を減らしたい")
    assert "残業が多い" in grouped.screen.reasons.text
    assert "外す" not in buttons(grouped)
    QTest.keyClick(grouped.view, Key.Key_M)
    assert grouped.note("残業を減らしたい").cluster_id is not None


def test_nothing_is_told_any_more_when_the_cursor_went_on(grouped: Board, qtbot: QtBot) -> None:
    go_to(grouped, STRAY)
    QTest.keyClick(grouped.view, Key.Key_W)
    go_to(grouped, LATE[0])
    assert grouped.screen.reasons.text == ""
    assert grouped.screen.why.work is None
    qtbot.wait(1)
    assert grouped.screen.reasons.text == ""


def test_it_is_said_what_is_missing_when_none_or_many_are_chosen(grouped: Board) -> None:
    grouped.view.setFocus()
    grouped.screen.board.select(grouped.workshop.notes)
    QTest.keyClick(grouped.view, Key.Key_W)
    assert "1枚だけ" in grouped.screen.notice.text
    assert grouped.screen.reasons.text == ""


def test_it_is_said_when_there_are_no_groups_to_compare(board: Board) -> None:
    board.add("印刷")
    go_to(board, "印刷")
    QTest.keyClick(board.view, Key.Key_W)
    assert "グループがありません" in board.screen.notice.text


@pytest.mark.parametrize("size", [(1168, 672), (741, 432)])
def test_the_bar_is_whole_and_leaves_its_note_in_sight_when_it_tells(
    grouped: Board, qtbot: QtBot, size: tuple[int, int]
) -> None:
    grouped.screen.resize(*size)
    ask_why(grouped, qtbot, STRAY)
    qtbot.waitUntil(lambda: grouped.view.is_whole)
    bar, view = grouped.screen.reasons, grouped.view
    assert view.rect().contains(bar.geometry())
    assert all(bar.rect().contains(one.rect().translated(one.mapTo(bar, QPoint()))) for one in bar.buttons())
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())
    note = grouped.note(STRAY)
    seen = view.on_screen(PAPER_RECT.translated(note.x, note.y)).toRect()
    assert not bar.geometry().intersects(seen)
