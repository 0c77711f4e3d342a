"""Whole groups dropped on each other, and piles."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.edits.locking import lock_notes
from models.edits.notes import set_note_text
from tests.ui.board.conftest import Board
from tests.ui.board.groups import choose, group, handle, open_menu, with_groups
from ui.board.painting import Painting

Key = Qt.Key


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def two(board: Board) -> Board:
    """Two groups of two notes, far enough from each other."""
    board = with_groups(board, "紙の仕事", "照会の仕事")
    for text, said in (("紙の仕事1", "印刷"), ("紙の仕事2", "製本"), ("照会の仕事1", "照会"), ("照会の仕事2", "督促")):
        board.live.apply(set_note_text(board.workshop, board.note(text).id, said))
    board.edits.clear()
    return board


def drop_one_on_the_other(board: Board) -> None:
    target = board.screen.board.islands[group(board, "紙の仕事")].rect.center()
    board.drag(handle(board, "照会の仕事"), target)


def test_groups_become_one_when_that_is_chosen_after_a_drop(two: Board) -> None:
    drop_one_on_the_other(two)
    assert two.kinds == []
    choose("一つのグループにまとめる")
    assert two.kinds == ["clusters_merged"]
    assert [one.title for one in two.workshop.ordered_clusters()] == ["紙の仕事"]
    assert len(two.workshop.members(group(two, "紙の仕事"))) == 4


def test_both_groups_stay_in_a_bigger_one_when_that_is_chosen_after_a_drop(two: Board) -> None:
    drop_one_on_the_other(two)
    choose("大きなグループにする")
    assert two.kinds == ["family_formed"]
    [family] = two.workshop.ordered_families()
    assert {one.family_id for one in two.workshop.ordered_clusters()} == {family.id}
    two.settle()
    one, other = (island.rect for island in two.screen.board.islands.values())
    assert not one.intersects(other)


def test_a_group_only_moves_when_that_is_chosen_after_a_drop(two: Board) -> None:
    drop_one_on_the_other(two)
    lifted = two.screen.board.place(two.note("照会").id)
    choose("ここに置くだけ")
    assert two.kinds == ["notes_moved"]
    assert (two.note("照会").x, two.note("照会").y) == lifted


def test_everything_goes_back_when_escape_closes_the_menu_of_a_drop(two: Board) -> None:
    before = two.note("照会")
    drop_one_on_the_other(two)
    assert two.screen.board.place(before.id) != (before.x, before.y)
    QTest.keyClick(open_menu(), Key.Key_Escape)
    QApplication.processEvents()
    assert two.kinds == []
    assert two.screen.board.place(before.id) == (before.x, before.y)
    assert not two.screen.board.lifted


def test_it_is_said_that_one_can_choose_when_a_group_is_held_over_another(two: Board) -> None:
    cues: list[str] = []
    two.view.cue.connect(cues.append)
    two.lift(handle(two, "照会の仕事"), two.screen.board.islands[group(two, "紙の仕事")].rect.center())
    assert cues[-1] == "放すと、まとめ方を選べます"


# piles


def test_a_group_becomes_a_pile_and_is_laid_out_again_when_s_is_pressed(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    assert two.kinds == ["cluster_stacked"]
    assert two.workshop.clusters[group(two, "紙の仕事")].stacked
    QTest.keyClick(two.view, Key.Key_S)
    assert two.kinds == ["cluster_stacked", "cluster_unstacked"]
    assert two.note("製本").x - two.note("印刷").x > 200.0


def test_a_pile_is_laid_out_when_it_is_double_clicked(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    two.settle()
    two.double_click(two.middle("製本"))
    assert two.kinds[-1] == "cluster_unstacked"
    assert two.screen.editing.box is None


def test_a_whole_pile_moves_when_its_top_note_is_dragged(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    two.settle()
    before = {text: (two.note(text).x, two.note(text).y) for text in ("印刷", "製本")}
    start = two.middle("製本")
    two.drag(start, start + QPointF(64.0, 250.0))
    assert two.kinds[-1] == "notes_moved"
    after = {text: (two.note(text).x, two.note(text).y) for text in ("印刷", "製本")}
    assert after == {text: (x + 64.0, y + 250.0) for text, (x, y) in before.items()}
    assert two.note("製本").cluster_id == two.note("印刷").cluster_id is not None
    assert two.screen.board.chosen == two.screen.board.members(group(two, "紙の仕事"))


def test_a_whole_pile_moves_when_only_one_of_its_notes_is_among_the_selected(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    two.settle()
    apart = two.note("製本").x - two.note("印刷").x, two.note("製本").y - two.note("印刷").y
    two.screen.board.select([two.note("印刷").id, two.note("照会").id])
    start = two.middle("照会")
    two.drag(start, start + QPointF(0.0, 250.0))
    assert (two.note("製本").x - two.note("印刷").x, two.note("製本").y - two.note("印刷").y) == apart


def test_one_pile_has_all_notes_when_two_are_dropped_on_each_other(two: Board) -> None:
    for title in ("紙の仕事", "照会の仕事"):
        two.click(handle(two, title))
        QTest.keyClick(two.view, Key.Key_S)
        two.settle()
    drop_one_on_the_other(two)
    choose("一つのグループにまとめる")
    [cluster] = two.workshop.ordered_clusters()
    assert cluster.stacked
    two.settle()
    island = two.screen.board.islands[cluster.id]
    assert island.tail_words() == "4枚"
    assert island.rect.width() < 300.0


def test_it_is_said_why_when_a_group_with_a_locked_note_does_not_become_a_pile(two: Board) -> None:
    two.live.apply(lock_notes(two.workshop, [two.note("印刷").id]))
    two.edits.clear()
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    assert two.kinds == []
    assert "固定" in two.screen.notice.text


def test_notes_under_a_pile_are_not_painted_when_no_edge_of_them_is_seen(board: Board) -> None:
    texts = [f"付箋{number}" for number in range(40)]
    board.add(*texts)
    cluster = board.group(*texts, title="多い")
    board.settle()
    board.screen.board.select(board.screen.board.members(cluster))
    board.view.setFocus()
    QTest.keyClick(board.view, Key.Key_S)
    board.settle()
    scene = board.screen.board
    shown = scene.lying(scene.islands[cluster].rect)
    assert len(shown) == 6
    assert scene.piles.tops[cluster] == board.note("付箋39").id


def test_a_pile_is_one_step_and_one_choice_when_arrows_are_pressed(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    two.settle()
    two.click(two.middle("督促"))
    for _again in range(2):
        QTest.keyClick(two.view, Key.Key_Left)
    assert two.screen.board.chosen == two.screen.board.members(group(two, "紙の仕事"))
    assert two.screen.board.current == two.note("製本").id
    QTest.keyClick(two.view, Key.Key_Right)
    assert two.screen.board.current == two.note("照会").id


def test_a_note_of_a_pile_is_shown_on_top_when_it_is_gone_to(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    QTest.keyClick(two.view, Key.Key_S)
    two.settle()
    scene, found = two.screen.board, two.note("印刷")
    two.view.go_to(found.id)
    shown = scene.lying(scene.islands[group(two, "紙の仕事")].rect)
    assert shown[-1][0].id == found.id
    assert shown[-1][1] == scene.place(two.note("製本").id)


def test_the_number_is_painted_on_a_pile_when_it_is_near(two: Board) -> None:
    two.click(handle(two, "紙の仕事"))
    rect = two.screen.board.islands[group(two, "紙の仕事")].rect
    QTest.keyClick(two.view, Key.Key_S)
    two.screen.board.select(())
    two.settle()
    rect = two.screen.board.islands[group(two, "紙の仕事")].rect
    corner = QRectF(rect.right() - 70.0, rect.bottom() - 40.0, 60.0, 30.0)
    image = QImage(60, 30, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.translate(-corner.topLeft())
    Painting(two.screen.board).paint(painter, corner, 1.0)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(60) for y in range(30)}
    assert QColor("#1a1a1a").name() in colours


def test_the_whole_group_and_then_the_bigger_one_are_chosen_when_f_is_pressed(two: Board) -> None:
    drop_one_on_the_other(two)
    choose("大きなグループにする")
    two.screen.editing.close()
    two.settle()
    two.click(two.middle("照会"))
    QTest.keyClick(two.view, Key.Key_F)
    assert two.screen.board.chosen == {two.note("照会").id, two.note("督促").id}
    QTest.keyClick(two.view, Key.Key_F)
    assert len(two.screen.board.chosen) == 4
    assert two.screen.board.chosen_frames == set(two.workshop.families)
