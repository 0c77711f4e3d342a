"""What notes and islands are painted with: made once for a board, shared by all that is on it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen, QPolygonF

from models.board import NoteKind
from models.language import gettext as _
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from ui import theme
from ui.board.glyphs import Glyphs, single_line
from ui.board.kinds import kind_word

PAPER = QRectF(0.0, 0.0, NOTE_WIDTH, NOTE_HEIGHT)
REACH = 8.0
"""Board units around a note in which its focus ring is painted."""

TEXT_AT = QPointF(12.0, 7.0)
TEXT_WIDTH = NOTE_WIDTH - 24.0
"""Of the words at 100 %."""
TEXT_LINES = 4
LINE_STEP = 20.5
FOOT_AT = QPointF(12.0, 91.0)


@dataclass(frozen=True, slots=True)
class Wording:
    """How the words of a note are set from `least` zoom on: fewer and greater ones the further away one is."""

    least: float
    px: int
    lines: int
    step: float
    at: QPointF
    foot: bool = False


WORDINGS = (
    Wording(0.6, theme.BODY, TEXT_LINES, LINE_STEP, TEXT_AT, foot=True),
    Wording(0.42, 22, 3, 30.0, QPointF(12.0, 8.0)),
    Wording(0.3, 28, 3, 34.0, QPointF(12.0, 3.0)),
    Wording(0.2, 40, 2, 50.0, QPointF(10.0, 3.0)),
)
"""Never less than about 8 px on the screen; further away a note is a patch of its colour."""
NEAR = WORDINGS[-1].least
"""From this zoom on notes show words."""


def wording_at(zoom: float) -> Wording | None:
    """How words are set at a zoom; None where there are none."""
    return next((one for one in WORDINGS if zoom >= one.least), None)


def _pen(colour: str, width: float, *, cosmetic: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(cosmetic)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _between(one: str, other: str) -> QColor:
    """The colour halfway, which is seen from afar and still calm."""
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)


def _veil(colour: str, alpha: int) -> QBrush:
    veil = QColor(colour)
    veil.setAlpha(alpha)
    return QBrush(veil)


class Looks:
    """Pens, brushes, fonts and the words that stand on many notes; `focused` follows the window.

    `inviting` says that what has no title asks for one; where one only looks, it says that there is none.
    """

    def __init__(self) -> None:
        self.focused = False
        self.inviting = True
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
        self.family = _pen(theme.SECOND_TEXT, 2.0)
        self.family_fill = QBrush(QColor("#e4e6ea"))
        self.target_fill = QBrush(QColor(theme.KEY_TINT))
        self.band = _pen(theme.KEY, 1.0)
        self.band_fill = _veil(theme.KEY, 28)
        self.veil = _veil(theme.GROUND, 190)
        self.thin_veil = _veil(theme.GROUND, 90)
        self.label_fill = _veil(theme.WHITE, 225)
        self.leader = _pen(theme.FIELD_LINE, 1.0)
        self.arrow = _pen(theme.TEXT, 3.0)
        self.eye_off = _eye_off()
        self.fonts: dict[int, QFont] = {one.px: theme.font(one.px) for one in WORDINGS}
        self.small: QFont = theme.font(theme.SMALL)
        self.foot = {kind: self._foot(kind) for kind in NoteKind}
        self.hidden, self.hidden_width = single_line(_("Not shown"), self.small, 100.0)

    def title(self, title: str) -> str:
        """What stands in a title's place."""
        return title or (_("Give it a title") if self.inviting else _("(without a title)"))

    def title_pen(self, title: str) -> QPen:
        """What it is written with: an invitation looks like one."""
        return self.text if title else self.key if self.inviting else self.second

    def _foot(self, kind: NoteKind) -> Glyphs:
        return single_line(f"{theme.NOTE_MARK[kind]} {kind_word(kind)}", self.small, 110.0)[0]


def _eye_off() -> tuple[QPolygonF, QPointF, tuple[QPointF, QPointF]]:
    """A small eye 16 × 12, its pupil's centre, and the stroke across it."""
    outline = ((0, 6), (4, 2.2), (8, 1), (12, 2.2), (16, 6), (12, 9.8), (8, 11), (4, 9.8))
    lid = QPolygonF([QPointF(x, y) for x, y in outline])
    return lid, QPointF(8, 6), (QPointF(2, 12), QPointF(14, 0))
