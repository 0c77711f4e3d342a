"""Re-planning as a facilitator meets it: a quiet line, a panel that moves nothing, one key to take, one to go back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.document import Document
from models.edits import agenda, deciding, running
from models.edits.notes import add_notes
from models.meeting import read_meeting
from models.replanning import Proposal, ProposalKind, proposals
from models.timing import Moment
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.replans import Look, choices
from ui.run.screen import RunScreen
from ui.run.words import to_the_minute

KEY = Qt.Key


def _settle() -> None:
    for _round in range(3):
        QApplication.processEvents()


def _pass(screen: RunScreen, clock: FakeClock, seconds: float) -> None:
    clock.advance(seconds)
    screen.shown()
    _settle()


@pytest.fixture
def planned(live: LiveDocument) -> LiveDocument:
    """An agenda whose items can give way: three are optional, and each may be two thirds of its time."""
    for item in live.workshop.agenda_items():
        optional = item.phase in (AgendaPhase.LAST_TIME, AgendaPhase.PAYOFF, AgendaPhase.REFLECT)
        live.apply(
            agenda.set_item(
                live.workshop, item.id, least=max(1, item.minutes * 2 // 3), optional=optional, protected=False
            )
        )
    return live


@pytest.fixture
def late(qtbot: QtBot, planned: LiveDocument, screen: RunScreen, clock: FakeClock) -> RunScreen:
    """The room has shared for so long that the meeting would end about seven minutes late."""
    qtbot.keyClick(screen, KEY.Key_Space)
    share = next(item for item in planned.workshop.agenda_items() if item.phase is AgendaPhase.SHARE)
    clock.advance(22 * 60)
    planned.apply(running.go_to(planned.workshop, share, clock()))
    _pass(screen, clock, 12 * 60 + 80)
    return screen


def test_nothing_is_offered_when_the_meeting_is_in_time(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _pass(screen, clock, 200)
    assert not screen.card.offer.isVisible()
    qtbot.keyClick(screen, KEY.Key_R)
    assert "立て直しはいりません" in screen.replanning.panel.none.text()
    qtbot.keyClick(screen, KEY.Key_Escape)
    assert not screen.replanning.is_open


def test_one_line_is_offered_and_nothing_moves_when_time_runs_short(
    qtbot: QtBot, planned: LiveDocument, screen: RunScreen, clock: FakeClock
) -> None:
    first = planned.workshop.agenda_items()[0]
    planned.apply(agenda.set_item(planned.workshop, first.id, title="趣旨と約束を確かめ、となりの人と少し話します"))
    qtbot.keyClick(screen, KEY.Key_Space)
    _pass(screen, clock, 4 * 60)
    _pass(screen, clock, 60)
    before = screen.card.next_button.mapTo(screen, QPoint(0, 0))
    _pass(screen, clock, 59)
    assert not screen.card.offer.isVisible()
    _pass(screen, clock, 90)
    assert screen.card.offer.isVisible()
    assert screen.card.offer.accessibleName() == "このままだと3分超えます 立て直し案を見る（R）"
    assert not screen.replanning.is_open
    assert screen.card.next_button.mapTo(screen, QPoint(0, 0)) == before
    qtbot.mouseClick(screen.card.offer, Qt.MouseButton.LeftButton)
    _settle()
    assert screen.replanning.panel.isVisible()
    assert screen.card.next_button.mapTo(screen, QPoint(0, 0)) == before


def test_choices_say_their_end_and_what_changes(qtbot: QtBot, late: RunScreen) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    _settle()
    cards = [card for card in late.replanning.panel.cards if card.isVisible()]
    assert [card.name.text() for card in cards][-1] == "終わりを延ばす"
    assert len(cards) == 3
    assert cards[0].end.text() == "11:30に終わる"
    assert "→" in cards[0].changes.text()
    assert "を省く" in cards[1].changes.text()
    assert cards[2].end.text() == "11:38に終わる（8分延ばす）"


def test_the_room_keeps_its_clock_and_buttons_when_the_panel_is_open(qtbot: QtBot, late: RunScreen) -> None:
    for size in ((1168, 672), (1808, 1032)):
        late.resize(*size)
        _settle()
        late.replanning.toggle()
        _settle()
        top = late.replanning.panel.y()
        assert top >= late.card.moves.mapTo(late, QPoint(0, late.card.moves.height())).y()
        assert late.replanning.panel.geometry().bottom() <= late.height()
        late.replanning.put_away()


def test_clock_stays_in_sight_when_the_panel_covers_a_small_screen(qtbot: QtBot, late: RunScreen) -> None:
    late.resize(741, 432)
    _settle()
    late.replanning.toggle()
    _settle()
    panel = late.replanning.panel
    assert panel.clock.isVisible()
    assert panel.clock.text() == "＋1:20  超過"
    assert panel.y() >= late.card.offer.mapTo(late, QPoint(0, late.card.offer.height())).y()
    for button in (b for b in panel.findChildren(QPushButton) if b.isVisible()):
        assert button.mapTo(late, QPoint(button.width(), 0)).x() <= 741
        assert button.height() >= 44


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_re_plan_is_taken_with_its_number_and_taken_back(
    qtbot: QtBot, late: RunScreen, live: LiveDocument, clock: FakeClock, place: int
) -> None:
    before = live.workshop
    wanted = proposals(before, clock())[place]
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, (KEY.Key_1, KEY.Key_2, KEY.Key_3)[place])
    assert not late.replanning.is_open
    assert read_meeting(live.workshop, clock()).expected_end == wanted.end
    assert not late.card.offer.isVisible()
    promised = to_the_minute(wanted.end)
    assert f"{promised:%H:%M}に終わる見込みです" in late.notice.text
    assert late.side.end.text().startswith(f"終了見込み {promised:%H:%M}（")
    undo = next(b for b in late.notice.findChildren(QPushButton) if b.text() == "元に戻す（Ctrl+Z）")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert live.workshop.agenda == before.agenda
    assert live.workshop.details == before.details
    assert late.card.offer.isVisible()
    assert late.notice.text == "元の進行表に戻しました。"


def test_the_clock_runs_on_when_a_re_plan_is_taken_and_undone(
    qtbot: QtBot, late: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    _pass(late, clock, 10)
    assert late.card.clock.figures == "＋1:30"
    assert live.undo()
    assert late.card.clock.figures == "＋1:30"
    assert late.notice.text == ""


def test_numbers_do_nothing_when_the_panel_is_closed(qtbot: QtBot, late: RunScreen, live: LiveDocument) -> None:
    before = live.workshop
    qtbot.keyClick(late, KEY.Key_1)
    assert live.workshop is before


def test_undo_of_something_later_is_not_taken_for_the_re_plan(
    qtbot: QtBot, late: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    assert late.notice.text
    live.apply(add_notes(live.workshop, ["会議が長い"]))
    assert late.notice.text == ""


def test_offer_comes_again_when_the_overrun_has_grown_by_two_minutes(
    qtbot: QtBot, late: RunScreen, clock: FakeClock
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_Escape)
    assert not late.replanning.is_open
    assert not late.card.offer.isVisible()
    _pass(late, clock, 119)
    assert not late.card.offer.isVisible()
    _pass(late, clock, 2)
    assert late.card.offer.isVisible()


def test_re_plans_are_computed_at_most_once_a_second(
    qtbot: QtBot, late: RunScreen, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Workshop] = []

    def counted(workshop: Workshop, now: Moment) -> tuple[Proposal, ...]:
        asked.append(workshop)
        return proposals(workshop, now)

    monkeypatch.setattr("ui.run.replans.proposals", counted)
    for _look in range(5):
        _pass(late, clock, 0.2)
    assert len(asked) <= 1
    for _look in range(10):
        _pass(late, clock, 0.2)
    assert 2 <= len(asked) <= 3


def test_it_is_said_in_words_when_nothing_can_give_way(qtbot: QtBot, late: RunScreen, live: LiveDocument) -> None:
    for item in live.workshop.agenda_items():
        live.apply(agenda.set_item(live.workshop, item.id, protected=True, optional=False))
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, room_until=time(11, 30))))
    assert late.card.offer.isVisible()
    qtbot.keyClick(late, KEY.Key_R)
    assert "縮められるもの・省けるものがなく" in late.replanning.panel.none.text()
    assert not any(card.isVisible() for card in late.replanning.panel.cards)


def test_missed_start_is_said_when_nothing_can_keep_it(late: RunScreen, live: LiveDocument, clock: FakeClock) -> None:
    group = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.GROUP)
    vote = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.VOTE)
    live.apply(agenda.set_item(live.workshop, group.id, protected=True))
    live.apply(agenda.set_item(live.workshop, vote.id, starts_at=time(10, 45)))
    found = proposals(live.workshop, clock())
    shown = choices(live.workshop, read_meeting(live.workshop, clock()), found, clock())
    assert any("「投票」は、決めた10:45に始められません。" in one.missed for one in shown)


def test_bars_are_to_scale_when_items_are_shortened_or_dropped(
    late: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    found = proposals(live.workshop, clock())
    shown = choices(live.workshop, read_meeting(live.workshop, clock()), found, clock())
    for proposal, choice in zip(found, shown, strict=True):
        kept = [minutes for minutes in proposal.minutes.values() if minutes is not None]
        assert [round(span.end - span.start) for span in choice.then] == [minutes for minutes in kept if minutes]
        dropped = [span for span in choice.now if span.look is Look.DROPPED]
        assert len(dropped) == len(proposal.dropped)
        assert max(span.end for span in (*choice.now, *choice.then)) <= choice.whole
    drop = next(one for one in shown if one.proposal.kind is ProposalKind.DROP)
    assert any(span.look is Look.DROPPED for span in drop.now)


def test_taking_is_no_trouble_when_it_cannot_be_saved(
    qtbot: QtBot, late: RunScreen, live: LiveDocument, workspace: Workspace
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    workspace.connection.execute("PRAGMA query_only = ON")
    before = live.workshop
    with qtbot.waitSignal(live.not_saved):
        qtbot.keyClick(late, KEY.Key_1)
    workspace.connection.execute("PRAGMA query_only = OFF")
    assert live.workshop is before
    assert late.notice.text == ""
    assert late.card.offer.isVisible()


def test_before_the_meeting_it_is_said_how_to_fit_a_long_agenda(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument
) -> None:
    group = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.GROUP)
    live.apply(agenda.set_item(live.workshop, group.id, minutes=600))
    assert screen.card.offer.isVisible()
    qtbot.keyClick(screen, KEY.Key_R)
    assert "時間に合わせる" in screen.replanning.panel.none.text()
    screen.grab()


def test_panel_goes_when_there_is_nothing_to_make_up_for_any_more(
    qtbot: QtBot, late: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, extension=20)))
    assert not late.replanning.is_open
    assert not late.card.offer.isVisible()


@pytest.fixture
def in_a_window(qtbot: QtBot, late: RunScreen) -> Iterator[RunScreen]:
    """The same behind other buttons, as in the main window."""
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(QPushButton("会の一覧"))
    row.addWidget(late)
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    late.shown()
    yield late
    late.setParent(None)
    window.close()


def test_the_room_has_its_keys_when_a_re_plan_is_taken_with_enter(qtbot: QtBot, in_a_window: RunScreen) -> None:
    late = in_a_window
    qtbot.keyClick(late, KEY.Key_R)
    button = late.replanning.panel.cards[0].take_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, KEY.Key_Return)
    assert not late.replanning.is_open
    assert QApplication.focusWidget() is late


@pytest.mark.parametrize("by_key", [True, False])
def test_the_room_has_its_keys_when_a_notice_is_closed(qtbot: QtBot, in_a_window: RunScreen, by_key: bool) -> None:
    late = in_a_window
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    close = late.notice.findChildren(QPushButton)[-1]
    if by_key:
        close.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(close, KEY.Key_Space)
    else:
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert late.notice.text == ""
    assert QApplication.focusWidget() is late


def test_another_notice_stays_when_the_re_plan_is_no_longer_the_last_edit(
    qtbot: QtBot, late: RunScreen, live: LiveDocument
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    late.notice.tell("投影先の画面がなくなりました", look="warning")
    live.apply(add_notes(live.workshop, ["あとから"]))
    assert late.notice.text == "投影先の画面がなくなりました"


def test_the_disk_is_not_asked_when_only_time_passes_after_a_re_plan(
    qtbot: QtBot, late: RunScreen, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    asked: list[Document] = []
    monkeypatch.setattr(Document, "undo_kind", asked.append)
    _pass(late, clock, 1)
    assert late.notice.text
    assert not asked


def test_what_was_re_planned_is_told_for_ten_seconds(qtbot: QtBot, late: RunScreen) -> None:
    qtbot.keyClick(late, KEY.Key_R)
    qtbot.keyClick(late, KEY.Key_1)
    fading = late.replanning._fading
    assert fading.isActive()
    assert fading.interval() == 10_000
    fading.timeout.emit()
    assert late.notice.text == ""


def test_all_say_the_same_minutes_when_the_overrun_has_odd_seconds(
    qtbot: QtBot, planned: LiveDocument, screen: RunScreen, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _pass(screen, clock, 5 * 60 + 80)
    assert screen.side.drift.text() == "予定より2分遅れ"
    assert screen.side.end.text() == "終了見込み 11:32（予約 11:30 を2分超過）"
    assert screen.card.offer.why.text() == "このままだと2分超えます"
    qtbot.keyClick(screen, KEY.Key_R)
    shown = [card for card in screen.replanning.panel.cards if card.isVisible()]
    assert shown[-1].end.text() == "11:32に終わる（2分延ばす）"
    qtbot.keyClick(screen, (KEY.Key_1, KEY.Key_2, KEY.Key_3)[len(shown) - 1])
    assert screen.side.end.text() == "終了見込み 11:32（予約は 11:32 まで）"
    assert not screen.card.offer.isVisible()


def test_end_is_the_booked_one_when_it_is_missed_by_less_than_a_minute(
    qtbot: QtBot, screen: RunScreen, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    _pass(screen, clock, 5 * 60 + 40)
    assert screen.side.drift.text() == "予定どおり"
    assert screen.side.end.text() == "終了見込み 11:30（予約は 11:30 まで）"


def test_nothing_is_offered_while_the_meeting_is_said_to_be_as_planned(
    qtbot: QtBot, planned: LiveDocument, screen: RunScreen
) -> None:
    last = planned.workshop.agenda_items()[-1]
    planned.apply(agenda.set_item(planned.workshop, last.id, minutes=last.minutes + 10))
    qtbot.keyClick(screen, KEY.Key_Space)
    assert screen.side.drift.text() == "予定どおり"
    assert not screen.card.offer.isVisible()
