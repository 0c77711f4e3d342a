"""A study session: knacks and pledges are typed, moved, deleted, shown to the room by hand, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.board import NoteKind
from models.edits import notes, running
from models.edits.agenda import add_item
from models.edits.lists import add_row, delete_row, listed, set_row
from models.formats import Knack, Pledge
from models.workshop import WorkshopFormat
from tests.clock import FakeClock
from tests.ui.content.conftest import Make, click, deed, kept, press, words
from tests.ui.typing import type_text
from ui.content.knacks import KnackRow
from ui.content.screen import ContentScreen
from ui.projector.window import ProjectorWindow
from ui.screens import content_name
from ui.wall import OnShow, Show

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(make: Make) -> ContentScreen:
    """A study session."""
    return make(WorkshopFormat.STUDY)


def _enter(qtbot: QtBot, screen: ContentScreen, kind: type, *texts: str) -> None:
    screen.show_list(kind)
    entry = screen.lists[kind].entry
    for editor, text in zip(entry.editors.values(), texts, strict=False):
        editor.setFocus()
        type_text(editor, text)
    qtbot.keyClick(entry.first, Qt.Key.Key_Return)
    QApplication.processEvents()  # the new row is seen


def _pledge(qtbot: QtBot, screen: ContentScreen, *texts: str) -> None:
    for text in texts:
        _enter(qtbot, screen, Pledge, text)


def _texts(screen: ContentScreen) -> list[str]:
    return [pledge.text for pledge in listed(screen._live.workshop, Pledge)]


def _on_show(screen: ContentScreen) -> OnShow | None:
    return screen._live.wall.on_show


def _row(screen: ContentScreen, place: int) -> KnackRow:
    row = screen.lists[Knack].ordered()[place]
    assert isinstance(row, KnackRow)
    return row


def test_knack_is_kept_with_its_steps_when_typed_and_read_from_the_disk_again(
    qtbot: QtBot, screen: ContentScreen
) -> None:
    _enter(qtbot, screen, Knack, "席次表は前回から", "総務課 係長")
    steps = QApplication.focusWidget()
    assert isinstance(steps, QTextEdit)  # a new knack goes on with its steps
    type_text(steps, "開く\n直す")
    press(qtbot, Qt.Key.Key_Escape)
    [knack] = kept(screen).knacks.values()
    assert (knack.title, knack.presenter, knack.steps) == ("席次表は前回から", "総務課 係長", "開く\n直す")
    assert "手順2つ" in words(screen)


def test_next_pledge_can_be_typed_at_once_when_enter_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    screen.show_list(Pledge)
    screen.shown()
    for text in ("要点を先に言う", "転送をやめる"):
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, text)
        press(qtbot, Qt.Key.Key_Return)
    assert _texts(screen) == ["要点を先に言う", "転送をやめる"]
    assert screen.tabs[Pledge].text() == "明日からやること（2）"


def test_nothing_is_added_when_enter_is_pressed_on_an_empty_line(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "　 ")
    assert not screen._live.workshop.pledges


def test_half_typed_pledge_is_kept_when_its_line_is_left(qtbot: QtBot, screen: ContentScreen) -> None:
    screen.show_list(Pledge)
    pane = screen.lists[Pledge]
    pane.entry.first.setFocus()
    type_text(pane.entry.first, "要点を先に言う")
    pane.entry.editors["by"].setFocus()
    assert not screen._live.workshop.pledges  # still in the same entry
    screen.tabs[Knack].setFocus()
    assert _texts(screen) == ["要点を先に言う"]
    assert pane.entry.first.value() == ""


def test_half_typed_pledge_waits_when_another_window_comes_to_the_front(qtbot: QtBot, screen: ContentScreen) -> None:
    screen.show_list(Pledge)
    entry = screen.lists[Pledge].entry
    entry.first.setFocus()
    type_text(entry.first, "要点を先に")
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    entry.form.flush()
    assert not screen._live.workshop.pledges
    assert entry.first.value() == "要点を先に"
    entry.first.clearFocus()  # as the main window does before it closes
    entry.form.flush()
    assert _texts(screen) == ["要点を先に"]


def test_half_typed_pledge_is_kept_when_the_screen_is_flushed(screen: ContentScreen) -> None:
    type_text(screen.lists[Pledge].entry.first, "要点を先に言う")
    screen.flush()
    screen.flush()
    assert _texts(screen) == ["要点を先に言う"]


def test_rows_are_gone_through_and_moved_when_arrows_are_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "一", "二", "三")
    screen.lists[Pledge].ordered()[0].setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert _texts(screen) == ["一", "三", "二"]
    assert QApplication.focusWidget() is screen.lists[Pledge].ordered()[1]
    press(qtbot, Qt.Key.Key_Down, ALT)
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert _texts(screen) == ["一", "二", "三"]
    screen._live.undo()
    assert _texts(screen) == ["一", "三", "二"]


def test_tab_follows_the_rows_when_they_were_moved(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "一", "二")
    screen.lists[Pledge].ordered()[1].setFocus()
    press(qtbot, Qt.Key.Key_Up, ALT)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is screen.lists[Pledge].ordered()[1]


def test_tab_reads_a_row_from_the_left_when_pressed_again_and_again(qtbot: QtBot, screen: ContentScreen) -> None:
    for title in ("一", "二"):
        _enter(qtbot, screen, Knack, title)
        press(qtbot, Qt.Key.Key_Escape)
    first, second = _row(screen, 0), _row(screen, 1)
    screen.lists[Knack].entry.first.setFocus()
    met = []
    for _step in range(7):
        press(qtbot, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    entry = screen.lists[Knack].entry
    expected = [entry.editors["presenter"], entry.add_button, first, first.wall_button, first.open_button]
    assert met == [*expected, second, second.wall_button]


def test_keys_of_the_row_do_nothing_when_an_editor_in_it_has_the_focus(qtbot: QtBot, screen: ContentScreen) -> None:
    for title in ("一", "二"):
        _enter(qtbot, screen, Knack, title)
        press(qtbot, Qt.Key.Key_Escape)
    _row(screen, 0).setFocus()
    press(qtbot, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    for key, modifiers in ((Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, ALT)):
        press(qtbot, key, modifiers)
    assert QApplication.focusWidget() is editor
    assert [knack.title for knack in listed(screen._live.workshop, Knack)] == ["一", "二"]


def test_pledge_comes_back_when_its_deletion_is_taken_back(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "一", "二")
    screen.lists[Pledge].ordered()[0].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert _texts(screen) == ["二"]
    assert QApplication.focusWidget() is screen.lists[Pledge].ordered()[0]
    assert screen.notice.text == "消しました：「一」"
    click(qtbot, deed(screen, "元に戻す"))
    assert _texts(screen) == ["一", "二"]


def test_typing_stays_and_keeps_the_focus_when_it_is_saved(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "一")
    screen.lists[Pledge].ordered()[0].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    with qtbot.waitSignal(screen._live.changed, timeout=5_000):
        type_text(editor, "朝に ")
    assert QApplication.focusWidget() is editor
    type_text(editor, "見る")
    press(qtbot, Qt.Key.Key_Escape)
    assert _texts(screen) == ["朝に 見る一"]
    screen._live.undo()
    assert _texts(screen) == ["一"]  # one visit to one editor is one step back


def test_typed_text_stays_when_the_disk_refuses(qtbot: QtBot, screen: ContentScreen) -> None:
    screen._workspace.connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(screen._live.not_saved):
        _pledge(qtbot, screen, "一")
    assert screen.lists[Pledge].entry.first.value() == "一"
    screen._workspace.connection.execute("PRAGMA query_only = OFF")
    screen.lists[Pledge].entry.first.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert _texts(screen) == ["一"]


def test_open_form_keeps_its_words_when_the_disk_refuses(qtbot: QtBot, screen: ContentScreen) -> None:
    _enter(qtbot, screen, Knack, "席次表")
    row = _row(screen, 0)
    assert row.form is not None
    screen._workspace.connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(screen._live.not_saved):
        type_text(row.form.editors["material"], "共有フォルダ")
        row.fold()
    screen._workspace.connection.execute("PRAGMA query_only = OFF")
    row.open()
    assert row.form.editors["material"].value() == "共有フォルダ"
    screen.flush()
    assert kept(screen).knacks[row.row_id].material == "共有フォルダ"


def test_knack_is_shown_and_taken_off_when_its_button_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    _enter(qtbot, screen, Knack, "席次表")
    row = _row(screen, 0)
    assert screen._live.wall.on_show is None
    row.fold()
    assert row.wall_button is not None
    click(qtbot, row.wall_button)
    assert _on_show(screen) == OnShow(Show.KNACK, row.row_id)
    assert row.wall_button.text() == "投影中（やめる）"
    assert "投影中：コツ「席次表」" in words(screen)
    click(qtbot, row.wall_button)
    assert _on_show(screen) is None
    assert "投影中" not in words(screen)


def test_knack_is_shown_in_place_of_another_when_one_key_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    for title in ("一", "二"):
        _enter(qtbot, screen, Knack, title)
        press(qtbot, Qt.Key.Key_Escape)
    _row(screen, 0).setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert screen._live.wall.on_show == OnShow(Show.KNACK, _row(screen, 1).row_id)
    assert [_row(screen, place).property("role") for place in (0, 1)] == ["row", "shown-row"]
    press(qtbot, Qt.Key.Key_Space)
    assert screen._live.wall.on_show is None


def test_bar_says_so_when_the_picture_is_held_or_black(screen: ContentScreen) -> None:
    screen._live.wall.put_on(OnShow(Show.PLEDGES))
    screen._live.wall.toggle_freeze()
    assert "いまは投影を止めています" in words(screen.wall_bar)
    screen._live.wall.toggle_black()
    assert "いまは投影を消しています" in words(screen.wall_bar)


def test_bar_follows_when_what_is_on_show_is_renamed(screen: ContentScreen) -> None:
    screen._live.apply(add_row(screen._live.workshop, Knack, title="席次表"))
    [knack] = listed(screen._live.workshop, Knack)
    screen._live.wall.put_on(OnShow(Show.KNACK, knack.id))
    screen._live.apply(set_row(screen._live.workshop, Knack(knack.id, knack.order, "名札")))
    assert "投影中：コツ「名札」" in words(screen.wall_bar)


def test_nothing_is_on_show_when_the_knack_is_deleted(screen: ContentScreen) -> None:
    screen._live.apply(add_row(screen._live.workshop, Knack, title="席次表"))
    [knack] = listed(screen._live.workshop, Knack)
    screen._live.wall.put_on(OnShow(Show.KNACK, knack.id))
    screen._live.apply(delete_row(knack))
    assert screen._live.wall.on_show is None


def test_pledges_are_on_the_wall_when_the_button_is_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    _pledge(qtbot, screen, "一")
    click(qtbot, screen.lists[Pledge].wall_button)  # type: ignore[union-attr]
    assert screen._live.wall.on_show == OnShow(Show.PLEDGES)


def test_questions_are_counted_and_the_notes_asked_for_when_pressed(qtbot: QtBot, screen: ContentScreen) -> None:
    assert screen.questions_button.text() == "質問 0件（付箋を開く）"
    screen._live.apply(notes.add_notes(screen._live.workshop, ["なぜ紙なのですか"], NoteKind.QUESTION))
    assert screen.questions_button.text() == "質問 1件（付箋を開く）"
    with qtbot.waitSignal(screen.board_requested):
        click(qtbot, screen.questions_button)


def test_markup_is_shown_as_typed_when_a_title_holds_some(qtbot: QtBot, screen: ContentScreen) -> None:
    hostile = '<b>&amp;</b><img src="x">'
    _enter(qtbot, screen, Knack, hostile)
    press(qtbot, Qt.Key.Key_Escape)
    _row(screen, 0).toggle_show()
    assert words(screen).count(hostile) == 2


@pytest.mark.parametrize(
    ("format", "name"),
    [
        (WorkshopFormat.STUDY, "コツ"),
        (WorkshopFormat.TRAINING, "演習"),
        (WorkshopFormat.DX, "手順"),
        (WorkshopFormat.KAIGI, ""),
    ],
)
def test_screen_is_called_by_its_format_when_named_on_the_rail(format: WorkshopFormat, name: str) -> None:
    assert content_name(format) == name


def test_room_reads_no_half_sentence_when_what_is_on_show_is_reworded(
    qtbot: QtBot, screen: ContentScreen, clock: FakeClock
) -> None:
    _enter(qtbot, screen, Knack, "席次のコツ", "総務課")
    press(qtbot, Qt.Key.Key_Escape)
    live = screen._live
    live.apply(add_item(live.workshop, "実演", 10, phase=AgendaPhase.PRESENT))
    live.apply(running.start(live.workshop, clock()))
    projector = ProjectorWindow(live)
    qtbot.addWidget(projector)
    projector.resize(1280, 720)
    row = _row(screen, 0)
    live.wall.put_on(OnShow(Show.KNACK, row.entity.id))
    projector.look()
    row.open("title")
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "を田中さん")
    row.flush()
    projector.look()
    assert "田中" in live.workshop.knacks[row.entity.id].title  # it is saved
    assert not any("田中" in text for text in projector.painted_texts())
    row.fold()
    projector.look()
    assert any("田中" in text for text in projector.painted_texts())
