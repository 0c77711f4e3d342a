"""Strokes of 正: a press is a dot on the disk, fast presses are one step back, and nothing is seen by accident."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import voting
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.decide.screen import DecideScreen
from ui.decide.strokes import characters, paint_tally, places, strokes_of
from ui.decide.tally import TallyList
from ui.decide.tally_row import buttons_of
from ui.live_document import LiveDocument

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def tally(qtbot: QtBot, screen: DecideScreen) -> TallyList:
    """The rows to count by strokes, chosen by a click."""
    screen.activateWindow()
    qtbot.mouseClick(screen.votes.counting.by_strokes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen.votes.tally.hasFocus)
    return screen.votes.tally


def _dots(live: LiveDocument) -> list[int]:
    return [live.workshop.dots(cluster.id) for cluster in live.workshop.ordered_clusters()]


def _spoken(tally: TallyList) -> list[str]:
    return [str(tally.item(row).data(SPOKEN)) for row in range(tally.count())]


@pytest.mark.parametrize(("dots", "expected"), [(0, []), (1, [1]), (5, [5]), (7, [5, 2]), (10, [5, 5])])
def test_five_dots_make_a_character(dots: int, expected: list[int]) -> None:
    assert characters(dots) == expected


def test_each_stroke_of_a_character_is_another_line() -> None:
    drawn = [strokes_of(QRectF(0, 0, 100, 100), count) for count in range(6)]
    assert [len(lines) for lines in drawn] == [0, 1, 2, 3, 4, 5]
    assert drawn[5][:4] == drawn[4]
    flat = [abs(line.dx()) > abs(line.dy()) for line in drawn[5]]
    assert flat == [True, False, True, False, True]  # 一 丨 ‐ 丨 一


def test_characters_stay_within_their_room_when_there_are_many() -> None:
    room = QRectF(10, 10, 200, 40)
    boxes = places(6, room, 22.0)
    assert boxes is not None
    assert all(room.adjusted(-0.1, -0.1, 0.1, 0.1).contains(box) for box in boxes)
    assert places(60, room, 22.0) is None


@pytest.mark.parametrize("dots", [3, 40, 9_999])
def test_something_is_drawn_inside_its_room_only(qtbot: QtBot, dots: int) -> None:
    image = QImage(320, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_tally(painter, QRectF(20, 20, 280, 40), dots)
    painter.end()
    ink = Counter(
        (18 <= x < 302 and 18 <= y < 62) for x in range(320) for y in range(80) if image.pixel(x, y) != 0xFFFFFFFF
    )
    assert ink[True] > 20
    assert not ink[False]


def test_a_stroke_is_added_when_space_or_plus_or_a_digit_is_pressed(
    qtbot: QtBot, tally: TallyList, live: LiveDocument
) -> None:
    qtbot.keyClick(tally, Qt.Key.Key_Space)
    qtbot.keyClick(tally, Qt.Key.Key_Plus)
    qtbot.keyClicks(tally, "3")
    assert _dots(live) == [2, 0, 1]
    assert tally.currentRow() == 2


def test_the_row_is_chosen_with_the_arrows_and_backspace_takes_one_back(
    qtbot: QtBot, tally: TallyList, live: LiveDocument
) -> None:
    qtbot.keyClick(tally, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Backspace):
        qtbot.keyClick(tally, key)
    assert _dots(live) == [0, 1, 0]


def test_nothing_is_taken_when_there_is_no_stroke(qtbot: QtBot, tally: TallyList, live: LiveDocument) -> None:
    qtbot.keyClick(tally, Qt.Key.Key_Backspace)
    assert not live.workshop.votes


def test_a_held_key_counts_once(tally: TallyList, live: LiveDocument) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Space, plain, " ", repeated)
        QApplication.sendEvent(tally, event)
    assert _dots(live) == [1, 0, 0]


def test_a_click_adds_anywhere_in_the_row_and_takes_on_its_minus(
    qtbot: QtBot, tally: TallyList, live: LiveDocument
) -> None:
    place = tally.visualItemRect(tally.item(1))
    less, more = buttons_of(place)
    for at in (QPoint(60, place.center().y()), more.center(), more.center(), less.center()):
        qtbot.mouseClick(tally.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert _dots(live) == [0, 2, 0]


def test_two_strokes_are_counted_when_a_row_is_double_clicked(
    qtbot: QtBot, tally: TallyList, live: LiveDocument
) -> None:
    at = tally.visualItemRect(tally.item(0)).center()
    qtbot.mouseClick(tally.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(tally.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert _dots(live)[0] == 2


def test_every_press_is_on_the_disk_when_the_app_is_killed(
    qtbot: QtBot, tally: TallyList, live: LiveDocument, workspace: Workspace
) -> None:
    for pressed in range(1, 4):
        qtbot.keyClick(tally, Qt.Key.Key_Space)
        again = Document(workspace, live.workshop.id).workshop
        assert again.dots(again.ordered_clusters()[0].id) == pressed


def test_fast_presses_are_one_step_back_and_slow_ones_are_not(
    qtbot: QtBot, tally: TallyList, live: LiveDocument, clock: FakeClock
) -> None:
    for _ in range(4):
        qtbot.keyClick(tally, Qt.Key.Key_Space)
        clock.advance(seconds=0.5)
    clock.advance(seconds=10)
    qtbot.keyClick(tally, Qt.Key.Key_Space)
    live.undo()
    assert _dots(live)[0] == 4
    live.undo()
    assert _dots(live)[0] == 0


def test_strokes_of_another_row_are_another_step_back(qtbot: QtBot, tally: TallyList, live: LiveDocument) -> None:
    qtbot.keyClicks(tally, "1122")
    live.undo()
    assert _dots(live) == [2, 0, 0]


def test_only_the_row_being_counted_is_seen(qtbot: QtBot, screen: DecideScreen, tally: TallyList) -> None:
    qtbot.keyClicks(tally, "122")
    assert [tally.shows(row) for row in range(3)] == [False, True, False]
    assert "入力あり" in _spoken(tally)[0]
    assert "2票" in _spoken(tally)[1]
    screen.votes.foot.close_button.setFocus()
    assert not any(tally.shows(row) for row in range(3))
    assert "2票" not in _spoken(tally)[1]


def test_all_are_seen_when_the_counter_says_so(qtbot: QtBot, screen: DecideScreen, tally: TallyList) -> None:
    qtbot.keyClicks(tally, "13")
    screen.votes.counting.uncovered.click()
    assert all(tally.shows(row) for row in range(3))
    screen.votes.counting.uncovered.click()
    assert not any(tally.shows(row) for row in range(3) if row != tally.currentRow())


def test_the_sum_tells_that_a_press_was_taken(qtbot: QtBot, screen: DecideScreen, tally: TallyList) -> None:
    qtbot.keyClicks(tally, "1123")
    assert "ここまで4枚" in screen.votes.foot.progress


def test_numbers_and_strokes_are_the_same_dots(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    first = live.workshop.ordered_clusters()[0].id
    live.apply(voting.set_dots(live.workshop, first, 6))
    qtbot.mouseClick(screen.votes.counting.by_strokes, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.votes.tally, Qt.Key.Key_1)
    qtbot.mouseClick(screen.votes.steps.chips[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.votes.counting.by_number, Qt.MouseButton.LeftButton)
    entry = screen.votes.rows[first].entry
    assert entry is not None
    assert entry.field.value() == 7


def test_strokes_count_as_none_when_a_row_has_none_at_the_end(
    qtbot: QtBot, screen: DecideScreen, tally: TallyList, live: LiveDocument
) -> None:
    qtbot.keyClicks(tally, "11")
    qtbot.mouseClick(screen.votes.close_button, Qt.MouseButton.LeftButton)
    assert "まだ1画も入っていないものが2つ" in screen.votes.foot.question.text
    qtbot.mouseClick(screen.votes.foot.question.anyway_button, Qt.MouseButton.LeftButton)
    assert [vote.dots for vote in live.workshop.votes.values()] == [2, 0, 0]
    live.undo()
    assert len(live.workshop.votes) == 1
