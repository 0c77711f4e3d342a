"""Which notes a suggestion is for, how far it is, and that one can stop it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models import grouping
from models.board import NoteKind
from models.edits.notes import move_notes, set_note_kind
from models.grouping import Cancelled
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import LEFT, TROUBLES, draft, groups, suggest, wait, with_note
from ui.background import wait_for_all
from ui.board import suggestion_panel
from ui.board.scope import Scope, asked


def pick(board: Board, scope: Scope) -> None:
    """Choose a scope as a hand does."""
    choice = board.screen.panel.scope
    choice.setCurrentIndex(choice.findData(scope.value))
    choice.activated.emit(choice.currentIndex())


def test_nothing_is_asked_when_there_is_nothing_to_choose(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    suggest(board, qtbot)
    assert board.screen.panel.scope.isHidden()
    assert board.screen.panel.scope.scope is Scope.LEFT


def test_all_are_grouped_when_a_single_note_is_selected(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    board.screen.board.select([board.note(TROUBLES[0]).id])
    suggest(board, qtbot)
    assert board.screen.panel.scope.scope is Scope.LEFT
    assert board.screen.panel.scope.caption.isHidden()
    assert not board.screen.board.selected()


def test_only_the_selected_notes_are_grouped_when_several_are(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    selected = [board.note(text).id for text in TROUBLES[:3]]
    board.screen.board.select(selected)
    suggest(board, qtbot)
    assert board.screen.panel.scope.scope is Scope.CHOSEN
    assert board.screen.panel.scope.caption.isVisible()
    assert board.screen.panel.scope.caption.text() == "対象:"
    assert set(board.screen.board.selected()) == set(selected)
    pick(board, Scope.LEFT)
    wait(board, qtbot)
    assert len(groups(board)) == 2
    pick(board, Scope.CHOSEN)
    wait(board, qtbot)
    assert [set(group.note_ids) for group in groups(board)] == [{board.note(text).id for text in TROUBLES[:3]}]
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    assert board.note(TROUBLES[4]).cluster_id is None


def test_notes_placed_by_hand_come_along_when_all_are_asked_for(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    far = board.note(TROUBLES[0]).id
    assert board.live.apply(move_notes(board.workshop, {far: (4_000.0, 4_000.0)}))
    suggest(board, qtbot)
    assert with_note(board, TROUBLES[0]) == set()
    pick(board, Scope.ALL)
    wait(board, qtbot)
    assert with_note(board, TROUBLES[0]) == set(TROUBLES[:3])
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    note, other = board.note(TROUBLES[0]), board.note(TROUBLES[1])
    assert note.cluster_id == other.cluster_id
    assert abs(note.x - other.x) < 1_500
    board.live.undo()
    board.live.undo()
    assert not board.note(TROUBLES[0]).placed


def test_parked_notes_stay_out_whatever_is_asked_for(board: Board) -> None:
    ids = board.add(*TROUBLES)
    assert board.live.apply(set_note_kind(board.workshop, [ids[0]], NoteKind.PARKED))
    for scope in Scope:
        assert ids[0] not in {note.id for note in asked(board.workshop, scope, set(ids)).notes}


def test_groups_that_are_not_selected_stay_out_when_only_the_selection_is_asked_for(board: Board) -> None:
    ids = board.add(*TROUBLES)
    cluster = board.group(TROUBLES[0], TROUBLES[1])
    assert [one.id for one in asked(board.workshop, Scope.CHOSEN, {ids[0], ids[3]}).clusters] == [cluster]
    assert not asked(board.workshop, Scope.CHOSEN, {ids[3], ids[4]}).clusters


def test_it_is_shown_how_far_the_reading_is(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[int, int]] = []
    panel = board.screen.panel

    def halfway(*_args: object, progress, cancelled, **_more: object):  # type: ignore[no-untyped-def]
        progress(0.5)
        while not cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr(suggestion_panel, "suggest_groups", halfway)
    board.add(*TROUBLES)
    QTest.mouseClick(board.screen.toolbar.tools.suggest, LEFT)
    qtbot.waitUntil(lambda: panel.bar.value() == panel.bar.maximum() // 2)
    shown.append((panel.bar.value(), panel.bar.maximum()))
    work = panel.work
    assert work is not None
    with qtbot.waitSignal(work.ended, timeout=30_000):
        QTest.mouseClick(panel.stop, LEFT)
    assert shown == [(500, 1_000)]
    assert not panel.isVisible()
    assert board.kinds == []
    assert board.screen.board.hits is None


def test_stop_has_the_keys_while_notes_are_read(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    QTest.mouseClick(board.screen.toolbar.tools.suggest, LEFT)
    panel = board.screen.panel
    assert panel.stop.hasFocus()
    work = panel.work
    assert work is not None
    with qtbot.waitSignal(work.ended, timeout=30_000):
        QTest.keyClick(panel.stop, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_who_types_meanwhile_goes_on_typing_when_the_groups_are_there(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    QTest.mouseClick(board.screen.toolbar.tools.suggest, LEFT)
    board.screen.focus_entry()
    wait(board, qtbot)
    assert groups(board)
    assert board.screen.entry.line.hasFocus()


def test_it_is_said_when_only_words_were_compared(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def by_words(*args, memory=None, **more):  # type: ignore[no-untyped-def]
        return grouping.suggest_groups(*args, sentences=False, **more)

    board.add(*TROUBLES)
    suggest(board, qtbot)
    assert board.screen.panel.by_words.isVisible() is draft(board).suggestion.by_words_only
    board.screen.panel.leave()
    monkeypatch.setattr(suggestion_panel, "suggest_groups", by_words)
    suggest(board, qtbot)
    assert board.screen.panel.by_words.isVisible()
    assert board.screen.panel.by_words.text() == "言葉だけで比べています"


def test_nothing_breaks_when_the_workshop_is_let_go_while_notes_are_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, board: Board
) -> None:
    begun, gone = threading.Event(), threading.Event()

    def slow(*_args: object, progress, **_more: object) -> None:  # type: ignore[no-untyped-def]
        begun.set()
        gone.wait(30)
        progress(0.5)
        raise Cancelled

    monkeypatch.setattr(suggestion_panel, "suggest_groups", slow)
    panel = suggestion_panel.SuggestionPanel(lambda: board.workshop)
    panel.begin()
    assert panel.work is not None
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    gone.set()
    with qtbot.captureExceptions() as raised:
        wait_for_all()
        qtbot.wait(1)
    assert raised == []
