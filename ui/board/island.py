"""The island around a group's notes, with its title above them; from afar the title lies across it."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGlyphRun, QPainter, QPainterPath

from models.board import Cluster
from models.language import gettext as _
from models.layout import ISLAND_HEAD, ISLAND_PADDING, Place
from ui import theme
from ui.board.glyphs import Glyphs, draw, paragraph, single_line
from ui.board.looks import PAPER, Looks

LEAST_SEEN = 13.0
"""Px on the screen that a title does not fall below, as far as its head has room."""
ACROSS = 0.3
"""Below this zoom a title lies across its island, as large as the island allows."""
_ACROSS_PX = 17.0
_LEAST_ACROSS = 88.0
"""An island of fewer px shows no title: there is no room for one that says anything."""
LEAST_READ = 9.5
"""Px on the screen to which a title may shrink, or break into two lines, before it is cut."""
_TWO_LINES = 20
"""Px of the board of a title that takes two lines: the head has room for them."""
_SIZES = (18, 22, 28, 36)
_COUNTS = (24, 30, 38, 46)


def island_around(corners: list[Place]) -> QRectF:
    """The island of notes whose top left corners these are, its head included."""
    left, right = min(at[0] for at in corners), max(at[0] for at in corners)
    top, bottom = min(at[1] for at in corners), max(at[1] for at in corners)
    rect = QRectF(left, top, right - left + PAPER.width(), bottom - top + PAPER.height())
    pad = ISLAND_PADDING
    return rect.adjusted(-pad, -pad - ISLAND_HEAD, pad, pad)


def head_shape(head: QRectF) -> QPainterPath:
    """A bar that is rounded at its upper corners only."""
    across = 2.0 * theme.RADIUS
    shape = QPainterPath(head.bottomLeft())
    shape.arcTo(head.x(), head.y(), across, across, 180.0, -90.0)
    shape.arcTo(head.right() - across, head.y(), across, across, 90.0, -90.0)
    shape.lineTo(head.bottomRight())
    shape.closeSubpath()
    return shape


class Island:
    """Shows a `Cluster` around its members; `dots` is None while the vote is open or there was none."""

    def __init__(self, cluster: Cluster, looks: Looks) -> None:
        self.cluster = cluster
        self.rect = QRectF()
        self._looks = looks
        self._count = 0
        self._dots: int | None = None
        self._tail: tuple[Glyphs, float] = ((), 0.0)
        self._title: tuple[Glyphs, float] | None = None
        self._zoom = 0.0
        self._badge: tuple[int, Glyphs, float] | None = None
        self._across: tuple[tuple[int, float, float], Glyphs, QRectF] | None = None

    def become(self, cluster: Cluster, count: int, dots: int | None) -> None:
        """Show the group as it is now."""
        self.cluster, self._count, self._dots = cluster, count, dots
        self._title = self._across = self._badge = None

    def set_rect(self, rect: QRectF) -> None:
        """Lie around the members, wherever they are now."""
        if rect.width() != self.rect.width():
            self._title = self._across = None
        self.rect = rect

    def head(self) -> QRectF:
        """The bar with the title, which one drags the island by."""
        return QRectF(self.rect.x(), self.rect.y(), self.rect.width(), ISLAND_HEAD)

    def title_rect(self) -> QRectF:
        """The part of the head where the title stands and is edited."""
        return self.head().adjusted(8.0, 4.0, -self._tail[1] - 24.0, -4.0)

    def title_words(self) -> str:
        """The title, or what stands in its place."""
        return self._looks.title(self.cluster.title)

    def tail_words(self) -> str:
        """The count of notes, and the dots once the vote is closed."""
        notes = _("{count} notes").format(count=self._count)
        if self._dots is None:
            return notes
        dots = _("Dots: {count}").format(count=self._dots)
        return _("{dots}, {notes}").format(dots=dots, notes=notes)

    def paint(self, painter: QPainter, zoom: float) -> None:
        """Paint the ground and the head."""
        looks = self._looks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, zoom > ACROSS)
        painter.setPen(looks.island)
        painter.setBrush(looks.island_fill)
        if zoom <= ACROSS:
            painter.drawRect(self.rect)
            painter.fillRect(self.head(), looks.head_fill)
            return
        painter.drawRoundedRect(self.rect, theme.RADIUS, theme.RADIUS)
        painter.setBrush(looks.head_fill)
        painter.drawPath(head_shape(self.head()))
        if self._title is None or zoom != self._zoom:
            self._lay_out(zoom)
        assert self._title is not None
        title, drop = self._title
        painter.setPen(looks.title_pen(self.cluster.title))
        draw(painter, self.rect.topLeft() + QPointF(16.0, drop), title)
        painter.setPen(looks.second)
        right = self.rect.right() - 16.0 - self._tail[1]
        draw(painter, QPointF(right, self.rect.y() + (ISLAND_HEAD - self._tail_size(zoom)) / 2.0), self._tail[0])

    def _seen_size(self, zoom: float) -> int:
        return next((size for size in _SIZES if size >= max(theme.LEAD, LEAST_SEEN / zoom)), 40)

    def _tail_size(self, zoom: float) -> int:
        return max(theme.SMALL + 2, self._seen_size(zoom) * 3 // 4)

    def _lay_out(self, zoom: float) -> None:
        self._zoom = zoom
        room = self.rect.width() - 32.0
        self._tail = single_line(self._tail_shown(), theme.font(self._tail_size(zoom)), room / 2.0)
        self._title = self._laid_title(zoom, room - self._tail[1] - 12.0)

    def _tail_shown(self) -> str:
        """The same, but on a pile, where the number of notes is told below."""
        if not self.cluster.stacked:
            return self.tail_words()
        return "" if self._dots is None else _("Dots: {count}").format(count=self._dots)

    def _laid_title(self, zoom: float, room: float) -> tuple[Glyphs, float]:
        """The title and how far below the island's edge it stands: as large as can be, smaller or in two lines where it
        would be cut."""
        title, size = self.title_words(), self._seen_size(zoom)
        smallest = max(theme.BODY, ceil(LEAST_READ / zoom))
        fitting = (px for px in range(size, smallest - 1, -2) if _width(title, px) <= room)
        px = next(fitting, None)
        if px is None and _TWO_LINES * zoom >= LEAST_READ:
            px = min(size, _TWO_LINES)
            glyphs = paragraph(title, theme.font(px, bold=True), room, 2, px * 1.15)
            return glyphs, (ISLAND_HEAD - 2.15 * px) / 2.0
        px = min(size, smallest) if px is None else px
        return single_line(title, theme.font(px, bold=True), room)[0], (ISLAND_HEAD - px) / 2.0

    def paint_count(self, painter: QPainter, zoom: float) -> None:
        """On a pile: how many notes it has, large, over the corner where the edges of those below are seen."""
        if not self.cluster.stacked or zoom <= ACROSS:
            return
        px = next((px for px in _COUNTS if px * zoom >= LEAST_SEEN), _COUNTS[-1])
        if self._badge is None or self._badge[0] != px:
            words = _("{count} notes").format(count=self._count)
            self._badge = px, *single_line(words, theme.font(px, bold=True), self.rect.width())
        _px, glyphs, width = self._badge
        corner = self.rect.bottomRight() - QPointF(6.0, 6.0)
        box = QRectF(corner.x() - width - 24.0, corner.y() - px * 1.5, width + 24.0, px * 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.text.color())
        painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0)
        painter.setPen(self._looks.island_fill.color())
        draw(painter, QPointF(box.x() + 12.0, box.y() + px * 0.25), glyphs)

    def says_across(self, zoom: float) -> bool:
        """Whether the title lies across the notes at a zoom: from afar, when there is one and room for it."""
        return zoom <= ACROSS and bool(self.cluster.title) and self.rect.width() * zoom >= _LEAST_ACROSS

    def paint_across(self, painter: QPainter, zoom: float) -> None:
        """Paint the title across the notes, if that is where it belongs."""
        if not self.says_across(zoom):
            return
        glyphs, box = self._laid_across(zoom)
        box = box.translated(self.rect.center() - box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.label_fill)
        pad = 6.0 / zoom
        painter.drawRect(box.adjusted(-pad, -pad / 2.0, pad, pad / 2.0))
        painter.setPen(self._looks.text)
        draw(painter, box.topLeft(), glyphs)

    def _laid_across(self, zoom: float) -> tuple[Glyphs, QRectF]:
        """The title in at most two lines, the count below it where there is room (board units), and the box they fill,
        at the origin."""
        px = round(_ACROSS_PX / zoom)
        if self._across is None or self._across[0] != (px, self.rect.width(), self.rect.height()):
            width = self.rect.width() - 14.0 / zoom
            glyphs = paragraph(
                self.cluster.title, theme.font(px, bold=True), width, 1 if self.cluster.stacked else 2, px * 1.25
            )
            box = _filled(glyphs)
            count, taken = single_line(self.tail_words(), theme.font(round(px * 0.8)), width)
            lower = box.bottom() + px * 1.1
            if lower + 12.0 / zoom <= self.rect.height():
                glyphs += _lowered(count, box.bottom() + px * 0.1)
                box = QRectF(0.0, 0.0, max(box.right(), taken), lower)
            self._across = (px, self.rect.width(), self.rect.height()), glyphs, box
        return self._across[1], self._across[2]


def _width(title: str, px: int) -> float:
    return QFontMetricsF(theme.font(px, bold=True)).horizontalAdvance(title)


def _filled(glyphs: Glyphs) -> QRectF:
    """The box from the origin around glyphs."""
    box = QRectF()
    for run in glyphs:
        box |= run.boundingRect()
    return QRectF(0.0, 0.0, box.right(), box.bottom())


def _lowered(glyphs: Glyphs, by: float) -> Glyphs:
    """The same glyphs further down."""
    moved = []
    for run in glyphs:
        lower = QGlyphRun(run)
        lower.setPositions([at + QPointF(0.0, by) for at in run.positions()])
        moved.append(lower)
    return tuple(moved)
