"""What notes and islands are painted with: made once for a board, shared by all its items."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen, QPolygonF

from models.board import NoteKind
from models.language import gettext as _
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from ui import theme
from ui.board.glyphs import Glyphs, single_line
from ui.board.kinds import kind_word

NEAR = 0.33
"""From this zoom on notes show their words; further away they are patches of colour."""

PAPER = QRectF(0.0, 0.0, NOTE_WIDTH, NOTE_HEIGHT)
REACH = PAPER.adjusted(-6.0, -6.0, 6.0, 6.0)
"""All that a note may paint, its focus ring included."""

TEXT_AT = QPointF(12.0, 7.0)
TEXT_WIDTH = NOTE_WIDTH - 24.0
TEXT_LINES = 4
LINE_STEP = 20.5
FOOT_AT = QPointF(12.0, 91.0)


def _pen(colour: str, width: float, *, cosmetic: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(cosmetic)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _between(one: str, other: str) -> QColor:
    """The colour halfway, which is seen from afar and still calm."""
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)


def _veil() -> QColor:
    veil = QColor(theme.GROUND)
    veil.setAlpha(190)
    return veil


class Looks:
    """Pens, brushes, fonts and the words that stand on many notes; `near` and `zoom` follow the view."""

    def __init__(self) -> None:
        self.near = True
        self.zoom = 1.0
        self.focused = False
        self.fill = {kind: QBrush(QColor(colour)) for kind, colour in theme.NOTE_FILL.items()}
        self.patch = {kind: QBrush(_between(theme.NOTE_FILL[kind], theme.NOTE_LINE[kind])) for kind in NoteKind}
        self.line = {kind: _pen(colour, 1.0) for kind, colour in theme.NOTE_LINE.items()}
        self.text = _pen(theme.TEXT, 1.0)
        self.second = _pen(theme.SECOND_TEXT, 1.0)
        self.key = _pen(theme.KEY, 1.0)
        self.chosen = _pen(theme.KEY, 3.0)
        self.chosen_far = _pen(theme.KEY, 2.0, cosmetic=True)
        self.target = _pen(theme.KEY, 5.0)
        self.hit = _pen(theme.WARNING_TEXT, 4.0)
        self.ring_outer = _pen(theme.TEXT, 4.0)
        self.ring_inner = _pen(theme.FOCUS, 2.0)
        self.island = _pen("#b3b3b3", 1.0)
        self.island_fill = QBrush(QColor(theme.WHITE))
        self.head_fill = QBrush(QColor("#ebebeb"))
        self.target_fill = QBrush(QColor(theme.KEY_TINT))
        self.veil = QBrush(_veil())
        self.eye_off = _eye_off()
        self.body: QFont = theme.font(theme.BODY)
        self.small: QFont = theme.font(theme.SMALL)
        self.foot = {kind: self._foot(kind) for kind in NoteKind}
        self.hidden, self.hidden_width = single_line(_("Not shown"), self.small, 100.0)

    def _foot(self, kind: NoteKind) -> Glyphs:
        return single_line(f"{theme.NOTE_MARK[kind]} {kind_word(kind)}", self.small, 110.0)[0]


def _eye_off() -> tuple[QPolygonF, QPointF, tuple[QPointF, QPointF]]:
    """A small eye 16 × 12, its pupil's centre, and the stroke across it."""
    outline = ((0, 6), (4, 2.2), (8, 1), (12, 2.2), (16, 6), (12, 9.8), (8, 11), (4, 9.8))
    lid = QPolygonF([QPointF(x, y) for x, y in outline])
    return lid, QPointF(8, 6), (QPointF(2, 12), QPointF(14, 0))
