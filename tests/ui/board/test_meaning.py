"""What the board's notes mean is read beside the window, kept when the workshop is let go, and gone with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, QTimer
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits.change import new_id
from models.edits.deciding import archive
from models.edits.notes import add_notes, delete_notes, set_note_text
from models.grouping.memory import Memory
from models.grouping.vector_file import VectorFile, VectorFolder
from models.templates import new_workshop
from models.workshop import Workshop
from tests.clock import FakeClock
from ui.background import wait_for_all
from ui.board import meaning
from ui.board.meaning import BoardMeaning
from ui.live_document import LiveDocument
from ui.main_window import MainWindow

TEXTS = ["ハンコをやめる", "会議が長い", "電話で仕事が止まる", "引継ぎ書がない", "壁が薄い", "バスが少ない"]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(meaning, "IDLE_MS", 1)
    yield
    wait_for_all()


@pytest.fixture
def file(tmp_path: Path) -> VectorFile:
    return VectorFile(tmp_path / "cache" / "one.vectors", bytes(range(32)))


@pytest.fixture
def live(document: Document, clock: FakeClock, file: VectorFile) -> LiveDocument:
    opened = LiveDocument(document, clock, file)
    assert opened.apply(add_notes(opened.workshop, TEXTS))
    return opened


@pytest.fixture
def board(live: LiveDocument) -> Iterator[BoardMeaning]:
    parent = QObject()
    made = BoardMeaning(live, parent)
    yield made
    made.close()


def known(memory: Memory, texts: list[str]) -> bool:
    """Whether nothing has to be read to know `texts`."""

    def unread(_texts: object) -> None:
        raise LookupError

    try:
        memory.rows(texts, unread)  # type: ignore[arg-type]
    except LookupError:
        return False
    return True


def warmed(qtbot: QtBot, board: BoardMeaning, ask: Callable[[], object]) -> None:
    with qtbot.waitSignal(board.read, timeout=60_000):
        ask()


def test_all_notes_are_known_when_the_board_was_seen_for_a_while(qtbot: QtBot, board: BoardMeaning) -> None:
    warmed(qtbot, board, board.warm)
    assert known(board.memory, TEXTS)


def test_nothing_is_read_when_the_board_was_not_seen(qtbot: QtBot, board: BoardMeaning) -> None:
    assert board._live.apply(add_notes(board._live.workshop, ["もう一枚"]))
    assert not board._idle.isActive()
    assert not known(board.memory, TEXTS)


def test_nothing_is_read_when_there_are_few_notes(qtbot: QtBot, board: BoardMeaning) -> None:
    ids = [note.id for note in board._live.workshop.ordered_notes()]
    assert board._live.apply(delete_notes(board._live.workshop, ids[:2]))
    board._read_ahead()
    assert board._work is None


def test_new_notes_are_read_too_when_they_come_later(qtbot: QtBot, board: BoardMeaning) -> None:
    warmed(qtbot, board, board.warm)
    warmed(qtbot, board, lambda: board._live.apply(add_notes(board._live.workshop, ["給湯室の掃除当番"])))
    assert known(board.memory, ["給湯室の掃除当番"])


def test_what_is_known_is_kept_when_the_workshop_is_let_go(qtbot: QtBot, board: BoardMeaning, file: VectorFile) -> None:
    warmed(qtbot, board, board.warm)
    board._live.closed.emit()
    assert known(Memory(file), TEXTS)


def test_a_deleted_note_is_not_kept(qtbot: QtBot, board: BoardMeaning, file: VectorFile) -> None:
    warmed(qtbot, board, board.warm)
    gone = next(note for note in board._live.workshop.notes.values() if note.text == TEXTS[0])
    assert board._live.apply(delete_notes(board._live.workshop, [gone.id]))
    board._live.closed.emit()
    assert known(Memory(file), TEXTS[1:])
    assert not known(Memory(file), TEXTS[:1])


def test_nothing_more_is_read_when_the_workshop_is_let_go(qtbot: QtBot, board: BoardMeaning) -> None:
    board.warm()
    board._live.closed.emit()
    assert board._stop.is_set()
    assert not board._idle.isActive()
    board.warm()
    assert not board._idle.isActive()


def test_reading_is_stopped_when_the_screen_goes(qtbot: QtBot, live: LiveDocument) -> None:
    parent = QObject()
    board = BoardMeaning(live, parent)
    stop = board._stop
    with qtbot.waitSignal(board.destroyed):
        parent.deleteLater()
    assert stop.is_set()


def test_the_neighbourhood_follows_every_edit(board: BoardMeaning) -> None:
    near = board.neighbourhood()
    assert near is board.neighbourhood()
    live = board._live
    assert near.close_to("はんこ全廃")[0].is_double
    assert live.apply(add_notes(live.workshop, ["給湯室の掃除の当番を決めたい"]))
    found = near.close_to("給湯室の掃除当番")
    assert live.workshop.notes[found[0].id].text == "給湯室の掃除の当番を決めたい"
    assert live.apply(set_note_text(live.workshop, found[0].id, "印刷が遅い"))
    assert not near.close_to("給湯室の掃除当番")
    assert live.undo()
    assert near.close_to("給湯室の掃除当番")
    assert live.apply(delete_notes(live.workshop, [found[0].id]))
    assert not near.close_to("給湯室の掃除当番")


def test_the_window_stays_alive_while_notes_are_read(qtbot: QtBot, board: BoardMeaning) -> None:
    turns = []
    timer = QTimer(board)
    timer.timeout.connect(lambda: turns.append(board._work is not None))
    timer.start(1)
    warmed(qtbot, board, board.warm)
    assert any(turns)


# in the window


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    shown = MainWindow(tmp_path / "workspace", settings(tmp_path), tmp_path / "cache")
    qtbot.addWidget(shown)
    with qtbot.waitSignal(shown.opened):
        shown.show()
    return shown


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("*.vectors"))


def begun(window: MainWindow, workshop: Workshop) -> BoardMeaning:
    """A workshop that is open, with notes of which something is known."""
    assert window.workspace is not None
    window.workspace.create(workshop)
    window.open_workshop(workshop.id)
    live = window.open_live()
    assert live.apply(add_notes(live.workshop, TEXTS))
    board = BoardMeaning(live, live)
    board.neighbourhood().close_to("はんこ")
    return board


def test_each_workshop_has_its_file_until_it_is_put_away(window: MainWindow, fresh: Workshop, tmp_path: Path) -> None:
    begun(window, fresh)
    begun(window, new_workshop(replace(fresh.details, id=new_id())))
    assert len(files(tmp_path)) == 1
    live = window.open_live()
    assert live.apply(archive(live.workshop))
    window.close()
    assert len(files(tmp_path)) == 1
    kept = VectorFolder(tmp_path / "cache", tmp_path / "workspace").file(fresh.details.id)
    assert kept is not None
    assert known(Memory(kept), TEXTS)


def test_no_cache_is_made_when_the_window_has_none(qtbot: QtBot, tmp_path: Path, fresh: Workshop) -> None:
    shown = MainWindow(tmp_path / "workspace", settings(tmp_path))
    qtbot.addWidget(shown)
    with qtbot.waitSignal(shown.opened):
        shown.show()
    begun(shown, fresh)
    shown.close()
    assert not list(tmp_path.rglob("*.vectors"))
    assert not list(tmp_path.rglob("meaning.key"))
