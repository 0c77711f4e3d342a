"""One note on the board: a patch of colour from afar, its words when one is near."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from models.board import Note
from models.layout import NOTE_WIDTH
from ui.board.glyphs import Glyphs, draw, paragraph
from ui.board.looks import FOOT_AT, LINE_STEP, PAPER, REACH, TEXT_AT, TEXT_LINES, TEXT_WIDTH, Looks
from ui.theme import NOTE_RADIUS

NOTE_LAYER, DRAGGED_LAYER = 1.0, 2.0


class NoteItem(QGraphicsItem):
    """Shows a `Note`; words are laid out when they are first seen. It knows nothing of edits."""

    def __init__(self, note: Note, looks: Looks) -> None:
        super().__init__()
        self.note = note
        self._looks = looks
        self._glyphs: Glyphs | None = None
        self.dimmed = self.hit = False
        self._target = self._current = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(NOTE_LAYER)
        self.setPos(note.x, note.y)

    def become(self, note: Note) -> None:
        """Show the note as it is now, where it is now."""
        if note.text != self.note.text:
            self._glyphs = None
        self.note = note
        self.setPos(note.x, note.y)
        self.update()

    def mark(self, *, dimmed: bool, hit: bool) -> None:
        """Stand back, or stand out, while the board is searched."""
        if (dimmed, hit) != (self.dimmed, self.hit):
            self.dimmed, self.hit = dimmed, hit
            self.update()

    def set_target(self, on: bool) -> None:
        """Show that what is dragged would be grouped with this note."""
        self._target = on
        self.update()

    def set_current(self, on: bool) -> None:
        """Wear the focus ring, or not."""
        self._current = on
        self.update()

    def boundingRect(self) -> QRectF:
        return REACH

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._looks.near:
            self._paint_near(painter)
        else:
            self._paint_far(painter)

    def _paint_far(self, painter: QPainter) -> None:
        looks = self._looks
        painter.fillRect(PAPER, looks.fill[self.note.kind] if self.dimmed else looks.patch[self.note.kind])
        if self.hit or self.isSelected() or (self._current and looks.focused):
            painter.setPen(looks.chosen_far)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(PAPER)

    def _paint_near(self, painter: QPainter) -> None:
        looks, note = self._looks, self.note
        painter.setPen(looks.line[note.kind])
        painter.setBrush(looks.fill[note.kind])
        painter.drawRoundedRect(PAPER, NOTE_RADIUS, NOTE_RADIUS)
        painter.setPen(looks.text)
        if self._glyphs is None:
            self._glyphs = paragraph(note.text, looks.body, TEXT_WIDTH, TEXT_LINES, LINE_STEP)
        draw(painter, TEXT_AT, self._glyphs)
        painter.setPen(looks.second)
        draw(painter, FOOT_AT, looks.foot[note.kind])
        if note.hidden:
            self._paint_hidden(painter)
        if self.dimmed:
            painter.fillRect(PAPER, looks.veil)
        self._paint_state(painter)

    def _paint_hidden(self, painter: QPainter) -> None:
        looks = self._looks
        at = QPointF(NOTE_WIDTH - 12.0 - looks.hidden_width, FOOT_AT.y())
        draw(painter, at, looks.hidden)
        lid, pupil, (start, end) = looks.eye_off
        painter.save()
        painter.translate(at.x() - 20.0, at.y() + 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(lid)
        painter.drawEllipse(pupil, 2.0, 2.0)
        painter.drawLine(start, end)
        painter.restore()

    def _paint_state(self, painter: QPainter) -> None:
        looks = self._looks
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._current and looks.focused:
            for pen in (looks.ring_outer, looks.ring_inner):
                painter.setPen(pen)
                painter.drawRoundedRect(PAPER.adjusted(-3.5, -3.5, 3.5, 3.5), NOTE_RADIUS, NOTE_RADIUS)
        if self._target or self.hit or self.isSelected():
            painter.setPen(looks.target if self._target else looks.chosen if self.isSelected() else looks.hit)
            painter.drawRoundedRect(PAPER.adjusted(1, 1, -1, -1), NOTE_RADIUS, NOTE_RADIUS)
