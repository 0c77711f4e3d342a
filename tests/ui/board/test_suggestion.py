"""「グループ案を作る」: a preview that leaves the board alone until a person takes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models import grouping
from models.board import NoteKind
from models.edits.notes import delete_notes, set_note_kind
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import (
    LEFT,
    TROUBLES,
    click_tick,
    draft,
    foot,
    go_to,
    group_row,
    groups,
    members,
    press,
    row_of,
    state,
    suggest,
)


@pytest.fixture
def offered(board: Board, qtbot: QtBot) -> Board:
    """A board with two plain groups in it, suggested and not taken yet."""
    board.add(*TROUBLES)
    suggest(board, qtbot)
    return board


def test_the_board_is_as_before_when_a_suggestion_is_shown(offered: Board) -> None:
    assert offered.screen.panel.isVisible()
    assert len(groups(offered)) == 2
    assert offered.kinds == []
    assert not offered.workshop.clusters
    assert not offered.screen.board.islands


def test_every_group_is_made_in_one_step_when_all_is_taken(offered: Board) -> None:
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert offered.kinds == ["suggestion_taken"]
    assert sorted(map(sorted, members(offered))) == sorted((sorted(TROUBLES[:3]), sorted(TROUBLES[3:])))
    assert not offered.screen.panel.isVisible()
    assert len(offered.screen.board.islands) == 2
    offered.live.undo()
    assert not offered.workshop.clusters


def test_a_group_is_left_out_when_its_tick_is_clicked_away(offered: Board) -> None:
    kept = groups(offered)[1].note_ids
    click_tick(offered, group_row(offered, 1))
    assert offered.screen.panel.take_chosen.text() == "選んだ3枚だけ"
    QTest.mouseClick(offered.screen.panel.take_chosen, LEFT)
    [cluster] = offered.workshop.ordered_clusters()
    assert {note.id for note in offered.workshop.members(cluster.id)} == set(kept)


def test_a_note_stays_alone_when_its_tick_is_taken_away_by_key(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[0]))
    press(offered, Qt.Key.Key_Space)
    number = draft(offered).numbers[draft(offered).homes[offered.note(TROUBLES[0]).id][0].key]
    assert state(group_row(offered, number)) == Qt.CheckState.PartiallyChecked
    QTest.mouseClick(offered.screen.panel.take_chosen, LEFT)
    assert sorted(len(group) for group in members(offered)) == [2, 3]


def test_the_group_has_another_title_when_it_was_edited_first(offered: Board, qtbot: QtBot) -> None:
    tree = offered.screen.panel.tree
    go_to(offered, group_row(offered, 1))
    press(offered, Qt.Key.Key_F2)
    editor = tree.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("紙を減らす")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: group_row(offered, 1).data() == "紙を減らす")
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert "紙を減らす" in {cluster.title for cluster in offered.workshop.clusters.values()}


def test_the_board_is_as_before_when_the_suggestion_is_closed(offered: Board) -> None:
    offered.screen.panel.leave()
    assert offered.kinds == []
    assert not offered.screen.panel.isVisible()
    assert offered.screen.board.hits is None
    assert offered.view.hasFocus()


def test_notes_are_pointed_at_on_the_board_when_their_row_is_chosen(offered: Board) -> None:
    go_to(offered, row_of(offered, TROUBLES[1]))
    hits = [note.text for note in offered.workshop.notes.values() if note.id in (offered.screen.board.hits or ())]
    assert hits == [TROUBLES[1]]


def test_what_went_away_meanwhile_is_passed_over_when_a_suggestion_is_taken(offered: Board) -> None:
    assert offered.live.apply(delete_notes(offered.workshop, [offered.note(TROUBLES[0]).id]))
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert sorted(len(group) for group in members(offered)) == [2, 3]


def test_every_note_has_its_reason_when_a_suggestion_is_shown(offered: Board, qtbot: QtBot) -> None:
    for number in (1, 2):
        assert foot(group_row(offered, number)).startswith("3枚・")
    qtbot.waitUntil(lambda: all(foot(row_of(offered, text)) for text in TROUBLES))


def test_nothing_comes_when_it_is_stopped(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    QTest.mouseClick(board.screen.toolbar.tools.suggest, LEFT)
    work = board.screen.panel.work
    assert work is not None
    with qtbot.waitSignal(work.ended, timeout=30_000):
        board.screen.panel.leave()
    assert not board.screen.panel.isVisible()
    assert board.kinds == []


def test_it_is_said_when_no_notes_are_close(board: Board, qtbot: QtBot) -> None:
    board.add("印刷", "昼休み")
    suggest(board, qtbot)
    assert board.screen.panel.pages.currentWidget() is board.screen.panel.nothing


def test_parked_notes_are_left_alone_when_groups_are_suggested(board: Board, qtbot: QtBot) -> None:
    ids = board.add(*TROUBLES)
    assert board.live.apply(set_note_kind(board.workshop, [ids[0]], NoteKind.PARKED))
    suggest(board, qtbot)
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    assert board.note(TROUBLES[0]).cluster_id is None


def test_a_placed_note_stays_where_it_is_when_a_suggestion_is_taken(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    board.group(TROUBLES[0], TROUBLES[1])
    board.settle()
    before = {i: (note.x, note.y) for i, note in board.workshop.notes.items() if note.placed}
    suggest(board, qtbot)
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    assert before
    assert {i: (board.workshop.notes[i].x, board.workshop.notes[i].y) for i in before} == before


def test_the_suggestion_has_the_whole_height_when_the_window_is_low(offered: Board, qtbot: QtBot) -> None:
    offered.screen.resize(741, 432)
    assert not offered.screen.toolbar.isVisible()
    qtbot.waitUntil(lambda: offered.screen.panel.height() == 432)
    offered.screen.panel.leave()
    assert offered.screen.toolbar.isVisible()
    assert offered.screen.entry.isVisible()


def test_it_is_said_how_many_is_too_many_when_there_are_more_notes_than_can_be_compared(
    qtbot: QtBot, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST_NOTES", 3)
    board.add("一", "二", "三", "四")
    suggest(board, qtbot)
    panel = board.screen.panel
    assert panel.pages.currentWidget() is panel.nothing
    assert "4枚" in panel.why.text()
    assert "3枚まで" in panel.why.text()


def test_it_is_said_and_taken_back_by_one_click_when_a_suggestion_is_taken(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES, "!!")
    suggest(board, qtbot)
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    assert board.screen.notice.text == "2グループにしました（1枚はそのまま）。"
    [undo] = [one for one in board.screen.notice.findChildren(QPushButton) if one.text() == "元に戻す"]
    QTest.mouseClick(undo, LEFT)
    assert not board.workshop.clusters
    assert board.screen.notice.text == ""


def test_the_way_back_is_offered_no_more_when_another_edit_came(offered: Board) -> None:
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert offered.screen.notice.text == "2グループにしました。"
    offered.add("あとの一枚")
    assert offered.screen.notice.text == ""


def test_the_button_says_why_when_there_are_too_few_notes_to_group(board: Board) -> None:
    suggest_button = board.screen.toolbar.tools.suggest
    board.add("印刷")
    assert not suggest_button.isEnabled()
    assert suggest_button.toolTip() == "付箋が2枚以上になると使えます"
    board.add("製本")
    assert suggest_button.isEnabled()
    assert suggest_button.toolTip() == suggest_button.accessibleDescription() == ""
    board.group("印刷", "製本")
    assert suggest_button.toolTip() == "グループに入っていない付箋が2枚以上あると使えます"
