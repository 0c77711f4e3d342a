"""Dots are counted in secret and told when the vote is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.edits import clusters, voting
from tests.ui.decide.conftest import TITLES
from tests.ui.typing import type_text
from ui.decide.dots import DotsEntry
from ui.decide.screen import DecideScreen
from ui.live_document import LiveDocument


def _entries(screen: DecideScreen) -> list[DotsEntry]:
    return [row.entry for row in screen.votes.rows.values() if row.entry is not None]


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _count(qtbot: QtBot, entry: DotsEntry, dots: int) -> None:
    entry.field.setFocus()
    entry.field.selectAll()
    qtbot.keyClicks(entry.field, str(dots))


def _count_all(qtbot: QtBot, screen: DecideScreen, *dots: int) -> None:
    for entry, number in zip(_entries(screen), dots, strict=True):
        _count(qtbot, entry, number)


def test_number_is_covered_when_the_focus_is_elsewhere(qtbot: QtBot, screen: DecideScreen) -> None:
    first, second, _third = _entries(screen)
    _count(qtbot, first, 12)
    assert first.field.text() == "12"
    second.field.setFocus()
    assert first.field.text() == "●"
    assert second.field.text() == ""
    assert "12" not in _words(screen.votes)


def test_number_is_seen_again_when_somebody_goes_back_to_it(qtbot: QtBot, screen: DecideScreen) -> None:
    first, second, _third = _entries(screen)
    _count(qtbot, first, 12)
    second.field.setFocus()
    first.field.setFocus()
    assert first.field.text() == "12"


def test_dots_are_kept_when_the_field_is_left(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    first, second, _third = _entries(screen)
    _count(qtbot, first, 12)
    second.field.setFocus()
    cluster = live.workshop.ordered_clusters()[0]
    assert live.workshop.dots(cluster.id) == 12


def test_full_width_digits_are_understood_when_typed_with_an_input_method(
    screen: DecideScreen, live: LiveDocument
) -> None:
    first, second, _third = _entries(screen)
    first.field.setFocus()
    type_text(first.field, "１２")
    second.field.setFocus()
    assert live.workshop.dots(live.workshop.ordered_clusters()[0].id) == 12


def test_dots_are_counted_when_plus_and_minus_are_pressed(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    first = _entries(screen)[0]
    for stepper in (first.more, first.more, first.less):
        qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton)
    assert live.workshop.dots(live.workshop.ordered_clusters()[0].id) == 1


def test_progress_tells_groups_and_no_numbers_when_the_vote_is_open(qtbot: QtBot, screen: DecideScreen) -> None:
    first, second, _third = _entries(screen)
    _count(qtbot, first, 7)
    second.field.setFocus()
    assert "入力済み 1／3" in _words(screen.votes)


def test_order_stays_when_the_vote_is_open(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _count_all(qtbot, screen, 1, 9, 5)
    screen.flush()
    assert list(screen.votes.rows) == [cluster.id for cluster in live.workshop.ordered_clusters()]


def test_totals_come_by_number_with_ties_when_the_vote_is_closed(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    _count_all(qtbot, screen, 3, 9, 3)
    qtbot.mouseClick(screen.votes.close_button, Qt.MouseButton.LeftButton)
    assert live.workshop.details.votes_closed
    told = [row.findChildren(QLabel)[0].text() for row in screen.votes.rows.values()]
    assert told == [f"1位　{TITLES[1]}", f"2位（同数）　{TITLES[0]}", f"2位（同数）　{TITLES[2]}"]
    assert "9票" in _words(screen.votes)


def test_group_has_no_rank_when_nobody_counted_it(qtbot: QtBot, screen: DecideScreen) -> None:
    _count(qtbot, _entries(screen)[1], 4)
    qtbot.mouseClick(screen.votes.close_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.votes.foot.question.anyway_button, Qt.MouseButton.LeftButton)
    words = _words(screen.votes)
    assert "未入力は2グループ" in words
    assert "2位" not in words


def test_numbers_are_covered_again_when_the_closing_is_taken_back(qtbot: QtBot, screen: DecideScreen) -> None:
    _count_all(qtbot, screen, 3, 9, 4)
    qtbot.mouseClick(screen.votes.close_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.votes.reopen_button, Qt.MouseButton.LeftButton)
    assert [entry.field.text() for entry in _entries(screen)] == ["●", "●", "●"]


def test_rows_follow_when_a_group_is_renamed_elsewhere(screen: DecideScreen, live: LiveDocument) -> None:
    cluster = live.workshop.ordered_clusters()[0]
    live.apply(clusters.rename_cluster(live.workshop, cluster.id, "新しい表札"))
    assert "新しい表札" in _words(screen.votes)


def test_field_is_empty_again_when_the_count_is_undone(screen: DecideScreen, live: LiveDocument) -> None:
    cluster = live.workshop.ordered_clusters()[0]
    live.apply(voting.set_dots(live.workshop, cluster.id, 5))
    assert _entries(screen)[0].field.text() == "●"
    live.undo()
    assert _entries(screen)[0].field.text() == ""
