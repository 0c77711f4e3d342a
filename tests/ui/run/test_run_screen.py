"""The run screen as a facilitator uses it: keys, clicks, a clock that is only read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import agenda
from models.edits.notes import add_notes
from models.meeting import Alert
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.run.conftest import let_pass, shown, title_of
from ui.live_document import LiveDocument
from ui.run.keys import KeyList
from ui.run.screen import RunScreen

KEY = Qt.Key


def _press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_meeting_begins_when_its_only_primary_button_is_pressed(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    primary = [b for b in screen.findChildren(QPushButton) if b.isVisible() and b.property("role") == "primary"]
    assert [button.text() for button in primary] == ["会を始める"]
    _press(qtbot, primary[0])
    assert title_of(live) == "趣旨・約束"
    assert screen.card.clock.figures == "05:00"


def test_clock_shows_what_is_left_when_time_passes(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 18.4)
    assert screen.card.clock.figures == "04:42"
    assert screen.card.clock.words == "のこり"


@pytest.mark.parametrize(
    ("seconds", "figures", "words", "alert"),
    [
        (239, "01:01", "のこり", Alert.NONE),
        (240, "01:00", "あと少し", Alert.SOON),
        (285, "00:15", "まもなく終わり", Alert.LAST),
        (300, "00:00", "まもなく終わり", Alert.LAST),
        (380, "＋1:20", "超過", Alert.OVER),
        (380 + 3_600, "＋61:20", "超過", Alert.OVER),
    ],
)
def test_urgency_is_said_in_words_and_colour_when_time_runs_out(
    qtbot: QtBot, screen: RunScreen, clock: FakeClock, seconds: float, figures: str, words: str, alert: Alert
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, seconds)
    face = screen.card.clock
    assert (face.figures, face.words, face.alert) == (figures, words, alert)


def test_time_stands_still_when_space_stops_the_clock(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 60)
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 600)
    assert screen.card.clock.figures == "04:00"
    assert "停止中" in screen.card.clock.words
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 1)
    assert screen.card.clock.figures == "03:59"


def test_minutes_change_when_plus_and_minus_are_pressed(qtbot: QtBot, screen: RunScreen) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Plus)
    qtbot.keyClick(screen, KEY.Key_Plus)
    assert screen.card.clock.figures == "07:00"
    qtbot.keyClick(screen, KEY.Key_Minus)
    assert screen.card.clock.figures == "06:00"


def test_room_moves_on_and_back_when_arrows_are_pressed(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Right)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert title_of(live) == "困りごとの記入"
    qtbot.keyClick(screen, KEY.Key_Left)
    assert title_of(live) == "前回の宿題"


def test_next_does_nothing_when_the_meeting_has_not_begun(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(screen, KEY.Key_Right)
    assert live.workshop.timings == {}


def test_item_begins_when_it_is_clicked_in_the_list(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    items = screen.side.items
    place = items.visualItemRect(items.item(3)).center()
    qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert title_of(live) == "共有"


def test_item_begins_when_enter_is_pressed_on_it(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    screen.side.items.setFocus(Qt.FocusReason.TabFocusReason)
    screen.side.items.setCurrentRow(2)
    qtbot.keyClick(screen.side.items, KEY.Key_Return)
    assert title_of(live) == "困りごとの記入"


def test_keys_stay_with_the_room_when_a_button_was_clicked(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _press(qtbot, screen.card.more_button)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, KEY.Key_Space)
    item = live.workshop.current_item()
    assert item is not None
    assert live.workshop.timings[item.id].extension == 1
    assert not live.workshop.timings[item.id].running


def test_space_presses_the_button_when_it_was_reached_with_tab(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.card.next_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(screen.card.next_button, KEY.Key_Space)
    assert title_of(live) == "前回の宿題"
    qtbot.keyClick(screen.card.next_button, KEY.Key_Return)
    assert title_of(live) == "困りごとの記入"


def test_gong_is_struck_once_when_an_item_runs_out(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    rung: list[str] = []
    screen.rang.connect(rung.append)
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 299)
    assert rung == []
    let_pass(screen, clock, 2)
    let_pass(screen, clock, 60)
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 60)
    assert len(rung) == 1


def test_gong_is_silent_when_the_item_had_run_out_before_the_restart(
    qtbot: QtBot, screen: RunScreen, workspace: Workspace, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.advance(301)
    again = shown(qtbot, LiveDocument(Document(workspace, screen.live.workshop.id), clock))
    rung: list[str] = []
    again.rang.connect(rung.append)
    let_pass(again, clock, 30)
    assert rung == []
    assert again.card.clock.figures == "＋0:31"


def test_gong_is_silent_when_a_minute_is_taken_away(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    rung: list[str] = []
    screen.rang.connect(rung.append)
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 270)
    qtbot.keyClick(screen, KEY.Key_Minus)
    let_pass(screen, clock, 1)
    assert rung == []


def test_sound_button_says_so_when_m_turns_it_off(qtbot: QtBot, screen: RunScreen) -> None:
    qtbot.keyClick(screen, KEY.Key_M)
    assert not screen.sound_on
    assert screen.tools.sound_button.text() == "音：切"


def test_gong_makes_no_trouble_when_there_is_no_sound_device(screen: RunScreen) -> None:
    screen._gong.ring()
    screen._gong.ring()


def test_time_left_is_right_when_the_app_was_closed_and_opened(
    qtbot: QtBot, screen: RunScreen, workspace: Workspace, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.advance(47)
    again = shown(qtbot, LiveDocument(Document(workspace, screen.live.workshop.id), clock))
    assert again.card.clock.figures == "04:13"


def test_time_left_is_right_when_the_machine_was_restarted(
    qtbot: QtBot, screen: RunScreen, workspace: Workspace, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.advance(30)
    clock.reboot(60)
    again = shown(qtbot, LiveDocument(Document(workspace, screen.live.workshop.id), clock))
    assert again.card.clock.figures == "03:30"
    assert not again.doubt.isVisible()


def test_time_left_is_right_when_the_wall_clock_is_put_back(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.set_wall(-7_200)
    let_pass(screen, clock, 60)
    assert screen.card.clock.figures == "04:00"


@pytest.fixture
def doubtful(qtbot: QtBot, screen: RunScreen, workspace: Workspace, clock: FakeClock) -> RunScreen:
    """A screen after a restart in which the wall clock went back; two minutes had been counted before."""
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.advance(120)
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Space)
    clock.reboot(-3_600)
    return shown(qtbot, LiveDocument(Document(workspace, screen.live.workshop.id), clock))


def _answer(qtbot: QtBot, screen: RunScreen, text: str) -> None:
    _press(qtbot, next(b for b in screen.doubt.findChildren(QPushButton) if b.text() == text))


def test_facilitator_is_asked_when_the_clock_cannot_be_believed(qtbot: QtBot, doubtful: RunScreen) -> None:
    assert doubtful.doubt.isVisible()
    assert "記録に残っているのは2分" in doubtful.doubt.question.text()
    before = doubtful.live.workshop
    qtbot.keyClick(doubtful, KEY.Key_Space)
    qtbot.keyClick(doubtful, KEY.Key_Right)
    assert doubtful.live.workshop is before


@pytest.mark.parametrize(
    ("answer", "figures", "running_on"),
    [
        ("この分数動いていたことにして続ける", "01:00", True),
        ("ここから再開", "03:00", True),
        ("止めていたことにする", "03:00", False),
    ],
)
def test_time_is_what_the_facilitator_says_when_asked(
    qtbot: QtBot, doubtful: RunScreen, answer: str, figures: str, running_on: bool
) -> None:
    doubtful.doubt.minutes.selectAll()
    qtbot.keyClicks(doubtful.doubt.minutes, "4")
    _answer(qtbot, doubtful, answer)
    item = doubtful.live.workshop.current_item()
    assert item is not None
    assert doubtful.card.clock.figures == figures
    assert doubtful.live.workshop.timings[item.id].running is running_on
    assert not doubtful.doubt.isVisible()


def test_drift_and_end_are_said_when_the_meeting_is_late(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 7 * 60)
    assert screen.side.drift.text() == "予定より2分遅れ"
    assert screen.side.end.text() == "終了見込み 11:32（予約 11:30 を2分超過）"


def test_drift_is_said_when_the_meeting_is_early(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 2 * 60)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert screen.side.drift.text() == "予定より3分早い"
    assert screen.side.end.text() == "終了見込み 11:27（予約は 11:30 まで）"


def test_next_item_is_named_when_one_runs(qtbot: QtBot, screen: RunScreen) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.side.coming.text() == "次は「前回の宿題」 3分"


def test_meeting_ends_when_the_last_item_is_left(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[-1].id)
    assert screen.card.next_button.text() == "会を終える"
    _press(qtbot, screen.card.next_button)
    assert screen.card.title.text() == "会が終わりました"
    with qtbot.waitSignal(screen.decide_requested):
        _press(qtbot, screen.card.decide_button)
    with qtbot.waitSignal(screen.close_requested):
        _press(qtbot, screen.card.close_button)
    qtbot.keyClick(screen, KEY.Key_Left)
    assert title_of(live) == "予備"


def test_board_is_asked_for_when_b_is_pressed(qtbot: QtBot, screen: RunScreen) -> None:
    with qtbot.waitSignal(screen.board_requested):
        qtbot.keyClick(screen, KEY.Key_B)


def test_keys_are_listed_when_the_question_mark_is_pressed(qtbot: QtBot, screen: RunScreen) -> None:
    qtbot.keyClick(screen, KEY.Key_Question)
    keys = screen.findChild(KeyList)
    assert keys is not None
    assert keys.isVisible()
    keys.accept()
    qtbot.waitUntil(lambda: screen.findChild(KeyList) is None)


def test_notes_are_hidden_and_shown_when_the_room_writes_in_silence(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[2].id)
    _press(qtbot, screen.card.hide_button)
    live.apply(add_notes(live.workshop, ["会議が長い", "様式が多い"]))
    assert "いま2枚" in screen.card.hint.text()
    assert all(note.hidden for note in live.workshop.notes.values())
    _press(qtbot, screen.card.show_button)
    assert not any(note.hidden for note in live.workshop.notes.values())
    assert not screen.card.show_button.isVisible()


def test_facilitator_is_told_when_the_current_item_is_deleted(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    live.apply(agenda.delete_item(live.workshop, live.workshop.agenda_items()[0].id))
    assert screen.card.title.text() == "項目が選ばれていません"
    qtbot.keyClick(screen, KEY.Key_Space)
    assert title_of(live) == ""


def test_empty_agenda_is_no_trouble_when_the_screen_is_shown(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    for item in live.workshop.agenda_items():
        live.apply(agenda.delete_item(live.workshop, item.id))
    assert not screen.card.start_button.isEnabled()
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.grab()


def test_clock_stays_as_it_is_when_the_start_could_not_be_saved(
    qtbot: QtBot, screen: RunScreen, workspace: Workspace, live: LiveDocument
) -> None:
    workspace.connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(live.not_saved):
        qtbot.keyClick(screen, KEY.Key_Space)
    workspace.connection.execute("PRAGMA query_only = OFF")
    assert screen.card.start_button.text() == "会を始める"
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.card.clock.figures == "05:00"


@pytest.mark.parametrize("size", [(1168, 672), (741, 432), (1808, 1032)])
def test_nothing_is_cut_sideways_when_the_window_has_a_size(
    qtbot: QtBot, screen: RunScreen, size: tuple[int, int]
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.resize(*size)
    for _round in range(3):
        QApplication.processEvents()
    for button in (b for b in screen.findChildren(QPushButton) if b.isVisible()):
        left = button.mapTo(screen, QPoint(0, 0)).x()
        assert left >= 0
        assert left + button.width() <= size[0]
        assert button.width() >= 44
        assert button.height() >= 44


def test_everything_has_a_name_when_it_can_be_pressed(screen: RunScreen) -> None:
    assert [b for b in screen.findChildren(QPushButton) if not b.accessibleName()] == []


def test_question_stands_when_no_minutes_are_given(qtbot: QtBot, doubtful: RunScreen) -> None:
    doubtful.doubt.minutes.clear()
    _answer(qtbot, doubtful, "この分数動いていたことにして続ける")
    assert doubtful.doubt.isVisible()


def test_five_lines_of_what_to_say_are_in_sight_when_the_screen_is_small(screen: RunScreen, live: LiveDocument) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[2].id)
    for _round in range(4):
        QApplication.processEvents()
    assert screen.card.clock.height() <= 120
    assert screen.card.reading.area.viewport().height() >= 5 * 27


def test_tools_stand_above_what_to_say_when_the_page_is_narrow(screen: RunScreen, live: LiveDocument) -> None:
    screen.conduct.go_to(live.workshop.agenda_items()[2].id)
    screen.resize(741, 432)
    for _round in range(4):
        QApplication.processEvents()
    top = screen.tools.mapTo(screen, QPoint(0, 0)).y()
    assert top < screen.card.reading.mapTo(screen, QPoint(0, 0)).y()
    assert top < 432
    screen.resize(1168, 672)
    assert screen.tools.parentWidget() is not screen.card
