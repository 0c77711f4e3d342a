"""The replay in the window: every moment forward and backward, by mouse and keys; nothing is changed by looking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.demonstration import add_demonstration
from models.edits.clusters import group_notes, rename_cluster
from models.edits.families import form_family
from models.edits.notes import add_notes, move_notes, reveal_notes, set_note_text, start_silence
from models.edits.running import start
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from models.workshop import Workshop, WorkshopFormat
from models.workspace.workspace import Workspace
from ui.background import wait_for_all
from ui.board.menu import board_menu
from ui.board.picture_dialog import PictureDialog
from ui.board.picture_making import Kind
from ui.board.replay.playing import Speed
from ui.board.replay.screen import ReplayScreen
from ui.board.replay.signs import Sign
from ui.board.replay.words import past_of
from ui.board.scene import BoardScene
from ui.live_document import LiveDocument
from ui.main_window import MainWindow
from ui.screens import BOARD, REPLAY, RUN

PATIENCE = 20_000
Shown = dict[str, tuple[object, ...]]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on an empty workspace."""
    folder = tmp_path / "workspace"
    made = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made, before_close_func=lambda _made: wait_for_all())
    with qtbot.waitSignal(made.opened, timeout=PATIENCE):
        made.resize(1280, 720)
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def kept(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def live(window: MainWindow, fresh: Workshop) -> LiveDocument:
    """An open workshop of five moments: three notes, one more, one moved, two grouped, the group named."""
    kept(window).create(fresh)
    window.open_workshop(fresh.id, BOARD)
    opened = window.open_live()
    do(opened, add_notes(opened.workshop, ["一", "二", "三"]))
    do(opened, add_notes(opened.workshop, ["四"]))
    do(opened, move_notes(opened.workshop, {note_id(opened, "四"): (900.0, 500.0)}))
    do(opened, group_notes(opened.workshop, [note_id(opened, "一"), note_id(opened, "二")]))
    do(opened, rename_cluster(opened.workshop, next(iter(opened.workshop.clusters)), "照会が多い"))
    return opened


def do(live: LiveDocument, edit: object) -> None:
    assert live.apply(edit)  # type: ignore[arg-type]


def note_id(live: LiveDocument, text: str) -> str:
    return next(note.id for note in live.workshop.notes.values() if note.text == text)


def looked_back(qtbot: QtBot, window: MainWindow) -> ReplayScreen:
    """The replay in front, as the board's menu leads to it."""
    view = window.made(BOARD).view
    menu = board_menu(view)
    next(action for action in menu.actions() if "これまでのあゆみ" in action.text()).trigger()
    menu.deleteLater()
    screen = window.made(REPLAY)
    assert isinstance(screen, ReplayScreen)
    qtbot.waitUntil(lambda: screen.replay is not None, timeout=PATIENCE)
    return screen


def position(screen: ReplayScreen) -> int:
    assert screen.replay is not None
    return screen.replay.position


def texts(screen: ReplayScreen) -> list[str]:
    return sorted(note.text for note in screen.scene.notes.values())


def shown(scene: BoardScene) -> Shown:
    """Everything that is seen on a board, by what it is."""
    notes: Shown = {note.id: (note.text, note.kind, note.x, note.y) for note in scene.notes.values()}
    islands: Shown = {i: (one.cluster.title, one.tail_words(), one.rect) for i, one in scene.islands.items()}
    frames: Shown = {i: (one.family.title, one.rect) for i, one in scene.frames.items()}
    arrows: Shown = {i: (one.relation.kind, one.relation.label) for i, one in scene.arrows.items()}
    return notes | islands | frames | arrows


def press(screen: ReplayScreen, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or screen, key, held)


# what is shown


@pytest.mark.parametrize("kind", [WorkshopFormat.KAIGI, WorkshopFormat.STUDY, WorkshopFormat.DX])
def test_every_moment_is_shown_when_a_demonstration_is_replayed(
    qtbot: QtBot, window: MainWindow, kind: WorkshopFormat
) -> None:
    window.open_workshop(add_demonstration(kept(window), kind), BOARD)
    screen = looked_back(qtbot, window)
    assert screen.replay is not None
    count = len(screen.replay.moments)
    assert count > 3
    assert shown(screen.scene) == shown(window.made(BOARD).board)
    for there in (*range(count, -1, -1), *range(count + 1)):
        screen.go_to(there)
        assert shown(screen.scene) == shown(BoardScene(screen.replay.workshop))
        assert screen.bar.told.text
    assert shown(screen.scene) == shown(window.made(BOARD).board)
    screen.go_to(0)
    assert not screen.scene.notes


def test_board_goes_moment_by_moment_when_keys_are_pressed(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    screen = looked_back(qtbot, window)
    assert (position(screen), texts(screen)) == (5, ["一", "三", "二", "四"])
    press(screen, Qt.Key.Key_Home)
    assert (position(screen), texts(screen)) == (0, [])
    press(screen, Qt.Key.Key_Right)
    assert texts(screen) == ["一", "三", "二"]
    assert "付箋の追加（3枚）" in screen.bar.told.text
    press(screen, Qt.Key.Key_End)
    assert position(screen) == 5
    press(screen, Qt.Key.Key_Left)
    assert position(screen) == 4
    assert [one.cluster.title for one in screen.scene.islands.values()] == [""]


def test_nobody_is_asked_for_a_title_when_a_board_of_the_past_is_looked_at(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    (group,) = live.workshop.clusters
    do(live, rename_cluster(live.workshop, group, ""))
    do(live, form_family(live.workshop, [group]))
    screen = looked_back(qtbot, window)
    press(screen, Qt.Key.Key_End)
    assert [one.title_words() for one in screen.scene.islands.values()] == ["（表札なし）"]
    assert [one.words() for one in screen.scene.frames.values()] == ["（表札なし）（1グループ）"]
    board = window.made(BOARD).board
    assert [one.title_words() for one in board.islands.values()] == ["表札をつける"]


def test_keys_work_when_the_board_or_a_button_has_the_focus(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    screen = looked_back(qtbot, window)
    for focused in (screen.view, screen.picture, screen.bar.play, screen.bar.timeline):
        focused.setFocus()
        press(screen, Qt.Key.Key_Left)
    assert position(screen) == 1


def test_slider_goes_where_it_is_pressed_and_pulled(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    screen = looked_back(qtbot, window)
    timeline = screen.bar.timeline
    for there in (0, 3, 5, 2):
        at = QPoint(round(timeline.x_of(there)), 16)
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at)
        assert position(screen) == there
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline.x_of(2)), 16))
    qtbot.mouseMove(timeline, QPoint(round(timeline.x_of(4)), 16))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton)
    assert position(screen) == 4


def test_buttons_go_a_moment_or_a_chapter_when_they_are_clicked(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    items = live.workshop.agenda_items()
    do(live, start(live.workshop, live.clock()))
    do(live, add_notes(live.workshop, ["五"]))
    screen = looked_back(qtbot, window)
    steps = screen.bar.steps
    assert not steps[Sign.ON].isEnabled()
    qtbot.mouseClick(steps[Sign.CHAPTER_BACK], Qt.MouseButton.LeftButton)
    assert position(screen) == 5
    qtbot.mouseClick(steps[Sign.BACK], Qt.MouseButton.LeftButton)
    assert position(screen) == 4
    qtbot.mouseClick(steps[Sign.CHAPTER_ON], Qt.MouseButton.LeftButton)
    press(screen, Qt.Key.Key_PageDown)
    assert position(screen) == 6
    assert items[0].title in screen.bar.told.text
    press(screen, Qt.Key.Key_PageUp)
    press(screen, Qt.Key.Key_Left, ctrl=True)
    assert position(screen) == 0
    assert not steps[Sign.CHAPTER_BACK].isEnabled()


def test_it_is_told_what_is_left_out_when_the_room_has_not_seen_a_note(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    do(live, start_silence(live.workshop))
    do(live, add_notes(live.workshop, ["秘密"]))
    screen = looked_back(qtbot, window)
    assert "秘密" not in texts(screen)
    assert "1枚は、表示していません" in screen.bar.told.text
    screen.leave()
    do(live, reveal_notes(live.workshop))
    screen = looked_back(qtbot, window)
    assert "秘密" in texts(screen)
    assert "まとめて出てきます" in screen.bar.told.text


def test_beginning_is_explained_when_an_entry_is_not_what_was_written(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    connection = kept(window).connection
    row = connection.execute("SELECT seq FROM journal WHERE kind = 'notes_moved'").fetchone()
    connection.execute("UPDATE journal SET digest = 'x' WHERE seq = ?", row)
    screen = looked_back(qtbot, window)
    assert "記録が読めない" in screen.bar.told.text
    screen.go_to(0)
    assert len(texts(screen)) == 4


def test_a_sentence_stands_there_when_there_is_nothing_to_play(qtbot: QtBot, window: MainWindow) -> None:
    window.open_workshop(add_demonstration(kept(window), WorkshopFormat.TRAINING), BOARD)
    assert not window.open_live().workshop.notes
    window.show_screen(REPLAY)
    screen = window.made(REPLAY)
    qtbot.waitUntil(lambda: "まだ見られる" in screen.hint.text(), timeout=PATIENCE)
    assert not screen.bar.isEnabled()
    assert not screen.picture.isEnabled()
    press(screen, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.made(BOARD)


def test_everything_stays_in_sight_until_a_person_zooms(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    do(live, move_notes(live.workshop, {note_id(live, "四"): (9_000.0, 6_000.0)}))
    screen = looked_back(qtbot, window)
    qtbot.waitUntil(lambda: screen.view.zoom < 0.2)
    far = screen.view.zoom
    screen.go_to(1)
    assert screen.view.zoom > 2 * far
    for there in (*range(6, -1, -1), *range(1, 7), 1):
        screen.go_to(there)
        sight = screen.view.mapToScene(screen.view.viewport().rect()).boundingRect()
        assert sight.contains(screen.scene.at_this_moment())
    screen.view.zoom_to(0.5)
    screen.go_to(6)
    assert screen.view.zoom == 0.5


# playing


def test_it_plays_to_the_end_and_stops_when_space_is_pressed(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    screen = looked_back(qtbot, window)
    press(screen, Qt.Key.Key_Space)
    assert (screen.playing.on, position(screen)) == (True, 0)
    assert screen.bar.play.accessibleName() == "一時停止"
    for there in range(1, 5):
        screen.playing.beat.emit()
        assert (screen.playing.on, position(screen)) == (True, there)
    screen.playing.beat.emit()
    assert (screen.playing.on, position(screen)) == (False, 5)
    assert screen.bar.play.accessibleName() == "再生"


def test_playing_stops_when_a_person_goes_elsewhere(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    screen = looked_back(qtbot, window)
    for leave in (
        lambda: press(screen, Qt.Key.Key_Space),
        lambda: press(screen, Qt.Key.Key_Home),
        lambda: qtbot.mouseClick(screen.bar.timeline, Qt.MouseButton.LeftButton),
        lambda: window.show_screen(RUN),
    ):
        screen.playing.begin()
        leave()
        assert not screen.playing.on


@pytest.mark.parametrize("speed", list(Speed))
def test_notes_are_seen_to_move_when_it_plays_slowly_only(
    qtbot: QtBot, window: MainWindow, live: LiveDocument, speed: Speed
) -> None:
    screen = looked_back(qtbot, window)
    screen.go_to(2)
    assert not screen.scene.lifted
    qtbot.mouseClick(screen.bar.speeds[speed], Qt.MouseButton.LeftButton)
    screen.switch_playing()
    screen.playing.beat.emit()
    assert bool(screen.scene.lifted) == (speed is Speed.SLOW)
    screen.go_to(1)
    assert not screen.scene.lifted


# nothing is changed


def test_nothing_is_changed_when_everything_is_tried(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    do(live, add_notes(live.workshop, ["五"]))
    assert live.undo()
    workspace, board = kept(window), window.made(BOARD)
    workshop, undo, redo = live.workshop, live.undo_kind(), live.redo_kind()
    before = workspace.connection.total_changes
    dump = list(workspace.connection.iterdump())
    chosen, zoom, sight = set(board.board.chosen), board.view.zoom, board.view.mapToScene(0, 0)
    screen = looked_back(qtbot, window)
    assert not window.strip.undo_button.isEnabled()
    for focused in (screen.view, screen.bar.timeline, screen.bar.play):
        for letter in "GMTXNPB12345":
            focused.setFocus()
            QTest.keyClick(focused, Qt.Key(ord(letter)))
        for sequence in ("Del", "Backspace", "F2", "Return", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+V", "Ctrl+A"):
            focused.setFocus()
            QTest.keySequence(focused, QKeySequence(sequence))
    _pull_about(screen)
    _play_through(screen)
    assert window.stack.currentWidget() is screen
    window.undo()
    window.redo()
    press(screen, Qt.Key.Key_Escape)
    assert live.workshop is workshop
    assert (live.undo_kind(), live.redo_kind()) == (undo, redo)
    assert workspace.connection.total_changes == before
    assert list(workspace.connection.iterdump()) == dump
    assert window.stack.currentWidget() is window.made(BOARD)
    assert (set(board.board.chosen), board.view.zoom, board.view.mapToScene(0, 0)) == (chosen, zoom, sight)
    assert window.strip.undo_button.isEnabled()


def _pull_about(screen: ReplayScreen) -> None:
    """Press, double click and drag on a note, and ask for a menu there."""
    viewport = screen.view.viewport()
    note = next(iter(screen.scene.notes.values()))
    at = screen.view.mapFromScene(QPointF(note.x + NOTE_WIDTH / 2, note.y + NOTE_HEIGHT / 2))
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, keys, at)
        QTest.mouseMove(viewport, at + QPoint(60, 40))
        assert not screen.scene.chosen
        assert not screen.scene.lifted
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, keys, at + QPoint(60, 40))
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    assert not screen.scene.chosen
    assert screen.findChild(QMenu) is None


def _play_through(screen: ReplayScreen) -> None:
    screen.switch_playing()
    while screen.playing.on:
        screen.playing.beat.emit()


def test_replay_is_not_disturbed_when_the_meeting_goes_on(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    screen = looked_back(qtbot, window)
    screen.go_to(3)
    before = shown(screen.scene)
    do(live, start(live.workshop, live.clock()))
    do(live, add_notes(live.workshop, ["五"]))
    assert (position(screen), shown(screen.scene)) == (3, before)
    screen.leave()
    assert position(looked_back(qtbot, window)) == 6


def test_past_stays_off_the_wall_when_it_is_looked_at(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    from ui.projector import ProjectorWindow

    projector = ProjectorWindow(live)
    qtbot.addWidget(projector)
    projector.resize(1280, 720)
    projector.show()
    before = projector.grab().toImage()
    looked_back(qtbot, window).go_to(1)
    assert projector.grab().toImage() == before


# coming and going


def test_replay_is_gone_when_another_workshop_is_opened(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    screen = looked_back(qtbot, window)
    screen.playing.begin()
    gone: list[bool] = []
    screen.destroyed.connect(lambda: gone.append(True))
    window.open_workshop(add_demonstration(kept(window), WorkshopFormat.STUDY), BOARD)
    qtbot.waitUntil(lambda: bool(gone))
    looked_back(qtbot, window).go_to(1)


def test_window_closes_when_the_replay_is_still_being_made_or_plays(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    looked_back(qtbot, window).playing.begin()
    window.show_screen(BOARD)
    window.show_screen(REPLAY)
    assert window.close()
    wait_for_all()


def test_rail_shows_the_board_when_one_looks_back(qtbot: QtBot, window: MainWindow, live: LiveDocument) -> None:
    screen = looked_back(qtbot, window)
    assert window.rail.place(BOARD).isChecked()
    qtbot.mouseClick(window.rail.place(BOARD), Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.made(BOARD)
    assert screen.replay is None
    assert not screen.scene.notes


# a picture of a moment


def test_picture_says_which_moment_it_is_when_one_is_made(
    qtbot: QtBot, window: MainWindow, live: LiveDocument, tmp_path: Path
) -> None:
    item = live.workshop.agenda_items()[0]
    do(live, start(live.workshop, live.clock()))
    do(live, add_notes(live.workshop, ["五"]))
    do(live, add_notes(live.workshop, ["六"]))
    screen = looked_back(qtbot, window)
    for there, told in ((7, f"「{item.title}」のおわり"), (6, f"「{item.title}」の途中（1／2）")):
        screen.go_to(there)
        qtbot.mouseClick(screen.picture, Qt.MouseButton.LeftButton)
        dialog = next(one for one in screen.findChildren(PictureDialog) if one.isVisible())
        qtbot.waitUntil(lambda dialog=dialog: dialog.figure is not None, timeout=PATIENCE)  # type: ignore[misc]
        folder = tmp_path / str(there)
        folder.mkdir()
        dialog.ask_path = lambda _parent, _title, name, _kinds, folder=folder: folder / name  # type: ignore[misc]
        dialog.kind.show_value(Kind.PDF_A4)
        dialog.save()
        qtbot.waitUntil(lambda dialog=dialog: dialog.stop_button.isHidden(), timeout=PATIENCE)  # type: ignore[misc]
        (path,) = folder.glob("*.pdf")
        assert path.name.endswith(f"_図({there}番目の時点).pdf")
        (page,) = PdfReader(path).pages
        assert told in page.extract_text().replace("\n", "")
        assert ("六" in page.extract_text()) == (there == 7)
        dialog.reject()


def test_parts_are_numbered_when_nothing_of_the_agenda_ran(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    screen = looked_back(qtbot, window)
    screen.go_to(3)
    assert screen.replay is not None
    assert screen.bar.told.text.startswith("1つめのまとまり\n")
    past = past_of(screen.replay)
    assert (past.told, past.named) == ("はじめから３番目の時点", "3番目の時点")


def test_banner_says_whose_words_are_shown_when_a_note_was_reworded_since(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    do(live, set_note_text(live.workshop, note_id(live, "四"), "死"))
    do(live, add_notes(live.workshop, ["五"]))
    screen = looked_back(qtbot, window)
    said = {}
    for there in range(7):
        screen.go_to(there)
        assert screen.replay is not None
        said[there] = "文は今のもの" in screen.banner_words
        assert past_of(screen.replay).reworded == said[there]
    assert [there for there, told in said.items() if told] == [2, 3, 4]


def test_board_has_most_of_the_room_when_the_window_is_low(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    replay = looked_back(qtbot, window)
    window.resize(853, 480)
    QApplication.processEvents()
    assert replay.view.height() > replay.height() * 0.58
    assert replay.bar.told.isVisible()
    assert replay.bar.told.mapTo(replay, QPoint()).y() < replay.view.mapTo(replay, QPoint()).y()
    for made in (replay.back, replay.picture, replay.bar.play, *replay.bar.speeds.values()):
        assert made.isVisible()
    window.resize(1280, 720)
    QApplication.processEvents()
    assert replay.bar.told.mapTo(replay, QPoint()).y() > replay.view.mapTo(replay, QPoint()).y()
