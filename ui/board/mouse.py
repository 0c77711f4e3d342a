"""What the mouse does on the board: choose, drag, draw a rubber band, pull the board along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.board.frames import Frame
from ui.board.gestures import Drag, Lasso
from ui.board.island import Island
from ui.board.linking import LinkDrag

if TYPE_CHECKING:
    from ui.board.view import BoardView

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_EDGE = 16
"""Px from the window's edge at which dragging scrolls."""


def _nothing() -> None:
    return None


class BoardMouse:
    """The state of one mouse between press and release. `hand` (Space held) makes the left button pull the board."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._hand = False
        self._pressed: QPoint | None = None
        self._pulled: QPoint | None = None
        self._gesture: Drag | Lasso | LinkDrag | None = None
        self._begin: Callable[[], Drag | Lasso | LinkDrag | None] = _nothing
        self._click: Callable[[], object] = _nothing

    @property
    def busy(self) -> bool:
        """Whether something is being dragged or banded."""
        return self._gesture is not None

    @property
    def hand(self) -> bool:
        """Whether the left button pulls the board."""
        return self._hand

    @hand.setter
    def hand(self, on: bool) -> None:
        if on != self._hand:
            self._hand = on
            self._show_cursor()

    def _show_cursor(self) -> None:
        if self._pulled is not None:
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._hand:
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._view.viewport().unsetCursor()

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        left = event.button() == Qt.MouseButton.LeftButton
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._hand):
            self._pulled = at
            self._show_cursor()
        elif left:
            self._pressed = at
            if self._view.commands.links.is_on_dot(event.position()):
                self._begin, self._click = self._view.commands.links.drag, _nothing
                return
            self._press_at(self._view.mapToScene(at), bool(event.modifiers() & _ADDING))

    def _press_at(self, at: QPointF, add: bool) -> None:
        board = self._view.board
        self._begin, self._click = _nothing, _nothing
        board.rest()
        board.choose_arrow(None)
        note, island, frame = board.note_at(at), board.island_at(at), board.frame_at(at)
        arrow = board.arrow_at(at, self._view.zoom)
        if note is not None:
            self._press_note(note.id, at, add)
        elif arrow is not None:
            board.select(())
            self._view.commands.arrows.choose(arrow.relation.id)
        elif island is not None and island.head().contains(at):
            self._press_head(island, at, add)
        elif frame is not None and island is None and frame.head().contains(at):
            self._press_frame(frame, at, add)
        else:
            self._press_ground(at, add)

    def _press_head(self, island: Island, at: QPointF, add: bool) -> None:
        board, was = self._view.board, set(self._view.board.chosen)
        members = board.members(island.cluster.id)
        board.select(members, add=add)
        self._begin = lambda: self._drag(at)
        if not add and was == members and island.title_rect().contains(at):  # the first click only selects
            self._click = lambda: self._view.edit_title.emit(island.cluster.id)

    def _press_frame(self, frame: Frame, at: QPointF, add: bool) -> None:
        board = self._view.board
        alone = board.chosen_frames == {frame.family.id}
        board.choose_frame(frame.family.id, add=add)
        self._begin = lambda: self._drag(at)
        if not add and alone and frame.title_rect().contains(at):
            self._click = lambda: self._view.edit_family.emit(frame.family.id)

    def _press_note(self, note_id: str, at: QPointF, add: bool) -> None:
        board = self._view.board
        pile = board.notes[note_id].cluster_id
        if pile is not None and pile in board.piles:
            board.select(board.members(pile), add=add)  # a pile is moved as one
            self._view.go_to(board.piles.tops[pile], reveal=False)
            self._begin = lambda: self._drag(at)
            return
        if note_id not in board.chosen:
            board.select([note_id], add=add)
        elif add:
            board.select(set(board.chosen) - {note_id})
        else:
            self._click = lambda: board.select([note_id])
        self._view.go_to(note_id, reveal=False)
        self._begin = lambda: self._drag(at)

    def _press_ground(self, at: QPointF, add: bool) -> None:
        kept = set(self._view.board.chosen) if add else set()
        if not add:
            self._view.board.select(())
            self._view.go_to(None)
        self._begin = lambda: Lasso(self._view, at, kept)

    def _drag(self, at: QPointF) -> Drag | None:
        ids = self._view.board.selected()
        return Drag(self._view, ids, at) if ids else None

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves."""
        at = event.position().toPoint()
        if self._pulled is not None:
            self._view.scroll_by(self._pulled - at)
            self._pulled = at
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if self._gesture is None and far:
                self._gesture = self._begin()
            self._go_on(at)

    def _go_on(self, at: QPoint) -> None:
        if self._gesture is None:
            return
        self._view.ensureVisible(QRectF(self._view.mapToScene(at), self._view.mapToScene(at)), _EDGE, _EDGE)
        self._gesture.move(self._view.mapToScene(at))
        self._view.cue.emit(self._gesture.cue())

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        gesture, click, pressed = self._gesture, self._click, self._pressed
        self._gesture, self._begin, self._click, self._pressed = None, _nothing, _nothing, None
        if self._pulled is not None:
            self._pulled = None
            self._show_cursor()
        elif gesture is not None:
            self._view.cue.emit("")
            gesture.drop()
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            click()

    def give_up(self) -> None:
        """End what is going on, everything back to where it was."""
        gesture, self._gesture, self._pressed = self._gesture, None, None
        if gesture is not None:
            gesture.cancel()
            self._view.cue.emit("")

    def double_click(self, event: QMouseEvent) -> None:
        """A double click edits a note or the word on an arrow, and lays out a pile; elsewhere it is a press."""
        board, at = self._view.board, self._view.mapToScene(event.position().toPoint())
        note, arrow = board.note_at(at), board.arrow_at(at, self._view.zoom)
        if event.button() != Qt.MouseButton.LeftButton:
            self.press(event)
        elif note is not None and note.cluster_id is not None and note.cluster_id in board.piles:
            self._view.commands.groups.lay_out(note.cluster_id)
        elif note is not None:
            self._view.edit_note.emit(note.id)
        elif arrow is not None:
            self._view.edit_arrow.emit(arrow.relation.id)
        else:
            self.press(event)

    def choose_for_menu(self, at: QPointF) -> None:
        """What the menu is asked for at becomes selected, unless it is already."""
        board = self._view.board
        note, island, frame = board.note_at(at), board.island_at(at), board.frame_at(at)
        arrow = board.arrow_at(at, self._view.zoom) if note is None else None
        self._view.commands.arrows.choose(None if arrow is None else arrow.relation.id)
        if arrow is not None:
            board.select(())
        elif note is None and island is None and frame is not None and frame.head().contains(at):
            board.choose_frame(frame.family.id)
        elif note is not None and note.cluster_id is not None and note.cluster_id in board.piles:
            board.select(board.members(note.cluster_id))
        elif note is not None and note.id not in board.chosen:
            board.select([note.id])
            self._view.go_to(note.id, reveal=False)
        elif note is None and island is not None:
            members = board.members(island.cluster.id)
            if not members <= set(board.chosen):
                board.select(members)
