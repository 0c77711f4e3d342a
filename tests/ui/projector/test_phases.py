"""What each phase brings to the wall, and what only comes when it is put on show."""

from dataclasses import replace
from datetime import date

import pytest

from models.agenda import AgendaPhase, TeamStep
from models.board import NoteKind
from models.cases import ReviewKind
from models.decisions import ActionStatus, CarriedAction
from models.edits import agenda, deciding, notes, running
from models.edits.change import put
from models.formats import OwnWork, Pledge, ProcessStep, ShownCase
from models.workshop import Participant, Seat, WorkshopFormat
from tests.clock import FakeClock
from tests.ui.projector.steps import add, go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.pieces import Words
from ui.wall import OnShow, Show


def _painted(projector: ProjectorWindow) -> str:
    """All pages."""
    texts = []
    for _page in range(projector.pages):
        texts += projector.painted_texts()
        projector.turn(1)
    return "\n".join(texts)


def test_last_time_is_told_with_owner_due_and_state(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    add(
        live,
        CarriedAction,
        what="様式をまとめる",
        owner="会計課 係長",
        due=date(2026, 6, 30),
        status=ActionStatus.DONE,
        remark="ここだけの話",
    )
    for status in (ActionStatus.DOING, ActionStatus.STOPPED, ActionStatus.OPEN):
        add(live, CarriedAction, what=f"宿題{status}", status=status)
    go(live, clock, AgendaPhase.LAST_TIME)
    painted = _painted(projector)
    for text in ("様式をまとめる", "会計課 係長6月30日まで", "済んだ", "続けている", "やめた", "まだ"):
        assert text in painted
    assert "ここだけ" not in painted


def test_task_is_shown_when_there_is_nothing_of_last_time(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    item = go(live, clock, AgendaPhase.LAST_TIME)
    assert item.task in _painted(projector)


def test_ground_rules_and_icebreaker_are_shown_when_the_meeting_opens(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    rules = "早口で話さない\nスマートフォンは伏せる"
    details = replace(live.workshop.details, ground_rules=rules, icebreaker="今週助かったことを一つ")
    live.apply(deciding.set_details(live.workshop, details))
    go(live, clock, AgendaPhase.OPENING)
    painted = _painted(projector)
    for text in (
        "話してよい場",
        "早口で話さない",
        "スマートフォンは伏せる",
        "はじめのひとこと",
        "今週助かったことを一つ",
    ):
        assert text in painted
    assert "最後まで聞きます" not in painted


def test_break_says_when_the_room_goes_on(projector: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> None:
    first = live.workshop.agenda_items()[0]
    live.apply(agenda.add_break(live.workshop, "休憩", 10, first.id))
    go(live, clock, AgendaPhase.BREAK)
    assert f"{clock.utc.astimezone():%H}:10 に再開します" in _painted(projector)
    clock.advance(5 * 60)
    projector.look()
    assert f"{clock.utc.astimezone():%H}:10 に再開します" in _painted(projector)
    clock.advance(6 * 60)
    projector.look()
    assert "まもなく再開します" in _painted(projector)


def test_questions_come_first_when_questions_are_taken(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, ["会議が長い"]))
    live.apply(notes.add_notes(live.workshop, ["どう頼みますか"], NoteKind.QUESTION))
    live.apply(notes.start_silence(live.workshop))
    live.apply(notes.add_notes(live.workshop, ["まだ見せない質問"], NoteKind.QUESTION))
    go(live, clock, AgendaPhase.QUESTIONS)
    painted = _painted(projector)
    assert painted.index("どう頼みますか") < painted.index("会議が長い")
    assert painted.count("どう頼みますか") == 1
    assert "まだ見せない" not in painted


def test_four_ways_are_shown_when_own_work_is_listed(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    add(live, OwnWork, what="週次の報告", review=ReviewKind.ELIMINATE, change="集めない")
    go(live, clock, AgendaPhase.OWN_WORK)
    painted = _painted(projector)
    for word in ("やめる", "まとめる", "入れ替える", "簡単にする"):
        assert word in painted
    assert "週次の報告" not in painted
    live.wall.put_on(OnShow(Show.OWN_WORK))
    assert "週次の報告" in _painted(projector)
    assert "集めない" in _painted(projector)


def test_case_is_told_whole_when_it_is_put_on_show(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    long = "長い説明。" * 90
    case = add(
        live,
        ShownCase,
        title="押印をやめた",
        bureau="総務課",
        problem=long,
        before="紙で回す" + long,
        after="表に書く" + long,
        effect="年240時間",
    )
    go(live, clock, AgendaPhase.CASES)
    assert "押印" not in _painted(projector)
    live.wall.put_on(OnShow(Show.CASE, case.id))
    painted = _painted(projector)
    assert projector.pages > 1
    assert painted.replace("\n", "").count("長い説明。") >= 3 * 90 - 2 * projector.pages  # broken where a page ends
    for text in ("押印をやめた", "総務課", "紙で回す", "表に書く", "年240時間"):
        assert text in painted
    assert "…" not in "".join(text for text in projector.painted_texts() if "長い" in text)


def test_steps_are_shown_with_their_hours_when_they_are_put_on_show(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, subject="旅費の精算")))
    add(live, ProcessStep, what="申請を書く", minutes=20.0, times_per_year=240.0, who="各課", pain="様式が三つ")
    add(live, ProcessStep, what="押印", minutes=5.0, times_per_year=240.0, tool="電子決裁", minutes_after=0.0)
    go(live, clock, AgendaPhase.STEPS)
    assert "申請を書く" not in _painted(projector)
    live.wall.put_on(OnShow(Show.STEPS))
    painted = _painted(projector).replace(" ", "")
    for text in (
        "旅費の精算",
        "年100時間→80時間",
        "申請を書く",
        "20分",
        "240回",
        "様式が三つ",
        "電子決裁",
        "なくなる",
    ):
        assert text in painted


def test_pledges_are_shown_when_they_are_put_on_show_after_the_end(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    add(live, Pledge, text="件名に返信不要と書く", by="総務課 係員")
    go(live, clock, AgendaPhase.PLEDGE)
    assert "返信不要" not in _painted(projector)
    live.apply(running.go_to(live.workshop, live.workshop.agenda_items()[-1], clock()))
    live.apply(running.next_item(live.workshop, clock()))
    live.wall.put_on(OnShow(Show.PLEDGES))
    assert "件名に返信不要と書く" in _painted(projector)
    assert "総務課 係員" in _painted(projector)


@pytest.mark.parametrize(("people", "told"), [(5, True), (4, False)])
def test_divisions_of_a_team_are_told_when_enough_people_are_there(
    projector: ProjectorWindow, live: LiveDocument, people: int, told: bool
) -> None:
    who = Participant("p" * 32, 1.0, "総務課", "課長", people)
    seat = Seat("s" * 32, 1.0, 1, who.id, people)
    live.apply(put(live.workshop, "attendance", who, seat))
    live.wall.put_on(OnShow(Show.TEAMS))
    painted = _painted(projector)
    assert "1班" in painted
    assert f"{people}人" in painted
    assert ("総務課" in painted) is told
    assert "課長" not in painted


def test_each_team_has_its_clock_when_the_teams_do_different_things(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, teams=3)))
    item = go(live, clock, AgendaPhase.PRACTICE)
    add(live, TeamStep, item_id=item.id, title="画面を試す", minutes=3)
    add(live, TeamStep, item_id=item.id, title="交代する", minutes=5)
    assert "全部の班" in projector.painted_texts()
    add(live, TeamStep, item_id=item.id, title="表をつくる", minutes=6, team=2)
    clock.advance(60)
    projector.look()
    texts = projector.painted_texts()
    assert "1班・3班" in texts
    assert "2班" in texts
    assert {"02:00", "05:00"} <= set(texts)
    clock.advance(150)
    projector.look()
    assert "交代する" in projector.painted_texts()
    assert {"04:30", "02:30"} <= set(projector.painted_texts())


def test_clocks_of_the_teams_are_left_out_when_the_room_is_elsewhere_and_the_picture_held(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    item = go(live, clock, AgendaPhase.PRACTICE)
    add(live, TeamStep, item_id=item.id, title="画面を試す", minutes=3)
    live.wall.toggle_freeze()
    assert "03:00" in projector.painted_texts()
    go(live, clock, AgendaPhase.WRITE)
    assert "画面を試す" in projector.painted_texts()
    assert "03:00" not in projector.painted_texts()


def test_clock_of_a_step_goes_when_the_next_has_begun_and_the_picture_is_held(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    item = go(live, clock, AgendaPhase.PRACTICE)
    add(live, TeamStep, item_id=item.id, title="画面を試す", minutes=3)
    add(live, TeamStep, item_id=item.id, title="交代する", minutes=5)
    live.wall.toggle_freeze()
    clock.advance(60)
    projector.look()
    assert "02:00" in projector.painted_texts()
    clock.advance(180)
    projector.look()
    assert "画面を試す" in projector.painted_texts()
    assert "04:00" not in projector.painted_texts()
    live.wall.toggle_freeze()
    assert {"交代する", "04:00"} <= set(projector.painted_texts())


def test_pledges_are_called_declarations_when_it_is_a_training(projector: ProjectorWindow, live: LiveDocument) -> None:
    add(live, Pledge, text="件名に返信不要と書く")
    live.wall.put_on(OnShow(Show.PLEDGES))
    assert "明日からやること" in _painted(projector)
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, format=WorkshopFormat.TRAINING)))
    assert "行動宣言" in _painted(projector)


def test_state_of_an_action_is_in_one_line_when_it_goes_on(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    add(live, CarriedAction, what="様式をまとめる", status=ActionStatus.DOING)
    go(live, clock, AgendaPhase.LAST_TIME)
    assert ("続けている",) in [piece.lines for piece in projector.canvas.pieces if isinstance(piece, Words)]


def test_rules_and_icebreaker_stand_on_one_page_when_they_are_those_of_the_template(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.OPENING)
    assert live.workshop.details.icebreaker
    assert projector.pages == 1
