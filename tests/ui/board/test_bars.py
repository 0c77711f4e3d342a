"""What lies over the board or opens upon it: menus that fit, bars that leave room, the list of groups, the ring."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QStyledItemDelegate, QStyleOptionViewItem

from models.edits.clusters import Gathering
from models.edits.notes import move_notes
from models.edits.relations import relate
from models.layout import Rectangle, island_around, overlap, paper, paper_of_all
from models.workshop import Workshop
from tests.ui.board.conftest import Board
from tests.ui.board.groups import group, with_groups
from tests.ui.typing import type_text
from ui.board.key_list import BoardKeyList
from ui.board.menu import board_menu
from ui.theme import TARGET, font, load_fonts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LOWEST, MOST_LINES, LINE = 480, 11, 40
SMALLEST = 741, 432


@pytest.fixture
def three(board: Board) -> Board:
    """Groups 紙 and 会議 beside each other, 照会 below 紙."""
    return with_groups(board, "紙", "会議", "照会")


def every_menu(menu: QMenu) -> list[QMenu]:
    return [menu, *menu.findChildren(QMenu)]


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize("selected", [None, 1, 0])
def test_every_menu_fits_into_the_lowest_window_when_it_opens(three: Board, selected: int | None) -> None:
    three.screen.board.select([*three.workshop.notes][:selected])
    three.screen.board.set_current(None)
    load_fonts()
    menu = board_menu(three.view)
    for one in (*every_menu(menu), *every_menu(three.screen.toolbar._menu())):
        one.setFont(font())
        one.setStyleSheet(three.screen.styleSheet())
        assert len(lines(one)) <= MOST_LINES
        assert one.sizeHint().height() <= LOWEST
        shown = [action for action in one.actions() if not action.isSeparator()]
        assert min(one.actionGeometry(action).height() for action in shown) >= LINE


def test_why_and_what_is_alike_stand_in_the_menu_itself_when_one_note_is_chosen(three: Board) -> None:
    three.screen.board.select([*three.workshop.notes][:1])
    menu = board_menu(three.view)
    assert {"なぜこのグループ？", "似た付箋"} <= {words for words, on in usables(menu).items() if on}
    assert any("大きなグループから出す" in usables(one) for one in every_menu(menu))


def test_each_key_stands_beside_its_words_when_the_menu_opens(three: Board) -> None:
    three.screen.board.select(three.workshop.notes)
    said = [words for one in every_menu(board_menu(three.view)) for words in lines(one)]
    keys = {words.split("\t")[1].strip() for words in said if "\t" in words}
    assert keys >= {"G", "M", "Shift+G", "T", "X", "S", "B", "Shift+B", "R", "L", "Ctrl+D", "Delete", "Enter", "Ctrl+8"}


def test_a_frame_is_taken_away_but_not_its_groups_when_it_is_chosen_as_one(three: Board) -> None:
    made = three.screen.edits.things.bigger([group(three, "紙"), group(three, "会議")])
    assert made is not None
    three.screen.board.choose_frame(made)
    usable = {words: on for one in every_menu(board_menu(three.view)) for words, on in usables(one).items()}
    assert usable["大きなグループをほどく"]
    assert not usable["グループをほどく"]


def usables(menu: QMenu) -> dict[str, bool]:
    return {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}


# the list of groups


def test_the_number_of_notes_is_seen_when_a_groups_title_is_long(three: Board) -> None:
    three.group("紙1", "会議1", title="照会の同じ中身を何度も別の様式に書いて送り返している" * 3)
    QTest.keyClick(three.view, Key.Key_End)
    QTest.keyClick(three.view, Key.Key_M)
    rows = three.screen.picker.list
    told = []
    for at in range(rows.count()):
        option = QStyleOptionViewItem()
        option.rect = rows.visualItemRect(rows.item(at))
        delegate = rows.itemDelegate()
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, rows.indexFromItem(rows.item(at)))
        told.append(option.text)
        assert option.fontMetrics.horizontalAdvance(option.text) <= option.rect.width()
    assert any(words.endswith("…（2枚）") for words in told)


def test_rows_are_whole_when_there_are_more_groups_than_room(board: Board) -> None:
    with_groups(board, *(f"グループ{number}" for number in range(12)))
    for size in ((1168, 672), SMALLEST):
        board.screen.resize(*size)
        QTest.keyClick(board.view, Key.Key_Home)
        QTest.keyClick(board.view, Key.Key_M)
        rows = board.screen.picker.list
        assert rows.isVisible()
        assert rows.viewport().height() // TARGET >= 2
        assert rows.viewport().height() % TARGET <= 2
        assert board.view.rect().contains(board.screen.picker.geometry())
        board.screen.picker.leave()


# arrows and bars


@pytest.fixture
def tied(three: Board) -> Board:
    """An arrow from 紙 to 会議 is chosen."""
    three.live.apply(relate(three.workshop, group(three, "紙"), group(three, "会議")))
    [arrow] = three.workshop.relations
    three.view.commands.arrows.choose(arrow)
    return three


def test_no_arrow_is_chosen_when_everything_is_let_go(tied: Board) -> None:
    assert tied.screen.arrow_bar.isVisible()
    tied.view.commands.clear()
    assert tied.view.commands.arrows.chosen is None
    assert not tied.screen.arrow_bar.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Home, Key.Key_Escape])
def test_no_arrow_is_chosen_when_a_key_leads_to_a_note(tied: Board, key: Qt.Key) -> None:
    QTest.keyClick(tied.view, key)
    assert tied.view.commands.arrows.chosen is None


def test_only_one_bar_is_there_when_notes_and_an_arrow_are_chosen(tied: Board) -> None:
    tied.screen.board.select(tied.workshop.notes)
    tied.screen.selection.settle()
    assert tied.screen.arrow_bar.isVisible()
    assert not tied.screen.selection.isVisible()


def test_the_bar_lies_upon_the_lower_edge_when_the_window_is_low(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(40)))
    board.screen.resize(*SMALLEST)
    board.view.setFocus()
    last = max(board.workshop.notes.values(), key=lambda note: note.y)
    board.screen.board.select([last.id])
    board.view.go_to(last.id)
    bar = board.screen.selection
    bar.settle()
    assert bar.isVisible()
    assert bar.height() <= TARGET + 6
    assert bar.geometry().bottom() == board.view.viewport().geometry().bottom()
    assert board.view.on_screen(board.view._around([last.id])).bottom() <= bar.y()


def test_the_bar_makes_room_when_the_map_comes(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.add(*(f"付箋{number}" for number in range(4)))
    board.screen.board.select(board.workshop.notes)
    bar, map_ = board.screen.selection, board.view.map
    bar.settle()
    assert not map_.isVisible()
    board.live.apply(move_notes(board.workshop, {board.note("付箋3").id: (9_000.0, 6_000.0)}))
    board.settle()
    board.view.repaint()
    board.view.viewport().repaint()
    assert map_.isVisible()
    assert bar.geometry().right() < map_.x()


# finding


def test_a_group_is_ringed_and_nothing_selected_when_its_title_is_found(three: Board) -> None:
    search = three.screen.toolbar.search
    type_text(search.line, "照会")
    QTest.keyClick(search.line, Key.Key_Return)
    assert three.view.ringed == group(three, "照会")
    assert not three.screen.board.chosen
    three.screen.selection.settle()
    assert not three.screen.selection.isVisible()
    box = three.view.on_screen(three.screen.board.islands[group(three, "照会")].rect).toRect()
    three.view.repaint()
    pixel = three.view.viewport().grab().toImage().pixelColor(QPoint(box.center().x(), box.top() + 1))
    assert pixel.blue() > pixel.red() + 80


def ringed(board: Board) -> str | None:
    return board.view.ringed


def test_the_ring_goes_when_a_note_is_found_next_or_the_search_ends(three: Board) -> None:
    search = three.screen.toolbar.search
    type_text(search.line, "照会")
    for _time in range(2):
        QTest.keyClick(search.line, Key.Key_Return)
    assert ringed(three) is None
    QTest.keyClick(search.line, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert ringed(three) is not None
    QTest.keyClick(search.line, Key.Key_Escape)
    assert ringed(three) is None


def test_the_keys_are_for_the_group_when_it_was_found(three: Board) -> None:
    type_text(three.screen.toolbar.search.line, "照会")
    QTest.keyClick(three.screen.toolbar.search.line, Key.Key_Return)
    three.view.setFocus()
    QTest.keyClick(three.view, Key.Key_X)
    assert {one.title for one in three.workshop.clusters.values()} == {"紙", "会議"}


# dialogs


def test_the_button_is_as_wide_as_its_words_when_the_keys_are_shown(board: Board) -> None:
    dialog = BoardKeyList(board.screen)
    dialog.show()
    [close] = dialog.findChildren(QPushButton)
    assert close.width() < dialog.width() / 4
    assert dialog.rect().right() - close.geometry().right() < TARGET


def test_the_card_has_as_much_air_below_as_above_when_the_board_is_empty(board: Board) -> None:
    hint = board.screen.hint
    assert hint.isVisible()
    assert hint.height() == hint.sizeHint().height()


# suggestions


def boxes(workshop: Workshop) -> list[Rectangle]:
    groups = [island_around(paper_of_all(workshop.members(i))) for i in workshop.clusters]
    return groups + [paper(note) for note in workshop.notes.values() if note.cluster_id is None]


def test_nothing_covers_anything_when_a_suggestion_is_taken_on_a_full_board(board: Board) -> None:
    ids = board.add(*(f"付箋{number}" for number in range(60)))
    assert board.screen.edits.take([Gathering(tuple(ids[:3]), "一"), Gathering(tuple(ids[3:6]), "二")])
    first, second = board.workshop.ordered_clusters()
    board.live.apply(move_notes(board.workshop, {ids[30]: (0.0, 4_000.0)}))
    joining = [Gathering(tuple(ids[6:18]), cluster_id=first.id), Gathering(tuple(ids[18:22]), cluster_id=second.id)]
    new = [Gathering(tuple(ids[start : start + 5]), str(start)) for start in range(35, 55, 5)]
    assert board.screen.edits.take([*joining, *new])
    assert len(board.workshop.clusters) == 6
    assert not any(overlap(one, other) for one, other in combinations(boxes(board.workshop), 2))


def test_what_a_person_placed_stays_when_a_suggestion_around_it_is_taken(board: Board) -> None:
    ids = board.add(*(f"付箋{number}" for number in range(6)))
    places = {ids[0]: (900.0, 900.0), ids[1]: (1_500.0, 900.0), ids[2]: (1_230.0, 960.0)}
    board.live.apply(move_notes(board.workshop, places))
    assert board.screen.edits.take([Gathering((ids[0], ids[1], ids[3]), "離れた二枚と一枚")])
    assert {i: (board.workshop.notes[i].x, board.workshop.notes[i].y) for i in places} == places


@pytest.mark.parametrize("words", ["全体を見る", "その他", "整える"])
def test_the_keys_stay_the_boards_when_a_tool_is_pressed_with_the_mouse(three: Board, words: str) -> None:
    three.screen.board.select([three.note("紙1").id])
    made = next(one for one in three.screen.toolbar.findChildren(QPushButton) if one.accessibleName() == words)
    assert made.isVisible()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    assert three.view.hasFocus()
    QTest.keyClick(three.view, Key.Key_Escape)
    assert not three.screen.board.chosen
    QTest.keyClick(three.view, Key.Key_N)
    assert three.screen.entry.line.hasFocus()


def test_tools_are_still_reached_by_tab(three: Board) -> None:
    buttons = three.screen.toolbar.findChildren(QPushButton)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)


def test_the_two_lower_bars_are_never_seen_together_when_an_arrow_is_drawn(three: Board) -> None:
    three.screen.board.select(three.screen.board.members(group(three, "紙")))
    three.screen.selection.settle()
    assert three.screen.selection.isVisible()
    assert three.live.apply(relate(three.workshop, group(three, "紙"), group(three, "会議")))
    three.view.commands.arrows.choose(three.workshop.ordered_relations()[-1].id)
    assert three.screen.arrow_bar.isVisible()
    assert not three.screen.selection.isVisible()
    three.view.commands.arrows.leave()
    three.screen.selection.settle()
    assert three.screen.selection.isVisible()
    assert not three.screen.arrow_bar.isVisible()


def test_an_information_goes_when_the_board_is_changed(three: Board) -> None:
    three.screen.notice.tell("まとめました")
    three.add("次")
    assert three.screen.notice.text == ""


def test_the_list_of_keys_leaves_some_of_the_window_seen(three: Board) -> None:
    three.screen.resize(1280, 720)
    keys = BoardKeyList(three.screen)
    assert keys.height() <= 600
    keys.close()


def test_the_title_is_offered_in_place_of_a_group_when_one_group_is_chosen(three: Board) -> None:
    bar = three.screen.selection
    three.screen.board.select(three.screen.board.members(group(three, "紙")))
    bar.settle()
    assert bar.count.text() == "グループ1つ：2枚"
    assert (bar.title.isVisible(), bar.group.isVisible()) == (True, False)
    three.screen.board.select([three.note("紙1").id])
    bar.settle()
    assert (bar.title.isVisible(), bar.group.isVisible()) == (False, True)
