"""Arrows: drawn, chosen, changed and told by mouse and keys; their ways around what lies between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from models.board import Relation, RelationKind
from models.edits.notes import move_notes
from models.edits.relations import relate
from models.layout import Rectangle
from models.routing import AIR, along, straight, way
from tests.ui.board.conftest import NONE, Board
from tests.ui.board.groups import choose, group, handle, open_menu, with_groups
from ui.board.editing import TitleBox
from ui.board.linking import RADIUS
from ui.board.looks import PAPER

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(board: Board) -> Board:
    """Groups 紙 and 会議 beside each other, 照会 below 紙."""
    return with_groups(board, "紙", "会議", "照会")


@pytest.fixture
def tied(three: Board) -> Board:
    """The same, 紙 leading to 会議."""
    three.live.apply(relate(three.workshop, group(three, "紙"), group(three, "会議")))
    three.edits.clear()
    return three


def only(board: Board) -> Relation:
    [relation] = board.workshop.relations.values()
    return relation


def on_arrow(board: Board) -> QPointF:
    [arrow] = board.screen.board.arrows.values()
    return QPointF(*along(arrow.way, 0.3))


def ends(board: Board) -> tuple[str, str]:
    titles = {one.id: one.title for one in board.workshop.ordered_clusters()}
    return titles[only(board).source_id], titles[only(board).target_id]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("次につながる", RelationKind.LEADS),
        ("原因→結果", RelationKind.CAUSE),
        ("たがいに関わる", RelationKind.MUTUAL),
        ("対立する", RelationKind.CONFLICT),
    ],
)
def test_the_two_are_connected_in_the_order_chosen_when_r_is_pressed(
    three: Board, words: str, kind: RelationKind
) -> None:
    three.click(handle(three, "会議"))
    three.click(handle(three, "紙"), SHIFT)
    QTest.keyClick(three.view, Key.Key_R)
    choose(words)
    assert three.kinds == ["relation_drawn"]
    assert only(three).kind is kind
    assert ends(three) == ("会議", "紙")


def test_nothing_is_connected_when_escape_leaves_the_menu(three: Board) -> None:
    three.click(handle(three, "会議"))
    three.click(handle(three, "紙"), SHIFT)
    QTest.keyClick(three.view, Key.Key_R)
    QTest.keyClick(open_menu(), Key.Key_Escape)
    assert three.kinds == []


def test_it_is_said_what_to_choose_when_r_is_pressed_on_one_thing(three: Board) -> None:
    three.click(handle(three, "会議"))
    QTest.keyClick(three.view, Key.Key_R)
    assert three.kinds == []
    assert "2つ選ぶ" in three.screen.notice.text


def drag_from_dot(board: Board, to: QPointF) -> list[str]:
    """Drag from the dot beside what is chosen to a point of the board; what was said on the way."""
    cues: list[str] = []
    board.view.cue.connect(cues.append)
    dot = board.view.commands.links.dot()
    assert dot is not None
    board.send(QEvent.Type.MouseButtonPress, dot.toPoint())
    for at in (dot.toPoint() + QPoint(20, 5), board.view.mapFromScene(to)):
        board.send(QEvent.Type.MouseMove, at, NONE)
    return cues


def test_an_arrow_is_drawn_when_the_dot_is_dragged_onto_another_group(three: Board) -> None:
    three.click(handle(three, "紙"))
    three.view.zoom_to_fit()
    to = three.screen.board.islands[group(three, "会議")].rect.center()
    cues = drag_from_dot(three, to)
    assert cues[-1] == "放すと「会議」につながる"
    assert three.kinds == []
    three.drop(to)
    choose("原因→結果")
    assert only(three).kind is RelationKind.CAUSE
    assert ends(three) == ("紙", "会議")
    assert three.screen.board.chosen_arrow == only(three).id


def test_nothing_is_drawn_when_the_dot_is_dropped_on_empty_ground(three: Board) -> None:
    three.click(handle(three, "紙"))
    three.view.zoom_to_fit()
    to = three.screen.board.islands[group(three, "会議")].rect.bottomRight() + QPointF(0.0, 150.0)
    drag_from_dot(three, to)
    three.drop(to)
    assert three.kinds == []
    assert three.view.commands.links.line is None
    assert three.screen.board.selected()


def test_nothing_is_drawn_when_escape_is_pressed_while_the_dot_is_dragged(three: Board) -> None:
    three.click(handle(three, "紙"))
    three.view.zoom_to_fit()
    to = three.screen.board.islands[group(three, "会議")].rect.center()
    drag_from_dot(three, to)
    QTest.keyClick(three.view, Key.Key_Escape)
    three.drop(to)
    assert three.kinds == []
    assert three.view.commands.links.line is None


@pytest.mark.parametrize(
    ("key", "kind"),
    [(Key.Key_2, RelationKind.CAUSE), (Key.Key_3, RelationKind.MUTUAL), (Key.Key_4, RelationKind.CONFLICT)],
)
def test_the_kind_changes_when_a_digit_is_pressed_on_an_arrow(tied: Board, key: Qt.Key, kind: RelationKind) -> None:
    tied.click(on_arrow(tied))
    assert tied.screen.board.chosen_arrow == only(tied).id
    QTest.keyClick(tied.view, key)
    assert tied.kinds == ["relation_changed"]
    assert only(tied).kind is kind
    assert tied.screen.arrow_bar.kinds[kind].isChecked()


def test_notes_keep_their_kind_when_a_digit_is_pressed_on_an_arrow(tied: Board) -> None:
    tied.click(tied.middle("紙1"))
    tied.click(on_arrow(tied))
    before = dict(tied.workshop.notes)
    QTest.keyClick(tied.view, Key.Key_2)
    assert dict(tied.workshop.notes) == before


def test_an_arrow_turns_round_when_r_is_pressed_on_it(tied: Board) -> None:
    tied.click(on_arrow(tied))
    QTest.keyClick(tied.view, Key.Key_R)
    assert tied.kinds == ["relation_turned"]
    assert ends(tied) == ("会議", "紙")


def test_an_arrow_goes_and_the_notes_stay_when_delete_is_pressed_on_it(tied: Board) -> None:
    tied.click(on_arrow(tied))
    QTest.keyClick(tied.view, Key.Key_Delete)
    assert tied.kinds == ["relation_deleted"]
    assert len(tied.workshop.notes) == 6
    assert tied.screen.arrow_bar.isHidden()


def test_the_word_is_edited_in_place_when_an_arrow_is_double_clicked(tied: Board) -> None:
    tied.double_click(on_arrow(tied))
    box = tied.screen.editing.box
    assert isinstance(box, TitleBox)
    QTest.keyClicks(box, "x" * 40)
    QTest.keyClick(box, Key.Key_Return)
    assert only(tied).label == "x" * 30
    [arrow] = tied.screen.board.arrows.values()
    assert not arrow.box.isEmpty()


def test_the_next_arrow_is_chosen_and_told_when_control_r_is_pressed(tied: Board) -> None:
    tied.live.apply(relate(tied.workshop, group(tied, "紙"), group(tied, "照会"), RelationKind.CAUSE))
    first, second = (one.id for one in tied.workshop.ordered_relations())
    tied.click(handle(tied, "紙"))
    QTest.keyClick(tied.view, Key.Key_R, CTRL)
    assert tied.screen.board.chosen_arrow == first
    assert tied.view.accessibleDescription() == "矢印：「紙」から「会議」へ、次につながる"
    QTest.keyClick(tied.view, Key.Key_R, CTRL)
    assert tied.screen.board.chosen_arrow == second
    QTest.keyClick(tied.view, Key.Key_R, CTRL)
    assert tied.screen.board.chosen_arrow == first


def test_an_arrow_follows_when_a_group_is_dragged(tied: Board) -> None:
    [arrow] = tied.screen.board.arrows.values()
    before = arrow.way
    start = handle(tied, "会議")
    tied.lift(start, start + QPointF(0.0, 300.0))
    [arrow] = tied.screen.board.arrows.values()
    assert arrow.way != before
    assert tied.kinds == []


def test_an_arrow_goes_around_a_group_when_that_is_dropped_between(board: Board) -> None:
    with_groups(board, "紙", "会議", "照会", across=1_600.0)
    board.live.apply(relate(board.workshop, group(board, "紙"), group(board, "会議")))
    board.view.zoom_to_fit()
    start = handle(board, "照会")
    board.drag(start, start + QPointF(800.0, -400.0))
    board.settle()
    [arrow] = board.screen.board.arrows.values()
    between = board.screen.board.islands[group(board, "照会")].rect
    assert between.top() < arrow.way[0][1] < between.bottom()
    assert not any(between.contains(QPointF(*along(arrow.way, step / 50))) for step in range(51))


coordinate = st.floats(-2_000, 2_000)
size = st.floats(20, 600)
boxes = st.builds(lambda x, y, w, h: (x, y, x + w, y + h), coordinate, coordinate, size, size)


def inside(box: Rectangle, x: float, y: float) -> bool:
    return box[0] < x < box[2] and box[1] < y < box[3]


@given(boxes, boxes)
def test_an_arrow_begins_and_ends_outside_both_boxes_when_they_are_apart(one: Rectangle, other: Rectangle) -> None:
    apart = one[2] + 3 * AIR < other[0] or other[2] + 3 * AIR < one[0]
    if apart:
        begin, _middle, end = straight(one, other)
        assert not inside(one, *begin)
        assert not inside(other, *end)


def test_the_way_is_bent_and_free_when_a_box_lies_between() -> None:
    one, other, between = (0.0, 0.0, 200.0, 100.0), (800.0, 0.0, 1_000.0, 100.0), (400.0, -20.0, 600.0, 120.0)
    found = way(one, other, [between])
    assert found != straight(one, other)
    assert not any(inside(between, *along(found, step / 50)) for step in range(51))


def test_the_way_is_straight_when_nothing_lies_between() -> None:
    one, other = (0.0, 0.0, 200.0, 100.0), (800.0, 0.0, 1_000.0, 100.0)
    assert way(one, other, [(400.0, 300.0, 600.0, 400.0)]) == straight(one, other)


def dot_of(board: Board, *texts: str) -> QPointF | None:
    """Where the dot is while these notes are chosen, on the board."""
    board.screen.board.select([board.note(text).id for text in texts])
    dot = board.view.commands.links.dot()
    return None if dot is None else board.view.mapToScene(dot.toPoint())


@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_the_dot_covers_no_words_of_others_when_notes_lie_side_by_side(board: Board, zoom: float) -> None:
    board.add(*(f"付箋{number}" for number in range(9)))
    places = {board.note(f"付箋{n}").id: (n % 3 * 224.0, n // 3 * 128.0) for n in range(9)}
    board.live.apply(move_notes(board.workshop, places))
    board.settle()
    board.view.zoom_to(zoom)
    board.view.centerOn(QPointF(336.0, 192.0))
    for number in range(9):
        at = dot_of(board, f"付箋{number}")
        assert at is not None
        others = [note for note in board.workshop.notes.values() if note.text != f"付箋{number}"]
        radius = (RADIUS - 1.0) / zoom
        reach = QRectF(at.x() - radius, at.y() - radius, 2.0 * radius, 2.0 * radius)
        assert not any(PAPER.translated(note.x, note.y).intersects(reach) for note in others)


def test_there_is_no_dot_when_a_group_is_not_chosen_whole(three: Board) -> None:
    assert dot_of(three, "紙1") is None
    assert dot_of(three, "紙1", "紙2") is not None


def test_a_press_on_the_note_beside_takes_the_note_and_not_the_dot(board: Board) -> None:
    board.add("左", "右")
    board.live.apply(move_notes(board.workshop, {board.note("左").id: (0.0, 0.0), board.note("右").id: (224.0, 0.0)}))
    board.settle()
    board.view.setFocus()
    board.screen.board.select([board.note("左").id])
    dot = board.view.commands.links.dot()
    assert dot is not None
    assert board.view.commands.links.is_on_dot(dot)
    assert not board.view.commands.links.is_on_dot(dot + QPointF(14.0, 0.0))
