"""What a person puts right in a suggestion by one key, a button or the menu, before anything is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.grouping import Sureness
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import (
    LEFT,
    TROUBLES,
    draft,
    foot,
    go_to,
    group_row,
    groups,
    heading,
    members,
    press,
    row_of,
    suggest,
    with_note,
)
from ui.board.proposal_model import Kind
from ui.board.reasons import sureness_word


@pytest.fixture
def offered(board: Board, qtbot: QtBot) -> Board:
    board.add(*TROUBLES)
    suggest(board, qtbot)
    return board


def test_a_note_stays_alone_when_it_is_taken_out_by_key(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_Delete)
    assert with_note(offered, TROUBLES[0]) == set()
    assert "ひとつだけ 1枚" in offered.screen.panel.summary.text()
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert offered.note(TROUBLES[0]).cluster_id is None


def test_a_note_goes_to_the_next_best_group_when_it_is_moved_by_key(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_M)
    assert with_note(offered, TROUBLES[0]) == {TROUBLES[0], *TROUBLES[3:]}
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert {TROUBLES[0], *TROUBLES[3:]} in members(offered)


def test_the_cursor_goes_on_when_a_note_was_put_right(offered: Board) -> None:
    tree = offered.screen.panel.tree
    first = groups(offered)[0].note_ids
    go_to(offered, tree.rows.find(first[0]))
    press(offered, Qt.Key.Key_K)
    assert tree.current_notes() == [first[1]]
    press(offered, Qt.Key.Key_Return)
    assert tree.current_notes() == [first[2]]


def test_a_note_is_no_longer_weak_when_it_is_kept(offered: Board) -> None:
    weak = next((i for i, (_group, one) in draft(offered).homes.items() if one.sureness < Sureness.PLAIN), None)
    note_id = weak or offered.note(TROUBLES[0]).id
    go_to(offered, offered.screen.panel.tree.rows.find(note_id))
    QTest.mouseClick(offered.screen.panel.judging.keep, LEFT)
    assert draft(offered).homes[note_id][1].sureness is Sureness.PLAIN
    assert foot(offered.screen.panel.tree.rows.find(note_id)).startswith("確かめた")


def test_the_last_correction_is_taken_back_when_ctrl_z_is_pressed_in_the_panel(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_M)
    press(offered, Qt.Key.Key_F)
    assert draft(offered).proposal.alone
    press(offered, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not draft(offered).proposal.alone
    QTest.mouseClick(offered.screen.panel.judging.undo, LEFT)
    assert with_note(offered, TROUBLES[0]) == set(TROUBLES[:3])
    assert not offered.screen.panel.judging.undo.isEnabled()
    assert offered.kinds == []


def test_the_menu_leads_to_every_other_group_and_the_next_best_comes_first(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    menu = offered.screen.panel.right.where_menu()
    [action] = [one for one in menu.actions() if not one.isSeparator()]
    own = draft(offered).homes[offered.note(TROUBLES[0]).id][0]
    [other] = [group for group in groups(offered) if group != own]
    assert draft(offered).title(other)[:8] in action.text()
    action.trigger()
    assert with_note(offered, TROUBLES[0]) == {TROUBLES[0], *TROUBLES[3:]}


def test_a_lone_note_enters_a_group_when_it_is_moved_there(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_F)
    tree = offered.screen.panel.tree
    tree.expand(heading(offered, Kind.ALONE))
    go_to(offered, row_of(offered, TROUBLES[0]))
    assert foot(row_of(offered, TROUBLES[0])) == "手で外した"
    for action in offered.screen.panel.right.where_menu().actions():
        if not action.isSeparator():
            action.trigger()
            break
    assert with_note(offered, TROUBLES[0])


def test_all_of_a_group_stays_alone_when_it_is_taken_out(offered: Board) -> None:
    out = groups(offered)[0].note_ids
    go_to(offered, group_row(offered, 1))
    QTest.mouseClick(offered.screen.panel.judging.free, LEFT)
    assert len(groups(offered)) == 1
    assert set(draft(offered).proposal.alone) == set(out)


def test_all_is_told_of_a_note_when_its_row_is_chosen(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    told = offered.screen.panel.detail.text()
    group, one = draft(offered).homes[offered.note(TROUBLES[0]).id]
    assert draft(offered).reason(group, one) in told
    assert sureness_word(one.sureness) in told
    press(offered, Qt.Key.Key_N)  # whether there is a weak note or not, nothing is changed by looking for one
    assert not draft(offered).can_undo


def test_the_keys_are_the_editors_while_a_title_is_written(offered: Board, qtbot: QtBot) -> None:
    tree = offered.screen.panel.tree
    go_to(offered, group_row(offered, 1))
    press(offered, Qt.Key.Key_F2)
    assert tree.state() == tree.State.EditingState
    press(offered, Qt.Key.Key_F)
    assert len(groups(offered)) == 2


def test_ctrl_z_takes_back_a_correction_before_the_board_when_the_slider_has_the_keys(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_F)
    slider = offered.screen.panel.grain.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert with_note(offered, TROUBLES[0]) == set(TROUBLES[:3])
    assert len(offered.workshop.notes) == len(TROUBLES)


def test_numbers_order_and_tints_stay_when_notes_are_put_right(offered: Board) -> None:
    before = {group.key: (at, draft(offered).numbers[group.key]) for at, group in enumerate(groups(offered))}
    tints = dict(draft(offered).tints)
    last = groups(offered)[-1]
    go_to(offered, offered.screen.panel.tree.rows.find(groups(offered)[0].note_ids[0]))
    press(offered, Qt.Key.Key_M)
    assert len(next(one for one in groups(offered) if one.key == last.key).members) == 4
    assert {one.key: (at, draft(offered).numbers[one.key]) for at, one in enumerate(groups(offered))} == before
    assert draft(offered).tints == tints


def test_a_number_stays_free_when_its_group_is_gone(offered: Board) -> None:
    first, second = groups(offered)
    go_to(offered, group_row(offered, 1))
    press(offered, Qt.Key.Key_F)
    assert [draft(offered).numbers[one.key] for one in groups(offered)] == [2]
    assert draft(offered).group(first.key) is None
    assert offered.screen.panel.tree.rows.find(second.note_ids[0]).isValid()
    press(offered, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.key for one in groups(offered)] == [first.key, second.key]


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_M])
def test_the_board_shows_the_row_of_the_cursor_when_a_note_was_put_right(offered: Board, key: Qt.Key) -> None:
    panel = offered.screen.panel
    go_to(offered, row_of(offered, TROUBLES[0]))
    before = panel.tree.current_notes()
    press(offered, key)
    assert panel.tree.current_notes() != before
    assert set(offered.screen.board.hits or ()) == set(panel.tree.current_notes())


def test_f2_and_t_are_named_when_no_row_is_chosen(offered: Board) -> None:
    assert "F2" in offered.screen.panel.detail.text()
    assert "T 次の表札" in offered.screen.panel.detail.text()
    assert offered.screen.panel.judging.undo.text() == "直しを戻す"
