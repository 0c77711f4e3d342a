"""Groups of groups: made, named, entered, left, dragged and dissolved by hand."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from models.edits.clusters import group_notes
from models.edits.families import form_family
from models.edits.notes import add_notes
from tests.ui.board.conftest import Board
from tests.ui.board.groups import choose, group, handle, with_groups
from ui.board.editing import TitleBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def three(board: Board) -> Board:
    """Groups 紙, 会議 and 照会; the first two are a bigger group."""
    board = with_groups(board, "紙", "会議", "照会", across=540.0)
    board.live.apply(form_family(board.workshop, [group(board, "紙"), group(board, "会議")], "時間"))
    board.edits.clear()
    board.settle()
    return board


def family(board: Board, title: str = "時間") -> str:
    return next(one.id for one in board.workshop.ordered_families() if one.title == title)


def homes(board: Board) -> dict[str, str]:
    """The title of the bigger group of each group."""
    titles = {one.id: one.title for one in board.workshop.ordered_families()}
    return {one.title: titles.get(one.family_id or "", "") for one in board.workshop.ordered_clusters()}


def test_the_title_is_asked_for_after_groups_became_a_bigger_one(board: Board) -> None:
    with_groups(board, "紙", "会議")
    board.click(handle(board, "紙"))
    board.click(handle(board, "会議"), SHIFT)
    QTest.keyClick(board.view, Key.Key_B)
    assert board.kinds == ["family_formed"]
    box = board.screen.editing.box
    assert isinstance(box, TitleBox)
    QTest.keyClicks(box, "jikan")
    QTest.keyClick(box, Key.Key_Return)
    assert [one.title for one in board.workshop.ordered_families()] == ["jikan"]


def test_the_groups_of_a_bigger_one_lie_side_by_side_when_something_lay_between_them(board: Board) -> None:
    with_groups(board, "紙", "会議", "照会", "旅費", across=1_600.0)
    board.add("間")
    between = board.note("間")
    board.live.apply(add_notes(board.workshop, ["もう一つ"]))
    board.click(handle(board, "紙"))
    board.click(handle(board, "旅費"), SHIFT)
    QTest.keyClick(board.view, Key.Key_B)
    board.settle()
    [frame] = board.screen.board.frames.values()
    strangers = [board.screen.board.islands[group(board, title)].rect for title in ("会議", "照会")]
    assert not any(frame.rect.intersects(one) for one in strangers)
    assert not frame.rect.contains(QPointF(between.x, between.y))


def test_nothing_is_made_and_it_is_said_how_when_one_group_is_chosen(three: Board) -> None:
    three.click(handle(three, "照会"))
    QTest.keyClick(three.view, Key.Key_B)
    assert three.kinds == []
    assert "2つ以上" in three.screen.notice.text


def test_all_groups_move_in_one_edit_when_a_frame_is_dragged_by_its_head(three: Board) -> None:
    frame = three.screen.board.frames[family(three)]
    before = {note.id: (note.x, note.y) for note in three.workshop.notes.values() if note.text[:-1] != "照会"}
    start = QPointF(frame.rect.right() - 4.0, frame.rect.y() + 30.0)
    three.drag(start, start + QPointF(32.0, -160.0))
    assert three.kinds == ["notes_moved"]
    after = {i: (three.workshop.notes[i].x, three.workshop.notes[i].y) for i in before}
    assert after == {i: (x + 32.0, y - 160.0) for i, (x, y) in before.items()}
    assert homes(three) == {"紙": "時間", "会議": "時間", "照会": ""}


def test_the_title_is_edited_in_place_when_a_chosen_frames_title_is_clicked(three: Board) -> None:
    three.click(three.screen.board.frames[family(three)].title_rect().center())
    assert not three.view.findChildren(TitleBox)
    assert three.screen.board.chosen_frames == {family(three)}
    three.click(three.screen.board.frames[family(three)].title_rect().center())
    box = three.screen.editing.box
    assert isinstance(box, TitleBox)
    assert box.words() == "時間"
    box.selectAll()
    QTest.keyClicks(box, "hours")
    QTest.keyClick(box, Key.Key_Return)
    assert three.kinds == ["family_named"]
    assert homes(three)["紙"] == "hours"


def test_a_group_joins_when_it_is_dropped_on_a_frame(three: Board) -> None:
    cues: list[str] = []
    three.view.cue.connect(cues.append)
    frame = three.screen.board.frames[family(three)].rect
    end = QPointF(frame.center().x(), frame.bottom() - 8.0)
    three.lift(handle(three, "照会"), end)
    assert cues[-1] == "放すと大きなグループ「時間」に入る"
    three.drop(end)
    assert three.kinds == ["family_joined"]
    assert homes(three)["照会"] == "時間"
    three.settle()
    rects = [island.rect for island in three.screen.board.islands.values()]
    assert not any(a.intersects(b) for at, a in enumerate(rects) for b in rects[:at])


def test_a_group_leaves_when_it_is_dragged_clearly_outside_its_frame(three: Board) -> None:
    cues: list[str] = []
    three.view.cue.connect(cues.append)
    before = three.screen.board.frames[family(three)].rect
    start = handle(three, "会議")
    end = start + QPointF(300.0, 450.0)
    three.lift(start, end)
    assert cues[-1] == "放すと大きなグループから出る"
    assert three.screen.board.frames[family(three)].rect == before
    three.drop(end)
    assert three.kinds == ["family_left"]
    assert homes(three) == {"紙": "時間", "会議": "", "照会": ""}


def test_a_group_stays_in_when_it_is_moved_within_its_frame(three: Board) -> None:
    start = handle(three, "会議")
    three.drag(start, start + QPointF(10.0, 20.0))
    assert three.kinds == ["notes_moved"]
    assert homes(three)["会議"] == "時間"


def test_groups_are_taken_out_when_shift_b_is_pressed(three: Board) -> None:
    three.click(handle(three, "会議"))
    QTest.keyClick(three.view, Key.Key_B, SHIFT)
    assert three.kinds == ["family_left"]
    three.settle()
    rect = three.screen.board.islands[group(three, "会議")].rect
    assert not three.screen.board.frames[family(three)].rect.intersects(rect)


def test_only_the_frame_goes_when_x_is_pressed_on_a_bigger_group(three: Board) -> None:
    frame = three.screen.board.frames[family(three)].rect
    three.click(QPointF(frame.right() - 4.0, frame.y() + 30.0))
    QTest.keyClick(three.view, Key.Key_X)
    assert three.kinds == ["family_dissolved"]
    assert len(three.workshop.clusters) == 3
    assert not three.screen.board.frames


def test_one_bigger_group_is_left_when_a_frame_is_dropped_on_another(board: Board) -> None:
    with_groups(board, "紙", "会議", "照会", "旅費", across=640.0)
    for title, first, second in (("時間", "紙", "会議"), ("お金", "照会", "旅費")):
        board.live.apply(form_family(board.workshop, [group(board, first), group(board, second)], title))
    board.edits.clear()
    board.settle()
    frames = board.screen.board.frames
    start = QPointF(frames[family(board, "お金")].rect.right() - 4.0, frames[family(board, "お金")].rect.y() + 30.0)
    board.drag(start, QPointF(start.x(), frames[family(board, "時間")].rect.center().y()))
    choose("一つの大きなグループにまとめる")
    assert board.kinds == ["family_joined"]
    assert set(homes(board).values()) == {"時間"}
    assert len(board.workshop.families) == 1


def test_the_number_at_the_top_is_told_when_it_is_more_than_seven(three: Board) -> None:
    assert three.screen.top_hint.isHidden()
    texts = [f"別{number}" for number in range(6)]
    three.add(*texts)
    for text in texts:
        three.live.apply(group_notes(three.workshop, [three.note(text).id], text))
    assert three.screen.top_hint.isVisible()
    assert three.screen.top_hint.text() == "上の段は7つまでが話しやすい数です。いまは8あります。"
