"""Dragging, dropping and choosing with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.edits.notes import delete_notes
from models.layout import ISLAND_HEAD
from models.workspace.connection import NotSaved
from tests.ui.board.conftest import NONE, PLAIN, Board
from ui.board.looks import PAPER

SHIFT = Qt.KeyboardModifier.ShiftModifier
FAR = QPointF(620.0, 420.0)


def test_one_edit_is_made_when_a_note_is_dragged(board: Board) -> None:
    board.add("印刷", "照会")
    start = board.middle("印刷")
    board.lift(start, FAR)
    assert board.kinds == []
    board.drop(FAR)
    assert board.kinds == ["notes_moved"]
    assert board.middle("印刷") == FAR
    assert board.note("印刷").placed


def test_nothing_is_saved_when_escape_is_pressed_while_dragging(board: Board) -> None:
    board.add("印刷", "照会")
    before = board.note("印刷")
    board.lift(board.middle("印刷"), FAR)
    assert board.screen.board.place(before.id) != (before.x, before.y)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    board.drop(FAR)
    assert board.kinds == []
    assert board.screen.board.place(before.id) == (before.x, before.y)


def test_notes_become_a_group_when_one_is_dropped_on_another(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    board.drag(board.middle("会議"), board.middle("印刷"))
    assert board.kinds == ["notes_grouped"]
    [cluster] = board.workshop.ordered_clusters()
    assert {note.text for note in board.workshop.members(cluster.id)} == {"印刷", "会議"}
    assert board.note("照会").cluster_id is None


def test_a_new_group_covers_no_other_note_when_the_board_is_dense(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(24)))
    board.drag(board.middle("付箋9"), board.middle("付箋10"))
    board.settle()
    [island] = board.screen.board.islands.values()
    others = [note for note in board.workshop.notes.values() if note.cluster_id is None]
    assert len(others) == 22
    for note in others:
        assert not island.rect.intersects(PAPER.translated(note.x, note.y))


def test_a_note_joins_when_it_is_dropped_on_a_member(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    cluster = board.group("印刷", "照会")
    board.settle()
    board.drag(board.middle("会議"), board.middle("照会"))
    assert board.kinds == ["notes_joined"]
    assert board.note("会議").cluster_id == cluster


def test_a_note_joins_when_it_is_dropped_on_an_island(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    cluster = board.group("印刷", "照会")
    board.settle()
    head = board.screen.board.islands[cluster].head()
    board.drag(board.middle("会議"), head.center())
    assert board.kinds == ["notes_joined"]
    assert board.note("会議").cluster_id == cluster


def test_a_member_is_freed_when_it_is_dragged_clearly_outside(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    cluster = board.group("印刷", "照会", "会議")
    board.settle()
    outside = board.screen.board.islands[cluster].rect.bottomRight() + QPointF(300.0, 80.0)
    board.drag(board.middle("会議"), outside)
    assert board.kinds == ["notes_freed"]
    assert board.note("会議").cluster_id is None
    assert len(board.workshop.members(cluster)) == 2


def test_a_member_stays_one_when_it_is_moved_within_its_island(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    cluster = board.group("印刷", "照会", "会議")
    board.settle()
    start = board.middle("会議")
    board.drag(start, start + QPointF(60.0, 10.0))
    assert board.kinds == ["notes_moved"]
    assert board.note("会議").cluster_id == cluster


def test_all_members_move_in_one_edit_when_the_head_is_dragged(board: Board) -> None:
    board.add("印刷", "照会")
    cluster = board.group("印刷", "照会", title="紙")
    board.settle()
    head = board.screen.board.islands[cluster].head()
    before = {note.id: (note.x, note.y) for note in board.workshop.members(cluster)}
    start = QPointF(head.right() - 20.0, head.y() + ISLAND_HEAD / 2)
    board.drag(start, start + QPointF(96.0, 64.0))
    assert board.kinds == ["notes_moved"]
    after = {note.id: (note.x, note.y) for note in board.workshop.members(cluster)}
    assert after == {i: (x + 96.0, y + 64.0) for i, (x, y) in before.items()}


def test_a_whole_group_is_only_moved_when_it_is_dragged_over_a_lone_note(board: Board) -> None:
    board.add("印刷", "照会", "会議", "研修")
    cluster = board.group("印刷", "照会", title="紙")
    board.settle()
    head = board.screen.board.islands[cluster].head()
    start = QPointF(head.right() - 20.0, head.center().y())
    board.drag(start, board.middle("研修"))
    assert board.kinds == ["notes_moved"]
    assert len(board.workshop.members(cluster)) == 2
    assert board.note("研修").cluster_id is None


def test_a_member_stays_one_when_it_is_dropped_on_another_of_its_group(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    cluster = board.group("印刷", "照会", "会議")
    board.settle()
    board.drag(board.middle("会議"), board.middle("印刷"))
    assert board.kinds == ["notes_moved"]
    assert len(board.workshop.members(cluster)) == 3


def test_several_notes_move_together_when_they_are_selected(board: Board) -> None:
    board.add("印刷", "照会", "会議")
    board.click(board.middle("印刷"))
    board.click(board.middle("照会"), SHIFT)
    start = board.middle("照会")
    board.drag(start, start + QPointF(0.0, 240.0))
    assert board.kinds == ["notes_moved"]
    assert len(board.edits[0].changes) == 2
    assert board.note("印刷").y == board.note("照会").y == 240.0
    assert board.note("会議").y == 0.0


def test_touched_notes_are_selected_when_a_band_is_drawn(board: Board) -> None:
    first, second, _third = board.add("印刷", "照会", "会議")
    board.drag(QPointF(-60.0, 200.0), QPointF(300.0, 60.0))
    assert board.screen.board.selected() == [first, second]
    assert board.kinds == []


def test_the_selection_ends_when_the_empty_board_is_clicked(board: Board) -> None:
    board.add("印刷")
    board.click(board.middle("印刷"))
    assert board.screen.board.selected()
    board.click(QPointF(300.0, 300.0))
    assert board.screen.board.selected() == []


def test_a_note_leaves_the_selection_when_it_is_clicked_with_shift_again(board: Board) -> None:
    first, second = board.add("印刷", "照会")
    board.click(board.middle("印刷"))
    board.click(board.middle("照会"), SHIFT)
    assert board.screen.board.selected() == [first, second]
    board.click(board.middle("印刷"), SHIFT)
    assert board.screen.board.selected() == [second]


def test_everything_is_as_before_when_a_drop_cannot_be_saved(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.add("印刷", "照会")
    before = board.note("印刷")
    said: list[str] = []
    board.live.not_saved.connect(lambda sentence, _retry: said.append(sentence))

    def full(*_args: object, **_more: object) -> None:
        raise NotSaved("満杯です。")

    monkeypatch.setattr(board.live._document, "apply", full)
    board.drag(board.middle("印刷"), FAR)
    assert said == ["満杯です。"]
    assert board.screen.board.place(before.id) == (before.x, before.y)


def test_a_drag_is_given_up_when_the_note_goes_away_meanwhile(board: Board) -> None:
    [first, _second] = board.add("印刷", "照会")
    board.lift(board.middle("印刷"), FAR)
    assert board.live.apply(delete_notes(board.workshop, [first]))
    board.drop(FAR)
    assert board.kinds == ["notes_deleted"]
    assert first not in board.screen.board.notes


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_the_board_scrolls_when_it_is_pulled(board: Board, button: Qt.MouseButton) -> None:
    board.add("印刷")
    board.view.centerOn(100.0, 100.0)
    before = board.view.mapToScene(QPoint(0, 0))
    if button == Qt.MouseButton.LeftButton:
        board.view.setFocus()
        QTest.keyPress(board.view, Qt.Key.Key_Space)
    board.send(QEvent.Type.MouseButtonPress, QPoint(200, 200), button, held=button)
    board.send(QEvent.Type.MouseMove, QPoint(150, 170), NONE, held=button)
    board.send(QEvent.Type.MouseButtonRelease, QPoint(150, 170), button, held=NONE)
    assert board.view.mapToScene(QPoint(0, 0)) - before == QPointF(50.0, 30.0)
    assert board.kinds == []


def test_the_board_comes_nearer_when_the_wheel_turns_with_control(board: Board) -> None:
    board.add("印刷")
    turn = QWheelEvent(
        QPointF(200.0, 200.0),
        QPointF(board.view.viewport().mapToGlobal(QPoint(200, 200))),
        QPoint(),
        QPoint(0, 120),
        NONE,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = board.view.mapToScene(QPoint(200, 200))
    QApplication.sendEvent(board.view.viewport(), turn)
    assert board.view.zoom == pytest.approx(1.2)
    off = board.view.mapToScene(QPoint(200, 200)) - before  # what is under the pointer stays there
    assert off.manhattanLength() < 3.0


def test_one_can_scroll_to_everything_when_the_board_grew_and_was_zoomed(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(30)))
    board.view.zoom_to_fit()
    board.view.zoom_to(0.4)
    board.screen.edits.move({board.note("付箋29").id: (4_000.0, 3_000.0)})
    board.view.zoom_to_fit()
    sight = board.view.mapToScene(board.view.viewport().rect()).boundingRect()
    assert sight.contains(board.screen.board.content())
    board.view.zoom_to(1.0)
    board.view.centerOn(4_100.0, 3_050.0)
    assert board.view.mapToScene(board.view.viewport().rect()).boundingRect().contains(QPointF(4_100.0, 3_050.0))


def test_the_cue_says_what_letting_go_does_when_a_note_is_over_another(board: Board) -> None:
    board.add("印刷", "照会")
    board.lift(board.middle("照会"), board.middle("印刷"))
    assert board.screen.cue.text() == "はなすと、一つのグループになります"
    board.send(QEvent.Type.MouseMove, board.view.mapFromScene(FAR), NONE, PLAIN)
    assert board.screen.cue.text() == ""
