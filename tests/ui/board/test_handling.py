"""Handling notes: lining up, copying, splitting, merging, locking, moving to a group, composing, finding, zooming."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from models.document import Document
from models.edits.arranging import Edge
from models.edits.locking import lock_notes
from models.edits.notes import add_notes, move_notes
from models.edits.voting import close_votes, set_dots
from models.ground import Ground
from models.text import MAX_NOTE_CHARS
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.board.conftest import NONE, Board
from tests.ui.typing import type_text
from ui.board.editing import NoteBox, TitleBox
from ui.board.key_list import BoardKeyList, meanings
from ui.board.looks import PAPER, WORDINGS
from ui.board.menu import aligning_menu, board_menu, sorting_menu
from ui.board.nearby import beyond, nearest
from ui.live_document import LiveDocument

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def four(board: Board) -> Board:
    """Four notes in a row, the board with the focus."""
    board.add("印刷", "照会", "会議", "研修")
    board.view.setFocus()
    return board


def press(board: Board, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.view, key, keys)


def texts(board: Board) -> list[str]:
    return [note.text for note in board.workshop.ordered_notes()]


def choose(board: Board, *texts: str) -> None:
    board.screen.board.select(board.note(text).id for text in texts)
    board.view.go_to(board.note(texts[-1]).id)


def line(menu: QMenu, words: str) -> Callable[[], None]:
    """What a line of a menu, or of its submenus, does."""
    menus = [menu, *menu.findChildren(QMenu)]
    return next(one for each in menus for one in each.actions() if one.text().split("\t")[0] == words).trigger


def compose(box: QWidget, text: str) -> None:
    """The input method shows what is not taken yet."""
    QApplication.sendEvent(box, QInputMethodEvent(text, []))


def note_box(board: Board, text: str) -> NoteBox:
    """The editor, open over a note, the cursor behind its words."""
    choose(board, text)
    press(board, Key.Key_Return)
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    return box


def put_cursor(box: NoteBox, at: int) -> None:
    cursor = box.textCursor()
    cursor.setPosition(at)
    box.setTextCursor(cursor)


# lining up


@pytest.mark.parametrize(
    ("edge", "words", "common"),
    [
        (Edge.LEFT, "左をそろえる", lambda note: note.x),
        (Edge.CENTRE, "左右の中央をそろえる", lambda note: note.x),
        (Edge.RIGHT, "右をそろえる", lambda note: note.x),
        (Edge.TOP, "上をそろえる", lambda note: note.y),
        (Edge.MIDDLE, "上下の中央をそろえる", lambda note: note.y),
        (Edge.BOTTOM, "下をそろえる", lambda note: note.y),
    ],
)
def test_notes_have_an_edge_in_common_when_it_is_chosen(
    four: Board, edge: Edge, words: str, common: Callable[[object], float]
) -> None:
    places = {
        four.note("印刷").id: (0.0, 0.0),
        four.note("照会").id: (250.0, 300.0),
        four.note("会議").id: (90.0, 600.0),
    }
    four.live.apply(move_notes(four.workshop, places))
    four.edits.clear()
    choose(four, "印刷", "照会", "会議")
    line(aligning_menu(four.view, four.screen), words)()
    assert four.kinds == ["notes_aligned"]
    across = edge in (Edge.LEFT, Edge.CENTRE, Edge.RIGHT)
    wanted = {Edge.LEFT: 0.0, Edge.CENTRE: 125.0, Edge.RIGHT: 250.0, Edge.TOP: 0.0, Edge.MIDDLE: 300.0}
    assert {common(four.note(text)) for text in ("印刷", "照会", "会議")} == {wanted.get(edge, 600.0)}
    others = {(note.y if across else note.x) for note in map(four.note, ("印刷", "照会", "会議"))}
    assert len(others) == 3


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_notes_lie_in_a_grid_when_they_are_tidied_by_key(four: Board) -> None:
    scattered = [(37.0, 411.0), (330.0, 380.0), (55.0, 630.0), (300.0, 700.0)]
    four.live.apply(move_notes(four.workshop, dict(zip(four.screen.board.notes, scattered, strict=True))))
    four.edits.clear()
    press(four, Key.Key_A, CTRL)
    press(four, Key.Key_A)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    line(menu, "縦横に並べる")()
    menu.close()
    assert four.kinds == ["notes_tidied"]
    assert len({note.x for note in four.workshop.notes.values()}) == 2
    assert len({note.y for note in four.workshop.notes.values()}) == 2


def test_notes_are_seen_to_glide_when_they_are_tidied(four: Board, qtbot: QtBot) -> None:
    choose(four, "印刷", "照会", "会議")
    before = four.note("会議")
    four.view.commands.align(Edge.LEFT)
    assert four.screen.board.place(before.id) == (before.x, before.y)
    qtbot.waitUntil(lambda: four.screen.board.place(before.id) == (four.note("会議").x, four.note("会議").y))


def test_the_largest_group_comes_first_when_the_board_is_sorted_by_size(four: Board) -> None:
    small = four.group("印刷", title="紙")
    large = four.group("照会", "会議", "研修", title="ほか")
    line(sorting_menu(four.view, four.screen.tidy, four.screen), "付箋の多いグループから")()
    four.settle()
    islands = four.screen.board.islands
    assert (islands[large].rect.y(), islands[large].rect.x()) < (islands[small].rect.y(), islands[small].rect.x())
    line(sorting_menu(four.view, four.screen.tidy, four.screen), "グループを作った順に")()
    four.settle()
    assert (islands[small].rect.y(), islands[small].rect.x()) < (islands[large].rect.y(), islands[large].rect.x())


def test_votes_sort_the_board_only_when_they_are_closed(four: Board) -> None:
    four.group("印刷", title="紙")
    second = four.group("照会", title="照会")
    four.live.apply(set_dots(four.workshop, second, 5))

    def by_votes() -> tuple[QMenu, bool]:
        menu = sorting_menu(four.view, four.screen.tidy, four.screen)
        return menu, next(one for one in menu.actions() if one.text() == "票の多いものから").isEnabled()

    assert not by_votes()[1]
    four.live.apply(close_votes(four.workshop))
    menu, usable = by_votes()
    assert usable
    line(menu, "票の多いものから")()
    four.settle()
    first = min(four.screen.board.islands.values(), key=lambda island: (island.rect.y(), island.rect.x()))
    assert first.cluster.id == second


# copies, halves, wholes, locks


def test_copies_are_chosen_when_control_d_is_pressed(four: Board) -> None:
    choose(four, "印刷", "照会")
    press(four, Key.Key_D, CTRL)
    assert four.kinds == ["notes_duplicated"]
    assert [note.text for note in four.workshop.ordered_notes()][4:] == ["印刷", "照会"]
    assert set(four.screen.board.chosen) == {note.id for note in four.workshop.ordered_notes()[4:]}


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_note_is_two_when_it_is_split_at_the_cursor(board: Board, way: str) -> None:
    board.add("😀紙が多い。電話も多い")
    box = note_box(board, "😀紙が多い。電話も多い")
    button = board.screen.editing.split_button
    assert button is not None
    assert not button.isVisible()  # there is nothing behind the cursor
    put_cursor(box, 7)  # in units of UTF-16
    assert button.isVisible()
    if way == "key":
        QTest.keyClick(box, Key.Key_Return, CTRL | SHIFT)
    else:
        QTest.mouseClick(button, LEFT)
    assert texts(board) == ["😀紙が多い。", "電話も多い"]
    assert board.kinds == ["note_split"]
    assert board.screen.editing.box is None
    assert list(board.screen.board.chosen) == [board.note("電話も多い").id]
    board.live.undo()
    assert texts(board) == ["😀紙が多い。電話も多い"]


def test_what_was_just_typed_is_split_too_when_it_is_not_saved_yet(four: Board) -> None:
    box = note_box(four, "印刷")
    type_text(box, "が多い")
    put_cursor(box, 2)
    QTest.keyClick(box, Key.Key_Return, CTRL | SHIFT)
    assert {"印刷", "が多い"} <= {note.text for note in four.workshop.notes.values()}


def test_lines_are_parted_when_splitting_is_asked_for_in_the_menu(board: Board) -> None:
    board.add("一行目\n二行目")
    choose(board, "一行目\n二行目")
    line(board_menu(board.view), "2枚に分ける…")()
    box = board.screen.editing.box
    assert isinstance(box, NoteBox)
    assert box.parts() == ("一行目", "\n二行目")
    QTest.keyClick(box, Key.Key_Return, CTRL | SHIFT)
    assert texts(board) == ["一行目", "二行目"]


def test_notes_become_one_and_it_is_told_when_they_are_merged(four: Board) -> None:
    choose(four, "印刷", "照会", "会議")
    press(four, Key.Key_M, SHIFT)
    assert texts(four) == ["印刷\n照会\n会議", "研修"]
    assert "3枚" in four.screen.notice.text
    assert list(four.screen.board.chosen) == [four.note("印刷\n照会\n会議").id]


def test_nothing_is_merged_and_it_is_told_when_the_words_are_too_many(board: Board) -> None:
    board.add("あ" * (MAX_NOTE_CHARS - 10), "い" * 20)
    board.view.setFocus()
    press(board, Key.Key_A, CTRL)
    press(board, Key.Key_M, SHIFT)
    assert board.kinds == []
    assert len(board.workshop.notes) == 2
    assert f"{MAX_NOTE_CHARS:,}" in board.screen.notice.text


def test_a_locked_note_stays_as_it_is_until_it_is_unlocked(four: Board) -> None:
    choose(four, "印刷")
    press(four, Key.Key_L)
    assert four.note("印刷").locked
    assert "ロック" in four.view.told(four.note("印刷").id)
    before = four.note("印刷")
    for key, keys in [
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Right, CTRL),
        (Key.Key_2, Qt.KeyboardModifier.NoModifier),
        (Key.Key_M, Qt.KeyboardModifier.NoModifier),
    ]:
        four.screen.notice.clear()
        four.view.setFocus()
        press(four, key, keys)
        assert "ロック" in four.screen.notice.text
    assert four.note("印刷") == before
    assert four.screen.editing.box is None
    assert not four.screen.picker.isVisible()
    press(four, Key.Key_L)
    press(four, Key.Key_2)
    assert four.note("印刷").kind is NoteKind.IDEA


def test_all_are_locked_when_only_some_were(four: Board) -> None:
    four.live.apply(lock_notes(four.workshop, [four.note("印刷").id]))
    press(four, Key.Key_A, CTRL)
    press(four, Key.Key_L)
    assert all(note.locked for note in four.workshop.notes.values())
    press(four, Key.Key_L)
    assert not any(note.locked for note in four.workshop.notes.values())


def test_notes_go_into_the_parking_lot_when_it_is_chosen_in_the_menu(four: Board) -> None:
    choose(four, "印刷")
    line(board_menu(four.view), "駐車場へ")()
    assert four.note("印刷").kind is NoteKind.PARKED


def test_what_was_done_is_undone_and_redone_when_the_workshop_is_opened_again(
    four: Board, workspace: Workspace, clock: FakeClock
) -> None:
    choose(four, "印刷", "照会")
    press(four, Key.Key_M, SHIFT)
    press(four, Key.Key_D, CTRL)
    done = dict(four.workshop.notes)
    again = LiveDocument(Document(workspace, four.workshop.id), clock)
    assert again.undo()
    assert again.undo()
    assert sorted(note.text for note in again.workshop.notes.values()) == sorted(["印刷", "照会", "会議", "研修"])
    assert again.redo()
    assert again.redo()
    assert dict(again.workshop.notes) == done


# moving to a group


def test_notes_move_to_the_group_that_was_found_when_m_is_pressed(four: Board) -> None:
    paper = four.group("印刷", title="カミの仕事")
    four.group("照会", title="照会")
    choose(four, "会議", "研修")
    press(four, Key.Key_M)
    picker = four.screen.picker
    assert picker.isVisible()
    assert picker.line.hasFocus()
    assert picker.list.item(0).text() == "新しいグループ"
    assert picker.list.item(1).text() == "カミの仕事（1枚）"
    type_text(picker.line, "ｶﾐの")
    assert [picker.list.item(row).text() for row in range(picker.list.count())] == [
        "新しいグループ",
        "カミの仕事（1枚）",
    ]
    QTest.keyClick(picker.line, Key.Key_Return)
    assert four.kinds == ["notes_joined"]
    assert {note.text for note in four.workshop.members(paper)} == {"印刷", "会議", "研修"}
    assert not picker.isVisible()
    assert four.view.hasFocus()


def test_groups_without_a_title_are_told_by_their_first_notes_when_m_is_pressed(four: Board) -> None:
    four.group("印刷", "研修")
    four.group("照会")
    choose(four, "会議")
    press(four, Key.Key_M)
    rows = four.screen.picker.list
    assert [rows.item(at).text() for at in (1, 2)] == ["（表札なし）印刷（2枚）", "（表札なし）照会（1枚）"]
    type_text(four.screen.picker.line, "照会")
    assert rows.count() == 2


def test_a_new_group_is_made_and_named_when_its_entry_is_taken(four: Board) -> None:
    four.group("印刷", title="紙")
    choose(four, "会議", "研修")
    press(four, Key.Key_M)
    QTest.keyClick(four.screen.picker.line, Key.Key_Return)
    assert four.kinds == ["notes_grouped"]
    assert isinstance(four.screen.editing.box, TitleBox)


def test_arrows_and_clicks_choose_when_groups_are_offered(four: Board) -> None:
    four.group("印刷", title="紙")
    second = four.group("照会", title="照会")
    picker = four.screen.picker
    choose(four, "会議")
    press(four, Key.Key_M)
    for key in (Key.Key_Down, Key.Key_Down):
        QTest.keyClick(picker.line, key)
    assert "照会" in picker.line.accessibleDescription()
    QTest.keyClick(picker.line, Key.Key_Return)
    assert four.note("会議").cluster_id == second
    four.settle()
    choose(four, "研修")
    press(four, Key.Key_M)
    row = picker.list.visualItemRect(picker.list.item(2)).center()
    QTest.mouseClick(picker.list.viewport(), LEFT, pos=row)
    assert four.note("研修").cluster_id == second


def test_nothing_moves_when_escape_is_pressed_or_a_composition_ended(four: Board) -> None:
    four.group("印刷", title="紙")
    choose(four, "会議")
    press(four, Key.Key_M)
    picker = four.screen.picker
    compose(picker.line, "かみ")
    QTest.keyClick(picker.line, Key.Key_Return)
    assert picker.isVisible()
    compose(picker.line, "")
    QTest.keyClick(picker.line, Key.Key_Escape)
    assert not picker.isVisible()
    assert four.kinds == []
    assert four.view.hasFocus()


def test_the_own_group_is_not_offered_when_all_notes_are_of_it(four: Board) -> None:
    four.group("印刷", "照会", title="紙")
    four.group("会議", title="集まり")
    choose(four, "印刷", "照会")
    press(four, Key.Key_M)
    offered = [four.screen.picker.list.item(row).text() for row in range(four.screen.picker.list.count())]
    assert offered == ["新しいグループ", "集まり（1枚）"]


# composing while editing


def test_what_is_composed_is_seen_and_kept_when_it_is_taken(four: Board) -> None:
    box = note_box(four, "印刷")
    before = box.grab().toImage()
    compose(box, "がおおい")
    assert box.grab().toImage() != before
    assert box.words() == "印刷"
    type_text(box, "が多い")
    QTest.keyClick(box, Key.Key_Return, CTRL)
    assert four.kinds == ["note_reworded"]
    assert "印刷が多い" in texts(four)


def test_what_is_composed_is_kept_when_one_clicks_elsewhere(four: Board) -> None:
    box = note_box(four, "印刷")
    compose(box, "がおおい")
    QTest.mouseClick(four.view.viewport(), LEFT, pos=QPoint(500, 400))
    assert four.screen.editing.box is None
    assert "印刷がおおい" in texts(four)
    assert four.kinds == ["note_reworded"]


def test_what_is_composed_is_kept_once_when_the_focus_goes_to_the_entry_line(four: Board) -> None:
    box = note_box(four, "印刷")
    compose(box, "がおおい")
    four.screen.focus_entry()
    assert "印刷がおおい" in texts(four)
    assert four.screen.entry.line.text() == ""


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, CTRL),
        (Key.Key_Return, CTRL | SHIFT),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_editor_stays_when_a_key_ends_the_composition(four: Board, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    box = note_box(four, "印刷")
    compose(box, "がおおい")
    QTest.keyClick(box, key, keys)
    assert four.screen.editing.box is box
    assert four.kinds == []
    assert box.words() == "印刷"


def test_the_title_stays_open_when_enter_ends_a_composition(four: Board) -> None:
    four.group("印刷", title="紙")
    choose(four, "印刷")
    press(four, Key.Key_T)
    box = four.screen.editing.box
    assert isinstance(box, TitleBox)
    box.end(False)
    compose(box, "のしごと")
    QTest.keyClick(box, Key.Key_Return)
    assert four.screen.editing.box is box
    QTest.mouseClick(four.view.viewport(), LEFT, pos=QPoint(500, 400))
    assert [cluster.title for cluster in four.workshop.clusters.values()] == ["紙のしごと"]


def test_the_boards_keys_do_nothing_when_a_note_is_edited(four: Board) -> None:
    box = note_box(four, "印刷")
    for key in (Key.Key_D, Key.Key_M):
        QTest.keyClick(box, key, CTRL)
    assert four.kinds == []
    assert four.screen.editing.box is box


# finding


def test_finds_are_gone_through_both_ways_when_f3_is_pressed(four: Board) -> None:
    search = four.screen.toolbar.search
    QTest.keyClick(four.view, Key.Key_F, CTRL)
    assert search.line.hasFocus()
    type_text(search.line, "会")  # 照会, 会議
    assert search.count.text() == "2件"
    QTest.keyClick(search.line, Key.Key_F3)
    assert list(four.screen.board.chosen) == [four.note("照会").id]
    assert search.count.text() == "1 / 2"
    QTest.keyClick(search.line, Key.Key_F3)
    assert list(four.screen.board.chosen) == [four.note("会議").id]
    QTest.keyClick(search.line, Key.Key_F3, SHIFT)
    assert list(four.screen.board.chosen) == [four.note("照会").id]
    QTest.keyClick(search.line, Key.Key_Return, SHIFT)
    assert search.count.text() == "2 / 2"
    four.view.setFocus()
    press(four, Key.Key_F3)
    assert search.count.text() == "1 / 2"


@pytest.mark.parametrize("words", ["かいぎ", "ｶｲｷﾞ", "カイギ"])
def test_a_note_is_found_when_it_is_written_in_other_kana_or_width(board: Board, words: str) -> None:
    board.add("カイギが長い", "印刷が多い")
    type_text(board.screen.toolbar.search.line, words)
    assert board.screen.toolbar.search.count.text() == "1件"
    assert board.screen.board.hits == {board.note("カイギが長い").id}


def test_a_group_is_gone_to_when_its_title_is_found(four: Board) -> None:
    cluster = four.group("印刷", "研修", title="ペーパーレス")
    search = four.screen.toolbar.search
    type_text(search.line, "ぺーぱー")
    assert search.count.text() == "1件"
    assert four.screen.board.hits == set()  # what is found is the group, none of its notes
    QTest.keyClick(search.line, Key.Key_Return)
    assert four.view.ringed == cluster
    head = four.view.on_screen(four.screen.board.islands[cluster].head()).toRect()
    assert four.view.viewport().rect().contains(head)


def test_a_find_can_be_read_when_it_was_reached_from_afar(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(400)))
    board.view.zoom_to_fit()
    assert board.view.zoom < WORDINGS[0].least
    search = board.screen.toolbar.search
    type_text(search.line, "付箋399")
    QTest.keyClick(search.line, Key.Key_Return)
    assert board.view.zoom >= WORDINGS[0].least
    note = board.note("付箋399")
    seen = board.view.on_screen(PAPER.translated(note.x, note.y)).toRect()
    assert board.view.viewport().rect().contains(seen)


def test_the_place_among_the_finds_stays_when_a_note_is_added(four: Board) -> None:
    search = four.screen.toolbar.search
    type_text(search.line, "会")
    QTest.keyClick(search.line, Key.Key_Return)
    QTest.keyClick(search.line, Key.Key_Return)
    four.add("会計")
    assert search.count.text() == "2 / 3"


# what is in sight


def test_the_selection_fills_the_window_when_control_8_is_pressed(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(300)))
    board.view.zoom_to_fit()
    board.view.setFocus()
    choose(board, "付箋0", "付箋2")
    press(board, Key.Key_8, CTRL)
    assert board.view.zoom == pytest.approx(1.0)
    room = board.view.viewport().rect()
    for text in ("付箋0", "付箋2"):
        note = board.note(text)
        assert room.contains(board.view.on_screen(PAPER.translated(note.x, note.y)).toRect())


def test_the_keys_are_listed_when_a_question_mark_is_typed(four: Board, qtbot: QtBot) -> None:
    QTest.keyClicks(four.view, "?")
    qtbot.waitUntil(lambda: four.screen.findChild(BoardKeyList) is not None)
    listed = four.screen.findChild(BoardKeyList)
    assert listed is not None
    listed.close()
    assert {"G", "M", "L", "Ctrl+D"} <= {key for _heading, keys in meanings() for key, _meaning in keys}


# the bar of what is selected


def rects(tools: list[QWidget]) -> list[QRect]:
    return [one.geometry() for one in tools if one.isVisible()]


@pytest.mark.parametrize(("width", "height"), [(1168, 672), (741, 432), (1808, 1032)])
def test_no_tool_moves_and_the_bar_lies_on_the_board_when_notes_are_selected(
    four: Board, width: int, height: int
) -> None:
    four.screen.resize(width, height)
    QApplication.processEvents()
    toolbar, bar = four.screen.toolbar, four.screen.selection
    tools = [*toolbar.findChildren(QWidget)]
    before = rects(tools)
    press(four, Key.Key_A, CTRL)
    bar.settle()
    assert rects(tools) == before
    assert bar.isVisible()
    assert four.view.rect().contains(bar.geometry())
    assert not (four.view.map.isVisible() and bar.geometry().intersects(four.view.map.geometry()))
    assert all(bar.rect().contains(one.geometry()) for one in bar.buttons() if one.isVisible())
    assert bar.more.isVisible()
    assert toolbar.more.isVisible()
    right = toolbar.more.mapTo(toolbar, toolbar.more.rect().topRight())
    assert right.x() <= toolbar.width()


def test_the_bar_is_away_when_something_is_dragged_or_written(four: Board) -> None:
    bar = four.screen.selection
    choose(four, "印刷")
    bar.settle()
    assert bar.isVisible()
    four.lift(four.middle("印刷"), QPointF(700.0, 400.0))
    bar.settle()
    assert not bar.isVisible()
    four.drop(QPointF(700.0, 400.0))
    bar.settle()
    assert bar.isVisible()
    press(four, Key.Key_Return)
    bar.settle()
    assert not bar.isVisible()


def test_the_bar_waits_when_a_rubber_band_grows(four: Board, qtbot: QtBot) -> None:
    bar = four.screen.selection
    four.lift(QPointF(-100.0, -100.0), QPointF(1_000.0, 300.0))
    assert len(four.screen.board.chosen) == 4
    assert four.screen.cue.text() == "4枚を選択中"
    bar.settle()
    assert not bar.isVisible()
    four.drop(QPointF(1_000.0, 300.0))
    qtbot.waitUntil(bar.isVisible)
    assert bar.count.text() == "4枚を選択中"


def test_the_keys_stay_with_the_board_when_the_bar_is_clicked(four: Board) -> None:
    choose(four, "印刷")
    four.screen.selection.settle()
    QTest.mouseClick(four.screen.selection.kinds[NoteKind.TIP], LEFT)
    assert four.note("印刷").kind is NoteKind.TIP
    assert four.view.hasFocus()
    policies = {one.focusPolicy() for one in four.screen.selection.buttons()}
    assert policies == {Qt.FocusPolicy.TabFocus}


def test_the_bar_comes_next_when_tab_is_pressed_on_the_board(four: Board) -> None:
    choose(four, "印刷", "照会")
    bar = four.screen.selection
    bar.settle()
    for button in [one for one in bar.buttons() if one.isVisible() and one.isEnabled()]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        assert button.hasFocus()
    QTest.keyClick(bar.more, Key.Key_Backtab, SHIFT)
    QTest.keyClick(bar.delete, Key.Key_Space)
    bar.settle()
    assert not bar.isVisible()
    assert four.view.hasFocus()


def test_a_selected_note_is_not_covered_when_the_keys_came_to_it(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(60)))
    board.view.setFocus()
    press(board, Key.Key_Home)
    for _step in range(6):
        press(board, Key.Key_Down)
        board.screen.selection.settle()
        current = board.screen.board.notes[board.screen.board.current or ""]
        seen = board.view.on_screen(PAPER.translated(current.x, current.y)).toRect()
        assert not seen.intersects(board.screen.selection.geometry())


def test_notes_are_added_to_the_selection_when_control_or_shift_is_held_at_a_click(four: Board) -> None:
    four.click(four.middle("印刷"))
    four.click(four.middle("照会"), CTRL)
    four.click(four.middle("会議"), SHIFT)
    assert len(four.screen.board.chosen) == 3
    four.click(four.middle("照会"), CTRL)
    assert set(four.screen.board.chosen) == {four.note("印刷").id, four.note("会議").id}
    four.send(QEvent.Type.MouseButtonRelease, four.seen(QPointF(600.0, 500.0)), held=NONE)


# places


def _walk(ground: Ground, places: dict[str, tuple[float, float]], here: str, dx: int, dy: int) -> float:
    """How far the best of all notes is, found by walking all of them."""
    x, y = places[here]
    found = float("inf")
    for to_x, to_y in places.values():
        ahead, aside = (to_x - x) * dx + (to_y - y) * dy, abs((to_x - x) * dy) + abs((to_y - y) * dx)
        if ahead > 0.0 and aside <= ahead + PAPER.height():
            found = min(found, ahead + 2.0 * aside)
    return found


@pytest.mark.parametrize("spread", [1_000.0, 20_000.0, 10_000_000.0])
def test_the_same_note_is_next_when_it_is_sought_nearby_and_among_all(board: Board, spread: float) -> None:
    rng = random.Random(7)
    workshop = board.workshop
    edit = add_notes(workshop, [f"付箋{number}" for number in range(150)])
    ids = [change.entity.id for change in edit.changes]
    board.live.apply(edit)
    places = {i: (rng.uniform(-spread, spread), rng.uniform(-spread, spread)) for i in ids}
    board.live.apply(move_notes(board.workshop, places))
    ground = board.screen.board.ground
    for here in ids[:40]:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = beyond(ground, ground.place(here), dx, dy)
            x, y = ground.place(here)
            far = float("inf")
            if found is not None:
                off_x, off_y = ground.place(found)[0] - x, ground.place(found)[1] - y
                far = off_x * dx + off_y * dy + 2.0 * (abs(off_x * dy) + abs(off_y * dx))
            assert far == pytest.approx(_walk(ground, {i: ground.place(i) for i in ids}, here, dx, dy))
        away = {i: abs(ground.place(i)[0] - x) + abs(ground.place(i)[1] - y) for i in ids if i != here}
        found = nearest(ground, (x, y), {here})
        assert found is not None
        assert away[found] == min(away.values())


def test_the_nearest_note_is_the_current_one_when_others_were_deleted(four: Board) -> None:
    choose(four, "印刷", "照会")
    press(four, Key.Key_Delete)
    current = four.screen.board.current
    assert current is not None
    assert four.workshop.notes[current].text == "会議"
