"""A training: cases come from the library, everybody's own work is listed and marked, both are shown by hand."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.board import Note
from models.cases import CaseStudy, ReviewKind
from models.edits.change import new_id
from models.edits.lists import add_row, listed
from models.formats import OwnWork, Pledge, ShownCase
from models.library.case_file import write_case
from models.workshop import Details, Workshop, WorkshopFormat
from models.workspace.workspace import Workspace
from tests.ui.content.conftest import Make, click, kept, press, words
from tests.ui.typing import type_text
from ui.content.case_source import effect_words
from ui.content.own_works import OwnWorkPane, OwnWorkRow
from ui.content.screen import ContentScreen
from ui.wall import OnShow, Show

CASE = CaseStudy(
    new_id(),
    "日程調整を予約表に替えた",
    "メールの往復が無くなった",
    "総務課",
    problem="往復が多い",
    before="メール",
    after="予約表",
    expected_hours=72.0,
    quality="残業が減った",
)


@pytest.fixture
def screen(make: Make) -> ContentScreen:
    """A training in a workspace with a case in another workshop."""
    screen = make(WorkshopFormat.TRAINING)
    details = Details(new_id(), "先月の皆議", date(2026, 5, 1), time(10))
    screen._workspace.create(Workshop(details, cases={CASE.id: CASE}))
    return screen


def _pick(qtbot: QtBot, screen: ContentScreen) -> None:
    assert screen.cases is not None
    click(qtbot, screen.cases.list.pick_button)
    qtbot.waitUntil(lambda: not screen.cases.picker._timer.isActive())  # type: ignore[union-attr]


def _rows(screen: ContentScreen) -> list[str]:
    assert screen.cases is not None
    shown = screen.cases.picker.list
    return [shown.item(row).text() for row in range(shown.count())]


def _receive(workspace: Workspace, title: str) -> None:
    file = write_case(CaseStudy(new_id(), title, bureau="別の局"), b"%PDF-1.7")
    workspace.receive_case(title, "別の局", file)


def _works(screen: ContentScreen, *works: OwnWork) -> None:
    for work in works:
        edit = add_row(
            screen._live.workshop,
            OwnWork,
            what=work.what,
            minutes=work.minutes,
            times_per_year=work.times_per_year,
            review=work.review,
        )
        screen._live.apply(edit)
    screen.show_list(OwnWork)
    QApplication.processEvents()


def _work(what: str = "転送", minutes: float = 15.0, times: float = 240.0, review: ReviewKind | None = None) -> OwnWork:
    return OwnWork("", 0.0, what, minutes, times, review)


def _row(screen: ContentScreen, place: int) -> OwnWorkRow:
    row = screen.lists[OwnWork].ordered()[place]
    assert isinstance(row, OwnWorkRow)
    return row


def test_case_of_another_workshop_is_copied_when_picked_by_key(qtbot: QtBot, screen: ContentScreen) -> None:
    _pick(qtbot, screen)
    assert _rows(screen) == ["日程調整を予約表に替えた\n総務課　先月の皆議"]
    press(qtbot, Qt.Key.Key_Return)
    [case] = kept(screen).shown_cases.values()
    assert (case.title, case.bureau, case.problem, case.before, case.after, case.case_id) == (
        CASE.title,
        "総務課",
        "往復が多い",
        "メール",
        "予約表",
        CASE.id,
    )
    assert case.effect == "年間72時間の削減（見込み）\n残業が減った"
    assert "取り込み済み" in _rows(screen)[0]
    press(qtbot, Qt.Key.Key_Escape)
    assert "日程調整を予約表に替えた" in words(screen)


def test_received_case_is_copied_when_found_by_other_kana(qtbot: QtBot, screen: ContentScreen) -> None:
    _receive(screen._workspace, "カイギを短くした")
    _pick(qtbot, screen)
    assert len(_rows(screen)) == 2
    assert screen.cases is not None
    type_text(screen.cases.picker.search, "かいぎ")
    assert [row.split("\n")[0] for row in _rows(screen)] == ["カイギを短くした"]
    click(qtbot, screen.cases.picker.take_button)
    assert [case.bureau for case in listed(screen._live.workshop, ShownCase)] == ["別の局"]


def test_sentence_is_told_when_a_received_file_cannot_be_read(qtbot: QtBot, screen: ContentScreen) -> None:
    screen._workspace.receive_case("こわれた事例", "別の局", b"no case at all")
    _pick(qtbot, screen)
    press(qtbot, Qt.Key.Key_Return)
    assert screen.notice.text
    assert not screen._live.workshop.shown_cases


def test_other_cases_are_offered_when_a_workshop_cannot_be_read(qtbot: QtBot, screen: ContentScreen) -> None:
    broken = Details(new_id(), "こわれた会", date(2026, 5, 20), time(10))
    screen._workspace.create(Workshop(broken, notes={(key := new_id()): Note(key, 1.0, "一")}))
    screen._workspace.connection.execute("UPDATE note SET kind = 'no kind' WHERE id = ?", (key,))
    _pick(qtbot, screen)
    assert _rows(screen) == ["日程調整を予約表に替えた\n総務課　先月の皆議"]
    assert "読めない会があり" in words(screen)


def test_picker_says_how_cases_come_about_when_there_are_none(qtbot: QtBot, make: Make) -> None:
    screen = make(WorkshopFormat.TRAINING)
    _pick(qtbot, screen)
    assert "まだ事例がありません" in words(screen)
    assert screen.cases is not None
    assert not screen.cases.picker.take_button.isEnabled()
    assert screen.cases.picker.told_none.isVisible()
    assert not screen.cases.picker.list.isVisible()
    assert screen.cases.picker.remark.text() == ""


def test_case_is_written_by_hand_and_shown_when_there_is_no_library(qtbot: QtBot, screen: ContentScreen) -> None:
    entry = screen.lists[ShownCase].entry
    type_text(entry.first, "紙をやめた")
    qtbot.keyClick(entry.first, Qt.Key.Key_Return)
    QApplication.processEvents()
    [row] = screen.lists[ShownCase].ordered()
    row.fold()
    row.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert screen._live.wall.on_show == OnShow(Show.CASE, row.row_id)
    assert "投影中：事例「紙をやめた」" in words(screen)


def test_own_work_is_kept_when_entered_with_a_frequency_button(qtbot: QtBot, screen: ContentScreen) -> None:
    screen.show_list(OwnWork)
    pane = screen.lists[OwnWork]
    pane.entry.first.setFocus()
    assert pane.entry.first.hasFocus()
    type_text(pane.entry.first, "転送")
    type_text(pane.entry.editors["minutes"], "１５")
    daily = next(made for made in pane.entry.findChildren(type(pane.entry.add_button)) if made.text() == "毎日")
    daily.setFocus()
    assert daily.hasFocus()
    qtbot.keyClick(daily, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)  # the focus is on the number that was filled in
    [work] = kept(screen).own_works.values()
    assert (work.what, work.minutes, work.times_per_year) == ("転送", 15.0, 240.0)
    assert "1回15分 × 年240回 ＝ 年60時間" in words(screen)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_E, ReviewKind.ELIMINATE),
        (Qt.Key.Key_C, ReviewKind.COMBINE),
        (Qt.Key.Key_R, ReviewKind.REARRANGE),
        (Qt.Key.Key_S, ReviewKind.SIMPLIFY),
    ],
)
def test_row_is_marked_and_unmarked_when_its_key_is_pressed(
    qtbot: QtBot, screen: ContentScreen, key: Qt.Key, kind: ReviewKind
) -> None:
    _works(screen, _work())
    row = _row(screen, 0)
    row.setFocus()
    press(qtbot, key)
    assert row.entity.review is kind
    assert [one for one, made in row.review.buttons.items() if made.isChecked()] == [kind]
    press(qtbot, key)
    assert not row.entity.review
    screen._live.undo()
    assert listed(screen._live.workshop, OwnWork)[0].review is kind


def test_row_is_marked_when_its_button_is_clicked(qtbot: QtBot, screen: ContentScreen) -> None:
    _works(screen, _work("一"), _work("二"))
    row = _row(screen, 1)
    click(qtbot, row.review.buttons[ReviewKind.COMBINE])
    assert row.entity.review is ReviewKind.COMBINE
    assert row.hasFocus()
    assert _row(screen, 0).entity.review is None


def test_letters_are_typed_when_the_form_is_open(qtbot: QtBot, screen: ContentScreen) -> None:
    _works(screen, _work(""))
    _row(screen, 0).setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_E)
    press(qtbot, Qt.Key.Key_Escape)
    assert (_row(screen, 0).entity.what, _row(screen, 0).entity.review) == ("e", None)


def test_marks_are_counted_with_their_hours_when_works_are_marked(screen: ContentScreen) -> None:
    _works(screen, _work(review=ReviewKind.ELIMINATE), _work(review=ReviewKind.ELIMINATE), _work(minutes=0))
    pane = screen.lists[OwnWork]
    assert isinstance(pane, OwnWorkPane)
    told = {kind: cell.told.text() for kind, cell in pane.tally.cells.items()}
    assert told[ReviewKind.ELIMINATE] == "2件　120時間"
    assert told[ReviewKind.COMBINE] == "0件"
    assert told[None] == "1件"


@pytest.mark.parametrize("figure", [0.0, 1e308, float("inf"), float("nan"), -5.0])
def test_list_is_shown_when_figures_are_beyond_reason(screen: ContentScreen, figure: float) -> None:
    work = OwnWork(new_id(), 1.0, "転送", figure, figure, ReviewKind.ELIMINATE)
    pane = screen.lists[OwnWork]
    assert isinstance(pane, OwnWorkPane)
    pane.tally.tell([work, work])
    told = pane.tally.cells[ReviewKind.ELIMINATE].told.text()
    assert told.startswith("2件")
    assert "inf" not in told
    assert "nan" not in told


def test_own_work_is_on_the_wall_when_the_button_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    _works(screen, _work())
    pane = screen.lists[OwnWork]
    assert isinstance(pane, OwnWorkPane)
    click(qtbot, pane.wall_button)
    assert screen._live.wall.on_show == OnShow(Show.OWN_WORK)


def test_pledges_are_called_declarations_when_it_is_a_training(screen: ContentScreen) -> None:
    assert screen.tabs[Pledge].text() == "行動宣言（0）"


def test_measured_hours_are_told_before_expected_ones_when_both_are_known() -> None:
    case = CaseStudy(new_id(), "一", expected_hours=10.0, actual_hours=8.5)
    assert effect_words(case) == "年間8.5時間の削減（実績）"


@pytest.mark.parametrize("kind", [ShownCase, OwnWork, Pledge])
def test_nothing_is_cut_at_the_side_when_the_window_is_small(qtbot: QtBot, screen: ContentScreen, kind: type) -> None:
    _works(screen, _work("長い業務の名前" * 20))
    screen._live.apply(add_row(screen._live.workshop, Pledge, text="長い宣言" * 40, by="課" * 60))
    screen._live.apply(add_row(screen._live.workshop, ShownCase, title="長い題名" * 40, bureau="課" * 60))
    screen.resize(741, 432)
    screen.show_list(kind)
    screen.lists[kind].ordered()[0].open()
    QApplication.processEvents()
    area = screen.lists[kind]._area
    content = area.widget()
    assert content is not None
    beside_the_bar = area.width() - area.verticalScrollBar().sizeHint().width()
    assert content.minimumSizeHint().width() <= beside_the_bar
    assert screen.minimumSizeHint().width() <= 741
