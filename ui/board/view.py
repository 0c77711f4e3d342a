"""The board in its window: zooming, scrolling, and the mouse on notes and islands."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView

from models.language import gettext as _
from ui.board.actions import BoardActions
from ui.board.commands import BoardCommands
from ui.board.keys import BoardKeys
from ui.board.kinds import kind_word
from ui.board.lanes import team_word
from ui.board.looks import NEAR, PAPER
from ui.board.mouse import BoardMouse
from ui.board.scene import BoardScene
from ui.theme import GROUND

LEAST_ZOOM, MOST_ZOOM = 0.02, 3.0
STEP = 1.2


class BoardView(QGraphicsView):
    """Shows a `BoardScene`; `edit_note`, `edit_title` and `menu` ask the screen for an editor or a menu."""

    zoom_changed = Signal(float)
    edit_note = Signal(str)
    edit_title = Signal(str)
    menu = Signal(QPoint)
    cue = Signal(str)
    moved = Signal()

    def __init__(self, scene: BoardScene, actions: BoardActions) -> None:
        super().__init__(scene)
        self.board = scene
        self.edits = actions
        self.commands = BoardCommands(self)
        self.keys = BoardKeys(self.commands)
        self.mouse = BoardMouse(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setBackgroundBrush(QColor(GROUND))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Board of notes"))
        self._fitted_at: float | None = None

    # zoom

    @property
    def zoom(self) -> float:
        """The scale, 1.0 for 100 %."""
        return self.transform().m11()

    def zoom_to(self, scale: float) -> None:
        """Show the board at a scale, keeping the point under the pointer, or the middle."""
        wanted = min(max(scale, LEAST_ZOOM), MOST_ZOOM)
        factor = wanted / self.zoom
        self.board.set_zoom(wanted)
        if not self.underMouse():
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.scale(factor, factor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().update()
        self.zoom_changed.emit(wanted)
        self.moved.emit()

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.zoom_to(self.zoom / STEP)

    def zoom_to_fit(self) -> None:
        """Show everything, but nothing greater than at 100 %."""
        content = self.board.content()
        if content.isEmpty():
            content = QRectF(0.0, 0.0, 1.0, 1.0)
        room = self.viewport().size()
        margin = 24.0
        across = (room.width() - 2 * margin) / content.width()
        down = (room.height() - 2 * margin) / content.height()
        self.zoom_to(min(across, down, 1.0))
        self.centerOn(content.center())
        self._fitted_at = self.zoom

    def reveal(self, note_ids: Iterable[str]) -> None:
        """Scroll as little as it takes to have these notes in sight."""
        items = [self.board.notes[i] for i in note_ids if i in self.board.notes]
        rect = QRectF()
        for item in items:
            rect |= PAPER.translated(item.note.x, item.note.y)
        if items:
            margin = 48 if self.zoom >= NEAR else 16
            self.ensureVisible(rect, margin, margin)

    def reveal_lane(self, team: int) -> None:
        """Scroll as little as it takes to have the head of a 班's lane in sight, and what fits of it."""
        item = self.board.lanes.items.get(team)
        if item is not None:
            room = self.viewport().height() / self.zoom
            head = QRectF(item.rect.x(), item.rect.y(), item.rect.width(), min(item.rect.height(), room * 0.8))
            self.ensureVisible(head, 16, 16)

    def sees_something(self) -> bool:
        """Whether any part of what lies on the board is in sight."""
        sight = self.mapToScene(self.viewport().rect()).boundingRect()
        return sight.intersects(self.board.content())

    def on_screen(self, rect: QRectF) -> QRectF:
        """A rectangle of the scene in the viewport's px."""
        return QRectF(self.mapFromScene(rect.topLeft()), self.mapFromScene(rect.bottomRight()))

    # the current note

    def go_to(self, note_id: str | None, *, reveal: bool = True) -> None:
        """Make a note the current one, with the focus ring, and tell it to screen readers."""
        self.board.set_current(note_id)
        if note_id is None:
            self.setAccessibleDescription("")
            return
        if reveal:
            self.reveal([note_id])
        self.setAccessibleDescription(self.told(note_id))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def told(self, note_id: str) -> str:
        """A note in words: its kind, its text, its group."""
        note = self.board.notes[note_id].note
        island = self.board.islands.get(note.cluster_id or "")
        words = [f"{kind_word(note.kind)}: {note.text}"]
        if island is not None:
            words.append(_("In the group “{title}”").format(title=island.cluster.title or _("without a title")))
        if note.team:
            words.append(team_word(note.team))
        if note.hidden:
            words.append(_("Not shown on the projector"))
        return "\n".join(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mouse.hand = False
        self._show_focus(False)

    def _show_focus(self, on: bool) -> None:
        self.board.looks.focused = on
        if self.board.current in self.board.notes and self.board.current is not None:
            self.board.notes[self.board.current].update()

    # the keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.mouse.busy:
            self.mouse.give_up()
        elif event.key() == Qt.Key.Key_Space:
            self.mouse.hand = True
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.mouse.hand = False
        super().keyReleaseEvent(event)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)
        event.accept()

    def scroll_by(self, by: QPoint) -> None:
        """Scroll by px."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (turned / 120.0))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and turned:
            self.scroll_by(QPoint(-turned, 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.mouse.choose_for_menu(self.mapToScene(event.pos()))
        self.menu.emit(event.globalPos())

    # what else follows the scene

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.zoom == self._fitted_at:
            self.zoom_to_fit()  # who saw everything goes on seeing it
        self.moved.emit()
