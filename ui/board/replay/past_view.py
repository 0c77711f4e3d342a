"""The board as it was, in its window: zoomed and pulled about like the board itself, and nothing else."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

from models.edits.change import Edit
from models.language import gettext as _
from models.layout import FAMILY_HEAD, FAMILY_PADDING, ISLAND_HEAD, ISLAND_PADDING
from models.workshop import Workshop
from ui.board.actions import BoardActions
from ui.board.scene import BoardScene
from ui.board.view import BoardView

_PULLS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
PULL_PX = 80
LEAST_SHARE = 0.6
"""What lies there fills at least so much of the window, or is looked at from nearer."""
LEAP = 60
"""Changes from one moment shown to the next."""


class PastScene(BoardScene):
    """The board at a moment; it reaches over all places where something lies at any moment, so that nothing jumps."""

    def __init__(self, workshop: Workshop) -> None:
        self._reach = QRectF()
        super().__init__(workshop)

    def reach_over(self, notes: QRectF, *, families: bool) -> None:
        """All notes of all moments lie in this rectangle, and around them are groups, perhaps groups of groups."""
        pad = ISLAND_PADDING + (FAMILY_PADDING if families else 0.0)
        head = ISLAND_HEAD + (FAMILY_HEAD if families else 0.0)
        self._reach = notes.adjusted(-pad, -pad - head, pad, pad) if notes.isValid() else QRectF()

    def content(self) -> QRectF:
        return super().content() | self._reach

    def at_this_moment(self) -> QRectF:
        """Where something lies now; where something will lie while there is nothing."""
        now = super().content()
        return self._reach if now.isEmpty() else now

    def follow(self, workshop: Workshop, edit: Edit, *, glide: bool = False) -> None:
        """Show another moment; after a great leap the whole board is painted again, which is faster to say."""
        if len(edit.changes) > LEAP:
            self._touch_all()
        super().follow(workshop, edit, glide=glide)


class NoActions(BoardActions):
    """What can be done to a board that is past: nothing. It knows no document to write to."""

    def __init__(self, scene: BoardScene, workshop: Workshop) -> None:
        self._past = workshop
        self._ground = lambda: scene.ground

    @property
    def workshop(self) -> Workshop:
        """The workshop with nothing on its board."""
        return self._past

    def _apply(self, edit: Edit, *, continuing: bool = False) -> bool:
        return False


class PastView(BoardView):
    """Shows a `BoardScene`; the mouse pulls the board, as does Shift with an arrow; other keys are the screen's."""

    def __init__(self, scene: PastScene, workshop: Workshop) -> None:
        super().__init__(scene, NoActions(scene, workshop))
        self._past = scene
        self.setAccessibleName(_("The notes as they were"))
        self.mouse.hand = True

    def zoom_to_fit(self) -> None:
        """Show everything that lies there at this moment."""
        now = self._past.at_this_moment()
        self._zoom_to_show(QRectF(0.0, 0.0, 1.0, 1.0) if now.isEmpty() else now)
        self._fitted = self.zoom, self.viewport().size()

    def keep_in_sight(self) -> None:
        """Another moment is shown: who saw everything goes on seeing it, and near enough to be read."""
        if self.zoom != self._fitted[0]:
            return
        now = self._past.at_this_moment()
        sight = self.mapToScene(self.viewport().rect()).boundingRect()
        share = max(now.width() / sight.width(), now.height() / sight.height())
        if not sight.contains(now) or (share < LEAST_SHARE and self.zoom < 1.0):
            self.zoom_to_fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mouse.hand = True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()  # no key is the board's
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pull = _PULLS.get(Qt.Key(event.key()))
        if pull is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(pull * PULL_PX)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()
