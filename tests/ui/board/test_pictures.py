"""Tests of the dialog 「図にする」: a picture chosen, looked at, saved, copied, stopped."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from threading import Event
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from exports.figures.board_figure import board_figure
from exports.figures.figure import Figure, Stopped
from exports.files import write_paper
from exports.palette import NOTE_FILL
from models.board import NoteKind
from models.workshop import Workshop
from tests.exports.boards import full, note, numbered, with_notes
from tests.ui.board.conftest import Board
from ui.background import wait_for_all
from ui.board.menu import board_menu
from ui.board.picture_dialog import PictureDialog, open_picture_dialog
from ui.board.picture_making import Kind, Watched, scopes, size_words
from ui.board.picture_painter import MOST_PIXELS, MOST_SIDE, image, image_size
from ui.theme import load_fonts

Opened = Callable[..., PictureDialog]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    """Opens the dialog on a workshop; what is saved goes into the test's folder."""
    load_fonts()
    parent = QWidget()
    qtbot.addWidget(parent, before_close_func=lambda _parent: wait_for_all())
    parent.show()

    def open_on(workshop: Workshop, chosen: Collection[str] = ()) -> PictureDialog:
        dialog = open_picture_dialog(parent, workshop, chosen)
        dialog.ask_path = lambda _parent, _title, name, _kinds: tmp_path / name
        return dialog

    return open_on


def ready(qtbot: QtBot, dialog: PictureDialog) -> None:
    """Wait until nothing is being made any more."""
    qtbot.waitUntil(lambda: dialog.stop_button.isHidden(), timeout=20_000)


def saved(qtbot: QtBot, dialog: PictureDialog, kind: Kind, folder: Path) -> Path:
    """Press save, and give the file."""
    ready(qtbot, dialog)
    dialog.kind.show_value(kind)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ready(qtbot, dialog)
    (path,) = folder.glob(f"*{kind.suffix}")
    return path


def test_picture_is_shown_when_the_dialog_opens(qtbot: QtBot, opened: Opened, fresh: Workshop) -> None:
    dialog = opened(full(fresh))
    assert not dialog.save_button.isEnabled()
    ready(qtbot, dialog)
    assert dialog.preview.image is not None
    assert dialog.preview.accessibleDescription() == "付箋10枚、グループ４つ"
    assert "ピクセル" in dialog.size_told.text()
    assert dialog.save_button.isEnabled()


@pytest.mark.parametrize(("kind", "scale"), [(Kind.PNG_2, 2), (Kind.PNG_4, 4)])
def test_image_has_the_size_that_is_told_when_it_is_saved(
    qtbot: QtBot, opened: Opened, fresh: Workshop, tmp_path: Path, kind: Kind, scale: int
) -> None:
    dialog = opened(full(fresh))
    made = QImage(str(saved(qtbot, dialog, kind, tmp_path)))
    assert dialog.figure is not None
    assert made.width() == round(dialog.figure.width * scale)
    assert made.height() == round(dialog.figure.height * scale)
    assert str(tmp_path) in dialog.notice.text


def test_drawing_and_sheet_are_whole_when_they_are_saved(
    qtbot: QtBot, opened: Opened, fresh: Workshop, tmp_path: Path
) -> None:
    workshop = full(fresh)
    notes = {**workshop.notes, "e3": replace(workshop.notes["e3"], hidden=True)}
    dialog = opened(replace(workshop, notes=notes))
    svg = "".join(ET.parse(saved(qtbot, dialog, Kind.SVG, tmp_path)).getroot().itertext())
    (page,) = PdfReader(saved(qtbot, dialog, Kind.PDF_A3, tmp_path)).pages
    for told in (svg, page.extract_text()):
        assert "国会対応の待ち時間" in told
        assert "席替え" not in told
    assert round(page.mediabox.width) == 1191


def test_everything_is_offered_first_when_notes_are_chosen(qtbot: QtBot, opened: Opened, fresh: Workshop) -> None:
    dialog = opened(full(fresh), ["a1"])
    words = [dialog.what.itemText(row) for row in range(dialog.what.count())]
    assert words == ["全体", "選んだグループ（1つ）", "選んだ大きなグループ", "選んだ付箋（1枚）"]
    ready(qtbot, dialog)
    assert dialog.preview.accessibleDescription() == "付箋10枚、グループ４つ"
    for row, told in ((1, "付箋２枚、グループ１つ"), (3, "付箋１枚")):
        dialog.what.show_value(row)
        dialog.what.edited.emit()
        ready(qtbot, dialog)
        assert dialog.preview.accessibleDescription() == told


def test_only_the_whole_is_offered_when_nothing_is_chosen(fresh: Workshop) -> None:
    assert [scope.only for scope in scopes(full(fresh), ())] == [None]


def test_image_is_on_the_clipboard_when_it_is_copied(qtbot: QtBot, opened: Opened, fresh: Workshop) -> None:
    dialog = opened(full(fresh))
    ready(qtbot, dialog)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    ready(qtbot, dialog)
    assert dialog.figure is not None
    assert QGuiApplication.clipboard().image().width() == round(2 * dialog.figure.width)
    assert "コピーしました" in dialog.notice.text


def test_reason_is_told_when_there_is_nothing_to_draw(qtbot: QtBot, opened: Opened, fresh: Workshop) -> None:
    dialog = opened(with_notes(fresh, note("n", "ひみつ", 0, 0, hidden=True)))
    ready(qtbot, dialog)
    assert "まだ投影されていません" in dialog.notice.text
    assert not dialog.save_button.isEnabled()
    assert not dialog.copy_button.isEnabled()


def test_reason_is_told_when_the_place_takes_nothing(
    qtbot: QtBot, opened: Opened, fresh: Workshop, tmp_path: Path
) -> None:
    dialog = opened(full(fresh))
    dialog.ask_path = lambda *_asked: tmp_path / "no" / "where.png"
    ready(qtbot, dialog)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ready(qtbot, dialog)
    assert "where.png" in dialog.notice.text
    assert not (tmp_path / "no").exists()
    assert dialog.save_button.isEnabled()


def test_nothing_is_written_when_saving_is_stopped(
    qtbot: QtBot, opened: Opened, fresh: Workshop, tmp_path: Path
) -> None:
    dialog = opened(numbered(fresh, 2_000))
    ready(qtbot, dialog)
    dialog.kind.show_value(Kind.PDF_A4)
    dialog.save()
    qtbot.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    wait_for_all()
    assert list(tmp_path.iterdir()) == []
    assert "中止しました" in dialog.notice.text
    assert dialog.save_button.isEnabled()


def test_picture_is_told_to_be_written_when_stopping_comes_too_late(
    qtbot: QtBot, opened: Opened, fresh: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = Event(), Event()

    def held(path: Path, data: bytes) -> None:
        begun.set()
        assert go.wait(20)
        write_paper(path, data)

    monkeypatch.setattr("exports.files.write_paper", held)
    dialog = opened(full(fresh))
    ready(qtbot, dialog)
    dialog.save()
    assert begun.wait(20)
    dialog.stop()
    assert "中止" not in dialog.notice.text
    go.set()
    ready(qtbot, dialog)
    assert "図を保存しました" in dialog.notice.text
    assert [path.suffix for path in tmp_path.iterdir()] == [".png"]


def test_work_ends_when_the_dialog_is_closed_on_it(qtbot: QtBot, opened: Opened, fresh: Workshop) -> None:
    dialog = opened(numbered(fresh, 2_000))
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wait_for_all()


def test_it_is_too_late_to_stop_when_the_file_is_being_written() -> None:
    watched = Watched()
    watched.told(0.5)
    watched.seal()
    assert not watched.stop()
    stopped = Watched()
    assert stopped.stop()
    with pytest.raises(Stopped):
        stopped.told(0.5)
    with pytest.raises(Stopped):
        stopped.seal()


@pytest.mark.parametrize("size", [(50_000.0, 100.0), (100.0, 50_000.0), (50_000.0, 50_000.0)])
def test_image_stays_within_bounds_and_says_so_when_the_board_is_huge(size: tuple[float, float]) -> None:
    figure = Figure(*size, ())
    width, height = image_size(figure, 4.0)
    assert max(width, height) <= MOST_SIDE
    assert width * height <= MOST_PIXELS * 1.001
    assert "盤面が大きいため、4倍ではなく" in size_words(figure, Kind.PNG_4)
    assert size_words(figure, Kind.SVG) == ""


def test_notes_have_their_colours_when_they_are_painted(qtbot: QtBot, fresh: Workshop) -> None:
    load_fonts()
    kinds = list(NoteKind)
    notes = [note(kind, "あ", column, 0, kind=kind) for column, kind in enumerate(kinds)]
    made = image(board_figure(with_notes(fresh, *notes)), 1.0)
    for column, kind in enumerate(kinds):
        assert QColor(made.pixel(32 + column * 224 + 150, 32 + 60)) == QColor(NOTE_FILL[kind])
        inked = {made.pixel(32 + column * 224 + x, 32 + y) for x in range(12, 30) for y in range(8, 28)}
        assert len(inked) > 5  # a letter with its soft edges


def test_painting_stops_when_somebody_thinks_better_of_it(qtbot: QtBot, fresh: Workshop) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        image(board_figure(numbered(fresh, 3)), 1.0, stop)


def test_dialog_opens_when_the_menu_is_used(qtbot: QtBot, board: Board) -> None:
    board.add("照会の締切が短い", "印刷が多い")
    menu: QMenu = board_menu(board.view)
    (action,) = [one for one in menu.actions() if one.text() == "図にする…"]
    action.trigger()
    (dialog,) = board.view.findChildren(PictureDialog)
    ready(qtbot, dialog)
    assert dialog.preview.accessibleDescription() == "付箋２枚"
    dialog.reject()
