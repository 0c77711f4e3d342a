"""What a suggestion would make of the notes, shown on them while it is looked at: the number of a group in its tint."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import WORDINGS, Wording

Mark = tuple[int, str, bool]
"""Of a note: the number of the group proposed for it, from 1, the number's tint ("#rrggbb"), whether it is weak."""

OUTSIDE = 6.0
"""Board units by which a number stands out of its note at the lower right corner, which words reach last."""
_SIDES = dict(zip((one.px for one in WORDINGS), (28.0, 38.0, 52.0, 72.0), strict=True))
"""How high a number's ground is where words are set so large: never less than about 14 px on the screen."""
_FAINT = 0.45
_FOOT = 28.0


class Preview:
    """The marks of the notes; `marks` is None while nothing is previewed."""

    def __init__(self) -> None:
        self.marks: Mapping[str, Mark] | None = None

    def differing(self, marks: Mapping[str, Mark] | None) -> set[str] | None:
        """The ids of the notes that are marked otherwise by `marks`; None where all of the board is to be told."""
        if self.marks is None or marks is None:
            return None if self.marks is not marks else set()
        return {i for i in self.marks.keys() | marks.keys() if self.marks.get(i) != marks.get(i)}

    def room(self, note_id: str) -> float:
        """Board units at the right of a note's foot that its number takes."""
        return _FOOT if note_id in (self.marks or ()) else 0.0

    def patch(self, note_id: str) -> QBrush | None:
        """What a note's patch is filled with from afar; None where it has no mark."""
        mark = (self.marks or {}).get(note_id)
        return None if mark is None else _patch(mark[1], mark[2])

    def paint(self, painter: QPainter, note_id: str, at: QPointF, wording: Wording, *, faint: bool) -> None:
        """The number of a note whose upper left corner is `at`, `faint` where others stand out."""
        mark = (self.marks or {}).get(note_id)
        if mark is None:
            return
        number, tint, weak = mark
        side, line = _SIDES[wording.px], _SIDES[wording.px] * 0.62
        glyphs, width = _digits(number, round(line), not weak)
        across = max(side, width + side * 0.5)
        corner = at + QPointF(NOTE_WIDTH + OUTSIDE, NOTE_HEIGHT + OUTSIDE)
        ground = QRectF(corner.x() - across, corner.y() - side, across, side)
        painter.setOpacity(_FAINT if faint else 1.0)
        painter.setPen(_edge(side, weak))
        painter.setBrush(QColor(theme.WHITE if weak else tint))
        painter.drawRoundedRect(ground, side / 4.0, side / 4.0)
        painter.setPen(QColor(theme.TEXT))
        draw(painter, QPointF(ground.center().x() - width / 2.0, ground.center().y() - line / 2.0), glyphs)
        painter.setOpacity(1.0)


@cache
def _edge(side: float, weak: bool) -> QPen:
    pen = QPen(QColor(theme.SECOND_TEXT), side / 18.0)
    if weak:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([2.5, 2.0])
    return pen


@cache
def _patch(tint: str, weak: bool) -> QBrush:
    """Seen from afar a tint is a little stronger than near, a weak one as pale as paper."""
    near, by = QColor(tint), 1.03 if weak else 0.88
    saturation, lightness = 1.3 * near.hslSaturationF(), by * near.lightnessF()
    return QBrush(QColor.fromHslF(max(0.0, near.hslHueF()), min(1.0, saturation), min(1.0, lightness)))


@cache
def _digits(number: int, px: int, bold: bool) -> tuple[Glyphs, float]:
    return single_line(str(number), theme.font(px, bold=bold), 1_000.0)
