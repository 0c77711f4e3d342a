"""A DX workshop: the steps of a piece of work, their hours before and after, and the homework made of them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.decisions import hours_a_year
from models.edits.lists import add_row, listed
from models.formats import ProcessStep, process_hours
from models.workshop import Details, Workshop, WorkshopFormat
from tests.ui.content.conftest import Make, click, deed, kept, press, words
from tests.ui.typing import type_text
from ui.content.chain import Chain, boxes, widths
from ui.content.homework import action_of_process, action_of_step
from ui.content.screen import ContentScreen
from ui.content.steps import StepPane, StepRow, hours_change
from ui.wall import OnShow, Show


@pytest.fixture
def screen(make: Make) -> ContentScreen:
    """A DX workshop."""
    return make(WorkshopFormat.DX)


def _pane(screen: ContentScreen) -> StepPane:
    pane = screen.lists[ProcessStep]
    assert isinstance(pane, StepPane)
    return pane


def _row(screen: ContentScreen, place: int) -> StepRow:
    row = _pane(screen).ordered()[place]
    assert isinstance(row, StepRow)
    return row


def _step(
    what: str = "書き写す", minutes: float = 30.0, times: float = 48.0, after: float | None = None
) -> ProcessStep:
    return ProcessStep(what.ljust(32, "0"), 1.0, what, minutes, times, minutes_after=after)


def _put(screen: ContentScreen, *steps: ProcessStep) -> None:
    for step in steps:
        fields = {
            "what": step.what,
            "minutes": step.minutes,
            "times_per_year": step.times_per_year,
            "minutes_after": step.minutes_after,
            "who": step.who,
            "tool": step.tool,
        }
        screen._live.apply(add_row(screen._live.workshop, ProcessStep, **fields))
    QApplication.processEvents()


def test_steps_are_kept_in_order_when_typed_one_after_another(qtbot: QtBot, screen: ContentScreen) -> None:
    entry = _pane(screen).entry
    for what, minutes in (("受け付ける", "10"), ("書き写す", "４５")):
        entry.first.setFocus()
        type_text(entry.first, what)
        type_text(entry.editors["minutes"], minutes)
        if not entry.editors["times_per_year"].value():
            type_text(entry.editors["times_per_year"], "48")
        qtbot.keyClick(entry.first, Qt.Key.Key_Return)
    steps = listed(kept(screen), ProcessStep)
    assert [(step.what, step.minutes, step.times_per_year) for step in steps] == [
        ("受け付ける", 10.0, 48.0),
        ("書き写す", 45.0, 48.0),  # the times stay for the next step
    ]
    assert "いまは年間 約44時間" in words(screen)


def test_subject_is_kept_when_its_field_is_left(qtbot: QtBot, screen: ContentScreen) -> None:
    pane = _pane(screen)
    pane.subject.setFocus()
    type_text(pane.subject, "照会への回答")
    pane.entry.first.setFocus()
    assert kept(screen).details.subject == "照会への回答"
    screen._live.undo()
    assert pane.subject.value() == ""


def test_hours_before_and_after_are_told_when_the_form_is_filled_in(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step(minutes=30), _step(minutes=20))
    _row(screen, 0).setFocus()
    press(qtbot, Qt.Key.Key_Return)
    form = _row(screen, 0).form
    assert form is not None
    for name, text in (("pain", "書き間違える"), ("tool", "共同編集の表"), ("minutes_after", "5")):
        form.editors[name].setFocus()
        type_text(form.editors[name], text)
    press(qtbot, Qt.Key.Key_Escape)
    step = listed(kept(screen), ProcessStep)[0]
    assert (step.pain, step.tool, step.minutes_after) == ("書き間違える", "共同編集の表", 5.0)
    assert "年間 約40時間 → 20時間（20時間減）" in words(screen)
    assert "見直し後 5分" in words(screen)


def test_step_falls_away_when_nought_minutes_are_said(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step())
    row = _row(screen, 0)
    row.open("minutes_after")
    type_text(QApplication.focusWidget(), "0")  # type: ignore[arg-type]
    row.fold()
    assert row.entity.minutes_after == 0.0
    assert "この手順はなくなる" in words(screen)
    row.open()
    assert row.form is not None
    assert row.form.editors["minutes_after"].value() == 0.0


def test_step_counts_as_now_when_nothing_is_said_of_afterwards(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step())
    row = _row(screen, 0)
    row.open()
    row.fold()
    assert row.entity.minutes_after is None


def test_steps_change_places_when_moved_by_key_and_button(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step("一"), _step("二"), _step("三"))
    _row(screen, 2).setFocus()
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.what for step in listed(screen._live.workshop, ProcessStep)] == ["一", "三", "二"]
    _row(screen, 0).open()
    click(qtbot, _row(screen, 0).down_button)
    assert [step.what for step in listed(screen._live.workshop, ProcessStep)] == ["三", "一", "二"]


def test_steps_are_on_the_wall_when_the_button_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    click(qtbot, _pane(screen).wall_button)
    assert screen._live.wall.on_show == OnShow(Show.STEPS)
    click(qtbot, screen.wall_bar.off_button)
    assert screen._live.wall.on_show is None


def test_review_becomes_one_piece_of_homework_when_the_button_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    _pane(screen).subject.setFocus()
    type_text(_pane(screen).subject, "照会への回答")
    _put(screen, _step(minutes=30, after=5), _step(minutes=20))
    click(qtbot, _pane(screen).homework_button)
    [action] = kept(screen).actions.values()
    assert action.what == "照会への回答：手順を見直す"
    assert hours_a_year(action.effect) == pytest.approx(20.0)
    assert (action.effect.minutes_before, action.effect.minutes_after, action.effect.times_per_year) == (50, 25, 48)
    assert "年間 約20時間" in screen.notice.text
    with qtbot.waitSignal(screen.decide_requested):
        click(qtbot, deed(screen, "「決める」を開く"))
    click(qtbot, _pane(screen).homework_button)
    assert len(screen._live.workshop.actions) == 1
    assert "もう宿題になっています" in screen.notice.text


def test_homework_is_taken_back_when_the_notice_is_asked_to(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step(after=5))
    click(qtbot, _pane(screen).homework_button)
    click(qtbot, deed(screen, "元に戻す"))
    assert not screen._live.workshop.actions


def test_one_step_becomes_homework_when_its_key_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    step = ProcessStep("", 0.0, "書き写す", 30.0, 48.0, "総務課 係員", "", "共同編集の表に直接書く", 5.0)
    _put(screen, _step("受け付ける"), step)
    _row(screen, 1).setFocus()
    press(qtbot, Qt.Key.Key_H)
    [action] = screen._live.workshop.actions.values()
    assert (action.what, action.owner) == ("書き写す：共同編集の表に直接書く", "総務課 係員")
    assert hours_a_year(action.effect) == pytest.approx(20.0)


def test_nothing_is_cut_at_the_side_when_the_window_is_small(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step("長い手順の名前" * 20))
    screen.resize(741, 432)
    _row(screen, 0).open()
    QApplication.processEvents()
    area = _pane(screen)._area
    content = area.widget()
    assert content is not None
    beside_the_bar = area.width() - area.verticalScrollBar().sizeHint().width()
    assert content.minimumSizeHint().width() <= beside_the_bar
    assert screen.minimumSizeHint().width() <= 741


# the figures behind it

FIGURES = st.floats(allow_nan=True, allow_infinity=True)
STEPS = st.lists(
    st.builds(
        ProcessStep,
        st.just("a" * 32),
        st.just(1.0),
        st.text(max_size=5),
        FIGURES,
        FIGURES,
        minutes_after=st.none() | FIGURES,
    ),
    max_size=6,
)
WORKSHOP = Workshop(Details("a" * 32, "会", date(2026, 6, 4), time(10)))


@given(STEPS)
def test_hours_and_homework_are_told_when_figures_are_beyond_reason(steps: list[ProcessStep]) -> None:
    told = hours_change(steps) + repr(boxes(steps)) + repr(action_of_process(WORKSHOP, steps).effect)
    assert "inf" not in told
    assert "nan" not in told


@given(st.lists(st.floats(0, 1e12), max_size=60), st.floats(0, 1e4))
def test_boxes_never_go_beyond_their_room_when_drawn(hours: list[float], room: float) -> None:
    made = widths(hours, sum(hours), room)
    assert sum(made) <= room * (1 + 1e-9) + 1e-6
    assert all(width >= 0 for width in made)


def test_boxes_are_to_scale_when_hours_differ() -> None:
    first, second = widths([10.0, 30.0], 40.0, 1008.0)
    assert (second - 4) == pytest.approx(3 * (first - 4))


@given(st.lists(st.tuples(st.floats(0, 500), st.sampled_from([12.0, 48.0, 240.0]), st.none() | st.floats(0, 500))))
def test_homework_saves_the_hours_of_the_process_when_made_of_all_steps(
    figures: list[tuple[float, float, float | None]],
) -> None:
    steps = [_step(minutes=minutes, times=times, after=after) for minutes, times, after in figures]
    before, after = process_hours(steps)
    effect = action_of_process(WORKSHOP, steps).effect
    assert hours_a_year(effect) == pytest.approx(before - after, abs=1e-6)


def test_homework_is_named_by_the_step_when_no_tool_is_written() -> None:
    assert action_of_step(WORKSHOP, _step("書き写す")).what == "「書き写す」を見直す"
    assert action_of_step(WORKSHOP, _step("書き写す", after=0.0)).what == "書き写す：この手順をなくす"


def test_homework_is_one_line_when_name_and_change_are_long() -> None:
    step = ProcessStep("", 0.0, "長" * 300, 30.0, 48.0, tool="表に\n書く" * 200)
    what = action_of_step(WORKSHOP, step).what
    assert what.startswith("長" * 50)
    assert "…：表に 書く" in what
    assert len(what) <= 400


def test_step_that_falls_away_is_left_out_of_the_chain_when_drawn() -> None:
    now, then = boxes([_step("一", after=0.0), _step("二", after=5.0), _step("三")])
    assert [box.number for box in now] == [1, 2, 3]
    assert [(box.number, box.thought) for box in then] == [(2, True), (3, False)]


@pytest.mark.parametrize("minutes", [0.0, 1.0, 1e308, float("inf")])
def test_chain_is_painted_when_hours_are_odd(qtbot: QtBot, minutes: float) -> None:
    chain = Chain()
    qtbot.addWidget(chain)
    chain.resize(600, chain.height())
    chain.tell([_step(minutes=minutes), _step(minutes=0.0), _step(minutes=2.0, after=0.0)])
    assert not chain.grab().isNull()
    assert "手順3個の流れ" in chain.accessibleName()


def test_tab_does_not_come_to_deleting_in_an_open_row_but_the_key_does(qtbot: QtBot, screen: ContentScreen) -> None:
    _put(screen, _step())
    row = _row(screen, 0)
    row.open()
    assert not row.delete_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Delete)
    assert not kept(screen).process_steps
