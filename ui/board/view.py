"""The board in its window: painting, zooming, scrolling, and the mouse on what lies on it."""

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from models.board import Note
from models.language import gettext as _
from ui.board.actions import BoardActions
from ui.board.commands import BoardCommands
from ui.board.keys import BoardKeys
from ui.board.kinds import kind_word
from ui.board.lanes import team_word
from ui.board.looks import NEAR, PAPER, WORDINGS
from ui.board.minimap import Minimap
from ui.board.mouse import BoardMouse
from ui.board.painting import Painting
from ui.board.scene import BoardScene
from ui.board.tiles import Tiles

LEAST_ZOOM, MOST_ZOOM = 0.02, 3.0
MESSAGE = 72
"""Px that a message above the board takes from it at the most."""
STEP = 1.2
LEGIBLE = 0.8
"""The zoom that is gone to where words are to be read."""
BUDGET = 0.003
"""Seconds of a frame that go into painting what is new in sight."""
BUSY = 0.001
"""The same while the hand holds something: it must not wait."""
HURRY = 0.1
"""The same after an edit."""
NEXT_FRAME_MS = 2
IDLE_MS = 40


class BoardView(QGraphicsView):
    """Shows a `BoardScene`; `edit_note`, `split_note`, `edit_title` and `menu` ask the screen for an editor or a menu.

    `noticed(sentence, look)` is to be told; `group_asked`, `edge_asked` and `keys_asked` want a group chosen for what
    is selected, an edge to align it to, and the list of the keys; `why_asked(note id)` and `alike_asked(note id)` want
    to know why a note is in its group, and which others are like it.

    Of Qt's view only scrolling and zooming are used: its own scene is empty, for ten thousand items would have to be
    asked at every step; but without one Qt neither keeps the point under the pointer nor reckons how far one can
    scroll. What is seen are `Tiles`, and over them what is under way.
    """

    zoom_changed = Signal(float)
    edit_note = Signal(str)
    split_note = Signal(str)
    edit_title = Signal(str)
    edit_family = Signal(str)
    edit_arrow = Signal(str)
    groups_dropped = Signal(object, str, object)
    menu = Signal(QPoint)
    cue = Signal(str)
    noticed = Signal(str, str)
    group_asked = Signal()
    edge_asked = Signal()
    keys_asked = Signal()
    past_asked = Signal()
    outline_asked = Signal()
    why_asked = Signal(str)
    alike_asked = Signal(str)
    moved = Signal()
    painted = Signal()
    drawn_ahead = Signal()

    def __init__(self, scene: BoardScene, actions: BoardActions) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setInteractive(False)
        self.board = scene
        self.edits = actions
        self.target: QRectF | None = None
        self.band: QRectF | None = None
        self.ringed: str | None = None
        """The id of the group that was gone to; it is ringed until something is selected."""
        self.remark: Callable[[str], str] = lambda _note_id: ""
        """What else is to be told of a note (its id) to screen readers, empty for nothing."""
        self.foot = 0
        """Px at the lower edge that are covered while notes are selected."""
        self.commands = BoardCommands(self)
        self.keys = BoardKeys(self.commands)
        self.mouse = BoardMouse(self)
        self._painting = Painting(scene)
        self.tiles = Tiles(self._painting.paint)
        self._budget = BUDGET
        self.is_whole = False
        """Whether the last frame showed everything as it is, nothing left for the next."""
        self._next_frame = QTimer(self, singleShot=True, interval=NEXT_FRAME_MS)
        self._idle = QTimer(self, singleShot=True)
        self._set_up()
        self._follow_scene()
        self.map = Minimap(self)

    def _set_up(self) -> None:
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Board of notes"))
        self._fitted = 0.0, QSize()

    def _follow_scene(self) -> None:
        self._next_frame.timeout.connect(self.viewport().update)
        self._idle.timeout.connect(self._work_ahead)
        self.board.followed.connect(self._hurry)
        self.board.touched.connect(self._repaint)
        self.board.selectionChanged.connect(lambda: self.ring(None))
        self.board.reached.connect(lambda: self.setSceneRect(self.board.bounds))
        self.setSceneRect(self.board.bounds)

    # painting

    def _repaint(self, areas: list[QRectF] | None) -> None:
        self.tiles.touch(areas)
        self.viewport().update()

    def _hurry(self) -> None:
        """What an edit did is shown in one frame, if need be a long one: somebody waits to see just that."""
        self._budget = HURRY

    def _origin(self) -> QPoint:
        """Where the window lies on the board, px at the present zoom."""
        return -self.viewportTransform().map(QPointF(0.0, 0.0)).toPoint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        origin = self._origin()
        budget = min(self._budget, BUSY) if self.mouse.busy else self._budget
        self.is_whole = self.tiles.show(painter, event.rect(), origin, self.zoom, budget)
        self._budget = BUDGET
        if not self.is_whole:
            self._next_frame.start()
        self._idle.start(IDLE_MS)
        self._paint_over(painter)
        painter.end()
        self.painted.emit()

    def ring(self, cluster_id: str | None) -> None:
        """Show by a ring which group was gone to, or none."""
        if cluster_id != self.ringed:
            self.ringed = cluster_id
            self.viewport().update()

    def _paint_over(self, painter: QPainter) -> None:
        ringed = self.board.islands.get(self.ringed or "")
        if self.board.lifted or self.target is not None or ringed is not None:
            painter.save()
            painter.setTransform(self.viewportTransform(), combine=True)
            sight = self.mapToScene(self.viewport().rect()).boundingRect()
            self._painting.paint_under_way(painter, sight, self.zoom)
            if self.target is not None:
                self._painting.paint_target(painter, self.target)
            if ringed is not None:
                self._painting.paint_target(painter, ringed.rect)
            painter.restore()
        if self.band is not None:
            self._painting.paint_band(painter, self.band)
        else:
            self.commands.links.paint(painter)

    def _work_ahead(self) -> None:
        """While nothing happens: paint what may be wanted next, a little at a time."""
        until = perf_counter() + BUDGET
        more = True
        while more and perf_counter() < until:
            more = self.tiles.work_ahead(self.viewport().rect(), self._origin(), self.board.content())
        if more:
            self._idle.start(0)
        else:
            self.drawn_ahead.emit()

    # zoom

    @property
    def zoom(self) -> float:
        """The scale, 1.0 for 100 %."""
        return self.transform().m11()

    def zoom_to(self, scale: float, at: QPoint | None = None) -> None:
        """Show the board at a scale; the point of it `at` a place in the window (its middle, if none) stays there."""
        wanted = min(max(scale, LEAST_ZOOM), MOST_ZOOM)
        factor = wanted / self.zoom
        at = self.viewport().rect().center() if at is None else at
        kept = self.mapToScene(at)
        self.scale(factor, factor)
        self.scroll_by(self.mapFromScene(kept) - at)
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
        self._zoom_to_show(QRectF(0.0, 0.0, 1.0, 1.0) if content.isEmpty() else content)
        self._fitted = self.zoom, self.viewport().size()

    def zoom_to_notes(self, note_ids: Iterable[str]) -> None:
        """Show these notes, and nothing greater than at 100 %."""
        rect = self._around(note_ids)
        if not rect.isEmpty():
            self._zoom_to_show(rect)

    def _zoom_to_show(self, rect: QRectF) -> None:
        room, margin = self.viewport().size(), 24.0
        foot = self.foot if self.board.chosen else 0
        across = (room.width() - 2 * margin) / rect.width()
        down = (room.height() - foot - 2 * margin) / rect.height()
        self.zoom_to(min(across, down, 1.0))
        self.centerOn(rect.center() + QPointF(0.0, foot / 2.0 / self.zoom))

    def approach(self, rect: QRectF) -> None:
        """Have a part of the board in sight, so near that words on it can be read."""
        if self.zoom < WORDINGS[0].least:
            self.zoom_to(LEGIBLE)
            self.centerOn(rect.center())
        self.ensureVisible(rect, 48, 48)

    def reveal(self, note_ids: Iterable[str]) -> None:
        """Scroll as little as it takes to have these notes in sight."""
        rect = self._around(note_ids)
        if not rect.isEmpty():
            margin = 48 if self.zoom >= NEAR else 16
            self.ensureVisible(rect, margin, margin)
            self._clear_foot(rect)

    def reveal_unseen(self, note_ids: Iterable[str]) -> None:
        """The same, but where all of them are in sight already the board stays where it is under the hand."""
        ids = list(note_ids)
        if not self.mapToScene(self.viewport().rect()).boundingRect().contains(self._around(ids)):
            self.reveal(ids)

    def _clear_foot(self, rect: QRectF) -> None:
        """Scroll on until a part of the board is not covered at the lower edge, as far as its upper edge allows."""
        seen = self.on_screen(rect)
        covered = seen.bottom() - (self.viewport().height() - self.foot)
        if self.board.chosen and covered > 0.0:
            self.scroll_by(QPoint(0, max(0, round(min(covered, seen.top())))))

    def _around(self, note_ids: Iterable[str]) -> QRectF:
        """The rectangle around notes, where they belong."""
        rect = QRectF()
        for note in (self.board.notes[i] for i in note_ids if i in self.board.notes):
            rect |= PAPER.translated(note.x, note.y)
        return rect

    def reveal_lane(self, team: int) -> None:
        """Scroll as little as it takes to have the head of a 班's lane in sight, and what fits of it."""
        item = self.board.lanes.lanes.get(team)
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
        note = self.board.notes[note_id]
        island = self.board.islands.get(note.cluster_id or "")
        words = [f"{kind_word(note.kind)}: {note.text}"]
        if island is not None:
            words.append(_("In the group “{title}”").format(title=island.cluster.title or _("without a title")))
            words.append(self._told_place(note, island.cluster.id))
        if note.team:
            words.append(team_word(note.team))
        if note.hidden:
            words.append(_("Not shown on the projector"))
        if note.locked:
            words.append(_("Locked"))
        return "\n".join(one for one in (*words, self.remark(note_id)) if one)

    def _told_place(self, note: Note, cluster_id: str) -> str:
        """Which of its group a note is, in the notes' order."""
        members = [self.board.notes[i] for i in self.board.members(cluster_id)]
        place = 1 + sum((other.order, other.id) < (note.order, note.id) for other in members)
        return _("Number {place} of {count} notes").format(place=place, count=len(members))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.board.set_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mouse.hand = False
        self.board.set_focused(False)

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
            self.zoom_to(self.zoom * STEP ** (turned / 120.0), event.position().toPoint())
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
        zoom, size = self._fitted
        grown = self.viewport().size() - size
        if self.zoom == zoom and max(abs(grown.width()), abs(grown.height())) > MESSAGE:
            self.zoom_to_fit()  # who saw everything goes on seeing it, but the board does not jump for a line of words
        self.moved.emit()
