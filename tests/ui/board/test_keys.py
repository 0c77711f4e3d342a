"""The board by the keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.board import NoteKind
from tests.ui.board.conftest import Board
from ui.board.editing import TitleBox

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def four(board: Board) -> Board:
    """Four notes in a row, the board with the focus."""
    board.add("印刷", "照会", "会議", "研修")
    board.view.setFocus()
    return board


def press(board: Board, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.view, key, keys)


def current(board: Board) -> str:
    note_id = board.screen.board.current
    assert note_id is not None
    return board.workshop.notes[note_id].text


def test_the_focus_goes_by_place_when_arrows_are_pressed(four: Board) -> None:
    press(four, Key.Key_Home)
    assert current(four) == "印刷"
    press(four, Key.Key_Right)
    press(four, Key.Key_Right)
    assert current(four) == "会議"
    press(four, Key.Key_Left)
    assert current(four) == "照会"
    press(four, Key.Key_Up)
    assert current(four) == "照会"
    press(four, Key.Key_End)
    assert current(four) == "研修"


def test_the_selection_grows_when_shift_is_held_with_arrows(four: Board) -> None:
    press(four, Key.Key_Home)
    press(four, Key.Key_Right, SHIFT)
    assert [four.workshop.notes[i].text for i in four.screen.board.selected()] == ["印刷", "照会"]


def test_the_note_is_told_to_screen_readers_when_it_becomes_the_current_one(four: Board) -> None:
    four.group("印刷", "照会", title="紙の仕事")
    press(four, Key.Key_Home)
    assert four.view.accessibleDescription() == "困りごと: 印刷\nグループ「紙の仕事」\n2枚のうち1枚目"


def test_all_notes_are_selected_when_control_a_is_pressed(four: Board) -> None:
    press(four, Key.Key_A, CTRL)
    assert len(four.screen.board.selected()) == 4
    press(four, Key.Key_Escape)
    assert four.screen.board.selected() == []


@pytest.mark.parametrize(
    ("key", "kind"), list(zip((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), NoteKind, strict=True))
)
def test_selected_notes_change_their_kind_when_a_digit_is_pressed(four: Board, key: Qt.Key, kind: NoteKind) -> None:
    press(four, Key.Key_A, CTRL)
    press(four, key)
    assert {note.kind for note in four.workshop.notes.values()} == {kind}
    assert len(four.edits) == (0 if kind is NoteKind.TROUBLE else 1)


def test_notes_go_and_come_back_when_delete_and_undo_are_pressed(four: Board) -> None:
    press(four, Key.Key_Home)
    press(four, Key.Key_Delete)
    assert "印刷" not in {note.text for note in four.workshop.notes.values()}
    assert len(four.screen.board.notes) == 3
    assert current(four) == "照会"
    four.live.undo()
    assert len(four.screen.board.notes) == 4
    assert four.note("印刷").id in four.screen.board.notes


def test_selected_notes_become_a_group_and_its_title_is_asked_for_when_g_is_pressed(four: Board) -> None:
    press(four, Key.Key_Home)
    press(four, Key.Key_Right, SHIFT)
    press(four, Key.Key_G)
    assert four.kinds == ["notes_grouped"]
    box = four.screen.editing.box
    assert isinstance(box, TitleBox)
    QTest.keyClicks(box, "paper")
    QTest.keyClick(box, Key.Key_Return)
    assert [cluster.title for cluster in four.workshop.ordered_clusters()] == ["paper"]
    assert four.screen.editing.box is None


def test_only_the_title_is_asked_for_when_g_is_pressed_on_a_whole_group(four: Board) -> None:
    cluster = four.group("印刷", "照会", title="紙")
    four.screen.board.select(four.screen.board.members(cluster))
    press(four, Key.Key_G)
    assert four.kinds == []
    assert isinstance(four.screen.editing.box, TitleBox)


def test_members_are_split_off_when_g_is_pressed_on_some_of_a_group(four: Board) -> None:
    cluster = four.group("印刷", "照会", "会議")
    four.screen.board.select([four.note("会議").id])
    press(four, Key.Key_G)
    assert len(four.workshop.clusters) == 2
    assert four.note("会議").cluster_id != cluster


def test_a_member_is_freed_where_there_is_room_when_shift_g_is_pressed(four: Board) -> None:
    cluster = four.group("印刷", "照会", "会議")
    four.screen.board.select([four.note("会議").id])
    press(four, Key.Key_G, SHIFT)
    assert four.kinds == ["notes_freed"]
    four.settle()
    assert four.note("会議").cluster_id is None
    island = four.screen.board.islands[cluster].rect
    assert not island.contains(four.middle("会議"))


def test_groups_become_one_when_control_m_is_pressed(four: Board) -> None:
    first = four.group("印刷", "照会", title="紙")
    four.group("会議", "研修", title="集まり")
    press(four, Key.Key_A, CTRL)
    press(four, Key.Key_M, CTRL)
    assert list(four.workshop.clusters) == [first]
    assert len(four.workshop.members(first)) == 4
    assert list(four.screen.board.islands) == [first]


def test_a_group_is_no_more_when_x_is_pressed(four: Board) -> None:
    four.group("印刷", "照会")
    four.screen.board.select([four.note("印刷").id])
    before = four.note("照会")
    press(four, Key.Key_X)
    assert not four.workshop.clusters
    assert not four.screen.board.islands
    assert (four.note("照会").x, four.note("照会").y) == (before.x, before.y)


def test_notes_move_in_one_step_back_when_control_and_arrows_are_pressed(four: Board) -> None:
    press(four, Key.Key_Home)
    press(four, Key.Key_Down, CTRL)
    press(four, Key.Key_Down, CTRL)
    assert four.note("印刷").y == 32.0
    four.live.undo()
    assert four.note("印刷").y == 0.0


def test_the_zoom_follows_when_its_keys_are_pressed(four: Board) -> None:
    press(four, Key.Key_Plus, CTRL)
    assert four.view.zoom == pytest.approx(1.2)
    press(four, Key.Key_Minus, CTRL)
    press(four, Key.Key_Minus, CTRL)
    assert four.view.zoom == pytest.approx(1 / 1.2)
    press(four, Key.Key_0, CTRL)
    assert four.view.zoom == 1.0
    assert four.screen.toolbar.zoom.whole.text() == "100 %"


def test_a_shortcut_of_the_window_stays_silent_when_the_board_wants_the_key(four: Board) -> None:
    fired: list[str] = []
    QShortcut(QKeySequence("Space"), four.screen, lambda: fired.append("space"))
    QShortcut(QKeySequence("G"), four.screen, lambda: fired.append("g"))
    QShortcut(QKeySequence("P"), four.screen, lambda: fired.append("p"))
    for key in (Key.Key_Space, Key.Key_G, Key.Key_P):
        press(four, key)
    assert fired == ["p"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_offers_what_fits_when_it_is_asked_for_by_key(four: Board) -> None:
    four.group("印刷", "照会")
    press(four, Key.Key_Home)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(10, 10), four.view.mapToGlobal(QPoint(10, 10)))
    QApplication.sendEvent(four.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    lines = [action for one in (menu, *menu.findChildren(QMenu)) for action in one.actions()]
    assert "グループから出す" in [line.text().split("\t")[0] for line in lines]
    next(line for line in lines if line.text().startswith("グループをほどく")).trigger()
    menu.close()
    assert four.kinds == ["cluster_dissolved"]


def test_notes_are_selected_by_the_tools_when_they_are_pressed(four: Board) -> None:
    press(four, Key.Key_A, CTRL)
    tools = four.screen.selection
    tools.settle()
    assert tools.isVisible()
    assert tools.count.text() == "4枚を選択中"
    QTest.mouseClick(tools.kinds[NoteKind.IDEA], Qt.MouseButton.LeftButton)
    assert {note.kind for note in four.workshop.notes.values()} == {NoteKind.IDEA}
    QTest.mouseClick(tools.delete, Qt.MouseButton.LeftButton)
    assert not four.workshop.notes
    assert four.screen.hint.isVisible()
    tools.settle()
    assert not tools.isVisible()


def test_space_is_let_go_when_the_focus_leaves(four: Board) -> None:
    QTest.keyPress(four.view, Key.Key_Space)
    assert four.view.mouse.hand
    four.screen.focus_entry()
    assert not four.view.mouse.hand
