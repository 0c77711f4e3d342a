"""班 in preparation: made, made anew, moved by hand, shown and printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits.deciding import add_participant, set_participant
from models.edits.notes import add_notes
from models.teams import team_sizes
from models.workshop import Seat
from tests.clock import FakeClock
from tests.ui.typing import type_text
from ui.background import wait_for_all
from ui.live_document import LiveDocument
from ui.prepare.team_cards import SeatButton
from ui.prepare.teams_pane import TeamsPane, advice
from ui.theme import TARGET
from ui.wall import OnShow, Show

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def live(document: Document, clock: FakeClock) -> LiveDocument:
    return LiveDocument(document, clock)


@pytest.fixture
def pane(qtbot: QtBot, live: LiveDocument, tmp_path: Path) -> Iterator[TeamsPane]:
    """The pane, seen; lots are drawn one after another, slips go into a folder."""
    made = TeamsPane(live)
    lots = iter(range(1_000))
    made.seed = lambda: next(lots)
    made.ask_path = lambda _parent, _title, name, _kinds: tmp_path / name
    qtbot.addWidget(made)
    made.resize(1120, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    wait_for_all()


def attended(live: LiveDocument, *rows: tuple[str, str, int]) -> None:
    for row in rows:
        assert live.apply(add_participant(live.workshop, *row))


@pytest.fixture
def full(live: LiveDocument, pane: TeamsPane) -> TeamsPane:
    """With sixteen people of three 課."""
    attended(live, ("総務課", "係長", 2), ("総務課", "係員", 6), ("会計課", "係員", 5), ("企画課", "主査", 3))
    return pane


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def sitting(live: LiveDocument) -> set[tuple[int, str, int]]:
    return {(seat.team, seat.participant_id, seat.count) for seat in live.workshop.seats.values()}


def sizes(live: LiveDocument) -> list[int]:
    return list(team_sizes(live.workshop.seats.values(), live.workshop.details.teams).values())


def button_of(pane: TeamsPane, team: int, *, several: bool = False) -> SeatButton:
    """A line of a 班; with `several` one that stands for more people than one."""
    found = (one for one in pane.cards.seats.values() if one.seat.team == team)
    return next(one for one in found if not several or one.seat.count > 1)


def test_nothing_can_be_made_when_nobody_is_written_down(pane: TeamsPane) -> None:
    assert not pane.make_button.isEnabled()
    assert pane.advice.text() == "先に出席者を書いてください。どの班にも各課の人が入るように分けます。"
    assert not pane.cards.isVisible()
    assert not pane.print_button.isVisible()


def test_teams_are_suggested_when_attendance_is_typed(qtbot: QtBot, pane: TeamsPane, live: LiveDocument) -> None:
    press(pane.attendance.add_button)
    (row,) = pane.attendance.rows.values()
    type_text(row.division, "総務課")
    row.count.setFocus()
    row.count.selectAll()
    type_text(row.count, "16")
    QTest.keyClick(row.count, Key.Key_Tab)
    assert pane.number.value() == 4
    assert pane.advice.text() == "16人で4班（4人ずつ）になります。おすすめは4班です。"
    press(pane.make_button)
    assert sizes(live) == [4, 4, 4, 4]


def test_everybody_sits_in_a_team_when_the_button_is_pressed(qtbot: QtBot, full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    assert live.workshop.details.teams == 4
    assert full.cards.titles == ["1班　4人", "2班　4人", "3班　4人", "4班　4人"]
    assert len(full.cards.seats) == len(live.workshop.seats)
    qtbot.waitUntil(lambda: all(one.isVisible() and one.height() >= TARGET for one in full.cards.seats.values()))
    assert "総務課" in button_of(full, 1).text()
    assert full.make_button.text() == "組み直す"
    live.undo()
    assert not full.cards.isVisible()
    assert full.make_button.text() == "班を作る"


def test_teams_are_in_sight_when_they_are_made_below_the_windows_edge(qtbot: QtBot, full: TeamsPane) -> None:
    full.resize(1120, 420)
    qtbot.waitUntil(lambda: full.print_button.visibleRegion().isEmpty())
    full.make()
    qtbot.waitUntil(lambda: not full.print_button.visibleRegion().isEmpty())


def test_another_number_of_teams_is_made_when_it_is_chosen(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    full.number.setFocus()
    QTest.keyClick(full.number, Key.Key_Up)
    assert full.make_button.text() == "3班に組み直す"
    assert "5～6人" in full.advice.text()
    press(full.make_button)
    assert sorted(sizes(live)) == [5, 5, 6]
    assert full.make_button.text() == "組み直す"


def test_people_sit_otherwise_when_teams_are_shuffled_again(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    for _again in range(5):
        before = sitting(live)
        press(full.make_button)
        assert sitting(live) != before
        assert sizes(live) == [4, 4, 4, 4]


def test_it_is_said_when_there_is_no_other_way(pane: TeamsPane, live: LiveDocument) -> None:
    attended(live, ("総務課", "", 8))
    press(pane.make_button)
    before = live.workshop
    press(pane.make_button)
    assert live.workshop == before
    assert "ほかにありません" in pane.notice.text


def test_one_person_goes_when_the_digit_of_another_team_is_pressed(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    button = button_of(full, 1)
    who = button.seat.participant_id
    button.setFocus()
    QTest.keyClick(button, Key.Key_3)
    assert sizes(live) == [3, 4, 5, 4]
    focused = full.focusWidget()
    assert isinstance(focused, SeatButton)
    assert focused.seat.participant_id == who
    live.undo()
    assert sizes(live) == [4, 4, 4, 4]


def test_focus_stays_when_more_of_the_same_row_are_left(live: LiveDocument, pane: TeamsPane) -> None:
    attended(live, ("総務課", "", 10))
    press(pane.make_button)
    button = button_of(pane, 1, several=True)
    button.setFocus()
    QTest.keyClick(button, Key.Key_2)
    again = pane.focusWidget()
    assert isinstance(again, SeatButton)
    assert again.seat.team == 1
    assert again.text().endswith("×4")
    QTest.keyClick(again, Key.Key_2)
    assert sizes(live) == [3, 7]


def test_nobody_moves_when_the_digit_is_of_no_team(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    before = live.workshop
    button = button_of(full, 1)
    button.setFocus()
    for key in (Key.Key_1, Key.Key_5, Key.Key_9, Key.Key_0):
        QTest.keyClick(button, key)
    assert live.workshop == before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_one_person_goes_when_a_team_is_chosen_from_the_menu(qtbot: QtBot, full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    button = button_of(full, 2)
    press(button)
    menu = button.menu_shown
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["1班へ移す（1）", "3班へ移す（3）", "4班へ移す（4）"]
    action = next(action for action in menu.actions() if action.text().startswith("4班"))
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert sizes(live) == [4, 3, 4, 5]


def test_cards_follow_when_the_attendance_changes(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    row = live.workshop.ordered_participants()[0]
    assert live.apply(set_participant(live.workshop, replace(row, count=row.count + 1, division="秘書課")))
    assert sorted(sizes(live)) == [4, 4, 4, 5]
    assert any("秘書課" in one.text() for one in full.cards.seats.values())
    delete = next(one for one in full.attendance.rows.values() if one.participant_id == row.id).delete_button
    press(delete)
    assert sum(sizes(live)) == 14


def test_teams_go_when_one_does_without_them(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    press(full.show_button)
    press(full.clear_button)
    assert live.workshop.details.teams == 0
    assert live.wall.on_show is None
    assert not full.cards.isVisible()


def test_teams_are_on_the_wall_when_the_button_is_pressed_and_off_again(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    press(full.show_button)
    assert live.wall.on_show == OnShow(Show.TEAMS)
    assert full.show_button.text() == "班の投影をやめる"
    press(full.show_button)
    assert full.show_button.text() == "班を投影する"
    live.wall.put_on(OnShow(Show.TEAMS))
    assert full.show_button.text() == "班の投影をやめる"


def test_notes_of_the_old_teams_are_mixed_when_teams_are_made_anew(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    assert live.apply(add_notes(live.workshop, ["印刷が多い"], team=2))
    press(full.make_button)
    assert {note.team for note in live.workshop.notes.values()} == {0}
    assert "混ぜました" in full.notice.text


def test_slips_are_written_when_they_are_asked_for(
    qtbot: QtBot, full: TeamsPane, live: LiveDocument, tmp_path: Path
) -> None:
    press(full.make_button)
    press(full.print_button)
    qtbot.waitUntil(lambda: "保存しました" in full.notice.text)
    written = tmp_path / "20260604_業務見直し皆議_班のくじ.pdf"
    assert written.read_bytes().startswith(b"%PDF-")
    assert full.print_button.isEnabled()


def test_it_is_said_when_slips_cannot_be_written(qtbot: QtBot, full: TeamsPane, tmp_path: Path) -> None:
    press(full.make_button)
    full.ask_path = lambda _parent, _title, name, _kinds: tmp_path / "nowhere" / name
    press(full.print_button)
    qtbot.waitUntil(lambda: "班のくじ.pdf" in full.notice.text)
    assert "保存しました" not in full.notice.text
    assert full.print_button.isEnabled()


def test_a_long_division_is_shortened_and_its_post_is_not(qtbot: QtBot, pane: TeamsPane, live: LiveDocument) -> None:
    division = "情報流通行政局<b>情報通信作品振興課</b>デジタルコンテンツ利活用推進室"
    attended(live, (division, "主査", 8))
    press(pane.make_button)
    pane.resize(693, 900)
    qtbot.waitUntil(lambda: button_of(pane, 1).width() < 400)
    button = button_of(pane, 1)
    assert button.text().endswith("…　主査　×4")
    assert "<b>" not in button.toolTip()
    assert division in button.accessibleName()


def test_nothing_is_wider_than_the_pane_when_the_window_is_small(qtbot: QtBot, full: TeamsPane) -> None:
    full.resize(1760, 900)
    press(full.make_button)
    qtbot.waitUntil(lambda: _rightmost(full) > 1_000)
    full.resize(693, 360)
    qtbot.waitUntil(lambda: _rightmost(full) <= 693)


def _rightmost(pane: TeamsPane) -> int:
    """The right edge of whatever reaches furthest, px."""
    rows = [row.delete_button for row in pane.attendance.rows.values()]
    parts = (*pane.cards.seats.values(), *rows, pane.make_button, pane.clear_button, pane.print_button)
    return max(one.mapTo(pane, one.rect().topRight()).x() for one in parts)


@pytest.mark.parametrize(
    ("people", "teams", "words"),
    [
        (3, 2, "3人なので、班に分けずに全員で進めましょう。"),
        (5, 2, "5人なら、班に分けずに進められます。分けるときは2班（2～3人）です。"),
        (18, 4, "18人で4班（4～5人）になります。おすすめは4班です。"),
        (40, 6, "40人で6班（6～7人）になります。おすすめは6班です。"),
    ],
)
def test_the_size_of_teams_is_told_when_there_are_so_many_people(people: int, teams: int, words: str) -> None:
    assert advice(people, teams) == words


def test_every_seat_belongs_to_a_row_when_all_is_done(full: TeamsPane, live: LiveDocument) -> None:
    press(full.make_button)
    seated = Counter[str]()
    for seat in live.workshop.seats.values():
        assert isinstance(seat, Seat)
        seated[seat.participant_id] += seat.count
    assert seated == {row.id: row.count for row in live.workshop.participants.values()}


def test_tab_goes_through_what_is_written_and_comes_to_deleting_last(pane: TeamsPane) -> None:
    attendance = pane.attendance
    for _n in range(3):
        attendance.begin_row()
    rows = list(attendance.rows.values())
    fields: list[QWidget] = [part for row in rows for part in (row.division, row.post, row.count)]
    wanted = [*fields, attendance.add_button, *(row.delete_button for row in rows)]
    at: QWidget = rows[0].division
    met: list[QWidget] = []
    while len(met) < len(wanted):
        if attendance.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            met.append(at)
        following = at.nextInFocusChain()
        assert following is not None
        at = following
    assert met == wanted
