"""Connecting two things by an arrow: by key and menu, or by dragging from the dot beside what is selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from models.board import RelationKind
from models.language import gettext as _
from models.routing import straight
from ui.board.arrow_set import rectangle
from ui.board.arrows import KINDS, relation_sign, relation_word
from ui.board.things import ChosenThings, at_home, told
from ui.theme import KEY, WHITE

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from ui.board.view import BoardView

Choose = Callable[[RelationKind], object]

BESIDE, RADIUS = 8.0, 7.0
"""Px from the edge of what is selected to the middle of the dot, and its size."""
AIR = 0.5
"""Px around the dot that are free of other notes and groups."""
INSIDE = RADIUS + 3.0
"""Px from the lower right corner of what is selected to the middle of the dot, where there is no room beside it."""
REACHED = 20.0
"""Px from its middle within which a press takes hold of the dot, unless it is on another note."""


def kind_menu(parent: QWidget, choose: Choose | None, current: RelationKind | None = None) -> QMenu:
    """The four kinds of arrows with their signs; the keys 1-4 choose."""
    menu = QMenu(parent)
    for number, kind in enumerate(KINDS, start=1):
        action = menu.addAction(f"&{number}　{relation_sign(kind)}　{relation_word(kind)}")
        action.setCheckable(current is not None)
        action.setChecked(kind is current)
        if choose is not None:
            action.triggered.connect(lambda _checked=False, kind=kind: choose(kind))
    return menu


class Linking:
    """Arrows that are being made on a view. `line` is the one under way, from a thing to a point or a thing."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.things = ChosenThings(view.board)
        self.line: tuple[QRectF, QRectF] | None = None

    # by key and menu

    def ask(self) -> None:
        """Ask which of the four kinds is to connect the two things that are chosen."""
        pair = self.things.pair
        if pair is None or at_home(self._view.board, *pair):
            words = _("Choose two groups, bigger groups or lone notes: then they can be connected.")
            self._view.noticed.emit(words, "success")
            return
        self.ask_between(*pair, self._view.mapToGlobal(self._middle(*pair)))

    def can_ask(self) -> bool:
        """Whether two things are chosen that can be connected."""
        pair = self.things.pair
        return pair is not None and not at_home(self._view.board, *pair)

    def menu(self, parent: QWidget) -> QMenu:
        """The kinds, for the two things that are chosen."""
        pair = self.things.pair
        return kind_menu(parent, None if pair is None else partial(self._relate, *pair))

    def _middle(self, *things: str) -> QPoint:
        """The point of the window halfway between things, or the nearest that is in it."""
        boxes = [box for one in things if (box := self._view.board.box(one)) is not None]
        middle = sum((box.center() for box in boxes), QPointF()) / max(len(boxes), 1)
        room, at = self._view.viewport().rect(), self._view.mapFromScene(middle)
        at.setX(min(max(at.x(), 0), room.width()))
        at.setY(min(max(at.y(), 0), room.height()))
        return at

    def ask_between(self, source_id: str, target_id: str, at: QPoint) -> None:
        """Ask for the kind of an arrow from one thing to another; Escape makes none."""
        board = self._view.board
        source, target = board.box(source_id), board.box(target_id)
        if source is None or target is None:
            return
        self.line = source, target
        menu = kind_menu(self._view, partial(self._relate, source_id, target_id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._view, self.forget_line))
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])
        self._view.viewport().update()

    def _relate(self, source_id: str, target_id: str, kind: RelationKind) -> None:
        self.forget_line()
        made = self._view.edits.things.relate(source_id, target_id, kind)
        if made is not None:
            self._view.commands.arrows.choose(made)

    def forget_line(self) -> None:
        """No arrow is under way."""
        self.line = None
        self._view.viewport().update()

    # by hand

    def source(self) -> str | None:
        """The one thing an arrow can be dragged from: all of it is chosen, not some notes of a group."""
        board, one = self._view.board, self.things.one
        whole = one is not None and (one not in board.islands or board.members(one) <= set(board.chosen))
        return one if whole and not board.lifted else None

    def dot(self) -> QPointF | None:
        """The middle of the dot (px of the window): beside the one thing that is chosen, where that is in sight and
        where it covers nothing of another; where there is no such place, in the thing's own corner."""
        one = self.source()
        box = self._view.board.box(one) if one is not None else None
        if box is None:
            return None
        seen, room = self._view.on_screen(box), self._room()
        part = seen & room
        if min(part.width(), part.height()) < 2.0 * RADIUS:
            return None
        free = room.adjusted(RADIUS, RADIUS, -RADIUS, -RADIUS)
        places = (one for one in _beside(seen, part) if free.contains(one) and self._is_free(one))
        return next(places, part.bottomRight() - QPointF(INSIDE, INSIDE))

    def _room(self) -> QRectF:
        """What is seen of the board above the bar for what is chosen (px of the window)."""
        room = QRectF(self._view.viewport().rect())
        return room.adjusted(0.0, 0.0, 0.0, -float(self._view.foot)) if room.height() > 3 * self._view.foot else room

    def _is_free(self, at: QPointF) -> bool:
        """Whether a dot there covers no note and no group."""
        board, wide = self._view.board, RADIUS + AIR
        around = QRectF(at.x() - wide, at.y() - wide, 2.0 * wide, 2.0 * wide)
        asked = self._view.viewportTransform().inverted()[0].mapRect(around)
        corners = asked.left(), asked.top(), asked.right(), asked.bottom()
        return not board.ground.within(*corners) and not board.ground.islands_in(*corners)

    def is_on_dot(self, at: QPointF) -> bool:
        """Whether a point (px of the window) is where one takes hold of the dot."""
        dot = self.dot()
        if dot is None or (at - dot).manhattanLength() > REACHED:
            return False
        note = self._view.board.note_at(self._view.mapToScene(at.toPoint()))
        return note is None or (at - dot).manhattanLength() <= RADIUS + 3.0

    def drag(self) -> LinkDrag | None:
        """Begin to drag an arrow from what is chosen."""
        source = self.source()
        return LinkDrag(self._view, source) if source is not None else None

    # painting

    def paint(self, painter: QPainter) -> None:
        """Paint the dot, and the arrow under way (the painter's units are px of the window)."""
        dot = self.dot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.line is not None:
            self._paint_line(painter, *self.line)
        elif dot is not None:
            painter.setPen(QPen(QColor(WHITE), 2.0))
            painter.setBrush(QColor(KEY))
            painter.drawEllipse(dot, RADIUS, RADIUS)
            painter.drawLine(dot - QPointF(3.0, 0.0), dot + QPointF(3.0, 0.0))
            painter.drawLine(dot + QPointF(3.0, 0.0), dot + QPointF(0.5, -2.5))
            painter.drawLine(dot + QPointF(3.0, 0.0), dot + QPointF(0.5, 2.5))

    def _paint_line(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        begin, _drawn, end = straight(rectangle(self._view.on_screen(source)), rectangle(self._view.on_screen(target)))
        for colour, width in ((WHITE, 8.0), (KEY, 4.0)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(*begin), QPointF(*end))
        painter.setBrush(QColor(KEY))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(*end), 7.0, 7.0)


def _beside(seen: QRectF, part: QRectF) -> tuple[QPointF, ...]:
    """Where the dot may lie beside what is seen of a thing, the best place first (px of the window)."""
    x, y = part.center().x(), part.center().y()
    return (
        QPointF(seen.right() + BESIDE, y),
        QPointF(seen.left() - BESIDE, y),
        QPointF(x, seen.bottom() + BESIDE),
        QPointF(x, seen.top() - BESIDE),
    )


class LinkDrag:
    """An arrow that is being dragged from a thing; nothing else moves."""

    def __init__(self, view: BoardView, source_id: str) -> None:
        self._view, self._source = view, source_id
        self._target: str | None = None

    def move(self, at: QPointF) -> None:
        """The pointer is at a point of the board."""
        board = self._view.board
        self._target = self._thing_at(at)
        source = board.box(self._source)
        target = board.box(self._target) if self._target is not None else None
        self._view.target = target
        if source is not None:
            self._view.commands.links.line = source, target or QRectF(at.x(), at.y(), 0.1, 0.1)
        self._view.viewport().update()

    def _thing_at(self, at: QPointF) -> str | None:
        """What an arrow can end at: a lone note, a group, or else a bigger group."""
        board = self._view.board
        note, island, frame = board.note_at(at), board.island_at(at), board.frame_at(at)
        things = (
            island.cluster.id if island is not None else None,
            note.id if note is not None and note.cluster_id is None else None,
            frame.family.id if frame is not None else None,
        )
        thing = next((one for one in things if one is not None), None)
        return None if thing is None or at_home(board, self._source, thing) else thing

    def cue(self) -> str:
        """What would happen if the button were let go now."""
        if self._target is None:
            return _("Drag the arrow to a group or a lone note")
        title = told(self._view.edits.workshop, self._target)
        return _("Let go to connect with “{title}”").format(title=title)

    def drop(self) -> None:
        """The button is let go: the kind is asked for, or nothing happens."""
        target = self._target
        self.cancel()
        if target is not None:
            self._view.commands.links.ask_between(self._source, target, QCursor.pos())

    def cancel(self) -> None:
        """No arrow."""
        self._view.target = None
        self._view.commands.links.forget_line()
