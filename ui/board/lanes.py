"""The lanes of the 班 on the board: where each one's notes come to lie until all are brought together."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from models.language import gettext as _
from models.layout import LANE_HEAD, lane_box
from models.workshop import Workshop
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import Looks
from ui.team_names import team_name

LANE_LAYER = -1.0
SIZES = (22, 28, 36, 45, 57)
LEAST_SEEN = 16.0
"""Px on the screen that a lane's number does not fall below, as far as its head has room."""


def team_word(team: int) -> str:
    """What a 班 is called; 0 is everybody."""
    return team_name(team) if team else _("Everybody")


class LaneItem(QGraphicsItem):
    """A strip with the number of its 班 and how many notes it has; `chosen` while new notes come into it."""

    def __init__(self, team: int, looks: Looks) -> None:
        super().__init__()
        self.team = team
        self.rect = QRectF()
        self.chosen = False
        self._count = 0
        self._looks = looks
        self._words: tuple[Glyphs, float] | None = None
        self._size = 0
        self.setZValue(LANE_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def become(self, rect: QRectF, count: int, *, chosen: bool) -> None:
        """Lie where the notes are now (scene coordinates)."""
        if rect != self.rect:
            self.prepareGeometryChange()
            self.rect = rect
        if (count, chosen) != (self._count, self.chosen):
            self._count, self.chosen, self._words = count, chosen, None
            self.update()

    def words(self) -> str:
        """The 班 and its notes."""
        return _("{team}: {count} notes").format(team=team_word(self.team), count=self._count)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-3.0, -3.0, 3.0, 3.0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        looks = self._looks
        painter.setPen(looks.chosen if self.chosen else looks.island)
        painter.setBrush(looks.target_fill if self.chosen else looks.head_fill)
        painter.drawRoundedRect(self.rect, theme.RADIUS, theme.RADIUS)
        size = next((size for size in SIZES if size * looks.zoom >= LEAST_SEEN), SIZES[-1])
        if self._words is None or size != self._size:
            self._size = size
            self._words = single_line(self.words(), theme.font(size, bold=True), self.rect.width() - 32.0)
        painter.setPen(looks.key if self.chosen else looks.text)
        draw(painter, QPointF(self.rect.x() + 16.0, self.rect.y() + (LANE_HEAD - size) / 2.0), self._words[0])


class Lanes:
    """The lanes in a scene: there while a 班 is chosen, or has notes that are not brought together."""

    def __init__(self, scene: QGraphicsScene, looks: Looks) -> None:
        self._scene, self._looks = scene, looks
        self._chosen = 0
        self.items: dict[int, LaneItem] = {}

    def choose(self, team: int, workshop: Workshop) -> None:
        """New notes come into the lane of this 班; 0 for none."""
        self._chosen = team
        self.follow(workshop)

    def follow(self, workshop: Workshop) -> None:
        """Lie around the notes as they are now."""
        own = [note for note in workshop.notes.values() if note.team]
        counts = Counter(note.team for note in own)
        teams = max([workshop.details.teams, *counts]) if own or self._chosen else 0
        for gone in [team for team in self.items if team > teams]:
            self._scene.removeItem(self.items.pop(gone))
        for team in range(1, teams + 1):
            left, top, right, bottom = lane_box(own, team, workshop.details.teams)
            self._item(team).become(
                QRectF(left, top, right - left, bottom - top), counts[team], chosen=team == self._chosen
            )

    def _item(self, team: int) -> LaneItem:
        if team not in self.items:
            self.items[team] = LaneItem(team, self._looks)
            self._scene.addItem(self.items[team])
        return self.items[team]

    def rect(self) -> QRectF:
        """All lanes; empty for none."""
        rect = QRectF()
        for item in self.items.values():
            rect |= item.rect
        return rect
