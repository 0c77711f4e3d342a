"""The steps of the vote make room for what is counted, and come back when somebody asks for one."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import voting
from models.edits.notes import add_notes
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.decide.screen import DecideScreen
from ui.decide.votes import VotesPane
from ui.live_document import LiveDocument


@pytest.fixture
def counted(qtbot: QtBot, live: LiveDocument, workspace: Workspace, clock: FakeClock) -> DecideScreen:
    """A vote that was being counted when the screen was opened."""
    live.apply(add_notes(live.workshop, [f"手間のかかる作業がいくつも残っている{n}" for n in range(4)]))
    first = live.workshop.ordered_clusters()[0]
    live.apply(voting.set_dots(live.workshop, first.id, 3))
    live.apply(voting.next_turn(live.workshop))
    made = DecideScreen(LiveDocument(Document(workspace, live.workshop.id), clock))
    qtbot.addWidget(made)
    made.show()
    return made


def _whole_rows(votes: VotesPane) -> int:
    """How many rows to count are wholly in sight."""
    QApplication.processEvents()
    seen = votes.area.viewport().rect()
    places = (QRect(row.mapTo(votes.area.viewport(), QPoint()), row.size()) for row in votes.rows.values())
    return sum(seen.contains(place) for place in places)


@pytest.mark.parametrize(("size", "least"), [((1168, 672), 4), ((741, 432), 2)])
def test_rows_to_count_are_in_sight_when_counting_has_begun(
    counted: DecideScreen, size: tuple[int, int], least: int
) -> None:
    counted.resize(*size)
    assert _whole_rows(counted.votes) >= least


def test_steps_are_written_out_until_somebody_counts(qtbot: QtBot, screen: DecideScreen) -> None:
    assert screen.votes.budget.isVisible()
    qtbot.mouseClick(screen.votes.counting.by_number, Qt.MouseButton.LeftButton)
    assert screen.votes.steps.folded
    assert not screen.votes.budget.isVisible()


def test_nothing_moves_under_the_hand_when_the_first_dot_is_counted(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    entry = next(iter(screen.votes.rows.values())).entry
    assert entry is not None
    QApplication.processEvents()
    before = entry.more.mapTo(screen, QPoint())
    qtbot.mouseClick(entry.more, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert entry.more.mapTo(screen, QPoint()) == before
    screen.hide()
    screen.show()
    assert screen.votes.steps.folded


def test_a_folded_step_is_opened_with_a_press_and_the_one_before_closes(qtbot: QtBot, counted: DecideScreen) -> None:
    votes = counted.votes
    first, second, _third = votes.steps.chips
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert votes.budget.isVisible()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (votes.budget.isVisible(), votes.turn.isVisible()) == (False, True)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not votes.turn.isVisible()


def test_folded_steps_say_how_they_stand(qtbot: QtBot, counted: DecideScreen) -> None:
    assert [chip.text() for chip in counted.votes.steps.chips] == ["① 1人2枚", "② 管理職の番", "③ 数で入れる"]
    qtbot.mouseClick(counted.votes.steps.chips[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(counted.votes.turn.turn_button, Qt.MouseButton.LeftButton)
    assert counted.votes.steps.chips[1].text() == "② 係員の番"


def test_steps_are_folded_from_the_start_when_the_window_is_low(screen: DecideScreen) -> None:
    screen.resize(741, 432)
    QApplication.processEvents()
    assert screen.votes.steps.folded
    screen.resize(1168, 672)
    QApplication.processEvents()
    assert not screen.votes.steps.folded


def test_question_and_answers_are_in_sight_when_the_window_is_low(qtbot: QtBot, counted: DecideScreen) -> None:
    counted.resize(741, 432)
    qtbot.mouseClick(counted.votes.close_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    asked = counted.votes.foot.question
    for answer in (asked.back_button, asked.anyway_button):
        assert counted.rect().contains(QRect(answer.mapTo(counted, QPoint()), answer.size()))
