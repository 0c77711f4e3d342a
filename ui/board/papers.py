"""Notes as they are painted: patches of colour from afar, their words when one is near."""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from enum import Flag, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from models.board import Note, NoteKind
from models.layout import NOTE_HEIGHT, NOTE_WIDTH, Place
from ui.board.glyphs import Glyphs, draw, paragraph
from ui.board.looks import FOOT_AT, NEAR, PAPER, Looks, Wording, wording_at
from ui.board.preview import Preview
from ui.theme import NOTE_MARK, NOTE_RADIUS

MOST_LAID_OUT = 3_000
"""So many notes' words are kept laid out: more than ever are in sight with words."""


class State(Flag):
    """What else a note shows besides itself."""

    PLAIN = 0
    CHOSEN = auto()
    CURRENT = auto()
    HIT = auto()
    DIMMED = auto()
    LONE = auto()


_PALER = State.DIMMED | State.LONE

Placed = tuple[Note, Place, State]
"""A note, where it lies now (top left corner), and what it shows besides itself."""


class Papers:
    """Paints notes, marked as in `preview`; words are laid out when they are first seen, and kept."""

    def __init__(self, looks: Looks, preview: Preview | None = None) -> None:
        self._looks = looks
        self._preview = preview or Preview()
        self._laid_out: OrderedDict[tuple[str, NoteKind, int], tuple[str, Glyphs]] = OrderedDict()

    def paint(self, painter: QPainter, placed: Collection[Placed], zoom: float) -> None:
        """Paint notes, the last on top."""
        if zoom >= NEAR:
            for note, place, state in placed:
                self._paint_near(painter, note, place, state, wording_at(zoom))
        else:
            self.paint_far(painter, placed)

    # far

    def paint_far(self, painter: QPainter, placed: Iterable[Placed]) -> None:
        """Paint notes as patches, thousands at once."""
        looks = self._looks
        patches: dict[tuple[NoteKind, bool], list[QRectF]] = {}
        marked: list[QRectF] = []
        proposed: list[tuple[QRectF, QBrush]] = []
        for note, (x, y), state in placed:
            rect = QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT)
            paler = state is not State.PLAIN and bool(state & _PALER)
            brush = None if paler or self._preview.marks is None else self._preview.patch(note.id)
            if brush is None:
                patches.setdefault((note.kind, paler), []).append(rect)
            else:
                proposed.append((rect, brush))
            if state is State.PLAIN:
                continue
            if State.CHOSEN in state or State.HIT in state or (State.CURRENT in state and looks.focused):
                marked.append(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        for (kind, dimmed), rects in sorted(patches.items()):  # always in one order: papers may overlap
            painter.setBrush(looks.fill[kind] if dimmed else looks.patch[kind])
            painter.drawRects(rects)
        for rect, brush in proposed:
            painter.fillRect(rect, brush)
        if marked:
            painter.setPen(looks.chosen_far)
            painter.setBrush(QBrush())
            painter.drawRects(marked)

    # near

    def paint_edges(self, painter: QPainter, placed: Iterable[Placed]) -> None:
        """Paint notes that lie under others in a pile: paper without words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, place, _state in placed:
            painter.setPen(self._looks.second)
            painter.setBrush(self._looks.fill[note.kind])
            painter.drawRoundedRect(PAPER.translated(QPointF(*place)), NOTE_RADIUS, NOTE_RADIUS)

    def _paint_near(self, painter: QPainter, note: Note, place: Place, state: State, wording: Wording | None) -> None:
        looks = self._looks
        at = QPointF(*place)
        paper = PAPER.translated(at)
        painter.setPen(looks.line[note.kind])
        painter.setBrush(looks.fill[note.kind])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(paper, NOTE_RADIUS, NOTE_RADIUS)
        if wording is not None:
            painter.setPen(looks.text)
            draw(painter, at + wording.at, self._words(note, wording))
            if wording.foot:
                painter.setPen(looks.second)
                draw(painter, at + FOOT_AT, looks.foot[note.kind])
        if note.hidden or note.locked:
            self._paint_signs(painter, note, at, words=wording is not None and wording.foot)
        if state is not State.PLAIN:
            self._paint_state(painter, paper, state)
        if wording is not None:
            self._preview.paint(painter, note.id, at, wording, faint=State.DIMMED in state)

    def _words(self, note: Note, wording: Wording) -> Glyphs:
        key = note.id, note.kind, wording.px
        known = self._laid_out.get(key)
        if known is not None and known[0] is note.text:
            self._laid_out.move_to_end(key)
            return known[1]
        text = note.text if wording.foot else f"{NOTE_MARK[note.kind]}{note.text}"
        font = self._looks.fonts[wording.px]
        glyphs = paragraph(text, font, NOTE_WIDTH - 2.0 * wording.at.x(), wording.lines, wording.step)
        self._laid_out[key] = note.text, glyphs
        self._laid_out.move_to_end(key)
        if len(self._laid_out) > MOST_LAID_OUT:
            self._laid_out.popitem(last=False)
        return glyphs

    def _paint_signs(self, painter: QPainter, note: Note, at: QPointF, *, words: bool) -> None:
        """In the lower right corner: that it is locked, and that it is kept off the projector."""
        looks = self._looks
        painter.setPen(looks.second)
        corner = at + QPointF(NOTE_WIDTH - 12.0 - self._preview.room(note.id), FOOT_AT.y())
        if note.hidden and words:
            corner -= QPointF(looks.hidden_width, 0.0)
            draw(painter, corner, looks.hidden)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if note.hidden:
            corner -= QPointF(20.0, 0.0)
            self._paint_eye(painter, corner + QPointF(0.0, 1.0))
        if note.locked:
            _paint_lock(painter, corner - QPointF(20.0, 0.0))

    def _paint_eye(self, painter: QPainter, at: QPointF) -> None:
        lid, pupil, (start, end) = self._looks.eye_off
        painter.translate(at)
        painter.drawPolygon(lid)
        painter.drawEllipse(pupil, 2.0, 2.0)
        painter.drawLine(start, end)
        painter.translate(-at)

    def _paint_state(self, painter: QPainter, paper: QRectF, state: State) -> None:
        looks = self._looks
        if State.DIMMED in state:
            painter.fillRect(paper, looks.veil)
        elif State.LONE in state:
            painter.fillRect(paper, looks.thin_veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if State.CURRENT in state and looks.focused:
            for pen in (looks.ring_outer, looks.ring_inner):
                painter.setPen(pen)
                painter.drawRoundedRect(paper.adjusted(-3.5, -3.5, 3.5, 3.5), NOTE_RADIUS, NOTE_RADIUS)
        if State.HIT in state or State.CHOSEN in state:
            painter.setPen(looks.chosen if State.CHOSEN in state else looks.hit)
            painter.drawRoundedRect(paper.adjusted(1, 1, -1, -1), NOTE_RADIUS, NOTE_RADIUS)


def _paint_lock(painter: QPainter, at: QPointF) -> None:
    """A padlock 12 × 14."""
    painter.drawArc(QRectF(at.x() + 2.5, at.y(), 7.0, 10.0), 0, 180 * 16)
    painter.drawRoundedRect(QRectF(at.x(), at.y() + 5.0, 12.0, 8.0), 1.5, 1.5)
